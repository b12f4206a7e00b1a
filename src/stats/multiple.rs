//! p values when many were looked at.
//!
//! A p that is undefined is no test: it does not count and stays undefined.

use super::{Stat, Undefined, count};

/// How to adjust.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Method {
    /// m·p.
    Bonferroni,
    /// Holm (1979): controls the chance of any false claim, never weaker than Bonferroni.
    Holm,
    /// Hochberg (1988): as Holm, for independent or positively dependent tests.
    Hochberg,
    /// Benjamini & Hochberg (1995): the expected share of false finds.
    BenjaminiHochberg,
    /// Benjamini & Yekutieli (2001): the same under any dependence.
    BenjaminiYekutieli,
}

/// Adjusted p values in the given order, each 0–1.
#[derive(Debug, Clone, PartialEq)]
pub struct Adjusted {
    /// One for each p; undefined where p was.
    pub p: Vec<Option<f64>>,
    /// How many tests were counted.
    pub tests: usize,
}

/// Adjusts p values; `None` means that the test could not be computed.
///
/// # Errors
/// A p that is NaN or outside 0–1.
pub fn adjust(method: Method, p: &[Option<f64>]) -> Stat<Adjusted> {
    if p.iter().flatten().any(|p| !(0.0..=1.0).contains(p)) {
        return Err(Undefined::OutOfRange);
    }
    let mut rising: Vec<(usize, f64)> = p
        .iter()
        .enumerate()
        .filter_map(|(place, p)| Some((place, (*p)?)))
        .collect();
    rising.sort_by(|a, b| a.1.total_cmp(&b.1));
    let tests = rising.len();
    let harmonic: f64 = (1..=tests).map(|i| 1.0 / count(i)).sum();
    let factor = |rank: usize| match method {
        Method::Bonferroni => count(tests),
        Method::Holm | Method::Hochberg => count(tests - rank),
        Method::BenjaminiHochberg => count(tests) / count(rank + 1),
        Method::BenjaminiYekutieli => harmonic * count(tests) / count(rank + 1),
    };
    let mut adjusted: Vec<f64> = rising
        .iter()
        .enumerate()
        .map(|(rank, (_, p))| (factor(rank) * p).min(1.0))
        .collect();
    match method {
        Method::Bonferroni => {}
        // Step down: no p may be smaller than that of a stronger test.
        Method::Holm => {
            let mut largest = 0.0_f64;
            for p in &mut adjusted {
                largest = largest.max(*p);
                *p = largest;
            }
        }
        // Step up: no p may be larger than that of a weaker test.
        Method::Hochberg | Method::BenjaminiHochberg | Method::BenjaminiYekutieli => {
            let mut smallest = 1.0_f64;
            for p in adjusted.iter_mut().rev() {
                smallest = smallest.min(*p);
                *p = smallest;
            }
        }
    }
    let mut out = vec![None; p.len()];
    for ((place, _), p) in rising.iter().zip(adjusted) {
        out[*place] = Some(p);
    }
    Ok(Adjusted { p: out, tests })
}
