//! Drivers over persons from the company view: block records keep no sheets, the view keeps their
//! dimension scores in three bands. Everybody together only: it knows neither branch nor group.

use super::driver_findings::NoModel;
use super::drivers::{Persons, Sought, allowed};
use crate::domain::{Audience, MISSING};
use crate::stats::drivers::Moments;
use crate::stats::order_by_lot;

/// The middle of the three bands.
const MIDDLE_BAND: f64 = 1.0;
/// A view is drawn again in so many parts at most.
const VIEW_PARTS: usize = 1_000;

impl Sought<'_> {
    /// Block records keep no sheets; the company view keeps their dimension scores in bands.
    pub(super) fn counted_in_view(
        &self,
        outcome: usize,
    ) -> Result<(Vec<usize>, Vec<Persons>), NoModel> {
        let view = self.answers.company_view.as_ref().ok_or(NoModel::Blocks)?;
        let place = |dimension: usize| view.dimensions.iter().position(|it| *it == dimension);
        let mut dimensions: Vec<usize> = self
            .candidates()
            .filter(|dimension| place(*dimension).is_some())
            .collect();
        allowed(dimensions.len())?;
        if place(outcome).is_none() {
            return Err(NoModel::NothingToCompare);
        }
        dimensions.push(outcome);
        let columns: Vec<&[u8]> = dimensions
            .iter()
            .filter_map(|dimension| view.bands.get(place(*dimension)?))
            .map(Vec::as_slice)
            .collect();
        let parts = view_parts(&columns, self.chance.seed);
        let everybody = Persons {
            audience: Audience::All,
            n: parts.iter().map(Moments::rows).sum(),
            parts,
        };
        Ok((dimensions, vec![everybody]))
    }
}

/// Sums of the complete rows of a company view. Without branches, intervals draw rows again in
/// [`VIEW_PARTS`] parts, by lot: rows come sorted, so neighbours are alike.
fn view_parts(columns: &[&[u8]], seed: u64) -> Vec<Moments> {
    let rows = columns.first().map_or(0, |column| column.len());
    let mut parts = vec![Moments::new(&vec![MIDDLE_BAND; columns.len()]); rows.min(VIEW_PARTS)];
    let mut row = vec![0.0; columns.len()];
    for (turn, place) in order_by_lot(rows, seed).into_iter().enumerate() {
        let bands = columns.iter().map(|column| column[place]);
        if bands.clone().any(|band| band == MISSING) {
            continue;
        }
        row.iter_mut()
            .zip(bands)
            .for_each(|(slot, band)| *slot = f64::from(band));
        parts[turn % VIEW_PARTS].add(&row);
    }
    parts
}
