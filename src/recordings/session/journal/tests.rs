//! Journals of any bytes: what is read, what is told, with checksums and without.

use super::*;
use crate::recordings::session::event::Report;
use crate::recordings::session::reason::{RecoveredKind, ReportReason, SkipReason};
use proptest::prelude::*;

/// An entry of a journal without checksums.
fn entry(seq: u64, mono_ms: u64, event: Event) -> JournalLine {
    let at = Utc::from_millis(1_795_499_174_000 + mono_ms as i64);
    JournalLine { v: FIRST_SCHEMA, seq, at, mono_ms, event }
}

fn line(seq: u64, mono_ms: u64, event: Event) -> String {
    serde_json::to_string(&entry(seq, mono_ms, event)).unwrap() + "\n"
}

/// Reads a journal without checksums.
fn plain(bytes: impl AsRef<[u8]>) -> Journal {
    parse(bytes.as_ref(), Anchor::unsealed(b"the record"))
}

/// The lines of these events with their checksums, and how to read them.
fn sealed(events: impl IntoIterator<Item = Event>) -> (Vec<String>, Anchor) {
    let (_, mut sum) = chain::seal_record(b"{\n  \"schema\": 2\n}\n");
    let anchor = Anchor::sealed(sum);
    let lines = (1u64..).zip(events).map(|(seq, event)| {
        let entry = JournalLine { v: SCHEMA, ..entry(seq, seq * 10, event) };
        let (line, next) = sum.seal(&serde_json::to_string(&entry).unwrap());
        sum = next;
        line + "\n"
    });
    (lines.collect(), anchor)
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
    let report = Report {
        prompt: "alarm-1".parse().unwrap(),
        text_sha256: crate::digest::Sha256::of("Wake me."),
        text: "Wake me.".to_owned(),
        reason: ReportReason::Unfit,
        words: None,
    };
    let hash = report.text_sha256.to_string();
    let expected = |more: &str| {
        format!(
            "{{\"v\":1,\"seq\":3,\"at\":\"2026-11-24T05:46:15.500Z\",\"mono_ms\":1500,\"event\":\"reported\",\
             \"prompt\":\"alarm-1\",\"text_sha256\":\"{hash}\",\"text\":\"Wake me.\",\"reason\":\"unfit\"{more}}}\n"
        )
    };
    for (words, more) in [(None, ""), (Some("it is rude"), ",\"words\":\"it is rude\"")] {
        let report = Report { words: words.map(str::to_owned), ..report.clone() };
        let event = Event::Reported(Box::new(report));
        assert_eq!(line(3, 1500, event.clone()), expected(more));
        let read: JournalLine = serde_json::from_str(&expected(more)).unwrap();
        assert_eq!(read.event, event);
    }
}

#[test]
fn a_line_without_an_end_is_not_held_in_memory() {
    let text = line(1, 0, opened()) + &"x".repeat(1000);
    let most = |most| read(&mut text.as_bytes(), Anchor::unsealed(b"the record"), most, |_, _| {});
    assert_eq!(most(999).unwrap_err().kind(), std::io::ErrorKind::InvalidData);
    assert_eq!(most(1000).unwrap().faults.len(), 1);
}

#[test]
fn an_empty_journal_has_no_fault() {
    let journal = plain(b"");
    assert_eq!((journal.next_seq, journal.unterminated), (1, false));
    assert!(journal.faults.is_empty());
}

#[test]
fn a_torn_tail_is_told_from_a_foreign_line() {
    let good = line(1, 0, opened()) + &line(2, 5, Event::Paused);
    let torn = plain(format!("{good}{{\"v\":1,\"se"));
    assert_eq!(kinds(&torn), [(FaultKind::Torn, Some(3))]);
    assert_eq!((torn.next_seq, torn.unterminated, torn.torn), (3, true, vec![3]));

    let foreign = plain(format!("{good}hello\n{}", line(3, 9, Event::Resumed)));
    assert_eq!(kinds(&foreign), [(FaultKind::Foreign, Some(3))]);
    assert_eq!(foreign.entries.len(), 3);

    let mut nul = good.clone().into_bytes();
    nul.extend([0u8; 300]);
    assert_eq!(kinds(&plain(&nul)), [(FaultKind::Torn, Some(3))]);
}

#[test]
fn a_torn_line_stays_torn_after_the_next_sitting_began_and_named_it() {
    let mut text = line(1, 70, opened()) + "{\"v\":1\n" + &line(2, 3, opened());
    let before = plain(&text);
    assert_eq!((kinds(&before), before.torn), (vec![(FaultKind::Torn, Some(2))], vec![2]));
    let named = Event::Recovered { what: RecoveredKind::TornLine, file: None, torn_line: Some(2) };
    text += &line(3, 4, named);
    let after = plain(&text);
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
        kinds(&plain(&text)),
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
        + "{\"v\":1,\"seq\":2,\"at\":\"2026-11-24T05:46:14.001Z\",\"mono_ms\":1,\"event\":\"dreamt\",\"n\":[1]}\n"
        + "{\"v\":0,\"anything\":true}\n";
    let journal = plain(&text);
    assert_eq!(kinds(&journal), [(FaultKind::UnknownEvent, Some(2)), (FaultKind::Schema, Some(3))]);
    // Without a checksum it may as well be a known kind that was changed.
    assert_eq!((journal.faults[0].severity, journal.unproved), (Severity::Warn, 3));
    assert_eq!(journal.opaque[0].kind, "dreamt");
    assert!(journal.opaque[0].json.ends_with("\"n\":[1]}"));
    assert_eq!(journal.next_seq, 3);
}

#[test]
fn with_checksums_a_newer_line_is_told_from_one_that_was_changed() {
    let (lines, anchor) = sealed([opened()]);
    let newer = "{\"v\":2,\"seq\":2,\"at\":\"2026-11-24T05:46:14.021Z\",\"mono_ms\":21,\"event\":\"dreamt\"}";
    let (asked, sum) = parse(lines[0].as_bytes(), anchor).sum.seal(newer);
    let (later, _) = sum.seal("{\"v\":3,\"anything\":true}");
    let text = format!("{}{asked}\n{later}\n", lines[0]);
    let journal = parse(text.as_bytes(), anchor);
    assert_eq!(kinds(&journal), [(FaultKind::UnknownEvent, Some(2)), (FaultKind::Schema, Some(3))]);
    assert_eq!((journal.faults[0].severity, journal.unproved), (Severity::Info, 0));
    for changed in [text.replace("dreamt", "dreams"), text.replace("anything", "anythong")] {
        assert!(
            parse(changed.as_bytes(), anchor).faults.iter().any(|fault| fault.kind == FaultKind::LineAltered)
        );
    }
}

#[test]
fn what_was_changed_is_named_by_its_line_and_what_was_put_in_between_is_foreign() {
    let events = || [opened(), Event::Paused, Event::Resumed, opened(), Event::Paused];
    let (lines, anchor) = sealed(events());
    let told = |lines: &[&str]| {
        let journal = parse(lines.concat().as_bytes(), anchor);
        journal.faults.iter().map(|fault| (fault.kind, fault.line.unwrap())).collect::<Vec<_>>()
    };
    let [one, two, three, four, five] = [0, 1, 2, 3, 4].map(|at| lines[at].as_str());
    assert_eq!(told(&[one, two, three, four, five]), []);
    // In the body, in the checksum, to no entry, in the middle and at the end.
    let other = three.replace("resumed", "pausedd");
    assert_eq!(
        told(&[one, two, &other, four, five]),
        [(FaultKind::LineAltered, 3), (FaultKind::UnknownEvent, 3)]
    );
    let at = three.len() - 5;
    let other = format!("{}{}{}", &three[..at], u8::from(&three[at..=at] == "0"), &three[at + 1..]);
    assert_eq!(told(&[one, two, &other, four, five]), [(FaultKind::LineAltered, 3)]);
    let broken = |line: &str| line.replacen(':', ";", 1);
    assert_eq!(told(&[one, two, &broken(three), four, five])[0], (FaultKind::LineAltered, 3));
    assert_eq!(told(&[one, two, three, four, &broken(five)]), [(FaultKind::LineAltered, 5)]);
    assert_eq!(told(&[one, two, three, four, &five.replace('\n', "+")]), [(FaultKind::LineAltered, 5)]);
    // Taken away, exchanged, put in between; a line without a checksum among those with.
    let altered = |lines: &[&str]| told(lines).iter().any(|(kind, _)| *kind == FaultKind::LineAltered);
    assert!(altered(&[one, three, four, five]) && altered(&[one, three, two, four, five]) && altered(&[two]));
    assert!(altered(&[one, two, &line(3, 30, Event::Resumed)]) && altered(&[one, two, two, three]));
    assert_eq!(told(&[one, "hello\n", two, three]), [(FaultKind::Foreign, 2)]);
    assert_eq!(told(&[one, two, "{\"v\":2,\"se", "\n", three.trim_end()])[0], (FaultKind::Foreign, 3));
    // A crash cuts a line, and leaves zeros; the next sitting ends it.
    assert_eq!(told(&[one, two, &three[..three.len() - 9]]), [(FaultKind::Torn, 3)]);
    assert_eq!(told(&[one, two, "\0\0\0"]), [(FaultKind::Torn, 3)]);
    assert_eq!(told(&[one, two, &three[..30], "\n"]), [(FaultKind::Torn, 3)]);
    assert_eq!(told(&[one, two, &three[..three.len() - 9], "\n"]), [(FaultKind::LineAltered, 3)]);
    let (lines, anchor) = sealed([opened(), opened()]);
    let torn = format!("{}{}\n{}", lines[0], "{\"v\":2,\"se", lines[1]);
    assert_eq!(kinds(&parse(torn.as_bytes(), anchor)), [(FaultKind::Torn, Some(2))]);
}

#[test]
fn the_first_checksum_binds_all_that_stands_before_it() {
    let old = line(1, 0, opened()) + &line(2, 5, Event::Paused) + "{\"v\":1,\"se";
    let record = Anchor::unsealed(b"the record");
    let before = parse(old.as_bytes(), record);
    assert_eq!((before.unproved, before.unterminated), (3, true));
    let entry = JournalLine { v: SCHEMA, ..entry(3, 9, opened()) };
    let (line, _) = before.sum.seal(&serde_json::to_string(&entry).unwrap());
    let text = format!("{old}\n{line}\n");
    let after = parse(text.as_bytes(), record);
    assert_eq!((kinds(&after), after.unproved), (vec![(FaultKind::Torn, Some(3))], 0));
    let altered = |text: &str, record| {
        parse(text.as_bytes(), record).faults.iter().any(|fault| fault.kind == FaultKind::LineAltered)
    };
    assert!(!altered(&text, record) && altered(&text, Anchor::unsealed(b"another record")));
    assert!(altered(&text.replacen("paused", "resume", 1), record));
    assert!(altered(&text.replacen("\"se\n", "\"sf\n", 1), record));
}

#[test]
fn a_known_kind_with_wrong_fields_is_foreign() {
    let bad = "{\"v\":1,\"seq\":2,\"at\":\"2026-11-24T05:46:14.001Z\",\"mono_ms\":1,\"event\":\"kept\"}\n";
    let text = line(1, 0, opened()) + bad + &line(2, 3, Event::Paused);
    assert_eq!(kinds(&plain(&text)), [(FaultKind::Foreign, Some(2))]);
}

prop_compose! {
    fn any_event()(pick in 0usize..8, take in 1u16.., reason in "\\PC{0,12}", id in "[a-z0-9]{1,10}")
        -> Event
    {
        let prompt = format!("p{id}").parse().unwrap_or_else(|_| "p".parse().unwrap());
        match pick {
            0 => Event::Opened { tool: reason },
            1 => Event::Heartbeat,
            2 => Event::Shown { prompt, repetition: take },
            3 => Event::Kept { prompt, take },
            4 => Event::Redone { prompt, take, reason },
            6 => Event::Reported(Box::new(Report {
                prompt,
                text_sha256: crate::digest::Sha256::of(&id),
                text: id,
                reason: ReportReason::Other,
                words: Some(reason),
            })),
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
        let plain: String = (1u64..).zip(&events).map(|(seq, event)| line(seq, seq * 10, event.clone())).collect();
        let (lines, anchor) = sealed(events);
        for (text, anchor) in [(plain, Anchor::unsealed(b"")), (lines.concat(), anchor)] {
            let entries = parse(text.as_bytes(), anchor).entries;
            prop_assert_eq!(entries.len(), lines.len());
            for cut in 0..=text.len() {
                let journal = parse(&text.as_bytes()[..cut], anchor);
                prop_assert!(entries.starts_with(&journal.entries));
                prop_assert!(journal.faults.len() <= 1);
                prop_assert!(journal.faults.iter().all(|fault| fault.kind == FaultKind::Torn), "{:?}", journal.faults);
                let whole = text[..].char_indices().filter(|&(at, c)| at < cut && c == '\n').count();
                prop_assert!(journal.entries.len() >= whole);
            }
        }
    }

    #[test]
    fn any_bytes_are_read(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        plain(&bytes);
        parse(&bytes, Anchor::sealed(Sum::default()));
    }
}
