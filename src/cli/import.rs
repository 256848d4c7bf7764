//! `booth import`.

use crate::cli::args::{ImportArgs, Layout as LayoutArg};
use crate::cli::exit::Exit;
use crate::cli::policy;
use crate::face::clock::{SystemClock, random};
use crate::face::line::out::{Context, data, data_json, tell};
use crate::face::line::{interrupt, progress};
use booth::recordings::import::{ApplyOptions, ImportReport, ImportRequest, Layout, apply, plan, preview};
use booth::severity::Severity;
use booth::text::escape_for_terminal as safe;
use booth::{Error, ErrorKind, Result};
use std::sync::Arc;

pub(crate) fn run(args: &ImportArgs, context: &Context) -> Result<Exit> {
    interrupt::install()?;
    let policy = policy::policy(&args.policy)?;
    let request = ImportRequest {
        layout: match args.layout {
            LayoutArg::Pairs => Layout::Pairs,
            LayoutArg::Ljspeech => Layout::LjSpeech,
            LayoutArg::CommonVoice => Layout::CommonVoice,
        },
        path: args.path.clone(),
        locale: args.locale.clone(),
        speaker: args.speaker.clone(),
        sheet: args.sheet.clone(),
        licence: args.licence.clone(),
        consent_statement: args.consent_statement.clone(),
        grant: args.grant.clone(),
    };
    let bar = progress::bar(context, args.json, 0, "files read");
    let planned = plan(&request, context.threads, interrupt::flag(), |done, total| {
        bar.set_length(total);
        bar.set_position(done);
    });
    bar.finish_and_clear();
    let planned = planned?;
    let report = if args.dry_run {
        preview(&planned, &args.into)?
    } else {
        let bar = progress::bar(context, args.json, planned.items() as u64, "recordings");
        let options = ApplyOptions {
            into: &args.into,
            policy: &policy,
            clock: Arc::new(SystemClock::new()),
            random: random()?,
            threads: context.threads,
            stop: interrupt::flag(),
        };
        let report = apply(&planned, &options, |progress| {
            bar.set_length(progress.total);
            bar.set_position(progress.done);
        });
        bar.finish_and_clear();
        report?
    };
    if args.json {
        for finding in &report.findings {
            let mut line = serde_json::to_value(finding).map_err(|error| {
                Error::new(ErrorKind::Io, "a value cannot be written as JSON").with_source(error)
            })?;
            if let Some(fields) = line.as_object_mut() {
                fields.insert("schema".to_owned(), 1.into());
                fields.insert("type".to_owned(), "finding".into());
            }
            data_json(&line)?;
        }
        data_json(&serde_json::json!({
            "schema": 1, "type": "summary", "dry_run": args.dry_run, "sessions": report.sessions,
            "imported": report.imported, "known": report.known, "failed": report.failed,
            "seconds": report.duration_s, "verdicts": report.verdicts, "changes": report.changes,
        }))?;
    } else {
        show(&report, args, context)?;
    }
    if report.stopped {
        return Ok(Exit::Interrupted);
    }
    Ok(if report.failed > 0 { Exit::Input } else { Exit::Done })
}

fn show(report: &ImportReport, args: &ImportArgs, context: &Context) -> Result<()> {
    for finding in report.findings.iter().filter(|finding| finding.severity > Severity::Info) {
        let line = finding.line.map_or(String::new(), |line| format!(":{line}"));
        data(&safe(&format!(
            "{}{line}: {} [{}] {}",
            finding.path.display(),
            finding.severity,
            finding.id,
            finding.message
        )))?;
    }
    let verb = if args.dry_run { "would be imported" } else { "imported" };
    data(&format!(
        "{} recordings {verb}, {} known already, {} left out, {:.1} minutes",
        report.imported,
        report.known,
        report.failed,
        report.duration_s / 60.0
    ))?;
    for (verdict, count) in report.verdicts.iter().rev() {
        data(&format!("  {verdict:<6} {count:>7}"))?;
    }
    if context.quiet {
        return Ok(());
    }
    if args.consent_statement.is_none() {
        tell!(
            "{}: without --consent-statement these takes are checked but never packed",
            context.style.doubtful("note")
        );
    }
    if !args.dry_run && report.imported > 0 {
        tell!("Next: booth check {}", safe(&args.into.display().to_string()));
    }
    Ok(())
}
