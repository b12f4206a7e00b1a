//! Competency assessment: levels, peers' protection, findings, rounds in a workspace, files.

#![allow(
    clippy::unwrap_used,
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::float_cmp,
    reason = "a test that unwraps nothing fails, and its numbers are small"
)]

mod book;
mod bridge;
mod by_hand;
mod edges;
mod files;
mod frozen;
mod kit;
mod levels;
mod office;
mod paper;
mod peers;
mod planted;
mod rounds;
