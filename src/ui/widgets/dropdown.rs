//! Drop-down: one of several, such as the wave or the mapping of a column.
//! Must not hold the choice; the screen owns it.

use egui::accesskit::Role;
use egui::{
    Align2, Color32, Popup, PopupCloseBehavior, Rect, Response, ScrollArea, Sense, Stroke,
    StrokeKind, Ui, WidgetInfo, vec2,
};

use super::text::{self, Kit as _};
use crate::ui::icons::Icon;
use crate::ui::theme::{Type, measures};

/// A drop-down with a stable id and an accessible name.
///
/// ```
/// # egui::__run_test_ui(|ui| {
/// use frontline::ui::{icons::Icon, widgets::Dropdown};
/// let waves = ["Осень 2025", "Весна 2026"];
/// let chosen = Dropdown::new("wave", "Волна", &waves, Some(1)).icon(Icon::Calendar).show(ui);
/// # });
/// ```
#[must_use = "call `show`"]
pub struct Dropdown<'a, S> {
    id: &'a str,
    name: &'a str,
    options: &'a [S],
    chosen: Option<usize>,
    placeholder: &'a str,
    icon: Option<Icon>,
    width: Option<f32>,
    height: f32,
    reason: Option<&'a str>,
    is_marked: bool,
}

impl<'a, S: AsRef<str>> Dropdown<'a, S> {
    /// Options are prepared strings; `chosen` is the number of the one in force.
    pub fn new(id: &'a str, name: &'a str, options: &'a [S], chosen: Option<usize>) -> Self {
        Self {
            id,
            name,
            options,
            chosen,
            placeholder: "",
            icon: None,
            width: None,
            height: measures::CONTROL,
            reason: None,
            is_marked: false,
        }
    }

    /// An icon before the text.
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// What stands there while nothing is chosen.
    pub fn placeholder(mut self, placeholder: &'a str) -> Self {
        self.placeholder = placeholder;
        self
    }

    /// A fixed width; without it the control is as wide as its text.
    pub fn width(mut self, width: f32) -> Self {
        self.width = Some(width);
        self
    }

    /// 28 points high, for use inside cards and tables.
    pub fn small(mut self) -> Self {
        self.height = measures::CONTROL_SMALL;
        self
    }

    /// Accent edge and strong text: this choice was made and counts, as in the mapping of columns.
    pub fn marked(mut self, is_marked: bool) -> Self {
        self.is_marked = is_marked;
        self
    }

    /// `Some(reason)` disables the control and says why on hover.
    pub fn disabled_because(mut self, reason: Option<&'a str>) -> Self {
        self.reason = reason;
        self
    }

    /// Draws it; `Some` is the number of an option just chosen.
    pub fn show(self, ui: &mut Ui) -> Option<usize> {
        let is_enabled = self.reason.is_none() && ui.is_enabled();
        let current = self
            .chosen
            .and_then(|index| self.options.get(index))
            .map_or(self.placeholder, AsRef::as_ref);
        let style = if self.is_marked {
            Type::Strong
        } else {
            Type::Body
        };
        let icon_room = if self.icon.is_some() { 25.0 } else { 0.0 };
        let frame_room = 11.0 + icon_room + 36.0;
        let room = (ui.available_width() - frame_room).max(24.0);
        let text_room = self.width.map_or(room, |width| width - frame_room);
        let galley = text::line(
            ui.painter(),
            style,
            current,
            (Color32::PLACEHOLDER, text_room),
        );
        let width = self
            .width
            .unwrap_or_else(|| (galley.size().x + frame_room).max(64.0));
        let sense = if is_enabled {
            Sense::click()
        } else {
            Sense::hover()
        };
        let (_, rect) = ui.allocate_space(vec2(width, self.height));
        let id = ui.make_persistent_id(self.id);
        let mut response = ui.interact(rect, id, sense);
        response.widget_info(|| {
            let mut info = WidgetInfo::labeled(Role::ComboBox, is_enabled, self.name);
            info.current_text_value = Some(current.to_owned());
            info
        });
        self.paint(ui, &response, is_enabled, galley);
        if let Some(reason) = self.reason {
            response = text::tip(response, reason);
        }
        if is_enabled {
            self.popup(ui, &response)
        } else {
            None
        }
    }

    fn paint(
        &self,
        ui: &Ui,
        response: &Response,
        is_enabled: bool,
        galley: std::sync::Arc<egui::Galley>,
    ) {
        let palette = ui.palette();
        let rect = response.rect;
        let is_open = Popup::is_id_open(ui.ctx(), Popup::default_response_id(response));
        let fill = if !is_enabled {
            palette.raised
        } else if response.is_pointer_button_down_on() {
            palette.pressed(palette.accent_soft)
        } else if response.hovered() || is_open {
            palette.accent_soft
        } else {
            palette.surface
        };
        let edge = if !is_enabled {
            palette.border
        } else if self.is_marked || is_open {
            palette.accent
        } else {
            palette.control_border
        };
        let ink = if !is_enabled || self.chosen.is_none() {
            palette.weak
        } else {
            palette.text
        };
        ui.painter().rect(
            rect,
            measures::RADIUS_CONTROL,
            fill,
            Stroke::new(1.0, edge),
            StrokeKind::Inside,
        );
        let mut inner = rect.shrink2(vec2(11.0, 0.0));
        let middle = rect.center().y;
        if let Some(icon) = self.icon {
            let center = egui::pos2(inner.left() + 8.0, middle);
            text::paint_icon(ui.painter(), center, icon, (measures::ICON, palette.text));
            inner.min.x += 25.0;
        }
        let at = Align2::LEFT_CENTER.align_size_within_rect(galley.size(), inner);
        ui.painter().galley(at.min, galley, ink);
        let mark = egui::pos2(rect.right() - 18.0, middle);
        text::paint_icon(
            ui.painter(),
            mark,
            Icon::ChevronDown,
            (measures::ICON_SMALL, ink),
        );
        text::focus_ring(ui, response, measures::RADIUS_CONTROL);
    }

    fn popup(&self, ui: &Ui, response: &Response) -> Option<usize> {
        let palette = ui.palette();
        let widest = self
            .options
            .iter()
            .map(|option| {
                let ink = (palette.text, 420.0);
                text::line(ui.painter(), Type::Strong, option.as_ref(), ink)
                    .size()
                    .x
            })
            .fold(0.0_f32, f32::max);
        let width = (widest + 52.0).max(response.rect.width() - 8.0);
        Popup::menu(response)
            .accessible_name(self.name)
            .close_behavior(PopupCloseBehavior::CloseOnClick)
            .gap(4.0)
            .show(|ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                ui.set_width(width);
                ScrollArea::vertical()
                    .max_height(ui.spacing().combo_height)
                    .show(ui, |ui| self.rows(ui, width))
                    .inner
            })
            .and_then(|shown| shown.inner)
    }

    fn rows(&self, ui: &mut Ui, width: f32) -> Option<usize> {
        let palette = ui.palette();
        let mut picked = None;
        for (index, option) in self.options.iter().enumerate() {
            let is_chosen = self.chosen == Some(index);
            let (rect, response) = ui.allocate_exact_size(vec2(width, 30.0), Sense::click());
            response.widget_info(|| {
                WidgetInfo::selected(Role::ListBoxOption, true, is_chosen, option.as_ref())
            });
            let is_lit = response.hovered() || response.has_focus();
            if is_lit {
                ui.painter()
                    .rect_filled(rect, measures::RADIUS_CHIP, palette.accent_soft);
            }
            let style = if is_chosen { Type::Strong } else { Type::Body };
            let ink = if is_chosen {
                palette.accent
            } else {
                palette.text
            };
            let place = Rect::from_min_max(rect.min + vec2(10.0, 0.0), rect.max - vec2(34.0, 0.0));
            let galley = text::line(
                ui.painter(),
                style,
                option.as_ref(),
                (ink, place.width() + 2.0),
            );
            text::paint_galley(ui.painter(), place, Align2::LEFT_CENTER, galley);
            if is_chosen {
                let center = egui::pos2(rect.right() - 18.0, rect.center().y);
                let look = (measures::ICON_SMALL, palette.accent);
                text::paint_icon(ui.painter(), center, Icon::Check, look);
            }
            if response.clicked() {
                picked = Some(index);
            }
        }
        picked.filter(|index| Some(*index) != self.chosen)
    }
}
