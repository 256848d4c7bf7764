//! The front desk: everything between a person who comes in and the first prompt, as values that any face can show.
//!
//! [`Desk::open`] reads the sheet, locks the folder and puts in order what a crash left; [`Desk::questions`] are what
//! is still to be asked; [`Desk::sign`] makes the receipt; [`Desk::sit`] writes it with the session, hands the contributor
//! their copy, and begins the sitting. Before that, nothing of the person is on the disk.

use super::asking::{Answer, Field, Kind, Question, QuestionId, demographics, not_allowed};
use super::consent::{Consent, Fresh, Signed, State, consent_text, is_shared, state_of};
use super::dealing::Dealing;
use super::driver::{Parts, Sitting};
use super::history::last_order;
use super::outside::Outside;
use super::recorder::Deck;
use super::request::{OrderWish, Request, arranged, deals, load_sheet};
use super::succession::{Opener, Successor, source_record};
use crate::TOOL;
use crate::error::{Error, ErrorKind, Result};
use crate::fsio;
use crate::ids::{Locale, SpeakerId};
use crate::messages::{Language, say};
use crate::msg;
use crate::parallel;
use crate::recordings::assess::assessor::Assessor;
use crate::recordings::feedback::{Ask, Received};
use crate::recordings::people::consent::{Answers, RANDOM_BYTES, Receipt};
use crate::recordings::people::personal::{self, Personal};
use crate::recordings::people::receipts::Receipts;
use crate::recordings::session::reason::SetupStep;
use crate::recordings::session::view::read_record;
use crate::recordings::session::{
    ConsentState, Found, RootLock, SessionView, SessionWriter, Setup, Unreadable, consent_state,
    find_sessions, recover,
};
use crate::recordings::{Event, Order, RoomNoise, SCHEMA, SessionRecord, SheetRef, SourceRecord, Speaker};
use crate::sheet::Sheet;
use crate::units::Utc;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What a crash had left in the folder, and what was done about it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Recovered {
    /// Recordings that were saved.
    pub saved: usize,
    /// Lines of journals that were torn.
    pub torn: usize,
}

/// The front desk of one sitting.
pub struct Desk {
    request: Request,
    outside: Outside,
    lock: RootLock,
    receipts: Receipts,
    sheet: Sheet,
    /// All sessions of the folder.
    known: Vec<(PathBuf, SessionRecord)>,
    recovered: Recovered,
    unreadable: Vec<Unreadable>,
    speaker: Option<SpeakerId>,
    /// What came back from who collects.
    received: Option<Received>,
    unreadable_feedback: Option<Unreadable>,
    /// The speaker's sessions, the latest last.
    mine: Vec<SessionView>,
    text: Vec<u8>,
    text_locale: Locale,
    state: State,
    /// What comes of a consent that was just given.
    fresh: Option<Fresh>,
    setup: Setup,
}

/// A sitting that is about to begin.
pub struct Seated {
    /// The sitting.
    pub sitting: Sitting,
    /// Whether it goes on with a session of before.
    pub resumed: bool,
    /// The microphone of the last session of this task, where it was another one.
    pub other_microphone: Option<String>,
    /// The contributor's receipt, when consent was just given.
    pub signed: Option<Signed>,
    /// What a feedback says of the recordings of before.
    pub feedback: Option<Returned>,
}

impl Desk {
    /// Opens the desk over the folder of sessions `root`: reads the sheet, locks the folder, and puts in order
    /// whatever a crash left in any session, whoever recorded it, each under the limits of its own sheet.
    ///
    /// # Errors
    /// [`ErrorKind::Sheet`] and [`ErrorKind::Usage`] for the sheet; [`ErrorKind::Locked`] when another process holds the
    /// folder; [`ErrorKind::Consent`] for a receipt of the request that does not hold, or a use that is none; those of
    /// reading sessions.
    pub fn open(root: &Path, request: Request, outside: Outside) -> Result<Self> {
        let sheet = load_sheet(&request)?;
        let (text, text_locale) = consent_text(&sheet, &request.terms)?;
        let lock = RootLock::acquire(root, request.asker.holder())?;
        let mut known = Vec::new();
        let Found { sessions, mut unreadable } = find_sessions(root)?;
        for dir in sessions {
            match read_record(&dir) {
                Ok(record) => known.push((dir, record)),
                Err(error) => unreadable.push(Unreadable::session(&dir, error)?),
            }
        }
        let receipts = Receipts::of(&lock)?;
        let is_of = |receipt: &str, record: &SessionRecord| {
            record.consent.as_ref().is_some_and(|consent| consent.id == receipt)
        };
        receipts.settle(|receipt| {
            let is_used = known.iter().any(|(_, record)| is_of(receipt, record));
            // A session that cannot be read may be the one.
            (is_used || unreadable.is_empty()).then_some(is_used)
        })?;
        personal::move_out(&lock, &receipts)?;
        let setup = Setup::new(Arc::clone(&outside.clock));
        let mut desk = Self {
            request,
            outside,
            lock,
            receipts,
            sheet,
            known,
            recovered: Recovered::default(),
            unreadable,
            speaker: None,
            received: None,
            unreadable_feedback: None,
            mine: Vec::new(),
            text,
            text_locale,
            state: State::Who,
            fresh: None,
            setup,
        };
        desk.recover()?;
        match desk.request.speaker.clone().or_else(|| desk.only_speaker()) {
            Some(speaker) => desk.welcome(speaker)?,
            None if desk.known.is_empty() => {
                let speaker = desk.outside.speaker_id()?;
                desk.welcome(speaker)?;
            }
            None => {}
        }
        Ok(desk)
    }

    /// Returns the sheet that is read.
    pub fn sheet(&self) -> &Sheet {
        &self.sheet
    }

    /// Returns what a crash had left.
    pub fn recovered(&self) -> Recovered {
        self.recovered
    }

    /// Returns the sessions that cannot be read: they are left as they are, and what they hold is not known.
    pub fn unreadable(&self) -> &[Unreadable] {
        &self.unreadable
    }

    /// Returns the speaker, once it is known who that is.
    pub fn speaker(&self) -> Option<&SpeakerId> {
        self.speaker.as_ref()
    }

    /// Returns the pseudonyms of all who have read into the folder.
    pub fn speakers(&self) -> Vec<String> {
        let names: BTreeSet<&str> = self.known.iter().map(|(_, record)| record.speaker.id.as_str()).collect();
        names.into_iter().map(str::to_owned).collect()
    }

    /// Makes a pseudonym for somebody new.
    ///
    /// # Errors
    /// [`ErrorKind::Io`] when there are no random bytes.
    pub fn pseudonym(&mut self) -> Result<SpeakerId> {
        self.outside.speaker_id()
    }

    /// Returns the receipt of a consent of before that still holds.
    pub fn held(&self) -> Option<&Receipt> {
        match &self.state {
            State::Signed { consent, before: true } => Some(&consent.receipt),
            _ => None,
        }
    }

    /// Returns the text that must be shown before the questions about consent, when they are asked.
    pub fn consent_text(&self) -> Option<String> {
        let asked = matches!(self.state, State::Asked { .. });
        asked.then(|| String::from_utf8_lossy(&self.text).into_owned())
    }

    /// Returns the language of that text.
    pub fn consent_locale(&self) -> &Locale {
        &self.text_locale
    }

    /// Returns what is still to be asked, in order; a question may open others.
    pub fn questions(&self) -> Vec<Question> {
        match &self.state {
            State::Who => vec![Question::new(QuestionId::Speaker, Kind::Choice(self.speakers()))],
            State::Asked { given, .. } => given.open(),
            State::Flags { given, scopes, .. } => {
                let may_contact = scopes.iter().any(|scope| scope == "contact-again");
                let is_open = may_contact && !given.is_contact_known();
                is_open.then(|| Question::new(QuestionId::Contact, Kind::Words)).into_iter().collect()
            }
            State::Signed { .. } => Vec::new(),
        }
    }

    /// Returns the form on which consent is given, while it is asked for: all questions about it, with the answers so far.
    pub fn form(&self) -> Vec<Field> {
        match &self.state {
            State::Asked { given, .. } => given.form(),
            _ => Vec::new(),
        }
    }

    /// Returns the same with all lines that an answer can open, for a face that shows all at once.
    pub fn whole_form(&self) -> Vec<Field> {
        match &self.state {
            State::Asked { given, .. } => given.whole_form(),
            _ => Vec::new(),
        }
    }

    /// Takes in an answer; until [`Desk::sign`] it can be given again.
    ///
    /// # Errors
    /// [`ErrorKind::Consent`] when nothing can be recorded with that answer; [`ErrorKind::Usage`] when it is none.
    pub fn answer(&mut self, id: QuestionId, answer: Answer) -> Result<()> {
        match (&mut self.state, id, answer) {
            // Who it is can be said again, as long as nothing was signed.
            (
                State::Who | State::Asked { .. } | State::Signed { before: true, .. },
                QuestionId::Speaker,
                Answer::Words(name),
            ) => {
                let speaker = if name.is_empty() { self.outside.speaker_id()? } else { name.parse()? };
                self.welcome(speaker)
            }
            (State::Asked { given, .. }, id, answer) => {
                let yes = if let Answer::Yes(yes) = &answer { Some(*yes) } else { None };
                let outcome = given.answer(id, answer);
                let question = match id {
                    QuestionId::Adult => Some("adult"),
                    QuestionId::Scope(scope) => Some(scope),
                    _ => None,
                };
                if let (Some(question), Some(granted)) = (question, yes) {
                    self.setup.note(Event::Consent { question: question.to_owned(), granted });
                }
                outcome
            }
            (State::Flags { given, .. }, QuestionId::Contact, answer) => {
                given.answer(QuestionId::Contact, answer)
            }
            (_, id, _) => {
                Err(Error::of(ErrorKind::Usage, msg!("answer-not-asked", question = id.to_string())))
            }
        }
    }

    /// Notes that a step of the set-up is done; the session's journal will say when.
    pub fn done(&mut self, step: SetupStep) {
        self.setup.note(Event::Setup { step });
    }

    /// Makes the receipt of a consent that was just given, unless one of before holds, or came with the request. Questions
    /// in words that are still open count as left out. Nothing is written so far.
    ///
    /// # Errors
    /// [`ErrorKind::Consent`] when consent is not given; [`ErrorKind::Io`] when there are no random bytes.
    pub fn sign(&mut self) -> Result<()> {
        let (given, mut scopes, method, since) = match &self.state {
            State::Signed { .. } => return Ok(()),
            State::Who => return Err(Error::of(ErrorKind::Usage, msg!("speaker-unknown"))),
            State::Asked { given, since } => {
                let is_open = |question: &Question| question.kind == Kind::YesOrNo;
                if given.open().iter().any(is_open) {
                    return Err(Error::of(ErrorKind::Consent, msg!("consent-open")));
                }
                (given.clone(), given.scopes(), self.request.asker.method(), *since)
            }
            State::Flags { given, scopes, since } => {
                let scopes = scopes.iter().map(|scope| (scope.clone(), true)).collect();
                (given.clone(), scopes, "flag", *since)
            }
        };
        if !scopes.get("asr").copied().unwrap_or(false) {
            return Err(not_allowed());
        }
        if matches!(self.state, State::Asked { .. }) {
            // These questions come last.
            self.done(SetupStep::About);
        }
        let about = given.about();
        scopes.extend(about.keys().map(|field| (demographics(field), true)));
        let may_contact = scopes.get("contact-again").copied().unwrap_or(false);
        let contact = given.contact();
        if contact.is_some() && !may_contact {
            return Err(Error::of(ErrorKind::Consent, msg!("consent-no-contact")));
        }
        let speaker = self.known_speaker()?;
        let controller = self.sheet.head.controller.as_ref();
        let language = Language::for_tag(self.text_locale.as_str());
        let terms = self.request.terms.clone();
        let is_shared = scopes.iter().any(|(scope, granted)| *granted && is_shared(scope));
        let answers = Answers {
            speaker: speaker.clone(),
            controller: controller
                .map_or_else(|| say(language, &msg!("controller-unnamed")), |c| c.name.clone()),
            contact: controller
                .map_or_else(|| say(language, &msg!("contact-unnamed")), |c| c.contact.clone()),
            basis: "consent".to_owned(),
            text_locale: self.text_locale.clone(),
            text: &self.text,
            method: method.to_owned(),
            asked: since,
            answered: self.outside.clock.utc(),
            scopes,
            licence: terms.licence.filter(|_| is_shared),
            kept: terms.kept,
            project_sha256: terms.project_sha256,
            age: "adult".to_owned(),
            statement: None,
            tool: TOOL.to_owned(),
        };
        let (receipt, code) = Receipt::from_answers(answers, self.outside.bytes::<RANDOM_BYTES>()?)?;
        let personal = Personal { schema: 1, at: since, speaker, contact, credit: None };
        self.fresh = Some(Fresh { code, personal });
        self.state = State::Signed { consent: Box::new(Consent { receipt, about }), before: false };
        self.done(SetupStep::Receipt);
        Ok(())
    }

    /// Opens the session, or goes on with the latest one of the same task, device and consent, and puts the sitting
    /// together over the running microphone `deck`. A receipt of [`Desk::sign`] appears with the session that rests on it, in the
    /// session and as the contributor's own copy in the folder `receipts` beside the recordings. `room` is what the room sounds like, if it was listened to;
    /// `open` opens a microphone again when this one goes away.
    ///
    /// # Errors
    /// [`ErrorKind::Consent`] before [`Desk::sign`]; [`ErrorKind::Io`] when the system refuses;
    /// [`ErrorKind::Unsupported`] for a source whose bits no WAV file of ours holds.
    pub fn sit(
        mut self,
        deck: Box<dyn Deck>,
        room: Option<RoomNoise>,
        open: Option<Opener>,
    ) -> Result<Seated> {
        let speaker = self.known_speaker()?;
        let State::Signed { consent, .. } = &self.state else {
            return Err(Error::of(ErrorKind::Consent, msg!("consent-not-signed")));
        };
        let wanted = Unnamed {
            speaker: Speaker { id: speaker, metadata: consent.about.clone() },
            source: source_record(deck.info()),
            room_noise: room.clone(),
            consent: consent.receipt.clone(),
        };
        let feedback = self.asks();
        let before = self.same_task(&wanted)?;
        let other_microphone = if before.is_none() { self.other_microphone(&wanted) } else { None };
        let fresh = self.fresh.take();
        let created = self.setup.began();
        let setup = std::mem::replace(&mut self.setup, Setup::new(Arc::clone(&self.outside.clock)));
        let mut signed = None;
        let session = if let Some(at) = before {
            let view = &self.mine[at];
            let assessor = Assessor::of_session(&self.request.policy, view.record(), &self.mine)?;
            recover::resume(self.lock.clone(), view, TOOL, setup, &mut recovery::assess_with(assessor))?.0
        } else {
            let record = self.new_record(wanted, created)?;
            let (session, receipt) = self.make_session(record, setup, fresh)?;
            signed = receipt;
            self.mine.push(SessionView::open(session.dir())?);
            session
        };
        let assessor = Assessor::of_session(&self.request.policy, session.record(), &self.mine)?;
        let dealt = session.record().deal.as_ref().map(|deal| self.sheet.dealt(deal)).transpose()?;
        let dealt = dealt.map(|sheet| arranged(sheet, &self.request)).transpose()?;
        let sheet = dealt.as_ref().unwrap_or(&self.sheet);
        // What the sheet does not have any more, or has in another deal, is not asked for now.
        let is_there = |ask: &Ask| sheet.prompts.iter().any(|prompt| prompt.id == ask.prompt);
        let feedback = feedback.map(|mut back| {
            back.asks.retain(is_there);
            Returned { elsewhere: back.elsewhere - back.asks.len(), ..back }
        });
        let (outside, text) = (self.outside, self.text);
        let ledger = self.request.ledger;
        let sitting = Sitting::new(Parts {
            session,
            sheet,
            sessions: &self.mine,
            deck,
            assessor,
            ledger,
            wanted: self.request.wanted,
            room_dbfs: room.and_then(|room| room.noise_floor_dbfs),
            output: self.request.output,
            mode: self.request.mode,
            pilot: self.request.pilot,
            successor: open.map(|open| Successor::new(open, outside, text)),
        })?;
        Ok(Seated { sitting, resumed: before.is_some(), other_microphone, signed, feedback })
    }

    fn known_speaker(&self) -> Result<SpeakerId> {
        self.speaker.clone().ok_or_else(|| Error::of(ErrorKind::Usage, msg!("speaker-unknown")))
    }

    fn only_speaker(&self) -> Option<SpeakerId> {
        let first = &self.known.first()?.1.speaker.id;
        self.known.iter().all(|(_, record)| record.speaker.id == *first).then(|| first.clone())
    }

    /// Turns to the speaker, and finds out where their consent stands.
    fn welcome(&mut self, speaker: SpeakerId) -> Result<()> {
        let own: Vec<&PathBuf> = self
            .known
            .iter()
            .filter(|(_, record)| record.speaker.id == speaker)
            .map(|(dir, _)| dir)
            .collect();
        // One that was changed on disk is left as it is, and the sitting begins another.
        let mut mine = Vec::new();
        for session in open_all(&own, self.request.threads)? {
            match session.broken() {
                Some(fault) => {
                    self.unreadable.push(Unreadable::of(session.dir(), &fault.to_error(session.dir())));
                }
                None => mine.push(session),
            }
        }
        mine.sort_by_key(|session| session.record().created);
        self.mine = mine;
        self.received = self.feedback(&speaker)?;
        let now = self.outside.clock.utc();
        self.state = state_of(&self.request, &speaker, &self.mine, &self.text, now)?;
        // The session begins with the first answer about consent; where nobody is asked, now.
        if !matches!(self.state, State::Asked { .. }) {
            self.setup.begin();
        }
        self.speaker = Some(speaker);
        Ok(())
    }

    /// Makes the session of `record`. The contributor's copy of its receipt, if that is fresh, is on the disk before it, and
    /// has its name after it; what they said of themselves comes last.
    fn make_session(
        &self,
        record: SessionRecord,
        setup: Setup,
        fresh: Option<Fresh>,
    ) -> Result<(SessionWriter, Option<Signed>)> {
        let dir = self.lock.root().join(record.id.as_str());
        let copy = match (&record.consent, &fresh) {
            (Some(receipt), Some(fresh)) => Some(self.receipts.prepare(receipt, &fresh.code, &self.text)?),
            _ => None,
        };
        let session = match SessionWriter::create_in(self.lock.clone(), record, &self.text, setup) {
            Ok(session) => session,
            Err(error) => {
                // It may have failed after the session was there.
                let is_gone = fsio::look(&dir).is_ok_and(|there| there.is_none());
                if let Some(mut copy) = copy.filter(|_| !is_gone) {
                    copy.leave();
                }
                return Err(error);
            }
        };
        let (Some(copy), Some(Fresh { code, personal })) = (copy, fresh) else { return Ok((session, None)) };
        let signed = Signed { copy: copy.hand_over()?, code };
        personal.append(&self.receipts)?;
        Ok((session, Some(signed)))
    }

    /// Finds the latest session of the same task, device and consent that may be recorded into.
    fn same_task(&self, wanted: &Unnamed) -> Result<Option<usize>> {
        let now = self.outside.clock.utc();
        for (at, session) in self.mine.iter().enumerate().rev() {
            if self.is_same_task(session.record(), wanted)
                && self.dealing().is_open(session.record())
                && consent_state(session.dir(), session.record(), now)? == ConsentState::Valid
            {
                return Ok(Some(at));
            }
        }
        Ok(None)
    }

    /// Returns the name of the microphone of the latest session of this sheet and locale, if it is not the wanted one.
    fn other_microphone(&self, wanted: &Unnamed) -> Option<String> {
        let is_task = |record: &SessionRecord| {
            record.locale == self.sheet.locale && record.sheet.id == self.sheet.head.id
        };
        let last = self.mine.iter().rev().map(SessionView::record).find(|record| is_task(record))?;
        match (&last.source, &wanted.source) {
            (SourceRecord::Device { device, name, .. }, SourceRecord::Device { device: now, .. })
                if device != now =>
            {
                Some(name.clone())
            }
            _ => None,
        }
    }

    fn is_same_task(&self, record: &SessionRecord, wanted: &Unnamed) -> bool {
        record.locale == self.sheet.locale
            && record.sheet.id == self.sheet.head.id
            && record.sheet.sha256 == self.sheet.sha256
            && record.source == wanted.source
            && record.surroundings == self.request.surroundings
            && record.consent.as_ref().is_some_and(|receipt| receipt.id == wanted.consent.id)
            && !matches!((self.request.order, record.order), (OrderWish::Shuffled(_), Order::Sheet))
            && record.deal.is_some() == deals(&self.sheet, &self.request)
    }

    fn new_record(&mut self, unnamed: Unnamed, created: Utc) -> Result<SessionRecord> {
        let mut record = SessionRecord {
            schema: SCHEMA,
            id: self.outside.session_id(created)?,
            created,
            tool: TOOL.to_owned(),
            speaker: unnamed.speaker,
            locale: self.sheet.locale.clone(),
            sheet: SheetRef {
                id: self.sheet.head.id.clone(),
                version: self.sheet.head.version.clone(),
                sha256: self.sheet.sha256,
                licence: self.sheet.head.licence.clone(),
                policy: self.sheet.head.policy.clone(),
            },
            order: Order::Sheet,
            deal: None,
            source: unnamed.source,
            room_noise: unnamed.room_noise,
            surroundings: self.request.surroundings.clone(),
            consent: Some(unnamed.consent),
        };
        record.order = match self.request.order {
            OrderWish::Deal | OrderWish::Sheet => Order::Sheet,
            OrderWish::Shuffled(Some(seed)) => Order::Shuffled { seed },
            // A speaker who goes on with another microphone goes on in the same order.
            OrderWish::Shuffled(None) => match last_order(&record, &self.mine) {
                Some(order @ Order::Shuffled { .. }) => order,
                _ => Order::Shuffled { seed: u64::from_le_bytes(self.outside.bytes()?) },
            },
        };
        if deals(&self.sheet, &self.request) {
            record.deal = Some(self.dealing().deal(&self.sheet, &record)?);
        }
        Ok(record)
    }

    /// Returns what deals are made from.
    fn dealing(&self) -> Dealing<'_> {
        Dealing { request: &self.request, known: &self.known, mine: &self.mine }
    }
}

/// What distinguishes one session of a sheet from another.
struct Unnamed {
    speaker: Speaker,
    source: crate::recordings::SourceRecord,
    room_noise: Option<RoomNoise>,
    consent: Receipt,
}

/// Reads sessions, on several threads, in their order.
fn open_all(dirs: &[&PathBuf], threads: usize) -> Result<Vec<SessionView>> {
    let mut views = Vec::new();
    parallel::tried(
        dirs,
        threads,
        |dir| SessionView::open(dir),
        |view| {
            views.push(view);
            Ok(())
        },
    )?;
    Ok(views)
}

mod asks;
pub use asks::Returned;
mod recovery;
#[cfg(test)]
mod tests;
