//! The session state machine: commands, facts and time go in, effects and views come out.
//!
//! It knows no terminal, no audio device and no file, so that line mode, a full screen and a browser
//! can be driven by the same one. The session's writer journals `started`, `stopped` and `take`, the desk the set-up
//! and the driver the microphone's coming and going; every other event comes from here as [`Effect::Journal`]. An
//! accepted take is given up only when another take of the same reading is accepted: wanting another one does not
//! lose the one that is there.

use super::history::{self, History, Past, ReadingKey};
use super::model::{
    CloseReason, Command, Counts, Effect, Fact, Phase, PromptView, Refusal, ShownTake, SkipReason,
    StopReason, ViewState,
};
use super::order::{self, Reading};
use crate::ids::{PromptId, SessionId};
use crate::recordings::session::SessionView;
use crate::recordings::session::event::{Event, TakeRecord};
use crate::recordings::session::record::SessionRecord;
use crate::sheet::{Prompt, Sheet};
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// How long the journal may be silent, in milliseconds.
pub const HEARTBEAT_MS: u64 = 15_000;

/// How often a reading that was left out is asked again in one sitting; the next start asks it again in any case.
const ASKED_AGAIN: u32 = 1;

/// The booth of one sitting.
///
/// ```
/// use booth::sitting::{Booth, Command, Effect, Fact, Phase, Refusal, StopReason};
///
/// # let work = tempfile::tempdir().unwrap();
/// # let dir = work.path();
/// # let head = "id = 'demo'\nversion = '1.0.0'\ntitle = 'Demo'\nlicence = 'CC0-1.0'\nsource = 'ours'\n";
/// # std::fs::write(dir.join("sheet.toml"), head).unwrap();
/// # std::fs::write(dir.join("en-US.tsv"), "id\ttext\nnap\tWake me in twenty minutes.\n").unwrap();
/// # let sheet = booth::sheet::load(dir, &"en-US".parse()?)?;
/// # let record = serde_json::json!({
/// #     "schema": 1, "id": "20261124-054614-k3v9", "created": "2026-11-24T05:46:14.000Z", "tool": "booth 0.1.0",
/// #     "speaker": { "id": "k3v9" }, "locale": "en-US",
/// #     "sheet": { "id": "demo", "version": "1.0.0", "sha256": "0".repeat(64), "licence": "CC0-1.0" },
/// #     "order": { "kind": "sheet" }, "source": { "kind": "import", "layout": "pairs" },
/// #     "room_noise": null, "consent": null,
/// # });
/// # let record: booth::recordings::SessionRecord = serde_json::from_value(record).unwrap();
/// // `record` is that of a new session, `sheet` what it reads.
/// let mut booth = Booth::new(&record, &sheet, None, &[]);
/// booth.start(0);
/// assert_eq!(booth.prompt().map(|prompt| prompt.text.as_str()), Some("Wake me in twenty minutes."));
///
/// let effects = booth.command(&Command::Record, 1_000);
/// assert_eq!(effects, [Effect::BeginTake { prompt: "nap".parse()?, repetition: 1 }]);
/// booth.fact(Fact::Begun { take: 1 }, 1_010);
/// assert_eq!(booth.command(&Command::Keep, 2_000), [Effect::Refuse { why: Refusal::Recording }]);
///
/// let effects = booth.command(&Command::Stop, 3_010);
/// assert_eq!(effects, [Effect::EndTake { reason: StopReason::User }]);
/// // The take is judged elsewhere; `Fact::TakeJudged` brings it back, with its verdict.
/// assert_eq!(booth.phase(), Phase::Judging);
/// # Ok::<(), booth::Error>(())
/// ```
#[derive(Debug)]
pub struct Booth {
    /// The session that is recorded into.
    record: SessionRecord,
    /// All sessions of this sitting: their journals may decide on their takes.
    own: BTreeSet<SessionId>,
    prompts: Vec<Prompt>,
    readings: Vec<Reading>,
    past: Vec<Past>,
    /// How often each reading was left out in this sitting.
    left_out_now: Vec<u32>,
    /// Readings to come, without the current one.
    queue: VecDeque<usize>,
    /// Readings decided on, the latest last, each once; `cursor` is the place of the current one.
    trail: Vec<usize>,
    cursor: usize,
    current: Option<usize>,
    phase: Phase,
    paused_phase: Phase,
    /// Whether the break that is taken asks whether anybody is there.
    nobody_heard: bool,
    /// Whether more is left to read than this sitting asks.
    limited: bool,
    closing: Option<CloseReason>,
    closed: Option<CloseReason>,
    /// Why the recording that runs is thrown out when it is judged.
    throw_out: Option<String>,
    /// Why another take of an accepted reading is wanted.
    wanted_again: Option<String>,
    device_lost: bool,
    kept_now: usize,
    now_ms: u64,
    started_ms: u64,
    recording_since_ms: u64,
    journaled_ms: u64,
}

impl Booth {
    /// Makes the booth of the session `record`, which reads `sheet`; `sessions` are all sessions that
    /// may hold takes of the same speaker, this one included. With a `limit` the sitting asks for so
    /// many readings at most.
    pub fn new(
        record: &SessionRecord,
        sheet: &Sheet,
        limit: Option<usize>,
        sessions: &[SessionView],
    ) -> Self {
        let readings = order::readings(&sheet.prompts, record.order);
        let texts = sheet.prompts.iter().map(|prompt| (prompt.id.clone(), prompt.text_sha256())).collect();
        let mut history = History::read(record, &texts, sessions);
        let key = |reading: &Reading| (sheet.prompts[reading.prompt].id.clone(), reading.repetition);
        let index: BTreeMap<ReadingKey, usize> =
            readings.iter().enumerate().map(|(at, reading)| (key(reading), at)).collect();
        let past: Vec<Past> = readings
            .iter()
            .map(|reading| history.readings.remove(&key(reading)).unwrap_or_default())
            .collect();
        let place = |key: &ReadingKey| index.get(key).copied();
        let trail: Vec<usize> = history.trail.iter().filter_map(place).collect();
        let open = |was_left_out: bool| {
            let past = &past;
            (0..past.len()).filter(move |&at| past[at].kept.is_none() && (past[at].skips > 0) == was_left_out)
        };
        let mut queue: VecDeque<usize> = [false, true].into_iter().flat_map(open).collect();
        // Where it stopped, even when that is not the next one in the order.
        if let Some(at) = history.at.as_ref().and_then(place).filter(|&at| past[at].kept.is_none()) {
            queue.retain(|&other| other != at);
            queue.push_front(at);
        }
        let limited = limit.is_some_and(|limit| queue.len() > limit);
        queue.truncate(limit.unwrap_or(usize::MAX));
        Self {
            record: record.clone(),
            own: BTreeSet::from([record.id.clone()]),
            prompts: sheet.prompts.clone(),
            readings,
            left_out_now: vec![0; past.len()],
            past,
            queue,
            cursor: trail.len(),
            trail,
            current: None,
            phase: Phase::Idle,
            paused_phase: Phase::Showing,
            nobody_heard: false,
            limited,
            closing: None,
            closed: None,
            throw_out: None,
            wanted_again: None,
            device_lost: false,
            kept_now: 0,
            now_ms: 0,
            started_ms: 0,
            recording_since_ms: 0,
            journaled_ms: 0,
        }
    }

    /// Goes on in another session of the same speaker, sheet and locale: the next takes are recorded there.
    pub fn go_on_in(&mut self, record: &SessionRecord) {
        self.own.insert(record.id.clone());
        self.record = record.clone();
    }

    /// Begins the sitting with the first open reading, or shows the take that waits for a decision
    /// since the last sitting. `now_ms` is the monotonic clock.
    pub fn start(&mut self, now_ms: u64) -> Vec<Effect> {
        if self.phase != Phase::Idle {
            return vec![refuse(Refusal::NotOpen)];
        }
        (self.now_ms, self.started_ms, self.journaled_ms) = (now_ms, now_ms, now_ms);
        let mut effects = Vec::new();
        match self.queue.pop_front() {
            Some(at) => self.visit(at, &mut effects),
            None => self.close(CloseReason::Finished, &mut effects),
        }
        self.stamped(effects)
    }

    /// Follows a command.
    pub fn command(&mut self, command: &Command, now_ms: u64) -> Vec<Effect> {
        self.now_ms = self.now_ms.max(now_ms);
        let mut effects = Vec::new();
        if let Err(why) = self.follow(command, &mut effects) {
            effects.push(refuse(why));
        }
        self.stamped(effects)
    }

    /// Takes note of a fact.
    pub fn fact(&mut self, fact: Fact, now_ms: u64) -> Vec<Effect> {
        self.now_ms = self.now_ms.max(now_ms);
        let mut effects = Vec::new();
        match (fact, self.phase) {
            (Fact::Begun { .. }, Phase::Recording) => self.recording_since_ms = self.now_ms,
            (Fact::AudioEnded, Phase::Recording) => self.end_take(StopReason::End, &mut effects),
            (Fact::TooLong, Phase::Recording) => self.end_take(StopReason::Length, &mut effects),
            (Fact::TakeJudged(take), Phase::Judging) => self.judged(&take, &mut effects),
            (Fact::TakeFailed, Phase::Recording | Phase::Judging) => {
                self.throw_out = None;
                match self.closing {
                    Some(reason) => self.close(reason, &mut effects),
                    None => self.show(&mut effects),
                }
            }
            (Fact::DeviceLost, phase) => {
                self.device_lost = true;
                if phase == Phase::Recording {
                    self.end_take(StopReason::DeviceLost, &mut effects);
                }
            }
            (Fact::DeviceBack, _) => self.device_lost = false,
            (Fact::StorageFailed, Phase::Recording) => {
                self.closing = Some(CloseReason::Error);
                self.end_take(StopReason::Disk, &mut effects);
            }
            (Fact::DeviceGone | Fact::StorageFailed, phase) => self.give_up(phase, &mut effects),
            (Fact::Tick, phase) => {
                let is_open = !matches!(phase, Phase::Idle | Phase::Finished);
                if is_open && self.now_ms - self.journaled_ms >= HEARTBEAT_MS {
                    effects.push(self.journal(Event::Heartbeat));
                }
            }
            _ => {}
        }
        self.stamped(effects)
    }

    /// Returns what the booth is doing.
    pub fn phase(&self) -> Phase {
        self.phase
    }

    /// Returns the prompt at hand, to record it.
    pub fn prompt(&self) -> Option<&Prompt> {
        self.current.map(|at| &self.prompts[self.readings[at].prompt])
    }

    /// Returns all that a face needs to draw.
    pub fn view(&self) -> ViewState {
        let phase = if self.phase == Phase::Paused { self.paused_phase } else { self.phase };
        let take = self.current.filter(|_| phase == Phase::Verdict).and_then(|at| self.take_of(at));
        ViewState {
            phase: self.phase,
            prompt: self.current.map(|at| self.prompt_view(at)),
            take: take.cloned(),
            counts: self.counts(),
            device_lost: self.device_lost,
            nobody_heard: self.nobody_heard,
            playing: false,
            recording_ms: (self.phase == Phase::Recording).then(|| self.now_ms - self.recording_since_ms),
            sitting_ms: self.now_ms - self.started_ms,
            closed: self.closed,
        }
    }

    fn prompt_view(&self, at: usize) -> PromptView {
        let reading = self.readings[at];
        let prompt = &self.prompts[reading.prompt];
        PromptView {
            id: prompt.id.clone(),
            text: prompt.text.clone(),
            text_sha256: prompt.text_sha256(),
            hint: prompt.hint.clone(),
            repetition: reading.repetition,
            repeat: prompt.repeat.max(1),
            number: at + 1,
            attempts: self.past[at].attempts,
        }
    }

    fn counts(&self) -> Counts {
        let kept = self.past.iter().filter_map(|past| past.kept.as_ref());
        let open_now = self.current.filter(|&at| self.past[at].kept.is_none());
        Counts {
            readings: self.readings.len(),
            kept: kept.clone().count(),
            skipped: self.past.iter().filter(|past| past.kept.is_none() && past.skips > 0).count(),
            kept_now: self.kept_now,
            left_now: self.queue.len() + usize::from(open_now.is_some()),
            kept_ms: kept.map(|take| take.length_ms).sum(),
        }
    }

    fn follow(&mut self, command: &Command, effects: &mut Vec<Effect>) -> Result<(), Refusal> {
        use Phase::{Finished, Idle, Judging, Paused, Recording, Showing, Verdict};
        match (command, self.phase) {
            (_, Idle | Finished) => Err(Refusal::NotOpen),
            (Command::Quit | Command::Interrupt, phase) => {
                let reason = match command {
                    Command::Quit if self.nobody_heard => CloseReason::Nobody,
                    Command::Quit => CloseReason::Quit,
                    _ => CloseReason::Interrupted,
                };
                match phase {
                    Recording => {
                        self.closing = Some(reason);
                        self.end_take(StopReason::Interrupted, effects);
                    }
                    Judging => self.closing = self.closing.or(Some(reason)),
                    _ => self.close(reason, effects),
                }
                Ok(())
            }
            (Command::Record, Showing) if self.device_lost => Err(Refusal::DeviceLost),
            (Command::Record, Showing) => self.begin_take(effects),
            (Command::Record, Verdict) => Err(Refusal::Undecided),
            (Command::Stop, Recording) => {
                self.end_take(StopReason::User, effects);
                Ok(())
            }
            (Command::Redo { reason }, Recording) => {
                self.throw_out = Some(reason.clone());
                self.end_take(StopReason::User, effects);
                Ok(())
            }
            (_, Recording) => Err(Refusal::Recording),
            (_, Judging) => Err(Refusal::Judging),
            (Command::Resume, Paused) => {
                self.phase = self.paused_phase;
                self.nobody_heard = false;
                effects.push(self.journal(Event::Resumed));
                Ok(())
            }
            (_, Paused) => Err(Refusal::Paused),
            (Command::Stop, Showing | Verdict) => Err(Refusal::NotRecording),
            (Command::Resume, Showing | Verdict) => Err(Refusal::NotPaused),
            (Command::Pause | Command::AskWhoIsThere, phase @ (Showing | Verdict)) => {
                (self.paused_phase, self.phase) = (phase, Paused);
                self.nobody_heard = *command == Command::AskWhoIsThere;
                effects.push(self.journal(Event::Paused));
                Ok(())
            }
            (Command::Keep | Command::Redo { .. }, Showing) => Err(Refusal::NoTake),
            (Command::Keep, Verdict) => self.keep(effects),
            (Command::Redo { reason }, Verdict) => self.redo(reason, effects),
            (Command::Skip { reason }, Showing | Verdict) => self.skip(reason, effects),
            (Command::Back, Showing | Verdict) => self.back(effects),
            (Command::Goto { prompt }, Showing | Verdict) => self.go_to(prompt, effects),
            (Command::Play, Showing | Verdict) => self.play(effects),
        }
    }

    /// Returns the take that is shown for a reading: the undecided one, else the accepted one.
    fn take_of(&self, at: usize) -> Option<&ShownTake> {
        self.past[at].undecided.as_ref().or(self.past[at].kept.as_ref())
    }

    fn key(&self, at: usize) -> ReadingKey {
        let reading = self.readings[at];
        (self.prompts[reading.prompt].id.clone(), reading.repetition)
    }

    /// Says whether a session of this sitting holds a take, so that its journal may decide on it.
    fn is_own(&self, session: &SessionId) -> bool {
        self.own.contains(session)
    }

    /// Writes an event into the session at hand.
    fn journal(&self, event: Event) -> Effect {
        Effect::Journal { session: self.record.id.clone(), event }
    }

    /// Ends a sitting that cannot go on, as soon as a take that runs is saved.
    fn give_up(&mut self, phase: Phase, effects: &mut Vec<Effect>) {
        match phase {
            Phase::Recording | Phase::Judging => self.closing = Some(CloseReason::Error),
            Phase::Showing | Phase::Verdict | Phase::Paused => self.close(CloseReason::Error, effects),
            Phase::Idle | Phase::Finished => {}
        }
    }

    /// Comes to a reading in turn; a take that waits for a decision is shown with it.
    fn visit(&mut self, at: usize, effects: &mut Vec<Effect>) {
        self.current = Some(at);
        self.cursor = self.trail.iter().position(|&other| other == at).unwrap_or(self.trail.len());
        self.wanted_again = None;
        if self.take_of(at).is_some() { self.show_verdict(effects) } else { self.show(effects) }
    }

    fn show(&mut self, effects: &mut Vec<Effect>) {
        self.phase = Phase::Showing;
        self.shown(effects);
    }

    fn shown(&self, effects: &mut Vec<Effect>) {
        if let Some(at) = self.current {
            let (prompt, repetition) = self.key(at);
            effects.push(self.journal(Event::Shown { prompt, repetition }));
        }
    }

    fn show_verdict(&mut self, effects: &mut Vec<Effect>) {
        self.phase = Phase::Verdict;
        self.shown(effects);
        self.verdict_shown(effects);
    }

    fn verdict_shown(&self, effects: &mut Vec<Effect>) {
        let Some(at) = self.current else { return };
        if let Some(take) = self.take_of(at).filter(|take| self.is_own(&take.session)) {
            let event = Event::VerdictShown { prompt: self.key(at).0, take: take.take };
            effects.push(journal_in(&take.session, event));
        }
    }

    fn begin_take(&mut self, effects: &mut Vec<Effect>) -> Result<(), Refusal> {
        let at = self.current.ok_or(Refusal::NotOpen)?;
        let (prompt, repetition) = self.key(at);
        self.phase = Phase::Recording;
        self.recording_since_ms = self.now_ms;
        effects.push(Effect::BeginTake { prompt, repetition });
        Ok(())
    }

    fn end_take(&mut self, reason: StopReason, effects: &mut Vec<Effect>) {
        self.phase = Phase::Judging;
        effects.push(Effect::EndTake { reason });
    }

    fn judged(&mut self, take: &TakeRecord, effects: &mut Vec<Effect>) {
        let Some(at) = self.current.filter(|&at| self.key(at) == (take.prompt.clone(), take.repetition))
        else {
            return self.show(effects);
        };
        self.past[at].attempts += 1;
        let thrown_out = self.throw_out.take();
        if let Some(reason) = thrown_out {
            effects.push(self.journal(Event::Redone {
                prompt: take.prompt.clone(),
                take: take.take,
                reason,
            }));
        } else if !take.capture.interrupted {
            self.past[at].undecided = Some(history::shown(&self.record, take, false));
        }
        if let Some(reason) = self.closing {
            self.close(reason, effects);
        } else if self.past[at].undecided.as_ref().is_some_and(|shown| shown.take == take.take) {
            self.phase = Phase::Verdict;
            self.verdict_shown(effects);
        } else {
            self.show(effects);
        }
    }

    fn keep(&mut self, effects: &mut Vec<Effect>) -> Result<(), Refusal> {
        let at = self.current.ok_or(Refusal::NotOpen)?;
        if self.past[at].undecided.as_ref().is_some_and(ShownTake::is_silent) {
            return Err(Refusal::Silent);
        }
        if let Some(take) = self.past[at].undecided.take() {
            let prompt = self.key(at).0;
            let event = Event::Kept { prompt: prompt.clone(), take: take.take };
            effects.push(journal_in(&take.session, event));
            let former = self.past[at].kept.replace(ShownTake { kept: true, ..take });
            self.kept_now += usize::from(former.is_none());
            let reason = self.wanted_again.take();
            if let (Some(former), Some(reason)) = (former, reason)
                && self.is_own(&former.session)
            {
                let event = Event::Redone { prompt, take: former.take, reason };
                effects.push(journal_in(&former.session, event));
            }
        }
        self.advance(effects);
        Ok(())
    }

    fn redo(&mut self, reason: &str, effects: &mut Vec<Effect>) -> Result<(), Refusal> {
        let at = self.current.ok_or(Refusal::NotOpen)?;
        match self.past[at].undecided.take() {
            Some(take) => {
                let reason = reason.to_owned();
                let event = Event::Redone { prompt: self.key(at).0, take: take.take, reason };
                effects.push(journal_in(&take.session, event));
            }
            None => self.wanted_again = Some(reason.to_owned()),
        }
        self.show(effects);
        Ok(())
    }

    fn skip(&mut self, reason: &SkipReason, effects: &mut Vec<Effect>) -> Result<(), Refusal> {
        let at = self.current.ok_or(Refusal::NotOpen)?;
        if self.past[at].kept.is_some() {
            return Err(Refusal::Kept);
        }
        let (prompt, repetition) = self.key(at);
        effects.push(self.journal(Event::Skipped { prompt, repetition, reason: reason.clone() }));
        self.past[at].skips += 1;
        self.left_out_now[at] += 1;
        // The take that was looked at is neither accepted nor offered again.
        self.past[at].undecided = None;
        if self.left_out_now[at] <= ASKED_AGAIN {
            self.queue.push_back(at);
        }
        self.advance(effects);
        Ok(())
    }

    fn back(&mut self, effects: &mut Vec<Effect>) -> Result<(), Refusal> {
        let place = self.cursor.checked_sub(1).ok_or(Refusal::NothingBefore)?;
        let target = *self.trail.get(place).ok_or(Refusal::NothingBefore)?;
        self.leave();
        self.queue.retain(|&other| other != target);
        effects.push(self.journal(Event::Back { prompt: self.key(target).0 }));
        self.visit(target, effects);
        Ok(())
    }

    fn go_to(&mut self, prompt: &PromptId, effects: &mut Vec<Effect>) -> Result<(), Refusal> {
        let of_prompt = |at: &usize| self.prompts[self.readings[*at].prompt].id == *prompt;
        let open = (0..self.readings.len()).filter(of_prompt).find(|&at| self.past[at].kept.is_none());
        let target = open.or_else(|| (0..self.readings.len()).rev().find(of_prompt));
        let target = target.ok_or(Refusal::UnknownPrompt)?;
        self.leave();
        self.queue.retain(|&other| other != target);
        self.visit(target, effects);
        Ok(())
    }

    fn play(&mut self, effects: &mut Vec<Effect>) -> Result<(), Refusal> {
        let at = self.current.ok_or(Refusal::NotOpen)?;
        let take = self.take_of(at).ok_or(Refusal::NoTake)?;
        let (session, prompt, take) = (take.session.clone(), self.key(at).0, take.take);
        if self.is_own(&session) {
            let event = Event::Played { prompt: prompt.clone(), take };
            effects.push(journal_in(&session, event));
        }
        effects.push(Effect::PlayTake { session, prompt, take });
        Ok(())
    }

    /// Leaves the current reading undecided: it comes again, at once, or at the end if it was left out.
    fn leave(&mut self) {
        let Some(at) = self.current.take() else { return };
        self.wanted_again = None;
        if self.past[at].kept.is_some() || self.queue.contains(&at) {
            return;
        }
        match self.left_out_now[at] {
            0 => self.queue.push_front(at),
            times if times <= ASKED_AGAIN => self.queue.push_back(at),
            _ => {}
        }
    }

    /// Goes on from a reading that was decided on.
    fn advance(&mut self, effects: &mut Vec<Effect>) {
        if let Some(at) = self.current.take() {
            if self.trail.get(self.cursor) != Some(&at) {
                self.trail.push(at);
            }
            self.cursor = self.trail.len();
        }
        if let Some(at) = self.queue.pop_front() {
            self.visit(at, effects);
        } else {
            let reason = if self.limited { CloseReason::Limit } else { CloseReason::Finished };
            self.close(reason, effects);
        }
    }

    fn close(&mut self, reason: CloseReason, effects: &mut Vec<Effect>) {
        self.phase = Phase::Finished;
        self.current = None;
        self.closed = Some(reason);
        effects.push(self.journal(Event::Closed { reason }));
        effects.push(Effect::Close { reason });
    }

    /// Notes that effects which write to the journal are a sign of life.
    fn stamped(&mut self, effects: Vec<Effect>) -> Vec<Effect> {
        let writes = |effect: &Effect| !matches!(effect, Effect::Refuse { .. } | Effect::PlayTake { .. });
        if effects.iter().any(writes) {
            self.journaled_ms = self.now_ms;
        }
        effects
    }
}

fn journal_in(session: &SessionId, event: Event) -> Effect {
    Effect::Journal { session: session.clone(), event }
}

fn refuse(why: Refusal) -> Effect {
    Effect::Refuse { why }
}

#[cfg(test)]
mod tests;
