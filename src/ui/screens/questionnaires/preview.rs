//! One question as the employee sees it, in small. Nothing is preselected and nothing is kept.

use egui::accesskit::Role;
use egui::{Align2, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use crate::domain::{ItemKind, Lang, Questionnaire};
use crate::i18n::message;
use crate::tr;
use crate::ui::icons::Icon;
use crate::ui::theme::{Type, measures};
use crate::ui::widgets::{Button, Card, CardHead, Kit as _, Segments};

/// The preview, formatted.
pub(super) struct Preview {
    title: String,
    langs: [String; 2],
    lang: usize,
    place: String,
    question: String,
    /// Key and words of each answer.
    answers: Vec<(String, String)>,
    is_scale: bool,
    skip: String,
    back: String,
    next: String,
    anonymity: String,
    item: usize,
    last: usize,
    share: f32,
}

impl Preview {
    /// `window` is the language of the frame around it, `lang` that of the preview.
    pub(super) fn new((window, lang): (Lang, Lang), own: &Questionnaire, item: usize) -> Self {
        let last = own.items.len().saturating_sub(1);
        let item = item.min(last);
        let asked = own.items.get(item);
        let dimension = asked.and_then(|asked| {
            own.dimensions
                .iter()
                .find(|dimension| dimension.id == asked.dimension)
        });
        let number = i64::try_from(item + 1).unwrap_or(i64::MAX);
        let of = i64::try_from(own.items.len()).unwrap_or(i64::MAX);
        let place = tr!(lang, "preview-place", number = number, of = of);
        let kind = asked.map_or(ItemKind::Open, |asked| asked.kind);
        #[expect(clippy::cast_precision_loss, reason = "a few dozen questions")]
        let share = item as f32 / own.items.len().max(1) as f32;
        Self {
            title: message(window, "preview-title"),
            langs: Lang::ALL.map(|lang| message(window, &format!("language-{}", lang.code()))),
            lang: Lang::ALL
                .iter()
                .position(|known| *known == lang)
                .unwrap_or(0),
            place: match dimension {
                Some(dimension) => format!("{place} · {}", dimension.title.get(lang)),
                None => place,
            },
            question: asked.map_or_else(String::new, |asked| asked.text.get(lang).to_owned()),
            answers: answers(lang, own, kind),
            is_scale: kind == ItemKind::Recommend,
            skip: message(lang, "preview-skip"),
            back: message(lang, "preview-back"),
            next: message(lang, "preview-next"),
            anonymity: message(lang, "preview-anonymity"),
            item,
            last,
            share,
        }
    }

    pub(super) fn show(&self, ui: &mut Ui, lang: &mut Option<Lang>, item: &mut Option<usize>) {
        Card::new().show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = measures::GAP_S;
            CardHead::new(&self.title).show(ui, |ui| {
                let picked = Segments::new("preview-lang", &self.langs, self.lang)
                    .small()
                    .show(ui);
                *lang = picked.and_then(|picked| Lang::ALL.get(picked).copied());
            });
            ui.add_space(2.0);
            self.progress_ui(ui);
            ui.text_weak(Type::Small, &self.place);
            ui.text(Type::Verdict, &self.question);
            ui.add_space(2.0);
            if self.is_scale {
                self.scale_ui(ui);
            } else {
                self.answers_ui(ui);
            }
            ui.add_space(2.0);
            self.skip_ui(ui);
            ui.rule();
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 6.0;
                let weak = ui.palette().weak;
                ui.icon(Icon::Lock, measures::ICON_SMALL, weak);
                ui.text_weak(Type::Small, &self.anonymity);
            });
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = measures::GAP_S;
                let back = Button::secondary(&self.back).icon(Icon::ArrowLeft).small();
                if ui.add_enabled(self.item > 0, back).clicked() {
                    *item = Some(self.item - 1);
                }
                let next = Button::secondary(&self.next)
                    .icon_after(Icon::ArrowRight)
                    .small();
                if ui.add_enabled(self.item < self.last, next).clicked() {
                    *item = Some(self.item + 1);
                }
            });
        });
    }

    fn progress_ui(&self, ui: &mut Ui) {
        let palette = ui.palette();
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 5.0), Sense::hover());
        ui.painter().rect_filled(rect, 2.0, palette.grid);
        let mut done = rect;
        done.set_width(rect.width() * self.share);
        ui.painter().rect_filled(done, 2.0, palette.accent);
    }

    /// One answer below the other, each with the key that gives it.
    fn answers_ui(&self, ui: &mut Ui) {
        for (key, words) in &self.answers {
            let palette = ui.palette();
            let size = vec2(ui.available_width(), 40.0);
            let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
            response.widget_info(|| WidgetInfo::labeled(Role::Label, true, words));
            let edge = Stroke::new(1.0, palette.control_border);
            let radius = measures::RADIUS_CONTROL;
            ui.painter()
                .rect(rect, radius, palette.surface, edge, StrokeKind::Inside);
            let mark = egui::Rect::from_min_size(rect.min + vec2(8.0, 8.0), vec2(24.0, 24.0));
            let thin = Stroke::new(1.0, palette.border);
            ui.painter().rect(
                mark,
                measures::RADIUS_CHIP,
                palette.raised,
                thin,
                StrokeKind::Inside,
            );
            let font = Type::SmallMedium.font();
            ui.painter().text(
                mark.center(),
                Align2::CENTER_CENTER,
                key,
                font,
                palette.weak,
            );
            let room = rect.width() - 52.0;
            let galley = ui
                .painter()
                .layout_job(Type::Body.elided(words, palette.text, room));
            let at = egui::pos2(rect.left() + 44.0, rect.center().y - galley.size().y / 2.0);
            ui.painter().galley(at, galley, palette.text);
        }
    }

    /// 0 to 10 in one row, with words at both ends.
    fn scale_ui(&self, ui: &mut Ui) {
        let palette = ui.palette();
        let (rect, response) =
            ui.allocate_exact_size(vec2(ui.available_width(), 36.0), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, "0–10"));
        let step = rect.width() / 11.0;
        for score in 0_u8..=10 {
            let left = rect.left() + step * f32::from(score);
            let place =
                egui::Rect::from_min_size(egui::pos2(left, rect.top()), vec2(step - 4.0, 36.0));
            let edge = Stroke::new(1.0, palette.control_border);
            ui.painter().rect(
                place,
                measures::RADIUS_CHIP,
                palette.surface,
                edge,
                StrokeKind::Inside,
            );
            let font = Type::Body.font();
            ui.painter().text(
                place.center(),
                Align2::CENTER_CENTER,
                score,
                font,
                palette.text,
            );
        }
        for (_, words) in &self.answers {
            ui.text_weak(Type::Small, words);
        }
    }

    fn skip_ui(&self, ui: &mut Ui) {
        let palette = ui.palette();
        let look = Type::Medium.elided(&self.skip, palette.text, 260.0);
        let galley = ui.painter().layout_job(look);
        let size = vec2(galley.size().x + 28.0, 34.0);
        let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &self.skip));
        let edge = Stroke::new(1.0, palette.control_border);
        ui.painter().rect(
            rect,
            measures::RADIUS_CONTROL,
            palette.surface,
            edge,
            StrokeKind::Inside,
        );
        let at = rect.center() - galley.size() / 2.0;
        ui.painter().galley(at, galley, palette.text);
    }
}

fn answers(lang: Lang, own: &Questionnaire, kind: ItemKind) -> Vec<(String, String)> {
    let word = |key: &str, words: &str| (key.to_owned(), message(lang, words));
    match kind {
        ItemKind::Agreement => {
            let labels = own.scale.iter().enumerate();
            labels
                .map(|(position, label)| ((position + 1).to_string(), label.get(lang).to_owned()))
                .collect()
        }
        ItemKind::Recommend => vec![word("0", "preview-recommend")],
        ItemKind::Observed => vec![word("1", "preview-seen"), word("0", "preview-not-seen")],
        ItemKind::Open => vec![word("", "preview-open")],
    }
}
