//! What holds for a microphone itself, whoever speaks into it: said once, before the first prompt, and not with each take.

use crate::audio::capture::SourceInfo;
use crate::messages::Message;
use crate::msg;
use crate::quality::Policy;
use crate::recordings::TakeRecord;
use crate::units::SampleRate;

/// Below this rate it sounds like a telephone, hertz.
const TELEPHONE_HZ: u32 = 12_000;
/// Volumes, in per cent, between which a microphone is not far from where it is made to be.
const VOLUMES: std::ops::RangeInclusive<u32> = 40..=120;

/// Something that holds for a microphone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DeviceRemark {
    /// It gives what a loudspeaker plays.
    Monitor,
    /// Nothing is plugged into its socket.
    Unplugged,
    /// It is muted.
    Muted,
    /// Its volume in the system, in per cent, is far from what is usual.
    Volume(u32),
    /// It has the band of a telephone.
    Telephone(SampleRate),
    /// Its rate is below the one that is wanted.
    Narrow {
        /// Its rate.
        rate: SampleRate,
        /// The least rate that is wanted, in hertz.
        wanted_hz: u32,
    },
}

impl DeviceRemark {
    /// Returns all that holds for a microphone under the limits of a sheet, the weightiest first.
    pub fn all_of(info: &SourceInfo, policy: &Policy) -> Vec<Self> {
        let setting = &info.setting;
        // What was lowered on purpose needs no word.
        let rate = setting.native_rate.unwrap_or(info.rate);
        let wanted_hz = [("format-low", "rate_warn_hz"), ("narrowband", "least_rate_hz")]
            .into_iter()
            .filter(|(check, _)| policy.is_enabled(check))
            .filter_map(|(check, limit)| policy.limit(check, limit))
            .fold(0.0, f64::max) as u32;
        let narrow = if rate.hz() < TELEPHONE_HZ {
            Some(Self::Telephone(rate))
        } else {
            (rate.hz() < wanted_hz).then_some(Self::Narrow { rate, wanted_hz })
        };
        let volume = setting.volume_percent.filter(|volume| !VOLUMES.contains(volume) && !setting.muted);
        [
            setting.monitor.then_some(Self::Monitor),
            setting.unplugged.then_some(Self::Unplugged),
            setting.muted.then_some(Self::Muted),
            narrow,
            volume.map(Self::Volume),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    /// Returns what is said of it.
    pub fn message(self) -> Message {
        match self {
            Self::Monitor => msg!("remark-monitor"),
            Self::Unplugged => msg!("remark-unplugged"),
            Self::Muted => msg!("remark-muted"),
            Self::Volume(percent) => msg!("remark-volume", percent = percent),
            Self::Telephone(rate) => msg!("remark-telephone", rate = rate.to_string()),
            Self::Narrow { rate, wanted_hz } => {
                msg!("remark-narrow", rate = rate.to_string(), wanted = wanted_hz)
            }
        }
    }

    /// Returns the ids of the findings that say the same of every take.
    pub fn findings(self) -> &'static [&'static str] {
        match self {
            Self::Telephone(_) | Self::Narrow { .. } => &["narrowband", "format-low", "upsampled"],
            Self::Monitor | Self::Unplugged | Self::Muted | Self::Volume(_) => &[],
        }
    }
}

/// Returns what the recorder noticed of a take that its verdict alone does not say.
pub fn capture_remarks(take: &TakeRecord) -> Vec<Message> {
    let facts = &take.capture;
    // What a microphone that went away took with it was said when it did.
    if facts.device_lost {
        return Vec::new();
    }
    let lost = (facts.lost_frames > 0 || facts.xruns > 0).then(|| msg!("capture-lost"));
    let stalled = (facts.stalls > 0).then(|| msg!("capture-stalled"));
    let missing = (facts.clock_missing_frames > 0).then(|| msg!("capture-missing"));
    let silent = facts.all_zero.then(|| msg!("capture-silent"));
    let clock = |rate: u32| msg!("capture-clock", measured = rate, stated = take.rate.to_string());
    [lost, stalled, missing, silent, facts.clock_rate_hz.map(clock)].into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audio::capture::{DeviceSetting, SourceKind};

    fn info(hz: u32, setting: DeviceSetting) -> SourceInfo {
        SourceInfo {
            kind: SourceKind::Device,
            device: "pulseaudio:mic".to_owned(),
            name: "Mic".to_owned(),
            host: "pulseaudio".to_owned(),
            rate: SampleRate::new(hz).unwrap(),
            channels: 1,
            channel: 0,
            format: "i16".to_owned(),
            bits: 16,
            setting,
        }
    }

    /// Oracle: what a person at the mixer would say.
    #[test]
    fn a_microphone_is_told_what_holds_for_it_and_no_more() {
        let of = |hz, setting| DeviceRemark::all_of(&info(hz, setting), &Policy::default());
        let usual = DeviceSetting { volume_percent: Some(100), ..DeviceSetting::default() };
        let rate = |hz| SampleRate::new(hz).unwrap();
        assert_eq!(of(48_000, usual.clone()), []);
        assert_eq!(of(16_000, usual.clone()), []);
        assert_eq!(of(8_000, usual.clone()), [DeviceRemark::Telephone(rate(8_000))]);
        assert_eq!(
            of(15_999, usual.clone()),
            [DeviceRemark::Narrow { rate: rate(15_999), wanted_hz: 16_000 }]
        );
        // Asked for with --rate; the microphone has more.
        let lowered = DeviceSetting { native_rate: Some(rate(48_000)), ..usual.clone() };
        assert_eq!(of(8_000, lowered), []);
        let low = DeviceSetting { volume_percent: Some(10), monitor: true, ..usual.clone() };
        assert_eq!(of(48_000, low), [DeviceRemark::Monitor, DeviceRemark::Volume(10)]);
        // How loud it is set does not matter while nothing is heard.
        let muted = DeviceSetting { volume_percent: Some(10), muted: true, ..usual };
        assert_eq!(of(48_000, muted), [DeviceRemark::Muted]);
    }
}
