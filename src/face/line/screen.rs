//! What `booth record` shows: plain lines that any terminal and any screen reader can follow.

#![expect(clippy::disallowed_methods, reason = "the meter is drawn over itself, without a line's end")]

use crate::face::line::out::{Context, tell};
use crate::face::line::speech::{LANGUAGE, said};
use booth::audio::Level;
use booth::messages::{Arg, Message, finding, key, title, wait};
use booth::msg;
use booth::quality::Longest;
use booth::recordings::{RoomNoise, TakeRecord, Unreadable};
use booth::sheet::Sheet;
use booth::sitting::{CloseReason, DeviceRemark, Phase, Recovered, Refusal, ShownTake, ViewState};
use booth::text::escape_for_terminal as safe;
use std::collections::BTreeSet;
use std::io::Write as _;

/// A room louder than this at the microphone's setting is worth a word, dBFS.
const LOUD_ROOM_DBFS: f64 = -50.0;
/// Width of the level meter in characters.
const METER: usize = 30;

/// The screen of a sitting.
pub(crate) struct Screen<'a> {
    context: &'a Context,
    /// Whether keys are explained: not in hands-free mode.
    keys: bool,
    silent: bool,
    meter_on: bool,
    /// The findings that were said of the microphone itself.
    of_device: BTreeSet<&'static str>,
}

impl<'a> Screen<'a> {
    /// Makes a screen; a silent one shows nothing but trouble.
    pub(crate) fn new(context: &'a Context, keys: bool, silent: bool) -> Self {
        Self { context, keys, silent, meter_on: false, of_device: BTreeSet::new() }
    }

    fn line(&mut self, text: &str) {
        if !self.silent {
            self.clear_meter();
            tell!("{text}");
        }
    }

    fn say(&mut self, message: &Message) {
        self.line(&said(message));
    }

    /// What is about to happen, once.
    pub(crate) fn welcome(
        &mut self,
        sheet: &Sheet,
        speaker: &str,
        device: &str,
        view: &ViewState,
        resumed: bool,
        longest: Longest,
    ) {
        let style = self.context.style;
        let counts = view.counts;
        self.line(&format!(
            "\n{}",
            said(&msg!(
                "welcome-head",
                title = style.strong(&safe(&sheet.head.title)),
                locale = sheet.locale.as_str(),
                speaker = speaker,
                device = safe(device),
            ))
        ));
        if let Some(instructions) = sheet.head.instructions.get(&sheet.locale) {
            self.line(&safe(instructions));
        }
        if resumed {
            self.say(&msg!("welcome-going-on", kept = counts.kept, readings = counts.readings));
        } else {
            self.say(&msg!("welcome-readings", count = counts.readings));
        }
        self.say(&msg!("welcome-longest", length = longest.message()));
        if self.keys {
            self.line(&style.faint(&said(&msg!("welcome-keys"))));
        }
    }

    /// Before the room is listened to.
    pub(crate) fn listening_to_room(&mut self, seconds: f64) {
        self.say(&msg!("room-listening", seconds = Arg::decimal(seconds, 0)));
    }

    /// What the room sounds like.
    pub(crate) fn room(&mut self, room: &RoomNoise) {
        match room.noise_floor_dbfs {
            None => self.doubt(&msg!("room-silent"), &msg!("room-silent-advice")),
            Some(level) if level > LOUD_ROOM_DBFS => {
                self.doubt(&msg!("room-loud"), &msg!("room-loud-advice"));
            }
            Some(_) => self.say(&msg!("room-quiet")),
        }
    }

    fn doubt(&mut self, what: &Message, advice: &Message) {
        self.line(&format!("{} {}", self.context.style.doubtful(&said(what)), said(advice)));
    }

    /// What a crash left and was put in order.
    pub(crate) fn unreadable(&mut self, sessions: &[Unreadable]) {
        for session in sessions {
            let path = session.path.display().to_string();
            self.say(&msg!("session-unreadable", path = path, cause = session.message.as_str()));
        }
    }

    pub(crate) fn recovered(&mut self, recovered: Recovered) {
        let Recovered { saved, torn } = recovered;
        if saved > 0 {
            self.say(&msg!("recovered-saved", count = saved));
        } else if torn > 0 {
            self.say(&msg!("recovered-torn"));
        }
    }

    /// The view after the phase or the prompt has changed.
    pub(crate) fn draw(&mut self, view: &ViewState) {
        let style = self.context.style;
        match view.phase {
            Phase::Showing | Phase::Recording => {
                let Some(prompt) = &view.prompt else { return };
                if view.phase == Phase::Showing {
                    let readings = view.counts.readings;
                    let place = msg!("prompt-place", number = prompt.number, readings = readings);
                    let mut head = vec![said(&place)];
                    if prompt.repeat > 1 {
                        let (repetition, repeat) = (prompt.repetition, prompt.repeat);
                        head.push(said(&msg!("prompt-reading", repetition = repetition, repeat = repeat)));
                    }
                    if prompt.attempts > 0 {
                        head.push(said(&msg!("prompt-attempt", attempt = prompt.attempts + 1)));
                    }
                    self.line(&style.faint(&format!("\n{}", head.join(", "))));
                    self.line(&format!("\n    {}\n", style.strong(&safe(&prompt.text))));
                    if let Some(hint) = &prompt.hint {
                        self.line(&format!("    ({})", safe(hint)));
                    }
                    if self.keys {
                        self.line(&style.faint(&said(&msg!("keys-showing"))));
                    }
                } else if self.keys {
                    let phase = style.bad(&said(&view.phase.message()));
                    self.line(&format!("{phase} {}", said(&msg!("keys-recording"))));
                }
            }
            Phase::Verdict => {
                if let Some(take) = &view.take {
                    self.verdict(take);
                    if self.keys {
                        let keys = match take.judgement.verdict {
                            booth::quality::Verdict::Reject => msg!("keys-rejected"),
                            _ => msg!("keys-verdict"),
                        };
                        self.line(&style.faint(&said(&keys)));
                    }
                }
            }
            Phase::Paused => {
                let why = if view.nobody_heard { msg!("nobody-heard") } else { view.phase.message() };
                self.line(&format!("{} {}", said(&why), said(&msg!("keys-paused"))));
            }
            Phase::Idle | Phase::Judging | Phase::Finished => {}
        }
    }

    fn verdict(&mut self, take: &ShownTake) {
        let style = self.context.style;
        let length = said(&msg!("take-length", seconds = Arg::decimal(take.length_ms as f64 / 1000.0, 1)));
        let word = style.verdict(take.judgement.verdict);
        // What holds for the microphone was said of it, and is no news of this take.
        let (known, mut news): (Vec<_>, Vec<_>) =
            take.judgement.findings.iter().partition(|finding| self.of_device.contains(finding.id.as_str()));
        let is_clean = known.is_empty();
        let others = if news.is_empty() { Vec::new() } else { [news.split_off(1), known].concat() };
        match (news.first(), is_clean) {
            (Some(first), _) => self.line(&format!("{word}  {length}  {}", finding(LANGUAGE, &first.id))),
            (None, true) => self.line(&format!("{word}  {length}")),
            (None, false) => self.line(&format!("{word}  {length}  {}", said(&msg!("take-device")))),
        }
        if !others.is_empty() {
            let titles: Vec<_> = others.iter().map(|finding| title(LANGUAGE, &finding.id)).collect();
            let also = said(&msg!("take-also", titles = titles.join(", ")));
            self.line(&style.faint(&format!("      {also}")));
        }
    }

    /// What the recorder noticed that the verdict alone does not say.
    pub(crate) fn capture(&mut self, take: &TakeRecord) {
        let facts = &take.capture;
        // What a microphone that went away took with it was said when it did.
        if facts.device_lost {
            return;
        }
        let mut noticed = Vec::new();
        if facts.lost_frames > 0 || facts.xruns > 0 {
            noticed.push(msg!("capture-lost"));
        }
        if facts.stalls > 0 {
            noticed.push(msg!("capture-stalled"));
        }
        if facts.clock_missing_frames > 0 {
            noticed.push(msg!("capture-missing"));
        }
        if facts.all_zero {
            noticed.push(msg!("capture-silent"));
        }
        if let Some(rate) = facts.clock_rate_hz {
            noticed.push(msg!("capture-clock", measured = rate, stated = take.rate.to_string()));
        }
        for message in noticed {
            self.line(&self.context.style.doubtful(&said(&message)));
        }
    }

    /// A take that had become too long, and was ended.
    pub(crate) fn too_long(&mut self, longest: Longest) {
        let message = msg!("take-stopped-long", length = longest.message());
        self.line(&self.context.style.doubtful(&said(&message)));
    }

    /// A command that cannot be followed now.
    pub(crate) fn refused(&mut self, why: Refusal) {
        self.say(&why.message());
    }

    /// All keys.
    pub(crate) fn help(&mut self) {
        let lines = [
            msg!("help-enter"),
            msg!("help-keep"),
            msg!("help-redo"),
            msg!("help-play"),
            msg!("help-skip"),
            msg!("help-back"),
            msg!("help-goto"),
            msg!("help-pause"),
            msg!("help-quit"),
            msg!("help-interrupt"),
        ]
        .map(|message| format!("{:<12}{}", key(LANGUAGE, &message).unwrap_or_default(), said(&message)));
        self.line(&format!("\n{}", lines.join("\n")));
    }

    /// A key that means nothing here.
    pub(crate) fn unknown(&mut self, text: &str) {
        self.say(&msg!("key-unknown", key = safe(text)));
    }

    /// Trouble, in the error's own words; shown even on a silent screen.
    pub(crate) fn trouble(&mut self, error: &booth::Error) {
        let (message, hint) = error.to_contributor(LANGUAGE);
        self.trouble_said(&message);
        if let Some(hint) = hint {
            tell!("{}", said(&msg!("trouble-hint", hint = safe(&hint))));
        }
    }

    fn trouble_said(&mut self, message: &str) {
        self.clear_meter();
        let head = self.context.style.doubtful(&said(&msg!("trouble-head")));
        tell!("{}", said(&msg!("trouble-said", head = head, message = safe(message))));
    }

    /// A microphone that is another one than last time.
    pub(crate) fn another(&mut self, before: &str, now: &str) {
        self.say(&msg!("welcome-another", before = safe(before), now = safe(now)));
    }

    /// What holds for a microphone, once.
    pub(crate) fn remarks(&mut self, remarks: &[DeviceRemark]) {
        self.of_device.clear();
        for remark in remarks {
            self.of_device.extend(remark.findings());
            let message = remark.message();
            let advice = wait(LANGUAGE, &message).unwrap_or_default();
            let head = self.context.style.doubtful(&said(&message));
            self.line(&format!("{head} {advice}"));
        }
    }

    /// A microphone that the system has muted, or switched on.
    pub(crate) fn muted(&mut self, name: &str, muted: bool) {
        if muted {
            let message = said(&msg!("device-muted", name = safe(name)));
            self.line(&self.context.style.doubtful(&message));
        } else {
            self.say(&msg!("device-unmuted", name = safe(name)));
        }
    }

    /// A microphone that went away; what to do is to wait, not what the error's hint says of a sitting that ended.
    pub(crate) fn device_lost(&mut self, error: &booth::Error) {
        self.trouble_said(&error.to_contributor(LANGUAGE).0);
        if let Some(advice) = error.contributor_message().and_then(|message| wait(LANGUAGE, message)) {
            self.line(&advice);
        }
        self.say(&msg!("device-searched"));
    }

    /// A microphone that came back.
    pub(crate) fn device_back(&mut self, name: &str) {
        self.say(&msg!("device-back", name = safe(name)));
    }

    /// How loud it is, on a terminal.
    pub(crate) fn meter(&mut self, level: Level) {
        if self.silent || self.context.quiet || !self.context.style.terminal {
            return;
        }
        // -60 dBFS is the left end, full scale the right one.
        let share = level.peak_dbfs().map_or(0.0, |peak| ((peak + 60.0) / 60.0).clamp(0.0, 1.0));
        let full = (share * METER as f64).round() as usize;
        let word = if level.clipped { said(&msg!("meter-clipped")) } else { String::new() };
        let mut err = std::io::stderr().lock();
        let _ = write!(err, "\r  [{}{}] {word:<8}", "#".repeat(full), "-".repeat(METER - full));
        let _ = err.flush();
        self.meter_on = true;
    }

    fn clear_meter(&mut self) {
        if std::mem::take(&mut self.meter_on) {
            let mut err = std::io::stderr().lock();
            let _ = write!(err, "\r{}\r", " ".repeat(METER + 14));
        }
    }

    /// The end of a sitting: what was given, what is left, and how to go on.
    pub(crate) fn farewell(&mut self, view: &ViewState, reason: CloseReason, command: &str) {
        let counts = view.counts;
        let minutes = counts.kept_ms as f64 / 60_000.0;
        let left = counts.readings - counts.kept;
        self.line(&format!(
            "\n{}",
            said(&msg!(
                "farewell-given",
                count = counts.kept_now,
                all = counts.kept,
                minutes = Arg::decimal(minutes, 1),
            ))
        ));
        if left == 0 {
            self.line(&self.context.style.good(&said(&msg!("farewell-done"))));
        } else {
            let why = match reason {
                CloseReason::Error | CloseReason::Interrupted | CloseReason::Nobody => {
                    format!("{} ", said(&reason.message()))
                }
                _ => String::new(),
            };
            let left = said(&msg!("farewell-left", count = left));
            self.line(&format!("{why}{left}\n\n    {}", safe(command)));
        }
    }
}
