//! The lock and the rule that places speakers.

use super::*;
use proptest::prelude::*;

fn speaker(id: &str) -> SpeakerId {
    id.parse().unwrap()
}

fn profile(locale: &str, gender: Option<&str>, ms: u64) -> Profile {
    Profile { audio_ms: [(locale.parse().unwrap(), ms)].into(), gender: gender.map(str::to_owned) }
}

fn counts(lock: &Lock) -> [usize; 3] {
    Split::ALL.map(|split| {
        lock.speakers.values().filter(|entry| entry.split == split && entry.state == State::Present).count()
    })
}

#[test]
fn the_text_is_canonical_and_every_other_form_is_refused_with_its_line() {
    let mut lock = Lock::new("salt \"1\"");
    lock.speakers.insert(speaker("a1"), Holding::new(Split::Train, State::Present));
    lock.speakers.insert(speaker("b2"), Holding::new(Split::Test, State::Removed));
    let text = lock.to_text();
    assert_eq!(
        text,
        "{\"schema\":1,\"type\":\"splits\",\"salt\":\"salt \\\"1\\\"\"}\n\
         {\"speaker\":\"a1\",\"split\":\"train\",\"state\":\"present\"}\n\
         {\"speaker\":\"b2\",\"split\":\"test\",\"state\":\"removed\"}\n"
    );
    assert_eq!(Lock::parse(&text).unwrap(), lock);
    for (bad, line) in [
        (text.replace("\"a1\"", "\"c3\""), 3),
        (text.replace("b2", "a1"), 3),
        (text.replace("test", "tests"), 3),
        (text.replace(":\"train\"", ": \"train\""), 2),
        (text.replace("\"schema\":1", "\"schema\":2"), 1),
        (text.trim_end().to_owned(), 3),
        (format!("{text}\n"), 4),
        (text.replace("\"state\":\"removed\"", "\"state\":\"removed\",\"x\":1"), 3),
        (String::new(), 1),
    ] {
        assert_eq!(Lock::parse(&bad).unwrap_err().line(), Some(line), "{bad}");
    }
}

#[test]
fn a_lock_of_texts_or_for_evaluation_has_a_schema_of_its_own_and_no_other_form() {
    let mut lock = Lock { by: By::Prompt, ..Lock::new("s") };
    lock.readers.insert(speaker("a1"), State::Present);
    lock.texts.insert(Sha256::of("1"), Holding::new(Split::Train, State::Removed));
    lock.texts.insert(Sha256::of("2"), Holding::fresh(Split::Train, Purpose::Evaluation));
    let (one, two) = (Sha256::of("1"), Sha256::of("2"));
    assert!(one < two || lock.texts.len() == 2);
    let text = lock.to_text();
    let line = |key: &Sha256, rest: &str| format!("{{\"text\":\"{key}\",{rest}}}\n");
    let mut lines = [
        (one, line(&one, "\"split\":\"train\",\"state\":\"removed\"")),
        (two, line(&two, "\"split\":\"test\",\"state\":\"present\",\"for\":\"evaluation\"")),
    ];
    lines.sort();
    let head = "{\"schema\":2,\"type\":\"splits\",\"salt\":\"s\",\"by\":\"prompt\"}\n";
    let reader = "{\"speaker\":\"a1\",\"state\":\"present\"}\n";
    assert_eq!(text, format!("{head}{reader}{}{}", lines[0].1, lines[1].1));
    assert_eq!(Lock::parse(&text).unwrap(), lock);
    let mut of_speakers = Lock::new("s");
    of_speakers.speakers.insert(speaker("b2"), Holding::fresh(Split::Dev, Purpose::Evaluation));
    let speakers = of_speakers.to_text();
    assert_eq!(
        speakers,
        "{\"schema\":2,\"type\":\"splits\",\"salt\":\"s\",\"by\":\"speaker\"}\n\
         {\"speaker\":\"b2\",\"split\":\"test\",\"state\":\"present\",\"for\":\"evaluation\"}\n"
    );
    assert_eq!(Lock::parse(&speakers).unwrap(), of_speakers);
    for (bad, line) in [
        // What is for evaluation is in test; a purpose that goes without saying is not said; heads say what is below.
        (speakers.replace("\"test\"", "\"train\""), 2),
        (speakers.replace("\"evaluation\"", "\"training\""), 1),
        (speakers.replace(",\"for\":\"evaluation\"", ""), 1),
        (speakers.replace(",\"by\":\"speaker\"", ""), 1),
        (speakers.replace("\"by\":\"speaker\"", "\"by\":\"prompt\""), 2),
        (text.replace("\"schema\":2", "\"schema\":1"), 1),
        (text.replace("\"by\":\"prompt\"", "\"by\":\"speaker\""), 2),
        (text.replace("\"a1\",", "\"a1\",\"split\":\"train\","), 2),
        (text.replace("\"state\":\"present\"}\n{\"text", "\"x\":1}\n{\"text"), 2),
        (format!("{head}{}{reader}{}", lines[0].1, lines[1].1), 2),
        (format!("{head}{reader}{}{}", lines[1].1, lines[0].1), 4),
        (format!("{head}{reader}{0}{0}", lines[0].1), 4),
    ] {
        assert_eq!(Lock::parse(&bad).unwrap_err().line(), Some(line), "{bad}");
    }
}

#[test]
fn below_three_speakers_all_is_training_and_the_next_ones_fill_the_rest() {
    let mut speakers: BTreeMap<SpeakerId, Profile> = BTreeMap::new();
    speakers.insert(speaker("a"), profile("fr-FR", None, 1000));
    speakers.insert(speaker("b"), profile("fr-FR", None, 1000));
    let first = assign(&Lock::new(DEFAULT_SALT), &speakers, Targets::default(), Purpose::Training);
    assert_eq!(counts(&first.lock), [2, 0, 0]);
    assert!(first.notes[0].contains("three"), "{:?}", first.notes);
    speakers.insert(speaker("c"), profile("fr-FR", None, 1000));
    let second = assign(&first.lock, &speakers, Targets::default(), Purpose::Training);
    assert_eq!(counts(&second.lock)[0], 2);
    assert!(!second.notes.is_empty());
    speakers.insert(speaker("d"), profile("fr-FR", None, 1000));
    let third = assign(&second.lock, &speakers, Targets::default(), Purpose::Training);
    assert_eq!(counts(&third.lock), [2, 1, 1]);
    assert_eq!(third.notes, Vec::<String>::new());
}

#[test]
fn a_speaker_who_leaves_is_a_tombstone_and_comes_back_to_the_same_split() {
    let all: BTreeMap<SpeakerId, Profile> =
        ["a", "b", "c", "d"].into_iter().map(|id| (speaker(id), profile("fr-FR", None, 500))).collect();
    let first = assign(&Lock::new(DEFAULT_SALT), &all, Targets::default(), Purpose::Training).lock;
    let mut fewer = all.clone();
    fewer.remove(&speaker("b"));
    let second = assign(&first, &fewer, Targets::default(), Purpose::Training).lock;
    assert_eq!(second.speakers[&speaker("b")].state, State::Removed);
    assert_eq!(assign(&second, &all, Targets::default(), Purpose::Training).lock, first);
}

#[test]
fn large_groups_come_close_to_their_shares() {
    // 240 speakers, 3 locales, 2 genders, 1 to 60 minutes each: the bound is the largest speaker.
    let mut speakers = BTreeMap::new();
    for n in 0..240u64 {
        let locale = ["fr-FR", "de-DE", "bn-BD"][(n % 3) as usize];
        let gender = ["female", "male"][(n / 3 % 2) as usize];
        let ms = 60_000 * (1 + n * 7919 % 60);
        speakers.insert(speaker(&format!("s{n:03}")), profile(locale, Some(gender), ms));
    }
    let lock = assign(&Lock::new(DEFAULT_SALT), &speakers, Targets::default(), Purpose::Training).lock;
    for locale in [None, Some("fr-FR"), Some("de-DE"), Some("bn-BD")] {
        let mut ms = [0u64; 3];
        for (id, profile) in &speakers {
            if locale.is_none_or(|wanted| profile.main_locale().unwrap().as_str() == wanted) {
                ms[lock.split(id).unwrap() as usize] += profile.total_ms();
            }
        }
        let all: u64 = ms.iter().sum();
        for split in Split::ALL {
            let off =
                ms[split as usize] as i64 - (all * u64::from(Targets::default().of(split)) / 100) as i64;
            assert!(off.unsigned_abs() <= 2 * 3_600_000, "{locale:?} {split} {ms:?}");
        }
    }
}

type Drawn = Vec<(u16, u8, u8, u64)>;

fn drawn(rows: &Drawn) -> BTreeMap<SpeakerId, Profile> {
    rows.iter()
        .map(|&(id, locale, gender, ms)| {
            let locale = ["fr-FR", "de-DE", "bn-BD"][usize::from(locale)];
            (speaker(&format!("s{id}")), profile(locale, [None, Some("f")][usize::from(gender)], ms))
        })
        .collect()
}

fn rows() -> impl Strategy<Value = Drawn> {
    proptest::collection::vec((0u16..60, 0u8..3, 0u8..2, 0u64..100_000), 0..40)
}

/// Places texts of one speaker, each with its milliseconds.
fn placed(lock: &Lock, drawn: &[(u8, u8, u64)], purpose: Purpose) -> Lock {
    let scratch = tempfile::tempdir().unwrap();
    let mut texts = Texts::new(lock, scratch.path());
    for &(text, locale, ms) in drawn {
        let locale = ["fr-FR", "de-DE"][usize::from(locale)].parse().unwrap();
        texts.push(&format!("text {text}"), &locale, ms, None).unwrap();
    }
    assign_texts(texts, &[speaker("a")].into(), Targets::default(), purpose).unwrap().lock
}

fn texts() -> impl Strategy<Value = Vec<(u8, u8, u64)>> {
    proptest::collection::vec((0u8..30, 0u8..2, 0u64..100_000), 1..40)
}

proptest! {
    #[test]
    fn texts_never_move_whatever_comes_and_in_any_order(first in texts(), more in texts()) {
        let new = Lock { by: By::Prompt, ..Lock::new("z") };
        let old = placed(&new, &first, Purpose::Training);
        let mut reversed = first.clone();
        reversed.reverse();
        prop_assert_eq!(placed(&new, &reversed, Purpose::Training), old.clone());
        let held: BTreeSet<Split> = old.texts.values().map(|holding| holding.split).collect();
        prop_assert_eq!(held.len(), if old.texts.len() < 3 { 1 } else { 3 });
        let later = placed(&old, &more, Purpose::Training);
        prop_assert!(old.is_kept_by(&later));
        prop_assert_eq!(placed(&later, &more, Purpose::Training), later.clone());
        prop_assert_eq!(Lock::parse(&later.to_text()).unwrap(), later.clone());
        // What comes for evaluation is test, and moves nothing either.
        let measured = placed(&old, &more, Purpose::Evaluation);
        prop_assert!(old.is_kept_by(&measured));
        let is_new = |(key, _): &(&Sha256, &Holding)| !old.texts.contains_key(*key);
        let fresh = measured.texts.iter().filter(is_new).map(|(_, holding)| (holding.split, holding.purpose));
        prop_assert!(fresh.into_iter().all(|one| one == (Split::Test, Purpose::Evaluation)));
    }

    #[test]
    fn speakers_never_move_and_are_disjoint(first in rows(), more in rows()) {
        let before = drawn(&first);
        let old = assign(&Lock::new("x"), &before, Targets::default(), Purpose::Training).lock;
        let after = drawn(&more);
        let new = assign(&old, &after, Targets::default(), Purpose::Training);
        for (id, entry) in &old.speakers {
            prop_assert_eq!(new.lock.split(id), Some(entry.split));
        }
        for id in after.keys() {
            prop_assert_eq!(new.lock.speakers[id].state, State::Present);
        }
        prop_assert_eq!(Lock::parse(&new.lock.to_text()).unwrap(), new.lock.clone());
        // Nothing is placed twice, and a second run changes nothing.
        prop_assert_eq!(assign(&new.lock, &after, Targets::default(), Purpose::Training).lock, new.lock);
    }

    #[test]
    fn no_split_is_empty_from_three_speakers_up(drawn_rows in rows()) {
        let speakers = drawn(&drawn_rows);
        let lock = assign(&Lock::new("y"), &speakers, Targets::default(), Purpose::Training).lock;
        if speakers.len() >= 3 {
            prop_assert!(counts(&lock).iter().all(|&count| count > 0), "{:?}", counts(&lock));
        } else {
            prop_assert_eq!(counts(&lock), [speakers.len(), 0, 0]);
        }
        for locale in ["fr-FR", "de-DE", "bn-BD"] {
            let mut here = [0u32; 3];
            for (id, profile) in &speakers {
                if profile.main_locale().unwrap().as_str() == locale {
                    here[lock.split(id).unwrap() as usize] += 1;
                }
            }
            prop_assert!(here.iter().sum::<u32>() < 3 || here.iter().all(|&count| count > 0), "{here:?}");
        }
    }
}
