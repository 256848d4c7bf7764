//! The command line of what compares and carries releases.

use clap::Args;
use std::path::PathBuf;

#[derive(Debug, Args)]
pub(crate) struct DiffArgs {
    /// The corpus folder of the earlier release
    #[arg(value_name = "OLD")]
    pub old: PathBuf,
    /// The corpus folder of the later release
    #[arg(value_name = "NEW")]
    pub new: PathBuf,
    /// Print it as a section of a changelog, in Markdown
    #[arg(long, conflicts_with = "json")]
    pub changelog: bool,
    /// Write what makes the new release out of the old one into this new file
    #[arg(long, value_name = "FILE")]
    pub delta: Option<PathBuf>,
    /// Print JSON Lines, one an utterance that differs
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct PatchArgs {
    /// The corpus folder of the release that the delta goes from
    #[arg(value_name = "OLD")]
    pub old: PathBuf,
    /// The delta, as `booth diff --delta` wrote it
    #[arg(value_name = "DELTA")]
    pub delta: PathBuf,
    /// The new folder to make
    #[arg(long, value_name = "CORPUS")]
    pub out: PathBuf,
    /// Print JSON Lines
    #[arg(long)]
    pub json: bool,
}

/// What a release is among others of its corpus.
#[derive(Debug, Args)]
pub(crate) struct ReleaseArgs {
    /// The version of the release, MAJOR.MINOR.PATCH
    #[arg(long, value_name = "VERSION")]
    pub version: Option<String>,
    /// The corpus folder of the release before: what did not change is taken from it, and the catalogue says since when
    /// utterances are there
    #[arg(long, value_name = "CORPUS")]
    pub previous: Option<PathBuf>,
    /// The most bytes of a file that embeds audio
    #[arg(long, value_name = "BYTES")]
    pub shard_bytes: Option<u64>,
}
