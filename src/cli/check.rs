//! `booth check`.

use crate::cli::args::CheckArgs;
use crate::cli::exit::Exit;
use crate::cli::{Context, data, data_json, interrupt, plural, policy, progress, tell};
use booth::Result;
use booth::fsio::StagingDir;
use booth::ids::SpeakerId;
use booth::quality::{Overrides, Policy};
use booth::recordings::check::{Checked, Job, find, run as run_check};
use booth::recordings::fault::Fault;
use booth::recordings::opinion::Models;
use booth::recordings::rejudge;
use booth::recordings::transcripts::STALE;
use booth::report::{Across, GroupRow};
use booth::report::{Page, Summary, title};
use booth::sheet::text::escape_for_terminal as safe;
use std::ops::ControlFlow;
use std::path::PathBuf;

/// Lines of copies, and of speakers and devices that stand out, in the summary.
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
    mut sink: impl FnMut(&Job, Checked) -> ControlFlow<()>,
) -> Result<Done> {
    if args.rejudge {
        let (paths, threads) = (&args.paths, context.threads);
        let done = rejudge::run(paths, args.all_takes, policy, threads, interrupt::flag(), sink)?;
        return Ok(Done { sessions: done.sessions, faults: done.faults, lacking: Some(done.lacking) });
    }
    let work = find(&args.paths, args.all_takes, &args.locale)?;
    let bar = progress::bar(context, args.json, work.jobs.len() as u64, "takes");
    run_check(&work.jobs, policy, models, context.threads, interrupt::flag(), |job, checked| {
        bar.inc(1);
        sink(job, checked)
    })?;
    bar.finish_and_clear();
    Ok(Done { sessions: work.sessions, faults: work.faults, lacking: None })
}

pub(crate) fn run(args: &CheckArgs, context: &Context) -> Result<Exit> {
    interrupt::install()?;
    let policy = policy::policy(&args.policy, &Overrides::new())?;
    let models = Models::load(args.vad_model.as_deref(), args.mos_model.as_deref())?;
    let mut report = match &args.report {
        Some(dir) => {
            let staging = StagingDir::create(dir, "booth check")?;
            let page = Page::create(staging.path(), dir)?;
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
        let path = job.path.display().to_string();
        let speaker = job.take.as_ref().map(|take| take.session.speaker.as_str());
        summary.add(&path, speaker, job.text.as_deref(), &checked.measurements, &checked.judgement);
        let line = row(job, &checked);
        let outcome = if args.json { data_json(&line) } else { Ok(()) }.and_then(|()| match &mut report {
            Some((_, page)) => {
                let (measured, judgement) = (&checked.measurements, &checked.judgement);
                page.add(&job.path, speaker, job.text.as_deref(), measured, judgement, &line)
            }
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
    let totals = serde_json::json!({
        "schema": 1, "type": "summary", "takes": summary.verdicts.total(), "sessions": work.sessions,
        "pass": summary.verdicts.pass, "warn": summary.verdicts.warn, "reject": summary.verdicts.reject,
        "seconds": summary.milliseconds as f64 / 1000.0, "reasons": summary.reasons,
        "journal_faults": work.faults.len(), "profile": policy.profile(), "policy_sha256": policy.sha256(),
        "stale_transcripts": stale,
        "rejudged": args.rejudge, "lacking_metrics": work.lacking.unwrap_or(0), "copies": across.copies,
        "speakers": across.speakers(), "devices": across.devices(),
    });
    if let Some((staging, page)) = report {
        page.finish(&policy, &totals)?;
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
        print(&summary, work.sessions)?;
        print_across(&across)?;
        verdict(&summary, context);
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

fn print(summary: &Summary, sessions: usize) -> Result<()> {
    let counts = summary.verdicts;
    let share = |count: u64| {
        let all = counts.total().max(1);
        format!("{:>5.1} %", count as f64 * 100.0 / all as f64)
    };
    let minutes = summary.milliseconds as f64 / 60_000.0;
    let from =
        if sessions > 0 { format!(" of {}", plural(sessions as u64, "session")) } else { String::new() };
    data(&format!("{}{from}, {minutes:.1} minutes", plural(counts.total(), "take")))?;
    data(&format!("  pass   {:>7}  {}", counts.pass, share(counts.pass)))?;
    data(&format!("  warn   {:>7}  {}", counts.warn, share(counts.warn)))?;
    data(&format!("  reject {:>7}  {}", counts.reject, share(counts.reject)))?;
    let reasons = summary.ranked_reasons();
    if !reasons.is_empty() {
        data("Reasons                          reject    warn")?;
        for (id, reason) in reasons.iter().take(8) {
            data(&format!("  {:<30} {:>6}  {:>6}   {id}", title(id), reason.reject, reason.warn))?;
        }
        if reasons.len() > 8 {
            data(&format!("  and {} more, in --json and --report", reasons.len() - 8))?;
        }
    }
    let worst = summary.worst();
    if !worst.is_empty() {
        data("Worst takes")?;
        for take in &worst {
            let titles: Vec<&str> = take.findings.iter().map(|id| title(id)).collect();
            data(&format!("  {}: {}", safe(&take.path), titles.join(", ")))?;
        }
    }
    Ok(())
}

/// The lines about copies, and about speakers and devices that stand out.
fn print_across(across: &Across) -> Result<()> {
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
    for (kind, rows) in [("Speaker", across.speakers()), ("Device", across.devices())] {
        let mut out: Vec<&GroupRow> = rows.iter().filter(|row| !row.stands_out.is_empty()).collect();
        out.sort_by(|a, b| far(b).total_cmp(&far(a)).then_with(|| a.name.cmp(&b.name)));
        for row in out.iter().take(LISTED) {
            let reasons: Vec<String> = row
                .stands_out
                .iter()
                .map(|found| {
                    format!("{} ({} {}, others {})", found.words, found.metric, found.value, found.median)
                })
                .collect();
            data(&format!("{kind} {} stands out: {}", safe(&row.name), reasons.join("; ")))?;
        }
        if out.len() > LISTED {
            data(&format!("  and {} more, in --json", out.len() - LISTED))?;
        }
    }
    Ok(())
}

/// How far a speaker or device stands out at most.
fn far(row: &GroupRow) -> f64 {
    row.stands_out.iter().map(|found| found.z.abs()).fold(0.0, f64::max)
}

fn verdict(summary: &Summary, context: &Context) {
    let (style, counts) = (context.style, summary.verdicts);
    if !context.quiet {
        let word = if counts.reject > 0 {
            style.bad("REJECT")
        } else if counts.warn > 0 {
            style.doubtful("WARN")
        } else {
            style.good("PASS")
        };
        tell!("{word}");
    }
}
