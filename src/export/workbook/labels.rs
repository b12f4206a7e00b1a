//! Where the labels of dots go, so that none lies on another dot or label: right, left, above, below.
//! A label without room is left out; its figures stand in the table of the picture.

use rust_xlsxwriter::ChartDataLabelPosition as Position;

/// Width of a letter, height of a line and half a dot, in pixels.
const LETTER: f64 = 5.3;
const LINE: f64 = 13.0;
const DOT: f64 = 6.0;

/// A dot that wants a label.
pub(super) struct Dot {
    /// Where it lies between the lowest and the highest value of each axis, 0–1.
    pub(super) at: (f64, f64),
    /// Letters of its label.
    pub(super) letters: usize,
    /// Does it get its label before the others?
    pub(super) is_first: bool,
}

#[derive(Clone, Copy)]
struct Area {
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
}

impl Area {
    fn meets(&self, other: &Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }
}

/// Where each label goes in a picture whose axes are so many pixels long; none where it has no room.
pub(super) fn places(dots: &[Dot], (width, height): (f64, f64)) -> Vec<Option<Position>> {
    let center = |dot: &Dot| (dot.at.0 * width, (1.0 - dot.at.1) * height);
    let around = |(x, y): (f64, f64), (across, up): (f64, f64)| Area {
        left: x - across,
        right: x + across,
        top: y - up,
        bottom: y + up,
    };
    let marks: Vec<Area> = dots
        .iter()
        .map(|dot| around(center(dot), (DOT, DOT)))
        .collect();
    let mut taken: Vec<Area> = Vec::new();
    let mut found = vec![None; dots.len()];
    let first = (0..dots.len()).filter(|at| dots[*at].is_first);
    let others = (0..dots.len()).filter(|at| !dots[*at].is_first);
    for at in first.chain(others) {
        let dot = &dots[at];
        let (x, y) = center(dot);
        #[expect(clippy::cast_precision_loss, reason = "a name is short")]
        let half = dot.letters as f64 * LETTER / 2.0;
        let away = DOT + 2.0;
        let tried = [
            (Position::Right, (x + away + half, y)),
            (Position::Left, (x - away - half, y)),
            (Position::Above, (x, y - away - LINE / 2.0)),
            (Position::Below, (x, y + away + LINE / 2.0)),
        ];
        let free = tried.into_iter().find_map(|(position, middle)| {
            let area = around(middle, (half, LINE / 2.0));
            let is_inside = area.left >= 0.0 && area.top >= 0.0 && area.bottom <= height;
            let mut near = marks.iter().enumerate().filter(|(other, _)| *other != at);
            let is_free = is_inside
                && !near.any(|(_, mark)| mark.meets(&area))
                && !taken.iter().any(|it| it.meets(&area));
            is_free.then_some((position, area))
        });
        if let Some((position, area)) = free {
            taken.push(area);
            found[at] = Some(position);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dot(x: f64, y: f64) -> Dot {
        Dot {
            at: (x, y),
            letters: 10,
            is_first: false,
        }
    }

    #[test]
    fn labels_move_away_from_dots_and_labels_and_stay_out_of_a_crowd() {
        let size = (400.0, 300.0);
        let of = |dots: &[Dot]| places(dots, size);
        assert!(of(&[dot(0.5, 0.5)]) == [Some(Position::Right)]);
        // A neighbour at the right: the label goes to the left, where there is room.
        let pair = of(&[dot(0.5, 0.5), dot(0.55, 0.5)]);
        assert!(pair == [Some(Position::Left), Some(Position::Right)]);
        // At the left edge there is no room for it at all.
        assert!(of(&[dot(0.02, 0.5), dot(0.07, 0.5)])[0].is_none());
        let crowd: Vec<Dot> = (0..40)
            .map(|at| dot(0.5 + f64::from(at) * 0.002, 0.5))
            .collect();
        let shown = of(&crowd).iter().flatten().count();
        assert!(shown < crowd.len(), "not all of a crowd are named");
    }

    #[test]
    fn what_is_flagged_is_named_before_others() {
        let mut dots = vec![
            dot(0.5, 0.5),
            dot(0.505, 0.5),
            dot(0.51, 0.5),
            dot(0.515, 0.5),
        ];
        dots.push(Dot {
            is_first: true,
            ..dot(0.508, 0.5)
        });
        let found = places(&dots, (400.0, 300.0));
        assert!(found[4].is_some());
        assert!(found.iter().any(Option::is_none));
    }
}
