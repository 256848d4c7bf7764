//! Any rows, written in each format and read back by the rules of the format's own reader, written anew here: what is accepted
//! comes back with its words, once, and what is refused is counted.

use super::super::intent::words;
use super::*;
use crate::ids::UtteranceId;
use crate::sheet::{Massive, Slot, massive_reader};
use crate::text::unsafe_line;
use proptest::prelude::*;
use serde_json::Value;

/// Characters that some reader takes for its own, scripts, and white space that is no space.
fn piece() -> impl Strategy<Value = String> {
    let odd = prop::sample::select(vec![
        "\"",
        "'",
        "|",
        "{",
        "}",
        "{data_root}",
        "$x",
        "\\",
        "\\n",
        ",",
        ";",
        ":",
        "#",
        "%",
        "\u{a0}",
        "\u{3000}",
        " ",
        "_",
        "&",
        "<s>",
        "...",
        "\u{200c}",
        "é",
        "İ",
        "हे",
        "बूथ",
        "七時",
        "明日",
        "2024-05-01",
        "5:30",
        "test",
    ]);
    prop_oneof![3 => odd.prop_map(str::to_owned), 2 => "[a-zA-Z]{1,6}", 1 => Just("[x]".to_owned())]
}

/// A text and its slots.
fn text() -> impl Strategy<Value = (String, Vec<Slot>)> {
    let named = prop::option::weighted(0.3, prop::sample::select(vec!["time", "place"]));
    prop::collection::vec((piece(), named), 1..7).prop_filter_map("nothing to see", |pieces| {
        let (mut text, mut slots) = (String::new(), Vec::new());
        for (piece, name) in pieces {
            if let Some(name) = name.filter(|_| !piece.trim().is_empty() && !piece.contains('[')) {
                let start = text.chars().count() as u32;
                let end = start + piece.chars().count() as u32;
                slots.push(Slot { name: name.to_owned(), value: piece.clone(), start, end });
            }
            text.push_str(&piece);
            text.push(' ');
        }
        text.pop();
        unsafe_line(&text).is_none().then_some((text, slots))
    })
}

fn some_rows() -> impl Strategy<Value = Vec<Row>> {
    let intent =
        prop::option::of(prop::sample::select(vec!["alarm_set", "greet", "wake_word", "set__alarm__none"]));
    let locale = prop::sample::select(vec!["en-US", "hi-IN", "ja-JP"]);
    prop::collection::vec((0usize..4, locale, text(), intent), 1..12).prop_map(|drawn| {
        let speakers = [("a1", Split::Train), ("b2", Split::Dev), ("c3", Split::Test), ("d4", Split::Train)];
        let rows = drawn.into_iter().enumerate().map(|(at, (speaker, locale, (text, slots), intent))| {
            let (speaker, split) = speakers[speaker];
            let mut row = row(speaker, locale, &format!("p{at}"), &text, split);
            row.slots = slots;
            row.intent = intent.map(str::to_owned);
            (row.id.clone(), row)
        });
        rows.collect::<BTreeMap<UtteranceId, Row>>().into_values().collect()
    })
}

/// What a reader found of one utterance: its id and its words.
type Found = Vec<(String, String)>;

fn lines<'a>(out: &'a Memory, ending: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
    let files = out.files.iter().filter(move |(path, _)| path.ends_with(ending));
    files.flat_map(|(path, text)| {
        assert!(text.ends_with('\n') || text.is_empty(), "{path} has no end");
        text.split_terminator('\n').map(move |line| (path.as_str(), line))
    })
}

fn json_lines(out: &Memory, ending: &str, id: &str, text: &str) -> Found {
    let values = lines(out, ending).map(|(_, line)| serde_json::from_str::<Value>(line).unwrap());
    values
        .map(|value| (value[id].as_str().unwrap().to_owned(), value[text].as_str().unwrap().to_owned()))
        .collect()
}

/// `csv.reader` of Python with its standard dialect: a mark at the beginning of a field opens a quotation, two are one.
fn python_csv(text: &str, delimiter: char) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut field) = (Vec::new(), Vec::new(), String::new());
    let (mut quoted, mut begins) = (false, true);
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => field.extend(chars.next()),
            '"' if quoted => quoted = false,
            _ if quoted => field.push(c),
            '"' if begins => quoted = true,
            '\n' => {
                row.push(std::mem::take(&mut field));
                rows.push(std::mem::take(&mut row));
            }
            _ if c == delimiter => row.push(std::mem::take(&mut field)),
            _ => field.push(c),
        }
        begins = !quoted && field.is_empty() && (c == delimiter || c == '\n');
    }
    assert!(!quoted && field.is_empty() && row.is_empty(), "the table is cut off: {text}");
    rows
}

/// `str.format_map` of Python with one replacement.
fn format_map(text: &str) -> String {
    let (mut out, mut rest) = (String::new(), text);
    while let Some(at) = rest.find(['{', '}']) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let (with, length) = match () {
            () if rest.starts_with("{{") => ("{", 2),
            () if rest.starts_with("}}") => ("}", 2),
            () if rest.starts_with("{data_root}") => ("/d", 11),
            () => panic!("KeyError or ValueError in {text}"),
        };
        out.push_str(with);
        rest = &rest[length..];
    }
    out + rest
}

/// A Python literal of dictionaries, lists and texts, as JSON.
fn literal(chars: &mut std::iter::Peekable<std::str::Chars<'_>>) -> Value {
    let skip = |chars: &mut std::iter::Peekable<std::str::Chars<'_>>| {
        while chars.next_if(|c| " ,:".contains(*c)).is_some() {}
    };
    skip(chars);
    match chars.next().unwrap() {
        '[' => {
            let mut list = Vec::new();
            while chars.next_if_eq(&']').is_none() {
                list.push(literal(chars));
            }
            skip(chars);
            Value::Array(list)
        }
        '{' => {
            let mut map = serde_json::Map::new();
            while chars.next_if_eq(&'}').is_none() {
                let key = literal(chars).as_str().unwrap().to_owned();
                map.insert(key, literal(chars));
            }
            skip(chars);
            Value::Object(map)
        }
        quote @ ('\'' | '"') => {
            let mut text = String::new();
            loop {
                match chars.next().unwrap() {
                    c if c == quote => break,
                    '\\' => match chars.next().unwrap() {
                        kind @ ('x' | 'u' | 'U') => {
                            let digits = match kind {
                                'x' => 2,
                                'u' => 4,
                                _ => 8,
                            };
                            let code: String = chars.by_ref().take(digits).collect();
                            text.push(char::from_u32(u32::from_str_radix(&code, 16).unwrap()).unwrap());
                        }
                        c @ ('\\' | '\'' | '"') => text.push(c),
                        c => panic!("\\{c} is no escape that we write"),
                    },
                    c => text.push(c),
                }
            }
            skip(chars);
            Value::String(text)
        }
        c => panic!("no literal begins with {c}"),
    }
}

/// The stem of the file that a path names.
fn stem(path: &str) -> String {
    path.rsplit('/').next().unwrap().trim_end_matches(".wav").to_owned()
}

/// Reads a format back and checks what else the format says; `None` for those of wake phrases, which have no texts.
fn read(name: &str, out: &Memory, rows: &BTreeMap<&str, &Row>) -> Option<Found> {
    Some(match name {
        "kaldi" => kaldi(out),
        "nemo" => json_lines(out, ".json", "utterance_id", "text"),
        "lhotse" => lhotse(out, rows),
        "audiofolder" => json_lines(out, "/metadata.jsonl", "id", "text"),
        "mfa" => mfa(out),
        "speechbrain" => speechbrain(out, rows),
        "piper" => piper(out),
        "fluent" => fluent(out),
        "ljspeech" => ljspeech(out),
        "common-voice" => common_voice(out),
        "massive" => massive(out, rows),
        "slurp" => slurp(out, rows),
        "nemo-slu" => nemo_slu(out, rows),
        "speech-commands" | "openwakeword" => return None,
        _ => panic!("{name} has no reader"),
    })
}

fn kaldi(out: &Memory) -> Found {
    let parted = lines(out, "/text").map(|(_, line)| line.split_once(' ').unwrap());
    parted.map(|(id, text)| (id.to_owned(), text.to_owned())).collect()
}

fn lhotse(out: &Memory, rows: &BTreeMap<&str, &Row>) -> Found {
    let cuts = lines(out, ".jsonl").filter(|(path, _)| path.contains("/cuts_"));
    let cuts = cuts.map(|(_, line)| serde_json::from_str::<Value>(line).unwrap());
    let texts = cuts.map(|cut| {
        let supervision = &cut["supervisions"][0];
        let slots: Vec<Slot> =
            serde_json::from_value(supervision["custom"]["slots"].clone()).unwrap_or_default();
        assert_eq!(slots, rows[cut["id"].as_str().unwrap()].slots);
        (cut["id"].as_str().unwrap().to_owned(), supervision["text"].as_str().unwrap().to_owned())
    });
    texts.collect()
}

fn mfa(out: &Memory) -> Found {
    let labels = out.files.iter().map(|(path, text)| {
        assert_eq!(path.split('/').nth(2), path.split('/').nth(3).unwrap().split('-').next(), "the speaker");
        (stem(path).trim_end_matches(".lab").to_owned(), text.trim().to_owned())
    });
    labels.collect()
}

fn speechbrain(out: &Memory, rows: &BTreeMap<&str, &Row>) -> Found {
    let objects = out.files.values().map(|text| serde_json::from_str::<Value>(text).unwrap());
    let members = objects.flat_map(|object| object.as_object().unwrap().clone());
    members
        .map(|(id, items)| {
            let path = format_map(items["wav"].as_str().unwrap());
            assert_eq!(path, format!("/d/{}", rows[id.as_str()].audio));
            (id, format_map(items["words"].as_str().unwrap()))
        })
        .collect()
}

fn piper(out: &Memory) -> Found {
    let tables = out.files.values().flat_map(|text| python_csv(text, '|'));
    tables
        .map(|row| {
            assert_eq!(row.len(), 3, "{row:?}");
            (stem(&row[0]), row[2].clone())
        })
        .collect()
}

fn fluent(out: &Memory) -> Found {
    let tables = out.files.values().flat_map(|text| {
        let mut rows = python_csv(text, ',').into_iter();
        assert_eq!(rows.next().unwrap().join(","), ",path,speakerId,transcription,action,object,location");
        rows.enumerate()
    });
    tables
        .map(|(at, row)| {
            assert_eq!((row.len(), &*row[0], &*row[4..].join(" ")), (7, &*at.to_string(), "set alarm none"));
            (stem(&row[1]), row[3].clone())
        })
        .collect()
}

fn ljspeech(out: &Memory) -> Found {
    let rows = lines(out, "/metadata.csv").map(|(_, line)| line.split('|').collect::<Vec<_>>());
    rows.map(|row| {
        assert!(row.len() == 3 && row[1] == row[2], "{row:?}");
        (row[0].to_owned(), row[1].to_owned())
    })
    .collect()
}

fn common_voice(out: &Memory) -> Found {
    let rows = lines(out, "/validated.tsv").map(|(_, line)| line.split('\t').collect::<Vec<_>>());
    rows.filter(|row| row[0] != "client_id")
        .map(|row| {
            assert_eq!(row.len(), 13, "{row:?}");
            (stem(row[1]), row[3].to_owned())
        })
        .collect()
}

fn massive(out: &Memory, rows: &BTreeMap<&str, &Row>) -> Found {
    for (path, line) in lines(out, ".jsonl") {
        let value: Value = serde_json::from_str(line).unwrap();
        let text = |key: &str| value[key].as_str().unwrap().to_owned();
        let row = rows[text("utterance_id").as_str()];
        let line = Massive { utt: text("utt"), annot_utt: text("annot_utt") };
        let labelled =
            massive_reader(&line, row.locale.as_str()).unwrap_or_else(|error| panic!("{path}: {error}"));
        let expected = words(row).into_iter().map(|(word, slot)| {
            (word, slot.map_or("Other", |slot| row.slots[slot].name.as_str()).to_owned())
        });
        let expected: Vec<(String, String)> = expected.collect();
        // By character, since the reader splits some scripts at each.
        let each = |all: &[(String, String)]| -> Vec<(char, String)> {
            all.iter().flat_map(|(word, label)| word.chars().map(|c| (c, label.clone()))).collect()
        };
        assert_eq!(each(&labelled), each(&expected), "{line:?}");
        if row.locale.as_str() != "ja-JP" {
            assert_eq!(labelled.len(), expected.len(), "{line:?}");
        }
    }
    // The words are other ones; they were compared just now.
    let ids = json_lines(out, ".jsonl", "utterance_id", "utt").into_iter();
    ids.map(|(id, _)| (id.clone(), rows[id.as_str()].text.clone())).collect()
}

fn slurp(out: &Memory, rows: &BTreeMap<&str, &Row>) -> Found {
    let values =
        lines(out, ".jsonl").map(|(path, line)| (path, serde_json::from_str::<Value>(line).unwrap()));
    let found: Found = values
        .map(|(path, value)| {
            let file = value["recordings"][0]["file"].as_str().unwrap();
            let row = rows[stem(file).trim_start_matches("audio-")];
            let tokens = value["tokens"].as_array().unwrap();
            let surfaces: Vec<&str> = tokens.iter().map(|token| token["surface"].as_str().unwrap()).collect();
            assert_eq!(surfaces.join(" "), value["sentence"]);
            // The words of each entity, as the scorer takes them, hold those of its slot.
            for (entity, slot) in value["entities"].as_array().unwrap().iter().zip(&row.slots) {
                let span = entity["span"].as_array().unwrap().iter();
                let filler: String = span.map(|at| surfaces[at.as_u64().unwrap() as usize]).collect();
                let own: String = Massive::tokens(&slot.value, &[], &row.locale)
                    .into_iter()
                    .map(|(word, _)| word)
                    .collect();
                let own: String = own.split_whitespace().collect();
                assert!(filler.contains(&own) && entity["type"] == slot.name, "{filler} {own}");
            }
            // And its recording stands in the metadata of the same locale, under its number.
            let metadata = format!("{}/metadata.json", path.rsplit_once('/').unwrap().0);
            let metadata: Value = serde_json::from_str(&out.files[&metadata]).unwrap();
            let entry = &metadata[value["slurp_id"].to_string()];
            assert!(entry["recordings"][file]["usrid"].is_string(), "{entry}");
            (row.id.to_string(), entry["sentence_original"].as_str().unwrap().to_owned())
        })
        .collect();
    found
}

fn nemo_slu(out: &Memory, rows: &BTreeMap<&str, &Row>) -> Found {
    for (_, line) in lines(out, ".json") {
        let value: Value = serde_json::from_str(line).unwrap();
        let row = rows[value["utterance_id"].as_str().unwrap()];
        let meaning = literal(&mut value["text"].as_str().unwrap().chars().peekable());
        let fillers =
            meaning["entities"].as_array().unwrap().iter().map(|entity| entity["filler"].as_str().unwrap());
        let values: Vec<String> = row.slots.iter().map(|slot| slot.value.to_lowercase()).collect();
        assert!(fillers.eq(values.iter().map(String::as_str)), "{meaning}");
    }
    json_lines(out, ".json", "utterance_id", "transcript")
}

/// Checks the tree of Speech Commands as torchaudio reads it: what is in no list is for training.
fn speech_commands(out: &Memory, rows: &BTreeMap<&str, &Row>) {
    let listed = |name: &'static str| -> Vec<&str> { lines(out, name).map(|(_, line)| line).collect() };
    let (validation, testing) = (listed("validation_list.txt"), listed("testing_list.txt"));
    for (path, id) in &out.links {
        let file = path.strip_prefix("speech-commands/").unwrap();
        let (label, name) = file.split_once('/').unwrap();
        let (speaker, number) = name.trim_end_matches(".wav").split_once("_nohash_").unwrap();
        number.parse::<u32>().unwrap();
        let row = rows[id.as_str()];
        assert!(speaker == row.speaker.as_str() && !label.starts_with(['_', '.']), "{path}");
        let split = match (validation.contains(&file), testing.contains(&file)) {
            (true, false) => Split::Dev,
            (false, true) => Split::Test,
            (false, false) => Split::Train,
            (true, true) => panic!("{file} is in both lists"),
        };
        assert_eq!(split, row.split, "{path}");
    }
    let listed = validation.len() + testing.len();
    assert_eq!(
        listed,
        rows.values()
            .filter(|row| row.split != Split::Train && out.links.values().any(|id| *id == row.id.as_str()))
            .count()
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn what_is_accepted_comes_back_once_and_what_is_refused_is_counted(rows in some_rows()) {
        let by_id: BTreeMap<&str, &Row> = rows.iter().map(|row| (row.id.as_str(), row)).collect();
        for name in names_of_manifests() {
            let format = find(name).unwrap();
            let (out, left_out) = made_in_memory(name, &rows);
            let accepted: Vec<&Row> = rows.iter().filter(|row| format.unfit(row).is_none()).collect();
            prop_assert_eq!(accepted.len() as u64 + left_out.values().sum::<u64>(), rows.len() as u64);
            if let Some(mut found) = read(name, &out, &by_id) {
                found.sort();
                let text = |row: &Row| match name {
                    "kaldi" => one_line(&row.text),
                    "mfa" => row.text.trim().to_owned(),
                    _ => row.text.clone(),
                };
                let expected: Found = accepted.iter().map(|row| (row.id.to_string(), text(row))).collect();
                prop_assert_eq!(found, expected, "{}", name);
            }
            if !out.links.is_empty() {
                // One place for each utterance that is accepted, and no character that a file system or a list minds.
                let mut linked: Vec<&str> = out.links.values().map(String::as_str).collect();
                linked.sort_unstable();
                let expected: Vec<&str> = accepted.iter().map(|row| row.id.as_str()).collect();
                prop_assert_eq!(linked, expected, "{}", name);
            }
            for path in out.links.keys().chain(out.files.keys()) {
                let is_safe = |part: &str| !part.is_empty() && part.len() <= 255 && !part.starts_with('.');
                prop_assert!(path.split('/').all(is_safe), "{path}");
                prop_assert!(!path.contains(|c: char| c.is_control() || c.is_whitespace() || "\\:*?\"<>|".contains(c)), "{path}");
            }
            if name == "speech-commands" {
                speech_commands(&out, &by_id);
            }
        }
    }
}
