//! A page as a list of what is drawn on it: text lines, shapes, icons, QR symbols, in points from
//! the upper left corner. Layout fills it, [`super::pdf`] writes it, tests read it.

use std::sync::Arc;

use super::font::{self, Line, Weight};
use super::qr::Symbol;

/// Millimetres in points.
pub(super) const fn mm(value: f32) -> f32 {
    value * 72.0 / 25.4
}

/// Width of A4 upright.
pub(super) const A4_WIDTH: f32 = mm(210.0);
/// Height of A4 upright.
pub(super) const A4_HEIGHT: f32 = mm(297.0);

/// A rectangle on a page, in points from the upper left corner.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Area {
    /// Left edge.
    pub x: f32,
    /// Upper edge.
    pub y: f32,
    /// Width.
    pub width: f32,
    /// Height.
    pub height: f32,
}

impl Area {
    /// A rectangle from its corner and size.
    #[must_use]
    pub const fn new(x: f32, y: f32, width: f32, height: f32) -> Self {
        Self {
            x,
            y,
            width,
            height,
        }
    }

    /// Right edge.
    #[must_use]
    pub const fn right(&self) -> f32 {
        self.x + self.width
    }

    /// Lower edge.
    #[must_use]
    pub const fn bottom(&self) -> f32 {
        self.y + self.height
    }

    /// The upper share of it.
    #[must_use]
    pub const fn cropped(&self, share: f32) -> Self {
        Self::new(self.x, self.y, self.width, self.height * share)
    }

    /// The same, smaller by so much on every side.
    #[must_use]
    pub const fn inset(&self, by: f32) -> Self {
        Self::new(
            self.x + by,
            self.y + by,
            self.width - 2.0 * by,
            self.height - 2.0 * by,
        )
    }
}

/// The colours of print: all of them stay apart on a black-and-white printer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ink {
    /// Pure black: text, codes, symbols.
    Text,
    /// Text that comes second; not for type below 8 points, which a printer's raster would fray.
    Weak,
    /// Edges of what is filled in.
    Edge,
    /// Lines that only part.
    Line,
    /// What the eye should meet first.
    Accent,
    /// A quiet ground.
    Soft,
    /// What hides the things behind it.
    Paper,
}

/// How an outline is drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Pen {
    /// Width in points.
    pub(super) width: f32,
    /// Colour.
    pub(super) ink: Ink,
    /// Lengths of stroke and gap; none for a whole line.
    pub(super) dash: Option<(f32, f32)>,
}

impl Pen {
    /// A whole line.
    pub(super) const fn new(width: f32, ink: Ink) -> Self {
        Self {
            width,
            ink,
            dash: None,
        }
    }

    /// A broken line.
    pub(super) const fn dashed(width: f32, ink: Ink, on: f32, off: f32) -> Self {
        Self {
            width,
            ink,
            dash: Some((on, off)),
        }
    }
}

/// A piece of an outline.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Segment {
    /// Begin here.
    Move(f32, f32),
    /// A straight line to here.
    Line(f32, f32),
    /// A curve: two handles and the end.
    Curve([f32; 6]),
    /// Back to the beginning.
    Close,
}

/// A line of text at its place.
#[derive(Clone)]
pub(super) struct Placed {
    pub(super) line: Arc<Line>,
    pub(super) x: f32,
    pub(super) baseline: f32,
    pub(super) size: f32,
    pub(super) weight: Weight,
    pub(super) ink: Ink,
    /// The rectangle it was given; it must not leave it.
    pub(super) frame: Area,
}

/// One thing that is drawn.
#[derive(Clone)]
pub(super) enum Op {
    Text(Placed),
    Shape {
        outline: Vec<Segment>,
        fill: Option<Ink>,
        pen: Option<Pen>,
    },
    Icon {
        glyph: Arc<Line>,
        x: f32,
        baseline: f32,
        size: f32,
        ink: Ink,
    },
    Qr {
        symbol: Arc<Symbol>,
        area: Area,
    },
}

/// A page.
#[derive(Clone)]
pub(super) struct Page {
    /// Width.
    pub(super) width: f32,
    /// Height.
    pub(super) height: f32,
    /// What is drawn, first things first.
    pub(super) ops: Vec<Op>,
}

impl Page {
    /// An empty A4 page, upright.
    pub(super) const fn upright() -> Self {
        Self {
            width: A4_WIDTH,
            height: A4_HEIGHT,
            ops: Vec::new(),
        }
    }

    /// An empty A4 page, lying.
    pub(super) const fn lying() -> Self {
        Self {
            width: A4_HEIGHT,
            height: A4_WIDTH,
            ops: Vec::new(),
        }
    }

    /// A straight line.
    pub(super) fn stroke(&mut self, from: (f32, f32), to: (f32, f32), pen: Pen) {
        self.shape(
            vec![Segment::Move(from.0, from.1), Segment::Line(to.0, to.1)],
            None,
            Some(pen),
        );
    }

    /// A rectangle with rounded corners.
    pub(super) fn block(&mut self, area: Area, radius: f32, fill: Option<Ink>, pen: Option<Pen>) {
        self.shape(rounded(area, radius), fill, pen);
    }

    /// A circle.
    pub(super) fn circle(
        &mut self,
        middle: (f32, f32),
        radius: f32,
        fill: Option<Ink>,
        pen: Option<Pen>,
    ) {
        let area = Area::new(
            middle.0 - radius,
            middle.1 - radius,
            2.0 * radius,
            2.0 * radius,
        );
        self.shape(rounded(area, radius), fill, pen);
    }

    /// Any outline.
    pub(super) fn shape(&mut self, outline: Vec<Segment>, fill: Option<Ink>, pen: Option<Pen>) {
        self.ops.push(Op::Shape { outline, fill, pen });
    }

    /// An icon of this size with its upper left corner here.
    pub(super) fn icon(&mut self, letter: char, corner: (f32, f32), size: f32, ink: Ink) {
        self.ops.push(Op::Icon {
            glyph: font::icon(letter),
            x: corner.0,
            baseline: corner.1 + size * font::icon_ascent(),
            size,
            ink,
        });
    }

    /// Everything on another page once more, moved by so much.
    pub(super) fn stamp(&mut self, other: &Self, dx: f32, dy: f32) {
        self.ops
            .extend(other.ops.iter().cloned().map(|op| moved(op, dx, dy)));
    }
}

fn moved(op: Op, dx: f32, dy: f32) -> Op {
    let shift = |area: Area| Area::new(area.x + dx, area.y + dy, area.width, area.height);
    match op {
        Op::Text(placed) => Op::Text(Placed {
            x: placed.x + dx,
            baseline: placed.baseline + dy,
            frame: shift(placed.frame),
            ..placed
        }),
        Op::Shape { outline, fill, pen } => Op::Shape {
            outline: outline
                .into_iter()
                .map(|segment| match segment {
                    Segment::Move(x, y) => Segment::Move(x + dx, y + dy),
                    Segment::Line(x, y) => Segment::Line(x + dx, y + dy),
                    Segment::Curve([a, b, c, d, x, y]) => {
                        Segment::Curve([a + dx, b + dy, c + dx, d + dy, x + dx, y + dy])
                    }
                    Segment::Close => Segment::Close,
                })
                .collect(),
            fill,
            pen,
        },
        Op::Icon {
            glyph,
            x,
            baseline,
            size,
            ink,
        } => Op::Icon {
            glyph,
            x: x + dx,
            baseline: baseline + dy,
            size,
            ink,
        },
        Op::Qr { symbol, area } => Op::Qr {
            symbol,
            area: shift(area),
        },
    }
}

/// The outline of a rectangle with rounded corners; with half the side as radius, a circle.
fn rounded(area: Area, radius: f32) -> Vec<Segment> {
    let (x, y, right, bottom) = (area.x, area.y, area.right(), area.bottom());
    if radius <= 0.0 {
        return vec![
            Segment::Move(x, y),
            Segment::Line(right, y),
            Segment::Line(right, bottom),
            Segment::Line(x, bottom),
            Segment::Close,
        ];
    }
    let r = radius.min(area.width / 2.0).min(area.height / 2.0);
    // A quarter circle as a curve: the handle is 0.5523 of the radius long.
    let h = r * (1.0 - 0.552_3);
    vec![
        Segment::Move(x + r, y),
        Segment::Line(right - r, y),
        Segment::Curve([right - h, y, right, y + h, right, y + r]),
        Segment::Line(right, bottom - r),
        Segment::Curve([right, bottom - h, right - h, bottom, right - r, bottom]),
        Segment::Line(x + r, bottom),
        Segment::Curve([x + h, bottom, x, bottom - h, x, bottom - r]),
        Segment::Line(x, y + r),
        Segment::Curve([x, y + h, x + h, y, x + r, y]),
        Segment::Close,
    ]
}
