//! `booth held-out`.

use crate::cli::args::HeldOutArgs;
use crate::cli::exit::Exit;
use crate::face::line::out::{Context, data, data_json, tell};
use crate::face::line::progress::Shown;
use crate::face::line::{interrupt, progress};
use booth::corpus::Folders;
use booth::corpus::held_out::{Head, LEAST_CHARACTERS, LEAST_WORDS};
use booth::corpus::published::{Counts, list_of_corpus, list_of_recordings};
use booth::digest::Sha256;
use booth::fsio;
use booth::numbers::plural;
use booth::rows::Line;
use booth::text::escape_for_terminal as safe;
use booth::{Error, ErrorKind, Result};
use serde::Serialize;

/// The last line of `--json`.
#[derive(Serialize)]
struct Summary<'a> {
    name: &'a str,
    sha256: Sha256,
    texts: u64,
    sounds: u64,
    #[serde(flatten)]
    counts: Counts,
}

pub(crate) fn run(args: &HeldOutArgs, context: &Context) -> Result<Exit> {
    interrupt::install()?;
    if fsio::look(&args.out)?.is_some() {
        return Err(Error::new(ErrorKind::Exists, "it is there already and is never overwritten")
            .with_path(&args.out)
            .with_hint("give another name, or move the old list away"));
    }
    if !fsio::is_named_folder(&args.source)? {
        return Err(Error::new(ErrorKind::Session, "there is no such folder").with_path(&args.source));
    }
    let name = match &args.name {
        Some(name) => name.clone(),
        None => args.source.file_name().map(|name| name.to_string_lossy().into_owned()).ok_or_else(|| {
            Error::new(ErrorKind::Usage, "the source has no name that can stand on a card")
                .with_path(&args.source)
                .with_hint("give a name with --name")
        })?,
    };
    let bar = progress::bar(context, args.json, 0, "recordings");
    let (threads, watch) = (context.threads, Shown(&bar));
    let listed = if fsio::is_file(&args.source.join(booth::corpus::HEAD_NAME))? {
        list_of_corpus(&args.source, &name, threads, &watch)
    } else {
        let sessions = Folders::find(std::slice::from_ref(&args.source))?.believed();
        list_of_recordings(&sessions, &args.source, &name, threads, &watch)
    };
    bar.finish_and_clear();
    let listed = listed?;
    let text = listed.list.to_text();
    fsio::write_new(&args.out, text.as_bytes())?;
    let Head { texts, sounds, .. } = listed.list.head();
    let counts = listed.counts;
    if args.json {
        let summary = Summary { name: &name, sha256: Sha256::of(&text), texts, sounds, counts };
        data_json(&Line::new("summary", &summary))?;
        return Ok(Exit::Done);
    }
    data(&format!(
        "{} of {}: {} and {}",
        plural(counts.utterances, "utterance"),
        safe(&name),
        plural(texts, "text"),
        plural(sounds, "sound")
    ))?;
    if !context.quiet {
        if counts.short_texts > 0 {
            tell!(
                "note: {} have fewer than {LEAST_WORDS} words (or {LEAST_CHARACTERS} characters in scripts without \
                 spaces), which everybody says: they are known by their sound alone",
                plural(counts.short_texts, "text")
            );
        }
        if counts.short_sounds > 0 {
            tell!(
                "note: {} have too little speech for a fingerprint: they are known by their very samples alone",
                plural(counts.short_sounds, "recording")
            );
        }
        let out = safe(&args.out.display().to_string());
        tell!(
            "{}  {out}. Hold a release against it: booth pack --held-out {out}",
            context.style.good("DONE")
        );
    }
    Ok(Exit::Done)
}
