//! The workspace as screens see it.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Service;
use super::collection::StationCounts;
use super::workspace::{COMPANY, DEMO};
use crate::app::{
    Overview, Participation, QuestionnaireInfo, QuestionnaireOrigin, ReleaseInfo, WaveInfo,
};
use crate::disclosure::{Published, Publisher, Reason, visible_rows};
use crate::domain::{
    Audience, Branch, BranchCode, Questionnaire, QuestionnaireKind, SheetClass, Wave,
};
use crate::error::Result;
use crate::import::{embedded, parse_questionnaire};
use crate::store::{Release, StoredScore, StoredStation, Workspace};

impl Service {
    pub(super) fn overview(&self) -> Result<Overview> {
        let workspace = self.workspace()?;
        let branches = workspace.branches()?;
        let scores = workspace.staff_scores()?;
        let mut waves = Vec::new();
        for (wave, source) in workspace.waves()? {
            let (classes, rows) = workspace.class_rows(&wave.code)?;
            let questionnaire = Arc::new(questionnaire_of(&source)?);
            let stations = self.counted_stations(&wave.code)?;
            let is_opened = !rows.is_empty();
            let collection = self.collection(&wave, &branches, &stations, is_opened)?;
            let collection = collection.map(Arc::new);
            // Until answers are opened, stations tell how many have answered.
            let sheets = if is_opened {
                Sheets::of(&classes, &rows)
            } else {
                Sheets::sealed(&stations)
            };
            let info = wave_info(wave, questionnaire, &sheets, (&branches, &scores));
            waves.push(WaveInfo { collection, ..info });
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
            actions: Arc::new(self.action_board()?),
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
    sheets: &Sheets<'_>,
    (branches, scores): (&[Branch], &[StoredScore]),
) -> WaveInfo {
    let publisher = Publisher::new(wave.min_group);
    let own = branches.iter().map(|branch| sheets.of_branch(&branch.code));
    // Branches that answer together have no row, but count as one where rows guard each other.
    let counts: Vec<u32> = own
        .map(|n| n.unwrap_or(0))
        .chain(sheets.of_pools())
        .collect();
    let invited = branches.iter().map(Branch::head_count).sum();
    let visible = visible_rows(&counts, wave.min_group);
    let participation = branches.iter().zip(counts.iter().zip(visible));
    let participation = participation.map(|(branch, (n, visible))| {
        let invited = branch.invited(Audience::All);
        let returned = match visible {
            _ if sheets.of_branch(&branch.code).is_none() => Published::Hidden(Reason::Merged),
            Ok(()) => publisher.sheets(*n),
            Err(reason) => Published::Hidden(reason),
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
    let all = sheets.all();
    WaveInfo {
        returned: publisher.sheets(all),
        rate: publisher.response_rate(all, invited),
        invited,
        participation: participation.collect(),
        collection: None,
        has_means: scores.iter().any(|score| score.wave == wave.code),
        questionnaire,
        wave,
    }
}

/// Sheets by the branches of their classes: rows of the longest block.
struct Sheets<'a>(BTreeMap<&'a [BranchCode], u32>);

impl<'a> Sheets<'a> {
    fn of(classes: &'a [SheetClass], blocks: &[Vec<u32>]) -> Self {
        let mut longest: BTreeMap<&[BranchCode], u32> = BTreeMap::new();
        for class in classes {
            longest.insert(&class.branches, 0);
        }
        for rows in blocks {
            let mut counts: BTreeMap<&[BranchCode], u32> = BTreeMap::new();
            for (class, n) in classes.iter().zip(rows) {
                *counts.entry(&class.branches).or_default() += n;
            }
            for (branches, n) in counts {
                let known = longest.entry(branches).or_default();
                *known = n.max(*known);
            }
        }
        Self(longest)
    }

    /// Sheets that are still sealed, by the branches of their station.
    fn sealed(stations: &'a [(StoredStation, Option<StationCounts>)]) -> Self {
        let mut sheets: BTreeMap<&[BranchCode], u32> = BTreeMap::new();
        for (station, counts) in stations {
            let n = counts.map_or(0, StationCounts::sheets);
            *sheets.entry(&station.design.branches).or_default() += n;
        }
        Self(sheets)
    }

    /// Sheets of a branch; none where it answers together with others.
    fn of_branch(&self, code: &BranchCode) -> Option<u32> {
        let mut together = self.0.keys().filter(|branches| branches.len() > 1);
        if together.any(|branches| branches.contains(code)) {
            return None;
        }
        let own: &[BranchCode] = std::slice::from_ref(code);
        Some(self.0.get(own).copied().unwrap_or(0))
    }

    fn of_pools(&self) -> impl Iterator<Item = u32> {
        let pools = self.0.iter().filter(|(branches, _)| branches.len() > 1);
        pools.map(|(_, n)| *n)
    }

    fn all(&self) -> u32 {
        self.0.values().sum()
    }
}
