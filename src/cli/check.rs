//! `booth check`.

use crate::cli::args::CheckArgs;
use crate::cli::exit::Exit;
use crate::cli::{policy, scratch};
use crate::face::line::out::{Context, data, data_json, plural, tell};
use crate::face::line::{interrupt, progress};
use booth::fsio::StagingDir;
use booth::ids::SpeakerId;
use booth::quality::Policy;
use booth::recordings::assess::opinion::Models;
use booth::recordings::check::{Checked, Job, Options, find, rejudge, run as run_check};
use booth::recordings::session::fault::Fault;
use booth::recordings::tally::{Across, Entry, Summary};
use booth::recordings::transcribe::transcripts::STALE;
use booth::report::{Finish, Links, Page, terminal};
use booth::text::escape_for_terminal as safe;
use booth::{Error, Result};
use std::ops::ControlFlow;
use std::path::PathBuf;

/// Copies that are told in the summary.
const LISTED: usize = 3;

/// What was checked, besides the takes.
struct Done {
    sessions: usize,
    faults: Vec<(PathBuf, Fault)>,
    /// Takes that lack metrics of this version; `None` when all were measured now.
    lacking: Option<u64>,
}

/// Measures or rejudges what the arguments name, and hands every take to `sink`.
fn check(
    args: &CheckArgs,
    policy: &Policy,
    models: &Models,
    context: &Context,
    sink: impl FnMut(&Job, Checked) -> ControlFlow<()>,
) -> Result<Done> {
    let scratch = scratch();
    let options = Options { policy, threads: context.threads, scratch: &scratch, stop: interrupt::flag() };
    if args.rejudge {
        let done = rejudge::run(&args.paths, args.all_takes, &options, sink)?;
        return Ok(Done { sessions: done.sessions, faults: done.faults, lacking: Some(done.lacking) });
    }
    let work = find(&args.paths, args.all_takes, &args.locale, &options)?;
    let bar = progress::bar(context, args.json, work.takes, "takes");
    let progress = |done| {
        bar.set_position(done);
        if done == work.takes {
            bar.set_message("looking for copies");
        }
    };
    run_check(&work, &options, models, progress, sink)?;
    bar.finish_and_clear();
    Ok(Done { sessions: work.sessions, faults: work.faults, lacking: None })
}

pub(crate) fn run(args: &CheckArgs, context: &Context) -> Result<Exit> {
    interrupt::install()?;
    let policy = policy::policy(&args.policy)?;
    let models = Models::load(args.vad_model.as_deref(), args.mos_model.as_deref())?;
    let mut report = match &args.report {
        Some(dir) => {
            let staging = StagingDir::create(dir, "booth check")?;
            let base = std::env::current_dir().map_err(|error| Error::io("find", ".", error))?;
            let page = Page::create(staging.path(), Links { target: dir.clone(), base }, &policy)?;
            Some((staging, page))
        }
        None => None,
    };
    let mut summary = Summary::new(args.worst);
    let mut across = Across::new();
    let mut failed = None;
    let mut stale = 0u64;
    let work = check(args, &policy, &models, context, |job, checked| {
        across.add(job, &checked);
        stale += u64::from(checked.measurements.unmeasured.get("cer").is_some_and(|reason| reason == STALE));
        let entry = Entry::of(job, &checked);
        summary.add(&entry);
        let line = row(job, &checked);
        let outcome = if args.json { data_json(&line) } else { Ok(()) }.and_then(|()| match &mut report {
            Some((_, page)) => page.add(&entry, &line),
            None => Ok(()),
        });
        match outcome {
            Ok(()) => ControlFlow::Continue(()),
            Err(error) => {
                failed = Some(error);
                ControlFlow::Break(())
            }
        }
    })?;
    if let Some(error) = failed {
        return Err(error);
    }
    interrupt::check()?;
    let (speakers, devices) = (across.speakers(&summary), across.devices(&summary));
    let totals = serde_json::json!({
        "schema": 1, "type": "summary", "takes": summary.verdicts.total(), "sessions": work.sessions,
        "pass": summary.verdicts.pass, "warn": summary.verdicts.warn, "reject": summary.verdicts.reject,
        "seconds": summary.milliseconds as f64 / 1000.0, "reasons": summary.reasons,
        "journal_faults": work.faults.len(), "profile": policy.profile(), "policy_sha256": policy.sha256(),
        "stale_transcripts": stale,
        "rejudged": args.rejudge, "lacking_metrics": work.lacking.unwrap_or(0), "copies": across.copies,
        "speakers": speakers, "devices": devices,
    });
    if let Some((staging, page)) = report {
        let checked: Vec<String> = args.paths.iter().map(|path| path.display().to_string()).collect();
        let faults: Vec<_> = work
            .faults
            .iter()
            .map(|(dir, fault)| (dir.display().to_string(), fault.severity, fault.message.clone()))
            .collect();
        page.finish(Finish {
            totals: &totals,
            checked: &checked,
            speakers: &speakers,
            devices: &devices,
            sessions: work.sessions as u64,
            faults: &faults,
            threads: context.threads,
            stop: interrupt::flag(),
        })?;
        interrupt::check()?;
        staging.publish()?;
    }
    for (dir, fault) in &work.faults {
        tell!("{}: {}: {}", fault.severity, safe(&dir.display().to_string()), safe(&fault.message));
    }
    if stale > 0 && !context.quiet {
        let takes = plural(stale, "take");
        tell!("note: the transcripts of {takes} are of other samples and do not count; transcribe again");
    }
    if args.json {
        data_json(&totals)?;
    } else {
        let lines = terminal::lines(&summary, work.sessions as u64, &speakers, &devices);
        print(&lines, &summary, &across, context)?;
        if let (Some(dir), false) = (&args.report, context.quiet) {
            tell!("\nThe report is {}", safe(&dir.join("index.html").display().to_string()));
        }
    }
    if let (Some(lacking), false) = (work.lacking, context.quiet) {
        if lacking > 0 {
            let takes = plural(lacking, "take");
            tell!("note: {takes} lack metrics of this version and were judged on what is there;");
            tell!("      `booth check` measures again");
        }
        tell!("note: files were not looked at, nor were copies looked for that only sound the same");
    }
    let rejected = summary.verdicts.reject > 0
        || work.faults.iter().any(|(_, fault)| fault.severity == booth::severity::Severity::Reject);
    Ok(if rejected { Exit::DataFailed } else { Exit::Done })
}

/// One take as a line of JSON; docs/FORMAT.md describes it.
fn row(job: &Job, checked: &Checked) -> serde_json::Value {
    let take = job.take.as_ref();
    serde_json::json!({
        "schema": 1, "type": "take", "path": job.path.display().to_string(),
        "session": take.map(|take| &take.session.id),
        "speaker": take.map(|take| SpeakerId::as_str(&take.session.speaker)),
        "prompt": take.map(|take| &take.prompt), "take": take.map(|take| take.take),
        "state": take.map(|take| take.state), "text": job.text,
        "verdict": checked.judgement.verdict, "measurements": checked.measurements,
        "findings": checked.judgement.findings, "copy_of": checked.copy_of,
    })
}

fn print(lines: &[String], summary: &Summary, across: &Across, context: &Context) -> Result<()> {
    for line in lines {
        data(line)?;
    }
    print_copies(across)?;
    verdict(summary, context);
    Ok(())
}

/// The lines about copies.
fn print_copies(across: &Across) -> Result<()> {
    let copies = across.copies;
    if copies.exact + copies.near > 0 {
        let other = match copies.other_text {
            0 => String::new(),
            other => format!(", {other} under another prompt"),
        };
        data(&format!("Copies: {} the same, {} alike{other}", copies.exact, copies.near))?;
        for copy in across.told_copies().iter().take(LISTED) {
            data(&format!("  {}: {}", safe(&copy.path), safe(&copy.message)))?;
        }
        let more = (copies.exact + copies.near).saturating_sub(LISTED as u64);
        if more > 0 {
            data(&format!("  and {more} more, in --json"))?;
        }
    }
    Ok(())
}

fn verdict(summary: &Summary, context: &Context) {
    if !context.quiet {
        let style = context.style;
        let word = if summary.verdicts.reject > 0 {
            style.bad("REJECT")
        } else if summary.verdicts.warn > 0 {
            style.doubtful("WARN")
        } else {
            style.good("PASS")
        };
        tell!("{word}");
    }
}
