//! The command line of what people hand in, take back, take along, and where it went.

use booth::ids::SpeakerId;
use clap::Args;
use std::path::PathBuf;

#[derive(Debug, Args)]
pub(crate) struct IngestArgs {
    /// Bundles, and parts of bundles, in any order
    #[arg(value_name = "FILE", required = true)]
    pub files: Vec<PathBuf>,
    /// The collection: the folder of recordings to take them into
    #[arg(long, value_name = "DIR", default_value = "recordings")]
    pub into: PathBuf,
    /// Prove them and say what would be taken in, and do nothing
    #[arg(long, short = 'n')]
    pub dry_run: bool,
    /// Print JSON Lines
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct WithdrawArgs {
    /// What is taken back: a SPEAKER, a SESSION, or a take as `SESSION/PROMPT_TAKE`; with --apply, the corpus to delete it from
    #[arg(value_name = "WHAT")]
    pub what: String,
    /// The folders of recordings
    #[arg(value_name = "DIR", default_value = "recordings", conflicts_with = "apply")]
    pub dirs: Vec<PathBuf>,
    /// Take back this use alone, and delete nothing
    #[arg(long, value_name = "SCOPE", conflicts_with = "apply")]
    pub scope: Option<String>,
    /// The withdrawal code on the person's copy of the receipt: it proves that it is the person who asks
    #[arg(long, value_name = "CODE", conflicts_with = "apply")]
    pub code: Option<String>,
    /// Delete from the corpus WHAT the utterances of this list, the withdrawn.tsv of a later release
    #[arg(long, value_name = "LIST")]
    pub apply: Option<PathBuf>,
    /// Say what would go, and do nothing
    #[arg(long, short = 'n', conflicts_with = "apply")]
    pub dry_run: bool,
    /// Print JSON Lines
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct MineArgs {
    /// The speaker's pseudonym
    #[arg(value_name = "SPEAKER")]
    pub speaker: SpeakerId,
    /// The folders of recordings
    #[arg(value_name = "DIR", default_value = "recordings")]
    pub dirs: Vec<PathBuf>,
    /// The new folder to copy to
    #[arg(long, value_name = "FOLDER")]
    pub to: PathBuf,
    /// Print JSON Lines
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct ReleasesArgs {
    /// The recordings, beside whose splits.lock the ledger is
    #[arg(value_name = "DIR", default_value = "recordings")]
    pub dir: PathBuf,
    /// The ledger, where the splits are kept elsewhere
    #[arg(long, value_name = "FILE", conflicts_with = "dir")]
    pub ledger: Option<PathBuf>,
    /// List the releases alone that hold something of this speaker, and so who is to be told of a withdrawal
    #[arg(long, value_name = "SPEAKER")]
    pub holding: Option<SpeakerId>,
    /// Write down that this person or institution got the release --release
    #[arg(long, value_name = "NAME", requires = "release", conflicts_with = "holding")]
    pub add_holder: Option<String>,
    /// The release that they got: its version, or the first digits of its checksum
    #[arg(long, value_name = "RELEASE", requires = "add_holder")]
    pub release: Option<String>,
    /// How they are reached
    #[arg(long, value_name = "WORDS", requires = "add_holder")]
    pub contact: Option<String>,
    /// Print JSON Lines
    #[arg(long)]
    pub json: bool,
}
