//! Carrying out a plan: a corpus folder that appears whole, or not at all.
//!
//! The rows come in order and go on at once to the catalogue, the manifests and the counts, so memory does not grow with the
//! corpus nor with one speaker's share of it.

use crate::archive::bag;
use crate::archive::checksums;
use crate::corpus::assembly::{Assembly, Head};
use crate::corpus::describe::bag_info;
use crate::corpus::format::LeftOut;
use crate::corpus::lock_file::LockFile;
use crate::corpus::make::make;
use crate::corpus::plan::{Input, Plan};
use crate::corpus::publish::publish;
use crate::corpus::refusal::{Reason, Refusal};
use crate::corpus::release::Release;
use crate::corpus::split::Split;
use crate::corpus::withdrawn::WithdrawnList;
use crate::digest::Sha256;
use crate::error::{Error, ErrorKind, Result};
use crate::fsio::{FolderLock, StagingDir, refuse_taken};
use crate::numbers::plural;
use crate::progress::{Unwatched, Watch};
use crate::project::{Part, digests};
use crate::recordings::releases::Held;
use crate::units::Utc;
use serde::Serialize;
use std::collections::BTreeMap;
use std::num::NonZeroU64;
use std::path::Path;

/// Bytes of the list of a bag that are held before they are written.
const BAG_BUFFER: usize = 64 * 1024;

/// How a plan is carried out; nothing here changes a byte of the corpus.
#[derive(Clone, Copy)]
pub struct BuildOptions<'a> {
    /// Worker threads, at least 1.
    pub threads: usize,
    /// The lock file to bring up to date as the corpus appears.
    pub lock_file: Option<&'a LockFile>,
    /// Whether to build although sessions cannot be read ([`Plan::unreadable`]).
    pub without_broken: bool,
    /// Whether `out` becomes a bag (`BagIt` 1.0) with the corpus in its folder `data`.
    pub bag: bool,
    /// The parts of the card that were written by hand, which are those that the plan's settings name.
    pub parts: &'a [Part],
    /// What the release tells to be withdrawn from earlier ones.
    pub withdrawn: Option<&'a WithdrawnList>,
    /// Writes the release down, known by the SHA-256 of its `SHA256SUMS`, before it gets its name: who is in it.
    pub announce: Option<&'a Announce<'a>>,
    /// Told of utterances as they are finished.
    pub watch: &'a dyn Watch,
}

/// Writes a release down.
pub type Announce<'a> = dyn Fn(Sha256, Vec<Held>) -> Result<()> + 'a;

impl Default for BuildOptions<'_> {
    /// Returns one thread, no lock file to bring up to date, no part of the card, no bag, no leave to pass over broken sessions,
    /// nobody who watches.
    fn default() -> Self {
        Self {
            threads: 1,
            lock_file: None,
            without_broken: false,
            bag: false,
            parts: &[],
            withdrawn: None,
            announce: None,
            watch: &Unwatched,
        }
    }
}

/// What was built.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BuildReport {
    /// Utterances.
    pub utterances: u64,
    /// Frames at the release's rate.
    pub frames: u64,
    /// Bytes of audio files.
    pub audio_bytes: u64,
    /// Utterances whose gain was lowered.
    pub attenuated: u64,
    /// Utterances per split.
    pub splits: BTreeMap<Split, u64>,
    /// Utterances that manifests could not take, by format and reason.
    pub left_out_of: LeftOut,
    /// SHA-256 of `catalogue.jsonl`.
    pub catalogue_sha256: Sha256,
    /// The moment at which consent was judged.
    pub consent_judged_at: Utc,
}

/// Refuses a plan that [`build`] would not carry out, without beginning.
///
/// # Errors
/// [`ErrorKind::Session`] when sessions cannot be read, unless they are to be left out (`without_broken`);
/// [`ErrorKind::Exists`] when `out` is there; [`ErrorKind::Io`] when it would be below a file; [`ErrorKind::Integrity`]
/// when nothing is chosen, or when speakers share what they must not.
pub fn refuse(plan: &Plan, out: &Path, without_broken: bool) -> Result<()> {
    refuse_taken(out)?;
    if let Some(first) = plan.unreadable.first().filter(|_| !without_broken) {
        let count = plural(plan.unreadable.len() as u64, "session");
        let message = format!(
            "{count} cannot be read, and the corpus would lack what is recorded there; first: {}",
            first.message
        );
        return Err(Error::new(ErrorKind::Session, message).with_path(&first.path).with_hint(
            "restore them from a copy or move them away, or leave them out with --without-broken",
        ));
    }
    let held_out = plan.refused_by_reason.get(&Reason::HeldOut).copied().unwrap_or(0);
    if held_out > 0 && !plan.settings.splitting.without_held_out {
        let is_held_out = |one: &Result<Refusal>| one.as_ref().is_ok_and(|one| one.reason == Reason::HeldOut);
        let first = plan.refused.iter().find(is_held_out).transpose()?.map_or(String::new(), |one| {
            format!("; first: {} {} take {}, {}", one.session, one.prompt, one.take, one.detail)
        });
        let message =
            format!("{} of published test sets would be in the release{first}", plural(held_out, "take"));
        return Err(Error::new(ErrorKind::Integrity, message)
            .with_path(out)
            .with_hint("--without-held-out packs without them, and counts them"));
    }
    if plan.utterances == 0 {
        return Err(Error::new(ErrorKind::Integrity, "no take can be packed, so there would be no corpus")
            .with_path(out)
            .with_hint("`booth pack --dry-run` lists every take that is refused and why"));
    }
    if let Some(first) = plan.shared.first() {
        let more = match plan.shared.len() {
            1 => String::new(),
            count => format!(" (and {} more)", plural(count as u64 - 1, "pair")),
        };
        return Err(Error::new(ErrorKind::Integrity, format!("{first}{more}")).with_path(out).with_hint(
            "find out which name is wrong and take it out of the recordings; --without-shared packs without all \
             that several speakers have",
        ));
    }
    Ok(())
}

/// Builds the corpus `out` as planned.
///
/// # Errors
/// Those of [`refuse`]; [`ErrorKind::Usage`] when the parts of the card are not the plan's; [`ErrorKind::Locked`] when `out` is being built; [`ErrorKind::Integrity`] when a recording or the
/// lock file is not what the plan was made from; [`ErrorKind::Audio`] when a recording cannot be read;
/// [`ErrorKind::Io`]; those of `options.watch`. After an error nothing is left behind, unless it says that the corpus is
/// complete.
pub fn build(plan: &Plan, input: Input<'_>, out: &Path, options: BuildOptions<'_>) -> Result<BuildReport> {
    refuse(plan, out, options.without_broken).inspect_err(|_| FolderLock::clear_beside(out))?;
    if digests(options.parts) != plan.settings.card {
        let message = "the parts of the card are not those that the plan was made with";
        return Err(Error::new(ErrorKind::Usage, message).with_path(out).with_hint("give the same to both"));
    }
    let inner = if options.bag { bag::DATA } else { "" };
    let staging = StagingDir::create_around(out, inner, "booth pack")?;
    let mut assembly = Assembly::new(&plan.settings, &plan.lock.salt, &staging, input.scratch)?;
    let mut done = 0;
    make(plan, input, 0..plan.utterances, &staging, options.threads, &mut |row| {
        assembly.push(&row)?;
        done += 1;
        options.watch.at(done, plan.utterances)
    })?;
    let frames = assembly.frames();
    let planned: u64 = plan.speakers.iter().map(|speaker| speaker.frames).sum();
    if (done, frames) != (plan.utterances, planned) {
        return Err(Error::new(ErrorKind::Session, "the recordings have changed since the plan was made")
            .with_hint("run the command again when nobody records"));
    }
    let holds = assembly.holds();
    let head = Head {
        settings: &plan.settings,
        own_limits: &plan.own_limits,
        refused: &plan.refused_by_reason,
        unreadable: NonZeroU64::new(plan.unreadable.len() as u64),
        lock: &plan.lock,
        withdrawn: &[],
        list: options.withdrawn,
        parts: options.parts,
        threads: options.threads,
        watch: options.watch,
    };
    let release = assembly.finish(&head, &staging)?;
    if options.bag {
        write_bag(&release, &staging)?;
    }
    if let Some(announce) = options.announce {
        // Before it has its name: no release is out that the ledger does not know.
        announce(Sha256::of_file(staging.path().join(checksums::NAME))?.0, holds)?;
    }
    publish(staging, out, plan, options.lock_file, options.threads, input.scratch)?;
    let totals = &release.totals;
    Ok(BuildReport {
        utterances: totals.all.utterances,
        frames,
        audio_bytes: totals.audio_bytes,
        attenuated: totals.attenuated,
        splits: totals.splits.iter().map(|(split, amount)| (*split, amount.utterances)).collect(),
        left_out_of: release.left_out_of,
        catalogue_sha256: release.catalogue_sha256,
        consent_judged_at: plan.consent_judged_at,
    })
}

/// Writes the files of a bag around a corpus that is there as a whole.
pub(super) fn write_bag(release: &Release, staging: &StagingDir) -> Result<()> {
    let home = staging.path();
    let mut manifest = staging.create_outer(bag::MANIFEST)?;
    let mut lines = String::new();
    bag::manifest(home, &mut |line| {
        lines.push_str(line);
        if lines.len() < BAG_BUFFER {
            return Ok(());
        }
        manifest.write(lines.as_bytes())?;
        lines.clear();
        Ok(())
    })?;
    manifest.write(lines.as_bytes())?;
    let info = bag_info(release, bag::oxum(home)?);
    let tags = bag::tag_manifest(&bag::manifest_digest(home)?, &info);
    for (name, text) in [(bag::INFO, &*info), (bag::DECLARATION, bag::DECLARED), (bag::TAG_MANIFEST, &*tags)]
    {
        staging.create_outer(name)?.write(text.as_bytes())?;
    }
    Ok(())
}

#[cfg(test)]
mod tests;
