//! Sittings at random, against a model of what has to be kept.

use super::said;
use crate::error::{Error, ErrorKind};
use crate::recordings::session::{FileState, TakeState};
use crate::severity::Severity;
use crate::sitting::testing::{Expected, Home, Script, command_of};
use crate::sitting::{Command, Opener, Phase};
use crate::testing::cases;
use proptest::prelude::*;
use std::collections::BTreeSet;

/// The readings with an accepted take, and the takes that are deleted, by the files alone.
fn on_disk(home: &Home) -> (BTreeSet<(String, u16)>, usize) {
    let (mut kept, mut deleted) = (BTreeSet::new(), 0);
    for view in home.views() {
        for take in view.takes() {
            let record = &take.record;
            if take.state == TakeState::Deleted {
                assert_eq!(take.file, FileState::Missing, "{}", record.file);
                deleted += 1;
                continue;
            }
            let found = crate::digest::Sha256::of_file(view.path_of(record)).unwrap();
            assert_eq!(found, (record.sha256, record.bytes), "{}", record.file);
            if take.state == TakeState::Kept {
                kept.insert((record.prompt.to_string(), record.repetition));
            }
        }
    }
    (kept, deleted)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases(16)))]

    /// The letters of `command_of` and of the prompts; t time passes, n nobody speaks from now on, v somebody does, S the computer sleeps, F the
    /// disk takes no more of a take, K the program is killed and started again, l the microphone goes away and another comes.
    #[test]
    fn what_is_kept_is_what_was_decided_whatever_is_pressed_killed_or_lost(
        keys in "[rrrssstttttkkkkkdxbuDD<zZiqKKlnvSF012]{1,60}",
    ) {
        let home = Home::new(&[("a", 1, "say a"), ("b", 2, "say b"), ("c", 1, "say c")]);
        let voice = said(8_000);
        let fresh = |is_heard: bool| {
            let deck = Script::new("mic", 8_000);
            deck.said().samples = if is_heard { voice.clone() } else { vec![0.0; 8_000] };
            deck
        };
        let coming = voice.clone();
        let again = || -> Opener {
            let coming = coming.clone();
            Box::new(move || {
                let deck = Script::new("mic", 8_000);
                deck.said().samples = coming.clone();
                Ok(Box::new(deck))
            })
        };
        let mut deck = fresh(true);
        let mut sitting = home.sit(&deck, Some(again()));
        sitting.start(0);
        let mut now_ms = 0;
        let mut expected = Expected::default();
        for key in keys.chars() {
            now_ms += 50;
            let view = sitting.view();
            let to = |digit: u32| Command::Goto { prompt: ["a", "b", "c"][digit as usize].parse().unwrap() };
            match (command_of(key, &view).or_else(|| key.to_digit(10).map(to)), key) {
                (Some(command), _) => {
                    expected.command(&view, &command);
                    sitting.command(&command, now_ms);
                }
                (None, 't') => drop(sitting.poll(now_ms)),
                (None, 'n') => deck.said().samples = vec![0.0; 8_000],
                (None, 'v') => deck.said().samples.clone_from(&voice),
                (None, 'S') => deck.said().slept_ms += 60_000,
                (None, 'F') => deck.said().refuses = true,
                (None, 'l') => {
                    deck.said().fault = Some(Error::new(ErrorKind::DeviceLost, "gone"));
                    let mut polls = 0;
                    while sitting.view().closed.is_none() && (polls < 3 || sitting.view().device_lost) {
                        now_ms += 50;
                        sitting.poll(now_ms);
                        polls += 1;
                    }
                }
                (None, _) => {
                    drop(sitting);
                    deck = fresh(true);
                    sitting = home.sit(&deck, Some(again()));
                    sitting.start(now_ms);
                    expected.started_again();
                }
            }
            let (kept, deleted) = on_disk(&home);
            let wanted: BTreeSet<(String, u16)> =
                expected.kept().into_iter().map(|(prompt, repetition, _)| (prompt, repetition)).collect();
            prop_assert_eq!(&kept, &wanted, "after {}", key);
            prop_assert_eq!(deleted, expected.deleted().len(), "after {}", key);
            prop_assert_eq!(kept.len(), sitting.view().counts.kept);
            prop_assert!(sitting.phase() != Phase::Idle);
        }
        drop(sitting);
        for view in home.views() {
            let bad: Vec<_> = view.faults().iter().filter(|fault| fault.severity > Severity::Info).collect();
            prop_assert!(bad.is_empty(), "{:?}", bad);
        }
    }
}
