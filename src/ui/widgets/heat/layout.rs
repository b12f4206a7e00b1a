//! Widths and heights of a heat map, measured once for the same words.
//! Must not draw.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use egui::{Color32, Id, Ui};

use super::super::text;
use super::{COMPANY, HeatMap, ROW};
use crate::ui::theme::Type;

/// Rows that are measured to find the widths on the left.
const SAMPLE: usize = 200;
const NARROWEST: f32 = 34.0;
const WIDEST: f32 = 64.0;

/// Sizes in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Layout {
    /// Left edge of the name, from the left edge of the map.
    pub(super) name_at: f32,
    /// Right edge of n, from the left edge of the map.
    pub(super) count_end: f32,
    /// Where the cells begin.
    pub(super) left: f32,
    /// Width of a column of cells with its gap.
    pub(super) column: f32,
    /// Number of columns.
    pub(super) columns: usize,
    /// Height of the heads.
    pub(super) head: f32,
    /// Height of the company row, 0 without one.
    pub(super) company: f32,
}

impl Layout {
    pub(super) fn measure(ui: &Ui, map: &HeatMap<'_>, base: Id, room: f32) -> Self {
        let mut hasher = DefaultHasher::new();
        (room.to_bits(), ui.pixels_per_point().to_bits()).hash(&mut hasher);
        (map.heads, map.row_head, map.count_head, map.rows.len()).hash(&mut hasher);
        for row in map.rows.iter().take(SAMPLE).chain(map.company) {
            (&row.code, &row.name, &row.n).hash(&mut hasher);
        }
        let key = hasher.finish();
        let id = base.with(("layout", room.to_bits()));
        if let Some((known, layout)) = ui.data(|data| data.get_temp::<(u64, Self)>(id))
            && known == key
        {
            return layout;
        }
        let layout = Self::new(ui, map, room);
        ui.data_mut(|data| data.insert_temp(id, (key, layout)));
        layout
    }

    fn new(ui: &Ui, map: &HeatMap<'_>, room: f32) -> Self {
        let width = |style: Type, words: &str| {
            let look = (Color32::PLACEHOLDER, f32::INFINITY);
            text::line(ui.painter(), style, words, look).size().x.ceil()
        };
        let rows = || map.rows.iter().take(SAMPLE);
        let widest = |words: &dyn Fn(&super::HeatRow) -> f32| rows().map(words).fold(0.0, f32::max);
        let code = widest(&|row| width(Type::Small, &row.code));
        let name = widest(&|row| width(Type::Small, &row.name)).clamp(90.0, 220.0);
        let count = widest(&|row| width(Type::Small, &row.n))
            .max(
                map.company
                    .map_or(0.0, |row| width(Type::SmallStrong, &row.n)),
            )
            .max(width(Type::SmallMedium, map.count_head) + 14.0);
        let pad = 11.0;
        let name_at = if code > 0.0 { pad + code + 6.0 } else { pad };
        let mut left = name_at + name + 10.0 + count + 9.0;
        #[expect(clippy::cast_precision_loss, reason = "a handful of dimensions")]
        let columns = map.heads.len().max(1) as f32;
        // When space is short the names give way first, down to 90 points.
        let short = (left + columns * NARROWEST - room).max(0.0);
        left -= short.min(name - 90.0);
        let column = ((room - left) / columns).clamp(NARROWEST, WIDEST);
        left = left.max(room - columns * column);
        let longest = map
            .heads
            .iter()
            .map(|head| width(Type::SmallMedium, head))
            .fold(0.0, f32::max);
        Self {
            name_at,
            count_end: left - 9.0,
            left,
            column,
            columns: map.heads.len(),
            head: (longest + 10.0).clamp(40.0, 156.0),
            company: if map.company.is_some() { COMPANY } else { 0.0 },
        }
    }

    pub(super) fn width(&self) -> f32 {
        #[expect(clippy::cast_precision_loss, reason = "a handful of dimensions")]
        let columns = self.columns as f32;
        self.left + columns * self.column
    }

    pub(super) fn height(&self, rows: usize) -> f32 {
        #[expect(clippy::cast_precision_loss, reason = "a height in points")]
        let rows = rows as f32;
        self.top() + rows * ROW
    }

    /// Height of what stays in place.
    pub(super) fn top(&self) -> f32 {
        self.head + self.company
    }
}
