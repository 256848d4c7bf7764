//! A proved session and what the collection has of it become one.
//!
//! What is to be done is planned first, so that a bundle of which something has to wait changes nothing. Then audio comes
//! before the journal that names it, and what the journal has deleted goes last: whatever cuts it short, the next taking in
//! goes on from there.

use super::collection::{Collection, Lines, Own};
use super::home;
use super::outcome::{Counts, Outcome, Reason, Refusal, refuse};
use super::read::Incoming;
use crate::digest::Sha256;
use crate::error::Result;
use crate::fsio;
use crate::ids::SessionId;
use crate::recordings::bundle::Code;
use crate::recordings::session::layout::{AUDIO, JOURNAL, audio_files, file_name};
use crate::recordings::session::view::read_anchor;
use crate::recordings::session::{Anchor, FileState, SessionView, TakeKey, TakeState, erase};
use crate::recordings::tombstones::Tombstones;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// What becomes of a session.
#[derive(Debug, Default)]
pub(super) struct Plan {
    pub(super) sessions: Counts,
    pub(super) takes: Counts,
    pub(super) deleted: u64,
    act: Act,
}

/// What is done to the collection.
#[derive(Debug, Default)]
enum Act {
    /// Nothing.
    #[default]
    None,
    /// The folder becomes a session of the collection.
    Born { staged: PathBuf, target: PathBuf },
    /// The session there grows.
    Grow {
        dir: PathBuf,
        /// Files that are not what was recorded, in whose place others come.
        spoilt: Vec<PathBuf>,
        moves: Vec<(PathBuf, PathBuf)>,
        /// The journal to take over, from where it lies apart.
        journal: Option<PathBuf>,
        deleted: Vec<PathBuf>,
    },
}

/// The takes of the session that lies apart, sorted out.
#[derive(Default)]
struct Sorted {
    new: BTreeSet<TakeKey>,
    missing: u64,
    spoilt: Vec<PathBuf>,
    moves: Vec<(PathBuf, PathBuf)>,
    deleted: Vec<PathBuf>,
}

/// Plans what becomes of a session; `since` is the bundle that came before.
pub(super) fn plan(
    collection: &mut Collection,
    tombstones: &Tombstones,
    one: &Incoming,
    since: Option<Code>,
) -> Outcome<Plan> {
    let (id, sent) = (&one.record.id, one.carried.len() as u64);
    let all = |counts: Counts| Counts { sent: 1, ..counts };
    if one.is_covered {
        return Ok(Plan {
            sessions: all(Counts { withdrawn: 1, ..Counts::default() }),
            takes: Counts { sent, withdrawn: sent, ..Counts::default() },
            ..Plan::default()
        });
    }
    let anchor = read_anchor(&one.dir)?;
    let own = match collection.find(id)? {
        Some(dir) => Some(Own::read(dir, &one.dir, anchor)?),
        None => None,
    };
    let target = collection.root().join(id.as_str());
    if own.is_none() && fsio::look(&target)?.is_some() {
        return refuse(
            Reason::Conflict,
            format!("something that is no session has its place: {}", target.display()),
        );
    }
    let path = one.dir.join(JOURNAL);
    let staged = fsio::read_plain(&path, fsio::MOST_LIST)?;
    // What is withdrawn here, or was in a bundle before, goes out of the journal before anything is compared.
    let mut away = withdrawn(tombstones, one, own.as_ref())?;
    if let Some(own) = &own {
        away.extend(own.lines.gone.clone());
    }
    let theirs = erase(&staged, anchor, &away);
    let lines = Lines::of(&theirs, anchor);
    if lines.is_broken {
        return refuse(
            Reason::Journal,
            format!("what is withdrawn cannot be taken out of the journal of `{id}`"),
        );
    }
    let journal = match &own {
        None => theirs,
        Some(own) => longer(own, theirs, &lines, anchor, &one.record.id, collection.root())?,
    };
    let has_grown = own.as_ref().is_none_or(|own| own.journal != journal);
    if staged != journal {
        fsio::replace(&path, &journal)?;
    }
    let view = SessionView::open(&one.dir)?;
    let sorted = sort(&view, own.as_ref(), &lines.takes)?;
    if sorted.missing > one.lacking {
        let (missing, lacking) = (sorted.missing, one.lacking);
        let what = format!(
            "the audio of {} is in an earlier bundle",
            crate::numbers::plural(missing - lacking, "take")
        );
        let refusal = Refusal::new(Reason::LacksAudio, what);
        return Err(match since {
            Some(code) => {
                refusal.hint(format!("ingest the bundle {code} and those before it, then this one again"))
            }
            None => refusal.hint("ask for a bundle with everything in it: booth bundle --since all"),
        }
        .into());
    }
    let gone = Lines::of(&journal, anchor).gone;
    let is_withdrawn = |key: &TakeKey| gone.contains_key(key) || away.contains_key(key);
    let takes = counted(&one.carried, is_withdrawn, &sorted.new);
    let deleted = sorted.deleted.len() as u64;
    let act = match own {
        None => Act::Born { staged: one.dir.clone(), target },
        Some(own) => {
            let mut deleted = sorted.deleted;
            // A taking in that was cut short may have left the sound of what was taken back since.
            for (prompt, take) in gone.keys() {
                let path = own.dir.join(file_name(prompt, *take));
                deleted.extend(fsio::look(&path)?.map(|_| path));
            }
            let is_same = !has_grown && sorted.moves.is_empty() && deleted.is_empty();
            let journal = has_grown.then_some(path);
            let act =
                Act::Grow { dir: own.dir, spoilt: sorted.spoilt, moves: sorted.moves, journal, deleted };
            if is_same { Act::None } else { act }
        }
    };
    let is_known = matches!(act, Act::None);
    let sessions = all(Counts { new: u64::from(!is_known), known: u64::from(is_known), ..Counts::default() });
    Ok(Plan { sessions, takes, deleted, act })
}

/// Counts the takes that a bundle has of a session.
fn counted(
    carried: &BTreeSet<TakeKey>,
    is_withdrawn: impl Fn(&TakeKey) -> bool,
    new: &BTreeSet<TakeKey>,
) -> Counts {
    let mut counts = Counts { sent: carried.len() as u64, ..Counts::default() };
    for key in carried {
        let place = if is_withdrawn(key) {
            &mut counts.withdrawn
        } else if new.contains(key) {
            &mut counts.new
        } else {
            &mut counts.known
        };
        *place += 1;
    }
    counts
}

/// Returns the journal that the session in the collection is to have: the one that goes on from the other.
fn longer(
    own: &Own,
    theirs: Vec<u8>,
    lines: &Lines,
    anchor: Anchor,
    id: &SessionId,
    root: &Path,
) -> Outcome<Vec<u8>> {
    if let Some((prompt, take)) = lines.gone.keys().find(|key| own.lines.takes.contains(*key)) {
        let what = format!("take {take} of `{prompt}` was taken back at home, and the collection has it");
        let command = home::command_for_take(id, prompt, *take, root);
        return Err(Refusal::new(Reason::WithdrawnAtHome, what).hint(home::first(&command)).into());
    }
    // Of what was never published here, only lines are there.
    let ours = erase(&own.journal, anchor, &lines.gone);
    if theirs.starts_with(&ours) {
        return Ok(theirs);
    }
    if ours.starts_with(&theirs) {
        return Ok(ours);
    }
    let what = format!("the collection has another past of the session: {}", own.dir.display());
    let hint = "it was recorded on in two places; keep one of them, and move the other away";
    Err(Refusal::new(Reason::Conflict, what).hint(hint).into())
}

/// Returns the takes of a session that are withdrawn here, with their tombstones: by name, or since the sound is one that was
/// withdrawn, unless the collection has the take.
fn withdrawn(
    tombstones: &Tombstones,
    one: &Incoming,
    own: Option<&Own>,
) -> Result<BTreeMap<TakeKey, String>> {
    let named = tombstones.takes_of(&one.record.id).into_iter().flatten();
    let mut away: BTreeMap<TakeKey, String> = named.map(|(key, id)| (key.clone(), id.to_string())).collect();
    if tombstones.is_empty() {
        return Ok(away);
    }
    let sounds = SessionView::open_takes(&one.dir, None, |_, take| ((take.prompt, take.take), take.sha256))?;
    for ((key, sha256), _) in sounds.takes {
        if let Some(id) = tombstones.of_sound(&sha256)
            && own.is_none_or(|own| !own.lines.takes.contains(&key))
        {
            away.entry(key).or_insert_with(|| id.to_string());
        }
    }
    Ok(away)
}

/// Sorts the takes of the session that lies apart, whose journal is the one to be; `theirs` are those that the bundle names.
fn sort(view: &SessionView, own: Option<&Own>, theirs: &BTreeSet<TakeKey>) -> Result<Sorted> {
    let mut sorted = Sorted::default();
    let mut live = BTreeSet::new();
    for take in view.takes() {
        let (record, key) = (&take.record, (take.record.prompt.clone(), take.record.take));
        let there = own.map(|own| own.dir.join(&record.file));
        let found = match &there {
            Some(path) => fsio::look(path)?,
            None => None,
        };
        if take.state == TakeState::Deleted {
            sorted.deleted.extend(there.filter(|_| found.is_some()));
            continue;
        }
        live.insert(record.file.clone());
        let is_whole =
            found.as_ref().is_some_and(|found| found.kind == fsio::Kind::File && found.bytes == record.bytes);
        if take.file != FileState::Present {
            sorted.missing += u64::from(!is_whole && theirs.contains(&key));
            continue;
        }
        let Some(there) = there else {
            sorted.new.insert(key);
            continue;
        };
        // What is here already is what was recorded, or is mended.
        if is_whole && Sha256::of_file(&there)?.0 == record.sha256 {
            continue;
        }
        sorted.spoilt.extend(found.map(|_| there.clone()));
        sorted.moves.push((view.path_of(record), there));
        sorted.new.insert(key);
    }
    // What was withdrawn or deleted since comes with no folder.
    for name in audio_files(view.dir())? {
        let file = format!("{AUDIO}/{name}");
        if !live.contains(&file) {
            fsio::remove_leftover(&view.dir().join(file))?;
        }
    }
    Ok(sorted)
}

impl Plan {
    /// Does what was planned.
    pub(super) fn commit(self) -> Result<()> {
        match self.act {
            Act::None => Ok(()),
            Act::Born { staged, target } => fsio::rename_new(&staged, &target),
            Act::Grow { dir, spoilt, moves, journal, deleted } => {
                fsio::create_dir_all(&dir.join(AUDIO))?;
                spoilt.iter().try_for_each(|path| fsio::purge_file(path))?;
                fsio::rename_all_new(&moves)?;
                if let Some(journal) = journal {
                    fsio::replace(&dir.join(JOURNAL), &fsio::read_plain(&journal, fsio::MOST_LIST)?)?;
                }
                deleted.iter().try_for_each(|path| fsio::purge_file(path))
            }
        }
    }
}
