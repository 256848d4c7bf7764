//! Changing the sample rate: rubato's FFT resampler in f64, driven so that nothing shifts and the length is exact.
//!
//! docs/decisions/001-resampler.md has the measurements behind the settings.

use crate::error::{Error, ErrorKind, Result};
use crate::units::SampleRate;
use rubato::audioadapter_buffers::direct::SequentialSliceOfSlices;
use rubato::{Fft, FixedSync, Indexing, Resampler as _, WindowFunction};

/// The shorter side of a block has at least this many frames; it sets how sharp the filter is.
const MIN_BLOCK_FRAMES: u64 = 512;
/// The longer side of a block may have this many frames (some 60 MB of buffers).
const MAX_BLOCK_FRAMES: u64 = 400_000;

/// Changes the sample rate of one channel, block by block.
///
/// Frame `i` of the output stands at the time `i / to` of the input: the delay of the filter is removed. Output
/// has `ceil(frames * to / from)` frames. How the input is cut into pushes does not change a bit of it.
/// Making one plans two Fourier transforms (about 0.3 ms), so keep it for all clips of a rate.
pub struct Resampler {
    from: SampleRate,
    to: SampleRate,
    engine: Option<Engine>,
    frames_in: u64,
    frames_out: u64,
}

/// rubato and its buffers; absent when the rates are equal.
struct Engine {
    fft: Fft<f64>,
    input: Vec<f64>,
    filled: usize,
    output: Vec<f64>,
    delay: usize,
    skip: usize,
}

impl std::fmt::Debug for Resampler {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Resampler")
            .field("from", &self.from)
            .field("to", &self.to)
            .field("frames_in", &self.frames_in)
            .finish_non_exhaustive()
    }
}

fn greatest_common_divisor(a: u64, b: u64) -> u64 {
    if b == 0 { a } else { greatest_common_divisor(b, a % b) }
}

/// Returns the frames in a block of each side, or `None` when that is more than can be held.
///
/// The number of smallest blocks is even: an odd one puts the filter's delay between two frames.
fn block_frames(from: SampleRate, to: SampleRate) -> Option<(usize, usize)> {
    let (from, to) = (u64::from(from.hz()), u64::from(to.hz()));
    let divisor = greatest_common_divisor(from, to);
    let (from, to) = (from / divisor, to / divisor);
    let blocks = MIN_BLOCK_FRAMES.div_ceil(from.min(to)).next_multiple_of(2);
    let (from, to) = (from * blocks, to * blocks);
    (from.max(to) <= MAX_BLOCK_FRAMES).then_some((from as usize, to as usize))
}

impl Resampler {
    /// Makes the plan for two rates.
    ///
    /// # Errors
    /// [`ErrorKind::Unsupported`] when the rates have too small a common divisor for their size (199,999 and
    /// 768,000 Hz, say).
    pub fn new(from: SampleRate, to: SampleRate) -> Result<Self> {
        let engine = if from == to { None } else { Some(Engine::new(from, to)?) };
        Ok(Self { from, to, engine, frames_in: 0, frames_out: 0 })
    }

    /// Returns the rate of the input.
    pub fn from(&self) -> SampleRate {
        self.from
    }

    /// Returns the rate of the output.
    pub fn to(&self) -> SampleRate {
        self.to
    }

    /// Returns the length of the output for an input of `frames`: `ceil(frames * to / from)`.
    pub fn output_frames(from: SampleRate, to: SampleRate, frames: u64) -> u64 {
        let product = u128::from(frames) * u128::from(to.hz());
        u64::try_from(product.div_ceil(u128::from(from.hz()))).unwrap_or(u64::MAX)
    }

    /// Takes in samples and appends the output that is ready to `out`.
    ///
    /// # Errors
    /// None that input can cause; [`ErrorKind::Unsupported`] would be a fault of the resampler.
    pub fn push(&mut self, input: &[f64], out: &mut Vec<f64>) -> Result<()> {
        self.frames_in += input.len() as u64;
        let Some(engine) = &mut self.engine else {
            out.extend_from_slice(input);
            return Ok(());
        };
        let mut rest = input;
        while !rest.is_empty() {
            let count = rest.len().min(engine.input.len() - engine.filled);
            let (now, later) = rest.split_at(count);
            engine.input[engine.filled..engine.filled + count].copy_from_slice(now);
            engine.filled += count;
            rest = later;
            if engine.filled == engine.input.len() {
                let ready = engine.run()?;
                out.extend_from_slice(ready);
                self.frames_out += ready.len() as u64;
            }
        }
        Ok(())
    }

    /// Appends the rest of the output to `out` and makes ready for the next clip.
    ///
    /// # Errors
    /// As [`Resampler::push`].
    pub fn finish(&mut self, out: &mut Vec<f64>) -> Result<()> {
        if let Some(engine) = &mut self.engine {
            let total = Self::output_frames(self.from, self.to, self.frames_in);
            while self.frames_out < total {
                let ready = engine.run()?;
                let count = (ready.len() as u64).min(total - self.frames_out) as usize;
                out.extend_from_slice(&ready[..count]);
                self.frames_out += count as u64;
            }
        }
        self.reset();
        Ok(())
    }

    /// Forgets what was pushed; the plan stays.
    pub fn reset(&mut self) {
        (self.frames_in, self.frames_out) = (0, 0);
        if let Some(engine) = &mut self.engine {
            engine.fft.reset();
            (engine.filled, engine.skip) = (0, engine.delay);
        }
    }
}

impl Engine {
    fn new(from: SampleRate, to: SampleRate) -> Result<Self> {
        let unsupported = || {
            Error::new(ErrorKind::Unsupported, format!("resampling from {from} to {to} is not supported"))
                .with_hint("resample to a common rate such as 48000 Hz first")
        };
        let (block_in, block_out) = block_frames(from, to).ok_or_else(unsupported)?;
        let fft = Fft::<f64>::new_custom(
            from.hz() as usize,
            to.hz() as usize,
            block_in,
            1,
            1,
            WindowFunction::BlackmanHarris2,
            FixedSync::Both,
        )
        .map_err(|error| unsupported().with_source(error))?;
        let delay = fft.output_delay();
        debug_assert_eq!((fft.fft_size_in(), fft.fft_size_out()), (block_in, block_out));
        Ok(Self {
            fft,
            input: vec![0.0; block_in],
            filled: 0,
            output: vec![0.0; block_out],
            delay,
            skip: delay,
        })
    }

    /// Resamples one block (what is missing counts as silence) and returns the output past the delay.
    fn run(&mut self) -> Result<&[f64]> {
        let failed = |what: String| Error::new(ErrorKind::Unsupported, format!("cannot resample: {what}"));
        let indexing = Indexing { partial_len: Some(self.filled), ..Indexing::default() };
        let frames = self.output.len();
        let written = {
            let channels = [&self.input[..]];
            let input = SequentialSliceOfSlices::new(&channels, 1, self.input.len())
                .map_err(|error| failed(error.to_string()))?;
            let mut channels = [&mut self.output[..]];
            let mut output = SequentialSliceOfSlices::new_mut(&mut channels, 1, frames)
                .map_err(|error| failed(error.to_string()))?;
            self.fft
                .process_into_buffer(&input, &mut output, Some(&indexing))
                .map_err(|error| failed(error.to_string()))?
                .1
        };
        self.filled = 0;
        let skipped = self.skip.min(written);
        self.skip -= skipped;
        Ok(&self.output[skipped..written])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::Noise;
    use proptest::prelude::*;
    use std::f64::consts::TAU;

    const PAIRS: [(u32, u32); 5] =
        [(44_100, 16_000), (48_000, 16_000), (48_000, 22_050), (8_000, 16_000), (16_000, 44_100)];

    fn plan(from: u32, to: u32) -> Resampler {
        Resampler::new(SampleRate::new(from).unwrap(), SampleRate::new(to).unwrap()).unwrap()
    }

    fn resample(plan: &mut Resampler, input: &[f64], piece: usize) -> Vec<f64> {
        let mut out = Vec::new();
        for block in input.chunks(piece) {
            plan.push(block, &mut out).unwrap();
        }
        plan.finish(&mut out).unwrap();
        out
    }

    fn tone(hz: f64, rate: u32, frames: usize) -> Vec<f64> {
        (0..frames).map(|n| (TAU * hz * n as f64 / f64::from(rate)).sin()).collect()
    }

    fn db(power: f64) -> f64 {
        10.0 * power.log10()
    }

    /// Fits a sine and a cosine of `hz` by least squares; returns the amplitude, the phase in radians and
    /// the power of what is left, relative to the tone.
    fn fit(samples: &[f64], hz: f64, rate: u32) -> (f64, f64, f64) {
        let (mut ss, mut sc, mut cc, mut xs, mut xc) = (0.0, 0.0, 0.0, 0.0, 0.0);
        let angle = |n: usize| TAU * hz * n as f64 / f64::from(rate);
        for (n, &x) in samples.iter().enumerate() {
            let (s, c) = angle(n).sin_cos();
            (ss, sc, cc, xs, xc) = (ss + s * s, sc + s * c, cc + c * c, xs + x * s, xc + x * c);
        }
        let det = ss * cc - sc * sc;
        let (a, b) = ((xs * cc - xc * sc) / det, (xc * ss - xs * sc) / det);
        let (mut rest, mut power) = (0.0, 0.0);
        for (n, &x) in samples.iter().enumerate() {
            let (s, c) = angle(n).sin_cos();
            rest += (x - a * s - b * c).powi(2);
            power += (a * s + b * c).powi(2);
        }
        (a.hypot(b), b.atan2(a), rest / power)
    }

    /// The oracle is arithmetic: an impulse at input frame `n` is at output frame `n * to / from`.
    #[test]
    fn an_impulse_stays_where_it_was() {
        for (from, to) in PAIRS {
            let divisor = greatest_common_divisor(from.into(), to.into());
            let (step_in, step_out) = (u64::from(from) / divisor, u64::from(to) / divisor);
            let mut plan = plan(from, to);
            let chunk = plan.engine.as_ref().unwrap().input.len();
            for length in [1, 599, 600, chunk - 1, chunk, chunk + 1, 133_441] {
                let places = (length as u64 - 1) / step_in;
                for place in [0, 1.min(places), places / 2, places] {
                    let mut input = vec![0.0; length];
                    input[(place * step_in) as usize] = 1.0;
                    let out = resample(&mut plan, &input, 4096);
                    let peak = (0..out.len()).max_by(|&a, &b| out[a].total_cmp(&out[b])).unwrap();
                    assert_eq!(peak as u64, place * step_out, "{from} to {to}, {length} frames");
                    if peak > 0 && peak + 1 < out.len() {
                        let (a, b, c) = (out[peak - 1], out[peak], out[peak + 1]);
                        let offset = 0.5 * (a - c) / (a - 2.0 * b + c);
                        assert!(offset.abs() < 0.001, "{from} to {to}, {length} frames: {offset}");
                    }
                }
            }
        }
    }

    /// The phase of a tone tells a shift between frames, which an impulse on a frame cannot.
    #[test]
    fn a_tone_keeps_its_phase_and_level() {
        for (from, to) in PAIRS {
            let out = resample(&mut plan(from, to), &tone(1_000.0, from, from as usize / 2), 777);
            let (from_frame, to_frame) = (to as usize / 8, to as usize * 3 / 8);
            let (amplitude, phase, rest) = fit(&out[from_frame..to_frame], 1_000.0, to);
            let started = TAU * 1_000.0 * from_frame as f64 / f64::from(to);
            let error = (phase - started).sin().asin() / TAU / 1_000.0 * f64::from(to);
            assert!(error.abs() < 1e-6, "{from} to {to}: {error} frames off");
            assert!(db(amplitude * amplitude).abs() < 1e-6, "{from} to {to}: amplitude {amplitude}");
            assert!(db(rest) < -185.0, "{from} to {to}: residual {} dB", db(rest));
        }
    }

    /// Goal: flat within 0.001 dB to 7.6 kHz, at 44.1 and 48 kHz.
    #[test]
    fn the_passband_is_flat() {
        for from in [44_100, 48_000] {
            let mut plan = plan(from, 16_000);
            for hz in [20.0, 301.0, 2_003.0, 5_009.0, 7_001.0, 7_507.0, 7_600.0] {
                let out = resample(&mut plan, &tone(hz, from, from as usize / 4), 4096);
                let (amplitude, _, _) = fit(&out[1_000..3_000], hz, 16_000);
                let error = 20.0 * amplitude.log10();
                assert!(error.abs() < 0.001, "{from}: {error} dB at {hz} Hz");
            }
        }
    }

    /// Goal: what lies above the new Nyquist frequency is gone, by 150 dB at the edge and by 170 dB beyond.
    #[test]
    fn nothing_folds_back() {
        for from in [44_100, 48_000] {
            let mut plan = plan(from, 16_000);
            for (hz, limit) in [
                (8_011.0, -150.0),
                (8_100.0, -150.0),
                (8_250.0, -150.0),
                (8_399.0, -150.0),
                (8_450.0, -170.0),
                (9_001.0, -170.0),
                (12_007.0, -170.0),
                (15_999.0, -170.0),
                (16_003.0, -170.0),
                (21_000.0, -170.0),
            ] {
                let out = resample(&mut plan, &tone(hz, from, from as usize / 4), 4096);
                let middle = &out[1_000..3_000];
                let power = middle.iter().map(|x| x * x).sum::<f64>() / middle.len() as f64 / 0.5;
                assert!(db(power) < limit, "{from}: {hz} Hz folds back at {} dB", db(power));
            }
        }
    }

    /// Goal: 96.5 dB at 16 bits; for a tone at -1 dBFS the bound is 6.02 * 16 + 1.76 - 1 = 97.1 dB. The tone has
    /// 997 Hz, since 1,000 Hz would meet the same 16 rounding errors over and over.
    #[test]
    fn sixteen_bit_output_is_limited_by_its_own_steps() {
        use crate::audio::quantise::{OutputFormat, Quantiser};
        for from in [44_100, 48_000] {
            let input: Vec<f64> =
                tone(997.0, from, from as usize).iter().map(|x| x * 10f64.powf(-0.05)).collect();
            let out = resample(&mut plan(from, 16_000), &input, 4096);
            let mut bytes = Vec::new();
            Quantiser::exact(OutputFormat::Int16).push(&out, &mut bytes);
            let codes: Vec<f64> =
                bytes.as_chunks::<2>().0.iter().map(|&raw| f64::from(i16::from_le_bytes(raw))).collect();
            let snr = -db(fit(&codes[2_000..14_000], 997.0, 16_000).2);
            assert!(snr > 96.5, "{from}: {snr} dB");
        }
    }

    /// Golden: f64 sums differ between processors (FFT code is chosen at run time), but far below a 16-bit step.
    /// docs/decisions/001-resampler.md tells how this is run on a processor without AVX.
    #[test]
    fn release_bytes_are_the_same_on_every_processor() {
        use crate::audio::quantise::{OutputFormat, Quantiser};
        use crate::digest::Sha256;
        let mut state = 1u64;
        let noise: Vec<f64> = (0..200_000)
            .map(|_| {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                (state >> 11) as f64 / (1u64 << 53) as f64 - 0.5
            })
            .collect();
        let digests = PAIRS.map(|(from, to)| {
            let mut bytes = Vec::new();
            let out = resample(&mut plan(from, to), &noise, 5_000);
            Quantiser::new(OutputFormat::Int16, 1).push(&out, &mut bytes);
            Sha256::of(bytes).to_string()[..16].to_owned()
        });
        let expected = [
            "f6da3715aab5b1a6",
            "001b9e21fc33c2e7",
            "9cc4b053e73f5c16",
            "a7f8077782e39ddc",
            "e6f55060dc21de8c",
        ];
        assert_eq!(digests, expected);
    }

    #[test]
    fn equal_rates_change_nothing() {
        let input = tone(440.0, 16_000, 1_000);
        assert_eq!(resample(&mut plan(16_000, 16_000), &input, 7), input);
    }

    #[test]
    fn odd_rates_work_or_are_refused_before_memory_is_taken() {
        for (from, to) in [(44_100, 44_056), (768_000, 1_000), (1_000, 768_000), (47_999, 16_000)] {
            let input = tone(200.0, from, from as usize);
            let out = resample(&mut plan(from, to), &input, 10_000);
            assert_eq!(out.len(), to as usize);
            let (amplitude, _, _) = fit(&out[out.len() / 2..out.len() * 3 / 4], 200.0, to);
            assert!((amplitude - 1.0).abs() < 1e-3, "{from} to {to}: amplitude {amplitude}");
        }
        let rate = |hz| SampleRate::new(hz).unwrap();
        let error = Resampler::new(rate(767_999), rate(767_998)).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Unsupported);
        assert!(error.message().contains("767999 Hz to 767998 Hz"), "{error}");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(48))]

        /// Length is `ceil(frames * to / from)`, and neither pushes nor a clip before change a bit.
        #[test]
        fn length_is_exact_and_pushes_do_not_matter(
            pair in 0usize..8,
            frames in 0usize..6_000,
            pieces in prop::collection::vec(1usize..2_000, 1..6),
        ) {
            let (from, to) = [
                (44_100, 16_000), (48_000, 16_000), (48_000, 22_050), (8_000, 16_000),
                (16_000, 8_000), (22_050, 16_000), (96_000, 44_100), (11_025, 48_000),
            ][pair];
            let mut noise = Noise::new(1);
            let input: Vec<f64> = (0..frames)
                .map(|_| f64::from(noise.bits(32)) / f64::from(u32::MAX) - 0.5)
                .collect();
            let mut plan = plan(from, to);
            let whole = resample(&mut plan, &input, frames.max(1));
            let expected = (frames as u64 * u64::from(to)).div_ceil(u64::from(from));
            prop_assert_eq!(whole.len() as u64, expected);
            prop_assert_eq!(Resampler::output_frames(plan.from(), plan.to(), frames as u64), expected);
            let mut out = Vec::new();
            let (mut rest, mut turn) = (&input[..], 0);
            while !rest.is_empty() {
                let (now, later) = rest.split_at(pieces[turn % pieces.len()].min(rest.len()));
                plan.push(now, &mut out).unwrap();
                (rest, turn) = (later, turn + 1);
            }
            plan.finish(&mut out).unwrap();
            prop_assert!(out.iter().zip(&whole).all(|(a, b)| a.to_bits() == b.to_bits()));
            prop_assert_eq!(out.len(), whole.len());
            plan.push(&input, &mut Vec::new()).unwrap();
            plan.reset();
            prop_assert_eq!(resample(&mut plan, &input, 1_000), whole);
        }
    }
}
