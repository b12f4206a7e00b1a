//! Branches where staff and customers move apart, and what is hidden and why.

use serde::Serialize;

use super::links::{Says, branch_code, channel, dimension_id, measure, says};
use super::shape::{self, Difference};
use crate::analysis::{Findings, HiddenWhat};
use crate::domain::Lang;
use crate::phrases;

#[derive(Serialize)]
pub(super) struct Diverging<'a> {
    wave: &'a str,
    branch: &'a str,
    dimension: &'a str,
    outcome: &'a str,
    channel: Option<&'a str>,
    staff: Difference,
    customer: Difference,
    is_certain: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    says: Option<Says>,
}

#[derive(Serialize)]
pub(super) struct HiddenNote<'a> {
    wave: &'a str,
    group: &'static str,
    branch: Option<&'a str>,
    what: &'static str,
    id: Option<&'a str>,
    reason: &'static str,
}

pub(super) fn divergences(findings: &Findings, lang: Option<Lang>) -> Vec<Diverging<'_>> {
    let mut all = Vec::new();
    for wave in &findings.waves {
        for found in &wave.divergences {
            let Some(outcome) = findings.outcomes.get(found.outcome) else {
                continue;
            };
            all.push(Diverging {
                wave: wave.wave.code.as_str(),
                branch: branch_code(findings, found.branch),
                dimension: dimension_id(findings, found.dimension),
                outcome: measure(outcome),
                channel: channel(outcome),
                staff: shape::difference(&found.staff),
                customer: shape::difference(&found.customer),
                is_certain: found.is_certain,
                says: lang.map(|lang| says(phrases::divergence(lang, findings, found))),
            });
        }
    }
    all
}

pub(super) fn hidden(findings: &Findings) -> Vec<HiddenNote<'_>> {
    let mut all = Vec::new();
    for wave in &findings.waves {
        for note in &wave.hidden {
            let (what, id) = match note.what {
                HiddenWhat::Row => ("row", None),
                HiddenWhat::Dimension(position) => {
                    ("dimension", Some(dimension_id(findings, position)))
                }
                HiddenWhat::Item(position) => (
                    "item",
                    findings.items.get(position).map(|item| item.id.as_str()),
                ),
                HiddenWhat::Enps => ("enps", None),
                HiddenWhat::Shares => ("shares", None),
                HiddenWhat::Distributions => ("distributions", None),
            };
            all.push(HiddenNote {
                wave: wave.wave.code.as_str(),
                group: note.audience.code(),
                branch: note.branch.map(|branch| branch_code(findings, branch)),
                what,
                id,
                reason: note.reason.code(),
            });
        }
    }
    all
}
