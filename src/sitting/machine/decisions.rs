//! Decisions on takes: keep, leave out, delete, and take back.

use super::{Booth, Decision, TakeOf, journal_in};
use crate::ids::{PromptId, SessionId};
use crate::recordings::session::TakeState;
use crate::recordings::session::event::Event;
use crate::sitting::model::{Asked, Effect, OWN_WISH, Refusal, ShownTake, SkipReason};

impl Booth {
    pub(super) fn keep(&mut self, effects: &mut Vec<Effect>) -> Result<(), Refusal> {
        let at = self.agenda.current().ok_or(Refusal::NotOpen)?;
        let prompt = self.agenda.key(at).0;
        let take = self.take().ok_or(Refusal::NoTake)?.clone();
        if take.is_kept() {
            self.agenda.kept();
            self.advance(effects);
            return Ok(());
        }
        if take.is_silent() {
            return Err(Refusal::Silent);
        }
        if take.interrupted {
            return Err(Refusal::CutShort);
        }
        let key = of(&take, &prompt);
        // One of another session is accepted there, and only was not the latest.
        if self.is_own(&take.session) {
            effects.push(kept(&key));
        }
        let others: Vec<ShownTake> = self.agenda.past().map_or(Vec::new(), |past| {
            past.takes.iter().filter(|other| of(other, &prompt) != key).cloned().collect()
        });
        let former = others.iter().find(|other| other.is_kept()).map(|other| of(other, &prompt));
        let is_given_up =
            |other: &&ShownTake| other.state != TakeState::Replaced && self.is_own(&other.session);
        let given_up: Vec<TakeOf> =
            others.iter().filter(is_given_up).map(|other| of(other, &prompt)).collect();
        for (session, prompt, take) in &given_up {
            let known = self.reasons.get(&(session.clone(), prompt.clone(), *take)).cloned();
            let reason = known.unwrap_or_else(|| OWN_WISH.to_owned());
            let event = Event::Redone { prompt: prompt.clone(), take: *take, reason };
            effects.push(journal_in(session, event));
        }
        self.mark(&key, TakeState::Kept);
        for other in given_up.iter().chain(&former) {
            self.mark(other, TakeState::Replaced);
        }
        let was_again = self.agenda.is_again();
        self.agenda.kept();
        self.decided.push(Decision::Kept { at, take: key, former, given_up, was_again });
        self.advance(effects);
        Ok(())
    }

    pub(super) fn skip(&mut self, reason: &SkipReason, effects: &mut Vec<Effect>) -> Result<(), Refusal> {
        let at = self.agenda.current().ok_or(Refusal::NotOpen)?;
        let past = self.agenda.past_mut().ok_or(Refusal::NotOpen)?;
        if past.kept().is_some() {
            if !self.agenda.is_again() {
                return Err(Refusal::Kept);
            }
            // It was asked for once more, and stays as it is.
            self.agenda.kept();
            self.advance(effects);
            return Ok(());
        }
        // What was looked at is neither accepted nor offered again by itself.
        let passed_over = std::mem::replace(&mut past.passed_over, past.takes.len());
        let (prompt, repetition) = self.agenda.key(at);
        effects.push(self.journal(Event::Skipped { prompt, repetition, reason: reason.clone() }));
        self.agenda.left_out();
        self.decided.push(Decision::LeftOut { at, passed_over });
        self.advance(effects);
        Ok(())
    }

    /// Asks first, then deletes the take that is looked at.
    pub(super) fn delete(&mut self, was_asked: bool, effects: &mut Vec<Effect>) -> Result<(), Refusal> {
        let prompt = self.prompt().ok_or(Refusal::NotOpen)?.id.clone();
        let take = self.take().ok_or(Refusal::NoTake)?.clone();
        if !self.is_own(&take.session) {
            return Err(Refusal::Elsewhere);
        }
        if !was_asked {
            self.asks = Some(Asked::Delete);
            return Ok(());
        }
        let key = of(&take, &prompt);
        if let Some(past) = self.agenda.past_mut() {
            let place = past.takes.iter().position(|other| of(other, &prompt) == key);
            past.passed_over -= usize::from(place.is_some_and(|place| place < past.passed_over));
            past.takes.retain(|other| of(other, &prompt) != key);
        }
        // One that was accepted in another session comes into its own again.
        let elsewhere = self.agenda.past().and_then(|past| {
            past.takes.iter().rfind(|other| !self.is_own(&other.session)).map(|other| of(other, &prompt))
        });
        if let Some(other) = elsewhere.filter(|_| take.is_kept()) {
            self.mark(&other, TakeState::Kept);
        }
        // Nothing brings it back: whatever was decided on it is past.
        self.decided.retain(|decision| !matches!(decision, Decision::Kept { take, .. } if *take == key));
        let (session, prompt, take) = key;
        effects.push(Effect::DeleteTake { session, prompt, take });
        self.arrive(effects);
        Ok(())
    }

    /// Takes back the last decision, and comes to its reading.
    pub(super) fn undo(&mut self, effects: &mut Vec<Effect>) -> Result<(), Refusal> {
        match self.decided.pop().ok_or(Refusal::NothingToUndo)? {
            Decision::Kept { at, take, former, given_up, was_again } => {
                self.agenda.turn_to(at);
                if self.is_own(&take.0) {
                    effects.push(undone(&take));
                    self.mark(&take, TakeState::Undecided);
                } else {
                    self.mark(&take, TakeState::Replaced);
                }
                for other in given_up.iter().filter(|other| Some(*other) != former.as_ref()) {
                    if self.mark(other, TakeState::Undecided) {
                        effects.push(undone(other));
                    }
                }
                if let Some(former) = former.filter(|former| self.mark(former, TakeState::Kept))
                    && self.is_own(&former.0)
                {
                    effects.push(kept(&former));
                }
                if was_again {
                    self.agenda.wanted_again();
                }
                effects.push(self.journal(Event::Back { prompt: self.agenda.key(at).0 }));
                match self.place_of(&take) {
                    Some(place) => self.show_take(place, effects),
                    None => self.arrive(effects),
                }
            }
            Decision::LeftOut { at, passed_over } => {
                self.agenda.turn_to(at);
                self.agenda.taken_in();
                if let Some(past) = self.agenda.past_mut() {
                    past.passed_over = passed_over.min(past.takes.len());
                }
                effects.push(self.journal(Event::Back { prompt: self.agenda.key(at).0 }));
                self.arrive(effects);
            }
        }
        Ok(())
    }

    /// Returns the place of a take of the reading at hand.
    fn place_of(&self, take: &TakeOf) -> Option<usize> {
        let past = self.agenda.past()?;
        past.takes.iter().position(|other| of(other, &take.1) == *take)
    }

    /// Notes what became of a take of the reading at hand; says whether it is there.
    fn mark(&mut self, take: &TakeOf, state: TakeState) -> bool {
        let place = self.place_of(take);
        let found = self.agenda.past_mut().zip(place).and_then(|(past, place)| past.takes.get_mut(place));
        found.map(|found| found.state = state).is_some()
    }
}

fn of(take: &ShownTake, prompt: &PromptId) -> TakeOf {
    (take.session.clone(), prompt.clone(), take.take)
}

fn kept((session, prompt, take): &(SessionId, PromptId, u16)) -> Effect {
    journal_in(session, Event::Kept { prompt: prompt.clone(), take: *take })
}

fn undone((session, prompt, take): &(SessionId, PromptId, u16)) -> Effect {
    journal_in(session, Event::Undone { prompt: prompt.clone(), take: *take })
}
