//! What a person took back at home, as a bundle tells: nothing is deleted for it here by itself, and nothing of it comes in.

use super::collection::{Collection, Lines};
use crate::digest::Sha256;
use crate::error::Result;
use crate::fsio;
use crate::ids::{PromptId, SessionId};
use crate::recordings::bundle::{About, Withdrawn};
use crate::recordings::session::SessionRecord;
use crate::recordings::session::TakeState;
use crate::recordings::session::layout::JOURNAL;
use crate::recordings::session::view::{read_anchor, read_record};
use crate::recordings::tombstones::{Buried, Extent, SCHEMA, Tombstone, Tombstones};
use crate::units::Utc;
use std::path::Path;

/// Something that is to be taken back in the collection as well.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct TakenBack {
    pub(super) session: SessionId,
    /// The command line that does it.
    pub(super) command: String,
}

/// Returns what was taken back at home that the collection still has.
pub(super) fn taken_back(
    about: &About,
    collection: &mut Collection,
    tombstones: &Tombstones,
) -> Result<Vec<TakenBack>> {
    let mut all = Vec::new();
    for one in &about.withdrawn {
        for session in &one.sessions {
            let Some(dir) = collection.find(session)? else { continue };
            // What cannot be read is nobody's that is known.
            let Ok(record) = read_record(&dir) else { continue };
            if record.speaker.id == about.speaker && is_there(one, &record, &dir, tombstones)? {
                let command = command(one, session, collection.root());
                all.push(TakenBack { session: session.clone(), command });
            }
        }
    }
    Ok(all)
}

/// Says whether the collection has what a withdrawal at home means.
fn is_there(one: &Withdrawn, record: &SessionRecord, dir: &Path, tombstones: &Tombstones) -> Result<bool> {
    if tombstones.covers(record) {
        return Ok(false);
    }
    Ok(match (&one.scope, &one.take) {
        (None, None) => true,
        (None, Some(key)) => {
            let journal = fsio::read_found(&dir.join(JOURNAL), fsio::MOST_LIST)?.unwrap_or_default();
            Lines::of(&journal, read_anchor(dir)?).takes.contains(key)
        }
        (Some(scope), take) => {
            let by_take = |(prompt, take)| tombstones.lost_by_take(&record.id, prompt, take, scope);
            !tombstones.lost(record).contains(scope.as_str())
                && !take.as_ref().is_some_and(|(prompt, take)| by_take((prompt, *take)))
        }
    })
}

fn command(one: &Withdrawn, session: &SessionId, root: &Path) -> String {
    let command = match &one.take {
        Some((prompt, take)) => command_for_take(session, prompt, *take, root),
        None => format!("booth withdraw {session} {}", quoted(&root.display().to_string())),
    };
    let scope = one.scope.as_ref().map_or(String::new(), |scope| format!(" --scope {scope}"));
    command + &scope
}

/// Returns the command line that takes back one take.
pub(super) fn command_for_take(session: &SessionId, prompt: &PromptId, take: u16, root: &Path) -> String {
    format!("booth withdraw {session}/{prompt}_{take} {}", quoted(&root.display().to_string()))
}

/// Says what to do before the bundle is given again.
pub(super) fn first(command: &str) -> String {
    format!("{command}, then ingest this again")
}

/// Returns a word as a shell takes it.
fn quoted(word: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || "/._-+".contains(c);
    if word.chars().all(is_plain) { word.to_owned() } else { format!("'{}'", word.replace('\'', "'\\''")) }
}

/// Writes down what was taken back at home of what the collection has never had: a bundle of before must not bring it.
pub(super) fn remember(
    about: &About,
    collection: &mut Collection,
    tombstones: &mut Tombstones,
    now: Utc,
) -> Result<()> {
    for one in about.withdrawn.iter().filter(|one| one.scope.is_none()) {
        if tombstones.all().iter().any(|known| known.id == one.tombstone) {
            continue;
        }
        let mut sessions = Vec::new();
        for session in &one.sessions {
            if collection.find(session)?.is_none() {
                sessions.push(session.clone());
            }
        }
        let Some(first) = sessions.first().cloned() else { continue };
        let take = one.take.as_ref().map(|(prompt, take)| Buried {
            session: first,
            prompt: prompt.clone(),
            take: *take,
            utterance: None,
            ms: 0,
            kind: TakeState::Undecided,
            // It was never here: nothing is known of its sound, and no sound has this.
            hmac: Sha256::from([0; 32]),
        });
        tombstones.plan(Tombstone {
            schema: SCHEMA,
            id: one.tombstone.clone(),
            at: one.at,
            by: one.by,
            // Of a speaker, the sessions that are named alone: what came since is consented to anew.
            extent: if take.is_some() { Extent::Take } else { Extent::Session },
            speaker: about.speaker.clone(),
            scope: None,
            sessions,
            takes: take.into_iter().collect(),
            releases: Vec::new(),
            locale: None,
        })?;
        tombstones.finish(&one.tombstone, now)?;
    }
    Ok(())
}
