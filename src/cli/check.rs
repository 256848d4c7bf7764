//! `booth check`.

use crate::cli::args::CheckArgs;
use crate::cli::exit::Exit;
use crate::cli::grouped;
use crate::cli::{project, remarks, scratch, state};
use crate::face::clock::SystemClock;
use crate::face::line::out::{Context, data, data_json, tell};
use crate::face::line::{interrupt, progress};
use booth::fsio::StagingDir;
use booth::numbers::plural;
use booth::quality::{Measurements, Policy};
use booth::recordings::check::{Checked, Job, Options, Remarks, find, rejudge, run as run_check};
use booth::recordings::tally::{
    Checking, FaultRow, GroupRow, SummaryLine, TakeLine, TakeRow, Tally, to_text,
};
use booth::recordings::transcribe::{Counting, STALE};
use booth::recordings::{Fault, Ledger, Models};
use booth::report::{Finish, Links, Page, terminal};
use booth::rows::Line;
use booth::severity::Severity;
use booth::text::escape_for_terminal as safe;
use booth::{Error, Result};
use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

/// Copies that are told in the summary.
const LISTED: usize = 3;

/// What was checked, besides the takes.
struct Done {
    sessions: usize,
    faults: Vec<(PathBuf, Fault)>,
    remarks: Remarks,
    /// Takes that lack metrics that are measured now; `None` when all were measured now.
    lacking: Option<u64>,
}

/// Measures or rejudges what the arguments name, and hands every take to `sink`.
fn check(
    args: &CheckArgs,
    policy: &Policy,
    models: &Models,
    ledger: Option<&Ledger>,
    context: &Context,
    sink: impl FnMut(&Job, Checked) -> ControlFlow<()>,
) -> Result<Done> {
    let scratch = scratch();
    let options = Options {
        threads: context.threads,
        now: Some(SystemClock::now()),
        stop: Some(interrupt::flag()),
        ledger,
        counting: Counting::Own { ledger, named: &args.recogniser },
        ..Options::new(policy, &scratch)
    };
    if args.rejudge {
        let done = rejudge::run(&args.paths, args.all_takes, &options, sink)?;
        let rejudge::Rejudged { sessions, faults, remarks, lacking } = done;
        return Ok(Done { sessions, faults, remarks, lacking: Some(lacking) });
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
    Ok(Done { sessions: work.sessions, faults: work.faults, remarks: work.remarks, lacking: None })
}

/// A report that is being written.
struct Report {
    staging: StagingDir,
    page: Page,
}

impl Report {
    fn create(dir: &Path, policy: &Policy) -> Result<Self> {
        let staging = StagingDir::create(dir, "booth check")?;
        #[expect(clippy::disallowed_methods, reason = "a report links to files from where it was asked for")]
        let base = std::env::current_dir().map_err(|error| Error::io("find", ".", error))?;
        let page = Page::create(staging.path(), Links { target: dir.to_owned(), base }, policy)?;
        Ok(Self { staging, page })
    }

    fn publish(self, args: &CheckArgs, context: &Context, work: &Done, told: &Told<'_>) -> Result<()> {
        let checked: Vec<String> = args.paths.iter().map(|path| path.display().to_string()).collect();
        let faults: Vec<_> = work
            .faults
            .iter()
            .map(|(dir, fault)| (dir.display().to_string(), fault.severity, fault.message.clone()))
            .collect();
        self.page.finish(Finish {
            tally: told.tally,
            totals: told.totals,
            checked: &checked,
            speakers: told.speakers,
            devices: told.devices,
            sessions: work.sessions as u64,
            faults: &faults,
            own_limits: &work.remarks.own_limits,
            threads: context.threads,
            stop: Some(interrupt::flag()),
        })?;
        interrupt::check()?;
        self.staging.publish()
    }
}

/// What a check found, in the forms in which it is told.
struct Told<'a> {
    tally: &'a Tally,
    speakers: &'a [GroupRow],
    devices: &'a [GroupRow],
    /// The last line of JSON.
    totals: &'a str,
    /// Takes whose transcripts are of other samples.
    stale: u64,
}

pub(crate) fn run(args: &CheckArgs, context: &Context) -> Result<Exit> {
    interrupt::install()?;
    let starts: Vec<&Path> = args.paths.iter().map(PathBuf::as_path).collect();
    let project = project::load(&args.project, &starts, args.json, context)?;
    let project = project.as_ref();
    let policy = project::limits(&args.policy, project)?;
    let models = Models::load(args.vad_model.as_deref(), args.mos_model.as_deref())?;
    let mut report = args.report.as_deref().map(|dir| Report::create(dir, &policy)).transpose()?;
    let (mut tally, mut stale, mut failed) = (Tally::new(args.worst), 0u64, None);
    let mut unreadable = Unreadable::new();
    let ledger = state::ledger()?;
    let work = check(args, &policy, &models, ledger.as_ref(), context, |job, checked| {
        stale += u64::from(checked.measurements.unmeasured.get("cer").is_some_and(|reason| reason == STALE));
        // What is wrong with a take's file, its session's faults and findings tell.
        let reason = checked.measurements.unmeasured.get(Measurements::UNREADABLE);
        if let Some(reason) = reason.filter(|_| job.take.is_none()) {
            note_unreadable(&mut unreadable, reason, &job.path);
        }
        let outcome = take(job, &checked, args.json, &mut tally, report.as_mut());
        outcome.map_or_else(
            |error| {
                failed = Some(error);
                ControlFlow::Break(())
            },
            ControlFlow::Continue,
        )
    });
    state::finish(ledger.as_ref(), context);
    let work = work?;
    if let Some(error) = failed {
        return Err(error);
    }
    interrupt::check()?;
    let (speakers, devices) = (tally.speaker_rows(), tally.device_rows());
    let checking = Checking {
        policy: &policy,
        sessions: work.sessions,
        journal_faults: work.faults.len(),
        stale_transcripts: stale,
        remarks: &work.remarks,
        lacking: work.lacking,
    };
    let totals = to_text(&SummaryLine::of(&tally, &speakers, &devices, &checking))?;
    let told = Told { tally: &tally, speakers: &speakers, devices: &devices, totals: &totals, stale };
    if let Some(report) = report {
        report.publish(args, context, &work, &told)?;
    }
    if !args.json {
        tell_unreadable(&unreadable)?;
    }
    project::tell_limits(project, context);
    project::tell_outside(project, &work.remarks.read, args.json, context)?;
    tell_all(args, context, &work, &told)?;
    Ok(if is_rejected(&tally, &work) { Exit::DataFailed } else { Exit::Done })
}

/// Why files cannot be read: how many for each reason, and the first of them.
type Unreadable = BTreeMap<String, (u64, PathBuf)>;

/// More reasons than these are not told one by one: each file says its own in `--json`.
const MOST_REASONS: usize = 5;

/// Tells what each file that cannot be read is, and what can be done with it.
fn tell_unreadable(unreadable: &Unreadable) -> Result<()> {
    for (reason, (files, first)) in unreadable {
        let others = if *files > 1 { format!(" and {} more", files - 1) } else { String::new() };
        data(&format!("Cannot be read: {}{others}: {}", safe(&first.display().to_string()), safe(reason)))?;
    }
    Ok(())
}

fn note_unreadable(unreadable: &mut Unreadable, reason: &str, path: &Path) {
    if let Some((files, _)) = unreadable.get_mut(reason) {
        *files += 1;
    } else if unreadable.len() < MOST_REASONS {
        unreadable.insert(reason.to_owned(), (1, path.to_path_buf()));
    }
}

/// Counts a take, and writes it to stdout and into the report where they want it.
fn take(
    job: &Job,
    checked: &Checked,
    json: bool,
    tally: &mut Tally,
    report: Option<&mut Report>,
) -> Result<()> {
    let row = TakeRow::of(job, checked);
    let badness = tally.add(&row);
    if !json && report.is_none() {
        return Ok(());
    }
    let line = to_text(&TakeLine::of(job, checked))?;
    if json {
        data(&line)?;
    }
    report.map_or(Ok(()), |report| report.page.add(&row, badness, &line))
}

/// Tells what was found.
fn tell_all(args: &CheckArgs, context: &Context, work: &Done, told: &Told<'_>) -> Result<()> {
    let faults = work
        .faults
        .iter()
        .map(|(dir, fault)| grouped::Told::new(format!("{}:", fault.severity), dir, None, &fault.message));
    for line in grouped::lines(faults) {
        tell!("{line}");
    }
    remarks::tell_of(&work.remarks, context);
    if told.stale > 0 && !context.quiet {
        let takes = plural(told.stale, "take");
        tell!("note: the transcripts of {takes} are of other samples and do not count; transcribe again");
    }
    if args.json {
        for (dir, fault) in &work.faults {
            data_json(&Line::new("fault", &FaultRow { path: dir.display().to_string(), fault }))?;
        }
        data(told.totals)?;
    } else {
        for line in terminal::lines(told.tally, work.sessions as u64, told.speakers, told.devices) {
            data(&line)?;
        }
        print_copies(told.tally)?;
        verdict(told.tally, work, context);
        if let (Some(dir), false) = (&args.report, context.quiet) {
            tell!("\nThe report is {}", safe(&dir.join("index.html").display().to_string()));
        }
    }
    if let (Some(lacking), false) = (work.lacking, context.quiet) {
        if lacking > 0 {
            let takes = plural(lacking, "take");
            tell!("note: {takes} lack metrics that are measured now and were judged on what is there;");
            tell!("      `booth check` measures again");
        }
        tell!("note: files were not looked at, nor were copies looked for that only sound the same");
    }
    Ok(())
}

/// The lines about copies.
fn print_copies(tally: &Tally) -> Result<()> {
    let copies = tally.copies;
    if copies.exact + copies.near > 0 {
        let other = match copies.other_text {
            0 => String::new(),
            other => format!(", {other} under another prompt"),
        };
        data(&format!("Copies: {} the same, {} alike{other}", copies.exact, copies.near))?;
        for copy in tally.told_copies().iter().take(LISTED) {
            data(&format!("  {}: {}", safe(&copy.path), safe(&copy.message)))?;
        }
        let more = (copies.exact + copies.near).saturating_sub(LISTED as u64);
        if more > 0 {
            data(&format!("  and {more} more, in --json"))?;
        }
    }
    Ok(())
}

/// Says whether something cannot be used: a take, or a session.
fn is_rejected(tally: &Tally, work: &Done) -> bool {
    let is_reject = |(_, fault): &(PathBuf, Fault)| fault.severity == Severity::Reject;
    tally.verdicts.reject > 0 || work.faults.iter().any(is_reject)
}

fn verdict(tally: &Tally, work: &Done, context: &Context) {
    if !context.quiet {
        let style = context.style;
        let is_doubtful =
            tally.verdicts.warn > 0 || work.faults.iter().any(|(_, fault)| fault.severity == Severity::Warn);
        let word = if is_rejected(tally, work) {
            style.bad("REJECT")
        } else if is_doubtful {
            style.doubtful("WARN")
        } else {
            style.good("PASS")
        };
        tell!("{word}");
    }
}
