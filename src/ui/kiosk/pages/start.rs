//! The first page, in both languages at once, and the pages shown when there is nothing to answer.

use egui::{Align2, Rect, Sense, Ui, WidgetInfo, pos2, vec2};

use super::{centred, number};
use crate::app::kiosk::DayCheck;
use crate::domain::Lang;
use crate::i18n::{error_sentence, message, number as format};
use crate::tr;
use crate::ui::icons::Icon;
use crate::ui::kiosk::controls::{Big, TARGET};
use crate::ui::kiosk::frame::{Foot, FootWords, SIDE, foot_keys, foot_ui};
use crate::ui::kiosk::state::{Kiosk, Page, Wish};
use crate::ui::kiosk::{keys, paint};
use crate::ui::theme::{Type, measures};
use crate::ui::widgets::Kit as _;

impl Kiosk {
    pub(in crate::ui::kiosk) fn opening_ui(&self, ui: &mut Ui, body: Rect) {
        let title = message(self.lang, "kiosk-opening");
        centred(ui, body, &title, "");
    }

    pub(in crate::ui::kiosk) fn broken_ui(&mut self, ui: &mut Ui, body: Rect, foot: Rect) {
        let title = message(self.lang, "kiosk-broken");
        let line = match &self.failure {
            Some(error) => error_sentence(self.lang, error),
            None => message(self.lang, "error-internal"),
        };
        centred(ui, body, &title, &line);
        let words = FootWords {
            back: message(self.lang, "kiosk-close"),
            ..FootWords::default()
        };
        let pressed = foot_ui(ui, foot, &words);
        if foot_keys(ui, &words, pressed) == Foot::Back {
            self.wish(Wish::Close);
        }
    }

    pub(in crate::ui::kiosk) fn closed_ui(&mut self, ui: &mut Ui, body: Rect, foot: Rect) {
        let (title, line) = match self.day {
            DayCheck::Before(day) => (
                tr!(self.lang, "kiosk-before", day = format::day(self.lang, day)),
                message(self.lang, "kiosk-before-line"),
            ),
            DayCheck::After(day) => (
                tr!(self.lang, "kiosk-after", day = format::day(self.lang, day)),
                message(self.lang, "kiosk-after-line"),
            ),
            DayCheck::Open => (String::new(), String::new()),
        };
        centred(ui, body, &title, &line);
        self.quiet_foot(ui, foot);
    }

    pub(in crate::ui::kiosk) fn start_ui(&mut self, ui: &mut Ui, body: Rect, foot: Rect) {
        let room = paint::column(body, 960.0_f32.min(body.width() - 2.0 * SIDE));
        let gap = 24.0;
        let width = (room.width() - gap) / 2.0;
        let height = 332.0_f32.min(body.height() - 24.0);
        let top = body.center().y - height / 2.0;
        let mut chosen = None;
        for (index, lang) in Lang::ALL.into_iter().enumerate() {
            let left = room.left() + if index == 0 { 0.0 } else { width + gap };
            let card = Rect::from_min_size(pos2(left, top), vec2(width, height));
            if self.welcome_card(ui, card, lang) {
                chosen = Some(lang);
            }
        }
        if chosen.is_none() && ui.is_enabled() && keys::enter(ui) {
            chosen = Some(self.lang);
        }
        self.quiet_foot(ui, foot);
        if let Some(lang) = chosen {
            self.speak(lang);
            self.go(Page::Trust);
        }
    }

    /// One language: hello, how long it takes, and the button; true when it was pressed.
    fn welcome_card(&self, ui: &mut Ui, card: Rect, lang: Lang) -> bool {
        let palette = ui.palette();
        ui.painter()
            .rect_filled(card, measures::RADIUS_CARD, palette.surface);
        let is_current = lang == self.lang;
        let edge = if is_current {
            egui::Stroke::new(2.0, palette.accent)
        } else {
            egui::Stroke::new(1.0, palette.border)
        };
        ui.painter()
            .rect_stroke(card, measures::RADIUS_CARD, edge, egui::StrokeKind::Inside);
        let inner = card.shrink(28.0);
        let (items, minutes) = self.facts.as_ref().map_or((0, 0), |facts| {
            let asked = &facts.questionnaire;
            (asked.items.len(), i64::from(asked.minutes))
        });
        let length = tr!(
            lang,
            "kiosk-start-length",
            items = number(items),
            minutes = minutes
        );
        let button = message(lang, "kiosk-start-button");
        let key = if lang == Lang::Ru {
            "start-ru"
        } else {
            "start-en"
        };
        paint::within(ui, (inner, key), |ui| {
            ui.spacing_mut().item_spacing.y = 12.0;
            ui.text(Type::KioskQuestion, &message(lang, "kiosk-start-hello"));
            ui.text(Type::KioskBody, &message(lang, "kiosk-start-why"));
            ui.text_weak(Type::KioskBody, &length);
        });
        let place = Rect::from_min_max(
            pos2(inner.left(), inner.bottom() - TARGET - 44.0),
            pos2(inner.right(), inner.bottom() - TARGET - 16.0),
        );
        let promise = message(lang, "kiosk-promise");
        let center = pos2(place.left() + 9.0, place.center().y);
        paint::icon(ui, center, Icon::Lock, (18.0, palette.accent));
        let words = place.with_min_x(place.left() + 28.0);
        let galley = paint::line(ui, Type::KioskNote, &promise, (palette.text, words.width()));
        paint::put(ui, words, Align2::LEFT_CENTER, galley);
        let place = Rect::from_min_max(
            pos2(inner.left(), inner.bottom() - TARGET),
            inner.right_bottom(),
        );
        paint::within(ui, (place, &button), |ui| {
            let mut big = if is_current {
                Big::primary(&button)
            } else {
                Big::secondary(&button)
            };
            if is_current {
                big = big.cap("Enter");
            }
            ui.add(big.icon_after(Icon::ArrowRight).width(inner.width()))
                .clicked()
        })
    }

    /// A foot with nothing but which computer this is, and the small way out for who looks after it.
    fn quiet_foot(&mut self, ui: &mut Ui, rect: Rect) {
        let palette = ui.palette();
        ui.painter().rect_filled(rect, 0.0, palette.surface);
        let edge = Rect::from_min_size(rect.min, vec2(rect.width(), 1.0));
        ui.painter().rect_filled(edge, 0.0, palette.border);
        let row = rect.shrink2(vec2(SIDE, 0.0));
        if let Some(facts) = &self.facts {
            let words = facts.station.clone();
            let galley = paint::line(
                ui,
                Type::KioskNote,
                &words,
                (palette.weak, row.width() - 80.0),
            );
            let place = paint::put(ui, row, Align2::LEFT_CENTER, galley);
            let response = ui.interact(place, ui.scope_id().with("station"), Sense::hover());
            response
                .widget_info(|| WidgetInfo::labeled(egui::accesskit::Role::Label, true, &words));
        }
        let corner = Rect::from_center_size(
            pos2(row.right() - TARGET / 2.0, row.center().y),
            vec2(TARGET, TARGET),
        );
        let response = ui.interact(corner, ui.scope_id().with("exit"), Sense::click());
        let name = message(self.lang, "kiosk-exit-open");
        response.widget_info(|| WidgetInfo::labeled(egui::accesskit::Role::Button, true, &name));
        if response.hovered() {
            ui.painter()
                .rect_filled(corner, measures::RADIUS_CONTROL, palette.raised);
        }
        paint::icon(ui, corner.center(), Icon::KeyRound, (18.0, palette.weak));
        paint::ring(ui, &response);
        if response.clicked() {
            self.open_exit();
        }
    }
}
