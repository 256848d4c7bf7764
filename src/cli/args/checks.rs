//! The command line of what tells of checks.

use super::PolicyArgs;
use clap::Args;

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
