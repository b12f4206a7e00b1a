//! Scatter plot of branches: points with vertical intervals, trend line with band, labels that keep apart.
//! Must not decide which branch is flagged.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::sync::Arc;

use egui::accesskit::Role;
use egui::{
    Align2, Color32, EventFilter, Id, Key, Mesh, Modifiers, Pos2, Rect, Response, Sense, Shape,
    Stroke, Ui, WidgetInfo, vec2,
};

use super::super::text::{self, Kit as _};
use super::axis::{Axis, Plot, paint_haloed};
use super::labels::{self, Anchor};
use crate::ui::theme::{Palette, Type};

/// One point with its prepared words.
#[derive(Clone, Debug, PartialEq)]
pub struct ScatterPoint {
    /// Where it lies from left to right.
    pub x: f64,
    /// Where it lies from below to above.
    pub y: f64,
    /// The interval of `y`.
    pub interval: Option<(f64, f64)>,
    /// Its label beside the mark.
    pub label: String,
    /// A discrepancy: a diamond in the flag colour, labelled first and in strong.
    pub is_flagged: bool,
    /// Lines of the details shown on hover.
    pub details: String,
}

/// A trend with the band of its 95 % interval.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Trend {
    /// Points of the line.
    pub line: Vec<(f64, f64)>,
    /// x, lower and upper end of the band, in the order of x.
    pub band: Vec<(f64, f64, f64)>,
}

/// Two lines that part the plot in quarters, each with its word.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Quarters<'a> {
    /// Where the upright line stands.
    pub x: f64,
    /// Where the level line lies.
    pub y: f64,
    /// Words in the corners: upper left, upper right, lower left, lower right.
    pub words: [&'a str; 4],
}

/// What the user did to a scatter plot.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[must_use]
pub struct ScatterResponse {
    /// A point was chosen by click or key.
    pub selected: Option<usize>,
    /// The point under the pointer.
    pub hovered: Option<usize>,
}

/// A scatter plot.
#[derive(Clone, Copy, Debug)]
#[must_use = "call `show`"]
pub struct Scatter<'a> {
    /// Stable id.
    pub id: &'a str,
    /// Accessible name of the whole.
    pub name: &'a str,
    /// From left to right.
    pub x: Axis<'a>,
    /// From below to above.
    pub y: Axis<'a>,
    /// The points.
    pub points: &'a [ScatterPoint],
    /// The trend.
    pub trend: Option<&'a Trend>,
    /// Lines that part the plot in quarters.
    pub quarters: Option<Quarters<'a>>,
    /// The chosen point.
    pub selected: Option<usize>,
    /// Height of the whole in points.
    pub height: f32,
}

/// Points that get a name in the accessibility tree and a label; more would help nobody.
const NAMED: usize = 300;
/// How near the pointer must be to a point.
const REACH: f32 = 12.0;

impl Scatter<'_> {
    /// Draws the plot over the whole width.
    pub fn show(self, ui: &mut Ui) -> ScatterResponse {
        let palette = ui.palette();
        let size = vec2(ui.available_width(), self.height.max(160.0));
        let (_, rect) = ui.allocate_space(size);
        let id = ui.make_persistent_id(self.id);
        let response = ui.interact(rect, id, Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Figure, true, self.name));
        let plot = Plot::within(ui.painter(), rect, self.x, self.y);
        let places: Vec<Pos2> = self
            .points
            .iter()
            .map(|point| plot.at(point.x, point.y))
            .collect();
        let mut out = ScatterResponse {
            hovered: nearest(response.hover_pos(), &places),
            selected: None,
        };
        if ui.is_rect_visible(rect) {
            plot.paint(ui.painter(), palette);
            let inside = ui.painter_at(plot.rect.expand(8.0));
            if let Some(trend) = self.trend {
                paint_trend(&inside, palette, &plot, trend);
            }
            if let Some(quarters) = self.quarters {
                paint_quarters(&inside, palette, &plot, quarters);
            }
            self.intervals(&inside, palette, &plot);
            self.marks(&inside, palette, (&places, out.hovered));
            self.labels(ui, id, &plot, &places);
            text::focus_ring(ui, &response, 4);
        }
        for (index, (point, at)) in self.points.iter().zip(&places).enumerate().take(NAMED) {
            let spot = Rect::from_center_size(*at, vec2(12.0, 12.0));
            text::name_rect(ui, spot, id.with(("point", index)), &point.label);
        }
        if response.clicked() {
            out.selected = out.hovered;
        }
        if let Some(index) = self.keys(ui, &response) {
            out.selected = Some(index);
        }
        self.details(response, out.hovered);
        out
    }

    fn keys(&self, ui: &Ui, response: &Response) -> Option<usize> {
        if !response.has_focus() || self.points.is_empty() {
            return None;
        }
        let filter = EventFilter {
            horizontal_arrows: true,
            ..Default::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let step = if pressed(Key::ArrowRight) {
            1
        } else if pressed(Key::ArrowLeft) {
            self.points.len() - 1
        } else {
            return None;
        };
        let mut order: Vec<usize> = (0..self.points.len()).collect();
        order.sort_by(|a, b| self.points[*a].x.total_cmp(&self.points[*b].x));
        let now = self
            .selected
            .and_then(|selected| order.iter().position(|index| *index == selected));
        let next = now.map_or(0, |now| (now + step) % order.len());
        order.get(next).copied()
    }

    fn intervals(&self, painter: &egui::Painter, palette: &Palette, plot: &Plot<'_>) {
        for point in self.points {
            let Some((low, high)) = point.interval else {
                continue;
            };
            let color = if point.is_flagged {
                palette.chart[1]
            } else {
                palette.chart[0]
            };
            let top = plot.at(point.x, high);
            let bottom = plot.at(point.x, low);
            let line = Rect::from_min_max(top - vec2(0.5, 0.0), bottom + vec2(0.5, 0.0));
            text::hairline(painter, line, color.gamma_multiply(0.7));
        }
    }

    fn marks(
        &self,
        painter: &egui::Painter,
        palette: &Palette,
        (places, hovered): (&[Pos2], Option<usize>),
    ) {
        let edge = Stroke::new(1.5, palette.surface);
        for (index, (point, at)) in self.points.iter().zip(places).enumerate() {
            let is_lit = self.selected == Some(index) || hovered == Some(index);
            if is_lit {
                painter.circle_stroke(*at, 9.0, Stroke::new(2.0, palette.accent));
            }
            if point.is_flagged {
                painter.add(diamond(*at, 6.5, palette.chart[1], edge));
            } else {
                painter.circle(*at, 5.0, palette.chart[0], edge);
            }
        }
    }

    fn labels(&self, ui: &Ui, id: Id, plot: &Plot<'_>, places: &[Pos2]) {
        let palette = ui.palette();
        let origin = plot.rect.min;
        let found = self.label_places(ui, id, plot, places);
        for (index, point) in self.points.iter().enumerate().take(NAMED) {
            let Some(Some(at)) = found.get(index) else {
                continue;
            };
            let galley = self.label(ui, index, point, palette);
            paint_haloed(
                ui.painter(),
                origin + at.to_vec2(),
                &galley,
                palette.surface,
            );
        }
    }

    fn label(
        &self,
        ui: &Ui,
        index: usize,
        point: &ScatterPoint,
        palette: &Palette,
    ) -> Arc<egui::Galley> {
        let (style, ink) = if point.is_flagged {
            (Type::SmallStrong, palette.chart[1])
        } else if self.selected == Some(index) {
            (Type::SmallStrong, palette.text)
        } else {
            (Type::Small, palette.text)
        };
        text::line(ui.painter(), style, &point.label, (ink, 160.0))
    }

    /// Places relative to the plot, kept until points, words or size change.
    fn label_places(
        &self,
        ui: &Ui,
        id: Id,
        plot: &Plot<'_>,
        places: &[Pos2],
    ) -> Arc<Vec<Option<Pos2>>> {
        let mut hasher = DefaultHasher::new();
        ui.pixels_per_point().to_bits().hash(&mut hasher);
        (self.selected, self.points.len()).hash(&mut hasher);
        for (point, at) in self.points.iter().zip(places) {
            let at = *at - plot.rect.min;
            (at.x.to_bits(), at.y.to_bits(), &point.label).hash(&mut hasher);
        }
        let key = hasher.finish();
        let id = id.with("label places");
        let known: Option<(u64, Arc<Vec<Option<Pos2>>>)> = ui.data(|data| data.get_temp(id));
        if let Some((known, found)) = known
            && known == key
        {
            return found;
        }
        let anchors: Vec<Anchor> = self
            .points
            .iter()
            .zip(places)
            .enumerate()
            .map(|(index, (point, at))| Anchor {
                at: (*at - plot.rect.min).to_pos2(),
                size: if index < NAMED {
                    self.label(ui, index, point, ui.palette()).size()
                } else {
                    egui::Vec2::ZERO
                },
                is_first: point.is_flagged || self.selected == Some(index),
            })
            .collect();
        let bounds = Rect::from_min_size(Pos2::ZERO, plot.rect.size());
        let found = Arc::new(labels::place(&anchors, bounds));
        ui.data_mut(|data| data.insert_temp(id, (key, Arc::clone(&found))));
        found
    }

    fn details(&self, response: Response, hovered: Option<usize>) {
        let Some(point) = hovered.and_then(|index| self.points.get(index)) else {
            return;
        };
        response.on_hover_ui_at_pointer(|ui| {
            text::tip_body(ui, |ui| {
                ui.text(Type::SmallStrong, &point.label);
                ui.text_weak(Type::Small, &point.details);
            });
        });
    }
}

fn nearest(pointer: Option<Pos2>, places: &[Pos2]) -> Option<usize> {
    let pointer = pointer?;
    places
        .iter()
        .enumerate()
        .map(|(index, at)| (index, at.distance(pointer)))
        .filter(|(_, distance)| *distance <= REACH)
        .min_by(|(_, a), (_, b)| a.total_cmp(b))
        .map(|(index, _)| index)
}

pub(super) fn diamond(at: Pos2, radius: f32, fill: Color32, edge: Stroke) -> Shape {
    Shape::convex_polygon(
        vec![
            at - vec2(0.0, radius),
            at + vec2(radius, 0.0),
            at + vec2(0.0, radius),
            at - vec2(radius, 0.0),
        ],
        fill,
        edge,
    )
}

fn paint_quarters(
    painter: &egui::Painter,
    palette: &Palette,
    plot: &Plot<'_>,
    quarters: Quarters<'_>,
) {
    let rect = plot.rect;
    let middle = plot.at(quarters.x, quarters.y);
    let stroke = Stroke::new(1.0, palette.control_border);
    let dashes = [
        [
            egui::pos2(middle.x, rect.top()),
            egui::pos2(middle.x, rect.bottom()),
        ],
        [
            egui::pos2(rect.left(), middle.y),
            egui::pos2(rect.right(), middle.y),
        ],
    ];
    for line in dashes {
        painter.extend(Shape::dashed_line(&line, stroke, 6.0, 4.0));
    }
    let corners = [
        Align2::LEFT_TOP,
        Align2::RIGHT_TOP,
        Align2::LEFT_BOTTOM,
        Align2::RIGHT_BOTTOM,
    ];
    let half = rect.width() / 2.0 - 12.0;
    for (word, corner) in quarters.words.into_iter().zip(corners) {
        let galley = text::line(painter, Type::Small, word, (palette.weak, half));
        text::paint_galley(painter, rect.shrink(6.0), corner, galley);
    }
}

fn paint_trend(painter: &egui::Painter, palette: &Palette, plot: &Plot<'_>, trend: &Trend) {
    let soft = palette.chart[0].gamma_multiply(if palette.is_dark { 0.16 } else { 0.12 });
    // A mesh and not a polygon: a band is narrow in its middle, so it is not convex.
    let mut mesh = Mesh::default();
    for (x, low, high) in &trend.band {
        mesh.colored_vertex(plot.at(*x, *high), soft);
        mesh.colored_vertex(plot.at(*x, *low), soft);
    }
    let pairs = u32::try_from(trend.band.len()).unwrap_or(0);
    for pair in 1..pairs {
        let first = 2 * (pair - 1);
        mesh.add_triangle(first, first + 1, first + 2);
        mesh.add_triangle(first + 1, first + 2, first + 3);
    }
    painter.add(Shape::mesh(mesh));
    let line = trend.line.iter().map(|(x, y)| plot.at(*x, *y)).collect();
    painter.line(line, Stroke::new(2.0, palette.chart[0]));
}
