//! How a release is split and what it is for: what is asked for, what the lock has to say to it, and what is promised.

use crate::corpus::held_out::{Guard, LEAST_CHARACTERS, LEAST_WORDS, ListDigest, Samples, text_key};
use crate::corpus::pools::Pools;
use crate::corpus::refusal::Reason;
use crate::corpus::shared::Shared;
use crate::corpus::split::{By, Lock, Purpose, Split};
use crate::error::{Error, ErrorKind, Result};
use crate::ids::Locale;
use crate::quality::words::normalise;
use crate::recordings::{SessionRecord, TakeRecord};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::sync::Arc;

/// How a release is split and what it is for, as `corpus.json` has it: only where that is not by speaker, and not to train.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Splitting {
    /// What is in one split as a whole; where nothing is asked for, as the lock has it, and by speaker in a new one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<By>,
    /// What the release is for; to train where nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub purpose: Option<Purpose>,
    /// Lists of published test sets that it was held against, in the order of their digests.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub held_out: Vec<ListDigest>,
    /// These lists.
    #[serde(skip)]
    pub guard: Arc<Guard>,
    /// Whether what is on a list is left out; else it stops the release.
    #[serde(skip)]
    pub without_held_out: bool,
    /// Locks besides the release's own that may hold its recordings for another purpose: those of all folders of recordings.
    #[serde(skip)]
    pub other_locks: Vec<Lock>,
}

impl Splitting {
    /// Says whether a release is split by speaker, to train.
    pub fn is_usual(&self) -> bool {
        self.by().is_none() && self.purpose().is_none() && self.held_out.is_empty()
    }

    /// Has a release held against lists.
    pub fn hold_against(&mut self, guard: Guard) {
        self.held_out = guard.digests().cloned().collect();
        self.held_out.sort_by(|one, other| (one.sha256, &one.name).cmp(&(other.sha256, &other.name)));
        self.held_out.dedup();
        self.guard = Arc::new(guard);
    }

    /// Checks that a release can be asked to be split so.
    ///
    /// # Errors
    /// [`ErrorKind::Usage`] with what is not allowed.
    pub fn check(&self) -> Result<()> {
        if self.goal() == Purpose::Evaluation && !self.held_out.is_empty() {
            let message = "a release for evaluation is not held against test sets, since nobody trains on it";
            return Err(Error::new(ErrorKind::Usage, message).with_hint("leave --held-out out"));
        }
        let is_in_order = self.held_out.windows(2).all(|two| two[0].sha256 < two[1].sha256);
        match self.held_out.iter().find_map(ListDigest::fault) {
            None if is_in_order => Ok(()),
            None => Err(Error::new(ErrorKind::Usage, "lists of what is held out are twice or out of order")),
            Some(fault) => {
                Err(Error::new(ErrorKind::Usage, format!("the name of a list is refused: {fault}")))
            }
        }
    }

    fn by(&self) -> Option<By> {
        self.by.filter(|by| *by != By::Speaker)
    }

    fn purpose(&self) -> Option<Purpose> {
        self.purpose.filter(|purpose| *purpose != Purpose::Training)
    }

    /// Returns what is in one split as a whole.
    pub fn unit(&self) -> By {
        self.by.unwrap_or(By::Speaker)
    }

    /// Returns what the release is for.
    pub fn goal(&self) -> Purpose {
        self.purpose.unwrap_or(Purpose::Training)
    }

    /// Returns the lock that a release begins with: the one that is there, or a new one as it is asked for.
    ///
    /// # Errors
    /// [`ErrorKind::Usage`] when the one that is there splits by something else than what is asked for.
    pub fn lock(&self, lock: Option<&Lock>, salt: &str) -> Result<Lock> {
        let Some(lock) = lock else { return Ok(Lock { by: self.unit(), ..Lock::new(salt) }) };
        if let Some(by) = self.by.filter(|by| *by != lock.by) {
            return Err(Error::new(
                ErrorKind::Usage,
                format!(
                    "a split by {by} is asked for, and the lock splits by {}; what it has placed never moves",
                    lock.by
                ),
            )
            .with_hint(format!(
                "leave it at the split by {}, or begin another corpus with a lock of its own: --splits FILE",
                lock.by
            )));
        }
        Ok(lock.clone())
    }

    /// Returns this as a release with that lock says it: nothing where it is as usual.
    #[must_use]
    pub fn settled(&self, lock: &Lock) -> Self {
        let settled = Self { by: Some(lock.by), ..self.clone() };
        Self { by: settled.by(), purpose: settled.purpose(), ..settled }
    }

    /// Says whether it is said in the one form that a release has.
    pub fn is_settled(&self) -> bool {
        (self.by, self.purpose) == (self.by(), self.purpose())
    }

    /// Says which test sets a release was held against, for a card, on which `plain` escapes names.
    pub fn guards_on_card(&self, plain: impl Fn(&str) -> String) -> Option<String> {
        let names: Vec<String> =
            self.held_out.iter().map(|list| format!("- {} (`{}`)", plain(&list.name), list.sha256)).collect();
        (!names.is_empty()).then(|| {
            format!(
                "Held against these lists of published test sets, by the SHA-256 of each. Nothing here has the samples \
                 or the sound of a recording on them, or a text of theirs of {LEAST_WORDS} words or more (of \
                 {LEAST_CHARACTERS} characters in scripts without spaces):\n\n{}",
                names.join("\n")
            )
        })
    }

    /// Says what the split promises and what it does not, for a card.
    pub fn on_card(&self) -> Option<Cow<'static, str>> {
        let by_prompt = "**Not speaker-independent.** The unit of the split is the text: no normalised text is in two \
             splits, whoever reads it, in whatever session and locale. The speakers, their rooms, devices and sessions are \
             the same in all splits, and so may be the words around a slot, so results on test are those for these \
             speakers and say little of others. New texts are placed in the order of a salted SHA-256, each in the \
             split that is furthest behind its share; `splits.lock` keeps every placing, and texts never move between \
             releases.";
        let evaluation = "**For evaluation only.** All of this corpus is test: it is made to measure with, and nothing may \
             be trained or tuned on it. `splits.lock` keeps its";
        match (self.unit(), self.goal()) {
            (By::Speaker, Purpose::Training) => None,
            (By::Prompt, Purpose::Training) => Some(by_prompt.into()),
            (By::Speaker, Purpose::Evaluation) => Some(
                format!(
                    "{evaluation} speakers for evaluation: no release for training that is made with it has a \
                     recording of them, and no speaker who was trained on is here."
                )
                .into(),
            ),
            (By::Prompt, Purpose::Evaluation) => Some(
                format!(
                    "{evaluation} texts for evaluation: no release for training that is made with it has a \
                     reading of them, and no text that was trained on is here. **Not speaker-independent:** the \
                     speakers may be those that were trained on."
                )
                .into(),
            ),
        }
    }
}

/// What is left out although it is good by itself.
#[derive(Clone, Copy)]
pub struct Without<'a> {
    /// What several speakers have and nobody is to keep.
    pub shared: &'a Shared,
    /// What the release is for, and the other locks.
    pub splitting: &'a Splitting,
    /// The lock before the release.
    pub lock: Option<&'a Lock>,
    /// The pools, once it is known who is in which split.
    pub pools: Option<&'a Pools>,
}

impl Without<'_> {
    /// Says why a take is left out and what exactly, if it is.
    pub fn refuses(&self, record: &SessionRecord, take: &TakeRecord) -> Option<(Reason, String)> {
        let receipt = record.consent.as_ref().map_or("", |receipt| &receipt.id);
        if let Some(reason) = self.shared.refuses(&take.sha256, receipt) {
            return Some((reason, String::new()));
        }
        let mut locks = self.lock.into_iter().chain(&self.splitting.other_locks);
        let held = locks.find_map(|lock| self.held(lock, record, take));
        held.or_else(|| self.held_out(record, take))
            .or_else(|| self.pools.and_then(|pools| pools.refuses(record, take)))
    }

    /// Says on which list of what is held out a take is.
    fn held_out(&self, record: &SessionRecord, take: &TakeRecord) -> Option<(Reason, String)> {
        let guard = &self.splitting.guard;
        if guard.is_empty() {
            return None;
        }
        let locale = &record.locale;
        let text = || guard.text(&text_key(&normalise(&take.text, locale), locale)?);
        let measured = &take.measurements;
        let samples = || {
            // Silence is the same everywhere.
            let sha256 = measured.pcm_sha256.filter(|_| measured.peak_dbfs.is_some())?;
            guard.samples(&Samples { sha256, rate: take.rate.hz() })
        };
        let found = samples().map(|place| ("its samples are", place));
        let found = found.or_else(|| guard.heard(&take.sha256).map(|place| ("its sound is", place)));
        let found = found.or_else(|| text().map(|place| ("its text is", place)));
        found.map(|(what, place)| (Reason::HeldOut, format!("{what} in {}", guard.words(place))))
    }

    /// Says why a lock keeps a take from a release for another purpose.
    fn held(&self, lock: &Lock, record: &SessionRecord, take: &TakeRecord) -> Option<(Reason, String)> {
        if lock.is_empty() {
            return None;
        }
        let speaker = &record.speaker.id;
        let holding = lock.holding(speaker, &normalised(lock, &take.text, &record.locale))?;
        let what = match lock.by {
            By::Speaker => format!("speaker {speaker}"),
            By::Prompt => "the text".to_owned(),
        };
        match (self.splitting.goal(), holding.purpose) {
            (Purpose::Training, Purpose::Evaluation) => Some((Reason::ForEvaluation, what)),
            // What is in test was never trained on.
            (Purpose::Evaluation, Purpose::Training) if holding.split != Split::Test => {
                Some((Reason::TrainedOn, format!("{what} is in {}", holding.split)))
            }
            _ => None,
        }
    }
}

/// Returns the text as a lock knows it; nothing of it where the lock does not ask.
fn normalised<'a>(lock: &Lock, text: &'a str, locale: &Locale) -> Cow<'a, str> {
    match lock.by {
        By::Speaker => Cow::Borrowed(""),
        By::Prompt => Cow::Owned(normalise(text, locale)),
    }
}

#[cfg(test)]
pub(super) mod tests;
