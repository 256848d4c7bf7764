//! The order of the house: rows, rows inside rows, what never names what, and no circle of files.

use super::resolver::{Reference, references};
use super::tree::{Name, Tree};
use std::collections::{BTreeMap, BTreeSet};

/// One order: within `inside`, a module uses only lower rows, and itself. An empty `inside` is the whole house.
pub struct Order {
    pub inside: &'static str,
    /// From the lowest.
    pub rows: &'static [&'static [&'static str]],
}

/// The orders; docs/ARCHITECTURE.md shows the same, and a test compares.
pub const ORDERS: [Order; 5] = [
    Order {
        inside: "",
        rows: &[
            &["messages"],
            &["error"],
            &[
                "severity", "units", "ids", "text", "numbers", "random", "progress", "rows", "ending",
                "tables",
            ],
            &["fsio"],
            &["digest", "parallel", "simd", "chart"],
            &["archive"],
            &["audio"],
            &["quality"],
            &["sheet"],
            &["project"],
            &["recordings"],
            &["corpus", "report", "sitting"],
            &["face"],
            &["cli"],
        ],
    },
    Order {
        inside: "recordings",
        rows: &[
            &["session", "ledger", "releases"],
            &["tombstones"],
            &["transcribe", "people"],
            &["assess", "bundle", "errata", "feedback", "mine", "status", "withdraw"],
            &["check", "import", "ingest"],
            &["asks", "tally"],
        ],
    },
    Order {
        inside: "audio",
        rows: &[
            &["kinds", "quantise", "resample", "pcm_hash"],
            &["wav"],
            &["decode"],
            &["capture", "flac"],
            &["device", "rows"],
            &["open"],
            &["playback"],
        ],
    },
    Order {
        inside: "sitting",
        rows: &[
            &["model", "order", "outside", "asking", "attention", "player", "remark", "wave"],
            &["recorder", "history", "notice", "pilot", "rows"],
            &["agenda"],
            &["room", "succession", "request"],
            &["sound_check", "machine", "consent", "dealing"],
            &["driver"],
            &["desk"],
        ],
    },
    Order {
        inside: "corpus",
        rows: &[
            &["refusal", "words"],
            &["granted", "held_out", "shared", "split"],
            &["catalogue", "limits", "lock_file", "pools"],
            &["splitting"],
            &["choice"],
            &["select"],
            &["handed", "totals", "hypotheses", "format"],
            &["shards"],
            &["release", "out"],
            &["processing"],
            &["clip", "card", "read"],
            &["describe", "previous"],
            &["plan"],
            &["withdrawn"],
            &["assembly", "source", "make", "verify"],
            &["publish"],
            &["build", "delta", "diff", "published", "rebuild", "score"],
            &["apply"],
        ],
    },
];

/// Who never names what, and why.
const NEVERS: &[(&[&str], &[&str], &str)] = &[
    (
        &["corpus", "report"],
        &["booth::audio::capture", "booth::audio::device"],
        "they work on files, not on microphones",
    ),
    (
        &["corpus::format"],
        &["booth::recordings", "booth::audio", "std::fs", "std::path"],
        "a format sees catalogue rows only",
    ),
    (
        &["sitting::machine", "sitting::model", "sitting::order", "sitting::history", "sitting::agenda"],
        &["booth::audio", "booth::fsio", "std::fs", "std::path::Path", "std::thread"],
        "the machine knows no device and no file: it takes commands and facts and gives views and effects",
    ),
    (&["quality"], &["booth::fsio", "std::fs", "std::path"], "no input or output: samples in, numbers out"),
    (
        &[
            "error",
            "severity",
            "units",
            "ids",
            "text",
            "numbers",
            "digest",
            "fsio",
            "parallel",
            "simd",
            "tables",
            "sheet",
            "project",
            "audio",
            "quality",
            "recordings",
            "corpus",
            "report",
            "sitting",
        ],
        &["main", "booth::cli", "booth::face", "clap", "ctrlc", "getrandom", "indicatif"],
        "the library knows no face",
    ),
];

/// Other crates and parts of `std` that have one home.
const HOMES: &[(&[&str], &[&str], &str)] = &[
    (&["cpal", "alsa", "pulseaudio"], &["audio::device"], "one module talks to the sound system"),
    (&["clap"], &["cli", "face"], "only the program parses a command line"),
    (&["std::env"], &["cli", "face"], "the library never reads the environment"),
    (&["std::process::exit", "std::process::abort"], &["face"], "the library never ends the program"),
    (
        &["std::io::IsTerminal", "std::io::stdin", "std::io::stdout", "std::io::stderr"],
        &["cli", "face"],
        "the library knows no terminal",
    ),
    (&["std::time::SystemTime"], &["face"], "the library is told the time"),
    (&["std::fs::OpenOptions", "std::fs::DirBuilder", "tempfile"], &["fsio"], "one module writes files"),
    (&["std::process::Command"], &["recordings::transcribe"], "one module starts a program: the recogniser"),
    (&["std::net", "tokio::net"], &["face::page::server"], "one module listens, on the loopback address"),
    (&["axum", "tokio", "subtle", "open"], &["face::page"], "one module serves the page"),
    (
        &["std::os::unix::net"],
        &["audio::device"],
        "one module talks to the sound server, on its local socket",
    ),
];

/// Everything in the tree that breaks a rule.
pub fn faults(tree: &Tree) -> BTreeSet<String> {
    let references = references(tree);
    let mut faults: BTreeSet<String> = tree.faults.iter().cloned().collect();
    for reference in &references {
        out_of_order(reference, &mut faults);
        never(reference, &mut faults);
    }
    for order in &ORDERS {
        for module in tree.modules.values() {
            if let Some(name) = inside(&module.path, order)
                && row(order, name).is_none()
            {
                let within = if order.inside.is_empty() { "the house" } else { order.inside };
                faults.insert(format!("{}: the module {name} has no row in {within}", module.file));
            }
        }
    }
    for circle in circles(&references) {
        faults.insert(format!("a circle of files: {}", circle.join(" ")));
    }
    faults
}

fn row(order: &Order, name: &str) -> Option<usize> {
    order.rows.iter().position(|row| row.contains(&name))
}

/// The name of a module or an item without its crate, when it is one of ours.
fn inside<'a>(name: &'a [String], order: &Order) -> Option<&'a String> {
    let (root, rest) = name.split_first()?;
    if root != "booth" && root != "main" {
        return None;
    }
    match order.inside {
        "" => rest.first(),
        inside => rest.split_first().filter(|(first, _)| *first == inside).and_then(|(_, rest)| rest.first()),
    }
}

fn out_of_order(reference: &Reference, faults: &mut BTreeSet<String>) {
    for order in &ORDERS {
        let Some(own) = inside(&reference.from, order) else { continue };
        let Some(own_row) = row(order, own) else { continue };
        for name in &reference.names {
            if let Some(other) = inside(name, order)
                && other != own
                && let Some(other_row) = row(order, other)
                && other_row >= own_row
            {
                let Reference { file, .. } = reference;
                let name = name.join("::");
                faults.insert(format!("{file} (row {own_row} of {own}) names {name} (row {other_row})"));
            }
        }
    }
}

/// Whether `name` is `what` or something in it.
fn is_in(name: &str, what: &str) -> bool {
    name == what || name.strip_prefix(what).is_some_and(|rest| rest.starts_with("::"))
}

fn never(reference: &Reference, faults: &mut BTreeSet<String>) {
    let own = reference.from[1..].join("::");
    let names: Vec<String> = reference.names.iter().map(as_std).collect();
    let hit = |what: &[&str]| names.iter().find(|name| what.iter().any(|what| is_in(name, what)));
    let mut add = |name: &str, why: &str| {
        faults.insert(format!("{} names {name}: {why}", reference.file));
    };
    for (who, what, why) in NEVERS {
        if who.iter().any(|who| is_in(&own, who))
            && let Some(name) = hit(what)
        {
            add(name, why);
        }
    }
    for (what, homes, why) in HOMES {
        if !homes.iter().any(|home| is_in(&own, home))
            && let Some(name) = hit(what)
        {
            add(name, why);
        }
    }
}

/// A name of `core` or `alloc` is that of `std`.
fn as_std(name: &Name) -> String {
    let mut words = name.clone();
    if words[0] == "core" || words[0] == "alloc" {
        "std".clone_into(&mut words[0]);
    }
    words.join("::")
}

/// Whether `folder` is the file of a module around that of `file`.
fn is_above(folder: &str, file: &str) -> bool {
    // The root of the library is the `mod.rs` of the whole house.
    if folder == "src/lib.rs" {
        return true;
    }
    let folder = folder.trim_end_matches("/mod.rs").trim_end_matches(".rs");
    file.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'))
}

/// The groups of files in which each needs each of the others. A file may use what the `mod.rs` above it holds for all
/// its files, and that may list them: such a pair is a folder and no circle.
pub fn circles(references: &BTreeSet<Reference>) -> Vec<Vec<String>> {
    let mut needs: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for reference in references {
        if let Some(other) = &reference.defined_in
            && *other != reference.file
            && !is_above(other, &reference.file)
        {
            needs.entry(&reference.file).or_default().insert(other);
        }
    }
    let reach: BTreeMap<&str, BTreeSet<&str>> = needs
        .keys()
        .map(|&file| {
            let mut seen = BTreeSet::new();
            let mut open = vec![file];
            while let Some(next) = open.pop() {
                for &other in needs.get(next).into_iter().flatten() {
                    if seen.insert(other) {
                        open.push(other);
                    }
                }
            }
            (file, seen)
        })
        .collect();
    let mut found: BTreeSet<Vec<String>> = BTreeSet::new();
    for (&file, others) in &reach {
        if others.contains(file) {
            let circle =
                others.iter().filter(|other| reach.get(*other).is_some_and(|back| back.contains(file)));
            found.insert(circle.map(|&other| other.to_owned()).collect());
        }
    }
    found.into_iter().collect()
}
