use super::*;
use crate::audio::capture::TakeFacts;
use crate::corpus::judge_under;
use crate::fsio::{self, partial_path};
use crate::progress::Unwatched;
use crate::quality::{Judgement, Measurements, Policy, Verdict};
use crate::recordings::TakeRecord;
use crate::recordings::assess::assessor::cut_short;
use crate::recordings::assess::opinion::Models;
use crate::recordings::check;
use crate::recordings::import::{self, ApplyOptions, ImportRequest, Layout};
use crate::recordings::testing;
use crate::sitting::testing::{Home, Script, copy_folder};
use crate::sitting::{Asked, GIVE_UP_MS, OnReject, Opener, Refusal, Request, StopReason};
use crate::testing::Noise;
use crate::testing::voice::Voice;
use std::collections::BTreeMap;
use std::ops::ControlFlow;

const TEXT: &str = "Wake me at seven in the morning.";

/// A voice that reads for about two seconds.
fn said(rate: u32) -> Vec<f32> {
    let words =
        vec![(0.6, 0.45, 120.0, 0), (1.15, 0.4, 118.0, 1), (1.65, 0.45, 115.0, 2), (2.2, 0.4, 112.0, 3)];
    let voice = Voice {
        rate,
        length_s: 3.3,
        words,
        peak_db: -9.0,
        noise_db: Some(-62.0),
        dc: 0.0,
        clip: (-1.0, 1.0),
        after: 1.0,
        seed: 5,
        letters: None,
    };
    voice.speak()
}

/// Polls until a take is judged, and returns it.
fn judged(sitting: &mut Sitting, now_ms: u64) -> TakeRecord {
    let notices = sitting.poll(now_ms);
    let take = notices.into_iter().find_map(|notice| match notice {
        Notice::Take { take, .. } => Some(*take),
        _ => None,
    });
    take.expect("a take was judged")
}

fn read(sitting: &mut Sitting, now_ms: u64) -> TakeRecord {
    sitting.command(&Command::Record, now_ms);
    sitting.command(&Command::Stop, now_ms + 10);
    judged(sitting, now_ms + 20)
}

/// The ways in which one and the same file comes to a verdict.
struct Ways {
    live: TakeRecord,
    recovered: TakeRecord,
    imported: TakeRecord,
    checked: (Measurements, Judgement),
    packed: Judgement,
}

fn judgement(take: &TakeRecord) -> Judgement {
    Judgement { verdict: take.verdict, findings: take.findings.clone() }
}

/// The built-in limits, with takes of so many seconds at most.
fn up_to(seconds: f64) -> Policy {
    let limit = BTreeMap::from([("reject_s".to_owned(), seconds)]);
    Policy::default().with_overrides(&BTreeMap::from([("take-long".to_owned(), limit)])).unwrap()
}

/// Sits down in front of `deck` under these limits.
fn sit_under(home: &Home, policy: &Policy, deck: &Script) -> Sitting {
    let mut desk = home.desk(Request { policy: policy.clone(), ..home.request() });
    desk.sign().unwrap();
    desk.sit(Box::new(deck.clone()), None, None).unwrap().sitting
}

fn five_ways(facts: TakeFacts, policy: &Policy) -> Ways {
    let home = Home::new(&[("one", 1, TEXT), ("two", 1, "Turn the lamp off now.")]);
    let deck = Script::new("mic", 48_000);
    (deck.said().samples, deck.said().facts) = (said(48_000), facts);
    let mut sitting = sit_under(&home, policy, &deck);
    sitting.start(0);
    let live = read(&mut sitting, 100);
    let dir = sitting.session().dir().to_path_buf();
    drop(sitting);

    // Killed between the stop and the take's line.
    let killed = Home::new(&[("one", 1, TEXT), ("two", 1, "Turn the lamp off now.")]);
    let copy = killed.root().join(dir.file_name().unwrap());
    copy_folder(&dir, &copy);
    let file = copy.join(&live.file);
    std::fs::rename(&file, partial_path(&file)).unwrap();
    let journal = std::fs::read_to_string(copy.join("takes.jsonl")).unwrap();
    let before: Vec<String> = journal
        .lines()
        .take_while(|line| !line.contains("\"event\":\"take\""))
        .map(|line| format!("{line}\n"))
        .collect();
    fsio::replace(&copy.join("takes.jsonl"), before.concat().as_bytes()).unwrap();
    let request = Request { policy: policy.clone(), ..killed.request() };
    assert_eq!(killed.desk(request).recovered().saved, 1);
    let recovered = killed.views()[0].takes()[0].record.clone();

    // Imported with its text beside it.
    let old = home.path("old");
    fsio::create_dir_all(&old).unwrap();
    fsio::write_new(&old.join("one.wav"), &std::fs::read(dir.join(&live.file)).unwrap()).unwrap();
    fsio::write_new(&old.join("one.txt"), TEXT.as_bytes()).unwrap();
    let (locale, sheet) = ("en-US".parse().unwrap(), "imported".parse().unwrap());
    let request = ImportRequest {
        speaker: Some("anna".parse().unwrap()),
        licence: "CC0-1.0".to_owned(),
        consent_statement: Some("Forms in folder 7.".to_owned()),
        ..ImportRequest::new(Layout::Pairs, old, locale, sheet)
    };
    let into = home.path("imported");
    let plan = import::plan(&request, 1, &Unwatched).unwrap();
    let options = ApplyOptions::new(&into, policy, testing::clock(), [7; 32]);
    import::apply(&plan, &options).unwrap();
    let sessions = crate::recordings::session::find_sessions(&into).unwrap().sessions;
    let imported = SessionView::open(&sessions[0]).unwrap().takes()[0].record.clone();

    let scratch = home.path("");
    let options = check::Options::new(policy, &scratch);
    let work = check::find(std::slice::from_ref(&dir), false, &request.locale, &options).unwrap();
    let mut checked = None;
    check::run(
        &work,
        &options,
        &Models::load(None, None).unwrap(),
        |_| {},
        |_, found| {
            checked = Some((found.measurements, found.judgement));
            ControlFlow::Continue(())
        },
    )
    .unwrap();
    let record = SessionView::open(&dir).unwrap().record().clone();
    let packed =
        cut_short(judge_under(policy, &record, &live.measurements).unwrap(), live.capture.interrupted);
    Ways { live, recovered, imported, checked: checked.unwrap(), packed }
}

#[test]
fn one_file_has_one_judgement_whichever_way_it_came() {
    let clean = five_ways(TakeFacts::default(), &Policy::default());
    let ids: Vec<&str> = clean.live.findings.iter().map(|finding| finding.id.as_str()).collect();
    assert!(clean.live.measurements.snr_db.is_some(), "the voice was heard: {ids:?}");
    for (way, measured, found) in [
        ("recovered", &clean.recovered.measurements, judgement(&clean.recovered)),
        ("imported", &clean.imported.measurements, judgement(&clean.imported)),
        ("checked", &clean.checked.0, clean.checked.1.clone()),
        ("packed", &clean.live.measurements, clean.packed.clone()),
    ] {
        assert_eq!(found, judgement(&clean.live), "{way}");
        assert_eq!(measured, &clean.live.measurements, "{way}");
    }
    // With overruns, or a microphone that went away and took frames with it, which no file alone tells: an import knows
    // nothing of them. What the microphone took is not the computer's fault.
    for (facts, first) in [
        (TakeFacts { xruns: 2, ..TakeFacts::default() }, "capture-xrun"),
        (TakeFacts { device_lost: true, lost_frames: 9, ..TakeFacts::default() }, "device-lost"),
    ] {
        let told = five_ways(facts, &Policy::default());
        let ids: Vec<&str> = told.live.findings.iter().map(|finding| finding.id.as_str()).collect();
        assert_eq!((ids[0], ids.contains(&"capture-xrun")), (first, first == "capture-xrun"), "{ids:?}");
        for (way, found) in [
            ("recovered", judgement(&told.recovered)),
            ("checked", told.checked.1.clone()),
            ("packed", told.packed.clone()),
        ] {
            assert_eq!(found, judgement(&told.live), "{way}");
        }
        assert_eq!(told.recovered.measurements, told.live.measurements);
        assert_eq!(judgement(&told.imported), judgement(&clean.live));
    }
    // One that is too long, of which little is measured.
    let long = five_ways(TakeFacts::default(), &up_to(2.0));
    assert_eq!((long.live.frames, long.live.measurements.is_cut_off()), (96_001, true));
    for (way, measured, found) in [
        ("recovered", &long.recovered.measurements, judgement(&long.recovered)),
        ("imported", &long.imported.measurements, judgement(&long.imported)),
        ("checked", &long.checked.0, long.checked.1.clone()),
        ("packed", &long.live.measurements, long.packed.clone()),
    ] {
        assert_eq!(found, judgement(&long.live), "{way}");
        assert_eq!(measured, &long.live.measurements, "{way}");
    }
}

#[test]
fn a_take_that_becomes_too_long_is_ended_told_and_rejected_and_can_be_read_again() {
    let home = Home::new(&[("one", 1, TEXT)]);
    let deck = Script::new("mic", 48_000);
    let mut sitting = sit_under(&home, &up_to(2.0), &deck);
    sitting.start(0);
    assert_eq!(sitting.longest().seconds(), 2.0);
    sitting.command(&Command::Record, 100);
    // However long it takes by the clock of the screen: frames decide.
    deck.said().samples = said(48_000)[..96_000].to_vec();
    sitting.poll(110);
    assert!(sitting.poll(900_000).is_empty());
    assert_eq!(sitting.phase(), Phase::Recording);
    deck.said().samples = said(48_000);
    let notices = sitting.poll(900_010);
    let told: Vec<f64> = notices
        .iter()
        .filter_map(
            |notice| if let Notice::TooLong(longest) = notice { Some(longest.seconds()) } else { None },
        )
        .collect();
    assert_eq!((told, sitting.phase()), (vec![2.0], Phase::Judging), "{notices:?}");
    let take = judged(&mut sitting, 900_020);
    let ids: Vec<&str> = take.findings.iter().map(|finding| finding.id.as_str()).collect();
    assert_eq!((take.frames, take.verdict, ids), (96_001, Verdict::Reject, vec!["take-long"]));
    assert!(!take.capture.interrupted);
    assert_eq!(sitting.phase(), Phase::Verdict);
    sitting.command(&Command::Redo { reason: "take-long".to_owned() }, 900_030);
    deck.said().samples = said(48_000)[..90_000].to_vec();
    let again = read(&mut sitting, 900_040);
    assert!(!again.measurements.is_cut_off() && again.take == 2);
    sitting.command(&Command::Keep, 900_100);
    drop(sitting);
    let reasons: Vec<StopReason> = home.views()[0]
        .lines()
        .iter()
        .filter_map(|line| if let Event::Stopped { reason, .. } = &line.event { Some(*reason) } else { None })
        .collect();
    assert_eq!(reasons, [StopReason::Length, StopReason::User]);
}

#[test]
fn a_recording_that_was_forgotten_is_ended_and_told_and_can_be_kept_if_it_is_good() {
    let home = Home::new(&[("one", 1, TEXT), ("two", 1, &TEXT.repeat(12))]);
    let deck = Script::new("mic", 8_000);
    let mut sitting = sit_under(&home, &Policy::default(), &deck);
    sitting.start(0);
    // Half a minute at least; for a long text three times what 300 letters take an unknown reader, and ten seconds.
    for (number, most) in [(1, 30.0), (2, 3.0 * (0.3 + 300.0 / 16.0) + 10.0)] {
        sitting.command(&Command::Record, 100);
        deck.said().samples = vec![0.01; (most * 8_000.0) as usize - 800];
        sitting.poll(200);
        assert!(sitting.poll(300_000).is_empty() && sitting.phase() == Phase::Recording);
        deck.said().samples = vec![0.01; (most * 8_000.0) as usize + 800];
        let notices = sitting.poll(300_010);
        let told = notices.iter().find_map(|notice| match notice {
            Notice::TooLong(longest) => Some(longest.seconds()),
            _ => None,
        });
        assert!(told.is_some_and(|told| (told - most).abs() < 0.1), "{number}: {told:?}, not {most}");
        let take = judged(&mut sitting, 300_020);
        assert!(take.findings.iter().all(|finding| finding.id != "take-long"), "{:?}", take.findings);
        sitting.command(&Command::Skip { reason: crate::sitting::SkipReason::NoneGiven }, 300_030);
    }
}

/// What a room sounds like with nobody in it, two seconds of it.
fn nobody() -> Vec<f32> {
    let mut noise = Noise::new(9);
    (0..96_000).map(|_| 0.000_5 * noise.sample()).collect()
}

#[test]
fn hands_free_silence_is_never_kept_and_two_silent_takes_ask_who_is_there() {
    let home =
        Home::new(&[("one", 1, TEXT), ("two", 1, "Turn the lamp off now."), ("three", 1, "Stop now.")]);
    let deck = Script::new("mic", 48_000);
    let pilot = Pilot::new(2, OnReject::Keep);
    let mut desk = home.desk(Request { mode: Mode::HandsFree, pilot, ..home.request() });
    desk.sign().unwrap();
    let mut sitting = desk.sit(Box::new(deck.clone()), None, None).unwrap().sitting;
    sitting.start(0);
    let mut now_ms = 0;
    // One attempt, and what the pilot does about it.
    let mut attempt = |sitting: &mut Sitting, samples: Vec<f32>| {
        deck.said().samples = samples;
        now_ms += 100;
        sitting.poll(now_ms);
        assert_eq!(sitting.phase(), Phase::Recording);
        sitting.command(&Command::Stop, now_ms + 10);
        judged(sitting, now_ms + 20)
    };
    let take = attempt(&mut sitting, nobody());
    assert!(take.findings.iter().any(|finding| finding.id == "no-speech"), "{:?}", take.findings);
    assert_eq!((sitting.phase(), sitting.view().asks), (Phase::Showing, None));
    attempt(&mut sitting, nobody());
    assert_eq!((sitting.phase(), sitting.view().asks), (Phase::Paused, Some(Asked::WhoIsThere)));
    // It waits as long as nobody answers, and silence is no reading for a hand either.
    sitting.poll(1_000_000);
    assert_eq!(sitting.phase(), Phase::Paused);
    sitting.command(&Command::Resume, 1_000_010);
    let refused = sitting.command(&Command::Keep, 1_000_020);
    assert!(matches!(refused[..], [Notice::Refused(Refusal::Silent)]), "{refused:?}");
    // Whoever is back has the reading from before, with all its attempts.
    sitting.poll(1_000_030);
    assert_eq!((sitting.phase(), sitting.view().prompt.unwrap().number), (Phase::Showing, 1));
    attempt(&mut sitting, nobody());
    attempt(&mut sitting, said(48_000));
    assert_eq!((sitting.view().counts.kept_now, sitting.view().prompt.unwrap().number), (1, 2));
    // Silence that is not twice in a row asks nobody; at the second one in a row nobody answers.
    attempt(&mut sitting, nobody());
    attempt(&mut sitting, said(48_000));
    attempt(&mut sitting, nobody());
    attempt(&mut sitting, nobody());
    sitting.command(&Command::Quit, 1_000_040);
    assert_eq!(sitting.view().closed, Some(CloseReason::Nobody));
    assert_eq!(closed(&home.views()[0]), CloseReason::Nobody);
    assert_eq!(home.views()[0].kept().len(), 2);
}

#[test]
fn hands_free_a_hand_can_go_back_take_a_break_and_leave_a_sentence_out() {
    let home = Home::new(&[("a", 1, "say a word"), ("b", 1, "say b word")]);
    let deck = Script::new("mic", 48_000);
    deck.said().samples = said(48_000);
    let pilot = Pilot::new(1, OnReject::Keep);
    let mut desk = home.desk(Request { mode: Mode::HandsFree, pilot, ..home.request() });
    desk.sign().unwrap();
    let mut sitting = desk.sit(Box::new(deck.clone()), None, None).unwrap().sitting;
    sitting.start(0);
    sitting.poll(10);
    sitting.command(&Command::Stop, 20);
    sitting.poll(30);
    sitting.poll(40);
    let number = |sitting: &Sitting| sitting.view().prompt.map(|prompt| prompt.number);
    assert_eq!(
        (sitting.view().counts.kept, sitting.phase(), number(&sitting)),
        (1, Phase::Recording, Some(2))
    );
    // A break, though a recording runs: it is saved first, and given up for nothing.
    sitting.command(&Command::Pause, 50);
    sitting.poll(60);
    sitting.poll(65);
    assert_eq!(sitting.phase(), Phase::Paused);
    sitting.command(&Command::Resume, 70);
    sitting.poll(80);
    assert_eq!((sitting.phase(), number(&sitting)), (Phase::Recording, Some(2)));
    // Back to the first one, to read it again; what is accepted of it stays meanwhile.
    sitting.command(&Command::Back, 90);
    for now_ms in [100, 110, 120] {
        sitting.poll(now_ms);
    }
    assert_eq!((sitting.phase(), number(&sitting)), (Phase::Recording, Some(1)));
    assert_eq!(home.views()[0].kept().len(), 1);
    sitting.command(&Command::Skip { reason: crate::sitting::SkipReason::NoneGiven }, 130);
    let notices = sitting.poll(140);
    assert!(notices.iter().any(|notice| matches!(notice, Notice::Refused(Refusal::Kept))), "{notices:?}");
}

#[test]
fn a_microphone_that_goes_away_is_waited_for_and_the_sitting_goes_on_in_the_next_session() {
    let home = Home::new(&[("a", 1, "say a word"), ("b", 1, "say b word"), ("c", 1, "say c word")]);
    let (deck, next) = (Script::new("mic", 48_000), Script::new("headset", 48_000));
    (deck.said().samples, next.said().samples) = (said(48_000), said(48_000));
    let (mut tries, coming) = (0, next.clone());
    let again: Opener = Box::new(move || {
        tries += 1;
        if tries < 3 { Err(Error::new(ErrorKind::DeviceMissing, "no")) } else { Ok(Box::new(coming.clone())) }
    });
    let mut sitting = home.sit(&deck, Some(again));
    sitting.start(0);
    read(&mut sitting, 100);
    sitting.command(&Command::Keep, 200);
    sitting.command(&Command::Record, 300);
    sitting.poll(310);
    let gone = Error::new(ErrorKind::DeviceLost, "the microphone went away");
    deck.said().fault = Some(gone.clone());
    let notices = sitting.poll(400);
    assert!(matches!(&notices[0], Notice::DeviceLost(error) if *error == gone), "{notices:?}");
    let cut = judged(&mut sitting, 500);
    assert!(cut.capture.device_lost && cut.verdict == Verdict::Reject);
    assert_eq!(sitting.view().phase, Phase::Verdict);
    assert!(sitting.view().device_lost);
    sitting.command(&Command::Redo { reason: "self".to_owned() }, 600);
    assert!(matches!(sitting.command(&Command::Record, 700)[..], [Notice::Refused(_)]));
    // It comes at the third try; each is a second after the one before.
    let mut now_ms = 1_000;
    while sitting.view().device_lost {
        assert!(now_ms < GIVE_UP_MS, "it never came back");
        now_ms += 100;
        sitting.poll(now_ms);
    }
    assert_eq!(deck.said().closed, 1);
    read(&mut sitting, now_ms);
    // Undecided; the take of another prompt is kept in between.
    let c = "c".parse().unwrap();
    sitting.command(&Command::Goto { prompt: c }, now_ms);
    read(&mut sitting, now_ms);
    sitting.command(&Command::Keep, now_ms);
    sitting.command(&Command::Keep, now_ms);
    assert_eq!(sitting.phase(), Phase::Done);
    sitting.command(&Command::Quit, now_ms);
    assert_eq!(sitting.view().closed, Some(CloseReason::Finished));
    let views = home.views();
    let kept: Vec<Vec<String>> =
        views.iter().map(|view| view.kept().iter().map(|take| take.prompt.to_string()).collect()).collect();
    assert_eq!(kept, [vec!["a"], vec!["b", "c"]]);
    let reasons: Vec<_> = views.iter().map(closed).collect();
    assert_eq!(reasons, [CloseReason::DeviceChanged, CloseReason::Finished]);
    assert_eq!(views[0].record().consent, views[1].record().consent);
    let waits: Vec<u64> = views[0]
        .lines()
        .iter()
        .filter_map(|line| if let Event::Waiting { ms, .. } = line.event { Some(ms) } else { None })
        .collect();
    assert!(matches!(waits[..], [ms] if (2_000..GIVE_UP_MS).contains(&ms)), "{waits:?}");
    assert_eq!(views.iter().flat_map(|view| view.faults().to_vec()).collect::<Vec<_>>(), []);
}

#[test]
fn a_microphone_that_came_and_goes_again_is_told_before_a_take_and_once() {
    let home = Home::new(&[("a", 1, "say a word")]);
    let (deck, second) = (Script::new("mic", 48_000), Script::new("second", 48_000));
    let comes = second.clone();
    let mut sitting = home.sit(&deck, Some(Box::new(move || Ok(Box::new(comes.clone()) as Box<dyn Deck>))));
    sitting.start(0);
    deck.said().fault = Some(Error::new(ErrorKind::DeviceLost, "gone"));
    let back = sitting.poll(10).into_iter().chain(sitting.poll(20)).collect::<Vec<_>>();
    assert!(back.iter().any(|notice| matches!(notice, Notice::DeviceBack(_))), "{back:?}");
    // Another one: what holds for it is said, which is nothing.
    assert!(back.iter().any(|notice| matches!(notice, Notice::Remarks(all) if all.is_empty())), "{back:?}");
    second.said().fault = Some(Error::new(ErrorKind::DeviceLost, "gone"));
    // A key may come before it is looked after.
    let pressed = sitting.command(&Command::Record, 25);
    let told: Vec<_> = pressed.into_iter().chain(sitting.poll(30)).collect();
    let count = |told: &[Notice]| {
        let is_error = |notice: &&Notice| matches!(notice, Notice::DeviceLost(_) | Notice::NoTake(_));
        told.iter().filter(is_error).count()
    };
    assert_eq!((count(&told), second.said().closed), (1, 1), "{told:?}");
}

/// Why the sitting in a session ended last.
fn closed(view: &SessionView) -> CloseReason {
    match view.lines().last().unwrap().event {
        Event::Closed { reason } => reason,
        ref other => panic!("{other:?} came after the end"),
    }
}

#[test]
fn a_take_of_the_session_before_can_still_be_decided_on() {
    let home = Home::new(&[("a", 1, "say a word"), ("b", 1, "say b word")]);
    let (deck, next) = (Script::new("mic", 48_000), Script::new("headset", 48_000));
    (deck.said().samples, next.said().samples) = (said(48_000), said(48_000));
    let coming = next.clone();
    let mut sitting = home.sit(&deck, Some(Box::new(move || Ok(Box::new(coming.clone())))));
    sitting.start(0);
    read(&mut sitting, 100);
    sitting.command(&Command::Goto { prompt: "b".parse().unwrap() }, 200);
    deck.said().fault = Some(Error::new(ErrorKind::DeviceLost, "gone"));
    for now_ms in (300..).step_by(10) {
        sitting.poll(now_ms);
        if !sitting.view().device_lost {
            break;
        }
    }
    read(&mut sitting, 5_000);
    sitting.command(&Command::Keep, 5_100);
    // Back at the first one, whose take is still offered.
    sitting.command(&Command::Keep, 5_200);
    sitting.command(&Command::Quit, 5_300);
    assert_eq!(sitting.view().closed, Some(CloseReason::Finished));
    let views = home.views();
    let kept: Vec<usize> = views.iter().map(|view| view.kept().len()).collect();
    assert_eq!(kept, [1, 1]);
    assert_eq!(closed(&views[0]), CloseReason::DeviceChanged);
    assert_eq!(views[0].faults(), []);
}

#[test]
fn a_microphone_that_does_not_come_back_ends_the_sitting_with_an_error_of_its_own() {
    let home = Home::new(&[("a", 1, "say a word")]);
    let deck = Script::new("mic", 48_000);
    let mut sitting = home.sit(&deck, Some(Box::new(|| Err(Error::new(ErrorKind::DeviceMissing, "no")))));
    sitting.start(0);
    deck.said().fault = Some(Error::new(ErrorKind::DeviceLost, "the microphone went away"));
    let (mut now_ms, mut told, mut failed) = (0, 0, Vec::new());
    while sitting.view().closed.is_none() {
        assert!(now_ms < 2 * GIVE_UP_MS, "it waits for ever");
        now_ms += 500;
        let notices = sitting.poll(now_ms);
        told += notices.iter().filter(|notice| matches!(notice, Notice::DeviceLost(_))).count();
        failed.extend(notices.into_iter().filter_map(|notice| match notice {
            Notice::Failed(error) => Some(error),
            _ => None,
        }));
    }
    assert!(now_ms >= GIVE_UP_MS, "given up after {now_ms} ms");
    assert_eq!(sitting.view().closed, Some(CloseReason::Error));
    // That it went away was said when it did, once.
    let failure = sitting.into_failure().unwrap();
    assert_eq!(failed.as_slice(), std::slice::from_ref(&failure), "a face says it, and nobody else does");
    let id = failure.contributor_message().map(crate::messages::Message::id);
    assert_eq!((told, failure.kind(), id), (1, ErrorKind::DeviceLost, Some("device-not-back")));
}

#[test]
fn a_switch_that_mutes_the_microphone_is_told_at_once_and_once() {
    let home = Home::new(&[("a", 1, "say a word")]);
    let deck = Script::new("mic", 48_000);
    let mut sitting = home.sit(&deck, None);
    sitting.start(0);
    let mut heard = Vec::new();
    for (now_ms, muted) in [(10, false), (20, true), (30, true), (40, false), (50, false)] {
        deck.said().muted = muted;
        heard.extend(sitting.poll(now_ms).into_iter().filter_map(|notice| match notice {
            Notice::Muted { muted, .. } => Some((now_ms, muted)),
            _ => None,
        }));
    }
    assert_eq!(heard, [(20, true), (40, false)]);
}

#[test]
fn trouble_with_storage_is_told_as_what_it_is() {
    let home = Home::new(&[("a", 1, "say a word")]);
    let deck = Script::new("mic", 48_000);
    let mut sitting = home.sit(&deck, None);
    sitting.start(0);
    let audio = sitting.session().dir().join("audio");
    fsio::remove_leftover_dir(&audio).unwrap();
    sitting.command(&Command::Record, 100);
    let notices = sitting.poll(110);
    let told = notices.iter().find_map(|notice| match notice {
        Notice::Failed(error) => Some(error.clone()),
        _ => None,
    });
    let told = told.expect("the failure is told");
    assert!(told.message().contains("no such file or folder"), "{told}");
    assert!(!told.to_string().contains("full"), "{told}");
    while sitting.view().closed.is_none() {
        sitting.poll(200);
    }
    assert_eq!(sitting.view().closed, Some(CloseReason::Error));
    assert_eq!(sitting.into_failure(), Some(told));
}

#[test]
fn a_take_is_played_beside_the_sitting_and_never_above_the_next_one() {
    let home = Home::new(&[("a", 1, "say a word")]);
    let deck = Script::new("mic", 48_000);
    deck.said().samples = said(48_000);
    let mut sitting = home.sit(&deck, None);
    sitting.start(0);
    read(&mut sitting, 100);
    let notices = sitting.command(&Command::Play, 200);
    assert!(notices.is_empty() && sitting.view().playing, "{notices:?}");
    // What happens meanwhile is noticed at once, whatever the loudspeaker does.
    deck.said().fault = Some(Error::new(ErrorKind::DeviceLost, "gone"));
    let notices = sitting.poll(210);
    assert!(notices.iter().any(|notice| matches!(notice, Notice::DeviceLost(_))), "{notices:?}");
    sitting.command(&Command::Keep, 220);
    assert!(!sitting.view().playing);
}

mod hands;
mod random;
mod reports;
