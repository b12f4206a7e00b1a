//! Charts drawn with egui's painter: own axes, both named; marks for tables.
//! Must not compute statistics or format numbers; words and coordinates are ready.

mod axis;
mod forest;
mod labels;
mod level;
mod lines;
mod marks;
mod radar;
mod scatter;

pub(in crate::ui::widgets) use axis::paint_upward;
pub use axis::{Axis, Tick, even_steps};
pub use forest::{Forest, ForestRow};
pub use level::LevelBar;
pub(in crate::ui::widgets) use level::scale_rect;
pub use lines::{LineChart, Series};
pub use marks::{BandBar, Bar, IntervalMark, Spark, StackedBar, StackedPart, bar_key};
pub use radar::{Radar, RadarRay};
pub use scatter::{Quarters, Scatter, ScatterPoint, ScatterResponse, Trend};
