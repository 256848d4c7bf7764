//! What `booth init` takes, and which project file other verbs read.

use clap::Args;
use std::path::PathBuf;

#[derive(Debug, Args)]
pub(crate) struct InitArgs {
    /// The folder to write booth.toml into
    #[arg(value_name = "DIR", default_value = ".")]
    pub dir: PathBuf,
    /// Print JSON Lines
    #[arg(long)]
    pub json: bool,
}

/// Which project file applies.
#[derive(Debug, Args, Clone, Default)]
pub(crate) struct ProjectArgs {
    /// The project file [default: the first booth.toml in the folder of the recordings or above it]
    #[arg(long, value_name = "FILE")]
    pub project: Option<PathBuf>,
    /// Use no project file, also if one is found
    #[arg(long, conflicts_with = "project")]
    pub no_project: bool,
}
