//! Frictionless: `datapackage.json`, the catalogue as a table with the type of every column.
//!
//! Form: the Data Package standard, version 2.0 (<https://datapackage.org>).

use super::columns::{COLUMNS, Column, Type};
use super::{Facts, json, licence_page};
use crate::corpus::catalogue;
use crate::corpus::split::Split;
use crate::error::Result;
use crate::quality::Verdict;
use serde_json::{Value, json};

/// The file's name inside a corpus.
pub const NAME: &str = "datapackage.json";

/// Returns a name as the standard wants it: small letters, digits, `-`, `_` and `.`.
pub fn package_name(title: &str) -> String {
    let mut name = String::new();
    for c in title.chars().flat_map(char::to_lowercase) {
        if c.is_ascii_alphanumeric() || c == '.' || c == '_' {
            name.push(c);
        } else if !name.is_empty() && !name.ends_with('-') {
            name.push('-');
        }
    }
    let name = name.trim_matches(['-', '.', '_']);
    if name.is_empty() { "corpus".to_owned() } else { name.to_owned() }
}

fn field(column: &Column) -> Value {
    let kind = match column.holds {
        Type::Text | Type::Digest => "string",
        Type::Integer => "integer",
        Type::Number => "number",
        Type::Texts | Type::Objects(_) => "array",
        Type::Object(_) => "object",
    };
    let mut constraints = json!({ "required": !column.is_optional });
    match (column.name, column.holds) {
        ("id", _) => constraints["unique"] = json!(true),
        ("split", _) => constraints["enum"] = json!(Split::ALL.map(Split::name)),
        ("verdict", _) => {
            constraints["enum"] =
                json!([Verdict::Pass, Verdict::Warn, Verdict::Reject].map(|one| one.to_string()));
        }
        (_, Type::Digest) => constraints["pattern"] = json!("[0-9a-f]{64}"),
        _ => {}
    }
    json!({ "name": column.name, "type": kind, "description": column.meaning, "constraints": constraints })
}

/// Returns the data package.
///
/// # Errors
/// [`crate::ErrorKind::Corpus`] never happens.
pub fn render(facts: &Facts<'_>) -> Result<String> {
    let (release, settings) = (facts.release, &facts.release.settings);
    let mut package = json!({
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": package_name(&settings.title),
        "title": settings.title,
        "description": facts.summary(),
        "keywords": super::KEYWORDS,
        "resources": [{
            "name": "catalogue",
            "type": "table",
            "path": catalogue::NAME,
            "title": "The utterances, one a line",
            "description": "The audio file of each stands in `audio`, its SHA-256 in `sha256` and its size in `bytes`.",
            "format": "jsonl",
            "mediatype": "application/jsonl",
            "encoding": "utf-8",
            "bytes": facts.catalogue_bytes,
            "hash": format!("sha256:{}", release.catalogue_sha256),
            "schema": {
                "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
                "fields": COLUMNS.iter().map(field).collect::<Vec<_>>(),
                "primaryKey": ["id"],
                "missingValues": [],
            },
        }],
    });
    if let Some(licence) = &settings.licence {
        // The card has the text of one that is on no list.
        let path = licence_page(licence).unwrap_or_else(|| crate::corpus::card::NAME.to_owned());
        package["licenses"] = json!([{ "name": licence.id, "path": path }]);
    }
    if let Some(creator) = &facts.description.creator {
        let mut contributor = json!({ "title": creator, "roles": ["creator"] });
        if let Some(email) = facts.email() {
            contributor["email"] = json!(email);
        }
        package["contributors"] = json!([contributor]);
    }
    for (key, value) in [("homepage", &facts.description.url), ("version", &settings.version)] {
        if let Some(value) = value {
            package[key] = json!(value);
        }
    }
    if let Some(date) = &settings.date {
        package["created"] = json!(format!("{date}T00:00:00Z"));
    }
    json(&package)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_title_makes_a_name() {
        for (title, name) in [
            ("The Voices of Our Valley, 2", "the-voices-of-our-valley-2"),
            ("..a__b--C!", "a__b-c"),
            ("明日", "corpus"),
            ("-", "corpus"),
        ] {
            assert_eq!(package_name(title), name, "{title}");
        }
    }
}
