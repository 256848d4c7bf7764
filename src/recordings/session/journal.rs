//! Reading the journal: entries and faults out of any bytes.
//!
//! A line that is a whole entry counts, even the last one without its newline: a JSON object cut short
//! is never a JSON object, so such a line was written to its end. A last line that is no entry was torn
//! by a crash; so was one that is followed by the start of the next sitting. The next sitting names it
//! in a `recovered` event, and no byte is ever removed. Where lines have checksums, a line that a crash did not tear
//! and that is not what was written is told.

use super::chain::{self, Anchor, Chain, Link, Sum};
use super::event::{Event, JournalLine, KINDS};
use super::fault::{Fault, FaultKind};
use super::record::{FIRST_SCHEMA, SCHEMA};
use super::take_line;
use crate::severity::Severity;
use crate::units::Utc;
use serde::Deserialize;
use std::collections::BTreeSet;
use std::io::{BufRead, Read as _};

/// The most bytes of a line that is read from a file; a take has some thousand.
pub(crate) const MOST_LINE: u64 = 16 << 20;
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
    /// Lines that have no checksum, when none after them has one: a change in them would not be seen.
    pub unproved: u64,
    /// The checksum that the next line has to follow from.
    pub sum: Sum,
}

#[derive(Deserialize)]
struct Version {
    v: u64,
}

#[derive(Deserialize)]
struct Head {
    v: u32,
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

/// Says whether this build reads lines of version `v`.
fn is_read(v: u64) -> bool {
    (u64::from(FIRST_SCHEMA)..=u64::from(SCHEMA)).contains(&v)
}

fn read_line(bytes: &[u8]) -> Line {
    // Looked at once as a whole, its strings need not be looked at one by one.
    let line = match std::str::from_utf8(bytes) {
        Ok(text) => take_line::read(text).map_or_else(|| serde_json::from_str::<JournalLine>(text), Ok),
        Err(_) => serde_json::from_slice::<JournalLine>(bytes),
    };
    let fault = match line {
        Ok(entry) if is_read(entry.v.into()) => return Line::Entry(Box::new(entry)),
        Ok(entry) => return Line::OtherSchema(entry.v.into()),
        Err(fault) => fault,
    };
    match serde_json::from_slice::<Version>(bytes) {
        Ok(Version { v }) if !is_read(v) => return Line::OtherSchema(v),
        Ok(_) => {}
        Err(_) => return Line::Garbage(fault.to_string()),
    }
    match serde_json::from_slice::<Head>(bytes) {
        Ok(head) if !KINDS.contains(&head.event.as_str()) => Line::Opaque(head),
        _ => Line::Garbage(fault.to_string()),
    }
}

/// Says whether a crash can have left the last line: the beginning of one, or bytes that were never written. One that
/// came as far as its checksum was not torn before its newline.
fn may_be_torn(line: &[u8], unterminated: bool) -> bool {
    let is_cut = || serde_json::from_slice::<serde_json::Value>(line).is_err_and(|error| error.is_eof());
    (unterminated || !chain::has_sum(line)) && (line.contains(&0) || is_cut())
}

/// Reads a journal that begins with `anchor`; never fails, since every fault is a value.
pub fn parse(mut bytes: &[u8], anchor: Anchor) -> Journal {
    let (mut entries, mut lines) = (Vec::new(), Vec::new());
    let journal = read(&mut bytes, anchor, u64::MAX, |line, entry| {
        lines.push(line);
        entries.push(entry);
    });
    Journal { entries, lines, ..journal.expect("bytes in memory can be read") }
}

/// Reads a journal line by line, and hands each entry and its line, from 1, to `each` instead of keeping it.
///
/// # Errors
/// Those of reading; [`std::io::ErrorKind::InvalidData`] when a line has more than `most` bytes.
pub(super) fn read(
    input: &mut impl BufRead,
    anchor: Anchor,
    most: u64,
    mut each: impl FnMut(u64, JournalLine),
) -> std::io::Result<Journal> {
    let mut reader = Reader {
        journal: Journal { next_seq: 1, ..Journal::default() },
        chain: Chain::new(anchor),
        run: Vec::new(),
        garbage: Vec::new(),
        acknowledged: BTreeSet::new(),
        last: None,
        is_cut: false,
    };
    let mut bytes = Vec::new();
    for number in 1.. {
        bytes.clear();
        if input.by_ref().take(most.saturating_add(1)).read_until(b'\n', &mut bytes)? == 0 {
            break;
        }
        if bytes.len() as u64 > most {
            let what = format!("line {number} has more than {most} bytes");
            return Err(std::io::Error::new(std::io::ErrorKind::InvalidData, what));
        }
        reader.line(number, &bytes, &mut each);
    }
    Ok(reader.finish())
}

/// What a line that is no entry is.
#[derive(Clone, Copy)]
enum Garbage {
    Torn,
    Foreign,
    Altered,
}

/// A journal while it is read.
struct Reader {
    journal: Journal,
    chain: Chain,
    /// Lines that are no entries, and why, since the last one that is.
    run: Vec<(u64, String)>,
    /// Those before it.
    garbage: Vec<(u64, String, Garbage)>,
    /// The torn lines that `recovered` names.
    acknowledged: BTreeSet<u64>,
    last: Option<Stamp>,
    /// Whether a crash can have left the line at hand, were it the last.
    is_cut: bool,
}

impl Reader {
    fn fault(&mut self, line: u64, kind: FaultKind, severity: Severity, message: impl Into<String>) {
        self.journal.faults.push(Fault::new(kind, severity, message).on_line(line));
    }

    /// Takes in a line with its newline, if it has one.
    fn line(&mut self, number: u64, whole: &[u8], each: &mut impl FnMut(u64, JournalLine)) {
        let line = whole.strip_suffix(b"\n").unwrap_or(whole);
        self.journal.unterminated = line.len() == whole.len();
        let (v, stamp) = match read_line(line) {
            Line::Entry(entry) => {
                let JournalLine { v, seq, at, mono_ms, event } = &*entry;
                let opens = matches!(event, Event::Opened { .. });
                (u64::from(*v), Ok((Stamp { seq: *seq, at: *at, mono_ms: *mono_ms, opens }, Ok(entry))))
            }
            Line::Opaque(Head { v, seq, at, mono_ms, event }) => {
                (u64::from(v), Ok((Stamp { seq, at, mono_ms, opens: false }, Err(event))))
            }
            Line::OtherSchema(v) => (v, Err(())),
            Line::Garbage(why) => {
                self.is_cut = may_be_torn(line, self.journal.unterminated);
                self.chain.garbage(whole);
                self.run.push((number, why));
                self.journal.unproved += 1;
                return;
            }
        };
        let link = self.chain.entry(v, whole);
        self.journal.unproved += 1;
        let opens = stamp.as_ref().is_ok_and(|(stamp, _)| stamp.opens);
        self.settle(match link {
            Link::Rejoined | Link::Broken => Garbage::Altered,
            Link::Whole | Link::Unproved if opens => Garbage::Torn,
            Link::Whole | Link::Unproved => Garbage::Foreign,
        });
        if link == Link::Broken {
            let what =
                "the line, or what is before it, is not what was written: its checksum does not follow";
            self.fault(number, FaultKind::LineAltered, Severity::Reject, what);
        }
        let Ok((stamp, read)) = stamp else {
            if link != Link::Broken {
                let what =
                    format!("the line has schema {v}; this version reads schema {FIRST_SCHEMA} to {SCHEMA}");
                self.fault(number, FaultKind::Schema, Severity::Warn, what);
            }
            return;
        };
        match read {
            Ok(entry) => {
                if let Event::Recovered { torn_line: Some(torn), .. } = entry.event {
                    self.acknowledged.insert(torn);
                }
                each(number, *entry);
            }
            Err(kind) => {
                // Without a checksum it may as well be a known one that was changed.
                let severity = if link == Link::Unproved { Severity::Warn } else { Severity::Info };
                let what = format!("`{}` is an event that this version does not know", kind.escape_debug());
                self.fault(number, FaultKind::UnknownEvent, severity, what);
                let json = String::from_utf8_lossy(line).into_owned();
                self.journal.opaque.push(Opaque { line: number, kind, json });
            }
        }
        check_stamp(&mut self.journal.faults, number, self.last, stamp);
        self.journal.next_seq = self.journal.next_seq.max(stamp.seq.saturating_add(1));
        self.last = Some(stamp);
    }

    /// Says what the lines since the last entry are.
    fn settle(&mut self, what: Garbage) {
        self.garbage.extend(self.run.drain(..).map(|(line, why)| (line, why, what)));
    }

    fn finish(mut self) -> Journal {
        let is_cut = self.chain.is_open() || self.is_cut;
        self.settle(if is_cut { Garbage::Torn } else { Garbage::Altered });
        for (line, why, what) in std::mem::take(&mut self.garbage) {
            let torn = "the line was torn by a crash and is ignored";
            match what {
                Garbage::Altered => {
                    let message = format!("the line is not what was written, and is ignored: {why}");
                    self.fault(line, FaultKind::LineAltered, Severity::Reject, message);
                }
                _ if self.acknowledged.contains(&line) => {
                    self.fault(line, FaultKind::Torn, Severity::Info, torn);
                }
                Garbage::Torn => {
                    self.journal.torn.push(line);
                    self.fault(line, FaultKind::Torn, Severity::Warn, torn);
                }
                Garbage::Foreign => {
                    let message = format!("the line is no entry and is ignored: {why}");
                    self.fault(line, FaultKind::Foreign, Severity::Warn, message);
                }
            }
        }
        let mut journal = self.journal;
        if !self.chain.is_open() {
            journal.unproved = 0;
        }
        journal.sum = self.chain.finish(journal.unterminated);
        journal.faults.sort_by_key(|fault| fault.line);
        journal
    }
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
mod tests;
