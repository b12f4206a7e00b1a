//! The one integration binary. Each module says what belongs in it.

mod analysis;
mod classes;
mod cli;
mod collection;
mod demo;
mod export;
mod fixtures;
mod import;
mod kiosk;
mod kit;
mod print;
mod questionnaires;
mod seal;
mod stats;
mod store;
mod tidy;
mod ui;
mod window;
mod wizard;
mod words;
