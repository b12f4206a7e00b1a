//! Every screen without a display: state, language, theme, clicks.

mod fixture;
