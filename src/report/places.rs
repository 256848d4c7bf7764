//! Where in a take a fault is, for the marks on its picture. The verdict is the engine's alone; a fault
//! without a place (noise, hum, room) has none here.

use crate::quality::FrameGrid;
use std::collections::BTreeMap;

/// Frames of the grid in a second.
const FRAMES: f64 = 100.0;
/// Places nearer to each other than this are one, in seconds.
const NEAR_S: f64 = 0.02;

/// A part of a take, in seconds from its start.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Place {
    /// Where it begins.
    pub from_s: f64,
    /// Where it ends.
    pub to_s: f64,
}

/// A take as far as it is shown.
#[derive(Debug, Clone, Copy)]
pub struct Sound<'a> {
    /// The samples of the measured channel.
    pub samples: &'a [f32],
    /// Their rate.
    pub rate_hz: u32,
    /// Levels and speech of these samples.
    pub grid: &'a FrameGrid,
    /// Whether the samples end where the take does.
    pub whole: bool,
    /// Level of the noise outside speech.
    pub noise_dbfs: Option<f64>,
}

impl Sound<'_> {
    /// Returns the places of the fault with this id; `limit` is the limit that it crossed.
    pub fn places(&self, id: &str, limit: Option<f64>) -> Vec<Place> {
        let words = runs(self.grid.speech(), true);
        let (Some(&(first, _)), Some(&(_, last))) = (words.first(), words.last()) else {
            return match id {
                "clipped" | "limited" => join(self.flat_tops()),
                "peak-hot" => self.peak().into_iter().collect(),
                "dropout-silent" => join(self.gaps()),
                _ => Vec::new(),
            };
        };
        let end = self.length_s();
        let (first, last) = (first as f64 / FRAMES, (last as f64 / FRAMES).min(end));
        let found = match id {
            "clipped" | "limited" => self.flat_tops(),
            "peak-hot" => self.peak().into_iter().collect(),
            "dropout-silent" => self.gaps(),
            "dropout-repeat" => self.repeats(),
            "click-noise" => self.bursts(),
            "noise-gated" => self.dead_pauses(),
            "start-cut" | "lead-silence-long" => vec![Place { from_s: 0.0, to_s: first }],
            "end-cut" | "trail-silence-long" if self.whole => vec![Place { from_s: last, to_s: end }],
            "interrupted" if self.whole => vec![Place { from_s: end, to_s: end }],
            "pause-long" => {
                let least = (limit.unwrap_or(0.0) / 1000.0 * FRAMES).max(1.0);
                words
                    .windows(2)
                    .filter(|pair| (pair[1].0 - pair[0].1) as f64 > least)
                    .map(|pair| Place { from_s: pair[0].1 as f64 / FRAMES, to_s: pair[1].0 as f64 / FRAMES })
                    .collect()
            }
            _ => Vec::new(),
        };
        join(found)
    }

    /// Returns the length in seconds.
    pub fn length_s(&self) -> f64 {
        self.samples.len() as f64 / f64::from(self.rate_hz.max(1))
    }

    fn place(&self, from: usize, to: usize) -> Place {
        let rate = f64::from(self.rate_hz.max(1));
        Place { from_s: from as f64 / rate, to_s: to as f64 / rate }
    }

    fn milliseconds(&self, milliseconds: f64) -> usize {
        (f64::from(self.rate_hz) * milliseconds / 1000.0).round() as usize
    }

    /// Runs within 0.4 % of the own rail of either polarity, as `clipped` counts them.
    fn flat_tops(&self) -> Vec<Place> {
        let least = self.milliseconds(0.19).max(3);
        let mut found = Vec::new();
        for sign in [1f32, -1.0] {
            let rail = self.samples.iter().fold(0f32, |rail, sample| rail.max(sign * sample));
            if rail < 0.02 {
                continue;
            }
            let flat: Vec<bool> = self.samples.iter().map(|sample| sign * sample >= rail * 0.996).collect();
            let tops = runs(&flat, true).into_iter().filter(|(from, to)| to - from >= least);
            found.extend(tops.map(|(from, to)| self.place(from, to)));
        }
        found
    }

    fn peak(&self) -> Option<Place> {
        let mut peak = (0, 0f32);
        for (index, sample) in self.samples.iter().enumerate() {
            if sample.abs() > peak.1 {
                peak = (index, sample.abs());
            }
        }
        (peak.1 > 0.0).then(|| self.place(peak.0, peak.0 + 1))
    }

    /// Equal samples for 2 ms and more, with over -50 dBFS in the 10 ms on either side.
    fn gaps(&self) -> Vec<Place> {
        const LOUD: f64 = 1e-5;
        let (least, side) = (self.milliseconds(2.0).max(2), self.milliseconds(10.0).max(1));
        let equal: Vec<bool> = self.samples.windows(2).map(|pair| pair[0] == pair[1]).collect();
        let power = |part: &[f32]| {
            let sum: f64 = part.iter().map(|&sample| f64::from(sample) * f64::from(sample)).sum();
            sum / part.len().max(1) as f64
        };
        runs(&equal, true)
            .into_iter()
            .map(|(from, to)| (from, to + 1))
            .filter(|&(from, to)| {
                let (before, after) = (
                    &self.samples[from.saturating_sub(side)..from],
                    &self.samples[to..(to + side).min(self.samples.len())],
                );
                to - from >= least && power(before) > LOUD && power(after) > LOUD
            })
            .map(|(from, to)| self.place(from, to))
            .collect()
    }

    /// Exact copies of at least 48 samples within 250 ms, as `dropout-repeat` counts them: the second one.
    fn repeats(&self) -> Vec<Place> {
        const WINDOW: usize = 16;
        const LEAST: usize = 48;
        let reach = self.milliseconds(250.0);
        let mut seen: BTreeMap<[u32; WINDOW], usize> = BTreeMap::new();
        let (mut found, mut run): (Vec<Place>, Option<(usize, usize, usize)>) = (Vec::new(), None);
        let mut end = |run: Option<(usize, usize, usize)>| {
            if let Some((_, from, to)) = run.filter(|(_, from, to)| to + WINDOW - from >= LEAST) {
                found.push(self.place(from, to + WINDOW));
            }
        };
        for at in 0..(self.samples.len() + 1).saturating_sub(WINDOW) {
            let part = &self.samples[at..at + WINDOW];
            let window: [u32; WINDOW] = std::array::from_fn(|n| part[n].to_bits());
            let varied = window.windows(2).filter(|pair| pair[0] != pair[1]).count() >= WINDOW / 2;
            let lag = if varied { seen.insert(window, at).map(|before| at - before) } else { None };
            match (lag.filter(|lag| *lag <= reach), &mut run) {
                (Some(lag), Some((known, _, to))) if lag == *known && *to + 1 == at => *to = at,
                (Some(lag), _) => {
                    end(run.take());
                    run = Some((lag, at, at));
                }
                (None, _) => end(run.take()),
            }
        }
        end(run);
        found
    }

    fn bursts(&self) -> Vec<Place> {
        let noise = self.noise_dbfs.into_iter();
        noise.flat_map(|noise| self.grid.bursts(noise)).map(|(from, to)| frames(from, to)).collect()
    }

    /// Stretches of digital silence between the words.
    fn dead_pauses(&self) -> Vec<Place> {
        let hop = self.milliseconds(10.0).max(1);
        let near = self.near_speech(2);
        let dead: Vec<bool> = near
            .iter()
            .enumerate()
            .map(|(frame, near)| {
                let part = self.samples.get(frame * hop..(frame + 1) * hop);
                !near && part.is_some_and(|part| part.iter().all(|sample| sample.abs() <= 1.0 / 32_768.0))
            })
            .collect();
        runs(&dead, true)
            .into_iter()
            .filter(|(from, to)| to - from >= 3)
            .map(|(from, to)| frames(from, to))
            .collect()
    }

    fn near_speech(&self, guard: usize) -> Vec<bool> {
        let speech = self.grid.speech();
        let mut near = speech.to_vec();
        for (from, to) in runs(speech, true) {
            near[from.saturating_sub(guard)..(to + guard).min(speech.len())].fill(true);
        }
        near
    }
}

fn frames(from: usize, to: usize) -> Place {
    Place { from_s: from as f64 / FRAMES, to_s: to as f64 / FRAMES }
}

/// Puts places in order and makes one of those that touch.
fn join(mut places: Vec<Place>) -> Vec<Place> {
    places.sort_by(|a, b| a.from_s.total_cmp(&b.from_s).then(a.to_s.total_cmp(&b.to_s)));
    let mut joined: Vec<Place> = Vec::new();
    for place in places {
        match joined.last_mut() {
            Some(last) if place.from_s <= last.to_s + NEAR_S => last.to_s = last.to_s.max(place.to_s),
            _ => joined.push(place),
        }
    }
    joined
}

/// Returns the runs of `wanted` as first index and one past the last.
pub fn runs(mask: &[bool], wanted: bool) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut start = None;
    for (index, &set) in mask.iter().chain([&!wanted]).enumerate() {
        match (set == wanted, start) {
            (true, None) => start = Some(index),
            (false, Some(from)) => {
                found.push((from, index));
                start = None;
            }
            _ => {}
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quality::{Meter, MeterSpec};
    use crate::units::SampleRate;

    const RATE: u32 = 16_000;

    /// Two seconds: a tone of sound from 0.5 to 1.5 s over a little noise, each fault where `change` puts it.
    fn places(id: &str, limit: Option<f64>, change: impl Fn(&mut [f32])) -> Vec<(f64, f64)> {
        let mut state = 1u32;
        let mut samples: Vec<f32> = (0..2 * RATE as usize)
            .map(|n| {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                let noise = ((state >> 8) as f64 / 8_388_608.0 - 1.0) * 0.001;
                let voice =
                    if (8_000..24_000).contains(&n) { 0.3 * libm::sin(n as f64 * 0.171) } else { 0.0 };
                (voice + noise) as f32
            })
            .collect();
        change(&mut samples);
        let mut meter = Meter::new(MeterSpec {
            rate: SampleRate::new(RATE).unwrap(),
            bits: 16,
            channels: 1,
            channel: 0,
            integer: true,
        });
        meter.push(&samples);
        let (measured, grid) = meter.finish_with_grid();
        let sound = Sound {
            samples: &samples,
            rate_hz: RATE,
            grid: &grid,
            whole: true,
            noise_dbfs: measured.noise_floor_dbfs,
        };
        sound.places(id, limit).into_iter().map(|place| (place.from_s, place.to_s)).collect()
    }

    #[track_caller]
    fn near(found: &[(f64, f64)], wanted: &[(f64, f64)], tolerance_s: f64) {
        assert_eq!(found.len(), wanted.len(), "{found:?}");
        for (found, wanted) in found.iter().zip(wanted) {
            let off = (found.0 - wanted.0).abs().max((found.1 - wanted.1).abs());
            assert!(off <= tolerance_s, "{found:?} {wanted:?}");
        }
    }

    #[test]
    fn a_fault_is_marked_where_it_was_made() {
        // Oracle: the faults are put in by hand; a frame is 10 ms and a marked word may grow by three.
        let clip = |samples: &mut [f32]| {
            for sample in &mut samples[12_000..12_800] {
                *sample = (*sample * 2.0).clamp(-0.4, 0.4);
            }
        };
        near(&places("clipped", None, clip), &[(0.75, 0.80)], 0.005);
        near(
            &places("dropout-silent", None, |samples| samples[16_000..16_160].fill(0.0)),
            &[(1.0, 1.01)],
            0.001,
        );
        let repeat = |samples: &mut [f32]| samples.copy_within(14_000..14_400, 14_400);
        near(&places("dropout-repeat", None, repeat), &[(0.9, 0.925)], 0.001);
        let click = |samples: &mut [f32]| samples[3_200..3_360].fill(0.2);
        near(&places("click-noise", None, click), &[(0.2, 0.21)], 0.03);
        let gate = |samples: &mut [f32]| samples[26_000..].fill(0.0);
        near(&places("noise-gated", None, gate), &[(1.625, 2.0)], 0.03);
        near(&places("start-cut", None, |_| {}), &[(0.0, 0.5)], 0.03);
        near(&places("end-cut", None, |_| {}), &[(1.5, 2.0)], 0.06);
        let rest =
            |samples: &mut [f32]| samples[13_000..19_000].iter_mut().for_each(|sample| *sample *= 0.003);
        near(&places("pause-long", Some(200.0), rest), &[(0.8125, 1.1875)], 0.06);
        near(&places("peak-hot", None, |samples| samples[11_111] = 0.9), &[(0.694, 0.695)], 0.001);
    }

    #[test]
    fn what_has_no_place_has_no_mark() {
        assert_eq!(places("noisy", None, |_| {}), []);
        assert_eq!(places("clipped", None, |samples| samples.fill(0.0)), []);
        assert_eq!(places("start-cut", None, |samples| samples.fill(0.0)), []);
        assert_eq!(places("dropout-repeat", None, |_| {}), []);
    }
}
