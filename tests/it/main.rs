//! The one integration binary. Each module says what belongs in it.

mod analysis;
mod classes;
mod cli;
mod demo;
mod export;
mod fixtures;
mod import;
mod kit;
mod questionnaires;
mod stats;
mod store;
mod tidy;
mod ui;
mod window;
mod wizard;
mod words;
