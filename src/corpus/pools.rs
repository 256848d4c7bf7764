//! Pools at work: sentences that are for evaluation only are packed of test alone, those for training only of train alone, and words that
//! are for evaluation only are in train and dev in no sentence.

use crate::corpus::refusal::Reason;
use crate::corpus::split::{Lock, Split};
use crate::digest::Sha256;
use crate::ids::Locale;
use crate::quality::words::normalise;
use crate::recordings::{SessionRecord, TakeRecord};
use crate::sheet::Pool;
use std::collections::BTreeSet;

/// What of pools was chosen before it is known who is in which split.
#[derive(Debug, Clone, Default)]
pub struct Pooling {
    is_any: bool,
    reserved: BTreeSet<[u8; KEY]>,
}

/// Bytes of a hash that tell texts apart.
const KEY: usize = 16;

/// Pools, and who is in which split.
#[derive(Debug, Clone)]
pub struct Pools {
    lock: Lock,
    reserved: BTreeSet<[u8; KEY]>,
}

impl Pooling {
    /// Takes note of a chosen take of a pool; `text` reads what was read.
    ///
    /// # Errors
    /// Those of `text`.
    pub fn note<E>(
        &mut self,
        pool: Pool,
        locale: &Locale,
        text: impl FnOnce() -> Result<String, E>,
    ) -> Result<(), E> {
        self.is_any |= !pool.is_shared();
        if pool == Pool::EvalOnly {
            self.reserved.insert(key(&normalise(&text()?, locale)));
        }
        Ok(())
    }

    /// Says whether there was a take of a pool.
    pub fn is_any(&self) -> bool {
        self.is_any
    }

    /// Returns the pools over the splits of `lock`; `None` where every sentence is for everybody.
    pub fn over(self, lock: &Lock) -> Option<Pools> {
        self.is_any.then(|| Pools { lock: lock.clone(), reserved: self.reserved })
    }
}

impl Pools {
    /// Says why a take is left out, if it is.
    pub fn refuses(&self, record: &SessionRecord, take: &TakeRecord) -> Option<(Reason, String)> {
        let text = normalise(&take.text, &record.locale);
        let split = self.lock.holding(&record.speaker.id, &text)?.split;
        let is_reserved = || self.reserved.contains(&key(&text));
        if split != Split::Test && (take.pool == Pool::EvalOnly || is_reserved()) {
            return Some((Reason::EvalOnly, format!("it would be in {split}")));
        }
        let is_for_training = take.pool == Pool::TrainOnly && split != Split::Train;
        is_for_training.then(|| (Reason::TrainOnly, format!("it would be in {split}")))
    }
}

fn key(normalised: &str) -> [u8; KEY] {
    Sha256::of(normalised).bytes().first_chunk().copied().unwrap_or_default()
}

/// Says in which split alone the recordings of a pool may be.
pub fn split_of(pool: Pool) -> Option<Split> {
    match pool {
        Pool::Shared => None,
        Pool::TrainOnly => Some(Split::Train),
        Pool::EvalOnly => Some(Split::Test),
    }
}
