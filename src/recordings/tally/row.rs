//! A checked take as tallies and reports see it, and the worst of many.

use crate::quality::{Finding, Judgement, Measurements, Severity};
use crate::recordings::check::{Checked, CopyOf, Job};
use crate::recordings::transcribe::transcripts::{self, Heard};
use std::cmp::Reverse;
use std::path::{Path, PathBuf};

/// A checked take or file.
#[derive(Debug, Clone, Copy)]
pub struct TakeRow<'a> {
    /// The audio.
    pub path: &'a Path,
    /// The words that were to be read.
    pub text: Option<&'a str>,
    /// Their language, as a BCP 47 tag.
    pub locale: &'a str,
    /// What a recogniser heard instead of the words; `None` where it heard just them, and where none listened.
    pub heard: Option<&'a Heard>,
    /// What a session says of it; `None` for a plain file.
    pub take: Option<SessionTake<'a>>,
    /// What was measured.
    pub measured: &'a Measurements,
    /// What follows from it.
    pub judgement: &'a Judgement,
    /// The earlier recording that it is a copy of.
    pub copy_of: Option<&'a CopyOf>,
}

/// What a session says of a take.
#[derive(Debug, Clone, Copy)]
pub struct SessionTake<'a> {
    /// The session.
    pub session: &'a str,
    /// Who speaks.
    pub speaker: &'a str,
    /// The device.
    pub device: &'a str,
    /// The prompt.
    pub prompt: &'a str,
    /// The attempt.
    pub take: u16,
}

impl<'a> TakeRow<'a> {
    /// Makes the row of a checked job.
    pub fn of(job: &'a Job, checked: &'a Checked) -> Self {
        let misheard = checked.measurements.cer.is_some_and(|cer| cer > 0.0);
        Self {
            heard: if misheard { decided(job, checked) } else { None },
            path: &job.path,
            text: job.text.as_deref(),
            locale: job.locale.as_str(),
            take: job.take.as_ref().map(|take| SessionTake {
                session: take.session.id.as_str(),
                speaker: take.session.speaker.as_str(),
                device: &take.session.device,
                prompt: take.prompt.as_str(),
                take: take.take,
            }),
            measured: &checked.measurements,
            judgement: &checked.judgement,
            copy_of: checked.copy_of.as_ref(),
        }
    }

    /// Returns the length in whole milliseconds, so that sums are exact.
    pub(crate) fn milliseconds(&self) -> u64 {
        (self.measured.frames.saturating_mul(1000)).checked_div(u64::from(self.measured.sr)).unwrap_or(0)
    }
}

/// Returns what a recogniser heard by which the error rates of a take were decided.
pub(super) fn decided<'a>(job: &'a Job, checked: &Checked) -> Option<&'a Heard> {
    let take = job.take.as_ref()?;
    let text = job.text.as_deref().unwrap_or("");
    transcripts::best(&take.heard, checked.measurements.pcm_sha256, text, &job.locale)
}

/// How bad a take is against others; the greater, the worse.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Badness {
    rejects: u32,
    warns: u32,
    /// How far the first finding is past its limit, in thousandths of the limit.
    excess: u64,
    /// Earlier is worse among equals, so that the order is the same every time.
    order: Reverse<u64>,
}

impl Badness {
    /// Returns how bad a take is, or `None` when there is nothing above info.
    pub(crate) fn of(findings: &[Finding], order: u64) -> Option<Self> {
        let count = |severity| findings.iter().filter(|finding| finding.severity == severity).count() as u32;
        let (rejects, warns) = (count(Severity::Reject), count(Severity::Warn));
        if rejects + warns == 0 {
            return None;
        }
        let excess = findings.first().and_then(|finding| {
            let (value, limit) = (finding.value?, finding.limit?);
            // A cast from a float saturates, and takes what is no number as 0.
            Some(((value - limit).abs() / limit.abs().max(1e-6) * 1000.0) as u64)
        });
        Some(Self { rejects, warns, excess: excess.unwrap_or(0), order: Reverse(order) })
    }
}

/// The few numbers that stand beside a take.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Numbers {
    /// Length in milliseconds.
    pub milliseconds: u64,
    /// Signal-to-noise ratio, dB.
    pub snr_db: Option<f64>,
    /// Active speech level, dBov.
    pub active_dbov: Option<f64>,
    /// Noise outside speech, dBFS.
    pub noise_dbfs: Option<f64>,
    /// Greatest sample, dBFS.
    pub peak_dbfs: Option<f64>,
    /// Sample rate, hertz.
    pub rate_hz: u32,
}

/// A take that somebody should look at, kept until the end.
#[derive(Debug, Clone, PartialEq)]
pub struct Kept {
    pub(crate) badness: Badness,
    /// The audio.
    pub path: PathBuf,
    /// The channel that was measured.
    pub channel: u16,
    /// The speaker.
    pub speaker: Option<String>,
    /// The session.
    pub session: Option<String>,
    /// The prompt and the attempt.
    pub prompt: Option<(String, u16)>,
    /// The words.
    pub text: Option<String>,
    /// Their language.
    pub locale: String,
    /// What a recogniser heard instead.
    pub heard: Option<Heard>,
    /// Its findings, most important first.
    pub findings: Vec<Finding>,
    /// The verdict.
    pub verdict: crate::quality::Verdict,
    /// Its numbers.
    pub numbers: Numbers,
}

impl Kept {
    pub(crate) fn of(row: &TakeRow<'_>, badness: Badness) -> Self {
        Self {
            badness,
            path: row.path.to_path_buf(),
            channel: row.measured.channel,
            speaker: row.take.map(|take| take.speaker.to_owned()),
            session: row.take.map(|take| take.session.to_owned()),
            prompt: row.take.map(|take| (take.prompt.to_owned(), take.take)),
            text: row.text.map(str::to_owned),
            locale: row.locale.to_owned(),
            heard: row.heard.cloned(),
            findings: row.judgement.findings.clone(),
            verdict: row.judgement.verdict,
            numbers: Numbers::of(row),
        }
    }

    /// Returns the id of the first finding.
    pub fn reason(&self) -> &str {
        self.findings.first().map_or("", |finding| finding.id.as_str())
    }
}

impl Numbers {
    pub(crate) fn of(row: &TakeRow<'_>) -> Self {
        let measured = row.measured;
        Self {
            milliseconds: row.milliseconds(),
            snr_db: measured.snr_db,
            active_dbov: measured.active_dbov,
            noise_dbfs: measured.noise_floor_dbfs,
            peak_dbfs: measured.peak_dbfs,
            rate_hz: measured.sr,
        }
    }
}

/// The worst takes so far, no more than a fixed number.
#[derive(Debug, Clone)]
pub(crate) struct WorstOf {
    keep: usize,
    /// In no order but the first, which is the least bad.
    heap: std::collections::BinaryHeap<Reverse<ByBadness>>,
}

#[derive(Debug, Clone)]
struct ByBadness(Kept);

impl PartialEq for ByBadness {
    fn eq(&self, other: &Self) -> bool {
        self.0.badness == other.0.badness
    }
}
impl Eq for ByBadness {}
impl PartialOrd for ByBadness {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl Ord for ByBadness {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.badness.cmp(&other.0.badness)
    }
}

impl WorstOf {
    pub(crate) fn new(keep: usize) -> Self {
        Self { keep, heap: std::collections::BinaryHeap::new() }
    }

    pub(crate) fn add(&mut self, row: &TakeRow<'_>, badness: Badness) {
        if self.heap.len() >= self.keep {
            match self.heap.peek() {
                Some(Reverse(least)) if least.0.badness < badness => self.heap.pop(),
                _ => return,
            };
        }
        self.heap.push(Reverse(ByBadness(Kept::of(row, badness))));
    }

    /// Returns the takes, the worst first.
    pub(crate) fn ranked(&self) -> Vec<&Kept> {
        let mut kept: Vec<&Kept> = self.heap.iter().map(|Reverse(ByBadness(kept))| kept).collect();
        kept.sort_by_key(|kept| Reverse(kept.badness));
        kept
    }
}

/// Chooses up to `most` takes so that every reason is there: the worst of each first, then the second of each.
/// Takes come in the order of the reasons given, the worst of a reason first.
pub(crate) fn examples<'a>(
    reasons: &[&str],
    groups: &'a std::collections::BTreeMap<String, WorstOf>,
    most: usize,
) -> Vec<&'a Kept> {
    let mut ranked: Vec<(usize, usize, &Kept)> = Vec::new();
    for (place, reason) in reasons.iter().enumerate() {
        let Some(group) = groups.get(*reason) else { continue };
        ranked.extend(group.ranked().into_iter().enumerate().map(|(rank, kept)| (rank, place, kept)));
    }
    ranked.sort_by_key(|&(rank, place, _)| (rank, place));
    ranked.truncate(most);
    ranked.sort_by_key(|&(rank, place, _)| (place, rank));
    ranked.into_iter().map(|(_, _, kept)| kept).collect()
}
