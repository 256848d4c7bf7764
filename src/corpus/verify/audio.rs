//! One audio file against its row: there, whole, and as the catalogue says.

use super::listing::Listing;
use super::{Depth, Fault};
use crate::archive::checksums;
use crate::audio::quantise::OutputFormat;
use crate::audio::wav::{Encoding, WavReader};
use crate::corpus::catalogue::{self, Row};
use crate::corpus::processing::{ClipLevels, LevelMeter, SAME_DB};
use crate::digest::{HashingFile, Sha256};
use crate::error::{Error, ErrorKind, Result};
use crate::fsio;
use crate::units::SampleRate;
use std::io::Read as _;
use std::path::Path;

/// Frames that are measured at a time.
const BLOCK_FRAMES: usize = 16 * 1024;

/// A file that follows from one row alone: a name that its audio has besides, or a text.
pub struct Also {
    /// The file, relative to the corpus, with `/`.
    pub path: String,
    /// All that is in it; `None` for the audio of the row.
    pub text: Option<String>,
}

/// What is needed of a row to check its file, and those that follow from it.
pub struct Job {
    path: String,
    line: u64,
    sha256: Sha256,
    bytes: u64,
    frames: u64,
    rate: SampleRate,
    levels: ClipLevels,
    also: Vec<Also>,
}

/// What was found.
pub struct Checked {
    /// The digest of the file, when its bytes were read.
    pub sha256: Option<Sha256>,
    /// The same for each further file of the row that is there.
    pub also: Vec<Option<Sha256>>,
    /// What is wrong.
    pub faults: Vec<Fault>,
}

impl Job {
    /// Takes what is needed from a row; its path is the one that follows from its ids, never another. `also` are the further
    /// files that follow from it.
    pub fn new(row: &Row, line: u64, also: Vec<Also>) -> Self {
        Self {
            path: Row::audio_path(&row.locale, &row.speaker, &row.id),
            line,
            sha256: row.sha256,
            bytes: row.bytes,
            frames: row.frames,
            rate: row.rate,
            levels: ClipLevels { lufs: row.clip.lufs, true_peak_dbtp: row.clip.true_peak_dbtp },
            also,
        }
    }

    /// Looks at all files of the row.
    pub fn check(
        &self,
        dir: &Path,
        depth: Depth,
        format: Option<OutputFormat>,
        sets_levels: bool,
        block: &mut Vec<u8>,
    ) -> Result<Checked> {
        let path = dir.join(&self.path);
        let mut faults = Vec::new();
        let found = fsio::look(&path)?.filter(|entry| entry.kind == fsio::Kind::File);
        let sha256 = if let Some(entry) = &found {
            let sha256 = self.audio(&path, entry.bytes, depth, format, block, &mut faults)?;
            if sets_levels && depth == Depth::Whole {
                self.loudness(&path, &mut faults)?;
            }
            sha256
        } else {
            let message = "the audio file is missing, or is no plain file";
            faults.push(Fault::new("missing", &*self.path, message));
            None
        };
        let mut also = Vec::with_capacity(self.also.len());
        for further in &self.also {
            also.push(self.further(further, dir, depth, (found.as_ref(), sha256), block, &mut faults)?);
        }
        Ok(Checked { sha256, also, faults })
    }

    /// Looks at a further file of the row and returns its digest. One that is the audio file by another name has that one's.
    fn further(
        &self,
        also: &Also,
        dir: &Path,
        depth: Depth,
        (audio, sha256): (Option<&fsio::Entry>, Option<Sha256>),
        block: &mut Vec<u8>,
        faults: &mut Vec<Fault>,
    ) -> Result<Option<Sha256>> {
        let path = dir.join(&also.path);
        let Some(found) = fsio::look(&path)?.filter(|entry| entry.kind == fsio::Kind::File) else {
            faults.push(Fault::new("missing", &*also.path, "the file is missing, or is no plain file"));
            return Ok(None);
        };
        let Some(text) = &also.text else {
            if audio.is_some_and(|audio| audio.is_same_file(&found)) {
                return Ok(sha256);
            }
            if found.bytes != self.bytes {
                let fault = Fault::new("size", &*also.path, "the file has another size than its audio");
                faults.push(fault.differs(self.bytes, found.bytes));
            }
            return if depth == Depth::Whole { digest(&path, block) } else { Ok(None) };
        };
        let most = text.len() as u64 + 1;
        let mut bytes = Vec::new();
        let file = fsio::open_plain(&path, fsio::MOST_STREAMED)?;
        file.take(most).read_to_end(&mut bytes).map_err(|error| Error::io("read", &path, error))?;
        if bytes != text.as_bytes() {
            let fault = Fault::new("manifest", &*also.path, "it is not what follows from the catalogue");
            faults.push(fault.differs(text.trim_end(), String::from_utf8_lossy(&bytes).trim_end()));
        }
        Ok((bytes.len() as u64 != most).then(|| Sha256::of(&bytes)))
    }

    /// Looks at the audio file itself and returns its digest, when its bytes were read.
    fn audio(
        &self,
        path: &Path,
        size: u64,
        depth: Depth,
        format: Option<OutputFormat>,
        block: &mut Vec<u8>,
        faults: &mut Vec<Fault>,
    ) -> Result<Option<Sha256>> {
        if size != self.bytes {
            let fault = Fault::new("size", &*self.path, "the file has another size than the catalogue says");
            faults.push(fault.differs(self.bytes, size));
        }
        let mut file = HashingFile::open(path)?;
        match WavReader::new(&mut file) {
            Ok(reader) => {
                let info = reader.info();
                let mut expect = |what: &str, expected: String, found: String| {
                    if expected != found {
                        let message = format!("its header has another {what} than the catalogue says");
                        faults.push(Fault::new("header", &*self.path, message).differs(expected, found));
                    }
                };
                expect("rate", self.rate.to_string(), info.rate.to_string());
                expect("number of frames", self.frames.to_string(), info.frames.to_string());
                expect("number of channels", "1".to_owned(), info.channels.to_string());
                if let Some(format) = format {
                    let is_float = format == OutputFormat::Float32;
                    let encoding = if is_float { Encoding::Float } else { Encoding::Int };
                    let found = format!("{} bits, {}", info.bits, info.encoding);
                    expect("sample format", format!("{} bits, {encoding}", format.bits()), found);
                }
                let broken =
                    info.faults.iter().map(|fault| Fault::new("header", &*self.path, fault.to_string()));
                let broken: Vec<Fault> = broken.collect();
                faults.extend(broken);
            }
            Err(error) if error.kind() == ErrorKind::Io => return Err(error.with_path(path)),
            Err(error) => faults.push(Fault::new("header", &*self.path, error.message())),
        }
        if depth != Depth::Whole {
            return Ok(None);
        }
        let (digest, _) = file.finish(block).map_err(|error| Error::io("read", path, error))?;
        Ok(Some(digest))
    }

    /// Measures the samples of the file, and adds a fault where they are not as loud as the row says. That what it says is
    /// under the limits of the release is seen by the row alone.
    fn loudness(&self, path: &Path, faults: &mut Vec<Fault>) -> Result<()> {
        // What is no WAV file is told already.
        let Ok(mut reader) = WavReader::open(path) else { return Ok(()) };
        let mut meter = LevelMeter::new(self.rate);
        let mut samples = vec![0f32; BLOCK_FRAMES];
        loop {
            match reader.read(0, &mut samples) {
                Ok(0) => break,
                Ok(count) => meter.push(&samples[..count]),
                Err(error) if error.kind() == ErrorKind::Io => return Err(error.with_path(path)),
                Err(_) => return Ok(()),
            }
        }
        let found = meter.finish();
        let pairs = [
            ("loudness", "LUFS", self.levels.lufs, found.lufs),
            ("true peak", "dBTP", self.levels.true_peak_dbtp, found.true_peak_dbtp),
        ];
        for (what, unit, said, found) in pairs {
            let is_same = match (said, found) {
                (Some(said), Some(found)) => (said - found).abs() < SAME_DB,
                (said, found) => said.is_none() && found.is_none(),
            };
            if !is_same {
                let words = |level: Option<f64>| {
                    level.map_or("none".to_owned(), |level| format!("{level:.2} {unit}"))
                };
                let message = format!("its samples have another {what} than the catalogue says");
                let fault = Fault::new("loudness", &*self.path, message);
                faults.push(fault.differs(words(said), words(found)));
            }
        }
        Ok(())
    }

    /// Compares digests for each file of the row: of the file, of the row (or of what the text follows from) and of the list.
    pub fn compare(&self, checked: &Checked, listing: &mut Listing, faults: &mut Vec<Fault>) {
        self.digests(&self.path, self.sha256, checked.sha256, listing, faults);
        for (also, found) in self.also.iter().zip(&checked.also) {
            match &also.text {
                None => self.digests(&also.path, self.sha256, *found, listing, faults),
                // Another text is told already.
                Some(text) => {
                    let expected = Sha256::of(text);
                    let found = found.filter(|found| *found == expected);
                    self.digests(&also.path, expected, found, listing, faults);
                }
            }
        }
    }

    fn digests(
        &self,
        path: &str,
        expected: Sha256,
        found: Option<Sha256>,
        listing: &mut Listing,
        faults: &mut Vec<Fault>,
    ) {
        let listed = listing.see(path);
        let Some((line, listed)) = listed else {
            let message = format!("the file is not listed in {}", checksums::NAME);
            faults.push(Fault::new("unlisted", path, message));
            if let Some(found) = found.filter(|found| *found != expected) {
                let fault = Fault::new("checksum", path, "the file's bytes have changed");
                faults.push(fault.differs(expected, found));
            }
            return;
        };
        let in_list = || {
            Fault::new("checksum-list", checksums::NAME, format!("the digest of {path} is wrong")).at(line)
        };
        match found {
            Some(found) if found == expected && found == listed => {}
            Some(found) if found == expected => faults.push(in_list().differs(found, listed)),
            Some(found) if found == listed => {
                let message = format!("the digest of {path} is not the file's");
                let fault = Fault::new("checksum", catalogue::NAME, message).at(self.line);
                faults.push(fault.differs(found, expected));
            }
            Some(found) => {
                let fault = Fault::new("checksum", path, "the file's bytes have changed");
                faults.push(fault.differs(expected, found));
            }
            None if listed != expected => faults.push(in_list().differs(expected, listed)),
            None => {}
        }
    }
}

/// Returns the digest of a file's bytes.
fn digest(path: &Path, block: &mut Vec<u8>) -> Result<Option<Sha256>> {
    let (digest, _) =
        HashingFile::open(path)?.finish(block).map_err(|error| Error::io("read", path, error))?;
    Ok(Some(digest))
}
