//! The days of a wave and the months of customer scores, as they are typed.

use egui::Ui;

use crate::domain::{Date, Lang, Month, Wave};
use crate::i18n::message;
use crate::ui::screens::parts::{day_text, month_text, parse_day, parse_month};
use crate::ui::theme::{Tone, Type, measures};
use crate::ui::widgets::{Kit as _, TextField};

/// Four fields and the words around them.
pub(super) struct DaysForm {
    opens: String,
    closes: String,
    first_month: String,
    last_month: String,
    words: Words,
}

struct Words {
    opens: String,
    closes: String,
    day_hint: String,
    months: String,
    months_note: String,
    last_month: String,
    month_hint: String,
    bad_day: String,
    bad_order: String,
    bad_month: String,
}

/// The fields, read; empty ones are none.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Days {
    pub(super) opens: Option<Date>,
    pub(super) closes: Option<Date>,
    pub(super) customers: Option<(Month, Month)>,
}

impl Days {
    /// Those of a wave.
    pub(super) fn of(wave: &Wave) -> Self {
        Self {
            opens: wave.opens,
            closes: wave.closes,
            customers: wave.customers,
        }
    }
}

impl DaysForm {
    pub(super) fn new(lang: Lang, wave: Option<&Wave>) -> Self {
        let word = |key| message(lang, key);
        let day = |date: Option<Date>| date.map(day_text).unwrap_or_default();
        let month = |month: Option<Month>| month.map(month_text).unwrap_or_default();
        let customers = wave.and_then(|wave| wave.customers);
        Self {
            opens: day(wave.and_then(|wave| wave.opens)),
            closes: day(wave.and_then(|wave| wave.closes)),
            first_month: month(customers.map(|months| months.0)),
            last_month: month(customers.map(|months| months.1)),
            words: Words {
                opens: word("wave-form-opens"),
                closes: word("wave-form-closes"),
                day_hint: word("wave-form-day-hint"),
                months: word("wave-form-months"),
                months_note: word("wave-form-months-note"),
                last_month: word("wave-form-last-month"),
                month_hint: word("wave-form-month-hint"),
                bad_day: word("wave-form-bad-day"),
                bad_order: word("wave-form-bad-order"),
                bad_month: word("wave-form-bad-month"),
            },
        }
    }

    /// Draws the fields; faults are named once the user has tried to save.
    pub(super) fn show(&mut self, ui: &mut Ui, is_tried: bool) {
        let (opens, closes) = (read_day(&self.opens), read_day(&self.closes));
        let is_backwards =
            matches!((opens, closes), (Ok(Some(first)), Ok(Some(last))) if last < first);
        let words = &self.words;
        let shown = |is_bad: bool, error| (is_bad && is_tried).then_some(error);
        let opens_error = shown(opens.is_err(), words.bad_day.as_str());
        let closes_error = shown(closes.is_err(), words.bad_day.as_str())
            .or(shown(is_backwards, words.bad_order.as_str()));
        let months_error = shown(self.read_months().is_err(), words.bad_month.as_str());
        let width = (ui.available_width() - measures::GAP_S) / 2.0;
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = measures::GAP_S;
            let field = |id, label, error| {
                TextField::new(id, label)
                    .hint(&words.day_hint)
                    .error(error)
                    .width(width)
            };
            field("opens", &words.opens, opens_error).show(ui, &mut self.opens);
            field("closes", &words.closes, closes_error).show(ui, &mut self.closes);
        });
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 3.0;
            ui.text_weak(Type::Small, &words.months);
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = measures::GAP_S;
                let field = |id, label| {
                    TextField::new(id, label)
                        .unlabelled()
                        .hint(&words.month_hint)
                        .width(width)
                };
                field("first-month", &words.months).show(ui, &mut self.first_month);
                field("last-month", &words.last_month).show(ui, &mut self.last_month);
            });
            match months_error {
                Some(error) => ui.text_toned(Type::Small, Tone::Bad, error),
                None => ui.text_weak(Type::Small, &words.months_note),
            };
        });
    }

    /// What was typed, where all of it can be read.
    pub(super) fn read(&self) -> Option<Days> {
        let days = Days {
            opens: read_day(&self.opens).ok()?,
            closes: read_day(&self.closes).ok()?,
            customers: self.read_months().ok()?,
        };
        let span = days.opens.zip(days.closes);
        let is_backwards = span.is_some_and(|(first, last)| last < first);
        (!is_backwards).then_some(days)
    }

    fn read_months(&self) -> Result<Option<(Month, Month)>, ()> {
        let (first, last) = (self.first_month.trim(), self.last_month.trim());
        match (first.is_empty(), last.is_empty()) {
            (true, true) => Ok(None),
            (false, true) => parse_month(first)
                .map(|month| Some((month, month)))
                .ok_or(()),
            (true, false) => Err(()),
            (false, false) => match (parse_month(first), parse_month(last)) {
                (Some(first), Some(last)) if first <= last => Ok(Some((first, last))),
                _ => Err(()),
            },
        }
    }
}

fn read_day(text: &str) -> Result<Option<Date>, ()> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    parse_day(text).map(Some).ok_or(())
}
