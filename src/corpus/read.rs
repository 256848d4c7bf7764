//! Reading a finished corpus: its utterances one by one, each with its words and its sound.

use crate::archive::bag;
use crate::audio::quantise::OutputFormat;
use crate::audio::wav::{Encoding, WavInfo, WavReader};
use crate::corpus::catalogue::{self, Reader, Row};
use crate::corpus::release::{self, Release, Settings};
use crate::corpus::split::Split;
use crate::error::{Error, ErrorKind, Result};
use crate::fsio;
use crate::ids::{Locale, SpeakerId, UtteranceId};
use crate::sheet::Slot;
use crate::units::SampleRate;
use std::fs::File;
use std::io::BufReader;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A corpus on disk, open for reading.
///
/// Everything is taken from the catalogue, strictly: a row that is not in its canonical form, or that disagrees with itself
/// or the head, is an error with its line. Digests are not computed; that is [`verify`](crate::corpus::verify())'s.
///
/// ```
/// # use booth::audio::{OutputFormat, WavWriter};
/// # use booth::corpus::{self, BuildOptions, Folders, Input, Settings};
/// # use booth::progress::Unwatched;
/// # use booth::quality::{Policy, Verdict};
/// # use booth::recordings::import::{self, ApplyOptions, ImportRequest, Layout};
/// # use booth::recordings::Clock;
/// # use booth::units::{SampleRate, Utc};
/// # use std::sync::Arc;
/// # struct Stopped;
/// # impl Clock for Stopped {
/// #     fn utc(&self) -> Utc { Utc::from_millis(1_795_499_174_000) }
/// #     fn mono_ms(&self) -> u64 { 0 }
/// # }
/// # let work = tempfile::tempdir().unwrap();
/// # let voices = work.path().join("voices");
/// # std::fs::create_dir(&voices).unwrap();
/// # let noise: Vec<f64> = (0..8_000).map(|n| f64::from((n * 7919) % 4001 - 2000) / 32_768.0).collect();
/// # let file = std::fs::File::create(voices.join("hello.wav")).unwrap();
/// # let mut wav = WavWriter::new(file, SampleRate::new(16_000)?, 1, OutputFormat::Int16, None)?;
/// # wav.write_f64(&noise)?;
/// # wav.finish()?;
/// # std::fs::write(voices.join("hello.txt"), "Hello world\n").unwrap();
/// # let request = ImportRequest {
/// #     speaker: Some("k3v9".parse()?),
/// #     consent_statement: Some("They agreed in writing.".to_owned()),
/// #     ..ImportRequest::new(Layout::Pairs, voices, "en-US".parse()?, "demo".parse()?)
/// # };
/// # let (policy, recordings) = (Policy::default(), work.path().join("recordings"));
/// # let options = ApplyOptions::new(&recordings, &policy, Arc::new(Stopped), [7; 32]);
/// # import::apply(&import::plan(&request, 1, &Unwatched)?, &options)?;
/// # let folders = Folders::find(&[recordings])?.believed();
/// # let judge = |record: &_, measured: &_| corpus::judge_under(&policy, record, measured);
/// # let now = Utc::from_millis(1_795_499_175_000);
/// # let input = Input { recordings: &folders, judge: &judge, now, scratch: work.path(), previous: None };
/// # let settings = Settings {
/// #     min_verdict: Verdict::Reject,
/// #     ..Settings::new("Tiny", SampleRate::new(16_000)?, &policy)
/// # };
/// # let dir = work.path().join("corpus");
/// # corpus::build(&corpus::plan(input, &settings, None, None)?, input, &dir, BuildOptions::default())?;
/// use booth::corpus::{Corpus, Split};
///
/// let corpus = Corpus::open(&dir)?;
/// assert_eq!(corpus.len(), 1);
/// for utterance in corpus.utterances()?.only(Split::Train) {
///     let utterance = utterance?;
///     let audio = utterance.audio()?;
///     println!("{} says {:?} in {} samples", utterance.speaker(), utterance.text(), audio.samples.len());
///     # assert_eq!((utterance.text(), utterance.speaker().as_str()), ("Hello world", "k3v9"));
///     # assert_eq!((audio.rate.hz(), audio.samples.len(), utterance.duration()), (16_000, 8_000, 0.5));
///     # assert_eq!(audio.samples[1], (7919 % 4001 - 2000) as f32 / 32_768.0);
/// }
/// # Ok::<(), booth::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Corpus {
    dir: Arc<Path>,
    release: Arc<Release>,
}

/// The utterances of a corpus, in byte order of their ids. One is in memory at a time.
///
/// After an error the iterator ends.
pub struct Utterances {
    corpus: Corpus,
    rows: Reader<BufReader<File>>,
    only: Option<Split>,
    seen: u64,
    is_over: bool,
}

/// One utterance of a corpus.
#[derive(Debug, Clone)]
pub struct Utterance {
    dir: Arc<Path>,
    format: OutputFormat,
    row: Row,
    line: u64,
}

/// The sound of an utterance.
#[derive(Debug, Clone, PartialEq)]
pub struct Audio {
    /// The rate.
    pub rate: SampleRate,
    /// The samples of the one channel; full scale is 1.
    pub samples: Vec<f32>,
}

impl Corpus {
    /// Opens the corpus in `dir`, a folder that `booth pack` made, be it a bag.
    ///
    /// # Errors
    /// [`ErrorKind::Corpus`] when its head is missing or none; [`ErrorKind::Io`] when it cannot be read.
    pub fn open(dir: impl AsRef<Path>) -> Result<Self> {
        let dir = &*bag::home(dir.as_ref())?;
        let path = dir.join(release::NAME);
        let bytes = fsio::read_found(&path, fsio::MOST_SMALL)?.ok_or_else(|| {
            Error::new(ErrorKind::Corpus, format!("this is no corpus: it has no {}", release::NAME))
                .with_path(dir)
                .with_hint("give the folder that `booth pack --out` made")
        })?;
        let text = String::from_utf8(bytes).map_err(|error| {
            Error::new(ErrorKind::Corpus, "the head of the corpus is not UTF-8")
                .with_path(&path)
                .with_source(error)
        })?;
        let release = Release::parse(&text).map_err(|error| error.with_path(&path))?;
        Ok(Self { dir: dir.into(), release: Arc::new(release) })
    }

    /// Returns the folder; of a bag, the one with the corpus.
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// Returns the head: what was asked for, what was counted, what was left out.
    pub fn release(&self) -> &Release {
        &self.release
    }

    /// Returns the number of utterances, by the head.
    pub fn len(&self) -> u64 {
        self.release.totals.all.utterances
    }

    /// Says whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Returns the utterances, read anew from the catalogue.
    ///
    /// # Errors
    /// [`ErrorKind::Io`] when the catalogue cannot be opened.
    pub fn utterances(&self) -> Result<Utterances> {
        let path = self.dir.join(catalogue::NAME);
        let file = fsio::open_plain(&path, fsio::MOST_STREAMED)?;
        let rows = Reader::new(BufReader::new(file));
        Ok(Utterances { corpus: self.clone(), rows, only: None, seen: 0, is_over: false })
    }
}

impl Utterances {
    /// Passes over all splits but `split`.
    #[must_use]
    pub fn only(mut self, split: Split) -> Self {
        self.only = Some(split);
        self
    }

    fn failed(&self, message: String, line: u64) -> Error {
        Error::new(ErrorKind::Corpus, message).with_path(self.path()).at_line(line).with_hint(ASK_VERIFY)
    }

    fn path(&self) -> PathBuf {
        self.corpus.dir.join(catalogue::NAME)
    }

    fn advance(&mut self) -> Result<Option<Utterance>> {
        loop {
            let line = self.rows.next_line().map_err(|error| error.with_path(self.path()))?;
            let Some(line) = line else {
                let (expected, found) = (self.corpus.len(), self.seen);
                if found != expected {
                    let message = format!("the catalogue has {found} utterances, the head says {expected}");
                    return Err(self.failed(message, found + 1));
                }
                return Ok(None);
            };
            let row = line.row.map_err(|error| error.with_path(self.path()).with_hint(ASK_VERIFY))?;
            self.seen += 1;
            if let Some((_, expected, found)) = row.faults().into_iter().next() {
                let message = format!(
                    "utterance {} disagrees with itself: {expected} is expected, {found} is there",
                    row.id
                );
                return Err(self.failed(message, line.number));
            }
            let Settings { rate, format, .. } = &self.corpus.release.settings;
            if row.rate != *rate {
                let message = format!("utterance {} is at {}, the corpus at {rate}", row.id, row.rate);
                return Err(self.failed(message, line.number));
            }
            if self.only.is_none_or(|only| only == row.split) {
                let (dir, format) = (Arc::clone(&self.corpus.dir), *format);
                return Ok(Some(Utterance { dir, format, row, line: line.number }));
            }
        }
    }
}

impl Iterator for Utterances {
    type Item = Result<Utterance>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.is_over {
            return None;
        }
        let next = self.advance().transpose();
        self.is_over = !matches!(next, Some(Ok(_)));
        next
    }
}

impl Utterance {
    /// Returns the id, which is the stem of the audio file's name.
    pub fn id(&self) -> &UtteranceId {
        &self.row.id
    }

    /// Returns the words that are read.
    pub fn text(&self) -> &str {
        &self.row.text
    }

    /// Returns the slots of the text, in order of position.
    pub fn slots(&self) -> &[Slot] {
        &self.row.slots
    }

    /// Returns the split.
    pub fn split(&self) -> Split {
        self.row.split
    }

    /// Returns the speaker's pseudonym.
    pub fn speaker(&self) -> &SpeakerId {
        &self.row.speaker
    }

    /// Returns the language that is spoken.
    pub fn locale(&self) -> &Locale {
        &self.row.locale
    }

    /// Returns the length in seconds: frames over rate, exactly rounded.
    pub fn duration(&self) -> f64 {
        self.row.duration
    }

    /// Returns all that the catalogue says.
    pub fn row(&self) -> &Row {
        &self.row
    }

    /// Returns where the audio file lies.
    pub fn path(&self) -> PathBuf {
        self.dir.join(&self.row.audio)
    }

    /// Reads the sound.
    ///
    /// # Errors
    /// [`ErrorKind::Corpus`], with the catalogue's line, when the file is missing or not what its row says;
    /// [`ErrorKind::Audio`] when it is no WAV file; [`ErrorKind::Io`] when it cannot be read.
    pub fn audio(&self) -> Result<Audio> {
        let path = self.path();
        let Some(file) = fsio::find_plain(&path, fsio::MOST_STREAMED)? else {
            return Err(self
                .failed(format!("the audio of utterance {}, {}, is missing", self.row.id, self.row.audio)));
        };
        let size = file.metadata().map_err(|error| Error::io("read", &path, error))?.len();
        if size != self.row.bytes {
            return Err(self.differs("bytes", size, self.row.bytes));
        }
        let here = |error: Error| if error.path().is_some() { error } else { error.with_path(&path) };
        let mut reader = WavReader::new(BufReader::new(file)).map_err(here)?;
        self.check(reader.info())?;
        let mut samples = vec![0.0f32; self.row.frames as usize];
        let mut filled = 0;
        while filled < samples.len() {
            match reader.read(0, &mut samples[filled..]).map_err(here)? {
                0 => return Err(self.differs("frames", filled as u64, self.row.frames)),
                count => filled += count,
            }
        }
        Ok(Audio { rate: self.row.rate, samples })
    }

    /// Compares the header of the file with the row, before memory is taken on its word.
    fn check(&self, info: &WavInfo) -> Result<()> {
        if info.frames != self.row.frames {
            return Err(self.differs("frames", info.frames, self.row.frames));
        }
        if info.rate != self.row.rate {
            return Err(self.differs("as its rate", info.rate, self.row.rate));
        }
        if info.channels != 1 {
            return Err(self.differs("channels", info.channels, 1));
        }
        let form = |bits: u16, encoding: Encoding| format!("{bits} bits, {encoding}");
        let is_float = self.format == OutputFormat::Float32;
        let expected = form(self.format.bits(), if is_float { Encoding::Float } else { Encoding::Int });
        let found = form(info.bits, info.encoding);
        if found != expected {
            return Err(self.differs("as its form", found, expected));
        }
        match info.faults.first() {
            Some(fault) => Err(self.failed(format!("{}: {fault}", self.row.audio))),
            None => Ok(()),
        }
    }

    fn differs(&self, what: &str, found: impl std::fmt::Display, expected: impl std::fmt::Display) -> Error {
        self.failed(format!("{} has {found} {what}, its row says {expected}", self.row.audio))
    }

    fn failed(&self, message: String) -> Error {
        let path = self.dir.join(catalogue::NAME);
        Error::new(ErrorKind::Corpus, message).with_path(path).at_line(self.line).with_hint(ASK_VERIFY)
    }
}

/// What to do about a corpus that lies.
const ASK_VERIFY: &str = "booth verify names every fault of a corpus";

#[cfg(test)]
mod tests;
