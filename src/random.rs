//! Random numbers that follow from a seed, the same for ever on every machine.

/// `SplitMix64`: Steele, Lea and Flood, "Fast splittable pseudorandom number generators" (OOPSLA 2014).
#[derive(Debug, Clone)]
pub struct SplitMix64(u64);

impl SplitMix64 {
    /// Starts at a seed.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// Returns the next 64 bits.
    pub fn next_u64(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// Returns a number below `bound`: the high half of the product with a 64-bit draw.
    pub fn below(&mut self, bound: usize) -> usize {
        ((u128::from(self.next_u64()) * bound as u128) >> 64) as usize
    }

    /// Returns a number in 0..1, in steps of 2^-53.
    pub fn unit(&mut self) -> f64 {
        (self.next_u64() >> 11) as f64 / 9_007_199_254_740_992.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn splitmix64_gives_the_numbers_of_the_reference_program() {
        // Oracle: splitmix64.c by Vigna (prng.di.unimi.it), seed 1234567.
        let mut random = SplitMix64::new(1_234_567);
        let first: Vec<u64> = (0..3).map(|_| random.next_u64()).collect();
        assert_eq!(first, [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423]);
    }

    /// Oracle: the first number of the reference program for this seed, 6457827717110365317: times 1000 over
    /// 2^64, and over 2^11, both rounded down.
    #[test]
    fn numbers_below_a_bound_and_in_the_unit_range_are_the_top_bits() {
        assert_eq!(SplitMix64::new(1_234_567).below(1000), 350);
        assert_eq!(SplitMix64::new(1_234_567).unit(), 3_153_236_189_995_295.0 / 9_007_199_254_740_992.0);
    }
}
