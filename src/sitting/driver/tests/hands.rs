//! Keys of a hand: what counts, and where it lands on the tape.

use super::{judged, said};
use crate::sitting::testing::{Home, Script};
use crate::sitting::{BLIND_MS, BREAK_MS, Command, Mode, Notice, Phase, Refusal};

fn is_unseen(notices: &[Notice]) -> bool {
    matches!(notices, [Notice::Refused(Refusal::Unseen)])
}

#[test]
fn a_key_held_for_three_seconds_makes_one_take_and_keeps_nothing() {
    let home = Home::new(&[("a", 1, "say a word"), ("b", 1, "say b word")]);
    let deck = Script::new("mic", 48_000);
    deck.said().samples = said(48_000);
    let mut sitting = home.sit(&deck, None);
    sitting.start(0);
    let (mut takes, mut drawn) = (0, 0);
    for now_ms in (0..6_000).step_by(11) {
        let view = sitting.view();
        if drawn != view.state {
            sitting.drawn(view.state, now_ms);
            drawn = view.state;
        }
        // Pressed at one second, repeated half a second later at 30 a second, let go at four.
        let is_press =
            (1_000..1_011).contains(&now_ms) || (1_500..4_000).contains(&now_ms) && now_ms % 33 == 0;
        let notices = match (is_press, view.phase) {
            (false, _) => sitting.poll(now_ms),
            (true, Phase::Showing) => sitting.press(&Command::Record, now_ms, now_ms),
            (true, Phase::Recording | Phase::Judging) => sitting.press(&Command::Stop, now_ms, now_ms),
            (true, _) => sitting.press(&Command::Keep, now_ms, now_ms),
        };
        takes += notices.iter().filter(|notice| matches!(notice, Notice::Take { .. })).count();
    }
    assert_eq!((takes, sitting.phase(), sitting.view().counts.kept), (1, Phase::Verdict, 0));
}

#[test]
fn a_key_pressed_before_a_state_was_on_the_screen_does_nothing_there() {
    let home = Home::new(&[("a", 1, "say a word")]);
    let deck = Script::new("mic", 48_000);
    deck.said().samples = said(48_000);
    let mut sitting = home.sit(&deck, None);
    sitting.start(0);
    assert!(is_unseen(&sitting.press(&Command::Record, 500, 500)), "nothing was drawn");
    sitting.drawn(sitting.view().state, 1_000);
    assert!(is_unseen(&sitting.press(&Command::Record, 1_000 + BLIND_MS - 1, 1_200)));
    assert_eq!(sitting.phase(), Phase::Showing);
    sitting.press(&Command::Record, 2_000, 2_000);
    sitting.drawn(sitting.view().state, 2_010);
    // The second of two, by a finger that meant one.
    assert!(is_unseen(&sitting.press(&Command::Stop, 2_080, 2_080)));
    sitting.press(&Command::Stop, 5_000, 5_000);
    judged(&mut sitting, 5_500);
    let verdict = sitting.view().state;
    // It was pressed while the recording was being judged, and is read only now.
    assert!(is_unseen(&sitting.press(&Command::Keep, 5_400, 5_510)));
    sitting.drawn(verdict, 5_520);
    assert!(is_unseen(&sitting.press(&Command::Keep, 5_500, 5_700)));
    assert_eq!((sitting.phase(), sitting.view().counts.kept), (Phase::Verdict, 0));
    // Whoever wants to leave need not have seen anything.
    sitting.press(&Command::Interrupt, 5_710, 5_710);
    assert_eq!(sitting.phase(), Phase::Finished);
}

#[test]
fn a_recording_begins_and_ends_where_the_keys_were_pressed_however_late_they_are_read() {
    let home = Home::new(&[("a", 1, "say a word")]);
    let deck = Script::new("mic", 48_000);
    deck.said().samples = said(48_000);
    let mut sitting = home.sit(&deck, None);
    sitting.start(0);
    sitting.drawn(sitting.view().state, 0);
    // The deck's clock stands 100 s before that of the screen.
    deck.said().now_ns = 3_000_000_000;
    sitting.press(&Command::Record, 102_600, 103_000);
    assert!(deck.said().is_held, "what is said from the key on is not forgotten");
    assert_eq!(sitting.phase(), Phase::Recording, "the screen can say so before the disk is asked");
    assert_eq!(home.views()[0].starts().len(), 0);
    deck.said().now_ns = 4_500_000_000;
    sitting.poll(104_500);
    assert_eq!(deck.said().begun_ns, Some(2_600_000_000));
    sitting.drawn(sitting.view().state, 103_010);
    deck.said().now_ns = 9_000_000_000;
    sitting.press(&Command::Stop, 108_750, 109_000);
    assert_eq!(deck.said().ended_ns, Some(8_750_000_000));
}

#[test]
fn a_mode_can_be_changed_at_any_time_and_what_is_on_the_screen_stays_for_the_hand() {
    let home = Home::new(&[("a", 1, "say a word"), ("b", 1, "say b word")]);
    let deck = Script::new("mic", 48_000);
    deck.said().samples = said(48_000);
    let mut sitting = home.sit(&deck, None);
    sitting.start(0);
    let record = |sitting: &mut crate::sitting::Sitting, now_ms| {
        sitting.command(&Command::Record, now_ms);
        sitting.poll(now_ms + 10);
        deck.said().options.endpoint.is_some()
    };
    assert!(!record(&mut sitting, 1_000), "by hand nothing but the hand ends it");
    sitting.command(&Command::Stop, 2_000);
    judged(&mut sitting, 2_010);
    sitting.set_mode(Mode::HandsFree);
    // Nobody has said what is to become of the take that was there.
    (2_100..4_000).step_by(100).for_each(|now_ms| drop(sitting.poll(now_ms)));
    assert_eq!((sitting.phase(), sitting.view().counts.kept), (Phase::Verdict, 0));
    sitting.command(&Command::Keep, 4_000);
    sitting.poll(4_010);
    sitting.poll(4_020);
    assert_eq!((sitting.phase(), sitting.view().mode), (Phase::Recording, Mode::HandsFree));
    assert!(deck.said().options.endpoint.is_some());
    // Back in the hand, the take that runs is ended and decided on by it.
    sitting.set_mode(Mode::AutoStop);
    sitting.command(&Command::Stop, 5_000);
    judged(&mut sitting, 5_010);
    (5_100..7_000).step_by(100).for_each(|now_ms| drop(sitting.poll(now_ms)));
    assert_eq!((sitting.phase(), sitting.view().counts.kept), (Phase::Verdict, 1));
    sitting.command(&Command::Redo { reason: "self".to_owned() }, 7_000);
    assert!(record(&mut sitting, 8_000), "the speech ends it");
}

#[test]
fn what_a_loudspeaker_plays_is_in_no_take() {
    let home = Home::new(&[("a", 1, "say a word")]);
    let deck = Script::new("mic", 48_000);
    deck.said().samples = said(48_000);
    let mut sitting = home.sit(&deck, None);
    sitting.start(0);
    sitting.command(&Command::Record, 1_000);
    sitting.poll(1_010);
    assert_eq!(deck.said().options.not_before_ns, None);
    sitting.command(&Command::Stop, 2_000);
    judged(&mut sitting, 2_010);
    sitting.command(&Command::Play, 3_000);
    deck.said().now_ns = 7_000_000_000;
    sitting.command(&Command::Redo { reason: "self".to_owned() }, 3_100);
    deck.said().now_ns = 7_010_000_000;
    sitting.command(&Command::Record, 3_110);
    sitting.poll(3_120);
    assert_eq!(
        deck.said().options.not_before_ns,
        Some(7_250_000_000),
        "a quarter of a second after it was stopped"
    );
}

#[test]
fn after_half_an_hour_a_break_is_offered_until_one_is_taken() {
    let home = Home::new(&[("a", 1, "say a word")]);
    let deck = Script::new("mic", 48_000);
    let mut sitting = home.sit(&deck, None);
    sitting.start(1_000);
    let offers = |sitting: &mut crate::sitting::Sitting, now_ms| {
        sitting.poll(now_ms);
        sitting.view().offers_break
    };
    assert!(!offers(&mut sitting, BREAK_MS + 999));
    assert!(offers(&mut sitting, BREAK_MS + 1_000));
    sitting.command(&Command::Pause, BREAK_MS + 2_000);
    assert!(!offers(&mut sitting, BREAK_MS + 3_000));
    assert_eq!(sitting.view().break_ms, 1_000);
    sitting.command(&Command::Resume, BREAK_MS + 4_000);
    assert!(!offers(&mut sitting, 2 * BREAK_MS + 3_999));
    assert!(offers(&mut sitting, 2 * BREAK_MS + 4_000));
    assert_eq!((sitting.view().break_ms, sitting.view().sitting_ms), (2_000, 2 * BREAK_MS + 3_000));
}

#[test]
fn an_example_is_heard_before_it_is_spoken_and_is_in_no_take() {
    let home = Home::new(&[("a", 1, "say a word")]);
    let deck = Script::new("mic", 48_000);
    deck.said().samples = said(48_000);
    let mut sitting = home.sit(&deck, None);
    sitting.start(0);
    let refused = sitting.command(&Command::Hear, 10);
    assert!(matches!(refused[..], [Notice::Refused(Refusal::NoSound)]), "{refused:?}");
    drop(sitting);

    let head = std::fs::read_to_string(home.path("sheet/sheet.toml")).unwrap();
    let terms = "[media]\nlicence = \"CC0-1.0\"\nsource = \"us\"\n";
    std::fs::write(home.path("sheet/sheet.toml"), format!("{head}\n{terms}")).unwrap();
    std::fs::write(home.path("sheet/en-US.tsv"), "id\ttext\tmedia\na\tsay a word\tcow.wav\n").unwrap();
    std::fs::create_dir(home.path("sheet/media")).unwrap();
    std::fs::write(home.path("sheet/media/cow.wav"), b"RIFF\x04\0\0\0WAVE").unwrap();
    let deck = Script::new("mic", 48_000);
    let mut sitting = home.sit(&deck, None);
    sitting.set_mode(Mode::HandsFree);
    sitting.start(0);
    sitting.poll(10);
    assert!(sitting.view().playing, "before anybody asks for it");
    // It cannot be played here, which is told; the hands-free take waits for it all the same.
    let mut told = Vec::new();
    let mut now_ms = 20;
    while sitting.phase() == Phase::Showing {
        told.extend(sitting.poll(now_ms));
        now_ms += 10;
        std::thread::sleep(std::time::Duration::from_millis(1));
        assert!(now_ms < 100_000);
    }
    assert!(told.iter().any(|notice| matches!(notice, Notice::NotPlayed(_))), "{told:?}");
    sitting.poll(now_ms);
    assert!(deck.said().options.not_before_ns.is_some());
}
