//! The lines of the panel: shares by the graded-detail rule, items with the most dissatisfied first.
//! Must not draw.

use super::map::Words;
use crate::analysis::{AudienceFindings, Row};
use crate::disclosure::{Favourable, Score};
use crate::domain::Lang;
use crate::i18n::{message, number};
use crate::phrases;
use crate::tr;
use crate::ui::widgets::chart::StackedPart;

/// A share as it may be drawn.
#[derive(Debug)]
pub(super) enum Mark {
    /// Disagree, neither, agree.
    Parts(Vec<StackedPart>),
    /// A ten-point band.
    Band(f64, f64),
    /// A share of 1.
    Share(f64),
    /// Only words.
    Words,
}

/// A line of the panel: words, figure, mark.
#[derive(Debug)]
pub(super) struct Line {
    pub(super) label: String,
    pub(super) value: String,
    pub(super) mark: Mark,
}

/// The chosen row, and for a branch the company under it.
pub(super) fn agreement(
    words: Words<'_>,
    found: &AudienceFindings,
    row: &Row,
    (branch, dimension): (Option<usize>, usize),
) -> Vec<Line> {
    let lang = words.lang;
    let mut lines = Vec::new();
    let score = |row: &Row| {
        row.scores
            .get(dimension)
            .and_then(|score| score.value().copied())
    };
    let name = branch.and_then(|branch| words.findings.branches.get(branch));
    let name = name.map_or_else(|| message(lang, "company"), |branch| branch.name.clone());
    match score(row) {
        Some(Score {
            favourable: Some(share),
            ..
        }) => lines.push(share_line(lang, name, &share)),
        Some(Score {
            favourable: None, ..
        }) => {
            let value = message(lang, "results-shares-from-ten");
            lines.push(Line {
                label: name,
                value,
                mark: Mark::Words,
            });
        }
        None => {}
    }
    if branch.is_some()
        && let Some(share) = score(&found.company).and_then(|score| score.favourable)
    {
        lines.push(share_line(lang, message(lang, "company"), &share));
    }
    lines
}

fn share_line(lang: Lang, label: String, share: &Favourable) -> Line {
    let agree = phrases::favourable(lang, share);
    match share {
        Favourable::Band { low, high } => {
            let mark = Mark::Band(f64::from(*low) / 100.0, f64::from(*high) / 100.0);
            Line {
                label,
                value: tr!(lang, "results-agree", share = agree),
                mark,
            }
        }
        Favourable::Exact {
            favourable,
            unfavourable,
            ..
        } => {
            let shares = [*unfavourable, 1.0 - favourable - unfavourable, *favourable];
            let part = |share: f64| StackedPart {
                share,
                text: number::decimal(lang, share * 100.0, 0),
            };
            let mark = Mark::Parts(shares.map(part).to_vec());
            Line {
                label,
                value: tr!(lang, "results-agree", share = agree),
                mark,
            }
        }
    }
}

/// Items of the dimension, most dissatisfied first, by the finest detail that all of them bear.
pub(super) fn items(words: Words<'_>, row: &Row, items: &[usize]) -> (String, Vec<Line>) {
    let lang = words.lang;
    let mut scores: Vec<(usize, Score)> = items
        .iter()
        .filter_map(|item| Some((*item, *row.items.get(*item)?.value()?)))
        .collect();
    if scores.is_empty() {
        return Default::default();
    }
    let is_exact = |score: &Score| matches!(score.favourable, Some(Favourable::Exact { .. }));
    let detail = if scores.iter().all(|(_, score)| is_exact(score)) {
        "results-items-exact"
    } else if scores.iter().all(|(_, score)| score.favourable.is_some()) {
        "results-items-band"
    } else {
        "results-items-mean"
    };
    scores.sort_by(|(_, a), (_, b)| dissatisfaction(a).total_cmp(&dissatisfaction(b)));
    let lines = scores.into_iter().filter_map(|(item, score)| {
        let label = words.findings.items.get(item)?.short.get(lang).to_owned();
        Some(item_line(lang, label, &score))
    });
    let lines = lines.collect();
    let n = row
        .sheets
        .n()
        .map_or_else(String::new, |n| phrases::n_equals(lang, n, words.min_group));
    (tr!(lang, detail, n = n), lines)
}

fn item_line(lang: Lang, label: String, score: &Score) -> Line {
    match &score.favourable {
        Some(Favourable::Exact { unfavourable, .. }) => Line {
            label,
            value: number::percent(lang, *unfavourable),
            mark: Mark::Share(*unfavourable),
        },
        Some(share @ Favourable::Band { low, high }) => Line {
            label,
            value: phrases::favourable(lang, share),
            mark: Mark::Band(f64::from(*low) / 100.0, f64::from(*high) / 100.0),
        },
        None => Line {
            label,
            value: number::decimal(lang, score.mean, 1),
            mark: Mark::Words,
        },
    }
}

/// Smaller means more dissatisfied; only what is shown enters.
fn dissatisfaction(score: &Score) -> f64 {
    match score.favourable {
        Some(Favourable::Exact { unfavourable, .. }) => -unfavourable,
        Some(Favourable::Band { low, .. }) => f64::from(low) + score.mean / 100.0,
        None => score.mean,
    }
}

/// `Want 3,7 · Know 3,4 · **Can 2,4**`; nothing where no mean may be shown.
pub(super) fn lowest_marked(
    lang: Lang,
    means: impl Iterator<Item = (String, Option<f64>)>,
) -> String {
    let shown: Vec<(String, f64)> = means
        .filter_map(|(name, mean)| Some((name, mean?)))
        .collect();
    let lowest = shown.iter().map(|(_, mean)| *mean).min_by(f64::total_cmp);
    let mut is_marked = false;
    let parts: Vec<String> = shown
        .into_iter()
        .map(|(name, mean)| {
            let text = format!("{name} {}", number::decimal(lang, mean, 1));
            if !is_marked && lowest.is_some_and(|lowest| mean <= lowest) {
                is_marked = true;
                format!("**{text}**")
            } else {
                text
            }
        })
        .collect();
    parts.join(" · ")
}
