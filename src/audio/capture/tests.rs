//! Tests of the tape with a source whose every block is scripted on a clock that the test steps, and helpers
//! for the other tests.

use super::ring::Clock;
use super::*;
use crate::error::{Error, ErrorKind, Result};
use crate::units::{SampleRate, frames_in_ms};
use std::any::Any;
use std::collections::VecDeque;
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};

mod freeze;
mod press;

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
enum Step {
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

/// The value of frame `n`: exact in `f32`, never 0.
fn value(n: u64) -> f32 {
    (n % 16_000 + 1) as f32 / 32_768.0
}

/// The microphone's hardware: it works when the test's clock is stepped, and at no other time.
struct Hardware {
    rate: u32,
    channels: u16,
    /// How many of the channels are dead, from the first.
    dead: u16,
    /// Frames that come in one piece.
    block: u64,
    value: fn(u64) -> f32,
    steps: VecDeque<Step>,
    feed: Option<Feed>,
    /// Frames of time that the steps so far have taken, and frames delivered.
    time: u64,
    frame: u64,
    hangs_until: u64,
    /// Until this moment each stamp is too old by the time that is left.
    lies_until: u64,
}

impl Hardware {
    /// Does all that is due when `now` frames of time have passed.
    fn work(&mut self, now: u64) {
        let Some(feed) = &mut self.feed else { return };
        while let Some(step) = self.steps.front_mut() {
            match step {
                Step::Audio(left) | Step::Zeros(left) => {
                    let frames = self.block.min(*left);
                    if self.time + frames > now || self.hangs_until > now {
                        return;
                    }
                    *left -= frames;
                    let (is_over, is_zero) = (*left == 0, matches!(step, Step::Zeros(_)));
                    let (dead, alive) = (usize::from(self.dead), usize::from(self.channels - self.dead));
                    let block: Vec<f32> = (self.frame..self.frame + frames)
                        .flat_map(|n| {
                            let live = if is_zero { 0.0 } else { (self.value)(n) };
                            std::iter::repeat_n(0.0, dead).chain(std::iter::repeat_n(live, alive))
                        })
                        .collect();
                    let stamp = self.time.saturating_sub(self.lies_until.saturating_sub(self.time));
                    feed.accept_at(nanos(now, self.rate), nanos(stamp, self.rate), block.into_iter());
                    self.time += frames;
                    self.frame += frames;
                    if !is_over {
                        continue;
                    }
                }
                Step::Skip(frames) => self.time += *frames,
                Step::Hang(frames) => self.hangs_until = self.time + *frames,
                Step::Xrun => feed.health().note_xrun(),
                Step::Lose(loss) => {
                    feed.health().note_loss(*loss);
                    self.feed = None;
                    return;
                }
            }
            self.steps.pop_front();
        }
    }
}

fn nanos(frames: u64, rate: u32) -> u64 {
    frames * 1_000_000_000 / u64::from(rate)
}

/// A microphone whose last channel counts up; others before it are dead.
struct Script {
    info: SourceInfo,
    hardware: Arc<Mutex<Hardware>>,
    /// Frames of time that have passed.
    now: Arc<AtomicU64>,
}

impl Script {
    fn new(steps: &[Step]) -> Self {
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
            setting: DeviceSetting::default(),
        };
        let hardware = Hardware {
            rate: RATE,
            channels: 1,
            dead: 0,
            block: 80,
            value,
            steps: steps.iter().copied().collect(),
            feed: None,
            time: 0,
            frame: 0,
            hangs_until: 0,
            lies_until: 0,
        };
        Self { info, hardware: Arc::new(Mutex::new(hardware)), now: Arc::default() }
    }

    fn with_channels(self, channels: u16, dead: u16) -> Self {
        let mut hardware = self.hardware.lock().unwrap();
        (hardware.channels, hardware.dead) = (channels, dead);
        drop(hardware);
        Self { info: SourceInfo { channels, ..self.info }, ..self }
    }

    /// Starts a tape upon it; the first 300 ms, in which a dead channel is waited for, have passed.
    fn start(self, options: TapeOptions) -> Result<Bench> {
        self.start_after(300, options)
    }

    fn start_after(self, passed_ms: u64, options: TapeOptions) -> Result<Bench> {
        let (now, hardware, rate) = (Arc::clone(&self.now), Arc::clone(&self.hardware), self.info.rate);
        let clock = Arc::clone(&now);
        let clock = Clock::new(move || nanos(clock.load(Ordering::SeqCst), rate.hz()));
        now.store(frames_in_ms(passed_ms, rate), Ordering::SeqCst);
        let tape = Tape::start_on(clock, Box::new(self), options)?;
        Ok(Bench { tape, hardware, now, rate })
    }
}

impl Source for Script {
    fn info(&self) -> &SourceInfo {
        &self.info
    }

    fn start(&mut self, feed: Feed) -> Result<()> {
        let mut hardware = self.hardware.lock().unwrap();
        hardware.feed = Some(feed);
        hardware.work(self.now.load(Ordering::SeqCst));
        Ok(())
    }

    fn stop(&mut self) {}
}

/// A tape, its microphone and their time.
struct Bench {
    tape: Tape,
    hardware: Arc<Mutex<Hardware>>,
    now: Arc<AtomicU64>,
    rate: SampleRate,
}

impl Bench {
    fn new(steps: &[Step], pre_roll_ms: u64, post_roll_ms: u64) -> Self {
        let options = TapeOptions { pre_roll_ms, post_roll_ms, ..TapeOptions::default() };
        Script::new(steps).start(options).unwrap()
    }

    /// Waits for the tape's thread to have gone all the way round.
    fn settle(&self) {
        self.tape.start_listening(0).wait().unwrap();
    }

    /// Lets 10 ms pass, which the tape's thread sees.
    fn step(&self) {
        let frames = frames_in_ms(10, self.rate);
        let now = self.now.fetch_add(frames, Ordering::SeqCst) + frames;
        self.hardware.lock().unwrap().work(now);
        self.settle();
    }

    fn now_ms(&self) -> u64 {
        self.now.load(Ordering::SeqCst) * 1000 / u64::from(self.rate.hz())
    }

    /// Lets time pass until `at_ms` after the start.
    fn until(&self, at_ms: u64) {
        assert!(at_ms >= self.now_ms(), "time does not go back");
        while self.now_ms() < at_ms {
            self.step();
        }
    }

    fn pass(&self, ms: u64) {
        self.until(self.now_ms() + ms);
    }

    /// Lets time pass until something is there, 60 s at most.
    fn wait_for<T>(&self, what: &str, mut ready: impl FnMut(&Tape) -> Option<T>) -> T {
        for _ in 0..6000 {
            self.settle();
            if let Some(value) = ready(&self.tape) {
                return value;
            }
            self.step();
        }
        panic!("{what} never came");
    }

    fn begin(&self) {
        self.tape.begin(Box::new(Memory::default()), TakeOptions::default()).unwrap();
    }

    /// Ends the take, and says how many milliseconds that took.
    fn end(&self) -> (Ended, u64) {
        let asked_ms = self.now_ms();
        let mut pending = self.tape.start_ending(None);
        let ended = self.wait_for("the end", |_| pending.poll()).unwrap();
        (ended, self.now_ms() - asked_ms)
    }

    fn take(&self, length_ms: u64) -> Ended {
        self.begin();
        self.pass(length_ms);
        self.end().0
    }

    fn listen(&self, ms: u64) -> Result<Vec<f32>> {
        let mut pending = self.tape.start_listening(ms);
        self.wait_for("the room", |_| pending.poll())
    }
}

fn ms(ms: u64) -> u64 {
    frames_in_ms(ms, SampleRate::new(RATE).unwrap())
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
    let bench = Bench::new(&[Step::Audio(ms(6000))], 900, 200);
    bench.until(1000);
    let first = bench.take(150);
    let second = bench.take(150);
    for ended in [&first, &second] {
        assert_eq!(ended.facts.pre_roll_frames, ms(900));
        assert_eq!(ended.facts.post_roll_frames, ms(200));
        assert_eq!(ended.frames, ms(900 + 150 + 200));
        assert_eq!((ended.facts.xruns, ended.facts.lost_frames, ended.facts.stalls), (0, 0, 0));
        assert!(!ended.facts.all_zero && !ended.facts.device_lost);
        assert_eq!((ended.facts.clock_rate_hz, ended.facts.speech), (None, None));
    }
    let (first, second) = (samples_of(first), samples_of(second));
    assert_eq!(unbroken(&first), ms(100));
    // The second press came when the first post-roll was there: it begins inside the first take.
    assert_eq!(unbroken(&second), ms(1000 + 150 + 200 - 900));
    bench.tape.close();
}

#[test]
fn an_overrun_marks_the_take_that_it_is_in_and_no_other() {
    let bench = Bench::new(&[Step::Audio(ms(1500)), Step::Xrun, Step::Audio(ms(4000))], 50, 50);
    bench.begin();
    bench.until(1700);
    assert_eq!(bench.end().0.facts.xruns, 1);
    bench.pass(200);
    assert_eq!(bench.take(100).facts.xruns, 0);
}

#[test]
fn time_that_passes_without_frames_is_reported_as_missing() {
    let bench = Bench::new(&[Step::Audio(ms(2000)), Step::Skip(ms(400)), Step::Audio(ms(4000))], 100, 600);
    bench.until(800);
    bench.begin();
    bench.until(2700);
    let facts = bench.end().0.facts;
    assert_eq!(facts.clock_missing_frames, ms(400), "{facts:?}");
    assert!(facts.clock_rate_hz.unwrap() < RATE);
}

#[test]
fn a_hang_that_is_made_good_is_a_stall_and_no_missing_time() {
    let bench = Bench::new(&[Step::Audio(ms(1500)), Step::Hang(ms(2000)), Step::Audio(ms(4000))], 100, 600);
    bench.begin();
    let fault = bench.wait_for("a second without audio", Tape::fault);
    assert_eq!(fault.kind(), ErrorKind::DeviceLost);
    assert_eq!(bench.now_ms(), 1500 + 1000 + 10);
    bench.wait_for("audio again", |tape| tape.fault().is_none().then_some(()));
    assert_eq!(bench.now_ms(), 1500 + 2000);
    let (ended, _) = bench.end();
    assert_eq!((ended.facts.stalls, ended.facts.clock_missing_frames), (1, 0));
    unbroken(&samples_of(ended));
}

#[test]
fn a_device_that_goes_away_ends_the_take_with_what_there_is() {
    let bench = Bench::new(&[Step::Audio(ms(1500)), Step::Lose(Loss::Gone)], 100, 20_000);
    bench.begin();
    let fault = bench.wait_for("the loss", Tape::fault);
    assert!(fault.message().contains("Scripted") && fault.hint().is_some(), "{fault}");
    let (ended, took_ms) = bench.end();
    assert_eq!(took_ms, 0, "it does not wait for its post-roll");
    assert!(ended.facts.device_lost);
    let samples = samples_of(ended);
    assert_eq!(unbroken(&samples) + samples.len() as u64, ms(1500));
    let error = bench.tape.begin(Box::new(Memory::default()), TakeOptions::default()).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::DeviceLost);
    assert_eq!(bench.listen(100).unwrap_err().kind(), ErrorKind::DeviceLost);
}

#[test]
fn a_full_disk_ends_the_take_and_is_kept() {
    let bench = Bench::new(&[Step::Audio(ms(3000))], 100, 100);
    let sink = Memory { limit: ms(200) as usize, ..Memory::default() };
    bench.tape.begin(Box::new(sink), TakeOptions::default()).unwrap();
    bench.wait_for("the refusal", |tape| tape.take_failed().then_some(()));
    assert!(bench.tape.cue_finished());
    let (ended, _) = bench.end();
    assert!(ended.error.as_ref().unwrap().message().contains("disk is full"));
    assert_eq!(ended.frames, ms(200));
    assert!(bench.take(100).error.is_none(), "the next take is well");
}

#[test]
fn one_take_at_a_time_and_zeros_are_noticed() {
    let bench = Bench::new(&[Step::Zeros(ms(3000))], 100, 200);
    bench.begin();
    let error = bench.tape.begin(Box::new(Memory::default()), TakeOptions::default()).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Usage);
    bench.pass(200);
    let (ended, took_ms) = bench.end();
    assert!(ended.facts.all_zero && !ended.facts.device_lost);
    assert_eq!((ended.facts.post_roll_frames, took_ms), (ms(200), 200));
    assert_eq!(bench.tape.start_ending(None).wait().err().unwrap().kind(), ErrorKind::Usage);
}

#[test]
fn a_dead_first_channel_is_passed_over_unless_it_is_wished_for() {
    let script = || Script::new(&[Step::Audio(ms(2000))]).with_channels(3, 2);
    let bench = script().start(TapeOptions::default()).unwrap();
    assert_eq!(bench.tape.info().channel, 2);
    unbroken(&bench.listen(100).unwrap());
    let wish = TapeOptions { channel: Some(0), ..TapeOptions::default() };
    assert!(script().start(wish).unwrap().listen(100).unwrap().iter().all(|&value| value == 0.0));
}

#[test]
fn a_first_channel_that_is_heard_is_not_waited_for() {
    let script = Script::new(&[Step::Audio(ms(2000))]).with_channels(2, 0);
    let bench = script.start_after(20, TapeOptions::default()).unwrap();
    assert_eq!(bench.tape.info().channel, 0);
    unbroken(&bench.listen(100).unwrap());
}

#[test]
fn listening_gives_the_room_and_the_level_shows_it() {
    let bench = Bench::new(&[Step::Audio(ms(1500)), Step::Zeros(ms(1500))], 100, 100);
    let heard = bench.listen(250).unwrap();
    assert_eq!(heard.len() as u64, ms(250));
    unbroken(&heard);
    bench.settle();
    let level = bench.tape.level();
    assert!(level.peak > 0.0 && level.rms > 0.0 && !level.clipped);
    // The counter signal rises: its last frame is the peak, its first 100 ms are the floor.
    assert_eq!(level.peak_hold, value(ms(550) - 1));
    let first = (0..ms(100)).map(|n| f64::from(value(n)).powi(2)).sum::<f64>() / ms(100) as f64;
    assert!((f64::from(level.floor) - first.sqrt()).abs() < 1e-7, "{level:?}");
    bench.until(3000);
    bench.settle();
    let level = bench.tape.level();
    assert_eq!((level.peak, level.rms, level.floor), (0.0, 0.0, 0.0), "zeros since 1.5 s");
    assert_eq!(level.peak_hold, 0.0, "the last sound is 1.5 s old");
}

/// A reading at 48 kHz: the room at -60 dBFS, speech from 1.0 to 1.8 s and from 2.7 to 3.4 s, the room again.
fn reading(n: u64) -> f32 {
    let is_speech = matches!(n / 48, 1000..1800 | 2700..3400);
    let magnitude = if is_speech { 0.05 } else { 0.001 };
    if n.is_multiple_of(2) { magnitude } else { -magnitude }
}

/// Oracle: the reading itself, with 0.5 s before it and after it, wherever the press was and however long the silence that
/// tells its end had to be.
#[test]
fn the_end_of_speech_is_the_same_frame_whatever_the_blocks_and_however_late_it_is_asked_for() {
    let rate = SampleRate::new(48_000).unwrap();
    for (block, asked_every_ms) in [(1, 10), (7, 10), (480, 10), (480, 2000), (48_000, 10), (48_000, 2000)] {
        let mut script = Script::new(&[Step::Audio(12 * 48_000)]);
        script.info.rate = rate;
        {
            let mut hardware = script.hardware.lock().unwrap();
            (hardware.rate, hardware.value, hardware.block) = (48_000, reading, 480);
            // The first 300 ms are needed at once; then the blocks under test begin.
            hardware.steps = [Step::Audio(14_400), Step::Audio(12 * 48_000)].into();
        }
        let bench = script.start(TapeOptions::default()).unwrap();
        bench.hardware.lock().unwrap().block = block;
        bench.until(600);
        let endpoint = Some(EndpointSpec { room_dbfs: Some(-60.0), ..EndpointSpec::default() });
        bench
            .tape
            .begin(Box::new(Memory::default()), TakeOptions { endpoint, ..TakeOptions::default() })
            .unwrap();
        while !bench.tape.heard_end() {
            assert!(bench.now_ms() < 10_000, "the end of the speech is heard");
            bench.pass(asked_every_ms);
        }
        let (ended, _) = bench.end();
        assert!(!bench.tape.heard_end(), "the next take has heard nothing yet");
        let (from, over) = (1000 - 500, 3400);
        assert_eq!(
            ended.frames,
            48 * (over + 500 - from),
            "blocks of {block}, asked every {asked_every_ms} ms"
        );
        assert_eq!((ended.facts.pre_roll_frames, ended.facts.post_roll_frames), (24_000, 24_000));
        assert_eq!(ended.facts.speech, Some(Span { start: 48 * (1000 - from), end: 48 * (3400 - from) }));
        let samples = samples_of(ended);
        assert!((48 * from..).zip(&samples).all(|(n, &sample)| sample == reading(n)));
    }
}

#[test]
fn a_press_that_comes_before_the_end_of_speech_ends_the_take_and_a_later_one_changes_nothing() {
    // The silence that tells the end is 1.7 s, behind a window of 0.1 s.
    for (press_ms, over_ms) in [(2000, 2000), (3800, 3800), (5190, 5190), (5210, 3400), (5600, 3400)] {
        let mut script = Script::new(&[Step::Audio(12 * 48_000)]);
        script.info.rate = SampleRate::new(48_000).unwrap();
        {
            let mut hardware = script.hardware.lock().unwrap();
            (hardware.rate, hardware.value, hardware.block) = (48_000, reading, 480);
        }
        let bench = script.start(TapeOptions::default()).unwrap();
        bench.until(600);
        let endpoint = Some(EndpointSpec { room_dbfs: Some(-60.0), ..EndpointSpec::default() });
        bench
            .tape
            .begin(Box::new(Memory::default()), TakeOptions { endpoint, ..TakeOptions::default() })
            .unwrap();
        bench.until(press_ms);
        let (ended, _) = bench.end();
        assert_eq!(ended.frames, 48 * (over_ms + 500 - 500), "pressed at {press_ms} ms");
        let speech = ended.facts.speech.unwrap();
        assert_eq!(speech.start, 48 * 500);
        // Pressed inside the pause, all that is known of the end is where the pause began.
        assert_eq!(speech.end, 48 * (if press_ms == 2000 { 1800 } else { 3400 } - 500));
    }
}

#[test]
fn a_level_is_told_in_decibels_of_full_scale() {
    // By hand: 20 log10 of a half is -6.0206, of a tenth -20.
    let level = Level { peak: 0.5, rms: 0.1, ..Level::default() };
    assert_eq!((level.peak_dbfs(), level.rms_dbfs()), (Some(-6.02), Some(-20.0)));
    assert_eq!((Level::default().peak_dbfs(), Level::default().rms_dbfs()), (None, None));
}

#[test]
fn a_microphone_that_never_speaks_is_an_error() {
    let error = Script::new(&[Step::Lose(Loss::Host)]).start(TapeOptions::default()).err().unwrap();
    assert_eq!(error.kind(), ErrorKind::DeviceLost);
    let wrong = TapeOptions { channel: Some(1), ..TapeOptions::default() };
    assert_eq!(Script::new(&[]).start(wrong).err().unwrap().kind(), ErrorKind::Usage);
    let endless = TapeOptions { pre_roll_ms: u64::MAX, ..TapeOptions::default() };
    assert_eq!(Script::new(&[]).start(endless).err().unwrap().kind(), ErrorKind::Usage);
}

#[test]
fn a_take_that_is_too_long_ends_with_the_frame_that_says_so_however_late_it_is_asked_for() {
    // A second and no more: the press came at 1 s, with 0.5 s before it, and 0.2 s come after.
    for (asked_every_ms, press_ms) in
        [(10, None), (2000, None), (10, Some(1490)), (10, Some(1500)), (10, Some(3000))]
    {
        let bench = Bench::new(&[Step::Audio(ms(9000))], 500, 200);
        bench.until(1000);
        let options = TakeOptions { longest: Some(ms(1000)), ..TakeOptions::default() };
        bench.tape.begin(Box::new(Memory::default()), options).unwrap();
        match press_ms {
            Some(press_ms) => bench.until(press_ms),
            None => {
                while !bench.tape.is_too_long() {
                    assert!(bench.now_ms() < 4000, "it is seen to be too long");
                    bench.pass(asked_every_ms);
                }
            }
        }
        let (ended, _) = bench.end();
        assert!(!bench.tape.is_too_long(), "the next take has no frame yet");
        // A press with the last frame that there may be comes in time.
        let over = match press_ms {
            Some(press_ms @ ..1510) => ms(press_ms - 500),
            _ => ms(1000) + 1,
        };
        assert_eq!(ended.frames, over + ms(200), "asked every {asked_every_ms} ms, pressed at {press_ms:?}");
        assert_eq!((ended.facts.pre_roll_frames, ended.facts.post_roll_frames), (ms(500), ms(200)));
        assert_eq!(unbroken(&samples_of(ended)), ms(500));
        // The next one is as long as it wants.
        assert_eq!(bench.take(1500).frames, ms(500 + 1500 + 200));
        bench.tape.close();
    }
}
