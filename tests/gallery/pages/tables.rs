//! Tables: participation, a long table, the mapping of an import, groups.

use egui::Ui;
use frontline::ui::icons::Icon;
use frontline::ui::theme::Tone;
use frontline::ui::widgets::chart::Bar;
use frontline::ui::widgets::{
    Button, Card, CardHead, Cell, Chip, Column, Density, Order, Side, Table, page, page_head,
    two_columns,
};

/// How many rows the long table has.
pub(crate) const MANY: usize = 100_000;

const SHARES: [(&str, &str, &str, &str, f64, &str); 6] = [
    ("08", "Садовая", "26", "5–9", 0.3, "около 30 %"),
    (
        "12+20",
        "Заводская, Восточная",
        "25",
        "5–9",
        0.4,
        "около 40 %",
    ),
    ("21", "Пушкина", "17", "< 5", 0.0, ""),
    ("03", "Набережная", "34", "18", 0.53, "53 %"),
    ("14", "Театр", "29", "21", 0.72, "72 %"),
    ("06", "Университет", "45", "37", 0.82, "82 %"),
];

/// State of the page.
pub(crate) struct Tables {
    codes: Vec<String>,
    /// The chosen row of the long table.
    pub(crate) chosen: Option<usize>,
    /// The column by which the long table was last sorted.
    pub(crate) sorted: usize,
    is_open: bool,
}

impl Tables {
    /// The page with its invented rows.
    pub(crate) fn new() -> Self {
        Self {
            codes: (1..=MANY).map(|row| format!("Строка {row}")).collect(),
            chosen: None,
            sorted: 0,
            is_open: true,
        }
    }

    /// Draws the page.
    pub(crate) fn show(&mut self, ui: &mut Ui) {
        page(ui, 640.0, |ui, height| {
            let bottom = ui.cursor().top() + height;
            page_head(
                ui,
                "Таблицы",
                "100 000 строк рисуются только там, где видны",
                |_| {},
            );
            two_columns(ui, 420.0, 12.0, |ui, side| match side {
                Side::Left => {
                    Card::flush().show(ui, participation);
                    let rest = bottom - ui.cursor().top();
                    self.long(ui, rest.max(200.0));
                }
                Side::Right => {
                    Card::flush().show(ui, |ui| self.groups(ui));
                    Card::flush().show(ui, import);
                }
            });
        });
    }

    fn long(&mut self, ui: &mut Ui, height: f32) {
        Card::flush().show(ui, |ui| {
            let columns = [
                Column::text("Строка").sortable(),
                Column::text("Филиал").share(1.0, 120.0),
                Column::number("Оценка, 0–10")
                    .sortable()
                    .tip("От 0 до 10, целые"),
                Column::text("Состояние"),
            ];
            let cell = |row: usize, column: usize| match column {
                0 => Cell::Weak(self.codes.get(row).map_or("", String::as_str)),
                1 => Cell::Text("Очень длинное название филиала у Каменного моста и Горного рынка"),
                2 if row % 7 == 3 => Cell::Hidden {
                    text: "< 5",
                    reason: "меньше 5 ответов",
                },
                2 => Cell::Strong("8"),
                _ => Cell::Chip(Chip::new("доказано").tone(Tone::Ok).icon(Icon::Check)),
            };
            let response = Table::new("long", "Длинная таблица", &columns)
                .selected(self.chosen)
                .sorted_by(self.sorted, Order::Descending)
                .rounded()
                .max_height(height - 2.0)
                .show(ui, MANY, &cell);
            self.chosen = response.selected.or(self.chosen);
            self.sorted = response.sort.unwrap_or(self.sorted);
        });
    }

    fn groups(&mut self, ui: &mut Ui) {
        CardHead::flush("Кого увидят в отчёте отдельно").plain(ui);
        let columns = [
            Column::text("Филиал").share(1.0, 120.0),
            Column::number("Контактный"),
            Column::text("Класс отчёта"),
        ];
        let rows = if self.is_open { 4 } else { 1 };
        let names = ["09 Аэропорт", "12 Заводская", "20 Восточная"];
        let cell = |row: usize, column: usize| match (row, column) {
            (0, _) => Cell::Group {
                title: "Север",
                note: "· 6 филиалов",
                is_open: self.is_open,
            },
            (row, 0) => Cell::Text(names[row - 1]),
            (_, 1) => Cell::Text("39"),
            (1, _) => Cell::ChipText(
                Chip::new("2 класса").tone(Tone::Ok),
                "контактный и бэк-офис",
            ),
            _ => Cell::TwoLines("Заводская, Восточная", "2 класса, 16 + 9"),
        };
        let tone = |row: usize| if row > 1 { Tone::Warn } else { Tone::Neutral };
        let response = Table::new("groups", "Классы отчёта", &columns)
            .density(Density::Tall)
            .row_tone(&tone)
            .show(ui, rows, &cell);
        if response.group.is_some() {
            self.is_open = !self.is_open;
        }
    }
}

fn participation(ui: &mut Ui) {
    CardHead::flush("Участие на сегодня")
        .caption("черта: цель 70 %")
        .show(ui, |ui| {
            ui.add(Button::quiet("Показать все 21 строку"));
        });
    let columns = [
        Column::text("Код"),
        Column::text("Филиал или объединение"),
        Column::number("Приглашено"),
        Column::number("Ответили"),
        Column::text("Доля ответивших, %").share(1.0, 150.0),
        Column::number(""),
    ];
    let cell = |row: usize, column: usize| {
        let (code, name, invited, answered, share, words) = SHARES[row];
        match column {
            0 => Cell::Weak(code),
            1 => Cell::Text(name),
            2 => Cell::Text(invited),
            3 => Cell::Text(answered),
            4 if words.is_empty() => Cell::Weak("покажем от 5 ответов"),
            4 => {
                let bar = Bar {
                    share,
                    target: Some(0.7),
                    is_flagged: share < 0.5,
                };
                Cell::Bar(bar, words)
            }
            _ => Cell::Text(words),
        }
    };
    let _ = Table::new("share", "Участие", &columns).show(ui, SHARES.len(), &cell);
}

fn import(ui: &mut Ui) {
    CardHead::flush("Не приняты 17 строк")
        .caption("по одной на каждую причину")
        .plain(ui);
    let columns = [
        Column::number("Строка"),
        Column::text("Значение"),
        Column::text("Исправить сразу для всех"),
    ];
    let cell = |row: usize, column: usize| match (row, column) {
        (0, 0) => Cell::Text("5"),
        (0, 1) => Cell::Wrong {
            text: "Вокзал №2",
            reason: "нет такого филиала",
        },
        (0, _) => Cell::Link("Это «02 Вокзал»?"),
        (_, 0) => Cell::Text("977"),
        (_, 1) => Cell::Strong("Склад"),
        _ => Cell::Link("Выбрать филиал…"),
    };
    let _ = Table::new("import", "Не принятые строки", &columns).show(ui, 2, &cell);
}
