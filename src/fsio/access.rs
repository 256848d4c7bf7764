//! Files and folders that are their owner's alone: nobody else on the machine may read or change them.

use super::{create_dir_all, is_named_folder, sync_dir};
use crate::error::{Error, Result};
use std::fs::{DirBuilder, File, OpenOptions};
use std::path::Path;

/// Who may use what is created.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Access {
    /// Whoever the system's mask lets.
    Masked,
    /// The owner alone.
    Private,
}

impl Access {
    /// Has what `options` create be made so.
    pub(super) fn limit(self, options: &mut OpenOptions) {
        #[cfg(unix)]
        if self == Self::Private {
            std::os::unix::fs::OpenOptionsExt::mode(options, 0o600);
        }
        #[cfg(not(unix))]
        let _ = options;
    }

    /// Closes an open file that others could read before, if nobody else may.
    pub(super) fn narrow(self, file: &File, path: &Path) -> Result<()> {
        if self == Self::Private { narrow(file, path) } else { Ok(()) }
    }
}

/// Makes a folder that is its owner's alone, and those above it that are missing; one that is there is closed to others.
///
/// # Errors
/// [`crate::ErrorKind::Io`] when the system refuses.
pub fn create_private_dir(path: &Path) -> Result<()> {
    let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty());
    parent.map_or(Ok(()), create_dir_all)?;
    let mut builder = DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    match builder.create(path) {
        Ok(()) => sync_dir(parent.unwrap_or(Path::new("."))),
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
            // A pipe would be waited for.
            if !is_named_folder(path)? {
                return Err(Error::io("create the folder", path, error));
            }
            let folder = File::open(path).map_err(|error| Error::io("open the folder", path, error))?;
            narrow(&folder, path)
        }
        Err(error) => Err(Error::io("create the folder", path, error)),
    }
}

/// Closes an open file or folder to all but its owner.
#[cfg(unix)]
fn narrow(file: &File, path: &Path) -> Result<()> {
    use std::io::ErrorKind;
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
    let failed = |error| Error::io("close to others", path, error);
    let found = file.metadata().map_err(failed)?;
    let mut permissions = found.permissions();
    let others = 0o077;
    if permissions.mode() & others == 0 {
        return Ok(());
    }
    permissions.set_mode(permissions.mode() & !others);
    match file.set_permissions(permissions) {
        // A memory card's file system keeps no modes: nothing can be closed there, and recording goes on.
        Err(error)
            if matches!(error.kind(), ErrorKind::PermissionDenied | ErrorKind::Unsupported)
                && found.uid() == rustix::process::geteuid().as_raw() =>
        {
            Ok(())
        }
        outcome => outcome.map_err(failed),
    }
}

#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "elsewhere the system may refuse")]
fn narrow(_: &File, _: &Path) -> Result<()> {
    Ok(())
}

#[cfg(all(test, unix))]
mod tests {
    use super::super::{AppendFile, PartialFile, partial_path, write_private};
    use super::*;
    use std::os::unix::fs::PermissionsExt as _;

    fn mode(path: &Path) -> u32 {
        path.metadata().unwrap().permissions().mode() & 0o777
    }

    fn widen(path: &Path, mode: u32) {
        let mut permissions = path.metadata().unwrap().permissions();
        permissions.set_mode(mode);
        File::open(path).unwrap().set_permissions(permissions).unwrap();
    }

    #[test]
    fn what_is_private_is_born_so_and_what_was_open_is_closed_when_it_is_written_to() {
        let dir = tempfile::tempdir().unwrap();
        let folder = dir.path().join("a/private");
        create_private_dir(&folder).unwrap();
        assert_eq!(mode(&folder), 0o700);
        widen(&folder, 0o755);
        create_private_dir(&folder).unwrap();
        assert_eq!(mode(&folder), 0o700);

        let (new, log) = (folder.join("new"), folder.join("log"));
        write_private(&new, b"code").unwrap();
        AppendFile::open_private(&log).unwrap().append_line("one").unwrap();
        assert_eq!((mode(&new), mode(&log)), (0o600, 0o600));
        widen(&log, 0o644);
        AppendFile::open_private(&log).unwrap().append_line("two").unwrap();
        assert_eq!((mode(&log), std::fs::read_to_string(&log).unwrap()), (0o600, "one\ntwo\n".to_owned()));
        // What a killed start left open is closed too.
        let left = folder.join("left");
        PartialFile::create(&left).unwrap().keep();
        widen(&partial_path(&left), 0o644);
        drop(PartialFile::create_private(&left).unwrap().keep());
        assert_eq!(mode(&partial_path(&left)), 0o600);
    }
}
