//! Did something change from one wave to the next? Welch, Hedges, paired t, clusters, ranks.
//!
//! Second minus first everywhere. Differences come from unrounded values.

use super::aggregation::Group;
use super::descriptive::{ascending, mean_interval, ranks, ties, variance};
use super::distribution::{normal_two_sided, t_margin, t_two_sided};
use super::{Interval, Stat, Undefined, all_finite, at_least, count, finite, same_length};

/// A difference of means with its t test.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Change {
    /// Second minus first.
    pub difference: f64,
    /// Its standard error.
    pub standard_error: f64,
    /// t.
    pub t: f64,
    /// Degrees of freedom; a fraction for Welch.
    pub df: f64,
    /// Two-sided p.
    pub p: f64,
    /// The interval of the difference.
    pub interval: Interval,
}

fn change(difference: f64, standard_error: f64, df: f64, level: f64) -> Stat<Change> {
    if standard_error <= 0.0 {
        return Err(Undefined::NoVariance);
    }
    let t = finite(difference / standard_error)?;
    let half = t_margin(level, df)? * standard_error;
    let interval = Interval::new(difference - half, difference + half)?;
    Ok(Change {
        difference,
        standard_error,
        t,
        df,
        p: t_two_sided(t, df)?,
        interval,
    })
}

/// Welch's test of two unmatched groups (Welch 1947).
///
/// # Errors
/// A group with fewer than two answers; no variance in either; `level` outside 0–1.
pub fn welch(first: Group, second: Group, level: f64) -> Stat<Change> {
    first.check()?;
    second.check()?;
    let (a, b) = (
        first.variance()? / count(first.n),
        second.variance()? / count(second.n),
    );
    let spread = a + b;
    if spread <= 0.0 {
        return Err(Undefined::NoVariance);
    }
    let (share_a, share_b) = (a / spread, b / spread);
    let df = 1.0
        / (share_a * share_a / (count(first.n) - 1.0)
            + share_b * share_b / (count(second.n) - 1.0));
    change(
        finite(second.mean - first.mean)?,
        finite(spread.sqrt())?,
        df,
        level,
    )
}

/// A standardized difference.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Effect {
    /// Cohen's d with the pooled standard deviation.
    pub d: f64,
    /// Hedges's g, d·(1 − 3/(4·df − 1)), which removes most of the bias (Hedges 1981).
    pub g: f64,
}

/// The standardized difference of two unmatched groups.
///
/// # Errors
/// A group with fewer than two answers; no variance in both.
pub fn hedges(first: Group, second: Group) -> Stat<Effect> {
    first.check()?;
    second.check()?;
    at_least(first.n.min(second.n), 2)?;
    let df = count(first.n + second.n) - 2.0;
    let pooled = (first.sum_of_squares + second.sum_of_squares) / df;
    if pooled <= 0.0 {
        return Err(Undefined::NoVariance);
    }
    let d = finite((second.mean - first.mean) / pooled.sqrt())?;
    Ok(Effect {
        d,
        g: d * (1.0 - 3.0 / (4.0 * df - 1.0)),
    })
}

/// A paired comparison.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Paired {
    /// The t test of the differences.
    pub change: Change,
    /// Mean difference over the standard deviation of the differences.
    pub dz: f64,
}

/// The t test of matched units. Needs two pairs.
///
/// # Errors
/// Fewer than two pairs, unequal lengths, not finite input, equal differences.
pub fn paired(first: &[f64], second: &[f64], level: f64) -> Stat<Paired> {
    same_length(first, second)?;
    let differences: Vec<f64> = first.iter().zip(second).map(|(a, b)| b - a).collect();
    if super::descriptive::is_constant(&differences) {
        at_least(differences.len(), 2)?;
        return Err(Undefined::NoVariance);
    }
    let found = mean_interval(&differences, level)?;
    let change = change(
        found.mean,
        found.standard_error,
        count(differences.len()) - 1.0,
        level,
    )?;
    Ok(Paired {
        change,
        dz: finite(found.mean / variance(&differences)?.sqrt())?,
    })
}

/// What one branch gave in two waves.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Cluster {
    /// Answers in the first wave.
    pub first_n: usize,
    /// Sum of the answers of the first wave.
    pub first_sum: f64,
    /// Answers in the second wave.
    pub second_n: usize,
    /// Sum of the answers of the second wave.
    pub second_sum: f64,
}

/// A difference whose error knows that people of one branch resemble each other.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Clustered {
    /// The difference; t and p with (clusters − 1) degrees of freedom.
    pub change: Change,
    /// p of the normal distribution, too small when clusters are few.
    pub normal_p: f64,
    /// Clusters with any answer.
    pub clusters: usize,
}

/// The difference of two waves with the cluster-robust error CR1, G/(G − 1)·(N − 1)/(N − 2)
/// (Cameron & Miller 2015).
///
/// # Errors
/// Fewer than two clusters, a wave without answers, fewer than three answers, sums not finite.
pub fn clustered(clusters: &[Cluster], level: f64) -> Stat<Clustered> {
    let used: Vec<&Cluster> = clusters
        .iter()
        .filter(|c| c.first_n + c.second_n > 0)
        .collect();
    at_least(used.len(), 2)?;
    let first_n: usize = used.iter().map(|c| c.first_n).sum();
    let second_n: usize = used.iter().map(|c| c.second_n).sum();
    at_least(first_n.min(second_n), 1)?;
    at_least(first_n + second_n, 3)?;
    let (n1, n2) = (count(first_n), count(second_n));
    let m1 = used.iter().map(|c| c.first_sum).sum::<f64>() / n1;
    let m2 = used.iter().map(|c| c.second_sum).sum::<f64>() / n2;
    let pull = |c: &Cluster| {
        (c.second_sum - count(c.second_n) * m2) / n2 - (c.first_sum - count(c.first_n) * m1) / n1
    };
    let meat: f64 = used.iter().map(|c| pull(c).powi(2)).sum();
    let (g, n) = (count(used.len()), n1 + n2);
    let spread = finite(meat * g / (g - 1.0) * (n - 1.0) / (n - 2.0))?;
    if spread <= 1e-28 * (m1 * m1 + m2 * m2) {
        return Err(Undefined::NoVariance);
    }
    let found = change(finite(m2 - m1)?, spread.sqrt(), g - 1.0, level)?;
    Ok(Clustered {
        change: found,
        normal_p: normal_two_sided(found.t),
        clusters: used.len(),
    })
}

/// A comparison by ranks of two unmatched groups.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RankChange {
    /// Pairs in which the second is larger, equal ones counted half.
    pub w: f64,
    /// Cliff's δ: share of pairs where the second is larger minus share where it is smaller, −1…1
    /// (Cliff 1993).
    pub cliff: f64,
    /// Mann–Whitney p, normal with ties and continuity correction; undefined when all are equal.
    pub p: Stat<f64>,
}

/// Cliff's δ and the Mann–Whitney test.
///
/// # Errors
/// An empty group or not finite input.
pub fn rank_change(first: &[f64], second: &[f64]) -> Stat<RankChange> {
    at_least(first.len().min(second.len()), 1)?;
    let all: Vec<f64> = second.iter().chain(first).copied().collect();
    let ranked = ranks(&all)?;
    let (n1, n2) = (count(first.len()), count(second.len()));
    let w = ranked.iter().take(second.len()).sum::<f64>() - n2 * (n2 + 1.0) / 2.0;
    let n = n1 + n2;
    let tied: f64 = ties(&all, &ascending(&all))
        .into_iter()
        .map(|tie| count(tie.len()))
        .map(|t| t * (t * t - 1.0))
        .sum();
    let spread = n1 * n2 / 12.0 * ((n + 1.0) - tied / (n * (n - 1.0)));
    let off = w - n1 * n2 / 2.0;
    let p = corrected_p(off, spread);
    Ok(RankChange {
        w,
        cliff: finite(2.0 * w / (n1 * n2) - 1.0)?,
        p,
    })
}

/// Cliff's δ of two groups given as values and how often each occurs, in any order: the same as
/// [`rank_change`] of all values one by one.
///
/// # Errors
/// A group without occurrences or a value that is not finite.
pub fn cliff(first: &[(f64, u64)], second: &[(f64, u64)]) -> Stat<f64> {
    let sorted = |group: &[(f64, u64)]| -> Stat<Vec<(f64, f64)>> {
        let mut values = Vec::with_capacity(group.len());
        for (value, times) in group {
            values.push((finite(*value)?, large(*times)));
        }
        values.sort_by(|a, b| a.0.total_cmp(&b.0));
        Ok(values)
    };
    let (first, second) = (sorted(first)?, sorted(second)?);
    let size = |group: &[(f64, f64)]| group.iter().map(|(_, times)| times).sum::<f64>();
    let (n1, n2) = (size(&first), size(&second));
    if n1 <= 0.0 || n2 <= 0.0 {
        return Err(Undefined::TooFew { n: 0, need: 1 });
    }
    let (mut below, mut place, mut dominance) = (0.0, 0, 0.0);
    for (value, times) in &second {
        while let Some((_, lower)) = first.get(place).filter(|(lower, _)| lower < value) {
            below += lower;
            place += 1;
        }
        let rest = first.get(place..).unwrap_or_default().iter();
        let equal: f64 = rest
            .take_while(|(same, _)| same <= value)
            .map(|(_, times)| times)
            .sum();
        dominance += times * (below - (n1 - below - equal));
    }
    finite(dominance / (n1 * n2))
}

/// How often a value occurs; exact far beyond any survey.
#[expect(
    clippy::cast_precision_loss,
    reason = "head counts stay far below 2^53"
)]
fn large(times: u64) -> f64 {
    times as f64
}

/// Two-sided normal p with half a step towards the middle.
fn corrected_p(off: f64, spread: f64) -> Stat<f64> {
    if spread.is_nan() || spread <= 1e-9 {
        return Err(Undefined::NoVariance);
    }
    Ok(normal_two_sided((off.abs() - 0.5).max(0.0) / spread.sqrt()))
}

/// Wilcoxon's signed-rank test of matched units, normal with continuity correction; differences of
/// 0 are dropped. Gives V, the rank sum of the rises, and p.
///
/// # Errors
/// Unequal lengths, not finite input, no difference other than 0.
pub fn signed_rank(first: &[f64], second: &[f64]) -> Stat<(f64, f64)> {
    same_length(first, second)?;
    let differences: Vec<f64> = first
        .iter()
        .zip(second)
        .map(|(a, b)| b - a)
        .filter(|d| *d != 0.0)
        .collect();
    at_least(differences.len(), 1)?;
    all_finite(&differences)?;
    let sizes: Vec<f64> = differences.iter().map(|d| d.abs()).collect();
    let ranked = ranks(&sizes)?;
    let v = ranked
        .iter()
        .zip(&differences)
        .filter(|(_, d)| **d > 0.0)
        .map(|(r, _)| r)
        .sum();
    let n = count(differences.len());
    let tied: f64 = ties(&sizes, &ascending(&sizes))
        .into_iter()
        .map(|tie| count(tie.len()))
        .map(|t| t * (t * t - 1.0))
        .sum();
    let spread = n * (n + 1.0) * (2.0 * n + 1.0) / 24.0 - tied / 48.0;
    Ok((v, corrected_p(v - n * (n + 1.0) / 4.0, spread)?))
}
