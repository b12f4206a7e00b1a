//! Which branches to look at first, and why.

use super::change::change;
use super::title::outcome_in_sentence;
use crate::analysis::{AudienceFindings, Findings, WaveFindings};
use crate::domain::{Audience, Lang};
use crate::i18n::number;
use crate::tr;

/// A branch and the reason to look at it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attention {
    /// Position in [`Findings::branches`].
    pub branch: usize,
    /// Why, without the branch's name and without a full stop.
    pub reason: String,
    /// Is the reason a divergence of staff and customers?
    pub is_divergence: bool,
}

/// At most `most` branches: divergences first, then settled drops, then the lowest scores of the
/// dimension that stands for engagement. Only published figures choose.
#[must_use]
pub fn attention(
    lang: Lang,
    findings: &Findings,
    wave: &WaveFindings,
    most: usize,
) -> Vec<Attention> {
    let mut found: Vec<Attention> = Vec::new();
    let all = wave.audience(Audience::All);
    let candidates = divergent(lang, findings, wave)
        .into_iter()
        .chain(
            all.map(|all| dropped(lang, findings, all))
                .unwrap_or_default(),
        )
        .chain(
            all.map(|all| lowest(lang, findings, all))
                .unwrap_or_default(),
        );
    for candidate in candidates {
        if found.len() < most && found.iter().all(|known| known.branch != candidate.branch) {
            found.push(candidate);
        }
    }
    found
}

fn divergent(lang: Lang, findings: &Findings, wave: &WaveFindings) -> Vec<Attention> {
    let each = wave.divergences.iter().filter_map(|divergence| {
        let outcome = outcome_in_sentence(lang, findings.outcomes.get(divergence.outcome)?);
        let key = if divergence.is_certain {
            "attention-divergence"
        } else {
            "attention-divergence-possible"
        };
        let reason = tr!(lang, key, outcome = outcome);
        Some(Attention {
            branch: divergence.branch,
            reason,
            is_divergence: true,
        })
    });
    each.collect()
}

fn dropped(lang: Lang, findings: &Findings, all: &AudienceFindings) -> Vec<Attention> {
    let mut drops: Vec<(f64, Attention)> = Vec::new();
    for (branch, row) in all.branches.iter().enumerate() {
        let settled = row
            .changes
            .iter()
            .enumerate()
            .filter_map(|(dimension, published)| {
                let found = published.value()?;
                (found.is_settled && found.difference < 0.0).then_some((dimension, found))
            });
        let worst = settled.min_by(|a, b| a.1.difference.total_cmp(&b.1.difference));
        let Some((dimension, found)) = worst else {
            continue;
        };
        let Some(title) = findings.dimensions.get(dimension) else {
            continue;
        };
        let reason = tr!(
            lang,
            "attention-drop",
            dimension = title.title.get(lang),
            change = change(lang, found, 1)
        );
        drops.push((
            found.difference,
            Attention {
                branch,
                reason,
                is_divergence: false,
            },
        ));
    }
    drops.sort_by(|a, b| a.0.total_cmp(&b.0));
    drops.into_iter().map(|(_, attention)| attention).collect()
}

fn lowest(lang: Lang, findings: &Findings, all: &AudienceFindings) -> Vec<Attention> {
    let outcome = findings
        .dimensions
        .iter()
        .position(|dimension| dimension.is_outcome);
    let Some(dimension) = outcome.or_else(|| all.weakest.first().copied()) else {
        return Vec::new();
    };
    let mean = |row: &crate::analysis::Row| {
        row.scores
            .get(dimension)
            .and_then(|score| score.value())
            .map(|score| score.mean)
    };
    let Some(company) = mean(&all.company) else {
        return Vec::new();
    };
    let with_mean = all.branches.iter().enumerate();
    let mut means: Vec<(usize, f64)> = with_mean
        .filter_map(|(branch, row)| Some((branch, mean(row)?)))
        .collect();
    means.retain(|(_, value)| *value < company);
    means.sort_by(|a, b| a.1.total_cmp(&b.1));
    let title = findings
        .dimensions
        .get(dimension)
        .map_or("", |found| found.title.get(lang));
    let say = |value: f64| {
        tr!(
            lang,
            "attention-low",
            dimension = title,
            value = number::decimal(lang, value, 1),
            company = number::decimal(lang, company, 1)
        )
    };
    let each = means.into_iter().map(|(branch, value)| Attention {
        branch,
        reason: say(value),
        is_divergence: false,
    });
    each.collect()
}
