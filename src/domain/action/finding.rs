//! The link from an action to the finding it came from, as the finding stood that day.

use crate::domain::{Audience, BranchCode, Channel, Date, Measure, Text};

/// A finding, kept with its figure.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// What kind of finding it was.
    pub origin: Origin,
    /// What is looked at again.
    pub measure: LinkedMeasure,
    /// Title of the measure that day, in both languages.
    pub title: Text,
    /// Whose answers.
    pub audience: Audience,
    /// Where; none for the company.
    pub branch: Option<BranchCode>,
    /// Code of the wave, or of the round of assessment.
    pub wave: String,
    /// The day it was noted; none before the action is stored.
    pub noted: Option<Date>,
    /// The published figure that day.
    pub figure: Option<Figure>,
}

/// What kind of finding an action came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// A dimension of the company.
    Dimension,
    /// A cell of the heat map.
    Cell,
    /// A question that many disagree with.
    Dissatisfier,
    /// A dimension on the map of drivers.
    Driver,
    /// Staff more satisfied, customers less.
    Divergence,
    /// A competency below what its role needs.
    Competency,
    /// A customer measure.
    Outcome,
}

impl Origin {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::Dimension,
        Self::Cell,
        Self::Dissatisfier,
        Self::Driver,
        Self::Divergence,
        Self::Competency,
        Self::Outcome,
    ];

    /// The word of files.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Dimension => "dimension",
            Self::Cell => "cell",
            Self::Dissatisfier => "dissatisfier",
            Self::Driver => "driver",
            Self::Divergence => "divergence",
            Self::Competency => "competency",
            Self::Outcome => "outcome",
        }
    }

    /// The origin of a word of files.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|origin| origin.code() == code)
    }

    /// The Fluent key of its name.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Dimension => "action-origin-dimension",
            Self::Cell => "action-origin-cell",
            Self::Dissatisfier => "action-origin-dissatisfier",
            Self::Driver => "action-origin-driver",
            Self::Divergence => "action-origin-divergence",
            Self::Competency => "action-origin-competency",
            Self::Outcome => "action-origin-outcome",
        }
    }
}

/// What is looked at again in the next wave, period or round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LinkedMeasure {
    /// The mean of a dimension, by id.
    Dimension(String),
    /// The mean of an item.
    Item {
        /// Id of the item.
        id: String,
        /// Id of its dimension, for proposals.
        dimension: String,
    },
    /// A customer measure, over all channels or through one.
    Outcome {
        /// What is measured.
        measure: Measure,
        /// The channel.
        channel: Option<Channel>,
        /// The dimension that customers diverged from, for proposals.
        dimension: Option<String>,
    },
    /// The mean level of a competency, by id.
    Competency(String),
}

impl LinkedMeasure {
    /// The dimension that proposals are looked up for.
    #[must_use]
    pub fn dimension(&self) -> Option<&str> {
        match self {
            Self::Dimension(id) => Some(id),
            Self::Item { dimension, .. } => Some(dimension),
            Self::Outcome { dimension, .. } => dimension.as_deref(),
            Self::Competency(_) => None,
        }
    }
}

/// A published figure as it stood.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Figure {
    /// The value in its own unit.
    pub value: f64,
    /// 95 % interval, where there was one.
    pub interval: Option<(f64, f64)>,
    /// How many answers, people or customers.
    pub n: FigureCount,
}

/// How many answers a figure rested on, as it may be said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FigureCount {
    /// From the threshold to nine.
    FiveToNine,
    /// So many.
    Exact(u64),
    /// Nobody said.
    NotGiven,
}
