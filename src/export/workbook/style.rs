//! Colours and formats, by role. One font; every sign of colour has a second sign.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

/// Accent: titles, rules, links.
pub(super) const ACCENT: Color = Color::RGB(0x0B_61_70);
/// Text that steps back.
pub(super) const WEAK: Color = Color::RGB(0x54_60_6A);
/// Body text.
pub(super) const TEXT: Color = Color::RGB(0x1A_22_28);
/// Fill of table heads.
pub(super) const HEAD: Color = Color::RGB(0xF8_F9_FA);
/// Thin lines.
pub(super) const LINE: Color = Color::RGB(0xD8_DE_E2);
/// Fill of cells whose value is hidden.
pub(super) const HIDDEN: Color = Color::RGB(0xE9_ED_EF);
/// The value in charts.
pub(super) const CHART_VALUE: Color = Color::RGB(0x1F_5F_A8);
/// A flag in charts, always with ◆.
pub(super) const CHART_FLAG: Color = Color::RGB(0xB5_50_0B);
/// What a value is compared with.
pub(super) const CHART_COMPARE: Color = Color::RGB(0x77_80_86);
/// A fourth series.
pub(super) const CHART_FOURTH: Color = Color::RGB(0x0B_2D_2B);
/// A fifth series.
pub(super) const CHART_FIFTH: Color = Color::RGB(0x5E_10_61);
/// Shares of the answers 1 to 5; both ends dark, the middle light.
pub(super) const LEVELS: [Color; 5] = [
    Color::RGB(0xB5_50_0B),
    Color::RGB(0xF6_C0_8E),
    Color::RGB(0xE3_E7_EA),
    Color::RGB(0xAB_CD_EE),
    Color::RGB(0x1F_5F_A8),
];
/// The absolute heat scale of means 1–5: lower bound of each stop and its colour. The first stop
/// has no lower bound.
pub(super) const HEAT: [(f64, Color); 7] = [
    (1.0, Color::RGB(0xF0_A0_5A)),
    (2.6, Color::RGB(0xF6_C0_8E)),
    (2.9, Color::RGB(0xFB_E0_C6)),
    (3.2, Color::RGB(0xF7_F8_F8)),
    (3.6, Color::RGB(0xD6_E6_F6)),
    (3.9, Color::RGB(0xAB_CD_EE)),
    (4.2, Color::RGB(0x7D_B1_E3)),
];

/// The one font: in Excel everywhere, and LibreOffice has a twin of the same widths.
pub(super) const FONT: &str = "Calibri";

/// Number formats, native, so that Excel shows the decimal mark of its own language.
pub(super) const MEAN: &str = "0.0";
pub(super) const COEFFICIENT: &str = "0.00;\"\u{2212}\"0.00;0.00";
pub(super) const NPS: &str = "[>=0.5]+0;[<=-0.5]\"\u{2212}\"0;0";
pub(super) const ONE_PLACE: &str = "#,##0.0;\"\u{2212}\"#,##0.0;0.0";
pub(super) const DIFFERENCE: &str = "[>=0.05]+0.0;[<=-0.05]\"\u{2212}\"0.0;0.0";
pub(super) const SETTLED: &str = "\"▲ \"+0.0;\"▼ \u{2212}\"0.0;0.0";
pub(super) const NPS_SETTLED: &str = "\"▲ \"+0;\"▼ \u{2212}\"0;0";
pub(super) const PERCENT: &str = "0%";
pub(super) const COUNT: &str = "#,##0";
// The last digit of the limit is text, so that the reader's own decimal sign stands before it.
pub(super) const P_VALUE: &str = "[<0.001]\"< \"0.00\"1\";0.000";

/// Text that wraps across columns, with the size that its height is computed from.
pub(super) struct Prose {
    /// How it looks.
    pub(super) format: Format,
    /// Size in points.
    pub(super) size: f64,
}

impl Prose {
    fn new(size: f64) -> Self {
        let format = body().set_font_size(size).set_text_wrap();
        Self { format, size }
    }

    fn with(self, change: impl FnOnce(Format) -> Format) -> Self {
        Self {
            format: change(self.format),
            size: self.size,
        }
    }
}

/// What a sheet says, in one sentence.
pub(super) fn lead() -> Prose {
    Prose::new(11.0)
}

/// A finding to remember.
pub(super) fn headline() -> Prose {
    Prose::new(13.0).with(Format::set_bold)
}

/// Running text.
pub(super) fn text() -> Prose {
    Prose::new(10.0)
}

/// A note under or beside a figure.
pub(super) fn note() -> Prose {
    Prose::new(9.0).with(|format| format.set_font_color(WEAK))
}

/// Body text.
pub(super) fn body() -> Format {
    Format::new()
        .set_font_name(FONT)
        .set_font_size(10)
        .set_font_color(TEXT)
        .set_align(FormatAlign::VerticalCenter)
}

/// The sheet's title.
pub(super) fn title() -> Format {
    body().set_font_size(18).set_bold()
}

/// The title of a part.
pub(super) fn section() -> Format {
    body()
        .set_font_size(12)
        .set_bold()
        .set_font_color(ACCENT)
        .set_border_bottom(FormatBorder::Medium)
        .set_border_bottom_color(ACCENT)
}

/// A column head over text.
pub(super) fn head() -> Format {
    body()
        .set_bold()
        .set_font_size(9)
        .set_text_wrap()
        .set_align(FormatAlign::Bottom)
        .set_background_color(HEAD)
        .set_border_bottom(FormatBorder::Thin)
        .set_border_bottom_color(WEAK)
        .set_border_top(FormatBorder::Thin)
        .set_border_top_color(LINE)
}

/// A column head over numbers.
pub(super) fn head_number() -> Format {
    head().set_align(FormatAlign::Right)
}

/// A column head over words beside a column of numbers.
pub(super) fn head_word() -> Format {
    // Without an alignment of its own the indent has no effect.
    head().set_align(FormatAlign::Left).set_indent(1)
}

/// A column head that stands on end.
pub(super) fn head_upright() -> Format {
    head().set_rotation(90).set_align(FormatAlign::Center)
}

/// A cell of a table.
pub(super) fn cell() -> Format {
    body()
        .set_border_bottom(FormatBorder::Thin)
        .set_border_bottom_color(LINE)
}

/// A cell of text that may need several lines.
pub(super) fn cell_text() -> Format {
    cell().set_text_wrap()
}

/// A number in a table.
pub(super) fn number(format: &str) -> Format {
    cell().set_num_format(format).set_align(FormatAlign::Right)
}

/// The interval of a difference, in the row below it.
pub(super) fn interval() -> Format {
    cell()
        .set_shrink()
        .set_font_size(8)
        .set_font_color(WEAK)
        .set_align(FormatAlign::Center)
}

/// The same in a cell beside it.
pub(super) fn interval_cell() -> Format {
    cell().set_align(FormatAlign::Right).set_font_color(WEAK)
}

/// A number in the middle of a coloured cell; words in its place shrink to its width.
pub(super) fn heat(format: &str) -> Format {
    body()
        .set_shrink()
        .set_num_format(format)
        .set_align(FormatAlign::Center)
        .set_border(FormatBorder::Thin)
        .set_border_color(Color::White)
}

/// The same for the row of the whole company.
pub(super) fn strong(format: Format) -> Format {
    format
        .set_bold()
        .set_border_bottom(FormatBorder::Medium)
        .set_border_bottom_color(WEAK)
}
