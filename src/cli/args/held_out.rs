//! The command line of what is held out.

use clap::Args;
use std::path::PathBuf;

#[derive(Debug, Args)]
pub(crate) struct HeldOutArgs {
    /// A corpus, or recordings: a published test set in another form becomes recordings by `booth import DIR --into NEW`
    #[arg(value_name = "SOURCE")]
    pub source: PathBuf,
    /// The list to write, a new file
    #[arg(long, value_name = "FILE")]
    pub out: PathBuf,
    /// What is held out, as cards and errors name it [default: the name of the source]
    #[arg(long)]
    pub name: Option<String>,
    /// Print JSON Lines
    #[arg(long)]
    pub json: bool,
}
