//! Intents that are triples: what is done, to what, and where, as in Fluent Speech Commands.

/// What parts the members of a triple.
const BETWEEN: &str = "__";

/// Returns action, object and location of an intent that is written `action__object__location`, `none` where there is no
/// object or location; `None` for any other.
pub fn triple(intent: &str) -> Option<[&str; 3]> {
    let parts: Vec<&str> = intent.split(BETWEEN).collect();
    let is_word = |part: &&str| !part.is_empty() && !part.starts_with('_') && !part.ends_with('_');
    <[&str; 3]>::try_from(parts).ok().filter(|parts| parts.iter().all(is_word))
}

#[cfg(test)]
mod tests {
    use super::triple;

    #[test]
    fn a_triple_is_three_words_with_two_underscores_between_them() {
        assert_eq!(triple("activate__lights__living_room"), Some(["activate", "lights", "living_room"]));
        assert_eq!(triple("change_language__chinese__none"), Some(["change_language", "chinese", "none"]));
        for other in ["alarm_set", "a__b", "a__b__", "__a__b", "a___b__c", "a__b__c__d", "a__b___c"] {
            assert_eq!(triple(other), None, "{other}");
        }
    }
}
