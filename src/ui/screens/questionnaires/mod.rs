//! Questionnaires: the list, the questions by dimension with what each is about, and a preview as
//! the employee sees it.

mod preview;
mod rows;

use std::sync::Arc;

use egui::{Frame, Margin, Ui};

use self::preview::Preview;
use self::rows::{Line, lines};
use super::Screen;
use super::parts::HEAD_GAP;
use crate::app::{Overview, QuestionnaireInfo, QuestionnaireOrigin};
use crate::domain::{ItemKind, Lang, Questionnaire, QuestionnaireKind};
use crate::i18n::message;
use crate::tr;
use crate::ui::action::{Action, Actions, Pick};
use crate::ui::cx::Cx;
use crate::ui::icons::Icon;
use crate::ui::theme::{Type, measures};
use crate::ui::widgets::{
    Button, Card, CardHead, Cell, Column, Density, Kit as _, Side, Table, page_head, two_columns,
};

/// The questionnaires.
#[derive(Default)]
pub(super) struct Questionnaires {
    chosen: usize,
    /// The item in the preview, by position in the questionnaire.
    item: usize,
    /// Language of the preview; the window's until chosen.
    preview_lang: Option<Lang>,
    shown: Option<Shown>,
}

/// Everything that is drawn, formatted.
struct Shown {
    title: String,
    subtitle: String,
    add: String,
    add_tip: String,
    list: String,
    list_heads: [String; 4],
    infos: Vec<[String; 4]>,
    chosen: usize,
    about: String,
    name: String,
    item_heads: [String; 4],
    lines: Vec<Line>,
    selected: Option<usize>,
    questionnaire: Option<Arc<Questionnaire>>,
    preview: Option<Preview>,
}

/// What the user wants in this frame.
#[derive(Default)]
struct Wish {
    chosen: Option<usize>,
    item: Option<usize>,
    lang: Option<Lang>,
}

impl Screen for Questionnaires {
    fn prepare(&mut self, cx: &Cx<'_>) {
        let lang = self.preview_lang.unwrap_or(cx.lang);
        self.shown = cx
            .overview
            .map(|overview| Shown::new((cx.lang, lang), overview, (self.chosen, self.item)));
    }

    fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, actions: &mut Actions) {
        let Some(shown) = &self.shown else { return };
        ui.spacing_mut().item_spacing.y = HEAD_GAP;
        let height = ui.available_height() - measures::PAGE_HEAD - HEAD_GAP;
        page_head(ui, &shown.title, &shown.subtitle, |ui| {
            let add = Button::secondary(&shown.add)
                .icon(Icon::Plus)
                .tip(&shown.add_tip);
            if ui.add(add).clicked() {
                actions.push(Action::Pick(Pick::Questionnaire));
            }
        });
        let mut wish = Wish::default();
        two_columns(ui, 400.0, measures::GAP_M, |ui, side| {
            ui.spacing_mut().item_spacing.y = measures::GAP_M;
            match side {
                Side::Left => shown.left_ui(ui, height, &mut wish),
                Side::Right => {
                    if let Some(preview) = &shown.preview {
                        preview.show(ui, &mut wish.lang, &mut wish.item);
                    }
                }
            }
        });
        if let Some(chosen) = wish.chosen {
            (self.chosen, self.item) = (chosen, 0);
        }
        self.item = wish.item.unwrap_or(self.item);
        self.preview_lang = wish.lang.or(self.preview_lang);
        if wish.chosen.is_some() || wish.item.is_some() || wish.lang.is_some() {
            self.prepare(cx);
        }
    }
}

impl Shown {
    fn new(
        (lang, preview): (Lang, Lang),
        overview: &Overview,
        (chosen, item): (usize, usize),
    ) -> Self {
        let word = |key| message(lang, key);
        let chosen = chosen.min(overview.questionnaires.len().saturating_sub(1));
        let questionnaire = overview
            .questionnaires
            .get(chosen)
            .map(|info| &info.questionnaire);
        let lines = questionnaire
            .map(|own| lines(lang, own))
            .unwrap_or_default();
        Self {
            title: word("nav-questionnaires"),
            subtitle: word("questionnaires-subtitle"),
            add: word("questionnaires-add"),
            add_tip: word("questionnaires-add-tip"),
            list: word("questionnaires-list"),
            list_heads: [
                word("questionnaires-name"),
                word("questionnaires-for"),
                word("questionnaires-questions"),
                word("questionnaires-minutes"),
            ],
            infos: overview
                .questionnaires
                .iter()
                .map(|info| info_line(lang, info))
                .collect(),
            chosen,
            name: questionnaire.map_or_else(String::new, |own| own.title.get(lang).to_owned()),
            about: questionnaire.map_or_else(String::new, |own| about(lang, own)),
            item_heads: [
                word("questionnaires-question"),
                word("questionnaires-motive"),
                word("questionnaires-lever"),
                String::new(),
            ],
            selected: lines.iter().position(|line| line.item == Some(item)),
            lines,
            preview: questionnaire.map(|own| Preview::new((lang, preview), own, item)),
            questionnaire: questionnaire.cloned(),
        }
    }

    fn left_ui(&self, ui: &mut Ui, height: f32, wish: &mut Wish) {
        let top = ui.cursor().top();
        Card::flush().show(ui, |ui| {
            let columns = [
                Column::text(&self.list_heads[0]).share(1.0, 160.0),
                Column::text(&self.list_heads[1]).at_most(190.0),
                Column::number(&self.list_heads[2]),
                Column::number(&self.list_heads[3]),
            ];
            let table = Table::new("questionnaires", &self.list, &columns)
                .density(Density::Roomy)
                .selected(Some(self.chosen))
                .rounded();
            let answer = table.show(ui, self.infos.len(), &|row, column| match (
                self.infos.get(row).and_then(|info| info.get(column)),
                column,
            ) {
                (Some(text), 0) => Cell::Strong(text),
                (Some(text), 1) => Cell::Weak(text),
                (Some(text), _) => Cell::Text(text),
                (None, _) => Cell::Empty,
            });
            wish.chosen = answer.selected;
        });
        let rest = height - (ui.cursor().top() - top);
        Card::flush().min_height(rest).show(ui, |ui| {
            CardHead::flush(&self.name).plain(ui);
            Frame::new()
                .inner_margin(Margin {
                    left: 16,
                    right: 16,
                    top: 0,
                    bottom: 10,
                })
                .show(ui, |ui| {
                    ui.text_weak(Type::Small, &self.about);
                });
            self.items_ui(ui, rest - 96.0, wish);
        });
    }

    fn items_ui(&self, ui: &mut Ui, height: f32, wish: &mut Wish) {
        let columns = [
            Column::text(&self.item_heads[0]).share(1.0, 240.0),
            Column::text(&self.item_heads[1]).width(86.0),
            Column::text(&self.item_heads[2]).width(104.0),
        ];
        let table = Table::new("items", &self.name, &columns)
            .selected(self.selected)
            .max_height(height.max(260.0));
        let answer = table.show(ui, self.lines.len(), &|row, column| {
            self.lines
                .get(row)
                .map_or(Cell::Empty, |line| line.cell(column))
        });
        let line = answer.selected.and_then(|row| self.lines.get(row));
        wish.item = line.and_then(|line| line.item);
        debug_assert!(
            self.questionnaire.is_some() || self.lines.is_empty(),
            "items of something"
        );
    }
}

fn info_line(lang: Lang, info: &QuestionnaireInfo) -> [String; 4] {
    let own = &info.questionnaire;
    let kind = match own.kind {
        QuestionnaireKind::Staff => "questionnaire-staff",
        QuestionnaireKind::Customer => "questionnaire-customer",
        QuestionnaireKind::MysteryShopping => "questionnaire-mystery",
    };
    let kind = message(lang, kind);
    let kind = match info.origin {
        QuestionnaireOrigin::Embedded => kind,
        QuestionnaireOrigin::Own => tr!(lang, "questionnaire-own", kind = kind),
    };
    [
        own.title.get(lang).to_owned(),
        kind,
        own.items.len().to_string(),
        own.minutes.to_string(),
    ]
}

/// What it is for, and what it consists of.
fn about(lang: Lang, own: &Questionnaire) -> String {
    let count = |value: usize| i64::try_from(value).unwrap_or(i64::MAX);
    let open = own
        .items
        .iter()
        .filter(|item| item.kind == ItemKind::Open)
        .count();
    let parts = tr!(
        lang,
        "questionnaire-parts",
        dimensions = count(own.dimensions.len()),
        items = count(own.items.len()),
        open = count(open)
    );
    format!("{} {parts}", own.about.get(lang))
}
