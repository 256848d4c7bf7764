//! The collection that bundles are taken into: where a session of it is, and what it has of one.

use super::outcome::{Outcome, Reason, Refusal};
use crate::error::Result;
use crate::fsio;
use crate::ids::SessionId;
use crate::recordings::session::layout::{JOURNAL, RECORD};
use crate::recordings::session::view::read_anchor;
use crate::recordings::session::{Anchor, Event, Fault, TakeKey, find_sessions, parse};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// Where the sessions of a collection are: looked for once, however many bundles come.
pub(super) struct Collection {
    root: PathBuf,
    /// Those that do not lie in the folder itself under their own names.
    elsewhere: Option<BTreeMap<SessionId, PathBuf>>,
}

impl Collection {
    pub(super) fn new(root: &Path) -> Self {
        Self { root: root.to_path_buf(), elsewhere: None }
    }

    pub(super) fn root(&self) -> &Path {
        &self.root
    }

    /// Returns the folder of a session.
    pub(super) fn find(&mut self, id: &SessionId) -> Result<Option<PathBuf>> {
        let place = self.root.join(id.as_str());
        if fsio::is_folder(&place)? && fsio::look(&place.join(RECORD))?.is_some() {
            return Ok(Some(place));
        }
        if self.elsewhere.is_none() {
            let mut found = BTreeMap::new();
            for dir in find_sessions(&self.root)?.sessions {
                let name = dir.file_name().and_then(|name| name.to_str()?.parse::<SessionId>().ok());
                if let Some(id) = name.filter(|_| dir.parent() != Some(self.root.as_path())) {
                    found.entry(id).or_insert(dir);
                }
            }
            self.elsewhere = Some(found);
        }
        Ok(self.elsewhere.as_ref().and_then(|found| found.get(id).cloned()))
    }
}

/// What the lines of a journal say of takes.
#[derive(Debug, Default)]
pub(super) struct Lines {
    /// The takes that were published.
    pub(super) takes: BTreeSet<TakeKey>,
    /// The takes that are gone, with the tombstones that say so.
    pub(super) gone: BTreeMap<TakeKey, String>,
    /// Whether nothing that the journal says can be relied on.
    pub(super) is_broken: bool,
}

impl Lines {
    pub(super) fn of(journal: &[u8], anchor: Anchor) -> Self {
        let parsed = parse(journal, anchor);
        let mut lines = Self { is_broken: Fault::breaking(&parsed.faults).is_some(), ..Self::default() };
        for entry in parsed.entries {
            match entry.event {
                Event::Take(take) => drop(lines.takes.insert((take.prompt, take.take))),
                Event::Gone { prompt, take, tomb, .. } => {
                    lines.gone.insert((prompt, take), tomb);
                }
                _ => {}
            }
        }
        lines
    }
}

/// A session as the collection has it.
pub(super) struct Own {
    pub(super) dir: PathBuf,
    pub(super) journal: Vec<u8>,
    pub(super) lines: Lines,
}

impl Own {
    /// Reads a session that is to have the record of the one that lies apart in `staged`.
    pub(super) fn read(dir: PathBuf, staged: &Path, anchor: Anchor) -> Outcome<Self> {
        let conflict = |what: &str| Refusal::new(Reason::Conflict, format!("{what}: {}", dir.display()));
        // Also that none of its folders is a link to elsewhere.
        if let Err(error) = read_anchor(&dir) {
            return Err(conflict(&format!(
                "the collection has it, and it cannot be read ({})",
                error.message()
            ))
            .into());
        }
        let read = |path: &Path| fsio::read_found(path, fsio::MOST_SMALL);
        if read(&dir.join(RECORD))? != read(&staged.join(RECORD))? {
            return Err(conflict("the collection has another session of that name").into());
        }
        let journal = fsio::read_found(&dir.join(JOURNAL), fsio::MOST_LIST)?.unwrap_or_default();
        let lines = Lines::of(&journal, anchor);
        if lines.is_broken {
            return Err(conflict("the journal that the collection has is not what was written")
                .hint("restore the session of the collection from a copy, or move it away and ingest again")
                .into());
        }
        Ok(Self { dir, journal, lines })
    }
}
