//! A published figure beside others: the wave before, the company, the region, the best branch, figures
//! from outside. Every one of them is published already; nothing new is told here.

use super::changes::{apart, plain_change};
use super::{Change, Findings, Row, WaveFindings};
use crate::disclosure::{Published, Score};
use crate::domain::{Audience, Benchmark};

/// Another figure, and how far the own one lies from it: the change leads from the other to the own.
#[derive(Debug, Clone, PartialEq)]
pub struct Compared {
    /// What it is compared with.
    pub against: Against,
    /// From the other figure to the own one.
    pub change: Change,
}

/// What a figure is compared with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Against {
    /// The wave before: its name.
    PreviousWave(String),
    /// The company.
    Company,
    /// The mean of the other branches of the region that are shown: its name, and how many they are.
    Region(String, usize),
    /// The best branch that is shown: position in [`Findings::branches`].
    BestBranch(usize),
    /// A figure from outside: who published it, and when.
    Imported {
        /// Who.
        source: String,
        /// When, as the source says.
        period: String,
    },
}

/// The place of a figure: wave, audience, branch (none for the company), dimension, all by position.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FigurePlace {
    /// The wave.
    pub wave: usize,
    /// Whose answers.
    pub audience: Audience,
    /// The branch; none for the company.
    pub branch: Option<usize>,
    /// The dimension.
    pub dimension: usize,
}

/// A dimension's mean beside others, in a fixed order; empty where it is hidden.
#[must_use]
pub fn compared(findings: &Findings, place: FigurePlace, outside: &[Benchmark]) -> Vec<Compared> {
    let Some(wave) = findings.waves.get(place.wave) else {
        return Vec::new();
    };
    let Some(own) = row(wave, place).and_then(|row| shown(row, place)) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    found.extend(previous(findings, wave, place));
    if place.branch.is_some() {
        let company = FigurePlace {
            branch: None,
            ..place
        };
        let score = row(wave, company).and_then(|row| shown(row, place));
        found.extend(score.map(|score| Compared {
            against: Against::Company,
            change: apart((score.mean, score.interval), (own.mean, own.interval)),
        }));
        found.extend(region(findings, wave, (place, own)));
    }
    found.extend(best(findings, wave, (place, own)));
    let id = findings.dimensions.get(place.dimension).map(|it| &it.id);
    let imported = outside.iter().filter(|it| Some(&it.subject) == id);
    found.extend(imported.map(|it| Compared {
        against: Against::Imported {
            source: it.source.clone(),
            period: it.period.clone(),
        },
        // Nobody says how sure a figure from outside is: no interval.
        change: plain_change(it.value, own.mean, None),
    }));
    found
}

fn row(wave: &WaveFindings, place: FigurePlace) -> Option<&Row> {
    let found = wave.audience(place.audience)?;
    match place.branch {
        None => Some(&found.company),
        Some(branch) => found.branches.get(branch),
    }
}

fn shown(row: &Row, place: FigurePlace) -> Option<&Score> {
    row.scores.get(place.dimension)?.value()
}

fn previous(findings: &Findings, wave: &WaveFindings, place: FigurePlace) -> Option<Compared> {
    let before = findings.waves.get(place.wave.checked_sub(1)?)?;
    let change = row(wave, place)?.changes.get(place.dimension)?;
    match change {
        Published::Shown { value, .. } => Some(Compared {
            against: Against::PreviousWave(before.wave.name.clone()),
            change: *value,
        }),
        Published::Hidden(_) => None,
    }
}

/// The plain mean of the other branches of the region; its interval from theirs, where each has one.
fn region(
    findings: &Findings,
    wave: &WaveFindings,
    (place, own): (FigurePlace, &Score),
) -> Option<Compared> {
    let branch = place.branch?;
    let region = &findings.branches.get(branch)?.region;
    if region.is_empty() {
        return None;
    }
    let others = findings.branches.iter().enumerate();
    let others = others.filter(|(at, it)| *at != branch && it.region == *region);
    let scores: Vec<&Score> = others
        .filter_map(|(at, _)| {
            let other = FigurePlace {
                branch: Some(at),
                ..place
            };
            shown(row(wave, other)?, place)
        })
        .collect();
    if scores.len() < 2 {
        return None;
    }
    #[expect(clippy::cast_precision_loss, reason = "branches are few")]
    let count = scores.len() as f64;
    let mean = scores.iter().map(|score| score.mean).sum::<f64>() / count;
    let halves = scores.iter().map(|score| {
        let (low, high) = score.interval?;
        Some(((high - low) / 2.0).powi(2))
    });
    let squares: Option<f64> = halves.sum();
    let interval = squares.map(|squares| {
        let half = squares.sqrt() / count;
        (mean - half, mean + half)
    });
    Some(Compared {
        against: Against::Region(region.clone(), scores.len()),
        change: apart((mean, interval), (own.mean, own.interval)),
    })
}

/// The highest mean among the branches that are shown with an interval; none where it is the own one.
fn best(
    findings: &Findings,
    wave: &WaveFindings,
    (place, own): (FigurePlace, &Score),
) -> Option<Compared> {
    let scores = (0..findings.branches.len()).filter_map(|at| {
        let other = FigurePlace {
            branch: Some(at),
            ..place
        };
        let score = shown(row(wave, other)?, place)?;
        score.interval.map(|_| (at, score))
    });
    let (at, score) = scores.max_by(|a, b| a.1.mean.total_cmp(&b.1.mean))?;
    (place.branch != Some(at)).then(|| Compared {
        against: Against::BestBranch(at),
        change: apart((score.mean, score.interval), (own.mean, own.interval)),
    })
}
