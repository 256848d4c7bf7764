//! The consent texts that ship, one for each language of the shipped sheets.

use crate::ids::Locale;
use crate::sheet::Controller;

macro_rules! texts {
    ($($locale:literal),+ $(,)?) => {
        [$(($locale, include_str!(concat!("../../../prompts/consent/", $locale, ".txt")))),+]
    };
}

/// Locale and text.
const TEXTS: [(&str, &str); 15] = texts!(
    "ar-EG", "bn-BD", "de-DE", "en-US", "es-MX", "fil-PH", "fr-FR", "hi-IN", "it-IT", "ja-JP", "pt-BR",
    "ru-RU", "tr-TR", "ur-PK", "zh-CN",
);

/// Marks a paragraph for when nobody is named who asks for the recordings.
const UNNAMED: &str = "{unnamed} ";

/// Makes the text that is shown of one that is on file: `{controller}` and `{contact}` become who asks for the recordings and
/// how to reach them. Where nobody is named, paragraphs with these are left out, and those that begin with `{unnamed}` stand.
pub fn fill(text: &str, controller: Option<&Controller>) -> String {
    let paragraphs = text.split("\n\n").filter_map(|paragraph| {
        match (paragraph.strip_prefix(UNNAMED), controller) {
            (Some(rest), None) => Some(rest.to_owned()),
            (Some(_), Some(_)) => None,
            (None, None) if ["{controller}", "{contact}"].iter().any(|name| paragraph.contains(name)) => None,
            (None, None) => Some(paragraph.to_owned()),
            // Both at once, as a name may look like a place for the other.
            (None, Some(who)) => Some(
                paragraph
                    .split("{controller}")
                    .map(|part| part.replace("{contact}", &who.contact))
                    .collect::<Vec<_>>()
                    .join(&who.name),
            ),
        }
    });
    paragraphs.collect::<Vec<_>>().join("\n\n")
}

/// Returns the shipped consent text of `locale`, or of another region of its language.
pub fn built_in_text(locale: &Locale) -> Option<&'static str> {
    let exact = TEXTS.iter().find(|(name, _)| *name == locale.as_str());
    let near = || TEXTS.iter().find(|(name, _)| name.split('-').next() == Some(locale.language()));
    exact.or_else(near).map(|(_, text)| *text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recordings::session::receipt::SCOPES;

    #[test]
    fn every_shipped_language_has_a_text_of_its_own() {
        let shipped = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("prompts/assistant");
        for locale in crate::sheet::locales(&shipped).unwrap() {
            assert!(TEXTS.iter().any(|(name, _)| *name == locale.as_str()), "{locale}");
        }
    }

    #[test]
    fn every_text_tells_what_is_asked_and_by_whom() {
        let who = Controller { name: "Ada {contact}".to_owned(), contact: "ada@example.org".to_owned() };
        for (locale, text) in TEXTS {
            let (named, unnamed) = (fill(text, Some(&who)), fill(text, None));
            assert!(named.contains(&who.name) && named.contains(&who.contact), "{locale}");
            assert!(!unnamed.contains(['{', '}']) && !named.contains("{unnamed}"), "{locale}");
            // One point a use, in their order; what is given up for good is named in one.
            let points: Vec<&str> = text.lines().filter(|line| line.starts_with("- ")).collect();
            assert_eq!(points.len(), SCOPES.len(), "{locale}");
            let open = SCOPES.iter().position(|scope| *scope == "share-open").unwrap();
            assert!(points[open].contains("CC0"), "{locale}");
            // A head, what is recorded, the microphone, who, who else, the uses and their points, refusing, taking back, keeping.
            assert_eq!(text.split("\n\n").count(), 10, "{locale}");
            assert!(text.lines().all(|line| !line.ends_with(' ')) && text.ends_with('\n'), "{locale}");
        }
        assert_eq!(fill("a {contact}\n\nb\n\n{unnamed} c\n", None), "b\n\nc\n");
        assert_eq!(fill("a\n\n{unnamed} c\n", Some(&who)), "a");
    }

    #[test]
    fn another_region_gets_the_text_of_its_language() {
        let text = |locale: &str| built_in_text(&locale.parse().unwrap());
        assert_eq!(text("fr-CA"), text("fr-FR"));
        assert_eq!(text("cy-GB"), None);
    }
}
