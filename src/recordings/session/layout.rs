//! Where things lie in a folder of sessions and in a session.

use crate::error::{Error, Result};
use crate::ids::PromptId;
use std::path::{Path, PathBuf};

/// The name of the session record inside a session.
pub const RECORD: &str = "session.json";

/// The name of the journal inside a session.
pub const JOURNAL: &str = "takes.jsonl";

/// The folder of the consent receipt and its text inside a session.
pub const CONSENT: &str = "consent";

/// The folder of the audio inside a session.
pub const AUDIO: &str = "audio";

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

/// Finds the sessions at and below `root`: folders with a `session.json`, sorted by path.
///
/// Hidden folders are passed over (they are being built), and so are symbolic links below `root`.
///
/// # Errors
/// [`crate::ErrorKind::Io`] when `root` or a folder below it cannot be read.
pub fn find_sessions(root: &Path) -> Result<Vec<PathBuf>> {
    let mut sessions = Vec::new();
    let mut walk = walkdir::WalkDir::new(root)
        .sort_by_file_name()
        .into_iter()
        .filter_entry(|entry| entry.depth() == 0 || !entry.file_name().as_encoded_bytes().starts_with(b"."));
    while let Some(entry) = walk.next() {
        let entry = entry.map_err(|error| {
            let path = error.path().unwrap_or(root).to_path_buf();
            let cause = error.into_io_error().unwrap_or_else(|| std::io::Error::other("it is a loop"));
            Error::io("read the folder", path, cause)
        })?;
        if entry.file_type().is_dir() && entry.path().join(RECORD).is_file() {
            sessions.push(entry.path().to_path_buf());
            walk.skip_current_dir();
        }
    }
    Ok(sessions)
}

/// Returns the names in a folder, sorted; names that are not UTF-8 are not Booth's and left out.
pub(crate) fn names_in(folder: &Path) -> Result<Vec<String>> {
    let failed = |error| Error::io("read the folder", folder, error);
    let mut names = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(failed)? {
        names.extend(entry.map_err(failed)?.file_name().into_string());
    }
    names.sort_unstable();
    Ok(names)
}

/// Returns the names in the audio folder, sorted.
pub(crate) fn audio_files(dir: &Path) -> Result<Vec<String>> {
    let folder = dir.join(AUDIO);
    if folder.is_dir() { names_in(&folder) } else { Ok(Vec::new()) }
}
