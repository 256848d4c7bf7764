//! Opus packets to samples, by a decoder in fixed point: the same on every CPU.

use super::bad;
use crate::error::Result;
use ropus::{Channels, DecodeMode, Decoder};

/// The rate that Opus is decoded at, whatever went in.
pub(super) const RATE_HZ: u32 = 48_000;
/// The longest packet: 120 ms.
const MOST_FRAMES: usize = 5760;

/// A decoder and what its header says.
pub(super) struct Opus {
    decoder: Decoder,
    channels: usize,
    pre_skip: u32,
    block: Vec<f32>,
}

impl Opus {
    /// Reads the identification header (RFC 7845 section 5.1), which all containers carry; MP4 has its numbers high byte first.
    ///
    /// # Errors
    /// [`crate::ErrorKind::Audio`] when it is cut, or says what is not decoded.
    pub(super) fn new(header: &[u8], is_mp4: bool) -> Result<Self> {
        let [
            b'O',
            b'p',
            b'u',
            b's',
            b'H',
            b'e',
            b'a',
            b'd',
            _,
            channels,
            skip_first,
            skip_second,
            _,
            _,
            _,
            _,
            gain_first,
            gain_second,
            family,
            ..,
        ] = *header
        else {
            return Err(bad("the Opus stream has no header"));
        };
        let of = match (channels, family) {
            (1, 0 | 1) => Channels::Mono,
            (2, 0 | 1) => Channels::Stereo,
            _ => {
                return Err(bad(format!(
                    "the Opus stream has {channels} channels (mapping {family}), which is not decoded here"
                ))
                .with_hint("convert it first: ffmpeg -i clip.opus clip.wav"));
            }
        };
        let number = |first, second| {
            if is_mp4 { u16::from_be_bytes([first, second]) } else { u16::from_le_bytes([first, second]) }
        };
        let failed = |what: &str| bad(format!("Opus cannot be decoded: {what}"));
        let mut decoder = Decoder::new(RATE_HZ, of).map_err(|error| failed(&format!("{error:?}")))?;
        // A gain that players must apply.
        let gain = number(gain_first, gain_second) as i16;
        decoder.set_gain(i32::from(gain)).map_err(|error| failed(&format!("{error:?}")))?;
        let channels = usize::from(channels);
        let pre_skip = u32::from(number(skip_first, skip_second));
        Ok(Self { decoder, channels, pre_skip, block: vec![0.0; MOST_FRAMES * channels] })
    }

    pub(super) fn channels(&self) -> usize {
        self.channels
    }

    /// Returns the frames at the start that belong to the decoder, not to the sound.
    pub(super) fn pre_skip(&self) -> u32 {
        self.pre_skip
    }

    /// Decodes a packet into interleaved samples, replacing what was in `out`.
    ///
    /// # Errors
    /// [`crate::ErrorKind::Audio`] when the packet is damaged; nothing is made up in its place.
    pub(super) fn decode(&mut self, packet: &[u8], out: &mut Vec<f64>) -> Result<()> {
        out.clear();
        if packet.is_empty() {
            return Err(bad("the Opus stream is damaged: a packet is empty"));
        }
        let frames = self
            .decoder
            .decode_float(packet, &mut self.block, DecodeMode::Normal)
            .map_err(|error| bad(format!("the Opus stream is damaged: {error}")))?;
        let samples = self.block.get(..frames * self.channels).unwrap_or_default();
        out.extend(samples.iter().map(|&sample| f64::from(sample)));
        Ok(())
    }
}
