//! Everything that meets a person at a terminal: arguments, screens, exit codes. One file a verb.

mod args;
mod check;
mod checks;
mod clock;
mod consent;
mod devices;
mod exit;
mod import;
mod input;
mod interrupt;
mod pack;
mod policy;
mod progress;
mod prompts;
mod record;
mod screen;
mod status;
mod style;
mod transcribe;
mod verify;

use args::{Cli, Command};
use booth::Result;
use clap::Parser as _;
use exit::Exit;
use std::io::Write as _;
use std::process::ExitCode;
use style::Style;

/// Writes a line to stderr. A closed or full stderr is no reason to stop: what matters is on disk.
macro_rules! tell {
    ($($arg:tt)*) => { $crate::cli::tell_line(format_args!($($arg)*)) };
}
pub(crate) use tell;

pub(crate) fn tell_line(line: std::fmt::Arguments<'_>) {
    let _ = writeln!(std::io::stderr().lock(), "{line}");
}

/// The program and its version, as records name it.
pub(crate) const TOOL: &str = concat!("booth ", env!("CARGO_PKG_VERSION"));

/// What every verb gets: the global flags, turned into values.
pub(crate) struct Context {
    /// How to write on stderr.
    pub style: Style,
    /// Say only what is asked for and what is wrong.
    pub quiet: bool,
    /// Never ask.
    pub no_input: bool,
    /// Threads to use.
    pub threads: usize,
}

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
    match command {
        Command::Prompts(args) => prompts::run(&args, context),
        Command::Devices(args) => devices::run(&args, context),
        Command::Record(args) => record::run(&args, context),
        Command::Import(args) => import::run(&args, context),
        Command::Status(args) => status::run(&args, context),
        Command::Check(args) => check::run(&args, context),
        Command::Checks(args) => checks::list(&args),
        Command::Explain(args) => checks::one(&args, context),
        Command::Transcribe(args) => transcribe::run(&args, context),
        Command::Pack(args) => pack::run(&args, context),
        Command::Verify(args) => verify::run(&args, context),
    }
}

fn report(error: &booth::Error, json: bool, exit: Exit, style: Style) {
    if json {
        let object = serde_json::json!({
            "schema": 1,
            "type": "error",
            "exit": u8::from(exit),
            "message": error.message(),
            "path": error.path().map(|path| path.display().to_string()),
            "line": error.line(),
            "column": error.column(),
            "hint": error.hint(),
        });
        tell!("{object}");
    } else {
        let text = safe_lines(&error.to_string());
        tell!("{}: {text}", style.bad("error"));
    }
}

/// Says a count with its noun: `1 take`, `2 takes`.
pub(crate) fn plural(count: impl Into<u128>, noun: &str) -> String {
    let count = count.into();
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}

/// Makes a text of several lines safe to show, keeping its lines.
pub(crate) fn safe_lines(text: &str) -> String {
    text.lines().map(booth::sheet::text::escape_for_terminal).collect::<Vec<_>>().join("\n")
}

/// Writes a line of data to stdout; a closed pipe ends the program quietly, as a reader such as `head` expects.
pub(crate) fn data(line: &str) -> Result<()> {
    let mut out = std::io::stdout().lock();
    match out.write_all(line.as_bytes()).and_then(|()| out.write_all(b"\n")) {
        Ok(()) => Ok(()),
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => std::process::exit(0),
        Err(error) => Err(booth::Error::io("write", "<stdout>", error)),
    }
}

/// Writes a serialisable value as one line of JSON to stdout.
pub(crate) fn data_json<T: serde::Serialize>(value: &T) -> Result<()> {
    let line = serde_json::to_string(value).map_err(|error| {
        booth::Error::new(booth::ErrorKind::Io, "a value cannot be written as JSON").with_source(error)
    })?;
    data(&line)
}
