//! Numbers that cannot be, or that contradict each other: found where a journal is read, before anybody counts with them.

use super::event::{TakeRecord, TakeStart};
use super::record::{SessionRecord, SourceRecord};
use crate::audio::wav::{MAX_DATA_BYTES, WavReader};
use crate::numbers::plural;
use crate::units::{SampleRate, seconds};
use std::path::Path;

/// The most readings that a sheet can ask for.
const MOST_READINGS: u16 = 1000;
/// Bytes of a WAV file besides its samples: 44 or, for floats, 58, and one to make the length even.
const BESIDE: std::ops::RangeInclusive<u64> = 44..=59;
/// What no measurement is beyond, whatever its unit.
const MOST_MEASURED: f64 = 1e12;

/// What a take says of the form of its file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub(crate) struct FileForm {
    /// The rate.
    pub rate: SampleRate,
    /// The channels.
    pub channels: u16,
    /// The frames.
    pub frames: u64,
}

impl FileForm {
    /// Returns what `take` says.
    pub(crate) fn of(take: &TakeRecord) -> Self {
        Self { rate: take.rate, channels: take.channels, frames: take.frames }
    }
}

/// Says in what the header of a take's file contradicts the take, if it does. What is no audio at all is another file
/// than was published, and is found as such.
pub(crate) fn of_file(path: &Path, take: &TakeRecord) -> Option<String> {
    let reader = WavReader::open(path).ok()?;
    let info = reader.info();
    let found = FileForm { rate: info.rate, channels: info.channels, frames: info.frames };
    let said = |form: FileForm| {
        format!("{}, {}, {} frames", form.rate, plural(form.channels.into(), "channel"), form.frames)
    };
    let form = FileForm::of(take);
    (form != found).then(|| format!("the file has {}; its take says {}", said(found), said(form)))
}

/// Says what is wrong with the numbers of a take, if anything is.
pub(crate) fn of_take(take: &TakeRecord) -> Option<String> {
    if let Some(what) = of_reading(take.repetition) {
        return Some(what);
    }
    if take.channel >= take.channels {
        return Some(format!("the speech is on channel {}, from 0, of {}", take.channel, take.channels));
    }
    let (frames, channels) = (u128::from(take.frames), u128::from(take.channels));
    let bits = take.measurements.bits;
    let (least, most) = if bits == 0 { (2, 4) } else { (bits.div_ceil(8), bits.div_ceil(8)) };
    let data = |bytes: u16| frames * channels * u128::from(bytes);
    let fits = u128::from(take.bytes).checked_sub(u128::from(*BESIDE.start()));
    let fits = fits.is_some_and(|bytes| {
        data(least) <= bytes && bytes <= data(most) + u128::from(BESIDE.end() - BESIDE.start())
    });
    if !fits || data(least) > u128::from(MAX_DATA_BYTES) {
        let (frames, channels, bytes) = (take.frames, take.channels, take.bytes);
        return Some(format!("{frames} frames of {channels} channels do not make a file of {bytes} bytes"));
    }
    of_measurements(take)
}

/// Compares what was measured with what the take says; a file that was no audio has no numbers.
fn of_measurements(take: &TakeRecord) -> Option<String> {
    let measured = &take.measurements;
    let (faults, before) = (take.capture.faults(), take.capture.counted());
    if let Some(xruns) = measured.xruns.filter(|&xruns| xruns != faults && xruns != before) {
        return Some(format!("the recorder counted {faults} faults, and {xruns} were judged"));
    }
    if let Some(number) = measured.numbers().into_iter().flatten().find(|number| number.abs() > MOST_MEASURED)
    {
        return Some(format!("{number:e} is beyond all that can be measured"));
    }
    if measured.sr == 0 {
        return None;
    }
    let found = (measured.sr, measured.channels, measured.channel, measured.frames);
    let said = (take.rate.hz(), take.channels, take.channel, take.frames);
    if found != said {
        let words = |(rate, channels, channel, frames): (u32, u16, u16, u64)| {
            format!("{frames} frames at {rate} Hz on channel {channel} of {channels}")
        };
        return Some(format!("{} were measured; the take says {}", words(found), words(said)));
    }
    let length_s = seconds(take.frames, take.rate);
    let is_off = (measured.duration_s - length_s).abs() > 1e-3;
    is_off.then(|| format!("{} s were measured of a take of {length_s} s", measured.duration_s))
}

/// Says what is wrong with the numbers of a start, if anything is.
pub(super) fn of_start(start: &TakeStart) -> Option<String> {
    if !matches!(start.bits, 16 | 24) {
        return Some(format!("{} bits a sample; recordings have 16 or 24", start.bits));
    }
    of_reading(start.repetition)
}

fn of_reading(repetition: u16) -> Option<String> {
    let is_one = (1..=MOST_READINGS).contains(&repetition);
    (!is_one).then(|| format!("the reading has the number {repetition}; there are 1 to {MOST_READINGS}"))
}

/// Says what is wrong with the numbers of a record, if anything is.
pub(super) fn of_record(record: &SessionRecord) -> Option<String> {
    if let SourceRecord::Device { channels, channel, .. } | SourceRecord::File { channels, channel, .. } =
        record.source
        && channel >= channels
    {
        return Some(format!("channel {channel}, from 0, was kept of {channels}"));
    }
    let room = record.room_noise.as_ref()?;
    let is_one = (0.0..=MOST_MEASURED).contains(&room.duration_s);
    (!is_one).then(|| format!("the room was listened to for {} s", room.duration_s))
}
