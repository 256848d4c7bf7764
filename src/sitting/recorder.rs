//! The recorder: one session, one microphone, and the take between them. A sitting may use several, one after another.

use super::model::StopReason;
use super::remark::DeviceRemark;
use crate::audio::capture::{
    Ended, EndpointSpec, Level, Pending, SourceInfo, SourceKind, TakeFacts, TakeOptions, TakeSink, Tape,
};
use crate::error::{Error, ErrorKind, Result};
use crate::ids::PromptId;
use crate::msg;
use crate::quality::reading::expected_ms;
use crate::quality::{Longest, Meter, MeterSpec};
use crate::recordings::assess::assessor::{Assessor, Told};
use crate::recordings::assess::sound::Sounding;
use crate::recordings::ledger::Ledger;
use crate::recordings::session::pcm::PcmForm;
use crate::recordings::session::{SessionWriter, TakeEnd, TakeWriter};
use crate::recordings::{CaptureFacts, Event, TakeRecord};
use crate::sheet::Prompt;
use std::any::Any;
use std::sync::Arc;

/// What a recorder records from: a [`Tape`], or what a test puts in its place.
pub trait Deck: Send {
    /// Describes the source.
    fn info(&self) -> &SourceInfo;
    /// Returns for how many milliseconds the program was frozen so far.
    fn slept_ms(&self) -> u64;
    /// Returns how loud it is now.
    fn level(&self) -> Level;
    /// Returns why no audio comes any more; the deck is then of no use.
    fn fault(&self) -> Option<Error>;
    /// Returns whether the system has muted the source.
    fn is_muted(&self) -> bool;
    /// Says which prompt is read next.
    ///
    /// # Errors
    /// As [`Tape::cue`].
    fn cue(&self, prompt: &PromptId) -> Result<()>;
    /// Returns the time on the deck's clock, by which presses are placed; it never goes back.
    fn now_ns(&self) -> u64;
    /// Forgets nothing from now on, until the next take begins, it is let go, or a minute is over.
    fn hold(&self);
    /// Lets go of what was held.
    fn release(&self);
    /// Begins a take now, or at the press that the options tell, pre-roll included.
    ///
    /// # Errors
    /// As [`Tape::begin`].
    fn begin(&self, sink: Box<dyn TakeSink>, options: TakeOptions) -> Result<()>;
    /// Returns whether the sink of the running take has refused samples.
    fn take_failed(&self) -> bool;
    /// Returns whether the take has all that there is for it.
    fn cue_finished(&self) -> bool;
    /// Returns whether the running take has heard the end of its speech ([`TakeOptions::endpoint`]).
    fn heard_end(&self) -> bool;
    /// Returns whether the running take is longer than it may be ([`TakeOptions::longest`]).
    fn is_too_long(&self) -> bool;
    /// Asks for the end of the running take, now or at a press on the deck's clock; it comes when the post-roll has.
    fn start_ending(&self, pressed_ns: Option<u64>) -> Pending<Ended>;
    /// Starts to collect `ms` milliseconds from now on.
    fn start_listening(&self, ms: u64) -> Pending<Vec<f32>>;
    /// Stops; a running take is dropped, so end it first.
    fn close(self: Box<Self>);
}

impl Deck for Tape {
    fn info(&self) -> &SourceInfo {
        Self::info(self)
    }
    fn slept_ms(&self) -> u64 {
        Self::slept_ms(self)
    }
    fn level(&self) -> Level {
        Self::level(self)
    }
    fn fault(&self) -> Option<Error> {
        Self::fault(self)
    }
    fn is_muted(&self) -> bool {
        Self::is_muted(self)
    }
    fn cue(&self, prompt: &PromptId) -> Result<()> {
        Self::cue(self, prompt)
    }
    fn now_ns(&self) -> u64 {
        Self::now_ns(self)
    }
    fn hold(&self) {
        Self::hold(self);
    }
    fn release(&self) {
        Self::release(self);
    }
    fn begin(&self, sink: Box<dyn TakeSink>, options: TakeOptions) -> Result<()> {
        Self::begin(self, sink, options)
    }
    fn take_failed(&self) -> bool {
        Self::take_failed(self)
    }
    fn cue_finished(&self) -> bool {
        Self::cue_finished(self)
    }
    fn heard_end(&self) -> bool {
        Self::heard_end(self)
    }
    fn is_too_long(&self) -> bool {
        Self::is_too_long(self)
    }
    fn start_ending(&self, pressed_ns: Option<u64>) -> Pending<Ended> {
        Self::start_ending(self, pressed_ns)
    }
    fn start_listening(&self, ms: u64) -> Pending<Vec<f32>> {
        Self::start_listening(self, ms)
    }
    fn close(self: Box<Self>) {
        Self::close(*self);
    }
}

/// What came of a recording that was ended.
pub(super) struct Outcome {
    /// The take, published and judged.
    pub take: Result<TakeRecord>,
    /// Why nothing more can be recorded into this session, if so.
    pub failure: Option<Error>,
}

/// How long a recording of a text may become that takes an unknown reader so many milliseconds: three times as long, and ten
/// seconds to begin in; never less than half a minute. What goes on for longer was forgotten.
fn patience(expected_ms: u64) -> Longest {
    Longest::new((3 * expected_ms + 10_000).max(30_000) as f64 / 1000.0)
}

/// Records into one session from one deck.
pub(super) struct Recorder {
    session: SessionWriter,
    deck: Option<Box<dyn Deck>>,
    form: PcmForm,
    assessor: Assessor,
    /// Takes of this sitting that were not accepted so far.
    undecided: Vec<TakeRecord>,
    ending: Option<(Pending<Ended>, StopReason)>,
    /// How long the take that runs may become.
    most: Longest,
    /// Where it is noted what this machine has measured.
    ledger: Option<Arc<Ledger>>,
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

impl Recorder {
    /// Puts a recorder together.
    ///
    /// # Errors
    /// [`ErrorKind::Unsupported`] for a source whose bits no WAV file of ours holds.
    pub(super) fn new(
        session: SessionWriter,
        deck: Box<dyn Deck>,
        assessor: Assessor,
        ledger: Option<Arc<Ledger>>,
    ) -> Result<Self> {
        let info = deck.info();
        // A float source is kept as 24-bit PCM, which every tool reads.
        let form = PcmForm::new(info.rate, info.bits.min(24))?;
        let most = assessor.longest();
        let (deck, undecided) = (Some(deck), Vec::new());
        Ok(Self { session, deck, form, assessor, undecided, ending: None, most, ledger })
    }

    pub(super) fn session(&self) -> &SessionWriter {
        &self.session
    }

    pub(super) fn deck(&self) -> Option<&dyn Deck> {
        self.deck.as_deref()
    }

    /// Returns what holds for a microphone under the limits of this session.
    pub(super) fn remarks(&self, info: &SourceInfo) -> Vec<DeviceRemark> {
        DeviceRemark::all_of(info, self.assessor.policy())
    }

    /// Closes the microphone.
    pub(super) fn close_deck(&mut self) {
        if let Some(deck) = self.deck.take() {
            deck.close();
        }
    }

    /// Goes on in the next session with another microphone, and returns the session before.
    ///
    /// # Errors
    /// As [`Recorder::new`].
    pub(super) fn succeed(&mut self, session: SessionWriter, deck: Box<dyn Deck>) -> Result<SessionWriter> {
        let next = Self::new(session, deck, self.assessor.next_session(), self.ledger.clone())?;
        Ok(std::mem::replace(self, next).session)
    }

    pub(super) fn append(&mut self, event: Event) -> Result<()> {
        self.session.append(event).map(|_| ())
    }

    /// Returns how long a take may be.
    pub(super) fn longest(&self) -> Longest {
        self.assessor.longest()
    }

    /// Begins a take, which ends by itself when it is too long, and returns its number.
    pub(super) fn begin(&mut self, prompt: &Prompt, repetition: u16, options: TakeOptions) -> Result<u16> {
        self.open_deck()?.cue(&prompt.id)?;
        let (expected_ms, has_pauses) = expected_ms(&prompt.text);
        let is_device = self.deck().is_some_and(|deck| deck.info().kind == SourceKind::Device);
        self.most = if is_device { patience(expected_ms).min(self.longest()) } else { self.longest() };
        let writer = self.session.begin_take(prompt, repetition, self.form)?;
        let take = writer.start().take;
        let meter = Meter::new(MeterSpec::new(self.form.rate(), self.form.bits())).up_to(self.longest());
        let longest = Some(self.most.frames(self.form.rate()));
        let endpoint =
            options.endpoint.map(|spec| EndpointSpec { expected_ms: Some(expected_ms), has_pauses, ..spec });
        let options = TakeOptions { endpoint, longest, ..options };
        self.open_deck()?.begin(Box::new(Sink { writer, meter }), options)?;
        Ok(take)
    }

    /// Returns how long the take that runs may become, before it is taken for one that was forgotten.
    pub(super) fn most(&self) -> Longest {
        self.most
    }

    fn open_deck(&self) -> Result<&dyn Deck> {
        self.deck().ok_or_else(|| Error::of(ErrorKind::DeviceLost, msg!("device-closed")))
    }

    /// Asks for the end of the take that runs, now or at a press on the deck's clock.
    pub(super) fn end(&mut self, reason: StopReason, pressed_ns: Option<u64>) {
        if let Some(deck) = &self.deck {
            self.ending = Some((deck.start_ending(pressed_ns), reason));
        }
    }

    /// Says whether a take is on its way to its end.
    pub(super) fn is_ending(&self) -> bool {
        self.ending.is_some()
    }

    /// Returns what came of the take that was ended, once it is there; never waits.
    pub(super) fn poll(&mut self) -> Option<Outcome> {
        let (mut pending, reason) = self.ending.take()?;
        let Some(ended) = pending.poll() else {
            self.ending = Some((pending, reason));
            return None;
        };
        Some(self.take_over(ended, reason))
    }

    /// Publishes and judges what the deck gives back.
    fn take_over(&mut self, ended: Result<Ended>, reason: StopReason) -> Outcome {
        let ended = match ended {
            Ok(ended) => ended,
            Err(error) => return Outcome { take: Err(error.clone()), failure: Some(error) },
        };
        // The disk took no more: what it took is saved below if it lets us, and the sitting ends.
        let mut failure = ended.error;
        let mut capture = CaptureFacts::from(&ended.facts);
        capture.interrupted = reason == StopReason::Interrupted || failure.is_some();
        let take = self.publish(ended.sink, TakeEnd { reason, capture });
        match &take {
            Ok(take) => self.undecided.push(take.clone()),
            Err(error) => failure = failure.or_else(|| Some(error.clone())),
        }
        Outcome { take, failure }
    }

    fn publish(&mut self, sink: Box<dyn TakeSink>, end: TakeEnd) -> Result<TakeRecord> {
        let sink: Box<dyn Any> = sink;
        let sink = sink.downcast::<Sink>().map_err(|_| Error::of(ErrorKind::Io, msg!("take-changed")))?;
        let Sink { writer, meter } = *sink;
        let text = writer.start().text.clone();
        let capture = end.capture.clone();
        let finished = self.session.finish_take(writer, end)?;
        let (mut measured, grid) = meter.finish_with_grid();
        Assessor::hear(&mut measured, &grid, &text, &self.session.record().locale);
        let judgement = self.assessor.assess(&mut measured, Told::of(&text, &capture));
        let take = self.session.publish_take(finished, (measured, judgement))?;
        if let Some(ledger) = &self.ledger {
            // What is not noted is measured again, and no reason to lose a take.
            if let Ok(attestation) =
                Sounding::of(&take, &self.session.record().locale).attest(&take.measurements)
            {
                ledger.note(attestation);
            }
            ledger.flush();
        }
        Ok(take)
    }

    /// Deletes a take for good.
    pub(super) fn delete(&mut self, prompt: &PromptId, take: u16) -> Result<()> {
        self.undecided.retain(|record| record.prompt != *prompt || record.take != take);
        self.session.delete_take(prompt, take)
    }

    /// Learns from a take that was accepted.
    pub(super) fn learn(&mut self, prompt: &PromptId, take: u16) {
        let found = self.undecided.iter().position(|record| record.prompt == *prompt && record.take == take);
        if let Some(record) = found.map(|at| self.undecided.swap_remove(at)) {
            self.assessor.learn(&record.measurements, record.verdict, &record.text);
        }
    }
}

impl From<&TakeFacts> for CaptureFacts {
    fn from(facts: &TakeFacts) -> Self {
        Self {
            xruns: facts.xruns,
            lost_frames: facts.lost_frames,
            stalls: facts.stalls,
            clock_missing_frames: facts.clock_missing_frames,
            slept_ms: Some(facts.slept_ms).filter(|&slept| slept > 0),
            device_lost: facts.device_lost,
            device_loss: facts.loss.map(|loss| loss.word().to_owned()),
            interrupted: false,
            clock_rate_hz: facts.clock_rate_hz,
            all_zero: facts.all_zero,
            pre_roll_frames: facts.pre_roll_frames,
            post_roll_frames: facts.post_roll_frames,
        }
    }
}
