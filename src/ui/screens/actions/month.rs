//! A month as weeks from Monday on, drawn as a grid that can be walked with the arrow keys.

use egui::accesskit::Role;
use egui::{
    EventFilter, Key, Rect, Response, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use crate::domain::Date;
use crate::ui::theme::{Tone, Type, measures};
use crate::ui::widgets::Kit as _;

/// What a day holds.
#[derive(Debug, Default)]
pub(super) struct Day {
    /// The words of a screen reader.
    pub(super) name: String,
    /// What is due, and how it is toned.
    pub(super) entries: Vec<(String, Tone)>,
}

/// The first Monday that a month's grid shows, and how many weeks it has.
pub(super) fn grid(first: Date) -> (Date, usize) {
    let before = i64::from(first.weekday().to_monday_zero_offset());
    let start = plus(first, -before);
    let days = i64::from(first.days_in_month()) + before;
    (start, usize::try_from((days + 6) / 7).unwrap_or(6))
}

/// A day so many days later.
pub(super) fn plus(day: Date, days: i64) -> Date {
    day.checked_add(jiff::Span::new().days(days)).unwrap_or(day)
}

/// The grid of a month.
pub(super) struct Month<'a> {
    pub(super) first: Date,
    pub(super) today: Date,
    pub(super) chosen: Date,
    pub(super) weekdays: &'a [String; 7],
    pub(super) days: &'a [Day],
}

const HEAD: f32 = 24.0;

impl Month<'_> {
    /// Draws it; gives the day that was chosen.
    pub(super) fn show(&self, ui: &mut Ui, height: f32) -> Option<Date> {
        let (start, weeks) = grid(self.first);
        #[expect(clippy::cast_precision_loss, reason = "at most six weeks")]
        let row = ((height - HEAD) / weeks as f32).max(62.0);
        #[expect(clippy::cast_precision_loss, reason = "at most six weeks")]
        let size = vec2(ui.available_width(), HEAD + row * weeks as f32);
        let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
        let width = rect.width() / 7.0;
        for (at, name) in (0_u8..).zip(self.weekdays) {
            let left = rect.left() + width * f32::from(at) + 8.0;
            let ink = ui.palette().weak;
            let job = Type::SmallMedium.elided(name, ink, width - 12.0);
            let galley = ui.painter().layout_job(job);
            ui.painter()
                .galley(pos2(left, rect.top() + 4.0), galley, ink);
        }
        let mut picked = None;
        for at in 0..weeks * 7 {
            let day = plus(start, i64::try_from(at).unwrap_or(0));
            #[expect(clippy::cast_precision_loss, reason = "at most 42 days")]
            let (column, line) = ((at % 7) as f32, (at / 7) as f32);
            let corner = rect.min + vec2(width * column, HEAD + row * line);
            let place = Rect::from_min_size(corner, vec2(width, row));
            let held = self.days.get(at);
            let response = self.day_ui(ui, place, day, held);
            if response.clicked() {
                picked = Some(day);
            }
            if day == self.chosen && response.has_focus() {
                picked = picked.or_else(|| walked(ui, day, &response));
            }
        }
        picked
    }

    fn day_ui(&self, ui: &Ui, place: Rect, day: Date, held: Option<&Day>) -> Response {
        let palette = ui.palette();
        let is_own = day.month() == self.first.month();
        let id = ui.scope_id().with(("day", day.to_string()));
        let response = ui.interact(place.shrink(1.0), id, Sense::click());
        let name = held.map_or("", |held| held.name.as_str());
        let is_chosen = day == self.chosen;
        response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_chosen, name));
        let fill = match (is_chosen, response.hovered(), is_own) {
            (true, _, _) | (false, true, _) => palette.accent_soft,
            (false, false, true) => palette.surface,
            (false, false, false) => palette.raised,
        };
        let painter = ui.painter();
        painter.rect_filled(place, 0.0, fill);
        let line = Stroke::new(1.0, palette.grid);
        painter.hline(place.x_range(), place.top(), line);
        painter.vline(place.left(), place.y_range(), line);
        let ink = if is_own { palette.text } else { palette.weak };
        let number = day.day().to_string();
        let at = place.min + vec2(8.0, 5.0);
        if day == self.today {
            painter.circle_filled(at + vec2(7.0, 9.0), 11.0, palette.accent);
            let center = at + vec2(7.0, 9.0);
            let font = Type::SmallStrong.font();
            painter.text(
                center,
                egui::Align2::CENTER_CENTER,
                number,
                font,
                palette.on_accent,
            );
        } else {
            painter.text(at, egui::Align2::LEFT_TOP, number, Type::Small.font(), ink);
        }
        self.entries_ui(ui, place, held);
        if is_chosen {
            let edge = Stroke::new(2.0, palette.accent);
            painter.rect_stroke(place.shrink(1.0), 2, edge, StrokeKind::Inside);
        }
        if response.has_focus() {
            let edge = Stroke::new(2.0, palette.focus);
            painter.rect_stroke(
                place.shrink(3.0),
                measures::RADIUS_CHIP,
                edge,
                StrokeKind::Inside,
            );
        }
        response
    }

    /// As many entries as there is room for, and how many more.
    fn entries_ui(&self, ui: &Ui, place: Rect, held: Option<&Day>) {
        let palette = ui.palette();
        let entries = held.map_or(&[][..], |held| &held.entries);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a few lines"
        )]
        let lines = (((place.height() - 26.0) / 18.0).floor().max(0.0)) as usize;
        let shown = if entries.len() > lines {
            lines.saturating_sub(1)
        } else {
            entries.len()
        };
        let mut y = place.top() + 26.0;
        for (what, tone) in entries.iter().take(shown) {
            let bar = Rect::from_min_size(pos2(place.left() + 6.0, y + 2.0), vec2(3.0, 13.0));
            ui.painter().rect_filled(bar, 1.0, palette.tone(*tone));
            let job = Type::Small.elided(what, palette.text, place.width() - 20.0);
            let galley = ui.painter().layout_job(job);
            ui.painter()
                .galley(pos2(place.left() + 13.0, y), galley, palette.text);
            y += 18.0;
        }
        if entries.len() > shown {
            let more = format!("+{}", entries.len() - shown);
            let at = pos2(place.left() + 13.0, y);
            let font = Type::SmallStrong.font();
            ui.painter()
                .text(at, egui::Align2::LEFT_TOP, more, font, palette.weak);
        }
    }
}

/// The arrow keys walk from day to day and week to week.
fn walked(ui: &Ui, day: Date, response: &Response) -> Option<Date> {
    let filter = EventFilter {
        horizontal_arrows: true,
        vertical_arrows: true,
        ..EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    let steps = [
        (Key::ArrowLeft, -1),
        (Key::ArrowRight, 1),
        (Key::ArrowUp, -7),
        (Key::ArrowDown, 7),
    ];
    let step = ui.input(|input| steps.into_iter().find(|(key, _)| input.key_pressed(*key)));
    let next = plus(day, step?.1);
    let id = ui.scope_id().with(("day", next.to_string()));
    ui.memory_mut(|memory| memory.request_focus(id));
    Some(next)
}
