//! Seeded draws that are the same on every platform: only additions, products and square roots, which
//! IEEE 754 fixes to the last bit. Nothing here takes randomness from the environment.

use rand_chacha::ChaCha12Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

/// What is drawn: each purpose has a stream of its own, so that a change to one leaves the rest.
#[derive(Clone, Copy)]
pub(super) enum Stream {
    HeadCounts,
    Latents,
    Staff(usize),
    Customers(usize),
    Ratings,
}

impl Stream {
    fn number(self) -> u64 {
        match self {
            Self::HeadCounts => 0,
            Self::Latents => 1,
            Self::Staff(wave) => 100 + wave as u64,
            Self::Customers(wave) => 200 + wave as u64,
            Self::Ratings => 300,
        }
    }
}

/// A stream of draws.
pub(super) struct Draws(ChaCha12Rng);

impl Draws {
    pub(super) fn new(seed: u64, stream: Stream) -> Self {
        let mut generator = ChaCha12Rng::seed_from_u64(seed);
        generator.set_stream(stream.number());
        Self(generator)
    }

    /// Uniform in [0, 1), on a grid of 2⁻³².
    pub(super) fn uniform(&mut self) -> f64 {
        f64::from(self.0.next_u32()) / 4_294_967_296.0
    }

    /// Uniform between two numbers.
    pub(super) fn between(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * self.uniform()
    }

    /// A whole number below `n`.
    pub(super) fn below(&mut self, n: u32) -> u32 {
        let product = u64::from(self.0.next_u32()) * u64::from(n);
        u32::try_from(product >> 32).expect("a product of two u32 shifted by 32 fits")
    }

    /// About normal with mean 0 and variance 1: twelve uniforms less six. The logarithm of the usual
    /// formula differs between platforms in the last bit, and a rounded answer with it.
    pub(super) fn normal(&mut self) -> f64 {
        (0..12).map(|_| self.uniform()).sum::<f64>() - 6.0
    }

    /// Many of [`Self::normal`].
    pub(super) fn normals(&mut self, n: usize) -> Vec<f64> {
        (0..n).map(|_| self.normal()).collect()
    }

    /// A random order (Fisher–Yates).
    pub(super) fn shuffle<T>(&mut self, values: &mut [T]) {
        for last in (1..values.len()).rev() {
            let bound = u32::try_from(last + 1).unwrap_or(u32::MAX);
            values.swap(last, self.below(bound) as usize);
        }
    }
}

/// Values with mean 0, variance 1 and no correlation with any of `others` (Gram–Schmidt); `others`
/// have mean 0, variance 1 and no correlation with each other.
pub(super) fn standardized(mut values: Vec<f64>, others: &[&[f64]]) -> Vec<f64> {
    let n = values.len() as f64;
    let mean = values.iter().sum::<f64>() / n;
    values.iter_mut().for_each(|value| *value -= mean);
    for other in others {
        let slope = values.iter().zip(*other).map(|(a, b)| a * b).sum::<f64>() / n;
        values
            .iter_mut()
            .zip(*other)
            .for_each(|(value, b)| *value -= slope * b);
    }
    let sd = (values.iter().map(|value| value * value).sum::<f64>() / n).sqrt();
    values.iter_mut().for_each(|value| *value /= sd);
    values
}

/// Evenly spaced values with mean 0 and variance 1 in a random order: no branch stands far out.
pub(super) fn shuffled_steps(draws: &mut Draws, n: usize) -> Vec<f64> {
    let mut steps: Vec<f64> = (0..n).map(|step| step as f64).collect();
    draws.shuffle(&mut steps);
    standardized(steps, &[])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn standardized_values_have_no_correlation_with_the_others() {
        let mut draws = Draws::new(7, Stream::Latents);
        let first = shuffled_steps(&mut draws, 20);
        let second = standardized(draws.normals(20), &[&first]);
        let dot = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(a, b)| a * b).sum::<f64>() / 20.0;
        assert!(dot(&first, &second).abs() < 1e-12);
        assert!((dot(&second, &second) - 1.0).abs() < 1e-12);
    }

    #[test]
    fn about_two_thirds_of_normal_draws_lie_within_one() {
        let mut draws = Draws::new(7, Stream::HeadCounts);
        let near = draws
            .normals(10_000)
            .iter()
            .filter(|value| value.abs() < 1.0)
            .count();
        assert!((6_600..7_050).contains(&near), "{near}");
    }
}
