//! Did an action work? The linked measure in the next wave, period or round against its start.

use super::evidence::{
    Evidence, LevelFigure, branch, customer_in, dimension, figure_in, level_figure, levels_of,
    outcome, row_in, score_in,
};
use crate::analysis::changes::apart;
use crate::analysis::{Change, Findings, WaveFindings};
use crate::disclosure::{Published, Reason};
use crate::domain::action::{Action, FigureCount, Finding, LinkedMeasure};
use crate::domain::{BranchCode, Date, Wave};

/// Half of a 95 % interval holds 1.960 standard errors; a change that is noticed four times out of
/// five measures 1.960 + 0.842 of them (power 80 %).
const NOTICED: f64 = (1.959_964 + 0.841_621) / 1.959_964;

/// Whether an action worked, or why that cannot be said.
pub type Check = Result<Measured, Unmeasured>;

/// An action whose measure was looked at again.
#[derive(Debug, Clone, PartialEq)]
pub struct Measured {
    /// What came of it.
    pub verdict: Verdict,
    /// The measure then and now.
    pub change: Change,
    /// The promise, and whether it was kept; none where nothing was promised.
    pub promise: Option<Promise>,
    /// The wave or round that was looked at.
    pub later: Place,
    /// How many answers, people or customers, then and now.
    pub n: (FigureCount, FigureCount),
    /// Branches that were looked at in both: one for an action of a branch.
    pub branches: usize,
    /// The smallest change that would have been noticed four times out of five.
    pub noticeable: Option<f64>,
}

/// A wave or round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
}

/// What came of an action.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// The measure moved as wished, beyond its interval.
    Worked,
    /// The interval of the change includes zero.
    NoChange,
    /// It moved the other way, beyond its interval.
    Worse,
    /// There is a difference but no interval: too few answers, or figures without one.
    Unclear,
}

/// A promised change and what became of it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Promise {
    /// What was promised.
    pub value: f64,
    /// Is the change as large as promised, and established?
    pub is_kept: bool,
}

/// Why nothing can be said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unmeasured {
    /// The action has no finding.
    NoFinding,
    /// There is no closed wave, or round, since the action began.
    NothingLater,
    /// The wave or round that it started from is gone.
    StartGone,
    /// The measure was not asked, or delivered, then or now.
    MeasureGone,
    /// The branch is gone.
    BranchGone,
    /// The figure is hidden: then, or now.
    Hidden {
        /// Is it the figure that the action started from?
        is_start: bool,
        /// Why.
        reason: Reason,
    },
    /// Then and now cannot be compared.
    NotComparable(Reason),
}

/// Looks at the measure of an action again, in the first wave that began after the action.
///
/// # Errors
/// Why nothing can be said.
pub fn check(action: &Action, evidence: &Evidence<'_>) -> Check {
    let finding = action.finding.as_ref().ok_or(Unmeasured::NoFinding)?;
    let begun = action.begun();
    let seen = if let LinkedMeasure::Competency(id) = &finding.measure {
        competency(id, finding, evidence, begun)?
    } else {
        let findings = evidence.findings.ok_or(Unmeasured::StartGone)?;
        in_waves(finding, findings, begun)?
    };
    Ok(judged(seen, action.promised))
}

/// A change with what it rests on.
struct Seen {
    change: Change,
    n: (FigureCount, FigureCount),
    later: Place,
    branches: usize,
}

fn judged(seen: Seen, promised: Option<f64>) -> Measured {
    let Seen {
        change,
        n,
        later,
        branches,
    } = seen;
    let wished = promised.unwrap_or(1.0).signum();
    let along = change.difference * wished;
    let verdict = match change.interval {
        None => Verdict::Unclear,
        Some(_) if !change.is_settled => Verdict::NoChange,
        Some(_) if along > 0.0 => Verdict::Worked,
        Some(_) => Verdict::Worse,
    };
    Measured {
        promise: promised.map(|value| Promise {
            value,
            // Half of the last decimal that anybody sees.
            is_kept: verdict == Verdict::Worked && along >= value.abs() - 0.05,
        }),
        noticeable: change
            .interval
            .map(|(low, high)| (high - low) / 2.0 * NOTICED),
        verdict,
        change,
        later,
        n,
        branches,
    }
}

fn in_waves(
    finding: &Finding,
    findings: &Findings,
    begun: Option<Date>,
) -> Result<Seen, Unmeasured> {
    if let Some(code) = &finding.branch {
        branch(findings, code).ok_or(Unmeasured::BranchGone)?;
    }
    let is_known = match &finding.measure {
        LinkedMeasure::Dimension(id) => dimension(findings, id).is_some(),
        LinkedMeasure::Item { id, .. } => findings.items.iter().any(|item| item.id == *id),
        LinkedMeasure::Outcome { .. } => outcome(finding, findings).is_some(),
        LinkedMeasure::Competency(_) => false,
    };
    if !is_known {
        return Err(Unmeasured::MeasureGone);
    }
    let code = |found: &WaveFindings| found.wave.code.as_str() == finding.wave;
    let start = findings.waves.iter().position(code);
    let start = start.ok_or(Unmeasured::StartGone)?;
    let later = (start + 1..findings.waves.len())
        .find(|at| is_after(&findings.waves[*at].wave, finding, begun))
        .ok_or(Unmeasured::NothingLater)?;
    let (first, second) = (&findings.waves[start], &findings.waves[later]);
    let before = figure_in(finding, findings, first).map_err(|reason| unseen(true, reason))?;
    let after = figure_in(finding, findings, second).map_err(|reason| unseen(false, reason))?;
    let told = (later == start + 1).then(|| told_change(finding, findings, second));
    let change = match told.flatten() {
        Some(told) => told.map_err(Unmeasured::NotComparable)?,
        None => apart(
            (before.value, before.interval),
            (after.value, after.interval),
        ),
    };
    Ok(Seen {
        change,
        n: (before.n, after.n),
        later: Place {
            code: second.wave.code.as_str().to_owned(),
            name: second.wave.name.clone(),
        },
        branches: branches_in_both(finding, findings, (first, second)),
    })
}

/// Can the wave tell of the action? Only if its answers, or the customers', came after it began.
fn is_after(wave: &Wave, finding: &Finding, begun: Option<Date>) -> bool {
    let Some(begun) = begun else { return true };
    let is_customers = matches!(finding.measure, LinkedMeasure::Outcome { .. });
    if let Some((_, last)) = wave.customers.filter(|_| is_customers) {
        return (last.year(), last.month()) >= (begun.year(), begun.month());
    }
    wave.opens.or(wave.closes).is_none_or(|day| day >= begun)
}

fn unseen(is_start: bool, reason: Reason) -> Unmeasured {
    if reason.protects() {
        Unmeasured::Hidden { is_start, reason }
    } else {
        Unmeasured::MeasureGone
    }
}

/// The change against the wave before as it is published; none where no such change is.
fn told_change(
    finding: &Finding,
    findings: &Findings,
    wave: &WaveFindings,
) -> Option<Result<Change, Reason>> {
    match &finding.measure {
        LinkedMeasure::Dimension(id) => {
            let row = row_in(finding, findings, wave)?;
            match row.changes.get(dimension(findings, id)?)? {
                Published::Shown { value, .. } => Some(Ok(*value)),
                Published::Hidden(reason) => Some(Err(*reason)),
            }
        }
        LinkedMeasure::Outcome { .. } => {
            let found = wave.customers.get(outcome(finding, findings)?)?;
            let change = match &finding.branch {
                None => found.change,
                Some(code) => *found.branch_changes.get(branch(findings, code)?)?,
            };
            change.map(Ok)
        }
        LinkedMeasure::Item { .. } | LinkedMeasure::Competency(_) => None,
    }
}

/// How many branches show the measure in both waves; one for a finding of a branch.
fn branches_in_both(
    finding: &Finding,
    findings: &Findings,
    (first, second): (&WaveFindings, &WaveFindings),
) -> usize {
    if finding.branch.is_some() {
        return 1;
    }
    let is_shown = |code: &BranchCode, wave: &WaveFindings| {
        let own = Finding {
            branch: Some(code.clone()),
            ..finding.clone()
        };
        score_in(&own, findings, wave).is_some_and(|score| score.value().is_some())
            || customer_in(&own, findings, wave).is_some()
    };
    let codes = findings.branches.iter().map(|branch| &branch.code);
    codes
        .filter(|code| is_shown(code, first) && is_shown(code, second))
        .count()
}

fn competency(
    id: &str,
    finding: &Finding,
    evidence: &Evidence<'_>,
    begun: Option<Date>,
) -> Result<Seen, Unmeasured> {
    let place = finding.branch.as_ref();
    let known: Vec<&LevelFigure> = levels_of(id, place, evidence).collect();
    let start = known.iter().position(|level| level.round == finding.wave);
    let start = start.ok_or(Unmeasured::StartGone)?;
    let is_after = |level: &&&LevelFigure| begun.is_none_or(|begun| level.closed >= begun);
    let later = known[start + 1..].iter().find(is_after);
    let (first, second) = (known[start], *later.ok_or(Unmeasured::NothingLater)?);
    let rounds = [&first.round, &second.round];
    let branches = match place {
        Some(_) => 1,
        None => {
            let of_round = |round: &String| -> std::collections::BTreeSet<&BranchCode> {
                let own = evidence.levels.iter().filter(|level| level.round == *round);
                let own = own.filter(|level| level.competency == id);
                own.filter_map(|level| level.branch.as_ref()).collect()
            };
            let [first, second] = rounds.map(of_round);
            first.intersection(&second).count()
        }
    };
    let (before, after) = (level_figure(first), level_figure(second));
    Ok(Seen {
        change: apart(
            (before.value, before.interval),
            (after.value, after.interval),
        ),
        n: (before.n, after.n),
        later: Place {
            code: second.round.clone(),
            name: second.name.clone(),
        },
        branches,
    })
}
