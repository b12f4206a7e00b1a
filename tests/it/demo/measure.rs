//! Plain measures over a data set, independent of the analysis: what the tests hold the planted truth
//! against.

use std::collections::BTreeMap;

use frontline::app::demo::DemoChain;
use frontline::domain::{Audience, CustomerValue, Dataset, Item, Lang, MISSING, NpsCounts};

pub(super) const SEEDS: std::ops::Range<u64> = 0..20;
pub(super) const LAST: usize = 2;
pub(super) const SMALLEST_GROUP: usize = 5;

pub(super) fn chain(seed: u64) -> DemoChain {
    DemoChain::generate(seed, Lang::Ru)
}

pub(super) fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

/// The recoded answers of an audience to the items that a rule picks, with the branch of each.
pub(super) fn answers(
    data: &Dataset,
    wave: usize,
    audience: Audience,
    picks: impl Fn(&Item) -> bool,
) -> Vec<(usize, f64)> {
    let answers = &data.waves[wave].answers;
    let mut found = Vec::new();
    for block in &answers.blocks {
        for (column, item) in block.columns.iter().zip(&block.items) {
            let item = &data.items[*item];
            if !picks(item) {
                continue;
            }
            for (value, class) in column.iter().zip(block.class.iter()) {
                let class = &answers.classes[usize::from(*class)];
                if *value != MISSING && class.counts_for(audience) {
                    let value = if item.is_reversed { 6 - value } else { *value };
                    found.push((class.branches[0], f64::from(value)));
                }
            }
        }
    }
    found
}

pub(super) fn company_mean(data: &Dataset, wave: usize, picks: impl Fn(&Item) -> bool) -> f64 {
    let values: Vec<f64> = answers(data, wave, Audience::All, picks)
        .into_iter()
        .map(|(_, value)| value)
        .collect();
    mean(&values)
}

/// The mean of a dimension per branch, where at least five people of the audience answered.
pub(super) fn branch_means(
    data: &Dataset,
    wave: usize,
    audience: Audience,
    dim: &str,
) -> Vec<Option<f64>> {
    let mut of_branch: Vec<Vec<f64>> = vec![Vec::new(); data.branches.len()];
    for (branch, value) in answers(data, wave, audience, |item| item.dimension == dim) {
        of_branch[branch].push(value);
    }
    let sheets = sheets_of(data, wave, audience);
    let enough = |branch: usize| sheets[branch] >= SMALLEST_GROUP;
    let means = of_branch.iter().enumerate();
    means
        .map(|(branch, values)| enough(branch).then(|| mean(values)))
        .collect()
}

/// How many people of an audience answered, per branch.
pub(super) fn sheets_of(data: &Dataset, wave: usize, audience: Audience) -> Vec<usize> {
    let answers = &data.waves[wave].answers;
    let mut sheets = vec![0; data.branches.len()];
    for class in answers.blocks[0].class.iter() {
        let class = &answers.classes[usize::from(*class)];
        sheets[class.branches[0]] += usize::from(class.counts_for(audience));
    }
    sheets
}

/// NPS per branch over the months and channels of a wave.
pub(super) fn nps(data: &Dataset, wave: usize) -> Vec<f64> {
    let mut counts: BTreeMap<&str, NpsCounts> = BTreeMap::new();
    for outcome in &data.outcomes {
        if let CustomerValue::Counts(found) = outcome.value
            && data.waves[wave].wave.covers(&outcome.period)
        {
            counts
                .entry(outcome.branch.as_str())
                .or_default()
                .merge(found);
        }
    }
    let score = |counts: &NpsCounts| {
        100.0 * (counts.promoters as f64 - counts.detractors as f64) / counts.n() as f64
    };
    data.branches
        .iter()
        .map(|branch| score(&counts[branch.code.as_str()]))
        .collect()
}

pub(super) fn ranks(values: &[f64]) -> Vec<f64> {
    let below = |x: f64| values.iter().filter(|y| **y < x).count() as f64;
    let equal = |x: f64| values.iter().filter(|y| y.total_cmp(&x).is_eq()).count() as f64;
    values
        .iter()
        .map(|x| below(*x) + (equal(*x) + 1.0) / 2.0)
        .collect()
}

pub(super) fn spearman(pairs: &[(f64, f64)]) -> f64 {
    let (x, y): (Vec<f64>, Vec<f64>) = pairs.iter().copied().unzip();
    let (x, y) = (ranks(&x), ranks(&y));
    let (mx, my) = (mean(&x), mean(&y));
    let product = |a: &[f64], ma: f64, b: &[f64], mb: f64| -> f64 {
        a.iter().zip(b).map(|(a, b)| (a - ma) * (b - mb)).sum()
    };
    product(&x, mx, &y, my) / (product(&x, mx, &x, mx) * product(&y, my, &y, my)).sqrt()
}

/// The lower end of the Bonett–Wright interval of Spearman's rho, whichever branch is left out.
pub(super) fn lowest_end(pairs: &[(f64, f64)]) -> f64 {
    let ends = (0..pairs.len()).map(|left_out| {
        let mut rest = pairs.to_vec();
        rest.remove(left_out);
        let rho = spearman(&rest);
        let error = ((1.0 + rho * rho / 2.0) / (rest.len() as f64 - 3.0)).sqrt();
        (rho.atanh() - 1.96 * error).tanh()
    });
    ends.fold(1.0, f64::min)
}

/// Staff mean and NPS of every branch that has both.
pub(super) fn pairs(data: &Dataset, wave: usize, audience: Audience, dim: &str) -> Vec<(f64, f64)> {
    let means = branch_means(data, wave, audience, dim);
    let both = means.into_iter().zip(nps(data, wave));
    both.filter_map(|(staff, nps)| staff.map(|staff| (staff, nps)))
        .collect()
}

pub(super) fn lowest<T: Copy>(of: impl IntoIterator<Item = T>, figure: impl Fn(T) -> f64) -> T {
    let found = of
        .into_iter()
        .min_by(|a, b| figure(*a).total_cmp(&figure(*b)));
    found.expect("something to choose from")
}

pub(super) fn unfavourable(data: &Dataset, wave: usize, id: &str) -> f64 {
    let answers = answers(data, wave, Audience::All, |item| item.id == id);
    answers.iter().filter(|(_, value)| *value <= 2.0).count() as f64 / answers.len() as f64
}
