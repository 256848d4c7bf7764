//! The project file, `booth.toml`: what a project promises to who speaks and to who uses the corpus, in one place.
//!
//! It lies beside the recordings or above them, and is found from there, or is named. Without one everything works, with
//! defaults that promise nothing. docs/FORMAT.md says what each field is.

mod card;
mod choice;
mod description;
mod key;
mod licence;
mod place;
mod processing;
mod read;
mod terms;
mod uses;

pub use card::{FOLDER as CARD_FOLDER, KINDS as CARD_PARTS, MOST_PART, Part, PartKind, Parts, digests};
pub use choice::{Choice, device_named, intent_named};
pub use description::{Description, Kind, Named};
pub use key::PublicKey;
pub use licence::{Access, Licence, MOST_TEXT};
pub use place::{NAME, TEMPLATE, find, read_named};
pub use processing::Processing;
pub use terms::{DEFAULT_YEARS, Kept, Terms};
pub use uses::{NEEDED, SCOPES, in_order as uses_in_order};

use crate::audio::quantise::OutputFormat;
use crate::digest::Sha256;
use crate::ids::{Locale, SheetId, Surroundings};
use crate::quality::{Overrides, Verdict};
use crate::sheet::{Controller, Target};
use crate::units::SampleRate;
use serde::Serialize;
use std::path::PathBuf;

/// The version of the project file that this build reads.
pub const SCHEMA: u32 = 1;

/// A project file that was read, and in which nothing is wrong. What it does not say is `None` or empty.
#[derive(Debug, Clone, PartialEq)]
pub struct Project {
    /// The file.
    pub path: PathBuf,
    /// SHA-256 of its bytes.
    pub sha256: Sha256,
    /// Who collects, and how to reach them.
    pub collector: Option<Controller>,
    /// For whom personal details are sealed.
    pub key: Option<PublicKey>,
    /// The uses that consent is asked for, of [`SCOPES`], in their order.
    pub uses: Option<Vec<&'static str>>,
    /// How long recordings are kept.
    pub kept: Option<Kept>,
    /// The licence of the recordings, and who gets them.
    pub licence: Option<(Licence, Access)>,
    /// The languages that are collected.
    pub languages: Vec<Locale>,
    /// The sheets that are read.
    pub sheets: Vec<SheetId>,
    /// The profile of the limits.
    pub profile: Option<&'static str>,
    /// Changed limits, below those of a sheet.
    pub limits: Overrides,
    /// What the corpus is to be read by.
    pub targets: Vec<&'static Target>,
    /// Where and with what is recorded, where no flag says it.
    pub surroundings: Surroundings,
    /// What a release is to be.
    pub release: Wishes,
    /// Where the terms of pay stand; carried and not interpreted.
    pub pay: Option<String>,
}

/// A project file, as the line `project` of `--json` names it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ProjectRow {
    /// The path.
    pub path: String,
    /// SHA-256 of its bytes.
    pub sha256: Sha256,
}

impl ProjectRow {
    /// Names a project's file.
    pub fn of(project: &Project) -> Self {
        Self { path: project.path.display().to_string(), sha256: project.sha256 }
    }
}

/// What a project wants a release to be.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Wishes {
    /// The title on the card.
    pub title: Option<String>,
    /// The rate of the audio.
    pub rate: Option<SampleRate>,
    /// How samples are stored.
    pub format: Option<OutputFormat>,
    /// The least verdict.
    pub min_verdict: Option<Verdict>,
    /// The use that consent has to grant, of [`SCOPES`].
    pub scope: Option<&'static str>,
    /// The page of the corpus.
    pub url: Option<String>,
    /// The descriptions for catalogues and archives.
    pub describe: Vec<Kind>,
    /// What is in one split as a whole, `speaker` or `prompt`.
    pub split: Option<&'static str>,
    /// What the corpus is for, `training` or `evaluation`.
    pub purpose: Option<&'static str>,
    /// Lists of published test sets that a release is held against.
    pub held_out: Vec<PathBuf>,
    /// The shares of train, dev and test in percent, each at least 1, together 100.
    pub shares: Option<[u8; 3]>,
    /// What it is made of.
    pub select: Choice,
    /// What is done to its audio.
    pub audio: Processing,
}

impl Project {
    /// Returns what contributors are asked to agree to.
    pub fn terms(&self) -> Terms {
        let open = Terms::default();
        let licence = self.licence.as_ref().map(|(licence, _)| licence.clone());
        Terms {
            collector: self.collector.clone(),
            uses: self.uses.clone().unwrap_or(open.uses),
            licence,
            kept: self.kept.unwrap_or(open.kept),
            project_sha256: Some(self.sha256),
        }
    }

    /// Says whether the project collects in a language; one that names none collects in all.
    pub fn has_language(&self, locale: &Locale) -> bool {
        self.languages.is_empty() || self.languages.contains(locale)
    }

    /// Says whether the project reads a sheet; one that names none reads all.
    pub fn has_sheet(&self, sheet: &SheetId) -> bool {
        self.sheets.is_empty() || self.sheets.contains(sheet)
    }
}
