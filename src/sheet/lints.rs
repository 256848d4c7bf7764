//! The lints of prompt sheets: one table of ids, severities and sentences, and the findings they make.

use crate::severity::Severity;
use crate::text::escape_for_terminal;
use std::path::{Path, PathBuf};

/// One rule that prompt sheets are checked against.
#[derive(Debug, PartialEq, Eq)]
pub struct Lint {
    /// The stable id, kebab-case.
    pub id: &'static str,
    /// How bad a finding of it is; a locale with a [`Severity::Reject`] finding cannot be loaded.
    pub severity: Severity,
    /// What it finds, one sentence.
    pub sentence: &'static str,
    /// What to do about it.
    pub hint: &'static str,
}

/// One finding in a prompt sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LintFinding {
    /// The id of the lint.
    pub id: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// The file.
    pub path: PathBuf,
    /// The line, from 1.
    pub line: u64,
    /// The column, in characters, from 1; a byte order mark does not count.
    pub column: u64,
    /// What was found, with the offending piece; safe to print.
    pub message: String,
    /// What to do about it.
    pub hint: String,
}

macro_rules! lints {
    ($($name:ident = $id:literal, $severity:ident, $sentence:literal, $hint:literal;)*) => {
        $(pub(super) static $name: Lint =
            Lint { id: $id, severity: Severity::$severity, sentence: $sentence, hint: $hint };)*

        /// All lints, from the file down to the prompt and then across locales.
        pub static LINTS: &[&Lint] = &[$(&$name),*];
    };
}

lints! {
    // The head.
    NO_HEAD = "no-sheet-toml", Reject,
        "The folder has no `sheet.toml`.",
        "write one; prompts/README.md shows what is in it";
    TOML_SYNTAX = "toml-syntax", Reject,
        "`sheet.toml` is not TOML.",
        "correct the line; https://toml.io shows the notation";
    UNKNOWN_FIELD = "unknown-field", Reject,
        "`sheet.toml` has a field that Booth does not know.",
        "correct its name or remove it";
    MISSING_FIELD = "missing-field", Reject,
        "`sheet.toml` lacks a field that it must have.",
        "add the field";
    BAD_FIELD = "bad-field", Reject,
        "A field of `sheet.toml` has a value that is not allowed.",
        "give it an allowed value";
    NO_CONTACT = "no-contact", Warn,
        "`sheet.toml` does not say who asks for the recordings and how to reach them, which people must know before they consent.",
        "add `name` and `contact` under `[controller]`, or `sample = true` to a sheet that others record from, whose project file or flags say it";
    ID_IS_NOT_FOLDER = "id-is-not-folder", Info,
        "The sheet's id is not the name of its folder.",
        "rename the folder, so that people find the sheet by its id";
    INSTRUCTIONS_WITHOUT_LOCALE = "instructions-without-locale", Warn,
        "`sheet.toml` has instructions for a locale that has no prompts.",
        "remove them or add the locale's `.tsv`";
    LOCALE_WITHOUT_INSTRUCTIONS = "locale-without-instructions", Info,
        "A locale has prompts but no instructions in `sheet.toml`.",
        "add one sentence for the reader under `[instructions]`";
    NO_LOCALES = "no-locales", Reject,
        "The sheet has no `.tsv` file.",
        "add one, named after its locale: en-US.tsv";
    BAD_LOCALE_NAME = "bad-locale-name", Reject,
        "A `.tsv` file is not named after a locale in canonical form.",
        "rename it to a BCP 47 tag: fr-FR.tsv, zh-Hant-TW.tsv";
    // Files and lines.
    FILE_TOO_LARGE = "file-too-large", Reject,
        "A file is larger than any prompt sheet: 16 MiB or 100,000 lines.",
        "split the sheet into several";
    NOT_UTF8 = "not-utf8", Reject,
        "A line holds bytes that are not UTF-8.",
        "save the file as UTF-8";
    BYTE_ORDER_MARK = "byte-order-mark", Reject,
        "A file begins with a byte order mark.",
        "save the file as UTF-8 without a byte order mark (BOM)";
    CARRIAGE_RETURN = "carriage-return", Reject,
        "Lines hold a carriage return, so the file has other bytes than on other systems.",
        "save the file with LF line ends; `booth prompts fix` does";
    NO_FINAL_NEWLINE = "no-final-newline", Warn,
        "The last line does not end in a line feed; the file may have been cut short.",
        "end the last line with a line feed";
    LINE_TOO_LONG = "line-too-long", Reject,
        "A line has more than 10,000 characters.",
        "write one prompt a line";
    BLANK_LINE = "blank-line", Warn,
        "A line is blank.",
        "remove the line";
    BAD_HEADER = "bad-header", Reject,
        "The first line does not name the columns `id` and `text`.",
        "begin the file with a header line: id, text and, if wanted, intent, domain, repeat, hint, media, with tabs between";
    UNKNOWN_COLUMN = "unknown-column", Reject,
        "The header names a column that Booth does not know.",
        "columns are id, text, intent, domain, repeat, hint and media, in lower case";
    DUPLICATE_COLUMN = "duplicate-column", Reject,
        "The header names a column twice.",
        "remove one of the two";
    NO_PROMPTS = "no-prompts", Reject,
        "A locale has no prompt.",
        "add prompts below the header, or remove the file";
    CELL_COUNT = "cell-count", Reject,
        "A line has more or fewer cells than the header.",
        "put one tab between two cells, also where a cell is empty, and none inside a text";
    // Cells.
    MISSING_ID = "missing-id", Reject,
        "A prompt has no id.",
        "give the prompt an id: a-z, 0-9 and single hyphens inside";
    UNSAFE_ID = "unsafe-id", Reject,
        "An id cannot become a file name that every system and every data loader takes as it is.",
        "use a-z, 0-9 and single hyphens inside, at most 40 characters";
    DUPLICATE_ID = "duplicate-id", Reject,
        "Two prompts share an id.",
        "give each prompt its own id";
    EMPTY_TEXT = "empty-text", Reject,
        "A prompt has nothing to read.",
        "write the words to read";
    NOT_NFC = "not-nfc", Reject,
        "A text is not in Unicode form NFC, so the same words have other bytes than elsewhere.",
        "save the text in Unicode form NFC; `booth prompts fix` does";
    CONTROL_CHARACTER = "control-character", Reject,
        "A text holds a control character.",
        "remove the character";
    BIDI_CONTROL = "bidi-control", Reject,
        "A text holds a bidirectional embedding, override or isolate, which can hide what it says.",
        "remove the character; LRM, RLM, ZWJ and ZWNJ are allowed";
    INVISIBLE_CHARACTER = "invisible-character", Reject,
        "A text holds a character that shows nothing.",
        "remove the character; allowed are LRM, RLM, ALM, ZWJ, ZWNJ, and U+200B in scripts that part words by it";
    UNREADABLE_CHARACTER = "unreadable-character", Reject,
        "A text holds a replacement character, a private one, or a code point without a character.",
        "write the character that was meant";
    ODD_SPACE = "odd-space", Reject,
        "A text holds another space than U+0020.",
        "use the plain space; `booth prompts fix` changes all of them";
    EXTRA_SPACE = "extra-space", Reject,
        "A text begins or ends with a space or has two in a row.",
        "leave one space between words and none at the ends; `booth prompts fix` does";
    SPREADSHEET_QUOTES = "spreadsheet-quotes", Reject,
        "A text has the quotation marks that a spreadsheet puts around a cell, and doubles inside it; nothing is quoted in a sheet.",
        "remove the marks; `booth prompts fix` does where they stand around the whole cell";
    LONE_QUOTE = "lone-quote", Warn,
        "A text has a quotation mark without a partner.",
        "remove it, or write the other one; a spreadsheet may have put it there";
    PRINTED_SHAPE = "printed-shape", Warn,
        "A letter is written as one of its printed shapes, as texts from PDF files are.",
        "write the letter itself; `booth prompts fix` does";
    UNBALANCED_ANNOTATION = "unbalanced-annotation", Reject,
        "A bracket of an annotation has no partner.",
        "write a slot as `[name : words]`";
    NESTED_ANNOTATION = "nested-annotation", Reject,
        "A slot stands inside another slot.",
        "mark each word with one slot at most";
    MALFORMED_ANNOTATION = "malformed-annotation", Reject,
        "A slot is not written as `[name : words]`.",
        "one space on each side of the colon, none beside the brackets; the name is a-z, digits and underscores";
    LITERAL_BRACKET = "literal-bracket", Reject,
        "Brackets stand in a text that are no annotation.",
        "write the text without brackets";
    COLON_IN_SLOT = "colon-in-slot", Warn,
        "The words of a slot hold a colon, at which some training recipes cut them off.",
        "write the words without a colon";
    WRONG_SCRIPT = "wrong-script", Reject,
        "A text is in a script that its locale is not written in.",
        "write it in the locale's script, or name the script in the locale (sr-Latn-RS)";
    MIXED_SCRIPT_WORD = "mixed-script-word", Reject,
        "One word has letters of two scripts that look alike.",
        "type the word again in one script";
    MIXED_SCRIPT = "mixed-script", Warn,
        "A word is in another script than the rest.",
        "write it as the locale writes it";
    DIGIT = "digit", Warn,
        "A text has digits, which people read in different ways.",
        "write the number in words";
    SYMBOL = "symbol", Warn,
        "A text has a symbol, which people read in different ways or not at all.",
        "write in words what is to be said";
    ABBREVIATION = "abbreviation", Warn,
        "A text has an abbreviation in capitals or with dots, which people read in different ways.",
        "write in words what is to be said";
    LENGTH = "length", Warn,
        "A text is shorter or longer than the sheet's limits.",
        "change the text or the limits under `[defaults]` in sheet.toml";
    DUPLICATE_TEXT = "duplicate-text", Reject,
        "Two prompts of a locale have the same text.",
        "change one of them, or ask for more readings in the column `repeat`";
    SIMILAR_TEXT = "similar-text", Warn,
        "Two prompts of a locale differ only in case, punctuation or spaces.",
        "change one of them, or ask for more readings in the column `repeat`";
    BAD_INTENT = "bad-intent", Reject,
        "An intent is not `a-z`, digits and underscores, at most 64 characters, a letter first.",
        "write it like alarm_set";
    BAD_DOMAIN = "bad-domain", Reject,
        "A domain is not `a-z`, digits and underscores, at most 64 characters, a letter first.",
        "write it like alarm";
    BAD_REPEAT = "bad-repeat", Reject,
        "The column `repeat` is not a whole number from 1 to 1,000.",
        "write how many readings are wanted, or leave it empty for one";
    BAD_MEDIA = "bad-media", Reject,
        "A file in the column `media` has a name that is none, or is not what its name says.",
        "name a .wav, .png, .jpg or .webp in the folder media of the sheet, in a-z, 0-9 and single hyphens";
    MISSING_MEDIA = "missing-media", Reject,
        "A file in the column `media` is not in the sheet.",
        "put the file into the folder media of the sheet, or leave the cell empty";
    MEDIA_TOO_LARGE = "media-too-large", Reject,
        "A file in the column `media` has more than 10 MB.",
        "make the sound shorter or the picture smaller";
    MEDIA_WITHOUT_LICENCE = "media-without-licence", Reject,
        "Prompts have sounds or pictures, and the head says nothing of their licence.",
        "add a table media with licence and source to sheet.toml";
    TOO_MANY_READINGS = "too-many-readings", Reject,
        "A locale asks for more than 200,000 readings in all, which no speaker reads.",
        "ask for fewer readings in the column `repeat`, or split the sheet";
    // For the targets that are wanted.
    TARGET_BREAKS = "target-breaks", Reject,
        "A target that is wanted cannot take in a prompt, or takes in another one.",
        "change the prompt, or do without the target";
    TARGET_ALTERS = "target-alters", Warn,
        "A target that is wanted drops or changes a prompt in some of its recipes.",
        "change the prompt, or do without the target";
    // Across the locales of a sheet.
    // Templates and values.
    BAD_POOL = "bad-pool", Reject,
        "The column `pool` has a word that is no pool.",
        "write `train-only` or `eval-only`; leave the cell empty for everybody";
    MALFORMED_GAP = "malformed-gap", Reject,
        "A brace begins or ends nothing that a value could fill.",
        "write `{list}` or `{list.form}`; braces have no other use in a sheet with values";
    UNKNOWN_LIST = "unknown-list", Reject,
        "A template asks for a list or a form that the values have not.",
        "add it to `values/<locale>.tsv`, or correct its name";
    NEVER_FILLED = "never-filled", Reject,
        "A template cannot be filled with any choice of values.",
        "give its lists more values, or values of pools that go together";
    LONG_TEMPLATE_ID = "long-template-id", Reject,
        "The id of a template is too long for the ids of what is dealt of it.",
        "shorten it";
    BAD_LIST = "bad-list", Reject,
        "A list of values has a name that is none.",
        "name it by its slot, `place`, or by its slot and more behind a hyphen, `place-country`";
    BAD_VALUE = "bad-value", Reject,
        "A value is not words with at most one pair of brackets around those of the slot.",
        "write `Paris`, or `in der [Küche]` where words stand outside the slot";
    DUPLICATE_VALUE = "duplicate-value", Reject,
        "A list has a value twice.",
        "remove one of them";
    VALUE_LACKS_FORM = "value-lacks-form", Warn,
        "A value has not all forms that templates ask of its list, and so is never read there.",
        "write the form; `-` where the value is to have none; or move it to a list of its own";
    UNUSED_LIST = "unused-list", Warn,
        "No template asks for a list.",
        "remove it, or write a template";
    VALUES_WITHOUT_LOCALE = "values-without-locale", Warn,
        "There are values in a locale that has no prompts.",
        "add the locale's `.tsv`, or remove them";
    MISSING_PROMPT = "missing-prompt", Warn,
        "A locale lacks a prompt that the reference locale has.",
        "add the prompt";
    EXTRA_PROMPT = "extra-prompt", Warn,
        "A locale has a prompt that the reference locale lacks.",
        "add it to the reference locale, or remove it";
    INTENT_DIFFERS = "intent-differs", Warn,
        "A prompt has another intent or domain than in the reference locale.",
        "give it the same, or another id";
    SLOTS_DIFFER = "slots-differ", Warn,
        "A prompt has other slot names than in the reference locale.",
        "give it the same names, or another id";
    REPEAT_DIFFERS = "repeat-differs", Warn,
        "A prompt is wanted another number of times than in the reference locale.",
        "ask for the same number in all locales";
}

/// Collects the findings of one file.
pub(super) struct Findings<'a> {
    path: &'a Path,
    pub list: Vec<LintFinding>,
}

impl<'a> Findings<'a> {
    pub fn new(path: &'a Path) -> Self {
        Self { path, list: Vec::new() }
    }

    pub fn add(&mut self, lint: &'static Lint, line: u64, column: u64, message: impl Into<String>) {
        self.add_with_hint(lint, line, column, message, lint.hint);
    }

    /// Adds a finding that knows more of what to do than its lint.
    pub fn add_with_hint(
        &mut self,
        lint: &'static Lint,
        line: u64,
        column: u64,
        message: impl Into<String>,
        hint: &str,
    ) {
        self.list.push(LintFinding {
            id: lint.id,
            severity: lint.severity,
            path: self.path.to_path_buf(),
            line,
            column,
            message: message.into(),
            hint: hint.to_owned(),
        });
    }
}

/// Puts findings in the order of path, line, column and id.
pub(super) fn sort(findings: &mut [LintFinding]) {
    findings.sort_by(|a, b| {
        (&a.path, a.line, a.column, a.id, &a.message).cmp(&(&b.path, b.line, b.column, b.id, &b.message))
    });
}

/// Returns a piece of the sheet for a message: safe to print, at most 40 characters.
pub(crate) fn piece(text: &str) -> String {
    cut(text, 40)
}

/// Returns somebody else's sentence for a message: safe to print, at most 240 characters.
pub(crate) fn sentence(text: &str) -> String {
    cut(text, 240)
}

fn cut(text: &str, max: usize) -> String {
    let mut short: String = text.chars().take(max).collect();
    if text.chars().nth(max).is_some() {
        short.push('…');
    }
    escape_for_terminal(&short)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn ids_are_unique_kebab_case_and_documented() {
        let mut seen = BTreeSet::new();
        for lint in LINTS {
            assert!(seen.insert(lint.id), "{}", lint.id);
            assert!(
                lint.id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'),
                "{}",
                lint.id
            );
            assert!(lint.sentence.ends_with('.') && !lint.hint.ends_with('.'), "{}", lint.id);
        }
    }
}
