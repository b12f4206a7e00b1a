//! Krippendorff's alpha.

use crate::stats::{Stat, Undefined, at_least, count, finite};

use super::{categories, place};

/// How far two values are apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Metric {
    /// Equal or not.
    Nominal,
    /// By the number of ratings between them.
    Ordinal,
    /// By their difference.
    Interval,
    /// By their difference relative to their sum; values above 0.
    Ratio,
}

/// Krippendorff's alpha, 1 − observed/expected disagreement (Krippendorff 2004, ch. 11); at most 1.
/// Units with one rating are passed over; unequally many raters are no matter.
///
/// # Errors
/// No unit with two ratings; all ratings equal.
pub fn krippendorff_alpha(units: &[Vec<f64>], metric: Metric) -> Stat<f64> {
    let paired = || units.iter().filter(|unit| unit.len() >= 2);
    at_least(paired().count(), 1)?;
    let values = categories(paired().map(Vec::as_slice))?;
    let q = values.len();
    if q < 2 {
        return Err(Undefined::NoVariance);
    }
    let mut together = vec![0.0; q * q];
    let mut here = vec![0.0; q];
    for unit in paired() {
        here.fill(0.0);
        for value in unit {
            here[place(&values, *value)] += 1.0;
        }
        let share = 1.0 / (count(unit.len()) - 1.0);
        for a in 0..q {
            for b in 0..q {
                let pairs = if a == b {
                    here[a] * (here[a] - 1.0)
                } else {
                    here[a] * here[b]
                };
                together[a * q + b] += pairs * share;
            }
        }
    }
    let sizes: Vec<f64> = (0..q)
        .map(|a| together[a * q..(a + 1) * q].iter().sum())
        .collect();
    let n: f64 = sizes.iter().sum();
    let (mut observed, mut expected) = (0.0, 0.0);
    for a in 0..q {
        for b in 0..q {
            let apart = distance(metric, &values, &sizes, (a, b));
            observed += together[a * q + b] * apart;
            expected += sizes[a] * sizes[b] * apart;
        }
    }
    if expected <= 0.0 {
        return Err(Undefined::NoVariance);
    }
    finite(1.0 - (n - 1.0) * observed / expected)
}

fn distance(metric: Metric, values: &[f64], sizes: &[f64], (a, b): (usize, usize)) -> f64 {
    if a == b {
        return 0.0;
    }
    let (x, y) = (values[a], values[b]);
    match metric {
        Metric::Nominal => 1.0,
        Metric::Interval => (x - y).powi(2),
        Metric::Ratio => ((x - y) / (x + y)).powi(2),
        Metric::Ordinal => {
            let between: f64 = sizes[a.min(b)..=a.max(b)].iter().sum();
            (between - f64::midpoint(sizes[a], sizes[b])).powi(2)
        }
    }
}
