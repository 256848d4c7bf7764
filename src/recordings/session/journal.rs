//! Reading the journal: entries and faults out of any bytes.
//!
//! A line that is a whole entry counts, even the last one without its newline: a JSON object cut short
//! is never a JSON object, so such a line was written to its end. A last line that is no entry was torn
//! by a crash; so was one that is followed by the start of the next sitting. The next sitting names it
//! in a `recovered` event, and no byte is ever removed.

use super::event::{Event, JournalLine, KINDS};
use super::fault::{Fault, FaultKind};
use super::record::SCHEMA;
use crate::severity::Severity;
use crate::units::Utc;
use serde::Deserialize;
use std::collections::BTreeSet;
use std::io::BufRead;

/// How far the two clocks may drift apart between two lines, in milliseconds.
pub const CLOCK_TOLERANCE_MS: i64 = 2_000;

/// A line that a newer Booth wrote, kept as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opaque {
    /// The line, from 1.
    pub line: u64,
    /// The kind of the event.
    pub kind: String,
    /// The whole line.
    pub json: String,
}

/// A journal as read.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Journal {
    /// The entries in the order of the file.
    pub entries: Vec<JournalLine>,
    /// The line of each entry, from 1.
    pub lines: Vec<u64>,
    /// Lines of kinds that this build does not know.
    pub opaque: Vec<Opaque>,
    /// What is wrong, by line.
    pub faults: Vec<Fault>,
    /// Torn lines that no `recovered` event names yet.
    pub torn: Vec<u64>,
    /// The number that the next line has to carry.
    pub next_seq: u64,
    /// Whether the file ends inside a line, so that a newline must come before the next one.
    pub unterminated: bool,
}

#[derive(Deserialize)]
struct Version {
    v: u64,
}

#[derive(Deserialize)]
struct Head {
    seq: u64,
    at: Utc,
    mono_ms: u64,
    event: String,
}

/// The stamps that stand on every line.
#[derive(Clone, Copy)]
struct Stamp {
    seq: u64,
    at: Utc,
    mono_ms: u64,
    opens: bool,
}

enum Line {
    Entry(Box<JournalLine>),
    Opaque(Head),
    OtherSchema(u64),
    Garbage(String),
}

/// Reads a line of a take, most of what a journal is, straight into its record: through the tagged [`Event`], each
/// number would be held twice.
fn read_take(bytes: &[u8]) -> Option<JournalLine> {
    #[derive(Deserialize)]
    struct Stamped<'a> {
        v: u32,
        seq: u64,
        at: Utc,
        mono_ms: u64,
        event: &'a str,
    }
    let Stamped { v, seq, at, mono_ms, event } = serde_json::from_slice(bytes).ok()?;
    let event = match event {
        "take" => Event::Take(serde_json::from_slice(bytes).ok()?),
        _ => return None,
    };
    Some(JournalLine { v, seq, at, mono_ms, event })
}

fn read_line(bytes: &[u8]) -> Line {
    let line = read_take(bytes).map_or_else(|| serde_json::from_slice::<JournalLine>(bytes), Ok);
    let fault = match line {
        Ok(entry) if entry.v == SCHEMA => return Line::Entry(Box::new(entry)),
        Ok(entry) => return Line::OtherSchema(entry.v.into()),
        Err(fault) => fault,
    };
    match serde_json::from_slice::<Version>(bytes) {
        Ok(Version { v }) if v != u64::from(SCHEMA) => return Line::OtherSchema(v),
        Ok(_) => {}
        Err(_) => return Line::Garbage(fault.to_string()),
    }
    match serde_json::from_slice::<Head>(bytes) {
        Ok(head) if !KINDS.contains(&head.event.as_str()) => Line::Opaque(head),
        _ => Line::Garbage(fault.to_string()),
    }
}

/// Reads a journal; never fails, since every fault is a value.
pub fn parse(mut bytes: &[u8]) -> Journal {
    let (mut entries, mut lines) = (Vec::new(), Vec::new());
    let journal = read(&mut bytes, |line, entry| {
        lines.push(line);
        entries.push(entry);
    });
    Journal { entries, lines, ..journal.expect("bytes in memory can be read") }
}

/// Reads a journal line by line, and hands each entry and its line, from 1, to `each` instead of keeping it.
///
/// # Errors
/// Those of reading.
pub(super) fn read(
    input: &mut impl BufRead,
    mut each: impl FnMut(u64, JournalLine),
) -> std::io::Result<Journal> {
    let mut journal = Journal { next_seq: 1, ..Journal::default() };
    let mut acknowledged = BTreeSet::new();
    let mut garbage: Vec<(u64, String, bool)> = Vec::new();
    let mut run: Vec<(u64, String)> = Vec::new();
    let mut last: Option<Stamp> = None;
    let mut bytes = Vec::new();
    for number in 1.. {
        bytes.clear();
        if input.read_until(b'\n', &mut bytes)? == 0 {
            break;
        }
        let line = bytes.strip_suffix(b"\n").unwrap_or(&bytes);
        journal.unterminated = line.len() == bytes.len();
        let stamp = match read_line(line) {
            Line::Entry(entry) => {
                let stamp = Stamp {
                    seq: entry.seq,
                    at: entry.at,
                    mono_ms: entry.mono_ms,
                    opens: matches!(entry.event, Event::Opened { .. }),
                };
                if let Event::Recovered { torn_line: Some(torn), .. } = entry.event {
                    acknowledged.insert(torn);
                }
                each(number, *entry);
                stamp
            }
            Line::Opaque(head) => {
                journal.faults.push(
                    Fault::new(
                        FaultKind::UnknownEvent,
                        Severity::Info,
                        format!(
                            "`{}` is an event that this version does not know",
                            head.event.escape_debug()
                        ),
                    )
                    .on_line(number),
                );
                let json = String::from_utf8_lossy(line).into_owned();
                journal.opaque.push(Opaque { line: number, kind: head.event, json });
                Stamp { seq: head.seq, at: head.at, mono_ms: head.mono_ms, opens: false }
            }
            Line::OtherSchema(version) => {
                journal.faults.push(
                    Fault::new(
                        FaultKind::Schema,
                        Severity::Warn,
                        format!("the line has schema {version}; this version reads schema {SCHEMA}"),
                    )
                    .on_line(number),
                );
                garbage.extend(run.drain(..).map(|(at, why)| (at, why, false)));
                continue;
            }
            Line::Garbage(why) => {
                run.push((number, why));
                continue;
            }
        };
        garbage.extend(run.drain(..).map(|(at, why)| (at, why, stamp.opens)));
        check_stamp(&mut journal.faults, number, last, stamp);
        journal.next_seq = journal.next_seq.max(stamp.seq.saturating_add(1));
        last = Some(stamp);
    }
    garbage.extend(run.drain(..).map(|(at, why)| (at, why, true)));
    for (line, why, torn) in garbage {
        let fault = if acknowledged.contains(&line) {
            Fault::new(FaultKind::Torn, Severity::Info, "the line was torn by a crash and is ignored")
        } else if torn {
            journal.torn.push(line);
            Fault::new(FaultKind::Torn, Severity::Warn, "the line was torn by a crash and is ignored")
        } else {
            Fault::new(
                FaultKind::Foreign,
                Severity::Warn,
                format!("the line is no entry and is ignored: {why}"),
            )
        };
        journal.faults.push(fault.on_line(line));
    }
    journal.faults.sort_by_key(|fault| fault.line);
    Ok(journal)
}

/// Returns when the first recording was begun, as far as the lines before it and its own tell: no line was written before
/// the one above it, though the clock of the system may have been set back in between.
///
/// # Errors
/// Those of reading.
pub(super) fn first_recording(input: &mut impl BufRead) -> std::io::Result<Option<Utc>> {
    #[derive(Deserialize)]
    struct Stamped {
        at: Utc,
        event: String,
    }
    let (mut latest, mut bytes): (Option<Utc>, _) = (None, Vec::new());
    while input.read_until(b'\n', &mut bytes)? > 0 {
        if let Ok(Stamped { at, event }) = serde_json::from_slice(&bytes) {
            latest = latest.max(Some(at));
            if event == "started" || event == "take" {
                return Ok(latest);
            }
        }
        bytes.clear();
    }
    Ok(None)
}

fn check_stamp(faults: &mut Vec<Fault>, line: u64, last: Option<Stamp>, stamp: Stamp) {
    let mut fault = |kind, severity, message: String| {
        faults.push(Fault::new(kind, severity, message).on_line(line));
    };
    let expected = last.map_or(1, |last| last.seq.saturating_add(1));
    if stamp.seq > expected {
        let message = format!("the line has the number {}; {expected} comes next", stamp.seq);
        fault(FaultKind::SeqGap, Severity::Warn, message);
    } else if stamp.seq < expected {
        let message = format!("the line has the number {} again; {expected} comes next", stamp.seq);
        fault(FaultKind::SeqRepeat, Severity::Warn, message);
    }
    // A new sitting starts its own monotonic clock.
    let Some(last) = last.filter(|_| !stamp.opens) else { return };
    if stamp.mono_ms < last.mono_ms {
        let message = format!(
            "the monotonic clock went back from {} ms to {} ms inside a sitting",
            last.mono_ms, stamp.mono_ms
        );
        fault(FaultKind::MonotonicBack, Severity::Warn, message);
        return;
    }
    let utc_ms = stamp.at.millis() - last.at.millis();
    let mono_ms = i64::try_from(stamp.mono_ms - last.mono_ms).unwrap_or(i64::MAX);
    if utc_ms.saturating_sub(mono_ms).saturating_abs() > CLOCK_TOLERANCE_MS {
        let message = format!(
            "{utc_ms} ms passed by the date but {mono_ms} ms by the monotonic clock since the last line"
        );
        fault(FaultKind::ClockJump, Severity::Info, message);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recordings::session::reason::{RecoveredKind, SkipReason};
    use proptest::prelude::*;

    pub fn entry(seq: u64, mono_ms: u64, event: Event) -> JournalLine {
        let at = Utc::from_millis(1_795_499_174_000 + mono_ms as i64);
        JournalLine { v: SCHEMA, seq, at, mono_ms, event }
    }

    fn line(seq: u64, mono_ms: u64, event: Event) -> String {
        serde_json::to_string(&entry(seq, mono_ms, event)).unwrap() + "\n"
    }

    fn kinds(journal: &Journal) -> Vec<(FaultKind, Option<u64>)> {
        journal.faults.iter().map(|fault| (fault.kind, fault.line)).collect()
    }

    fn opened() -> Event {
        Event::Opened { tool: "booth 0.1.0".to_owned() }
    }

    #[test]
    fn a_line_is_exactly_the_documented_json() {
        let prompt = "alarm-1".parse().unwrap();
        assert_eq!(
            line(3, 1500, Event::Kept { prompt, take: 2 }),
            "{\"v\":1,\"seq\":3,\"at\":\"2026-11-24T05:46:15.500Z\",\"mono_ms\":1500,\
             \"event\":\"kept\",\"prompt\":\"alarm-1\",\"take\":2}\n"
        );
    }

    #[test]
    fn an_empty_journal_has_no_fault() {
        let journal = parse(b"");
        assert_eq!((journal.next_seq, journal.unterminated), (1, false));
        assert!(journal.faults.is_empty());
    }

    #[test]
    fn a_torn_tail_is_told_from_a_foreign_line() {
        let good = line(1, 0, opened()) + &line(2, 5, Event::Paused);
        let torn = parse(format!("{good}{{\"v\":1,\"se").as_bytes());
        assert_eq!(kinds(&torn), [(FaultKind::Torn, Some(3))]);
        assert_eq!((torn.next_seq, torn.unterminated, torn.torn), (3, true, vec![3]));

        let foreign = parse(format!("{good}hello\n{}", line(3, 9, Event::Resumed)).as_bytes());
        assert_eq!(kinds(&foreign), [(FaultKind::Foreign, Some(3))]);
        assert_eq!(foreign.entries.len(), 3);

        let mut nul = good.clone().into_bytes();
        nul.extend([0u8; 300]);
        assert_eq!(kinds(&parse(&nul)), [(FaultKind::Torn, Some(3))]);
    }

    #[test]
    fn a_torn_line_stays_torn_after_the_next_sitting_began_and_named_it() {
        let mut text = line(1, 70, opened()) + "{\"v\":1\n" + &line(2, 3, opened());
        let before = parse(text.as_bytes());
        assert_eq!((kinds(&before), before.torn), (vec![(FaultKind::Torn, Some(2))], vec![2]));
        let named = Event::Recovered { what: RecoveredKind::TornLine, file: None, torn_line: Some(2) };
        text += &line(3, 4, named);
        let after = parse(text.as_bytes());
        assert_eq!((kinds(&after), after.torn), (vec![(FaultKind::Torn, Some(2))], vec![]));
        assert_eq!(after.faults[0].severity, Severity::Info);
    }

    #[test]
    fn gaps_repeats_and_clocks_are_found() {
        let mut jump = entry(7, 30, Event::Resumed);
        jump.at = Utc::from_millis(0);
        let text = [
            line(1, 0, opened()),
            line(3, 20, Event::Paused),
            line(3, 25, Event::Resumed),
            line(4, 24, Event::Paused),
            line(5, 10, opened()),
            line(6, 11, Event::Paused),
            serde_json::to_string(&jump).unwrap() + "\n",
        ]
        .concat();
        assert_eq!(
            kinds(&parse(text.as_bytes())),
            [
                (FaultKind::SeqGap, Some(2)),
                (FaultKind::SeqRepeat, Some(3)),
                (FaultKind::MonotonicBack, Some(4)),
                (FaultKind::ClockJump, Some(7)),
            ]
        );
    }

    #[test]
    fn newer_events_are_kept_and_other_schemas_are_not_read() {
        let text = line(1, 0, opened())
            + "{\"v\":1,\"seq\":2,\"at\":\"2026-11-24T05:46:14.001Z\",\"mono_ms\":1,\"event\":\"asked\",\"n\":[1]}\n"
            + "{\"v\":2,\"anything\":true}\n";
        let journal = parse(text.as_bytes());
        assert_eq!(kinds(&journal), [(FaultKind::UnknownEvent, Some(2)), (FaultKind::Schema, Some(3))]);
        assert_eq!(journal.opaque[0].kind, "asked");
        assert!(journal.opaque[0].json.ends_with("\"n\":[1]}"));
        assert_eq!(journal.next_seq, 3);
    }

    #[test]
    fn a_known_kind_with_wrong_fields_is_foreign() {
        let bad =
            "{\"v\":1,\"seq\":2,\"at\":\"2026-11-24T05:46:14.001Z\",\"mono_ms\":1,\"event\":\"kept\"}\n";
        let text = line(1, 0, opened()) + bad + &line(2, 3, Event::Paused);
        assert_eq!(kinds(&parse(text.as_bytes())), [(FaultKind::Foreign, Some(2))]);
    }

    prop_compose! {
        fn any_event()(pick in 0usize..7, take in 1u16.., reason in "\\PC{0,12}", id in "[a-z0-9]{1,10}")
            -> Event
        {
            let prompt = format!("p{id}").parse().unwrap_or_else(|_| "p".parse().unwrap());
            match pick {
                0 => Event::Opened { tool: reason },
                1 => Event::Heartbeat,
                2 => Event::Shown { prompt, repetition: take },
                3 => Event::Kept { prompt, take },
                4 => Event::Redone { prompt, take, reason },
                5 => Event::Skipped { prompt, repetition: take, reason: SkipReason::from_words(&reason) },
                _ => Event::Recovered { what: RecoveredKind::Saved, file: Some("audio/x".to_owned()), torn_line: None },
            }
        }
    }

    proptest! {
        #[test]
        fn every_prefix_gives_a_prefix_of_the_entries(
            events in prop::collection::vec(any_event(), 0..8),
        ) {
            let entries: Vec<JournalLine> =
                (1u64..).zip(events).map(|(seq, event)| entry(seq, seq * 10, event)).collect();
            let text: String =
                entries.iter().map(|entry| serde_json::to_string(entry).unwrap() + "\n").collect();
            for cut in 0..=text.len() {
                let journal = parse(&text.as_bytes()[..cut]);
                prop_assert!(entries.starts_with(&journal.entries));
                prop_assert!(journal.faults.len() <= 1);
                prop_assert!(journal.faults.iter().all(|fault| fault.kind == FaultKind::Torn));
                let whole = text[..].char_indices().filter(|&(at, c)| at < cut && c == '\n').count();
                prop_assert!(journal.entries.len() >= whole);
            }
        }

        #[test]
        fn any_bytes_are_read(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
            parse(&bytes);
        }
    }
}
