//! Judging stored measurements under another policy: journals are read, audio is not.

use super::measured::Measured;
use super::work::{Part, Remarks, longest, to_record, with_state};
use super::{Aside, Checked, Job, Options, copies};
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
        |(), number, dir| read(dir, number, options),
        |number, part| {
            let (mut part, heard) = match part {
                Ok(read) => read,
                Err(error) => {
                    outcome = Unreadable::session(&dirs[number], error)
                        .map(|broken| done.faults.push((broken.path.clone(), Fault::unreadable(&broken))));
                    return options.go_on(&outcome);
                }
            };
            done.sessions += 1;
            done.remarks.merge(std::mem::take(&mut part.remarks));
            let mut heard = heard.into_iter();
            outcome = part.takes(|state, record| {
                let (sound, lacks) = heard.next().unwrap_or_default();
                if !state.is_looked_at(all_takes) {
                    return Ok(());
                }
                done.lacking += u64::from(lacks);
                aside.add(&with_state(Some(state), record), sound.as_deref())
            });
            done.faults.extend(part.faults.into_iter().map(|fault| (dirs[number].clone(), fault)));
            options.go_on(&outcome)
        },
    );
    outcome?;
    aside.judge(options, sink)?;
    Ok(done)
}

/// Of a take, what is searched for copies, and whether it lacks metrics.
type Heard = (Option<Vec<u8>>, bool);

/// Reads a session; what it says of its takes is laid aside with each.
fn read(dir: &Path, number: usize, options: &Options) -> Result<(Part, Vec<Heard>)> {
    let mut heard = Vec::new();
    let part = Part::read(dir, number, options, |session, take| {
        let measured = Measured::known(take.measurements.clone());
        let numbers = &measured.numbers;
        let is_too_long =
            || longest(options, &session.sheet.policy).is_exceeded_by(numbers.frames, numbers.sr);
        let lacks = lacks_metrics(numbers) || numbers.is_cut_off() && !is_too_long();
        heard.push((copies::sound(numbers, None), lacks));
        Ok((None, to_record(&measured)?))
    })?;
    Ok((part, heard))
}
