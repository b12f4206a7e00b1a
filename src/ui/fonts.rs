//! The two fonts of the window: one variable text face in three weights, one icon face.
//! Must not know widgets or colours; sizes and weights per role live in [`crate::ui::theme::Type`].

use std::sync::Arc;

use egui::epaint::text::VariationCoords;
use egui::{FontData, FontDefinitions, FontFamily, FontTweak};

/// The text face, a subset of Inter (licence beside the file), axis `wght` 400–600, tabular digits.
pub const TEXT_FACE: &[u8] = include_bytes!("../../assets/fonts/FrontlineUI.ttf");

/// The icon face, a subset of Lucide (licence beside the file).
pub const ICON_FACE: &[u8] = include_bytes!("../../assets/icons/lucide-subset.ttf");

/// Weights of the text face that the product uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Weight {
    /// 400, running text.
    Regular,
    /// 500, heads of tables, chips, buttons.
    Medium,
    /// 600, figures and titles.
    Strong,
}

impl Weight {
    const ALL: [Self; 3] = [Self::Regular, Self::Medium, Self::Strong];

    /// The family under which egui knows this weight.
    ///
    /// A family per weight, because a `FontId` then carries the weight everywhere egui takes a font,
    /// also in text fields and menus, where a `TextFormat` with coordinates cannot be handed in.
    #[must_use]
    pub fn family(self) -> FontFamily {
        match self {
            Self::Regular => FontFamily::Proportional,
            Self::Medium => FontFamily::Name(Arc::clone(&MEDIUM)),
            Self::Strong => FontFamily::Name(Arc::clone(&STRONG)),
        }
    }

    fn axis(self) -> f32 {
        match self {
            Self::Regular => 400.0,
            Self::Medium => 500.0,
            Self::Strong => 600.0,
        }
    }

    fn face_name(self) -> &'static str {
        match self {
            Self::Regular => "text-400",
            Self::Medium => "text-500",
            Self::Strong => "text-600",
        }
    }
}

// Shared, so that asking for a family is a counter and not an allocation.
static MEDIUM: std::sync::LazyLock<Arc<str>> = std::sync::LazyLock::new(|| Arc::from("medium"));
static STRONG: std::sync::LazyLock<Arc<str>> = std::sync::LazyLock::new(|| Arc::from("strong"));
static ICONS: std::sync::LazyLock<Arc<str>> = std::sync::LazyLock::new(|| Arc::from("icons"));

/// The family of the icon face.
#[must_use]
pub fn icon_family() -> FontFamily {
    FontFamily::Name(Arc::clone(&ICONS))
}

/// Our faces first; whatever egui was built with stays behind them, so that a branch called in a
/// script the subset lacks is still readable.
#[must_use]
pub fn definitions() -> FontDefinitions {
    let mut fonts = FontDefinitions::default();
    let spare = fonts
        .families
        .get(&FontFamily::Proportional)
        .cloned()
        .unwrap_or_default();
    fonts.font_data.insert(
        "icons".to_owned(),
        Arc::new(FontData::from_static(ICON_FACE).tweak(FontTweak {
            hinting: Some(false),
            ..FontTweak::default()
        })),
    );
    for weight in Weight::ALL {
        fonts.font_data.insert(
            weight.face_name().to_owned(),
            Arc::new(FontData::from_static(TEXT_FACE).tweak(FontTweak {
                coords: VariationCoords::new([(b"wght", weight.axis())]),
                ..FontTweak::default()
            })),
        );
        let mut faces = vec![weight.face_name().to_owned(), "icons".to_owned()];
        faces.extend(spare.iter().cloned());
        fonts.families.insert(weight.family(), faces);
    }
    fonts
        .families
        .insert(icon_family(), vec!["icons".to_owned()]);
    // No second face for code: digits of the text face are tabular already.
    let regular = fonts.families.get(&FontFamily::Proportional).cloned();
    fonts
        .families
        .insert(FontFamily::Monospace, regular.unwrap_or_default());
    fonts
}
