//! Ids of imported recordings: safe, the same each time, and no two alike; of other people's names only where asked for.

use super::request::Ids;
use crate::digest::Sha256;
use crate::error::Result;
use crate::ids::{PromptId, SPLIT_WORDS, SheetId, SpeakerId, WINDOWS_DEVICES};
use std::collections::{BTreeMap, BTreeSet};
use unicode_normalization::UnicodeNormalization as _;

/// Hexadecimal digits of a digest that tell two names apart.
const MARK: usize = 8;

/// Hexadecimal digits of the digest of a text that name it.
const NAME: usize = 16;

/// A recording that is to have an id.
#[derive(Debug, Clone, Copy)]
pub(super) struct Recording<'a> {
    /// The file's name without ending.
    pub stem: &'a str,
    /// The path below the imported folder, with `/`.
    pub path: &'a str,
    /// SHA-256 of the file.
    pub sha256: Sha256,
    pub text: &'a str,
    pub text_sha256: Sha256,
}

/// Hands out the prompt ids of one speaker: each once, and none that stands for another text already.
#[derive(Debug)]
pub(super) struct PromptIds {
    from: Ids,
    earlier: BTreeMap<PromptId, Sha256>,
    given: BTreeSet<PromptId>,
}

impl PromptIds {
    /// Makes one that has given no id.
    pub(super) fn new(from: Ids) -> Self {
        Self { from, earlier: BTreeMap::new(), given: BTreeSet::new() }
    }

    /// Takes note of an id that stands for a text in another session.
    pub(super) fn reserve(&mut self, id: PromptId, text_sha256: Sha256) {
        self.earlier.entry(id).or_insert(text_sha256);
    }

    /// Makes the id of a recording: from the digest of its text, or from the stem of its file. Recordings of one text, or
    /// of one stem, are told apart by the digest of their bytes, or of their path.
    pub(super) fn give(&mut self, of: Recording<'_>) -> Result<PromptId> {
        let (name, apart) = match self.from {
            Ids::Digest => (format!("clip-{}", &of.text_sha256.to_string()[..NAME]), of.sha256.to_string()),
            Ids::Names => (slug(of.stem), of.path.to_owned()),
        };
        let mut id: PromptId = name.parse()?;
        let mut round = 1u32;
        // One text read again in a later import is a recording of its own, as it would be in one import.
        let is_other = |earlier: &Sha256| self.from == Ids::Digest || *earlier != of.text_sha256;
        while self.given.contains(&id) || self.earlier.get(&id).is_some_and(is_other) {
            id = marked(&name, &format!("{apart}\0{}\0{round}", of.text)).parse()?;
            round += 1;
        }
        self.given.insert(id.clone());
        Ok(id)
    }
}

/// Turns a name into a prompt id: lower-case ASCII without accents, hyphens for the rest, no word that
/// loaders or Windows act upon. A name that does not fit is cut and marked with its digest.
fn slug(name: &str) -> String {
    let mut slug = String::new();
    for part in ascii(name).split('-').filter(|part| !part.is_empty()) {
        if !slug.is_empty() {
            slug.push('-');
        }
        if SPLIT_WORDS.contains(&part) {
            slug.push('x');
        }
        slug.push_str(part);
    }
    if WINDOWS_DEVICES.contains(&slug.as_str()) {
        slug.insert(0, 'x');
    }
    if slug.is_empty() {
        slug.push_str("clip");
        return marked(&slug, name);
    }
    if slug.len() > PromptId::MAX { marked(&slug, name) } else { slug }
}

/// Returns the name in lower-case ASCII letters and digits; everything else is a hyphen.
fn ascii(name: &str) -> String {
    let is_mark = unicode_normalization::char::is_combining_mark;
    let plain = name.nfkd().filter(|&c| !is_mark(c));
    plain.map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' }).collect()
}

/// Adds digits of the digest of `seed` to an id, which is cut where needed.
fn marked(slug: &str, seed: &str) -> String {
    let kept = slug.get(..PromptId::MAX - MARK - 1).unwrap_or(slug);
    let mut kept = kept.trim_end_matches('-').to_owned();
    // A word that was cut may have become one that loaders act upon.
    if let Some(last) = kept.rsplit('-').next().filter(|last| SPLIT_WORDS.contains(last)) {
        let at = kept.len() - last.len();
        kept.replace_range(at..=at, "x");
    }
    format!("{kept}-{}", &Sha256::of(seed).to_string()[..MARK])
}

/// Makes the pseudonym of a Common Voice client: always hashed, of one width, and never read as a number.
pub(super) fn client_speaker(client_id: &str) -> Result<SpeakerId> {
    format!("cv{}", &Sha256::of(client_id).to_string()[..16]).parse()
}

/// Makes the pseudonym of a speaker whom a layout names: by the digest of sheet and name, since other people's corpora call
/// other speakers the same; or the name itself, where it can be one.
pub(super) fn named_speaker(name: &str, sheet: &SheetId, from: Ids) -> Result<SpeakerId> {
    let digest = Sha256::of(format!("{sheet}\0{name}")).to_string();
    if from == Ids::Names {
        let plain: String = ascii(name).chars().filter(|&c| c != '-').collect();
        // What is a number to one reader is none to the next.
        let plain = if plain.starts_with(|c: char| c.is_ascii_digit()) { format!("s{plain}") } else { plain };
        let is_whole = name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit());
        let kept = plain.get(..SpeakerId::MAX - MARK - 1).unwrap_or(&plain);
        let id = if is_whole { plain.clone() } else { format!("{kept}{}", &digest[..MARK]) };
        if let Ok(id) = id.parse() {
            return Ok(id);
        }
    }
    format!("s{}", &digest[..NAME]).parse()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn names_are_folded_to_safe_ids() {
        for (name, id) in [
            ("LJ001-0001", "lj001-0001"),
            ("Réveil Matin_03", "reveil-matin-03"),
            ("my test", "my-xtest"),
            ("CON", "xcon"),
            ("--a..b--", "a-b"),
            ("common_voice_en_123", "common-voice-en-123"),
        ] {
            assert_eq!(slug(name), id, "{name}");
        }
        assert!(slug("起こして").starts_with("clip-"));
        assert_ne!(slug("起こして"), slug("止めて"));
        assert_eq!(slug(&"a".repeat(60)).len(), PromptId::MAX);
        assert_ne!(slug(&"a".repeat(60)), slug(&"a".repeat(61)));
    }

    fn item<'a>(stem: &'a str, path: &'a str, text: &'a str) -> Recording<'a> {
        Recording { stem, path, sha256: Sha256::of(path), text, text_sha256: Sha256::of(text) }
    }

    #[test]
    fn one_id_never_stands_for_two_texts_and_adding_a_name_moves_no_other() {
        for from in [Ids::Names, Ids::Digest] {
            let mut ids = PromptIds::new(from);
            let (one, two) = (item("a b", "x/a b.wav", "one"), item("a-b", "y/a-b.wav", "two"));
            let (first, second) = (ids.give(one).unwrap(), ids.give(two).unwrap());
            assert_ne!(first, second);
            if from == Ids::Names {
                assert_eq!(first.as_str(), "a-b");
                assert!(second.as_str().starts_with("a-b-"), "{second}");
            }
            let mut later = PromptIds::new(from);
            later.reserve(first.clone(), one.text_sha256);
            assert_eq!(later.give(two).unwrap(), second);
            if from == Ids::Names {
                assert_eq!(later.give(one).unwrap(), first);
            }
        }
    }

    #[test]
    fn ids_of_digests_tell_nothing_of_names_and_keep_readings_of_one_text_apart() {
        let (first, again) =
            (item("MARIA_01", "a/MARIA_01.wav", "one"), item("MARIA_02", "a/MARIA_02.wav", "one"));
        let mut ids = PromptIds::new(Ids::Digest);
        // `printf one | sha256sum`.
        assert_eq!(ids.give(first).unwrap().as_str(), "clip-7692c3ad3540bb80");
        let second = ids.give(again).unwrap();
        let moved = Recording { stem: "other", path: "other.wav", ..again };
        let mut later = PromptIds::new(Ids::Digest);
        later.reserve("clip-7692c3ad3540bb80".parse().unwrap(), first.text_sha256);
        assert_eq!(later.give(moved).unwrap(), second);
    }

    #[test]
    fn a_client_id_does_not_show_in_the_pseudonym() {
        let speaker = client_speaker("anna@example.org").unwrap();
        assert_eq!(speaker.as_str().len(), 18);
        assert_eq!(speaker, client_speaker("anna@example.org").unwrap());
        assert_ne!(speaker, client_speaker("berta@example.org").unwrap());
    }

    #[test]
    fn speakers_are_named_by_digests_or_by_names_that_can_be_ids() {
        let sheet: SheetId = "old".parse().unwrap();
        let named = |name: &str| named_speaker(name, &sheet, Ids::Names).unwrap().to_string();
        assert_eq!((named("p225"), named("1089")), ("p225".to_owned(), "s1089".to_owned()));
        assert!(named("Anna Öst").starts_with("annaost") && named("Anna Öst") != named("anna öst"));
        assert!(named("test").starts_with('s') && named("test") != "test");
        // `printf 'old\0anna' | sha256sum`.
        assert_eq!(named_speaker("anna", &sheet, Ids::Digest).unwrap().as_str(), "s2397a88b1a751228");
    }

    proptest! {
        #[test]
        fn any_names_give_speakers(name in "(test|con|\\PC|[a-c]|-|_){1,20}") {
            let sheet: SheetId = "old".parse().unwrap();
            for from in [Ids::Names, Ids::Digest] {
                prop_assert!(named_speaker(&name, &sheet, from).is_ok());
            }
        }

        #[test]
        fn any_names_give_ids_and_no_two_alike(names in proptest::collection::vec("(test|con|\\PC|[a-c]|-|_){0,20}", 1..8)) {
            for from in [Ids::Names, Ids::Digest] {
                let mut ids = PromptIds::new(from);
                let mut seen = std::collections::BTreeSet::new();
                for (index, name) in names.iter().enumerate() {
                    let id = ids.give(item(name, &format!("{index}/{name}"), "text")).unwrap();
                    prop_assert!(seen.insert(id));
                }
            }
        }

        #[test]
        fn long_names_give_ids(name in "(train|val|dev|aux|[a-z]|-){10,40}") {
            prop_assert!(slug(&name).parse::<PromptId>().is_ok(), "{}", slug(&name));
        }
    }
}
