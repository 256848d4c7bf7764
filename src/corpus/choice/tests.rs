//! Choices over the recordings of the fixture: what is left out and why, in the plan, on disk, and to who proves it.

use super::*;
use crate::corpus::catalogue;
use crate::corpus::diff::{What, Why, diff};
use crate::corpus::plan::{Input, Plan, plan};
use crate::corpus::release::Settings;
use crate::corpus::tests::{Fixture, settings};
use crate::corpus::{Lock, Release, look_at_previous};
use crate::fsio;
use crate::units::SampleRate;
use std::num::NonZeroU64;
use std::sync::Arc;

fn choosing(choice: &Choice) -> Settings {
    Settings { select: choice.clone(), manifests: vec!["nemo".to_owned()], ..settings() }
}

/// The fixture, in which `ab` has a microphone, and `c` reads for a domain, one of the two with another intent.
fn fixture() -> Fixture {
    let mut fixture = Fixture::small();
    Arc::make_mut(&mut fixture.sessions[0].0).record.source = SourceRecord::Device {
        device: "alsa:hw-1".to_owned(),
        name: "Old Faithful".to_owned(),
        host: "alsa".to_owned(),
        rate: SampleRate::new(48_000).unwrap(),
        channels: 1,
        channel: 0,
        format: "i16".to_owned(),
        native_rate: None,
    };
    let takes = &mut fixture.sessions[2].1;
    for take in takes.iter_mut() {
        take.domain = Some("home".to_owned());
    }
    takes[1].intent = Some("lights_on".to_owned());
    fixture.sessions[3].1[0].intent = None;
    fixture
}

fn names<T: std::str::FromStr>(names: &[&str]) -> Vec<T>
where
    T::Err: std::fmt::Debug,
{
    names.iter().map(|name| name.parse().unwrap()).collect()
}

fn ids(plan: &Plan, fixture: &Fixture, name: &str) -> Vec<String> {
    fixture.build(plan, name, 2).unwrap();
    assert_eq!(fixture.verify(name).faults, [], "{name}");
    let text = std::fs::read_to_string(fixture.path(name).join(catalogue::NAME)).unwrap();
    text.lines().map(|line| Row::parse(line).unwrap().id.to_string()).collect()
}

#[test]
fn each_list_leaves_out_what_is_not_in_it_and_says_so() {
    let fixture = fixture();
    let all = Choice::default;
    let cases: [(Choice, u64, Reason, u64); 10] = [
        (Choice { locales: names(&["fr-FR"]), ..all() }, 4, Reason::OtherLocale, 3),
        (Choice { speakers: names(&["ab", "d"]), ..all() }, 4, Reason::OtherSpeaker, 3),
        (Choice { without_speakers: names(&["ab"]), ..all() }, 4, Reason::OtherSpeaker, 3),
        (Choice { sheets: names(&["other"]), ..all() }, 0, Reason::OtherSheet, 7),
        (Choice { devices: vec!["Old Faithful".to_owned()], ..all() }, 3, Reason::OtherDevice, 4),
        (Choice { devices: vec!["alsa:hw-1".to_owned()], ..all() }, 3, Reason::OtherDevice, 4),
        (Choice { devices: vec!["import pairs".to_owned()], ..all() }, 4, Reason::OtherDevice, 3),
        (Choice { intents: vec!["lights_on".to_owned()], ..all() }, 1, Reason::OtherIntent, 6),
        (Choice { intents: names(&["alarm_set", "lights_on"]), ..all() }, 6, Reason::OtherIntent, 1),
        (Choice { domains: vec!["home".to_owned()], ..all() }, 2, Reason::OtherDomain, 5),
    ];
    for (number, (choice, taken, reason, left)) in cases.into_iter().enumerate() {
        let plan = fixture.plan(&choosing(&choice), None);
        assert_eq!(plan.utterances, taken, "{choice:?}");
        assert_eq!(plan.refused_by_reason, [(reason, left)].into(), "{choice:?}");
        if taken > 0 {
            let name = format!("corpus-{number}");
            assert_eq!(ids(&plan, &fixture, &name).len() as u64, taken);
            let head = std::fs::read_to_string(fixture.path(&name).join("corpus.json")).unwrap();
            let release = Release::parse(&head).unwrap();
            assert_eq!((release.settings.select, release.refused[&reason]), (choice, left));
            let card = std::fs::read_to_string(fixture.path(&name).join("README.md")).unwrap();
            assert!(card.contains(&format!("| {reason} | {left} |")), "{card}");
        }
    }
}

#[test]
fn a_name_that_nothing_has_is_told_with_what_there_is() {
    let fixture = fixture();
    let choice = Choice {
        locales: names(&["de-AT", "fr-FR"]),
        intents: names(&["alarm_sett"]),
        without_speakers: names(&["x"]),
        ..Choice::default()
    };
    let notes = fixture.plan(&choosing(&choice), None).notes;
    let told: Vec<&String> = notes.iter().filter(|note| note.contains("is in no session")).collect();
    assert_eq!(
        told,
        [
            "the locale `de-AT` that is chosen is in no session; there are: de-DE, fr-FR",
            "the speaker to leave out `x` that is chosen is in no session; there are: a, ab, c, d",
            "the intent `alarm_sett` that is chosen is in no session; there are: alarm_set",
        ]
    );
}

#[test]
fn greatest_numbers_hold_are_refused_by_name_and_come_out_the_same_in_any_order() {
    let mut fixture = Fixture::small();
    let choice = Choice { most_per_speaker: NonZeroU64::new(1), ..Choice::default() };
    let plan = fixture.plan(&choosing(&choice), None);
    assert_eq!(plan.utterances, 4);
    assert_eq!(plan.refused_by_reason, [(Reason::OverSpeakerLimit, 3)].into());
    let told: Vec<String> = plan.refused.iter().map(|refusal| refusal.unwrap().detail).collect();
    let one = ids(&plan, &fixture, "one");
    assert!(told.len() == 3 && told.iter().all(|id| !one.contains(id)), "{told:?} {one:?}");
    fixture.sessions.reverse();
    for (_, takes) in &mut fixture.sessions {
        takes.reverse();
    }
    assert_eq!(ids(&fixture.plan(&choosing(&choice), None), &fixture, "other"), one);
    // `p1` is one text in each of the two locales.
    let choice = Choice { most_per_prompt: NonZeroU64::new(1), ..Choice::default() };
    let plan = fixture.plan(&choosing(&choice), None);
    assert_eq!((plan.utterances, plan.refused_by_reason.clone()), (5, [(Reason::OverPromptLimit, 2)].into()));
    assert_eq!(ids(&plan, &fixture, "texts").len(), 5);
}

/// A release without the choice, and one with it: verify tells the first by a head that lies.
#[test]
fn a_corpus_with_what_its_choice_leaves_out_has_a_fault() {
    let fixture = fixture();
    let plain = fixture.plan(&choosing(&Choice::default()), None);
    fixture.build(&plain, "corpus", 1).unwrap();
    let path = fixture.path("corpus/corpus.json");
    let good = std::fs::read_to_string(&path).unwrap();
    let lies = [
        Choice { locales: names(&["fr-FR"]), ..Choice::default() },
        Choice { most_per_speaker: NonZeroU64::new(2), ..Choice::default() },
        Choice { most_per_prompt: NonZeroU64::new(1), ..Choice::default() },
    ];
    for lie in lies {
        let mut release = Release::parse(&good).unwrap();
        release.settings.select = lie.clone();
        fsio::replace(&path, release.to_text().unwrap().as_bytes()).unwrap();
        let faults = fixture.verify("corpus").faults;
        assert!(faults.iter().any(|fault| fault.id == "selection"), "{lie:?}: {faults:#?}");
    }
}

#[test]
fn what_was_released_stays_and_what_went_is_told_as_chosen() {
    let mut fixture = Fixture::small();
    let choice = Choice { most_per_speaker: NonZeroU64::new(2), ..Choice::default() };
    let versions = |version: &str, choice: &Choice, previous: Option<&str>, fixture: &Fixture| Settings {
        version: Some(version.to_owned()),
        previous: previous.map(|name| look_at_previous(&fixture.path(name)).unwrap()),
        ..choosing(choice)
    };
    let first = fixture.plan(&versions("1.0.0", &choice, None, &fixture), None);
    let released = ids(&first, &fixture, "old");
    // Many more of `ab`, of which some have lower digests than what was released.
    let more: Vec<(String, u64, f64)> = (20..40).map(|n| (format!("p{n}"), 20, 0.2)).collect();
    let more: Vec<(&str, u64, f64)> = more.iter().map(|(id, ms, level)| (id.as_str(), *ms, *level)).collect();
    fixture.add("s9", "ab", "fr-FR", 48_000, &more);
    let next = |choice: &Choice, lock: &Lock| {
        let settings = versions("1.1.0", choice, Some("old"), &fixture);
        let old = fixture.path("old");
        let with =
            plan(Input { previous: Some(&old), ..fixture.input() }, &settings, Some(lock), None).unwrap();
        // Without the release before nobody can tell what it had.
        assert!(plan(fixture.input(), &settings, Some(lock), None).is_err());
        with
    };
    assert_eq!(ids(&next(&choice, &first.lock), &fixture, "new"), released);
    // A tighter number, and no German: both are named.
    let tighter =
        Choice { locales: names(&["fr-FR"]), most_per_speaker: NonZeroU64::new(1), ..Choice::default() };
    ids(&next(&tighter, &first.lock), &fixture, "less");
    let mut told = std::collections::BTreeMap::new();
    diff(&fixture.path("old"), &fixture.path("less"), &mut |change| {
        if change.what == What::Removed {
            *told.entry((change.speaker.to_string(), change.why)).or_insert(0) += 1;
        }
        Ok(())
    })
    .unwrap();
    let gone = vec![Why::SpeakerLeft, Why::NotSelected];
    let expected = [("ab", vec![Why::OverLimit], 1), ("c", gone.clone(), 2), ("d", gone, 1)];
    let expected = expected.map(|(speaker, why, count)| ((speaker.to_owned(), why), count));
    assert_eq!(told, expected.into());
}
