//! `booth ingest`.

use crate::cli::args::IngestArgs;
use crate::cli::exit::Exit;
use crate::face::clock::SystemClock;
use crate::face::line::out::{Context, data, data_json, tell};
use crate::face::line::progress::Shown;
use crate::face::line::{interrupt, progress};
use booth::Result;
use booth::fsio;
use booth::numbers::plural;
use booth::recordings::RootLock;
use booth::recordings::ingest::{BundleRow, Counts, FileOutcome, PartRow, Request, Summary, ingest};
use booth::rows::Line;
use booth::text::escape_for_terminal as safe;
use std::path::Path;

/// The verb, for who meets its lock.
const HOLDER: &str = "booth ingest";

pub(crate) fn run(args: &IngestArgs, context: &Context) -> Result<Exit> {
    interrupt::install()?;
    let was_there = fsio::is_named_folder(&args.into)?;
    let lock = RootLock::acquire(&args.into, HOLDER)?;
    let bar = progress::bar(context, args.json, 0, "files read");
    let shown = Shown(&bar);
    let request = Request { lock: &lock, now: SystemClock::now(), dry_run: args.dry_run, watch: &shown };
    let outcome = ingest(&args.files, &request, &mut |outcome| bar.suspend(|| show(outcome, args.json)));
    bar.finish_and_clear();
    // A dry run leaves nothing behind.
    if args.dry_run && !was_there {
        fsio::remove_leftover_dir(&args.into)?;
    }
    let summary = outcome?;
    if args.json {
        data_json(&Line::new("summary", &summary))?;
    } else if !context.quiet {
        last(&summary, args, context);
    }
    Ok(if summary.unreadable > 0 {
        Exit::Input
    } else if summary.refused > 0 {
        Exit::DataFailed
    } else {
        Exit::Done
    })
}

fn path(path: &Path) -> String {
    safe(&path.display().to_string())
}

fn show(outcome: &FileOutcome, json: bool) -> Result<()> {
    match outcome {
        FileOutcome::Bundle(row) if json => data_json(&Line::new("bundle", row)),
        FileOutcome::Part(row) if json => data_json(&Line::new("part", row)),
        FileOutcome::Unreadable(row) if json => data_json(&Line::new("unreadable", row)),
        FileOutcome::Bundle(row) => show_bundle(row),
        FileOutcome::Part(row) => show_part(row),
        FileOutcome::Unreadable(row) => {
            data(&format!("{}: cannot be read: {}", path(&row.file), safe(&row.message)))
        }
    }
}

fn show_bundle(row: &BundleRow) -> Result<()> {
    let code = row.code.map_or(String::new(), |code| format!(" {code}"));
    let speaker = row.speaker.as_ref().map_or(String::new(), |speaker| format!(" of {speaker}"));
    data(&format!("{}: the bundle{code}{speaker}", path(&row.file)))?;
    for (counts, noun) in [(&row.sessions, "session"), (&row.takes, "take")] {
        if row.speaker.is_some() {
            data(&format!("    {}", told(counts, noun)))?;
        }
    }
    if row.deleted > 0 {
        data(&format!("    {} deleted, as the person did", plural(row.deleted, "take")))?;
    }
    for refusal in &row.refused {
        let session = refusal.session.as_ref().map_or(String::new(), |session| format!(" {session}"));
        data(&format!("    refused{session} [{}]: {}", refusal.reason, safe(&refusal.message)))?;
        if let Some(hint) = &refusal.hint {
            data(&format!("        {}", safe(hint)))?;
        }
    }
    if let Some(kept) = &row.quarantine {
        data(&format!("    kept in {}", path(kept)))?;
    }
    for command in &row.withdraw {
        data(&format!("    taken back at home: {}", safe(command)))?;
    }
    Ok(())
}

fn told(counts: &Counts, noun: &str) -> String {
    let parts = [
        (counts.new, "new"),
        (counts.known, "known"),
        (counts.withdrawn, "withdrawn"),
        (counts.refused, "refused"),
    ];
    let parts = parts.iter().filter(|(count, _)| *count > 0).map(|(count, word)| format!("{count} {word}"));
    let parts: Vec<String> = parts.collect();
    let sum = plural(counts.sent, noun);
    if parts.is_empty() { sum } else { format!("{sum}: {}", parts.join(", ")) }
}

fn show_part(row: &PartRow) -> Result<()> {
    let missing: Vec<String> = row.missing.iter().map(ToString::to_string).collect();
    let rest = if missing.is_empty() {
        "all parts were there already".to_owned()
    } else {
        format!("missing: {}", missing.join(", "))
    };
    let (file, part, parts, code) = (path(&row.file), row.part, row.parts, row.code);
    data(&format!("{file}: part {part} of {parts} of the bundle {code}; {rest}"))
}

fn last(summary: &Summary, args: &IngestArgs, context: &Context) {
    let style = context.style;
    let is_good = summary.refused == 0 && summary.unreadable == 0;
    let head = if is_good { style.good("DONE") } else { style.bad("REJECT") };
    let dry = if args.dry_run { " (nothing was done)" } else { "" };
    let mut rest = String::new();
    for (count, what) in [
        (summary.refused, "not taken in whole"),
        (summary.waiting, "that wait for other parts"),
        (summary.unreadable, "that cannot be read"),
    ] {
        if count > 0 {
            rest.push_str(&format!("; {count} {what}"));
        }
    }
    tell!(
        "{head}  {} out of {}: {} new and {} known, in {}{rest}{dry}",
        plural(summary.bundles, "bundle"),
        plural(summary.files, "file"),
        plural(summary.takes.new, "take"),
        summary.takes.known,
        path(&args.into)
    );
    if summary.takes.new > 0 && !args.dry_run {
        tell!("Next: booth check {}", path(&args.into));
    }
}
