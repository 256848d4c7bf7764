//! What to ask of a person once more: the verdicts of the checks, and the ears of who listened, as a [`Feedback`].

mod listened;

pub use listened::{Listened, Mark};

use crate::error::{Error, ErrorKind, Result};
use crate::ids::{Locale, PromptId, SessionId, SheetId, SpeakerId, UtteranceId};
use crate::messages::{Language, say};
use crate::msg;
use crate::quality::Verdict;
use crate::recordings::check::{FILE_ALTERED, FILE_MISSING, Options, rejudge};
use crate::recordings::feedback::{Ask, Feedback, SCHEMA, lines};
use crate::recordings::session::view::read_record;
use crate::recordings::session::{
    Event, FileState, SessionView, TakeRecord, TakeState, Unreadable, find_sessions,
};
use crate::severity::Severity;
use crate::units::Utc;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;
use std::path::PathBuf;

/// How often a prompt is asked for; after that it is for who listens to decide.
pub const MOST_TIMES: usize = 2;

/// What is asked, of whom.
#[derive(Debug)]
pub struct Request<'a> {
    /// The folders of recordings.
    pub dirs: &'a [PathBuf],
    /// The speaker.
    pub speaker: &'a SpeakerId,
    /// What was listened to and is asked for again.
    pub listened: &'a Listened,
    /// The program (`booth 0.1.0`).
    pub tool: &'a str,
    /// The time.
    pub now: Utc,
}

/// A feedback, and what its maker has to know.
#[derive(Debug)]
pub struct Answer {
    /// The feedback.
    pub feedback: Feedback,
    /// Prompts that were asked for [`MOST_TIMES`] times and are no better.
    pub given_up: Vec<(SheetId, Locale, PromptId)>,
    /// Sessions that cannot be read.
    pub unreadable: Vec<Unreadable>,
}

/// A kept take, judged.
struct Judged {
    session: SessionId,
    sheet: SheetId,
    locale: Locale,
    take: TakeRecord,
    at: Utc,
    /// Why it is not good enough; empty when it is.
    reasons: Vec<String>,
    /// Whether who listened says so.
    is_listened: bool,
}

/// What takes of one reading have in common.
type Reading = (SheetId, Locale, PromptId, u16);

/// Makes the feedback for a speaker out of all sessions of theirs: takes are judged by what was measured of them, under the limits
/// of `options`; what they kept and is not good enough is asked for, unless a later take of the same reading is.
///
/// # Errors
/// [`ErrorKind::Usage`] when there is no session of the speaker, or what was listened to is not there; those of
/// [`rejudge::run`].
pub fn answer(request: &Request<'_>, options: &Options<'_>) -> Result<Answer> {
    let (mut dirs, mut unreadable) = (Vec::new(), Vec::new());
    let mut known = BTreeSet::new();
    for root in request.dirs {
        let found = find_sessions(root)?;
        unreadable.extend(found.unreadable);
        for dir in found.sessions {
            match read_record(&dir) {
                // A folder that is named twice has its sessions once.
                Ok(record) if record.speaker.id == *request.speaker && known.insert(record.id.clone()) => {
                    dirs.push(dir);
                }
                Ok(_) => {}
                Err(error) => unreadable.push(Unreadable::session(&dir, error)?),
            }
        }
    }
    if dirs.is_empty() {
        return Err(Error::new(ErrorKind::Usage, format!("there is no session of `{}`", request.speaker))
            .with_hint("`booth status` lists the speakers"));
    }
    let sessions = sessions(&dirs, &mut unreadable)?;
    let mut takes = judged(&dirs, &sessions, options)?;
    listened(request, &mut takes)?;
    let mut readings: BTreeMap<Reading, Vec<Judged>> = BTreeMap::new();
    let mut taken = 0;
    for one in takes {
        taken += u64::from(one.reasons.is_empty());
        let reading = (one.sheet.clone(), one.locale.clone(), one.take.prompt.clone(), one.take.repetition);
        readings.entry(reading).or_default().push(one);
    }
    let asked = asked(&sessions);
    let (mut again, mut given_up) = (Vec::new(), BTreeSet::new());
    let mut bad: Vec<Judged> = readings
        .into_values()
        .filter_map(|mut takes| {
            takes.sort_by_key(|one| one.at);
            takes.pop().filter(|last| !last.reasons.is_empty())
        })
        .collect();
    // What somebody listened to first, then in the order in which it was read.
    bad.sort_by_key(|one| (!one.is_listened, one.at));
    for one in bad {
        let reading = (one.sheet.clone(), one.locale.clone(), one.take.prompt.clone(), one.take.repetition);
        if asked.get(&reading).is_some_and(|feedbacks| feedbacks.len() >= MOST_TIMES) {
            let (sheet, locale, prompt, _) = reading;
            given_up.insert((sheet, locale, prompt));
        } else {
            again.push(Ask {
                repetition: one.take.repetition,
                sheet: one.sheet,
                locale: one.locale,
                prompt: one.take.prompt,
                text_sha256: one.take.text_sha256,
                session: one.session,
                take: one.take.take,
                reasons: one.reasons,
            });
        }
    }
    let language =
        sessions.values().filter_map(|view| view.record().consent.as_ref()).max_by_key(|it| it.answered);
    let language = language.map(|receipt| receipt.text_locale.clone());
    let asks: Vec<&Ask> = again.iter().collect();
    let words = words(language.as_ref(), taken, &asks);
    let feedback = Feedback {
        schema: SCHEMA,
        tool: request.tool.to_owned(),
        made: request.now,
        speaker: request.speaker.clone(),
        language,
        taken,
        again,
        words,
    };
    Ok(Answer { feedback, given_up: given_up.into_iter().collect(), unreadable })
}

/// Returns what the file says to who opens it.
fn words(language: Option<&Locale>, taken: u64, asks: &[&Ask]) -> Vec<String> {
    let language = language.map_or(Language::ENGLISH, |locale| Language::for_tag(locale.as_str()));
    let mut words = vec![say(language, &msg!("feedback-head"))];
    words.extend(lines(language, taken, asks, 0));
    if !asks.is_empty() {
        words.push(say(language, &msg!("feedback-how")));
    }
    words
}

fn sessions(dirs: &[PathBuf], unreadable: &mut Vec<Unreadable>) -> Result<BTreeMap<SessionId, SessionView>> {
    let mut sessions = BTreeMap::new();
    for dir in dirs {
        match SessionView::open(dir) {
            Ok(view) => {
                sessions.insert(view.record().id.clone(), view);
            }
            Err(error) => unreadable.push(Unreadable::session(dir, error)?),
        }
    }
    Ok(sessions)
}

fn judged(
    dirs: &[PathBuf],
    sessions: &BTreeMap<SessionId, SessionView>,
    options: &Options<'_>,
) -> Result<Vec<Judged>> {
    let mut takes = Vec::new();
    rejudge::run(dirs, false, options, |job, checked| {
        let facts = job.take.as_ref().filter(|facts| facts.state == TakeState::Kept);
        let Some(facts) = facts else { return ControlFlow::Continue(()) };
        let Some(view) = sessions.get(&facts.session.id) else { return ControlFlow::Continue(()) };
        let same = |it: &&crate::recordings::session::TakeView| {
            (&it.record.prompt, it.record.take) == (&facts.prompt, facts.take)
        };
        let Some(take) = view.takes().iter().find(same) else { return ControlFlow::Continue(()) };
        let worst = checked.judgement.verdict == Verdict::Reject;
        let rejecting =
            checked.judgement.findings.iter().filter(|it| worst && it.severity == Severity::Reject);
        takes.push(Judged {
            session: facts.session.id.clone(),
            sheet: view.record().sheet.id.clone(),
            locale: view.record().locale.clone(),
            take: take.record.clone(),
            at: take.at,
            // Without its sound it is nobody's reading.
            reasons: match take.file {
                FileState::Present => rejecting.map(|finding| finding.id.clone()).collect(),
                FileState::Missing => vec![FILE_MISSING.to_owned()],
                FileState::Altered => vec![FILE_ALTERED.to_owned()],
            },
            is_listened: false,
        });
        ControlFlow::Continue(())
    })?;
    Ok(takes)
}

/// Marks the takes that who listened asks for again.
fn listened(request: &Request<'_>, takes: &mut [Judged]) -> Result<()> {
    for mark in &request.listened.marks {
        let is_meant = |one: &Judged| {
            let utterance = || {
                let (locale, sheet) = (&one.locale, &one.sheet);
                let reading = one.take.repetition;
                UtteranceId::new(request.speaker, locale, sheet, &one.take.prompt, reading).ok()
            };
            mark.prompt.as_ref().is_none_or(|prompt| *prompt == one.take.prompt)
                && mark.session.as_ref().is_none_or(|session| *session == one.session)
                && mark.take.is_none_or(|take| take == one.take.take)
                && mark.utterance.as_ref().is_none_or(|meant| utterance().as_ref() == Some(meant))
        };
        let mut found = false;
        for one in takes.iter_mut().filter(|one| is_meant(one)) {
            one.reasons.retain(|reason| *reason != mark.reason);
            one.reasons.insert(0, mark.reason.clone());
            (one.is_listened, found) = (true, true);
        }
        if !found {
            let what = format!("{} has no kept take that the line means", request.speaker);
            return Err(request.listened.bad(mark.line, what));
        }
    }
    Ok(())
}

/// Returns the feedbacks that asked for each reading and were followed, as the journals tell: one that was only shown counts for
/// nothing.
fn asked(sessions: &BTreeMap<SessionId, SessionView>) -> BTreeMap<Reading, BTreeSet<String>> {
    let mut asked: BTreeMap<Reading, BTreeSet<String>> = BTreeMap::new();
    for view in sessions.values() {
        let record = view.record();
        let mut shown: BTreeMap<(&PromptId, u16), BTreeSet<&String>> = BTreeMap::new();
        for line in view.lines() {
            match &line.event {
                Event::Asked { prompt, repetition, feedback, .. } => {
                    shown.entry((prompt, *repetition)).or_default().insert(feedback);
                }
                Event::Take(take) => {
                    for feedback in shown.remove(&(&take.prompt, take.repetition)).unwrap_or_default() {
                        let (sheet, locale) = (record.sheet.id.clone(), record.locale.clone());
                        let reading = (sheet, locale, take.prompt.clone(), take.repetition);
                        asked.entry(reading).or_default().insert(feedback.clone());
                    }
                }
                _ => {}
            }
        }
    }
    asked
}
