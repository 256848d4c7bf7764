//! Which take becomes the utterance: the best accepted one per speaker, locale, sheet, prompt and
//! repetition, and for every other take the reason why not.
//!
//! One speaker may have any number of takes. So none is held while the next is read: what ranks a take is put in order
//! with a bounded amount of memory, and its record waits on disk until it is asked for.

use crate::corpus::catalogue::Source;
use crate::corpus::choice::Choosing;
use crate::corpus::granted::{consent_refusal, is_take_withdrawn, narrowed, withdrawn_refusal};
use crate::corpus::refusal::{Reason, Refusal, Refuse, from_json, keyed, to_json, unkeyed};
use crate::corpus::splitting::Without;
use crate::corpus::words::Words;
use crate::digest::Sha256;
#[cfg(doc)]
use crate::error::ErrorKind;
use crate::error::Result;
use crate::fsio::{Sorted, Sorter, Spool, Spooled};
use crate::ids::{PromptId, UtteranceId};
use crate::numbers::plural;
use crate::project::{Access, Licence};
use crate::quality::{Judgement, Measurements, Verdict};
use crate::recordings::assess::assessor::cut_short;
use crate::recordings::check::FILE_ALTERED;
use crate::recordings::people::consent::{DEMOGRAPHICS, Receipt};
use crate::recordings::session::fold::text_fault;
use crate::recordings::session::numbers as take_numbers;
use crate::recordings::session::view::StoredTakes;
use crate::recordings::session::{ConsentState, Found, Imprint, TakeState, Unreadable};
use crate::recordings::{SessionRecord, TakeRecord, Tombstones};
use crate::severity::Severity;
use crate::sheet::{Pool, Slot};
use crate::units::SampleRate;
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Where sessions are read from.
pub trait Recordings: Sync {
    /// Returns the folders of all sessions.
    ///
    /// # Errors
    /// Those of the file system.
    fn sessions(&self) -> Result<Found>;

    /// Returns the record of a session without its takes.
    ///
    /// # Errors
    /// [`ErrorKind::Session`] when it cannot be read as one.
    fn record(&self, dir: &Path) -> Result<SessionRecord>;

    /// Reads the takes of a session with the measurements that count: each goes to `keep` as it comes, and what that gave is
    /// returned with what became of the take, which is known at the end only.
    ///
    /// # Errors
    /// [`ErrorKind::Session`] when the session cannot be read; those of `keep`.
    fn takes(&self, dir: &Path, keep: Keep<'_>) -> Result<StoredTakes<u64>>;

    /// Returns the record of a session, and what [`Recordings::takes`] would read of it, for who knows what that means;
    /// `None` where that costs as much as reading it.
    ///
    /// # Errors
    /// As [`Recordings::takes`].
    fn imprint(&self, _dir: &Path) -> Result<Option<(SessionRecord, Imprint)>> {
        Ok(None)
    }

    /// Returns what was withdrawn from them.
    fn tombstones(&self) -> &[Tombstones] {
        &[]
    }
}

/// Takes a take of a session, and returns its place.
pub type Keep<'a> = &'a mut dyn FnMut(&SessionRecord, TakeRecord) -> Result<u64>;

/// A session as the corpus sees it.
#[derive(Debug, Clone)]
pub struct Session {
    /// The session's folder.
    pub dir: PathBuf,
    /// Its record.
    pub record: SessionRecord,
}

/// A take that was chosen.
#[derive(Debug, Clone)]
pub struct Chosen {
    /// The utterance.
    pub id: UtteranceId,
    /// Where it comes from.
    pub session: Arc<Session>,
    /// The attempt.
    pub take: u16,
    /// The verdict under the policy of this release.
    pub verdict: Verdict,
    /// The checks that found something under it, most important first.
    pub findings: Vec<String>,
    /// Frames of the recording.
    pub frames: u64,
    /// Its rate.
    pub rate: SampleRate,
    /// SHA-256 of its bytes.
    pub sha256: Sha256,
    /// Whose recordings of the prompt are packed.
    pub pool: Pool,
    /// The number of the session among the speaker's.
    pub(super) number: usize,
    /// Where its record is.
    pub(super) place: u64,
}

/// What a corpus takes over of a chosen take: nothing else of its record has a further reader.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Taken {
    /// The prompt.
    pub prompt: PromptId,
    /// Which of the wanted readings it is, from 1.
    pub repetition: u16,
    /// The file, relative to the session.
    pub file: String,
    /// Bytes of the file.
    pub bytes: u64,
    /// Frames of the file.
    pub frames: u64,
    /// The channel that holds the speech, from 0.
    pub channel: u16,
    /// The text as shown.
    pub text: String,
    /// SHA-256 of `text`.
    pub text_sha256: Sha256,
    /// The text as it is printed, where it differs.
    pub printed: Option<String>,
    /// The text with slot annotation.
    pub annotated: Option<String>,
    /// The slots.
    pub slots: Vec<Slot>,
    /// The intent.
    pub intent: Option<String>,
    /// The domain.
    pub domain: Option<String>,
    /// Whose recordings of the prompt are packed.
    pub pool: Pool,
    /// The file's digest and rate, and what was measured of it.
    pub source: Source,
}

impl From<TakeRecord> for Taken {
    fn from(take: TakeRecord) -> Self {
        let measured = &take.measurements;
        let source = Source {
            sha256: take.sha256,
            rate: take.rate,
            snr_db: measured.snr_db,
            active_dbov: measured.active_dbov,
            peak_dbfs: measured.peak_dbfs,
            noise_floor_dbfs: measured.noise_floor_dbfs,
            lead_ms: measured.lead_ms,
            trail_ms: measured.trail_ms,
        };
        Self {
            prompt: take.prompt,
            repetition: take.repetition,
            file: take.file,
            bytes: take.bytes,
            frames: take.frames,
            channel: take.channel,
            text: take.text,
            text_sha256: take.text_sha256,
            printed: take.printed,
            annotated: take.annotated,
            slots: take.slots,
            intent: take.intent,
            domain: take.domain,
            pool: take.pool,
            source,
        }
    }
}

/// How a take is judged: the policy of the release over the stored measurements.
///
/// # Errors
/// Those of a policy that this build does not know.
pub type Judge<'a> = &'a (dyn Fn(&SessionRecord, &Measurements) -> Result<Judgement> + Sync);

/// What a take has to meet.
#[derive(Clone, Copy)]
pub struct Rules<'a> {
    /// What is chosen of all that there is.
    pub choosing: &'a Choosing<'a>,
    /// The least verdict.
    pub min_verdict: Verdict,
    /// The use that the consent has to grant (`asr`).
    pub scope: &'a str,
    /// The licence of the release, and who gets it, where one is named.
    pub licence: Option<(&'a Licence, Access)>,
    /// Says whether the consent of a session holds.
    pub consent: &'a (dyn Fn(&Path, &SessionRecord) -> Result<ConsentState> + Sync),
    /// The judge.
    pub judge: Judge<'a>,
    /// What is left out although it is good by itself.
    pub without: Without<'a>,
    /// Returns the size in bytes of a plain file in a session's folder, or `None` when there is none.
    pub size: &'a (dyn Fn(&Path, &str) -> Result<Option<u64>> + Sync),
    /// Says in what the header of a take's file contradicts the take, if it does.
    pub header: &'a (dyn Fn(&Path, &TakeRecord) -> Option<String> + Sync),
}

/// Whether a take may become an utterance, and as what, or why not.
#[derive(Serialize, Deserialize)]
enum Admission {
    Yes(Box<Entrant>),
    No(Reason, String),
    /// It could not be judged.
    Failed,
}

/// A take as it is laid aside until its session is read to the end.
#[derive(Serialize, Deserialize)]
struct Outcome {
    prompt: PromptId,
    take: u16,
    admission: Admission,
}

/// What ranks an admitted take, and what a plan asks of it.
#[derive(Serialize, Deserialize)]
struct Entrant {
    id: UtteranceId,
    prompt: PromptId,
    take: u16,
    /// The number of the session among the speaker's.
    session: usize,
    verdict: Verdict,
    findings: Vec<String>,
    snr_db: Option<f64>,
    frames: u64,
    rate: SampleRate,
    sha256: Sha256,
    pool: Pool,
    place: u64,
}

/// The takes of one speaker: those that may become utterances, in order.
pub struct Selection {
    sessions: Vec<Arc<Session>>,
    unreadable: Vec<Unreadable>,
    imprints: Vec<Option<Imprint>>,
    entrants: Sorted,
    takes: Spooled,
    doubts: Vec<String>,
}

/// How takes are gone over.
#[derive(Clone, Copy)]
pub struct Selecting<'a> {
    /// Where they are read from.
    pub recordings: &'a dyn Recordings,
    /// What they have to meet.
    pub rules: Rules<'a>,
    /// The folder for what is laid aside.
    pub scratch: &'a Path,
}

impl Selection {
    /// Admits or refuses each take of the sessions of one speaker.
    ///
    /// # Errors
    /// Those of the judge and `refuse`; [`ErrorKind::Io`] when the scratch folder has no room. A session that cannot be
    /// read is told in the outcome.
    pub fn of(dirs: &[PathBuf], how: Selecting<'_>, refuse: Refuse<'_>) -> Result<Self> {
        let mut entrants = Sorter::new(how.scratch);
        let mut takes = Spool::new(how.scratch);
        let (mut sessions, mut imprints, mut unreadable) = (Vec::new(), Vec::new(), Vec::new());
        let mut doubts = Vec::new();
        for dir in dirs {
            match admit_session(dir, sessions.len(), how, &mut entrants, &mut takes, refuse) {
                Ok(Admitted { record, imprint, doubt }) => {
                    let record = narrowed(how.recordings.tombstones(), record);
                    sessions.push(Arc::new(Session { dir: dir.clone(), record }));
                    imprints.push(imprint);
                    doubts.extend(doubt);
                }
                Err(error) => unreadable.push(Unreadable::session(dir, error)?),
            }
        }
        Ok(Self {
            sessions,
            unreadable,
            imprints,
            entrants: entrants.finish(),
            takes: takes.finish(),
            doubts,
        })
    }

    /// Returns the sessions that were read, each with what was read of it.
    pub fn sessions(&self) -> impl Iterator<Item = (&Session, Option<Imprint>)> {
        self.sessions.iter().map(AsRef::as_ref).zip(self.imprints.iter().copied())
    }

    /// Returns the sessions that cannot be read, or not relied on; nothing of them was selected.
    pub fn unreadable(&self) -> &[Unreadable] {
        &self.unreadable
    }

    /// Returns what is wrong with the sessions without being a reason to refuse a take, in sentences.
    pub fn doubts(&self) -> &[String] {
        &self.doubts
    }

    /// Hands the chosen takes to `each`, in byte order of their ids, and the others to `refuse`. Neither depends on the
    /// order of the sessions and takes, nor on one being given twice.
    ///
    /// # Errors
    /// Those of `refuse` and `each`; [`ErrorKind::Io`] when the scratch folder cannot be read.
    pub fn chosen(&self, refuse: Refuse<'_>, each: &mut dyn FnMut(Chosen) -> Result<()>) -> Result<()> {
        let mut held: Option<Entrant> = None;
        let mut last = Vec::new();
        for record in self.entrants.records() {
            let record = record?;
            let (key, entrant) = unkeyed(&record);
            if key == last {
                continue;
            }
            last = key.to_vec();
            let entrant: Entrant = from_json(entrant)?;
            match &mut held {
                Some(best) if best.id == entrant.id => {
                    let refusal = self.compete(best, entrant);
                    refuse(refusal)?;
                }
                held => {
                    if let Some(best) = held.replace(entrant) {
                        each(self.choose(best))?;
                    }
                }
            }
        }
        held.map_or(Ok(()), |best| each(self.choose(best)))
    }

    /// Returns what a corpus takes over of a chosen take.
    ///
    /// # Errors
    /// [`ErrorKind::Io`] when the scratch folder cannot be read.
    pub fn take(&self, chosen: &Chosen) -> Result<Taken> {
        from_json(&self.takes.get(chosen.place)?)
    }

    /// Returns that as it was laid aside: JSON.
    ///
    /// # Errors
    /// As [`Selection::take`].
    pub(super) fn record(&self, chosen: &Chosen) -> Result<Vec<u8>> {
        self.takes.get(chosen.place)
    }

    /// Decides between two takes with one id: the better becomes `best`, and the other's refusal is returned.
    fn compete(&self, best: &mut Entrant, entrant: Entrant) -> Refusal {
        let sheet = |entrant: &Entrant| &self.sessions[entrant.session].record.sheet.id;
        if (sheet(best), &best.prompt) != (sheet(&entrant), &entrant.prompt) {
            // The first of the order keeps it, so that the outcome is the same always.
            let detail = format!("`{}` is prompt `{}` of sheet `{}`", best.id, best.prompt, sheet(best));
            return self.refusal(&entrant, Reason::UnsafeId, detail);
        }
        let is_better = self.rank(&entrant, best) == Ordering::Greater;
        let loser = if is_better { std::mem::replace(best, entrant) } else { entrant };
        let winner = &self.sessions[best.session].record.id;
        self.refusal(&loser, Reason::Outranked, format!("{winner} take {}", best.take))
    }

    fn refusal(&self, entrant: &Entrant, reason: Reason, detail: String) -> Refusal {
        let session = self.sessions[entrant.session].record.id.clone();
        Refusal { session, prompt: entrant.prompt.clone(), take: entrant.take, reason, detail }
    }

    fn choose(&self, best: Entrant) -> Chosen {
        let Entrant {
            id, take, session: number, verdict, findings, frames, rate, sha256, pool, place, ..
        } = best;
        let session = Arc::clone(&self.sessions[number]);
        Chosen { id, session, take, verdict, findings, frames, rate, sha256, pool, number, place }
    }

    /// Compares two takes of one utterance; the greater is the better. No two takes are equal.
    fn rank(&self, a: &Entrant, b: &Entrant) -> Ordering {
        let snr = |entrant: &Entrant| entrant.snr_db.unwrap_or(f64::NEG_INFINITY);
        let place = |entrant: &Entrant| {
            let record = &self.sessions[entrant.session].record;
            (record.created, record.id.clone(), entrant.take)
        };
        a.verdict
            .cmp(&b.verdict)
            .then(b.findings.len().cmp(&a.findings.len()))
            .then(snr(a).total_cmp(&snr(b)))
            .then_with(|| place(a).cmp(&place(b)))
    }
}

/// A session whose takes were admitted or refused.
struct Admitted {
    record: SessionRecord,
    imprint: Option<Imprint>,
    /// What is wrong with it without being a reason to refuse a take.
    doubt: Option<String>,
}

/// Admits or refuses each take of a session, the speaker's `number`th.
fn admit_session(
    dir: &Path,
    number: usize,
    how: Selecting<'_>,
    entrants: &mut Sorter,
    takes: &mut Spool,
    refuse: Refuse<'_>,
) -> Result<Admitted> {
    let mut outcomes = Spool::new(how.scratch);
    let (mut broken, mut failed, mut left_out) = (None, BTreeSet::new(), None);
    // What became of a take stands further down in its journal: until then it is as good as accepted.
    let stored = how.recordings.takes(dir, &mut |record, take| {
        let left_out = match &left_out {
            Some(known) => known,
            None => left_out.insert(session_refusal(dir, record, how)?),
        };
        let Rules { scope, licence, .. } = how.rules;
        let is_withdrawn = || {
            let take = (&take.prompt, take.take);
            is_take_withdrawn(how.recordings.tombstones(), record, take, scope, licence)
        };
        let mut admission = match left_out.clone() {
            Some((reason, detail)) => Admission::No(reason, detail),
            None if is_withdrawn() => Admission::No(Reason::Withdrawn, String::new()),
            None => admit(dir, record, &take, how.rules).unwrap_or_else(|error| {
                broken.get_or_insert(error);
                Admission::Failed
            }),
        };
        let (prompt, attempt) = (take.prompt.clone(), take.take);
        if let Admission::Yes(entrant) = &mut admission {
            entrant.session = number;
            entrant.place = takes.push(&to_json(&Taken::from(take))?)?;
        }
        let has_failed = matches!(admission, Admission::Failed);
        let place = outcomes.push(&to_json(&Outcome { prompt, take: attempt, admission })?)?;
        if has_failed {
            failed.insert(place);
        }
        Ok(place)
    })?;
    if let Some(fault) = stored.broken() {
        return Err(fault.to_error(dir));
    }
    // Before anything of the session is taken over: of one that cannot be read there must be no part.
    let is_failed = |(place, state): &(u64, TakeState)| *state == TakeState::Kept && failed.contains(place);
    if let Some(error) = broken.filter(|_| stored.takes.iter().any(is_failed)) {
        return Err(error);
    }
    let outcomes = outcomes.finish();
    let faults = stored.faults.iter().filter(|fault| fault.severity > Severity::Info).count() as u64;
    let (record, imprint) = (stored.record, stored.imprint);
    for (place, state) in stored.takes {
        let Outcome { prompt, take, admission } = from_json(&outcomes.get(place)?)?;
        let (reason, detail) = match (state, admission) {
            (TakeState::Replaced, _) => (Reason::Replaced, String::new()),
            (TakeState::Undecided, _) => (Reason::Undecided, String::new()),
            (TakeState::Deleted, _) => (Reason::Deleted, String::new()),
            (TakeState::Kept, Admission::No(reason, detail)) => (reason, detail),
            (TakeState::Kept, Admission::Yes(entrant)) => {
                let key = format!("{}\0{}\0{prompt}\0{}\0{take:05}", entrant.id, record.sheet.id, record.id);
                entrants.push(&keyed(key, &entrant)?)?;
                continue;
            }
            // Told above.
            (TakeState::Kept, Admission::Failed) => continue,
        };
        refuse(Refusal { session: record.id.clone(), prompt, take, reason, detail })?;
    }
    let doubt = (faults > 0).then(|| {
        let faults = plural(faults, "fault");
        format!("session {} has {faults} in its record and journal; `booth status` names them", record.id)
    });
    Ok(Admitted { record, imprint, doubt })
}

/// Returns the words that a corpus would take over.
fn words_of<'a>(record: &'a SessionRecord, take: &'a TakeRecord, receipt: &'a Receipt) -> Words<'a> {
    let said = record.speaker.metadata.iter().map(|(field, word)| (field.as_str(), word.as_str()));
    let said = said.filter(|(field, _)| receipt.grants(&format!("{DEMOGRAPHICS}{field}")));
    let licence = receipt.licence.iter().map(|licence| ("licence", licence.as_str()));
    Words {
        text: &take.text,
        annotated: take.annotated.as_deref(),
        slots: &take.slots,
        intent: take.intent.as_deref(),
        domain: take.domain.as_deref(),
        sheet_version: &record.sheet.version,
        others: said
            .chain(licence)
            .chain([("licence of the sheet", record.sheet.licence.as_str())])
            .chain(take.printed.iter().map(|printed| ("printed text", printed.as_str())))
            .collect(),
    }
}

/// Says why the takes of a session are not chosen, or may not be used by its consent, and `None` when they are and may.
fn session_refusal(
    dir: &Path,
    record: &SessionRecord,
    how: Selecting<'_>,
) -> Result<Option<(Reason, String)>> {
    let Rules { choosing, scope, licence, consent, .. } = how.rules;
    let left_out = choosing.session(record);
    if left_out.is_some() {
        return Ok(left_out);
    }
    let state = consent(dir, record)?;
    let withdrawn = withdrawn_refusal(how.recordings.tombstones(), &state, record, scope, licence);
    Ok(withdrawn.or_else(|| consent_refusal(&state, record, scope, licence)))
}

/// Says whether a take that the speaker accepted, and may be used by its consent, may become an utterance.
fn admit(dir: &Path, record: &SessionRecord, take: &TakeRecord, rules: Rules<'_>) -> Result<Admission> {
    let no = |reason: Reason, detail: String| Ok(Admission::No(reason, detail));
    if let Some((reason, detail)) = rules.choosing.take(take) {
        return no(reason, detail);
    }
    let Some(receipt) = &record.consent else {
        return no(Reason::ConsentMissing, String::new());
    };
    if let Some(what) = text_fault(take) {
        return no(Reason::TextAltered, what);
    }
    if let Some(fault) = words_of(record, take, receipt).faults().into_iter().next() {
        let is_altered = matches!(fault.id, "slot" | "annotation");
        let reason = if is_altered { Reason::TextAltered } else { Reason::TextUnsafe };
        return no(reason, fault.found);
    }
    if take.take == 0 || take.repetition == 0 {
        return no(Reason::UnsafeId, "takes and repetitions count from 1".to_owned());
    }
    let id =
        UtteranceId::new(&record.speaker.id, &record.locale, &record.sheet.id, &take.prompt, take.repetition);
    let id = match id {
        Ok(id) => id,
        Err(error) => return no(Reason::UnsafeId, error.message().to_owned()),
    };
    // A session may come from anywhere: its takes lie inside it, or they are no takes of it.
    let inside = !take.file.is_empty()
        && take.file.split('/').all(|part| !part.is_empty() && part != "." && part != "..")
        && !take.file.contains('\\');
    match (rules.size)(dir, &take.file)? {
        Some(bytes) if inside && bytes == take.bytes => {}
        Some(bytes) if inside => {
            return no(Reason::FileAltered, format!("{} has {bytes} bytes, not {}", take.file, take.bytes));
        }
        _ => return no(Reason::FileMissing, take.file.clone()),
    }
    if take.frames == 0 {
        return no(Reason::Empty, String::new());
    }
    if let Some(what) = take_numbers::of_take(take).or_else(|| (rules.header)(&dir.join(&take.file), take)) {
        return no(Reason::Numbers, what);
    }
    if take.findings.iter().any(|finding| finding.id == FILE_ALTERED) {
        return no(Reason::FileAltered, format!("{} has other samples than were published", take.file));
    }
    let judgement = cut_short((rules.judge)(record, &take.measurements)?, take.capture.interrupted);
    if judgement.verdict < rules.min_verdict {
        let ids: Vec<&str> = judgement.findings.iter().map(|finding| finding.id.as_str()).collect();
        return no(Reason::Verdict, format!("{}: {}", judgement.verdict, ids.join(", ")));
    }
    if let Some((reason, detail)) = rules.without.refuses(record, take) {
        return no(reason, detail);
    }
    Ok(Admission::Yes(Box::new(Entrant {
        id,
        prompt: take.prompt.clone(),
        take: take.take,
        session: 0,
        verdict: judgement.verdict,
        findings: judgement.findings.into_iter().map(|finding| finding.id).collect(),
        snr_db: take.measurements.snr_db,
        frames: take.frames,
        rate: take.rate,
        sha256: take.sha256,
        pool: take.pool,
        place: 0,
    })))
}

#[cfg(test)]
pub(crate) mod tests;
