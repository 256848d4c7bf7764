//! Imports of layouts made in temporary folders.

#![expect(clippy::disallowed_methods, reason = "the tests make the input of an import")]

mod layouts;
mod shards;

use super::*;
use crate::audio::quantise::OutputFormat;
use crate::audio::wav::{WavReader, WavWriter};
use crate::digest::Sha256;
use crate::error::{Error, ErrorKind, Result};
use crate::fsio;
use crate::progress::Unwatched;
use crate::quality::Policy;
use crate::recordings::session::SessionView;
use crate::recordings::session::event::Event;
use crate::recordings::session::layout::find_sessions;
use crate::recordings::session::record::SourceRecord;
use crate::recordings::testing;
use crate::severity::Severity;
use crate::units::SampleRate;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Cursor;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

const FIXTURES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/import");

/// A folder to import from, and one to import into.
struct Bench {
    dir: TempDir,
    request: ImportRequest,
    threads: usize,
}

impl Bench {
    fn new(layout: Layout) -> Self {
        let dir = tempfile::tempdir().unwrap();
        fs::create_dir(dir.path().join("old")).unwrap();
        let (locale, sheet) = ("en-US".parse().unwrap(), "imported".parse().unwrap());
        let request = ImportRequest {
            speaker: (layout != Layout::CommonVoice).then(|| "anna".parse().unwrap()),
            ids: Ids::Names,
            licence: "CC0-1.0".to_owned(),
            consent_statement: Some("Signed forms lie in folder 7.\n".to_owned()),
            ..ImportRequest::new(layout, dir.path().join("old"), locale, sheet)
        };
        Self { dir, request, threads: 2 }
    }

    fn put(&self, path: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.request.path.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, bytes).unwrap();
        path
    }

    fn pair(&self, stem: &str, seed: u32) {
        self.put(&format!("{stem}.wav"), tone(seed, 1, OutputFormat::Int16));
        self.put(&format!("{stem}.txt"), format!("this is sentence {stem}\n"));
    }

    fn fixture(&self, name: &str, to: &str) {
        self.put(to, fs::read(Path::new(FIXTURES).join(name)).unwrap());
    }

    fn recordings(&self) -> PathBuf {
        self.dir.path().join("recordings")
    }

    fn plan(&self) -> Result<ImportPlan> {
        plan(&self.request, self.threads, &Unwatched)
    }

    /// Imports, stopping after so many recordings.
    fn import_some(&self, limit: u64) -> Result<ImportReport> {
        let policy = Policy::default();
        let watch = |done: u64, _: u64| {
            if done < limit { Ok(()) } else { Err(Error::new(ErrorKind::Interrupted, "enough")) }
        };
        let into = self.recordings();
        let new = ApplyOptions::new(&into, &policy, testing::clock(), [7; 32]);
        let options = ApplyOptions { threads: self.threads, watch: &watch, ..new };
        apply(&self.plan()?, &options)
    }

    fn import(&self) -> Result<ImportReport> {
        self.import_some(u64::MAX)
    }

    fn sessions(&self) -> Vec<SessionView> {
        let dirs = find_sessions(&self.recordings()).unwrap().sessions;
        dirs.iter().map(|dir| SessionView::open(dir).unwrap()).collect()
    }

    /// Checks that what is there is whole, and returns the kept takes by the path of their source.
    fn kept(&self) -> BTreeMap<String, (String, Sha256)> {
        let mut kept = BTreeMap::new();
        for view in self.sessions() {
            assert_eq!(view.faults(), [], "{}", view.dir().display());
            let mut files = BTreeSet::new();
            for take in view.kept() {
                let path = view.path_of(take);
                assert_eq!(Sha256::of_file(&path).unwrap(), (take.sha256, take.bytes));
                assert_eq!(WavReader::open(&path).unwrap().info().frames, take.frames);
                let value = (take.prompt.to_string(), take.sha256);
                assert_eq!(kept.insert(take.origin.clone().unwrap().path.unwrap(), value), None);
                files.insert(path);
            }
            let there = fs::read_dir(view.dir().join("audio")).unwrap().map(|entry| entry.unwrap().path());
            assert_eq!(there.collect::<BTreeSet<_>>(), files);
        }
        kept
    }

    /// Returns all bytes below the folder of sessions but those of lock files.
    fn bytes(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        let walk = walkdir::WalkDir::new(self.recordings()).into_iter().map(|entry| entry.unwrap());
        let files = walk.filter(|entry| entry.file_type().is_file());
        files
            .filter(|entry| entry.file_name() != fsio::FolderLock::NAME)
            .map(|entry| (entry.path().to_path_buf(), fs::read(entry.path()).unwrap()))
            .collect()
    }
}

/// A WAV file of 0.3 s of a tone that differs by `seed`; the last channel is the loud one.
fn tone(seed: u32, channels: u16, format: OutputFormat) -> Vec<u8> {
    let rate = SampleRate::new(16_000).unwrap();
    let mut writer = WavWriter::new(Cursor::new(Vec::new()), rate, channels, format, None).unwrap();
    for i in 0..4800u32 {
        let value = f64::from((i * (seed + 3)) % 97) / 97.0 - 0.5;
        let frame: Vec<f64> =
            (1..=channels).map(|channel| if channel == channels { value } else { value * 0.001 }).collect();
        writer.write_f64(&frame).unwrap();
    }
    writer.finish().unwrap().0.into_inner()
}

fn ids(findings: &[ImportFinding], severity: Severity) -> Vec<&str> {
    findings.iter().filter(|finding| finding.severity == severity).map(|finding| finding.id).collect()
}

#[test]
fn a_length_that_no_take_can_have_is_refused_before_anything_is_written() {
    let bench = Bench::new(Layout::Pairs);
    let mut bytes = std::fs::read("tests/fixtures/import/tone-16-bit.flac").unwrap();
    // STREAMINFO's count of samples, 36 bits: FLAC format specification, METADATA_BLOCK_STREAMINFO.
    bytes[21] |= 0x0f;
    bytes[22..26].fill(0xff);
    bench.put("long.flac", bytes);
    bench.put("long.txt", "say it");
    let report = bench.import().unwrap();
    assert_eq!((report.imported, report.failed), (0, 1), "{:?}", report.findings);
    let told: Vec<&str> = report.findings.iter().map(|finding| finding.message.as_str()).collect();
    assert!(told.iter().any(|message| message.contains("68719476735 frames")), "{told:?}");
}

#[test]
fn every_kind_of_audio_becomes_a_take_that_holds_the_same_samples() {
    let bench = Bench::new(Layout::Pairs);
    bench.put("a.WAV", tone(1, 1, OutputFormat::Int16));
    bench.put("b.wav", tone(2, 2, OutputFormat::Int24));
    bench.put("deep/er/c.wav", tone(3, 1, OutputFormat::Float32));
    bench.fixture("tone-16-bit.flac", "d.flac");
    bench.fixture("tone-24-bit-stereo.flac", "e.flac");
    bench.fixture("tone.mp3", "f.mp3");
    bench.fixture("tone.ogg", "g.ogg");
    for stem in ["a", "b", "deep/er/c", "d", "e", "f", "g"] {
        bench.put(&format!("{stem}.txt"), format!("\u{feff}say  {stem} (softly)\r\n"));
    }
    let report = bench.import().unwrap();
    assert_eq!((report.imported, report.failed, report.known), (7, 0, 0), "{:?}", report.findings);
    assert_eq!(
        (report.changes.byte_order_mark, report.changes.carriage_return, report.changes.spaces),
        (7, 7, 7)
    );
    let view = &bench.sessions()[0];
    let facts: Vec<(&str, u16, u16, u16)> = view
        .kept()
        .iter()
        .map(|take| (take.prompt.as_str(), take.measurements.bits, take.channels, take.channel))
        .collect();
    let expected = [("a", 16, 1, 0), ("b", 24, 2, 1), ("d", 16, 1, 0), ("c", 32, 1, 0), ("e", 24, 2, 0)];
    assert_eq!(facts.len(), 7);
    for fact in expected {
        assert!(facts.contains(&fact), "{fact:?} in {facts:?}");
    }
    // The oracle of the lossless ones: the bytes of the source, and the formula of the fixture.
    assert_eq!(fs::read(view.dir().join("audio/a_1.wav")).unwrap(), tone(1, 1, OutputFormat::Int16));
    assert_eq!(fs::read(view.dir().join("audio/b_1.wav")).unwrap(), tone(2, 2, OutputFormat::Int24));
    assert_eq!(fs::read(view.dir().join("audio/c_1.wav")).unwrap(), tone(3, 1, OutputFormat::Float32));
    for (file, scale) in [("d", 32_768.0), ("e", 8_388_608.0f64)] {
        let mut samples = vec![0f64; 9000];
        let mut reader = WavReader::open(&view.dir().join(format!("audio/{file}_1.wav"))).unwrap();
        assert_eq!(reader.read_f64(0, &mut samples).unwrap(), 8000);
        for (i, &sample) in samples[..8000].iter().enumerate() {
            let exact = 0.5 * scale * libm::sin(2.0 * std::f64::consts::PI * 440.0 * i as f64 / 16_000.0);
            assert_eq!(sample * scale, exact.round(), "{file}, sample {i}");
        }
    }
    let take = view.kept()[0];
    assert_eq!(take.text, "say a (softly)");
    assert_eq!(take.origin.as_ref().unwrap().sha256, Sha256::of(tone(1, 1, OutputFormat::Int16)));
    let record = view.record();
    assert_eq!(record.source, SourceRecord::Import { layout: "pairs".to_owned() });
    let receipt = record.consent.as_ref().unwrap();
    assert!(receipt.grants("asr") && !receipt.grants("tts") && receipt.method == "statement");
    assert_eq!(receipt.statement.as_deref(), Some("Signed forms lie in folder 7.\n"));
    assert_eq!(bench.kept().len(), 7);
}

#[test]
fn the_same_import_again_writes_nothing_and_threads_make_no_difference() {
    let mut bench = Bench::new(Layout::Pairs);
    (0..5).for_each(|i| bench.pair(&format!("s{i}"), i));
    bench.put("broken.wav", "RIFF, or so it says");
    bench.put("broken.txt", "nobody will hear this");
    let first = bench.import().unwrap();
    assert_eq!((first.imported, first.failed), (5, 1));
    let before = bench.bytes();
    let second = bench.import().unwrap();
    assert_eq!((second.imported, second.known, second.failed), (0, 6, 1), "{:?}", second.findings);
    assert_eq!(second.sessions[0].outcome, Outcome::AlreadyImported);
    assert_eq!(second.sessions[0].id, first.sessions[0].id);
    assert_eq!(bench.bytes(), before);
    let preview = preview(&bench.plan().unwrap(), &bench.recordings()).unwrap();
    assert_eq!((preview.imported, preview.known), (0, 6));
    fs::remove_dir_all(bench.recordings()).unwrap();
    bench.threads = 1;
    bench.import().unwrap();
    assert_eq!(bench.bytes(), before);
}

#[test]
fn a_dry_run_leaves_out_what_the_beginning_of_a_file_tells() {
    let bench = Bench::new(Layout::Pairs);
    bench.pair("a", 1);
    bench.put("b.amr", b"#!AMR\n\x3c\x91\x17");
    bench.put("b.txt", "lamp on");
    let whole = tone(2, 1, OutputFormat::Int16);
    bench.put("c.wav", &whole[..whole.len() / 2]);
    bench.put("c.txt", "lamp off");
    let dry = preview(&bench.plan().unwrap(), &bench.recordings()).unwrap();
    let real = bench.import().unwrap();
    let counts = |report: &ImportReport| (report.imported, report.failed);
    assert_eq!((counts(&dry), counts(&real)), ((1, 2), (1, 2)), "{:?}", dry.findings);
    let mut reasons = [dry.findings, real.findings];
    for findings in &mut reasons {
        findings.sort_by(|a, b| a.path.cmp(&b.path));
    }
    assert_eq!(reasons[0], reasons[1]);
}

#[test]
fn a_stopped_import_goes_on_where_it_stopped() {
    let bench = Bench::new(Layout::Pairs);
    (0..6).for_each(|i| bench.pair(&format!("s{i}"), i));
    let stopped = bench.import_some(2).unwrap();
    assert!(stopped.stopped && stopped.imported >= 2 && stopped.imported < 6, "{stopped:?}");
    assert_eq!(bench.kept().len() as u64, stopped.imported);
    let resumed = bench.import().unwrap();
    assert_eq!(resumed.sessions[0].outcome, Outcome::Resumed);
    assert_eq!((resumed.imported, resumed.known), (6 - stopped.imported, stopped.imported));
    assert_eq!(bench.sessions().len(), 1);
    assert_eq!(bench.kept().len(), 6);
    let before = bench.bytes();
    assert_eq!(bench.import().unwrap().imported, 0);
    assert_eq!(bench.bytes(), before);
}

#[test]
fn a_kill_at_any_byte_of_the_journal_loses_nothing() {
    let bench = Bench::new(Layout::Pairs);
    (0..3).for_each(|i| bench.pair(&format!("s{i}"), i));
    bench.import().unwrap();
    let whole = bench.kept();
    let dir = bench.sessions()[0].dir().to_path_buf();
    let journal = fs::read(dir.join("takes.jsonl")).unwrap();
    let ends: Vec<usize> = (0..journal.len()).filter(|&at| journal[at] == b'\n').collect();
    let cuts = ends.iter().flat_map(|&end| [end.saturating_sub(40), end, end + 1]).chain([0, 1]);
    for cut in cuts {
        fs::write(dir.join("takes.jsonl"), &journal[..cut]).unwrap();
        // A file whose line was not written any more lies there half done.
        fs::write(dir.join("audio/s2_1.wav"), b"RIFF").unwrap();
        fs::create_dir_all(bench.recordings().join(".import.partial")).unwrap();
        fs::write(bench.recordings().join(".import.partial/0.wav.partial"), b"RIFF").unwrap();
        let known = SessionView::open(&dir).unwrap().takes().len();
        if known == 3 {
            fs::write(dir.join("audio/s2_1.wav"), tone(2, 1, OutputFormat::Int16)).unwrap();
        }
        let report = bench.import().unwrap();
        assert_eq!(report.imported as usize, 3 - known, "cut at {cut}");
        assert_eq!(bench.sessions().len(), 1);
        let kept: BTreeMap<_, _> = bench
            .sessions()
            .iter()
            .flat_map(|view| view.kept().into_iter().cloned().collect::<Vec<_>>())
            .map(|take| (take.origin.unwrap().path.unwrap(), (take.prompt.to_string(), take.sha256)))
            .collect();
        assert_eq!(kept, whole, "cut at {cut}");
        for (prompt, sha256) in whole.values() {
            assert_eq!(Sha256::of_file(dir.join(format!("audio/{prompt}_1.wav"))).unwrap().0, *sha256);
        }
        assert!(!bench.recordings().join(".import.partial").exists());
    }
}

#[test]
fn a_grown_folder_adds_a_session_of_what_is_new() {
    let bench = Bench::new(Layout::Pairs);
    bench.pair("m/one", 1);
    bench.pair("m/two", 2);
    bench.import().unwrap();
    let before = bench.kept();
    // One sorts first and would take the id of another; one has the same audio and a corrected text.
    bench.pair("a/one", 3);
    bench.pair("z", 4);
    bench.put("m/two.txt", "another text");
    let stopped = bench.import_some(1).unwrap();
    assert!(stopped.stopped);
    let resumed = bench.import().unwrap();
    assert_eq!(stopped.imported + resumed.imported, 3);
    assert_eq!(ids(&stopped.findings, Severity::Warn), ["symbol", "symbol", "text-changed"]);
    assert_eq!(resumed.failed, 0);
    let sessions = bench.sessions();
    assert_eq!(sessions.len(), 2, "the second was gone on with");
    let prompts: Vec<String> = sessions
        .iter()
        .flat_map(|view| view.kept().into_iter().map(|take| take.prompt.to_string()).collect::<Vec<_>>())
        .collect();
    assert_eq!(prompts.iter().collect::<BTreeSet<_>>().len(), 5, "no id stands for two texts: {prompts:?}");
    assert_eq!(before["m/one.wav"].0, "one");
    assert_eq!(bench.import().unwrap().imported, 0);
}

#[test]
fn what_cannot_be_imported_is_said_and_the_rest_goes_on() {
    let bench = Bench::new(Layout::Pairs);
    bench.pair("good", 1);
    bench.pair("copy", 2);
    bench.put("copy2.wav", tone(2, 1, OutputFormat::Int16));
    bench.put("copy2.txt", "this is sentence copy");
    bench.put("lonely.wav", tone(3, 1, OutputFormat::Int16));
    bench.put("readme.txt", "what this is");
    bench.pair("two", 4);
    bench.put("two.flac", "x");
    bench.put("silent.txt", " \r\n");
    bench.put("silent.wav", tone(5, 1, OutputFormat::Int16));
    bench.put("latin1.txt", b"caf\xe9");
    bench.put("latin1.wav", tone(6, 1, OutputFormat::Int16));
    bench.put("nothing.wav", "");
    bench.put("nothing.txt", "no bytes");
    let mut nan = tone(7, 1, OutputFormat::Float32);
    let end = nan.len();
    nan[end - 4..].copy_from_slice(&f32::NAN.to_le_bytes());
    bench.put("nan.wav", nan);
    bench.put("nan.txt", "not a number");
    bench.put("cut.wav", &tone(8, 1, OutputFormat::Int16)[..3000]);
    bench.put("cut.txt", "cut short");
    bench.put("empty.wav", &tone(9, 1, OutputFormat::Int16)[..44]);
    bench.put("empty.txt", "only a header");
    bench.put("notes.pdf", "x");
    bench.put("._good.wav", "resource fork");
    let report = bench.import().unwrap();
    assert_eq!(report.imported, 2);
    let names = |severity| -> BTreeMap<String, &str> {
        let found = report.findings.iter().filter(|finding| finding.severity == severity);
        found.map(|f| (f.path.file_name().unwrap().to_string_lossy().into_owned(), f.id)).collect()
    };
    let expected = [
        ("lonely.wav", "text-missing"),
        ("two.flac", "audio-ambiguous"),
        ("silent.txt", "text-unusable"),
        ("latin1.txt", "text-unusable"),
        ("nothing.wav", "audio-unreadable"),
        ("nan.wav", "audio-unreadable"),
        ("cut.wav", "audio-unreadable"),
        ("empty.wav", "audio-unreadable"),
    ];
    let expected: BTreeMap<String, &str> = expected.map(|(name, id)| (name.to_owned(), id)).into();
    assert_eq!(names(Severity::Reject), expected);
    assert_eq!(report.failed, 8);
    assert_eq!(names(Severity::Warn), BTreeMap::from([("readme.txt".to_owned(), "audio-missing")]));
    assert_eq!(names(Severity::Info), BTreeMap::from([("copy2.txt".to_owned(), "duplicate")]));
    assert_eq!(bench.plan().unwrap().ignored, BTreeMap::from([("pdf".to_owned(), 1)]));
}

#[test]
fn a_speaker_of_whom_nothing_can_be_used_gets_no_session() {
    let bench = Bench::new(Layout::Pairs);
    bench.put("a.wav", "not audio");
    bench.put("a.txt", "a");
    let report = bench.import().unwrap();
    assert_eq!((report.sessions[0].outcome, report.failed), (Outcome::Empty, 1));
    assert_eq!(bench.bytes(), BTreeMap::new());
}

#[test]
fn ljspeech_reads_lines_without_quoting_and_never_leaves_its_folder() {
    let bench = Bench::new(Layout::LjSpeech);
    for (index, name) in ["LJ1", "LJ2", "LJ3", "e\u{301}"].into_iter().enumerate() {
        bench.put(&format!("wavs/{name}.wav"), tone(index as u32, 1, OutputFormat::Int16));
    }
    bench.put("outside.wav", tone(9, 1, OutputFormat::Int16));
    let outside = bench.request.path.join("outside");
    let lines = [
        "\u{feff}LJ1|\"Please, he said|Please, he said\r",
        "LJ2|in 1465",
        "",
        "LJ3",
        "LJ1|a|b|c",
        "|no id",
        "../outside|up and out",
        &format!("{}|from the root", outside.display()),
        "LJ9|not there",
        "é|composed otherwise",
    ];
    let mut table = lines.join("\n").into_bytes();
    table.extend_from_slice(b"\nLJ3|caf\xe9\n");
    bench.put("metadata.csv", table);
    let report = bench.import().unwrap();
    assert_eq!(report.imported, 3, "{:?}", report.findings);
    let found: Vec<(Option<u64>, &str)> = report
        .findings
        .iter()
        .filter(|finding| finding.severity == Severity::Reject)
        .map(|finding| (finding.line, finding.id))
        .collect();
    let expected = [
        (4, "row-broken"),
        (5, "row-broken"),
        (6, "row-broken"),
        (7, "unsafe-path"),
        (8, "unsafe-path"),
        (9, "audio-missing"),
        (11, "row-broken"),
    ];
    assert_eq!(found, expected.map(|(line, id)| (Some(line), id)));
    assert_eq!(ids(&report.findings, Severity::Warn), ["digit", "text-missing"]);
    let view = &bench.sessions()[0];
    let texts: Vec<(&str, &str)> =
        view.kept().into_iter().map(|take| (take.prompt.as_str(), take.text.as_str())).collect();
    assert_eq!(texts, [("lj1", "Please, he said"), ("lj2", "in 1465"), ("e", "composed otherwise")]);
    assert_eq!(view.kept()[0].printed.as_deref(), Some("\"Please, he said"));
    assert_eq!(view.kept()[0].origin.as_ref().unwrap().path.as_deref(), Some("wavs/LJ1.wav"));
    // The table itself can be named as well.
    let mut request = bench.request.clone();
    request.path = request.path.join("metadata.csv");
    assert_eq!(plan(&request, 1, &Unwatched).unwrap().items(), 3);
}

#[test]
fn common_voice_makes_a_session_of_each_client() {
    let bench = Bench::new(Layout::CommonVoice);
    for name in ["c1", "c2", "c3", "c4"] {
        bench.fixture("tone.mp3", &format!("clips/{name}.mp3"));
    }
    bench.put(
        "validated.tsv",
        "client_id\tpath\tsentence_id\tsentence\tsentence_domain\tup_votes\tdown_votes\tage\tgender\taccents\tvariant\tlocale\tsegment\n\
         anna@example.org\tc1.mp3\tx\t\"Hello\"\t\t2\t0\t\tfemale_feminine\tWelsh, I think\t\ten\t\n\
         anna@example.org\tc2.mp3\tx\tgood bye\t\t2\t0\ttwenties\tdo_not_wish_to_say\t\t\ten\t\n\
         berta\tc3.mp3\tx\thello\t\t2\t0\t\t\t\t\ten\t\n\
         berta\t../validated.tsv\tx\thello\t\t2\t0\t\t\t\t\ten\t\n\
         \tc3.mp3\tx\thello\t\t2\t0\t\t\t\t\ten\t\n\
         berta\tc3.mp3\tx\thello\n\
         berta\tc3.mp3\tx\tbonjour\t\t2\t0\t\t\t\t\tfr\t\n",
    );
    let plan = bench.plan().unwrap();
    assert_eq!((plan.sessions.len(), plan.items(), plan.unlisted), (2, 3, 1));
    let report = bench.import().unwrap();
    assert_eq!(report.imported, 3);
    assert_eq!(
        ids(&report.findings, Severity::Reject),
        ["unsafe-path", "row-broken", "row-broken", "other-locale"]
    );
    assert!(report.findings.iter().all(|finding| finding.line.is_some()));
    let sessions = bench.sessions();
    let anna = sessions.iter().find(|view| view.takes().len() == 2).unwrap();
    let metadata: Vec<(&str, &str)> =
        anna.record().speaker.metadata.iter().map(|(key, value)| (key.as_str(), value.as_str())).collect();
    assert_eq!(metadata, [("accent", "Welsh, I think"), ("age", "twenties"), ("gender", "female_feminine")]);
    assert_eq!(anna.kept()[0].text, "\"Hello\"");
    for (path, bytes) in bench.bytes() {
        assert!(!String::from_utf8_lossy(&bytes).contains("example.org"), "{}", path.display());
    }
}

#[test]
fn an_older_common_voice_table_is_read_by_its_column_names() {
    let bench = Bench::new(Layout::CommonVoice);
    bench.fixture("tone.mp3", "clips/abc.mp3");
    bench.put("clips/other.mp3", "x");
    let table = "path\tsentence\tclient_id\taccent\nabc\thello\tanna\tus\n";
    let table = bench.put("train.tsv", table);
    let mut bench = bench;
    bench.request.path = table;
    assert_eq!(bench.import().unwrap().imported, 1);
    assert_eq!(bench.sessions()[0].record().speaker.metadata["accent"], "us");
    for (table, word) in [("path\tsentence\n", "client_id"), ("", "empty")] {
        fs::write(&bench.request.path, table).unwrap();
        let error = bench.plan().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Corpus);
        assert!(error.message().contains(word) && error.path().is_some(), "{error}");
    }
}

type Change<'a> = &'a dyn Fn(&mut ImportRequest);

#[test]
fn a_request_that_cannot_be_is_refused_with_the_flag_to_give() {
    let refused = |layout, change: Change<'_>| {
        let mut bench = Bench::new(layout);
        change(&mut bench.request);
        bench.plan().unwrap_err()
    };
    let cases: [(Layout, Change<'_>, ErrorKind, &str); 8] = [
        (Layout::Pairs, &|r| r.speaker = None, ErrorKind::Usage, "--speaker"),
        (Layout::CommonVoice, &|r| r.speaker = "anna".parse().ok(), ErrorKind::Usage, "--speaker"),
        (Layout::Pairs, &|r| r.grant = vec!["sell".to_owned()], ErrorKind::Usage, "tts"),
        (Layout::Pairs, &|r| r.grant = vec!["tts".to_owned()], ErrorKind::Usage, "--grant asr"),
        (Layout::Pairs, &|r| r.consent_statement = Some(" ".to_owned()), ErrorKind::Usage, "proof"),
        (Layout::Pairs, &|_| {}, ErrorKind::Corpus, "no recording"),
        (Layout::LjSpeech, &|_| {}, ErrorKind::Corpus, "metadata.csv"),
        (Layout::CommonVoice, &|r| r.path = r.path.join("nowhere"), ErrorKind::Io, "no such"),
    ];
    for (layout, change, kind, word) in cases {
        let error = refused(layout, change);
        assert_eq!(error.kind(), kind, "{error}");
        assert!(error.to_string().contains(word), "{word} in {error}");
    }
}

#[test]
fn an_import_without_a_statement_is_noted_when_one_comes_later() {
    let mut bench = Bench::new(Layout::Pairs);
    bench.pair("a", 1);
    let statement = bench.request.consent_statement.take();
    bench.import().unwrap();
    assert_eq!(bench.sessions()[0].record().consent, None);
    bench.request.consent_statement = statement;
    let report = bench.import().unwrap();
    assert_eq!(ids(&report.findings, Severity::Warn), ["consent-missing"]);
}

#[cfg(unix)]
#[test]
fn names_that_are_not_utf_8_are_left_out_and_a_root_that_is_not_is_read() {
    use std::os::unix::ffi::OsStrExt as _;
    let mut bench = Bench::new(Layout::Pairs);
    let name = std::ffi::OsStr::from_bytes(b"caf\xe9");
    bench.request.path = bench.dir.path().join(name);
    bench.pair("good", 1);
    fs::write(bench.request.path.join(name).with_extension("wav"), tone(2, 1, OutputFormat::Int16)).unwrap();
    let report = bench.import().unwrap();
    assert_eq!((report.imported, ids(&report.findings, Severity::Reject)), (1, vec!["unreadable-path"]));
    serde_json::to_string(&bench.plan().unwrap()).unwrap();
}

#[test]
fn a_recording_left_out_is_in_the_journal() {
    let bench = Bench::new(Layout::Pairs);
    bench.pair("a", 1);
    bench.put("b.wav", "nonsense");
    bench.put("b.txt", "b");
    bench.import().unwrap();
    let view = &bench.sessions()[0];
    let line = view.lines().iter().find_map(|entry| match &entry.event {
        Event::LeftOut { origin, .. } => {
            Some(serde_json::to_string(entry).unwrap() + origin.path.as_deref().unwrap_or_default())
        }
        _ => None,
    });
    let line = line.unwrap();
    assert!(line.contains("\"event\":\"left-out\"") && line.ends_with("b.wav"), "{line}");
}
