//! What a correlation might be if both sides were measured without error.
//!
//! A labelled second number, never the first: it has a wide error of its own.

use super::{Stat, Undefined, finite};

/// At or below this reliability a correction says more about the error than about the relation.
pub const LOWEST_RELIABILITY: f64 = 0.3;

/// A corrected correlation.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Corrected {
    /// r/√(rel_x·rel_y), not above 1 in size.
    pub value: f64,
    /// The formula gave more than 1 and was cut.
    pub is_capped: bool,
}

/// Spearman's correction (Spearman 1904) with the reliabilities of the two sides; for branch means
/// these are ICC(2).
///
/// # Errors
/// A reliability of .3 or less; numbers outside their range.
pub fn correct(r: f64, reliability_x: f64, reliability_y: f64) -> Stat<Corrected> {
    finite(reliability_x + reliability_y)?;
    if !(-1.0..=1.0).contains(&r) || reliability_x > 1.0 || reliability_y > 1.0 {
        return Err(Undefined::OutOfRange);
    }
    if reliability_x <= LOWEST_RELIABILITY || reliability_y <= LOWEST_RELIABILITY {
        return Err(Undefined::Unreliable);
    }
    let raw = finite(r / (reliability_x * reliability_y).sqrt())?;
    Ok(Corrected {
        value: raw.clamp(-1.0, 1.0),
        is_capped: raw.abs() > 1.0,
    })
}
