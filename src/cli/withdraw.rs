//! `booth withdraw`, and withdrawals that were cut short.

use crate::cli::args::{Command, WithdrawArgs};
use crate::cli::exit::Exit;
use crate::cli::grouped::{self, Told};
use crate::cli::scratch;
use crate::face::clock::{SystemClock, random};
use crate::face::line::out::{Context, data, data_json, tell};
use crate::face::line::progress::Shown;
use crate::face::line::{interrupt, progress};
use booth::corpus::{WithdrawnList, apply};
use booth::fsio;
use booth::numbers::plural;
use booth::recordings::RootLock;
use booth::recordings::consent::WithdrawalCode;
use booth::recordings::tombstones::{FILE, Tombstones};
use booth::recordings::withdraw::{self, Gone, Named, Plan, Request};
use booth::rows::Line;
use booth::text::escape_for_terminal as safe;
use booth::{Error, ErrorKind, Result};
use std::path::{Path, PathBuf};

/// The verb, for who meets its lock.
const HOLDER: &str = "booth withdraw";

pub(crate) fn run(args: &WithdrawArgs, context: &Context) -> Result<Exit> {
    interrupt::install()?;
    if let Some(list) = &args.apply {
        return apply_to(args, list, context);
    }
    are_folders(&args.dirs)?;
    let named: Named = args.what.parse()?;
    let code = args.code.as_deref().map(str::parse::<WithdrawalCode>).transpose()?;
    let at = SystemClock::now();
    let plan_of = |root: &PathBuf| {
        let (scope, code) = (args.scope.as_deref(), code.as_ref());
        withdraw::plan(&Request { root, named: &named, scope, code, at })
    };
    // Of several folders, those that have nothing of it are passed over.
    let mut plans = Vec::new();
    let mut missing = None;
    for root in &args.dirs {
        match plan_of(root) {
            Ok(plan) => plans.push(plan),
            Err(error) if args.dirs.len() > 1 && error.kind() == ErrorKind::Usage => missing = Some(error),
            Err(error) => return Err(error),
        }
    }
    if let Some(error) = missing.filter(|_| plans.is_empty()) {
        return Err(error);
    }
    let mut bad = false;
    for plan in &plans {
        bad |= !plan.unreadable.is_empty();
        show(plan, args, context)?;
        if args.dry_run {
            continue;
        }
        let lock = RootLock::acquire(plan.root(), HOLDER)?;
        // As it is now that nobody else writes there.
        let plan = plan_of(&plan.root().to_path_buf())?;
        let mut tombstones = Tombstones::read(plan.root())?;
        let tombstone = plan.bury(&mut tombstones, random()?)?;
        let gone = withdraw::complete(&lock, &mut tombstones, &tombstone, at)?;
        bad |= !gone.scan.found.is_empty();
        tell_gone(&gone, args.json, context)?;
    }
    Ok(if bad { Exit::DataFailed } else { Exit::Done })
}

/// Shows what would go, or goes.
fn show(plan: &Plan, args: &WithdrawArgs, context: &Context) -> Result<()> {
    let row = plan.row();
    if args.json {
        return data_json(&Line::new("withdrawal", &row));
    }
    let told = plan.unreadable.iter().map(|broken| Told::unreadable(&broken.path, &broken.message));
    for line in grouped::lines(told) {
        data(&line)?;
    }
    let what = match &row.scope {
        Some(scope) => format!("the use `{}` of", safe(scope)),
        None => "all of".to_owned(),
    };
    data(&format!(
        "{what} {} in {} of {}, {:.1} s, {} bytes",
        plural(row.takes as u64, "take"),
        plural(row.sessions as u64, "session"),
        row.speaker,
        row.ms as f64 / 1000.0,
        row.bytes
    ))?;
    for release in &row.releases {
        data(&format!("    in the release {}", safe(release)))?;
    }
    if !row.releases.is_empty() && !context.quiet {
        tell!("Next: booth releases {} --holding {}", safe(&plan.root().display().to_string()), row.speaker);
    }
    Ok(())
}

fn tell_gone(gone: &Gone, json: bool, context: &Context) -> Result<()> {
    if json {
        return data_json(&Line::new("gone", gone));
    }
    for path in &gone.scan.found {
        data(&format!("still there: {}", safe(&path.display().to_string())))?;
    }
    if !gone.scan.found.is_empty() {
        tell!(
            "{}  remove what is still there, then run any verb on the recordings",
            context.style.bad("REJECT")
        );
    } else if !context.quiet {
        let receipt = gone.receipt.as_ref().map_or(String::new(), |path| {
            format!(" The person's receipt of it: {}", safe(&path.display().to_string()))
        });
        tell!(
            "{}  {}; searched {} and found nothing.{receipt}",
            context.style.good("DONE"),
            gone.tombstone,
            plural(gone.scan.places, "file")
        );
        tell!("note: copies elsewhere, such as backups and bundles that were sent, are yours to delete");
    }
    Ok(())
}

/// Deletes from a corpus what a list names.
fn apply_to(args: &WithdrawArgs, list: &Path, context: &Context) -> Result<Exit> {
    let list = WithdrawnList::read(list)?;
    let corpus = PathBuf::from(&args.what);
    let bar = progress::bar(context, args.json, 0, "utterances");
    let applied = apply(&list, &corpus, context.threads, &scratch(), &Shown(&bar));
    bar.finish_and_clear();
    let applied = applied?;
    if args.json {
        data_json(&Line::new("summary", &applied))?;
    } else if !context.quiet {
        tell!(
            "{}  {} deleted, {} left; {} of the list not in it",
            context.style.good("DONE"),
            plural(applied.deleted, "utterance"),
            applied.utterances,
            applied.absent
        );
    }
    Ok(Exit::Done)
}

/// Refuses what is no folder.
pub(super) fn are_folders(dirs: &[PathBuf]) -> Result<()> {
    for dir in dirs {
        if !fsio::is_named_folder(dir)? {
            return Err(Error::new(ErrorKind::Session, "there is no such folder of recordings")
                .with_path(dir)
                .with_hint("`booth record` and `booth import` make one"));
        }
    }
    Ok(())
}

/// Brings withdrawals to their end that were cut short, in the recordings that a verb is about to open.
pub(super) fn settle(command: &Command, context: &Context) -> Result<()> {
    let studio;
    let named: Vec<&Path> = match command {
        Command::Record(args) => vec![&args.into],
        Command::Studio(args) => {
            studio = super::studio::into(args);
            vec![&studio]
        }
        Command::Import(args) if !args.dry_run => vec![&args.into],
        Command::Ingest(args) if !args.dry_run => vec![&args.into],
        Command::Check(args) => args.paths.iter().map(PathBuf::as_path).collect(),
        Command::Transcribe(args) => args.paths.iter().map(PathBuf::as_path).collect(),
        Command::Pack(args) if !args.dry_run => args.recordings.iter().map(PathBuf::as_path).collect(),
        Command::Bundle(args) if !args.dry_run => vec![&args.dir],
        Command::Feedback(args) => args.dirs.iter().map(PathBuf::as_path).collect(),
        Command::Mine(args) => args.dirs.iter().map(PathBuf::as_path).collect(),
        Command::Withdraw(args) if !args.dry_run && args.apply.is_none() => {
            args.dirs.iter().map(PathBuf::as_path).collect()
        }
        _ => return Ok(()),
    };
    for path in named {
        let around = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
        for root in [path, around] {
            // What cannot be looked into is told by the verb.
            let has_any = fsio::is_named_folder(root).is_ok_and(|is_folder| is_folder)
                && fsio::look(&root.join(FILE)).is_ok_and(|found| found.is_some());
            if !has_any || !withdraw::is_unfinished(root)? {
                continue;
            }
            let lock = RootLock::acquire(root, HOLDER)?;
            let gone = match withdraw::resume_all(&lock, SystemClock::now()) {
                // What else is withdrawn may be what brings it to its end.
                Err(error) if matches!(command, Command::Withdraw(_)) => {
                    tell!("{}: {}", context.style.doubtful("note"), safe(&error.to_string()));
                    continue;
                }
                outcome => outcome?,
            };
            for gone in gone {
                let note = context.style.doubtful("note");
                for path in &gone.scan.found {
                    tell!(
                        "{note}: of what {} withdraws something is still there: {}",
                        gone.tombstone,
                        safe(&path.display().to_string())
                    );
                }
                if gone.scan.found.is_empty() && !context.quiet {
                    tell!("{note}: a withdrawal that was cut short is at its end now: {}", gone.tombstone);
                }
            }
        }
    }
    Ok(())
}
