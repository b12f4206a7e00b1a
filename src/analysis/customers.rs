//! Customer figures of a wave: per measure over all channels, then through each channel.

use std::collections::{BTreeMap, BTreeSet};

use super::changes::plain_change;
use super::link_checks::shrunken_customers;
use super::{Change, CustomerFigure, CustomerFindings, OutcomeInfo};
use crate::disclosure::plain;
use crate::domain::{Channel, CustomerValue, Dataset, Measure, NpsCounts, Outcome, Wave};
use crate::stats::nps::{difference, nps};
use crate::stats::{Interval, LEVEL};

/// Points of NPS in one unit of the statistics.
const POINTS: f64 = 100.0;

/// The measures of a data set: NPS first, each over all channels and then through each of them,
/// where there are several.
pub(super) fn outcomes(dataset: &Dataset) -> Vec<OutcomeInfo> {
    let known: BTreeSet<_> = dataset.branches.iter().map(|branch| &branch.code).collect();
    let mut channels = BTreeMap::<(bool, &Measure), BTreeSet<&Channel>>::new();
    for outcome in dataset
        .outcomes
        .iter()
        .filter(|outcome| known.contains(&outcome.branch))
    {
        let key = (!outcome.measure.is_nps(), &outcome.measure);
        channels.entry(key).or_default().insert(&outcome.channel);
    }
    let mut found = Vec::new();
    for ((_, measure), channels) in channels {
        found.push(OutcomeInfo {
            measure: measure.clone(),
            channel: None,
        });
        let named = channels
            .iter()
            .filter(|channel| !channel.as_str().is_empty());
        let several = channels.len() > 1;
        found.extend(named.filter(|_| several).map(|channel| OutcomeInfo {
            measure: measure.clone(),
            channel: Some((*channel).clone()),
        }));
    }
    found
}

/// The customer figures of a wave, parallel to `list`; `before` are those of the wave before.
pub(super) fn customers(
    dataset: &Dataset,
    list: &[OutcomeInfo],
    wave: &Wave,
    before: Option<&[CustomerFindings]>,
) -> Vec<CustomerFindings> {
    let positions: BTreeMap<_, _> = dataset
        .branches
        .iter()
        .enumerate()
        .map(|(place, branch)| (&branch.code, place))
        .collect();
    let mut cells: Vec<Vec<Cell>> = list
        .iter()
        .map(|_| vec![Cell::default(); dataset.branches.len()])
        .collect();
    for outcome in dataset
        .outcomes
        .iter()
        .filter(|outcome| wave.covers(&outcome.period))
    {
        let Some(branch) = positions.get(&outcome.branch) else {
            continue;
        };
        for (info, row) in list.iter().zip(&mut cells) {
            if info.takes(outcome) {
                row[*branch].add(outcome.value);
            }
        }
    }
    let found = cells.into_iter().enumerate();
    let findings = |(place, mut cells): (usize, Vec<Cell>)| {
        join(&mut cells, &dataset.pools);
        findings(&cells, &dataset.pools, before.and_then(|b| b.get(place)))
    };
    found.map(findings).collect()
}

impl OutcomeInfo {
    fn takes(&self, outcome: &Outcome) -> bool {
        self.measure == outcome.measure
            && self
                .channel
                .as_ref()
                .is_none_or(|channel| *channel == outcome.channel)
    }
}

/// The results of one branch for one measure.
#[derive(Debug, Clone, Default)]
struct Cell {
    counts: NpsCounts,
    values: Vec<(f64, Option<u64>)>,
}

impl Cell {
    fn add(&mut self, value: CustomerValue) {
        match value {
            CustomerValue::Counts(counts) => self.counts.merge(counts),
            CustomerValue::Value { value, n } if value.is_finite() => self.values.push((value, n)),
            CustomerValue::Value { value: _, n: _ } => {}
        }
    }

    /// Counts alone stay counts; beside plain values they become one of them.
    fn figure(&self) -> Option<CustomerFigure> {
        let counted = counted(self.counts);
        if self.values.is_empty() {
            return counted;
        }
        let counted = counted.map(|figure| (figure.value, figure.n));
        averaged(self.values.iter().copied().chain(counted))
    }
}

fn counted(counts: NpsCounts) -> Option<CustomerFigure> {
    let found = nps(plain(counts), LEVEL).ok()?;
    let Interval { low, high } = found.interval;
    Some(CustomerFigure {
        value: found.value * POINTS,
        interval: Some((low * POINTS, high * POINTS)),
        n: Some(counts.n()),
        counts: Some(counts),
    })
}

/// The mean of values, by their n where each has one.
fn averaged(values: impl Iterator<Item = (f64, Option<u64>)>) -> Option<CustomerFigure> {
    let (mut all, mut weighted, mut weights, mut count) = (0.0, 0.0, Some(0_u64), 0.0);
    for (value, n) in values {
        all += value;
        count += 1.0;
        weights = weights.zip(n).map(|(sum, n)| sum.saturating_add(n));
        weighted += value * as_number(n.unwrap_or(0));
    }
    if count <= 0.0 {
        return None;
    }
    let value = match weights {
        Some(n) if n > 0 => weighted / as_number(n),
        Some(_) | None => all / count,
    };
    value.is_finite().then_some(CustomerFigure {
        value,
        interval: None,
        n: weights.filter(|n| *n > 0),
        counts: None,
    })
}

#[expect(clippy::cast_precision_loss, reason = "customers are fewer than 2^53")]
fn as_number(n: u64) -> f64 {
    n as f64
}

/// Branches that stand for several have the customers of all of them.
fn join(cells: &mut [Cell], pools: &BTreeMap<usize, Vec<usize>>) {
    for (pool, members) in pools {
        let mut joint = Cell::default();
        for cell in members.iter().filter_map(|at| cells.get(*at)) {
            joint.counts.merge(cell.counts);
            joint.values.extend(&cell.values);
        }
        if let Some(cell) = cells.get_mut(*pool) {
            *cell = joint;
        }
    }
}

fn findings(
    cells: &[Cell],
    pools: &BTreeMap<usize, Vec<usize>>,
    before: Option<&CustomerFindings>,
) -> CustomerFindings {
    let branches: Vec<Option<CustomerFigure>> = cells.iter().map(Cell::figure).collect();
    // Each customer counts once in the company.
    let mut single = branches.clone();
    for pool in pools.keys() {
        if let Some(cell) = single.get_mut(*pool) {
            *cell = None;
        }
    }
    let company = company(&single);
    let branch_changes = before.map_or_else(Vec::new, |before| {
        let pairs = before.branches.iter().zip(&branches);
        pairs
            .map(|(from, to)| changed(from.as_ref(), to.as_ref()))
            .collect()
    });
    CustomerFindings {
        shrunken: shrunken_customers(&single),
        change: before.and_then(|before| changed(before.company.as_ref(), company.as_ref())),
        company,
        branches,
        branch_changes,
    }
}

fn company(branches: &[Option<CustomerFigure>]) -> Option<CustomerFigure> {
    let shown = || branches.iter().flatten();
    let mut sum = NpsCounts::default();
    for figure in shown() {
        let Some(counts) = figure.counts else {
            return averaged(shown().map(|figure| (figure.value, figure.n)));
        };
        sum.merge(counts);
    }
    counted(sum)
}

/// The change of a figure; with an interval where both sides are counts.
fn changed(before: Option<&CustomerFigure>, after: Option<&CustomerFigure>) -> Option<Change> {
    let (before, after) = (before?, after?);
    let tested = before.counts.zip(after.counts).and_then(|(from, to)| {
        let found = difference(plain(from), plain(to), LEVEL).ok()?;
        let Interval { low, high } = found.interval;
        Interval::new(low * POINTS, high * POINTS).ok()
    });
    Some(plain_change(before.value, after.value, tested))
}

/// Two-sided p of a change of NPS; none where one side has no counts.
pub(super) fn change_p(
    before: Option<&CustomerFigure>,
    after: Option<&CustomerFigure>,
) -> Option<f64> {
    let (from, to) = (before?.counts?, after?.counts?);
    difference(plain(from), plain(to), LEVEL)
        .ok()
        .map(|found| found.p)
}
