//! The descriptions of four utterances; what stands in the fixtures was read against the forms.

use super::*;
use crate::audio::quantise::OutputFormat;
use crate::corpus::catalogue::tests::row;
use crate::corpus::format::Coding;
use crate::corpus::format::tests::Memory;
use crate::corpus::refusal::Reason;
use crate::corpus::release::Settings;
use crate::corpus::split::{Split, Targets};
use crate::corpus::totals::Counter;
use crate::digest::Sha256;
use crate::project::Access;
use crate::quality::Verdict;
use crate::units::SampleRate;
use std::collections::BTreeMap;

/// Four rows, two locales, and the head of their corpus.
fn small() -> (Vec<Row>, Release) {
    let mut rows = vec![
        row("a1", "fr-FR", "p1", "un", Split::Train),
        row("a1", "fr-FR", "p2", "dire «\"deux\"»", Split::Train),
        row("b2", "ja-JP", "p1", "明日", Split::Dev),
        row("c3", "fr-FR", "p1", "un", Split::Test),
    ];
    rows[0].gender = Some("a | b".to_owned());
    let mut counter = Counter::default();
    for row in &mut rows {
        row.frames = 16_000 * 90;
        row.licence = Some("CC-BY-4.0".to_owned());
        counter.push(row);
    }
    let description = Description {
        kinds: Kind::ALL.to_vec(),
        creator: Some("The \"Voices\": of our valley".to_owned()),
        contact: Some("voices@example.org".to_owned()),
        url: Some("https://example.org/voices".to_owned()),
    };
    let settings = Settings {
        title: "Small \"corpus\"".to_owned(),
        rate: SampleRate::new(16_000).unwrap(),
        format: OutputFormat::Int16,
        min_verdict: Verdict::Warn,
        scope: "asr".to_owned(),
        targets: Targets::default(),
        audio: crate::project::Processing::default(),
        splitting: crate::corpus::splitting::Splitting::default(),
        select: crate::project::Choice::default(),
        version: Some("1.2.0".to_owned()),
        previous: None,
        manifests: vec!["kaldi".to_owned(), "parquet".to_owned()],
        shard_bytes: None,
        embed: Coding::Wav,
        policy_sha256: Sha256::of("policy"),
        date: Some("2026-11-24".to_owned()),
        licence: Some(Licence::listed("CC-BY-4.0").unwrap()),
        access: Some(Access::Open),
        project_sha256: None,
        card: BTreeMap::new(),
        description: Some(description),
        without_shared: false,
    };
    let release = Release {
        schema: 1,
        tool: "booth 0.1.0".to_owned(),
        settings,
        own_limits: Vec::new(),
        totals: counter.finish(),
        refused: [(Reason::Verdict, 2), (Reason::ConsentExpired, 1)].into(),
        unreadable: None,
        left_out_of: std::collections::BTreeMap::new(),
        withdrawn: Vec::new(),
        catalogue_sha256: Sha256::of("catalogue"),
        splits_sha256: Sha256::of("splits"),
    };
    (rows, release)
}

fn made(rows: &[Row], release: &Release) -> Memory {
    let mut out = Memory::default();
    let mut describing = Describing::new(release.settings.description.as_ref());
    for row in rows {
        describing.push(row, 1000, &mut out).unwrap();
    }
    describing.finish(release, &mut out).unwrap();
    out
}

#[test]
fn a_small_corpus_has_these_descriptions() {
    let (rows, release) = small();
    let text = release.to_text().unwrap();
    assert_eq!(Release::parse(&text).unwrap(), release);
    let made = made(&rows, &release);
    let fixtures = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/described");
    let mut differing = String::new();
    for (name, text) in &made.files {
        let file = name.replace("mdc/fr-FR/", "");
        if file.contains('/') {
            continue;
        }
        let expected = std::fs::read_to_string(fixtures.join(&file)).unwrap();
        if expected != *text {
            let _ = write!(differing, "=== {file} is now:\n{text}");
        }
    }
    assert_eq!(differing, "");
    let names: Vec<&String> = made.files.keys().collect();
    assert!(names.len() == 9 && names.iter().all(|name| is_of(name)), "{names:?}");
    assert!(KINDS.iter().map(|about| about.name).eq(Kind::ALL.iter().copied()));
}

#[test]
fn who_gets_the_corpus_and_a_licence_of_ones_own_are_told() {
    let (rows, mut release) = small();
    release.settings.licence = Some(Licence::own("LicenseRef-ours", b"Ask the elders.\n").unwrap());
    release.settings.access = Some(Access::Gated);
    let files = made(&rows, &release).files;
    for words in ["DUO_0000026", "odrl:distribute", "LicenseRef-ours", "Ask the elders.\\n"] {
        assert!(files["croissant.json"].contains(words), "{words}");
    }
    assert!(files["mdc/ja-JP/submission.json"].contains("\"visibility\": \"restricted\""));
    assert!(files["mdc/ja-JP/submission.json"].contains("\"license\": \"LicenseRef-ours\""));
    assert!(files["datapackage.json"].contains("\"path\": \"README.md\""));
    let citation = &files["CITATION.cff"];
    assert!(
        !citation.contains("\nlicense") && citation.contains("LicenseRef-ours, with gated access"),
        "{citation}"
    );
    // One that the schema of citations does not know is given by its page.
    release.settings.licence = Some(Licence::listed("NLOD-2.0").unwrap());
    let citation = made(&rows, &release).files["CITATION.cff"].clone();
    assert!(citation.contains("\nlicense-url: \"https://spdx.org/licenses/NLOD-2.0.html\"\n"), "{citation}");
}

#[test]
fn only_an_address_of_mail_is_one() {
    let (_, release) = small();
    let email = |contact: &str| {
        let description = Description { contact: Some(contact.to_owned()), ..Description::default() };
        Facts { release: &release, description: &description, catalogue_bytes: 0 }.email().map(str::to_owned)
    };
    assert_eq!(email("a.b+c@example.org").as_deref(), Some("a.b+c@example.org"));
    for other in ["+49 30 1234", "https://example.org/@us", "a@b", "Ann <a@b.c>", "a@b@c.d", "@b.c"] {
        assert_eq!(email(other), None, "{other}");
    }
}
