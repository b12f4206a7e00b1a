//! The published-or-hidden type and the shapes it carries.

use serde::{Deserialize, Serialize};

/// A number that may be shown, with how many answers it rests on, or why it may not.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Published<T> {
    /// May be shown.
    Shown {
        /// The value, already cut to the detail that its `n` bears.
        value: T,
        /// How many answers it rests on.
        n: ShownCount,
    },
    /// May not be shown, nor its `n`.
    Hidden(Reason),
}

/// Why a value is hidden.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Reason {
    /// Fewer answers than the threshold.
    TooFew,
    /// Shown beside the company, it would give another hidden row away.
    Difference,
    /// The groups of this branch are reported together.
    Merged,
    /// Together with other figures it would prove what somebody answered.
    ProvesAnswer,
    /// The group lost or gained so few people since another wave that the two would tell of them.
    Changed,
    /// This detail needs more answers than there are.
    DetailTooFine,
    /// The question was not asked in this wave or of this group.
    NotAsked,
    /// Nobody answered, or no figure was delivered.
    NoAnswers,
    /// The formula is undefined for these values, such as no variance.
    Undefined,
}

impl Reason {
    /// All of them, for tests and legends.
    pub const ALL: [Self; 9] = [
        Self::TooFew,
        Self::Difference,
        Self::Merged,
        Self::ProvesAnswer,
        Self::Changed,
        Self::DetailTooFine,
        Self::NotAsked,
        Self::NoAnswers,
        Self::Undefined,
    ];

    /// The Fluent key of its sentence.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::TooFew => "hidden-too-few",
            Self::Difference => "hidden-difference",
            Self::Merged => "hidden-merged",
            Self::ProvesAnswer => "hidden-proves-answer",
            Self::Changed => "hidden-changed",
            Self::DetailTooFine => "hidden-detail",
            Self::NotAsked => "hidden-not-asked",
            Self::NoAnswers => "hidden-no-answers",
            Self::Undefined => "hidden-undefined",
        }
    }

    /// The word in JSON.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::TooFew => "too_few",
            Self::Difference => "would_reveal_by_difference",
            Self::Merged => "merged",
            Self::ProvesAnswer => "would_prove_an_answer",
            Self::Changed => "changed_since_another_wave",
            Self::DetailTooFine => "detail_too_fine",
            Self::NotAsked => "not_asked",
            Self::NoAnswers => "no_answers",
            Self::Undefined => "undefined",
        }
    }

    /// Is the value kept back to protect people (and not merely absent)?
    #[must_use]
    pub const fn protects(self) -> bool {
        match self {
            Self::TooFew
            | Self::Difference
            | Self::Merged
            | Self::ProvesAnswer
            | Self::Changed
            | Self::DetailTooFine => true,
            Self::NotAsked | Self::NoAnswers | Self::Undefined => false,
        }
    }
}

/// How many answers, as it may be said: exactly from 10, «5–9» below.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ShownCount {
    /// From the threshold to 9.
    FiveToNine,
    /// 10 and more.
    Exact(u32),
    /// A figure that came in already published, without its `n`.
    NotDelivered,
}

impl ShownCount {
    /// The exact number, where it may be said.
    #[must_use]
    pub const fn exact(self) -> Option<u32> {
        match self {
            Self::Exact(n) => Some(n),
            Self::FiveToNine | Self::NotDelivered => None,
        }
    }

    /// The smaller of two counts, as it may be said.
    #[must_use]
    pub fn fewer(self, other: Self) -> Self {
        match (self, other) {
            (Self::FiveToNine, _) | (_, Self::FiveToNine) => Self::FiveToNine,
            (Self::NotDelivered, _) | (_, Self::NotDelivered) => Self::NotDelivered,
            (Self::Exact(a), Self::Exact(b)) => Self::Exact(a.min(b)),
        }
    }
}

/// A mean on the 1–5 scale with the detail that its `n` bears.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Score {
    /// The mean: rounded to 0.1 and clipped to 1.5–4.5 for 5–9 answers.
    pub mean: f64,
    /// 95 % interval of the mean; from 10 answers.
    pub interval: Option<(f64, f64)>,
    /// Shares of agreement; from 10 answers.
    pub favourable: Option<Favourable>,
}

/// Shares of favourable (4–5), neutral (3) and unfavourable (1–2) answers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Favourable {
    /// 10–29 answers: the ten-point band of the favourable share, in per cent; the ends are
    /// 0–20 and 80–100.
    Band {
        /// Lower end, per cent.
        low: u8,
        /// Upper end, per cent.
        high: u8,
    },
    /// From 30 answers.
    Exact {
        /// Shares of the answers 1 to 5; they sum to 1.
        levels: [f64; 5],
        /// Share of 4 and 5.
        favourable: f64,
        /// Share of 1 and 2.
        unfavourable: f64,
        /// 95 % Wilson interval of the favourable share.
        interval: (f64, f64),
    },
}

/// NPS or eNPS, −100 to +100, with its adjusted-Wald 95 % interval.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct NpsFigure {
    /// The score.
    pub value: f64,
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
    /// Share of promoters; none where detail is too fine.
    pub promoters: Option<f64>,
    /// Share of detractors; none where detail is too fine.
    pub detractors: Option<f64>,
}

impl<T> Published<T> {
    /// The value, where it is shown.
    pub const fn value(&self) -> Option<&T> {
        match self {
            Self::Shown { value, .. } => Some(value),
            Self::Hidden(_) => None,
        }
    }

    /// The reason, where it is hidden.
    pub const fn reason(&self) -> Option<Reason> {
        match self {
            Self::Shown { .. } => None,
            Self::Hidden(reason) => Some(*reason),
        }
    }

    /// How many answers, where that is shown.
    pub const fn n(&self) -> Option<ShownCount> {
        match self {
            Self::Shown { n, .. } => Some(*n),
            Self::Hidden(_) => None,
        }
    }

    /// The same publication of something derived from the value.
    pub fn map<U>(&self, derive: impl FnOnce(&T) -> U) -> Published<U> {
        match self {
            Self::Shown { value, n } => Published::Shown {
                value: derive(value),
                n: *n,
            },
            Self::Hidden(reason) => Published::Hidden(*reason),
        }
    }

    /// The publication of something derived from two values: shown where both are, resting on the
    /// fewer answers. Of two reasons the later one's is given.
    pub fn with<U, V>(
        &self,
        later: &Published<U>,
        derive: impl FnOnce(&T, &U) -> V,
    ) -> Published<V> {
        match (self, later) {
            (Self::Shown { value: a, n }, Published::Shown { value: b, n: m }) => {
                Published::Shown {
                    value: derive(a, b),
                    n: n.fewer(*m),
                }
            }
            (_, Published::Hidden(reason)) | (Self::Hidden(reason), Published::Shown { .. }) => {
                Published::Hidden(*reason)
            }
        }
    }
}
