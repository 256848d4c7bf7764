//! `booth status`.

use crate::cli::args::StatusArgs;
use crate::cli::exit::Exit;
use crate::cli::grouped::{self, Told};
use crate::cli::prompts;
use crate::face::clock::SystemClock;
use crate::face::line::out::{Context, data, data_json, tell};
use booth::fsio;
use booth::numbers::plural;
use booth::recordings::{Counts, StatusOptions, status};
use booth::rows::Line;
use booth::sheet;
use booth::text::escape_for_terminal as safe;
use booth::{Error, ErrorKind, Result};

pub(crate) fn run(args: &StatusArgs, context: &Context) -> Result<Exit> {
    if !fsio::is_named_folder(&args.dir)? {
        return Err(Error::new(ErrorKind::Session, "there is no such folder of recordings")
            .with_path(&args.dir)
            .with_hint("`booth record` and `booth import` make one"));
    }
    let mut sheets = Vec::new();
    if !args.prompts.is_empty() {
        for source in prompts::find(&args.prompts)? {
            for locale in sheet::locales(&source)? {
                sheets.push(sheet::load(&source, &locale)?);
            }
        }
    }
    let options = StatusOptions { now: SystemClock::now(), deep: args.deep, sheets: &sheets };
    let status = status(&args.dir, options)?;
    let mut bad = !status.unreadable.is_empty();
    if args.json {
        for session in &status.sessions {
            data_json(&Line::new("session", session))?;
        }
        for unreadable in &status.unreadable {
            data_json(&Line::new("unreadable", unreadable))?;
        }
        data_json(&Line::new("summary", &status.summary()))?;
    } else {
        for session in &status.sessions {
            data(&format!(
                "{}  {} {} {}  consent {}",
                session.id,
                session.speaker,
                session.locale,
                session.sheet,
                session.consent.name()
            ))?;
            data(&format!("    {}", line(&session.counts)))?;
            if session.counts.unproved > 0 {
                let lines = plural(session.counts.unproved, "line");
                data(&format!(
                    "    unproved: the record and {lines} of the journal have no checksum (schema 1)"
                ))?;
            }
            for fault in &session.faults {
                let file = fault.file.as_ref().map_or(String::new(), |file| format!("{file}: "));
                data(&safe(&format!("    {}: {file}{}", fault.severity, fault.message)))?;
            }
        }
        let told = status.unreadable.iter().map(|broken| Told::unreadable(&broken.path, &broken.message));
        for line in grouped::lines(told) {
            data(&line)?;
        }
        data(&plural(status.sessions.len() as u64, "session"))?;
        data(&format!("    {}", line(&status.total)))?;
        if status.total.left > 0 && !context.quiet {
            tell!("{} readings of the given sheets are still to be recorded.", status.total.left);
        }
    }
    bad |= status.total.missing > 0 || status.total.altered > 0;
    bad |= status.sessions.iter().any(|session| {
        session.faults.iter().any(|fault| fault.severity == booth::severity::Severity::Reject)
    });
    Ok(if bad { Exit::DataFailed } else { Exit::Done })
}

fn line(counts: &Counts) -> String {
    let mut text = format!(
        "{} kept ({} pass, {} warn, {} reject), {:.1} minutes",
        counts.kept,
        counts.pass,
        counts.warn,
        counts.reject,
        counts.kept_minutes()
    );
    for (count, word) in [
        (counts.undecided, "undecided"),
        (counts.replaced, "replaced"),
        (counts.deleted, "deleted"),
        (counts.missing, "missing"),
        (counts.altered, "altered"),
        (counts.stale, "stale"),
        (counts.left, "left to read"),
        (counts.orphans, "orphaned"),
        (counts.unfinished, "unfinished"),
    ] {
        if count > 0 {
            text.push_str(&format!(", {count} {word}"));
        }
    }
    text
}
