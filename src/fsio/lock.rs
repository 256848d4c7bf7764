//! Locks against a second process: of the system where the file system has them, else a file that is there while its maker
//! works.

use super::{hidden_beside, is_file, open_to_write, read_found, remove_leftover, rename_noreplace};
use crate::ending::AtEnd;
use crate::error::{Error, ErrorKind, Result};
use crate::msg;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// The ending of a lock beside what it locks.
const LOCK: &str = "lock";
/// The ending of the file that keeps others out where nothing can be locked.
const HELD: &str = "held";

/// An exclusive lock on a folder or a file, held while the value lives and freed by the system when the process dies.
#[derive(Debug)]
pub struct FolderLock {
    // Dropped in this order: what keeps others out goes last.
    /// The lock file, when it goes with the lock.
    goes: Option<(PathBuf, AtEnd)>,
    /// Where the file system has no locks: the file that stands for one.
    _held: Option<Held>,
    _file: File,
}

impl FolderLock {
    /// The name of the lock file inside the folder.
    pub const NAME: &'static str = ".booth.lock";

    /// Locks `folder`, which must exist; `what` names the holder for whoever comes second.
    ///
    /// # Errors
    /// [`ErrorKind::Locked`] when another process holds it; [`ErrorKind::Io`] when the system refuses.
    pub fn acquire(folder: &Path, what: &str) -> Result<Self> {
        Self::acquire_file(&folder.join(Self::NAME), folder, what)
    }

    /// Locks `target`, a file or folder that may not be there yet, by `.<name>.lock` beside it, which is removed with the
    /// lock.
    ///
    /// # Errors
    /// As [`FolderLock::acquire`]; [`ErrorKind::Usage`] when `target` has no name.
    pub fn acquire_beside(target: &Path, what: &str) -> Result<Self> {
        let path = hidden_beside(target, LOCK)?;
        let mut lock = Self::acquire_file(&path, target, what)?;
        let going = path.clone();
        lock.goes = Some((path, AtEnd::doing(move || drop(fs::remove_file(going)))));
        Ok(lock)
    }

    /// Removes the lock beside `target` that has outlived its holder, as it does when the power goes. Nothing depends on it.
    pub fn clear_beside(target: &Path) {
        if hidden_beside(target, LOCK).and_then(|path| is_file(&path)).unwrap_or(false) {
            drop(Self::acquire_beside(target, "nobody"));
        }
    }

    /// Locks the file `path` (made when missing) on behalf of `folder`.
    ///
    /// # Errors
    /// As [`FolderLock::acquire`].
    pub fn acquire_file(path: &Path, folder: &Path, what: &str) -> Result<Self> {
        loop {
            let options = &mut OpenOptions::new();
            let mut file = open_to_write(path, options.read(true).write(true).create(true).truncate(false))?;
            let held = match file.try_lock() {
                // Its holder may have removed it since it was opened: then it keeps nobody out.
                Ok(()) if !is_still(&file, path)? => continue,
                // Somebody else may come to the same folder by a way on which nothing can be locked.
                Ok(()) => Held::respect(path, folder).map(|()| None)?,
                Err(fs::TryLockError::WouldBlock) => {
                    let mut holder = String::new();
                    let _ = (&mut file).take(200).read_to_string(&mut holder);
                    return Err(in_use(folder, &holder));
                }
                Err(fs::TryLockError::Error(error)) if is_without_locks(&error) => {
                    Some(Held::take(path, folder, what)?)
                }
                Err(fs::TryLockError::Error(error)) => return Err(Error::io("lock", path, error)),
            };
            if held.is_some() {
                tell(folder);
            }
            let note = format!("{what} (process {})\n", std::process::id());
            // The note only helps the reader of an error message, so a failure to write it is no failure.
            let _ = file.set_len(0).and_then(|()| file.write_all(note.as_bytes()));
            return Ok(Self { goes: None, _held: held, _file: file });
        }
    }
}

impl Drop for FolderLock {
    fn drop(&mut self) {
        // Removed while still locked: the other fields are dropped after this.
        if let Some((path, _)) = &self.goes {
            let _ = fs::remove_file(path);
        }
    }
}

fn in_use(folder: &Path, holder: &str) -> Error {
    let holder = holder.trim();
    let message = if holder.is_empty() {
        msg!("storage-in-use-by-another")
    } else {
        msg!("storage-in-use", holder = holder.escape_debug().to_string())
    };
    Error::of(ErrorKind::Locked, message).with_path(folder)
}

/// Says whether the system cannot lock on this file system at all: a network share without a lock server, some that
/// programs provide.
fn is_without_locks(error: &io::Error) -> bool {
    #[cfg(unix)]
    {
        use rustix::io::Errno;
        let none = [Errno::OPNOTSUPP, Errno::NOTSUP, Errno::NOLCK, Errno::NOSYS, Errno::INVAL, Errno::NOTTY];
        none.iter().any(|errno| error.raw_os_error() == Some(errno.raw_os_error()))
    }
    #[cfg(not(unix))]
    {
        error.kind() == io::ErrorKind::Unsupported
    }
}

type Teller = Box<dyn Fn(&Path) + Send + Sync>;

static TELLER: OnceLock<Teller> = OnceLock::new();
static TOLD: OnceLock<()> = OnceLock::new();

/// Has `teller` called with the first folder of this run whose file system has no locks.
pub fn when_without_locks(teller: impl Fn(&Path) + Send + Sync + 'static) {
    let _ = TELLER.set(Box::new(teller));
}

fn tell(folder: &Path) {
    if let Some(teller) = TELLER.get()
        && TOLD.set(()).is_ok()
    {
        teller(folder);
    }
}

/// A file that keeps others out by being there: made only when it is not, which every file system does at one moment.
#[derive(Debug)]
struct Held {
    path: PathBuf,
    _at_end: AtEnd,
}

impl Held {
    /// Makes the file beside the lock file `lock`.
    fn take(lock: &Path, folder: &Path, what: &str) -> Result<Self> {
        let path = Self::place(lock);
        loop {
            match OpenOptions::new().write(true).create_new(true).open(&path) {
                Ok(mut file) => {
                    let going = path.clone();
                    let at_end = AtEnd::doing(move || drop(fs::remove_file(going)));
                    let held = Self { path, _at_end: at_end };
                    let note = format!("{what} (process {})\n{}\n", std::process::id(), this_process());
                    let written = file.write_all(note.as_bytes()).and_then(|()| file.sync_all());
                    return written.map(|()| held).map_err(|error| Error::io("write", lock, error));
                }
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Self::respect(lock, folder)?,
                Err(error) => return Err(Error::io("create", &path, error)),
            }
        }
    }

    /// Refuses a folder that another process holds by its file; one whose maker has died here is taken away.
    fn respect(lock: &Path, folder: &Path) -> Result<()> {
        let path = Self::place(lock);
        let Some(note) = read_found(&path, super::MOST_SMALL)? else { return Ok(()) };
        let note = String::from_utf8_lossy(&note);
        let mut lines = note.lines();
        let (holder, maker) = (lines.next().unwrap_or_default(), lines.next().unwrap_or_default());
        if is_dead(maker) && Self::clear(&path, note.as_bytes())? {
            return Ok(());
        }
        let holder =
            if holder.is_empty() { "another process".to_owned() } else { holder.escape_debug().to_string() };
        let message = msg!("storage-held", holder = holder, path = path.display().to_string());
        Err(Error::of(ErrorKind::Locked, message).with_path(folder))
    }

    /// Takes away the file that was found with this note, and not one that has come in its place meanwhile.
    fn clear(path: &Path, note: &[u8]) -> Result<bool> {
        let aside = hidden_beside(path, &std::process::id().to_string())?;
        match fs::rename(path, &aside) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(true),
            outcome => outcome.map_err(|error| Error::io("take away", path, error))?,
        }
        if read_found(&aside, super::MOST_SMALL)?.as_deref() == Some(note) {
            return remove_leftover(&aside).map(|()| true);
        }
        rename_noreplace(&aside, path).map_err(|error| Error::io("put back", path, error))?;
        Ok(false)
    }

    fn place(lock: &Path) -> PathBuf {
        let mut name = lock.as_os_str().to_owned();
        name.push(".");
        name.push(HELD);
        PathBuf::from(name)
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        // What stays is said to whoever comes next.
        let _ = fs::remove_file(&self.path);
    }
}

/// Names this process so that another one of the same machine, started the same time, can tell whether it lives: the
/// system's start, its numbering of processes, the number.
fn this_process() -> String {
    system().map_or_else(|| "unknown".to_owned(), |system| format!("{system} {}", std::process::id()))
}

#[cfg(target_os = "linux")]
fn system() -> Option<String> {
    let start = fs::read_to_string("/proc/sys/kernel/random/boot_id").ok()?;
    let numbering = fs::read_link("/proc/self/ns/pid").ok()?;
    Some(format!("{} {}", start.trim(), numbering.display()))
}

/// Elsewhere nothing tells two machines apart, so the file of a process that died is left to people.
#[cfg(not(target_os = "linux"))]
fn system() -> Option<String> {
    None
}

/// Says whether the process that `maker` names is known to be dead.
fn is_dead(maker: &str) -> bool {
    let Some(number) = system().and_then(|system| maker.strip_prefix(&system)?.trim().parse::<u32>().ok())
    else {
        return false;
    };
    // What has ended and was not asked after by its parent is still listed, as a zombie.
    let state = fs::read_to_string(format!("/proc/{number}/stat"))
        .ok()
        .and_then(|line| line.rsplit_once(") ").and_then(|(_, rest)| rest.chars().next()));
    number == std::process::id() || state.is_none_or(|state| matches!(state, 'Z' | 'X'))
}

/// Says whether `path` still names the open file.
#[cfg(unix)]
fn is_still(file: &File, path: &Path) -> Result<bool> {
    use std::os::unix::fs::MetadataExt as _;
    let failed = |error| Error::io("look at", path, error);
    let open = file.metadata().map_err(failed)?;
    match path.symlink_metadata() {
        Ok(named) => Ok((open.dev(), open.ino()) == (named.dev(), named.ino())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(failed(error)),
    }
}

/// A file that is open cannot go.
#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "elsewhere the system may refuse")]
fn is_still(_: &File, _: &Path) -> Result<bool> {
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_locked_folder_names_its_holder() {
        let dir = tempfile::tempdir().unwrap();
        let lock = FolderLock::acquire(dir.path(), "booth record").unwrap();
        let error = FolderLock::acquire(dir.path(), "booth record").unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Locked);
        assert!(error.message().contains("booth record (process"), "{error}");
        drop(lock);
        FolderLock::acquire(dir.path(), "booth record").unwrap();
    }

    #[cfg(unix)]
    #[test]
    fn a_lock_that_went_with_its_holder_keeps_nobody_out_and_is_not_taken() {
        let dir = tempfile::tempdir().unwrap();
        let target = dir.path().join("splits.lock");
        let path = dir.path().join(".splits.lock.lock");
        let held = FolderLock::acquire_beside(&target, "booth pack").unwrap();
        // Who opened it before it went.
        let opened = File::open(&path).unwrap();
        assert!(is_still(&opened, &path).unwrap());
        drop(held);
        assert!(!path.exists() && !is_still(&opened, &path).unwrap());
        let next = FolderLock::acquire_beside(&target, "booth pack").unwrap();
        assert!(!is_still(&opened, &path).unwrap(), "another file under the same name");
        let error = FolderLock::acquire_beside(&target, "booth pack").unwrap_err();
        assert_eq!((error.kind(), error.path()), (ErrorKind::Locked, Some(target.as_path())));
        drop(next);
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 0);
    }

    #[test]
    fn a_file_keeps_others_out_where_nothing_can_be_locked_until_its_maker_is_gone() {
        let dir = tempfile::tempdir().unwrap();
        let (lock, folder) = (dir.path().join(".booth.lock"), dir.path());
        let place = Held::place(&lock);
        let held = Held::take(&lock, folder, "booth record").unwrap();
        let note = fs::read_to_string(&place).unwrap();
        drop(held);
        assert!(!place.exists());
        // One that lives, one of another machine, one that cannot be told.
        let others = ["1", "x"].map(|number| note.replace(&std::process::id().to_string(), number));
        for other in others.iter().map(String::as_str).chain(["booth record (process 7)\nunknown\n", ""]) {
            if cfg!(not(target_os = "linux")) {
                continue;
            }
            fs::write(&place, other).unwrap();
            for error in [
                Held::take(&lock, folder, "booth record").unwrap_err(),
                FolderLock::acquire(folder, "booth record").unwrap_err(),
            ] {
                assert_eq!(error.kind(), ErrorKind::Locked);
                assert!(error.hint().unwrap().contains(".booth.lock.held"), "{error}");
            }
        }
        // Greater than any number that Linux gives.
        fs::write(&place, note.replace(&std::process::id().to_string(), "4194305")).unwrap();
        if cfg!(target_os = "linux") {
            drop(Held::take(&lock, folder, "booth record").unwrap());
        }
    }
}
