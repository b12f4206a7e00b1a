//! The library of proposed actions. Proposals, never orders.

use super::{Finding, LinkedMeasure};
use crate::domain::Text;

/// What a proposal suits.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fits {
    /// A dimension that is low, by id.
    Dimension(String),
    /// A service sin that was seen, by id.
    Sin(String),
    /// A competency that falls short, by id.
    Competency(String),
}

/// A proposal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LibraryAction {
    /// Id.
    pub id: String,
    /// What it suits.
    pub fits: Vec<Fits>,
    /// What is done.
    pub title: Text,
    /// Why it helps.
    pub why: Text,
    /// Steps.
    pub steps: Vec<Text>,
    /// What will show that it worked.
    pub check: Text,
    /// How many weeks it usually takes.
    pub weeks: u32,
}

/// All proposals, in the order of the file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Library {
    /// The proposals.
    pub actions: Vec<LibraryAction>,
}

impl Library {
    /// Proposals that suit.
    pub fn suiting<'a>(&'a self, what: &Fits) -> impl Iterator<Item = &'a LibraryAction> {
        self.actions
            .iter()
            .filter(move |action| action.fits.contains(what))
    }

    /// Everything that some proposal suits, each once: dimensions, sins, competencies.
    #[must_use]
    pub fn themes(&self) -> Vec<Fits> {
        let all = self.actions.iter().flat_map(|action| &action.fits);
        let all: std::collections::BTreeSet<&Fits> = all.collect();
        all.into_iter().cloned().collect()
    }
}

impl Fits {
    /// What a finding is looked up under.
    #[must_use]
    pub fn of(finding: &Finding) -> Option<Self> {
        match &finding.measure {
            LinkedMeasure::Competency(id) => Some(Self::Competency(id.clone())),
            other @ (LinkedMeasure::Dimension(_)
            | LinkedMeasure::Item { .. }
            | LinkedMeasure::Outcome { .. }) => {
                other.dimension().map(|id| Self::Dimension(id.to_owned()))
            }
        }
    }

    /// The id.
    #[must_use]
    pub fn id(&self) -> &str {
        match self {
            Self::Dimension(id) | Self::Sin(id) | Self::Competency(id) => id,
        }
    }
}
