//! Tests of everything that touches cpal, against a device inside the process that follows a script.

use super::input::Microphone;
use super::output::play_on;
use super::*;
use crate::audio::capture::{Drain, Loss, Source as _, ring};
use crate::audio::playback::Playing;
use crate::units::SampleRate;
use cpal::traits::StreamTrait;
use cpal::{
    Data, DeviceDescription, DeviceDescriptionBuilder, DeviceId, ErrorKind as Kind, InputCallbackInfo,
    InputStreamTimestamp, OutputCallbackInfo, OutputStreamTimestamp, StreamConfig, StreamInstant,
    SupportedBufferSize,
};
use std::fmt;
use std::hash::{Hash, Hasher};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Instant;

/// What the device does next.
#[derive(Clone)]
enum Step {
    /// Delivers one block of raw samples.
    Bytes(Vec<u8>),
    /// Reports an error.
    Fail(Kind),
}

#[derive(Clone)]
struct Fake {
    offers: Vec<SupportedStreamConfigRange>,
    script: Vec<Step>,
    /// Errors that the next attempts to open meet.
    refusals: Arc<Mutex<Vec<cpal::Error>>>,
    drop_takes: Duration,
    played: Arc<Mutex<Vec<u8>>>,
    /// Blocks after which a loudspeaker goes away.
    dies_after: u32,
    /// How long a loudspeaker asks for samples while it is closed.
    runs_on: Duration,
}

impl Fake {
    fn new(offers: &[(u16, u32, u32, SampleFormat)], script: &[Step]) -> Self {
        let range = |&(channels, min, max, format)| {
            SupportedStreamConfigRange::new(channels, min, max, SupportedBufferSize::Unknown, format)
        };
        Self {
            offers: offers.iter().map(range).collect(),
            script: script.to_vec(),
            refusals: Arc::default(),
            drop_takes: Duration::ZERO,
            played: Arc::default(),
            dies_after: u32::MAX,
            runs_on: Duration::ZERO,
        }
    }

    fn refusing(errors: &[cpal::Error]) -> Self {
        let fake = Self::new(&[(1, 16_000, 16_000, SampleFormat::I16)], &[]);
        fake.refusals.lock().unwrap().extend(errors.iter().rev().cloned());
        fake
    }

    fn device(&self) -> cpal::Device {
        cpal::Device::from(cpal::platform::CustomDevice::from_device(self.clone()))
    }

    fn refuse(&self) -> Result<(), cpal::Error> {
        self.refusals.lock().unwrap().pop().map_or(Ok(()), Err)
    }
}

struct Running {
    start: Arc<AtomicBool>,
    stop: Arc<AtomicBool>,
    epoch: Instant,
    drop_takes: Duration,
    runs_on: Duration,
}

impl Drop for Running {
    fn drop(&mut self) {
        std::thread::sleep(self.runs_on);
        self.stop.store(true, Ordering::Relaxed);
        std::thread::sleep(self.drop_takes);
    }
}

impl StreamTrait for Running {
    fn play(&self) -> Result<(), cpal::Error> {
        self.start.store(true, Ordering::Release);
        Ok(())
    }
    fn pause(&self) -> Result<(), cpal::Error> {
        Ok(())
    }
    fn buffer_size(&self) -> Result<u32, cpal::Error> {
        Ok(0)
    }
    fn now(&self) -> StreamInstant {
        StreamInstant::from_nanos(self.epoch.elapsed().as_nanos() as u64)
    }
}

/// Shows `bytes` as a block of `format` to `show`.
#[expect(unsafe_code, reason = "a host has no other way to make a block")]
fn as_data(bytes: &mut [u8], format: SampleFormat, show: impl FnOnce(&mut Data)) {
    let size = format.sample_size();
    // Words of 8 bytes are aligned for every sample format.
    let mut aligned = vec![0u64; bytes.len().div_ceil(8)];
    for (index, &byte) in bytes.iter().enumerate() {
        aligned[index / 8] |= u64::from(byte) << (8 * (index % 8));
    }
    // SAFETY: `aligned` outlives the block and holds at least this many samples, whose bit patterns are
    // all valid.
    let mut data = unsafe { Data::from_parts(aligned.as_mut_ptr().cast(), bytes.len() / size, format) };
    show(&mut data);
    bytes.copy_from_slice(data.bytes());
}

impl cpal::traits::DeviceTrait for Fake {
    type SupportedInputConfigs = std::vec::IntoIter<SupportedStreamConfigRange>;
    type SupportedOutputConfigs = std::vec::IntoIter<SupportedStreamConfigRange>;
    type Stream = Running;

    fn description(&self) -> Result<DeviceDescription, cpal::Error> {
        Ok(DeviceDescriptionBuilder::new("Scripted").build())
    }
    fn id(&self) -> Result<DeviceId, cpal::Error> {
        Err(Kind::UnsupportedOperation.into())
    }
    fn supported_input_configs(&self) -> Result<Self::SupportedInputConfigs, cpal::Error> {
        self.refuse()?;
        Ok(self.offers.clone().into_iter())
    }
    fn supported_output_configs(&self) -> Result<Self::SupportedOutputConfigs, cpal::Error> {
        self.supported_input_configs()
    }
    fn default_input_config(&self) -> Result<SupportedStreamConfig, cpal::Error> {
        Err(Kind::UnsupportedConfig.into())
    }
    fn default_output_config(&self) -> Result<SupportedStreamConfig, cpal::Error> {
        Err(Kind::UnsupportedConfig.into())
    }

    fn build_input_stream_raw<D, E>(
        &self,
        _: StreamConfig,
        format: SampleFormat,
        mut on_data: D,
        mut on_error: E,
        _: Option<Duration>,
    ) -> Result<Running, cpal::Error>
    where
        D: FnMut(&Data, &InputCallbackInfo) + Send + 'static,
        E: FnMut(cpal::Error) + Send + 'static,
    {
        self.refuse()?;
        let (start, stop) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicBool::new(false)));
        let (script, started) = (self.script.clone(), Arc::clone(&start));
        std::thread::spawn(move || {
            while !started.load(Ordering::Acquire) {
                std::thread::yield_now();
            }
            for step in script {
                match step {
                    Step::Bytes(mut bytes) => as_data(&mut bytes, format, |data| {
                        let (capture, callback) =
                            (StreamInstant::from_nanos(0), StreamInstant::from_nanos(1000));
                        on_data(data, &InputCallbackInfo::new(InputStreamTimestamp { callback, capture }));
                    }),
                    Step::Fail(kind) => on_error(kind.into()),
                }
            }
        });
        Ok(Running {
            start,
            stop,
            epoch: Instant::now(),
            drop_takes: self.drop_takes,
            runs_on: Duration::ZERO,
        })
    }

    fn build_output_stream_raw<D, E>(
        &self,
        config: StreamConfig,
        format: SampleFormat,
        mut on_data: D,
        mut on_error: E,
        _: Option<Duration>,
    ) -> Result<Running, cpal::Error>
    where
        D: FnMut(&mut Data, &OutputCallbackInfo) + Send + 'static,
        E: FnMut(cpal::Error) + Send + 'static,
    {
        let (start, stop) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicBool::new(false)));
        let (stopped, played, dies_after) = (Arc::clone(&stop), Arc::clone(&self.played), self.dies_after);
        let epoch = Instant::now();
        std::thread::spawn(move || {
            // The burst of errors that a sound server gives at the start.
            on_error(Kind::BackendError.into());
            for block in 0.. {
                if stopped.load(Ordering::Relaxed) {
                    return;
                }
                if block == dies_after {
                    on_error(Kind::DeviceNotAvailable.into());
                    return;
                }
                let mut bytes = vec![0u8; 100 * usize::from(config.channels) * format.sample_size()];
                as_data(&mut bytes, format, |data| {
                    let callback = StreamInstant::from_nanos(epoch.elapsed().as_nanos() as u64);
                    let playback = callback + Duration::from_millis(50);
                    on_data(data, &OutputCallbackInfo::new(OutputStreamTimestamp { callback, playback }));
                });
                played.lock().unwrap().extend(bytes);
                std::thread::sleep(Duration::from_millis(1));
            }
        });
        Ok(Running { start, stop, epoch, drop_takes: Duration::ZERO, runs_on: self.runs_on })
    }
}

impl fmt::Display for Fake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Scripted")
    }
}

impl fmt::Debug for Fake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Scripted")
    }
}

impl PartialEq for Fake {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Fake {}

impl Hash for Fake {
    fn hash<H: Hasher>(&self, _: &mut H) {}
}

fn open(fake: &Fake) -> Result<(Microphone, Drain)> {
    let mut microphone = Microphone::new(fake.device(), "test:mic", None, None)?;
    let (feed, drain) = ring(microphone.info().rate, microphone.info().channels);
    microphone.start(feed)?;
    Ok((microphone, drain))
}

fn wait_for(what: &str, mut ready: impl FnMut() -> bool) {
    for _ in 0..2000 {
        if ready() {
            return;
        }
        std::thread::sleep(Duration::from_millis(1));
    }
    panic!("{what} never came");
}

fn bytes<const N: usize>(values: &[[u8; N]]) -> Vec<u8> {
    values.concat()
}

macro_rules! ne {
    ($($value:expr),*) => { bytes(&[$($value.to_ne_bytes()),*]) };
}

/// Oracle: the lowest code is -1, the middle 0, and three quarters of the range half of full scale.
#[test]
fn every_sample_format_is_converted_exactly() {
    let cases: Vec<(SampleFormat, Vec<u8>)> = vec![
        (SampleFormat::I8, ne![i8::MIN, 0i8, 64i8]),
        (SampleFormat::U8, ne![0u8, 128u8, 192u8]),
        (SampleFormat::I16, ne![i16::MIN, 0i16, 0x4000i16]),
        (SampleFormat::U16, ne![0u16, 0x8000u16, 0xc000u16]),
        // The fourth byte is not defined: sound servers leave it 0 where a driver extends the sign.
        (SampleFormat::I24, ne![0x0080_0000u32, 0xff00_0000u32, 0x0040_0000u32]),
        (SampleFormat::I24, ne![0xff80_0000u32, 0u32, 0x5540_0000u32]),
        (SampleFormat::U24, ne![0u32, 0xab80_0000u32, 0x00c0_0000u32]),
        (SampleFormat::I32, ne![i32::MIN, 0i32, 0x4000_0000i32]),
        (SampleFormat::U32, ne![0u32, 0x8000_0000u32, 0xc000_0000u32]),
        (SampleFormat::I64, ne![i64::MIN, 0i64, 0x4000_0000_0000_0000i64]),
        (SampleFormat::U64, ne![0u64, 0x8000_0000_0000_0000u64, 0xc000_0000_0000_0000u64]),
        (SampleFormat::F32, ne![-1.0f32, 0.0f32, 0.5f32]),
        (SampleFormat::F64, ne![-1.0f64, 0.0f64, 0.5f64]),
    ];
    for (format, raw) in cases {
        let fake = Fake::new(&[(1, 44_100, 44_100, format)], &[Step::Bytes(raw)]);
        let (microphone, mut drain) = open(&fake).unwrap();
        let wide =
            !matches!(format, SampleFormat::I8 | SampleFormat::U8 | SampleFormat::I16 | SampleFormat::U16);
        assert_eq!(microphone.info().bits, if wide { 24 } else { 16 });
        assert_eq!(microphone.info().format, format.to_string());
        let mut samples = Vec::new();
        wait_for("a block", || drain.next(&mut samples).is_some());
        assert_eq!(samples, [-1.0, 0.0, 0.5], "{format}");
    }
}

/// Oracle: every 16-bit code, and 24-bit codes around every power of two.
#[test]
fn integers_up_to_24_bits_lose_nothing() {
    let raw: Vec<u8> = (i16::MIN..=i16::MAX).flat_map(i16::to_ne_bytes).collect();
    let (_mic, mut drain) =
        open(&Fake::new(&[(1, 48_000, 48_000, SampleFormat::I16)], &[Step::Bytes(raw)])).unwrap();
    let mut samples = Vec::new();
    wait_for("a block", || drain.next(&mut samples).is_some());
    assert!((i16::MIN..=i16::MAX).eq(samples.iter().map(|v| (v * 32_768.0) as i16)));

    let codes: Vec<i32> = (0..23).flat_map(|n| [(1 << n) - 1, 1 << n, -(1 << n), -(1 << n) - 1]).collect();
    let raw: Vec<u8> = codes.iter().flat_map(|code| (code & 0x00ff_ffff).to_ne_bytes()).collect();
    let (_mic, mut drain) =
        open(&Fake::new(&[(1, 8_000, 8_000, SampleFormat::I24)], &[Step::Bytes(raw)])).unwrap();
    wait_for("a block", || drain.next(&mut samples).is_some());
    assert!(codes.iter().copied().eq(samples.iter().map(|v| (v * 8_388_608.0) as i32)));
}

#[test]
fn overruns_stand_before_the_block_that_follows_them() {
    let block = || Step::Bytes(vec![1; 8]);
    let script = [block(), Step::Fail(Kind::Xrun), Step::Fail(Kind::RealtimeDenied), block()];
    let (_mic, mut drain) = open(&Fake::new(&[(2, 48_000, 48_000, SampleFormat::I16)], &script)).unwrap();
    let (mut samples, mut blocks) = (Vec::new(), Vec::new());
    wait_for("two blocks", || {
        blocks.extend(drain.next(&mut samples));
        blocks.len() == 2
    });
    assert_eq!((blocks[0].frame, blocks[0].frames, blocks[0].xruns), (0, 2, 0));
    assert_eq!((blocks[1].frame, blocks[1].frames, blocks[1].xruns), (2, 2, 1));
    assert_eq!(drain.health().loss(), None);
}

#[test]
fn every_way_to_lose_a_device_is_told_apart() {
    for (kind, loss) in [
        (Kind::DeviceNotAvailable, Loss::Gone),
        (Kind::StreamInvalidated, Loss::Invalidated),
        (Kind::HostUnavailable, Loss::Host),
        (Kind::DeviceChanged, Loss::Changed),
    ] {
        let offers = [(1, 48_000, 48_000, SampleFormat::F32)];
        let (_mic, drain) = open(&Fake::new(&offers, &[Step::Fail(kind)])).unwrap();
        wait_for("the loss", || drain.health().loss().is_some());
        assert_eq!(drain.health().loss(), Some(loss));
    }
    let mut script = vec![Step::Fail(Kind::BackendError); 19];
    script.push(Step::Bytes(vec![0; 4]));
    script.extend(vec![Step::Fail(Kind::BackendError); 19]);
    script.push(Step::Bytes(vec![0; 4]));
    let offers = [(1, 48_000, 48_000, SampleFormat::F32)];
    let (_mic, drain) = open(&Fake::new(&offers, &script)).unwrap();
    wait_for("the second block", || drain.health().frames() == 2);
    assert_eq!(drain.health().loss(), None, "errors that pass");
    let storm = vec![Step::Fail(Kind::BackendError); 20];
    let (_mic, drain) = open(&Fake::new(&offers, &storm)).unwrap();
    wait_for("the loss", || drain.health().loss() == Some(Loss::Errors));
}

#[test]
fn a_device_that_cannot_be_opened_says_why_and_what_to_do() {
    let refused = || cpal::Error::with_message(Kind::BackendError, "Connection refused (111)");
    for (error, kind) in [
        (Kind::DeviceBusy.into(), ErrorKind::DeviceBusy),
        (Kind::PermissionDenied.into(), ErrorKind::DevicePermission),
        (Kind::DeviceNotAvailable.into(), ErrorKind::DeviceMissing),
        (Kind::UnsupportedConfig.into(), ErrorKind::Unsupported),
        (cpal::Error::with_message(Kind::BackendError, "odd"), ErrorKind::DeviceMissing),
    ] {
        let error = open(&Fake::refusing(&[error])).err().unwrap();
        assert_eq!(error.kind(), kind);
        assert!(error.message().contains("`test:mic`") && error.hint().is_some(), "{error}");
    }
    // A full queue of the sound server passes, both when asking and when opening.
    assert!(open(&Fake::refusing(&[refused(), refused()])).is_ok());
    let dead = open(&Fake::refusing(&[refused(), refused(), refused()])).err().unwrap();
    assert!(dead.message().contains("no sound server"), "{dead}");
    let dsd = open(&Fake::new(&[(2, 352_800, 352_800, SampleFormat::DsdU8)], &[])).err().unwrap();
    assert_eq!(dsd.kind(), ErrorKind::Unsupported);
}

#[test]
fn a_stream_that_hangs_when_closed_is_left_to_itself() {
    let mut fake = Fake::new(&[(1, 8_000, 8_000, SampleFormat::I16)], &[Step::Bytes(vec![0; 2])]);
    fake.drop_takes = Duration::from_secs(60);
    let (mut microphone, _drain) = open(&fake).unwrap();
    let before = Instant::now();
    microphone.stop();
    let waited = before.elapsed();
    assert!((Duration::from_secs(2)..fake.drop_takes / 2).contains(&waited), "{waited:?}");
}

/// Oracle: the rule in words; see `choose`.
#[test]
fn rate_channels_and_format_are_chosen_by_rule() {
    use SampleFormat::{DsdU8, F32, I16, I32};
    let pick = |offers: &[(u16, u32, u32, SampleFormat)], hz, channel| {
        choose(&Fake::new(offers, &[]).offers, hz, channel)
            .map(|config| (config.channels(), config.sample_rate(), config.sample_format()))
    };
    let server = [(1, 1, 384_000, I16), (2, 1, 384_000, I16), (2, 1, 384_000, F32), (8, 1, 384_000, F32)];
    assert_eq!(pick(&server, 48_000, None), Some((2, 48_000, F32)));
    assert_eq!(pick(&server, 16_000, Some(1)), Some((2, 16_000, F32)));
    assert_eq!(pick(&server, 48_000, Some(5)), Some((8, 48_000, F32)));
    assert_eq!(pick(&server, 48_000, Some(9)), Some((8, 48_000, F32)));
    let card = [(2, 44_100, 44_100, I16), (2, 96_000, 96_000, I32), (2, 44_100, 44_100, I32)];
    assert_eq!(pick(&card, 48_000, None), Some((2, 44_100, I32)));
    assert_eq!(pick(&card, 8_000, None), Some((2, 44_100, I32)));
    assert_eq!(pick(&card, 96_000, None), Some((2, 96_000, I32)));
    assert_eq!(
        pick(&[(1, 48_000, 48_000, I16), (8, 48_000, 48_000, I16)], 48_000, None),
        Some((1, 48_000, I16))
    );
    assert_eq!(pick(&[(4, 48_000, 48_000, I16)], 48_000, None), Some((4, 48_000, I16)));
    assert_eq!(pick(&[(2, 48_000, 48_000, DsdU8)], 48_000, None), None);
    assert_eq!(pick(&[], 48_000, Some(u16::MAX)), None);
}

fn play_through(fake: &Fake, samples: &[f32], rate_hz: u32) -> Result<()> {
    let rate = SampleRate::new(rate_hz).unwrap();
    play_on(fake.device(), samples.into(), rate, "test:spk", &Arc::default())
}

#[test]
fn playback_hands_over_every_sample_and_then_silence_until_the_last_has_sounded() {
    let fake = Fake::new(&[(2, 8_000, 48_000, SampleFormat::I16)], &[]);
    let samples: Vec<f32> = (1..=1234).map(|n| n as f32 / 32_768.0).collect();
    let before = Instant::now();
    play_through(&fake, &samples, 16_000).unwrap();
    assert!(before.elapsed() > Duration::from_millis(150), "50 ms to the loudspeaker, then a tail");
    let played: Vec<i16> = fake
        .played
        .lock()
        .unwrap()
        .chunks_exact(2)
        .map(|bytes| i16::from_ne_bytes([bytes[0], bytes[1]]))
        .collect();
    let expected = (1..=1234).chain(std::iter::repeat(0)).flat_map(|n| [n, n]);
    assert!(expected.zip(&played).all(|(wanted, &got)| wanted == got));
}

#[test]
fn a_take_is_resampled_for_a_loudspeaker_that_has_another_rate() {
    let fake = Fake::new(&[(1, 48_000, 48_000, SampleFormat::F32)], &[]);
    play_through(&fake, &vec![0.25; 1600], 16_000).unwrap();
    let played = fake.played.lock().unwrap();
    let values = played.as_chunks::<4>().0.iter().map(|bytes| f32::from_ne_bytes(*bytes));
    let loud = values.filter(|value| (value - 0.25).abs() < 0.01).count();
    assert!((4600..=4800).contains(&loud), "{loud}");
}

#[test]
fn a_loudspeaker_that_goes_away_is_an_error_and_stopping_is_none() {
    let mut fake = Fake::new(&[(2, 8_000, 48_000, SampleFormat::F32)], &[]);
    fake.dies_after = 3;
    let error = play_through(&fake, &[0.5; 1000], 16_000).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::DeviceLost);
    assert!(error.message().contains("300 of 1000"), "{error}");
    fake.dies_after = u32::MAX;
    let stop = Arc::new(AtomicBool::new(true));
    fake.played.lock().unwrap().clear();
    let samples: Arc<[f32]> = vec![0.5; 1_000_000].into();
    play_on(fake.device(), samples, SampleRate::new(16_000).unwrap(), "test:spk", &stop).unwrap();
    assert!(fake.played.lock().unwrap().iter().all(|&byte| byte == 0), "stopped before the first sample");
    play_through(&fake, &[], 16_000).unwrap();
}

/// Oracle: a loudspeaker that takes 300 ms to close goes on asking, and gets nothing but silence; one block
/// may be in the making when the stop comes.
#[test]
fn a_playback_that_is_stopped_is_silent_from_the_next_block_on() {
    let mut fake = Fake::new(&[(1, 8_000, 48_000, SampleFormat::F32)], &[]);
    fake.runs_on = Duration::from_millis(300);
    let device = fake.device();
    let mut playing = Playing::start(move |stop| {
        let samples: Arc<[f32]> = vec![0.5; 10_000_000].into();
        play_on(device, samples, SampleRate::new(16_000).unwrap(), "test:spk", stop)
    });
    let played = || fake.played.lock().unwrap().len() / 400;
    wait_for("three blocks", || played() >= 3);
    assert_eq!(playing.poll(), None);
    playing.stop();
    let blocks = played();
    wait_for("the end", || playing.poll().is_some());
    assert_eq!(playing.poll(), Some(Ok(())));
    let bytes = fake.played.lock().unwrap();
    assert!(bytes.len() / 400 > blocks + 1, "the loudspeaker asked on");
    assert!(bytes[..1200].iter().any(|&byte| byte != 0), "it sounded");
    assert!(bytes[(blocks + 1) * 400..].iter().all(|&byte| byte == 0));
}
