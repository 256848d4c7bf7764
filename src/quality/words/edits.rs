//! The shortest edit from one sequence to another, with its counts.

/// Counts of the shortest edit that makes what was heard of what was wanted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Edits {
    /// Units that were heard as others.
    pub substitutions: usize,
    /// Units that were heard and not wanted.
    pub insertions: usize,
    /// Units that were wanted and not heard.
    pub deletions: usize,
    /// Units that were wanted.
    pub length: usize,
}

impl Edits {
    /// Returns how many units differ.
    pub fn distance(&self) -> usize {
        self.substitutions + self.insertions + self.deletions
    }

    /// Returns the distance over the length that was wanted, 0 and up; `None` when nothing was.
    pub fn rate(&self) -> Option<f64> {
        (self.length > 0).then(|| self.distance() as f64 / self.length as f64)
    }
}

/// One cell: the distance, and the insertions and deletions in it.
#[derive(Clone, Copy, Default)]
struct Cell {
    distance: u32,
    insertions: u32,
    deletions: u32,
}

impl Cell {
    /// The order of ways: the shortest, of several the one with the most substitutions. It is the same read backwards
    /// and from the other side, so that the counts are too.
    fn key(self) -> (u32, u32) {
        (self.distance, self.insertions + self.deletions)
    }

    fn best(self, other: Self) -> Self {
        if other.key() < self.key() { other } else { self }
    }

    fn inserted(self) -> Self {
        Self { distance: self.distance + 1, insertions: self.insertions + 1, ..self }
    }

    fn deleted(self) -> Self {
        Self { distance: self.distance + 1, deletions: self.deletions + 1, ..self }
    }

    fn matched(self, equal: bool) -> Self {
        Self { distance: self.distance + u32::from(!equal), ..self }
    }
}

/// Finds the shortest edit from `wanted` to `heard` (Wagner & Fischer, J. ACM 21, 1974), in time of the product of the
/// lengths and memory of `heard`'s; equal ends are passed over.
pub fn edits<T: PartialEq>(wanted: &[T], heard: &[T]) -> Edits {
    let ahead = wanted.iter().zip(heard).take_while(|(a, b)| a == b).count();
    let (short, long) = (&wanted[ahead..], &heard[ahead..]);
    let behind = short.iter().rev().zip(long.iter().rev()).take_while(|(a, b)| a == b).count();
    let (short, long) = (&short[..short.len() - behind], &long[..long.len() - behind]);
    Edits { length: wanted.len(), ..with_free(short, long, |_| false) }
}

/// Does as [`edits`]; a unit that `free` marks, on either side, matches any number of the other side's at no cost.
pub(super) fn with_free<T: PartialEq>(wanted: &[T], heard: &[T], free: impl Fn(&T) -> bool) -> Edits {
    let free_heard: Vec<bool> = heard.iter().map(&free).collect();
    let mut row = vec![Cell::default(); heard.len() + 1];
    for at in 0..heard.len() {
        row[at + 1] = if free_heard[at] { row[at] } else { row[at].inserted() };
    }
    for unit in wanted {
        let is_free = free(unit);
        let mut corner = row[0];
        if !is_free {
            row[0] = row[0].deleted();
        }
        for at in 0..heard.len() {
            let (up, left) = (row[at + 1], row[at]);
            let cell = if is_free || free_heard[at] {
                corner.best(up).best(left)
            } else {
                corner.matched(*unit == heard[at]).best(up.deleted()).best(left.inserted())
            };
            corner = up;
            row[at + 1] = cell;
        }
    }
    let end = row[heard.len()];
    Edits {
        substitutions: (end.distance - end.insertions - end.deletions) as usize,
        insertions: end.insertions as usize,
        deletions: end.deletions as usize,
        length: wanted.len(),
    }
}

/// The most cells of a table that is kept whole.
const MOST_CELLS: usize = 1 << 22;

/// Returns the places of `wanted` that were heard as others, each with its place in `heard`: the substitutions of the edit that
/// [`edits`] counts, of several equal ones one where they are early. `None` when the texts are too long for it: more than
/// 2^22 pairs of units.
pub(super) fn substitutions<T: PartialEq>(wanted: &[T], heard: &[T]) -> Option<Vec<(usize, usize)>> {
    let width = heard.len() + 1;
    if width.saturating_mul(wanted.len() + 1) > MOST_CELLS {
        return None;
    }
    let mut cells = vec![Cell::default(); width * (wanted.len() + 1)];
    for at in 1..width {
        cells[at] = cells[at - 1].inserted();
    }
    for (row, unit) in wanted.iter().enumerate() {
        let (above, here) = cells[row * width..].split_at_mut(width);
        here[0] = above[0].deleted();
        for at in 0..heard.len() {
            let matched = above[at].matched(*unit == heard[at]);
            here[at + 1] = matched.best(above[at + 1].deleted()).best(here[at].inserted());
        }
    }
    let mut found = Vec::new();
    let (mut row, mut at) = (wanted.len(), heard.len());
    while row > 0 && at > 0 {
        let cell = cells[row * width + at].key();
        let equal = wanted[row - 1] == heard[at - 1];
        let corner = cells[(row - 1) * width + at - 1].matched(equal).key() == cell;
        if corner && equal {
            (row, at) = (row - 1, at - 1);
        } else if cells[(row - 1) * width + at].deleted().key() == cell {
            row -= 1;
        } else if corner {
            (row, at) = (row - 1, at - 1);
            found.push((row, at));
        } else {
            at -= 1;
        }
    }
    found.reverse();
    Some(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn of(a: &str, b: &str) -> Edits {
        edits(&a.chars().collect::<Vec<_>>(), &b.chars().collect::<Vec<_>>())
    }

    fn counts(a: &str, b: &str) -> (usize, usize, usize) {
        let edits = of(a, b);
        (edits.substitutions, edits.insertions, edits.deletions)
    }

    #[test]
    fn known_distances() {
        // Oracle: the examples of Wagner & Fischer's readers everywhere, and by hand.
        assert_eq!(counts("kitten", "sitting"), (2, 1, 0));
        assert_eq!(counts("intention", "execution"), (5, 0, 0));
        assert_eq!(counts("saturday", "sunday"), (1, 0, 2));
        assert_eq!(counts("", "abc"), (0, 3, 0));
        assert_eq!(counts("abc", ""), (0, 0, 3));
        assert_eq!(of("", "").rate(), None);
        assert_eq!(of("ab", "xyz").rate(), Some(1.5));
    }

    /// The definition itself, without any of the savings.
    fn plain(a: &[u8], b: &[u8]) -> usize {
        match (a, b) {
            ([], rest) | (rest, []) => rest.len(),
            ([x, a1 @ ..], [y, b1 @ ..]) => {
                (plain(a1, b1) + usize::from(x != y)).min(plain(a1, b) + 1).min(plain(a, b1) + 1)
            }
        }
    }

    #[test]
    fn substitutions_are_named_by_their_places() {
        // By hand: s-k, e-i, and nothing for the g; of a lost word nothing is heard as another.
        assert_eq!(substitutions(b"kitten", b"sitting"), Some(vec![(0, 0), (4, 4)]));
        assert_eq!(substitutions(b"abc", b"ac"), Some(vec![]));
        assert_eq!(substitutions(b"abcd", b"axd"), Some(vec![(1, 1)]));
        assert_eq!(substitutions(b"", b"ac"), Some(vec![]));
        assert_eq!(substitutions(&[1; 4000], &[2; 4000]), None);
    }

    proptest! {
        #[test]
        fn as_many_substitutions_are_named_as_are_counted(a in "[abc]{0,9}", b in "[abc]{0,9}") {
            let named = substitutions(a.as_bytes(), b.as_bytes()).unwrap();
            prop_assert_eq!(named.len(), of(&a, &b).substitutions);
            prop_assert!(named.iter().all(|&(x, y)| a.as_bytes()[x] != b.as_bytes()[y]));
            prop_assert!(named.is_sorted_by(|one, next| one.0 < next.0 && one.1 < next.1));
        }

        #[test]
        fn the_distance_is_the_one_of_the_definition(a in "[ab]{0,6}", b in "[abc]{0,6}") {
            prop_assert_eq!(of(&a, &b).distance(), plain(a.as_bytes(), b.as_bytes()));
        }

        #[test]
        fn it_is_a_metric_with_bounds_and_counts_that_turn_round(
            a in "[ab c]{0,12}", b in "[ab c]{0,12}", c in "[ab c]{0,12}",
        ) {
            let (ab, ba) = (of(&a, &b), of(&b, &a));
            prop_assert_eq!(
                (ab.substitutions, ab.insertions, ab.deletions),
                (ba.substitutions, ba.deletions, ba.insertions)
            );
            prop_assert_eq!(ab.distance() == 0, a == b);
            prop_assert!(of(&a, &c).distance() <= ab.distance() + of(&b, &c).distance());
            prop_assert!(ab.distance() >= a.len().abs_diff(b.len()) && ab.distance() <= a.len().max(b.len()));
            prop_assert_eq!(a.len() + ab.insertions, b.len() + ab.deletions);
        }
    }
}
