//! Booth, a recording booth for speech corpora: prompt sheets in, a verified training corpus out.
//!
//! The program `booth` is a thin face on this library; all that it does can be done from here.
//!
//! # The path of a word
//!
//! 1. A prompt stands in a sheet, with its slots; [`sheet::load`] reads it, and [`sheet::lint`] finds what is wrong with it.
//! 2. A speaker reads it in a [`sitting`]: a machine without clock, file or device ([`sitting::Booth`]) says what to do,
//!    [`audio`] records, and [`recordings`] keep every take in a session folder, whose journal any crash leaves readable.
//!    [`recordings::import`] makes such sessions of recordings that were made elsewhere.
//! 3. [`quality`] measures each take in one pass, and judges it: pass, warn or reject, with findings that say why.
//!    [`recordings::check`] does so again for whole folders, and [`report`] shows what came of it.
//! 4. [`corpus`] plans a release (which takes, in which split, and why not the others), builds it, proves it from its
//!    files alone, and reads it: [`corpus::Corpus`].
//!
//! # Rows
//!
//! `cli` and `face` (the program) > [`corpus`], [`report`], [`sitting`] > [`recordings`] > [`sheet`] > [`quality`] > [`audio`] >
//! [`units`], [`ids`], [`text`] and other ground > [`error`] > [`messages`]. A module uses only rows to its right, and a test
//! holds that. What is mostly needed of a row stands at its top; modules below it group what belongs to one verb.
//!
//! Nothing here prints, or reads a clock, the environment or random bytes: callers hand them in. The same input gives the
//! same bytes, on every CPU and with any number of threads.
//!
//! # Errors
//!
//! A call that fails gives an [`Error`]: its [`ErrorKind`], which has a stable id, what was given and what is allowed, the file
//! and line, and a hint. What is wrong with data is no error but a value that can be counted: a finding of a sheet
//! or a take, a fault of a session or a corpus, a refusal of a plan.
//!
//! # Features
//!
//! - `cli` (on): the program. A library needs `default-features = false`.
//! - `device` (on): microphones and loudspeakers; without it, files can be played as a microphone.
//! - `models` (off): neural models that the user supplies, as further witnesses of quality.
//!
//! # Example
//!
//! A folder with `hello.wav` and `hello.txt` becomes a session, is checked, packed, and read back.
//!
//! ```
//! use booth::corpus::{self, BuildOptions, Corpus, Folders, Input, Settings};
//! use booth::progress::Unwatched;
//! use booth::quality::{Policy, Verdict};
//! use booth::recordings::import::{self, ApplyOptions, ImportRequest, Layout};
//! use booth::recordings::{Clock, Models, SessionView, check, find_sessions};
//! use booth::units::{SampleRate, Utc};
//! use std::ops::ControlFlow;
//! # use booth::audio::{OutputFormat, WavWriter};
//! # struct Stopped;
//! # impl Clock for Stopped {
//! #     fn utc(&self) -> Utc { Utc::from_millis(1_795_499_174_000) }
//! #     fn mono_ms(&self) -> u64 { 0 }
//! # }
//! # let work = tempfile::tempdir().unwrap();
//! # let voices = work.path().join("voices");
//! # std::fs::create_dir(&voices).unwrap();
//! # let noise: Vec<f64> = (0..8_000).map(|n| f64::from((n * 7919) % 4001 - 2000) / 32_768.0).collect();
//! # let file = std::fs::File::create(voices.join("hello.wav")).unwrap();
//! # let mut wav = WavWriter::new(file, SampleRate::new(16_000)?, 1, OutputFormat::Int16, None)?;
//! # wav.write_f64(&noise)?;
//! # wav.finish()?;
//! # std::fs::write(voices.join("hello.txt"), "Hello world\n").unwrap();
//! # let (recordings, out) = (work.path().join("recordings"), work.path().join("corpus"));
//! # let (clock, now, random) = (std::sync::Arc::new(Stopped), Stopped.utc(), [7; 32]);
//!
//! let (policy, locale) = (Policy::default(), "en-US".parse()?);
//! let request = ImportRequest {
//!     speaker: Some("k3v9".parse()?),
//!     consent_statement: Some("They agreed in writing; the forms lie in folder 7.".to_owned()),
//!     ..ImportRequest::new(Layout::Pairs, voices, locale, "demo".parse()?)
//! };
//! let planned = import::plan(&request, 1, &Unwatched)?;
//! import::apply(&planned, &ApplyOptions::new(&recordings, &policy, clock, random))?;
//!
//! for dir in find_sessions(&recordings)?.sessions {
//!     let session = SessionView::open(&dir)?;
//!     println!("{} has {} takes", session.record().speaker.id, session.takes().len());
//!     # assert_eq!((session.record().speaker.id.as_str(), session.takes().len()), ("k3v9", 1));
//! }
//!
//! let options = check::Options::new(&policy, work.path());
//! let work_list = check::find(&[recordings.clone()], false, &request.locale, &options)?;
//! # let mut checked_takes = 0;
//! check::run(&work_list, &options, &Models::default(), |_| {}, |job, checked| {
//!     println!("{}: {}", job.path.display(), checked.judgement.verdict);
//!     # checked_takes += 1;
//!     ControlFlow::Continue(())
//! })?;
//! # assert_eq!(checked_takes, 1);
//!
//! let folders = Folders::find(&[recordings])?.measured(&options, |_, _| {})?;
//! let judge = |record: &_, measured: &_| corpus::judge_under(&policy, record, measured);
//! let input = Input { recordings: &folders, judge: &judge, now, scratch: work.path(), previous: None };
//! // This voice is noise, so takes of any verdict are packed.
//! let settings = Settings {
//!     min_verdict: Verdict::Reject,
//!     ..Settings::new("Tiny", SampleRate::new(16_000)?, &policy)
//! };
//! let plan = corpus::plan(input, &settings, None, None)?;
//! corpus::build(&plan, input, &out, BuildOptions::default())?;
//!
//! # let mut read = Vec::new();
//! for utterance in Corpus::open(&out)?.utterances()? {
//!     let utterance = utterance?;
//!     let audio = utterance.audio()?;
//!     println!("{} says {:?} in {} samples", utterance.speaker(), utterance.text(), audio.samples.len());
//!     # read.push((utterance.text().to_owned(), audio.samples.len()));
//! }
//! # assert_eq!(read, [("Hello world".to_owned(), 8_000)]);
//! # Ok::<(), booth::Error>(())
//! ```

// What clippy.toml forbids is forbidden in what ships; tests make files, clocks and tones as they like.
#![cfg_attr(test, allow(clippy::disallowed_methods, clippy::disallowed_types, clippy::disallowed_macros))]

mod archive;
pub mod audio;
mod chart;
pub mod corpus;
pub mod digest;
pub mod ending;
pub mod error;
#[doc(hidden)]
pub mod fsio;
pub mod ids;
pub mod messages;
#[doc(hidden)]
pub mod numbers;
mod parallel;
pub mod progress;
pub mod project;
pub mod quality;
mod random;
pub mod recordings;
pub mod report;
pub mod rows;
pub mod severity;
pub mod sheet;
mod simd;
pub mod sitting;
mod tables;
#[cfg(test)]
mod testing;
pub mod text;
pub mod units;

pub use error::{Error, ErrorKind, Result};

/// The program and its version, as records name it.
pub const TOOL: &str = concat!("booth ", env!("CARGO_PKG_VERSION"));
