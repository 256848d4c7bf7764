//! What is known of one take by itself.

use super::Options;
use super::work::Job;
use crate::error::Result;
use crate::fsio;
use crate::quality::Measurements;
use crate::quality::fingerprint::Fingerprint;
use crate::recordings::assess::assessor::Assessor;
use crate::recordings::assess::measure::{measure_and_hash, measure_any, measure_file};
use crate::recordings::assess::opinion::Models;
use crate::recordings::assess::sound::Sounding;
use crate::recordings::session::numbers::FileForm;
use crate::units::SampleRate;
use serde::{Deserialize, Serialize};

/// The finding of a take whose samples, rate, channels or length are not those that were published.
pub const FILE_ALTERED: &str = "file-altered";
/// The finding of a take whose file is gone.
pub const FILE_MISSING: &str = "file-missing";

/// What is wrong with the file of a take.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum FileFault {
    Missing,
    Altered,
}

/// The measurements of a take, and the state of its file.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Measured {
    pub(super) numbers: Measurements,
    pub(super) fault: Option<FileFault>,
    /// Whether it is what the session says; not asked where this machine has attested that before.
    #[serde(skip)]
    pub(super) agrees: Option<bool>,
}

impl Measured {
    /// Takes measurements as they are.
    pub(super) fn known(numbers: Measurements) -> Self {
        Self { numbers, fault: None, agrees: None }
    }

    /// Says why the file of a take is not there.
    pub(super) fn missing(why: &str) -> Self {
        Self { numbers: Measurements::unreadable(why), fault: Some(FileFault::Missing), agrees: None }
    }

    /// Measures a take or file, and has `models` hear it if there are any. When the ledger does not know yet that the
    /// session tells the truth of a take, and it does, that is noted.
    pub(super) fn of(job: &Job, models: &Models, options: &Options) -> Result<(Self, Option<Fingerprint>)> {
        let longest = job.longest(options);
        let hear = |channel, claimed: bool| {
            let ((mut measured, grid), sha256) = if claimed {
                let (heard, sha256) = measure_and_hash(&job.path, channel, longest)?;
                (heard, Some(sha256))
            } else {
                let heard = match channel {
                    Some(channel) => measure_file(&job.path, Some(channel), longest)?,
                    None => measure_any(&job.path, longest)?,
                };
                (heard, None)
            };
            let mut fingerprint = None;
            if let Some(grid) = grid {
                fingerprint = Fingerprint::of(&grid);
                if let Some(text) = &job.text {
                    Assessor::hear(&mut measured, &grid, text, &job.locale);
                }
                models.apply(&mut measured, &grid, &job.path)?;
            }
            Ok((measured, fingerprint, sha256))
        };
        let Some(take) = &job.take else {
            let (measured, fingerprint, _) = hear(None, false)?;
            return Ok((Self::known(measured), fingerprint));
        };
        let claim = take.claim.filter(|claim| !claim.known).map(|claim| claim.attestation);
        match hear(Some(take.channel), claim.is_some()) {
            // A take without its file is a fault of the data, which the other takes must not suffer from.
            Err(error) if fsio::look(&job.path)?.is_none() => Ok((Self::missing(error.message()), None)),
            Err(error) => Err(error),
            Ok((measured, fingerprint, sha256)) => {
                let samples = take.pcm_sha256.is_some() && take.pcm_sha256 != measured.pcm_sha256;
                let form = SampleRate::new(measured.sr).is_ok_and(|rate| {
                    take.form != FileForm { rate, channels: measured.channels, frames: measured.frames }
                });
                let altered = samples || form;
                let mut agrees = None;
                if let (Some(claim), Some(sha256)) = (claim, sha256) {
                    let text = job.text.as_deref().unwrap_or("");
                    let sounding = Sounding { sha256, channel: take.channel, text, locale: &job.locale };
                    let is_true = sounding.attest(&measured)? == claim;
                    if let Some(ledger) = options.ledger.filter(|_| is_true) {
                        ledger.note(claim);
                    }
                    agrees = Some(is_true);
                }
                Ok((
                    Self { numbers: measured, fault: altered.then_some(FileFault::Altered), agrees },
                    fingerprint,
                ))
            }
        }
    }
}
