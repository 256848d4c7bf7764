//! What the locales of one sheet must agree about.

use super::lints::{self, Findings, LintFinding};
use super::prompts::Entry;
use crate::ids::{Locale, PromptId};
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

/// One locale of a sheet.
pub(super) struct LocaleEntries {
    pub locale: Locale,
    pub path: PathBuf,
    pub entries: Vec<Entry>,
}

/// Compares each locale with the one that has the most prompts, of several the first in order.
pub(super) fn compare(locales: &[LocaleEntries]) -> Vec<LintFinding> {
    let most = locales.iter().map(|locale| locale.entries.len()).max().unwrap_or(0);
    let Some(reference) = locales.iter().find(|locale| locale.entries.len() == most) else {
        return Vec::new();
    };
    let by_id: BTreeMap<&PromptId, &Entry> =
        reference.entries.iter().map(|entry| (&entry.id, entry)).collect();
    let name = &reference.locale;
    let mut all = Vec::new();
    for locale in locales.iter().filter(|locale| locale.locale != *name) {
        let mut findings = Findings::new(&locale.path);
        let own: BTreeSet<&PromptId> = locale.entries.iter().map(|entry| &entry.id).collect();
        for entry in reference.entries.iter().filter(|entry| !own.contains(&entry.id)) {
            let message =
                format!("there is no prompt `{}`, which {name} has on line {}", entry.id, entry.line);
            findings.add(&lints::MISSING_PROMPT, 1, 1, message);
        }
        for entry in &locale.entries {
            if let Some(wanted) = by_id.get(&entry.id) {
                agree(entry, wanted, name, &mut findings);
            } else {
                let message = format!("{name} has no prompt `{}`", entry.id);
                findings.add(&lints::EXTRA_PROMPT, entry.line, 1, message);
            }
        }
        all.append(&mut findings.list);
    }
    all
}

fn agree(entry: &Entry, wanted: &Entry, reference: &Locale, findings: &mut Findings<'_>) {
    let on = format!("{reference} on line {}", wanted.line);
    if let (Some(is), Some(should)) = (&entry.intent, &wanted.intent)
        && is != should
    {
        let show = |(intent, domain): &(Option<String>, Option<String>)| {
            let intent = intent.as_deref().unwrap_or("none");
            domain.as_ref().map_or(intent.to_owned(), |domain| format!("{intent} (domain {domain})"))
        };
        let message = format!("the intent is {}; {on} has {}", show(is), show(should));
        findings.add(&lints::INTENT_DIFFERS, entry.line, entry.intent_column, message);
    }
    if let (Some(is), Some(should)) = (&entry.slots, &wanted.slots)
        && is != should
    {
        let list = |names: BTreeSet<&String>| names.into_iter().cloned().collect::<Vec<_>>().join(", ");
        let missing = list(should.difference(is).collect());
        let extra = list(is.difference(should).collect());
        let message = match (missing.is_empty(), extra.is_empty()) {
            (false, true) => format!("the slots lack {missing}, which {on} has"),
            (true, _) => format!("the slots have {extra}, which {on} has not"),
            (false, false) => {
                format!("the slots lack {missing} and have {extra}; {on} has it the other way round")
            }
        };
        findings.add(&lints::SLOTS_DIFFER, entry.line, entry.text_column, message);
    }
    if let (Some(is), Some(should)) = (entry.repeat, wanted.repeat)
        && is != should
    {
        let message = format!("the prompt is wanted {is} times; {on} wants it {should} times");
        findings.add(&lints::REPEAT_DIFFERS, entry.line, entry.repeat_column, message);
    }
}
