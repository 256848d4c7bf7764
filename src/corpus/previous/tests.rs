use super::*;
use crate::corpus::build::{BuildOptions, build};
use crate::corpus::plan::Input;
use crate::corpus::tests::{Fixture, settings, tree};
use std::collections::BTreeMap;

/// Packs version 1.0.0 as `old`, has a speaker come, and packs 1.1.0 as `new` from it and as `alone` without its audio.
fn releases(between: impl FnOnce(&mut Fixture)) -> Fixture {
    let mut fixture = Fixture::small();
    let first = Settings { version: Some("1.0.0".to_owned()), ..settings() };
    let plan = fixture.plan(&first, None);
    fixture.build(&plan, "old", 2).unwrap();
    between(&mut fixture);
    let previous = Some(look(&fixture.path("old")).unwrap());
    let second = Settings { version: Some("1.1.0".to_owned()), previous, ..settings() };
    let plan = fixture.plan(&second, Some(&plan.lock));
    let old = fixture.path("old");
    for (name, previous) in [("new", Some(old.as_path())), ("alone", None)] {
        let options = BuildOptions { threads: 2, ..BuildOptions::default() };
        let input = Input { previous, ..fixture.input() };
        build(&plan, input, &fixture.path(name), options).unwrap();
        assert_eq!(fixture.verify(name).faults, [], "{name}");
    }
    fixture
}

fn since(fixture: &Fixture, corpus: &str) -> BTreeMap<String, String> {
    let text = std::fs::read_to_string(fixture.path(corpus).join(catalogue::NAME)).unwrap();
    let rows = text.lines().map(|line| Row::parse(line).unwrap());
    rows.map(|row| (row.id.to_string(), row.since.unwrap())).collect()
}

#[test]
fn what_is_new_is_there_since_the_new_version_and_the_rest_as_before() {
    let fixture = releases(|fixture| {
        fixture.add("s5", "e", "fr-FR", 16_000, &[("p1", 25, 0.2)]);
        let mended = &mut fixture.sessions[2].1[1];
        mended.text = "other words".to_owned();
        mended.text_sha256 = Sha256::of(&mended.text);
    });
    let since = since(&fixture, "new");
    let new: Vec<&str> =
        since.iter().filter(|(_, since)| *since == "1.1.0").map(|(id, _)| id.as_str()).collect();
    assert_eq!(new, ["c-de-de-demo-p2-1", "e-fr-fr-demo-p1-1"]);
    assert!(since.values().all(|since| since == "1.0.0" || since == "1.1.0"));
    assert_eq!(since.len(), 8);
    // Taken over or made anew, the audio is the same.
    let (new, alone) = (tree(&fixture.path("new/audio")), tree(&fixture.path("alone/audio")));
    assert_eq!(new, alone);
}

#[test]
fn audio_that_is_not_what_its_release_says_is_made_anew() {
    let fixture = releases(|fixture| {
        let audio = fixture.path("old/audio/de-DE/c/c-de-de-demo-p1-1.wav");
        let mut bytes = std::fs::read(&audio).unwrap();
        *bytes.last_mut().unwrap() ^= 1;
        fsio::replace(&audio, &bytes).unwrap();
        fsio::remove_leftover(&fixture.path("old/audio/de-DE/d/d-de-de-demo-p1-1.wav")).unwrap();
    });
    assert_eq!(tree(&fixture.path("new/audio")), tree(&fixture.path("alone/audio")));
}

#[test]
fn another_release_than_the_plan_s_and_a_version_that_goes_back_are_refused() {
    let fixture = releases(|fixture| fixture.add("s5", "e", "fr-FR", 16_000, &[("p1", 25, 0.2)]));
    let previous = Some(look(&fixture.path("new")).unwrap());
    let later = Settings { version: Some("1.2.0".to_owned()), previous, ..settings() };
    let error = Previous::open(&fixture.path("old"), &later).err().unwrap();
    assert_eq!(error.kind(), ErrorKind::Corpus);
    for version in ["1.1.0", "1.0.9", "0.9.0", "1.1", "v2.0.0"] {
        let settings = Settings { version: Some(version.to_owned()), ..later.clone() };
        assert_eq!(settings.check().unwrap_err().kind(), ErrorKind::Usage, "{version}");
    }
    let settings = Settings { version: Some("1.10.0".to_owned()), ..later };
    assert!(settings.check().is_ok(), "versions are compared as numbers");
}
