//! Ids made of other people's names: safe, the same each time, and no two alike.

use crate::digest::Sha256;
use crate::error::Result;
use crate::ids::{PromptId, SPLIT_WORDS, SpeakerId, WINDOWS_DEVICES};
use std::collections::{BTreeMap, BTreeSet};
use unicode_normalization::UnicodeNormalization as _;

/// Hexadecimal digits of a digest that tell two names apart.
const MARK: usize = 8;

/// Hands out the prompt ids of one speaker: each once, and none that stands for another text already.
#[derive(Debug, Default)]
pub(super) struct PromptIds {
    earlier: BTreeMap<PromptId, Sha256>,
    given: BTreeSet<PromptId>,
}

impl PromptIds {
    /// Takes note of an id that stands for a text in another session.
    pub(super) fn reserve(&mut self, id: PromptId, text_sha256: Sha256) {
        self.earlier.entry(id).or_insert(text_sha256);
    }

    /// Makes the id of a recording from the stem of its file; `path` tells recordings of one stem apart.
    pub(super) fn give(&mut self, stem: &str, path: &str, text: &str) -> Result<PromptId> {
        let digest = Sha256::of(text);
        let mut id: PromptId = slug(stem).parse()?;
        let mut round = 1u32;
        while self.given.contains(&id) || self.earlier.get(&id).is_some_and(|earlier| *earlier != digest) {
            id = marked(&slug(stem), &format!("{path}\0{text}\0{round}")).parse()?;
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

    #[test]
    fn one_id_never_stands_for_two_texts_and_adding_a_name_moves_no_other() {
        let mut ids = PromptIds::default();
        let first = ids.give("a b", "x/a b.wav", "one").unwrap();
        let second = ids.give("a-b", "y/a-b.wav", "two").unwrap();
        assert_eq!(first.as_str(), "a-b");
        assert!(second.as_str().starts_with("a-b-") && second != first);
        let mut later = PromptIds::default();
        later.reserve(first.clone(), Sha256::of("one"));
        assert_eq!(later.give("a-b", "y/a-b.wav", "two").unwrap(), second);
        assert_eq!(later.give("a b", "x/a b.wav", "one").unwrap(), first);
    }

    #[test]
    fn a_client_id_does_not_show_in_the_pseudonym() {
        let speaker = client_speaker("anna@example.org").unwrap();
        assert_eq!(speaker.as_str().len(), 18);
        assert_eq!(speaker, client_speaker("anna@example.org").unwrap());
        assert_ne!(speaker, client_speaker("berta@example.org").unwrap());
    }

    proptest! {
        #[test]
        fn any_names_give_ids_and_no_two_alike(names in proptest::collection::vec("(test|con|\\PC|[a-c]|-|_){0,20}", 1..8)) {
            let mut ids = PromptIds::default();
            let mut seen = std::collections::BTreeSet::new();
            for (index, name) in names.iter().enumerate() {
                let id = ids.give(name, &format!("{index}/{name}"), "text").unwrap();
                prop_assert!(seen.insert(id));
            }
        }

        #[test]
        fn long_names_give_ids(name in "(train|val|dev|aux|[a-z]|-){10,40}") {
            prop_assert!(slug(&name).parse::<PromptId>().is_ok(), "{}", slug(&name));
        }
    }
}
