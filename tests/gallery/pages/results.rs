//! The results screen rebuilt with invented branches.

use egui::{Layout, Ui, vec2};
use frontline::ui::icons::Icon;
use frontline::ui::theme::{HeatStop, Type};
use frontline::ui::widgets::chart::{BandBar, StackedBar, StackedPart, bar_key};
use frontline::ui::widgets::{
    Button, Card, Dropdown, HeatCell, HeatHead, HeatMap, HeatPlace, HeatResponse, HeatRow, Kit,
    Order, Segments, Side, heat_legend, page, page_head, two_columns,
};

const HEADS: [&str; 12] = [
    "Полномочия",
    "Право голоса",
    "Оплата",
    "Условия труда",
    "Комната отдыха",
    "Руководитель",
    "Обучение",
    "Инструменты",
    "Помощь коллег",
    "Признание",
    "Развитие",
    "Лояльность",
];

/// Code, name, n and twelve means in tenths; an empty list is a row that is withheld.
type Line = (&'static str, &'static str, &'static str, &'static [u8]);

const LINES: [Line; 21] = [
    (
        "01",
        "Центральная",
        "34",
        &[25, 33, 28, 31, 32, 38, 34, 32, 38, 35, 31, 34],
    ),
    (
        "02",
        "Вокзал",
        "22",
        &[34, 38, 33, 41, 40, 42, 39, 40, 42, 39, 32, 38],
    ),
    (
        "03",
        "Набережная",
        "18",
        &[30, 31, 34, 41, 36, 44, 42, 40, 42, 39, 31, 41],
    ),
    (
        "04",
        "Лесная",
        "16",
        &[29, 26, 29, 34, 34, 37, 36, 34, 34, 33, 29, 36],
    ),
    (
        "05",
        "Парк Победы",
        "24",
        &[27, 34, 31, 35, 35, 41, 40, 30, 39, 33, 30, 33],
    ),
    (
        "06",
        "Университет",
        "27",
        &[31, 27, 30, 38, 29, 37, 32, 34, 40, 36, 25, 33],
    ),
    (
        "07",
        "Речной порт",
        "21",
        &[34, 36, 32, 39, 40, 42, 38, 37, 41, 37, 34, 39],
    ),
    (
        "08",
        "Садовая",
        "13",
        &[22, 27, 27, 35, 32, 35, 34, 31, 36, 29, 28, 31],
    ),
    (
        "09",
        "Аэропорт",
        "31",
        &[37, 32, 31, 40, 34, 40, 38, 38, 43, 35, 35, 37],
    ),
    (
        "10",
        "Мира",
        "12",
        &[25, 22, 21, 33, 27, 35, 33, 33, 35, 30, 26, 29],
    ),
    (
        "11",
        "Северный рынок",
        "15",
        &[32, 35, 32, 39, 38, 44, 41, 35, 42, 38, 38, 42],
    ),
    (
        "13",
        "Гагарина",
        "19",
        &[27, 30, 35, 38, 38, 44, 35, 36, 39, 34, 32, 36],
    ),
    (
        "14",
        "Театр",
        "17",
        &[31, 30, 32, 36, 36, 40, 40, 39, 41, 36, 33, 37],
    ),
    (
        "15",
        "ТЦ «Орбита»",
        "23",
        &[28, 30, 31, 36, 35, 35, 39, 33, 36, 32, 29, 36],
    ),
    (
        "16",
        "Студенческая",
        "5–9",
        &[27, 28, 27, 38, 33, 35, 36, 30, 41, 28, 31, 36],
    ),
    (
        "18",
        "Юбилейная",
        "14",
        &[27, 34, 34, 38, 36, 43, 39, 37, 39, 36, 30, 39],
    ),
    ("21", "Пушкина", "< 5", &[]),
    (
        "23",
        "ТЦ «Маяк»",
        "20",
        &[26, 30, 26, 32, 31, 40, 40, 34, 40, 32, 26, 36],
    ),
    (
        "12+20",
        "Заводская, Восточная",
        "11",
        &[30, 31, 30, 37, 32, 35, 36, 34, 37, 35, 35, 35],
    ),
    (
        "17+22",
        "Озёрная, Полевая",
        "5–9",
        &[33, 36, 34, 40, 35, 43, 44, 39, 38, 36, 36, 39],
    ),
    (
        "19+24",
        "Кам. мост, Горный",
        "10",
        &[25, 33, 25, 35, 32, 34, 37, 33, 33, 32, 28, 29],
    ),
];

const COMPANY: [u8; 12] = [29, 31, 30, 37, 34, 39, 37, 35, 39, 35, 31, 36];

fn cells(tenths: &[u8]) -> Vec<HeatCell> {
    if tenths.is_empty() {
        let hidden = HeatCell {
            text: "< 5".to_owned(),
            stop: None,
        };
        return vec![hidden; HEADS.len()];
    }
    tenths
        .iter()
        .map(|tenth| HeatCell {
            text: format!("{},{}", tenth / 10, tenth % 10),
            stop: Some(HeatStop::of_mean(f64::from(*tenth) / 10.0)),
        })
        .collect()
}

/// State of the page.
pub(crate) struct Results {
    heads: Vec<String>,
    company: HeatRow,
    rows: Vec<HeatRow>,
    /// The chosen cell.
    pub(crate) chosen: HeatPlace,
    group: usize,
    measure: usize,
    wave: usize,
    sheet: Vec<StackedPart>,
}

impl Results {
    /// The page with its invented branches.
    pub(crate) fn new() -> Self {
        let row = |(code, name, n, tenths): Line| HeatRow {
            code: code.to_owned(),
            name: name.to_owned(),
            n: n.to_owned(),
            cells: cells(tenths),
        };
        let part = |share: f64, text: &str| StackedPart {
            share,
            text: text.to_owned(),
        };
        Self {
            heads: HEADS.map(str::to_owned).to_vec(),
            company: HeatRow {
                code: String::new(),
                name: "Вся сеть".to_owned(),
                n: "368".to_owned(),
                cells: cells(&COMPANY),
            },
            rows: LINES.map(row).to_vec(),
            chosen: HeatPlace {
                row: Some(7),
                column: 0,
            },
            group: 1,
            measure: 0,
            wave: 1,
            sheet: vec![part(0.42, "42"), part(0.26, "26"), part(0.32, "32")],
        }
    }

    /// Draws the page.
    pub(crate) fn show(&mut self, ui: &mut Ui) {
        page(ui, 560.0, |ui, height| {
            let bottom = ui.cursor().top() + height;
            let subtitle = "Весна 2026 · закрыта 29 мая · 21 строка отчёта, 1 скрыта";
            page_head(ui, "Результаты", subtitle, |ui| {
                ui.add(Button::quiet("Почему «< 5»").icon(Icon::Info));
                let waves = ["Осень 2025", "Весна 2026"];
                let wave = Dropdown::new("wave", "Волна", &waves, Some(self.wave));
                if let Some(index) = wave.icon(Icon::Calendar).show(ui) {
                    self.wave = index;
                }
                ui.add(Button::secondary("В Excel…").icon(Icon::FileSpreadsheet));
            });
            self.switches(ui);
            ui.add_space(-6.0);
            let rest = bottom - ui.cursor().top();
            two_columns(ui, 276.0, 12.0, |ui, side| match side {
                Side::Left => {
                    let response = self.map(ui, rest);
                    if let Some(place) = response.selected {
                        self.chosen = place;
                    }
                }
                Side::Right => {
                    Card::flush().min_height(rest).show(ui, |ui| self.panel(ui));
                }
            });
        });
    }

    fn switches(&mut self, ui: &mut Ui) {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 10.0;
            let groups = ["Все", "Контактный", "Бэк-офис"];
            if let Some(index) = Segments::new("group", &groups, self.group).show(ui) {
                self.group = index;
            }
            let measures = ["Среднее 1–5", "Доля согласных", "Разность волн"];
            if let Some(index) = Segments::new("measure", &measures, self.measure).show(ui) {
                self.measure = index;
            }
            ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
                if ui.available_width() > 220.0 {
                    heat_legend(ui, "ниже 2,6", "4,2 и выше");
                }
            });
        });
    }

    fn map(&self, ui: &mut Ui, height: f32) -> HeatResponse {
        let words = |place: HeatPlace| {
            let row = place
                .row
                .map_or(Some(&self.company), |row| self.rows.get(row))?;
            let cell = row.cells.get(place.column)?;
            let reason = if cell.stop.is_none() {
                "меньше 5 ответов"
            } else {
                "среднее из 5"
            };
            let head = self.heads.get(place.column)?;
            Some(format!(
                "{}, {head}\n{}, {reason}, n = {}",
                row.name, cell.text, row.n
            ))
        };
        Card::flush()
            .min_height(height)
            .show(ui, |ui| {
                HeatMap::new("heat", "Тепловая карта", &self.heads, &self.rows)
                    .row_heads("Филиал", "n")
                    .company(&self.company)
                    .selected(Some(self.chosen))
                    .sorted_by(HeatHead::Name, Order::Descending)
                    .tip(&words)
                    .max_height(height - 2.0)
                    .show(ui)
            })
            .inner
    }

    fn panel(&self, ui: &mut Ui) {
        let wide = |ui: &mut Ui, add: &dyn Fn(&mut Ui)| {
            egui::Frame::new()
                .inner_margin(egui::Margin::symmetric(16, 12))
                .show(ui, |ui| {
                    ui.set_width(ui.available_width());
                    ui.spacing_mut().item_spacing = vec2(8.0, 2.0);
                    add(ui);
                });
        };
        wide(ui, &|ui| self.score(ui));
        ui.rule();
        wide(ui, &|ui| self.agreement(ui));
        ui.rule();
        wide(ui, &dissatisfiers);
        ui.rule();
        wide(ui, &|ui| {
            ui.text(Type::Strong, "К осени 2025");
            ui.text(Type::Small, "2,4 → 2,2: −0,2 (95 %: −0,6…+0,2)");
            ui.text_weak(Type::Small, "изменение не установлено");
        });
        ui.rule();
        wide(ui, &|ui| {
            ui.text_marked(
                Type::Small,
                "Чего не хватает: **мочь** (хотеть 3,7 · знать 3,4 · мочь 2,4)",
            );
            ui.add_space(8.0);
            ui.horizontal(|ui| {
                ui.add(
                    Button::secondary("Действие…")
                        .icon(Icon::ListChecks)
                        .small(),
                );
                ui.add(Button::quiet("Все вопросы").small());
            });
        });
    }

    fn score(&self, ui: &mut Ui) {
        ui.text_weak(Type::Small, "08 Садовая · контактный персонал");
        ui.add(egui::Label::new(Type::Heading.wrapped(
            "Полномочия",
            ui.palette().text,
            f32::INFINITY,
        )));
        frontline::ui::widgets::figure(ui, "2,2", "из 5 · n = 13 · сеть 2,9");
    }

    fn agreement(&self, ui: &mut Ui) {
        ui.text(Type::Strong, "Согласны с утверждениями");
        ui.add_space(4.0);
        let label = |ui: &mut Ui, words: &str| {
            ui.allocate_ui(vec2(62.0, 18.0), |ui| {
                ui.set_min_width(62.0);
                ui.text_weak(Type::Small, words);
            });
        };
        ui.horizontal(|ui| {
            label(ui, "Садовая");
            let stop = ui.palette().heat_fill(HeatStop::at(1));
            let ink = ui.palette().heat_text;
            egui::Frame::new()
                .fill(stop)
                .corner_radius(3)
                .inner_margin(egui::Margin::symmetric(8, 2))
                .show(ui, |ui| {
                    ui.text_line(Type::SmallStrong, ink, "≤ 20 %");
                });
            ui.text_weak(Type::Small, "n < 30: по шагам");
        });
        ui.add_space(4.0);
        ui.horizontal(|ui| {
            label(ui, "Сеть");
            let width = ui.available_width();
            let bar = StackedBar { parts: &self.sheet };
            bar.show(ui, width, "Сеть: 42 % нет, 26 % и да и нет, 32 % да");
        });
        ui.horizontal(|ui| {
            label(ui, "");
            let width = ui.available_width();
            bar_key(ui, width, ["нет", "и да и нет", "да, %"]);
        });
    }
}

fn dissatisfiers(ui: &mut Ui) {
    ui.text(Type::Strong, "Чем недовольны сильнее всего");
    ui.text_weak(Type::Small, "доля согласных по шагам в 10 %, n = 13");
    ui.add_space(2.0);
    let rows = [
        ("Решаю жалобу без старшего", "≤ 20 %", 0.0, 0.2),
        ("Меняю напиток за счёт сети", "20–30 %", 0.2, 0.3),
        ("Даю скидку своему гостю", "30–40 %", 0.3, 0.4),
        ("Решаю, кто где в смене", "50–60 %", 0.5, 0.6),
        ("Останавливаю продажу", "60–70 %", 0.6, 0.7),
    ];
    for (words, band, low, high) in rows {
        ui.add_space(1.0);
        frontline::ui::widgets::key_value(ui, Type::Small, words, band);
        let width = ui.available_width();
        BandBar { low, high }.show(ui, width, &format!("{words}: {band}"));
        ui.add_space(4.0);
    }
}
