//! Whether a consent holds: the one place that decides, for whoever records, checks, counts or packs.

use super::fault::{Fault, FaultKind};
use super::journal;
use super::layout::{CONSENT, JOURNAL};
use super::receipt::{Receipt, refused};
use super::record::SessionRecord;
use crate::digest::Sha256;
use crate::error::{Error, ErrorKind, Result};
use crate::fsio;
use crate::ids::SpeakerId;
use crate::msg;
use crate::severity::Severity;
use crate::units::Utc;
use serde::{Serialize, Serializer};
use std::fmt;
use std::io::BufReader;
use std::path::{Path, PathBuf};

/// Whether a session may be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ConsentState {
    /// There is a receipt, it holds now, and the session has its copy and the text that was shown.
    Valid,
    /// The receipt has ended.
    Expired,
    /// There is no receipt.
    Missing,
    /// The receipt is not what it has to be, and nothing of the session may be used.
    Invalid(ConsentFault),
}

/// What makes a consent invalid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ConsentFault {
    /// It is no receipt that this version knows, or contradicts itself.
    Form(String),
    /// It is another speaker's.
    Foreign(SpeakerId),
    /// It was answered after the moment at which it is judged.
    Later(Utc),
    /// It was answered after the first recording of the session.
    AfterRecording(Utc),
    /// The text that was shown is not there.
    TextMissing,
    /// The text that is there is not the one that was shown.
    TextAltered,
    /// The copy beside the session's record is not there.
    CopyMissing,
    /// The copy beside the session's record says something else.
    CopyAltered,
}

impl fmt::Display for ConsentFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Form(why) => f.write_str(why),
            Self::Foreign(speaker) => write!(f, "the receipt is of speaker `{speaker}`"),
            Self::Later(answered) => write!(f, "it was answered on {answered}, which is yet to come"),
            Self::AfterRecording(answered) => {
                write!(f, "it was answered on {answered}, after the first recording")
            }
            Self::TextMissing => f.write_str("the text that was shown is not there"),
            Self::TextAltered => f.write_str("the text is not the one that was shown"),
            Self::CopyMissing => f.write_str("the copy of the receipt is not there"),
            Self::CopyAltered => f.write_str("the copy of the receipt says something else"),
        }
    }
}

impl ConsentState {
    /// Returns the word that programs read.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Valid => "valid",
            Self::Expired => "expired",
            Self::Missing => "missing",
            Self::Invalid(_) => "invalid",
        }
    }

    /// Returns the fault of the session, if the consent is invalid; one that has ended, or that there never was, is none.
    pub fn fault(&self) -> Option<Fault> {
        let Self::Invalid(why) = self else { return None };
        let message = format!("the consent is invalid: {why}");
        Some(Fault::new(FaultKind::Consent, Severity::Reject, message))
    }
}

impl Serialize for ConsentState {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

impl Receipt {
    /// Says whether the receipt alone lets `speaker` be recorded at `now`, whatever lies beside it.
    pub fn state(&self, speaker: &SpeakerId, now: Utc) -> ConsentState {
        if let Err(error) = self.check_form() {
            return ConsentState::Invalid(ConsentFault::Form(error.message().to_owned()));
        }
        if self.speaker != *speaker {
            return ConsentState::Invalid(ConsentFault::Foreign(self.speaker.clone()));
        }
        if self.answered > now {
            return ConsentState::Invalid(ConsentFault::Later(self.answered));
        }
        if now >= self.expires { ConsentState::Expired } else { ConsentState::Valid }
    }

    /// Checks that recording under this receipt is lawful now: well-formed, of this speaker, for this
    /// text, given and not expired, with a yes to `asr`.
    ///
    /// # Errors
    /// [`ErrorKind::Consent`] with what is wrong and what to do; [`ErrorKind::Unsupported`] for another
    /// schema.
    pub fn check(&self, speaker: &SpeakerId, now: Utc, text_sha256: Sha256) -> Result<()> {
        self.check_form()?;
        let no = |message| Err(Error::of(ErrorKind::Consent, message));
        match self.state(speaker, now) {
            ConsentState::Invalid(ConsentFault::Foreign(given)) => {
                let (given, wanted) = (given.as_str(), speaker.as_str());
                return no(msg!("consent-of-another", given = given, wanted = wanted));
            }
            ConsentState::Invalid(ConsentFault::Later(answered)) => {
                return no(msg!("consent-yet-to-come", date = answered.date()));
            }
            ConsentState::Invalid(fault) => return Err(refused(fault.to_string())),
            ConsentState::Expired => return no(msg!("consent-ended", date = self.expires.date())),
            ConsentState::Missing | ConsentState::Valid => {}
        }
        if self.text_sha256 != text_sha256 {
            return no(msg!("consent-of-another-text"));
        }
        if !self.grants("asr") {
            return no(msg!("consent-without-asr"));
        }
        Ok(())
    }
}

/// Says whether the consent of the session in `dir` holds at `now`: the receipt in its `record`, the copy of it, the text
/// that was shown, and that nothing was recorded before it was given. What it is given for is not asked here.
///
/// # Errors
/// [`ErrorKind::Io`] when something is there and cannot be read: only what is not there is missing.
pub fn consent_state(dir: &Path, record: &SessionRecord, now: Utc) -> Result<ConsentState> {
    let Some(receipt) = &record.consent else { return Ok(ConsentState::Missing) };
    let state = receipt.state(&record.speaker.id, now);
    if matches!(state, ConsentState::Invalid(_)) {
        return Ok(state);
    }
    Ok(match session_fault(dir, receipt)? {
        Some(fault) => ConsentState::Invalid(fault),
        None => state,
    })
}

/// Finds what is wrong with a receipt that is well-formed, by what lies in the session.
fn session_fault(dir: &Path, receipt: &Receipt) -> Result<Option<ConsentFault>> {
    match fsio::read_found(&shown_text(dir, receipt), fsio::MOST_SMALL)? {
        None => return Ok(Some(ConsentFault::TextMissing)),
        Some(text) if Sha256::of(&text) != receipt.text_sha256 => return Ok(Some(ConsentFault::TextAltered)),
        Some(_) => {}
    }
    let copy = receipt_copy(dir, receipt);
    match fsio::read_found(&copy, fsio::MOST_SMALL)? {
        None => return Ok(Some(ConsentFault::CopyMissing)),
        Some(bytes) if !Receipt::parse(&bytes, &copy).is_ok_and(|copy| copy == *receipt) => {
            return Ok(Some(ConsentFault::CopyAltered));
        }
        Some(_) => {}
    }
    let is_before = |recorded: Utc| recorded < receipt.answered;
    let fault = first_recording(dir)?.is_some_and(is_before);
    Ok(fault.then_some(ConsentFault::AfterRecording(receipt.answered)))
}

/// Returns where the session in `dir` has the text that was shown.
pub(crate) fn shown_text(dir: &Path, receipt: &Receipt) -> PathBuf {
    dir.join(CONSENT).join(format!("{}.{}.txt", receipt.text_sha256, receipt.text_locale))
}

/// Returns where the session in `dir` has the copy of its receipt, whose id is one.
pub(crate) fn receipt_copy(dir: &Path, receipt: &Receipt) -> PathBuf {
    dir.join(CONSENT).join(format!("{}.json", receipt.id))
}

/// Returns when the first recording of a session was begun, by its journal.
fn first_recording(dir: &Path) -> Result<Option<Utc>> {
    let path = dir.join(JOURNAL);
    let Some(file) = fsio::find_plain(&path, fsio::MOST_STREAMED)? else { return Ok(None) };
    let first = journal::first_recording(&mut BufReader::new(file));
    first.map_err(|error| Error::io("read the journal", path, error))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recordings::session::SessionView;
    use crate::recordings::session::event::Event;
    use crate::recordings::testing::*;

    fn state_at(dir: &Path, now: Utc) -> Result<ConsentState> {
        consent_state(dir, SessionView::open(dir).unwrap().record(), now)
    }

    #[test]
    fn a_consent_holds_from_its_answer_to_its_end() {
        let root = tempfile::tempdir().unwrap();
        let dir = create(root.path(), "s1").dir().to_path_buf();
        let receipt = session("s1").consent.unwrap();
        let before = |moment: Utc| Utc::from_millis(moment.millis() - 1);
        let state = |now| state_at(&dir, now).unwrap();
        assert_eq!(
            state(before(receipt.answered)),
            ConsentState::Invalid(ConsentFault::Later(receipt.answered))
        );
        assert_eq!(state(receipt.answered), ConsentState::Valid);
        assert_eq!(state(before(receipt.expires)), ConsentState::Valid);
        assert_eq!(state(receipt.expires), ConsentState::Expired);
    }

    #[test]
    fn what_cannot_be_read_is_an_error_and_not_a_consent_that_is_invalid() {
        let root = tempfile::tempdir().unwrap();
        let dir = create(root.path(), "s1").dir().to_path_buf();
        let receipt = session("s1").consent.unwrap();
        for path in [shown_text(&dir, &receipt), receipt_copy(&dir, &receipt), dir.join(JOURNAL)] {
            let bytes = std::fs::read(&path).unwrap();
            fsio::remove_leftover(&path).unwrap();
            fsio::create_dir_all(&path).unwrap();
            let error = consent_state(&dir, &session("s1"), receipt.answered).unwrap_err();
            assert_eq!((error.kind(), error.path()), (ErrorKind::Io, Some(&*path)));
            fsio::remove_leftover_dir(&path).unwrap();
            fsio::write_new(&path, &bytes).unwrap();
        }
        assert_eq!(state_at(&dir, receipt.answered).unwrap(), ConsentState::Valid);
    }

    #[test]
    fn nothing_was_recorded_before_its_consent_by_whatever_the_clock_was_set_to() {
        let root = tempfile::tempdir().unwrap();
        let mut writer = create(root.path(), "s1");
        let opened = SessionView::open(writer.dir()).unwrap().lines()[0].at;
        record_take(&mut writer, &prompt("a", 1), 1, 500);
        let view = SessionView::open(writer.dir()).unwrap();
        let started = view.lines().iter().find(|line| matches!(line.event, Event::Started(_))).unwrap().at;
        let dir = writer.dir().to_path_buf();
        let mut record = view.record().clone();
        let mut state = |answered: Utc| {
            let receipt = record.consent.as_mut().unwrap();
            (receipt.answered, receipt.expires) = (answered, Utc::from_millis(answered.millis() + 1_000_000));
            let copy = serde_json::to_vec(&receipt).unwrap();
            fsio::replace(&receipt_copy(&dir, receipt), &copy).unwrap();
            consent_state(&dir, &record, Utc::from_millis(answered.millis() + 1)).unwrap()
        };
        assert_eq!(state(started), ConsentState::Valid);
        let after = Utc::from_millis(started.millis() + 1);
        assert_eq!(state(after), ConsentState::Invalid(ConsentFault::AfterRecording(after)));
        // The clock was an hour ahead when consent was given, and set back before the first prompt.
        let journal = std::fs::read_to_string(dir.join(JOURNAL)).unwrap();
        let hour = Utc::from_millis(opened.millis() + 3_600_000);
        let ahead = journal.replacen(&opened.to_string(), &hour.to_string(), 1);
        fsio::replace(&dir.join(JOURNAL), ahead.as_bytes()).unwrap();
        assert_eq!(state(hour), ConsentState::Valid);
    }
}
