use super::*;
use crate::corpus::catalogue::tests::row;
use crate::ids::UtteranceId;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

fn speakers(sizes: &BTreeMap<u64, u64>) -> Vec<Speaker> {
    sizes.iter().map(|(&digest, &size)| Speaker { digest, rows: 1, size }).collect()
}

/// The leaves as sets of speakers; each speaker has one row.
fn leaves(sizes: &BTreeMap<u64, u64>, limit: u64) -> Vec<BTreeSet<u64>> {
    let all = speakers(sizes);
    let mut rest = all.iter().map(|speaker| speaker.digest);
    let cut: Vec<BTreeSet<u64>> =
        cut(&all, limit).into_iter().map(|rows| rest.by_ref().take(rows as usize).collect()).collect();
    assert_eq!(rest.next(), None, "every speaker is in a leaf");
    cut
}

proptest! {
    /// The rule of the module's text, and what it is for.
    #[test]
    fn a_speaker_who_comes_changes_one_leaf(
        sizes in proptest::collection::btree_map(any::<u64>(), 1u64..100, 1..40),
        (new, size) in (any::<u64>(), 1u64..100),
        limit in 50u64..400,
    ) {
        let before = leaves(&sizes, limit);
        for leaf in &before {
            let total: u64 = leaf.iter().map(|digest| sizes[digest]).sum();
            prop_assert!(total <= limit || leaf.len() == 1);
        }
        let mut more = sizes.clone();
        more.insert(new, size);
        let after = leaves(&more, limit);
        let gone = before.iter().filter(|leaf| !after.contains(leaf)).count();
        prop_assert!(gone <= 1, "{} leaves changed", gone);
    }
}

/// Indexes rows whose lines are written one after the other.
fn index(rows: &[Row], limit: u64, scratch: &Path) -> Index {
    let mut text = String::new();
    let mut indexing = Indexing::new("salt", scratch);
    for row in rows {
        let line = format!("{}\n", row.to_line().unwrap());
        indexing.push(row, line.len()).unwrap();
        text.push_str(&line);
    }
    fsio::write_new(&scratch.join(catalogue::NAME), text.as_bytes()).unwrap();
    indexing.finish(limit, Coding::Wav).unwrap()
}

fn sized(speaker: &str, locale: &str, prompt: &str, split: Split, bytes: u64) -> Row {
    Row { bytes, ..row(speaker, locale, prompt, "x", split) }
}

fn ids(index: &Index, scratch: &Path) -> Vec<(String, Vec<UtteranceId>)> {
    let mut rows = Rows::open(scratch).unwrap();
    let shards = index.shards().map(Result::unwrap);
    let named = |ShardRows { shard, rows: places }| {
        let Shard { locale, split, number, .. } = shard;
        (
            format!("{locale} {split} {number}"),
            places.into_iter().map(|at| rows.read(at).unwrap().id).collect(),
        )
    };
    shards.map(named).collect()
}

#[test]
fn shards_hold_one_locale_and_split_and_keep_their_order() {
    let scratch = tempfile::tempdir().unwrap();
    let rows = [
        sized("a", "de-DE", "p1", Split::Train, 1000),
        sized("a", "fr-FR", "p1", Split::Train, 1000),
        sized("b", "fr-FR", "p1", Split::Train, 1000),
        sized("c", "fr-FR", "p1", Split::Test, 1000),
    ];
    let index = index(&rows, 1 << 20, scratch.path());
    let shards = ids(&index, scratch.path());
    let counts: Vec<(&str, usize)> = shards.iter().map(|(name, ids)| (name.as_str(), ids.len())).collect();
    assert_eq!(counts, [("de-DE train 0", 1), ("fr-FR train 0", 2), ("fr-FR test 0", 1)]);
}

#[test]
fn a_speaker_above_the_limit_is_cut_by_ids() {
    let scratch = tempfile::tempdir().unwrap();
    // Each counts 1024 + 512.
    let prompts = ["p1", "p2", "p3", "p4", "p5"];
    let rows = prompts.map(|prompt| sized("a", "fr-FR", prompt, Split::Train, 512));
    let index = index(&rows, 2 * 1536, scratch.path());
    let shards = ids(&index, scratch.path());
    let found: Vec<(&str, Vec<&UtteranceId>)> =
        shards.iter().map(|(name, ids)| (name.as_str(), ids.iter().collect())).collect();
    let id = |at: usize| &rows[at].id;
    assert_eq!(
        found,
        [
            ("fr-FR train 0", vec![id(0), id(1)]),
            ("fr-FR train 1", vec![id(2), id(3)]),
            ("fr-FR train 2", vec![id(4)]),
        ]
    );
}

#[test]
fn a_clip_above_the_limit_has_a_shard_of_its_own() {
    let scratch = tempfile::tempdir().unwrap();
    let sizes = [("p1", 10), ("p2", 9000), ("p3", 10)];
    let rows = sizes.map(|(prompt, bytes)| sized("a", "fr-FR", prompt, Split::Train, bytes));
    let index = index(&rows, 4096, scratch.path());
    assert_eq!(index.shards().map(|shard| shard.unwrap().rows.len()).collect::<Vec<_>>(), [1, 1, 1]);
}

#[test]
fn a_corpus_without_rows_has_no_shards() {
    let scratch = tempfile::tempdir().unwrap();
    assert_eq!(index(&[], 4096, scratch.path()).shards().count(), 0);
}
