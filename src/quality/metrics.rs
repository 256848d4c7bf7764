//! Which metrics a record has: what one of an older version lacks, and what is known of a take that is too long.

use super::longest::Longest;
use super::model::Measurements;

type IsThere = fn(&Measurements) -> bool;

macro_rules! metrics {
    ($(#[$doc:meta])* $list:ident: $($name:ident)*) => {
        $(#[$doc])*
        const $list: &[(&str, IsThere)] = &[$((stringify!($name), |m: &Measurements| m.$name.is_some())),*];
    };
}

metrics! {
    /// The metrics that this build gives a value or a reason for, whatever the take.
    MEASURED:
    peak_dbfs true_peak_dbtp rms_dbfs active_dbov activity lufs noise_floor_dbfs snr_db lead_ms trail_ms lead_edge_db
    trail_edge_db lead_step_db trail_step_db quiet_db speech_s said_s span_s longest_pause_ms dc flat edge slope tail99_95 tail98_80 crest4_db clip_runs
    hard_clip_runs crest_db max_lsb used_bits dropouts repeats cliff_hz cliff_step hf_ratio_db mirror mirror_hz hum50
    hum50_prominence_db hum60 hum60_prominence_db rumble_dbfs gate_share bursts decay60_db dur_ratio read_z pcm_sha256
}

metrics! {
    /// Those that only some takes have, or that others tell.
    #[cfg(test)]
    OTHERS:
    snr_method twice channel_balance_db channel_correlation channel_likeness channel_difference_lsb read_spread xruns device_lost slept_ms level_change_db
    room_change_db exact_copy_of near_copy_of near_copy_ber cer wer mos_ovrl neural_share
}

/// Says whether a metric that this build measures of any take has neither a value nor a reason in `measured`: an
/// older version wrote it. A take that could not be read, or holds nothing, lacks nothing.
pub fn lacks_metrics(measured: &Measurements) -> bool {
    let reasoned = |name: &str| measured.unmeasured.contains_key(name);
    if reasoned(Measurements::UNREADABLE) || reasoned("all") {
        return false;
    }
    MEASURED.iter().any(|(name, is_there)| !is_there(measured) && !reasoned(name))
}

/// Returns of what was measured what is known under a greatest length, however it was measured: all, or what [`cut_off`] leaves.
pub(crate) fn known_under(longest: Longest, measured: Measurements) -> Measurements {
    let is_longer = longest.is_exceeded_by(measured.frames, measured.sr);
    if is_longer { cut_off(measured, longest) } else { measured }
}

/// Leaves of a take that is longer than `longest` its length, form, plain sums and hash, how its channels are to each other,
/// and why there is no more.
pub(super) fn cut_off(mut whole: Measurements, longest: Longest) -> Measurements {
    let unmeasured = std::mem::take(&mut whole.unmeasured);
    let mut cut = Measurements {
        duration_s: whole.duration_s,
        frames: whole.frames,
        sr: whole.sr,
        bits: whole.bits,
        channels: whole.channels,
        channel: whole.channel,
        peak_dbfs: whole.peak_dbfs,
        true_peak_dbtp: whole.true_peak_dbtp,
        rms_dbfs: whole.rms_dbfs,
        dc: whole.dc,
        max_lsb: whole.max_lsb,
        used_bits: whole.used_bits,
        channel_balance_db: whole.channel_balance_db,
        channel_correlation: whole.channel_correlation,
        channel_likeness: whole.channel_likeness,
        channel_difference_lsb: whole.channel_difference_lsb,
        not_finite: whole.not_finite,
        pcm_sha256: whole.pcm_sha256,
        ..Measurements::default()
    };
    let is_kept = |name: &str| KEPT.contains(&name) || name == Measurements::UNREADABLE;
    cut.unmeasured = unmeasured.into_iter().filter(|(name, _)| is_kept(name)).collect();
    let reason = format!("longer than {} s", longest.seconds());
    for (name, is_there) in MEASURED {
        if !is_there(&cut) && !is_kept(name) {
            cut.unmeasured.insert((*name).to_owned(), reason.clone());
        }
    }
    // The same whatever the limit was, since this one is attested.
    cut.unmeasured.insert(Measurements::LENGTH.to_owned(), "longer than a take may be".to_owned());
    cut
}

/// The metrics of [`cut_off`] that may have no value, with a reason of their own.
const KEPT: [&str; 6] = ["peak_dbfs", "true_peak_dbtp", "rms_dbfs", "dc", "max_lsb", "used_bits"];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quality::{Meter, MeterSpec};
    use crate::units::SampleRate;

    #[test]
    fn the_tables_name_every_metric_that_may_be_null_and_those_that_are_measured_of_any_take() {
        let fields = serde_json::to_value(Measurements::default()).unwrap();
        for (name, value) in fields.as_object().unwrap() {
            let is_known = MEASURED.iter().chain(OTHERS).any(|(known, _)| known == name);
            assert!(!value.is_null() || is_known, "{name}");
        }
        // Half a second of clicks has nearly nothing that can be measured.
        let mut meter = Meter::new(MeterSpec::new(SampleRate::new(16_000).unwrap(), 16));
        let clicks: Vec<f32> = (0..8000).map(|at| if at % 100 == 0 { 0.25 } else { 0.0 }).collect();
        meter.push(&clicks);
        let probe = meter.finish();
        for (table, here) in [(MEASURED, true), (OTHERS, false)] {
            for (name, is_there) in table {
                assert_eq!(is_there(&probe) || probe.unmeasured.contains_key(*name), here, "{name}");
            }
        }
    }

    #[test]
    fn a_record_of_today_lacks_nothing_and_one_without_a_metric_or_its_reason_does() {
        let spec = MeterSpec {
            rate: SampleRate::new(48_000).unwrap(),
            bits: 16,
            channels: 1,
            channel: 0,
            integer: true,
        };
        for samples in [vec![], vec![0.0; 100], vec![0.0; 48_000], vec![0.1; 48_000]] {
            let mut meter = Meter::new(spec);
            meter.push(&samples);
            let whole = meter.finish();
            assert!(!lacks_metrics(&whole), "{whole:?}");
            let older = Measurements { dc: None, ..whole };
            assert_eq!(lacks_metrics(&older), !samples.is_empty());
        }
        assert!(!lacks_metrics(&Measurements::unreadable("it is a picture")));
        assert!(lacks_metrics(&Measurements::default()));
    }
}
