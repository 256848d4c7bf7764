//! Where in a take its faults are, for marks on a picture. A fault without a place (noise, hum, room) has none here.
//!
//! The detectors that count the faults say where they are: nothing is looked for a second time.

use super::model::Finding;
use std::ops::Range;

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

impl Place {
    /// Makes a place of samples at this rate.
    pub(super) fn of_samples(samples: &Range<u64>, rate_hz: u32) -> Self {
        let rate = f64::from(rate_hz.max(1));
        Self { from_s: samples.start as f64 / rate, to_s: samples.end as f64 / rate }
    }

    /// Makes a place of frames of the grid.
    pub(super) fn of_frames(&(from, to): &(usize, usize)) -> Self {
        Self { from_s: from as f64 / FRAMES, to_s: to as f64 / FRAMES }
    }

    /// Makes a place of frames of speech, with the end of the last, in a take of this length.
    pub(super) fn of_speech(frames: &(usize, usize), length_s: f64) -> Self {
        let place = Self::of_frames(frames);
        Self { to_s: (place.to_s + 1.0 / FRAMES).min(length_s), ..place }
    }

    fn length_s(&self) -> f64 {
        self.to_s - self.from_s
    }
}

/// What the detectors of a [`Meter`](super::Meter) found, and where. Of each kind there are 65,536 at most, the first ones.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Places {
    /// The length of what was measured, in seconds.
    pub length_s: f64,
    /// The stretches of speech, in order.
    pub speech: Vec<Place>,
    /// From the last frame of speech to the end.
    pub(super) trail: Option<Place>,
    /// Flat tops at either rail.
    pub(super) flat_tops: Vec<Place>,
    /// The highest hundredth at either rail.
    pub(super) tops: Vec<Place>,
    /// The greatest sample.
    pub(super) peak: Option<Place>,
    pub(super) gaps: Vec<Place>,
    /// What came a second time.
    pub(super) repeats: Vec<Place>,
    pub(super) bursts: Vec<Place>,
    /// Digital silence outside speech.
    pub(super) dead_pauses: Vec<Place>,
    /// Rests between the first and the last word.
    pub(super) pauses: Vec<Place>,
}

/// How much of an edge is marked where no time is before or after the speech, seconds.
const EDGE_S: f64 = 0.02;

impl Places {
    /// Returns the places of a finding, in order, those that nearly touch as one.
    pub fn of(&self, finding: &Finding) -> Vec<Place> {
        join(match finding.id.as_str() {
            // Behind a resampler the flat tops are gone, and the heap of peaks is still there.
            "clipped" if !self.flat_tops.is_empty() => self.flat_tops.clone(),
            "clipped" | "limited" => self.tops.clone(),
            "peak-hot" => self.peak.into_iter().collect(),
            "dropout-silent" => self.gaps.clone(),
            "dropout-repeat" => self.repeats.clone(),
            "click-noise" => self.bursts.clone(),
            "noise-gated" => self.dead_pauses.clone(),
            "start-cut" => {
                let lead = |first: &Place| Place { from_s: 0.0, to_s: first.from_s.max(EDGE_S) };
                self.speech.first().map(lead).into_iter().collect()
            }
            "lead-silence-long" => {
                let lead = |first: &Place| Place { from_s: 0.0, to_s: first.from_s };
                self.speech.first().map(lead).into_iter().collect()
            }
            "end-cut" => {
                let edge =
                    |trail: Place| Place { from_s: trail.from_s.min(trail.to_s - EDGE_S).max(0.0), ..trail };
                self.trail.map(edge).into_iter().collect()
            }
            "trail-silence-long" => self.trail.into_iter().collect(),
            "pause-long" => {
                let least_s = finding.limit.unwrap_or(0.0) / 1000.0;
                // Half a frame, since seconds are not exact.
                let is_long = |pause: &&Place| pause.length_s() > least_s + 0.5 / FRAMES;
                self.pauses.iter().filter(is_long).copied().collect()
            }
            _ => Vec::new(),
        })
    }
}

/// Puts places in order and makes one of those that nearly touch.
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quality::{Meter, MeterSpec, Policy, judge};
    use crate::testing::Noise;
    use crate::testing::voice::Voice;
    use crate::units::SampleRate;

    /// A fault: its finding, how it is put into three seconds of sound, where it then is, and how near a mark must be.
    struct Fault {
        id: &'static str,
        put: fn(&mut Vec<f32>, &dyn Fn(f64) -> usize),
        places: &'static [(f64, f64)],
        within_s: f64,
    }

    /// Three words, at 0.6, 1.3 and 1.9 s. The times of words are those of [`sound`]; the detector marks up to 0.15 s around
    /// them.
    const FAULTS: &[Fault] = &[
        Fault {
            id: "clipped",
            put: |sound, at| {
                for sample in &mut sound[at(0.8)..at(1.0)] {
                    *sample = (*sample * 6.0).clamp(-0.4, 0.4);
                }
            },
            places: &[(0.8, 1.0)],
            within_s: 0.012,
        },
        // Peaks that heap up below the rail and are not flat, as behind a codec.
        Fault {
            id: "clipped",
            put: |sound, at| {
                for (n, sample) in sound[at(0.8)..at(1.0)].iter_mut().enumerate() {
                    *sample = (*sample * 6.0).clamp(-0.4, 0.4);
                    if sample.abs() == 0.4 {
                        *sample *= [1.0, 0.993][n % 2];
                    }
                }
            },
            places: &[(0.8, 1.0)],
            within_s: 0.012,
        },
        // The second word and the third pressed flat, a part of the third loudest: peaks of many heights, heaped in the top
        // tenth of that part.
        Fault {
            id: "limited",
            put: |sound, at| {
                const UNEVEN: [f32; 8] = [1.0, 0.975, 0.96, 0.97, 0.955, 0.98, 0.965, 0.95];
                for (from, to, level) in
                    [(1.3, 1.8, 0.24), (1.9, 2.1, 0.24), (2.1, 2.25, 0.4), (2.25, 2.4, 0.24)]
                {
                    for (n, sample) in sound[at(from)..at(to)].iter_mut().enumerate() {
                        *sample = level * libm::tanhf(*sample * 300.0) * UNEVEN[n % 8];
                    }
                }
            },
            places: &[(2.1, 2.25)],
            within_s: 0.012,
        },
        Fault {
            id: "peak-hot",
            put: |sound, at| sound[at(1.111)] = 0.99,
            places: &[(1.111, 1.111)],
            within_s: 0.000_2,
        },
        Fault {
            id: "dropout-silent",
            put: |sound, at| {
                sound[at(0.85)..at(0.855)].fill(0.0);
                sound[at(1.5)..at(1.51)].fill(0.0625);
            },
            places: &[(0.85, 0.855), (1.5, 1.51)],
            within_s: 0.000_2,
        },
        Fault {
            id: "dropout-repeat",
            put: |sound, at| {
                sound.copy_within(at(0.85)..at(0.86), at(0.86));
                sound.copy_within(at(1.5)..at(1.51), at(1.55));
            },
            places: &[(0.86, 0.87), (1.55, 1.56)],
            within_s: 0.000_2,
        },
        Fault {
            id: "click-noise",
            put: |sound, at| sound[at(0.2)..at(0.205)].iter_mut().step_by(3).for_each(|sample| *sample = 0.2),
            places: &[(0.2, 0.205)],
            within_s: 0.03,
        },
        Fault {
            id: "noise-gated",
            put: |sound, at| {
                sound[..at(0.5)].fill(0.0);
                sound[at(2.5)..].fill(0.0);
            },
            places: &[(0.0, 0.5), (2.5, 3.0)],
            within_s: 0.05,
        },
        Fault {
            id: "start-cut",
            put: |sound, at| drop(sound.drain(..at(0.64))),
            places: &[(0.0, 0.0)],
            within_s: 0.05,
        },
        Fault {
            id: "end-cut",
            put: |sound, at| sound.truncate(at(2.3)),
            places: &[(2.3, 2.3)],
            within_s: 0.05,
        },
        Fault {
            id: "lead-silence-long",
            put: |sound, at| insert(sound, at(0.3), at(1.5)),
            places: &[(0.0, 2.1)],
            within_s: 0.16,
        },
        Fault {
            id: "trail-silence-long",
            put: |sound, at| insert(sound, at(2.7), at(1.5)),
            places: &[(2.4, 4.5)],
            within_s: 0.16,
        },
        Fault {
            id: "pause-long",
            put: |sound, at| insert(sound, at(1.2), at(2.0)),
            places: &[(1.1, 3.3)],
            within_s: 0.16,
        },
    ];

    /// Puts more of the room's noise into a sound.
    fn insert(sound: &mut Vec<f32>, at: usize, length: usize) {
        let mut noise = Noise::new(3);
        let room: Vec<f32> = (0..length).map(|_| nearest(noise.sample() * 0.001)).collect();
        sound.splice(at..at, room);
    }

    /// The nearest step of 16 bits.
    fn nearest(sample: f32) -> f32 {
        (sample * 32_768.0).round() / 32_768.0
    }

    fn sound(rate: u32) -> Vec<f32> {
        let words = vec![(0.6, 0.5, 120.0, 0), (1.3, 0.5, 110.0, 3), (1.9, 0.5, 130.0, 1)];
        let voice = Voice {
            rate,
            length_s: 3.0,
            words,
            peak_db: -16.0,
            noise_db: Some(-65.0),
            dc: 0.0,
            clip: (-1.0, 1.0),
            after: 1.0,
            seed: 7,
            letters: None,
        };
        voice.speak()
    }

    /// A finding and its marks, for each finding of a sound of this format.
    fn marks(rate: u32, (bits, integer): (u16, bool), samples: &[f32]) -> Vec<(Finding, Vec<Place>)> {
        let spec = MeterSpec { rate: SampleRate::new(rate).unwrap(), bits, channels: 1, channel: 0, integer };
        let mut meter = Meter::new(spec);
        meter.note_places();
        samples.chunks(777).for_each(|block| meter.push(block));
        let (measured, places) = meter.finish_with_places();
        let mut plain = Meter::new(spec);
        plain.push(samples);
        assert_eq!(measured, plain.finish(), "what is noted changes no number");
        let findings = judge(&measured, &Policy::default()).findings;
        findings.into_iter().map(|finding| (finding.clone(), places.of(&finding))).collect()
    }

    #[test]
    fn a_finding_with_a_place_is_marked_where_the_fault_was_put() {
        // Oracle: the places where the table puts its faults. Samples of 24 bits and floats lie two or three of their own
        // steps beside those of 16 bits, in silence too, as a converter with dither leaves them.
        let mut faults = Vec::new();
        for rate in [16_000, 48_000] {
            for format in [(16, true), (24, true), (32, false)] {
                for Fault { id, put, places, within_s } in FAULTS {
                    let mut samples = sound(rate);
                    put(&mut samples, &|seconds| (seconds * f64::from(rate)).round() as usize);
                    let step = if format.0 == 16 { 0.0 } else { 1.0 / 8_388_608.0 };
                    for (n, sample) in samples.iter_mut().enumerate() {
                        *sample = nearest(*sample) + [2.0, -2.0, 0.0, -1.0, 2.0, 1.0][n % 6] * step;
                    }
                    let found = marks(rate, format, &samples);
                    let placed = |id: &str| FAULTS.iter().any(|fault| fault.id == id);
                    for (finding, marks) in &found {
                        if placed(&finding.id) && marks.is_empty() {
                            faults.push(format!("{rate} {format:?} {id}: {} has no mark", finding.id));
                        }
                    }
                    let Some((_, marks)) = found.iter().find(|(finding, _)| finding.id == *id) else {
                        faults.push(format!("{rate} {format:?} {id}: not found in {found:?}"));
                        continue;
                    };
                    let is_in = |mark: &Place, from: f64, to: f64| {
                        mark.from_s >= from - within_s && mark.to_s <= to + within_s
                    };
                    let is_marked = |&(from, to): &(f64, f64)| {
                        let mut own = marks.iter().filter(|mark| is_in(mark, from, to));
                        let first = own.next();
                        let last = own.next_back().or(first);
                        first.is_some_and(|mark| mark.from_s <= from + within_s)
                            && last.is_some_and(|mark| mark.to_s >= to - within_s)
                    };
                    let strays =
                        marks.iter().any(|mark| !places.iter().any(|&(from, to)| is_in(mark, from, to)));
                    if strays || !places.iter().all(is_marked) {
                        faults.push(format!("{rate} {format:?} {id}: {marks:?} is not {places:?}"));
                    }
                }
            }
        }
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    }

    #[test]
    fn what_has_no_place_has_no_mark() {
        let finding = |id: &str| Finding {
            id: id.to_owned(),
            severity: crate::severity::Severity::Warn,
            value: None,
            limit: None,
        };
        let spec = MeterSpec {
            rate: SampleRate::new(16_000).unwrap(),
            bits: 16,
            channels: 1,
            channel: 0,
            integer: true,
        };
        for samples in [vec![], vec![0.0; 16_000]] {
            let mut meter = Meter::new(spec);
            meter.note_places();
            meter.push(&samples);
            let (_, places) = meter.finish_with_places();
            for fault in FAULTS {
                assert_eq!(places.of(&finding(fault.id)), [], "{}", fault.id);
            }
        }
        let mut meter = Meter::new(spec);
        meter.note_places();
        meter.push(&sound(16_000));
        let (_, places) = meter.finish_with_places();
        assert_eq!((places.of(&finding("noisy")), places.of(&finding("dropout-repeat"))), (vec![], vec![]));
        // A tenth of a second between the last two words is no pause.
        assert_eq!(places.speech.len(), 2, "{:?}", places.speech);
    }
}
