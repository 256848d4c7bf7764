//! Consent: from answers to a receipt, and the contributor's own copy of it.

use crate::digest::Sha256;
use crate::error::{Error, ErrorKind, Result};
use crate::ids::{Locale, SpeakerId};
use crate::messages::{Language, Message, say};
use crate::msg;
use crate::project::{Kept, Licence};
pub use crate::recordings::people::consent_texts::{built_in_text, fill};
use crate::recordings::people::crockford;
use crate::recordings::session::receipt::refused;
pub use crate::recordings::session::receipt::{
    BASES, DEMOGRAPHICS, METHODS, RECEIPT_SCHEMA, Receipt, SCOPES,
};
use crate::units::Utc;
use std::collections::BTreeMap;
use std::fmt;
use std::fmt::Write as _;
use std::str::FromStr;

/// The answers that a receipt is made of. A scope that was not answered is not granted.
#[derive(Debug, Clone)]
pub struct Answers<'a> {
    /// The speaker.
    pub speaker: SpeakerId,
    /// Who asks.
    pub controller: String,
    /// How to reach them.
    pub contact: String,
    /// One of [`BASES`].
    pub basis: String,
    /// The language of the text shown.
    pub text_locale: Locale,
    /// The very bytes shown.
    pub text: &'a [u8],
    /// One of [`METHODS`].
    pub method: String,
    /// When it was asked.
    pub asked: Utc,
    /// When it was answered.
    pub answered: Utc,
    /// The scopes that were answered, of [`SCOPES`] or beginning with [`DEMOGRAPHICS`].
    pub scopes: BTreeMap<String, bool>,
    /// The licence of what is shared: always with `share-open`, else only with `share-gated`.
    pub licence: Option<Licence>,
    /// How long it lasts.
    pub kept: Kept,
    /// SHA-256 of the project file that says what is asked.
    pub project_sha256: Option<Sha256>,
    /// `adult`, or `guardian:<id of the guardian's receipt>`.
    pub age: String,
    /// The manager's statement, for imports.
    pub statement: Option<String>,
    /// The program.
    pub tool: String,
}

/// Random bytes for a receipt: 15 for its id, then those of its withdrawal code.
pub const RANDOM_BYTES: usize = 15 + CODE_BYTES;
/// Random bytes for a withdrawal code.
pub const CODE_BYTES: usize = 10;

/// The code that the contributor alone keeps, and withdraws with: 80 random bits as four groups of four
/// characters of Crockford's base 32 (`7F3A-09C2-…`).
#[derive(Clone, PartialEq, Eq)]
pub struct WithdrawalCode([u8; 16]);

impl WithdrawalCode {
    /// Makes the code of 10 random bytes.
    pub fn new(random: [u8; 10]) -> Self {
        Self(crockford::write(&random))
    }

    /// Returns the SHA-256 of the 16 characters without hyphens, which the receipt holds.
    pub fn sha256(&self) -> Sha256 {
        Sha256::of(self.0)
    }
}

impl fmt::Display for WithdrawalCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, &byte) in self.0.iter().enumerate() {
            if at > 0 && at % 4 == 0 {
                f.write_char('-')?;
            }
            f.write_char(char::from(byte))?;
        }
        Ok(())
    }
}

impl fmt::Debug for WithdrawalCode {
    /// Shows nothing of the code, so that it never lands in a log.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("WithdrawalCode(…)")
    }
}

impl FromStr for WithdrawalCode {
    type Err = Error;
    /// Reads a code as people type it: any case, with or without hyphens and spaces, O for 0, I and L
    /// for 1.
    fn from_str(text: &str) -> Result<Self> {
        crockford::read(text).map(Self).ok_or_else(|| {
            Error::new(ErrorKind::Usage, "that is not a withdrawal code; one has 16 letters and digits")
                .with_hint("it stands on the copy of the consent that the contributor keeps")
        })
    }
}

impl Receipt {
    /// Makes a receipt and its withdrawal code of answers and [`RANDOM_BYTES`] random bytes.
    ///
    /// # Errors
    /// [`ErrorKind::Consent`] when an answer is not one of those allowed, when the licence and
    /// `share-open` do not go together, or when the text is empty.
    pub fn from_answers(answers: Answers<'_>, random: [u8; RANDOM_BYTES]) -> Result<(Self, WithdrawalCode)> {
        let mut scopes: BTreeMap<String, bool> =
            SCOPES.iter().map(|scope| ((*scope).to_owned(), false)).collect();
        scopes.extend(answers.scopes);
        if answers.text.is_empty() {
            return Err(refused("the consent text is empty"));
        }
        if let Kept::Years(years) = answers.kept
            && !(1..=100).contains(&years)
        {
            return Err(refused(format!("a consent of {years} years; allowed are 1 to 100")));
        }
        let expires = answers.kept.from(answers.answered);
        if expires <= answers.answered {
            return Err(refused(format!("recordings are kept until {}, which is past", expires.date()))
                .with_hint("whoever collects has to say in the project file how long they are kept"));
        }
        let (licence, licence_sha256) =
            answers.licence.map_or((None, None), |licence| (Some(licence.id), licence.text_sha256));
        let id: [u8; 24] = crockford::write(&random[..15]);
        let code = WithdrawalCode(crockford::write(&random[15..]));
        let receipt = Self {
            schema: RECEIPT_SCHEMA,
            id: format!("r{}", String::from_utf8_lossy(&id).to_ascii_lowercase()),
            speaker: answers.speaker,
            controller: answers.controller,
            contact: answers.contact,
            basis: answers.basis,
            text_locale: answers.text_locale,
            text_sha256: Sha256::of(answers.text),
            method: answers.method,
            asked: answers.asked,
            answered: answers.answered,
            scopes,
            licence,
            licence_sha256,
            expires,
            age: answers.age,
            withdrawal_sha256: code.sha256(),
            withdrawal: BY_CODE.to_owned(),
            statement: answers.statement,
            project_sha256: answers.project_sha256,
            tool: answers.tool,
        };
        receipt.check_form()?;
        Ok((receipt, code))
    }
}

/// To withdraw, the contributor tells the withdrawal code to the contact: what a receipt stores of it.
const BY_CODE: &str = "by-code";

/// Writes the contributor's own copy of a receipt, in the language of the text that was shown: what was
/// answered, until when, how to withdraw, and the text itself. The only place where the withdrawal code stands.
pub fn copy_for_contributor(receipt: &Receipt, code: &WithdrawalCode, text: &str) -> String {
    let language = Language::for_tag(receipt.text_locale.as_str());
    let said = |message: Message| say(language, &message);
    let mut copy = String::new();
    let mut line = |name: &str, value: &str| {
        // Writing to a string cannot fail.
        let _ = writeln!(copy, "{name:<18}{value}");
    };
    let given = said(msg!("copy-consent-said", date = receipt.answered.date()));
    line(&said(msg!("copy-consent")), &given);
    line(&said(msg!("copy-receipt")), &receipt.id);
    let speaker = said(msg!("copy-speaker-said", speaker = receipt.speaker.as_str()));
    line(&said(msg!("copy-speaker")), &speaker);
    line(&said(msg!("copy-controller")), &receipt.controller);
    line(&said(msg!("copy-contact")), &receipt.contact);
    line(&said(msg!("copy-until")), &receipt.expires.date());
    let (yes, no) = (said(msg!("copy-yes")), said(msg!("copy-no")));
    for (scope, granted) in &receipt.scopes {
        let answer = if *granted { &yes } else { &no };
        line(&format!("  {answer}"), &scope_in_words(language, scope, receipt.licence.as_deref()));
    }
    if let Some(licence) = &receipt.licence {
        line(&said(msg!("copy-licence")), licence);
    }
    line(&said(msg!("copy-code")), &code.to_string());
    // Older receipts say it in words of their own.
    let by_code = receipt.withdrawal == BY_CODE;
    let withdrawal = if by_code { said(msg!("withdrawal-by-code")) } else { receipt.withdrawal.clone() };
    line(&said(msg!("copy-withdraw")), &withdrawal);
    line("", &said(msg!("copy-keep")));
    let shown = said(msg!("copy-text", locale = receipt.text_locale.as_str()));
    let _ = write!(copy, "\n{shown}\n\n{}\n", text.trim_end());
    copy
}

/// Returns the message that says one of [`SCOPES`] in a contributor's words; what is shared is shared under `licence`, where
/// one is named.
pub fn scope_message(scope: &str, licence: Option<&str>) -> Message {
    let message = Message::of("scope", scope);
    match scope {
        "share-open" | "share-gated" => message.with("licence", licence.unwrap_or("none")),
        _ => message,
    }
}

/// Says a scope in a contributor's words; one that is none of [`SCOPES`] is given back as it is.
pub fn scope_in_words(language: Language, scope: &str, licence: Option<&str>) -> String {
    if SCOPES.contains(&scope) { say(language, &scope_message(scope, licence)) } else { scope.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    pub fn answers(text: &[u8]) -> Answers<'_> {
        Answers {
            speaker: "k3v9".parse().unwrap(),
            controller: "The Project".to_owned(),
            contact: "mail@example.org".to_owned(),
            basis: "consent".to_owned(),
            text_locale: "en-US".parse().unwrap(),
            text,
            method: "terminal".to_owned(),
            asked: Utc::from_millis(1_000),
            answered: Utc::from_millis(2_000),
            scopes: BTreeMap::from([("asr".to_owned(), true)]),
            licence: None,
            kept: Kept::Years(5),
            project_sha256: None,
            age: "adult".to_owned(),
            statement: None,
            tool: "booth 0.1.0".to_owned(),
        }
    }

    #[test]
    fn nothing_is_granted_that_was_not_answered() {
        let (receipt, _) = Receipt::from_answers(answers(b"text"), [7; RANDOM_BYTES]).unwrap();
        let granted: Vec<&str> = SCOPES.into_iter().filter(|scope| receipt.grants(scope)).collect();
        assert_eq!((granted, receipt.scopes.len()), (vec!["asr"], SCOPES.len()));
        assert_eq!(receipt.expires.to_string(), "1975-01-01T00:00:02.000Z");
    }

    #[test]
    fn recording_is_refused_without_a_valid_receipt() {
        let (receipt, _) = Receipt::from_answers(answers(b"text"), [7; RANDOM_BYTES]).unwrap();
        let speaker = receipt.speaker.clone();
        let (now, text) = (Utc::from_millis(3_000), Sha256::of("text"));
        receipt.check(&speaker, now, text).unwrap();
        let told = |outcome: Result<()>| {
            let error = outcome.unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Consent);
            assert!(error.hint().is_some());
            error.message().to_owned()
        };
        assert!(told(receipt.check(&"other".parse().unwrap(), now, text)).contains("`k3v9`, not `other`"));
        assert!(told(receipt.check(&speaker, now, Sha256::of("x"))).contains("another text"));
        assert!(told(receipt.check(&speaker, receipt.expires, text)).contains("ended on 1975-01-01"));
        let mut no = answers(b"text");
        no.scopes.clear();
        let (no, _) = Receipt::from_answers(no, [7; RANDOM_BYTES]).unwrap();
        assert!(told(no.check(&speaker, now, text)).contains("asr"));
    }

    #[test]
    fn answers_that_make_no_sense_are_refused() {
        type Change = fn(&mut Answers<'_>);
        let changes: [(Change, &str); 7] = [
            (|a| a.basis = "because".to_owned(), "ground"),
            (|a| a.licence = Some(Licence::listed("CC0-1.0").unwrap()), "share-open"),
            (|a| a.scopes = BTreeMap::from([("share-open".to_owned(), true)]), "licence"),
            (|a| a.scopes = BTreeMap::from([("resale".to_owned(), true)]), "scope"),
            (|a| a.age = "child".to_owned(), "age"),
            (|a| a.kept = Kept::Years(0), "years"),
            (|a| a.kept = Kept::Until("1969-12-31".parse().unwrap()), "past"),
        ];
        for (change, reason) in changes {
            let mut given = answers(b"text");
            change(&mut given);
            let error = Receipt::from_answers(given, [0; RANDOM_BYTES]).unwrap_err();
            assert!(error.message().contains(reason), "{error}");
        }
    }

    #[test]
    fn codes_are_crockford_base_32_and_read_as_people_type_them() {
        // Oracle: the base32 of RFC 4648 (by another program) in the letters of Crockford.
        let code = WithdrawalCode::new(*b"foobarfoob");
        assert_eq!(code.to_string(), "CSQP-YRK1-E9K6-YVV2");
        let typed: WithdrawalCode = " csqp yrkl e9k6-yvv2".parse().unwrap();
        assert_eq!(typed.sha256(), code.sha256());
        for bad in ["", "CSQP", "CSQP-YRK1-E9K6-YVVU", "CSQP-YRK1-E9K6-YVV2-0", "CSQP-YRK1-E9K6-YVVé"] {
            assert!(bad.parse::<WithdrawalCode>().is_err(), "{bad}");
        }
        assert!(!format!("{code:?}").contains("CSQP"));
    }

    #[test]
    fn only_the_copy_shows_the_code() {
        let (receipt, code) =
            Receipt::from_answers(answers(b"Say yes?"), *b"0123456789abcdefghijklmno").unwrap();
        let copy = copy_for_contributor(&receipt, &code, "Say yes?");
        assert!(copy.contains(&code.to_string()) && copy.contains("Say yes?") && copy.contains("1975-01-01"));
        assert!(
            copy.contains("  yes             use my recordings to teach machines to understand speech\n")
        );
        let stored = serde_json::to_string(&receipt).unwrap();
        assert!(!stored.contains(&code.to_string().replace('-', "")[..8]));
        assert!(stored.contains(&code.sha256().to_string()));
    }

    #[test]
    fn the_receipt_stores_how_to_withdraw_as_an_id_and_the_copy_says_it() {
        let (mut receipt, code) = Receipt::from_answers(answers(b"text"), [7; RANDOM_BYTES]).unwrap();
        assert_eq!(receipt.withdrawal, "by-code");
        let copy = |receipt: &Receipt| copy_for_contributor(receipt, &code, "text");
        let words = "To withdraw       Tell the contact above the withdrawal code; no reason is needed.\n";
        assert!(copy(&receipt).contains(words), "{}", copy(&receipt));
        // What receipts of before hold.
        receipt.withdrawal = "Tell the contact above the withdrawal code; no reason is needed.".to_owned();
        assert!(copy(&receipt).contains(words));
    }

    #[test]
    fn every_scope_is_said_in_words_and_another_stays_as_it_is() {
        for scope in SCOPES {
            let said = scope_in_words(Language::ENGLISH, scope, None);
            assert!(said.contains(' ') && !said.contains('('), "nothing technical: {scope}: {said}");
            assert!(
                !said.contains("licen") && !said.contains("none"),
                "no licence is made up: {scope}: {said}"
            );
            let under = scope_in_words(Language::ENGLISH, scope, Some("CC-BY-4.0"));
            assert_eq!(under.contains("CC-BY-4.0"), scope.starts_with("share-"), "{scope}: {under}");
        }
        assert_eq!(scope_in_words(Language::ENGLISH, "demographics:accent", None), "demographics:accent");
    }

    #[test]
    fn a_receipt_file_with_unknown_fields_is_refused_with_its_place() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("receipt.json");
        crate::fsio::write_new(&path, b"{\n \"schema\": 1,\n \"pay\": 3}").unwrap();
        let error = Receipt::read(&path).unwrap_err();
        assert_eq!((error.kind(), error.line()), (ErrorKind::Consent, Some(3)));
    }
}
