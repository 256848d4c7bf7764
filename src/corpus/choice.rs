//! A choice at work: which takes it leaves out and why, and which of its names nothing has.

use crate::corpus::catalogue::Row;
use crate::corpus::refusal::Reason;
use crate::ids::{Locale, SheetId, SpeakerId};
use crate::project::Choice;
use crate::recordings::{SessionRecord, SourceRecord, TakeRecord};
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

/// Names of what there is that are told where one that is wanted is not there.
const TOLD: usize = 12;

/// A list of a choice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum List {
    Locales,
    Speakers,
    WithoutSpeakers,
    Sheets,
    Devices,
    Intents,
    Domains,
}

impl List {
    /// Returns what its names are.
    fn words(self) -> &'static str {
        match self {
            Self::Locales => "locale",
            Self::Speakers => "speaker",
            Self::WithoutSpeakers => "speaker to leave out",
            Self::Sheets => "sheet",
            Self::Devices => "device",
            Self::Intents => "intent",
            Self::Domains => "domain",
        }
    }
}

/// What was met of a list.
#[derive(Default)]
struct Met {
    /// Names that are in the list.
    wanted: BTreeSet<String>,
    /// Others, the first few by name, since each take may have one of its own.
    others: BTreeSet<String>,
}

/// A choice, and what it has been shown.
pub struct Choosing<'a> {
    choice: &'a Choice,
    met: RefCell<BTreeMap<List, Met>>,
}

/// Why something is left out, and what it has instead.
type Left = Option<(Reason, String)>;

/// Says whether a list leaves out what has this name.
fn leaves_out<T: PartialEq>(list: &[T], name: &T) -> bool {
    !list.is_empty() && !list.contains(name)
}

fn of_session(choice: &Choice, locale: &Locale, speaker: &SpeakerId, sheet: &SheetId) -> Left {
    if leaves_out(&choice.locales, locale) {
        return Some((Reason::OtherLocale, locale.to_string()));
    }
    if leaves_out(&choice.speakers, speaker) || choice.without_speakers.contains(speaker) {
        return Some((Reason::OtherSpeaker, speaker.to_string()));
    }
    leaves_out(&choice.sheets, sheet).then(|| (Reason::OtherSheet, sheet.to_string()))
}

fn of_words(choice: &Choice, intent: Option<&str>, domain: Option<&str>) -> Left {
    let lists =
        [(&choice.intents, intent, Reason::OtherIntent), (&choice.domains, domain, Reason::OtherDomain)];
    lists.into_iter().find_map(|(list, name, reason)| {
        let is_in = list.is_empty() || name.is_some_and(|name| list.iter().any(|one| one == name));
        (!is_in).then(|| (reason, name.unwrap_or("none").to_owned()))
    })
}

/// Says why a choice leaves out an utterance of a catalogue, which does not know its device.
pub fn row_refusal(choice: &Choice, row: &Row) -> Left {
    of_session(choice, &row.locale, &row.speaker, &row.sheet)
        .or_else(|| of_words(choice, row.intent.as_deref(), row.domain.as_deref()))
}

/// Returns what a choice leaves in, as the kind of thing and its names; nothing for what it leaves out nothing of.
pub fn chosen(choice: &Choice) -> Vec<(&'static str, String)> {
    fn list<T: ToString>(names: &[T]) -> Option<String> {
        let names: Vec<String> = names.iter().map(ToString::to_string).collect();
        (!names.is_empty()).then(|| names.join(", "))
    }
    let most = |most: Option<std::num::NonZeroU64>| most.map(|most| most.to_string());
    let all = [
        ("locales", list(&choice.locales)),
        ("speakers", list(&choice.speakers)),
        ("all speakers but", list(&choice.without_speakers)),
        ("prompt sheets", list(&choice.sheets)),
        ("microphones", list(&choice.devices)),
        ("intents", list(&choice.intents)),
        ("domains", list(&choice.domains)),
        ("utterances of a speaker", most(choice.most_per_speaker)),
        ("minutes of a speaker", most(choice.most_minutes_per_speaker)),
        ("utterances of one text in one locale", most(choice.most_per_prompt)),
    ];
    all.into_iter().filter_map(|(what, which)| Some((what, which?))).collect()
}

/// Returns the names by which a session knows its microphone.
fn device_names(source: &SourceRecord) -> Vec<String> {
    match source {
        SourceRecord::Device { device, name, .. } => vec![name.clone(), device.clone()],
        SourceRecord::File { .. } | SourceRecord::Import { .. } => vec![source.to_string()],
    }
}

impl<'a> Choosing<'a> {
    /// Begins to choose.
    pub fn new(choice: &'a Choice) -> Self {
        Self { choice, met: RefCell::default() }
    }

    /// Says why the takes of a session are left out, if they are.
    pub fn session(&self, record: &SessionRecord) -> Left {
        let SessionRecord { locale, speaker, sheet, source, .. } = record;
        let devices = device_names(source);
        self.meet(List::Locales, locale.as_str());
        self.meet(List::Speakers, speaker.id.as_str());
        self.meet(List::WithoutSpeakers, speaker.id.as_str());
        self.meet(List::Sheets, sheet.id.as_str());
        for name in &devices {
            self.meet(List::Devices, name);
        }
        let wanted = &self.choice.devices;
        of_session(self.choice, locale, &speaker.id, &sheet.id).or_else(|| {
            let is_in = wanted.is_empty() || devices.iter().any(|name| wanted.contains(name));
            (!is_in).then(|| (Reason::OtherDevice, devices.join(", ").escape_debug().to_string()))
        })
    }

    /// Says why a take of a session that is not left out is, if it is.
    pub fn take(&self, take: &TakeRecord) -> Left {
        let (intent, domain) = (take.intent.as_deref(), take.domain.as_deref());
        for (list, name) in [(List::Intents, intent), (List::Domains, domain)] {
            if let Some(name) = name {
                self.meet(list, name);
            }
        }
        of_words(self.choice, intent, domain)
    }

    /// Returns the names of a list as text.
    fn names(&self, list: List) -> Vec<&str> {
        let Choice { locales, speakers, without_speakers, sheets, devices, intents, domains, .. } =
            self.choice;
        match list {
            List::Locales => locales.iter().map(Locale::as_str).collect(),
            List::Speakers => speakers.iter().map(SpeakerId::as_str).collect(),
            List::WithoutSpeakers => without_speakers.iter().map(SpeakerId::as_str).collect(),
            List::Sheets => sheets.iter().map(SheetId::as_str).collect(),
            List::Devices => devices.iter().map(String::as_str).collect(),
            List::Intents => intents.iter().map(String::as_str).collect(),
            List::Domains => domains.iter().map(String::as_str).collect(),
        }
    }

    fn meet(&self, list: List, name: &str) {
        let names = self.names(list);
        if names.is_empty() {
            return;
        }
        let mut met = self.met.borrow_mut();
        let Met { wanted, others } = met.entry(list).or_default();
        if names.contains(&name) {
            wanted.insert(name.to_owned());
        } else if !others.contains(name) {
            others.insert(name.to_owned());
            if others.len() > TOLD {
                others.pop_last();
            }
        }
    }

    /// Says which names of the choice nothing had that was shown, and what there was.
    pub fn notes(&self) -> Vec<String> {
        let met = self.met.borrow();
        let none = Met::default();
        let lists = [
            List::Locales,
            List::Speakers,
            List::WithoutSpeakers,
            List::Sheets,
            List::Devices,
            List::Intents,
            List::Domains,
        ];
        let mut notes = Vec::new();
        for list in lists {
            let Met { wanted, others } = met.get(&list).unwrap_or(&none);
            let mut there: Vec<&str> = wanted.iter().chain(others).map(String::as_str).collect();
            there.sort_unstable();
            there.truncate(TOLD);
            let there = if there.is_empty() { "none".to_owned() } else { there.join(", ") };
            for name in self.names(list).into_iter().filter(|name| !wanted.contains(*name)) {
                let words = list.words();
                notes.push(format!(
                    "the {words} `{}` that is chosen is in no session; there are: {}",
                    name.escape_debug(),
                    there.escape_debug()
                ));
            }
        }
        notes
    }
}

#[cfg(test)]
mod tests;
