//! docs/ARCHITECTURE.md states its rules as an order and as absences; here they are held.

mod forbidden;
mod resolver;
mod rules;
mod tree;
mod violations;

use rules::ORDERS;
use tree::{Sources, Tree};

#[test]
fn the_house_is_in_order() {
    let faults = rules::faults(&Tree::of(&Sources::read()));
    let faults: Vec<String> = faults.into_iter().collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
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
