use super::*;
use crate::corpus::release::Settings;
use crate::corpus::tests::{Fixture, settings, tree};
use crate::progress::Unwatched;

/// The corpora `old` and `new`, and the file `delta` from one to the other.
fn releases() -> (Fixture, Head) {
    let mut fixture = Fixture::small();
    let manifests = ["kaldi", "nemo-tarred", "parquet"].map(str::to_owned).into();
    let settings = Settings { manifests, ..settings() };
    let plan = fixture.plan(&settings, None);
    fixture.build(&plan, "old", 2).unwrap();
    fixture.sessions.remove(1);
    fixture.add("s5", "e", "fr-FR", 16_000, &[("p1", 25, 0.2)]);
    let plan = fixture.plan(&settings, Some(&plan.lock));
    fixture.build(&plan, "new", 2).unwrap();
    let head = make(&fixture.path("old"), &fixture.path("new"), &fixture.path("delta"), &Unwatched).unwrap();
    (fixture, head)
}

fn patched(fixture: &Fixture, delta: &str) -> Result<Head> {
    apply(&fixture.path("old"), &fixture.path(delta), &fixture.path("made"), &Unwatched)
}

#[test]
fn the_old_release_with_the_delta_is_the_new_one_byte_for_byte() {
    let (fixture, head) = releases();
    assert_eq!(patched(&fixture, "delta").unwrap(), head);
    assert_eq!(tree(&fixture.path("made")), tree(&fixture.path("new")));
    assert_eq!(fixture.verify("made").faults, []);
    // The audio of those who stay is not in it, nor is anything twice.
    let delta = std::fs::read(fixture.path("delta")).unwrap();
    let mut names = Vec::new();
    let mut reader = Reader::new(&delta[..]);
    while let Some(member) = reader.next_member().unwrap() {
        names.push(member.name);
    }
    let audio: Vec<&String> = names.iter().filter(|name| name.starts_with("files/audio/")).collect();
    assert_eq!(audio, ["files/audio/fr-FR/e/e-fr-fr-demo-p1-1.wav"]);
    assert_eq!(names.len() as u64, 2 + head.brought);
}

#[test]
fn nothing_but_the_release_that_it_goes_from_is_patched() {
    let (fixture, _) = releases();
    let error =
        apply(&fixture.path("new"), &fixture.path("delta"), &fixture.path("made"), &Unwatched).unwrap_err();
    assert_eq!(error.message(), "the delta goes from another release");
    // A file of the old release that is not what its list says, and whose bytes no other has.
    let audio = fixture.path("old/audio/de-DE/c/c-de-de-demo-p1-1.wav");
    let mut bytes = std::fs::read(&audio).unwrap();
    *bytes.last_mut().unwrap() ^= 1;
    fsio::replace(&audio, &bytes).unwrap();
    let error = patched(&fixture, "delta").unwrap_err();
    assert_eq!((error.kind(), error.path()), (ErrorKind::Integrity, Some(audio.as_path())));
    assert!(!fixture.path("made").exists());
}

/// Cut off anywhere, or with any byte changed, it is refused and nothing is left; nothing panics.
#[test]
fn a_damaged_delta_is_refused() {
    let (fixture, _) = releases();
    let good = std::fs::read(fixture.path("delta")).unwrap();
    let refused = |bytes: &[u8], what: &str| {
        fsio::replace(&fixture.path("bad"), bytes).unwrap();
        let error = patched(&fixture, "bad").err().unwrap_or_else(|| panic!("{what} is taken"));
        assert_eq!(error.kind(), ErrorKind::Corpus, "{what}: {error}");
        assert!(!fixture.path("made").exists(), "{what}");
    };
    for at in (0..good.len()).step_by(good.len() / 60) {
        refused(&good[..at], &format!("cut at {at}"));
        let mut bad = good.clone();
        bad[at] ^= 4;
        refused(&bad, &format!("byte {at}"));
    }
    refused(&[&good[..], b"more"].concat(), "what goes on");
}

/// The names of an archive of strangers lead nowhere.
#[test]
fn a_path_that_leaves_the_corpus_is_refused() {
    for path in ["../x", "/x", "a/../../x", "./x", "SHA256SUMS"] {
        let line = checksums::line(&Sha256::of("x"), path);
        let error = Lines::new(line.as_bytes()).next().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Corpus, "{path}");
    }
}
