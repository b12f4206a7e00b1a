//! Rows of the matrix with what filters and sorting look at. Must not draw.

use super::super::ground::{Ground, one};
use crate::analysis::ratings::{GroupLevels, PersonProfile, RoundFindings};
use crate::domain::Lang;
use crate::domain::rating::PersonId;
use crate::i18n::number;
use crate::phrases::shortfall;
use crate::tr;
use crate::ui::theme::HeatStop;
use crate::ui::widgets::{HeatCell, HeatHead, HeatRow};

/// A prepared row with what filters and sorting look at.
pub(super) struct Line {
    pub(super) person: Option<PersonId>,
    pub(super) row: HeatRow,
    pub(super) branch: String,
    pub(super) position: String,
    pub(super) searched: String,
    pub(super) is_short: bool,
    pub(super) met: (usize, usize),
    pub(super) levels: Vec<Option<f64>>,
}

/// “All branches”, then every name that occurs.
pub(super) fn choices<'a>(all: &str, names: impl Iterator<Item = &'a String>) -> Vec<String> {
    let mut names: Vec<String> = names.cloned().collect();
    names.sort();
    names.dedup();
    names.insert(0, all.to_owned());
    names
}

pub(super) fn by(head: HeatHead, a: &Line, b: &Line) -> std::cmp::Ordering {
    match head {
        HeatHead::Name => a.row.name.cmp(&b.row.name),
        HeatHead::Count => (a.met.0 * b.met.1.max(1)).cmp(&(b.met.0 * a.met.1.max(1))),
        HeatHead::Dimension(at) => {
            // What has no level stands at the high end, away from the gaps.
            let level = |line: &Line| line.levels.get(at).copied().flatten();
            let key = |line: &Line| level(line).unwrap_or(f64::INFINITY);
            key(a).total_cmp(&key(b))
        }
    }
}

fn cell(lang: Lang, level: Option<f64>, is_short: bool) -> HeatCell {
    let Some(level) = level else {
        return HeatCell {
            text: "—".to_owned(),
            stop: None,
        };
    };
    let words = one(lang, level);
    HeatCell {
        text: if is_short {
            format!("◆ {words}")
        } else {
            words
        },
        stop: Some(HeatStop::of_mean(level)),
    }
}

pub(super) fn person_line(
    ground: Ground<'_>,
    findings: &RoundFindings,
    found: &PersonProfile,
) -> Line {
    let lang = ground.lang;
    let person = ground.overview.person(found.person);
    let name = person.map_or("—", |person| person.name.as_str());
    let code = found.branch.as_str();
    let branch = ground.branch(&found.branch);
    let position = found.position.clone();
    let level = |at: usize| {
        let line = found.competencies.get(at)?;
        line.others.as_ref().ok().map(|figure| figure.value)
    };
    let is_short = |at: usize| {
        found
            .competencies
            .get(at)
            .is_some_and(|line| shortfall(line).is_some())
    };
    let all = findings.model.competencies.len();
    let (met, of) = found.met;
    Line {
        person: Some(found.person),
        row: HeatRow {
            code: code.to_owned(),
            name: name.to_owned(),
            n: tr!(lang, "matrix-met-count", n = met, all = of),
            cells: (0..all)
                .map(|at| cell(lang, level(at), is_short(at)))
                .collect(),
        },
        searched: name.to_lowercase(),
        branch,
        position,
        is_short: (0..all).any(is_short),
        met: found.met,
        levels: (0..all).map(level).collect(),
    }
}

pub(super) fn group_line(lang: Lang, (code, name): (&str, String), found: &GroupLevels) -> Line {
    let levels: Vec<Option<f64>> = found
        .competencies
        .iter()
        .map(|cell| cell.mean.as_ref().ok().map(|figure| figure.value))
        .collect();
    let met = found
        .at_required
        .as_ref()
        .map_or((0, 0), |it| (it.met, it.all));
    let n = found.at_required.as_ref().map_or_else(
        |_| "—".to_owned(),
        |share| {
            #[expect(clippy::cast_precision_loss, reason = "counts of people")]
            let part = share.met as f64 / share.all.max(1) as f64;
            number::percent(lang, part)
        },
    );
    Line {
        person: None,
        row: HeatRow {
            code: code.to_owned(),
            name: name.clone(),
            n,
            cells: levels
                .iter()
                .map(|level| cell(lang, *level, false))
                .collect(),
        },
        searched: name.to_lowercase(),
        branch: name.clone(),
        position: String::new(),
        is_short: met.0 < met.1,
        met,
        levels,
    }
}
