//! The card of a corpus with its drawings and its parts: built, proved, damaged, and held to what a release needs.

use super::*;
use crate::corpus::verify::promises;
use crate::project::{Access, CARD_PARTS, Licence, Part, PartKind, digests};

fn part(id: &str, text: &str) -> Part {
    Part::read(PartKind::find(id).unwrap(), text.as_bytes()).unwrap().unwrap()
}

/// Builds the small corpus with parts.
fn built(settings: &Settings, parts: &[Part], out: &str) -> Fixture {
    let fixture = Fixture::small();
    let settings = Settings { card: digests(parts), ..settings.clone() };
    let options = BuildOptions { threads: 2, parts, ..BuildOptions::default() };
    build(&fixture.plan(&settings, None), fixture.input(), &fixture.path(out), options).unwrap();
    fixture
}

#[test]
fn a_card_with_parts_is_proved_file_by_file() {
    let parts = [part("motivation", "# Why\n\nFor fun.\n"), part("changes", "None.\n")];
    let fixture = built(&settings(), &parts, "corpus");
    assert_eq!(fixture.verify("corpus").faults, []);
    let corpus = fixture.path("corpus");
    let card = std::fs::read_to_string(corpus.join("README.md")).unwrap();
    assert!(card.contains("### Motivation\n\n#### Why\n\nFor fun.\n"), "{card}");
    assert_eq!(std::fs::read_to_string(corpus.join("card/motivation.md")).unwrap(), "# Why\n\nFor fun.\n");
    let files: Vec<String> = tree(&corpus).into_keys().filter(|path| path.starts_with("card/")).collect();
    assert_eq!(
        files,
        [
            "card/changes.md",
            "card/durations.svg",
            "card/hours.svg",
            "card/motivation.md",
            "card/snr.svg",
            "card/speakers.svg"
        ]
    );
    let told = || -> Vec<(String, &'static str)> {
        fixture.verify("corpus").faults.into_iter().map(|fault| (fault.path, fault.id)).collect()
    };
    let pair = |path: &str, id: &'static str| (path.to_owned(), id);
    for path in &files {
        let place = corpus.join(path);
        let good = std::fs::read(&place).unwrap();
        fsio::replace(&place, &[&good[..], b"more\n"].concat()).unwrap();
        let found = told();
        assert!(found.contains(&pair(path, "checksum")), "{path}: {found:?}");
        let is_drawing = !parts.iter().any(|part| part.kind().path() == *path);
        assert!(found.iter().all(|(place, _)| place == path), "{path}: {found:?}");
        assert_eq!(found.contains(&pair(path, "card")), is_drawing, "{path}: {found:?}");
        fsio::remove_leftover(&place).unwrap();
        assert!(told().contains(&pair(path, "missing")), "{path}");
        fsio::write_new(&place, &good).unwrap();
    }
    // What nobody named has no place, of whatever kind it is.
    for name in ["card/ethics.md", "card/extra.svg"] {
        fsio::write_new(&corpus.join(name), b"x\n").unwrap();
        assert_eq!(told(), [pair(name, "unlisted")]);
        fsio::remove_leftover(&corpus.join(name)).unwrap();
    }
    // A card that says other numbers, with a list of checksums that agrees.
    let listed = |from: &[u8], to: &[u8], path: &str| {
        let sums = std::fs::read_to_string(corpus.join("SHA256SUMS")).unwrap();
        let changed = sums.replace(&Sha256::of(from).to_string(), &Sha256::of(to).to_string());
        fsio::replace(&corpus.join("SHA256SUMS"), changed.as_bytes()).unwrap();
        fsio::replace(&corpus.join(path), to).unwrap();
    };
    let lie = card.replace("| train and dev |", "| train and test |").replace("7 utterances", "8 utterances");
    assert_ne!(lie, card);
    listed(card.as_bytes(), lie.as_bytes(), "README.md");
    assert_eq!(told(), [pair("README.md", "card")]);
    listed(lie.as_bytes(), card.as_bytes(), "README.md");
    let text = b"# Why\n\n<script>\n";
    listed(parts[0].text().as_bytes(), text, "card/motivation.md");
    // List and part agree against the head.
    assert_eq!(told(), [pair("corpus.json", "checksum")]);
    listed(text, parts[0].text().as_bytes(), "card/motivation.md");
    assert_eq!(told(), []);
    // Of another version's corpus the checksums hold.
    let head = std::fs::read_to_string(corpus.join("corpus.json")).unwrap();
    let other = head.replacen(crate::TOOL, "booth 0.0.9", 1);
    listed(head.as_bytes(), other.as_bytes(), "corpus.json");
    assert_eq!(told(), []);
    fsio::replace(&corpus.join("card/snr.svg"), b"<svg/>\n").unwrap();
    assert_eq!(told(), [pair("card/snr.svg", "checksum")]);
    // Without a head nobody knows which parts there are, and none is blamed.
    fsio::remove_leftover(&corpus.join("corpus.json")).unwrap();
    let found = told();
    assert!(!found.iter().any(|(path, id)| path.starts_with("card/") && *id == "unlisted"), "{found:?}");
}

#[test]
fn parts_are_those_of_the_plan() {
    let fixture = Fixture::small();
    let parts = [part("motivation", "For fun.\n")];
    let options = BuildOptions { parts: &parts, ..BuildOptions::default() };
    let error =
        build(&fixture.plan(&settings(), None), fixture.input(), &fixture.path("x"), options).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Usage);
    let card = [("colour".to_owned(), Sha256::of("x"))].into();
    let error = Settings { card, ..settings() }.check().unwrap_err();
    assert_eq!(error.message(), "`colour` is no part of a card");
}

#[test]
fn a_release_says_what_it_must() {
    let bare = built(&settings(), &[], "corpus");
    let found = promises(&bare.path("corpus")).unwrap();
    let told: Vec<(&str, &str)> = found.iter().map(|fault| (fault.path.as_str(), fault.id)).collect();
    assert_eq!(
        told,
        [
            ("card/collection.md", "part"),
            ("card/contact-and-withdrawal.md", "part"),
            ("card/intended-use.md", "part"),
            ("card/limitations.md", "part"),
            ("card/maintenance.md", "part"),
            ("card/motivation.md", "part"),
            ("card/out-of-scope.md", "part"),
            ("card/recruitment-and-pay.md", "part"),
            ("corpus.json", "promise"),
            ("corpus.json", "promise"),
            ("corpus.json", "promise"),
        ]
    );
    assert!(found[5].message.contains("write card/motivation.md beside the project file"), "{:?}", found[5]);
    let parts: Vec<Part> = CARD_PARTS
        .iter()
        .filter(|kind| kind.is_required)
        .map(|kind| Part::read(kind, b"All of it.\n").unwrap().unwrap())
        .collect();
    let whole = Settings {
        version: Some("1.0.0".to_owned()),
        date: Some("2026-11-30".to_owned()),
        licence: Some(Licence::listed("CC-BY-4.0").unwrap()),
        access: Some(Access::Gated),
        ..settings()
    };
    let mut fixture = Fixture::small();
    for session in 0..4 {
        fixture.change_consent(session, |receipt| {
            receipt.scopes.insert("share-gated".to_owned(), true);
            receipt.licence = Some("CC-BY-4.0".to_owned());
        });
    }
    let plan = fixture.plan(&Settings { card: digests(&parts), ..whole }, None);
    let options = BuildOptions { parts: &parts, ..BuildOptions::default() };
    build(&plan, fixture.input(), &fixture.path("corpus"), options).unwrap();
    assert_eq!(promises(&fixture.path("corpus")).unwrap(), []);
    assert_eq!(fixture.verify("corpus").faults, []);
    // Where there is no head, `verify` says so.
    assert_eq!(promises(&fixture.path("recordings")).unwrap(), []);
}
