//! Parquet: tables beside audio, and recordings inside the file.

use super::super::shard::testfile::{Values, file, usual};
use super::layouts::{ground, is};
use super::*;
use parquet::basic::{Compression, Encoding, ZstdLevel};

/// A column of recordings as `datasets` writes it, and a text.
const SHARD: &str = "optional group audio { optional binary bytes; optional binary path (STRING); } \
                     optional binary text (STRING); optional int64 speaker_id;";
/// What `datasets` says of a column of recordings.
const AUDIO: &str = r#"{"info": {"features": {"audio": {"_type": "Audio", "decode": true}, "speaker_id": {"names": ["anna", "ben"],
    "_type": "ClassLabel"}}}}"#;

fn sounds(seeds: &[u32]) -> Values {
    Values::Bytes(seeds.iter().map(|&seed| Some(tone(seed, 1, OutputFormat::Int16))).collect())
}

fn numbers(numbers: &[i64]) -> Values {
    Values::Long(numbers.iter().map(|&number| Some(number)).collect())
}

/// A shard of a group of rows with such names and texts, whose speakers take turns.
fn shard(rows: &[(&str, &str)], seed: u32) -> Vec<u8> {
    let seeds: Vec<u32> = (seed..).take(rows.len()).collect();
    let (names, texts): (Vec<&str>, Vec<&str>) = rows.iter().copied().unzip();
    let speakers: Vec<i64> = (0..rows.len() as i64).map(|row| row % 2).collect();
    let group = vec![sounds(&seeds), Values::texts(&names), Values::texts(&texts), numbers(&speakers)];
    file(SHARD, &[group], usual(), Some(AUDIO))
}

#[test]
fn shards_hold_recordings_and_texts_and_nothing_is_laid_on_the_disk_for_them() {
    let bench = ground(None);
    bench.put("data/train-00000-of-00002.parquet", shard(&[("a.wav", "Wake me"), ("b.wav", "Lamp on")], 1));
    bench.put("data/train-00001-of-00002.parquet", shard(&[("a.wav", "Stop it")], 5));
    bench.put("README.md", "A card");
    let plan = bench.plan().unwrap();
    assert_eq!(plan.layout, Layout::HuggingFace);
    assert_eq!(
        plan.seen.because[0],
        "Parquet data/train-00000-of-00002.parquet, 2 rows, 3 columns: 1 is audio, 2 is text, 3 is speaker; 2 of 2 \
         recordings found in data/train-00000-of-00002.parquet/"
    );
    let first = plan.first(1);
    assert_eq!((first[0].path, first[0].text), ("data/train-00000-of-00002.parquet/a.wav", "Wake me"));
    let (one, two) = ("data/train-00000-of-00002.parquet", "data/train-00001-of-00002.parquet");
    is(
        &bench.taken(),
        &[
            (&format!("{one}/a.wav"), "anna", "Wake me"),
            (&format!("{one}/b.wav"), "ben", "Lamp on"),
            (&format!("{two}/a.wav"), "anna", "Stop it"),
        ],
    );
    // The oracle: the bytes that were put in.
    let kept: BTreeSet<Vec<u8>> = bench
        .bytes()
        .into_iter()
        .filter(|(path, _)| path.extension().is_some_and(|e| e == "wav"))
        .map(|(_, bytes)| bytes)
        .collect();
    assert_eq!(kept, [1, 2, 5].map(|seed| tone(seed, 1, OutputFormat::Int16)).into());
    let again = bench.import().unwrap();
    assert_eq!((again.imported, again.known), (0, 3));
    // Out of its folder, by its own name, and through a link.
    let mut named = ground(None);
    let path = named.put("a link/it.parquet", shard(&[("a.wav", "Wake me")], 1));
    named.request.path = path.clone();
    is(&named.taken(), &[("it.parquet/a.wav", "anna", "Wake me")]);
    #[cfg(unix)]
    {
        let link = named.dir.path().join("old/link.parquet");
        std::os::unix::fs::symlink(&path, &link).unwrap();
        named.request.path = link;
        assert_eq!(named.plan().unwrap().items(), 1);
    }
}

#[test]
fn the_same_shards_give_the_same_bytes_for_any_number_of_threads() {
    let rows: Vec<(String, String)> = (0..60)
        .map(|n| (format!("{n}.wav"), format!("this is sentence {}", ["one", "two", "three"][n % 3])))
        .collect();
    let rows: Vec<(&str, &str)> = rows.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let bytes = [1, 3].map(|threads| {
        let mut bench = ground(None);
        bench.threads = threads;
        bench.put("a.parquet", shard(&rows, 1));
        bench.put("b.parquet", shard(&rows, 100));
        assert_eq!(bench.import().unwrap().imported, 120);
        let root = bench.recordings();
        let bytes = bench.bytes().into_iter();
        bytes
            .map(|(path, bytes)| (path.strip_prefix(&root).unwrap().to_path_buf(), bytes))
            .collect::<BTreeMap<_, _>>()
    });
    assert!(bytes[0] == bytes[1]);
}

#[test]
fn rows_are_called_by_their_files_where_that_is_safe_and_else_by_their_numbers() {
    let bench = ground(Some("anna"));
    let names = [
        "old/place/a.wav",
        "b.wav",
        "b.wav",
        "..",
        "",
        "C:\\x\\c.wav",
        "row-1",
        ".d.wav",
        "e\u{7}.wav",
        "/data/f.wav",
    ];
    let texts = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
        .map(|n| format!("say {n}"));
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let schema = "optional group audio { optional binary bytes; optional binary path (STRING); } required binary text (STRING);";
    let group = vec![sounds(&[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]), Values::texts(&names), Values::texts(&texts)];
    bench.put("x.parquet", file(schema, &[group], usual(), None));
    let plan = bench.plan().unwrap();
    let mut paths: Vec<(u64, &str)> = plan.sessions[0]
        .items
        .iter()
        .map(|item| (item.place.1.unwrap(), item.path.strip_prefix("x.parquet/").unwrap()))
        .collect();
    paths.sort_unstable();
    let paths: Vec<&str> = paths.into_iter().map(|(_, path)| path).collect();
    assert_eq!(
        paths,
        ["a.wav", "row-2", "row-3", "row-4", "row-5", "c.wav", "row-7", "row-8", "row-9", "f.wav"]
    );
}

#[test]
fn a_row_without_bytes_has_the_file_that_it_names_or_is_told() {
    let bench = ground(Some("anna"));
    bench.tone("data/beside.wav", 3);
    let bytes = vec![
        Some(tone(1, 1, OutputFormat::Int16)),
        None,
        None,
        None,
        Some(b"no audio".to_vec()),
        Some(Vec::new()),
        Some(tone(2, 1, OutputFormat::Int16)[..400].to_vec()),
    ];
    let names: Vec<Option<Vec<u8>>> = [
        Some("a.wav"),
        Some("beside.wav"),
        Some("gone.wav"),
        None,
        Some("e.wav"),
        Some("f.wav"),
        Some("g.wav"),
    ]
    .map(|name| name.map(|name| name.as_bytes().to_vec()))
    .into();
    let texts = Values::texts(&["one", "two", "three", "four", "five", "six", "seven"]);
    let schema = "optional group audio { optional binary bytes; optional binary path (STRING); } required binary text (STRING);";
    let path = bench.put(
        "data/x.parquet",
        file(schema, &[vec![Values::Bytes(bytes), Values::Bytes(names), texts]], usual(), Some(AUDIO)),
    );
    let report = bench.import().unwrap();
    assert_eq!((report.imported, report.failed), (2, 5), "{:#?}", report.findings);
    let told: Vec<(u64, &str)> = report
        .findings
        .iter()
        .filter(|one| one.severity == Severity::Reject)
        .map(|one| (one.line.unwrap(), one.id))
        .collect();
    assert!(report.findings.iter().all(|one| one.path == path || one.severity < Severity::Reject));
    let mut told = told;
    told.sort_unstable();
    assert_eq!(
        told,
        [
            (3, "audio-missing"),
            (4, "audio-missing"),
            (5, "audio-unreadable"),
            (6, "audio-unreadable"),
            (7, "audio-unreadable")
        ]
    );
    let kept = bench.kept();
    assert_eq!(kept.keys().collect::<Vec<_>>(), ["data/beside.wav", "data/x.parquet/a.wav"]);
    // The dry run knows as much of those whose beginning tells it.
    let plan = bench.plan().unwrap();
    assert!(preview(&plan, &bench.dir.path().join("new")).unwrap().failed >= 4);
}

#[test]
fn a_plain_column_of_bytes_is_taken_for_what_it_holds() {
    let bench = ground(None);
    let schema = "required binary picture; required binary speech; required binary who (STRING); required binary sentence (STRING); \
                  optional group words (LIST) { repeated group list { optional int32 element; } } required double score;";
    let pictures = Values::Bytes(vec![Some(b"\x89PNG....".to_vec()), Some(b"\x89PNG".to_vec())]);
    let who = Values::texts(&["anna", "ben"]);
    let group = vec![
        pictures,
        sounds(&[1, 2]),
        who,
        Values::texts(&["Wake me", "Lamp on"]),
        Values::List(vec![1, 2]),
        Values::Double(vec![Some(0.25), Some(1.0)]),
    ];
    let zstd = usual().set_compression(Compression::ZSTD(ZstdLevel::default()));
    bench.put("x.parquet", file(schema, &[group], zstd, None));
    let mut bench = bench;
    bench.request.columns = Some("who=speaker,sentence=text,speech=audio".parse().unwrap());
    is(&bench.taken(), &[("x.parquet/row-1", "anna", "Wake me"), ("x.parquet/row-2", "ben", "Lamp on")]);
    bench.request.columns = None;
    bench.request.speaker = Some("anna".parse().unwrap());
    let plan = bench.plan().unwrap();
    assert_eq!(plan.items(), 2);
    assert!(plan.seen.because[1].contains("`words`, `picture`"), "{:?}", plan.seen.because);
}

#[test]
fn a_table_in_parquet_is_read_as_any_other() {
    let bench = ground(None);
    bench.tone("train/a/1.wav", 1);
    bench.tone("train/2.wav", 2);
    let schema = "required binary file_name (STRING); optional binary transcription (STRING); optional int64 speaker_id; \
                  optional boolean male; optional float weight;";
    let group = |name: &str, text: &str, speaker: i64| {
        vec![
            Values::texts(&[name]),
            Values::texts(&[text]),
            numbers(&[speaker]),
            Values::Bool(vec![Some(true)]),
            Values::Float(vec![None]),
        ]
    };
    let groups = [group("a/1.wav", "Wake me, \"now\"", 4), group("2.wav", "Lamp on", 5)];
    bench.put("train/metadata.parquet", file(schema, &groups, usual(), None));
    bench.put(
        "train/other.parquet",
        file("required binary note (STRING);", &[vec![Values::texts(&["x"])]], usual(), None),
    );
    assert_eq!(bench.layout(), Layout::HuggingFace);
    is(&bench.taken(), &[("train/2.wav", "s5", "Lamp on"), ("train/a/1.wav", "s4", "Wake me, \"now\"")]);
}

#[test]
fn what_is_no_recording_is_named() {
    let told = |bytes: Vec<u8>| {
        let bench = ground(Some("anna"));
        bench.put("x.parquet", bytes);
        let error = bench.plan().unwrap_err();
        assert_eq!(error.path().unwrap().file_name().unwrap(), "x.parquet");
        format!("{}; {}", error.message(), error.hint().unwrap_or_default())
    };
    let note = file("required binary note (STRING);", &[vec![Values::texts(&["x"])]], usual(), None);
    assert!(told(note).contains("holds no audio files"));
    let samples = "optional group audio { optional group array (LIST) { repeated group list { optional int32 element; } } \
                   optional int64 sampling_rate; } required binary text (STRING);";
    let samples = file(
        samples,
        &[vec![Values::List(vec![1]), numbers(&[16_000]), Values::texts(&["x"])]],
        usual(),
        None,
    );
    let message = told(samples);
    assert!(
        message.contains("`audio` holds recordings as lists of samples") && message.contains("cast_column"),
        "{message}"
    );
    let delta = usual().set_dictionary_enabled(false).set_encoding(Encoding::DELTA_BYTE_ARRAY);
    let delta = file(
        SHARD,
        &[vec![sounds(&[1]), Values::texts(&["a"]), Values::texts(&["b"]), numbers(&[1])]],
        delta.set_column_encoding("speaker_id".into(), Encoding::PLAIN),
        None,
    );
    let message = told(delta);
    assert!(message.contains("DELTA_BYTE_ARRAY") && message.contains("write the file again"), "{message}");
    assert!(told(b"PAR1".to_vec()).contains("PAR1"));
    // One that is damaged is told beside those that are not.
    let bench = ground(None);
    bench.put("a.parquet", shard(&[("a.wav", "Wake me")], 1));
    bench.put("b.parquet", &shard(&[("a.wav", "Wake me")], 1)[..1500]);
    let report = bench.import().unwrap();
    assert_eq!((report.imported, report.failed), (1, 1));
    assert_eq!(ids(&report.findings, Severity::Reject), ["table-unreadable"]);
}
