//! The company's own words: names of branches, titles of positions.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::MarkKind;
use super::forms::forms;
use super::tokens::Tokens;

/// A shorter word of a branch's name says nothing by itself.
const LEAST: usize = 4;

/// Words of branches, phrases of positions, in all their cases.
#[derive(Debug, Clone, Default)]
pub(super) struct Titles {
    branches: BTreeSet<String>,
    positions: Vec<Vec<BTreeSet<String>>>,
}

impl Titles {
    pub(super) fn new(branches: &[&str], positions: &[&str]) -> Self {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for name in branches {
            let words: BTreeSet<String> = words(name).into_iter().collect();
            for word in words {
                *counts.entry(word).or_default() += 1;
            }
        }
        // “Café”, «Кофейня»: what several names share names none of them.
        let own = counts.into_iter().filter(|(word, count)| {
            word.chars().count() >= LEAST && (*count == 1 || branches.len() == 1)
        });
        let positions = positions.iter().map(|title| {
            let words = words(title).into_iter();
            words.map(|word| forms(&word)).collect::<Vec<_>>()
        });
        Self {
            branches: own.flat_map(|(word, _)| forms(&word)).collect(),
            positions: positions.filter(|title| !title.is_empty()).collect(),
        }
    }

    /// Adds the branches and positions that a text names.
    pub(super) fn find(&self, tokens: &Tokens<'_>, found: &mut Vec<(MarkKind, Range<usize>)>) {
        for at in 0..tokens.len() {
            let is_branch = tokens.get(at).is_some_and(|token| {
                // «мира» and «порт» are ordinary words; a name has a capital or is long.
                self.branches.contains(&token.lower)
                    && (token.is_capital() && !token.is_first || token.len() > 6)
            });
            if is_branch {
                found.push((MarkKind::Branch, tokens.span(at, at)));
            }
            let longest = self
                .positions
                .iter()
                .filter(|title| stands_at(tokens, at, title))
                .map(Vec::len)
                .max();
            if let Some(words) = longest {
                found.push((MarkKind::Position, tokens.span(at, at + words - 1)));
            }
        }
    }
}

fn words(name: &str) -> Vec<String> {
    let tokens = Tokens::of(name);
    let all = (0..tokens.len()).filter_map(|at| tokens.get(at));
    all.filter(|token| token.number().is_none())
        .map(|token| token.lower.clone())
        .collect()
}

fn stands_at(tokens: &Tokens<'_>, at: usize, title: &[BTreeSet<String>]) -> bool {
    title.iter().enumerate().all(|(step, forms)| {
        tokens.get(at + step).is_some_and(|token| {
            let is_joined = step == 0 || token.follows() || token.gap == "-";
            is_joined && forms.contains(&token.lower)
        })
    })
}
