//! Radar: levels around a centre, against the levels that are needed.
//! Must stand beside the table that holds the figures; it shows the shape and no number.

use egui::accesskit::Role;
use egui::{
    Align2, Color32, Mesh, Pos2, Rect, Response, Sense, Shape, Stroke, Ui, WidgetInfo, vec2,
};

use super::super::text::{self, Kit as _};
use super::axis::points;
use crate::ui::theme::{Palette, Type};

/// One ray.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RadarRay {
    /// What it is; broken over at most two lines.
    pub label: String,
    /// The level, 1 to 5.
    pub level: Option<f64>,
    /// The level that is needed.
    pub required: Option<f64>,
    /// The self-rating.
    pub own: Option<f64>,
    /// Below what is needed: a diamond in the flag colour, its label strong.
    pub is_flagged: bool,
}

/// A radar of levels 1 to 5, centre 1.
#[derive(Clone, Copy, Debug)]
#[must_use = "call `show`"]
pub struct Radar<'a> {
    /// Accessible name of the whole.
    pub name: &'a str,
    /// The rays, clockwise from above.
    pub rays: &'a [RadarRay],
    /// Height of the whole in points.
    pub height: f32,
}

/// Room for labels at both sides, and above and below.
const SIDE: f32 = 110.0;
/// Labels may reach this far into the padding of the card.
const PADDING: f32 = 12.0;
/// Labels beside the radar break after a word from this width on.
const BESIDE: f32 = 96.0;
const ENDS: f32 = 36.0;
const HIGHEST: f64 = 5.0;

struct Place<'a> {
    rays: &'a [RadarRay],
    center: Pos2,
    radius: f32,
}

impl Radar<'_> {
    /// Draws the radar over the whole width.
    pub fn show(self, ui: &mut Ui) -> Response {
        let palette = ui.palette();
        let size = vec2(ui.available_width(), self.height.max(160.0));
        let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Figure, true, self.name));
        if !ui.is_rect_visible(rect) || self.rays.len() < 3 {
            return response;
        }
        let radius = (rect.width() / 2.0 - SIDE)
            .min(rect.height() / 2.0 - ENDS)
            .max(40.0);
        let place = Place {
            rays: self.rays,
            center: rect.center(),
            radius,
        };
        place.grid(ui, palette);
        place.levels(ui, palette);
        place.required(ui, palette);
        place.marks(ui, palette);
        place.labels(ui, palette, rect);
        response
    }
}

impl Place<'_> {
    fn direction(&self, ray: usize) -> egui::Vec2 {
        #[expect(clippy::cast_precision_loss, reason = "a handful of rays")]
        let turn = ray as f32 / self.rays.len() as f32 * std::f32::consts::TAU;
        vec2(turn.sin(), -turn.cos())
    }

    fn at(&self, ray: usize, level: f64) -> Pos2 {
        let part = points(((level - 1.0) / (HIGHEST - 1.0)).clamp(0.0, 1.0));
        self.center + self.direction(ray) * (self.radius * part)
    }

    fn ring(&self, level: f64) -> Vec<Pos2> {
        (0..self.rays.len())
            .map(|ray| self.at(ray, level))
            .collect()
    }

    fn grid(&self, ui: &Ui, palette: &Palette) {
        let thin = Stroke::new(1.0, palette.border);
        for level in [2.0, 3.0, 4.0, 5.0] {
            ui.painter().add(Shape::closed_line(self.ring(level), thin));
        }
        for ray in 0..self.rays.len() {
            let end = self.at(ray, HIGHEST);
            ui.painter().line_segment([self.center, end], thin);
        }
    }

    fn levels(&self, ui: &Ui, palette: &Palette) {
        let values = self.rays.iter().enumerate();
        let corners: Vec<Option<Pos2>> = values
            .map(|(ray, it)| it.level.map(|level| self.at(ray, level)))
            .collect();
        let fill = palette.chart[0].gamma_multiply(0.14);
        let mut mesh = Mesh::default();
        let line = Stroke::new(2.0, palette.chart[0]);
        for (ray, corner) in corners.iter().enumerate() {
            let next = corners.get((ray + 1) % corners.len()).copied().flatten();
            let (Some(corner), Some(next)) = (*corner, next) else {
                continue;
            };
            let first = u32::try_from(mesh.vertices.len()).unwrap_or(0);
            for vertex in [self.center, corner, next] {
                mesh.colored_vertex(vertex, fill);
            }
            mesh.add_triangle(first, first + 1, first + 2);
            ui.painter().line_segment([corner, next], line);
        }
        ui.painter().add(Shape::mesh(mesh));
    }

    fn required(&self, ui: &Ui, palette: &Palette) {
        let all: Option<Vec<Pos2>> = self
            .rays
            .iter()
            .enumerate()
            .map(|(ray, it)| it.required.map(|level| self.at(ray, level)))
            .collect();
        if let Some(mut ring) = all {
            ring.extend(ring.first().copied());
            let line = Stroke::new(1.5, palette.text);
            ui.painter()
                .extend(Shape::dashed_line(&ring, line, 5.0, 3.5));
        }
        for (level, words) in [(2.0, "2"), (3.0, "3"), (4.0, "4"), (5.0, "5")] {
            let at = self.at(0, level) + vec2(7.0, 8.0);
            let look = (palette.weak, f32::INFINITY);
            let galley = text::line(ui.painter(), Type::Tick, words, look);
            let pos = at - galley.size() / 2.0;
            super::axis::paint_haloed(ui.painter(), pos, &galley, palette.surface);
        }
    }

    fn marks(&self, ui: &Ui, palette: &Palette) {
        for (ray, it) in self.rays.iter().enumerate() {
            let Some(level) = it.level else { continue };
            let at = self.at(ray, level);
            if it.is_flagged {
                diamond(ui, at, palette.chart[1]);
            } else {
                ui.painter().circle_filled(at, 4.0, palette.chart[0]);
            }
        }
        for (ray, it) in self.rays.iter().enumerate() {
            let Some(own) = it.own else { continue };
            let stroke = Stroke::new(1.5, palette.chart[4]);
            ui.painter().circle_stroke(self.at(ray, own), 4.5, stroke);
        }
    }

    fn labels(&self, ui: &Ui, palette: &Palette, rect: Rect) {
        for (ray, it) in self.rays.iter().enumerate() {
            let way = self.direction(ray);
            let (style, ink) = if it.is_flagged {
                (Type::SmallStrong, palette.chart[1])
            } else {
                (Type::Small, palette.text)
            };
            let is_level = way.y.abs() < 0.2;
            let start = self.at(ray, HIGHEST) + way * if is_level { 6.0 } else { 10.0 };
            let room = if way.x.abs() < 0.2 {
                180.0
            } else if way.x > 0.0 {
                (rect.right() + PADDING - start.x).max(40.0)
            } else {
                (start.x - rect.left() + PADDING).max(40.0)
            };
            let room = if is_level || way.x.abs() < 0.2 {
                room
            } else {
                room.min(BESIDE)
            };
            let mut job = style.wrapped(&it.label, ink, room);
            job.wrap.max_rows = 2;
            let align = if way.x.abs() < 0.2 {
                Align2::CENTER_CENTER
            } else if way.x > 0.0 {
                Align2::LEFT_CENTER
            } else {
                Align2::RIGHT_CENTER
            };
            job.halign = align.x();
            let galley = ui.painter().layout_job(job);
            let half = galley.size().y / 2.0;
            let shift = if way.y.abs() > 0.9 {
                way.y * half
            } else {
                way.y * 4.0
            };
            // A galley with an alignment lies around its own left edge.
            let pos = egui::pos2(start.x, start.y + shift - half);
            ui.painter().galley(pos, galley, Color32::PLACEHOLDER);
        }
    }
}

/// The mark of a gap.
fn diamond(ui: &Ui, at: Pos2, color: Color32) {
    let reach = 7.0;
    let corners = vec![
        at - vec2(0.0, reach),
        at + vec2(reach, 0.0),
        at + vec2(0.0, reach),
        at - vec2(reach, 0.0),
    ];
    ui.painter()
        .add(Shape::convex_polygon(corners, color, Stroke::NONE));
}
