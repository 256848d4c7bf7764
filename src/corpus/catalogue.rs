//! `catalogue.jsonl`: every utterance of a corpus, one JSON object a line, in byte order of its id.
//!
//! The form is canonical: the keys stand in the order of [`Row`], every key is present, an unknown
//! value is `null`, and numbers are in their shortest form that reads back the same. A line in any
//! other form, out of order or twice is refused, so that two catalogues are equal exactly when their
//! bytes are. docs/FORMAT.md is the normative text.

use crate::corpus::split::Split;
use crate::corpus::words::Words;
use crate::digest::Sha256;
use crate::error::{Error, ErrorKind, Result};
use crate::ids::{Distance, Label, Locale, PromptId, SessionId, SheetId, SpeakerId, UtteranceId, id_fault};
use crate::quality::Verdict;
use crate::quality::words::normalise;
use crate::sheet::{Pool, Slot, version_fault};
use crate::units::{SampleRate, seconds};
use serde::{Deserialize, Serialize};
use std::io::BufRead;

/// The version of a catalogue row.
pub const SCHEMA: u32 = 4;

/// The file's name inside a corpus.
pub const NAME: &str = "catalogue.jsonl";

/// The greatest length of a line in bytes; a longer one is no catalogue row.
const MAX_LINE: u64 = 1 << 20;

/// One utterance: what is heard, what was said, who said it, and where it comes from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Row {
    /// The version of the form of rows.
    pub schema: u32,
    /// The utterance, the stem of its file.
    pub id: UtteranceId,
    /// The audio file, relative to the corpus, with `/`.
    pub audio: String,
    /// SHA-256 of the audio file's bytes.
    pub sha256: Sha256,
    /// Bytes of the audio file.
    pub bytes: u64,
    /// Frames of the audio file: the length.
    pub frames: u64,
    /// Rate of the audio file.
    pub rate: SampleRate,
    /// Frames over rate, in seconds, exactly rounded.
    pub duration: f64,
    /// The split.
    pub split: Split,
    /// The language that is spoken, BCP 47.
    pub locale: Locale,
    /// The speaker's pseudonym.
    pub speaker: SpeakerId,
    /// The speaker's own word, when its publication was granted.
    #[serde(deserialize_with = "present")]
    pub gender: Option<String>,
    /// The speaker's own word, when its publication was granted.
    #[serde(deserialize_with = "present")]
    pub age: Option<String>,
    /// The speaker's own word, when its publication was granted.
    #[serde(deserialize_with = "present")]
    pub accent: Option<String>,
    /// The speaker's own word, when its publication was granted.
    #[serde(deserialize_with = "present")]
    pub native_language: Option<String>,
    /// What the room was called.
    #[serde(deserialize_with = "present")]
    pub room: Option<Label>,
    /// How far the mouth was from the microphone, in metres.
    #[serde(deserialize_with = "present")]
    pub distance_m: Option<Distance>,
    /// What the microphone was called; never the name that a system had for it.
    #[serde(deserialize_with = "present")]
    pub device: Option<Label>,
    /// The prompt sheet.
    pub sheet: SheetId,
    /// Its version.
    pub sheet_version: String,
    /// SHA-256 of the locale's file of the sheet.
    pub sheet_sha256: Sha256,
    /// The licence of the text, an SPDX id.
    pub sheet_licence: String,
    /// The prompt.
    pub prompt: PromptId,
    /// Which of the wanted readings, from 1.
    pub repetition: u16,
    /// The session that it was recorded in.
    pub session: SessionId,
    /// The attempt within the session, from 1.
    pub take: u16,
    /// The words that are read.
    pub text: String,
    /// SHA-256 of `text`.
    pub text_sha256: Sha256,
    /// The text as it is printed, where that differs from what is read aloud.
    #[serde(deserialize_with = "present")]
    pub printed: Option<String>,
    /// The text as recognisers are compared by it ([`normalise`]).
    pub normalised: String,
    /// The text with slot annotation, when it has slots.
    #[serde(deserialize_with = "present")]
    pub annotated: Option<String>,
    /// The slots, in order of position.
    pub slots: Vec<Slot>,
    /// The intent.
    #[serde(deserialize_with = "present")]
    pub intent: Option<String>,
    /// The domain.
    #[serde(deserialize_with = "present")]
    pub domain: Option<String>,
    /// Whose recordings of the prompt are packed, where that is not everybody's.
    #[serde(deserialize_with = "present")]
    pub pool: Option<Pool>,
    /// The verdict under the policy of this release.
    pub verdict: Verdict,
    /// The checks that found something, most important first.
    pub findings: Vec<String>,
    /// Key measurements of the recording that the utterance was made from.
    pub source: Source,
    /// The gain that was applied, in dB: 0, or below where the resampled wave would have clipped; any where the release sets
    /// loudness.
    pub gain_db: f64,
    /// The released clip against its recording.
    pub clip: Clip,
    /// The id of the consent receipt.
    pub consent: String,
    /// The licence of the recording, an SPDX id, where the speaker granted open sharing.
    #[serde(deserialize_with = "present")]
    pub licence: Option<String>,
    /// The version of the release since which the corpus has this recording with this text, in a corpus with versions.
    #[serde(deserialize_with = "present")]
    pub since: Option<String>,
}

/// The released clip: where it was cut out of its recording, where speech is in it, and how loud it is. Frames are those of the
/// release.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Clip {
    /// Frames that were left away at the start.
    pub cut_start: u64,
    /// Frames that were left away at the end.
    pub cut_end: u64,
    /// The first frame of speech.
    #[serde(deserialize_with = "present")]
    pub speech_start: Option<u64>,
    /// The frame behind the last of speech.
    #[serde(deserialize_with = "present")]
    pub speech_end: Option<u64>,
    /// Integrated loudness (ITU-R BS.1770-5) in a release that sets levels.
    #[serde(deserialize_with = "present")]
    pub lufs: Option<f64>,
    /// True peak in a release that sets levels.
    #[serde(deserialize_with = "present")]
    pub true_peak_dbtp: Option<f64>,
}

/// What was measured of the recording, before resampling. `null` means not measurable.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// SHA-256 of the recording's bytes.
    pub sha256: Sha256,
    /// The rate that it was recorded at.
    pub rate: SampleRate,
    /// Signal-to-noise ratio.
    #[serde(deserialize_with = "present")]
    pub snr_db: Option<f64>,
    /// Active speech level (ITU-T P.56).
    #[serde(deserialize_with = "present")]
    pub active_dbov: Option<f64>,
    /// Greatest sample magnitude.
    #[serde(deserialize_with = "present")]
    pub peak_dbfs: Option<f64>,
    /// Level outside speech.
    #[serde(deserialize_with = "present")]
    pub noise_floor_dbfs: Option<f64>,
    /// Time before speech, in milliseconds.
    #[serde(deserialize_with = "present")]
    pub lead_ms: Option<f64>,
    /// Time after speech, in milliseconds.
    #[serde(deserialize_with = "present")]
    pub trail_ms: Option<f64>,
}

/// Reads an optional value whose key has to be there.
fn present<'de, D: serde::Deserializer<'de>, T: Deserialize<'de>>(
    deserializer: D,
) -> Result<Option<T>, D::Error> {
    Option::deserialize(deserializer)
}

impl Row {
    /// Returns where an utterance's audio lies, relative to the corpus.
    pub fn audio_path(locale: &Locale, speaker: &SpeakerId, id: &UtteranceId) -> String {
        format!("audio/{locale}/{speaker}/{id}.wav")
    }

    /// Returns the line, without its end.
    ///
    /// # Errors
    /// [`ErrorKind::Corpus`] when a number is not finite.
    pub fn to_line(&self) -> Result<String> {
        // Such a number would become `null` and read back as "not measured".
        let numbers = [Some(self.duration), Some(self.gain_db), self.source.snr_db, self.source.active_dbov]
            .into_iter()
            .chain([
                self.source.peak_dbfs,
                self.source.noise_floor_dbfs,
                self.source.lead_ms,
                self.source.trail_ms,
                self.clip.lufs,
                self.clip.true_peak_dbtp,
            ]);
        if numbers.flatten().any(|number| !number.is_finite()) {
            return Err(Error::new(
                ErrorKind::Corpus,
                format!("a number of utterance {} is not finite", self.id),
            ));
        }
        serde_json::to_string(self)
            .map_err(|error| Error::new(ErrorKind::Corpus, format!("a row cannot be written: {error}")))
    }

    /// Returns the row of a line in canonical form.
    ///
    /// # Errors
    /// [`ErrorKind::Corpus`], without a place, when the line is anything else.
    pub fn parse(line: &str) -> Result<Self> {
        let bad = |what: String| Error::new(ErrorKind::Corpus, what);
        let row: Self = serde_json::from_str(line).map_err(|error| bad(format!("it is no row: {error}")))?;
        if row.schema != SCHEMA {
            return Err(bad(format!("schema {} is not {SCHEMA}", row.schema)));
        }
        if row.to_line()? != line {
            return Err(bad(
                "it is not in canonical form: no spaces, keys in their order, shortest numbers".to_owned()
            ));
        }
        Ok(row)
    }

    /// Returns every way in which the row disagrees with itself, as (expected, found) sentences.
    pub fn faults(&self) -> Vec<(&'static str, String, String)> {
        let mut faults = Vec::new();
        let mut expect = |id: &'static str, expected: String, found: String| {
            if expected != found {
                faults.push((id, expected, found));
            }
        };
        match UtteranceId::new(&self.speaker, &self.locale, &self.sheet, &self.prompt, self.repetition) {
            Ok(id) => expect("catalogue-id", id.to_string(), self.id.to_string()),
            Err(error) => expect("catalogue-id", error.message().to_owned(), self.id.to_string()),
        }
        expect("catalogue-path", Self::audio_path(&self.locale, &self.speaker, &self.id), self.audio.clone());
        expect("duration", seconds(self.frames, self.rate).to_string(), self.duration.to_string());
        expect("text-hash", Sha256::of(&self.text).to_string(), self.text_sha256.to_string());
        expect("text", normalise(&self.text, &self.locale), self.normalised.clone());
        let mut counted = |id: &'static str, name: &str, number: u64| {
            if number == 0 {
                faults.push((id, format!("{name} from 1 on"), "0".to_owned()));
            }
        };
        counted("number", "a take", self.take.into());
        counted("number", "a repetition", self.repetition.into());
        counted("number", "frames", self.frames);
        // A gain is given in whole hundredths of a decibel.
        if (self.gain_db * 100.0).round() / 100.0 != self.gain_db {
            faults.push(("number", "a gain in hundredths".to_owned(), self.gain_db.to_string()));
        }
        if let Some(fault) = id_fault(&self.consent, 64, true) {
            faults.push(("word", "the id of a consent receipt".to_owned(), fault));
        }
        if let Some(since) = self.since.as_deref().filter(|since| version_fault(since).is_some()) {
            let found = format!("since `{}`", since.escape_debug());
            faults.push(("word", "MAJOR.MINOR.PATCH".to_owned(), found));
        }
        for finding in &self.findings {
            if let Some(fault) = id_fault(finding, 64, true) {
                faults.push(("word", "the id of a check".to_owned(), fault));
            }
        }
        faults.extend(self.words().faults().into_iter().map(|fault| (fault.id, fault.expected, fault.found)));
        faults
    }

    /// Returns the words that somebody wrote.
    fn words(&self) -> Words<'_> {
        let others = [
            ("gender", &self.gender),
            ("age", &self.age),
            ("accent", &self.accent),
            ("native_language", &self.native_language),
            ("licence", &self.licence),
            ("printed", &self.printed),
        ];
        let others = others.into_iter().filter_map(|(name, word)| Some((name, word.as_deref()?)));
        Words {
            text: &self.text,
            annotated: self.annotated.as_deref(),
            slots: &self.slots,
            intent: self.intent.as_deref(),
            domain: self.domain.as_deref(),
            sheet_version: &self.sheet_version,
            others: others.chain([("sheet_licence", self.sheet_licence.as_str())]).collect(),
        }
    }
}

/// Reads a catalogue row by row; nothing but the current line is held.
pub struct Reader<R> {
    input: R,
    line: u64,
    last: Option<UtteranceId>,
}

/// A line of a catalogue: where it is, and its row or why it is none.
pub struct Line {
    /// The line, from 1.
    pub number: u64,
    /// Bytes of the line, with its end.
    pub bytes: usize,
    /// The row, or the fault.
    pub row: Result<Row>,
}

impl<R: BufRead> Reader<R> {
    /// Creates a reader.
    pub fn new(input: R) -> Self {
        Self { input, line: 0, last: None }
    }

    /// Returns the input.
    pub fn into_inner(self) -> R {
        self.input
    }

    /// Returns the next line, or `None` at the end. A faulty line is a value: the next call goes on.
    ///
    /// # Errors
    /// [`ErrorKind::Io`] when the input cannot be read.
    pub fn next_line(&mut self) -> Result<Option<Line>> {
        let mut bytes = Vec::new();
        let read = |error| Error::io("read", NAME, error);
        let count =
            std::io::Read::take(&mut self.input, MAX_LINE).read_until(b'\n', &mut bytes).map_err(read)?;
        if count == 0 {
            return Ok(None);
        }
        self.line += 1;
        let number = self.line;
        let row = self.row(&bytes).map_err(|error| error.with_path(NAME).at_line(number));
        Ok(Some(Line { number, bytes: count, row }))
    }

    fn row(&mut self, bytes: &[u8]) -> Result<Row> {
        let bad = |what: &str| Error::new(ErrorKind::Corpus, what.to_owned());
        let Some(line) = bytes.strip_suffix(b"\n") else {
            return Err(bad("the line has no end: the file is cut off, or this is no catalogue"));
        };
        let line = std::str::from_utf8(line).map_err(|_| bad("it is not UTF-8"))?;
        let row = Row::parse(line)?;
        if self.last.as_ref().is_some_and(|last| *last >= row.id) {
            return Err(bad("its id is twice or not in byte order"));
        }
        self.last = Some(row.id.clone());
        Ok(row)
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use proptest::prelude::*;

    /// A row as a builder would make it.
    pub(crate) fn row(speaker: &str, locale: &str, prompt: &str, text: &str, split: Split) -> Row {
        let (speaker, locale): (SpeakerId, Locale) = (speaker.parse().unwrap(), locale.parse().unwrap());
        let (sheet, prompt): (SheetId, PromptId) = ("demo".parse().unwrap(), prompt.parse().unwrap());
        let id = UtteranceId::new(&speaker, &locale, &sheet, &prompt, 1).unwrap();
        let rate = SampleRate::new(16_000).unwrap();
        let normalised = normalise(text, &locale);
        Row {
            schema: SCHEMA,
            audio: Row::audio_path(&locale, &speaker, &id),
            id,
            sha256: Sha256::of("audio"),
            bytes: 44 + 2 * 8001,
            frames: 8001,
            rate,
            duration: seconds(8001, rate),
            split,
            locale,
            speaker,
            gender: None,
            age: None,
            accent: None,
            native_language: None,
            room: None,
            distance_m: None,
            device: None,
            sheet,
            sheet_version: "1.0.0".to_owned(),
            sheet_sha256: Sha256::of("sheet"),
            sheet_licence: "CC0-1.0".to_owned(),
            prompt,
            repetition: 1,
            session: "s1".parse().unwrap(),
            take: 1,
            text: text.to_owned(),
            text_sha256: Sha256::of(text),
            printed: None,
            normalised,
            annotated: None,
            slots: Vec::new(),
            intent: Some("alarm_set".to_owned()),
            domain: None,
            pool: None,
            verdict: Verdict::Pass,
            findings: Vec::new(),
            source: Source {
                sha256: Sha256::of("source"),
                rate: SampleRate::new(48_000).unwrap(),
                snr_db: Some(31.25),
                active_dbov: Some(-23.4),
                peak_dbfs: Some(-3.0),
                noise_floor_dbfs: None,
                lead_ms: Some(500.0),
                trail_ms: Some(500.0),
            },
            gain_db: 0.0,
            clip: Clip { speech_start: Some(100), speech_end: Some(7900), ..Clip::default() },
            consent: "r1".to_owned(),
            licence: None,
            since: None,
        }
    }

    #[test]
    fn a_row_has_one_written_form() {
        let line = row("a1", "fr-FR", "p1", "réveille-moi", Split::Train).to_line().unwrap();
        let expected = [
            r#"{"schema":4,"id":"a1-fr-fr-demo-p1-1","audio":"audio/fr-FR/a1/a1-fr-fr-demo-p1-1.wav","sha256":""#,
            &Sha256::of("audio").to_string(),
            r#"","bytes":16046,"frames":8001,"rate":16000,"duration":0.5000625,"split":"train","locale":"fr-FR","#,
            r#""speaker":"a1","gender":null,"age":null,"accent":null,"native_language":null,"room":null,"#,
            r#""distance_m":null,"device":null,"sheet":"demo","#,
            r#""sheet_version":"1.0.0","sheet_sha256":""#,
            &Sha256::of("sheet").to_string(),
            r#"","sheet_licence":"CC0-1.0","prompt":"p1","repetition":1,"session":"s1","take":1,"#,
            r#""text":"réveille-moi","text_sha256":""#,
            &Sha256::of("réveille-moi").to_string(),
            r#"","printed":null,"normalised":"réveille moi","annotated":null,"slots":[],"intent":"alarm_set","domain":null,"pool":null,"verdict":"pass","findings":[],"#,
            r#""source":{"sha256":""#,
            &Sha256::of("source").to_string(),
            r#"","rate":48000,"snr_db":31.25,"active_dbov":-23.4,"peak_dbfs":-3.0,"noise_floor_dbfs":null,"#,
            r#""lead_ms":500.0,"trail_ms":500.0},"gain_db":0.0,"#,
            r#""clip":{"cut_start":0,"cut_end":0,"speech_start":100,"speech_end":7900,"lufs":null,"true_peak_dbtp":null},"#,
            r#""consent":"r1","licence":null,"since":null}"#,
        ];
        assert_eq!(line, expected.concat());
        for bad in [
            line.replace(":8001", ": 8001"),
            line.replace("\"age\":null,", ""),
            line.replace("\"schema\":4", "\"schema\":3"),
            line.replace("0.5000625", "0.50006250"),
            line.replace("\"gain_db\":0.0", "\"gain_db\":0.0,\"more\":1"),
            line.replace("é", "\\u00e9"),
        ] {
            assert!(Row::parse(&bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn faulty_unsorted_and_cut_lines_are_named_and_reading_goes_on() {
        let line = |prompt| row("a1", "fr-FR", prompt, "x", Split::Train).to_line().unwrap();
        let text = format!("{}\nnonsense\n{}\n{}\n{}", line("b"), line("a"), line("c"), line("d"));
        let mut reader = Reader::new(text.as_bytes());
        let mut seen = Vec::new();
        while let Some(line) = reader.next_line().unwrap() {
            seen.push((line.number, line.row.is_ok()));
        }
        assert_eq!(seen, [(1, true), (2, false), (3, false), (4, true), (5, false)]);
        assert!(reader.into_inner().is_empty());
    }

    #[test]
    fn a_row_that_disagrees_with_itself_says_how() {
        let good = row("a1", "fr-FR", "p1", "wake me at nine", Split::Train);
        assert_eq!(good.faults(), []);
        let mut bad = good.clone();
        bad.duration += 1e-9;
        bad.text.push('!');
        bad.audio = "audio/x.wav".to_owned();
        bad.take = 2;
        bad.repetition = 2;
        bad.slots.push(Slot { name: "time".to_owned(), value: "nine".to_owned(), start: 10, end: 14 });
        let ids: Vec<_> = bad.faults().into_iter().map(|fault| fault.0).collect();
        assert_eq!(ids, ["catalogue-id", "catalogue-path", "duration", "text-hash", "slot", "annotation"]);
        bad.slots[0] = Slot { start: 11, end: 15, ..bad.slots[0].clone() };
        assert_eq!(bad.faults().len(), 5);
    }

    proptest! {
        #[test]
        fn what_is_written_reads_back_the_same(
            text in "[a-z]\\PC{0,20}", frames in 1u64..10_000_000, hz in 1_000u32..768_000,
            snr in proptest::option::of(-100.0f64..100.0), gain in -2000i32..=4000,
        ) {
            let mut row = row("a1", "zh-Hant-TW", "p1", &text, Split::Test);
            row.rate = SampleRate::new(hz).unwrap();
            row.frames = frames;
            row.duration = seconds(frames, row.rate);
            row.source.snr_db = snr;
            row.gain_db = f64::from(gain) / 100.0;
            let line = row.to_line().unwrap();
            let back = Row::parse(&line).unwrap();
            prop_assert_eq!(back.to_line().unwrap(), line);
            prop_assert_eq!(&back, &row);
            let faults: Vec<_> = back.faults().into_iter().filter(|fault| fault.0 != "text").collect();
            prop_assert_eq!(faults, vec![]);
        }

        #[test]
        fn any_bytes_are_read_without_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
            let mut reader = Reader::new(&bytes[..]);
            while reader.next_line().unwrap().is_some() {}
            prop_assert!(reader.into_inner().is_empty());
        }
    }
}
