//! The command line of how a release is split and what it is for.

use booth::corpus::{By, Purpose};
use clap::Args;
use std::path::PathBuf;

#[derive(Debug, Args)]
pub(crate) struct SplittingArgs {
    /// What is in one split as a whole: speaker; or prompt, for one or two speakers, which is not speaker-independent
    /// [default: as the lock has it, else the project's, else speaker]
    #[arg(long, value_name = "WHAT", value_parser = by)]
    pub split: Option<By>,
    /// What the corpus is for: training; or evaluation, which is all test and never trained on [default: the project's, else
    /// training]
    #[arg(long, value_name = "WHAT", value_parser = purpose)]
    pub purpose: Option<Purpose>,
    /// A list of a published test set, as `booth held-out` makes it: what is on it stops the release (can be repeated) [default:
    /// the project's]
    #[arg(long, value_name = "FILE")]
    pub held_out: Vec<PathBuf>,
}

fn one_of<T: Copy + std::fmt::Display>(all: &[T], text: &str) -> Result<T, String> {
    all.iter().find(|one| one.to_string() == text).copied().ok_or_else(|| {
        let names: Vec<String> = all.iter().map(T::to_string).collect();
        format!("{} are allowed", names.join(" and "))
    })
}

fn by(text: &str) -> Result<By, String> {
    one_of(By::ALL, text)
}

fn purpose(text: &str) -> Result<Purpose, String> {
    one_of(Purpose::ALL, text)
}
