//! Speed and quality of the resampler and of what it was chosen over: `cargo bench --bench resample`.
//!
//! Prints the table of docs/decisions/001-resampler.md. Speed is the best of several rounds over clips of 2.78 s,
//! plan reused, one thread. Quality is of stepped tones, away from the ends.

#![expect(
    clippy::disallowed_methods,
    clippy::disallowed_macros,
    reason = "a bench makes its own tones and prints its table"
)]

use booth::audio::Resampler;
use booth::audio::{OutputFormat, Quantiser};
use booth::units::SampleRate;
use rubato::audioadapter_buffers::direct::SequentialSliceOfSlices;
use rubato::{
    Async, Fft, FixedAsync, FixedSync, Indexing, Sample, SincInterpolationParameters, SincInterpolationType,
    WindowFunction,
};
use std::f64::consts::TAU;
use std::hint::black_box;
use std::time::Instant;

const ROUNDS: usize = 5;
/// The least that a round takes, in seconds of processor time.
const ROUND_S: f64 = 0.25;

/// Resamples a whole clip.
type Clip = Box<dyn FnMut(&[f64]) -> Vec<f64>>;

fn booth(from: u32, to: u32) -> Clip {
    let rate = |hz| SampleRate::new(hz).expect("a rate of the bench");
    let mut plan = Resampler::new(rate(from), rate(to)).expect("a pair of the bench");
    Box::new(move |input| {
        let mut out = Vec::with_capacity(input.len());
        for block in input.chunks(30_720) {
            plan.push(block, &mut out).expect("resampling");
        }
        plan.finish(&mut out).expect("resampling");
        out
    })
}

/// Drives any rubato resampler over a clip and drops its delay.
fn drive<T: Sample + Into<f64>>(
    mut inner: impl rubato::Resampler<T> + 'static,
    from: u32,
    to: u32,
    narrow: impl Fn(f64) -> T + 'static,
) -> Clip {
    // Kept between clips, so that no candidate pays for fresh memory.
    let mut input = Vec::new();
    Box::new(move |clip| {
        inner.reset();
        input.clear();
        input.extend(clip.iter().map(|&x| narrow(x)));
        let total = (clip.len() as u64 * u64::from(to)).div_ceil(u64::from(from)) as usize;
        let mut block = vec![narrow(0.0); inner.output_frames_max()];
        let (mut skip, mut position) = (inner.output_delay(), 0);
        let mut out = Vec::with_capacity(total);
        while out.len() < total {
            let left = (input.len() - position).min(inner.input_frames_next());
            let indexing =
                Indexing { input_offset: position, partial_len: Some(left), ..Indexing::default() };
            let (frames, channels) = (block.len(), [&input[..]]);
            let source = SequentialSliceOfSlices::new(&channels, 1, input.len()).expect("sizes");
            let mut channels = [&mut block[..]];
            let mut sink = SequentialSliceOfSlices::new_mut(&mut channels, 1, frames).expect("sizes");
            let written =
                inner.process_into_buffer(&source, &mut sink, Some(&indexing)).expect("resampling").1;
            position += left;
            let skipped = skip.min(written);
            skip -= skipped;
            out.extend(block[skipped..written].iter().map(|&x| x.into()));
        }
        out.truncate(total);
        out
    })
}

fn fft<T: Sample + Into<f64>>(
    from: u32,
    to: u32,
    blocks: usize,
    narrow: impl Fn(f64) -> T + 'static,
) -> Clip {
    let (mut a, mut b) = (from, to);
    while b != 0 {
        (a, b) = (b, a % b);
    }
    let chunk = blocks * (from / a) as usize;
    let window = WindowFunction::BlackmanHarris2;
    let (from_hz, to_hz) = (from as usize, to as usize);
    let inner = Fft::<T>::new_custom(from_hz, to_hz, chunk, 1, 1, window, FixedSync::Both).expect("a plan");
    drive(inner, from, to, narrow)
}

fn fft_defaults(from: u32, to: u32) -> Clip {
    let inner =
        Fft::<f64>::new(from as usize, to as usize, 1024, 1, FixedSync::Both).expect("a plan with defaults");
    drive(inner, from, to, |x| x)
}

fn sinc(from: u32, to: u32) -> Clip {
    let mut parameters = SincInterpolationParameters::new(256, WindowFunction::BlackmanHarris2);
    parameters.oversampling_factor = 256;
    parameters.interpolation = SincInterpolationType::Linear;
    let ratio = f64::from(to) / f64::from(from);
    let inner =
        Async::<f64>::new_sinc(ratio, 1.1, &parameters, 1024, 1, FixedAsync::Input).expect("a filter");
    drive(inner, from, to, |x| x)
}

fn tone(hz: f64, rate: u32, frames: usize) -> Vec<f64> {
    (0..frames).map(|n| (TAU * hz * n as f64 / f64::from(rate)).sin()).collect()
}

fn db(power: f64) -> f64 {
    10.0 * power.log10()
}

/// Returns amplitude and relative power of the rest after fitting a tone of `hz` by least squares.
fn fit(samples: &[f64], hz: f64, rate: u32) -> (f64, f64) {
    let (mut ss, mut sc, mut cc, mut xs, mut xc) = (0.0, 0.0, 0.0, 0.0, 0.0);
    let angle = |n: usize| (TAU * hz * n as f64 / f64::from(rate)).sin_cos();
    for (n, &x) in samples.iter().enumerate() {
        let (s, c) = angle(n);
        (ss, sc, cc, xs, xc) = (ss + s * s, sc + s * c, cc + c * c, xs + x * s, xc + x * c);
    }
    let determinant = ss * cc - sc * sc;
    let (a, b) = ((xs * cc - xc * sc) / determinant, (xc * ss - xs * sc) / determinant);
    let (mut rest, mut power) = (0.0, 0.0);
    for (n, &x) in samples.iter().enumerate() {
        let (s, c) = angle(n);
        rest += (x - a * s - b * c).powi(2);
        power += (a * s + b * c).powi(2);
    }
    (a.hypot(b), rest / power)
}

/// Steps over tones and returns (worst gain error to 7.6 kHz, worst alias above 8.4 kHz, worst of 8.0 to 8.4 kHz,
/// residual at 1 kHz), all in dB.
fn quality(clip: &mut Clip, from: u32, to: u32) -> (f64, f64, f64, f64) {
    let frames = from as usize / 2;
    let middle = to as usize / 8..to as usize * 3 / 8;
    let mut gain = 0f64;
    for step in 0..40 {
        let hz = 20.0 + 7_580.0 * f64::from(step) / 39.0;
        let out = clip(&tone(hz, from, frames));
        gain = gain.max((20.0 * fit(&out[middle.clone()], hz, to).0.log10()).abs());
    }
    let mut worst = |low: f64, high: f64, steps: u32| {
        (0..steps).fold(f64::NEG_INFINITY, |worst, step| {
            let hz = low + (high - low) * f64::from(step) / f64::from(steps - 1);
            let out = clip(&tone(hz, from, frames));
            let power = out[middle.clone()].iter().map(|x| x * x).sum::<f64>() / middle.len() as f64 / 0.5;
            worst.max(db(power))
        })
    };
    let alias = worst(8_400.0, f64::from(from) / 2.0 - 50.0, 60);
    let edge = worst(8_010.0, 8_390.0, 20);
    let out = clip(&tone(1_000.0, from, frames));
    (gain, alias, edge, db(fit(&out[middle], 1_000.0, to).1))
}

/// Returns the place of an impulse's peak against where it belongs, in output frames (parabola over dB).
fn offset(clip: &mut Clip, from: u32, to: u32) -> f64 {
    let place = from as usize / 10;
    let mut input = vec![0.0; from as usize / 5];
    input[place] = 1.0;
    let out = clip(&input);
    let peak = (1..out.len() - 1).max_by(|&a, &b| out[a].total_cmp(&out[b])).unwrap_or(1);
    let (a, b, c) = (out[peak - 1], out[peak], out[peak + 1]);
    peak as f64 + 0.5 * (a - c) / (a - 2.0 * b + c) - place as f64 * f64::from(to) / f64::from(from)
}

/// Returns seconds of processor time of this thread where the system tells (Linux), else of the wall clock.
fn clock(start: Instant) -> f64 {
    std::fs::read_to_string("/proc/thread-self/schedstat")
        .ok()
        .and_then(|text| text.split(' ').next()?.parse::<f64>().ok())
        .map_or_else(|| start.elapsed().as_secs_f64(), |nanoseconds| nanoseconds / 1e9)
}

/// Times `work` on `seconds` of sound and returns seconds of sound per second of the best round.
fn speed(seconds: f64, mut work: impl FnMut()) -> f64 {
    let origin = Instant::now();
    let mut run = |count: usize| {
        let started = clock(origin);
        (0..count).for_each(|_| work());
        clock(origin) - started
    };
    // The system's count of processor time moves in steps of some milliseconds.
    let mut count = 16;
    while run(count) < ROUND_S {
        count *= 2;
    }
    let best = (0..ROUNDS).map(|_| run(count)).fold(f64::INFINITY, f64::min);
    seconds * count as f64 / best
}

fn main() {
    let pairs = [(48_000u32, 16_000u32, 512usize), (44_100, 16_000, 4)];
    for (from, to, blocks) in pairs {
        println!(
            "\n| {from} -> {to} Hz | x real time | 7.6k dB | alias dB | edge dB | 1 kHz rest dB | offset |"
        );
        println!("|---|---|---|---|---|---|---|");
        let mut candidates: Vec<(String, Clip)> = vec![
            ("Booth (FFT f64, BH2, even)".into(), booth(from, to)),
            ("FFT f32, the same".into(), fft::<f32>(from, to, blocks, |x| x as f32)),
            ("FFT f64, block x2".into(), fft::<f64>(from, to, blocks * 2, |x| x)),
            ("FFT f64, block x4".into(), fft::<f64>(from, to, blocks * 4, |x| x)),
            ("FFT f64, odd".into(), fft::<f64>(from, to, blocks + 3, |x| x)),
            ("FFT f64, rubato's defaults".into(), fft_defaults(from, to)),
            ("sinc f64 256, linear".into(), sinc(from, to)),
        ];
        let seconds = 2.78;
        let clip = tone(997.0, from, (seconds * f64::from(from)) as usize);
        for (name, run) in &mut candidates {
            let fast = speed(seconds, || {
                black_box(run(black_box(&clip)));
            });
            let (gain, alias, edge, rest) = quality(run, from, to);
            let offset = offset(run, from, to);
            println!("| {name} | {fast:.0} | {gain:.5} | {alias:.1} | {edge:.1} | {rest:.1} | {offset:.3} |");
        }
    }
    println!("\n| 48,000 samples quantised | x real time at 16 kHz | MB/s out |\n|---|---|---|");
    let input = tone(997.0, 16_000, 48_000);
    for (name, format) in [
        ("16-bit, TPDF", OutputFormat::Int16),
        ("24-bit", OutputFormat::Int24),
        ("float", OutputFormat::Float32),
    ] {
        let mut quantiser = Quantiser::new(format, 1);
        let mut bytes = Vec::new();
        let fast = speed(3.0, || {
            bytes.clear();
            quantiser.push(black_box(&input), &mut bytes);
            black_box(&bytes);
        });
        println!("| {name} | {fast:.0} | {:.0} |", fast * 16_000.0 * format.bytes() as f64 / 1e6);
    }
}
