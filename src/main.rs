//! The command-line program: parse, run, exit.

mod cli;

fn main() -> std::process::ExitCode {
    cli::main()
}
