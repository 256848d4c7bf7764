//! What lies in a folder: audio and texts by stem, looked up by name so that no table leads out of it.

use super::found::{File, ImportFinding};
use crate::audio::kinds::is_audio_name;
use crate::error::{Error, Result};
use crate::fsio;
use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};
use unicode_normalization::UnicodeNormalization as _;

/// The file that makes a folder a session of Booth.
const SESSION: &str = "session.json";

/// The files below a folder.
#[derive(Debug, Default)]
pub(super) struct Folder {
    /// Audio by stem (the path below the folder without its ending, NFC, `/`), each as found.
    pub audio: BTreeMap<String, Vec<File>>,
    /// `.txt` files by stem.
    pub texts: BTreeMap<String, Vec<File>>,
    /// Files of other kinds, in the order of their paths.
    pub others: Vec<File>,
    /// Files of other kinds: ending to count.
    pub ignored: BTreeMap<String, u64>,
    /// What could not be looked at.
    pub findings: Vec<ImportFinding>,
}

enum Kind {
    Audio,
    Text,
    Other(String),
}

fn kind(path: &Path) -> Kind {
    if is_audio_name(path) {
        return Kind::Audio;
    }
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_ascii_lowercase());
    match ending {
        Some(ending) if ending == "txt" => Kind::Text,
        Some(ending) => Kind::Other(ending),
        None => Kind::Other(String::new()),
    }
}

impl Folder {
    /// Looks through `root` and what is below it, in the order of names.
    ///
    /// # Errors
    /// [`crate::ErrorKind::Io`] when `root` itself cannot be read.
    pub fn scan(root: &Path) -> Result<Self> {
        let mut folder = Self::default();
        let walk = walkdir::WalkDir::new(root).follow_links(true).sort_by_file_name().into_iter();
        let walk = walk.filter_entry(|entry| {
            let hidden = entry.file_name().as_encoded_bytes().starts_with(b".");
            entry.depth() == 0 || !(hidden || entry.file_type().is_dir() && is_session(entry.path()))
        });
        // A link may lead to anything that the manager can read, and the folder may be a stranger's.
        let home = root.canonicalize().map_err(|error| Error::io("read the folder", root, error))?;
        let mut walk = walk;
        while let Some(entry) = walk.next() {
            match entry {
                Ok(entry) if entry.path_is_symlink() && entry.depth() > 0 => {
                    match entry.path().canonicalize() {
                        Ok(real) if real.starts_with(&home) && entry.file_type().is_dir() => {}
                        Ok(real) if real.starts_with(&home) => folder.add(root, entry.path(), Some(real)),
                        _ => {
                            let message = "it is a link that leads out of the folder; copy what it leads to, or name \
                                           the folder that holds it";
                            let path = entry.path().to_path_buf();
                            folder.findings.push(ImportFinding::left_out(
                                "unsafe-path",
                                path,
                                message.to_owned(),
                            ));
                            if entry.file_type().is_dir() {
                                walk.skip_current_dir();
                            }
                        }
                    }
                }
                Ok(entry) if entry.file_type().is_dir() => {}
                Ok(entry) => {
                    let plain = entry.file_type().is_file().then(|| entry.path().to_path_buf());
                    folder.add(root, entry.path(), plain);
                }
                Err(error) if error.depth() == 0 => {
                    let cause =
                        error.into_io_error().unwrap_or_else(|| std::io::Error::other("it is a loop"));
                    return Err(Error::io("read the folder", root, cause));
                }
                Err(error) => {
                    let path = error.path().unwrap_or(root).to_path_buf();
                    let reason = match error.loop_ancestor() {
                        Some(_) => "it is a link to a folder that it lies in".to_owned(),
                        None => error.io_error().map_or_else(|| error.to_string(), ToString::to_string),
                    };
                    let message = format!("it cannot be looked at: {reason}");
                    folder.findings.push(ImportFinding::left_out("unreadable-path", path, message));
                }
            }
        }
        Ok(folder)
    }

    /// Adds what is at `path`; `plain` is the plain file itself, if it is one or a link leads to one.
    fn add(&mut self, root: &Path, path: &Path, plain: Option<PathBuf>) {
        let kind = kind(path);
        if let Kind::Other(ending) = &kind {
            *self.ignored.entry(ending.clone()).or_insert(0) += 1;
            if let (Some(plain), Some(relative)) = (plain, path.strip_prefix(root).ok().and_then(slashed)) {
                self.others.push(File::at(relative, plain));
            }
            return;
        }
        let left_out = |id, message: &str| ImportFinding::left_out(id, path.to_path_buf(), message);
        let Some(plain) = plain else {
            self.findings.push(left_out("unreadable-path", "it is not a regular file"));
            return;
        };
        let Some(relative) = path.strip_prefix(root).ok().and_then(slashed) else {
            self.findings.push(left_out("unreadable-path", "its name is not UTF-8; rename it"));
            return;
        };
        let files = if matches!(kind, Kind::Audio) { &mut self.audio } else { &mut self.texts };
        let file = File::at(relative, plain);
        files.entry(stem(&file.relative)).or_default().push(file);
    }

    /// Returns all audio files, in the order of their stems.
    pub fn audio_files(&self) -> impl Iterator<Item = &File> + Clone {
        self.audio.values().flatten()
    }

    /// Returns the audio file of a name below `base`: a stem, or a name with its ending. `None` when there is none.
    ///
    /// The error is the id and the sentence of a finding: several files could be meant.
    pub fn audio_at(&self, base: &str, name: &str) -> Result<Option<&File>, Problem> {
        let name = below(base, name);
        let whole: String = name.nfc().collect();
        if let Some(files) = self.audio.get(&whole) {
            return match files.as_slice() {
                [file] => Ok(Some(file)),
                files => Err(("audio-ambiguous", ambiguous(files))),
            };
        }
        let named = |file: &&File| file.relative == name || file.relative.nfc().eq(whole.chars());
        Ok(self.audio.get(&stem(&name)).and_then(|files| files.iter().find(named)))
    }

    /// Returns the file of any kind but audio that lies at a path.
    pub fn file(&self, relative: &str) -> Option<&File> {
        let texts = self.texts.get(&stem(relative)).into_iter().flatten();
        let mut files = texts.chain(&self.others);
        files.find(|file| file.relative == relative)
    }

    /// Returns the files of any kind but audio whose names pass, in the order of their paths.
    pub fn named(&self, pass: impl Fn(&str) -> bool) -> Vec<&File> {
        let files = self.texts.values().flatten().chain(&self.others);
        let mut files: Vec<&File> = files.filter(|file| pass(last_part(&file.relative))).collect();
        files.sort_by(|a, b| a.relative.cmp(&b.relative));
        files
    }

    /// Says in a few words what lies there.
    pub fn contents(&self) -> String {
        let audio = self.audio_files().count();
        let texts = self.texts.values().flatten().count();
        let mut kinds = Vec::new();
        if audio > 0 {
            kinds.push(format!("{audio} audio {} ({})", files(audio), some(self.audio_files())));
        }
        if texts > 0 {
            kinds.push(format!("{texts} .txt ({})", some(self.texts.values().flatten())));
        }
        let others = self.ignored.iter().filter(|(ending, _)| !ending.is_empty());
        kinds.extend(others.map(|(ending, count)| format!("{count} .{}", ending.escape_debug())));
        if kinds.is_empty() { "nothing that is looked for".to_owned() } else { kinds.join(", ") }
    }
}

/// The id and the sentence of a finding.
pub(super) type Problem = (&'static str, String);

/// Refuses a name that does not stay below the folder, or is none; gives it back without `./`.
pub(super) fn safe_name(name: &str) -> Result<&str, Problem> {
    let plain = name.trim_start_matches("./");
    if plain.is_empty() {
        return Err(("row-broken", "the name of the audio file is empty".to_owned()));
    }
    let leads_out = |part| !matches!(part, Component::Normal(_));
    if Path::new(plain).components().any(leads_out) || plain.contains('\\') || plain.contains("//") {
        let shown = name.escape_debug();
        return Err(("unsafe-path", format!("`{shown}` does not name a file inside the folder")));
    }
    Ok(plain)
}

/// Returns the path of a name below a folder, which is empty for the root.
pub(super) fn below(base: &str, name: &str) -> String {
    if base.is_empty() { name.to_owned() } else { format!("{base}/{name}") }
}

/// Returns the folder of a path, empty for the root.
pub(super) fn parent(relative: &str) -> &str {
    relative.rfind('/').map_or("", |at| &relative[..at])
}

fn files(count: usize) -> &'static str {
    if count == 1 { "file" } else { "files" }
}

/// Names the first few files.
fn some<'a>(files: impl Iterator<Item = &'a File> + Clone) -> String {
    let mut names: Vec<String> =
        files.clone().take(3).map(|file| file.relative.escape_debug().to_string()).collect();
    if files.count() > names.len() {
        names.push("…".to_owned());
    }
    names.join(", ")
}

/// Says that several files could be meant.
pub(super) fn ambiguous(files: &[File]) -> String {
    let names: Vec<&str> = files.iter().map(|file| file.relative.as_str()).collect();
    format!("several files could be meant: {}", names.join(", "))
}

/// Says whether a folder is a session. One that cannot be looked into is gone into, and told.
fn is_session(path: &Path) -> bool {
    fsio::look(&path.join(SESSION)).is_ok_and(|found| found.is_some())
}

fn slashed(path: &Path) -> Option<String> {
    let parts: Option<Vec<&str>> = path.components().map(|part| part.as_os_str().to_str()).collect();
    parts.map(|parts| parts.join("/"))
}

/// Returns a path without its ending, in NFC.
pub(super) fn stem(relative: &str) -> String {
    let name_at = relative.rfind('/').map_or(0, |at| at + 1);
    let end = relative[name_at..].rfind('.').filter(|&at| at > 0).map_or(relative.len(), |at| name_at + at);
    relative[..end].nfc().collect()
}

/// Whether a name has an ending, in any case.
pub(super) fn has_ending(name: &str, ending: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, found)| found.eq_ignore_ascii_case(ending))
}

/// Returns the last part of a stem: the name that a prompt id is made of.
pub(super) fn last_part(stem: &str) -> &str {
    stem.rsplit('/').next().unwrap_or(stem)
}
