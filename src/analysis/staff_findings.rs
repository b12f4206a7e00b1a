//! The shapes of the staff side: rows of the heat map, questions, reliability, engagement segments,
//! and what changed since the wave before. Positions point into the lists of
//! [`Findings`](super::Findings).

use super::Shrinkage;
use crate::disclosure::{NpsFigure, Published, Score, Segments};
use crate::domain::{Audience, Lever, Motive};
use crate::stats::Undefined;

/// Staff findings of one audience in one wave.
#[derive(Debug, Clone, PartialEq)]
pub struct AudienceFindings {
    /// Whose answers.
    pub audience: Audience,
    /// The company.
    pub company: Row,
    /// Branches, parallel to [`Findings::branches`](super::Findings::branches).
    pub branches: Vec<Row>,
    /// Company-wide statistics of items, parallel to [`Findings::items`](super::Findings::items).
    pub items: Vec<ItemStatistics>,
    /// Company-wide reliability of dimensions, parallel to [`Findings::dimensions`](super::Findings::dimensions).
    pub reliability: Vec<Reliability>,
    /// Agreement items ranked by unfavourable share, worst first.
    pub dissatisfiers: Vec<Dissatisfier>,
    /// Dimensions ranked by company mean, lowest first.
    pub weakest: Vec<usize>,
    /// The company's people by their score of the outcome dimension.
    pub segments: Published<Segments>,
    /// Means of the branches drawn towards their mean, parallel to
    /// [`Findings::dimensions`](super::Findings::dimensions).
    pub shrunken: Vec<Result<Shrinkage, Undefined>>,
    /// The company against the wave before, by several tests, parallel to
    /// [`Findings::dimensions`](super::Findings::dimensions); empty in the first wave.
    pub tests: Vec<WaveTests>,
}

/// A row of the heat map.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Sheets returned, or why even that is hidden.
    pub sheets: Published<()>,
    /// How many were invited, where head counts are known.
    pub invited: Option<u32>,
    /// Response rate 0–1: to the per cent from 10 answers, to ten per cent below.
    pub response_rate: Option<f64>,
    /// Do both groups of the branch stand together here?
    pub is_merged: bool,
    /// Scores, parallel to [`Findings::dimensions`](super::Findings::dimensions).
    pub scores: Vec<Published<Score>>,
    /// Item scores, parallel to [`Findings::items`](super::Findings::items); reversed items recoded.
    pub items: Vec<Published<Score>>,
    /// Want, know, can, parallel to [`Motive::ALL`].
    pub motives: [Published<Score>; Motive::ALL.len()],
    /// The five levers, parallel to [`Lever::ALL`].
    pub levers: [Published<Score>; Lever::ALL.len()],
    /// Employee NPS; from 10 answers.
    pub enps: Published<NpsFigure>,
    /// Change of each dimension against the previous wave; empty in the first one.
    pub changes: Vec<Published<Change>>,
}

/// A difference of two waves.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Change {
    /// The earlier value.
    pub before: f64,
    /// The later value.
    pub after: f64,
    /// Later minus earlier, from unrounded values where both bear them.
    pub difference: f64,
    /// 95 % interval of the difference, where it can be computed.
    pub interval: Option<(f64, f64)>,
    /// Does the interval exclude zero?
    pub is_settled: bool,
}

/// Company-wide statistics of an item.
#[derive(Debug, Clone, PartialEq)]
pub struct ItemStatistics {
    /// Score after recoding.
    pub score: Published<Score>,
    /// Correlation with the rest of its dimension.
    pub item_rest: Result<f64, Undefined>,
    /// Alpha of the dimension without this item.
    pub alpha_if_dropped: Result<f64, Undefined>,
}

/// Company-wide reliability of a dimension.
#[derive(Debug, Clone, PartialEq)]
pub struct Reliability {
    /// Cronbach's alpha with Feldt's 95 % interval: value, low, high.
    pub alpha: Result<(f64, f64, f64), Undefined>,
    /// Complete rows behind alpha and omega.
    pub n: usize,
    /// McDonald's omega of one factor, and whether a residual variance ran to 0 (a Heywood case:
    /// distrust it). From three items.
    pub omega: Result<(f64, bool), Undefined>,
    /// ICC(1): share of variance between branches.
    pub icc1: Result<f64, Undefined>,
    /// ICC(2): reliability of a branch mean.
    pub icc2: Result<f64, Undefined>,
    /// Their intervals, and whether branches differ at all.
    pub between: Result<Between, Undefined>,
    /// Median r_wg(j) over branches.
    pub rwg: Result<f64, Undefined>,
}

/// Do branches differ in a dimension? One-way analysis of variance.
///
/// Its numbers are cut to so few decimals that the size of no hidden branch follows from them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Between {
    /// Branches, those below the threshold left out.
    pub branches: usize,
    /// 95 % interval of ICC(1).
    pub icc1: (f64, f64),
    /// 95 % interval of ICC(2).
    pub icc2: (f64, f64),
    /// The F ratio.
    pub f: f64,
    /// Chance of a larger F if all branches were alike, rounded up to .001.
    pub p: f64,
}

/// A difference with its 95 % interval and p.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tested {
    /// Later minus earlier.
    pub difference: f64,
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
    /// Two-sided p.
    pub p: f64,
}

/// How a dimension of the company changed since the wave before, looked at in several ways. Shown
/// only where both means are, with exact counts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct WaveTests {
    /// Two unmatched groups of people (Welch).
    pub welch: Result<Tested, Undefined>,
    /// The same with an error that knows that people of a branch resemble each other (CR1).
    pub clustered: Result<Tested, Undefined>,
    /// The change in usual spreads of answers (Hedges's g).
    pub hedges: Result<f64, Undefined>,
    /// Share of pairs in which the later person scores higher minus share in which lower (Cliff's
    /// δ); from thirty answers in both waves.
    pub cliff: Result<f64, Undefined>,
    /// Branches shown in both waves, each against itself (paired t), and how many they are.
    pub matched: Result<(Tested, usize), Undefined>,
    /// The share that agrees: its change (Newcombe's interval; Fisher's p where a cell is below
    /// five), from thirty answers in both waves.
    pub favourable: Result<ShareChange, Undefined>,
}

/// The change of a share, 0–1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ShareChange {
    /// Later minus earlier.
    pub difference: f64,
    /// 95 % interval (Newcombe).
    pub low: f64,
    /// Upper end.
    pub high: f64,
    /// Fisher's exact p; none where every cell holds five answers and more.
    pub fisher: Option<f64>,
}

impl WaveTests {
    /// Nothing is known, for one reason.
    #[must_use]
    pub const fn undefined(reason: Undefined) -> Self {
        Self {
            welch: Err(reason),
            clustered: Err(reason),
            hedges: Err(reason),
            cliff: Err(reason),
            matched: Err(reason),
            favourable: Err(reason),
        }
    }
}

/// An item and how many disagree.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Dissatisfier {
    /// Position in [`Findings::items`](super::Findings::items).
    pub item: usize,
    /// Share of 1 and 2 after recoding.
    pub unfavourable: f64,
    /// 95 % Wilson interval.
    pub interval: (f64, f64),
    /// Answers.
    pub n: u32,
}
