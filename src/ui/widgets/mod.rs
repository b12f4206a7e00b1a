//! The kit: everything that screens are built from. Must not know screens, commands or numbers.
//!
//! Screens hand over prepared words and classes; nothing here formats, sorts or decides. Colours are
//! asked by role (`ui.palette().weak`), type by purpose (`Type::Heading`), distances from `measures`.
//!
//! # A page
//!
//! ```
//! # egui::__run_test_ui(|ui| {
//! use frontline::ui::{icons::Icon, theme::Type, widgets::*};
//!
//! // `least` is the height below which the page scrolls; `height` is what it may fill.
//! page(ui, 560.0, |ui, height| {
//!     let bottom = ui.cursor().top() + height;
//!     page_head(ui, "Результаты", "Весна 2026 · закрыта 29 мая", |ui| {
//!         ui.add(Button::secondary("В Excel…").icon(Icon::FileSpreadsheet));
//!     });
//!     SentenceCard::finding("Где полномочий больше, выше и NPS")
//!         .line("ρ = **0,68**, n = 20 филиалов")
//!         .plain(ui);
//!     let rest = bottom - ui.cursor().top();
//!     // Called once per side; in a narrow window the right side comes under the left one.
//!     two_columns(ui, 276.0, 12.0, |ui, side| match side {
//!         Side::Left => {
//!             Card::flush().min_height(rest).show(ui, |ui| {
//!                 CardHead::flush("Участие").caption("черта: цель 70 %").plain(ui);
//!             });
//!         }
//!         Side::Right => {
//!             Card::new().show(ui, |ui| {
//!                 ui.text(Type::Heading, "Требует внимания");
//!                 figure(ui, "443", "из 693");
//!                 key_values(ui, &[("В файле", "1 248"), ("Не приняты", "17")]);
//!             });
//!         }
//!     });
//! });
//! # });
//! ```
//!
//! # A table
//!
//! The closure is asked for visible cells only, so 100 000 rows cost what thirty do.
//!
//! ```
//! # egui::__run_test_ui(|ui| {
//! use frontline::ui::theme::Tone;
//! use frontline::ui::widgets::{Cell, Chip, Column, Density, Order, Table};
//!
//! struct Row { name: String, answered: String, is_proven: bool }
//! let rows = [Row { name: "Садовая".into(), answered: "18".into(), is_proven: true }];
//! let columns = [
//!     Column::text("Филиал").share(1.0, 120.0).sortable(),
//!     Column::number("Ответили").sortable(),
//!     Column::text("Проверка"),
//! ];
//! let cell = |row: usize, column: usize| match column {
//!     0 => Cell::Text(&rows[row].name),
//!     1 => Cell::Strong(&rows[row].answered),
//!     _ if rows[row].is_proven => Cell::Chip(Chip::new("доказано").tone(Tone::Ok)),
//!     _ => Cell::Hidden { text: "< 5", reason: "меньше 5 ответов" },
//! };
//! let out = Table::new("branches", "Филиалы", &columns)
//!     .density(Density::Roomy)
//!     .selected(Some(0))
//!     .sorted_by(1, Order::Descending)
//!     .max_height(400.0) // without it the table is as high as its rows and the page scrolls
//!     .show(ui, rows.len(), &cell);
//! if let Some(row) = out.selected { /* push an action */ let _ = row; }
//! # });
//! ```
//!
//! # A heat map
//!
//! ```
//! # egui::__run_test_ui(|ui| {
//! use frontline::ui::theme::HeatStop;
//! use frontline::ui::widgets::{Card, HeatCell, HeatMap, HeatPlace, HeatRow};
//!
//! let heads = ["Полномочия".to_owned()];
//! let cell = HeatCell { text: "2,2".into(), stop: Some(HeatStop::of_mean(2.2)) };
//! let row = HeatRow { code: "08".into(), name: "Садовая".into(), n: "13".into(), cells: vec![cell] };
//! let chosen = Some(HeatPlace { row: Some(0), column: 0 });
//! let rows = [row.clone()];
//! let out = Card::flush()
//!     .show(ui, |ui| {
//!         HeatMap::new("heat", "Тепловая карта", &heads, &rows)
//!             .row_heads("Филиал", "n")
//!             .company(&row)
//!             .selected(chosen)
//!             .tip(&|place: HeatPlace| Some(format!("{place:?}")))
//!             .max_height(500.0)
//!             .show(ui)
//!     })
//!     .inner;
//! if let Some(place) = out.selected { /* push an action */ let _ = place; }
//! # });
//! ```
//!
//! # Charts
//!
//! See [`chart`]: `Scatter`, `Forest`, `LineChart` draw over the whole width; `Bar`, `BandBar`,
//! `StackedBar`, `IntervalMark`, `Spark` take a width and an accessible name. `Bar` and
//! `IntervalMark` also stand in cells of tables.
//!
//! # Rules
//!
//! - Ids are stable keys in Latin and never visible words: words change with the language.
//! - Two tables, fields or drop-downs with the same id must not stand in the same `Ui`; wrap rows of a
//!   loop in `ui.push_id`.
//! - `CardHead`, `page_head` and `SentenceCard` take controls in reading order, left to right.
//! - One `Button::primary` a screen; destructive deeds go through [`Confirm`].

mod alert;
mod anchor;
mod button;
mod card;
pub mod chart;
mod chip;
mod choice;
mod confirm;
mod dropdown;
mod field;
mod figure;
mod heat;
mod layout;
mod page;
mod progress;
mod secret;
mod segments;
mod states;
mod steps;
mod table;
mod task;
mod text;

pub use alert::{AlertRow, note};
pub use anchor::{Anchor, level_badge};
pub use button::Button;
pub use card::{Card, CardHead, SentenceCard};
pub use chip::Chip;
pub use choice::{OptionCard, checkbox, radio};
pub use confirm::{Answer, Confirm};
pub use dropdown::Dropdown;
pub use field::{TextField, text_height};
pub use figure::{figure, key_value, key_values};
pub use heat::{HeatCell, HeatHead, HeatMap, HeatPlace, HeatResponse, HeatRow, heat_legend};
pub use layout::{Side, equal_cells, is_narrow, page, two_columns};
pub use page::{NavRow, StatusItem, brand, page_head, status_line};
pub use progress::{Progress, QUIET_TIME, undo_bar};
pub use secret::{SecretText, strength_bar};
pub use segments::Segments;
pub use states::{Failed, FailedAnswer, dimmed, empty_state, hidden_value, locked_state};
pub use steps::{Step, StepState, steps_below, steps_inline};
pub use table::{Cell, Column, Density, Order, Table, TableResponse};
pub use task::{TaskCard, TaskResponse, drop_place};
pub use text::Kit;
