//! Numeric methods on slices, one file per family.
//!
//! Every function is pure: numbers in, numbers or a named reason out. Nothing here may know the
//! domain, read a file, hold a clock or carry a word for the user. Slices are free of missing
//! values; [`descriptive::complete_pairs`] and [`descriptive::complete_rows`] make them so. A result
//! that is not defined is an [`Undefined`], never a NaN and never an infinity.

pub mod aggregation;
pub mod agreement_within;
pub mod attenuation;
pub mod bootstrap;
pub mod chance;
pub mod compare;
pub mod correlation;
pub mod descriptive;
mod distribution;
pub mod drivers;
pub mod ecological;
pub mod influence;
pub mod kendall;
pub mod lagged;
pub mod line;
pub mod multiple;
pub mod nps;
pub mod omega;
pub mod partial;
pub mod permutation;
pub mod power;
pub mod proportion;
mod random;

pub use random::order_by_lot;
mod ranked;
pub mod raters;
pub mod reliability;
pub mod robust;
pub mod shrinkage;
pub mod waves;
pub mod weighted;

/// Why a statistic has no value for this input.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Undefined {
    /// Fewer observations than the formula needs.
    TooFew {
        /// How many there are.
        n: usize,
        /// How many the formula needs.
        need: usize,
    },
    /// All values of a variable are equal.
    NoVariance,
    /// A correlation of exactly one: the interval around it does not exist.
    Perfect,
    /// Columns that must be of one length are not.
    Lengths,
    /// An input was NaN or infinite, or the numbers are too large to compute with.
    NotFinite,
    /// A parameter or count outside its range.
    OutOfRange,
    /// A column is a combination of the others.
    Collinear,
    /// A reliability too low to correct with.
    Unreliable,
    /// The iteration did not settle.
    NoConvergence,
}

/// A result of this module.
pub type Stat<T> = Result<T, Undefined>;

/// Two columns of one length.
pub type Pair<'a> = (&'a [f64], &'a [f64]);

/// A confidence interval; `low <= high`, both finite.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// Lower limit.
    pub low: f64,
    /// Upper limit.
    pub high: f64,
}

impl Interval {
    /// The interval between two finite limits.
    ///
    /// # Errors
    /// [`Undefined::NotFinite`] where a limit is not a finite number.
    pub fn new(low: f64, high: f64) -> Stat<Self> {
        Ok(Self {
            low: finite(low)?,
            high: finite(high)?,
        })
    }

    /// Does the interval contain the value?
    #[must_use]
    pub fn contains(&self, value: f64) -> bool {
        self.low <= value && value <= self.high
    }

    /// The part of the interval inside the bounds, for scales that end.
    #[must_use]
    pub fn clipped(self, low: f64, high: f64) -> Self {
        Self {
            low: self.low.clamp(low, high),
            high: self.high.clamp(low, high),
        }
    }
}

/// The usual confidence level.
pub const LEVEL: f64 = 0.95;

/// Lets a finite number pass and gives the rest a reason.
fn finite(value: f64) -> Stat<f64> {
    if value.is_finite() {
        Ok(value)
    } else {
        Err(Undefined::NotFinite)
    }
}

/// Refuses slices with NaN or infinities.
fn all_finite(values: &[f64]) -> Stat<()> {
    if values.iter().all(|v| v.is_finite()) {
        Ok(())
    } else {
        Err(Undefined::NotFinite)
    }
}

/// Refuses a number of observations below what a formula needs.
fn at_least(n: usize, need: usize) -> Stat<()> {
    if n < need {
        Err(Undefined::TooFew { n, need })
    } else {
        Ok(())
    }
}

/// Refuses two columns of unequal length or with numbers that are not finite.
fn same_length(x: &[f64], y: &[f64]) -> Stat<()> {
    if x.len() != y.len() {
        return Err(Undefined::Lengths);
    }
    all_finite(x)?;
    all_finite(y)
}

/// A head count as a number; exact far beyond any survey.
#[expect(
    clippy::cast_precision_loss,
    reason = "head counts stay far below 2^53"
)]
fn count(n: usize) -> f64 {
    n as f64
}

/// The sum of products, in eight running sums: fast, and in the same order on every machine.
fn dot(x: &[f64], y: &[f64]) -> f64 {
    const LANES: usize = 8;
    let mut sums = [0.0; LANES];
    let (x_parts, x_rest) = x.as_chunks::<LANES>();
    let (y_parts, y_rest) = y.as_chunks::<LANES>();
    for (a, b) in x_parts.iter().zip(y_parts) {
        for lane in 0..LANES {
            sums[lane] += a[lane] * b[lane];
        }
    }
    let rest: f64 = x_rest.iter().zip(y_rest).map(|(a, b)| a * b).sum();
    sums.iter().sum::<f64>() + rest
}
