//! Any bytes as a WAV file: an error or samples, never a panic, and never more samples than bytes.

#![no_main]

use booth::audio::WavReader;
use libfuzzer_sys::fuzz_target;
use std::io::Cursor;

fuzz_target!(|bytes: &[u8]| {
    let Ok(mut reader) = WavReader::new(Cursor::new(bytes)) else { return };
    let info = reader.info().clone();
    assert!(info.frames * u64::from(info.channels) <= bytes.len() as u64);
    let channel = info.channels - 1;
    let mut out = [0f64; 300];
    let mut frames = 0;
    loop {
        let count = reader.read_f64(channel, &mut out).expect("the samples are in memory");
        if count == 0 {
            break;
        }
        assert!(out[..count].iter().all(|value| value.is_finite()));
        frames += count as u64;
    }
    assert_eq!(frames, info.frames);
    reader.rewind().expect("the samples are in memory");
    let mut all = vec![0f32; usize::from(info.channels) * 7];
    while reader.read_interleaved(&mut all).expect("the samples are in memory") > 0 {}
});
