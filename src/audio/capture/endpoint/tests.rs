//! Tests of the rules on levels: stretches of constant magnitude, whose RMS in any window is that magnitude.

use super::super::floor::Floor;
use super::*;

const ROOM: EndpointSpec = EndpointSpec { room_dbfs: Some(-60.0), expected_ms: None, has_pauses: false };

fn rate(hz: u32) -> SampleRate {
    SampleRate::new(hz).unwrap()
}

/// A text that takes so long, without places to pause at.
fn text(expected_ms: u64) -> EndpointSpec {
    EndpointSpec { expected_ms: Some(expected_ms), ..ROOM }
}

fn samples(stretches: &[(u64, f64)], rate: SampleRate) -> Vec<f32> {
    let stretch = |&(length, level): &(u64, f64)| {
        let value = libm::pow(10.0, level / 20.0) as f32;
        (0..frames_in_ms(length, rate)).map(move |n| if n % 2 == 0 { value } else { -value })
    };
    stretches.iter().flat_map(stretch).collect()
}

/// What becomes clear, in milliseconds: where a voice has begun, when it is over, and where the speech lies.
#[derive(Debug, Default, PartialEq)]
struct Told {
    begun: Option<u64>,
    over: Option<u64>,
    speech: Option<(u64, u64)>,
}

/// Listens to samples in blocks, from a press on.
fn heard(spec: EndpointSpec, samples: &[f32], rate: SampleRate, press_ms: u64, block: usize) -> Told {
    let mut floor = Floor::new(rate, 0);
    let mut endpoint = Endpoint::new(spec, rate, frames_in_ms(press_ms, rate));
    let ms = |frames: u64| (frames * 1000 + u64::from(rate.hz()) / 2) / u64::from(rate.hz());
    let mut told = Told::default();
    for block in samples.chunks(block) {
        for &sample in block {
            floor.push(Some(sample));
        }
        let steps: Vec<Heard> = floor.after(endpoint.heard()).collect();
        for step in steps {
            match endpoint.hear(step) {
                Some(Turn::Begun(at)) => told.begun = Some(ms(at)),
                Some(Turn::Over { at, speech }) => {
                    assert_eq!(told.over, None, "it is over once");
                    told.over = Some(ms(at));
                    told.speech = speech.map(|speech| (ms(speech.start), ms(speech.end)));
                }
                None => {}
            }
        }
    }
    told
}

/// Listens to stretches of (milliseconds, dBFS) from the press on, after two seconds of the room.
fn reading(spec: EndpointSpec, stretches: &[(u64, f64)]) -> Told {
    let stretches = [&[(2000, -60.0)], stretches, &[(9000, -60.0)]].concat();
    heard(spec, &samples(&stretches, rate(8_000)), rate(8_000), 2000, 400)
}

const READING: [(u64, f64); 6] =
    [(1000, -60.0), (800, -25.0), (900, -60.0), (700, -28.0), (3000, -60.0), (3000, -20.0)];

/// Oracle: the stretches themselves. The window is silent 100 ms after the speech, and 1.7 s follow.
#[test]
fn start_and_end_are_the_frames_of_the_speech_whatever_the_blocks() {
    for hz in [8_000, 11_025, 48_000] {
        let samples = samples(&READING, rate(hz));
        for block in [1, 7, 480, 48_000, samples.len()] {
            let told = heard(ROOM, &samples, rate(hz), 500, block);
            let wanted = Told { begun: Some(1000), over: Some(5200), speech: Some((1000, 3400)) };
            assert_eq!(told, wanted, "{hz} Hz, blocks of {block}");
        }
    }
}

/// Oracle: the pauses that the rules promise, to a step of 10 ms.
#[test]
fn the_silence_that_ends_a_reading_fits_its_text() {
    let long = EndpointSpec { has_pauses: true, ..text(3000) };
    for (spec, said_ms, pause_ms) in [
        (text(1000), 1000, 900),
        (text(1000), 720, 900),
        // They may have a word to go: one or two of three.
        (text(1000), 600, 1700),
        (text(1000), 300, 1700),
        (text(1600), 1600, 1700),
        (EndpointSpec { has_pauses: true, ..text(1500) }, 1500, 1700),
        (text(3000), 3000, 1700),
        (text(3000), 1000, 2500),
        (long, 2500, 1700),
        // Nobody is half as fast as usual: it was all read.
        (text(1900), 4000, 900),
        (ROOM, 1000, 1700),
    ] {
        let told = reading(spec, &[(700, -60.0), (said_ms, -25.0)]);
        let end_ms = 2000 + 700 + said_ms;
        assert_eq!(told.over, Some(end_ms + 100 + pause_ms), "{spec:?}, {said_ms} ms said");
        assert_eq!(told.speech, Some((2700, end_ms)));
    }
    // A breath of 1.4 s anywhere in a sentence of 4 s.
    for before_ms in (200..4000).step_by(200) {
        let stretches = [(500, -60.0), (before_ms, -25.0), (1400, -60.0), (4000 - before_ms, -25.0)];
        let told = reading(EndpointSpec { has_pauses: true, ..text(4000) }, &stretches);
        assert_eq!(told.speech, Some((2500, 2500 + 5400)), "a pause after {before_ms} ms");
    }
}

#[test]
fn a_reader_who_thinks_is_waited_for_and_one_who_is_not_there_is_not() {
    let silence = Told { begun: None, over: Some(17_000), speech: None };
    assert_eq!(reading(ROOM, &[(30_000, -60.0)]), silence);
    // A click, and talk that ended before the press, are no reading.
    assert_eq!(reading(ROOM, &[(500, -60.0), (50, -20.0), (30_000, -60.0)]), silence);
    let before = samples(&[(1000, -60.0), (990, -20.0), (30_000, -60.0)], rate(8_000));
    assert_eq!(heard(ROOM, &before, rate(8_000), 2000, 80), silence);
    let told = reading(ROOM, &[(14_500, -60.0), (2000, -25.0)]);
    assert_eq!((told.begun, told.speech), (Some(16_500), Some((16_500, 18_500))));
    // A click in the silence after the last word neither adds to the reading nor holds it up.
    let told = reading(text(1000), &[(500, -60.0), (1000, -25.0), (500, -60.0), (40, -20.0), (2000, -60.0)]);
    assert_eq!((told.over, told.speech), (Some(4500), Some((2500, 3500))));
    // Somebody who never stops is stopped.
    let told = reading(ROOM, &[(1000, -60.0), (20_000, -25.0), (20_000, -27.0)]);
    assert!(told.over.unwrap() <= 3000 + 30_000 + 100, "{told:?}");
}

/// Oracle: the room is the least of 5 s, so that is how long a louder one takes to be believed.
#[test]
fn a_room_that_gets_louder_holds_a_reading_up_for_five_seconds_at_most() {
    for louder in [5.0, 8.0, 9.0, 10.0, 11.0, 14.0, 20.0] {
        let fan = -60.0 + louder;
        // After the last word, in the middle of the reading, and before it.
        let after = [(500, -60.0), (2000, -25.0), (300, -60.0), (30_000, fan)];
        let told = reading(text(2000), &after);
        assert_eq!(told.speech, Some((2500, 4500)), "{louder} dB after it");
        assert!(told.over.unwrap() <= 4500 + 300 + 5100, "{louder} dB after it: {told:?}");
        let inside = [(500, -60.0), (1000, -25.0), (600, fan), (1000, -25.0), (30_000, fan)];
        let told = reading(text(2000), &inside);
        // Against the fan the first steps of the voice are not loud any more.
        let (start, end) = told.speech.unwrap();
        assert!((2500..=2550).contains(&start) && end == 5100, "{louder} dB in it: {told:?}");
        assert!(told.over.unwrap() <= 5100 + 5100, "{louder} dB in it: {told:?}");
        let stretches = [(60_000, fan), (2000, -25.0), (9000, fan)];
        let told = heard(text(2000), &samples(&stretches, rate(8_000)), rate(8_000), 59_000, 80);
        let (start, end) = told.speech.unwrap();
        assert_eq!(
            (told.begun, told.over, end),
            (Some(start), Some(63_800), 62_000),
            "{louder} dB for a minute"
        );
        assert!((60_000..=60_050).contains(&start), "{louder} dB for a minute: {told:?}");
    }
}

#[test]
fn talk_while_the_room_was_listened_to_does_not_make_a_reader_inaudible() {
    let spec = EndpointSpec { room_dbfs: Some(-30.0), ..text(2000) };
    let stretches = [(3000, -30.0), (1000, -65.0), (2000, -40.0), (9000, -65.0)];
    let told = heard(spec, &samples(&stretches, rate(8_000)), rate(8_000), 3500, 80);
    assert_eq!(told.speech, Some((4000, 6000)));
}

#[test]
fn digital_silence_is_silence_and_a_room_that_was_not_measured_has_a_level() {
    for (room_dbfs, level, is_speech) in
        [(None, -42.9, true), (None, -43.1, false), (Some(-95.0), -57.9, true), (Some(-95.0), -58.1, false)]
    {
        let spec = EndpointSpec { room_dbfs, ..EndpointSpec::default() };
        let samples = samples(&[(1000, level), (17_000, -200.0)], rate(16_000));
        let told = heard(spec, &samples, rate(16_000), 0, 160);
        assert_eq!(told.speech.is_some(), is_speech, "{level}");
        assert_eq!(told.begun.is_some(), is_speech, "{level}");
    }
}
