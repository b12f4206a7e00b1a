//! Own collection: the design of a wave, codes, bundles, the witness, and opening the answers.

mod codes;
mod design;
mod kiosk;
mod merge;
mod opening;
mod witness;
