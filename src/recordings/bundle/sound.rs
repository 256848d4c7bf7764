//! The sound of a take in a bundle: FLAC, out of which the very file is made again, or the file itself.

use crate::audio::{decode, flac, wav};
use crate::digest::Sha256;
use crate::error::{Error, ErrorKind, Result};
use crate::recordings::session::TakeRecord;
use std::io::Cursor;

/// Returns the file of a take as FLAC, when what is made out of that again has the digest of the take; else `None`: it is of
/// another kind than Booth records, or FLAC is no smaller.
pub fn packed(file: &[u8], take: &TakeRecord) -> Option<Vec<u8>> {
    let flac = flac::encode(file).ok()?;
    let again = unpacked(&flac, take).ok()?;
    (Sha256::of(&again) == take.sha256 && flac.len() < file.len()).then_some(flac)
}

/// Makes the file of a take again out of FLAC: what it has to be is said by the line of the take, but its digest, which the
/// caller compares.
///
/// # Errors
/// [`ErrorKind::Audio`] when it is no FLAC, or none of the rate, the channels and the frames that the line says.
pub fn unpacked(flac: &[u8], take: &TakeRecord) -> Result<Vec<u8>> {
    let other = |what: String| Error::new(ErrorKind::Audio, what);
    if !flac.starts_with(b"fLaC") {
        return Err(other("it is no FLAC".to_owned()));
    }
    let mut source = decode::from_input(Cursor::new(flac.to_vec()))?;
    let format = source.format();
    if (source.rate(), source.channels()) != (take.rate, take.channels) {
        return Err(other(format!(
            "it has {} channels at {}; the take has {} at {}",
            source.channels(),
            source.rate(),
            take.channels,
            take.rate
        )));
    }
    let bits = 8 * format.bytes() as u32;
    if !matches!(bits, 16 | 24) {
        return Err(other(format!("it has {bits} bits; takes have 16 or 24")));
    }
    let full = f64::from(1u32 << (bits - 1));
    let mut file = wav::header(take.rate, take.channels, format, take.frames)?;
    let head = file.len();
    let most = head as u64 + take.frames * u64::from(take.channels) * u64::from(bits / 8);
    let mut block = Vec::new();
    while source.next_block(&mut block)? {
        for sample in &block {
            let step = ((sample * full) as i32).to_le_bytes();
            file.extend_from_slice(&step[..bits as usize / 8]);
        }
        if file.len() as u64 > most {
            break;
        }
    }
    if file.len() as u64 != most {
        return Err(other(format!("it has other samples than the {} frames of the take", take.frames)));
    }
    if (file.len() - head) % 2 == 1 {
        file.push(0);
    }
    Ok(file)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audio::quantise::OutputFormat;
    use crate::recordings::testing::*;
    use crate::units::SampleRate;

    fn recorded(change: impl Fn(&mut TakeRecord)) -> (Vec<u8>, TakeRecord) {
        let root = tempfile::tempdir().unwrap();
        let mut writer = create(root.path(), "s1");
        let mut take = record_take(&mut writer, &prompt("a", 1), 1, 300);
        let file = std::fs::read(root.path().join("s1").join(&take.file)).unwrap();
        change(&mut take);
        (file, take)
    }

    #[test]
    fn what_is_packed_is_made_again_to_the_byte() {
        let (file, take) = recorded(|_| {});
        let flac = packed(&file, &take).unwrap();
        assert!(flac.len() < file.len());
        assert_eq!(unpacked(&flac, &take).unwrap(), file);
        // A file that says more than its samples is none that could be made again, and goes as it is.
        let more = [&file[..], b"LIST\x04\0\0\0abcd"].concat();
        assert_eq!(packed(&more, &TakeRecord { sha256: Sha256::of(&more), ..take.clone() }), None);
        let floats = wav::header(take.rate, 1, OutputFormat::Float32, 0).unwrap();
        assert_eq!(packed(&floats, &take), None);
    }

    #[test]
    fn what_is_not_what_the_line_says_is_refused() {
        let (file, take) = recorded(|_| {});
        let flac = packed(&file, &take).unwrap();
        for (what, change) in [
            ("samples", Box::new(|take: &mut TakeRecord| take.frames -= 1) as Box<dyn Fn(&mut TakeRecord)>),
            ("samples", Box::new(|take| take.frames += 1)),
            ("samples", Box::new(|take| take.frames = 0)),
            ("channels", Box::new(|take| take.channels = 2)),
            ("16000 Hz", Box::new(|take| take.rate = SampleRate::new(16_000).unwrap())),
        ] {
            let (_, other) = recorded(&change);
            let error = unpacked(&flac, &other).unwrap_err();
            assert!(error.kind() == ErrorKind::Audio && error.to_string().contains(what), "{what}: {error}");
        }
        assert!(unpacked(&flac[..flac.len() / 2], &take).is_err());
        assert!(unpacked(&file, &take).is_err());
        assert!(unpacked(b"", &take).is_err());
    }
}
