//! docs/ARCHITECTURE.md states its rules as absences; here they are held.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Module to row: a module uses only lower rows, and itself. `error` stands under everything.
const ROWS: [(&str, u8); 22] = [
    ("error", 0),
    ("severity", 1),
    ("units", 1),
    ("random", 1),
    ("ids", 1),
    ("text", 1),
    ("numbers", 1),
    ("progress", 1),
    ("rows", 1),
    ("digest", 2),
    ("fsio", 2),
    ("parallel", 2),
    ("simd", 2),
    ("sheet", 3),
    ("audio", 3),
    ("quality", 4),
    ("recordings", 5),
    ("corpus", 6),
    ("report", 6),
    ("sitting", 6),
    ("face", 7),
    ("cli", 8),
];

fn rust_files(dir: &Path, into: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            rust_files(&path, into);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            into.push(path);
        }
    }
}

fn sources() -> Vec<(String, String)> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    rust_files(&src, &mut files);
    // Test helpers may write and print.
    files.retain(|path| {
        !path.file_stem().is_some_and(|stem| stem == "tests" || stem == "testing" || stem == "testfile")
    });
    files.sort();
    let name = |path: &Path| path.strip_prefix(&src).unwrap().to_str().unwrap().replace('\\', "/");
    files.iter().map(|path| (name(path), fs::read_to_string(path).unwrap())).collect()
}

/// The code of a file without its tests, which may use anything, and without comments.
fn code(text: &str) -> String {
    let text = text.split("#[cfg(test)]\nmod tests").next().unwrap_or(text);
    text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// The modules that a text names after `crate::`, those in `crate::{a, b}` too.
fn used(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (at, _) in text.match_indices("crate::") {
        let rest = &text[at + "crate::".len()..];
        let word = |text: &str| {
            text.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect::<String>()
        };
        if let Some(list) = rest.strip_prefix('{') {
            let mut depth = 0;
            let mut start = true;
            for (at, c) in list.char_indices() {
                match c {
                    '{' => depth += 1,
                    '}' if depth == 0 => break,
                    '}' => depth -= 1,
                    ',' if depth == 0 => start = true,
                    c if depth == 0 && start && !c.is_whitespace() => {
                        found.push(word(&list[at..]));
                        start = false;
                    }
                    _ => {}
                }
            }
        } else {
            found.push(word(rest));
        }
    }
    found
}

#[test]
fn modules_use_only_lower_rows() {
    let rows: BTreeMap<&str, u8> = ROWS.into_iter().collect();
    let mut faults = Vec::new();
    for (name, text) in sources() {
        if name == "lib.rs" || name == "main.rs" {
            continue;
        }
        let own = name.split(['/', '.']).next().unwrap();
        let row = *rows.get(own).unwrap_or_else(|| panic!("src/{name}: give the module `{own}` a row"));
        for other in used(&code(&text)) {
            // Words that are no module are items re-exported at the root, which come from `error`.
            let Some(&other_row) = rows.get(other.as_str()) else { continue };
            if other != own && other_row >= row {
                faults.push(format!("src/{name} (row {row}) uses crate::{other} (row {other_row})"));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn what_must_be_absent_is_absent() {
    // Needle, where it may stand, and why it may stand nowhere else.
    let rules: [(&str, &[&str], &str); 10] = [
        ("println!", &[], "stdout is written by `data`, stderr by `tell!`, neither panics"),
        ("eprint", &[], "a full or closed stderr must not panic: use `tell!`"),
        ("std::env", &["cli/", "face/", "main.rs"], "the library never reads the environment"),
        ("env::var", &["cli/", "face/", "main.rs"], "the library never reads the environment"),
        ("SystemTime", &["face/"], "the library is told the time"),
        ("is_terminal", &["face/"], "the library knows no terminal"),
        ("process::exit", &["cli/", "face/"], "the library never exits"),
        ("cpal::", &["audio/device/"], "one module talks to cpal"),
        ("fs::OpenOptions", &["fsio"], "one module writes files"),
        ("clap::", &["cli/", "face/"], "the library parses no command line"),
    ];
    let mut faults = Vec::new();
    for (name, text) in sources() {
        let code = code(&text);
        for (needle, allowed, why) in rules {
            if code.contains(needle) && !allowed.iter().any(|prefix| name.starts_with(prefix)) {
                faults.push(format!("src/{name} has `{needle}`: {why}"));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn the_scanner_sees_what_it_is_to_see() {
    assert_eq!(used("use crate::{audio::{wav, x}, ids}; crate::fsio::replace()"), ["audio", "ids", "fsio"]);
    assert_eq!(code("a\n// crate::cli\n#[cfg(test)]\nmod tests { crate::cli }"), "a");
}
