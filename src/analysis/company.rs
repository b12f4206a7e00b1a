//! Company-wide statistics of items and dimensions: reliability, agreement, dissatisfiers.
//!
//! Only where there are enough rows; a smaller number is not even named.

use super::layout::Layout;
use super::rows::Columns;
use super::scoring::{CompleteRows, Scores};
use super::{AudienceFindings, Between, Dissatisfier, ItemStatistics, Reliability};
use crate::disclosure::{
    EXACT_FROM, Favourable, Index, Published, Reason, SHARES_FROM, Segments, ShownCount,
    share_interval,
};
use crate::domain::{Audience, Dataset};
use crate::stats::aggregation::{Anova, Group, anova};
use crate::stats::agreement_within::{rwg_j, uniform_variance};
use crate::stats::descriptive::median;
use crate::stats::omega::omega;
use crate::stats::reliability::{
    Covariances, CrossSums, alpha, alpha_if_dropped, feldt_interval, item_rest,
};
use crate::stats::{Interval, LEVEL, Stat, Undefined};

/// What company-wide statistics are made of.
pub(super) struct Company<'a> {
    pub(super) dataset: &'a Dataset,
    pub(super) scores: &'a Scores,
    pub(super) layout: &'a Layout<'a>,
    pub(super) columns: &'a Columns<'a>,
}

impl Company<'_> {
    /// Adds the statistics to the rows of an audience.
    pub(super) fn complete(&self, found: &mut AudienceFindings) {
        let dimensions = 0..self.dataset.dimensions.len();
        let audience = found.audience;
        found.items = found
            .company
            .items
            .iter()
            .map(|score| unmeasured(*score))
            .collect();
        found.reliability = dimensions
            .map(|dimension| self.reliability(dimension, audience, &mut found.items))
            .collect();
        found.dissatisfiers = self.dissatisfiers(&found.items);
        found.weakest = super::rows::weakest(&found.company);
        found.segments = self.segments(audience);
    }

    /// The people of an audience by their score of the outcome dimension.
    fn segments(&self, audience: Audience) -> Published<Segments> {
        let dimensions = &self.dataset.dimensions;
        let Some(outcome) = dimensions.iter().position(|it| it.is_outcome) else {
            return Published::Hidden(Reason::NotAsked);
        };
        let guarded = self.columns.dimensions[outcome].as_ref();
        let score = self.layout.cell(guarded, (None, audience));
        let (Some(spread), None) = (self.layout.spread(outcome), score.reason()) else {
            return Published::Hidden(score.reason().unwrap_or(Reason::NotAsked));
        };
        let people = |audience| spread.segments(audience);
        let count = |audience: Audience| people(audience).iter().sum::<u32>();
        let rest = |parts: u32| count(Audience::All).saturating_sub(parts);
        let others = match audience {
            Audience::All => Vec::new(),
            Audience::Contact | Audience::BackOffice => vec![
                rest(count(audience)),
                rest(count(Audience::Contact) + count(Audience::BackOffice)),
            ],
        };
        let publisher = self.layout.publisher();
        publisher.segments(people(audience), &others)
    }

    fn reliability(
        &self,
        dimension: usize,
        audience: Audience,
        items: &mut [ItemStatistics],
    ) -> Reliability {
        let Some(rows) = &self.scores.sums[dimension] else {
            return unreliable(0);
        };
        let place = (None, audience);
        let guarded = self.columns.dimensions[dimension].as_ref();
        if self.layout.cell(guarded, place).value().is_none() {
            return unreliable(0);
        }
        let found = covariances(rows, &self.layout.company(audience));
        let n = found.as_ref().map_or(0, Covariances::rows);
        if n < least_rows() {
            return unreliable(n);
        }
        let variance = self.between_branches(dimension, audience);
        let index = self.index(dimension, audience);
        let found = found.as_ref().map_err(|none| *none);
        let factor = found.and_then(omega);
        let measured = found.and_then(|covariances| {
            self.measure_items(covariances, rows, items);
            let value = alpha(covariances)?;
            let feldt = feldt_interval(value, n, covariances.items(), LEVEL)?;
            Ok((value, feldt.low, feldt.high))
        });
        let cut = |value: f64| finite(index.value(value));
        Reliability {
            alpha: measured,
            n,
            omega: factor.map(|found| (found.omega, found.has_heywood)),
            icc1: variance.and_then(|found| cut(found.icc1())),
            icc2: variance.and_then(|found| cut(found.icc2()?)),
            between: variance.and_then(|found| between(&found, index)),
            rwg: self.agreement(rows, audience).and_then(cut),
        }
    }

    /// Beside hidden branches, and such whose count is not said, indices over branches are cut.
    fn index(&self, dimension: usize, audience: Audience) -> Index {
        let guarded = self.columns.dimensions[dimension].as_ref();
        let column = self.scores.dimensions[dimension].as_ref();
        let counted = self.counted(audience);
        let is_open = |unit: &super::unit::Unit| {
            let own = unit.classes.iter().copied();
            let own: Vec<usize> = own.filter(|class| counted[*class]).collect();
            let n = column.map_or(0, |column| column.answers(&own));
            let shown = unit.branch.and_then(|branch| {
                let cell = self.layout.cell(guarded, (Some(branch), audience));
                cell.n()?.exact()
            });
            n == 0 || shown.is_some()
        };
        if self.layout.units.iter().all(is_open) {
            Index::Full
        } else {
            Index::Cut
        }
    }

    fn measure_items(
        &self,
        covariances: &Covariances,
        rows: &CompleteRows,
        items: &mut [ItemStatistics],
    ) {
        let (rest, dropped) = (item_rest(covariances), alpha_if_dropped(covariances));
        for ((item, rest), dropped) in rows.items.iter().zip(rest).zip(dropped) {
            let Some(slot) = items.get_mut(*item) else {
                continue;
            };
            if slot.score.value().is_some() {
                slot.item_rest = rest;
                slot.alpha_if_dropped = dropped;
            }
        }
    }

    /// Which classes count for an audience.
    fn counted(&self, audience: Audience) -> Vec<bool> {
        let mut counted = vec![false; self.scores.classes.len()];
        for class in self.layout.company(audience) {
            counted[class] = true;
        }
        counted
    }

    /// The classes of each branch that has enough answers to count as a group.
    fn branches(&self, audience: Audience, enough: impl Fn(&[usize]) -> bool) -> Vec<Vec<usize>> {
        let counted = self.counted(audience);
        let members = self.layout.units.iter().map(|unit| {
            let own = unit.classes.iter().copied();
            own.filter(|class| counted[*class]).collect::<Vec<_>>()
        });
        members.filter(|classes| enough(classes)).collect()
    }

    fn between_branches(&self, dimension: usize, audience: Audience) -> Stat<Anova> {
        let none = Undefined::TooFew { n: 0, need: 2 };
        let column = self.scores.dimensions[dimension].as_ref().ok_or(none)?;
        let k = self.layout.publisher().min_group().get();
        let branches = self.branches(audience, |classes| column.answers(classes) >= k);
        let groups: Vec<Group> = branches
            .iter()
            .filter_map(|classes| super::changes::group(&column.joined(classes)?))
            .collect();
        anova(&groups)
    }

    /// The median of `r_wg(j)` over branches.
    fn agreement(&self, rows: &CompleteRows, audience: Audience) -> Stat<f64> {
        let k = usize::try_from(self.layout.publisher().min_group().get()).unwrap_or(usize::MAX);
        let null = uniform_variance(5)?;
        let found = self
            .branches(audience, |_| true)
            .into_iter()
            .filter_map(|classes| {
                let covariances = covariances(rows, &classes).ok()?;
                let variances: Option<Vec<f64>> = (0..covariances.items())
                    .map(|i| covariances.get(i, i))
                    .collect();
                if covariances.rows() < k {
                    None
                } else {
                    rwg_j(&variances?, null).ok()
                }
            });
        median(&found.collect::<Vec<_>>())
    }

    /// Agreement items by unfavourable share; those of the outcome dimension are no causes.
    fn dissatisfiers(&self, items: &[ItemStatistics]) -> Vec<Dissatisfier> {
        let outcome = self
            .dataset
            .dimensions
            .iter()
            .filter(|dimension| dimension.is_outcome);
        let outcome: Vec<usize> = outcome.flat_map(|d| d.items.iter().copied()).collect();
        let ranked = items
            .iter()
            .enumerate()
            .filter(|(item, _)| !outcome.contains(item));
        let mut ranked: Vec<Dissatisfier> = ranked
            .filter_map(|(item, found)| dissatisfier(item, found))
            .collect();
        ranked.sort_by(|a, b| {
            b.unfavourable
                .total_cmp(&a.unfavourable)
                .then(a.item.cmp(&b.item))
        });
        ranked
    }
}

/// A shown item with its unfavourable share, where shares are shown.
fn dissatisfier(item: usize, found: &ItemStatistics) -> Option<Dissatisfier> {
    let Published::Shown {
        value,
        n: ShownCount::Exact(n),
    } = found.score
    else {
        return None;
    };
    match value.favourable? {
        Favourable::Band { low: _, high: _ } => None,
        Favourable::Exact {
            unfavourable,
            levels: _,
            favourable: _,
            interval: _,
        } => Some(Dissatisfier {
            item,
            unfavourable,
            interval: share_interval(unfavourable, n)?,
            n,
        }),
    }
}

fn covariances(rows: &CompleteRows, classes: &[usize]) -> Stat<Covariances> {
    let mut all = CrossSums::new(rows.items.len());
    for class in classes {
        all.merge(&rows.sums[*class]);
    }
    Covariances::from_sums(&all)
}

fn between(found: &Anova, index: Index) -> Stat<Between> {
    let (one, two) = found.icc_intervals(LEVEL)?;
    let ends = |interval: Interval| (index.value(interval.low), index.value(interval.high));
    Ok(Between {
        branches: found.groups,
        icc1: ends(one),
        icc2: ends(two),
        f: finite(index.value(found.f))?,
        p: index.p(found.p),
    })
}

/// Rows that company-wide statistics need.
fn least_rows() -> usize {
    usize::try_from(SHARES_FROM).unwrap_or(usize::MAX)
}

/// Too few rows; how many is said only where counts are shown exactly.
fn too_few(n: usize) -> Undefined {
    Undefined::TooFew {
        n: shown_rows(n),
        need: least_rows(),
    }
}

fn shown_rows(n: usize) -> usize {
    if n >= usize::try_from(EXACT_FROM).unwrap_or(usize::MAX) {
        n
    } else {
        0
    }
}

fn unreliable(n: usize) -> Reliability {
    let none = too_few(n);
    Reliability {
        alpha: Err(none),
        n: shown_rows(n),
        omega: Err(none),
        icc1: Err(none),
        icc2: Err(none),
        between: Err(none),
        rwg: Err(none),
    }
}

/// The statistics of an item before its dimension is measured.
pub(super) fn unmeasured(
    score: crate::disclosure::Published<crate::disclosure::Score>,
) -> ItemStatistics {
    ItemStatistics {
        score,
        item_rest: Err(too_few(0)),
        alpha_if_dropped: Err(too_few(0)),
    }
}

/// The statistics of a dimension of which only means are known.
pub(super) fn unmeasured_dimension() -> Reliability {
    unreliable(0)
}

fn finite(value: f64) -> Stat<f64> {
    if value.is_finite() {
        Ok(value)
    } else {
        Err(Undefined::NotFinite)
    }
}
