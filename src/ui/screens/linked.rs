//! Findings on their way to an action: what every “Make an action of this” hands over. Positions are
//! those of the findings on the screen; what is kept are ids, so that the link outlives them.

use crate::analysis::{Divergence, Findings, WaveFindings};
use crate::domain::action::{Finding, LinkedMeasure, Origin};
use crate::domain::{Audience, BranchCode, Lang, Text};
use crate::phrases;
use crate::ui::action::Action;
use crate::ui::cx::Cx;

/// The findings of the wave on the screen.
#[derive(Clone, Copy)]
struct Source<'a> {
    findings: &'a Findings,
    wave: &'a WaveFindings,
}

impl<'a> Source<'a> {
    fn of(cx: &Cx<'a>) -> Option<Self> {
        let (findings, wave) = cx.chosen()?;
        Some(Self { findings, wave })
    }

    fn finding(
        &self,
        origin: Origin,
        (measure, title): (LinkedMeasure, Text),
        (audience, branch): (Audience, Option<usize>),
    ) -> Finding {
        let branch = branch.and_then(|branch| self.findings.branches.get(branch));
        Finding {
            origin,
            measure,
            title,
            audience,
            branch: branch.map(|branch| branch.code.clone()),
            wave: self.wave.wave.code.as_str().to_owned(),
            noted: None,
            figure: None,
        }
    }

    /// A dimension of the company, of a branch, or on the map of drivers.
    fn dimension(
        &self,
        origin: Origin,
        dimension: usize,
        place: (Audience, Option<usize>),
    ) -> Option<Finding> {
        let known = self.findings.dimensions.get(dimension)?;
        let measure = LinkedMeasure::Dimension(known.id.clone());
        Some(self.finding(origin, (measure, known.title.clone()), place))
    }

    /// A question that many disagree with.
    fn dissatisfier(&self, item: usize, place: (Audience, Option<usize>)) -> Option<Finding> {
        let known = self.findings.items.get(item)?;
        let measure = LinkedMeasure::Item {
            id: known.id.clone(),
            dimension: known.dimension.clone(),
        };
        let title = known.short.clone();
        Some(self.finding(Origin::Dissatisfier, (measure, title), place))
    }

    /// A customer measure of the company or of a branch.
    fn outcome(&self, outcome: usize, branch: Option<usize>) -> Option<Finding> {
        let measure = self.outcome_measure(outcome, None)?;
        Some(self.finding(Origin::Outcome, measure, (Audience::All, branch)))
    }

    /// Staff more satisfied, customers less: the customers are what is looked at again.
    fn divergence(&self, found: &Divergence) -> Option<Finding> {
        let dimension = self.findings.dimensions.get(found.dimension);
        let id = dimension.map(|dimension| dimension.id.clone());
        let measure = self.outcome_measure(found.outcome, id)?;
        let place = (Audience::All, Some(found.branch));
        Some(self.finding(Origin::Divergence, measure, place))
    }

    fn outcome_measure(
        &self,
        outcome: usize,
        dimension: Option<String>,
    ) -> Option<(LinkedMeasure, Text)> {
        let known = self.findings.outcomes.get(outcome)?;
        let title = |lang| phrases::outcome_title(lang, known);
        let measure = LinkedMeasure::Outcome {
            measure: known.measure.clone(),
            channel: known.channel.clone(),
            dimension,
        };
        Some((measure, Text::new(title(Lang::Ru), title(Lang::En))))
    }
}

/// The wish for an action about a cell of the heat map: a branch, or the company, and a dimension.
pub(super) fn of_cell(
    cx: &Cx<'_>,
    audience: Audience,
    (branch, dimension): (Option<usize>, usize),
) -> Option<Action> {
    let source = Source::of(cx)?;
    let origin = match branch {
        Some(_) => Origin::Cell,
        None => Origin::Dimension,
    };
    let finding = source.dimension(origin, dimension, (audience, branch))?;
    Some(Action::MakeAction(Box::new(finding)))
}

/// The wish for an action about a question of the company.
pub(super) fn of_item(cx: &Cx<'_>, audience: Audience, item: usize) -> Option<Action> {
    let finding = Source::of(cx)?.dissatisfier(item, (audience, None))?;
    Some(Action::MakeAction(Box::new(finding)))
}

/// The wish for an action about a dimension on the map of drivers.
pub(super) fn of_driver(cx: &Cx<'_>, audience: Audience, dimension: usize) -> Option<Action> {
    let place = (audience, None);
    let finding = Source::of(cx)?.dimension(Origin::Driver, dimension, place)?;
    Some(Action::MakeAction(Box::new(finding)))
}

/// The wish for an action about a divergence: its position in the wave's list.
pub(super) fn of_divergence(cx: &Cx<'_>, row: usize) -> Option<Action> {
    let source = Source::of(cx)?;
    let finding = source.divergence(source.wave.divergences.get(row)?)?;
    Some(Action::MakeAction(Box::new(finding)))
}

/// The wish for an action about a customer measure of a branch, or of the company.
pub(super) fn of_outcome(cx: &Cx<'_>, outcome: usize, branch: Option<usize>) -> Option<Action> {
    let finding = Source::of(cx)?.outcome(outcome, branch)?;
    Some(Action::MakeAction(Box::new(finding)))
}

/// A competency of a round, of the company or of a branch.
pub(super) fn competency(
    round: &str,
    (id, title): (&str, &Text),
    branch: Option<BranchCode>,
) -> Finding {
    Finding {
        origin: Origin::Competency,
        measure: LinkedMeasure::Competency(id.to_owned()),
        title: title.clone(),
        audience: Audience::All,
        branch,
        wave: round.to_owned(),
        noted: None,
        figure: None,
    }
}
