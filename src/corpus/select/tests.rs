//! Takes against takes: what wins, what is refused and why, and how much of it is held.

use super::*;
use crate::corpus::refusal::Refusing;
use crate::project::Choice;
use crate::quality::Finding;
use crate::recordings::people::consent::Receipt;
use crate::recordings::{CaptureFacts, SheetRef, SourceRecord, Speaker, testing};
use crate::severity::Severity;
use crate::units::{SampleRate, Utc};
use std::collections::BTreeMap;

pub(crate) const NOW: i64 = 1_795_499_174_000;

/// The receipt of the tests of sessions, for a time around [`NOW`].
pub(crate) fn receipt(speaker: &str) -> Receipt {
    Receipt {
        id: format!("r-{speaker}"),
        speaker: speaker.parse().unwrap(),
        asked: Utc::from_millis(NOW - 2000),
        answered: Utc::from_millis(NOW - 1000),
        scopes: [("asr".to_owned(), true), ("tts".to_owned(), false)].into(),
        expires: Utc::from_millis(NOW + 1000),
        ..testing::session("s1").consent.unwrap()
    }
}

/// The session of the tests of sessions, imported, for a time around [`NOW`].
pub(crate) fn session(dir: &Path, id: &str, speaker: &str, locale: &str) -> Session {
    let base = testing::session(id);
    Session {
        dir: dir.join(id),
        record: SessionRecord {
            created: Utc::from_millis(NOW - 500),
            speaker: Speaker { id: speaker.parse().unwrap(), metadata: BTreeMap::new() },
            locale: locale.parse().unwrap(),
            sheet: SheetRef { id: "demo".parse().unwrap(), ..base.sheet },
            source: SourceRecord::Import { layout: "pairs".to_owned() },
            consent: Some(receipt(speaker)),
            ..base
        },
    }
}

pub(crate) fn take(prompt: &str, number: u16, text: &str) -> TakeRecord {
    TakeRecord {
        prompt: prompt.parse().unwrap(),
        take: number,
        repetition: 1,
        file: format!("audio/{prompt}_{number}.wav"),
        sha256: Sha256::of(format!("{prompt}, take {number}")),
        bytes: 100,
        frames: 28,
        rate: SampleRate::new(48_000).unwrap(),
        channels: 1,
        channel: 0,
        text: text.to_owned(),
        text_sha256: Sha256::of(text),
        annotated: None,
        slots: Vec::new(),
        intent: None,
        domain: None,
        pool: crate::sheet::Pool::Shared,
        capture: CaptureFacts::default(),
        measurements: Measurements { snr_db: Some(30.0), ..Measurements::default() },
        verdict: Verdict::Pass,
        findings: Vec::new(),
        origin: None,
        printed: None,
    }
}

/// A judge for tests: `clip_runs` findings, a rejection when `dc` is measured.
#[expect(clippy::unnecessary_wraps, reason = "a judge may fail")]
pub(crate) fn judge(_: &SessionRecord, measurements: &Measurements) -> Result<Judgement> {
    let finding = |severity| Finding { id: "clipped".to_owned(), severity, value: None, limit: None };
    let warnings = measurements.clip_runs.unwrap_or(0) as usize;
    let mut findings = vec![finding(Severity::Warn); warnings];
    if measurements.dc.is_some() {
        findings.push(finding(Severity::Reject));
    }
    Ok(Judgement::of(findings))
}

/// Judges a consent by its receipt alone: these sessions are on no disk.
#[expect(clippy::unnecessary_wraps, reason = "a consent may be unreadable")]
fn consent(_: &Path, record: &SessionRecord) -> Result<ConsentState> {
    let state = |receipt: &Receipt| receipt.state(&record.speaker.id, Utc::from_millis(NOW));
    Ok(record.consent.as_ref().map_or(ConsentState::Missing, state))
}

/// A take and the session that it is in.
#[derive(Clone)]
struct Candidate {
    session: Arc<Session>,
    take: TakeRecord,
    state: TakeState,
}

/// Each candidate as a session of its own, in the folder of its number.
struct Given(Vec<Candidate>);

impl Given {
    fn at(&self, dir: &Path) -> &Candidate {
        &self.0[dir.to_str().unwrap().parse::<usize>().unwrap()]
    }
}

impl Recordings for Given {
    fn sessions(&self) -> Result<Found> {
        let sessions = (0..self.0.len()).map(|at| PathBuf::from(at.to_string())).collect();
        Ok(Found { sessions, ..Found::default() })
    }

    fn record(&self, dir: &Path) -> Result<SessionRecord> {
        Ok(self.at(dir).session.record.clone())
    }

    fn takes(&self, dir: &Path, keep: Keep<'_>) -> Result<StoredTakes<u64>> {
        let Candidate { session, take, state } = self.at(dir);
        let takes = vec![(keep(&session.record, take.clone())?, *state)];
        Ok(StoredTakes {
            record: session.record.clone(),
            takes,
            faults: Vec::new(),
            imprint: None,
            goes_on: false,
        })
    }
}

type Spoil = Box<dyn Fn(&mut Candidate)>;

fn kept(session: &Session, take: TakeRecord) -> Candidate {
    Candidate { session: Arc::new(session.clone()), take, state: TakeState::Kept }
}

fn run(candidates: Vec<Candidate>) -> (Vec<String>, Vec<(String, Reason)>) {
    let size = |_: &Path, file: &str| Ok((!file.ends_with("/gone.wav")).then_some(100));
    let choice = Choice::default();
    let choosing = Choosing::new(&choice);
    let rules = Rules {
        choosing: &choosing,
        min_verdict: Verdict::Warn,
        licence: None,
        scope: "asr",
        consent: &consent,
        judge: &judge,
        without: crate::corpus::splitting::tests::nothing(),
        size: &size,
        header: &|_, _| None,
    };
    let scratch = tempfile::tempdir().unwrap();
    let given = Given(candidates);
    let how = Selecting { recordings: &given, rules, scratch: scratch.path() };
    let mut refusing = Refusing::new(scratch.path());
    let mut refuse = |refusal| refusing.push(&refusal);
    let selection = Selection::of(&given.sessions().unwrap().sessions, how, &mut refuse).unwrap();
    let mut chosen = Vec::new();
    let mut choose = |one: Chosen| {
        assert_eq!(selection.take(&one).unwrap().source.sha256, one.sha256);
        chosen.push(format!("{} {} {}", one.id, one.session.record.id, one.take));
        Ok(())
    };
    selection.chosen(&mut refuse, &mut choose).unwrap();
    let refused = refusing.finish().unwrap();
    let found: Vec<Refusal> = refused.iter().map(Result::unwrap).collect();
    assert!(found.is_sorted());
    assert_eq!(refused.count(), found.len() as u64);
    (chosen, found.iter().map(|r| (format!("{} {} {}", r.session, r.prompt, r.take), r.reason)).collect())
}

#[test]
fn the_best_take_wins_by_verdict_then_findings_then_ratio_then_age() {
    let dir = Path::new("rec");
    let (s1, mut s2) = (session(dir, "s1", "a1", "fr-FR"), session(dir, "s2", "a1", "fr-FR"));
    s2.record.created = Utc::from_millis(NOW - 400);
    let with = |number: u16, warnings: u64, snr: Option<f64>| {
        let mut take = take("p1", number, "x");
        take.measurements.clip_runs = Some(warnings);
        take.measurements.snr_db = snr;
        take
    };
    let order = [
        kept(&s2, with(1, 0, Some(20.0))),
        kept(&s1, with(2, 0, Some(20.0))),
        kept(&s1, with(1, 0, Some(20.0))),
        kept(&s1, with(3, 0, Some(19.0))),
        kept(&s1, with(4, 0, None)),
        kept(&s1, with(5, 1, Some(90.0))),
        kept(&s1, with(6, 2, Some(90.0))),
    ];
    for first in 0..order.len() {
        let mut rest = order[first..].to_vec();
        rest.reverse();
        rest.extend(rest.clone());
        let (chosen, refused) = run(rest);
        let best = &order[first];
        assert_eq!(chosen, [format!("a1-fr-fr-demo-p1-1 {} {}", best.session.record.id, best.take.take)]);
        assert_eq!(refused.len(), order.len() - first - 1);
        assert!(refused.iter().all(|(_, reason)| *reason == Reason::Outranked));
    }
}

/// Gives the take a text, and the hash of it.
fn unsafe_text(text: &'static str) -> Spoil {
    Box::new(move |c| (c.take.text, c.take.text_sha256) = (text.to_owned(), Sha256::of(text)))
}

#[test]
fn every_refusal_has_its_reason() {
    let dir = Path::new("rec");
    let good = session(dir, "s1", "a1", "fr-FR");
    let cases: Vec<(Reason, Spoil)> = vec![
        (Reason::Replaced, Box::new(|c| c.state = TakeState::Replaced)),
        (Reason::Undecided, Box::new(|c| c.state = TakeState::Undecided)),
        (Reason::ConsentMissing, Box::new(|c| Arc::make_mut(&mut c.session).record.consent = None)),
        (
            Reason::ConsentForeign,
            Box::new(|c| Arc::make_mut(&mut c.session).record.consent = Some(receipt("b2"))),
        ),
        (
            Reason::ConsentExpired,
            Box::new(|c| {
                let consent = &mut Arc::make_mut(&mut c.session).record.consent;
                consent.as_mut().unwrap().expires = Utc::from_millis(NOW);
            }),
        ),
        (
            Reason::ConsentScope,
            Box::new(|c| {
                let consent = &mut Arc::make_mut(&mut c.session).record.consent;
                consent.as_mut().unwrap().scopes.insert("asr".to_owned(), false);
            }),
        ),
        (Reason::TextAltered, Box::new(|c| c.take.text.push('!'))),
        (
            Reason::TextAltered,
            Box::new(|c| {
                let name = "a".to_owned();
                c.take.slots.push(crate::sheet::Slot { name, value: "y".to_owned(), start: 0, end: 1 });
            }),
        ),
        (Reason::TextAltered, Box::new(|c| c.take.annotated = Some("[a : x]".to_owned()))),
        (Reason::TextUnsafe, unsafe_text("")),
        (Reason::TextUnsafe, unsafe_text("\u{1b}[2J x")),
        (Reason::TextUnsafe, unsafe_text("x\u{202e}y")),
        (Reason::TextUnsafe, unsafe_text("x\ny")),
        (Reason::TextUnsafe, Box::new(|c| c.take.intent = Some("Wake up".to_owned()))),
        (
            Reason::TextUnsafe,
            Box::new(|c| {
                let record = &mut Arc::make_mut(&mut c.session).record;
                record.consent.as_mut().unwrap().scopes.insert("demographics:age".to_owned(), true);
                record.speaker.metadata.insert("age".to_owned(), "old\u{202e}".to_owned());
            }),
        ),
        (Reason::UnsafeId, Box::new(|c| c.take.take = 0)),
        (Reason::UnsafeId, Box::new(|c| c.take.repetition = 0)),
        (Reason::FileMissing, Box::new(|c| c.take.file = "audio/gone.wav".to_owned())),
        (Reason::FileMissing, Box::new(|c| c.take.file = "../p1_1.wav".to_owned())),
        (Reason::FileMissing, Box::new(|c| c.take.file = "/p1_1.wav".to_owned())),
        (Reason::FileAltered, Box::new(|c| c.take.bytes = 99)),
        (Reason::Empty, Box::new(|c| c.take.frames = 0)),
        (Reason::Verdict, Box::new(|c| c.take.measurements.dc = Some(0.1))),
        (
            Reason::UnsafeId,
            Box::new(|c| Arc::make_mut(&mut c.session).record.locale = "dev".parse().unwrap()),
        ),
    ];
    for (reason, spoil) in cases {
        let mut candidate = kept(&good, take("p1", 1, "x"));
        spoil(&mut candidate);
        let (chosen, refused) = run(vec![candidate]);
        assert_eq!(chosen, Vec::<String>::new(), "{reason}");
        let number = refused[0].0.rsplit(' ').next().unwrap();
        assert_eq!(refused, [(format!("s1 p1 {number}"), reason)]);
    }
}

#[test]
fn two_prompts_never_share_an_utterance_id() {
    let dir = Path::new("rec");
    let (mut s1, mut s2) = (session(dir, "s1", "a1", "fr-FR"), session(dir, "s2", "a1", "fr-FR"));
    s1.record.sheet.id = "x-y".parse().unwrap();
    s2.record.sheet.id = "x".parse().unwrap();
    let (one, two) = (kept(&s1, take("z", 1, "x")), kept(&s2, take("y-z", 1, "x")));
    for order in [vec![one.clone(), two.clone()], vec![two, one]] {
        let (chosen, refused) = run(order);
        assert_eq!(chosen, ["a1-fr-fr-x-y-z-1 s2 1"]);
        assert_eq!(refused, [("s1 z 1".to_owned(), Reason::UnsafeId)]);
    }
}

/// One session of many takes, made one by one; of every second one another was wanted.
struct Many(usize);

impl Recordings for Many {
    fn sessions(&self) -> Result<Found> {
        Ok(Found { sessions: vec![PathBuf::from("s1")], ..Found::default() })
    }

    fn record(&self, _: &Path) -> Result<SessionRecord> {
        Ok(session(Path::new(""), "s1", "a1", "fr-FR").record)
    }

    fn takes(&self, dir: &Path, keep: Keep<'_>) -> Result<StoredTakes<u64>> {
        let record = self.record(dir)?;
        let one = |n: usize| {
            let state = if n.is_multiple_of(2) { TakeState::Kept } else { TakeState::Replaced };
            Ok((keep(&record, take(&format!("prompt-{n}"), 1, "the words of a prompt"))?, state))
        };
        let takes = (0..self.0).map(one).collect::<Result<_>>()?;
        Ok(StoredTakes { record, takes, faults: Vec::new(), imprint: None, goes_on: false })
    }
}

#[test]
fn what_is_held_does_not_grow_with_the_takes_of_a_speaker() {
    let held = |count: usize| {
        let scratch = tempfile::tempdir().unwrap();
        let choice = Choice::default();
        let choosing = Choosing::new(&choice);
        let rules = Rules {
            choosing: &choosing,
            min_verdict: Verdict::Warn,
            licence: None,
            scope: "asr",
            consent: &consent,
            judge: &judge,
            without: crate::corpus::splitting::tests::nothing(),
            size: &|_, _| Ok(Some(100)),
            header: &|_, _| None,
        };
        let given = Many(count);
        let how = Selecting { recordings: &given, rules, scratch: scratch.path() };
        let mut refusing = Refusing::new(scratch.path());
        let mut refuse = |refusal| refusing.push(&refusal);
        let selection = Selection::of(&given.sessions().unwrap().sessions, how, &mut refuse).unwrap();
        let mut seen = 0;
        let mut choose = |one: Chosen| {
            // Whatever waits to be used holds its session.
            assert_eq!(Arc::strong_count(&one.session), 2);
            let prompt = selection.take(&one)?.prompt;
            assert_eq!(one.id.as_str(), format!("a1-fr-fr-demo-{prompt}-1"));
            seen += 1;
            Ok(())
        };
        selection.chosen(&mut refuse, &mut choose).unwrap();
        let refused = refusing.finish().unwrap();
        assert_eq!((seen, refused.count()), (count / 2, count as u64 / 2));
        let takes = selection.takes.held_bytes();
        selection.entrants.held_bytes() + takes + refused.held_bytes()
    };
    // Two sorters hold 256 kB each, and three spools less than 64 kB each.
    for count in [2_000, 30_000] {
        let held = held(count);
        assert!(held < 1 << 20, "{held} bytes of {count} takes");
    }
}
