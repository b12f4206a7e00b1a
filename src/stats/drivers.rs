//! Which dimensions go with an outcome, and how much of it each accounts for.
//!
//! Works on sums of products, so that persons are read once and branches can be drawn again. Shares
//! say what goes together, never what drives.

use nalgebra::{DMatrix, DVector, SymmetricEigen};

use super::correlation::{Kind, interval};
use super::distribution::t_two_sided;
use super::reliability::{correlations, symmetric};
use super::{LEVEL, Stat, Undefined, all_finite, at_least, count, finite};

mod intervals;

pub use intervals::{Plan, shapley_intervals};

/// Most drivers for which all subsets are gone through; beyond, only relative weights are given.
pub const MOST_DRIVERS: usize = 12;

/// Sums of products of columns; the last column is the outcome.
///
/// Values are taken from `centers` before they are multiplied, so that nothing cancels; any number
/// near the middle of the column will do. Sums of parts with the same centers add up.
#[derive(Debug, Clone, PartialEq)]
pub struct Moments {
    n: usize,
    centers: Vec<f64>,
    sums: Vec<f64>,
    products: Vec<f64>,
}

impl Moments {
    /// No rows yet; one center for each column.
    #[must_use]
    pub fn new(centers: &[f64]) -> Self {
        let k = centers.len();
        let (sums, products) = (vec![0.0; k], vec![0.0; k * k]);
        Self {
            n: 0,
            centers: centers.to_vec(),
            sums,
            products,
        }
    }

    /// Of complete columns, the outcome last.
    ///
    /// # Errors
    /// No rows, unequal lengths, not finite input.
    pub fn of(columns: &[&[f64]]) -> Stat<Self> {
        let n = columns.first().map_or(0, |c| c.len());
        if columns.iter().any(|c| c.len() != n) {
            return Err(Undefined::Lengths);
        }
        columns.iter().try_for_each(|c| all_finite(c))?;
        let centers = columns
            .iter()
            .map(|c| super::descriptive::mean(c))
            .collect::<Stat<Vec<_>>>()?;
        let mut moments = Self::new(&centers);
        let mut row = vec![0.0; columns.len()];
        for place in 0..n {
            row.iter_mut()
                .zip(columns)
                .for_each(|(slot, column)| *slot = column[place]);
            moments.add(&row);
        }
        Ok(moments)
    }

    /// Counts one complete row; a row of another width is not counted and gives `false`.
    pub fn add(&mut self, row: &[f64]) -> bool {
        let k = self.centers.len();
        if row.len() != k {
            return false;
        }
        self.n += 1;
        for (i, (value, center)) in row.iter().zip(&self.centers).enumerate() {
            let a = value - center;
            self.sums[i] += a;
            let others = row.iter().zip(&self.centers).skip(i);
            for (slot, (value, center)) in self.products[i * k + i..].iter_mut().zip(others) {
                *slot += a * (value - center);
            }
        }
        true
    }

    /// Adds another part; other centers are refused with `false`.
    pub fn merge(&mut self, other: &Self) -> bool {
        if self.centers != other.centers {
            return false;
        }
        self.n += other.n;
        self.sums
            .iter_mut()
            .zip(&other.sums)
            .for_each(|(a, b)| *a += b);
        self.products
            .iter_mut()
            .zip(&other.products)
            .for_each(|(a, b)| *a += b);
        true
    }

    /// Rows.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.n
    }

    /// Everything that adds up, in one row: sums, then products, each once.
    fn packed(&self) -> Vec<f64> {
        let k = self.centers.len();
        let products = (0..k).flat_map(|i| &self.products[i * k + i..(i + 1) * k]);
        self.sums.iter().chain(products).copied().collect()
    }

    /// The same from a sum of packed rows.
    fn unpacked(centers: &[f64], n: usize, packed: &[f64]) -> Self {
        let mut moments = Self::new(centers);
        let k = centers.len();
        let mut values = packed.iter().copied();
        let mut take = |slots: &mut [f64]| {
            slots
                .iter_mut()
                .zip(&mut values)
                .for_each(|(slot, value)| *slot = value);
        };
        take(&mut moments.sums);
        (0..k).for_each(|i| take(&mut moments.products[i * k + i..(i + 1) * k]));
        Self { n, ..moments }
    }

    /// Correlations of all columns.
    fn correlations(&self) -> Stat<DMatrix<f64>> {
        at_least(self.n, 2)?;
        let (k, n) = (self.centers.len(), count(self.n));
        let matrix = symmetric(k, |i, j| {
            let product = self.products[i * k + j];
            let rest = product - self.sums[i] * self.sums[j] / n;
            Ok(if i == j && rest <= 1e-12 * product {
                0.0
            } else {
                finite(rest)?
            })
        })?;
        correlations(&matrix)
    }
}

/// One driver.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Driver {
    /// Plain correlation with the outcome.
    pub r: f64,
    /// Standardized slope beside all others.
    pub beta: f64,
    /// Its t; missing when the drivers explain everything.
    pub t: Stat<f64>,
    /// Its two-sided p.
    pub p: Stat<f64>,
    /// Variance inflation, 1/(1 − R² on the other drivers), 1 and above.
    pub inflation: f64,
    /// Shapley share of R²: the mean gain over all orders (Lindeman, Merenda & Gold 1980; general
    /// dominance), 0 and above; all drivers together give R². None for more than [`MOST_DRIVERS`].
    pub shapley: Option<f64>,
    /// Johnson's relative weight (Johnson 2000), 0 and above; together R².
    pub relative_weight: f64,
    /// What R² loses without this driver, the squared semipartial correlation.
    pub unique: f64,
    /// beta·r (Pratt 1987); below 0 for suppressors.
    pub pratt: f64,
    /// Slope and correlation point in different directions, and the 95 % interval of neither holds
    /// zero.
    ///
    /// This is net suppression (Cohen & Cohen 1975; Tzelgov & Henik 1991): beside the others the
    /// driver takes error out of them instead of adding a part of its own. A mere difference of
    /// signs would not do: where either figure may be zero, its sign is chance.
    pub is_suppressor: bool,
}

/// All drivers of an outcome.
#[derive(Debug, Clone, PartialEq)]
pub struct Drivers {
    /// Rows.
    pub n: usize,
    /// Share of the outcome's variance, 0–1.
    pub r_squared: f64,
    /// The same, less what chance gives; may be below 0.
    pub adjusted: f64,
    /// Mean correlation between two drivers; missing for one driver.
    pub mean_inter_driver: Option<f64>,
    /// One for each column but the last.
    pub drivers: Vec<Driver>,
}

/// Analyses drivers. How many rows are enough to show it is for the caller to say; the formulas need
/// two more than drivers.
///
/// # Errors
/// No driver, too few rows, a column without variance, collinear drivers.
pub fn drivers(moments: &Moments) -> Stat<Drivers> {
    let (r, outcome) = split(moments)?;
    let (k, n) = (outcome.len(), moments.n);
    let inverse = r.clone().cholesky().ok_or(Undefined::Collinear)?.inverse();
    let subsets = if k > MOST_DRIVERS {
        None
    } else {
        Some(subsets(&r, &outcome)?)
    };
    let shapley = subsets.as_ref().map(|subsets| shapley(subsets, k));
    let weights = relative_weights(&r, &outcome)?;
    let beta = &inverse * &outcome;
    let explained = beta.dot(&outcome).min(1.0);
    let r_squared = finite(subsets.as_ref().map_or(explained, |all| all[all.len() - 1]))?;
    let df = count(n) - count(k) - 1.0;
    let drivers = (0..k)
        .map(|j| {
            let left = (1.0 - r_squared) * inverse[(j, j)] / df;
            let t = if left > 1e-14 {
                finite(beta[j] / left.sqrt())
            } else {
                Err(Undefined::Perfect)
            };
            let p = t.and_then(|t| t_two_sided(t, df));
            let unique = match &subsets {
                Some(all) => r_squared - all[(all.len() - 1) & !(1 << j)],
                None => beta[j] * beta[j] / inverse[(j, j)],
            };
            let turns = beta[j] * outcome[j] < 0.0;
            Ok(Driver {
                r: outcome[j],
                beta: finite(beta[j])?,
                t,
                p,
                inflation: finite(inverse[(j, j)])?.max(1.0),
                shapley: shapley.as_ref().map(|all| finite(all[j])).transpose()?,
                relative_weight: finite(weights[j])?,
                unique: unique.max(0.0),
                pratt: finite(beta[j] * outcome[j])?,
                is_suppressor: turns && is_off_zero(p) && is_correlated(outcome[j], n),
            })
        })
        .collect::<Stat<Vec<_>>>()?;
    let pairs = count(k) * (count(k) - 1.0);
    Ok(Drivers {
        n,
        r_squared,
        adjusted: 1.0 - (1.0 - r_squared) * (count(n) - 1.0) / df,
        mean_inter_driver: (k > 1).then(|| (r.sum() - r.trace()) / pairs),
        drivers,
    })
}

/// Is a slope off zero at the usual level? One without error is.
fn is_off_zero(p: Stat<f64>) -> bool {
    match p {
        Ok(p) => p <= 1.0 - LEVEL,
        Err(reason) => reason == Undefined::Perfect,
    }
}

/// Does the interval of a correlation exclude zero?
fn is_correlated(r: f64, n: usize) -> bool {
    match interval(Kind::Pearson, r, n, LEVEL) {
        Ok(found) => !found.contains(0.0),
        Err(reason) => reason == Undefined::Perfect,
    }
}

/// Correlations among drivers, and of each with the outcome.
fn split(moments: &Moments) -> Stat<(DMatrix<f64>, DVector<f64>)> {
    let k = moments.centers.len().saturating_sub(1);
    if k == 0 {
        return Err(Undefined::OutOfRange);
    }
    at_least(moments.n, k + 2)?;
    let all = moments.correlations()?;
    let outcome = DVector::from_iterator(k, all.column(k).iter().take(k).copied());
    Ok((all.remove_row(k).remove_column(k), outcome))
}

/// R² of every subset of drivers, by bit mask; each from its parent by one more row of the Cholesky
/// factor.
fn subsets(r: &DMatrix<f64>, outcome: &DVector<f64>) -> Stat<Vec<f64>> {
    let k = outcome.len();
    let mut found = vec![0.0; 1 << k];
    let mut chosen = Chosen {
        r,
        outcome,
        members: Vec::new(),
        rows: Vec::new(),
        z: Vec::new(),
    };
    chosen.extend(0, 0, &mut found)?;
    Ok(found)
}

/// The drivers chosen so far, and the factor of their correlations.
struct Chosen<'a> {
    r: &'a DMatrix<f64>,
    outcome: &'a DVector<f64>,
    members: Vec<usize>,
    rows: Vec<[f64; MOST_DRIVERS]>,
    z: Vec<f64>,
}

impl Chosen<'_> {
    fn extend(&mut self, mask: usize, next: usize, found: &mut [f64]) -> Stat<()> {
        for j in next..self.outcome.len() {
            let mut row = [0.0; MOST_DRIVERS];
            for (i, member) in self.members.iter().enumerate() {
                let before: f64 = (0..i).map(|m| row[m] * self.rows[i][m]).sum();
                row[i] = (self.r[(j, *member)] - before) / self.rows[i][i];
            }
            let size = self.members.len();
            let left = 1.0 - row.iter().take(size).map(|v| v * v).sum::<f64>();
            if left <= 1e-10 {
                return Err(Undefined::Collinear);
            }
            row[size] = left.sqrt();
            let known: f64 = row.iter().zip(&self.z).map(|(a, b)| a * b).sum();
            let z = (self.outcome[j] - known) / row[size];
            found[mask | 1 << j] = (found[mask] + z * z).min(1.0);
            self.members.push(j);
            self.rows.push(row);
            self.z.push(z);
            self.extend(mask | 1 << j, j + 1, found)?;
            self.members.pop();
            self.rows.pop();
            self.z.pop();
        }
        Ok(())
    }
}

/// The mean gain of each driver over all orders of entering.
fn shapley(subsets: &[f64], k: usize) -> Vec<f64> {
    // Orders in which a given set of `size` drivers comes first and the driver next, as a share.
    let mut share = vec![1.0 / count(k); k];
    for size in 1..k {
        share[size] = share[size - 1] * count(size) / count(k - size);
    }
    (0..k)
        .map(|j| {
            (0..subsets.len())
                .filter(|mask| mask & (1 << j) == 0)
                .map(|mask| {
                    share[mask.count_ones() as usize] * (subsets[mask | 1 << j] - subsets[mask])
                })
                .sum()
        })
        .collect()
}

/// Johnson's relative weights: by way of the orthogonal variables nearest to the drivers.
fn relative_weights(r: &DMatrix<f64>, outcome: &DVector<f64>) -> Stat<Vec<f64>> {
    let eigen = SymmetricEigen::new(r.clone());
    if eigen.eigenvalues.iter().any(|v| *v <= 1e-12) {
        return Err(Undefined::Collinear);
    }
    let root = DMatrix::from_diagonal(&eigen.eigenvalues.map(f64::sqrt));
    let link = &eigen.eigenvectors * root * eigen.eigenvectors.transpose();
    let slopes = link
        .clone()
        .cholesky()
        .ok_or(Undefined::Collinear)?
        .solve(outcome);
    let weights = link.map(|v| v * v) * slopes.map(|v| v * v);
    Ok(weights.iter().copied().collect())
}

/// Shapley shares; for more drivers than can be gone through, relative weights.
fn shares(r: &DMatrix<f64>, outcome: &DVector<f64>) -> Stat<Vec<f64>> {
    if outcome.len() > MOST_DRIVERS {
        relative_weights(r, outcome)
    } else {
        Ok(shapley(&subsets(r, outcome)?, outcome.len()))
    }
}
