//! The controls of the kiosk: big buttons, answers, the keys of the code. None is lower than 48 points.
//! Must not know pages; a press is only reported.

use egui::accesskit::Role;
use egui::{Align2, Color32, Rect, Response, Sense, Ui, Widget, WidgetInfo, pos2, vec2};

use super::paint;
use crate::ui::icons::Icon;
use crate::ui::theme::{Type, measures};
use crate::ui::widgets::Kit as _;

/// No target is smaller than this.
pub(super) const TARGET: f32 = 48.0;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Primary,
    Secondary,
    Chosen,
    Quiet,
    Danger,
}

/// A button of the kiosk.
#[must_use = "pass it to `ui.add`"]
pub(super) struct Big<'a> {
    kind: Kind,
    label: &'a str,
    before: Option<Icon>,
    after: Option<Icon>,
    cap: Option<&'a str>,
    cap_before: Option<&'a str>,
    is_off: bool,
    width: f32,
}

impl<'a> Big<'a> {
    fn new(kind: Kind, label: &'a str) -> Self {
        Self {
            kind,
            label,
            before: None,
            after: None,
            cap: None,
            cap_before: None,
            is_off: false,
            width: 0.0,
        }
    }

    /// The one deed of the page.
    pub(super) fn primary(label: &'a str) -> Self {
        Self::new(Kind::Primary, label)
    }

    /// Any other deed.
    pub(super) fn secondary(label: &'a str) -> Self {
        Self::new(Kind::Secondary, label)
    }

    /// A link.
    pub(super) fn quiet(label: &'a str) -> Self {
        Self::new(Kind::Quiet, label)
    }

    /// A deed that destroys.
    pub(super) fn danger(label: &'a str) -> Self {
        Self::new(Kind::Danger, label)
    }

    /// Shown as chosen.
    pub(super) fn chosen(mut self, is_chosen: bool) -> Self {
        if is_chosen {
            self.kind = Kind::Chosen;
        }
        self
    }

    /// An icon before the words.
    pub(super) fn icon(mut self, icon: Icon) -> Self {
        self.before = Some(icon);
        self
    }

    /// An icon after the words.
    pub(super) fn icon_after(mut self, icon: Icon) -> Self {
        self.after = Some(icon);
        self
    }

    /// The key that does the same, at the end.
    pub(super) fn cap(mut self, cap: &'a str) -> Self {
        self.cap = Some(cap);
        self
    }

    /// The key that does the same, at the start.
    pub(super) fn cap_before(mut self, cap: &'a str) -> Self {
        self.cap_before = Some(cap);
        self
    }

    /// Cannot be pressed now.
    pub(super) fn off(mut self, is_off: bool) -> Self {
        self.is_off = is_off;
        self
    }

    /// At least this wide.
    pub(super) fn width(mut self, width: f32) -> Self {
        self.width = width;
        self
    }

    fn colors(&self, ui: &Ui, response: &Response) -> (Color32, (f32, Color32), Color32) {
        let palette = ui.palette();
        let is_down = response.is_pointer_button_down_on();
        let is_over = response.hovered() || is_down;
        let press = |color| {
            if is_down {
                palette.pressed(color)
            } else {
                color
            }
        };
        let clear = Color32::TRANSPARENT;
        if self.is_off {
            return (palette.raised, (1.0, palette.border), palette.weak);
        }
        match self.kind {
            Kind::Primary if is_over => (
                press(palette.pressed(palette.accent)),
                (0.0, clear),
                palette.on_accent,
            ),
            Kind::Primary => (palette.accent, (0.0, clear), palette.on_accent),
            Kind::Secondary if is_over => (
                press(palette.accent_soft),
                (1.0, palette.control_border),
                palette.text,
            ),
            Kind::Secondary => (palette.surface, (1.0, palette.control_border), palette.text),
            Kind::Chosen => (
                press(palette.accent_soft),
                (2.0, palette.accent),
                palette.text,
            ),
            Kind::Quiet if is_over => (press(palette.accent_soft), (0.0, clear), palette.accent),
            Kind::Quiet => (clear, (0.0, clear), palette.accent),
            Kind::Danger if is_over => (press(palette.bad_soft), (0.0, clear), palette.bad),
            Kind::Danger => (clear, (0.0, clear), palette.bad),
        }
    }

    fn padding(&self) -> f32 {
        match self.kind {
            Kind::Primary | Kind::Secondary | Kind::Chosen => 22.0,
            Kind::Quiet | Kind::Danger => 10.0,
        }
    }

    fn paint(&self, ui: &Ui, rect: Rect, ink: Color32, words: &std::sync::Arc<egui::Galley>) {
        let (size, gap) = (measures::ICON_LARGE - 2.0, 10.0);
        let content = self.content(ui, words.size().x);
        let mut x = rect.center().x - content / 2.0;
        let middle = rect.center().y;
        if let Some(cap) = self.cap_before {
            let place = Rect::from_center_size(pos2(x + 13.0, middle), vec2(26.0, 26.0));
            paint::cap(ui, place, cap, ink);
            x += 26.0 + gap;
        }
        if let Some(icon) = self.before {
            paint::icon(ui, pos2(x + size / 2.0, middle), icon, (size, ink));
            x += size + gap;
        }
        let place = Rect::from_min_max(pos2(x, rect.top()), rect.max);
        let at = Align2::LEFT_CENTER.align_size_within_rect(words.size(), place);
        ui.painter()
            .galley(at.min, std::sync::Arc::clone(words), ink);
        x = at.right() + gap;
        if let Some(icon) = self.after {
            paint::icon(ui, pos2(x + size / 2.0, middle), icon, (size, ink));
            x += size + gap;
        }
        if let Some(cap) = self.cap {
            let wide = cap_width(ui, cap);
            let place =
                Rect::from_center_size(pos2(x + 4.0 + wide / 2.0, middle), vec2(wide, 24.0));
            paint::cap(ui, place, cap, ink);
        }
    }

    fn content(&self, ui: &Ui, words: f32) -> f32 {
        let (size, gap) = (measures::ICON_LARGE - 2.0, 10.0);
        let icons = u8::from(self.before.is_some()) + u8::from(self.after.is_some());
        let start = self.cap_before.map_or(0.0, |_| 26.0 + gap);
        let end = self.cap.map_or(0.0, |cap| cap_width(ui, cap) + gap + 4.0);
        words + f32::from(icons) * (size + gap) + start + end
    }
}

fn cap_width(ui: &Ui, cap: &str) -> f32 {
    let ink = (Color32::PLACEHOLDER, f32::INFINITY);
    paint::line(ui, Type::SmallMedium, cap, ink).size().x + 12.0
}

impl Widget for Big<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let style = if self.kind == Kind::Chosen {
            Type::KioskStrong
        } else {
            Type::KioskMedium
        };
        let words = paint::line(ui, style, self.label, (Color32::PLACEHOLDER, f32::INFINITY));
        let content = self.content(ui, words.size().x) + 2.0 * self.padding();
        let is_on = !self.is_off && ui.is_enabled();
        let sense = if is_on {
            Sense::click()
        } else {
            Sense::hover()
        };
        let (rect, response) = ui.allocate_exact_size(vec2(content.max(self.width), TARGET), sense);
        let is_chosen = self.kind == Kind::Chosen;
        response.widget_info(|| WidgetInfo::selected(Role::Button, is_on, is_chosen, self.label));
        let (fill, edge, ink) = self.colors(ui, &response);
        paint::sheet(ui, rect, fill, edge);
        self.paint(ui, rect, ink, &words);
        paint::ring(ui, &response);
        response
    }
}

/// One answer of a scale: the key that gives it, its words, and whether it is the chosen one.
pub(super) fn answer(
    ui: &mut Ui,
    rect: Rect,
    (key, words): (&str, &str),
    is_chosen: bool,
) -> Response {
    let palette = ui.palette();
    let id = ui.make_persistent_id(("answer", key));
    let response = ui.interact(rect, id, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, is_chosen, words));
    let is_down = response.is_pointer_button_down_on();
    let (fill, edge) = if is_chosen {
        (palette.accent_soft, (2.0, palette.accent))
    } else if is_down {
        (
            palette.pressed(palette.raised),
            (1.0, palette.control_border),
        )
    } else if response.hovered() {
        (palette.raised, (1.0, palette.accent))
    } else {
        (palette.surface, (1.0, palette.control_border))
    };
    paint::sheet(ui, rect, fill, edge);
    let side = (rect.height() - 24.0).clamp(28.0, 40.0);
    let inset = (rect.height() - side) / 2.0;
    let mark = Rect::from_min_size(rect.min + vec2(inset, inset), vec2(side, side));
    let (mark_fill, mark_edge, mark_ink, style) = if is_chosen {
        (
            palette.accent,
            palette.accent,
            palette.on_accent,
            Type::KioskStrong,
        )
    } else {
        (
            palette.raised,
            palette.border,
            palette.weak,
            Type::KioskBody,
        )
    };
    paint::sheet(ui, mark, mark_fill, (1.0, mark_edge));
    let number = paint::line(ui, style, key, (mark_ink, side));
    paint::put(ui, mark, Align2::CENTER_CENTER, number);
    let style = if is_chosen {
        Type::KioskChosen
    } else {
        Type::KioskAnswer
    };
    let left = mark.right() + 18.0;
    let place = Rect::from_min_max(
        pos2(left, rect.top()),
        pos2(rect.right() - 52.0, rect.bottom()),
    );
    let galley = paint::line(ui, style, words, (palette.text, place.width()));
    paint::put(ui, place, Align2::LEFT_CENTER, galley);
    if is_chosen {
        let center = pos2(rect.right() - 33.0, rect.center().y);
        paint::icon(ui, center, Icon::Check, (20.0, palette.text));
    }
    paint::ring(ui, &response);
    response
}

/// One score of a row of scores.
pub(super) fn score(
    ui: &mut Ui,
    rect: Rect,
    (value, words): (u8, &str),
    is_chosen: bool,
) -> Response {
    let palette = ui.palette();
    let id = ui.make_persistent_id(("score", value));
    let response = ui.interact(rect, id, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, is_chosen, words));
    let (fill, edge, ink, style) = if is_chosen {
        (
            palette.accent,
            (2.0, palette.accent),
            palette.on_accent,
            Type::KioskChosen,
        )
    } else if response.hovered() {
        (
            palette.raised,
            (1.0, palette.accent),
            palette.text,
            Type::KioskAnswer,
        )
    } else {
        (
            palette.surface,
            (1.0, palette.control_border),
            palette.text,
            Type::KioskAnswer,
        )
    };
    paint::sheet(ui, rect, fill, edge);
    let galley = paint::line(ui, style, &value.to_string(), (ink, rect.width()));
    paint::put(ui, rect, Align2::CENTER_CENTER, galley);
    paint::ring(ui, &response);
    response
}
