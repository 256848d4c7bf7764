//! The booth on the page: draws the sitting, and gives it the commands of a hand.

use super::acts::{REASONS, acts, command, primary, reason_word, refusal};
use super::scene::{Named, Note, Tone, direction};
use super::stage::{Act, Told};
use super::studio::Studio;
use booth::Result;
use booth::ids::{Locale, PromptId, SessionId};
use booth::messages::{Arg, Message, finding, title, wait, words};
use booth::msg;
use booth::quality::{Finding, Verdict};
use booth::recordings::{TakeRecord, feedback};
use booth::sheet::{MediaKind, Sheet};
use booth::sitting::{
    Asked, CloseReason, Command, DeviceRemark, Mode, Notice, Phase, ReadingState, Refusal, ReportReason,
    ShownTake, Sitting, ViewState, Wave, capture_remarks,
};
use serde::Serialize;
use std::collections::BTreeSet;
use std::time::Duration;

/// How often the microphone and the page are looked at.
const POLL: Duration = Duration::from_millis(10);
/// With no page for so long a break is taken, in milliseconds.
const AWAY_MS: u64 = 15_000;
/// Until so many readings were accepted, one is thought to take this long, in milliseconds.
const USUAL_MS: u64 = 12_000;
const FEW: usize = 3;

/// The prompt.
#[derive(Serialize)]
struct PromptCard {
    id: PromptId,
    text: String,
    hint: Option<String>,
    place: String,
    again: Option<String>,
    media: Option<MediaCard>,
}

/// The sound or the picture of the prompt.
#[derive(Serialize)]
struct MediaCard {
    kind: MediaKind,
    /// Where a picture is; a sound is played by the program.
    url: Option<String>,
    alt: String,
}

/// The take that is shown.
#[derive(Serialize)]
struct TakeCard {
    verdict: Verdict,
    word: String,
    length: String,
    problem: Option<String>,
    fix: Option<String>,
    others: Vec<String>,
    kept: bool,
    new: bool,
    attempt: usize,
    attempts: usize,
    wave: Option<WaveCard>,
}

/// Its picture.
#[derive(Clone, Serialize)]
struct WaveCard {
    #[serde(flatten)]
    wave: Wave,
    /// Each fault's place with its title, in place of its id.
    faults: Vec<Mark>,
}

#[derive(Clone, Serialize)]
struct Mark {
    from: u64,
    to: u64,
    title: String,
}

#[derive(Serialize)]
struct Asks {
    what: Asked,
    text: String,
}

#[derive(Serialize)]
struct CountsRow {
    text: String,
    minutes: String,
    left: String,
    kept: usize,
    readings: usize,
}

#[derive(Clone, Serialize)]
struct Lost {
    text: String,
    wait: String,
}

#[derive(Serialize)]
struct Reason {
    id: &'static str,
    word: String,
}

#[derive(Serialize)]
struct Body {
    phase: Phase,
    lang: String,
    dir: &'static str,
    prompt: Option<PromptCard>,
    before: Option<String>,
    after: Option<String>,
    mode: Mode,
    take: Option<TakeCard>,
    primary: &'static str,
    acts: Vec<&'static str>,
    reasons: Vec<Reason>,
    reports: Vec<Reason>,
    asks: Option<Asks>,
    counts: CountsRow,
    playing: bool,
    lost: Option<Lost>,
    offer: Option<String>,
    auto_play: bool,
    languages: Vec<Named>,
    language: &'static str,
}

/// A reading in the list of all.
#[derive(Serialize)]
struct Row {
    number: usize,
    prompt: PromptId,
    text: String,
    state: ReadingState,
    word: String,
}

/// Which take a picture is of, and in which language its faults are named.
type Pictured = (SessionId, PromptId, u16, &'static str);

/// The booth.
pub(super) struct Drawing<'a> {
    studio: &'a mut Studio,
    locale: Locale,
    /// The title of the sheet.
    title: String,
    /// The findings that were said of the microphone itself.
    of_device: BTreeSet<&'static str>,
    lost: Option<Lost>,
    auto_play: bool,
    picture: Option<(Pictured, Option<WaveCard>)>,
    /// The prompt whose picture is on the page, and where.
    seen: Option<(PromptId, Option<String>)>,
    /// The states of the scene, and of the sitting that each of them shows.
    shown: Vec<(u64, u64)>,
    /// Whether somebody was away, and a break was taken for it.
    has_left: bool,
    /// What was shown last, as far as it tells whether anything else is to be drawn.
    drawn: Option<Seen>,
}

/// What makes a scene another one.
type Seen = (u64, Phase, Mode, bool, bool, bool, bool, u64, &'static str);

impl<'a> Drawing<'a> {
    pub(super) fn new(studio: &'a mut Studio, sheet: &Sheet) -> Self {
        let tag = sheet.locale.as_str();
        if let Some(instructions) = sheet.head.instructions.get(&sheet.locale) {
            studio.note(Tone::Info, instructions.clone());
        }
        Self {
            studio,
            locale: sheet.locale.clone(),
            title: sheet.head.title_for(tag).to_owned(),
            of_device: BTreeSet::new(),
            lost: None,
            auto_play: false,
            picture: None,
            seen: None,
            shown: Vec::new(),
            has_left: false,
            drawn: None,
        }
    }

    /// Runs the sitting to its end.
    pub(super) fn run(&mut self, sitting: &mut Sitting) -> Result<CloseReason> {
        self.remarks(&sitting.remarks());
        self.studio.close_readings();
        let mut stopping = false;
        let mut notices = sitting.start(self.now_ms());
        loop {
            for notice in std::mem::take(&mut notices) {
                if let Some(reason) = self.notice(sitting, &notice) {
                    return Ok(reason);
                }
            }
            let view = sitting.view();
            self.draw(sitting, &view);
            // The meter lives while something may be said.
            if matches!(view.phase, Phase::Showing | Phase::Recording) {
                self.studio.meter(sitting.level(), view.recording_ms);
            }
            notices = match self.studio.next(POLL) {
                Ok(Some(told)) => self.follow(sitting, &view, &told),
                Ok(None) => self.look_around(sitting, &view),
                Err(_) if stopping => sitting.poll(self.now_ms()),
                // What runs is saved, and the sitting ends in order.
                Err(_) => {
                    stopping = true;
                    sitting.command(&Command::Interrupt, self.now_ms())
                }
            };
            if stopping {
                std::thread::sleep(POLL);
            }
        }
    }

    fn now_ms(&self) -> u64 {
        self.studio.clock.elapsed_ms()
    }

    /// What goes on by itself; and when no page is there any more, what runs is ended and kept, and a break taken.
    fn look_around(&mut self, sitting: &mut Sitting, view: &ViewState) -> Vec<Notice> {
        let now_ms = self.now_ms();
        let away_ms = self.studio.alone_ms();
        let mut notices = Vec::new();
        match (away_ms, view.phase) {
            (Some(_), Phase::Recording) if view.mode != Mode::HandsFree && !self.has_left => {
                self.has_left = true;
                let text = self.studio.say(&msg!("page-was-away"));
                self.studio.note(Tone::Warn, text);
                notices = sitting.command(&Command::Stop, now_ms);
            }
            (Some(away_ms), Phase::Showing | Phase::Verdict | Phase::Recording) if away_ms >= AWAY_MS => {
                notices = sitting.command(&Command::Pause, now_ms);
            }
            (None, _) => self.has_left = false,
            _ => {}
        }
        notices.extend(sitting.poll(now_ms));
        notices
    }

    /// Follows what a hand does.
    fn follow(&mut self, sitting: &mut Sitting, view: &ViewState, told: &Told) -> Vec<Notice> {
        let now_ms = self.now_ms();
        let of = self.shown.iter().find(|(scene, _)| *scene == told.state).map(|(_, state)| *state);
        if told.act == Act::Drawn {
            if let Some(state) = of {
                sitting.drawn(state, now_ms);
            }
            return Vec::new();
        }
        match &told.act {
            Act::Mode { mode } => {
                sitting.set_mode(*mode);
                return Vec::new();
            }
            Act::AutoPlay { on } => {
                self.auto_play = *on;
                self.drawn = None;
                return Vec::new();
            }
            Act::List => {
                self.list(sitting);
                return Vec::new();
            }
            _ => {}
        }
        let Some(command) = command(&told.act, view) else { return Vec::new() };
        if let Act::Stop { held: true } = told.act {
            return sitting.command_at(&command, told.at_ms, now_ms);
        }
        // What was on the screen is what is answered.
        if of != Some(view.state) && command != Command::Quit {
            return vec![Notice::Refused(Refusal::Unseen)];
        }
        if let Act::Play | Act::Hear = told.act
            && view.playing
        {
            sitting.stop_playing();
            return Vec::new();
        }
        sitting.press(&command, told.at_ms, now_ms)
    }

    fn list(&self, sitting: &Sitting) {
        let rows: Vec<Row> = sitting
            .readings()
            .into_iter()
            .map(|reading| Row {
                number: reading.number,
                prompt: reading.prompt,
                text: reading.text,
                state: reading.state,
                word: self.studio.say(&reading.state.message()),
            })
            .collect();
        self.studio.readings(&rows);
    }

    /// Takes in a notice; returns why the sitting is over, when it is.
    fn notice(&mut self, sitting: &mut Sitting, notice: &Notice) -> Option<CloseReason> {
        match notice {
            Notice::Take { take, .. } => {
                self.capture(take);
                if self.auto_play && take.verdict == Verdict::Warn && sitting.view().mode == Mode::Manual {
                    // Nothing else than to play can come of it.
                    let _ = sitting.command(&Command::Play, self.now_ms());
                }
            }
            Notice::NoTake(error) | Notice::NotPlayed(error) | Notice::Failed(error) => {
                self.studio.trouble(error);
            }
            Notice::DeviceLost(error) => {
                let text = error.to_contributor(self.studio.language()).0;
                let advice =
                    error.contributor_message().and_then(|message| wait(self.studio.language(), message));
                let searched = self.studio.say(&msg!("page-device-searched"));
                let wait = advice.map_or_else(|| searched.clone(), |advice| format!("{advice} {searched}"));
                self.lost = Some(Lost { text, wait });
            }
            Notice::DeviceBack(name) => {
                self.lost = None;
                self.info(&msg!("device-back", name = name.as_str()));
            }
            Notice::Remarks(remarks) => self.remarks(remarks),
            Notice::Muted { name, muted: true } => self.warn(&msg!("device-muted", name = name.as_str())),
            Notice::Muted { name, muted: false } => self.info(&msg!("device-unmuted", name = name.as_str())),
            Notice::TooLong(longest) => self.warn(&msg!("take-stopped-long", length = longest.message())),
            Notice::Slept(ms) => {
                self.warn(&msg!("slept", seconds = Arg::decimal(*ms as f64 / 1000.0, 0)));
            }
            // What was pressed before there was anything to answer is no mistake to be told of.
            Notice::Refused(Refusal::Unseen) => {}
            Notice::Refused(why) => self.info(&refusal(*why)),
            Notice::Reported => self.info(&msg!("report-thanks")),
            Notice::Closed(reason) => return Some(*reason),
        }
        None
    }

    fn info(&mut self, message: &Message) {
        let text = self.studio.say(message);
        self.studio.note(Tone::Info, text);
    }

    fn warn(&mut self, message: &Message) {
        let text = self.studio.say(message);
        self.studio.note(Tone::Warn, text);
    }

    /// What holds for a microphone, once.
    fn remarks(&mut self, remarks: &[DeviceRemark]) {
        self.of_device = remarks.iter().flat_map(|remark| remark.findings()).copied().collect();
        for remark in remarks {
            let text = self.studio.say(&remark.message());
            let text =
                self.studio.remedy(*remark).map_or_else(|| text.clone(), |fix| format!("{text} {fix}"));
            self.studio.note(Tone::Warn, text);
        }
    }

    /// What the recorder noticed that the verdict alone does not say.
    fn capture(&mut self, take: &TakeRecord) {
        for message in capture_remarks(take) {
            self.warn(&message);
        }
    }

    /// Draws the view, if anything in it is another than before.
    fn draw(&mut self, sitting: &Sitting, view: &ViewState) {
        let seen = (
            view.state,
            view.phase,
            view.mode,
            view.playing,
            view.device_lost,
            view.offers_break,
            view.asks.is_some(),
            self.studio.noted(),
            self.studio.language().tag(),
        );
        if self.drawn.as_ref() == Some(&seen) {
            return;
        }
        self.drawn = Some(seen);
        let body = self.body(sitting, view);
        let status = self.status(view, &body);
        let state = self.studio.show("booth", (self.title.clone(), status), false, &body);
        self.shown.retain(|(scene, _)| *scene != state);
        self.shown.push((state, view.state));
        // A page that lags by more sees nothing that it could answer.
        let many = self.shown.len().saturating_sub(32);
        self.shown.drain(..many);
    }

    /// One sentence for who cannot see the page.
    fn status(&self, view: &ViewState, body: &Body) -> String {
        if let Some(lost) = &body.lost {
            return format!("{} {}", lost.text, lost.wait);
        }
        if let Some(Note { text, .. }) = self.studio.last_note() {
            return text.clone();
        }
        if let Some(asks) = &body.asks {
            return asks.text.clone();
        }
        match (&body.take, view.phase) {
            (Some(take), Phase::Verdict) => {
                let said = [take.problem.as_deref(), take.fix.as_deref()].into_iter().flatten();
                let said = said.collect::<Vec<_>>().join(" ");
                let parts = [take.word.as_str(), &take.length, &said];
                let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
                parts.join(" · ")
            }
            (_, Phase::Showing) => {
                let prompt = body.prompt.as_ref();
                prompt.map_or_else(String::new, |prompt| format!("{}: {}", prompt.place, prompt.text))
            }
            _ => self.studio.say(&phase_word(view.phase)),
        }
    }

    fn body(&mut self, sitting: &Sitting, view: &ViewState) -> Body {
        let lang = self.locale.to_string();
        let media = self.media(sitting, view);
        let prompt = view.prompt.as_ref().map(|prompt| PromptCard {
            id: prompt.id.clone(),
            text: prompt.text.clone(),
            hint: prompt.hint.clone(),
            place: self.studio.say(&msg!(
                "prompt-place",
                number = prompt.number,
                readings = view.counts.readings
            )),
            again: self.again(view),
            media,
        });
        let take = self.take(sitting, view);
        let say = |message: Message| self.studio.say(&message);
        Body {
            phase: view.phase,
            dir: direction(&lang),
            lang,
            prompt,
            before: view.before.clone(),
            after: view.after.clone(),
            mode: view.mode,
            take,
            primary: primary(view),
            acts: acts(view),
            reasons: REASONS.iter().map(|id| Reason { id, word: say(reason_word(id)) }).collect(),
            reports: ReportReason::GIVEN.map(|why| Reason { id: why.id(), word: say(why.message()) }).into(),
            asks: view.asks.map(|what| Asks {
                what,
                text: say(match what {
                    Asked::Delete => msg!("page-delete-ask"),
                    Asked::WhoIsThere => msg!("nobody-heard"),
                }),
            }),
            counts: self.counts(view),
            playing: view.playing,
            lost: self.lost.clone().filter(|_| view.device_lost),
            offer: view.offers_break.then(|| say(msg!("break-offer"))),
            auto_play: self.auto_play,
            languages: Named::languages(),
            language: self.studio.language().tag(),
        }
    }

    /// Shows the picture of the prompt to the page, and says where.
    fn media(&mut self, sitting: &Sitting, view: &ViewState) -> Option<MediaCard> {
        let prompt = view.prompt.as_ref()?;
        let media = prompt.media.as_ref()?;
        if self.seen.as_ref().is_none_or(|(seen, _)| *seen != prompt.id) {
            let picture = sitting.picture();
            let url = picture.map(|(media, bytes)| self.studio.picture(media, bytes));
            self.seen = Some((prompt.id.clone(), url));
        }
        let url = self.seen.as_ref().and_then(|(_, url)| url.clone());
        if media.kind == MediaKind::Picture && url.is_none() {
            return None;
        }
        let alt = self.studio.say(&msg!("page-picture-alt"));
        Some(MediaCard { kind: media.kind, url, alt })
    }

    /// Which reading and which time it is, where that is not the first of one.
    fn again(&self, view: &ViewState) -> Option<String> {
        let prompt = view.prompt.as_ref()?;
        let mut words = Vec::new();
        if prompt.repeat > 1 {
            let (repetition, repeat) = (prompt.repetition, prompt.repeat);
            words.push(self.studio.say(&msg!("prompt-reading", repetition = repetition, repeat = repeat)));
        }
        if let Some(reasons) = prompt.asked.as_ref().filter(|_| view.take.is_none()) {
            words.push(self.studio.say(&feedback::here(reasons)));
        } else if view.take.is_none() && prompt.attempts > 0 {
            words.push(self.studio.say(&msg!("prompt-again")));
        }
        (!words.is_empty()).then(|| words.join(", "))
    }

    fn counts(&self, view: &ViewState) -> CountsRow {
        let counts = view.counts;
        let busy_ms = view.sitting_ms - view.break_ms;
        let each_ms = if counts.kept_now >= FEW { busy_ms / counts.kept_now as u64 } else { USUAL_MS };
        let minutes = |ms: u64| Arg::decimal(ms as f64 / 60_000.0, 1);
        let left = (each_ms * counts.left_now as u64).div_ceil(60_000);
        CountsRow {
            text: self.studio.say(&msg!("page-kept", kept = counts.kept, readings = counts.readings)),
            minutes: self.studio.say(&msg!("page-minutes", minutes = minutes(counts.kept_ms))),
            left: self.studio.say(&msg!("page-left", count = left)),
            kept: counts.kept,
            readings: counts.readings,
        }
    }

    fn take(&mut self, sitting: &Sitting, view: &ViewState) -> Option<TakeCard> {
        let (take, prompt) = (view.take.as_ref()?, view.prompt.as_ref()?);
        let wave = self.picture(sitting, &prompt.id, take);
        let language = self.studio.language();
        // What holds for the microphone was said of it, and is no news of this take.
        let (known, news): (Vec<&Finding>, Vec<&Finding>) =
            take.judgement.findings.iter().partition(|finding| self.of_device.contains(finding.id.as_str()));
        let (problem, fix) = match (news.first(), known.first()) {
            (Some(first), _) => match words(language, &first.id) {
                Some(said) => (Some(said.problem.into_owned()), Some(said.fix.into_owned())),
                None => (Some(first.id.clone()), None),
            },
            (None, Some(_)) => (Some(self.studio.say(&msg!("take-device"))), None),
            (None, None) => (None, None),
        };
        let others = news.iter().skip(1).chain(&known).map(|other| finding(language, &other.id)).collect();
        let seconds = Arg::decimal(take.length_ms as f64 / 1000.0, 1);
        Some(TakeCard {
            verdict: take.judgement.verdict,
            word: self.studio.say(&verdict_word(take.judgement.verdict)),
            length: self.studio.say(&msg!("take-length", seconds = seconds)),
            problem,
            fix,
            others,
            kept: take.is_kept(),
            new: view.is_new,
            attempt: view.attempt.unwrap_or(1),
            attempts: view.attempts,
            wave,
        })
    }

    /// The picture of a take, read once; a file that cannot be read has none.
    fn picture(&mut self, sitting: &Sitting, prompt: &PromptId, take: &ShownTake) -> Option<WaveCard> {
        let language = self.studio.language();
        let of = (take.session.clone(), prompt.clone(), take.take, language.tag());
        if self.picture.as_ref().is_none_or(|(pictured, _)| *pictured != of) {
            let wave = Wave::of(&sitting.file_of(prompt, take), &take.judgement.findings).ok().flatten();
            let card = wave.map(|wave| {
                let mark = |mark: &booth::sitting::FaultMark| Mark {
                    from: mark.from,
                    to: mark.to,
                    title: title(language, &mark.id).into_owned(),
                };
                WaveCard { faults: wave.faults.iter().map(mark).collect(), wave }
            });
            self.picture = Some((of, card));
        }
        self.picture.as_ref().and_then(|(_, card)| card.clone())
    }
}

/// What the booth is doing, in a word for the page.
fn phase_word(phase: Phase) -> Message {
    match phase {
        Phase::Idle | Phase::Showing | Phase::Finished => msg!("page-phase-showing"),
        Phase::Recording => msg!("page-phase-recording"),
        Phase::Judging => msg!("page-phase-judging"),
        Phase::Verdict => msg!("page-phase-verdict"),
        Phase::Paused => msg!("page-phase-paused"),
        Phase::Done => msg!("page-phase-done"),
    }
}

/// What the checks say of a take, in a word or two that are no school mark.
fn verdict_word(verdict: Verdict) -> Message {
    match verdict {
        Verdict::Pass => msg!("page-verdict-pass"),
        Verdict::Warn => msg!("page-verdict-warn"),
        Verdict::Reject => msg!("page-verdict-reject"),
    }
}
