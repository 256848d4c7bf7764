//! The file of a feedback.

use crate::digest::Sha256;
use crate::error::{Error, ErrorKind, Result};
use crate::ids::{Locale, PromptId, SessionId, SheetId, SpeakerId};
use crate::messages::{FindingText, Language, Message, finding, say, words};
use crate::msg;
use crate::units::Utc;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The version of the file.
pub const SCHEMA: u32 = 1;
/// The most bytes of a file.
pub const MOST_BYTES: u64 = 16 << 20;
/// The most prompts that are asked for.
const MOST_ASKS: usize = 100_000;
/// The most takes that a person may have.
const MOST_TAKEN: u64 = 1_000_000_000;
/// What the name of a file begins and ends with.
pub const NAME_START: &str = "booth-feedback-";
/// See [`NAME_START`].
pub const NAME_END: &str = ".json";
/// The reason of who listened and gave none of a check.
pub const HEARD: &str = "heard";
/// The part of all recordings above which one cause is told before anything is read again.
const ONE_CAUSE: f64 = 0.2;
/// Seconds that a reading takes with what is around it, for the estimate.
const READING_S: f64 = 15.0;

/// Returns the name of the file for a speaker.
pub fn file_name(speaker: &SpeakerId) -> String {
    format!("{NAME_START}{speaker}{NAME_END}")
}

/// What became of a person's recordings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Feedback {
    /// [`SCHEMA`].
    pub schema: u32,
    /// The program that made it (`booth 0.1.0`).
    pub tool: String,
    /// When it was made.
    pub made: Utc,
    /// Whose recordings they are.
    pub speaker: SpeakerId,
    /// The language in which the person was asked for consent.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub language: Option<Locale>,
    /// Takes that were accepted and are good.
    pub taken: u64,
    /// What is to be read again, the most urgent first; each reading of a prompt of a sheet in a language once.
    pub again: Vec<Ask>,
    /// What it says to the person, in their language: for who opens the file, and read by no program.
    #[serde(default)]
    pub words: Vec<String>,
}

/// A prompt that is to be read again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ask {
    /// The sheet.
    pub sheet: SheetId,
    /// The language of the prompt.
    pub locale: Locale,
    /// The prompt.
    pub prompt: PromptId,
    /// Which of the wanted readings, from 1.
    pub repetition: u16,
    /// SHA-256 of the text that was read.
    pub text_sha256: Sha256,
    /// The session of the take that is not good enough.
    pub session: SessionId,
    /// The take.
    pub take: u16,
    /// Why, the weightiest first: ids of checks, or [`HEARD`]; at least one.
    pub reasons: Vec<String>,
}

impl Feedback {
    /// Reads a file.
    ///
    /// # Errors
    /// [`ErrorKind::Unsupported`] for another schema; [`ErrorKind::Session`] when it is no feedback, with line and column.
    pub fn parse(bytes: &[u8]) -> Result<Self> {
        #[derive(Deserialize)]
        struct Version {
            schema: u64,
        }
        let other = |what: String| Error::new(ErrorKind::Session, what);
        if let Ok(Version { schema }) = serde_json::from_slice(bytes)
            && schema != u64::from(SCHEMA)
        {
            let what = format!("the feedback has schema {schema}; this version reads schema {SCHEMA}");
            return Err(Error::new(ErrorKind::Unsupported, what)
                .with_hint("use the version of Booth that made it, or a newer one"));
        }
        let feedback: Self = serde_json::from_slice(bytes).map_err(|error| {
            other(format!("it is no feedback: {error}")).at(error.line() as u64, error.column() as u64)
        })?;
        if feedback.taken > MOST_TAKEN {
            return Err(other(format!("it says that {} takes were taken", feedback.taken)));
        }
        if feedback.again.len() > MOST_ASKS {
            return Err(other(format!("it asks for more than {MOST_ASKS} prompts")));
        }
        let mut seen = std::collections::BTreeSet::new();
        for ask in &feedback.again {
            if ask.take == 0
                || ask.repetition == 0
                || ask.reasons.is_empty()
                || ask.reasons.iter().any(|id| !is_reason(id))
            {
                return Err(other(format!(
                    "what it asks of `{}` is not readable: a take from 1, and reasons",
                    ask.prompt
                )));
            }
            if !seen.insert((&ask.sheet, &ask.locale, &ask.prompt, ask.repetition)) {
                return Err(other(format!("it asks for `{}` twice", ask.prompt)));
            }
        }
        Ok(feedback)
    }

    /// Writes the file.
    ///
    /// # Errors
    /// [`ErrorKind::Session`] when it cannot be JSON.
    pub fn to_bytes(&self) -> Result<Vec<u8>> {
        let mut bytes = serde_json::to_vec_pretty(self).map_err(|error| {
            Error::new(ErrorKind::Session, "the feedback cannot be written as JSON").with_source(error)
        })?;
        bytes.push(b'\n');
        Ok(bytes)
    }

    /// Returns by what the events of a journal name a feedback: the first 16 digits of the SHA-256 of its bytes.
    pub fn id(bytes: &[u8]) -> String {
        Sha256::of(bytes).to_string()[..16].to_owned()
    }
}

/// Says whether a reason may be the id of a check, of this build or another.
fn is_reason(id: &str) -> bool {
    (1..=64).contains(&id.len()) && id.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-')
}

/// Says beside a prompt that it is asked for once more, and why: the weightiest reason that this build knows.
pub fn here(reasons: &[String]) -> Message {
    let known = reasons.iter().find(|id| words(Language::ENGLISH, id).is_some());
    let problem = known.map_or_else(|| msg!("feedback-heard"), |id| FindingText::Problem.of(id));
    msg!("feedback-here", problem = problem)
}

/// Says what a feedback tells a person: what was taken, what is to be read again, what to try first, and why. `again` are the asks that
/// still stand here, and `elsewhere` is the number of those that stand for other sheets or languages, or words that a sheet does not
/// have any more.
pub fn lines(language: Language, taken: u64, again: &[&Ask], elsewhere: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = |message: &Message| lines.push(say(language, message));
    line(&msg!("feedback-thanks", count = taken));
    if again.is_empty() && elsewhere == 0 {
        line(&msg!("feedback-nothing"));
    }
    if !again.is_empty() {
        let minutes = (again.len() as f64 * READING_S / 60.0).ceil() as u64;
        line(&msg!("feedback-again", count = again.len() as u64, minutes = minutes));
    }
    // By what is said of it: a check of another build says no more than that somebody listened.
    let mut causes: BTreeMap<Option<&str>, u64> = BTreeMap::new();
    for ask in again {
        let known = Some(ask.reasons[0].as_str()).filter(|id| words(Language::ENGLISH, id).is_some());
        *causes.entry(known).or_default() += 1;
    }
    let mut causes: Vec<(Option<&str>, u64)> = causes.into_iter().collect();
    causes.sort_by_key(|&(id, count)| (std::cmp::Reverse(count), id));
    // With one cause for most of it, it would come out the same again.
    if let [(Some(id), count), _, ..] = causes[..] {
        let all = taken.saturating_add(again.len() as u64);
        if 2 * count > again.len() as u64 && count as f64 > ONE_CAUSE * all as f64 {
            line(&msg!("feedback-advice", fix = FindingText::Fix.of(id)));
        }
    }
    for (id, count) in &causes {
        let why = id.map_or_else(|| say(language, &msg!("feedback-heard")), |id| finding(language, id));
        line(&msg!("feedback-why", count = *count, why = why));
    }
    if elsewhere > 0 {
        line(&msg!("feedback-elsewhere", count = elsewhere as u64));
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn feedback(asks: &[(u16, &str)]) -> Feedback {
        let ask = |(number, (take, reason)): (usize, &(u16, &str))| Ask {
            sheet: "demo".parse().unwrap(),
            locale: "en-US".parse().unwrap(),
            prompt: format!("p{number}").parse().unwrap(),
            repetition: 1,
            text_sha256: Sha256::of("x"),
            session: "20261124-054614-k3v9".parse().unwrap(),
            take: *take,
            reasons: vec![(*reason).to_owned()],
        };
        Feedback {
            schema: SCHEMA,
            tool: "booth 0.1.0".to_owned(),
            made: Utc::from_millis(0),
            speaker: "k3v9".parse().unwrap(),
            language: Some("de-DE".parse().unwrap()),
            taken: 7,
            again: asks.iter().enumerate().map(ask).collect(),
            words: Vec::new(),
        }
    }

    #[test]
    fn what_is_written_is_read() {
        let feedback = feedback(&[(1, "end-cut"), (3, HEARD)]);
        let bytes = feedback.to_bytes().unwrap();
        assert_eq!(Feedback::parse(&bytes).unwrap(), feedback.clone());
        let many = Feedback { taken: u64::MAX, ..feedback };
        assert!(Feedback::parse(&many.to_bytes().unwrap()).is_err());
        let twice = String::from_utf8(bytes).unwrap().replace("p1", "p0");
        assert!(Feedback::parse(twice.as_bytes()).unwrap_err().to_string().contains("twice"));
    }

    #[test]
    fn one_cause_of_many_is_told_with_what_to_try_first() {
        let of = |asks: &[(u16, &str)]| {
            let feedback = feedback(asks);
            lines(Language::ENGLISH, feedback.taken, &feedback.again.iter().collect::<Vec<_>>(), 0)
        };
        let cut = "Wait a moment before you stop; if it was not you, read it again when it is quiet.";
        let many = of(&[(1, "end-cut"), (1, "end-cut"), (1, "end-cut"), (1, "clipped")]);
        assert_eq!(many.len(), 5, "{many:#?}");
        assert!(many[1].contains('4') && many[2].ends_with(cut), "{many:#?}");
        assert!(many[3].starts_with("3 × ") && many[3].contains(cut));
        let some = of(&[(1, "end-cut"), (1, "end-cut"), (1, "clipped"), (1, "clipped")]);
        assert_eq!(some.len(), 4, "half of it is not most of it");
        assert_eq!(of(&[(1, "end-cut"), (1, "clipped")]).len(), 4, "no cause stands out");
        assert_eq!(
            of(&[]),
            ["Taken so far: 7. Thank you for each of them.", "Nothing has to be read again."]
        );
        // A check of another build is said in other words.
        let others = of(&[(1, "not-yet-known"), (1, HEARD), (1, "nor-this")]);
        assert!(others.len() == 3 && others[2].starts_with("3 × Somebody listened"), "{others:#?}");
        assert_eq!(lines(Language::ENGLISH, 7, &[], 2).len(), 2);
    }

    proptest! {
        #[test]
        fn nothing_that_comes_breaks_the_reader(bytes in prop::collection::vec(any::<u8>(), 0..200), at in 0usize..600) {
            let read = |bytes: &[u8]| {
                if let Ok(feedback) = Feedback::parse(bytes) {
                    let _ = lines(Language::ENGLISH, feedback.taken, &feedback.again.iter().collect::<Vec<_>>(), 0);
                }
            };
            read(&bytes);
            let mut good = feedback(&[(1, "end-cut")]).to_bytes().unwrap();
            let at = at % good.len();
            good[at] = *bytes.first().unwrap_or(&0);
            read(&good);
        }
    }
}
