//! Training needs: where most people fall short of their role, and by how much.

use egui::Ui;

use super::super::linked;
use super::Wish;
use super::ground::{Ground, one, why};
use crate::analysis::ratings::{Need, RoundFindings};
use crate::domain::action::{Figure, FigureCount, Finding};
use crate::i18n::{message, number};
use crate::tr;
use crate::ui::action::{Action, Actions};
use crate::ui::icons::Icon;
use crate::ui::widgets::chart::Bar;
use crate::ui::widgets::{Card, Cell, Column, Density, SentenceCard, Table, empty_state};

/// Branches that are named for a need.
const MOST_PLACES: usize = 3;

/// The page of training needs.
#[derive(Default)]
pub(super) struct Needs {
    headline: String,
    caption: String,
    none: String,
    heads: [String; 6],
    act: String,
    rows: Vec<Row>,
}

struct Row {
    name: String,
    people: String,
    gap: Result<String, String>,
    bar: Bar,
    weight: String,
    places: String,
    finding: Finding,
}

impl Needs {
    pub(super) fn prepare(&mut self, ground: Ground<'_>) {
        let lang = ground.lang;
        let Some(results) = ground.results else {
            return;
        };
        let findings = &results.findings;
        let word = |key| message(lang, key);
        self.caption = word("needs-caption");
        self.none = word("needs-none");
        self.act = word("action-make-short");
        self.heads = [
            "competencies-competency",
            "needs-people",
            "needs-gap",
            "needs-weighted",
            "needs-where",
            "action-make-column",
        ]
        .map(word);
        let name = |need: &Need| {
            let competency = findings.model.competencies.get(need.competency);
            competency.map_or("", |it| it.name.get(lang))
        };
        let wanted: Vec<&Need> = findings
            .needs
            .iter()
            .filter(|need| need.people > 0)
            .collect();
        let most = wanted
            .iter()
            .map(|need| need.weight)
            .fold(0.0_f64, f64::max);
        self.headline = wanted.first().map_or_else(String::new, |need| {
            tr!(lang, "needs-headline", competency = name(need))
        });
        let row = |need: &&Need| {
            let places = need.places.iter().take(MOST_PLACES);
            let places = places.map(|place| {
                let branch = ground.branch(&place.branch);
                tr!(lang, "needs-place", branch = branch, n = place.people)
            });
            Row {
                name: name(need).to_owned(),
                people: tr!(lang, "matrix-met-of", n = need.people, all = need.of),
                gap: match &need.mean_gap {
                    Ok(gap) => Ok(one(lang, *gap)),
                    Err(reason) => Err(why(lang, *reason)),
                },
                bar: Bar {
                    share: if most > 0.0 { need.weight / most } else { 0.0 },
                    target: None,
                    is_flagged: false,
                },
                weight: number::decimal(lang, need.weight, 1),
                places: places.collect::<Vec<_>>().join(", "),
                finding: need_finding(findings, need),
            }
        };
        self.rows = wanted.iter().map(row).collect();
    }

    pub(super) fn show(&self, ui: &mut Ui, actions: &mut Actions) -> Wish {
        if self.rows.is_empty() {
            Card::new().show(ui, |ui| {
                empty_state(ui, Icon::CircleCheck, &self.none, None);
            });
            return Wish::Nothing;
        }
        SentenceCard::finding(&self.headline)
            .line(&self.caption)
            .plain(ui);
        Card::flush().show(ui, |ui| {
            let columns = [
                Column::text(&self.heads[0]).share(1.0, 150.0),
                Column::number(&self.heads[1]),
                Column::number(&self.heads[2]),
                Column::text(&self.heads[3]).width(220.0),
                Column::text(&self.heads[4]).share(1.5, 180.0),
                Column::text(&self.heads[5]),
            ];
            let cell = |row: usize, column: usize| match (self.rows.get(row), column) {
                (Some(row), 0) => Cell::Strong(&row.name),
                (Some(row), 1) => Cell::Text(&row.people),
                (Some(row), 2) => match &row.gap {
                    Ok(gap) => Cell::Text(gap),
                    Err(reason) => Cell::Hidden {
                        text: "—", reason
                    },
                },
                (Some(row), 3) => Cell::Bar(row.bar, &row.weight),
                (Some(row), 4) => Cell::Wrapped(&row.places),
                (Some(_), _) => Cell::Link(&self.act),
                (None, _) => Cell::Empty,
            };
            let answer = Table::new("needs", &self.headline, &columns)
                .density(Density::Tall)
                .rounded()
                .show(ui, self.rows.len(), &cell);
            let row = answer.link.and_then(|(row, _)| self.rows.get(row));
            let finding = row.map(|row| Box::new(row.finding.clone()));
            actions.extend(finding.map(Action::MakeAction));
        });
        Wish::Nothing
    }
}

/// The competency of the company in this round, with its mean level.
fn need_finding(findings: &RoundFindings, need: &Need) -> Finding {
    let known = findings.model.competencies.get(need.competency);
    let (id, title) = known.map_or_else(Default::default, |it| (it.id.as_str(), it.name.clone()));
    let cell = findings.company.competencies.get(need.competency);
    let mean = cell.and_then(|cell| cell.mean.as_ref().ok());
    let people = cell.map_or(0, |cell| cell.distribution.iter().sum::<usize>());
    let figure = mean.map(|mean| Figure {
        value: mean.value,
        interval: mean.interval.ok(),
        n: FigureCount::Exact(u64::try_from(people).unwrap_or(u64::MAX)),
    });
    Finding {
        figure,
        ..linked::competency(findings.round.code.as_str(), (id, &title), None)
    }
}
