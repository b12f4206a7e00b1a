//! Seeded draws that do not depend on the number of threads.
//!
//! Work is cut into chunks of fixed size; chunk *i* has the ChaCha stream *i* of the seed. Nothing
//! here may take randomness from the environment.

use std::ops::Range;

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};
use rayon::prelude::*;

/// Draws per chunk: large enough to hide the start of a stream, small enough to share out.
const CHUNK: usize = 256;

/// A stream of draws.
pub(super) struct Draws(ChaCha8Rng);

impl Draws {
    /// The stream of a chunk.
    fn of_chunk(seed: u64, chunk: u64) -> Self {
        let mut generator = ChaCha8Rng::seed_from_u64(seed);
        generator.set_stream(chunk);
        Self(generator)
    }

    /// A whole number below `n`, `n` ≤ 2³². The bias is below n / 2³².
    pub(super) fn below(&mut self, n: usize) -> usize {
        ((u64::from(self.0.next_u32()) * n as u64) >> 32) as usize
    }
}

/// The numbers `0..n` in an order drawn by lot: the same for the same seed.
#[must_use]
pub fn order_by_lot(n: usize, seed: u64) -> Vec<usize> {
    let mut draws = Draws::of_chunk(seed, 0);
    let mut order: Vec<usize> = (0..n).collect();
    for last in (1..n).rev() {
        order.swap(last, draws.below(last + 1));
    }
    order
}

/// Runs `work` on every chunk of `0..draws`, in parallel, and returns the results in order.
pub(super) fn by_chunk<T: Send>(
    seed: u64,
    draws: usize,
    work: impl Fn(&mut Draws, Range<usize>) -> T + Sync,
) -> Vec<T> {
    (0..draws.div_ceil(CHUNK))
        .into_par_iter()
        .map(|chunk| {
            let first = chunk * CHUNK;
            work(
                &mut Draws::of_chunk(seed, chunk as u64),
                first..draws.min(first + CHUNK),
            )
        })
        .collect()
}
