//! `CITATION.cff`: how to cite the corpus.
//!
//! Form: Citation File Format 1.2.0 (<https://doi.org/10.5281/zenodo.5171937>). It is YAML, and every text in it is quoted as JSON
//! quotes it, which YAML 1.2 reads the same.

use super::{Facts, KEYWORDS, licence_page};
use crate::error::{Error, ErrorKind, Result};
use std::fmt::Write as _;

/// The file's name inside a corpus.
pub const NAME: &str = "CITATION.cff";

/// The ids of licences that the form's schema knows, one a line; those that SPDX added later have an address only.
const LICENCES: &str = include_str!("cff-licences.txt");

/// Quotes a text. What YAML takes for the end of a line, or cannot hold, is escaped as well.
fn quoted(text: &str) -> Result<String> {
    let json = serde_json::to_string(text)
        .map_err(|error| Error::new(ErrorKind::Corpus, format!("a text cannot be written: {error}")))?;
    let mut out = String::with_capacity(json.len());
    for c in json.chars() {
        match c {
            '\u{7f}'..='\u{9f}' | '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}' => {
                let _ = write!(out, "\\u{:04x}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    Ok(out)
}

/// Returns the citation.
///
/// # Errors
/// [`ErrorKind::Corpus`] never happens for a description that was checked.
pub fn render(facts: &Facts<'_>) -> Result<String> {
    let settings = &facts.release.settings;
    let mut out =
        String::from("cff-version: 1.2.0\nmessage: If you use this corpus, please cite it.\ntype: dataset\n");
    let mut line = |key: &str, text: &str| -> Result<()> {
        let _ = writeln!(out, "{key}: {}", quoted(text)?);
        Ok(())
    };
    line("title", &settings.title)?;
    line("abstract", &facts.summary())?;
    for (key, value) in
        [("version", &settings.version), ("date-released", &settings.date), ("url", &facts.description.url)]
    {
        if let Some(value) = value {
            line(key, value)?;
        }
    }
    if let Some(licence) = &settings.licence {
        match licence_page(licence) {
            Some(_) if LICENCES.lines().any(|known| known == licence.id) => line("license", &licence.id)?,
            Some(page) => line("license-url", &page)?,
            // One's own has no page; the summary names it.
            None => {}
        }
    }
    out.push_str("authors:\n");
    if let Some(creator) = &facts.description.creator {
        let _ = writeln!(out, "  - name: {}", quoted(creator)?);
        if let Some(email) = facts.email() {
            let _ = writeln!(out, "    email: {}", quoted(email)?);
        }
    }
    out.push_str("keywords:\n");
    for word in KEYWORDS {
        let _ = writeln!(out, "  - {}", quoted(word)?);
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn licences_are_sorted_and_each_there_once() {
        assert!(LICENCES.lines().is_sorted_by(|a, b| a < b) && LICENCES.lines().count() == 459);
    }

    proptest! {
        /// The oracle is JSON: what it reads back is the text, and nothing in between ends a line of YAML.
        #[test]
        fn a_quoted_text_reads_back_and_stays_on_its_line(text in "\\PC{0,20}[\u{85}\u{2028}\u{feff}\"\\\\: #]{0,3}") {
            let quoted = quoted(&text).unwrap();
            prop_assert_eq!(serde_json::from_str::<String>(&quoted).unwrap(), text);
            let ends_a_line = quoted.contains(['\n', '\r', '\u{85}', '\u{2028}', '\u{2029}']);
            prop_assert!(!ends_a_line);
        }
    }
}
