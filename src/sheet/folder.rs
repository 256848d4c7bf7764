//! Whole sheets: finding, listing, loading and linting them.

use super::across::{self, LocaleEntries};
use super::head::{self, Head};
use super::lints::{self, Findings, LintFinding, piece};
use super::loaded::Sheet;
use super::media_files::{Digests, MediaFiles, sheet_sha256};
use super::model::{SheetDefaults, SheetHead};
use super::prompts::{self, LocalePrompts};
use super::source::{HEAD, SheetSource, VALUES};
use super::targets::Target;
use super::tsv;
use super::values::{self, Values};
use crate::digest::Sha256;
use crate::error::{Error, ErrorKind, Result};
use crate::fsio::{self, Walk};
use crate::ids::Locale;
use crate::numbers::plural;
use crate::severity::Severity;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Everything that is wrong with a sheet, and how many prompts of each locale are sound.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LintReport {
    /// The findings in the order of path, line, column and id.
    pub findings: Vec<LintFinding>,
    /// For each locale, the number of prompts that can be recorded.
    pub prompts: BTreeMap<Locale, usize>,
}

impl LintReport {
    /// Returns the worst severity, or `None` without a finding.
    pub fn worst(&self) -> Option<Severity> {
        self.findings.iter().map(|finding| finding.severity).max()
    }
}

/// Lists the sheets of `place`, sorted: the folders in it that hold a `sheet.toml`, itself included, or the sheet in the program
/// that is so called.
///
/// # Errors
/// Those of [`SheetSource::named`]; [`ErrorKind::Sheet`] when no folder in it holds a sheet; [`ErrorKind::Io`] when a folder
/// cannot be read.
pub fn find(place: &Path) -> Result<Vec<SheetSource>> {
    let root = match SheetSource::named(place)? {
        SheetSource::Folder(root) => root,
        inside @ SheetSource::Inside(_) => return Ok(vec![inside]),
    };
    let mut sheets = Vec::new();
    for entry in Walk::by_name(&root) {
        let entry = entry?;
        if entry.file_name() == HEAD && fsio::is_named_file(entry.path())? {
            sheets.extend(entry.path().parent().map(SheetSource::from));
        }
    }
    if sheets.is_empty() {
        return Err(Error::new(ErrorKind::Sheet, "there is no sheet here: no folder with a sheet.toml")
            .with_path(root));
    }
    sheets.sort();
    Ok(sheets)
}

/// Lists the locales of a sheet, sorted: its files that are named `<locale>.tsv` in canonical form.
///
/// # Errors
/// [`ErrorKind::Io`] when the folder cannot be read.
pub fn locales(source: &SheetSource) -> Result<Vec<Locale>> {
    Ok(files(source)?.named.into_keys().collect())
}

/// Reads the head of a sheet.
///
/// # Errors
/// [`ErrorKind::Sheet`] when there is none or something in it is refused; [`ErrorKind::Io`] when it cannot
/// be read.
pub fn load_head(source: &SheetSource) -> Result<SheetHead> {
    let (path, head, findings) = read_head(source)?;
    if let Some(error) = first_refusal(findings, source) {
        return Err(error);
    }
    head.sound.ok_or_else(|| {
        Error::new(ErrorKind::Sheet, "the head of the sheet cannot be read")
            .with_path(path)
            .with_hint(hint(source))
    })
}

/// Loads one locale of a sheet.
///
/// ```
/// # let work = tempfile::tempdir().unwrap();
/// # let dir = work.path();
/// let head = "id = 'demo'\nversion = '1.0.0'\ntitle = 'Demo'\nlicence = 'CC0-1.0'\nsource = 'ours'\n";
/// std::fs::write(dir.join("sheet.toml"), head).unwrap();
/// std::fs::write(dir.join("en-US.tsv"), "id\ttext\nnap\tWake me in [duration : twenty minutes].\n").unwrap();
/// let sheet = booth::sheet::load(&dir.into(), &"en-US".parse()?)?;
/// let prompt = &sheet.prompts[0];
/// assert_eq!(prompt.text, "Wake me in twenty minutes.");
/// assert_eq!((prompt.slots[0].name.as_str(), prompt.slots[0].value.as_str()), ("duration", "twenty minutes"));
/// # Ok::<(), booth::Error>(())
/// ```
///
/// # Errors
/// [`ErrorKind::Sheet`] when the head or the locale's file is missing or has a finding that is
/// [`Severity::Reject`]; the error is the first of them. [`ErrorKind::Io`] when a file cannot be read.
pub fn load(source: &SheetSource, locale: &Locale) -> Result<Sheet> {
    load_for(source, locale, &[])
}

/// Loads one locale of a sheet for a project that wants its corpus to be read by `targets`.
///
/// # Errors
/// As [`load`]; also [`ErrorKind::Sheet`] for a prompt that a target breaks on.
pub fn load_for(source: &SheetSource, locale: &Locale, targets: &[&'static Target]) -> Result<Sheet> {
    let head = load_head(source)?;
    let files = files(source)?;
    let Some(path) = files.named.get(locale) else {
        let there: Vec<&str> = files.named.keys().map(Locale::as_str).collect();
        let there = if there.is_empty() { "none".to_owned() } else { there.join(", ") };
        return Err(Error::new(ErrorKind::Sheet, format!("the sheet has no prompts in {locale}"))
            .with_path(source.place())
            .with_hint(format!("its locales are: {there}")));
    };
    let bytes = source.read(path, tsv::MAX_FILE_BYTES)?;
    let (read, values, mut list) = read_locale(source, locale, path, &bytes, &head.defaults, targets)?;
    let mut findings = Findings::new(path);
    let media = MediaFiles::of(source).digests(&read, &mut findings)?;
    licensed(head.media.is_some(), &media, &mut findings);
    list.append(&mut findings.list);
    if let Some(error) = first_refusal(list, source) {
        return Err(error);
    }
    Ok(Sheet {
        head,
        locale: locale.clone(),
        prompts: read.prompts,
        templates: read.templates,
        sha256: sheet_sha256(&bytes, values.sha256, &media),
        values: values.lists,
        source: source.clone(),
    })
}

/// The values of a locale, and the digest of their file, where there is one.
#[derive(Default)]
struct LocaleValues {
    lists: Values,
    sha256: Option<Sha256>,
}

/// Reads a locale's file and its values, and lists what is wrong with both.
fn read_locale(
    source: &SheetSource,
    locale: &Locale,
    path: &Path,
    bytes: &[u8],
    defaults: &SheetDefaults,
    targets: &[&'static Target],
) -> Result<(LocalePrompts, LocaleValues, Vec<LintFinding>)> {
    let values_path = source.values(locale)?;
    let values_bytes = values_path.as_ref().map(|path| source.read(path, tsv::MAX_FILE_BYTES)).transpose()?;
    let values = values_path.as_deref().zip(values_bytes.as_deref());
    Ok(read_pair((path, bytes), values, locale, defaults, targets))
}

/// Reads a locale's file and its values, each a path that findings name and its bytes.
fn read_pair(
    (path, bytes): (&Path, &[u8]),
    values: Option<(&Path, &[u8])>,
    locale: &Locale,
    defaults: &SheetDefaults,
    targets: &[&'static Target],
) -> (LocalePrompts, LocaleValues, Vec<LintFinding>) {
    let mut list = Vec::new();
    let read_values = values.map(|(path, bytes)| {
        let mut findings = Findings::new(path);
        let lists = values::read(bytes, locale, defaults, &mut findings);
        list.append(&mut findings.list);
        LocaleValues { lists, sha256: Some(Sha256::of(bytes)) }
    });
    let mut findings = Findings::new(path);
    let lists = read_values.as_ref().map(|values| &values.lists);
    let read = prompts::read(bytes, locale, defaults, lists, targets, &mut findings);
    list.append(&mut findings.list);
    if let Some(((path, _), lists)) = values.zip(lists) {
        let mut findings = Findings::new(path);
        values::compare(lists, &read.asked, &mut findings);
        list.append(&mut findings.list);
    }
    (read, read_values.unwrap_or_default(), list)
}

/// Checks a whole sheet, head and all locales, and lists everything that is wrong.
///
/// # Errors
/// [`ErrorKind::Io`] when the folder or a file in it cannot be read.
pub fn lint(source: &SheetSource) -> Result<LintReport> {
    lint_for(source, &[])
}

/// Does as [`lint`], and lists also what `targets` break on.
///
/// # Errors
/// As [`lint`].
pub fn lint_for(source: &SheetSource, targets: &[&'static Target]) -> Result<LintReport> {
    let files = files(source)?;
    let mut report = LintReport::default();
    let (head_path, head, mut findings) = read_head(source)?;
    report.findings.append(&mut findings);
    report.findings.append(&mut head_and_files(&head_path, source, &head, &files));
    report.findings.append(&mut stray_values(source, &files)?);

    let mut all = Vec::new();
    let mut media_files = MediaFiles::of(source);
    for (locale, path) in files.named {
        let bytes = source.read(&path, tsv::MAX_FILE_BYTES)?;
        let (read, _, mut list) = read_locale(source, &locale, &path, &bytes, &head.defaults, targets)?;
        report.findings.append(&mut list);
        let mut findings = Findings::new(&path);
        let media = media_files.digests(&read, &mut findings)?;
        licensed(head.sound.as_ref().is_none_or(|head| head.media.is_some()), &media, &mut findings);
        report.findings.append(&mut findings.list);
        report.prompts.insert(locale.clone(), read.prompts.len() + read.templates.len());
        if let Some(entries) = read.entries {
            all.push(LocaleEntries { locale, path, entries });
        }
    }
    report.findings.append(&mut across::compare(&all));
    lints::sort(&mut report.findings);
    Ok(report)
}

/// Checks one locale's `.tsv` by itself, as it comes from a pipe; findings name the file `-`.
pub fn lint_tsv(bytes: &[u8], locale: &Locale, defaults: &SheetDefaults) -> LintReport {
    lint_tsv_for(bytes, locale, defaults, &[])
}

/// Does as [`lint_tsv`], and lists also what `targets` break on.
pub fn lint_tsv_for(
    bytes: &[u8],
    locale: &Locale,
    defaults: &SheetDefaults,
    targets: &[&'static Target],
) -> LintReport {
    let mut findings = Findings::new(Path::new("-"));
    let read = prompts::read(bytes, locale, defaults, None, targets, &mut findings);
    lints::sort(&mut findings.list);
    LintReport { findings: findings.list, prompts: BTreeMap::from([(locale.clone(), read.prompts.len())]) }
}

/// Checks one locale's `.tsv` with its values by themselves; findings name the files `-` and `values`.
pub fn lint_pair(tsv: &[u8], values: &[u8], locale: &Locale, defaults: &SheetDefaults) -> LintReport {
    let values = (Path::new(VALUES), values);
    let (read, _, mut findings) = read_pair((Path::new("-"), tsv), Some(values), locale, defaults, &[]);
    lints::sort(&mut findings);
    let prompts = read.prompts.len() + read.templates.len();
    LintReport { findings, prompts: BTreeMap::from([(locale.clone(), prompts)]) }
}

/// Checks the bytes of a `sheet.toml` by themselves; findings name the file `-`.
pub fn lint_head(bytes: &[u8]) -> Vec<LintFinding> {
    let mut findings = Findings::new(Path::new("-"));
    head::read(bytes, &mut findings);
    lints::sort(&mut findings.list);
    findings.list
}

/// Finds files that are under no licence.
fn licensed(has_licence: bool, media: &Digests, findings: &mut Findings<'_>) {
    if !has_licence && !media.is_empty() {
        let message =
            format!("{} named in the column media, under no licence", plural(media.len() as u64, "file"));
        findings.add(&lints::MEDIA_WITHOUT_LICENCE, 1, 1, message);
    }
}

fn hint(source: &SheetSource) -> String {
    format!("`booth prompts check {}` lists everything that is wrong", source.argument())
}

/// Makes an error of the first finding that is refused.
fn first_refusal(mut findings: Vec<LintFinding>, source: &SheetSource) -> Option<Error> {
    lints::sort(&mut findings);
    let first = findings.into_iter().find(|finding| finding.severity == Severity::Reject)?;
    Some(
        Error::new(ErrorKind::Sheet, first.message)
            .with_path(first.path)
            .at(first.line, first.column)
            .with_hint(hint(source)),
    )
}

/// The `.tsv` files of a sheet.
struct Files {
    named: BTreeMap<Locale, PathBuf>,
    misnamed: Vec<PathBuf>,
}

fn files(source: &SheetSource) -> Result<Files> {
    let mut files = Files { named: BTreeMap::new(), misnamed: Vec::new() };
    for path in source.files()? {
        if path.extension().is_none_or(|extension| extension != "tsv") {
            continue;
        }
        let stem = path.file_stem().and_then(|stem| stem.to_str());
        match stem.and_then(|stem| stem.parse::<Locale>().ok().filter(|locale| locale.as_str() == stem)) {
            Some(locale) => {
                files.named.insert(locale, path);
            }
            None => files.misnamed.push(path),
        }
    }
    files.misnamed.sort();
    Ok(files)
}

/// Lists the files of a sheet's locales.
///
/// # Errors
/// [`ErrorKind::Io`] when the folder cannot be read.
pub(super) fn named_files(source: &SheetSource) -> Result<BTreeMap<Locale, PathBuf>> {
    Ok(files(source)?.named)
}

fn read_head(source: &SheetSource) -> Result<(PathBuf, Head, Vec<LintFinding>)> {
    let (path, bytes) = source.head(head::MAX_BYTES)?;
    let mut findings = Findings::new(&path);
    let head = if let Some(bytes) = bytes {
        head::read(&bytes, &mut findings)
    } else {
        let message = format!("the folder is no prompt sheet: it has no file `{HEAD}`");
        findings.add(&lints::NO_HEAD, 1, 1, message);
        Head { sound: None, defaults: SheetDefaults::default(), id: None, instructions: None }
    };
    let list = findings.list;
    Ok((path, head, list))
}

/// Finds values that belong to no locale of the sheet.
fn stray_values(source: &SheetSource, files: &Files) -> Result<Vec<LintFinding>> {
    let mut list = Vec::new();
    for path in source.values_files()? {
        let Some(stem) = path.file_stem().and_then(|stem| stem.to_str()) else { continue };
        if files.named.keys().any(|locale| locale.as_str() == stem) {
            continue;
        }
        let mut findings = Findings::new(&path);
        findings.add(
            &lints::VALUES_WITHOUT_LOCALE,
            1,
            1,
            format!("there is no `{}.tsv` beside `{VALUES}`", piece(stem)),
        );
        list.append(&mut findings.list);
    }
    Ok(list)
}

/// Compares the head with the folder it stands in.
fn head_and_files(path: &Path, source: &SheetSource, head: &Head, files: &Files) -> Vec<LintFinding> {
    let mut findings = Findings::new(path);
    if let (Some((id, (line, column))), Some(folder)) = (&head.id, source.name())
        && folder != *id
    {
        let message = format!("the id is `{}`; the folder is `{}`", piece(id), piece(&folder));
        findings.add(&lints::ID_IS_NOT_FOLDER, *line, *column, message);
    }
    if files.named.is_empty() && files.misnamed.is_empty() {
        findings.add(&lints::NO_LOCALES, 1, 1, "the sheet has no `.tsv` file");
    }
    if let Some(instructions) = &head.instructions {
        for (locale, (line, column)) in
            instructions.iter().filter(|(locale, _)| !files.named.contains_key(*locale))
        {
            let message = format!("there are instructions in {locale}, but no {locale}.tsv");
            findings.add(&lints::INSTRUCTIONS_WITHOUT_LOCALE, *line, *column, message);
        }
        for locale in files.named.keys().filter(|locale| !instructions.contains_key(*locale)) {
            let message = format!("there are no instructions in {locale}");
            findings.add(&lints::LOCALE_WITHOUT_INSTRUCTIONS, 1, 1, message);
        }
    }
    let mut list = findings.list;
    for misnamed in &files.misnamed {
        let mut findings = Findings::new(misnamed);
        let name = misnamed.file_name().unwrap_or_default().to_string_lossy();
        let message = format!("`{}` is not named after a locale in canonical form", piece(&name));
        findings.add(&lints::BAD_LOCALE_NAME, 1, 1, message);
        list.append(&mut findings.list);
    }
    list
}
