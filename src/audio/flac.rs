//! FLAC, written: smaller files of the same samples, the same bytes on every CPU.
//!
//! Prediction is by the fixed polynomials alone (RFC 9639, 9.2.5), the order with the fewest bits: whole numbers throughout. Linear
//! prediction saves a few per cent more, but its coefficients come from floating-point sums, whose last bits differ between CPUs.

use crate::audio::wav::{Encoding, WavReader};
use crate::error::{Error, ErrorKind, Result};
use flacenc::bitsink::ByteSink;
use flacenc::component::BitRepr;
use flacenc::config;
use flacenc::error::Verify;
use flacenc::source::MemSource;
use std::io::Cursor;

/// Frames of a block.
const BLOCK: usize = 4096;

/// Returns a WAV file of integers as FLAC.
///
/// # Errors
/// [`ErrorKind::Audio`] when it is no WAV file of 16 or 24 bit integers, or has more channels or a higher rate than FLAC holds.
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
    let full = f64::from(1u32 << (info.bits - 1));
    let mut samples = Vec::with_capacity(info.frames as usize * usize::from(info.channels));
    let mut block = vec![0.0; BLOCK * usize::from(info.channels)];
    loop {
        let frames = reader.read_interleaved_f64(&mut block)?;
        if frames == 0 {
            break;
        }
        let read = &block[..frames * usize::from(info.channels)];
        samples.extend(read.iter().map(|sample| (sample * full) as i32));
    }
    let mut config = config::Encoder::default();
    config.block_size = BLOCK;
    config.multithread = false;
    config.subframe_coding.use_lpc = false;
    config.subframe_coding.fixed.order_sel = config::OrderSel::BitCount;
    let config = config.into_verified().map_err(|(_, error)| refused(error.to_string()))?;
    let source =
        MemSource::from_samples(&samples, info.channels.into(), info.bits.into(), info.rate.hz() as usize);
    let mut stream = flacenc::encode_with_fixed_block_size(&config, source, BLOCK)
        .map_err(|error| refused(error.to_string()))?;
    // The crate counts the last block as well, which the standard leaves out (RFC 9639, 8.2), and a decoder refuses below 16.
    stream.stream_info_mut().set_block_sizes(BLOCK, BLOCK).map_err(|error| refused(error.to_string()))?;
    let mut sink = ByteSink::new();
    stream.write(&mut sink).map_err(|error| refused(error.to_string()))?;
    Ok(sink.into_inner())
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
            "e76e31d5ab63e3ab93084b6a2b206ebfaff583ed11882ab3b3bd54401dfe984e"
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
