//! The reader of the project file: strict, and every fault has its line and column.

mod choice;
mod processing;
mod release;

use super::description::url_fault;
use super::key::PublicKey;
use super::licence::{Access, Licence, MOST_TEXT};
use super::terms::Kept;
use super::uses::{self, NEEDED, SCOPES};
use super::{Project, SCHEMA, Wishes};
use crate::digest::Sha256;
use crate::error::{Error, ErrorKind, Result};
use crate::fsio;
use crate::ids::Surroundings;
use crate::numbers::plural;
use crate::quality::PROFILES;
use crate::sheet::head::line_fault;
use crate::sheet::limits;
use crate::sheet::lints::{piece, sentence};
use crate::sheet::{Controller, target_named};
use crate::tables::{Key, Places, Value, in_order, integer, kind};
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::ops::Range;
use std::path::Path;
use std::str::FromStr;
use toml::de::{DeTable, DeValue};

/// The purpose of a release that is made to measure with, and the use that consent has to grant for it.
const EVALUATION: &str = "evaluation";
/// The most bytes of a project file.
pub(super) const MOST_BYTES: u64 = 256 * 1024;
/// The most entries of a list in it.
const MOST_ENTRIES: usize = 1_000;
/// The greatest number of years that recordings are kept.
const MOST_YEARS: i64 = 100;

/// Reads the bytes of the project file `path`; the text of a licence is looked for beside it.
///
/// # Errors
/// [`ErrorKind::Project`] for the first fault in the order of the file, with how many more there are.
pub(super) fn project(path: &Path, bytes: &[u8]) -> Result<Project> {
    let broken = |message: String| Error::new(ErrorKind::Project, message).with_path(path);
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let good = String::from_utf8_lossy(&bytes[..error.valid_up_to()]);
        let (line, column) = Places::new(&good).of(good.len());
        broken("the project file is not UTF-8".to_owned()).at(line, column).with_hint("save it as UTF-8")
    })?;
    let table = DeTable::parse(text).map_err(|error| {
        let (line, column) = Places::new(text).of(error.span().map_or(0, |span| span.start));
        broken(format!("the project file is not TOML: {}", sentence(error.message().trim())))
            .at(line, column)
            .with_hint("correct the line; https://toml.io shows the notation")
    })?;
    let mut reader = Reader {
        beside: path.parent().unwrap_or(Path::new("")),
        faults: Vec::new(),
        places: BTreeMap::new(),
        failed: None,
    };
    let project = reader.project(table.get_ref(), path, Sha256::of(bytes));
    if let Some(error) = reader.failed {
        return Err(error);
    }
    let mut faults = reader.faults;
    faults.sort_by_key(|fault| fault.at);
    let others = faults.len().saturating_sub(1);
    let Some(first) = faults.into_iter().next() else { return Ok(project) };
    let (line, column) = Places::new(text).of(first.at);
    let hint = match others {
        0 => first.hint,
        more => format!("{}; {} after this one", first.hint, plural(more as u64, "more fault")),
    };
    Err(broken(first.message).at(line, column).with_hint(hint))
}

struct Fault {
    at: usize,
    message: String,
    hint: String,
}

struct Reader<'p> {
    beside: &'p Path,
    faults: Vec<Fault>,
    /// Where what has to agree with something else stands: `uses`, `access`, `scope`.
    places: BTreeMap<&'static str, usize>,
    /// Why the text of the licence could not be read.
    failed: Option<Error>,
}

/// What the commands of a table's fields are for a value that is not allowed.
const ALLOWED: &str = "give it an allowed value, or remove the field";

impl Reader<'_> {
    fn project(&mut self, table: &DeTable<'_>, path: &Path, sha256: Sha256) -> Project {
        let mut project = Project {
            path: path.to_path_buf(),
            sha256,
            collector: None,
            key: None,
            uses: None,
            kept: None,
            licence: None,
            languages: Vec::new(),
            sheets: Vec::new(),
            profile: None,
            limits: BTreeMap::new(),
            targets: Vec::new(),
            surroundings: Surroundings::default(),
            release: Wishes::default(),
            pay: None,
        };
        if !table.contains_key("schema") {
            self.fault(
                0,
                "the project file has no field `schema`",
                format!("write schema = {SCHEMA} into it"),
            );
        }
        for (key, value) in in_order(table) {
            match key.get_ref().as_ref() {
                "schema" => self.schema(value),
                "languages" => project.languages = self.list(key, value, str::parse),
                "sheets" => project.sheets = self.list(key, value, str::parse),
                "targets" => project.targets = self.list(key, value, target_named),
                "profile" => project.profile = self.one_of(key, value, &PROFILES),
                "collector" => (project.collector, project.key) = self.collector(key, value),
                "consent" => (project.uses, project.kept) = self.consent(key, value),
                "licence" => project.licence = self.licence(key, value),
                "policy" => {
                    if let Some(table) = self.table(key, value) {
                        project.limits = limits::read(table, &mut |span, message| self.bad(&span, message));
                    }
                }
                "surroundings" => project.surroundings = self.surroundings(key, value),
                "release" => project.release = self.release(key, value),
                "pay" => project.pay = self.pay(key, value),
                _ => self.unknown(
                    key,
                    "schema, languages, sheets, profile, targets, collector, consent, licence, policy, surroundings, release, \
                     pay",
                ),
            }
        }
        let has_licence = table.contains_key("licence");
        self.together(&project, has_licence);
        project
    }

    /// Refuses what is good by itself and promises nothing that can be kept together: nobody would be asked, or nothing be
    /// released.
    fn together(&mut self, project: &Project, has_licence: bool) {
        let mut tell = |place: &str, message: String, hint: &str| {
            if let Some(&at) = self.places.get(place) {
                self.faults.push(Fault { at, message, hint: hint.to_owned() });
            }
        };
        let Wishes { purpose, scope, .. } = &project.release;
        let is_to_measure = *purpose == Some(EVALUATION);
        if let Some(scope) = scope.filter(|scope| is_to_measure && *scope != EVALUATION) {
            let message =
                format!("`purpose` is `{EVALUATION}`, and `scope` is `{scope}`, which does not cover it");
            tell("purpose", message, "say scope = \"evaluation\", or leave `scope` out");
        }
        let Some(uses) = &project.uses else { return };
        if is_to_measure && !uses.contains(&EVALUATION) {
            let message = format!(
                "`purpose` is `{EVALUATION}`, which `uses` does not have, so nothing could be released"
            );
            tell("purpose", message, "add it to `uses`");
        }
        let asks = |scope: &str| uses.contains(&scope);
        if asks("share-open") && !has_licence {
            let message =
                "`uses` has `share-open`, and no licence is named under which that would be".to_owned();
            tell("uses", message, "add [licence] with `id` and `access`, or take `share-open` out");
        }
        match project.licence.as_ref().map(|(_, access)| access) {
            Some(Access::Open) if !asks("share-open") => {
                let message =
                    "access is `open`, and `uses` has no `share-open`, so nothing could be released";
                tell("access", message.to_owned(), "add `share-open` to `uses`, or say `gated`");
            }
            Some(Access::Gated) if !asks("share-gated") && !asks("share-open") => {
                let message =
                    "access is `gated`, and `uses` has no `share-gated`, so nothing could be released";
                tell("access", message.to_owned(), "add `share-gated` to `uses`");
            }
            _ => {}
        }
        if let Some(scope) = project.release.scope.filter(|scope| !asks(scope)) {
            let message =
                format!("`scope` is `{scope}`, which `uses` does not have, so nothing could be released");
            tell("scope", message, "add it to `uses`, or say another");
        }
    }

    fn fault(&mut self, at: usize, message: impl Into<String>, hint: impl Into<String>) {
        self.faults.push(Fault { at, message: message.into(), hint: hint.into() });
    }

    fn bad(&mut self, span: &Range<usize>, message: impl Into<String>) {
        self.fault(span.start, message, ALLOWED);
    }

    fn unknown(&mut self, key: &Key<'_>, allowed: &str) {
        let message = format!("there is no field `{}` here", piece(key.get_ref()));
        self.fault(key.span().start, message, format!("allowed are {allowed}"));
    }

    fn lacks(&mut self, key: &Key<'_>, field: &str) {
        let message = format!("`{}` has no field `{field}`", piece(key.get_ref()));
        self.fault(key.span().start, message, "add the field, or remove the table");
    }

    fn schema(&mut self, value: &Value<'_>) {
        if integer(value) != Some(i64::from(SCHEMA)) {
            let message =
                format!("the project file has another schema than {SCHEMA}, which this version reads");
            self.fault(value.span().start, message, "use the version of Booth that it was written for");
        }
    }

    fn text<'v>(&mut self, key: &Key<'_>, value: &'v Value<'_>) -> Option<&'v str> {
        let text = value.get_ref().as_str();
        if text.is_none() {
            self.bad(
                &value.span(),
                format!("`{}` is {}; it must be a string", piece(key.get_ref()), kind(value)),
            );
        }
        text
    }

    /// Reads one line of words.
    fn line(&mut self, key: &Key<'_>, value: &Value<'_>) -> Option<String> {
        let text = self.text(key, value)?;
        if let Some(fault) = line_fault(text) {
            self.bad(&value.span(), format!("`{}` is `{}`: {fault}", piece(key.get_ref()), piece(text)));
            return None;
        }
        Some(text.to_owned())
    }

    fn url(&mut self, key: &Key<'_>, value: &Value<'_>) -> Option<String> {
        let text = self.text(key, value)?;
        if let Some(fault) = url_fault(text) {
            self.bad(&value.span(), format!("`{}` is `{}`: {fault}", piece(key.get_ref()), piece(text)));
            return None;
        }
        Some(text.to_owned())
    }

    fn one_of(&mut self, key: &Key<'_>, value: &Value<'_>, allowed: &[&'static str]) -> Option<&'static str> {
        let text = self.text(key, value)?;
        let found = allowed.iter().copied().find(|one| *one == text);
        if found.is_none() {
            let message = format!(
                "`{}` is `{}`; allowed are {}",
                piece(key.get_ref()),
                piece(text),
                allowed.join(", ")
            );
            self.bad(&value.span(), message);
        }
        found
    }

    fn number(&mut self, key: &Key<'_>, value: &Value<'_>, from: i64, to: i64) -> Option<i64> {
        let number = integer(value).filter(|number| (from..=to).contains(number));
        if number.is_none() {
            self.bad(
                &value.span(),
                format!("`{}` must be a whole number from {from} to {to}", piece(key.get_ref())),
            );
        }
        number
    }

    fn table<'v, 'i>(&mut self, key: &Key<'_>, value: &'v Value<'i>) -> Option<&'v DeTable<'i>> {
        let table = value.get_ref().as_table();
        if table.is_none() {
            self.bad(
                &value.span(),
                format!("`{}` is {}; it must be a table", piece(key.get_ref()), kind(value)),
            );
        }
        table
    }

    /// Reads an array of different values, each a string that `parse` takes.
    fn list<T: PartialEq>(
        &mut self,
        key: &Key<'_>,
        value: &Value<'_>,
        parse: impl Fn(&str) -> Result<T>,
    ) -> Vec<T> {
        let name = piece(key.get_ref());
        let Some(array) = value.get_ref().as_array() else {
            self.bad(&value.span(), format!("`{name}` is {}; it must be an array of strings", kind(value)));
            return Vec::new();
        };
        if array.len() > MOST_ENTRIES {
            self.bad(
                &value.span(),
                format!("`{name}` has {} entries; allowed are {MOST_ENTRIES}", array.len()),
            );
            return Vec::new();
        }
        let mut list = Vec::new();
        for entry in array {
            let Some(text) = entry.get_ref().as_str() else {
                self.bad(
                    &entry.span(),
                    format!("an entry of `{name}` is {}; it must be a string", kind(entry)),
                );
                continue;
            };
            match parse(text) {
                Ok(parsed) if list.contains(&parsed) => {
                    self.bad(&entry.span(), format!("`{name}` has `{}` twice", piece(text)));
                }
                Ok(parsed) => list.push(parsed),
                Err(error) => self.bad(&entry.span(), sentence(error.message())),
            }
        }
        list
    }

    fn collector(&mut self, key: &Key<'_>, value: &Value<'_>) -> (Option<Controller>, Option<PublicKey>) {
        let Some(table) = self.table(key, value) else { return (None, None) };
        let (mut name, mut contact, mut public) = (None, None, None);
        for (key, value) in in_order(table) {
            match key.get_ref().as_ref() {
                "name" => name = self.line(key, value),
                "contact" => contact = self.line(key, value),
                "key" => {
                    let text = self.text(key, value).unwrap_or_default();
                    match text.parse::<PublicKey>() {
                        Ok(key) => public = Some(key),
                        Err(error) => {
                            self.fault(value.span().start, error.message(), error.hint().unwrap_or(ALLOWED));
                        }
                    }
                }
                _ => self.unknown(key, "name, contact, key"),
            }
        }
        for field in ["name", "contact"] {
            if !table.contains_key(field) {
                self.lacks(key, field);
            }
        }
        let collector = name.zip(contact).map(|(name, contact)| Controller { name, contact });
        (collector, public)
    }

    fn consent(&mut self, key: &Key<'_>, value: &Value<'_>) -> (Option<Vec<&'static str>>, Option<Kept>) {
        let Some(table) = self.table(key, value) else { return (None, None) };
        let (mut uses, mut kept) = (None, None);
        for (key, value) in in_order(table) {
            match key.get_ref().as_ref() {
                "uses" => {
                    let named = self.list(key, value, use_named);
                    if !named.contains(&NEEDED) {
                        let message = format!("`uses` has no `{NEEDED}`, without which nothing is recorded");
                        self.fault(value.span().start, message, format!("add `{NEEDED}`"));
                    }
                    self.places.insert("uses", value.span().start);
                    uses = Some(uses::in_order(named));
                }
                "keep_years" => {
                    kept = self.number(key, value, 1, MOST_YEARS).map(|years| Kept::Years(years as u16));
                }
                "keep_until" => kept = self.date(key, value).map(Kept::Until),
                _ => self.unknown(key, "uses, keep_years, keep_until"),
            }
        }
        if table.contains_key("keep_years") && table.contains_key("keep_until") {
            let message = "`consent` has both `keep_years` and `keep_until`";
            self.fault(key.span().start, message, "say one of the two");
        }
        (uses, kept)
    }

    /// Reads a day, as a date or as a string.
    fn date(&mut self, key: &Key<'_>, value: &Value<'_>) -> Option<Date> {
        let day = match value.get_ref() {
            DeValue::Datetime(at) if at.time.is_none() && at.offset.is_none() => {
                at.date.and_then(|date| Date::new(date.year as i16, date.month as i8, date.day as i8).ok())
            }
            DeValue::String(text) => text.parse::<Date>().ok().filter(|day| day.to_string() == *text),
            _ => None,
        };
        if day.is_none() {
            self.bad(&value.span(), format!("`{}` must be a day, such as 2035-12-31", piece(key.get_ref())));
        }
        day
    }

    fn licence(&mut self, key: &Key<'_>, value: &Value<'_>) -> Option<(Licence, Access)> {
        let table = self.table(key, value)?;
        let (mut id, mut text, mut access) = (None, None, None);
        for (key, value) in in_order(table) {
            match key.get_ref().as_ref() {
                "id" => id = self.text(key, value).map(|id| (id, value.span())),
                "text" => text = self.text(key, value).map(|name| (name, value.span())),
                "access" => {
                    self.places.insert("access", value.span().start);
                    let words: Vec<&str> = Access::ALL.iter().map(|access| access.id()).collect();
                    let word = self.one_of(key, value, &words);
                    access =
                        word.and_then(|word| Access::ALL.iter().copied().find(|access| access.id() == word));
                }
                _ => self.unknown(key, "id, text, access"),
            }
        }
        for field in ["id", "access"] {
            if !table.contains_key(field) {
                self.lacks(key, field);
            }
        }
        let (id, at) = id?;
        let licence = match text {
            Some((name, span)) => self.own_licence((id, at), name, &span)?,
            None if Licence::is_own(id) => {
                let message =
                    format!("`{}` is on no list, so its text must stand beside the project file", piece(id));
                self.fault(
                    at.start,
                    message,
                    "add text = \"FILE\", a file in the folder of the project file",
                );
                return None;
            }
            None => match Licence::listed(id) {
                Ok(licence) => licence,
                Err(error) => {
                    self.fault(at.start, error.message(), error.hint().unwrap_or(ALLOWED));
                    return None;
                }
            },
        };
        Some((licence, access?))
    }

    fn own_licence(
        &mut self,
        (id, at): (&str, Range<usize>),
        name: &str,
        span: &Range<usize>,
    ) -> Option<Licence> {
        if !Licence::is_own(id) {
            let message = format!("the text of `{}` is known; only LicenseRef- has one here", piece(id));
            self.fault(span.start, message, "remove `text`, or name the licence LicenseRef-NAME");
            return None;
        }
        let mut parts = Path::new(name).components();
        let is_plain = matches!((parts.next(), parts.next()), (Some(std::path::Component::Normal(_)), None));
        if !is_plain || name.contains(['/', '\\']) || line_fault(name).is_some() {
            let message =
                format!("`text` is `{}`; it must be the name of a file beside the project file", piece(name));
            self.bad(span, message);
            return None;
        }
        let path = self.beside.join(name);
        let bytes = match fsio::read_found(&path, fsio::MOST_SMALL) {
            Ok(Some(bytes)) => bytes,
            Ok(None) => {
                let message = format!("there is no file `{}` beside the project file", piece(name));
                self.fault(span.start, message, "put the licence's text there");
                return None;
            }
            Err(error) => {
                self.failed = Some(error);
                return None;
            }
        };
        match Licence::own(id, &bytes) {
            Ok(licence) => Some(licence),
            // What is wrong with the id is wrong here, what is wrong with the text is wrong there.
            Err(error) if Licence::own(id, b"text").is_err() => {
                self.fault(at.start, error.message(), ALLOWED);
                None
            }
            Err(error) => {
                let hint = error
                    .hint()
                    .map_or_else(|| format!("it may have {MOST_TEXT} bytes of plain text"), str::to_owned);
                let place = error.line();
                let error = Error::new(ErrorKind::Project, error.message()).with_path(path).with_hint(hint);
                self.failed = Some(if let Some(line) = place { error.at_line(line) } else { error });
                None
            }
        }
    }

    fn surroundings(&mut self, key: &Key<'_>, value: &Value<'_>) -> Surroundings {
        let mut found = Surroundings::default();
        let Some(table) = self.table(key, value) else { return found };
        for (key, value) in in_order(table) {
            match key.get_ref().as_ref() {
                "room" => found.room = self.parsed(key, value),
                "distance" => found.distance_m = self.parsed(key, value),
                "microphone" => found.microphone = self.parsed(key, value),
                _ => self.unknown(key, "room, distance, microphone"),
            }
        }
        found
    }

    /// Reads a string that has a form of its own.
    fn parsed<T: FromStr<Err = Error>>(&mut self, key: &Key<'_>, value: &Value<'_>) -> Option<T> {
        match self.text(key, value)?.parse() {
            Ok(parsed) => Some(parsed),
            Err(error) => {
                let hint = error.hint().unwrap_or(ALLOWED).to_owned();
                self.fault(value.span().start, sentence(error.message()), hint);
                None
            }
        }
    }

    fn pay(&mut self, key: &Key<'_>, value: &Value<'_>) -> Option<String> {
        let table = self.table(key, value)?;
        let mut reference = None;
        for (key, value) in in_order(table) {
            match key.get_ref().as_ref() {
                "reference" => reference = self.line(key, value),
                _ => self.unknown(key, "reference"),
            }
        }
        reference
    }
}

fn use_named(name: &str) -> Result<&'static str> {
    SCOPES.into_iter().find(|scope| *scope == name).ok_or_else(|| {
        let message = format!("`{}` is no use; there are {}", piece(name), SCOPES.join(", "));
        Error::new(ErrorKind::Project, message)
    })
}

#[cfg(test)]
mod tests;
