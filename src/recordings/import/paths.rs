//! Paths that a list names: from its own folder, from one above it, or from the root of the disk, but never out of what is
//! imported.

use super::folder::{Problem, parent};
use super::found::File;
use super::ground::Ground;
use std::path::{Component, Path};

/// Returns the audio file that a list in the folder `dir` names.
///
/// The error is the id and the sentence of a finding.
pub(super) fn audio<'g>(ground: &'g Ground<'_>, dir: &str, name: &str) -> Result<&'g File, Problem> {
    let shown = name.escape_debug();
    let outside = || {
        let message = format!(
            "`{shown}` leads out of the folder that is imported; name a folder that holds both the list and its audio"
        );
        Err(("unsafe-path", message))
    };
    if name.is_empty() || name.contains('\\') {
        return Err(("row-broken", format!("`{shown}` is no name of an audio file")));
    }
    if Path::new(name).is_absolute() {
        let Some(below) = ground.below_root(Path::new(name)) else { return outside() };
        let found = ground.folder.audio_at("", &below)?;
        return found.ok_or_else(|| ("audio-missing", format!("there is no audio file `{shown}`")));
    }
    let (mut base, mut inside) = (dir, false);
    loop {
        if let Some(path) = joined(base, name) {
            inside = true;
            if let Some(file) = ground.folder.audio_at("", &path)? {
                return Ok(file);
            }
        }
        if base.is_empty() {
            break;
        }
        base = parent(base);
    }
    if !inside {
        return outside();
    }
    let from =
        if dir.is_empty() { "the folder".to_owned() } else { format!("{dir}/ and the folders above it") };
    Err(("audio-missing", format!("there is no audio file `{shown}`, looked for from {from}")))
}

/// Joins a name to a folder; `None` when it leads out of the root.
fn joined(base: &str, name: &str) -> Option<String> {
    let mut parts: Vec<&str> = base.split('/').filter(|part| !part.is_empty()).collect();
    for part in Path::new(name).components() {
        match part {
            Component::Normal(part) => parts.push(part.to_str()?),
            Component::CurDir => {}
            Component::ParentDir => {
                parts.pop()?;
            }
            Component::RootDir | Component::Prefix(_) => return None,
        }
    }
    Some(parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_joined_and_never_lead_out() {
        for (base, name, path) in [
            ("nemo", "../wav/a.wav", Some("wav/a.wav")),
            ("", "./a.wav", Some("a.wav")),
            ("data/train", "a//b.wav", Some("data/train/a/b.wav")),
            ("", "../a.wav", None),
            ("data", "../../a.wav", None),
            ("data", "/a.wav", None),
        ] {
            assert_eq!(joined(base, name).as_deref(), path, "{base} {name}");
        }
    }
}
