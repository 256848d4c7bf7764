//! Dealing: what a speaker reads of a sheet of which each reader gets other sentences.

use super::agenda::Wanted;
use super::history::History;
use super::request::Request;
use crate::error::Result;
use crate::parallel;
use crate::recordings::session::record::SessionRecord;
use crate::recordings::session::{SessionView, TakeState};
use crate::sheet::annotation;
use crate::sheet::{Deal, Gathered, Prompt, Sheet, Wish, deal};
use std::collections::BTreeMap;
use std::path::PathBuf;

/// What a deal is made from.
pub(super) struct Dealing<'a> {
    pub request: &'a Request,
    /// All sessions of the folder, by their records.
    pub known: &'a [(PathBuf, SessionRecord)],
    /// The speaker's, the latest last.
    pub mine: &'a [SessionView],
}

impl Dealing<'_> {
    /// Says whether something of what a session was dealt is still to be read. A session that was dealt nothing is always open, and so is
    /// one of which prompts are wanted again.
    pub fn is_open(&self, record: &SessionRecord) -> bool {
        let Some(deal) = &record.deal else { return true };
        let texts: BTreeMap<_, _> = deal
            .prompts
            .iter()
            .filter_map(|dealt| {
                let (text, _) = annotation::parse(&dealt.annotated).ok()?;
                Some((dealt.prompt.clone(), crate::digest::Sha256::of(text)))
            })
            .collect();
        let Wanted { again, asked, .. } = &self.request.wanted;
        let mut wanted = again.iter().chain(asked.iter().map(|asked| &asked.prompt));
        if wanted.any(|prompt| texts.contains_key(prompt)) {
            return true;
        }
        let history = History::read(record, &texts, self.mine);
        texts.keys().any(|prompt| {
            let of_prompt = history.readings.iter().filter(|((read, _), _)| read == prompt);
            !of_prompt.into_iter().any(|(_, past)| past.kept().is_some())
        })
    }

    /// Returns what the speaker of a new session reads: what an earlier session of theirs was dealt and has not read to the end, else a
    /// deal of what the collection lacks.
    ///
    /// # Errors
    /// [`crate::ErrorKind::Sheet`] where the sheet has not what was dealt of it.
    pub fn deal(&self, sheet: &Sheet, record: &SessionRecord) -> Result<Deal> {
        let same = |other: &SessionRecord| {
            other.sheet.id == record.sheet.id
                && other.locale == record.locale
                && other.sheet.sha256 == record.sheet.sha256
        };
        let before: Vec<&SessionRecord> =
            self.mine.iter().map(SessionView::record).filter(|other| same(other)).collect();
        if let Some(open) = before.iter().rev().find(|other| other.deal.is_some() && self.is_open(other)) {
            return Ok(open.deal.clone().unwrap_or_default());
        }
        let mut deals: Vec<&Deal> = before.iter().filter_map(|other| other.deal.as_ref()).collect();
        // A session with another microphone has the deal of the one before.
        deals.dedup();
        let mut own: Vec<Prompt> = Vec::new();
        for deal in &deals {
            own.extend(sheet.dealt(deal)?.prompts);
        }
        let terms = sheet.head.deal.unwrap_or_default();
        let wish = Wish {
            speaker: &record.speaker.id,
            round: deals.len() as u32,
            readings: self.request.deal.unwrap_or(terms.readings) as usize,
            eval_percent: terms.eval_percent,
            is_evaluation: self.request.is_evaluation,
        };
        Ok(deal(sheet, &wish, &self.gathered(sheet)?, &own))
    }

    /// Counts what the folder has of the sheet, whoever read it. A session that cannot be read counts for nothing here; it was told of.
    fn gathered(&self, sheet: &Sheet) -> Result<Gathered> {
        let of_sheet =
            |record: &SessionRecord| record.sheet.id == sheet.head.id && record.locale == sheet.locale;
        let dirs: Vec<&PathBuf> =
            self.known.iter().filter(|(_, record)| of_sheet(record)).map(|(dir, _)| dir).collect();
        let mut gathered = Gathered::default();
        parallel::tried(
            &dirs,
            self.request.threads,
            |dir| Ok(SessionView::open(dir).ok()),
            |view| {
                for take in
                    view.iter().flat_map(SessionView::takes).filter(|take| take.state == TakeState::Kept)
                {
                    let record = &take.record;
                    gathered.add(
                        sheet,
                        &record.prompt,
                        &record.text,
                        record.intent.as_deref(),
                        &record.slots,
                    );
                }
                Ok(())
            },
        )?;
        Ok(gathered)
    }
}
