//! What is stored about me: the exact records, what is not in them, who can open them, and what the
//! program cannot do. From here the sheet is sealed.

use egui::{Align2, Rect, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

use super::number;
use super::records::{Columns, record_words};
use super::review::scroll_by_keys;
use super::trust::who_opens;
use crate::app::kiosk::KioskFacts;
use crate::i18n::{error_sentence, message};
use crate::tr;
use crate::ui::icons::Icon;
use crate::ui::kiosk::controls::Big;
use crate::ui::kiosk::frame::{Foot, FootWords, SIDE, foot_keys, foot_ui};
use crate::ui::kiosk::paint;
use crate::ui::kiosk::state::{Kiosk, Page};
use crate::ui::kiosk::visit::Sealing;
use crate::ui::theme::{Tone, Type, measures};
use crate::ui::widgets::Kit as _;

impl Kiosk {
    pub(in crate::ui::kiosk) fn stored_ui(&mut self, ui: &mut Ui, body: Rect, foot: Rect) {
        let Some(facts) = self.facts.clone() else {
            return;
        };
        let room = body.shrink2(vec2(SIDE, 0.0));
        let wants_limits = paint::within(ui, (room, "stored"), |ui| self.stored_body(ui, &facts));
        let is_last = self.back_to == Page::Review;
        let is_sealing = self.visit.sealing == Sealing::Running;
        let words = FootWords {
            back: message(
                self.lang,
                match self.back_to {
                    Page::Review => "kiosk-stored-back-review",
                    Page::Question(_) => "kiosk-stored-back",
                    Page::Opening
                    | Page::Broken
                    | Page::Closed
                    | Page::Start
                    | Page::Trust
                    | Page::Code
                    | Page::Stored
                    | Page::Thanks
                    | Page::Operator
                    | Page::Paper(_) => "kiosk-back",
                },
            ),
            on: if is_last {
                let key = if is_sealing {
                    "kiosk-sealing"
                } else {
                    "kiosk-seal"
                };
                message(self.lang, key)
            } else {
                String::new()
            },
            cap: "Enter",
            erase: message(self.lang, "kiosk-erase"),
            is_off: is_sealing,
            ..FootWords::default()
        };
        let pressed = foot_ui(ui, foot, &words);
        match foot_keys(ui, &words, pressed) {
            Foot::Back if !is_sealing => self.go(self.back_to),
            Foot::On => self.seal(),
            Foot::Erase if !is_sealing => self.leave(),
            Foot::Back | Foot::Erase | Foot::Link | Foot::Nothing => {}
        }
        if wants_limits {
            self.visit.shows_limits = true;
        }
    }

    fn stored_body(&self, ui: &mut Ui, facts: &KioskFacts) -> bool {
        ui.spacing_mut().item_spacing.y = 4.0;
        ui.add_space(4.0);
        ui.text(
            Type::KioskQuestion,
            &message(self.lang, "kiosk-stored-title"),
        );
        self.stored_line(ui);
        ui.add_space(8.0);
        let whole = ui.available_rect_before_wrap();
        let low = 96.0;
        let height = whole.height() - low - 20.0;
        let gap = 20.0;
        let left = (whole.width() - gap) * 0.555;
        let saved = Rect::from_min_size(whole.min, vec2(left, height));
        let not = Rect::from_min_max(
            pos2(saved.right() + gap, whole.top()),
            pos2(whole.right(), saved.bottom()),
        );
        card(ui, saved);
        card(ui, not);
        paint::within(ui, (saved, "saved"), |ui| self.saved_ui(ui, facts));
        paint::within(ui, (not.shrink2(vec2(20.0, 0.0)), "not-saved"), |ui| {
            self.not_saved_ui(ui, facts);
        });
        let bottom = Rect::from_min_max(pos2(whole.left(), saved.bottom() + 16.0), whole.max);
        self.three_notes(ui, bottom, facts)
    }

    /// One line under the title: nothing is stored yet, or why sealing failed.
    fn stored_line(&self, ui: &mut Ui) {
        if self.visit.sealing == Sealing::Failed {
            let reason = self
                .failure
                .as_ref()
                .map(|error| error_sentence(self.lang, error))
                .unwrap_or_default();
            let line = tr!(self.lang, "kiosk-not-sealed", reason = reason);
            ui.text_toned(Type::KioskBody, Tone::Warn, &line);
        } else {
            let key = if self.visit.class.is_some() {
                "kiosk-stored-line"
            } else {
                "kiosk-stored-line-early"
            };
            ui.text_weak(Type::KioskBody, &message(self.lang, key));
        }
    }

    fn saved_ui(&self, ui: &mut Ui, facts: &KioskFacts) {
        let lang = self.lang;
        head(ui, Icon::FileText, &message(lang, "kiosk-saved-head"));
        let width = ui.available_width();
        let columns = Columns::of(width);
        let (rect, _) = ui.allocate_exact_size(vec2(width, 32.0), Sense::hover());
        ui.painter()
            .rect_filled(rect.shrink2(vec2(1.0, 0.0)), 0.0, ui.palette().raised);
        let heads = [
            "kiosk-column-record",
            "kiosk-column-inside",
            "kiosk-column-size",
            "kiosk-column-link",
        ];
        let heads = heads.map(|key| message(lang, key));
        columns.row(ui, rect, &heads, true);
        let Some(records) = &self.visit.records else {
            return;
        };
        let foot = 44.0;
        let by_keys = scroll_by_keys(ui);
        ScrollArea::vertical()
            .id_salt("kiosk-records")
            .max_height((ui.available_height() - foot).max(60.0))
            .auto_shrink([false, false])
            .show(ui, |ui| {
                if by_keys != 0.0 {
                    ui.scroll_with_delta(vec2(0.0, by_keys));
                }
                ui.spacing_mut().item_spacing.y = 0.0;
                for record in records {
                    let cells = record_words(lang, facts, record);
                    let height = columns.height(ui, &cells);
                    let (rect, response) =
                        ui.allocate_exact_size(vec2(width, height), Sense::hover());
                    response.widget_info(|| {
                        WidgetInfo::labeled(egui::accesskit::Role::Label, true, cells.join(" · "))
                    });
                    columns.row(ui, rect, &cells, false);
                    paint::rule(
                        ui,
                        (rect.left() + 1.0, rect.right() - 1.0),
                        rect.bottom() - 1.0,
                    );
                }
            });
        let bytes: usize = records.iter().map(|record| record.stored_bytes).sum();
        let line = tr!(
            lang,
            "kiosk-saved-foot",
            count = number(records.len()),
            bytes = number(bytes)
        );
        let (rect, _) = ui.allocate_exact_size(vec2(width, foot), Sense::hover());
        let place = rect.shrink2(vec2(20.0, 0.0));
        let galley = paint::line(
            ui,
            Type::KioskNote,
            &line,
            (ui.palette().weak, place.width()),
        );
        let put = paint::put(ui, place, Align2::LEFT_CENTER, galley);
        let response = ui.interact(put, ui.scope_id().with("sum"), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(egui::accesskit::Role::Label, true, &line));
    }

    fn not_saved_ui(&self, ui: &mut Ui, facts: &KioskFacts) {
        let lang = self.lang;
        head_flush(ui, Icon::EyeOff, &message(lang, "kiosk-not-saved-head"));
        let room = ui.available_height() - 8.0;
        ScrollArea::vertical()
            .id_salt("kiosk-not-saved")
            .max_height(room)
            .auto_shrink([false, false])
            .show(ui, |ui| self.not_saved_list(ui, facts, room));
    }

    fn not_saved_list(&self, ui: &mut Ui, facts: &KioskFacts, room: f32) {
        let lang = self.lang;
        ui.spacing_mut().item_spacing.y = 0.0;
        let step = if room > 330.0 { 36.0 } else { 29.0 };
        let keys = [
            "kiosk-not-name",
            "kiosk-not-code",
            "kiosk-not-time",
            "kiosk-not-order",
            "kiosk-not-tie",
        ];
        for key in keys {
            let words = message(lang, key);
            let size = vec2(ui.available_width(), step);
            let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
            response
                .widget_info(|| WidgetInfo::labeled(egui::accesskit::Role::Label, true, &words));
            let center = pos2(rect.left() + 5.0, rect.center().y);
            paint::icon(ui, center, Icon::X, (16.0, ui.palette().weak));
            let place = rect.with_min_x(rect.left() + 26.0);
            let look = (ui.palette().text, place.width());
            let galley = paint::line(ui, Type::KioskNote, &words, look);
            paint::put(ui, place, Align2::LEFT_CENTER, galley);
            paint::rule(ui, (rect.left(), rect.right()), rect.bottom() - 1.0);
        }
        ui.spacing_mut().item_spacing.y = 2.0;
        ui.add_space(8.0);
        ui.text(Type::KioskStrong, &message(lang, "kiosk-who-head"));
        ui.text_weak(Type::KioskNote, &self.who_words(facts));
        ui.add_space(6.0);
        ui.text(Type::KioskStrong, &message(lang, "kiosk-long-head"));
        ui.text_weak(Type::KioskNote, &message(lang, "kiosk-long"));
    }

    fn who_words(&self, facts: &KioskFacts) -> String {
        let min = i64::from(facts.min_group);
        let Some(class) = &self.visit.class else {
            return tr!(self.lang, "kiosk-who-early", min = min);
        };
        let key = if facts.witnesses.is_empty() {
            "kiosk-who-one"
        } else {
            "kiosk-who-two"
        };
        let values = [
            ("group", class.label.as_str().into()),
            ("people", i64::from(class.people).into()),
            ("min", min.into()),
        ];
        crate::i18n::message_with(self.lang, key, &values)
    }

    /// Keys, words, limits; true when the list of limits is wanted.
    fn three_notes(&self, ui: &mut Ui, rect: Rect, facts: &KioskFacts) -> bool {
        let lang = self.lang;
        let gap = 24.0;
        let width = (rect.width() - 2.0 * gap) / 3.0;
        let at = |index: f32| {
            let left = rect.left() + index * (width + gap);
            Rect::from_min_size(pos2(left, rect.top()), vec2(width, rect.height()))
        };
        let keys_head = if facts.witnesses.is_empty() {
            "kiosk-keys-one-head"
        } else {
            "kiosk-keys-two-head"
        };
        paint::within(ui, (at(0.0), "note-keys"), |ui| {
            note_head(ui, Icon::KeyRound, &message(lang, keys_head));
            ui.text_weak(Type::KioskNote, &who_opens(lang, facts));
        });
        paint::within(ui, (at(1.0), "note-words"), |ui| {
            note_head(ui, Icon::ShieldCheck, &message(lang, "kiosk-words-short"));
            let words = facts.words(lang).join(" · ");
            let accent = ui.palette().accent;
            let job = Type::KioskStrong.wrapped(&words, accent, f32::INFINITY);
            ui.add(egui::Label::new(job).wrap());
        });
        paint::within(ui, (at(2.0), "note-limits"), |ui| {
            note_head(ui, Icon::Info, &message(lang, "kiosk-limits-head"));
            let more = message(lang, "kiosk-limits-short");
            ui.horizontal(|ui| {
                // The words of the link stand under the head, its soft fill reaches out.
                ui.add_space(-10.0);
                ui.add(Big::quiet(&more)).clicked()
            })
            .inner
        })
    }
}

fn card(ui: &Ui, rect: Rect) {
    let palette = ui.palette();
    let edge = egui::Stroke::new(1.0, palette.border);
    ui.painter().rect(
        rect,
        measures::RADIUS_CARD,
        palette.surface,
        edge,
        egui::StrokeKind::Inside,
    );
}

fn head(ui: &mut Ui, icon: Icon, words: &str) {
    ui.spacing_mut().item_spacing.y = 0.0;
    head_row(ui, icon, words, 20.0);
}

fn head_flush(ui: &mut Ui, icon: Icon, words: &str) {
    ui.spacing_mut().item_spacing.y = 0.0;
    head_row(ui, icon, words, 0.0);
}

fn head_row(ui: &mut Ui, icon: Icon, words: &str, inset: f32) {
    let size = vec2(ui.available_width(), 48.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(egui::accesskit::Role::Heading, true, words));
    let ink = ui.palette().text;
    let center = pos2(rect.left() + inset + 9.0, rect.center().y + 2.0);
    paint::icon(ui, center, icon, (18.0, ink));
    let place = rect
        .with_min_x(rect.left() + inset + 28.0)
        .translate(vec2(0.0, 2.0));
    let galley = paint::line(ui, Type::Verdict, words, (ink, place.width()));
    paint::put(ui, place, Align2::LEFT_CENTER, galley);
}

fn note_head(ui: &mut Ui, icon: Icon, words: &str) {
    ui.spacing_mut().item_spacing.y = 2.0;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        let ink = ui.palette().text;
        let (place, _) = ui.allocate_exact_size(vec2(16.0, 24.0), Sense::hover());
        paint::icon(ui, place.center(), icon, (16.0, ink));
        ui.text(Type::KioskStrong, words);
    });
}
