//! Text and small marks: wrapping labels, elided lines, icons, rules.
//! Must not decide sizes or colours; those come from the theme.

use std::sync::Arc;

use egui::scroll_area::ScrollBarVisibility;
use egui::text::LayoutJob;
use egui::{Align2, Color32, Galley, Id, Label, Painter, Rect, Response, Sense, Stroke, Ui, vec2};

use crate::ui::icons::Icon;
use crate::ui::theme::{self, Palette, Tone, Type, measures};

/// Words and marks that every screen needs, called on a [`Ui`].
pub trait Kit {
    /// The colours in force here.
    fn palette(&self) -> &'static Palette;
    /// Text that wraps.
    fn text(&mut self, style: Type, text: &str) -> Response;
    /// Text that steps back and wraps.
    fn text_weak(&mut self, style: Type, text: &str) -> Response;
    /// Text in the colour of a tone; wraps.
    fn text_toned(&mut self, style: Type, tone: Tone, text: &str) -> Response;
    /// Weak text in which `**…**` is strong and in the text colour; wraps.
    fn text_marked(&mut self, style: Type, text: &str) -> Response;
    /// One line that is elided with a tooltip where it does not fit.
    fn text_line(&mut self, style: Type, color: Color32, text: &str) -> Response;
    /// An icon as decoration; screen readers skip it.
    fn icon(&mut self, icon: Icon, size: f32, color: Color32) -> Response;
    /// A thin line across the full width.
    fn rule(&mut self);
}

impl Kit for Ui {
    fn palette(&self) -> &'static Palette {
        theme::palette(self)
    }

    fn text(&mut self, style: Type, text: &str) -> Response {
        let color = self.palette().text;
        wrapping(self, style.wrapped(text, color, f32::INFINITY))
    }

    fn text_weak(&mut self, style: Type, text: &str) -> Response {
        let color = self.palette().weak;
        wrapping(self, style.wrapped(text, color, f32::INFINITY))
    }

    fn text_toned(&mut self, style: Type, tone: Tone, text: &str) -> Response {
        let color = self.palette().tone(tone);
        wrapping(self, style.wrapped(text, color, f32::INFINITY))
    }

    fn text_marked(&mut self, style: Type, text: &str) -> Response {
        let palette = self.palette();
        wrapping(
            self,
            style.marked(text, (palette.weak, palette.text), f32::INFINITY),
        )
    }

    fn text_line(&mut self, style: Type, color: Color32, text: &str) -> Response {
        self.add(Label::new(style.wrapped(text, color, f32::INFINITY)).truncate())
    }

    fn icon(&mut self, icon: Icon, size: f32, color: Color32) -> Response {
        let (rect, response) = self.allocate_exact_size(vec2(size, size), Sense::hover());
        paint_icon(self.painter(), rect.center(), icon, (size, color));
        response
    }

    fn rule(&mut self) {
        let (rect, _) = self.allocate_exact_size(vec2(self.available_width(), 1.0), Sense::hover());
        let color = self.palette().grid;
        hairline(self.painter(), rect, color);
    }
}

fn wrapping(ui: &mut Ui, job: LayoutJob) -> Response {
    let wrap = ui.layout().is_vertical() || ui.layout().main_wrap();
    let label = Label::new(job);
    // In a row the text keeps its one line up to the edge of the row and is elided there.
    ui.add(if wrap { label.wrap() } else { label.truncate() })
}

/// Fills a one-point line on whole pixels.
pub(super) fn hairline(painter: &Painter, rect: Rect, color: Color32) {
    painter.rect_filled(snap(painter, rect), 0.0, color);
}

/// The rectangle with its edges on whole pixels, so that a fill of one point is not two grey ones.
pub(super) fn snap(painter: &Painter, rect: Rect) -> Rect {
    let scale = painter.pixels_per_point();
    let round = |value: f32| (value * scale).round() / scale;
    let min = egui::pos2(round(rect.min.x), round(rect.min.y));
    let size = vec2(
        round(rect.width()).max(1.0 / scale),
        round(rect.height()).max(1.0 / scale),
    );
    Rect::from_min_size(min, size)
}

/// Draws an icon centred on a point; the pair is size and colour.
pub(super) fn paint_icon(
    painter: &Painter,
    center: egui::Pos2,
    icon: Icon,
    (size, color): (f32, Color32),
) {
    painter.text(
        center,
        Align2::CENTER_CENTER,
        icon.glyph(),
        Icon::font(size),
        color,
    );
}

/// Lays out one line no wider than `width`.
pub(super) fn line(
    painter: &Painter,
    style: Type,
    text: &str,
    (color, width): (Color32, f32),
) -> Arc<Galley> {
    painter.layout_job(style.elided(text, color, width))
}

/// Draws a galley aligned in a rectangle and gives back where it came to lie.
pub(super) fn paint_galley(
    painter: &Painter,
    rect: Rect,
    align: Align2,
    galley: Arc<Galley>,
) -> Rect {
    let place = align.align_size_within_rect(galley.size(), rect);
    painter.galley(place.min, galley, Color32::PLACEHOLDER);
    place
}

/// The ring around what the keyboard holds: 2 points wide, 2 points off the control.
pub(super) fn focus_ring(ui: &Ui, response: &Response, radius: u8) {
    if response.has_focus() {
        ring(ui, response.rect, radius);
    }
}

/// The same ring around any rectangle.
pub(super) fn ring(ui: &Ui, rect: Rect, radius: u8) {
    ui.painter().rect_stroke(
        rect.expand(2.0),
        f32::from(radius) + 2.0,
        Stroke::new(2.0, theme::palette(ui).focus),
        egui::StrokeKind::Outside,
    );
}

/// Scroll bars for an area of this size at the cursor: none while all of it is out of sight, since
/// egui would draw them at the edge of what is visible, far from the area they belong to.
pub(super) fn scroll_bars(ui: &Ui, size: egui::Vec2) -> ScrollBarVisibility {
    let area = Rect::from_min_size(ui.cursor().min, size);
    if ui.is_rect_visible(area) {
        ScrollBarVisibility::VisibleWhenNeeded
    } else {
        ScrollBarVisibility::AlwaysHidden
    }
}

/// Names a rectangle that was only painted, for screen readers and tests.
pub(super) fn name_rect(ui: &Ui, rect: Rect, id: Id, name: &str) -> Response {
    let response = ui.interact(rect, id, Sense::hover());
    response.widget_info(|| {
        egui::WidgetInfo::labeled(egui::accesskit::Role::Label, ui.is_enabled(), name)
    });
    response
}

/// A tooltip in our type; wraps at a readable width.
pub(super) fn tip(response: Response, text: &str) -> Response {
    response.on_hover_ui(|ui| {
        tip_body(ui, |ui| {
            ui.text(Type::Small, text);
        });
    })
}

/// The inside of a tooltip: padding and a readable width.
pub(super) fn tip_body(ui: &mut Ui, add: impl FnOnce(&mut Ui)) {
    ui.set_max_width(320.0);
    egui::Frame::new()
        .inner_margin(egui::Margin::symmetric(6, 3))
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            add(ui);
        });
}

/// Controls at the right edge of a row, in reading order.
///
/// egui's right-to-left layout would reverse the order of Tab. The width is remembered from the
/// pass before; a change draws the frame once more, unseen.
pub(super) struct Trailing {
    id: Id,
    width: f32,
}

impl Trailing {
    /// Looks up how wide the controls were.
    pub(super) fn begin(ui: &Ui) -> Self {
        let id = ui.next_auto_id().with("trailing");
        let width = ui.data(|data| data.get_temp(id)).unwrap_or(0.0);
        Self { id, width }
    }

    /// Were there no controls?
    pub(super) fn is_empty(&self) -> bool {
        self.width <= 0.0
    }

    /// What the controls leave of the row.
    pub(super) fn rest(&self, row: Rect) -> Rect {
        let gap = if self.width > 0.0 {
            measures::GAP_M
        } else {
            0.0
        };
        let right = (row.right() - self.width - gap).max(row.left());
        Rect::from_min_max(row.min, egui::pos2(right, row.bottom()))
    }

    /// Draws the controls.
    pub(super) fn show(self, ui: &mut Ui, row: Rect, add: impl FnOnce(&mut Ui)) {
        let left = (row.right() - self.width).max(row.left());
        // Always as much room as the row has: in what the controls took before, longer ones would be
        // cut to that width and never ask for more.
        let rect = Rect::from_min_size(egui::pos2(left, row.top()), row.size());
        let mut child = ui.new_child(
            egui::UiBuilder::new()
                .id_salt("trailing")
                .max_rect(rect)
                .layout(egui::Layout::left_to_right(egui::Align::Center)),
        );
        child.spacing_mut().item_spacing.x = measures::GAP_M;
        let start = child.cursor().left();
        add(&mut child);
        let used = child.min_rect().right() - start;
        let width = if used > 0.5 { used } else { 0.0 };
        // More than the row is never given, or the controls would push each other out for ever.
        let width = width.min(row.width());
        if (width - self.width).abs() > 0.5 {
            ui.data_mut(|data| data.insert_temp(self.id, width));
            ui.ctx().request_discard("width of trailing controls");
        }
    }
}

/// Puts controls at the right edge of a row and gives back what is left of it.
pub(super) fn trailing(ui: &mut Ui, row: Rect, add: impl FnOnce(&mut Ui)) -> Rect {
    let controls = Trailing::begin(ui);
    let rest = controls.rest(row);
    controls.show(ui, row, add);
    rest
}
