//! Publishing: a corpus is verified, the lock file brought up to date, and only then has the folder its name.

use crate::corpus::plan::Plan;
use crate::corpus::split::Lock;
use crate::corpus::verify::{Depth, verify};
use crate::error::{Error, ErrorKind, Result};
use crate::fsio::{self, StagingDir};
use crate::progress::Unwatched;
use std::path::Path;

/// Verifies what was built for `out` and gives it its name.
///
/// # Errors
/// [`ErrorKind::Integrity`] when it does not verify, or when the lock file is not what the plan was made from;
/// [`ErrorKind::Exists`] when `out` was taken meanwhile; [`ErrorKind::Io`]. After an error nothing is left behind.
pub fn publish(
    staging: StagingDir,
    out: &Path,
    plan: &Plan,
    lock_file: Option<&Path>,
    threads: usize,
) -> Result<()> {
    let report = verify(staging.path(), Depth::Structure, threads, &Unwatched)?;
    if let Some(fault) = report.faults.first() {
        return Err(Error::new(
            ErrorKind::Integrity,
            format!("the corpus that was built does not verify: {}: {}", fault.path, fault.message),
        )
        .with_path(out)
        .with_hint("this is a fault of the disk or of Booth; nothing was published"));
    }
    if let Some(path) = lock_file {
        save_lock(path, plan)?;
    }
    staging.publish()
}

/// Brings the lock file up to date, unless somebody else has changed it since the plan was made.
fn save_lock(path: &Path, plan: &Plan) -> Result<()> {
    let now = read_lock(path)?;
    if now != plan.lock_before {
        return Err(Error::new(ErrorKind::Integrity, "the lock has changed since the plan was made")
            .with_path(path)
            .with_hint("run the command again"));
    }
    if now.as_ref() == Some(&plan.lock) {
        Ok(())
    } else {
        fsio::replace(path, plan.lock.to_text().as_bytes())
    }
}

/// Reads a lock file; `None` when there is none.
///
/// # Errors
/// Those of [`Lock::parse`]; [`ErrorKind::Io`].
pub fn read_lock(path: &Path) -> Result<Option<Lock>> {
    let Some(bytes) = fsio::read_found(path, fsio::MOST_LIST)? else { return Ok(None) };
    let text = String::from_utf8(bytes)
        .map_err(|error| Error::new(ErrorKind::Integrity, "the lock is not UTF-8").with_source(error));
    text.and_then(|text| Lock::parse(&text)).map(Some).map_err(|error| error.with_path(path))
}
