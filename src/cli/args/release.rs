//! The command line of what makes, proves, compares and carries releases.

use super::{MinVerdict, PolicyArgs, ProjectArgs, rate, recogniser};
use booth::ids::{Locale, SheetId, SpeakerId};
use booth::project::{device_named, intent_named};
use clap::{Args, ValueEnum};
use std::num::NonZeroU64;
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
    /// The most bytes of a file that embeds audio, at least 65536 [default: 268435456]
    #[arg(long, value_name = "BYTES")]
    pub shard_bytes: Option<u64>,
    /// How audio is stored in formats that embed it; FLAC has the same samples in fewer bytes, and takes longer to make
    #[arg(long, value_enum, default_value = "wav")]
    pub embed: Embed,
}

/// What a corpus says of itself to catalogues and archives.
#[derive(Debug, Args)]
pub(crate) struct DescribeArgs {
    /// A description for catalogues and archives (can be repeated); `booth formats` lists them [default: the project's]
    #[arg(long = "describe", value_name = "NAME", value_delimiter = ',')]
    pub describe: Vec<String>,
    /// Who made the corpus [default: the project's collector]
    #[arg(long, value_name = "NAME")]
    pub creator: Option<String>,
    /// How to reach its makers, best by an address of mail [default: the project's collector]
    #[arg(long, value_name = "WORDS")]
    pub contact: Option<String>,
    /// The page of the corpus [default: the project's]
    #[arg(long, value_name = "ADDRESS")]
    pub url: Option<String>,
    /// The date of the corpus, YYYY-MM-DD [default: that of `SOURCE_DATE_EPOCH`, else none]
    #[arg(long, value_name = "DATE")]
    pub date: Option<String>,
    /// Make a bag (`BagIt` 1.0) with the corpus in its folder `data`
    #[arg(long)]
    pub bag: bool,
}

#[derive(Debug, Args)]
pub(crate) struct PackArgs {
    /// The recordings
    #[arg(value_name = "RECORDINGS", required = true)]
    pub recordings: Vec<PathBuf>,
    /// The corpus folder to make
    #[arg(long, value_name = "DIR")]
    pub out: PathBuf,
    /// The least verdict to accept [default: the project's, else warn]
    #[arg(long, value_enum, value_name = "VERDICT")]
    pub min_verdict: Option<MinVerdict>,
    /// The sample rate of the corpus, in hertz [default: the project's, else 16000]
    #[arg(long, value_name = "HZ", value_parser = rate())]
    pub rate: Option<u32>,
    /// The sample format of the corpus [default: the project's, else int16]
    #[arg(long, value_enum)]
    pub sample_format: Option<SampleFormat>,
    /// The use that each take's consent must allow [default: the project's, else asr]
    #[arg(long, value_name = "SCOPE")]
    pub scope: Option<String>,
    /// A format to write (can be repeated); `booth formats` lists them [default: the project's targets, else kaldi,nemo]
    #[arg(long = "format", value_name = "NAME", value_delimiter = ',')]
    pub formats: Vec<String>,
    /// The licence of the corpus, an SPDX id, or `none`; takes that were granted under another are left out [default: the project's]
    #[arg(long, value_name = "SPDX")]
    pub licence: Option<String>,
    /// Who gets the corpus; takes whose consent does not allow it are left out [default: the project's]
    #[arg(long, value_enum, value_name = "WHO")]
    pub access: Option<AccessArg>,
    /// Count the transcripts of this recogniser, whoever wrote them (can be repeated) [default: those that were made here]
    #[arg(long, value_name = "NAME", value_parser = recogniser)]
    pub recogniser: Vec<String>,
    #[command(flatten)]
    pub select: Box<SelectArgs>,
    #[command(flatten)]
    pub audio: AudioArgs,
    #[command(flatten)]
    pub without: WithoutArgs,
    /// The frozen splits [default: splits.lock in the first RECORDINGS]
    #[arg(long, value_name = "FILE")]
    pub splits: Option<PathBuf>,
    /// The corpus's name in its card [default: the project's title, else the name of --out]
    #[arg(long)]
    pub name: Option<String>,
    #[command(flatten)]
    pub splitting: super::splitting::SplittingArgs,
    #[command(flatten)]
    pub release: ReleaseArgs,
    #[command(flatten)]
    pub describe: DescribeArgs,
    #[command(flatten)]
    pub policy: PolicyArgs,
    #[command(flatten)]
    pub project: ProjectArgs,
    /// Print the plan, and do nothing
    #[arg(long, short = 'n')]
    pub dry_run: bool,
    /// Print JSON Lines
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct VerifyArgs {
    /// The corpus folder
    #[arg(value_name = "CORPUS")]
    pub corpus: PathBuf,
    /// Also want what a release must have: a version, a date, a licence, and a card that says what only a person can know
    #[arg(long)]
    pub release: bool,
    /// Also make utterances again from these recordings and compare (can be repeated)
    #[arg(long, value_name = "RECORDINGS")]
    pub from: Vec<PathBuf>,
    /// With --from: make one utterance in so many again
    #[arg(long, value_name = "N", default_value_t = 100, requires = "from", value_parser = clap::value_parser!(u64).range(1..))]
    pub every: u64,
    /// Also hold it against this list of a published test set (can be repeated)
    #[arg(long, value_name = "FILE")]
    pub held_out: Vec<PathBuf>,
    /// Accept exactly the gaps that this list names, the withdrawn.tsv of a later release
    #[arg(long, value_name = "LIST")]
    pub withdrawn: Option<PathBuf>,
    /// Print JSON Lines
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct FormatsArgs {
    /// Print JSON Lines
    #[arg(long)]
    pub json: bool,
}

/// What a release is made of; each flag goes before the same field of the project file.
#[derive(Debug, Args)]
pub(crate) struct SelectArgs {
    /// Take in this locale alone, as it is: `fr` is not `fr-FR` (can be repeated) [default: the project's, else all]
    #[arg(long = "locale", value_name = "LOCALE", value_delimiter = ',')]
    pub locales: Vec<Locale>,
    /// Take in this speaker alone (can be repeated) [default: the project's, else all]
    #[arg(long = "speaker", value_name = "SPEAKER", value_delimiter = ',')]
    pub speakers: Vec<SpeakerId>,
    /// Leave out this speaker (can be repeated)
    #[arg(long = "without-speaker", value_name = "SPEAKER", value_delimiter = ',')]
    pub without_speakers: Vec<SpeakerId>,
    /// Take in this prompt sheet alone (can be repeated)
    #[arg(long = "sheet", value_name = "SHEET", value_delimiter = ',')]
    pub sheets: Vec<SheetId>,
    /// Take in what this microphone recorded alone: its name or id in session.json, `file`, `import LAYOUT` (can be repeated)
    #[arg(long = "device", value_name = "DEVICE", value_parser = device_named)]
    pub devices: Vec<String>,
    /// Take in this intent alone (can be repeated)
    #[arg(long = "intent", value_name = "INTENT", value_delimiter = ',', value_parser = intent_named)]
    pub intents: Vec<String>,
    /// Take in this domain alone (can be repeated)
    #[arg(long = "domain", value_name = "DOMAIN", value_delimiter = ',', value_parser = intent_named)]
    pub domains: Vec<String>,
    /// The greatest number of utterances of a speaker
    #[arg(long, value_name = "N")]
    pub most_per_speaker: Option<NonZeroU64>,
    /// The greatest number of minutes of a speaker
    #[arg(long, value_name = "MINUTES")]
    pub most_minutes_per_speaker: Option<NonZeroU64>,
    /// The greatest number of utterances of one text in one locale, over all speakers
    #[arg(long, value_name = "N")]
    pub most_per_prompt: Option<NonZeroU64>,
    /// Pass over what the project file selects
    #[arg(long)]
    pub no_select: bool,
}

/// What is done to the audio; each flag goes before the same field of the project file.
#[derive(Debug, Args)]
pub(crate) struct AudioArgs {
    /// Cut clips to speech with so many milliseconds before and after, from 100 [default: the project's, else whole clips]
    #[arg(long = "trim", value_name = "MS")]
    pub trim_ms: Option<u32>,
    /// Bring clips to this integrated loudness (BS.1770), from -40 to -5 LUFS [default: the project's, else as recorded]
    #[arg(long = "loudness", value_name = "LUFS", allow_negative_numbers = true)]
    pub loudness_lufs: Option<f64>,
    /// Let no clip pass this true peak, from -20 to -0.5 dBTP [default: the project's, else -1 with a loudness]
    #[arg(long = "true-peak", value_name = "DBTP", allow_negative_numbers = true)]
    pub true_peak_dbtp: Option<f64>,
    /// Pass over what the project file does to the audio
    #[arg(long)]
    pub no_processing: bool,
}

#[derive(Debug, Args)]
pub(crate) struct WithoutArgs {
    /// Leave out sessions that cannot be read, instead of packing nothing
    #[arg(long)]
    pub without_broken: bool,
    /// Leave out recordings and receipts that several speakers have, instead of stopping at them
    #[arg(long)]
    pub without_shared: bool,
    /// Leave out what is on a list of --held-out, instead of stopping at it
    #[arg(long)]
    pub without_held_out: bool,
}

/// How audio is embedded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Embed {
    /// The files of audio/, byte for byte
    Wav,
    /// FLAC by fixed predictors, the same bytes on every machine
    Flac,
}

/// The sample format of the corpus.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum SampleFormat {
    /// 16-bit PCM with dither
    Int16,
    /// 24-bit PCM
    Int24,
    /// 32-bit float
    Float32,
}

/// Who gets a corpus.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum AccessArg {
    /// Anybody
    Open,
    /// Who asks for it and agrees to its terms
    Gated,
}
