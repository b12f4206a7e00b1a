//! Starts the program. No decisions: `cli` reads the command line, `ui` opens the window.

fn main() {}
