//! One dimension against one customer measure over branches: every coefficient, and the verdict.

use super::{Coefficient, Influence, Link, LinkExtras, LinkPoint, TrendLine, Verdict};
use crate::stats::bootstrap::FEWEST_ROWS;
use crate::stats::chance::{self, Group};
use crate::stats::correlation::{Correlation, Kind, correlate, interval};
use crate::stats::descriptive::ranks;
use crate::stats::influence::{LeaveOneOut, diagnose, leave_one_out};
use crate::stats::kendall::tau_b;
use crate::stats::line::fit;
use crate::stats::power::smallest_noticed;
use crate::stats::robust::theil_sen;
use crate::stats::{LEVEL, Stat, Undefined};
use rayon::prelude::*;

/// Below so many branches nothing is computed.
pub(super) const FEWEST: usize = 5;

/// From so many branches a conclusion is drawn.
const CONCLUDE_FROM: usize = 10;

/// Above this size a correlation of fewer than [`STRONG_BELOW`] branches is unusually strong.
const STRONG: f64 = 0.7;

/// See [`STRONG`].
const STRONG_BELOW: usize = 30;

/// A larger gap between Pearson and Spearman is worth a word.
const DISAGREEMENT: f64 = 0.2;

/// Chance of a false find, and of finding, behind the smallest rho that so many branches show.
const ERROR: f64 = 0.05;

/// See [`ERROR`].
const POWER: f64 = 0.8;

/// Steps of the band of the line, for the picture.
const BAND_STEPS: u32 = 24;

/// How much chance is drawn.
#[derive(Debug, Clone, Copy)]
pub(super) struct Chance {
    pub(super) draws: usize,
    pub(super) permutations: usize,
    pub(super) seed: u64,
}

/// Computes everything of a link but what draws chance and the p values that count all pairs.
pub(super) fn complete(link: Link) -> Link {
    let n = link.points.len();
    if n < FEWEST {
        return link;
    }
    let x: Vec<f64> = link.points.iter().map(|point| point.staff).collect();
    let y: Vec<f64> = link.points.iter().map(|point| point.customer).collect();
    let spearman = correlate(Kind::Spearman, &x, &y, LEVEL).and_then(coefficient);
    let pearson = correlate(Kind::Pearson, &x, &y, LEVEL).and_then(coefficient);
    let influence = influence(&link.points, &x, &y, spearman);
    Link {
        kendall: tau_b(&x, &y, LEVEL).and_then(coefficient),
        theil_sen: theil_sen(&x, &y, LEVEL)
            .map(|line| (line.slope, line.interval.low, line.interval.high)),
        line: trend(&x, &y),
        detectable: smallest_noticed(n, ERROR, POWER).ok(),
        verdict: verdict(n, spearman, influence),
        is_unusually_strong: n < STRONG_BELOW && spearman.is_ok_and(|c| c.value.abs() > STRONG),
        measures_disagree: disagree(spearman, pearson),
        influence: influence.map(|(influence, _)| influence),
        spearman,
        pearson,
        ..link
    }
}

/// A link before anything is computed.
pub(super) fn empty(points: Vec<LinkPoint>, left_out: usize) -> Link {
    let none = Undefined::TooFew {
        n: points.len(),
        need: FEWEST,
    };
    Link {
        dimension: 0,
        outcome: 0,
        audience: crate::domain::Audience::All,
        points,
        left_out,
        mixed: 0,
        spearman: Err(none),
        pearson: Err(none),
        kendall: Err(none),
        bca: Err(none),
        permutation: Err(none),
        holm_p: None,
        bh_p: None,
        influence: Err(none),
        theil_sen: Err(none),
        line: None,
        detectable: None,
        verdict: Verdict::TooFew,
        is_unusually_strong: false,
        measures_disagree: false,
        extras: LinkExtras::undefined(none),
    }
}

/// A coefficient with its interval and p, or why one of them is undefined.
pub(super) fn coefficient(found: Correlation) -> Stat<Coefficient> {
    let interval = found.interval?;
    Ok(Coefficient {
        value: found.value,
        low: interval.low,
        high: interval.high,
        p: found.p?,
    })
}

impl Coefficient {
    /// Does the interval exclude zero?
    pub(super) fn is_settled(&self) -> bool {
        self.low > 0.0 || self.high < 0.0
    }
}

/// Draws chance for batches of links, each of one number of branches: all of them see the same random
/// words, so that 24 links cost little more than one.
pub(super) fn draw(batches: &mut [Vec<&mut Link>], chance: Chance) {
    let columns: Vec<Vec<Ranked>> = batches
        .par_iter()
        .map(|links| links.iter().map(|link| ranked(&link.points)).collect())
        .collect();
    let groups: Vec<Group<'_>> = columns.iter().map(|columns| group(columns)).collect();
    let plan = chance::Plan {
        draws: chance.draws,
        orders: chance.permutations,
        seed: chance.seed,
        level: LEVEL,
    };
    let drawn = chance::draw(&groups, plan);
    for ((links, columns), drawn) in batches.iter_mut().zip(&columns).zip(drawn) {
        let (mut intervals, mut tests) = (drawn.intervals.into_iter(), drawn.tests.into_iter());
        for (link, columns) in links.iter_mut().zip(columns) {
            let n = link.points.len();
            if n < FEWEST {
                continue;
            }
            link.bca = if n < FEWEST_ROWS {
                Err(Undefined::TooFew {
                    n,
                    need: FEWEST_ROWS,
                })
            } else {
                let found = intervals.next().unwrap_or(Err(Undefined::Lengths));
                found.map(|it| (it.interval.low, it.interval.high, it.draws, it.degenerate))
            };
            link.permutation = columns.ranks.as_ref().map_err(|why| *why).and_then(|_| {
                let found = tests.next().unwrap_or(Err(Undefined::Lengths))?;
                Ok((found.p, found.is_exact))
            });
        }
    }
}

/// Both sides of a link, and their ranks.
struct Ranked {
    sides: (Vec<f64>, Vec<f64>),
    ranks: Stat<(Vec<f64>, Vec<f64>)>,
}

fn ranked(points: &[LinkPoint]) -> Ranked {
    let points = points.iter();
    let sides: (Vec<f64>, Vec<f64>) = points.map(|point| (point.staff, point.customer)).unzip();
    let ranks = ranks(&sides.0).and_then(|x| Ok((x, ranks(&sides.1)?)));
    Ranked { sides, ranks }
}

/// What of a batch is drawn: nothing below the number of branches that each statistic needs.
fn group(columns: &[Ranked]) -> Group<'_> {
    let n = columns.first().map_or(0, |columns| columns.sides.0.len());
    let mut group = Group::default();
    for Ranked { sides, ranks } in columns {
        if n >= FEWEST_ROWS {
            group.resampled.push((&sides.0, &sides.1));
        }
        if n >= FEWEST
            && let Ok((x, y)) = ranks
        {
            group.turned.push((x, y));
        }
    }
    group
}

/// The branch without which rho is nearest to nothing or turned round, and rho without it.
type Weakest = (usize, f64);

fn influence(
    points: &[LinkPoint],
    x: &[f64],
    y: &[f64],
    rho: Stat<Coefficient>,
) -> Stat<(Influence, Weakest)> {
    let rho = rho?;
    let left = leave_one_out(Kind::Spearman, x, y)?;
    let (row, without) = left.most_influential(rho.value);
    let weakest = if rho.value < 0.0 {
        left.highest
    } else {
        left.lowest
    };
    let branch = |row: usize| points.get(row).map_or(0, |point| point.branch);
    let influence = Influence {
        min: left.lowest.1,
        max: left.highest.1,
        branch: branch(row),
        without,
        is_robust: rho.is_settled() && holds(&left, rho.value),
        // Points on one straight line pull at nothing.
        cooks_max: diagnose(x, y)
            .ok()
            .and_then(|found| found.most_influential())
            .map_or(0.0, |(_, distance)| distance),
    };
    Ok((influence, (branch(weakest.0), weakest.1)))
}

/// Does the interval exclude zero on the same side whichever branch is left out?
fn holds(left: &LeaveOneOut, rho: f64) -> bool {
    let n = left.without.len().saturating_sub(1);
    left.without.iter().all(|without| {
        let Some(value) = without else { return false };
        let is_settled = match interval(Kind::Spearman, *value, n, LEVEL) {
            Ok(found) => !found.contains(0.0),
            Err(reason) => reason == Undefined::Perfect,
        };
        is_settled && value.signum() * rho.signum() > 0.0
    })
}

fn trend(x: &[f64], y: &[f64]) -> Option<TrendLine> {
    let line = fit(x, y).ok()?;
    let low = x.iter().copied().min_by(f64::total_cmp)?;
    let high = x.iter().copied().max_by(f64::total_cmp)?;
    let band: Option<Vec<(f64, f64, f64)>> = (0..=BAND_STEPS)
        .map(|step| {
            let at = low + (high - low) * f64::from(step) / f64::from(BAND_STEPS);
            let found = line.band(at, LEVEL).ok()?;
            Some((at, found.low, found.high))
        })
        .collect();
    Some(TrendLine {
        intercept: line.intercept,
        slope: line.slope,
        band: band?,
    })
}

/// What may be said, by the number of branches, the interval and what leaving one out does.
fn verdict(n: usize, rho: Stat<Coefficient>, influence: Stat<(Influence, Weakest)>) -> Verdict {
    let rho = match rho {
        Err(reason) => return Verdict::Undefined(reason),
        Ok(rho) => rho,
    };
    if n < CONCLUDE_FROM {
        return Verdict::Description;
    }
    if !rho.is_settled() {
        return Verdict::NotSeen;
    }
    match influence {
        Err(reason) => Verdict::Undefined(reason),
        Ok((found, (branch, without))) if !found.is_robust => Verdict::OneBranch(branch, without),
        Ok(_) if rho.value < 0.0 => Verdict::Negative,
        Ok(_) => Verdict::Positive,
    }
}

/// Do the two correlations tell different stories?
fn disagree(spearman: Stat<Coefficient>, pearson: Stat<Coefficient>) -> bool {
    let (Ok(rho), Ok(r)) = (spearman, pearson) else {
        return false;
    };
    (rho.value - r.value).abs() > DISAGREEMENT || rho.is_settled() != r.is_settled()
}
