//! The command-line program: parse, run, exit.

mod cli;
mod face;

fn main() -> std::process::ExitCode {
    cli::main()
}
