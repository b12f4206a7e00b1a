//! The fonts of the prints, and how wide a line of text is in them.
//!
//! Lines are shaped here, once, by the shaper that the PDF writer itself uses, and handed over as
//! glyphs; so what was measured is what is drawn. Knows nothing of pages.

use std::sync::{Arc, LazyLock};

use krilla::text::{Font, GlyphId, KrillaGlyph, Tag};
use rustybuzz::{Direction, Face, Script, ShapePlan, UnicodeBuffer, script};

static TEXT_FONT: &[u8] = include_bytes!("../../../assets/fonts/FrontlineUI.ttf");
static ICON_FONT: &[u8] = include_bytes!("../../../assets/icons/lucide-subset.ttf");

/// Height of a capital letter, in sizes of the type.
pub(super) const CAP_HEIGHT: f32 = 2048.0 / 2816.0;

/// How strong the type is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Weight {
    /// For reading.
    Regular,
    /// For heads and for what must be found.
    Bold,
}

impl Weight {
    const fn value(self) -> f32 {
        match self {
            Self::Regular => 400.0,
            Self::Bold => 600.0,
        }
    }
}

/// A line of text, shaped: all measures in sizes of the type.
pub(super) struct Line {
    /// What it says, for search and for screen readers.
    pub(super) text: String,
    /// What is drawn.
    pub(super) glyphs: Vec<KrillaGlyph>,
    /// From the first glyph's origin to the last one's end.
    pub(super) width: f32,
}

struct Shaper {
    face: Face<'static>,
    latin: ShapePlan,
    cyrillic: ShapePlan,
}

impl Shaper {
    fn new(weight: Weight) -> Self {
        let mut face = Face::from_slice(TEXT_FONT, 0).expect("the embedded font is read by a test");
        face.set_variations(&[rustybuzz::Variation {
            tag: rustybuzz::ttf_parser::Tag::from_bytes(b"wght"),
            value: weight.value(),
        }]);
        let plan =
            |script: Script| ShapePlan::new(&face, Direction::LeftToRight, Some(script), None, &[]);
        let (latin, cyrillic) = (plan(script::LATIN), plan(script::CYRILLIC));
        Self {
            face,
            latin,
            cyrillic,
        }
    }
}

fn shaper(weight: Weight) -> &'static Shaper {
    static REGULAR: LazyLock<Shaper> = LazyLock::new(|| Shaper::new(Weight::Regular));
    static BOLD: LazyLock<Shaper> = LazyLock::new(|| Shaper::new(Weight::Bold));
    match weight {
        Weight::Regular => &REGULAR,
        Weight::Bold => &BOLD,
    }
}

/// A line of text as it will be drawn. Control characters and marks that turn the direction of
/// writing are left out: they are invisible and can make a line say something else.
pub(super) fn shape(text: &str, weight: Weight) -> Line {
    let text: String = text.chars().filter(|c| !is_invisible(*c)).collect();
    let shaper = shaper(weight);
    let is_cyrillic = text.chars().any(|c| ('\u{400}'..='\u{52f}').contains(&c));
    let (script, plan) = if is_cyrillic {
        (script::CYRILLIC, &shaper.cyrillic)
    } else {
        (script::LATIN, &shaper.latin)
    };
    let mut buffer = UnicodeBuffer::new();
    buffer.push_str(&text);
    buffer.set_direction(Direction::LeftToRight);
    buffer.set_script(script);
    let shaped = rustybuzz::shape_with_plan(&shaper.face, plan, buffer);
    let em = em(&shaper.face);
    let starts: Vec<usize> = shaped
        .glyph_infos()
        .iter()
        .map(|info| info.cluster as usize)
        .collect();
    let mut width = 0.0;
    let mut glyphs = Vec::with_capacity(starts.len());
    for (index, (info, place)) in shaped
        .glyph_infos()
        .iter()
        .zip(shaped.glyph_positions())
        .enumerate()
    {
        let start = info.cluster as usize;
        let end = starts
            .iter()
            .skip(index)
            .find(|next| **next > start)
            .copied()
            .unwrap_or(text.len());
        let advance = units(place.x_advance) / em;
        glyphs.push(KrillaGlyph::new(
            GlyphId::new(info.glyph_id),
            advance,
            units(place.x_offset) / em,
            units(place.y_offset) / em,
            0.0,
            start..end,
            None,
        ));
        width += advance;
    }
    Line {
        text,
        glyphs,
        width,
    }
}

/// A line in which every character sits in the middle of a cell of the same width, hyphens in a
/// narrower one: a code that is read letter by letter. One piece of text for search all the same.
pub(super) fn shape_cells(text: &str, weight: Weight, cell: f32, hyphen: f32) -> Line {
    let face = &shaper(weight).face;
    let mut line = Line {
        text: text.to_owned(),
        glyphs: Vec::new(),
        width: 0.0,
    };
    for (start, letter) in text.char_indices() {
        let glyph = face.glyph_index(letter).unwrap_or_default();
        let own = f32::from(face.glyph_hor_advance(glyph).unwrap_or_default()) / em(face);
        let advance = if letter == '-' { hyphen } else { cell };
        line.glyphs.push(KrillaGlyph::new(
            GlyphId::new(u32::from(glyph.0)),
            advance,
            (advance - own) / 2.0,
            0.0,
            0.0,
            start..start + letter.len_utf8(),
            None,
        ));
        line.width += advance;
    }
    line
}

/// A letter of the icon font, one size wide and high.
pub(super) fn icon(letter: char) -> Arc<Line> {
    let face = Face::from_slice(ICON_FONT, 0).expect("the embedded icons are read by a test");
    let glyph = face.glyph_index(letter).unwrap_or_default();
    Arc::new(Line {
        text: letter.to_string(),
        glyphs: vec![KrillaGlyph::new(
            GlyphId::new(u32::from(glyph.0)),
            1.0,
            0.0,
            0.0,
            0.0,
            0..letter.len_utf8(),
            None,
        )],
        width: 1.0,
    })
}

/// How far the icon font reaches above the base line, in sizes.
pub(super) fn icon_ascent() -> f32 {
    let face = Face::from_slice(ICON_FONT, 0).expect("the embedded icons are read by a test");
    f32::from(face.ascender()) / em(&face)
}

/// The fonts as the PDF writer wants them.
pub(super) struct PdfFonts {
    regular: Font,
    bold: Font,
    /// Icons; drawn as outlines, for they are no text.
    pub(super) icons: Font,
}

impl PdfFonts {
    /// The embedded fonts.
    pub(super) fn new() -> Self {
        let text = |weight: Weight| {
            Font::new_variable(TEXT_FONT.into(), 0, &[(Tag::new(b"wght"), weight.value())])
                .expect("the embedded font is read by a test")
        };
        Self {
            regular: text(Weight::Regular),
            bold: text(Weight::Bold),
            icons: Font::new(ICON_FONT.into(), 0).expect("the embedded icons are read by a test"),
        }
    }

    /// The text font of a weight.
    pub(super) fn text(&self, weight: Weight) -> Font {
        match weight {
            Weight::Regular => self.regular.clone(),
            Weight::Bold => self.bold.clone(),
        }
    }
}

fn is_invisible(c: char) -> bool {
    c.is_control()
        || c == '\u{ad}'
        || c == '\u{feff}'
        || ('\u{200b}'..='\u{200f}').contains(&c)
        || ('\u{202a}'..='\u{202e}').contains(&c)
        || ('\u{2060}'..='\u{2069}').contains(&c)
}

fn em(face: &Face<'_>) -> f32 {
    units(face.units_per_em())
}

#[expect(clippy::cast_precision_loss, reason = "font units stay far below 2^24")]
fn units(value: i32) -> f32 {
    value as f32
}

#[cfg(test)]
mod tests {
    use super::super::pictures::{CHECK, WARNING};
    use super::*;
    use crate::i18n::FILES;

    #[test]
    fn both_weights_have_a_shape_for_every_letter_that_is_printed() {
        let (_, ru, en) = FILES
            .iter()
            .find(|(name, _, _)| *name == "print.ftl")
            .expect("the file is listed");
        for text in [ru, en] {
            for line in text.lines() {
                for weight in [Weight::Regular, Weight::Bold] {
                    let shaped = shape(line, weight);
                    let missing = shaped
                        .glyphs
                        .iter()
                        .any(|glyph| glyph.glyph_id.to_u32() == 0);
                    assert!(!missing, "{line}");
                    assert!(line.is_empty() || shaped.width > 0.0);
                }
            }
        }
    }

    #[test]
    fn bold_is_wider_than_regular() {
        let width = |weight| shape("Листок", weight).width;
        assert!(width(Weight::Bold) > width(Weight::Regular) * 1.01);
    }

    #[test]
    fn the_icons_are_in_the_icon_font() {
        for letter in [CHECK, WARNING] {
            assert!(
                icon(letter)
                    .glyphs
                    .iter()
                    .all(|glyph| glyph.glyph_id.to_u32() != 0)
            );
        }
    }

    #[test]
    fn cells_give_every_code_the_same_width() {
        let width = |code| shape_cells(code, Weight::Bold, 0.9, 0.6).width;
        assert!((width("WWWW-MMMM-QQQQ") - width("1111-JJJJ-TTTT")).abs() < 1e-6);
    }
}
