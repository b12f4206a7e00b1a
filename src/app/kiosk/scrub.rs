//! Memory that was given back still holds what stood in it: our own texts overwrite themselves, but the
//! toolkit's copies of them (for drawing, for screen readers) do not. After a visit the free memory of
//! a thread is taken out once more and written over. This reaches what the allocator hands out again,
//! which a test looks at from outside. It cannot reach the unused end of a block that something
//! shorter lives in now, nor what the system itself has copied or swapped.

use std::hint::black_box;

/// What free memory is written over with.
const FILL: u8 = 0xA5;
/// Blocks of each size, smallest first: texts of a few letters up to whole comments with their layout.
const BLOCKS: [(usize, usize, usize); 3] = [(16, 512, 512), (528, 4096, 16), (8192, 65_536, 4)];
/// Then so many of this size, which fill the gaps between others.
const GAPS: (usize, usize) = (1024, 8192);

/// Writes over the free memory of this thread: some thirty megabytes, in a few milliseconds.
pub fn scrub_freed_memory() {
    let mut held: Vec<Vec<u8>> = Vec::with_capacity(1 << 15);
    for (from, to, count) in BLOCKS {
        let step = from.min(16 * (to / 4096).max(1));
        for size in (from..=to).step_by(step) {
            held.extend((0..count).map(|_| vec![FILL; size]));
        }
    }
    let (size, count) = GAPS;
    held.extend((0..count).map(|_| vec![FILL; size]));
    // Nobody reads it; without this the compiler may leave the writing out.
    black_box(&held);
}
