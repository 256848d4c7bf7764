//! `booth checks`: the list is that of the library, with the limits that hold.

use super::Booth;
use booth::quality::CHECKS;

#[test]
fn every_check_is_listed_once_in_order_with_its_limits() {
    let booth = Booth::new();
    let rows = booth.run(&["checks", "--json"]).exits(0).json();
    let ids: Vec<&str> = rows.iter().filter_map(|row| row["id"].as_str()).collect();
    assert_eq!(ids, CHECKS.iter().map(|check| check.id).collect::<Vec<_>>());
    for (row, check) in rows.iter().zip(CHECKS) {
        let limits: Vec<&str> =
            row["limits"].as_array().unwrap().iter().map(|limit| limit["name"].as_str().unwrap()).collect();
        assert_eq!(limits, check.limits.iter().map(|limit| limit.name).collect::<Vec<_>>(), "{}", check.id);
    }
    assert_eq!(rows.last().unwrap()["type"], "summary");
    let told = booth.run(&["checks"]).exits(0);
    let named = |id: &str| told.out.lines().any(|line| line.split(' ').next() == Some(id));
    assert!(CHECKS.iter().all(|check| named(check.id)), "{}", told.out);
}

#[test]
fn a_changed_limit_and_a_check_that_is_off_are_shown_as_they_hold() {
    let booth = Booth::new();
    let change = ["checks", "--json", "--limit-of", "noisy.warn_db=21.5", "--limit-of", "hum-50.enabled=0"];
    let rows = booth.run(&change).exits(0).json();
    let row = |id: &str| rows.iter().find(|row| row["id"] == id).unwrap();
    let limits = row("noisy")["limits"].as_array().unwrap();
    let warn = limits.iter().find(|limit| limit["name"] == "warn_db").unwrap();
    assert_eq!((&warn["value"], &row("noisy")["enabled"]), (&21.5.into(), &true.into()));
    assert_eq!(row("hum-50")["enabled"], false);
    booth.run(&["checks", "--limit-of", "noisy.enabled=maybe"]).exits(2).says(&["noisy.enabled=maybe"]);
}
