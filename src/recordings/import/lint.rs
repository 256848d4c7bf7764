//! The lints of sheets on the texts of an import: what is written in one way and read in several, letters that only look right.

use super::found::{Candidate, ImportFinding};
use super::table::shortened;
use crate::ids::Locale;
use crate::severity::Severity;
use crate::sheet::{SheetDefaults, lint_tsv};
use encoding_rs::WINDOWS_1252;
use std::collections::BTreeMap;

/// Texts that are checked together.
const BATCH: usize = 20_000;
/// Bytes that are checked together.
const BATCH_BYTES: usize = 8 << 20;
/// Lints about sheets and not about texts; an import tells of what is there twice in its own way.
const NOT_HERE: [&str; 3] = ["duplicate-text", "similar-text", "length"];
/// Written in capitals, any word looks like an abbreviation.
const CAPITALS: &str = "abbreviation";

/// Checks the texts; each finding is at most a warning, since the recordings are made.
pub(super) fn lint(candidates: &[Candidate], locale: &Locale) -> Vec<ImportFinding> {
    let mut places: BTreeMap<&str, Vec<&Candidate>> = BTreeMap::new();
    for candidate in candidates {
        places.entry(&candidate.text).or_default().push(candidate);
    }
    let mut findings = Vec::new();
    for (text, of_text) in &places {
        if let Some(meant) = twice_encoded(text) {
            let message = format!(
                "it looks like UTF-8 that was once read as Windows-1252; `{}` is meant",
                shortened(&meant)
            );
            findings.extend(
                of_text
                    .iter()
                    .map(|of| ImportFinding::at("mojibake", Severity::Warn, &of.place, message.clone())),
            );
        }
    }
    let mut batch: Vec<(&str, &[&Candidate])> = Vec::new();
    let mut bytes = 0;
    for (text, of_text) in &places {
        if batch.len() == BATCH || bytes + text.len() > BATCH_BYTES {
            check(&batch, locale, &mut findings);
            batch.clear();
            bytes = 0;
        }
        batch.push((text, of_text));
        bytes += text.len() + 16;
    }
    check(&batch, locale, &mut findings);
    findings
}

/// Returns what a text is when each character is the byte that Windows-1252 has for it, and these bytes are UTF-8: that is no
/// chance.
fn twice_encoded(text: &str) -> Option<String> {
    if text.is_ascii() {
        return None;
    }
    let (bytes, _, has_others) = WINDOWS_1252.encode(text);
    let meant = std::str::from_utf8(&bytes).ok().filter(|meant| !has_others && !meant.is_ascii())?;
    Some(meant.to_owned())
}

fn check(batch: &[(&str, &[&Candidate])], locale: &Locale, findings: &mut Vec<ImportFinding>) {
    if batch.is_empty() {
        return;
    }
    let mut sheet = "id\ttext\n".to_owned();
    for (index, (text, _)) in batch.iter().enumerate() {
        sheet.push_str(&format!("t{index}\t{text}\n"));
    }
    for found in lint_tsv(sheet.as_bytes(), locale, &SheetDefaults::default()).findings {
        let Some((text, places)) = (found.line as usize).checked_sub(2).and_then(|at| batch.get(at)) else {
            continue;
        };
        let in_capitals = !text.chars().any(char::is_lowercase);
        if NOT_HERE.contains(&found.id) || found.id == CAPITALS && in_capitals {
            continue;
        }
        let severity = found.severity.min(Severity::Warn);
        let at =
            places.iter().map(|of| ImportFinding::at(found.id, severity, &of.place, found.message.clone()));
        findings.extend(at);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_that_were_encoded_twice_are_told_from_others() {
        assert_eq!(twice_encoded("cafÃ© â€™n").as_deref(), Some("café ’n"));
        for text in ["café", "Ã", "naïve Ångström", "“quoted” – text", "起こして", "plain"] {
            assert_eq!(twice_encoded(text), None, "{text}");
        }
    }
}
