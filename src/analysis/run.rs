//! The order of work: waves in order of time, each scored, linked and compared with the one before.

use super::changes::{Comparison, Side};
use super::company::Company;
use super::divergence::Divergences;
use super::drivers::Sought;
use super::layout::Layout;
use super::link::Chance;
use super::link_checks::{Around, shrunken_staff};
use super::linkage::{Links, Pairs};
use super::means::Delivered;
use super::rows::{Columns, Sheet};
use super::scoring::{Scores, score};
use super::{
    AudienceFindings, Change, CustomerFindings, Findings, OutcomeInfo, Row, Source, WaveFindings,
    customers, hidden,
};
use crate::disclosure::{Published, Publisher, Withdrawn};
use crate::domain::{BranchLevel, Dataset, MinGroup, WaveData};
use crate::error::Result;
use rayon::prelude::*;

/// How to analyse.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// The smallest group that is shown; a wave with a higher one keeps its own.
    pub min_group: MinGroup,
    /// The seed of every random draw.
    pub seed: u64,
    /// Bootstrap draws of a link.
    pub draws: usize,
    /// Random orders of a permutation test.
    pub permutations: usize,
    /// What an audit has taken back.
    pub withdrawn: Withdrawn,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            min_group: MinGroup::default(),
            seed: 1,
            draws: 10_000,
            permutations: 9_999,
            withdrawn: Withdrawn::default(),
        }
    }
}

/// Computes all findings. `progress` is told the share that is done, 0 to 1, and cancels by an
/// error, which is passed on.
///
/// # Errors
/// Only those of `progress`.
pub fn analyze(
    dataset: &Dataset,
    options: &Options,
    progress: &mut dyn FnMut(f32) -> Result<()>,
) -> Result<Findings> {
    progress(0.0)?;
    let publishers: Vec<Publisher> = dataset.waves.iter().map(|w| options.publisher(w)).collect();
    let mut scored = Vec::new();
    for (wave, publisher) in dataset.waves.iter().zip(&publishers) {
        let has_answers = !wave.answers.blocks.is_empty();
        let min_group = publisher.min_group();
        scored.push(has_answers.then(|| score(dataset, &wave.answers, min_group)));
        progress(SCORED * share(scored.len(), dataset.waves.len()))?;
    }
    let layouts: Vec<Option<Layout<'_>>> = scored
        .par_iter()
        .zip(&publishers)
        .enumerate()
        .map(|(wave, (scores, publisher))| {
            let withdrawn = (&options.withdrawn, wave);
            let branches = dataset.branches.len();
            let scores = scores.as_ref()?;
            Some(Layout::new(scores, branches, *publisher, withdrawn))
        })
        .collect();
    let columns: Vec<Option<Columns<'_>>> = scored
        .par_iter()
        .zip(&layouts)
        .map(|(scores, layout)| Some(Columns::new(scores.as_ref()?, layout.as_ref()?)))
        .collect();
    let mut sides: Vec<Side<'_>> = Vec::new();
    for (place, wave) in dataset.waves.iter().enumerate() {
        let parts = (
            scored[place].as_ref(),
            layouts[place].as_ref(),
            columns[place].as_ref(),
        );
        let mut side = match parts {
            (Some(scores), Some(layout), Some(columns)) => answered(
                &Company {
                    dataset,
                    scores,
                    layout,
                    columns,
                },
                wave,
            ),
            _ => delivered(&Delivered {
                dataset,
                wave: &wave.wave,
                publisher: publishers[place],
            }),
        };
        shrink(&mut side, dataset.dimensions.len());
        let side = match sides.last() {
            None => side,
            Some(before) => with_changes(before, side),
        };
        sides.push(side);
    }
    let run = Run {
        dataset,
        options,
        outcomes: customers::outcomes(dataset),
        scored: &scored,
        sides,
    };
    run.findings(progress)
}

/// The share of the work that is done when all answers are counted.
const SCORED: f32 = 0.3;

impl Options {
    fn publisher(&self, wave: &WaveData) -> Publisher {
        Publisher::new(self.min_group.max(wave.wave.min_group))
    }
}

/// The staff side of a wave with answers.
fn answered<'a>(company: &Company<'a>, wave: &WaveData) -> Side<'a> {
    let Company {
        dataset,
        scores,
        layout,
        columns,
    } = *company;
    let sheet = Sheet {
        dataset,
        scores,
        layout,
        columns,
    };
    let found = layout.audiences().into_par_iter().map(|audience| {
        let mut found = sheet.audience(audience);
        company.complete(&mut found);
        found
    });
    let audiences = found.collect();
    let source = if wave.answers.is_linked {
        Source::Sheets
    } else {
        Source::Blocks
    };
    Side {
        source,
        audiences,
        tallied: Some((layout, columns)),
    }
}

/// The staff side of a wave of which only means are known, or nothing.
fn delivered<'a>(means: &Delivered<'_>) -> Side<'a> {
    Side {
        source: Source::Means,
        audiences: means.audiences(),
        tallied: None,
    }
}

/// Draws the branch means of a side towards their mean: once for each column, whatever it is linked
/// with.
fn shrink(side: &mut Side<'_>, dimensions: usize) {
    side.audiences.par_iter_mut().for_each(|found| {
        let shrunken: Vec<_> = (0..dimensions)
            .into_par_iter()
            .map(|dimension| shrunken_staff(found, dimension))
            .collect();
        found.shrunken = shrunken;
    });
}

/// A side with its changes against the one before.
fn with_changes<'a>(before: &Side<'a>, mut after: Side<'a>) -> Side<'a> {
    let comparison = Comparison {
        before,
        after: &after,
    };
    let changes = |found: &AudienceFindings| -> Vec<Vec<Published<Change>>> {
        let branches = found.branches.par_iter().enumerate();
        let branches = branches.map(|(branch, row)| (Some(branch), row));
        let rows = rayon::iter::once((None, &found.company)).chain(branches);
        let of_row = |(branch, row): (Option<usize>, &Row)| {
            let place = (branch, found.audience);
            let dimensions = 0..row.scores.len();
            let change = |dimension| comparison.change(dimension, place).change;
            dimensions.map(change).collect()
        };
        rows.map(of_row).collect()
    };
    let all: Vec<_> = after.audiences.iter().map(changes).collect();
    for (found, changes) in after.audiences.iter_mut().zip(all) {
        let rows = [&mut found.company].into_iter().chain(&mut found.branches);
        for (row, changes) in rows.zip(changes) {
            row.changes = changes;
        }
    }
    with_tests(before, after)
}

/// The tests behind the changes of a side, which must be there already.
fn with_tests<'a>(before: &Side<'a>, mut after: Side<'a>) -> Side<'a> {
    let comparison = Comparison {
        before,
        after: &after,
    };
    let tests = |found: &AudienceFindings| -> Vec<_> {
        let dimensions = 0..found.company.scores.len();
        let tests = dimensions.map(|dimension| comparison.tests(found, dimension));
        tests.collect()
    };
    let all: Vec<_> = after.audiences.iter().map(tests).collect();
    for (found, tests) in after.audiences.iter_mut().zip(all) {
        found.tests = tests;
    }
    after
}

/// The staff sides of all waves, ready to be linked with customers.
struct Run<'a> {
    dataset: &'a Dataset,
    options: &'a Options,
    outcomes: Vec<OutcomeInfo>,
    scored: &'a [Option<Scores>],
    sides: Vec<Side<'a>>,
}

impl Run<'_> {
    fn findings(self, progress: &mut dyn FnMut(f32) -> Result<()>) -> Result<Findings> {
        let mut waves: Vec<WaveFindings> = Vec::new();
        for place in 0..self.sides.len() {
            let before = waves.last().map(|wave| wave.customers.as_slice());
            let part = (1.0 - SCORED) / as_float(self.sides.len());
            let start = SCORED + part * as_float(place);
            let wave = self.wave(place, before, &mut |done| progress(start + part * done))?;
            waves.push(wave);
        }
        progress(1.0)?;
        for (wave, side) in waves.iter_mut().zip(self.sides) {
            wave.audiences = side.audiences;
        }
        Ok(Findings {
            min_group: self.options.min_group,
            seed: self.options.seed,
            draws: self.options.draws,
            permutations: self.options.permutations,
            branches: self.dataset.branches.clone(),
            dimensions: self.dataset.dimensions.clone(),
            items: self.dataset.items.clone(),
            outcomes: self.outcomes,
            waves,
            proof: None,
        })
    }

    /// A wave with everything but its audiences, which later waves look back at.
    fn wave(
        &self,
        place: usize,
        before: Option<&[CustomerFindings]>,
        progress: &mut dyn FnMut(f32) -> Result<()>,
    ) -> Result<WaveFindings> {
        let (wave, side) = (&self.dataset.waves[place].wave, &self.sides[place]);
        let customers = customers::customers(self.dataset, &self.outcomes, wave, before);
        let pairs = Pairs {
            dimensions: self.dataset.dimensions.len(),
            outcomes: &self.outcomes,
            audiences: &side.audiences,
            customers: &customers,
            chance: self.chance(place),
            levels: self.levels(place),
            around: Around {
                branches: &self.dataset.branches,
                before: place
                    .checked_sub(1)
                    .zip(before)
                    .map(|(earlier, customers)| {
                        (self.sides[earlier].audiences.as_slice(), customers)
                    }),
            },
        };
        let Links {
            links,
            pairs: counted,
            headline,
            level_links,
        } = pairs.links(progress)?;
        let comparisons = pairs.comparisons();
        let (divergences, divergences_by_chance) = match (before, place.checked_sub(1)) {
            (Some(before), Some(earlier)) => Divergences {
                dimensions: &self.dataset.dimensions,
                outcomes: &self.outcomes,
                staff: &Comparison {
                    before: &self.sides[earlier],
                    after: side,
                },
                before,
                after: &customers,
            }
            .find(),
            _ => (Vec::new(), 0.0),
        };
        let drivers = Sought {
            dataset: self.dataset,
            answers: &self.dataset.waves[place].answers,
            staff: self.scored[place].as_ref().zip(side.tallied.map(|it| it.0)),
            source: side.source,
            audiences: &side.audiences,
            outcomes: &self.outcomes,
            customers: &customers,
            links: &links,
            chance: self.chance(place),
        }
        .find();
        Ok(WaveFindings {
            wave: wave.clone(),
            source: side.source,
            audiences: Vec::new(),
            customers,
            links,
            level_links,
            pairs: counted,
            headline,
            comparisons,
            divergences,
            divergences_by_chance,
            drivers,
            hidden: hidden::notes(&side.audiences),
        })
    }

    /// Competency levels stand beside the newest wave.
    fn levels(&self, place: usize) -> &[BranchLevel] {
        if place + 1 == self.sides.len() {
            &self.dataset.levels
        } else {
            &[]
        }
    }

    /// Draws of their own for every wave.
    fn chance(&self, place: usize) -> Chance {
        let wave = u64::try_from(place).unwrap_or(u64::MAX);
        Chance {
            draws: self.options.draws,
            permutations: self.options.permutations,
            seed: self
                .options
                .seed
                .wrapping_add(wave.wrapping_mul(0xd1b5_4a32_d192_ed03)),
        }
    }
}

fn share(done: usize, all: usize) -> f32 {
    as_float(done) / as_float(all.max(1))
}

#[expect(clippy::cast_precision_loss, reason = "a share for a progress bar")]
fn as_float(n: usize) -> f32 {
    n as f32
}
