//! What a person meets: faces draw a sitting and send it commands.

pub(crate) mod clock;
pub(crate) mod line;
pub(crate) mod microphone;
pub(crate) mod page;
