//! `booth import`.

use crate::cli::args::{Ids as IdsArg, ImportArgs};
use crate::cli::exit::Exit;
use crate::cli::grouped::{self, Told};
use crate::cli::{project, state};
use crate::face::clock::{SystemClock, random};
use crate::face::line::out::{Context, data, data_json, tell};
use crate::face::line::progress::Shown;
use crate::face::line::{interrupt, progress};
use booth::Result;
use booth::recordings::import::{
    ApplyOptions, Ids, ImportReport, ImportRequest, RowReport, Seen, apply, plan, preview,
};
use booth::rows::Line;
use booth::text::escape_for_terminal as safe;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Recordings that a dry run shows as they would be taken.
const SHOWN: usize = 5;

pub(crate) fn run(args: &ImportArgs, context: &Context) -> Result<Exit> {
    interrupt::install()?;
    let project = project::load(&args.project, &[&args.into], args.json, context)?;
    let project = project.as_ref();
    let policy = project::limits(&args.policy, project)?;
    let request = ImportRequest {
        layout: args.layout.chosen(),
        path: args.path.clone(),
        columns: args.columns.clone(),
        encoding: args.encoding,
        locale: args.locale.clone(),
        speaker: args.speaker.clone(),
        ids: match args.ids {
            IdsArg::Digest => Ids::Digest,
            IdsArg::Names => Ids::Names,
        },
        sheet: args.sheet.clone(),
        licence: args.licence.clone(),
        consent_statement: args.consent_statement.clone(),
        grant: args.grant.clone(),
        terms: project::terms(project)?,
    };
    project::tell_limits(project, context);
    let what = BTreeMap::from([((args.sheet.clone(), args.locale.clone()), 1)]);
    project::tell_outside(project, &what, args.json, context)?;
    let bar = progress::bar(context, args.json, 0, "files read");
    let planned = plan(&request, context.threads, &Shown(&bar));
    bar.finish_and_clear();
    let planned = planned?;
    let first = if args.dry_run { planned.first(SHOWN) } else { Vec::new() };
    if args.json {
        data_json(&Line::new("seen", &planned.seen))?;
        for row in &first {
            data_json(&Line::new("row", row))?;
        }
    } else {
        show_seen(&planned.seen, context);
        show_rows(&first)?;
    }
    let report = if args.dry_run {
        preview(&planned, &args.into)?
    } else {
        let bar = progress::bar(context, args.json, planned.items() as u64, "recordings");
        let ledger = state::ledger_to_add_to();
        let options = ApplyOptions {
            into: &args.into,
            policy: &policy,
            clock: Arc::new(SystemClock::new()),
            random: random()?,
            threads: context.threads,
            watch: &Shown(&bar),
            ledger: ledger.as_ref(),
        };
        let report = apply(&planned, &options);
        bar.finish_and_clear();
        state::finish(ledger.as_ref(), context);
        report?
    };
    if args.json {
        for finding in &report.findings {
            data_json(&Line::new("finding", finding))?;
        }
        data_json(&Line::new("summary", &report.summary(args.dry_run)))?;
    } else {
        show(&report, args, context)?;
    }
    if report.stopped {
        return Ok(Exit::Interrupted);
    }
    Ok(if report.failed > 0 { Exit::Input } else { Exit::Done })
}

/// Says what was seen, and how it is taken.
fn show_seen(seen: &Seen, context: &Context) {
    if context.quiet {
        return;
    }
    let found = if seen.asked { "" } else { ", found out (--layout overrules)" };
    tell!("Layout {}{found}:", seen.layout);
    for sentence in &seen.because {
        tell!("  {}", safe(sentence));
    }
}

/// Shows the first recordings as they would be taken.
fn show_rows(rows: &[RowReport<'_>]) -> Result<()> {
    for row in rows {
        let printed = row.printed.map_or(String::new(), |printed| format!("  (printed: {printed})"));
        data(&safe(&format!("{}  {}  {}{printed}", row.path, row.speaker, row.text)))?;
    }
    Ok(())
}

fn show(report: &ImportReport, args: &ImportArgs, context: &Context) -> Result<()> {
    let told = report.findings.iter().map(|finding| {
        let kind = format!("{} [{}]", finding.severity, finding.id);
        Told::new(kind, &finding.path, finding.line, &finding.message)
    });
    for line in grouped::lines(told) {
        data(&line)?;
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
