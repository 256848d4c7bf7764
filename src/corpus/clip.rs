//! One clip from recording to release: read, resample, cut, quantise, encode, hash and write in one pass.
//!
//! A clip that its gain makes pass full scale, or miss the level that the release asks for, is made again with another one. The
//! gain follows from the samples of the release and not from what was measured of the recording, whose loudness has a part
//! above the band of the release and in what is cut away.
//!
//! Memory is a few blocks, however long the clip is. The bytes depend on the recording and the settings
//! alone: the arithmetic is f64, and the dither is seeded by the recording's own digest.

use crate::audio::quantise::{Levels, OutputFormat, Quantiser};
use crate::audio::resample::Resampler;
use crate::audio::wav::{Encoding, WavReader, header};
use crate::corpus::catalogue::Clip;
use crate::corpus::processing::{ClipLevels, Cut, GainSearch, LevelMeter};
use crate::corpus::select::Taken;
use crate::digest::{Hasher, HashingFile, Sha256};
use crate::error::{Error, ErrorKind, Result};
use crate::fsio::StagedFile;
use crate::project::Processing;
use crate::units::SampleRate;
use std::ops::Range;
use std::path::Path;

/// Frames read at a time.
const BLOCK_FRAMES: usize = 12 * 1024;
/// Bytes gathered before they are hashed and written.
const WRITE_BYTES: usize = 60 * 1024;
/// Passes in which a gain is found; two are enough but for what rounding and gates do.
const PASSES: usize = 12;
/// Plans kept per worker; recordings have few rates.
const PLANS: usize = 4;

/// What was made of a clip.
#[derive(Debug, Clone, PartialEq)]
pub struct Made {
    /// SHA-256 of the audio file.
    pub sha256: Sha256,
    /// Its bytes.
    pub bytes: u64,
    /// Its frames.
    pub frames: u64,
    /// The gain that was applied, in dB.
    pub gain_db: f64,
    /// Where it was cut, where speech is, and how loud it is.
    pub clip: Clip,
}

/// Takes the bytes of a clip.
pub trait ClipOut {
    /// Takes the next bytes.
    ///
    /// # Errors
    /// Whatever it meets.
    fn write(&mut self, bytes: &[u8]) -> Result<()>;

    /// Forgets what it took.
    ///
    /// # Errors
    /// Whatever it meets.
    fn restart(&mut self) -> Result<()>;
}

impl ClipOut for StagedFile {
    fn write(&mut self, bytes: &[u8]) -> Result<()> {
        StagedFile::write(self, bytes)
    }

    fn restart(&mut self) -> Result<()> {
        StagedFile::restart(self)
    }
}

/// Converts clips; one per thread, so that buffers and resampling plans are made once.
pub struct Converter {
    rate: SampleRate,
    format: OutputFormat,
    processing: Processing,
    plans: Vec<Resampler>,
    input: Vec<f64>,
    released: Vec<f32>,
    resampled: Vec<f64>,
    bytes: Vec<u8>,
}

impl Converter {
    /// Creates a converter to a rate, a format and what else is done.
    pub fn new(rate: SampleRate, format: OutputFormat, processing: Processing) -> Self {
        Self {
            rate,
            format,
            processing,
            released: Vec::new(),
            plans: Vec::new(),
            input: vec![0.0; BLOCK_FRAMES],
            resampled: Vec::new(),
            bytes: Vec::new(),
        }
    }

    /// Returns the rate that it converts to.
    pub fn rate(&self) -> SampleRate {
        self.rate
    }

    /// Converts the recording of a take into `out`.
    ///
    /// # Errors
    /// [`ErrorKind::Integrity`] when the file's bytes are not those that the take names;
    /// [`ErrorKind::Audio`] when it is no WAV file, or not as long as the take says;
    /// [`ErrorKind::Unsupported`] when its rate cannot be converted; [`ErrorKind::Io`].
    pub fn convert(&mut self, source: &Path, take: &Taken, out: &mut dyn ClipOut) -> Result<Made> {
        let processing = self.processing.clone();
        let whole = Resampler::output_frames(take.source.rate, self.rate, take.frames);
        let cut = Cut::of(&processing, &take.source, whole, self.rate);
        let mut search = GainSearch::new(&processing);
        for _ in 0..PASSES {
            let (made, levels, heard) = self.pass(source, take, out, search.gain_db(), &cut)?;
            // The wave between the samples of the recording can pass full scale: lower it, and say so.
            let fits = || 20.0 * libm::log10(self.format.ceiling() / levels.peak);
            if search.tried((levels.over > 0).then(fits), heard) {
                return Ok(made);
            }
            out.restart()?;
        }
        Err(Error::new(
            ErrorKind::Audio,
            "the recording cannot be made to fit full scale and the level of the release",
        )
        .with_path(source))
    }

    /// Returns the place of the plan for a rate.
    fn plan(&mut self, from: SampleRate) -> Result<usize> {
        if let Some(at) = self.plans.iter().position(|plan| plan.from() == from) {
            // An earlier clip may have ended in an error half-way.
            self.plans[at].reset();
            return Ok(at);
        }
        let plan = Resampler::new(from, self.rate)?;
        if self.plans.len() == PLANS {
            self.plans.remove(0);
        }
        self.plans.push(plan);
        Ok(self.plans.len() - 1)
    }

    fn pass(
        &mut self,
        source: &Path,
        take: &Taken,
        out: &mut dyn ClipOut,
        gain_db: f64,
        cut: &Cut,
    ) -> Result<(Made, Levels, ClipLevels)> {
        let here = |error: Error| if error.path().is_some() { error } else { error.with_path(source) };
        let mut file = HashingFile::open(source)?;
        let mut reader = WavReader::new(&mut file).map_err(here)?;
        let info = reader.info().clone();
        let disagrees = |what: &str, found: String, expected: String| {
            Error::new(
                ErrorKind::Integrity,
                format!("the recording has {found}, its take says {expected}{what}"),
            )
            .with_path(source)
            .with_hint("take the file from a backup, or move its session out of the recordings")
        };
        if info.rate != take.source.rate {
            return Err(disagrees("", info.rate.to_string(), take.source.rate.to_string()));
        }
        if info.frames != take.frames {
            return Err(disagrees(" frames", info.frames.to_string(), take.frames.to_string()));
        }
        let whole = Resampler::output_frames(take.source.rate, self.rate, take.frames);
        let frames = cut.left_of(whole);
        let seed = u64::from_be_bytes(std::array::from_fn(|at| take.source.sha256.bytes()[at]));
        // Samples that fit the format as they are stay as they are.
        let keeps = info.rate == self.rate
            && gain_db == 0.0
            && info.encoding == Encoding::Int
            && info.bits <= self.format.bits();
        let quantiser = if keeps { Quantiser::exact(self.format) } else { Quantiser::new(self.format, seed) };
        let mut quantiser = quantiser.with_gain(libm::pow(10.0, gain_db / 20.0)).from(cut.start);
        let mut meter = self.processing.sets_levels().then(|| LevelMeter::new(self.rate));
        let at = self.plan(take.source.rate).map_err(here)?;
        let format = self.format;
        let Self { plans, input, resampled, bytes, released, .. } = self;
        let plan = &mut plans[at];
        let (mut hasher, mut written, mut made) = (Hasher::new(), 0u64, 0u64);
        let mut flush = |bytes: &mut Vec<u8>| {
            hasher.update(bytes);
            written += bytes.len() as u64;
            let outcome = out.write(bytes);
            bytes.clear();
            outcome
        };
        bytes.clear();
        bytes.extend_from_slice(&header(self.rate, 1, self.format, frames).map_err(here)?);
        loop {
            let count = reader.read_f64(take.channel, input).map_err(here)?;
            resampled.clear();
            if count == 0 {
                plan.finish(resampled)?;
            } else {
                plan.push(&input[..count], resampled)?;
            }
            let kept = part(resampled, made, cut.start..whole - cut.end);
            made += resampled.len() as u64;
            let start = bytes.len();
            quantiser.push(kept, bytes);
            if let Some(meter) = &mut meter {
                format.read_back(&bytes[start..], released);
                meter.push(released);
            }
            if bytes.len() >= WRITE_BYTES {
                flush(bytes)?;
            }
            if count == 0 {
                break;
            }
        }
        drop(reader);
        let levels = quantiser.levels();
        if made != whole {
            return Err(disagrees(" frames at the new rate", made.to_string(), whole.to_string()));
        }
        if (frames * self.format.bytes() as u64) % 2 == 1 {
            bytes.push(0);
        }
        flush(bytes)?;
        let (digest, length) = file.finish(bytes).map_err(|error| Error::io("read", source, error))?;
        bytes.clear();
        if digest != take.source.sha256 || length != take.bytes {
            return Err(disagrees(" as SHA-256", digest.to_string(), take.source.sha256.to_string()));
        }
        let heard = meter.map(LevelMeter::finish).unwrap_or_default();
        let ClipLevels { lufs, true_peak_dbtp } = heard.in_hundredths();
        let clip = Clip {
            cut_start: cut.start,
            cut_end: cut.end,
            speech_start: cut.speech.as_ref().map(|speech| speech.start),
            speech_end: cut.speech.as_ref().map(|speech| speech.end),
            lufs,
            true_peak_dbtp,
        };
        Ok((Made { sha256: hasher.finish(), bytes: written, frames, gain_db, clip }, levels, heard))
    }
}

/// Returns what of a block, which begins at frame `first` of the whole, lies in `kept`.
fn part(block: &[f64], first: u64, kept: Range<u64>) -> &[f64] {
    let within = |frame: u64| frame.saturating_sub(first).min(block.len() as u64) as usize;
    &block[within(kept.start)..within(kept.end)]
}
