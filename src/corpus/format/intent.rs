//! What an utterance means, in the form that MASSIVE and SLURP share: scenario and action, words and the slot of each.

use super::Unfit;
use crate::corpus::catalogue::Row;
use crate::sheet::Massive;

/// Returns scenario and action of a row that has an intent: MASSIVE's and SLURP's `scenario_action`. The scenario is the domain
/// where the intent begins with it, else what stands before the first underscore; an intent of one word is the action, and
/// its domain, or else itself, the scenario.
pub fn scenario_and_action(row: &Row) -> Option<(&str, &str)> {
    let intent = row.intent.as_deref()?;
    let after = |domain: &str| intent.strip_prefix(domain)?.strip_prefix('_').filter(|rest| !rest.is_empty());
    if let Some(domain) = row.domain.as_deref()
        && let Some(action) = after(domain)
    {
        return Some((domain, action));
    }
    match intent.split_once('_') {
        Some((scenario, action)) if !action.is_empty() => Some((scenario, action)),
        _ => Some((row.domain.as_deref().unwrap_or(intent), intent)),
    }
}

/// Returns the text with each white space as a plain one, so that who splits at any finds what who splits at a plain one finds;
/// slots keep their places.
pub fn plainly_spaced(text: &str) -> String {
    text.chars().map(|c| if c.is_whitespace() { ' ' } else { c }).collect()
}

/// Returns the words of a row without punctuation, each with the slot that it is in.
pub fn words(row: &Row) -> Vec<(String, Option<usize>)> {
    Massive::tokens(&plainly_spaced(&row.text), &row.slots, &row.locale)
}

/// Says why a row cannot be written as words with slots, which begin and end with words.
pub fn unfit(row: &Row) -> Option<Unfit> {
    if row.intent.is_none() {
        return Some(Unfit::NoIntent);
    }
    if row.text.contains(['[', ']']) {
        return Some(Unfit::Brackets);
    }
    let words = words(row);
    if words.is_empty() {
        return Some(Unfit::NoWords);
    }
    let has_a_word = |slot: usize| words.iter().any(|(_, of)| *of == Some(slot));
    (!(0..row.slots.len()).all(has_a_word)).then_some(Unfit::SlotInWord)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::catalogue::tests::row;
    use crate::corpus::split::Split;
    use crate::sheet::annotation::parse;

    #[test]
    fn an_intent_is_parted_as_the_data_sets_part_theirs() {
        let parted = |intent: &str, domain: Option<&str>| {
            let mut row = row("a1", "en-US", "p1", "x", Split::Train);
            (row.intent, row.domain) = (Some(intent.to_owned()), domain.map(str::to_owned));
            let (scenario, action) = scenario_and_action(&row).unwrap();
            format!("{scenario}+{action}")
        };
        assert_eq!(parted("alarm_set", Some("alarm")), "alarm+set");
        assert_eq!(parted("smart_home_light_on", Some("smart_home")), "smart_home+light_on");
        assert_eq!(parted("smart_home_light_on", Some("iot")), "smart+home_light_on");
        assert_eq!(parted("alarm_set", None), "alarm+set");
        assert_eq!(parted("greet", Some("general")), "general+greet");
        assert_eq!(parted("greet", None), "greet+greet");
        assert_eq!(parted("greet_", None), "greet_+greet_");
    }

    #[test]
    fn a_row_is_refused_by_what_is_wrong_with_it() {
        let of = |annotated: &str, locale: &str| {
            let (text, slots) = parse(annotated).unwrap();
            let mut row = row("a1", locale, "p1", &text, Split::Train);
            row.slots = slots;
            unfit(&row)
        };
        assert_eq!(of("wake me at [time : nine].", "en-US"), None);
        assert_eq!(of("[a : x]-[b : y] z", "en-US"), Some(Unfit::SlotInWord));
        assert_eq!(of("!?", "en-US"), Some(Unfit::NoWords));
        assert_eq!(of("あと[duration : 十分間]だけ", "ja-JP"), None);
        let mut row = row("a1", "en-US", "p1", "a [b] c", Split::Train);
        assert_eq!(unfit(&row), Some(Unfit::Brackets));
        row.intent = None;
        assert_eq!(unfit(&row), Some(Unfit::NoIntent));
    }
}
