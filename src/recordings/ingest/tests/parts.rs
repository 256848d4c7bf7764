//! Parts: gathered in any order, proved one by one and together.

use super::*;
use crate::digest::Sha256;

fn rows(outcomes: &[FileOutcome]) -> Vec<String> {
    let row = |outcome: &FileOutcome| match outcome {
        FileOutcome::Part(row) => format!("{} of {}, missing {:?}", row.part, row.parts, row.missing),
        FileOutcome::Bundle(row) => format!("bundle {:?} {:?}", five(&row.takes), refused_for(row)),
        FileOutcome::Unreadable(row) => row.message.clone(),
    };
    outcomes.iter().map(row).collect()
}

#[test]
fn parts_come_in_any_order_and_twice_and_in_several_runs() {
    let (home, collection) = (Place::new(), Place::new());
    home.record("s1", &["a", "b"]);
    let made = home.made(&[]);
    let parts = made.parts(made.bytes().len() / 2 - 100);
    assert_eq!(parts.len(), 3);
    let pick = |numbers: &[usize]| numbers.iter().map(|n| parts[n - 1].clone()).collect::<Vec<_>>();
    let (_, outcomes) = collection.give_all(&pick(&[3, 1]), true);
    assert_eq!(rows(&outcomes), ["3 of 3, missing [1, 2]", "1 of 3, missing [2, 3]"]);
    assert_eq!(collection.tree().len(), 0, "a dry run does nothing");
    let (summary, outcomes) = collection.give_all(&pick(&[3, 3, 1]), false);
    assert_eq!(summary.waiting, 3);
    assert_eq!(rows(&outcomes), ["3 of 3, missing [1, 2]", "3 of 3, missing [1, 2]", "1 of 3, missing [2]"]);
    let (_, outcomes) = collection.give_all(&pick(&[2]), false);
    assert_eq!(rows(&outcomes), ["bundle [2, 2, 0, 0, 0] []"]);
    let mut tree = collection.tree();
    tree.remove(".ingest.parts");
    assert_eq!(tree, home.tree());
    // All of it again, with a part twice.
    let (_, outcomes) = collection.give_all(&pick(&[2, 1, 3, 1]), false);
    assert_eq!(rows(&outcomes)[2..], ["bundle [2, 0, 2, 0, 0] []", "1 of 3, missing []"]);
}

#[test]
fn a_part_that_is_not_what_it_says_is_refused_and_the_others_stay() {
    let (home, collection) = (Place::new(), Place::new());
    home.record("s1", &["a"]);
    let made = home.made(&[]);
    let length = made.bytes().len() / 2;
    let parts = made.parts(length);
    let _ = collection.give_all(&parts[..1], false);
    let before = collection.tree();
    let head = |part: &[u8]| part.iter().position(|&byte| byte == b'\n').unwrap() + 1;
    let with = |part: &[u8], from: &str, to: &str| {
        let (line, rest) = part.split_at(head(part));
        let line = String::from_utf8(line.to_vec()).unwrap();
        assert!(line.contains(from), "{line}");
        [line.replacen(from, to, 1).as_bytes(), rest].concat()
    };
    let mut flipped = parts[1].clone();
    let last = flipped.len() - 600;
    flipped[last] ^= 1;
    // Another beginning that is consistent in itself.
    let mut other = parts[0].clone();
    let at = head(&other) + 10;
    let digest = |bytes: &[u8]| Sha256::of(&bytes[head(bytes)..]).to_string();
    let was = digest(&other);
    other[at] ^= 1;
    let now = digest(&other);
    let other = with(&other, &was, &now);
    let long = [&parts[1][..head(&parts[1]) - 2], &[b' '; 2000], b"}\n"].concat();
    for (what, bytes, reason) in [
        ("a bit of it", flipped, "part"),
        ("cut off", parts[1][..parts[1].len() - 1].to_vec(), "part"),
        ("longer", [&parts[1][..], b"x"].concat(), "part"),
        ("cut off in its first line", parts[1][..100].to_vec(), "part"),
        ("a first line without end", long, "part"),
        ("another number", with(&parts[1], "\"part\":2", "\"part\":1"), "part"),
        ("a number beyond", with(&parts[1], "\"part\":2", "\"part\":3"), "part"),
        ("a newer schema", with(&parts[1], "{\"booth_part\":1", "{\"booth_part\":2"), "schema"),
        ("another spelling", with(&parts[1], "\"part\":2", "\"part\": 2"), "part"),
        ("another beginning", other.clone(), "part"),
    ] {
        let row = collection.give(bytes);
        assert_eq!(refused_for(&row), [reason], "{what}");
        assert_eq!(collection.tree(), before, "{what}");
        assert!(row.quarantine.unwrap().extension().unwrap() == "part", "{what}");
    }
    // Whole in themselves, and of no bundle: nobody knows which is wrong, so none is kept.
    let fresh = Place::new();
    let (_, outcomes) = fresh.give_all(&[other, parts[1].clone()], false);
    assert_eq!(rows(&outcomes), ["1 of 2, missing [2]", "bundle [0, 0, 0, 0, 0] [\"part\"]"]);
    let (_, outcomes) = fresh.give_all(&parts, false);
    assert_eq!(rows(&outcomes)[1], "bundle [1, 1, 0, 0, 0] []");
    // Cut otherwise, it is gathered apart.
    let (_, outcomes) = collection.give_all(&made.parts(length / 2 + 100), false);
    assert_eq!(rows(&outcomes).last().unwrap(), "bundle [1, 1, 0, 0, 0] []");
}
