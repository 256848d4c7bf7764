//! Measuring takes and files again, in parallel, and judging them in order.
//!
//! A check goes over its takes three times, and lays aside on disk what it knows of them in between, so that its memory
//! does not grow with their number: it measures them all, then searches them for copies, and then judges them in order.

mod copies;
mod judge;
mod measured;
pub mod rejudge;
mod survey;
mod work;

pub use copies::{CopyKind, CopyOf};
pub use judge::Checked;
pub use measured::{FILE_ALTERED, FILE_MISSING};
pub use survey::{Survey, SurveyCounts};
pub use work::{Job, OwnLimits, Remarks, SessionFacts, TakeFacts, Work, find};

use crate::error::Result;
use crate::fsio::Spool;
use crate::parallel;
use crate::quality::Policy;
use crate::quality::fingerprint::Fingerprint;
use crate::recordings::assess::opinion::Models;
use crate::recordings::ledger::Ledger;
use crate::recordings::transcribe::transcripts::Counting;
use crate::units::Utc;
use copies::Search;
use judge::Judge;
use measured::Measured;
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

/// Records that a thread takes at a time, where it does little with each.
const GROUP: usize = 16;

/// How to check.
#[derive(Debug, Clone, Copy)]
pub struct Options<'a> {
    /// The limits.
    pub policy: &'a Policy,
    /// Threads that work at a time.
    pub threads: usize,
    /// The folder for what is laid aside: about 4 kB a take.
    pub scratch: &'a Path,
    /// The moment at which consent is judged; without one it is not.
    pub now: Option<Utc>,
    /// Set from outside to stop; without one it goes on to the end.
    pub stop: Option<&'a AtomicBool>,
    /// What this machine has measured before, and where it notes what it measures now.
    pub ledger: Option<&'a Ledger>,
    /// Which transcripts count.
    pub counting: Counting<'a>,
}

impl<'a> Options<'a> {
    /// Returns options with one thread, consent that is not judged, nobody to stop the work and no ledger, by which no
    /// transcript counts.
    pub fn new(policy: &'a Policy, scratch: &'a Path) -> Self {
        let counting = Counting::Own { ledger: None, named: &[] };
        Self { policy, threads: 1, scratch, now: None, stop: None, ledger: None, counting }
    }

    fn stopped(&self) -> bool {
        self.stop.is_some_and(|stop| stop.load(Ordering::Relaxed))
    }

    /// Goes on until something fails or somebody stops it.
    fn go_on(&self, outcome: &Result<()>) -> ControlFlow<()> {
        if outcome.is_err() || self.stopped() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    }
}

/// Measures what `work` has, has `models` hear it if there are any, and hands each result to `sink` in the order of
/// `work`, once all are measured; `progress` is told the number of those that are.
///
/// The judging is done in order, since what is known of speakers and sessions grows from take to take; so the outcome
/// does not depend on the number of threads. Stops early, without an error, when `options.stop` is set or `sink`
/// breaks.
///
/// # Errors
/// [`crate::ErrorKind::Io`] of the first file that the system does not let us read, and when the scratch folder has no
/// room.
pub fn run(
    work: &Work,
    options: &Options,
    models: &Models,
    mut progress: impl FnMut(u64),
    sink: impl FnMut(&Job, Checked) -> ControlFlow<()>,
) -> Result<()> {
    let mut aside = Aside::new(options);
    let mut outcome = Ok(());
    parallel::ordered(
        work.jobs.records(0),
        options.threads,
        || (),
        |(), _, record| {
            let (_, record) = record?;
            let (job, _) = work::job_of(&record)?;
            let (measured, fingerprint) = Measured::of(&job, models, options)?;
            Ready::of(parts(&record).0, &measured, fingerprint.as_ref())
        },
        |index, ready: Result<Ready>| {
            outcome = ready.and_then(|ready| aside.push(&ready));
            progress(index as u64 + 1);
            options.go_on(&outcome)
        },
    );
    outcome?;
    aside.judge(options, sink)
}

/// A measured take or file, ready to be laid aside.
struct Ready {
    /// The job as it was laid aside, and what was measured, a line each.
    record: Vec<u8>,
    /// What is searched for copies; `None` for what is nobody's copy.
    sound: Option<Vec<u8>>,
}

impl Ready {
    fn of(job: &[u8], measured: &Measured, fingerprint: Option<&Fingerprint>) -> Result<Self> {
        let sound = copies::sound(&measured.numbers, fingerprint);
        let record = [job, &work::to_record(measured)?].join(&b'\n');
        Ok(Self { record, sound })
    }
}

/// Takes a record apart: the job, and what is beside it.
fn parts(record: &[u8]) -> (&[u8], &[u8]) {
    // JSON has no newline inside.
    let end = record.iter().position(|&byte| byte == b'\n').unwrap_or(record.len());
    (&record[..end], &record[end..])
}

/// Takes and files that are measured, and wait for their verdicts.
struct Aside {
    takes: Spool,
    search: Search,
}

impl Aside {
    fn new(options: &Options) -> Self {
        Self { takes: Spool::new(options.scratch), search: Search::new(options.scratch) }
    }

    fn push(&mut self, ready: &Ready) -> Result<()> {
        self.add(&ready.record, ready.sound.as_deref())
    }

    fn add(&mut self, record: &[u8], sound: Option<&[u8]>) -> Result<()> {
        let place = self.takes.push(record)?;
        sound.map_or(Ok(()), |sound| self.search.add(place, sound))
    }

    /// Searches for copies, and judges all in their order.
    fn judge(self, options: &Options, mut sink: impl FnMut(&Job, Checked) -> ControlFlow<()>) -> Result<()> {
        let takes = self.takes.finish();
        let copies = self.search.find(&takes, options)?;
        let mut judge = Judge::new(options.policy);
        let mut outcome = Ok(());
        parallel::ordered(
            takes.records(0).groups(GROUP),
            options.threads,
            || (),
            |(), _, group| {
                let taken = |(place, record): (u64, Vec<u8>)| {
                    let (job, measured) = work::job_of(&record)?;
                    let measured: Measured = work::from_record(measured)?;
                    Ok((job, measured, copies.earlier(place, &takes)?))
                };
                group?.into_iter().map(taken).collect()
            },
            |_, group: Result<Vec<_>>| {
                let done = group.and_then(|group| {
                    for (job, measured, earlier) in group {
                        let checked = judge.judge(&job, measured, earlier.as_ref())?;
                        if options.stopped() || sink(&job, checked).is_break() {
                            return Ok(ControlFlow::Break(()));
                        }
                    }
                    Ok(ControlFlow::Continue(()))
                });
                done.unwrap_or_else(|error| {
                    outcome = Err(error);
                    ControlFlow::Break(())
                })
            },
        );
        outcome
    }
}
