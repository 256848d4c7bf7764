//! Judging stored measurements under another policy: journals are read, audio is not.

use super::measured::Measured;
use super::work::{Part, Remarks};
use super::{Aside, Checked, Job, Options, Ready};
use crate::error::{Error, ErrorKind, Result};
use crate::fsio;
use crate::parallel;
use crate::quality::metrics::lacks_metrics;
use crate::recordings::session::fault::Fault;
use crate::recordings::session::{Found, Unreadable, find_sessions};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

/// What was judged.
#[derive(Debug, Default)]
pub struct Rejudged {
    /// Sessions read.
    pub sessions: usize,
    /// Faults of the sessions' records: folder and fault.
    pub faults: Vec<(PathBuf, Fault)>,
    /// What else a manager should know of the sessions.
    pub remarks: Remarks,
    /// Takes whose record lacks metrics that this version measures, or that were too long to be analysed and are not now.
    pub lacking: u64,
}

/// Judges the stored measurements of the sessions at and below `paths` and hands each to `sink`, in the order and
/// with the outcome of [`check::run`](super::run), but for what only the audio tells: whether a file is there and
/// unchanged, and which takes sound the same.
///
/// A few sessions for each thread are held at a time. Replaced takes are left out unless `all_takes`. Stops early,
/// without an error, when `options.stop` is set or `sink` breaks.
///
/// # Errors
/// [`ErrorKind::Usage`] for a path without a session, and when a session's own limits are not known to this build;
/// those of [`SessionView::open`](crate::recordings::session::view::SessionView::open) for a session that cannot be read;
/// [`ErrorKind::Io`] when the scratch folder has no room.
pub fn run(
    paths: &[PathBuf],
    all_takes: bool,
    options: &Options,
    sink: impl FnMut(&Job, Checked) -> ControlFlow<()>,
) -> Result<Rejudged> {
    let (mut dirs, mut faults) = (Vec::new(), Vec::new());
    for path in paths {
        let found = if fsio::is_named_file(path)? { Found::default() } else { find_sessions(path)? };
        faults.extend(found.unreadable.iter().map(|broken| (broken.path.clone(), Fault::unreadable(broken))));
        if found.sessions.is_empty() {
            return Err(Error::new(
                ErrorKind::Usage,
                "there is no session here, so nothing was measured before",
            )
            .with_path(path)
            .with_hint("leave out --rejudge to measure audio files"));
        }
        dirs.extend(found.sessions);
    }
    let mut aside = Aside::new(options);
    let mut done = Rejudged { faults, ..Rejudged::default() };
    let mut outcome = Ok(());
    parallel::ordered(
        &dirs,
        options.threads,
        || (),
        |(), number, dir| Stored::read(dir, number, all_takes, options),
        |number, stored| {
            let stored = match stored {
                Ok(stored) => stored,
                Err(error) => {
                    outcome = Unreadable::session(&dirs[number], error)
                        .map(|broken| done.faults.push((broken.path.clone(), Fault::unreadable(&broken))));
                    return options.go_on(&outcome);
                }
            };
            done.sessions += 1;
            outcome = {
                done.faults.extend(stored.faults.into_iter().map(|fault| (dirs[number].clone(), fault)));
                done.remarks.merge(stored.remarks);
                done.lacking += stored.lacking;
                stored.takes.iter().try_for_each(|ready| aside.push(ready))
            };
            options.go_on(&outcome)
        },
    );
    outcome?;
    aside.judge(options, sink)?;
    Ok(done)
}

/// One session, read.
struct Stored {
    takes: Vec<Ready>,
    faults: Vec<Fault>,
    remarks: Remarks,
    lacking: u64,
}

impl Stored {
    fn read(dir: &Path, number: usize, all_takes: bool, options: &Options) -> Result<Self> {
        let mut part = Part::read(dir, number, options, |_, take| std::mem::take(&mut take.measurements))?;
        let (faults, remarks, mut lacking) = (part.faults.clone(), std::mem::take(&mut part.remarks), 0);
        let takes = part.into_takes(all_takes).map(|(job, measured)| {
            let is_too_long = job.longest(options).is_exceeded_by(measured.frames, measured.sr);
            lacking += u64::from(lacks_metrics(&measured) || measured.is_cut_off() && !is_too_long);
            Ready::of(&job, &Measured::known(measured), None)
        });
        Ok(Self { takes: takes.collect::<Result<_>>()?, faults, remarks, lacking })
    }
}
