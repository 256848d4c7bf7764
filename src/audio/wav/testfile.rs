//! Hand-made WAV files for tests, byte by byte.

/// The parts of a WAV file; [`TestWav::bytes`] puts them together with right sizes.
#[derive(Clone)]
pub struct TestWav {
    pub tag: u16,
    pub channels: u16,
    pub rate_hz: u32,
    pub container_bytes: u16,
    pub bits: u16,
    /// What follows the 16 bytes of the format.
    pub fmt_tail: Vec<u8>,
    /// Whole chunks between format and samples.
    pub before: Vec<u8>,
    pub data: Vec<u8>,
    /// Bytes after the samples (and their pad byte).
    pub after: Vec<u8>,
}

impl TestWav {
    pub fn new(tag: u16, bits: u16, data: &[u8]) -> Self {
        Self {
            tag,
            channels: 1,
            rate_hz: 16_000,
            container_bytes: bits.div_ceil(8),
            bits,
            fmt_tail: Vec::new(),
            before: Vec::new(),
            data: data.to_vec(),
            after: Vec::new(),
        }
    }

    /// 16-bit mono.
    pub fn int16(samples: &[i16]) -> Self {
        Self::new(1, 16, &samples.iter().flat_map(|sample| sample.to_le_bytes()).collect::<Vec<u8>>())
    }

    /// Makes the format `WAVE_FORMAT_EXTENSIBLE` with the sub-format of `tag`.
    pub fn extensible(mut self, tag: u16, valid_bits: u16) -> Self {
        self.tag = 0xfffe;
        self.bits = self.container_bytes * 8;
        self.fmt_tail = vec![22, 0];
        self.fmt_tail.extend(valid_bits.to_le_bytes());
        self.fmt_tail.extend([0; 4]);
        self.fmt_tail.extend(tag.to_le_bytes());
        self.fmt_tail.extend([0, 0, 0, 0, 0x10, 0, 0x80, 0, 0, 0xaa, 0, 0x38, 0x9b, 0x71]);
        self
    }

    pub fn channels(mut self, channels: u16) -> Self {
        self.channels = channels;
        self
    }

    pub fn before(mut self, chunk: &[u8]) -> Self {
        self.before.extend(chunk);
        self
    }

    pub fn bytes(&self) -> Vec<u8> {
        let block = self.channels * self.container_bytes;
        let mut body = b"WAVEfmt ".to_vec();
        body.extend((16 + self.fmt_tail.len() as u32).to_le_bytes());
        body.extend(self.tag.to_le_bytes());
        body.extend(self.channels.to_le_bytes());
        body.extend(self.rate_hz.to_le_bytes());
        body.extend(self.rate_hz.wrapping_mul(u32::from(block)).to_le_bytes());
        body.extend(block.to_le_bytes());
        body.extend(self.bits.to_le_bytes());
        body.extend(&self.fmt_tail);
        body.extend(&self.before);
        body.extend(b"data");
        body.extend((self.data.len() as u32).to_le_bytes());
        body.extend(&self.data);
        if self.data.len() % 2 == 1 {
            body.push(0);
        }
        body.extend(&self.after);
        let mut file = b"RIFF".to_vec();
        file.extend((body.len() as u32).to_le_bytes());
        file.extend(body);
        file
    }
}
