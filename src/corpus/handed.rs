//! The chosen takes of a plan, laid aside for who makes them: of recordings that have not changed since, nobody selects
//! again.

use crate::corpus::refusal::{from_json, to_json};
use crate::corpus::select::{Chosen, Selection, Session, Taken};
use crate::digest::Sha256;
use crate::error::{Error, ErrorKind, Result};
use crate::fsio::{Records, Spool, Spooled};
use crate::ids::UtteranceId;
use crate::quality::Verdict;
use crate::sheet::Pool;
use crate::units::SampleRate;
use serde::{Deserialize, Serialize};
use std::path::Path;
use std::sync::Arc;

/// Takes in chosen takes, in the order in which they are to be made.
pub struct Handing(Spool);

/// The chosen takes of a plan.
#[derive(Debug, Clone)]
pub struct Handed(Arc<Spooled>);

/// A chosen take but for its session, which is a number among its speaker's.
#[derive(Serialize, Deserialize)]
struct Head {
    id: UtteranceId,
    session: usize,
    take: u16,
    verdict: Verdict,
    findings: Vec<String>,
    frames: u64,
    rate: SampleRate,
    sha256: Sha256,
    pool: Pool,
}

impl Handing {
    /// Begins without takes; they go to the folder `scratch`.
    pub fn new(scratch: &Path) -> Self {
        Self(Spool::new(scratch))
    }

    /// Takes in a take that `selection` chose, and returns its place.
    ///
    /// # Errors
    /// [`ErrorKind::Io`] when the scratch folder refuses.
    pub fn push(&mut self, chosen: Chosen, selection: &Selection) -> Result<u64> {
        let taken = selection.record(&chosen)?;
        let Chosen { id, number: session, take, verdict, findings, frames, rate, sha256, pool, .. } = chosen;
        let head = Head { id, session, take, verdict, findings, frames, rate, sha256, pool };
        // JSON has no newline inside.
        self.0.push(&[to_json(&head)?, taken].join(&b'\n'))
    }

    /// Ends the taking.
    pub fn finish(self) -> Handed {
        Handed(Arc::new(self.0.finish()))
    }
}

impl Handed {
    /// Returns the takes of a speaker, who has these sessions, from the place of the first on.
    pub fn from<'a>(&'a self, place: u64, sessions: &'a [Arc<Session>]) -> TakesOf<'a> {
        TakesOf { records: self.0.records(place), sessions }
    }
}

/// The takes of a speaker.
pub struct TakesOf<'a> {
    records: Records<'a>,
    sessions: &'a [Arc<Session>],
}

impl Iterator for TakesOf<'_> {
    type Item = Result<(Chosen, Taken)>;

    fn next(&mut self) -> Option<Self::Item> {
        let read = |record: &[u8]| {
            let end = record.iter().position(|&byte| byte == b'\n').unwrap_or(record.len());
            let Head { id, session: number, take, verdict, findings, frames, rate, sha256, pool } =
                from_json(&record[..end])?;
            let session = self.sessions.get(number).map(Arc::clone);
            let session =
                session.ok_or_else(|| Error::new(ErrorKind::Corpus, "a take has lost its session"))?;
            let chosen =
                Chosen { id, session, take, verdict, findings, frames, rate, sha256, pool, number, place: 0 };
            Ok((chosen, from_json(&record[end..])?))
        };
        self.records
            .next_record()
            .and_then(|record| record.map(|(_, record)| read(record)).transpose())
            .transpose()
    }
}
