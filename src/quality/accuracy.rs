//! How often the checks find what they are for, and how often they are wrong: measured, and kept with the program.

use serde::Serialize;

/// The counts, as `make accuracy` writes them.
const TABLE: &str = include_str!("accuracy.tsv");
/// The name of the takes with nothing wrong.
pub const CLEAN: &str = "clean";

/// What one check found among takes with one defect.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct ErrorRate {
    /// The defect in words, or [`CLEAN`].
    pub defect: &'static str,
    /// Takes with it.
    pub takes: u32,
    /// Takes where the check warned or rejected.
    pub found: u32,
    /// Takes that the check rejected.
    pub rejected: u32,
}

/// Returns the measured rates of a check; none where nothing was measured yet.
pub fn error_rates(check: &str) -> Vec<ErrorRate> {
    TABLE
        .lines()
        .skip(1)
        .filter_map(|line| row(line).filter(|(id, _)| *id == check))
        .map(|(_, rate)| rate)
        .collect()
}

fn row(line: &'static str) -> Option<(&'static str, ErrorRate)> {
    let mut cells = line.split('\t');
    let (check, defect) = (cells.next()?, cells.next()?);
    let mut count = || cells.next()?.parse().ok();
    Some((check, ErrorRate { defect, takes: count()?, found: count()?, rejected: count()? }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quality::CHECKS;

    #[test]
    fn every_row_is_whole_and_of_a_known_check() {
        assert_eq!(TABLE.lines().next(), Some("check\tdefect\ttakes\tfound\trejected"));
        for line in TABLE.lines().skip(1) {
            let (check, rate) = row(line).unwrap_or_else(|| panic!("{line}"));
            assert!(CHECKS.iter().any(|known| known.id == check), "{line}");
            assert!(rate.rejected <= rate.found && rate.found <= rate.takes && rate.takes > 0, "{line}");
        }
    }
}
