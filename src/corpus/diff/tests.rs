use super::*;
use crate::corpus::tests::{Fixture, settings};

/// The corpora `old` and `new` of one lock, and what changed between them.
fn changes(fixture: &Fixture) -> (Vec<(What, String, Vec<Why>)>, Summary) {
    let mut found = Vec::new();
    let summary = diff(&fixture.path("old"), &fixture.path("new"), &mut |change| {
        found.push((change.what, change.id.to_string(), change.why));
        Ok(())
    });
    (found, summary.unwrap())
}

fn pack(fixture: &Fixture, name: &str, lock: Option<&Lock>) -> Lock {
    let plan = fixture.plan(&settings(), lock);
    fixture.build(&plan, name, 2).unwrap();
    plan.lock
}

#[test]
fn a_release_does_not_differ_from_itself() {
    let fixture = Fixture::small();
    let lock = pack(&fixture, "old", None);
    pack(&fixture, "new", Some(&lock));
    let (found, summary) = changes(&fixture);
    assert_eq!(found, []);
    assert_eq!(summary.same.utterances, 7);
    assert_eq!(Summary { same: summary.same, ..Summary::default() }, summary);
}

/// Speakers come and one withdraws: nobody moves, and each utterance is told with its reason.
#[test]
fn what_came_left_and_changed_is_told_and_why() {
    let mut fixture = Fixture::small();
    let lock = pack(&fixture, "old", None);
    // Speaker `a` has left, `e` has come, `d` has read one more; a text of `c` was mended.
    fixture.sessions.remove(1);
    fixture.add("s5", "e", "fr-FR", 16_000, &[("p1", 25, 0.2)]);
    fixture.add("s6", "d", "de-DE", 16_000, &[("p2", 25, 0.3)]);
    let text = "words of p2, «Berlin»".to_owned();
    let mended = &mut fixture.sessions[1].1[1];
    (mended.text_sha256, mended.text) = (crate::digest::Sha256::of(&text), text);
    pack(&fixture, "new", Some(&lock));
    let (found, summary) = changes(&fixture);
    let told: Vec<(What, &str, &[Why])> =
        found.iter().map(|(what, id, why)| (*what, id.as_str(), why.as_slice())).collect();
    assert_eq!(
        told,
        [
            (What::Removed, "a-fr-fr-demo-p1-1", &[Why::SpeakerLeft][..]),
            (What::Changed, "c-de-de-demo-p2-1", &[Why::OtherWords]),
            (What::Added, "d-de-de-demo-p2-1", &[Why::MoreOfSpeaker]),
            (What::Added, "e-fr-fr-demo-p1-1", &[Why::NewSpeaker]),
        ]
    );
    assert_eq!(summary.moved, []);
    assert_eq!((summary.speakers_added, summary.speakers_left), (1, 1));
    assert_eq!(summary.same.utterances, 5);
    assert_eq!((summary.added.utterances, summary.removed.utterances, summary.changed.utterances), (2, 1, 1));
}

#[test]
fn a_speaker_who_moved_is_named() {
    let fixture = Fixture::small();
    let lock = pack(&fixture, "old", None);
    let mut other = lock.clone();
    let (speaker, holding) = other.speakers.iter_mut().next().unwrap();
    holding.split = if holding.split == Split::Train { Split::Test } else { Split::Train };
    let speaker = speaker.clone();
    pack(&fixture, "new", Some(&other));
    let (found, summary) = changes(&fixture);
    assert_eq!(summary.moved, [speaker]);
    assert!(found.iter().all(|(what, _, why)| (*what, why.as_slice()) == (What::Changed, &[Why::Moved][..])));
}

#[test]
fn what_is_no_corpus_is_refused() {
    let fixture = Fixture::small();
    pack(&fixture, "old", None);
    let error = diff(&fixture.path("old"), &fixture.path("none"), &mut |_| Ok(())).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Corpus);
}
