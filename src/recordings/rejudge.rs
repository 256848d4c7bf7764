//! Judging stored measurements under another policy: journals are read, audio is not.

use crate::error::{Error, ErrorKind, Result};
use crate::parallel;
use crate::quality::metrics::lacks_metrics;
use crate::quality::{Measurements, Policy};
use crate::recordings::check::{Checked, Heard, Job, Judge, SessionFacts};
use crate::recordings::fault::Fault;
use crate::recordings::view::{SessionView, TakeState, find_sessions};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// What was judged.
#[derive(Debug, Default)]
pub struct Rejudged {
    /// Sessions read.
    pub sessions: usize,
    /// Faults of the sessions' records: folder and fault.
    pub faults: Vec<(PathBuf, Fault)>,
    /// Takes whose record lacks metrics that this version measures.
    pub lacking: u64,
}

/// One session, read.
struct Part {
    takes: Vec<Stored>,
    faults: Vec<Fault>,
}

struct Stored {
    job: Job,
    measured: Measurements,
    lacks: bool,
}

/// Judges the stored measurements of the sessions at and below `paths` and hands each to `sink`, in the order and
/// with the outcome of [`check::run`](crate::recordings::check::run), but for what only the audio tells: whether a
/// file is there and unchanged, and which takes sound the same.
///
/// A few sessions for each thread are held at a time. Replaced takes are left out unless `all_takes`. Stops early,
/// without an error, when `stop` is set or `sink` breaks.
///
/// # Errors
/// [`ErrorKind::Usage`] for a path without a session, and when a session's own limits are not known to this build;
/// those of [`SessionView::open`] for a session that cannot be read.
pub fn run(
    paths: &[PathBuf],
    all_takes: bool,
    policy: &Policy,
    threads: usize,
    stop: &AtomicBool,
    mut sink: impl FnMut(&Job, Checked) -> ControlFlow<()>,
) -> Result<Rejudged> {
    let mut dirs = Vec::new();
    for path in paths {
        let data = std::fs::metadata(path).map_err(|error| Error::io("read", path, error))?;
        let sessions = if data.is_dir() { find_sessions(path)? } else { Vec::new() };
        if sessions.is_empty() {
            return Err(Error::new(
                ErrorKind::Usage,
                "there is no session here, so nothing was measured before",
            )
            .with_path(path)
            .with_hint("leave out --rejudge to measure audio files"));
        }
        dirs.extend(sessions);
    }
    let mut judge = Judge::new(policy);
    let mut done = Rejudged { sessions: dirs.len(), ..Rejudged::default() };
    let mut failed = None;
    parallel::ordered(
        &dirs,
        threads,
        || (),
        |(), _, dir| read(dir, all_takes),
        |index, part| {
            let outcome = part.and_then(|part| {
                done.faults.extend(part.faults.into_iter().map(|fault| (dirs[index].clone(), fault)));
                for Stored { job, measured, lacks } in part.takes {
                    if stop.load(Ordering::Relaxed) {
                        return Ok(ControlFlow::Break(()));
                    }
                    done.lacking += u64::from(lacks);
                    let checked = judge.judge(&job, Heard::stored(measured))?;
                    if sink(&job, checked).is_break() {
                        return Ok(ControlFlow::Break(()));
                    }
                }
                Ok(ControlFlow::Continue(()))
            });
            outcome.unwrap_or_else(|error| {
                failed = Some(error);
                ControlFlow::Break(())
            })
        },
    );
    failed.map_or(Ok(done), Err)
}

fn read(dir: &Path, all_takes: bool) -> Result<Part> {
    let (record, takes, faults) = SessionView::open_stored(dir)?;
    let session = Arc::new(SessionFacts::of(dir, &record)?);
    let takes = takes.into_iter().filter(|take| take.state != TakeState::Replaced || all_takes);
    let takes = takes.map(|take| Stored {
        job: Job::of_take(dir, &session, &record.locale, &take),
        lacks: lacks_metrics(&take.record.measurements),
        measured: take.record.measurements,
    });
    Ok(Part { takes: takes.collect(), faults })
}
