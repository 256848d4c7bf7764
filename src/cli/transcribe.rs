//! `booth transcribe`.

use crate::cli::args::TranscribeArgs;
use crate::cli::exit::Exit;
use crate::cli::grouped::{self, Told};
use crate::cli::state;
use crate::face::clock::SystemClock;
use crate::face::line::out::{Context, data, data_json, tell};
use crate::face::line::progress::Shown;
use crate::face::line::{interrupt, progress};
use booth::corpus::hypotheses::{Import, import};
use booth::numbers::plural;
use booth::quality::words::{Comparison, Edits};
use booth::recordings::Unreadable;
use booth::recordings::transcribe::{
    CommandLine, Counting, FailedRow, Options, Outcome, Take, Takes, TranscribeSummary, TranscriptRow, find,
    rate_of, run as run_recogniser,
};
use booth::rows::Line;
use booth::text::escape_for_terminal as safe;
use booth::units::SampleRate;
use booth::{Error, ErrorKind, Result};
use std::path::Path;
use std::time::Duration;

/// Failures that are told one by one; the rest is counted, and in `--json`.
const TOLD: u64 = 10;

/// What was heard and what was not.
#[derive(Default)]
struct Totals {
    transcribed: u64,
    failed: u64,
    characters: Edits,
    words: Edits,
}

impl Totals {
    fn add(&mut self, compared: Comparison) {
        self.transcribed += 1;
        for (sum, edits) in
            [(&mut self.characters, Some(compared.characters)), (&mut self.words, compared.words)]
        {
            let Some(edits) = edits.filter(|edits| edits.length > 0) else { continue };
            sum.substitutions += edits.substitutions;
            sum.insertions += edits.insertions;
            sum.deletions += edits.deletions;
            sum.length += edits.length;
        }
    }
}

pub(crate) fn run(args: &TranscribeArgs, context: &Context) -> Result<Exit> {
    interrupt::install()?;
    match (&args.asr_command, &args.import) {
        (Some(command), _) => by_command(args, command, context),
        (None, Some(manifest)) => by_import(args, manifest, context),
        (None, None) => Err(Error::new(ErrorKind::Usage, "give --asr-command or --import")),
    }
}

fn by_command(args: &TranscribeArgs, command: &str, context: &Context) -> Result<Exit> {
    let command = CommandLine::parse(command)?;
    let name = args.recogniser.clone().unwrap_or_else(|| command.name());
    let recogniser = name.as_str();
    let ledger = state::ledger()?;
    let Takes { takes, unreadable } =
        find(&args.paths, args.all_takes, Counting::Own { ledger: ledger.as_ref(), named: &[] })?;
    tell_unreadable(args, &unreadable)?;
    let all = takes.len() as u64;
    let todo: Vec<Take> =
        takes.into_iter().filter(|take| args.again || take.known(recogniser, args.rate).is_none()).collect();
    let known = all - todo.len() as u64;
    let bar = progress::bar(context, args.json, todo.len() as u64, "takes");
    let shown = Shown(&bar);
    let options = Options {
        command: &command,
        recogniser,
        rate: args.rate.map(SampleRate::new).transpose()?,
        timeout: Duration::from_secs_f64(args.timeout),
        batch: args.batch as usize,
        threads: context.threads,
        watch: &shown,
        now: &SystemClock::now,
        ledger: ledger.as_ref(),
    };
    let mut totals = Totals::default();
    let mut broken = None;
    let outcome = run_recogniser(&todo, options, |take, outcome| {
        let shown = match outcome {
            Outcome::Heard(heard) => {
                let compared = take.compare(heard);
                totals.add(compared);
                let row = TranscriptRow::new(take, heard, &compared);
                if args.json { data_json(&Line::new("transcript", &row)) } else { Ok(()) }
            }
            Outcome::Failed(reason) => {
                totals.failed += 1;
                if !args.json && totals.failed <= TOLD {
                    let path = take.path.display().to_string();
                    bar.suspend(|| tell!("{}: {}", safe(&path), safe(reason)));
                }
                let row = FailedRow::new(take, reason);
                if args.json { data_json(&Line::new("failed", &row)) } else { Ok(()) }
            }
        };
        if let Err(error) = shown {
            broken.get_or_insert(error);
        }
    });
    bar.finish_and_clear();
    state::finish(ledger.as_ref(), context);
    if let Some(error) = broken {
        return Err(error);
    }
    outcome?;
    summary(args, context, &totals, (recogniser, all, known, 0))?;
    interrupt::check()?;
    Ok(exit(&totals, &unreadable))
}

/// Names the sessions that nothing was done with.
fn tell_unreadable(args: &TranscribeArgs, unreadable: &[Unreadable]) -> Result<()> {
    let told = unreadable.iter().map(|broken| Told::unreadable(&broken.path, &broken.message));
    for line in grouped::lines(told) {
        tell!("{line}");
    }
    for broken in unreadable {
        if args.json {
            data_json(&Line::new("unreadable", broken))?;
        }
    }
    Ok(())
}

fn exit(totals: &Totals, unreadable: &[Unreadable]) -> Exit {
    if totals.failed > 0 {
        Exit::Input
    } else if !unreadable.is_empty() {
        Exit::DataFailed
    } else {
        Exit::Done
    }
}

fn by_import(args: &TranscribeArgs, manifest: &Path, context: &Context) -> Result<Exit> {
    let recogniser = args.recogniser.as_deref().unwrap_or("nemo");
    let ledger = state::ledger()?;
    let ledger = ledger.as_ref();
    let Takes { takes, unreadable } =
        find(&args.paths, args.all_takes, Counting::Own { ledger, named: &[] })?;
    tell_unreadable(args, &unreadable)?;
    let report = import(&takes, Import { manifest, recogniser, now: SystemClock::now(), ledger });
    state::finish(ledger, context);
    let report = report?;
    let mut totals = Totals::default();
    for (at, heard) in &report.stored {
        let compared = takes[*at].compare(heard);
        totals.add(compared);
        if args.json {
            data_json(&Line::new("transcript", &TranscriptRow::new(&takes[*at], heard, &compared)))?;
        }
    }
    for (count, unmatched) in (1u64..).zip(&report.unmatched) {
        if args.json {
            data_json(&Line::new("unmatched", unmatched))?;
        } else if count <= TOLD {
            let path = manifest.display().to_string();
            tell!("{}:{}: {}", safe(&path), unmatched.line, safe(&unmatched.reason));
        }
    }
    let unmatched = report.unmatched.len() as u64;
    summary(args, context, &totals, (recogniser, takes.len() as u64, report.known, unmatched))?;
    let nothing = report.stored.is_empty() && report.known == 0;
    Ok(if nothing && unmatched > 0 { Exit::Input } else { exit(&totals, &unreadable) })
}

fn summary(
    args: &TranscribeArgs,
    context: &Context,
    totals: &Totals,
    (recogniser, takes, known, unmatched): (&str, u64, u64, u64),
) -> Result<()> {
    let (cer, wer) = (rate_of(&totals.characters), rate_of(&totals.words));
    if args.json {
        let (transcribed, failed) = (totals.transcribed, totals.failed);
        let summary =
            TranscribeSummary { recogniser, takes, transcribed, known, failed, unmatched, cer, wer };
        return data_json(&Line::new("summary", &summary));
    }
    let told = totals.failed.max(unmatched);
    if told > TOLD {
        tell!("and {} more, all of them in --json", told - TOLD);
    }
    let mut line = format!("{} transcribed, {known} known already", plural(totals.transcribed, "take"));
    if totals.failed > 0 {
        line.push_str(&format!(", {} failed", totals.failed));
    }
    if unmatched > 0 {
        line.push_str(&format!(", {} of the manifest unmatched", plural(unmatched, "line")));
    }
    data(&line)?;
    if let Some(cer) = cer {
        let words = wer.map_or(String::new(), |wer| format!(", of words {:.1} %", wer * 100.0));
        data(&format!("Error rate of characters {:.1} %{words}", cer * 100.0))?;
    }
    if !context.quiet && totals.transcribed > 0 {
        let paths: Vec<String> = args.paths.iter().map(|path| path.display().to_string()).collect();
        tell!("Next: booth check {}", safe(&paths.join(" ")));
    }
    Ok(())
}
