//! `booth verify`.

use crate::cli::args::VerifyArgs;
use crate::cli::exit::Exit;
use crate::cli::scratch;
use crate::face::line::out::{Context, data, data_json, tell};
use crate::face::line::progress::Shown;
use crate::face::line::{interrupt, progress};
use booth::Result;
use booth::corpus::{Depth, verify};
use booth::numbers::plural;
use booth::rows::Line;
use booth::text::escape_for_terminal as safe;

pub(crate) fn run(args: &VerifyArgs, context: &Context) -> Result<Exit> {
    interrupt::install()?;
    let bar = progress::bar(context, args.json, 0, "files");
    let report = verify(&args.corpus, Depth::Whole, context.threads, &scratch(), &Shown(&bar));
    bar.finish_and_clear();
    let report = report?;
    let style = context.style;
    if args.json {
        for fault in &report.faults {
            data_json(&Line::new("fault", fault))?;
        }
        data_json(&Line::new("summary", &report.summary()))?;
    } else {
        for fault in &report.faults {
            let line = fault.line.map_or(String::new(), |line| format!(":{line}"));
            data(&safe(&format!("{}{line}: [{}] {}", fault.path, fault.id, fault.message)))?;
            if let (Some(expected), Some(found)) = (&fault.expected, &fault.found) {
                data(&safe(&format!("    expected {expected}, found {found}")))?;
            }
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
        }
    }
    Ok(if report.faults.is_empty() { Exit::Done } else { Exit::DataFailed })
}
