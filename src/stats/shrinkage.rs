//! Branch values drawn towards the middle by how little is known of them (empirical Bayes).
//!
//! τ² = 0 is a normal result: no evidence that branches differ. It is not an error.

use super::aggregation::Group;
use super::distribution::chi_squared_upper;
use super::{Stat, Undefined, at_least, count, finite};

/// A branch value with its known error variance, above 0.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Estimate {
    /// The value.
    pub value: f64,
    /// Its squared standard error.
    pub variance: f64,
}

/// How τ², the variance of the true values, is estimated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Method {
    /// DerSimonian & Laird (1986), in one step.
    DerSimonianLaird,
    /// Restricted maximum likelihood (Viechtbauer 2005).
    Reml,
    /// Paule & Mandel (1982): Q equals its expectation.
    PauleMandel,
}

/// True values behind branch values.
#[derive(Debug, Clone, PartialEq)]
pub struct Shrunken {
    /// Variance of the true values, 0 and above.
    pub tau_squared: f64,
    /// Their mean.
    pub mean: f64,
    /// Each branch's best guess: weight·value + (1 − weight)·mean.
    pub values: Vec<f64>,
    /// How much a branch's own value counts, 0…1.
    pub weights: Vec<f64>,
    /// Cochran's Q.
    pub q: f64,
    /// P of a larger Q if all branches were alike.
    pub q_p: f64,
    /// Share of the variance that is not chance, I² of Higgins & Thompson (2002), 0–1.
    pub i_squared: f64,
}

/// Shrinks values with known error variances. Needs two.
///
/// # Errors
/// Fewer than two, a variance of 0 or less, not finite input, no convergence.
pub fn shrink(method: Method, estimates: &[Estimate]) -> Stat<Shrunken> {
    at_least(estimates.len(), 2)?;
    for e in estimates {
        finite(e.value)?;
        if finite(e.variance)? <= 0.0 {
            return Err(Undefined::OutOfRange);
        }
    }
    let df = count(estimates.len()) - 1.0;
    let q = finite(weigh(estimates, 0.0).q)?;
    let tau_squared = match method {
        Method::DerSimonianLaird => der_simonian_laird(estimates),
        Method::Reml => reml(estimates)?,
        Method::PauleMandel => paule_mandel(estimates)?,
    };
    let tau_squared = finite(tau_squared)?;
    let mean = finite(weigh(estimates, tau_squared).mean)?;
    let weights: Vec<f64> = estimates
        .iter()
        .map(|e| tau_squared / (tau_squared + e.variance))
        .collect();
    let values = estimates
        .iter()
        .zip(&weights)
        .map(|(e, w)| w * e.value + (1.0 - w) * mean)
        .collect();
    let i_squared = if q > df { (q - df) / q } else { 0.0 };
    Ok(Shrunken {
        tau_squared,
        mean,
        values,
        weights,
        q,
        q_p: chi_squared_upper(q, df)?,
        i_squared,
    })
}

/// Sums with weights 1/(τ² + variance).
struct Weighed {
    mean: f64,
    q: f64,
    w: f64,
    w2: f64,
}

fn weigh(estimates: &[Estimate], tau_squared: f64) -> Weighed {
    let weight = |e: &Estimate| 1.0 / (tau_squared + e.variance);
    let w: f64 = estimates.iter().map(weight).sum();
    let w2 = estimates.iter().map(|e| weight(e).powi(2)).sum();
    let mean = estimates.iter().map(|e| weight(e) * e.value).sum::<f64>() / w;
    let q = estimates
        .iter()
        .map(|e| weight(e) * (e.value - mean).powi(2))
        .sum();
    Weighed { mean, q, w, w2 }
}

fn der_simonian_laird(estimates: &[Estimate]) -> f64 {
    let s = weigh(estimates, 0.0);
    let scale = s.w - s.w2 / s.w;
    ((s.q - (count(estimates.len()) - 1.0)) / scale).max(0.0)
}

/// The lowest restricted deviance over the share τ²/(τ² + mean error variance).
fn reml(estimates: &[Estimate]) -> Stat<f64> {
    let size = estimates.iter().map(|e| e.variance).sum::<f64>() / count(estimates.len());
    let tau_squared = |share: f64| size * share / (1.0 - share);
    let deviance = |share: f64| {
        let t = tau_squared(share);
        let s = weigh(estimates, t);
        estimates.iter().map(|e| (t + e.variance).ln()).sum::<f64>() + s.w.ln() + s.q
    };
    finite(tau_squared(minimum(deviance)?))
}

/// The τ² at which Q equals k − 1; 0 when it is smaller already.
fn paule_mandel(estimates: &[Estimate]) -> Stat<f64> {
    let df = count(estimates.len()) - 1.0;
    let q = |t: f64| weigh(estimates, t).q;
    if q(0.0) <= df {
        return Ok(0.0);
    }
    let (mut low, mut high) = (0.0, 1.0);
    while q(high) > df {
        high *= 2.0;
        if high > 1e290 {
            return Err(Undefined::NoConvergence);
        }
    }
    for _ in 0..200 {
        let middle = f64::midpoint(low, high);
        if q(middle) > df {
            low = middle;
        } else {
            high = middle;
        }
    }
    Ok(f64::midpoint(low, high))
}

/// Branch means drawn towards the middle, with the error variance estimated from the answers.
#[derive(Debug, Clone, PartialEq)]
pub struct Components {
    /// Variance of the true branch means.
    pub tau_squared: f64,
    /// Variance of answers within a branch.
    pub sigma_squared: f64,
    /// Mean of the true branch means.
    pub mean: f64,
    /// τ²/(τ² + σ²).
    pub icc: f64,
    /// Each branch's best guess.
    pub values: Vec<f64>,
    /// How much a branch's own mean counts, nτ²/(nτ² + σ²).
    pub weights: Vec<f64>,
}

/// Variance components by restricted maximum likelihood for answers in branches of any size, with
/// the best linear unbiased prediction of each branch (Robinson 1991).
///
/// The likelihood is profiled over the share of variance between branches and searched by golden
/// section.
///
/// # Errors
/// Fewer than two branches, no branch with two answers, no variance within branches.
pub fn components(groups: &[Group]) -> Stat<Components> {
    let table = super::aggregation::anova(groups)?;
    let n = count(table.n);
    let inside = table.within * (n - count(table.groups));
    let profile = |share: f64| profile(groups, inside, share / (1.0 - share));
    let share = minimum(|share| profile(share).deviance)?;
    let found = profile(share);
    let ratio = share / (1.0 - share);
    let sigma_squared = finite(found.squares / (n - 1.0))?;
    let weights: Vec<f64> = groups
        .iter()
        .map(|g| count(g.n) * ratio / (1.0 + count(g.n) * ratio))
        .collect();
    let values = groups
        .iter()
        .zip(&weights)
        .map(|(g, w)| w * g.mean + (1.0 - w) * found.mean)
        .collect();
    Ok(Components {
        tau_squared: finite(ratio * sigma_squared)?,
        sigma_squared,
        mean: finite(found.mean)?,
        icc: share,
        values,
        weights,
    })
}

/// The restricted likelihood at one ratio τ²/σ².
struct Profile {
    mean: f64,
    squares: f64,
    deviance: f64,
}

fn profile(groups: &[Group], inside: f64, ratio: f64) -> Profile {
    let weight = |g: &Group| count(g.n) / (1.0 + count(g.n) * ratio);
    let total: f64 = groups.iter().map(weight).sum();
    let mean = groups.iter().map(|g| weight(g) * g.mean).sum::<f64>() / total;
    let between: f64 = groups
        .iter()
        .map(|g| weight(g) * (g.mean - mean).powi(2))
        .sum();
    let n: f64 = groups.iter().map(|g| count(g.n)).sum();
    let squares = inside + between;
    let deviance = (n - 1.0) * squares.ln()
        + groups
            .iter()
            .map(|g| (count(g.n) * ratio).ln_1p())
            .sum::<f64>()
        + total.ln();
    Profile {
        mean,
        squares,
        deviance,
    }
}

/// The place of the minimum on 0…1: the lowest of 64 places, then golden section around it; 0 when
/// nothing inside is lower.
fn minimum(height: impl Fn(f64) -> f64) -> Stat<f64> {
    const PLACES: usize = 64;
    const MOST: f64 = 1.0 - 1e-9;
    let place = |i: usize| (count(i) / count(PLACES)).min(MOST);
    let best = (0..=PLACES)
        .map(|i| (i, height(place(i))))
        .reduce(|best, next| if next.1 < best.1 { next } else { best })
        .map_or(0, |(i, _)| i);
    let golden = (5.0_f64.sqrt() - 1.0) / 2.0;
    let (mut low, mut high) = (place(best.saturating_sub(1)), place(best + 1));
    for _ in 0..80 {
        let width = golden * (high - low);
        if height(high - width) <= height(low + width) {
            high = low + width;
        } else {
            low = high - width;
        }
    }
    let found = f64::midpoint(low, high);
    finite(height(found))?;
    Ok(if height(0.0) <= height(found) {
        0.0
    } else {
        found
    })
}

/// James and Stein's estimate towards the grand mean with one known error variance (Efron & Morris
/// 1977): the factor 1 − (k − 3)σ²/Σ(y − ȳ)², not below 0, and the shrunken values.
///
/// # Errors
/// Fewer than four values, equal values, a variance of 0 or less.
pub fn james_stein(values: &[f64], variance: f64) -> Stat<(f64, Vec<f64>)> {
    at_least(values.len(), 4)?;
    if !(variance > 0.0 && variance.is_finite()) {
        return Err(Undefined::OutOfRange);
    }
    let center = super::descriptive::mean(values)?;
    let squares = super::descriptive::sum_of_squares(values)?;
    if squares <= 0.0 {
        return Err(Undefined::NoVariance);
    }
    let factor = (1.0 - (count(values.len()) - 3.0) * variance / squares).max(0.0);
    Ok((
        factor,
        values
            .iter()
            .map(|v| center + factor * (v - center))
            .collect(),
    ))
}
