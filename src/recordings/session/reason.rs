//! Why something happened, as words of the journal; what a person reads of them is looked up by these ids.

use crate::ids::named;
use crate::messages::Message;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

named! {
    /// Why a recording stopped.
    StopReason {
        /// The speaker stopped it.
        User = "user",
        /// The audio or the speech ended.
        End = "end",
        /// It had become longer than a take may be.
        Length = "length",
        /// The sitting was ended in the middle.
        Interrupted = "interrupted",
        /// The microphone went away.
        DeviceLost = "device-lost",
        /// Nothing more could be written.
        Disk = "disk",
        /// The start was a mistake, and no take follows.
        Discarded = "discarded",
        /// A reason that this build does not know.
        Unknown = "unknown",
    } else Unknown
}

named! {
    /// Why a sitting in a session ended.
    CloseReason {
        /// Nothing is left to read.
        Finished = "finished",
        /// As many readings are accepted as this sitting asked for.
        Limit = "limit",
        /// The speaker ended it.
        Quit = "quit",
        /// A signal ended it.
        Interrupted = "interrupted",
        /// Nobody was heard, and nobody answered.
        Nobody = "nobody",
        /// It could not go on.
        Error = "error",
        /// The microphone went away, or was changed; the sitting may go on in the next session.
        DeviceChanged = "device-changed",
        /// It was opened only to put in order what a crash had left.
        Recovered = "recovered",
        /// A reason that this build does not know.
        Unknown = "unknown",
    } else Unknown
}

named! {
    /// What a crash had left, and what was done about it.
    RecoveredKind {
        /// A line of the journal was torn; it is ignored.
        TornLine = "torn-line",
        /// A recording was cut short; what is whole of it was saved.
        CutShort = "cut-short",
        /// A recording was whole and only lacked its line.
        Saved = "saved",
        /// A recording held less than 100 ms of audio and was removed.
        TooShort = "too-short",
        /// Something else, in the words of another build.
        Unknown = "unknown",
    } else Unknown
}

named! {
    /// A step before the first prompt that was done; the time since the line before went into it.
    SetupStep {
        /// The questions about the speaker.
        About = "about",
        /// The receipt was handed over.
        Receipt = "receipt",
        /// The microphone was started.
        Device = "device",
        /// The room was listened to.
        Room = "room",
        /// A step that this build does not know.
        Unknown = "unknown",
    } else Unknown
}

named! {
    /// What a sitting waited for; heartbeats and what the speaker did meanwhile stand before it.
    WaitReason {
        /// The microphone was away.
        Device = "device",
        /// Something that this build does not know.
        Unknown = "unknown",
    } else Unknown
}

named! {
    /// What is wrong with a prompt, as who was to read it says.
    ReportReason {
        /// There is a mistake in the text.
        Spelling = "spelling",
        /// Nobody would say it so.
        Unnatural = "unnatural",
        /// It can be read in two ways.
        Unclear = "unclear",
        /// The reader does not want to read that aloud.
        Unfit = "unfit",
        /// Something else.
        Other = "other",
        /// A reason that this build does not know.
        Unknown = "unknown",
    } else Unknown
}

impl ReportReason {
    /// Those that a reader can give, in the order in which they are offered.
    pub const GIVEN: [Self; 5] = [Self::Spelling, Self::Unnatural, Self::Unclear, Self::Unfit, Self::Other];

    /// Returns the reason with this word, if a reader can give it.
    pub fn given(word: &str) -> Option<Self> {
        Self::GIVEN.into_iter().find(|reason| reason.id() == word)
    }

    /// Returns what the speaker is told.
    pub fn message(self) -> Message {
        Message::of("report", self)
    }
}

impl StopReason {
    /// Returns what the speaker is told.
    pub fn message(self) -> Message {
        Message::of("stop", self)
    }
}

impl CloseReason {
    /// Returns what the speaker is told.
    pub fn message(self) -> Message {
        Message::of("close", self)
    }
}

/// Why a reading was left out: one of the program's reasons by its id, or the speaker's own words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SkipReason {
    /// The speaker gave none (`none-given`).
    NoneGiven,
    /// It could not be recorded (`not-recorded`).
    NotRecorded,
    /// All attempts were rejected (`rejected`).
    Rejected,
    /// What the speaker said.
    Said(String),
}

impl SkipReason {
    /// Reads a reason of the journal; the English of builds before the ids counts as them.
    pub fn from_words(words: &str) -> Self {
        match words {
            "" | "none-given" | "none given" => Self::NoneGiven,
            "not-recorded" | "could not be recorded" => Self::NotRecorded,
            "rejected" => Self::Rejected,
            said => Self::Said(said.to_owned()),
        }
    }
}

impl fmt::Display for SkipReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::NoneGiven => "none-given",
            Self::NotRecorded => "not-recorded",
            Self::Rejected => "rejected",
            Self::Said(words) => words,
        })
    }
}

impl Serialize for SkipReason {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for SkipReason {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(|words| Self::from_words(&words))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reasons_are_stored_as_their_words_and_those_of_other_builds_are_read() {
        for reason in CloseReason::ALL {
            let json = serde_json::to_string(reason).unwrap();
            assert_eq!(json, format!("\"{reason}\""));
            assert_eq!(serde_json::from_str::<CloseReason>(&json).unwrap(), *reason);
        }
        assert_eq!(serde_json::from_str::<StopReason>("\"of-tomorrow\"").unwrap(), StopReason::Unknown);
        for reason in ReportReason::GIVEN {
            assert_eq!(ReportReason::given(reason.id()), Some(reason));
        }
        assert_eq!((ReportReason::given("unknown"), ReportReason::given("")), (None, None));
        let former = "\"it held less than 100 ms of audio and was removed\"";
        assert_eq!(serde_json::from_str::<RecoveredKind>(former).unwrap(), RecoveredKind::Unknown);
    }

    #[test]
    fn a_reading_is_left_out_by_id_or_in_the_words_of_the_speaker() {
        let read = |json: &str| serde_json::from_str::<SkipReason>(json).unwrap();
        assert_eq!(read("\"none given\""), SkipReason::NoneGiven);
        assert_eq!(read("\"could not be recorded\""), SkipReason::NotRecorded);
        let said = read("\"I cannot say this\"");
        assert_eq!(said, SkipReason::Said("I cannot say this".to_owned()));
        for reason in [SkipReason::NoneGiven, SkipReason::NotRecorded, SkipReason::Rejected, said] {
            assert_eq!(read(&serde_json::to_string(&reason).unwrap()), reason);
        }
    }
}
