//! One line against each list of clippy.toml. Clippy must refuse each, else its `expect` is unfulfilled, which `make lint`
//! makes an error; nothing here is ever called.

#![expect(dead_code, reason = "compiled to be refused")]

use std::io::Write as _;

#[expect(clippy::disallowed_macros, reason = "must be refused")]
fn print() {
    print!("a word");
}

#[expect(clippy::disallowed_macros, reason = "must be refused")]
fn eprintln() {
    eprintln!("a word");
}

#[expect(clippy::disallowed_methods, reason = "must be refused")]
fn stdout() {
    let _ = writeln!(std::io::stdout(), "a word");
}

#[expect(clippy::disallowed_methods, reason = "must be refused")]
fn moment_of_jiff() -> jiff::Timestamp {
    jiff::Timestamp::now()
}

#[expect(clippy::disallowed_methods, reason = "must be refused")]
fn system_time() -> std::time::SystemTime {
    std::time::SystemTime::now()
}

#[expect(clippy::disallowed_methods, reason = "must be refused")]
fn environment() -> bool {
    use std::env as surroundings;
    surroundings::var_os("HOME").is_some()
}

#[expect(clippy::disallowed_methods, reason = "must be refused")]
fn arguments() -> usize {
    std::env::args_os().count()
}

#[expect(clippy::disallowed_methods, reason = "must be refused")]
fn terminal(stream: &dyn Fn() -> std::fs::File) -> bool {
    std::io::IsTerminal::is_terminal(&stream())
}

#[expect(clippy::disallowed_methods, reason = "must be refused")]
fn open_options(path: &str) -> std::io::Result<std::fs::File> {
    std::fs::OpenOptions::new().append(true).open(path)
}

#[expect(clippy::disallowed_methods, reason = "must be refused")]
fn file_options(path: &str) -> std::io::Result<std::fs::File> {
    std::fs::File::options().append(true).open(path)
}

#[cfg(unix)]
#[expect(clippy::disallowed_methods, reason = "must be refused")]
fn symlink(path: &str) -> std::io::Result<()> {
    std::os::unix::fs::symlink(path, "there")
}

#[expect(clippy::disallowed_types, reason = "must be refused")]
fn hash_map() -> std::collections::HashMap<u8, u8> {
    use std::collections::HashMap as Map;
    Map::new()
}

#[expect(clippy::disallowed_methods, reason = "must be refused")]
fn logarithm(value: f64) -> f64 {
    value.ln()
}

#[expect(clippy::disallowed_methods, reason = "must be refused")]
fn process(name: &str) -> std::io::Result<std::process::Child> {
    std::process::Command::new(name).spawn()
}

#[expect(clippy::disallowed_methods, reason = "must be refused")]
fn random_bytes(bytes: &mut [u8]) -> bool {
    getrandom::fill(bytes).is_ok()
}

#[expect(clippy::disallowed_methods, reason = "must be refused")]
fn exit() {
    std::process::exit(0)
}

#[expect(clippy::disallowed_methods, reason = "must be refused")]
fn open_a_file(path: &str) -> std::io::Result<std::fs::File> {
    std::fs::File::open(path)
}

#[expect(clippy::disallowed_methods, reason = "must be refused")]
fn read_a_file(path: &std::path::Path) -> std::io::Result<Vec<u8>> {
    use std::fs as files;
    files::read(path)
}

#[expect(clippy::disallowed_methods, reason = "must be refused")]
fn read_a_text(path: &std::path::Path) -> std::io::Result<String> {
    std::fs::read_to_string(path)
}

#[expect(clippy::disallowed_methods, reason = "must be refused")]
fn take_an_error_for_absence(path: &std::path::Path) -> bool {
    path.exists()
}

#[expect(clippy::disallowed_methods, reason = "must be refused")]
fn take_a_link_for_a_file(path: &std::path::Path) -> bool {
    path.is_file()
}

#[expect(clippy::disallowed_methods, reason = "must be refused")]
fn take_an_error_for_no_folder(path: &std::path::Path) -> bool {
    path.is_dir()
}

#[expect(clippy::disallowed_methods, reason = "must be refused")]
fn list_a_folder(path: &std::path::Path) -> bool {
    std::fs::read_dir(path).is_ok()
}

#[expect(clippy::disallowed_methods, reason = "must be refused")]
fn look_at_a_file(path: &std::path::Path) -> bool {
    path.symlink_metadata().is_ok() || std::fs::metadata(path).is_ok()
}
