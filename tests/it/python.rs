//! Python for second opinions: where there is one with the modules that a test or benchmark needs.

use std::process::{Command, Stdio};

/// The Python named by `FRONTLINE_PYTHON`, else the system's; none without these modules.
pub(crate) fn python_with(modules: &str) -> Option<Command> {
    let python = std::env::var("FRONTLINE_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let has_modules = Command::new(&python)
        .args(["-c", &format!("import {modules}")])
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success());
    has_modules.then(|| Command::new(python))
}
