//! Everything that meets a person at a terminal: arguments, screens, exit codes. One file a verb.

pub(crate) mod args;
mod bundle;
mod card;
mod check;
mod checks;
mod completions;
mod devices;
mod diff;
mod exit;
mod feedback;
mod formats;
mod grouped;
mod held_out;
mod import;
mod ingest;
mod init;
mod layout;
mod mine;
mod pack;
mod policy;
mod project;
mod prompts;
mod record;
mod recording;
mod releases;
mod remarks;
mod score;
mod state;
mod status;
mod studio;
mod transcribe;
mod verify;
mod withdraw;

use crate::face::clock::SystemClock;
use crate::face::line::out::{Context, safe_lines, tell};
use crate::face::line::speech;
use crate::face::line::style::Style;
use args::{Cli, Command};
use booth::Result;
use booth::fsio;
use booth::messages::Language;
use booth::msg;
use booth::rows::{ErrorRow, Line};
use booth::sitting::clock_remark;
use clap::Parser as _;
use exit::Exit;
use std::path::PathBuf;
use std::process::ExitCode;

/// Parses the command line, runs the verb, and gives the exit code.
pub(crate) fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => {
            // clap prints help and version to stdout and usage errors to stderr.
            let code = if error.use_stderr() { Exit::Usage } else { Exit::Done };
            return match error.print() {
                Ok(()) => code.into(),
                Err(_) => Exit::Done.into(),
            };
        }
    };
    let json = cli.command.json();
    let context = Context {
        style: Style::new(cli.color),
        quiet: cli.quiet,
        no_input: cli.no_input,
        threads: cli.threads.unwrap_or_else(|| {
            std::thread::available_parallelism().map_or(1, std::num::NonZero::get).min(64)
        }),
    };
    fsio::when_without_locks(|folder| {
        let message = msg!("storage-no-locks", path = folder.display().to_string());
        tell!("{}", speech::said(&message));
    });
    match run(cli.command, &context) {
        Ok(exit) => exit.into(),
        Err(error) => {
            let exit = Exit::of(&error);
            report(&error, json, exit, context.style);
            exit.into()
        }
    }
}

fn run(command: Command, context: &Context) -> Result<Exit> {
    // Those that date what they write, and judge consent by the day. A wrong date is no reason to lose work, and is said
    // before any is done.
    if matches!(
        command,
        Command::Record(_)
            | Command::Studio(_)
            | Command::Import(_)
            | Command::Pack(_)
            | Command::Bundle(_)
            | Command::Feedback(_)
            | Command::Ingest(_)
            | Command::Withdraw(_)
    ) && let Some(message) = clock_remark(SystemClock::now())
    {
        tell!("{}", context.style.doubtful(&speech::said(&message)));
    }
    withdraw::settle(&command, context)?;
    match command {
        Command::Init(args) => init::run(&args, context),
        Command::Prompts(args) => prompts::run(&args, context),
        Command::Devices(args) => devices::run(&args, context),
        Command::Record(args) => record::run(&args, context),
        Command::Studio(args) => studio::run(&args, context),
        Command::Import(args) => import::run(&args, context),
        Command::Status(args) => status::run(&args, context),
        Command::Check(args) => check::run(&args, context),
        Command::Checks(args) => checks::list(&args),
        Command::Explain(args) => checks::one(&args, context),
        Command::Transcribe(args) => transcribe::run(&args, context),
        Command::Formats(args) => formats::run(&args),
        Command::Pack(args) => pack::run(&args, context),
        Command::Verify(args) => verify::run(&args, context),
        Command::Bundle(args) => bundle::run(&args, context),
        Command::Feedback(args) => feedback::run(&args, context),
        Command::Releases(args) => releases::run(&args, context),
        Command::Ingest(args) => ingest::run(&args, context),
        Command::Withdraw(args) => withdraw::run(&args, context),
        Command::Mine(args) => mine::run(&args, context),
        Command::HeldOut(args) => held_out::run(&args, context),
        Command::Score(args) => score::run(&args, context),
        Command::Diff(args) => diff::run(&args, context),
        Command::Patch(args) => diff::patch(&args, context),
        Command::Completions(args) => completions::run(&args),
        Command::Man(args) => completions::man(&args),
    }
}

fn report(error: &booth::Error, json: bool, exit: Exit, style: Style) {
    if json {
        let row = ErrorRow::of(error, exit.into());
        if let Ok(object) = serde_json::to_string(&Line::new("error", &row)) {
            tell!("{object}");
        }
    } else {
        let (head, text) = match speech::language() {
            Language::ENGLISH => ("error".to_owned(), error.to_string()),
            language => (speech::said(&msg!("trouble-head")), error.said(language)),
        };
        tell!("{}: {}", style.bad(&head), safe_lines(&text));
    }
}

/// The folder for what a verb lays aside while it runs: the one that `TMPDIR` names, else one on a disk, which
/// `/tmp` often is not.
#[expect(clippy::disallowed_methods, reason = "the program knows where its user wants such files")]
fn scratch() -> PathBuf {
    let lasting = PathBuf::from("/var/tmp");
    let asked = std::env::var_os("TMPDIR").is_some_and(|dir| !dir.is_empty());
    if !asked && booth::fsio::is_named_folder(&lasting).unwrap_or(false) {
        lasting
    } else {
        std::env::temp_dir()
    }
}
