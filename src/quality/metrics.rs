//! Which metrics a stored record has, so that one of an older version can be told.

use super::meter::{Meter, MeterSpec};
use super::model::Measurements;
use crate::units::SampleRate;
use std::sync::OnceLock;

type IsThere = fn(&Measurements) -> bool;

macro_rules! metrics {
    ($($name:ident)*) => {
        /// The metrics that may have no value.
        const METRICS: &[(&str, IsThere)] = &[$((stringify!($name), |m: &Measurements| m.$name.is_some())),*];
    };
}

metrics! {
    peak_dbfs true_peak_dbtp rms_dbfs active_dbov activity lufs noise_floor_dbfs snr_db snr_method lead_ms trail_ms
    lead_edge_db trail_edge_db speech_s said_s span_s longest_pause_ms dc flat edge slope tail99_95 tail98_80 crest4_db
    clip_runs hard_clip_runs crest_db max_lsb used_bits dropouts repeats cliff_hz cliff_step hf_ratio_db mirror mirror_hz hum50
    hum50_prominence_db hum60 hum60_prominence_db rumble_dbfs gate_share bursts decay60_db twice channel_balance_db
    channel_correlation channel_difference_lsb dur_ratio read_z read_spread xruns level_change_db room_change_db
    exact_copy_of near_copy_of near_copy_ber cer wer mos_ovrl neural_share pcm_sha256
}

/// Says whether a metric that this build measures of any take has neither a value nor a reason in `measured`: an
/// older version wrote it. A take that could not be read, or holds nothing, lacks nothing.
pub fn lacks_metrics(measured: &Measurements) -> bool {
    let reasoned = |name: &str| measured.unmeasured.contains_key(name);
    if reasoned(Measurements::UNREADABLE) || reasoned("all") {
        return false;
    }
    measured_here().iter().any(|(name, is_there)| !is_there(measured) && !reasoned(name))
}

/// The metrics that this build gives a value or a reason for, found out on half a second of clicks.
fn measured_here() -> &'static [(&'static str, IsThere)] {
    static FOUND: OnceLock<Vec<(&'static str, IsThere)>> = OnceLock::new();
    FOUND.get_or_init(|| {
        let Ok(rate) = SampleRate::new(16_000) else { return Vec::new() };
        let spec = MeterSpec::new(rate, 16);
        let mut meter = Meter::new(spec);
        let clicks: Vec<f32> = (0..8000).map(|at| if at % 100 == 0 { 0.25 } else { 0.0 }).collect();
        meter.push(&clicks);
        let probe = meter.finish();
        let here =
            |(name, is_there): &&(&str, IsThere)| is_there(&probe) || probe.unmeasured.contains_key(*name);
        METRICS.iter().filter(here).copied().collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_names_every_metric_that_may_be_null() {
        let fields = serde_json::to_value(Measurements::default()).unwrap();
        for (name, value) in fields.as_object().unwrap() {
            assert!(!value.is_null() || METRICS.iter().any(|(known, _)| known == name), "{name}");
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
