//! Numeric methods on slices, one file per family.
