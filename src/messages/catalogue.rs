//! The catalogues, and how a message becomes a text.

use super::{Arg, Message};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::types::FluentNumber;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use std::borrow::Cow;
use std::sync::OnceLock;
use unic_langid::LanguageIdentifier;

/// Tag and text of each language, English first: it is what is said when another has no words.
const CATALOGUES: [(&str, &str); 15] = [
    ("en", include_str!("locales/en.ftl")),
    ("ar", include_str!("locales/ar.ftl")),
    ("bn", include_str!("locales/bn.ftl")),
    ("de", include_str!("locales/de.ftl")),
    ("es", include_str!("locales/es.ftl")),
    ("fil", include_str!("locales/fil.ftl")),
    ("fr", include_str!("locales/fr.ftl")),
    ("hi", include_str!("locales/hi.ftl")),
    ("it", include_str!("locales/it.ftl")),
    ("ja", include_str!("locales/ja.ftl")),
    ("pt", include_str!("locales/pt.ftl")),
    ("ru", include_str!("locales/ru.ftl")),
    ("tr", include_str!("locales/tr.ftl")),
    ("ur", include_str!("locales/ur.ftl")),
    ("zh", include_str!("locales/zh.ftl")),
];

/// Each catalogue is read once, when its first word is said.
static BUNDLES: [OnceLock<Bundle>; CATALOGUES.len()] = [const { OnceLock::new() }; CATALOGUES.len()];

type Bundle = FluentBundle<FluentResource>;

/// A language that has a catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Language(usize);

impl Language {
    /// English, the language of managers and developers too.
    pub const ENGLISH: Self = Self(0);

    /// Returns every language, English first.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..CATALOGUES.len()).map(Self)
    }

    /// Returns the language of a BCP 47 tag: that of the whole tag, else of ever less of it (`de` for
    /// `de-CH`), else English.
    pub fn for_tag(tag: &str) -> Self {
        let mut rest = tag;
        loop {
            if let Some(found) = Self::all().find(|language| language.tag().eq_ignore_ascii_case(rest)) {
                return found;
            }
            let Some((shorter, _)) = rest.rsplit_once('-') else { return Self::ENGLISH };
            rest = shorter;
        }
    }

    /// Returns the tag (`en`).
    pub fn tag(self) -> &'static str {
        CATALOGUES[self.0].0
    }

    /// Returns the catalogue as it is written, in the syntax of Project Fluent.
    pub fn source(self) -> &'static str {
        CATALOGUES[self.0].1
    }

    fn bundle(self) -> &'static Bundle {
        BUNDLES[self.0].get_or_init(|| {
            let tag: LanguageIdentifier = self.tag().parse().unwrap_or_default();
            let mut bundle = Bundle::new_concurrent(vec![tag]);
            // No marks around arguments: the terminals that we know do not order text by direction, and show
            // such marks as signs of their own; a copied path or id would carry them along. A page isolates
            // what it fills in by elements.
            bundle.set_use_isolating(false);
            // The rest of a catalogue with a fault still serves; a test finds the fault.
            let resource =
                FluentResource::try_new(self.source().to_owned()).unwrap_or_else(|(resource, _)| resource);
            bundle.add_resource_overriding(resource);
            bundle
        })
    }
}

/// Which text of a message.
#[derive(Clone, Copy)]
enum Part {
    Itself,
    Hint,
    Wait,
    Key,
}

/// Says a message in `language`; without words there in English, without words at all by its id.
///
/// ```
/// use booth::messages::{Language, Message, say};
///
/// let readings = |count: u64| Message::new("welcome-readings").with("count", count);
/// assert_eq!(say(Language::ENGLISH, &readings(1)), "1 reading.");
/// assert_eq!(say(Language::for_tag("en-GB"), &readings(3)), "3 readings.");
/// assert_eq!(say(Language::ENGLISH, &Message::new("no-such-message")), "no-such-message");
/// ```
pub fn say(language: Language, message: &Message) -> String {
    text(language, message, Part::Itself).map_or_else(|| message.id().to_owned(), Cow::into_owned)
}

/// Says what to do next after a message of trouble, if it has an attribute `hint`.
pub fn hint(language: Language, message: &Message) -> Option<String> {
    text(language, message, Part::Hint).map(Cow::into_owned)
}

/// Says what to do while a message of trouble is waited out, if it has an attribute `wait`.
pub fn wait(language: Language, message: &Message) -> Option<String> {
    text(language, message, Part::Wait).map(Cow::into_owned)
}

/// Says what to type for what a message names, if it has an attribute `key`.
pub fn key(language: Language, message: &Message) -> Option<String> {
    text(language, message, Part::Key).map(Cow::into_owned)
}

/// Says the text of an id that has no arguments, if there is one.
pub(super) fn plain(language: Language, id: String) -> Option<Cow<'static, str>> {
    text(language, &Message::new(id), Part::Itself)
}

fn text(language: Language, message: &Message, part: Part) -> Option<Cow<'static, str>> {
    [language, Language::ENGLISH].into_iter().find_map(|language| {
        let bundle = language.bundle();
        let entry = bundle.get_message(message.id())?;
        let pattern = match part {
            Part::Itself => entry.value()?,
            Part::Hint => entry.get_attribute("hint")?.value(),
            Part::Wait => entry.get_attribute("wait")?.value(),
            Part::Key => entry.get_attribute("key")?.value(),
        };
        let args: FluentArgs<'_> = message.args().map(|(name, arg)| (name, value(language, arg))).collect();
        // What cannot be filled in is shown as `{$name}`; a test holds all ids against their arguments.
        Some(bundle.format_pattern(pattern, Some(&args), &mut Vec::new()))
    })
}

fn value(language: Language, arg: &Arg) -> FluentValue<'_> {
    match arg {
        Arg::Text(text) => FluentValue::from(text.as_str()),
        Arg::Count(count) => FluentValue::from(*count),
        Arg::Decimal(digits) => digits
            .parse::<FluentNumber>()
            .map_or_else(|_| FluentValue::from(digits.as_str()), FluentValue::from),
        Arg::Message(message) => FluentValue::from(say(language, message)),
    }
}
