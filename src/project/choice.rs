//! Which utterances a release is made of, as a project declares it: names, and greatest numbers.

use crate::error::{Error, ErrorKind, Result};
use crate::ids::{Locale, SheetId, SpeakerId};
use crate::sheet::annotation::is_name;
use crate::text::unsafe_line;
use serde::{Deserialize, Serialize};
use std::num::NonZeroU64;

/// What a release takes in of what may be released. A list that is empty, and a number that is not said, leave nothing out;
/// lists are in byte order, so that one choice is written in one way.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Choice {
    /// Locales, each as it is: `fr` is not `fr-FR`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub locales: Vec<Locale>,
    /// Speakers.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub speakers: Vec<SpeakerId>,
    /// Speakers who are left out.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub without_speakers: Vec<SpeakerId>,
    /// Prompt sheets.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sheets: Vec<SheetId>,
    /// Microphones: the name or the id of the device in the record of the session, `file` or `import <layout>`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub devices: Vec<String>,
    /// Intents.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub intents: Vec<String>,
    /// Domains.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub domains: Vec<String>,
    /// The greatest number of utterances of a speaker.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub most_per_speaker: Option<NonZeroU64>,
    /// The greatest number of minutes of a speaker.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub most_minutes_per_speaker: Option<NonZeroU64>,
    /// The greatest number of utterances of one text in one locale, over all speakers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub most_per_prompt: Option<NonZeroU64>,
}

/// Returns what is in both of two lists in order, if anything is.
fn in_both<'a, T: Ord>(one: &'a [T], other: &[T]) -> Option<&'a T> {
    one.iter().find(|name| other.binary_search(name).is_ok())
}

/// Says whether a list is in order and has nothing twice.
fn is_ordered<T: Ord>(list: &[T]) -> bool {
    list.windows(2).all(|pair| pair[0] < pair[1])
}

impl Choice {
    /// Says whether nothing is left out.
    pub fn is_everything(&self) -> bool {
        *self == Self::default()
    }

    /// Says whether it has a greatest number.
    pub fn has_limits(&self) -> bool {
        self.most_per_speaker.or(self.most_minutes_per_speaker).or(self.most_per_prompt).is_some()
    }

    /// Puts the lists in order, without what stands in them twice.
    #[must_use]
    pub fn in_order(mut self) -> Self {
        fn order<T: Ord>(list: &mut Vec<T>) {
            list.sort_unstable();
            list.dedup();
        }
        order(&mut self.locales);
        order(&mut self.speakers);
        order(&mut self.without_speakers);
        order(&mut self.sheets);
        order(&mut self.devices);
        order(&mut self.intents);
        order(&mut self.domains);
        self
    }

    /// Checks that a release can be chosen so.
    ///
    /// # Errors
    /// [`ErrorKind::Usage`] with what cannot be: lists out of order, a name that nothing can have, a speaker who is taken in
    /// and left out.
    pub fn check(&self) -> Result<()> {
        let usage = |what: String| Err(Error::new(ErrorKind::Usage, what));
        let ordered = [
            ("locales", is_ordered(&self.locales)),
            ("speakers", is_ordered(&self.speakers)),
            ("without_speakers", is_ordered(&self.without_speakers)),
            ("sheets", is_ordered(&self.sheets)),
            ("devices", is_ordered(&self.devices)),
            ("intents", is_ordered(&self.intents)),
            ("domains", is_ordered(&self.domains)),
        ];
        if let Some((name, _)) = ordered.iter().find(|(_, ordered)| !ordered) {
            return usage(format!("the {name} of the choice are not in byte order, each once"));
        }
        if let Some(speaker) = in_both(&self.speakers, &self.without_speakers) {
            return usage(format!("speaker {speaker} is chosen and left out"));
        }
        for device in &self.devices {
            device_named(device)?;
        }
        for name in self.intents.iter().chain(&self.domains) {
            intent_named(name)?;
        }
        Ok(())
    }
}

/// Returns the name of an intent or a domain.
///
/// # Errors
/// [`ErrorKind::Usage`] when none can have it.
pub fn intent_named(name: &str) -> Result<String> {
    if is_name(name) {
        return Ok(name.to_owned());
    }
    let name = name.escape_debug();
    let message = format!("`{name}` is no intent or domain: a-z, digits and underscores, a letter first");
    Err(Error::new(ErrorKind::Usage, message))
}

/// Returns the name of a device.
///
/// # Errors
/// [`ErrorKind::Usage`] when it is no line in which something can be seen.
pub fn device_named(name: &str) -> Result<String> {
    match unsafe_line(name) {
        None => Ok(name.to_owned()),
        Some(fault) => {
            let message = format!("`{}` cannot be the name of a device: {fault}", name.escape_debug());
            Err(Error::new(ErrorKind::Usage, message))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_has_one_written_form_and_what_leaves_nothing_out_has_none() {
        let chosen = Choice {
            locales: vec!["fr-FR".parse().unwrap(), "de-DE".parse().unwrap(), "fr-FR".parse().unwrap()],
            most_per_prompt: NonZeroU64::new(3),
            ..Choice::default()
        };
        assert!(chosen.check().is_err(), "out of order");
        let chosen = chosen.in_order();
        chosen.check().unwrap();
        let text = serde_json::to_string(&chosen).unwrap();
        assert_eq!(text, r#"{"locales":["de-DE","fr-FR"],"most_per_prompt":3}"#);
        assert_eq!(serde_json::from_str::<Choice>(&text).unwrap(), chosen);
        assert_eq!(serde_json::to_string(&Choice::default()).unwrap(), "{}");
        assert!(Choice::default().is_everything() && !chosen.is_everything() && chosen.has_limits());
        for bad in [r#"{"most_per_prompt":0}"#, r#"{"locales":["x!"]}"#, r#"{"colour":1}"#] {
            assert!(serde_json::from_str::<Choice>(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn what_nothing_can_meet_is_refused() {
        let ab: SpeakerId = "ab".parse().unwrap();
        let both = Choice { speakers: vec![ab.clone()], without_speakers: vec![ab], ..Choice::default() };
        let bad = [
            (both, "speaker ab is chosen and left out"),
            (Choice { intents: vec!["Alarm set".to_owned()], ..Choice::default() }, "no intent"),
            (Choice { devices: vec!["a\u{202e}b".to_owned()], ..Choice::default() }, "name of a device"),
        ];
        for (choice, words) in bad {
            let error = choice.check().unwrap_err();
            assert!(error.message().contains(words), "{error:?}");
        }
    }
}
