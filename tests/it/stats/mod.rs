//! Statistics against reference values, against published tables, and by properties.

#![allow(
    clippy::unwrap_used,
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::float_cmp,
    reason = "a test that unwraps nothing fails, and its numbers are small"
)]

mod properties;
mod published;
mod reference;
mod table;
