//! Halo and straight lines: does a rater tell dimensions apart?

use nalgebra::SymmetricEigen;

use crate::stats::descriptive::variance;
use crate::stats::reliability::{Covariances, correlations, mean_inter_item};
use crate::stats::{Stat, at_least, count};

use super::complete;

/// Signs of halo in sheets (rows) over dimensions (columns).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct HaloIndices {
    /// Mean correlation between two dimensions.
    pub mean_r: Stat<f64>,
    /// Share of the first principal component of the correlations, 0–1.
    pub first_component: Stat<f64>,
    /// Mean over sheets of the standard deviation over dimensions.
    pub within_sd: f64,
    /// Share of sheets with one value throughout.
    pub straight: f64,
    /// Sheets.
    pub n: usize,
}

/// The indices of complete sheets.
///
/// # Errors
/// Fewer than two dimensions, no sheet.
pub fn halo(columns: &[&[f64]]) -> Stat<HaloIndices> {
    let n = complete(columns, 2, 1)?;
    let (mut spread, mut straight) = (0.0, 0_usize);
    for row in 0..n {
        let sheet: Vec<f64> = columns.iter().map(|column| column[row]).collect();
        let sd = variance(&sheet)?.sqrt();
        spread += sd;
        straight += usize::from(sd < 1e-12);
    }
    let covariances = at_least(n, 2).and_then(|()| Covariances::of(columns));
    let first = |items: &Covariances| {
        let matrix = correlations(items.matrix())?;
        let largest = SymmetricEigen::new(matrix).eigenvalues.max();
        Ok(largest / count(items.items()))
    };
    Ok(HaloIndices {
        mean_r: covariances
            .as_ref()
            .map_err(|why| *why)
            .and_then(mean_inter_item),
        first_component: covariances.as_ref().map_err(|why| *why).and_then(first),
        within_sd: spread / count(n),
        straight: count(straight) / count(n),
        n,
    })
}
