//! The consent texts that ship, one for each language of the shipped sheets.

use crate::ids::Locale;

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

/// Returns the shipped consent text of `locale`, or of another region of its language.
pub fn built_in_text(locale: &Locale) -> Option<&'static str> {
    let exact = TEXTS.iter().find(|(name, _)| *name == locale.as_str());
    let near = || TEXTS.iter().find(|(name, _)| name.split('-').next() == Some(locale.language()));
    exact.or_else(near).map(|(_, text)| *text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_shipped_language_has_a_text_of_its_own() {
        let shipped = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("prompts/assistant");
        for locale in crate::sheet::locales(&shipped).unwrap() {
            assert!(TEXTS.iter().any(|(name, _)| *name == locale.as_str()), "{locale}");
        }
    }

    #[test]
    fn another_region_gets_the_text_of_its_language() {
        let text = |locale: &str| built_in_text(&locale.parse().unwrap());
        assert_eq!(text("fr-CA"), text("fr-FR"));
        assert_eq!(text("cy-GB"), None);
    }
}
