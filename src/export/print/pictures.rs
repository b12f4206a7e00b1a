//! Three simple drawings for the poster, in lines: drawing a slip, answering, sealing. And the names
//! of the icons that print uses.

use super::page::{Area, Ink, Page, Pen, Segment};

/// A tick.
pub(super) const CHECK: char = '\u{e06c}';
/// A warning triangle.
pub(super) const WARNING: char = '\u{e193}';

/// What is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Picture {
    /// A slip comes out of a box.
    Box,
    /// A screen with five answers.
    Screen,
    /// A closed envelope with a lock.
    Envelope,
}

/// A square of 100 by 100 steps on the page.
struct Easel<'a> {
    page: &'a mut Page,
    area: Area,
}

const LINE: f32 = 1.4;

impl Easel<'_> {
    fn at(&self, (x, y): (f32, f32)) -> (f32, f32) {
        let step = self.area.width / 100.0;
        (self.area.x + x * step, self.area.y + y * step)
    }

    fn lines(&mut self, points: &[(f32, f32)]) {
        let outline = points
            .iter()
            .enumerate()
            .map(|(index, point)| {
                let (x, y) = self.at(*point);
                if index == 0 {
                    Segment::Move(x, y)
                } else {
                    Segment::Line(x, y)
                }
            })
            .collect();
        self.page
            .shape(outline, None, Some(Pen::new(LINE, Ink::Text)));
    }

    fn block(&mut self, from: (f32, f32), to: (f32, f32), fill: Ink) {
        let ((x, y), (right, bottom)) = (self.at(from), self.at(to));
        let area = Area::new(x, y, right - x, bottom - y);
        self.page
            .block(area, 2.0, Some(fill), Some(Pen::new(LINE, Ink::Text)));
    }

    fn dot(&mut self, middle: (f32, f32), radius: f32, fill: Ink) {
        let middle = self.at(middle);
        let radius = radius * self.area.width / 100.0;
        self.page
            .circle(middle, radius, Some(fill), Some(Pen::new(LINE, Ink::Text)));
    }
}

/// Draws it into a square.
pub(super) fn draw(page: &mut Page, picture: Picture, area: Area) {
    let mut easel = Easel { page, area };
    match picture {
        Picture::Box => {
            easel.block((34.0, 6.0), (66.0, 66.0), Ink::Paper);
            for y in [17.0, 25.0] {
                easel.lines(&[(42.0, y), (58.0, y)]);
            }
            easel.block((44.0, 33.0), (56.0, 45.0), Ink::Accent);
            easel.block((14.0, 52.0), (86.0, 94.0), Ink::Soft);
            easel.lines(&[(14.0, 54.0), (4.0, 41.0)]);
            easel.lines(&[(86.0, 54.0), (96.0, 41.0)]);
        }
        Picture::Screen => {
            easel.block((6.0, 14.0), (94.0, 76.0), Ink::Paper);
            easel.lines(&[(20.0, 29.0), (80.0, 29.0)]);
            easel.lines(&[(20.0, 38.0), (58.0, 38.0)]);
            for (index, x) in [20.0, 35.0, 50.0, 65.0, 80.0].into_iter().enumerate() {
                let fill = if index == 3 { Ink::Accent } else { Ink::Paper };
                easel.dot((x, 58.0), 5.5, fill);
            }
            easel.lines(&[(50.0, 76.0), (50.0, 92.0)]);
            easel.lines(&[(32.0, 92.0), (68.0, 92.0)]);
        }
        Picture::Envelope => {
            easel.block((6.0, 22.0), (94.0, 88.0), Ink::Soft);
            easel.lines(&[(8.0, 24.0), (50.0, 56.0), (92.0, 24.0)]);
            easel.lines(&[
                (43.0, 60.0),
                (43.0, 53.0),
                (46.0, 49.0),
                (50.0, 48.0),
                (54.0, 49.0),
                (57.0, 53.0),
                (57.0, 60.0),
            ]);
            easel.block((38.0, 58.0), (62.0, 76.0), Ink::Accent);
        }
    }
}
