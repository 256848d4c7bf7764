//! The command line of what goes back to a person.

use crate::cli::args::{PolicyArgs, ProjectArgs};
use booth::ids::SpeakerId;
use clap::Args;
use std::path::PathBuf;

#[derive(Debug, Args)]
pub(crate) struct FeedbackArgs {
    /// The speaker's pseudonym
    #[arg(value_name = "SPEAKER")]
    pub speaker: SpeakerId,
    /// The folders of recordings
    #[arg(value_name = "DIR", default_value = "recordings")]
    pub dirs: Vec<PathBuf>,
    /// A table of what somebody listened to and asks for again: columns prompt or utterance, and session, take, reason
    #[arg(long, value_name = "TABLE")]
    pub again: Option<PathBuf>,
    /// The new file [default: booth-feedback-SPEAKER.json]
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// Print JSON Lines
    #[arg(long)]
    pub json: bool,
    #[command(flatten)]
    pub project: ProjectArgs,
    #[command(flatten)]
    pub policy: PolicyArgs,
}
