//! The second step: the sessions are written.
//!
//! Threads decode and measure into a hidden scratch folder; one thread publishes in the order of the plan,
//! a batch at a time: every file durable, then renamed into its session, then the journal's lines. Killed
//! at any instant, the scratch folder and files without a journal line are removed by the next run, which
//! makes them again from their source.

use super::clip::{Clip, Made, left_out, make};
use super::found::ImportFinding;
use super::plan::{ImportPlan, PlannedItem, failed};
use super::report::{ImportReport, Outcome, SessionReport};
use super::request::ImportRequest;
use super::resolve::{State, Target, resolve};
use super::sound::Shelf;
use crate::TOOL;
use crate::digest::Sha256;
use crate::error::{Error, ErrorKind, Result};
use crate::fsio;
use crate::ids::{SessionId, SpeakerId};
use crate::parallel;
use crate::progress::{Unwatched, Watch};
use crate::quality::Policy;
use crate::recordings::assess::assessor::{Assessor, Told};
use crate::recordings::assess::sound::Sounding;
use crate::recordings::ledger::Ledger;
use crate::recordings::people::consent::{Answers, CODE_BYTES, RANDOM_BYTES, Receipt};
use crate::recordings::session::event::{CaptureFacts, Event, FileFacts, Origin, TakeRecord, TakeStart};
use crate::recordings::session::layout::{AUDIO, file_name};
use crate::recordings::session::reason::CloseReason;
use crate::recordings::session::record::{Order, SCHEMA, SessionRecord, SheetRef, SourceRecord};
use crate::recordings::session::recover;
use crate::recordings::session::{Clock, RootLock, SessionView, SessionWriter, Setup, TakeState};
use crate::severity::Severity;
use crate::sheet::Pool;
use crate::units::{Utc, rounded, seconds};
use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The most recordings that are published together.
const BATCH: usize = 64;
/// The longest that a ready recording waits to be published while others come, in milliseconds.
const BATCH_MS: u64 = 500;
/// The folder, inside the folder of sessions, in which recordings are made.
const SCRATCH: &str = ".import.partial";
/// What the lock says.
const HOLDER: &str = "booth import";

/// How a plan is applied.
#[derive(Clone)]
pub struct ApplyOptions<'a> {
    /// The folder of sessions.
    pub into: &'a Path,
    /// The limits that the takes are judged by.
    pub policy: &'a Policy,
    /// The clocks.
    pub clock: Arc<dyn Clock>,
    /// Random bytes, for the ids of consent receipts.
    pub random: [u8; 32],
    /// Threads to use.
    pub threads: usize,
    /// Told of the recordings published or left out in this run, and of how many. When it is stopped, what is ready is
    /// published, and the same import goes on from there.
    pub watch: &'a dyn Watch,
    /// Where it is noted what this machine has measured.
    pub ledger: Option<&'a Ledger>,
}

impl<'a> ApplyOptions<'a> {
    /// Returns options with one thread, nobody who watches, and no ledger.
    pub fn new(into: &'a Path, policy: &'a Policy, clock: Arc<dyn Clock>, random: [u8; 32]) -> Self {
        Self { into, policy, clock, random, threads: 1, watch: &Unwatched, ledger: None }
    }
}

/// Writes the sessions of a plan into a folder of sessions. Done again, it writes nothing; after a stop, a
/// crash or a full disk, it goes on.
///
/// # Errors
/// [`ErrorKind::Locked`] when another process writes there; [`ErrorKind::Consent`] when the statement
/// makes no valid receipt; [`ErrorKind::Io`] when the system refuses, and those of `options.watch` but
/// [`ErrorKind::Interrupted`]: everything published before stays, and the same import goes on. Recordings that cannot be read are findings.
pub fn apply(plan: &ImportPlan, options: &ApplyOptions<'_>) -> Result<ImportReport> {
    let mut report =
        ImportReport { findings: plan.findings.clone(), changes: plan.changes, ..ImportReport::default() };
    let lock = RootLock::acquire(options.into, HOLDER)?;
    let targets = resolve(plan, options.into, &mut report.findings)?;
    let jobs: Vec<(usize, usize)> = targets
        .iter()
        .enumerate()
        .flat_map(|(target, found)| (0..found.items.len()).map(move |item| (target, item)))
        .collect();
    let scratch = Scratch::create(options.into)?;
    let total = jobs.len() as u64;
    let mut run = Run {
        plan,
        options,
        targets: &targets,
        lock,
        open: None,
        next: 0,
        complete: true,
        pending: Vec::new(),
        published_ms: options.clock.mono_ms(),
        report,
    };
    let mut failure = None;
    parallel::ordered(
        &jobs,
        options.threads,
        Shelf::default,
        |shelf, index, &(target, item)| {
            if options.watch.stopped() {
                return Made::Stopped;
            }
            let scratch = scratch.0.join(format!("{index}.wav"));
            let longest = options.policy.longest();
            let item = &targets[target].items[item];
            make(item, &plan.request.locale, longest, (&scratch, shelf), options.watch)
        },
        |index, made| {
            let (target, item) = jobs[index];
            match run.take_in(target, &targets[target].items[item], made) {
                Ok(true) => match options.watch.at(index as u64 + 1, total) {
                    Ok(()) => ControlFlow::Continue(()),
                    Err(error) if error.kind() == ErrorKind::Interrupted => {
                        run.report.stopped = true;
                        ControlFlow::Break(())
                    }
                    Err(error) => {
                        failure = Some(error);
                        ControlFlow::Break(())
                    }
                },
                Ok(false) => ControlFlow::Break(()),
                Err(error) => {
                    failure = Some(error);
                    ControlFlow::Break(())
                }
            }
        },
    );
    // What is ready is published whatever happened; the first failure is the one to tell.
    let published = if run.report.stopped || failure.is_some() { run.publish() } else { run.finish() };
    match failure {
        Some(error) => return Err(error),
        None => published?,
    }
    let mut report = run.report;
    report.failed = failed(&report.findings);
    report.duration_s = rounded(report.duration_s, 3);
    Ok(report)
}

/// The folder in which recordings are made; gone when the run ends.
struct Scratch(PathBuf);

impl Scratch {
    fn create(into: &Path) -> Result<Self> {
        let scratch = into.join(SCRATCH);
        fsio::remove_leftover_dir(&scratch)?;
        fsio::create_dir_all(&scratch)?;
        Ok(Self(scratch))
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // Nothing can be done about a failure here; the next run removes what is left.
        let _ = fsio::remove_leftover_dir(&self.0);
    }
}

/// The session being written.
struct Open {
    writer: SessionWriter,
    assessor: Assessor,
}

/// A recording that is ready, or was left out for good.
enum Pending<'a> {
    Clip(&'a PlannedItem, Box<Clip>),
    LeftOut(&'a PlannedItem, String),
}

struct Run<'a> {
    plan: &'a ImportPlan,
    options: &'a ApplyOptions<'a>,
    targets: &'a [Target],
    lock: RootLock,
    open: Option<Open>,
    /// The target after the one at hand.
    next: usize,
    /// Whether all that the target at hand lacks would be lacking again.
    complete: bool,
    pending: Vec<Pending<'a>>,
    /// When something was published last, by the monotonic clock.
    published_ms: u64,
    report: ImportReport,
}

impl<'a> Run<'a> {
    /// Takes in what came of one recording; `false` ends the run.
    fn take_in(&mut self, target: usize, item: &'a PlannedItem, made: Made) -> Result<bool> {
        let pending = match made {
            Made::Failed(error) => return Err(error),
            Made::Stopped => {
                self.report.stopped = true;
                return Ok(false);
            }
            Made::Clip(clip) => Pending::Clip(item, clip),
            Made::LeftOut { reason, lasting } => {
                self.report.findings.push(item.finding("audio-unreadable", Severity::Reject, reason.clone()));
                if !lasting {
                    self.go_to(target)?;
                    self.complete = false;
                    return Ok(true);
                }
                Pending::LeftOut(item, reason)
            }
        };
        self.go_to(target)?;
        self.pending.push(pending);
        let waited_ms = self.options.clock.mono_ms().saturating_sub(self.published_ms);
        if self.pending.len() >= BATCH || waited_ms >= BATCH_MS {
            self.publish()?;
        }
        if self.options.watch.stopped() {
            self.report.stopped = true;
            return Ok(false);
        }
        Ok(true)
    }

    /// Makes `target` the session that is open, finishing those before it.
    fn go_to(&mut self, target: usize) -> Result<()> {
        while self.next <= target {
            self.close()?;
            self.begin(self.next)?;
            self.next += 1;
        }
        Ok(())
    }

    fn finish(&mut self) -> Result<()> {
        while self.next < self.targets.len() {
            self.close()?;
            self.begin(self.next)?;
            self.next += 1;
        }
        self.close()
    }

    /// Turns to a target. A new session is made only once there is a take for it.
    fn begin(&mut self, index: usize) -> Result<()> {
        let target = &self.targets[index];
        self.complete = true;
        self.report.known += target.known;
        self.report.sessions.push(session_report(self.plan, target));
        if target.state == State::Begun {
            self.open = Some(resume(self.lock.clone(), &target.id, self.options)?);
        }
        Ok(())
    }

    fn close(&mut self) -> Result<()> {
        self.publish()?;
        let Some(mut open) = self.open.take() else {
            if self.pending.drain(..).count() > 0
                && let Some(session) = self.report.sessions.last_mut()
            {
                session.outcome = Outcome::Empty;
            }
            return Ok(());
        };
        if self.complete {
            open.writer.append(Event::Closed { reason: CloseReason::Finished })?;
        }
        Ok(())
    }

    /// Publishes what is ready: the files first, then the lines of the journal.
    fn publish(&mut self) -> Result<()> {
        let has_clip = self.pending.iter().any(|pending| matches!(pending, Pending::Clip(..)));
        if self.open.is_none() && has_clip {
            let (record, text) = self.record(&self.targets[self.next - 1])?;
            let assessor = Assessor::new(self.options.policy.clone(), record.locale.clone());
            let setup = Setup::new(self.options.clock.clone());
            let writer = SessionWriter::create_in(self.lock.clone(), record, &text, setup)?;
            self.open = Some(Open { writer, assessor });
        }
        let Some(open) = self.open.as_mut().filter(|_| !self.pending.is_empty()) else { return Ok(()) };
        let pending = std::mem::take(&mut self.pending);
        let dir = open.writer.dir().to_path_buf();
        let mut files = Vec::with_capacity(pending.len());
        let mut measured = Vec::new();
        let mut events = Vec::with_capacity(2 * pending.len());
        let mut imported = 0u64;
        for ready in pending {
            let (item, clip) = match ready {
                Pending::Clip(item, clip) => (item, *clip),
                Pending::LeftOut(item, reason) => {
                    let (origin, text_sha256) = (origin(item, &self.plan.request), item.text_sha256);
                    events.push(Event::LeftOut { origin, text_sha256, reason });
                    continue;
                }
            };
            for fault in &clip.faults {
                self.report.findings.push(item.finding("audio-faulty", clip.faulty, fault.clone()));
            }
            files.push((clip.partial.clone(), dir.join(file_name(&item.prompt, 1))));
            let take = take(item, clip, &mut open.assessor, &self.plan.request);
            if self.options.ledger.is_some() {
                measured.push(Sounding::of(&take, &self.plan.request.locale).attest(&take.measurements)?);
            }
            self.report.duration_s += seconds(take.frames, take.rate);
            *self.report.verdicts.entry(take.verdict).or_insert(0) += 1;
            imported += 1;
            let kept = Event::Kept { prompt: take.prompt.clone(), take: take.take };
            events.push(Event::Take(Box::new(take)));
            events.push(kept);
        }
        fsio::rename_all_new(&files)?;
        open.writer.append_all(events)?;
        if let Some(ledger) = self.options.ledger {
            for attestation in measured {
                ledger.note(attestation);
            }
        }
        self.published_ms = self.options.clock.mono_ms();
        self.report.imported += imported;
        if let Some(session) = self.report.sessions.last_mut() {
            session.imported += imported;
        }
        Ok(())
    }

    /// Makes the record of a new session, and the bytes of the statement that its receipt is of.
    fn record(&self, target: &Target) -> Result<(SessionRecord, Vec<u8>)> {
        let request = &self.plan.request;
        let speaker = self.plan.sessions[target.planned].speaker.clone();
        let created = self.options.clock.utc();
        let consent = match &request.consent_statement {
            Some(statement) => Some(self.receipt(statement, &target.id, &speaker.id, created)?),
            None => None,
        };
        let record = SessionRecord {
            schema: SCHEMA,
            id: target.id.clone(),
            created,
            tool: TOOL.to_owned(),
            speaker,
            locale: request.locale.clone(),
            sheet: SheetRef {
                id: request.sheet.clone(),
                version: "0.0.0".to_owned(),
                sha256: target.texts_sha256,
                licence: request.licence.clone(),
                policy: BTreeMap::new(),
            },
            order: Order::Sheet,
            deal: None,
            source: SourceRecord::Import { layout: self.plan.layout.to_string() },
            room_noise: None,
            surroundings: crate::ids::Surroundings::default(),
            consent,
        };
        let text = request.consent_statement.clone().unwrap_or_default().into_bytes();
        Ok((record, text))
    }

    fn receipt(&self, statement: &str, id: &SessionId, speaker: &SpeakerId, now: Utc) -> Result<Receipt> {
        let request = &self.plan.request;
        let scopes: BTreeMap<String, bool> =
            request.granted().into_iter().map(|scope| (scope.to_owned(), true)).collect();
        let open = scopes.contains_key("share-open");
        let stated = || "as the statement says".to_owned();
        let answers = Answers {
            speaker: speaker.clone(),
            controller: request.terms.collector.as_ref().map_or_else(stated, |who| who.name.clone()),
            contact: request.terms.collector.as_ref().map_or_else(stated, |who| who.contact.clone()),
            basis: "consent".to_owned(),
            text_locale: request.locale.clone(),
            text: statement.as_bytes(),
            method: "statement".to_owned(),
            asked: now,
            answered: now,
            scopes,
            licence: open.then(|| request.audio_licence()),
            kept: request.terms.kept,
            project_sha256: request.terms.project_sha256,
            age: "adult".to_owned(),
            statement: Some(statement.to_owned()),
            tool: TOOL.to_owned(),
        };
        // The id follows from what is stated of what, so that the same import gives the same corpus wherever it
        // is done; the code comes of one draw of random bytes for all sessions.
        let stated = format!("{id}|{speaker}|{statement}");
        let seed = [&self.options.random[..], id.as_str().as_bytes()].concat();
        let mut random = [0u8; RANDOM_BYTES];
        let (for_id, for_code) = random.split_at_mut(RANDOM_BYTES - CODE_BYTES);
        for_id.copy_from_slice(&Sha256::of(stated).bytes()[..RANDOM_BYTES - CODE_BYTES]);
        for_code.copy_from_slice(&Sha256::of(seed).bytes()[..CODE_BYTES]);
        // Nobody holds the code: who withdraws does it through the manager.
        Receipt::from_answers(answers, random).map(|(receipt, _)| receipt)
    }
}

/// Says what applying a plan would do, and writes nothing: sessions and counts, as in the report.
///
/// # Errors
/// [`ErrorKind::Io`] when the folder of sessions cannot be read.
pub fn preview(plan: &ImportPlan, into: &Path) -> Result<ImportReport> {
    let mut report =
        ImportReport { findings: plan.findings.clone(), changes: plan.changes, ..ImportReport::default() };
    let mut shelf = Shelf::default();
    for target in resolve(plan, into, &mut report.findings)? {
        // What is damaged further inside only the real run finds.
        let unusable = target.items.iter().filter_map(|item| Some((item, left_out(item, &mut shelf)?)));
        let found: Vec<ImportFinding> = unusable
            .map(|(item, reason)| item.finding("audio-unreadable", Severity::Reject, reason))
            .collect();
        let imported = (target.items.len() - found.len()) as u64;
        report.findings.extend(found);
        report.imported += imported;
        report.known += target.known;
        report.sessions.push(SessionReport { imported, ..session_report(plan, &target) });
    }
    report.failed = failed(&report.findings);
    Ok(report)
}

fn session_report(plan: &ImportPlan, target: &Target) -> SessionReport {
    SessionReport {
        id: target.id.clone(),
        speaker: plan.sessions[target.planned].speaker.id.clone(),
        outcome: match target.state {
            State::New => Outcome::Imported,
            State::Begun => Outcome::Resumed,
            State::Complete => Outcome::AlreadyImported,
        },
        imported: 0,
        known: target.known,
    }
}

fn origin(item: &PlannedItem, request: &ImportRequest) -> Origin {
    Origin { path: request.names(&item.path).map(str::to_owned), sha256: item.sha256, part: item.part }
}

/// Assesses a clip in the light of the speaker's earlier ones, and makes its record.
fn take(item: &PlannedItem, clip: Clip, assessor: &mut Assessor, request: &ImportRequest) -> TakeRecord {
    let capture = CaptureFacts::default();
    let mut measured = clip.measurements;
    let judgement = assessor.assess(&mut measured, Told::of(&item.text, &capture));
    assessor.learn(&measured, judgement.verdict, &item.text);
    let start = TakeStart {
        prompt: item.prompt.clone(),
        take: 1,
        repetition: 1,
        file: file_name(&item.prompt, 1),
        rate: clip.rate,
        bits: measured.bits,
        text: item.text.clone(),
        text_sha256: item.text_sha256,
        annotated: None,
        slots: Vec::new(),
        intent: None,
        domain: None,
        pool: Pool::Shared,
    };
    let file = FileFacts {
        sha256: clip.sha256,
        bytes: clip.bytes,
        frames: measured.frames,
        channels: measured.channels,
        channel: measured.channel,
    };
    let origin = Some(origin(item, request));
    let printed = item.printed.clone();
    TakeRecord { origin, printed, ..TakeRecord::of(start, file, capture, (measured, judgement)) }
}

/// Opens a session that was interrupted: removes files that no line of the journal speaks of, accepts
/// takes whose acceptance was not written any more, and learns from them.
fn resume(lock: RootLock, id: &SessionId, options: &ApplyOptions<'_>) -> Result<Open> {
    let dir = lock.root().join(id.as_str());
    let view = SessionView::open(&dir)?;
    remove_unknown_files(&view)?;
    let mut assess = |path: &Path, _: &_, _: &_| {
        Err(Error::new(ErrorKind::Session, "an imported session holds no recordings to recover")
            .with_path(path))
    };
    let (mut writer, _) = recover::resume(lock, &view, TOOL, Setup::new(options.clock.clone()), &mut assess)?;
    let mut assessor = Assessor::new(options.policy.clone(), view.record().locale.clone());
    for take in view.takes() {
        let record = &take.record;
        if take.state == TakeState::Undecided {
            writer.append(Event::Kept { prompt: record.prompt.clone(), take: record.take })?;
        }
        assessor.learn(&record.measurements, record.verdict, &record.text);
    }
    Ok(Open { writer, assessor })
}

fn remove_unknown_files(view: &SessionView) -> Result<()> {
    let audio = view.dir().join(AUDIO);
    if !fsio::is_folder(&audio)? {
        return Ok(());
    }
    let known: BTreeSet<PathBuf> = view.takes().iter().map(|take| view.path_of(&take.record)).collect();
    for path in fsio::paths_in(&audio)? {
        if !known.contains(&path) && fsio::is_file(&path)? {
            fsio::remove_leftover(&path)?;
        }
    }
    Ok(())
}
