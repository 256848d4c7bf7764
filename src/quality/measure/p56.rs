//! Active speech level, ITU-T P.56 (12/2011) method B, at 16 kHz.

/// Thresholds, 2^-15 to 2^-1 of full scale.
const THRESHOLDS: usize = 15;
/// Hangover of 0.2 s in samples.
const HANGOVER: u64 = 3_200;
/// Margin between active level and threshold, dB.
const MARGIN_DB: f64 = 15.9;

/// A running speech voltmeter.
pub struct ActiveLevel {
    smoothing: f64,
    first: f64,
    envelope: f64,
    /// How many thresholds the envelope reaches.
    class: usize,
    samples: u64,
    squares: f64,
    activity: Activity,
    class_from: u64,
}

impl ActiveLevel {
    /// Creates a meter at rest.
    pub fn new() -> Self {
        Self {
            smoothing: smoothing(),
            first: 0.0,
            envelope: 0.0,
            class: 0,
            samples: 0,
            squares: 0.0,
            activity: Activity::default(),
            class_from: 0,
        }
    }

    /// Takes in one sample.
    pub fn push(&mut self, sample: f64) {
        let rest = 1.0 - self.smoothing;
        self.first = self.smoothing * self.first + rest * sample.abs();
        self.envelope = self.smoothing * self.envelope + rest * self.first;
        self.squares += sample * sample;
        self.classify(self.envelope);
    }

    /// Returns the two smoothers; the second is the envelope.
    pub fn state(&self) -> [f64; 2] {
        [self.first, self.envelope]
    }

    /// Takes in samples by their envelopes, in lanes one after the other, the least and greatest of them, the smoothers
    /// after them, and their sum of squares.
    pub fn take<const N: usize>(
        &mut self,
        envelopes: &[[f64; N]],
        range: (f64, f64),
        state: [f64; 2],
        squares: f64,
    ) {
        [self.first, self.envelope] = state;
        // What has decayed below any threshold is forgotten, since denormal numbers are slow.
        if self.first < 1e-30 && self.envelope < 1e-30 {
            (self.first, self.envelope) = (0.0, 0.0);
        }
        self.squares += squares;
        if range.0 >= floor_of(self.class) && range.1 < floor_of(self.class + 1) {
            self.samples += (N * envelopes.len()) as u64;
            return;
        }
        for lane in 0..N {
            for envelopes in envelopes {
                self.classify(envelopes[lane]);
            }
        }
    }

    #[inline]
    fn classify(&mut self, envelope: f64) {
        if envelope < floor_of(self.class) || envelope >= floor_of(self.class + 1) {
            self.activity.extend(self.class_from, self.samples, self.class);
            self.class = class_of(envelope);
            self.class_from = self.samples;
        }
        self.samples += 1;
    }

    /// Returns the active level in dBov and the activity (0 to 1); `None` without speech.
    pub fn finish(mut self) -> Option<(f64, f64)> {
        self.activity.extend(self.class_from, self.samples, self.class);
        self.activity.level(self.squares, self.samples as f64)
    }
}

/// An envelope in one byte: sixteenths of an octave from 2^-16 to full scale, 0 for all that is lower.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Envelope(u8);

impl Envelope {
    /// Bits of an `f32` below the sixteenths of an octave.
    const SHIFT: u32 = 19;
    const LOWEST: u32 = (1.0f32 / 65_536.0).to_bits() >> Self::SHIFT;

    /// Stores an envelope.
    pub fn of(envelope: f64) -> Self {
        let steps = (envelope as f32).to_bits() >> Self::SHIFT;
        Self(steps.saturating_sub(Self::LOWEST).min(255) as u8)
    }

    /// Returns the middle of the step.
    fn magnitude(self) -> f64 {
        if self.0 == 0 {
            return 0.0;
        }
        let half_a_step = 1 << (Self::SHIFT - 1);
        f64::from(f32::from_bits(((u32::from(self.0) + Self::LOWEST) << Self::SHIFT) | half_a_step))
    }
}

/// Returns the active level of a part of a take from its envelopes, one every `step` samples, and its sum of squares.
///
/// What the voltmeter still held of the time before the part (`before`, taken as steady noise) is taken off.
pub fn level_of_part(before: Envelope, envelopes: &[Envelope], step: usize, squares: f64) -> Option<f64> {
    let (mut activity, mut at) = (Activity::default(), 0u64);
    let smoothing = smoothing();
    let fade = libm::pow(smoothing, step as f64);
    let mut held = before.magnitude();
    for envelope in envelopes {
        let to = at + step as u64;
        held *= fade;
        let left = held * (1.0 + to as f64 * (1.0 - smoothing));
        activity.extend(at, to, class_of(envelope.magnitude() - left));
        at = to;
    }
    activity.level(squares, at as f64).map(|(level, _)| level)
}

/// Returns what both smoothers keep of their value from sample to sample.
pub fn smoothing() -> f64 {
    libm::exp(-1.0 / (16_000.0 * 0.03))
}

/// How long each threshold was active.
#[derive(Default)]
struct Activity {
    active: [u64; THRESHOLDS],
    /// One past the last sample that reached the threshold itself.
    last: [Option<u64>; THRESHOLDS],
}

impl Activity {
    /// Adds the samples `from..to` during which the envelope reached the lowest `class` thresholds.
    fn extend(&mut self, from: u64, to: u64, class: usize) {
        if from == to {
            return;
        }
        for (index, (active, last)) in self.active.iter_mut().zip(&mut self.last).enumerate() {
            if index < class {
                *active += to - from;
                *last = Some(to);
            } else if let Some(last) = *last {
                *active += (last + HANGOVER).clamp(from, to) - from;
            }
        }
    }

    /// Returns active level and activity of samples with this sum of squares and count.
    fn level(&self, squares: f64, samples: f64) -> Option<(f64, f64)> {
        if squares <= 0.0 || samples <= 0.0 {
            return None;
        }
        let long_term = 10.0 * libm::log10(squares / samples);
        let level_at = |index: usize| 10.0 * libm::log10(squares / self.active[index] as f64);
        let threshold_at = |index: usize| 20.0 * libm::log10(threshold(index));
        if self.active[0] == 0 || level_at(0) - threshold_at(0) < MARGIN_DB {
            return None;
        }
        for index in 1..THRESHOLDS {
            if self.active[index] == 0 {
                break;
            }
            let (before, here) = (level_at(index - 1), level_at(index));
            let (excess_before, excess_here) =
                (before - threshold_at(index - 1) - MARGIN_DB, here - threshold_at(index) - MARGIN_DB);
            if excess_here <= 0.0 {
                let share = excess_before / (excess_before - excess_here);
                let level = before + share * (here - before);
                return Some((level, libm::pow(10.0, (long_term - level) / 10.0).min(1.0)));
            }
        }
        Some((long_term, 1.0))
    }
}

fn threshold(index: usize) -> f64 {
    1.0 / f64::from(1u32 << (THRESHOLDS - index))
}

/// Returns the greatest class whose thresholds the envelope reaches.
fn class_of(envelope: f64) -> usize {
    (0..THRESHOLDS).take_while(|&index| envelope >= threshold(index)).count()
}

/// Returns the least envelope of a class; infinite above the last.
#[inline]
fn floor_of(class: usize) -> f64 {
    const FLOORS: [f64; THRESHOLDS + 2] = {
        let mut floors = [0.0; THRESHOLDS + 2];
        let mut index = 1;
        while index <= THRESHOLDS {
            floors[index] = 1.0 / (1u32 << (THRESHOLDS + 1 - index)) as f64;
            index += 1;
        }
        floors[THRESHOLDS + 1] = f64::INFINITY;
        floors
    };
    FLOORS[class]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_steady_tone_is_active_at_its_rms_level() {
        let mut meter = ActiveLevel::new();
        for n in 0..64_000 {
            meter.push(0.1 * libm::sin(std::f64::consts::TAU * 440.0 * f64::from(n) / 16_000.0));
        }
        let (level, activity) = meter.finish().unwrap();
        assert!((level + 23.01).abs() < 0.03, "{level}");
        assert!(activity > 0.99);
    }

    #[test]
    fn bursts_count_with_their_hangover() {
        // One second of tone in ten: active 1 s and 0.2 s of hangover, level 0.8 dB below that of the tone (P.56, 8.3).
        let mut meter = ActiveLevel::new();
        for n in 0..160_000 {
            let on = n < 16_000;
            let wave = 0.1 * libm::sin(std::f64::consts::TAU * 440.0 * f64::from(n) / 16_000.0);
            meter.push(if on { wave } else { 0.0 });
        }
        let (level, activity) = meter.finish().unwrap();
        assert!((level + 23.01 + 0.9).abs() < 0.25, "{level}");
        assert!((activity - 0.123).abs() < 0.006, "{activity}");
    }

    #[test]
    fn silence_has_no_active_level() {
        let mut meter = ActiveLevel::new();
        (0..16_000).for_each(|_| meter.push(0.0));
        assert_eq!(meter.finish(), None);
    }
}
