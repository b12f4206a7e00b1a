//! Type styles: size, line and weight by what the text is for.
//! Must not hold colours.

use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Color32, FontId};

use crate::ui::fonts::Weight;

/// What a piece of text is for; this decides its size, line height and weight.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Type {
    /// One big number in a card, 28 / 34, strong.
    Figure,
    /// The name of a screen, 20 / 26, strong.
    Title,
    /// The sentence on top, the next step, the consequence, 18 / 25, strong.
    Verdict,
    /// Head of a card, 14 / 20, strong.
    Heading,
    /// Everything else, 13 / 18.
    Body,
    /// Buttons and links, 13 / 18, medium.
    Medium,
    /// The figure of a row, a head inside a card, 13 / 18, strong.
    Strong,
    /// Captions and axes, 12 / 16.
    Small,
    /// Heads of tables, chips, 12 / 16, medium.
    SmallMedium,
    /// A figure among captions, 12 / 16, strong.
    SmallStrong,
    /// Ticks of bars and radar, 11 / 14: the smallest there is.
    Tick,
    /// Kiosk: the question, 28 / 36, strong.
    KioskQuestion,
    /// Kiosk: an answer, 20 / 28.
    KioskAnswer,
    /// Kiosk: the chosen answer, 20 / 28, strong.
    KioskChosen,
    /// Kiosk: the rest, 16 / 24.
    KioskBody,
    /// Kiosk: buttons, 16 / 24, medium.
    KioskMedium,
    /// Kiosk: heads and what is chosen, 16 / 24, strong.
    KioskStrong,
    /// Kiosk: notes, 15 / 22.
    KioskNote,
}

impl Type {
    /// Size and line height in points, and weight.
    #[must_use]
    pub fn measures(self) -> (f32, f32, Weight) {
        match self {
            Self::Figure => (28.0, 34.0, Weight::Strong),
            Self::Title => (20.0, 26.0, Weight::Strong),
            Self::Verdict => (18.0, 25.0, Weight::Strong),
            Self::Heading => (14.0, 20.0, Weight::Strong),
            Self::Body => (13.0, 18.0, Weight::Regular),
            Self::Medium => (13.0, 18.0, Weight::Medium),
            Self::Strong => (13.0, 18.0, Weight::Strong),
            Self::Small => (12.0, 16.0, Weight::Regular),
            Self::SmallMedium => (12.0, 16.0, Weight::Medium),
            Self::SmallStrong => (12.0, 16.0, Weight::Strong),
            Self::Tick => (11.0, 14.0, Weight::Regular),
            Self::KioskQuestion => (28.0, 36.0, Weight::Strong),
            Self::KioskAnswer => (20.0, 28.0, Weight::Regular),
            Self::KioskChosen => (20.0, 28.0, Weight::Strong),
            Self::KioskBody => (16.0, 24.0, Weight::Regular),
            Self::KioskMedium => (16.0, 24.0, Weight::Medium),
            Self::KioskStrong => (16.0, 24.0, Weight::Strong),
            Self::KioskNote => (15.0, 22.0, Weight::Regular),
        }
    }

    /// The font for egui.
    #[must_use]
    pub fn font(self) -> FontId {
        let (size, _, weight) = self.measures();
        FontId::new(size, weight.family())
    }

    /// Height of one line in points.
    #[must_use]
    pub fn line(self) -> f32 {
        self.measures().1
    }

    /// The same size and line in strong.
    #[must_use]
    pub fn stronger(self) -> Self {
        match self {
            Self::Body | Self::Medium | Self::Strong => Self::Strong,
            Self::Small | Self::SmallMedium | Self::SmallStrong | Self::Tick => Self::SmallStrong,
            Self::KioskAnswer | Self::KioskChosen => Self::KioskChosen,
            Self::KioskBody | Self::KioskMedium | Self::KioskStrong | Self::KioskNote => {
                Self::KioskStrong
            }
            Self::Figure | Self::Title | Self::Verdict | Self::Heading | Self::KioskQuestion => {
                self
            }
        }
    }

    /// Format for a piece of text in this style.
    #[must_use]
    pub fn format(self, color: Color32) -> TextFormat {
        TextFormat {
            font_id: self.font(),
            line_height: Some(self.line()),
            color,
            valign: egui::Align::Center,
            ..TextFormat::default()
        }
    }

    /// One line that ends in “…” where it would be wider than `width`.
    #[must_use]
    pub fn elided(self, text: &str, color: Color32, width: f32) -> LayoutJob {
        let mut job = LayoutJob::single_section(text.to_owned(), self.format(color));
        job.wrap = TextWrapping::truncate_at_width(width);
        job.break_on_newline = false;
        job
    }

    /// Text that wraps at `width`; infinity keeps it on one line.
    #[must_use]
    pub fn wrapped(self, text: &str, color: Color32, width: f32) -> LayoutJob {
        let mut job = LayoutJob::single_section(text.to_owned(), self.format(color));
        job.wrap.max_width = width;
        job
    }

    /// Wrapping text in which `**…**` is strong and in the text colour, so that a translated
    /// sentence can stress its number.
    #[must_use]
    pub fn marked(self, text: &str, colors: (Color32, Color32), width: f32) -> LayoutJob {
        let (plain, strong) = colors;
        let mut job = LayoutJob::default();
        job.wrap.max_width = width;
        for (index, part) in text.split("**").enumerate() {
            let format = if index % 2 == 0 {
                self.format(plain)
            } else {
                self.stronger().format(strong)
            };
            if !part.is_empty() {
                job.append(part, 0.0, format);
            }
        }
        job
    }
}
