//! The shapes of drivers: which dimensions go with engagement and with the customers' NPS, and how
//! much of the differences each accounts for. Never what causes what.

use crate::disclosure::Reason;
use crate::domain::Audience;
use crate::stats::Undefined;

/// The two questions of a wave, each for every audience.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Drivers {
    /// What goes with engagement, over persons; parallel to the audiences of the wave.
    pub engagement: Vec<EngagementDrivers>,
    /// What goes with the customers' NPS, over branches; parallel to the audiences of the wave.
    pub nps: Vec<NpsDrivers>,
}

/// What goes with the outcome dimension among the persons of an audience.
#[derive(Debug, Clone, PartialEq)]
pub struct EngagementDrivers {
    /// Whose answers.
    pub audience: Audience,
    /// Position of the outcome in [`Findings::dimensions`](super::Findings::dimensions); none where
    /// no dimension is one.
    pub dimension: Option<usize>,
    /// The answer, or why there is none.
    pub model: Result<DriverModel, NoModel>,
}

/// What goes with the NPS over all channels, over the published means of branches.
#[derive(Debug, Clone, PartialEq)]
pub struct NpsDrivers {
    /// Whose answers.
    pub audience: Audience,
    /// Position in [`Findings::outcomes`](super::Findings::outcomes); none without an NPS.
    pub outcome: Option<usize>,
    /// The answer, or why there is none.
    pub model: Result<DriverModel, NoModel>,
    /// The single correlations that stand in its place: positions in
    /// [`WaveFindings::links`](super::WaveFindings::links), the strongest first.
    pub single: Vec<usize>,
}

/// All drivers of an outcome.
#[derive(Debug, Clone, PartialEq)]
pub struct DriverModel {
    /// Persons, or branches, that have every figure.
    pub n: usize,
    /// The share of the outcome's differences that all drivers account for, 0–1.
    pub r_squared: f64,
    /// The same, less what chance gives.
    pub adjusted: f64,
    /// Mean correlation between two drivers; none for a single driver.
    pub mean_inter_driver: Option<f64>,
    /// The largest variance inflation.
    pub largest_vif: f64,
    /// How the shares are made.
    pub shares_by: SharesBy,
    /// Draws behind the intervals, and draws dropped; none without intervals.
    pub draws: Option<(usize, usize)>,
    /// The drivers, the largest share first.
    pub lines: Vec<DriverLine>,
}

/// One driver.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DriverLine {
    /// Position in [`Findings::dimensions`](super::Findings::dimensions).
    pub dimension: usize,
    /// The published mean of the company.
    pub mean: f64,
    /// Plain correlation with the outcome.
    pub r: f64,
    /// Standardized slope beside all others.
    pub beta: f64,
    /// Share of R² as [`DriverModel::shares_by`] says; all drivers together give R².
    pub share: f64,
    /// 95 % bootstrap interval of the share; whole branches are drawn.
    pub interval: Result<(f64, f64), Undefined>,
    /// Johnson's relative weight; together R².
    pub relative_weight: f64,
    /// Variance inflation, 1 and above.
    pub vif: f64,
    /// Slope and correlation point in different directions, each beyond chance.
    pub is_suppressor: bool,
}

/// How shares of what is explained are made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SharesBy {
    /// General dominance: the mean gain over all orders (LMG, Shapley).
    Dominance,
    /// Johnson's relative weights: there are too many dimensions to go through all orders.
    RelativeWeights,
}

impl SharesBy {
    /// The word in JSON.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Dominance => "lmg",
            Self::RelativeWeights => "relative_weights",
        }
    }
}

/// Why a question about drivers has no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoModel {
    /// The answers are shuffled blocks: nothing may look across dimensions.
    Blocks,
    /// Only means of branches were delivered.
    Means,
    /// No dimension is the outcome, or nothing stands beside it.
    NothingToCompare,
    /// Nobody asked customers for their NPS.
    NoCustomers,
    /// Fewer persons than needed answered every dimension; how many is not said.
    TooFewPersons {
        /// How many are needed.
        need: usize,
    },
    /// Fewer branches than ten for each dimension.
    TooFewBranches {
        /// How many there are.
        n: usize,
        /// How many are needed.
        need: usize,
    },
    /// A figure of the audience is hidden.
    Hidden(Reason),
    /// The model is not defined.
    Undefined(Undefined),
}

impl DriverModel {
    /// The line of a dimension.
    #[must_use]
    pub fn line(&self, dimension: usize) -> Option<&DriverLine> {
        self.lines.iter().find(|line| line.dimension == dimension)
    }

    /// The medians of means and of shares: the lines that part the map in quarters.
    #[must_use]
    pub fn medians(&self) -> Option<(f64, f64)> {
        let middle = |of: fn(&DriverLine) -> f64| {
            let values: Vec<f64> = self.lines.iter().map(of).collect();
            crate::stats::descriptive::median(&values).ok()
        };
        middle(|line| line.mean).zip(middle(|line| line.share))
    }
}

impl Drivers {
    /// What goes with engagement for an audience.
    #[must_use]
    pub fn engagement_of(&self, audience: Audience) -> Option<&EngagementDrivers> {
        self.engagement.iter().find(|it| it.audience == audience)
    }

    /// What goes with the NPS for an audience.
    #[must_use]
    pub fn nps_of(&self, audience: Audience) -> Option<&NpsDrivers> {
        self.nps.iter().find(|it| it.audience == audience)
    }
}
