//! The line of a take, most of what a journal is, read straight into its record and only once: through the tagged
//! [`Event`], each number would be held twice, and its stamps alone are a reading of the whole line.

use super::event::{Event, JournalLine, TakeRecord};
use crate::units::Utc;
use serde::Deserialize;
use serde::de::value::{BorrowedStrDeserializer, MapAccessDeserializer};
use serde::de::{DeserializeSeed, Deserializer, Error as _, MapAccess, Visitor};
use std::fmt;

/// Reads a line; `None` when it is none of a take, or anything but in order: another reader says what it is.
pub(super) fn read(line: &str) -> Option<JournalLine> {
    serde_json::from_str::<TakeLine>(line).ok().map(|TakeLine(line)| line)
}

struct TakeLine(JournalLine);

/// What stands on every line.
#[derive(Default)]
struct Stamps {
    v: Option<u32>,
    seq: Option<u64>,
    at: Option<Utc>,
    mono_ms: Option<u64>,
    is_take: bool,
}

impl Stamps {
    fn line(self, take: TakeRecord) -> Option<JournalLine> {
        let Self { v, seq, at, mono_ms, is_take } = self;
        let event = is_take.then(|| Event::Take(Box::new(take)))?;
        Some(JournalLine { v: v?, seq: seq?, at: at?, mono_ms: mono_ms?, event })
    }
}

impl<'de> Deserialize<'de> for TakeLine {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Line;
        impl<'de> Visitor<'de> for Line {
            type Value = TakeLine;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("the line of a take")
            }

            fn visit_map<M: MapAccess<'de>>(self, map: M) -> Result<TakeLine, M::Error> {
                let mut stamps = Stamps::default();
                let others = Others { map, stamps: &mut stamps };
                let take = TakeRecord::deserialize(MapAccessDeserializer::new(others))?;
                stamps.line(take).map(TakeLine).ok_or_else(|| M::Error::custom("a stamp is missing"))
            }
        }
        deserializer.deserialize_map(Line)
    }
}

/// The fields of a line without its stamps, which are taken out as they come.
struct Others<'s, M> {
    map: M,
    stamps: &'s mut Stamps,
}

impl<'de, M: MapAccess<'de>> Others<'_, M> {
    /// Takes out a stamp, which comes once.
    fn stamp<T: Deserialize<'de>>(map: &mut M, place: &mut Option<T>) -> Result<(), M::Error> {
        match place.replace(map.next_value()?) {
            None => Ok(()),
            Some(_) => Err(M::Error::custom("a stamp comes twice")),
        }
    }
}

impl<'de, M: MapAccess<'de>> MapAccess<'de> for Others<'_, M> {
    type Error = M::Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, M::Error> {
        let Self { map, stamps } = self;
        loop {
            // A key with an escape in it is none that Booth writes.
            let Some(key) = map.next_key::<&'de str>()? else { return Ok(None) };
            match key {
                "v" => Self::stamp(map, &mut stamps.v)?,
                "seq" => Self::stamp(map, &mut stamps.seq)?,
                "at" => Self::stamp(map, &mut stamps.at)?,
                "mono_ms" => Self::stamp(map, &mut stamps.mono_ms)?,
                "event" if !stamps.is_take && map.next_value::<&'de str>()? == "take" => {
                    stamps.is_take = true;
                }
                "event" => return Err(M::Error::custom("another event")),
                other => return seed.deserialize(BorrowedStrDeserializer::<M::Error>::new(other)).map(Some),
            }
        }
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, M::Error> {
        self.map.next_value_seed(seed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recordings::testing;

    /// The reader of all events is the oracle.
    #[test]
    fn the_line_of_a_take_is_read_as_any_other_line_and_nothing_else_is() {
        let dir = tempfile::tempdir().unwrap();
        let mut writer = testing::create(dir.path(), "s1");
        testing::record_take(&mut writer, &testing::prompt("one", 1), 1, 500);
        let journal = std::fs::read_to_string(dir.path().join("s1/takes.jsonl")).unwrap();
        let line = journal.lines().find(|line| line.contains("\"take\",")).unwrap().to_owned();
        let read_all = |text: &str| serde_json::from_str::<JournalLine>(text).ok();
        assert!(read(&line).is_some() && read(&line) == read_all(&line));
        // Cut anywhere, with any byte changed, with any field away, twice, or in another place.
        for at in 0..line.len() {
            assert_eq!(read(&line[..at]), None);
        }
        let fields: serde_json::Map<String, serde_json::Value> = serde_json::from_str(&line).unwrap();
        let field = |name: &String| format!("{}:{}", serde_json::Value::from(name.as_str()), fields[name]);
        let names: Vec<&String> = fields.keys().collect();
        for left_out in &names {
            let others = names.iter().filter(|name| name != &left_out).map(|name| field(name));
            let others: Vec<String> = others.collect();
            let without = format!("{{{}}}", others.join(","));
            let twice = format!("{{{},{}", field(left_out), &line[1..]);
            let moved = format!("{{{},{}}}", field(left_out), others.join(","));
            for text in [without, twice, moved] {
                assert_eq!(read(&text), read_all(&text), "{text}");
            }
        }
        for other in ["kept", "shown", "take "] {
            assert_eq!(read(&line.replacen("\"take\"", &format!("\"{other}\""), 1)), None);
        }
    }
}
