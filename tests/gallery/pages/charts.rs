//! Charts and marks: lines over waves, small courses, bars, bands.

use egui::Ui;
use frontline::ui::theme::Type;
use frontline::ui::widgets::chart::{
    Axis, BandBar, Bar, IntervalMark, LineChart, Series, Spark, StackedBar, StackedPart, Tick,
    bar_key,
};
use frontline::ui::widgets::{Card, CardHead, Kit, Side, page, page_head, two_columns};

/// State of the page.
pub(crate) struct Charts {
    waves: Vec<String>,
    series: Vec<Series>,
    ticks: Vec<Tick>,
    parts: Vec<StackedPart>,
}

impl Charts {
    /// The page with its invented figures.
    pub(crate) fn new() -> Self {
        let series = |name: &str, values: [Option<f64>; 5]| Series {
            name: name.to_owned(),
            values: values.to_vec(),
            intervals: values
                .iter()
                .map(|value| value.map(|value| (value - 0.15, value + 0.15)))
                .collect(),
        };
        let waves = [
            "Весна 2024",
            "Осень 2024",
            "Весна 2025",
            "Осень 2025",
            "Весна 2026",
        ];
        Self {
            waves: waves.map(str::to_owned).to_vec(),
            series: vec![
                series(
                    "Руководитель",
                    [Some(3.6), Some(3.7), Some(3.9), Some(3.8), Some(3.9)],
                ),
                series(
                    "Полномочия",
                    [Some(3.1), Some(2.9), None, Some(2.6), Some(2.9)],
                ),
                series(
                    "Оплата",
                    [Some(3.2), Some(3.1), Some(3.1), Some(3.0), Some(3.0)],
                ),
                series(
                    "Право голоса",
                    [None, Some(2.8), Some(2.9), Some(3.0), Some(3.05)],
                ),
            ],
            ticks: (1..=5)
                .map(|at| Tick {
                    at: f64::from(at),
                    text: at.to_string(),
                })
                .collect(),
            parts: [0.08, 0.17, 0.26, 0.34, 0.15]
                .into_iter()
                .map(|share| StackedPart {
                    share,
                    text: format!("{:.0}", share * 100.0),
                })
                .collect(),
        }
    }

    /// Draws the page.
    pub(crate) fn show(&self, ui: &mut Ui) {
        page(ui, 520.0, |ui, _| {
            page_head(ui, "Диаграммы", "линии по волнам, полосы, метки", |_| {});
            two_columns(ui, 352.0, 12.0, |ui, side| match side {
                Side::Left => self.lines(ui),
                Side::Right => self.marks(ui),
            });
        });
    }

    fn lines(&self, ui: &mut Ui) {
        Card::new().show(ui, |ui| {
            let caption = "черта: 95 % интервал · вся сеть, n = 368";
            CardHead::new("Динамика").caption(caption).plain(ui);
            LineChart {
                name: "Динамика четырёх тем по пяти волнам",
                time_title: "Волна",
                waves: &self.waves,
                y: Axis {
                    title: "Среднее, 1–5",
                    low: 1.0,
                    high: 5.0,
                    ticks: &self.ticks,
                },
                series: &self.series,
                height: 360.0,
            }
            .show(ui);
        });
    }

    fn marks(&self, ui: &mut Ui) {
        Card::new().show(ui, |ui| {
            let width = ui.available_width();
            CardHead::new("Метки").plain(ui);
            ui.text_weak(Type::Small, "Доля ответивших, черта: цель 70 %");
            for (share, is_flagged) in [(0.3, true), (0.64, false), (0.82, false)] {
                let bar = Bar {
                    share,
                    target: Some(0.7),
                    is_flagged,
                };
                bar.show(ui, width, "доля ответивших");
            }
            ui.text_weak(Type::Small, "Доля согласных, шаг 10 %");
            BandBar {
                low: 0.3,
                high: 0.4,
            }
            .show(ui, width, "30–40 %");
            ui.text_weak(Type::Small, "Пять ответов, %");
            StackedBar { parts: &self.parts }.show(ui, width, "распределение ответов");
            bar_key(ui, width, ["совсем нет", "и да и нет", "да, полностью"]);
            ui.text_weak(Type::Small, "Интервал и курс");
            let mark = IntervalMark {
                low: -0.2,
                estimate: 0.3,
                high: 0.6,
                scale: (-1.0, 1.0),
            };
            mark.show(ui, 160.0, "0,3 (−0,2…0,6)");
            let values = [Some(3.1), Some(2.9), None, Some(2.6), Some(2.9)];
            let spark = Spark {
                values: &values,
                scale: (2.0, 4.0),
            };
            spark.show(ui, 120.0, "пять волн");
        });
    }
}
