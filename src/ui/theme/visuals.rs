//! egui's own style made from our roles, so that no widget ever shows egui's default look.
//! Called once per theme; must not be called from views.

use std::collections::BTreeMap;

use egui::epaint::Shadow;
use egui::style::{
    HandleShape, ImeComposition, ScrollStyle, Selection, Spacing, TextCursorStyle, WidgetVisuals,
    Widgets,
};
use egui::{CornerRadius, FontId, Margin, Stroke, Style, TextStyle, Visuals, vec2};

use super::measures;
use super::{Palette, Type};

/// The whole style of one theme.
pub(super) fn style(palette: &Palette) -> Style {
    let mut style = Style {
        text_styles: text_styles(),
        spacing: spacing(),
        visuals: visuals(palette),
        animation_time: 0.08,
        ..Style::default()
    };
    style.interaction.selectable_labels = false;
    style.interaction.tooltip_delay = 0.35;
    style.interaction.interact_radius = 2.0;
    style.scroll_animation = egui::style::ScrollAnimation::none();
    style.always_scroll_the_only_direction = false;
    #[cfg(debug_assertions)]
    {
        style.debug.show_unaligned = false;
    }
    style
}

fn text_styles() -> BTreeMap<TextStyle, FontId> {
    [
        (TextStyle::Small, Type::Small.font()),
        (TextStyle::Body, Type::Body.font()),
        (TextStyle::Button, Type::Medium.font()),
        (TextStyle::Heading, Type::Title.font()),
        (TextStyle::Monospace, Type::Body.font()),
    ]
    .into()
}

fn spacing() -> Spacing {
    Spacing {
        item_spacing: vec2(measures::GAP_S, measures::GAP_S),
        window_margin: Margin::same(16),
        menu_margin: Margin::same(4),
        button_padding: vec2(12.0, 6.0),
        indent: 24.0,
        interact_size: vec2(28.0, 18.0),
        text_edit_width: 240.0,
        icon_width: 16.0,
        icon_width_inner: 10.0,
        icon_spacing: 8.0,
        combo_width: 80.0,
        combo_height: 320.0,
        tooltip_width: 340.0,
        menu_width: 280.0,
        scroll: ScrollStyle {
            floating: true,
            bar_width: 8.0,
            floating_width: 6.0,
            floating_allocated_width: 0.0,
            handle_min_length: 24.0,
            bar_inner_margin: 2.0,
            bar_outer_margin: 2.0,
            foreground_color: true,
            dormant_background_opacity: 0.0,
            active_background_opacity: 0.0,
            interact_background_opacity: 0.0,
            dormant_handle_opacity: 0.35,
            active_handle_opacity: 0.45,
            interact_handle_opacity: 0.8,
            fade: egui::style::ScrollFadeStyle {
                strength: 0.0,
                size: 0.0,
            },
            ..ScrollStyle::floating()
        },
        ..Spacing::default()
    }
}

fn widget(palette: &Palette, fill: egui::Color32, edge: egui::Color32) -> WidgetVisuals {
    WidgetVisuals {
        bg_fill: fill,
        weak_bg_fill: fill,
        bg_stroke: Stroke::new(1.0, edge),
        corner_radius: CornerRadius::same(measures::RADIUS_CONTROL),
        fg_stroke: Stroke::new(1.0, palette.text),
        expansion: 0.0,
    }
}

fn visuals(palette: &Palette) -> Visuals {
    let base = if palette.is_dark {
        Visuals::dark()
    } else {
        Visuals::light()
    };
    let edge = palette.control_border;
    let mut noninteractive = widget(palette, palette.surface, palette.grid);
    noninteractive.fg_stroke.color = palette.text;
    let mut active = widget(
        palette,
        palette.pressed(palette.accent_soft),
        palette.accent,
    );
    active.fg_stroke = Stroke::new(1.0, palette.text);
    let shadow = Shadow {
        offset: [0, 4],
        blur: 16,
        spread: 0,
        color: palette.shadow,
    };
    Visuals {
        weak_text_color: Some(palette.weak),
        widgets: Widgets {
            noninteractive,
            inactive: widget(palette, palette.surface, edge),
            hovered: widget(palette, palette.accent_soft, palette.accent),
            active,
            open: widget(palette, palette.accent_soft, palette.accent),
        },
        selection: Selection {
            bg_fill: palette
                .accent_soft
                .lerp_to_gamma(palette.accent, if palette.is_dark { 0.25 } else { 0.18 }),
            stroke: Stroke::new(1.0, palette.text),
        },
        ime_composition: ImeComposition {
            active_underline_stroke: Stroke::new(2.0, palette.accent),
            inactive_underline_stroke: Stroke::new(1.0, palette.weak),
            ..base.ime_composition
        },
        hyperlink_color: palette.accent,
        faint_bg_color: palette.raised,
        extreme_bg_color: palette.surface,
        text_edit_bg_color: Some(palette.surface),
        code_bg_color: palette.raised,
        warn_fg_color: palette.warn,
        error_fg_color: palette.bad,
        window_corner_radius: CornerRadius::same(measures::RADIUS_CARD),
        window_shadow: shadow,
        window_fill: palette.surface,
        window_stroke: Stroke::new(1.0, palette.border),
        window_highlight_topmost: false,
        menu_corner_radius: CornerRadius::same(measures::RADIUS_CONTROL),
        panel_fill: palette.window,
        popup_shadow: shadow,
        text_cursor: TextCursorStyle {
            stroke: Stroke::new(1.5, palette.accent),
            ..base.text_cursor.clone()
        },
        indent_has_left_vline: false,
        slider_trailing_fill: true,
        handle_shape: HandleShape::Circle,
        interact_cursor: Some(egui::CursorIcon::PointingHand),
        disabled_alpha: 0.6,
        ..base
    }
}
