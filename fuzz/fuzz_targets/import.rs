//! Any bytes as the one list in a folder that is imported, beside two small recordings: a plan or an error, never a panic. The first
//! byte says which list; a Parquet file is the table of the folder or has its recordings inside.

#![no_main]

use booth::audio::{OutputFormat, WavWriter};
use booth::progress::Unwatched;
use booth::recordings::import::{ImportRequest, plan, preview};
use booth::units::SampleRate;
use libfuzzer_sys::fuzz_target;
use std::fs;
use std::io::Cursor;
use std::sync::LazyLock;
use tempfile::TempDir;

/// Bytes beyond this only cost time.
const MOST_BYTES: usize = 100_000;
/// The lists, by the first byte.
const NAMES: [&str; 12] = [
    "metadata.parquet",
    "train-00000-of-00001.parquet",
    "metadata.csv",
    "metadata.jsonl",
    "list.txt",
    "validated.tsv",
    "text",
    "wav.scp",
    "manifest.json",
    "transcripts.txt",
    "a-metadata.txt",
    "a.txt",
];

static FOLDER: LazyLock<TempDir> = LazyLock::new(|| {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, value) in [("a.wav", 0.1), ("b.wav", 0.2)] {
        let rate = SampleRate::new(16_000).expect("a rate");
        let mut writer =
            WavWriter::new(Cursor::new(Vec::new()), rate, 1, OutputFormat::Int16, None).expect("a file");
        writer.write_f64(&[value; 64]).expect("samples");
        fs::write(folder.path().join(name), writer.finish().expect("a file").0.into_inner()).expect("a file");
    }
    folder
});

fuzz_target!(|bytes: &[u8]| {
    let Some((&which, bytes)) = bytes.split_first().filter(|_| bytes.len() <= MOST_BYTES) else { return };
    let folder = FOLDER.path();
    let name = NAMES[usize::from(which) % NAMES.len()];
    // Of Kaldi's two lists the other one is there.
    let other = match name {
        "text" => Some(("wav.scp", "a a.wav\nb b.wav\n")),
        "wav.scp" => Some(("text", "a Wake me\nb Lamp on\n")),
        _ => None,
    };
    let path = folder.join(name);
    fs::write(&path, bytes).expect("a file");
    if let Some((name, list)) = other {
        fs::write(folder.join(name), list).expect("a file");
    }
    let (locale, sheet) = ("en-US".parse().expect("a locale"), "imported".parse().expect("an id"));
    let request = ImportRequest {
        speaker: (which & 0x80 != 0).then(|| "anna".parse().expect("an id")),
        ..ImportRequest::new(None, folder.to_path_buf(), locale, sheet)
    };
    if let Ok(plan) = plan(&request, 1, &Unwatched) {
        let failed = plan.findings.len() as u64;
        assert!(plan.failed() <= failed);
        assert!(plan.first(3).len() <= plan.items());
        let report = preview(&plan, &folder.join("recordings")).expect("nothing was imported before");
        assert!(report.imported <= plan.items() as u64);
    }
    fs::remove_file(&path).expect("a file");
    if let Some((name, _)) = other {
        fs::remove_file(folder.join(name)).expect("a file");
    }
});
