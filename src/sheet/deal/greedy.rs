//! The choice of a deal, one prompt after the other: the intent that was dealt least, of its sentences the one that was read least, and for
//! its gaps values that bring what is rare.

use super::gathered::{Gathered, Spelled};
use super::{Deal, Dealt};
use crate::digest::Sha256;
use crate::ids::SpeakerId;
use crate::random::SplitMix64;
use crate::sheet::template::{Filled, Gap, Template};
use crate::sheet::{Pool, Prompt, Sheet};
use crate::text;
use std::collections::{BTreeMap, BTreeSet};

/// How many fillings of a template are tried.
const FILLINGS: usize = 12;
/// Of how many values of a list, drawn by chance, the one that was read least is taken.
const DRAWN: usize = 6;

/// Who is dealt how much.
#[derive(Debug, Clone, Copy)]
pub struct Wish<'a> {
    /// The speaker.
    pub speaker: &'a SpeakerId,
    /// How many deals the speaker has had of the sheet.
    pub round: u32,
    /// How many prompts, at most.
    pub readings: usize,
    /// How many of a hundred are to be for evaluation only, as far as there are such.
    pub eval_percent: u32,
    /// Whether nobody is trained on: sentences for training only are left out.
    pub is_evaluation: bool,
}

/// Deals a sheet: as many prompts as are wished for, fewer where the sheet has no more that the speaker has not read. `own` are the
/// prompts that the speaker was dealt before.
pub fn deal(sheet: &Sheet, wish: &Wish<'_>, gathered: &Gathered, own: &[Prompt]) -> Deal {
    let seed = Sha256::of(format!("deal\n{}\n{}\n{}\n", wish.speaker, sheet.sha256, wish.round));
    let seed = seed.bytes().first_chunk().copied().map(u64::from_be_bytes).unwrap_or_default();
    let mut dealer = Dealer::new(sheet, wish, gathered, SplitMix64::new(seed));
    dealer.texts.extend(own.iter().map(|prompt| text::fold(&prompt.text)));
    let mut prompts = Vec::new();
    for at in 0..wish.readings as u64 {
        let share = |at: u64| (at * u64::from(wish.eval_percent) + 50) / 100;
        let is_eval = share(at + 1) > share(at);
        let dealt = dealer.next(is_eval).or_else(|| dealer.next(!is_eval));
        let Some(dealt) = dealt else { break };
        prompts.push(dealt);
    }
    Deal { prompts }
}

/// A sentence of the sheet.
#[derive(Clone, Copy)]
enum Item<'s> {
    Prompt(&'s Prompt),
    Template(&'s Template),
}

impl Item<'_> {
    fn pool(&self) -> Pool {
        match self {
            Self::Prompt(prompt) => prompt.pool,
            Self::Template(template) => template.pool,
        }
    }
}

/// What is known of a sentence.
struct Known<'s> {
    item: Item<'s>,
    /// How often it was dealt now, and read before.
    dealt: u64,
    read: u64,
    chance: u64,
}

/// The sentences of an intent.
struct Intent<'s> {
    items: Vec<Known<'s>>,
    dealt: u64,
    read: u64,
    chance: u64,
}

struct Dealer<'s> {
    sheet: &'s Sheet,
    gathered: &'s Gathered,
    is_evaluation: bool,
    random: SplitMix64,
    intents: Vec<Intent<'s>>,
    /// How often the words of a slot were dealt now.
    values: BTreeMap<(String, String), u64>,
    spelled: Spelled,
    /// What the speaker was dealt, folded.
    texts: BTreeSet<String>,
}

impl<'s> Dealer<'s> {
    fn new(sheet: &'s Sheet, wish: &Wish<'_>, gathered: &'s Gathered, mut random: SplitMix64) -> Self {
        let prompts = sheet.prompts.iter().map(|prompt| (&prompt.intent, &prompt.id, Item::Prompt(prompt)));
        let templates = sheet.templates.iter().map(|one| (&one.intent, &one.id, Item::Template(one)));
        let mut intents: BTreeMap<&Option<String>, Intent<'s>> = BTreeMap::new();
        for (intent, id, item) in prompts.chain(templates) {
            let read = gathered.items.get(id).copied().unwrap_or_default();
            let known = Known { item, dealt: 0, read, chance: random.next_u64() };
            let of_intent = intents.entry(intent).or_insert_with(|| Intent {
                items: Vec::new(),
                dealt: 0,
                read: gathered.intents.get(intent).copied().unwrap_or_default(),
                chance: random.next_u64(),
            });
            of_intent.items.push(known);
        }
        Self {
            sheet,
            gathered,
            is_evaluation: wish.is_evaluation,
            random,
            intents: intents.into_values().collect(),
            values: BTreeMap::new(),
            spelled: Spelled::default(),
            texts: BTreeSet::new(),
        }
    }

    /// Deals one prompt, of those for evaluation only or of the others; `None` where there is none left.
    fn next(&mut self, is_eval: bool) -> Option<Dealt> {
        let mut order: Vec<usize> = (0..self.intents.len()).collect();
        order.sort_by_key(|&at| {
            let intent = &self.intents[at];
            (intent.dealt, intent.read, intent.chance)
        });
        for at in order {
            let mut items: Vec<usize> = (0..self.intents[at].items.len()).collect();
            items.retain(|&item| self.is_wanted(self.intents[at].items[item].item.pool(), is_eval));
            items.sort_by_key(|&item| {
                let known = &self.intents[at].items[item];
                (known.dealt, known.read, known.chance)
            });
            for item in items {
                let Some(prompt) = self.made(self.intents[at].items[item].item) else { continue };
                self.intents[at].dealt += 1;
                self.intents[at].items[item].dealt += 1;
                return Some(self.take_note(prompt, self.intents[at].items[item].item));
            }
        }
        None
    }

    fn is_wanted(&self, pool: Pool, is_eval: bool) -> bool {
        (pool == Pool::EvalOnly) == is_eval && !(self.is_evaluation && pool == Pool::TrainOnly)
    }

    /// Makes a prompt that the speaker has not read; `None` where there is none.
    fn made(&mut self, item: Item<'s>) -> Option<Prompt> {
        match item {
            Item::Prompt(prompt) => (!self.texts.contains(&text::fold(&prompt.text))).then(|| prompt.clone()),
            Item::Template(template) => self.filled(template),
        }
    }

    /// Fills a template some times and takes the filling with the rarest spelling, one that nobody has read before one that
    /// somebody has.
    fn filled(&mut self, template: &'s Template) -> Option<Prompt> {
        let mut best: Option<((bool, u64), Prompt)> = None;
        for _ in 0..FILLINGS {
            let Some(Filled { annotated, pool, .. }) = self.filling(template) else { continue };
            let Some(prompt) = template.prompt(&annotated, pool) else { continue };
            let folded = text::fold(&prompt.text);
            if self.texts.contains(&folded) {
                continue;
            }
            let worth = (
                !self.gathered.texts.contains(&folded),
                self.spelled.rarity(&self.gathered.spelled, &folded),
            );
            if best.as_ref().is_none_or(|(most, _)| worth > *most) {
                best = Some((worth, prompt));
            }
        }
        best.map(|(_, prompt)| prompt)
    }

    fn filling(&mut self, template: &'s Template) -> Option<Filled> {
        let mut chosen = Vec::new();
        let mut used: Vec<(&str, usize)> = Vec::new();
        let mut pool = template.pool;
        for gap in template.gaps() {
            let (at, value) = self.value(gap, pool, &used)?;
            used.push((&gap.list, at));
            pool = pool.and(value)?;
            chosen.push(at);
        }
        template.fill(&self.sheet.values, &chosen, &self.sheet.locale)
    }

    /// Draws some values that can go into a gap, and takes the one that was dealt and read least.
    fn value(&mut self, gap: &'s Gap, pool: Pool, used: &[(&str, usize)]) -> Option<(usize, Pool)> {
        // What makes a sentence one for evaluation only goes into such a sentence.
        let is_eval = pool == Pool::EvalOnly;
        let fits = |value: Pool| pool.and(value).is_some() && (is_eval || value != Pool::EvalOnly);
        let slot = crate::sheet::values::slot_of(&gap.list)?;
        let able: Vec<_> = self
            .sheet
            .values
            .with_form(&gap.list, &gap.form)
            .filter(|(at, value, _)| {
                fits(value.pool)
                    && !(self.is_evaluation && value.pool == Pool::TrainOnly)
                    && !used.contains(&(gap.list.as_str(), *at))
            })
            .collect();
        if able.is_empty() {
            return None;
        }
        let drawn = (0..DRAWN).map(|_| self.random.below(able.len())).collect::<Vec<_>>();
        let count = |counts: &BTreeMap<(String, String), u64>, words: &str| {
            counts.get(&(slot.to_owned(), words.to_owned())).copied().unwrap_or_default()
        };
        let least = drawn.into_iter().min_by_key(|&at| {
            let words = &able[at].2.words;
            (count(&self.values, words), count(&self.gathered.values, words))
        })?;
        Some((able[least].0, able[least].1.pool))
    }

    fn take_note(&mut self, prompt: Prompt, item: Item<'_>) -> Dealt {
        let folded = text::fold(&prompt.text);
        self.spelled.add(&folded);
        for slot in &prompt.slots {
            *self.values.entry((slot.name.clone(), slot.value.clone())).or_default() += 1;
        }
        self.texts.insert(folded);
        let template = match item {
            Item::Prompt(_) => None,
            Item::Template(template) => Some(template.id.clone()),
        };
        Dealt { prompt: prompt.id, template, annotated: prompt.annotated, pool: prompt.pool }
    }
}
