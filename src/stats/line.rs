//! The least-squares line of y on x, with its band.
//!
//! A line through branches describes branches; it foretells nothing about one of them.

use super::descriptive::{is_constant, mean};
use super::distribution::{t_margin, t_two_sided};
use super::{Interval, Stat, Undefined, at_least, count, finite, same_length};

/// A fitted line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Line {
    /// Pairs.
    pub n: usize,
    /// Height at x = 0.
    pub intercept: f64,
    /// Rise per unit of x.
    pub slope: f64,
    /// Standard error of the slope under equal spread.
    pub slope_error: f64,
    /// Residual sum of squares over n − 2.
    pub residual_variance: f64,
    /// Mean of x.
    center: f64,
    /// Sum of squares of x.
    spread: f64,
}

/// Fits the line. Needs three pairs.
///
/// # Errors
/// Fewer than three pairs, unequal lengths, not finite input, no variance in x.
pub fn fit(x: &[f64], y: &[f64]) -> Stat<Line> {
    same_length(x, y)?;
    at_least(x.len(), 3)?;
    if is_constant(x) {
        return Err(Undefined::NoVariance);
    }
    let (mx, my) = (mean(x)?, mean(y)?);
    let spread = finite(x.iter().map(|v| (v - mx).powi(2)).sum())?;
    if spread <= 0.0 {
        return Err(Undefined::NoVariance);
    }
    let slope = x
        .iter()
        .zip(y)
        .map(|(a, b)| (a - mx) * (b - my))
        .sum::<f64>()
        / spread;
    let squares: f64 = x
        .iter()
        .zip(y)
        .map(|(a, b)| ((b - my) - slope * (a - mx)).powi(2))
        .sum();
    let residual_variance = finite(squares / (count(x.len()) - 2.0))?;
    Ok(Line {
        n: x.len(),
        intercept: finite(my - slope * mx)?,
        slope: finite(slope)?,
        slope_error: finite((residual_variance / spread).sqrt())?,
        residual_variance,
        center: mx,
        spread,
    })
}

impl Line {
    /// The height of the line.
    #[must_use]
    pub fn at(&self, x: f64) -> f64 {
        self.intercept + self.slope * x
    }

    /// How far a point at `x` can pull the line: 1/n + (x − x̄)²/Σ(x − x̄)².
    #[must_use]
    pub fn leverage(&self, x: f64) -> f64 {
        1.0 / count(self.n) + (x - self.center).powi(2) / self.spread
    }

    /// The pointwise confidence band of the mean of y at `x`.
    ///
    /// # Errors
    /// `level` outside 0–1, or `x` not finite.
    pub fn band(&self, x: f64, level: f64) -> Stat<Interval> {
        let margin = t_margin(level, count(self.n) - 2.0)?;
        let half = margin * (self.residual_variance * self.leverage(x)).sqrt();
        Interval::new(self.at(x) - half, self.at(x) + half)
    }
}

/// A slope with a standard error that allows unequal spread.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RobustSlope {
    /// The least-squares slope.
    pub slope: f64,
    /// HC3 standard error.
    pub error: f64,
    /// Two-sided p, t with n − 2 degrees of freedom.
    pub p: f64,
}

/// The slope with the HC3 standard error (MacKinnon & White 1985).
///
/// # Errors
/// As [`fit`]; a row that alone decides the slope; points that all lie on one line.
pub fn hc3(x: &[f64], y: &[f64]) -> Stat<RobustSlope> {
    let line = fit(x, y)?;
    let mut meat = 0.0;
    for (a, b) in x.iter().zip(y) {
        let free = 1.0 - line.leverage(*a);
        if free <= 1e-12 {
            return Err(Undefined::Collinear);
        }
        meat += ((a - line.center) * (b - line.at(*a)) / free).powi(2);
    }
    let error = finite(meat.sqrt() / line.spread)?;
    if error <= 0.0 {
        return Err(Undefined::NoVariance);
    }
    let p = t_two_sided(finite(line.slope / error)?, count(line.n) - 2.0)?;
    Ok(RobustSlope {
        slope: line.slope,
        error,
        p,
    })
}
