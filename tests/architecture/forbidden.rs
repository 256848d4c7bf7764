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
