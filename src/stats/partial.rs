//! Correlations with other variables held constant.
//!
//! Held constant in the sense of a straight line only; nothing here shows a cause.

use super::correlation::{Correlation, Kind, fisher_interval, product_moment, t_statistic};
use super::descriptive::{is_constant, mean, ranks};
use super::distribution::t_two_sided;
use super::{Stat, Undefined, all_finite, at_least, count, same_length};

/// A partial correlation with the semipartial one beside it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Partial {
    /// Covariates removed from both sides; interval with 1/√(n − k − 3), p with n − k − 2 degrees
    /// of freedom.
    pub partial: Correlation,
    /// Covariates removed from y only.
    pub semipartial: f64,
}

/// The correlation of x and y without what the covariates explain of both (Fisher 1924).
///
/// For [`Kind::Spearman`] every column is replaced by its ranks first. Categories must come as 0/1
/// columns, one fewer than there are categories.
///
/// # Errors
/// n − k − 3 below one, unequal lengths, not finite input, no variance, covariates that are
/// collinear or that explain a side wholly.
pub fn partial(
    kind: Kind,
    x: &[f64],
    y: &[f64],
    covariates: &[&[f64]],
    level: f64,
) -> Stat<Partial> {
    same_length(x, y)?;
    covariates.iter().try_for_each(|c| same_length(x, c))?;
    let (n, k) = (x.len(), covariates.len());
    at_least(n, k + 4)?;
    if is_constant(x) || is_constant(y) {
        return Err(Undefined::NoVariance);
    }
    let prepared = |v: &[f64]| match kind {
        Kind::Pearson => Ok(v.to_vec()),
        Kind::Spearman => ranks(v),
    };
    let columns = covariates
        .iter()
        .map(|c| prepared(c))
        .collect::<Stat<Vec<_>>>()?;
    let (x, y) = (prepared(x)?, prepared(y)?);
    let basis = Basis::of(&columns)?;
    let (rx, ry) = (basis.residuals(&x)?, basis.residuals(&y)?);
    let value = product_moment(&rx, &ry)?;
    let df = count(n) - count(k) - 2.0;
    Ok(Partial {
        partial: Correlation {
            n,
            value,
            interval: fisher_interval(value, 1.0 / (df - 1.0).sqrt(), level),
            p: t_statistic(value, df).and_then(|t| t_two_sided(t, df)),
        },
        semipartial: product_moment(&x, &ry)?,
    })
}

/// Columns made orthogonal to each other and to the constant.
struct Basis(Vec<Vec<f64>>);

impl Basis {
    fn of(columns: &[Vec<f64>]) -> Stat<Self> {
        let mut basis = Self(Vec::with_capacity(columns.len()));
        for column in columns {
            all_finite(column)?;
            let rest = basis.residuals(column)?;
            let length = norm(&rest);
            basis.0.push(rest.iter().map(|v| v / length).collect());
        }
        Ok(basis)
    }

    /// What the basis and the constant leave of a column; collinear when next to nothing is left.
    fn residuals(&self, column: &[f64]) -> Stat<Vec<f64>> {
        let center = mean(column)?;
        let mut rest: Vec<f64> = column.iter().map(|v| v - center).collect();
        let before = norm(&rest);
        // Twice: once alone loses orthogonality when little is left.
        for axis in self.0.iter().chain(&self.0) {
            let along: f64 = axis.iter().zip(&rest).map(|(a, b)| a * b).sum();
            rest.iter_mut().zip(axis).for_each(|(r, a)| *r -= along * a);
        }
        if norm(&rest) <= 1e-9 * before || is_constant(column) {
            return Err(Undefined::Collinear);
        }
        Ok(rest)
    }
}

fn norm(values: &[f64]) -> f64 {
    values.iter().map(|v| v * v).sum::<f64>().sqrt()
}
