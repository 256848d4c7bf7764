//! Any audio file that people bring: WAV by our own reader, FLAC, MP3 and Ogg Vorbis by symphonia.
//!
//! A file is told by its first bytes, never by its name. Compressed files are read strictly: a damaged or missing
//! part is an error and not a gap, since a gap would train somebody's model. MP3 and Vorbis are decoded to
//! `f32` and keep what their encoders overshot.

pub use super::kinds::FileKind;
use super::quantise::OutputFormat;
use super::wav::{Encoding, WavReader};
use crate::error::{Error, ErrorKind, Result};
use crate::fsio;
use crate::units::SampleRate;
use std::fmt;
use std::io::{self, BufReader, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use symphonia::core::codecs::audio::well_known::{CODEC_ID_FLAC, CODEC_ID_MP3, CODEC_ID_VORBIS};
use symphonia::core::codecs::audio::{AudioCodecParameters, AudioDecoder, AudioDecoderOptions};
use symphonia::core::errors::Error as SymphoniaError;
use symphonia::core::formats::{FormatOptions, FormatReader, TrackType};
use symphonia::core::io::{MediaSource, MediaSourceStream, MediaSourceStreamOptions, ReadOnlySource};
use symphonia::default::codecs::{FlacDecoder, MpaDecoder, VorbisDecoder};
use symphonia::default::formats::{FlacReader, MpaReader, OggReader};

/// Frames of a WAV file handed out at a time.
const WAV_BLOCK_FRAMES: usize = 4096;
/// Frames of an MP3 packet: how far a simple header's count may be off without harm.
const MP3_PACKET_FRAMES: u64 = 1152;
/// How far from the end the last page of an Ogg stream can start.
const OGG_PAGE_MAX_BYTES: u64 = 65_307;

/// An audio file being decoded, block by block; memory does not depend on its length.
pub struct Decoded {
    path: Option<PathBuf>,
    kind: FileKind,
    rate: SampleRate,
    channels: u16,
    format: OutputFormat,
    frames: Option<u64>,
    done_frames: u64,
    not_finite: u64,
    faults: Vec<String>,
    engine: Engine,
}

enum Engine {
    Wav(Box<WavReader<Source>>),
    Packets(Packets),
}

/// symphonia at work, with our own trimming.
struct Packets {
    reader: Box<dyn FormatReader>,
    decoder: Box<dyn AudioDecoder>,
    track: u32,
    /// Frames still to drop from the start (the delay of an MP3 encoder).
    skip: u64,
    /// Frames to drop at the end (its padding).
    padding: u64,
    /// Samples that may turn out to be padding.
    held: Vec<f32>,
    block: Vec<f32>,
    /// Frames handed out.
    ready_frames: u64,
    is_done: bool,
}

/// What is decoded from.
trait Input: Read + Seek + Send + Sync {}
impl<T: Read + Seek + Send + Sync> Input for T {}

/// A seekable source of known length, as symphonia wants it.
struct Source {
    input: Box<dyn Input>,
    bytes: u64,
}

impl Read for Source {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.input.read(buffer)
    }
}

impl Seek for Source {
    fn seek(&mut self, position: SeekFrom) -> io::Result<u64> {
        self.input.seek(position)
    }
}

impl MediaSource for Source {
    fn is_seekable(&self) -> bool {
        true
    }
    fn byte_len(&self) -> Option<u64> {
        Some(self.bytes)
    }
}

fn bad(message: impl Into<String>) -> Error {
    Error::new(ErrorKind::Audio, message)
}

fn failed(error: io::Error) -> Error {
    Error::new(ErrorKind::Io, format!("cannot read: {error}")).with_source(error)
}

fn damaged(kind: FileKind, error: SymphoniaError) -> Error {
    match error {
        SymphoniaError::IoError(error) if error.kind() == io::ErrorKind::UnexpectedEof => {
            bad(format!("the {kind} file is cut short"))
        }
        SymphoniaError::IoError(error) if error.raw_os_error().is_some() => failed(error),
        SymphoniaError::IoError(error) => bad(format!("the {kind} file is damaged: {error}")),
        SymphoniaError::ResetRequired => {
            bad(format!("the {kind} file holds several streams one after another, which is not supported"))
                .with_hint("split it into one file per stream")
        }
        SymphoniaError::Unsupported(what) => {
            bad(format!("the {kind} file uses a feature that is not supported: {what}"))
        }
        error => bad(format!("the {kind} file is damaged: {error}")),
    }
}

/// Opens an audio file of any supported kind that was found in a folder.
///
/// # Errors
/// [`ErrorKind::Audio`] when it is none, or is damaged, with the path and the cause; [`ErrorKind::Io`].
pub fn open(path: &Path) -> Result<Decoded> {
    let file = fsio::open_plain(path, fsio::MOST_STREAMED)?;
    let mut decoded = from_input(BufReader::new(file)).map_err(|error| error.with_path(path))?;
    decoded.path = Some(path.to_path_buf());
    Ok(decoded)
}

/// Decodes from anything that can be read and searched, from its start.
///
/// # Errors
/// As [`open`], without a path.
pub fn from_input(input: impl Read + Seek + Send + Sync + 'static) -> Result<Decoded> {
    let mut source = Source { input: Box::new(input), bytes: 0 };
    source.bytes = source.seek(SeekFrom::End(0)).map_err(failed)?;
    let (kind, start) = tell(&mut source)?;
    source.seek(SeekFrom::Start(start)).map_err(failed)?;
    match kind {
        FileKind::Wav => from_wav(source),
        FileKind::Flac => {
            let stream = stream(Box::new(ReadOnlySource::new(source)));
            let reader = FlacReader::try_new(stream, FormatOptions::default());
            from_packets(kind, Box::new(reader.map_err(|error| damaged(kind, error))?), Vec::new())
        }
        FileKind::Mp3 => {
            // Without seeking: symphonia would guess the length from the bit rate and cut the end by the guess.
            let stream = stream(Box::new(ReadOnlySource::new(source)));
            let reader = MpaReader::try_new(stream, FormatOptions::default());
            from_packets(kind, Box::new(reader.map_err(|error| damaged(kind, error))?), Vec::new())
        }
        FileKind::Ogg => {
            let faults = ogg_faults(&mut source)?;
            source.seek(SeekFrom::Start(start)).map_err(failed)?;
            let reader = OggReader::try_new(stream(Box::new(source)), FormatOptions::default());
            from_packets(kind, Box::new(reader.map_err(|error| damaged(kind, error))?), faults)
        }
        _ => Err(bad(format!("this is {kind}, which is not decoded")).with_hint(kind.remedy())),
    }
}

fn stream(source: Box<dyn MediaSource>) -> MediaSourceStream<'static> {
    MediaSourceStream::new(source, MediaSourceStreamOptions::default())
}

fn head_at(source: &mut Source, position: u64) -> Result<Vec<u8>> {
    source.seek(SeekFrom::Start(position)).map_err(failed)?;
    let mut head = Vec::new();
    source.by_ref().take(64).read_to_end(&mut head).map_err(failed)?;
    Ok(head)
}

/// Tells the kind of a file by its first bytes, and where it starts behind ID3 tags.
fn tell(source: &mut Source) -> Result<(FileKind, u64)> {
    let mut position = 0;
    let mut head = head_at(source, 0)?;
    if head.is_empty() {
        return Err(bad("the file is empty"));
    }
    // ID3v2: the size is in 4 times 7 bits; tags can follow one another.
    for _ in 0..16 {
        let [b'I', b'D', b'3', _, _, flags, a, b, c, d, ..] = head[..] else { break };
        let size = [a, b, c, d].iter().fold(0u64, |sum, &byte| sum << 7 | u64::from(byte & 0x7f));
        position += 10 + size + if flags & 0x10 != 0 { 10 } else { 0 };
        head = head_at(source, position)?;
    }
    let kind = match head[..] {
        [b'R', b'I', b'F', b'F' | b'X', ..] | [b'R', b'F', b'6', b'4', ..] | [b'B', b'W', b'6', b'4', ..] => {
            FileKind::Wav
        }
        [b'f', b'L', b'a', b'C', ..] => FileKind::Flac,
        [b'O', b'g', b'g', b'S', ..] => {
            let codec = head.get(28..36).unwrap_or_default();
            if codec == b"OpusHead" || codec == b"Speex   " {
                let name = if codec == b"OpusHead" { "Opus" } else { "Speex" };
                return Err(bad(format!("this is an Ogg {name} file, which is not supported"))
                    .with_hint("convert it to FLAC or WAV first"));
            }
            FileKind::Ogg
        }
        // A frame header of MPEG audio has 11 set bits, then a version that is not 01 and layer III.
        [0xff, second, ..] if second & 0xe6 == 0xe2 && second & 0x18 != 0x08 => FileKind::Mp3,
        _ if position > 0 => FileKind::Mp3,
        _ => {
            return Err(bad("this is not an audio file of a known kind (WAV, FLAC, MP3, Ogg Vorbis)"));
        }
    };
    Ok((kind, position))
}

/// Looks whether the last page of an Ogg file says that it is the last.
fn ogg_faults(source: &mut Source) -> Result<Vec<String>> {
    let start = source.bytes.saturating_sub(OGG_PAGE_MAX_BYTES);
    source.seek(SeekFrom::Start(start)).map_err(failed)?;
    let mut tail = Vec::new();
    source.by_ref().take(OGG_PAGE_MAX_BYTES).read_to_end(&mut tail).map_err(failed)?;
    let last = tail.windows(6).rev().find(|bytes| bytes.starts_with(b"OggS\0"));
    Ok(match last {
        Some([.., flags]) if flags & 4 != 0 => Vec::new(),
        _ => vec!["the Ogg file has no last page: it may be cut short".to_owned()],
    })
}

fn from_wav(source: Source) -> Result<Decoded> {
    let reader = WavReader::new(source)?;
    let info = reader.info();
    let format = match (info.encoding, info.bits) {
        (Encoding::ALaw | Encoding::MuLaw, _) | (Encoding::Int, ..=16) => OutputFormat::Int16,
        (Encoding::Int, ..=24) => OutputFormat::Int24,
        _ => OutputFormat::Float32,
    };
    Ok(Decoded {
        path: None,
        kind: FileKind::Wav,
        rate: info.rate,
        channels: info.channels,
        format,
        frames: Some(info.frames),
        done_frames: 0,
        not_finite: 0,
        faults: info.faults.iter().map(ToString::to_string).collect(),
        engine: Engine::Wav(Box::new(reader)),
    })
}

fn decoder_for(kind: FileKind, params: &AudioCodecParameters) -> Result<Box<dyn AudioDecoder>> {
    let failed = |error| damaged(kind, error);
    let options = AudioDecoderOptions::default().verify(true);
    Ok(match params.codec {
        CODEC_ID_FLAC => Box::new(FlacDecoder::try_new(params, &options).map_err(failed)?),
        CODEC_ID_VORBIS => Box::new(VorbisDecoder::try_new(params, &options).map_err(failed)?),
        CODEC_ID_MP3 => Box::new(MpaDecoder::try_new(params, &options.gapless(false)).map_err(failed)?),
        _ => {
            return Err(bad(format!("the {kind} file is coded in a way that is not supported"))
                .with_hint("convert it to FLAC or WAV first"));
        }
    })
}

fn from_packets(kind: FileKind, reader: Box<dyn FormatReader>, faults: Vec<String>) -> Result<Decoded> {
    let missing = |what: &str| bad(format!("the {kind} file does not say its {what}"));
    let track = reader
        .default_track(TrackType::Audio)
        .ok_or_else(|| bad(format!("the {kind} file holds no audio that can be decoded")))?;
    let params = track.codec_params.as_ref().and_then(|params| params.audio());
    let params = params.ok_or_else(|| missing("coding"))?;
    let rate = SampleRate::new(params.sample_rate.ok_or_else(|| missing("sample rate"))?)
        .map_err(|error| bad(error.message()))?;
    let channels = params.channels.as_ref().ok_or_else(|| missing("channels"))?.count();
    let channels = u16::try_from(channels).ok().filter(|&channels| (1..=256).contains(&channels));
    let channels = channels.ok_or_else(|| missing("channels"))?;
    let format = match params.bits_per_sample.filter(|_| params.codec == CODEC_ID_FLAC) {
        Some(..=16) => OutputFormat::Int16,
        Some(..=24) => OutputFormat::Int24,
        _ => OutputFormat::Float32,
    };
    let decoder = decoder_for(kind, params)?;
    let (skip, padding) = match kind {
        FileKind::Mp3 => (track.delay.unwrap_or(0), track.padding.unwrap_or(0)),
        _ => (0, 0),
    };
    let frames = track.num_frames.filter(|&frames| frames > 0);
    let track = track.id;
    let packets = Packets {
        reader,
        decoder,
        track,
        skip: u64::from(skip),
        padding: u64::from(padding),
        held: Vec::new(),
        block: Vec::new(),
        ready_frames: 0,
        is_done: false,
    };
    Ok(Decoded {
        path: None,
        kind,
        rate,
        channels,
        format,
        frames,
        done_frames: 0,
        not_finite: 0,
        faults,
        engine: Engine::Packets(packets),
    })
}

impl fmt::Debug for Decoded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Decoded")
            .field("kind", &self.kind)
            .field("rate", &self.rate)
            .field("channels", &self.channels)
            .field("frames", &self.frames)
            .finish_non_exhaustive()
    }
}

impl Decoded {
    /// Returns the kind of file.
    pub fn kind(&self) -> FileKind {
        self.kind
    }

    /// Returns the sample rate.
    pub fn rate(&self) -> SampleRate {
        self.rate
    }

    /// Returns the number of channels, 1 to 256.
    pub fn channels(&self) -> u16 {
        self.channels
    }

    /// Returns the smallest format that holds the samples as they are handed out, without loss.
    pub fn format(&self) -> OutputFormat {
        self.format
    }

    /// Returns the number of frames that the header says, if it does.
    pub fn frames(&self) -> Option<u64> {
        self.frames
    }

    /// Returns the number of frames handed out so far.
    pub fn done_frames(&self) -> u64 {
        self.done_frames
    }

    /// Returns how many values so far were not finite and became 0.
    pub fn not_finite(&self) -> u64 {
        self.not_finite
    }

    /// Returns what is wrong with the file without keeping it from being read; complete at the end.
    pub fn faults(&self) -> &[String] {
        &self.faults
    }

    /// Puts the next frames, channels interleaved and full scale 1.0, into `block`, replacing what was there;
    /// returns `false` at the end, with an empty block.
    ///
    /// # Errors
    /// [`ErrorKind::Audio`] when the file is damaged or ends before its header says; [`ErrorKind::Io`].
    pub fn next_block(&mut self, block: &mut Vec<f32>) -> Result<bool> {
        let outcome = self.fill(block);
        if let Err(error) = outcome {
            block.clear();
            return Err(match &self.path {
                Some(path) => error.with_path(path),
                None => error,
            });
        }
        for value in block.iter_mut() {
            if !value.is_finite() {
                *value = 0.0;
                self.not_finite += 1;
            }
        }
        self.done_frames += (block.len() / usize::from(self.channels)) as u64;
        Ok(!block.is_empty())
    }

    fn fill(&mut self, block: &mut Vec<f32>) -> Result<()> {
        match &mut self.engine {
            Engine::Wav(reader) => {
                block.resize(WAV_BLOCK_FRAMES * usize::from(self.channels), 0.0);
                let before = reader.not_finite();
                let frames = reader.read_interleaved(block)?;
                self.not_finite += reader.not_finite() - before;
                block.truncate(frames * usize::from(self.channels));
            }
            Engine::Packets(packets) => {
                block.clear();
                while block.is_empty() && !packets.is_done {
                    let format = (self.kind, self.rate, self.channels);
                    if !packets.decode(format, block)? {
                        packets.is_done = true;
                        packets.finish(self.kind, self.frames, &mut self.faults)?;
                    }
                }
            }
        }
        Ok(())
    }
}

impl Packets {
    /// Decodes one packet and appends what is surely not padding; `false` at the end of the file.
    fn decode(
        &mut self,
        (kind, rate, channels): (FileKind, SampleRate, u16),
        out: &mut Vec<f32>,
    ) -> Result<bool> {
        let packet = match self.reader.next_packet() {
            Ok(Some(packet)) => packet,
            Ok(None) => return Ok(false),
            Err(error) => return Err(damaged(kind, error)),
        };
        if packet.track_id != self.track {
            return Ok(true);
        }
        let buffer = self.decoder.decode(&packet).map_err(|error| damaged(kind, error))?;
        let spec = buffer.spec();
        if spec.rate() != rate.hz() || spec.channels().count() != usize::from(channels) {
            return Err(bad(format!("the {kind} file changes its sample rate or channels half-way")));
        }
        buffer.copy_to_vec_interleaved(&mut self.block);
        let frames = (self.block.len() / usize::from(channels)) as u64;
        let skipped = self.skip.min(frames);
        self.skip -= skipped;
        self.held.extend_from_slice(&self.block[skipped as usize * usize::from(channels)..]);
        let keep = self.padding as usize * usize::from(channels);
        let ready = self.held.len().saturating_sub(keep);
        out.extend(self.held.drain(..ready));
        self.ready_frames += (ready / usize::from(channels)) as u64;
        Ok(true)
    }

    /// Checks the length and the checksum at the end; what is held then is padding.
    fn finish(&mut self, kind: FileKind, declared: Option<u64>, faults: &mut Vec<String>) -> Result<()> {
        // Without delay and padding, MP3 headers count their own packet or not, depending on who wrote them.
        let slack = if kind == FileKind::Mp3 && self.padding == 0 { MP3_PACKET_FRAMES } else { 0 };
        if let Some(declared) = declared {
            let real = self.ready_frames;
            if real + slack < declared {
                return Err(bad(format!(
                    "the {kind} file is cut short or damaged: {real} of {declared} frames are there"
                )));
            }
            if real > declared + slack {
                faults.push(format!("the {kind} file has {real} frames, its header says {declared}"));
            }
        }
        if self.decoder.finalize().verify_ok == Some(false) {
            return Err(bad(format!("the {kind} file is damaged: its samples do not match its checksum")));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
