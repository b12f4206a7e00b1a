//! Drivers.

use super::{Computed, Data, Entry};

pub(crate) fn compute(_entry: &Entry, _data: &Data) -> Option<Computed> {
    None
}
