//! A sitting at the terminal, from the first prompt to the last.

use crate::face::clock::SystemClock;
use crate::face::line::input::{Input, Typed};
use crate::face::line::interrupt;
use crate::face::line::out::data_json;
use crate::face::line::screen::Screen;
use booth::Result;
use booth::quality::Verdict;
use booth::rows::Line;
use booth::sitting::TakeRow;
use booth::sitting::{CloseReason, Command, Notice, Phase, Sitting, SkipReason, ViewState};
use std::time::Duration;

/// How often the microphone and the keyboard are looked at.
pub(crate) const POLL: Duration = Duration::from_millis(10);
/// How often the level meter is drawn, in polls.
const METER_POLLS: u32 = 8;

/// How a sitting is driven from here.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Drive {
    /// Whether the keyboard gives all commands; hands-free, the sitting gives its own, and the keyboard ends or resumes it.
    pub keys: bool,
    /// Whether files are played as the microphone: a recording then ends by itself.
    pub plays_files: bool,
    /// Whether each take is written to stdout.
    pub json: bool,
}

/// Runs the sitting to its end.
pub(crate) fn drive(
    how: Drive,
    sitting: &mut Sitting,
    input: &Input,
    screen: &mut Screen<'_>,
    clock: &SystemClock,
) -> Result<CloseReason> {
    let mut shown = None;
    let mut stopping = false;
    let mut polls = 0u32;
    let mut notices = sitting.start(clock.elapsed_ms());
    loop {
        for notice in std::mem::take(&mut notices) {
            if let Some(reason) = show(&notice, how, screen)? {
                return Ok(reason);
            }
        }
        let view = sitting.view();
        let at = (view.phase, view.prompt.as_ref().map(|prompt| (prompt.number, prompt.attempts)));
        if shown.as_ref() != Some(&at) {
            screen.draw(&view);
            shown = Some(at);
        }
        let now_ms = clock.elapsed_ms();
        if interrupt::seen() && !stopping {
            stopping = true;
            notices = sitting.command(&Command::Interrupt, now_ms);
            continue;
        }
        let command =
            if how.keys { keyboard(input, &view, how.plays_files, screen) } else { hands_free(input, &view) };
        notices = if let Some(command) = command {
            sitting.command(&command, now_ms)
        } else {
            std::thread::sleep(POLL);
            sitting.poll(clock.elapsed_ms())
        };
        polls = polls.wrapping_add(1);
        if sitting.phase() == Phase::Recording && polls.is_multiple_of(METER_POLLS) {
            screen.meter(sitting.level());
        }
    }
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
        Notice::Refused(why) => screen.refused(*why),
        Notice::Closed(reason) => return Ok(Some(*reason)),
    }
    Ok(None)
}

/// The command of a line typed while the sitting gives its own: to end it, and to go on after a break.
fn hands_free(input: &Input, view: &ViewState) -> Option<Command> {
    let is_paused = view.phase == Phase::Paused;
    match input.poll()? {
        Typed::Text(line) if line.trim() == "q" => Some(Command::Quit),
        Typed::Text(_) if is_paused => Some(Command::Resume),
        // Nobody is there to answer.
        Typed::End if is_paused => Some(Command::Quit),
        Typed::Text(_) | Typed::End => None,
    }
}

/// The command of a line typed, if it is one here.
fn keyboard(input: &Input, view: &ViewState, plays_files: bool, screen: &mut Screen<'_>) -> Option<Command> {
    let phase = view.phase;
    // While a take is judged, keys wait: they are meant for what comes next. So they do while a file is
    // played as the microphone, which ends by itself.
    if phase == Phase::Judging || (phase == Phase::Recording && plays_files) {
        return None;
    }
    let line = match input.poll()? {
        Typed::Text(line) => line,
        Typed::End => return Some(if phase == Phase::Recording { Command::Stop } else { Command::Quit }),
    };
    let (key, rest) = match line.trim().split_once(' ') {
        Some((key, rest)) => (key, rest.trim()),
        None => (line.trim(), ""),
    };
    let own = || "self".to_owned();
    let judgement = view.take.as_ref().map(|take| &take.judgement);
    let asked = || judgement.and_then(|j| j.findings.first()).map_or_else(own, |finding| finding.id.clone());
    let is_rejected = judgement.is_some_and(|judgement| judgement.verdict == Verdict::Reject);
    Some(match key {
        "" => match phase {
            Phase::Showing => Command::Record,
            Phase::Recording => Command::Stop,
            Phase::Verdict if is_rejected => Command::Redo { reason: asked() },
            Phase::Verdict => Command::Keep,
            Phase::Paused => Command::Resume,
            Phase::Idle | Phase::Judging | Phase::Finished => return None,
        },
        "k" => Command::Keep,
        "r" => Command::Redo { reason: if is_rejected { asked() } else { own() } },
        "p" => Command::Play,
        "s" => Command::Skip { reason: SkipReason::from_words(rest) },
        "b" => Command::Back,
        "w" => Command::Pause,
        "q" => Command::Quit,
        "g" => match rest.parse() {
            Ok(prompt) => Command::Goto { prompt },
            Err(error) => {
                screen.trouble(&error);
                return None;
            }
        },
        "?" | "h" => {
            screen.help();
            return None;
        }
        other => {
            screen.unknown(other);
            return None;
        }
    })
}
