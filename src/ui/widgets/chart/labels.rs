//! Where the labels of a scatter plot go so that none lies on another or on a point.
//! Must not draw.

use egui::{Pos2, Rect, Vec2, vec2};

/// What is to be labelled.
pub(super) struct Anchor {
    /// Centre of the mark.
    pub(super) at: Pos2,
    /// Size of the label; zero for no label.
    pub(super) size: Vec2,
    /// Is labelled before the others.
    pub(super) is_first: bool,
}

/// Half the side of the square that a mark keeps free.
const MARK: f32 = 6.0;

/// Upper left corners of the labels; `None` where no place is free. Each label tries right, left,
/// above right, above left, below right, below left.
pub(super) fn place(anchors: &[Anchor], bounds: Rect) -> Vec<Option<Pos2>> {
    let marks: Vec<Rect> = anchors
        .iter()
        .map(|anchor| Rect::from_center_size(anchor.at, Vec2::splat(2.0 * MARK)))
        .collect();
    let mut order: Vec<usize> = (0..anchors.len()).collect();
    order.sort_by_key(|index| !anchors[*index].is_first);
    let mut taken: Vec<Rect> = Vec::new();
    let mut places = vec![None; anchors.len()];
    for index in order {
        let anchor = &anchors[index];
        if anchor.size.x <= 0.0 {
            continue;
        }
        let free = candidates(anchor).into_iter().find(|label| {
            bounds.contains_rect(*label)
                && taken.iter().all(|other| !other.intersects(*label))
                && marks
                    .iter()
                    .enumerate()
                    .all(|(other, mark)| other == index || !mark.intersects(*label))
        });
        if let Some(label) = free {
            taken.push(label);
            places[index] = Some(label.min);
        }
    }
    places
}

fn candidates(anchor: &Anchor) -> [Rect; 6] {
    let Vec2 {
        x: width,
        y: height,
    } = anchor.size;
    let side = MARK + 2.0;
    let right = side;
    let left = -side - width;
    let middle = -height / 2.0;
    let above = -height - 3.0;
    let below = 3.0;
    [
        (right, middle),
        (left, middle),
        (right - 4.0, above),
        (left + 4.0, above),
        (right - 4.0, below),
        (left + 4.0, below),
    ]
    .map(|(x, y)| Rect::from_min_size(anchor.at + vec2(x, y), anchor.size))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn crowd(count: u16) -> Vec<Anchor> {
        (0..count)
            .map(|index| Anchor {
                at: egui::pos2(
                    40.0 + f32::from(index % 7) * 37.0,
                    40.0 + f32::from(index % 5) * 23.0,
                ),
                size: vec2(60.0, 16.0),
                is_first: index == count - 1,
            })
            .collect()
    }

    #[test]
    fn labels_never_lie_on_each_other_or_on_a_foreign_mark() {
        let bounds = Rect::from_min_size(Pos2::ZERO, vec2(340.0, 200.0));
        let anchors = crowd(30);
        let places = place(&anchors, bounds);
        let labels: Vec<(usize, Rect)> = places
            .iter()
            .enumerate()
            .filter_map(|(index, at)| {
                at.map(|at| (index, Rect::from_min_size(at, anchors[index].size)))
            })
            .collect();
        assert!(labels.len() > 3, "some labels find a place");
        for (index, label) in &labels {
            assert!(bounds.contains_rect(*label));
            for (other, second) in &labels {
                assert!(index == other || !label.intersects(*second));
            }
        }
    }

    #[test]
    fn a_flagged_point_is_labelled_before_its_neighbours() {
        let bounds = Rect::from_min_size(Pos2::ZERO, vec2(160.0, 40.0));
        let anchor = |x: f32, is_first: bool| Anchor {
            at: egui::pos2(x, 20.0),
            size: vec2(60.0, 16.0),
            is_first,
        };
        let places = place(&[anchor(75.0, false), anchor(80.0, true)], bounds);
        assert!(places[1].is_some());
        assert_eq!(places[1], Some(egui::pos2(88.0, 12.0)));
    }
}
