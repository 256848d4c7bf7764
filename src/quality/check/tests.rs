//! Every limit is crossed where the policy says, and the checks are whole.

use super::*;
use crate::quality::model::Verdict;
use crate::quality::{Policy, judge};

/// A take with nothing to complain of.
fn good() -> Measurements {
    Measurements {
        duration_s: 3.0,
        sr: 48_000,
        bits: 16,
        used_bits: Some(16),
        peak_dbfs: Some(-6.0),
        active_dbov: Some(-22.0),
        snr_db: Some(40.0),
        lead_ms: Some(500.0),
        trail_ms: Some(500.0),
        lead_edge_db: Some(-40.0),
        trail_edge_db: Some(-40.0),
        lead_step_db: Some(-40.0),
        trail_step_db: Some(-40.0),
        quiet_db: Some(-42.0),
        speech_s: Some(1.8),
        longest_pause_ms: Some(200.0),
        dc: Some(0.0),
        flat: Some(0.0),
        edge: Some(0.8),
        max_lsb: Some(16_000.0),
        read_z: Some(0.1),
        read_spread: Some(0.16),
        xruns: Some(0),
        dropouts: Some(0),
        repeats: Some(0),
        slope: Some(-0.2),
        crest_db: Some(16.0),
        tail99_95: Some(1.0),
        tail98_80: Some(4.0),
        crest4_db: Some(16.1),
        cliff_hz: Some(24_000.0),
        cliff_step: Some(6.0),
        hf_ratio_db: Some(-28.0),
        mirror: Some(0.1),
        mirror_hz: Some(4_000.0),
        hum50: Some(-78.0),
        hum50_prominence_db: Some(-15.0),
        hum60: Some(-78.0),
        hum60_prominence_db: Some(-15.0),
        rumble_dbfs: Some(-75.0),
        noise_floor_dbfs: Some(-62.0),
        gate_share: Some(0.0),
        bursts: Some(0),
        decay60_db: Some(32.0),
        channel_balance_db: Some(0.1),
        channel_correlation: Some(0.99),
        channel_likeness: Some(0.9),
        channel_difference_lsb: Some(40.0),
        level_change_db: Some(0.0),
        room_change_db: Some(0.0),
        near_copy_ber: Some(0.4),
        cer: Some(0.1),
        mos_ovrl: Some(3.1),
        neural_share: Some(0.9),
        ..Measurements::default()
    }
}

fn findings(change: impl FnOnce(&mut Measurements)) -> Vec<(String, Severity)> {
    let mut measured = good();
    change(&mut measured);
    let judgement = judge(&measured, &Policy::default());
    judgement.findings.into_iter().map(|finding| (finding.id, finding.severity)).collect()
}

#[test]
#[expect(clippy::too_many_lines, reason = "it is a table")]
fn each_limit_is_crossed_where_the_table_says() {
    use Severity::{Reject, Warn};
    type Case = (fn(&mut Measurements), Option<(&'static str, Severity)>);
    let cases: &[Case] = &[
        (|_| {}, None),
        (|m| m.mark_unreadable("no RIFF header"), Some(("unreadable-file", Reject))),
        (|m| m.duration_s = 0.099, Some(("empty-file", Reject))),
        (|m| m.duration_s = 0.1, None),
        (|m| m.max_lsb = Some(1.0), Some(("digital-silence", Reject))),
        (|m| m.max_lsb = Some(2.0), None),
        (|m| m.frames = 600 * 48_000, None),
        (|m| m.frames = 600 * 48_000 + 1, Some(("take-long", Reject))),
        (|m| drop(m.unmeasured.insert("length".to_owned(), String::new())), Some(("take-long", Reject))),
        (|m| m.device_lost = Some(1), Some(("device-lost", Reject))),
        (|m| m.slept_ms = Some(20_000), Some(("computer-slept", Reject))),
        (|m| m.xruns = Some(1), Some(("capture-xrun", Reject))),
        (|m| m.speech_s = Some(0.09), Some(("no-speech", Reject))),
        (|m| m.speech_s = Some(0.1), None),
        (|m| (m.speech_s, m.snr_db) = (Some(0.24), Some(19.9)), Some(("no-speech", Reject))),
        (|m| (m.speech_s, m.snr_db) = (Some(0.24), Some(20.1)), None),
        (|m| (m.speech_s, m.snr_db) = (Some(0.24), None), Some(("no-speech", Reject))),
        (
            |m| (m.speech_s, m.snr_db, m.snr_method) = (Some(0.24), Some(2.0), Some("histogram".to_owned())),
            None,
        ),
        (|m| m.flat = Some(9.9e-5), None),
        (|m| m.flat = Some(1e-4), Some(("clipped", Warn))),
        (|m| m.flat = Some(1e-3), Some(("clipped", Reject))),
        (|m| (m.flat, m.clip_runs, m.hard_clip_runs) = (Some(1e-4), Some(1), Some(0)), None),
        (
            |m| (m.flat, m.clip_runs, m.hard_clip_runs) = (Some(1e-4), Some(1), Some(1)),
            Some(("clipped", Warn)),
        ),
        (
            |m| (m.flat, m.clip_runs, m.hard_clip_runs) = (Some(1e-4), Some(2), Some(0)),
            Some(("clipped", Warn)),
        ),
        (|m| m.edge = Some(3.0), Some(("clipped", Warn))),
        (|m| (m.edge, m.flat) = (Some(8.0), Some(1e-4)), Some(("clipped", Reject))),
        (|m| m.lead_ms = Some(0.0), Some(("start-cut", Warn))),
        (|m| (m.lead_ms, m.trail_ms) = (Some(0.0), Some(249.0)), None),
        (|m| (m.lead_ms, m.quiet_db) = (Some(0.0), Some(-25.0)), None),
        (|m| m.lead_step_db = Some(-20.0), None),
        (|m| m.lead_step_db = Some(-19.9), Some(("start-cut", Warn))),
        (|m| m.lead_step_db = Some(-9.9), Some(("start-cut", Reject))),
        (|m| (m.lead_step_db, m.quiet_db) = (Some(-9.9), Some(-15.9)), None),
        (|m| (m.lead_step_db, m.quiet_db) = (Some(-9.9), None), None),
        (|m| (m.lead_ms, m.lead_step_db) = (Some(10.0), Some(-29.9)), Some(("start-cut", Reject))),
        (|m| (m.lead_ms, m.lead_step_db) = (Some(11.0), Some(-29.9)), None),
        (|m| (m.lead_ms, m.lead_step_db, m.trail_ms) = (Some(10.0), Some(-29.9), Some(249.0)), None),
        (|m| m.trail_ms = Some(10.0), Some(("end-cut", Warn))),
        (|m| m.trail_ms = Some(11.0), None),
        (|m| m.trail_step_db = Some(-21.9), Some(("end-cut", Warn))),
        (|m| m.trail_step_db = Some(-9.9), Some(("end-cut", Reject))),
        (|m| (m.trail_ms, m.trail_step_db) = (Some(10.0), Some(-29.9)), Some(("end-cut", Reject))),
        (|m| m.read_z = Some(-1.5), Some(("read-incomplete", Warn))),
        (|m| m.read_z = Some(-1.49), None),
        (|m| m.read_z = Some(-2.9), Some(("read-incomplete", Reject))),
        (|m| (m.read_z, m.read_spread) = (Some(-2.2), Some(0.096)), None),
        (|m| (m.read_z, m.read_spread) = (Some(-2.3), Some(0.096)), Some(("read-incomplete", Warn))),
        (|m| m.read_z = Some(3.0), Some(("read-too-long", Warn))),
        (|m| m.read_z = Some(2.99), None),
        (|m| (m.read_z, m.read_spread) = (Some(3.6), Some(0.096)), Some(("read-too-long", Warn))),
        (|m| m.read_z = Some(3.6), Some(("read-too-long", Reject))),
        (|m| m.snr_db = Some(20.01), None),
        (|m| m.snr_db = Some(20.0), Some(("noisy", Warn))),
        (|m| m.snr_db = Some(12.0), Some(("noisy", Reject))),
        (|m| (m.snr_db, m.snr_method) = (Some(12.0), Some("histogram".to_owned())), None),
        (|m| m.used_bits = Some(13), Some(("format-low", Warn))),
        (|m| (m.used_bits, m.bits) = (None, 8), Some(("format-low", Reject))),
        (|m| (m.used_bits, m.bits) = (None, 32), None),
        (|m| m.active_dbov = Some(-36.0), Some(("too-quiet", Warn))),
        (|m| m.active_dbov = Some(-46.0), Some(("too-quiet", Reject))),
        (|m| m.peak_dbfs = Some(-0.25), None),
        (|m| m.peak_dbfs = Some(-0.24), Some(("peak-hot", Warn))),
        (|m| m.dc = Some(-0.01), Some(("dc-offset", Warn))),
        (|m| m.dc = Some(0.05), Some(("dc-offset", Reject))),
        (|m| m.longest_pause_ms = Some(1510.0), Some(("pause-long", Warn))),
        (|m| m.lead_ms = Some(1510.0), Some(("lead-silence-long", Warn))),
        (|m| m.trail_ms = Some(1510.0), Some(("trail-silence-long", Warn))),
        (|m| m.dropouts = Some(1), Some(("dropout-silent", Reject))),
        (|m| m.repeats = Some(1), Some(("dropout-repeat", Reject))),
        (|m| (m.tail98_80, m.crest4_db) = (Some(0.69), Some(10.7)), Some(("clipped", Reject))),
        (|m| (m.tail98_80, m.crest4_db) = (Some(0.70), Some(10.7)), Some(("limited", Warn))),
        (|m| (m.tail98_80, m.crest4_db, m.speech_s) = (Some(0.69), Some(10.7), Some(0.99)), None),
        (
            |m| (m.tail98_80, m.crest4_db, m.speech_s) = (Some(0.70), Some(10.7), Some(1.2)),
            Some(("limited", Warn)),
        ),
        (|m| (m.tail98_80, m.crest4_db, m.speech_s) = (Some(0.70), Some(10.7), Some(1.19)), None),
        (|m| (m.tail99_95, m.crest4_db) = (Some(0.12), Some(11.4)), Some(("limited", Warn))),
        (|m| (m.tail99_95, m.crest4_db) = (Some(0.12), Some(11.5)), None),
        (|m| m.crest4_db = Some(9.89), Some(("limited", Warn))),
        (|m| (m.slope, m.crest_db) = (Some(0.31), Some(11.9)), Some(("limited", Warn))),
        (|m| (m.slope, m.crest_db) = (Some(0.31), Some(12.0)), None),
        (|m| (m.twice, m.read_z) = (Some(0.64), Some(1.21)), Some(("read-too-long", Reject))),
        (|m| (m.twice, m.read_z) = (Some(0.64), Some(1.2)), None),
        (|m| m.twice = Some(0.65), None),
        (|m| m.cer = Some(0.51), Some(("prompt-mismatch", Warn))),
        (|m| m.cer = Some(0.61), Some(("prompt-mismatch", Reject))),
        (|m| m.exact_copy_of = Some("s/p_1".to_owned()), Some(("duplicate-exact", Reject))),
        (|m| m.near_copy_ber = Some(0.14), Some(("duplicate-near", Warn))),
        (|m| m.cliff_step = Some(22.0), None),
        (|m| (m.cliff_hz, m.cliff_step) = (Some(19_000.0), Some(22.0)), Some(("upsampled", Warn))),
        (|m| (m.cliff_hz, m.cliff_step) = (Some(7_000.0), Some(22.0)), Some(("narrowband", Warn))),
        (|m| (m.cliff_hz, m.cliff_step) = (Some(4_600.0), Some(22.0)), Some(("narrowband", Reject))),
        (|m| (m.cliff_hz, m.cliff_step) = (Some(4_600.0), Some(21.9)), None),
        (|m| m.mirror = Some(0.45), Some(("narrowband", Reject))),
        (|m| (m.mirror, m.mirror_hz) = (Some(0.64), Some(11_025.0)), None),
        (|m| (m.mirror, m.mirror_hz) = (Some(0.65), Some(11_025.0)), Some(("upsampled", Warn))),
        (|m| m.hf_ratio_db = Some(-45.1), Some(("narrowband", Warn))),
        (|m| m.hf_ratio_db = Some(-55.1), Some(("narrowband", Reject))),
        (|m| m.channel_balance_db = Some(-30.1), Some(("channel-dead", Warn))),
        (|m| m.channel_correlation = Some(-0.91), Some(("channels-inverted", Reject))),
        (|m| m.channel_likeness = Some(0.54), Some(("channels-differ", Warn))),
        (|m| m.channel_likeness = Some(0.55), None),
        (|m| m.peak_dbfs = Some(40.0), Some(("scale-wrong", Reject))),
        (|m| m.peak_dbfs = Some(39.9), Some(("peak-hot", Warn))),
        (|m| m.channel_difference_lsb = Some(2.0), Some(("channels-identical", Severity::Info))),
        (|m| m.gate_share = Some(0.5), Some(("noise-gated", Warn))),
        (|m| m.gate_share = Some(0.95), Some(("noise-gated", Reject))),
        (|m| (m.hum50, m.hum50_prominence_db) = (Some(-55.0), Some(0.1)), Some(("hum-50", Warn))),
        (|m| (m.hum50, m.hum50_prominence_db) = (Some(-42.0), Some(0.0)), None),
        (|m| (m.hum60, m.hum60_prominence_db) = (Some(-42.0), Some(0.1)), Some(("hum-60", Reject))),
        (|m| m.rumble_dbfs = Some(-44.9), Some(("rumble", Warn))),
        (|m| (m.rumble_dbfs, m.noise_floor_dbfs) = (Some(-40.0), Some(-52.0)), None),
        (|m| m.bursts = Some(1), Some(("click-noise", Warn))),
        (|m| m.decay60_db = Some(14.99), Some(("reverberant", Warn))),
        (|m| m.decay60_db = Some(15.0), None),
        (|m| m.level_change_db = Some(-6.1), Some(("level-changed", Warn))),
        (|m| m.room_change_db = Some(10.1), Some(("room-changed", Warn))),
        (|m| m.room_change_db = Some(-20.0), None),
        (|m| m.mos_ovrl = Some(2.49), Some(("mos-low", Warn))),
        (|m| m.neural_share = Some(0.29), Some(("speech-doubtful", Warn))),
    ];
    for (index, (change, expected)) in cases.iter().enumerate() {
        let expected: Vec<_> = expected.iter().map(|(id, severity)| ((*id).to_owned(), *severity)).collect();
        assert_eq!(findings(change), expected, "case {index}");
    }
}

#[test]
fn a_take_without_speech_is_not_judged_as_speech() {
    let found = findings(|m| {
        (m.speech_s, m.snr_db, m.lead_ms, m.xruns) = (Some(0.0), Some(3.0), Some(0.0), Some(2));
    });
    let ids: Vec<&str> = found.iter().map(|(id, _)| id.as_str()).collect();
    assert_eq!(ids, ["capture-xrun", "no-speech"]);
    let found = findings(|m| (m.peak_dbfs, m.flat) = (Some(0.0), Some(0.1)));
    assert_eq!(found, [("clipped".to_owned(), Severity::Reject)]);
}

#[test]
fn of_a_take_that_is_too_long_only_that_is_told_and_what_is_true_of_any_take() {
    let long = |m: &mut Measurements| {
        m.frames = 1_000_000_000;
        (m.peak_dbfs, m.dc, m.read_z, m.snr_db, m.longest_pause_ms) =
            (Some(0.0), Some(0.1), Some(9.0), Some(1.0), Some(9000.0));
        (m.exact_copy_of, m.cer, m.channel_correlation, m.used_bits) =
            (Some("other".to_owned()), Some(1.0), Some(-1.0), Some(4));
    };
    let ids = |found: Vec<(String, Severity)>| found.into_iter().map(|(id, _)| id).collect::<Vec<_>>();
    assert_eq!(ids(findings(long)), ["take-long", "format-low"]);
    let lost = |m: &mut Measurements| (long(m), m.xruns = Some(1)).0;
    assert_eq!(ids(findings(lost)), ["take-long", "capture-xrun", "format-low"]);
}

#[test]
fn a_low_rate_is_a_narrow_band_and_a_low_format() {
    let ids: Vec<String> = findings(|m| m.sr = 15_999).into_iter().map(|(id, _)| id).collect();
    assert_eq!(ids, ["narrowband", "format-low"]);
}

#[test]
fn rejections_come_first_and_the_verdict_is_the_worst() {
    let found = findings(|m| (m.lead_step_db, m.snr_db, m.dc) = (Some(-15.0), Some(5.0), Some(0.02)));
    let ids: Vec<&str> = found.iter().map(|(id, _)| id.as_str()).collect();
    assert_eq!(ids, ["noisy", "start-cut", "dc-offset"]);
    assert_eq!(judge(&good(), &Policy::default()).verdict, Verdict::Pass);
    let none = judge(&Measurements::unreadable("it is a text"), &Policy::default());
    assert_eq!((none.verdict, none.findings.len()), (Verdict::Reject, 1));
}

#[test]
fn every_check_is_whole_and_speaks_plainly() {
    let known = serde_json::to_value(good()).unwrap();
    for (rank, check) in CHECKS.iter().enumerate() {
        assert!(crate::ids::id_fault(check.id, 40, true).is_none(), "{}", check.id);
        assert!(CHECKS[..rank].iter().all(|other| other.id != check.id), "{} twice", check.id);
        for other in check.unless {
            assert!(CHECKS[..rank].iter().any(|check| check.id == *other), "{}: {other}", check.id);
        }
        for metric in check.metrics {
            let given = known.get(metric).is_some()
                || ["twice", "exact_copy_of", "device_lost", "slept_ms"].contains(metric);
            assert!(given, "{}: {metric}", check.id);
        }
        assert!(!check.source.is_empty(), "{}", check.id);
        for text in [FindingText::Problem, FindingText::Fix, FindingText::Why] {
            let sentence = check.say(Language::ENGLISH, text);
            let plain = text == FindingText::Why || !sentence.contains("dB");
            assert!(sentence.ends_with('.') && plain, "{}: {sentence}", check.id);
        }
        assert_eq!(explain(check.id).map(|check| check.id), Some(check.id));
    }
    assert!(explain("clip").is_none());
}
