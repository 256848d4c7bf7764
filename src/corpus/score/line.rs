//! What a line of hypotheses says: of which utterance, what was heard and what was understood.

use crate::corpus::hypotheses::lines::{on_one_line, stem};
use crate::ids::UtteranceId;
use serde::{Deserialize, Serialize};

/// The most bytes of an intent, and of a slot's name.
const MOST_NAME: usize = 200;
/// The most slots of an utterance.
const MOST_SLOTS: usize = 1_000;
/// The columns of a table that are read; others may stand beside them.
const COLUMNS: [&str; 6] = ["id", "audio_filepath", "text", "pred_text", "intent", "detected"];

/// What was heard in an utterance and understood of it; what was not told is `None`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Said {
    /// The words heard.
    pub text: Option<String>,
    /// The intent understood.
    pub intent: Option<String>,
    /// The slots understood.
    pub slots: Option<Vec<SaidSlot>>,
    /// Whether a wake-word detector fired.
    pub detected: Option<bool>,
}

/// A slot that was understood.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(super) struct SaidSlot {
    /// The slot's name.
    #[serde(alias = "slot", alias = "type", alias = "entity")]
    pub name: String,
    /// The words that fill it.
    #[serde(alias = "filler")]
    pub value: String,
}

/// A line as it is written.
#[derive(Default, Deserialize)]
struct Written {
    id: Option<String>,
    audio_filepath: Option<String>,
    text: Option<String>,
    pred_text: Option<String>,
    intent: Option<String>,
    slots: Option<Vec<SaidSlot>>,
    detected: Option<bool>,
}

/// The form of a file of hypotheses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Form {
    /// A JSON object a line.
    Json,
    /// An id, a tab or a space, and the text.
    Plain,
    /// Cells parted by tabs, named by the first line.
    Table(Vec<String>),
}

impl Form {
    /// Tells the form by the first line, and whether that line is a head and says nothing itself.
    ///
    /// # Errors
    /// A sentence when no file of hypotheses begins so.
    pub fn tell(first: &[u8]) -> Result<(Self, bool), String> {
        let text = std::str::from_utf8(first).map_err(|_| "it is not UTF-8".to_owned())?;
        match text.trim_start().chars().next() {
            Some('{') => return Ok((Self::Json, false)),
            Some('[') => return Err("it begins a list: one JSON object a line was expected".to_owned()),
            _ => {}
        }
        let cells: Vec<String> = text.split('\t').map(|cell| cell.trim().to_owned()).collect();
        if !["id", "audio_filepath"].contains(&cells[0].as_str()) {
            return Ok((Self::Plain, false));
        }
        for (at, name) in cells.iter().enumerate() {
            if COLUMNS.contains(&name.as_str()) && cells[..at].contains(name) {
                return Err(format!("its head names the column {name} twice"));
            }
        }
        if !cells.iter().any(|name| COLUMNS[2..].contains(&name.as_str())) {
            return Err("its head has none of the columns text, pred_text, intent and detected".to_owned());
        }
        Ok((Self::Table(cells), true))
    }

    /// Reads a line.
    ///
    /// # Errors
    /// The reason why it says nothing that can be used.
    pub fn read(&self, bytes: &[u8]) -> Result<(UtteranceId, Said), String> {
        let text = std::str::from_utf8(bytes).map_err(|_| "it is not UTF-8".to_owned())?;
        if *self != Self::Json && text.contains('\r') {
            return Err("it has a carriage return inside: a line ends in a line feed".to_owned());
        }
        let written = match self {
            // Else serde takes a list for the fields in their order.
            Self::Json if !text.trim_start().starts_with('{') => {
                return Err("it is not a JSON object".to_owned());
            }
            Self::Json => serde_json::from_str(text)
                .map_err(|error| format!("it is not a JSON object with these fields: {error}"))?,
            Self::Plain => {
                let (id, text) = text.split_once('\t').or_else(|| text.split_once(' ')).unwrap_or((text, ""));
                Written { id: Some(id.to_owned()), text: Some(text.to_owned()), ..Written::default() }
            }
            Self::Table(columns) => row(columns, text)?,
        };
        written.said()
    }
}

/// Reads a row of a table. An empty cell is an empty text, and no intent.
fn row(columns: &[String], text: &str) -> Result<Written, String> {
    let cells: Vec<&str> = text.split('\t').map(str::trim).collect();
    if cells.len() != columns.len() {
        return Err(format!("it has {} cells, the head has {}", cells.len(), columns.len()));
    }
    let cell = |name: &str| columns.iter().position(|column| column == name).map(|at| cells[at].to_owned());
    let filled = |name: &str| cell(name).filter(|cell| !cell.is_empty());
    let detected = match filled("detected").as_deref() {
        None => None,
        Some("true") => Some(true),
        Some("false") => Some(false),
        Some(other) => {
            return Err(format!("detected is `{}`: true or false is allowed", other.escape_debug()));
        }
    };
    Ok(Written {
        id: filled("id"),
        audio_filepath: filled("audio_filepath"),
        text: cell("text"),
        pred_text: cell("pred_text"),
        intent: cell("intent"),
        slots: None,
        detected,
    })
}

impl Written {
    fn said(self) -> Result<(UtteranceId, Said), String> {
        let id = match (&self.id, &self.audio_filepath) {
            (Some(id), _) => id.as_str(),
            (None, Some(path)) => stem(path),
            (None, None) => return Err("it has neither id nor audio_filepath".to_owned()),
        };
        let id = id.trim().parse().map_err(|_| unknown(id))?;
        let text = match (self.pred_text, self.text) {
            (Some(text), _) => Some(on_one_line("pred_text", &text)?),
            // There it is what was to be said, and would always be right.
            (None, Some(_)) if self.id.is_none() => {
                return Err(
                    "it has text and no pred_text: beside audio_filepath, text is what was to be said"
                        .to_owned(),
                );
            }
            (None, Some(text)) => Some(on_one_line("text", &text)?),
            (None, None) => None,
        };
        let long = |what: &str| format!("{what} has more than {MOST_NAME} bytes");
        if self.intent.as_ref().is_some_and(|intent| intent.len() > MOST_NAME) {
            return Err(long("its intent"));
        }
        if let Some(slots) = &self.slots {
            if slots.len() > MOST_SLOTS {
                return Err(format!("it has {} slots, {MOST_SLOTS} are allowed", slots.len()));
            }
            if slots.iter().any(|slot| slot.name.len() > MOST_NAME) {
                return Err(long("the name of a slot"));
            }
        }
        let said = Said { text, intent: self.intent, slots: self.slots, detected: self.detected };
        if said == Said::default() {
            return Err("it has none of text, pred_text, intent, slots and detected".to_owned());
        }
        Ok((id, said))
    }
}

/// What is said of a line whose utterance the corpus does not have.
pub(super) fn unknown(id: &str) -> String {
    let short: String = id.chars().take(80).collect();
    format!("no utterance of the corpus is called `{}`", short.escape_debug())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(first: &str, line: &str) -> Result<(String, Said), String> {
        let (form, _) = Form::tell(first.as_bytes())?;
        form.read(line.as_bytes()).map(|(id, said)| (id.to_string(), said))
    }

    fn text(text: &str) -> Said {
        Said { text: Some(text.to_owned()), ..Said::default() }
    }

    #[test]
    fn the_forms_that_recognisers_write_are_read() {
        for (first, line, expected) in [
            ("{", r#"{"id":"a-1","text":" Wake\tme ","wer":0.2}"#, text("Wake me")),
            ("{", r#"{"audio_filepath":"../x/a-1.wav","text":"gold","pred_text":"heard"}"#, text("heard")),
            ("{", r#"{"id":"a-1","audio_filepath":"other.wav","text":"","intent":null}"#, text("")),
            ("a-1\tx", "a-1\tturn on\tthe light", text("turn on the light")),
            ("a-1 x", "a-1 turn on", text("turn on")),
            ("a-1", "a-1", text("")),
            ("id\tscore\ttext", "a-1\t0.7\tturn on", text("turn on")),
            (
                "id\tdetected\tintent",
                "a-1\ttrue\t",
                Said { detected: Some(true), intent: Some(String::new()), ..Said::default() },
            ),
        ] {
            assert_eq!(read(first, line), Ok(("a-1".to_owned(), expected)), "{line}");
        }
        let slots = r#"{"id":"a-1","slots":[{"name":"time","value":"seven"},{"type":"day","filler":"now"}]}"#;
        let slots = read("{", slots).unwrap().1.slots.unwrap();
        assert_eq!(slots.iter().map(|slot| slot.name.as_str()).collect::<Vec<_>>(), ["time", "day"]);
    }

    #[test]
    fn a_line_that_says_nothing_is_refused_with_the_reason() {
        let long = format!(r#"{{"id":"a-1","intent":"{}"}}"#, "x".repeat(201));
        let slots =
            format!(r#"{{"id":"a-1","slots":[{}]}}"#, vec![r#"{"name":"a","value":"b"}"#; 1001].join(","));
        let text = format!(r#"{{"id":"a-1","text":"{}"}}"#, "x".repeat(70_000));
        for (first, line, reason) in [
            ("[", "", "it begins a list"),
            ("id\tscore", "", "none of the columns"),
            ("id\ttext\ttext", "", "twice"),
            ("{", "{", "not a JSON object"),
            ("{", "[1]", "not a JSON object"),
            ("{", r#"{"id":7,"text":"x"}"#, "not a JSON object"),
            ("{", r#"{"text":"x"}"#, "neither id nor audio_filepath"),
            ("{", r#"{"id":"A b","text":"x"}"#, "no utterance of the corpus is called `A b`"),
            ("{", r#"{"id":"a-1"}"#, "none of text"),
            ("{", r#"{"audio_filepath":"a-1.wav","text":"gold"}"#, "what was to be said"),
            ("{", &long, "more than 200 bytes"),
            ("{", &slots, "1001 slots"),
            ("{", &text, "more than 65536 bytes"),
            ("id\ttext", "a-1", "1 cells, the head has 2"),
            ("id\tdetected", "a-1\tyes", "true or false"),
            ("a-1\tx", "a-1\tx\ra-2\ty", "carriage return"),
        ] {
            let found = read(first, line).unwrap_err();
            assert!(found.contains(reason), "{line:.60}: {found}");
        }
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_without_panic(
            first in proptest::collection::vec(any::<u8>(), 0..60),
            line in proptest::collection::vec(any::<u8>(), 0..200),
        ) {
            if let Ok((form, _)) = Form::tell(&first) {
                let _ = form.read(&first);
                let _ = form.read(&line);
            }
            for form in [Form::Json, Form::Plain] {
                let _ = form.read(&line);
            }
        }
    }
}
