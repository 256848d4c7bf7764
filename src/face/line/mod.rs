//! The line face: plain lines that any terminal and any screen reader can follow.

pub(crate) mod ask;
pub(crate) mod drive;
pub(crate) mod input;
pub(crate) mod interrupt;
pub(crate) mod out;
pub(crate) mod progress;
pub(crate) mod report;
pub(crate) mod screen;
pub(crate) mod speech;
pub(crate) mod style;
