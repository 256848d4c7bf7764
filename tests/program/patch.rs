//! `booth patch`: a new release out of an old one and a delta.

use super::diff::releases;
use super::tree;

#[test]
fn the_old_release_with_the_delta_is_the_new_one() {
    let booth = releases();
    booth.run(&["diff", "old", "new", "--delta", "delta.tar", "--quiet"]).exits(0);
    booth.run(&["patch", "old", "delta.tar", "--out", "made"]).exits(0).says(&["made: "]);
    assert_eq!(tree(&booth.path("made")), tree(&booth.path("new")));
    booth.run(&["verify", "made", "--quiet"]).exits(0).quiet();
    let rows = booth.run(&["patch", "old", "delta.tar", "--out", "again", "--json"]).exits(0).json();
    assert_eq!(rows[0]["type"], "patched");
    assert!(rows[0]["brought"].as_u64() < rows[0]["files"].as_u64());
}

#[test]
fn what_is_no_delta_or_one_for_another_release_is_refused_and_leaves_nothing() {
    let booth = releases();
    booth.run(&["diff", "old", "new", "--delta", "delta.tar", "--quiet"]).exits(0);
    booth
        .run(&["patch", "new", "delta.tar", "--out", "made"])
        .exits(3)
        .says(&["goes from another release", "it goes from"]);
    let bytes = std::fs::read(booth.path("delta.tar")).unwrap();
    booth.write("cut.tar", &bytes[..bytes.len() - 2000]);
    booth.run(&["patch", "old", "cut.tar", "--out", "made"]).exits(3).says(&["cut off"]);
    booth
        .run(&["patch", "old", "new/README.md", "--out", "made"])
        .exits(3)
        .says(&["not one that Booth writes"]);
    assert!(!booth.path("made").exists());
    booth.run(&["patch", "old", "delta.tar", "--out", "new"]).exits(5).says(&["it is there already"]);
}
