//! Staff figures that came in as branch means of a former vendor: published as delivered.
//!
//! There are no answers behind them, so nothing is merged, tested or measured. The company is the
//! mean of the shown branches.

use super::company::{unmeasured, unmeasured_dimension};
use super::{AudienceFindings, Row};
use crate::disclosure::{Published, Publisher, Reason, Score, ShownCount};
use crate::domain::{Audience, Dataset, StaffScore, Wave};

/// The delivered means of a wave.
pub(super) struct Delivered<'a> {
    pub(super) dataset: &'a Dataset,
    pub(super) wave: &'a Wave,
    pub(super) publisher: Publisher,
}

impl Delivered<'_> {
    /// The audiences that figures were delivered for; everybody always.
    pub(super) fn audiences(&self) -> Vec<AudienceFindings> {
        let is_delivered = |audience: &Audience| {
            *audience == Audience::All || self.scores().any(|score| score.audience == *audience)
        };
        let audiences = Audience::ALL.into_iter().filter(is_delivered);
        audiences.map(|audience| self.audience(audience)).collect()
    }

    fn scores(&self) -> impl Iterator<Item = &StaffScore> {
        self.dataset
            .staff_scores
            .iter()
            .filter(|score| score.wave == self.wave.code)
    }

    /// Everybody of a branch whose groups alone were delivered: their mean by n, where both are
    /// exact.
    fn together(
        &self,
        contact: &Published<Score>,
        back_office: &Published<Score>,
    ) -> Published<Score> {
        let exact = |cell: &Published<Score>| cell.n().and_then(ShownCount::exact).is_some();
        if exact(contact) && exact(back_office) {
            self.publisher.average([contact, back_office])
        } else {
            Published::Hidden(Reason::NoAnswers)
        }
    }

    /// Branches × dimensions, as delivered.
    fn cells(&self, audience: Audience) -> Vec<Vec<Published<Score>>> {
        let none = Published::Hidden(Reason::NoAnswers);
        let dimensions = self.dataset.dimensions.len();
        let mut cells = vec![vec![none; dimensions]; self.dataset.branches.len()];
        for score in self.scores().filter(|score| score.audience == audience) {
            let row = cells.get_mut(score.branch);
            if let Some(cell) = row.and_then(|row| row.get_mut(score.dimension)) {
                *cell = self.publisher.delivered(score.value, score.n);
            }
        }
        cells
    }

    fn audience(&self, audience: Audience) -> AudienceFindings {
        let dimensions = self.dataset.dimensions.len();
        let mut cells = self.cells(audience);
        if audience == Audience::All {
            let (contact, back) = (
                self.cells(Audience::Contact),
                self.cells(Audience::BackOffice),
            );
            let groups = contact.iter().flatten().zip(back.iter().flatten());
            for (cell, (contact, back)) in cells.iter_mut().flatten().zip(groups) {
                if cell.reason() == Some(Reason::NoAnswers) {
                    *cell = self.together(contact, back);
                }
            }
        }
        let company = (0..dimensions)
            .map(|dimension| {
                self.publisher
                    .average(cells.iter().filter_map(|row| row.get(dimension)))
            })
            .collect();
        let items = self.dataset.items.len();
        let branches = self.dataset.branches.iter().zip(cells);
        let company = row(company, items);
        AudienceFindings {
            audience,
            branches: branches
                .map(|(branch, cells)| {
                    let invited = Some(branch.invited(audience)).filter(|invited| *invited > 0);
                    Row {
                        invited,
                        ..row(cells, items)
                    }
                })
                .collect(),
            items: company
                .items
                .iter()
                .map(|score| unmeasured(*score))
                .collect(),
            reliability: (0..dimensions).map(|_| unmeasured_dimension()).collect(),
            dissatisfiers: Vec::new(),
            weakest: super::rows::weakest(&company),
            segments: Published::Hidden(Reason::NoAnswers),
            shrunken: Vec::new(),
            tests: Vec::new(),
            company,
        }
    }
}

fn row(scores: Vec<Published<Score>>, items: usize) -> Row {
    let not_asked = Published::Hidden(Reason::NotAsked);
    Row {
        sheets: sheets(&scores),
        invited: None,
        response_rate: None,
        is_merged: false,
        scores,
        items: vec![not_asked; items],
        motives: [not_asked; 3],
        levers: [not_asked; 5],
        enps: Published::Hidden(Reason::NotAsked),
        changes: Vec::new(),
    }
}

/// The largest count of a row; where all is hidden, the reason that protects.
fn sheets(scores: &[Published<Score>]) -> Published<()> {
    let rank = |n: ShownCount| match n {
        ShownCount::NotDelivered => 0,
        ShownCount::FiveToNine => 1,
        ShownCount::Exact(n) => 2 + u64::from(n),
    };
    let largest = scores
        .iter()
        .filter(|score| score.n().is_some())
        .max_by_key(|s| s.n().map(rank));
    if let Some(score) = largest {
        return score.map(|_| ());
    }
    let reasons = scores.iter().filter_map(Published::reason);
    Published::Hidden(
        reasons
            .min_by_key(|reason| !reason.protects())
            .unwrap_or(Reason::NoAnswers),
    )
}
