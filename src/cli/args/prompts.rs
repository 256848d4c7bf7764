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
    /// Begin a sheet of your own, from a spreadsheet, a pile of text, or a domain of the sheet that is in the program
    New(PromptsNewArgs),
    /// Choose sentences from a pile of text that cover letters, pairs of letters and lengths best
    Select(PromptsSelectArgs),
    /// Show what sheets cover: letters, pairs of letters, lengths, intents
    Coverage(PromptsCoverageArgs),
    /// Show what deals of sheets would bring: what speakers have in common, letters, intents, sentences for evaluation
    Deal(PromptsDealArgs),
    /// Collect what readers said is wrong with prompts, and what became of it
    Errata(PromptsErrataArgs),
}

#[derive(Debug, Args)]
pub(crate) struct PromptsErrataArgs {
    /// Folders of recordings, or sessions
    #[arg(value_name = "DIR", default_value = "recordings")]
    pub dirs: Vec<PathBuf>,
    /// Sheets as they are now, to say which reports they mend and which takes they make stale: their folders, folders that hold such, or names of sheets in the program (can be repeated)
    #[arg(long, value_name = "SHEET")]
    pub prompts: Vec<PathBuf>,
    /// Print JSON Lines
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct PromptsNewArgs {
    /// The folder of the sheet, which is made; its name is the id of the sheet
    #[arg(value_name = "DIR")]
    pub dir: PathBuf,
    /// The language of its prompts
    #[arg(long)]
    pub locale: Locale,
    /// A table as a spreadsheet saves it (.csv, .tsv), or a text with a sentence on each line (any other name)
    #[arg(long, value_name = "FILE")]
    pub from: Option<PathBuf>,
    /// How many sentences to choose from a text [default: all that can be read]
    #[arg(short = 'n', long = "count", value_name = "N", requires = "from", value_parser = clap::value_parser!(u32).range(1..=100_000))]
    pub count: Option<u32>,
    /// The domain of its prompts; without --from, those of that domain in the sheet `assistant` are the beginning
    #[arg(long, value_name = "NAME")]
    pub domain: Option<String>,
    /// The title for people [default: the name of the folder]
    #[arg(long, value_name = "TEXT")]
    pub title: Option<String>,
    /// The licence of the texts, an SPDX id such as CC0-1.0 [default with --domain alone: that of the sheet in the program]
    #[arg(long, value_name = "ID", required_unless_present = "domain")]
    pub licence: Option<String>,
    /// Where the texts come from [default with --domain alone: the sheet in the program]
    #[arg(long, value_name = "TEXT", required_unless_present = "domain")]
    pub source: Option<String>,
    /// Who asks for the recordings; without it, the sheet is a sample and whoever records says so
    #[arg(long, value_name = "NAME", requires = "controller_contact")]
    pub controller: Option<String>,
    /// How to reach who asks
    #[arg(long, value_name = "HOW", requires = "controller")]
    pub controller_contact: Option<String>,
    /// One sentence that the reader sees before the first prompt
    #[arg(long, value_name = "TEXT")]
    pub instructions: Option<String>,
    /// Print JSON Lines
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct PromptsSelectArgs {
    /// A text with a sentence on each line, or `-` for stdin
    #[arg(value_name = "TEXT")]
    pub text: PathBuf,
    /// Its language
    #[arg(long)]
    pub locale: Locale,
    /// How many sentences to choose
    #[arg(short = 'n', long = "count", value_name = "N", value_parser = clap::value_parser!(u32).range(1..=100_000))]
    pub count: u32,
    /// Decides between sentences that are worth the same
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub seed: u64,
    /// The fewest words of a sentence [default: 1]
    #[arg(long, value_name = "N")]
    pub min_words: Option<u32>,
    /// The most words of a sentence [default: 20]
    #[arg(long, value_name = "N")]
    pub max_words: Option<u32>,
    /// The fewest characters of a sentence, in scripts without spaces [default: 1]
    #[arg(long, value_name = "N")]
    pub min_characters: Option<u32>,
    /// The most characters of a sentence, in scripts without spaces [default: 60]
    #[arg(long, value_name = "N")]
    pub max_characters: Option<u32>,
    /// Print JSON Lines
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct PromptsCoverageArgs {
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
pub(crate) struct PromptsDealArgs {
    /// Sheet folders, folders that hold sheets, or names of sheets in the program
    #[arg(required = true, value_name = "SHEET")]
    pub sheets: Vec<PathBuf>,
    /// Only this locale (can be repeated)
    #[arg(long)]
    pub locale: Vec<Locale>,
    /// How many speakers
    #[arg(long, value_name = "N", default_value_t = 50, value_parser = clap::value_parser!(u32).range(1..=10_000))]
    pub speakers: u32,
    /// How many sentences each is dealt [default: what the sheet says, else 60]
    #[arg(long, value_name = "M", value_parser = clap::value_parser!(u32).range(1..=1000))]
    pub each: Option<u32>,
    /// How many of the speakers stop somewhere, by chance
    #[arg(long, value_name = "K", default_value_t = 0)]
    pub stopping: u32,
    /// Decides who stops where
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub seed: u64,
    /// Print JSON Lines: each reading, and what all of them come to
    #[arg(long)]
    pub json: bool,
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
