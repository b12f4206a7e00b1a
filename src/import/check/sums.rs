//! Adding up the results of rows, and the values that are kept once. Which rows belong together is
//! decided in `outcomes`.

use std::collections::HashMap;

use super::{Fault, at};
use crate::domain::{CustomerValue, NpsCounts};
use crate::import::refusal::RefusalReason;
use crate::import::row::Row;
use crate::import::table::Cell;
use crate::import::values;

/// What a row adds to a result.
#[derive(Debug, Clone, Copy)]
pub(super) enum Amount {
    Counts(NpsCounts),
    Value { value: f64, n: Option<u64> },
}

/// The running sum of one result.
pub(super) struct Sum {
    counts: NpsCounts,
    mean: f64,
    weight: f64,
    n: Option<u64>,
    rows: u64,
    is_counts: bool,
    pub(super) first_row: u32,
    pub(super) is_existing: bool,
}

/// Values that are kept once, by number.
pub(super) struct Kept<T> {
    values: Vec<T>,
    places: HashMap<T, u32>,
}

impl<T: Clone + std::hash::Hash + Eq> Kept<T> {
    pub(super) fn new() -> Self {
        Self {
            values: Vec::new(),
            places: HashMap::new(),
        }
    }

    pub(super) fn place(&mut self, value: T) -> u32 {
        if let Some(place) = self.places.get(&value) {
            return *place;
        }
        let place = u32::try_from(self.values.len()).expect("rows are limited far below 2^32");
        self.values.push(value.clone());
        self.places.insert(value, place);
        place
    }

    pub(super) fn get(&self, place: u32) -> T {
        let index = usize::try_from(place).unwrap_or(usize::MAX);
        self.values
            .get(index)
            .cloned()
            .expect("places come from `place`")
    }
}

impl Sum {
    pub(super) fn new(first: Amount, first_row: u32, is_existing: bool) -> Self {
        Self {
            counts: NpsCounts::default(),
            mean: 0.0,
            weight: 0.0,
            n: None,
            rows: 0,
            is_counts: matches!(first, Amount::Counts(_)),
            first_row,
            is_existing,
        }
    }

    pub(super) fn add(&mut self, amount: Amount) {
        self.rows += 1;
        match amount {
            Amount::Counts(counts) => self.counts.merge(counts),
            Amount::Value { value, n } => {
                #[expect(clippy::cast_precision_loss, reason = "counts are at most ten million")]
                let weight = n.unwrap_or(1) as f64;
                self.weight += weight;
                // A running mean: a single row gives its value back to the last bit.
                if self.rows == 1 {
                    self.mean = value;
                } else if self.weight > 0.0 {
                    self.mean += (value - self.mean) * (weight / self.weight);
                }
                self.n = n.map(|n| self.n.unwrap_or(0) + n).or(self.n);
            }
        }
    }

    /// The result: counts, or the mean by weight.
    pub(super) fn value(&self) -> CustomerValue {
        if self.is_counts {
            return CustomerValue::Counts(self.counts);
        }
        // Several rows without a stated n are so many visits.
        let n = self.n.or((self.rows > 1).then_some(self.rows));
        CustomerValue::Value {
            value: self.mean,
            n,
        }
    }
}

pub(super) fn counts(row: Row<'_>, columns: [usize; 3]) -> Result<NpsCounts, Box<Fault>> {
    let mut found = [0_u64; 3];
    for (place, column) in found.iter_mut().zip(columns) {
        *place = values::count(row.cell(column)).map_err(|reason| {
            // One of three counts left out would read as zero.
            let is_empty = reason == RefusalReason::EmptyCell && !row.is_merged(column);
            at(column)(if is_empty {
                RefusalReason::CountsMissing
            } else {
                reason
            })
        })?;
    }
    let [promoters, passives, detractors] = found;
    Ok(NpsCounts {
        promoters,
        passives,
        detractors,
    })
}

pub(super) fn amount(row: Row<'_>, value: usize, n: Option<usize>) -> Result<Amount, Box<Fault>> {
    let number = values::number(row.cell(value)).map_err(at(value))?;
    let n = match n.map(|column| (column, row.cell(column))) {
        Some((_, Cell::Empty)) | None => None,
        Some((column, cell)) => Some(values::count(cell).map_err(at(column))?),
    };
    Ok(Amount::Value { value: number, n })
}
