//! The fields of the lines that `booth prompts --json` writes ([`Line`](crate::rows::Line)).

use super::{
    Change, Choice, Coverage, Forecast, LintFinding, Massive, Pool, Prompt, Repair, Sheet, Slot, Template,
};
use crate::digest::Sha256;
use crate::ids::{Locale, PromptId, SheetId, SpeakerId};
use crate::severity::Severity;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// What is wrong with a sheet, and where.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FindingRow<'a> {
    /// The lint.
    pub id: &'a str,
    /// How bad it is.
    pub severity: Severity,
    /// The file.
    pub path: String,
    /// The line, from 1.
    pub line: u64,
    /// The column, from 1.
    pub column: u64,
    /// What was found.
    pub message: &'a str,
    /// What to do about it.
    pub hint: &'a str,
}

/// What a check of sheets came to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LintSummary {
    /// Sheets.
    pub sheets: usize,
    /// Their locales.
    pub locales: usize,
    /// Their prompts.
    pub prompts: usize,
    /// Findings that keep a sheet from being used.
    pub reject: usize,
    /// Warnings.
    pub warn: usize,
    /// What is only worth knowing.
    pub info: usize,
}

/// A line that is repaired.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ChangeRow<'a> {
    /// The file.
    pub path: String,
    /// The line as it was, from 1; `None` for what is done to the file as a whole.
    pub line: Option<u64>,
    /// What is done.
    pub repairs: &'a BTreeSet<Repair>,
    /// The line before.
    pub before: Option<&'a str>,
    /// The line after; `None` when it goes.
    pub after: Option<&'a str>,
}

impl<'a> ChangeRow<'a> {
    /// Returns the line of `--json` about a changed line of the file.
    pub fn of(path: &Path, change: &'a Change) -> Self {
        let path = path.display().to_string();
        let after = change.after.as_deref();
        Self { path, line: Some(change.line), repairs: &change.repairs, before: Some(&change.before), after }
    }

    /// Returns the line of `--json` about what is done to the file as a whole.
    pub fn whole(path: &Path, repairs: &'a BTreeSet<Repair>) -> Self {
        Self { path: path.display().to_string(), line: None, repairs, before: None, after: None }
    }
}

/// What a repair of sheets came to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FixSummary {
    /// Sheets that were looked at.
    pub sheets: usize,
    /// Files with something to repair.
    pub files: usize,
    /// Lines that change.
    pub lines: usize,
    /// How often each kind of repair is made.
    pub repairs: BTreeMap<Repair, u64>,
    /// Whether the files were written.
    pub written: bool,
}

/// A prompt as it will be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PromptRow<'a> {
    /// The sheet.
    pub sheet: &'a SheetId,
    /// The language.
    pub locale: &'a Locale,
    /// The prompt.
    pub id: &'a PromptId,
    /// The words to read.
    pub text: &'a str,
    /// Their SHA-256.
    pub text_sha256: Sha256,
    /// The words with slot annotation.
    pub annotated: &'a str,
    /// The slots.
    pub slots: &'a [Slot],
    /// The words and slots as MASSIVE's reader takes them in.
    pub massive: Massive,
    /// The intent.
    pub intent: Option<&'a str>,
    /// The domain.
    pub domain: Option<&'a str>,
    /// How often it is wanted.
    pub repeat: u16,
    /// An instruction that is not read.
    pub hint: Option<&'a str>,
    /// The name of its sound or picture in the sheet's folder `media`.
    pub media: Option<&'a str>,
    /// Whose recordings of it are packed.
    pub pool: Pool,
}

impl<'a> PromptRow<'a> {
    /// Returns the line of a prompt of `sheet`.
    pub fn of(sheet: &'a Sheet, prompt: &'a Prompt) -> Self {
        Self {
            sheet: &sheet.head.id,
            locale: &sheet.locale,
            id: &prompt.id,
            text: &prompt.text,
            text_sha256: prompt.text_sha256(),
            annotated: &prompt.annotated,
            slots: &prompt.slots,
            massive: Massive::of(&prompt.text, &prompt.slots, &sheet.locale),
            intent: prompt.intent.as_deref(),
            domain: prompt.domain.as_deref(),
            repeat: prompt.repeat,
            hint: prompt.hint.as_deref(),
            media: prompt.media.as_ref().map(|media| media.name.as_str()),
            pool: prompt.pool,
        }
    }
}

/// A template as it stands in the sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TemplateRow<'a> {
    /// The sheet.
    pub sheet: &'a SheetId,
    /// The language.
    pub locale: &'a Locale,
    /// The template.
    pub id: &'a PromptId,
    /// The words, with gaps.
    pub text: &'a str,
    /// The intent.
    pub intent: Option<&'a str>,
    /// The domain.
    pub domain: Option<&'a str>,
    /// Whose recordings of it are packed.
    pub pool: Pool,
    /// How many sentences it can become.
    pub readings: u64,
}

impl<'a> TemplateRow<'a> {
    /// Returns the line of a template of `sheet`.
    pub fn of(sheet: &'a Sheet, template: &'a Template) -> Self {
        Self {
            sheet: &sheet.head.id,
            locale: &sheet.locale,
            id: &template.id,
            text: &template.source,
            intent: template.intent.as_deref(),
            domain: template.domain.as_deref(),
            pool: template.pool,
            readings: template.readings(&sheet.values),
        }
    }
}

/// A prompt that a speaker who does not exist was dealt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DealtRow<'a> {
    /// The speaker.
    pub speaker: &'a SpeakerId,
    /// The prompt.
    #[serde(flatten)]
    pub prompt: PromptRow<'a>,
}

impl<'a> DealtRow<'a> {
    /// Returns the line of a prompt that a speaker reads.
    pub fn of(sheet: &'a Sheet, speaker: &'a SpeakerId, prompt: &'a Prompt) -> Self {
        Self { speaker, prompt: PromptRow::of(sheet, prompt) }
    }
}

/// What deals of a sheet would bring.
#[derive(Debug, Clone, Serialize)]
pub struct ForecastRow<'a> {
    /// The sheet.
    pub sheet: &'a SheetId,
    /// The language.
    pub locale: &'a Locale,
    /// What they would bring.
    #[serde(flatten)]
    pub forecast: &'a Forecast,
    /// Letters of the language in fewer than [`FEW`](super::FEW) places, with their counts.
    pub rare: Vec<(char, u64)>,
}

impl<'a> ForecastRow<'a> {
    /// Returns the line of a forecast.
    pub fn of(sheet: &'a Sheet, forecast: &'a Forecast) -> Self {
        Self { sheet: &sheet.head.id, locale: &sheet.locale, forecast, rare: forecast.coverage.rare() }
    }
}

/// How many sheets were dealt, and readings of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DealSummary {
    /// Sheets in a language.
    pub sheets: u64,
    /// Readings.
    pub readings: u64,
}

/// What a sheet covers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CoverageRow<'a> {
    /// The sheet.
    pub sheet: &'a SheetId,
    /// The language.
    pub locale: &'a Locale,
    /// Prompts that stand there as they are.
    pub prompts: usize,
    /// Templates.
    pub templates: usize,
    /// Lists of values.
    pub lists: usize,
    /// Values in them.
    pub values: usize,
    /// Different sentences that can be read; as many as fit, if there are more.
    pub readings: u64,
    /// What they cover.
    #[serde(flatten)]
    pub coverage: &'a Coverage,
    /// Letters of the language in fewer than [`FEW`](super::FEW) places, with their counts.
    pub rare: Vec<(char, u64)>,
}

impl<'a> CoverageRow<'a> {
    /// Returns the line of a sheet.
    pub fn of(sheet: &'a Sheet, coverage: &'a Coverage) -> Self {
        let (lists, values) = sheet.values.count();
        let of_templates = sheet.templates.iter().map(|template| template.readings(&sheet.values));
        let readings = of_templates.fold(sheet.prompts.len() as u64, u64::saturating_add);
        Self {
            sheet: &sheet.head.id,
            locale: &sheet.locale,
            prompts: sheet.prompts.len(),
            templates: sheet.templates.len(),
            lists,
            values,
            readings,
            coverage,
            rare: coverage.rare(),
        }
    }
}

/// How many sheets were looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CoverageSummary {
    /// Sheets in a language.
    pub sheets: u64,
}

/// A sentence that was chosen from a pile.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ChosenRow<'a> {
    /// The id that it gets.
    pub id: &'a PromptId,
    /// The sentence.
    pub text: &'a str,
}

/// What a choice from a pile came to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SelectRow<'a> {
    /// Sentences that were chosen.
    pub chosen: usize,
    /// Lines of the pile that are not blank.
    pub lines: u64,
    /// Lines that say the same as one before.
    pub repeated: u64,
    /// Lines with a finding, by the first lint.
    pub refused: &'a BTreeMap<&'static str, u64>,
    /// What the chosen ones cover.
    pub coverage: &'a Coverage,
    /// What the lines without a finding cover.
    pub pile: &'a Coverage,
}

impl<'a> SelectRow<'a> {
    /// Returns the line of a choice.
    pub fn of(choice: &'a Choice) -> Self {
        Self {
            chosen: choice.sentences.len(),
            lines: choice.lines,
            repeated: choice.repeated,
            refused: &choice.refused,
            coverage: &choice.coverage,
            pile: &choice.pile,
        }
    }
}

/// A sheet that was begun.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NewRow {
    /// Its folder.
    pub path: String,
    /// The language.
    pub locale: Locale,
    /// Its prompts and templates.
    pub prompts: usize,
}

/// A sheet in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SheetRow<'a> {
    /// The sheet.
    pub sheet: &'a SheetId,
    /// Its version.
    pub version: &'a str,
    /// Its title.
    pub title: &'a str,
    /// The licence of its texts.
    pub licence: &'a str,
    /// Its folder, or its name and that it is in the program.
    pub path: String,
    /// The language.
    pub locale: &'a Locale,
    /// Its prompts.
    pub prompts: usize,
    /// Its templates.
    pub templates: usize,
    /// The readings wanted of a speaker: all, or as many as are dealt.
    pub readings: u64,
    /// SHA-256 of the language: of its file, and of what goes with it.
    pub sha256: Sha256,
}

impl<'a> SheetRow<'a> {
    /// Returns the line of a sheet.
    pub fn of(sheet: &'a Sheet) -> Self {
        Self {
            sheet: &sheet.head.id,
            version: &sheet.head.version,
            title: &sheet.head.title,
            licence: &sheet.head.licence,
            path: sheet.source.to_string(),
            locale: &sheet.locale,
            prompts: sheet.prompts.len(),
            templates: sheet.templates.len(),
            readings: if sheet.is_dealt() {
                u64::from(sheet.head.deal.unwrap_or_default().readings)
            } else {
                sheet.prompts.iter().map(|prompt| u64::from(prompt.repeat)).sum()
            },
            sha256: sheet.sha256,
        }
    }
}

/// How many sheets and prompts were listed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SheetsSummary {
    /// Sheets.
    pub sheets: usize,
    /// Prompts in all their languages.
    pub prompts: usize,
}

/// A sheet of the program that was written into a folder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CopyRow<'a> {
    /// The sheet.
    pub sheet: &'a str,
    /// The folder that it is in now.
    pub path: String,
    /// Its files.
    pub files: usize,
}

impl LintFinding {
    /// Returns the line of the finding.
    pub fn row(&self) -> FindingRow<'_> {
        FindingRow {
            id: self.id,
            severity: self.severity,
            path: self.path.display().to_string(),
            line: self.line,
            column: self.column,
            message: &self.message,
            hint: &self.hint,
        }
    }
}
