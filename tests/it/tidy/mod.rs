//! The house: what must not happen anywhere in the sources. Each rule reads the files as text and
//! names the file and line that breaks it.

mod apart;
mod languages;
mod layers;
mod sources;

use std::path::{Path, PathBuf};

/// A source file: path below the crate, and text.
struct Source {
    path: String,
    text: String,
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// All files below a folder with this extension, in order of path.
fn files(folder: &str, extension: &str) -> Vec<Source> {
    let mut found = Vec::new();
    collect(&root().join(folder), extension, &mut found);
    found.sort_by(|a, b| a.path.cmp(&b.path));
    assert!(!found.is_empty(), "no .{extension} below {folder}");
    found
}

fn collect(folder: &Path, extension: &str, found: &mut Vec<Source>) {
    for entry in std::fs::read_dir(folder).expect("the crate's own folder") {
        let path = entry.expect("the crate's own folder").path();
        if path.is_dir() {
            collect(&path, extension, found);
        } else if path.extension().is_some_and(|found| found == extension) {
            let text = std::fs::read_to_string(&path).expect("the crate's own file");
            let path = path.strip_prefix(root()).expect("below the root");
            found.push(Source {
                path: path.to_string_lossy().replace('\\', "/"),
                text,
            });
        }
    }
}

/// The code of a file without its own unit tests and without comments.
fn code(source: &Source) -> Vec<(usize, &str)> {
    let mut lines = Vec::new();
    for (number, line) in source.text.lines().enumerate() {
        if line.trim_start().starts_with("#[cfg(test)]") {
            break;
        }
        if !line.trim_start().starts_with("//") {
            lines.push((number + 1, line));
        }
    }
    lines
}
