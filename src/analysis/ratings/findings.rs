//! The shapes of a round's findings. Positions point into the model's lists: `competencies`,
//! `profiles`, `sins`; lists called `competencies` are parallel to the model's.

use std::sync::Arc;

use super::{BranchLevels, Calibration, GroupLevels, Need};
use crate::domain::BranchCode;
use crate::domain::rating::{CompetencyModel, Level, PersonId, Round, Source};
use crate::stats::Undefined;

/// A number, or why there is none.
pub type Rated<T> = Result<T, Why>;

/// Why there is no number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// All ratings are equal.
    AllEqual,
    /// Only one person rated.
    OneRater,
    /// Nobody observed it.
    Nobody,
    /// The raters have nobody in common.
    Disjoint,
    /// Fewer than three peers.
    FewPeers,
    /// Fewer people or ratings than it takes.
    FewPeople {
        /// How many there are.
        n: usize,
        /// How many it takes.
        need: usize,
    },
    /// There is no self-rating.
    NoSelf,
    /// No role profile is chosen.
    NoRole,
    /// Not rated in the round before.
    NoEarlier,
    /// The round before had other competencies.
    OtherModel,
    /// The formula is undefined for these ratings.
    Undefined,
}

impl Why {
    /// The Fluent key of its words; [`Self::FewPeople`] takes `n` and `need`.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::AllEqual => "rating-reason-all_equal",
            Self::OneRater => "rating-reason-one_rater",
            Self::Nobody => "rating-reason-nobody",
            Self::Disjoint => "rating-reason-disjoint",
            Self::FewPeers => "rating-reason-few_peers",
            Self::FewPeople { .. } => "rating-reason-few_people",
            Self::NoSelf => "rating-reason-no_self",
            Self::NoRole => "rating-reason-no_role",
            Self::NoEarlier => "rating-reason-no_earlier",
            Self::OtherModel => "rating-reason-other_model",
            Self::Undefined => "rating-reason-undefined",
        }
    }

    /// The word of JSON.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::AllEqual => "all_equal",
            Self::OneRater => "one_rater",
            Self::Nobody => "nobody_observed",
            Self::Disjoint => "disjoint_raters",
            Self::FewPeers => "fewer_than_three_peers",
            Self::FewPeople { .. } => "too_few",
            Self::NoSelf => "no_self_rating",
            Self::NoRole => "no_role_profile",
            Self::NoEarlier => "not_rated_before",
            Self::OtherModel => "other_competencies_before",
            Self::Undefined => "undefined",
        }
    }
}

impl From<Undefined> for Why {
    fn from(reason: Undefined) -> Self {
        match reason {
            Undefined::TooFew { n, need } => Self::FewPeople { n, need },
            Undefined::NoVariance => Self::AllEqual,
            Undefined::Perfect
            | Undefined::Lengths
            | Undefined::NotFinite
            | Undefined::OutOfRange
            | Undefined::Collinear
            | Undefined::Unreliable
            | Undefined::NoConvergence => Self::Undefined,
        }
    }
}

/// A mean level and how many ratings it rests on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Mean {
    /// The mean, 1 to 5.
    pub value: f64,
    /// Ratings; of peers at least three.
    pub n: usize,
}

/// A level over several sources, with its 95 % interval where one can be given.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Figure {
    /// The level, 1 to 5.
    pub value: f64,
    /// Ratings behind it.
    pub n: usize,
    /// The interval, or why there is none.
    pub interval: Rated<(f64, f64)>,
}

/// Findings of one round.
#[derive(Debug, Clone, PartialEq)]
pub struct RoundFindings {
    /// The round.
    pub round: Round,
    /// Its model of competencies.
    pub model: Arc<CompetencyModel>,
    /// Everybody rated, in the order of the people.
    pub people: Vec<PersonProfile>,
    /// The company.
    pub company: GroupLevels,
    /// Branches that have somebody rated, in order of code.
    pub branches: Vec<BranchLevels>,
    /// How raters rate.
    pub calibration: Calibration,
    /// What to train, the largest need first.
    pub needs: Vec<Need>,
    /// The round that changes are counted from.
    pub before: Rated<Round>,
}

/// One person's profile.
#[derive(Debug, Clone, PartialEq)]
pub struct PersonProfile {
    /// Who.
    pub person: PersonId,
    /// Their position when the round opened; they may have another by now.
    pub position: String,
    /// Their branch when the round opened; they may have moved since.
    pub branch: BranchCode,
    /// Their role: position in the model's profiles.
    pub role: Option<usize>,
    /// Per competency.
    pub competencies: Vec<CompetencyLine>,
    /// The mean over competencies, without the self-rating.
    pub overall: Rated<Mean>,
    /// Who rated.
    pub sources: Vec<SourceCount>,
    /// At the required level: how many, of how many that have both level and role.
    pub met: (usize, usize),
    /// Self-rating against the others.
    pub self_gap: Rated<SelfGap>,
    /// Agreement of the raters: r_wg(j), cut to one decimal.
    pub agreement: Rated<f64>,
    /// Service sins that were seen: with fewer than three peers, not by them.
    pub sins: Vec<SinCount>,
}

/// A person's level in one competency.
#[derive(Debug, Clone, PartialEq)]
pub struct CompetencyLine {
    /// The self-rating.
    pub own: Rated<Level>,
    /// By source, parallel to [`Source::OTHERS`].
    pub by_source: [Rated<Mean>; 3],
    /// The level: sources weighed, the self-rating apart.
    pub others: Rated<Figure>,
    /// The level that the role needs.
    pub required: Option<Level>,
    /// Level minus required level.
    pub gap: Rated<Gap>,
    /// Self-rating minus level.
    pub self_minus_others: Rated<f64>,
    /// Self and others a third of the scale apart.
    pub insight: Option<Insight>,
    /// Evidence in words; of peers only from three, in no order.
    pub evidence: Vec<Evidence>,
    /// Change since the round before.
    pub change: Rated<Change>,
}

/// A gap to the role profile.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Gap {
    /// Level minus required; below zero falls short.
    pub value: f64,
    /// 95 % interval, or why there is none.
    pub interval: Rated<(f64, f64)>,
    /// What may be said.
    pub verdict: GapVerdict,
}

/// What may be said about a gap.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GapVerdict {
    /// Below, and the interval lies below zero.
    Sure,
    /// Below, but the interval includes zero.
    Possible,
    /// Below, from a single rating or without interval.
    Single,
    /// At the required level.
    Met,
    /// Above it.
    Above,
}

/// Self and others see it differently.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Insight {
    /// The self-rating is higher by a third of the scale or more.
    BlindSpot,
    /// It is lower by a third of the scale or more.
    HiddenStrength,
}

impl Insight {
    /// A third of the scale from 1 to 5.
    pub const THRESHOLD: f64 = 4.0 / 3.0;
}

/// A text of evidence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// In which part it was written.
    pub source: Source,
    /// The text.
    pub text: String,
}

/// A change between two rounds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Change {
    /// Level then.
    pub before: f64,
    /// Now minus then.
    pub difference: f64,
    /// 95 % interval, or why there is none.
    pub interval: Rated<(f64, f64)>,
}

/// How many rated in a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SourceCount {
    /// The part.
    pub source: Source,
    /// How many handed in; for one or two peers [`Why::FewPeers`].
    pub n: Rated<usize>,
}

/// A service sin and how many saw it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SinCount {
    /// Position in the model's sins.
    pub sin: usize,
    /// Sheets on which it is ticked.
    pub n: usize,
}

/// The self-rating against the others over a person's competencies.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SelfGap {
    /// Competencies that have both.
    pub n: usize,
    /// Self minus others, mean.
    pub difference: f64,
    /// 95 % interval over competencies, or why there is none.
    pub interval: Rated<(f64, f64)>,
    /// Do both sides order the competencies alike? Correlation.
    pub profile_r: Rated<f64>,
}
