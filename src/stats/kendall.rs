//! Kendall's tau-b with interval and p.
//!
//! Pairs are compared one by one, so the time grows with n²: for branches, not for respondents.

use super::correlation::{Correlation, fisher_interval};
use super::descriptive::{ascending, is_constant, ties};
use super::distribution::normal_two_sided;
use super::{Stat, Undefined, at_least, count, finite, same_length};

/// Tau-b (Kendall 1945): (concordant − discordant)/√(pairs untied in x · pairs untied in y).
///
/// Interval by Fisher's z with √(.437/(n − 4)) (Fieller, Hartley & Pearson 1957), from five pairs on.
/// p exact below 50 pairs without ties, else normal with the variance corrected for ties.
///
/// # Errors
/// Fewer than three pairs, unequal lengths, not finite input, no variance.
pub fn tau_b(x: &[f64], y: &[f64], level: f64) -> Stat<Correlation> {
    same_length(x, y)?;
    let n = x.len();
    at_least(n, 3)?;
    if is_constant(x) || is_constant(y) {
        return Err(Undefined::NoVariance);
    }
    let score = concordance(x, y);
    let (tx, ty) = (tie_sizes(x), tie_sizes(y));
    let pairs = count(n) * (count(n) - 1.0) / 2.0;
    let tied = |sizes: &[f64]| sizes.iter().map(|t| t * (t - 1.0) / 2.0).sum::<f64>();
    let value = score / ((pairs - tied(&tx)) * (pairs - tied(&ty))).sqrt();
    let value = finite(value)?.clamp(-1.0, 1.0);
    let untied = tied(&tx) + tied(&ty) <= 0.0;
    let p = if untied && n < 50 {
        Ok(exact_p(score, n))
    } else {
        normal_p(score, n, &tx, &ty)
    };
    let interval = at_least(n, 5)
        .and_then(|()| fisher_interval(value, (0.437 / (count(n) - 4.0)).sqrt(), level));
    Ok(Correlation {
        n,
        value,
        interval,
        p,
    })
}

/// Concordant minus discordant pairs.
fn concordance(x: &[f64], y: &[f64]) -> f64 {
    let sign = |d: f64| if d > 0.0 { 1_i8 } else { -i8::from(d < 0.0) };
    let mut score = 0_i64;
    for i in 1..x.len() {
        for j in 0..i {
            score += i64::from(sign(x[i] - x[j]) * sign(y[i] - y[j]));
        }
    }
    #[expect(clippy::cast_precision_loss, reason = "fewer pairs than 2^53")]
    let score = score as f64;
    score
}

/// The sizes of the groups of equal values.
fn tie_sizes(values: &[f64]) -> Vec<f64> {
    ties(values, &ascending(values))
        .into_iter()
        .map(|tie| count(tie.len()))
        .collect()
}

/// Two-sided p from the number of orders with each number of inversions (Kendall 1938).
fn exact_p(score: f64, n: usize) -> f64 {
    let most = n * (n - 1) / 2;
    let mut share = vec![0.0; most + 1];
    share[0] = 1.0;
    let mut top = 0;
    for size in 2..=n {
        // The new value makes 0 to size - 1 inversions, all equally likely.
        let before = share.clone();
        top += size - 1;
        for (inversions, slot) in share.iter_mut().enumerate().take(top + 1) {
            let from = (inversions + 1).saturating_sub(size);
            *slot = before[from..=inversions].iter().sum::<f64>() / count(size);
        }
    }
    let concordant = f64::midpoint(score, count(most));
    let mut lower = 0.0;
    let mut upper = 0.0;
    for (k, probability) in share.iter().enumerate() {
        if count(k) <= concordant + 1e-9 {
            lower += probability;
        }
        if count(k) >= concordant - 1e-9 {
            upper += probability;
        }
    }
    (2.0 * f64::min(lower, upper)).min(1.0)
}

/// Two-sided p of the normal approximation with ties (Kendall 1970, ch. 4).
fn normal_p(score: f64, n: usize, tx: &[f64], ty: &[f64]) -> Stat<f64> {
    let n = count(n);
    let sum = |sizes: &[f64], term: fn(f64) -> f64| sizes.iter().map(|t| term(*t)).sum::<f64>();
    let spread: fn(f64) -> f64 = |t| t * (t - 1.0) * (2.0 * t + 5.0);
    let two: fn(f64) -> f64 = |t| t * (t - 1.0);
    let three: fn(f64) -> f64 = |t| t * (t - 1.0) * (t - 2.0);
    let variance = (spread(n) - sum(tx, spread) - sum(ty, spread)) / 18.0
        + sum(tx, two) * sum(ty, two) / (2.0 * two(n))
        + sum(tx, three) * sum(ty, three) / (9.0 * three(n));
    if variance <= 0.0 {
        return Err(Undefined::NoVariance);
    }
    Ok(normal_two_sided(score / variance.sqrt()))
}
