//! The shapes of what stands beside a link: does it hold when exact branches weigh more, when size,
//! region and format are held constant, inside regions, over time; how much branches truly differ.
//!
//! Computed in `link_checks`, from published branch figures only.

use super::Coefficient;
use crate::stats::Undefined;

/// From so many branches two waves are tested; below, the figures are only shown.
pub const TEST_LAG_FROM: usize = 30;

/// The second looks at a link.
#[derive(Debug, Clone, PartialEq)]
pub struct LinkExtras {
    /// Pearson's r with branches weighed by how exactly their means are known.
    pub weighted: Result<WeightedLink, Undefined>,
    /// The link with something held constant, for what is known of the branches.
    pub partial: Vec<PartialLink>,
    /// The link inside regions and between them; none where fewer than two regions are known.
    pub regions: Option<Result<RegionSplit, Undefined>>,
    /// Pearson's r corrected for unreliable measures on both sides.
    pub corrected: Result<CorrectedLink, Undefined>,
    /// This wave and the one before; none in the first wave.
    pub lagged: Option<Result<LaggedLink, Undefined>>,
    /// Staff means of the branches drawn towards their mean.
    pub staff: Result<Shrinkage, Undefined>,
    /// Customer figures of the branches drawn towards their mean.
    pub customers: Result<Shrinkage, Undefined>,
}

/// Weighted beside unweighted, over the same branches.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct WeightedLink {
    /// r with weights 1/(τ² + σ²/n) of the staff means.
    pub weighted: f64,
    /// r of the same branches, each counted alike.
    pub unweighted: f64,
    /// Branches whose mean comes with its interval.
    pub n: usize,
}

/// What is held constant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Held {
    /// Head count.
    Size,
    /// Region.
    Region,
    /// Format.
    Format,
    /// Everything of the above that is known, together.
    All,
}

impl Held {
    /// The word in JSON and in the Fluent keys.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Size => "size",
            Self::Region => "region",
            Self::Format => "format",
            Self::All => "all",
        }
    }
}

/// A link with something held constant.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PartialLink {
    /// What.
    pub held: Held,
    /// Branches of which it is known.
    pub n: usize,
    /// Partial Spearman's rho.
    pub rho: Result<Coefficient, Undefined>,
    /// Partial Pearson's r.
    pub r: Result<Coefficient, Undefined>,
}

/// Pearson's r inside regions and between them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RegionSplit {
    /// Branches whose region is known.
    pub n: usize,
    /// Regions.
    pub regions: usize,
    /// Over all these branches.
    pub total: f64,
    /// Of the distances from the region's mean.
    pub within: Result<f64, Undefined>,
    /// Of the region means, each counted as often as it has branches.
    pub between: Result<f64, Undefined>,
}

/// What r might be if both sides were measured without error.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CorrectedLink {
    /// The corrected r, not above 1 in size.
    pub value: f64,
    /// The formula gave more than 1 and was cut.
    pub is_capped: bool,
    /// ICC(2) of the staff means.
    pub staff: f64,
    /// Reliability of the customer figures.
    pub customers: f64,
}

/// Two waves in a row, over branches with both sides in both.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LaggedLink {
    /// Branches.
    pub n: usize,
    /// r of staff before with customers now.
    pub staff_to_customers: f64,
    /// r of customers before with staff now.
    pub customers_to_staff: f64,
    /// r of the two sides in the wave before, and in this wave, over these branches.
    pub same_wave: (f64, f64),
    /// r of staff before with staff now.
    pub staff_stability: f64,
    /// r of customers before with customers now.
    pub customers_stability: f64,
    /// r of the changes of the two sides.
    pub changes: Result<f64, Undefined>,
    /// Tests; none below [`TEST_LAG_FROM`] branches, where only the figures are shown.
    pub tests: Option<LagTests>,
}

/// Tests of two waves.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LagTests {
    /// Customers now on staff before, customers before held constant: slope and p.
    pub staff_path: Result<(f64, f64), Undefined>,
    /// Staff now on customers before, staff before held constant: slope and p.
    pub customers_path: Result<(f64, f64), Undefined>,
    /// Are the two lagged correlations different? z and p.
    pub difference: Result<(f64, f64), Undefined>,
}

/// Branch figures drawn towards their mean by how little is known of each.
#[derive(Debug, Clone, PartialEq)]
pub struct Shrinkage {
    /// Branches with a known precision.
    pub n: usize,
    /// Variance of the true figures; 0 means no evidence that branches differ.
    pub tau_squared: f64,
    /// Mean of the true figures.
    pub mean: f64,
    /// The share of the variance of a typical figure that is no chance, 0–1.
    pub reliability: f64,
    /// Best guesses, parallel to [`Findings::branches`](super::Findings::branches); none where
    /// the precision is not known.
    pub values: std::sync::Arc<[Option<f64>]>,
}

impl LinkExtras {
    /// Extras of a link that is not computed, for one reason.
    #[must_use]
    pub fn undefined(reason: Undefined) -> Self {
        Self {
            weighted: Err(reason),
            partial: Vec::new(),
            regions: None,
            corrected: Err(reason),
            lagged: None,
            staff: Err(reason),
            customers: Err(reason),
        }
    }
}
