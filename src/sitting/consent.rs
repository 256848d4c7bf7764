//! Where the consent of a speaker stands before a sitting.

use super::asking::{Given, demographics};
use super::request::{ConsentWish, Request};
use crate::digest::Sha256;
use crate::error::{Error, ErrorKind, Result};
use crate::fsio;
use crate::ids::{Locale, SpeakerId};
use crate::msg;
use crate::project::{SCOPES, Terms};
use crate::recordings::people::consent::{Receipt, WithdrawalCode, built_in_text, fill};
use crate::recordings::people::personal::Personal;
use crate::recordings::session::{ConsentState, SessionView, consent_state};
use crate::sheet::Sheet;
use crate::units::Utc;
use std::collections::BTreeMap;
use std::path::PathBuf;

/// The receipt of a consent that was just given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signed {
    /// The contributor's own copy.
    pub copy: PathBuf,
    /// The code to withdraw with, which stands nowhere else.
    pub code: WithdrawalCode,
}

/// A valid consent and what the speaker said of themselves.
#[derive(Debug, Clone)]
pub(super) struct Consent {
    pub receipt: Receipt,
    pub about: BTreeMap<String, String>,
}

/// What is written of a consent that was just given, once its session is made.
pub(super) struct Fresh {
    pub code: WithdrawalCode,
    pub personal: Personal,
}

/// Where consent stands.
pub(super) enum State {
    /// It is not known who the speaker is.
    Who,
    /// It is being asked for, since this moment.
    Asked { given: Given, since: Utc },
    /// It was given without being asked, and has no receipt so far.
    Flags { given: Given, scopes: Vec<String>, since: Utc },
    /// It is there.
    Signed { consent: Box<Consent>, before: bool },
}

/// Finds out where the consent of `speaker` stands at `now`: that of the receipt or the flags of the request, that of one
/// of their sessions `mine` of the same text, or to be asked for.
pub(super) fn state_of(
    request: &Request,
    speaker: &SpeakerId,
    mine: &[SessionView],
    text: &[u8],
    now: Utc,
) -> Result<State> {
    let text_sha256 = Sha256::of(text);
    let mut about = request.about.clone();
    if let ConsentWish::File(path) = &request.consent {
        let receipt = Receipt::read(path)?;
        receipt.check(speaker, now, text_sha256).map_err(|error| error.with_path(path))?;
        allow_about(&receipt, &about)?;
        return Ok(State::Signed { consent: Box::new(Consent { receipt, about }), before: false });
    }
    let scopes = match &request.consent {
        ConsentWish::Given(scopes) => scopes.clone(),
        _ => Vec::new(),
    };
    may_be_granted(request, &scopes)?;
    let wanted: Vec<String> =
        scopes.iter().cloned().chain(about.keys().map(|field| demographics(field))).collect();
    for before in mine.iter().rev() {
        let Some(receipt) = &before.record().consent else { continue };
        if receipt.check(speaker, now, text_sha256).is_ok()
            && wanted.iter().all(|scope| receipt.grants(scope))
            && consent_state(before.dir(), before.record(), now)? == ConsentState::Valid
        {
            if about.is_empty() {
                about.clone_from(&before.record().speaker.metadata);
            }
            let consent = Box::new(Consent { receipt: receipt.clone(), about });
            return Ok(State::Signed { consent, before: true });
        }
    }
    let given = Given::new(&request.terms, &about, request.contact.as_ref());
    Ok(match &request.consent {
        ConsentWish::Given(_) => State::Flags { given, scopes, since: now },
        _ => State::Asked { given, since: now },
    })
}

/// Refuses uses that are none, or that are not asked for.
fn may_be_granted(request: &Request, scopes: &[String]) -> Result<()> {
    let asked = request.terms.asked();
    for scope in scopes {
        let given = scope.escape_debug().to_string();
        let message = if !SCOPES.contains(&scope.as_str()) {
            msg!("consent-no-use", scope = given, allowed = SCOPES.join(", "))
        } else if asked.contains(&scope.as_str()) {
            continue;
        } else if request.terms.uses.contains(&scope.as_str()) {
            msg!("consent-no-licence", scope = given)
        } else {
            msg!("consent-use-not-asked", scope = given, asked = asked.join(", "))
        };
        return Err(Error::of(ErrorKind::Usage, message));
    }
    Ok(())
}

/// The consent text of a sheet: its own, or the one that ships, in the language of the prompts; behind it the text of a licence
/// that is on no list, since nobody can know it.
pub(super) fn consent_text(sheet: &Sheet, terms: &Terms) -> Result<(Vec<u8>, Locale)> {
    let who = sheet.head.controller.as_ref();
    let filled = |text: &str| {
        let mut filled = fill(text, who, terms);
        let licence = terms.licence.as_ref().filter(|_| terms.asked().iter().any(|scope| is_shared(scope)));
        if let Some((licence, text)) = licence.and_then(|licence| Some((licence, licence.text.as_ref()?))) {
            filled.push_str(&format!("\n{}\n\n{text}", licence.id));
        }
        filled.into_bytes()
    };
    for locale in [sheet.locale.clone(), "en-US".parse()?] {
        let path = sheet.source.folder().map(|dir| dir.join("consent").join(format!("{locale}.txt")));
        let own = path.map(|path| fsio::read_found(&path, fsio::MOST_SMALL)).transpose()?.flatten();
        if let Some(bytes) = own {
            // A text that is none is shown as it is, and refused where that matters.
            let filled = std::str::from_utf8(&bytes).ok().map(filled);
            return Ok((filled.unwrap_or(bytes), locale));
        }
        if let Some(text) = built_in_text(&locale) {
            return Ok((filled(text), locale));
        }
    }
    let message = msg!("consent-no-text", locale = sheet.locale.as_str());
    Err(Error::of(ErrorKind::Consent, message).with_path(sheet.source.place().join("consent")))
}

/// Says whether a use hands recordings on, which is done under a licence.
pub(super) fn is_shared(scope: &str) -> bool {
    matches!(scope, "share-open" | "share-gated")
}

/// What a speaker says of themselves needs a receipt that allows to keep it.
fn allow_about(receipt: &Receipt, about: &BTreeMap<String, String>) -> Result<()> {
    for field in about.keys() {
        if !receipt.grants(&demographics(field)) {
            return Err(Error::of(ErrorKind::Consent, msg!("consent-not-kept", field = field)));
        }
    }
    Ok(())
}
