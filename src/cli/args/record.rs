//! The arguments of the verbs that record: `record` at a terminal, `studio` on a page.

use super::{PolicyArgs, ProjectArgs, SurroundingsArgs, rate};
use booth::ids::{Locale, PromptId, SpeakerId};
use booth::messages::Language;
use booth::sitting::Mode;
use clap::{Args, ValueEnum};
use std::path::PathBuf;

/// The order of the prompts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum OrderArg {
    /// Sentences of each reader's own, where the sheet deals; else as they stand in the sheet
    Deal,
    /// As they stand in the sheet
    Sheet,
    /// Shuffled by a seed that the session keeps
    Shuffled,
}

/// What the hands-free mode does with a rejected take when its attempts are used up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum OnReject {
    /// Keep it, with its verdict
    Keep,
    /// Skip the prompt
    Skip,
}

/// Who says when a reading begins and ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ModeArg {
    /// The speaker, by hand
    Manual,
    /// The speaker begins; the recording stops when the speech has ended
    AutoStop,
    /// What is heard: each prompt is recorded at once, and what is not rejected is kept
    HandsFree,
}

impl From<ModeArg> for Mode {
    fn from(mode: ModeArg) -> Self {
        match mode {
            ModeArg::Manual => Self::Manual,
            ModeArg::AutoStop => Self::AutoStop,
            ModeArg::HandsFree => Self::HandsFree,
        }
    }
}

/// What a sitting is asked for, whatever draws it.
#[derive(Debug, Clone, Args)]
pub(crate) struct BoothArgs {
    /// The language to read
    #[arg(long)]
    pub locale: Option<Locale>,
    /// The language that Booth speaks, such as es [default: that of --locale where somebody can be asked, else the system's]
    #[arg(long, value_name = "TAG", value_parser = language)]
    pub language: Option<Language>,
    /// The speaker's pseudonym, a-z and 0-9, never a name [default: a new one]
    #[arg(long, value_name = "ID")]
    pub speaker: Option<SpeakerId>,
    /// The microphone: an id from `booth devices`, `default`, or `file:PATH` (a WAV, or a folder with one WAV per prompt id; can be repeated)
    #[arg(long, value_name = "ID", value_parser = device())]
    pub device: Vec<booth::audio::DeviceSpec>,
    /// The channel to keep, from 0 [default: the first that has sound]
    #[arg(long, value_name = "N")]
    pub channel: Option<u16>,
    /// The sample rate to ask the device for, in hertz [default: its own]
    #[arg(long, value_name = "HZ", value_parser = rate())]
    pub rate: Option<u32>,
    /// How fast files are played as the microphone; 1 is real time
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..=1000))]
    pub file_speed: u32,
    #[command(flatten)]
    pub surroundings: SurroundingsArgs,
    /// The licence of what is shared, an SPDX id; without one nobody is asked to share openly [default: the project's]
    #[arg(long, value_name = "SPDX")]
    pub licence: Option<String>,
    /// Who asks for the recordings, for the consent text and the receipt; in place of the sheet's controller
    #[arg(long, value_name = "NAME", requires = "controller_contact")]
    pub controller: Option<String>,
    /// How to reach who asks for the recordings
    #[arg(long, value_name = "HOW", requires = "controller")]
    pub controller_contact: Option<String>,
    /// The order of the prompts
    #[arg(long, value_enum, default_value = "deal")]
    pub order: OrderArg,
    /// How many sentences a reader is dealt [default: what the sheet says, else 60]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=1000))]
    pub deal: Option<u32>,
    /// The seed of the shuffled order [default: random, and kept]
    #[arg(long, value_name = "N")]
    pub seed: Option<u64>,
    /// A feedback of who collects: what it asks for is read first [default: booth-feedback-SPEAKER.json beside the recordings]
    #[arg(long, value_name = "FILE")]
    pub feedback: Option<PathBuf>,
    /// Stop after this many kept prompts
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    pub limit: Option<u32>,
    /// Who says when a reading begins and ends
    #[arg(long, value_enum, default_value = "manual", value_name = "MODE")]
    pub mode: ModeArg,
    /// Attempts for each prompt in hands-free mode
    #[arg(long, value_name = "N", default_value_t = 2, value_parser = clap::value_parser!(u16).range(1..=20))]
    pub attempts: u16,
    /// What hands-free mode does when the last attempt is rejected too
    #[arg(long, value_enum, default_value = "skip", value_name = "WHAT")]
    pub on_reject: OnReject,
    /// Milliseconds kept before the start
    #[arg(long, value_name = "MS", default_value_t = 500, value_parser = clap::value_parser!(u32).range(..=3000))]
    pub pre_roll: u32,
    /// Milliseconds kept after the stop
    #[arg(long, value_name = "MS", default_value_t = 500, value_parser = clap::value_parser!(u32).range(..=3000))]
    pub post_roll: u32,
    #[command(flatten)]
    pub policy: PolicyArgs,
    #[command(flatten)]
    pub project: ProjectArgs,
}

#[expect(clippy::struct_excessive_bools, reason = "each is a flag of the command line")]
#[derive(Debug, Args)]
pub(crate) struct RecordArgs {
    /// The sheet's folder, or the name of a sheet in the program: assistant or wake-word
    #[arg(value_name = "SHEET")]
    pub sheet: PathBuf,
    /// Where sessions land
    #[arg(long, value_name = "DIR", default_value = "recordings")]
    pub into: PathBuf,
    #[command(flatten)]
    pub booth: BoothArgs,
    /// Use this consent receipt
    #[arg(long, value_name = "FILE", conflicts_with_all = ["yes", "grant"])]
    pub consent: Option<PathBuf>,
    /// Agree to the consent text without being asked
    #[arg(long)]
    pub yes: bool,
    /// A use to allow with --yes: asr, tts, speaker-id, evaluation, share-gated, share-open, contact-again (can be repeated) [default: asr]
    #[arg(long, value_name = "SCOPE", value_delimiter = ',', requires = "yes")]
    pub grant: Vec<String>,
    /// Something the speaker says of themselves, KEY=VALUE: gender, age, accent, native-language (can be repeated)
    #[arg(long = "about", value_name = "KEY=VALUE")]
    pub about: Vec<String>,
    /// How to reach the speaker again, kept apart from the recordings; needs the use contact-again
    #[arg(long, value_name = "TEXT")]
    pub contact: Option<String>,
    /// Read this prompt again, though it is kept already (can be repeated)
    #[arg(long, value_name = "PROMPT", conflicts_with = "from")]
    pub again: Vec<PromptId>,
    /// Begin at this prompt
    #[arg(long, value_name = "PROMPT")]
    pub from: Option<PromptId>,
    /// The same as --mode hands-free: record each prompt at once, stop when its file has been played or the speech has ended, keep
    /// what is not rejected; q and Enter end it
    #[arg(long, conflicts_with = "mode")]
    pub auto: bool,
    /// Seconds to listen to the room before the first prompt; 0 leaves it out
    #[arg(long, value_name = "S", default_value_t = 3.0, value_parser = room_seconds)]
    pub room_check: f64,
    /// Whole lines only, without a level meter, for screen readers
    #[arg(long)]
    pub plain: bool,
    /// Print one JSON object a take, and a summary
    #[arg(long)]
    pub json: bool,
}

impl RecordArgs {
    /// Who says when a reading begins and ends.
    pub(crate) fn mode(&self) -> Mode {
        if self.auto { Mode::HandsFree } else { self.booth.mode.into() }
    }
}

#[derive(Debug, Args)]
pub(crate) struct StudioArgs {
    /// A sheet's folder, a folder of sheets to choose from, or the name of a sheet in the program [default: those in the folder
    /// prompts, else those in the program]
    #[arg(value_name = "SHEET")]
    pub sheet: Option<PathBuf>,
    /// Where sessions land [default: recordings; Booth/recordings where it is started in the home folder]
    #[arg(long, value_name = "DIR")]
    pub into: Option<PathBuf>,
    #[command(flatten)]
    pub booth: BoothArgs,
    /// Print the link only, and open no browser
    #[arg(long)]
    pub no_open: bool,
}

fn device() -> impl clap::builder::TypedValueParser<Value = booth::audio::DeviceSpec> {
    use clap::builder::TypedValueParser as _;
    clap::builder::OsStringValueParser::new().try_map(|text: std::ffi::OsString| {
        booth::audio::DeviceSpec::from_os(&text).map_err(|error| error.message().to_owned())
    })
}

fn language(tag: &str) -> Result<Language, String> {
    let of = |language: &str| Language::all().find(|one| one.tag().eq_ignore_ascii_case(language));
    let found = of(tag).or_else(|| of(tag.split(['-', '_']).next().unwrap_or_default()));
    found.ok_or_else(|| {
        let all: Vec<&str> = Language::all().map(Language::tag).collect();
        format!("allowed are {}", all.join(", "))
    })
}

fn room_seconds(text: &str) -> Result<f64, String> {
    match text.parse::<f64>() {
        Ok(seconds) if (0.0..=30.0).contains(&seconds) => Ok(seconds),
        _ => Err("0 to 30 are allowed".to_owned()),
    }
}
