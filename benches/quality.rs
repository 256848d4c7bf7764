//! How fast takes are measured, on one core: times real time, and the wait after a take has stopped.
//!
//! `cargo bench --bench quality [SECONDS]`; the best of several rounds counts, as on a busy machine the rest is noise.
//! Goals: 600 times real time at 48 kHz or more, and under 20 ms from stop to verdict for a take of 10 s.

#![expect(
    clippy::disallowed_methods,
    clippy::disallowed_macros,
    reason = "a bench reads its argument and prints its table"
)]

#[path = "../tests/voice.rs"]
#[expect(dead_code, reason = "shared with the unit tests, which use all of it")]
mod voice;

use booth::quality::{Meter, MeterSpec, Policy, judge};
use booth::units::SampleRate;
use std::time::{Duration, Instant};
use voice::Voice;

/// Samples of a block, as a sound card gives them.
const BLOCK: usize = 480;

fn take(rate: u32, length_s: f64) -> Vec<f32> {
    let words = (0..(length_s / 0.45) as u32)
        .filter(|n| n % 7 != 6)
        .map(|n| (0.5 + 0.45 * f64::from(n), 0.4, 100.0 + 10.0 * f64::from(n % 5), n as usize % 5))
        .filter(|word| word.0 + 1.0 < length_s)
        .collect();
    let (clip, after) = ((-1.0, 1.0), 1.0);
    let voice = Voice {
        rate,
        length_s,
        words,
        peak_db: -6.0,
        noise_db: Some(-60.0),
        dc: 0.001,
        clip,
        after,
        seed: 1,
        letters: None,
    };
    voice.speak()
}

/// Measures and judges one take; returns the whole time and that after the last sample.
fn round(rate: u32, samples: &[f32], policy: &Policy) -> (Duration, Duration) {
    let spec = MeterSpec::new(SampleRate::new(rate).expect("a common rate"), 16);
    let start = Instant::now();
    let mut meter = Meter::new(spec);
    for block in samples.chunks(BLOCK) {
        meter.push(block);
    }
    let stop = Instant::now();
    let judgement = judge(&meter.finish(), policy);
    let end = Instant::now();
    assert!(judgement.findings.len() < 5, "{judgement:?}");
    (end - start, end - stop)
}

fn main() {
    let seconds: f64 = std::env::args().skip(1).find_map(|word| word.parse().ok()).unwrap_or(2.0);
    let policy = Policy::default();
    println!("{:>8} {:>8} {:>14} {:>14}", "rate Hz", "take s", "x real time", "stop ms");
    for (rate, length_s) in
        [(16_000, 3.0), (44_100, 3.0), (48_000, 3.0), (48_000, 10.0), (96_000, 3.0), (48_000, 600.0)]
    {
        let samples = take(rate, length_s);
        let (mut whole, mut stop) = round(rate, &samples, &policy);
        let until = Instant::now() + Duration::from_secs_f64(seconds);
        while Instant::now() < until {
            let (this, after) = round(rate, &samples, &policy);
            whole = whole.min(this);
            stop = stop.min(after);
        }
        println!(
            "{rate:>8} {length_s:>8} {:>14.0} {:>14.2}",
            length_s / whole.as_secs_f64(),
            stop.as_secs_f64() * 1000.0
        );
    }
}
