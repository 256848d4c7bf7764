//! Sessions that are new, known, grown, lacking, withdrawn.

use super::*;
use crate::recordings::bundle::Withdrawn;
use crate::recordings::session::{Event, find_sessions};
use crate::recordings::tombstones::{By, Extent, Tombstone, TombstoneId};
use crate::recordings::withdraw::{self, Named, RANDOM_BYTES};

fn withdraw_at(place: &Place, what: &str, scope: Option<&str>) -> Tombstone {
    let root = place.root();
    let named: Named = what.parse().unwrap();
    let mut tombstones = Tombstones::read(&root).unwrap();
    let random = [tombstones.all().len() as u8 + root.as_os_str().len() as u8; RANDOM_BYTES];
    let lock = RootLock::acquire(&root, "a test").unwrap();
    let at = Utc::from_millis(1_795_550_000_000);
    let plan =
        withdraw::plan(&withdraw::Request { root: &root, named: &named, scope, code: None, at }).unwrap();
    let tombstone = plan.bury(&mut tombstones, random).unwrap();
    let gone = withdraw::complete(&lock, &mut tombstones, &tombstone, at).unwrap();
    assert!(gone.scan.found.is_empty(), "{gone:?}");
    tombstone
}

#[test]
fn a_bundle_becomes_the_very_sessions_and_nothing_comes_of_it_twice() {
    let (home, collection) = (Place::new(), Place::new());
    home.record("s1", &["a", "b"]);
    home.record("s2", &["a"]);
    let bundle = home.made(&[]).bytes();
    let (summary, _) = collection.give_all(std::slice::from_ref(&bundle), true);
    assert_eq!((summary.takes.new, collection.tree().len()), (3, 0), "a dry run does nothing");
    let row = collection.give(bundle.clone());
    assert_eq!((five(&row.sessions), five(&row.takes)), ([2, 2, 0, 0, 0], [3, 3, 0, 0, 0]));
    assert_eq!(row.code, Some(home.made(&[]).code()));
    assert_eq!(collection.tree(), home.tree());
    let row = collection.give(bundle.clone());
    assert_eq!((five(&row.sessions), five(&row.takes)), ([2, 0, 2, 0, 0], [3, 0, 3, 0, 0]));
    // Twice in one run, and after it was moved to a folder below.
    let deep = collection.root().join("deep/er");
    fs::create_dir_all(&deep).unwrap();
    fs::rename(collection.root().join("s1"), deep.join("s1")).unwrap();
    let (summary, _) = collection.give_all(&[bundle.clone(), bundle], false);
    assert_eq!((summary.bundles, five(&summary.sessions)), (2, [4, 0, 4, 0, 0]));
    assert!(collection.quarantine().is_empty());
}

#[test]
fn a_session_grows_in_whichever_order_its_bundles_come_and_never_without_its_audio() {
    let (home, other) = (Place::new(), Place::new());
    home.record("s1", &["a", "b"]);
    let first = home.made(&[]);
    home.record("s1", &["c"]);
    home.record("s2", &["a"]);
    let mut second = home.made(&["s1/a_1", "s1/b_1"]);
    second.about.since = Some(first.code());
    let code = first.code().to_string();
    let (first, second) = (first.bytes(), second.bytes());
    for order in [[&first, &second], [&second, &first]] {
        let collection = Place::new();
        let (summary, _) = collection.give_all(&order.map(Clone::clone), false);
        assert_eq!((five(&summary.takes), summary.refused), ([4, 4, 0, 0, 0], 0));
        assert_eq!(collection.tree(), home.tree());
        assert!(collection.quarantine().is_empty());
    }
    // One run each: what waits is kept apart until it goes through.
    let row = other.give(second.clone());
    assert_eq!((refused_for(&row), five(&row.sessions)), (vec!["lacks-audio"], [2, 1, 0, 0, 1]));
    assert!(row.refused[0].hint.as_ref().unwrap().contains(&code), "{row:?}");
    assert_eq!(other.quarantine().len(), 2);
    assert_eq!(five(&other.give(first.clone()).takes), [2, 2, 0, 0, 0]);
    let row = other.give(second);
    assert_eq!((five(&row.sessions), five(&row.takes)), ([2, 1, 1, 0, 0], [2, 1, 1, 0, 0]));
    assert_eq!(other.tree(), home.tree());
    assert!(other.quarantine().is_empty());
    // The older one has nothing new any longer.
    assert_eq!(five(&other.give(first).sessions), [1, 0, 1, 0, 0]);
    assert_eq!(other.tree(), home.tree());
}

#[test]
fn what_a_kill_left_half_done_is_done_by_the_next_and_what_is_spoilt_is_mended() {
    let (home, collection) = (Place::new(), Place::new());
    home.record("s1", &["a", "b"]);
    let first = home.made(&[]).bytes();
    home.record("s1", &["c"]);
    let mut writer = crate::recordings::testing::resume(&home.root().join("s1"));
    writer.append(Event::Deleted { prompt: "b".parse().unwrap(), take: 1 }).unwrap();
    drop(writer);
    drop(crate::recordings::testing::resume(&home.root().join("s1")));
    let second = home.made(&["s1/a_1"]).bytes();
    let _ = collection.give(first.clone());
    // Cut short after the new sound came and before the journal that names it.
    let sound = |place: &Place, name: &str| place.root().join("s1/audio").join(name);
    fs::copy(sound(&home, "c_1.wav"), sound(&collection, "c_1.wav")).unwrap();
    let row = collection.give(second.clone());
    assert_eq!((five(&row.sessions), five(&row.takes), row.deleted), ([1, 1, 0, 0, 0], [1, 0, 1, 0, 0], 1));
    assert_eq!(collection.tree(), home.tree());
    // After the journal came and before the deleted sound went; and with a sound that is not what was recorded.
    fs::write(sound(&collection, "b_1.wav"), "left").unwrap();
    fs::write(sound(&collection, "c_1.wav"), "spoilt").unwrap();
    fs::create_dir_all(collection.root().join(INCOMING).join("s1/audio")).unwrap();
    let row = collection.give(second);
    assert_eq!((five(&row.takes), row.deleted), ([1, 1, 0, 0, 0], 1));
    assert_eq!(collection.tree(), home.tree());
    // The older bundle does not bring back what was deleted since.
    let row = collection.give(first);
    assert_eq!(five(&row.takes), [2, 0, 2, 0, 0]);
    assert_eq!(collection.tree(), home.tree());
}

#[test]
fn a_session_with_another_past_is_left_as_it_is() {
    let (home, collection) = (Place::new(), Place::new());
    home.record("s1", &["a"]);
    let first = home.made(&[]).bytes();
    let _ = collection.give(first.clone());
    collection.record("s1", &["b"]);
    home.record("s1", &["c"]);
    home.record("s2", &["a"]);
    let before = collection.tree();
    let row = collection.give(home.made(&[]).bytes());
    assert_eq!((refused_for(&row), five(&row.sessions)), (vec!["conflict"], [2, 1, 0, 0, 1]));
    let after = collection.tree();
    assert!(before.iter().all(|(name, bytes)| after[name] == *bytes));
    // Neither with what is no session, nor with a journal that somebody changed.
    fs::write(collection.root().join("s3"), "mine").unwrap();
    home.record("s3", &["a"]);
    let path = collection.root().join("s2/takes.jsonl");
    let journal = fs::read_to_string(&path).unwrap().replacen("say a", "say b", 1);
    fs::write(&path, journal).unwrap();
    let before = collection.tree();
    let row = collection.give(home.made(&[]).bytes());
    assert_eq!(refused_for(&row), ["conflict"; 3]);
    assert_eq!(collection.tree(), before);
    // What is kept apart is no recording to any verb.
    assert!(find_sessions(&collection.root()).unwrap().unreadable.is_empty());
}

#[test]
fn no_bundle_brings_back_what_was_withdrawn_here() {
    let (home, collection) = (Place::new(), Place::new());
    home.record("s1", &["a", "b"]);
    home.record("s2", &["a"]);
    let bundle = home.made(&[]).bytes();
    let _ = collection.give(bundle.clone());
    withdraw_at(&collection, "s1/a_1", None);
    withdraw_at(&collection, "s2", None);
    let before = collection.tree();
    let row = collection.give(bundle.clone());
    assert_eq!((five(&row.sessions), five(&row.takes)), ([2, 0, 1, 1, 0], [3, 0, 1, 2, 0]));
    assert_eq!(collection.tree(), before);
    // What was recorded since comes.
    home.record("s1", &["c"]);
    let row = collection.give(home.made(&["s1/b_1"]).bytes());
    assert_eq!((five(&row.sessions), five(&row.takes)), ([2, 1, 0, 1, 0], [3, 1, 0, 2, 0]));
    let view = crate::recordings::SessionView::open(&collection.root().join("s1")).unwrap();
    assert!(view.faults().is_empty(), "{:?}", view.faults());
    let files: Vec<&str> = view.takes().iter().map(|take| take.record.file.as_str()).collect();
    assert_eq!(files, ["audio/b_1.wav", "audio/c_1.wav"]);
    withdraw_at(&collection, "k3v9", None);
    let row = collection.give(bundle);
    assert_eq!((five(&row.sessions), five(&row.takes)), ([2, 0, 0, 2, 0], [3, 0, 0, 3, 0]));
    assert!(find_sessions(&collection.root()).unwrap().sessions.is_empty());
}

#[test]
fn a_sound_that_was_withdrawn_comes_under_no_other_name() {
    let (home, other, collection) = (Place::new(), Place::new(), Place::new());
    home.record("s1", &["a"]);
    let _ = collection.give(home.made(&[]).bytes());
    withdraw_at(&collection, "s1/a_1", None);
    // Another session, whose only take has the same samples.
    let mut writer = create(&other.root(), "t1");
    let _ = record_take(&mut writer, &prompt("b", 1), 1, 300 + 10 * usize::from(b'1') + usize::from(b'a'));
    drop(writer);
    let row = collection.give(other.made(&[]).bytes());
    assert_eq!((five(&row.sessions), five(&row.takes)), ([1, 1, 0, 0, 0], [1, 0, 0, 1, 0]));
    assert!(!collection.root().join("t1/audio/b_1.wav").exists());
    assert!(crate::recordings::SessionView::open(&collection.root().join("t1")).unwrap().takes().is_empty());
}

#[test]
fn what_was_taken_back_at_home_is_told_until_it_is_taken_back_here_too() {
    let (home, collection, late) = (Place::new(), Place::new(), Place::new());
    home.record("s1", &["a", "b"]);
    home.record("s2", &["a"]);
    let old = home.made(&[]).bytes();
    let _ = collection.give(old.clone());
    let (one, all) = (withdraw_at(&home, "s1/a_1", None), withdraw_at(&home, "s2", None));
    home.record("s1", &["c"]);
    let mut made = home.made(&["s1/b_1"]);
    let told = |tombstone: &Tombstone| Withdrawn {
        tombstone: tombstone.id.clone(),
        at: tombstone.at,
        by: tombstone.by,
        extent: tombstone.extent,
        scope: tombstone.scope.clone(),
        sessions: tombstone.sessions.clone(),
        take: (tombstone.extent == Extent::Take).then(|| ("a".parse().unwrap(), 1)),
    };
    made.about.withdrawn = vec![told(&one), told(&all)];
    let bundle = made.bytes();
    let before = collection.tree();
    let row = collection.give(bundle.clone());
    assert_eq!((refused_for(&row), row.withdraw.len()), (vec!["withdrawn-at-home"], 2));
    assert_eq!(collection.tree(), before);
    let root = collection.root().display().to_string();
    assert_eq!(row.withdraw, [format!("booth withdraw s1/a_1 {root}"), format!("booth withdraw s2 {root}")]);
    // The journal alone says it as well.
    let row = collection.give(home.made(&["s1/b_1"]).bytes());
    assert_eq!(refused_for(&row), ["withdrawn-at-home"]);
    assert!(row.refused[0].hint.as_ref().unwrap().starts_with("booth withdraw s1/a_1 "));
    withdraw_at(&collection, "s1/a_1", None);
    withdraw_at(&collection, "s2", None);
    let row = collection.give(bundle.clone());
    assert_eq!((five(&row.takes), row.is_whole()), ([1, 1, 0, 0, 0], true), "{row:?}");
    let whole = collection.tree();
    assert_eq!(five(&collection.give(old.clone()).takes), [3, 0, 1, 2, 0]);
    assert_eq!(collection.tree(), whole);
    // A collection that has none of it yet learns it before the older bundle comes.
    let row = late.give(bundle.clone());
    assert_eq!((refused_for(&row), row.withdraw.len()), (vec!["lacks-audio"], 0));
    let row = late.give(old);
    assert_eq!((five(&row.sessions), five(&row.takes)), ([2, 1, 0, 1, 0], [3, 1, 0, 2, 0]), "{row:?}");
    assert!(!late.root().join("s2").exists());
    let row = late.give(bundle);
    assert_eq!((five(&row.takes), row.is_whole()), ([1, 1, 0, 0, 0], true), "{row:?}");
    let names = crate::recordings::session::layout::audio_files(&late.root().join("s1")).unwrap();
    assert_eq!(names, ["b_1.wav", "c_1.wav"]);
}

#[test]
fn a_use_that_was_taken_back_at_home_is_told_with_the_command_for_it() {
    let (home, collection) = (Place::new(), Place::new());
    home.record("s1", &["a"]);
    let mut made = home.made(&[]);
    made.about.withdrawn = vec![Withdrawn {
        tombstone: TombstoneId::new([3; 8]),
        at: now(),
        by: By::Code,
        extent: Extent::Session,
        scope: Some("asr".to_owned()),
        sessions: vec!["s1".parse().unwrap()],
        take: None,
    }];
    let row = collection.give(made.bytes());
    assert_eq!((five(&row.takes), row.withdraw.len(), row.is_whole()), ([1, 1, 0, 0, 0], 1, false));
    assert!(row.withdraw[0].ends_with("--scope asr"), "{row:?}");
    assert_eq!(refused_for(&collection.give(made.bytes())), ["withdrawn-at-home"]);
    withdraw_at(&collection, "s1", Some("asr"));
    assert!(collection.give(made.bytes()).is_whole());
}

#[test]
fn sealed_details_go_to_the_receipts_and_never_into_the_collection() {
    let (home, collection) = (Place::new(), Place::new());
    home.record("s1", &["a"]);
    let mut made = home.made(&[]);
    made.payload.insert("data/personal.age".to_owned(), b"age-encryption.org/v1\nsealed".to_vec());
    for _ in 0..2 {
        assert!(collection.give(made.bytes()).is_whole());
    }
    assert_eq!(collection.tree(), home.tree());
    let receipts = collection.root().with_file_name("receipts");
    let names = crate::recordings::session::layout::names_in(&receipts).unwrap();
    let code = made.code().to_string().replace('-', "").to_lowercase();
    assert_eq!(names, [format!("sealed-k3v9-{code}.age")]);
    withdraw_at(&collection, "k3v9", None);
    let left = crate::recordings::session::layout::names_in(&receipts).unwrap();
    assert!(left.iter().all(|name| name.strip_suffix(".age").is_none()), "{left:?}");
}
