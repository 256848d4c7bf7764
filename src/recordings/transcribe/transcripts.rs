//! What recognisers heard in the takes of a session: `transcripts.jsonl`, beside the journal and apart from it.
//!
//! A line is the raw text of a recogniser and the hash of the samples that it heard, so that error rates are computed
//! when they are asked for, and a text of other samples is known as stale. Lines are only added; of one recogniser
//! the last line on a take counts.

use crate::digest::Sha256;
use crate::error::{Error, Result};
use crate::fsio::{self, AppendFile};
use crate::ids::{Locale, PromptId};
use crate::quality::{Measurements, words};
use crate::units::Utc;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::Path;

/// The name of the file inside a session.
pub const FILE: &str = "transcripts.jsonl";
/// The version of its lines.
pub const VERSION: u32 = 1;

/// Why a take has no error rates though it was transcribed.
pub const STALE: &str = "the transcript is of other samples";

/// A line: what a recogniser heard in a take.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Transcript {
    /// [`VERSION`].
    pub v: u32,
    /// When it was heard.
    pub at: Utc,
    /// The prompt.
    pub prompt: PromptId,
    /// The attempt.
    pub take: u16,
    /// The samples that were heard, as in the measurements.
    pub pcm_sha256: Sha256,
    /// The recogniser's name.
    pub recogniser: String,
    /// The command that was run, before its placeholders were filled; `None` for an import.
    #[serde(default)]
    pub command: Option<String>,
    /// The rate that the take was converted to for the recogniser, in hertz; `None` when it heard the take as it is.
    #[serde(default)]
    pub rate: Option<u32>,
    /// What it heard, as it was printed, on one line.
    pub text: String,
}

/// What counts of a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Heard {
    /// The recogniser's name.
    pub recogniser: String,
    /// The rate that the take was converted to for it, in hertz; `None` when it heard the take as it is.
    pub rate: Option<u32>,
    /// The samples that were heard.
    pub pcm_sha256: Sha256,
    /// What it heard.
    pub text: String,
}

/// The transcripts of a session that count, by take.
#[derive(Debug, Clone, Default)]
pub struct Transcripts {
    by_take: BTreeMap<(PromptId, u16), Vec<Heard>>,
    unreadable: u64,
}

/// What a session's transcripts say about a take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Applied {
    /// Nobody transcribed it.
    Nothing,
    /// The error rates are filled in.
    Rates,
    /// There are transcripts, but of other samples.
    Stale,
}

impl Transcripts {
    /// Reads the transcripts of the session in `dir`; none when there is no file. Lines that are none are counted.
    ///
    /// # Errors
    /// [`crate::ErrorKind::Io`] when the file cannot be read.
    pub fn read(dir: &Path) -> Result<Self> {
        let path = dir.join(FILE);
        let bytes = fsio::read_found(&path, fsio::MOST_LIST)?;
        Ok(bytes.map_or_else(Self::default, |bytes| Self::parse(&bytes)))
    }

    /// Reads lines out of any bytes; those that are no transcript of a known version are counted and passed over.
    pub fn parse(bytes: &[u8]) -> Self {
        let mut transcripts = Self::default();
        for line in bytes.split(|&byte| byte == b'\n').filter(|line| !line.is_empty()) {
            let line = match serde_json::from_slice::<Transcript>(line) {
                Ok(line) if line.v == VERSION => line,
                _ => {
                    transcripts.unreadable += 1;
                    continue;
                }
            };
            let Transcript { recogniser, rate, pcm_sha256, text, .. } = line;
            let all = transcripts.by_take.entry((line.prompt, line.take)).or_default();
            all.retain(|known| known.recogniser != recogniser);
            all.push(Heard { recogniser, rate, pcm_sha256, text });
        }
        transcripts
    }

    /// Returns how many lines are no transcripts of a known version.
    pub fn unreadable(&self) -> u64 {
        self.unreadable
    }

    /// Returns what was heard in a take, a recogniser each.
    pub fn of(&self, prompt: &PromptId, take: u16) -> &[Heard] {
        self.by_take.get(&(prompt.clone(), take)).map_or(&[], Vec::as_slice)
    }

    /// Returns what a recogniser heard in these very samples, converted to `rate` if any.
    pub fn heard(
        &self,
        prompt: &PromptId,
        take: u16,
        recogniser: &str,
        rate: Option<u32>,
        pcm_sha256: Sha256,
    ) -> Option<&str> {
        let heard = self.of(prompt, take).iter().find(|heard| {
            heard.recogniser == recogniser && heard.rate == rate && heard.pcm_sha256 == pcm_sha256
        });
        heard.map(|heard| heard.text.as_str())
    }
}

/// Returns what counts of what was heard in a take: of these very samples, the text that is nearest to the one that was to
/// be read.
pub fn best<'a>(
    heard: &'a [Heard],
    pcm_sha256: Option<Sha256>,
    text: &str,
    locale: &Locale,
) -> Option<&'a Heard> {
    heard
        .iter()
        .filter(|heard| Some(heard.pcm_sha256) == pcm_sha256)
        .min_by_key(|heard| words::compare(text, &heard.text, locale).characters.distance())
}

/// Fills the error rates of a take from what was heard in its very samples, which must have been measured.
///
/// Of several recognisers the one with the lowest rate counts: a reader is not to blame for a weak recogniser.
pub fn apply(heard: &[Heard], measured: &mut Measurements, text: &str, locale: &Locale) -> Applied {
    (measured.cer, measured.wer) = (None, None);
    for name in ["cer", "wer"] {
        measured.unmeasured.remove(name);
    }
    if heard.is_empty() {
        return Applied::Nothing;
    }
    let Some(heard) = best(heard, measured.pcm_sha256, text, locale) else {
        measured.unmeasured.insert("cer".to_owned(), STALE.to_owned());
        return Applied::Stale;
    };
    words::apply(measured, text, &heard.text, locale);
    Applied::Rates
}

/// Adds lines to the transcripts of the session in `dir`, durably and in one write; a line that a crash tore is ended.
///
/// # Errors
/// [`crate::ErrorKind::Io`] when the system refuses; none of the lines then counts as written.
pub fn append(dir: &Path, lines: &[Transcript]) -> Result<()> {
    let path = dir.join(FILE);
    let lines: Vec<String> = lines
        .iter()
        .map(|line| {
            serde_json::to_string(line).map_err(|error| {
                let message = format!("a transcript cannot be written: {error}");
                Error::new(crate::ErrorKind::Io, message).with_path(&path)
            })
        })
        .collect::<Result<_>>()?;
    let torn = fsio::ends_inside_a_line(&path)?;
    let mut file = AppendFile::open(&path)?;
    if torn {
        file.append_line("")?;
    }
    file.append_lines(&lines)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(recogniser: &str, heard: &str, text: &str) -> Transcript {
        Transcript {
            v: VERSION,
            at: Utc::from_millis(1_795_499_174_000),
            prompt: "alarm-one".parse().unwrap(),
            take: 2,
            pcm_sha256: Sha256::of(heard),
            recogniser: recogniser.to_owned(),
            command: None,
            rate: None,
            text: text.to_owned(),
        }
    }

    fn after(lines: &[Transcript], heard: &str) -> (Applied, Measurements) {
        let dir = tempfile::tempdir().unwrap();
        append(dir.path(), lines).unwrap();
        let mut measured =
            Measurements { pcm_sha256: Some(Sha256::of(heard)), cer: Some(9.0), ..Measurements::default() };
        let read = Transcripts::read(dir.path()).unwrap();
        assert_eq!(read.unreadable(), 0);
        let (prompt, locale) = ("alarm-one".parse().unwrap(), "en-US".parse().unwrap());
        let applied = apply(read.of(&prompt, 2), &mut measured, "Wake me up", &locale);
        (applied, measured)
    }

    #[test]
    fn the_last_line_of_a_recogniser_and_the_best_of_several_count() {
        let (applied, measured) = after(&[line("a", "x", "make me cup"), line("a", "x", "wake him up")], "x");
        assert_eq!((applied, measured.cer, measured.wer), (Applied::Rates, Some(0.375), Some(0.3333)));
        let (_, measured) = after(&[line("a", "x", "wake me up"), line("b", "x", "something else")], "x");
        assert_eq!(measured.cer, Some(0.0));
        // The last line of `a` heard other samples, so that nothing of `a` counts.
        let (_, measured) =
            after(&[line("b", "x", "woke me up"), line("a", "x", "wake me up"), line("a", "y", "no")], "x");
        assert_eq!(measured.cer, Some(0.125));
    }

    #[test]
    fn a_text_of_other_samples_is_stale_and_gives_no_rate() {
        let (applied, measured) = after(&[line("a", "y", "wake me up")], "x");
        assert_eq!((applied, measured.cer), (Applied::Stale, None));
        assert_eq!(measured.unmeasured["cer"], STALE);
        assert_eq!(after(&[], "x").0, Applied::Nothing);
    }

    #[test]
    fn torn_and_foreign_lines_are_passed_over_and_the_next_one_starts_clean() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join(FILE);
        append(dir.path(), &[line("a", "x", "one")]).unwrap();
        let mut bytes = std::fs::read(&path).unwrap();
        bytes.extend_from_slice(b"{\"v\":2,\"text\":\"of tomorrow\"}\n\xff\n{\"v\":1,\"at\":\"20");
        #[expect(clippy::disallowed_methods, reason = "a crash writes what it likes")]
        std::fs::write(&path, &bytes).unwrap();
        append(dir.path(), &[line("b", "x", "two")]).unwrap();
        let read = Transcripts::read(dir.path()).unwrap();
        assert_eq!(read.unreadable(), 3);
        let prompt = "alarm-one".parse().unwrap();
        let heard = |name| read.heard(&prompt, 2, name, None, Sha256::of("x"));
        assert_eq!((heard("a"), heard("b"), heard("c")), (Some("one"), Some("two"), None));
        assert!(std::fs::read(&path).unwrap().starts_with(&bytes));
    }
}
