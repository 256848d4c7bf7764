//! One recording: decoded without loss to WAV, and measured from what was written.

use super::cut::Cut;
use super::plan::PlannedItem;
use super::sound::Shelf;
use crate::audio::decode::Decoded;
use crate::audio::wav::{WavWriter, header};
use crate::digest::Sha256;
use crate::error::{Error, ErrorKind, Result};
use crate::fsio::PartialFile;
use crate::ids::Locale;
use crate::progress::Watch;
use crate::quality::{Longest, Measurements};
use crate::recordings::assess::assessor::Assessor;
use crate::recordings::assess::measure::measure_file;
use crate::severity::Severity;
use crate::units::SampleRate;
use std::io::BufWriter;
use std::path::{Path, PathBuf};

/// A recording that was written under a temporary name, durably, and measured.
#[derive(Debug)]
pub(super) struct Clip {
    pub partial: PathBuf,
    pub sha256: Sha256,
    pub bytes: u64,
    pub rate: SampleRate,
    pub measurements: Measurements,
    /// What is wrong with the source without keeping it from being read.
    pub faults: Vec<String>,
    /// How bad they are: what is odd about a header loses nothing.
    pub faulty: Severity,
}

/// What came of a recording.
#[derive(Debug)]
pub(super) enum Made {
    /// It is ready to be published.
    Clip(Box<Clip>),
    /// It cannot be used.
    LeftOut {
        /// Why, without a full stop.
        reason: String,
        /// Whether the same bytes would fail again.
        lasting: bool,
    },
    /// The import cannot go on.
    Failed(Error),
    /// The user asked to stop.
    Stopped,
}

/// Decodes the recording to `target` (under its temporary name) and measures it, as far as a take may be long.
pub(super) fn make(
    item: &PlannedItem,
    locale: &Locale,
    longest: Longest,
    (target, shelf): (&Path, &mut Shelf),
    watch: &dyn Watch,
) -> Made {
    let written = match write(item, (target, shelf), watch) {
        Ok(written) => written,
        Err(made) => return made,
    };
    let partial = written.partial.clone();
    let made = match measure(written, &item.text, locale, longest) {
        Ok(clip) => Made::Clip(Box::new(clip)),
        Err(error) => Made::Failed(error),
    };
    if !matches!(made, Made::Clip(_)) {
        // The next start removes it if this does not.
        let _ = crate::fsio::remove_leftover(&partial);
    }
    made
}

struct Written {
    partial: PathBuf,
    rate: SampleRate,
    frames: u64,
    faults: Vec<String>,
    faulty: Severity,
}

/// Says why a recording would be left out, as far as its beginning tells.
pub(super) fn left_out(item: &PlannedItem, shelf: &mut Shelf) -> Option<String> {
    match opened(item, shelf) {
        Err(Made::LeftOut { reason, .. }) => Some(reason),
        _ => None,
    }
}

/// Opens a recording that can be taken over, as far as its beginning tells.
fn opened(item: &PlannedItem, shelf: &mut Shelf) -> Result<Decoded, Made> {
    let source = item.sound.decode(&item.path, shelf).map_err(|error| unusable(&error))?;
    // What is written would be whole, and no check could tell any more that the end is missing.
    if let Some(fault) = source.loss() {
        return Err(Made::LeftOut { reason: fault.to_string(), lasting: true });
    }
    // What the file says of its length must fit before anything is written: a small file can fill a disk.
    if let Some(frames) = source.frames().filter(|_| item.part.is_none()) {
        header(source.rate(), source.channels(), source.format(), frames)
            .map_err(|error| unusable(&error))?;
    }
    Ok(source)
}

fn write(
    item: &PlannedItem,
    (target, shelf): (&Path, &mut Shelf),
    watch: &dyn Watch,
) -> Result<Written, Made> {
    let mut source = opened(item, shelf)?;
    let failed =
        |error: Error| Made::Failed(if error.path().is_none() { error.with_path(target) } else { error });
    let file = PartialFile::create(target).map_err(failed)?;
    let (rate, channels) = (source.rate(), source.channels());
    let mut writer = WavWriter::new(BufWriter::new(file), rate, channels, source.format(), None)
        .map_err(|error| if error.kind() == ErrorKind::Io { failed(error) } else { unusable(&error) })?;
    let mut block = Vec::new();
    let mut cut = Cut::of(item.part, rate, channels);
    while !cut.is_done() && source.next_block(&mut block).map_err(|error| unusable(&error))? {
        if watch.stopped() {
            return Err(Made::Stopped);
        }
        // Longer than a WAV file can be: the source's fault, not the disk's.
        let too_long = |error: Error| match error.kind() {
            ErrorKind::Unsupported => unusable(&error),
            _ => failed(error),
        };
        writer.write_f64(cut.of_block(&block)).map_err(too_long)?;
    }
    if cut.is_short(rate) {
        let reason = "the recording ends before this part of it does".to_owned();
        return Err(Made::LeftOut { reason, lasting: true });
    }
    if source.not_finite() > 0 {
        let reason = format!("{} samples are not finite numbers", source.not_finite());
        return Err(Made::LeftOut { reason, lasting: true });
    }
    if item.sound.modified() != item.modified {
        let reason = "the file was changed while it was being imported".to_owned();
        return Err(Made::LeftOut { reason, lasting: false });
    }
    let (buffer, frames) = writer.finish().map_err(failed)?;
    if frames == 0 {
        return Err(Made::LeftOut { reason: "it holds no audio".to_owned(), lasting: true });
    }
    let mut file =
        buffer.into_inner().map_err(|error| failed(Error::io("write", target, error.into_error())))?;
    file.sync().map_err(failed)?;
    let faulty = if source.is_plain() { Severity::Info } else { Severity::Warn };
    Ok(Written { partial: file.keep(), rate, frames, faults: source.faults().to_vec(), faulty })
}

/// Says that the source cannot be used; only what the system says may pass.
fn unusable(error: &Error) -> Made {
    let is_audio = error.kind() == ErrorKind::Audio;
    let reason = if is_audio { error.in_one_line() } else { error.message().to_owned() };
    Made::LeftOut { reason, lasting: error.kind() != ErrorKind::Io }
}

/// Measures the file as it was written, by the rules of a later check.
fn measure(written: Written, text: &str, locale: &Locale, longest: Longest) -> Result<Clip> {
    let Written { partial, rate, frames, faults, faulty } = written;
    let (mut measurements, grid) = measure_file(&partial, None, longest)?;
    if let Some(grid) = grid {
        Assessor::hear(&mut measurements, &grid, text, locale);
    }
    if measurements.frames != frames || measurements.unmeasured.contains_key(Measurements::UNREADABLE) {
        return Err(Error::new(ErrorKind::Integrity, "a file that was just written is not what was written")
            .with_path(partial)
            .with_hint("check the disk, then run the same command again"));
    }
    let (sha256, bytes) = Sha256::of_file(&partial)?;
    Ok(Clip { partial, sha256, bytes, rate, measurements, faults, faulty })
}
