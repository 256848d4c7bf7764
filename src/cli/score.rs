//! `booth score`.

use crate::cli::args::ScoreArgs;
use crate::cli::exit::Exit;
use crate::cli::grouped::{self, Told};
use crate::cli::scratch;
use crate::face::line::out::{Context, data, data_json, tell};
use crate::face::line::progress::Shown;
use crate::face::line::{interrupt, progress};
use booth::Result;
use booth::corpus::Corpus;
use booth::corpus::score::{
    By, Confused, Confusion, Drawn, Estimate, Finding, LEAST_SPEAKERS, Measure, Options, Report, Score,
    Summary, score,
};
use booth::numbers::{count, plural};
use booth::rows::Line;
use booth::text::escape_for_terminal as safe;
use std::cmp::Ordering;

/// Groups of a kind that are shown, unless it is asked for.
const SHOWN: usize = 5;
/// Findings that are kept to be told; the rest is counted, and in `--json`.
const KEPT: usize = 1_000;
/// Characters of a group's name.
const NAME: usize = 20;
/// Measures beside the first that have a column.
const COLUMNS: usize = 4;

/// What is shown of a measure: in the list of all, and above its column.
fn words(measure: Measure) -> (&'static str, &'static str) {
    match measure {
        Measure::Wer => ("word error rate", "WER"),
        Measure::Cer => ("character error rate", "CER"),
        Measure::Ser => ("utterances with an error", "SER"),
        Measure::IntentAccuracy => ("right intents", "intent"),
        Measure::IntentF1Micro => ("F1 of intents", "F1"),
        Measure::IntentF1Macro => ("F1 of intents, mean over intents", "F1 mean"),
        Measure::IntentF1 => ("F1 of the intent", "F1"),
        Measure::SlotF1 => ("F1 of slots", "slots"),
        Measure::FalseRejectRate => ("wake phrases not detected", "missed"),
        Measure::FalseAcceptRate => ("near misses detected", "false"),
    }
}

/// The measures that have columns, in the order in which they lead.
const LEADING: [Measure; 8] = [
    Measure::Wer,
    Measure::Cer,
    Measure::IntentAccuracy,
    Measure::IntentF1,
    Measure::SlotF1,
    Measure::FalseRejectRate,
    Measure::FalseAcceptRate,
    Measure::Ser,
];

pub(crate) fn run(args: &ScoreArgs, context: &Context) -> Result<Exit> {
    interrupt::install()?;
    let corpus = Corpus::open(&args.corpus)?;
    let bar = progress::bar(context, args.json, corpus.len(), "utterances");
    let (mut kept, mut more) = (Vec::new(), 0u64);
    let scratch = scratch();
    let options =
        Options { split: args.split, partial: args.partial, scratch: &scratch, watch: &Shown(&bar) };
    let report = score(&corpus, &args.hypotheses, options, &mut |finding| {
        if args.json {
            return data_json(&Line::new("finding", finding));
        }
        if kept.len() < KEPT {
            kept.push(finding.clone());
        } else {
            more += 1;
        }
        Ok(())
    });
    bar.finish_and_clear();
    tell_findings(args, &kept, more);
    let report = report?;
    interrupt::check()?;
    let shown = |score: &&Score| score.by == By::All || args.by.is_empty() || args.by.contains(&score.by);
    if args.json {
        for score in report.scores.iter().filter(shown) {
            data_json(&Line::new("score", score))?;
        }
        for confusion in &report.confusions {
            data_json(&Line::new("confusion", confusion))?;
        }
        data_json(&Line::new("summary", &report.summary))?;
    } else {
        show(args, &report)?;
        remarks(&report, context);
    }
    Ok(if report.summary.findings > 0 { Exit::DataFailed } else { Exit::Done })
}

fn tell_findings(args: &ScoreArgs, kept: &[Finding], more: u64) {
    let told = kept.iter().map(|finding| {
        let kind = format!("[{}]", finding.id);
        Told::new(kind, &args.hypotheses, Some(finding.line), &finding.message)
    });
    for line in grouped::lines(told) {
        tell!("{line}");
    }
    if more > 0 {
        tell!("and {more} more, all of them in --json");
    }
}

fn show(args: &ScoreArgs, report: &Report) -> Result<()> {
    if let Some(all) = report.scores.iter().find(|score| score.by == By::All) {
        show_all(all, &report.summary)?;
    }
    for &by in By::ALL {
        let asked = args.by.contains(&by);
        if by == By::All || !args.by.is_empty() && !asked {
            continue;
        }
        let groups: Vec<&Score> = report.scores.iter().filter(|score| score.by == by).collect();
        // One group is what stands above already.
        if groups.len() > 1 || asked {
            show_groups(by, groups, if asked { usize::MAX } else { SHOWN })?;
        }
    }
    for &kind in Confused::ALL {
        show_confusions(kind, &report.confusions)?;
    }
    Ok(())
}

fn show_all(all: &Score, summary: &Summary) -> Result<()> {
    let split = summary.split.map_or(String::new(), |split| format!(" in {split}"));
    let mut line =
        format!("{} of {}{split}", plural(summary.utterances, "utterance"), plural(all.speakers, "speaker"));
    if summary.missing > 0 {
        line.push_str(&format!(", {} without a line and not heard", count(summary.missing)));
    }
    if summary.left_out > 0 {
        line.push_str(&format!(", {} without a line left out", count(summary.left_out)));
    }
    data(&line)?;
    for (&measure, estimate) in &all.measures {
        let range = range(estimate, " to ").map_or(String::new(), |range| format!("   {range}"));
        data(&format!("  {:<34}{:>6} %{range}", words(measure).0, percent(estimate.value)))?;
    }
    Ok(())
}

fn percent(share: f64) -> String {
    format!("{:.1}", share * 100.0)
}

fn range(estimate: &Estimate, between: &str) -> Option<String> {
    let (low, high) = estimate.low.zip(estimate.high)?;
    Some(format!("{}{between}{}", percent(low), percent(high)))
}

/// Worse first; groups that cannot be compared last, each kind by name.
fn worse(measure: Measure, one: &Score, other: &Score) -> Ordering {
    let of = |score: &Score| score.measures.get(&measure).map(|estimate| estimate.value);
    let by_value = match (of(one), of(other)) {
        (Some(one), Some(other)) if measure.is_good() => one.total_cmp(&other),
        (Some(one), Some(other)) => other.total_cmp(&one),
        (one, other) => other.is_some().cmp(&one.is_some()),
    };
    by_value.then_with(|| one.value.cmp(&other.value))
}

fn show_groups(by: By, mut groups: Vec<&Score>, most: usize) -> Result<()> {
    let has = |measure: &Measure| groups.iter().any(|score| score.measures.contains_key(measure));
    let mut columns: Vec<Measure> = LEADING.into_iter().filter(has).collect();
    // An intent is told by how it was understood, if anything was.
    if by == By::Intent
        && let Some(at) = columns.iter().position(|column| *column == Measure::IntentF1)
    {
        let first = columns.remove(at);
        columns.insert(0, first);
    }
    columns.truncate(1 + COLUMNS);
    let Some((&first, others)) = columns.split_first() else { return Ok(()) };
    // The range of an F1 of one intent is not drawn: that of its share of right ones is in --json.
    let has_ranges =
        groups.iter().any(|score| score.measures.get(&first).is_some_and(|one| one.low.is_some()));
    groups.sort_by(|one, other| worse(first, one, other));
    let left = groups.len().saturating_sub(most);
    let mut head = format!("\n{by:<NAME$} {:>8} {:>7}", "utts", words(first).1);
    if has_ranges {
        head.push_str(&format!("  {:<11}", "95 % range"));
    }
    for column in others {
        head.push_str(&format!(" {:>6}", words(*column).1));
    }
    data(head.trim_end())?;
    for score in groups.iter().take(most) {
        let value = |measure| score.measures.get(&measure).map_or("-".to_owned(), |one| percent(one.value));
        let mut line = format!(
            "{:<NAME$} {:>8} {:>7}",
            name(&score.value),
            count(score.counts.utterances),
            value(first)
        );
        if has_ranges {
            let range = score.measures.get(&first).and_then(|one| range(one, "-")).unwrap_or_default();
            line.push_str(&format!("  {range:<11}"));
        }
        for column in others {
            line.push_str(&format!(" {:>6}", value(*column)));
        }
        data(line.trim_end())?;
    }
    if left > 0 {
        data(&format!("and {} better, all of them with --by {by}", count(left as u64)))?;
    }
    Ok(())
}

/// A name that fits its column.
fn name(value: &str) -> String {
    let value = safe(value);
    if value.chars().count() <= NAME {
        return value;
    }
    value.chars().take(NAME - 1).chain(['…']).collect()
}

fn show_confusions(kind: Confused, confusions: &[Confusion]) -> Result<()> {
    let of: Vec<&Confusion> = confusions.iter().filter(|confusion| confusion.kind == kind).collect();
    if of.is_empty() {
        return Ok(());
    }
    data(&format!("\n{kind:<NAME$} {:>8}  taken for", "times"))?;
    for confusion in of {
        data(&format!(
            "{:<NAME$} {:>8}  {}",
            name(&confusion.wanted),
            count(confusion.count),
            name(&confusion.given)
        ))?;
    }
    Ok(())
}

/// Says what holds for the numbers.
fn remarks(report: &Report, context: &Context) {
    let Summary { findings, elsewhere, missing, .. } = report.summary;
    if findings > 0 {
        tell!(
            "{}  {} of the hypotheses did not count",
            context.style.bad("REJECT"),
            plural(findings, "line")
        );
    }
    if context.quiet {
        return;
    }
    if elsewhere > 0 {
        tell!("note: {} of utterances in other splits", plural(elsewhere, "line"));
    }
    if missing > 0 {
        tell!("note: with --partial, utterances without a line are left out");
    }
    let Some(all) = report.scores.iter().find(|score| score.by == By::All) else { return };
    if all.drawn == Drawn::Utterances {
        tell!(
            "note: ranges are drawn over utterances, since there are fewer than {LEAST_SPEAKERS} speakers: another \
             speaker may lie far outside"
        );
    }
    let uncompared = all.counts.sentences - all.counts.word_utterances;
    if all.counts.word_utterances > 0 && uncompared > 0 {
        tell!(
            "note: the words of {} are not compared: a script without spaces, or digits against words",
            plural(uncompared, "utterance")
        );
    }
}
