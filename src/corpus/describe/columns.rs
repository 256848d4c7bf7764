//! The columns of `catalogue.jsonl`, as descriptions tell them: one list, held to what a row is.

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Type {
    /// Words, or an id.
    Text,
    /// 64 hexadecimal digits.
    Digest,
    /// A whole number.
    Integer,
    /// A number.
    Number,
    /// Words, each by itself.
    Texts,
    /// Objects of these texts and whole numbers.
    Objects(&'static [(&'static str, Type)]),
    /// An object of these.
    Object(&'static [Column]),
}

/// A column, or a field of the object that a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// Its name.
    pub name: &'static str,
    /// What it holds.
    pub holds: Type,
    /// Whether it may be `null`.
    pub is_optional: bool,
    /// What it means, without a full stop.
    pub meaning: &'static str,
}

const fn some(name: &'static str, holds: Type, meaning: &'static str) -> Column {
    Column { name, holds, is_optional: false, meaning }
}

const fn maybe(name: &'static str, holds: Type, meaning: &'static str) -> Column {
    Column { name, holds, is_optional: true, meaning }
}

use Type::{Digest, Integer, Number, Object, Objects, Text, Texts};

/// The columns, in the order in which they stand in a row.
pub const COLUMNS: [Column; 43] = [
    some("schema", Integer, "version of the row's form"),
    some("id", Text, "the utterance, and the stem of its file"),
    some("audio", Text, "the audio file, relative to the corpus"),
    some("sha256", Digest, "SHA-256 of the audio file"),
    some("bytes", Integer, "bytes of the audio file"),
    some("frames", Integer, "length of the audio in frames"),
    some("rate", Integer, "frames a second"),
    some("duration", Number, "length of the audio in seconds"),
    some("split", Text, "train, dev or test"),
    some("locale", Text, "the language that is spoken, a BCP 47 tag"),
    some("speaker", Text, "pseudonym of the speaker"),
    maybe("gender", Text, "in the speaker's own words, where its publication was granted"),
    maybe("age", Text, "in the speaker's own words, where its publication was granted"),
    maybe("accent", Text, "in the speaker's own words, where its publication was granted"),
    maybe("native_language", Text, "in the speaker's own words, where its publication was granted"),
    maybe("room", Text, "what the room was called"),
    maybe("distance_m", Number, "metres from mouth to microphone"),
    maybe("device", Text, "what the microphone was called"),
    some("sheet", Text, "the prompt sheet"),
    some("sheet_version", Text, "its version"),
    some("sheet_sha256", Digest, "SHA-256 of its prompts in this locale"),
    some("sheet_licence", Text, "licence of the text"),
    some("prompt", Text, "the prompt"),
    some("repetition", Integer, "which of the wanted readings of the prompt, from 1"),
    some("session", Text, "the session of the recording"),
    some("take", Integer, "which attempt of the session, from 1"),
    some("text", Text, "the words that were read"),
    some("text_sha256", Digest, "SHA-256 of the text"),
    maybe("printed", Text, "the text as it is printed, where that differs from what is read aloud"),
    some("normalised", Text, "the text as recognisers are compared by it"),
    maybe("annotated", Text, "the text with its slots marked"),
    some(
        "slots",
        Objects(&[("name", Text), ("value", Text), ("start", Integer), ("end", Integer)]),
        "the slots of the text, by their places in characters",
    ),
    maybe("intent", Text, "what is asked for"),
    maybe("domain", Text, "the field that it belongs to"),
    maybe("pool", Text, "where its recordings may be, if not everywhere: train-only, eval-only"),
    some("verdict", Text, "what checks of the sound came to: pass, warn or reject"),
    some("findings", Texts, "the checks that found something, most important first"),
    some("source", Object(&SOURCE), "what was measured of the recording before it was resampled"),
    some("gain_db", Number, "gain that was applied to the recording, in decibels"),
    some("clip", Object(&CLIP), "the released clip against its recording, in frames of the release"),
    some("consent", Text, "id of the consent receipt"),
    maybe("licence", Text, "licence of the recording, where the speaker granted open sharing"),
    maybe("since", Text, "the first version of the corpus with this recording and this text"),
];

/// The fields of `source`.
pub const SOURCE: [Column; 8] = [
    some("sha256", Digest, "SHA-256 of the recording"),
    some("rate", Integer, "frames a second of the recording"),
    maybe("snr_db", Number, "signal-to-noise ratio in decibels"),
    maybe("active_dbov", Number, "level of active speech in dBov (ITU-T P.56)"),
    maybe("peak_dbfs", Number, "greatest sample in dBFS"),
    maybe("noise_floor_dbfs", Number, "level outside of speech in dBFS"),
    maybe("lead_ms", Number, "milliseconds before speech"),
    maybe("trail_ms", Number, "milliseconds after speech"),
];

/// The fields of `clip`.
pub const CLIP: [Column; 6] = [
    some("cut_start", Integer, "frames that were left away at the start"),
    some("cut_end", Integer, "frames that were left away at the end"),
    maybe("speech_start", Integer, "the first frame of speech, where it was measured"),
    maybe("speech_end", Integer, "the frame behind the last one of speech, where it was measured"),
    maybe("lufs", Number, "integrated loudness (ITU-R BS.1770), where the release sets levels"),
    maybe("true_peak_dbtp", Number, "true peak (ITU-R BS.1770), where the release sets levels"),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::catalogue::tests::row;
    use crate::corpus::split::Split;
    use crate::sheet::Slot;

    /// The keys of an object of a written line, in their order.
    fn keys(line: &str) -> Vec<String> {
        let mut keys = Vec::new();
        let (mut depth, mut is_inside, mut start) = (0, false, 0);
        for (at, c) in line.char_indices() {
            match c {
                '"' if is_inside => {
                    is_inside = false;
                    if depth == 1 && line[at + 1..].starts_with(':') {
                        keys.push(line[start..at].to_owned());
                    }
                }
                '"' => (is_inside, start) = (true, at + 1),
                '{' | '[' if !is_inside => depth += 1,
                '}' | ']' if !is_inside => depth -= 1,
                _ => {}
            }
        }
        keys
    }

    #[test]
    fn the_columns_are_those_of_a_row_in_their_order() {
        let mut row = row("a1", "fr-FR", "p1", "un", Split::Train);
        row.slots = vec![Slot { name: "n".to_owned(), value: "un".to_owned(), start: 0, end: 2 }];
        let line = row.to_line().unwrap();
        assert_eq!(keys(&line), COLUMNS.map(|column| column.name));
        let value: serde_json::Value = serde_json::from_str(&line).unwrap();
        let (source, clip) = (serde_json::to_string(&row.source), serde_json::to_string(&row.clip));
        assert_eq!(keys(&source.unwrap()), SOURCE.map(|column| column.name));
        assert_eq!(keys(&clip.unwrap()), CLIP.map(|column| column.name));
        let inside =
            |name: &'static str, columns: &'static [Column]| columns.iter().map(move |column| (column, name));
        let all = COLUMNS.iter().map(|column| (column, ""));
        for (column, object) in all.chain(inside("source", &SOURCE)).chain(inside("clip", &CLIP)) {
            let found = if object.is_empty() { &value[column.name] } else { &value[object][column.name] };
            let is_right = match column.holds {
                Text | Digest => found.is_string() || column.is_optional && found.is_null(),
                Integer => found.is_u64() || column.is_optional && found.is_null(),
                Number => found.is_f64() || column.is_optional && found.is_null(),
                Texts => found.is_array(),
                Objects(fields) => fields.iter().all(|(name, _)| !found[0][*name].is_null()),
                Object(_) => found.is_object(),
            };
            assert!(is_right, "{}: {found}", column.name);
        }
        // What can be nothing is read from a line in which it is.
        let nothing = |name: &str| {
            let mut value = value.clone();
            value[name] = serde_json::Value::Null;
            serde_json::from_value::<crate::corpus::catalogue::Row>(value).is_ok()
        };
        for column in COLUMNS {
            assert_eq!(nothing(column.name), column.is_optional, "{}", column.name);
        }
    }
}
