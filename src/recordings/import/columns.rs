//! What the columns of a table are: by the names in its first line, else by what stands in them.

use super::role::{Columns, PRINTED, Role, by_name, plain_name};
use crate::text::fold;
use std::borrow::Cow;
use std::collections::BTreeSet;

/// What the columns of a table are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Roles {
    /// One a column.
    pub at: Vec<Role>,
    /// Whether the first line names the columns.
    pub header: bool,
}

impl Roles {
    /// Returns the column of a role.
    pub fn of(&self, role: Role) -> Option<usize> {
        self.at.iter().position(|known| *known == role)
    }
}

/// Finds out what the columns are; the error says what is unclear.
///
/// `rows` are the first lines of the table, `width` is how many cells they have, `has_names` says that the first line is known to
/// name the columns, and `is_clip` tells whether a cell names a recording that is there.
pub(super) fn find(
    rows: &[Vec<Cow<'_, str>>],
    width: usize,
    asked: Option<&Columns>,
    has_names: bool,
    is_clip: &dyn Fn(&str) -> bool,
) -> Result<Roles, String> {
    let first = rows.first().map(Vec::as_slice).unwrap_or_default();
    let header = has_names || asked.is_some_and(Columns::by_name) || is_header(rows, is_clip);
    let body = &rows[usize::from(header)..];
    if let Some(asked) = asked {
        let at = asked.resolve(header.then_some(first), width)?;
        return Ok(Roles { at, header });
    }
    let body: Vec<&[Cow<'_, str>]> =
        body.iter().filter(|row| row.len() == width).map(Vec::as_slice).collect();
    let at = if header && first.iter().any(|cell| by_name(cell).is_some()) {
        from_names(first, &body, is_clip)?
    } else {
        from_cells(&body, width, is_clip)?
    };
    Ok(Roles { at, header })
}

/// Whether the first line names columns: it names no recording, and has a known name for recordings and for texts, or nothing
/// but known names, or words without a digit where all other lines have digits.
fn is_header(rows: &[Vec<Cow<'_, str>>], is_clip: &dyn Fn(&str) -> bool) -> bool {
    let Some(first) = rows.first().filter(|row| row.len() > 1 && !row.iter().any(|cell| is_clip(cell)))
    else {
        return false;
    };
    let known: Vec<Option<Role>> = first.iter().map(|cell| by_name(cell).map(|(role, _)| role)).collect();
    let has = |wanted: &[Role]| known.iter().flatten().any(|role| wanted.contains(role));
    if known.iter().all(Option::is_some) || has(&[Role::Audio]) && has(&[Role::Text, Role::Normalised]) {
        return true;
    }
    let column = (0..first.len()).max_by_key(|&at| (clips(rows, at, is_clip), std::cmp::Reverse(at)));
    let Some(at) = column.filter(|&at| clips(rows, at, is_clip) > 0) else { return false };
    if known[at] == Some(Role::Audio) {
        return true;
    }
    let has_digit = |cell: &str| cell.bytes().any(|byte| byte.is_ascii_digit());
    let words = first.iter().all(|cell| !has_digit(cell) && !cell.trim().is_empty());
    words && rows.len() > 1 && rows[1..].iter().filter_map(|row| row.get(at)).all(|cell| has_digit(cell))
}

/// Counts the rows that name a recording in a column.
fn clips<'a>(rows: &[impl AsRef<[Cow<'a, str>]>], at: usize, is_clip: &dyn Fn(&str) -> bool) -> usize {
    rows.iter().filter(|row| row.as_ref().get(at).is_some_and(|cell| is_clip(cell))).count()
}

fn from_names(
    names: &[Cow<'_, str>],
    body: &[&[Cow<'_, str>]],
    is_clip: &dyn Fn(&str) -> bool,
) -> Result<Vec<Role>, String> {
    let known: Vec<Option<(Role, usize)>> = names.iter().map(|name| by_name(name)).collect();
    let mut at = vec![Role::Ignored; names.len()];
    // Of several columns that could name the recordings, the one that does.
    let audio = (0..names.len()).filter(|&column| {
        known[column].is_some_and(|(role, _)| role == Role::Audio)
            || 2 * clips(body, column, is_clip) > body.len()
    });
    let audio = audio.max_by_key(|&column| {
        let rank =
            known[column].filter(|(role, _)| *role == Role::Audio).map_or(usize::MAX, |(_, rank)| rank);
        (clips(body, column, is_clip), std::cmp::Reverse(rank))
    });
    let there = || names.iter().map(|name| name.trim()).collect::<Vec<_>>().join(", ");
    let audio = audio.ok_or_else(|| format!("no column names the audio; the first line has {}", there()))?;
    at[audio] = Role::Audio;
    for role in [Role::Speaker, Role::Locale, Role::Gender, Role::Age, Role::Accent] {
        let best = (0..names.len()).filter(|&column| at[column] == Role::Ignored);
        let best = best.filter_map(|column| {
            known[column].filter(|(known, _)| *known == role).map(|(_, rank)| (rank, column))
        });
        if let Some((_, column)) = best.min() {
            at[column] = role;
        }
    }
    let filled =
        |column: usize| body.iter().any(|row| row.get(column).is_some_and(|cell| !cell.trim().is_empty()));
    let of = |wanted: Role| -> Vec<usize> {
        let mut found: Vec<(usize, usize)> = (0..names.len())
            .filter(|&column| at[column] == Role::Ignored)
            .filter_map(|column| {
                known[column].filter(|(role, _)| *role == wanted).map(|(_, rank)| (rank, column))
            })
            .collect();
        found.sort_unstable();
        found.into_iter().map(|(_, column)| column).collect()
    };
    let (mut texts, normalised) = (of(Role::Text), of(Role::Normalised));
    if texts.len() > 1 {
        texts.retain(|&column| filled(column));
    }
    if texts.is_empty() && normalised.is_empty() {
        // One column of words under a name that nobody knows.
        let unknown =
            (0..names.len()).filter(|&column| at[column] == Role::Ignored && known[column].is_none());
        texts = unknown.filter(|&column| filled(column) && !Profile::of(body, column).is_numbers()).collect();
        if texts.len() > 1 {
            return Err(format!("no column is known to have the text; the first line has {}", there()));
        }
    }
    match (texts.as_slice(), normalised.first()) {
        ([], None) => return Err(format!("no column has the text; the first line has {}", there())),
        ([], Some(&only)) => at[only] = Role::Text,
        ([text], normalised) => {
            at[*text] = Role::Text;
            if let Some(&normalised) = normalised {
                at[normalised] = Role::Normalised;
            }
        }
        ([text, other], None) => {
            let (one, two) = (names[*text].trim(), names[*other].trim());
            if !are_alike(body, *text, *other) {
                return Err(format!("which of the columns `{one}` and `{two}` is read aloud is unclear"));
            }
            let is_printed = |column: usize| PRINTED.contains(&plain_name(&names[column]).as_str());
            let printed =
                if is_printed(*other) || !is_printed(*text) && other < text { *other } else { *text };
            let read = if printed == *text { *other } else { *text };
            (at[printed], at[read]) = (Role::Text, Role::Normalised);
        }
        (several, _) => {
            let names: Vec<&str> = several.iter().map(|&column| names[column].trim()).collect();
            return Err(format!("which of the columns {} is read aloud is unclear", names.join(", ")));
        }
    }
    Ok(at)
}

/// What stands in a column.
struct Profile {
    column: usize,
    rows: usize,
    distinct: usize,
    /// Cells without a space inside.
    single: usize,
    numbers: usize,
    whole_numbers: usize,
    /// Cells of two letters.
    codes: usize,
    words: usize,
}

impl Profile {
    fn of(body: &[&[Cow<'_, str>]], column: usize) -> Self {
        let cells: Vec<&str> =
            body.iter().filter_map(|row| row.get(column)).map(|cell| cell.trim()).collect();
        let cells: Vec<&str> = cells.into_iter().filter(|cell| !cell.is_empty()).collect();
        let count = |is: fn(&str) -> bool| cells.iter().filter(|cell| is(cell)).count();
        Self {
            column,
            rows: cells.len(),
            distinct: cells.iter().collect::<BTreeSet<_>>().len(),
            single: count(|cell| !cell.contains(char::is_whitespace)),
            numbers: count(|cell| cell.parse::<f64>().is_ok()),
            whole_numbers: count(|cell| cell.bytes().all(|byte| byte.is_ascii_digit())),
            codes: count(|cell| cell.len() == 2 && cell.bytes().all(|byte| byte.is_ascii_alphabetic())),
            words: cells.iter().map(|cell| cell.split_whitespace().count()).sum(),
        }
    }

    /// Short names without spaces, or few values that come again and again.
    fn is_name(&self) -> bool {
        let few = self.rows >= 6 && 3 * self.distinct <= self.rows && self.words <= 3 * self.rows;
        10 * self.single >= 9 * self.rows || few
    }

    fn is_numbers(&self) -> bool {
        self.numbers == self.rows
    }

    fn repeats(&self) -> bool {
        self.distinct < self.rows
    }
}

/// Tells columns without names by what stands in them.
fn from_cells(
    body: &[&[Cow<'_, str>]],
    width: usize,
    is_clip: &dyn Fn(&str) -> bool,
) -> Result<Vec<Role>, String> {
    let mut at = vec![Role::Ignored; width];
    let hits: Vec<usize> = (0..width).map(|column| clips(body, column, is_clip)).collect();
    let named = |column: &usize| {
        let profile = Profile::of(body, *column);
        profile.rows == body.len() && profile.distinct == profile.rows && profile.single == profile.rows
    };
    let audio = match (0..width).max_by_key(|&column| (hits[column], std::cmp::Reverse(column))) {
        Some(column) if hits[column] > 0 => Some(column),
        _ => (0..width).find(named),
    };
    let Some(audio) = audio else {
        return Err("no column names audio files that are there".to_owned());
    };
    at[audio] = Role::Audio;
    let others = (0..width).filter(|&column| column != audio).map(|column| Profile::of(body, column));
    let mut others: Vec<Profile> = others.filter(|profile| profile.rows > 0).collect();
    if let [only] = others.as_slice() {
        at[only.column] = Role::Text;
        return Ok(at);
    }
    // Lengths: numbers that are no ids of speakers, or whole ones behind the text.
    let last = others.iter().map(|profile| profile.column).max().unwrap_or_default();
    let is_length = |profile: &Profile| {
        let fractions = profile.numbers == profile.rows && profile.whole_numbers < profile.rows;
        fractions || profile.whole_numbers == profile.rows && profile.column == last && !profile.repeats()
    };
    if others.iter().any(|profile| !is_length(profile)) {
        others.retain(|profile| !is_length(profile));
    }
    // Codes of languages beside speakers and texts.
    let is_code = |profile: &Profile| profile.codes == profile.rows;
    if let Some(index) = others.iter().position(is_code).filter(|_| others.len() > 2) {
        at[others.remove(index).column] = Role::Locale;
    }
    match others.as_slice() {
        [] => Err("no column looks like a text".to_owned()),
        [text] => {
            at[text.column] = Role::Text;
            Ok(at)
        }
        [one, two] if are_alike(body, one.column, two.column) => {
            (at[one.column], at[two.column]) = (Role::Text, Role::Normalised);
            Ok(at)
        }
        [one, two] => {
            let speaker = match (one.is_name(), two.is_name()) {
                (true, false) => Some(one),
                (false, true) => Some(two),
                (true, true) if one.repeats() && one.distinct < two.distinct => Some(one),
                (true, true) if two.repeats() && two.distinct < one.distinct => Some(two),
                _ => None,
            };
            let speaker = speaker.ok_or("which column is the text is unclear")?.column;
            at[speaker] = Role::Speaker;
            at[if speaker == one.column { two.column } else { one.column }] = Role::Text;
            Ok(at)
        }
        [first, second, third] => three(body, [first, second, third], at),
        _ => Err(format!("the table has {width} columns, and what they are is unclear")),
    }
}

/// Tells a speaker and two forms of a text apart.
fn three(body: &[&[Cow<'_, str>]], of: [&Profile; 3], mut at: Vec<Role>) -> Result<Vec<Role>, String> {
    let unclear = || "which of four columns is the text is unclear".to_owned();
    for (speaker, one, two) in [(0, 1, 2), (1, 0, 2), (2, 0, 1)] {
        let (speaker, one, two) = (of[speaker], of[one], of[two]);
        if speaker.is_name() && are_alike(body, one.column, two.column) && !(one.is_name() && two.is_name()) {
            at[speaker.column] = Role::Speaker;
            (at[one.column], at[two.column]) = (Role::Text, Role::Normalised);
            return Ok(at);
        }
    }
    Err(unclear())
}

/// Whether two columns hold the same words in two forms.
fn are_alike(body: &[&[Cow<'_, str>]], one: usize, two: usize) -> bool {
    let pairs = body.iter().filter_map(|row| Some((row.get(one)?, row.get(two)?)));
    let pairs = pairs.filter(|(one, two)| !one.trim().is_empty() && !two.trim().is_empty());
    let (sum, count) =
        pairs.fold((0.0, 0u32), |(sum, count), (one, two)| (sum + likeness(one, two), count + 1));
    count > 0 && sum / f64::from(count) >= 0.4
}

/// Whether two cells hold the same words in two forms.
pub(super) fn is_alike(one: &str, two: &str) -> bool {
    likeness(one, two) >= 0.4
}

/// The share of pairs of characters that two texts have in common, by Dice's coefficient: 0 to 1.
fn likeness(one: &str, two: &str) -> f64 {
    let pairs = |text: &str| -> Vec<(char, char)> {
        let chars: Vec<char> = fold(text).chars().collect();
        let mut pairs: Vec<(char, char)> = chars.windows(2).map(|pair| (pair[0], pair[1])).collect();
        pairs.extend(chars.first().map(|&first| (' ', first)));
        pairs.sort_unstable();
        pairs
    };
    let (one, two) = (pairs(one), pairs(two));
    let (mut left, mut right, mut common) = (0, 0, 0);
    while left < one.len() && right < two.len() {
        match one[left].cmp(&two[right]) {
            std::cmp::Ordering::Less => left += 1,
            std::cmp::Ordering::Greater => right += 1,
            std::cmp::Ordering::Equal => {
                common += 1;
                left += 1;
                right += 1;
            }
        }
    }
    if one.is_empty() || two.is_empty() {
        0.0
    } else {
        2.0 * f64::from(common) / (one.len() + two.len()) as f64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clip(cell: &str) -> bool {
        let stem = cell.rsplit('/').next().unwrap_or(cell).trim_end_matches(".wav");
        stem.strip_prefix('c').is_some_and(|rest| rest.parse::<u32>().is_ok())
    }

    fn told(table: &str, asked: Option<&str>) -> Result<(String, bool), String> {
        let rows: Vec<Vec<Cow<'_, str>>> =
            table.lines().map(|line| line.split('|').map(Cow::Borrowed).collect()).collect();
        let asked = asked.map(|asked| asked.parse::<Columns>().unwrap());
        let roles = find(&rows, rows.last().unwrap().len(), asked.as_ref(), false, &clip)?;
        let words: Vec<&str> = roles.at.iter().map(|role| role.as_str()).collect();
        Ok((words.join(","), roles.header))
    }

    #[test]
    fn columns_are_told_by_names_or_by_what_stands_in_them() {
        for (table, roles, header) in [
            ("c1|Wake me\nc2|Lamp on", "audio,text", false),
            ("c1|anna|Wake me\nc2|anna|Lamp on\nc3|ben|Stop it", "audio,speaker,text", false),
            ("c1|anna|Wake me\nc2|ben|Lamp on", "audio,speaker,text", false),
            ("anna|wavs/c1.wav|Wake me\nben|wavs/c2.wav|Lamp on", "speaker,audio,text", false),
            ("c1|0|Wake me\nc2|0|Lamp on\nc3|1|Stop it", "audio,speaker,text", false),
            ("c1|anna|stop\nc2|anna|go\nc3|ben|on", "audio,speaker,text", false),
            (
                "c1|Anna May|Wake me\nc2|Anna May|On\nc3|Anna May|Off\nc4|Ben Roe|No\nc5|Ben Roe|Yes\nc6|Ben Roe|So",
                "audio,speaker,text",
                false,
            ),
            (
                "c1|Pls wake me @ 7|Please wake me up at seven\nc2|Lamp on|Lamp on",
                "audio,text,normalised",
                false,
            ),
            ("c1|anna|Dr. No|Doctor No\nc2|anna|Lamp on|Lamp on", "audio,speaker,text,normalised", false),
            ("c1.wav|Wake me|41\nc2.wav|Lamp on|37", "audio,text,-", false),
            ("c1|1.25|Wake me\nc2|0.5|Lamp on", "audio,-,text", false),
            ("c1|EN|anna|Wake me\nc2|EN|ben|Lamp on", "audio,locale,speaker,text", false),
            ("id|text\nc1|Wake me", "audio,text", true),
            ("Audio File|Speaker Name|Transcript\nc1|anna|Wake me", "audio,speaker,text", true),
            (
                "audio_file|text|transcription|speaker_name\nc1|Dr. No stops|Doctor No stops|a",
                "audio,text,normalised,speaker",
                true,
            ),
            (
                "id|audio|raw_transcription|transcription\n1|c1|Wake me!|wake me",
                "-,audio,text,normalised",
                true,
            ),
            ("clipje|woorden\nc1|Wake me\nc2|Lamp on", "audio,text", true),
            ("clip|phrase\nc1|Wake me", "audio,text", true),
            ("x1|Wake me\nx2|Lamp on", "audio,text", false),
        ] {
            assert_eq!(told(table, None), Ok((roles.to_owned(), header)), "{table}");
        }
    }

    #[test]
    fn what_is_unclear_is_refused_and_what_is_asked_for_is_taken() {
        for table in [
            "c1|Wake me|Weck mich bitte\nc2|Lamp on|Licht an",
            "c1|stop|halt\nc2|go|los",
            "c1|a b|c d|e f|g h\nc2|i j|k l|m n|o p",
            "id|duration\nc1|2.5",
            "file|text|sentence\nc1|Wake me|Licht an",
        ] {
            assert!(told(table, None).is_err(), "{table}");
        }
        let table = "c1|Wake me|Weck mich bitte";
        assert_eq!(told(table, Some("audio,-,text")), Ok(("audio,-,text".to_owned(), false)));
        assert_eq!(told(table, Some("audio,text")), Ok(("audio,text,-".to_owned(), false)));
        let named = "a|b|c\nc1|Wake me|Weck mich";
        assert_eq!(told(named, Some("a=audio,c=text")), Ok(("audio,-,text".to_owned(), true)));
        assert!(told(named, Some("a=audio,d=text")).unwrap_err().contains("a, b, c"));
        assert!(told(table, Some("audio,text,-,-")).unwrap_err().contains("has 3"));
        for bad in ["", "audio", "text", "audio,audio,text", "audio,words", "a=audio,text"] {
            assert!(
                bad.parse::<Columns>().unwrap_err().hint().is_some_and(|hint| hint.contains("speaker")),
                "{bad}"
            );
        }
    }
}
