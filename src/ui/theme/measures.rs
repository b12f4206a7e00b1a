//! Distances, sizes and radii in points. Numbers only.

/// Spacing steps.
pub const SPACE: [f32; 5] = [4.0, 8.0, 12.0, 16.0, 24.0];
/// Between an icon and its word, and inside a chip.
pub const GAP_XS: f32 = 4.0;
/// Between controls that belong together.
pub const GAP_S: f32 = 8.0;
/// Between cards.
pub const GAP_M: f32 = 12.0;
/// Inside a card, and between the cards of Home.
pub const GAP_L: f32 = 16.0;
/// At the sides of a page.
pub const GAP_XL: f32 = 24.0;

/// Corner of a check box.
pub const RADIUS_CHECK: u8 = 3;
/// Corner of a chip.
pub const RADIUS_CHIP: u8 = 4;
/// Corner of a control.
pub const RADIUS_CONTROL: u8 = 6;
/// Corner of a card.
pub const RADIUS_CARD: u8 = 8;

/// Width of the side bar with words.
pub const SIDE_BAR: f32 = 196.0;
/// Width of the side bar with icons only.
pub const SIDE_BAR_NARROW: f32 = 56.0;
/// A window narrower than this shows the narrow side bar and puts the right column under the left.
pub const NARROW_BELOW: f32 = 1100.0;
/// Height of the status line.
pub const STATUS_LINE: f32 = 28.0;
/// Height of the head of a page.
pub const PAGE_HEAD: f32 = 60.0;

/// Height of a control.
pub const CONTROL: f32 = 32.0;
/// Height of a control inside a card.
pub const CONTROL_SMALL: f32 = 28.0;
/// Height of the one main export button.
pub const CONTROL_LARGE: f32 = 40.0;
/// Row of the side bar.
pub const NAV_ROW: f32 = 34.0;
/// Row of a heat map.
pub const HEAT_ROW: f32 = 24.0;
/// Company row of a heat map.
pub const COMPANY_ROW: f32 = 30.0;
/// Head of a table.
pub const TABLE_HEAD: f32 = 28.0;

/// Icon beside text.
pub const ICON: f32 = 16.0;
/// Icon in a row or chip.
pub const ICON_SMALL: f32 = 14.0;
/// Icon of an empty state and on the kiosk.
pub const ICON_LARGE: f32 = 20.0;
