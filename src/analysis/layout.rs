//! Who stands in which row: branches with their classes, the parts that add up, what is hidden.
//!
//! The same layout serves every column of a wave, so that no column tells apart what another joins.

use super::column::Column;
use super::scoring::Scores;
use super::spread::Spread;
use super::unit::Unit;
use crate::disclosure::{
    NpsFigure, Parts, Protection, Published, Publisher, Reason, SHARES_FROM, Score, Subject, Tally,
    Withdrawn, protect_withdrawn,
};
use crate::domain::{Audience, Branch, NpsCounts, StaffGroup};

/// The rows of a wave and which of them are hidden whole.
#[derive(Debug)]
pub(super) struct Layout<'a> {
    scores: &'a Scores,
    publisher: Publisher,
    /// What an audit took back, and the wave that this is.
    withdrawn: (&'a Withdrawn, usize),
    pub(super) units: Vec<Unit>,
    /// Unit of each branch of the data set.
    pub(super) unit_of: Vec<Option<usize>>,
    pub(super) rows: Protection,
}

/// A column with what it hides.
pub(super) struct Guarded<'a> {
    column: &'a Column,
    subject: Subject,
    protection: Protection,
    /// The variance of everybody's answers, where it is published.
    known: Option<f64>,
}

impl<'a> Layout<'a> {
    pub(super) fn new(
        scores: &'a Scores,
        branches: usize,
        publisher: Publisher,
        withdrawn: (&'a Withdrawn, usize),
    ) -> Self {
        let mut units: Vec<Unit> = Vec::new();
        let mut order: Vec<usize> = (0..scores.classes.len()).collect();
        order.sort_by(|a, b| {
            scores.classes[*a]
                .branches
                .cmp(&scores.classes[*b].branches)
        });
        for family in
            order.chunk_by(|a, b| scores.classes[*a].branches == scores.classes[*b].branches)
        {
            units.push(Unit::of(family, scores));
        }
        let mut unit_of = vec![None; branches];
        for (position, unit) in units.iter().enumerate() {
            if let Some(slot) = unit.branch.and_then(|branch| unit_of.get_mut(branch)) {
                *slot = Some(position);
            }
        }
        let together: Vec<Option<Reason>> = units
            .iter()
            .map(|unit| unit.branch.is_none().then_some(Reason::Merged))
            .collect();
        let counts = |class: usize| scores.sheets[class];
        let parts = units.iter().map(|unit| unit.parts(&scores.classes, counts));
        let parts: Vec<Parts> = parts.collect();
        let gone: Vec<bool> = units
            .iter()
            .map(|unit| unit.is_gone(withdrawn, None))
            .collect();
        let rows = protect_withdrawn(&parts, &together, &gone, publisher.min_group());
        Self {
            scores,
            publisher,
            withdrawn,
            units,
            unit_of,
            rows,
        }
    }

    pub(super) fn publisher(&self) -> Publisher {
        self.publisher
    }

    /// The audiences that the answers tell apart.
    pub(super) fn audiences(&self) -> Vec<Audience> {
        let has_answers = |audience: Audience| {
            let classes = self.scores.classes.iter().zip(&self.scores.sheets);
            let mut counted = classes.filter(|(class, n)| class.counts_for(audience) && **n > 0);
            audience == Audience::All || counted.next().is_some()
        };
        Audience::ALL
            .into_iter()
            .filter(|audience| has_answers(*audience))
            .collect()
    }

    /// The classes of a branch that count for an audience.
    ///
    /// # Errors
    /// Why there are none.
    fn members(&self, branch: usize, audience: Audience) -> Result<(usize, Vec<usize>), Reason> {
        let unit = self.unit_of.get(branch).copied().flatten();
        let Some(unit) = unit else {
            return Err(self.absent(branch));
        };
        let members = self.counted(&self.units[unit].classes, audience);
        if members.is_empty() {
            let is_together = self.units[unit]
                .classes
                .iter()
                .any(|class| self.is_mixed(*class));
            return Err(if is_together {
                Reason::Merged
            } else {
                Reason::NoAnswers
            });
        }
        Ok((unit, members))
    }

    /// Does a class with answers hold both groups?
    fn is_mixed(&self, class: usize) -> bool {
        self.scores.classes[class].group.is_none() && self.scores.sheets[class] > 0
    }

    /// A branch without a row of its own: reported together with others, or without answers.
    fn absent(&self, branch: usize) -> Reason {
        let mut pools = self.scores.pools.iter();
        let is_elsewhere = pools.any(|members| members.contains(&branch));
        if is_elsewhere {
            Reason::Merged
        } else {
            Reason::NoAnswers
        }
    }

    fn counted(&self, classes: &[usize], audience: Audience) -> Vec<usize> {
        let counts = |class: &usize| self.scores.classes[*class].counts_for(audience);
        classes.iter().copied().filter(counts).collect()
    }

    /// All classes of the company that count for an audience.
    pub(super) fn company(&self, audience: Audience) -> Vec<usize> {
        let all: Vec<usize> = (0..self.scores.classes.len()).collect();
        self.counted(&all, audience)
    }

    /// The classes behind a row of a column, or why it is hidden. `answers` counts its answers.
    ///
    /// # Errors
    /// Why it is hidden.
    fn open(
        &self,
        protection: &Protection,
        (place, subject): ((Option<usize>, Audience), Option<Subject>),
        answers: impl Fn(&[usize]) -> u32,
    ) -> Result<Vec<usize>, Reason> {
        let (withdrawn, wave) = self.withdrawn;
        withdrawn.check((wave, place.0, place.1), subject)?;
        let (Some(branch), audience) = place else {
            let is_total = place.1 == Audience::All;
            return if is_total {
                Ok(self.company(place.1))
            } else {
                protection.groups.map(|()| self.company(place.1))
            };
        };
        let (unit, members) = self.members(branch, audience)?;
        let hidden = protection.rows[unit];
        // The nearest reason first: a reader asks why this cell is hidden.
        hidden.map_err(|reason| {
            let nearest = self.publisher.count(answers(&members)).err();
            nearest.unwrap_or(reason)
        })?;
        Ok(members)
    }

    /// How many sheets a row has, where that may be said: the exact number for further use.
    ///
    /// # Errors
    /// Why it is hidden.
    pub(super) fn sheets(&self, place: (Option<usize>, Audience)) -> Result<u32, Reason> {
        let sum = |classes: &[usize]| classes.iter().map(|c| self.scores.sheets[*c]).sum();
        let members = self.open(&self.rows, (place, None), sum)?;
        let n = sum(&members);
        self.publisher.count(n).map(|_| n)
    }

    /// Guards a column: rows hidden whole stay hidden, and so do cells that would give one away.
    pub(super) fn guard(&self, column: &'a Column, subject: Subject) -> Guarded<'a> {
        let mut guarded = Guarded {
            column,
            subject,
            protection: self.protect_cells(subject, |class| column.answers(&[class])),
            known: None,
        };
        let everybody = self.tally(Some(&guarded), (None, Audience::All));
        guarded.known = everybody.as_ref().and_then(Publisher::known_variance);
        guarded
    }

    /// A row of which an audit took a cell back is hidden whole in that column, and never alone.
    fn protect_cells(&self, subject: Subject, answers: impl Fn(usize) -> u32) -> Protection {
        let forced: Vec<Option<Reason>> = self.rows.rows.iter().map(|row| row.err()).collect();
        let parts = self
            .units
            .iter()
            .map(|unit| unit.parts(&self.scores.classes, &answers));
        let parts: Vec<Parts> = parts.collect();
        let gone = |unit: &Unit| unit.is_gone(self.withdrawn, Some(subject));
        let withdrawn: Vec<bool> = self.units.iter().map(gone).collect();
        let min_group = self.publisher.min_group();
        let mut found = protect_withdrawn(&parts, &forced, &withdrawn, min_group);
        found.groups = found.groups.and(self.rows.groups);
        found
    }

    /// The classes behind a cell of a column, or why it is hidden.
    fn classes_of(
        &self,
        guarded: &Guarded<'_>,
        place: (Option<usize>, Audience),
    ) -> Result<Vec<usize>, Reason> {
        let answers = |classes: &[usize]| guarded.column.answers(classes);
        self.open(&guarded.protection, (place, Some(guarded.subject)), answers)
    }

    /// A cell: the company's where no branch is named.
    pub(super) fn cell(
        &self,
        guarded: Option<&Guarded<'_>>,
        place: (Option<usize>, Audience),
    ) -> Published<Score> {
        self.published(guarded, place, None)
    }

    /// A cell of a score over several questions, made of their cells.
    pub(super) fn composed(
        &self,
        guarded: Option<&Guarded<'_>>,
        place: (Option<usize>, Audience),
        parts: &[Published<Score>],
    ) -> Published<Score> {
        self.published(guarded, place, Some(parts))
    }

    fn published(
        &self,
        guarded: Option<&Guarded<'_>>,
        place: (Option<usize>, Audience),
        parts: Option<&[Published<Score>]>,
    ) -> Published<Score> {
        let Some(guarded) = guarded else {
            return Published::Hidden(Reason::NotAsked);
        };
        let column = guarded.column;
        match self.classes_of(guarded, place) {
            Err(reason) => Published::Hidden(reason),
            Ok(members) if self.has_detail(guarded, place) => {
                column.publish(&members, (self.publisher, guarded.known), parts)
            }
            Ok(members) => {
                let whole = column.publish(&members, (self.publisher, guarded.known), parts);
                whole.map(|score| Score {
                    mean: score.mean,
                    interval: None,
                    favourable: None,
                })
            }
        }
    }

    /// Did an audit leave the detail beside the mean?
    fn has_detail(&self, guarded: &Guarded<'_>, place: (Option<usize>, Audience)) -> bool {
        let (withdrawn, wave) = self.withdrawn;
        withdrawn.has_detail((wave, place.0, place.1), guarded.subject)
    }

    /// The tally behind a shown cell, for statistics that need more than the mean.
    pub(super) fn tally(
        &self,
        guarded: Option<&Guarded<'_>>,
        place: (Option<usize>, Audience),
    ) -> Option<Tally> {
        let guarded = guarded.filter(|guarded| self.has_detail(guarded, place))?;
        let members = self.classes_of(guarded, place).ok()?;
        guarded.column.joined(&members)
    }

    /// The tallies of a column by row, hidden rows too, for sums over the company.
    pub(super) fn by_unit(
        &self,
        guarded: &Guarded<'_>,
        audience: Audience,
    ) -> Vec<(Vec<usize>, Tally)> {
        let of = |unit: &Unit| {
            let members = self.counted(&unit.classes, audience);
            let branches = self.scores.classes[*members.first()?].branches.clone();
            Some((branches, guarded.column.joined(&members)?))
        };
        self.units.iter().filter_map(of).collect()
    }

    /// How many people have which score of a dimension; none where it was not asked.
    pub(super) fn spread(&self, dimension: usize) -> Option<&Spread> {
        self.scores.spreads.get(dimension)?.as_ref()
    }

    /// Employee NPS per row, company last.
    pub(super) fn enps(
        &self,
        counts: &[NpsCounts],
        audience: Audience,
    ) -> Vec<Published<NpsFigure>> {
        let sum = |classes: &[usize]| {
            let mut sum = NpsCounts::default();
            classes.iter().for_each(|class| sum.merge(counts[*class]));
            sum
        };
        let answers = |classes: &[usize]| u32::try_from(sum(classes).n()).unwrap_or(u32::MAX);
        let protection = self.protect_cells(Subject::Enps, |class| answers(&[class]));
        let of = |place: (Option<usize>, Audience)| {
            let members = self.open(&protection, (place, Some(Subject::Enps)), answers)?;
            Ok(sum(&members))
        };
        let everybody = of((None, Audience::All)).ok();
        let known = everybody.filter(|counts| counts.n() >= u64::from(SHARES_FROM));
        let branches = (0..self.unit_of.len()).map(Some).chain([None]);
        let figure = |place: Option<usize>| match of((place, audience)) {
            Ok(counts) => self.publisher.enps(counts, known),
            Err(reason) => Published::Hidden(reason),
        };
        branches.map(figure).collect()
    }

    /// Do both groups of a branch stand together in its row of this audience?
    pub(super) fn is_merged(&self, branch: usize, audience: Audience) -> bool {
        let Some(unit) = self.unit_of.get(branch).copied().flatten() else {
            return false;
        };
        let unit = &self.units[unit];
        match audience {
            Audience::All => unit.is_merged,
            Audience::Contact | Audience::BackOffice => {
                unit.classes.iter().any(|class| self.is_mixed(*class))
            }
        }
    }

    /// How many of a branch were invited to an audience, where head counts are known.
    pub(super) fn invited(&self, branch: usize, of: &Branch, audience: Audience) -> Option<u32> {
        let own = || {
            self.scores
                .delivered
                .iter()
                .filter(|class| class.branches == [branch])
        };
        let group = |group: StaffGroup| {
            let planned = own().filter_map(|class| match group {
                StaffGroup::Contact => class.invited_contact,
                StaffGroup::BackOffice => class.invited_back_office,
            });
            let listed = match group {
                StaffGroup::Contact => of.contact,
                StaffGroup::BackOffice => of.back_office,
            };
            planned.max().or((listed > 0).then_some(listed))
        };
        let both = || match (group(StaffGroup::Contact), group(StaffGroup::BackOffice)) {
            (None, None) => None,
            (contact, back) => Some(contact.unwrap_or(0).saturating_add(back.unwrap_or(0))),
        };
        match audience {
            Audience::All => both(),
            Audience::Contact if self.is_merged(branch, audience) => both(),
            Audience::Contact => group(StaffGroup::Contact),
            Audience::BackOffice => group(StaffGroup::BackOffice),
        }
    }

    /// Do answers of this branch count for an audience at all?
    pub(super) fn counts_for(&self, branch: usize, audience: Audience) -> bool {
        match self.members(branch, audience) {
            Ok(_) => true,
            Err(reason) => reason == Reason::NoAnswers,
        }
    }
}
