//! Bits, the highest of each number first, and the checksums of frames.

/// Bytes that are written bit by bit.
#[derive(Default)]
pub struct Bits {
    bytes: Vec<u8>,
    /// Bits that are not a byte yet, the last written lowest.
    rest: u64,
    /// How many these are, fewer than 8.
    count: u32,
}

/// Table of a checksum of so many bits with a generator polynomial, the highest bit first.
const fn table(width: u32, generator: u16) -> [u16; 256] {
    let (mut table, mut byte) = ([0; 256], 0);
    while byte < 256 {
        let (mut value, mut bit) = ((byte as u16) << (width - 8), 0);
        while bit < 8 {
            let carry = value >> (width - 1) & 1 == 1;
            value <<= 1;
            if carry {
                value ^= generator;
            }
            bit += 1;
        }
        table[byte] = if width == 8 { value & 0xff } else { value };
        byte += 1;
    }
    table
}

/// x^8 + x^2 + x + 1 (RFC 9639, 9.1.8).
static CRC8: [u16; 256] = table(8, 0x07);
/// x^16 + x^15 + x^2 + 1 (9.3).
static CRC16: [u16; 256] = table(16, 0x8005);

impl Bits {
    /// Writes a number in `width` bits, at most 64, which it has to fit.
    pub fn put(&mut self, value: u64, width: u32) {
        if width > 32 {
            self.put(value >> 32, width - 32);
            return self.put(value & 0xffff_ffff, 32);
        }
        self.rest = self.rest << width | value;
        self.count += width;
        while self.count >= 8 {
            self.count -= 8;
            self.bytes.push((self.rest >> self.count) as u8);
        }
        self.rest &= (1 << self.count) - 1;
    }

    /// Writes so many zeros and a one.
    pub fn put_unary(&mut self, zeros: u32) {
        for _ in 0..zeros / 32 {
            self.put(0, 32);
        }
        self.put(1, zeros % 32 + 1);
    }

    /// Writes the number of a frame as UTF-8 writes a character, up to 31 bits (9.1.5).
    pub fn put_number(&mut self, number: u32) {
        if number < 0x80 {
            return self.put(number.into(), 8);
        }
        // As many more bytes as it takes: each has six bits, the first what is left of seven.
        let more = (1..=5).find(|more| number >> (5 * more + 6) == 0).unwrap_or(5);
        let lead = 0xff << (7 - more) & 0xff;
        self.put((lead | number >> (6 * more)).into(), 8);
        for at in (0..more).rev() {
            self.put((0x80 | number >> (6 * at) & 0x3f).into(), 8);
        }
    }

    /// Fills the last byte with zeros.
    pub fn align(&mut self) {
        if self.count > 0 {
            self.put(0, 8 - self.count);
        }
    }

    /// Writes the checksum of a frame's header, which is all so far.
    pub fn put_crc8(&mut self) {
        let crc = self.bytes.iter().fold(0u16, |crc, byte| CRC8[usize::from(crc as u8 ^ byte)]);
        self.put(crc.into(), 8);
    }

    /// Writes the checksum of a frame, which is all so far.
    pub fn put_crc16(&mut self) {
        let next = |crc: u16, byte: &u8| crc << 8 ^ CRC16[usize::from((crc >> 8) as u8 ^ byte)];
        let crc = self.bytes.iter().fold(0, next);
        self.put(crc.into(), 16);
    }

    /// Returns the bytes, the last of which is whole.
    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bytes(write: impl FnOnce(&mut Bits)) -> Vec<u8> {
        let mut bits = Bits::default();
        write(&mut bits);
        bits.align();
        bits.into_bytes()
    }

    /// Oracle: `char::encode_utf8`, as far as there are characters; beyond, the pattern of RFC 2279.
    #[test]
    fn numbers_of_frames_are_coded_as_characters_are() {
        for number in [0, 0x7f, 0x80, 0x7ff, 0x800, 0xffff, 0x1_0000, 0x10_ffff] {
            let expected = char::from_u32(number).unwrap().to_string().into_bytes();
            assert_eq!(bytes(|bits| bits.put_number(number)), expected, "{number:x}");
        }
        assert_eq!(bytes(|bits| bits.put_number(0x3ff_ffff)), [0xfb, 0xbf, 0xbf, 0xbf, 0xbf]);
        assert_eq!(bytes(|bits| bits.put_number(0x7fff_ffff)), [0xfd, 0xbf, 0xbf, 0xbf, 0xbf, 0xbf]);
    }

    #[test]
    fn bits_follow_one_another() {
        assert_eq!(bytes(|bits| (0..4).for_each(|zeros| bits.put_unary(zeros))), [0b1010_0100, 0b0100_0000]);
        assert_eq!(bytes(|bits| bits.put_unary(70))[8..], [0b10]);
        assert_eq!(bytes(|bits| bits.put(0x1_2345_6789, 36)), [0x12, 0x34, 0x56, 0x78, 0x90]);
    }

    /// Oracle: the check values of CRC-8/SMBUS and CRC-16/UMTS for "123456789".
    #[test]
    fn checksums_are_those_of_the_standard() {
        let of = |put: fn(&mut Bits)| {
            bytes(|bits| {
                b"123456789".iter().for_each(|byte| bits.put(u64::from(*byte), 8));
                put(bits);
            })
        };
        assert_eq!(of(Bits::put_crc8)[9..], [0xf4]);
        assert_eq!(of(Bits::put_crc16)[9..], [0xfe, 0xe8]);
    }
}
