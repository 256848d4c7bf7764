//! What can be done in the booth, and what it means.

use super::stage::Act;
use booth::messages::Message;
use booth::msg;
use booth::quality::Verdict;
use booth::sheet::MediaKind;
use booth::sitting::{
    Asked, Command, OWN_WISH, Phase, Refusal, ReportReason, ShownTake, SkipReason, ViewState,
};

/// Why a sentence may be left out, as the journal has it.
pub(super) const REASONS: [&str; 3] = ["hard-to-say", "wrong-sentence", "not-now"];

/// What a reader says of a sentence that they leave out.
pub(super) fn reason_word(id: &str) -> Message {
    match id {
        "hard-to-say" => msg!("page-reason-hard-to-say"),
        "wrong-sentence" => msg!("page-reason-wrong-sentence"),
        _ => msg!("page-reason-not-now"),
    }
}

/// What the big button does.
pub(super) fn primary(view: &ViewState) -> &'static str {
    let take = view.take.as_ref();
    let is_rejected = take.is_some_and(|take| take.judgement.verdict == Verdict::Reject && !take.is_kept());
    match view.phase {
        _ if view.asks == Some(Asked::Delete) => "cancel",
        Phase::Idle | Phase::Showing | Phase::Finished => "record",
        Phase::Recording | Phase::Judging => "stop",
        Phase::Verdict if is_rejected => "redo",
        Phase::Verdict => "keep",
        Phase::Paused => "resume",
        Phase::Done => "quit",
    }
}

/// All that can be done now.
pub(super) fn acts(view: &ViewState) -> Vec<&'static str> {
    let has_take = view.take.is_some();
    let is_kept = view.take.as_ref().is_some_and(ShownTake::is_kept);
    let mut acts = match view.phase {
        Phase::Showing => vec!["record", "skip", "back", "undo", "pause", "list", "goto", "quit"],
        Phase::Recording => vec!["stop", "redo", "quit"],
        Phase::Verdict if view.asks == Some(Asked::Delete) => vec!["delete", "cancel"],
        Phase::Verdict => {
            vec!["keep", "redo", "play", "back", "undo", "delete", "pause", "list", "goto", "quit"]
        }
        Phase::Paused => vec!["resume", "quit"],
        Phase::Done => vec!["quit", "back", "undo", "list", "goto"],
        Phase::Idle | Phase::Judging | Phase::Finished => Vec::new(),
    };
    // What is no reading is not offered to be one.
    if view.take.as_ref().is_some_and(|take| take.is_silent() || take.interrupted) {
        acts.retain(|act| *act != "keep");
    }
    if view.phase == Phase::Verdict && !is_kept && view.asks.is_none() {
        acts.push("skip");
    }
    let media = view.prompt.as_ref().and_then(|prompt| prompt.media.as_ref());
    if matches!(view.phase, Phase::Showing | Phase::Verdict)
        && view.asks.is_none()
        && media.is_some_and(|media| media.kind == MediaKind::Sound)
    {
        acts.push("hear");
    }
    if view.phase.refuses_report(view.mode).is_none() && view.asks.is_none() {
        acts.push("report");
    }
    if view.phase == Phase::Showing && view.attempts > 0 {
        acts.push("play");
    }
    if has_take && view.attempts > 1 && view.asks.is_none() {
        acts.push("choose");
    }
    acts
}

/// The command of an act.
pub(super) fn command(act: &Act, view: &ViewState) -> Option<Command> {
    let judgement = view.take.as_ref().map(|take| &take.judgement);
    let asked = judgement.filter(|judgement| judgement.verdict == Verdict::Reject);
    let reason = asked.and_then(|judgement| judgement.findings.first());
    let reason = || reason.map_or_else(|| OWN_WISH.to_owned(), |finding| finding.id.clone());
    Some(match act {
        Act::Record => Command::Record,
        Act::Stop { .. } => Command::Stop,
        Act::Keep => Command::Keep,
        Act::Redo => Command::Redo { reason: reason() },
        Act::Skip { reason } => {
            let known = REASONS.iter().find(|known| *known == reason);
            Command::Skip { reason: SkipReason::from_words(known.copied().unwrap_or_default()) }
        }
        Act::Report { reason } => Command::Report { reason: ReportReason::given(reason)?, words: None },
        Act::Back => Command::Back,
        Act::Play => Command::Play,
        Act::Hear => Command::Hear,
        Act::Choose { attempt: Some(attempt), .. } => Command::Choose { attempt: *attempt },
        Act::Undo => Command::Undo,
        Act::Delete => Command::Delete,
        Act::Cancel => Command::Cancel,
        Act::Pause => Command::Pause,
        Act::Resume => Command::Resume,
        Act::Quit | Act::Finish => Command::Quit,
        Act::Goto { prompt } => Command::Goto { prompt: prompt.parse().ok()? },
        _ => return None,
    })
}

/// Why a command cannot be followed, without the keys of a terminal.
pub(super) fn refusal(why: Refusal) -> Message {
    match why {
        Refusal::Recording => msg!("page-refused-recording"),
        Refusal::Paused => msg!("page-refused-paused"),
        why => why.message(),
    }
}
