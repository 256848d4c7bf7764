//! Corpora that are described to catalogues and archives: built, proved, damaged, and used as bags.

use super::*;
use crate::corpus::read::Corpus;
use crate::corpus::{delta, diff, previous};
use crate::project::{Access, Description, Kind, Licence};

/// The small corpus with every description, under a licence of its own.
fn described() -> (Fixture, Settings) {
    let mut fixture = Fixture::small();
    for session in 0..fixture.sessions.len() {
        fixture.change_consent(session, |receipt| {
            receipt.scopes.insert("share-gated".to_owned(), true);
        });
    }
    let description = Description {
        kinds: Kind::ALL.to_vec(),
        creator: Some("The Voices: \"of\" our valley".to_owned()),
        contact: Some("voices@example.org".to_owned()),
        url: Some("https://example.org/voices".to_owned()),
    };
    let settings = Settings {
        manifests: vec!["kaldi".to_owned()],
        version: Some("1.0.0".to_owned()),
        date: Some("2026-11-24".to_owned()),
        licence: Some(Licence::own("LicenseRef-ours", b"Ask the elders.\n").unwrap()),
        access: Some(Access::Gated),
        description: Some(description),
        ..settings()
    };
    (fixture, settings)
}

fn built(fixture: &Fixture, settings: &Settings, out: &str, threads: usize, bag: bool) {
    let plan = fixture.plan(settings, None);
    let options = BuildOptions { threads, bag, ..BuildOptions::default() };
    build(&plan, fixture.input(), &fixture.path(out), options).unwrap();
}

/// Damages each file of a corpus that `is_meant`: each time it is gone, changed or longer, and it alone is named.
fn each_fault_is_told(fixture: &Fixture, corpus: &str, is_meant: impl Fn(&str) -> bool) -> usize {
    let files: Vec<(String, Vec<u8>)> =
        tree(&fixture.path(corpus)).into_iter().filter(|(path, _)| is_meant(path)).collect();
    for (path, bytes) in &files {
        let place = fixture.path(corpus).join(path);
        let told = |what: &str| {
            let faults = fixture.verify(corpus).faults;
            let named: Vec<&str> = faults.iter().map(|fault| fault.path.as_str()).collect();
            assert!(named.contains(&path.as_str()), "{path}, {what}: {faults:#?}");
            // Of a file that is listed and gone the list is told as well.
            let lists = ["SHA256SUMS", "data/SHA256SUMS"];
            let others: Vec<_> = named.iter().filter(|name| *name != path && !lists.contains(name)).collect();
            assert!(others.is_empty(), "{path}, {what}: {faults:#?}");
        };
        std::fs::remove_file(&place).unwrap();
        told("gone");
        let mut changed = bytes.clone();
        changed[bytes.len() / 2] ^= 1;
        fsio::write_new(&place, &changed).unwrap();
        told("changed");
        for (longer, what) in
            [([bytes, &b"\n"[..]].concat(), "longer"), (bytes[..bytes.len() - 1].to_vec(), "cut")]
        {
            fsio::replace(&place, &longer).unwrap();
            told(what);
        }
        fsio::replace(&place, bytes).unwrap();
    }
    assert_eq!(fixture.verify(corpus).faults, []);
    files.len()
}

#[test]
fn descriptions_are_the_same_bytes_for_any_thread_count_and_order() {
    let (fixture, settings) = described();
    built(&fixture, &settings, "one", 1, true);
    let (mut other, _) = described();
    other.sessions.reverse();
    built(&other, &settings, "elsewhere", 3, true);
    let (one, other) = (tree(&fixture.path("one")), tree(&other.path("elsewhere")));
    assert!(one == other, "{:?}", one.keys());
    // A bag is the corpus in a folder of it.
    built(&fixture, &settings, "plain", 2, false);
    let plain = tree(&fixture.path("plain"));
    let inner = one.iter().filter_map(|(path, bytes)| Some((path.strip_prefix("data/")?, bytes)));
    assert!(inner.eq(plain.iter().map(|(path, bytes)| (path.as_str(), bytes))));
    assert_eq!((fixture.verify("one").faults, fixture.verify("plain").faults), (vec![], vec![]));
    assert_eq!(one.len(), plain.len() + 4);
    assert_eq!(fixture.verify("one").files, one.len() as u64);
}

#[test]
fn every_file_of_every_description_is_proved() {
    let (fixture, settings) = described();
    built(&fixture, &settings, "corpus", 2, false);
    let count = each_fault_is_told(&fixture, "corpus", crate::corpus::describe::is_of);
    // Three files, and five for each of two locales.
    assert_eq!(count, 13);
    for path in ["mdc/fr-FR/more.txt", "mdc/it-IT/index.tsv", "croissant.json.bak"] {
        let place = fixture.path("corpus").join(path);
        fsio::create_dir_all(place.parent().unwrap()).unwrap();
        fsio::write_new(&place, b"x").unwrap();
        let faults = fixture.verify("corpus").faults;
        let found: Vec<_> = faults.iter().map(|fault| (fault.id, fault.path.as_str())).collect();
        assert_eq!(found, [("unlisted", path)]);
        std::fs::remove_file(&place).unwrap();
        let _ = std::fs::remove_dir(fixture.path("corpus/mdc/it-IT"));
    }
}

#[test]
fn a_description_that_was_forged_with_its_checksum_is_told() {
    let (fixture, settings) = described();
    built(&fixture, &settings, "corpus", 2, false);
    let list = std::fs::read_to_string(fixture.path("corpus/SHA256SUMS")).unwrap();
    let files = tree(&fixture.path("corpus"));
    for (path, bytes) in files.iter().filter(|(path, _)| crate::corpus::describe::is_of(path)) {
        let mut forged = bytes.clone();
        let at = forged.len() / 2;
        forged[at] ^= 1;
        fsio::replace(&fixture.path("corpus").join(path), &forged).unwrap();
        let new = list.replace(&Sha256::of(bytes).to_string(), &Sha256::of(&forged).to_string());
        fsio::replace(&fixture.path("corpus/SHA256SUMS"), new.as_bytes()).unwrap();
        let faults = fixture.verify("corpus").faults;
        assert!(faults.iter().any(|fault| fault.path == *path), "{path}: {faults:#?}");
        fsio::replace(&fixture.path("corpus").join(path), bytes).unwrap();
    }
}

#[test]
fn what_a_description_follows_from_is_named_and_not_the_description() {
    let (fixture, settings) = described();
    built(&fixture, &settings, "corpus", 2, false);
    for (path, from, to) in [
        ("corpus.json", "The Voices", "The Noises"),
        ("corpus.json", "\"schema\": 1", "\"schema\": 7"),
        ("catalogue.jsonl", "\"take\":1", "\"take\":12"),
        ("catalogue.jsonl", "\"schema\":4", "\"schema\":5"),
    ] {
        let place = fixture.path("corpus").join(path);
        let good = std::fs::read_to_string(&place).unwrap();
        fsio::replace(&place, good.replacen(from, to, 1).as_bytes()).unwrap();
        let faults = fixture.verify("corpus").faults;
        assert!(faults.iter().any(|fault| fault.path == path), "{faults:#?}");
        let blamed: Vec<_> =
            faults.iter().filter(|fault| crate::corpus::describe::is_of(&fault.path)).collect();
        assert!(blamed.is_empty(), "{path}, {to}: {blamed:#?}");
        fsio::replace(&place, good.as_bytes()).unwrap();
    }
}

#[test]
fn every_file_of_a_bag_is_proved() {
    let (fixture, settings) = described();
    built(&fixture, &settings, "bag", 2, true);
    assert_eq!(each_fault_is_told(&fixture, "bag", |path| !path.starts_with("data/")), 4);
    // What is wrong inside is the corpus's fault alone.
    let inside = ["data/audio/de-DE/c/c-de-de-demo-p1-1.wav", "data/splits.lock", "data/CITATION.cff"];
    assert_eq!(each_fault_is_told(&fixture, "bag", |path| inside.contains(&path)), 3);
    for (path, is_folder) in [("fetch.txt", false), ("more", true)] {
        let place = fixture.path("bag").join(path);
        if is_folder {
            fsio::create_dir_all(&place).unwrap();
        } else {
            fsio::write_new(&place, b"x").unwrap();
        }
        let faults = fixture.verify("bag").faults;
        let found: Vec<_> = faults.iter().map(|fault| (fault.id, fault.path.as_str())).collect();
        assert_eq!(found, [("unlisted", path)]);
        if is_folder { std::fs::remove_dir(&place).unwrap() } else { std::fs::remove_file(&place).unwrap() }
    }
    // The list of the corpus is its own witness.
    let list = fixture.path("bag/data/SHA256SUMS");
    let good = std::fs::read_to_string(&list).unwrap();
    fsio::replace(
        &list,
        good.replacen(&good[..1], if good.starts_with('0') { "1" } else { "0" }, 1).as_bytes(),
    )
    .unwrap();
    let faults = fixture.verify("bag").faults;
    assert!(!faults.is_empty() && faults.iter().all(|fault| fault.path == "data/SHA256SUMS"), "{faults:#?}");
}

#[test]
fn a_bag_is_a_corpus_for_all_that_use_one() {
    let (mut fixture, settings) = described();
    built(&fixture, &settings, "old", 2, true);
    let (old, new) = (fixture.path("old"), fixture.path("new"));
    let corpus = Corpus::open(&old).unwrap();
    assert_eq!((corpus.len(), corpus.dir()), (7, &*old.join("data")));
    let audio = corpus.utterances().unwrap().map(|one| one.unwrap().audio().unwrap().samples.len());
    assert_eq!(audio.filter(|samples| *samples > 0).count(), 7);
    fixture.sessions.remove(1);
    let next = Settings {
        version: Some("1.1.0".to_owned()),
        previous: Some(previous::look(&old).unwrap()),
        ..settings
    };
    let input = Input { previous: Some(&old), ..fixture.input() };
    let plan = plan(input, &next, None, None).unwrap();
    let options = BuildOptions { bag: true, ..BuildOptions::default() };
    build(&plan, input, &new, options).unwrap();
    assert_eq!(fixture.verify("new").faults, []);
    let mut changes = 0;
    let summary = diff::diff(&old, &new, &mut |_| {
        changes += 1;
        Ok(())
    });
    assert_eq!(summary.unwrap().removed.utterances, 1);
    delta::make(&old, &new, &fixture.path("delta"), &Unwatched).unwrap();
    delta::apply(&old, &fixture.path("delta"), &fixture.path("made"), &Unwatched).unwrap();
    assert_eq!(tree(&fixture.path("made")), tree(&new.join("data")));
}

#[test]
fn a_corpus_that_nobody_described_has_no_word_of_it() {
    let fixture = Fixture::small();
    built(&fixture, &settings(), "corpus", 1, false);
    let head = std::fs::read_to_string(fixture.path("corpus/corpus.json")).unwrap();
    assert!(!head.contains("description"), "{head}");
    // A bag needs nothing said of its makers.
    built(&fixture, &settings(), "bag", 1, true);
    assert_eq!(fixture.verify("bag").faults, []);
    let info = std::fs::read_to_string(fixture.path("bag/bag-info.txt")).unwrap();
    let labels: Vec<&str> = info.lines().filter_map(|line| Some(line.split_once(": ")?.0)).collect();
    assert_eq!(labels, ["External-Description", "External-Identifier", "Bag-Software-Agent", "Payload-Oxum"]);
}
