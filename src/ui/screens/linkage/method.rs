//! How the figures are made, folded away: the same pair by other measures, and what each one means.

use egui::Ui;

use super::Ground;
use super::lag::Lag;
use crate::analysis::{Coefficient, Link, Reliability};
use crate::domain::Lang;
use crate::i18n::{message, method_text, number};
use crate::phrases;
use crate::stats::Undefined;
use crate::tr;
use crate::ui::icons::Icon;
use crate::ui::theme::Type;
use crate::ui::widgets::{Button, Card, CardHead, Kit as _, key_values};

/// The methods that this screen rests on, in the order of reading.
const METHODS: [&str; 21] = [
    "unit",
    "spearman",
    "pearson",
    "kendall",
    "bca",
    "permutation",
    "holm",
    "bh",
    "influence",
    "theil-sen",
    "detectable",
    "icc",
    "rwg",
    "zou",
    "steiger",
    "weights",
    "partial",
    "regions",
    "attenuation",
    "lag",
    "shrinkage",
];

/// The fold.
#[derive(Debug, Default)]
pub(super) struct Method {
    is_open: bool,
    words: [String; 5],
    others: Vec<(String, String)>,
    extras: Vec<(String, String)>,
    texts: Vec<(String, String)>,
    lag: Lag,
    lang: Option<Lang>,
}

impl Method {
    /// Prepares the other measures of a link.
    pub(super) fn prepare(&mut self, ground: Ground<'_>, link: &Link) {
        let Ground { cx, findings, wave } = ground;
        let lang = cx.lang;
        self.lag = Lag::new(ground, link);
        if self.lang != Some(lang) {
            self.lang = Some(lang);
            let keys = [
                "linkage-method-show",
                "linkage-method-hide",
                "linkage-others",
                "extras-title",
                "extras-note",
            ];
            self.words = keys.map(|key| message(lang, key));
            self.texts = METHODS.iter().map(|name| method_text(lang, name)).collect();
        }
        self.extras = phrases::link_extras(lang, &link.extras);
        let title = |name: &str| method_text(lang, name).0;
        self.others = vec![
            (title("pearson"), coefficient(lang, &link.pearson)),
            (title("kendall"), coefficient(lang, &link.kendall)),
            (
                title("bca"),
                said(lang, link.bca, |(low, high, used, _)| {
                    let interval = number::interval(lang, low, high, 2);
                    tr!(lang, "linkage-draws", interval = interval, draws = used)
                }),
            ),
            (
                title("permutation"),
                said(lang, link.permutation, |(p, is_exact)| {
                    let p = number::p_statement(lang, p);
                    if is_exact {
                        tr!(lang, "linkage-exact", p = p)
                    } else {
                        let draws = count(lang, findings.permutations);
                        tr!(lang, "linkage-drawn", p = p, draws = draws)
                    }
                }),
            ),
            (
                title("bh"),
                link.bh_p.map_or_else(
                    || message(lang, "linkage-not-computed"),
                    |p| tr!(lang, "linkage-p", p = number::p_statement(lang, p)),
                ),
            ),
            (
                title("theil-sen"),
                said(lang, link.theil_sen, |(slope, low, high)| {
                    let interval = number::signed_interval(lang, low, high, 1);
                    format!("{} ({interval})", number::signed(lang, slope, 1))
                }),
            ),
            (
                title("influence"),
                said(lang, link.influence.map(|it| it.cooks_max), |cook| {
                    tr!(
                        lang,
                        "linkage-cook",
                        distance = number::decimal(lang, cook, 2)
                    )
                }),
            ),
        ];
        let audience = wave.audience(link.audience);
        let reliability = audience.and_then(|found| found.reliability.get(link.dimension));
        if let Some(found) = reliability {
            self.others.extend(indices(lang, found));
        }
        self.others.push((
            message(lang, "linkage-seed"),
            tr!(
                lang,
                "linkage-seed-text",
                seed = findings.seed.to_string(),
                draws = count(lang, findings.draws),
                permutations = count(lang, findings.permutations)
            ),
        ));
    }

    /// Draws the fold.
    pub(super) fn show(&mut self, ui: &mut Ui) {
        let (word, icon) = if self.is_open {
            (&self.words[1], Icon::ChevronUp)
        } else {
            (&self.words[0], Icon::ChevronDown)
        };
        if ui.add(Button::quiet(word).icon_after(icon)).clicked() {
            self.is_open = !self.is_open;
        }
        if !self.is_open {
            return;
        }
        Card::new().show(ui, |ui| {
            CardHead::new(&self.words[2]).plain(ui);
            key_values(ui, &pairs(&self.others));
        });
        self.lag.show(ui);
        Card::new().show(ui, |ui| {
            ui.set_max_width(760.0);
            CardHead::new(&self.words[3]).plain(ui);
            ui.text_weak(Type::Body, &self.words[4]);
            ui.add_space(6.0);
            for (title, text) in &self.extras {
                ui.text(Type::Strong, title);
                ui.text_weak(Type::Body, text);
                ui.add_space(6.0);
            }
        });
        Card::new().show(ui, |ui| {
            ui.set_max_width(760.0);
            for (title, text) in &self.texts {
                ui.text(Type::Strong, title);
                ui.text_weak(Type::Body, text);
                ui.add_space(6.0);
            }
        });
    }
}

fn pairs(rows: &[(String, String)]) -> Vec<(&str, &str)> {
    rows.iter()
        .map(|(key, value)| (key.as_str(), value.as_str()))
        .collect()
}

fn count(lang: Lang, n: usize) -> String {
    number::count(lang, u64::try_from(n).unwrap_or(u64::MAX))
}

/// Do branches differ, and how alike are answers inside them?
fn indices(lang: Lang, found: &Reliability) -> Vec<(String, String)> {
    let two = |value: f64| number::decimal(lang, value, 2);
    let with = |value: Result<f64, Undefined>, ends: Option<(f64, f64)>| {
        said(lang, value, |value| match ends {
            Some((low, high)) => {
                format!("{} ({})", two(value), number::interval(lang, low, high, 2))
            }
            None => two(value),
        })
    };
    let between = found.between.ok();
    vec![
        (
            "ICC(1)".to_owned(),
            with(found.icc1, between.map(|it| it.icc1)),
        ),
        (
            "ICC(2)".to_owned(),
            with(found.icc2, between.map(|it| it.icc2)),
        ),
        (
            message(lang, "linkage-f"),
            said(lang, found.between, |it| {
                phrases::branches_differ(lang, &it)
            }),
        ),
        (message(lang, "linkage-rwg"), with(found.rwg, None)),
    ]
}

fn coefficient(lang: Lang, found: &Result<Coefficient, Undefined>) -> String {
    said(lang, *found, |found| {
        let value = number::decimal(lang, found.value, 2);
        let interval = number::interval(lang, found.low, found.high, 2);
        format!("{value} ({interval})")
    })
}

fn said<T>(lang: Lang, found: Result<T, Undefined>, words: impl FnOnce(T) -> String) -> String {
    match found {
        Ok(value) => words(value),
        Err(reason) => phrases::undefined(lang, reason),
    }
}
