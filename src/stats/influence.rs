//! Does a correlation rest on one branch? Leave-one-out range, Cook's distance, leverage.
//!
//! Names rows by their place; which branch that is, the caller knows.

use super::correlation::{Kind, coefficient};
use super::descriptive::{is_constant, mean, ranks};
use super::line::{Line, fit};
use super::{Stat, Undefined, at_least, count, finite, ranked, same_length};

/// Correlations with one row left out at a time.
#[derive(Debug, Clone, PartialEq)]
pub struct LeaveOneOut {
    /// For each row the correlation without it; missing where the rest has no variance.
    pub without: Vec<Option<f64>>,
    /// The row without which the correlation is lowest, and that correlation.
    pub lowest: (usize, f64),
    /// The row without which the correlation is highest, and that correlation.
    pub highest: (usize, f64),
}

impl LeaveOneOut {
    /// The row whose absence moves the correlation farthest from `value`, and the correlation
    /// without it.
    #[must_use]
    pub fn most_influential(&self, value: f64) -> (usize, f64) {
        if value - self.lowest.1 >= self.highest.1 - value {
            self.lowest
        } else {
            self.highest
        }
    }
}

/// Leaves out each row in turn. Needs four pairs.
///
/// # Errors
/// Fewer than four pairs, unequal lengths, not finite input, no variance in any of the rests.
pub fn leave_one_out(kind: Kind, x: &[f64], y: &[f64]) -> Stat<LeaveOneOut> {
    same_length(x, y)?;
    at_least(x.len(), 4)?;
    if is_constant(x) || is_constant(y) {
        return Err(Undefined::NoVariance);
    }
    let without = match kind {
        Kind::Pearson => without_each(x, y),
        Kind::Spearman => ranked::leave_one_out(&ranks(x)?, &ranks(y)?),
    };
    let defined = || {
        without
            .iter()
            .enumerate()
            .filter_map(|(row, r)| Some((row, (*r)?)))
    };
    // Of equal values the first row is named.
    let lowest = defined()
        .min_by(|a, b| a.1.total_cmp(&b.1))
        .ok_or(Undefined::NoVariance)?;
    let highest = largest(defined()).ok_or(Undefined::NoVariance)?;
    Ok(LeaveOneOut {
        without,
        lowest,
        highest,
    })
}

/// Pearson's r of all rows but one, for each row: from the sums of all rows less that one.
fn without_each(x: &[f64], y: &[f64]) -> Vec<Option<f64>> {
    let (Ok(mx), Ok(my)) = (mean(x), mean(y)) else {
        return vec![None; x.len()];
    };
    let far = |v: &[f64], m: f64| v.iter().fold(0.0_f64, |far, a| far.max((a - m).abs()));
    let (fx, fy) = (far(x, mx), far(y, my));
    let rows: Vec<(f64, f64)> = x
        .iter()
        .zip(y)
        .map(|(a, b)| ((a - mx) / fx, (b - my) / fy))
        .collect();
    let sum = |of: fn(&(f64, f64)) -> f64| rows.iter().map(of).sum::<f64>();
    let (xx, yy, xy) = (
        sum(|(a, _)| a * a),
        sum(|(_, b)| b * b),
        sum(|(a, b)| a * b),
    );
    // Without a row at distance d from the mean, sums of squares fall by d² n/(n − 1).
    let pull = count(x.len()) / (count(x.len()) - 1.0);
    let without = |(row, (a, b)): (usize, &(f64, f64))| {
        let (vx, vy) = (xx - pull * a * a, yy - pull * b * b);
        if vx > 1e-3 * xx && vy > 1e-3 * yy {
            Some(((xy - pull * a * b) / (vx * vy).sqrt()).clamp(-1.0, 1.0))
        } else {
            // Hardly anything is left beside one far row: too little to subtract.
            without_one(x, y, row)
        }
    };
    rows.iter().enumerate().map(without).collect()
}

/// Pearson's r of all rows but one.
fn without_one(x: &[f64], y: &[f64], row: usize) -> Option<f64> {
    let rest = |values: &[f64]| -> Vec<f64> {
        let others = values.iter().enumerate().filter(|(i, _)| *i != row);
        others.map(|(_, v)| *v).collect()
    };
    coefficient(Kind::Pearson, &rest(x), &rest(y)).ok()
}

/// The first of the largest, where `max_by` would give the last.
fn largest(rows: impl Iterator<Item = (usize, f64)>) -> Option<(usize, f64)> {
    rows.reduce(|best, next| if next.1 > best.1 { next } else { best })
}

/// How each row pulls at the straight line of y on x.
#[derive(Debug, Clone, PartialEq)]
pub struct Diagnostics {
    /// The line.
    pub line: Line,
    /// Cook's distance (Cook 1977), 0 and above; above 4/n worth a look.
    pub cook: Vec<f64>,
    /// Leverage, 1/n…1.
    pub leverage: Vec<f64>,
    /// Externally studentized residuals; missing where the other rows lie on one line or the row
    /// alone decides the slope.
    pub studentized: Vec<Option<f64>>,
}

impl Diagnostics {
    /// The row with the largest Cook's distance, and the distance.
    #[must_use]
    pub fn most_influential(&self) -> Option<(usize, f64)> {
        largest(self.cook.iter().copied().enumerate())
    }
}

/// Fits the line and measures each row. Needs four pairs.
///
/// # Errors
/// Fewer than four pairs, unequal lengths, not finite input, no variance in x, points that all lie
/// on one line.
pub fn diagnose(x: &[f64], y: &[f64]) -> Stat<Diagnostics> {
    same_length(x, y)?;
    at_least(x.len(), 4)?;
    let line = fit(x, y)?;
    let df = count(x.len()) - 2.0;
    let squares = line.residual_variance * df;
    let scale: f64 = y.iter().map(|v| v * v).sum();
    if squares <= 1e-24 * scale || squares <= 0.0 {
        return Err(Undefined::NoVariance);
    }
    let leverage: Vec<f64> = x.iter().map(|v| line.leverage(*v)).collect();
    let mut cook = Vec::with_capacity(x.len());
    let mut studentized = Vec::with_capacity(x.len());
    for ((a, b), h) in x.iter().zip(y).zip(&leverage) {
        let residual = b - line.at(*a);
        let free = 1.0 - h;
        if free <= 1e-12 {
            return Err(Undefined::Collinear);
        }
        cook.push(finite(
            residual * residual * h / (2.0 * line.residual_variance * free * free),
        )?);
        let others = (squares - residual * residual / free) / (df - 1.0);
        studentized.push((others > 1e-12 * squares).then(|| residual / (others * free).sqrt()));
    }
    Ok(Diagnostics {
        line,
        cook,
        leverage,
        studentized,
    })
}
