//! Descriptions of a corpus for catalogues and archives, beside the formats that trainers load.
//!
//! Each is one file, a function of the head of the corpus and of its catalogue alone: `build` writes it with the corpus, and
//! `verify` makes it again to compare. A new one is a [`Kind`], its file here, and its row in [`KINDS`].

mod bag;
mod citation;
mod columns;
mod croissant;
mod frictionless;
mod mdc;

pub use bag::bag_info;
pub use mdc::{Archives, Submission, archive};

use crate::audio::quantise::OutputFormat;
use crate::corpus::card;
use crate::corpus::catalogue::Row;
use crate::corpus::format::Sink;
use crate::corpus::release::Release;
use crate::corpus::totals::Amount;
use crate::error::{Error, ErrorKind, Result};
use crate::ids::Locale;
use crate::numbers::plural;
use crate::project::{Description, Kind, Licence};
use serde::Serialize;
use serde_json::Value;
use std::fmt::Write as _;

/// What is said of a description.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct About {
    /// Its name.
    pub name: Kind,
    /// The file, or the folder with `/`.
    pub path: &'static str,
    /// What it is for.
    pub purpose: &'static str,
    /// What it was held to.
    pub proof: &'static str,
    /// What it cannot carry, a sentence each.
    pub limits: &'static [&'static str],
}

/// All descriptions, in the order of [`Kind`].
pub static KINDS: [About; 4] = [
    About {
        name: Kind::Citation,
        path: citation::NAME,
        purpose: "GitHub, Zenodo and Zotero, which show how to cite the corpus",
        proof: "cffconvert 2.0.0",
        limits: &[
            "A licence of one's own stands in the abstract only, and one that SPDX listed after 2021 by its address.",
            "The maker is one name.",
        ],
    },
    About {
        name: Kind::Croissant,
        path: croissant::NAME,
        purpose: "machine-learning platforms and searches for data sets that read Croissant 1.1",
        proof: "mlcroissant 1.1.1: no warning, every record",
        limits: &[
            "Its reader opens no WAV: with --format parquet beside it, a second set of records has the audio.",
            "Its reader guesses types: texts that are nothing but numerals in every row come back as numbers, and numbers to the last bit but one.",
            "Of the consent, the use that the corpus was packed for and its access are told as conditions of use; no vocabulary \
             has words for the other scopes.",
        ],
    },
    About {
        name: Kind::Frictionless,
        path: frictionless::NAME,
        purpose: "open-data portals and tools that read Data Packages",
        proof: "frictionless 5.21.0: every row against its schema, and the file against its hash",
        limits: &[
            "Audio files are named by the catalogue, with size and SHA-256, and are no resources of their own.",
        ],
    },
    About {
        name: Kind::Mdc,
        path: "mdc/",
        purpose: "a submission to the Mozilla Data Collective, one a locale: archive, sample, schema.yaml and the fields of the form",
        proof: "datacollective 0.7.0: the fields of its form, its parser of schemas and its loader",
        limits: &[
            "Archives hold the audio once more, and are not compressed, which speech hardly rewards.",
            "What only the publisher knows is null in `submission.json`; `dataset_id` in `schema.yaml` is to become the one that the \
             platform gives.",
            "Its loader reads with pandas, which takes a text such as `NA` or `null` for a missing one.",
        ],
    },
];

/// The words by which catalogues find a corpus.
const KEYWORDS: [&str; 4] = ["speech", "read speech", "speech corpus", "automatic speech recognition"];

/// A corpus, as descriptions tell of it.
#[derive(Debug, Clone, Copy)]
struct Facts<'a> {
    release: &'a Release,
    description: &'a Description,
    /// Bytes of `catalogue.jsonl`.
    catalogue_bytes: u64,
}

/// Returns what a use is that consent grants.
fn scope_words(scope: &str) -> &str {
    match scope {
        "asr" => "to teach machines to understand speech",
        "tts" => "to make voices that may sound like the speakers",
        "speaker-id" => "to teach machines to tell people apart by their voices",
        "evaluation" => "to test how well such machines work",
        "share-gated" => "to be given to those who ask for it and agree to its terms",
        "share-open" => "to be published",
        other => other,
    }
}

/// Returns the page of a licence of the SPDX list.
fn licence_page(licence: &Licence) -> Option<String> {
    licence.text.is_none().then(|| format!("https://spdx.org/licenses/{}.html", licence.id))
}

/// Returns a value as a JSON file.
fn json(value: &Value) -> Result<String> {
    let text = serde_json::to_string_pretty(value).map_err(|error| {
        Error::new(ErrorKind::Corpus, format!("a description cannot be written: {error}"))
    })?;
    Ok(text + "\n")
}

/// Returns a share in percent with one decimal, rounded half up in whole numbers.
fn percent(part: u64, whole: u64) -> String {
    let whole = u128::from(whole.max(1));
    let tenths = (u128::from(part) * 2000 + whole) / (2 * whole);
    format!("{}.{} %", tenths / 10, tenths % 10)
}

impl<'a> Facts<'a> {
    /// Returns what the corpus is, in a few sentences.
    fn summary(&self) -> String {
        let (totals, settings) = (&self.release.totals, &self.release.settings);
        let locales: Vec<&str> = totals.locales.keys().map(Locale::as_str).collect();
        let mut out = format!(
            "Read speech: {} of {} in {} ({}), {} hours of mono WAV at {}, in splits for training, development and test.",
            plural(totals.all.utterances, "utterance"),
            plural(totals.all.speakers, "speaker"),
            plural(locales.len() as u64, "locale"),
            locales.join(", "),
            card::hours(totals.all.frames, settings.rate),
            settings.rate,
        );
        if let Some(licence) = &settings.licence {
            let access = settings.access.map(|access| format!(", with {access} access")).unwrap_or_default();
            let _ = write!(out, " Licence: {}{access}.", licence.id);
        }
        let _ = write!(out, " Made with {}.", self.release.tool);
        out
    }

    /// Returns the makers' address, where what is said of reaching them is one.
    fn email(&self) -> Option<&'a str> {
        let contact = self.description.contact.as_deref()?;
        let (name, host) = contact.split_once('@')?;
        let is_plain = |text: &str| {
            !text.is_empty()
                && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"._%+-".contains(&byte))
        };
        (is_plain(name) && is_plain(host) && host.contains('.')).then_some(contact)
    }

    /// Returns how samples are stored.
    fn sample_words(&self) -> &'static str {
        match self.release.settings.format {
            OutputFormat::Int16 => "16-bit integers with triangular dither",
            OutputFormat::Int24 => "24-bit integers",
            OutputFormat::Int32 => "32-bit integers",
            OutputFormat::Float32 => "32-bit floats",
        }
    }

    /// Returns how many takes were left out, and why.
    fn left_out(&self) -> String {
        let of: Vec<String> = self
            .release
            .refused
            .iter()
            .map(|(reason, count)| format!("{count} ({})", reason.words()))
            .collect();
        if of.is_empty() {
            return "No take was left out.".to_owned();
        }
        let all = self.release.refused.values().fold(0, |sum: u64, count| sum.saturating_add(*count));
        format!("{} left out: {}.", plural(all, "take"), of.join("; "))
    }

    /// Returns what of people is in the corpus.
    fn personal(&self) -> Vec<&'static str> {
        let mut all = vec!["Voices, under pseudonyms", "Language: the locale of each utterance"];
        if self.release.totals.genders.keys().any(|gender| gender != "undisclosed") {
            all.push("Gender, in the speakers' own words, where they granted its publication");
        }
        all.push("Age, accent and native language, where speakers gave them and granted their publication");
        all
    }

    /// Returns the shares of audio by locale and gender.
    fn shares(&self) -> Vec<String> {
        let totals = &self.release.totals;
        let of = |what: &str, name: &str, amount: &Amount| {
            format!(
                "{what} {name}: {} of the audio, {}",
                percent(amount.frames, totals.all.frames),
                plural(amount.speakers, "speaker")
            )
        };
        let locales = totals.locales.iter().map(|(locale, amount)| of("locale", locale.as_str(), amount));
        locales.chain(totals.genders.iter().map(|(gender, amount)| of("gender", gender, amount))).collect()
    }

    /// Returns how to cite the corpus, for `BibTeX`.
    fn bibtex(&self, creator: &str, url: Option<&str>) -> String {
        let settings = &self.release.settings;
        let plain = |text: &str| text.replace(['{', '}', '\\'], " ");
        let mut out = format!(
            "@misc{{corpus, author = {{{{{}}}}}, title = {{{{{}}}}}",
            plain(creator),
            plain(&settings.title)
        );
        if let Some(year) = settings.date.as_deref().and_then(|date| date.get(..4)) {
            let _ = write!(out, ", year = {{{year}}}");
        }
        if let Some(version) = &settings.version {
            let _ = write!(out, ", note = {{Version {version}}}");
        }
        if let Some(url) = url {
            let _ = write!(out, ", url = {{{url}}}");
        }
        out + "}"
    }
}

/// The descriptions of a corpus at work: they see the rows, and are written when the head is known.
pub struct Describing {
    description: Description,
    catalogue_bytes: u64,
    mdc: Option<mdc::Tables>,
}

impl Describing {
    /// Begins the descriptions of a corpus.
    pub fn new(description: Option<&Description>) -> Self {
        let description = description.cloned().unwrap_or_default();
        let mdc = description.has(Kind::Mdc).then(mdc::Tables::default);
        Self { description, catalogue_bytes: 0, mdc }
    }

    /// Takes the next row, whose line in the catalogue has so many bytes with its end.
    ///
    /// # Errors
    /// Those of the sink.
    pub fn push(&mut self, row: &Row, line_bytes: usize, out: &mut dyn Sink) -> Result<()> {
        self.catalogue_bytes += line_bytes as u64;
        self.mdc.as_mut().map_or(Ok(()), |mdc| mdc.push(row, out))
    }

    /// Writes the descriptions of the corpus with this head; returns the archives that are to be made of what is there then.
    ///
    /// # Errors
    /// Those of the sink.
    pub fn finish(self, release: &Release, out: &mut dyn Sink) -> Result<Option<Archives>> {
        let facts = Facts { release, description: &self.description, catalogue_bytes: self.catalogue_bytes };
        for kind in &self.description.kinds {
            match kind {
                Kind::Citation => out.append(citation::NAME, &citation::render(&facts)?)?,
                Kind::Croissant => out.append(croissant::NAME, &croissant::render(&facts)?)?,
                Kind::Frictionless => out.append(frictionless::NAME, &frictionless::render(&facts)?)?,
                Kind::Mdc => {}
            }
        }
        self.mdc.map(|mdc| mdc.finish(&facts, out)).transpose()
    }
}

/// Says whether a file of a corpus is of a description.
pub fn is_of(path: &str) -> bool {
    KINDS.iter().any(|about| path == about.path || about.path.ends_with('/') && path.starts_with(about.path))
}

#[cfg(test)]
mod tests;
