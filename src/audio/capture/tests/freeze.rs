//! Tests of a program that is stopped for a while, as Ctrl-Z does, with a sound server as one was measured: it keeps the first
//! eleven seconds and gives them back in one burst, drops the rest, and states for as long again that live audio is old.

use super::*;

/// What the server keeps, in milliseconds.
const KEPT_MS: u64 = 11_000;

/// A microphone behind such a server; the program is frozen `at_ms` after the start for `for_ms`.
fn frozen(at_ms: u64, for_ms: u64) -> Vec<Step> {
    let dropped = for_ms.saturating_sub(KEPT_MS);
    vec![Step::Audio(ms(at_ms + for_ms - dropped)), Step::Skip(ms(dropped)), Step::Audio(ms(60_000))]
}

impl Bench {
    /// Lets time pass in which neither thread does anything.
    fn freeze(&self, for_ms: u64) {
        let now = self.now.fetch_add(ms(for_ms), Ordering::SeqCst) + ms(for_ms);
        let mut hardware = self.hardware.lock().unwrap();
        hardware.lies_until = now + ms(for_ms.saturating_sub(KEPT_MS));
        hardware.work(now);
    }
}

/// Oracle: the frames' own numbers, and where the microphone was at each moment.
#[test]
fn after_a_freeze_the_next_take_is_where_it_was_pressed_and_ends_in_time() {
    for (for_ms, after_ms) in [(20_000, 2000), (60_000, 2000), (60_000, 700), (60_000, 9000), (12_000, 2000)]
    {
        let bench = Bench::new(&frozen(4000, for_ms), 500, 500);
        bench.until(4000);
        bench.freeze(for_ms);
        bench.pass(after_ms);
        let pressed_ms = bench.now_ms();
        bench.begin();
        bench.pass(4000);
        let (ended, took_ms) = bench.end();
        let case = format!("frozen for {for_ms} ms, pressed {after_ms} ms later");
        assert_eq!(took_ms, 500, "{case}");
        let facts = &ended.facts;
        assert_eq!((facts.slept_ms, facts.clock_rate_hz, facts.clock_missing_frames), (0, None, 0), "{case}");
        assert_eq!((facts.pre_roll_frames, facts.post_roll_frames), (ms(500), ms(500)), "{case}");
        assert_eq!(ended.frames, ms(5000), "{case}");
        let first = unbroken(&samples_of(ended));
        assert_eq!(first, ms(pressed_ms - (for_ms - KEPT_MS) - 500) % 16_000, "{case}");
        let slept_ms = bench.tape.slept_ms();
        assert!((for_ms - 20..=for_ms).contains(&slept_ms), "{case}: {slept_ms}");
    }
}

#[test]
fn a_press_in_the_burst_has_no_frame_of_before_the_freeze() {
    let bench = Bench::new(&frozen(4000, 20_000), 500, 500);
    bench.until(4000);
    bench.freeze(20_000);
    bench.pass(200);
    bench.begin();
    bench.pass(1000);
    let (ended, took_ms) = bench.end();
    assert_eq!((took_ms, ended.facts.slept_ms), (500, 0));
    let before = ended.facts.pre_roll_frames;
    assert!((1..ms(200)).contains(&before), "{before} frames from before the press, and none of the burst");
    assert_eq!(ended.frames, before + ms(1500));
    unbroken(&samples_of(ended));
}

#[test]
fn a_freeze_inside_a_take_is_told_and_ends_with_it() {
    for for_ms in [20_000, 60_000] {
        let bench = Bench::new(&frozen(4000, for_ms), 500, 500);
        bench.until(3000);
        bench.begin();
        bench.until(4000);
        bench.freeze(for_ms);
        bench.pass(100);
        let (ended, took_ms) = bench.end();
        assert_eq!(took_ms, 500);
        let facts = ended.facts;
        assert!((for_ms - 20..=for_ms).contains(&facts.slept_ms), "{facts:?}");
        let clock = (facts.clock_rate_hz, facts.clock_missing_frames, facts.stalls, facts.lost_frames);
        assert_eq!(clock, (None, 0, 0, 0), "{facts:?}");
        bench.pass(500);
        let next = bench.take(1000);
        assert_eq!((next.facts.slept_ms, next.facts.pre_roll_frames), (0, ms(500)));
        unbroken(&samples_of(next));
    }
}

#[test]
fn an_end_that_was_asked_for_comes_a_second_late_at_most() {
    // What was asked for before the freeze comes with what the server has kept.
    let bench = Bench::new(&frozen(4000, 20_000), 500, 500);
    bench.until(3000);
    bench.begin();
    bench.until(4000);
    let mut pending = bench.tape.start_ending(None);
    bench.settle();
    bench.freeze(20_000);
    bench.pass(1000);
    let ended = pending.poll().expect("a second after the freeze it has ended").unwrap();
    assert_eq!((ended.facts.post_roll_frames, ended.frames), (ms(500), ms(2000)));
    // A microphone whose stamps say without any freeze that all is old.
    let bench = Bench::new(&[Step::Audio(ms(60_000))], 500, 500);
    bench.until(4000);
    bench.hardware.lock().unwrap().lies_until = ms(50_000);
    bench.pass(2000);
    bench.begin();
    bench.pass(1000);
    let (_, took_ms) = bench.end();
    assert!(took_ms <= 1510, "{took_ms} ms");
}

#[test]
fn a_freeze_for_which_nothing_is_missing_and_a_hang_of_the_server_cost_nothing() {
    let bench = Bench::new(&frozen(4000, 8000), 500, 500);
    bench.until(3000);
    bench.begin();
    bench.until(4000);
    bench.freeze(8000);
    bench.pass(1000);
    let (ended, took_ms) = bench.end();
    assert_eq!((took_ms, ended.facts.slept_ms, ended.facts.clock_rate_hz), (500, 0, None));
    assert_eq!(ended.frames, ms(500 + 1000 + 8000 + 1000 + 500));
    unbroken(&samples_of(ended));
    for hang_ms in [2000, 60_000] {
        let steps = [Step::Audio(ms(1500)), Step::Hang(ms(hang_ms)), Step::Audio(ms(90_000))];
        let bench = Bench::new(&steps, 100, 600);
        bench.begin();
        bench.until(1500 + hang_ms + 1000);
        let (ended, _) = bench.end();
        let facts = ended.facts;
        let seen = (facts.stalls, facts.slept_ms, facts.lost_frames, bench.tape.slept_ms());
        assert_eq!(
            seen,
            (1, 0, u64::from(hang_ms > 12_000) * facts.lost_frames, 0),
            "a hang of {hang_ms} ms"
        );
    }
}
