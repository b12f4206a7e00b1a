//! The faces of the results screen, and what they are called. Draws nothing.

use crate::domain::Lang;
use crate::i18n::message;

/// A face of the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Tab {
    #[default]
    Map,
    Questions,
    Overview,
    Comments,
}

impl Tab {
    /// In the order in which they are offered.
    pub(super) const ALL: [Self; 4] = [Self::Map, Self::Questions, Self::Overview, Self::Comments];

    const fn key(self) -> &'static str {
        match self {
            Self::Map => "results-tab-map",
            Self::Questions => "results-tab-questions",
            Self::Overview => "results-tab-overview",
            Self::Comments => "results-tab-comments",
        }
    }

    /// Their names, in that order.
    pub(super) fn names(lang: Lang) -> Vec<String> {
        Self::ALL.map(|tab| message(lang, tab.key())).to_vec()
    }

    /// Its place among them.
    pub(super) fn position(self) -> usize {
        let found = Self::ALL.iter().position(|known| *known == self);
        found.unwrap_or(0)
    }
}
