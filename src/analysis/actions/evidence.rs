//! Published figures that actions are measured by.

use crate::analysis::{AudienceFindings, CustomerFigure, Findings, Row, WaveFindings};
use crate::disclosure::{Published, Reason, Score, ShownCount};
use crate::domain::action::{Figure, FigureCount, Finding, LinkedMeasure};
use crate::domain::{BranchCode, Date};

/// Everything that may be looked at.
#[derive(Debug, Clone, Copy, Default)]
pub struct Evidence<'a> {
    /// Findings of the closed waves; none before they are there.
    pub findings: Option<&'a Findings>,
    /// Mean levels of competencies in closed rounds, oldest round first.
    pub levels: &'a [LevelFigure],
}

/// The mean level of a competency in a closed round of assessment: of a branch or of the company,
/// from the smallest group of people that is shown.
#[derive(Debug, Clone, PartialEq)]
pub struct LevelFigure {
    /// Code of the round.
    pub round: String,
    /// Name of the round.
    pub name: String,
    /// Its last day.
    pub closed: Date,
    /// Id of the competency.
    pub competency: String,
    /// The branch; none for the company.
    pub branch: Option<BranchCode>,
    /// Mean level, 1 to 5.
    pub mean: f64,
    /// 95 % interval of the mean over people, where there is one.
    pub interval: Option<(f64, f64)>,
    /// People.
    pub people: u64,
}

/// The published figure of a finding's measure in the wave or round that it names.
///
/// # Errors
/// Why there is none: hidden, not asked, or gone.
pub fn published_figure(finding: &Finding, evidence: &Evidence<'_>) -> Result<Figure, Reason> {
    if let LinkedMeasure::Competency(id) = &finding.measure {
        let found = levels_of(id, finding.branch.as_ref(), evidence);
        let mut found = found.filter(|level| level.round == finding.wave);
        return found.next().map(level_figure).ok_or(Reason::NoAnswers);
    }
    let findings = evidence.findings.ok_or(Reason::NoAnswers)?;
    let wave = findings.wave(&finding.wave).ok_or(Reason::NoAnswers)?;
    figure_in(finding, findings, wave)
}

/// The published figure of a finding's measure in a wave.
pub(super) fn figure_in(
    finding: &Finding,
    findings: &Findings,
    wave: &WaveFindings,
) -> Result<Figure, Reason> {
    match &finding.measure {
        LinkedMeasure::Dimension(_) | LinkedMeasure::Item { .. } => {
            score_in(finding, findings, wave).map_or(Err(Reason::NotAsked), |score| match score {
                Published::Shown { value, n } => Ok(Figure {
                    value: value.mean,
                    interval: value.interval,
                    n: count(*n),
                }),
                Published::Hidden(reason) => Err(*reason),
            })
        }
        LinkedMeasure::Outcome { .. } => customer_in(finding, findings, wave)
            .map(customer_figure)
            .ok_or(Reason::NoAnswers),
        LinkedMeasure::Competency(_) => Err(Reason::NotAsked),
    }
}

/// The published score of a dimension or an item.
pub(super) fn score_in<'a>(
    finding: &Finding,
    findings: &Findings,
    wave: &'a WaveFindings,
) -> Option<&'a Published<Score>> {
    let row = row_in(finding, findings, wave)?;
    match &finding.measure {
        LinkedMeasure::Dimension(id) => row.scores.get(dimension(findings, id)?),
        LinkedMeasure::Item { id, .. } => {
            let at = findings.items.iter().position(|item| item.id == *id)?;
            row.items.get(at)
        }
        LinkedMeasure::Outcome { .. } | LinkedMeasure::Competency(_) => None,
    }
}

/// The row that a finding speaks of.
pub(super) fn row_in<'a>(
    finding: &Finding,
    findings: &Findings,
    wave: &'a WaveFindings,
) -> Option<&'a Row> {
    let found: &AudienceFindings = wave.audience(finding.audience)?;
    match &finding.branch {
        None => Some(&found.company),
        Some(code) => found.branches.get(branch(findings, code)?),
    }
}

/// The customer figure that a finding speaks of.
pub(super) fn customer_in<'a>(
    finding: &Finding,
    findings: &Findings,
    wave: &'a WaveFindings,
) -> Option<&'a CustomerFigure> {
    let found = wave.customers.get(outcome(finding, findings)?)?;
    match &finding.branch {
        None => found.company.as_ref(),
        Some(code) => found.branches.get(branch(findings, code)?)?.as_ref(),
    }
}

/// Position of a customer measure.
pub(super) fn outcome(finding: &Finding, findings: &Findings) -> Option<usize> {
    let LinkedMeasure::Outcome {
        measure, channel, ..
    } = &finding.measure
    else {
        return None;
    };
    let mut known = findings.outcomes.iter();
    known.position(|info| info.measure == *measure && info.channel == *channel)
}

/// Position of a dimension.
pub(super) fn dimension(findings: &Findings, id: &str) -> Option<usize> {
    findings.dimensions.iter().position(|known| known.id == id)
}

/// Position of a branch.
pub(super) fn branch(findings: &Findings, code: &BranchCode) -> Option<usize> {
    findings
        .branches
        .iter()
        .position(|known| known.code == *code)
}

/// Levels of a competency at a place, oldest round first.
pub(super) fn levels_of<'a>(
    id: &'a str,
    branch: Option<&'a BranchCode>,
    evidence: &Evidence<'a>,
) -> impl Iterator<Item = &'a LevelFigure> {
    let is_meant =
        move |level: &&LevelFigure| level.competency == id && level.branch.as_ref() == branch;
    evidence.levels.iter().filter(is_meant)
}

pub(super) fn level_figure(level: &LevelFigure) -> Figure {
    Figure {
        value: level.mean,
        interval: level.interval,
        n: FigureCount::Exact(level.people),
    }
}

pub(super) fn customer_figure(figure: &CustomerFigure) -> Figure {
    Figure {
        value: figure.value,
        interval: figure.interval,
        n: figure.n.map_or(FigureCount::NotGiven, FigureCount::Exact),
    }
}

fn count(n: ShownCount) -> FigureCount {
    match n {
        ShownCount::FiveToNine => FigureCount::FiveToNine,
        ShownCount::Exact(n) => FigureCount::Exact(u64::from(n)),
        ShownCount::NotDelivered => FigureCount::NotGiven,
    }
}
