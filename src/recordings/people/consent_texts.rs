//! The consent texts that ship, one for each language of the shipped sheets.

use crate::ids::Locale;
use crate::project::{SCOPES, Terms};
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

/// How a point of a list begins that stands only where a use is asked for: `- {use tts} `.
const USE: &str = "- {use ";

/// Makes the text that is shown of one that is on file. `{controller}` and `{contact}` become who asks for the recordings and
/// how to reach them, and `{licence}` the licence of the terms; a paragraph with one of these is left out where there is none.
/// Paragraphs that begin with `{unnamed}` stand where nobody is named. A point that begins with `{use <scope>}` stands where
/// the terms ask for that use, with the lines that belong to it, which begin with two spaces.
pub fn fill(text: &str, controller: Option<&Controller>, terms: &Terms) -> String {
    let points = asked_points(text, &terms.asked());
    let licence = terms.licence.as_ref().map(|licence| licence.id.as_str());
    let values = [
        ("{controller}", controller.map(|who| who.name.as_str())),
        ("{contact}", controller.map(|who| who.contact.as_str())),
        ("{licence}", licence),
    ];
    let paragraphs = points.split("\n\n").filter_map(|paragraph| {
        if let Some(rest) = paragraph.strip_prefix(UNNAMED) {
            return controller.is_none().then(|| rest.to_owned());
        }
        let lacks = values.iter().any(|(name, value)| value.is_none() && paragraph.contains(name));
        (!lacks).then(|| with_values(paragraph, &values))
    });
    paragraphs.collect::<Vec<_>>().join("\n\n")
}

/// Leaves out the points of uses that are not asked for, and takes away the marks of the others.
fn asked_points(text: &str, asked: &[&str]) -> String {
    let mut lines = Vec::new();
    let mut is_left_out = false;
    for line in text.split('\n') {
        let point = line.strip_prefix(USE).and_then(|rest| rest.split_once("} "));
        match point.filter(|(scope, _)| SCOPES.contains(scope)) {
            Some((scope, words)) => {
                is_left_out = !asked.contains(&scope);
                if !is_left_out {
                    lines.push(format!("- {words}"));
                }
            }
            None if is_left_out && line.starts_with("  ") => {}
            None => {
                is_left_out = false;
                lines.push(line.to_owned());
            }
        }
    }
    lines.join("\n")
}

/// Puts in all values at once, as one may look like a place for another.
fn with_values(text: &str, values: &[(&str, Option<&str>)]) -> String {
    let (mut filled, mut rest) = (String::new(), text);
    loop {
        let places = values.iter().filter_map(|(name, value)| Some((rest.find(name)?, *name, (*value)?)));
        let Some((at, name, value)) = places.min() else { break };
        filled.push_str(&rest[..at]);
        filled.push_str(value);
        rest = &rest[at + name.len()..];
    }
    filled + rest
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
    use crate::project::Licence;
    use crate::sheet::{SHIPPED, SheetSource, locales};

    #[test]
    fn every_shipped_language_has_a_text_of_its_own() {
        for shipped in &SHIPPED {
            for locale in locales(&SheetSource::Inside(shipped)).unwrap() {
                assert!(TEXTS.iter().any(|(name, _)| *name == locale.as_str()), "{locale}");
            }
        }
    }

    fn points(text: &str) -> Vec<&str> {
        text.lines().filter(|line| line.starts_with("- ")).collect()
    }

    #[test]
    fn every_text_tells_what_is_asked_and_by_whom() {
        let who = Controller { name: "Ada {contact}".to_owned(), contact: "ada@example.org".to_owned() };
        let licence = Some(Licence::listed("CC-BY-4.0").unwrap());
        let terms = Terms { licence, ..Terms::default() };
        let few = Terms { uses: vec!["asr", "share-gated"], ..terms.clone() };
        for (locale, text) in TEXTS {
            let (named, unnamed) = (fill(text, Some(&who), &terms), fill(text, None, &terms));
            assert!(named.contains(&who.name) && named.contains(&who.contact), "{locale}");
            assert!(!unnamed.contains(['{', '}']) && !named.contains("{unnamed}"), "{locale}");
            // One point a use, in their order; what is given up for good is named in one.
            assert_eq!(points(&named).len(), SCOPES.len(), "{locale}");
            let open = SCOPES.iter().position(|scope| *scope == "share-open").unwrap();
            assert!(points(&named)[open].contains("CC-BY-4.0"), "{locale}");
            // Only what is asked for is told, and without a licence nobody is asked to give away what it would cover.
            assert_eq!(points(&fill(text, None, &few)), [points(&named)[0], points(&named)[4]], "{locale}");
            let bare = fill(text, None, &Terms::default());
            assert_eq!(points(&bare).len(), SCOPES.len() - 1, "{locale}");
            for text in [&named, &bare, &fill(text, None, &few)] {
                assert!(!text.contains("CC0") && !text.contains("{licence}"), "{locale}");
                // A head, what is recorded, the microphone, who, who else, the uses and their points, refusing, taking back,
                // keeping.
                assert_eq!(text.split("\n\n").count(), 9, "{locale}");
            }
            assert!(text.lines().all(|line| !line.ends_with(' ')) && text.ends_with('\n'), "{locale}");
        }
        let none = Terms::default();
        assert_eq!(fill("a {contact}\n\nb\n\n{unnamed} c\n", None, &none), "b\n\nc\n");
        assert_eq!(fill("a\n\n{unnamed} c\n", Some(&who), &none), "a");
        assert_eq!(fill("a {licence}\n\nb {licence", None, &none), "b {licence");
        assert_eq!(fill("- {use music} a\n- {use tts} b\n  c\nd", None, &few), "- {use music} a\nd");
    }

    #[test]
    fn another_region_gets_the_text_of_its_language() {
        let text = |locale: &str| built_in_text(&locale.parse().unwrap());
        assert_eq!(text("fr-CA"), text("fr-FR"));
        assert_eq!(text("cy-GB"), None);
    }
}
