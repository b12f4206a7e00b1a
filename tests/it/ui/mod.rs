//! Every screen without a display: state, language, theme, clicks.

mod customers;
mod fixture;
mod linkage;
mod reports;
mod results;
mod stage;
