//! One cause, one line: what is alike is told with a count and its first places. `--json` keeps every one.

use booth::text::escape_for_terminal as safe;
use std::path::Path;

/// Places that are told of each kind.
const TOLD: usize = 3;
/// Words at the end of a note that make it one of a kind: what differs, names and numbers, stands before.
const ENDING: usize = 3;

/// Something that is wrong somewhere.
pub(crate) struct Told {
    /// What all of its kind have in common, as it is told (`warn [clipped]`).
    pub kind: String,
    /// The file or folder.
    pub path: String,
    /// Where in it (`:12:3`), or nothing.
    pub at: String,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub hint: Option<String>,
}

impl Told {
    /// Describes a finding that has a severity and an id.
    pub(crate) fn new(kind: String, path: &Path, line: Option<u64>, message: &str) -> Self {
        let at = line.map_or(String::new(), |line| format!(":{line}"));
        Self { kind, path: path.display().to_string(), at, message: message.to_owned(), hint: None }
    }

    /// Describes a session that cannot be read.
    pub(crate) fn unreadable(path: &Path, message: &str) -> Self {
        Self::new("cannot be read:".to_owned(), path, None, message)
    }

    fn place(&self) -> String {
        format!("{}{}", self.path, self.at)
    }

    fn line(&self) -> String {
        safe(&format!("{}: {} {}", self.place(), self.kind, self.message))
    }

    fn hint_line(&self) -> Option<String> {
        self.hint.as_deref().filter(|hint| !hint.is_empty()).map(|hint| format!("    {}", safe(hint)))
    }
}

/// Returns the line of each one, where each has to be dealt with by itself.
pub(crate) fn every(all: impl IntoIterator<Item = Told>) -> Vec<String> {
    all.into_iter().map(|told| told.line()).collect()
}

/// Returns the lines that tell it all, kinds in the order in which they first come.
pub(crate) fn lines(all: impl IntoIterator<Item = Told>) -> Vec<String> {
    let mut kinds: Vec<Kind> = Vec::new();
    let mut places = std::collections::BTreeMap::new();
    for told in all {
        let at = *places.entry(told.kind.clone()).or_insert_with(|| {
            kinds.push(Kind::default());
            kinds.len() - 1
        });
        kinds[at].add(told);
    }
    kinds.iter().flat_map(Kind::lines).collect()
}

/// Returns notes, of each kind the first few and how many more there are.
pub(crate) fn notes(all: &[String]) -> Vec<String> {
    let ending = |note: &str| {
        let words: Vec<&str> = note.split_whitespace().rev().take(ENDING).collect();
        words.join(" ")
    };
    let mut counts: Vec<(String, usize)> = Vec::new();
    let mut lines = Vec::new();
    for note in all {
        let kind = ending(note);
        let at = counts.iter().position(|(known, _)| *known == kind).unwrap_or_else(|| {
            counts.push((kind, 0));
            counts.len() - 1
        });
        counts[at].1 += 1;
        if counts[at].1 <= TOLD {
            lines.push(safe(note));
        }
    }
    let more: usize = counts.iter().map(|(_, count)| count.saturating_sub(TOLD)).sum();
    if more > 0 {
        lines.push(format!("and {more} more like these, all of them in --json"));
    }
    lines
}

/// What is alike: the first few, and whether all say the same.
#[derive(Default)]
struct Kind {
    first: Vec<Told>,
    count: usize,
    is_one_message: bool,
}

impl Kind {
    fn add(&mut self, told: Told) {
        self.is_one_message =
            self.count == 0 || (self.is_one_message && self.first[0].message == told.message);
        self.count += 1;
        if self.first.len() < TOLD {
            self.first.push(told);
        }
    }

    fn lines(&self) -> Vec<String> {
        let Some(first) = self.first.first() else { return Vec::new() };
        let more = self.count - self.first.len();
        if more > 0 && self.is_one_message {
            let kind = safe(&format!("{}: {} {}", first.path, first.kind, first.message));
            let mut lines = vec![format!("{kind} ({} times)", self.count)];
            lines.extend(first.hint_line());
            lines.push(format!("    at {} and {more} more", safe(&self.places())));
            return lines;
        }
        let mut lines = Vec::new();
        for (told, next) in self.first.iter().zip(self.first.iter().skip(1).map(Some).chain([None])) {
            lines.push(told.line());
            // A hint that is the same for all stands once.
            if next.is_none_or(|next| next.hint != told.hint) {
                lines.extend(told.hint_line());
            }
        }
        if more > 0 {
            lines.push(format!("    and {more} more: {}, all of them in --json", first.kind));
        }
        lines
    }

    /// The first places, each file named once.
    fn places(&self) -> String {
        let mut words: Vec<String> = Vec::new();
        for (number, told) in self.first.iter().enumerate() {
            let is_same = number > 0 && self.first[number - 1].path == told.path && !told.at.is_empty();
            let at = told.at.trim_start_matches(':');
            words.push(if is_same { at.to_owned() } else { told.place() });
        }
        words.join(", ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(kind: &str, line: u64, message: &str) -> Told {
        let mut told = Told::new(kind.to_owned(), Path::new("metadata.csv"), Some(line), message);
        told.hint = Some("separate columns with |".to_owned());
        told
    }

    #[test]
    fn one_cause_is_one_line_with_its_count_and_first_places() {
        let mut all: Vec<Told> =
            (1..=150).map(|line| told("reject [row]", line, "the line has 1 column")).collect();
        all.insert(40, told("warn [quote]", 40, "a quotation mark is left open"));
        let expected = [
            "metadata.csv: reject [row] the line has 1 column (150 times)",
            "    separate columns with |",
            "    at metadata.csv:1, 2, 3 and 147 more",
            "metadata.csv:40: warn [quote] a quotation mark is left open",
            "    separate columns with |",
        ];
        assert_eq!(lines(all), expected);
    }

    #[test]
    fn what_differs_is_told_for_the_first_three_and_few_are_told_whole() {
        let all = |count: u64| {
            (1..=count).map(|line| told("reject [audio]", line, &format!("there is no c{line}.wav")))
        };
        let lines_of = |count| lines(all(count));
        assert_eq!(lines_of(3).len(), 4);
        assert_eq!(
            lines_of(5)[3..],
            ["    separate columns with |", "    and 2 more: reject [audio], all of them in --json"]
        );
        assert_eq!(lines_of(0), [""; 0]);
    }

    #[test]
    fn notes_that_end_alike_are_told_three_times() {
        let mut all: Vec<String> =
            (0..9).map(|n| format!("speakers a{n} and b have one consent receipt")).collect();
        all.push("fr-FR has 3 speakers and none in test".to_owned());
        let lines = notes(&all);
        assert_eq!(lines.len(), 5, "{lines:?}");
        assert_eq!(lines[4], "and 6 more like these, all of them in --json");
    }
}
