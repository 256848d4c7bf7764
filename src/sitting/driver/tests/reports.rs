//! Reports of prompts: written down, thanked for, and in nobody's way.

use super::*;
use crate::recordings::session::event::Report;
use crate::sitting::ReportReason;

fn report(reason: ReportReason, words: Option<&str>) -> Command {
    Command::Report { reason, words: words.map(str::to_owned) }
}

fn is_thanked(notices: &[Notice]) -> bool {
    matches!(notices, [Notice::Reported])
}

fn reports(home: &Home) -> Vec<Report> {
    let views = home.views();
    let lines = views.iter().flat_map(SessionView::lines);
    let reports = lines.filter_map(|line| match &line.event {
        Event::Reported(report) => Some((**report).clone()),
        _ => None,
    });
    reports.collect()
}

#[test]
fn a_report_has_the_words_that_were_shown_and_changes_nothing_else() {
    let home = Home::new(&[("a", 1, TEXT), ("b", 1, "say a word")]);
    let deck = Script::new("mic", 48_000);
    deck.said().samples = said(48_000);
    let mut sitting = home.sit(&deck, None);
    sitting.start(0);
    let before = sitting.view();
    for words in [None, Some("seven or eight?"), None, Some("seven or eight?")] {
        assert!(is_thanked(&sitting.command(&report(ReportReason::Unclear, words), 50)));
    }
    let after = sitting.view();
    assert_eq!((before.state, before.phase, before.counts), (after.state, after.phase, after.counts));

    // While a hand records there is one thing to do; what is being listened to goes on.
    sitting.command(&Command::Record, 100);
    let notices = sitting.command(&report(ReportReason::Other, None), 105);
    assert!(matches!(notices[..], [Notice::Refused(Refusal::Recording)]), "{notices:?}");
    sitting.command(&Command::Stop, 110);
    judged(&mut sitting, 120);
    sitting.command(&Command::Play, 200);
    assert!(is_thanked(&sitting.command(&report(ReportReason::Spelling, None), 210)));
    assert!(sitting.view().playing && sitting.phase() == Phase::Verdict);
    sitting.command(&Command::Keep, 220);
    sitting.command(&Command::Pause, 230);
    let notices = sitting.command(&report(ReportReason::Other, None), 240);
    assert!(matches!(notices[..], [Notice::Refused(Refusal::Paused)]), "{notices:?}");
    sitting.command(&Command::Quit, 250);

    let found: Vec<(ReportReason, Option<String>)> =
        reports(&home).into_iter().map(|report| (report.reason, report.words)).collect();
    let words = Some("seven or eight?".to_owned());
    assert_eq!(
        found,
        [(ReportReason::Unclear, None), (ReportReason::Unclear, words), (ReportReason::Spelling, None)]
    );
    for report in reports(&home) {
        assert_eq!((report.prompt.as_str(), report.text.as_str()), ("a", TEXT));
        assert_eq!(report.text_sha256, crate::digest::Sha256::of(TEXT));
    }
    assert_eq!(home.views()[0].faults(), []);
}

#[test]
fn hands_free_a_report_does_not_touch_the_take_that_runs() {
    let home = Home::new(&[("a", 1, TEXT), ("b", 1, "say b word")]);
    let deck = Script::new("mic", 48_000);
    deck.said().samples = said(48_000);
    let mut desk = home.desk(Request { mode: Mode::HandsFree, ..home.request() });
    desk.sign().unwrap();
    let mut sitting = desk.sit(Box::new(deck.clone()), None, None).unwrap().sitting;
    sitting.start(0);
    let mut now_ms = 0;
    while sitting.phase() != Phase::Recording {
        assert!(now_ms < 1_000, "no take begins");
        now_ms += 10;
        sitting.poll(now_ms);
    }
    let state = sitting.view().state;
    assert!(is_thanked(&sitting.command(&report(ReportReason::Unnatural, None), now_ms + 5)));
    assert_eq!((sitting.phase(), sitting.view().state), (Phase::Recording, state));
    sitting.command(&Command::Stop, now_ms + 10);
    while sitting.view().counts.kept == 0 {
        assert!(now_ms < 2_000, "the take is not kept");
        now_ms += 10;
        sitting.poll(now_ms);
    }
    sitting.command(&Command::Quit, now_ms + 10);
    while sitting.view().closed.is_none() {
        now_ms += 10;
        sitting.poll(now_ms);
    }
    assert_eq!(reports(&home).len(), 1);
    assert_eq!(reports(&home)[0].prompt.as_str(), "a");
}
