//! What the consent of a session grants a release, and what not.

use crate::corpus::refusal::Reason;
use crate::project::{Access, Licence};
use crate::recordings::SessionRecord;
use crate::recordings::people::consent::Receipt;
use crate::recordings::session::{ConsentFault, ConsentState};

/// Says why the takes of a session may not be used by its consent, and `None` when they may.
pub fn consent_refusal(
    state: &ConsentState,
    record: &SessionRecord,
    scope: &str,
    licence: Option<(&Licence, Access)>,
) -> Option<(Reason, String)> {
    let Some(receipt) = &record.consent else { return Some((Reason::ConsentMissing, String::new())) };
    let id = receipt.id.escape_debug();
    match state {
        ConsentState::Missing => Some((Reason::ConsentMissing, String::new())),
        ConsentState::Invalid(ConsentFault::Foreign(speaker)) => {
            Some((Reason::ConsentForeign, format!("receipt {id} of {speaker}")))
        }
        ConsentState::Invalid(why) => Some((Reason::ConsentInvalid, format!("receipt {id}: {why}"))),
        ConsentState::Expired => {
            Some((Reason::ConsentExpired, format!("receipt {id} ended on {}", receipt.expires.date())))
        }
        ConsentState::Valid if !receipt.grants(scope) => {
            Some((Reason::ConsentScope, format!("receipt {id} does not grant `{scope}`")))
        }
        ConsentState::Valid => licence.and_then(|(licence, access)| {
            let why = licence_refusal(receipt, licence, access)?;
            Some((Reason::ConsentLicence, format!("receipt {id} {why}")))
        }),
    }
}

/// Says why a receipt does not let recordings be handed on under a licence, and `None` when it does.
fn licence_refusal(receipt: &Receipt, licence: &Licence, access: Access) -> Option<String> {
    let is_open = receipt.grants("share-open");
    match access {
        Access::Open if !is_open => {
            return Some("does not grant `share-open`, and access is open".to_owned());
        }
        Access::Gated if !is_open && !receipt.grants("share-gated") => {
            return Some("grants neither `share-gated` nor `share-open`, and access is gated".to_owned());
        }
        _ => {}
    }
    // Without a licence it is the gated sharing of before, under terms that who gets it has to sign.
    let granted = receipt.licence.as_ref()?;
    let is_same = licence.is_granted_by(granted, receipt.licence_sha256);
    (!is_same).then(|| {
        if granted.eq_ignore_ascii_case(&licence.id) {
            format!("grants another text of `{}` than the release has", licence.id)
        } else {
            format!("grants `{}`, and the release is under `{}`", granted.escape_debug(), licence.id)
        }
    })
}
