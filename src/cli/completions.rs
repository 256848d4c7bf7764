//! `booth completions`, and `booth man`: both are made of the tree that the command line is parsed by.

use crate::cli::args::{Cli, CompletionsArgs, ManArgs};
use crate::cli::exit::Exit;
use crate::face::line::out::data;
use booth::fsio::StagingDir;
use booth::text::escape_for_terminal as safe;
use booth::{Error, Result};
use clap::{Command, CommandFactory as _};
use clap_mangen::Man;

/// The program's name, to a shell.
const PROGRAM: &str = "booth";

/// Prints the script that completes command lines in a shell.
pub(crate) fn run(args: &CompletionsArgs) -> Result<Exit> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), PROGRAM, &mut script);
    data(String::from_utf8_lossy(&script).trim_end())?;
    Ok(Exit::Done)
}

/// Writes a manual page for the program and for each verb.
pub(crate) fn man(args: &ManArgs) -> Result<Exit> {
    let mut program = Cli::command().disable_help_subcommand(true);
    program.build();
    let folder = StagingDir::create(&args.out, "booth man")?;
    pages(&program, &folder)?;
    folder.publish()?;
    data(&safe(&args.out.display().to_string()))?;
    Ok(Exit::Done)
}

/// Writes the page of a command, and those of the verbs below it.
fn pages(command: &Command, folder: &StagingDir) -> Result<()> {
    let man = Man::new(command.clone());
    let name = man.get_filename();
    let mut page = Vec::new();
    man.render(&mut page).map_err(|error| Error::io("write", &name, error))?;
    folder.create_file(&name)?.write(&page)?;
    command.get_subcommands().filter(|verb| !verb.is_hide_set()).try_for_each(|verb| pages(verb, folder))
}
