//! Bundles: what was recorded at a home and is handed in, as one file.
//!
//! A bundle is a plain tar of a bag (`BagIt` 1.0): lists of digests, the records and journals of one speaker's sessions, and
//! the takes that no bundle before had, as FLAC where that was proved to lose nothing. The same recordings make the same
//! bytes. docs/FORMAT.md is the normative text.

mod about;
mod hand;
mod handed_in;
mod make;
mod name;
mod seal;
mod sound;
mod write;

pub use about::{About, MOST_SESSIONS, SCHEMA, SessionAbout, Slice, Withdrawn};
pub use hand::{BundleRow, HandIn, HandedOver, hand_in};
pub use handed_in::{Before, Carried, FILE as HANDED_IN, HandedIn, Memory, Since};
pub use make::{Bundle, Request, make};
pub use name::{Code, Coding, MOST_BYTES, MOST_FILES, Member, file_name, part_name};
pub use seal::Details;
pub use sound::{packed, unpacked};
pub use write::{LEAST_PART, Written};
