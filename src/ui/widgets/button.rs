//! Buttons: primary, secondary, quiet, danger.
//! Must not know commands; a click is only reported.

use egui::accesskit::Role;
use egui::{
    Align2, Color32, Rect, Response, Sense, Stroke, StrokeKind, Ui, Widget, WidgetInfo, vec2,
};

use super::text::{self, Kit as _};
use crate::ui::icons::Icon;
use crate::ui::theme::{Palette, Type, measures};

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Primary,
    Secondary,
    Quiet,
    Danger,
    DangerFilled,
    OnDark,
}

/// A button. Its label names the deed and, where there is one, the amount.
///
/// ```
/// # egui::__run_test_ui(|ui| {
/// use frontline::ui::{icons::Icon, widgets::Button};
/// if ui.add(Button::primary("Принять 1 231 строку").icon(Icon::Check)).clicked() {}
/// ui.add(Button::secondary("В Excel…").disabled_because(Some("Волна ещё не закрыта")));
/// # });
/// ```
#[must_use = "pass it to `ui.add`"]
pub struct Button<'a> {
    kind: Kind,
    label: &'a str,
    icon: Option<Icon>,
    icon_after: Option<Icon>,
    reason: Option<&'a str>,
    tip: Option<&'a str>,
    height: f32,
    style: Type,
    is_icon_only: bool,
    is_full_width: bool,
}

impl<'a> Button<'a> {
    fn new(kind: Kind, label: &'a str) -> Self {
        Self {
            kind,
            label,
            icon: None,
            icon_after: None,
            reason: None,
            tip: None,
            height: measures::CONTROL,
            style: Type::Medium,
            is_icon_only: false,
            is_full_width: false,
        }
    }

    /// The one deed of the screen, filled.
    pub fn primary(label: &'a str) -> Self {
        Self::new(Kind::Primary, label)
    }

    /// Any other deed, with an edge.
    pub fn secondary(label: &'a str) -> Self {
        Self::new(Kind::Secondary, label)
    }

    /// A link or a small deed: accent text, no edge.
    pub fn quiet(label: &'a str) -> Self {
        Self::new(Kind::Quiet, label)
    }

    /// A deed that destroys: text in the colour of errors, no edge.
    pub fn danger(label: &'a str) -> Self {
        Self::new(Kind::Danger, label)
    }

    /// The same, filled; only inside a confirmation.
    pub fn danger_filled(label: &'a str) -> Self {
        Self::new(Kind::DangerFilled, label)
    }

    /// Quiet, on a bar in the colour of text: only the undo bar.
    pub(super) fn on_dark(label: &'a str) -> Self {
        Self::new(Kind::OnDark, label)
    }

    /// 22 points high, for links in running rows.
    pub fn row(mut self) -> Self {
        self.height = 22.0;
        self
    }

    /// An icon before the label.
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// An icon after the label, such as the arrow of “next”.
    pub fn icon_after(mut self, icon: Icon) -> Self {
        self.icon_after = Some(icon);
        self
    }

    /// Shows only the icon; the label becomes tooltip and accessible name.
    pub fn icon_only(mut self) -> Self {
        self.is_icon_only = true;
        self
    }

    /// `Some(reason)` disables the button and says why on hover.
    pub fn disabled_because(mut self, reason: Option<&'a str>) -> Self {
        self.reason = reason;
        self
    }

    /// A tooltip for the enabled button.
    pub fn tip(mut self, tip: &'a str) -> Self {
        self.tip = Some(tip);
        self
    }

    /// 28 points high, for use inside cards.
    pub fn small(mut self) -> Self {
        self.height = measures::CONTROL_SMALL;
        self
    }

    /// 40 points high, for the main export.
    pub fn large(mut self) -> Self {
        self.height = measures::CONTROL_LARGE;
        self
    }

    /// 48 points high with kiosk type.
    pub fn kiosk(mut self) -> Self {
        self.height = 48.0;
        self.style = Type::KioskMedium;
        self
    }

    /// As wide as the space there is.
    pub fn full_width(mut self) -> Self {
        self.is_full_width = true;
        self
    }

    fn padding(&self) -> f32 {
        match self.kind {
            Kind::Quiet | Kind::Danger | Kind::OnDark => 4.0,
            Kind::Primary | Kind::Secondary | Kind::DangerFilled => {
                if self.height > measures::CONTROL {
                    18.0
                } else if self.height < measures::CONTROL {
                    12.0
                } else {
                    14.0
                }
            }
        }
    }
}

/// Fill, edge and text.
fn colors(kind: Kind, palette: &Palette, response: &Response) -> (Color32, Color32, Color32) {
    let is_down = response.is_pointer_button_down_on();
    let is_hovered = response.hovered();
    let clear = Color32::TRANSPARENT;
    let soft = if is_down {
        palette.pressed(palette.accent_soft)
    } else if is_hovered {
        palette.accent_soft
    } else {
        clear
    };
    let filled = |color: Color32| {
        if is_down {
            palette.pressed(palette.pressed(color))
        } else if is_hovered {
            palette.pressed(color)
        } else {
            color
        }
    };
    match kind {
        Kind::Primary => (filled(palette.accent), clear, palette.on_accent),
        Kind::Secondary => {
            let fill = if soft == clear { palette.surface } else { soft };
            (fill, palette.control_border, palette.text)
        }
        Kind::Quiet => (soft, clear, palette.accent),
        Kind::OnDark => {
            let fill = if is_hovered {
                palette.surface.gamma_multiply(0.15)
            } else {
                clear
            };
            (fill, clear, palette.surface)
        }
        Kind::Danger => {
            let fill = if soft == clear {
                clear
            } else {
                palette.bad_soft
            };
            (fill, clear, palette.bad)
        }
        Kind::DangerFilled => {
            let on = if palette.is_dark {
                palette.bad_soft
            } else {
                palette.surface
            };
            (filled(palette.bad), clear, on)
        }
    }
}

impl Widget for Button<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let palette = ui.palette();
        let is_enabled = self.reason.is_none() && ui.is_enabled();
        let icon_size = if self.height >= 48.0 {
            measures::ICON_LARGE
        } else {
            measures::ICON
        };
        let gap = measures::GAP_S;
        let padding = self.padding();
        let icons = f32::from(u8::from(self.icon.is_some()) + u8::from(self.icon_after.is_some()));
        let icons_width = icons * (icon_size + gap);
        let room = if ui.layout().main_wrap() {
            ui.max_rect().width()
        } else {
            ui.available_width()
        };
        let text_room = (room - 2.0 * padding - icons_width).max(24.0);
        let galley = text::line(
            ui.painter(),
            self.style,
            self.label,
            (Color32::PLACEHOLDER, text_room),
        );
        let content = if self.is_icon_only {
            icon_size
        } else {
            galley.size().x + icons_width
        };
        let mut width = content + 2.0 * padding;
        if self.is_icon_only {
            width = self.height.max(content);
        } else if self.is_full_width {
            width = width.max(room);
        }
        let sense = if is_enabled {
            Sense::click()
        } else {
            Sense::hover()
        };
        let (rect, mut response) = ui.allocate_exact_size(vec2(width, self.height), sense);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, is_enabled, self.label));
        if ui.is_rect_visible(rect) {
            let (fill, edge, ink) = if is_enabled {
                colors(self.kind, palette, &response)
            } else if matches!(self.kind, Kind::Quiet | Kind::Danger) {
                (Color32::TRANSPARENT, Color32::TRANSPARENT, palette.weak)
            } else {
                (palette.raised, palette.border, palette.weak)
            };
            ui.painter().rect(
                rect,
                measures::RADIUS_CONTROL,
                fill,
                Stroke::new(1.0, edge),
                StrokeKind::Inside,
            );
            self.paint_content(ui, rect, (content, icon_size), (&galley, ink));
            text::focus_ring(ui, &response, measures::RADIUS_CONTROL);
        }
        if let Some(reason) = self.reason {
            response = text::tip(response, reason);
        } else if let Some(tip) = self.tip {
            response = text::tip(response, tip);
        } else if self.is_icon_only || galley.elided {
            response = text::tip(response, self.label);
        }
        response
    }
}

impl Button<'_> {
    fn paint_content(
        &self,
        ui: &Ui,
        rect: Rect,
        (content, icon_size): (f32, f32),
        (galley, ink): (&std::sync::Arc<egui::Galley>, Color32),
    ) {
        let painter = ui.painter();
        let mut x = rect.center().x - content / 2.0;
        let middle = rect.center().y;
        if let Some(icon) = self.icon {
            let center = egui::pos2(x + icon_size / 2.0, middle);
            text::paint_icon(painter, center, icon, (icon_size, ink));
            x += icon_size + measures::GAP_S;
        }
        if self.is_icon_only {
            return;
        }
        let place = Rect::from_min_max(egui::pos2(x, rect.top()), rect.max);
        let size = galley.size();
        let at = Align2::LEFT_CENTER.align_size_within_rect(size, place);
        painter.galley(at.min, std::sync::Arc::clone(galley), ink);
        if let Some(icon) = self.icon_after {
            let center = egui::pos2(at.right() + measures::GAP_S + icon_size / 2.0, middle);
            text::paint_icon(painter, center, icon, (icon_size, ink));
        }
    }
}
