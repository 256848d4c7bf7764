//! The command line of where and with what something is recorded.

use booth::ids::{Distance, Label, Surroundings};
use clap::Args;

#[derive(Debug, Clone, Default, Args)]
pub(crate) struct SurroundingsArgs {
    /// What the room is called, so that results can be told apart by it, such as `kitchen`; never a person's name [default: the
    /// project's]
    #[arg(long, value_name = "LABEL")]
    pub room: Option<Label>,
    /// How far the mouth is from the microphone, such as 30cm or 1.5m [default: the project's]
    #[arg(long, value_name = "DISTANCE", value_parser = distance)]
    pub distance: Option<Distance>,
    /// What the microphone is called, such as `headset`; the name that the system has for it is never published [default: the
    /// project's]
    #[arg(long, value_name = "LABEL")]
    pub microphone: Option<Label>,
}

fn distance(text: &str) -> Result<Distance, String> {
    text.parse().map_err(|_| "whole centimetres or metres are allowed: 30cm, 1.5m, up to 100m".to_owned())
}

impl SurroundingsArgs {
    /// Returns what they say, and what they do not say as `others` say it.
    pub(crate) fn or(&self, others: &Surroundings) -> Surroundings {
        let Self { room, distance, microphone } = self.clone();
        Surroundings { room, distance_m: distance, microphone }.or(others)
    }
}
