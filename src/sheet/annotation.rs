//! Slot annotations: `wake me at [time : nine in the morning]`, as in MASSIVE and SLURP.
//!
//! One space stands on each side of the colon and none before the closing bracket. Spans are exact, down to the character;
//! what MASSIVE's own reader takes in is written by [`super::Massive`]. Brackets have no other use in a prompt.

use super::model::Slot;
use std::fmt;

/// Where an annotation is not well formed, and how.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AnnotationFault {
    /// The column inside the annotated text, in characters, from 1.
    pub column: u32,
    /// What is wrong there.
    pub kind: AnnotationFaultKind,
}

/// How an annotation is not well formed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum AnnotationFaultKind {
    /// A `]` without a `[` before it.
    Unopened,
    /// A `[` without a `]` after it.
    Unclosed,
    /// A `[` inside another pair of brackets.
    Nested,
    /// A pair of brackets without a colon: a literal bracket, not a slot.
    LiteralBrackets,
    /// A slot name that is not `a-z`, digits and underscores, beginning with a letter.
    Name,
    /// No words after the colon.
    EmptyValue,
    /// Not exactly one space on each side of the colon and none before the `]`.
    Spacing,
}

impl fmt::Display for AnnotationFaultKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Unopened => "a `]` has no `[` before it",
            Self::Unclosed => "a `[` has no `]` after it",
            Self::Nested => "a slot stands inside another one",
            Self::LiteralBrackets => "brackets that hold no slot",
            Self::Name => "a slot's name has something else than a-z, digits and underscores",
            Self::EmptyValue => "a slot has no words",
            Self::Spacing => "a slot is not spaced as `[name : words]`",
        })
    }
}

impl fmt::Display for AnnotationFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} (column {})", self.kind, self.column)
    }
}

impl std::error::Error for AnnotationFault {}

/// Splits an annotated text into its plain words and its slots, whose spans count characters of the plain words.
///
/// # Errors
/// The first [`AnnotationFault`] from the left.
pub fn parse(annotated: &str) -> Result<(String, Vec<Slot>), AnnotationFault> {
    let scan = scan(annotated);
    match scan.faults.first() {
        None => Ok((scan.plain, scan.slots)),
        Some(fault) => Err(*fault),
    }
}

/// Writes plain words and their slots as an annotated text: the inverse of [`parse`].
///
/// A slot whose span is empty, outside the words, or before the end of the slot ahead of it is left out.
pub fn render(text: &str, slots: &[Slot]) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len() + slots.len() * 16);
    let mut done = 0usize;
    for slot in slots {
        let (start, end) = (slot.start as usize, slot.end as usize);
        if start < done || start >= end || end > chars.len() {
            continue;
        }
        out.extend(&chars[done..start]);
        out.push('[');
        out.push_str(&slot.name);
        out.push_str(" : ");
        out.extend(&chars[start..end]);
        out.push(']');
        done = end;
    }
    out.extend(&chars[done..]);
    out
}

/// Writes slots with the spaces that they have, where nothing but those is wrong; all else stays as it is.
pub(super) fn respaced(annotated: &str) -> String {
    let chars: Vec<char> = annotated.chars().collect();
    let partner = partners(&chars);
    let mut out = String::with_capacity(annotated.len());
    let mut at = 0;
    while at < chars.len() {
        let written = partner[at].and_then(|end| {
            let inside: String = chars[at + 1..end].iter().collect();
            let (name, value) = inside.split_once(':')?;
            let (name, value) = (name.trim_matches(' '), value.trim_matches(' '));
            let is_slot = is_name(name) && !value.is_empty() && !inside.contains(['[', ']']);
            is_slot.then(|| (format!("[{name} : {value}]"), end))
        });
        if let Some((slot, end)) = written {
            out.push_str(&slot);
            at = end + 1;
        } else {
            out.push(chars[at]);
            at += 1;
        }
    }
    out
}

/// Says in what an annotated text differs from the plain text and the slots that it stands for; without slots there is
/// none. `None` when they agree, and then the slots are in order and none overlaps another.
pub fn disagreement(text: &str, annotated: Option<&str>, slots: &[Slot]) -> Option<String> {
    match annotated {
        None if slots.is_empty() => None,
        None => Some("there are slots and no annotation".to_owned()),
        Some(_) if slots.is_empty() => Some("there is an annotation and no slot".to_owned()),
        Some(annotated) => match parse(annotated) {
            Err(fault) => Some(format!("the annotation is none: {fault}")),
            Ok((plain, _)) if plain != text => Some("the annotation is of another text".to_owned()),
            Ok((_, found)) if found != slots => Some("the annotation has other slots".to_owned()),
            Ok(_) => None,
        },
    }
}

/// What a whole pass over an annotated text finds, faults or not.
pub(super) struct Scan {
    /// The plain words; where a slot is malformed, the best guess at them.
    pub plain: String,
    /// The well-formed slots.
    pub slots: Vec<Slot>,
    /// For each character of `plain`, its column in the annotated text, from 1.
    pub columns: Vec<u32>,
    /// The faults from left to right.
    pub faults: Vec<AnnotationFault>,
}

impl Scan {
    fn push(&mut self, chars: &[char], from: usize, to: usize) {
        for (at, &c) in chars[from..to].iter().enumerate() {
            self.plain.push(c);
            self.columns.push((from + at + 1) as u32);
        }
    }

    fn fault(&mut self, at: usize, kind: AnnotationFaultKind) {
        self.faults.push(AnnotationFault { column: (at + 1) as u32, kind });
    }
}

/// Reads an annotated text to its end, whatever is wrong with it; takes time linear in its length.
pub(super) fn scan(annotated: &str) -> Scan {
    let chars: Vec<char> = annotated.chars().collect();
    let partner = partners(&chars);
    let mut scan = Scan {
        plain: String::with_capacity(annotated.len()),
        slots: Vec::new(),
        columns: Vec::with_capacity(chars.len()),
        faults: Vec::new(),
    };
    let mut at = 0;
    while at < chars.len() {
        let end = match (chars[at], partner[at]) {
            ('[', Some(end)) => end,
            (c, _) => {
                match c {
                    '[' => scan.fault(at, AnnotationFaultKind::Unclosed),
                    ']' => scan.fault(at, AnnotationFaultKind::Unopened),
                    _ => {}
                }
                scan.push(&chars, at, at + 1);
                at += 1;
                continue;
            }
        };
        slot(&mut scan, &chars, at, end);
        at = end + 1;
    }
    scan
}

/// For each opening bracket, where its closing bracket is.
fn partners(chars: &[char]) -> Vec<Option<usize>> {
    let mut partner = vec![None; chars.len()];
    let mut open = Vec::new();
    for (at, &c) in chars.iter().enumerate() {
        match c {
            '[' => open.push(at),
            ']' => {
                if let Some(start) = open.pop() {
                    partner[start] = Some(at);
                }
            }
            _ => {}
        }
    }
    partner
}

/// Reads the bracket pair at `open..=close`.
fn slot(scan: &mut Scan, chars: &[char], open: usize, close: usize) {
    use AnnotationFaultKind as Kind;
    let inside = &chars[open + 1..close];
    if let Some(inner) = inside.iter().position(|&c| c == '[') {
        scan.fault(open + 1 + inner, Kind::Nested);
        scan.push(chars, open, close + 1);
        return;
    }
    let Some(colon) = inside.iter().position(|&c| c == ':') else {
        scan.fault(open, Kind::LiteralBrackets);
        scan.push(chars, open, close + 1);
        return;
    };
    let colon = open + 1 + colon;
    let (name_start, name_end) = trim(chars, open + 1, colon);
    let (value_start, value_end) = trim(chars, colon + 1, close);
    let name: String = chars[name_start..name_end].iter().collect();
    let value: String = chars[value_start..value_end].iter().collect();
    if !is_name(&name) {
        scan.fault(name_start, Kind::Name);
    } else if value.is_empty() {
        scan.fault(colon, Kind::EmptyValue);
    } else if name_start != open + 1 || name_end + 1 != colon || value_start != colon + 2 {
        scan.fault(if name_start == open + 1 { colon } else { open + 1 }, Kind::Spacing);
    } else if value_end != close {
        scan.fault(value_end, Kind::Spacing);
    } else {
        let start = scan.columns.len() as u32;
        let end = start + (value_end - value_start) as u32;
        scan.slots.push(Slot { name, value, start, end });
    }
    scan.push(chars, value_start, value_end);
}

/// Narrows a range of characters to what lies between its outer spaces.
fn trim(chars: &[char], mut start: usize, mut end: usize) -> (usize, usize) {
    while start < end && chars[start] == ' ' {
        start += 1;
    }
    while start < end && chars[end - 1] == ' ' {
        end -= 1;
    }
    (start, end)
}

/// Tells whether `text` can name a slot, an intent or a domain: `a-z`, digits and underscores, a letter first.
pub fn is_name(text: &str) -> bool {
    text.len() <= 64
        && text.starts_with(|c: char| c.is_ascii_lowercase())
        && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn spans_count_characters_of_the_plain_text() {
        let (text, slots) = parse("Réveille-moi à [time : sept heures] [date : demain].").unwrap();
        assert_eq!(text, "Réveille-moi à sept heures demain.");
        let spans: Vec<_> =
            slots.iter().map(|s| (s.name.as_str(), s.value.as_str(), s.start, s.end)).collect();
        assert_eq!(spans, [("time", "sept heures", 15, 26), ("date", "demain", 27, 33)]);
    }

    #[test]
    fn each_fault_is_named_at_its_column() {
        use AnnotationFaultKind as Kind;
        for (text, column, kind) in [
            ("at nine] now", 8, Kind::Unopened),
            ("at [time : nine", 4, Kind::Unclosed),
            ("at [time : nine and [date : today]", 4, Kind::Unclosed),
            ("at [time : nine [date : today]] x", 17, Kind::Nested),
            ("at [nine] now", 4, Kind::LiteralBrackets),
            ("at [] now", 4, Kind::LiteralBrackets),
            ("at [Time : nine]", 5, Kind::Name),
            ("at [ : nine]", 6, Kind::Name),
            ("at [time : ]", 10, Kind::EmptyValue),
            ("at [time: nine]", 9, Kind::Spacing),
            ("at [time :nine]", 10, Kind::Spacing),
            ("at [time :  nine]", 10, Kind::Spacing),
            ("at [ time : nine]", 5, Kind::Spacing),
            ("at [time : nine ]", 16, Kind::Spacing),
        ] {
            assert_eq!(parse(text), Err(AnnotationFault { column, kind }), "{text}");
        }
    }

    #[test]
    fn a_scan_goes_on_after_a_fault() {
        use AnnotationFaultKind as Kind;
        let scan = scan("at] [x] [time : nine ] [date : today]");
        let kinds: Vec<_> = scan.faults.iter().map(|fault| (fault.column, fault.kind)).collect();
        assert_eq!(kinds, [(3, Kind::Unopened), (5, Kind::LiteralBrackets), (21, Kind::Spacing)]);
        assert_eq!(scan.plain, "at] [x] nine today");
        assert_eq!(scan.slots.len(), 1);
    }

    #[test]
    fn slots_that_do_not_fit_are_left_out() {
        let slot = |start, end| Slot { name: "x".into(), value: String::new(), start, end };
        let slots = [slot(0, 1), slot(0, 2), slot(2, 2), slot(2, 3), slot(3, 9)];
        assert_eq!(render("äöü", &slots), "[x : ä]ö[x : ü]");
    }

    fn piece() -> impl Strategy<Value = (String, Option<String>)> {
        let words = "[^\\[\\] ]([^\\[\\]]{0,8}[^\\[\\] ])?";
        prop_oneof![
            "[^\\[\\]]{0,8}".prop_map(|text| (text, None)),
            (words, "[a-z][a-z0-9_]{0,6}").prop_map(|(text, name)| (text, Some(name))),
        ]
    }

    proptest! {
        #[test]
        fn what_is_rendered_parses_back(pieces in prop::collection::vec(piece(), 0..8)) {
            let mut text = String::new();
            let mut slots = Vec::new();
            for (words, name) in pieces {
                let start = text.chars().count() as u32;
                text.push_str(&words);
                let end = text.chars().count() as u32;
                slots.extend(name.map(|name| Slot { name, value: words, start, end }));
            }
            prop_assert_eq!(parse(&render(&text, &slots)), Ok((text, slots)));
        }

        #[test]
        fn any_text_is_scanned_without_panic(text in "(\\[|\\]|:| |[a-z]|\\PC){0,24}") {
            let scan = scan(&text);
            let length = text.chars().count();
            prop_assert_eq!(scan.columns.len(), scan.plain.chars().count());
            let annotated: Vec<char> = text.chars().collect();
            for (c, column) in scan.plain.chars().zip(&scan.columns) {
                prop_assert_eq!(annotated[*column as usize - 1], c);
            }
            for fault in &scan.faults {
                prop_assert!(fault.column >= 1 && fault.column as usize <= length);
            }
            let plain: Vec<char> = scan.plain.chars().collect();
            for slot in &scan.slots {
                let span: String = plain[slot.start as usize..slot.end as usize].iter().collect();
                prop_assert_eq!(&span, &slot.value);
            }
            if scan.faults.is_empty() {
                prop_assert_eq!(render(&scan.plain, &scan.slots), text);
            }
        }
    }
}
