//! `booth prompts new`: a sheet of one's own.

use super::select::told;
use super::{read, tell_findings};
use crate::cli::args::PromptsNewArgs;
use crate::cli::exit::Exit;
use crate::face::line::out::{Context, data, data_json, tell};
use booth::fsio;
use booth::numbers::plural;
use booth::rows::Line;
use booth::sheet::{self, Beginning, NewRow, Rows, SheetDefaults, SheetSource, begin, choose, shipped_named};
use booth::sitting::clean;
use booth::text::escape_for_terminal as safe;
use booth::{Error, ErrorKind, Result};
use std::path::Path;

/// What an example says of itself where nobody says other.
const EXAMPLE: (&str, &str) = ("CC0-1.0", "The sheet `assistant` of Booth");

pub(super) fn new(args: &PromptsNewArgs, context: &Context) -> Result<Exit> {
    let (licence, source) = EXAMPLE;
    let name = args.dir.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    let beginning = Beginning {
        locale: args.locale.clone(),
        title: clean("title", args.title.as_deref().unwrap_or(name))?,
        licence: clean("licence", args.licence.as_deref().unwrap_or(licence))?,
        source: clean("source", args.source.as_deref().unwrap_or(source))?,
        controller: match args.controller.as_deref().zip(args.controller_contact.as_deref()) {
            Some((name, contact)) => {
                Some((clean("controller", name)?, clean("controller-contact", contact)?))
            }
            None => None,
        },
        instructions: instructions(args)?,
    };
    // Before a large text is read.
    fsio::refuse_taken(&args.dir)?;
    let rows = rows(args, context)?;
    let made = begin(&args.dir, &beginning, &rows)?;
    let report = sheet::lint(&made)?;
    let folder = args.dir.display().to_string();
    if args.json {
        let row = NewRow { path: folder.clone(), locale: args.locale.clone(), prompts: rows.count() };
        data_json(&Line::new("new", &row))?;
    } else {
        data(&safe(&folder))?;
    }
    let exit = tell_findings(&report.findings, [1, 1, rows.count()], args.json, context)?;
    if !context.quiet && !args.json {
        let next = match exit {
            Exit::Done => format!("read it aloud yourself, then `booth record {folder}`"),
            _ => format!("mend what is named above in the files there, and `booth prompts check {folder}`"),
        };
        tell!("Next: {}", safe(&next));
    }
    Ok(exit)
}

/// Returns what the reader is told: what is given, else what the sheet in the program says where that is the beginning.
fn instructions(args: &PromptsNewArgs) -> Result<Option<String>> {
    if let Some(words) = &args.instructions {
        return clean("instructions", words).map(Some);
    }
    let example = shipped_named("assistant").filter(|_| args.from.is_none());
    let head = example.map(|shipped| sheet::load_head(&SheetSource::Inside(shipped))).transpose()?;
    Ok(head.and_then(|head| head.instructions.get(&args.locale).cloned()))
}

/// Gets the prompts from where they are to come from.
fn rows(args: &PromptsNewArgs, context: &Context) -> Result<Rows> {
    let Some(from) = &args.from else {
        let domain = args.domain.as_deref().ok_or_else(|| {
            Error::new(ErrorKind::Usage, "it is not said what the prompts are")
                .with_hint("--from FILE, a table or a text; or --domain NAME, such as timer, of the sheet in the program")
        })?;
        return Rows::of_domain(domain, &args.locale);
    };
    if args.licence.is_none() || args.source.is_none() {
        return Err(Error::new(
            ErrorKind::Usage,
            "it is not said under which licence the sentences are, and whose they are",
        )
        .with_hint("--licence CC0-1.0 --source \"written by us\""));
    }
    if let Some(domain) = args.domain.as_deref().filter(|domain| !sheet::annotation::is_name(domain)) {
        let message = format!("`{}` cannot be a domain", safe(domain));
        return Err(Error::new(ErrorKind::Usage, message)
            .with_hint("a-z, digits and underscores, a letter first, such as kitchen"));
    }
    let is_table = |path: &Path| {
        let ending = path.extension().and_then(|ending| ending.to_str()).map(str::to_lowercase);
        matches!(ending.as_deref(), Some("csv" | "tsv" | "tab" | "xlsx" | "xls" | "ods"))
    };
    let bytes = read(from)?;
    if is_table(from) {
        if args.count.is_some() {
            return Err(Error::new(
                ErrorKind::Usage,
                "--count chooses from a text; a table is taken as a whole",
            )
            .with_path(from)
            .with_hint("leave it out, or give the sentences as a text, one on each line"));
        }
        let rows = Rows::of_table(&bytes, args.domain.as_deref()).map_err(|error| error.with_path(from))?;
        if rows.repeated() > 0 && !context.quiet {
            tell!("{} left out, as another says the same.", plural(rows.repeated(), "line"));
        }
        return Ok(rows);
    }
    let wanted = args.count.unwrap_or(100_000);
    let choice = choose(&bytes, &args.locale, &SheetDefaults::default(), wanted as usize, 0)
        .map_err(|error| error.with_path(from))?;
    if !context.quiet {
        told(&choice, args.count.unwrap_or(0));
    }
    let sentences = choice.sentences.into_iter().map(|(id, text)| (id.to_string(), text));
    Ok(Rows::of_sentences(sentences, args.domain.as_deref()))
}
