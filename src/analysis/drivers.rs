//! Which dimensions go with engagement over persons, and with the customers' NPS over branches.
//!
//! Persons are read once, into sums of products per class; nothing is kept per person. Looks across
//! blocks only where rows are whole sheets, and tells nothing of fewer than thirty persons.

use rayon::prelude::*;

use super::layout::Layout;
use super::link::Chance;
use super::scoring::{Scores, recode};
use super::{
    AudienceFindings, CustomerFindings, DriverLine, DriverModel, Drivers, EngagementDrivers, Link,
    NoModel, NpsDrivers, OutcomeInfo, SharesBy, Source,
};
use crate::disclosure::SHARES_FROM;
use crate::domain::{Answers, Audience, BlockContent, Dataset, ItemKind};
use crate::stats::drivers::{Moments, Plan, drivers, shapley_intervals};
use crate::stats::{LEVEL, Stat, Undefined};

/// Branches that a model over branches needs for each of its drivers.
const BRANCHES_PER_DRIVER: usize = 10;
/// Draws of whole branches behind the intervals of shares.
const DRAWS: usize = 200;
/// The middle of the scale of answers.
const MIDDLE: f64 = 3.0;
/// The pass over persons is cut in so many pieces, the same on any number of threads.
const PIECES: usize = 8;
/// Sums kept at a time over all pieces; more classes mean fewer pieces.
const MOST_SUMS: usize = 4_000_000;

/// What drivers of a wave are made of.
pub(super) struct Sought<'a> {
    pub(super) dataset: &'a Dataset,
    pub(super) answers: &'a Answers,
    /// Tallies and rows, where there are answers.
    pub(super) staff: Option<(&'a Scores, &'a Layout<'a>)>,
    pub(super) source: Source,
    pub(super) audiences: &'a [AudienceFindings],
    pub(super) outcomes: &'a [OutcomeInfo],
    pub(super) customers: &'a [CustomerFindings],
    pub(super) links: &'a [Link],
    pub(super) chance: Chance,
}

/// The persons of an audience: sums of products, branch by branch.
pub(super) struct Persons {
    pub(super) audience: Audience,
    pub(super) parts: Vec<Moments>,
    pub(super) n: usize,
}

impl Sought<'_> {
    /// Answers both questions for every audience.
    pub(super) fn find(&self) -> Drivers {
        let nps = || {
            let audiences = self.audiences.par_iter();
            audiences.map(|found| self.nps(found)).collect()
        };
        let (nps, engagement) = rayon::join(nps, || self.engagement());
        Drivers { engagement, nps }
    }

    fn outcome(&self) -> Option<usize> {
        self.dataset.dimensions.iter().position(|it| it.is_outcome)
    }

    /// The dimensions that may stand beside the outcome.
    pub(super) fn candidates(&self) -> impl Iterator<Item = usize> {
        let all = self.dataset.dimensions.iter().enumerate();
        all.filter(|(_, it)| !it.is_outcome).map(|(at, _)| at)
    }

    fn engagement(&self) -> Vec<EngagementDrivers> {
        let counted = self.counted();
        let of = |found: &AudienceFindings| EngagementDrivers {
            audience: found.audience,
            dimension: self.outcome(),
            model: counted
                .as_ref()
                .map_err(|none| *none)
                .and_then(|(dimensions, persons)| self.over_persons(found, dimensions, persons)),
        };
        self.audiences.par_iter().map(of).collect()
    }

    /// The dimensions of the model, the outcome last, and the persons of every audience.
    fn counted(&self) -> Result<(Vec<usize>, Vec<Persons>), NoModel> {
        let outcome = self.outcome().ok_or(NoModel::NothingToCompare)?;
        let (scores, layout) = match (self.source, self.staff) {
            (Source::Sheets, Some(staff)) => staff,
            (Source::Blocks, _) => return self.counted_in_view(outcome),
            (Source::Means, _) | (Source::Sheets, None) => return Err(NoModel::Means),
        };
        let is_asked = |dimension: &usize| scores.dimensions[*dimension].is_some();
        let mut dimensions: Vec<usize> = self.candidates().filter(is_asked).collect();
        allowed(dimensions.len())?;
        if !is_asked(&outcome) {
            return Err(NoModel::NothingToCompare);
        }
        dimensions.push(outcome);
        let pass = Pass::new(self.dataset, self.answers, &scores.of, &dimensions);
        let classes = pass.run(scores.classes.len());
        let persons = self.audiences.iter().map(|found| {
            let parts = parts(layout, &classes, found.audience);
            Persons {
                audience: found.audience,
                n: parts.iter().map(Moments::rows).sum(),
                parts,
            }
        });
        Ok((dimensions, persons.collect()))
    }

    fn over_persons(
        &self,
        found: &AudienceFindings,
        dimensions: &[usize],
        persons: &[Persons],
    ) -> Result<DriverModel, NoModel> {
        for dimension in dimensions {
            if let Some(reason) = found.company.scores[*dimension].reason() {
                return Err(NoModel::Hidden(reason));
            }
        }
        let need = usize::try_from(SHARES_FROM).unwrap_or(usize::MAX);
        let own = persons.iter().find(|it| it.audience == found.audience);
        let own = own.filter(|own| own.n >= need && self.hides_the_rest(own, persons));
        let own = own.ok_or(NoModel::TooFewPersons { need })?;
        let (_, drivers) = dimensions.split_last().ok_or(NoModel::NothingToCompare)?;
        self.model(found, drivers, &own.parts)
            .map_err(NoModel::Undefined)
    }

    /// Could two shown audiences be subtracted and leave a few persons? Then the groups stay hidden.
    fn hides_the_rest(&self, own: &Persons, persons: &[Persons]) -> bool {
        if own.audience == Audience::All {
            return true;
        }
        let least = self.staff.map_or(0, |(_, layout)| {
            usize::try_from(layout.publisher().min_group().get()).unwrap_or(usize::MAX)
        });
        let n = |of: fn(Audience) -> bool| -> usize {
            let counted = persons.iter().filter(|it| of(it.audience));
            counted.map(|it| it.n).sum()
        };
        let all = n(|it| it == Audience::All);
        let groups = n(|it| it != Audience::All);
        let is_fine = |rest: usize| rest == 0 || rest >= least;
        is_fine(all.saturating_sub(own.n)) && is_fine(all.saturating_sub(groups))
    }

    /// The model over parts that are drawn whole; the last column is the outcome.
    fn model(
        &self,
        found: &AudienceFindings,
        dimensions: &[usize],
        parts: &[Moments],
    ) -> Stat<DriverModel> {
        let parts: Vec<Moments> = parts.iter().filter(|it| it.rows() > 0).cloned().collect();
        let none = Undefined::TooFew { n: 0, need: 1 };
        let mut total = parts.first().ok_or(none)?.clone();
        for part in parts.iter().skip(1) {
            total.merge(part);
        }
        let all = drivers(&total)?;
        let plan = Plan {
            draws: self.chance.draws.min(DRAWS),
            seed: self.chance.seed,
            level: LEVEL,
        };
        let intervals = shapley_intervals(&parts, plan);
        let mut lines: Vec<DriverLine> = Vec::new();
        for (place, (dimension, driver)) in dimensions.iter().zip(&all.drivers).enumerate() {
            let score = found.company.scores.get(*dimension);
            let mean = score.and_then(|it| it.value()).ok_or(none)?.mean;
            let interval = intervals.as_ref().map_err(|none| *none);
            lines.push(DriverLine {
                dimension: *dimension,
                mean,
                r: driver.r,
                beta: driver.beta,
                share: driver.shapley.unwrap_or(driver.relative_weight),
                interval: interval.map(|(of, _)| (of[place].low, of[place].high)),
                relative_weight: driver.relative_weight,
                vif: driver.inflation,
                is_suppressor: driver.is_suppressor,
            });
        }
        lines.sort_by(|a, b| {
            let by_share = b.share.total_cmp(&a.share);
            by_share.then(a.dimension.cmp(&b.dimension))
        });
        Ok(DriverModel {
            n: all.n,
            r_squared: all.r_squared,
            adjusted: all.adjusted,
            mean_inter_driver: all.mean_inter_driver,
            largest_vif: lines.iter().map(|line| line.vif).fold(1.0, f64::max),
            shares_by: match all.drivers.first().and_then(|driver| driver.shapley) {
                Some(_) => SharesBy::Dominance,
                None => SharesBy::RelativeWeights,
            },
            draws: intervals.ok().map(|(_, lost)| (plan.draws - lost, lost)),
            lines,
        })
    }

    /// What goes with the NPS over all channels, from the published means of branches.
    fn nps(&self, found: &AudienceFindings) -> NpsDrivers {
        let is_nps = |info: &OutcomeInfo| info.measure.is_nps() && info.channel.is_none();
        let outcome = self.outcomes.iter().position(is_nps);
        NpsDrivers {
            audience: found.audience,
            outcome,
            model: self.over_branches(found, outcome),
            single: self.single(found.audience, outcome),
        }
    }

    fn single(&self, audience: Audience, outcome: Option<usize>) -> Vec<usize> {
        let links = self.links.iter().enumerate();
        let own_outcome = self.outcome();
        let mut found: Vec<(usize, f64)> = links
            .filter(|(_, link)| link.audience == audience && Some(link.outcome) == outcome)
            .filter(|(_, link)| Some(link.dimension) != own_outcome)
            .filter_map(|(at, link)| Some((at, link.spearman.ok()?.value.abs())))
            .collect();
        found.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        found.into_iter().map(|(at, _)| at).collect()
    }

    fn over_branches(
        &self,
        found: &AudienceFindings,
        outcome: Option<usize>,
    ) -> Result<DriverModel, NoModel> {
        let customers = outcome.and_then(|at| self.customers.get(at));
        let customers = customers.ok_or(NoModel::NoCustomers)?;
        if customers.branches.iter().flatten().next().is_none() {
            return Err(NoModel::NoCustomers);
        }
        let mean =
            |row: &super::Row, dimension: usize| Some(row.scores.get(dimension)?.value()?.mean);
        let is_shown = |dimension: &usize| {
            let mut rows = found.branches.iter();
            mean(&found.company, *dimension).is_some()
                && rows.any(|row| mean(row, *dimension).is_some())
        };
        let dimensions: Vec<usize> = self.candidates().filter(is_shown).collect();
        allowed(dimensions.len())?;
        let rows = found.branches.iter().zip(&customers.branches);
        let rows: Vec<Vec<f64>> = rows
            .filter_map(|(row, customer)| {
                let staff = dimensions.iter().map(|dimension| mean(row, *dimension));
                let customer = customer.as_ref().map(|figure| figure.value);
                staff.chain([customer]).collect::<Option<Vec<f64>>>()
            })
            .collect();
        let (n, need) = (rows.len(), BRANCHES_PER_DRIVER * dimensions.len());
        let Some(centers) = rows.first().filter(|_| n >= need) else {
            return Err(NoModel::TooFewBranches { n, need });
        };
        let part = |row: &Vec<f64>| {
            let mut part = Moments::new(centers);
            part.add(row);
            part
        };
        let parts: Vec<Moments> = rows.iter().map(part).collect();
        self.model(found, &dimensions, &parts)
            .map_err(NoModel::Undefined)
    }
}

/// # Errors
/// No driver.
pub(super) fn allowed(n: usize) -> Result<(), NoModel> {
    if n == 0 {
        Err(NoModel::NothingToCompare)
    } else {
        Ok(())
    }
}

/// The sums of an audience, branch by branch.
fn parts(layout: &Layout<'_>, classes: &[Moments], audience: Audience) -> Vec<Moments> {
    let mut counts = vec![false; classes.len()];
    for class in layout.company(audience) {
        counts[class] = true;
    }
    let of_unit = |unit: &super::unit::Unit| {
        let mut members = unit.classes.iter().filter(|class| counts[**class]);
        let mut sum = classes[*members.next()?].clone();
        for class in members {
            sum.merge(&classes[*class]);
        }
        Some(sum)
    };
    layout.units.iter().filter_map(of_unit).collect()
}

/// The questions of a dimension: how answers are recoded, and the answers.
type Questions<'a> = Vec<([u8; 256], &'a [u8])>;

/// One pass over the persons of a wave of whole sheets.
struct Pass<'a> {
    class: &'a [u16],
    of: &'a [u16],
    dimensions: Vec<Questions<'a>>,
}

impl<'a> Pass<'a> {
    fn new(dataset: &Dataset, answers: &'a Answers, of: &'a [u16], dimensions: &[usize]) -> Self {
        let block = |dimension: usize| {
            let content = BlockContent::Dimension(dimension);
            answers.blocks.iter().find(|it| it.content == content)
        };
        let class = dimensions.first().and_then(|first| block(*first));
        let class: &[u16] = class.map_or(&[], |first| &first.class);
        let questions = |dimension: &usize| -> Questions<'a> {
            let Some(block) = block(*dimension) else {
                return Vec::new();
            };
            let columns = block.items.iter().zip(&block.columns);
            columns
                .filter_map(|(item, column)| {
                    let item = dataset.items.get(*item)?;
                    let is_whole = column.len() == class.len();
                    (item.kind == ItemKind::Agreement && is_whole)
                        .then(|| (recode(Some(item)), column.as_slice()))
                })
                .collect()
        };
        Self {
            class,
            of,
            dimensions: dimensions.iter().map(questions).collect(),
        }
    }

    /// Sums of products per class over the persons who have a score in every dimension. Pieces
    /// depend on the data alone and are added up in their order: the same on any number of threads.
    fn run(&self, classes: usize) -> Vec<Moments> {
        let columns = self.dimensions.len();
        let empty = Moments::new(&vec![MIDDLE; columns]);
        let sums = (classes * (columns + 2) * columns).max(1);
        let pieces = (MOST_SUMS / sums).clamp(1, PIECES);
        let length = self.class.len().div_ceil(pieces).max(1);
        let found: Vec<Vec<Moments>> = self
            .class
            .par_chunks(length)
            .enumerate()
            .map(|(piece, raws)| {
                let mut found = vec![empty.clone(); classes];
                self.add(piece * length, raws, &mut found);
                found
            })
            .collect();
        let mut all = vec![empty; classes];
        for piece in found {
            for (sum, part) in all.iter_mut().zip(&piece) {
                sum.merge(part);
            }
        }
        all
    }

    fn add(&self, start: usize, raws: &[u16], found: &mut [Moments]) {
        let mut row = vec![0.0; self.dimensions.len()];
        for (place, raw) in (start..).zip(raws) {
            let class = self.of.get(usize::from(*raw));
            let sum = class.and_then(|class| found.get_mut(usize::from(*class)));
            if let (Some(sum), true) = (sum, self.fill(place, &mut row)) {
                sum.add(&row);
            }
        }
    }

    /// The scores of a person: the mean of the answers where at least half are there.
    fn fill(&self, place: usize, row: &mut [f64]) -> bool {
        for (slot, questions) in row.iter_mut().zip(&self.dimensions) {
            let (mut sum, mut answered, mut missing) = (0_u32, 0_u32, 0_u32);
            for (table, column) in questions {
                let level = table[usize::from(column[place])];
                sum += u32::from(level);
                answered += u32::from(level > 0);
                missing += u32::from(level == 0);
            }
            if answered == 0 || answered < missing {
                return false;
            }
            *slot = f64::from(sum) / f64::from(answered);
        }
        true
    }
}
