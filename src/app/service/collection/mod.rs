//! Own collection: the design of a wave, codes, bundles, the witness, and opening the answers.

mod codes;
mod design;
mod freeze;
mod merge;
mod opening;
mod verify;
mod witness;

pub(in crate::app::service) use design::StationCounts;
pub(in crate::app::service) use verify::verify_file;
pub(in crate::app::service) use witness::WitnessDesk;
