//! Level and background against the session so far: did the speaker move, was something switched on?

use super::model::Measurements;
use crate::units::rounded;

/// Accepted takes that are needed before a change can be told.
pub const LEAST_TAKES: usize = 5;

/// The levels of a session's accepted takes; new for each session, which has one speaker and one device set-up.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SessionLevels {
    /// Active levels in dBov, sorted.
    levels: Vec<f64>,
    /// Noise floors in dBFS, sorted.
    floors: Vec<f64>,
}

impl SessionLevels {
    /// Creates a session without takes.
    pub fn new() -> Self {
        Self::default()
    }

    /// Learns from an accepted take; what was not measured teaches nothing.
    pub fn observe(&mut self, measured: &Measurements) {
        insert(&mut self.levels, measured.active_dbov);
        insert(&mut self.floors, measured.noise_floor_dbfs);
    }

    /// Fills `level_change_db` and `room_change_db`: `active_dbov` and `noise_floor_dbfs` less the medians of the
    /// accepted takes before, of which there must be [`LEAST_TAKES`]; else they have a reason.
    pub fn apply(&self, measured: &mut Measurements) {
        measured.level_change_db = change(&self.levels, measured.active_dbov);
        measured.room_change_db = change(&self.floors, measured.noise_floor_dbfs);
        for (name, is_there, known) in [
            ("level_change_db", measured.level_change_db.is_some(), self.levels.len()),
            ("room_change_db", measured.room_change_db.is_some(), self.floors.len()),
        ] {
            if is_there {
                measured.unmeasured.remove(name);
                continue;
            }
            let reason = if known < LEAST_TAKES {
                format!("fewer than {LEAST_TAKES} accepted takes before it")
            } else {
                "its own level was not measured".to_owned()
            };
            measured.unmeasured.insert(name.to_owned(), reason);
        }
    }
}

fn insert(sorted: &mut Vec<f64>, value: Option<f64>) {
    if let Some(value) = value.filter(|value| value.is_finite()) {
        let at = sorted.partition_point(|&known| known < value);
        sorted.insert(at, value);
    }
}

fn change(sorted: &[f64], value: Option<f64>) -> Option<f64> {
    let count = sorted.len();
    if count < LEAST_TAKES {
        return None;
    }
    let median = f64::midpoint(sorted[(count - 1) / 2], sorted[count / 2]);
    Some(rounded(value? - median, 2))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn take(active_dbov: f64, noise_floor_dbfs: f64) -> Measurements {
        Measurements {
            active_dbov: Some(active_dbov),
            noise_floor_dbfs: Some(noise_floor_dbfs),
            ..Measurements::default()
        }
    }

    #[test]
    fn a_change_is_told_against_the_median_of_five_takes_and_more() {
        let mut session = SessionLevels::new();
        for (level, floor) in [(-20.0, -60.0), (-24.0, -62.0), (-21.5, -58.0), (-90.0, -61.0)] {
            session.observe(&take(level, floor));
        }
        let mut next = take(-12.0, -50.0);
        session.apply(&mut next);
        assert_eq!((next.level_change_db, next.room_change_db), (None, None));
        assert!(next.unmeasured["level_change_db"].contains("fewer than 5"));
        session.observe(&take(-22.0, -59.0));
        session.apply(&mut next);
        // By hand: medians of {-90, -24, -22, -21.5, -20} and {-62, -61, -60, -59, -58}.
        assert_eq!((next.level_change_db, next.room_change_db), (Some(10.0), Some(10.0)));
        // A sixth take makes the median the mean of the two in the middle, -22 and -21.5.
        session.observe(&take(-12.0, -59.5));
        session.apply(&mut next);
        assert_eq!((next.level_change_db, next.room_change_db), (Some(9.75), Some(9.75)));
    }

    #[test]
    fn what_was_not_measured_neither_teaches_nor_is_judged() {
        let mut session = SessionLevels::new();
        for _ in 0..LEAST_TAKES {
            session.observe(&Measurements { active_dbov: Some(-20.0), ..Measurements::default() });
        }
        let mut next = take(-30.0, -40.0);
        session.apply(&mut next);
        assert_eq!((next.level_change_db, next.room_change_db), (Some(-10.0), None));
        let mut silent = Measurements { level_change_db: Some(1.0), ..Measurements::default() };
        session.apply(&mut silent);
        assert_eq!(silent.level_change_db, None, "an older value must not stay");
    }
}
