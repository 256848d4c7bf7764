//! Mozilla Data Collective: what a submission takes, one a locale.
//!
//! `mdc/<locale>/` has the two archives that are uploaded, `dataset.tar.gz` and the sample of it, `sample.tar.gz`; `schema.yaml`, by
//! which the platform's client loads the archive as a table, `index.tsv`; and `submission.json`, the fields of the form as far as a
//! corpus knows them. Source of the forms: <https://github.com/Mozilla-Data-Collective/datacollective-python>, `models.py`,
//! `schema.py` and `docs/loaders/asr.md`.
//!
//! Archives are gzip files without compression (RFC 1951, 3.2.4), so that their bytes hang on no library; speech hardly shrinks.

use super::{Facts, json, licence_page};
use crate::archive::tar;
use crate::corpus::catalogue::{self, Row};
use crate::corpus::format::Sink;
use crate::corpus::shards::{Out, Poured, audio_of};
use crate::corpus::split::{DEFAULT_SALT, salted};
use crate::digest::Sha256;
use crate::error::{Error, ErrorKind, Result};
use crate::fsio;
use crate::ids::{Locale, UtteranceId};
use crate::progress::Watch;
use crate::project::Access;
use flate2::Crc;
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::io::{BufRead as _, BufReader};
use std::path::Path;

/// How many utterances a sample has.
const SAMPLE: usize = 20;

/// The licences that the form offers; any other is given in words (`License` in `models.py`).
const OFFERED: [&str; 25] = [
    "Apache-2.0",
    "BSD-3-Clause",
    "CC-BY-4.0",
    "CC-BY-ND-4.0",
    "CC-BY-NC-4.0",
    "CC-BY-NC-SA-4.0",
    "CC-BY-SA-4.0",
    "CC-SA-1.0",
    "CC0-1.0",
    "EUPL-1.2",
    "AGPL-3.0",
    "GFDL-1.3",
    "GPL-3.0",
    "LGPLLR",
    "MIT",
    "MPL-2.0",
    "NLOD-2.0",
    "NOODL-1.0",
    "ODC-By-1.0",
    "ODbL-1.0",
    "OGL-Canada-2.0",
    "OGL-UK-3.0",
    "OPUBL-1.0",
    "OGDL-Taiwan-1.0",
    "Unlicense",
];

/// A column of the table: its name there, the name that the loader gives it, its type, and what it is of a row.
type Column = (&'static str, &'static str, &'static str, fn(&Row) -> String);

/// The columns of `index.tsv`.
const COLUMNS: [Column; 14] = [
    ("id", "utterance_id", "string", |row| row.id.to_string()),
    ("audio", "audio_path", "file_path", |row| row.audio.clone()),
    ("text", "transcription", "string", |row| row.text.clone()),
    ("speaker", "speaker_id", "category", |row| row.speaker.to_string()),
    ("split", "split", "category", |row| row.split.to_string()),
    ("locale", "locale", "category", |row| row.locale.to_string()),
    ("duration", "duration", "float", |row| row.duration.to_string()),
    ("gender", "gender", "category", |row| row.gender.clone().unwrap_or_default()),
    ("age", "age", "category", |row| row.age.clone().unwrap_or_default()),
    ("accent", "accent", "category", |row| row.accent.clone().unwrap_or_default()),
    ("native_language", "native_language", "category", |row| row.native_language.clone().unwrap_or_default()),
    ("prompt", "prompt_id", "string", |row| format!("{}/{}", row.sheet, row.prompt)),
    ("intent", "intent", "category", |row| row.intent.clone().unwrap_or_default()),
    ("domain", "domain", "category", |row| row.domain.clone().unwrap_or_default()),
];

/// Returns a path in the folder of a locale.
fn path(locale: &Locale, name: &str) -> String {
    format!("mdc/{locale}/{name}")
}

/// Returns a line of cells, each quoted where it has a quotation mark, as CSV quotes (RFC 4180); no cell has a tab or a line end.
fn line<'a>(cells: impl Iterator<Item = std::borrow::Cow<'a, str>>) -> String {
    let mut out = String::new();
    for (at, cell) in cells.enumerate() {
        if at > 0 {
            out.push('\t');
        }
        if cell.contains('"') {
            let _ = write!(out, "\"{}\"", cell.replace('"', "\"\""));
        } else {
            out.push_str(&cell);
        }
    }
    out.push('\n');
    out
}

fn head() -> String {
    line(COLUMNS.iter().map(|(name, ..)| (*name).into()))
}

/// The tables of all locales, as rows come, and the samples of each.
#[derive(Default)]
pub struct Tables {
    samples: BTreeMap<Locale, BTreeMap<Sha256, (UtteranceId, String)>>,
}

impl Tables {
    /// Takes the next row.
    pub fn push(&mut self, row: &Row, out: &mut dyn Sink) -> Result<()> {
        let table = path(&row.locale, "index.tsv");
        if !self.samples.contains_key(&row.locale) {
            out.append(&table, &head())?;
        }
        let sample = self.samples.entry(row.locale.clone()).or_default();
        let text = line(COLUMNS.iter().map(|(.., of)| of(row).into()));
        out.append(&table, &text)?;
        // The smallest digests of ids: chance that is the same everywhere, and little of it changes with the corpus.
        sample.insert(salted(DEFAULT_SALT, &["sample", row.id.as_str()]), (row.id.clone(), text));
        if sample.len() > SAMPLE {
            sample.pop_last();
        }
        Ok(())
    }

    /// Writes the texts beside the tables; what is returned is for [`archive`].
    pub fn finish(self, facts: &Facts<'_>, out: &mut dyn Sink) -> Result<Archives> {
        let licence = facts.release.settings.licence.as_ref().and_then(|licence| licence.text.clone());
        let mut submissions = Vec::new();
        for (locale, sample) in self.samples {
            out.append(&path(&locale, "schema.yaml"), &schema(facts, &locale))?;
            out.append(&path(&locale, "submission.json"), &submission(facts, &locale)?)?;
            let sample: BTreeMap<UtteranceId, String> = sample.into_values().collect();
            let index = head() + &sample.values().map(String::as_str).collect::<String>();
            let ids = sample.into_keys().collect();
            submissions.push(Submission { locale, index, ids, licence: licence.clone() });
        }
        Ok(Archives { submissions })
    }
}

fn task(facts: &Facts<'_>) -> &'static str {
    if facts.release.settings.scope == "tts" { "TTS" } else { "ASR" }
}

/// Returns `schema.yaml`; its texts are quoted as JSON quotes them, which YAML reads the same.
fn schema(facts: &Facts<'_>, locale: &Locale) -> String {
    let name = super::frictionless::package_name(&facts.release.settings.title);
    let mut out = format!(
        "dataset_id: \"{name}-{}\"\ntask: \"{}\"\nroot_strategy: \"index\"\nstrict: true\nformat: \"tsv\"\nquoting: \"minimal\"\n\
         index_file: \"index.tsv\"\ncolumns:\n",
        locale.as_str().to_lowercase(),
        task(facts)
    );
    for (source, name, kind, _) in COLUMNS {
        let _ = writeln!(out, "  {name}:\n    source_column: \"{source}\"\n    dtype: \"{kind}\"");
    }
    out
}

/// Returns `submission.json`: the fields of a `DatasetSubmission`, those that only the publisher knows `null`.
fn submission(facts: &Facts<'_>, locale: &Locale) -> Result<String> {
    let (release, settings) = (facts.release, &facts.release.settings);
    let amount = release.totals.locales.get(locale).copied().unwrap_or_default();
    let is_alone = release.totals.locales.len() == 1;
    let name = if is_alone { settings.title.clone() } else { format!("{} ({locale})", settings.title) };
    let short = format!(
        "Read speech in {locale}: {}, {}, {} hours.",
        crate::numbers::plural(amount.utterances, "utterance"),
        crate::numbers::plural(amount.speakers, "speaker"),
        crate::corpus::card::hours(amount.frames, settings.rate)
    );
    let splits: Vec<String> = release
        .totals
        .locale_splits
        .get(locale)
        .into_iter()
        .flatten()
        .map(|(split, amount)| {
            format!("{split} {} of {}", amount.utterances, crate::numbers::plural(amount.speakers, "speaker"))
        })
        .collect();
    let long = format!(
        "{short} Mono WAV at {}, {}. index.tsv has the text, the speaker's pseudonym and the split of each file. Utterances by split: {}. Made with {}.",
        settings.rate,
        facts.sample_words(),
        splits.join(", "),
        release.tool
    );
    let licence = settings.licence.as_ref();
    let is_offered = licence.is_some_and(|licence| OFFERED.contains(&licence.id.as_str()));
    let other = licence.filter(|_| !is_offered);
    let restrictions = (settings.access == Some(Access::Gated)).then_some(
        "Only for those who ask for it and agree to its terms; not to be published openly. The speakers consented to no more.",
    );
    let visibility = settings.access.map(|access| match access {
        Access::Open => "public",
        // To all to see, and for those who ask; in clients before 0.7 it kept more from others, not less.
        Access::Gated => "restricted",
    });
    json(&json!({
        "name": name,
        "shortDescription": short,
        "longDescription": long,
        "locale": locale,
        "task": task(facts),
        "format": "WAV, TSV",
        "licenseAbbreviation": licence.map(|licence| &licence.id),
        "license": other.map(|licence| &licence.id),
        "licenseUrl": other.and_then(licence_page),
        "other": null,
        "restrictions": restrictions,
        "forbiddenUsage": null,
        "additionalConditions": format!("The speakers consented to this use: {}.", super::scope_words(&settings.scope)),
        "pointOfContactFullName": facts.description.creator,
        "pointOfContactEmail": facts.email(),
        "createdByFullName": facts.description.creator,
        "createdByEmail": facts.email(),
        "intendedUsage": null,
        "ethicalReviewProcess": null,
        "showContactInfo": null,
        "visibility": visibility,
        "exclusivityOptOut": null,
        "agreeToSubmit": null,
    }))
}

/// The archives that are to be made once the rest of a corpus is there.
pub struct Archives {
    /// One a locale.
    pub submissions: Vec<Submission>,
}

impl Archives {
    /// Returns the paths of the texts that are in archives.
    pub fn parts(&self) -> impl Iterator<Item = String> {
        self.submissions.iter().flat_map(Submission::parts)
    }
}

/// What the archives of one locale are made of, besides the files of the corpus.
pub struct Submission {
    locale: Locale,
    /// The table of the sample.
    index: String,
    ids: BTreeSet<UtteranceId>,
    /// The text of a licence that is on no list.
    licence: Option<String>,
}

impl Submission {
    /// Returns the paths of the archives.
    pub fn files(&self) -> [String; 2] {
        [path(&self.locale, "dataset.tar.gz"), path(&self.locale, "sample.tar.gz")]
    }

    /// Returns the paths of the texts that are in the archives.
    pub fn parts(&self) -> [String; 2] {
        [path(&self.locale, "schema.yaml"), path(&self.locale, "index.tsv")]
    }
}

/// A gzip file of stored blocks.
struct Gzip<O> {
    out: O,
    crc: Crc,
    block: Vec<u8>,
}

/// The most bytes of a stored block.
const BLOCK: usize = 0xffff;

impl<O: Out> Gzip<O> {
    /// Begins with a header that names no file, time or system (RFC 1952, 2.3).
    fn new(mut out: O) -> Result<Self> {
        out.write(&[0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255])?;
        Ok(Self { out, crc: Crc::new(), block: Vec::with_capacity(BLOCK) })
    }

    fn write(&mut self, mut bytes: &[u8]) -> Result<()> {
        self.crc.update(bytes);
        while !bytes.is_empty() {
            if self.block.len() == BLOCK {
                self.flush(false)?;
            }
            let (now, later) = bytes.split_at(bytes.len().min(BLOCK - self.block.len()));
            self.block.extend_from_slice(now);
            bytes = later;
        }
        Ok(())
    }

    fn flush(&mut self, is_last: bool) -> Result<()> {
        let length = self.block.len() as u16;
        self.out.write(&[u8::from(is_last)])?;
        self.out.write(&length.to_le_bytes())?;
        self.out.write(&(!length).to_le_bytes())?;
        self.out.write(&self.block)?;
        self.block.clear();
        Ok(())
    }

    /// Appends a member to the archive that is compressed.
    fn member(&mut self, name: &str, bytes: &[u8]) -> Result<()> {
        let size = bytes.len() as u64;
        self.write(&tar::before(name, size)?)?;
        self.write(bytes)?;
        self.write(tar::after(size))
    }

    fn finish(mut self) -> Result<O> {
        self.write(&tar::end())?;
        self.flush(true)?;
        self.out.write(&self.crc.sum().to_le_bytes())?;
        self.out.write(&self.crc.amount().to_le_bytes())?;
        Ok(self.out)
    }
}

/// Appends a file of the corpus to an archive, piece by piece.
fn file<O: Out>(archive: &mut Gzip<O>, dir: &Path, path: &str, name: &str) -> Result<()> {
    let place = dir.join(path);
    let gone = || Error::new(ErrorKind::Corpus, "the file was changed meanwhile").with_path(&place);
    let size = fsio::look(&place)?.ok_or_else(gone)?.bytes;
    let mut input = BufReader::new(fsio::open_plain(&place, fsio::MOST_STREAMED)?);
    archive.write(&tar::before(name, size)?)?;
    let mut left = size;
    while left > 0 {
        let bytes = input.fill_buf().map_err(|error| Error::io("read", &place, error))?;
        let count = bytes.len().min(usize::try_from(left).unwrap_or(usize::MAX));
        if count == 0 {
            return Err(gone());
        }
        archive.write(&bytes[..count])?;
        input.consume(count);
        left -= count as u64;
    }
    archive.write(tar::after(size))
}

/// Makes the archives of one locale from the corpus in `dir`; each goes to what `open` makes of its path.
///
/// # Errors
/// [`ErrorKind::Io`]; [`ErrorKind::Corpus`] when a file is too large, or was changed meanwhile; [`ErrorKind::Interrupted`]; those of
/// `open` and its outcome.
pub fn archive<O: Out>(
    submission: &Submission,
    dir: &Path,
    watch: &dyn Watch,
    open: impl Fn(&str) -> Result<O>,
) -> Result<Poured<O>> {
    let [whole_path, sample_path] = submission.files();
    let [schema, index] = submission.parts();
    let (mut whole, mut sample) = (Gzip::new(open(&whole_path)?)?, Gzip::new(open(&sample_path)?)?);
    for archive in [&mut whole, &mut sample] {
        file(archive, dir, &schema, "schema.yaml")?;
        if let Some(text) = &submission.licence {
            archive.member("LICENSE.txt", text.as_bytes())?;
        }
    }
    file(&mut whole, dir, &index, "index.tsv")?;
    sample.member("index.tsv", submission.index.as_bytes())?;
    let place = dir.join(catalogue::NAME);
    let mut rows = BufReader::new(fsio::open_plain(&place, fsio::MOST_STREAMED)?);
    let changed = || Error::new(ErrorKind::Corpus, "the catalogue was changed meanwhile").with_path(&place);
    // No text has it, since quotation marks are escaped there; so other locales cost no parsing.
    let mark = format!("\"locale\":\"{}\"", submission.locale);
    let mut line = String::new();
    loop {
        line.clear();
        if rows.read_line(&mut line).map_err(|error| Error::io("read", &place, error))? == 0 {
            break;
        }
        if !line.contains(&mark) {
            continue;
        }
        if watch.stopped() {
            return Err(Error::new(ErrorKind::Interrupted, "stopped while archives were made"));
        }
        let row: Row = serde_json::from_str(&line).map_err(|_| changed())?;
        let Some(audio) = audio_of(dir, &row)? else { return Ok(Poured::Unsound(dir.join(&row.audio))) };
        whole.member(&row.audio, &audio)?;
        if submission.ids.contains(&row.id) {
            sample.member(&row.audio, &audio)?;
        }
    }
    Ok(Poured::Whole(vec![(whole_path, whole.finish()?), (sample_path, sample.finish()?)]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::io::Read as _;

    struct Bytes(Vec<u8>);

    impl Out for Bytes {
        fn write(&mut self, bytes: &[u8]) -> Result<()> {
            self.0.extend_from_slice(bytes);
            Ok(())
        }
    }

    fn zipped(pieces: &[&[u8]]) -> Vec<u8> {
        let mut gzip = Gzip::new(Bytes(Vec::new())).unwrap();
        for piece in pieces {
            gzip.write(piece).unwrap();
        }
        gzip.finish().unwrap().0
    }

    proptest! {
        /// The oracle is flate2, a reader by others; how bytes come makes no difference.
        #[test]
        fn what_is_stored_reads_back(size in 0usize..200_000, cut in 0usize..200_000) {
            let bytes: Vec<u8> = (0..size).map(|at| (at * 31 % 251) as u8).collect();
            let (a, b) = bytes.split_at(cut.min(size));
            let archive = zipped(&[a, b]);
            prop_assert_eq!(&archive, &zipped(&[&bytes]));
            let mut back = Vec::new();
            flate2::read::GzDecoder::new(&archive[..]).read_to_end(&mut back).unwrap();
            prop_assert_eq!(back, [&bytes[..], &tar::end()].concat());
        }
    }

    #[test]
    fn cells_are_quoted_as_csv_quotes() {
        let cells = ["a", "", "say \"x\"", "\"", "1 | 2"];
        assert_eq!(line(cells.into_iter().map(Into::into)), "a\t\t\"say \"\"x\"\"\"\t\"\"\"\"\t1 | 2\n");
    }
}
