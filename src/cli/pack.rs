//! `booth pack`.

use crate::cli::args::{AccessArg, AudioArgs, Embed, PackArgs, SampleFormat, SelectArgs};
use crate::cli::exit::Exit;
use crate::cli::grouped::{self, Told};
use crate::cli::{card, project, remarks, scratch, state};
use crate::face::clock::{SystemClock, source_date};
use crate::face::line::out::{Context, data, data_json, tell};
use crate::face::line::progress::Shown;
use crate::face::line::{interrupt, progress};
use booth::audio::OutputFormat;
use booth::corpus::format::{self, Coding};
use booth::corpus::held_out::Guard;
use booth::corpus::published::listen;
use booth::corpus::{
    BuildOptions, BuildReport, By, Doubts, EVALUATION, Folders, Input, Lock, LockFile, PackSummary, Plan,
    Purpose, Recordings as _, Sessions, Settings, Split, Splitting, Targets, WITHDRAWN_NAME, WithdrawnList,
    build, judge_under, look_at_previous, plan, read_lock, refuse,
};
use booth::fsio;
use booth::numbers::plural;
use booth::project::{
    Access, Choice, Description, Kind, Licence, Part, Processing, Project, Wishes, digests,
};
use booth::quality::Policy;
use booth::recordings::Ledger;
use booth::recordings::check::Options;
use booth::recordings::releases::{FILE as RELEASES, ReleaseLine, Releases, SCHEMA as RELEASES_SCHEMA};
use booth::recordings::transcribe::Counting;
use booth::rows::Line;
use booth::text::escape_for_terminal as safe;
use booth::units::SampleRate;
use booth::{Error, ErrorKind, Result};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Takes that a dry run names for each reason.
const TOLD: u64 = 3;

pub(crate) fn run(args: &PackArgs, context: &Context) -> Result<Exit> {
    interrupt::install()?;
    for root in &args.recordings {
        if !fsio::is_named_folder(root)? {
            return Err(
                Error::new(ErrorKind::Session, "there is no such folder of recordings").with_path(root)
            );
        }
    }
    refuse_inside(args)?;
    let starts: Vec<&Path> = args.recordings.iter().map(PathBuf::as_path).collect();
    let project = project::load(&args.project, &starts, args.json, context)?;
    let policy = project::limits(&args.policy, project.as_ref())?;
    project::tell_limits(project.as_ref(), context);
    let parts = card::parts(project.as_ref())?;
    let mut settings = Settings { card: digests(&parts.parts), ..settings(args, project.as_ref(), &policy)? };
    let lock_path = args.splits.clone().unwrap_or_else(|| args.recordings[0].join(Lock::NAME));
    // Held before anything is read that a plan follows from; a dry run writes nothing and so holds nothing.
    let held = if args.dry_run { None } else { Some(LockFile::hold(&lock_path)?) };
    let standing = match &held {
        Some(held) => held.standing().clone(),
        None => LockFile::look(&lock_path)?,
    };
    settings.splitting.other_locks = other_locks(args, &lock_path)?;
    let scratch = scratch();
    let ledger = state::ledger()?;
    let measured = measured(args, &policy, ledger.as_ref(), &scratch, context);
    state::finish(ledger.as_ref(), context);
    let sessions = measured?;
    let doubts = sessions.doubts();
    tell_doubts(&doubts, context);
    remarks::tell_of(&sessions.remarks(), context);
    project::tell_outside(project.as_ref(), &sessions.remarks().read, args.json, context)?;
    let judge = |record: &_, measured: &_| judge_under(&policy, record, measured);
    // A date that is given dates the corpus; consent holds or does not when it is used, which is now.
    let now = SystemClock::now();
    let input = Input {
        recordings: &sessions,
        judge: &judge,
        now,
        scratch: &scratch,
        previous: args.release.previous.as_deref(),
    };
    settings.splitting.without_held_out = args.without.without_held_out;
    let guard = held_out(args, project.as_ref(), &sessions, settings.splitting.goal(), context)?;
    settings.splitting.hold_against(guard);
    let mut plan = plan(input, &settings, standing.lock.as_ref(), None)?;
    plan.notes.extend(standing.notes);
    plan.notes.extend(unwritten(project.as_ref()));
    plan.notes.extend(card::notes(&parts));
    if args.dry_run {
        show_plan(&plan, &doubts, args, context)?;
        // What the real run would refuse is said now.
        refuse(&plan, &args.out, args.without.without_broken)?;
        return Ok(Exit::Done);
    }
    unreadable(&plan, args)?;
    if let Err(error) = refuse(&plan, &args.out, args.without.without_broken) {
        fsio::FolderLock::clear_beside(&args.out);
        show_refused(&plan, args)?;
        // Why nothing is left may stand there.
        if plan.utterances == 0 {
            notes(&plan, context);
        }
        return Err(error);
    }
    let report =
        carry_out(&plan, input, &sessions, (&lock_path, held.as_ref()), &parts.parts, args, context)?;
    if args.json {
        show_refused(&plan, args)?;
        data_json(&Line::new("summary", &PackSummary { of: &report, doubts: &doubts }))?;
    } else {
        show_report(&plan, &report, args, context)?;
    }
    Ok(Exit::Done)
}

/// Builds the corpus, writes it down in the ledger of releases, and says what it tells to be withdrawn.
fn carry_out(
    plan: &Plan,
    input: Input<'_>,
    sessions: &Sessions<'_>,
    (lock_path, held): (&Path, Option<&LockFile>),
    parts: &[Part],
    args: &PackArgs,
    context: &Context,
) -> Result<BuildReport> {
    let releases = RefCell::new(Releases::read(&lock_path.with_file_name(RELEASES))?);
    let withdrawn = WithdrawnList::of(&releases.borrow(), plan, sessions.tombstones())?;
    let announce = |sums, holds| {
        releases.borrow_mut().note(ReleaseLine {
            schema: RELEASES_SCHEMA,
            at: input.now,
            name: plan.settings.title.clone(),
            scope: plan.settings.scope.clone(),
            version: plan.settings.version.clone(),
            sums,
            holds,
        })
    };
    let bar = progress::bar(context, args.json, plan.utterances, "utterances");
    let report = build(
        plan,
        input,
        &args.out,
        BuildOptions {
            threads: context.threads,
            lock_file: held,
            without_broken: args.without.without_broken,
            bag: args.describe.bag,
            parts,
            withdrawn: Some(&withdrawn),
            announce: Some(&announce),
            watch: &Shown(&bar),
        },
    );
    bar.finish_and_clear();
    let report = report?;
    if !withdrawn.is_empty() && !context.quiet {
        let note = context.style.doubtful("note");
        let count = plural(withdrawn.len() as u64, "utterance");
        tell!(
            "{note}: {count} of earlier releases were withdrawn; {WITHDRAWN_NAME} in the release says which, for whoever holds one"
        );
    }
    Ok(report)
}

/// Reads the locks of all folders of recordings besides the release's own: what one keeps for evaluation is not trained on
/// because another folder is named first.
fn other_locks(args: &PackArgs, own: &Path) -> Result<Vec<Lock>> {
    let resolved = |path: &Path| fsio::resolved(path).map_err(|error| Error::io("find", path, error));
    let own = resolved(own)?;
    let mut others = Vec::new();
    for root in &args.recordings {
        let path = root.join(Lock::NAME);
        if resolved(&path)? != own {
            others.extend(read_lock(&path)?);
        }
    }
    Ok(others)
}

/// Reads the sessions, and measures the takes that this machine has not measured before.
fn measured<'a>(
    args: &'a PackArgs,
    policy: &'a Policy,
    ledger: Option<&'a Ledger>,
    scratch: &'a Path,
    context: &Context,
) -> Result<Sessions<'a>> {
    let folders = Folders::find(&args.recordings)?;
    let options = Options {
        threads: context.threads,
        stop: Some(interrupt::flag()),
        ledger,
        counting: Counting::Own { ledger, named: &args.recogniser },
        ..Options::new(policy, scratch)
    };
    let bar = progress::bar(context, args.json, 0, "takes measured");
    let sessions = folders.measured(&options, |done, of| {
        bar.set_length(of);
        bar.set_position(done);
    });
    bar.finish_and_clear();
    interrupt::check()?;
    sessions
}

/// Reads the lists of what is held out: those of the flags, else the project's; and listens to the recordings where they have
/// sounds.
fn held_out(
    args: &PackArgs,
    project: Option<&Project>,
    sessions: &Sessions<'_>,
    goal: Purpose,
    context: &Context,
) -> Result<Guard> {
    let of_project = project.map(|project| project.release.held_out.as_slice()).unwrap_or_default();
    let flags = args.splitting.held_out.as_slice();
    // Nobody trains on a release for evaluation; a list that is asked for all the same is an error of the flags.
    let of_project = if goal == Purpose::Evaluation { &[] } else { of_project };
    let mut guard = Guard::open(if flags.is_empty() { of_project } else { flags })?;
    let bar = progress::bar(context, args.json, 0, "takes listened to");
    let listened = listen(&mut guard, sessions, context.threads, &Shown(&bar));
    bar.finish_and_clear();
    listened.map(|()| guard)
}

/// Says how many takes were measured here, since nobody had attested what their sessions say of them.
fn tell_doubts(doubts: &Doubts, context: &Context) {
    let counts = doubts.counts;
    if counts.measured > 0 && !context.quiet {
        let takes = plural(counts.measured, "take");
        let older = match counts.older {
            0 => String::new(),
            older => format!(": {older} by an older version, which knew less"),
        };
        let differing = match counts.differing {
            0 if counts.older > 0 => String::new(),
            0 => ": all are as their sessions say".to_owned(),
            differing => format!(": {differing} differ from what their sessions say"),
        };
        let note = context.style.doubtful("note");
        tell!("{note}: measured {takes} that this machine had not measured before{older}{differing}");
    }
}

/// A corpus inside the recordings would be taken for recordings, and sent on with them.
fn refuse_inside(args: &PackArgs) -> Result<()> {
    let true_path = |path: &Path| fsio::resolved(path).map_err(|error| Error::io("find", path, error));
    let out = true_path(&args.out)?;
    for root in &args.recordings {
        let root = true_path(root)?;
        if out != root && out.starts_with(&root) {
            return Err(Error::new(ErrorKind::Usage, "the corpus would lie inside the recordings")
                .with_path(&args.out)
                .with_hint("give a folder beside them with --out"));
        }
    }
    Ok(())
}

/// Returns the formats that are asked for, each once and in their order, so that the order of flags changes no byte: by flags,
/// else those of the project's targets that this version writes, else the usual ones.
fn manifests(args: &PackArgs, project: Option<&Project>) -> Result<Vec<String>> {
    let known = format::names();
    let targets = project.iter().flat_map(|project| &project.targets).map(|target| target.name);
    let targets: Vec<String> = targets.filter(|name| known.contains(name)).map(str::to_owned).collect();
    let wanted = if args.formats.is_empty() { &targets } else { &args.formats };
    if wanted.is_empty() {
        return Ok(format::DEFAULT.map(str::to_owned).into());
    }
    Ok(format::chosen(wanted)?.into_iter().map(|format| format.name().to_owned()).collect())
}

/// What the corpus is to be: as the flags say, else the project, else as it is by default.
fn settings(args: &PackArgs, project: Option<&Project>, policy: &Policy) -> Result<Settings> {
    let mut wishes = project.map(|project| project.release.clone()).unwrap_or_default();
    let rate = args.rate.map(SampleRate::new).transpose()?.or(wishes.rate);
    let rate = rate.map_or_else(|| SampleRate::new(16_000), Ok)?;
    let default = Settings::new(title(args, wishes.title.take())?, rate, policy);
    let format = args.sample_format.map(|format| match format {
        SampleFormat::Int16 => OutputFormat::Int16,
        SampleFormat::Int24 => OutputFormat::Int24,
        SampleFormat::Float32 => OutputFormat::Float32,
    });
    let splitting = splitting(args, &wishes);
    // Another use than this one a release for evaluation has by an error alone.
    if splitting.goal() == Purpose::Evaluation {
        wishes.scope = Some(EVALUATION);
    }
    let (licence, access) = licence(args, project)?;
    let select = chosen(&args.select, wishes.select);
    let audio = processing(&args.audio, &wishes.audio);
    let [train, dev, test] =
        wishes.shares.unwrap_or([default.targets.train, default.targets.dev, default.targets.test]);
    let settings = Settings {
        format: format.or(wishes.format).unwrap_or(default.format),
        min_verdict: args.min_verdict.map(Into::into).or(wishes.min_verdict).unwrap_or(default.min_verdict),
        scope: args.scope.clone().or(wishes.scope.map(str::to_owned)).unwrap_or(default.scope),
        splitting,
        targets: Targets::new(train, dev, test)?,
        select,
        audio,
        manifests: manifests(args, project)?,
        version: args.release.version.clone(),
        previous: args.release.previous.as_deref().map(look_at_previous).transpose()?,
        shard_bytes: args.release.shard_bytes,
        embed: match args.release.embed {
            Embed::Wav => Coding::Wav,
            Embed::Flac => Coding::Flac,
        },
        date: match &args.describe.date {
            Some(date) => Some(date.clone()),
            None => source_date()?.map(booth::units::Utc::date),
        },
        licence,
        access,
        project_sha256: project.map(|project| project.sha256),
        description: description(args, project)?,
        without_shared: args.without.without_shared,
        ..Settings::new(default.title, rate, policy)
    };
    // What cannot be is told before anything is measured.
    settings.check()?;
    Ok(settings)
}

/// How the corpus is described: as the flags say, else the project, whose targets may name descriptions as well. Of its makers
/// nothing is said where nobody asked for a description or a bag.
fn description(args: &PackArgs, project: Option<&Project>) -> Result<Option<Description>> {
    let flags = &args.describe;
    let wished = project.iter().flat_map(|project| {
        let targets = project.targets.iter().filter_map(|target| Kind::named(target.name).ok());
        project.release.describe.iter().copied().chain(targets)
    });
    let kinds: Vec<&str> = if flags.describe.is_empty() {
        wished.map(Kind::id).collect()
    } else {
        flags.describe.iter().map(String::as_str).collect()
    };
    let description = Description::of(kinds)?;
    if description.kinds.is_empty() && !flags.bag {
        let given = [("--creator", &flags.creator), ("--contact", &flags.contact), ("--url", &flags.url)];
        return match given.into_iter().find(|(_, value)| value.is_some()) {
            Some((flag, _)) => {
                Err(Error::new(ErrorKind::Usage, format!("nothing would say what {flag} gives"))
                    .with_hint("add --describe or --bag"))
            }
            None => Ok(None),
        };
    }
    let collector = project.and_then(|project| project.collector.clone());
    let (name, contact) = collector.map(|collector| (collector.name, collector.contact)).unzip();
    Ok(Some(Description {
        creator: flags.creator.clone().or(name),
        contact: flags.contact.clone().or(contact),
        url: flags.url.clone().or(project.and_then(|project| project.release.url.clone())),
        ..description
    }))
}

/// What the corpus is made of: as the flags say, else the project.
fn chosen(args: &SelectArgs, of_project: Choice) -> Choice {
    fn list<T: Clone>(flags: &[T], project: Vec<T>) -> Vec<T> {
        if flags.is_empty() { project } else { flags.to_vec() }
    }
    let project = if args.no_select { Choice::default() } else { of_project };
    Choice {
        locales: list(&args.locales, project.locales),
        speakers: list(&args.speakers, project.speakers),
        without_speakers: list(&args.without_speakers, project.without_speakers),
        sheets: list(&args.sheets, project.sheets),
        devices: list(&args.devices, project.devices),
        intents: list(&args.intents, project.intents),
        domains: list(&args.domains, project.domains),
        most_per_speaker: args.most_per_speaker.or(project.most_per_speaker),
        most_minutes_per_speaker: args.most_minutes_per_speaker.or(project.most_minutes_per_speaker),
        most_per_prompt: args.most_per_prompt.or(project.most_per_prompt),
    }
    .in_order()
}

/// How the corpus is split and what it is for: as the flags say, else the project. Where nobody says it the lock does.
fn splitting(args: &PackArgs, wishes: &Wishes) -> Splitting {
    let by = By::ALL.iter().find(|by| Some(by.id()) == wishes.split).copied();
    let purpose = Purpose::ALL.iter().find(|purpose| Some(purpose.id()) == wishes.purpose).copied();
    Splitting {
        by: args.splitting.split.or(by),
        purpose: args.splitting.purpose.or(purpose),
        ..Splitting::default()
    }
}

/// What is done to the audio: as the flags say, else the project.
fn processing(args: &AudioArgs, of_project: &Processing) -> Processing {
    let none = Processing::default();
    let project = if args.no_processing { &none } else { of_project };
    Processing {
        trim_ms: args.trim_ms.or(project.trim_ms),
        loudness_lufs: args.loudness_lufs.or(project.loudness_lufs),
        true_peak_dbtp: args.true_peak_dbtp.or(project.true_peak_dbtp),
    }
    .with_limit()
}

/// The licence of the corpus and who gets it: as the flags say, else the project. Nothing is promised by default.
fn licence(args: &PackArgs, project: Option<&Project>) -> Result<(Option<Licence>, Option<Access>)> {
    let (of_project, of_access) = project.and_then(|project| project.licence.clone()).unzip();
    let licence = match args.licence.as_deref() {
        Some("none") => None,
        // One of the project's own is known by its id.
        Some(id) => match of_project.filter(|own| own.id == id) {
            Some(own) => Some(own),
            None => Some(Licence::listed(id)?),
        },
        None => of_project,
    };
    let access = args.access.map(|access| match access {
        AccessArg::Open => Access::Open,
        AccessArg::Gated => Access::Gated,
    });
    match (&licence, access.or(of_access)) {
        (None, _) if args.access.is_some() => {
            Err(Error::new(ErrorKind::Usage, "who gets a corpus needs a licence under which they get it")
                .with_hint("add --licence, for example --licence CC-BY-4.0, or leave out --access"))
        }
        (None, _) => Ok((None, None)),
        (Some(_), None) => Err(Error::new(ErrorKind::Usage, "a licence does not say who gets the corpus")
            .with_hint("add --access open or --access gated")),
        (Some(_), access) => Ok((licence, access)),
    }
}

/// Says which of the project's targets this version writes nothing for.
fn unwritten(project: Option<&Project>) -> Option<String> {
    let known = format::names();
    let targets = project.iter().flat_map(|project| &project.targets).map(|target| target.name);
    let is_written = |name: &str| known.contains(&name) || Kind::named(name).is_ok();
    let lacking: Vec<&str> = targets.filter(|name| !is_written(name)).collect();
    (!lacking.is_empty())
        .then(|| format!("this version writes nothing for the targets: {}", lacking.join(", ")))
}

fn title(args: &PackArgs, wished: Option<String>) -> Result<String> {
    if let Some(name) = args.name.clone().or(wished) {
        return Ok(name);
    }
    args.out.file_name().and_then(|name| name.to_str()).map(str::to_owned).ok_or_else(|| {
        Error::new(ErrorKind::Usage, "the corpus folder has no name that can stand on its card")
            .with_path(&args.out)
            .with_hint("give a name with --name")
    })
}

/// Names the sessions of which nothing is packed.
fn unreadable(plan: &Plan, args: &PackArgs) -> Result<()> {
    let told = plan.unreadable.iter().map(|broken| Told::unreadable(&broken.path, &broken.message));
    for line in grouped::lines(told) {
        tell!("{line}");
    }
    for broken in &plan.unreadable {
        if args.json {
            data_json(&Line::new("unreadable", broken))?;
        }
    }
    Ok(())
}

fn show_plan(plan: &Plan, doubts: &Doubts, args: &PackArgs, context: &Context) -> Result<()> {
    unreadable(plan, args)?;
    if args.json {
        data_json(&Line::new("plan", plan))?;
        return data_json(&Line::new("summary", &PackSummary { of: &plan.summary(), doubts }));
    }
    data(&format!(
        "{} of {}, {:.1} MB of audio at {}",
        plural(plan.utterances, "utterance"),
        plural(plan.speakers.len() as u64, "speaker"),
        plan.audio_bytes as f64 / 1e6,
        plan.settings.rate
    ))?;
    for speaker in &plan.speakers {
        let new = if plan.placed.contains(&speaker.speaker) { "  (new)" } else { "" };
        data(&format!(
            "  {:<24} {:<5} {:>6}{new}",
            speaker.speaker.as_str(),
            speaker.split.map_or("any", Split::name),
            speaker.utterances
        ))?;
    }
    refused(plan, true)?;
    notes(plan, context);
    Ok(())
}

/// Shows what is left out, where there is nothing else to show.
fn show_refused(plan: &Plan, args: &PackArgs) -> Result<()> {
    if !args.json {
        return refused(plan, false);
    }
    for refusal in plan.refused.iter() {
        data_json(&Line::new("refused", &refusal?))?;
    }
    Ok(())
}

/// Says when consent was judged, and what is left out.
fn refused(plan: &Plan, each: bool) -> Result<()> {
    data(&format!("Consent judged at {}", plan.consent_judged_at))?;
    if plan.refused_by_reason.is_empty() {
        return Ok(());
    }
    data("Left out")?;
    for (reason, count) in &plan.refused_by_reason {
        data(&format!("  {:<28} {count:>7}", reason.words()))?;
    }
    if each {
        let mut told = BTreeMap::new();
        for refusal in plan.refused.iter() {
            let refusal = refusal?;
            let detail = if refusal.detail.is_empty() {
                String::new()
            } else {
                format!(" ({})", safe(&refusal.detail))
            };
            let count = told.entry(refusal.reason).or_insert(0u64);
            *count += 1;
            if *count <= TOLD {
                data(&format!(
                    "  {} {} take {}: {}{detail}",
                    refusal.session,
                    refusal.prompt,
                    refusal.take,
                    refusal.reason.words()
                ))?;
            }
        }
        let more: u64 = told.values().map(|count| count.saturating_sub(TOLD)).sum();
        if more > 0 {
            data(&format!("  and {more} more, all of them in --json"))?;
        }
    }
    Ok(())
}

fn notes(plan: &Plan, context: &Context) {
    for note in grouped::notes(&plan.notes) {
        tell!("{}: {note}", context.style.doubtful("note"));
    }
}

fn show_report(plan: &Plan, report: &BuildReport, args: &PackArgs, context: &Context) -> Result<()> {
    let hours = booth::units::seconds(report.frames, plan.settings.rate) / 3600.0;
    data(&format!(
        "{}, {hours:.2} h, {:.1} MB of audio",
        plural(report.utterances, "utterance"),
        report.audio_bytes as f64 / 1e6
    ))?;
    for (split, count) in &report.splits {
        let speakers = plan.speakers.iter().filter(|speaker| speaker.split == Some(*split)).count();
        // Split by prompt, they may be the same everywhere.
        let of = if plan.lock.by == By::Prompt {
            String::new()
        } else {
            format!(" of {}", plural(speakers as u64, "speaker"))
        };
        data(&format!("  {:<5} {count:>7}{of}", split.name()))?;
    }
    refused(plan, false)?;
    for (format, reasons) in &report.left_out_of {
        let count: u64 = reasons.values().sum();
        let none = if count == report.utterances { ", which therefore is not there" } else { "" };
        data(&format!("{} cannot be in {format}{none}", plural(count, "utterance")))?;
        for (why, count) in reasons {
            data(&format!("  {count:>7}  {}", why.words()))?;
        }
    }
    if report.attenuated > 0 {
        let why = if plan.settings.audio.sets_levels() { "" } else { " so that they do not clip" };
        data(&format!("{} utterances were turned down{why}", report.attenuated))?;
    }
    notes(plan, context);
    if !context.quiet {
        let out = safe(&args.out.display().to_string());
        tell!("{}  {out} is complete. Prove it any time: booth verify {out}", context.style.good("DONE"));
    }
    Ok(())
}
