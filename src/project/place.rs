//! Where a project file is: named, or found from the recordings upwards.

use super::{Project, read};
use crate::error::{Error, ErrorKind, Result};
use crate::fsio::{self, Kind};
use std::path::{Path, PathBuf};

/// The name of a project file that is found.
pub const NAME: &str = "booth.toml";

/// A project file in which nothing is said, with every field in comments.
pub const TEMPLATE: &str = include_str!("template.toml");

/// Reads the project file that the user named; links are followed.
///
/// # Errors
/// [`ErrorKind::Project`], with line and column, for a file in which something is wrong; [`ErrorKind::Io`] when it cannot be
/// read.
pub fn read_named(path: &Path) -> Result<Project> {
    let bytes = fsio::read_named(path, read::MOST_BYTES)?;
    read::project(path, &bytes)
}

/// Finds the project file of the folders or files `starts`: the first `booth.toml` in each or above it, as its path is written
/// and as it truly leads. The search ends with the folder `home`, with a folder that has a `.git`, and with the root.
///
/// # Errors
/// [`ErrorKind::Project`] for a file in which something is wrong, that is no plain file, or that belongs to somebody else than the
/// user, the system or the owner of where the search began; [`ErrorKind::Usage`] when two are found; [`ErrorKind::Io`] when a
/// folder cannot be looked into.
pub fn find(starts: &[&Path], home: Option<&Path>) -> Result<Option<Project>> {
    let home = home.map(real).transpose()?;
    let mut found: Option<PathBuf> = None;
    for start in starts {
        let written = std::path::absolute(start).map_err(|error| Error::io("find", start, error))?;
        for place in [fsio::by_name(&written), real(start)?] {
            let Some(path) = above(&place, home.as_deref())? else { continue };
            match &found {
                None => found = Some(path),
                Some(first) if *first == path || real(first)? == real(&path)? => {}
                Some(first) => {
                    let message = format!("two project files apply; the other is {}", first.display());
                    return Err(Error::new(ErrorKind::Usage, message)
                        .with_path(path)
                        .with_hint("name the one that is meant with --project FILE"));
                }
            }
        }
    }
    found
        .map(|path| {
            let bytes = fsio::read_plain(&path, read::MOST_BYTES).map_err(|error| error.with_hint(ASIDE))?;
            read::project(&path, &bytes)
        })
        .transpose()
}

const ASIDE: &str =
    "name the project file that is meant with --project FILE, or work without one with --no-project";

fn real(path: &Path) -> Result<PathBuf> {
    fsio::resolved(path).map_err(|error| Error::io("find", path, error))
}

/// Returns the path of the first project file in `start` or above it.
fn above(start: &Path, home: Option<&Path>) -> Result<Option<PathBuf>> {
    let mut owner = None;
    for folder in start.ancestors() {
        let Some(there) = fsio::look_named(folder)? else { continue };
        owner = owner.or(there.owner());
        if there.kind != Kind::Folder {
            continue;
        }
        let path = folder.join(NAME);
        if let Some(entry) = fsio::look(&path)? {
            let wrong = if entry.kind != Kind::File {
                Some(format!(
                    "the project file is {}, and one that is found must be a plain file",
                    entry.kind.words()
                ))
            } else if fsio::is_strange(&entry, owner) {
                Some(
                    "the project file belongs to somebody else, who may not say what is promised here"
                        .to_owned(),
                )
            } else {
                None
            };
            return match wrong {
                Some(wrong) => Err(Error::new(ErrorKind::Project, wrong).with_path(path).with_hint(ASIDE)),
                None => Ok(Some(path)),
            };
        }
        if home == Some(folder) || fsio::look(&folder.join(".git"))?.is_some() {
            break;
        }
    }
    Ok(None)
}

#[cfg(test)]
mod tests {
    use super::*;

    const BARE: &str = "schema = 1\n";

    #[test]
    fn the_nearest_above_is_found_and_the_search_has_an_end() {
        let dir = tempfile::tempdir().unwrap();
        let root = dir.path().canonicalize().unwrap();
        let deep = root.join("work/a/recordings");
        std::fs::create_dir_all(&deep).unwrap();
        let looked = |start: &Path, home: Option<&Path>| {
            find(&[start], home).unwrap().map(|project| project.path.strip_prefix(&root).unwrap().to_owned())
        };
        std::fs::write(root.join(NAME), BARE).unwrap();
        let home = root.join("work");
        assert_eq!(looked(&deep, Some(&root)), Some(NAME.into()));
        assert_eq!(looked(&deep, Some(&home)), None, "not above the home folder");
        std::fs::create_dir(root.join("work/a/.git")).unwrap();
        assert_eq!(looked(&deep, Some(&root)), None, "not above a repository");
        std::fs::write(root.join("work/a").join(NAME), BARE).unwrap();
        assert_eq!(looked(&deep, Some(&root)), Some(format!("work/a/{NAME}").into()));
        // What is not there yet, and a file, begin at the folder that they are in.
        assert_eq!(looked(&deep.join("new/er"), Some(&root)), Some(format!("work/a/{NAME}").into()));
        std::fs::write(deep.join("a.wav"), "x").unwrap();
        assert_eq!(looked(&deep.join("a.wav"), Some(&root)), Some(format!("work/a/{NAME}").into()));
        std::fs::create_dir(root.join("other")).unwrap();
        let error = find(&[&deep, &root.join("other")], Some(&root)).unwrap_err();
        assert!(error.kind() == ErrorKind::Usage && error.hint().unwrap().contains("--project"), "{error}");
    }

    #[cfg(unix)]
    #[test]
    fn a_link_that_is_found_is_refused_and_one_that_is_named_is_followed() {
        let dir = tempfile::tempdir().unwrap();
        let root = dir.path().canonicalize().unwrap();
        std::fs::write(root.join("elsewhere.toml"), BARE).unwrap();
        std::fs::create_dir(root.join("recordings")).unwrap();
        std::os::unix::fs::symlink(root.join("elsewhere.toml"), root.join(NAME)).unwrap();
        let error = find(&[&root.join("recordings")], Some(&root)).unwrap_err();
        assert!(error.kind() == ErrorKind::Project && error.message().contains("a link"), "{error}");
        assert_eq!(read_named(&root.join(NAME)).unwrap().sha256, crate::digest::Sha256::of(BARE));
        // Recordings behind a link belong to the project that the link lies in.
        let (there, here) = (root.join("there"), root.join("here"));
        std::fs::create_dir_all(there.join("recordings")).unwrap();
        std::fs::create_dir(&here).unwrap();
        std::fs::write(here.join(NAME), BARE).unwrap();
        std::os::unix::fs::symlink(there.join("recordings"), here.join("recordings")).unwrap();
        let found = find(&[&here.join("recordings")], Some(&there)).unwrap().unwrap();
        assert_eq!(found.path, here.join(NAME));
    }
}
