//! Pages into PDF. The only place that draws with krilla.
//!
//! No author, no date, no path: the same pages give the same bytes, on every machine.

use krilla::Document;
use krilla::SerializeSettings;
use krilla::color::{luma, rgb};
use krilla::geom::{Path, PathBuilder, Point, Rect};
use krilla::metadata::Metadata;
use krilla::page::PageSettings;
use krilla::paint::{Fill, LineCap, LineJoin, Paint, Stroke, StrokeDash};
use krilla::surface::Surface;

use super::font::PdfFonts;
use super::page::{Area, Ink, Op, Page, Pen, Segment};
use super::qr::Symbol;
use crate::error::{Error, Kind, Result};

/// What the document says about itself.
pub(super) struct About {
    /// Title in the reader's title bar.
    pub(super) title: String,
    /// Language tag.
    pub(super) language: &'static str,
}

/// Writes the document.
pub(super) fn write(pages: &[Page], about: &About) -> Result<Vec<u8>> {
    let fonts = PdfFonts::new();
    let mut document = Document::new_with(SerializeSettings {
        enable_tagging: false,
        ..SerializeSettings::default()
    });
    document.set_metadata(
        Metadata::new()
            .title(about.title.clone())
            .language(about.language.to_owned()),
    );
    for page in pages {
        let settings = PageSettings::from_wh(page.width, page.height)
            .ok_or_else(|| fault("a page without size"))?;
        let mut sheet = document.start_page_with(settings);
        let mut surface = sheet.surface();
        for op in &page.ops {
            draw(&mut surface, op, &fonts);
        }
        surface.finish();
        sheet.finish();
    }
    document
        .finish()
        .map_err(|_| fault("the PDF could not be written"))
}

fn fault(what: &str) -> Error {
    Kind::Internal(what.to_owned()).into()
}

fn draw(surface: &mut Surface<'_>, op: &Op, fonts: &PdfFonts) {
    match op {
        Op::Text(placed) => {
            set(surface, Some(placed.ink), None);
            surface.draw_glyphs(
                Point::from_xy(placed.x, placed.baseline),
                &placed.line.glyphs,
                fonts.text(placed.weight),
                &placed.line.text,
                placed.size,
                false,
            );
        }
        Op::Shape { outline, fill, pen } => {
            if let Some(path) = path(outline) {
                set(surface, *fill, *pen);
                surface.draw_path(&path);
            }
        }
        Op::Icon {
            glyph,
            x,
            baseline,
            size,
            ink,
        } => {
            set(surface, Some(*ink), None);
            surface.draw_glyphs(
                Point::from_xy(*x, *baseline),
                &glyph.glyphs,
                fonts.icons.clone(),
                &glyph.text,
                *size,
                true,
            );
        }
        Op::Qr { symbol, area } => {
            if let Some(path) = modules(symbol, *area) {
                set(surface, Some(Ink::Text), None);
                surface.draw_path(&path);
            }
        }
    }
}

fn set(surface: &mut Surface<'_>, fill: Option<Ink>, pen: Option<Pen>) {
    surface.set_fill(fill.map(|ink| Fill {
        paint: paint(ink),
        ..Fill::default()
    }));
    surface.set_stroke(pen.map(|pen| Stroke {
        paint: paint(pen.ink),
        width: pen.width,
        line_cap: if pen.dash.is_some() {
            LineCap::Butt
        } else {
            LineCap::Round
        },
        line_join: LineJoin::Round,
        dash: pen.dash.map(|(on, off)| StrokeDash {
            array: vec![on, off],
            offset: 0.0,
        }),
        ..Stroke::default()
    }));
}

/// Text is pure black and grays are one ink: neither a laser's raster nor a colour printer's mixing
/// frays small type.
fn paint(ink: Ink) -> Paint {
    match ink {
        Ink::Text => luma::Color::black().into(),
        Ink::Weak => luma::Color::new(0x48).into(),
        Ink::Edge => luma::Color::new(0x70).into(),
        Ink::Line => luma::Color::new(0xa8).into(),
        Ink::Accent => rgb::Color::new(0x0b, 0x61, 0x70).into(),
        Ink::Soft => rgb::Color::new(0xe8, 0xf2, 0xf4).into(),
        Ink::Paper => luma::Color::white().into(),
    }
}

fn path(outline: &[Segment]) -> Option<Path> {
    let mut builder = PathBuilder::new();
    for segment in outline {
        match *segment {
            Segment::Move(x, y) => builder.move_to(x, y),
            Segment::Line(x, y) => builder.line_to(x, y),
            Segment::Curve([a, b, c, d, x, y]) => builder.cubic_to(a, b, c, d, x, y),
            Segment::Close => builder.close(),
        }
    }
    builder.finish()
}

/// All dark modules as one outline. Rows overlap by a hair, so that no renderer leaves a white
/// seam between them.
fn modules(symbol: &Symbol, area: Area) -> Option<Path> {
    let module = area.width / count(symbol.side);
    let mut builder = PathBuilder::new();
    for (row, column, length) in symbol.runs() {
        builder.push_rect(Rect::from_xywh(
            area.x + count(column) * module,
            area.y + count(row) * module,
            count(length) * module,
            module * 1.02,
        )?);
    }
    builder.finish()
}

#[expect(clippy::cast_precision_loss, reason = "a symbol has few modules")]
fn count(modules: usize) -> f32 {
    modules as f32
}
