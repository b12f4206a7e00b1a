//! Findings of a closed round, and branches as wholes beside engagement and NPS.

use std::sync::Arc;

use super::super::Service;
use super::overview::{model_of, roles_then};
use super::sheets::ids;
use crate::analysis::ratings::{HandedIn, RoundFindings, RoundInput, analyze_round};
use crate::app::{BridgeLine, RatingReply, RoundResults, Watch};
use crate::domain::rating::{RoundCode, RoundState, SheetState};
use crate::domain::{Audience, BranchLevel, Measure, MinGroup};
use crate::error::{RatingFault, Result};
use crate::store::{Ratings, StoredRound};

impl Service {
    pub(super) fn round_results(
        &mut self,
        code: &RoundCode,
        watch: &mut Watch,
    ) -> Result<RatingReply> {
        let stored = self.workspace()?.ratings()?;
        let findings = self.closed_findings(&stored, code)?;
        let appraisal = stored.appraisal(code)?;
        drop(stored);
        let bridge = self.bridge(&findings, watch)?;
        Ok(RatingReply::Results(Arc::new(RoundResults {
            overview: Arc::new(self.rating_state()?),
            findings: Arc::new(findings),
            appraisal,
            bridge,
        })))
    }

    /// Findings of a closed round, with the changes since the closed round before.
    pub(super) fn closed_findings(
        &self,
        stored: &Ratings,
        code: &RoundCode,
    ) -> Result<RoundFindings> {
        let rounds = stored.rounds()?;
        let kept = stored.round(code)?;
        if kept.round.state != RoundState::Closed {
            return Err(RatingFault::RoundState.into());
        }
        let place = rounds.iter().position(|known| known.round.code == *code);
        let earlier = rounds.iter().take(place.unwrap_or(0));
        let earlier = earlier
            .rev()
            .find(|known| known.round.state == RoundState::Closed);
        let before = earlier
            .map(|known| self.findings_of(stored, known, None))
            .transpose()?;
        self.findings_of(stored, &kept, before.as_ref())
    }

    /// Findings of a round from its sheets.
    pub(in crate::app::service) fn findings_of(
        &self,
        stored: &Ratings,
        kept: &StoredRound,
        before: Option<&RoundFindings>,
    ) -> Result<RoundFindings> {
        let model = model_of(stored, kept)?;
        let (people, roles) = roles_then(stored, kept)?;
        let mut sheets = stored.sheets(&kept.round.code, &ids(&model))?;
        let handed_in: Vec<HandedIn> = stored
            .assignments(Some(&kept.round.code))?
            .into_iter()
            .filter(|assignment| assignment.state == SheetState::HandedIn)
            .filter_map(|assignment| {
                let sheet = sheets.remove(&assignment.id)?;
                Some(HandedIn { assignment, sheet })
            })
            .collect();
        Ok(analyze_round(&RoundInput {
            round: &kept.round,
            model: &model,
            people: &people,
            roles: &roles,
            sheets: &handed_in,
            before,
        }))
    }

    /// Mean competency levels of branches in the newest closed round, for the linkage table: means of
    /// whole branches from the smallest group that is shown, nothing of a person.
    pub(in crate::app::service) fn branch_levels(
        &self,
        min_group: MinGroup,
    ) -> Result<Vec<BranchLevel>> {
        let workspace = self.workspace()?;
        if !workspace.has_ratings() {
            return Ok(Vec::new());
        }
        let stored = workspace.ratings()?;
        let rounds = stored.rounds()?;
        let closed = rounds
            .iter()
            .rfind(|kept| kept.round.state == RoundState::Closed);
        let Some(kept) = closed else {
            return Ok(Vec::new());
        };
        let findings = self.findings_of(&stored, kept, None)?;
        Ok(levels_of(&findings, min_group))
    }

    /// One line per branch that has somebody rated.
    fn bridge(&mut self, findings: &RoundFindings, watch: &mut Watch) -> Result<Vec<BridgeLine>> {
        let has_wave = self
            .workspace()?
            .waves()?
            .iter()
            .any(|(wave, _)| wave.state == crate::domain::WaveState::Closed);
        let survey = if has_wave {
            Some(self.findings(watch)?)
        } else {
            None
        };
        let min_group = survey
            .as_ref()
            .map_or_else(MinGroup::default, |found| found.min_group);
        let levels = levels_of(findings, min_group);
        let level = |branch, audience| {
            let found = levels
                .iter()
                .find(|level| level.branch == branch && level.audience == audience);
            found.map(|level| (level.value, level.n))
        };
        let lines = findings.branches.iter().map(|found| {
            let (engagement, nps) = survey.as_ref().map_or(((None, None), None), |survey| {
                outside(survey, &found.branch)
            });
            BridgeLine {
                branch: found.branch.clone(),
                all: level(found.branch.clone(), Audience::All),
                contact: level(found.branch.clone(), Audience::Contact),
                engagement,
                nps,
            }
        });
        Ok(lines.collect())
    }
}

/// Levels of branches where enough people were rated.
pub(in crate::app) fn levels_of(findings: &RoundFindings, min_group: MinGroup) -> Vec<BranchLevel> {
    let least = usize::try_from(min_group.get()).unwrap_or(usize::MAX);
    let mut levels = Vec::new();
    for found in &findings.branches {
        for audience in [Audience::All, Audience::Contact] {
            let Some(group) = found.of(audience) else {
                continue;
            };
            if let (Ok(level), true) = (group.overall, group.people >= least) {
                levels.push(BranchLevel {
                    branch: found.branch.clone(),
                    audience,
                    value: level.value,
                    n: group.people,
                });
            }
        }
    }
    levels
}

type Outside = ((Option<f64>, Option<f64>), Option<f64>);

/// Published engagement and NPS of a branch in the newest closed wave.
fn outside(survey: &crate::analysis::Findings, branch: &crate::domain::BranchCode) -> Outside {
    let place = survey
        .branches
        .iter()
        .position(|known| known.code == *branch);
    let (Some(place), Some(wave)) = (place, survey.waves.last()) else {
        return ((None, None), None);
    };
    let dimension = survey
        .dimensions
        .iter()
        .position(|dimension| dimension.is_outcome);
    let engagement = |audience| {
        let row = wave.audience(audience)?.branches.get(place)?;
        Some(row.scores.get(dimension?)?.value()?.mean)
    };
    let is_nps = |info: &crate::analysis::OutcomeInfo| {
        info.measure == Measure::nps() && info.channel.is_none()
    };
    let nps = survey.outcomes.iter().position(is_nps);
    let nps = nps.and_then(|nps| {
        wave.customers
            .get(nps)?
            .branches
            .get(place)?
            .map(|it| it.value)
    });
    (
        (engagement(Audience::All), engagement(Audience::Contact)),
        nps,
    )
}
