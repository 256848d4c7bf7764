//! `booth feedback`.

use crate::cli::args::FeedbackArgs;
use crate::cli::exit::Exit;
use crate::cli::grouped::{self, Told};
use crate::cli::{project, scratch};
use crate::face::clock::SystemClock;
use crate::face::line::interrupt;
use crate::face::line::out::{Context, data, data_json, tell};
use booth::ids::{Locale, PromptId, SheetId};
use booth::numbers::plural;
use booth::recordings::asks::{Answer, Listened, MOST_TIMES, Request, answer};
use booth::recordings::check::Options;
use booth::recordings::feedback::{Ask, file_name};
use booth::rows::Line;
use booth::text::escape_for_terminal as safe;
use booth::{Error, ErrorKind, Result, TOOL, fsio};
use serde::Serialize;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The last line of `--json`.
#[derive(Serialize)]
struct SummaryRow<'a> {
    file: String,
    taken: u64,
    again: usize,
    given_up: &'a [(SheetId, Locale, PromptId)],
}

pub(crate) fn run(args: &FeedbackArgs, context: &Context) -> Result<Exit> {
    interrupt::install()?;
    super::withdraw::are_folders(&args.dirs)?;
    let starts: Vec<&Path> = args.dirs.iter().map(PathBuf::as_path).collect();
    let project = project::load(&args.project, &starts, args.json, context)?;
    let policy = project::limits(&args.policy, project.as_ref())?;
    let listened = args.again.as_deref().map(Listened::read).transpose()?.unwrap_or_default();
    let out = args.out.clone().unwrap_or_else(|| PathBuf::from(file_name(&args.speaker)));
    if fsio::look_named(&out)?.is_some() {
        return Err(Error::new(ErrorKind::Exists, "there is such a file already")
            .with_path(out)
            .with_hint("move it away, or choose another with --out"));
    }
    let scratch = scratch();
    let now = SystemClock::now();
    let options = Options { threads: context.threads, now: Some(now), ..Options::new(&policy, &scratch) };
    let request = Request { dirs: &args.dirs, speaker: &args.speaker, listened: &listened, tool: TOOL, now };
    let answer = answer(&request, &options)?;
    fsio::write_new(&out, &answer.feedback.to_bytes()?)?;
    show(&answer, &out, args, context)?;
    Ok(if answer.unreadable.is_empty() { Exit::Done } else { Exit::DataFailed })
}

fn show(answer: &Answer, out: &Path, args: &FeedbackArgs, context: &Context) -> Result<()> {
    let Answer { feedback, given_up, unreadable } = answer;
    if args.json {
        for ask in &feedback.again {
            data_json(&Line::new("ask", ask))?;
        }
        for broken in unreadable {
            data_json(&Line::new("unreadable", broken))?;
        }
        let (file, again) = (out.display().to_string(), feedback.again.len());
        return data_json(&Line::new(
            "summary",
            &SummaryRow { file, taken: feedback.taken, again, given_up },
        ));
    }
    let told = unreadable.iter().map(|broken| Told::unreadable(&broken.path, &broken.message));
    for line in grouped::lines(told) {
        data(&line)?;
    }
    let (speaker, taken) = (&feedback.speaker, plural(feedback.taken, "take"));
    data(&format!(
        "{speaker}: {taken} taken, {} to read again",
        plural(feedback.again.len() as u64, "prompt")
    ))?;
    let mut reasons: BTreeMap<&str, Vec<&Ask>> = BTreeMap::new();
    for ask in &feedback.again {
        reasons.entry(ask.reasons[0].as_str()).or_default().push(ask);
    }
    for (reason, asks) in reasons {
        let prompts: Vec<&str> = asks.iter().take(3).map(|ask| ask.prompt.as_str()).collect();
        let more = if asks.len() > prompts.len() { ", …" } else { "" };
        data(&format!("    {reason}: {} ({}{more})", asks.len(), prompts.join(", ")))?;
    }
    for (sheet, locale, prompt) in given_up {
        data(&format!(
            "    {prompt} of {sheet} in {locale} was asked for {MOST_TIMES} times; it is not asked for again"
        ))?;
    }
    if !context.quiet {
        tell!(
            "{}  send {} to {speaker}, who lays it beside the recordings and records as always",
            context.style.good("DONE"),
            safe(&out.display().to_string())
        );
    }
    Ok(())
}
