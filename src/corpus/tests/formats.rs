//! Corpora with every manifest format: built, proved, and damaged.

use super::*;
use crate::corpus::format::{self, Unfit};

/// The small corpus in all formats, with a wake phrase, a near miss and a triple.
fn built() -> (Fixture, BuildReport) {
    let mut fixture = Fixture::small();
    for (session, take, intent) in [(0, 0, "wake_word"), (0, 1, "set__alarm__none"), (2, 1, "wake_negative")]
    {
        fixture.sessions[session].1[take].intent = Some(intent.to_owned());
    }
    let settings = Settings { manifests: format::names().map(str::to_owned).into(), ..settings() };
    let report = fixture.build(&fixture.plan(&settings, None), "corpus", 2).unwrap();
    (fixture, report)
}

/// The files of manifests: all but those that every corpus has.
fn manifests(fixture: &Fixture) -> BTreeMap<String, Vec<u8>> {
    let mut files = tree(&fixture.path("corpus"));
    files.retain(|path, _| {
        path.contains('/') && !["audio/", "card/"].iter().any(|folder| path.starts_with(folder))
    });
    files
}

#[test]
fn every_file_of_every_format_is_proved() {
    let (fixture, report) = built();
    assert_eq!(fixture.verify("corpus").faults, []);
    let files = manifests(&fixture);
    let folders: std::collections::BTreeSet<&str> =
        files.keys().filter_map(|path| path.split('/').next()).collect();
    assert!(folders.into_iter().eq(format::names()), "{:?}", files.keys());
    let not_wake: u64 = report.left_out_of["speech-commands"].values().sum();
    assert_eq!((not_wake, report.utterances), (5, 7));
    assert_eq!(report.left_out_of["speech-commands"].keys().collect::<Vec<_>>(), [&Unfit::NotWake]);
    for (path, bytes) in &files {
        let place = fixture.path("corpus").join(path);
        let told = |what: &str| {
            let faults = fixture.verify("corpus").faults;
            assert!(faults.iter().any(|fault| fault.path == *path), "{path}, {what}: {faults:#?}");
        };
        std::fs::remove_file(&place).unwrap();
        told("gone");
        let mut changed = bytes.clone();
        if let Some(byte) = changed.get_mut(bytes.len() / 2) {
            *byte ^= 1;
        } else {
            changed.push(b'\n');
        }
        fsio::write_new(&place, &changed).unwrap();
        told("changed");
        fsio::replace(&place, &[bytes, &b"\n"[..]].concat()).unwrap();
        told("longer");
        fsio::replace(&place, bytes).unwrap();
    }
    // By now no name is a link any more: copies of the same bytes are as good.
    assert_eq!(fixture.verify("corpus").faults, []);
    for path in ["mfa/fr-FR/ab/more.lab", "openwakeword/fr-FR/positive_train/more.wav"] {
        let place = fixture.path("corpus").join(path);
        fsio::create_dir_all(place.parent().unwrap()).unwrap();
        fsio::write_new(&place, b"x").unwrap();
        let faults = fixture.verify("corpus").faults;
        let found: Vec<_> = faults.iter().map(|fault| (fault.id, fault.path.as_str())).collect();
        assert_eq!(found, [("unlisted", path)]);
        std::fs::remove_file(&place).unwrap();
    }
}

#[cfg(unix)]
#[test]
fn audio_that_stands_at_several_places_is_one_file() {
    use std::os::unix::fs::MetadataExt as _;
    let (fixture, _) = built();
    let place = |path: &str| fixture.path("corpus").join(path);
    let audio = std::fs::metadata(place("audio/fr-FR/ab/ab-fr-fr-demo-p1-1.wav")).unwrap();
    let other = std::fs::metadata(place("mfa/fr-FR/ab/ab-fr-fr-demo-p1-1.wav")).unwrap();
    assert_eq!((audio.dev(), audio.ino()), (other.dev(), other.ino()));
    let names =
        manifests(&fixture).keys().filter(|path| path.ends_with("ab-fr-fr-demo-p1-1.wav")).count() as u64;
    // Speech Commands numbers its files, and the pseudonym is all that is left of the name.
    assert_eq!(audio.nlink(), names + 2);
}

#[test]
fn a_line_that_cannot_be_read_makes_no_audio_a_stranger() {
    let (fixture, _) = built();
    let path = fixture.path("corpus/catalogue.jsonl");
    let good = std::fs::read_to_string(&path).unwrap();
    for broken in 0..good.lines().count() {
        let lines = good.lines().enumerate().map(|(at, line)| {
            if at == broken { line.replacen("\"schema\":4", "\"schema\":3", 1) } else { line.to_owned() }
        });
        let text: String = lines.map(|line| line + "\n").collect();
        fsio::replace(&path, text.as_bytes()).unwrap();
        let faults = fixture.verify("corpus").faults;
        assert!(faults.iter().any(|fault| fault.id == "catalogue" && fault.line == Some(broken as u64 + 1)));
        let strangers: Vec<_> = faults
            .iter()
            .filter(|fault| [".wav", ".lab"].iter().any(|ending| fault.path.ends_with(ending)))
            .collect();
        assert!(strangers.is_empty(), "line {broken}: {strangers:#?}");
    }
}

#[test]
fn what_the_head_says_is_left_out_is_counted_again() {
    let (fixture, _) = built();
    let path = fixture.path("corpus/corpus.json");
    let good = std::fs::read_to_string(&path).unwrap();
    for (from, to) in [("\"not-wake\": 5", "\"not-wake\": 4"), ("\"not-train\"", "\"test-split\"")] {
        let forged = good.replacen(from, to, 1);
        assert_ne!(forged, good, "{good}");
        fsio::replace(&path, forged.as_bytes()).unwrap();
        let faults = fixture.verify("corpus").faults;
        let counts = faults.iter().find(|fault| fault.id == "counts").unwrap();
        assert!(counts.message.contains("manifests cannot take"), "{counts:?}");
    }
    let card = std::fs::read_to_string(fixture.path("corpus/README.md")).unwrap();
    assert!(card.contains("Not in it: 5 of 7 utterances.\n\n- 5: its intent is neither"), "{card}");
}

#[test]
fn audio_is_embedded_as_flac_where_that_is_asked_for() {
    let fixture = Fixture::small();
    let names = ["nemo-tarred", "parquet", "shar", "webdataset"].map(str::to_owned);
    let plain = Settings { manifests: names.into(), ..settings() };
    let small = Settings { embed: format::Coding::Flac, ..plain.clone() };
    for (settings, name) in [(&plain, "plain"), (&small, "corpus")] {
        fixture.build(&fixture.plan(settings, None), name, 2).unwrap();
        assert_eq!(fixture.verify(name).faults, []);
    }
    let (of_wav, of_flac) = (tree(&fixture.path("plain")), manifests(&fixture));
    for (path, bytes) in &of_flac {
        let holds = |what: &[u8]| bytes.windows(what.len()).any(|part| part == what);
        let is_index = path.starts_with("shar/index/");
        assert!(is_index || holds(b".flac") || path.contains("cuts"), "{path}");
        assert!(!holds(b".wav"), "{path}");
        if path.ends_with("tar") || path.ends_with("parquet") {
            assert!(bytes.len() < of_wav[path].len(), "{path}");
        }
    }
    let path = "webdataset/fr-FR/train-000000.tar";
    let mut changed = of_flac[path].clone();
    let at = changed.windows(4).position(|part| part == b"fLaC").unwrap();
    changed[at + 60] ^= 1;
    fsio::replace(&fixture.path("corpus").join(path), &changed).unwrap();
    let faults = fixture.verify("corpus").faults;
    assert_eq!(
        faults.iter().map(|fault| (fault.id, fault.path.as_str())).collect::<Vec<_>>(),
        [("checksum", path), ("shard", path)]
    );
    let floats = Settings { format: OutputFormat::Float32, ..small };
    let error = plan(fixture.input(), &floats, None, None).unwrap_err();
    assert_eq!(error.message(), "FLAC holds integers; embed WAV, or make the release of 16 or 24 bits");
}
