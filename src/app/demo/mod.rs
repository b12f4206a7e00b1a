//! The invented chain of cafés of the demo.
