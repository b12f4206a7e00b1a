//! Cards: the white sheet, its head, and the sentence card with its coloured bar.
//! Must not know what a card is about.

use egui::{
    Align2, CornerRadius, Frame, InnerResponse, Margin, Rect, Sense, Stroke, StrokeKind, Ui, vec2,
};

use super::Chip;
use super::text::{self, Kit as _, Trailing, trailing};
use crate::ui::icons::Icon;
use crate::ui::theme::{Tone, Type, measures};

/// A white sheet with an edge, as wide as the space there is.
#[derive(Clone, Copy, Debug)]
#[must_use = "call `show`"]
pub struct Card {
    padding: i8,
    has_shadow: bool,
    min_height: f32,
}

impl Default for Card {
    fn default() -> Self {
        Self::new()
    }
}

impl Card {
    /// A card with 16 points of padding.
    pub fn new() -> Self {
        Self {
            padding: 16,
            has_shadow: false,
            min_height: 0.0,
        }
    }

    /// A card without padding, for tables and rows that run from edge to edge.
    pub fn flush() -> Self {
        Self {
            padding: 0,
            ..Self::new()
        }
    }

    /// Another padding.
    pub fn padding(mut self, padding: i8) -> Self {
        self.padding = padding;
        self
    }

    /// The one shadow; only the main card of Home has it.
    pub fn shadow(mut self) -> Self {
        self.has_shadow = true;
        self
    }

    /// At least this high, such as `ui.available_height()` to reach the bottom of the page.
    pub fn min_height(mut self, height: f32) -> Self {
        self.min_height = height;
        self
    }

    /// Draws the card and what is in it.
    pub fn show<R>(self, ui: &mut Ui, add: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
        let palette = ui.palette();
        let radius = measures::RADIUS_CARD;
        let mut frame = Frame::new()
            .fill(palette.surface)
            .stroke(Stroke::new(1.0, palette.border))
            .corner_radius(radius)
            .inner_margin(Margin::same(self.padding));
        if self.has_shadow {
            frame = frame.shadow(egui::epaint::Shadow {
                offset: [0, 1],
                blur: 3,
                spread: 0,
                color: palette.shadow,
            });
        }
        let edges = 2.0 * (f32::from(self.padding) + 1.0);
        let shown = frame.show(ui, |ui| {
            ui.set_width(ui.available_width());
            if self.min_height > edges {
                ui.set_min_height(self.min_height - edges);
            }
            // A page keeps its cards apart by more than a card its content.
            ui.spacing_mut().item_spacing.y = if self.padding == 0 {
                0.0
            } else {
                measures::GAP_S
            };
            add(ui)
        });
        if self.padding == 0 {
            round_off(ui, shown.response.rect);
        }
        // Once more on top: rows that run to the edge must not cover it.
        ui.painter().rect_stroke(
            shown.response.rect,
            radius,
            Stroke::new(1.0, palette.border),
            StrokeKind::Inside,
        );
        shown
    }
}

/// Covers what rows that run to the edge left outside the rounded corners of their card.
fn round_off(ui: &Ui, rect: Rect) {
    const STEPS: u8 = 6;
    let radius = f32::from(measures::RADIUS_CARD);
    let fill = ui.palette().window;
    let mut mesh = egui::Mesh::default();
    for (x, y) in [(-1.0, -1.0), (1.0, -1.0), (1.0, 1.0), (-1.0, 1.0)] {
        let half = rect.size() / 2.0;
        let corner = rect.center() + vec2(x * half.x, y * half.y);
        let middle = corner - vec2(x * radius, y * radius);
        let first = u32::try_from(mesh.vertices.len()).unwrap_or(0);
        mesh.colored_vertex(corner, fill);
        for step in 0..=STEPS {
            let angle = std::f32::consts::FRAC_PI_2 * f32::from(step) / f32::from(STEPS);
            let (sin, cos) = angle.sin_cos();
            mesh.colored_vertex(middle + radius * vec2(x * cos, y * sin), fill);
        }
        for step in 0..u32::from(STEPS) {
            mesh.add_triangle(first, first + 1 + step, first + 2 + step);
        }
    }
    ui.painter().add(egui::Shape::mesh(mesh));
}

/// Head of a card: title, weak caption beside it, controls at the right.
#[derive(Clone, Copy, Debug)]
#[must_use = "call `show`"]
pub struct CardHead<'a> {
    title: &'a str,
    caption: &'a str,
    inset: f32,
    height: f32,
    has_rule: bool,
}

impl<'a> CardHead<'a> {
    /// A head inside a padded card.
    pub fn new(title: &'a str) -> Self {
        Self {
            title,
            caption: "",
            inset: 0.0,
            height: 24.0,
            has_rule: false,
        }
    }

    /// A head that brings its own padding, for flush cards; 44 points high.
    pub fn flush(title: &'a str) -> Self {
        Self {
            inset: 16.0,
            height: 44.0,
            ..Self::new(title)
        }
    }

    /// Weak words beside the title; elided first when space is short.
    pub fn caption(mut self, caption: &'a str) -> Self {
        self.caption = caption;
        self
    }

    /// A line below the head.
    pub fn rule(mut self) -> Self {
        self.has_rule = true;
        self
    }

    /// Draws the head without controls.
    pub fn plain(self, ui: &mut Ui) {
        self.show(ui, |_| {});
    }

    /// Draws the head with controls at its right end, in reading order.
    pub fn show(self, ui: &mut Ui, controls: impl FnOnce(&mut Ui)) {
        let palette = ui.palette();
        let size = vec2(ui.available_width(), self.height);
        let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
        let left = trailing(ui, rect.shrink2(vec2(self.inset, 0.0)), controls);
        let title = (palette.text, left.width());
        let end = titled(ui, left, (Type::Heading, self.title), title);
        if !self.caption.is_empty() {
            let mut rest = left;
            rest.min.x = end + measures::GAP_S;
            if rest.width() > 30.0 {
                let caption = (palette.weak, rest.width());
                titled(ui, rest, (Type::Small, self.caption), caption);
            }
        }
        if self.has_rule {
            let line = Rect::from_min_max(egui::pos2(rect.left(), rect.bottom() - 1.0), rect.max);
            text::hairline(ui.painter(), line, palette.grid);
        }
    }
}

/// Paints one elided line, names it, and gives back where it ends.
pub(super) fn titled(
    ui: &mut Ui,
    rect: Rect,
    (style, words): (Type, &str),
    look: (egui::Color32, f32),
) -> f32 {
    let galley = text::line(ui.painter(), style, words, look);
    let is_elided = galley.elided;
    let place = text::paint_galley(ui.painter(), rect, Align2::LEFT_CENTER, galley);
    let id = ui.next_auto_id();
    ui.skip_ahead_auto_ids(1);
    let response = text::name_rect(ui, place, id, words);
    if is_elided {
        text::tip(response, words);
    }
    place.right()
}

/// The one sentence card of a screen, with its coloured bar: finding, proof or consequence.
///
/// ```
/// # egui::__run_test_ui(|ui| {
/// use frontline::ui::widgets::{Button, SentenceCard};
/// SentenceCard::finding("Где полномочий больше, выше и NPS")
///     .line("ρ = **0,68**, 95 % интервал 0,29…0,87, n = 20 филиалов")
///     .show(ui, |ui| {
///         ui.add(Button::secondary("Копировать"));
///     });
/// # });
/// ```
#[derive(Clone, Copy, Debug)]
#[must_use = "call `show`"]
pub struct SentenceCard<'a> {
    tone: Tone,
    icon: Option<Icon>,
    title: &'a str,
    line: &'a str,
    chip: Option<Chip<'a>>,
}

impl<'a> SentenceCard<'a> {
    fn new(tone: Tone, title: &'a str) -> Self {
        Self {
            tone,
            icon: None,
            title,
            line: "",
            chip: None,
        }
    }

    /// What was found.
    pub fn finding(title: &'a str) -> Self {
        Self::new(Tone::Accent, title)
    }

    /// What was proven.
    pub fn proof(title: &'a str) -> Self {
        Self {
            icon: Some(Icon::ShieldCheck),
            ..Self::new(Tone::Ok, title)
        }
    }

    /// What will follow.
    pub fn consequence(title: &'a str) -> Self {
        Self::new(Tone::Warn, title)
    }

    /// What went wrong.
    pub fn failure(title: &'a str) -> Self {
        Self {
            icon: Some(Icon::CircleAlert),
            ..Self::new(Tone::Bad, title)
        }
    }

    /// The sentence's n, interval and limit; `**…**` is strong.
    pub fn line(mut self, line: &'a str) -> Self {
        self.line = line;
        self
    }

    /// A state below the sentence and its line.
    pub fn chip(mut self, chip: Chip<'a>) -> Self {
        self.chip = Some(chip);
        self
    }

    /// An icon before the sentence.
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// Draws the card without controls.
    pub fn plain(self, ui: &mut Ui) {
        self.show(ui, |_| {});
    }

    /// Draws the card with controls at its right end.
    pub fn show(self, ui: &mut Ui, controls: impl FnOnce(&mut Ui)) {
        let palette = ui.palette();
        let shown = Card::new().padding(12).show(ui, |ui| {
            let start = ui.cursor().min;
            let inset = if self.icon.is_some() { 46.0 } else { 12.0 };
            let row = Rect::from_min_size(start, vec2(ui.available_width(), 50.0));
            let trailing = Trailing::begin(ui);
            let width = (trailing.rest(row).width() - inset).max(120.0);
            let place = Rect::from_min_size(start + vec2(inset, 2.0), vec2(width, 50.0));
            let mut child = ui.new_child(
                egui::UiBuilder::new()
                    .id_salt("sentence")
                    .max_rect(place)
                    .layout(egui::Layout::top_down(egui::Align::Min)),
            );
            child.spacing_mut().item_spacing.y = 2.0;
            child.text(Type::Verdict, self.title);
            if !self.line.is_empty() {
                child.text_marked(Type::Body, self.line);
            }
            if let Some(chip) = self.chip {
                child.add_space(4.0);
                chip.show(&mut child);
            }
            // The sentence decides how high the row is, and the controls how wide the sentence.
            let least = if trailing.is_empty() { 30.0 } else { 40.0 };
            let bottom = child.min_rect().bottom().max(start.y + least) + 3.0;
            let row = Rect::from_min_max(start, egui::pos2(row.right(), bottom));
            trailing.show(ui, row.expand2(vec2(-8.0, 0.0)), controls);
            ui.allocate_rect(row, Sense::hover());
        });
        let rect = shown.response.rect;
        let color = palette.tone(self.tone);
        let corners = CornerRadius {
            nw: 3,
            sw: 3,
            ne: 0,
            se: 0,
        };
        let strip = Rect::from_min_size(rect.min, vec2(4.0, rect.height()));
        ui.painter().rect_filled(strip, corners, color);
        if let Some(icon) = self.icon {
            let center = egui::pos2(rect.left() + 30.0, rect.center().y);
            let look = (measures::ICON_LARGE, color);
            text::paint_icon(ui.painter(), center, icon, look);
        }
    }
}
