//! Tests of the tape with a source whose every block is scripted, and helpers for the other tests.

use super::*;
use crate::units::frames_in_ms;
use std::any::Any;
use std::path::Path;
use std::time::{Duration, Instant};

/// A sink that keeps what it gets, and refuses more than `limit` frames.
pub(crate) struct Memory {
    pub samples: Vec<f32>,
    pub limit: usize,
}

impl Default for Memory {
    fn default() -> Self {
        Self { samples: Vec::new(), limit: usize::MAX }
    }
}

impl TakeSink for Memory {
    fn write(&mut self, samples: &[f32]) -> Result<()> {
        if self.samples.len() + samples.len() > self.limit {
            let full = std::io::Error::from(std::io::ErrorKind::StorageFull);
            return Err(Error::io("write", "take.wav", full));
        }
        self.samples.extend_from_slice(samples);
        Ok(())
    }
}

pub(crate) fn samples_of(ended: Ended) -> Vec<f32> {
    let sink: Box<dyn Any> = ended.sink;
    let memory = sink.downcast::<Memory>().unwrap();
    assert_eq!(memory.samples.len() as u64, ended.frames);
    memory.samples
}

pub(crate) fn write_bytes(path: &Path, bytes: &[u8]) {
    use std::io::Write as _;
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create(true).truncate(true).open(path).unwrap().write_all(bytes).unwrap();
}

pub(crate) fn write_wav(path: &Path, rate: u32, channels: u16, samples: &[i16]) {
    let format = hound::SampleFormat::Int;
    let spec = hound::WavSpec { channels, sample_rate: rate, bits_per_sample: 16, sample_format: format };
    let mut bytes = std::io::Cursor::new(Vec::new());
    let mut writer = hound::WavWriter::new(&mut bytes, spec).unwrap();
    for &sample in samples {
        writer.write_sample(sample).unwrap();
    }
    writer.finalize().unwrap();
    write_bytes(path, bytes.get_ref());
}

/// What a scripted microphone does next.
#[derive(Clone, Copy)]
pub(crate) enum Step {
    /// Delivers frames in real time, each with its own number.
    Audio(u64),
    /// Delivers zeros.
    Zeros(u64),
    /// Loses frames before anybody counts them: their time passes.
    Skip(u64),
    /// Delivers nothing, and makes good for it afterwards.
    Hang(u64),
    /// Reports an overrun.
    Xrun,
    /// Goes away.
    Lose(Loss),
}

const RATE: u32 = 8_000;

/// A microphone of 8 kHz whose last channel counts up; others before it are dead.
struct Script {
    info: SourceInfo,
    steps: Vec<Step>,
    thread: Option<std::thread::JoinHandle<()>>,
}

impl Script {
    fn new(steps: &[Step]) -> Box<Self> {
        let info = SourceInfo {
            kind: SourceKind::Device,
            device: "test:mic".to_owned(),
            name: "Scripted".to_owned(),
            host: "test".to_owned(),
            rate: SampleRate::new(RATE).unwrap(),
            channels: 1,
            channel: 0,
            format: "i16".to_owned(),
            bits: 16,
        };
        Box::new(Self { info, steps: steps.to_vec(), thread: None })
    }
}

/// The value of frame `n`: exact in `f32`, never 0.
fn value(n: u64) -> f32 {
    (n % 16_000 + 1) as f32 / 32_768.0
}

impl Source for Script {
    fn info(&self) -> &SourceInfo {
        &self.info
    }

    fn start(&mut self, mut feed: Feed) -> Result<()> {
        let steps = self.steps.clone();
        let dead = usize::from(self.info.channels) - 1;
        self.thread = Some(std::thread::spawn(move || {
            let health = std::sync::Arc::clone(feed.health());
            let epoch = Instant::now();
            // Frames of time that have passed, and frames delivered.
            let (mut time, mut frame) = (0u64, 0u64);
            let until = |time: u64| {
                let due = Duration::from_secs_f64(time as f64 / f64::from(RATE));
                std::thread::sleep(due.saturating_sub(epoch.elapsed()));
            };
            for step in steps {
                match step {
                    Step::Audio(frames) | Step::Zeros(frames) => {
                        for _ in 0..frames / 80 {
                            let t_ns = time * 1_000_000_000 / u64::from(RATE);
                            time += 80;
                            until(time);
                            let zero = matches!(step, Step::Zeros(_));
                            let block: Vec<f32> = (frame..frame + 80)
                                .flat_map(|n| {
                                    let live = if zero { 0.0 } else { value(n) };
                                    std::iter::repeat_n(0.0, dead).chain([live])
                                })
                                .collect();
                            feed.accept_at(health.now_ns(), t_ns, block.into_iter());
                            frame += 80;
                            if feed.is_abandoned() {
                                return;
                            }
                        }
                    }
                    Step::Skip(frames) => {
                        time += frames;
                        until(time);
                    }
                    Step::Hang(frames) => until(time + frames),
                    Step::Xrun => health.note_xrun(),
                    Step::Lose(loss) => {
                        health.note_loss(loss);
                        return;
                    }
                }
            }
        }));
        Ok(())
    }

    fn stop(&mut self) {}
}

fn ms(ms: u64) -> u64 {
    frames_in_ms(ms, SampleRate::new(RATE).unwrap())
}

fn start(steps: &[Step], pre_roll_ms: u64, post_roll_ms: u64) -> Tape {
    let options = TapeOptions { pre_roll_ms, post_roll_ms, ..TapeOptions::default() };
    Tape::start(Script::new(steps), options).unwrap()
}

fn sleep(ms: u64) {
    std::thread::sleep(Duration::from_millis(ms));
}

fn wait_for<T>(what: &str, mut ready: impl FnMut() -> Option<T>) -> T {
    for _ in 0..5000 {
        if let Some(value) = ready() {
            return value;
        }
        sleep(1);
    }
    panic!("{what} never came");
}

fn take(tape: &Tape, length_ms: u64) -> Ended {
    tape.begin(Box::new(Memory::default())).unwrap();
    sleep(length_ms);
    tape.end().unwrap()
}

/// Returns the number of the first frame, having seen that every next one follows.
fn unbroken(samples: &[f32]) -> u64 {
    let first = (samples[0] * 32_768.0) as u64 - 1;
    for (index, &sample) in samples.iter().enumerate() {
        assert_eq!(sample, value(first + index as u64), "frame {index}");
    }
    first
}

#[test]
fn two_takes_whose_rolls_overlap_are_both_whole() {
    let tape = start(&[Step::Audio(ms(6000))], 900, 200);
    sleep(1000);
    let first = take(&tape, 150);
    let second = take(&tape, 150);
    for ended in [&first, &second] {
        assert_eq!(ended.facts.pre_roll_frames, ms(900));
        assert_eq!(ended.facts.post_roll_frames, ms(200));
        let length = ended.frames - ms(1100);
        assert!((ms(140)..ms(600)).contains(&length), "{length}");
        assert_eq!((ended.facts.xruns, ended.facts.lost_frames, ended.facts.stalls), (0, 0, 0));
        assert!(!ended.facts.all_zero && !ended.facts.device_lost);
    }
    let (first, second) = (samples_of(first), samples_of(second));
    let (a, b) = (unbroken(&first), unbroken(&second));
    assert!(b < a + first.len() as u64, "the second begins inside the first");
    tape.close();
}

#[test]
fn an_overrun_marks_the_take_that_it_is_in_and_no_other() {
    let tape = start(&[Step::Audio(ms(1500)), Step::Xrun, Step::Audio(ms(4000))], 50, 50);
    sleep(300);
    tape.begin(Box::new(Memory::default())).unwrap();
    wait_for("more audio", || (tape.health().frames() > ms(1700)).then_some(()));
    assert_eq!(tape.end().unwrap().facts.xruns, 1);
    sleep(200);
    assert_eq!(take(&tape, 100).facts.xruns, 0);
}

#[test]
fn time_that_passes_without_frames_is_reported_as_missing() {
    let tape = start(&[Step::Audio(ms(2000)), Step::Skip(ms(400)), Step::Audio(ms(4000))], 100, 600);
    sleep(800);
    tape.begin(Box::new(Memory::default())).unwrap();
    wait_for("more audio", || (tape.health().frames() > ms(2300)).then_some(()));
    let facts = tape.end().unwrap().facts;
    assert_eq!(facts.clock_missing_frames, ms(400), "{facts:?}");
    assert!(facts.clock_rate_hz.unwrap() < RATE);
}

#[test]
fn a_hang_that_is_made_good_is_a_stall_and_no_missing_time() {
    let tape = start(&[Step::Audio(ms(1500)), Step::Hang(ms(2000)), Step::Audio(ms(4000))], 100, 600);
    sleep(300);
    tape.begin(Box::new(Memory::default())).unwrap();
    let fault = wait_for("a second without audio", || tape.fault());
    assert_eq!(fault.kind(), ErrorKind::DeviceLost);
    wait_for("audio again", || tape.fault().is_none().then_some(()));
    let ended = tape.end().unwrap();
    assert_eq!((ended.facts.stalls, ended.facts.clock_missing_frames), (1, 0));
    unbroken(&samples_of(ended));
}

#[test]
fn a_device_that_goes_away_ends_the_take_with_what_there_is() {
    let tape = start(&[Step::Audio(ms(1500)), Step::Lose(Loss::Gone)], 100, 20_000);
    sleep(300);
    tape.begin(Box::new(Memory::default())).unwrap();
    let fault = wait_for("the loss", || tape.fault());
    assert!(fault.message().contains("Scripted") && fault.hint().is_some(), "{fault}");
    let before = Instant::now();
    let ended = tape.end().unwrap();
    assert!(before.elapsed() < Duration::from_secs(5), "{:?}", before.elapsed());
    assert!(ended.facts.device_lost);
    let samples = samples_of(ended);
    assert_eq!(unbroken(&samples) + samples.len() as u64, ms(1500));
    assert_eq!(tape.begin(Box::new(Memory::default())).unwrap_err().kind(), ErrorKind::DeviceLost);
    assert_eq!(tape.listen(100).unwrap_err().kind(), ErrorKind::DeviceLost);
}

#[test]
fn a_full_disk_ends_the_take_and_is_kept() {
    let tape = start(&[Step::Audio(ms(3000))], 100, 100);
    sleep(200);
    tape.begin(Box::new(Memory { limit: ms(200) as usize, ..Memory::default() })).unwrap();
    wait_for("the refusal", || tape.take_failed().then_some(()));
    assert!(tape.cue_finished());
    let ended = tape.end().unwrap();
    assert!(ended.error.as_ref().unwrap().message().contains("disk is full"));
    assert!(ended.frames <= ms(200));
    assert!(take(&tape, 100).error.is_none(), "the next take is well");
}

#[test]
fn an_abort_ends_at_once_and_zeros_are_noticed() {
    let tape = start(&[Step::Zeros(ms(3000))], 100, 20_000);
    sleep(200);
    assert!(tape.abort().unwrap().is_none());
    tape.begin(Box::new(Memory::default())).unwrap();
    assert_eq!(tape.begin(Box::new(Memory::default())).unwrap_err().kind(), ErrorKind::Usage);
    sleep(200);
    let before = Instant::now();
    let ended = tape.abort().unwrap().unwrap();
    assert!(before.elapsed() < Duration::from_secs(5), "{:?}", before.elapsed());
    assert!(ended.facts.all_zero && !ended.facts.device_lost);
    assert_eq!(ended.facts.post_roll_frames, 0);
    assert_eq!(tape.end().err().unwrap().kind(), ErrorKind::Usage);
}

#[test]
fn a_dead_first_channel_is_passed_over_unless_it_is_wished_for() {
    let mut script = Script::new(&[Step::Audio(ms(2000))]);
    script.info.channels = 3;
    let tape = Tape::start(script, TapeOptions::default()).unwrap();
    assert_eq!(tape.info().channel, 2);
    unbroken(&tape.listen(100).unwrap());
    let mut script = Script::new(&[Step::Audio(ms(2000))]);
    script.info.channels = 3;
    let wish = TapeOptions { channel: Some(0), ..TapeOptions::default() };
    assert!(Tape::start(script, wish).unwrap().listen(100).unwrap().iter().all(|&value| value == 0.0));
}

#[test]
fn listening_gives_the_room_and_the_level_shows_it() {
    let tape = start(&[Step::Audio(ms(1500)), Step::Zeros(ms(1500))], 100, 100);
    let heard = tape.listen(250).unwrap();
    assert_eq!(heard.len() as u64, ms(250));
    unbroken(&heard);
    assert!(tape.level().peak > 0.0 && tape.level().rms > 0.0 && !tape.level().clipped);
    assert_eq!(tape.clock_rate_hz(), None);
}

#[test]
fn a_level_is_told_in_decibels_of_full_scale() {
    // By hand: 20 log10 of a half is -6.0206, of a tenth -20.
    let level = Level { peak: 0.5, rms: 0.1, clipped: false };
    assert_eq!((level.peak_dbfs(), level.rms_dbfs()), (Some(-6.02), Some(-20.0)));
    assert_eq!((Level::default().peak_dbfs(), Level::default().rms_dbfs()), (None, None));
}

#[test]
fn a_microphone_that_never_speaks_is_an_error() {
    let error = Tape::start(Script::new(&[Step::Lose(Loss::Host)]), TapeOptions::default()).err().unwrap();
    assert_eq!(error.kind(), ErrorKind::DeviceLost);
    let wrong = TapeOptions { channel: Some(1), ..TapeOptions::default() };
    assert_eq!(Tape::start(Script::new(&[]), wrong).err().unwrap().kind(), ErrorKind::Usage);
    let endless = TapeOptions { pre_roll_ms: u64::MAX, ..TapeOptions::default() };
    assert_eq!(Tape::start(Script::new(&[]), endless).err().unwrap().kind(), ErrorKind::Usage);
}

#[test]
fn device_specs_print_and_parse_the_same() {
    for text in ["default", "alsa:default", "alsa:hw:CARD=PCH,DEV=0", "file:a b/ü:c.wav"] {
        assert_eq!(text.parse::<DeviceSpec>().unwrap().to_string(), text);
    }
    for bad in ["", "mic", "file:", ":x", "alsa:"] {
        assert!(bad.parse::<DeviceSpec>().is_err(), "{bad}");
    }
}

#[cfg(unix)]
#[test]
fn a_file_spec_need_not_be_utf8() {
    use std::os::unix::ffi::OsStrExt as _;
    let spec = DeviceSpec::from_os(OsStr::from_bytes(b"file:a\xff.wav")).unwrap();
    assert_eq!(spec, DeviceSpec::File(PathBuf::from(OsStr::from_bytes(b"a\xff.wav"))));
}

#[test]
fn a_file_and_a_microphone_do_not_mix() {
    let specs = [DeviceSpec::Default, DeviceSpec::File("a.wav".into())];
    let error = open(&specs, &OpenOptions::default()).err().unwrap();
    assert_eq!(error.kind(), ErrorKind::Usage);
}
