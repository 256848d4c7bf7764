//! Bundles: what was recorded at a home and is handed in, as one file.
//!
//! A bundle is a plain tar of a bag (`BagIt` 1.0): lists of digests, the records and journals of one speaker's sessions, and
//! the takes that no bundle before had, as FLAC where that was proved to lose nothing. The same recordings make the same
//! bytes. docs/FORMAT.md is the normative text.

mod about;
mod name;
mod sound;

pub use about::{About, MOST_SESSIONS, SCHEMA, SessionAbout, Slice, Withdrawn};
pub use name::{Code, Coding, MOST_BYTES, MOST_FILES, Member, file_name, part_name};
pub use sound::{packed, unpacked};
