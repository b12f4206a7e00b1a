//! McDonald's omega of a dimension, from one common factor.
//!
//! Assumes that one factor is enough; it does not test whether it is.

use super::reliability::Covariances;
use super::{Stat, Undefined, at_least, finite};

/// The one-factor model of the items.
#[derive(Debug, Clone, PartialEq)]
pub struct Omega {
    /// (Σλ)²/((Σλ)² + Σθ), 0–1 (McDonald 1999).
    pub omega: f64,
    /// What each item takes from the factor, in units of the item; the sign is chosen so that their
    /// sum is positive.
    pub loadings: Vec<f64>,
    /// The variance of each item that the factor leaves.
    pub residuals: Vec<f64>,
    /// An item whose residual variance ran to 0 (a Heywood case): distrust the result.
    pub has_heywood: bool,
}

/// Smallest residual variance as a share of the item's variance.
const SMALLEST: f64 = 1e-4;

/// Maximum likelihood under normality with covariances of divisor n, by expectation–maximization
/// (Rubin & Thayer 1982). Needs three items, else the factor is not determined.
///
/// # Errors
/// Fewer than three items, fewer rows than items plus one, an item without variance, no convergence.
pub fn omega(items: &Covariances) -> Stat<Omega> {
    let k = items.items();
    at_least(k, 3)?;
    at_least(items.rows(), k + 1)?;
    let n = super::count(items.rows());
    let matrix = items.matrix() * ((n - 1.0) / n);
    let variances: Vec<f64> = matrix.diagonal().iter().copied().collect();
    if variances.iter().any(|v| *v <= 0.0) {
        return Err(Undefined::NoVariance);
    }
    let mut loadings: Vec<f64> = start(&matrix);
    let mut residuals: Vec<f64> = variances
        .iter()
        .zip(&loadings)
        .map(|(v, l)| (v - l * l).max(0.1 * v))
        .collect();
    for _ in 0..20_000 {
        let weights = regression_weights(&loadings, &residuals);
        let together: Vec<f64> = (0..k)
            .map(|i| (0..k).map(|j| matrix[(i, j)] * weights[j]).sum())
            .collect();
        let explained: f64 = weights.iter().zip(&loadings).map(|(w, l)| w * l).sum();
        let spread: f64 = weights.iter().zip(&together).map(|(w, t)| w * t).sum();
        let scale = finite(1.0 - explained + spread)?;
        let mut moved = 0.0_f64;
        for i in 0..k {
            let new = together[i] / scale;
            moved = moved.max((new - loadings[i]).abs() / variances[i].sqrt());
            loadings[i] = new;
            residuals[i] = (variances[i] - new * together[i]).max(SMALLEST * variances[i]);
        }
        if moved < 1e-11 {
            return finished(loadings, residuals, &variances);
        }
    }
    Err(Undefined::NoConvergence)
}

/// First guess: each item's covariance with the sum.
fn start(matrix: &nalgebra::DMatrix<f64>) -> Vec<f64> {
    let scale = matrix.sum().abs().sqrt().max(1e-12);
    (0..matrix.nrows())
        .map(|i| {
            let most = 0.95 * matrix[(i, i)].sqrt();
            (matrix.row(i).sum() / scale).clamp(-most, most)
        })
        .collect()
}

/// How the factor is read from the items: Ψ⁻¹λ/(1 + λ'Ψ⁻¹λ).
fn regression_weights(loadings: &[f64], residuals: &[f64]) -> Vec<f64> {
    let scaled: Vec<f64> = loadings.iter().zip(residuals).map(|(l, r)| l / r).collect();
    let information: f64 = scaled.iter().zip(loadings).map(|(s, l)| s * l).sum();
    scaled.iter().map(|s| s / (1.0 + information)).collect()
}

fn finished(mut loadings: Vec<f64>, residuals: Vec<f64>, variances: &[f64]) -> Stat<Omega> {
    let sum: f64 = loadings.iter().sum();
    if sum < 0.0 {
        loadings.iter_mut().for_each(|l| *l = -*l);
    }
    let noise: f64 = residuals.iter().sum();
    let has_heywood = residuals
        .iter()
        .zip(variances)
        .any(|(r, v)| *r <= 1.01 * SMALLEST * v);
    Ok(Omega {
        omega: finite(sum * sum / (sum * sum + noise))?,
        loadings,
        residuals,
        has_heywood,
    })
}
