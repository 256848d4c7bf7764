//! `[release.select]` of the project file.

use super::Reader;
use crate::project::choice::{Choice, device_named, intent_named};
use crate::tables::{Key, Value, in_order};
use std::num::NonZeroU64;

/// The fields.
const FIELDS: &str = "locales, speakers, without_speakers, sheets, devices, intents, domains, most_per_speaker, \
                      most_minutes_per_speaker, most_per_prompt";
/// The greatest number of a limit.
const MOST: i64 = 1_000_000_000;

impl Reader<'_> {
    /// Reads what a release is made of.
    pub(super) fn select(&mut self, key: &Key<'_>, value: &Value<'_>) -> Choice {
        let mut choice = Choice::default();
        let Some(table) = self.table(key, value) else { return choice };
        for (key, value) in in_order(table) {
            match key.get_ref().as_ref() {
                "locales" => choice.locales = self.list(key, value, str::parse),
                "speakers" => choice.speakers = self.list(key, value, str::parse),
                "without_speakers" => choice.without_speakers = self.list(key, value, str::parse),
                "sheets" => choice.sheets = self.list(key, value, str::parse),
                "devices" => choice.devices = self.list(key, value, device_named),
                "intents" => choice.intents = self.list(key, value, intent_named),
                "domains" => choice.domains = self.list(key, value, intent_named),
                "most_per_speaker" => choice.most_per_speaker = self.most(key, value),
                "most_minutes_per_speaker" => choice.most_minutes_per_speaker = self.most(key, value),
                "most_per_prompt" => choice.most_per_prompt = self.most(key, value),
                _ => self.unknown(key, FIELDS),
            }
        }
        let choice = choice.in_order();
        if let Err(error) = choice.check() {
            self.bad(&key.span(), error.message());
        }
        choice
    }

    fn most(&mut self, key: &Key<'_>, value: &Value<'_>) -> Option<NonZeroU64> {
        self.number(key, value, 1, MOST).and_then(|most| NonZeroU64::new(most as u64))
    }
}
