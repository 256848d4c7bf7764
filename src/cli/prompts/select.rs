//! `booth prompts select`: sentences from a pile of text.

use crate::cli::args::PromptsSelectArgs;
use crate::cli::exit::Exit;
use crate::face::line::out::{Context, data, data_json, tell};
use booth::Result;
use booth::numbers::{count, plural};
use booth::rows::Line;
use booth::sheet::{Choice, ChosenRow, Coverage, SelectRow, SheetDefaults, choose};

pub(super) fn select(args: &PromptsSelectArgs, context: &Context) -> Result<Exit> {
    let pile = super::read(&args.text)?;
    let choice = choose(&pile, &args.locale, &limits(args), args.count as usize, args.seed)
        .map_err(|error| error.with_path(&args.text))?;
    if args.json {
        for (id, text) in &choice.sentences {
            data_json(&Line::new("chosen", &ChosenRow { id, text }))?;
        }
        data_json(&Line::new("summary", &SelectRow::of(&choice)))?;
    } else {
        data("id\ttext")?;
        for (id, text) in &choice.sentences {
            data(&format!("{id}\t{text}"))?;
        }
    }
    if !context.quiet {
        told(&choice, args.count);
    }
    Ok(Exit::Done)
}

fn limits(args: &PromptsSelectArgs) -> SheetDefaults {
    let usual = SheetDefaults::default();
    SheetDefaults {
        min_words: args.min_words.unwrap_or(usual.min_words),
        max_words: args.max_words.unwrap_or(usual.max_words),
        min_characters: args.min_characters.unwrap_or(usual.min_characters),
        max_characters: args.max_characters.unwrap_or(usual.max_characters),
    }
}

/// Says what was left out, and what the choice covers of what the pile has.
pub(super) fn told(choice: &Choice, wanted: u32) {
    tell!(
        "{} of {} chosen; {} say the same as another, {} have a finding{}",
        count(choice.sentences.len() as u64),
        plural(choice.lines, "line"),
        count(choice.repeated),
        count(choice.refused.values().sum::<u64>()),
        reasons(choice)
    );
    if choice.sentences.len() < wanted as usize {
        tell!("Fewer than the {wanted} that were asked for: the text has no more.");
    }
    let of = |count: fn(&Coverage) -> usize| (count(&choice.coverage), count(&choice.pile));
    let ((letters_here, letters_there), (pairs_here, pairs_there)) =
        (of(|found| found.letters.len()), of(|found| found.pairs.len()));
    tell!(
        "They have {letters_here} of the {letters_there} letters in it, and {pairs_here} of its {pairs_there} pairs of letters."
    );
    if !choice.coverage.missing.is_empty() {
        let missing: Vec<String> = choice.coverage.missing.iter().map(char::to_string).collect();
        tell!("Letters of the language that they lack: {}.", missing.join(" "));
    }
}

fn reasons(choice: &Choice) -> String {
    let mut by_count: Vec<_> = choice.refused.iter().collect();
    by_count.sort_by_key(|(id, count)| (std::cmp::Reverse(**count), **id));
    let words: Vec<String> = by_count.iter().take(4).map(|(id, count)| format!("{id} {count}")).collect();
    if words.is_empty() { String::new() } else { format!(" ({})", words.join(", ")) }
}
