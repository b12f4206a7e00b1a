//! The shapes of what is said about raters.

use super::{Rated, SelfGap};
use crate::domain::rating::{Level, Rater, Source};

/// How raters rate: managers and mystery shoppers by name, agreement over all. Peers are in no line.
#[derive(Debug, Clone, PartialEq)]
pub struct Calibration {
    /// Raters, the strictest first, then the rest by severity.
    pub raters: Vec<RaterLine>,
    /// Agreement coefficients of the round.
    pub agreement: Agreement,
    /// Residual standard deviation of one rating around its person and competency.
    pub rating_sd: Rated<f64>,
    /// Self against others over everybody.
    pub self_gap: Rated<SelfGap>,
}

/// One rater.
#[derive(Debug, Clone, PartialEq)]
pub struct RaterLine {
    /// Who.
    pub rater: Rater,
    /// In which part.
    pub source: Source,
    /// People rated.
    pub rated: usize,
    /// Severity on people whom others rated too.
    pub severity: Rated<Severity>,
    /// Severity from the model score ~ person + rater, in levels; below zero is strict.
    pub adjusted: Rated<f64>,
    /// Correlation of the levels given with those of the others.
    pub r_with_others: Rated<f64>,
    /// Which levels are used.
    pub range: Rated<RangeUse>,
    /// How far one impression decides all.
    pub halo: Rated<Halo>,
    /// Sheets with all levels the same, of sheets with at least two levels.
    pub straight: (usize, usize),
    /// Levels given, level 1 first.
    pub distribution: [usize; 5],
}

/// Severity of a rater.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Severity {
    /// Rater minus others on the same people, in levels; below zero is strict.
    pub difference: f64,
    /// 95 % interval over people, or why there is none.
    pub interval: Rated<(f64, f64)>,
    /// People in common.
    pub common: usize,
    /// Two-sided p, corrected for the number of raters (Benjamini and Hochberg).
    pub p: Rated<f64>,
    /// What may be said.
    pub verdict: SeverityVerdict,
}

/// What may be said about severity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SeverityVerdict {
    /// Stricter than others.
    Strict,
    /// More lenient than others.
    Lenient,
    /// Like the others, or not established.
    Even,
}

/// Use of the scale.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RangeUse {
    /// Lowest level given.
    pub low: Level,
    /// Highest.
    pub high: Level,
    /// Standard deviation of the levels given.
    pub sd: f64,
    /// Is it narrow for so many ratings?
    pub is_narrow: bool,
}

/// Halo of a rater's sheets.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Halo {
    /// Mean standard deviation over the competencies of a sheet; 0 tells nothing apart.
    pub within_sd: f64,
    /// Mean correlation between competencies over sheets.
    pub mean_r: Rated<f64>,
    /// Does it look like a halo?
    pub is_high: bool,
}

/// Agreement coefficients of a round.
#[derive(Debug, Clone, PartialEq)]
pub struct Agreement {
    /// Weighted kappa (quadratic) of self and manager.
    pub kappa: Rated<Coefficient>,
    /// Krippendorff's alpha, ordinal, over all raters but the person.
    pub alpha: Rated<Coefficient>,
    /// Gwet's AC2, ordinal weights, over the same.
    pub ac2: Rated<Coefficient>,
    /// ICC(1,k), k the harmonic mean of the raters of a person.
    pub icc1k: Rated<Coefficient>,
    /// ICC(A,k) of manager and peers as two judges.
    pub icc_ak: Rated<Coefficient>,
    /// Median r_wg over people.
    pub rwg: Rated<Coefficient>,
}

/// A coefficient of agreement.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Coefficient {
    /// The value.
    pub value: f64,
    /// 95 % interval, or why there is none.
    pub interval: Rated<(f64, f64)>,
    /// What it rests on: pairs, units or people.
    pub n: usize,
    /// What may be said.
    pub word: AgreementWord,
}

/// An agreement in a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum AgreementWord {
    /// 0 or below.
    None,
    /// Up to 0.4.
    Weak,
    /// Up to 0.6.
    Moderate,
    /// Up to 0.8.
    Good,
    /// Above 0.8.
    VeryGood,
}

impl AgreementWord {
    /// The word of a value.
    #[must_use]
    pub fn of(value: f64) -> Self {
        match value {
            v if v <= 0.0 => Self::None,
            v if v <= 0.4 => Self::Weak,
            v if v <= 0.6 => Self::Moderate,
            v if v <= 0.8 => Self::Good,
            _ => Self::VeryGood,
        }
    }

    /// The Fluent key.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::None => "agreement-none",
            Self::Weak => "agreement-weak",
            Self::Moderate => "agreement-moderate",
            Self::Good => "agreement-good",
            Self::VeryGood => "agreement-very_good",
        }
    }
}
