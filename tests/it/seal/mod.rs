//! Anonymous collection: formats, promises, and attacks that must fail here and win on a sabotaged
//! stand-in. The stand-ins live in these tests only; the program has no hook for them.

#![allow(
    clippy::unwrap_used,
    clippy::string_slice,
    reason = "a helper that unwraps fails the test where it should"
)]

mod attacks;
mod codes;
mod disk;
mod end_to_end;
pub(crate) mod fuzz;
mod golden;
pub(crate) mod kit;
mod linking;
mod merging;
mod noninterference;
mod power_cut;
mod refusals;
mod releases;
mod round_trips;
mod vectors;
mod words;
mod wycheproof;
