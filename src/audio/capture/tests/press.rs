//! Tests of presses: where a take begins and ends when the tape hears of it late, and what a slow sink costs.

use super::*;
use std::sync::mpsc::{Receiver, Sender, channel};

const SECOND_NS: u64 = 1_000_000_000;

/// Oracle: the frames' own numbers, which are 8 to the millisecond.
#[test]
fn a_press_is_where_its_stamp_says_however_late_the_take_begins() {
    // Pressed at, begun at, held; the first frame and the pre-roll that there must be.
    for (pressed_ms, begun_ms, held, first_ms, pre_ms) in [
        (6000, 6000, false, 5500, 500),
        (6000, 9000, false, 5500, 500),
        // Without a hold 4 s are remembered.
        (6000, 9800, false, 5800, 200),
        (6000, 11_000, false, 7000, 0),
        (6000, 11_000, true, 5500, 500),
        (6000, 40_000, true, 5500, 500),
        // What was pressed in the future is pressed now.
        (90_000, 6000, true, 5500, 500),
        // A hold is let go after a minute, and remembers from 4 s before it on.
        (6000, 65_900, true, 5500, 500),
        (6000, 67_000, true, 63_000, 0),
        (1000, 6500, true, 2000, 0),
    ] {
        let bench = Bench::new(&[Step::Audio(ms(80_000))], 500, 200);
        bench.until(6000);
        assert_eq!(bench.tape.now_ns(), 6 * SECOND_NS);
        if held {
            bench.tape.hold();
        }
        bench.until(begun_ms);
        let options =
            TakeOptions { pressed_ns: Some(pressed_ms * SECOND_NS / 1000), ..TakeOptions::default() };
        bench.tape.begin(Box::new(Memory::default()), options).unwrap();
        bench.pass(1000);
        let (ended, _) = bench.end();
        let case = format!("pressed at {pressed_ms} ms, begun at {begun_ms} ms, held: {held}");
        assert_eq!(ended.facts.pre_roll_frames, ms(pre_ms), "{case}");
        assert_eq!(ended.facts.post_roll_frames, ms(200), "{case}");
        assert_eq!((ended.facts.clock_rate_hz, ended.facts.lost_frames), (None, 0), "{case}");
        assert_eq!(ended.frames, ms(begun_ms + 1000 + 200 - first_ms), "{case}");
        assert_eq!(unbroken(&samples_of(ended)), ms(first_ms) % 16_000, "{case}");
    }
}

#[test]
fn what_is_held_is_forgotten_when_it_is_let_go_and_by_the_take_that_it_was_held_for() {
    let bench = Bench::new(&[Step::Audio(ms(40_000))], 500, 200);
    let pre_roll = |pressed_ms: u64| {
        let options =
            TakeOptions { pressed_ns: Some(pressed_ms * SECOND_NS / 1000), ..TakeOptions::default() };
        bench.tape.begin(Box::new(Memory::default()), options).unwrap();
        bench.end().0.facts.pre_roll_frames
    };
    bench.until(5000);
    bench.tape.hold();
    bench.until(10_000);
    bench.tape.release();
    bench.settle();
    assert_eq!(pre_roll(5000), 0, "let go");
    bench.tape.hold();
    let held_ms = bench.now_ms();
    bench.pass(6000);
    assert_eq!(pre_roll(held_ms), ms(500), "held");
    bench.pass(6000);
    assert_eq!(pre_roll(held_ms + 1000), 0, "the take before was what it was held for");
}

#[test]
fn a_take_ends_where_the_stamp_of_its_end_says_and_keeps_what_it_had_by_then() {
    for (pressed_ms, asked_ms, over_ms, post_ms) in [
        (3000, 3000, 3200, 200),
        (3000, 3150, 3200, 200),
        (3000, 4000, 4000, 1000),
        // Before the take's own press, and in the future.
        (500, 3000, 3000, 1000),
        (9000, 3000, 3200, 200),
    ] {
        let bench = Bench::new(&[Step::Audio(ms(9000))], 500, 200);
        bench.until(2000);
        bench.begin();
        bench.until(asked_ms);
        let mut pending = bench.tape.start_ending(Some(pressed_ms * SECOND_NS / 1000));
        let ended = bench.wait_for("the end", |_| pending.poll()).unwrap();
        assert_eq!(ended.frames, ms(over_ms - 1500), "pressed at {pressed_ms}, asked at {asked_ms}");
        assert_eq!(ended.facts.post_roll_frames, ms(post_ms), "pressed at {pressed_ms}, asked at {asked_ms}");
    }
}

/// A sink that hangs in its first write until it is told to go on.
struct Slow {
    memory: Memory,
    hangs: Option<Receiver<()>>,
    entered: Sender<()>,
}

impl TakeSink for Slow {
    fn write(&mut self, samples: &[f32]) -> Result<()> {
        if let Some(hangs) = self.hangs.take() {
            self.entered.send(()).unwrap();
            hangs.recv().unwrap();
        }
        self.memory.write(samples)
    }
}

/// The thread that writes is the thread that empties the ring.
#[test]
fn a_disk_that_hangs_for_ten_seconds_costs_no_frame_at_any_rate() {
    // The frames of the greatest rate are counted, not waited for: the ring is as long as the rate asks.
    assert!([1_000, 8_000, 48_000, 192_000, SampleRate::MAX_HZ].iter().all(|&hz| {
        let (feed, _drain) = ring(SampleRate::new(hz).unwrap(), 2);
        feed.has_room(10 * hz as usize)
    }));
    let bench = Bench::new(&[Step::Audio(ms(30_000))], 500, 200);
    bench.until(2000);
    let ((go_on, hangs), (entered, is_in)) = (channel(), channel());
    let sink = Slow { memory: Memory::default(), hangs: Some(hangs), entered };
    bench.tape.begin(Box::new(sink), TakeOptions::default()).unwrap();
    is_in.recv().unwrap();
    for _ in 0..1000 {
        let now = bench.now.fetch_add(ms(10), Ordering::SeqCst) + ms(10);
        bench.hardware.lock().unwrap().work(now);
    }
    go_on.send(()).unwrap();
    let (ended, _) = bench.end();
    let facts = &ended.facts;
    assert_eq!((facts.lost_frames, facts.stalls, facts.clock_rate_hz), (0, 0, None));
    assert_eq!((facts.slept_ms, bench.tape.slept_ms()), (0, 0), "only one thread hung");
    let sink: Box<dyn Any> = ended.sink;
    let samples = sink.downcast::<Slow>().unwrap().memory.samples;
    assert_eq!((unbroken(&samples), samples.len() as u64), (ms(1500), ms(10_000 + 500 + 200)));
}
