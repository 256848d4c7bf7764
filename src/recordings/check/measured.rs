//! What is known of one take by itself.

use super::work::Job;
use crate::error::Result;
use crate::fsio;
use crate::quality::Measurements;
use crate::quality::fingerprint::Fingerprint;
use crate::recordings::assess::assessor::Assessor;
use crate::recordings::assess::measure::measure_file;
use crate::recordings::assess::opinion::Models;
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
    pub(super) measured: Measurements,
    pub(super) fault: Option<FileFault>,
}

impl Measured {
    /// Measures a take or file, and has `models` hear it if there are any.
    pub(super) fn of(job: &Job, models: &Models) -> Result<(Self, Option<Fingerprint>)> {
        let hear = |channel| {
            let (mut measured, grid) = measure_file(&job.path, channel)?;
            let mut fingerprint = None;
            if let Some(grid) = grid {
                fingerprint = Fingerprint::of(&grid);
                if let Some(text) = &job.text {
                    Assessor::hear(&mut measured, &grid, text, &job.locale);
                }
                models.apply(&mut measured, &grid, &job.path)?;
            }
            Ok((measured, fingerprint))
        };
        let Some(take) = &job.take else {
            let (measured, fingerprint) = hear(None)?;
            return Ok((Self { measured, fault: None }, fingerprint));
        };
        match hear(Some(take.channel)) {
            // A take without its file is a fault of the data, which the other takes must not suffer from.
            Err(error) if fsio::look(&job.path)?.is_none() => {
                let measured = Measurements::unreadable(error.message());
                Ok((Self { measured, fault: Some(FileFault::Missing) }, None))
            }
            Err(error) => Err(error),
            Ok((measured, fingerprint)) => {
                let samples = take.pcm_sha256.is_some() && take.pcm_sha256 != measured.pcm_sha256;
                let form = SampleRate::new(measured.sr).is_ok_and(|rate| {
                    take.form != FileForm { rate, channels: measured.channels, frames: measured.frames }
                });
                let altered = samples || form;
                Ok((Self { measured, fault: altered.then_some(FileFault::Altered) }, fingerprint))
            }
        }
    }
}
