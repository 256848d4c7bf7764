//! `booth releases`.

use crate::cli::args::ReleasesArgs;
use crate::cli::exit::Exit;
use crate::face::clock::SystemClock;
use crate::face::line::out::{Context, data, data_json, tell};
use booth::Result;
use booth::digest::Sha256;
use booth::numbers::plural;
use booth::recordings::releases::{FILE, Holder, ReleaseLine, Releases, SCHEMA};
use booth::rows::Line;
use booth::text::escape_for_terminal as safe;
use booth::units::Utc;
use serde::Serialize;
use std::collections::BTreeSet;

/// A line of `--json`.
#[derive(Serialize)]
struct ReleaseRow<'a> {
    at: Utc,
    name: &'a str,
    scope: &'a str,
    version: Option<&'a str>,
    sums: Sha256,
    utterances: usize,
    speakers: usize,
    held: usize,
    holders: Vec<HolderRow<'a>>,
}

#[derive(Serialize)]
struct HolderRow<'a> {
    at: Utc,
    holder: &'a str,
    contact: Option<&'a str>,
}

pub(crate) fn run(args: &ReleasesArgs, context: &Context) -> Result<Exit> {
    let path = args.ledger.clone().unwrap_or_else(|| args.dir.join(FILE));
    let mut ledger = Releases::read(&path)?;
    if let (Some(holder), Some(release)) = (&args.add_holder, &args.release) {
        let sums = ledger.find(release)?.sums;
        let (holder, contact) = (holder.clone(), args.contact.clone());
        ledger.add_holder(Holder { schema: SCHEMA, at: SystemClock::now(), sums, holder, contact })?;
        if !context.quiet && !args.json {
            tell!("{}  {}", context.style.good("DONE"), safe(&path.display().to_string()));
        }
        return Ok(Exit::Done);
    }
    let held = |release: &ReleaseLine| -> usize {
        let of = |held: &&booth::recordings::releases::Held| {
            args.holding.as_ref().is_none_or(|speaker| held.speaker == *speaker)
        };
        release.holds.iter().filter(of).map(|held| held.takes.len()).sum()
    };
    for release in ledger.all().iter().filter(|release| args.holding.is_none() || held(release) > 0) {
        let speakers: BTreeSet<_> = release.holds.iter().map(|held| &held.speaker).collect();
        let holders = ledger.holders(release);
        if args.json {
            let row = ReleaseRow {
                at: release.at,
                name: &release.name,
                scope: &release.scope,
                version: release.version.as_deref(),
                sums: release.sums,
                utterances: release.utterances(),
                speakers: speakers.len(),
                held: held(release),
                holders: holders
                    .iter()
                    .map(|it| HolderRow { at: it.at, holder: &it.holder, contact: it.contact.as_deref() })
                    .collect(),
            };
            data_json(&Line::new("release", &row))?;
            continue;
        }
        let of = args.holding.as_ref().map_or(String::new(), |speaker| format!(" of {speaker}"));
        data(&safe(&format!(
            "{}  {}  {}  {}{of}, {}  {}",
            release.at.date(),
            release.title(),
            release.scope,
            plural(held(release) as u64, "utterance"),
            plural(speakers.len() as u64, "speaker"),
            &release.sums.to_string()[..12]
        )))?;
        for it in holders {
            let contact = it.contact.as_ref().map_or(String::new(), |contact| format!(", {contact}"));
            data(&safe(&format!("    {}  {}{contact}", it.at.date(), it.holder)))?;
        }
    }
    if ledger.all().is_empty() && !context.quiet && !args.json {
        tell!(
            "note: there is no release in {}; `booth pack` writes them down",
            safe(&path.display().to_string())
        );
    }
    Ok(Exit::Done)
}
