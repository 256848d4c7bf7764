//! FLAC, written (RFC 9639): smaller files of the same samples, the same bytes on every CPU.
//!
//! Prediction is by the fixed polynomials alone (9.2.5): whole numbers throughout. Linear prediction saves a few per cent more, but
//! its coefficients come from floating-point sums, whose last bits differ between CPUs. Channels are coded each by itself. The
//! checksum of all samples (MD5) is left out, as the standard allows (8.2): what holds such files has digests of its own.

mod bits;

use crate::audio::wav::{Encoding, WavReader};
use crate::error::{Error, ErrorKind, Result};
use bits::Bits;
use std::io::Cursor;

/// Frames of a block; the last one of a stream may be shorter.
const BLOCK: usize = 4096;

/// The highest order of a fixed polynomial.
const MOST_ORDER: usize = 4;

/// The most parts that a block's residual is cut into, as a power of two.
const MOST_PARTS: u32 = 6;

/// The greatest parameter of a Rice code: by four bits, and by five, the last number of which has another meaning each.
const SHORT: usize = 14;
const LONG: usize = 30;

/// Returns a WAV file of integers as FLAC.
///
/// # Errors
/// [`ErrorKind::Audio`] when it is no WAV file of 16 or 24 bit integers, or has more than 8 channels or a rate above 1,048,575 Hz.
pub fn encode(wav: &[u8]) -> Result<Vec<u8>> {
    let refused = |what: String| Error::new(ErrorKind::Audio, format!("FLAC cannot hold it: {what}"));
    let mut reader = WavReader::new(Cursor::new(wav))?;
    let info = reader.info().clone();
    if info.encoding != Encoding::Int || !matches!(info.bits, 16 | 24) {
        return Err(refused(format!(
            "{} bits, {:?}; it takes integers of 16 or 24",
            info.bits, info.encoding
        )));
    }
    if info.channels > 8 || info.rate.hz() >= 1 << 20 {
        return Err(refused(format!("{} channels at {}", info.channels, info.rate)));
    }
    let (channels, full) = (usize::from(info.channels), f64::from(1u32 << (info.bits - 1)));
    let shape = Shape { channels, bits: u32::from(info.bits), rate: info.rate.hz() };
    let mut block = vec![0.0; BLOCK * channels];
    let (mut frames, mut sizes) = (Vec::new(), Vec::new());
    let mut total = 0;
    loop {
        // The reader may give less than there is.
        let mut filled = 0;
        while filled < BLOCK {
            match reader.read_interleaved_f64(&mut block[filled * channels..])? {
                0 => break,
                read => filled += read,
            }
        }
        if filled == 0 {
            break;
        }
        let split = |channel: usize| -> Vec<i32> {
            block[..filled * channels]
                .iter()
                .skip(channel)
                .step_by(channels)
                .map(|x| (x * full) as i32)
                .collect()
        };
        let parts: Vec<Vec<i32>> = (0..channels).map(split).collect();
        let frame = frame(shape, sizes.len() as u32, &parts);
        sizes.push(frame.len() as u32);
        frames.extend(frame);
        total += filled as u64;
    }
    let mut out = b"fLaC".to_vec();
    out.extend(stream_info(shape, total, &sizes));
    out.extend(frames);
    Ok(out)
}

/// What all frames of a stream have in common.
#[derive(Clone, Copy)]
struct Shape {
    channels: usize,
    bits: u32,
    rate: u32,
}

/// Returns the one metadata block (8.1, 8.2).
fn stream_info(shape: Shape, total: u64, sizes: &[u32]) -> Vec<u8> {
    let mut out = Bits::default();
    // The last block of its kind, of type 0.
    out.put(0x80, 8);
    out.put(34, 24);
    out.put(BLOCK as u64, 16);
    out.put(BLOCK as u64, 16);
    out.put(sizes.iter().copied().min().unwrap_or(0).into(), 24);
    out.put(sizes.iter().copied().max().unwrap_or(0).into(), 24);
    out.put(shape.rate.into(), 20);
    out.put(shape.channels as u64 - 1, 3);
    out.put(u64::from(shape.bits) - 1, 5);
    out.put(total, 36);
    out.put(0, 64);
    out.put(0, 64);
    out.into_bytes()
}

/// Returns a frame (9): its header, a subframe a channel, and its checksum.
fn frame(shape: Shape, number: u32, channels: &[Vec<i32>]) -> Vec<u8> {
    let frames = channels.first().map_or(0, Vec::len) as u64;
    let mut out = Bits::default();
    // Blocks of one size.
    out.put(0xfff8, 16);
    let size = match frames {
        4096 => 0b1100,
        1..=256 => 0b0110,
        _ => 0b0111,
    };
    out.put(size, 4);
    let (rate, more, width) = match shape.rate {
        8_000 => (0b0100, 0, 0),
        16_000 => (0b0101, 0, 0),
        22_050 => (0b0110, 0, 0),
        24_000 => (0b0111, 0, 0),
        32_000 => (0b1000, 0, 0),
        44_100 => (0b1001, 0, 0),
        48_000 => (0b1010, 0, 0),
        96_000 => (0b1011, 0, 0),
        hz if hz < 1 << 16 => (0b1101, hz, 16),
        hz if hz % 10 == 0 && hz / 10 < 1 << 16 => (0b1110, hz / 10, 16),
        _ => (0b0000, 0, 0),
    };
    out.put(rate, 4);
    out.put(channels.len() as u64 - 1, 4);
    out.put(if shape.bits == 16 { 0b100 } else { 0b110 }, 3);
    out.put(0, 1);
    out.put_number(number);
    match size {
        0b0110 => out.put(frames - 1, 8),
        0b0111 => out.put(frames - 1, 16),
        _ => {}
    }
    out.put(more.into(), width);
    out.put_crc8();
    for samples in channels {
        subframe(&mut out, samples, shape.bits);
    }
    out.align();
    out.put_crc16();
    out.into_bytes()
}

/// Writes a subframe (9.2): one value, the prediction and what differs from it, or the samples as they are, whichever is shortest.
fn subframe(out: &mut Bits, samples: &[i32], bits: u32) {
    let signed = |sample: i32| (i64::from(sample) as u64) & ((1 << bits) - 1);
    if samples.iter().all(|sample| *sample == samples[0]) {
        out.put(0, 8);
        return out.put(signed(samples[0]), bits);
    }
    let (order, residual) = predicted(samples);
    let coding = Coding::of(&residual, order, samples.len());
    if coding.bits + order as u64 * u64::from(bits) < samples.len() as u64 * u64::from(bits) {
        out.put(0b0001_0000 | (order as u64) << 1, 8);
        for &sample in &samples[..order] {
            out.put(signed(sample), bits);
        }
        coding.write(out, &residual, order, samples.len());
    } else {
        out.put(0b10, 8);
        for &sample in samples {
            out.put(signed(sample), bits);
        }
    }
}

/// Returns the order whose residual is least in sum, and that residual: what follows on the first samples, folded so that it
/// has no sign (9.2.7).
fn predicted(samples: &[i32]) -> (usize, Vec<u32>) {
    let mut differences: Vec<i32> = samples.to_vec();
    let mut best: Option<(u64, usize, Vec<i32>)> = None;
    for order in 0..=MOST_ORDER.min(samples.len() - 1) {
        if order > 0 {
            // 24 bits and four differences are 28.
            differences = differences.windows(2).map(|two| two[1] - two[0]).collect();
        }
        let sum = differences.iter().map(|value| u64::from(value.unsigned_abs())).sum();
        if best.as_ref().is_none_or(|(least, _, _)| sum < *least) {
            best = Some((sum, order, differences.clone()));
        }
    }
    let (_, order, residual) = best.unwrap_or_default();
    (order, residual.into_iter().map(|value| ((value << 1) ^ (value >> 31)) as u32).collect())
}

/// How a residual is coded: in how many parts, and with which parameter each.
struct Coding {
    /// As a power of two.
    parts: u32,
    parameters: Vec<usize>,
    /// Bits of a parameter.
    width: u32,
    /// Bits in all.
    bits: u64,
}

impl Coding {
    /// Finds the shortest, exactly counted.
    fn of(residual: &[u32], order: usize, frames: usize) -> Self {
        // As many parts as all are whole, and as the first still holds something.
        let fits = |parts: &u32| frames.is_multiple_of(1 << parts) && frames >> parts > order;
        let most = (0..=MOST_PARTS).rev().find(fits).unwrap_or(0);
        // Of each part, the bits of its values under every parameter.
        let mut costs: Vec<[u64; LONG + 1]> = parted(residual, order, frames, most)
            .map(|values| {
                let mut cost = [0; LONG + 1];
                for (parameter, cost) in cost.iter_mut().enumerate() {
                    let tails = values.len() as u64 * (1 + parameter as u64);
                    *cost = tails + values.iter().map(|value| u64::from(value >> parameter)).sum::<u64>();
                }
                cost
            })
            .collect();
        let mut best: Option<Self> = None;
        for parts in (0..=most).rev() {
            for (width, greatest) in [(4, SHORT), (5, LONG)] {
                let least = |cost: &[u64; LONG + 1]| {
                    (0..=greatest).map(|parameter| (cost[parameter], parameter)).min().unwrap_or_default()
                };
                let chosen: Vec<(u64, usize)> = costs.iter().map(least).collect();
                let bits = 6 + chosen.iter().map(|(bits, _)| bits + u64::from(width)).sum::<u64>();
                if best.as_ref().is_none_or(|best| bits < best.bits) {
                    let parameters = chosen.into_iter().map(|(_, parameter)| parameter).collect();
                    best = Some(Self { parts, parameters, width, bits });
                }
            }
            costs = costs
                .chunks(2)
                .map(|two| std::array::from_fn(|at| two.iter().map(|cost| cost[at]).sum()))
                .collect();
        }
        best.unwrap_or(Self { parts: 0, parameters: vec![0], width: 4, bits: u64::MAX })
    }

    fn write(&self, out: &mut Bits, residual: &[u32], order: usize, frames: usize) {
        out.put(u64::from(self.width - 4), 2);
        out.put(self.parts.into(), 4);
        for (values, &parameter) in parted(residual, order, frames, self.parts).zip(&self.parameters) {
            out.put(parameter as u64, self.width);
            for &value in values {
                out.put_unary(value >> parameter);
                out.put(u64::from(value) & ((1 << parameter) - 1), parameter as u32);
            }
        }
    }
}

/// Returns the parts of a residual; the first lacks as many as the order has.
fn parted(residual: &[u32], order: usize, frames: usize, parts: u32) -> impl Iterator<Item = &[u32]> {
    let each = frames >> parts;
    let (first, rest) = residual.split_at(each - order);
    std::iter::once(first).chain(rest.chunks(each))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audio::decode;
    use crate::audio::{OutputFormat, WavWriter};
    use crate::digest::Sha256;
    use crate::units::SampleRate;
    use proptest::prelude::*;

    fn wav(samples: &[f64], rate: u32, format: OutputFormat) -> Vec<u8> {
        let rate = SampleRate::new(rate).unwrap();
        let mut writer = WavWriter::new(Cursor::new(Vec::new()), rate, 1, format, None).unwrap();
        writer.write_f64(samples).unwrap();
        writer.finish().unwrap().0.into_inner()
    }

    /// The whole numbers of a file, by the decoder of another hand.
    fn decoded(flac: Vec<u8>, full: f64) -> Vec<i64> {
        let mut decoded = decode::from_input(Cursor::new(flac)).unwrap();
        let (mut all, mut block) = (Vec::new(), Vec::new());
        while decoded.next_block(&mut block).unwrap() {
            all.extend(block.iter().map(|sample| (sample * full) as i64));
        }
        assert_eq!(decoded.faults(), [] as [&str; 0]);
        all
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(32))]
        #[test]
        fn what_is_encoded_reads_back_the_same(
            steps in proptest::collection::vec(-0x0080_0000i64..0x0080_0000, 1..300),
            frames in 1usize..9000,
            quiet in 0u32..20,
            is_long in any::<bool>(),
        ) {
            let (format, bits) = if is_long { (OutputFormat::Int24, 24) } else { (OutputFormat::Int16, 16) };
            let full = f64::from(1u32 << (bits - 1));
            let wanted: Vec<i64> = steps.iter().cycle().take(frames).map(|step| step >> quiet.max(24 - bits)).collect();
            let samples: Vec<f64> = wanted.iter().map(|&step| step as f64 / full).collect();
            // 16 bits are dithered on their way, so what is compared is what the file holds.
            let wav = wav(&samples, 16_000, format);
            let held: Vec<i64> = wav[44..][..frames * bits as usize / 8]
                .chunks_exact(bits as usize / 8)
                .map(|bytes| {
                    let mut wide = [0; 8];
                    wide[8 - bytes.len()..].copy_from_slice(bytes);
                    i64::from_le_bytes(wide) >> (64 - bits)
                })
                .collect();
            prop_assert_eq!(decoded(encode(&wav).unwrap(), full), held);
        }
    }

    #[test]
    fn the_bytes_are_the_same_everywhere_and_fewer() {
        let step = |at: i32| f64::from((at % 200 - 100).abs() * 600 - 30_000 + at * 31 % 17);
        let samples: Vec<f64> = (0..20_000).map(|at| step(at) / f64::from(1 << 23)).collect();
        let wav = wav(&samples, 48_000, OutputFormat::Int24);
        let flac = encode(&wav).unwrap();
        assert!(flac.len() * 10 < wav.len() * 8, "{} of {}", flac.len(), wav.len());
        assert_eq!(
            Sha256::of(&flac).to_string(),
            "5c9bd5f755b77b57669bb2143daf03ea86f8b21a440c749a5caf75430bb638e3"
        );
    }

    #[test]
    fn what_flac_does_not_hold_is_refused() {
        let floats = wav(&[0.5; 10], 16_000, OutputFormat::Float32);
        let error = encode(&floats).unwrap_err();
        assert_eq!(error.message(), "FLAC cannot hold it: 32 bits, Float; it takes integers of 16 or 24");
        assert!(encode(b"RIFF").is_err());
    }
}
