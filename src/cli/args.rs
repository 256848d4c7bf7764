//! The command line: one tree, from which help comes too.

use crate::cli::layout::Layout;
use crate::face::line::style::Color;
use booth::ids::{Locale, SpeakerId};
use booth::quality::Verdict;
use booth::recordings::import::{Columns, TextEncoding};
use clap::{Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

mod bundle;
mod completions;
mod feedback;
mod held_out;
mod project;
mod prompts;
mod record;
mod release;
mod score;
mod splitting;
mod surroundings;
mod withdraw;
pub(crate) use bundle::BundleArgs;
pub(crate) use completions::{CompletionsArgs, ManArgs};
pub(crate) use feedback::FeedbackArgs;
pub(crate) use held_out::HeldOutArgs;
pub(crate) use project::{InitArgs, ProjectArgs};
pub(crate) use prompts::{
    PromptsArgs, PromptsCheckArgs, PromptsCopyArgs, PromptsCoverageArgs, PromptsDealArgs, PromptsErrataArgs,
    PromptsFixArgs, PromptsListArgs, PromptsNewArgs, PromptsSelectArgs, PromptsShowArgs, PromptsVerb,
};
pub(crate) use record::{BoothArgs, OnReject, OrderArg, RecordArgs, StudioArgs};
pub(crate) use release::{
    AccessArg, AudioArgs, DiffArgs, Embed, FormatsArgs, PackArgs, PatchArgs, SampleFormat, SelectArgs,
    VerifyArgs,
};
pub(crate) use score::ScoreArgs;
pub(crate) use surroundings::SurroundingsArgs;
pub(crate) use withdraw::{IngestArgs, MineArgs, ReleasesArgs, WithdrawArgs};

const AFTER: &str = "\
Exit codes:
  0    done, and the data is good
  1    the tool worked and the data failed: a rejected take, a broken corpus, missing consent
  2    the command line is wrong
  3    input cannot be read, or the system failed
  4    the audio device is absent, busy, denied or lost
  5    the target exists, or another process uses it
  130  interrupted";

/// A recording booth for speech corpora: prompt sheets in, a verified training corpus out
#[derive(Debug, Parser)]
#[command(name = "booth", version, after_help = AFTER, max_term_width = 100, infer_subcommands = false)]
pub(crate) struct Cli {
    /// When to use colour on stderr
    #[arg(long, global = true, value_enum, default_value = "auto", value_name = "WHEN")]
    pub color: Color,
    /// Print only what is asked for and what is wrong
    #[arg(long, short, global = true)]
    pub quiet: bool,
    /// Never ask; fail and name the flag that answers
    #[arg(long, global = true)]
    pub no_input: bool,
    /// Threads to use [default: one a core]
    #[arg(long, global = true, value_name = "N", value_parser = threads)]
    pub threads: Option<usize>,
    #[command(subcommand)]
    pub command: Command,
}

fn threads(text: &str) -> Result<usize, String> {
    match text.parse::<usize>() {
        Ok(count) if (1..=256).contains(&count) => Ok(count),
        _ => Err("1 to 256 are allowed".to_owned()),
    }
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Write a project file in which nothing is said, with every field in comments
    Init(InitArgs),
    /// Check, repair, show, list and copy prompt sheets
    Prompts(PromptsArgs),
    /// List microphones and loudspeakers
    Devices(DevicesArgs),
    /// Record: consent, room check, then prompt after prompt; resumes where it stopped
    Record(Box<RecordArgs>),
    /// Record in the browser: the same as `record`, on a page
    Studio(Box<StudioArgs>),
    /// Turn existing recordings into sessions
    Import(ImportArgs),
    /// Count what the recordings hold, from the files
    Status(StatusArgs),
    /// Measure takes again and say what is wrong with them
    Check(CheckArgs),
    /// List every check with its limits
    Checks(ChecksArgs),
    /// Say what a check means, what to try, and how often it is right
    Explain(ExplainArgs),
    /// Let a recogniser hear takes, and keep what it heard for `check` and `pack`
    Transcribe(TranscribeArgs),
    /// List the manifest formats: what each is for, and what it cannot carry
    Formats(FormatsArgs),
    /// Build a corpus from recordings
    Pack(Box<PackArgs>),
    /// Prove that a corpus is whole
    Verify(VerifyArgs),
    /// Make one file of what was not handed in, to send to who collects
    Bundle(BundleArgs),
    /// Say to a person what was taken and what to read again, in a small file
    Feedback(FeedbackArgs),
    /// List releases, whom they hold and where they went, and write down who got one
    Releases(ReleasesArgs),
    /// Take bundles from homes into a collection
    Ingest(IngestArgs),
    /// Take back what a person gave: deleted, searched for, and kept away
    Withdraw(WithdrawArgs),
    /// Copy all that is held of a person into a folder that is theirs
    Mine(MineArgs),
    /// Make a list of a published test set, which releases are held against
    HeldOut(HeldOutArgs),
    /// Say how well a recogniser does on a corpus
    Score(ScoreArgs),
    /// Say what changed between two releases of a corpus, and write a delta
    Diff(DiffArgs),
    /// Make a new release out of an old one and a delta
    Patch(PatchArgs),
    /// Print the script that completes command lines in a shell
    Completions(CompletionsArgs),
    /// Write the manual pages
    #[command(hide = true)]
    Man(ManArgs),
}

impl Command {
    /// Says whether the verb was asked for JSON.
    pub(crate) fn json(&self) -> bool {
        match self {
            Self::Prompts(args) => match &args.verb {
                PromptsVerb::Check(args) => args.json,
                PromptsVerb::Fix(args) => args.json,
                PromptsVerb::Show(args) => args.json,
                PromptsVerb::List(args) => args.json,
                PromptsVerb::Copy(args) => args.json,
                PromptsVerb::New(args) => args.json,
                PromptsVerb::Select(args) => args.json,
                PromptsVerb::Coverage(args) => args.json,
                PromptsVerb::Deal(args) => args.json,
                PromptsVerb::Errata(args) => args.json,
            },
            Self::Init(args) => args.json,
            Self::Devices(args) => args.json,
            Self::Record(args) => args.json,
            Self::Import(args) => args.json,
            Self::Status(args) => args.json,
            Self::Check(args) => args.json,
            Self::Checks(args) => args.json,
            Self::Explain(args) => args.json,
            Self::Transcribe(args) => args.json,
            Self::Formats(args) => args.json,
            Self::Pack(args) => args.json,
            Self::Verify(args) => args.json,
            Self::Bundle(args) => args.json,
            Self::Feedback(args) => args.json,
            Self::Releases(args) => args.json,
            Self::Ingest(args) => args.json,
            Self::Withdraw(args) => args.json,
            Self::Mine(args) => args.json,
            Self::HeldOut(args) => args.json,
            Self::Score(args) => args.json,
            Self::Diff(args) => args.json,
            Self::Patch(args) => args.json,
            Self::Studio(_) | Self::Completions(_) | Self::Man(_) => false,
        }
    }
}

#[derive(Debug, Args)]
pub(crate) struct DevicesArgs {
    /// Print JSON Lines
    #[arg(long)]
    pub json: bool,
}

fn rate() -> clap::builder::RangedI64ValueParser<u32> {
    use booth::units::SampleRate;
    clap::value_parser!(u32).range(i64::from(SampleRate::MIN_HZ)..=i64::from(SampleRate::MAX_HZ))
}

/// The limits that takes are judged by.
#[derive(Debug, Args, Clone, Default)]
pub(crate) struct PolicyArgs {
    /// What the recordings are for: asr, tts or wake-word
    #[arg(long, value_name = "PROFILE")]
    pub profile: Option<String>,
    /// A TOML file with limits that replace the built-in ones
    #[arg(long, value_name = "FILE")]
    pub policy: Option<PathBuf>,
    /// Change one limit, CHECK.LIMIT=VALUE, such as `noisy.warn_db=15` (can be repeated)
    #[arg(long = "limit-of", value_name = "CHECK.LIMIT=VALUE")]
    pub limits: Vec<String>,
}

/// What the ids of imported recordings are made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Ids {
    /// Digests of the texts; of the names of files nothing is kept
    Digest,
    /// Names of the files
    Names,
}

#[derive(Debug, Args)]
pub(crate) struct ImportArgs {
    /// The folder (or the table file) to import
    #[arg(value_name = "PATH")]
    pub path: PathBuf,
    /// How it is laid out
    #[arg(long, value_enum, default_value = "auto")]
    pub layout: Layout,
    /// What the columns of a table are, such as audio,speaker,text,- or file=audio,words=text [default: found out, and said]
    #[arg(long, value_name = "LIST")]
    pub columns: Option<Columns>,
    /// The encoding to convert texts from, such as utf-16le or windows-1252 [default: only UTF-8 is read]
    #[arg(long, value_name = "NAME")]
    pub encoding: Option<TextEncoding>,
    /// Where sessions land
    #[arg(long, value_name = "DIR", default_value = "recordings")]
    pub into: PathBuf,
    /// The language of the recordings
    #[arg(long)]
    pub locale: Locale,
    /// The speaker's pseudonym, where the layout does not say who speaks
    #[arg(long, value_name = "ID")]
    pub speaker: Option<SpeakerId>,
    /// What prompt ids are made of; names of files are often names of people, and ids stand in every corpus
    #[arg(long, value_enum, default_value = "digest")]
    pub ids: Ids,
    /// The id to give the imported sheet
    #[arg(long, value_name = "ID", default_value = "imported")]
    pub sheet: booth::ids::SheetId,
    /// The licence of the texts, an SPDX id; also of the recordings, where the project names none
    #[arg(long, value_name = "SPDX", default_value = "LicenseRef-unknown")]
    pub licence: String,
    /// Your statement that the speakers agreed, and where the proof lies; without it the takes are never packed
    #[arg(long, value_name = "TEXT")]
    pub consent_statement: Option<String>,
    /// A use that the statement covers (can be repeated) [default: asr]
    #[arg(long, value_name = "SCOPE", value_delimiter = ',', requires = "consent_statement")]
    pub grant: Vec<String>,
    #[command(flatten)]
    pub policy: PolicyArgs,
    #[command(flatten)]
    pub project: ProjectArgs,
    /// Say what would be done, and do nothing
    #[arg(long, short = 'n')]
    pub dry_run: bool,
    /// Print JSON Lines
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct StatusArgs {
    /// The recordings, or one session
    #[arg(value_name = "DIR", default_value = "recordings")]
    pub dir: PathBuf,
    /// Read and hash every file, not only its size
    #[arg(long)]
    pub deep: bool,
    /// Sheets to find missing and stale prompts against: their folders, folders that hold such, or names of sheets in the program (can be repeated)
    #[arg(long, value_name = "SHEET")]
    pub prompts: Vec<PathBuf>,
    /// Print JSON Lines
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct CheckArgs {
    /// Sessions, folders or audio files
    #[arg(value_name = "PATH", default_value = "recordings")]
    pub paths: Vec<PathBuf>,
    /// Print JSON Lines
    #[arg(long)]
    pub json: bool,
    /// Write an HTML and a JSON Lines report into this new folder
    #[arg(long, value_name = "DIR")]
    pub report: Option<PathBuf>,
    /// Judge what was measured before under this policy, and read no audio
    #[arg(long, conflicts_with_all = ["vad_model", "mos_model"])]
    pub rejudge: bool,
    /// Count the transcripts of this recogniser, whoever wrote them (can be repeated) [default: those that were made here]
    #[arg(long, value_name = "NAME", value_parser = recogniser)]
    pub recogniser: Vec<String>,
    /// Also the takes that the speaker replaced
    #[arg(long)]
    pub all_takes: bool,
    /// The language of plain audio files
    #[arg(long, default_value = "en-US")]
    pub locale: Locale,
    /// How many of the worst takes to list
    #[arg(long, value_name = "N", default_value_t = 3)]
    pub worst: usize,
    /// A second opinion on what is speech: `silero_vad_16k_sequence.onnx` of Silero VAD (needs the feature `models`)
    #[arg(long, value_name = "FILE")]
    pub vad_model: Option<PathBuf>,
    /// A prediction of how good it sounds: `sig_bak_ovr.onnx` of DNSMOS P.835 (needs the feature `models`; slow)
    #[arg(long, value_name = "FILE")]
    pub mos_model: Option<PathBuf>,
    #[command(flatten)]
    pub policy: PolicyArgs,
    #[command(flatten)]
    pub project: ProjectArgs,
}

const TRANSCRIBE_AFTER: &str = "\
The command is split into words by the quoting rules of a shell, and no shell runs it. In its words
  {wav}     is the path of one take: the text is whatever the command prints on stdout
  {list}    is a file with one path a line: the command prints one line a take, in that order,
            or the path, a tab and the text, in any order
  {locale}  is the language of the take, and {text} (with {wav}) what was to be read
For a pipe or a variable, ask for a shell: --asr-command \"sh -c 'decode < \\\"\\$1\\\" | tail -1' sh {wav}\"";

#[derive(Debug, Args)]
#[command(after_help = TRANSCRIBE_AFTER)]
#[command(group = clap::ArgGroup::new("from").required(true).args(["asr_command", "import"]))]
pub(crate) struct TranscribeArgs {
    /// Sessions, or folders of sessions
    #[arg(value_name = "PATH", default_value = "recordings")]
    pub paths: Vec<PathBuf>,
    /// The recogniser, with {wav} or {list} where the takes go
    #[arg(long, value_name = "COMMAND")]
    pub asr_command: Option<String>,
    /// Take the texts of a manifest instead: JSON Lines with `audio_filepath` and `pred_text`, as trainers write them
    #[arg(long, value_name = "MANIFEST")]
    pub import: Option<PathBuf>,
    /// The name to keep the texts under; a new text replaces the former one of the same name [default: the program's name with a digest of the command, or nemo]
    #[arg(long, value_name = "NAME", value_parser = recogniser)]
    pub recogniser: Option<String>,
    /// Give the recogniser 16-bit mono copies at this rate, in hertz [default: the takes as they are]
    #[arg(long, value_name = "HZ", value_parser = rate(), conflicts_with = "import")]
    pub rate: Option<u32>,
    /// Seconds that the command may take; for a list, for each take in it
    #[arg(long, value_name = "S", default_value_t = 120.0, value_parser = timeout, conflicts_with = "import")]
    pub timeout: f64,
    /// The most takes in a list
    #[arg(long, value_name = "N", default_value_t = 200, value_parser = clap::value_parser!(u32).range(1..=100_000), conflicts_with = "import")]
    pub batch: u32,
    /// Also takes that this recogniser has heard already
    #[arg(long, conflicts_with = "import")]
    pub again: bool,
    /// Also the takes that the speaker replaced
    #[arg(long)]
    pub all_takes: bool,
    /// Print JSON Lines
    #[arg(long)]
    pub json: bool,
}

fn recogniser(text: &str) -> Result<String, String> {
    let good = (1..=200).contains(&text.chars().count()) && !text.chars().any(char::is_control);
    if good { Ok(text.to_owned()) } else { Err("1 to 200 characters on one line are allowed".to_owned()) }
}

fn timeout(text: &str) -> Result<f64, String> {
    match text.parse::<f64>() {
        Ok(seconds) if (0.1..=86_400.0).contains(&seconds) => Ok(seconds),
        _ => Err("0.1 to 86400 are allowed".to_owned()),
    }
}

#[derive(Debug, Args)]
pub(crate) struct ChecksArgs {
    #[command(flatten)]
    pub policy: PolicyArgs,
    /// Print JSON Lines
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct ExplainArgs {
    /// The id of the check, as findings and `booth checks` name it
    #[arg(value_name = "CHECK")]
    pub check: String,
    #[command(flatten)]
    pub policy: PolicyArgs,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}

/// The least verdict to accept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum MinVerdict {
    /// Only takes without fault
    Pass,
    /// Also takes with warnings
    Warn,
    /// Everything that was kept
    Reject,
}

impl From<MinVerdict> for Verdict {
    fn from(verdict: MinVerdict) -> Self {
        match verdict {
            MinVerdict::Pass => Self::Pass,
            MinVerdict::Warn => Self::Warn,
            MinVerdict::Reject => Self::Reject,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory as _;

    #[test]
    fn the_command_line_is_sound() {
        Cli::command().debug_assert();
    }
}
