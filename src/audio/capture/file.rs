//! Files played as the microphone, in real time: for demonstrations, tests and machines without sound.

use super::ring::Feed;
use super::source::{DeviceSetting, Source, SourceInfo, SourceKind, Span};
use crate::audio::decode::read_short;
use crate::audio::kinds::FileKind;
use crate::error::{Error, ErrorKind, Result};
use crate::fsio;
use crate::ids::{Locale, PromptId};
use crate::random::SplitMix64;
use crate::units::SampleRate;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;

/// Longer sleeps would make blocks uneven; shorter ones only cost.
const NAP: Duration = Duration::from_millis(2);

/// How files are played as the microphone.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FileOptions {
    /// How many times faster than real time, 1 to 1000; the samples stay the same.
    pub speed: u32,
    /// The RMS level of the room noise before and after a file, in dB below full scale; `None` for
    /// digital silence.
    pub noise_dbfs: Option<f64>,
    /// The seed of the room noise.
    pub seed: u64,
}

impl Default for FileOptions {
    fn default() -> Self {
        Self { speed: 1, noise_dbfs: Some(-72.0), seed: 0 }
    }
}

/// Which file is read for which prompt.
enum Files {
    /// One after the other, whatever is read.
    List { paths: Vec<PathBuf>, next: usize },
    /// By the id of the prompt; the count says how often each was played.
    Folder { dir: PathBuf, locale: Option<Locale>, played: BTreeMap<PromptId, u32> },
}

/// What is played and what was.
struct Playing {
    /// The first frame not yet delivered.
    next: u64,
    samples: Arc<[f32]>,
    start: u64,
    /// The frame after the last one played.
    end: u64,
}

struct Shared {
    playing: Mutex<Playing>,
    stop: AtomicBool,
}

impl Shared {
    fn playing(&self) -> MutexGuard<'_, Playing> {
        self.playing.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A source that plays WAV files as the microphone.
///
/// Each take begins its file right after the pre-roll; before and after it there is a quiet room noise
/// that is the same for every take, so that a take is its pre-roll, the file's own samples and its
/// post-roll, the same bytes each time. Where the file is digital silence for 2 ms or more, the room is heard. The blocks carry the time stamps that they ought to have, so that
/// a busy machine does not look like a bad clock.
pub struct FileSource {
    info: SourceInfo,
    options: FileOptions,
    files: Files,
    cued: Option<(PromptId, Arc<[f32]>)>,
    shared: Arc<Shared>,
    thread: Option<JoinHandle<()>>,
}

impl FileSource {
    /// Opens files, played in order, or one folder, where each prompt has its file: `<prompt-id>.wav` or
    /// `<locale>/<prompt-id>.wav`, and for its second playing `<prompt-id>.2.wav` where there is one; other kinds that are
    /// decoded will do as well.
    ///
    /// The first file sets rate and channels for all.
    ///
    /// # Errors
    /// [`ErrorKind::Io`] and [`ErrorKind::Audio`] for a missing or unreadable first file,
    /// [`ErrorKind::Usage`] for a speed or noise out of range or folders mixed with files.
    pub fn open(paths: &[PathBuf], locale: Option<&Locale>, options: &FileOptions) -> Result<Self> {
        if !(1..=1000).contains(&options.speed) {
            let message = format!("a speed of {} is not allowed; allowed are 1 to 1000", options.speed);
            return Err(Error::new(ErrorKind::Usage, message));
        }
        if let Some(level) = options.noise_dbfs.filter(|level| !(-100.0..=-20.0).contains(level)) {
            let message = format!("a room noise of {level} dBFS is not allowed; allowed are -100 to -20");
            return Err(Error::new(ErrorKind::Usage, message));
        }
        let (first, files) = match paths {
            [dir] if fsio::is_named_folder(dir)? => {
                let files =
                    Files::Folder { dir: dir.clone(), locale: locale.cloned(), played: BTreeMap::new() };
                (first_wav(dir, locale)?, files)
            }
            [] => return Err(Error::new(ErrorKind::Usage, "no file is given to play as the microphone")),
            [first, ..] => {
                if let Some(dir) = first_folder(paths)? {
                    let message = "a folder is given among files; give one folder alone, or files alone";
                    return Err(Error::new(ErrorKind::Usage, message).with_path(dir));
                }
                (first.clone(), Files::List { paths: paths.to_vec(), next: 0 })
            }
        };
        let wav = read_short(&first)?;
        let info = SourceInfo {
            kind: SourceKind::File,
            device: format!("file:{}", paths[0].display()),
            name: paths[0].file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned()),
            host: "file".to_owned(),
            rate: wav.rate,
            channels: wav.channels,
            channel: 0,
            format: wav.format,
            bits: wav.bits,
            setting: DeviceSetting::default(),
        };
        let playing = Playing { next: 0, samples: Arc::from([]), start: 0, end: 0 };
        let shared = Arc::new(Shared { playing: Mutex::new(playing), stop: AtomicBool::new(false) });
        Ok(Self { info, options: *options, files, cued: None, shared, thread: None })
    }

    /// Reads a file and holds it against the source.
    fn load(&self, path: &Path) -> Result<Arc<[f32]>> {
        let wav = read_short(path)?;
        if (wav.rate, wav.channels) != (self.info.rate, self.info.channels) {
            return Err(Error::new(
                ErrorKind::Audio,
                format!(
                    "this file has {} and {} channels, but the first file played as the microphone has {} and {}",
                    wav.rate, wav.channels, self.info.rate, self.info.channels
                ),
            )
            .with_path(path)
            .with_hint("give all files the same rate and channels"));
        }
        let (mut samples, noise) = (wav.samples, room_noise(&self.info, &self.options));
        fill_silence(&mut samples, &noise, usize::from(self.info.channels), self.info.rate);
        Ok(Arc::from(samples))
    }

    fn path_for(&self, prompt: &PromptId) -> Result<PathBuf> {
        match &self.files {
            Files::List { paths, next } => paths.get(*next).cloned().ok_or_else(|| {
                Error::new(
                    ErrorKind::Usage,
                    format!("all {} files have been played, and one more is asked for", paths.len()),
                )
                .with_hint("give one --device file:PATH for each take, or a folder of <prompt-id>.wav")
            }),
            Files::Folder { dir, locale, played } => {
                let nth = played.get(prompt).copied().unwrap_or(0) + 1;
                let named =
                    |stem: String| FileKind::decoded_endings().map(move |ending| format!("{stem}.{ending}"));
                let names: Vec<String> =
                    named(format!("{prompt}.{nth}")).chain(named(prompt.to_string())).collect();
                let folders = locale.iter().map(|locale| dir.join(locale.as_str())).chain([dir.clone()]);
                for path in folders.flat_map(|folder| names.iter().map(move |name| folder.join(name))) {
                    if fsio::is_named_file(&path)? {
                        return Ok(path);
                    }
                }
                let message =
                    format!("there is no {prompt}.wav (or .flac, .opus, .m4a …) to play as the microphone");
                Err(Error::new(ErrorKind::Io, message).with_path(dir))
            }
        }
    }
}

impl Source for FileSource {
    fn info(&self) -> &SourceInfo {
        &self.info
    }

    fn clock_hz(&self) -> f64 {
        f64::from(self.info.rate.hz()) * f64::from(self.options.speed)
    }

    fn start(&mut self, feed: Feed) -> Result<()> {
        let shared = Arc::clone(&self.shared);
        let noise = room_noise(&self.info, &self.options);
        let (channels, rate, clock_hz) =
            (usize::from(self.info.channels), self.info.rate.hz() as usize, self.clock_hz());
        let thread = std::thread::Builder::new()
            .name("booth-file".to_owned())
            .spawn(move || play(feed, &shared, &noise, channels, rate / 100, clock_hz))
            .map_err(|error| Error::new(ErrorKind::Io, "cannot start to play files").with_source(error))?;
        self.thread = Some(thread);
        Ok(())
    }

    fn cue(&mut self, prompt: &PromptId) -> Result<()> {
        self.cued = None;
        let path = self.path_for(prompt)?;
        self.cued = Some((prompt.clone(), self.load(&path)?));
        Ok(())
    }

    fn begin(&mut self, pre_roll_frames: u64) -> Option<Span> {
        let (prompt, samples) = self.cued.take()?;
        match &mut self.files {
            Files::List { next, .. } => *next += 1,
            Files::Folder { played, .. } => *played.entry(prompt).or_default() += 1,
        }
        let frames = (samples.len() / usize::from(self.info.channels)) as u64;
        let mut playing = self.shared.playing();
        // At a whole turn of the noise, so that every take hears the same; and after the last file.
        let earliest = playing.next.max(playing.end + pre_roll_frames).max(pre_roll_frames);
        let start = earliest.next_multiple_of(noise_frames(self.info.rate));
        (playing.samples, playing.start, playing.end) = (samples, start, start + frames);
        Some(Span { start, end: start + frames })
    }

    fn end(&mut self, post_roll_frames: u64) -> Option<u64> {
        let mut playing = self.shared.playing();
        let release = playing.next.clamp(playing.start, playing.end);
        playing.end = playing.end.min(release + post_roll_frames);
        Some(release)
    }

    fn stop(&mut self) {
        self.shared.stop.store(true, Ordering::Relaxed);
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

impl Drop for FileSource {
    fn drop(&mut self) {
        self.stop();
    }
}

/// Delivers blocks of 10 ms at the pace of the clock; waits for room rather than lose a frame.
fn play(mut feed: Feed, shared: &Shared, noise: &[f32], channels: usize, block: usize, clock_hz: f64) {
    let health = Arc::clone(feed.health());
    let epoch_ns = health.now_ns();
    let mut samples = Vec::with_capacity(block * channels);
    while !shared.stop.load(Ordering::Relaxed) && !feed.is_abandoned() {
        let now_ns = health.now_ns();
        let due = ((now_ns - epoch_ns) as f64 * clock_hz / 1e9) as u64;
        let mut playing = shared.playing();
        if playing.next + block as u64 > due || !feed.has_room(block) {
            drop(playing);
            std::thread::sleep(NAP);
            continue;
        }
        samples.clear();
        let turn = noise.len() / channels;
        for frame in playing.next..playing.next + block as u64 {
            let (source, index) = if (playing.start..playing.end).contains(&frame) {
                (&playing.samples[..], (frame - playing.start) as usize)
            } else {
                (noise, frame as usize % turn)
            };
            samples.extend_from_slice(&source[index * channels..(index + 1) * channels]);
        }
        let t_ns = epoch_ns + (playing.next as f64 / clock_hz * 1e9) as u64;
        feed.accept_at(now_ns, t_ns, samples.iter().copied());
        playing.next += block as u64;
    }
}

/// Returns the frames after which the room noise begins again: 300 ms, longer than a buffer that comes twice.
fn noise_frames(rate: SampleRate) -> u64 {
    (3 * u64::from(rate.hz())).div_ceil(10)
}

/// Lets the room be heard where a file holds at least 2 ms of digital silence: no microphone gives that, and
/// synthetic speech is full of it.
fn fill_silence(samples: &mut [f32], noise: &[f32], channels: usize, rate: SampleRate) {
    let least = (rate.hz() as usize / 500).max(1);
    let frames = samples.len() / channels;
    let mut start = 0;
    while start < frames {
        let silent = |frame: usize| {
            samples[frame * channels..(frame + 1) * channels].iter().all(|&sample| sample == 0.0)
        };
        let length = (start..frames).take_while(|&frame| silent(frame)).count();
        if length >= least {
            for (place, sample) in
                samples.iter_mut().enumerate().take((start + length) * channels).skip(start * channels)
            {
                *sample = noise[place % noise.len()];
            }
        }
        start += length + 1;
    }
}

/// Makes one turn of room noise: near-Gaussian, in whole 16-bit steps.
fn room_noise(info: &SourceInfo, options: &FileOptions) -> Vec<f32> {
    let count = noise_frames(info.rate) as usize * usize::from(info.channels);
    let Some(level) = options.noise_dbfs else { return vec![0.0; count] };
    let sigma = libm::pow(10.0, level / 20.0) * 32_768.0;
    let mut random = SplitMix64::new(options.seed);
    (0..count)
        .map(|_| {
            // The sum of 12 uniform numbers has variance 1.
            let sum: f64 = (0..12).map(|_| random.unit()).sum();
            ((sum - 6.0) * sigma).round() as f32 / 32_768.0
        })
        .collect()
}

/// Returns the first of the paths that leads to a folder.
fn first_folder(paths: &[PathBuf]) -> Result<Option<&PathBuf>> {
    for path in paths {
        if fsio::is_named_folder(path)? {
            return Ok(Some(path));
        }
    }
    Ok(None)
}

/// Returns the first WAV file of a folder, its locale's subfolder first.
fn first_wav(dir: &Path, locale: Option<&Locale>) -> Result<PathBuf> {
    let folders = locale.iter().map(|locale| dir.join(locale.as_str())).chain([dir.to_path_buf()]);
    for folder in folders {
        if !fsio::is_named_folder(&folder)? {
            continue;
        }
        for path in fsio::paths_in(&folder)? {
            if FileKind::of_name(&path).is_some_and(FileKind::is_decoded) && fsio::is_named_file(&path)? {
                return Ok(path);
            }
        }
    }
    Err(Error::new(ErrorKind::Io, "there is no audio file in this folder to play as the microphone")
        .with_path(dir)
        .with_hint("name the files <prompt-id>.wav, in this folder or in a subfolder for each locale"))
}

#[cfg(test)]
mod tests {
    use super::super::tests::{Memory, samples_of, write_wav};
    use super::super::{TakeOptions, Tape, TapeOptions};
    use super::*;

    fn fast() -> FileOptions {
        FileOptions { speed: 50, ..FileOptions::default() }
    }

    fn counter(frames: i32) -> Vec<i16> {
        (0..frames).map(|n| (n * 7 % 65_536 - 32_768) as i16).collect()
    }

    fn record(tape: &Tape, prompt: &str) -> Vec<f32> {
        tape.cue(&prompt.parse().unwrap()).unwrap();
        tape.begin(Box::new(Memory::default()), TakeOptions::default()).unwrap();
        while !tape.cue_finished() {
            std::thread::sleep(Duration::from_millis(1));
        }
        let ended = tape.start_ending(None).wait().unwrap();
        let facts = ended.facts.clone();
        assert_eq!((facts.pre_roll_frames, facts.post_roll_frames), (8000, 8000));
        assert_eq!((facts.lost_frames, facts.stalls, facts.clock_rate_hz), (0, 0, None));
        samples_of(ended)
    }

    /// Sound that comes faster than it can be taken in holds up neither commands nor what is forgotten.
    #[test]
    fn a_source_that_never_lets_up_is_still_heard_and_ended() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("a.wav");
        write_wav(&path, 192_000, 1, &counter(9_600));
        let options = FileOptions { speed: 1000, ..FileOptions::default() };
        let source = FileSource::open(&[path], None, &options).unwrap();
        let tape = Tape::start(Box::new(source), TapeOptions::default()).unwrap();
        tape.cue(&"any".parse().unwrap()).unwrap();
        tape.begin(Box::new(Memory::default()), TakeOptions::default()).unwrap();
        while !tape.cue_finished() {
            std::thread::sleep(Duration::from_millis(1));
        }
        let ended = tape.start_ending(None).wait().unwrap();
        assert_eq!(ended.facts.lost_frames, 0);
    }

    /// Oracle: the file's own 16-bit samples, bit for bit, and the lengths asked for.
    #[test]
    fn a_take_is_pre_roll_the_file_bit_for_bit_and_post_roll_the_same_each_time() {
        let dir = tempfile::tempdir().unwrap();
        let speech = counter(12_345);
        write_wav(&dir.path().join("alarm-1.wav"), 16_000, 1, &speech);
        write_wav(&dir.path().join("alarm-1.2.wav"), 16_000, 1, &speech[..777]);
        let source = FileSource::open(&[dir.path().into()], None, &fast()).unwrap();
        assert_eq!((source.info().rate.hz(), source.info().bits), (16_000, 16));
        let tape = Tape::start(Box::new(source), TapeOptions::default()).unwrap();
        let first = record(&tape, "alarm-1");
        assert_eq!(first.len(), 8000 + 12_345 + 8000);
        let back: Vec<i16> = first[8000..8000 + 12_345].iter().map(|v| (v * 32_768.0) as i16).collect();
        assert_eq!(back, speech);
        let noise = &first[..8000];
        let rms = (noise.iter().map(|v| f64::from(v * v)).sum::<f64>() / 8000.0).sqrt();
        assert!((20.0 * rms.log10() + 72.0).abs() < 0.5, "{rms}");
        assert_eq!(record(&tape, "alarm-1").len(), 8000 + 777 + 8000);
        assert_eq!(record(&tape, "alarm-1"), first);
        let missing = tape.cue(&"alarm-2".parse().unwrap()).unwrap_err();
        assert!(missing.message().contains("alarm-2.wav"), "{missing}");
    }

    #[test]
    fn digital_silence_is_heard_as_the_room() {
        let rate = SampleRate::new(16_000).unwrap();
        let mut samples = vec![0.5, 0.0, 0.5];
        samples.extend([0.0; 31].iter().chain(&[0.5]).chain(&[0.0; 32]));
        let before = samples.clone();
        fill_silence(&mut samples, &[0.25; 7], 1, rate);
        assert_eq!(samples[..35], before[..35]);
        assert!(samples[35..].iter().all(|&sample| sample == 0.25));
    }

    #[test]
    fn a_list_is_consumed_in_order_and_a_file_of_another_rate_is_named() {
        let dir = tempfile::tempdir().unwrap();
        let paths: Vec<PathBuf> = ["a.wav", "b.wav", "c.wav"].iter().map(|n| dir.path().join(n)).collect();
        write_wav(&paths[0], 16_000, 2, &counter(200));
        write_wav(&paths[1], 16_000, 2, &counter(400));
        write_wav(&paths[2], 8_000, 2, &counter(200));
        let source = FileSource::open(&paths, None, &fast()).unwrap();
        let tape = Tape::start(Box::new(source), TapeOptions { channel: Some(1), ..TapeOptions::default() })
            .unwrap();
        assert_eq!(tape.info().channel, 1);
        assert_eq!(record(&tape, "x")[8000], f32::from(counter(2)[1]) / 32_768.0);
        assert_eq!(record(&tape, "y").len(), 8000 + 200 + 8000);
        let error = tape.cue(&"z".parse().unwrap()).unwrap_err();
        assert_eq!(error.path(), Some(paths[2].as_path()));
        assert!(error.message().contains("8000 Hz"), "{error}");
    }

    #[test]
    fn bad_files_are_refused_by_name() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("a.wav");
        let open = || FileSource::open(std::slice::from_ref(&path), None, &fast()).err().unwrap();
        assert_eq!(open().kind(), ErrorKind::Io);
        write_wav(&path, 16_000, 1, &[]);
        assert_eq!((open().kind(), open().path()), (ErrorKind::Audio, Some(path.as_path())));
        let bytes = std::fs::read(&path).unwrap();
        for cut in 0..bytes.len() {
            crate::audio::capture::tests::write_bytes(&path, &bytes[..cut]);
            assert!(matches!(open().kind(), ErrorKind::Audio | ErrorKind::Io), "{cut}");
        }
        let empty = FileSource::open(&[dir.path().join("none")], None, &fast()).err().unwrap();
        assert_eq!(empty.kind(), ErrorKind::Io);
    }
}
