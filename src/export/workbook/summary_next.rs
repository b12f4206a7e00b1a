//! Pending.
use super::context::Context;
use crate::error::Result;
use rust_xlsxwriter::Worksheet;
pub(super) fn build(_: &Context<'_>, _: &mut Worksheet) -> Result<()> { Ok(()) }
