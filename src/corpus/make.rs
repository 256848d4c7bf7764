//! Making utterances: a range of a plan's to audio files and to rows of the catalogue.
//!
//! Clips are converted on several threads and their rows come in order. What is in memory is a batch of takes, however many
//! one speaker has.

use crate::corpus::catalogue::{self, Row};
use crate::corpus::choice::Choosing;
use crate::corpus::clip::{Converter, Made};
use crate::corpus::granted::narrowed;
use crate::corpus::plan::{Input, Plan, PlannedSession, SpeakerPlan, select_speaker};
use crate::corpus::previous::{Before, Previous};
use crate::corpus::select::{Chosen, Session, Taken};
use crate::corpus::split::Split;
use crate::corpus::splitting::Without;
use crate::error::{Error, ErrorKind, Result};
use crate::fsio::{self, StagingDir};
use crate::ids::SpeakerId;
use crate::parallel;
use crate::quality::words::normalise;
use crate::recordings::people::consent::DEMOGRAPHICS;
use crate::recordings::session::{ConsentState, consent_state};
use crate::units::{SampleRate, seconds};
use std::ops::{ControlFlow, Range};
use std::path::PathBuf;
use std::sync::Arc;

/// The number of utterances that are handed to the workers at a time: enough that starting threads and resampling plans
/// for each batch costs nothing.
const BATCH: usize = 256;

/// An utterance to make.
struct Job {
    chosen: Chosen,
    take: Taken,
    before: Option<Before>,
}

/// Makes the audio of a range of the plan's utterances, which count from 0 in byte order of their ids, and hands each row
/// to `each`, in that order.
///
/// # Errors
/// [`ErrorKind::Session`] when the recordings of a speaker in the range are not what the plan was made from;
/// [`ErrorKind::Integrity`] and [`ErrorKind::Audio`] when a recording is not; [`ErrorKind::Corpus`] when the release before,
/// which the input has, is not the one that the plan names; [`ErrorKind::Io`]; those of `each`.
pub fn make(
    plan: &Plan,
    input: Input<'_>,
    range: Range<u64>,
    staging: &StagingDir,
    threads: usize,
    each: &mut dyn FnMut(Row) -> Result<()>,
) -> Result<()> {
    let mut previous = input.previous.map(|dir| Previous::open(dir, &plan.settings)).transpose()?;
    // A plan is carried out at the moment that it was made for, whenever that is.
    let input = Input { now: plan.consent_judged_at, ..input };
    let mut leaving = plan.limited.leaving();
    let mut batch = Vec::with_capacity(BATCH);
    let mut number = 0;
    for planned in &plan.speakers {
        let end = number + planned.utterances;
        if end <= range.start || number >= range.end {
            number = end;
            continue;
        }
        let mut add = |chosen: Chosen, take| {
            if range.contains(&number) {
                let before = previous.as_mut().map(|previous| previous.of(&chosen.id)).transpose()?.flatten();
                batch.push(Job { chosen, take, before });
            }
            number += 1;
            if batch.len() == BATCH { make_batch(plan, &mut batch, staging, threads, each) } else { Ok(()) }
        };
        if let Some(sessions) = unchanged(planned, input)? {
            for one in plan.handed.from(planned.place, &sessions).take(planned.utterances as usize) {
                let (chosen, take) = one?;
                // That its folder is no link was seen with the imprint.
                let found = fsio::look(&chosen.session.dir.join(&take.file))?;
                if !found.is_some_and(|entry| entry.kind == fsio::Kind::File && entry.bytes == take.bytes) {
                    return Err(changed(&planned.speaker));
                }
                add(chosen, take)?;
            }
            continue;
        }
        let dirs: Vec<PathBuf> = planned.sessions.iter().map(|session| session.dir.clone()).collect();
        // The caller's thread does it, not the workers: each thread that did would keep the memory for itself.
        let choosing = Choosing::new(&plan.settings.select);
        let without = Without {
            shared: &plan.without,
            splitting: &plan.settings.splitting,
            lock: plan.lock_before.as_ref(),
            pools: plan.pools.as_deref(),
        };
        let selection = select_speaker(input, &plan.settings, &dirs, without, &choosing, &mut |_| Ok(()))?;
        if let Some(broken) = selection.unreadable().first() {
            return Err(Error::new(ErrorKind::Session, broken.message.clone())
                .with_path(&broken.path)
                .with_hint("it could be read when the plan was made; run the command again"));
        }
        selection.chosen(&mut |_| Ok(()), &mut |chosen| {
            if leaving.why(&chosen.id)?.is_some() {
                return Ok(());
            }
            let take = selection.take(&chosen)?;
            add(chosen, take)
        })?;
        if number != end {
            return Err(changed(&planned.speaker));
        }
    }
    make_batch(plan, &mut batch, staging, threads, each)
}

/// Returns the sessions of a speaker when all of them are what the plan was made from, to the last byte that it depends on;
/// the files of the takes are proved when they are read.
fn unchanged(planned: &SpeakerPlan, input: Input<'_>) -> Result<Option<Vec<Arc<Session>>>> {
    let mut sessions = Vec::with_capacity(planned.sessions.len());
    for PlannedSession { dir, imprint, is_used } in &planned.sessions {
        // What cannot be read now is told by who selects again.
        let Ok(Some((record, now))) = input.recordings.imprint(dir) else { return Ok(None) };
        let has_changed = *imprint != Some(now);
        if has_changed || *is_used && consent_state(dir, &record, input.now)? != ConsentState::Valid {
            return Ok(None);
        }
        let record = narrowed(input.recordings.tombstones(), record);
        sessions.push(Arc::new(Session { dir: dir.clone(), record }));
    }
    Ok(Some(sessions))
}

fn changed(speaker: &SpeakerId) -> Error {
    let message = format!("the recordings of speaker {speaker} have changed since the plan was made");
    Error::new(ErrorKind::Session, message).with_hint("run the command again when nobody records")
}

/// Makes the utterances of a batch, and empties it.
fn make_batch(
    plan: &Plan,
    batch: &mut Vec<Job>,
    staging: &StagingDir,
    threads: usize,
    each: &mut dyn FnMut(Row) -> Result<()>,
) -> Result<()> {
    let mut outcome = Ok(());
    parallel::ordered(
        batch.iter(),
        threads,
        || Converter::new(plan.settings.rate, plan.settings.format, plan.settings.audio.clone()),
        |converter, _, job| make_row(job, converter, staging, plan),
        |_, row: Result<Row>| {
            outcome = row.and_then(&mut *each);
            if outcome.is_ok() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
        },
    );
    batch.clear();
    outcome
}

/// Makes the audio of an utterance and returns its row.
fn make_row(job: &Job, converter: &mut Converter, staging: &StagingDir, plan: &Plan) -> Result<Row> {
    let session = &job.chosen.session;
    let normalised = normalise(&job.take.text, &session.record.locale);
    let speaker = &session.record.speaker.id;
    let holding = plan.lock.holding(speaker, &normalised).ok_or_else(|| changed(speaker))?;
    let audio = Row::audio_path(&session.record.locale, &session.record.speaker.id, &job.chosen.id);
    let mut file = staging.create_file(&audio)?;
    let made = match job.before.as_ref().and_then(|before| before.audio(&job.take)) {
        Some((made, bytes)) => {
            file.write(&bytes)?;
            made
        }
        None => converter.convert(&session.dir.join(&job.take.file), &job.take, &mut file)?,
    };
    let since =
        job.before.as_ref().and_then(|before| before.since(&job.take)).or(plan.settings.version.as_deref());
    let row = row(job, audio, &made, converter.rate(), (holding.split, normalised));
    Ok(Row { since: since.map(str::to_owned), ..row })
}

fn row(job: &Job, audio: String, made: &Made, rate: SampleRate, (split, normalised): (Split, String)) -> Row {
    let (chosen, take, session) = (&job.chosen, &job.take, &job.chosen.session.record);
    let consent = session.consent.as_ref();
    // What a speaker said of themselves is published field by field, and only as granted.
    let said = |field: &str| {
        let granted = consent.is_some_and(|receipt| receipt.grants(&format!("{DEMOGRAPHICS}{field}")));
        session.speaker.metadata.get(field).filter(|_| granted).cloned()
    };
    let open = consent.is_some_and(|receipt| receipt.grants("share-open"));
    Row {
        schema: catalogue::SCHEMA,
        id: chosen.id.clone(),
        audio,
        sha256: made.sha256,
        bytes: made.bytes,
        frames: made.frames,
        rate,
        duration: seconds(made.frames, rate),
        split,
        locale: session.locale.clone(),
        speaker: session.speaker.id.clone(),
        gender: said("gender"),
        age: said("age"),
        accent: said("accent"),
        native_language: said("native-language"),
        room: session.surroundings.room.clone(),
        distance_m: session.surroundings.distance_m,
        device: session.surroundings.microphone.clone(),
        sheet: session.sheet.id.clone(),
        sheet_version: session.sheet.version.clone(),
        sheet_sha256: session.sheet.sha256,
        sheet_licence: session.sheet.licence.clone(),
        prompt: take.prompt.clone(),
        repetition: take.repetition,
        session: session.id.clone(),
        take: chosen.take,
        text: take.text.clone(),
        text_sha256: take.text_sha256,
        printed: take.printed.clone().filter(|printed| *printed != take.text),
        normalised,
        annotated: take.annotated.clone(),
        slots: take.slots.clone(),
        intent: take.intent.clone(),
        domain: take.domain.clone(),
        pool: Some(take.pool).filter(|pool| !pool.is_shared()),
        verdict: chosen.verdict,
        findings: chosen.findings.clone(),
        source: take.source.clone(),
        gain_db: made.gain_db,
        clip: made.clip.clone(),
        consent: consent.map(|receipt| receipt.id.clone()).unwrap_or_default(),
        licence: consent.and_then(|receipt| receipt.licence.clone()).filter(|_| open),
        since: None,
    }
}

#[cfg(test)]
mod tests;
