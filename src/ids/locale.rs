//! The language that is read, as a tag that is also part of file names.

use super::{SPLIT_WORDS, WINDOWS_DEVICES};
use crate::error::{Error, ErrorKind, Result};
use oxilangtag::LanguageTag;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// What the registry of IANA prefers to its irregular and regular tags of former times; the others have no better form.
const FORMER: [(&str, &str); 21] = [
    ("art-lojban", "jbo"),
    ("en-gb-oed", "en-GB-oxendict"),
    ("i-ami", "ami"),
    ("i-bnn", "bnn"),
    ("i-hak", "hak"),
    ("i-klingon", "tlh"),
    ("i-lux", "lb"),
    ("i-navajo", "nv"),
    ("i-pwn", "pwn"),
    ("i-tao", "tao"),
    ("i-tay", "tay"),
    ("i-tsu", "tsu"),
    ("no-bok", "nb"),
    ("no-nyn", "nn"),
    ("sgn-be-fr", "sfb"),
    ("sgn-be-nl", "vgt"),
    ("sgn-ch-de", "sgg"),
    ("zh-guoyu", "cmn"),
    ("zh-hakka", "hak"),
    ("zh-min-nan", "nan"),
    ("zh-xiang", "hsn"),
];

/// Languages behind which the registry of IANA has others as extensions (`zh-yue`).
const WITH_EXTENDED: [&str; 8] = ["ar", "kok", "lv", "ms", "sgn", "sw", "uz", "zh"];

/// A BCP 47 tag in canonical form: language, and optionally script, region, variants, extensions and parts for private
/// use (`fr-FR`, `zh-Hant-TW`, `rm-sursilv`, `de-DE-u-co-phonebk`, `en-x-scouse`).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Locale(String);

impl Locale {
    /// The greatest length in characters: what RFC 5646 has programs provide for (section 4.4.1).
    pub const MAX: usize = 35;

    /// Returns the tag.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns the language subtag (`fr` of `fr-FR`).
    pub fn language(&self) -> &str {
        self.0.split('-').next().unwrap_or(&self.0)
    }

    /// Returns the script subtag, if there is one (`Hant` of `zh-Hant-TW`).
    pub fn script(&self) -> Option<&str> {
        self.0.split('-').nth(1).filter(|part| !self.is_special() && is_script(part))
    }

    /// Returns the region subtag, if there is one (`TW` of `zh-Hant-TW`).
    pub fn region(&self) -> Option<&str> {
        let mut parts = self.0.split('-').skip(1).skip_while(|part| is_script(part));
        parts.next().filter(|part| {
            let letters = part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_uppercase());
            !self.is_special()
                && (letters || part.len() == 3 && part.bytes().all(|byte| byte.is_ascii_digit()))
        })
    }

    /// Says whether `other`, of the same language, is a variant of it that this is not: `rm-vallader` beside `rm-sursilv`.
    pub fn is_other_variant(&self, other: &Self) -> bool {
        let (ours, theirs) = (self.variants(), other.variants());
        !ours.is_empty() && !theirs.is_empty() && ours != theirs
    }

    /// Returns the variants, sorted.
    fn variants(&self) -> Vec<&str> {
        let is_variant = |part: &&str| {
            part.len() >= 5 || part.len() == 4 && part.starts_with(|c: char| c.is_ascii_digit())
        };
        let mut variants: Vec<&str> =
            self.0.split('-').skip(1).take_while(|part| part.len() > 1).filter(is_variant).collect();
        variants.sort_unstable();
        if self.is_special() { Vec::new() } else { variants }
    }

    /// Returns the tag in lower case, as it stands inside ids.
    pub fn lower(&self) -> String {
        self.0.to_ascii_lowercase()
    }

    /// Says whether it is for private use as a whole, or of former times (`i-mingo`).
    fn is_special(&self) -> bool {
        self.language().len() == 1
    }
}

fn is_script(part: &str) -> bool {
    part.len() == 4 && part.bytes().all(|byte| byte.is_ascii_alphabetic())
}

/// Writes a tag in the form that the registry prefers, or says what is wrong with it.
fn canonical(text: &str) -> std::result::Result<String, String> {
    if let Some((_, now)) = FORMER.iter().find(|(former, _)| former.eq_ignore_ascii_case(text)) {
        return Ok((*now).to_owned());
    }
    let tag = LanguageTag::parse_and_normalize(text).map_err(|error| {
        // Its sentences begin with a capital.
        let reason = error.to_string();
        let mut letters = reason.chars();
        letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
    })?;
    let mut variants: Vec<&str> = tag.variant_subtags().collect();
    variants.sort_unstable();
    let twice = variants.windows(2).find(|pair| pair[0] == pair[1]).and_then(<[&str]>::first);
    if let Some(variant) = twice {
        return Err(format!("the variant `{variant}` stands twice"));
    }
    let mut extensions: Vec<(char, &str)> = tag.extension_subtags().collect();
    // Their order means nothing, and the canonical one is that of the alphabet.
    extensions.sort_unstable();
    let twice = extensions.windows(2).find(|pair| pair[0].0 == pair[1].0).and_then(<[_]>::first);
    if let Some((singleton, _)) = twice {
        return Err(format!("the extension `{singleton}` stands twice"));
    }
    let primary = tag.primary_language();
    if primary.is_empty() || tag.as_str().starts_with("x-") || tag.as_str().starts_with("i-") {
        return Ok(tag.into_inner());
    }
    if primary.len() > 3 {
        return Err(format!("`{primary}` is no language: those have two or three letters"));
    }
    let mut extended = tag.extended_language_subtags();
    let mut out = match (extended.next(), extended.next()) {
        (None, _) => primary.to_owned(),
        // The registry prefers an extended language by itself to the same behind its prefix.
        (Some(language), None) if WITH_EXTENDED.contains(&primary) => language.to_owned(),
        (Some(part), _) => {
            return Err(format!(
                "`{part}` is no region (two letters or three digits) and no language within {primary}"
            ));
        }
    };
    let known = tag.script().into_iter().chain(tag.region()).chain(tag.variant_subtags());
    known.for_each(|part| out.extend(["-", part]));
    for (singleton, value) in extensions {
        out.push_str(&format!("-{singleton}-{value}"));
    }
    if let Some(private) = tag.private_use() {
        out.extend(["-", private]);
    }
    Ok(out)
}

/// Says why a tag cannot be part of file names and ids.
fn unsafe_as_name(tag: &str) -> Option<String> {
    if tag.len() > Locale::MAX {
        return Some(format!("it has {} characters; at most {} are allowed", tag.len(), Locale::MAX));
    }
    let lower = tag.to_ascii_lowercase();
    // Domung is `dev` and Vehes is `val`; where such a language is packed, that is told of the utterance.
    if let Some(part) = lower.split('-').skip(1).find(|part| SPLIT_WORDS.contains(part)) {
        return Some(format!(
            "the part `{part}` is the name of a split, which data loaders act upon; a tag for private use can stand for \
             it, such as qaa-x-name"
        ));
    }
    WINDOWS_DEVICES.contains(&lower.as_str()).then(|| {
        format!("Windows keeps the name `{lower}` for a device; add script or region, such as {lower}-Latn")
    })
}

impl FromStr for Locale {
    type Err = Error;
    fn from_str(text: &str) -> Result<Self> {
        let shown = || text.chars().take(80).collect::<String>().escape_debug().to_string();
        let tag = canonical(text).map_err(|reason| {
            let meant = text.replace('_', "-");
            let meant = (meant != text).then(|| canonical(&meant).ok()).flatten();
            let message = match meant {
                Some(meant) => format!("`{}` is not a locale: parts are joined by hyphens; write {meant}", shown()),
                None => format!(
                    "`{}` is not a locale: {reason}; write a BCP 47 tag such as fr-FR, zh-Hant-TW or rm-sursilv",
                    shown()
                ),
            };
            Error::new(ErrorKind::Usage, message)
        })?;
        match unsafe_as_name(&tag) {
            None => Ok(Self(tag)),
            Some(fault) => {
                Err(Error::new(ErrorKind::Usage, format!("the locale `{}` cannot be used: {fault}", shown())))
            }
        }
    }
}

impl TryFrom<String> for Locale {
    type Error = Error;
    fn try_from(text: String) -> Result<Self> {
        text.parse()
    }
}

impl From<Locale> for String {
    fn from(locale: Locale) -> Self {
        locale.0
    }
}

impl fmt::Display for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn tags_take_the_form_of_the_registry() {
        // Oracle: the examples of RFC 5646 (appendix A and section 4.5) and of Common Voice's releases.
        for (text, tag) in [
            ("FR-fr", "fr-FR"),
            ("ZH-hant-tw", "zh-Hant-TW"),
            ("es-419", "es-419"),
            ("rm-SURSILV", "rm-sursilv"),
            ("ca-valencia", "ca-valencia"),
            ("de-CH-1996", "de-CH-1996"),
            ("sl-rozaj-biske-1994", "sl-rozaj-biske-1994"),
            ("hy-Latn-IT-arevela", "hy-Latn-IT-arevela"),
            ("de-DE-u-co-phonebk", "de-DE-u-co-phonebk"),
            ("en-u-co-phonebk-a-extend1-x-private", "en-a-extend1-u-co-phonebk-x-private"),
            ("az-arab-x-AZE-derbend", "az-Arab-x-aze-derbend"),
            ("x-whatever", "x-whatever"),
            ("qaa-Qaaa-QM-x-southern", "qaa-Qaaa-QM-x-southern"),
            ("zh-yue-HK", "yue-HK"),
            ("zh-cmn-Hans-CN", "cmn-Hans-CN"),
            ("sgn-ase", "ase"),
            ("i-KLINGON", "tlh"),
            ("en-GB-oed", "en-GB-oxendict"),
            ("zh-min-nan", "nan"),
            ("i-mingo", "i-mingo"),
        ] {
            assert_eq!(text.parse::<Locale>().unwrap().as_str(), tag, "{text}");
        }
        for (bad, reason) in [
            ("", "is not a locale"),
            ("f", "is not a locale"),
            ("fr_FR", "write fr-FR"),
            ("french", "two or three letters"),
            ("fr-", "is not a locale"),
            ("fr-FRA", "no region"),
            ("a-DE", "is not a locale"),
            ("ar-a-aaa-b-bbb-a-ccc", "`a` stands twice"),
            ("de-1901-1901", "`1901` stands twice"),
            ("fr-x", "is not a locale"),
            ("en-x-test", "`test` is the name of a split"),
            ("aux", "aux-Latn"),
            ("en-x-aaaaaaaa-bbbbbbbb-cccccccc-dddddddd", "at most 35"),
        ] {
            let error = bad.parse::<Locale>().unwrap_err().to_string();
            assert!(error.contains(reason), "{bad}: {error}");
        }
    }

    #[test]
    fn parts_are_told_apart() {
        for (tag, language, script, region) in [
            ("zh-Hant-TW", "zh", Some("Hant"), Some("TW")),
            ("de-1996", "de", None, None),
            ("rm-sursilv", "rm", None, None),
            ("en-x-cyrl", "en", None, None),
            ("x-cyrl", "x", None, None),
            ("es-419-x-home", "es", None, Some("419")),
        ] {
            let locale: Locale = tag.parse().unwrap();
            assert_eq!(
                (locale.language(), locale.script(), locale.region()),
                (language, script, region),
                "{tag}"
            );
        }
    }

    #[test]
    fn variants_of_one_language_are_told_apart() {
        let of =
            |one: &str, other: &str| one.parse::<Locale>().unwrap().is_other_variant(&other.parse().unwrap());
        assert!(of("rm-sursilv", "rm-vallader") && of("de-1901", "de-DE-1996"));
        assert!(!of("rm", "rm-vallader") && !of("ca-valencia", "ca") && !of("be-tarask", "be-BY-tarask"));
        assert!(!of("en-x-scouse", "en-x-geordie"), "of private use nothing is known");
    }

    proptest! {
        #[test]
        fn tags_print_and_parse_the_same(text in "[a-zA-Z]{1,4}(-[a-zA-Z0-9]{1,8}){0,4}") {
            if let Ok(locale) = text.parse::<Locale>() {
                prop_assert_eq!(locale.to_string().parse::<Locale>().unwrap(), locale);
            }
        }

        #[test]
        fn a_tag_is_safe_as_a_name(text in "[a-zA-Z0-9-]{1,40}|\\PC{0,8}") {
            if let Ok(locale) = text.parse::<Locale>() {
                let tag = locale.as_str();
                prop_assert!(tag.len() <= Locale::MAX && tag.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-'));
                let is_split = SPLIT_WORDS.contains(&locale.language());
                prop_assert!(is_split || super::super::id_fault(&locale.lower(), Locale::MAX, true).is_none());
            }
        }
    }
}
