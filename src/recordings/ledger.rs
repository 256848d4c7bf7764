//! What this machine itself has measured and heard, remembered outside of any recordings.
//!
//! A session may come from anywhere, and so may what it says of its takes. So whoever measures or transcribes notes a short
//! digest of what was found in which bytes, in a file that no session brings along; a record counts when its digest is
//! there. The file has no name, no path, no text and no sound in it, and losing it costs time alone: what is not known is
//! measured again.

use crate::digest::Hasher;
use crate::error::{Error, ErrorKind, Result};
use crate::fsio;
use serde::{Deserialize, Serialize};
use std::fmt::{self, Write as _};
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// The file's name inside the folder of the machine's state.
pub const FILE: &str = "ledger";
/// Bytes of an attestation.
const BYTES: usize = 16;
/// Bytes of a line: two digits a byte, and its end.
const LINE: usize = 2 * BYTES + 1;
/// The most lines that are read, 64 MB in memory; of a longer file the last half as many count.
const MOST: usize = 4_000_000;
/// Attestations that are held before they are written.
const HELD: usize = 64;
/// A file with this many lines and more is written anew when a quarter of them say nothing new.
const WORTH_COMPACTING: usize = 4096;

/// A digest of something that this machine found, and of the bytes that it found it in.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Attestation([u8; BYTES]);

impl Attestation {
    /// Makes the attestation of `parts`; `tag` says what they are, and by which version of the rules they were found.
    pub fn of(tag: &str, parts: &[&[u8]]) -> Self {
        let mut hasher = Hasher::new();
        for part in [tag.as_bytes()].iter().chain(parts) {
            // With its length, so that no two lists of parts give the same bytes.
            hasher.update(&(part.len() as u64).to_le_bytes());
            hasher.update(part);
        }
        let digest = hasher.finish();
        Self(std::array::from_fn(|at| digest.bytes()[at]))
    }
}

impl fmt::Display for Attestation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const HEX: &[u8; 16] = b"0123456789abcdef";
        self.0.iter().try_for_each(|&byte| {
            f.write_char(char::from(HEX[usize::from(byte >> 4)]))?;
            f.write_char(char::from(HEX[usize::from(byte & 15)]))
        })
    }
}

impl fmt::Debug for Attestation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Attestation({self})")
    }
}

impl FromStr for Attestation {
    type Err = Error;

    /// Reads 32 lower-case hexadecimal digits.
    fn from_str(text: &str) -> Result<Self> {
        read_line(text.as_bytes()).ok_or_else(|| {
            let message = format!("`{}` is no attestation: 32 digits of 0-9 and a-f", text.escape_debug());
            Error::new(ErrorKind::Session, message)
        })
    }
}

impl TryFrom<String> for Attestation {
    type Error = Error;

    fn try_from(text: String) -> Result<Self> {
        text.parse()
    }
}

impl From<Attestation> for String {
    fn from(attestation: Attestation) -> Self {
        attestation.to_string()
    }
}

/// Reads a line without its end; `None` when it is torn or anything else.
fn read_line(line: &[u8]) -> Option<Attestation> {
    let digit = |byte: u8| match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        _ => None,
    };
    let mut bytes = [0u8; BYTES];
    if line.len() != 2 * BYTES {
        return None;
    }
    for (byte, pair) in bytes.iter_mut().zip(line.chunks_exact(2)) {
        *byte = digit(pair[0])? << 4 | digit(pair[1])?;
    }
    Some(Attestation(bytes))
}

/// What waits to be written, and why some of it was not.
#[derive(Debug, Default)]
struct Waiting {
    lines: Vec<Attestation>,
    failure: Option<Error>,
}

/// The attestations of this machine: those of before, in order, and those that are being added.
#[derive(Debug)]
pub struct Ledger {
    path: PathBuf,
    known: Vec<Attestation>,
    waiting: Mutex<Waiting>,
}

impl Ledger {
    /// Reads the ledger in the folder `state`, which need not be there. Lines that are none are passed over.
    ///
    /// # Errors
    /// [`ErrorKind::Io`] when it cannot be read.
    pub fn open(state: &Path) -> Result<Self> {
        let mut ledger = Self::to_add_to(state);
        let path = ledger.path.clone();
        let Some(file) = fsio::open_tail(&path, (MOST * LINE) as u64)? else { return Ok(ledger) };
        let mut file = BufReader::with_capacity(64 * 1024, file);
        let (mut lines, mut line) = (Vec::new(), Vec::new());
        let mut count = 0;
        loop {
            line.clear();
            // A file without line ends is no ledger, and not held in memory.
            let read = std::io::Read::take(&mut file, LINE as u64).read_until(b'\n', &mut line);
            if read.map_err(|error| Error::io("read", &path, error))? == 0 {
                break;
            }
            if line != b"\n" {
                count += 1;
                lines.extend(line.strip_suffix(b"\n").and_then(read_line));
            }
        }
        if count >= MOST {
            lines.drain(..lines.len() - lines.len().min(MOST / 2));
        }
        ledger.known.clone_from(&lines);
        ledger.known.sort_unstable();
        ledger.known.dedup();
        if count >= MOST || count >= WORTH_COMPACTING && ledger.known.len() < count - count / 4 {
            ledger.compact(&lines);
        }
        Ok(ledger)
    }

    /// Takes the ledger in the folder `state` to add to it alone, for who only makes what is new: nothing is read, and
    /// nothing is known.
    pub fn to_add_to(state: &Path) -> Self {
        Self { path: state.join(FILE), known: Vec::new(), waiting: Mutex::default() }
    }

    /// Writes the known lines anew, each once, in the order in which they were added.
    fn compact(&self, lines: &[Attestation]) {
        let mut seen = vec![false; self.known.len()];
        let mut text = Vec::with_capacity(self.known.len() * LINE);
        for line in lines {
            if let Ok(at) = self.known.binary_search(line)
                && !std::mem::replace(&mut seen[at], true)
            {
                text.extend_from_slice(format!("{line}\n").as_bytes());
            }
        }
        // What another process adds meanwhile may be lost, which costs time alone; so does a failure.
        let _ = fsio::replace_private(&self.path, &text);
    }

    /// Says whether this was attested before.
    pub fn knows(&self, attestation: &Attestation) -> bool {
        self.known.binary_search(attestation).is_ok()
    }

    /// Notes an attestation, unless it is known. Some are held until there are more, or until [`Ledger::flush`].
    pub fn note(&self, attestation: Attestation) {
        if self.knows(&attestation) {
            return;
        }
        let mut waiting = self.waiting();
        waiting.lines.push(attestation);
        if waiting.lines.len() >= HELD {
            self.write(&mut waiting);
        }
    }

    /// Writes what was noted. What cannot be written is told by [`Ledger::finish`].
    pub fn flush(&self) {
        self.write(&mut self.waiting());
    }

    /// Writes what was noted, durably.
    ///
    /// # Errors
    /// [`ErrorKind::Io`] when something that was noted could not be written; it will be measured again.
    pub fn finish(&self) -> Result<()> {
        let mut waiting = self.waiting();
        self.write(&mut waiting);
        match waiting.failure.take() {
            Some(error) => Err(error),
            None => fsio::sync_private(&self.path),
        }
    }

    fn waiting(&self) -> MutexGuard<'_, Waiting> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn write(&self, waiting: &mut Waiting) {
        if waiting.failure.is_some() {
            waiting.lines.clear();
        }
        if waiting.lines.is_empty() {
            return;
        }
        // Begins a line of its own, whatever a crash has torn before it.
        let mut text = String::from("\n");
        for line in waiting.lines.drain(..) {
            text.push_str(&format!("{line}\n"));
        }
        let folder = self.path.parent().unwrap_or(Path::new("."));
        let written =
            fsio::create_private_dir(folder).and_then(|()| fsio::append_private(&self.path, text.as_bytes()));
        waiting.failure = written.err();
    }
}

impl Drop for Ledger {
    fn drop(&mut self) {
        self.flush();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(n: u32) -> Attestation {
        Attestation::of("a test", &[&n.to_le_bytes()])
    }

    fn noted(state: &Path, numbers: impl IntoIterator<Item = u32>) {
        let ledger = Ledger::to_add_to(state);
        numbers.into_iter().for_each(|n| ledger.note(number(n)));
        ledger.finish().unwrap();
    }

    #[test]
    fn what_was_noted_is_known_and_nothing_else() {
        let dir = tempfile::tempdir().unwrap();
        let state = dir.path().join("state/booth");
        assert!(!Ledger::open(&state).unwrap().knows(&number(1)));
        noted(&state, 0..200);
        let ledger = Ledger::open(&state).unwrap();
        assert!((0..200).all(|n| ledger.knows(&number(n))));
        assert!((200..400).all(|n| !ledger.knows(&number(n))));
        assert_eq!(number(7).to_string().parse::<Attestation>().unwrap(), number(7));
        // Parts are told apart by their lengths.
        assert_ne!(Attestation::of("t", &[b"ab", b"c"]), Attestation::of("t", &[b"a", b"bc"]));
        // What is known is not written again.
        let path = state.join(FILE);
        let before = std::fs::read(&path).unwrap();
        (0..200).for_each(|n| ledger.note(number(n)));
        ledger.finish().unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), before);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            let mode = |path: &Path| path.metadata().unwrap().permissions().mode() & 0o777;
            assert_eq!((mode(&state), mode(&path)), (0o700, 0o600));
        }
    }

    #[test]
    fn torn_and_foreign_lines_are_passed_over_and_lose_nothing_that_comes_after() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join(FILE);
        noted(dir.path(), [1]);
        for torn in ["0123", "no ledger at all, and far longer than a line of one may be", "ABCDEF"] {
            fsio::append_private(&path, torn.as_bytes()).unwrap();
            noted(dir.path(), [2]);
        }
        let whole = std::fs::read(&path).unwrap();
        let ledger = Ledger::open(dir.path()).unwrap();
        assert_eq!(ledger.known.len(), 2);
        assert!(ledger.knows(&number(1)) && ledger.knows(&number(2)));
        // Cut anywhere, it knows the lines that are whole.
        for cut in 0..whole.len() {
            fsio::replace_private(&path, &whole[..cut]).unwrap();
            let known = Ledger::open(dir.path()).unwrap().known.clone();
            assert!(known.iter().all(|line| [number(1), number(2)].contains(line)), "{cut}");
            assert_eq!(known.contains(&number(1)), cut >= 34, "{cut}");
        }
    }

    #[test]
    fn several_may_write_at_once() {
        let dir = tempfile::tempdir().unwrap();
        let state = dir.path().to_path_buf();
        std::thread::scope(|scope| {
            for part in 0..4u32 {
                let state = &state;
                scope.spawn(move || noted(state, part * 1000..part * 1000 + 500));
            }
        });
        let ledger = Ledger::open(&state).unwrap();
        assert_eq!(ledger.known.len(), 2000);
    }

    #[test]
    fn a_ledger_that_says_everything_twice_is_written_anew() {
        let dir = tempfile::tempdir().unwrap();
        let count = WORTH_COMPACTING as u32;
        noted(dir.path(), (0..count).chain(0..count));
        let before = std::fs::metadata(dir.path().join(FILE)).unwrap().len();
        let ledger = Ledger::open(dir.path()).unwrap();
        assert_eq!(ledger.known.len(), WORTH_COMPACTING);
        let after = std::fs::metadata(dir.path().join(FILE)).unwrap().len();
        assert_eq!(after, (WORTH_COMPACTING * LINE) as u64);
        assert!(after < before);
        assert_eq!(Ledger::open(dir.path()).unwrap().known, ledger.known);
    }

    #[cfg(unix)]
    #[test]
    fn no_link_is_followed_and_what_cannot_be_noted_is_told_once() {
        let dir = tempfile::tempdir().unwrap();
        let (victim, state) = (dir.path().join("victim"), dir.path().join("state"));
        fsio::write_new(&victim, b"mine").unwrap();
        fsio::create_private_dir(&state).unwrap();
        std::os::unix::fs::symlink(&victim, state.join(FILE)).unwrap();
        let ledger = Ledger::to_add_to(&state);
        (0..300).for_each(|n| ledger.note(number(n)));
        assert_eq!(ledger.finish().unwrap_err().kind(), ErrorKind::Io);
        assert_eq!(std::fs::read(&victim).unwrap(), b"mine");
        assert_eq!(Ledger::open(&state).unwrap_err().kind(), ErrorKind::Io);
    }
}
