//! What the card says beyond the head: counted over the rows by who packs, and again by who verifies.

use super::groups::{Grouping, Groups};
use super::writing::{Told, Writing};
use crate::chart::{Counts, Scale};
use crate::corpus::catalogue::Row;
use crate::corpus::split::Split;
use crate::error::Result;
use crate::ids::{Locale, SpeakerId};
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::path::Path;

/// A clip below it is short, in seconds.
pub const SHORT_S: f64 = 1.0;
/// A clip above it is long, in seconds: the window of Whisper.
pub const LONG_S: f64 = 30.0;
/// A clip of which less is between the beginning and the end of speech has little speech, in percent.
pub const SPEECH_PERCENT: u8 = 50;
/// Speakers that are shown by themselves.
pub const SHOWN: usize = 10;

static LENGTH: Scale = Scale { from: 0.0, to: 20.0, step: 1.0, tick: 5.0, unit: 1.0 };
static SNR: Scale = Scale { from: 0.0, to: 60.0, step: 5.0, tick: 10.0, unit: 1.0 };
static LEVEL: Scale = Scale { from: -60.0, to: 0.0, step: 5.0, tick: 10.0, unit: 1.0 };

/// What was counted.
#[derive(Debug, Clone, PartialEq)]
pub struct Survey {
    /// Lengths of clips, in seconds.
    pub lengths: Counts<1>,
    /// Signal-to-noise ratios of recordings, in dB.
    pub snr: Counts<1>,
    /// Active speech levels of recordings, in dBov.
    pub levels: Counts<1>,
    /// Clips below [`SHORT_S`].
    pub short: Told,
    /// Clips above [`LONG_S`].
    pub long: Told,
    /// Clips with little speech.
    pub little_speech: Told,
    /// Clips of which it is not known where speech begins or ends.
    pub speech_unknown: u64,
    /// The speakers with the most audio, and their frames: the most first.
    pub speakers: Vec<(SpeakerId, u64)>,
    /// The most frames of one speaker, and who that is, by locale, and by split of it.
    pub largest: BTreeMap<(Locale, Option<Split>), (u64, SpeakerId)>,
    /// How texts are written, by locale.
    pub writing: BTreeMap<Locale, Writing>,
    /// What rows have in common.
    pub groups: Groups,
}

/// Counts rows, which come in byte order of their ids, so that one speaker's rows stand together.
pub struct Surveying {
    survey: Survey,
    grouping: Grouping,
    speaker: Option<SpeakerId>,
    /// The frames of the current speaker.
    frames: BTreeMap<(Locale, Split), u64>,
}

impl Surveying {
    /// Begins without rows; what does not fit the memory goes to the folder `scratch`.
    pub fn new(scratch: &Path) -> Self {
        let survey = Survey {
            lengths: Counts::new(&LENGTH),
            snr: Counts::new(&SNR),
            levels: Counts::new(&LEVEL),
            short: Told::default(),
            long: Told::default(),
            little_speech: Told::default(),
            speech_unknown: 0,
            speakers: Vec::new(),
            largest: BTreeMap::new(),
            writing: BTreeMap::new(),
            groups: Groups::default(),
        };
        Self { survey, grouping: Grouping::new(scratch), speaker: None, frames: BTreeMap::new() }
    }

    /// Takes the next row.
    ///
    /// # Errors
    /// [`crate::ErrorKind::Io`] when the scratch folder has no room.
    pub fn push(&mut self, row: &Row) -> Result<()> {
        if self.speaker.as_ref() != Some(&row.speaker) {
            self.close_speaker();
            self.speaker = Some(row.speaker.clone());
        }
        let place = self.frames.entry((row.locale.clone(), row.split)).or_default();
        *place = place.saturating_add(row.frames);
        let survey = &mut self.survey;
        let id = row.id.as_str();
        survey.lengths.add(Some(row.duration), 0);
        survey.snr.add(row.source.snr_db, 0);
        survey.levels.add(row.source.active_dbov, 0);
        if row.duration < SHORT_S {
            survey.short.add(1, id);
        }
        if row.duration > LONG_S {
            survey.long.add(1, id);
        }
        match row.source.lead_ms.zip(row.source.trail_ms) {
            Some((lead, trail)) => {
                let speech = row.duration - (lead + trail) / 1000.0;
                if speech * 100.0 < row.duration * f64::from(SPEECH_PERCENT) {
                    survey.little_speech.add(1, id);
                }
            }
            None => survey.speech_unknown += 1,
        }
        survey.writing.entry(row.locale.clone()).or_default().push(&row.text, id);
        self.grouping.push(row)
    }

    fn close_speaker(&mut self) {
        let frames = std::mem::take(&mut self.frames);
        let Some(speaker) = self.speaker.take() else { return };
        let mut of_locale: BTreeMap<&Locale, u64> = BTreeMap::new();
        let largest = &mut self.survey.largest;
        let mut add = |place: (Locale, Option<Split>), frames: u64| {
            let most = largest.entry(place).or_insert_with(|| (frames, speaker.clone()));
            if frames > most.0 {
                *most = (frames, speaker.clone());
            }
        };
        for ((locale, split), &frames) in &frames {
            add((locale.clone(), Some(*split)), frames);
            let sum = of_locale.entry(locale).or_default();
            *sum = sum.saturating_add(frames);
        }
        let mut all = 0u64;
        for (locale, frames) in of_locale {
            add((locale.clone(), None), frames);
            all = all.saturating_add(frames);
        }
        let speakers = &mut self.survey.speakers;
        speakers.push((speaker, all));
        speakers.sort_by(|a, b| (Reverse(a.1), &a.0).cmp(&(Reverse(b.1), &b.0)));
        speakers.truncate(SHOWN);
    }

    /// Returns what was counted.
    ///
    /// # Errors
    /// [`crate::ErrorKind::Io`] when the scratch folder cannot be read.
    pub fn finish(mut self) -> Result<Survey> {
        self.close_speaker();
        Ok(Survey { groups: self.grouping.finish()?, ..self.survey })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::card::groups::Shared;
    use crate::corpus::catalogue::tests::row;
    use crate::digest::Sha256;
    use crate::quality::words::normalise;
    use crate::sheet::Slot;
    use proptest::prelude::*;

    fn surveyed(rows: &[Row]) -> Survey {
        let dir = tempfile::tempdir().unwrap();
        let mut surveying = Surveying::new(dir.path());
        for row in rows {
            surveying.push(row).unwrap();
        }
        surveying.finish().unwrap()
    }

    #[test]
    fn texts_are_seen_repeated_templated_and_spelled_otherwise() {
        let mut rows = vec![
            row("a1", "en-US", "p1", "Set an alarm for 5", Split::Train),
            row("a1", "en-US", "p2", "Stop.", Split::Train),
            row("b2", "en-US", "p1", "set an alarm for 17", Split::Dev),
            row("b2", "en-US", "p2", "stop", Split::Dev),
            row("c3", "fr-FR", "p1", "Stop", Split::Test),
            row("c3", "fr-FR", "p2", "joue jazz", Split::Test),
            row("c3", "fr-FR", "p3", "joue du tango", Split::Test),
        ];
        for (at, start, end) in [(5, 5, 9), (6, 5, 13)] {
            let value = rows[at].text[start as usize..].to_owned();
            rows[at].slots = vec![Slot { name: "music".to_owned(), value, start, end }];
        }
        let survey = surveyed(&rows);
        let groups = &survey.groups;
        assert_eq!((groups.all_texts, groups.texts), (5, [2, 2, 3]));
        // "stop" in train, dev and, in another language, test.
        assert_eq!(groups.seen, [2, 1, 1]);
        assert_eq!(groups.shared[Shared::Texts as usize], [1, 1, 1]);
        assert_eq!((groups.repeated.utterances, groups.repeated_texts, groups.most_of_a_text), (3, 1, 3));
        let ids = |told: &Told| told.examples().map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(ids(&groups.repeated), [1, 3, 4].map(|at: usize| rows[at].id.to_string()));
        // By number in English, by slot in French.
        assert_eq!((groups.templated.utterances, groups.templates), (4, 2));
        assert_eq!(ids(&groups.templated), [0, 5].map(|at: usize| rows[at].id.to_string()));
        // "Stop." and "stop" are of one language, "Stop" of another.
        assert_eq!((groups.spelled.utterances, groups.spelled_texts), (2, 1));
        assert_eq!(ids(&groups.spelled), [format!("{} and {}", rows[1].id, rows[3].id)]);
        // The audio of these rows is one and the same, and so are session and receipt.
        assert_eq!(groups.shared[Shared::Speakers as usize], [0, 0, 0]);
        for shared in [Shared::Sessions, Shared::Receipts, Shared::Recordings, Shared::Audio] {
            assert_eq!(groups.shared[shared as usize], [1, 1, 1], "{}", shared.words());
        }
    }

    #[test]
    fn lengths_and_shares_are_counted() {
        let mut rows = vec![
            row("a1", "en-US", "p1", "a", Split::Train),
            row("a1", "fr-FR", "p1", "a", Split::Train),
            row("b2", "en-US", "p1", "b", Split::Train),
        ];
        for (row, seconds) in rows.iter_mut().zip([0.5, 31.0, 2.0]) {
            (row.frames, row.duration) = ((seconds * 16_000.0) as u64, seconds);
            (row.source.lead_ms, row.source.trail_ms) = (Some(600.0), Some(500.0));
        }
        rows[1].source.trail_ms = None;
        let survey = surveyed(&rows);
        let one = |told: &Told| (told.utterances, told.examples().next().map(str::to_owned));
        assert_eq!(one(&survey.short), (1, Some(rows[0].id.to_string())));
        assert_eq!(one(&survey.long), (1, Some(rows[1].id.to_string())));
        assert_eq!((survey.little_speech.utterances, survey.speech_unknown), (2, 1));
        assert_eq!((survey.lengths.counted(), survey.lengths.above), (3, 1));
        let a1: SpeakerId = "a1".parse().unwrap();
        let b2: SpeakerId = "b2".parse().unwrap();
        assert_eq!(survey.speakers, [(a1, 31 * 16_000 + 8_000), (b2.clone(), 32_000)]);
        let place = ("en-US".parse().unwrap(), None);
        assert_eq!(survey.largest[&place], (32_000, b2));
    }

    proptest! {
        /// The counts against others that hold everything in memory.
        #[test]
        fn many_rows_are_counted_as_few(
            words in prop::collection::vec((0usize..6, 0usize..3, 0usize..4, 0u8..3), 1..60),
        ) {
            const TEXTS: [&str; 6] = ["go", "Go", "go!", "stop at 5", "stop at 6", "Stop at 5"];
            let mut rows: Vec<Row> = words
                .iter()
                .enumerate()
                .map(|(at, &(text, split, speaker, _))| {
                    let speaker = format!("s{speaker}");
                    let mut row = row(&speaker, "en-US", &format!("p{at}"), TEXTS[text], Split::ALL[split]);
                    row.sha256 = Sha256::of(format!("{}", at / 2));
                    row
                })
                .collect();
            rows.sort_by(|a, b| a.id.cmp(&b.id));
            let groups = surveyed(&rows).groups;
            let of = |split: Split| rows.iter().filter(move |row| row.split == split);
            for (at, (a, b)) in super::super::groups::PAIRS.into_iter().enumerate() {
                let both = |key: fn(&Row) -> String| {
                    let one: std::collections::BTreeSet<String> = of(a).map(key).collect();
                    let other: std::collections::BTreeSet<String> = of(b).map(key).collect();
                    one.intersection(&other).count() as u64
                };
                prop_assert_eq!(groups.shared[Shared::Speakers as usize][at], both(|row| row.speaker.to_string()));
                prop_assert_eq!(groups.shared[Shared::Audio as usize][at], both(|row| row.sha256.to_string()));
                prop_assert_eq!(groups.shared[Shared::Texts as usize][at], both(|row| row.normalised.clone()));
            }
            let same = |row: &Row, other: &Row| row.normalised == other.normalised;
            let seen = |split| of(split).filter(|row| of(Split::Train).any(|other| same(row, other))).count() as u64;
            prop_assert_eq!(groups.seen, Split::ALL.map(seen));
            let count = |is: &dyn Fn(&Row, &Row) -> bool| -> u64 {
                rows.iter().filter(|row| rows.iter().any(|other| is(row, other))).count() as u64
            };
            prop_assert_eq!(groups.repeated.utterances, count(&|row, other| same(row, other) && row.id != other.id));
            prop_assert_eq!(groups.spelled.utterances, count(&|row, other| same(row, other) && row.text != other.text));
            let number = |row: &Row| normalise(&row.text.replace(['5', '6'], "0"), &row.locale);
            prop_assert_eq!(groups.templated.utterances, count(&|row, other| {
                row.text.contains(['5', '6']) && number(row) == number(other) && !same(row, other)
            }));
        }
    }
}
