//! The workspace as screens see it.

use std::sync::Arc;

use super::Service;
use super::workspace::{COMPANY, DEMO};
use crate::app::{
    Overview, Participation, QuestionnaireInfo, QuestionnaireOrigin, ReleaseInfo, WaveInfo,
};
use crate::disclosure::{Publisher, visible_rows};
use crate::domain::{Audience, Branch, Questionnaire, QuestionnaireKind, StoredAnswers, Wave};
use crate::error::Result;
use crate::import::{embedded, parse_questionnaire};
use crate::store::{Release, StoredScore, Workspace};

impl Service {
    pub(super) fn overview(&self) -> Result<Overview> {
        let workspace = self.workspace()?;
        let branches = workspace.branches()?;
        let scores = workspace.staff_scores()?;
        let mut waves = Vec::new();
        for (wave, source) in workspace.waves()? {
            let answers = workspace.answers(&wave.code)?;
            let questionnaire = Arc::new(questionnaire_of(&source)?);
            waves.push(wave_info(
                wave,
                questionnaire,
                &answers,
                (&branches, &scores),
            ));
        }
        let names = |code: &str| {
            let named = waves
                .iter()
                .find(|info: &&WaveInfo| info.wave.code.as_str() == code);
            named.map_or_else(|| code.to_owned(), |info| info.wave.name.clone())
        };
        Ok(Overview {
            path: workspace.path().to_owned(),
            company: workspace.setting(COMPANY)?.unwrap_or_default(),
            is_demo: workspace.setting(DEMO)?.is_some(),
            positions: workspace.positions()?,
            questionnaires: questionnaires(workspace)?,
            outcomes: workspace.outcomes()?.into(),
            benchmarks: workspace.benchmarks()?,
            releases: workspace
                .releases()?
                .into_iter()
                .map(|r| release(r, &names))
                .collect(),
            today: self.surroundings.today(),
            reports_folder: self.reports_folder(),
            keys: super::keys::keys_info(workspace)?,
            branches,
            waves,
        })
    }

    pub(super) fn reports_folder(&self) -> std::path::PathBuf {
        let chosen = self.settings.export_folder.clone();
        chosen.unwrap_or_else(|| self.surroundings.documents().join("Frontline"))
    }
}

/// What a wave asked. Means from a former vendor were asked by nobody here: their source is empty.
pub(in crate::app) fn questionnaire_of(source: &str) -> Result<Questionnaire> {
    if source.is_empty() {
        return Ok(Questionnaire {
            id: String::new(),
            version: 1,
            kind: QuestionnaireKind::Staff,
            title: crate::domain::Text::default(),
            about: crate::domain::Text::default(),
            minutes: 0,
            scale: Default::default(),
            dimensions: Vec::new(),
            items: Vec::new(),
        });
    }
    parse_questionnaire(source)
}

fn questionnaires(workspace: &Workspace) -> Result<Vec<QuestionnaireInfo>> {
    let ours = embedded().iter().map(|questionnaire| QuestionnaireInfo {
        questionnaire: Arc::new(questionnaire.clone()),
        origin: QuestionnaireOrigin::Embedded,
    });
    let mut all: Vec<_> = ours.collect();
    for source in workspace.questionnaire_sources()? {
        let questionnaire = Arc::new(parse_questionnaire(&source)?);
        all.push(QuestionnaireInfo {
            questionnaire,
            origin: QuestionnaireOrigin::Own,
        });
    }
    Ok(all)
}

fn release(release: Release, wave_name: &impl Fn(&str) -> String) -> ReleaseInfo {
    let Release {
        number,
        day,
        wave,
        scope,
        branch,
        lang: _,
        file,
        fingerprint,
    } = release;
    let fingerprint = fingerprint.chars().take(8).collect();
    ReleaseInfo {
        number,
        day,
        wave: wave_name(&wave),
        scope,
        branch,
        file,
        fingerprint,
    }
}

fn wave_info(
    wave: Wave,
    questionnaire: Arc<Questionnaire>,
    answers: &StoredAnswers,
    (branches, scores): (&[Branch], &[StoredScore]),
) -> WaveInfo {
    let publisher = Publisher::new(wave.min_group);
    let counts: Vec<u32> = branches
        .iter()
        .map(|branch| sheets_of(answers, branch))
        .collect();
    let all = counts.iter().sum::<u32>();
    let invited = branches.iter().map(Branch::head_count).sum();
    let visible = visible_rows(&counts, wave.min_group);
    let participation = branches.iter().zip(counts.iter().zip(visible));
    let participation = participation.map(|(branch, (n, visible))| {
        let invited = branch.invited(Audience::All);
        let returned = match visible {
            Ok(()) => publisher.sheets(*n),
            Err(reason) => crate::disclosure::Published::Hidden(reason),
        };
        let rate = returned
            .value()
            .and_then(|()| publisher.response_rate(*n, invited));
        Participation {
            invited,
            returned,
            rate,
        }
    });
    WaveInfo {
        returned: publisher.sheets(all),
        rate: publisher.response_rate(all, invited),
        invited,
        participation: participation.collect(),
        has_means: scores.iter().any(|score| score.wave == wave.code),
        questionnaire,
        wave,
    }
}

/// Sheets of a branch: rows of the longest block that point to one of its classes.
fn sheets_of(answers: &StoredAnswers, branch: &Branch) -> u32 {
    let is_own: Vec<bool> = answers
        .classes
        .iter()
        .map(|class| class.branches.contains(&branch.code))
        .collect();
    let of_block = |block: &crate::domain::SheetBlock| {
        block
            .class
            .iter()
            .filter(|class| is_own[usize::from(**class)])
            .count()
    };
    let longest = answers.blocks.iter().map(of_block).max().unwrap_or(0);
    u32::try_from(longest).unwrap_or(u32::MAX)
}
