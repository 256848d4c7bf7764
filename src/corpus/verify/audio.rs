//! One audio file against its row: there, whole, and as the catalogue says.

use super::listing::Listing;
use super::{Depth, Fault};
use crate::audio::quantise::OutputFormat;
use crate::audio::wav::{Encoding, WavReader};
use crate::corpus::catalogue::{self, Row};
use crate::corpus::checksums;
use crate::digest::{HashingFile, Sha256};
use crate::error::{Error, ErrorKind, Result};
use crate::fsio;
use crate::units::SampleRate;
use std::path::Path;

/// What is needed of a row to check its file.
pub struct Job {
    path: String,
    line: u64,
    sha256: Sha256,
    bytes: u64,
    frames: u64,
    rate: SampleRate,
}

/// What was found.
pub struct Checked {
    /// The digest of the file, when its bytes were read.
    pub sha256: Option<Sha256>,
    /// What is wrong.
    pub faults: Vec<Fault>,
}

impl Job {
    /// Takes what is needed from a row; its path is the one that follows from its ids, never another.
    pub fn new(row: &Row, line: u64) -> Self {
        Self {
            path: Row::audio_path(&row.locale, &row.speaker, &row.id),
            line,
            sha256: row.sha256,
            bytes: row.bytes,
            frames: row.frames,
            rate: row.rate,
        }
    }

    /// Looks at the file.
    pub fn check(
        &self,
        dir: &Path,
        depth: Depth,
        format: Option<OutputFormat>,
        block: &mut Vec<u8>,
    ) -> Result<Checked> {
        let path = dir.join(&self.path);
        let mut faults = Vec::new();
        let found = fsio::look(&path)?.filter(|entry| entry.kind == fsio::Kind::File);
        let Some(fsio::Entry { bytes: size, .. }) = found else {
            faults.push(Fault::new("missing", &*self.path, "the audio file is missing, or is no plain file"));
            return Ok(Checked { sha256: None, faults });
        };
        if size != self.bytes {
            let fault = Fault::new("size", &*self.path, "the file has another size than the catalogue says");
            faults.push(fault.differs(self.bytes, size));
        }
        let mut file = HashingFile::open(&path)?;
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
        let mut sha256 = None;
        if depth == Depth::Whole {
            let (digest, _) = file.finish(block).map_err(|error| Error::io("read", &path, error))?;
            sha256 = Some(digest);
        }
        Ok(Checked { sha256, faults })
    }

    /// Compares the three digests: of the file, of the row and of the list.
    pub fn compare(&self, found: Option<Sha256>, listing: &mut Listing, faults: &mut Vec<Fault>) {
        let listed = listing.see(&self.path);
        let Some((line, listed)) = listed else {
            let message = format!("the file is not listed in {}", checksums::NAME);
            faults.push(Fault::new("unlisted", &*self.path, message));
            if let Some(found) = found.filter(|found| *found != self.sha256) {
                let fault = Fault::new("checksum", &*self.path, "the file's bytes have changed");
                faults.push(fault.differs(self.sha256, found));
            }
            return;
        };
        let in_list = || {
            Fault::new("checksum-list", checksums::NAME, format!("the digest of {} is wrong", self.path))
                .at(line)
        };
        match found {
            Some(found) if found == self.sha256 && found == listed => {}
            Some(found) if found == self.sha256 => faults.push(in_list().differs(found, listed)),
            Some(found) if found == listed => {
                let message = format!("the digest of {} is not the file's", self.path);
                let fault = Fault::new("checksum", catalogue::NAME, message).at(self.line);
                faults.push(fault.differs(found, self.sha256));
            }
            Some(found) => {
                let fault = Fault::new("checksum", &*self.path, "the file's bytes have changed");
                faults.push(fault.differs(self.sha256, found));
            }
            None if listed != self.sha256 => faults.push(in_list().differs(self.sha256, listed)),
            None => {}
        }
    }
}
