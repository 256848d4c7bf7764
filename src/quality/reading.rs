//! Reading time against the text: was all of it read, once, and nothing else?
//!
//! The time that a text takes is `0.30 s + letters / 16` for a reader of whom nothing is known; what a
//! reader's accepted takes say about their own rate moves that, and narrows what is usual. The spread of
//! takes of five voices gives the scale (`z`, in standard deviations of the logarithm of the time).

use super::measure::FrameGrid;
use super::model::Measurements;
use crate::ids::Locale;
use crate::units::rounded;

/// Seconds that a reading takes whatever its length.
const BASE_S: f64 = 0.30;
/// Letters a second of an unknown reader.
const LETTERS_PER_S: f64 = 16.0;
/// Fewer effective letters than this give no verdict: short texts break every rate.
const MIN_LETTERS: f64 = 8.0;
/// Standard deviation of the logarithm of the rate between readers, for alphabets.
const PRIOR_SPREAD: f64 = 0.16;
/// The same for scripts whose signs do not stand for single sounds, so that even the mean is not known.
const PRIOR_SPREAD_OTHER: f64 = 0.5;
/// Standard deviation of one take of a known reader.
const TAKE_SPREAD: f64 = 0.12;
/// What stays unexplained however well the reader is known.
const RESIDUAL_SPREAD: f64 = 0.10;

/// What a speaker's accepted takes say about their reading rate; new for each speaker and locale.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SpeakerRate {
    /// Logarithms of the time said over the time expected of an unknown reader, sorted.
    ratios: Vec<f64>,
}

impl SpeakerRate {
    /// Creates a speaker of whom nothing is known.
    pub fn new() -> Self {
        Self::default()
    }

    /// Returns how many takes it has learnt from.
    pub fn takes(&self) -> usize {
        self.ratios.len()
    }

    /// Learns from an accepted take; takes without a measured reading time or with too short a text teach nothing.
    pub fn observe(&mut self, measured: &Measurements, text: &str) {
        let letters = effective_letters(text);
        let Some(said_s) = measured.said_s.filter(|&said| said > 0.0) else { return };
        if letters >= MIN_LETTERS {
            let ratio = libm::log(said_s / expected_s(letters));
            let at = self.ratios.partition_point(|&known| known < ratio);
            self.ratios.insert(at, ratio);
        }
    }

    /// Returns how far the logarithm of the expected time moves, and the spread that is left.
    fn knowledge(&self, prior: f64) -> (f64, f64) {
        let count = self.ratios.len();
        if count == 0 {
            return (0.0, prior);
        }
        let median = f64::midpoint(self.ratios[(count - 1) / 2], self.ratios[count / 2]);
        let (takes, prior, take) = (count as f64, prior * prior, TAKE_SPREAD * TAKE_SPREAD);
        let known = takes * prior / (take + takes * prior);
        (known * median, libm::sqrt(prior * take / (take + takes * prior)))
    }
}

/// Fills `dur_ratio`, `read_z` and `read_spread` from the text; `said_s` and `span_s` must have been measured.
///
/// Texts of fewer than 8 effective letters, and other scripts than Latin, Cyrillic, Greek, Armenian and Georgian
/// before the speaker's first accepted take, give no value and a reason.
pub fn apply(measured: &mut Measurements, text: &str, locale: &Locale, speaker: &SpeakerRate) {
    (measured.dur_ratio, measured.read_z, measured.read_spread) = (None, None, None);
    let letters = effective_letters(text);
    let alphabet = is_alphabet(text, locale);
    let reason = if letters < MIN_LETTERS {
        Some("the text is too short to judge its reading time")
    } else if !alphabet && speaker.takes() == 0 {
        Some("the reading rate of this script is learnt from the speaker's first accepted take")
    } else {
        None
    };
    let (Some(said_s), Some(span_s), None) = (measured.said_s, measured.span_s, reason) else {
        // Not all that has no time said has no speech: the take may be too long to look for any.
        let of_time = measured.unmeasured.get("said_s").map_or("no speech was found", String::as_str);
        let reason = reason.unwrap_or(of_time).to_owned();
        for metric in ["dur_ratio", "read_z"] {
            measured.unmeasured.insert(metric.to_owned(), reason.clone());
        }
        return;
    };
    for metric in ["dur_ratio", "read_z"] {
        measured.unmeasured.remove(metric);
    }
    let (shift, spread) = speaker.knowledge(if alphabet { PRIOR_SPREAD } else { PRIOR_SPREAD_OTHER });
    let expected_s = expected_s(letters) * libm::exp(shift);
    let deviation =
        libm::sqrt(spread * spread + RESIDUAL_SPREAD * RESIDUAL_SPREAD + (1.2 / letters) * (1.2 / letters));
    measured.dur_ratio = Some(rounded(span_s / expected_s, 4));
    measured.read_z = Some(rounded(libm::log(said_s / expected_s) / deviation, 3));
    measured.read_spread = Some(rounded(spread, 4));
}

/// From this on an unknown reader has taken so long that the text may have been read twice: even one who reads 1.8
/// times as fast as usual, and reads twice, does.
const LONG_Z: f64 = 0.5;

/// Fills `twice` where the take is long for the text, whoever reads; what the speaker is known for is judged later.
///
/// Where even the usual rate of a script is not known, every take may be long.
pub fn hear_twice(measured: &mut Measurements, grid: &FrameGrid, text: &str, locale: &Locale) {
    let mut unknown =
        Measurements { said_s: measured.said_s, span_s: measured.span_s, ..Measurements::default() };
    apply(&mut unknown, text, locale, &SpeakerRate::new());
    let is_long = unknown.read_z.map_or(!is_alphabet(text, locale), |z| z > LONG_Z);
    let is_heard = is_long && effective_letters(text) >= MIN_LETTERS;
    measured.twice = if is_heard { grid.twice().map(|ratio| rounded(ratio, 4)) } else { None };
}

/// Returns how long an unknown reader takes for the text, in milliseconds, and whether it has places inside to pause at.
pub fn expected_ms(text: &str) -> (u64, bool) {
    let ms = (1000.0 * expected_s(effective_letters(text))).round() as u64;
    let words = without_brackets(text);
    let words = words.trim().trim_end_matches(|c: char| !c.is_alphanumeric());
    let is_pause = |c: char| ",;:.!?…—–،؛؟۔।॥、。，；：！？".contains(c);
    (ms, words.contains(is_pause))
}

/// Returns how fast the text was read, in letters a second of the time said; `None` for texts of fewer than 8
/// effective letters and without a measured reading time.
pub fn letters_per_s(measured: &Measurements, text: &str) -> Option<f64> {
    let letters = effective_letters(text);
    let said_s = measured.said_s.filter(|&said| said > 0.0 && letters >= MIN_LETTERS)?;
    Some(letters / said_s)
}

fn expected_s(letters: f64) -> f64 {
    BASE_S + letters / LETTERS_PER_S
}

/// Counts letters by the time they take: text in round brackets is a hint and not read; digits and symbols are
/// words (5), a single capital is its name (3), capitals in a mixed text are spelled (3.5 each); a Han sign
/// counts 3, Hangul 2.5 and kana 2.
///
/// The weights of Han, Hangul and kana are judgement (5, 6 and 8 signs a second); a learnt rate absorbs them.
fn effective_letters(text: &str) -> f64 {
    let shouted = !text.chars().any(char::is_lowercase);
    let text = without_brackets(text);
    let mut total = 0.0;
    let mut word = String::new();
    for c in text.chars().chain(std::iter::once(' ')) {
        if c.is_alphanumeric() {
            word.push(c);
            continue;
        }
        total += word_letters(&word, shouted);
        word.clear();
        if "#*@&%+=/$".contains(c) {
            total += 5.0;
        }
    }
    total
}

fn word_letters(word: &str, shouted: bool) -> f64 {
    let length = word.chars().count();
    let capitals = word.chars().any(char::is_uppercase) && !word.chars().any(char::is_lowercase);
    if length > 0 && word.chars().all(char::is_numeric) {
        5.0 * length as f64
    } else if length == 1 && capitals {
        3.0
    } else if (2..=5).contains(&length) && capitals && !shouted {
        3.5 * length as f64
    } else {
        word.chars().map(sign_weight).sum()
    }
}

fn sign_weight(c: char) -> f64 {
    match c {
        '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}' => 3.0,
        '\u{ac00}'..='\u{d7a3}' => 2.5,
        '\u{3041}'..='\u{30ff}' => 2.0,
        _ => 1.0,
    }
}

/// Drops `(…)` without nesting, as far as a bracket is closed.
fn without_brackets(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(open) = rest.find('(') {
        let Some(close) = rest[open..].find(')') else { break };
        kept.push_str(&rest[..open]);
        kept.push(' ');
        rest = &rest[open + close + 1..];
    }
    kept.push_str(rest);
    kept
}

/// Languages that read even Latin letters by their own syllables.
const SYLLABIC: [&str; 4] = ["ja", "ko", "yue", "zh"];

/// Says whether most letters belong to a script of single sounds whose rate was measured or is like one that was.
fn is_alphabet(text: &str, locale: &Locale) -> bool {
    if SYLLABIC.contains(&locale.language()) {
        return false;
    }
    let (mut alphabet, mut other) = (0usize, 0usize);
    for c in text.chars().filter(|c| c.is_alphabetic()) {
        match c {
            '\0'..='\u{58f}'
            | '\u{10a0}'..='\u{10ff}'
            | '\u{1e00}'..='\u{1fff}'
            | '\u{2c60}'..='\u{2c7f}' => {
                alphabet += 1;
            }
            _ => other += 1,
        }
    }
    alphabet >= other
}

#[cfg(test)]
mod tests {
    use super::*;

    fn locale(tag: &str) -> Locale {
        tag.parse().unwrap()
    }

    fn take(said_s: f64) -> Measurements {
        Measurements { said_s: Some(said_s), span_s: Some(said_s), ..Measurements::default() }
    }

    #[test]
    fn letters_agree_with_the_reference_script() {
        // Oracle: letters() of the numpy reference.
        for (text, letters) in [
            ("Please try again.", 14.0),
            ("set an alarm for 7 o'clock", 24.0),
            ("Press # or 12", 17.0 + 5.0),
            ("The BBC (loudly) said A", 3.0 + 10.5 + 4.0 + 3.0),
            ("STOP NOW", 7.0),
            ("IAX (note: does not say \"2\")", 10.5),
            ("Réveille-moi à 8 h", 8.0 + 3.0 + 1.0 + 5.0 + 1.0),
        ] {
            assert_eq!(effective_letters(text), letters, "{text}");
        }
    }

    #[test]
    fn an_unknown_reader_is_judged_by_the_prior() {
        // z = ln(said/expected) / sqrt(.16^2 + .10^2 + (1.2/N)^2), by hand for N = 32: expected 2.3 s.
        let text = "a".repeat(32);
        let mut measured = take(1.15);
        apply(&mut measured, &text, &locale("en-US"), &SpeakerRate::new());
        let z = -(2.0f64.ln()) / (0.0256f64 + 0.01 + 0.0375 * 0.0375).sqrt();
        assert!((measured.read_z.unwrap() - z).abs() < 0.001, "{measured:?}");
        assert_eq!(measured.dur_ratio, Some(0.5));
        assert_eq!(measured.read_spread, Some(0.16));
    }

    #[test]
    fn a_speaker_is_learnt_from_accepted_takes() {
        // S falls to .10 after one take, .064 after three, .037 after ten (tabled with the rule).
        let text = "a".repeat(32);
        let mut speaker = SpeakerRate::new();
        for (takes, spread) in [(1, 0.0960), (3, 0.0636), (10, 0.0369)] {
            while speaker.takes() < takes {
                speaker.observe(&take(3.45), &text);
            }
            let mut measured = take(3.45);
            apply(&mut measured, &text, &locale("en-US"), &speaker);
            assert!((measured.read_spread.unwrap() - spread).abs() < 1e-4, "{takes}: {measured:?}");
        }
        let mut slow = take(3.45);
        apply(&mut slow, &text, &locale("en-US"), &speaker);
        assert!(slow.read_z.unwrap().abs() < 0.3, "{slow:?}");
    }

    #[test]
    fn other_scripts_wait_for_a_first_take_and_short_texts_are_not_judged() {
        let text = "明日の朝七時に起こしてください";
        let mut measured = take(2.5);
        apply(&mut measured, text, &locale("ja-JP"), &SpeakerRate::new());
        assert_eq!(measured.read_z, None);
        assert!(measured.unmeasured["read_z"].contains("first accepted take"));
        let mut speaker = SpeakerRate::new();
        speaker.observe(&measured, text);
        apply(&mut measured, text, &locale("ja-JP"), &speaker);
        assert!(measured.read_z.is_some() && !measured.unmeasured.contains_key("read_z"));
        apply(&mut measured, "oui", &locale("fr-FR"), &speaker);
        assert!(measured.read_z.is_none() && measured.unmeasured.contains_key("read_z"));
    }
}
