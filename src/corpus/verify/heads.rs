//! Head and digests against what was counted.

use super::{Check, Fault, Witness};
use crate::archive::checksums;
use crate::corpus::catalogue;
use crate::corpus::release;
use crate::corpus::split::Lock;
use crate::corpus::totals::Totals;
use crate::digest::Sha256;
use serde::Serialize;

impl Check<'_> {
    /// Checks the head against the catalogue and the lock.
    pub(super) fn heads(&mut self, totals: &Totals, rows_ok: bool, lock_text: Option<&str>) {
        let Some(release) = self.release.clone() else { return };
        let sum_of = |check: &Self, name: &str| check.hashes.get(name).map(|(digest, _)| *digest);
        if let Some(found) = sum_of(self, catalogue::NAME) {
            self.witness(catalogue::NAME, found == release.catalogue_sha256);
            self.named(catalogue::NAME, release.catalogue_sha256, found);
        }
        if lock_text.is_some()
            && let Some(found) = sum_of(self, Lock::NAME)
        {
            self.witness(Lock::NAME, found == release.splits_sha256);
            self.named(Lock::NAME, release.splits_sha256, found);
        }
        if rows_ok && *totals != release.totals {
            let (expected, found) = first_difference(&release.totals, totals);
            self.faults.push(
                Fault::new("counts", release::NAME, "its counts are not those of the catalogue")
                    .differs(found, expected),
            );
        }
    }

    /// Compares a digest that the head names with the one found, unless the file is at fault anyway.
    pub(super) fn named(&mut self, name: &str, expected: Sha256, found: Sha256) {
        if expected != found {
            // Where the checksum list agrees with the file, the head is the odd one out.
            let head_is_odd = self.listing.digest(name) == Some(found);
            let (path, message) = if head_is_odd {
                (release::NAME, format!("it names another digest of {name} than the file has"))
            } else {
                (name, format!("its digest is not the one that {} names", release::NAME))
            };
            self.faults.push(Fault::new("checksum", path, message).differs(expected, found));
        }
    }

    /// Compares the digests of the text files with the list.
    pub(super) fn sums(&mut self) {
        for (name, (found, witness)) in &self.hashes {
            match self.listing.see(name) {
                None => self.faults.push(Fault::new(
                    "unlisted",
                    name.clone(),
                    format!("the file is not listed in {}", checksums::NAME),
                )),
                Some((line, listed)) if listed != *found => {
                    let fault = if *witness == Witness::For {
                        Fault::new("checksum-list", checksums::NAME, format!("the digest of {name} is wrong"))
                            .at(line)
                    } else {
                        Fault::new("checksum", name.clone(), "the file's bytes have changed")
                    };
                    self.faults.push(fault.differs(listed, found));
                }
                Some(_) => {}
            }
        }
    }
}

/// Returns the first line in which two counts differ.
pub(super) fn first_difference<T: Serialize>(a: &T, b: &T) -> (String, String) {
    let lines = |counts: &T| serde_json::to_string_pretty(counts).unwrap_or_default();
    let (a, b) = (lines(a), lines(b));
    let (mut one, mut other) = (a.lines(), b.lines());
    loop {
        match (one.next(), other.next()) {
            (Some(x), Some(y)) if x == y => {}
            (x, y) => return (x.unwrap_or("").trim().to_owned(), y.unwrap_or("").trim().to_owned()),
        }
    }
}
