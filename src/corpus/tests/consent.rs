//! Consents that are not what they have to be: whoever asks hears the same of them, and none is packed.

use super::super::plan::{Input, plan};
use super::super::refusal::Reason;
use super::super::select::tests::judge;
use super::super::source::Folders;
use super::{Fixture, settings, tree};
use crate::corpus::Settings;
use crate::digest::Sha256;
use crate::fsio;
use crate::project::{Access, Licence};
use crate::quality::Policy;
use crate::recordings::check::{self, Options};
use crate::recordings::session::consent::{receipt_copy, shown_text};
use crate::recordings::session::layout::{JOURNAL, RECORD};
use crate::recordings::session::writer::pretty;
use crate::recordings::session::{FaultKind, Receipt, SessionView};
use crate::recordings::testing;
use crate::recordings::{SessionRecord, StatusOptions, status};
use crate::units::Utc;
use std::path::{Path, PathBuf};
use std::sync::Arc;

const NOW: i64 = 1_795_500_000_000;

/// A session on disk with one take that is kept, which was recorded at about the moment [`testing::clock`] begins.
struct Recorded {
    root: tempfile::TempDir,
    dir: PathBuf,
    record: SessionRecord,
}

impl Recorded {
    fn new() -> Self {
        let root = tempfile::tempdir().unwrap();
        let mut writer = testing::create(&root.path().join("recordings"), "s1");
        let take = testing::record_take(&mut writer, &testing::prompt("a", 1), 1, 900);
        testing::keep(&mut writer, &take);
        let dir = writer.dir().to_path_buf();
        let mut record = SessionView::open(&dir).unwrap().record().clone();
        // Without checksums, so that a change is the consent's alone.
        record.schema = 1;
        let journal = std::fs::read_to_string(dir.join(JOURNAL)).unwrap();
        let unsealed = journal.lines().map(|line| {
            let mut line: serde_json::Map<_, _> = serde_json::from_str(line).unwrap();
            line.remove("sum");
            line.insert("v".to_owned(), 1.into());
            serde_json::to_string(&line).unwrap() + "\n"
        });
        fsio::replace(&dir.join(JOURNAL), unsealed.collect::<String>().as_bytes()).unwrap();
        let session = Self { root, dir, record };
        session.write();
        session
    }

    fn receipt(&self) -> &Receipt {
        self.record.consent.as_ref().unwrap()
    }

    /// Changes the receipt in the record alone.
    fn in_the_record(&mut self, change: fn(&mut Receipt)) {
        change(self.record.consent.as_mut().unwrap());
        self.write();
    }

    /// Changes the copy of the receipt alone.
    fn in_the_copy(&self, change: fn(&mut Receipt)) {
        let mut copy = self.receipt().clone();
        change(&mut copy);
        fsio::replace(&receipt_copy(&self.dir, self.receipt()), &pretty(&copy).unwrap()).unwrap();
    }

    /// Changes the receipt in both places.
    fn in_both(&mut self, change: fn(&mut Receipt)) {
        self.in_the_copy(change);
        self.in_the_record(change);
    }

    fn write(&self) {
        fsio::replace(&self.dir.join(RECORD), &pretty(&self.record).unwrap()).unwrap();
    }

    /// Packs at the moment `now`: the utterances, and why takes are refused.
    fn pack(&self, now: Utc) -> (u64, Vec<(Reason, String)>) {
        self.pack_as(&settings(), now)
    }

    /// Packs as `settings` say.
    fn pack_as(&self, settings: &Settings, now: Utc) -> (u64, Vec<(Reason, String)>) {
        let folders = Folders::find(&[self.root.path().join("recordings")]).unwrap().believed();
        let input =
            Input { recordings: &folders, judge: &judge, now, scratch: self.root.path(), previous: None };
        let plan = plan(input, settings, None, None).unwrap();
        assert_eq!(plan.consent_judged_at, now);
        let told = |refusal: crate::Result<crate::corpus::Refusal>| {
            let refusal = refusal.unwrap();
            (refusal.reason, refusal.detail)
        };
        (plan.utterances, plan.refused.iter().map(told).collect())
    }

    /// What `status` says of the consent, and why.
    fn status(&self, now: Utc) -> (&'static str, Vec<String>) {
        let status = status(&self.root.path().join("recordings"), StatusOptions::new(now)).unwrap();
        let session = &status.sessions[0];
        let faults = session.faults.iter().filter(|fault| fault.kind == FaultKind::Consent);
        (session.consent.name(), faults.map(|fault| fault.message.clone()).collect())
    }

    /// What `check` says of the consent.
    fn check(&self, now: Utc) -> Vec<String> {
        let policy = Policy::default();
        let options = Options { now: Some(now), ..Options::new(&policy, self.root.path()) };
        let told = |faults: Vec<(PathBuf, crate::recordings::Fault)>| -> Vec<String> {
            let faults = faults.into_iter().map(|(_, fault)| fault);
            faults.filter(|fault| fault.kind == FaultKind::Consent).map(|fault| fault.message).collect()
        };
        let paths = [self.dir.clone()];
        let measured = told(check::find(&paths, false, &self.record.locale, &options).unwrap().faults);
        let judged = check::rejudge::run(&paths, false, &options, |_, _| std::ops::ControlFlow::Continue(()));
        assert_eq!(told(judged.unwrap().faults), measured);
        measured
    }
}

fn answer(receipt: &mut Receipt, scope: &str, granted: bool) {
    receipt.scopes.insert(scope.to_owned(), granted);
}

type Spoil = fn(&mut Recorded);

/// The spoilt consents, with what `pack` and `status` call them.
fn spoilt() -> Vec<(&'static str, Spoil, Reason, &'static str)> {
    fn remove(path: &Path) {
        fsio::remove_leftover(path).unwrap();
    }
    let invalid: Vec<(&'static str, Spoil)> = vec![
        ("a later schema", |s| s.in_both(|r| r.schema = 2)),
        ("a child", |s| s.in_both(|r| r.age = "child".to_owned())),
        ("an unknown ground", |s| s.in_both(|r| r.basis = "because".to_owned())),
        ("an unknown way", |s| s.in_both(|r| r.method = "telepathy".to_owned())),
        ("an unknown use", |s| s.in_both(|r| answer(r, "resale", true))),
        ("answered before it was asked", |s| s.in_both(|r| r.asked = Utc::from_millis(NOW - 1))),
        ("answered after its end", |s| s.in_both(|r| r.expires = Utc::from_millis(1))),
        ("open sharing without a licence", |s| {
            s.in_both(|r| answer(r, "share-open", true));
        }),
        ("a licence without open sharing", |s| s.in_both(|r| r.licence = Some("CC0-1.0".to_owned()))),
        ("another text", |s| s.in_both(|r| r.text_sha256 = crate::digest::Sha256::of("another"))),
        ("another id", |s| s.in_the_record(|r| r.id.push('x'))),
        ("the text is gone", |s| remove(&shown_text(&s.dir, s.receipt()))),
        ("the text is another", |s| {
            fsio::replace(&shown_text(&s.dir, s.receipt()), b"May we sell your voice?\n").unwrap();
        }),
        ("the copy is gone", |s| remove(&receipt_copy(&s.dir, s.receipt()))),
        ("the copy is none", |s| fsio::replace(&receipt_copy(&s.dir, s.receipt()), b"{}").unwrap()),
        ("the copy says no", |s| s.in_the_copy(|r| answer(r, "asr", false))),
        ("the copy has ended", |s| s.in_the_copy(|r| r.expires = Utc::from_millis(NOW - 1))),
        ("answered in 2030", |s| {
            s.in_both(|r| {
                r.answered = "2030-01-01T00:00:00.000Z".parse().unwrap();
                r.expires = "2035-01-01T00:00:00.000Z".parse().unwrap();
            });
        }),
        ("answered after the take", |s| s.in_both(|r| r.answered = Utc::from_millis(NOW - 1))),
    ];
    let mut all: Vec<_> =
        invalid.into_iter().map(|(name, spoil)| (name, spoil, Reason::ConsentInvalid, "invalid")).collect();
    all.extend([
        ("none", (|s| (s.record.consent = None, s.write()).1) as Spoil, Reason::ConsentMissing, "missing"),
        (
            "another speaker's",
            |s| s.in_both(|r| r.speaker = "anna".parse().unwrap()),
            Reason::ConsentForeign,
            "invalid",
        ),
        (
            "it has ended",
            |s| s.in_both(|r| r.expires = Utc::from_millis(NOW)),
            Reason::ConsentExpired,
            "expired",
        ),
        ("not for this use", |s| s.in_both(|r| answer(r, "asr", false)), Reason::ConsentScope, "valid"),
    ]);
    all
}

#[test]
fn a_spoilt_consent_is_packed_by_nobody_and_called_the_same_by_all() {
    let now = Utc::from_millis(NOW);
    let good = Recorded::new();
    assert_eq!((good.pack(now), good.status(now), good.check(now)), ((1, vec![]), ("valid", vec![]), vec![]));
    let cases = spoilt();
    assert!(cases.len() > 22);
    for (name, spoil, reason, word) in cases {
        let mut session = Recorded::new();
        spoil(&mut session);
        let (packed, refused) = session.pack(now);
        assert_eq!((packed, refused.len(), refused[0].0), (0, 1, reason), "{name}: {refused:?}");
        let (state, faults) = session.status(now);
        assert_eq!((state, faults.len()), (word, usize::from(word == "invalid")), "{name}");
        assert_eq!(session.check(now), faults, "{name}");
        if reason == Reason::ConsentInvalid {
            // All say the same of it.
            let why = faults[0].strip_prefix("the consent is invalid: ").unwrap();
            assert_eq!(refused[0].1, format!("receipt {}: {why}", session.receipt().id), "{name}");
        }
    }
}

#[test]
fn a_moment_before_the_answer_makes_no_consent_valid() {
    let session = Recorded::new();
    let before = Utc::from_millis(session.receipt().answered.millis() - 1);
    let (packed, refused) = session.pack(before);
    assert_eq!((packed, refused[0].0), (0, Reason::ConsentInvalid));
    assert_eq!(session.status(before).0, "invalid");
    assert_eq!(session.pack(session.receipt().answered).0, 1);
}

#[test]
fn what_a_speaker_said_of_themselves_is_published_only_as_granted() {
    let mut fixture = Fixture::small();
    let record = &mut Arc::make_mut(&mut fixture.sessions[0].0).record;
    record.speaker.metadata = ["gender", "age"].map(|key| (key.to_owned(), format!("my {key}"))).into();
    fixture.change_consent(0, |receipt| {
        receipt.scopes.insert("demographics:age".to_owned(), true);
    });
    fixture.change_consent(1, |receipt| {
        receipt.scopes.insert("share-open".to_owned(), true);
        receipt.licence = Some("CC-BY-4.0".to_owned());
    });
    fixture.build(&fixture.plan(&settings(), None), "corpus", 2).unwrap();
    let all: String =
        tree(&fixture.path("corpus")).values().map(|bytes| String::from_utf8_lossy(bytes)).collect();
    assert!(all.contains("my age") && !all.contains("my gender"));
    // A licence follows from open sharing alone.
    let catalogue = std::fs::read_to_string(fixture.path("corpus/catalogue.jsonl")).unwrap();
    let licensed: Vec<&str> = catalogue.lines().filter(|row| row.contains("CC-BY-4.0")).collect();
    assert!(licensed.len() == 1 && licensed[0].contains("\"speaker\":\"a\""), "{licensed:?}");
}

/// Settings of a release under a licence.
fn released(licence: Licence, access: Access) -> Settings {
    Settings { licence: Some(licence), access: Some(access), ..settings() }
}

#[test]
fn only_what_was_granted_under_the_licence_of_the_release_is_in_it() {
    let now = Utc::from_millis(NOW);
    let by = |id: &str| Licence::listed(id).unwrap();
    let ours = Licence::own("LicenseRef-ours", b"Ask the elders.\n").unwrap();
    let mut session = Recorded::new();
    let refused = |session: &Recorded, licence: &Licence, access| {
        let (packed, refused) = session.pack_as(&released(licence.clone(), access), now);
        assert_eq!(packed as usize + refused.len(), 1);
        refused.into_iter().next().map(|(reason, detail)| {
            assert_eq!(reason, Reason::ConsentLicence, "{detail}");
            detail
        })
    };
    let open = refused(&session, &by("CC-BY-4.0"), Access::Open).unwrap();
    assert!(open.contains("does not grant `share-open`"), "{open}");
    assert!(refused(&session, &by("CC-BY-4.0"), Access::Gated).unwrap().contains("neither"));
    assert_eq!(session.pack(now).0, 1, "without a licence nothing is promised");

    // Shared with who has signed terms, as it was before there were licences.
    session.in_both(|receipt| answer(receipt, "share-gated", true));
    assert_eq!(refused(&session, &ours, Access::Gated), None);
    assert!(refused(&session, &by("CC-BY-4.0"), Access::Open).is_some());
    session.in_both(|receipt| receipt.licence = Some("CC-BY-4.0".to_owned()));
    let other = refused(&session, &ours, Access::Gated).unwrap();
    assert!(other.contains("grants `CC-BY-4.0`, and the release is under `LicenseRef-ours`"), "{other}");

    session.in_both(|receipt| answer(receipt, "share-open", true));
    assert_eq!(refused(&session, &by("CC-BY-4.0"), Access::Open), None);
    assert_eq!(refused(&session, &by("CC-BY-4.0"), Access::Gated), None);
    assert!(refused(&session, &by("CC0-1.0"), Access::Open).is_some());
    session.in_both(|receipt| {
        receipt.licence = Some("LicenseRef-ours".to_owned());
        receipt.licence_sha256 = Some(Sha256::of("Take it all.\n"));
    });
    assert!(refused(&session, &ours, Access::Open).unwrap().contains("another text"));
}

#[test]
fn a_release_says_under_which_licence_it_is_and_proves_it() {
    let mut fixture = Fixture::small();
    for session in 0..fixture.sessions.len() {
        fixture.change_consent(session, |receipt| {
            receipt.scopes.insert("share-gated".to_owned(), true);
        });
    }
    let text = "Ask the elders.\n\n# and *then* ask again\n";
    let licence = Licence::own("LicenseRef-ours", text.as_bytes()).unwrap();
    let settings =
        Settings { project_sha256: Some(Sha256::of("project")), ..released(licence, Access::Gated) };
    fixture.build(&fixture.plan(&settings, None), "corpus", 2).unwrap();
    let head = std::fs::read_to_string(fixture.path("corpus/corpus.json")).unwrap();
    assert!(head.contains(&Sha256::of("project").to_string()) && head.contains("\"access\": \"gated\""));
    let card = std::fs::read_to_string(fixture.path("corpus/README.md")).unwrap();
    for words in [
        "license: \"other\"\nlicense_name: \"licenseref-ours\"\n",
        "released under `LicenseRef-ours`. Access is gated",
        "    Ask the elders.\n\n    # and *then* ask again\n",
        &Sha256::of(text).to_string(),
    ] {
        assert!(card.contains(words), "{words}\n{card}");
    }
    assert_eq!(fixture.verify("corpus").faults, []);
    // A text that is not the hash's, and an open release of what nobody granted, are no release.
    let release = |head: &str| crate::corpus::Release::parse(head).unwrap_err().message().to_owned();
    assert!(release(&head.replace("elders", "owners")).contains("hash"));
    assert!(release(&head.replace("\"gated\"", "\"open\"")).contains("granted under ``"));
    assert!(release(&head.replace("    \"access\": \"gated\",\n", "")).contains("belong together"));
}
