//! The reader of `sheet.toml`: every fault with its line and column, not only the first.

use super::limits;
use super::lints::{self, Findings, piece, sentence};
use super::model::{Controller, DealTerms, MediaTerms, SheetDefaults, SheetHead};
use crate::ids::{Locale, PromptId};
use crate::severity::Severity;
use crate::tables::{Key, Places, Value, in_order, integer, kind};
use crate::text::char_faults;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::str::FromStr;
use toml::de::DeTable;

/// The greatest size of a `sheet.toml` that is read, in bytes.
pub(super) const MAX_BYTES: usize = 256 * 1024;
/// How many of the errors of a file that is not TOML are told.
const MAX_SYNTAX: usize = 100;

/// A head that was read, with what later checks need.
pub(super) struct Head {
    /// The whole head, when nothing in it is refused.
    pub sound: Option<SheetHead>,
    /// The limits, as far as they could be read.
    pub defaults: SheetDefaults,
    /// The sheet's id with its place, when it could be read.
    pub id: Option<(String, (u64, u64))>,
    /// Where the instructions of each locale stand, when the table could be read.
    pub instructions: Option<BTreeMap<Locale, (u64, u64)>>,
}

/// Reads the bytes of a `sheet.toml`; adds a finding for everything that is wrong, and goes on.
pub(super) fn read(bytes: &[u8], findings: &mut Findings<'_>) -> Head {
    let mut read = Head { sound: None, defaults: SheetDefaults::default(), id: None, instructions: None };
    if bytes.len() > MAX_BYTES {
        findings.add(&lints::FILE_TOO_LARGE, 1, 1, format!("the file has more than {MAX_BYTES} bytes"));
        return read;
    }
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let good = String::from_utf8_lossy(&bytes[..error.valid_up_to()]);
            let (line, column) = Places::new(&good).of(good.len());
            let byte = bytes[error.valid_up_to()];
            findings.add(&lints::NOT_UTF8, line, column, format!("the byte 0x{byte:02x} is not UTF-8 here"));
            return read;
        }
    };
    let marked = text.starts_with('\u{feff}');
    if marked {
        findings.add(&lints::BYTE_ORDER_MARK, 1, 1, "the file begins with a byte order mark");
    }
    let text = text.trim_start_matches('\u{feff}');
    let before = findings.list.len();
    let (table, errors) = DeTable::parse_recoverable(text);
    let places = Places::new(text);
    let start = |error: &toml::de::Error| error.span().map_or(0, |span| span.start);
    // What stands on a line that is not TOML is a guess.
    let broken: BTreeSet<usize> = errors.iter().map(|error| places.line(start(error))).collect();
    let told: Vec<_> =
        errors.iter().take(MAX_SYNTAX).map(|error| (places.of(start(error)), error.message())).collect();
    let (sound, rest) = Reader { places, findings, sound: broken.is_empty() }.head(table.get_ref());
    let mut index = 0;
    findings.list.retain(|finding| {
        index += 1;
        index <= before || !broken.contains(&(finding.line as usize))
    });
    for ((line, column), message) in told {
        findings.add(&lints::TOML_SYNTAX, line, column, sentence(message.trim()));
    }
    read.defaults = rest.defaults;
    if broken.is_empty() {
        read.id = rest.id;
        read.instructions = rest.instructions;
    }
    let refused =
        marked || findings.list[before..].iter().any(|finding| finding.severity == Severity::Reject);
    Head { sound: sound.filter(|_| !refused), ..read }
}

/// Says what is wrong with a text.
type Fault = fn(&str) -> Option<String>;

struct Rest {
    defaults: SheetDefaults,
    id: Option<(String, (u64, u64))>,
    instructions: Option<BTreeMap<Locale, (u64, u64)>>,
}

struct Reader<'t, 'f, 'p> {
    places: Places<'t>,
    findings: &'f mut Findings<'p>,
    sound: bool,
}

impl Reader<'_, '_, '_> {
    fn head(&mut self, table: &DeTable<'_>) -> (Option<SheetHead>, Rest) {
        let (mut id, mut version, mut title, mut licence, mut source) = (None, None, None, None, None);
        let (mut controller, mut media, mut deal, mut mends) = (None, None, None, None);
        let (mut titles, mut instructions) = (BTreeMap::new(), BTreeMap::new());
        let mut policy = BTreeMap::new();
        let mut sample = Some(false);
        let mut rest =
            Rest { defaults: SheetDefaults::default(), id: None, instructions: Some(BTreeMap::new()) };
        for (key, value) in in_order(table) {
            match key.get_ref().as_ref() {
                "id" => {
                    id = self.parsed(key, value);
                    rest.id =
                        value.get_ref().as_str().map(|text| (text.to_owned(), self.place(&value.span())));
                }
                "version" => version = self.checked(key, value, version_fault),
                "title" => title = self.checked(key, value, line_fault),
                "licence" => licence = self.checked(key, value, licence_fault),
                "source" => source = self.checked(key, value, line_fault),
                "sample" => sample = self.flag(key, value),
                "controller" => controller = self.controller(key, value),
                "media" => media = self.media(key, value),
                "defaults" => rest.defaults = self.defaults(key, value),
                "deal" => deal = self.deal(key, value),
                "titles" => drop(self.by_locale(key, value, &mut titles)),
                "instructions" => {
                    let places = self.by_locale(key, value, &mut instructions);
                    rest.instructions = places;
                }
                "mended" => mends = Some((key, value)),
                "policy" => policy = self.policy(key, value),
                name => self.unknown(key, name),
            }
        }
        // Wherever it stands, it is held to the version.
        let mended =
            mends.map(|(key, value)| self.mended(key, value, version.as_deref())).unwrap_or_default();
        for (name, there) in [
            ("id", table.contains_key("id")),
            ("version", table.contains_key("version")),
            ("title", table.contains_key("title")),
            ("licence", table.contains_key("licence")),
            ("source", table.contains_key("source")),
        ] {
            if !there && self.sound {
                self.findings.add(&lints::MISSING_FIELD, 1, 1, format!("there is no field `{name}`"));
            }
        }
        if !table.contains_key("controller") && sample == Some(false) && self.sound {
            self.findings.add(&lints::NO_CONTACT, 1, 1, "there is no table `controller`");
        }
        let head = (|| {
            Some(SheetHead {
                id: id?,
                version: version?,
                title: title?,
                licence: licence?,
                source: source?,
                sample: sample?,
                controller,
                media,
                defaults: rest.defaults.clone(),
                deal,
                titles,
                instructions,
                mended,
                policy,
            })
        })();
        (head, rest)
    }

    fn place(&self, span: &Range<usize>) -> (u64, u64) {
        self.places.of(span.start)
    }

    fn bad(&mut self, span: &Range<usize>, message: impl Into<String>) {
        let (line, column) = self.place(span);
        self.findings.add(&lints::BAD_FIELD, line, column, message);
    }

    fn unknown(&mut self, key: &Key<'_>, name: &str) {
        let (line, column) = self.place(&key.span());
        self.findings.add(
            &lints::UNKNOWN_FIELD,
            line,
            column,
            format!("there is no field `{}`", piece(name)),
        );
    }

    /// Reads a string in which `fault` finds nothing.
    fn checked(&mut self, key: &Key<'_>, value: &Value<'_>, fault: Fault) -> Option<String> {
        let name = piece(key.get_ref());
        let Some(text) = value.get_ref().as_str() else {
            self.bad(&value.span(), format!("`{name}` is {}; it must be a string", kind(value)));
            return None;
        };
        if let Some(fault) = fault(text) {
            self.bad(&value.span(), format!("`{name}` is `{}`: {fault}", piece(text)));
            return None;
        }
        Some(text.to_owned())
    }

    fn flag(&mut self, key: &Key<'_>, value: &Value<'_>) -> Option<bool> {
        let flag = value.get_ref().as_bool();
        if flag.is_none() {
            let message = format!("`{}` is {}; it must be true or false", piece(key.get_ref()), kind(value));
            self.bad(&value.span(), message);
        }
        flag
    }

    /// Reads a string that becomes a checked type.
    fn parsed<T: FromStr<Err = crate::Error>>(&mut self, key: &Key<'_>, value: &Value<'_>) -> Option<T> {
        let Some(text) = value.get_ref().as_str() else {
            let message = format!("`{}` is {}; it must be a string", piece(key.get_ref()), kind(value));
            self.bad(&value.span(), message);
            return None;
        };
        match text.parse() {
            Ok(parsed) => Some(parsed),
            Err(error) => {
                self.bad(&value.span(), sentence(error.message()));
                None
            }
        }
    }

    fn table<'v, 'i>(&mut self, key: &Key<'_>, value: &'v Value<'i>) -> Option<&'v DeTable<'i>> {
        let table = value.get_ref().as_table();
        if table.is_none() {
            let message = format!("`{}` is {}; it must be a table", piece(key.get_ref()), kind(value));
            self.bad(&value.span(), message);
        }
        table
    }

    fn controller(&mut self, key: &Key<'_>, value: &Value<'_>) -> Option<Controller> {
        let [name, contact] = self.fields(key, value, [("name", line_fault), ("contact", line_fault)])?;
        Some(Controller { name, contact })
    }

    fn media(&mut self, key: &Key<'_>, value: &Value<'_>) -> Option<MediaTerms> {
        let [licence, source] =
            self.fields(key, value, [("licence", licence_fault), ("source", line_fault)])?;
        Some(MediaTerms { licence, source })
    }

    /// Reads a table of strings, each of which must be there.
    fn fields<const N: usize>(
        &mut self,
        key: &Key<'_>,
        value: &Value<'_>,
        wanted: [(&str, Fault); N],
    ) -> Option<[String; N]> {
        let table = self.table(key, value)?;
        let mut found = [const { None }; N];
        for (key, value) in in_order(table) {
            let name = key.get_ref().as_ref();
            match wanted.iter().position(|(wanted, _)| *wanted == name) {
                Some(at) => found[at] = self.checked(key, value, wanted[at].1),
                None => self.unknown(key, name),
            }
        }
        for (field, _) in wanted {
            if !table.contains_key(field) {
                let (line, column) = self.place(&key.span());
                let message = format!("`{}` has no field `{field}`", piece(key.get_ref()));
                self.findings.add(&lints::MISSING_FIELD, line, column, message);
            }
        }
        let whole: Option<Vec<String>> = found.into_iter().collect();
        whole.and_then(|whole| whole.try_into().ok())
    }

    fn defaults(&mut self, key: &Key<'_>, value: &Value<'_>) -> SheetDefaults {
        let mut defaults = SheetDefaults::default();
        let Some(table) = self.table(key, value) else { return defaults };
        for (key, value) in in_order(table) {
            let limit = match key.get_ref().as_ref() {
                "min_words" => &mut defaults.min_words,
                "max_words" => &mut defaults.max_words,
                "min_characters" => &mut defaults.min_characters,
                "max_characters" => &mut defaults.max_characters,
                other => {
                    self.unknown(key, other);
                    continue;
                }
            };
            if let Some(number) = integer(value).filter(|number| (1..=1000).contains(number)) {
                *limit = number as u32;
            } else {
                let message = format!("`{}` must be a whole number from 1 to 1000", key.get_ref());
                self.bad(&value.span(), message);
            }
        }
        for (what, min, max) in [
            ("words", &mut defaults.min_words, &mut defaults.max_words),
            ("characters", &mut defaults.min_characters, &mut defaults.max_characters),
        ] {
            if *min > *max {
                self.bad(&key.span(), format!("`min_{what}` is {min}, more than `max_{what}`, {max}"));
                std::mem::swap(min, max);
            }
        }
        defaults
    }

    fn deal(&mut self, key: &Key<'_>, value: &Value<'_>) -> Option<DealTerms> {
        let mut deal = DealTerms::default();
        for (key, value) in in_order(self.table(key, value)?) {
            let (field, range) = match key.get_ref().as_ref() {
                "readings" => (&mut deal.readings, 1..=1000),
                "eval_percent" => (&mut deal.eval_percent, 0..=100),
                other => {
                    self.unknown(key, other);
                    continue;
                }
            };
            if let Some(number) = integer(value).filter(|number| range.contains(number)) {
                *field = number as u32;
            } else {
                let (name, least, most) = (key.get_ref(), range.start(), range.end());
                let message = format!("`{name}` must be a whole number from {least} to {most}");
                self.bad(&value.span(), message);
            }
        }
        Some(deal)
    }

    /// Reads a table of texts by locale, and returns where each stands.
    fn by_locale(
        &mut self,
        key: &Key<'_>,
        value: &Value<'_>,
        out: &mut BTreeMap<Locale, String>,
    ) -> Option<BTreeMap<Locale, (u64, u64)>> {
        let table = self.table(key, value)?;
        let mut places = BTreeMap::new();
        for (key, value) in in_order(table) {
            match key.get_ref().parse::<Locale>() {
                Ok(locale) if locale.as_str() == key.get_ref().as_ref() => {
                    places.insert(locale.clone(), self.place(&key.span()));
                    if let Some(text) = self.checked(key, value, line_fault) {
                        out.insert(locale, text);
                    }
                }
                Ok(locale) => {
                    let message = format!("write the locale `{}` as `{locale}`", piece(key.get_ref()));
                    self.bad(&key.span(), message);
                }
                Err(error) => self.bad(&key.span(), sentence(error.message())),
            }
        }
        Some(places)
    }

    /// Reads what versions mended; none can be newer than the sheet itself, whose version is `newest`.
    fn mended(
        &mut self,
        key: &Key<'_>,
        value: &Value<'_>,
        newest: Option<&str>,
    ) -> BTreeMap<String, BTreeMap<PromptId, String>> {
        let mut mended = BTreeMap::new();
        let Some(table) = self.table(key, value) else { return mended };
        for (key, value) in in_order(table) {
            let version = key.get_ref().as_ref();
            if let Some(fault) = version_fault(version) {
                self.bad(&key.span(), format!("`mended` has `{}`: {fault}", piece(version)));
            } else if let Some(newest) = newest.filter(|newest| version_key(newest) < version_key(version)) {
                let message = format!("`mended` has {version}, and the sheet is no newer than {newest}");
                self.bad(&key.span(), message);
            }
            let Some(table) = self.table(key, value) else { continue };
            let mut prompts = BTreeMap::new();
            for (key, value) in in_order(table) {
                let text = self.checked(key, value, line_fault);
                match key.get_ref().parse::<PromptId>() {
                    Ok(prompt) => drop(text.and_then(|text| prompts.insert(prompt, text))),
                    Err(error) => self.bad(&key.span(), sentence(error.message())),
                }
            }
            mended.insert(version.to_owned(), prompts);
        }
        mended
    }

    fn policy(&mut self, key: &Key<'_>, value: &Value<'_>) -> BTreeMap<String, BTreeMap<String, f64>> {
        let Some(table) = self.table(key, value) else { return BTreeMap::new() };
        limits::read(table, &mut |span, message| self.bad(&span, message))
    }
}

/// Says why a text cannot be one line of words.
pub(crate) fn line_fault(text: &str) -> Option<String> {
    if !text.chars().any(char::is_alphanumeric) {
        return Some("it has no words".to_owned());
    }
    char_faults(text).first().map(|found| {
        format!("it has {} at character {}", super::wording::describe(found.fault), found.at + 1)
    })
}

/// Semantic Versioning 2.0.0, clause 2, with at most nine digits a number.
pub fn version_fault(text: &str) -> Option<String> {
    let number = |part: &str| {
        (1..=9).contains(&part.len())
            && part.bytes().all(|byte| byte.is_ascii_digit())
            && (part == "0" || !part.starts_with('0'))
    };
    let parts: Vec<&str> = text.split('.').collect();
    let good = parts.len() == 3 && parts.iter().all(|part| number(part));
    (!good).then(|| "write a version as MAJOR.MINOR.PATCH, for example 1.0.0".to_owned())
}

/// Returns the numbers of a version, by which versions are older and newer; none for what is no version.
pub fn version_key(text: &str) -> Option<[u32; 3]> {
    let mut numbers = text.split('.').map(|part| part.parse().ok());
    let key = [numbers.next()??, numbers.next()??, numbers.next()??];
    version_fault(text).is_none().then_some(key)
}

/// The form of an SPDX licence expression (SPDX 2.3, annex D), by its words alone.
fn licence_fault(text: &str) -> Option<String> {
    let word = |word: &str| {
        let id = word.trim_matches(['(', ')']).trim_end_matches('+');
        !id.is_empty()
            && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b':'))
    };
    let words: Vec<&str> = text.split(' ').collect();
    let operator = |word: &str| matches!(word, "AND" | "OR" | "WITH");
    let good = words.len() % 2 == 1
        && words.iter().enumerate().all(|(at, &text)| word(text) && operator(text) == (at % 2 == 1))
        && text.matches('(').count() == text.matches(')').count();
    if !good {
        return Some("write an SPDX licence id, for example CC0-1.0 or CC-BY-4.0".to_owned());
    }
    let versionless = words.iter().find(|word| {
        word.starts_with("CC") && !word.ends_with(|c: char| c == ')' || c.is_ascii_digit()) || **word == "CC0"
    });
    versionless.map(|word| format!("`{word}` names no version; write for example CC0-1.0 or CC-BY-4.0"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    const GOOD: &str =
        "id = \"demo\"\nversion = \"1.0.0\"\ntitle = \"Démo\"\nlicence = \"CC0-1.0\"\nsource = \"us\"\n";

    fn faults(text: &str) -> Vec<(&'static str, u64, u64)> {
        let mut findings = Findings::new(Path::new("sheet.toml"));
        let head = read(text.as_bytes(), &mut findings);
        let refused = findings.list.iter().any(|finding| finding.severity == Severity::Reject);
        assert_eq!(head.sound.is_none(), refused, "{text}");
        findings.list.retain(|finding| finding.id != "no-contact");
        findings.list.iter().map(|finding| (finding.id, finding.line, finding.column)).collect()
    }

    #[test]
    fn a_whole_head_is_read_as_serde_reads_it() {
        let text = format!(
            "{GOOD}[controller]\nname = \"A\"\ncontact = \"a@b.example\"\n[defaults]\nmax_words = 14\n\
             [instructions]\nfr-FR = \"Lisez.\"\n[policy.noisy]\nwarn_db = 7\nreject_db = 0.5\n\
             [mended.\"1.0.0\"]\nlight-on = \"nobody says so\"\n[mended.\"0.10.0\"]\nlight-on = \"a typo\"\n"
        );
        let mut findings = Findings::new(Path::new("sheet.toml"));
        let head = read(text.as_bytes(), &mut findings);
        assert_eq!(findings.list, []);
        assert_eq!(head.sound.unwrap(), toml::from_str::<SheetHead>(&text).unwrap());
    }

    #[test]
    fn every_fault_is_found_at_its_place() {
        assert_eq!(faults(GOOD), []);
        assert_eq!(faults(""), [("missing-field", 1, 1); 5]);
        for (line, expected) in [
            ("tpyo = 1", vec![("unknown-field", 6, 1)]),
            ("[defaults]\nmin_word = 1", vec![("unknown-field", 7, 1)]),
            ("[defaults]\nmin_words = 0", vec![("bad-field", 7, 13)]),
            ("[defaults]\nmin_words = 30", vec![("bad-field", 6, 2)]),
            ("[instructions]\nfr_FR = \"Lisez.\"", vec![("bad-field", 7, 1)]),
            ("[instructions]\nfr-fr = \"Lisez.\"", vec![("bad-field", 7, 1)]),
            ("[instructions]\nfr-FR = \"a\\u202eb\"", vec![("bad-field", 7, 9)]),
            ("[controller]\nname = 1", vec![("bad-field", 7, 8), ("missing-field", 6, 2)]),
            ("[policy.noisy]\nwarn_db = nan", vec![("bad-field", 7, 11)]),
            ("[policy.noisy]\nenabled = 7", vec![("bad-field", 7, 11)]),
            ("[policy.take-long]\nenabled = 0", vec![("bad-field", 7, 11)]),
            ("[policy.take-long]\nreject_s = 3601", vec![("bad-field", 7, 12)]),
            ("[policy.noisy]\nwarn_db = \"low\"", vec![("bad-field", 7, 11)]),
            ("[policy.noisy]\nnonsense = 1\nenabled = 0", vec![("bad-field", 7, 1)]),
            ("[policy.\"../x\"]\nwarn_db = 1", vec![("bad-field", 6, 9)]),
            ("mended = 1", vec![("bad-field", 6, 10)]),
            ("[mended.\"1.0\"]\na = \"b\"", vec![("bad-field", 6, 9)]),
            ("[mended.\"1.0.1\"]\na = \"b\"", vec![("bad-field", 6, 9)]),
            ("[mended.\"0.9.10\"]\nA = \"b\"", vec![("bad-field", 7, 1)]),
            ("[mended.\"1.0.0\"]\na = \"\"\nb = 1", vec![("bad-field", 7, 5), ("bad-field", 8, 5)]),
            ("mended.\"1.0.0\" = 1", vec![("bad-field", 6, 18)]),
            ("policy = 1", vec![("bad-field", 6, 10)]),
        ] {
            assert_eq!(faults(&format!("{GOOD}{line}\n")), expected, "{line}");
        }
        assert_eq!(faults(&GOOD.replace("1.0.0", "1.0")), [("bad-field", 2, 11)]);
        // 1.10.0 is newer than 1.9.0, and stands before the version that it is held to.
        let mended =
            |version: &str| format!("mended.\"1.10.0\".a = \"b\"\n{}", GOOD.replace("1.0.0", version));
        assert_eq!(faults(&mended("1.10.0")), []);
        assert_eq!(faults(&mended("2.0.0")), []);
        assert_eq!(faults(&mended("1.9.0")), [("bad-field", 1, 8)]);
        assert!(version_key("1.10.0") > version_key("1.9.9") && version_key("1.2") == version_key("01.0.0"));
        assert_eq!(faults(&GOOD.replace("CC0-1.0", "public domain")), [("bad-field", 4, 11)]);
        assert_eq!(faults(&GOOD.replace("CC0-1.0", "CC-BY")), [("bad-field", 4, 11)]);
        assert_eq!(faults(&GOOD.replace("demo", "My Sheet")), [("bad-field", 1, 6)]);
        assert_eq!(faults(&GOOD.replace("CC0-1.0", "(MIT OR Apache-2.0) AND CC-BY-4.0")), []);
        assert_eq!(faults(&format!("\u{feff}{GOOD}")), [("byte-order-mark", 1, 1)]);
    }

    #[test]
    fn broken_toml_says_where_and_the_rest_is_still_read() {
        let found = faults(&format!("{GOOD}[defaults\nmin_words = 0\n"));
        assert!(found.iter().any(|(id, line, _)| *id == "toml-syntax" && *line == 6), "{found:?}");
        let found = faults("id = \"demo\"\nversion = 1.0\ntitle = \n");
        assert!(found.iter().any(|(id, ..)| *id == "bad-field"), "{found:?}");
        assert!(found.iter().all(|(id, ..)| *id != "missing-field"), "{found:?}");
    }
}
