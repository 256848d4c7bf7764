//! A sitting at the terminal, from the first prompt to the last.

use crate::face::clock::SystemClock;
use crate::face::line::input::{Input, Line as Given, Typed};
use crate::face::line::interrupt;
use crate::face::line::out::data_json;
use crate::face::line::report;
use crate::face::line::screen::Screen;
use booth::Result;
use booth::quality::Verdict;
use booth::rows::Line;
use booth::sitting::TakeRow;
use booth::sitting::{
    Asked, CloseReason, Command, Mode, Notice, OWN_WISH, Phase, Refusal, ShownTake, Sitting, SkipReason,
    ViewState,
};
use std::time::Duration;

/// How often the microphone and the keyboard are looked at.
pub(crate) const POLL: Duration = Duration::from_millis(10);
/// How often the level meter is drawn, in polls.
const METER_POLLS: u32 = 8;
/// A recording that is not stored after so long is worth a word, in milliseconds.
const SLOW_MS: u64 = 900;

/// How a sitting is driven from here.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Drive {
    /// Whether files are played as the microphone: a recording then ends by itself.
    pub plays_files: bool,
    /// Whether each take is written to stdout.
    pub json: bool,
}

/// What is on the screen.
struct Drawn {
    state: u64,
    since_ms: u64,
    is_slow: bool,
}

/// Runs the sitting to its end.
pub(crate) fn drive(
    how: Drive,
    sitting: &mut Sitting,
    input: &mut Input,
    screen: &mut Screen<'_>,
    clock: &SystemClock,
) -> Result<CloseReason> {
    let mut drawn: Option<Drawn> = None;
    let mut stopping = false;
    let mut has_offered = false;
    let mut polls = 0u32;
    let mut notices = sitting.start(clock.elapsed_ms());
    loop {
        for notice in std::mem::take(&mut notices) {
            if let Some(reason) = show(&notice, how, screen)? {
                return Ok(reason);
            }
        }
        let view = sitting.view();
        screen.set_keys(view.mode != Mode::HandsFree);
        offer_a_break(&view, &mut has_offered, screen);
        if drawn.as_ref().is_none_or(|drawn| drawn.state != view.state) {
            screen.draw(&view, sitting.media().as_deref());
            let since_ms = clock.elapsed_ms();
            sitting.drawn(view.state, since_ms);
            drawn = Some(Drawn { state: view.state, since_ms, is_slow: false });
        }
        let now_ms = clock.elapsed_ms();
        if interrupt::seen() && !stopping {
            stopping = true;
            notices = sitting.command(&Command::Interrupt, now_ms);
            continue;
        }
        let shown_ms = drawn.as_ref().map_or(now_ms, |drawn| drawn.since_ms);
        notices = if let Some((command, at_ms)) = typed(how, input, &view, sitting, screen, shown_ms, now_ms)
        {
            match at_ms {
                Some(pressed_ms) if input.is_by_hand() => sitting.press(&command, pressed_ms, now_ms),
                Some(given_ms) => sitting.command_at(&command, given_ms, now_ms),
                None => sitting.command(&command, now_ms),
            }
        } else {
            std::thread::sleep(POLL);
            sitting.poll(clock.elapsed_ms())
        };
        polls = polls.wrapping_add(1);
        if sitting.phase() == Phase::Recording && polls.is_multiple_of(METER_POLLS) {
            screen.meter(sitting.level());
        }
        if let Some(drawn) = drawn.as_mut().filter(|drawn| !drawn.is_slow)
            && view.phase == Phase::Judging
            && clock.elapsed_ms() - drawn.since_ms >= SLOW_MS
        {
            drawn.is_slow = true;
            screen.still_judging();
        }
    }
}

/// Offers a break, once until one is taken.
fn offer_a_break(view: &ViewState, has_offered: &mut bool, screen: &mut Screen<'_>) {
    if view.offers_break && !*has_offered {
        screen.offer_a_break();
    }
    *has_offered =
        view.offers_break || *has_offered && !matches!(view.phase, Phase::Showing | Phase::Verdict);
}

/// Shows a notice; returns why the sitting is over, when it is.
fn show(notice: &Notice, how: Drive, screen: &mut Screen<'_>) -> Result<Option<CloseReason>> {
    match notice {
        Notice::Take { session, take } => {
            if how.json {
                data_json(&Line::new("take", &TakeRow::of(session, take)))?;
            }
            screen.capture(take);
        }
        Notice::NoTake(error) | Notice::NotPlayed(error) | Notice::Failed(error) => screen.trouble(error),
        Notice::DeviceLost(error) => screen.device_lost(error),
        Notice::DeviceBack(name) => screen.device_back(name),
        Notice::Remarks(remarks) => screen.remarks(remarks),
        Notice::Muted { name, muted } => screen.muted(name, *muted),
        Notice::TooLong(longest) => screen.too_long(*longest),
        Notice::Slept(ms) => screen.slept(*ms),
        // A key that was pressed before there was anything to answer is no mistake to be told of.
        Notice::Refused(Refusal::Unseen) => {}
        Notice::Refused(why) => screen.refused(*why),
        Notice::Reported => screen.reported(),
        Notice::Closed(reason) => return Ok(Some(*reason)),
    }
    Ok(None)
}

/// The command of a line typed, if it is one here, and when it was typed.
fn typed(
    how: Drive,
    input: &mut Input,
    view: &ViewState,
    sitting: &mut Sitting,
    screen: &mut Screen<'_>,
    shown_ms: u64,
    now_ms: u64,
) -> Option<(Command, Option<u64>)> {
    // What is written in advance waits for what it answers, and so does all while files are played as the microphone, which
    // end by themselves. A hand's key that came too soon is for the sitting to tell.
    let keys = view.mode != Mode::HandsFree;
    let is_waiting = match view.phase {
        Phase::Judging => !input.is_by_hand(),
        Phase::Recording => keys && how.plays_files,
        _ => false,
    };
    if is_waiting {
        return None;
    }
    if view.phase == Phase::Done && !input.is_by_hand() {
        return Some((Command::Quit, None));
    }
    match input.poll()? {
        Typed::Text(Given { text, at_ms }) => {
            let command = command(&text, view, sitting, screen)?;
            // Written in advance, it is given when it is read.
            let at_ms = if input.is_by_hand() || at_ms > shown_ms { at_ms } else { now_ms };
            Some((command, Some(at_ms)))
        }
        // Hands-free, nobody need be there, unless somebody is asked for.
        Typed::End if !keys && view.phase != Phase::Paused => None,
        Typed::End if view.phase == Phase::Recording => Some((Command::Stop, None)),
        Typed::End => Some((Command::Quit, None)),
    }
}

/// The command of a line, if it is one here.
fn command(line: &str, view: &ViewState, sitting: &mut Sitting, screen: &mut Screen<'_>) -> Option<Command> {
    // An answer to what was asked of this sentence goes before the keys, one of which calls it off.
    if let Some(prompt) = screen.report_asked().filter(|_| view.phase.refuses_report(view.mode).is_none())
        && view.prompt.as_ref().is_some_and(|shown| shown.id == prompt)
    {
        if line.trim().is_empty() {
            screen.not_reported();
            return None;
        }
        if report::is_answer(line) {
            return report_of(line.trim(), view, screen);
        }
    }
    let (key, rest) = match line.trim().split_once(' ') {
        Some((key, rest)) => (key, rest.trim()),
        None => (line.trim(), ""),
    };
    let own = || OWN_WISH.to_owned();
    let judgement = view.take.as_ref().map(|take| &take.judgement);
    let asked = || judgement.and_then(|j| j.findings.first()).map_or_else(own, |finding| finding.id.clone());
    let is_rejected = judgement.is_some_and(|judgement| judgement.verdict == Verdict::Reject);
    let is_kept = view.take.as_ref().is_some_and(ShownTake::is_kept);
    let place = view.attempt.unwrap_or(view.attempts + 1);
    Some(match key {
        "" => match view.phase {
            _ if view.asks == Some(Asked::Delete) => Command::Cancel,
            Phase::Showing => Command::Record,
            Phase::Recording | Phase::Judging => Command::Stop,
            Phase::Verdict if is_rejected && !is_kept => Command::Redo { reason: asked() },
            Phase::Verdict => Command::Keep,
            Phase::Paused => Command::Resume,
            Phase::Done => Command::Quit,
            Phase::Idle | Phase::Finished => return None,
        },
        "k" => Command::Keep,
        "r" => Command::Redo { reason: if is_rejected { asked() } else { own() } },
        "p" => Command::Play,
        "e" => Command::Hear,
        "s" => Command::Skip { reason: SkipReason::from_words(rest) },
        "x" => return report_of(rest, view, screen),
        "b" => Command::Back,
        "u" => Command::Undo,
        "d" => Command::Delete,
        "<" => Command::Choose { attempt: place.saturating_sub(1) },
        ">" => Command::Choose { attempt: place + 1 },
        "w" => Command::Pause,
        "q" => Command::Quit,
        "g" => return go_to(rest, sitting, screen),
        "l" => {
            screen.list(&sitting.readings());
            return None;
        }
        "m" => {
            let at = Mode::ALL.iter().position(|mode| *mode == view.mode).unwrap_or_default();
            let mode = Mode::ALL[(at + 1) % Mode::ALL.len()];
            sitting.set_mode(mode);
            screen.mode(mode);
            return None;
        }
        "?" | "h" => {
            screen.help(view.mode != Mode::HandsFree);
            return None;
        }
        other => {
            screen.unknown(other);
            return None;
        }
    })
}

/// The command to report the sentence that is shown; without a reason it is asked for one.
fn report_of(rest: &str, view: &ViewState, screen: &mut Screen<'_>) -> Option<Command> {
    let prompt = view.prompt.as_ref().map(|prompt| prompt.id.clone());
    match (report::typed(rest), view.phase.refuses_report(view.mode), prompt) {
        (Err(error), ..) => screen.trouble(&error),
        (_, Some(why), _) => screen.refused(why),
        (Ok(report::Typed::Report(reason, words)), ..) => return Some(Command::Report { reason, words }),
        (Ok(report::Typed::Ask), None, Some(prompt)) => screen.ask_report(prompt),
        (Ok(report::Typed::Ask), None, None) => {}
    }
    None
}

/// The command to go to a reading by the number or the id of the list.
fn go_to(place: &str, sitting: &Sitting, screen: &mut Screen<'_>) -> Option<Command> {
    let readings = sitting.readings();
    let number = place.parse::<usize>().ok();
    let found = readings
        .iter()
        .find(|reading| reading.prompt.as_str() == place)
        .or_else(|| readings.iter().find(|reading| Some(reading.number) == number));
    if found.is_none() {
        screen.no_such_reading(place, readings.len());
    }
    found.map(|reading| Command::Goto { prompt: reading.prompt.clone() })
}
