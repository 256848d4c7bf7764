//! What readers of a corpus break on, by target: data. Which characters, digits, words and ids a prompt must do without so that
//! every target which a project wants can take it in, since after the recording it is too late.
//!
//! What no target takes is refused in every sheet: brackets outside of slots, names of splits and other signs in ids, spaces
//! other than U+0020, and characters that show nothing.

use super::model::Slot;
use super::triple;
use crate::error::{Error, ErrorKind, Result};
use crate::severity::Severity;

/// A data format, or a program with a format of its own, that a project wants its corpus to be read by.
#[derive(Debug, PartialEq, Eq)]
pub struct Target {
    /// Its name (`piper`).
    pub name: &'static str,
    rules: &'static [Rule],
}

/// One thing that a target breaks on.
#[derive(Debug, PartialEq, Eq)]
struct Rule {
    severity: Severity,
    when: When,
    /// What becomes of it: goes on a sentence that names what was found.
    why: &'static str,
    /// What to do.
    hint: &'static str,
}

/// When a rule finds something.
#[derive(Debug, PartialEq, Eq)]
enum When {
    /// The text holds one of these characters.
    Holds(&'static [char]),
    /// The text begins with the character.
    Begins(char),
    /// The text has a decimal digit, of any script.
    Digit,
    /// The text has a `%` before two hexadecimal digits.
    PercentCode,
    /// The whole text is one of these.
    Whole(&'static [&'static str]),
    /// A word of the text is one of these.
    Word(&'static [&'static str]),
    /// The text has fewer words, in a script with spaces.
    FewerWords(usize),
    /// The text has more words, in a script with spaces.
    MoreWords(usize),
    /// The words of a slot hold the character.
    SlotHolds(char),
    /// The id is all digits.
    IdOfDigits,
    /// There is no intent.
    NoIntent,
    /// The intent is no triple.
    NoTriple,
    /// The intent does not begin with the domain and `_`.
    IntentBesideDomain,
}

/// A prompt as a target sees it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Seen<'a> {
    pub id: Option<&'a str>,
    /// The text without annotation.
    pub text: &'a str,
    pub slots: &'a [Slot],
    /// Intent and domain; `None` when they could not be read.
    pub intent: Option<(Option<&'a str>, Option<&'a str>)>,
    /// Whether the locale is written with spaces between words.
    pub spaced: bool,
}

/// Where in a prompt a target breaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// At a character of the text, by its index.
    Text(usize),
    Id,
    Intent,
}

/// What a target breaks on in a prompt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct TargetFault {
    pub severity: Severity,
    pub place: Place,
    pub message: String,
    pub hint: &'static str,
}

macro_rules! rules {
    ($($severity:ident $when:expr, $why:literal, $hint:literal;)*) => {
        &[$(Rule { severity: Severity::$severity, when: $when, why: $why, hint: $hint }),*]
    };
}

/// Texts that pandas reads as a missing value.
const MISSING: &[&str] = &[
    "#N/A", "#N/A N/A", "#NA", "-1.#IND", "-1.#QNAN", "-NaN", "-nan", "1.#IND", "1.#QNAN", "<NA>", "N/A",
    "NA", "NULL", "NaN", "None", "n/a", "nan", "null",
];

/// All targets. Where there are no rules, nothing that a sheet may hold is known to break it.
pub const TARGETS: &[Target] = &[
    Target {
        name: "kaldi",
        rules: rules![
            Reject When::Word(&["<s>", "</s>", "#0"]), "which validate_data_dir.sh refuses as a word", "write other words";
        ],
    },
    Target { name: "nemo", rules: &[] },
    Target { name: "nemo-tarred", rules: &[] },
    Target { name: "lhotse", rules: &[] },
    Target { name: "shar", rules: &[] },
    Target { name: "parquet", rules: &[] },
    Target {
        name: "audiofolder",
        rules: rules![
            Warn When::Whole(MISSING), "which is read as a missing value from metadata.csv", "write it in other words";
            Warn When::IdOfDigits, "which is read as a number from metadata.csv, so 0001 becomes 1", "begin the id with a letter";
        ],
    },
    Target { name: "webdataset", rules: &[] },
    Target {
        name: "speechbrain",
        rules: rules![
            Reject When::Holds(&['$']), "which names a variable in a CSV, so that loading stops; there is no way to write it",
                "write it in words";
            Reject When::Holds(&['{', '}']), "which names a variable in a JSON manifest, so that loading stops",
                "write the text without braces";
        ],
    },
    Target {
        name: "piper",
        rules: rules![
            Reject When::Holds(&['|']), "which parts the columns of metadata.csv, so that another text is learned",
                "write the text without it";
            Reject When::Begins('"'), "which metadata.csv takes for the beginning of a quoted cell: it is lost, or the lines after it are",
                "begin with a word, or use the quotation marks of print";
        ],
    },
    Target {
        name: "ljspeech",
        rules: rules![
            Reject When::Holds(&['|']), "which parts the columns of metadata.csv, so that it has too many",
                "write the text without it";
        ],
    },
    Target {
        name: "common-voice",
        rules: rules![
            Reject When::Digit, "and CorporaCreator counts every such sentence as invalid", "write the number in words";
            Reject When::PercentCode, "which CorporaCreator decodes as an address, so that another text stands there",
                "write `percent` in words";
            Warn When::Holds(&['<']), "from which CorporaCreator takes out what looks like HTML", "write it in words";
            Warn When::Begins('"'), "which readers with quoting lose, as NeMo's converter does",
                "begin with a word, or use the quotation marks of print";
            Warn When::FewerWords(3), "and SpeechBrain's recipe drops sentences of fewer than three", "make the sentence longer";
        ],
    },
    Target { name: "mdc", rules: &[] },
    Target {
        name: "mfa",
        rules: rules![
            Warn When::Holds(&['<', '{', '(']), "and a word in such brackets is taken for a noise and not aligned",
                "write the text without brackets";
            Warn When::Digit, "which no pronunciation dictionary has", "write the number in words";
        ],
    },
    Target {
        name: "massive",
        rules: rules![
            Warn When::NoIntent, "so it has no class to learn", "give it an intent such as alarm_set in the column `intent`";
            Warn When::IntentBesideDomain, "while its intents are written scenario_action", "begin the intent with its domain";
        ],
    },
    Target {
        name: "slurp",
        rules: rules![
            Reject When::SlotHolds(':'), "at which the recipes of SpeechBrain and NeMo cut a slot off", "write the slot in words";
            Warn When::Digit, "while the sentences of SLURP have numbers in words", "write the number in words";
            Warn When::NoIntent, "so it has no class to learn", "give it an intent such as alarm_set in the column `intent`";
            Warn When::IntentBesideDomain, "while its intents are written scenario_action", "begin the intent with its domain";
        ],
    },
    Target {
        name: "nemo-slu",
        rules: rules![
            Reject When::SlotHolds(':'), "at which its recipe cuts a slot off", "write the slot in words";
            Warn When::NoIntent, "so it has no class to learn", "give it an intent such as alarm_set in the column `intent`";
        ],
    },
    Target {
        name: "fluent",
        rules: rules![
            Warn When::NoTriple, "while its classes are action, object and location",
                "give it an intent such as activate__lights__kitchen or set__alarm__none";
        ],
    },
    Target {
        name: "speech-commands",
        rules: rules![
            Warn When::MoreWords(3), "and clips of commands are one second long", "keep commands to a word or two";
        ],
    },
    Target { name: "openwakeword", rules: &[] },
];

/// Returns the names of all targets.
pub fn target_names() -> impl Iterator<Item = &'static str> {
    TARGETS.iter().map(|target| target.name)
}

/// Returns the target of a name.
///
/// # Errors
/// [`ErrorKind::Usage`] for another name, with those that there are.
pub fn target_named(name: &str) -> Result<&'static Target> {
    TARGETS.iter().find(|target| target.name == name).ok_or_else(|| {
        let names: Vec<&str> = target_names().collect();
        let given = name.escape_debug();
        Error::new(ErrorKind::Usage, format!("`{given}` is no target; there are {}", names.join(", ")))
    })
}

impl Target {
    /// Returns what the target breaks on in a prompt.
    pub(super) fn faults(&self, seen: Seen<'_>) -> Vec<TargetFault> {
        let found = |rule: &Rule| {
            let (place, what) = rule.when.found(seen)?;
            let message = format!("{}: {what}, {}", self.name, rule.why);
            Some(TargetFault { severity: rule.severity, place, message, hint: rule.hint })
        };
        self.rules.iter().filter_map(found).collect()
    }
}

impl When {
    /// Returns where the rule finds something first, and what.
    fn found(&self, seen: Seen<'_>) -> Option<(Place, String)> {
        let text = seen.text;
        let at = |is_meant: &dyn Fn(char) -> bool| text.chars().enumerate().find(|(_, c)| is_meant(*c));
        let words = || text.split(' ').filter(|word| word.chars().any(char::is_alphanumeric)).count();
        match self {
            Self::Holds(characters) => {
                let (at, found) = at(&|c| characters.contains(&c))?;
                Some((Place::Text(at), format!("the text holds `{found}`")))
            }
            Self::Begins(first) => {
                text.starts_with(*first).then(|| (Place::Text(0), format!("the text begins with `{first}`")))
            }
            Self::Digit => {
                let (at, found) = at(&is_digit)?;
                Some((Place::Text(at), format!("the text has the digit `{found}`")))
            }
            Self::PercentCode => {
                let chars: Vec<char> = text.chars().collect();
                let is_code = |three: &[char]| {
                    three[0] == '%' && three[1].is_ascii_hexdigit() && three[2].is_ascii_hexdigit()
                };
                let at = chars.windows(3).position(is_code)?;
                let code: String = chars[at..at + 3].iter().collect();
                Some((Place::Text(at), format!("the text holds `{code}`")))
            }
            Self::Whole(texts) => {
                texts.contains(&text).then(|| (Place::Text(0), format!("the text is `{text}`")))
            }
            Self::Word(meant) => {
                let mut at = 0;
                for word in text.split(' ') {
                    if meant.contains(&word) {
                        return Some((Place::Text(at), format!("the text holds `{word}`")));
                    }
                    at += word.chars().count() + 1;
                }
                None
            }
            Self::FewerWords(least) => (seen.spaced && words() < *least)
                .then(|| (Place::Text(0), format!("the text has {}", counted(words())))),
            Self::MoreWords(most) => (seen.spaced && words() > *most)
                .then(|| (Place::Text(0), format!("the text has {}", counted(words())))),
            Self::SlotHolds(meant) => seen.slots.iter().find_map(|slot| {
                let at = slot.value.chars().position(|c| c == *meant)?;
                let place = Place::Text(slot.start as usize + at);
                Some((place, format!("the slot `{}` holds `{meant}`", slot.name)))
            }),
            Self::IdOfDigits => {
                let id = seen.id?;
                let is_number = id.bytes().all(|byte| byte.is_ascii_digit());
                is_number.then(|| (Place::Id, format!("the id is `{id}`")))
            }
            Self::NoIntent => {
                let (intent, _) = seen.intent?;
                intent.is_none().then(|| (Place::Intent, "the prompt has no intent".to_owned()))
            }
            Self::NoTriple => {
                let (intent, _) = seen.intent?;
                match intent {
                    None => Some((Place::Intent, "the prompt has no intent".to_owned())),
                    Some(intent) => triple(intent)
                        .is_none()
                        .then(|| (Place::Intent, format!("the intent is `{intent}`, which is no triple"))),
                }
            }
            Self::IntentBesideDomain => {
                let (Some(intent), Some(domain)) = seen.intent? else { return None };
                let begins = intent.strip_prefix(domain).is_some_and(|rest| rest.starts_with('_'));
                (!begins).then(|| {
                    (
                        Place::Intent,
                        format!("the intent `{intent}` does not begin with its domain `{domain}`"),
                    )
                })
            }
        }
    }
}

fn counted(words: usize) -> String {
    crate::numbers::plural(words as u64, "word")
}

/// The zeros of Unicode's category Nd (version 14), each the first of ten digits.
#[rustfmt::skip]
const ZEROS: [u32; 66] = [
    0x30, 0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50, 0xed0, 0xf20, 0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50, 0x1bb0, 0x1c40, 0x1c50, 0xa620, 0xa8d0, 0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0, 0xff10, 0x104a0, 0x10d30, 0x11066, 0x110f0, 0x11136, 0x111d0, 0x112f0, 0x11450, 0x114d0, 0x11650, 0x116c0, 0x11730, 0x118e0, 0x11950, 0x11c50, 0x11d50, 0x11da0, 0x16a60, 0x16ac0, 0x16b50, 0x1d7ce, 0x1d7d8, 0x1d7e2, 0x1d7ec, 0x1d7f6, 0x1e140, 0x1e2f0, 0x1e950, 0x1fbf0,
];

/// Says whether a character is what `\d` of Python's expressions finds: a decimal digit of any script.
fn is_digit(c: char) -> bool {
    ZEROS.iter().any(|&zero| (zero..zero + 10).contains(&u32::from(c)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(text: &str) -> Seen<'_> {
        Seen {
            id: Some("a"),
            text,
            slots: &[],
            intent: Some((Some("alarm_set"), Some("alarm"))),
            spaced: true,
        }
    }

    fn faults(target: &str, seen: Seen<'_>) -> Vec<(Severity, Place)> {
        let faults = target_named(target).unwrap().faults(seen);
        assert!(faults.iter().all(|fault| fault.message.starts_with(&format!("{target}: "))), "{faults:?}");
        faults.into_iter().map(|fault| (fault.severity, fault.place)).collect()
    }

    #[test]
    fn each_rule_finds_its_text_at_its_place_and_no_other() {
        let reject = |at| vec![(Severity::Reject, Place::Text(at))];
        let warn = |at| vec![(Severity::Warn, Place::Text(at))];
        for (target, text, found) in [
            ("kaldi", "say <s> now", reject(4)),
            ("kaldi", "say <sound> now", vec![]),
            ("speechbrain", "it is $5 now", reject(6)),
            ("speechbrain", "a {b} c", reject(2)),
            ("piper", "a | b", reject(2)),
            ("piper", "\"no\" she said", reject(0)),
            ("piper", "she said \"no\" twice", vec![]),
            ("ljspeech", "\"no\" she said", vec![]),
            ("ljspeech", "é|b", reject(1)),
            ("common-voice", "wake me at 5 today", reject(11)),
            ("common-voice", "मुझे ५ बजे जगाओ", reject(5)),
            ("common-voice", "half is ½ of it", vec![]),
            ("common-voice", "it is %ab or so", reject(6)),
            ("common-voice", "it is 5% or so", reject(6)),
            ("common-voice", "next song", warn(0)),
            ("mfa", "a cat (loud) here", warn(6)),
            ("audiofolder", "null", warn(0)),
            ("audiofolder", "null and void", vec![]),
            ("speech-commands", "turn on the light", warn(0)),
            ("speech-commands", "hey cortana", vec![]),
            ("nemo", "any {text} | of $5", vec![]),
        ] {
            assert_eq!(faults(target, seen(text)), found, "{target}: {text}");
        }
        assert_eq!(faults("common-voice", Seen { spaced: false, ..seen("次の曲") }), []);
    }

    #[test]
    fn slots_ids_and_intents_are_looked_at_where_they_stand() {
        let slot = Slot { name: "time".to_owned(), value: "5:30".to_owned(), start: 3, end: 7 };
        let with_slot = Seen { slots: std::slice::from_ref(&slot), ..seen("at 5:30") };
        assert_eq!(faults("nemo-slu", with_slot), [(Severity::Reject, Place::Text(4))]);
        let digits = Seen { id: Some("0001"), ..seen("wake me") };
        assert_eq!(faults("audiofolder", digits), [(Severity::Warn, Place::Id)]);
        for (intent, found) in
            [((None, None), 1), ((Some("set"), Some("alarm")), 1), ((Some("set"), None), 0)]
        {
            let seen = Seen { intent: Some(intent), ..seen("wake me") };
            assert_eq!(faults("massive", seen).len(), found, "{intent:?}");
        }
        assert_eq!(faults("massive", Seen { intent: None, ..seen("wake me") }), []);
    }

    #[test]
    fn names_are_unique_and_others_are_refused_with_the_list() {
        let mut names: Vec<&str> = target_names().collect();
        let error = target_named("Piper").unwrap_err();
        assert!(error.kind() == ErrorKind::Usage && error.message().contains("piper, ljspeech"), "{error}");
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), TARGETS.len());
    }
}
