//! A corpus held against the recordings that it was made from: some of its clips are made again and compared.
//!
//! Which ones follows from the corpus alone, so that nobody chooses: the first eight bytes of `SHA-256(catalogue|id)`, a
//! number from their big-endian form, is a multiple of how many utterances one is taken of.

use crate::TOOL;
use crate::archive::bag::DATA;
use crate::corpus::catalogue::Row;
use crate::corpus::clip::{ClipOut, Converter};
use crate::corpus::read::{Corpus, Utterance};
use crate::corpus::select::{Recordings, Taken};
use crate::corpus::verify::Fault;
use crate::digest::{Hasher, Sha256};
use crate::error::{Error, ErrorKind, Result};
use crate::ids::{PromptId, SessionId};
use crate::parallel;
use crate::progress::Watch;
use serde::Serialize;
use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

/// What came of it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Rebuilt {
    /// Utterances that were made again.
    pub clips: u64,
    /// Of how many one was chosen.
    pub every: u64,
    /// What differs, by path.
    pub faults: Vec<Fault>,
}

/// Takes bytes and keeps none: the converter hashes what it makes.
struct Nowhere;

impl ClipOut for Nowhere {
    fn write(&mut self, _bytes: &[u8]) -> Result<()> {
        Ok(())
    }

    fn restart(&mut self) -> Result<()> {
        Ok(())
    }
}

/// What a worker makes utterances with, and the session that it read last: those of one stand near each other.
struct Bench<'a> {
    converter: Converter,
    recordings: &'a dyn Recordings,
    session: Option<(SessionId, Takes)>,
}

/// The takes of a session, by prompt and number, or why it cannot be read.
type Takes = Result<BTreeMap<(PromptId, u16), Taken>, String>;

/// Makes one in `every` utterances of the corpus in `dir` again from `recordings`.
///
/// # Errors
/// [`ErrorKind::Usage`] when `every` is 0; [`ErrorKind::Unsupported`] when another version made the corpus;
/// [`ErrorKind::Corpus`] when `dir` is no corpus, or its catalogue is damaged; [`ErrorKind::Io`]; those of `watch`. What
/// differs, or is not there any more, is a fault.
pub fn rebuild(
    dir: &Path,
    recordings: &dyn Recordings,
    every: u64,
    threads: usize,
    watch: &dyn Watch,
) -> Result<Rebuilt> {
    if every == 0 {
        return Err(Error::new(ErrorKind::Usage, "one in 0 utterances cannot be made again"));
    }
    let corpus = Corpus::open(dir)?;
    let release = corpus.release();
    if release.tool != TOOL {
        let message =
            format!("the corpus was made by {}, and this is {TOOL}, whose audio may differ", release.tool);
        return Err(Error::new(ErrorKind::Unsupported, message)
            .with_path(dir)
            .with_hint("hold it against the recordings with the version that made it"));
    }
    let mut folders: BTreeMap<SessionId, PathBuf> = BTreeMap::new();
    for session in recordings.sessions()?.sessions {
        // What cannot be read is a fault where an utterance comes from it.
        if let Ok(record) = recordings.record(&session) {
            folders.insert(record.id, session);
        }
    }
    let chosen = |utterance: Result<Utterance>| match utterance {
        Ok(utterance) => {
            let row = utterance.row();
            is_chosen(&release.catalogue_sha256, row, every).then(|| Ok(row.clone()))
        }
        Err(error) => Some(Err(error)),
    };
    let mut rebuilt = Rebuilt { clips: 0, every, faults: Vec::new() };
    let mut outcome = Ok(());
    parallel::ordered(
        corpus.utterances()?.filter_map(chosen),
        threads,
        || {
            let settings = &release.settings;
            let converter = Converter::new(settings.rate, settings.format, settings.audio.clone());
            Bench { converter, recordings, session: None }
        },
        |bench, _, row: Result<Row>| row.and_then(|row| bench.again(&row, &folders)),
        |_, faults: Result<Vec<Fault>>| {
            outcome = faults.and_then(|faults| {
                rebuilt.clips += 1;
                rebuilt.faults.extend(faults);
                // How many there are is known at the end.
                watch.at(rebuilt.clips, 0)
            });
            if outcome.is_ok() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
        },
    );
    outcome?;
    if corpus.dir() != dir {
        // Paths are those of the bag that was given.
        for fault in &mut rebuilt.faults {
            fault.path = format!("{DATA}/{}", fault.path);
        }
    }
    Ok(rebuilt)
}

fn is_chosen(catalogue: &Sha256, row: &Row, every: u64) -> bool {
    let mut hasher = Hasher::new();
    hasher.update(catalogue.to_string().as_bytes());
    hasher.update(b"|");
    hasher.update(row.id.as_str().as_bytes());
    let digest = hasher.finish();
    u64::from_be_bytes(std::array::from_fn(|at| digest.bytes()[at])) % every == 0
}

impl Bench<'_> {
    /// Returns the takes of a session in its folder.
    fn takes(&mut self, id: &SessionId, dir: &Path) -> &Takes {
        if self.session.as_ref().is_some_and(|(last, _)| last != id) {
            self.session = None;
        }
        let recordings = self.recordings;
        let read = || {
            let mut takes = BTreeMap::new();
            let stored = recordings.takes(dir, &mut |_, take| {
                takes.insert((take.prompt.clone(), take.take), Taken::from(take));
                Ok(0)
            });
            (id.clone(), stored.map(|_| takes).map_err(|error| error.message().to_owned()))
        };
        &self.session.get_or_insert_with(read).1
    }

    /// Makes an utterance again and says what differs.
    fn again(&mut self, row: &Row, folders: &BTreeMap<SessionId, PathBuf>) -> Result<Vec<Fault>> {
        let fault = |what: String| Ok(vec![Fault::new("recording", &*row.audio, what)]);
        let Some(dir) = folders.get(&row.session) else {
            return fault(format!("session {} is not among the recordings that can be read", row.session));
        };
        let take = match self.takes(&row.session, dir) {
            // Where speech is stands in the row, and that the cut follows from it is proved there.
            Ok(takes) => takes.get(&(row.prompt.clone(), row.take)).cloned().map(|mut take| {
                (take.source.lead_ms, take.source.trail_ms) = (row.source.lead_ms, row.source.trail_ms);
                take
            }),
            Err(why) => return fault(format!("session {} cannot be read: {why}", row.session)),
        };
        let Some(take) = &take else {
            return fault(format!(
                "session {} has no take {} of prompt {}",
                row.session, row.take, row.prompt
            ));
        };
        let mut faults = Vec::new();
        let mut expect = |what: &str, expected: String, found: String| {
            if expected != found {
                let message = format!("the recording has another {what} than the catalogue says");
                faults.push(Fault::new("recording", &*row.audio, message).differs(expected, found));
            }
        };
        expect("SHA-256", row.source.sha256.to_string(), take.source.sha256.to_string());
        expect("text", row.text.clone(), take.text.clone());
        if !faults.is_empty() {
            return Ok(faults);
        }
        match self.converter.convert(&dir.join(&take.file), take, &mut Nowhere) {
            Ok(made)
                if made.sha256 == row.sha256 && (made.gain_db, &made.clip) == (row.gain_db, &row.clip) =>
            {
                Ok(faults)
            }
            Ok(made) if made.sha256 == row.sha256 => {
                fault("made again it has another gain or cut".to_owned())
            }
            Ok(made) => {
                let fault = Fault::new("recording", &*row.audio, "made again it has other bytes");
                Ok(vec![fault.differs(row.sha256, made.sha256)])
            }
            Err(error) => fault(format!("it cannot be made again: {}", error.message())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::tests::{Fixture, settings};
    use crate::progress::Unwatched;

    fn faults(fixture: &Fixture, every: u64) -> Rebuilt {
        let input = fixture.input();
        rebuild(&fixture.path("corpus"), input.recordings, every, 2, &Unwatched).unwrap()
    }

    #[test]
    fn a_corpus_is_what_its_recordings_give() {
        let mut fixture = Fixture::small();
        fixture.build(&fixture.plan(&settings(), None), "corpus", 2).unwrap();
        let all = faults(&fixture, 1);
        assert_eq!((all.clips, all.faults.len()), (7, 0));
        // One in two is about a half, and always the same ones.
        let some = faults(&fixture, 2);
        assert!((1..7).contains(&some.clips), "{}", some.clips);
        assert_eq!(faults(&fixture, 2), some);
        // Another text, a take that is gone, a session that is gone.
        fixture.sessions[0].1[0].text = "other".to_owned();
        fixture.sessions[0].1.remove(2);
        fixture.sessions.remove(3);
        let told: Vec<(String, String)> =
            faults(&fixture, 1).faults.into_iter().map(|fault| (fault.path, fault.message)).collect();
        let audio = |id: &str, place: &str| format!("audio/{place}/{id}.wav");
        assert_eq!(
            told,
            [
                (
                    audio("ab-fr-fr-demo-p1-1", "fr-FR/ab"),
                    "the recording has another text than the catalogue says".to_owned()
                ),
                (
                    audio("ab-fr-fr-demo-p10-1", "fr-FR/ab"),
                    "session s1 has no take 1 of prompt p10".to_owned()
                ),
                (
                    audio("d-de-de-demo-p1-1", "de-DE/d"),
                    "session s4 is not among the recordings that can be read".to_owned()
                ),
            ]
        );
    }

    #[test]
    fn other_bytes_are_told() {
        let mut fixture = Fixture::small();
        fixture.build(&fixture.plan(&settings(), None), "corpus", 2).unwrap();
        // The other channel is another sound.
        fixture.sessions[2].1[0].channel = 0;
        let found = faults(&fixture, 1).faults;
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].message, "made again it has other bytes");
    }
}
