//! `booth prompts`: sheets checked, repaired, shown, listed, copied; what makes them and tells what they bring is in files of its own.

mod deal;
mod errata;
mod new;
mod select;

use crate::cli::args::{
    PromptsArgs, PromptsCheckArgs, PromptsCopyArgs, PromptsFixArgs, PromptsListArgs, PromptsShowArgs,
    PromptsVerb,
};
use crate::cli::exit::Exit;
use crate::cli::grouped::{self, Told};
use crate::cli::project;
use crate::face::line::out::{Context, data, data_json, tell};
use booth::fsio;
use booth::numbers::plural;
use booth::rows::{Bare, Line};
use booth::severity::Severity;
use booth::sheet::{
    self, ChangeRow, CopyRow, FixSummary, Fixed, LintFinding, LintSummary, PromptRow, Repair, SHIPPED,
    SheetRow, SheetSource, SheetsSummary, Target, TemplateRow, shipped_named, shipped_names, target_named,
};
use booth::text::{escape_for_terminal as safe, is_silent};
use booth::{Error, ErrorKind, Result};
use std::collections::{BTreeMap, BTreeSet};
use std::io::Read as _;
use std::path::{Path, PathBuf};

pub(crate) fn run(args: &PromptsArgs, context: &Context) -> Result<Exit> {
    match &args.verb {
        PromptsVerb::Check(args) => check(args, context),
        PromptsVerb::Fix(args) => fix(args, context),
        PromptsVerb::Show(args) => show(args),
        PromptsVerb::List(args) => list(args),
        PromptsVerb::Copy(args) => copy(args, context),
        PromptsVerb::New(args) => new::new(args, context),
        PromptsVerb::Select(args) => select::select(args, context),
        PromptsVerb::Coverage(args) => deal::coverage(args),
        PromptsVerb::Deal(args) => deal::deal(args, context),
        PromptsVerb::Errata(args) => errata::errata(args, context),
    }
}

/// The folder whose sheets are listed when none is named.
const USUAL: &str = "prompts";

/// Finds the sheets of each path or name; one without any is an error, never a silent nothing.
pub(crate) fn find(paths: &[PathBuf]) -> Result<Vec<SheetSource>> {
    let found = paths.iter().map(|path| sheet::find(path)).collect::<Result<Vec<_>>>()?;
    let mut sheets = found.concat();
    sheets.sort();
    sheets.dedup();
    Ok(sheets)
}

fn check(args: &PromptsCheckArgs, context: &Context) -> Result<Exit> {
    let mut findings: Vec<LintFinding> = Vec::new();
    let mut prompts = 0usize;
    let mut locales = 0usize;
    let mut sheets = 0usize;
    let targets = targets(args, context)?;
    if args.sheets.iter().any(|path| path == Path::new("-")) {
        let locale = args.locale.as_ref().ok_or_else(|| {
            Error::new(ErrorKind::Usage, "a TSV on stdin has no locale")
                .with_hint("add --locale, such as --locale fr-FR")
        })?;
        if args.sheets.len() > 1 {
            return Err(Error::new(ErrorKind::Usage, "`-` stands alone: one TSV on stdin, or sheet folders"));
        }
        let bytes = read(Path::new("-"))?;
        let report = sheet::lint_tsv_for(&bytes, locale, &sheet::SheetDefaults::default(), &targets);
        (sheets, locales) = (1, 1);
        prompts = report.prompts.values().sum();
        findings = report.findings;
    } else {
        for source in find(&args.sheets)? {
            let report = sheet::lint_for(&source, &targets)?;
            sheets += 1;
            locales += report.prompts.len();
            prompts += report.prompts.values().sum::<usize>();
            findings.extend(report.findings);
        }
    }
    tell_findings(&findings, [sheets, locales, prompts], args.json, context)
}

/// Reads a text that was named, `-` from stdin.
fn read(path: &Path) -> Result<Vec<u8>> {
    const MOST: u64 = sheet::MAX_PILE_BYTES as u64;
    if path != Path::new("-") {
        return fsio::read_named(path, MOST);
    }
    let mut bytes = Vec::new();
    #[expect(clippy::disallowed_methods, reason = "`-` is stdin")]
    let stdin = std::io::stdin().lock();
    stdin.take(MOST + 1).read_to_end(&mut bytes).map_err(|error| Error::io("read", "<stdin>", error))?;
    if bytes.len() as u64 > MOST {
        let message = format!("stdin has more than {MOST} bytes");
        return Err(Error::new(ErrorKind::Sheet, message).with_hint("give a part of it"));
    }
    Ok(bytes)
}

/// Prints what is wrong with sheets, and what that comes to; `counts` are sheets, locales and prompts.
fn tell_findings(
    findings: &[LintFinding],
    counts: [usize; 3],
    json: bool,
    context: &Context,
) -> Result<Exit> {
    let [sheets, locales, prompts] = counts;
    let count = |severity: Severity| findings.iter().filter(|finding| finding.severity == severity).count();
    let (rejects, warns) = (count(Severity::Reject), count(Severity::Warn));
    if json {
        for finding in findings {
            data_json(&Line::new("finding", &finding.row()))?;
        }
        let info = count(Severity::Info);
        let summary = LintSummary { sheets, locales, prompts, reject: rejects, warn: warns, info };
        data_json(&Line::new("summary", &summary))?;
    } else {
        let told = findings.iter().map(|finding| Told {
            kind: format!("{} [{}]", finding.severity, finding.id),
            path: finding.path.display().to_string(),
            at: format!(":{}:{}", finding.line, finding.column),
            message: finding.message.clone(),
            hint: Some(finding.hint.clone()),
        });
        for line in grouped::lines(told) {
            data(&line)?;
        }
        let style = context.style;
        let word = if rejects > 0 {
            style.bad("REJECT")
        } else if warns > 0 {
            style.doubtful("WARN")
        } else {
            style.good("PASS")
        };
        if !context.quiet {
            tell!(
                "{word}  {} in {} of {}: {}, {}",
                plural(prompts as u64, "prompt"),
                plural(locales as u64, "locale"),
                plural(sheets as u64, "sheet"),
                plural(rejects as u64, "fault"),
                plural(warns as u64, "warning")
            );
        }
    }
    Ok(if rejects > 0 { Exit::DataFailed } else { Exit::Done })
}

/// What the corpus is to be read by: as the flags say, else the project that is found from the sheets.
fn targets(args: &PromptsCheckArgs, context: &Context) -> Result<Vec<&'static Target>> {
    let mut targets = args.target.iter().map(|name| target_named(name)).collect::<Result<Vec<_>>>()?;
    let here = Path::new(".");
    // What comes from a pipe or is in the program is of the project that the user stands in.
    let start = |path: &'_ PathBuf| -> Result<PathBuf> {
        let is_folder = path != Path::new("-") && SheetSource::named(path)?.folder().is_some();
        Ok(if is_folder { path.clone() } else { here.to_owned() })
    };
    let starts = args.sheets.iter().map(start).collect::<Result<Vec<PathBuf>>>()?;
    let starts: Vec<&Path> = starts.iter().map(PathBuf::as_path).collect();
    let project = project::load(&args.project, &starts, args.json, context)?;
    if let Some(project) = project.filter(|_| targets.is_empty()) {
        targets = project.targets;
    }
    targets.dedup();
    Ok(targets)
}

/// Repairs sheets: the difference to stdout, and into the files when that is asked for.
fn fix(args: &PromptsFixArgs, context: &Context) -> Result<Exit> {
    let sheets = find(&args.sheets)?;
    let (mut files, mut lines) = (0, 0);
    let mut repairs: BTreeMap<Repair, u64> = BTreeMap::new();
    for source in &sheets {
        if source.folder().is_none() {
            return Err(Error::new(ErrorKind::Usage, "a sheet in the program cannot be repaired")
                .with_path(source.place())
                .with_hint("`booth prompts copy` writes it into a folder of your own"));
        }
        for (path, fixed) in sheet::fix_sheet(source)? {
            files += 1;
            lines += fixed.changes.len();
            fixed
                .counts()
                .into_iter()
                .for_each(|(repair, count)| *repairs.entry(repair).or_default() += count);
            difference(&path, &fixed, args.json)?;
            if args.write {
                // A link stays one: what it leads to is written.
                let place = fsio::resolved(&path).map_err(|error| Error::io("find", &path, error))?;
                fsio::replace(&place, &fixed.bytes)?;
            }
        }
    }
    let counted: Vec<String> = repairs.iter().map(|(repair, count)| format!("{repair} {count}")).collect();
    if args.json {
        let summary =
            FixSummary { sheets: sheets.len(), files, lines, repairs, written: args.write && files > 0 };
        data_json(&Line::new("summary", &summary))?;
    }
    let (files_said, style) = (plural(files as u64, "file"), context.style);
    if files == 0 {
        if !context.quiet {
            tell!("{}  nothing to repair in {}", style.good("DONE"), plural(sheets.len() as u64, "sheet"));
        }
        return Ok(Exit::Done);
    }
    let counted = counted.join(", ");
    if args.write {
        if !context.quiet {
            tell!(
                "{}  {files_said} repaired ({counted}); `booth prompts check` says what is left",
                style.good("DONE")
            );
        }
        return Ok(Exit::Done);
    }
    tell!("{}  {files_said} to repair ({counted}); nothing was written: add --write", style.doubtful("WARN"));
    Ok(Exit::DataFailed)
}

fn difference(path: &Path, fixed: &Fixed, json: bool) -> Result<()> {
    if json {
        if !fixed.whole.is_empty() {
            data_json(&Line::new("change", &ChangeRow::whole(path, &fixed.whole)))?;
        }
        return fixed
            .changes
            .iter()
            .try_for_each(|change| data_json(&Line::new("change", &ChangeRow::of(path, change))));
    }
    let names =
        |repairs: &BTreeSet<Repair>| repairs.iter().map(|repair| repair.id()).collect::<Vec<_>>().join(", ");
    let path = safe(&path.display().to_string());
    if !fixed.whole.is_empty() {
        data(&format!("{path}: {}", names(&fixed.whole)))?;
    }
    for change in &fixed.changes {
        data(&format!("{path}:{}: {}", change.line, names(&change.repairs)))?;
        data(&format!("- {}", seen(&change.before)))?;
        if let Some(after) = &change.after {
            data(&format!("+ {}", seen(after)))?;
        }
    }
    Ok(())
}

/// Shows a line with the tabs as they are and what cannot be seen as code points, or two lines of a difference may look alike.
fn seen(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    for c in line.chars() {
        let is_plain = c == '\t' || c == ' ' || !(c.is_whitespace() || is_silent(c) || c.is_control());
        if is_plain { out.push(c) } else { out.extend(c.escape_unicode()) }
    }
    out
}

fn show(args: &PromptsShowArgs) -> Result<Exit> {
    for source in find(&args.sheets)? {
        let locales = if args.locale.is_empty() { sheet::locales(&source)? } else { args.locale.clone() };
        for locale in &locales {
            let sheet = sheet::load(&source, locale)?;
            if !args.json {
                data(&format!(
                    "{} {} · {locale} · {}{}",
                    sheet.head.id,
                    sheet.head.version,
                    plural(sheet.prompts.len() as u64, "prompt"),
                    and_templates(sheet.templates.len())
                ))?;
            }
            for prompt in &sheet.prompts {
                if args.json {
                    data_json(&Line::new("prompt", &PromptRow::of(&sheet, prompt)))?;
                } else {
                    let mut line = format!("{:<28} {}", prompt.id.as_str(), safe(&prompt.text));
                    if prompt.repeat > 1 {
                        line.push_str(&format!("  (x{})", prompt.repeat));
                    }
                    if let Some(hint) = &prompt.hint {
                        line.push_str(&format!("  ({})", safe(hint)));
                    }
                    data(&line)?;
                }
            }
            for template in &sheet.templates {
                if args.json {
                    data_json(&Line::new("template", &TemplateRow::of(&sheet, template)))?;
                } else {
                    data(&format!("{:<28} {}", template.id.as_str(), safe(&template.source)))?;
                }
            }
        }
    }
    if args.json {
        data_json(&Line::new("summary", &Bare {}))?;
    }
    Ok(Exit::Done)
}

fn and_templates(templates: usize) -> String {
    if templates == 0 { String::new() } else { format!(", {}", plural(templates as u64, "template")) }
}

fn list(args: &PromptsListArgs) -> Result<Exit> {
    let (mut sheets, mut total) = (0usize, 0usize);
    let found = if !args.sheets.is_empty() {
        find(&args.sheets)?
    } else if fsio::is_named_folder(Path::new(USUAL))? {
        find(&[PathBuf::from(USUAL)])?
    } else {
        SHIPPED.iter().map(SheetSource::Inside).collect()
    };
    for source in found {
        let head = sheet::load_head(&source)?;
        sheets += 1;
        if !args.json {
            data(&format!(
                "{} {}  {}  ({}, {})",
                head.id,
                head.version,
                safe(&head.title),
                head.licence,
                safe(&source.to_string())
            ))?;
        }
        for locale in sheet::locales(&source)? {
            let sheet = sheet::load(&source, &locale)?;
            let row = SheetRow::of(&sheet);
            total += sheet.prompts.len();
            if args.json {
                data_json(&Line::new("sheet", &row))?;
            } else {
                data(&format!(
                    "  {:<8} {:>4} prompts{}, {:>4} readings",
                    locale.as_str(),
                    row.prompts,
                    and_templates(row.templates),
                    row.readings
                ))?;
            }
        }
    }
    if args.json {
        data_json(&Line::new("summary", &SheetsSummary { sheets, prompts: total }))?;
    }
    Ok(Exit::Done)
}

/// Writes a sheet of the program into a folder, where its owner may change it.
fn copy(args: &PromptsCopyArgs, context: &Context) -> Result<Exit> {
    let shipped = shipped_named(&args.name).ok_or_else(|| {
        let names: Vec<&str> = shipped_names().collect();
        let message = format!("there is no sheet `{}` in the program", safe(&args.name));
        Error::new(ErrorKind::Usage, message).with_hint(format!("it has: {}", names.join(", ")))
    })?;
    let folder = shipped.copy(&args.to)?;
    if args.json {
        let row = CopyRow {
            sheet: shipped.name(),
            path: folder.display().to_string(),
            files: shipped.files().len(),
        };
        data_json(&Line::new("copy", &row))?;
        data_json(&Line::new("summary", &Bare {}))?;
        return Ok(Exit::Done);
    }
    data(&safe(&folder.display().to_string()))?;
    if !context.quiet {
        tell!(
            "Next: change it as you like, give it an id and a folder of another name, and `booth prompts check {}`",
            safe(&folder.display().to_string())
        );
    }
    Ok(Exit::Done)
}
