//! What `booth prompts` takes.

use booth::ids::Locale;
use clap::{Args, Subcommand};
use std::path::PathBuf;

#[derive(Debug, Args)]
pub(crate) struct PromptsArgs {
    #[command(subcommand)]
    pub verb: PromptsVerb,
}

#[derive(Debug, Subcommand)]
pub(crate) enum PromptsVerb {
    /// Find every fault of sheets, with line and column
    Check(PromptsCheckArgs),
    /// Repair what is mechanical: spaces, Unicode form, the quotation marks of spreadsheets, line ends
    Fix(PromptsFixArgs),
    /// Print the prompts of sheets as they will be read
    Show(PromptsShowArgs),
    /// List sheets with their languages and counts
    List(PromptsListArgs),
    /// Write a sheet that is in the program into a folder, to change it
    Copy(PromptsCopyArgs),
}

#[derive(Debug, Args)]
pub(crate) struct PromptsCheckArgs {
    /// Sheet folders, folders that hold sheets, names of sheets in the program, or `-` for one TSV on stdin (with --locale)
    #[arg(required = true, value_name = "SHEET")]
    pub sheets: Vec<PathBuf>,
    /// The locale of a TSV on stdin
    #[arg(long)]
    pub locale: Option<Locale>,
    /// Something that the corpus is to be read by, such as piper: find also what it breaks on (can be repeated) [default: the project's]
    #[arg(long, value_name = "NAME", value_delimiter = ',')]
    pub target: Vec<String>,
    #[command(flatten)]
    pub project: super::ProjectArgs,
    /// Print JSON Lines
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct PromptsFixArgs {
    /// Sheet folders, or folders that hold sheets
    #[arg(required = true, value_name = "SHEET")]
    pub sheets: Vec<PathBuf>,
    /// Write the files; without it, only the difference is shown
    #[arg(long)]
    pub write: bool,
    /// Print JSON Lines
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct PromptsShowArgs {
    /// Sheet folders, folders that hold sheets, or names of sheets in the program
    #[arg(required = true, value_name = "SHEET")]
    pub sheets: Vec<PathBuf>,
    /// Only this locale (can be repeated)
    #[arg(long)]
    pub locale: Vec<Locale>,
    /// Print JSON Lines
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct PromptsListArgs {
    /// Sheet folders, folders that hold sheets, or names of sheets in the program [default: the folder prompts, else those in the program]
    #[arg(value_name = "SHEET")]
    pub sheets: Vec<PathBuf>,
    /// Print JSON Lines
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct PromptsCopyArgs {
    /// The sheet: assistant or wake-word
    pub name: String,
    /// The folder in which a folder of that name is made
    #[arg(long, value_name = "DIR", default_value = ".")]
    pub to: PathBuf,
    /// Print JSON Lines
    #[arg(long)]
    pub json: bool,
}
