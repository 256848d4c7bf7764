//! Packets to samples: symphonia's readers and decoders, with our own trimming and our own strictness.

use super::opus::{Opus, RATE_HZ};
use super::source::Source;
use super::{FileKind, bad, failed, matroska, mp4};
use crate::audio::quantise::OutputFormat;
use crate::audio::wav::coded::{self, Coded, Coding};
use crate::error::{Error, Result};
use crate::units::SampleRate;
use std::io::{self, Read as _};
use symphonia::core::audio::layouts::{CHANNEL_LAYOUT_MONO, CHANNEL_LAYOUT_STEREO};
use symphonia::core::codecs::audio::well_known as id;
use symphonia::core::codecs::audio::{AudioCodecId, AudioCodecParameters, AudioDecoder, AudioDecoderOptions};
use symphonia::core::errors::Error as SymphoniaError;
use symphonia::core::formats::{FormatOptions, FormatReader, Track, TrackType};
use symphonia::core::io::{MediaSource, MediaSourceStream, MediaSourceStreamOptions, ReadOnlySource};
use symphonia::core::packet::Packet;
use symphonia::core::units::{Duration, Timestamp};
use symphonia::default::codecs::{
    AacDecoder, AdpcmDecoder, AlacDecoder, FlacDecoder, MpaDecoder, PcmDecoder, VorbisDecoder,
};
use symphonia::default::formats::{
    AdtsReader, AiffReader, CafReader, FlacReader, IsoMp4Reader, MkvReader, MpaReader, OggReader,
};

/// Frames of an MP3 packet: how far a simple header's count may be off without harm.
const MP3_PACKET_FRAMES: u64 = 1152;
/// Frames of the longest packet in MP4: Opus of 120 ms.
const MP4_PACKET_FRAMES: u64 = 5760;
/// How far from the end the last page of an Ogg stream can start.
const OGG_PAGE_MAX_BYTES: usize = 65_307;
/// The most padding that any encoder adds, with room: two seconds at the highest rate.
const MOST_PADDING: u64 = 400_000;
/// Packets in a row that give nothing before a file is called endless.
const MOST_EMPTY: u32 = 100_000;

/// What all blocks of a file share.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Layout {
    pub rate: SampleRate,
    pub channels: u16,
    /// The smallest format that holds the samples without loss.
    pub format: OutputFormat,
}

/// Packets being decoded.
pub(super) struct Packets {
    kind: FileKind,
    feed: Feed,
    codec: Codec,
    /// Frames still to drop from the start (the delay of an encoder).
    skip: u64,
    /// Frames to drop at the end (its padding).
    padding: u64,
    /// How far what is there may be below what is declared.
    slack: u64,
    /// Samples that may turn out to be padding.
    held: Vec<f64>,
    block: Vec<f64>,
    /// Frames handed out.
    ready_frames: u64,
    is_done: bool,
}

enum Feed {
    Reader {
        reader: Box<dyn FormatReader>,
        track: u32,
        /// Whether the end of the file is the end of what it holds, wherever it comes.
        is_stream: bool,
    },
    Blocks(Blocks),
}

enum Codec {
    Symphonia(Box<dyn AudioDecoder>),
    Opus(Box<Opus>),
}

/// Blocks of one size, one after another, as WAV has them.
struct Blocks {
    source: Source,
    bytes: usize,
    frames: u64,
}

impl Blocks {
    fn next(&mut self) -> Result<Option<Packet>> {
        let mut data = vec![0; self.bytes];
        let mut filled = 0;
        while filled < data.len() {
            match self.source.read(&mut data[filled..]) {
                Ok(0) => break,
                Ok(count) => filled += count,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(failed(error)),
            }
        }
        // What is less than a block was told with the header.
        let packet = || Packet::new(0, Timestamp::new(0), Duration::new(self.frames), data);
        Ok((filled == self.bytes).then(packet))
    }
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
                .with_hint(kind.remedy())
        }
        error => bad(format!("the {kind} file is damaged: {error}")),
    }
}

fn stream(source: Box<dyn MediaSource>) -> MediaSourceStream<'static> {
    MediaSourceStream::new(source, MediaSourceStreamOptions::default())
}

/// What a container says besides its packets.
#[derive(Default)]
struct Beside {
    /// Where in each track what is played begins, by track: MP4.
    starts: Vec<(u32, u64, u32)>,
    trims: Option<matroska::Trims>,
}

impl Packets {
    /// Opens a file of this kind; what is wrong with it without keeping it from being read is added to `faults`. With the
    /// layout comes the number of frames that the header says, if it does.
    ///
    /// # Errors
    /// As [`super::open`].
    pub(super) fn open(
        mut source: Source,
        kind: FileKind,
        faults: &mut Vec<String>,
    ) -> Result<(Self, Layout, Option<u64>)> {
        let options = FormatOptions::default();
        let mut beside = Beside::default();
        let failed = |error| damaged(kind, error);
        let reader: Box<dyn FormatReader> = match kind {
            FileKind::Wav => return Self::of_wav(source, faults),
            FileKind::Flac => Box::new(
                FlacReader::try_new(stream(Box::new(ReadOnlySource::new(source))), options)
                    .map_err(failed)?,
            ),
            // Without seeking: symphonia would guess the length from the bit rate and cut the end by the guess.
            FileKind::Mp3 => Box::new(
                MpaReader::try_new(stream(Box::new(ReadOnlySource::new(source))), options).map_err(failed)?,
            ),
            FileKind::Aac => Box::new(
                AdtsReader::try_new(stream(Box::new(ReadOnlySource::new(source))), options)
                    .map_err(failed)?,
            ),
            FileKind::Ogg => {
                faults.extend(ogg_faults(&mut source)?);
                Box::new(OggReader::try_new(from_start(source)?, options).map_err(failed)?)
            }
            FileKind::Mp4 => {
                beside.starts = mp4::starts(&mut source)?;
                Box::new(IsoMp4Reader::try_new(from_start(source)?, options).map_err(failed)?)
            }
            FileKind::Matroska => {
                beside.trims = Some(matroska::read(&mut source)?);
                Box::new(MkvReader::try_new(from_start(source)?, options).map_err(failed)?)
            }
            FileKind::Aiff => {
                whole(&mut source, kind)?;
                Box::new(AiffReader::try_new(from_start(source)?, options).map_err(failed)?)
            }
            FileKind::Caf => {
                whole(&mut source, kind)?;
                Box::new(CafReader::try_new(from_start(source)?, options).map_err(failed)?)
            }
            _ => return Err(super::tell::not_decoded(kind)),
        };
        Self::of_reader(kind, reader, &beside)
    }

    fn of_reader(
        kind: FileKind,
        reader: Box<dyn FormatReader>,
        beside: &Beside,
    ) -> Result<(Self, Layout, Option<u64>)> {
        let missing =
            |what: &str| bad(format!("the {kind} file does not say its {what}")).with_hint(kind.remedy());
        let track = reader.default_track(TrackType::Audio).ok_or_else(|| {
            bad(format!("the {kind} file holds no audio that can be decoded")).with_hint(kind.remedy())
        })?;
        let params = track.codec_params.as_ref().and_then(|params| params.audio());
        let params = params.ok_or_else(|| missing("coding"))?;
        let codec = codec_for(kind, params)?;
        let (rate_hz, channels) = match &codec {
            Codec::Opus(opus) => (RATE_HZ, opus.channels()),
            Codec::Symphonia(_) => (
                params.sample_rate.ok_or_else(|| missing("sample rate"))?,
                params.channels.as_ref().ok_or_else(|| missing("channels"))?.count(),
            ),
        };
        let rate = SampleRate::new(rate_hz).map_err(|error| bad(error.message()))?;
        let channels = u16::try_from(channels).ok().filter(|&channels| (1..=256).contains(&channels));
        let layout = Layout {
            rate,
            channels: channels.ok_or_else(|| missing("channels"))?,
            format: format_of(params),
        };
        let (skip, padding, slack) = trims(kind, track, params, &codec, beside, rate_hz);
        let frames = declared(kind, track, rate_hz, skip);
        let is_stream = beside.trims.as_ref().is_some_and(|trims| trims.is_stream);
        let feed = Feed::Reader { track: track.id, reader, is_stream };
        Ok((Self::new(kind, feed, codec, skip, padding, slack), layout, frames))
    }

    /// Opens what is coded inside a WAV file.
    fn of_wav(mut source: Source, faults: &mut Vec<String>) -> Result<(Self, Layout, Option<u64>)> {
        let coded = coded::read(&mut source)?.ok_or_else(|| bad("the WAV file is not coded"))?;
        if let Some(fault) = coded.faults.iter().find(|fault| fault.loses_samples()) {
            return Err(bad(fault.to_string()));
        }
        faults.extend(coded.faults.iter().map(ToString::to_string));
        faults.push(format!("its samples are coded as {}, with loss", coded.coding));
        let source = source.part(coded.data_at, coded.data_bytes)?;
        let kind = FileKind::Wav;
        let failed = |error| damaged(kind, error);
        if coded.coding == Coding::Mpeg {
            let reader =
                MpaReader::try_new(stream(Box::new(ReadOnlySource::new(source))), FormatOptions::default());
            let reader = Box::new(reader.map_err(failed)?);
            return Self::of_reader(FileKind::Mp3, reader, &Beside::default());
        }
        let Coded { rate, channels, block_bytes, block_frames, coding, .. } = coded;
        let mut params = AudioCodecParameters::new();
        params
            .for_codec(if coding == Coding::Ima { id::CODEC_ID_ADPCM_IMA_WAV } else { id::CODEC_ID_ADPCM_MS })
            .with_sample_rate(rate.hz())
            .with_channels(if channels == 1 { CHANNEL_LAYOUT_MONO } else { CHANNEL_LAYOUT_STEREO })
            .with_max_frames_per_packet(block_frames)
            .with_frames_per_block(block_frames);
        let decoder = AdpcmDecoder::try_new(&params, &AudioDecoderOptions::default()).map_err(failed)?;
        let frames = coded.data_bytes / u64::from(block_bytes) * block_frames;
        // The last block is filled up; how much of it counts, the `fact` chunk says.
        let padding = coded.fact.filter(|&fact| fact > 0).map_or(0, |fact| frames.saturating_sub(fact));
        let padding = if padding < block_frames { padding } else { 0 };
        let feed = Feed::Blocks(Blocks { source, bytes: usize::from(block_bytes), frames: block_frames });
        let packets = Self::new(kind, feed, Codec::Symphonia(Box::new(decoder)), 0, padding, 0);
        Ok((packets, Layout { rate, channels, format: OutputFormat::Int16 }, Some(frames - padding)))
    }

    fn new(kind: FileKind, feed: Feed, codec: Codec, skip: u64, padding: u64, slack: u64) -> Self {
        Self {
            kind,
            feed,
            codec,
            skip,
            padding: padding.min(MOST_PADDING),
            slack,
            held: Vec::new(),
            block: Vec::new(),
            ready_frames: 0,
            is_done: false,
        }
    }

    /// Puts the next samples into `out`, replacing what was there; nothing at the end.
    pub(super) fn next_block(
        &mut self,
        out: &mut Vec<f64>,
        layout: Layout,
        declared: Option<u64>,
        faults: &mut Vec<String>,
    ) -> Result<()> {
        out.clear();
        let mut empty = 0;
        while out.is_empty() && !self.is_done {
            if !self.decode(layout, out)? {
                self.is_done = true;
                self.finish(declared, faults)?;
            }
            empty += 1;
            if empty > MOST_EMPTY {
                return Err(bad(format!("the {} file is damaged: its packets hold nothing", self.kind)));
            }
        }
        Ok(())
    }

    /// Decodes one packet and appends what is surely not padding; `false` at the end of the file.
    fn decode(&mut self, layout: Layout, out: &mut Vec<f64>) -> Result<bool> {
        let kind = self.kind;
        let packet = match &mut self.feed {
            Feed::Blocks(blocks) => blocks.next()?,
            Feed::Reader { reader, track, is_stream } => match reader.next_packet() {
                Ok(Some(packet)) if packet.track_id != *track => return Ok(true),
                Ok(packet) => packet,
                Err(SymphoniaError::IoError(error))
                    if *is_stream && error.kind() == io::ErrorKind::UnexpectedEof =>
                {
                    None
                }
                Err(error) => return Err(damaged(kind, error)),
            },
        };
        let Some(packet) = packet else { return Ok(false) };
        let channels = usize::from(layout.channels);
        let mut trim_end = 0;
        match &mut self.codec {
            Codec::Opus(opus) => {
                opus.decode(&packet.data, &mut self.block)?;
                if kind == FileKind::Ogg {
                    trim_end = packet.trim_end.get() as usize * channels;
                }
            }
            Codec::Symphonia(decoder) => {
                let buffer = decoder.decode(&packet).map_err(|error| damaged(kind, error))?;
                let spec = buffer.spec();
                // A packet that only fills a decoder's memory gives nothing, and says nothing of rate and channels.
                let is_empty = buffer.frames() == 0;
                if !is_empty && (spec.rate() != layout.rate.hz() || spec.channels().count() != channels) {
                    return Err(bad(format!("the {kind} file changes its sample rate or channels half-way")));
                }
                buffer.copy_to_vec_interleaved(&mut self.block);
            }
        }
        self.block.truncate(self.block.len().saturating_sub(trim_end));
        let frames = (self.block.len() / channels) as u64;
        let skipped = self.skip.min(frames);
        self.skip -= skipped;
        self.held.extend_from_slice(&self.block[skipped as usize * channels..]);
        let keep = self.padding as usize * channels;
        let ready = self.held.len().saturating_sub(keep);
        out.extend(self.held.drain(..ready));
        self.ready_frames += (ready / channels) as u64;
        Ok(true)
    }

    /// Checks the length and the checksum at the end; what is held then is padding.
    fn finish(&mut self, declared: Option<u64>, faults: &mut Vec<String>) -> Result<()> {
        let kind = self.kind;
        if let Some(declared) = declared {
            let real = self.ready_frames;
            if real + self.slack < declared {
                return Err(bad(format!(
                    "the {kind} file is cut short or damaged: {real} of {declared} frames are there"
                )));
            }
            if real > declared + self.slack {
                faults.push(format!("the {kind} file has {real} frames, its header says {declared}"));
            }
        }
        if let Codec::Symphonia(decoder) = &mut self.codec
            && decoder.finalize().verify_ok == Some(false)
        {
            return Err(bad(format!("the {kind} file is damaged: its samples do not match its checksum")));
        }
        Ok(())
    }
}

fn from_start(source: Source) -> Result<MediaSourceStream<'static>> {
    let bytes = source.length();
    Ok(stream(Box::new(source.part(0, bytes)?)))
}

/// Looks whether the last page of an Ogg file says that it is the last.
fn ogg_faults(source: &mut Source) -> Result<Option<String>> {
    let start = source.length().saturating_sub(OGG_PAGE_MAX_BYTES as u64);
    let tail = source.read_at(start, OGG_PAGE_MAX_BYTES)?;
    let last = tail.windows(6).rev().find(|bytes| bytes.starts_with(b"OggS\0"));
    Ok(match last {
        Some([.., flags]) if flags & 4 != 0 => None,
        _ => Some("the Ogg file has no last page: it may be cut short".to_owned()),
    })
}

/// Sees that the chunk of samples of an AIFF or CAF file is there to its end.
fn whole(source: &mut Source, kind: FileKind) -> Result<()> {
    let (mut position, wide, wanted) = match kind {
        FileKind::Caf => (8, true, b"data"),
        _ => (12, false, b"SSND"),
    };
    for _ in 0..10_000 {
        let head = source.read_at(position, 12)?;
        let Some(name) = head.get(..4) else { return Ok(()) };
        let number = |from: usize, count: usize| {
            head.get(from..from + count)
                .map(|bytes| bytes.iter().fold(0u64, |sum, &byte| sum << 8 | u64::from(byte)))
        };
        let (size, length) = if wide { (number(4, 8), 12) } else { (number(4, 4), 8) };
        let Some(size) = size else { return Ok(()) };
        let there = source.length().saturating_sub(position + length);
        // -1 in CAF: up to the end of the file.
        let is_open = wide && size == u64::MAX;
        if name == wanted && !is_open && size > there {
            return Err(bad(format!(
                "the {kind} file is cut short: {there} of {size} bytes of samples are there"
            )));
        }
        if is_open || name == wanted {
            return Ok(());
        }
        position = position.saturating_add(length).saturating_add(if wide { size } else { size + size % 2 });
    }
    Ok(())
}

fn codec_for(kind: FileKind, params: &AudioCodecParameters) -> Result<Codec> {
    let failed = |error| damaged(kind, error);
    let options = AudioDecoderOptions::default().verify(true);
    let plain = AudioDecoderOptions::default();
    Ok(Codec::Symphonia(match params.codec {
        id::CODEC_ID_OPUS => {
            let header = params.extra_data.as_deref().unwrap_or_default();
            return Ok(Codec::Opus(Box::new(Opus::new(header, kind == FileKind::Mp4)?)));
        }
        id::CODEC_ID_FLAC => Box::new(FlacDecoder::try_new(params, &options).map_err(failed)?),
        id::CODEC_ID_VORBIS => Box::new(VorbisDecoder::try_new(params, &options).map_err(failed)?),
        id::CODEC_ID_MP3 | id::CODEC_ID_MP2 | id::CODEC_ID_MP1 => {
            Box::new(MpaDecoder::try_new(params, &options.gapless(false)).map_err(failed)?)
        }
        id::CODEC_ID_AAC => Box::new(AacDecoder::try_new(params, &plain.gapless(false)).map_err(failed)?),
        id::CODEC_ID_ALAC => Box::new(AlacDecoder::try_new(params, &plain.gapless(false)).map_err(failed)?),
        id::CODEC_ID_ADPCM_MS | id::CODEC_ID_ADPCM_IMA_WAV | id::CODEC_ID_ADPCM_IMA_QT => {
            Box::new(AdpcmDecoder::try_new(params, &plain).map_err(failed)?)
        }
        // symphonia takes the byte order of wide samples in QuickTime from the wrong place: noise.
        codec
            if kind == FileKind::Mp4
                && (is_float(codec) || pcm_bits(codec).is_some_and(|bits| bits > 16)) =>
        {
            return Err(bad("the MP4 file holds PCM of more than 16 bits, which is not decoded here")
                .with_hint("convert it first: ffmpeg -i clip.mov -c:a pcm_s24le clip.wav"));
        }
        codec if pcm_bits(codec).is_some() || is_float(codec) => {
            let mut params = params.clone();
            if matches!(codec, id::CODEC_ID_PCM_ALAW | id::CODEC_ID_PCM_MULAW) {
                // CAF gives the bits of the code here, and the decoder wants those of the sample.
                (params.bits_per_sample, params.bits_per_coded_sample) = (None, None);
            }
            Box::new(PcmDecoder::try_new(&params, &plain).map_err(failed)?)
        }
        codec => {
            let name = coding_name(codec);
            return Err(bad(format!("the {kind} file is coded as {name}, which is not decoded here"))
                .with_hint(kind.remedy()));
        }
    }))
}

fn coding_name(codec: AudioCodecId) -> &'static str {
    match codec {
        id::CODEC_ID_AC3 => "Dolby Digital",
        id::CODEC_ID_EAC3 => "Dolby Digital Plus",
        id::CODEC_ID_DCA => "DTS",
        id::CODEC_ID_SPEEX => "Speex",
        id::CODEC_ID_WAVPACK => "WavPack",
        id::CODEC_ID_TTA => "True Audio",
        id::CODEC_ID_WMA => "Windows Media Audio",
        _ => "something else (AMR in files of telephones, as a rule)",
    }
}

fn is_float(codec: AudioCodecId) -> bool {
    matches!(
        codec,
        id::CODEC_ID_PCM_F32LE | id::CODEC_ID_PCM_F32BE | id::CODEC_ID_PCM_F64LE | id::CODEC_ID_PCM_F64BE
    )
}

/// Returns the bits of integer PCM.
fn pcm_bits(codec: AudioCodecId) -> Option<u32> {
    Some(match codec {
        id::CODEC_ID_PCM_S8 | id::CODEC_ID_PCM_U8 => 8,
        id::CODEC_ID_PCM_ALAW
        | id::CODEC_ID_PCM_MULAW
        | id::CODEC_ID_PCM_S16LE
        | id::CODEC_ID_PCM_S16BE
        | id::CODEC_ID_PCM_U16LE
        | id::CODEC_ID_PCM_U16BE => 16,
        id::CODEC_ID_PCM_S24LE | id::CODEC_ID_PCM_S24BE | id::CODEC_ID_PCM_U24LE | id::CODEC_ID_PCM_U24BE => {
            24
        }
        id::CODEC_ID_PCM_S32LE | id::CODEC_ID_PCM_S32BE | id::CODEC_ID_PCM_U32LE | id::CODEC_ID_PCM_U32BE => {
            32
        }
        _ => return None,
    })
}

/// Returns the smallest format that holds what a decoder gives.
fn format_of(params: &AudioCodecParameters) -> OutputFormat {
    let bits = match params.codec {
        id::CODEC_ID_FLAC => params.bits_per_sample,
        // The sixth byte of its own header.
        id::CODEC_ID_ALAC => {
            params.extra_data.as_deref().and_then(|header| header.get(5)).map(|&bits| bits.into())
        }
        id::CODEC_ID_ADPCM_MS | id::CODEC_ID_ADPCM_IMA_WAV | id::CODEC_ID_ADPCM_IMA_QT => Some(16),
        codec => pcm_bits(codec),
    };
    match bits {
        Some(..=16) => OutputFormat::Int16,
        Some(..=24) => OutputFormat::Int24,
        Some(_) => OutputFormat::Int32,
        None => OutputFormat::Float32,
    }
}

fn is_lossless(params: &AudioCodecParameters) -> bool {
    matches!(params.codec, id::CODEC_ID_FLAC | id::CODEC_ID_ALAC)
        || pcm_bits(params.codec).is_some()
        || is_float(params.codec)
}

/// Returns the frames to drop at the start and at the end, and how far the declared number may be off.
fn trims(
    kind: FileKind,
    track: &Track,
    params: &AudioCodecParameters,
    codec: &Codec,
    beside: &Beside,
    rate_hz: u32,
) -> (u64, u64, u64) {
    let told = (u64::from(track.delay.unwrap_or(0)), u64::from(track.padding.unwrap_or(0)));
    let pre_skip = match codec {
        Codec::Opus(opus) => u64::from(opus.pre_skip()),
        Codec::Symphonia(_) => 0,
    };
    match kind {
        // Without delay and padding, MP3 headers count their own packet or not, depending on who wrote them.
        FileKind::Mp3 => (told.0, told.1, if told.1 == 0 { MP3_PACKET_FRAMES } else { 0 }),
        FileKind::Ogg => (pre_skip, 0, 0),
        FileKind::Matroska => {
            let trims = beside.trims.as_ref().map_or((0, 0), |trims| trims.of(u64::from(track.id), rate_hz));
            let delay = if pre_skip > 0 { pre_skip } else { trims.0 };
            (if is_lossless(params) { 0 } else { delay }, trims.1, 0)
        }
        FileKind::Mp4 => {
            let start = beside.starts.iter().find(|(id, ..)| *id == track.id);
            let start = start.map_or(0, |&(_, start, clock)| {
                let frames = u128::from(start) * u128::from(rate_hz) / u128::from(clock.max(1));
                u64::try_from(frames).unwrap_or(u64::MAX)
            });
            // The last packet may be filled up: what it has too much, nobody drops.
            let slack = if is_lossless(params) { 0 } else { MP4_PACKET_FRAMES };
            (if pre_skip > 0 { pre_skip } else { start }, 0, slack)
        }
        FileKind::Caf => (told.0, told.1, 0),
        _ => (0, 0, 0),
    }
}

/// Returns how many frames the header says that there are, when it counts frames.
fn declared(kind: FileKind, track: &Track, rate_hz: u32, skip: u64) -> Option<u64> {
    let frames = track.num_frames.filter(|&frames| frames > 0)?;
    match kind {
        // Counts of its own, or guesses.
        FileKind::Matroska | FileKind::Aac | FileKind::Caf => None,
        FileKind::Ogg => Some(frames.saturating_sub(skip)),
        FileKind::Mp4 => {
            let clock = track.time_base.map(|base| base.denom.get())?;
            (clock == rate_hz).then(|| frames.saturating_sub(skip))
        }
        _ => Some(frames),
    }
}
