//! The command line of what scores a recogniser.

use booth::corpus::Split;
use booth::corpus::score::By;
use clap::Args;
use std::path::PathBuf;

#[derive(Debug, Args)]
pub(crate) struct ScoreArgs {
    /// The corpus folder
    #[arg(value_name = "CORPUS")]
    pub corpus: PathBuf,
    /// What was heard: JSON Lines with `id` and `text` (`intent`, `slots`, `detected`), a NeMo manifest with `pred_text`, or lines of an id, a tab and a text
    #[arg(long, value_name = "FILE")]
    pub hypotheses: PathBuf,
    /// Score only this split: train, dev or test
    #[arg(long, value_name = "SPLIT", value_parser = split)]
    pub split: Option<Split>,
    /// Leave out utterances that no line names, in place of counting them as not heard
    #[arg(long)]
    pub partial: bool,
    /// Show all groups of a kind, the worst first: split, locale, speaker, gender, room, distance, device, sheet, intent (can be
    /// repeated)
    #[arg(long, value_name = "GROUP", value_delimiter = ',', value_parser = by)]
    pub by: Vec<By>,
    /// Print JSON Lines
    #[arg(long)]
    pub json: bool,
}

fn split(text: &str) -> Result<Split, String> {
    let found = Split::ALL.into_iter().find(|split| split.to_string() == text);
    found.ok_or_else(|| "train, dev and test are allowed".to_owned())
}

fn by(text: &str) -> Result<By, String> {
    let found = By::ALL.iter().find(|by| by.id() == text);
    found.copied().ok_or_else(|| {
        let names: Vec<&str> = By::ALL.iter().map(|by| by.id()).collect();
        format!("{} are allowed", names.join(", "))
    })
}
