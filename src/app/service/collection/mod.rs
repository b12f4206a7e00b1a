//! Own collection: the design of a wave, codes, bundles, the witness, and opening the answers.

mod codes;
mod design;
mod freeze;
mod merge;
mod opening;
mod witness;

pub(in crate::app::service) use witness::WitnessDesk;
