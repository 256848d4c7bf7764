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
use crate::recordings::ledger::{Attestation, Ledger};
use crate::recordings::transcribe::command::CommandLine;
use crate::units::Utc;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// The name of the file inside a session.
pub const FILE: &str = "transcripts.jsonl";
/// The version of its lines.
pub const VERSION: u32 = 1;

/// By which rules a line is attested.
const TAG: &str = "booth heard 1";
/// The most names of recognisers that are told of lines that do not count.
const MOST_NAMES: usize = 16;

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
    /// The command that was run, in lines of before 0.2.0; it is read to know its name, and never written.
    #[serde(default, skip_serializing)]
    pub command: Option<String>,
    /// The rate that the take was converted to for the recogniser, in hertz; `None` when it heard the take as it is.
    #[serde(default)]
    pub rate: Option<u32>,
    /// What it heard, as it was printed, on one line.
    pub text: String,
}

impl Transcript {
    /// Returns the attestation that this machine wrote the line.
    pub fn attest(&self) -> Attestation {
        let at = self.at.millis().to_le_bytes();
        let rate = self.rate.map_or([0; 4], u32::to_le_bytes);
        let (prompt, take) = (self.prompt.as_str().as_bytes(), self.take.to_le_bytes());
        let (pcm, name) = (self.pcm_sha256.bytes(), self.recogniser.as_bytes());
        Attestation::of(TAG, &[&at, prompt, &take, pcm, name, &rate, self.text.as_bytes()])
    }
}

/// Whose lines count.
#[derive(Debug, Clone, Copy)]
pub enum Counting<'a> {
    /// Everybody's: whoever can add a line to a session then decides on its takes.
    Everybody,
    /// Those that this machine wrote, as its ledger knows, and those of the recognisers that are named.
    Own {
        /// The machine's ledger.
        ledger: Option<&'a Ledger>,
        /// Recognisers whose lines count wherever they were written.
        named: &'a [String],
    },
}

/// Lines that do not count, since nobody knows who wrote them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Uncounted {
    /// How many.
    pub lines: u64,
    /// The recognisers that they name, the first 16 in order.
    pub names: BTreeSet<String>,
}

impl Uncounted {
    fn add(&mut self, recogniser: String) {
        self.lines += 1;
        self.names.insert(recogniser);
        self.trim();
    }

    /// Takes in those of another session.
    pub fn merge(&mut self, other: &Self) {
        self.lines += other.lines;
        self.names.extend(other.names.iter().cloned());
        self.trim();
    }

    fn trim(&mut self) {
        while self.names.len() > MOST_NAMES {
            self.names.pop_last();
        }
    }
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
    uncounted: Uncounted,
    sha256: Option<Sha256>,
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
    /// Reads the transcripts of the session in `dir` that count; none when there is no file. Other lines are counted.
    ///
    /// # Errors
    /// [`crate::ErrorKind::Io`] when the file cannot be read.
    pub fn read(dir: &Path, counting: Counting<'_>) -> Result<Self> {
        let path = dir.join(FILE);
        let bytes = fsio::read_found(&path, fsio::MOST_LIST)?;
        Ok(bytes.map_or_else(Self::default, |bytes| Self::parse(&bytes, counting)))
    }

    /// Reads lines out of any bytes; those that are no transcript of a known version, and those that do not count, are
    /// counted and passed over.
    ///
    /// A line that this machine wrote is never replaced by one of the same recogniser that it did not write.
    pub fn parse(bytes: &[u8], counting: Counting<'_>) -> Self {
        let mut transcripts = Self { sha256: Some(Sha256::of(bytes)), ..Self::default() };
        let mut own_lines = BTreeSet::new();
        for line in bytes.split(|&byte| byte == b'\n').filter(|line| !line.is_empty()) {
            let line = match serde_json::from_slice::<Transcript>(line) {
                Ok(line) if line.v == VERSION => line,
                _ => {
                    transcripts.unreadable += 1;
                    continue;
                }
            };
            let is_own = match counting {
                Counting::Everybody => true,
                Counting::Own { ledger, .. } => ledger.is_some_and(|ledger| ledger.knows(&line.attest())),
            };
            let Transcript { mut recogniser, rate, pcm_sha256, text, command, .. } = line;
            if command.as_ref() == Some(&recogniser) {
                recogniser = CommandLine::name_of(&recogniser);
            }
            if let Counting::Own { named, .. } = counting
                && !is_own
                && !named.contains(&recogniser)
            {
                transcripts.uncounted.add(recogniser);
                continue;
            }
            let place = (line.prompt, line.take);
            let key = (place.clone(), recogniser.clone());
            if is_own {
                own_lines.insert(key);
            } else if own_lines.contains(&key) {
                continue;
            }
            let all = transcripts.by_take.entry(place).or_default();
            all.retain(|known| known.recogniser != recogniser);
            all.push(Heard { recogniser, rate, pcm_sha256, text });
        }
        transcripts
    }

    /// Returns the digest of the transcripts of the session in `dir`; `None` when there is no file.
    ///
    /// # Errors
    /// As [`Transcripts::read`].
    pub fn digest(dir: &Path) -> Result<Option<Sha256>> {
        Ok(fsio::read_found(&dir.join(FILE), fsio::MOST_LIST)?.map(Sha256::of))
    }

    /// Returns the digest of the file that they were read from, if there was one.
    pub fn sha256(&self) -> Option<Sha256> {
        self.sha256
    }

    /// Returns how many lines are no transcripts of a known version.
    pub fn unreadable(&self) -> u64 {
        self.unreadable
    }

    /// Returns the lines that do not count, since nobody knows who wrote them.
    pub fn uncounted(&self) -> &Uncounted {
        &self.uncounted
    }

    /// Returns what was heard in a take, a recogniser each.
    pub fn of(&self, prompt: &PromptId, take: u16) -> &[Heard] {
        if self.by_take.is_empty() {
            return &[];
        }
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

/// Adds lines to the transcripts of the session in `dir`, durably and in one write, and notes in the ledger that this
/// machine wrote them; a line that a crash tore is ended.
///
/// # Errors
/// [`crate::ErrorKind::Io`] when the system refuses; none of the lines then counts as written.
pub fn append(dir: &Path, lines: &[Transcript], ledger: Option<&Ledger>) -> Result<()> {
    let path = dir.join(FILE);
    let texts: Vec<String> = lines
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
    file.append_lines(&texts)?;
    if let Some(ledger) = ledger {
        for line in lines {
            ledger.note(line.attest());
        }
        ledger.flush();
    }
    Ok(())
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
        append(dir.path(), lines, None).unwrap();
        let mut measured =
            Measurements { pcm_sha256: Some(Sha256::of(heard)), cer: Some(9.0), ..Measurements::default() };
        let read = Transcripts::read(dir.path(), Counting::Everybody).unwrap();
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
        append(dir.path(), &[line("a", "x", "one")], None).unwrap();
        let mut bytes = std::fs::read(&path).unwrap();
        bytes.extend_from_slice(b"{\"v\":2,\"text\":\"of tomorrow\"}\n\xff\n{\"v\":1,\"at\":\"20");
        #[expect(clippy::disallowed_methods, reason = "a crash writes what it likes")]
        std::fs::write(&path, &bytes).unwrap();
        append(dir.path(), &[line("b", "x", "two")], None).unwrap();
        let read = Transcripts::read(dir.path(), Counting::Everybody).unwrap();
        assert_eq!(read.unreadable(), 3);
        let prompt = "alarm-one".parse().unwrap();
        let heard = |name| read.heard(&prompt, 2, name, None, Sha256::of("x"));
        assert_eq!((heard("a"), heard("b"), heard("c")), (Some("one"), Some("two"), None));
        assert!(std::fs::read(&path).unwrap().starts_with(&bytes));
    }

    #[test]
    fn lines_that_this_machine_wrote_count_and_others_only_where_they_are_named() {
        let dir = tempfile::tempdir().unwrap();
        let state = dir.path().join("state");
        let ledger = Ledger::to_add_to(&state);
        append(dir.path(), &[line("a", "x", "what was said")], Some(&ledger)).unwrap();
        // What came with the session: of another recogniser, and of the same.
        append(dir.path(), &[line("mine", "x", "wake me up"), line("a", "x", "wake me up")], None).unwrap();
        let ledger = Ledger::open(&state).unwrap();
        let prompt: PromptId = "alarm-one".parse().unwrap();
        let read = |ledger: Option<&Ledger>, named: &[&str]| {
            let named: Vec<String> = named.iter().map(|&name| name.to_owned()).collect();
            let read = Transcripts::read(dir.path(), Counting::Own { ledger, named: &named }).unwrap();
            let texts: Vec<String> = read
                .of(&prompt, 2)
                .iter()
                .map(|heard| format!("{}: {}", heard.recogniser, heard.text))
                .collect();
            let names: Vec<String> = read.uncounted().names.iter().cloned().collect();
            (texts.join(", "), read.uncounted().lines, names.join(" "))
        };
        let own = |texts: &str, lines, names: &str| (texts.to_owned(), lines, names.to_owned());
        assert_eq!(read(Some(&ledger), &[]), own("a: what was said", 2, "a mine"));
        assert_eq!(read(Some(&ledger), &["a"]), own("a: what was said", 1, "mine"));
        assert_eq!(read(Some(&ledger), &["mine"]), own("a: what was said, mine: wake me up", 1, "a"));
        assert_eq!(read(None, &[]), own("", 3, "a mine"));
        assert_eq!(read(None, &["a"]), own("a: wake me up", 1, "mine"));
        // Each part of a line is bound.
        let one = line("a", "x", "what was said");
        for other in [
            line("b", "x", "what was said"),
            line("a", "y", "what was said"),
            line("a", "x", "wake me up"),
            Transcript { take: 3, ..one.clone() },
            Transcript { prompt: "light-on".parse().unwrap(), ..one.clone() },
            Transcript { rate: Some(16_000), ..one.clone() },
            Transcript { at: Utc::from_millis(0), ..one.clone() },
        ] {
            assert!(ledger.knows(&one.attest()) && !ledger.knows(&other.attest()), "{other:?}");
        }
        let mut many = Uncounted::default();
        (0..100).for_each(|n| many.add(format!("r{n:03}")));
        assert_eq!((many.lines, many.names.len()), (100, 16));
    }

    #[test]
    fn a_command_that_an_older_version_kept_is_known_by_its_name() {
        let command = "/home/ada/bin/asr --key s3cret {wav}";
        let old = format!(
            "{{\"v\":1,\"at\":\"2026-11-24T05:46:14.000Z\",\"prompt\":\"alarm-one\",\"take\":2,\"pcm_sha256\":\"{}\",\
             \"recogniser\":\"{command}\",\"command\":\"{command}\",\"rate\":null,\"text\":\"wake me up\"}}\n",
            Sha256::of("x")
        );
        let read = Transcripts::parse(old.as_bytes(), Counting::Everybody);
        let name = CommandLine::parse(command).unwrap().name();
        let heard = &read.of(&"alarm-one".parse().unwrap(), 2)[0];
        assert_eq!((&heard.recogniser, heard.text.as_str()), (&name, "wake me up"));
        assert!(name.starts_with("asr-") && !name.contains("ada") && name.len() == 12, "{name}");
        // A name that was given stays.
        let named = old.replacen(command, "mine", 1);
        let read = Transcripts::parse(named.as_bytes(), Counting::Everybody);
        assert_eq!(read.of(&"alarm-one".parse().unwrap(), 2)[0].recogniser, "mine");
    }
}
