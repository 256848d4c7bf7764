//! Plan, build and verify together, over small recordings made here.

mod consent;
mod formats;

use super::build::{BuildOptions, BuildReport, build};
use super::catalogue::Row;
use super::format;
use super::lock_file::{LockFile, read_lock};
use super::make::make;
use super::plan::{Input, Plan, plan};
use super::refusal::Reason;
use super::release::Settings;
use super::select::tests::{NOW, judge, session, take};
use super::select::{Keep, Recordings, Session};
use super::source::{Folders, judge_under};
use super::split::{Lock, Split, Targets};
use super::verify::{Depth, Fault, VerifyReport, verify};
use crate::audio::quantise::OutputFormat;
use crate::audio::wav::{WavReader, WavWriter};
use crate::digest::Sha256;
use crate::error::{Error, ErrorKind, Result};
use crate::fsio::{self, StagingDir};
use crate::progress::Unwatched;
use crate::quality::{Measurements, Policy, Verdict};
use crate::recordings::session::consent::receipt_copy;
use crate::recordings::session::view::StoredTakes;
use crate::recordings::session::writer::{pretty, write_consent};
use crate::recordings::session::{Found, Receipt, TakeState};
use crate::recordings::testing;
use crate::recordings::{SessionRecord, TakeRecord};
use crate::units::{SampleRate, Utc};
use std::collections::BTreeMap;
use std::io::Cursor;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Recordings whose records are in memory and whose audio is on disk.
pub(super) struct Fixture {
    root: tempfile::TempDir,
    pub(super) sessions: Vec<(Arc<Session>, Vec<TakeRecord>)>,
}

impl Recordings for Fixture {
    fn sessions(&self) -> Result<Found> {
        let sessions = self.sessions.iter().map(|(session, _)| session.dir.clone()).collect();
        Ok(Found { sessions, ..Found::default() })
    }

    fn record(&self, dir: &Path) -> Result<SessionRecord> {
        Ok(self.find(dir).0.record.clone())
    }

    fn takes(&self, dir: &Path, keep: Keep<'_>) -> Result<StoredTakes<u64>> {
        let (session, takes) = self.find(dir);
        let record = session.record.clone();
        let kept = takes.iter().map(|take| Ok((keep(&record, take.clone())?, TakeState::Kept)));
        let takes = kept.collect::<Result<_>>()?;
        Ok(StoredTakes { record, takes, faults: Vec::new(), imprint: None, goes_on: false })
    }
}

impl Fixture {
    pub(super) fn new() -> Self {
        Self { root: tempfile::tempdir().unwrap(), sessions: Vec::new() }
    }

    fn find(&self, dir: &Path) -> &(Arc<Session>, Vec<TakeRecord>) {
        self.sessions.iter().find(|(session, _)| session.dir == dir).unwrap()
    }

    pub(super) fn path(&self, name: &str) -> PathBuf {
        self.root.path().join(name)
    }

    /// Adds a session of `prompts`, each a tone of `ms` milliseconds at `hz` with two channels.
    pub(super) fn add(
        &mut self,
        id: &str,
        speaker: &str,
        locale: &str,
        hz: u32,
        prompts: &[(&str, u64, f64)],
    ) {
        let session = session(&self.path("recordings"), id, speaker, locale);
        fsio::create_dir_all(&session.dir.join("audio")).unwrap();
        fsio::create_dir_all(&session.dir.join("consent")).unwrap();
        let receipt = session.record.consent.as_ref().unwrap();
        write_consent(&session.dir, receipt, testing::CONSENT_TEXT).unwrap();
        let rate = SampleRate::new(hz).unwrap();
        let mut takes = Vec::new();
        for (prompt, ms, level) in prompts {
            let frames = crate::units::frames_in_ms(*ms, rate);
            let mut samples = Vec::new();
            for n in 0..frames {
                let seed = id.len() as f64 + speaker.len() as f64 * 3.0 + f64::from(speaker.as_bytes()[0]);
                let phase = n as f64 * 0.061 * (1.0 + seed / 100.0);
                // The second channel is wrong on purpose: the take says that speech is on the second.
                samples.push(-0.25);
                samples.push((level * phase.sin()).clamp(-1.0, 32_767.0 / 32_768.0));
            }
            let mut writer =
                WavWriter::new(Cursor::new(Vec::new()), rate, 2, OutputFormat::Int16, Some(frames)).unwrap();
            writer.write_f64(&samples).unwrap();
            let bytes = writer.finish().unwrap().0.into_inner();
            let mut record = take(prompt, 1, &format!("words of {prompt}, «{locale}»"));
            fsio::write_new(&session.dir.join(&record.file), &bytes).unwrap();
            record.sha256 = Sha256::of(&bytes);
            record.bytes = bytes.len() as u64;
            (record.frames, record.rate, record.channels, record.channel) = (frames, rate, 2, 1);
            record.intent = Some("alarm_set".to_owned());
            takes.push(record);
        }
        self.sessions.push((Arc::new(session), takes));
    }

    /// Changes the consent of a session, in its record and in its copy.
    pub(super) fn change_consent(&mut self, session: usize, change: impl FnOnce(&mut Receipt)) {
        let session = Arc::make_mut(&mut self.sessions[session].0);
        let receipt = session.record.consent.as_mut().unwrap();
        change(receipt);
        fsio::replace(&receipt_copy(&session.dir, receipt), &pretty(receipt).unwrap()).unwrap();
    }

    /// Four speakers, two locales, three rates, one clip that clips when resampled.
    pub(super) fn small() -> Self {
        let mut fixture = Self::new();
        fixture.add("s1", "ab", "fr-FR", 48_000, &[("p1", 40, 0.4), ("p2", 30, 5.0), ("p10", 20, 0.1)]);
        fixture.add("s2", "a", "fr-FR", 44_100, &[("p1", 35, 0.3)]);
        fixture.add("s3", "c", "de-DE", 16_000, &[("p1", 33, 0.2), ("p2", 21, 0.6)]);
        fixture.add("s4", "d", "de-DE", 8_000, &[("p1", 30, 0.2)]);
        fixture
    }

    pub(super) fn input(&self) -> Input<'_> {
        Input { recordings: self, judge: &judge, now: Utc::from_millis(NOW), scratch: self.root.path() }
    }

    pub(super) fn plan(&self, settings: &Settings, lock: Option<&Lock>) -> Plan {
        plan(self.input(), settings, lock, None).unwrap()
    }

    pub(super) fn build(&self, plan: &Plan, out: &str, threads: usize) -> Result<BuildReport> {
        let options = BuildOptions { threads, ..BuildOptions::default() };
        build(plan, self.input(), &self.path(out), options)
    }

    pub(super) fn verify(&self, out: &str) -> VerifyReport {
        verify(&self.path(out), Depth::Whole, 2, self.root.path(), &Unwatched).unwrap()
    }
}

pub(super) fn settings() -> Settings {
    Settings {
        title: "Small \"test\" corpus".to_owned(),
        rate: SampleRate::new(16_000).unwrap(),
        format: OutputFormat::Int16,
        min_verdict: Verdict::Warn,
        scope: "asr".to_owned(),
        targets: Targets::default(),
        splitting: super::splitting::Splitting::default(),
        version: None,
        previous: None,
        manifests: format::names().map(str::to_owned).into(),
        shard_bytes: None,
        policy_sha256: Sha256::of("policy"),
        date: None,
        licence: None,
        access: None,
        project_sha256: None,
        without_shared: false,
    }
}

/// Every file under a folder, by relative path.
pub(super) fn tree(dir: &Path) -> BTreeMap<String, Vec<u8>> {
    walkdir::WalkDir::new(dir)
        .into_iter()
        .map(|entry| entry.unwrap())
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let name = entry.path().strip_prefix(dir).unwrap().to_string_lossy().into_owned();
            (name, std::fs::read(entry.path()).unwrap())
        })
        .collect()
}

#[test]
fn the_same_recordings_give_the_same_bytes_for_any_thread_count_order_and_place() {
    let fixture = Fixture::small();
    let plan = fixture.plan(&settings(), None);
    fixture.build(&plan, "one", 1).unwrap();
    let one = tree(&fixture.path("one"));
    assert_eq!(fixture.verify("one").faults, []);
    for threads in [2, 3] {
        let mut other = Fixture::small();
        other.sessions.reverse();
        for (_, takes) in &mut other.sessions {
            takes.reverse();
        }
        let planned = other.plan(&settings(), None);
        other.build(&planned, "other", threads).unwrap();
        let other = tree(&other.path("other"));
        assert_eq!(one.keys().collect::<Vec<_>>(), other.keys().collect::<Vec<_>>());
        for (name, bytes) in &one {
            assert!(other[name] == *bytes, "{name} differs with {threads} threads");
        }
    }
    // Nothing of the machine is in it.
    let place = fixture.root.path().to_string_lossy().into_owned();
    for (name, bytes) in &one {
        assert!(!String::from_utf8_lossy(bytes).contains(&place), "{name}");
    }
    assert_eq!(
        std::fs::read_dir(fixture.root.path()).unwrap().count(),
        2,
        "only recordings and corpus are left"
    );
}

#[test]
fn the_plan_says_what_is_built() {
    let mut fixture = Fixture::small();
    let mut again = fixture.sessions[0].1[0].clone();
    again.take = 2;
    again.measurements.clip_runs = Some(1);
    fixture.sessions[0].1.push(again);
    let plan = fixture.plan(&settings(), None);
    assert_eq!(plan.utterances, 7);
    assert_eq!(plan.refused_by_reason, [(Reason::Outranked, 1)].into());
    assert_eq!(plan.placed.len(), 4);
    // Two speakers fill two of three splits; which two, follows from the salted order of all four.
    assert_eq!(plan.notes, ["de-DE has 2 speakers and none in test", "fr-FR has 2 speakers and none in dev"]);
    assert!(serde_json::to_string(&plan).unwrap().contains("\"outranked\""));
    let report = fixture.build(&plan, "corpus", 2).unwrap();
    assert_eq!((report.utterances, report.audio_bytes), (plan.utterances, plan.audio_bytes));
    assert_eq!(report.frames, 40 * 16 + 30 * 16 + 20 * 16 + 561 + 33 * 16 + 21 * 16 + 30 * 16);
    assert_eq!(report.splits.len(), 3);
    assert_eq!(report.attenuated, 1);
    let report = fixture.verify("corpus");
    assert_eq!(report.faults, []);
    assert_eq!((report.utterances, report.audio_bytes), (7, plan.audio_bytes));
}

#[test]
fn audio_is_the_chosen_channel_at_its_level_and_never_clips() {
    let fixture = Fixture::small();
    fixture.build(&fixture.plan(&settings(), None), "corpus", 2).unwrap();
    let read = |path: &str| {
        let mut reader = WavReader::open(&fixture.path("corpus").join(path)).unwrap();
        let mut samples = vec![0.0f64; reader.info().frames as usize];
        reader.read_f64(0, &mut samples).unwrap();
        samples
    };
    // 16 kHz to 16 kHz: the samples of channel 1, bit for bit.
    let mut source = WavReader::open(&fixture.path("recordings/s3/audio/p1_1.wav")).unwrap();
    let mut expected = vec![0.0f64; 33 * 16];
    source.read_f64(1, &mut expected).unwrap();
    assert_eq!(read("audio/de-DE/c/c-de-de-demo-p1-1.wav"), expected);
    // The clip that would have passed full scale is lowered, and the catalogue says by how much.
    let hot = read("audio/fr-FR/ab/ab-fr-fr-demo-p2-1.wav");
    let peak = hot.iter().fold(0.0f64, |peak, sample| peak.max(sample.abs()));
    assert!((0.99..1.0).contains(&peak), "{peak}");
    let catalogue = std::fs::read_to_string(fixture.path("corpus/catalogue.jsonl")).unwrap();
    let row = catalogue.lines().find(|line| line.contains("\"ab-fr-fr-demo-p2-1\"")).unwrap();
    let row = super::catalogue::Row::parse(row).unwrap();
    assert!(row.gain_db < -0.1 && row.gain_db > -6.0, "{}", row.gain_db);
}

#[test]
fn every_format_and_rate_verifies() {
    let fixture = Fixture::small();
    for (name, format, hz) in [
        ("int24", OutputFormat::Int24, 16_000),
        ("float", OutputFormat::Float32, 22_050),
        ("same", OutputFormat::Int16, 48_000),
    ] {
        let mut settings = settings();
        (settings.format, settings.rate) = (format, SampleRate::new(hz).unwrap());
        let plan = fixture.plan(&settings, None);
        let report = fixture.build(&plan, name, 2).unwrap();
        assert_eq!(report.audio_bytes, plan.audio_bytes);
        assert_eq!(fixture.verify(name).faults, []);
    }
}

#[test]
fn a_corpus_without_manifests_and_with_a_single_speaker_verifies() {
    let mut fixture = Fixture::new();
    fixture.add("s1", "ab", "fr-FR", 48_000, &[("p1", 40, 0.4)]);
    let mut settings = settings();
    settings.manifests = Vec::new();
    settings.date = Some("2026-11-24".to_owned());
    let plan = fixture.plan(&settings, None);
    assert!(plan.notes[0].contains("1 speaker cannot fill three splits"), "{:?}", plan.notes);
    fixture.build(&plan, "corpus", 1).unwrap();
    assert_eq!(fixture.verify("corpus").faults, []);
    assert_eq!(tree(&fixture.path("corpus")).len(), 6);
}

#[test]
fn a_recording_that_changed_stops_the_build_and_nothing_is_left() {
    let fixture = Fixture::small();
    let plan = fixture.plan(&settings(), None);
    let path = fixture.path("recordings/s3/audio/p2_1.wav");
    let mut bytes = std::fs::read(&path).unwrap();
    *bytes.last_mut().unwrap() ^= 1;
    fsio::replace(&path, &bytes).unwrap();
    for threads in [1, 3] {
        let error = fixture.build(&plan, "corpus", threads).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Integrity);
        assert_eq!(error.path(), Some(path.as_path()));
    }
    // A file that is no WAV is named too.
    fsio::replace(&path, &vec![b'x'; bytes.len()]).unwrap();
    let error = fixture.build(&plan, "corpus", 2).unwrap_err();
    assert_eq!((error.kind(), error.path()), (ErrorKind::Audio, Some(path.as_path())));
    assert_eq!(std::fs::read_dir(fixture.root.path()).unwrap().count(), 1);
}

#[test]
fn a_stop_leaves_nothing_and_an_existing_corpus_is_never_touched() {
    let fixture = Fixture::small();
    let plan = fixture.plan(&settings(), None);
    let stop = |done: u64, _: u64| {
        if done == 3 { Err(Error::new(ErrorKind::Interrupted, "stopped")) } else { Ok(()) }
    };
    let options = BuildOptions { threads: 2, watch: &stop, ..BuildOptions::default() };
    let error = build(&plan, fixture.input(), &fixture.path("corpus"), options).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Interrupted);
    assert_eq!(std::fs::read_dir(fixture.root.path()).unwrap().count(), 1);
    fixture.build(&plan, "corpus", 2).unwrap();
    assert_eq!(fixture.build(&plan, "corpus", 2).unwrap_err().kind(), ErrorKind::Exists);
}

#[test]
fn the_lock_file_is_kept_up_and_speakers_stay_when_others_join() {
    let mut fixture = Fixture::small();
    let lock_file = fixture.path("splits.lock");
    let first = fixture.plan(&settings(), None);
    let build_with = |fixture: &Fixture, plan: &Plan, out: &str| {
        let held = LockFile::hold(&lock_file).unwrap();
        let options = BuildOptions { lock_file: Some(&held), ..BuildOptions::default() };
        build(plan, fixture.input(), &fixture.path(out), options)
    };
    build_with(&fixture, &first, "v1").unwrap();
    let locked = read_lock(&lock_file).unwrap().unwrap();
    assert_eq!(locked, first.lock);
    fixture.add("s5", "e", "fr-FR", 16_000, &[("p1", 500, 0.4)]);
    fixture.sessions.remove(1);
    let second = fixture.plan(&settings(), Some(&locked));
    build_with(&fixture, &second, "v2").unwrap();
    for (speaker, entry) in &locked.speakers {
        assert_eq!(second.lock.split(speaker), Some(entry.split));
    }
    assert_eq!(second.lock.speakers.len(), 5);
    assert_eq!(fixture.verify("v2").faults, []);
    // A plan that did not see the lock may not overwrite it.
    let late = Fixture::small();
    let unaware = late.plan(&settings(), None);
    let error = build_with(&late, &unaware, "v1").unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Integrity, "{error}");
    assert!(!late.path("v1").exists());
    assert_eq!(read_lock(&lock_file).unwrap().unwrap(), second.lock);
    let other_salt = plan(fixture.input(), &settings(), Some(&locked), Some("other")).unwrap_err();
    assert_eq!(other_salt.kind(), ErrorKind::Usage);
}

#[test]
fn nothing_to_pack_and_sessions_that_are_there_twice_are_errors() {
    let mut fixture = Fixture::small();
    let mut none = settings();
    none.scope = "tts".to_owned();
    let plan_of_none = fixture.plan(&none, None);
    assert_eq!(plan_of_none.refused_by_reason, [(Reason::ConsentScope, 7)].into());
    assert_eq!(fixture.build(&plan_of_none, "corpus", 1).unwrap_err().kind(), ErrorKind::Integrity);
    let mut copy = (*fixture.sessions[0].0).clone();
    copy.dir = fixture.path("elsewhere/s1");
    fixture.sessions.push((Arc::new(copy), Vec::new()));
    let error = plan(fixture.input(), &settings(), None, None).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Session);
    let refused = |change: &dyn Fn(&mut Settings)| {
        let mut settings = settings();
        change(&mut settings);
        plan(fixture.input(), &settings, None, None).unwrap_err().kind()
    };
    assert_eq!(refused(&|settings| settings.title = "a\nb".to_owned()), ErrorKind::Usage);
    assert_eq!(refused(&|settings| settings.scope = "all".to_owned()), ErrorKind::Usage);
    assert_eq!(refused(&|settings| settings.manifests.push("x".to_owned())), ErrorKind::Usage);
    assert_eq!(refused(&|settings| settings.targets.dev = 0), ErrorKind::Usage);
}

/// Flips one bit and says whether a fault names the file.
fn is_caught(fixture: &Fixture, name: &str, at: usize, bit: u8) -> std::result::Result<(), Vec<Fault>> {
    let path = fixture.path("corpus").join(name);
    let good = std::fs::read(&path).unwrap();
    let mut bad = good.clone();
    bad[at] ^= 1 << bit;
    overwrite(&path, &bad);
    let report = verify(&fixture.path("corpus"), Depth::Whole, 1, fixture.root.path(), &Unwatched).unwrap();
    overwrite(&path, &good);
    if report.faults.iter().any(|fault| fault.path == name) { Ok(()) } else { Err(report.faults) }
}

/// Writes in place and without syncing: thousands of times in the test below.
fn overwrite(path: &Path, bytes: &[u8]) {
    use std::io::Write as _;
    std::fs::OpenOptions::new().write(true).open(path).unwrap().write_all(bytes).unwrap();
}

#[test]
fn a_flip_of_any_byte_is_found_and_its_file_named() {
    let mut fixture = Fixture::new();
    fixture.add("s1", "ab", "fr-FR", 48_000, &[("p1", 12, 0.4), ("p2", 10, 0.3)]);
    fixture.add("s2", "a", "fr-FR", 44_100, &[("p1", 11, 0.3)]);
    fixture.add("s3", "c", "de-DE", 16_000, &[("p1", 12, 0.2)]);
    let manifests = ["kaldi", "nemo", "nemo-tarred", "parquet"].map(str::to_owned).into();
    fixture.build(&fixture.plan(&Settings { manifests, ..settings() }, None), "corpus", 2).unwrap();
    let files = tree(&fixture.path("corpus"));
    let mut flips = 0;
    for (name, bytes) in &files {
        let step = match bytes.len() {
            0..1500 => 1,
            1500..6000 => 13,
            _ => 89,
        };
        for at in (0..bytes.len()).step_by(step) {
            // The bit changes with the place, and the lowest and a case bit are among them.
            let bit = [0u8, 5, 1, 6, 2, 7, 3, 4][at % 8];
            if let Err(faults) = is_caught(&fixture, name, at, bit) {
                panic!("byte {at} bit {bit} of {name} is not named: {faults:#?}");
            }
            flips += 1;
        }
    }
    assert!(flips > 2000, "{flips}");
    assert_eq!(tree(&fixture.path("corpus")), files);
    assert_eq!(fixture.verify("corpus").faults, []);
}

#[test]
fn one_change_gives_the_fault_that_tells_it() {
    let fixture = Fixture::small();
    fixture.build(&fixture.plan(&settings(), None), "corpus", 2).unwrap();
    let corpus = fixture.path("corpus");
    let faults = || -> Vec<(String, Option<u64>, &'static str)> {
        let report = verify(&corpus, Depth::Whole, 2, fixture.root.path(), &Unwatched).unwrap();
        report.faults.into_iter().map(|fault| (fault.path, fault.line, fault.id)).collect()
    };
    let with = |name: &str, change: &dyn Fn(&mut Vec<u8>)| {
        let path = corpus.join(name);
        let good = std::fs::read(&path).unwrap();
        let mut bad = good.clone();
        change(&mut bad);
        fsio::replace(&path, &bad).unwrap();
        let found = faults();
        fsio::replace(&path, &good).unwrap();
        found
    };
    let audio = "audio/de-DE/c/c-de-de-demo-p1-1.wav";
    let fault = |path: &str, line: Option<u64>, id: &'static str| (path.to_owned(), line, id);
    assert_eq!(with(audio, &|bytes| *bytes.last_mut().unwrap() ^= 1), [fault(audio, None, "checksum")]);
    let cut = with(audio, &|bytes| bytes.truncate(100));
    assert_eq!(
        cut,
        [
            fault(audio, None, "checksum"),
            fault(audio, None, "header"),
            fault(audio, None, "header"),
            fault(audio, None, "size"),
        ]
    );
    let sums = std::fs::read_to_string(corpus.join("SHA256SUMS")).unwrap();
    let line = sums.lines().position(|line| line.ends_with(audio)).unwrap();
    let start = sums.lines().take(line).map(|line| line.len() + 1).sum::<usize>();
    let in_list = |id| fault("SHA256SUMS", Some(line as u64 + 1), id);
    assert_eq!(
        with("SHA256SUMS", &|bytes| bytes[start] = b"01"[usize::from(bytes[start] == b'0')]),
        [in_list("checksum-list")]
    );
    for name in ["README.md", "corpus.json", "splits.lock", "catalogue.jsonl", "nemo/train_manifest.json"] {
        let line = sums.lines().position(|line| line.ends_with(name)).unwrap();
        let start = sums.lines().take(line).map(|line| line.len() + 1).sum::<usize>();
        let found = with("SHA256SUMS", &|bytes| bytes[start] = b"01"[usize::from(bytes[start] == b'0')]);
        assert_eq!(found, [fault("SHA256SUMS", Some(line as u64 + 1), "checksum-list")], "{name}");
    }
    let dropped = with("SHA256SUMS", &|bytes| {
        bytes.drain(start..=start + 66 + audio.len());
    });
    assert_eq!(dropped, [fault(audio, None, "unlisted")]);
    let card = with("README.md", &|bytes| bytes.extend_from_slice(b"more\n"));
    assert_eq!(card, [fault("README.md", None, "card"), fault("README.md", None, "checksum")]);
    let text = with("kaldi/train/text", &|bytes| bytes.extend_from_slice(b"x y\n"));
    assert_eq!(text[0].2, "checksum");
    assert_eq!(text[1].2, "manifest");
    assert_eq!(text.len(), 2);
    fsio::write_new(&corpus.join("audio/note.txt"), b"x").unwrap();
    assert_eq!(faults(), [fault("audio/note.txt", None, "unlisted")]);
    fsio::remove_leftover(&corpus.join("audio/note.txt")).unwrap();
    fsio::remove_leftover(&corpus.join(audio)).unwrap();
    assert_eq!(faults(), [fault(audio, None, "missing")]);
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(corpus.join("README.md"), corpus.join(audio)).unwrap();
        assert_eq!(faults(), [fault(audio, None, "missing"), fault(audio, None, "unlisted")]);
    }
    for name in ["README.md", "SHA256SUMS", "splits.lock", "corpus.json", "catalogue.jsonl"] {
        fsio::remove_leftover(&corpus.join(name)).unwrap();
        if name != "catalogue.jsonl" {
            assert!(faults().contains(&fault(name, None, "missing")), "{name}");
        }
    }
    let error = verify(&corpus, Depth::Whole, 1, fixture.root.path(), &Unwatched).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Corpus);
}

#[test]
fn a_speaker_moved_to_another_split_is_a_fault_of_the_catalogue() {
    let fixture = Fixture::small();
    let plan = fixture.plan(&settings(), None);
    fixture.build(&plan, "corpus", 1).unwrap();
    let path = fixture.path("corpus/catalogue.jsonl");
    let text = std::fs::read_to_string(&path).unwrap();
    let speaker = plan.speakers.iter().find(|speaker| speaker.utterances > 1).unwrap();
    let split = speaker.split.unwrap();
    let other = if split == Split::Dev { Split::Test } else { Split::Dev };
    let (old, new) = (format!("\"split\":\"{split}\""), format!("\"split\":\"{other}\""));
    let mut is_first = true;
    let moved: String = text
        .lines()
        .map(|line| {
            let is_theirs = line.contains(&format!("\"speaker\":\"{}\"", speaker.speaker));
            let line = if is_theirs && is_first { line.replace(&old, &new) } else { line.to_owned() };
            is_first &= !is_theirs;
            line + "\n"
        })
        .collect();
    fsio::replace(&path, moved.as_bytes()).unwrap();
    let report = fixture.verify("corpus");
    let ids: Vec<&str> = report.faults.iter().map(|fault| fault.id).collect();
    for id in ["speaker-split", "splits", "checksum", "counts", "manifest"] {
        assert!(ids.contains(&id), "{id}: {:#?}", report.faults);
    }
}

#[test]
fn sessions_that_the_recorder_wrote_become_a_corpus() {
    use crate::recordings::testing;
    let dir = tempfile::tempdir().unwrap();
    let root = dir.path().join("recordings");
    let mut writer = testing::create(&root, "s1");
    let one = testing::record_take(&mut writer, &testing::prompt("one", 1), 1, 300);
    testing::keep(&mut writer, &one);
    testing::record_take(&mut writer, &testing::prompt("two", 1), 1, 300);
    drop(writer);
    let folders = Folders::find(&[root.clone(), root]).unwrap().believed();
    let policy = Policy::default_for("asr").unwrap();
    let judge = |record: &SessionRecord, measured: &Measurements| judge_under(&policy, record, measured);
    let now = Utc::from_millis(NOW);
    let input = Input { recordings: &folders, judge: &judge, now, scratch: dir.path() };
    let mut settings = settings();
    (settings.policy_sha256, settings.min_verdict) = (policy.sha256(), Verdict::Reject);
    let planned = plan(input, &settings, None, None).unwrap();
    assert_eq!(planned.refused_by_reason, [(Reason::Undecided, 1)].into());
    let out = dir.path().join("corpus");
    let options = BuildOptions { threads: 2, ..BuildOptions::default() };
    let report = build(&planned, input, &out, options).unwrap();
    assert_eq!((report.utterances, report.frames), (1, one.frames * 16));
    assert_eq!(verify(&out, Depth::Whole, 1, dir.path(), &Unwatched).unwrap().faults, []);
}

#[test]
fn a_part_of_a_plan_is_made_as_in_the_whole() {
    let mut fixture = Fixture::small();
    let prompts: Vec<String> = (0..600).map(|n| format!("q{n}")).collect();
    let prompts: Vec<(&str, u64, f64)> = prompts.iter().map(|id| (id.as_str(), 2, 0.3)).collect();
    fixture.add("s6", "b", "fr-FR", 16_000, &prompts);
    let plan = fixture.plan(&settings(), None);
    let rows = |range: std::ops::Range<u64>| {
        let staging = StagingDir::create(&fixture.path("part"), "a test").unwrap();
        let mut rows = Vec::new();
        let mut each = |row: Row| {
            assert!(staging.path().join(&row.audio).is_file());
            rows.push(row);
            Ok(())
        };
        make(&plan, fixture.input(), range, &staging, 2, None, &mut each).unwrap();
        let files = tree(staging.path()).len();
        assert_eq!(files, rows.len(), "no file but those of the range");
        rows
    };
    let all = rows(0..plan.utterances);
    assert_eq!(all.len(), 607);
    assert!(all.is_sorted_by_key(|row| row.id.clone()));
    // Cuts at and inside batches and speakers; the middle one is within the one long speaker.
    let cuts = [0, 1, 3, 259, 400, 605, 607];
    let parts: Vec<Row> = cuts.windows(2).flat_map(|cut| rows(cut[0]..cut[1])).collect();
    assert_eq!(parts, all);
    assert_eq!(rows(607..607), []);
}
