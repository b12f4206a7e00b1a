//! The shapes of links between staff and customers: one pair of dimension and outcome over branches,
//! what may be said of it, groups against each other, divergences. Positions point into the lists
//! of [`Findings`](super::Findings).

use super::Change;
use crate::domain::Audience;
use crate::stats::Undefined;

/// A correlation with its interval and p.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Coefficient {
    /// The coefficient.
    pub value: f64,
    /// 95 % interval.
    pub low: f64,
    /// Upper end.
    pub high: f64,
    /// Two-sided p.
    pub p: f64,
}

/// One dimension of one audience against one outcome, over branches.
#[derive(Debug, Clone, PartialEq)]
pub struct Link {
    /// Position in [`Findings::dimensions`](super::Findings::dimensions).
    pub dimension: usize,
    /// Position in [`Findings::outcomes`](super::Findings::outcomes).
    pub outcome: usize,
    /// Whose answers.
    pub audience: Audience,
    /// The branches that enter, each with its published mean and customer figure.
    pub points: Vec<LinkPoint>,
    /// Branches of the company that are hidden or lack one side.
    pub left_out: usize,
    /// Of the branches that enter, those whose groups stand together: they count as contact staff
    /// because at least 80 % of those invited are; 0 for everybody.
    pub mixed: usize,
    /// Spearman with the Bonett–Wright interval: the headline.
    pub spearman: Result<Coefficient, Undefined>,
    /// Pearson with Fisher's interval.
    pub pearson: Result<Coefficient, Undefined>,
    /// Kendall's tau-b.
    pub kendall: Result<Coefficient, Undefined>,
    /// BCa bootstrap interval of Pearson's r: low, high, draws used, draws dropped.
    pub bca: Result<(f64, f64, usize, usize), Undefined>,
    /// Permutation p of Spearman's rho, and whether it is exact.
    pub permutation: Result<(f64, bool), Undefined>,
    /// Holm-corrected p of Spearman's rho.
    pub holm_p: Option<f64>,
    /// Benjamini–Hochberg p of Spearman's rho.
    pub bh_p: Option<f64>,
    /// What leaving out one branch does.
    pub influence: Result<Influence, Undefined>,
    /// Theil–Sen slope: slope, low, high.
    pub theil_sen: Result<(f64, f64, f64), Undefined>,
    /// Least-squares line with its 95 % band, for the picture.
    pub line: Option<TrendLine>,
    /// The smallest |rho| that so many branches would have shown with 80 % power.
    pub detectable: Option<f64>,
    /// What may be said.
    pub verdict: Verdict,
    /// Are the correlation and its data unusually strong for so few branches?
    pub is_unusually_strong: bool,
    /// Do Pearson and Spearman disagree (differ by more than 0.2, or one settles and one not)?
    pub measures_disagree: bool,
    /// The second looks: weights, what is held constant, regions, time, shrinkage.
    pub extras: super::LinkExtras,
}

/// A branch in the picture.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LinkPoint {
    /// Position in [`Findings::branches`](super::Findings::branches).
    pub branch: usize,
    /// Published staff mean.
    pub staff: f64,
    /// Customer value.
    pub customer: f64,
    /// 95 % interval of the customer value.
    pub interval: Option<(f64, f64)>,
}

/// Leave-one-out range of Spearman's rho.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Influence {
    /// Smallest rho with one branch left out.
    pub min: f64,
    /// Largest.
    pub max: f64,
    /// The branch whose absence changes rho most: position in [`Findings::branches`](super::Findings::branches).
    pub branch: usize,
    /// Rho without it.
    pub without: f64,
    /// Does the interval still exclude zero, with the same sign, whichever branch is left out?
    pub is_robust: bool,
    /// Largest Cook's distance.
    pub cooks_max: f64,
}

/// A line with a band: `y = intercept + slope x`.
#[derive(Debug, Clone, PartialEq)]
pub struct TrendLine {
    /// Value at x = 0.
    pub intercept: f64,
    /// Change of y for one unit of x.
    pub slope: f64,
    /// 95 % confidence band of the line: x, low, high, in order of x.
    pub band: Vec<(f64, f64, f64)>,
}

/// The verdict table of STATISTICS §1: what may be said about a link.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Verdict {
    /// Fewer than 5 branches: nothing is computed.
    TooFew,
    /// 5–9 branches: only a description of these.
    Description,
    /// The interval includes zero.
    NotSeen,
    /// Rests on one branch: position in [`Findings::branches`](super::Findings::branches), rho without it.
    OneBranch(usize, f64),
    /// Settled and robust: higher goes with higher.
    Positive,
    /// Settled and robust: higher goes with lower.
    Negative,
    /// The coefficient is undefined.
    Undefined(Undefined),
}

/// Contact staff against back office for one dimension and outcome, over branches that have both.
#[derive(Debug, Clone, PartialEq)]
pub struct GroupComparison {
    /// Position in [`Findings::dimensions`](super::Findings::dimensions).
    pub dimension: usize,
    /// Position in [`Findings::outcomes`](super::Findings::outcomes).
    pub outcome: usize,
    /// Branches with both groups.
    pub n: usize,
    /// Spearman of contact staff over these branches.
    pub contact: Result<Coefficient, Undefined>,
    /// Spearman of the back office over the same.
    pub back_office: Result<Coefficient, Undefined>,
    /// Zou's interval of the difference (contact − back office): difference, low, high.
    pub difference: Result<(f64, f64, f64), Undefined>,
    /// Steiger's z and p.
    pub steiger: Result<(f64, f64), Undefined>,
    /// Does the interval of the difference exclude zero?
    pub is_settled: bool,
}

/// A branch where staff satisfaction rose while the customer result fell.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Divergence {
    /// Position in [`Findings::branches`](super::Findings::branches).
    pub branch: usize,
    /// The dimension that stands for staff satisfaction.
    pub dimension: usize,
    /// The outcome that stands for customers.
    pub outcome: usize,
    /// Change of the staff mean.
    pub staff: Change,
    /// Change of the customer value.
    pub customer: Change,
    /// Both intervals exclude zero after Benjamini–Hochberg; otherwise "possibly".
    pub is_certain: bool,
}
