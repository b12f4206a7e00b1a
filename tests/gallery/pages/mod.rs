//! Pages of the gallery, drawn by the gallery itself and by the tests of the kit.

mod charts;
mod controls;
mod linkage;
mod results;
mod states;
pub(crate) mod tables;

use egui::{Frame, Margin, Panel, Ui};
use frontline::ui::icons::Icon;
use frontline::ui::theme::{self, measures};
use frontline::ui::widgets::{NavRow, StatusItem, brand, is_narrow, status_line};

/// A page of the gallery.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Page {
    /// Heat map and side panel.
    Results,
    /// Verdict, scatter, intervals, table.
    Linkage,
    /// Buttons, choices, fields.
    Controls,
    /// Tables.
    Tables,
    /// Lines and marks.
    Charts,
    /// Empty, waiting, failed, locked.
    States,
}

impl Page {
    /// All pages, in the order of the side bar.
    pub(crate) const ALL: [Self; 6] = [
        Self::Results,
        Self::Linkage,
        Self::Controls,
        Self::Tables,
        Self::Charts,
        Self::States,
    ];

    /// The word for the command line.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Self::Results => "results",
            Self::Linkage => "linkage",
            Self::Controls => "controls",
            Self::Tables => "tables",
            Self::Charts => "charts",
            Self::States => "states",
        }
    }

    fn row(self) -> (Icon, &'static str, Option<&'static str>) {
        match self {
            Self::Results => (Icon::Table, "Результаты", None),
            Self::Linkage => (Icon::Link2, "Связь с клиентами", None),
            Self::Controls => (Icon::ListChecks, "Элементы", Some("3")),
            Self::Tables => (Icon::ClipboardList, "Таблицы", None),
            Self::Charts => (Icon::ChartColumn, "Диаграммы", None),
            Self::States => (Icon::EyeOff, "Состояния", None),
        }
    }
}

/// State of the gallery.
pub(crate) struct Gallery {
    /// The page on show.
    pub(crate) page: Page,
    /// State of the results page.
    pub(crate) results: results::Results,
    /// State of the linkage page.
    pub(crate) linkage: linkage::Linkage,
    /// State of the page of controls.
    pub(crate) controls: controls::Controls,
    /// State of the page of tables.
    pub(crate) tables: tables::Tables,
    charts: charts::Charts,
    /// State of the page of states.
    pub(crate) states: states::States,
}

impl Gallery {
    /// A gallery that begins with this page.
    pub(crate) fn new(page: Page) -> Self {
        Self {
            page,
            results: results::Results::new(),
            linkage: linkage::Linkage::new(),
            controls: controls::Controls::new(),
            tables: tables::Tables::new(),
            charts: charts::Charts::new(),
            states: states::States::new(),
        }
    }

    /// Draws the frame of the window and the page.
    pub(crate) fn show(&mut self, ui: &mut Ui) {
        let palette = theme::palette(ui);
        let narrow = is_narrow(ui);
        Panel::bottom("status")
            .exact_size(measures::STATUS_LINE)
            .show_separator_line(false)
            .frame(Frame::new())
            .show(ui, |ui| {
                let item = |icon, text| StatusItem { icon, text };
                status_line(
                    ui,
                    &[
                        item(None, "Рабочая книга «Кофейни Бодрый день»"),
                        item(Some(Icon::Lock), "Сохранено в 14:05, зашифровано"),
                    ],
                    &[
                        item(None, "Порог показа: 5 ответов"),
                        item(None, "Закроется через 12 мин без действий"),
                    ],
                    Some(item(Some(Icon::Lock), "Запереть")),
                );
            });
        let width = if narrow {
            measures::SIDE_BAR_NARROW
        } else {
            measures::SIDE_BAR
        };
        Panel::left("side")
            .exact_size(width)
            .resizable(false)
            .show_separator_line(false)
            .frame(
                Frame::new()
                    .fill(palette.surface)
                    .inner_margin(Margin::symmetric(10, 14)),
            )
            .show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 2.0;
                brand(ui, "Первая линия", narrow);
                ui.add_space(16.0);
                for page in Page::ALL {
                    let (icon, label, badge) = page.row();
                    let row = NavRow::new(icon, label)
                        .badge(badge)
                        .selected(self.page == page)
                        .narrow(narrow);
                    if row.show(ui).clicked() {
                        self.page = page;
                    }
                }
                let edge = ui.max_rect().expand2(egui::vec2(10.0, 14.0));
                ui.painter()
                    .vline(edge.right() - 0.5, edge.y_range(), (1.0, palette.border));
            });
        egui::CentralPanel::no_frame().show(ui, |ui| {
            ui.painter().rect_filled(ui.max_rect(), 0.0, palette.window);
            match self.page {
                Page::Results => self.results.show(ui),
                Page::Linkage => self.linkage.show(ui),
                Page::Controls => self.controls.show(ui),
                Page::Tables => self.tables.show(ui),
                Page::Charts => self.charts.show(ui),
                Page::States => self.states.show(ui),
            }
        });
    }
}
