//! What `booth record` shows: plain lines that any terminal and any screen reader can follow.

#![expect(clippy::disallowed_methods, reason = "the meter is drawn over itself, without a line's end")]

use crate::face::line::out::{Context, columns, padded, tell, tell_whole};
use crate::face::line::speech::{language, said};
use booth::audio::Level;
use booth::ids::PromptId;
use booth::messages::{Arg, Message, finding, key, title, wait};
use booth::msg;
use booth::quality::Longest;
use booth::recordings::feedback;
use booth::recordings::{RoomNoise, TakeRecord, Unreadable};
use booth::sheet::{Controller, MediaKind, Sheet};
use booth::sitting::Returned;
use booth::sitting::{
    Asked, CloseReason, DeviceRemark, Mode, Phase, ReadingView, Recovered, Refusal, ReportReason, ShownTake,
    ViewState, capture_remarks, room_remark,
};
use booth::text::escape_for_terminal as safe;
use std::collections::BTreeSet;
use std::io::Write as _;
use std::path::Path;

/// Width of the level meter in characters, at least and at most.
const METER_LEAST: usize = 8;
const METER: usize = 30;
/// What stands beside the meter in its line, in characters.
const METER_MARGIN: usize = METER_WORD + 6;
/// Columns of the word beside it; no catalogue has a longer one.
const METER_WORD: usize = 12;

/// The screen of a sitting.
pub(crate) struct Screen<'a> {
    context: &'a Context,
    /// Whether keys are explained: not in hands-free mode.
    keys: bool,
    silent: bool,
    /// How wide the meter is; none is drawn without.
    meter: Option<usize>,
    meter_on: bool,
    /// The findings that were said of the microphone itself.
    of_device: BTreeSet<&'static str>,
    /// The sentence of which it was asked last what is wrong with it.
    asked: Option<PromptId>,
}

impl<'a> Screen<'a> {
    /// Makes a screen; a silent one shows nothing but trouble, a plain one only whole lines.
    pub(crate) fn new(context: &'a Context, keys: bool, silent: bool, plain: bool) -> Self {
        // A line that is drawn over itself is no line for a screen reader.
        let is_wanted = !silent && !plain && !context.quiet && context.style.draws;
        let meter = columns().and_then(|columns| columns.checked_sub(METER_MARGIN));
        let meter = meter.filter(|&room| is_wanted && room >= METER_LEAST).map(|room| room.min(METER));
        Self { context, keys, silent, meter, meter_on: false, of_device: BTreeSet::new(), asked: None }
    }

    /// Says whether keys are explained.
    pub(crate) fn set_keys(&mut self, keys: bool) {
        self.keys = keys;
    }

    /// Who says now when a reading begins and ends.
    pub(crate) fn mode(&mut self, mode: Mode) {
        self.say(&msg!("mode-said", mode = mode.message()));
    }

    /// A break, which nobody has to take.
    pub(crate) fn offer_a_break(&mut self) {
        self.say(&msg!("break-offer"));
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
        who: &Who<'_>,
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
                title = style.strong(&safe(sheet.head.title_for(sheet.locale.as_str()))),
                locale = sheet.locale.as_str(),
                speaker = who.speaker,
                device = safe(who.device),
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
        if who.is_live {
            self.say(&msg!("welcome-listening"));
            self.say(&msg!("welcome-patience"));
        } else {
            self.say(&msg!("welcome-longest", length = longest.message()));
        }
        if self.keys {
            self.line(&style.faint(&said(&msg!("welcome-keys"))));
        } else if who.is_live {
            self.line(&style.faint(&said(&msg!("keys-hands-free"))));
        }
    }

    /// Before the room is listened to.
    pub(crate) fn listening_to_room(&mut self, seconds: f64) {
        self.say(&msg!("room-listening", seconds = Arg::decimal(seconds, 0)));
    }

    /// What the room sounds like; says whether one can record in it.
    pub(crate) fn room(&mut self, room: &RoomNoise) -> bool {
        let remark = room_remark(room);
        match &remark {
            Some((what, advice)) => self.doubt(what, advice),
            None => self.say(&msg!("room-quiet")),
        }
        remark.is_none()
    }

    fn doubt(&mut self, what: &Message, advice: &Message) {
        self.line(&format!("{} {}", self.context.style.doubtful(&said(what)), said(advice)));
    }

    /// What a crash left and was put in order.
    pub(crate) fn unreadable(&mut self, sessions: &[Unreadable]) {
        for session in sessions {
            let path = safe(&session.path.display().to_string());
            self.say(&msg!("session-unreadable", path = path, cause = safe(&session.message)));
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

    /// What became of the recordings of before.
    pub(crate) fn feedback(&mut self, feedback: &Returned) {
        for line in feedback.lines(language()) {
            self.line(&line);
        }
    }

    pub(crate) fn unreadable_feedback(&mut self, feedback: Option<&Unreadable>) {
        if let Some(Unreadable { path, message }) = feedback {
            let path = safe(&path.display().to_string());
            self.say(&msg!("feedback-unreadable", path = path, cause = safe(message)));
        }
    }

    /// The view after something else is to be seen.
    pub(crate) fn draw(&mut self, view: &ViewState, media: Option<&Path>) {
        let style = self.context.style;
        match view.phase {
            Phase::Showing => {
                self.prompt(view);
                if let Some(reasons) = view.prompt.as_ref().and_then(|prompt| prompt.asked.as_ref()) {
                    self.say(&feedback::here(reasons));
                }
                let hint = view.prompt.as_ref().and_then(|prompt| prompt.hint.as_ref());
                if let Some(hint) = hint {
                    self.line(&format!("    ({})", safe(hint)));
                }
                self.media(view, media);
                self.keys_line(&msg!("keys-showing"));
            }
            Phase::Recording if self.keys => {
                let phase = style.bad(&said(&view.phase.message()));
                self.line(&format!("{phase} {}", said(&msg!("keys-recording"))));
            }
            Phase::Verdict if view.asks == Some(Asked::Delete) => {
                self.line(&style.doubtful(&said(&msg!("keys-delete"))));
            }
            Phase::Verdict => self.take(view),
            Phase::Paused => {
                let is_asked = view.asks == Some(Asked::WhoIsThere);
                let why = if is_asked { msg!("nobody-heard") } else { view.phase.message() };
                self.line(&format!("{} {}", said(&why), said(&msg!("keys-paused"))));
            }
            Phase::Done => self.done(view),
            Phase::Idle | Phase::Recording | Phase::Judging | Phase::Finished => {}
        }
    }

    /// The number and the words of a sentence.
    fn prompt(&mut self, view: &ViewState) {
        let Some(prompt) = &view.prompt else { return };
        let style = self.context.style;
        let mut head =
            vec![said(&msg!("prompt-place", number = prompt.number, readings = view.counts.readings))];
        if prompt.repeat > 1 {
            let (repetition, repeat) = (prompt.repetition, prompt.repeat);
            head.push(said(&msg!("prompt-reading", repetition = repetition, repeat = repeat)));
        }
        match (&view.take, view.attempt) {
            (Some(take), attempt) => {
                if let Some(attempt) = attempt.filter(|_| view.attempts > 1) {
                    head.push(said(&msg!("prompt-of-attempts", attempt = attempt, attempts = view.attempts)));
                }
                if take.is_kept() {
                    head.push(style.good(&said(&msg!("prompt-kept"))));
                }
            }
            (None, _) if prompt.asked.is_some() => {}
            (None, _) if prompt.attempts > 0 => head.push(said(&msg!("prompt-again"))),
            (None, _) => {}
        }
        self.line(&style.faint(&format!("\n{}", head.join(", "))));
        self.line(&format!("\n    {}\n", style.strong(&safe(&prompt.text))));
    }

    /// The sound that is played before it is spoken, or where the picture is.
    fn media(&mut self, view: &ViewState, path: Option<&Path>) {
        let media = view.prompt.as_ref().and_then(|prompt| prompt.media.as_ref());
        match (media.map(|media| media.kind), path) {
            (Some(MediaKind::Sound), _) => self.say(&msg!("media-sound")),
            (Some(MediaKind::Picture), Some(path)) => {
                self.say(&msg!("media-picture", path = safe(&path.display().to_string())));
            }
            _ => {}
        }
    }

    /// A recording with its verdict. What was not recorded just now stands below its sentence: nothing is decided on unread.
    fn take(&mut self, view: &ViewState) {
        let Some(take) = &view.take else { return };
        if !view.is_new {
            self.prompt(view);
        }
        self.verdict(take);
        let keys = match take.judgement.verdict {
            _ if take.is_kept() => msg!("keys-kept"),
            booth::quality::Verdict::Reject => msg!("keys-rejected"),
            _ => msg!("keys-verdict"),
        };
        self.keys_line(&keys);
        if view.attempts > 1 {
            self.keys_line(&msg!("keys-attempts"));
        }
    }

    /// All that was asked is read.
    fn done(&mut self, view: &ViewState) {
        if !self.keys {
            return;
        }
        let counts = view.counts;
        let (kept, readings) = (counts.kept, counts.readings);
        let message = match (readings - kept, counts.skipped) {
            (0, _) => msg!("done-all", readings = readings),
            (left, skipped) if left == skipped => {
                msg!("done-some", kept = kept, readings = readings, left = left)
            }
            _ => msg!("done-limit", kept = kept, readings = readings),
        };
        self.line(&format!("\n{}", self.context.style.good(&said(&message))));
        self.keys_line(&msg!("keys-done"));
    }

    fn keys_line(&mut self, keys: &Message) {
        if self.keys {
            self.line(&self.context.style.faint(&said(keys)));
        }
    }

    /// A recording that is still being stored.
    pub(crate) fn still_judging(&mut self) {
        self.say(&Phase::Judging.message());
    }

    /// All sentences, and what became of each.
    pub(crate) fn list(&mut self, readings: &[ReadingView]) {
        for reading in readings {
            let state = said(&reading.state.message());
            let text = safe(&reading.text);
            self.line(&format!("{:>5}  {} {text}", reading.number, padded(&state, 11)));
        }
    }

    /// A sentence that is not in the list.
    pub(crate) fn no_such_reading(&mut self, given: &str, readings: usize) {
        self.say(&msg!("reading-none", given = safe(given), readings = readings));
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
            (Some(first), _) => self.line(&format!("{word}  {length}  {}", finding(language(), &first.id))),
            (None, true) => self.line(&format!("{word}  {length}")),
            (None, false) => self.line(&format!("{word}  {length}  {}", said(&msg!("take-device")))),
        }
        if !others.is_empty() {
            let titles: Vec<_> = others.iter().map(|finding| title(language(), &finding.id)).collect();
            let also = said(&msg!("take-also", titles = titles.join(", ")));
            self.line(&style.faint(&format!("      {also}")));
        }
    }

    /// What the recorder noticed that the verdict alone does not say.
    pub(crate) fn capture(&mut self, take: &TakeRecord) {
        for message in capture_remarks(take) {
            self.line(&self.context.style.doubtful(&said(&message)));
        }
    }

    /// A take that had become too long, and was ended.
    pub(crate) fn too_long(&mut self, longest: Longest) {
        let message = msg!("take-stopped-long", length = longest.message());
        self.line(&self.context.style.doubtful(&said(&message)));
    }

    /// A computer that slept.
    pub(crate) fn slept(&mut self, ms: u64) {
        let message = msg!("slept", seconds = Arg::decimal(ms as f64 / 1000.0, 0));
        self.line(&self.context.style.doubtful(&said(&message)));
    }

    /// A command that cannot be followed now.
    pub(crate) fn refused(&mut self, why: Refusal) {
        self.say(&why.message());
    }

    /// Asks what is wrong with a sentence.
    pub(crate) fn ask_report(&mut self, prompt: PromptId) {
        self.say(&msg!("report-ask"));
        for (number, reason) in (1..).zip(ReportReason::GIVEN) {
            let number: u64 = number;
            self.line(&format!("{number:>3}  {}", said(&reason.message())));
        }
        self.say(&msg!("report-keys"));
        self.asked = Some(prompt);
    }

    /// Returns the sentence of which was asked what is wrong with it, and asks no more.
    pub(crate) fn report_asked(&mut self) -> Option<PromptId> {
        self.asked.take()
    }

    /// A report that is written down.
    pub(crate) fn reported(&mut self) {
        self.say(&msg!("report-thanks"));
    }

    /// A question that was answered with nothing.
    pub(crate) fn not_reported(&mut self) {
        self.say(&msg!("report-none"));
    }

    /// All keys.
    pub(crate) fn help(&mut self, by_keys: bool) {
        let mut lines = vec![
            msg!("help-enter"),
            msg!("help-keep"),
            msg!("help-redo"),
            msg!("help-play"),
            msg!("help-hear"),
            msg!("help-choose"),
            msg!("help-skip"),
            msg!("help-report"),
            msg!("help-back"),
            msg!("help-undo"),
            msg!("help-delete"),
            msg!("help-list"),
            msg!("help-goto"),
            msg!("help-pause"),
            msg!("help-mode"),
            msg!("help-help"),
            msg!("help-quit"),
            msg!("help-interrupt"),
        ];
        if !by_keys {
            // Enter only ends a break there.
            lines.remove(0);
        }
        let lines = lines
            .iter()
            .map(|message| padded(&key(language(), message).unwrap_or_default(), 12) + &said(message));
        let lines: Vec<String> = lines.collect();
        self.line(&format!("\n{}", lines.join("\n")));
    }

    /// A key that means nothing here.
    pub(crate) fn unknown(&mut self, text: &str) {
        if text.chars().any(char::is_control) {
            return self.say(&msg!("key-arrows"));
        }
        self.say(&msg!("key-unknown", key = safe(text)));
    }

    /// Trouble, in the error's own words; shown even on a silent screen.
    pub(crate) fn trouble(&mut self, error: &booth::Error) {
        let (message, hint) = error.to_contributor(language());
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
            let advice = wait(language(), &message).unwrap_or_default();
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
        self.trouble_said(&error.to_contributor(language()).0);
        if let Some(advice) = error.contributor_message().and_then(|message| wait(language(), message)) {
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
        let Some(width) = self.meter else { return };
        // -60 dBFS is the left end, full scale the right one.
        let share = level.peak_dbfs().map_or(0.0, |peak| ((peak + 60.0) / 60.0).clamp(0.0, 1.0));
        let full = (share * width as f64).round() as usize;
        let word = if level.clipped { said(&msg!("meter-clipped")) } else { String::new() };
        let mut err = std::io::stderr().lock();
        let (word, rest) = (padded(&word, METER_WORD), "-".repeat(width - full));
        let _ = write!(err, "\r  [{}{rest}] {word}", "#".repeat(full));
        let _ = err.flush();
        self.meter_on = true;
    }

    fn clear_meter(&mut self) {
        if std::mem::take(&mut self.meter_on) {
            let mut err = std::io::stderr().lock();
            let _ = write!(err, "\r{}\r", " ".repeat(self.meter.unwrap_or(0) + METER_MARGIN - 1));
        }
    }

    /// The end of a sitting: what was given, what is left, how to go on, and whom to hand it to.
    pub(crate) fn farewell(&mut self, view: &ViewState, reason: CloseReason, command: &str, end: &End<'_>) {
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
            self.line(&format!("{why}{left}\n"));
            if !self.silent {
                tell_whole(&format!("    {}\n", safe(command)));
            }
        }
        if counts.kept > 0 {
            self.say(&msg!("farewell-where", path = safe(&end.folder.display().to_string())));
            self.say(&match end.controller {
                Some(who) => {
                    msg!("farewell-contact", name = safe(&who.name), contact = safe(&who.contact))
                }
                None => msg!("farewell-contact-unnamed"),
            });
            if !self.silent {
                self.say(&msg!("farewell-bundle"));
                tell_whole(&format!("    {}\n", safe(end.bundle)));
            }
        }
    }
}

/// Who reads into what.
pub(crate) struct Who<'a> {
    /// The speaker.
    pub speaker: &'a str,
    /// The microphone.
    pub device: &'a str,
    /// Whether it is one, and no file.
    pub is_live: bool,
}

/// What becomes of the recordings.
pub(crate) struct End<'a> {
    /// Where they lie.
    pub folder: &'a Path,
    /// Who collects them, if the sheet says so.
    pub controller: Option<&'a Controller>,
    /// The command that makes one file of them.
    pub bundle: &'a str,
}
