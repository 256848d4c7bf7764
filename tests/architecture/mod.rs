//! docs/ARCHITECTURE.md states its rules as an order and as absences; here they are held.

mod forbidden;
mod resolver;
mod rules;
mod tree;
mod violations;

use rules::ORDERS;
use tree::{Sources, Tree};

/// What still breaks a rule, until its circle is opened; nothing may be added.
const KNOWN: [&str; 7] = [
    "a circle of files: src/corpus/build.rs src/corpus/verify/mod.rs",
    "a circle of files: src/quality/check/mod.rs src/quality/policy.rs",
    "a circle of files: src/quality/measure/frames.rs src/quality/measure/pauses.rs src/quality/measure/speech.rs src/quality/measure/vad.rs",
    "a circle of files: src/recordings/import/common_voice.rs src/recordings/import/folder.rs src/recordings/import/ljspeech.rs src/recordings/import/pairs.rs src/recordings/import/plan.rs",
    "a circle of files: src/recordings/tally/counts.rs src/recordings/tally/group.rs",
    "a circle of files: src/report/page.rs src/report/sections.rs",
    "src/corpus/verify/mod.rs (row 6 of verify) names booth::corpus::build::Progress (row 7)",
];

#[test]
fn the_house_is_in_order() {
    let faults = rules::faults(&Tree::of(&Sources::read()));
    // A known circle may get smaller.
    let is_known = |fault: &str| {
        let parts: Vec<&str> = fault.split(' ').collect();
        KNOWN.iter().any(|known| parts.iter().all(|part| known.split(' ').any(|other| other == *part)))
    };
    let new: Vec<String> = faults.into_iter().filter(|fault| !is_known(fault)).collect();
    assert!(new.is_empty(), "{}", new.join("\n"));
}

#[test]
fn the_orders_are_those_of_the_document() {
    let document = include_str!("../../docs/ARCHITECTURE.md");
    let section =
        document.split("## The order of dependencies").nth(1).unwrap().split("\n## ").next().unwrap();
    let shown: Vec<&str> = section.lines().filter_map(|line| line.strip_prefix("    ")).collect();
    let mut real = Vec::new();
    for (row, names) in ORDERS[0].rows.iter().enumerate().rev() {
        real.push(format!("{row}  {}", names.join("  ")));
    }
    for order in &ORDERS[1..] {
        let rows: Vec<String> = order.rows.iter().map(|row| row.join(" ")).collect();
        real.push(format!("{}: {}", order.inside, rows.join(" < ")));
    }
    // What follows three spaces is said about the row.
    let shown: Vec<&str> = shown.iter().map(|line| line.split("   ").next().unwrap()).collect();
    assert_eq!(shown, real);
}
