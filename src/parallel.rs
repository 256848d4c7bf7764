//! Work spread over threads whose results come back in the order of the input.

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::sync_channel;
use std::sync::{Condvar, Mutex, PoisonError};

/// How far the fastest worker may run ahead of the slowest job: the bound on results held back.
const WINDOW: usize = 64;

/// Runs `work` on a thread of its own, and waits for it.
///
/// An allocator keeps what a thread has freed for the threads that come after it. So work in phases, each on threads of
/// their own, needs the memory of its greatest phase; with a phase on the main thread it would need that of both.
pub fn apart<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    std::thread::scope(|scope| scope.spawn(work).join())
        .unwrap_or_else(|panic| std::panic::resume_unwind(panic))
}

/// Runs `work` over `jobs` on `threads` threads and hands each result to `sink` in the order of `jobs`.
///
/// Jobs are drawn one by one, so that a list of them need not be in memory. Every worker owns a value made by `worker`
/// (buffers, plans). What a caller sees does not depend on the number of threads, and at most a fixed number of results is
/// held back, however long one job takes. When `sink` breaks, the workers stop after the job they are at.
pub fn ordered<J: Send, W, T: Send>(
    jobs: impl IntoIterator<Item = J, IntoIter: Iterator + Send>,
    threads: usize,
    worker: impl Fn() -> W + Sync,
    work: impl Fn(&mut W, usize, J) -> T + Sync,
    mut sink: impl FnMut(usize, T) -> ControlFlow<()>,
) {
    let jobs = jobs.into_iter().enumerate();
    let threads = threads.clamp(1, jobs.size_hint().1.unwrap_or(usize::MAX).max(1));
    if threads == 1 {
        let mut own = worker();
        for (index, job) in jobs {
            if sink(index, work(&mut own, index, job)).is_break() {
                return;
            }
        }
        return;
    }
    let jobs = Mutex::new(jobs);
    let stop = AtomicBool::new(false);
    let delivered = Mutex::new(0usize);
    let moved = Condvar::new();
    std::thread::scope(|scope| {
        let (sender, receiver) = sync_channel(threads * 2);
        for _ in 0..threads {
            let sender = sender.clone();
            let (jobs, stop, delivered, moved, worker, work) =
                (&jobs, &stop, &delivered, &moved, &worker, &work);
            scope.spawn(move || {
                let mut own = worker();
                loop {
                    let job = jobs.lock().unwrap_or_else(PoisonError::into_inner).next();
                    let Some((index, job)) = job else { return };
                    {
                        let mut done = delivered.lock().unwrap_or_else(PoisonError::into_inner);
                        while index >= *done + WINDOW && !stop.load(Ordering::Relaxed) {
                            done = moved.wait(done).unwrap_or_else(PoisonError::into_inner);
                        }
                    }
                    if stop.load(Ordering::Relaxed)
                        || sender.send((index, work(&mut own, index, job))).is_err()
                    {
                        return;
                    }
                }
            });
        }
        drop(sender);
        let mut held = BTreeMap::new();
        let mut wanted = 0usize;
        'results: for (index, result) in &receiver {
            held.insert(index, result);
            while let Some(result) = held.remove(&wanted) {
                if sink(wanted, result).is_break() {
                    break 'results;
                }
                wanted += 1;
            }
            *delivered.lock().unwrap_or_else(PoisonError::into_inner) = wanted;
            moved.notify_all();
        }
        stop.store(true, Ordering::Relaxed);
        // Taken and released, so that no worker is between its test and its wait.
        drop(delivered.lock().unwrap_or_else(PoisonError::into_inner));
        moved.notify_all();
        drop(receiver);
    });
}

/// Does as [`ordered`] with work that may fail: the first error in the order of `jobs`, of `work` or of `sink`, ends it.
///
/// # Errors
/// That error.
pub fn tried<J: Send, T: Send, E: Send>(
    jobs: impl IntoIterator<Item = J, IntoIter: Iterator + Send>,
    threads: usize,
    work: impl Fn(J) -> Result<T, E> + Sync,
    mut sink: impl FnMut(T) -> Result<(), E>,
) -> Result<(), E> {
    let mut outcome = Ok(());
    ordered(
        jobs,
        threads,
        || (),
        |(), _, job| work(job),
        |_, made| {
            outcome = made.and_then(&mut sink);
            if outcome.is_ok() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
        },
    );
    outcome
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::AtomicUsize;

    #[test]
    fn results_come_in_the_order_of_the_jobs_for_any_thread_count() {
        let jobs: Vec<u64> = (0..2000).collect();
        for threads in [1, 2, 3, 8] {
            let mut seen = Vec::new();
            ordered(
                &jobs,
                threads,
                || 0u64,
                |own, index, job| {
                    *own += 1;
                    if index == 0 {
                        // The first job is the slowest: everything else has to wait for it.
                        std::thread::sleep(std::time::Duration::from_millis(20));
                    }
                    job * 2
                },
                |index, result| {
                    seen.push((index, result));
                    ControlFlow::Continue(())
                },
            );
            assert_eq!(
                seen,
                jobs.iter().map(|job| (*job as usize, job * 2)).collect::<Vec<_>>(),
                "{threads}"
            );
        }
    }

    #[test]
    fn a_breaking_sink_stops_the_workers() {
        let ran = AtomicUsize::new(0);
        let mut seen = 0;
        ordered(
            0..100_000,
            4,
            || (),
            |(), _, _| ran.fetch_add(1, Ordering::Relaxed),
            |_, _| {
                seen += 1;
                if seen == 10 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
            },
        );
        assert_eq!(seen, 10);
        assert!(ran.into_inner() < 2000);
    }

    #[test]
    fn work_apart_gives_its_result_or_its_panic() {
        assert_eq!(apart(|| 7), 7);
        let panic = std::panic::catch_unwind(|| apart(|| panic!("a word"))).unwrap_err();
        assert_eq!(panic.downcast_ref(), Some(&"a word"));
    }

    #[test]
    fn no_jobs_give_no_results() {
        ordered([0u8; 0], 4, || (), |(), _, _| (), |_, ()| panic!("nothing to deliver"));
    }
}
