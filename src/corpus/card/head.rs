//! The YAML head of the card, from which Hugging Face knows languages, licence and what to load.

use super::words::plain;
use crate::corpus::format::Format;
use crate::corpus::release::Release;
use crate::corpus::split::Split;
use crate::ids::Locale;
use crate::project::Licence;
use std::collections::BTreeSet;
use std::fmt::Write as _;

fn size_category(utterances: u64) -> &'static str {
    match utterances {
        0..1_000 => "n<1K",
        1_000..10_000 => "1K<n<10K",
        10_000..100_000 => "10K<n<100K",
        100_000..1_000_000 => "100K<n<1M",
        1_000_000..10_000_000 => "1M<n<10M",
        _ => "n>10M",
    }
}

/// Returns the licence of the recordings: that of the release, else the one that every speaker granted, else `None`.
fn licence(release: &Release) -> Option<&str> {
    if let Some(licence) = &release.settings.licence {
        return Some(&licence.id);
    }
    let mut names = release.totals.licences.keys();
    match (names.next(), names.next()) {
        (Some(name), None) if !name.is_empty() => Some(name),
        _ => None,
    }
}

pub(super) fn front_matter(out: &mut String, release: &Release, formats: &[&dyn Format]) {
    let totals = &release.totals;
    let _ = writeln!(out, "---\npretty_name: \"{}\"", plain(&release.settings.title));
    let languages: BTreeSet<&str> = totals.locales.keys().map(Locale::language).collect();
    out.push_str("language:\n");
    for language in &languages {
        // Quoted, since YAML reads the language `no` as a falsehood.
        let _ = writeln!(out, "- \"{language}\"");
    }
    match licence(release) {
        // One that is on no list has its name apart.
        Some(own) if Licence::is_own(own) => {
            let _ =
                writeln!(out, "license: \"other\"\nlicense_name: \"{}\"", plain(&own.to_ascii_lowercase()));
        }
        Some(name) => {
            let _ = writeln!(out, "license: \"{}\"", plain(&name.to_ascii_lowercase()));
        }
        None => out.push_str("license: \"other\"\n"),
    }
    let many = if languages.len() > 1 { "multilingual" } else { "monolingual" };
    let _ = writeln!(out, "multilinguality:\n- {many}");
    let _ = writeln!(out, "size_categories:\n- \"{}\"", size_category(totals.all.utterances));
    out.push_str("task_categories:\n- automatic-speech-recognition\n");
    let mut configs = String::new();
    configurations(&mut configs, release, formats);
    if !configs.is_empty() {
        let _ = write!(out, "configs:\n{configs}");
    }
    out.push_str("---\n\n");
}

/// Writes what Hugging Face loads by which name: where a format has them, a configuration of all and one a locale, else the
/// first that there is.
fn configurations(out: &mut String, release: &Release, formats: &[&dyn Format]) {
    type Files = Vec<(Split, String)>;
    let totals = &release.totals;
    let mut write = |name: &str, files: Files| {
        let _ = writeln!(out, "- config_name: {name}\n  data_files:");
        for (split, path) in files {
            // The name of the split that Hugging Face uses for dev.
            let name = if split == Split::Dev { "validation" } else { split.name() };
            let _ = writeln!(out, "  - split: {name}\n    path: {path}");
        }
    };
    let sharded = |format: &&&dyn Format| format.hugging_face_of(None, Split::Train).is_some();
    if let Some(format) = formats.iter().find(sharded) {
        let of = |locale: Option<&Locale>, splits: &mut dyn Iterator<Item = Split>| -> Files {
            splits.filter_map(|split| Some((split, format.hugging_face_of(locale, split)?))).collect()
        };
        write("all\n  default: true", of(None, &mut totals.splits.keys().copied()));
        for (locale, splits) in &totals.locale_splits {
            write(locale.as_str(), of(Some(locale), &mut splits.keys().copied()));
        }
        return;
    }
    let files = |format: &&dyn Format| -> Option<Files> {
        totals.splits.keys().map(|split| Some((*split, format.hugging_face(*split)?))).collect()
    };
    // What is left out of a manifest may be the whole of a split, and a split without a file is an error to the loader.
    let mut whole = formats.iter().filter(|format| !release.left_out_of.contains_key(format.name()));
    if let Some(files) = whole.find_map(files) {
        write("default", files);
    }
}
