//! Several raters and the same people: agreement, severity, halo, self against others.
//!
//! Ratings come as numbers of any scale. Whole tables are judges × subjects without gaps; lists of
//! units leave out what was not rated. All ratings equal is a reason, never 0 or 1.

mod additive;
mod concordance;
mod gwet;
mod halo;
mod icc;
mod kappa;
mod krippendorff;
mod own;
mod severity;

pub use additive::{Cell, RaterEffects, rater_effects};
pub use concordance::{Concordance, kendall_w};
pub use gwet::{Ac2, gwet_ac2_ordinal};
pub use halo::{HaloIndices, halo};
pub use icc::{Form, IccTable, icc_interval, icc_one_way, icc_table, icc_value};
pub use kappa::{Disagreement, Kappa, kappa};
pub use krippendorff::{Metric, krippendorff_alpha};
pub use own::{OwnGap, OwnTest, own_against_others};
pub use severity::{RaterUse, rater_use};

use super::distribution::t_margin;
use super::{Stat, Undefined, all_finite, at_least, count};

/// Half the interval of a rating whose standard error is 1, where the spread was pooled with so many
/// degrees of freedom.
///
/// # Errors
/// No degree of freedom; `level` outside 0–1.
pub fn pooled_margin(freedom: usize, level: f64) -> Stat<f64> {
    at_least(freedom, 1)?;
    t_margin(level, count(freedom))
}

/// Judges of one length, at least `judges` of them over at least `subjects`.
fn complete(columns: &[&[f64]], judges: usize, subjects: usize) -> Stat<usize> {
    at_least(columns.len(), judges)?;
    let n = columns.first().map_or(0, |column| column.len());
    if columns.iter().any(|column| column.len() != n) {
        return Err(Undefined::Lengths);
    }
    columns.iter().try_for_each(|column| all_finite(column))?;
    at_least(n, subjects)?;
    Ok(n)
}

/// The different values of all units, ascending.
fn categories<'a>(units: impl Iterator<Item = &'a [f64]>) -> Stat<Vec<f64>> {
    let mut found: Vec<f64> = Vec::new();
    for unit in units {
        for value in unit {
            if !value.is_finite() {
                return Err(Undefined::NotFinite);
            }
            if let Err(place) = found.binary_search_by(|known| known.total_cmp(value)) {
                found.insert(place, *value);
            }
        }
    }
    Ok(found)
}

/// Position of a value among the categories.
fn place(categories: &[f64], value: f64) -> usize {
    categories
        .binary_search_by(|known| known.total_cmp(&value))
        .unwrap_or_else(|place| place.min(categories.len().saturating_sub(1)))
}
