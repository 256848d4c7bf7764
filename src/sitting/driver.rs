//! The driver of a sitting: the state machine, the microphone and the sessions together, for any face to drive.
//!
//! A face gives [`Command`]s, calls [`Sitting::poll`] often, and draws [`Sitting::view`]. Nothing here
//! waits for a person, prints, or knows a terminal.

use super::agenda::Wanted;
use super::attention::Attention;
use super::machine::Booth;
use super::model::{
    Command, Effect, Fact, Mode, OWN_WISH, Phase, ReadingView, Refusal, ShownTake, ViewState,
};
use super::notice::Notice;
use super::pilot::Pilot;
use super::player::Player;
use super::recorder::{Deck, Outcome, Recorder};
use super::remark::DeviceRemark;
use super::succession::{GIVE_UP_MS, Returning, Successor, source_record};
use crate::audio::capture::{DeviceSpec, EndpointSpec, Level, SourceKind, TakeOptions};
use crate::error::{Error, ErrorKind, Result};
use crate::ids::{PromptId, SessionId};
use crate::msg;
use crate::quality::Longest;
use crate::recordings::Event;
use crate::recordings::assess::assessor::Assessor;
use crate::recordings::ledger::Ledger;
use crate::recordings::session::layout::file_name;
use crate::recordings::session::reason::{CloseReason, WaitReason};
use crate::recordings::session::{SessionView, SessionWriter};
use crate::sheet::{MAX_MEDIA_BYTES, Media, MediaKind, Sheet, SheetSource};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// How long a loudspeaker and the room are heard after it was told to stop, in milliseconds: the blocks that it had been given,
/// 100 ms at most on usual devices, and the first fall of the room's echo.
const FADE_MS: u64 = 250;

/// What a sitting is made of.
pub struct Parts<'a> {
    /// The open session.
    pub session: SessionWriter,
    /// The sheet that it reads.
    pub sheet: &'a Sheet,
    /// All sessions that may hold takes of the same speaker, the open one included.
    pub sessions: &'a [SessionView],
    /// The running microphone.
    pub deck: Box<dyn Deck>,
    /// How takes are assessed.
    pub assessor: Assessor,
    /// Where it is noted what this machine has measured.
    pub ledger: Option<Arc<Ledger>>,
    /// What this sitting asks for.
    pub wanted: Wanted,
    /// The level of the room, if it was measured.
    pub room_dbfs: Option<f64>,
    /// The loudspeaker that takes are listened to with.
    pub output: DeviceSpec,
    /// Who says when a reading begins and ends.
    pub mode: Mode,
    /// Gives the commands where that is hands-free.
    pub pilot: Pilot,
    /// How the sitting goes on when the microphone went away; without it, it ends.
    pub successor: Option<Successor>,
}

/// The running sitting.
pub struct Sitting {
    booth: Booth,
    attention: Attention,
    recorder: Recorder,
    /// A take that is to begin as soon as it is on the screen: which of the wanted readings it is, and when the key was
    /// pressed, by the clock of the deck.
    to_begin: Option<(u16, Option<u64>)>,
    /// When the key of the command at hand was pressed, by the clock of the deck.
    pressed_ns: Option<u64>,
    /// Until when a loudspeaker was heard, by the clock of the deck at hand: no take begins before.
    played_until_ns: Option<u64>,
    /// How long the computer slept so far, by the deck at hand.
    slept_ms: u64,
    /// What is done once the take that runs is saved: hands-free, nearly always one runs.
    after: Option<Command>,
    /// The sessions of this sitting before the one at hand; they are closed, and their takes can still be decided on.
    former: Vec<SessionWriter>,
    root: PathBuf,
    /// Where the sheet lies.
    sheet: SheetSource,
    /// The reading whose sound was played last.
    heard: Option<usize>,
    room_dbfs: Option<f64>,
    player: Player,
    mode: Mode,
    pilot: Pilot,
    /// The state in which the sitting became hands-free: it is for a hand to decide on what was shown then.
    left_to_hand: Option<u64>,
    successor: Option<Successor>,
    /// The microphone went away, with this error, and has not come back.
    lost: Option<Error>,
    /// Whether the microphone was last told to be muted.
    muted: bool,
    returning: Option<Returning>,
    /// A microphone that has come back; the next take opens the next session with it.
    fresh: Option<Box<dyn Deck>>,
    /// The error that ended the sitting, or will.
    failure: Option<Error>,
}

impl Sitting {
    /// Puts a sitting together; [`Sitting::start`] begins it.
    ///
    /// # Errors
    /// [`ErrorKind::Unsupported`] for a source whose bits no WAV file of ours holds.
    pub fn new(parts: Parts<'_>) -> Result<Self> {
        let booth = Booth::new(parts.session.record(), parts.sheet, &parts.wanted, parts.sessions);
        let plays_files = parts.deck.info().kind == SourceKind::File;
        let muted = parts.deck.info().setting.muted;
        let root = parts.session.dir().parent().unwrap_or(Path::new(".")).to_path_buf();
        Ok(Self {
            booth,
            attention: Attention::default(),
            to_begin: None,
            pressed_ns: None,
            played_until_ns: None,
            slept_ms: 0,
            after: None,
            recorder: Recorder::new(parts.session, parts.deck, parts.assessor, parts.ledger)?,
            former: Vec::new(),
            root,
            sheet: parts.sheet.source.clone(),
            heard: None,
            room_dbfs: parts.room_dbfs,
            player: Player::new(parts.output),
            mode: parts.mode,
            pilot: if plays_files { parts.pilot.without_questions() } else { parts.pilot },
            left_to_hand: None,
            successor: parts.successor,
            lost: None,
            muted,
            returning: None,
            fresh: None,
            failure: None,
        })
    }

    /// Returns all that a face needs to draw.
    pub fn view(&self) -> ViewState {
        ViewState { playing: self.player.is_playing(), mode: self.mode, ..self.booth.view() }
    }

    /// Changes who says when a reading begins and ends. What is shown stays for a hand to decide on; a take that runs is
    /// decided on as the mode then says.
    pub fn set_mode(&mut self, mode: Mode) {
        let is_shown = matches!(self.booth.phase(), Phase::Verdict | Phase::Done);
        if mode == Mode::HandsFree && self.mode != mode && is_shown {
            self.left_to_hand = Some(self.booth.state());
        }
        self.mode = mode;
    }

    /// Returns the file of the sound or the picture of the prompt at hand.
    pub fn media(&self) -> Option<PathBuf> {
        self.sheet.media_path(self.booth.prompt()?.media.as_ref()?).ok()
    }

    /// Reads the picture of the prompt at hand; `None` when there is none, or it cannot be read.
    pub fn picture(&self) -> Option<(&Media, Vec<u8>)> {
        let media = self.booth.prompt()?.media.as_ref().filter(|media| media.kind == MediaKind::Picture)?;
        let bytes = self.sheet.media(media, MAX_MEDIA_BYTES).ok().flatten();
        bytes.map(|bytes| (media, bytes))
    }

    /// Plays the sound of a prompt once by itself, when it is shown to be read.
    fn play_what_comes(&mut self, now_ms: u64, notices: &mut Vec<Notice>) {
        let view = self.booth.view();
        let Some(prompt) = view.prompt.filter(|_| view.phase == Phase::Showing) else { return };
        let has_sound = prompt.media.is_some_and(|media| media.kind == MediaKind::Sound);
        if has_sound && self.heard.replace(prompt.number) != Some(prompt.number) {
            notices.extend(self.follow(&Command::Hear, now_ms));
        }
    }

    /// Stops what is played.
    pub fn stop_playing(&mut self) {
        if self.player.is_playing() {
            self.player.stop();
            self.note_played();
        }
    }

    /// Notes that a loudspeaker is silent from now on, or nearly so.
    fn note_played(&mut self) {
        self.played_until_ns = self.deck().map(|deck| deck.now_ns() + FADE_MS * 1_000_000);
    }

    /// Returns the file of a take that is shown of a prompt.
    pub fn file_of(&self, prompt: &PromptId, take: &ShownTake) -> PathBuf {
        self.path_of(&take.session, prompt, take.take)
    }

    /// Returns what the booth is doing.
    pub fn phase(&self) -> Phase {
        self.booth.phase()
    }

    /// Returns how loud it is now; silence once the microphone is closed.
    pub fn level(&self) -> Level {
        self.recorder.deck().map_or_else(Level::default, Deck::level)
    }

    /// Returns how long a take may be; a longer one is ended by the sitting.
    pub fn longest(&self) -> Longest {
        self.recorder.longest()
    }

    /// Returns all readings in their order, with what became of each.
    pub fn readings(&self) -> Vec<ReadingView> {
        self.booth.readings()
    }

    /// Returns the session that is recorded into.
    pub fn session(&self) -> &SessionWriter {
        self.recorder.session()
    }

    /// Returns the error that ended the sitting, if one did.
    pub fn into_failure(self) -> Option<Error> {
        self.failure
    }

    /// Returns what holds for the microphone, to be said before the first prompt.
    pub fn remarks(&self) -> Vec<DeviceRemark> {
        self.recorder.deck().map_or_else(Vec::new, |deck| self.recorder.remarks(deck.info()))
    }

    /// Begins with the first open reading. `now_ms` is the monotonic clock, here and everywhere.
    pub fn start(&mut self, now_ms: u64) -> Vec<Notice> {
        let effects = self.booth.start(now_ms);
        self.carry_out(effects, now_ms)
    }

    /// Says that the view with this [`ViewState::state`] is on the screen.
    pub fn drawn(&mut self, state: u64, now_ms: u64) {
        self.attention.drawn(state, now_ms);
    }

    /// Follows a command of a hand, whose key was pressed at `pressed_ms`: a recording begins and ends there, however late
    /// it is now. A key that was pressed less than [`BLIND_MS`](super::BLIND_MS) after the view came on the screen
    /// ([`Sitting::drawn`]), or after another key, is [`Refusal::Unseen`]; an interruption always counts.
    pub fn press(&mut self, command: &Command, pressed_ms: u64, now_ms: u64) -> Vec<Notice> {
        let is_seen = self.attention.press(self.booth.state(), pressed_ms);
        if !is_seen && *command != Command::Interrupt {
            return vec![Notice::Refused(Refusal::Unseen)];
        }
        self.command_at(command, pressed_ms, now_ms)
    }

    /// Follows a command of a program that is given now.
    pub fn command(&mut self, command: &Command, now_ms: u64) -> Vec<Notice> {
        self.command_at(command, now_ms, now_ms)
    }

    /// Follows a command of a program that was given at `given_ms`: a recording begins and ends there.
    pub fn command_at(&mut self, command: &Command, given_ms: u64, now_ms: u64) -> Vec<Notice> {
        if matches!(command, Command::Report { .. })
            && let Some(why) = self.booth.phase().refuses_report(self.mode)
        {
            return vec![Notice::Refused(why)];
        }
        let ago_ns = now_ms.saturating_sub(given_ms) * 1_000_000;
        self.pressed_ns = self.recorder.deck().map(|deck| deck.now_ns().saturating_sub(ago_ns));
        let is_meant_for_after = self.mode == Mode::HandsFree
            && self.booth.phase() == Phase::Recording
            && matches!(
                command,
                Command::Back | Command::Undo | Command::Skip { .. } | Command::Goto { .. } | Command::Pause
            );
        let notices = if is_meant_for_after {
            self.after = Some(command.clone());
            self.follow(&Command::Redo { reason: OWN_WISH.to_owned() }, now_ms)
        } else {
            self.follow(command, now_ms)
        };
        self.pressed_ns = None;
        notices
    }

    fn follow(&mut self, command: &Command, now_ms: u64) -> Vec<Notice> {
        // Whatever comes next, it is not to be listened to above an earlier take; of a report nothing comes.
        if !matches!(command, Command::Report { .. }) {
            self.stop_playing();
        }
        let effects = self.booth.command(command, now_ms);
        self.carry_out(effects, now_ms)
    }

    /// Looks after everything that goes on by itself; to be called every 20 ms or so.
    pub fn poll(&mut self, now_ms: u64) -> Vec<Notice> {
        let mut notices = Vec::new();
        self.notice_a_sleep(now_ms, &mut notices);
        self.begin_now(now_ms, &mut notices);
        if let Some(Outcome { take, failure }) = self.recorder.poll() {
            let fact = match take {
                Ok(take) => {
                    let session = self.recorder.session().dir().to_path_buf();
                    notices.push(Notice::Take { session, take: Box::new(take.clone()) });
                    Fact::TakeJudged(Box::new(take))
                }
                // The failure tells why.
                Err(_) => Fact::TakeFailed,
            };
            if let Some(error) = failure {
                self.fail(error, now_ms, &mut notices);
            }
            self.tell(fact, now_ms, &mut notices);
        }
        if let Some(outcome) = self.player.poll() {
            self.note_played();
            notices.extend(outcome.err().map(Notice::NotPlayed));
        }
        if let Some(fact) = self.look_at_the_take() {
            if fact == Fact::TooLong {
                notices.push(Notice::TooLong(self.recorder.most()));
            }
            self.tell(fact, now_ms, &mut notices);
        }
        self.look_after_the_deck(now_ms, &mut notices);
        self.tell(Fact::Tick, now_ms, &mut notices);
        self.play_what_comes(now_ms, &mut notices);
        let is_taking = matches!(self.booth.phase(), Phase::Recording | Phase::Judging);
        let after = self.after.take_if(|_| !is_taking);
        let next = after.or_else(|| self.piloted());
        if let Some(command) = next {
            notices.extend(self.follow(&command, now_ms));
        }
        notices
    }

    /// The next command of a hands-free sitting.
    fn piloted(&mut self) -> Option<Command> {
        if self.mode != Mode::HandsFree {
            return None;
        }
        self.left_to_hand = self.left_to_hand.filter(|&state| state == self.booth.state());
        // What is heard first is heard to its end.
        let must_wait = self.left_to_hand.is_some() || self.player.is_playing();
        if must_wait { None } else { self.pilot.command(&self.booth.view()) }
    }

    /// Notices that the computer slept since it was looked at last.
    fn notice_a_sleep(&mut self, now_ms: u64, notices: &mut Vec<Notice>) {
        let slept_ms = self.recorder.deck().map_or(0, Deck::slept_ms);
        let since_ms = slept_ms.saturating_sub(std::mem::replace(&mut self.slept_ms, slept_ms));
        if since_ms > 0 {
            notices.push(Notice::Slept(since_ms));
            self.tell(Fact::Slept, now_ms, notices);
        }
    }

    /// What the deck says of the take that runs.
    fn look_at_the_take(&self) -> Option<Fact> {
        if self.booth.phase() != Phase::Recording || self.recorder.is_ending() {
            return None;
        }
        let deck = self.recorder.deck()?;
        if deck.take_failed() {
            return Some(Fact::StorageFailed);
        }
        if deck.is_too_long() {
            return Some(Fact::TooLong);
        }
        if deck.cue_finished() || deck.heard_end() {
            return Some(Fact::AudioEnded);
        }
        None
    }

    /// The microphone that the next take is recorded with.
    fn deck(&self) -> Option<&dyn Deck> {
        self.fresh.as_deref().or_else(|| self.recorder.deck())
    }

    /// Notices a microphone that goes away or comes back.
    fn look_after_the_deck(&mut self, now_ms: u64, notices: &mut Vec<Notice>) {
        if self.lost.is_none()
            && let Some(fault) = self.deck().and_then(Deck::fault)
        {
            if let Some(fresh) = self.fresh.take() {
                fresh.close();
            }
            self.lost = Some(fault.clone());
            notices.push(Notice::DeviceLost(fault));
            self.tell(Fact::DeviceLost, now_ms, notices);
        }
        let Some(lost) = &self.lost else { return self.look_at_the_switch(notices) };
        // The take that ran is saved first.
        if self.recorder.is_ending() || self.booth.phase() == Phase::Finished {
            return;
        }
        self.recorder.close_deck();
        let Some(successor) = &mut self.successor else {
            let lost = lost.clone();
            return self.device_gone(lost, now_ms, notices);
        };
        let returning = self.returning.get_or_insert_with(|| Returning::new(now_ms));
        match returning.poll(successor, now_ms) {
            None => {}
            Some(Ok(deck)) => {
                notices.push(Notice::DeviceBack(deck.info().name.clone()));
                self.muted = deck.info().setting.muted;
                // Of the same one all was said.
                if source_record(deck.info()) != self.recorder.session().record().source {
                    notices.push(Notice::Remarks(self.recorder.remarks(deck.info())));
                }
                let ms = returning.waited_ms(now_ms);
                (self.lost, self.returning, self.fresh) = (None, None, Some(deck));
                self.waited(ms, now_ms, notices);
                self.tell(Fact::DeviceBack, now_ms, notices);
            }
            Some(Err(error)) => {
                let ms = returning.waited_ms(now_ms);
                self.waited(ms, now_ms, notices);
                // That it was lost was said when it was.
                let message = msg!("device-not-back", seconds = GIVE_UP_MS / 1000);
                let error = Error::of(ErrorKind::DeviceLost, message).with_source(error);
                notices.push(Notice::Failed(error.clone()));
                self.device_gone(error, now_ms, notices);
            }
        }
    }

    /// Notices a microphone that the system mutes or switches on.
    fn look_at_the_switch(&mut self, notices: &mut Vec<Notice>) {
        let Some(deck) = self.deck() else { return };
        let muted = deck.is_muted();
        if muted != self.muted {
            notices.push(Notice::Muted { name: deck.info().name.clone(), muted });
            self.muted = muted;
        }
    }

    /// Writes down how long the microphone was waited for.
    fn waited(&mut self, ms: u64, now_ms: u64, notices: &mut Vec<Notice>) {
        let event = Event::Waiting { reason: WaitReason::Device, ms };
        if let Err(error) = self.recorder.append(event) {
            self.fail(error, now_ms, notices);
        }
    }

    fn device_gone(&mut self, error: Error, now_ms: u64, notices: &mut Vec<Notice>) {
        if self.failure.is_none() {
            self.failure = Some(error);
            self.tell(Fact::DeviceGone, now_ms, notices);
        }
    }

    /// Ends a sitting that cannot write any more.
    fn fail(&mut self, error: Error, now_ms: u64, notices: &mut Vec<Notice>) {
        if self.failure.is_none() {
            self.failure = Some(error.clone());
            notices.push(Notice::Failed(error));
            self.tell(Fact::StorageFailed, now_ms, notices);
        }
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
                    // What is said from now on is not forgotten; the disk may take its time once the screen says so.
                    let now_ns = self.recorder.deck().map(|deck| {
                        deck.hold();
                        deck.now_ns()
                    });
                    self.to_begin = Some((repetition, self.pressed_ns.or(now_ns)));
                }
                Effect::EndTake { reason } => {
                    self.begin_now(now_ms, &mut notices);
                    self.recorder.end(reason, self.pressed_ns);
                }
                Effect::DeleteTake { session, prompt, take } => {
                    if let Err(error) = self.delete(&session, &prompt, take) {
                        self.fail(error, now_ms, &mut notices);
                    }
                }
                Effect::PlayTake { session, prompt, take } => {
                    let path = self.path_of(&session, &prompt, take);
                    self.player.start(&path);
                }
                Effect::PlayMedia => {
                    if let Some(path) = self.media() {
                        self.player.start(&path);
                    }
                }
                Effect::Journal { session, event } => {
                    if let Err(error) = self.journal(&session, event) {
                        self.fail(error, now_ms, &mut notices);
                    }
                }
                Effect::Close { reason } => {
                    self.player.stop();
                    self.recorder.close_deck();
                    if let Some(deck) = self.fresh.take() {
                        deck.close();
                    }
                    notices.push(Notice::Closed(reason));
                }
                Effect::Thank => notices.extend(self.failure.is_none().then_some(Notice::Reported)),
                Effect::Refuse { why } => notices.push(Notice::Refused(why)),
            }
        }
        notices
    }

    /// Writes an event into the journal of a session of this sitting.
    fn journal(&mut self, session: &SessionId, event: Event) -> Result<()> {
        if let Event::Kept { prompt, take } = &event {
            self.recorder.learn(prompt, *take);
        }
        let former = self.former.iter_mut().find(|former| former.record().id == *session);
        let Some(former) = former else { return self.recorder.append(event) };
        // It was closed when the microphone changed: it is opened for this line, and closed again.
        let opened = Event::Opened { tool: crate::TOOL.to_owned() };
        former.append_all(vec![opened, event, Event::Closed { reason: CloseReason::DeviceChanged }])
    }

    /// Deletes a take of a session of this sitting.
    fn delete(&mut self, session: &SessionId, prompt: &PromptId, take: u16) -> Result<()> {
        let former = self.former.iter_mut().find(|former| former.record().id == *session);
        let Some(former) = former else { return self.recorder.delete(prompt, take) };
        former.append(Event::Opened { tool: crate::TOOL.to_owned() })?;
        former.delete_take(prompt, take)?;
        former.append(Event::Closed { reason: CloseReason::DeviceChanged }).map(|_| ())
    }

    /// Begins the take that is to begin.
    fn begin_now(&mut self, now_ms: u64, notices: &mut Vec<Notice>) {
        let Some((repetition, pressed_ns)) = self.to_begin.take() else { return };
        if let Err(error) = self.begin(repetition, pressed_ns) {
            if let Some(deck) = self.recorder.deck() {
                deck.release();
            }
            self.not_begun(error, now_ms, notices);
        }
    }

    /// A take that could not be begun: a source of files without a file asks for another prompt, a microphone
    /// that is lost is waited for, and storage that takes nothing ends the sitting.
    fn not_begun(&mut self, error: Error, now_ms: u64, notices: &mut Vec<Notice>) {
        match error.kind() {
            ErrorKind::Usage | ErrorKind::Audio => notices.push(Notice::NoTake(error)),
            // The deck has it as its fault, which is told once.
            ErrorKind::DeviceLost => {}
            _ => self.fail(error, now_ms, notices),
        }
        self.tell(Fact::TakeFailed, now_ms, notices);
    }

    fn begin(&mut self, repetition: u16, pressed_ns: Option<u64>) -> Result<u16> {
        self.go_on_in_the_next_session()?;
        let prompt = self.booth.prompt().ok_or_else(|| Error::of(ErrorKind::Usage, msg!("prompt-none")))?;
        // Files end by themselves; a microphone is listened to, when no hand ends the take.
        let is_device = self.recorder.deck().is_some_and(|deck| deck.info().kind == SourceKind::Device);
        let listens = is_device && self.mode != Mode::Manual;
        let endpoint =
            listens.then_some(EndpointSpec { room_dbfs: self.room_dbfs, ..EndpointSpec::default() });
        let not_before_ns = self.played_until_ns.filter(|_| is_device);
        let options = TakeOptions { endpoint, pressed_ns, not_before_ns, ..TakeOptions::default() };
        self.recorder.begin(prompt, repetition, options)
    }

    /// Closes the session of a microphone that went away, and opens the next one with the microphone that came.
    fn go_on_in_the_next_session(&mut self) -> Result<()> {
        let (Some(deck), Some(successor)) = (self.fresh.take(), &mut self.successor) else { return Ok(()) };
        let session = successor.session(self.recorder.session(), deck.info())?;
        self.recorder.append(Event::Closed { reason: CloseReason::DeviceChanged })?;
        let asked = self.booth.go_on_in(session.record());
        self.former.push(self.recorder.succeed(session, deck)?);
        if let Some(event) = asked {
            self.recorder.append(event)?;
        }
        // It was measured with the microphone before, and by its clock.
        (self.room_dbfs, self.played_until_ns) = (None, None);
        Ok(())
    }

    fn path_of(&self, session: &SessionId, prompt: &PromptId, take: u16) -> PathBuf {
        self.root.join(session.as_str()).join(file_name(prompt, take))
    }
}

#[cfg(test)]
mod tests;
