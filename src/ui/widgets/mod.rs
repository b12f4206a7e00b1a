//! The kit: everything that screens are built from. Must not know screens, commands or numbers.

mod button;
mod card;
pub mod chart;
mod chip;
mod choice;
mod dropdown;
mod field;
mod figure;
mod heat;
mod layout;
mod page;
mod segments;
mod table;
mod text;

pub use button::Button;
pub use card::{Card, CardHead, SentenceCard};
pub use chip::Chip;
pub use choice::{OptionCard, checkbox, radio};
pub use dropdown::Dropdown;
pub use field::{TextField, text_height};
pub use figure::{figure, key_value, key_values};
pub use heat::{HeatCell, HeatHead, HeatMap, HeatPlace, HeatResponse, HeatRow, heat_legend};
pub use layout::{Side, equal_cells, is_narrow, page, two_columns};
pub use page::{NavRow, StatusItem, brand, page_head, status_line};
pub use segments::Segments;
pub use table::{Cell, Column, Density, Order, Table, TableResponse};
pub use text::Kit;
