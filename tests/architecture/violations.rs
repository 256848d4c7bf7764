//! What the rules must catch: 28 violations that a reader tried on an earlier test, 24 of which it missed.

use super::rules;
use super::tree::{Sources, Tree};

/// What catches a violation.
enum By {
    /// The resolver: the file gets these lines, and the faults name what they reach for.
    Order { file: &'static str, lines: &'static str, named: &'static str },
    /// Clippy: the function of `forbidden.rs` with the line.
    Clippy(&'static str),
}
use By::{Clippy, Order};

const VIOLATIONS: [(&str, By); 28] = [
    (
        "a path from the crate",
        Order {
            file: "src/audio/resample.rs",
            lines: "use crate::corpus::Split;",
            named: "names booth::corpus::Split",
        },
    ),
    (
        "a group",
        Order {
            file: "src/sheet/tsv.rs",
            lines: "use crate::{ids::Locale as L, recordings::{status::{self}, session}};",
            named: "names booth::recordings::status",
        },
    ),
    (
        "a macro's `$crate`",
        Order {
            file: "src/ids.rs",
            lines: "macro_rules! up { () => { $crate::quality::CHECKS } }",
            named: "names booth::quality::CHECKS",
        },
    ),
    (
        "a module of the same row",
        Order {
            file: "src/corpus/card.rs",
            lines: "use crate::report::Page;",
            named: "names booth::report::Page",
        },
    ),
    (
        "a chain of `super`",
        Order {
            file: "src/audio/wav/riff.rs",
            lines: "use super::super::super::corpus::plan;",
            named: "names booth::corpus::plan",
        },
    ),
    (
        "the crate under another name",
        Order {
            file: "src/quality/session.rs",
            lines: "use crate as b; fn up() { b::corpus::plan::plan(); }",
            named: "`use crate as …` hides what is used",
        },
    ),
    (
        "the crate under another name, by a group",
        Order {
            file: "src/quality/reading.rs",
            lines: "use crate::{self as b}; fn up() { b::report::page(); }",
            named: "`use crate as …` hides what is used",
        },
    ),
    (
        "behind tests that come first",
        Order {
            file: "src/quality/meter.rs",
            lines: "#[cfg(test)]\nmod tests {}\nuse crate::recordings::status;",
            named: "names booth::recordings::status",
        },
    ),
    (
        "a file called tests.rs that is none",
        Order {
            file: "src/parallel/tests.rs",
            lines: "use crate::sheet::Sheet;",
            named: "names booth::sheet::Sheet",
        },
    ),
    (
        "a file called testing.rs that is none",
        Order {
            file: "src/text/testing.rs",
            lines: "use crate::fsio::replace;",
            named: "names booth::fsio::replace",
        },
    ),
    ("print!", Clippy("print")),
    ("a line written to stdout", Clippy("stdout")),
    ("jiff's clock", Clippy("moment_of_jiff")),
    (
        "the environment by a group",
        Order {
            file: "src/recordings/status.rs",
            lines: "use std::{env}; fn home() { env::var_os(\"HOME\"); }",
            named: "names std::env",
        },
    ),
    (
        "a file opened in quality",
        Order {
            file: "src/quality/channels.rs",
            lines: "fn open(path: &str) { std::fs::File::open(path); }",
            named: "names std::fs::File::open",
        },
    ),
    (
        "a path in quality",
        Order {
            file: "src/quality/fingerprint.rs",
            lines: "use std::path::{Path as Place};",
            named: "names std::path::Path",
        },
    ),
    (
        "a corpus that names the microphone",
        Order {
            file: "src/corpus/clip.rs",
            lines: "use crate::audio::{capture::{Tape}};",
            named: "names booth::audio::capture",
        },
    ),
    (
        "a report that names the microphone",
        Order {
            file: "src/report/html.rs",
            lines: "use crate::audio as a; fn listen(tape: &a::capture::Tape) {}",
            named: "names booth::audio::capture",
        },
    ),
    (
        "a format that names recordings",
        Order {
            file: "src/corpus/format/kaldi.rs",
            lines: "use crate::recordings::status;",
            named: "kaldi.rs names booth::recordings::status",
        },
    ),
    (
        "a format that reaches recordings through a neighbour",
        Order {
            file: "src/corpus/source.rs",
            lines: "pub use crate::recordings::session::view::SessionView as Neighbour;",
            named: "nemo.rs names booth::recordings::session::view::SessionView",
        },
    ),
    (
        "a machine that names the tape",
        Order {
            file: "src/sitting/machine.rs",
            lines: "fn hold(tape: &crate::audio::capture::Tape) {}",
            named: "names booth::audio::capture",
        },
    ),
    ("OpenOptions", Clippy("open_options")),
    ("File::options", Clippy("file_options")),
    ("a symbolic link", Clippy("symlink")),
    ("a HashMap", Clippy("hash_map")),
    ("a logarithm of the system", Clippy("logarithm")),
    ("a process", Clippy("process")),
    (
        "a face that names a verb, in an expression",
        Order {
            file: "src/face/clock.rs",
            lines: "fn up() { let _ = super::super::cli::args::Cli::parse(); }",
            named: "names main::cli::args::Cli::parse",
        },
    ),
];

/// What the files need beside the lines, so that they are reached.
const BESIDE: [(&str, &str); 3] = [
    ("src/parallel.rs", "mod tests;"),
    ("src/text.rs", "mod testing;"),
    ("src/corpus/format/nemo.rs", "use super::super::source::Neighbour;"),
];

#[test]
fn every_known_violation_is_caught() {
    let mut sources = Sources::read();
    let clean = rules::faults(&Tree::of(&sources));
    for (file, lines) in BESIDE {
        sources.add(file, lines);
    }
    for (_, by) in &VIOLATIONS {
        if let Order { file, lines, .. } = by {
            sources.add(file, lines);
        }
    }
    let caught = rules::faults(&Tree::of(&sources));
    let new: Vec<&String> = caught.difference(&clean).collect();
    let forbidden = syn::parse_file(include_str!("forbidden.rs")).unwrap();
    let refused = |name: &str| {
        forbidden.items.iter().any(|item| {
            matches!(item, syn::Item::Fn(item) if item.sig.ident == name
                && item.attrs.iter().any(|attribute| attribute.path().is_ident("expect")))
        })
    };
    let missed: Vec<&str> = VIOLATIONS
        .iter()
        .filter(|(_, by)| match by {
            Order { file, named, .. } => {
                // Through a neighbour, the fault is where the name is used.
                let place = if named.contains(".rs ") { "" } else { *file };
                !new.iter().any(|fault| fault.contains(place) && fault.contains(named))
            }
            Clippy(name) => !refused(name),
        })
        .map(|(what, _)| *what)
        .collect();
    assert!(missed.is_empty(), "not caught: {missed:?}; caught: {new:#?}");
}
