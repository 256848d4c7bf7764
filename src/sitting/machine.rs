//! The session state machine: commands, facts and time go in, effects and views come out.
//!
//! It knows no terminal, no audio device and no file, so that line mode, a full screen and a browser
//! can be driven by the same one. The session's writer journals `started`, `stopped` and `take`, the desk the set-up
//! and the driver the microphone's coming and going; every other event comes from here as [`Effect::Journal`]. A take is
//! given up only when another take of the same reading is accepted, and what was decided in a sitting can be taken back in it.

use super::agenda::{Agenda, Wanted};
use super::history;
use super::model::{
    Asked, BREAK_MS, CloseReason, Command, Effect, Fact, Mode, Phase, ReadingView, Refusal, ShownTake,
    StopReason, ViewState,
};
use crate::ids::{PromptId, SessionId};
use crate::recordings::session::event::{Event, Report, TakeRecord};
use crate::recordings::session::record::SessionRecord;
use crate::recordings::session::{SessionView, TakeState};
use crate::sheet::{MediaKind, Prompt, Sheet};
use std::collections::{BTreeMap, BTreeSet};

mod asked;
mod decisions;
mod reports;

/// How long the journal may be silent, in milliseconds.
pub const HEARTBEAT_MS: u64 = 15_000;

/// The booth of one sitting.
///
/// ```
/// use booth::sitting::{Booth, Command, Effect, Phase, Refusal, StopReason, Wanted};
///
/// # let work = tempfile::tempdir().unwrap();
/// # let dir = work.path();
/// # let head = "id = 'demo'\nversion = '1.0.0'\ntitle = 'Demo'\nlicence = 'CC0-1.0'\nsource = 'ours'\n";
/// # std::fs::write(dir.join("sheet.toml"), head).unwrap();
/// # std::fs::write(dir.join("en-US.tsv"), "id\ttext\nnap\tWake me in twenty minutes.\n").unwrap();
/// # let sheet = booth::sheet::load(&dir.into(), &"en-US".parse()?)?;
/// # let record = serde_json::json!({
/// #     "schema": 1, "id": "20261124-054614-k3v9", "created": "2026-11-24T05:46:14.000Z", "tool": "booth 0.1.0",
/// #     "speaker": { "id": "k3v9" }, "locale": "en-US",
/// #     "sheet": { "id": "demo", "version": "1.0.0", "sha256": "0".repeat(64), "licence": "CC0-1.0" },
/// #     "order": { "kind": "sheet" }, "source": { "kind": "import", "layout": "pairs" },
/// #     "room_noise": null, "consent": null,
/// # });
/// # let record: booth::recordings::SessionRecord = serde_json::from_value(record).unwrap();
/// // `record` is that of a new session, `sheet` what it reads.
/// let mut booth = Booth::new(&record, &sheet, &Wanted::default(), &[]);
/// booth.start(0);
/// assert_eq!(booth.prompt().map(|prompt| prompt.text.as_str()), Some("Wake me in twenty minutes."));
///
/// let effects = booth.command(&Command::Record, 1_000);
/// assert_eq!(effects, [Effect::BeginTake { prompt: "nap".parse()?, repetition: 1 }]);
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
    agenda: Agenda,
    phase: Phase,
    paused_phase: Phase,
    /// The place of the take that is looked at, in the phase [`Phase::Verdict`].
    chosen: Option<usize>,
    /// Whether the take that is looked at was recorded just now.
    is_new: bool,
    /// What waits for a yes or a no.
    asks: Option<Asked>,
    /// Why another take was wanted, by the take that there was.
    reasons: BTreeMap<TakeOf, String>,
    /// What was decided in this sitting, the latest last.
    decided: Vec<Decision>,
    /// What was reported in this sitting.
    reported: BTreeSet<Report>,
    /// Prompts of which a session says that they are asked for once more.
    asked: BTreeSet<(SessionId, history::ReadingKey)>,
    closing: Option<CloseReason>,
    closed: Option<CloseReason>,
    /// Why the recording that runs is not looked at when it is judged.
    thrown_out: Option<String>,
    device_lost: bool,
    now_ms: u64,
    started_ms: u64,
    recording_since_ms: u64,
    /// When the sitting began, or the last break was over.
    rested_ms: u64,
    /// When the break began that is taken, and how long those before were.
    paused_ms: u64,
    break_ms: u64,
    journaled_ms: u64,
    state: u64,
    seen: Seen,
}

/// A take by its session and its number; the prompt is that of the reading.
type TakeOf = (SessionId, PromptId, u16);

/// What a person sees: when it changes, so does [`ViewState::state`].
type Seen = (Phase, Option<usize>, Option<(SessionId, u16)>, Option<Asked>);

/// Something that was decided, so that it can be taken back.
#[derive(Debug)]
enum Decision {
    Kept {
        at: usize,
        take: TakeOf,
        /// The one that was accepted before.
        former: Option<TakeOf>,
        /// Those that were given up for it.
        given_up: Vec<TakeOf>,
        was_again: bool,
    },
    LeftOut {
        at: usize,
        passed_over: usize,
    },
}

impl Booth {
    /// Makes the booth of the session `record`, which reads `sheet`; `sessions` are all sessions that
    /// may hold takes of the same speaker, this one included. `wanted` says what the sitting asks for.
    pub fn new(record: &SessionRecord, sheet: &Sheet, wanted: &Wanted, sessions: &[SessionView]) -> Self {
        Self {
            record: record.clone(),
            own: BTreeSet::from([record.id.clone()]),
            agenda: Agenda::new(record, sheet, wanted, sessions),
            phase: Phase::Idle,
            paused_phase: Phase::Showing,
            chosen: None,
            is_new: false,
            asks: None,
            reasons: BTreeMap::new(),
            decided: Vec::new(),
            reported: BTreeSet::new(),
            asked: asked::before(wanted, sessions),
            closing: None,
            closed: None,
            thrown_out: None,
            device_lost: false,
            now_ms: 0,
            started_ms: 0,
            recording_since_ms: 0,
            rested_ms: 0,
            paused_ms: 0,
            break_ms: 0,
            journaled_ms: 0,
            state: 0,
            seen: (Phase::Idle, None, None, None),
        }
    }

    /// Goes on in another session of the same speaker, sheet and locale: the next takes are recorded there. Returns what its journal has
    /// to say first, where the prompt at hand is asked for once more.
    pub fn go_on_in(&mut self, record: &SessionRecord) -> Option<Event> {
        self.own.insert(record.id.clone());
        self.record = record.clone();
        self.asked_event()
    }

    /// Begins the sitting with the first open reading, or shows the take that waits for a decision
    /// since the last sitting. `now_ms` is the monotonic clock.
    pub fn start(&mut self, now_ms: u64) -> Vec<Effect> {
        if self.phase != Phase::Idle {
            return vec![refuse(Refusal::NotOpen)];
        }
        (self.now_ms, self.started_ms, self.journaled_ms, self.rested_ms) = (now_ms, now_ms, now_ms, now_ms);
        let mut effects = Vec::new();
        self.advance(&mut effects);
        self.told(effects)
    }

    /// Follows a command.
    pub fn command(&mut self, command: &Command, now_ms: u64) -> Vec<Effect> {
        self.now_ms = self.now_ms.max(now_ms);
        let mut effects = Vec::new();
        if let Err(why) = self.follow(command, &mut effects) {
            effects.push(refuse(why));
        }
        self.told(effects)
    }

    /// Takes note of a fact.
    pub fn fact(&mut self, fact: Fact, now_ms: u64) -> Vec<Effect> {
        self.now_ms = self.now_ms.max(now_ms);
        let mut effects = Vec::new();
        match (fact, self.phase) {
            (Fact::AudioEnded, Phase::Recording) => self.end_take(StopReason::End, &mut effects),
            (Fact::TooLong, Phase::Recording) => self.end_take(StopReason::Length, &mut effects),
            (Fact::TakeJudged(take), Phase::Judging) => self.judged(&take, &mut effects),
            (Fact::TakeFailed, Phase::Recording | Phase::Judging) => {
                self.thrown_out = None;
                match self.closing {
                    Some(reason) => self.close(reason, &mut effects),
                    None => self.show(&mut effects),
                }
            }
            // Whoever comes back sees where they are. A take that runs goes on: it says itself whether anything is missing.
            (Fact::Slept, _) => {
                self.state += 1;
                self.is_new = false;
            }
            (Fact::DeviceLost, phase) => {
                self.device_lost = true;
                if phase == Phase::Recording {
                    self.end_take(StopReason::DeviceLost, &mut effects);
                }
            }
            (Fact::DeviceBack, _) => {
                // What was said of it stands below what is to be read.
                self.state += 1;
                (self.device_lost, self.is_new) = (false, false);
            }
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
        self.told(effects)
    }

    /// Returns what the booth is doing.
    pub fn phase(&self) -> Phase {
        self.phase
    }

    /// Returns which state this is, as [`ViewState::state`] does.
    pub fn state(&self) -> u64 {
        self.state
    }

    /// Returns all readings in their order, with what became of each.
    pub fn readings(&self) -> Vec<ReadingView> {
        self.agenda.list()
    }

    /// Returns the prompt at hand, to record it.
    pub fn prompt(&self) -> Option<&Prompt> {
        self.agenda.prompt()
    }

    /// Returns all that a face needs to draw.
    pub fn view(&self) -> ViewState {
        let phase = if self.phase == Phase::Paused { self.paused_phase } else { self.phase };
        let take = self.take().filter(|_| phase == Phase::Verdict);
        let (before, after) = self.agenda.neighbours();
        let may_rest = matches!(self.phase, Phase::Showing | Phase::Verdict);
        ViewState {
            state: self.state,
            phase: self.phase,
            mode: Mode::Manual,
            before,
            after,
            offers_break: may_rest && self.now_ms - self.rested_ms >= BREAK_MS,
            prompt: self.agenda.prompt_view(),
            attempt: take.and(self.chosen).map(|at| at + 1),
            attempts: self.agenda.past().map_or(0, |past| past.takes.len()),
            is_new: self.is_new && take.is_some(),
            take: take.cloned(),
            asks: self.asks,
            counts: self.agenda.counts(self.kept_now()),
            device_lost: self.device_lost,
            playing: false,
            recording_ms: (self.phase == Phase::Recording).then(|| self.now_ms - self.recording_since_ms),
            sitting_ms: self.now_ms - self.started_ms,
            break_ms: self.break_ms
                + if self.phase == Phase::Paused { self.now_ms - self.paused_ms } else { 0 },
            closed: self.closed,
        }
    }

    /// Returns how many readings had a take accepted in this sitting.
    fn kept_now(&self) -> usize {
        let kept = self.decided.iter().filter_map(|decision| match decision {
            Decision::Kept { at, .. } => Some(at),
            Decision::LeftOut { .. } => None,
        });
        kept.collect::<BTreeSet<_>>().len()
    }

    fn follow(&mut self, command: &Command, effects: &mut Vec<Effect>) -> Result<(), Refusal> {
        use Phase::{Done, Finished, Idle, Judging, Paused, Recording, Showing, Verdict};
        let was_asked = self.asks == Some(Asked::Delete);
        self.asks = self.asks.filter(|asked| *asked == Asked::WhoIsThere);
        match (command, self.phase) {
            (_, Idle | Finished) => Err(Refusal::NotOpen),
            (Command::Quit | Command::Interrupt, phase) => {
                self.leave(*command == Command::Quit, phase, effects);
                Ok(())
            }
            (Command::Report { reason, words }, _) => self.report(*reason, words.as_ref(), effects),
            (Command::Record, Showing) if self.device_lost => Err(Refusal::DeviceLost),
            (Command::Record, Showing) => self.begin_take(effects),
            (Command::Record, Verdict) => Err(Refusal::Undecided),
            (Command::Stop, Recording) => {
                self.end_take(StopReason::User, effects);
                Ok(())
            }
            (Command::Redo { reason }, Recording) => {
                self.thrown_out = Some(reason.clone());
                self.end_take(StopReason::User, effects);
                Ok(())
            }
            (_, Recording) => Err(Refusal::Recording),
            (_, Judging) => Err(Refusal::Judging),
            (Command::Resume, Paused) => {
                self.phase = self.paused_phase;
                self.break_ms += self.now_ms - self.paused_ms;
                self.rested_ms = self.now_ms;
                (self.asks, self.is_new) = (None, false);
                effects.push(self.journal(Event::Resumed));
                Ok(())
            }
            (_, Paused) => Err(Refusal::Paused),
            (Command::Stop, _) => Err(Refusal::NotRecording),
            (Command::Resume, _) => Err(Refusal::NotPaused),
            (Command::Cancel, _) => {
                if was_asked {
                    Ok(())
                } else {
                    Err(Refusal::NotAsked)
                }
            }
            (Command::Back, _) => self.back(effects),
            (Command::Goto { prompt }, _) => self.go_to(prompt, effects),
            (Command::Undo, _) => self.undo(effects),
            (_, Done) => Err(Refusal::Done),
            (Command::Pause | Command::AskWhoIsThere, phase) => {
                (self.paused_phase, self.phase) = (phase, Paused);
                self.paused_ms = self.now_ms;
                self.asks = (*command == Command::AskWhoIsThere).then_some(Asked::WhoIsThere);
                effects.push(self.journal(Event::Paused));
                Ok(())
            }
            (Command::Keep | Command::Redo { .. } | Command::Delete, Showing) => Err(Refusal::NoTake),
            (Command::Keep, Verdict) => self.keep(effects),
            (Command::Redo { reason }, Verdict) => self.redo(reason, effects),
            (Command::Delete, Verdict) => self.delete(was_asked, effects),
            (Command::Skip { reason }, Showing | Verdict) => self.skip(reason, effects),
            (Command::Choose { attempt }, Showing | Verdict) => self.choose(*attempt, effects),
            (Command::Play, Showing | Verdict) => self.play(effects),
            (Command::Hear, Showing | Verdict) => {
                let media = self.agenda.prompt().and_then(|prompt| prompt.media.as_ref());
                if media.is_none_or(|media| media.kind != MediaKind::Sound) {
                    return Err(Refusal::NoSound);
                }
                effects.push(Effect::PlayMedia);
                Ok(())
            }
        }
    }

    /// Ends the sitting, as soon as a take that runs is saved.
    fn leave(&mut self, by_choice: bool, phase: Phase, effects: &mut Vec<Effect>) {
        let reason = match phase {
            _ if !by_choice => CloseReason::Interrupted,
            Phase::Done if self.agenda.is_limited() => CloseReason::Limit,
            Phase::Done => CloseReason::Finished,
            _ if self.asks == Some(Asked::WhoIsThere) => CloseReason::Nobody,
            _ => CloseReason::Quit,
        };
        match phase {
            Phase::Recording => {
                self.closing = Some(reason);
                self.end_take(StopReason::Interrupted, effects);
            }
            Phase::Judging => self.closing = self.closing.or(Some(reason)),
            _ => self.close(reason, effects),
        }
    }

    /// Returns the take that is looked at, or would be heard.
    fn take(&self) -> Option<&ShownTake> {
        let past = self.agenda.past()?;
        past.takes.get(self.chosen.or_else(|| past.offered())?)
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
            Phase::Showing | Phase::Verdict | Phase::Paused | Phase::Done => {
                self.close(CloseReason::Error, effects);
            }
            Phase::Idle | Phase::Finished => {}
        }
    }

    /// Has come to a reading; a take that waits for a decision, or was accepted, is shown with it.
    fn arrive(&mut self, effects: &mut Vec<Effect>) {
        let offered = self.agenda.past().and_then(history::Past::offered);
        let waits = |at: &usize| {
            let take = self.agenda.past().and_then(|past| past.takes.get(*at));
            take.is_some_and(|take| !take.is_kept())
        };
        // What was accepted and is to be read again is not in the way of that.
        match offered.filter(|at| !self.agenda.is_again() || waits(at)) {
            Some(at) => self.show_take(at, effects),
            None => self.show(effects),
        }
    }

    fn show(&mut self, effects: &mut Vec<Effect>) {
        (self.phase, self.chosen, self.is_new) = (Phase::Showing, None, false);
        self.shown(effects);
    }

    fn shown(&mut self, effects: &mut Vec<Effect>) {
        if let Some(at) = self.agenda.current() {
            self.note_asked(effects);
            let (prompt, repetition) = self.agenda.key(at);
            effects.push(self.journal(Event::Shown { prompt, repetition }));
        }
    }

    /// Shows a take that was not recorded just now.
    fn show_take(&mut self, place: usize, effects: &mut Vec<Effect>) {
        (self.phase, self.chosen, self.is_new) = (Phase::Verdict, Some(place), false);
        self.shown(effects);
        self.verdict_shown(effects);
    }

    fn verdict_shown(&self, effects: &mut Vec<Effect>) {
        let (Some(prompt), Some(take)) = (self.prompt(), self.take()) else { return };
        if self.is_own(&take.session) {
            let event = Event::VerdictShown { prompt: prompt.id.clone(), take: take.take };
            effects.push(journal_in(&take.session, event));
        }
    }

    fn begin_take(&mut self, effects: &mut Vec<Effect>) -> Result<(), Refusal> {
        let at = self.agenda.current().ok_or(Refusal::NotOpen)?;
        let (prompt, repetition) = self.agenda.key(at);
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
        let key = self.agenda.current().map(|at| self.agenda.key(at));
        let shown = history::shown(&self.record, take, TakeState::Undecided);
        let thrown_out = self.thrown_out.take();
        let Some(past) =
            self.agenda.past_mut().filter(|_| key == Some((take.prompt.clone(), take.repetition)))
        else {
            return self.show(effects);
        };
        past.attempts += 1;
        past.takes.push(shown);
        let place = past.takes.len() - 1;
        let is_looked_at = thrown_out.is_none() && !take.capture.interrupted;
        if let Some(reason) = thrown_out {
            self.reasons.insert((self.record.id.clone(), take.prompt.clone(), take.take), reason);
        }
        match self.closing {
            Some(reason) => self.close(reason, effects),
            None if is_looked_at => {
                (self.phase, self.chosen, self.is_new) = (Phase::Verdict, Some(place), true);
                self.verdict_shown(effects);
            }
            None => self.show(effects),
        }
    }

    fn choose(&mut self, attempt: usize, effects: &mut Vec<Effect>) -> Result<(), Refusal> {
        let takes = self.agenda.past().map_or(0, |past| past.takes.len());
        let place = attempt.checked_sub(1).filter(|&place| place < takes).ok_or(Refusal::NoSuchTake)?;
        self.show_take(place, effects);
        Ok(())
    }

    fn redo(&mut self, reason: &str, effects: &mut Vec<Effect>) -> Result<(), Refusal> {
        let take = self.take().ok_or(Refusal::NoTake)?.clone();
        let prompt = self.prompt().ok_or(Refusal::NotOpen)?.id.clone();
        self.reasons.insert((take.session, prompt, take.take), reason.to_owned());
        self.show(effects);
        Ok(())
    }

    fn back(&mut self, effects: &mut Vec<Effect>) -> Result<(), Refusal> {
        let target = self.agenda.before().ok_or(Refusal::NothingBefore)?;
        self.return_to(target, effects);
        Ok(())
    }

    fn return_to(&mut self, target: usize, effects: &mut Vec<Effect>) {
        self.agenda.turn_to(target);
        effects.push(self.journal(Event::Back { prompt: self.agenda.key(target).0 }));
        self.arrive(effects);
    }

    fn go_to(&mut self, prompt: &PromptId, effects: &mut Vec<Effect>) -> Result<(), Refusal> {
        let target = self.agenda.of_prompt(prompt).ok_or(Refusal::UnknownPrompt)?;
        self.agenda.turn_to(target);
        self.arrive(effects);
        Ok(())
    }

    fn play(&mut self, effects: &mut Vec<Effect>) -> Result<(), Refusal> {
        let prompt = self.prompt().ok_or(Refusal::NotOpen)?.id.clone();
        // At a prompt the newest one is heard, whatever became of it.
        let newest = || self.agenda.past().and_then(|past| past.takes.last());
        let take = self.take().or_else(newest).ok_or(Refusal::NoTake)?;
        let (session, take) = (take.session.clone(), take.take);
        if self.is_own(&session) {
            let event = Event::Played { prompt: prompt.clone(), take };
            effects.push(journal_in(&session, event));
        }
        effects.push(Effect::PlayTake { session, prompt, take });
        Ok(())
    }

    /// Goes on from a reading that was decided on.
    fn advance(&mut self, effects: &mut Vec<Effect>) {
        if self.agenda.advance() {
            self.arrive(effects);
        } else {
            (self.phase, self.chosen, self.is_new) = (Phase::Done, None, false);
        }
    }

    fn close(&mut self, reason: CloseReason, effects: &mut Vec<Effect>) {
        (self.phase, self.chosen) = (Phase::Finished, None);
        self.agenda.close();
        self.closed = Some(reason);
        effects.push(self.journal(Event::Closed { reason }));
        effects.push(Effect::Close { reason });
    }

    /// Notes that effects which write to the journal are a sign of life, and whether something else is to be seen.
    fn told(&mut self, effects: Vec<Effect>) -> Vec<Effect> {
        let writes = |effect: &Effect| {
            !matches!(effect, Effect::Refuse { .. } | Effect::PlayTake { .. } | Effect::Thank)
        };
        if effects.iter().any(writes) {
            self.journaled_ms = self.now_ms;
        }
        let take = self.chosen.and(self.take()).map(|take| (take.session.clone(), take.take));
        let seen = (self.phase, self.agenda.current(), take, self.asks);
        if seen != self.seen {
            self.state += 1;
            self.seen = seen;
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
