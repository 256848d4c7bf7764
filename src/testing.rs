//! What the tests of all rooms share.

#[path = "../tests/voice.rs"]
pub mod voice;

/// Noise that is the same in every run: the linear congruential generator of Numerical Recipes.
pub struct Noise(u32);

impl Noise {
    /// Creates the noise of a seed.
    pub fn new(seed: u32) -> Self {
        Self(seed)
    }

    /// Returns the upper `count` bits of the next state, 1 to 32; the lower ones are less random.
    pub fn bits(&mut self, count: u32) -> u32 {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        self.0 >> (u32::BITS - count)
    }

    /// Returns the next sample, from -1 to just under 1, in steps of 24 bits.
    pub fn sample(&mut self) -> f32 {
        self.bits(24) as f32 / 8_388_608.0 - 1.0
    }
}

#[test]
fn noise_is_that_of_its_recurrence() {
    // Numerical Recipes, 2nd edition, section 7.1, "An Even Quicker Generator": the first states from seed 0.
    let mut noise = Noise::new(0);
    let states = [0x3c6e_f35f, 0x4750_2932, 0xd1cc_f6e9, 0xaaf9_5334, 0x6252_e503];
    assert_eq!(states.map(|_| noise.bits(32)), states);
    let mut noise = Noise::new(0);
    assert_eq!(noise.bits(8), 0x3c);
    assert_eq!(noise.sample(), 0x47_5029 as f32 / 8_388_608.0 - 1.0);
}

/// How many cases a property is tried with: so many, or as `BOOTH_CASES` says for a long run.
pub fn cases(usual: u32) -> u32 {
    std::env::var("BOOTH_CASES").ok().and_then(|count| count.parse().ok()).unwrap_or(usual)
}
