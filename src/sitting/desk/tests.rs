use super::*;
use crate::fsio::{self, partial_path};
use crate::recordings::session::TakeState;
use crate::recordings::testing;
use crate::sitting::testing::{Home, Script};
use crate::sitting::{ABOUT, CloseReason, ConsentWish};

fn home() -> Home {
    Home::new(&[("a", 1, "say a word"), ("b", 1, "say b word")])
}

#[test]
fn the_session_is_born_at_the_first_answer_about_consent_and_its_journal_tells_the_setup() {
    let home = home();
    let mut desk = home.desk(Request { consent: ConsentWish::Ask, ..home.request() });
    assert!(desk.consent_text().unwrap().contains("asr") || desk.consent_text().is_some());
    let deck = Script::new("mic", 8_000);
    while let Some(question) = desk.questions().into_iter().next() {
        let answer = match (question.kind, question.id) {
            (Kind::YesOrNo, QuestionId::Scope(scope)) => Answer::Yes(scope == "asr"),
            (Kind::YesOrNo, _) => Answer::Yes(true),
            _ => Answer::Words(String::new()),
        };
        desk.answer(question.id, answer).unwrap();
    }
    desk.sign().unwrap();
    desk.done(SetupStep::Device);
    desk.done(SetupStep::Room);
    let signed = desk.sit(Box::new(deck), None, None).unwrap().signed.expect("a receipt");
    assert!(std::fs::read_to_string(&signed.copy).unwrap().contains(&signed.code.to_string()));
    let view = &home.views()[0];
    let told: Vec<String> = view
        .lines()
        .iter()
        .map(|line| match &line.event {
            Event::Consent { question, granted } => format!("{question} {granted}"),
            Event::Setup { step } => step.to_string(),
            Event::Opened { .. } => "opened".to_owned(),
            other => format!("{other:?}"),
        })
        .collect();
    let scopes = crate::project::Terms::default().asked();
    let mut wanted = vec!["opened".to_owned(), "adult true".to_owned()];
    wanted.extend(scopes.into_iter().map(|scope| format!("{scope} {}", scope == "asr")));
    wanted.extend(["about", "receipt", "device", "room"].map(str::to_owned));
    assert_eq!(told, wanted);
    let receipt = view.record().consent.as_ref().unwrap();
    assert_eq!(view.record().created, view.lines()[0].at);
    assert!(view.lines()[0].at <= view.lines()[1].at && view.record().created < receipt.answered);
    assert_eq!(view.faults(), []);
}

#[test]
fn a_no_leaves_nothing_of_the_person_and_an_answer_can_be_taken_back() {
    let home = home();
    let mut desk = home.desk(Request { consent: ConsentWish::Ask, ..home.request() });
    desk.answer(QuestionId::Adult, Answer::Yes(true)).unwrap();
    let no = desk.answer(QuestionId::Scope("asr"), Answer::Yes(false)).unwrap_err();
    assert_eq!(no.kind(), ErrorKind::Consent);
    assert_eq!(desk.sign().unwrap_err().kind(), ErrorKind::Consent);
    for scope in crate::project::Terms::default().asked() {
        desk.answer(QuestionId::Scope(scope), Answer::Yes(true)).unwrap();
    }
    // A yes that was taken back is none, whatever became of the error.
    for id in [QuestionId::Adult, QuestionId::Scope("asr")] {
        assert_eq!(desk.answer(id, Answer::Yes(false)).unwrap_err().kind(), ErrorKind::Consent);
        assert_eq!(desk.sign().unwrap_err().kind(), ErrorKind::Consent, "{id}");
        desk.answer(id, Answer::Yes(true)).unwrap();
    }
    desk.answer(QuestionId::About(ABOUT[0]), Answer::Words("x".to_owned())).unwrap();
    desk.answer(QuestionId::About(ABOUT[0]), Answer::Words(String::new())).unwrap();
    drop(desk);
    assert_eq!(home.views().len(), 0);
    assert!(!home.path("receipts").exists());
}

/// Answers all that is asked, so that consent is given and the contact is known.
fn consent_with_contact(home: &Home) -> Desk {
    let grants = ["asr", "contact-again"].map(str::to_owned).to_vec();
    let mut desk = home.desk(Request {
        consent: ConsentWish::Given(grants),
        contact: Some("anna@example.org".to_owned()),
        ..home.request()
    });
    desk.sign().unwrap();
    desk
}

/// The names in the folder of receipts.
fn receipts(home: &Home) -> Vec<String> {
    let folder = home.path("receipts");
    if folder.exists() { crate::recordings::session::layout::names_in(&folder).unwrap() } else { Vec::new() }
}

#[test]
fn a_start_that_dies_at_any_step_leaves_no_receipt_without_a_session_and_no_session_without_a_code() {
    let home = home();
    // It dies after consent was given: nothing of the person is there.
    drop(consent_with_contact(&home));
    assert_eq!((receipts(&home), home.views().len()), (Vec::new(), 0));

    // It dies when the copy is written and its session is not: the next start takes the copy away.
    let mut desk = consent_with_contact(&home);
    let State::Signed { consent, .. } = &desk.state else { panic!("not signed") };
    let receipt = consent.receipt.clone();
    let fresh = desk.fresh.take().unwrap();
    desk.receipts.prepare(&receipt, &fresh.code, &desk.text).unwrap().leave();
    drop(desk);
    assert_eq!(receipts(&home).len(), 1);
    assert!(receipts(&home)[0].ends_with(".partial"));
    drop(home.desk(home.request()));
    assert_eq!((receipts(&home), home.views().len()), (Vec::new(), 0));

    // It dies when the session is there too: the next start gives the copy its name.
    let mut desk = consent_with_contact(&home);
    let State::Signed { consent, .. } = &desk.state else { panic!("not signed") };
    let receipt = consent.receipt.clone();
    let fresh = desk.fresh.take().unwrap();
    desk.receipts.prepare(&receipt, &fresh.code, &desk.text).unwrap().leave();
    let deck = Script::new("mic", 8_000);
    assert!(desk.sit(Box::new(deck), None, None).unwrap().signed.is_none());
    assert!(receipts(&home)[0].ends_with(".partial"));
    assert!(home.desk(home.request()).held().is_some());
    let copy = format!("k3v9-{}.txt", receipt.id);
    assert_eq!((receipts(&home), home.views().len()), (vec![copy.clone()], 1));
    let copy = std::fs::read_to_string(home.path("receipts").join(copy)).unwrap();
    assert!(copy.contains(&fresh.code.to_string()));

    // What a start of a former version left under the name that it would have had.
    fsio::write_new(&home.path("receipts/k3v9-r0000.txt.partial"), b"code").unwrap();
    // What waits for a session of other recordings beside these, perhaps just now.
    fsio::write_new(&home.path("receipts/k3v9-r0001.0123abcd.partial"), b"code").unwrap();
    drop(home.desk(home.request()));
    let left = receipts(&home);
    assert_eq!((left.len(), left[0].as_str()), (2, "k3v9-r0001.0123abcd.partial"));
}

#[cfg(unix)]
#[test]
fn what_has_a_code_or_a_contact_is_for_its_owner_alone_and_outside_the_recordings() {
    use std::os::unix::fs::PermissionsExt as _;
    let home = home();
    let desk = consent_with_contact(&home);
    let signed = desk.sit(Box::new(Script::new("mic", 8_000)), None, None).unwrap().signed.unwrap();
    let mode = |path: &Path| path.metadata().unwrap().permissions().mode() & 0o777;
    let folder = home.path("receipts");
    assert_eq!(
        (mode(&folder), mode(&signed.copy), mode(&folder.join("personal.jsonl"))),
        (0o700, 0o600, 0o600)
    );
    let (code, contact) = (signed.code.to_string(), "anna@example.org");
    for entry in walkdir::WalkDir::new(home.path("")).into_iter().map(Result::unwrap) {
        let Ok(bytes) = std::fs::read(entry.path()) else { continue };
        let text = String::from_utf8_lossy(&bytes);
        if text.contains(&code) || text.contains(contact) {
            assert!(entry.path().starts_with(&folder), "{}", entry.path().display());
        }
    }
}

#[test]
fn a_spoilt_consent_of_before_is_asked_for_anew_and_its_session_not_gone_on_with() {
    let home = home();
    drop(consent_with_contact(&home).sit(Box::new(Script::new("mic", 8_000)), None, None).unwrap());
    assert!(home.desk(home.request()).held().is_some());
    let dir = home.views()[0].dir().to_path_buf();
    let receipt = home.views()[0].record().consent.clone().unwrap();
    let copy = crate::recordings::session::consent::receipt_copy(&dir, &receipt);
    let file = home.path("receipt.json");
    fsio::write_new(&file, &std::fs::read(&copy).unwrap()).unwrap();
    fsio::remove_leftover(&copy).unwrap();
    let mut desk = home.desk(home.request());
    assert!(desk.held().is_none());
    desk.sign().unwrap();
    drop(desk.sit(Box::new(Script::new("mic", 8_000)), None, None).unwrap());
    // Brought along it holds, and still what is recorded goes to a session where it is whole.
    let desk = home.desk(Request { consent: ConsentWish::File(file), ..home.request() });
    drop(desk.sit(Box::new(Script::new("mic", 8_000)), None, None).unwrap());
    let opened = |view: &SessionView| {
        view.lines().iter().filter(|line| matches!(line.event, Event::Opened { .. })).count()
    };
    assert_eq!(home.views().iter().map(opened).collect::<Vec<_>>(), [1, 1, 1]);
}

#[test]
fn recovery_judges_each_session_under_the_limits_of_its_own_sheet() {
    let home = home();
    fsio::create_dir_all(&home.root()).unwrap();
    let strict = |id: &str, policy: &str| {
        let mut record = testing::session(id);
        record.sheet.policy = serde_json::from_str(policy).unwrap();
        let mut writer = testing::create_record(&home.root(), record);
        let mut take = writer.begin_take(&testing::prompt("a", 1), 1, testing::form()).unwrap();
        take.write(&vec![0.25; 900]).unwrap();
    };
    strict("s1", "{}");
    strict("s2", "{\"no-speech\": {\"enabled\": 0.0}}");
    let desk = home.desk(home.request());
    assert_eq!(desk.recovered(), Recovered { saved: 2, torn: 0 });
    drop(desk);
    let ids: Vec<Vec<String>> = ["s1", "s2"]
        .map(|id| {
            let view = SessionView::open(&home.root().join(id)).unwrap();
            assert_eq!(view.takes()[0].state, TakeState::Undecided);
            view.takes()[0].record.findings.iter().map(|finding| finding.id.clone()).collect()
        })
        .into();
    assert!(ids[0].contains(&"no-speech".to_owned()), "{ids:?}");
    assert!(!ids[1].contains(&"no-speech".to_owned()), "{ids:?}");
}

#[test]
fn a_session_that_was_closed_in_order_is_not_read_again_and_one_that_was_not_is() {
    let home = home();
    fsio::create_dir_all(&home.root()).unwrap();
    let mut writer = testing::create(&home.root(), "s1");
    let dir = writer.dir().to_path_buf();
    assert!(recover::may_be_needed(&dir).unwrap(), "it is not closed");
    let take = testing::record_take(&mut writer, &testing::prompt("a", 1), 1, 900);
    testing::keep(&mut writer, &take);
    writer.append(Event::Closed { reason: CloseReason::Quit }).unwrap();
    drop(writer);
    assert!(!recover::may_be_needed(&dir).unwrap());
    // A journal that cannot be read is no trouble for another speaker, as it is not opened.
    let journal = dir.join("takes.jsonl");
    let text = std::fs::read(&journal).unwrap();
    fsio::replace(&journal, &[&text[..], b"{\"v\":1,\"se"].concat()).unwrap();
    assert!(recover::may_be_needed(&dir).unwrap(), "its last line is torn");
    fsio::replace(&journal, &text).unwrap();
    fsio::write_new(&partial_path(&dir.join("audio/b_1.wav")), b"").unwrap();
    assert!(recover::may_be_needed(&dir).unwrap(), "a recording has its temporary name");
    let speaker: SpeakerId = "other".parse().unwrap();
    let desk = home.desk(Request { speaker: Some(speaker.clone()), ..home.request() });
    assert_eq!((desk.speaker(), desk.mine.len()), (Some(&speaker), 0));
}

#[test]
fn who_reads_can_be_said_again_until_it_is_signed_and_the_page_is_the_method_of_its_receipt() {
    let home = home();
    let wish = |home: &Home| Request {
        consent: ConsentWish::Ask,
        speaker: None,
        asker: crate::sitting::Asker::Page,
        ..home.request()
    };
    let mut desk = home.desk(wish(&home));
    assert_eq!((desk.speakers(), desk.speaker().is_some()), (Vec::new(), true));
    for name in ["anna", "bert"] {
        desk.answer(QuestionId::Speaker, Answer::Words(name.to_owned())).unwrap();
        assert_eq!(desk.speaker().map(ToString::to_string), Some(name.to_owned()));
    }
    assert!(desk.answer(QuestionId::Speaker, Answer::Words("Bert!".to_owned())).is_err());
    let form = desk.whole_form();
    assert_eq!(form.len(), desk.form().len() + 1, "how to reach them is a line of its own");
    for field in desk.form() {
        let answer = match field.question.kind {
            Kind::YesOrNo => Answer::Yes(field.is_needed),
            _ => Answer::Words(String::new()),
        };
        desk.answer(field.question.id, answer).unwrap();
    }
    desk.sign().unwrap();
    assert!(desk.answer(QuestionId::Speaker, Answer::Words("carl".to_owned())).is_err(), "it is signed");
    drop(desk.sit(Box::new(Script::new("mic", 8_000)), None, None).unwrap());
    let record = home.views()[0].record().clone();
    assert_eq!(record.speaker.id.as_str(), "bert");
    assert_eq!(record.consent.unwrap().method, "page");
    let desk = home.desk(wish(&home));
    assert_eq!(desk.speakers(), ["bert"]);
    assert!(desk.held().is_some());
}
