//! The linkage screen rebuilt with invented branches.

use egui::{Ui, vec2};
use frontline::ui::icons::Icon;
use frontline::ui::theme::{Tone, Type, measures};
use frontline::ui::widgets::chart::{
    Axis, Forest, ForestRow, IntervalMark, Scatter, ScatterPoint, Tick, Trend,
};
use frontline::ui::widgets::{
    Button, Card, CardHead, Cell, Chip, Column, Density, Dropdown, Kit, Segments, SentenceCard,
    Side, Table, equal_cells, page, page_head, two_columns,
};

/// Name, mean, NPS, half of its interval; the last one is flagged.
const POINTS: [(&str, f64, f64, f64); 20] = [
    ("Озёрная+", 3.3, 51.0, 14.5),
    ("Вокзал", 3.4, 42.0, 9.0),
    ("Аэропорт", 3.7, 44.0, 8.5),
    ("Набережная", 3.0, 40.0, 11.0),
    ("", 3.0, 38.0, 10.0),
    ("Северный рынок", 3.2, 33.0, 11.5),
    ("Лесная", 2.9, 33.0, 11.0),
    ("ТЦ «Орбита»", 2.8, 27.0, 10.0),
    ("Гагарина", 2.7, 27.0, 10.0),
    ("Садовая", 2.2, 23.0, 12.0),
    ("", 2.5, 23.0, 11.0),
    ("", 2.5, 21.0, 11.0),
    ("", 2.6, 22.0, 10.0),
    ("Парк Победы", 2.7, 22.0, 10.0),
    ("Юбилейная", 2.7, 20.0, 12.0),
    ("Студенческая", 2.7, 16.0, 14.0),
    ("Мира", 2.5, 11.0, 12.5),
    ("Театр", 3.1, 15.0, 11.0),
    ("Заводская+", 3.1, 40.0, 9.0),
    ("Речной порт", 3.4, 24.0, 10.0),
];

/// Staff side, customer side, ρ, interval in words, ends and estimate, adjusted p, verdict.
type Pair = (
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    [f64; 3],
    &'static str,
    u8,
);

const PAIRS: [Pair; 5] = [
    (
        "Полномочия",
        "NPS",
        "0,68",
        "0,29…0,87",
        [0.29, 0.68, 0.87],
        "0,025",
        0,
    ),
    (
        "Право голоса",
        "NPS",
        "0,47",
        "0,03…0,76",
        [0.03, 0.47, 0.76],
        "0,836",
        1,
    ),
    (
        "Обучение",
        "NPS",
        "0,38",
        "−0,08…0,71",
        [-0.08, 0.38, 0.71],
        "1,000",
        2,
    ),
    (
        "Полномочия",
        "Повторные визиты",
        "0,36",
        "−0,11…0,70",
        [-0.11, 0.36, 0.70],
        "1,000",
        2,
    ),
    (
        "Оплата",
        "NPS",
        "0,09",
        "−0,37…0,52",
        [-0.37, 0.09, 0.52],
        "1,000",
        2,
    ),
];

fn ticks(values: &[(f64, &str)]) -> Vec<Tick> {
    values
        .iter()
        .map(|(at, text)| Tick {
            at: *at,
            text: (*text).to_owned(),
        })
        .collect()
}

/// State of the page.
pub(crate) struct Linkage {
    points: Vec<ScatterPoint>,
    trend: Trend,
    x: Vec<Tick>,
    y: Vec<Tick>,
    rho: Vec<Tick>,
    forest: Vec<ForestRow>,
    view: usize,
    /// The chosen point.
    pub(crate) point: Option<usize>,
    /// The chosen pair.
    pub(crate) pair: Option<usize>,
}

impl Linkage {
    /// The page with its invented branches.
    pub(crate) fn new() -> Self {
        let point = |(index, (name, x, y, half)): (usize, (&str, f64, f64, f64))| ScatterPoint {
            x,
            y,
            interval: Some((y - half, y + half)),
            label: if name.is_empty() {
                format!("Филиал {}", index + 1)
            } else {
                name.to_owned()
            },
            is_flagged: index == 19,
            details: format!("Полномочия {x:.1}, NPS {y:+.0}").replace('.', ","),
        };
        let line = |x: f64| 9.0 + (x - 2.1) / 1.7 * 37.0;
        let half = |x: f64| 8.0 + (x - 2.85_f64).powi(2) * 11.0;
        let steps = (0..=17).map(|step| 2.1 + f64::from(step) / 10.0);
        let row =
            |label: &str, [low, estimate, high]: [f64; 3], text: &str, is_comparison| ForestRow {
                label: label.to_owned(),
                low,
                estimate,
                high,
                text: text.to_owned(),
                is_comparison,
            };
        Self {
            points: POINTS.into_iter().enumerate().map(point).collect(),
            trend: Trend {
                line: vec![(2.1, line(2.1)), (3.8, line(3.8))],
                band: steps
                    .map(|x| (x, line(x) - half(x), line(x) + half(x)))
                    .collect(),
            },
            x: ticks(&[
                (2.0, "2,0"),
                (2.5, "2,5"),
                (3.0, "3,0"),
                (3.5, "3,5"),
                (4.0, "4,0"),
            ]),
            y: ticks(&[
                (-20.0, "−20"),
                (0.0, "0"),
                (20.0, "+20"),
                (40.0, "+40"),
                (60.0, "+60"),
                (80.0, "+80"),
            ]),
            rho: ticks(&[(-0.5, "−0,5"), (0.0, "0,0"), (0.5, "0,5"), (1.0, "1,0")]),
            forest: vec![
                row("Контактный", [0.29, 0.68, 0.87], "0,68", false),
                row("Бэк-офис", [-0.2, 0.27, 0.64], "0,27", true),
            ],
            view: 0,
            point: None,
            pair: Some(0),
        }
    }

    /// Draws the page.
    pub(crate) fn show(&mut self, ui: &mut Ui) {
        page(ui, 700.0, |ui, height| {
            let bottom = ui.cursor().top() + height;
            page_head(ui, "Связь с клиентами", "", |ui| {
                let views = ["Связь", "Расхождения 1", "Что важнее"];
                if let Some(index) = Segments::new("view", &views, self.view).show(ui) {
                    self.view = index;
                }
                let pairs = ["Весна 2026 → лето 2026", "Осень 2025 → зима 2025"];
                Dropdown::new("pair", "Пара волн", &pairs, Some(0)).show(ui);
            });
            SentenceCard::finding(
                "В филиалах, где контактный персонал выше оценивает свои полномочия, выше и NPS клиентов",
            )
            .line(
                "ρ = **0,68**, 95 % интервал 0,29…0,87, n = 20 филиалов. Обычно бывает 0,15–0,40. \
                 Что из чего следует, эти данные не показывают.",
            )
            .show(ui, |ui| {
                ui.add(Button::secondary("Копировать вывод").icon(Icon::Copy).icon_only());
            });
            let table = 28.0 + 5.0 * 30.0 + 2.0;
            let chart = bottom - ui.cursor().top() - table - measures::GAP_M;
            two_columns(ui, 440.0, 12.0, |ui, side| match side {
                Side::Left => self.cloud(ui, chart),
                Side::Right => self.rests_on(ui),
            });
            Card::flush().show(ui, |ui| self.pairs(ui));
        });
    }

    fn cloud(&mut self, ui: &mut Ui, height: f32) {
        Card::new().padding(11).min_height(height).show(ui, |ui| {
            CardHead::new("Филиалы")
                .caption("черта: 95 % интервал NPS · полоса: 95 % линии тренда")
                .show(ui, |ui| {
                    ui.spacing_mut().item_spacing.x = 4.0;
                    let flag = ui.palette().chart[1];
                    ui.text_line(Type::Body, flag, "◆");
                    ui.text_line(Type::Small, flag, "расхождение");
                });
            let chart = Scatter {
                id: "cloud",
                name: "Полномочия и NPS по филиалам",
                x: Axis {
                    title: "Полномочия, контактный персонал, среднее 1–5",
                    low: 2.0,
                    high: 4.0,
                    ticks: &self.x,
                },
                y: Axis {
                    title: "NPS клиентов, от −100 до +100",
                    low: -20.0,
                    high: 80.0,
                    ticks: &self.y,
                },
                points: &self.points,
                trend: Some(&self.trend),
                quarters: None,
                selected: self.point,
                height: height - 24.0 - 24.0 - 12.0,
            };
            if let Some(point) = chart.show(ui).selected {
                self.point = Some(point);
            }
        });
    }

    fn rests_on(&self, ui: &mut Ui) {
        ui.spacing_mut().item_spacing.y = 8.0;
        Card::new().padding(15).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 6.0;
            CardHead::new("Контактный персонал и бэк-офис").plain(ui);
            Forest {
                name: "ρ контактного персонала и бэк-офиса",
                axis: Axis {
                    title: "",
                    low: -0.6,
                    high: 1.1,
                    ticks: &self.rho,
                },
                rows: &self.forest,
            }
            .show(ui);
            ui.add_space(2.0);
            let palette = ui.palette();
            ui.add(egui::Label::new(Type::Small.marked(
                "Разность 0,41 (−0,06…0,87): **различие групп не установлено**",
                (palette.text, palette.text),
                f32::INFINITY,
            )));
        });
        ui.add_space(4.0);
        ui.text(Type::Heading, "На чём держится вывод");
        let cards = [
            (Tone::Ok, "Филиалов", "n = 20", "1 строка скрыта: < 5"),
            (
                Tone::Warn,
                "Чувствительность",
                "|ρ| от 0,58",
                "слабее могли не заметить",
            ),
            (
                Tone::Ok,
                "Влияние одного",
                "0,63…0,79",
                "ниже всего без: Аэропорт",
            ),
            (
                Tone::Ok,
                "Надёжность средних",
                "ICC(2) 0,71",
                "сравнивать филиалы можно",
            ),
        ];
        equal_cells(ui, (cards.len(), 2), |ui, index| {
            let (tone, head, figure, note) = cards[index];
            Card::new().padding(11).show(ui, |ui| {
                ui.spacing_mut().item_spacing = vec2(8.0, 1.0);
                ui.horizontal(|ui| {
                    let icon = if tone == Tone::Ok {
                        Icon::Check
                    } else {
                        Icon::Info
                    };
                    let color = ui.palette().tone(tone);
                    ui.icon(icon, measures::ICON_SMALL, color);
                    ui.text_weak(Type::Small, head);
                });
                ui.text(Type::Verdict, figure);
                ui.text_weak(Type::Small, note);
            });
        });
    }

    fn pairs(&mut self, ui: &mut Ui) {
        let columns = [
            Column::text("Сторона сотрудников"),
            Column::text("Сторона клиентов"),
            Column::number("ρ Спирмена"),
            Column::number("95 % интервал"),
            Column::text("−1 · 0 · +1").width(166.0),
            Column::number("n"),
            Column::number("p, поправка Холма, m = 24"),
            Column::text("Вывод"),
        ];
        let verdicts = [
            ("есть связь", Tone::Accent),
            ("только до поправки", Tone::Neutral),
            ("не видна", Tone::Neutral),
        ];
        let cell = |row: usize, column: usize| {
            let (staff, customers, rho, words, [low, estimate, high], p, verdict) = PAIRS[row];
            match column {
                0 => Cell::Text(staff),
                1 => Cell::Text(customers),
                2 => Cell::Strong(rho),
                3 => Cell::Weak(words),
                4 => {
                    let mark = IntervalMark {
                        low,
                        estimate,
                        high,
                        scale: (-1.0, 1.0),
                    };
                    Cell::Interval(mark, words)
                }
                5 => Cell::Text("20"),
                6 => Cell::Text(p),
                _ => {
                    let (word, tone) = verdicts[usize::from(verdict)];
                    Cell::Chip(Chip::new(word).tone(tone))
                }
            }
        };
        let table = Table::new("pairs", "Все пары", &columns)
            .density(Density::Roomy)
            .selected(self.pair)
            .rounded()
            .show(ui, PAIRS.len(), &cell);
        if let Some(row) = table.selected {
            self.pair = Some(row);
        }
    }
}
