//! What is asked before the first prompt: questions as values, in the order in which they are asked.

use crate::error::{Error, ErrorKind, Result};
use crate::messages::{Arg, Message};
use crate::msg;
use crate::project::{NEEDED, SCOPES, Terms};
use crate::recordings::people::consent::{DEMOGRAPHICS, scope_message};
use crate::recordings::session::reason::ReportReason;
use crate::text::clean_line;
use std::collections::BTreeMap;
use std::fmt;

/// What a contributor may say of themselves.
pub const ABOUT: [&str; 4] = ["gender", "age", "accent", "native-language"];
/// The longest answer in words, in characters.
const LONGEST: usize = 100;
/// The longest that a speaker can write of a prompt, in characters.
const LONGEST_REPORT: usize = 500;
/// A question by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum QuestionId {
    /// Which of the known speakers it is; an empty answer is a new one.
    Speaker,
    /// Whether the speaker is an adult in their country.
    Adult,
    /// Whether the recordings may be put to this use, one of [`SCOPES`].
    Scope(&'static str),
    /// What the speaker says of themselves, one of [`ABOUT`].
    About(&'static str),
    /// How to reach the speaker again.
    Contact,
}

impl QuestionId {
    /// Returns all questions there are.
    pub fn all() -> Vec<Self> {
        let mut all = vec![Self::Speaker, Self::Adult];
        all.extend(SCOPES.into_iter().map(Self::Scope));
        all.extend(ABOUT.into_iter().map(Self::About));
        all.push(Self::Contact);
        all
    }
}

impl fmt::Display for QuestionId {
    /// Writes the id: `speaker`, `adult`, `scope-asr`, `about-gender`, `contact`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Speaker => f.write_str("speaker"),
            Self::Adult => f.write_str("adult"),
            Self::Scope(scope) => write!(f, "scope-{scope}"),
            Self::About(field) => write!(f, "about-{field}"),
            Self::Contact => f.write_str("contact"),
        }
    }
}

/// How a question is answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// With yes or no; nothing is granted beforehand.
    YesOrNo,
    /// In words; an empty answer leaves the question out.
    Words,
    /// With one of these, or in words of one's own.
    Choice(Vec<String>),
}

/// A question that is open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Which.
    pub id: QuestionId,
    /// How it is answered.
    pub kind: Kind,
    /// The licence of what is shared, where one is named.
    pub licence: Option<String>,
}

impl Question {
    /// Makes a question that no licence has to do with.
    pub fn new(id: QuestionId, kind: Kind) -> Self {
        Self { id, kind, licence: None }
    }

    /// Returns what is asked.
    pub fn message(&self) -> Message {
        match (self.id, &self.kind) {
            (QuestionId::Speaker, Kind::Choice(names)) => {
                msg!("question-speaker", speakers = names.join(", "))
            }
            (QuestionId::Speaker, _) => msg!("question-speaker", speakers = ""),
            (QuestionId::Adult, _) => msg!("question-adult"),
            (QuestionId::Scope(scope), _) => scope_message(scope, self.licence.as_deref()),
            (QuestionId::About(field), _) => about_message(field),
            (QuestionId::Contact, _) => msg!("question-contact"),
        }
    }
}

/// A line of the form on which consent is given: a question, and how it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// What is asked.
    pub question: Question,
    /// The answer so far; `None` before there is one.
    pub answer: Option<Answer>,
    /// Whether nothing can be recorded without a yes.
    pub is_needed: bool,
}

/// Returns the message that names one of [`ABOUT`] to the speaker.
pub fn about_message(field: &str) -> Message {
    Message::of("about", field)
}

/// An answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// Yes or no.
    Yes(bool),
    /// In words.
    Words(String),
}

/// The answers about consent so far; each can be changed until the receipt is written.
#[derive(Debug, Clone, Default)]
pub(super) struct Given {
    /// The uses that are asked for, in their order.
    asked: Vec<&'static str>,
    /// The licence of what is shared, where one is named.
    licence: Option<String>,
    adult: Option<bool>,
    scopes: BTreeMap<&'static str, bool>,
    about: BTreeMap<&'static str, String>,
    /// Fields that were left out on purpose, or came with the request.
    about_done: Vec<&'static str>,
    contact: Option<String>,
    /// Whether the speaker was asked how to reach them, whatever they answered.
    contact_known: bool,
}

impl Given {
    /// Begins with the terms that are asked about, what the request says of the speaker, and how to reach them.
    pub(super) fn new(terms: &Terms, about: &BTreeMap<String, String>, contact: Option<&String>) -> Self {
        let licence = terms.licence.as_ref().map(|licence| licence.id.clone());
        let mut given = Self { asked: terms.asked(), licence, ..Self::default() };
        for field in ABOUT {
            if let Some(value) = about.get(field) {
                given.about.insert(field, value.clone());
                given.about_done.push(field);
            }
        }
        (given.contact, given.contact_known) = (contact.cloned(), contact.is_some());
        given
    }

    /// Returns the questions that are not answered.
    pub(super) fn open(&self) -> Vec<Question> {
        let yes = |id| Question { licence: self.licence.clone(), ..Question::new(id, Kind::YesOrNo) };
        let words = |id| Question::new(id, Kind::Words);
        let mut open = Vec::new();
        if self.adult.is_none() {
            open.push(yes(QuestionId::Adult));
        }
        let scopes = self.asked.iter().copied().filter(|scope| !self.scopes.contains_key(scope));
        open.extend(scopes.map(QuestionId::Scope).map(yes));
        let about = ABOUT.into_iter().filter(|field| !self.about_done.contains(field));
        open.extend(about.map(QuestionId::About).map(words));
        if !self.contact_known && self.scopes.get("contact-again") == Some(&true) {
            open.push(words(QuestionId::Contact));
        }
        open
    }

    /// Returns all questions, with the answers so far. How to reach the speaker is asked of who may be asked again.
    pub(super) fn form(&self) -> Vec<Field> {
        let may_contact = self.scopes.get("contact-again") == Some(&true);
        let is_open = |field: &Field| field.question.id != QuestionId::Contact || may_contact;
        self.whole_form().into_iter().filter(is_open).collect()
    }

    /// Returns the same, with how to reach the speaker wherever that can be opened.
    pub(super) fn whole_form(&self) -> Vec<Field> {
        let yes = |id, answer: Option<bool>, is_needed| Field {
            question: Question { licence: self.licence.clone(), ..Question::new(id, Kind::YesOrNo) },
            answer: answer.map(Answer::Yes),
            is_needed,
        };
        let words = |id, is_known: bool, answer: Option<&String>| Field {
            question: Question::new(id, Kind::Words),
            answer: is_known.then(|| Answer::Words(answer.cloned().unwrap_or_default())),
            is_needed: false,
        };
        let scope = |scope| yes(QuestionId::Scope(scope), self.scopes.get(scope).copied(), scope == NEEDED);
        let about =
            |field| words(QuestionId::About(field), self.about_done.contains(&field), self.about.get(field));
        let mut form = vec![yes(QuestionId::Adult, self.adult, true)];
        form.extend(self.asked.iter().copied().map(scope));
        form.extend(ABOUT.into_iter().map(about));
        if self.asked.contains(&"contact-again") {
            form.push(words(QuestionId::Contact, self.contact_known, self.contact.as_ref()));
        }
        form
    }

    /// Takes in an answer, also a second one to the same question.
    pub(super) fn answer(&mut self, id: QuestionId, answer: Answer) -> Result<()> {
        match (id, answer) {
            (QuestionId::Adult, Answer::Yes(false)) => {
                // A yes of before does not stand.
                self.adult = None;
                return Err(Error::of(ErrorKind::Consent, msg!("consent-adults")));
            }
            (QuestionId::Adult, Answer::Yes(true)) => self.adult = Some(true),
            (QuestionId::Scope(scope), Answer::Yes(false)) if scope == NEEDED => {
                self.scopes.remove(scope);
                return Err(not_allowed());
            }
            (QuestionId::Scope(scope), Answer::Yes(granted)) if self.asked.contains(&scope) => {
                self.scopes.insert(scope, granted);
                if scope == "contact-again" && !granted {
                    (self.contact, self.contact_known) = (None, false);
                }
            }
            (QuestionId::About(field), Answer::Words(words)) => {
                self.about.remove(field);
                if !words.is_empty() {
                    self.about.insert(field, clean(field, &words)?);
                }
                if !self.about_done.contains(&field) {
                    self.about_done.push(field);
                }
            }
            (QuestionId::Contact, Answer::Words(words)) => {
                let contact = (!words.is_empty()).then(|| clean("contact", &words)).transpose()?;
                (self.contact, self.contact_known) = (contact, true);
            }
            (id, _) => {
                return Err(Error::of(ErrorKind::Usage, msg!("answer-form", question = id.to_string())));
            }
        }
        Ok(())
    }

    /// Returns what the speaker said of themselves.
    pub(super) fn about(&self) -> BTreeMap<String, String> {
        self.about.iter().map(|(field, value)| ((*field).to_owned(), value.clone())).collect()
    }

    /// Returns the uses that were answered.
    pub(super) fn scopes(&self) -> BTreeMap<String, bool> {
        self.scopes.iter().map(|(scope, granted)| ((*scope).to_owned(), *granted)).collect()
    }

    /// Says whether the speaker was asked how to reach them, whatever they answered.
    pub(super) fn is_contact_known(&self) -> bool {
        self.contact_known
    }

    /// Returns how to reach the speaker again.
    pub(super) fn contact(&self) -> Option<String> {
        self.contact.clone()
    }
}

/// The error of a speaker who does not allow the use that the recordings are for.
pub(super) fn not_allowed() -> Error {
    Error::of(ErrorKind::Consent, msg!("consent-not-given"))
}

/// Makes an answer in words fit to be kept: one line of at most 100 characters.
///
/// # Errors
/// [`ErrorKind::Usage`] when it is not.
pub fn clean(field: &str, value: &str) -> Result<String> {
    clean_up_to(LONGEST, field, value)
}

/// Makes what a speaker writes of a prompt fit to be kept: one line of at most 500 characters. `None` where it is nothing.
///
/// # Errors
/// [`ErrorKind::Usage`] when it is not.
pub fn report_words(value: &str) -> Result<Option<String>> {
    let field = ReportReason::Other.message();
    (!value.trim().is_empty()).then(|| clean_up_to(LONGEST_REPORT, field, value)).transpose()
}

fn clean_up_to(longest: usize, field: impl Into<Arg>, value: &str) -> Result<String> {
    let field = field.into();
    let text = match clean_line(value) {
        Ok(text) => text,
        Err(why) => {
            return Err(Error::of(ErrorKind::Usage, msg!("about-refused", field = field, why = why)));
        }
    };
    if text.chars().count() > longest {
        return Err(Error::of(ErrorKind::Usage, msg!("about-long", field = field, longest = longest)));
    }
    Ok(text)
}

/// Reads what a speaker says of themselves from `KEY=VALUE` words, KEY being one of [`ABOUT`].
///
/// # Errors
/// [`ErrorKind::Usage`] for words of another form, another key, or a value that cannot be kept.
pub fn about_from(pairs: &[String]) -> Result<BTreeMap<String, String>> {
    let mut about = BTreeMap::new();
    for pair in pairs {
        let known = pair.split_once('=').filter(|(key, _)| ABOUT.contains(key));
        let Some((key, value)) = known else {
            let given = pair.escape_debug().to_string();
            let message = msg!("about-form", given = given, fields = ABOUT.join(", "));
            return Err(Error::of(ErrorKind::Usage, message));
        };
        about.insert(key.to_owned(), clean(key, value)?);
    }
    Ok(about)
}

/// Returns the scope that allows to keep a self-described field.
pub(super) fn demographics(field: &str) -> String {
    format!("{DEMOGRAPHICS}{field}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::{Language, say};
    use crate::project::Licence;

    fn ids(given: &Given) -> Vec<String> {
        given.open().into_iter().map(|question| question.id.to_string()).collect()
    }

    #[test]
    fn questions_are_open_until_answered_and_an_answer_can_be_changed() {
        let licence = Some(Licence::listed("CC-BY-4.0").unwrap());
        let terms = Terms { licence, ..Terms::default() };
        let mut given = Given::new(&terms, &BTreeMap::from([("age".to_owned(), "40".to_owned())]), None);
        assert_eq!(ids(&given).len(), 1 + SCOPES.len() + 3, "nothing that the request answers is asked");
        given.answer(QuestionId::Adult, Answer::Yes(true)).unwrap();
        for scope in SCOPES {
            given.answer(QuestionId::Scope(scope), Answer::Yes(true)).unwrap();
        }
        assert_eq!(ids(&given), ["about-gender", "about-accent", "about-native-language", "contact"]);
        given.answer(QuestionId::Contact, Answer::Words("me@example.org".to_owned())).unwrap();
        given.answer(QuestionId::Scope("contact-again"), Answer::Yes(false)).unwrap();
        assert_eq!(given.contact(), None, "what may not be used is not kept");
        for field in ABOUT {
            given.answer(QuestionId::About(field), Answer::Words(String::new())).unwrap();
        }
        assert_eq!((ids(&given), given.about()), (vec![], BTreeMap::new()));
    }

    #[test]
    fn only_what_the_terms_have_is_asked_and_the_licence_is_named() {
        let licence = Some(Licence::listed("CC-BY-4.0").unwrap());
        let terms = Terms { uses: vec!["asr", "share-open"], licence, ..Terms::default() };
        let mut given = Given::new(&terms, &BTreeMap::new(), None);
        assert_eq!(ids(&given)[..3], ["adult", "scope-asr", "scope-share-open"]);
        let open = &given.form()[2].question;
        assert!(say(Language::ENGLISH, &open.message()).contains("CC-BY-4.0"));
        let error = given.answer(QuestionId::Scope("tts"), Answer::Yes(true)).unwrap_err();
        assert_eq!((error.kind(), given.scopes().len()), (ErrorKind::Usage, 0));
        let bare = Given::new(&Terms::default(), &BTreeMap::new(), None);
        assert!(!ids(&bare).contains(&"scope-share-open".to_owned()));
    }

    #[test]
    fn nothing_goes_on_without_an_adult_and_the_use_that_it_is_for() {
        let mut given = Given::default();
        for id in [QuestionId::Adult, QuestionId::Scope(NEEDED)] {
            let error = given.answer(id, Answer::Yes(false)).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Consent);
        }
        let error = given.answer(QuestionId::Adult, Answer::Words("yes".to_owned())).unwrap_err();
        assert!(error.message().contains("`adult`"));
        let long = Answer::Words("x".repeat(LONGEST + 1));
        assert!(given.answer(QuestionId::About("accent"), long).is_err());
        assert!(about_from(&["mood=good".to_owned()]).unwrap_err().message().contains("native-language"));
    }
}
