use super::*;
use crate::corpus::tests::{Fixture, settings};
use crate::digest::Sha256;
use crate::progress::Unwatched;
use crate::sheet::annotation::parse;
use proptest::prelude::*;
use std::path::PathBuf;

/// A corpus of one utterance each: speaker, locale, text with slots, intent.
fn corpus(utterances: &[(&str, &str, &str, &str)]) -> (Fixture, Corpus) {
    let mut fixture = Fixture::new();
    for (at, (speaker, locale, annotated, intent)) in utterances.iter().enumerate() {
        let (session, prompt) = (format!("s{at}"), format!("p{at}"));
        fixture.add(&session, speaker, locale, 16_000, &[(&prompt, 20, 0.2 + at as f64 / 50.0)]);
        let take = &mut fixture.sessions[at].1[0];
        let (text, slots) = parse(annotated).unwrap();
        take.annotated = (!slots.is_empty()).then(|| (*annotated).to_owned());
        (take.text_sha256, take.text, take.slots) = (Sha256::of(&text), text, slots);
        take.intent = (!intent.is_empty()).then(|| (*intent).to_owned());
    }
    let plan = fixture.plan(&crate::corpus::Settings { manifests: Vec::new(), ..settings() }, None);
    fixture.build(&plan, "corpus", 1).unwrap();
    let corpus = Corpus::open(fixture.path("corpus")).unwrap();
    (fixture, corpus)
}

fn id(utterances: &[(&str, &str, &str, &str)], at: usize) -> String {
    let (speaker, locale, ..) = utterances[at];
    format!("{speaker}-{}-demo-p{at}-1", locale.to_lowercase())
}

struct Run<'a> {
    corpus: &'a Corpus,
    split: Option<Split>,
    partial: bool,
}

impl<'a> Run<'a> {
    fn of(corpus: &'a Corpus) -> Self {
        Self { corpus, split: None, partial: false }
    }

    fn score(&self, text: &str) -> (Result<Report>, Vec<(FindingId, u64)>) {
        let dir = tempfile::tempdir().unwrap();
        let path: PathBuf = dir.path().join("heard");
        std::fs::write(&path, text).unwrap();
        let options =
            Options { split: self.split, partial: self.partial, scratch: dir.path(), watch: &Unwatched };
        let mut findings = Vec::new();
        let report = score(self.corpus, &path, options, &mut |finding| {
            findings.push((finding.id, finding.line));
            Ok(())
        });
        (report, findings)
    }

    fn report(&self, text: &str) -> Report {
        let (report, findings) = self.score(text);
        assert_eq!(findings, []);
        report.unwrap()
    }
}

fn group<'a>(report: &'a Report, by: By, value: &str) -> &'a Score {
    report.scores.iter().find(|score| score.by == by && score.value == value).unwrap()
}

fn value(score: &Score, measure: Measure) -> Option<f64> {
    score.measures.get(&measure).map(|estimate| estimate.value)
}

const ASSISTANT: [(&str, &str, &str, &str); 6] = [
    ("a", "en-US", "wake me at [time : seven]", "alarm_set"),
    ("a", "en-US", "turn on [device : the lamp]", "light_on"),
    ("b", "en-US", "stop the alarm", "alarm_stop"),
    ("b", "de-DE", "weck mich um [time : sieben]", "alarm_set"),
    ("c", "ja-JP", "電気をつけて", "light_on"),
    ("d", "en-US", "set an alarm for [time : nine]", "alarm_set"),
];

/// Hypotheses of `ASSISTANT`, one short: p0 right; p1 a word lost and another one, `the lamp` not found; p2 not the same intent;
/// p3 right with a slot too many; p4 one character lost of six; p5 has no line.
fn heard() -> String {
    let of = |at| id(&ASSISTANT, at);
    format!(
        r#"{{"id":"{}","text":"Wake me at seven.","intent":"alarm_set","slots":[{{"name":"time","value":"seven"}}]}}
{{"id":"{}","text":"turn off lamp","intent":"light_on","slots":[]}}
{{"id":"{}","text":"stop the alarm","intent":"alarm_set","slots":[]}}
{{"id":"{}","text":"weck mich um sieben","intent":"alarm_set","slots":[{{"slot":"time","value":"Sieben"}},{{"slot":"day","value":"um"}}]}}
{{"id":"{}","text":"電気つけて","slots":[]}}
"#,
        of(0),
        of(1),
        of(2),
        of(3),
        of(4)
    )
}

/// Oracle: by hand. Words: 4 + 4 + 3 + 4 + 5 (p5) = 20, of which on-off, the-, and the five of p5 are wrong: 7. Utterances: p1, p4
/// and p5 of 6. Intents: p0, p1, p3 of 6 right, four given. Slots: time of p0 and p3 right, of 4 wanted and 3 given.
#[test]
fn measures_are_those_that_are_counted_by_hand() {
    let (_fixture, corpus) = corpus(&ASSISTANT);
    let report = Run::of(&corpus).report(&heard());
    let all = group(&report, By::All, "");
    assert_eq!(
        (all.counts.words, all.counts.characters, all.counts.missing),
        (20, 13 + 13 + 12 + 16 + 6 + 17, 1)
    );
    assert_eq!(value(all, Measure::Wer), Some(0.35));
    // p1: `nthe` becomes `ff`, two substitutions and two deletions; p4 one; p5 all 17. 22 of 77.
    assert_eq!(value(all, Measure::Cer), Some(0.2857));
    assert_eq!(value(all, Measure::Ser), Some(0.5));
    assert_eq!(value(all, Measure::IntentAccuracy), Some(0.5));
    assert_eq!(value(all, Measure::IntentF1Micro), Some(0.6));
    // alarm_set: 2 right of 3 wanted and 3 given, 2/3; light_on: 1 of 2 and 1, 2/3; alarm_stop: 0. The mean is 4/9.
    assert_eq!(value(all, Measure::IntentF1Macro), Some(0.4444));
    assert_eq!(value(all, Measure::SlotF1), Some(0.5714));
    assert_eq!(all.unmeasured[&Measure::FalseRejectRate], "no utterance is a wake phrase");
    let of = |by, name: &str, measure| value(group(&report, by, name), measure);
    assert_eq!(of(By::Speaker, "a", Measure::Wer), Some(0.25));
    assert_eq!(of(By::Speaker, "d", Measure::Wer), Some(1.0));
    assert_eq!(of(By::Locale, "ja-JP", Measure::Wer), None, "no spaces between words");
    assert_eq!(of(By::Locale, "ja-JP", Measure::Cer), Some(0.1667));
    assert_eq!(of(By::Intent, "alarm_set", Measure::IntentF1), Some(0.6667));
    assert_eq!(of(By::Intent, "alarm_set", Measure::IntentAccuracy), Some(0.6667));
    assert_eq!(of(By::Intent, "alarm_stop", Measure::IntentF1), Some(0.0));
    let confusion = |kind, wanted: &str, given: &str| Confusion {
        kind,
        wanted: wanted.to_owned(),
        given: given.to_owned(),
        count: 1,
    };
    assert_eq!(
        report.confusions,
        [confusion(Confused::Word, "on", "off"), confusion(Confused::Intent, "alarm_stop", "alarm_set")]
    );
    // Every group of a kind together is the whole.
    for by in [By::Split, By::Locale, By::Speaker, By::Sheet, By::Intent] {
        let mut sum = Counts::default();
        report.scores.iter().filter(|score| score.by == by).for_each(|score| sum += score.counts);
        assert_eq!(sum, all.counts, "{by}");
    }
}

#[test]
fn with_partial_what_has_no_line_is_left_out_and_told() {
    let (_fixture, corpus) = corpus(&ASSISTANT);
    let report = Run { partial: true, ..Run::of(&corpus) }.report(&heard());
    let all = group(&report, By::All, "");
    assert_eq!((report.summary.utterances, report.summary.missing, report.summary.left_out), (5, 0, 1));
    assert_eq!((value(all, Measure::Wer), value(all, Measure::IntentAccuracy)), (Some(0.1333), Some(0.6)));
}

#[test]
fn one_split_is_scored_alone() {
    let (_fixture, corpus) = corpus(&ASSISTANT);
    let mut seen = 0;
    for split in Split::ALL {
        let run = Run { split: Some(split), ..Run::of(&corpus) };
        let (report, _) = run.score(&heard());
        // A split may be empty, or have p5 alone.
        let Ok(report) = report else { continue };
        seen += report.summary.utterances;
        assert_eq!(report.summary.elsewhere, 5 + report.summary.missing - report.summary.utterances);
        assert!(report.scores.iter().all(|score| score.by != By::Split || score.value == split.name()));
    }
    assert!((5..=6).contains(&seen), "{seen}");
}

#[test]
fn what_no_line_says_is_no_measure_and_has_a_reason() {
    let (_fixture, corpus) = corpus(&ASSISTANT);
    let lines: Vec<String> = (0..6).map(|at| format!("{}\tx", id(&ASSISTANT, at))).collect();
    let report = Run::of(&corpus).report(&lines.join("\n"));
    let all = group(&report, By::All, "");
    assert_eq!(all.unmeasured[&Measure::IntentAccuracy], "no line has an intent");
    assert_eq!(all.unmeasured[&Measure::SlotF1], "no line has slots");
    let intent = |at| format!("{{\"id\":\"{}\",\"intent\":\"light_on\"}}", id(&ASSISTANT, at));
    let intents: Vec<String> = (0..6).map(intent).collect();
    let report = Run::of(&corpus).report(&intents.join("\n"));
    let all = group(&report, By::All, "");
    assert_eq!(all.unmeasured[&Measure::Wer], "no line has a text");
    assert_eq!(value(all, Measure::IntentAccuracy), Some(0.3333));
    for score in &report.scores {
        assert_eq!(score.measures.len() + score.unmeasured.len(), Measure::ALL.len());
    }
}

/// Three wake phrases of which one is missed, four near misses of which one is taken: by the words and by a detector.
#[test]
fn wake_words_are_scored_by_words_or_by_a_detector() {
    let utterances = [
        ("a", "en-US", "Hey Booth", "wake_word"),
        ("b", "en-US", "Okay, Booth", "wake_word"),
        ("c", "en-US", "Hey Booth", "wake_word"),
        ("a", "en-US", "Hey Ruth", "wake_negative"),
        ("b", "en-US", "the phone booth", "wake_negative"),
        ("c", "en-US", "okay boots", "wake_negative"),
        ("c", "en-US", "hey you", "wake_negative"),
    ];
    let (_fixture, corpus) = corpus(&utterances);
    let words =
        ["hey booth", "okay boot", "hey, BOOTH", "hey ruth", "the phone booth", "well okay booth", ""];
    let fired = [true, false, true, false, false, true, false];
    let plain: Vec<String> = (0..7).map(|at| format!("{}\t{}", id(&utterances, at), words[at])).collect();
    let table: Vec<String> = (0..7).map(|at| format!("{}\t{}", id(&utterances, at), fired[at])).collect();
    for (text, has_words) in
        [(plain.join("\n"), true), (format!("id\tdetected\n{}", table.join("\r\n")), false)]
    {
        let report = Run::of(&corpus).report(&text);
        let all = group(&report, By::All, "");
        assert_eq!(value(all, Measure::FalseRejectRate), Some(0.3333));
        assert_eq!(value(all, Measure::FalseAcceptRate), Some(0.25));
        assert_eq!(value(all, Measure::Wer).is_some(), has_words);
        assert_eq!(all.counts.intents, 0);
    }
}

#[test]
fn each_line_that_does_not_count_is_told_once() {
    let (_fixture, corpus) = corpus(&ASSISTANT);
    let first = id(&ASSISTANT, 0);
    let text = format!(
        "{{\"id\":\"{first}\",\"text\":\"wake me at seven\"}}\n{{broken\n\n{{\"id\":\"{first}\",\"text\":\"other\"}}\n\
         {{\"id\":\"a-en-us-demo-p9-1\",\"text\":\"x\"}}\n{{\"id\":\"zz\",\"text\":\"x\"}}\n{{\"id\":\"A\",\"text\":\"x\"}}\nnull"
    );
    let (report, findings) = Run::of(&corpus).score(&text);
    let report = report.unwrap();
    let expected = [
        (FindingId::Line, 2),
        (FindingId::Line, 7),
        (FindingId::Line, 8),
        (FindingId::Twice, 4),
        (FindingId::Unknown, 5),
        (FindingId::Unknown, 6),
    ];
    assert_eq!(findings, expected);
    assert_eq!((report.summary.findings, report.summary.lines, report.summary.missing), (6, 7, 5));
    // The first line counts.
    assert_eq!(value(group(&report, By::All, ""), Measure::Ser), Some(0.8333));
}

#[test]
fn what_is_no_file_of_hypotheses_is_an_error() {
    let (_fixture, corpus) = corpus(&ASSISTANT);
    for (text, words, line) in [
        ("", "names an utterance", None),
        ("\n\n", "names an utterance", None),
        ("RIFF\u{0}\u{0}WAVE", "names an utterance", None),
        ("[{\"id\":\"a\"}]", "one JSON object a line", Some(1)),
        ("\nid\tscore\n", "none of the columns", Some(2)),
        ("{\"id\":\"zz\",\"text\":\"x\"}", "names an utterance", None),
    ] {
        let (report, _) = Run::of(&corpus).score(text);
        let error = report.unwrap_err();
        assert_eq!((error.kind(), error.line()), (ErrorKind::Corpus, line), "{text}: {error}");
        assert!(error.message().contains(words), "{text}: {error}");
    }
}

/// Six speakers with texts of their own.
fn six() -> Vec<(&'static str, &'static str, &'static str, &'static str)> {
    let texts =
        ["one two three", "four five", "six seven eight nine", "ten", "one more time", "and the last"];
    ["a", "b", "c", "d", "e", "f"].iter().zip(texts).map(|(name, text)| (*name, "en-US", text, "")).collect()
}

#[test]
fn ranges_follow_from_the_catalogue_and_from_nothing_else() {
    let utterances = six();
    let (_fixture, corpus) = corpus(&utterances);
    let text: Vec<String> = (0..6).map(|at| format!("{}\tone two three four", id(&utterances, at))).collect();
    let text = text.join("\n");
    let (one, two) = (Run::of(&corpus).report(&text), Run::of(&corpus).report(&text));
    assert_eq!(one, two);
    let all = group(&one, By::All, "");
    assert_eq!((all.drawn, all.speakers), (Drawn::Speakers, 6));
    let wer = all.measures[&Measure::Wer];
    assert!(wer.low.unwrap() < wer.value && wer.value < wer.high.unwrap(), "{wer:?}");
    let alone = group(&one, By::Speaker, "a");
    assert_eq!((alone.drawn, alone.measures[&Measure::Wer].low), (Drawn::Utterances, None));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Right hypotheses have no errors, empty ones have lost all, and the order of lines changes nothing.
    #[test]
    fn right_is_0_nothing_is_1_and_order_is_nothing(
        heard in prop::collection::vec("[a-c]{1,3}( [a-c]{1,3}){0,3}", 6), shift in 0usize..6,
    ) {
        static CORPUS: std::sync::LazyLock<(Fixture, Corpus)> = std::sync::LazyLock::new(|| corpus(&six()));
        let (utterances, corpus) = (six(), &CORPUS.1);
        let lines = |said: &dyn Fn(usize) -> String| -> Vec<String> {
            (0..6).map(|at| format!("{}\t{}", id(&utterances, at), said(at))).collect()
        };
        let right = Run::of(corpus).report(&lines(&|at| utterances[at].2.to_uppercase()).join("\n"));
        let none = Run::of(corpus).report(&lines(&|_| String::new()).join("\n"));
        for measure in [Measure::Wer, Measure::Cer, Measure::Ser] {
            for score in &right.scores {
                prop_assert_eq!(value(score, measure), Some(0.0));
            }
            for score in &none.scores {
                prop_assert_eq!(value(score, measure), Some(1.0));
            }
        }
        let mut given = lines(&|at| heard[at].clone());
        let report = Run::of(corpus).report(&given.join("\n"));
        given.rotate_left(shift);
        given.swap(0, 5);
        prop_assert_eq!(report, Run::of(corpus).report(&given.join("\n")));
    }
}
