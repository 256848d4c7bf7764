//! `booth diff` and `booth patch`.

use crate::cli::args::{DiffArgs, PatchArgs};
use crate::cli::exit::Exit;
use crate::face::line::out::{Context, data, data_json, tell};
use crate::face::line::progress::Shown;
use crate::face::line::{interrupt, progress};
use booth::Result;
use booth::corpus::Corpus;
use booth::corpus::delta::{self, DeltaRow, Head};
use booth::corpus::diff::{Change, Count, Summary, What, Why, diff};
use booth::ids::SpeakerId;
use booth::numbers::plural;
use booth::rows::Line;
use booth::text::escape_for_terminal as safe;
use std::collections::BTreeMap;
use std::path::Path;

/// Utterances that are named for each reason.
const NAMED: usize = 3;

/// What is said of a reason.
fn words(why: Why) -> &'static str {
    match why {
        Why::NewSpeaker => "of new speakers",
        Why::SpeakerIsBack => "of speakers who are back",
        Why::MoreOfSpeaker => "more of speakers who were there",
        Why::SpeakerLeft => "of speakers who left",
        Why::LessOfSpeaker => "of speakers who stay",
        Why::NotSelected => "that one release alone selects",
        Why::OverLimit => "over a greatest number of one release",
        Why::OtherRecording => "made from another recording",
        Why::CutAnew => "made anew from the same recording",
        Why::OtherWords => "with other words or slots",
        Why::Moved => "in another split",
        Why::OtherFacts => "with other facts in the catalogue",
    }
}

/// The changes by what became of utterances and why: how many, and the first few.
#[derive(Default)]
struct Grouped(BTreeMap<(What, Why), (u64, Vec<String>)>);

impl Grouped {
    fn push(&mut self, change: &Change) {
        for why in &change.why {
            let (count, named) = self.0.entry((change.what, *why)).or_default();
            *count += 1;
            if named.len() < NAMED {
                named.push(change.id.to_string());
            }
        }
    }

    /// One line a reason, such as `12 of new speakers: a-…-1, b-…-1 and 10 more`.
    fn lines(&self, what: What) -> Vec<String> {
        let of = self.0.iter().filter(|((one, _), _)| *one == what);
        of.map(|((_, why), (count, named))| {
            let more = count - named.len() as u64;
            let more = if more > 0 { format!(" and {more} more") } else { String::new() };
            format!("{count} {}: {}{more}", words(*why), named.join(", "))
        })
        .collect()
    }
}

pub(crate) fn run(args: &DiffArgs, context: &Context) -> Result<Exit> {
    interrupt::install()?;
    let mut grouped = Grouped::default();
    let summary = diff(&args.old, &args.new, &mut |change| {
        interrupt::check()?;
        grouped.push(&change);
        if args.json { data_json(&Line::new("change", &change)) } else { Ok(()) }
    })?;
    if args.json {
        data_json(&Line::new("summary", &summary))?;
    } else if args.changelog {
        changelog(args, &summary, &grouped)?;
    } else {
        show(args, &summary, &grouped, context)?;
    }
    if let Some(path) = &args.delta {
        let bar = progress::bar(context, args.json, 0, "files");
        let head = delta::make(&args.old, &args.new, path, &Shown(&bar));
        bar.finish_and_clear();
        told(&head?, "delta", path, args.json, context)?;
    }
    Ok(if moved(&summary).is_none() { Exit::Done } else { Exit::DataFailed })
}

pub(crate) fn patch(args: &PatchArgs, context: &Context) -> Result<Exit> {
    interrupt::install()?;
    let bar = progress::bar(context, args.json, 0, "files");
    let head = delta::apply(&args.old, &args.delta, &args.out, &Shown(&bar));
    bar.finish_and_clear();
    told(&head?, "patched", &args.out, args.json, context)?;
    Ok(Exit::Done)
}

/// Says what a delta holds, or what was made with it.
fn told(head: &Head, what: &'static str, path: &Path, json: bool, context: &Context) -> Result<()> {
    if json {
        return data_json(&Line::new(what, &DeltaRow::from(head)));
    }
    if !context.quiet {
        let path = safe(&path.display().to_string());
        tell!(
            "{}  {path}: {} of {}, {:.1} MB, are new; SHA256SUMS is {}",
            context.style.good("DONE"),
            head.brought,
            plural(head.files, "file"),
            head.bytes as f64 / 1e6,
            head.to
        );
    }
    Ok(())
}

/// Returns the sections, each with its count and lines.
fn sections(summary: &Summary, grouped: &Grouped) -> Vec<(&'static str, Count, Vec<String>)> {
    let section = |title, count, what| (title, count, grouped.lines(what));
    let all = [
        section("Added", summary.added, What::Added),
        section("Removed", summary.removed, What::Removed),
        section("Changed", summary.changed, What::Changed),
    ];
    all.into_iter().filter(|(_, count, _)| count.utterances > 0).collect()
}

fn moved(summary: &Summary) -> Option<String> {
    let utterances = summary.reasons.get(&Why::Moved).copied().unwrap_or(0);
    if summary.moved.is_empty() && (summary.moved_texts, utterances) != (0, 0) {
        let texts = plural(summary.moved_texts, "text");
        let utterances = plural(utterances, "utterance");
        return Some(format!("{texts} and {utterances} in another split than before, which must never be"));
    }
    let named: Vec<&str> = summary.moved.iter().map(SpeakerId::as_str).take(NAMED).collect();
    let more = summary.moved.len().saturating_sub(NAMED);
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    (!named.is_empty()).then(|| {
        format!("speakers in another split than before, which must never be: {}{more}", named.join(", "))
    })
}

fn show(args: &DiffArgs, summary: &Summary, grouped: &Grouped, context: &Context) -> Result<()> {
    for (title, count, lines) in sections(summary, grouped) {
        data(&format!("{title}: {}", plural(count.utterances, "utterance")))?;
        for line in lines {
            data(&format!("  {line}"))?;
        }
    }
    data(&format!("Same: {}", plural(summary.same.utterances, "utterance")))?;
    data(&format!(
        "Speakers: {} came, {} left, {} moved",
        summary.speakers_added,
        summary.speakers_left,
        summary.moved.len()
    ))?;
    for (name, old, new) in &summary.settings {
        data(&format!("Setting {name}: {} -> {}", safe(old), safe(new)))?;
    }
    if let Some(moved) = moved(summary) {
        data(&format!("{}  {moved}", context.style.bad("REJECT")))?;
    } else if !context.quiet {
        let (old, new) = (args.old.display().to_string(), args.new.display().to_string());
        tell!("{}  {} -> {}: nothing moved", context.style.good("PASS"), safe(&old), safe(&new));
    }
    Ok(())
}

fn changelog(args: &DiffArgs, summary: &Summary, grouped: &Grouped) -> Result<()> {
    let new = Corpus::open(&args.new)?;
    let settings = &new.release().settings;
    let date = settings.date.as_ref().map_or(String::new(), |date| format!(" ({date})"));
    let name = settings.version.as_deref().unwrap_or(&settings.title);
    data(&format!("## {}{date}", safe(name)))?;
    for (title, count, lines) in sections(summary, grouped) {
        let hours = count.frames as f64 / f64::from(settings.rate.hz()) / 3600.0;
        data(&format!("\n### {title}: {}, {hours:.2} h\n", plural(count.utterances, "utterance")))?;
        for line in lines {
            data(&format!("- {line}"))?;
        }
    }
    data(&format!(
        "\n{} the same. {} speakers came, {} left, {} moved to another split.",
        if summary.same.utterances == 1 {
            "1 utterance is".to_owned()
        } else {
            format!("{} are", plural(summary.same.utterances, "utterance"))
        },
        summary.speakers_added,
        summary.speakers_left,
        if summary.moved.is_empty() { "none".to_owned() } else { summary.moved.len().to_string() },
    ))?;
    for (name, old, new) in &summary.settings {
        data(&format!("- Setting `{name}`: `{}` before, `{}` now", safe(old), safe(new)))?;
    }
    if let Some(moved) = moved(summary) {
        data(&format!("\n**{moved}**"))?;
    }
    Ok(())
}
