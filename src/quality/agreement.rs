//! Agreement with the plain definitions (tests/fixtures/quality/reference.py) on synthetic voices, and
//! what must hold of any take.

use super::reading::{self, SpeakerRate};
use super::{Measurements, Meter, MeterSpec, Policy, judge};
use crate::testing::voice::Voice;
use crate::units::SampleRate;
use proptest::prelude::*;
use serde::Deserialize;
use std::collections::BTreeMap;

const EXPECTED: &str = include_str!("../../tests/fixtures/quality/expected.json");

#[derive(Deserialize)]
struct Example {
    name: String,
    case: Voice,
    #[serde(default)]
    damage: Damage,
    expected: BTreeMap<String, Option<serde_json::Value>>,
}

/// What a broken device does: gaps of one value, and stretches that come twice; start and length in samples.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Damage {
    gaps: Vec<(usize, usize)>,
    repeats: Vec<(usize, usize)>,
}

impl Damage {
    fn put_on(&self, mut samples: Vec<f32>) -> Vec<f32> {
        for &(start, length) in &self.gaps {
            let value = samples[start];
            samples[start..start + length].fill(value);
        }
        for &(start, length) in &self.repeats {
            let copy = samples[start..start + length].to_vec();
            samples.splice(start + length..start + length, copy);
        }
        samples
    }
}

fn spec(rate: u32) -> MeterSpec {
    let rate = SampleRate::new(rate).unwrap();
    MeterSpec::new(rate, 16)
}

fn measure(rate: u32, samples: &[f32]) -> Measurements {
    let mut meter = Meter::new(spec(rate));
    meter.push(samples);
    meter.finish()
}

/// A voice of about a second and a half with what a test varies.
fn example(rate: u32, noise_db: f64) -> Voice {
    Voice {
        rate,
        length_s: 1.5,
        words: vec![(0.4, 0.3, 120.0, 0), (0.8, 0.3, 110.0, 3)],
        peak_db: -8.0,
        noise_db: Some(noise_db),
        dc: 0.0,
        clip: (-1.0, 1.0),
        after: 1.0,
        seed: 7,
        letters: None,
    }
}

/// Metrics that may be absent without a reason.
const OPTIONAL: &[&str] = &["snr_method", "read_spread"];

/// How far a metric may be from its definition; 0 for what must be equal.
fn tolerance(metric: &str) -> f64 {
    match metric {
        // Half a step of the rounding.
        "peak_dbfs" | "rms_dbfs" | "active_dbov" | "crest_db" | "lufs" => 0.005_1,
        "flat" | "dc" => 6e-8,
        "edge" | "dur_ratio" | "slope" => 6e-5,
        "twice" => 1e-3,
        // One or two peaks at the limit of loudness may fall on its other side.
        "tail99_95" | "tail98_80" => 0.022,
        "crest4_db" => 0.010_1,
        "dropouts" | "repeats" => 0.0,
        "activity" => 2e-4,
        "read_z" => 6e-4,
        "noise_floor_dbfs" | "lead_edge_db" | "trail_edge_db" | "lead_step_db" | "trail_step_db"
        | "quiet_db" => 0.01,
        // The envelope of the speech is stored coarsely.
        "snr_db" => 0.03,
        "clip_runs" | "hard_clip_runs" | "lead_ms" | "trail_ms" | "longest_pause_ms" | "speech_s"
        | "said_s" | "span_s" => 1e-6,
        other => panic!("no tolerance for {other}"),
    }
}

#[test]
fn metrics_agree_with_their_definitions() {
    let examples: Vec<Example> = serde_json::from_str(EXPECTED).unwrap();
    let mut faults = Vec::new();
    for example in &examples {
        let mut meter = Meter::new(spec(example.case.rate));
        meter.push(&example.damage.put_on(example.case.speak()));
        let (mut measured, grid) = meter.finish_with_grid();
        if let Some(letters) = example.case.letters {
            let (text, locale) = ("a".repeat(letters), "en-US".parse().unwrap());
            reading::hear_twice(&mut measured, &grid, &text, &locale);
            reading::apply(&mut measured, &text, &locale, &SpeakerRate::new());
        }
        let measured = serde_json::to_value(measured).unwrap();
        for (metric, expected) in &example.expected {
            let got = measured.get(metric).filter(|value| !value.is_null());
            let same = match (got, expected) {
                (None, None) => true,
                (Some(got), Some(expected)) => match (got.as_f64(), expected.as_f64()) {
                    (Some(got), Some(expected)) => (got - expected).abs() <= tolerance(metric),
                    _ => got == expected,
                },
                _ => false,
            };
            if !same {
                faults.push(format!("{}: {metric} is {got:?}, expected {expected:?}", example.name));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert!(examples.len() > 40);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn blocks_do_not_matter(
        rate in prop::sample::select(vec![8_000u32, 16_000, 44_100, 48_000]),
        cuts in prop::collection::vec(0usize..3_000, 1..60),
    ) {
        let samples = example(rate, -50.0).speak();
        let mut meter = Meter::new(spec(rate));
        let mut rest = &samples[..];
        for cut in cuts.iter().cycle().take(10_000) {
            let (now, later) = rest.split_at((*cut).min(rest.len()));
            meter.push(now);
            rest = later;
        }
        meter.push(rest);
        prop_assert_eq!(meter.finish_with_grid(), {
            let mut whole = Meter::new(spec(rate));
            whole.push(&samples);
            whole.finish_with_grid()
        });
    }

    #[test]
    fn gain_moves_levels_by_itself_and_nothing_else(shift in 1i32..4, rate in prop::sample::select(vec![16_000u32, 48_000])) {
        // Powers of two are exact in floating point; the noise keeps clear of absolute thresholds.
        let samples = example(rate, -40.0).speak();
        let gain = 1.0 / f32::from(1u8 << shift);
        let quieter: Vec<f32> = samples.iter().map(|sample| sample * gain).collect();
        let (loud, quiet) = (measure(rate, &samples), measure(rate, &quieter));
        let shift_db = 20.0 * f64::from(gain).log10();
        for (loud, quiet) in [
            (loud.peak_dbfs, quiet.peak_dbfs),
            (loud.true_peak_dbtp, quiet.true_peak_dbtp),
            (loud.rms_dbfs, quiet.rms_dbfs),
            (loud.active_dbov, quiet.active_dbov),
            (loud.noise_floor_dbfs, quiet.noise_floor_dbfs),
        ] {
            prop_assert!((quiet.unwrap() - loud.unwrap() - shift_db).abs() < 0.02, "{:?} {:?}", loud, quiet);
        }
        prop_assert_eq!((loud.flat, loud.edge, loud.clip_runs), (quiet.flat, quiet.edge, quiet.clip_runs));
        prop_assert_eq!((loud.lead_ms, loud.trail_ms, loud.speech_s), (quiet.lead_ms, quiet.trail_ms, quiet.speech_s));
        prop_assert!((loud.snr_db.unwrap() - quiet.snr_db.unwrap()).abs() < 0.03);
    }

    #[test]
    fn polarity_does_not_matter(rate in prop::sample::select(vec![8_000u32, 48_000]), clip in 0.2f64..1.0) {
        let voice = Voice { clip: (-1.0, clip), peak_db: -1.0, ..example(rate, -60.0) };
        let samples = voice.speak();
        let flipped: Vec<f32> = samples.iter().map(|sample| -sample).collect();
        let (mut one, mut other) = (measure(rate, &samples), measure(rate, &flipped));
        prop_assert_eq!(one.dc.map(|dc| -dc + 0.0), other.dc);
        (one.dc, other.dc, one.pcm_sha256, other.pcm_sha256) = (None, None, None, None);
        prop_assert_eq!(one, other);
    }

    #[test]
    fn an_offset_is_measured_and_touches_no_level_of_speech(steps in -1_500i32..1_500, rate in prop::sample::select(vec![16_000u32, 44_100])) {
        let samples = example(rate, -50.0).speak();
        let offset = steps as f32 / 32_768.0;
        let moved: Vec<f32> = samples.iter().map(|sample| sample + offset).collect();
        let (plain, moved) = (measure(rate, &samples), measure(rate, &moved));
        prop_assert!((moved.dc.unwrap() - plain.dc.unwrap() - f64::from(offset)).abs() < 1e-6);
        prop_assert_eq!((plain.active_dbov, plain.noise_floor_dbfs, plain.snr_db), (moved.active_dbov, moved.noise_floor_dbfs, moved.snr_db));
        prop_assert_eq!((plain.lead_ms, plain.trail_ms, plain.speech_s), (moved.lead_ms, moved.trail_ms, moved.speech_s));
    }

    #[test]
    fn any_samples_give_finite_numbers_and_a_verdict(
        rate in prop::sample::select(vec![1_000u32, 7_999, 8_000, 48_000, 767_999, 768_000]),
        samples in prop::collection::vec(prop::num::f32::ANY, 0..3_000),
    ) {
        let measured = measure(rate, &samples);
        let text = serde_json::to_string(&measured).unwrap();
        // serde_json writes a number that is not finite as null; what is not measured has a reason.
        let back: Measurements = serde_json::from_str(&text).unwrap();
        prop_assert_eq!(&back, &measured);
        judge(&measured, &Policy::default());
    }
}

#[test]
fn takes_with_nothing_in_them_are_measured_and_rejected() {
    for (name, rate, samples, finding) in [
        ("nothing", 48_000, vec![], "empty-file"),
        ("one sample", 48_000, vec![0.5], "empty-file"),
        ("zeros", 16_000, vec![0.0; 16_000], "digital-silence"),
        ("one step of dither", 16_000, vec![1.0 / 32_768.0; 16_000], "digital-silence"),
        ("a constant", 48_000, vec![0.3; 48_000], "no-speech"),
        ("not a number", 48_000, vec![f32::NAN; 48_000], "digital-silence"),
        ("768 kHz", 768_000, vec![0.01; 768_000], "no-speech"),
    ] {
        let measured = measure(rate, &samples);
        let judgement = judge(&measured, &Policy::default());
        assert_eq!(judgement.findings[0].id, finding, "{name}: {judgement:?}");
        for (metric, value) in serde_json::to_value(&measured).unwrap().as_object().unwrap() {
            let explained =
                measured.unmeasured.contains_key(metric) || samples.is_empty() || metric == "xruns";
            let optional = OPTIONAL.contains(&metric.as_str());
            assert!(!value.is_null() || explained || optional, "{name}: {metric}");
        }
    }
}
