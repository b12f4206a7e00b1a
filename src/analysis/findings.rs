//! The shapes of findings. Positions always point into the lists of [`Findings`]: `branches`,
//! `dimensions`, `items`, `outcomes`; parallel lists have the same length and order.

use crate::disclosure::{NpsFigure, Published, Reason, Score};
use crate::domain::{
    Audience, Branch, Channel, Dimension, Item, Lever, Measure, MinGroup, Motive, Wave,
};
use crate::stats::Undefined;

/// All findings of a data set.
#[derive(Debug, Clone, PartialEq)]
pub struct Findings {
    /// The smallest group that is shown.
    pub min_group: MinGroup,
    /// The seed of every random draw.
    pub seed: u64,
    /// Branches in order of code.
    pub branches: Vec<Branch>,
    /// Dimensions in the order they are asked.
    pub dimensions: Vec<Dimension>,
    /// Items in the order they are asked.
    pub items: Vec<Item>,
    /// Customer measures: each over all channels first, then per channel.
    pub outcomes: Vec<OutcomeInfo>,
    /// Waves in order of time.
    pub waves: Vec<WaveFindings>,
}

/// A customer measure, over all channels or through one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutcomeInfo {
    /// What was measured.
    pub measure: Measure,
    /// The channel; none for all channels together.
    pub channel: Option<Channel>,
}

/// Where the staff figures of a wave come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// Whole sheets: every statistic is possible.
    Sheets,
    /// Shuffled blocks: nothing may look across dimensions.
    Blocks,
    /// Branch means from a former vendor, already published.
    Means,
}

/// Findings of one wave.
#[derive(Debug, Clone, PartialEq)]
pub struct WaveFindings {
    /// The wave.
    pub wave: Wave,
    /// Where the staff figures come from.
    pub source: Source,
    /// Everybody first, then contact staff and back office where the answers tell them apart.
    pub audiences: Vec<AudienceFindings>,
    /// Customer figures, parallel to [`Findings::outcomes`].
    pub customers: Vec<CustomerFindings>,
    /// Every pair of dimension and outcome, per audience.
    pub links: Vec<Link>,
    /// How many pairs the corrected p values count (m).
    pub pairs: usize,
    /// The link that the headline speaks of: position in `links`.
    pub headline: Option<usize>,
    /// Contact staff against back office, per dimension and outcome.
    pub comparisons: Vec<GroupComparison>,
    /// Branches where staff got more satisfied and customers less, certain ones first.
    pub divergences: Vec<Divergence>,
    /// How many certain divergences chance alone would bring.
    pub divergences_by_chance: f64,
    /// What goes with engagement, and with the customers' NPS.
    pub drivers: super::Drivers,
    /// What is hidden in this wave and why.
    pub hidden: Vec<HiddenNote>,
}

/// Staff findings of one audience in one wave.
#[derive(Debug, Clone, PartialEq)]
pub struct AudienceFindings {
    /// Whose answers.
    pub audience: Audience,
    /// The company.
    pub company: Row,
    /// Branches, parallel to [`Findings::branches`].
    pub branches: Vec<Row>,
    /// Company-wide statistics of items, parallel to [`Findings::items`].
    pub items: Vec<ItemStatistics>,
    /// Company-wide reliability of dimensions, parallel to [`Findings::dimensions`].
    pub reliability: Vec<Reliability>,
    /// Agreement items ranked by unfavourable share, worst first.
    pub dissatisfiers: Vec<Dissatisfier>,
    /// Dimensions ranked by company mean, lowest first.
    pub weakest: Vec<usize>,
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
    /// Scores, parallel to [`Findings::dimensions`].
    pub scores: Vec<Published<Score>>,
    /// Item scores, parallel to [`Findings::items`]; reversed items recoded.
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
    /// Complete rows behind alpha.
    pub n: usize,
    /// ICC(1): share of variance between branches.
    pub icc1: Result<f64, Undefined>,
    /// ICC(2): reliability of a branch mean.
    pub icc2: Result<f64, Undefined>,
    /// Median r_wg(j) over branches.
    pub rwg: Result<f64, Undefined>,
}

/// An item and how many disagree.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Dissatisfier {
    /// Position in [`Findings::items`].
    pub item: usize,
    /// Share of 1 and 2 after recoding.
    pub unfavourable: f64,
    /// 95 % Wilson interval.
    pub interval: (f64, f64),
    /// Answers.
    pub n: u32,
}

/// A customer measure in one wave.
#[derive(Debug, Clone, PartialEq)]
pub struct CustomerFindings {
    /// The company.
    pub company: Option<CustomerFigure>,
    /// Branches, parallel to [`Findings::branches`].
    pub branches: Vec<Option<CustomerFigure>>,
    /// Change of the company against the previous wave.
    pub change: Option<Change>,
    /// Changes of branches; empty in the first wave.
    pub branch_changes: Vec<Option<Change>>,
}

/// A customer figure. Customers are not staff: it is never hidden.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CustomerFigure {
    /// NPS −100 to +100, or the measure in its own unit.
    pub value: f64,
    /// 95 % interval, where it can be computed.
    pub interval: Option<(f64, f64)>,
    /// Customers or visits, where known.
    pub n: Option<u64>,
    /// Promoters, passives, detractors, where counted.
    pub counts: Option<crate::domain::NpsCounts>,
}

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
    /// Position in [`Findings::dimensions`].
    pub dimension: usize,
    /// Position in [`Findings::outcomes`].
    pub outcome: usize,
    /// Whose answers.
    pub audience: Audience,
    /// The branches that enter, each with its published mean and customer figure.
    pub points: Vec<LinkPoint>,
    /// Branches of the company that are hidden or lack one side.
    pub left_out: usize,
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
    /// Position in [`Findings::branches`].
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
    /// The branch whose absence changes rho most: position in [`Findings::branches`].
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
    /// Rests on one branch: position in [`Findings::branches`], rho without it.
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
    /// Position in [`Findings::dimensions`].
    pub dimension: usize,
    /// Position in [`Findings::outcomes`].
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
    /// Position in [`Findings::branches`].
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

/// What is hidden, where and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HiddenNote {
    /// Whose answers.
    pub audience: Audience,
    /// Position in [`Findings::branches`]; none for the company.
    pub branch: Option<usize>,
    /// What is hidden.
    pub what: HiddenWhat,
    /// Why.
    pub reason: Reason,
}

/// What a note speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum HiddenWhat {
    /// Every figure of the row.
    Row,
    /// One dimension: position in [`Findings::dimensions`].
    Dimension(usize),
    /// One item: position in [`Findings::items`].
    Item(usize),
    /// eNPS.
    Enps,
    /// Shares of agreement and distributions (5–9 answers).
    Shares,
    /// Distributions over five levels (10–29 answers).
    Distributions,
}

impl Findings {
    /// The wave with this code.
    #[must_use]
    pub fn wave(&self, code: &str) -> Option<&WaveFindings> {
        self.waves
            .iter()
            .find(|found| found.wave.code.as_str() == code)
    }
}

impl WaveFindings {
    /// Findings of an audience, where the answers tell it apart.
    #[must_use]
    pub fn audience(&self, audience: Audience) -> Option<&AudienceFindings> {
        self.audiences
            .iter()
            .find(|found| found.audience == audience)
    }

    /// The link of a dimension and an outcome for an audience.
    #[must_use]
    pub fn link(&self, audience: Audience, dimension: usize, outcome: usize) -> Option<&Link> {
        self.links.iter().find(|link| {
            link.audience == audience && link.dimension == dimension && link.outcome == outcome
        })
    }
}
