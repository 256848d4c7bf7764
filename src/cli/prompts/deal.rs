//! `booth prompts deal` and `booth prompts coverage`: what a sheet would bring, and what it has.

use super::find;
use crate::cli::args::{PromptsCoverageArgs, PromptsDealArgs};
use crate::cli::exit::Exit;
use crate::face::line::out::{Context, data, data_json, tell};
use booth::ids::Locale;
use booth::numbers::{count, plural};
use booth::rows::Line;
use booth::sheet::{
    self, Coverage, CoverageRow, Crowd, DealtRow, FEW, ForecastRow, Sheet, SheetSource, forecast,
};
use booth::{Error, ErrorKind, Result};
use std::path::PathBuf;

/// The pairs of letters that are printed, of those that stand in few places.
const MOST_SHOWN: usize = 40;

pub(super) fn deal(args: &PromptsDealArgs, context: &Context) -> Result<Exit> {
    if args.stopping > args.speakers {
        let message =
            format!("{} of {} cannot stop", args.stopping, plural(u64::from(args.speakers), "speaker"));
        return Err(Error::new(ErrorKind::Usage, message).with_hint("lower --stopping, or raise --speakers"));
    }
    let (mut sheets, mut readings) = (0u64, 0u64);
    for sheet in loaded(&args.sheets, &args.locale)? {
        if !sheet.is_dealt() {
            return Err(Error::new(
                ErrorKind::Sheet,
                "the sheet is not dealt: it has no templates, so that everybody reads all of it",
            )
            .with_path(sheet.source.place())
            .with_hint("add `[deal]` to sheet.toml, or values and templates: docs/PROMPTS.md"));
        }
        let each = args.each.unwrap_or(sheet.head.deal.unwrap_or_default().readings);
        let crowd = Crowd { speakers: args.speakers, each, stopping: args.stopping, seed: args.seed };
        let found = forecast(&sheet, &crowd, &mut |speaker, prompt| {
            if args.json {
                data_json(&Line::new("dealt", &DealtRow::of(&sheet, speaker, prompt)))
            } else {
                Ok(())
            }
        })?;
        sheets += 1;
        readings += found.readings;
        if args.json {
            data_json(&Line::new("forecast", &ForecastRow::of(&sheet, &found)))?;
            continue;
        }
        let percent = |share: f64| format!("{:.1} %", share * 100.0);
        data(&format!(
            "{} {} · {}: {}, {each} sentences each",
            sheet.head.id,
            sheet.head.version,
            sheet.locale,
            plural(u64::from(args.speakers), "speaker")
        ))?;
        data(&format!(
            "  {}, {} of them different; two speakers have {} in common, at most {}",
            plural(found.readings, "reading"),
            count(found.texts),
            percent(found.common_mean),
            percent(found.common_most)
        ))?;
        if !found.coverage.intents.is_empty() {
            data(&format!("  of each intent {} to {} readings", found.intent_least, found.intent_most))?;
        }
        let unseen = |share: Option<f64>| share.map_or("nothing".to_owned(), percent);
        data(&format!(
            "  for evaluation only: {}; with every fifth speaker in test, {} of what test reads is unseen in train{}",
            count(found.eval_only),
            unseen(found.unseen),
            found.unseen_eval.map_or(String::new(), |share| format!(
                ", {} of what is for evaluation only",
                percent(share)
            ))
        ))?;
        if args.stopping == 0 && found.readings < u64::from(args.speakers) * u64::from(each) {
            data("  fewer than asked for: the sheet has no more sentences for a reader")?;
        }
        letters(&found.coverage)?;
    }
    if args.json {
        data_json(&Line::new("summary", &sheet::DealSummary { sheets, readings }))?;
    } else if !context.quiet {
        tell!("Nobody was dealt anything: these speakers do not exist. `booth record` deals.");
    }
    Ok(Exit::Done)
}

pub(super) fn coverage(args: &PromptsCoverageArgs) -> Result<Exit> {
    let mut sheets = 0u64;
    for sheet in loaded(&args.sheets, &args.locale)? {
        let found = Coverage::of_sheet(&sheet);
        let row = CoverageRow::of(&sheet, &found);
        sheets += 1;
        if args.json {
            data_json(&Line::new("coverage", &row))?;
            continue;
        }
        let (lists, values) = sheet.values.count();
        data(&format!(
            "{} {} · {}: {}, {}, {} in {}; {} to read",
            sheet.head.id,
            sheet.head.version,
            sheet.locale,
            plural(sheet.prompts.len() as u64, "prompt"),
            plural(sheet.templates.len() as u64, "template"),
            plural(values as u64, "value"),
            plural(lists as u64, "list"),
            if row.readings == u64::MAX {
                "more than can be counted".to_owned()
            } else {
                count(row.readings)
            }
        ))?;
        let counts = found.intents.values();
        if let (Some(least), Some(most)) = (counts.clone().min(), counts.max()) {
            data(&format!(
                "  {}, each said in {least} to {most} ways",
                plural(found.intents.len() as u64, "intent")
            ))?;
            for (intent, count) in found.intents.iter().filter(|(_, count)| **count < 2) {
                data(&format!("    {intent}: {}", plural(*count, "sentence")))?;
            }
        }
        let pools: Vec<String> = found.pools.iter().map(|(pool, count)| format!("{pool} {count}")).collect();
        data(&format!("  pools: {}", pools.join(", ")))?;
        letters(&found)?;
    }
    if args.json {
        data_json(&Line::new("summary", &sheet::CoverageSummary { sheets }))?;
    }
    Ok(Exit::Done)
}

/// Prints what is rare or missing in letters, pairs and lengths.
pub(super) fn letters(found: &Coverage) -> Result<()> {
    let lengths: Vec<String> =
        found.lengths.iter().map(|(length, count)| format!("{length}: {count}")).collect();
    data(&format!("  lengths: {}", lengths.join(", ")))?;
    let rare = found.rare();
    if rare.is_empty() {
        data(&format!("  each letter of the language stands in {FEW} places or more"))?;
    } else {
        let words: Vec<String> = rare.iter().map(|(letter, count)| format!("{letter} {count}")).collect();
        data(&format!("  letters in fewer than {FEW} places: {}", words.join(", ")))?;
    }
    let few: Vec<&str> =
        found.pairs.iter().filter(|(_, count)| **count < 2).map(|(pair, _)| pair.as_str()).collect();
    let pairs = plural(found.pairs.len() as u64, "pair");
    if few.is_empty() {
        return data(&format!("  {pairs} of letters, each in two places or more"));
    }
    let shown = few.iter().take(MOST_SHOWN).copied().collect::<Vec<_>>().join(" ");
    let more = few.len().saturating_sub(MOST_SHOWN);
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    data(&format!("  {pairs} of letters; in one place only {}: {shown}{more}", few.len()))
}

/// Loads the wanted locales of sheets, all of each without any.
fn loaded(paths: &[PathBuf], wanted: &[Locale]) -> Result<Vec<Sheet>> {
    let mut sheets = Vec::new();
    for source in find(paths)? {
        let locales = if wanted.is_empty() { sheet::locales(&source)? } else { wanted.to_vec() };
        let load = |locale: &Locale| sheet::load(&source as &SheetSource, locale);
        sheets.extend(locales.iter().map(load).collect::<Result<Vec<_>>>()?);
    }
    Ok(sheets)
}
