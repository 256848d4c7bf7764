//! Words, numbers and tables of a card.

use crate::corpus::totals::Amount;
use crate::units::SampleRate;
use std::borrow::Cow;
use std::fmt::Write as _;

/// Returns hours with three decimals, from whole frames, rounded half up in whole numbers.
pub fn hours(frames: u64, rate: SampleRate) -> String {
    let per_hour = u128::from(rate.hz()) * 3600;
    let thousandths = (u128::from(frames) * 2000 + per_hour) / (2 * per_hour);
    format!("{}.{:03}", thousandths / 1000, thousandths % 1000)
}

/// Escapes what Markdown or YAML would read as markup inside a table cell or a quoted scalar.
pub(super) fn plain(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '|' | '\\' | '`' | '*' | '[' | ']' | '<' | '>' | '#' | '"' => {
                let _ = write!(out, "&#{};", u32::from(c));
            }
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

pub(super) fn table<K: std::fmt::Display>(
    out: &mut String,
    head: &str,
    rows: impl Iterator<Item = (K, Amount)>,
    rate: SampleRate,
) {
    let _ = writeln!(out, "| {head} | utterances | speakers | hours |\n|---|---:|---:|---:|");
    for (name, amount) in rows {
        let _ = writeln!(
            out,
            "| {name} | {} | {} | {} |",
            amount.utterances,
            amount.speakers,
            hours(amount.frames, rate)
        );
    }
    out.push('\n');
}

pub(super) fn counts<'a>(
    out: &mut String,
    head: &str,
    none: &str,
    rows: impl Iterator<Item = (Cow<'a, str>, u64)>,
) {
    let _ = writeln!(out, "| {head} | utterances |\n|---|---:|");
    for (name, count) in rows {
        let name = if name.is_empty() { none.to_owned() } else { plain(&name) };
        let _ = writeln!(out, "| {name} | {count} |");
    }
    out.push('\n');
}

/// Gives names and counts as [`counts`] takes them.
pub(super) fn borrowed<'a>((name, count): (&'a String, &u64)) -> (Cow<'a, str>, u64) {
    (Cow::Borrowed(name), *count)
}

/// Writes a table of two columns.
pub(super) fn pairs(out: &mut String, head: &str, of: &str, rows: impl Iterator<Item = (String, u64)>) {
    let _ = writeln!(out, "| {head} | {of} |\n|---|---:|");
    for (name, count) in rows {
        let _ = writeln!(out, "| {name} | {count} |");
    }
    out.push('\n');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_are_counted_in_whole_numbers() {
        let rate = SampleRate::new(16_000).unwrap();
        assert_eq!(hours(0, rate), "0.000");
        assert_eq!(hours(16_000 * 3600, rate), "1.000");
        assert_eq!(hours(16_000 * 3600 / 2000, rate), "0.001");
        assert_eq!(hours(u64::MAX, rate), "320255973501.902");
    }

    #[test]
    fn markup_in_a_title_is_only_text() {
        assert_eq!(plain("a|b\n\"c\" <x>"), "a&#124;b &#34;c&#34; &#60;x&#62;");
    }
}
