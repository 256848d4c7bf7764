//! What the consent of a session grants a release, and what not.

use crate::corpus::refusal::Reason;
use crate::ids::PromptId;
use crate::project::{Access, Licence};
use crate::recordings::people::consent::Receipt;
use crate::recordings::session::{ConsentFault, ConsentState};
use crate::recordings::{SessionRecord, Tombstones};
use std::collections::BTreeSet;

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

/// Says why the takes of a session, which its consent granted, may be used no longer, and `None` when they may.
pub fn withdrawn_refusal(
    tombstones: &[Tombstones],
    state: &ConsentState,
    record: &SessionRecord,
    scope: &str,
    licence: Option<(&Licence, Access)>,
) -> Option<(Reason, String)> {
    if tombstones.iter().any(|tombstones| tombstones.covers(record)) {
        return Some((Reason::Withdrawn, String::new()));
    }
    let lost = lost(tombstones, record);
    if lost.is_empty() || consent_refusal(state, record, scope, licence).is_some() {
        return None;
    }
    consent_refusal(state, &without(record.clone(), &lost), scope, licence)?;
    Some((Reason::Withdrawn, format!("`{}` was taken back", lost.join("`, `"))))
}

/// Says whether a single take was withdrawn from all uses, or from one that the release needs.
pub fn is_take_withdrawn(
    tombstones: &[Tombstones],
    record: &SessionRecord,
    (prompt, take): (&PromptId, u16),
    scope: &str,
    licence: Option<(&Licence, Access)>,
) -> bool {
    let shares: &[&str] = match licence {
        Some((_, Access::Open)) => &["share-open"],
        Some((_, Access::Gated)) => &["share-open", "share-gated"],
        None => &[],
    };
    let id = &record.id;
    tombstones.iter().any(|tombstones| {
        let has_lost = |scope: &str| tombstones.lost_by_take(id, prompt, take, scope);
        tombstones.covers_take(id, prompt, take)
            || has_lost(scope)
            || shares.iter().any(|share| has_lost(share))
    })
}

/// Returns the record of a session without the uses that were taken back.
pub fn narrowed(tombstones: &[Tombstones], record: SessionRecord) -> SessionRecord {
    let lost = lost(tombstones, &record);
    without(record, &lost)
}

fn lost(tombstones: &[Tombstones], record: &SessionRecord) -> Vec<String> {
    let lost: BTreeSet<&str> = tombstones.iter().flat_map(|tombstones| tombstones.lost(record)).collect();
    lost.into_iter().map(str::to_owned).collect()
}

fn without(mut record: SessionRecord, lost: &[String]) -> SessionRecord {
    if let Some(receipt) = &mut record.consent {
        receipt
            .scopes
            .iter_mut()
            .filter(|(scope, _)| lost.contains(scope))
            .for_each(|(_, granted)| *granted = false);
    }
    record
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
