//! How well the items of a dimension measure one thing: Cronbach's alpha and what belongs to it.
//!
//! Everything is computed from a covariance matrix, which is filled from columns or, for a million
//! answers, from whole-number sums. Reversed items must be recoded before.

use nalgebra::DMatrix;

use super::descriptive::{covariance, variance};
use super::distribution::f_quantile;
use super::{Interval, Stat, Undefined, all_finite, at_least, count, finite};

/// The covariances of the items of one dimension.
#[derive(Debug, Clone, PartialEq)]
pub struct Covariances {
    /// Rows behind the matrix.
    n: usize,
    /// Items × items, divisor n − 1.
    matrix: DMatrix<f64>,
}

/// Whole-number sums of answers, from which covariances follow without keeping the answers.
///
/// Sums of two parts add up with [`CrossSums::merge`], so that threads can share the work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CrossSums {
    n: usize,
    sums: Vec<u64>,
    products: Vec<u64>,
}

impl CrossSums {
    /// No answers yet, for `items` items.
    #[must_use]
    pub fn new(items: usize) -> Self {
        Self {
            n: 0,
            sums: vec![0; items],
            products: vec![0; items * items],
        }
    }

    /// Counts one complete row; a row of another width is not counted and gives `false`.
    pub fn add(&mut self, row: &[u8]) -> bool {
        let k = self.sums.len();
        if row.len() != k {
            return false;
        }
        self.n += 1;
        for (i, &a) in row.iter().enumerate() {
            self.sums[i] += u64::from(a);
            let products = &mut self.products[i * k + i..(i + 1) * k];
            for (slot, &b) in products.iter_mut().zip(&row[i..]) {
                *slot += u64::from(a) * u64::from(b);
            }
        }
        true
    }

    /// Adds the sums of another part of the same rows; another width is refused with `false`.
    pub fn merge(&mut self, other: &Self) -> bool {
        if self.sums.len() != other.sums.len() {
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
}

impl Covariances {
    /// From complete columns of equal length.
    ///
    /// # Errors
    /// Fewer than two rows, unequal lengths, not finite input.
    pub fn of(items: &[&[f64]]) -> Stat<Self> {
        let n = items.first().map_or(0, |c| c.len());
        at_least(n, 2)?;
        let matrix = symmetric(items.len(), |i, j| covariance(items[i], items[j]))?;
        Ok(Self { n, matrix })
    }

    /// From columns with gaps, each covariance over the rows where both items are answered, as
    /// R's psych does. `n` is the number of rows with any answer.
    ///
    /// # Errors
    /// A pair with fewer than two rows, unequal lengths, not finite input.
    pub fn pairwise(items: &[&[Option<f64>]]) -> Stat<Self> {
        let rows = items.first().map_or(0, |c| c.len());
        if items.iter().any(|c| c.len() != rows) {
            return Err(Undefined::Lengths);
        }
        let n = (0..rows)
            .filter(|&row| items.iter().any(|c| c[row].is_some()))
            .count();
        let matrix = symmetric(items.len(), |i, j| {
            let (x, y) = super::descriptive::complete_pairs(items[i], items[j]);
            if i == j {
                variance(&x)
            } else {
                covariance(&x, &y)
            }
        })?;
        Ok(Self { n, matrix })
    }

    /// From whole-number sums.
    ///
    /// # Errors
    /// Fewer than two rows.
    #[expect(
        clippy::cast_precision_loss,
        reason = "sums of answers stay below 2^53"
    )]
    pub fn from_sums(sums: &CrossSums) -> Stat<Self> {
        at_least(sums.n, 2)?;
        let (k, n) = (sums.sums.len(), count(sums.n));
        let matrix = symmetric(k, |i, j| {
            let expected = sums.sums[i] as f64 * (sums.sums[j] as f64 / n);
            finite((sums.products[i * k + j] as f64 - expected) / (n - 1.0))
        })?;
        Ok(Self { n: sums.n, matrix })
    }

    /// Rows behind the covariances.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.n
    }

    /// Number of items.
    #[must_use]
    pub fn items(&self) -> usize {
        self.matrix.nrows()
    }

    /// The covariance of two items; `None` where there is no such item.
    #[must_use]
    pub fn get(&self, i: usize, j: usize) -> Option<f64> {
        self.matrix.get((i, j)).copied()
    }

    /// The matrix itself.
    pub(super) fn matrix(&self) -> &DMatrix<f64> {
        &self.matrix
    }
}

/// Fills a symmetric matrix from its upper half (`i <= j`).
pub(super) fn symmetric(k: usize, entry: impl Fn(usize, usize) -> Stat<f64>) -> Stat<DMatrix<f64>> {
    let mut matrix = DMatrix::zeros(k, k);
    for i in 0..k {
        for j in i..k {
            let value = entry(i, j)?;
            matrix[(i, j)] = value;
            matrix[(j, i)] = value;
        }
    }
    Ok(matrix)
}

/// Cronbach's alpha, k/(k − 1) · (1 − Σ variances / variance of the sum) (Cronbach 1951).
///
/// At most 1, without lower bound: below 0 when items run against each other, mostly because a
/// reversed item was not recoded.
///
/// # Errors
/// Fewer than two items; a sum without variance.
pub fn alpha(items: &Covariances) -> Stat<f64> {
    alpha_of_matrix(items.matrix())
}

fn alpha_of_matrix(matrix: &DMatrix<f64>) -> Stat<f64> {
    let k = matrix.nrows();
    at_least(k, 2)?;
    let (total, trace) = (matrix.sum(), matrix.trace());
    if total <= 1e-12 * trace.abs() || total <= 0.0 {
        return Err(Undefined::NoVariance);
    }
    finite(count(k) / (count(k) - 1.0) * (1.0 - trace / total))
}

/// Feldt's interval of alpha (Feldt, Woodruff & Salih 1987):
/// 1 − (1 − α)·F with n − 1 and (n − 1)(k − 1) degrees of freedom.
///
/// # Errors
/// `rows` below two, `items` below two, `level` outside 0–1.
pub fn feldt_interval(alpha: f64, rows: usize, items: usize, level: f64) -> Stat<Interval> {
    at_least(rows, 2)?;
    at_least(items, 2)?;
    let d1 = count(rows) - 1.0;
    let d2 = d1 * (count(items) - 1.0);
    let side = (1.0 - level) / 2.0;
    let low = 1.0 - (1.0 - alpha) * f_quantile(1.0 - side, d1, d2)?;
    let high = 1.0 - (1.0 - alpha) * f_quantile(side, d1, d2)?;
    Interval::new(low, high)
}

/// Alpha of the correlations instead of the covariances: k·r̄ / (1 + (k − 1)·r̄).
///
/// # Errors
/// As [`alpha`]; an item without variance.
pub fn standardized_alpha(items: &Covariances) -> Stat<f64> {
    alpha_of_matrix(&correlations(items.matrix())?)
}

/// The mean correlation between two different items.
///
/// # Errors
/// Fewer than two items; an item without variance.
pub fn mean_inter_item(items: &Covariances) -> Stat<f64> {
    let k = items.items();
    at_least(k, 2)?;
    let r = correlations(items.matrix())?;
    finite((r.sum() - r.trace()) / (count(k) * (count(k) - 1.0)))
}

/// Alpha of the remaining items, for each item left out in turn; needs three items.
#[must_use]
pub fn alpha_if_dropped(items: &Covariances) -> Vec<Stat<f64>> {
    (0..items.items())
        .map(|i| alpha_of_matrix(&items.matrix().clone().remove_row(i).remove_column(i)))
        .collect()
}

/// The correlation of each item with the sum of the others; needs two items.
///
/// Undefined for an item without variance, or when the others together have none.
#[must_use]
pub fn item_rest(items: &Covariances) -> Vec<Stat<f64>> {
    let matrix = items.matrix();
    let total = matrix.sum();
    (0..items.items())
        .map(|i| {
            at_least(matrix.nrows(), 2)?;
            let (own, row) = (matrix[(i, i)], matrix.row(i).sum());
            let rest = total - 2.0 * row + own;
            if own <= 0.0 || rest <= 1e-12 * total.abs() {
                return Err(Undefined::NoVariance);
            }
            Ok(finite((row - own) / (own * rest).sqrt())?.clamp(-1.0, 1.0))
        })
        .collect()
}

/// Correlations from covariances.
pub(super) fn correlations(matrix: &DMatrix<f64>) -> Stat<DMatrix<f64>> {
    all_finite(matrix.as_slice())?;
    if matrix.diagonal().iter().any(|v| *v <= 0.0) {
        return Err(Undefined::NoVariance);
    }
    symmetric(matrix.nrows(), |i, j| {
        let r = matrix[(i, j)] / (matrix[(i, i)] * matrix[(j, j)]).sqrt();
        Ok(if i == j {
            1.0
        } else {
            finite(r)?.clamp(-1.0, 1.0)
        })
    })
}
