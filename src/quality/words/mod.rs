//! A recogniser's words against the prompt: character and word error rates.
//!
//! Both texts are first brought to what can be heard ([`normalise`]); the rates are those of the shortest edit
//! (Levenshtein, 1966) over the prompt's length, so that 0 is a perfect match and values over 1 are possible.

mod edits;
mod normal;

pub use edits::{Edits, edits};
pub use normal::normalise;

use super::model::Measurements;
use crate::ids::Locale;
use crate::text::is_spaceless;
use crate::units::rounded;
use edits::{substitutions, with_free};
use normal::{Joints, bracketed, is_unspelled, joined};
use unicode_script::UnicodeScript as _;

/// Letters that a digit or a symbol may be read as, at most.
const LETTERS_OF_A_SIGN: usize = 12;
/// Characters of a recogniser's text that are compared; more of them change no verdict.
const MOST_CHARACTERS: usize = 10_000;

/// How a recogniser's text differs from the prompt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Comparison {
    /// Edits over characters, without spaces.
    pub characters: Edits,
    /// Edits over words; `None` for scripts without spaces, and where digits stand against words.
    pub words: Option<Edits>,
}

/// Compares what a recogniser heard with what was to be said.
///
/// Spaces do not count for characters, since they are not heard. Of the prompt, text in round brackets is left out (it
/// is a hint, and not read); of the hypothesis, whatever stands in brackets (`[noise]`, `<unk>`). Where only one of
/// both writes digits or spoken symbols, each may stand for up to 12 letters at no cost: the rate is then the least one
/// possible, and words are not compared.
pub fn compare(prompt: &str, heard: &str, locale: &Locale) -> Comparison {
    let (wanted_text, heard_text) = spoken(prompt, heard);
    let (prompt, heard) = (normalise(&wanted_text, locale), normalise(&heard_text, locale));
    let signs = |text: &str| text.chars().filter(|&c| is_unspelled(c)).collect::<String>();
    let (wanted_signs, heard_signs) = (signs(&prompt), signs(&heard));
    let free_in_prompt = !wanted_signs.is_empty() && heard_signs.is_empty();
    let free_in_heard = wanted_signs.is_empty() && !heard_signs.is_empty();
    let characters =
        |text: &str| -> Vec<char> { text.chars().filter(|&c| c != ' ').take(MOST_CHARACTERS).collect() };
    let (wanted, found) = (characters(&prompt), characters(&heard));
    if free_in_prompt || free_in_heard {
        let mut characters = with_free(&wanted, &found, |&c| is_unspelled(c));
        let spelled = |text: &[char]| text.iter().filter(|&&c| !is_unspelled(c)).count();
        let (wanted_count, found_count) = (spelled(&wanted), spelled(&found));
        let room = LETTERS_OF_A_SIGN * (wanted.len() + found.len() - wanted_count - found_count);
        // A sign stands for a word, not for whatever else was said.
        let (more, less) = if free_in_prompt {
            (found_count.saturating_sub(wanted_count + room), 0)
        } else {
            (0, wanted_count.saturating_sub(found_count + room))
        };
        let over = (more + less).saturating_sub(characters.distance());
        if free_in_prompt {
            characters.insertions += over;
        } else {
            characters.deletions += over;
        }
        characters.length = wanted_count;
        return Comparison { characters, words: None };
    }
    let spaced = !prompt.chars().any(|c| is_spaceless(c.script()));
    let words = spaced.then(|| words_of(&wanted_text, &heard_text, locale));
    Comparison { characters: edits(&wanted, &found), words }
}

/// Compares words, with the joints inside them (`l'eau`, `excel·lent`, `check-in`) read as it suits both sides best: whether
/// they make one word or two is not heard.
fn words_of(wanted: &str, heard: &str, locale: &Locale) -> Edits {
    closest(wanted, heard, locale).0
}

/// Returns the edits of words, and the words of both sides as they were read for it.
fn closest(wanted: &str, heard: &str, locale: &Locale) -> (Edits, Vec<String>, Vec<String>) {
    let split = |text: &str, joints| -> Vec<String> {
        let text = joined(text, locale, joints);
        text.split(' ').filter(|word| !word.is_empty()).take(MOST_CHARACTERS).map(str::to_owned).collect()
    };
    let readings = |text: &str| {
        let mut readings = vec![split(text, Joints::Usual)];
        for joints in [Joints::Closed, Joints::Open] {
            let other = split(text, joints);
            if !readings.contains(&other) {
                readings.push(other);
            }
        }
        readings
    };
    let (mut wanted, mut heard) = (readings(wanted), readings(heard));
    let places = (0..wanted.len()).flat_map(|one| (0..heard.len()).map(move |other| (one, other)));
    let compared = places.map(|(one, other)| (edits(&wanted[one], &heard[other]), one, other));
    // Of equal ones the first, which is the usual one.
    let (edits, one, other) = compared.min_by_key(|(edits, ..)| edits.distance()).unwrap_or_default();
    (edits, wanted.swap_remove(one), heard.swap_remove(other))
}

/// Leaves out what is not read of a prompt, and what a recogniser writes beside words.
fn spoken(prompt: &str, heard: &str) -> (String, String) {
    (bracketed(prompt, &[('(', ')')]), bracketed(heard, &[('(', ')'), ('[', ']'), ('<', '>')]))
}

/// Returns the words that were heard as others, each with what was heard, as the words of [`compare`] count them; none where
/// words are not compared, or there are more than 2^22 pairs of them.
pub fn substituted(prompt: &str, heard: &str, locale: &Locale) -> Vec<(String, String)> {
    let counted = compare(prompt, heard, locale).words.is_some_and(|edits| edits.substitutions > 0);
    if !counted {
        return Vec::new();
    }
    let (prompt, heard) = spoken(prompt, heard);
    let (_, wanted, heard) = closest(&prompt, &heard, locale);
    let places = substitutions(&wanted, &heard).unwrap_or_default();
    places.into_iter().map(|(one, other)| (wanted[one].clone(), heard[other].clone())).collect()
}

/// Tells whether a recogniser heard nothing: its text has no letter, digit or spoken symbol outside of brackets.
pub fn is_nothing(heard: &str, locale: &Locale) -> bool {
    normalise(&spoken("", heard).1, locale).is_empty()
}

/// Tells whether a text holds a phrase: whole words of it that, without the spaces between them, are the phrase without its
/// own. In scripts without spaces the phrase may begin and end anywhere. A phrase without letters is held by none.
pub fn holds(heard: &str, phrase: &str, locale: &Locale) -> bool {
    let (phrase, heard) = spoken(phrase, heard);
    let (phrase, heard) = (normalise(&phrase, locale).replace(' ', ""), normalise(&heard, locale));
    if phrase.is_empty() {
        return false;
    }
    if phrase.chars().any(|c| is_spaceless(c.script())) {
        return heard.replace(' ', "").contains(&phrase);
    }
    let words: Vec<&str> = heard.split(' ').collect();
    (0..words.len()).any(|first| {
        let mut rest = phrase.as_str();
        for word in &words[first..] {
            match rest.strip_prefix(word) {
                Some("") => return true,
                Some(more) => rest = more,
                None => return false,
            }
        }
        false
    })
}

/// Fills `cer` and `wer` from a recogniser's text; where there is none, the reason stands in `unmeasured`.
pub fn apply(measured: &mut Measurements, prompt: &str, heard: &str, locale: &Locale) {
    let compared = compare(prompt, heard, locale);
    measured.cer = compared.characters.rate().map(|rate| rounded(rate, 4));
    measured.wer = compared.words.and_then(|words| words.rate()).map(|rate| rounded(rate, 4));
    let letters = "the text has no letters to compare";
    let words = if measured.cer.is_none() {
        letters
    } else {
        "the text has no spaces between words, or digits stand against words"
    };
    for (name, value, reason) in [("cer", measured.cer, letters), ("wer", measured.wer, words)] {
        if value.is_some() {
            measured.unmeasured.remove(name);
        } else {
            measured.unmeasured.insert(name.to_owned(), reason.to_owned());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn locale(tag: &str) -> Locale {
        tag.parse().unwrap()
    }

    fn rates(prompt: &str, heard: &str, tag: &str) -> (Option<f64>, Option<f64>) {
        let mut measured = Measurements::default();
        apply(&mut measured, prompt, heard, &locale(tag));
        assert_eq!(measured.cer.is_none(), measured.unmeasured.contains_key("cer"));
        assert_eq!(measured.wer.is_none(), measured.unmeasured.contains_key("wer"));
        (measured.cer, measured.wer)
    }

    #[test]
    fn what_sounds_the_same_is_the_same_in_every_script() {
        for (tag, prompt, heard) in [
            ("en-US", "Don't wake me, please!", "dont wake me please"),
            ("en-US", "Check-in is at the café.", "CHECK IN IS AT THE CAFÉ"),
            ("en-US", "It\u{2019}s (loudly) here", "it's <unk> [NOISE] here"),
            ("de-DE", "Die Straße", "DIE STRASSE"),
            ("fr-FR", "L\u{2019}eau d'ici", "l eau d' ici"),
            ("tr-TR", "IŞIK İYİ", "ışık iyi"),
            ("ru-RU", "Ещё раз", "еще раз"),
            ("el-GR", "ΟΔΟΣ", "οδος"),
            ("uk-UA", "П’ять м'ячів", "пʼять м’ячів"),
            ("ar-EG", "السَّلامُ عَلَيْكُم", "السـلام عليكم"),
            ("ar-SA", "أين إبراهيم؟", "اين ابراهيم"),
            ("fa-IR", "می\u{200c}خواهم كتاب", "میخواهم کتاب"),
            ("he-IL", "שָׁלוֹם", "שלום"),
            ("hi-IN", "क्\u{200d}षमा", "क्षमा"),
            ("ml-IN", "അവൻ", "അവന്\u{200d}"),
            ("bn-BD", "হঠাৎ", "হঠাত্\u{200d}"),
            ("ja-JP", "ﾃｽﾄ、ＯＫ。", "テスト OK"),
            ("zh-CN", "打开灯，谢谢！", "打 开 灯 谢 谢"),
            ("th-TH", "เปิดไฟ", "เปิด ไฟ"),
            ("ar-EG", "غرفة ٧", "غرفة 7"),
            ("vi-VN", "Tie\u{302}\u{301}ng Vie\u{323}\u{302}t", "tiếng việt"),
        ] {
            assert_eq!(rates(prompt, heard, tag).0, Some(0.0), "{tag}: {prompt} / {heard}");
        }
        for (tag, prompt, heard) in [
            ("en-US", "IŞIK", "ışık"),
            ("fr-FR", "pécher", "pêcher"),
            ("ja-JP", "はし", "ばし"),
            ("hi-IN", "कल", "काल"),
        ] {
            assert!(rates(prompt, heard, tag).0.unwrap() > 0.0, "{tag}: {prompt} / {heard}");
        }
    }

    #[test]
    fn joints_inside_words_are_no_errors_of_words() {
        for (tag, prompt, heard) in [
            ("hy-AM", "Ո՞ւր ես գնում", "ուր ես գնում"),
            ("ca-ES", "És excel·lent", "és excellent"),
            ("ca-ES", "És excel·lent, l'home", "és excel lent l'home"),
            ("he-IL", "צה״ל יצא", "צהל יצא"),
            ("he-IL", "צה\"ל יצא", "צהל יצא"),
            ("he-IL", "בית־ספר גדול", "ביתספר גדול"),
            ("en-US", "Check-in is at O'Neil's", "checkin is at oneils"),
            ("fr-FR", "Rendez-vous aujourd'hui", "rendezvous aujourdhui"),
            ("fa-IR", "می\u{200c}خواهم بروم", "می خواهم بروم"),
            ("fi-FI", "EU:n asia", "eu n asia"),
            ("hi-IN", "क्या-क्या है", "क्या क्या है"),
            ("fr-FR", "les étudiant·e·s", "les étudiantes"),
        ] {
            assert_eq!(rates(prompt, heard, tag), (Some(0.0), Some(0.0)), "{tag}: {prompt} / {heard}");
        }
        assert_eq!(rates("no, one", "noone", "en-US"), (Some(0.0), Some(1.0)), "a comma joins nothing");
        assert_eq!(rates("check-in now", "check out now", "en-US").1, Some(0.3333));
    }

    #[test]
    fn a_phrase_is_held_as_whole_words() {
        for (tag, phrase, heard, expected) in [
            ("en-US", "Hey Booth", "HEY, BOOTH!", true),
            ("en-US", "Hey Booth", "um heybooth turn on", true),
            ("en-US", "Hey Booth", "they boothed", false),
            ("en-US", "Hey Booth", "hey you booth", false),
            ("en-US", "Hey Booth", "", false),
            ("en-US", "Hey Booth", "[hey booth]", false),
            ("en-US", "!", "anything", false),
            ("ja-JP", "ねえブース", "あのねえ、ブースさん", true),
            ("ja-JP", "ねえブース", "ねえブー", false),
        ] {
            assert_eq!(holds(heard, phrase, &locale(tag)), expected, "{phrase} in {heard}");
        }
        assert!(is_nothing("", &locale("en-US")) && is_nothing("[noise] …", &locale("en-US")));
        assert!(!is_nothing("7", &locale("en-US")));
    }

    #[test]
    fn words_heard_as_others_are_named_as_they_were_compared() {
        let of = |prompt, heard| substituted(prompt, heard, &locale("en-US"));
        let pair = |wanted: &str, heard: &str| (wanted.to_owned(), heard.to_owned());
        assert_eq!(
            of("Turn on the lamp now.", "turn off the lamb"),
            [pair("on", "off"), pair("lamp", "lamb")]
        );
        assert_eq!(of("check-in now", "checkin now"), []);
        assert_eq!(of("at seven", "at 7"), [], "digits against words are not compared");
    }

    #[test]
    fn known_rates() {
        // By hand: one substitution of 13 characters and of 4 words; "kitten" to "sitting" is 3 edits.
        assert_eq!(rates("turn the lamp on", "turn the damp on", "en-US"), (Some(0.0769), Some(0.25)));
        assert_eq!(rates("kitten", "sitting", "en-US"), (Some(0.5), Some(1.0)));
        assert_eq!(rates("turn it on", "", "en-US"), (Some(1.0), Some(1.0)));
        assert_eq!(rates("on", "switch it off", "en-US"), (Some(5.0), Some(3.0)));
        assert_eq!(rates("打开灯", "打开等", "zh-CN"), (Some(0.3333), None));
        assert_eq!(rates("…", "words", "en-US"), (None, None));
    }

    #[test]
    fn digits_against_words_cost_nothing_and_excuse_nothing_else() {
        for (tag, prompt, heard) in [
            ("en-US", "wake me at 7:30", "wake me at seven thirty"),
            ("en-US", "wake me at seven thirty", "wake me at 7:30"),
            ("en-US", "it costs 50%", "it costs fifty percent"),
            ("zh-CN", "明天早上七点", "明天早上7点"),
            ("en-US", "room 12", "room 12"),
        ] {
            assert_eq!(rates(prompt, heard, tag).0, Some(0.0), "{prompt} / {heard}");
        }
        assert!(rates("room 12", "room 13", "en-US").0.unwrap() > 0.0);
        // 33 letters were heard; "wake me at" has 8, and one digit stands for 12 at most.
        let (cer, wer) = rates("wake me at 7", "the quick brown fox jumped over a lazy", "en-US");
        assert!(cer.unwrap() > 0.6 && wer.is_none(), "{cer:?}");
        assert_eq!(rates("7", "seven", "en-US"), (None, None));
    }
}
