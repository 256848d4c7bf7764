//! `booth transcribe`.

use crate::cli::args::TranscribeArgs;
use crate::cli::exit::Exit;
use crate::face::clock::SystemClock;
use crate::face::line::out::{Context, data, data_json, plural, tell};
use crate::face::line::{interrupt, progress};
use booth::corpus::hypotheses::{Import, import};
use booth::quality::words::{Comparison, Edits};
use booth::recordings::transcribe::{CommandLine, Options, Outcome, Take, find, run as run_recogniser};
use booth::text::escape_for_terminal as safe;
use booth::units::{SampleRate, rounded};
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

fn rate_of(edits: &Edits) -> Option<f64> {
    edits.rate().map(|rate| rounded(rate, 4))
}

/// A take with what was heard, as a line of JSON; docs/FORMAT.md describes it.
fn row(take: &Take, heard: &str, compared: &Comparison) -> serde_json::Value {
    serde_json::json!({
        "schema": 1, "type": "transcript", "session": take.place.id, "prompt": take.prompt, "take": take.take,
        "text": take.text, "heard": heard, "cer": rate_of(&compared.characters),
        "wer": compared.words.as_ref().and_then(rate_of),
    })
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
    let recogniser = args.recogniser.as_deref().unwrap_or(command.as_str());
    let takes = find(&args.paths, args.all_takes)?;
    let all = takes.len() as u64;
    let todo: Vec<Take> =
        takes.into_iter().filter(|take| args.again || take.known(recogniser, args.rate).is_none()).collect();
    let known = all - todo.len() as u64;
    let options = Options {
        command: &command,
        recogniser,
        rate: args.rate.map(SampleRate::new).transpose()?,
        timeout: Duration::from_secs_f64(args.timeout),
        batch: args.batch as usize,
        threads: context.threads,
        stop: interrupt::flag(),
        now: &SystemClock::now,
    };
    let bar = progress::bar(context, args.json, todo.len() as u64, "takes");
    let mut totals = Totals::default();
    let mut broken = None;
    let outcome = run_recogniser(&todo, options, |take, outcome| {
        bar.inc(1);
        let line = match outcome {
            Outcome::Heard(heard) => {
                let compared = take.compare(heard);
                totals.add(compared);
                row(take, heard, &compared)
            }
            Outcome::Failed(reason) => {
                totals.failed += 1;
                if !args.json && totals.failed <= TOLD {
                    let path = take.path.display().to_string();
                    bar.suspend(|| tell!("{}: {}", safe(&path), safe(reason)));
                }
                serde_json::json!({
                    "schema": 1, "type": "failed", "session": take.place.id, "prompt": take.prompt,
                    "take": take.take, "reason": reason,
                })
            }
        };
        if args.json
            && broken.is_none()
            && let Err(error) = data_json(&line)
        {
            broken = Some(error);
        }
    });
    bar.finish_and_clear();
    if let Some(error) = broken {
        return Err(error);
    }
    outcome?;
    summary(args, recogniser, all, known, &totals, 0, context)?;
    interrupt::check()?;
    Ok(if totals.failed > 0 { Exit::Input } else { Exit::Done })
}

fn by_import(args: &TranscribeArgs, manifest: &Path, context: &Context) -> Result<Exit> {
    let recogniser = args.recogniser.as_deref().unwrap_or("nemo");
    let takes = find(&args.paths, args.all_takes)?;
    let report = import(&takes, Import { manifest, recogniser, now: SystemClock::now() })?;
    let mut totals = Totals::default();
    for (at, heard) in &report.stored {
        let compared = takes[*at].compare(heard);
        totals.add(compared);
        if args.json {
            data_json(&row(&takes[*at], heard, &compared))?;
        }
    }
    for (count, unmatched) in (1u64..).zip(&report.unmatched) {
        if args.json {
            data_json(&serde_json::json!({
                "schema": 1, "type": "unmatched", "line": unmatched.line, "reason": unmatched.reason,
            }))?;
        } else if count <= TOLD {
            let path = manifest.display().to_string();
            tell!("{}:{}: {}", safe(&path), unmatched.line, safe(&unmatched.reason));
        }
    }
    let unmatched = report.unmatched.len() as u64;
    summary(args, recogniser, takes.len() as u64, report.known, &totals, unmatched, context)?;
    let nothing = report.stored.is_empty() && report.known == 0;
    Ok(if nothing && unmatched > 0 { Exit::Input } else { Exit::Done })
}

fn summary(
    args: &TranscribeArgs,
    recogniser: &str,
    takes: u64,
    known: u64,
    totals: &Totals,
    unmatched: u64,
    context: &Context,
) -> Result<()> {
    let (cer, wer) = (rate_of(&totals.characters), rate_of(&totals.words));
    if args.json {
        return data_json(&serde_json::json!({
            "schema": 1, "type": "summary", "recogniser": recogniser, "takes": takes,
            "transcribed": totals.transcribed, "known": known, "failed": totals.failed, "unmatched": unmatched,
            "cer": cer, "wer": wer,
        }));
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
