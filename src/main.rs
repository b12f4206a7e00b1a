//! Starts the program: command line or window. No decisions.

use std::process::ExitCode;

fn main() -> ExitCode {
    frontline::cli::run()
}
