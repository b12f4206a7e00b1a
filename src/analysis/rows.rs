//! The heat map: rows of branches and the company, for each audience.

use super::column::Column;
use super::layout::{Guarded, Layout};
use super::scoring::Scores;
use super::{AudienceFindings, Row};
use crate::disclosure::{NpsFigure, Published, Reason, Score, Subject};
use crate::domain::{Audience, Dataset, Item, Lever, Motive};
use rayon::prelude::*;

/// The columns of a wave, each with what it hides.
pub(super) struct Columns<'a> {
    pub(super) dimensions: Vec<Option<Guarded<'a>>>,
    pub(super) items: Vec<Option<Guarded<'a>>>,
    motives: Vec<Option<Guarded<'a>>>,
    levers: Vec<Option<Guarded<'a>>>,
}

impl<'a> Columns<'a> {
    pub(super) fn new(scores: &'a Scores, layout: &Layout<'a>) -> Self {
        let guard = |columns: &'a [Option<Column>], subject: &dyn Fn(usize) -> Option<Subject>| {
            let guarded = |(position, column): (usize, &'a Option<Column>)| {
                Some(layout.guard(column.as_ref()?, subject(position)?))
            };
            columns.iter().enumerate().map(guarded).collect()
        };
        let motive = |position: usize| Motive::ALL.get(position).copied().map(Subject::Motive);
        let lever = |position: usize| Lever::ALL.get(position).copied().map(Subject::Lever);
        Self {
            dimensions: guard(&scores.dimensions, &|at| Some(Subject::Dimension(at))),
            items: guard(&scores.items, &|at| Some(Subject::Item(at))),
            motives: guard(&scores.motives, &motive),
            levers: guard(&scores.levers, &lever),
        }
    }
}

/// What the rows of a wave are made of.
pub(super) struct Sheet<'a> {
    pub(super) dataset: &'a Dataset,
    pub(super) scores: &'a Scores,
    pub(super) layout: &'a Layout<'a>,
    pub(super) columns: &'a Columns<'a>,
}

impl Sheet<'_> {
    /// The rows of one audience; company-wide statistics are added by the caller.
    pub(super) fn audience(&self, audience: Audience) -> AudienceFindings {
        let enps = self
            .scores
            .enps
            .as_ref()
            .map(|counts| self.layout.enps(counts, audience));
        let enps = |place: Option<usize>| -> Published<NpsFigure> {
            let not_asked = Published::Hidden(Reason::NotAsked);
            let figures = enps.as_ref();
            figures.map_or(not_asked, |all| all[place.unwrap_or(all.len() - 1)])
        };
        let branches: Vec<Row> = (0..self.dataset.branches.len())
            .into_par_iter()
            .map(|branch| self.row((Some(branch), audience), enps(Some(branch))))
            .collect();
        let mut company = self.row((None, audience), enps(None));
        company.invited = self.company_invited(&branches, audience);
        company.response_rate = self.rate((None, audience), company.invited);
        AudienceFindings {
            audience,
            company,
            branches,
            items: Vec::new(),
            reliability: Vec::new(),
            dissatisfiers: Vec::new(),
            weakest: Vec::new(),
            segments: Published::Hidden(Reason::NotAsked),
            shrunken: Vec::new(),
            tests: Vec::new(),
        }
    }

    fn row(&self, place: (Option<usize>, Audience), enps: Published<NpsFigure>) -> Row {
        let (branch, audience) = place;
        let columns = self.columns;
        let items: Vec<Published<Score>> = columns
            .items
            .iter()
            .map(|column| self.layout.cell(column.as_ref(), place))
            .collect();
        let composed =
            |columns: &[Option<Guarded<'_>>], at: usize, is_part: &dyn Fn(&Item) -> bool| {
                let parts = self.dataset.items.iter().zip(&items);
                let parts = parts
                    .filter(|(item, _)| is_part(item))
                    .map(|(_, cell)| *cell);
                let parts: Vec<Published<Score>> = parts.collect();
                let column = columns.get(at).and_then(Option::as_ref);
                self.layout.composed(column, place, &parts)
            };
        let dimension = |at: usize| {
            let of = &self.dataset.dimensions[at].items;
            let parts: Vec<Published<Score>> = of
                .iter()
                .filter_map(|item| items.get(*item).copied())
                .collect();
            let column = columns.dimensions.get(at).and_then(Option::as_ref);
            self.layout.composed(column, place, &parts)
        };
        let scores = (0..self.dataset.dimensions.len()).map(dimension).collect();
        let motives = std::array::from_fn(|at| {
            let motive = Motive::ALL.get(at).copied();
            composed(&columns.motives, at, &|item| item.motive == motive)
        });
        let levers = std::array::from_fn(|at| {
            let lever = Lever::ALL.get(at).copied();
            composed(&columns.levers, at, &|item| item.lever == lever)
        });
        let invited = branch.and_then(|branch| {
            self.layout
                .invited(branch, &self.dataset.branches[branch], audience)
        });
        Row {
            sheets: match self.layout.sheets(place) {
                Ok(n) => self.layout.publisher().sheets(n),
                Err(reason) => Published::Hidden(reason),
            },
            invited,
            response_rate: self.rate(place, invited),
            is_merged: branch.is_some_and(|branch| self.layout.is_merged(branch, audience)),
            scores,
            items,
            motives,
            levers,
            enps,
            changes: Vec::new(),
        }
    }

    fn rate(&self, place: (Option<usize>, Audience), invited: Option<u32>) -> Option<f64> {
        let n = self.layout.sheets(place).ok()?;
        self.layout.publisher().response_rate(n, invited?)
    }

    /// Invited company-wide: none where a branch with answers has no head count.
    fn company_invited(&self, rows: &[Row], audience: Audience) -> Option<u32> {
        let mut sum = 0_u32;
        for (branch, row) in rows.iter().enumerate() {
            if !self.layout.counts_for(branch, audience) {
                continue;
            }
            match row.invited {
                Some(invited) => sum = sum.saturating_add(invited),
                None if row.sheets.reason() == Some(Reason::NoAnswers) => {}
                None => return None,
            }
        }
        (sum > 0).then_some(sum)
    }
}

/// Dimensions by company mean, lowest first; hidden ones are left out.
pub(super) fn weakest(company: &Row) -> Vec<usize> {
    let mut ranked: Vec<(usize, f64)> = company
        .scores
        .iter()
        .enumerate()
        .filter_map(|(dimension, score)| Some((dimension, score.value()?.mean)))
        .collect();
    ranked.sort_by(|a, b| a.1.total_cmp(&b.1).then(a.0.cmp(&b.0)));
    ranked.into_iter().map(|(dimension, _)| dimension).collect()
}
