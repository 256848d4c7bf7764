use super::*;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// An utterance of a speaker (by number) and a text, with its frames and whether the release before has it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct One {
    speaker: u32,
    text: u8,
    repetition: u16,
    frames: u64,
    was_there: bool,
}

impl One {
    fn id(&self) -> UtteranceId {
        let Self { speaker, text, repetition, .. } = self;
        format!("{}-fr-fr-demo-p{text}-{repetition}", speaker_name(*speaker)).parse().unwrap()
    }
}

fn speaker_name(number: u32) -> String {
    format!("s{number:03}")
}

/// What is left out of some utterances.
fn left_out(all: &[One], choice: &Choice) -> BTreeMap<String, Reason> {
    let scratch = tempfile::tempdir().unwrap();
    let locale: Locale = "fr-FR".parse().unwrap();
    let rate = SampleRate::new(1000).unwrap();
    let mut limiting = Limiting::new(choice, rate, "salt", scratch.path());
    for one in all {
        let candidate = Candidate {
            id: &one.id(),
            speaker: one.speaker,
            locale: &locale,
            text_sha256: &Sha256::of([one.text]),
            frames: one.frames,
            was_there: one.was_there,
        };
        limiting.push(&candidate).unwrap();
    }
    let limited = limiting.finish().unwrap();
    let mut leaving = limited.leaving();
    let ids: BTreeSet<UtteranceId> = all.iter().map(One::id).collect();
    let why = |id: &UtteranceId| Some((id.to_string(), leaving.why(id).unwrap()?));
    let left: BTreeMap<String, Reason> = ids.iter().filter_map(why).collect();
    assert_eq!(limited.is_empty(), left.is_empty());
    left
}

fn choice(speaker: u64, minutes: u64, prompt: u64) -> Choice {
    Choice {
        most_per_speaker: NonZeroU64::new(speaker),
        most_minutes_per_speaker: NonZeroU64::new(minutes),
        most_per_prompt: NonZeroU64::new(prompt),
        ..Choice::default()
    }
}

/// The rule of docs/FORMAT.md again, in memory and by lists.
fn by_hand(all: &[One], choice: &Choice) -> BTreeMap<String, Reason> {
    let digest = |what: &str, one: &One| Sha256::of(format!("salt|{what}|{}", one.id())).to_string();
    let most = |most: Option<NonZeroU64>| most.map_or(usize::MAX, |most| most.get() as usize);
    let mut left = BTreeMap::new();
    let mut of_texts: BTreeMap<u8, Vec<&One>> = BTreeMap::new();
    for speaker in all.iter().map(|one| one.speaker).collect::<BTreeSet<_>>() {
        let mut own: Vec<&One> = all.iter().filter(|one| one.speaker == speaker).collect();
        own.sort_by_key(|one| (!one.was_there, digest("speaker-limit", one)));
        let (mut count, mut frames) = (0, 0);
        for one in own {
            let most_frames = choice.most_minutes_per_speaker.map_or(u64::MAX, |most| most.get() * 60_000);
            if count < most(choice.most_per_speaker) && frames + one.frames <= most_frames {
                (count, frames) = (count + 1, frames + one.frames);
                of_texts.entry(one.text).or_default().push(one);
            } else {
                left.insert(one.id().to_string(), Reason::OverSpeakerLimit);
            }
        }
    }
    for mut readings in of_texts.into_values() {
        readings.sort_by_key(|one| (!one.was_there, digest("prompt-limit", one)));
        for one in readings.into_iter().skip(most(choice.most_per_prompt)) {
            left.insert(one.id().to_string(), Reason::OverPromptLimit);
        }
    }
    left
}

fn utterances() -> impl Strategy<Value = Vec<One>> {
    let one = (1u64..70_000, any::<bool>());
    prop::collection::btree_map((0u32..5, 0u8..6, 1u16..4), one, 0..40).prop_map(|all| {
        let one = |((speaker, text, repetition), (frames, was_there))| One {
            speaker,
            text,
            repetition,
            frames,
            was_there,
        };
        all.into_iter().map(one).collect()
    })
}

proptest! {
    #[test]
    fn the_rule_of_the_format_is_kept_whatever_the_order(
        mut all in utterances(), speaker in 0u64..5, minutes in 0u64..4, prompt in 0u64..4, seed in any::<u64>(),
    ) {
        let choice = choice(speaker, minutes, prompt);
        let left = left_out(&all, &choice);
        prop_assert_eq!(&left, &by_hand(&all, &choice));
        // In any order.
        all.sort_by_key(|one| Sha256::of(format!("{seed}{one:?}")).to_string());
        prop_assert_eq!(&left_out(&all, &choice), &left);
        // What stays is within every limit.
        let stays: Vec<&One> = all.iter().filter(|one| !left.contains_key(one.id().as_str())).collect();
        for one in &stays {
            let own = stays.iter().filter(|other| other.speaker == one.speaker);
            let frames: u64 = own.clone().map(|own| own.frames).sum();
            prop_assert!(speaker == 0 || own.count() as u64 <= speaker);
            prop_assert!(minutes == 0 || frames <= minutes * 60_000);
            let readings = stays.iter().filter(|other| other.text == one.text).count() as u64;
            prop_assert!(prompt == 0 || readings <= prompt);
        }
    }

    /// A speaker who comes moves at most one reading of each text that the speaker reads, and nothing else of anybody.
    #[test]
    fn who_comes_takes_no_more_than_the_place_of_one_other(
        all in utterances(), speaker in 1u64..5, prompt in 1u64..4, text in 0u8..6,
    ) {
        let choice = choice(speaker, 0, prompt);
        let before = left_out(&all, &choice);
        let new = One { speaker: 7, text, repetition: 1, frames: 1, was_there: false };
        let more: Vec<One> = all.iter().cloned().chain([new]).collect();
        let after = left_out(&more, &choice);
        let moved: Vec<&One> =
            all.iter().filter(|one| before.get(one.id().as_str()) != after.get(one.id().as_str())).collect();
        prop_assert!(moved.len() <= 1 && moved.iter().all(|one| one.text == text), "{:?}", moved);
    }

    /// What was released stays as long as the limits hold for it alone.
    #[test]
    fn what_the_release_before_has_stays(all in utterances(), speaker in 1u64..5, prompt in 1u64..4) {
        let choice = choice(speaker, 0, prompt);
        let left = left_out(&all, &choice);
        let released = |one: &One| One { was_there: true, ..one.clone() };
        // The release of now, and as much again of everybody.
        let mut next: Vec<One> =
            all.iter().filter(|one| !left.contains_key(one.id().as_str())).map(released).collect();
        let kept = next.clone();
        next.extend(all.iter().map(|one| One { repetition: one.repetition + 100, was_there: false, ..one.clone() }));
        let left = left_out(&next, &choice);
        prop_assert!(kept.iter().all(|one| !left.contains_key(one.id().as_str())));
    }
}

#[test]
fn who_has_little_is_not_driven_out_by_who_was_limited() {
    // Speaker 0 has 200 texts and may have 50; speakers 1 to 200 have one each of the same texts, which may be there once.
    let one = |speaker, text| One { speaker, text, repetition: 1, frames: 1, was_there: false };
    let all: Vec<One> = (0..200u8).flat_map(|text| [one(0, text), one(u32::from(text) + 1, text)]).collect();
    let left = left_out(&all, &choice(50, 0, 1));
    let of_the_limited = (0..200u8).filter(|text| !left.contains_key(one(0, *text).id().as_str())).count();
    // One in two of 50 by chance, with a standard deviation of 3.5; with one digest it would be nearly all.
    assert!((11..40).contains(&of_the_limited), "{of_the_limited}");
}
