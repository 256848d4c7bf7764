//! Integration tests. Those under `program` drive the real binary, each in a folder of its own, and compare its exit
//! code and its words; the others hold the promises of the repository itself.

#![expect(clippy::disallowed_methods, reason = "tests write what the program is to read")]
#![expect(
    clippy::case_sensitive_file_extension_comparisons,
    reason = "the program's own names are lower case"
)]

mod architecture;
mod docs;
mod messages;
mod program;
