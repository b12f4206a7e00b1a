//! The frame of a screen: side bar rows, page head, status line.
//! Must not know which screens there are.

use egui::accesskit::Role;
use egui::{Align2, Rect, Response, Sense, Ui, WidgetInfo, vec2};

use super::card::titled;
use super::text::{self, Kit as _, trailing};
use crate::ui::icons::Icon;
use crate::ui::theme::{Type, measures};

/// A longer subtitle is cut short, but not to less than this.
const SUBTITLE: f32 = 110.0;

/// Head of a page: title, weak subtitle, controls at the right in reading order;
/// 60 points high, and the content follows right below.
pub fn page_head(ui: &mut Ui, title: &str, subtitle: &str, controls: impl FnOnce(&mut Ui)) {
    let palette = ui.palette();
    let size = vec2(ui.available_width(), measures::PAGE_HEAD);
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    let left = trailing(ui, rect, controls);
    let look = (palette.text, left.width());
    let end = titled(ui, left, (Type::Title, title), look);
    let mut rest = left;
    rest.min.x = end + measures::GAP_M;
    // A few letters of it would say nothing.
    let whole = Type::Body.elided(subtitle, palette.weak, f32::INFINITY);
    let least = ui.painter().layout_job(whole).size().x.min(SUBTITLE);
    if !subtitle.is_empty() && rest.width() >= least {
        let look = (palette.weak, rest.width());
        titled(ui, rest, (Type::Body, subtitle), look);
    }
    let spacing = ui.spacing().item_spacing.y;
    ui.add_space(-spacing);
}

/// One row of the side bar.
#[derive(Clone, Copy, Debug)]
#[must_use = "call `show`"]
pub struct NavRow<'a> {
    icon: Icon,
    label: &'a str,
    badge: Option<&'a str>,
    is_selected: bool,
    is_narrow: bool,
}

impl<'a> NavRow<'a> {
    /// A row with icon and label.
    pub fn new(icon: Icon, label: &'a str) -> Self {
        Self {
            icon,
            label,
            badge: None,
            is_selected: false,
            is_narrow: false,
        }
    }

    /// A count at the right end.
    pub fn badge(mut self, badge: Option<&'a str>) -> Self {
        self.badge = badge;
        self
    }

    /// Is this the screen on show?
    pub fn selected(mut self, is_selected: bool) -> Self {
        self.is_selected = is_selected;
        self
    }

    /// Only the icon, with the label as tooltip.
    pub fn narrow(mut self, is_narrow: bool) -> Self {
        self.is_narrow = is_narrow;
        self
    }

    /// Draws the row over the whole width.
    pub fn show(self, ui: &mut Ui) -> Response {
        let palette = ui.palette();
        let size = vec2(ui.available_width(), measures::NAV_ROW);
        let (rect, response) = ui.allocate_exact_size(size, Sense::click());
        response.widget_info(|| {
            WidgetInfo::selected(Role::Button, ui.is_enabled(), self.is_selected, self.label)
        });
        let fill = if self.is_selected {
            palette.accent_soft
        } else if response.is_pointer_button_down_on() {
            palette.pressed(palette.raised)
        } else if response.hovered() {
            palette.raised
        } else {
            palette.surface
        };
        let radius = measures::RADIUS_CONTROL;
        ui.painter().rect_filled(rect, radius, fill);
        let (style, ink) = if self.is_selected {
            (Type::Strong, palette.accent)
        } else {
            (Type::Body, palette.text)
        };
        let icon_x = if self.is_narrow {
            rect.center().x
        } else {
            rect.left() + 17.0
        };
        let center = egui::pos2(icon_x, rect.center().y);
        text::paint_icon(ui.painter(), center, self.icon, (measures::ICON, ink));
        text::focus_ring(ui, &response, radius);
        if self.is_narrow {
            return text::tip(response, self.label);
        }
        let mut place = rect.shrink2(vec2(10.0, 0.0));
        place.min.x = rect.left() + 36.0;
        if let Some(badge) = self.badge {
            let look = (palette.weak, place.width());
            let galley = text::line(ui.painter(), Type::Small, badge, look);
            let width = galley.size().x;
            text::paint_galley(ui.painter(), place, Align2::RIGHT_CENTER, galley);
            place.max.x -= width + measures::GAP_S;
        }
        let galley = text::line(ui.painter(), style, self.label, (ink, place.width()));
        let is_elided = galley.elided;
        text::paint_galley(ui.painter(), place, Align2::LEFT_CENTER, galley);
        if is_elided {
            text::tip(response, self.label)
        } else {
            response
        }
    }
}

/// The mark of the product with its name, on top of the side bar.
pub fn brand(ui: &mut Ui, name: &str, is_narrow: bool) {
    let palette = ui.palette();
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 28.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, name));
    let left = if is_narrow {
        rect.center().x - 13.0
    } else {
        rect.left() + 8.0
    };
    let mark = Rect::from_min_size(egui::pos2(left, rect.center().y - 13.0), vec2(26.0, 26.0));
    ui.painter()
        .rect_filled(mark, measures::RADIUS_CONTROL, palette.accent);
    // Three bars, the first line the longest.
    for (row, (width, alpha)) in [(14.0, 1.0), (10.0, 0.85), (6.0, 0.6)].iter().enumerate() {
        #[expect(clippy::cast_precision_loss, reason = "three rows")]
        let top = mark.top() + 7.0 + row as f32 * 5.0;
        let bar = Rect::from_min_size(egui::pos2(mark.left() + 6.0, top), vec2(*width, 3.0));
        let ink = palette.on_accent.gamma_multiply(*alpha);
        ui.painter().rect_filled(bar, 1.0, ink);
    }
    if !is_narrow {
        let mut place = rect;
        place.min.x = mark.right() + 10.0;
        let job = egui::text::LayoutJob::single_section(
            name.to_owned(),
            egui::TextFormat {
                font_id: egui::FontId::new(15.0, crate::ui::fonts::Weight::Strong.family()),
                color: palette.text,
                ..Default::default()
            },
        );
        let galley = ui.painter().layout_job(job);
        text::paint_galley(ui.painter(), place, Align2::LEFT_CENTER, galley);
    }
}

/// One entry of the status line.
#[derive(Clone, Copy, Debug)]
pub struct StatusItem<'a> {
    /// An icon before the words.
    pub icon: Option<Icon>,
    /// The words.
    pub text: &'a str,
}

/// The status line: entries at the left and at the right, the left ones elided first; at the right
/// end a deed, if there is one. Gives whether it was clicked.
pub fn status_line(
    ui: &mut Ui,
    left: &[StatusItem<'_>],
    right: &[StatusItem<'_>],
    deed: Option<StatusItem<'_>>,
) -> bool {
    let palette = ui.palette();
    let size = vec2(ui.available_width(), measures::STATUS_LINE);
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    ui.painter().rect_filled(rect, 0.0, palette.surface);
    let edge = Rect::from_min_size(rect.min, vec2(rect.width(), 1.0));
    text::hairline(ui.painter(), edge, palette.border);
    let inner = rect.shrink2(vec2(16.0, 0.0));
    let gap = 20.0;
    let mut end = inner.right();
    let before = |end: &mut f32, width: f32| {
        let place = Rect::from_min_max(
            egui::pos2((*end - width).max(inner.left()), inner.top()),
            egui::pos2(*end, inner.bottom()),
        );
        *end -= width + gap;
        place
    };
    let deed = deed.map(|item| (before(&mut end, status_width(ui, &item)), item));
    for item in right.iter().rev() {
        let place = before(&mut end, status_width(ui, item));
        status_item(ui, place, item);
    }
    let mut start = inner.left();
    for item in left {
        let room = end - start;
        if room < 40.0 {
            break;
        }
        let width = status_width(ui, item).min(room);
        let place = Rect::from_min_size(egui::pos2(start, inner.top()), vec2(width, rect.height()));
        status_item(ui, place, item);
        start += width + gap;
    }
    deed.is_some_and(|(place, item)| status_deed(ui, place, item))
}

fn status_deed(ui: &mut Ui, place: Rect, item: StatusItem<'_>) -> bool {
    let palette = ui.palette();
    let target = place.expand2(vec2(6.0, -3.0));
    let response = ui.interact(target, ui.scope_id().with("status-deed"), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), item.text));
    if response.hovered() {
        let fill = palette.accent_soft;
        ui.painter()
            .rect_filled(target, measures::RADIUS_CHIP, fill);
    }
    text::focus_ring(ui, &response, measures::RADIUS_CHIP);
    paint_status(ui, place, &item, palette.accent);
    response.clicked()
}

fn status_width(ui: &Ui, item: &StatusItem<'_>) -> f32 {
    let look = (ui.palette().weak, f32::INFINITY);
    let words = text::line(ui.painter(), Type::Small, item.text, look)
        .size()
        .x;
    words + if item.icon.is_some() { 21.0 } else { 0.0 } + 1.0
}

fn status_item(ui: &mut Ui, mut place: Rect, item: &StatusItem<'_>) {
    let weak = ui.palette().weak;
    status_icon(ui, &mut place, item, weak);
    titled(ui, place, (Type::Small, item.text), (weak, place.width()));
}

fn paint_status(ui: &Ui, mut place: Rect, item: &StatusItem<'_>, ink: egui::Color32) {
    status_icon(ui, &mut place, item, ink);
    let galley = text::line(ui.painter(), Type::Small, item.text, (ink, f32::INFINITY));
    text::paint_galley(ui.painter(), place, Align2::LEFT_CENTER, galley);
}

fn status_icon(ui: &Ui, place: &mut Rect, item: &StatusItem<'_>, ink: egui::Color32) {
    if let Some(icon) = item.icon {
        let center = egui::pos2(place.left() + 7.0, place.center().y);
        text::paint_icon(ui.painter(), center, icon, (measures::ICON_SMALL, ink));
        place.min.x += 21.0;
    }
}
