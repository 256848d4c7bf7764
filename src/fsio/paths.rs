//! Paths: where one truly leads, and the way from one to another.

use crate::error::{Error, ErrorKind, Result};
use std::io;
use std::path::{Component, Path, PathBuf};

/// Returns where `path` leads or would lead: the part that is there with its links followed, and the rest, which is
/// not there yet, by name.
///
/// # Errors
/// [`io::Error`] when there is no current folder, or when a part cannot be looked at.
pub fn resolved(path: &Path) -> io::Result<PathBuf> {
    let whole = std::path::absolute(path)?;
    for there in whole.ancestors() {
        match there.canonicalize() {
            Ok(found) => {
                let rest = whole.strip_prefix(there).unwrap_or(Path::new(""));
                return Ok(by_name(&found.join(rest)));
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            // Below a file there is nothing, and nothing can be made.
            Err(error) if error.kind() == io::ErrorKind::NotADirectory => {}
            Err(error) => return Err(error),
        }
    }
    Ok(by_name(&whole))
}

/// Returns the way from the folder `from` to `path`, both absolute; `path` itself when they share no root.
///
/// `.` and `..` are resolved by name, as a browser does with addresses.
pub fn way(from: &Path, path: &Path) -> PathBuf {
    let (from, to) = (by_name(from), by_name(path));
    let mut shared = 0;
    for (one, other) in from.components().zip(to.components()) {
        if one != other {
            break;
        }
        shared += 1;
    }
    if shared == 0 {
        return path.to_path_buf();
    }
    let up = from.components().skip(shared).map(|_| Component::ParentDir);
    up.chain(to.components().skip(shared)).collect()
}

/// Returns `.<name>.<ending>` beside `target`.
///
/// # Errors
/// [`ErrorKind::Usage`] when `target` has no name.
pub fn hidden_beside(target: &Path, ending: &str) -> Result<PathBuf> {
    let name = target
        .file_name()
        .ok_or_else(|| Error::new(ErrorKind::Usage, "the target has no name of its own").with_path(target))?;
    let mut hidden = std::ffi::OsString::from(".");
    hidden.push(name);
    hidden.push(".");
    hidden.push(ending);
    Ok(target.with_file_name(hidden))
}

/// Resolves `.` and `..` of a path by name, without a look at the disk.
pub fn by_name(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                plain.pop();
            }
            part => plain.push(part),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn what_is_not_there_yet_leads_where_it_will_lie() {
        let dir = tempfile::tempdir().unwrap();
        let root = dir.path().canonicalize().unwrap();
        std::fs::create_dir(root.join("real")).unwrap();
        std::os::unix::fs::symlink(root.join("real"), root.join("link")).unwrap();
        std::fs::write(root.join("file"), "x").unwrap();
        for (path, leads) in [
            ("real", "real"),
            ("link", "real"),
            ("link/new/corpus", "real/new/corpus"),
            ("real/new/../corpus", "real/corpus"),
            ("link/./new/../../other", "other"),
            ("file/corpus", "file/corpus"),
        ] {
            assert_eq!(resolved(&root.join(path)).unwrap(), root.join(leads), "{path}");
        }
    }

    #[test]
    fn a_way_goes_up_to_what_is_shared_and_down_again() {
        let found = |from: &str, to: &str| way(Path::new(from), Path::new(to));
        assert_eq!(found("/data/recordings", "/data/corpus"), Path::new("../corpus"));
        assert_eq!(found("/data/./x", "/data/y/../x/z"), Path::new("z"));
    }
}
