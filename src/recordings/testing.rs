//! Builders for the tests of sessions.

use crate::digest::Sha256;
use crate::error::Result;
use crate::project::{DEFAULT_YEARS, Kept};
use crate::quality::{Judgement, Measurements, Policy};
use crate::recordings::assess::assessor::{Assessor, Told};
use crate::recordings::people::consent::{Answers, RANDOM_BYTES, Receipt};
use crate::recordings::session::event::{CaptureFacts, Event, TakeRecord, TakeStart};
use crate::recordings::session::pcm::PcmForm;
use crate::recordings::session::reason::StopReason;
use crate::recordings::session::record::{Order, SCHEMA, SessionRecord, SheetRef, SourceRecord, Speaker};
use crate::recordings::session::recover;
use crate::recordings::session::{Clock, RootLock, SessionView, SessionWriter, Setup, TakeEnd};
use crate::sheet::{Pool, Prompt};
use crate::units::{SampleRate, Utc};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

pub const CONSENT_TEXT: &[u8] = b"May we keep your voice?\n";
pub const TOOL: &str = "booth 0.1.0";

/// A clock that moves on by 10 ms each time it is read for a stamp.
#[derive(Default)]
pub struct Ticking(AtomicU64);

impl Clock for Ticking {
    fn utc(&self) -> Utc {
        Utc::from_millis(1_795_499_174_000 + self.0.fetch_add(10, Ordering::Relaxed) as i64)
    }
    fn mono_ms(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }
}

pub fn clock() -> Arc<dyn Clock> {
    Arc::new(Ticking::default())
}

pub fn form() -> PcmForm {
    PcmForm::new(SampleRate::new(1_000).unwrap(), 16).unwrap()
}

pub fn prompt(id: &str, repeat: u16) -> Prompt {
    let text = format!("say {id}");
    Prompt {
        id: id.parse().unwrap(),
        annotated: text.clone(),
        text,
        slots: vec![],
        intent: None,
        domain: None,
        repeat,
        hint: None,
        media: None,
        pool: Pool::Shared,
        line: 2,
    }
}

pub fn session(id: &str) -> SessionRecord {
    let created = Utc::from_millis(1_795_499_173_000);
    let answers = Answers {
        speaker: "k3v9".parse().unwrap(),
        controller: "The Project".to_owned(),
        contact: "mail@example.org".to_owned(),
        basis: "consent".to_owned(),
        text_locale: "en-US".parse().unwrap(),
        text: CONSENT_TEXT,
        method: "terminal".to_owned(),
        asked: created,
        answered: created,
        scopes: BTreeMap::from([("asr".to_owned(), true)]),
        licence: None,
        kept: Kept::Years(DEFAULT_YEARS),
        project_sha256: None,
        age: "adult".to_owned(),
        statement: None,
        tool: TOOL.to_owned(),
    };
    let (receipt, _) = Receipt::from_answers(answers, [9; RANDOM_BYTES]).unwrap();
    SessionRecord {
        schema: SCHEMA,
        id: id.parse().unwrap(),
        created,
        tool: TOOL.to_owned(),
        speaker: Speaker { id: "k3v9".parse().unwrap(), metadata: BTreeMap::new() },
        locale: "en-US".parse().unwrap(),
        sheet: SheetRef {
            id: "assistant".parse().unwrap(),
            version: "1.0.0".to_owned(),
            sha256: Sha256::of("sheet"),
            licence: "CC0-1.0".to_owned(),
            policy: crate::quality::Overrides::new(),
        },
        order: Order::Sheet,
        deal: None,
        source: SourceRecord::File { rate: form().rate(), channels: 1, channel: 0 },
        room_noise: None,
        surroundings: crate::ids::Surroundings::default(),
        consent: Some(receipt),
    }
}

pub fn create(root: &Path, id: &str) -> SessionWriter {
    create_record(root, session(id))
}

pub fn create_record(root: &Path, record: SessionRecord) -> SessionWriter {
    let lock = RootLock::acquire(root, "booth record").unwrap();
    SessionWriter::create_in(lock, record, CONSENT_TEXT, Setup::new(clock())).unwrap()
}

/// Measures and assesses a recovered take by the built-in limits.
pub fn assess(path: &Path, start: &TakeStart, capture: &CaptureFacts) -> Result<(Measurements, Judgement)> {
    Assessor::new(Policy::default(), session("s1").locale).assess_file(path, Told::of(&start.text, capture))
}

/// Assesses anything well.
#[expect(clippy::unnecessary_wraps, reason = "an assessment may fail")]
pub fn assess_well(_: &Path, _: &TakeStart, _: &CaptureFacts) -> Result<(Measurements, Judgement)> {
    Ok(assessed_well())
}

pub fn assessed_well() -> (Measurements, Judgement) {
    (Measurements::default(), Judgement::of(vec![]))
}

/// Goes on with the session in `dir` and puts in order what is left there.
pub fn resume_with(
    dir: &Path,
    assess: &mut recover::Assess<'_>,
) -> Result<(SessionWriter, recover::Recovery)> {
    let view = SessionView::open(dir)?;
    let lock = RootLock::acquire(dir.parent().unwrap(), "booth record")?;
    recover::resume(lock, &view, TOOL, Setup::new(clock()), assess)
}

pub fn resume(dir: &Path) -> SessionWriter {
    resume_with(dir, &mut assess).unwrap().0
}

/// Records a take of `milliseconds` and publishes it, undecided.
pub fn record_take(
    writer: &mut SessionWriter,
    prompt: &Prompt,
    repetition: u16,
    milliseconds: usize,
) -> TakeRecord {
    let mut take = writer.begin_take(prompt, repetition, form()).unwrap();
    take.write(&vec![0.25; milliseconds]).unwrap();
    let end = TakeEnd { reason: StopReason::User, capture: CaptureFacts::default() };
    let finished = writer.finish_take(take, end).unwrap();
    writer.publish_take(finished, assessed_well()).unwrap()
}

pub fn keep(writer: &mut SessionWriter, take: &TakeRecord) {
    writer.append(Event::Kept { prompt: take.prompt.clone(), take: take.take }).unwrap();
}
