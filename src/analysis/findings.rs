//! The shapes of findings. Positions always point into the lists of [`Findings`]: `branches`,
//! `dimensions`, `items`, `outcomes`; parallel lists have the same length and order.

use super::{AudienceFindings, Change, Divergence, GroupComparison, Link, Shrinkage};
use crate::disclosure::{Proof, Reason};
use crate::domain::{Audience, Branch, Channel, Dimension, Item, Measure, MinGroup, Wave};
use crate::stats::Undefined;

/// All findings of a data set.
#[derive(Debug, Clone, PartialEq)]
pub struct Findings {
    /// The smallest group that is shown.
    pub min_group: MinGroup,
    /// The seed of every random draw.
    pub seed: u64,
    /// Bootstrap draws of a link.
    pub draws: usize,
    /// Random orders of a permutation test, where there are too many branches for all of them.
    pub permutations: usize,
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
    /// What was proven of all this; none before it was audited.
    pub proof: Option<Proof>,
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
    /// The mean competency level of branches with every outcome, for everybody rated and for contact
    /// staff: one more inside measure of the newest wave. `dimension` points past the last one.
    pub level_links: Vec<Link>,
    /// How many pairs the corrected p values count (m), level links among them.
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
    /// Figures of the branches drawn towards their mean; only where each comes with its precision.
    pub shrunken: Result<Shrinkage, Undefined>,
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
