//! `booth studio`: from sheets to a page in the browser.

use crate::cli::args::StudioArgs;
use crate::cli::exit::Exit;
use crate::cli::{project, recording, scratch, state};
use crate::face::clock::SystemClock;
use crate::face::line::out::Context;
use crate::face::line::{interrupt, speech};
use crate::face::page::{self, Offer, Opening};
use booth::digest::Sha256;
use booth::messages::Language;
use booth::progress::Unwatched;
use booth::recordings::RootLock;
use booth::recordings::bundle::{HandIn, Since, hand_in};
use booth::sheet::{self, SHIPPED, SheetSource};
use booth::sitting::Request;
use booth::{Result, TOOL, fsio};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Where sheets are looked for when none is named.
const SHEETS: &str = "prompts";

pub(crate) fn run(args: &StudioArgs, context: &Context) -> Result<Exit> {
    interrupt::install()?;
    let clock = Arc::new(SystemClock::new());
    speech::choose(args.booth.language, args.booth.locale.as_ref());
    let offers = offers(args.sheet.as_deref())?;
    let into = into(args);
    let ledger = state::ledger_to_add_to().map(Arc::new);
    let project = project::load(&args.booth.project, &[&into], false, context)?;
    let request = |sheet: &SheetSource| {
        let request = recording::request(&args.booth, sheet.clone(), project.as_ref(), context)?;
        Ok(Request { ledger: ledger.clone(), ..request })
    };
    let asked = args
        .booth
        .language
        .or_else(|| args.booth.locale.as_ref().map(|locale| Language::for_tag(locale.as_str())));
    let into_again = into.clone();
    let link = state::folder().map(|folder| folder.join(link_name(&into)));
    let outcome = page::run(&Opening {
        clock,
        offers,
        language: (speech::language(), asked.is_some()),
        // A system that speaks no language (`C`) is spoken to in English, and is offered English to read.
        locale: args
            .booth
            .locale
            .clone()
            .or_else(speech::system)
            .or_else(|| speech::language().tag().parse().ok()),
        into,
        link,
        opens: !args.no_open,
        speaker_is_named: args.booth.speaker.is_some(),
        request: &request,
        hand_in: &|speaker| {
            let lock = RootLock::acquire(&into_again, "booth studio")?;
            let beside = into_again.parent().map_or_else(PathBuf::new, Path::to_path_buf);
            hand_in(
                &lock,
                &HandIn {
                    speaker: Some(speaker),
                    since: Since::Last,
                    out: &beside,
                    part: None,
                    dry_run: false,
                    key: project.as_ref().and_then(|project| project.key.as_ref()),
                    tool: TOOL,
                    now: SystemClock::now(),
                    threads: context.threads,
                    scratch: &scratch(),
                },
                &Unwatched,
            )
        },
        microphone: &|locale| recording::microphone(&args.booth, locale),
    });
    state::finish(ledger.as_deref(), context);
    outcome.map(|()| Exit::Done)
}

/// The sheets to choose from: the one that is named, or those in a folder that is; else those of `prompts`, else those that are in the
/// program.
fn offers(named: Option<&Path>) -> Result<Vec<Offer>> {
    let sources = match named {
        Some(path) => sheet::find(path)?,
        None if fsio::is_named_folder(Path::new(SHEETS))? => sheet::find(Path::new(SHEETS))?,
        None => SHIPPED.iter().map(SheetSource::Inside).collect(),
    };
    sources.into_iter().map(Offer::read).collect()
}

/// Where sessions land. A program that is started from a menu stands in the home folder, which is no place for them.
#[expect(clippy::disallowed_methods, reason = "the program knows where it was started")]
pub(super) fn into(args: &StudioArgs) -> PathBuf {
    args.into.clone().unwrap_or_else(|| {
        let home = std::env::home_dir();
        if home.is_some() && std::env::current_dir().ok() == home {
            home.unwrap_or_default().join("Booth").join("recordings")
        } else {
            PathBuf::from("recordings")
        }
    })
}

/// The name of the link's file: another one for each folder of recordings, which it does not tell.
fn link_name(into: &Path) -> String {
    let whole = std::path::absolute(into).unwrap_or_else(|_| into.to_path_buf());
    let digest = Sha256::of(whole.as_os_str().as_encoded_bytes()).to_string();
    format!("studio-{}.html", &digest[..16])
}
