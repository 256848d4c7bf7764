//! The picture of a take: waveform, spectrogram, speech and the places of its faults.

use crate::audio::decode::read_channel;
use crate::audio::is_sound;
use crate::audio::quantise::OutputFormat;
use crate::audio::wav::{Encoding, WavReader};
use crate::error::{ErrorKind, Result};
use crate::fsio::SeekingFile;
use crate::quality::{Batch, BatchFft, Finding, LANES, Meter, MeterSpec, Place, Places};
use crate::recordings::assess::assessor::INTERRUPTED;
use crate::report::png::{COLOURS, encode};
use crate::units::SampleRate;
use std::fmt::Write as _;
use std::path::Path;

/// Columns of waveform and spectrogram.
pub const WIDTH: usize = 256;
/// Rows of the spectrogram.
pub const ROWS: usize = 56;
/// Half the height of the waveform, in its own units.
pub const HALF: f64 = 32.0;
/// The rest of a longer take is not shown, in seconds.
const SHOWN_S: u64 = 120;
/// From the brightest point of the spectrogram to black.
const DEPTH_DB: f64 = 66.0;
/// The brightest point of the quietest picture: noise alone stays dim.
const LEAST_TOP_DB: f64 = -45.0;
/// The waveform of a quiet take is drawn taller, but never so that its noise looks loud.
const MOST_ZOOM: u32 = 32;

/// A picture of a take, in parts that a page lays over each other.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    /// The spectrogram as a PNG file, frequencies evenly on the mel scale from 0 to half the rate.
    pub spectrogram: Vec<u8>,
    /// The waveform as the path of an SVG of [`WIDTH`] by twice [`HALF`].
    pub waveform: String,
    /// How much taller than full scale the waveform is drawn: 1, 2, 4, …
    pub zoom: u32,
    /// The part that is shown, in seconds.
    pub shown_s: f64,
    /// The length of the take, in seconds.
    pub length_s: f64,
    /// Half the sample rate.
    pub nyquist_hz: f64,
    /// Where speech was found.
    pub speech: Vec<Place>,
    /// The places of the faults, by check id; only those that have any.
    pub marks: Vec<(String, Vec<Place>)>,
}

/// Reads what is shown of a channel of a WAV file, with its form and its length.
fn of_wav(mut reader: WavReader<SeekingFile>, channel: u16) -> Result<(MeterSpec, u64, Vec<f32>)> {
    let info = reader.info().clone();
    let channel = channel.min(info.channels.saturating_sub(1));
    let wanted = info.frames.min(SHOWN_S * u64::from(info.rate.hz())) as usize;
    let mut samples = vec![0f32; wanted];
    let mut filled = 0;
    while filled < wanted {
        match reader.read(channel, &mut samples[filled..])? {
            0 => break,
            count => filled += count,
        }
    }
    samples.truncate(filled);
    let spec = MeterSpec {
        rate: info.rate,
        bits: info.bits,
        channels: info.channels,
        channel,
        integer: info.encoding == Encoding::Int,
    };
    Ok((spec, info.frames, samples))
}

/// Reads the same of a file of another kind.
fn of_decoded(path: &Path, channel: u16) -> Result<(MeterSpec, u64, Vec<f32>)> {
    let heard = read_channel(path, channel, SHOWN_S)?;
    let spec = MeterSpec {
        rate: heard.rate,
        bits: heard.format.bits(),
        channels: heard.channels,
        channel: channel.min(heard.channels - 1),
        integer: heard.format != OutputFormat::Float32,
    };
    Ok((spec, heard.frames, heard.samples))
}

impl Picture {
    /// Reads one channel of a file again and draws it; `None` when it holds no sound.
    ///
    /// # Errors
    /// Those of reading.
    pub fn of(path: &Path, channel: u16, findings: &[Finding]) -> Result<Option<Self>> {
        let reader = WavReader::open(path);
        let is_other = reader.as_ref().is_err_and(|error| error.kind() == ErrorKind::Audio);
        let (spec, frames, mut samples) =
            if is_other { of_decoded(path, channel)? } else { of_wav(reader?, channel)? };
        for sample in samples.iter_mut().filter(|sample| !is_sound(**sample)) {
            // As the meter takes them.
            *sample = 0.0;
        }
        Ok(Self::draw(&samples, spec, frames, findings))
    }

    fn draw(samples: &[f32], spec: MeterSpec, frames: u64, findings: &[Finding]) -> Option<Self> {
        if samples.is_empty() {
            return None;
        }
        let mut meter = Meter::new(spec);
        meter.note_places();
        meter.push(samples);
        let (_, places) = meter.finish_with_places();
        let rate_hz = spec.rate.hz();
        let is_whole = samples.len() as u64 >= frames;
        let marks = findings
            .iter()
            .map(|finding| (finding.id.clone(), marks(&places, finding, is_whole)))
            .filter(|(_, places)| !places.is_empty())
            .collect();
        let (waveform, zoom) = waveform(samples);
        Some(Self {
            spectrogram: encode(WIDTH, &spectrogram(samples, spec.rate)),
            waveform,
            zoom,
            shown_s: places.length_s,
            length_s: frames.max(samples.len() as u64) as f64 / f64::from(rate_hz),
            nyquist_hz: f64::from(rate_hz) / 2.0,
            speech: places.speech,
            marks,
        })
    }
}

/// The places of a finding in what is shown; what lies at the end of a take is not there unless the take `is_whole`.
fn marks(places: &Places, finding: &Finding, is_whole: bool) -> Vec<Place> {
    match finding.id.as_str() {
        "end-cut" | "trail-silence-long" | INTERRUPTED if !is_whole => Vec::new(),
        INTERRUPTED => vec![Place { from_s: places.length_s, to_s: places.length_s }],
        _ => places.of(finding),
    }
}

/// The samples of a column, at least one.
fn column(samples: usize, at: usize) -> std::ops::Range<usize> {
    let from = (at * samples / WIDTH).min(samples.saturating_sub(1));
    from..((at + 1) * samples / WIDTH).clamp(from + 1, samples.max(from + 1))
}

/// The outline of the samples as an SVG path, and how much it is enlarged.
fn waveform(samples: &[f32]) -> (String, u32) {
    let peak = samples.iter().fold(0f32, |peak, sample| peak.max(sample.abs()));
    let mut zoom = 1u32;
    while zoom < MOST_ZOOM && peak > 0.0 && peak * (zoom * 2) as f32 <= 1.0 {
        zoom *= 2;
    }
    let at = |sample: f32| {
        let height = f64::from(sample) * f64::from(zoom);
        (HALF - height.clamp(-1.0, 1.0) * (HALF - 0.5)).round() as i32
    };
    let (mut upper, mut lower) = (Vec::with_capacity(WIDTH), Vec::with_capacity(WIDTH));
    for index in 0..WIDTH {
        let part = &samples[column(samples.len(), index)];
        let most = part.iter().copied().fold(f32::MIN, f32::max);
        let least = part.iter().copied().fold(f32::MAX, f32::min);
        upper.push(at(most));
        // A line is seen even where nothing moves.
        lower.push(at(least).max(at(most) + 1));
    }
    // Down one side and back on the other, in the shortest relative steps.
    let mut path = format!("M0 {}", upper[0]);
    let mut y = upper[0];
    let mut go = |path: &mut String, to: i32, step: &str| {
        // Writing to a string cannot fail.
        let _ = if to == y { write!(path, "h{step}") } else { write!(path, "l{step} {}", to - y) };
        y = to;
    };
    upper[1..].iter().for_each(|&to| go(&mut path, to, "1"));
    go(&mut path, lower[WIDTH - 1], "0");
    lower[..WIDTH - 1].iter().rev().for_each(|&to| go(&mut path, to, "-1"));
    path.push('z');
    (path.replace(" -", "-"), zoom)
}

/// Colours row by row from the highest frequency: the mean power of each column in bands of equal mel.
fn spectrogram(samples: &[f32], rate: SampleRate) -> Vec<u8> {
    let length = (rate.hz() as usize / 50).next_power_of_two().clamp(64, 8192);
    let plan = BatchFft::new(length).expect("powers of two have plans");
    let mut batch = Batch::default();
    let hann: Vec<f32> = (0..length)
        .map(|n| 0.5 - 0.5 * libm::cos(std::f64::consts::TAU * (n as f64 + 0.5) / length as f64))
        .map(|weight| weight as f32)
        .collect();
    let energy: f64 = hann.iter().map(|&weight| f64::from(weight) * f64::from(weight)).sum();
    let scale = 10.0 * libm::log10(energy * length as f64);
    let bins = length / 2;
    let edges = mel_edges(bins, f64::from(rate.hz()) / 2.0);
    let mut levels = vec![0f64; WIDTH * ROWS];
    let (mut frames, mut sum) = (vec![0.0; LANES * length], vec![0.0; bins]);
    for at in 0..WIDTH {
        let part = column(samples.len(), at);
        sum.fill(0.0);
        let windows = (part.len() / (length / 2)).max(1);
        for first in (0..windows).step_by(LANES) {
            let count = LANES.min(windows - first);
            for (lane, frame) in frames.chunks_exact_mut(length).take(count).enumerate() {
                let centre = part.start + (2 * (first + lane) + 1) * part.len() / (2 * windows);
                for (n, out) in frame.iter_mut().enumerate() {
                    let sample = (centre + n).checked_sub(length / 2).and_then(|index| samples.get(index));
                    *out = sample.copied().unwrap_or(0.0);
                }
            }
            let (_, power) = plan.run(&frames, length, count, &hann, &mut batch);
            for (sum, power) in sum.iter_mut().zip(power) {
                let power: f32 = power.iter().sum();
                *sum += f64::from(power) / windows as f64;
            }
        }
        for row in 0..ROWS {
            let (from, to) = (edges[row] as usize, (edges[row + 1].ceil() as usize).min(bins));
            let band = &sum[from.min(bins - 1)..to.max(from.min(bins - 1) + 1)];
            let mean = band.iter().sum::<f64>() / band.len() as f64;
            levels[(ROWS - 1 - row) * WIDTH + at] = 10.0 * libm::log10(mean.max(1e-20)) - scale;
        }
    }
    let top = levels.iter().copied().fold(LEAST_TOP_DB, f64::max);
    let colour = |level: &f64| {
        let share = (level - top + DEPTH_DB) / DEPTH_DB;
        (share * (COLOURS - 1) as f64).round().clamp(0.0, (COLOURS - 1) as f64) as u8
    };
    levels.iter().map(colour).collect()
}

/// The bins, with fractions, where the rows begin; the last is one past the end.
fn mel_edges(bins: usize, nyquist_hz: f64) -> Vec<f64> {
    (0..=ROWS).map(|row| hz_at(row as f64 / ROWS as f64, nyquist_hz) / nyquist_hz * bins as f64).collect()
}

/// Mels of a frequency (O'Shaughnessy's formula).
fn mel(hz: f64) -> f64 {
    2595.0 * libm::log10(1.0 + hz / 700.0)
}

fn hz_at(height: f64, nyquist_hz: f64) -> f64 {
    700.0 * (libm::pow(10.0, height * mel(nyquist_hz) / 2595.0) - 1.0)
}

/// Returns how high a frequency stands in the spectrogram, 0 at the bottom to 1.
pub fn height_of(hz: f64, nyquist_hz: f64) -> f64 {
    if nyquist_hz > 0.0 { (mel(hz.max(0.0)) / mel(nyquist_hz)).clamp(0.0, 1.0) } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tone(rate_hz: u32, hz: f64, length: usize) -> Vec<f32> {
        let step = std::f64::consts::TAU * hz / f64::from(rate_hz);
        (0..length).map(|n| (0.2 * libm::sin(n as f64 * step)) as f32).collect()
    }

    #[test]
    fn a_tone_is_bright_in_its_row_for_every_length_and_rate() {
        // Oracle: the mel scale says in which row a frequency lies.
        for (rate_hz, hz) in [(8_000, 1_000.0), (16_000, 3_000.0), (44_100, 10_000.0), (192_000, 20_000.0)] {
            for length in [100, 1_000, 96_000] {
                let rate = SampleRate::new(rate_hz).unwrap();
                let pixels = spectrogram(&tone(rate_hz, hz, length), rate);
                assert_eq!(pixels.len(), WIDTH * ROWS);
                let brightest = (0..ROWS).max_by_key(|row| pixels[row * WIDTH + WIDTH / 2]).unwrap();
                let wanted = (1.0 - height_of(hz, f64::from(rate_hz) / 2.0)) * ROWS as f64;
                let off = (brightest as f64 + 0.5 - wanted).abs();
                assert!(off < if length == 100 { 12.0 } else { 1.6 }, "{rate_hz} {hz} {length}: {off}");
            }
        }
    }

    #[test]
    fn a_waveform_spans_the_picture_and_stays_inside() {
        for length in [1, 2, 255, 257, 50_000] {
            let (path, zoom) = waveform(&tone(16_000, 100.0, length));
            assert!(zoom == 4 || length < 255, "{zoom}");
            let steps = path.matches(['h', 'l']).count();
            assert_eq!(steps, 2 * WIDTH - 1, "{path}");
            assert!(path.starts_with("M0 ") && path.ends_with('z'));
        }
        assert_eq!(waveform(&[0.0; 1000]).1, 1);
    }

    #[test]
    fn silence_is_dark_and_nothing_is_no_picture() {
        let rate = SampleRate::new(16_000).unwrap();
        assert!(spectrogram(&vec![0.0; 5_000], rate).iter().all(|&colour| colour == 0));
        let spec = MeterSpec::new(rate, 16);
        assert_eq!(Picture::draw(&[], spec, 0, &[]), None);
        assert!(Picture::draw(&[0.0], spec, 1, &[]).is_some());
    }
}
