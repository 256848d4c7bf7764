//! Corpora that lie and have every digest, count and manifest made anew: what docs/FORMAT.md says of a row, `verify` proves.

use super::*;
use crate::corpus::catalogue::{self, Row};
use crate::corpus::format;
use crate::corpus::release::Settings;
use crate::corpus::split::Lock;
use crate::corpus::tests::{Fixture, settings};
use crate::corpus::verify::{Depth, Fault, verify};
use crate::fsio;
use crate::ids::UtteranceId;
use crate::quality::Verdict;
use crate::quality::words::normalise;
use crate::sheet::{Pool, Slot};
use crate::units::{SampleRate, seconds};
use std::collections::BTreeSet;
use std::sync::Arc;

/// Changes rows of the corpus of [`Fixture::small`], or a piece of the first row's line.
enum Attack {
    Rows(fn(&mut Vec<Row>)),
    Line(&'static str, &'static str),
}

use Attack::{Line, Rows};

/// Gives a row another text, with its hash.
fn say(row: &mut Row, text: &str) {
    (row.text, row.text_sha256) = (text.to_owned(), Sha256::of(text));
    row.normalised = normalise(text, &row.locale);
}

fn slot(value: &str, start: u32, end: u32) -> Slot {
    Slot { name: "time".to_owned(), value: value.to_owned(), start, end }
}

/// Gives a row the id that its parts make.
fn name(row: &mut Row) {
    row.id = UtteranceId::new(&row.speaker, &row.locale, &row.sheet, &row.prompt, row.repetition).unwrap();
    row.audio = Row::audio_path(&row.locale, &row.speaker, &row.id);
}

/// For each key of a row, what must be called a fault, and which. The rows are: 0 of speaker `a`; 1 to 3 of `ab`, of one
/// session; 4 and 5 of `c`, of one session; 6 of `d`.
const ATTACKS: &[(&str, Attack, &str)] = &[
    ("schema", Line("{\"schema\":4", "{\"schema\":3"), "catalogue"),
    ("id", Rows(|rows| rows[6].id = "d-de-de-demo-p7-1".parse().unwrap()), "catalogue-id"),
    ("audio", Rows(|rows| rows[0].audio = "audio/x.wav".to_owned()), "catalogue-path"),
    ("sha256", Rows(|rows| rows[0].sha256 = Sha256::of("other")), "checksum"),
    ("bytes", Rows(|rows| rows[0].bytes += 1), "size"),
    (
        "frames",
        Rows(|rows| {
            rows[0].frames += 1;
            rows[0].duration = seconds(rows[0].frames, rows[0].rate);
        }),
        "header",
    ),
    ("frames", Rows(|rows| (rows[0].frames, rows[0].duration) = (0, 0.0)), "number"),
    (
        "rate",
        Rows(|rows| {
            rows[0].rate = SampleRate::new(8_000).unwrap();
            rows[0].duration = seconds(rows[0].frames, rows[0].rate);
        }),
        "rate",
    ),
    ("duration", Rows(|rows| rows[0].duration += 1e-9), "duration"),
    ("split", Rows(|rows| rows[2].split = other(rows[1].split)), "speaker-split"),
    ("split", Line("\"split\":\"", "\"split\":\"x"), "catalogue"),
    ("locale", Line("\"locale\":\"fr-FR\"", "\"locale\":\"fr-fr\""), "catalogue"),
    ("speaker", Line("\"speaker\":\"a\"", "\"speaker\":\"A b\""), "catalogue"),
    ("speaker", Rows(|rows| rows[6].speaker = "e".parse().unwrap()), "catalogue-id"),
    ("gender", Rows(|rows| rows[0].gender = Some("a\u{202e}b".to_owned())), "word"),
    ("gender", Rows(|rows| rows[1].gender = Some("female".to_owned())), "session"),
    ("age", Rows(|rows| rows[0].age = Some(String::new())), "word"),
    ("accent", Rows(|rows| rows[0].accent = Some("a\nb".to_owned())), "word"),
    ("native_language", Rows(|rows| rows[0].native_language = Some("\u{1b}[2J".to_owned())), "word"),
    ("room", Line("\"room\":null", "\"room\":\"Anna\""), "catalogue"),
    ("room", Rows(|rows| rows[1].room = Some("kitchen".parse().unwrap())), "session"),
    ("distance_m", Line("\"distance_m\":null", "\"distance_m\":0.001"), "catalogue"),
    ("distance_m", Rows(|rows| rows[1].distance_m = Some("1.5m".parse().unwrap())), "session"),
    ("device", Line("\"device\":null,", ""), "catalogue"),
    ("device", Rows(|rows| rows[1].device = Some("headset".parse().unwrap())), "session"),
    ("sheet", Rows(|rows| rows[0].sheet = "other".parse().unwrap()), "catalogue-id"),
    ("sheet_version", Rows(|rows| rows[0].sheet_version = "1".to_owned()), "word"),
    ("sheet_sha256", Rows(|rows| rows[2].sheet_sha256 = Sha256::of("other")), "session"),
    ("sheet_licence", Rows(|rows| rows[0].sheet_licence = " ".to_owned()), "word"),
    ("prompt", Rows(|rows| rows[6].prompt = "p7".parse().unwrap()), "catalogue-id"),
    (
        "repetition",
        Rows(|rows| {
            rows[0].repetition = 0;
            name(&mut rows[0]);
        }),
        "number",
    ),
    ("session", Rows(|rows| rows[6].session = rows[1].session.clone()), "session"),
    ("session", Line("\"session\":\"s2\"", "\"session\":\"s2/..\""), "catalogue"),
    ("take", Rows(|rows| rows[0].take = 0), "number"),
    ("text", Rows(|rows| say(&mut rows[0], "")), "text"),
    ("text", Rows(|rows| say(&mut rows[0], "a\u{1b}[31mb")), "text"),
    ("text", Rows(|rows| say(&mut rows[0], "a\u{202e}b")), "text"),
    ("text", Rows(|rows| say(&mut rows[0], "a\nb")), "text"),
    ("text_sha256", Rows(|rows| rows[0].text_sha256 = Sha256::of("other")), "text-hash"),
    ("annotated", Rows(|rows| rows[0].annotated = Some(rows[0].text.clone())), "annotation"),
    (
        "annotated",
        Rows(|rows| {
            say(&mut rows[0], "up at nine");
            rows[0].slots = vec![slot("nine", 6, 10)];
            rows[0].annotated = Some("off at [time : nine]".to_owned());
        }),
        "annotation",
    ),
    (
        "annotated",
        Rows(|rows| {
            say(&mut rows[0], "up at nine");
            rows[0].slots = vec![slot("nine", 6, 10)];
            rows[0].annotated = Some("[time : up] at nine".to_owned());
        }),
        "annotation",
    ),
    (
        "slots",
        Rows(|rows| {
            say(&mut rows[0], "up at nine");
            rows[0].slots = vec![slot("nine", 6, 10)];
        }),
        "annotation",
    ),
    (
        "slots",
        Rows(|rows| {
            say(&mut rows[0], "up at nine");
            rows[0].slots = vec![slot("at nine", 3, 10), slot("nine", 6, 10)];
            rows[0].annotated = Some("up [time : at nine]".to_owned());
        }),
        "annotation",
    ),
    (
        "slots",
        Rows(|rows| {
            say(&mut rows[0], "up at nine");
            rows[0].slots = vec![slot("nine", 5, 9)];
            rows[0].annotated = Some("up at [time : nine]".to_owned());
        }),
        "slot",
    ),
    ("intent", Rows(|rows| rows[0].intent = Some("Wake up".to_owned())), "word"),
    ("domain", Rows(|rows| rows[0].domain = Some(String::new())), "word"),
    ("pool", Rows(|rows| rows[0].pool = Some(Pool::TrainOnly)), "pool"),
    (
        "pool",
        Rows(|rows| {
            // Words that are for evaluation only are in train as well.
            rows[0].pool = Some(Pool::EvalOnly);
            for row in rows.iter_mut() {
                say(row, "up at nine");
            }
        }),
        "pool",
    ),
    ("verdict", Rows(|rows| rows[0].verdict = Verdict::Reject), "verdict"),
    ("findings", Rows(|rows| rows[0].findings = vec!["Too loud".to_owned()]), "word"),
    ("source", Rows(|rows| rows[6].source.sha256 = rows[0].source.sha256), "shared-recording"),
    (
        "source",
        Rows(|rows| {
            // The same sound in another file.
            let (from, to) = (rows[4].clone(), &mut rows[6]);
            (to.sha256, to.bytes, to.frames, to.duration) =
                (from.sha256, from.bytes, from.frames, from.duration);
        }),
        "shared-recording",
    ),
    ("source", Line("\"snr_db\":", "\"snr\":"), "catalogue"),
    ("gain_db", Rows(|rows| rows[0].gain_db = 0.5), "loudness"),
    ("gain_db", Rows(|rows| rows[0].gain_db = -0.001), "number"),
    ("clip", Line("\"cut_start\":", "\"cut\":"), "catalogue"),
    ("clip", Rows(|rows| rows[0].clip.cut_start = 1), "clip"),
    ("clip", Rows(|rows| rows[0].clip.cut_end = u64::MAX), "clip"),
    ("clip", Rows(|rows| rows[0].clip.speech_end = Some(7)), "clip"),
    ("clip", Rows(|rows| (rows[0].source.lead_ms, rows[0].source.trail_ms) = (Some(1.0), Some(1.0))), "clip"),
    ("clip", Rows(|rows| rows[0].clip.lufs = Some(-23.0)), "loudness"),
    ("clip", Rows(|rows| rows[0].clip.true_peak_dbtp = Some(-3.0)), "loudness"),
    ("consent", Rows(|rows| rows[0].consent = String::new()), "word"),
    ("consent", Rows(|rows| rows[0].consent = "r\n1".to_owned()), "word"),
    ("consent", Rows(|rows| rows[6].consent = rows[0].consent.clone()), "receipt"),
    ("licence", Rows(|rows| rows[0].licence = Some(String::new())), "word"),
    ("printed", Rows(|rows| rows[0].printed = Some("a\u{202e}b".to_owned())), "word"),
    ("normalised", Rows(|rows| rows[0].normalised = "other".to_owned()), "text"),
    ("since", Rows(|rows| rows[0].since = Some("1.0.0".to_owned())), "since"),
    ("since", Rows(|rows| rows[0].since = Some("1".to_owned())), "word"),
];

fn other(split: Split) -> Split {
    if split == Split::Train { Split::Test } else { Split::Train }
}

/// A good corpus, and what is needed to make others of changed rows.
struct Forge {
    fixture: Fixture,
    plan: Plan,
    rows: Vec<Row>,
}

impl Forge {
    fn new() -> Self {
        let fixture = Fixture::small();
        // Nothing that embeds audio is made of rows that lie about it.
        let manifests = format::DEFAULT.map(str::to_owned).into();
        let plan = fixture.plan(&Settings { manifests, ..settings() }, None);
        fixture.build(&plan, "good", 1).unwrap();
        let text = std::fs::read_to_string(fixture.path("good/catalogue.jsonl")).unwrap();
        let rows: Vec<Row> = text.lines().map(|line| Row::parse(line).unwrap()).collect();
        assert_eq!(rows.iter().map(|row| row.speaker.as_str()).collect::<String>(), "aabababccd");
        Self { fixture, plan, rows }
    }

    /// Makes a corpus of `rows`, all else as `pack` makes it, and returns its faults.
    fn faults(&self, rows: &[Row]) -> Vec<Fault> {
        let out = self.fixture.path("forged");
        let staging = StagingDir::create(&out, "a test").unwrap();
        let (plan, scratch) = (&self.plan, self.fixture.path(""));
        let mut assembly = Assembly::new(&plan.settings, &plan.lock.salt, &staging, &scratch).unwrap();
        let mut lock = Lock::new(plan.lock.salt.clone());
        for (row, good) in rows.iter().zip(&self.rows) {
            let mut line = row.clone();
            // What the list of checksums names is where the file lies.
            line.audio = Row::audio_path(&row.locale, &row.speaker, &row.id);
            let sound = self.rows.iter().find(|good| good.sha256 == row.sha256).unwrap_or(good);
            let bytes = std::fs::read(self.fixture.path("good").join(&sound.audio)).unwrap();
            staging.create_file(&line.audio).unwrap().write(&bytes).unwrap();
            assembly.push(row).unwrap();
            let holding = crate::corpus::split::Holding::new(row.split, crate::corpus::split::State::Present);
            lock.speakers.entry(row.speaker.clone()).or_insert(holding);
        }
        let head = Head {
            settings: &plan.settings,
            own_limits: &plan.own_limits,
            refused: &plan.refused_by_reason,
            unreadable: None,
            lock: &lock,
            withdrawn: &[],
            list: None,
            parts: &[],
            threads: 1,
            watch: &Unwatched,
        };
        assembly.finish(&head, &staging).unwrap();
        staging.publish().unwrap();
        self.verify("forged")
    }

    fn verify(&self, name: &str) -> Vec<Fault> {
        let dir = self.fixture.path(name);
        let report = verify(&dir, Depth::Whole, 1, self.fixture.path("").as_path(), &Unwatched).unwrap();
        if name == "forged" {
            fsio::remove_leftover_dir(&dir).unwrap();
        }
        report.faults
    }

    /// The faults of the corpus with a piece of its first line changed.
    fn edited(&self, from: &str, to: &str) -> Vec<Fault> {
        let path = self.fixture.path("good/catalogue.jsonl");
        let good = std::fs::read_to_string(&path).unwrap();
        let (first, rest) = good.split_once('\n').unwrap();
        let changed = format!("{}\n{rest}", first.replacen(from, to, 1));
        assert_ne!(changed, good, "{from}");
        fsio::replace(&path, changed.as_bytes()).unwrap();
        let faults = self.verify("good");
        fsio::replace(&path, good.as_bytes()).unwrap();
        faults
    }
}

#[test]
fn each_row_of_the_format_has_an_attack_that_is_a_fault() {
    let forge = Forge::new();
    assert_eq!(forge.faults(&forge.rows), [], "what is not changed has no fault");
    let format = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/FORMAT.md")).unwrap();
    let table = format.split("| key | type | meaning |").nth(1).unwrap().split("\n\n").next().unwrap();
    let keys: BTreeSet<&str> = table
        .lines()
        .filter_map(|line| line.split('|').nth(1))
        .flat_map(|cell| cell.split('`').skip(1).step_by(2))
        .collect();
    let attacked: BTreeSet<&str> = ATTACKS.iter().map(|(key, ..)| *key).collect();
    assert_eq!(keys, attacked, "the keys of docs/FORMAT.md and those that are attacked");
    for (number, (key, attack, id)) in ATTACKS.iter().enumerate() {
        let faults = match attack {
            Rows(change) => {
                let mut rows = forge.rows.clone();
                change(&mut rows);
                forge.faults(&rows)
            }
            Line(from, to) => forge.edited(from, to),
        };
        let found: BTreeSet<&str> = faults.iter().map(|fault| fault.id).collect();
        assert!(found.contains(id), "attack {number} on {key}: {id} is not among {faults:#?}");
        if matches!(attack, Rows(_)) {
            // All else was made anew, so nothing but the rows and their sound can tell.
            let tells = |fault: &Fault| fault.path == catalogue::NAME || fault.path.starts_with("audio/");
            let listed = |fault: &Fault| fault.id == "checksum-list" || fault.id == "unlisted";
            let others: Vec<_> = faults.iter().filter(|fault| !tells(fault) && !listed(fault)).collect();
            assert!(others.is_empty(), "attack {number} on {key}: {others:#?}");
        }
    }
}

#[test]
fn an_empty_folder_has_no_place_in_a_corpus() {
    let forge = Forge::new();
    fsio::create_dir_all(&forge.fixture.path("good/audio/en-US/nobody")).unwrap();
    let faults = forge.verify("good");
    let found: Vec<(&str, &str)> = faults.iter().map(|fault| (fault.id, fault.path.as_str())).collect();
    assert_eq!(found, [("unlisted", "audio/en-US/nobody")]);
}

#[test]
fn one_sound_in_two_splits_is_told_with_both_its_places() {
    let forge = Forge::new();
    let mut rows = forge.rows.clone();
    // Another speaker in another split, then one speaker in two.
    (rows[6].source, rows[6].split) = (rows[0].source.clone(), other(rows[0].split));
    let faults = forge.faults(&rows);
    let shared = faults.iter().find(|fault| fault.id == "shared-recording").unwrap();
    assert_eq!(shared.line, Some(7));
    assert!(shared.message.contains(&format!("speaker a's, on line 1, in {}", rows[0].split)), "{shared:?}");
    let mut rows = forge.rows.clone();
    (rows[5].source, rows[5].split) = (rows[4].source.clone(), other(rows[4].split));
    let ids: Vec<&str> = forge.faults(&rows).into_iter().map(|fault| fault.id).collect();
    assert_eq!(ids, ["speaker-split"]);
}

#[test]
fn what_two_speakers_share_stops_a_release_or_is_left_out() {
    let mut fixture = Fixture::small();
    // Speaker d's only recording is c's, byte for byte.
    let (from, to) = (fixture.sessions[2].0.dir.clone(), fixture.sessions[3].0.dir.clone());
    let copied = fixture.sessions[2].1[0].clone();
    fsio::replace(&to.join(&copied.file), &std::fs::read(from.join(&copied.file)).unwrap()).unwrap();
    fixture.sessions[3].1[0] = copied;
    let stopped = fixture.plan(&settings(), None);
    assert_eq!(
        stopped.shared,
        ["speakers c and d have 1 recording with the same bytes: they may be one voice"]
    );
    let error = fixture.build(&stopped, "corpus", 1).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Integrity);
    assert!(error.hint().is_some_and(|hint| hint.contains("--without-shared")), "{error:?}");
    let without = crate::corpus::release::Settings { without_shared: true, ..settings() };
    let plan = fixture.plan(&without, None);
    assert_eq!((plan.utterances, plan.refused_by_reason.clone()), (5, [(Reason::SharedRecording, 2)].into()));
    assert!(
        plan.notes.iter().any(|note| note.contains("c and d") && note.contains("none of it")),
        "{plan:?}"
    );
    fixture.build(&plan, "corpus", 2).unwrap();
    assert_eq!(fixture.verify("corpus").faults, []);
    // A receipt of two.
    let mut fixture = Fixture::small();
    for at in [0, 2] {
        fixture.change_consent(at, |receipt| "r-1".clone_into(&mut receipt.id));
    }
    let stopped = fixture.plan(&settings(), None);
    assert_eq!(stopped.shared, ["speakers ab and c have one consent receipt"]);
    assert_eq!(fixture.build(&stopped, "other", 1).unwrap_err().kind(), ErrorKind::Integrity);
    let plan = fixture.plan(&without, None);
    assert_eq!(plan.refused_by_reason, [(Reason::SharedReceipt, 5)].into());
    fixture.build(&plan, "other", 2).unwrap();
    assert_eq!(fixture.verify("other").faults, []);
}

#[test]
fn of_a_session_that_cannot_be_read_there_is_no_part_and_the_next_keeps_its_own() {
    let mut fixture = Fixture::small();
    fixture.add("s5", "ab", "fr-FR", 48_000, &[("p9", 30, 0.2)]);
    // The first take is sound; of the second the system does not say what is there.
    fixture.sessions[0].1[1].file = format!("audio/{}.wav", "x".repeat(300));
    let plan = fixture.plan(&settings(), None);
    let broken: Vec<_> = plan.unreadable.iter().map(|broken| &broken.path).collect();
    assert_eq!(broken, [&fixture.sessions[0].0.dir]);
    assert_eq!(fixture.build(&plan, "corpus", 1).unwrap_err().kind(), ErrorKind::Session);
    let options = BuildOptions { without_broken: true, ..BuildOptions::default() };
    build(&plan, fixture.input(), &fixture.path("corpus"), options).unwrap();
    assert_eq!(fixture.verify("corpus").faults, []);
    let corpus = crate::corpus::Corpus::open(fixture.path("corpus")).unwrap();
    let rows = corpus.utterances().unwrap().map(|utterance| utterance.unwrap().row().clone());
    let of_ab: Vec<_> = rows.filter(|row| row.speaker.as_str() == "ab").collect();
    let made: Vec<_> = of_ab.iter().map(|row| (row.session.as_str(), row.prompt.as_str())).collect();
    assert_eq!(made, [("s5", "p9")]);
}

#[test]
fn limits_that_a_session_has_of_its_own_are_hashed_named_and_verified() {
    let mut fixture = Fixture::small();
    let plain = fixture.plan(&settings(), None);
    assert_eq!((plain.settings.policy_sha256, &plain.own_limits), (settings().policy_sha256, &Vec::new()));
    let limits: crate::quality::Overrides =
        [("noisy".to_owned(), [("enabled".to_owned(), 0.0)].into())].into();
    for at in [0, 3] {
        Arc::get_mut(&mut fixture.sessions[at].0).unwrap().record.sheet.policy = limits.clone();
    }
    let plan = fixture.plan(&settings(), None);
    assert_ne!(plan.settings.policy_sha256, plain.settings.policy_sha256);
    let sessions: Vec<_> = ["s1", "s4"].iter().map(|id| id.parse().unwrap()).collect();
    assert_eq!(plan.own_limits, [crate::corpus::SessionLimits { limits, sessions }]);
    let note = plan.notes.iter().find(|note| note.contains("of their own")).unwrap();
    assert!(note.contains("session s1 and 1 more") && note.contains("noisy.enabled=0"), "{note}");
    fixture.build(&plan, "own", 2).unwrap();
    assert_eq!(fixture.verify("own").faults, []);
    let read = |name: &str| std::fs::read_to_string(fixture.path("own").join(name)).unwrap();
    assert!(read("README.md").contains("- `s1`, `s4`: noisy.enabled=0"), "{}", read("README.md"));
}
