//! The one error type: a kind, a sentence, where it happened, and what to do next.

use crate::messages::{self, Language, Message};
use crate::msg;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The library's result.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// What kind of failure an [`Error`] is; the program maps each kind to one exit code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// A value given by the caller is not allowed (a flag, an id, a setting).
    Usage,
    /// A prompt sheet or its `sheet.toml` cannot be read as one.
    Sheet,
    /// A project file cannot be read as one.
    Project,
    /// An audio file cannot be read as one.
    Audio,
    /// A session record or a journal cannot be read.
    Session,
    /// A corpus, catalogue or lock file cannot be read.
    Corpus,
    /// A bundle, or a part of one, cannot be read as one.
    Bundle,
    /// Bytes are not what a record says they are (checksum, text hash).
    Integrity,
    /// Something is already there that would be overwritten.
    Exists,
    /// Another process is using the folder.
    Locked,
    /// Consent is missing, expired, or of another text.
    Consent,
    /// A format or feature this build does not have.
    Unsupported,
    /// There is no such audio device.
    DeviceMissing,
    /// The audio device is in use by something else.
    DeviceBusy,
    /// The system does not allow the use of the audio device.
    DevicePermission,
    /// The audio device went away or stopped delivering while in use.
    DeviceLost,
    /// The user asked to stop.
    Interrupted,
    /// The operating system failed (disk full, no permission, missing file). Stays the last: it counts [`ErrorKind::ALL`].
    Io,
}

impl ErrorKind {
    /// All kinds, in the order of their definition.
    pub const ALL: [Self; Self::Io as usize + 1] = [
        Self::Usage,
        Self::Sheet,
        Self::Project,
        Self::Audio,
        Self::Session,
        Self::Corpus,
        Self::Bundle,
        Self::Integrity,
        Self::Exists,
        Self::Locked,
        Self::Consent,
        Self::Unsupported,
        Self::DeviceMissing,
        Self::DeviceBusy,
        Self::DevicePermission,
        Self::DeviceLost,
        Self::Interrupted,
        Self::Io,
    ];

    /// Returns the stable id, in kebab-case: it never changes, so other programs may store and compare it.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Usage => "usage",
            Self::Sheet => "sheet",
            Self::Project => "project",
            Self::Audio => "audio",
            Self::Session => "session",
            Self::Corpus => "corpus",
            Self::Bundle => "bundle",
            Self::Integrity => "integrity",
            Self::Exists => "exists",
            Self::Locked => "locked",
            Self::Consent => "consent",
            Self::Unsupported => "unsupported",
            Self::DeviceMissing => "device-missing",
            Self::DeviceBusy => "device-busy",
            Self::DevicePermission => "device-permission",
            Self::DeviceLost => "device-lost",
            Self::Interrupted => "interrupted",
            Self::Io => "io",
        }
    }
}

type Cause = Arc<dyn std::error::Error + Send + Sync>;

#[derive(Clone)]
struct Inner {
    kind: ErrorKind,
    message: String,
    path: Option<PathBuf>,
    line: Option<u64>,
    column: Option<u64>,
    hint: Option<String>,
    source: Option<Cause>,
    contributor: Option<Message>,
}

/// An error with a kind, a message, a place and a hint.
///
/// Two errors are equal when all that a caller can read of them is: kind, message, path, line, column and
/// hint. The lower-level cause, which in general cannot be compared, does not count, and neither does what a
/// contributor is told instead of the message. A clone shares the cause.
///
/// ```
/// use booth::{Error, ErrorKind};
///
/// let error = booth::units::SampleRate::new(7).unwrap_err();
/// assert_eq!(error.kind(), ErrorKind::Unsupported);
/// assert_eq!(error.message(), "a sample rate of 7 Hz is not supported; allowed are 1000 to 768000 Hz");
///
/// let error = Error::new(ErrorKind::Sheet, "the text is empty").with_path("en-US.tsv").at_line(3);
/// assert_eq!(error.to_string(), "the text is empty\n  --> en-US.tsv:3");
/// ```
#[derive(Clone)]
pub struct Error(Box<Inner>);

impl Error {
    /// Creates an error of `kind`; `message` says what was given and what is allowed, without a full stop.
    pub fn new(kind: ErrorKind, message: impl Into<String>) -> Self {
        Self(Box::new(Inner {
            kind,
            message: message.into(),
            path: None,
            line: None,
            column: None,
            hint: None,
            source: None,
            contributor: None,
        }))
    }

    /// Creates an error that a contributor can meet: a face says it in their language, and everybody else
    /// reads its message and its hint in English.
    pub fn of(kind: ErrorKind, message: Message) -> Self {
        let error = Self::new(kind, messages::say(Language::ENGLISH, &message));
        let error = match messages::hint(Language::ENGLISH, &message) {
            Some(hint) => error.with_hint(hint),
            None => error,
        };
        error.with_message(message)
    }

    /// Wraps an operating-system failure of `action` (for example "write") on `path`.
    pub fn io(action: &str, path: impl AsRef<Path>, source: io::Error) -> Self {
        let cause = match source.kind() {
            io::ErrorKind::NotFound => "no such file or folder".to_owned(),
            io::ErrorKind::PermissionDenied => "permission denied".to_owned(),
            io::ErrorKind::StorageFull => "the disk is full".to_owned(),
            io::ErrorKind::ReadOnlyFilesystem => "the file system is read-only".to_owned(),
            io::ErrorKind::AlreadyExists => "it already exists".to_owned(),
            _ => source.to_string(),
        };
        let hint = match source.kind() {
            io::ErrorKind::StorageFull => Some("free some space, then run the same command again"),
            io::ErrorKind::ReadOnlyFilesystem | io::ErrorKind::PermissionDenied => {
                Some("choose a folder that you may write to, or change its permissions")
            }
            _ => None,
        };
        let kind =
            if source.kind() == io::ErrorKind::AlreadyExists { ErrorKind::Exists } else { ErrorKind::Io };
        let shown = path.as_ref().display().to_string();
        let message = match source.kind() {
            io::ErrorKind::NotFound => msg!("storage-missing", path = shown),
            io::ErrorKind::PermissionDenied => msg!("storage-denied", path = shown),
            io::ErrorKind::StorageFull => msg!("storage-full", path = shown),
            io::ErrorKind::ReadOnlyFilesystem => msg!("storage-read-only", path = shown),
            io::ErrorKind::AlreadyExists => msg!("storage-exists", path = shown),
            _ => msg!("storage-failed", path = shown, cause = source.to_string()),
        };
        let error = Self::new(kind, format!("cannot {action}: {cause}"));
        let mut error = error.with_path(path).with_message(message);
        if let Some(hint) = hint {
            error = error.with_hint(hint);
        }
        error.with_source(source)
    }

    /// Adds the file or folder that the error is about.
    #[must_use]
    pub fn with_path(mut self, path: impl AsRef<Path>) -> Self {
        self.0.path = Some(path.as_ref().to_path_buf());
        self
    }

    /// Adds the line (from 1) inside the file.
    #[must_use]
    pub fn at_line(mut self, line: u64) -> Self {
        self.0.line = Some(line);
        self
    }

    /// Adds the line and column (both from 1) inside the file.
    #[must_use]
    pub fn at(mut self, line: u64, column: u64) -> Self {
        self.0.line = Some(line);
        self.0.column = Some(column);
        self
    }

    /// Adds what to do next: one sentence, naming the exact flag or command where there is one.
    #[must_use]
    pub fn with_hint(mut self, hint: impl Into<String>) -> Self {
        self.0.hint = Some(hint.into());
        self
    }

    /// Adds what is said to a contributor instead; what others read stays as it is.
    #[must_use]
    pub fn with_message(mut self, message: Message) -> Self {
        self.0.contributor = Some(message);
        self
    }

    /// Adds the lower-level cause.
    #[must_use]
    pub fn with_source(mut self, source: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        self.0.source = Some(source.into().into());
        self
    }

    /// Returns the kind.
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// Returns the message alone, without place and hint.
    pub fn message(&self) -> &str {
        &self.0.message
    }

    /// Returns message and hint in one line, where there is room for one.
    pub(crate) fn in_one_line(&self) -> String {
        self.hint().map_or_else(|| self.message().to_owned(), |hint| format!("{}; {hint}", self.message()))
    }

    /// Returns what is said to a contributor, if this is an error that one can meet.
    pub fn contributor_message(&self) -> Option<&Message> {
        self.0.contributor.as_ref()
    }

    /// Says the error to a contributor: what is wrong, and what to do next. Without a message of its own it
    /// is said in English.
    pub fn to_contributor(&self, language: Language) -> (String, Option<String>) {
        match &self.0.contributor {
            Some(message) => (messages::say(language, message), messages::hint(language, message)),
            None => (self.0.message.clone(), self.0.hint.clone()),
        }
    }

    /// Returns the whole error as it is said to a contributor, with its place.
    pub fn said(&self, language: Language) -> String {
        let (message, hint) = self.to_contributor(language);
        let hint = hint.map(|hint| messages::say(language, &msg!("trouble-hint", hint = hint)));
        self.whole(&message, hint.as_deref())
    }

    /// Joins a message, the place and a hint.
    fn whole(&self, message: &str, hint: Option<&str>) -> String {
        let mut text = message.to_owned();
        if let Some(path) = &self.0.path {
            let numbers = [self.0.line, self.0.column.filter(|_| self.0.line.is_some())];
            text.push_str(&format!("\n  --> {}", path.display()));
            text.extend(numbers.into_iter().flatten().map(|number| format!(":{number}")));
        }
        text.extend(hint.map(|hint| format!("\n{hint}")));
        text
    }

    /// Returns the file or folder that the error is about.
    pub fn path(&self) -> Option<&Path> {
        self.0.path.as_deref()
    }

    /// Returns the line inside the file, from 1.
    pub fn line(&self) -> Option<u64> {
        self.0.line
    }

    /// Returns the column inside the line, from 1.
    pub fn column(&self) -> Option<u64> {
        self.0.column
    }

    /// Returns what to do next.
    pub fn hint(&self) -> Option<&str> {
        self.0.hint.as_deref()
    }
}

impl Inner {
    /// What equality is about.
    #[expect(clippy::type_complexity, reason = "all that is compared, once")]
    fn seen(&self) -> (ErrorKind, &str, Option<&Path>, Option<u64>, Option<u64>, Option<&str>) {
        let Self { kind, message, path, line, column, hint, source: _, contributor: _ } = self;
        (*kind, message, path.as_deref(), *line, *column, hint.as_deref())
    }
}

impl PartialEq for Error {
    fn eq(&self, other: &Self) -> bool {
        self.0.seen() == other.0.seen()
    }
}

impl Eq for Error {}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let hint = self.0.hint.as_ref().map(|hint| format!("hint: {hint}"));
        f.write_str(&self.whole(&self.0.message, hint.as_deref()))
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Error")
            .field("kind", &self.0.kind)
            .field("message", &self.0.message)
            .field("path", &self.0.path)
            .field("line", &self.0.line)
            .field("column", &self.0.column)
            .field("hint", &self.0.hint)
            .field("source", &self.0.source)
            .finish()
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.0.source.as_deref().map(|source| source as &(dyn std::error::Error + 'static))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shows_message_place_and_hint_in_that_order() {
        let error = Error::new(ErrorKind::Sheet, "two prompts share the id `alarm-1`")
            .with_path("prompts/de.tsv")
            .at(57, 1)
            .with_hint("give each prompt its own id");
        assert_eq!(
            error.to_string(),
            "two prompts share the id `alarm-1`\n  --> prompts/de.tsv:57:1\nhint: give each prompt its own id"
        );
    }

    #[test]
    fn a_full_disk_is_named_and_says_what_to_do() {
        let error = Error::io("write", "a.wav", io::Error::from(io::ErrorKind::StorageFull));
        assert_eq!(error.message(), "cannot write: the disk is full");
        assert_eq!(error.hint(), Some("free some space, then run the same command again"));
    }

    #[test]
    fn a_contributor_is_told_what_the_catalogue_says_and_others_read_english() {
        let error = Error::io("write", "a.wav", io::Error::from(io::ErrorKind::StorageFull));
        let (said, hint) = error.to_contributor(Language::ENGLISH);
        assert_eq!(said, "a.wav cannot be stored: the disk is full");
        assert_eq!(hint.as_deref(), error.hint());
        let lost = Error::of(ErrorKind::DeviceLost, msg!("device-no-audio", name = "alsa:x"));
        assert_eq!(lost.message(), "no audio comes from the microphone `alsa:x`");
        assert!(lost.hint().unwrap().starts_with("check that it is plugged in"));
        let (said, hint) = lost.to_contributor(Language::ENGLISH);
        assert_eq!((said.as_str(), hint.as_deref()), (lost.message(), lost.hint()));
        let plain = Error::new(ErrorKind::Usage, "no").with_hint("yes");
        assert_eq!(plain.to_contributor(Language::ENGLISH), ("no".to_owned(), Some("yes".to_owned())));
    }

    /// Oracle: one change to each part that a caller can read.
    #[test]
    fn a_clone_is_equal_to_the_last_field_and_keeps_the_cause() {
        let error = || {
            Error::io("write", "a.wav", io::Error::from(io::ErrorKind::StorageFull))
                .at(3, 7)
                .with_hint("wait")
        };
        let copy = error().clone();
        assert_eq!(copy, error());
        assert_eq!((copy.line(), copy.column()), (Some(3), Some(7)));
        let cause = std::error::Error::source(&copy).and_then(|cause| cause.downcast_ref::<io::Error>());
        assert_eq!(cause.map(io::Error::kind), Some(io::ErrorKind::StorageFull));
        let message = copy.message().to_owned();
        let bare =
            |kind, message: &str| Error::new(kind, message).with_path("a.wav").at(3, 7).with_hint("wait");
        assert_eq!(bare(ErrorKind::Io, &message), copy, "the cause does not count");
        for other in [
            bare(ErrorKind::Audio, &message),
            bare(ErrorKind::Io, "another message"),
            bare(ErrorKind::Io, &message).with_path("b.wav"),
            bare(ErrorKind::Io, &message).at_line(4),
            bare(ErrorKind::Io, &message).at(3, 8),
            bare(ErrorKind::Io, &message).with_hint("do not wait"),
        ] {
            assert_ne!(other, copy);
        }
    }

    /// Oracle: the kind's own name in kebab-case.
    #[test]
    fn every_kind_has_an_id_of_its_own_made_of_its_name() {
        for (at, kind) in ErrorKind::ALL.into_iter().enumerate() {
            assert_eq!(kind as usize, at, "`ALL` holds every kind in order");
            let mut name = String::new();
            for letter in format!("{kind:?}").chars() {
                if letter.is_ascii_uppercase() && !name.is_empty() {
                    name.push('-');
                }
                name.push(letter.to_ascii_lowercase());
            }
            assert_eq!(kind.id(), name);
        }
    }
}
