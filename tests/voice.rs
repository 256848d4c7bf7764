// A synthetic voice: a pulse train through three formants, in words, with noise and defects. The same,
// step by step, as `voice()` of tests/fixtures/quality/recreate.py; shared by unit tests and benches.

use serde::Deserialize;

const VOWELS: [[f64; 3]; 5] = [
    [730.0, 1090.0, 2440.0],
    [270.0, 2290.0, 3010.0],
    [300.0, 870.0, 2240.0],
    [530.0, 1840.0, 2480.0],
    [570.0, 840.0, 2410.0],
];
const WIDTHS: [f64; 3] = [80.0, 100.0, 140.0];

/// What the voice says, where and how badly.
#[derive(Debug, Clone, Deserialize)]
pub struct Voice {
    pub rate: u32,
    pub length_s: f64,
    /// Start and length in seconds, pitch in hertz, vowel.
    pub words: Vec<(f64, f64, f64, usize)>,
    pub peak_db: f64,
    pub noise_db: Option<f64>,
    pub dc: f64,
    pub clip: (f64, f64),
    pub after: f64,
    pub seed: u64,
    #[serde(default)]
    pub letters: Option<usize>,
}

struct Noise(u64);

impl Noise {
    fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 11) as f64 / (1u64 << 52) as f64 - 1.0
    }
}

impl Voice {
    /// Speaks: 16-bit samples as floats, full scale 1.
    pub fn speak(&self) -> Vec<f32> {
        let rate = f64::from(self.rate);
        let mut noise = Noise(self.seed);
        let mut samples = vec![0f64; (self.length_s * rate) as usize];
        for &(start_s, word_s, pitch, vowel) in &self.words {
            let (start, length) = ((start_s * rate) as usize, (word_s * rate) as usize);
            let mut formants: Vec<[f64; 4]> = VOWELS[vowel]
                .iter()
                .zip(WIDTHS)
                .filter(|(hz, _)| **hz < 0.45 * rate)
                .map(|(hz, width)| {
                    let r = libm::exp(-std::f64::consts::PI * width / rate);
                    [2.0 * r * libm::cos(std::f64::consts::TAU * hz / rate), r * r, 0.0, 0.0]
                })
                .collect();
            let (mut phase, mut glottis) = (0.0, 0.0);
            for i in 0..length {
                phase += pitch * (1.0 - 0.15 * i as f64 / length as f64) / rate;
                let mut source = 0.02 * noise.next();
                if phase >= 1.0 {
                    phase -= 1.0;
                    source += 1.0;
                }
                glottis = 0.9 * glottis + source;
                let mut sample = glottis;
                for formant in &mut formants {
                    sample = sample * (1.0 - formant[0] + formant[1]) + formant[0] * formant[2]
                        - formant[1] * formant[3];
                    formant[3] = formant[2];
                    formant[2] = sample;
                }
                if let Some(out) = samples.get_mut(start + i) {
                    let (rise, fall) = (i as f64 / (0.02 * rate), (length - i) as f64 / (0.05 * rate));
                    *out += sample * rise.min(fall).min(1.0);
                }
            }
        }
        let peak = samples.iter().fold(0f64, |peak, sample| peak.max(sample.abs()));
        let gain = if peak > 0.0 { libm::pow(10.0, self.peak_db / 20.0) / peak } else { 0.0 };
        let level = self.noise_db.map_or(0.0, |noise_db| libm::sqrt(3.0) * libm::pow(10.0, noise_db / 20.0));
        samples
            .iter()
            .map(|sample| {
                let sample = sample * gain + self.dc + level * noise.next();
                let sample = sample.max(self.clip.0).min(self.clip.1) * self.after;
                ((sample * 32_768.0 + 0.5).floor().clamp(-32_768.0, 32_767.0) / 32_768.0) as f32
            })
            .collect()
    }
}
