//! Forms in which many files are one: tar, bags with lists of digests (`BagIt`), and `SHA256SUMS`.

pub mod bag;
pub mod checksums;
pub mod tar;
