//! The product's mark as a window icon, drawn from the same three bars as in the side bar.

use egui::IconData;

const SIDE: u32 = 64;
const FILL: [u8; 4] = [0x0b, 0x61, 0x70, 0xff];
const INK: [u8; 4] = [0xff, 0xff, 0xff, 0xff];
/// Left, top, width of each bar; all 7 high.
const BARS: [(u32, u32, u32); 3] = [(15, 17, 34), (15, 29, 25), (15, 41, 15)];

/// The mark, 64 × 64.
#[must_use]
pub(super) fn icon() -> IconData {
    let mut rgba = Vec::with_capacity((SIDE * SIDE * 4) as usize);
    for y in 0..SIDE {
        for x in 0..SIDE {
            rgba.extend_from_slice(&pixel(x, y));
        }
    }
    IconData {
        rgba,
        width: SIDE,
        height: SIDE,
    }
}

fn pixel(x: u32, y: u32) -> [u8; 4] {
    let is_bar = |(left, top, width): &(u32, u32, u32)| {
        (*left..left + width).contains(&x) && (*top..top + 7).contains(&y)
    };
    if BARS.iter().any(is_bar) {
        INK
    } else if is_inside_round_square(x, y) {
        FILL
    } else {
        [0; 4]
    }
}

fn is_inside_round_square(x: u32, y: u32) -> bool {
    const RADIUS: u32 = 14;
    let beyond = |at: u32| RADIUS.saturating_sub(at.min(SIDE - 1 - at));
    let (dx, dy) = (beyond(x), beyond(y));
    dx * dx + dy * dy <= RADIUS * RADIUS
}
