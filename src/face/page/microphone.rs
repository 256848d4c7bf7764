//! The microphone: each input is listened to while somebody speaks, the best is offered, and the chosen one is tried.

use super::scene::{Advice, FigureRow, InputRow, Microphones, SoundCheck, direction};
use super::stage::Act;
use super::studio::{LOOK, Step, Studio};
use crate::face::microphone::Microphone;
use booth::audio::{DeviceInfo, Tape, devices};
use booth::messages::{title, words};
use booth::msg;
use booth::quality::Policy;
use booth::recordings::RoomNoise;
use booth::sheet::Sheet;
use booth::sitting::{Heard, Listening, Trial, ranked, room_remark, sentence_to_try};
use booth::{Error, Result};
use std::time::Duration;

/// How long each input is listened to, in milliseconds.
const AUDITION_MS: u64 = 3_000;
/// What drivers do in the first moment after they are opened is no sound of the room, in milliseconds.
const SETTLE_MS: u64 = 300;
/// Inputs that are listened to one after the other without being asked; a machine that has more has doubles.
const MOST_INPUTS: usize = 5;
/// How long the room is listened to, in milliseconds.
const ROOM_MS: u64 = 2_000;
/// What is behind the meter is looked at this often.
const GLANCE: Duration = Duration::from_millis(20);

/// An input, and what came of it.
struct Input {
    info: DeviceInfo,
    state: &'static str,
    heard: Option<Heard>,
    /// Why it cannot be used.
    problem: Option<Error>,
}

/// The microphones of the machine.
struct Audition<'a> {
    studio: &'a mut Studio,
    named: &'a Microphone,
    policy: &'a Policy,
    inputs: Vec<Input>,
    chosen: Option<usize>,
    /// Whether a hand has chosen.
    is_by_hand: bool,
}

/// Lets the reader choose a microphone, the best one offered. One that was named at the start is not asked about.
pub(super) fn choose(studio: &mut Studio, named: &Microphone, policy: &Policy) -> Result<Step<Microphone>> {
    if named.is_named() {
        return Ok(Step::Done(named.clone()));
    }
    loop {
        let list = devices()?;
        let why = list.why_no_input.filter(|_| list.inputs.is_empty());
        let inputs: Vec<Input> = list
            .inputs
            .into_iter()
            .filter(|info| !info.setting.monitor)
            .map(|info| Input { state: "waiting", heard: None, problem: None, info })
            .collect();
        let mut audition = Audition { studio, named, policy, inputs, chosen: None, is_by_hand: false };
        if audition.inputs.is_empty() {
            audition.show("none", why.clone());
            match audition.studio.next(LOOK * 10)?.map(|told| told.act) {
                Some(Act::BackStep) => return Ok(Step::Back),
                Some(Act::Finish) => return Ok(Step::Finish),
                // It is looked for as long as there is none.
                _ => continue,
            }
        }
        if let Some(step) = audition.run()? {
            return Ok(step);
        }
    }
}

/// What a hand does meanwhile.
enum Turn {
    Choose(Box<Step<Microphone>>),
    Again,
    Nothing,
}

impl Audition<'_> {
    /// Listens to all, then waits for the choice; `None` to begin anew.
    fn run(&mut self) -> Result<Option<Step<Microphone>>> {
        for at in 0..self.inputs.len().min(MOST_INPUTS) {
            self.inputs[at].state = "listening";
            self.show("listening", None);
            match self.listen(at)? {
                Turn::Choose(step) => return Ok(Some(*step)),
                Turn::Again => return Ok(None),
                Turn::Nothing => {}
            }
            if !self.is_by_hand {
                self.chosen = self.best();
            }
        }
        loop {
            self.show("choose", None);
            match self.hand(LOOK)? {
                Turn::Choose(step) => return Ok(Some(*step)),
                Turn::Again => return Ok(None),
                Turn::Nothing => {}
            }
        }
    }

    /// Listens to one input; what goes wrong with it is said of it.
    fn listen(&mut self, at: usize) -> Result<Turn> {
        let microphone = self.named.with_id(&self.inputs[at].info.id);
        let tape = match microphone.find().and_then(|source| microphone.start(source)) {
            Ok(tape) => tape,
            Err(error) => {
                (self.inputs[at].state, self.inputs[at].problem) = ("failed", Some(error));
                return Ok(Turn::Nothing);
            }
        };
        let settled_ms = self.studio.clock.elapsed_ms() + SETTLE_MS;
        while self.studio.clock.elapsed_ms() < settled_ms {
            match self.glance(&tape)? {
                Turn::Nothing => {}
                turn => return Ok(turn),
            }
        }
        let mut samples = tape.start_listening(AUDITION_MS);
        let outcome = loop {
            if let Some(outcome) = samples.poll() {
                break outcome;
            }
            if let Some(fault) = tape.fault() {
                break Err(fault);
            }
            match self.glance(&tape)? {
                Turn::Nothing => {}
                turn => return Ok(turn),
            }
        };
        let input = &mut self.inputs[at];
        match outcome {
            Ok(samples) => {
                input.heard = Some(Heard::of(&samples, tape.info(), self.policy));
                input.state = "measured";
            }
            Err(error) => (input.state, input.problem) = ("failed", Some(error)),
        }
        tape.close();
        Ok(Turn::Nothing)
    }

    fn glance(&mut self, tape: &Tape) -> Result<Turn> {
        self.studio.meter(tape.level(), None);
        self.hand(GLANCE)
    }

    /// What a hand does.
    fn hand(&mut self, wait: Duration) -> Result<Turn> {
        let Some(told) = self.studio.next(wait)? else { return Ok(Turn::Nothing) };
        Ok(match told.act {
            Act::Choose { id: Some(id), .. } => {
                let found = self.inputs.iter().position(|input| input.info.id == id);
                if found.is_some() {
                    (self.chosen, self.is_by_hand) = (found, true);
                }
                Turn::Nothing
            }
            Act::GoOn => match self.chosen {
                Some(at) => Turn::Choose(Box::new(Step::Done(self.named.with_id(&self.inputs[at].info.id)))),
                None => Turn::Nothing,
            },
            Act::Listen => Turn::Again,
            Act::BackStep => Turn::Choose(Box::new(Step::Back)),
            Act::Finish => Turn::Choose(Box::new(Step::Finish)),
            _ => Turn::Nothing,
        })
    }

    /// The best of those that were heard.
    fn best(&self) -> Option<usize> {
        let heard: Vec<Option<Heard>> = self.inputs.iter().map(|input| input.heard.clone()).collect();
        ranked(&heard).into_iter().find(|&at| self.inputs[at].heard.is_some())
    }

    fn show(&mut self, phase: &'static str, why: Option<String>) {
        let best = self.best();
        let rows: Vec<InputRow> = self
            .inputs
            .iter()
            .enumerate()
            .map(|(at, input)| {
                let (problem, fix) = self.problem(input);
                InputRow {
                    id: input.info.id.clone(),
                    name: input.info.name.clone(),
                    default: input.info.is_default,
                    state: input.state,
                    level: None,
                    figures: input
                        .heard
                        .as_ref()
                        .map(|heard| figures(self.studio, heard))
                        .unwrap_or_default(),
                    problem,
                    fix,
                    best: phase == "choose" && best == Some(at),
                    chosen: self.chosen == Some(at),
                }
            })
            .collect();
        let title = self.studio.say(&match phase {
            "listening" => msg!("page-microphone-listening"),
            "choose" => msg!("page-microphone-choose"),
            _ => msg!("page-microphone-none"),
        });
        let say = self.studio.say(&msg!("page-microphone-say"));
        let body = Microphones { phase, inputs: &rows, say, why };
        self.studio.show("microphone", (title.clone(), title), true, &body);
    }

    /// What is wrong with an input, and what to do about it.
    fn problem(&self, input: &Input) -> (Option<String>, Option<String>) {
        let language = self.studio.language();
        if let Some(error) = &input.problem {
            return (Some(error.to_contributor(language).0), self.studio.hint(error));
        }
        let remark = input.heard.as_ref().and_then(|heard| heard.remarks.first());
        if let Some(remark) = remark {
            let message = remark.message();
            return (Some(self.studio.say(&message)), self.studio.remedy(*remark));
        }
        match &input.heard {
            Some(heard) if heard.measured.peak_dbfs.is_none() => {
                let advice = msg!("room-silent-advice");
                (Some(self.studio.say(&msg!("room-silent"))), Some(self.studio.say(&advice)))
            }
            _ => (None, None),
        }
    }
}

fn figures(studio: &Studio, heard: &Heard) -> Vec<FigureRow> {
    heard
        .figures()
        .iter()
        .map(|figure| FigureRow {
            name: studio.say(&figure.name),
            value: studio.say(&figure.value),
            good: figure.is_good,
        })
        .collect()
}

/// What the sound check is at.
enum Phase {
    Ready,
    Room(Listening),
    Sentence(Box<Trial>),
    Over { passed: bool },
}

/// Tries the microphone: the room, then a sentence of the sheet. It passes, or says the one thing to change.
pub(super) fn check(
    studio: &mut Studio,
    tape: &Tape,
    sheet: &Sheet,
    policy: &Policy,
) -> Result<Step<Option<RoomNoise>>> {
    let lang = sheet.locale.as_str();
    let sentence = sentence_to_try(&sheet.prompts).map(|prompt| prompt.text.as_str());
    let (mut phase, mut room): (Phase, Option<RoomNoise>) = (Phase::Ready, None);
    let (mut advice, mut rows): (Option<Advice>, Vec<FigureRow>) = (None, Vec::new());
    loop {
        if let Some(fault) = tape.fault() {
            return Err(fault);
        }
        let (name, seconds) = match &phase {
            Phase::Ready => ("ready", 0.0),
            Phase::Room(_) => ("room", ROOM_MS as f64 / 1000.0),
            Phase::Sentence(trial) if trial.is_ending() => ("judging", 0.0),
            Phase::Sentence(_) => ("sentence", 0.0),
            Phase::Over { passed: true } => ("passed", 0.0),
            Phase::Over { passed: false } => ("change", 0.0),
        };
        let title = studio.say(&msg!("page-sound"));
        let status = match (&phase, &advice) {
            (Phase::Room(_), _) => studio.say(&msg!("page-check-room")),
            (Phase::Sentence(_), _) => studio.say(&msg!("page-check-sentence")),
            (Phase::Over { passed: true }, _) => studio.say(&msg!("page-check-passed")),
            (Phase::Over { .. }, Some(advice)) => format!("{} {}", advice.title, advice.fix),
            _ => title.clone(),
        };
        let body = SoundCheck {
            phase: name,
            sentence,
            lang,
            dir: direction(lang),
            seconds,
            result: advice.as_ref(),
            figures: &rows,
        };
        studio.show("sound", (title, status), true, &body);
        studio.meter(tape.level(), None);
        let act = studio.next(GLANCE)?.map(|told| told.act);
        match (act, &mut phase) {
            (Some(Act::Check), Phase::Ready | Phase::Over { .. }) => {
                (advice, rows) = (None, Vec::new());
                phase = Phase::Room(Listening::start(tape, ROOM_MS));
            }
            (Some(Act::Stop { .. }), Phase::Sentence(trial)) => trial.end(tape),
            // While the microphone listens no recording can begin.
            (Some(Act::GoOn), Phase::Ready | Phase::Over { .. }) => return Ok(Step::Done(room)),
            (Some(Act::BackStep), _) => return Ok(Step::Back),
            (Some(Act::Finish), _) => return Ok(Step::Finish),
            _ => {}
        }
        let next = match &mut phase {
            Phase::Room(listening) => match listening.poll(tape).transpose()? {
                None => None,
                Some(heard) => {
                    let remark = room_remark(&heard);
                    let level = heard.noise_floor_dbfs;
                    room = Some(heard);
                    match (remark, sentence) {
                        (Some((what, fix)), _) => {
                            let title = studio.say(&what);
                            advice = Some(Advice { title, problem: None, fix: studio.say(&fix) });
                            Some(Phase::Over { passed: false })
                        }
                        (None, None) => Some(Phase::Over { passed: true }),
                        (None, Some(text)) => {
                            let what = (text, &sheet.locale);
                            Some(Phase::Sentence(Box::new(Trial::begin(tape, what, policy.clone(), level)?)))
                        }
                    }
                }
            },
            Phase::Sentence(trial) => match trial.poll(tape).transpose()? {
                None => None,
                Some(heard) => {
                    rows = figures(studio, &heard);
                    advice = heard.first_finding().and_then(|finding| advice_of(studio, &finding.id));
                    Some(Phase::Over { passed: heard.passes() })
                }
            },
            Phase::Ready | Phase::Over { .. } => None,
        };
        if let Some(next) = next {
            phase = next;
        }
    }
}

/// What is wrong and what to do, of a finding.
fn advice_of(studio: &Studio, id: &str) -> Option<Advice> {
    let said = words(studio.language(), id)?;
    let title = title(studio.language(), id).into_owned();
    Some(Advice { title, problem: Some(said.problem.into_owned()), fix: said.fix.into_owned() })
}
