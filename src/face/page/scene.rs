//! What the page draws: values in which every text is said already.

use booth::ids::Locale;
use booth::messages::{Language, say};
use booth::msg;
use serde::Serialize;

/// The scripts that are written from right to left, by the languages of ours that use them.
const RIGHT_TO_LEFT: [&str; 8] = ["ar", "dv", "fa", "he", "ps", "sd", "ug", "ur"];

/// Returns in which direction a language is written, as HTML names it.
pub(super) fn direction(tag: &str) -> &'static str {
    let language = tag.split('-').next().unwrap_or_default();
    if RIGHT_TO_LEFT.contains(&language) { "rtl" } else { "ltr" }
}

/// How a note is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Tone {
    Info,
    Warn,
    Bad,
}

/// Something that is said once.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct Note {
    pub tone: Tone,
    pub text: String,
}

/// What every scene has.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct Head<'a> {
    pub view: &'static str,
    pub title: String,
    /// One sentence for who cannot see the page.
    pub status: String,
    pub notes: &'a [Note],
    /// Whether there is a step to go back to.
    pub back: bool,
}

/// A language, or one of a sheet, by its own name.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct Named {
    pub tag: String,
    pub name: String,
    pub dir: &'static str,
}

impl Named {
    /// The languages that the program speaks.
    pub(super) fn languages() -> Vec<Self> {
        Language::all()
            .map(|language| Self {
                tag: language.tag().to_owned(),
                name: name_of(language),
                dir: direction(language.tag()),
            })
            .collect()
    }

    /// A language to read: its name with the region, or its tag where no catalogue names it.
    pub(super) fn locale(locale: &Locale) -> Self {
        let (tag, language) = (locale.as_str(), Language::for_tag(locale.as_str()));
        let is_known = language.tag() == tag.split('-').next().unwrap_or_default();
        let name = match tag.split_once('-') {
            Some((_, region)) if is_known => format!("{} ({region})", name_of(language)),
            _ if is_known => name_of(language),
            _ => tag.to_owned(),
        };
        Self { tag: tag.to_owned(), name, dir: direction(tag) }
    }
}

fn name_of(language: Language) -> String {
    say(language, &msg!("language-name"))
}

/// A sheet to choose.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct SheetCard {
    pub id: String,
    pub title: String,
    pub about: String,
}

/// What to read.
#[derive(Debug, Serialize)]
pub(super) struct Start<'a> {
    pub languages: &'a [Named],
    pub language: &'a str,
    pub sheets: &'a [SheetCard],
    pub sheet: &'a str,
    pub locales: &'a [Named],
    pub locale: &'a str,
}

/// Who reads.
#[derive(Debug, Serialize)]
pub(super) struct Who<'a> {
    pub speakers: &'a [String],
    pub suggestion: &'a str,
    pub error: Option<&'a str>,
}

/// A line of the form on which consent is given.
#[derive(Debug, Serialize)]
pub(super) struct FormField {
    pub id: String,
    pub kind: &'static str,
    pub group: &'static str,
    pub label: String,
    pub needed: bool,
    /// The line that has to be ticked for this one to be asked.
    pub only_if: Option<&'static str>,
}

/// Consent.
#[derive(Debug, Serialize)]
pub(super) struct ConsentForm<'a> {
    pub text: &'a str,
    pub lang: &'a str,
    pub dir: &'static str,
    pub fields: Vec<FormField>,
    pub error: Option<&'a str>,
}

/// A figure of a microphone.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct FigureRow {
    pub name: String,
    pub value: String,
    pub good: bool,
}

/// A microphone that can be chosen.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct InputRow {
    pub id: String,
    pub name: String,
    pub default: bool,
    pub state: &'static str,
    pub level: Option<f64>,
    pub figures: Vec<FigureRow>,
    pub problem: Option<String>,
    pub fix: Option<String>,
    pub best: bool,
    pub chosen: bool,
}

/// The microphones.
#[derive(Debug, Serialize)]
pub(super) struct Microphones<'a> {
    pub phase: &'static str,
    pub inputs: &'a [InputRow],
    pub say: String,
    pub why: Option<String>,
}

/// A thing to change, and how.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct Advice {
    pub title: String,
    pub problem: Option<String>,
    pub fix: String,
}

/// The sound check.
#[derive(Debug, Serialize)]
pub(super) struct SoundCheck<'a> {
    pub phase: &'static str,
    pub sentence: Option<&'a str>,
    pub lang: &'a str,
    pub dir: &'static str,
    pub seconds: f64,
    pub result: Option<&'a Advice>,
    pub figures: &'a [FigureRow],
}

/// Something that stops all.
#[derive(Debug, Serialize)]
pub(super) struct Trouble<'a> {
    pub text: &'a str,
    pub hint: Option<&'a str>,
}

/// The receipt, as the end shows it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct ReceiptCard {
    pub path: String,
    pub code: String,
    pub keep: String,
}

/// The end of a sitting.
#[derive(Debug, Serialize)]
pub(super) struct End<'a> {
    pub given: String,
    pub thanks: String,
    pub lines: &'a [String],
    pub receipt: Option<&'a ReceiptCard>,
    pub left: Option<String>,
    pub withdraw: String,
    /// Whether there is something that could be handed in.
    #[serde(rename = "offersBundle")]
    pub offers_bundle: bool,
}

/// The end of the program.
#[derive(Debug, Serialize)]
pub(super) struct Over {
    pub text: String,
}
