//! Giving a WAV file that was cut short its right sizes.

use super::{format, riff};
use crate::error::{Error, Result};
use crate::fsio;
use std::fs::File;
use std::io::{BufReader, Read, Seek};
use std::path::Path;

/// What has to be changed in a cut file.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Plan {
    frames: u64,
    /// Bytes of the whole file, cut at a whole frame and padded.
    file_bytes: u64,
    /// Little-endian sizes and where they stand.
    sizes: Vec<(u64, u32)>,
}

/// Returns the number of whole frames in a file that [`super::WavWriter`] was writing when it was stopped,
/// whatever its header says; `None` when not even the header is whole.
///
/// Everything after the header counts as samples.
///
/// # Errors
/// [`crate::ErrorKind::Io`] when the file cannot be read.
pub fn repair_info(path: &Path) -> Result<Option<u64>> {
    Ok(plan_for(path)?.map(|plan| plan.frames))
}

/// Puts the sizes in the header of such a file right in place, cuts off a torn last frame, and makes that
/// durable; returns the number of frames, or `None` (and changes nothing) when not even the header is whole.
///
/// # Errors
/// [`crate::ErrorKind::Io`] when the file cannot be read or written.
pub fn repair(path: &Path) -> Result<Option<u64>> {
    let Some(plan) = plan_for(path)? else { return Ok(None) };
    let patches: Vec<(u64, [u8; 4])> =
        plan.sizes.iter().map(|&(position, size)| (position, size.to_le_bytes())).collect();
    fsio::patch(path, plan.file_bytes, &patches)?;
    Ok(Some(plan.frames))
}

fn plan_for(path: &Path) -> Result<Option<Plan>> {
    let file = File::open(path).map_err(|error| Error::io("open", path, error))?;
    match plan(&mut BufReader::new(file)) {
        Ok(plan) => Ok(plan),
        Err(error) if error.kind() == crate::ErrorKind::Audio => Ok(None),
        Err(error) => Err(error.with_path(path)),
    }
}

fn plan<R: Read + Seek>(reader: &mut R) -> Result<Option<Plan>> {
    let riff = riff::walk(reader)?;
    if riff.is_rf64 {
        return Ok(None);
    }
    let layout = format::parse(&riff.fmt, &mut Vec::new())?;
    let frame_bytes = layout.frame_bytes() as u64;
    let there = (riff.file_bytes - riff.data_at).min(super::MAX_DATA_BYTES);
    let frames = there / frame_bytes;
    let data_bytes = frames * frame_bytes;
    let file_bytes = riff.data_at + data_bytes + data_bytes % 2;
    let mut sizes = vec![(4, (file_bytes - 8) as u32), (riff.data_at - 4, data_bytes as u32)];
    sizes.extend(riff.fact_at.map(|position| (position, frames as u32)));
    Ok(Some(Plan { frames, file_bytes, sizes }))
}

#[cfg(test)]
mod tests {
    use super::super::{WavReader, WavWriter};
    use super::*;
    use crate::audio::quantise::OutputFormat;
    use crate::fsio::{PartialFile, partial_path};
    use crate::units::SampleRate;
    use std::io::Write as _;

    /// A recording is cut at every byte; what is whole of it must come back, to the frame.
    #[test]
    fn a_file_cut_anywhere_gives_back_every_whole_frame() {
        let dir = tempfile::tempdir().unwrap();
        for format in [OutputFormat::Int16, OutputFormat::Int24, OutputFormat::Float32] {
            let target = dir.path().join(format!("{format:?}.wav"));
            let rate = SampleRate::new(48_000).unwrap();
            let mut writer =
                WavWriter::new(PartialFile::create(&target).unwrap(), rate, 1, format, None).unwrap();
            writer.write_i16(&[1, 2]).unwrap();
            writer.flush().unwrap();
            writer.write_i16(&[3, 4, 5]).unwrap();
            writer.get_mut().sync().unwrap();
            let path = partial_path(&target);
            let bytes = std::fs::read(&path).unwrap();
            let header = bytes.len() - 5 * format.bytes();
            for cut in 0..=bytes.len() {
                let mut file = PartialFile::create(&dir.path().join("cut")).unwrap();
                file.write_all(&bytes[..cut]).unwrap();
                let path = file.keep();
                let expected = cut.checked_sub(header).map(|data| (data / format.bytes()) as u64);
                assert_eq!(repair_info(&path).unwrap(), expected, "{format:?} cut at {cut}");
                assert_eq!(repair(&path).unwrap(), expected);
                if let Some(frames) = expected {
                    let mut reader = WavReader::open(&path).unwrap();
                    assert_eq!((reader.info().frames, reader.info().faults.as_slice()), (frames, &[][..]));
                    let mut out = vec![0.0; 8];
                    let count = reader.read(0, &mut out).unwrap();
                    let codes: Vec<f32> = out[..count].iter().map(|value| value * 32_768.0).collect();
                    assert_eq!(codes, [1.0, 2.0, 3.0, 4.0, 5.0][..count]);
                } else {
                    assert_eq!(std::fs::read(&path).unwrap(), bytes[..cut]);
                }
            }
        }
    }
}
