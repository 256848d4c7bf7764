//! Where things lie in a folder of sessions and in a session.

use crate::error::{Error, Result};
use crate::fsio::{self, Walk};
use crate::ids::PromptId;
use serde::Serialize;
use std::path::{Path, PathBuf};

/// The name of the session record inside a session.
pub const RECORD: &str = "session.json";

/// The name of the journal inside a session.
pub const JOURNAL: &str = "takes.jsonl";

/// The folder of the consent receipt and its text inside a session.
pub const CONSENT: &str = "consent";

/// The folder of the audio inside a session.
pub const AUDIO: &str = "audio";

/// The folder beside the sessions with the bundles that were refused.
pub const QUARANTINE: &str = "quarantine";

/// The folder beside the sessions with the parts of bundles of which others are missing.
pub const PARTS: &str = ".ingest.parts";

/// The folder beside the sessions in which a bundle lies until it is proved.
pub const INCOMING: &str = ".ingest.partial";

/// Returns the file of a take, relative to its session: `audio/<prompt>_<take>.wav`.
pub fn file_name(prompt: &PromptId, take: u16) -> String {
    format!("{AUDIO}/{prompt}_{take}.wav")
}

/// Reads the prompt and the take out of a file name such as `alarm-1_3.wav`.
pub fn parse_file_name(name: &str) -> Option<(PromptId, u16)> {
    let (prompt, take) = name.strip_suffix(".wav")?.rsplit_once('_')?;
    let prompt: PromptId = prompt.parse().ok()?;
    let number: u16 = take.parse().ok()?;
    // One spelling only: `+1` and `01` are not names of Booth.
    (number > 0 && number.to_string() == take).then_some((prompt, number))
}

/// A folder that is or may be a session and cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Unreadable {
    /// The folder.
    pub path: PathBuf,
    /// Why.
    pub message: String,
}

impl Unreadable {
    /// Says why the session in `dir` cannot be read, when it is the session's own files that `error` is about; else
    /// the error, which whatever else is read would meet as well.
    ///
    /// # Errors
    /// `error`, when it is about something else: the disk is full, or a limit is not known.
    pub fn session(dir: &Path, error: Error) -> Result<Self> {
        let its_own = error.path().is_some_and(|path| path.starts_with(dir));
        if its_own { Ok(Self::of(dir, &error)) } else { Err(error) }
    }

    /// Says why `path` cannot be read.
    pub fn of(path: &Path, error: &Error) -> Self {
        let within = error.path().and_then(|file| file.strip_prefix(path).ok());
        let message = match within.filter(|file| !file.as_os_str().is_empty()) {
            Some(file) => format!("{}: {}", file.display(), error.message()),
            None => error.message().to_owned(),
        };
        Self { path: path.to_path_buf(), message }
    }
}

/// The sessions of a folder.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Found {
    /// Their folders, sorted by path.
    pub sessions: Vec<PathBuf>,
    /// What looks like a session and is none, or could not be looked into, sorted by path. Whoever leaves it out has
    /// to say so.
    pub unreadable: Vec<Unreadable>,
}

/// Finds the sessions at and below `root`: folders with a `session.json`, sorted by path.
///
/// Hidden folders are passed over, since they are being built. Symbolic links below `root` are not followed; one that
/// leads to a session is told, and so are a folder that has the journal or the audio of a session and no record, and a
/// folder that cannot be read.
///
/// # Errors
/// [`crate::ErrorKind::Io`] when `root` itself cannot be read.
pub fn find_sessions(root: &Path) -> Result<Found> {
    let (mut sessions, mut unreadable) = (Vec::new(), Vec::new());
    let mut walk = Walk::by_name(root);
    while let Some(entry) = walk.next() {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                let path = error.path().unwrap_or(root).to_path_buf();
                if path == root {
                    return Err(error);
                }
                unreadable.push(Unreadable::of(&path, &error));
                continue;
            }
        };
        let path = entry.path();
        if entry.depth() > 0 && entry.file_name().as_encoded_bytes().starts_with(b".") {
            if entry.file_type().is_dir() {
                walk.skip_folder();
            }
            continue;
        }
        match kind_of(&entry) {
            Ok(Place::Session) => sessions.push(path.to_path_buf()),
            Ok(Place::Broken(why)) => {
                unreadable.push(Unreadable { path: path.to_path_buf(), message: why.to_owned() });
            }
            Ok(Place::Other) => continue,
            Err(error) if entry.depth() == 0 => return Err(error),
            Err(error) => unreadable.push(Unreadable::of(path, &error)),
        }
        if entry.file_type().is_dir() {
            walk.skip_folder();
        }
    }
    Ok(Found { sessions, unreadable })
}

/// What a folder or link is.
enum Place {
    Session,
    /// What looks like a session and is none, and why.
    Broken(&'static str),
    Other,
}

fn kind_of(entry: &walkdir::DirEntry) -> Result<Place> {
    let path = entry.path();
    let folder = entry.file_type().is_dir() || entry.depth() == 0;
    if entry.path_is_symlink() && entry.depth() > 0 {
        let leads_to_one = fsio::is_named_folder(path)? && fsio::look_named(&path.join(RECORD))?.is_some();
        let why =
            "it is a link to a session, and links are not followed; name the session itself, or copy it";
        return Ok(if leads_to_one { Place::Broken(why) } else { Place::Other });
    }
    if !folder {
        return Ok(Place::Other);
    }
    if fsio::look(&path.join(RECORD))?.is_some() {
        return Ok(Place::Session);
    }
    if fsio::look(&path.join(JOURNAL))?.is_some() {
        return Ok(Place::Broken("it has a journal and no session.json; restore it from a copy"));
    }
    for name in audio_files(path)? {
        let whole = name.strip_suffix(".partial").unwrap_or(&name);
        if parse_file_name(whole).is_some() {
            return Ok(Place::Broken("it has takes and no session.json; restore it from a copy"));
        }
    }
    Ok(Place::Other)
}

/// Returns the names in a folder, sorted; names that are not UTF-8 are not Booth's and left out.
pub(crate) fn names_in(folder: &Path) -> Result<Vec<String>> {
    let paths = fsio::paths_in(folder)?;
    Ok(paths.iter().filter_map(|path| Some(path.file_name()?.to_str()?.to_owned())).collect())
}

/// Returns the names in the audio folder, sorted.
pub(crate) fn audio_files(dir: &Path) -> Result<Vec<String>> {
    let folder = dir.join(AUDIO);
    if fsio::is_folder(&folder)? { names_in(&folder) } else { Ok(Vec::new()) }
}
