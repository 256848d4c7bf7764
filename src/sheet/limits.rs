//! Limits of checks as a TOML table has them: `[policy.<check>]` with `<limit> = <number>`.

use super::lints::{piece, sentence};
use crate::quality::{Overrides, check_named, limit_allowed, limit_named};
use crate::tables::{in_order, kind, number};
use std::collections::BTreeMap;
use std::ops::Range;
use toml::de::DeTable;

/// Reads the limits of a table `policy`; `fault` is told of each that is refused, with its place in bytes.
pub(crate) fn read(table: &DeTable<'_>, fault: &mut dyn FnMut(Range<usize>, String)) -> Overrides {
    let mut policy = Overrides::new();
    for (check, value) in in_order(table) {
        let Some(limits) = value.get_ref().as_table() else {
            let message = format!("`{}` is {}; it must be a table", piece(check.get_ref()), kind(value));
            fault(value.span(), message);
            continue;
        };
        let known = match check_named(check.get_ref()) {
            Ok(known) => known,
            Err(error) => {
                fault(check.span(), sentence(error.message()));
                continue;
            }
        };
        let mut numbers = BTreeMap::new();
        for (name, value) in in_order(limits) {
            let Some(limit) = number(value) else {
                fault(value.span(), format!("`{}` must be a number", piece(name.get_ref())));
                continue;
            };
            let named = limit_named(known, name.get_ref()).map_err(|error| (name.span(), error));
            let allowed = || limit_allowed(known.id, name.get_ref(), limit);
            match named.and_then(|()| allowed().map_err(|error| (value.span(), error))) {
                Ok(()) => drop(numbers.insert(name.get_ref().to_string(), limit)),
                Err((span, error)) => fault(span, sentence(error.message())),
            }
        }
        policy.insert(check.get_ref().to_string(), numbers);
    }
    policy
}
