//! Colour roles, light and dark, and the heat scale.
//! Views ask for a role and never for a colour; a colour outside this file is a mistake.

use egui::Color32;

/// Every colour of the product by role. One for light and one for dark; both are constants.
#[derive(Debug, PartialEq)]
pub struct Palette {
    /// Is this the dark set?
    pub is_dark: bool,
    /// Behind everything.
    pub window: Color32,
    /// Cards and the side bar.
    pub surface: Color32,
    /// Table heads, neutral chips, group rows.
    pub raised: Color32,
    /// A cell whose value is withheld or whose column is not read.
    pub hidden: Color32,
    /// Decorative edges of cards.
    pub border: Color32,
    /// Lines of grids and between rows, and the track of bars.
    pub grid: Color32,
    /// The edge of something one can press or fill in.
    pub control_border: Color32,
    /// Text.
    pub text: Color32,
    /// Text that steps back.
    pub weak: Color32,
    /// Actions, selection, links, progress.
    pub accent: Color32,
    /// Under what is selected.
    pub accent_soft: Color32,
    /// Text on a filled accent.
    pub on_accent: Color32,
    /// Proven, done.
    pub ok: Color32,
    /// Behind `ok`.
    pub ok_soft: Color32,
    /// A consequence to know before going on.
    pub warn: Color32,
    /// Behind `warn`.
    pub warn_soft: Color32,
    /// An error or a loss.
    pub bad: Color32,
    /// Behind `bad`.
    pub bad_soft: Color32,
    /// The ring around what the keyboard holds.
    pub focus: Color32,
    /// Chart colours 1–6: value, flag, comparison, fourth, self-rating, sixth.
    pub chart: [Color32; 6],
    /// The seven fills of the heat scale, low to high.
    pub heat: [Color32; 7],
    /// Text on every heat fill.
    pub heat_text: Color32,
    /// Dims what lies behind a question that must be answered first.
    pub backdrop: Color32,
    /// The one shadow there is.
    pub shadow: Color32,
}

const fn rgb(hex: u32) -> Color32 {
    let [_, red, green, blue] = hex.to_be_bytes();
    Color32::from_rgb(red, green, blue)
}

/// The light set.
pub static LIGHT: Palette = Palette {
    is_dark: false,
    window: rgb(0xF3_F5F6),
    surface: rgb(0xFF_FFFF),
    raised: rgb(0xF8_F9FA),
    hidden: rgb(0xE9_EDEF),
    border: rgb(0xD8_DEE2),
    grid: rgb(0xE6_EAED),
    control_border: rgb(0x7F_8A93),
    text: rgb(0x1A_2228),
    weak: rgb(0x54_606A),
    accent: rgb(0x0B_6170),
    accent_soft: rgb(0xE0_EFF1),
    on_accent: rgb(0xFF_FFFF),
    ok: rgb(0x1B_6E43),
    ok_soft: rgb(0xE3_F2E9),
    warn: rgb(0x80_5300),
    warn_soft: rgb(0xFC_F1D9),
    bad: rgb(0xB0_271E),
    bad_soft: rgb(0xFB_E8E6),
    focus: rgb(0x0B_6170),
    chart: [
        rgb(0x1F_5FA8),
        rgb(0xB5_500B),
        rgb(0x77_8086),
        rgb(0x0B_2D2B),
        rgb(0x5E_1061),
        rgb(0x50_4926),
    ],
    heat: [
        rgb(0xF0_A05A),
        rgb(0xF6_C08E),
        rgb(0xFB_E0C6),
        rgb(0xF7_F8F8),
        rgb(0xD6_E6F6),
        rgb(0xAB_CDEE),
        rgb(0x7D_B1E3),
    ],
    heat_text: rgb(0x1A_2228),
    backdrop: Color32::from_rgba_premultiplied(10, 13, 15, 102),
    shadow: Color32::from_black_alpha(18),
};

/// The dark set.
pub static DARK: Palette = Palette {
    is_dark: true,
    window: rgb(0x14_191D),
    surface: rgb(0x1C_2328),
    raised: rgb(0x22_2A30),
    hidden: rgb(0x26_2D33),
    border: rgb(0x36_414A),
    grid: rgb(0x2B_343B),
    control_border: rgb(0x7C_8993),
    text: rgb(0xE8_EDF0),
    weak: rgb(0xA3_B0B9),
    accent: rgb(0x62_C3CE),
    accent_soft: rgb(0x17_3A41),
    on_accent: rgb(0x06_262B),
    ok: rgb(0x6C_CB95),
    ok_soft: rgb(0x17_362A),
    warn: rgb(0xE3_B04B),
    warn_soft: rgb(0x3A_2F14),
    bad: rgb(0xFF_8F84),
    bad_soft: rgb(0x42_211F),
    focus: rgb(0x62_C3CE),
    chart: [
        rgb(0x72_A9E8),
        rgb(0xF0_954A),
        rgb(0xD7_E8F4),
        rgb(0x21_836B),
        rgb(0xB7_56A3),
        rgb(0xF2_D43C),
    ],
    heat: [
        rgb(0x96_4B0F),
        rgb(0x71_4318),
        rgb(0x4C_3826),
        rgb(0x2A_3238),
        rgb(0x27_445F),
        rgb(0x26_5785),
        rgb(0x24_68AE),
    ],
    heat_text: rgb(0xF2_F5F7),
    backdrop: Color32::from_rgba_premultiplied(0, 0, 0, 140),
    shadow: Color32::from_black_alpha(60),
};

/// What a colour says. It is never the only sign: an icon or a word comes with it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Tone {
    /// No judgement.
    #[default]
    Neutral,
    /// A finding, an action, the selected.
    Accent,
    /// Proof, done.
    Ok,
    /// A consequence.
    Warn,
    /// An error.
    Bad,
}

impl Palette {
    /// The strong colour of a tone: text, icon, bar.
    #[must_use]
    pub fn tone(&self, tone: Tone) -> Color32 {
        match tone {
            Tone::Neutral => self.text,
            Tone::Accent => self.accent,
            Tone::Ok => self.ok,
            Tone::Warn => self.warn,
            Tone::Bad => self.bad,
        }
    }

    /// The soft colour of a tone, which lies behind its strong one.
    #[must_use]
    pub fn tone_soft(&self, tone: Tone) -> Color32 {
        match tone {
            Tone::Neutral => self.raised,
            Tone::Accent => self.accent_soft,
            Tone::Ok => self.ok_soft,
            Tone::Warn => self.warn_soft,
            Tone::Bad => self.bad_soft,
        }
    }

    /// A colour as it looks while pressed: 8 % towards black, in the dark set towards white.
    #[must_use]
    pub fn pressed(&self, color: Color32) -> Color32 {
        let towards = if self.is_dark {
            Color32::WHITE
        } else {
            Color32::BLACK
        };
        color.lerp_to_gamma(towards, 0.08)
    }
}

/// A stop of the heat scale. The scale is absolute and is never stretched to the data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct HeatStop(u8);

impl HeatStop {
    /// Lower bounds of stops 1–6 for a mean of 1–5; a stop owns its lower bound.
    pub const MEAN_BOUNDS: [f64; 6] = [2.6, 2.9, 3.2, 3.6, 3.9, 4.2];

    /// The number of stops.
    pub const COUNT: usize = 7;

    /// The stop of a mean on the scale 1–5. Pass the rounded mean that stands in the cell, so that
    /// two cells that read the same also look the same.
    #[must_use]
    pub fn of_mean(mean: f64) -> Self {
        Self::of(mean, &Self::MEAN_BOUNDS)
    }

    /// The stop of a value on a scale with these six ascending lower bounds, such as a share in per cent.
    #[must_use]
    pub fn of(value: f64, bounds: &[f64; 6]) -> Self {
        // 1e-9: 2.6 that came out of a sum as 2.5999999999 is still 2.6 on screen.
        let passed = bounds.iter().filter(|bound| value >= **bound - 1e-9);
        Self(u8::try_from(passed.count()).unwrap_or(0))
    }

    /// The stop with this number, 0 (lowest) to 6; larger numbers are the highest.
    #[must_use]
    pub fn at(index: u8) -> Self {
        Self(index.min(6))
    }

    /// 0 (lowest) to 6.
    #[must_use]
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

impl Palette {
    /// The fill of a heat stop.
    #[must_use]
    pub fn heat_fill(&self, stop: HeatStop) -> Color32 {
        self.heat[stop.index()]
    }
}
