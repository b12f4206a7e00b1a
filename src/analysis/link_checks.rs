//! Computes what stands beside a link, from published branch figures only. Nothing here changes the
//! verdict.

use super::link::{FEWEST, coefficient};
use super::{
    AudienceFindings, CorrectedLink, CustomerFigure, CustomerFindings, Held, LagTests, LaggedLink,
    Link, LinkExtras, PartialLink, RegionSplit, Shrinkage, TEST_LAG_FROM, WeightedLink,
};
use crate::disclosure::{plain, standard_error};
use crate::domain::{Audience, Branch};
use crate::stats::attenuation::{self, correct};
use crate::stats::correlation::{self, Kind};
use crate::stats::ecological::within_between;
use crate::stats::lagged::{Lagged, TwoWaves, lagged};
use crate::stats::nps::adjusted;
use crate::stats::partial::partial;
use crate::stats::shrinkage::{Estimate, Method, shrink};
use crate::stats::weighted::{precision_weights, weighted_r};
use crate::stats::{LEVEL, Stat, Undefined};

/// Points of NPS in one unit of the statistics.
const POINTS: f64 = 100.0;

/// What is known around the links of a wave.
pub(super) struct Around<'a> {
    pub(super) branches: &'a [Branch],
    /// The wave before.
    pub(super) before: Option<(&'a [AudienceFindings], &'a [CustomerFindings])>,
}

/// Both sides of a wave, by branch.
#[derive(Clone, Copy)]
pub(super) struct Sides<'a> {
    pub(super) staff: &'a AudienceFindings,
    pub(super) customers: &'a CustomerFindings,
    pub(super) shrunken_staff: &'a Stat<Shrinkage>,
}

impl Around<'_> {
    /// The extras of a link with its points.
    pub(super) fn extras(&self, link: &Link, sides: Sides<'_>) -> LinkExtras {
        let n = link.points.len();
        if n < FEWEST {
            return LinkExtras::undefined(Undefined::TooFew { n, need: FEWEST });
        }
        LinkExtras {
            weighted: weighted(link, sides),
            partial: self.partials(link),
            regions: self.regions(link),
            corrected: corrected(link, sides),
            lagged: self.lagged(link),
            staff: sides.shrunken_staff.clone(),
            customers: sides.customers.shrunken.clone(),
        }
    }

    fn partials(&self, link: &Link) -> Vec<PartialLink> {
        let of = |held| Held::columns(held, link, self.branches);
        let known: Vec<(Held, Known)> = [Held::Size, Held::Region, Held::Format]
            .into_iter()
            .filter_map(|held| Some((held, of(held)?)))
            .collect();
        let all = (known.len() > 1).then(|| of(Held::All)).flatten();
        known
            .into_iter()
            .chain(all.map(|all| (Held::All, all)))
            .map(|(held, known)| known.partial(held, link))
            .collect()
    }

    fn regions(&self, link: &Link) -> Option<Stat<RegionSplit>> {
        let (mut x, mut y, mut of) = (Vec::new(), Vec::new(), Vec::new());
        let mut names: Vec<&str> = Vec::new();
        for point in &link.points {
            let Some(name) = named(self.branches, point.branch, |it| &it.region) else {
                continue;
            };
            let place = names.iter().position(|other| *other == name);
            of.push(place.unwrap_or_else(|| {
                names.push(name);
                names.len() - 1
            }));
            x.push(point.staff);
            y.push(point.customer);
        }
        (names.len() > 1).then(|| {
            let n = x.len();
            at_least(n)?;
            let found = within_between(&x, &y, &of)?;
            Ok(RegionSplit {
                n,
                regions: names.len(),
                total: found.total,
                within: found.within,
                between: found.between,
            })
        })
    }

    fn lagged(&self, link: &Link) -> Option<Stat<LaggedLink>> {
        let (audiences, customers) = self.before?;
        let staff = audiences.iter().find(|it| it.audience == link.audience);
        let customers = customers.get(link.outcome);
        let mut columns: [Vec<f64>; 4] = Default::default();
        for point in &link.points {
            let staff = staff.and_then(|it| it.branches.get(point.branch));
            let staff = staff.and_then(|row| row.scores.get(link.dimension)?.value());
            let customer = customers.and_then(|it| it.branches.get(point.branch)?.as_ref());
            if let (Some(staff), Some(customer)) = (staff, customer) {
                let row = [staff.mean, customer.value, point.staff, point.customer];
                columns
                    .iter_mut()
                    .zip(row)
                    .for_each(|(column, v)| column.push(v));
            }
        }
        let [staff_first, customers_first, staff_second, customers_second] = &columns;
        let found = at_least(staff_first.len()).and_then(|()| {
            lagged(TwoWaves {
                staff_first,
                customers_first,
                staff_second,
                customers_second,
            })
        });
        Some(found.map(lag))
    }
}

fn lag(found: Lagged) -> LaggedLink {
    let path = |path: Stat<crate::stats::lagged::Path>| path.map(|it| (it.beta, it.p));
    LaggedLink {
        n: found.n,
        staff_to_customers: found.staff_to_customers,
        customers_to_staff: found.customers_to_staff,
        same_wave: (found.first_wave, found.second_wave),
        staff_stability: found.staff_stability,
        customers_stability: found.customers_stability,
        changes: found.changes,
        tests: (found.n >= TEST_LAG_FROM).then(|| LagTests {
            staff_path: path(found.staff_path),
            customers_path: path(found.customers_path),
            difference: found.difference.map(|test| (test.statistic, test.p)),
        }),
    }
}

/// The rows of a link of which a covariate is known, with its columns.
struct Known {
    rows: Vec<usize>,
    columns: Vec<Vec<f64>>,
}

impl Held {
    /// None where nothing is known, or it is the same everywhere.
    fn columns(self, link: &Link, branches: &[Branch]) -> Option<Known> {
        let parts: &[Self] = match self {
            Self::Size => &[Self::Size],
            Self::Region => &[Self::Region],
            Self::Format => &[Self::Format],
            Self::All => &[Self::Size, Self::Region, Self::Format],
        };
        // Of several together only those that are known of a branch at all.
        let parts: Vec<Self> = parts
            .iter()
            .copied()
            .filter(|part| {
                let known = |row| part.label(branches, row);
                let mut labels = link.points.iter().filter_map(|point| known(point.branch));
                let first = labels.next();
                first.is_some_and(|first| labels.any(|label| label != first))
            })
            .collect();
        let is_known = |branch| {
            parts
                .iter()
                .all(|part| part.label(branches, branch).is_some())
        };
        let rows: Vec<usize> = (0..link.points.len())
            .filter(|row| is_known(link.points[*row].branch))
            .collect();
        let mut columns = Vec::new();
        for part in &parts {
            let labels: Vec<Label<'_>> = rows
                .iter()
                .filter_map(|row| part.label(branches, link.points[*row].branch))
                .collect();
            columns.extend(Label::columns(&labels));
        }
        (!columns.is_empty()).then_some(Known { rows, columns })
    }

    fn label(self, branches: &[Branch], branch: usize) -> Option<Label<'_>> {
        match self {
            Self::Size => {
                let heads = branches.get(branch)?.head_count();
                (heads > 0).then_some(Label::Heads(heads))
            }
            Self::Region => named(branches, branch, |it| &it.region).map(Label::Name),
            Self::Format => named(branches, branch, |it| &it.format).map(Label::Name),
            Self::All => None,
        }
    }
}

/// What is known of a branch.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Label<'a> {
    Heads(u32),
    Name(&'a str),
}

impl Label<'_> {
    /// Head counts as one column; names as 0/1 columns, one fewer than there are names.
    fn columns(labels: &[Self]) -> Vec<Vec<f64>> {
        let heads: Option<Vec<f64>> = labels
            .iter()
            .map(|label| match label {
                Self::Heads(heads) => Some(f64::from(*heads)),
                Self::Name(_) => None,
            })
            .collect();
        if let Some(heads) = heads {
            return vec![heads];
        }
        let mut names = labels.to_vec();
        names.sort_unstable();
        names.dedup();
        let column = |name: &Self| -> Vec<f64> {
            let is_it = labels.iter().map(|it| it == name);
            is_it.map(|is_it| f64::from(u8::from(is_it))).collect()
        };
        names.iter().skip(1).map(column).collect()
    }
}

impl Known {
    fn partial(&self, held: Held, link: &Link) -> PartialLink {
        let rows = || self.rows.iter().map(|row| &link.points[*row]);
        let x: Vec<f64> = rows().map(|point| point.staff).collect();
        let y: Vec<f64> = rows().map(|point| point.customer).collect();
        let columns: Vec<&[f64]> = self.columns.iter().map(Vec::as_slice).collect();
        let of = |kind| {
            at_least(x.len())?;
            coefficient(partial(kind, &x, &y, &columns, LEVEL)?.partial)
        };
        PartialLink {
            held,
            n: x.len(),
            rho: of(Kind::Spearman),
            r: of(Kind::Pearson),
        }
    }
}

fn named<'a>(
    branches: &'a [Branch],
    branch: usize,
    name: impl Fn(&'a Branch) -> &'a String,
) -> Option<&'a str> {
    let name = name(branches.get(branch)?).trim();
    (!name.is_empty()).then_some(name)
}

fn at_least(n: usize) -> Stat<()> {
    if n < FEWEST {
        Err(Undefined::TooFew { n, need: FEWEST })
    } else {
        Ok(())
    }
}

/// The staff mean of a branch with its error variance, from 10 answers.
fn estimate(staff: &AudienceFindings, branch: usize, dimension: usize) -> Option<Estimate> {
    let score = staff.branches.get(branch)?.scores.get(dimension)?;
    let error = standard_error(score)?;
    Some(Estimate {
        value: score.value()?.mean,
        variance: error * error,
    })
}

fn weighted(link: &Link, sides: Sides<'_>) -> Stat<WeightedLink> {
    let (mut x, mut y, mut variances) = (Vec::new(), Vec::new(), Vec::new());
    for point in &link.points {
        if let Some(found) = estimate(sides.staff, point.branch, link.dimension) {
            x.push(point.staff);
            y.push(point.customer);
            variances.push(found.variance);
        }
    }
    at_least(x.len())?;
    let tau_squared = sides
        .shrunken_staff
        .as_ref()
        .map_err(|why| *why)?
        .tau_squared;
    let weights = precision_weights(tau_squared, &variances)?;
    Ok(WeightedLink {
        weighted: weighted_r(&x, &y, &weights)?,
        unweighted: correlation::coefficient(Kind::Pearson, &x, &y)?,
        n: x.len(),
    })
}

fn corrected(link: &Link, sides: Sides<'_>) -> Stat<CorrectedLink> {
    let reliability = sides.staff.reliability.get(link.dimension);
    let staff = reliability.map_or(Err(Undefined::Unreliable), |found| found.icc2)?;
    let customers = sides
        .customers
        .shrunken
        .as_ref()
        .map_err(|why| *why)?
        .reliability;
    let attenuation::Corrected { value, is_capped } =
        correct(link.pearson?.value, staff, customers)?;
    Ok(CorrectedLink {
        value,
        is_capped,
        staff,
        customers,
    })
}

/// Staff means of an audience, shrunken.
pub(super) fn shrunken_staff(staff: &AudienceFindings, dimension: usize) -> Stat<Shrinkage> {
    let branches = 0..staff.branches.len();
    shrunken(branches.map(|branch| estimate(staff, branch, dimension)))
}

/// NPS of branches, shrunken; other measures come without a known precision.
pub(super) fn shrunken_customers(branches: &[Option<CustomerFigure>]) -> Stat<Shrinkage> {
    shrunken(branches.iter().map(|figure| {
        let figure = figure.as_ref()?;
        // With the additions of the interval the error is never 0.
        let (_, error) = adjusted(plain(figure.counts?));
        Some(Estimate {
            value: figure.value,
            variance: (error * POINTS).powi(2),
        })
    }))
}

fn shrunken(estimates: impl Iterator<Item = Option<Estimate>>) -> Stat<Shrinkage> {
    let all: Vec<Option<Estimate>> = estimates.collect();
    let known: Vec<Estimate> = all.iter().copied().flatten().collect();
    at_least(known.len())?;
    let found = shrink(Method::Reml, &known)?;
    let mut values = found.values.iter().copied();
    let place = |it: Option<Estimate>| it.and_then(|_| values.next());
    let errors: Vec<f64> = known.iter().map(|it| it.variance).collect();
    let error = crate::stats::descriptive::mean(&errors)?;
    Ok(Shrinkage {
        n: known.len(),
        tau_squared: found.tau_squared,
        mean: found.mean,
        reliability: found.tau_squared / (found.tau_squared + error),
        values: all.into_iter().map(place).collect(),
    })
}

/// Positions of an audience.
pub(super) fn place(audiences: &[AudienceFindings], audience: Audience) -> Option<usize> {
    audiences.iter().position(|it| it.audience == audience)
}
