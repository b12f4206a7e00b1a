//! From what a file calls a branch to the branch: by code or name, spelt as people spell, and the
//! nearest one where nothing fits.

use std::collections::HashMap;

use super::normal::{distance, normal};
use crate::domain::Branch;

/// Branches by every way to call them.
#[derive(Debug)]
pub(super) struct BranchFinder {
    /// Normalised code, name, "code name" → position; none where two branches share it.
    calls: HashMap<String, Option<usize>>,
    /// Code without leading zeros → position, because Excel turns `08` into 8.
    numbers: HashMap<String, Option<usize>>,
    /// Normalised names and codes, for the nearest.
    names: Vec<(String, usize)>,
}

impl BranchFinder {
    pub(super) fn new(branches: &[Branch]) -> Self {
        let mut finder = Self {
            calls: HashMap::new(),
            numbers: HashMap::new(),
            names: Vec::new(),
        };
        // Codes win over names: they are unique.
        for (index, branch) in branches.iter().enumerate() {
            finder.add_code(branch.code.as_str(), index);
        }
        for (index, branch) in branches.iter().enumerate() {
            finder.add_name(branch, index);
        }
        finder
    }

    fn add_code(&mut self, code: &str, index: usize) {
        let call = normal(code);
        self.names.push((call.clone(), index));
        self.calls.insert(call, Some(index));
        if let Some(number) = bare_number(code) {
            let is_first = !self.numbers.contains_key(&number);
            self.numbers.insert(number, is_first.then_some(index));
        }
    }

    fn add_name(&mut self, branch: &Branch, index: usize) {
        let name = normal(&branch.name);
        let code = normal(branch.code.as_str());
        if name.is_empty() {
            return;
        }
        let both = [format!("{code} {name}"), format!("{name} {code}")];
        for call in both.into_iter().chain([name.clone()]) {
            match self.calls.get(&call) {
                // A code of that spelling, or a second branch of that name.
                Some(Some(other)) if *other != index => {
                    let is_code = self
                        .names
                        .iter()
                        .any(|(known, at)| *known == call && at == other);
                    if !is_code {
                        self.calls.insert(call, None);
                    }
                }
                Some(_) => {}
                None => {
                    self.calls.insert(call, Some(index));
                }
            }
        }
        self.names.push((name, index));
    }

    /// The branch that is called so.
    pub(super) fn find(&self, text: &str) -> Option<usize> {
        let call = normal(text);
        if call.is_empty() {
            return None;
        }
        if let Some(found) = self.calls.get(&call) {
            return *found;
        }
        bare_number(text).and_then(|number| self.numbers.get(&number).copied().flatten())
    }

    /// The branch that is called most alike, where it is near enough to ask.
    pub(super) fn nearest(&self, text: &str) -> Option<usize> {
        const FAR: f64 = 0.34;
        let call = normal(text);
        if call.chars().count() < 3 {
            return None;
        }
        let mut best: Option<(f64, usize)> = None;
        let mut is_tie = false;
        for (name, index) in &self.names {
            let far = if begins_alike(&call, name) {
                0.1
            } else {
                distance(&call, name)
            };
            match best {
                Some((nearest, other)) if (far - nearest).abs() < 1e-9 => is_tie |= other != *index,
                Some((nearest, _)) if far > nearest => {}
                Some(_) | None => {
                    best = Some((far, *index));
                    is_tie = false;
                }
            }
        }
        best.filter(|(far, _)| *far <= FAR && !is_tie)
            .map(|(_, index)| index)
    }
}

/// Does one call begin with the other, at the end of a word?
fn begins_alike(a: &str, b: &str) -> bool {
    let begins = |long: &str, short: &str| {
        short.chars().count() >= 4
            && long
                .strip_prefix(short)
                .is_some_and(|rest| rest.starts_with(' '))
    };
    begins(a, b) || begins(b, a)
}

fn bare_number(code: &str) -> Option<String> {
    let code = code.trim();
    let code = code.strip_suffix(".0").unwrap_or(code);
    let is_number = !code.is_empty() && code.bytes().all(|b| b.is_ascii_digit());
    is_number.then(|| code.trim_start_matches('0').to_owned())
}
