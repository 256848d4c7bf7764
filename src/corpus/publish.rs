//! Publishing: a corpus is verified, and only then it and the lock file get what they are to be.

use crate::corpus::lock_file::LockFile;
use crate::corpus::plan::Plan;
use crate::corpus::verify::{Depth, verify};
use crate::error::{Error, ErrorKind, Result};
use crate::fsio::StagingDir;
use crate::progress::Unwatched;
use std::path::Path;

/// Verifies what was built for `out` and gives it its name; `scratch` is the folder for what is laid aside.
///
/// # Errors
/// [`ErrorKind::Integrity`] when it does not verify, or when the lock file is not what the plan was made from;
/// [`ErrorKind::Exists`] when `out` was taken meanwhile; [`ErrorKind::Io`]. After an error nothing is left behind, unless
/// it says that the corpus is complete.
pub fn publish(
    staging: StagingDir,
    out: &Path,
    plan: &Plan,
    lock_file: Option<&LockFile>,
    threads: usize,
    scratch: &Path,
) -> Result<()> {
    let report = verify(staging.outer(), Depth::Structure, threads, scratch, &Unwatched)?;
    if let Some(fault) = report.faults.first() {
        return Err(Error::new(
            ErrorKind::Integrity,
            format!("the corpus that was built does not verify: {}: {}", fault.path, fault.message),
        )
        .with_path(out)
        .with_hint("this is a fault of the recordings, of the disk or of Booth; nothing was published"));
    }
    let Some(lock_file) = lock_file else { return staging.publish() };
    if lock_file.standing().lock != plan.lock_before {
        return Err(Error::new(ErrorKind::Integrity, "the lock is not the one that the plan was made from")
            .with_path(out)
            .with_hint("plan with the lock that is held"));
    }
    lock_file.publish(staging, out, &plan.lock)
}
