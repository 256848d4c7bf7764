//! Taking a withdrawn take out of a journal: the one lawful rewriting of it.
//!
//! Each line of the take becomes a `gone` line with the same number and stamps, and the checksums are made anew from there.
//! What comes out follows from the lines one by one, so that a journal that has grown since is rewritten to the same
//! beginning, and one that was rewritten is left as it is.

use super::chain::{Anchor, Resealing};
use super::event::{Event, JournalLine};
use super::fold::TakeKey;
use super::layout::file_name;
use crate::ids::PromptId;
use crate::units::{SampleRate, Utc, milliseconds};
use serde::Deserialize;
use std::collections::BTreeMap;

/// What is asked of a line, whatever happened.
#[derive(Deserialize)]
struct Line {
    v: u32,
    seq: u64,
    at: Utc,
    mono_ms: u64,
    event: String,
    #[serde(default)]
    prompt: Option<PromptId>,
    #[serde(default)]
    take: Option<u16>,
    #[serde(default)]
    file: Option<String>,
    #[serde(default)]
    frames: Option<u64>,
    #[serde(default)]
    rate: Option<SampleRate>,
    #[serde(default)]
    tomb: Option<String>,
    #[serde(default)]
    kind: Option<String>,
    #[serde(default)]
    ms: Option<u64>,
}

impl Line {
    /// Returns the withdrawn take that the line is about.
    fn key(&self, takes: &BTreeMap<TakeKey, String>) -> Option<TakeKey> {
        if let (Some(prompt), Some(take)) = (&self.prompt, self.take) {
            let key = (prompt.clone(), take);
            let tomb = takes.get(&key)?;
            // What is gone stays as it is, but for the tombstone: that of a home says nothing to a collection.
            let is_so = self.event == "gone" && (self.kind.is_none() || self.tomb.as_ref() == Some(tomb));
            return (!is_so).then_some(key);
        }
        let file = self.file.as_ref()?;
        takes.keys().find(|(prompt, take)| file_name(prompt, *take) == *file).cloned()
    }

    fn gone(self, (prompt, take): TakeKey, tomb: &str) -> JournalLine {
        let length = self.frames.zip(self.rate).map(|(frames, rate)| milliseconds(frames, rate));
        let (kind, ms) = match self.kind {
            Some(kind) if self.event == "gone" => (kind, self.ms),
            _ => (self.event, length),
        };
        let event = Event::Gone { prompt, take, tomb: tomb.to_owned(), kind, ms };
        JournalLine { v: self.v, seq: self.seq, at: self.at, mono_ms: self.mono_ms, event }
    }
}

/// Returns the journal that begins with `anchor` without the lines of `takes`, each with the id of its tombstone: `gone` lines
/// stand in their place, and those that are there already are of that tombstone. A line that a crash has torn inside such a
/// line is cut further.
pub fn erase(journal: &[u8], anchor: Anchor, takes: &BTreeMap<TakeKey, String>) -> Vec<u8> {
    let mut chain = Resealing::new(anchor);
    let mut erased = Vec::with_capacity(journal.len());
    for whole in journal.split_inclusive(|&byte| byte == b'\n') {
        let line = whole.strip_suffix(b"\n").unwrap_or(whole);
        let end = &whole[line.len()..];
        let text = std::str::from_utf8(line).ok();
        let read = text.and_then(|text| Some((text, serde_json::from_str::<Line>(text).ok()?)));
        let Some((text, read)) = read else {
            // Torn lines are ignored whatever they hold, and stay torn.
            let kept = if is_about(line, takes) { &b"{"[..] } else { line };
            let kept = [kept, end].concat();
            chain.unproved(&kept);
            erased.extend_from_slice(&kept);
            continue;
        };
        let has_sum = read.v >= 2;
        let gone = read.key(takes).and_then(|key| {
            let tomb = &takes[&key];
            serde_json::to_string(&read.gone(key, tomb)).ok()
        });
        let text = gone.as_deref().unwrap_or(text);
        if has_sum {
            erased.extend_from_slice(chain.seal(text).as_bytes());
            erased.extend_from_slice(end);
        } else {
            let kept = [text.as_bytes(), end].concat();
            chain.unproved(&kept);
            erased.extend_from_slice(&kept);
        }
    }
    erased
}

/// Says whether a line that cannot be read was begun for one of the takes.
fn is_about(line: &[u8], takes: &BTreeMap<TakeKey, String>) -> bool {
    takes.keys().any(|(prompt, take)| {
        let mark = format!("\"prompt\":\"{prompt}\",\"take\":{take},");
        let file = format!("\"{}\"", file_name(prompt, *take));
        [mark, file].iter().any(|mark| line.windows(mark.len()).any(|part| part == mark.as_bytes()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recordings::session::view::read_anchor;
    use crate::recordings::session::{SessionView, TakeState, fold::TakeNumbers};
    use crate::recordings::testing::*;

    #[test]
    fn the_lines_of_a_take_go_and_all_else_stays_and_is_proved() {
        let root = tempfile::tempdir().unwrap();
        let mut writer = create(root.path(), "s1");
        for id in ["a", "b", "a"] {
            let take = record_take(&mut writer, &prompt(id, 1), 1, 300);
            keep(&mut writer, &take);
            if take.take == 2 {
                let given_up =
                    Event::Redone { prompt: take.prompt.clone(), take: 1, reason: "self".to_owned() };
                writer.append(given_up).unwrap();
            }
        }
        drop(writer);
        let dir = root.path().join("s1");
        let path = dir.join("takes.jsonl");
        let before = std::fs::read(&path).unwrap();
        // As a crash leaves it in the middle of another line of the same take.
        let torn = br#"{"v":2,"seq":99,"at":"2026-11-24T05:46:20.000Z","mono_ms":9,"event":"take","prompt":"a","take":2,"text":"say a"#;
        let torn = [&before[..], torn].concat();
        let anchor = read_anchor(&dir).unwrap();
        let takes = BTreeMap::from([(("a".parse().unwrap(), 2), "w-0101010101010101".to_owned())]);
        let after = erase(&torn, anchor, &takes);
        assert_eq!(erase(&after, anchor, &takes), after, "done twice");
        // Taken back at home first: the same comes of it, whichever tombstone did.
        let at_home = takes.keys().map(|key| (key.clone(), "w-0202020202020202".to_owned())).collect();
        let gone = erase(&torn, anchor, &at_home);
        assert!(gone != after && erase(&gone, anchor, &takes) == after);
        assert!(after.ends_with(b"\n{"));
        let after = erase(&before, anchor, &takes);
        assert!(erase(&torn, anchor, &takes).starts_with(&after), "the same beginning");
        assert_eq!(erase(&before, anchor, &BTreeMap::new()), before);
        crate::fsio::replace(&path, &after).unwrap();
        let view = SessionView::open(&dir).unwrap();
        assert!(view.faults().is_empty(), "{:?}", view.faults());
        let states: Vec<_> =
            view.takes().iter().map(|take| (take.record.file.as_str(), take.state)).collect();
        // The first of them was given up for the one that is gone, and is not taken for accepted.
        assert_eq!(states, [("audio/a_1.wav", TakeState::Replaced), ("audio/b_1.wav", TakeState::Kept)]);
        let text = String::from_utf8(after).unwrap();
        assert_eq!(text.lines().count(), String::from_utf8(before).unwrap().lines().count());
        assert!(!text.contains("a_2.wav"));
        let gone: Vec<_> = text.lines().filter(|line| line.contains("\"gone\"")).collect();
        let mark =
            r#""event":"gone","prompt":"a","take":2,"tomb":"w-0101010101010101","kind":"take","ms":300,"#;
        assert!(gone.len() == 4 && gone.iter().any(|line| line.contains(mark)), "{gone:#?}");
        // Its number is never given again.
        let mut numbers = TakeNumbers::default();
        view.fold(&mut numbers);
        assert_eq!(numbers.next(&"a".parse().unwrap()), Some(3));
        // It goes on.
        drop(resume(&dir));
        assert!(SessionView::open(&dir).unwrap().broken().is_none());
    }
}
