//! The demo chain: its planted effects are found.
