//! Use cases: commands in, events out, one worker thread; progress, clock and randomness.

pub mod demo;
