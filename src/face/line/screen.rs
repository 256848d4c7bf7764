//! What `booth record` shows: plain lines that any terminal and any screen reader can follow.
//!
//! Every word of the recording screen is here.

use crate::face::line::out::{Context, tell};
use booth::audio::capture::Level;
use booth::quality::{Finding, explain};
use booth::recordings::tally::title;
use booth::recordings::{RoomNoise, TakeRecord};
use booth::sheet::Sheet;
use booth::sitting::{CloseReason, Phase, Refusal, ShownTake, ViewState};
use booth::text::escape_for_terminal as safe;
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
}

impl<'a> Screen<'a> {
    /// Makes a screen; a silent one shows nothing but trouble.
    pub(crate) fn new(context: &'a Context, keys: bool, silent: bool) -> Self {
        Self { context, keys, silent, meter_on: false }
    }

    fn line(&mut self, text: &str) {
        if !self.silent {
            self.clear_meter();
            tell!("{text}");
        }
    }

    /// What is about to happen, once.
    pub(crate) fn welcome(
        &mut self,
        sheet: &Sheet,
        speaker: &str,
        device: &str,
        view: &ViewState,
        resumed: bool,
    ) {
        let style = self.context.style;
        let counts = view.counts;
        self.line(&format!(
            "\n{}  {} · speaker {speaker} · {}",
            style.strong(&safe(&sheet.head.title)),
            sheet.locale,
            safe(device)
        ));
        if let Some(instructions) = sheet.head.instructions.get(&sheet.locale) {
            self.line(&safe(instructions));
        }
        if resumed {
            self.line(&format!("Going on: {} of {} readings are in.", counts.kept, counts.readings));
        } else {
            self.line(&format!("{} readings.", counts.readings));
        }
        if self.keys {
            self.line(&style.faint("Press Enter to record and Enter again to stop. ? shows all keys."));
        }
    }

    /// Before the room is listened to.
    pub(crate) fn listening_to_room(&mut self, seconds: f64) {
        self.line(&format!("Please be silent for {seconds:.0} seconds: this measures the room."));
    }

    /// What the room sounds like.
    pub(crate) fn room(&mut self, room: &RoomNoise) {
        match room.noise_floor_dbfs {
            None => self.line(&format!(
                "{} Only silence arrives. Is the microphone muted, or is another one meant?",
                self.context.style.doubtful("No sound.")
            )),
            Some(level) if level > LOUD_ROOM_DBFS => self.line(&format!(
                "{} Close the window, turn off fans, or move closer to the microphone.",
                self.context.style.doubtful("The room is loud.")
            )),
            Some(_) => self.line("The room is quiet enough."),
        }
    }

    /// What a crash left and was put in order.
    pub(crate) fn recovered(&mut self, saved: usize, torn: usize) {
        if saved > 0 {
            let word = if saved == 1 { "recording was" } else { "recordings were" };
            self.line(&format!("The last sitting was cut off. {saved} unfinished {word} saved."));
        } else if torn > 0 {
            self.line("The last sitting was cut off. Nothing that you kept is lost.");
        }
    }

    /// The view after the phase or the prompt has changed.
    pub(crate) fn draw(&mut self, view: &ViewState) {
        let style = self.context.style;
        match view.phase {
            Phase::Showing | Phase::Recording => {
                let Some(prompt) = &view.prompt else { return };
                if view.phase == Phase::Showing {
                    let mut head = format!("\n{} of {}", prompt.number, view.counts.readings);
                    if prompt.repeat > 1 {
                        head.push_str(&format!(", reading {} of {}", prompt.repetition, prompt.repeat));
                    }
                    if prompt.attempts > 0 {
                        head.push_str(&format!(", attempt {}", prompt.attempts + 1));
                    }
                    self.line(&style.faint(&head));
                    self.line(&format!("\n    {}\n", style.strong(&safe(&prompt.text))));
                    if let Some(hint) = &prompt.hint {
                        self.line(&format!("    ({})", safe(hint)));
                    }
                    if self.keys {
                        self.line(&style.faint("Enter: record   s: skip   b: back   q: stop for today"));
                    }
                } else if self.keys {
                    self.line(&format!("{} Read now. Enter: stop", style.bad("RECORDING")));
                }
            }
            Phase::Verdict => {
                if let Some(take) = &view.take {
                    self.verdict(take);
                    if self.keys {
                        self.line(&style.faint(match take.judgement.verdict {
                            booth::quality::Verdict::Reject => {
                                "Enter: read again   k: keep it all the same   p: play   s: skip"
                            }
                            _ => "Enter: keep   r: read again   p: play   s: skip   b: back",
                        }));
                    }
                }
            }
            Phase::Paused => self.line("Break. Enter: go on"),
            Phase::Idle | Phase::Judging | Phase::Finished => {}
        }
    }

    fn verdict(&mut self, take: &ShownTake) {
        let style = self.context.style;
        let seconds = take.length_ms as f64 / 1000.0;
        let word = style.verdict(take.judgement.verdict);
        let Some((first, others)) = take.judgement.findings.split_first() else {
            self.line(&format!("{word}  {seconds:.1} s"));
            return;
        };
        self.line(&format!("{word}  {seconds:.1} s  {}", words(first)));
        if !others.is_empty() {
            let titles: Vec<&str> = others.iter().map(|finding| title(&finding.id)).collect();
            self.line(&style.faint(&format!("      also: {}", titles.join(", "))));
        }
    }

    /// What the recorder noticed that the verdict alone does not say.
    pub(crate) fn capture(&mut self, take: &TakeRecord) {
        let facts = &take.capture;
        let mut said = Vec::new();
        if facts.lost_frames > 0 || facts.xruns > 0 {
            said.push("The computer was too busy and lost some sound.".to_owned());
        }
        if facts.stalls > 0 {
            said.push("For a moment no sound arrived from the microphone.".to_owned());
        }
        if facts.clock_missing_frames > 0 {
            said.push("Some sound is missing from this recording.".to_owned());
        }
        if facts.all_zero {
            said.push("Only silence arrived.".to_owned());
        }
        if let Some(rate) = facts.clock_rate_hz {
            said.push(format!("The microphone's clock runs at {rate} Hz and not at {}.", take.rate));
        }
        for line in said {
            self.line(&self.context.style.doubtful(&line));
        }
    }

    /// A command that cannot be followed now.
    pub(crate) fn refused(&mut self, why: Refusal) {
        self.line(match why {
            Refusal::Recording => "A recording runs. Press Enter to stop it first.",
            Refusal::NotRecording => "No recording runs.",
            Refusal::Judging => "One moment, the recording is being looked at.",
            Refusal::Undecided => "Keep this recording or read it again first.",
            Refusal::NoTake => "There is no recording of this one yet.",
            Refusal::Kept => "This one is kept already.",
            Refusal::NothingBefore => "There is nothing before this one.",
            Refusal::UnknownPrompt => "The sheet has no such prompt.",
            Refusal::Paused => "This is a break. Press Enter to go on.",
            Refusal::NotPaused => "No break is being taken.",
            Refusal::DeviceLost => "The microphone is gone. Plug it in and start again.",
            Refusal::NotOpen => "The sitting is over.",
        });
    }

    /// All keys.
    pub(crate) fn help(&mut self) {
        self.line(
            "\nEnter       record; stop; keep a good take; read a rejected one again\n\
             k           keep this take\n\
             r           read it again\n\
             p           play the last take\n\
             s [WHY]     skip, with a reason if you like; it comes again at the end\n\
             b           back to the one before\n\
             g ID        go to the prompt with this id\n\
             w           take a break\n\
             q           stop for today; the next start goes on here\n\
             Ctrl-C      stop at once; what you kept is safe",
        );
    }

    /// A key that means nothing here.
    pub(crate) fn unknown(&mut self, text: &str) {
        self.line(&format!("`{}` is no key here; ? shows all keys.", safe(text)));
    }

    /// Trouble, in the error's own words; shown even on a silent screen.
    pub(crate) fn trouble(&mut self, error: &booth::Error) {
        self.clear_meter();
        tell!("{}: {}", self.context.style.doubtful("trouble"), safe(error.message()));
        if let Some(hint) = error.hint() {
            tell!("hint: {}", safe(hint));
        }
    }

    /// How loud it is, on a terminal.
    pub(crate) fn meter(&mut self, level: Level) {
        if self.silent || self.context.quiet || !self.context.style.terminal {
            return;
        }
        // -60 dBFS is the left end, full scale the right one.
        let share = level.peak_dbfs().map_or(0.0, |peak| ((peak + 60.0) / 60.0).clamp(0.0, 1.0));
        let full = (share * METER as f64).round() as usize;
        let word = if level.clipped { "too loud" } else { "" };
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
            "\nYou gave {} reading{} in this sitting, {} in all ({minutes:.1} minutes).",
            counts.kept_now,
            if counts.kept_now == 1 { "" } else { "s" },
            counts.kept
        ));
        if left == 0 {
            self.line(&self.context.style.good("That was all of it. Thank you!"));
        } else {
            let why = match reason {
                CloseReason::Error => "The sitting had to end. ",
                CloseReason::Interrupted => "Stopped, as you asked. ",
                CloseReason::Finished | CloseReason::Limit | CloseReason::Quit => "",
            };
            self.line(&format!("{why}{left} are left. To go on:\n\n    {}", safe(command)));
        }
    }
}

/// A finding in a contributor's words: what is wrong and what to do now.
fn words(finding: &Finding) -> String {
    explain(&finding.id).map_or_else(
        || title(&finding.id).to_owned(),
        |check| format!("{}: {} {}", check.title, check.problem, check.fix),
    )
}
