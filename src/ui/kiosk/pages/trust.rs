//! What happens to my answers: three points, the words to compare, and the way to the exact records.

use egui::{Rect, Ui, pos2, vec2};

use crate::app::kiosk::KioskFacts;
use crate::domain::Lang;
use crate::i18n::message;
use crate::tr;
use crate::ui::icons::Icon;
use crate::ui::kiosk::controls::{Big, TARGET};
use crate::ui::kiosk::frame::{Foot, FootWords, SIDE, foot_keys, foot_ui};
use crate::ui::kiosk::paint;
use crate::ui::kiosk::state::{Kiosk, Page};
use crate::ui::theme::{Type, measures};
use crate::ui::widgets::Kit as _;

/// Who can open the answers, as one sentence.
pub(super) fn who_opens(lang: Lang, facts: &KioskFacts) -> String {
    match facts.witnesses.as_slice() {
        [] => message(lang, "kiosk-keys-one"),
        [witness] => tr!(lang, "kiosk-keys-two", witness = witness.as_str()),
        [first, rest @ ..] => tr!(
            lang,
            "kiosk-keys-three",
            first = first.as_str(),
            second = rest.join(", ")
        ),
    }
}

impl Kiosk {
    pub(in crate::ui::kiosk) fn trust_ui(&mut self, ui: &mut Ui, body: Rect, foot: Rect) {
        let room = paint::column(body, 1120.0_f32.min(body.width() - 2.0 * SIDE));
        let Some(facts) = self.facts.clone() else {
            return;
        };
        let wants_limits = paint::within(ui, (room, "trust"), |ui| self.trust_body(ui, &facts));
        let words = FootWords {
            back: message(self.lang, "kiosk-back"),
            link: message(self.lang, "kiosk-stored-show"),
            on: message(self.lang, "kiosk-trust-on"),
            cap: "Enter",
            ..FootWords::default()
        };
        let pressed = foot_ui(ui, foot, &words);
        match foot_keys(ui, &words, pressed) {
            Foot::Back => self.leave(),
            Foot::On => self.go(Page::Code),
            Foot::Link => self.show_stored(),
            Foot::Erase | Foot::Nothing => {}
        }
        if wants_limits {
            self.visit.shows_limits = true;
        }
    }

    fn trust_body(&self, ui: &mut Ui, facts: &KioskFacts) -> bool {
        let lang = self.lang;
        ui.spacing_mut().item_spacing.y = measures::GAP_S;
        let spare = (ui.available_height() - 560.0).clamp(0.0, 120.0);
        ui.add_space(4.0 + spare / 3.0);
        ui.text(Type::KioskQuestion, &message(lang, "kiosk-trust-title"));
        ui.text_weak(Type::KioskBody, &message(lang, "kiosk-trust-line"));
        ui.add_space(10.0);
        let group = tr!(lang, "kiosk-trust-group", min = i64::from(facts.min_group));
        let keys_head = if facts.witnesses.is_empty() {
            "kiosk-keys-one-head"
        } else {
            "kiosk-keys-two-head"
        };
        let points = [
            (
                Icon::Lock,
                message(lang, "kiosk-trust-seal-head"),
                message(lang, "kiosk-trust-seal"),
            ),
            (Icon::Users, message(lang, "kiosk-trust-group-head"), group),
            (
                Icon::KeyRound,
                message(lang, keys_head),
                who_opens(lang, facts),
            ),
        ];
        let whole = ui.available_rect_before_wrap();
        let below = 136.0;
        let height = (whole.height() - below - 24.0).clamp(190.0, 264.0);
        let gap = measures::GAP_L;
        let width = (whole.width() - 2.0 * gap) / 3.0;
        let mut left = whole.left();
        for (index, (icon, head, line)) in points.iter().enumerate() {
            let card = Rect::from_min_size(pos2(left, whole.top()), vec2(width, height));
            left += width + gap;
            point_card(ui, (card, index), *icon, (head, line));
        }
        let low = Rect::from_min_max(pos2(whole.left(), whole.top() + height + gap), whole.max);
        let words = Rect::from_min_size(low.min, vec2(width * 2.0 + gap, below));
        words_card(ui, words, lang, facts);
        let limits = Rect::from_min_size(pos2(words.right() + gap, low.top()), vec2(width, below));
        let more = message(lang, "kiosk-limits-open");
        paint::within(ui, (limits, "limits"), |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            ui.add_space(6.0);
            ui.text_weak(Type::KioskNote, &message(lang, "kiosk-trust-limits"));
        });
        let low = Rect::from_min_max(pos2(limits.left(), limits.bottom() - TARGET), limits.max);
        paint::within(ui, (low, "limits-open"), |ui| {
            let button = Big::secondary(&more).icon(Icon::Info).width(limits.width());
            ui.add(button).clicked()
        })
    }
}

/// One point: icon, head, two or three lines.
fn point_card(ui: &mut Ui, (card, index): (Rect, usize), icon: Icon, (head, line): (&str, &str)) {
    let palette = ui.palette();
    let radius = measures::RADIUS_CARD;
    let edge = egui::Stroke::new(1.0, palette.border);
    ui.painter().rect(
        card,
        radius,
        palette.surface,
        edge,
        egui::StrokeKind::Inside,
    );
    let inner = card.shrink(20.0);
    let badge = Rect::from_min_size(inner.min, vec2(40.0, 40.0));
    ui.painter().rect_filled(badge, radius, palette.accent_soft);
    paint::icon(ui, badge.center(), icon, (20.0, palette.accent));
    let text = Rect::from_min_max(pos2(inner.left(), badge.bottom() + 12.0), inner.max);
    let key = ["point-0", "point-1", "point-2"];
    paint::within(
        ui,
        (text, key.get(index).copied().unwrap_or("point")),
        |ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            ui.text(Type::KioskStrong, head);
            ui.text_weak(Type::KioskBody, line);
        },
    );
}

/// The six words to compare with the poster and the slip.
fn words_card(ui: &mut Ui, card: Rect, lang: Lang, facts: &KioskFacts) {
    let palette = ui.palette();
    ui.painter()
        .rect_filled(card, measures::RADIUS_CARD, palette.accent_soft);
    let inner = card.shrink2(vec2(20.0, 18.0));
    paint::within(ui, (inner, "words"), |ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 10.0;
            let (place, _) = ui.allocate_exact_size(vec2(20.0, 24.0), egui::Sense::hover());
            paint::icon(
                ui,
                place.center(),
                Icon::ShieldCheck,
                (20.0, palette.accent),
            );
            ui.text(Type::KioskStrong, &message(lang, "kiosk-words-head"));
        });
        let words = facts.words(lang).join(" · ");
        let job = Type::KioskChosen.wrapped(&words, palette.accent, f32::INFINITY);
        ui.add(egui::Label::new(job).wrap());
        ui.text_weak(Type::KioskNote, &message(lang, "kiosk-words-line"));
    });
}
