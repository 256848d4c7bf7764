use super::*;
use crate::audio::quantise::OutputFormat;
use crate::corpus::catalogue::tests::row;
use crate::corpus::format::Coding;
use crate::corpus::refusal::Reason;
use crate::corpus::release::Settings;
use crate::corpus::split::{Split, Targets};
use crate::corpus::totals::Counter;
use crate::digest::Sha256;
use crate::project::{PartKind, digests};
use crate::quality::Verdict;
use crate::units::SampleRate;
use std::collections::BTreeMap;

/// What a person wrote of two subjects, one of which a release need not have.
fn parts() -> Vec<Part> {
    let read =
        |id: &str, text: &str| Part::read(PartKind::find(id).unwrap(), text.as_bytes()).unwrap().unwrap();
    vec![
        read("changes", "One voice more.\n"),
        read("motivation", "<!-- ask Ada -->\n# Why\n\nSNR < 20 dB was all that there was.\n"),
    ]
}

/// The card of four utterances; the expected text was read and counted by hand.
#[test]
fn a_small_corpus_has_this_card() {
    let mut rows = vec![
        row("a1", "fr-FR", "p1", "un", Split::Train),
        row("a1", "fr-FR", "p2", "deux", Split::Train),
        row("b2", "ja-JP", "p1", "明日", Split::Dev),
        row("c3", "fr-FR", "p1", "un", Split::Test),
    ];
    rows[0].gender = Some("a | b".to_owned());
    rows[1].intent = None;
    rows[1].verdict = Verdict::Warn;
    rows[1].findings = vec!["too-quiet".to_owned()];
    rows[2].gain_db = -0.5;
    rows[3].licence = Some("CC-BY-4.0".to_owned());
    let mut counter = Counter::default();
    let dir = tempfile::tempdir().unwrap();
    let mut surveying = Surveying::new(dir.path());
    for row in &mut rows {
        row.frames = 16_000 * 90;
        row.sha256 = Sha256::of(row.id.as_str());
        row.source.sha256 = row.sha256;
        row.session = row.speaker.as_str().parse().unwrap();
        row.consent = format!("receipt-{}", row.speaker);
        row.duration = 90.0;
        counter.push(row);
        surveying.push(row).unwrap();
    }
    let parts = parts();
    let release = Release {
        schema: 1,
        tool: "booth 0.1.0".to_owned(),
        own_limits: Vec::new(),
        settings: Settings {
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
            manifests: vec!["kaldi".to_owned(), "nemo".to_owned()],
            shard_bytes: None,
            embed: Coding::Wav,
            policy_sha256: Sha256::of("policy"),
            date: Some("2026-11-24".to_owned()),
            licence: None,
            access: None,
            project_sha256: None,
            description: None,
            without_shared: false,
            card: digests(&parts),
        },
        totals: counter.finish(),
        refused: [(Reason::Verdict, 2), (Reason::ConsentExpired, 1)].into(),
        unreadable: None,
        left_out_of: BTreeMap::new(),
        withdrawn: Vec::new(),
        catalogue_sha256: Sha256::of("catalogue"),
        splits_sha256: Sha256::of("splits"),
    };
    let text = release.to_text().unwrap();
    assert_eq!(Release::parse(&text).unwrap(), release);
    let card = make(&release, &surveying.finish().unwrap(), &parts).unwrap();
    let expected = include_str!("../../../tests/fixtures/card-of-four-utterances.md");
    assert_eq!(card.text, expected, "the card is now:\n{}", card.text);
    assert_eq!(
        card.plots.iter().map(|(path, _)| path.as_str()).collect::<Vec<_>>(),
        [
            "card/durations.svg",
            "card/findings.svg",
            "card/hours.svg",
            "card/left-out.svg",
            "card/level.svg",
            "card/snr.svg",
            "card/speakers.svg"
        ]
    );
    for (path, svg) in &card.plots {
        assert!(card.text.contains(&format!("]({path})")), "{path}");
        assert!(svg.starts_with("<svg ") && svg.ends_with("</svg>\n"), "{path}");
    }
}
