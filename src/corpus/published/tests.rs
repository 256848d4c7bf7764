//! A release holds nothing of the lists that it was held against, and says which they were.

use super::*;
use crate::corpus::refusal::Reason;
use crate::corpus::release::Settings;
use crate::corpus::split::Purpose;
use crate::corpus::tests::{Fixture, settings};
use crate::progress::Unwatched;

/// A list of the corpus `name`, in a file.
fn listed(fixture: &Fixture, name: &str) -> (PathBuf, Counts) {
    let listed = list_of_corpus(&fixture.path(name), "Other people's set", 2, &Unwatched).unwrap();
    let path = fixture.path(&format!("{name}.held-out"));
    fsio::write_new(&path, listed.list.to_text().as_bytes()).unwrap();
    (path, listed.counts)
}

fn guarded(path: &Path, without_held_out: bool) -> Settings {
    let mut settings = settings();
    settings.splitting.without_held_out = without_held_out;
    settings.splitting.hold_against(Guard::open(&[path.to_path_buf()]).unwrap());
    settings
}

#[test]
fn what_is_on_a_list_stops_a_release_or_is_left_out_and_counted() {
    let mut fixture = Fixture::small();
    let all = std::mem::take(&mut fixture.sessions);
    fixture.sessions = all[2..3].to_vec();
    fixture.build(&fixture.plan(&settings(), None), "theirs", 1).unwrap();
    let (path, counts) = listed(&fixture, "theirs");
    assert_eq!(counts, Counts { utterances: 2, short_texts: 0, short_sounds: 2 });
    fixture.sessions = all;
    // Two takes of `c`, and one of `d` with the words of one of them.
    let stopped = fixture.plan(&guarded(&path, false), None);
    assert_eq!(stopped.refused_by_reason, [(Reason::HeldOut, 3)].into());
    let error = fixture.build(&stopped, "ours", 1).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Integrity);
    let said = error.to_string();
    assert!(said.contains("3 takes") && said.contains("`Other people's set`"), "{said}");
    assert!(said.contains("theirs.held-out:"), "the list and its line: {said}");
    assert!(error.hint().is_some_and(|hint| hint.contains("--without-held-out")), "{error:?}");
    let plan = fixture.plan(&guarded(&path, true), None);
    fixture.build(&plan, "ours", 2).unwrap();
    let report = fixture.verify("ours");
    assert_eq!((report.faults, report.utterances), (Vec::new(), 4));
    assert_eq!(report.held_out, plan.settings.splitting.held_out);
    let guard = Guard::open(std::slice::from_ref(&path)).unwrap();
    assert_eq!(held_out_faults(&fixture.path("ours"), &guard, 2, &Unwatched).unwrap(), []);
    let card = std::fs::read_to_string(fixture.path("ours/README.md")).unwrap();
    let digest = Sha256::of(std::fs::read(&path).unwrap());
    assert!(card.contains(&format!("- Other people's set (`{digest}`)")), "{card}");
    // Of a corpus that nobody held against anything it is told afterwards.
    fixture.build(&fixture.plan(&settings(), None), "careless", 2).unwrap();
    let faults = held_out_faults(&fixture.path("careless"), &guard, 2, &Unwatched).unwrap();
    let found: Vec<(&str, bool)> =
        faults.iter().map(|fault| (fault.id, fault.message.contains("text"))).collect();
    assert_eq!(found, [("held-out", false), ("held-out", false), ("held-out", true)], "{faults:?}");
}

#[test]
fn a_set_to_measure_with_is_held_against_nothing_and_nothing_makes_no_list() {
    let fixture = Fixture::small();
    fixture.build(&fixture.plan(&settings(), None), "theirs", 1).unwrap();
    let (path, _) = listed(&fixture, "theirs");
    let mut asked = guarded(&path, false);
    (asked.splitting.purpose, asked.scope) = (Some(Purpose::Evaluation), "evaluation".to_owned());
    assert_eq!(asked.check().unwrap_err().kind(), ErrorKind::Usage);
    let none = Fixture::new();
    let error = list_of_recordings(&none, &none.path(""), "none", 1, &Unwatched).err().unwrap();
    assert!(error.hint().is_some_and(|hint| hint.contains("booth import")), "{error:?}");
    // A recording that cannot be read is not left out silently.
    let session = &fixture.sessions[0];
    fsio::replace(&session.0.dir.join(&session.1[0].file), b"RIFF").unwrap();
    let error = list_of_recordings(&fixture, &fixture.path(""), "broken", 2, &Unwatched).err().unwrap();
    assert_eq!(error.kind(), ErrorKind::Audio);
    fsio::remove_leftover(&session.0.dir.join(&session.1[0].file)).unwrap();
    let error = list_of_recordings(&fixture, &fixture.path(""), "lacking", 2, &Unwatched).err().unwrap();
    assert_eq!((error.kind(), error.path()), (ErrorKind::Session, Some(session.0.dir.as_path())));
}
