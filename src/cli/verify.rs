//! `booth verify`.

use crate::cli::args::VerifyArgs;
use crate::cli::exit::Exit;
use crate::cli::grouped::{self, Told};
use crate::cli::scratch;
use crate::face::line::out::{Context, data, data_json, tell};
use crate::face::line::progress::Shown;
use crate::face::line::{interrupt, progress};
use booth::Result;
use booth::corpus::held_out::Guard;
use booth::corpus::published::held_out_faults;
use booth::corpus::{By, Depth, Fault, Folders, Purpose, WithdrawnList, gaps, promises, rebuild, verify};
use booth::numbers::plural;
use booth::rows::Line;
use booth::text::escape_for_terminal as safe;
use std::path::Path;

pub(crate) fn run(args: &VerifyArgs, context: &Context) -> Result<Exit> {
    interrupt::install()?;
    let bar = progress::bar(context, args.json, 0, "files");
    let report = verify(&args.corpus, Depth::Whole, context.threads, &scratch(), &Shown(&bar));
    bar.finish_and_clear();
    let mut report = report?;
    let list = args.withdrawn.as_deref().map(WithdrawnList::read).transpose()?;
    report.faults.extend(gaps(&args.corpus, list.as_ref())?);
    report.faults.sort();
    if args.release {
        report.faults.extend(promises(&args.corpus)?);
        report.faults.sort();
    }
    let rebuilt = if args.from.is_empty() {
        None
    } else {
        let sessions = Folders::find(&args.from)?.believed();
        let bar = progress::bar(context, args.json, 0, "utterances");
        let rebuilt = rebuild(&args.corpus, &sessions, args.every, context.threads, &Shown(&bar));
        bar.finish_and_clear();
        Some(rebuilt?)
    };
    if let Some(rebuilt) = &rebuilt {
        report.faults.extend_from_slice(&rebuilt.faults);
        report.faults.sort();
        if !args.json && !context.quiet {
            tell!("{} of {} made again", rebuilt.clips, plural(report.utterances, "utterance"));
        }
    }
    if !args.held_out.is_empty() {
        let guard = Guard::open(&args.held_out)?;
        let bar = progress::bar(context, args.json, 0, "utterances");
        let faults = held_out_faults(&args.corpus, &guard, context.threads, &Shown(&bar));
        bar.finish_and_clear();
        report.faults.extend(faults?);
        report.faults.sort();
    }
    let style = context.style;
    if args.json {
        for fault in &report.faults {
            data_json(&Line::new("fault", fault))?;
        }
        if let Some(rebuilt) = &rebuilt {
            data_json(&Line::new("rebuilt", rebuilt))?;
        }
        data_json(&Line::new("summary", &report.summary()))?;
    } else {
        let told = |fault: &Fault| {
            let difference = fault.expected.as_ref().zip(fault.found.as_ref());
            let hint = difference.map(|(expected, found)| format!("expected {expected}, found {found}"));
            let kind = format!("[{}]", fault.id);
            Told { hint, ..Told::new(kind, Path::new(&fault.path), fault.line, &fault.message) }
        };
        // What a release lacks is written or said one by one.
        let (lacking, faults): (Vec<_>, Vec<_>) =
            report.faults.iter().partition(|fault| ["part", "promise"].contains(&fault.id));
        let lines = grouped::lines(faults.into_iter().map(told)).into_iter();
        for line in lines.chain(grouped::every(lacking.into_iter().map(told))) {
            data(&line)?;
        }
        if !context.quiet {
            let whole = report.faults.is_empty();
            let word = if whole { style.good("PASS") } else { style.bad("REJECT") };
            tell!(
                "{word}  {} in {}: {}",
                plural(report.utterances, "utterance"),
                plural(report.files, "file"),
                plural(report.faults.len() as u64, "fault")
            );
            if report.split_by == By::Prompt {
                tell!(
                    "note: split by prompt, which is not speaker-independent: no text is in two splits, and speakers may be"
                );
            }
            if !report.held_out.is_empty() {
                let names: Vec<String> = report.held_out.iter().map(|list| safe(&list.name)).collect();
                tell!("note: held against test sets when it was made: {}", names.join(", "));
            }
            if report.purpose == Purpose::Evaluation {
                tell!("note: for evaluation: all of it is test, and nothing is to be trained on it");
            }
        }
    }
    Ok(if report.faults.is_empty() { Exit::Done } else { Exit::DataFailed })
}
