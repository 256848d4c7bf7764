//! `booth prompts errata`: what readers said is wrong with prompts, and what became of it.

use super::find;
use crate::cli::args::PromptsErrataArgs;
use crate::cli::exit::Exit;
use crate::cli::grouped::{self, Told};
use crate::face::line::out::{Context, data, data_json, tell};
use booth::fsio;
use booth::numbers::plural;
use booth::recordings::errata::{Errata, ErratumRow, StaleRow, WordsState, errata as collect};
use booth::rows::Line;
use booth::sheet;
use booth::text::escape_for_terminal as safe;
use booth::{Error, ErrorKind, Result};

pub(super) fn errata(args: &PromptsErrataArgs, context: &Context) -> Result<Exit> {
    for dir in &args.dirs {
        if !fsio::is_named_folder(dir)? {
            return Err(Error::new(ErrorKind::Session, "there is no such folder of recordings")
                .with_path(dir)
                .with_hint("`booth record` and `booth studio` make one; readers report in it"));
        }
    }
    let mut sheets = Vec::new();
    if !args.prompts.is_empty() {
        for source in find(&args.prompts)? {
            for locale in sheet::locales(&source)? {
                sheets.push(sheet::load(&source, &locale)?);
            }
        }
    }
    let found = collect(&args.dirs, &sheets)?;
    if args.json {
        found.reports.iter().try_for_each(|report| data_json(&Line::new("report", report)))?;
        found.stale.iter().try_for_each(|stale| data_json(&Line::new("stale", stale)))?;
        found.unreadable.iter().try_for_each(|broken| data_json(&Line::new("unreadable", broken)))?;
        data_json(&Line::new("summary", &found.summary))?;
    } else {
        found.reports.iter().try_for_each(report)?;
        found.stale.iter().try_for_each(stale)?;
        let told = found.unreadable.iter().map(|broken| Told::unreadable(&broken.path, &broken.message));
        for line in grouped::lines(told) {
            data(&line)?;
        }
    }
    if !context.quiet {
        summary(&found, !sheets.is_empty());
    }
    Ok(if found.unreadable.is_empty() { Exit::Done } else { Exit::DataFailed })
}

fn report(row: &ErratumRow) -> Result<()> {
    let state = match (row.state, &row.mended_in) {
        (None, _) => String::new(),
        (Some(WordsState::Mended), Some(version)) => format!("  [mended in {version}]"),
        (Some(state), _) => format!("  [{}]", state.id().replace('-', " ")),
    };
    data(&format!("{} {}  {}  {}{state}", row.sheet, row.locale, row.prompt, safe(&row.text)))?;
    let reasons: Vec<String> =
        row.reasons.iter().map(|(reason, count)| format!("{reason} {count}")).collect();
    let (readers, versions) = (plural(row.readers as u64, "reader"), row.versions.join(", "));
    data(&format!("    {readers} of {}: {}", safe(&versions), reasons.join(", ")))?;
    for remark in &row.words {
        data(&format!("    {}: {}", remark.reason, safe(&remark.words)))?;
    }
    Ok(())
}

fn stale(row: &StaleRow) -> Result<()> {
    let (takes, speakers) = (plural(row.takes as u64, "kept take"), plural(row.speakers as u64, "speaker"));
    let why = match (&row.mended_in, &row.mended) {
        (Some(version), Some(wrong)) => format!("; mended in {version}: {}", safe(wrong)),
        _ => String::new(),
    };
    data(&format!("{} {}  {}  stale: {takes} of {speakers}{why}", row.sheet, row.locale, row.prompt))
}

fn summary(found: &Errata, has_sheets: bool) {
    let sums = &found.summary;
    let (prompts, readers) = (plural(sums.prompts as u64, "prompt"), plural(sums.readers as u64, "reader"));
    let sessions = plural(sums.sessions as u64, "session");
    let became = if has_sheets {
        let (there, mended, gone) = (sums.still_there, sums.mended, sums.gone);
        let stale = plural(sums.stale as u64, "stale take");
        format!("; {there} still there, {mended} mended, {gone} gone; {stale}")
    } else {
        String::new()
    };
    tell!("{prompts} reported by {readers} in {sessions}{became}");
}
