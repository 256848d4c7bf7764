//! A synthetic voice: pulses through formants in syllables, over a quiet room. Enough like speech for the checks.

use std::path::Path;

/// The settings of one utterance.
#[derive(Clone, Copy)]
pub struct Voice {
    pub seed: u64,
    pub rate: u32,
    /// Seconds of room before and after the speech.
    pub padding: f64,
    /// Seconds of speech.
    pub speech: f64,
    /// Peak of the speech, full scale 1.
    pub peak: f64,
    /// Root mean square of the room, full scale 1.
    pub room: f64,
}

impl Default for Voice {
    fn default() -> Self {
        Self { seed: 1, rate: 48_000, padding: 0.4, speech: 1.2, peak: 0.4, room: 0.0002 }
    }
}

struct Noise(u64);

impl Noise {
    /// Uniform in -1..1 (`SplitMix64`).
    fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) >> 11) as f64 / (1u64 << 52) as f64 - 1.0
    }
}

impl Voice {
    pub fn samples(&self) -> Vec<i16> {
        let rate = f64::from(self.rate);
        let mut noise = Noise(self.seed);
        let pitch = 95.0 + 120.0 * (noise.next() + 1.0) / 2.0;
        let frames = (self.speech * rate) as usize;
        let mut speech = vec![0.0f64; frames];
        let mut phase = 0.0;
        for (index, sample) in speech.iter_mut().enumerate() {
            let time = index as f64 / rate;
            phase += pitch * (1.0 + 0.05 * (time * 5.0).sin()) / rate;
            if phase >= 1.0 {
                phase -= 1.0;
                *sample = 1.0;
            }
            *sample += 0.01 * noise.next();
        }
        for (frequency, bandwidth) in [(600.0, 80.0), (1400.0, 100.0), (2600.0, 160.0), (3900.0, 250.0)] {
            let radius = (-std::f64::consts::PI * bandwidth / rate).exp();
            let (a, b) = (2.0 * radius * (std::f64::consts::TAU * frequency / rate).cos(), -radius * radius);
            let (mut one, mut two) = (0.0, 0.0);
            for sample in &mut speech {
                let out = *sample + a * one + b * two;
                two = one;
                one = out;
                *sample = out;
            }
        }
        // Breath up to the end of the band.
        let loudest = speech.iter().fold(0.0f64, |most, sample| most.max(sample.abs()));
        for sample in &mut speech {
            *sample += 0.015 * loudest * noise.next();
        }
        // Syllables: five a second, each with an attack and a decay.
        for (index, sample) in speech.iter_mut().enumerate() {
            let time = index as f64 / rate;
            let syllable = (time * 5.0).fract();
            let edge = (time.min(self.speech - time) / 0.02).clamp(0.0, 1.0);
            *sample *= (0.03 + 0.97 * (std::f64::consts::PI * syllable).sin()) * edge;
        }
        let peak = speech.iter().fold(0.0f64, |most, sample| most.max(sample.abs())).max(1e-9);
        let padding = (self.padding * rate) as usize;
        let mut all = vec![0.0; padding];
        all.extend(speech.iter().map(|sample| sample / peak * self.peak));
        all.extend(std::iter::repeat_n(0.0, padding));
        all.iter()
            .map(|sample| {
                let room = self.room * 3f64.sqrt() * noise.next();
                ((sample + room) * 32768.0).round().clamp(-32768.0, 32767.0) as i16
            })
            .collect()
    }

    pub fn write(&self, path: &Path) {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        let spec = hound::WavSpec {
            channels: 1,
            sample_rate: self.rate,
            bits_per_sample: 16,
            sample_format: hound::SampleFormat::Int,
        };
        let mut writer = hound::WavWriter::create(path, spec).unwrap();
        for sample in self.samples() {
            writer.write_sample(sample).unwrap();
        }
        writer.finalize().unwrap();
    }
}
