//! `booth bundle`.

use crate::cli::args::BundleArgs;
use crate::cli::exit::Exit;
use crate::cli::grouped::{self, Told};
use crate::cli::{project, scratch};
use crate::face::clock::SystemClock;
use crate::face::line::out::{Context, data, data_json, tell};
use crate::face::line::progress::Shown;
use crate::face::line::{interrupt, progress};
use booth::Result;
use booth::TOOL;
use booth::ids::SpeakerId;
use booth::numbers::plural;
use booth::recordings::RootLock;
use booth::recordings::bundle::{BundleRow, Details, HandIn, HandedOver, hand_in};
use booth::rows::Line;
use booth::text::escape_for_terminal as safe;
use serde::Serialize;

/// The verb, for who meets its lock.
const HOLDER: &str = "booth bundle";

/// A speaker of whom nothing is new, as a line of `--json`.
#[derive(Serialize)]
struct NothingRow<'a> {
    speaker: &'a SpeakerId,
}

pub(crate) fn run(args: &BundleArgs, context: &Context) -> Result<Exit> {
    interrupt::install()?;
    super::withdraw::are_folders(std::slice::from_ref(&args.dir))?;
    let project = project::load(&args.project, &[&args.dir], args.json, context)?;
    let lock = RootLock::acquire(&args.dir, HOLDER)?;
    let what = HandIn {
        speaker: args.speaker.as_ref(),
        since: args.since,
        out: &args.out,
        part: args.part,
        dry_run: args.dry_run,
        key: project.as_ref().and_then(|project| project.key.as_ref()),
        tool: TOOL,
        now: SystemClock::now(),
        threads: context.threads,
        scratch: &scratch(),
    };
    let bar = progress::bar(context, args.json, 0, "takes");
    let over = hand_in(&lock, &what, &Shown(&bar));
    bar.finish_and_clear();
    let over = over?;
    show(&over, args, context)?;
    let is_whole = over.left_out.is_empty() && over.bundles.iter().all(|bundle| bundle.lacking.is_empty());
    Ok(if is_whole { Exit::Done } else { Exit::DataFailed })
}

fn show(over: &HandedOver, args: &BundleArgs, context: &Context) -> Result<()> {
    if args.json {
        for bundle in &over.bundles {
            data_json(&Line::new("bundle", bundle))?;
        }
        for speaker in &over.nothing_new {
            data_json(&Line::new("nothing-new", &NothingRow { speaker }))?;
        }
        for broken in &over.left_out {
            data_json(&Line::new("left-out", broken))?;
        }
        return Ok(());
    }
    let broken = over
        .left_out
        .iter()
        .map(|broken| Told::new("left out:".to_owned(), &broken.path, None, &broken.message));
    let lacking = over.bundles.iter().flat_map(|bundle| &bundle.lacking).map(|path| {
        let message = "its file is not there, or not what was recorded; it is not handed in";
        Told::new("left out:".to_owned(), path, None, message)
    });
    for line in grouped::lines(broken.chain(lacking)) {
        data(&line)?;
    }
    for bundle in &over.bundles {
        one(bundle, args, context)?;
    }
    if !context.quiet {
        for speaker in &over.nothing_new {
            tell!("{speaker}: nothing that was not handed in; --since all makes a bundle of everything");
        }
    }
    Ok(())
}

fn one(bundle: &BundleRow, args: &BundleArgs, context: &Context) -> Result<()> {
    let megabytes = |bytes: u64| bytes as f64 / 1e6;
    let mut line = format!(
        "{}: {} of {}, {:.1} MB as recorded, {:.1} MB packed",
        bundle.speaker,
        plural(bundle.takes, "take"),
        plural(bundle.sessions, "session"),
        megabytes(bundle.wav_bytes),
        megabytes(bundle.packed_bytes)
    );
    for (count, what) in [
        (bundle.before, "handed in before"),
        (bundle.deleted, "deleted, of which no sound goes"),
        (bundle.withdrawn, "withdrawn"),
    ] {
        if count > 0 {
            line.push_str(&format!("; {count} {what}"));
        }
    }
    data(&line)?;
    for path in &bundle.files {
        let path = path.strip_prefix(".").unwrap_or(path);
        data(&format!("    {}", safe(&path.display().to_string())))?;
    }
    if args.dry_run || context.quiet {
        return Ok(());
    }
    match bundle.details {
        Details::None => {}
        Details::Sealed => tell!("    how to reach and thank them goes sealed, for the manager alone"),
        Details::Kept => {
            tell!("    how to reach and thank them stays here: the project file has no `key` to seal it for");
        }
    }
    if bundle.known > 0 {
        tell!("    {} there already, with the same bytes", plural(bundle.known, "file"));
    }
    tell!(
        "{}  send {} to the manager, who takes it in with `booth ingest`. Its code, to compare: {}",
        context.style.good("DONE"),
        if bundle.files.len() == 1 { "it" } else { "all parts" },
        context.style.strong(&bundle.code.to_string())
    );
    Ok(())
}
