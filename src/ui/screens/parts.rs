//! What several screens share: the empty state, the row of steps, days as text.
//! Must not know what a screen is about.

use egui::accesskit::Role;
use egui::{Align2, Color32, Rect, Sense, Stroke, Ui, WidgetInfo, vec2};

use crate::domain::{Date, Lang, Month, Wave};
use crate::i18n::number;
use crate::tr;
use crate::ui::icons::Icon;
use crate::ui::theme::{Type, measures};
use crate::ui::widgets::{Button, Chip, Kit as _};

/// Between the head of a page and its first card; the head brings room of its own.
pub(super) const HEAD_GAP: f32 = 2.0;

/// Nothing here yet: an icon, one sentence, and the button that helps; true when it was pressed.
pub(super) fn empty_state(ui: &mut Ui, icon: Icon, sentence: &str, deed: &str) -> bool {
    let weak = ui.palette().weak;
    ui.add_space(measures::GAP_XL * 2.0);
    let mut is_pressed = false;
    ui.vertical_centered(|ui| {
        ui.icon(icon, measures::ICON_LARGE, weak);
        ui.add_space(measures::GAP_S);
        ui.set_max_width(460.0);
        let job = Type::Body.wrapped(sentence, weak, 420.0);
        ui.add(egui::Label::new(job).wrap());
        ui.add_space(measures::GAP_M);
        if !deed.is_empty() {
            is_pressed = ui.add(Button::primary(deed)).clicked();
        }
    });
    ui.add_space(measures::GAP_XL * 2.0);
    is_pressed
}

/// The words of a fingerprint in the language of the window: Russian first, English second.
pub(super) fn six_words(lang: Lang, (ru, en): &(String, String)) -> Vec<String> {
    let words = match lang {
        Lang::Ru => ru,
        Lang::En => en,
    };
    words.split_whitespace().map(str::to_owned).collect()
}

/// The same words in the other language: whoever reads them out may have another window.
pub(super) fn other_words(lang: Lang, words: &(String, String)) -> String {
    let other = match lang {
        Lang::Ru => Lang::En,
        Lang::En => Lang::Ru,
    };
    let words = six_words(other, words).join(" · ");
    tr!(lang, "six-words-other", words = words)
}

/// Words to read out loud, each apart.
pub(super) fn six_words_ui(ui: &mut Ui, words: &[String]) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(4.0, 4.0);
        for word in words {
            Chip::new(word).show(ui);
        }
    });
}

/// Where a step stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum StepState {
    /// Done.
    Done,
    /// The one to take now.
    Now,
    /// Still ahead.
    Later,
}

/// Paints the circle of a step: a tick, or its number.
pub(super) fn step_mark(ui: &Ui, center: egui::Pos2, number: usize, state: StepState) {
    let palette = ui.palette();
    let painter = ui.painter();
    let words = |ink: Color32| {
        let text = number.to_string();
        painter.text(
            center,
            Align2::CENTER_CENTER,
            text,
            Type::SmallStrong.font(),
            ink,
        );
    };
    match state {
        StepState::Done => {
            painter.circle_filled(center, 12.0, palette.ok_soft);
            let font = Icon::font(measures::ICON_SMALL);
            let glyph = Icon::Check.glyph();
            painter.text(center, Align2::CENTER_CENTER, glyph, font, palette.ok);
        }
        StepState::Now => {
            painter.circle_filled(center, 12.0, palette.accent);
            words(palette.on_accent);
        }
        StepState::Later => {
            painter.circle_stroke(center, 11.5, Stroke::new(1.0, palette.control_border));
            words(palette.weak);
        }
    }
}

/// The steps of a wizard in one line; gives back the room that is left at the right.
pub(super) fn wizard_steps(ui: &mut Ui, labels: &[String], now: usize) -> Rect {
    let palette = ui.palette();
    let size = vec2(ui.available_width(), 24.0);
    let (row, response) = ui.allocate_exact_size(size, Sense::hover());
    let name = labels.get(now).map_or("", String::as_str);
    response.widget_info(|| WidgetInfo::labeled(Role::Status, true, name));
    let mut x = row.left();
    for (position, label) in labels.iter().enumerate() {
        let state = match position.cmp(&now) {
            std::cmp::Ordering::Less => StepState::Done,
            std::cmp::Ordering::Equal => StepState::Now,
            std::cmp::Ordering::Greater => StepState::Later,
        };
        if position > 0 {
            let line = Stroke::new(1.0, palette.border);
            ui.painter()
                .hline(x + 12.0..=x + 52.0, row.center().y, line);
            x += 64.0;
        }
        step_mark(
            ui,
            egui::pos2(x + 12.0, row.center().y),
            position + 1,
            state,
        );
        let (style, ink) = match state {
            StepState::Done => (Type::Body, palette.text),
            StepState::Now => (Type::Strong, palette.accent),
            StepState::Later => (Type::Body, palette.weak),
        };
        let galley = ui.painter().layout_job(style.elided(label, ink, 220.0));
        let at = egui::pos2(x + 32.0, row.center().y - galley.size().y / 2.0);
        x += 32.0 + galley.size().x;
        ui.painter().galley(at, galley, ink);
    }
    Rect::from_min_max(egui::pos2(x + measures::GAP_L, row.top()), row.max)
}

/// Days of a wave: «9–27 ноября 2026», or what is known of them.
pub(super) fn wave_days(lang: Lang, wave: &Wave) -> String {
    match (wave.opens, wave.closes) {
        (Some(first), Some(last)) => span(lang, first, last),
        (Some(first), None) => tr!(lang, "days-from", day = number::day(lang, first)),
        (None, Some(last)) => tr!(lang, "days-until", day = number::day(lang, last)),
        (None, None) => crate::i18n::message(lang, "days-none"),
    }
}

/// Two days as a span; the month and year that they share stand once.
pub(super) fn span(lang: Lang, first: Date, last: Date) -> String {
    let (from, to) = (number::day(lang, first), number::day(lang, last));
    if first == last {
        return to;
    }
    if (first.year(), first.month()) == (last.year(), last.month()) {
        return format!("{}–{to}", first.day());
    }
    if first.year() == last.year() {
        let year = first.year().to_string();
        let short = from
            .strip_suffix(&year)
            .map_or(from.as_str(), str::trim_end);
        return format!("{short} – {to}");
    }
    format!("{from} – {to}")
}

/// A day from text: «27.11.2026», `27/11/2026` or `2026-11-27`; none where it is not one.
pub(super) fn parse_day(text: &str) -> Option<Date> {
    let text = text.trim();
    let parts: Vec<&str> = text.split(['.', '-', '/']).map(str::trim).collect();
    let [first, middle, last] = parts.as_slice() else {
        return None;
    };
    let (year, month, day) = if first.len() == 4 {
        (first, middle, last)
    } else {
        (last, middle, first)
    };
    if year.len() != 4 {
        return None;
    }
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

/// A day as it is written into a field.
pub(super) fn day_text(date: Date) -> String {
    format!("{:02}.{:02}.{}", date.day(), date.month(), date.year())
}

/// A month from text: «11.2026» or `2026-11`; none where it is not one.
pub(super) fn parse_month(text: &str) -> Option<Month> {
    let parts: Vec<&str> = text.trim().split(['.', '-', '/']).map(str::trim).collect();
    let [first, last] = parts.as_slice() else {
        return None;
    };
    let (year, month) = if first.len() == 4 {
        (first, last)
    } else {
        (last, first)
    };
    Month::new(year.parse().ok()?, month.parse().ok()?).ok()
}

/// A month as it is written into a field.
pub(super) fn month_text(month: Month) -> String {
    format!("{:02}.{}", month.month(), month.year())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_in_both_orders_and_nothing_else() {
        let day = Date::constant(2026, 11, 7);
        assert_eq!(parse_day("07.11.2026"), Some(day));
        assert_eq!(parse_day(" 2026-11-07 "), Some(day));
        assert_eq!(parse_day(&day_text(day)), Some(day));
        for wrong in ["", "7.11", "31.06.2026", "07.11.26", "завтра", "2026-13-01"] {
            assert_eq!(parse_day(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn months_are_read_in_both_orders() {
        let month = Month::new(2026, 9).expect("a month");
        assert_eq!(parse_month("09.2026"), Some(month));
        assert_eq!(parse_month("2026-9"), Some(month));
        assert_eq!(parse_month(&month_text(month)), Some(month));
        assert_eq!(parse_month("13.2026"), None);
    }

    #[test]
    fn a_span_says_the_shared_month_once() {
        let day = |month, day| Date::constant(2026, month, day);
        assert_eq!(
            span(Lang::En, day(11, 9), day(11, 27)),
            "9–27\u{a0}November 2026"
        );
        assert_eq!(
            span(Lang::En, day(10, 30), day(11, 27)),
            "30\u{a0}October – 27\u{a0}November 2026"
        );
    }
}
