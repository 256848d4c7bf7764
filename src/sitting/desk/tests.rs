use super::*;
use crate::fsio::{self, partial_path};
use crate::recordings::session::TakeState;
use crate::recordings::testing;
use crate::sitting::testing::{Home, Script};
use crate::sitting::{ABOUT, ConsentWish};

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
    let signed = desk.sign().unwrap().expect("a receipt");
    assert!(std::fs::read_to_string(&signed.copy).unwrap().contains(&signed.code.to_string()));
    desk.done(SetupStep::Device);
    desk.done(SetupStep::Room);
    drop(desk.sit(Box::new(deck), None, None).unwrap());
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
    let scopes = crate::recordings::people::consent::SCOPES;
    let mut wanted = vec!["opened".to_owned(), "adult true".to_owned()];
    wanted.extend(scopes.map(|scope| format!("{scope} {}", scope == "asr")));
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
    for scope in crate::recordings::people::consent::SCOPES {
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
