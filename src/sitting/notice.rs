//! What a face has to show or do, besides drawing the view.

use super::model::{CloseReason, Refusal};
use super::remark::DeviceRemark;
use crate::error::Error;
use crate::quality::Longest;
use crate::recordings::TakeRecord;
use std::path::PathBuf;

/// What the face has to show or do, besides drawing the view.
#[derive(Debug)]
pub enum Notice {
    /// A take was published and judged; its file lies in the session with this folder.
    Take {
        /// The folder of the session.
        session: PathBuf,
        /// The take.
        take: Box<TakeRecord>,
    },
    /// There was no take: it could not be started, or held nothing.
    NoTake(Error),
    /// A take could not be played.
    NotPlayed(Error),
    /// The take that ran has become longer than this, the greatest length, and is ended.
    TooLong(Longest),
    /// The computer slept for so many milliseconds; the sitting is where it was.
    Slept(u64),
    /// What the speaker said of a prompt is written down.
    Reported,
    /// The command cannot be followed now.
    Refused(Refusal),
    /// The microphone went away; the sitting waits for it.
    DeviceLost(Error),
    /// A microphone is there again: this one.
    DeviceBack(String),
    /// The microphone that is there again is another one, for which this holds.
    Remarks(Vec<DeviceRemark>),
    /// The system has muted the microphone with this name, or switched it on again.
    Muted {
        /// The name.
        name: String,
        /// Whether it is muted now.
        muted: bool,
    },
    /// Nothing more can be written, or the microphone did not come back: the sitting ends.
    Failed(Error),
    /// The sitting is over.
    Closed(CloseReason),
}
