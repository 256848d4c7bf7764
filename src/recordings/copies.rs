//! Recordings that stand in a check twice, under the same words or under others.

use crate::digest::Sha256;
use crate::quality::fingerprint::{Fingerprint, NearIndex};
use crate::quality::{Judgement, Measurements};
use crate::recordings::check::{Job, SessionFacts};
use serde::Serialize;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// How alike two recordings are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum CopyKind {
    /// The same samples at the same rate.
    Exact,
    /// The same sound: louder, cut, resampled or coded anew.
    Near,
}

/// The earlier recording that a take or file is a copy of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CopyOf {
    /// How alike they are.
    pub kind: CopyKind,
    /// The file of the earlier one.
    pub path: String,
    /// Its words, if they are known.
    pub text: Option<String>,
    /// Whether both have the same words; `None` when those of one are not known.
    pub same_text: Option<bool>,
    /// Whether both are said to be of one speaker; `None` for plain files.
    pub same_speaker: Option<bool>,
    /// The whole story in a sentence.
    pub message: String,
}

/// What is kept of a recording to name it later.
#[derive(Debug)]
struct Known {
    path: PathBuf,
    text: Option<String>,
    session: Option<Arc<SessionFacts>>,
}

/// The recordings of a check so far, about 0.2 kB each, and their fingerprints.
#[derive(Debug, Default)]
pub(super) struct Copies {
    known: Vec<Known>,
    exact: BTreeMap<(Sha256, u32), usize>,
    near: NearIndex,
}

impl Copies {
    /// Fills `exact_copy_of`, `near_copy_of` and `near_copy_ber`, and remembers the recording; returns the
    /// earlier recording's handle for [`Copies::tell`].
    ///
    /// Empty files and digital silence are nobody's copy.
    pub(super) fn apply(
        &mut self,
        job: &Job,
        measured: &mut Measurements,
        fingerprint: Option<Fingerprint>,
    ) -> Option<usize> {
        (measured.exact_copy_of, measured.near_copy_of, measured.near_copy_ber) = (None, None, None);
        let name = measured.pcm_sha256.filter(|_| measured.peak_dbfs.is_some())?;
        let key = (name, measured.sr);
        if let Some(&at) = self.exact.get(&key) {
            if self.known[at].is(job) {
                return None;
            }
            measured.exact_copy_of = Some(self.known[at].path.display().to_string());
            return Some(at);
        }
        let near = fingerprint.as_ref().and_then(|own| self.near.find(own, |at| !self.known[at].is(job)));
        if let Some((at, ber)) = near {
            measured.near_copy_of = Some(self.known[at].path.display().to_string());
            measured.near_copy_ber = Some(ber);
        }
        let own = self.known.len();
        self.known.push(Known {
            path: job.path.clone(),
            text: job.text.clone(),
            session: job.take.as_ref().map(|take| Arc::clone(&take.session)),
        });
        self.exact.insert(key, own);
        if let Some(fingerprint) = fingerprint {
            self.near.insert(own, fingerprint);
        }
        near.map(|(at, _)| at)
    }

    /// Tells of a copy that the policy calls one.
    pub(super) fn tell(&self, earlier: usize, job: &Job, judgement: &Judgement) -> Option<CopyOf> {
        let found = |id| judgement.findings.iter().any(|finding| finding.id == id);
        let kind = if found("duplicate-exact") {
            CopyKind::Exact
        } else if found("duplicate-near") {
            CopyKind::Near
        } else {
            return None;
        };
        let known = &self.known[earlier];
        let path = known.path.display().to_string();
        let same_text = match (&job.text, &known.text) {
            (Some(own), Some(other)) => Some(own == other),
            _ => None,
        };
        let speakers = match (&job.take, &known.session) {
            (Some(take), Some(session)) => Some((&take.session.speaker, &session.speaker)),
            _ => None,
        };
        let same_speaker = speakers.map(|(own, other)| own == other);
        let what = match kind {
            CopyKind::Exact => "the same recording",
            CopyKind::Near => "a copy, as it sounds,",
        };
        let mut message = match (same_text, &job.text, &known.text) {
            (Some(false), Some(own), Some(other)) => {
                format!("{what} under two prompts: \"{own}\" here and \"{other}\" in {path}")
            }
            (Some(true), Some(own), _) => format!("{what} twice for one prompt, \"{own}\": also {path}"),
            _ => format!("{what} as {path}"),
        };
        if let Some((own, other)) = speakers.filter(|(own, other)| own != other) {
            message.push_str(&format!(", as another speaker: {own} here and {other} there"));
        }
        Some(CopyOf { kind, path, text: known.text.clone(), same_text, same_speaker, message })
    }
}

impl Known {
    /// Says whether this is the same take of the same session, or the same file, once more.
    fn is(&self, job: &Job) -> bool {
        match (&self.session, &job.take) {
            (Some(session), Some(take)) => {
                session.id == take.session.id && self.path.file_name() == job.path.file_name()
            }
            // One file has many names: `a.wav`, `./a.wav`, a link to it.
            _ => self.path == job.path || same_file(&self.path, &job.path),
        }
    }
}

/// Says whether two paths lead to one file; paths that lead nowhere do not.
fn same_file(one: &Path, other: &Path) -> bool {
    match (one.canonicalize(), other.canonicalize()) {
        (Ok(one), Ok(other)) => one == other,
        _ => false,
    }
}
