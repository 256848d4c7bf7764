//! Cuts, gains and levels, against other ways to know them.

use super::*;
use crate::audio::quantise::OutputFormat;
use crate::audio::wav::WavReader;
use crate::corpus::Release;
use crate::corpus::rebuild::rebuild;
use crate::corpus::release::Settings;
use crate::corpus::tests::{Fixture, settings, tree};
use crate::fsio;
use crate::progress::Unwatched;
use proptest::prelude::*;

/// Clips of more than a second at three rates: quiet, loud, one whose wave passes full scale; with speech from 300 ms after
/// the start to 400 ms before the end. One is too short for a loudness, and of one no speech was measured.
fn fixture() -> Fixture {
    let mut fixture = Fixture::new();
    fixture.add("s1", "ab", "fr-FR", 48_000, &[("p1", 1300, 0.02), ("p2", 1300, 5.0), ("p3", 390, 0.5)]);
    fixture.add("s2", "c", "de-DE", 44_100, &[("p1", 1500, 0.4), ("p2", 1200, 0.9)]);
    fixture.add("s3", "d", "de-DE", 16_000, &[("p1", 1400, 0.2)]);
    for (session, takes) in &mut fixture.sessions {
        for take in takes {
            let is_known = session.record.speaker.id.as_str() != "d" && take.frames > 20_000;
            let measured = &mut take.measurements;
            (measured.lead_ms, measured.trail_ms) =
                if is_known { (Some(300.0), Some(400.0)) } else { (None, None) };
        }
    }
    fixture
}

fn processed(audio: Processing, hz: u32) -> Settings {
    let rate = SampleRate::new(hz).unwrap();
    Settings { audio: audio.with_limit(), rate, manifests: vec!["nemo".to_owned()], ..settings() }
}

/// Builds a corpus, proves it, and returns its rows with their samples.
fn build(fixture: &Fixture, name: &str, settings: &Settings) -> Vec<(Row, Vec<f64>)> {
    let plan = fixture.plan(settings, None);
    let report = fixture.build(&plan, name, 2).unwrap();
    assert_eq!(report.audio_bytes, plan.audio_bytes, "{name}");
    assert_eq!(fixture.verify(name).faults, [], "{name}");
    let text = std::fs::read_to_string(fixture.path(name).join("catalogue.jsonl")).unwrap();
    let rows = text.lines().map(|line| Row::parse(line).unwrap());
    rows.map(|row| {
        let mut reader = WavReader::open(&fixture.path(name).join(&row.audio)).unwrap();
        let mut samples = vec![0.0; row.frames as usize];
        reader.read_f64(0, &mut samples).unwrap();
        (row, samples)
    })
    .collect()
}

/// Loudness as Recommendation ITU-R BS.1770 has it, with its own coefficients for 48 kHz, one sample after the other.
fn loudness_at_48k(samples: &[f64]) -> Option<f64> {
    let filter = |samples: &[f64], b: [f64; 3], a: [f64; 2]| -> Vec<f64> {
        let (mut x, mut y) = ([0.0; 2], [0.0; 2]);
        let next = |&sample: &f64| {
            let out = b[0] * sample + b[1] * x[0] + b[2] * x[1] - a[0] * y[0] - a[1] * y[1];
            (x, y) = ([sample, x[0]], [out, y[0]]);
            out
        };
        samples.iter().map(next).collect()
    };
    let shelf = filter(
        samples,
        [1.535_124_859_586_97, -2.691_696_189_406_38, 1.198_392_810_852_85],
        [-1.690_659_293_182_41, 0.732_480_774_215_85],
    );
    let weighted = filter(&shelf, [1.0, -2.0, 1.0], [-1.990_047_454_833_98, 0.990_072_250_366_21]);
    let level = |power: f64| -0.691 + 10.0 * power.log10();
    let mean = |powers: &[f64]| powers.iter().sum::<f64>() / powers.len() as f64;
    let blocks: Vec<f64> = weighted
        .windows(19_200)
        .step_by(4_800)
        .map(|block| block.iter().map(|sample| sample * sample).sum::<f64>() / 19_200.0)
        .filter(|power| level(*power) > -70.0)
        .collect();
    let gate = level(mean(&blocks)) - 10.0;
    let passed: Vec<f64> = blocks.iter().copied().filter(|power| level(*power) > gate).collect();
    (!passed.is_empty()).then(|| level(mean(&passed)))
}

/// The greatest magnitude of the wave through the samples, by sums of sines over arguments, four to a sample.
fn greatest_between(samples: &[f64]) -> f64 {
    let loud = samples.iter().fold(0f64, |peak, sample| peak.max(sample.abs()));
    let near = |at: usize| samples[at].abs() > 0.9 * loud;
    let mut peak = loud;
    for at in (0..samples.len()).filter(|at| near(*at)) {
        for quarter in 1..4 {
            let time = at as f64 + f64::from(quarter) / 4.0;
            let (from, to) = (at.saturating_sub(64), (at + 65).min(samples.len()));
            let sum: f64 = (from..to)
                .map(|n| {
                    let x = std::f64::consts::PI * (time - n as f64);
                    let window = (x / 65.0 / 2.0).cos().powi(2);
                    samples[n] * x.sin() / x * window
                })
                .sum();
            peak = peak.max(sum.abs());
        }
    }
    peak
}

#[test]
fn a_cut_clip_is_a_part_of_the_whole_one_bit_for_bit() {
    let fixture = fixture();
    for (number, (hz, format)) in
        [(16_000, OutputFormat::Int16), (48_000, OutputFormat::Int24), (44_100, OutputFormat::Float32)]
            .into_iter()
            .enumerate()
    {
        let with = |audio| Settings { format, ..processed(audio, hz) };
        let whole = build(&fixture, &format!("whole-{number}"), &with(Processing::default()));
        let trim = Processing { trim_ms: Some(100), ..Processing::default() };
        let cut = build(&fixture, &format!("cut-{number}"), &with(trim));
        let mut times = Vec::new();
        for ((whole, all), (cut, part)) in whole.iter().zip(&cut) {
            let (start, end) = (cut.clip.cut_start as usize, all.len() - cut.clip.cut_end as usize);
            // Where the wave passes full scale, what is cut away may have had the greatest peak.
            let is_same_gain = whole.gain_db == cut.gain_db;
            assert!(is_same_gain || whole.gain_db < 0.0, "{} at {hz}", cut.id);
            assert!(!is_same_gain || all[start..end] == part[..], "{} at {hz}", cut.id);
            assert_eq!((whole.clip.cut_start, whole.clip.cut_end), (0, 0));
            // Speech is at the same place of the sound.
            let at = |row: &Row| row.clip.speech_start.map(|at| at + row.clip.cut_start);
            assert_eq!(at(whole), at(cut));
            times.push(cut.frames * 1000 / u64::from(hz));
        }
        // 300 and 400 ms around speech became 100 each; what was not measured is whole.
        assert_eq!(times, [800, 800, 390, 1000, 700, 1400], "at {hz}");
        let found =
            rebuild(&fixture.path(&format!("cut-{number}")), fixture.input().recordings, 1, 2, &Unwatched);
        assert_eq!(found.unwrap().faults, []);
    }
}

#[test]
fn clips_reach_their_loudness_or_the_limit_and_no_true_peak_passes_it() {
    let fixture = fixture();
    for (number, (target, limit)) in [(-23.0, -1.0), (-6.0, -3.0)].into_iter().enumerate() {
        let audio =
            Processing { trim_ms: Some(200), loudness_lufs: Some(target), true_peak_dbtp: Some(limit) };
        let name = format!("loud-{number}");
        let made = build(&fixture, &name, &processed(audio, 48_000));
        let mut held_back = 0;
        for (row, samples) in &made {
            let peak = 20.0 * greatest_between(samples).log10();
            // The meter of the Recommendation reads up to half a decibel low.
            assert!(peak <= limit + 0.5 && row.clip.true_peak_dbtp.unwrap() <= limit, "{}: {peak}", row.id);
            if row.frames < 19_200 {
                assert_eq!((row.clip.lufs, row.gain_db), (None, 0.0), "too short to be measured: {}", row.id);
                continue;
            }
            let lufs = loudness_at_48k(samples).unwrap();
            assert!((lufs - row.clip.lufs.unwrap()).abs() < 0.02, "{}: {lufs} {:?}", row.id, row.clip);
            let is_reached = (lufs - target).abs() <= 0.1;
            let is_at_limit = lufs < target && row.clip.true_peak_dbtp.unwrap() >= limit - 0.1;
            assert!(is_reached || is_at_limit, "{}: {lufs} {:?}", row.id, row.clip);
            held_back += u32::from(!is_reached);
        }
        // A sine of -3 dBTP has some -6 LUFS: there the limit holds some back.
        assert_eq!(held_back > 0, number == 1, "{held_back}");
        assert!(
            made.iter().any(|(row, _)| row.gain_db > 5.0) && made.iter().any(|(row, _)| row.gain_db < -0.5)
        );
        // Made again, on any number of threads, it is the same.
        let plan = fixture.plan(
            &processed(
                Processing { trim_ms: Some(200), loudness_lufs: Some(target), true_peak_dbtp: Some(limit) },
                48_000,
            ),
            None,
        );
        fixture.build(&plan, "again", 3).unwrap();
        assert!(tree(&fixture.path("again")) == tree(&fixture.path(&name)));
        fsio::remove_leftover_dir(&fixture.path("again")).unwrap();
        let found = rebuild(&fixture.path(&name), fixture.input().recordings, 1, 2, &Unwatched).unwrap();
        assert_eq!((found.clips, found.faults), (6, vec![]));
    }
}

#[test]
fn a_corpus_that_lies_about_cuts_and_levels_has_a_fault() {
    let fixture = fixture();
    let audio = Processing { trim_ms: Some(200), loudness_lufs: Some(-23.0), true_peak_dbtp: Some(-1.0) };
    build(&fixture, "corpus", &processed(audio.clone(), 16_000));
    let path = fixture.path("corpus/corpus.json");
    let good = std::fs::read_to_string(&path).unwrap();
    let lies = [
        (Processing { trim_ms: Some(300), ..audio.clone() }, "clip"),
        (Processing { trim_ms: None, ..audio.clone() }, "clip"),
        (Processing { loudness_lufs: Some(-22.0), ..audio.clone() }, "loudness"),
        (Processing { loudness_lufs: Some(-24.0), ..audio.clone() }, "loudness"),
        (Processing { true_peak_dbtp: Some(-19.5), ..audio.clone() }, "loudness"),
        (Processing { trim_ms: Some(200), ..Processing::default() }, "loudness"),
    ];
    for (lie, id) in lies {
        let mut release = Release::parse(&good).unwrap();
        release.settings.audio = lie.clone();
        fsio::replace(&path, release.to_text().unwrap().as_bytes()).unwrap();
        let faults = fixture.verify("corpus").faults;
        assert!(faults.iter().any(|fault| fault.id == id), "{lie:?}: {faults:#?}");
    }
    fsio::replace(&path, good.as_bytes()).unwrap();
    // Levels that the release allows, and that the samples do not have.
    let path = fixture.path("corpus/catalogue.jsonl");
    let text = std::fs::read_to_string(&path).unwrap();
    let mut rows: Vec<Row> = text.lines().map(|line| Row::parse(line).unwrap()).collect();
    rows[0].clip.lufs = rows[0].clip.lufs.map(|lufs| rounded(lufs - 0.05, 2));
    let lines: Vec<String> = rows.iter().map(|row| row.to_line().unwrap() + "\n").collect();
    fsio::replace(&path, lines.concat().as_bytes()).unwrap();
    let faults = fixture.verify("corpus").faults;
    let of_audio = |fault: &&crate::corpus::Fault| fault.id == "loudness" && fault.path == rows[0].audio;
    assert_eq!(faults.iter().filter(of_audio).count(), 1, "{faults:#?}");
}

proptest! {
    /// Whatever is measured and asked for: what is left has all of speech, and the margin where there is as much.
    #[test]
    fn no_cut_is_in_speech(
        whole in 0u64..10_000_000, hz in 1_000u32..768_000, trim in proptest::option::of(100u32..60_000),
        lead in proptest::option::of(prop_oneof![-1e3f64..1e6, any::<f64>()]),
        trail in proptest::option::of(prop_oneof![-1e3f64..1e6, any::<f64>()]),
    ) {
        let rate = SampleRate::new(hz).unwrap();
        let mut source = crate::corpus::catalogue::tests::row("a", "fr-FR", "p", "x", crate::corpus::Split::Train).source;
        (source.lead_ms, source.trail_ms) = (lead, trail);
        let processing = Processing { trim_ms: trim, ..Processing::default() };
        let cut = Cut::of(&processing, &source, whole, rate);
        let left = cut.left_of(whole);
        prop_assert_eq!(cut.start + left + cut.end, whole);
        let Some(speech) = cut.speech else {
            prop_assert_eq!((cut.start, cut.end), (0, 0));
            return Ok(());
        };
        prop_assert!(speech.start < speech.end && speech.end <= left);
        let seconds = |frames: u64| frames as f64 / f64::from(hz);
        // In time: it begins no later, and ends no earlier, than was measured.
        let (lead, trail) = (lead.unwrap().max(0.0) / 1000.0, trail.unwrap().max(0.0) / 1000.0);
        prop_assert!(seconds(cut.start + speech.start) <= lead + 1e-9);
        prop_assert!(seconds(whole - cut.start - speech.end) <= trail + 1e-9);
        match trim {
            None => prop_assert_eq!((cut.start, cut.end), (0, 0)),
            Some(ms) => {
                let margin = frames_in_ms(ms.into(), rate);
                prop_assert!(speech.start <= margin && left - speech.end <= margin);
                prop_assert!(cut.start == 0 || speech.start == margin);
                prop_assert!(cut.end == 0 || left - speech.end == margin);
            }
        }
    }

    /// A clip whose levels follow its gain, but for what rounding and dither do.
    #[test]
    fn a_gain_is_found_that_keeps_the_rule(
        lufs in proptest::option::of(-69.0f64..0.0), over_loudness in 0.5f64..30.0, noise in any::<u32>(),
        target in proptest::option::of(-40i32..=-5), limit in -20i32..=-1,
    ) {
        let processing = Processing {
            loudness_lufs: target.map(f64::from), true_peak_dbtp: Some(f64::from(limit)), ..Processing::default()
        };
        let peak = lufs.unwrap_or(-20.0) + over_loudness;
        let mut noise = crate::testing::Noise::new(noise);
        let mut search = GainSearch::new(&processing);
        let mut passes = 0;
        let levels = loop {
            passes += 1;
            prop_assert!(passes <= 12, "no end");
            let off = f64::from(noise.bits(8)) / 128.0 * 0.003;
            let gain = search.gain_db();
            let levels = ClipLevels { lufs: lufs.map(|lufs| lufs + gain), true_peak_dbtp: Some(peak + gain + off) };
            if search.tried(None, levels) {
                break levels;
            }
        };
        let (limit, reached) = (f64::from(limit), levels.true_peak_dbtp.unwrap());
        prop_assert!(reached <= limit);
        match (target.map(f64::from), levels.lufs) {
            (Some(target), Some(lufs)) => {
                let is_held_back = lufs < target && reached >= limit - NEAR_LIMIT_DB;
                prop_assert!((lufs - target).abs() <= TOLERANCE_LU || is_held_back, "{lufs} {reached}");
            }
            _ => prop_assert!(search.gain_db() <= 0.0 && (search.gain_db() == 0.0 || reached >= limit - 0.1)),
        }
    }
}
