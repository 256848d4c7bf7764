//! Splits by text, and releases for evaluation: what is promised is so in the corpora that are built.

use super::*;
use crate::corpus::catalogue::Row;
use crate::corpus::plan::{Plan, plan};
use crate::corpus::release::Settings;
use crate::corpus::split::State;
use crate::corpus::tests::{Fixture, settings, tree};
use crate::corpus::{Corpus, diff};
use crate::error::ErrorKind;
use crate::recordings::session::Receipt;
use std::collections::{BTreeMap, BTreeSet};

/// Leaves out nothing.
pub(in crate::corpus) fn nothing() -> Without<'static> {
    static NONE: std::sync::LazyLock<(Shared, Splitting)> = std::sync::LazyLock::new(Default::default);
    Without { shared: &NONE.0, splitting: &NONE.1, lock: None, pools: None }
}

/// One speaker, two sessions, and every text twice but the last.
fn one_speaker() -> Fixture {
    let mut fixture = Fixture::new();
    fixture.add("s1", "ab", "fr-FR", 16_000, &NAMES.map(|name| (name, 30, 0.2)));
    fixture.add("s2", "ab", "fr-FR", 16_000, &NAMES.map(|name| (name, 30, 0.3))[..11]);
    for (_, takes) in &mut fixture.sessions[1..] {
        for take in takes {
            take.repetition = 2;
        }
    }
    fixture
}

const NAMES: [&str; 12] = ["p1", "p2", "p3", "p4", "p5", "p6", "p7", "p8", "p9", "p10", "p11", "p12"];

fn grant(receipt: &mut Receipt) {
    receipt.scopes.insert("evaluation".to_owned(), true);
}

fn splitting(by: Option<By>, purpose: Option<Purpose>) -> Settings {
    let scope = if purpose == Some(Purpose::Evaluation) { "evaluation" } else { "asr" };
    let splitting = Splitting { by, purpose, ..Splitting::default() };
    Settings { splitting, scope: scope.to_owned(), ..settings() }
}

fn by_prompt() -> Settings {
    splitting(Some(By::Prompt), None)
}

fn evaluation() -> Settings {
    splitting(None, Some(Purpose::Evaluation))
}

/// Builds a corpus, proves it, and returns its rows.
fn rows(fixture: &Fixture, plan: &Plan, name: &str) -> Vec<Row> {
    fixture.build(plan, name, 2).unwrap();
    let report = fixture.verify(name);
    assert_eq!(report.faults, []);
    assert_eq!((report.split_by, report.purpose), (plan.lock.by, plan.settings.splitting.goal()));
    let corpus = Corpus::open(fixture.path(name)).unwrap();
    corpus.utterances().unwrap().map(|utterance| utterance.unwrap().row().clone()).collect()
}

fn splits_of(rows: &[Row]) -> BTreeMap<&str, BTreeSet<Split>> {
    let mut splits: BTreeMap<&str, BTreeSet<Split>> = BTreeMap::new();
    for row in rows {
        splits.entry(&row.normalised).or_default().insert(row.split);
    }
    splits
}

#[test]
fn one_speaker_is_split_by_text_and_says_so_everywhere() {
    let fixture = one_speaker();
    let first = fixture.plan(&by_prompt(), None);
    assert!(first.notes.iter().any(|note| note.contains("not speaker-independent")), "{:?}", first.notes);
    assert_eq!(first.speakers[0].split, None);
    let made = rows(&fixture, &first, "one");
    assert_eq!(made.len(), 23);
    let splits = splits_of(&made);
    assert_eq!(splits.len(), 12);
    assert!(splits.values().all(|splits| splits.len() == 1), "{splits:?}");
    let held: BTreeSet<Split> = splits.values().flatten().copied().collect();
    assert_eq!(held.len(), 3, "no split is empty");
    let read = |name: &str| std::fs::read_to_string(fixture.path("one").join(name)).unwrap();
    assert!(read("README.md").contains("**Not speaker-independent.**"));
    assert!(read("corpus.json").contains("\"splitting\": {\n      \"by\": \"prompt\"\n    }"));
    let lock = read("splits.lock");
    let mut lines = lock.lines();
    let head = "{\"schema\":2,\"type\":\"splits\",\"salt\":\"booth-splits-1\",\"by\":\"prompt\"}";
    assert_eq!(lines.next(), Some(head));
    assert_eq!(lines.next(), Some("{\"speaker\":\"ab\",\"state\":\"present\"}"));
    assert_eq!(lines.clone().count(), 12);
    // The same bytes for another order and number of threads.
    let mut other = one_speaker();
    other.sessions.reverse();
    other.build(&other.plan(&by_prompt(), None), "one", 1).unwrap();
    assert!(tree(&other.path("one")) == tree(&fixture.path("one")));
}

/// Shards and manifests of a speaker who is in all splits are made of each utterance once.
#[test]
fn every_format_has_each_utterance_of_a_speaker_in_three_splits_once() {
    let fixture = one_speaker();
    let made =
        rows(&fixture, &fixture.plan(&Settings { shard_bytes: Some(65_536), ..by_prompt() }, None), "one");
    let files = tree(&fixture.path("one"));
    for split in Split::ALL {
        let wanted: Vec<String> =
            made.iter().filter(|row| row.split == split).map(|row| row.id.to_string()).collect();
        let line = &files[&format!("kaldi/{split}/spk2utt")];
        assert_eq!(String::from_utf8_lossy(line), format!("ab {}\n", wanted.join(" ")));
        let tars = files.iter().filter(|(name, _)| name.starts_with(&format!("webdataset/fr-FR/{split}-")));
        let text: Vec<u8> = tars.flat_map(|(_, bytes)| bytes.clone()).collect();
        let text = String::from_utf8_lossy(&text);
        for row in &made {
            let count = text.matches(&format!("{}.wav\0", row.id)).count();
            assert_eq!(count, usize::from(row.split == split), "{} in {split}", row.id);
        }
    }
}

#[test]
fn texts_never_move_and_those_who_leave_come_back() {
    let mut fixture = one_speaker();
    let first = fixture.plan(&by_prompt(), None);
    let before = rows(&fixture, &first, "old");
    // A second speaker reads the same and more; a text has gone.
    fixture.add("s3", "cd", "fr-FR", 16_000, &[("p1", 900, 0.2), ("q1", 900, 0.2), ("q2", 900, 0.1)]);
    fixture.sessions[0].1.retain(|take| take.prompt.as_str() != "p12");
    // Nobody says again how it is split.
    let second = fixture.plan(&settings(), Some(&first.lock));
    assert_eq!(second.placed, ["cd".parse().unwrap()]);
    let after = rows(&fixture, &second, "new");
    let mut splits = splits_of(&before);
    splits.extend(splits_of(&after).into_iter().filter(|(text, _)| text.contains('q')));
    assert!(after.iter().all(|row| splits[row.normalised.as_str()] == [row.split].into()));
    let gone = second.lock.texts.values().filter(|holding| holding.state == State::Removed).count();
    assert_eq!(gone, 1);
    assert!(first.lock.is_kept_by(&second.lock) && !second.lock.is_kept_by(&first.lock));
    let summary = diff::diff(&fixture.path("old"), &fixture.path("new"), &mut |_| Ok(())).unwrap();
    assert_eq!((summary.moved_texts, summary.speakers_added, summary.speakers_left), (0, 1, 0));
    assert_eq!(summary.reasons.get(&diff::Why::Moved), None);
    // A lock that was tampered with is told.
    let mut other = second.lock.clone();
    let moved = other.texts.values_mut().find(|holding| holding.state == State::Present).unwrap();
    moved.split = if moved.split == Split::Train { Split::Test } else { Split::Train };
    fixture.build(&fixture.plan(&settings(), Some(&other)), "moved", 1).unwrap();
    let summary = diff::diff(&fixture.path("new"), &fixture.path("moved"), &mut |_| Ok(())).unwrap();
    assert_eq!(summary.moved_texts, 1);
    assert_eq!(
        fixture.plan(&settings(), Some(&second.lock)).lock,
        second.lock,
        "a second run changes nothing"
    );
}

#[test]
fn a_third_speaker_and_another_unit_are_refused_with_what_to_do() {
    let mut fixture = one_speaker();
    let lock = fixture.plan(&by_prompt(), None).lock;
    let error = plan(fixture.input(), &splitting(Some(By::Speaker), None), Some(&lock), None).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Usage);
    assert!(error.hint().is_some_and(|hint| hint.contains("--splits")), "{error:?}");
    // A lock that has placed speakers stays one.
    let by_speaker = fixture.plan(&settings(), None).lock;
    let error = plan(fixture.input(), &by_prompt(), Some(&by_speaker), None).unwrap_err();
    assert!(error.message().contains("the lock splits by speaker"), "{error}");
    for speaker in ["cd", "ef"] {
        fixture.add(speaker, speaker, "fr-FR", 16_000, &[("p1", 30, 0.2)]);
    }
    for known in [Some(&lock), None] {
        let error = plan(fixture.input(), &by_prompt(), known, None).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Integrity);
        assert!(error.message().contains("3 speakers"), "{error}");
        assert!(error.hint().is_some_and(|hint| hint.contains("--splits")), "{error:?}");
    }
}

#[test]
fn what_is_for_evaluation_is_all_test_and_never_trained_on() {
    let mut fixture = Fixture::small();
    for session in 0..fixture.sessions.len() {
        fixture.change_consent(session, grant);
    }
    let all = std::mem::take(&mut fixture.sessions);
    fixture.sessions = all[..1].to_vec();
    let set = fixture.plan(&evaluation(), None);
    let measured = rows(&fixture, &set, "set");
    assert!(measured.len() == 3 && measured.iter().all(|row| row.split == Split::Test));
    let lock = std::fs::read_to_string(fixture.path("set/splits.lock")).unwrap();
    let line = "{\"speaker\":\"ab\",\"split\":\"test\",\"state\":\"present\",\"for\":\"evaluation\"}";
    assert_eq!(lock.lines().nth(1), Some(line));
    let card = std::fs::read_to_string(fixture.path("set/README.md")).unwrap();
    assert!(card.contains("**For evaluation only.**"), "{card}");
    // Everything is packed to train, with the lock and with one of another folder.
    fixture.sessions = all;
    let beside = Splitting { other_locks: vec![set.lock.clone()], ..Splitting::default() };
    let others = Settings { splitting: beside, ..settings() };
    for (name, asked, lock) in [("own", settings(), Some(&set.lock)), ("other", others, None)] {
        let plan = fixture.plan(&asked, lock);
        assert_eq!(plan.refused_by_reason, [(Reason::ForEvaluation, 3)].into());
        let trained = rows(&fixture, &plan, name);
        assert!(trained.len() == 4 && trained.iter().all(|row| row.speaker.as_str() != "ab"));
        // And back: who was trained on is not in a set to measure with.
        let back = fixture.plan(&evaluation(), Some(&plan.lock));
        let holds = |row: &Row| plan.lock.split(&row.speaker) != Some(Split::Train);
        let test = rows(&fixture, &back, &format!("{name}-back"));
        assert!(test.iter().all(|row| holds(row) && row.split == Split::Test));
        assert!(back.refused_by_reason[&Reason::TrainedOn] > 0, "{:?}", back.refused_by_reason);
        assert!(plan.lock.is_kept_by(&back.lock));
    }
    // Without the consent to be measured with there is none.
    let mut asked = evaluation();
    asked.scope = "asr".to_owned();
    assert_eq!(plan(fixture.input(), &asked, None, None).unwrap_err().kind(), ErrorKind::Usage);
}

/// A personal assistant: one speaker, some of whose texts are kept to measure with.
#[test]
fn of_one_speaker_texts_are_kept_for_evaluation() {
    let mut fixture = one_speaker();
    for session in 0..fixture.sessions.len() {
        fixture.change_consent(session, grant);
    }
    let second = fixture.sessions.pop().unwrap();
    fixture.sessions[0].1.truncate(4);
    let set = fixture.plan(&splitting(Some(By::Prompt), Some(Purpose::Evaluation)), None);
    let measured = rows(&fixture, &set, "set");
    fixture.sessions.push(second);
    let plan = fixture.plan(&settings(), Some(&set.lock));
    let trained = rows(&fixture, &plan, "trained");
    let kept: BTreeSet<&str> = measured.iter().map(|row| row.normalised.as_str()).collect();
    assert_eq!((kept.len(), trained.len()), (4, 7));
    assert!(trained.iter().all(|row| !kept.contains(row.normalised.as_str())));
    assert_eq!(plan.refused_by_reason, [(Reason::ForEvaluation, 8)].into());
}

/// What a corpus says of its splits and its purpose is held against its rows.
#[test]
fn a_text_in_two_splits_or_a_set_that_trains_is_a_fault() {
    let mut fixture = one_speaker();
    for session in 0..fixture.sessions.len() {
        fixture.change_consent(session, grant);
    }
    let ids = |name: &str, file: &str, from: &str, to: &str| -> BTreeSet<&'static str> {
        let path = fixture.path(name).join(file);
        let good = std::fs::read_to_string(&path).unwrap();
        let bad = good.replacen(from, to, 1);
        assert_ne!(bad, good, "{from}");
        crate::fsio::replace(&path, bad.as_bytes()).unwrap();
        let faults = fixture.verify(name).faults;
        crate::fsio::replace(&path, good.as_bytes()).unwrap();
        faults.into_iter().map(|fault| fault.id).collect()
    };
    fixture.build(&fixture.plan(&by_prompt(), None), "by-prompt", 2).unwrap();
    let moved = ids("by-prompt", "catalogue.jsonl", "\"split\":\"train\"", "\"split\":\"test\"");
    assert!(moved.contains("text-split") && moved.contains("splits"), "{moved:?}");
    // A head that says nothing of it promises that no speaker is in two splits.
    let head = "\n    \"splitting\": {\n      \"by\": \"prompt\"\n    },";
    let silent = ids("by-prompt", "corpus.json", head, "");
    assert!(silent.contains("speaker-split") && silent.contains("splits"), "{silent:?}");
    let stranger = ids("by-prompt", "splits.lock", "\"ab\"", "\"cd\"");
    assert!(stranger.contains("splits"), "{stranger:?}");
    fixture.build(&fixture.plan(&evaluation(), None), "set", 2).unwrap();
    let trained = ids("set", "catalogue.jsonl", "\"split\":\"test\"", "\"split\":\"train\"");
    assert!(trained.contains("purpose"), "{trained:?}");
    let head = "\n    \"splitting\": {\n      \"purpose\": \"evaluation\"\n    },";
    let silent = ids("set", "corpus.json", head, "");
    assert!(silent.contains("purpose"), "{silent:?}");
}
