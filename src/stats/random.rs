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
        scaled(u64::from(self.0.next_u32()), n) as usize
    }

    /// Whole numbers, each below the bound of its place: those that [`Draws::below`] would give one
    /// after the other, in less time.
    pub(super) fn fill(&mut self, numbers: &mut [u32], bound: impl Fn(usize) -> usize) {
        let (pairs, rest) = numbers.as_chunks_mut();
        let mut place = 0;
        for [first, second] in pairs {
            let words = self.0.next_u64();
            *first = scaled(words & u64::from(u32::MAX), bound(place));
            *second = scaled(words >> 32, bound(place + 1));
            place += 2;
        }
        for number in rest {
            *number = scaled(u64::from(self.0.next_u32()), bound(place));
            place += 1;
        }
    }
}

/// A random word, in bytes from the lowest.
pub(super) type Word = [u8; 4];

/// The word brought below `n`, `n` ≤ 2³²: what [`Draws::below`] makes of it.
pub(super) fn below(word: Word, n: usize) -> u32 {
    scaled(u64::from(u32::from_le_bytes(word)), n)
}

/// A word of 32 bits brought below `n`.
fn scaled(word: u64, n: usize) -> u32 {
    ((word * n as u64) >> 32) as u32
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

/// As [`by_chunk`], but `work` gets the first words of its stream, `width` for each draw: so that
/// several things may be drawn from the same words.
pub(super) fn by_words<T: Send>(
    seed: u64,
    draws: usize,
    width: usize,
    work: impl Fn(&[Word], Range<usize>) -> T + Sync,
) -> Vec<T> {
    by_chunk(seed, draws, |draws, range| {
        let mut bytes = vec![0; range.len() * width * size_of::<Word>()];
        draws.0.fill_bytes(&mut bytes);
        work(bytes.as_chunks().0, range)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_drawn_together_are_those_drawn_one_by_one() {
        for size in [1, 7, 64, 300] {
            let (mut together, mut single) = (Draws::of_chunk(7, 3), Draws::of_chunk(7, 3));
            for _ in 0..5 {
                let mut numbers = vec![0; size];
                together.fill(&mut numbers, |place| size - place);
                let expected: Vec<usize> = (0..size).map(|p| single.below(size - p)).collect();
                let found: Vec<usize> = numbers.iter().map(|n| *n as usize).collect();
                assert_eq!(found, expected);
            }
        }
    }

    #[test]
    fn words_are_those_drawn_one_by_one() {
        let found = by_words(7, 300, 5, |words, _| {
            words.iter().map(|word| below(*word, 90)).collect()
        });
        let expected = by_chunk(7, 300, |draws, range| {
            let numbers = range.flat_map(|_| [0; 5]).map(|_| draws.below(90));
            numbers
                .map(|n| u32::try_from(n).expect("set up for this test"))
                .collect()
        });
        let [found, expected]: [Vec<Vec<u32>>; 2] = [found, expected];
        assert_eq!(found, expected);
    }
}
