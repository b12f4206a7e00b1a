//! The radar and its table: level against role, self-rating, gap, n.

use egui::{Color32, Rect, Sense, Stroke, Ui, vec2};

use super::super::ground::{Ground, interval, one, sources, why};
use crate::analysis::ratings::{CompetencyLine, Insight, PersonProfile, RoundFindings};
use crate::domain::Lang;
use crate::domain::rating::{Level, Source};
use crate::i18n::{message, number};
use crate::phrases::shortfall;
use crate::tr;
use crate::ui::icons::Icon;
use crate::ui::theme::{Tone, Type, measures};
use crate::ui::widgets::chart::{LevelBar, Radar, RadarRay};
use crate::ui::widgets::{Card, CardHead, Cell, Chip, Column, Density, Kit as _, Table, is_narrow};

/// Height of both cards in a wide window.
const HEIGHT: f32 = 388.0;

/// The prepared radar and table.
#[derive(Default)]
pub(super) struct Levels {
    title: String,
    caption: String,
    name: String,
    legend: [String; 3],
    heads: [String; 6],
    ticks: Vec<(f32, String)>,
    rays: Vec<RadarRay>,
    rows: Vec<Row>,
    selected: Option<usize>,
    who: String,
    chips: Vec<(String, Option<String>)>,
    insights: Vec<(String, String, Tone)>,
}

struct Row {
    competency: usize,
    name: String,
    bar: LevelBar,
    bar_name: String,
    others: Result<String, String>,
    required: String,
    gap: Result<String, String>,
    n: String,
    is_short: bool,
}

impl Levels {
    pub(super) fn prepare(
        &mut self,
        ground: Ground<'_>,
        findings: &RoundFindings,
        found: &PersonProfile,
    ) {
        let lang = ground.lang;
        let word = |key| message(lang, key);
        self.title = word("profile-radar");
        self.caption = word("profile-radar-caption");
        self.name = format!("{}, {}", self.title, ground.name(found.person));
        self.legend = ["profile-radar-others", "profile-role", "profile-self"].map(word);
        self.heads = [
            "competencies-competency",
            "profile-levels",
            "profile-others",
            "profile-required",
            "profile-gap",
            "profile-n",
        ]
        .map(word);
        let numbers = Level::all().map(|level| level.get().to_string());
        self.ticks = LevelBar::ticks().into_iter().zip(numbers).collect();
        let competencies = findings.model.competencies.iter().zip(&found.competencies);
        let all = competencies.enumerate();
        let mut rows: Vec<Row> = Vec::new();
        self.rays.clear();
        for (at, (competency, line)) in all {
            let row = row(lang, (at, competency.name.get(lang)), line);
            self.rays.push(RadarRay {
                label: row.name.clone(),
                level: row.bar.level,
                required: row.bar.required,
                own: None,
                is_flagged: row.is_short,
            });
            rows.push(row);
        }
        let depth = |row: &Row| {
            let line = found.competencies.get(row.competency);
            let gap = line.and_then(|line| line.gap.as_ref().ok());
            gap.map_or(f64::INFINITY, |gap| gap.value)
        };
        rows.sort_by(|a, b| depth(a).total_cmp(&depth(b)));
        self.rows = rows;
        self.raters(lang, found);
        self.insights(lang, findings, found);
    }

    fn raters(&mut self, lang: Lang, found: &PersonProfile) {
        self.who = message(lang, "profile-who-rated");
        let chip = |source: Source, n: usize| {
            let name = sources(lang, source);
            if source == Source::Peer || n > 1 {
                tr!(lang, "source-count", source = name, n = n)
            } else {
                name
            }
        };
        self.chips = found
            .sources
            .iter()
            .filter_map(|count| match count.n {
                Ok(0) => None,
                Ok(n) => Some((chip(count.source, n), None)),
                Err(_) => {
                    let name = sources(lang, count.source);
                    let words = format!("{name}: {}", message(lang, "peers-hidden"));
                    Some((words, Some(message(lang, "peers-hidden-why"))))
                }
            })
            .collect();
    }

    fn insights(&mut self, lang: Lang, findings: &RoundFindings, found: &PersonProfile) {
        let lines = findings.model.competencies.iter().zip(&found.competencies);
        self.insights = lines
            .filter_map(|(competency, line)| {
                let (key, why, tone) = match line.insight? {
                    Insight::BlindSpot => {
                        ("profile-blind-spot", "profile-blind-spot-why", Tone::Warn)
                    }
                    Insight::HiddenStrength => (
                        "profile-hidden-strength",
                        "profile-hidden-strength-why",
                        Tone::Ok,
                    ),
                };
                let name = competency.name.get(lang);
                let words = format!("{} · {name}", message(lang, key));
                Some((words, message(lang, why), tone))
            })
            .collect();
    }

    /// The competency of a row.
    pub(super) fn competency(&self, row: usize) -> Option<usize> {
        self.rows.get(row).map(|row| row.competency)
    }

    pub(super) fn select(&mut self, competency: usize) {
        self.selected = self
            .rows
            .iter()
            .position(|row| row.competency == competency);
    }

    pub(super) fn radar_ui(&self, ui: &mut Ui) {
        let height = if is_narrow(ui) { 340.0 } else { HEIGHT };
        Card::new().min_height(height).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            CardHead::new(&self.title).show(ui, |ui| {
                ui.text_line(Type::Small, ui.palette().weak, &self.caption);
            });
            let radar = Radar {
                name: &self.name,
                rays: &self.rays,
                height: height - 32.0 - 24.0 - 26.0,
            };
            radar.show(ui);
            self.legend_ui(ui);
        });
    }

    fn legend_ui(&self, ui: &mut Ui) {
        let palette = ui.palette();
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            let solid = |ui: &Ui, rect: Rect| {
                let bar = Rect::from_center_size(rect.center(), vec2(18.0, 6.0));
                ui.painter().rect_filled(bar, 0.0, palette.chart[0]);
            };
            mark(ui, &solid);
            ui.text(Type::Small, &self.legend[0]);
            ui.add_space(measures::GAP_S);
            let dashed = |ui: &Ui, rect: Rect| {
                let ends = [rect.left_center(), rect.right_center()];
                let line = Stroke::new(1.5, palette.text);
                ui.painter()
                    .extend(egui::Shape::dashed_line(&ends, line, 5.0, 3.0));
            };
            mark(ui, &dashed);
            ui.text(Type::Small, &self.legend[1]);
            ui.add_space(measures::GAP_S);
            let hollow = |ui: &Ui, rect: Rect| {
                let line = Stroke::new(2.0, palette.chart[4]);
                ui.painter()
                    .circle(rect.center(), 5.0, Color32::TRANSPARENT, line);
            };
            mark(ui, &hollow);
            ui.text(Type::Small, &self.legend[2]);
        });
    }

    /// The table; the answer is the competency that was chosen.
    pub(super) fn table_ui(&self, ui: &mut Ui) -> Option<usize> {
        let mut picked = None;
        let height = if is_narrow(ui) { 0.0 } else { HEIGHT };
        Card::flush().min_height(height).show(ui, |ui| {
            let columns = [
                Column::text(&self.heads[0]).share(1.0, 130.0),
                Column::text(&self.heads[1]).width(200.0).scale(&self.ticks),
                Column::number(&self.heads[2]),
                Column::number(&self.heads[3]),
                Column::number(&self.heads[4]),
                Column::number(&self.heads[5]),
            ];
            let cell = |row: usize, column: usize| {
                self.rows
                    .get(row)
                    .map_or(Cell::Empty, |row| cell(row, column))
            };
            let table = Table::new("levels", &self.name, &columns)
                .density(Density::Tall)
                .selected(self.selected)
                .rounded();
            let chosen = table.show(ui, self.rows.len(), &cell).selected;
            picked = chosen.and_then(|row| self.competency(row));
            super::super::super::common::padded(ui, |ui| self.who_ui(ui));
        });
        picked
    }

    fn who_ui(&self, ui: &mut Ui) {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(8.0, 6.0);
            ui.text_weak(Type::Small, &self.who);
            for (words, reason) in &self.chips {
                let chip = Chip::new(words);
                match reason {
                    Some(reason) => {
                        tip(chip.icon(Icon::EyeOff).show(ui), reason);
                    }
                    None => {
                        chip.show(ui);
                    }
                }
            }
            for (words, reason, tone) in &self.insights {
                tip(
                    Chip::new(words).tone(*tone).icon(Icon::Eye).show(ui),
                    reason,
                );
            }
        });
    }
}

fn tip(response: egui::Response, words: &str) {
    response.on_hover_ui(|ui| {
        ui.set_max_width(320.0);
        ui.text(Type::Small, words);
    });
}

fn mark(ui: &mut Ui, paint: &dyn Fn(&Ui, Rect)) {
    let (rect, _) = ui.allocate_exact_size(vec2(18.0, 16.0), Sense::hover());
    paint(ui, rect);
}

fn row(lang: Lang, (competency, name): (usize, &str), line: &CompetencyLine) -> Row {
    let level = line.others.as_ref().ok();
    let is_short = shortfall(line).is_some();
    let required = line.required;
    let gap = line.gap.as_ref();
    let own = line.own.as_ref().ok();
    let words = |value: &f64| one(lang, *value);
    let others = line.others.as_ref().map(|figure| words(&figure.value));
    let gap_words = gap.map(|gap| number::signed(lang, gap.value, 1));
    let own_words = own.map_or_else(String::new, |own| {
        format!(", {} {}", message(lang, "profile-self"), own.get())
    });
    let interval_words = level.map_or_else(String::new, |figure| {
        let range = interval(lang, figure.interval, false);
        format!(", {} {range}", message(lang, "profile-interval"))
    });
    Row {
        competency,
        name: name.to_owned(),
        bar: LevelBar {
            level: level.map(|figure| figure.value),
            interval: level.and_then(|figure| figure.interval.ok()),
            required: required.map(Level::value),
            own: own.map(|own| own.value()),
            is_flagged: is_short,
        },
        bar_name: format!("{name}{interval_words}{own_words}"),
        others: others.map_err(|reason| why(lang, *reason)),
        required: required.map_or_else(|| "—".to_owned(), |it| it.get().to_string()),
        gap: gap_words
            .map(|words| {
                if is_short {
                    format!("◆ {words}")
                } else {
                    words
                }
            })
            .map_err(|reason| why(lang, *reason)),
        n: level.map_or_else(|| "—".to_owned(), |figure| figure.n.to_string()),
        is_short,
    }
}

fn cell(row: &Row, column: usize) -> Cell<'_> {
    let hidden = |reason| Cell::Hidden {
        text: "—", reason
    };
    match column {
        0 if row.is_short => Cell::Strong(&row.name),
        0 => Cell::Text(&row.name),
        1 => Cell::Level(row.bar, &row.bar_name),
        2 => match &row.others {
            Ok(words) => Cell::Strong(words),
            Err(reason) => hidden(reason),
        },
        3 => Cell::Text(&row.required),
        4 => match &row.gap {
            Ok(words) if row.is_short => Cell::Flag(words),
            Ok(words) => Cell::Weak(words),
            Err(reason) => hidden(reason),
        },
        _ => Cell::Weak(&row.n),
    }
}
