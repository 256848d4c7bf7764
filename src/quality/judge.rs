//! From measurements to findings and a verdict, under a policy.

#[cfg(doc)]
use super::check::CHECKS;
use super::check::{BAND, band_hz};
use super::model::{Finding, Judgement, Measurements};
use super::policy::Policy;
use std::cmp::Reverse;

/// Judges measurements under a policy: the findings, worst severity first and within it in the order of
/// [`CHECKS`], and the verdict.
pub fn judge(measured: &Measurements, policy: &Policy) -> Judgement {
    let mut found: Vec<Finding> = Vec::new();
    for (check, limits, is_enabled) in policy.checks() {
        if !is_enabled || check.unless.iter().any(|id| found.iter().any(|finding| finding.id == *id)) {
            continue;
        }
        if let Some(hit) = (check.judge)(measured, limits) {
            found.push(Finding {
                id: check.id.to_owned(),
                severity: hit.severity,
                value: hit.value,
                limit: hit.limit,
            });
        }
    }
    found.sort_by_key(|finding| Reverse(finding.severity));
    Judgement::of(found)
}

/// Returns where the band of a take ends, in hertz, by the limits of the check `narrowband`; half the rate when
/// it is whole as far as can be told, `None` without a rate.
pub fn band_end_hz(measured: &Measurements, policy: &Policy) -> Option<f64> {
    let whole = (measured.sr > 0).then(|| f64::from(measured.sr) / 2.0)?;
    let (_, limits, _) = policy.checks().find(|(check, ..)| check.id == BAND.id)?;
    Some(band_hz(measured, limits).map_or(whole, |hz| hz.min(whole)))
}
