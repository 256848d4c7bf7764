//! The catalogues are whole, and messages are said as they should be.

use super::*;
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey};
use fluent_syntax::parser::parse;
use std::collections::BTreeSet;

/// A message or term of a catalogue: the names of its attributes, and of the arguments that each text takes.
type Shape = BTreeMap<String, BTreeSet<String>>;

/// What the inline expressions of a pattern name: arguments as `$name`, terms as `-name`, messages as `name`.
fn names(pattern: &Pattern<&str>, found: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else { continue };
        let inline = match expression {
            Expression::Inline(inline) => inline,
            Expression::Select { selector, variants } => {
                for variant in variants {
                    names(&variant.value, found);
                }
                selector
            }
        };
        match inline {
            InlineExpression::VariableReference { id } => {
                found.insert(format!("${}", id.name));
            }
            InlineExpression::TermReference { id, .. } => {
                found.insert(format!("-{}", id.name));
            }
            InlineExpression::StringLiteral { .. } => {}
            other => panic!("{other:?}: the catalogues use arguments, terms and literals only"),
        }
    }
}

/// Every message and term of a language (terms with `-` before their names), in a catalogue without faults.
fn shapes(language: Language) -> BTreeMap<String, Shape> {
    let resource =
        parse(language.source()).unwrap_or_else(|(_, errors)| panic!("{}: {errors:?}", language.tag()));
    let mut all = BTreeMap::new();
    for entry in &resource.body {
        let (id, value, attributes) = match entry {
            Entry::Message(message) => {
                (message.id.name.to_owned(), message.value.as_ref(), &message.attributes)
            }
            Entry::Term(term) => (format!("-{}", term.id.name), Some(&term.value), &term.attributes),
            Entry::Junk { content } => panic!("{}: {content}", language.tag()),
            _ => continue,
        };
        let texts = attributes.iter().map(|attribute| (attribute.id.name, &attribute.value));
        let mut shape = Shape::new();
        for (name, pattern) in texts.chain(value.map(|value| ("", value))) {
            names(pattern, shape.entry(name.to_owned()).or_default());
        }
        assert!(all.insert(id.clone(), shape).is_none(), "{}: `{id}` stands twice", language.tag());
    }
    all
}

#[test]
fn every_language_has_the_same_messages_with_the_same_arguments() {
    let of_messages = |language| {
        let mut shapes = shapes(language);
        shapes.retain(|id, _| !id.starts_with('-'));
        shapes
            .into_iter()
            .map(|(id, shape)| {
                let only_args = |names: BTreeSet<String>| -> BTreeSet<String> {
                    names.into_iter().filter(|name| name.starts_with('$')).collect()
                };
                (id, shape.into_iter().map(|(text, names)| (text, only_args(names))).collect::<Shape>())
            })
            .collect::<BTreeMap<_, _>>()
    };
    let english = of_messages(Language::ENGLISH);
    assert!(english.len() > 200, "the catalogue is read whole");
    for language in Language::all() {
        assert_eq!(of_messages(language), english, "{}", language.tag());
    }
}

#[test]
fn every_term_is_there_and_used() {
    for language in Language::all() {
        let shapes = shapes(language);
        let named: BTreeSet<&str> = shapes
            .values()
            .flat_map(BTreeMap::values)
            .flatten()
            .map(String::as_str)
            .filter(|name| name.starts_with('-'))
            .collect();
        let there: BTreeSet<&str> =
            shapes.keys().map(String::as_str).filter(|id| id.starts_with('-')).collect();
        assert_eq!(named, there, "{}", language.tag());
    }
}

#[test]
fn no_message_is_empty_and_attributes_are_those_that_are_said() {
    for language in Language::all() {
        for (id, shape) in shapes(language) {
            assert!(shape.contains_key(""), "{}: `{id}` has no text", language.tag());
            let odd: Vec<&String> =
                shape.keys().filter(|name| !["", "hint", "wait", "key"].contains(&name.as_str())).collect();
            assert!(odd.is_empty(), "{}: `{id}` has {odd:?}", language.tag());
        }
    }
}

#[test]
fn plural_forms_follow_the_count() {
    let said = |count: u64| say(Language::ENGLISH, &crate::msg!("recovered-saved", count = count));
    assert!(said(1).ends_with("1 unfinished recording was saved."), "{}", said(1));
    assert!(said(2).ends_with("2 unfinished recordings were saved."), "{}", said(2));
    assert!(said(0).ends_with("0 unfinished recordings were saved."), "{}", said(0));
}

/// The names of the variants of selects by a count, those of all texts of a language.
fn counts(pattern: &Pattern<&str>, found: &mut Vec<BTreeSet<String>>) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression: Expression::Select { variants, .. } } = element else {
            continue;
        };
        let names = variants.iter().map(|variant| match &variant.key {
            VariantKey::Identifier { name } => (*name).to_owned(),
            VariantKey::NumberLiteral { value } => (*value).to_owned(),
        });
        found.push(names.collect());
        for variant in variants {
            counts(&variant.value, found);
        }
    }
}

/// Oracle: the plural rules of CLDR, by the crate that reads them.
#[test]
fn every_count_has_the_plural_forms_of_its_language() {
    use intl_pluralrules::{PluralCategory, PluralRuleType, PluralRules};
    use unic_langid::LanguageIdentifier;
    let name = |category: PluralCategory| format!("{category:?}").to_lowercase();
    let all = ["zero", "one", "two", "few", "many", "other"];
    for language in Language::all() {
        let rules = PluralRules::create(
            language.tag().parse::<LanguageIdentifier>().unwrap(),
            PluralRuleType::CARDINAL,
        )
        .unwrap();
        // As many as anybody reads in a sitting.
        let wanted: BTreeSet<String> =
            (0..=10_000u32).map(|count| name(rules.select(count).unwrap())).collect();
        let resource = parse(language.source()).unwrap();
        let mut selects = Vec::new();
        for entry in &resource.body {
            let Entry::Message(message) = entry else { continue };
            let texts = message.attributes.iter().map(|attribute| &attribute.value).chain(&message.value);
            texts.for_each(|pattern| counts(pattern, &mut selects));
        }
        for names in selects {
            let forms: BTreeSet<String> =
                names.iter().filter(|name| all.contains(&name.as_str())).cloned().collect();
            // `other` alone beside names of our own is no count.
            if forms.len() > 1 {
                assert!(wanted.is_subset(&forms), "{}: {names:?} lacks one of {wanted:?}", language.tag());
                let is_known =
                    |form: &String| wanted.contains(form) || ["many", "other"].contains(&form.as_str());
                assert!(forms.iter().all(is_known), "{}: {names:?}", language.tag());
            }
        }
    }
}

#[test]
fn counts_are_said_in_the_forms_of_the_language() {
    let said =
        |tag: &str, count: u64| say(Language::for_tag(tag), &crate::msg!("length-minutes", count = count));
    let forms = |tag: &str, counts: &[u64]| counts.iter().map(|&count| said(tag, count)).collect::<Vec<_>>();
    assert_eq!(forms("ru", &[1, 2, 5, 21]), ["1 минута", "2 минуты", "5 минут", "21 минута"]);
    assert_eq!(forms("de-AT", &[1, 2]), ["1 Minute", "2 Minuten"]);
    assert_eq!(forms("ja", &[1, 2]), ["1分", "2分"]);
}

#[test]
fn numbers_have_the_decimals_that_they_were_given() {
    // Oracle: what `format!` writes, for ties and zeros too.
    for (value, decimals) in [(0.0, 1), (1.0, 1), (2.25, 1), (0.35, 1), (1234.56, 1), (3.0, 0), (2.5, 0)] {
        let message = crate::msg!("take-length", seconds = Arg::decimal(value, decimals));
        assert_eq!(say(Language::ENGLISH, &message), format!("{value:.decimals$} s"));
    }
}

#[test]
fn what_is_filled_in_stands_there_as_it_is() {
    // No marks of direction, no reading of its own braces.
    let message = crate::msg!("receipt-where", path = "/tmp/{ $x }/שלום.txt");
    assert_eq!(
        say(Language::ENGLISH, &message),
        "Your receipt, with the code to withdraw, is /tmp/{ $x }/שלום.txt"
    );
}

#[test]
fn a_message_without_words_is_said_by_its_id_and_has_no_hint() {
    let message = Message::new("of-tomorrow");
    assert_eq!(say(Language::ENGLISH, &message), "of-tomorrow");
    assert_eq!((hint(Language::ENGLISH, &message), words(Language::ENGLISH, "of-tomorrow")), (None, None));
    assert_eq!(title(Language::ENGLISH, "of-tomorrow"), "of-tomorrow");
}

#[test]
fn a_message_is_said_inside_another() {
    let message = crate::msg!("take-stopped-long", length = crate::msg!("length-minutes", count = 10_usize));
    let said = "That was longer than a recording may be, 10 minutes. It has been stopped.";
    assert_eq!(say(Language::ENGLISH, &message), said);
    let json = serde_json::to_string(&message).unwrap();
    assert_eq!(serde_json::from_str::<Message>(&json).unwrap(), message);
}

#[test]
fn hints_and_keys_are_texts_of_their_own() {
    let message = crate::msg!("device-busy", direction = "output", name = "alsa:x");
    assert_eq!(say(Language::ENGLISH, &message), "the loudspeaker `alsa:x` is in use by another program");
    assert!(hint(Language::ENGLISH, &message).unwrap().starts_with("close the other program"));
    let skip = crate::msg!("help-skip");
    assert_eq!(key(Language::ENGLISH, &skip).unwrap(), "s [WHY]");
}

#[test]
fn tags_lead_to_the_nearest_language() {
    for (tag, expected) in [
        ("en", "en"),
        ("EN", "en"),
        ("en-US", "en"),
        ("en-Latn-GB", "en"),
        ("es-419", "es"),
        ("zh-Hans-CN", "zh"),
        ("fil-PH", "fil"),
        ("tlh", "en"),
        ("", "en"),
    ] {
        assert_eq!(Language::for_tag(tag).tag(), expected, "{tag}");
    }
    let mut tags: Vec<&str> = Language::all().map(Language::tag).collect();
    assert_eq!(tags[0], "en", "English is what others fall back to");
    tags.sort_unstable();
    tags.dedup();
    assert_eq!(tags.len(), Language::all().count());
    for tag in tags {
        assert!(tag.parse::<unic_langid::LanguageIdentifier>().is_ok(), "{tag}: plural forms need its tag");
    }
}

#[test]
fn messages_travel_as_json_and_back() {
    let message = crate::msg!("farewell-given", count = 3_u64, all = 12_u64, minutes = Arg::decimal(2.0, 1));
    let json = serde_json::to_string(&message).unwrap();
    assert_eq!(
        json,
        r#"{"id":"farewell-given","args":{"all":{"count":12},"count":{"count":3},"minutes":{"decimal":"2.0"}}}"#
    );
    assert_eq!(serde_json::from_str::<Message>(&json).unwrap(), message);
    let plain = serde_json::to_string(&crate::msg!("room-quiet")).unwrap();
    assert_eq!(plain, r#"{"id":"room-quiet"}"#);
    assert_eq!(serde_json::from_str::<Message>(&plain).unwrap(), crate::msg!("room-quiet"));
}
