//! A sitting: the state machine, the tape and the session together, for any face to drive.
//!
//! A face gives [`Command`]s, calls [`Sitting::poll`] often, and draws [`Sitting::view`]. Nothing here
//! waits for a person, prints, or knows a terminal.

use crate::audio::capture::{Ended, Level, Pending, SourceKind, TakeFacts, TakeSink, Tape};
use crate::error::{Error, ErrorKind, Result};
use crate::ids::{PromptId, SessionId};
use crate::quality::reading::{self, SpeakerRate};
use crate::quality::session::SessionLevels;
use crate::quality::{Judgement, Measurements, Meter, MeterSpec, Policy, Verdict, judge};
use crate::recordings::assess::interruption::with_interruption;
use crate::recordings::assess::measure::measure_file;
use crate::recordings::session::pcm::PcmForm;
use crate::recordings::session::record::{
    CaptureFacts, Event, RoomNoise, SessionRecord, TakeRecord, TakeStart,
};
use crate::recordings::session::take::{TakeEnd, TakeWriter, file_name};
use crate::recordings::session::view::{SessionView, TakeState};
use crate::recordings::session::writer::SessionWriter;
use crate::sheet::Sheet;
use crate::sitting::endpoint::Endpoint;
use crate::sitting::{Booth, CloseReason, Command, Effect, Fact, Phase, Refusal, StopReason, ViewState};
use crate::units::{rounded, seconds};
use std::any::Any;
use std::path::{Path, PathBuf};

/// What the face has to show or do, besides drawing the view.
#[derive(Debug)]
pub enum Notice {
    /// A take was published and judged.
    Take(Box<TakeRecord>),
    /// There was no take: it could not be started, or held nothing.
    NoTake(Error),
    /// Play this file; the channel is 0.
    Play(PathBuf),
    /// The command cannot be followed now.
    Refused(Refusal),
    /// The microphone went away.
    DeviceLost(Error),
    /// The sitting is over.
    Closed(CloseReason),
}

/// What a sitting is made of.
pub struct Parts<'a> {
    /// The open session.
    pub session: SessionWriter,
    /// The sheet that it reads.
    pub sheet: &'a Sheet,
    /// All sessions that may hold takes of the same speaker, the open one included.
    pub sessions: &'a [SessionView],
    /// The running microphone.
    pub tape: Tape,
    /// The limits, with those of the sheet.
    pub policy: Policy,
    /// How many readings this sitting asks for at most.
    pub limit: Option<usize>,
    /// The level of the room, if it was measured.
    pub room_dbfs: Option<f64>,
    /// Stop by itself when the speech has ended.
    pub hands_free: bool,
}

/// The running sitting.
pub struct Sitting {
    booth: Booth,
    session: SessionWriter,
    tape: Option<Tape>,
    root: PathBuf,
    policy: Policy,
    rate: SpeakerRate,
    levels: SessionLevels,
    /// Takes of this sitting that were not accepted so far.
    undecided: Vec<TakeRecord>,
    room_dbfs: Option<f64>,
    endpoint: Option<Endpoint>,
    hands_free: bool,
    ending: Option<(Pending<Ended>, StopReason)>,
    /// The error that ended the sitting, or will.
    failure: Option<Error>,
    device_lost: bool,
    form: PcmForm,
}

/// Writes a take and measures what was written.
struct Sink {
    writer: TakeWriter,
    meter: Meter,
}

impl TakeSink for Sink {
    fn write(&mut self, samples: &[f32]) -> Result<()> {
        let stored = self.writer.write(samples)?;
        self.meter.push(stored);
        Ok(())
    }
}

impl Sitting {
    /// Puts a sitting together; [`Sitting::start`] begins it.
    ///
    /// # Errors
    /// [`ErrorKind::Unsupported`] for a source whose bits no WAV file of ours holds.
    pub fn new(parts: Parts<'_>) -> Result<Self> {
        let record = parts.session.record();
        let booth = Booth::new(record, parts.sheet, parts.limit, parts.sessions);
        let info = parts.tape.info();
        // A float source is kept as 24-bit PCM, which every tool reads.
        let form = PcmForm::new(info.rate, info.bits.min(24))?;
        let root = parts.session.dir().parent().unwrap_or(Path::new(".")).to_path_buf();
        Ok(Self {
            rate: learnt_rate(record, parts.sessions),
            levels: learnt_levels(record, parts.sessions),
            undecided: Vec::new(),
            booth,
            root,
            session: parts.session,
            tape: Some(parts.tape),
            policy: parts.policy,
            room_dbfs: parts.room_dbfs,
            endpoint: None,
            hands_free: parts.hands_free,
            ending: None,
            failure: None,
            device_lost: false,
            form,
        })
    }

    /// Returns all that a face needs to draw.
    pub fn view(&self) -> ViewState {
        self.booth.view()
    }

    /// Returns what the booth is doing.
    pub fn phase(&self) -> Phase {
        self.booth.phase()
    }

    /// Returns how loud it is now; silence once the microphone is closed.
    pub fn level(&self) -> Level {
        self.tape.as_ref().map(Tape::level).unwrap_or_default()
    }

    /// Returns the session.
    pub fn session(&self) -> &SessionWriter {
        &self.session
    }

    /// Returns the error that ended the sitting, if one did.
    pub fn into_failure(self) -> Option<Error> {
        self.failure
    }

    /// Begins with the first open reading. `now_ms` is the monotonic clock, here and everywhere.
    pub fn start(&mut self, now_ms: u64) -> Vec<Notice> {
        let effects = self.booth.start(now_ms);
        self.carry_out(effects, now_ms)
    }

    /// Follows a command of the speaker.
    pub fn command(&mut self, command: &Command, now_ms: u64) -> Vec<Notice> {
        let effects = self.booth.command(command, now_ms);
        self.carry_out(effects, now_ms)
    }

    /// Looks after everything that goes on by itself; to be called every 20 ms or so.
    pub fn poll(&mut self, now_ms: u64) -> Vec<Notice> {
        let mut notices = Vec::new();
        if let Some((mut pending, reason)) = self.ending.take() {
            match pending.poll() {
                Some(outcome) => {
                    let fact = self.take_over(outcome, reason, &mut notices);
                    self.tell(fact, now_ms, &mut notices);
                }
                None => self.ending = Some((pending, reason)),
            }
        }
        if let Some(fact) = self.look_at_the_tape(now_ms, &mut notices) {
            self.tell(fact, now_ms, &mut notices);
        }
        self.tell(Fact::Tick, now_ms, &mut notices);
        notices
    }

    /// What the tape says that the booth must know.
    fn look_at_the_tape(&mut self, now_ms: u64, notices: &mut Vec<Notice>) -> Option<Fact> {
        let tape = self.tape.as_ref()?;
        let is_recording = self.booth.phase() == Phase::Recording && self.ending.is_none();
        if !self.device_lost
            && let Some(fault) = tape.fault()
        {
            self.device_lost = true;
            // A microphone that is gone ends the sitting: the take is saved first.
            self.failure.get_or_insert_with(|| same(&fault));
            notices.push(Notice::DeviceLost(fault));
            return Some(Fact::DeviceLost);
        }
        if !is_recording {
            return None;
        }
        if tape.take_failed() {
            return Some(Fact::DiskFull);
        }
        if tape.cue_finished() {
            return Some(Fact::AudioEnded);
        }
        if tape.info().kind == SourceKind::Device && self.hands_free {
            let level = self.level().rms_dbfs();
            let room = self.room_dbfs;
            let endpoint = self.endpoint.get_or_insert_with(|| Endpoint::new(room, now_ms));
            if endpoint.is_over(level, now_ms) {
                return Some(Fact::AudioEnded);
            }
        }
        None
    }

    fn tell(&mut self, fact: Fact, now_ms: u64, notices: &mut Vec<Notice>) {
        let effects = self.booth.fact(fact, now_ms);
        notices.extend(self.carry_out(effects, now_ms));
    }

    fn carry_out(&mut self, effects: Vec<Effect>, now_ms: u64) -> Vec<Notice> {
        let mut notices = Vec::new();
        for effect in effects {
            match effect {
                Effect::BeginTake { repetition, .. } => {
                    self.endpoint = None;
                    match self.begin(repetition) {
                        Ok(take) => self.tell(Fact::Begun { take }, now_ms, &mut notices),
                        Err(error) => self.failed(error, now_ms, &mut notices),
                    }
                }
                Effect::EndTake { reason } => {
                    if let Some(tape) = &self.tape {
                        self.ending = Some((tape.start_ending(), reason));
                    }
                }
                Effect::PlayTake { session, prompt, take } => {
                    notices.push(Notice::Play(self.path_of(&session, &prompt, take)));
                }
                Effect::Journal { event } => {
                    if let Event::Kept { prompt, take } = &event {
                        self.learn(prompt, *take);
                    }
                    if let Err(error) = self.session.append(event)
                        && self.failure.is_none()
                    {
                        self.failure = Some(error);
                        self.tell(Fact::DiskFull, now_ms, &mut notices);
                    }
                }
                Effect::Close { reason } => {
                    if let Some(tape) = self.tape.take() {
                        tape.close();
                    }
                    notices.push(Notice::Closed(reason));
                }
                Effect::Refuse { why } => notices.push(Notice::Refused(why)),
            }
        }
        notices
    }

    /// A take that could not be begun: a file source without a file asks for another prompt; a disk that
    /// takes nothing ends the sitting.
    fn failed(&mut self, error: Error, now_ms: u64, notices: &mut Vec<Notice>) {
        let is_fatal = self.device_lost || !matches!(error.kind(), ErrorKind::Usage | ErrorKind::Audio);
        if is_fatal {
            self.failure.get_or_insert_with(|| same(&error));
        }
        notices.push(Notice::NoTake(error));
        if is_fatal {
            self.tell(Fact::DiskFull, now_ms, notices);
        }
        self.tell(Fact::TakeFailed, now_ms, notices);
    }

    fn begin(&mut self, repetition: u16) -> Result<u16> {
        let prompt = self
            .booth
            .prompt()
            .cloned()
            .ok_or_else(|| Error::new(ErrorKind::Usage, "there is no prompt to record"))?;
        let tape = self
            .tape
            .as_ref()
            .ok_or_else(|| Error::new(ErrorKind::DeviceLost, "the microphone is closed"))?;
        tape.cue(&prompt.id)?;
        let writer = self.session.begin_take(&prompt, repetition, self.form)?;
        let take = writer.start().take;
        let meter = Meter::new(MeterSpec {
            rate: self.form.rate(),
            bits: self.form.bits(),
            channels: 1,
            channel: 0,
            integer: true,
        });
        tape.begin(Box::new(Sink { writer, meter }))?;
        Ok(take)
    }

    /// Publishes and judges what the tape gives back.
    fn take_over(&mut self, outcome: Result<Ended>, reason: StopReason, notices: &mut Vec<Notice>) -> Fact {
        match self.publish(outcome, reason) {
            Ok(take) => {
                notices.push(Notice::Take(Box::new(take.clone())));
                self.undecided.push(take.clone());
                Fact::TakeJudged(Box::new(take))
            }
            Err(error) => {
                self.failure.get_or_insert_with(|| same(&error));
                notices.push(Notice::NoTake(error));
                Fact::TakeFailed
            }
        }
    }

    fn publish(&mut self, outcome: Result<Ended>, reason: StopReason) -> Result<TakeRecord> {
        let ended = outcome?;
        let sink: Box<dyn Any> = ended.sink;
        let sink =
            sink.downcast::<Sink>().map_err(|_| Error::new(ErrorKind::Io, "the take came back changed"))?;
        let mut capture = CaptureFacts::from(&ended.facts);
        capture.interrupted = reason == StopReason::Interrupted;
        if let Some(error) = ended.error {
            // The disk took no more: what it took is saved below if it lets us, and the sitting ends.
            capture.interrupted = true;
            self.failure.get_or_insert(error);
        }
        let end = TakeEnd { reason: reason.to_string(), capture };
        let Sink { writer, meter } = *sink;
        let text = writer.start().text.clone();
        let finished = writer.finish(&mut self.session, end.clone())?;
        let (mut measured, grid) = meter.finish_with_grid();
        reading::hear_twice(&mut measured, &grid, &text, &self.session.record().locale);
        let (measured, judgement) = self.judged(measured, &text, &end.capture);
        finished.publish(&mut self.session, measured, judgement)
    }

    fn judged(
        &self,
        mut measured: Measurements,
        text: &str,
        capture: &CaptureFacts,
    ) -> (Measurements, Judgement) {
        measured.xruns = Some(capture.faults());
        reading::apply(&mut measured, text, &self.session.record().locale, &self.rate);
        self.levels.apply(&mut measured);
        let judgement = with_interruption(judge(&measured, &self.policy), capture.interrupted);
        (measured, judgement)
    }

    fn path_of(&self, session: &SessionId, prompt: &PromptId, take: u16) -> PathBuf {
        self.root.join(session.as_str()).join(file_name(prompt, take))
    }

    fn learn(&mut self, prompt: &PromptId, take: u16) {
        let found = self.undecided.iter().position(|record| record.prompt == *prompt && record.take == take);
        let Some(record) = found.map(|at| self.undecided.swap_remove(at)) else { return };
        if record.verdict != Verdict::Reject {
            self.rate.observe(&record.measurements, &record.text);
            self.levels.observe(&record.measurements);
        }
    }
}

/// Measures and judges a take that was recovered after a crash.
pub fn judge_recovered<'a>(
    policy: &'a Policy,
    record: &'a SessionRecord,
) -> impl FnMut(&Path, &TakeStart) -> Result<(Measurements, Judgement)> + 'a {
    move |path, start| {
        let (mut measured, grid) = measure_file(path, Some(0))?;
        if let Some(grid) = grid {
            reading::hear_twice(&mut measured, &grid, &start.text, &record.locale);
        }
        reading::apply(&mut measured, &start.text, &record.locale, &SpeakerRate::new());
        let judgement = judge(&measured, policy);
        Ok((measured, judgement))
    }
}

/// Measures the room.
pub fn room_noise(samples: &[f32], tape: &Tape) -> RoomNoise {
    let info = tape.info();
    let spec = MeterSpec {
        rate: info.rate,
        bits: info.bits,
        channels: info.channels,
        channel: info.channel,
        integer: false,
    };
    let mut meter = Meter::new(spec);
    meter.push(samples);
    let (measured, grid) = meter.finish_with_grid();
    // The grid's levels are those after the 80 Hz high-pass, in dB, one each 10 ms.
    let power: f64 = grid.levels().iter().map(|&level| libm::pow(10.0, f64::from(level) / 10.0)).sum();
    let floor = (!grid.is_empty() && measured.rms_dbfs.is_some())
        .then(|| rounded(10.0 * libm::log10(power / grid.len() as f64), 2));
    RoomNoise {
        duration_s: seconds(samples.len() as u64, info.rate),
        noise_floor_dbfs: floor,
        peak_dbfs: measured.peak_dbfs,
    }
}

/// What the accepted takes of the speaker say about their reading rate.
fn learnt_rate(record: &SessionRecord, sessions: &[SessionView]) -> SpeakerRate {
    let mut rate = SpeakerRate::new();
    for session in sessions {
        let other = session.record();
        if other.speaker.id != record.speaker.id || other.locale != record.locale {
            continue;
        }
        for take in session.takes() {
            if take.state == TakeState::Kept && take.record.verdict != Verdict::Reject {
                rate.observe(&take.record.measurements, &take.record.text);
            }
        }
    }
    rate
}

/// The levels of the accepted takes of the session itself, from its earlier sittings.
fn learnt_levels(record: &SessionRecord, sessions: &[SessionView]) -> SessionLevels {
    let mut levels = SessionLevels::new();
    let own = sessions.iter().filter(|session| session.record().id == record.id);
    for take in own.flat_map(SessionView::takes) {
        if take.state == TakeState::Kept && take.record.verdict != Verdict::Reject {
            levels.observe(&take.record.measurements);
        }
    }
    levels
}

/// The same error once more, for the caller and for the screen.
fn same(error: &Error) -> Error {
    let mut copy = Error::new(error.kind(), error.message());
    if let Some(path) = error.path() {
        copy = copy.with_path(path);
    }
    if let Some(hint) = error.hint() {
        copy = copy.with_hint(hint);
    }
    copy
}

impl From<&TakeFacts> for CaptureFacts {
    fn from(facts: &TakeFacts) -> Self {
        Self {
            xruns: facts.xruns,
            lost_frames: facts.lost_frames,
            stalls: facts.stalls,
            clock_missing_frames: facts.clock_missing_frames,
            device_lost: facts.device_lost,
            interrupted: false,
            clock_rate_hz: facts.clock_rate_hz,
            all_zero: facts.all_zero,
            pre_roll_frames: facts.pre_roll_frames,
            post_roll_frames: facts.post_roll_frames,
        }
    }
}
