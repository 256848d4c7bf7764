//! What the documents say, held to what the program does: names, codes, command lines, links.

use booth::corpus::FAULTS;
use booth::corpus::format::{Unfit, names};
use booth::messages::{FindingText, Language};
use booth::project::Kind;
use booth::project::TEMPLATE;
use booth::quality::CHECKS;
use booth::recordings::session::KINDS;
use booth::sheet::{LINTS, target_names};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(relative: &str) -> String {
    fs::read_to_string(root().join(relative)).unwrap_or_else(|error| panic!("{relative}: {error}"))
}

/// The variants of an enum, parsed from its source, as serde writes them in kebab-case.
fn variants(file: &str, name: &str) -> Vec<String> {
    let parsed = syn::parse_file(&read(file)).unwrap();
    let of_that_name = |item: &syn::Item| match item {
        syn::Item::Enum(item) if item.ident == name => Some(item.clone()),
        _ => None,
    };
    let found =
        parsed.items.iter().find_map(of_that_name).unwrap_or_else(|| panic!("{file} has no enum {name}"));
    let kebab = |word: String| {
        let mut kebab = String::new();
        for c in word.chars() {
            if c.is_uppercase() && !kebab.is_empty() {
                kebab.push('-');
            }
            kebab.push(c.to_ascii_lowercase());
        }
        kebab
    };
    found.variants.iter().map(|variant| kebab(variant.ident.to_string())).collect()
}

/// The public fields of a struct, parsed from its source.
fn fields(file: &str, name: &str) -> Vec<String> {
    let parsed = syn::parse_file(&read(file)).unwrap();
    let of_that_name = |item: &syn::Item| match item {
        syn::Item::Struct(item) if item.ident == name => Some(item.fields.clone()),
        _ => None,
    };
    let found =
        parsed.items.iter().find_map(of_that_name).unwrap_or_else(|| panic!("{file} has no struct {name}"));
    found.iter().filter_map(|field| field.ident.as_ref()).map(ToString::to_string).collect()
}

/// The part of a text between two marks.
fn between<'a>(text: &'a str, start: &str, end: &str) -> &'a str {
    text.split(start).nth(1).unwrap_or_else(|| panic!("`{start}` is missing")).split(end).next().unwrap()
}

/// Everything between single backquotes.
fn quoted(text: &str) -> BTreeSet<String> {
    text.lines().flat_map(|line| line.split('`').skip(1).step_by(2)).map(str::to_owned).collect()
}

/// The ids in the first cells of a table's rows.
fn first_cells(text: &str) -> BTreeSet<String> {
    let cells = text.lines().filter(|line| line.starts_with("| `")).filter_map(|line| line.split('|').nth(1));
    cells.flat_map(quoted).collect()
}

#[track_caller]
fn same(documented: &BTreeSet<String>, real: impl IntoIterator<Item = String>) {
    let real: BTreeSet<String> = real.into_iter().collect();
    let missing: Vec<_> = real.difference(documented).collect();
    let invented: Vec<_> = documented.difference(&real).collect();
    assert!(missing.is_empty() && invented.is_empty(), "missing: {missing:?}; invented: {invented:?}");
}

#[test]
fn every_event_fault_and_reason_is_in_the_formats() {
    let format = read("docs/FORMAT.md");
    let events = between(&format, "| event | fields | means |", "\n\n");
    same(&first_cells(events), KINDS.iter().map(|kind| (*kind).to_owned()));
    same(&first_cells(events), variants("src/recordings/session/event.rs", "Event"));
    let faults = between(&format, "| kind | severity | means |", "\n\n");
    same(&first_cells(faults), variants("src/recordings/session/fault.rs", "FaultKind"));
    let reasons = between(&format, "| reason | holds when |", "\n\n");
    same(&first_cells(reasons), variants("src/corpus/refusal.rs", "Reason"));
    let refused = between(&format, "| reason | means |", "\n\n");
    same(&first_cells(refused), booth::recordings::ingest::Reason::ALL.iter().map(|why| why.id().to_owned()));
}

#[test]
fn every_lint_stands_in_the_formats_with_its_words() {
    let format = read("docs/FORMAT.md");
    let documented: BTreeSet<&str> = format.lines().collect();
    for lint in LINTS {
        let row = format!("| `{}` | {} | {} |", lint.id, lint.severity, lint.sentence);
        assert!(documented.contains(row.as_str()), "missing: {row}");
    }
    let table = between(&format, "| id | severity | finds |", "\n\n");
    same(&first_cells(table), LINTS.iter().map(|lint| lint.id.to_owned()));
}

#[test]
fn every_check_stands_in_the_formats_with_what_it_reads_and_its_limits() {
    let format = read("docs/FORMAT.md");
    let list = |names: Vec<&str>| names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
    let rows: Vec<String> = CHECKS
        .iter()
        .map(|check| {
            let limits = check.limits.iter().map(|limit| limit.name).collect();
            format!(
                "| `{}` | {} | {} | {} |",
                check.id,
                check.say(Language::ENGLISH, FindingText::Title),
                list(check.metrics.to_vec()),
                list(limits)
            )
        })
        .collect();
    let table = between(&format, "| check | title | reads | limits |\n|---|---|---|---|\n", "\n\n");
    assert_eq!(table.lines().collect::<Vec<_>>(), rows);
}

#[test]
fn every_target_and_every_field_of_the_project_file_is_in_the_formats() {
    let format = read("docs/FORMAT.md");
    let table = between(&format, "| target | breaks on", "\n\n");
    same(&first_cells(table), target_names().map(str::to_owned));
    // The fields that the template shows.
    let fields: BTreeSet<String> = TEMPLATE
        .lines()
        .filter_map(|line| {
            let line = line.strip_prefix("# ").unwrap_or(line);
            let table = line.strip_prefix('[').and_then(|rest| rest.split(['.', ']']).next());
            table.or_else(|| line.split_once(" = ").map(|(name, _)| name))
        })
        .map(str::to_owned)
        .collect();
    let section = between(&format, "## 8. The project file", "## 9. ");
    let named = quoted(section);
    let missing: Vec<_> = fields.iter().filter(|field| !named.contains(*field)).collect();
    // A limit of a check stands for all of them.
    assert_eq!(missing, ["warn_db"]);
}

#[test]
fn every_measurement_and_every_key_of_the_catalogue_is_in_the_formats() {
    let format = read("docs/FORMAT.md");
    let measured = fields("src/quality/model.rs", "Measurements");
    same(&first_cells(between(&format, "| name | is |", "\n\n")), measured);
    let row = fields("src/corpus/catalogue.rs", "Row");
    same(&first_cells(between(&format, "| key | type | meaning |", "\n\n")), row);
}

#[test]
fn every_fault_of_a_corpus_is_in_the_formats() {
    let format = read("docs/FORMAT.md");
    let documented = quoted(between(&format, "gives each fault an id: ", ". Where two"));
    same(&documented, FAULTS.iter().map(|id| (*id).to_owned()));
    // A fault of another id does not get past its constructor; one that is never made has no place in the list.
    let mut sources = String::new();
    for entry in walkdir::WalkDir::new(root().join("src/corpus")) {
        let entry = entry.unwrap();
        if entry.path().extension().is_some_and(|extension| extension == "rs") {
            sources.push_str(&fs::read_to_string(entry.path()).unwrap());
        }
    }
    for id in FAULTS {
        assert!(sources.matches(&format!("\"{id}\"")).count() > 1, "no fault has the id {id}");
    }
}

#[test]
fn every_manifest_format_and_why_it_leaves_something_out_is_in_the_formats() {
    let format = read("docs/FORMAT.md");
    let manifests = between(&format, "### Manifests", "### Faults");
    let reasons = between(manifests, "| reason | holds when |", "\n\n");
    same(&first_cells(reasons), Unfit::ALL.iter().map(|why| why.id().to_owned()));
    let described = between(manifests, "| description | at | is | needs |", "\n\n");
    same(&first_cells(described), Kind::ALL.iter().map(|kind| kind.id().to_owned()));
    let named = manifests.lines().filter_map(|line| line.strip_prefix("- **`")?.split('`').next());
    same(&named.map(str::to_owned).collect(), names().map(str::to_owned));
}

#[test]
fn the_tables_of_exit_codes_are_those_of_the_help() {
    let help = run(&["--help"]).1;
    let codes = between(&help, "Exit codes:\n", "\n\n");
    for line in codes.lines().filter(|line| !line.trim().is_empty()) {
        let (code, words) = line.trim().split_once(' ').unwrap();
        let row = format!("\n| {code} | {} |\n", words.trim());
        for file in ["README.md", "docs/FORMAT.md"] {
            assert!(read(file).contains(&row), "{file} lacks: {row}");
        }
    }
}

fn run(args: &[&str]) -> (i32, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_booth")).args(args).env("COLUMNS", "100").output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap() + &String::from_utf8(output.stderr).unwrap();
    (output.status.code().unwrap_or(-1), text)
}

/// Command lines that begin with `booth` in code: indented, after a prompt, or between backquotes.
fn commands(text: &str) -> Vec<String> {
    let joined = text.replace("\\\n", " ");
    let mut found: BTreeSet<String> = quoted(&joined).into_iter().collect();
    found.extend(
        joined.lines().filter_map(|line| {
            line.strip_prefix("    ").or_else(|| line.strip_prefix("$ ")).map(str::to_owned)
        }),
    );
    let verb = |line: &String| {
        let mut words = line.split_whitespace();
        words.next() == Some("booth") && words.next().is_some()
    };
    found.into_iter().filter(verb).collect()
}

#[test]
fn every_command_line_in_the_documents_is_one() {
    let mut count = 0;
    let files = [
        "README.md",
        "docs/FORMAT.md",
        "docs/ARCHITECTURE.md",
        "docs/INSTALL.md",
        "CHANGELOG.md",
        "prompts/README.md",
    ];
    for file in files {
        for line in commands(&read(file)) {
            let mut args: Vec<&str> = line.split_whitespace().skip(1).collect();
            // Help ends the parsing, after everything before it was found good.
            args.push("--help");
            let (code, text) = run(&args);
            assert_eq!(code, 0, "{file}: `{line}`\n{text}");
            count += 1;
        }
    }
    assert!(count > 15, "only {count} command lines were found");
}

#[test]
fn every_verb_is_in_the_readme_and_the_quick_start_is_two_commands() {
    let readme = read("README.md");
    let table = first_cells(between(&readme, "| command | does |", "\n\n"))
        .into_iter()
        .collect::<Vec<_>>()
        .join("\n");
    let help = run(&["--help"]).1;
    for line in between(&help, "Commands:\n", "\n\n").lines().filter(|line| line.starts_with("  ")) {
        let verb = line.split_whitespace().next().unwrap();
        assert!(verb == "help" || table.contains(&format!("booth {verb}")), "{verb} is not in the table");
    }
    let makefile = read("Makefile");
    let start = between(&readme, "## Quick start", "## ");
    let commands: Vec<&str> = start.lines().filter_map(|line| line.strip_prefix("    make ")).collect();
    assert_eq!(commands, ["demo", "test"]);
    for target in commands {
        assert!(makefile.contains(&format!("\n{target}:")), "the Makefile has no {target}");
    }
}

fn documents(dir: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir() {
            // Not the project's own: what was built, installed, recorded or made for a test.
            let foreign = ["target", "demo", "corpus", "fixtures"].contains(&name.as_str());
            if !foreign && (!name.starts_with('.') || name == ".ci") {
                documents(&path, found);
            }
        } else if name.ends_with(".md") {
            found.push(path);
        }
    }
}

#[test]
fn every_relative_link_leads_somewhere() {
    let mut files = Vec::new();
    documents(root(), &mut files);
    let mut faults = Vec::new();
    for file in &files {
        let text = fs::read_to_string(file).unwrap();
        for (at, _) in text.match_indices("](") {
            let target = text[at + 2..].split(')').next().unwrap();
            if target.contains("://") || target.starts_with("mailto:") {
                continue;
            }
            let (path, anchor) = target.split_once('#').unwrap_or((target, ""));
            let there = if path.is_empty() { file.clone() } else { file.parent().unwrap().join(path) };
            let good = there.exists() && (anchor.is_empty() || anchors(&there).contains(anchor));
            if !good {
                faults.push(format!("{}: {target}", file.display()));
            }
        }
    }
    assert!(files.len() >= 5 && faults.is_empty(), "{}", faults.join("\n"));
}

/// The anchors of a document's headings, as GitHub makes them.
fn anchors(file: &Path) -> BTreeSet<String> {
    let text = fs::read_to_string(file).unwrap();
    let headings = text.lines().filter(|line| line.starts_with('#'));
    let anchor = |line: &str| {
        let words = line.trim_start_matches('#').trim().to_lowercase();
        let kept = words.chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
        kept.map(|c| if c == ' ' { '-' } else { c }).collect::<String>()
    };
    headings.map(anchor).collect()
}

#[test]
fn every_named_test_exists() {
    let readme = read("README.md");
    let mut count = 0;
    for line in between(&readme, "| promise | proof |", "\n\n").lines() {
        for name in quoted(line).into_iter().filter(|name| name.contains('_')) {
            let after = line.split(&format!("`{name}`")).nth(1).unwrap();
            let file = between(after, "](", ")");
            assert!(read(file).contains(&format!("fn {name}(")), "{file} has no test {name}");
            count += 1;
        }
    }
    assert!(count >= 5, "only {count} tests are named");
}

#[test]
fn nothing_reaches_the_network() {
    let lock = read("Cargo.lock");
    // `pulseaudio` comes with a client of its own, which waits for the local socket of the sound server; we use its messages.
    // `tokio` serves the page to this machine.
    let waits: Vec<_> = lock.match_indices("\n \"mio\",").collect();
    assert_eq!(waits.len(), 2, "another package than `pulseaudio` and `tokio` waits for sockets");
    for package in ["curl", "h2", "hyper-rustls", "native-tls", "openssl", "reqwest", "rustls", "ureq"] {
        assert!(!lock.contains(&format!("\nname = \"{package}\"\n")), "Cargo.lock has {package}");
    }
    let mut folders = vec![root().join("src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let text = fs::read_to_string(&path).unwrap_or_default();
                let is_server = path.ends_with("face/page/server.rs");
                for word in ["std::net", "tokio::net", "TcpListener", "TcpStream", "UdpSocket", "UNSPECIFIED"]
                {
                    let may = is_server && ["std::net", "tokio::net", "TcpListener"].contains(&word);
                    assert!(may || !text.contains(word), "{} has {word}", path.display());
                }
                if is_server {
                    assert_eq!(text.matches("bind(").count(), 1);
                    assert!(
                        text.contains("bind((Ipv4Addr::LOCALHOST, 0))"),
                        "it listens on the loopback address"
                    );
                }
            }
        }
    }
}
