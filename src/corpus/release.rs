//! `corpus.json`: the head of a corpus. How it was made and what is in it, for programs.
//!
//! It names no clock, path, host or thread count: the same recordings and settings give the same bytes.

use crate::audio::quantise::OutputFormat;
use crate::corpus::format::container::Coding;
use crate::corpus::format::{self, LeftOut};
use crate::corpus::refusal::Reason;
use crate::corpus::shards::{DEFAULT_BYTES, LEAST_BYTES};
use crate::corpus::split::{Purpose, Targets};
use crate::corpus::splitting::Splitting;
use crate::corpus::totals::Totals;
use crate::digest::Sha256;
use crate::error::{Error, ErrorKind, Result};
use crate::ids::{SessionId, UtteranceId};
use crate::project::{Access, Choice, Description, Licence, Named, PartKind, Processing};
use crate::quality::{Overrides, Policy, Verdict};
use crate::recordings::people::consent::SCOPES;
use crate::sheet::version_fault;
use crate::text::unsafe_line;
use crate::units::SampleRate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::num::NonZeroU64;

/// The version of `corpus.json`.
pub const SCHEMA: u32 = 1;

/// The file's name inside a corpus.
pub const NAME: &str = "corpus.json";

/// The scope of consent that a release for evaluation needs.
pub const EVALUATION: &str = "evaluation";

/// Returns the bytes of a one-channel WAV file with `frames` frames.
pub fn file_bytes(format: OutputFormat, frames: u64) -> u64 {
    let data = frames.saturating_mul(format.bytes() as u64);
    // Chunks have an even length; float files carry a `fact` chunk and a longer `fmt ` one.
    let header = if format == OutputFormat::Float32 { 58 } else { 44 };
    data.saturating_add(data % 2).saturating_add(header)
}

/// The release before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PreviousRelease {
    /// Its version, where it has one.
    pub version: Option<String>,
    /// SHA-256 of its `catalogue.jsonl`.
    pub catalogue_sha256: Sha256,
}

/// The numbers of a version, by which versions are compared.
pub(super) fn numbers_of(version: &str) -> Vec<u64> {
    version.split('.').map(|part| part.parse().unwrap_or(0)).collect()
}

/// What a release is asked to be.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// The title on the card, one line.
    pub title: String,
    /// The rate of the audio.
    pub rate: SampleRate,
    /// How samples are stored.
    pub format: OutputFormat,
    /// The least verdict.
    pub min_verdict: Verdict,
    /// The use that consent has to grant.
    pub scope: String,
    /// The share of each split.
    pub targets: Targets,
    /// What of all that there is is taken in; only where something is left out.
    #[serde(default, skip_serializing_if = "Choice::is_everything")]
    pub select: Choice,
    /// How it is split and what it is for, only where that is not by speaker and to train.
    #[serde(default, skip_serializing_if = "Splitting::is_usual")]
    pub splitting: Splitting,
    /// What is done to the audio beyond rate and format; only where something is.
    #[serde(default, skip_serializing_if = "Processing::is_none")]
    pub audio: Processing,
    /// The version of the release, `MAJOR.MINOR.PATCH`, only where one was given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<String>,
    /// The release before, only where one was given; from it follows since when an utterance is there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub previous: Option<PreviousRelease>,
    /// The formats, by name.
    pub manifests: Vec<String>,
    /// The greatest predicted size of a shard, in bytes, for formats that embed audio, only where one was given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shard_bytes: Option<u64>,
    /// How audio is stored in formats that embed it, only where that is not as in `audio/`.
    #[serde(default, skip_serializing_if = "Coding::is_wav")]
    pub embed: Coding,
    /// SHA-256 of the quality policy that takes were judged by; a plan takes into it the limits that packed sessions have of
    /// their own.
    pub policy_sha256: Sha256,
    /// The date of the release, `YYYY-MM-DD`, only where one was given.
    pub date: Option<String>,
    /// The licence of the release, only where one was named: nothing is taken in that was granted under another, or not at all
    /// for `access`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub licence: Option<Licence>,
    /// Who gets the release; there with `licence` and not without it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub access: Option<Access>,
    /// SHA-256 of the project file that said what the flags did not, where there was one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub project_sha256: Option<Sha256>,
    /// How the corpus is described to catalogues and archives, only where that was asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<Description>,
    /// SHA-256 of each part of the card that was written by hand, by the stem of its file; none that says nothing.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub card: BTreeMap<String, Sha256>,
    /// Whether what several speakers share, recordings byte for byte or a receipt, is left out; else it stops the release.
    /// What is left out is counted in [`Release::refused`], so this is not written down.
    #[serde(skip)]
    pub without_shared: bool,
}

impl Settings {
    /// Returns settings for a corpus to train recognisers with: 16-bit samples, takes that `policy` does not reject, consent
    /// to `asr`, and the manifest formats of [`format::DEFAULT`].
    pub fn new(title: impl Into<String>, rate: SampleRate, policy: &Policy) -> Self {
        Self {
            title: title.into(),
            rate,
            format: OutputFormat::Int16,
            min_verdict: Verdict::Warn,
            scope: "asr".to_owned(),
            targets: Targets::default(),
            select: Choice::default(),
            splitting: Splitting::default(),
            audio: Processing::default(),
            version: None,
            previous: None,
            manifests: format::DEFAULT.map(str::to_owned).into(),
            shard_bytes: None,
            embed: Coding::Wav,
            policy_sha256: policy.sha256(),
            date: None,
            licence: None,
            access: None,
            project_sha256: None,
            description: None,
            card: BTreeMap::new(),
            without_shared: false,
        }
    }

    /// Returns the greatest predicted size of a shard, in bytes.
    pub fn shard_limit(&self) -> u64 {
        self.shard_bytes.unwrap_or(DEFAULT_BYTES)
    }

    /// Checks that a release can be asked to be this.
    ///
    /// # Errors
    /// [`ErrorKind::Usage`] with what is not allowed.
    pub fn check(&self) -> Result<()> {
        let usage = |what: String| Err(Error::new(ErrorKind::Usage, what));
        if let Some(fault) = unsafe_line(&self.title) {
            return usage(format!("the title cannot stand on a card: {fault}"));
        }
        for name in &self.manifests {
            format::find(name)?;
        }
        if let Some(version) = &self.version {
            if let Some(fault) = version_fault(version) {
                return usage(format!("`{}` is not a version: {fault}", version.escape_debug()));
            }
            let before = self.previous.as_ref().and_then(|previous| previous.version.as_deref());
            if let Some(before) = before.filter(|before| numbers_of(before) >= numbers_of(version)) {
                return usage(format!(
                    "version {version} does not come after {before}, that of the release before"
                ));
            }
        }
        if let Some(bytes) = self.shard_bytes.filter(|bytes| *bytes < LEAST_BYTES) {
            return usage(format!("a shard of {bytes} bytes is too small; {LEAST_BYTES} is the least"));
        }
        if self.embed == Coding::Flac && self.format == OutputFormat::Float32 {
            return usage("FLAC holds integers; embed WAV, or make the release of 16 or 24 bits".to_owned());
        }
        if !SCOPES.contains(&self.scope.as_str()) {
            return usage(format!(
                "`{}` is not a scope of consent; there are: {}",
                self.scope.escape_debug(),
                SCOPES.join(", ")
            ));
        }
        if let Some(date) = &self.date
            && !date.parse::<jiff::civil::Date>().is_ok_and(|day| day.to_string() == *date)
        {
            return usage(format!("`{}` is not a date YYYY-MM-DD", date.escape_debug()));
        }
        if let Some(licence) = &self.licence {
            licence.check()?;
        }
        if self.licence.is_some() != self.access.is_some() {
            return usage("a licence and who has access under it belong together".to_owned());
        }
        if let Some(description) = &self.description {
            let (licence, version) = (self.licence.is_some(), self.version.is_some());
            description.check(Named { licence, version, date: self.date.is_some() })?;
        }
        if let Some(name) = self.card.keys().find(|name| PartKind::find(name).is_none()) {
            return usage(format!("`{}` is no part of a card", name.escape_debug()));
        }
        self.select.check()?;
        if self.splitting.goal() == Purpose::Evaluation && self.scope != EVALUATION {
            return usage(format!(
                "a release for evaluation needs the consent to `{EVALUATION}`, and the scope is `{}`",
                self.scope
            ));
        }
        self.splitting.check()?;
        self.audio.check()?;
        let Targets { train, dev, test } = self.targets;
        Targets::new(train, dev, test).map(|_| ())
    }
}

/// Limits that sessions have of their own, and that judged their takes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SessionLimits {
    /// The limits: check id to limit name to value.
    pub limits: Overrides,
    /// The sessions with takes in the corpus, by id.
    pub sessions: Vec<SessionId>,
}

/// The content of `corpus.json`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Release {
    /// The version of the form of `corpus.json`.
    pub schema: u32,
    /// [`TOOL`](crate::TOOL).
    pub tool: String,
    /// What was asked for.
    pub settings: Settings,
    /// Limits that packed sessions have of their own; [`Settings::policy_sha256`] covers them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub own_limits: Vec<SessionLimits>,
    /// Counted over the catalogue.
    pub totals: Totals,
    /// Takes that were left out, by reason.
    pub refused: BTreeMap<Reason, u64>,
    /// Sessions that could not be read and were left out on purpose; only where there are any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unreadable: Option<NonZeroU64>,
    /// Utterances that manifests could not take, by format and reason; only where there are any.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub left_out_of: LeftOut,
    /// Utterances that were taken out of it after it was made, since they were withdrawn, in order; only where there are any.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub withdrawn: Vec<UtteranceId>,
    /// SHA-256 of `catalogue.jsonl`.
    pub catalogue_sha256: Sha256,
    /// SHA-256 of `splits.lock`.
    pub splits_sha256: Sha256,
}

impl Release {
    /// Returns the text, the same for the same content.
    ///
    /// # Errors
    /// [`ErrorKind::Corpus`] never happens for a release that was built or read.
    pub fn to_text(&self) -> Result<String> {
        let mut text = serde_json::to_string_pretty(self)
            .map_err(|error| Error::new(ErrorKind::Corpus, format!("it cannot be written: {error}")))?;
        text.push('\n');
        Ok(text)
    }

    /// Returns the release of a text in canonical form.
    ///
    /// # Errors
    /// [`ErrorKind::Corpus`] for anything else.
    pub fn parse(text: &str) -> Result<Self> {
        let bad = |what: String| Error::new(ErrorKind::Corpus, what).with_path(NAME);
        let release: Self =
            serde_json::from_str(text).map_err(|error| bad(format!("it cannot be read: {error}")))?;
        if release.schema != SCHEMA {
            return Err(bad(format!("schema {} is not {SCHEMA}", release.schema))
                .with_hint("use the version of Booth that made the corpus"));
        }
        release.settings.check().map_err(|error| {
            bad(error.message().to_owned()).with_hint("use the version of Booth that made the corpus")
        })?;
        if let (Some(licence), Some(Access::Open)) = (&release.settings.licence, release.settings.access)
            && let Some(other) = release.totals.licences.keys().find(|id| !licence.is_granted_by(id, None))
        {
            return Err(bad(format!(
                "utterances were granted under `{}`, and the release is under `{}`",
                other.escape_debug(),
                licence.id
            )));
        }
        if release.to_text()? != text || !release.settings.splitting.is_settled() {
            return Err(bad("it is not in the form that Booth writes".to_owned()));
        }
        Ok(release)
    }
}
