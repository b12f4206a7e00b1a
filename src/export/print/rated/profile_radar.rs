//! The radar of a profile: the level filled, the role broken, what falls short as a diamond. Never
//! stands without the table beside it.

use super::super::page::{Area, Ink, Page, Pen, Segment, mm};
use super::super::text::{Align, Style};
use super::input::ProfileSheet;
use super::{in_cell, in_row};
use crate::domain::Lang;
use crate::i18n::message;
use crate::phrases::shortfall;

const GRID: Pen = Pen::new(0.4, Ink::Line);
const LABEL: Style = Style::new(7.5).leading(1.14);
const LEGEND: f32 = mm(9.0);
/// Fewer rays make no shape.
const RAYS_MIN: usize = 3;

struct Rose {
    middle: (f32, f32),
    radius: f32,
    rays: usize,
}

impl Rose {
    /// The direction of a ray; the first points up.
    fn direction(&self, ray: usize) -> (f32, f32) {
        #[expect(clippy::cast_precision_loss, reason = "a handful of rays")]
        let turn = ray as f32 / self.rays as f32 * std::f32::consts::TAU;
        (turn.sin(), -turn.cos())
    }

    /// Where a level stands on its ray; 1 is the middle.
    fn at(&self, ray: usize, level: f64) -> (f32, f32) {
        #[expect(clippy::cast_possible_truncation, reason = "a level from 1 to 5")]
        let length = self.radius * ((level - 1.0) / 4.0) as f32;
        let (x, y) = self.direction(ray);
        (self.middle.0 + x * length, self.middle.1 + y * length)
    }

    /// The outline through these levels.
    fn outline(&self, levels: impl Iterator<Item = f64>) -> Vec<Segment> {
        let mut outline: Vec<Segment> = levels
            .enumerate()
            .map(|(ray, level)| {
                let (x, y) = self.at(ray, level);
                match ray {
                    0 => Segment::Move(x, y),
                    _ => Segment::Line(x, y),
                }
            })
            .collect();
        outline.push(Segment::Close);
        outline
    }
}

/// Draws it with its legend into the area.
pub(super) fn radar(page: &mut Page, sheet: &ProfileSheet<'_>, lang: Lang, area: Area) {
    let lines = &sheet.profile.competencies;
    if lines.len() < RAYS_MIN {
        return;
    }
    let title = Area::new(area.x, area.y, area.width, mm(4.4));
    let words = message(lang, "rated-print-radar");
    in_row(page, &words, Style::new(8.5).bold(), title);
    let high = area.height - LEGEND - mm(4.4);
    let rose = Rose {
        middle: (area.x + area.width / 2.0, area.y + mm(4.4) + high / 2.0),
        radius: (area.width * 0.2).min(high / 2.0 - mm(7.5)),
        rays: lines.len(),
    };
    grid(page, &rose);
    let known: Option<Vec<f64>> = lines.iter().map(|it| Some(it.others.ok()?.value)).collect();
    if let Some(levels) = known {
        let outline = rose.outline(levels.into_iter());
        page.shape(outline, Some(Ink::Soft), Some(Pen::new(1.2, Ink::Accent)));
    }
    let needed: Option<Vec<f64>> = lines.iter().map(|it| Some(it.required?.value())).collect();
    if let Some(levels) = needed {
        let pen = Pen::dashed(1.0, Ink::Text, 3.0, 2.2);
        page.shape(rose.outline(levels.into_iter()), None, Some(pen));
    }
    for (ray, line) in lines.iter().enumerate() {
        if let Ok(own) = line.own {
            let pen = Pen::new(0.9, Ink::Text);
            page.circle(
                rose.at(ray, own.value()),
                mm(1.0),
                Some(Ink::Paper),
                Some(pen),
            );
        }
        if let Ok(figure) = line.others {
            let at = rose.at(ray, figure.value);
            match shortfall(line) {
                Some(_) => diamond(page, at, mm(1.5)),
                None => page.circle(at, mm(0.9), Some(Ink::Accent), None),
            }
        }
    }
    let names = sheet.findings.model.competencies.iter();
    for (ray, (competency, line)) in names.zip(lines).enumerate() {
        let style = match shortfall(line) {
            Some(_) => LABEL.bold(),
            None => LABEL,
        };
        label(page, (&rose, area), ray, (competency.name.get(lang), style));
    }
    legend(
        page,
        lang,
        Area::new(area.x, area.bottom() - LEGEND, area.width, LEGEND),
    );
}

fn grid(page: &mut Page, rose: &Rose) {
    for level in [2.0, 3.0, 4.0, 5.0] {
        let ring = std::iter::repeat_n(level, rose.rays);
        page.shape(rose.outline(ring), None, Some(GRID));
    }
    for ray in 0..rose.rays {
        page.stroke(rose.middle, rose.at(ray, 5.0), GRID);
    }
}

fn diamond(page: &mut Page, (x, y): (f32, f32), size: f32) {
    let outline = vec![
        Segment::Move(x, y - size),
        Segment::Line(x + size, y),
        Segment::Line(x, y + size),
        Segment::Line(x - size, y),
        Segment::Close,
    ];
    page.shape(outline, Some(Ink::Text), None);
}

/// The name outside its ray: beside it, above it or below it.
fn label(page: &mut Page, (rose, area): (&Rose, Area), ray: usize, (name, style): (&str, Style)) {
    let (dx, dy) = rose.direction(ray);
    let far = rose.radius + mm(1.8);
    let (x, y) = (rose.middle.0 + dx * far, rose.middle.1 + dy * far);
    let high = mm(6.2);
    let frame = if dx.abs() < 0.2 {
        let top = if dy < 0.0 { y - high } else { y };
        let width = mm(30.0);
        Area::new(x - width / 2.0, top, width, high)
    } else if dx > 0.0 {
        Area::new(x, y - high / 2.0, area.right() - x, high)
    } else {
        Area::new(area.x, y - high / 2.0, x - area.x, high)
    };
    let align = match dx {
        _ if dx.abs() < 0.2 => Align::Center,
        dx if dx > 0.0 => Align::Left,
        _ => Align::Right,
    };
    in_cell(page, name, style.align(align), frame);
}

/// Four marks in two rows.
fn legend(page: &mut Page, lang: Lang, area: Area) {
    let keys = [
        "rated-print-legend-level",
        "rated-print-legend-role",
        "rated-print-legend-self",
        "rated-print-legend-gap",
    ];
    let (half, row) = (area.width / 2.0, area.height / 2.0);
    for (place, key) in (0_u8..).zip(keys) {
        let x = area.x + f32::from(place % 2) * half;
        let y = area.y + f32::from(place / 2) * row;
        let middle = (x + mm(3.0), y + row / 2.0);
        let ends = ((x, middle.1), (x + mm(6.0), middle.1));
        match place {
            0 => page.stroke(ends.0, ends.1, Pen::new(1.6, Ink::Accent)),
            1 => page.stroke(ends.0, ends.1, Pen::dashed(1.0, Ink::Text, 3.0, 2.2)),
            2 => page.circle(
                middle,
                mm(1.0),
                Some(Ink::Paper),
                Some(Pen::new(0.9, Ink::Text)),
            ),
            _ => diamond(page, middle, mm(1.5)),
        }
        let text = Area::new(x + mm(7.5), y, half - mm(8.5), row);
        in_row(
            page,
            &message(lang, key),
            Style::new(7.5).ink(Ink::Weak),
            text,
        );
    }
}
