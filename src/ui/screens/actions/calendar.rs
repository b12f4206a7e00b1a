//! The calendar: what is due on which day of a month, and the day in full beside it.

use std::collections::BTreeMap;

use egui::{Ui, vec2};

use super::super::common::{padded, upper_first};
use super::Wish;
use super::month::{Day, Month, grid, plus};
use super::shown::Shown;
use super::tickler::{Line, line_ui};
use crate::analysis::actions::{Due, DueKind, tickler};
use crate::domain::{Date, Lang, Month as MonthOfYear};
use crate::i18n::{message, number};
use crate::phrases;
use crate::tr;
use crate::ui::icons::Icon;
use crate::ui::theme::{Tone, Type, measures};
use crate::ui::widgets::{Button, Card, CardHead, Kit as _};

/// The calendar and the day that is looked at.
#[derive(Default)]
pub(super) struct Calendar {
    chosen: Option<Date>,
    title: String,
    weekdays: [String; 7],
    days: Vec<Day>,
    day_title: String,
    day: Vec<Line>,
    first: Date,
    today: Date,
}

impl Calendar {
    pub(super) fn prepare(&mut self, lang: Lang, today: Date, shown: &Shown) {
        self.today = today;
        let chosen = *self.chosen.get_or_insert(today);
        self.first = chosen.first_of_month();
        let month = MonthOfYear::of(self.first);
        let title = month.map_or_else(|_| String::new(), |month| number::month(lang, month));
        self.title = upper_first(&title);
        let names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
        self.weekdays = names.map(|name| message(lang, &format!("weekday-short-{name}")));
        let due = tickler(shown.actions(), today);
        let mut by_day: BTreeMap<Date, Vec<&Due>> = BTreeMap::new();
        for due in due.all() {
            by_day.entry(due.day).or_default().push(due);
        }
        let (start, weeks) = grid(self.first);
        let days = (0..weeks * 7).map(|at| plus(start, i64::try_from(at).unwrap_or(0)));
        self.days = days
            .map(|day| {
                let held = by_day.get(&day).map_or(&[][..], Vec::as_slice);
                day_of(lang, day, (held, today), shown)
            })
            .collect();
        self.day_title = number::day(lang, chosen);
        let held = by_day.get(&chosen).map_or(&[][..], Vec::as_slice);
        self.day = held
            .iter()
            .filter_map(|due| {
                let action = shown.action(due.action)?;
                let status = message(lang, action.status.key());
                let kind = phrases::due_kind(lang, due.kind);
                Some(Line {
                    action: due.action,
                    what: action.what.clone(),
                    when: format!("{} · {status}", upper_first(&kind)),
                })
            })
            .collect();
    }

    /// Draws the month.
    pub(super) fn show(&mut self, ui: &mut Ui, height: f32, shown: &Shown, wish: &mut Wish) {
        let mut to = None;
        Card::flush().show(ui, |ui| {
            CardHead::flush(&self.title).show(ui, |ui| {
                ui.spacing_mut().item_spacing.x = measures::GAP_XS;
                let quiet = |key| Button::quiet(shown.words.get(key)).small();
                let back = quiet("calendar-back").icon(Icon::ChevronLeft).icon_only();
                if ui.add(back).clicked() {
                    to = Some(plus(self.first, -1).first_of_month());
                }
                if ui.add(quiet("calendar-today")).clicked() {
                    to = Some(self.today);
                }
                let on = quiet("calendar-on").icon(Icon::ChevronRight).icon_only();
                if ui.add(on).clicked() {
                    to = Some(plus(self.first, 31).first_of_month());
                }
            });
            let month = Month {
                first: self.first,
                today: self.today,
                chosen: self.chosen.unwrap_or(self.today),
                weekdays: &self.weekdays,
                days: &self.days,
            };
            to = month.show(ui, height - 52.0).or(to);
        });
        if let Some(day) = to {
            self.chosen = Some(day);
            (wish.is_changed, wish.is_closed) = (true, true);
        }
    }

    /// The chosen day in full.
    pub(super) fn day_ui(&self, ui: &mut Ui, height: f32, shown: &Shown, wish: &mut Wish) {
        Card::flush().min_height(height).show(ui, |ui| {
            CardHead::flush(&self.day_title).rule().plain(ui);
            padded(ui, |ui| {
                ui.spacing_mut().item_spacing = vec2(0.0, 4.0);
                if self.day.is_empty() {
                    ui.text_weak(Type::Body, shown.words.get("calendar-none"));
                }
                for (position, line) in self.day.iter().enumerate() {
                    ui.push_id((position, line.action.0), |ui| line_ui(ui, line, wish));
                }
            });
        });
    }
}

fn day_of(lang: Lang, day: Date, (held, today): (&[&Due], Date), shown: &Shown) -> Day {
    let entries = held.iter().filter_map(|due| {
        let action = shown.action(due.action)?;
        let tone = match (due.day.cmp(&today), due.kind) {
            (std::cmp::Ordering::Less, _) => Tone::Bad,
            (std::cmp::Ordering::Equal, _) => Tone::Warn,
            (std::cmp::Ordering::Greater, DueKind::Action) => Tone::Accent,
            (std::cmp::Ordering::Greater, DueKind::FollowUp) => Tone::Neutral,
        };
        // A day that is past with nothing done is marked with a sign, not by colour alone.
        let mark = if day < today { "! " } else { "" };
        Some((format!("{mark}{}", action.what), tone))
    });
    Day {
        name: tr!(
            lang,
            "calendar-day",
            day = number::day(lang, day),
            count = held.len()
        ),
        entries: entries.collect(),
    }
}
