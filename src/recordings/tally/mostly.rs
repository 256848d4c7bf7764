//! A check that takes most of a corpus or of a device: one cause, told once and first.

use crate::numbers::count;
use crate::recordings::tally::account::Tally;
use serde::Serialize;

/// Takes from which on a share says something.
const LEAST: u64 = 10;
/// Checks that nobody should leave out: what they name cannot be heard any more.
const LOST: &[&str] = &[
    "unreadable-file",
    "device-lost",
    "computer-slept",
    "empty-file",
    "digital-silence",
    "take-long",
    "capture-xrun",
    "dropout-silent",
    "dropout-repeat",
    "no-speech",
    "scale-wrong",
];

/// A check that has a finding above info in half of the takes or more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Mostly {
    /// The check.
    pub check: String,
    /// The device whose takes they are; `None` where it is all of them.
    pub device: Option<String>,
    /// Takes with the finding.
    pub takes: u64,
    /// Takes in all.
    pub of: u64,
    /// What such takes have in common, most likely.
    pub cause: &'static str,
    /// The flag that leaves the check out; `None` where samples are lost or not there.
    pub flag: Option<String>,
}

impl Mostly {
    /// Says how many takes have the finding, in words that go before its title.
    pub(crate) fn counted(&self) -> String {
        let device = self.device.as_ref().map_or(String::new(), |device| format!(" of {device}"));
        format!("{} of {} takes{device} have one cause", count(self.takes), count(self.of))
    }

    /// Says how to leave the check out where that is no fault.
    pub(crate) fn remedy(&self) -> Option<String> {
        self.flag.as_ref().map(|flag| format!("{flag} leaves it out, here and in pack"))
    }

    fn new(check: &str, device: Option<&str>, takes: u64, of: u64) -> Option<Self> {
        (of >= LEAST && takes * 2 >= of).then(|| Self {
            check: check.to_owned(),
            device: device.map(str::to_owned),
            takes,
            of,
            cause: cause(check),
            flag: (!LOST.contains(&check)).then(|| format!("--limit-of {check}.enabled=0")),
        })
    }
}

/// Returns the checks that take most of all takes, or of one of several devices; those that take the most first.
pub fn mostly(tally: &Tally) -> Vec<Mostly> {
    let all = tally.verdicts.total();
    let mut found: Vec<Mostly> = tally
        .ranked_reasons()
        .into_iter()
        .filter_map(|(id, reason)| Mostly::new(id, None, reason.warn + reason.reject, all))
        .collect();
    found.sort_by_key(|mostly| std::cmp::Reverse(mostly.takes));
    let whole = found.len();
    if tally.devices.len() > 1 {
        for (name, group) in &tally.devices {
            let of = group.verdicts.total();
            let of_device = group.reasons().filter_map(|(id, takes)| Mostly::new(id, Some(name), takes, of));
            let new =
                of_device.filter(|mostly| found[..whole].iter().all(|known| known.check != mostly.check));
            let new: Vec<Mostly> = new.collect();
            found.extend(new);
        }
    }
    found
}

/// Says what recordings have in common of which most have this finding.
fn cause(check: &str) -> &'static str {
    match check {
        "start-cut" | "end-cut" => "the recordings were cut to the words, and too closely",
        "format-low" | "narrowband" | "upsampled" => {
            "they were stored at a low rate, or came through a telephone"
        }
        "too-quiet" => "they were recorded or stored at a low level",
        "peak-hot" => "they were turned up to full scale, which lost nothing",
        "clipped" | "limited" => "they were turned up, or recorded, beyond full scale",
        "noisy" | "hum-50" | "hum-60" | "rumble" | "reverberant" => "one room or one microphone",
        "noise-gated" => "noise suppression was on",
        "read-incomplete" | "read-too-long" | "prompt-mismatch" => {
            "texts and recordings are out of step, or the locale is another"
        }
        "lead-silence-long" | "trail-silence-long" | "pause-long" => "they were not cut to the words",
        "duplicate-exact" | "duplicate-near" => "the same recordings were given twice",
        "unreadable-file" => "they are of a kind or coding that is not read",
        "no-speech" => "they hold single sounds, or none",
        _ => "one microphone or one program made them",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quality::Severity;
    use crate::recordings::tally::testing::{finding, take};

    fn told(takes: &[(&str, usize)]) -> Vec<(String, u64, u64)> {
        let mut tally = Tally::new(0);
        for (id, count) in takes {
            for _ in 0..*count {
                let findings = if id.is_empty() { vec![] } else { vec![finding(id, Severity::Reject)] };
                tally.add(&take("a", "anna", findings).row());
            }
        }
        mostly(&tally).into_iter().map(|mostly| (mostly.check, mostly.takes, mostly.of)).collect()
    }

    #[test]
    fn half_of_ten_takes_are_most_and_fewer_are_not() {
        assert_eq!(told(&[("start-cut", 5), ("", 5)]), [("start-cut".to_owned(), 5, 10)]);
        assert_eq!(told(&[("start-cut", 5), ("", 6)]), []);
        assert_eq!(told(&[("start-cut", 9)]), []);
    }
}
