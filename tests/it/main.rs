//! The one integration binary. Each module says what belongs in it.

mod analysis;
mod classes;
mod cli;
mod collection;
mod container;
mod demo;
mod export;
mod fixtures;
mod import;
mod keyring;
mod kiosk;
mod kit;
mod print;
mod questionnaires;
mod ratings;
mod seal;
mod stats;
mod store;
mod store_keys;
mod tidy;
mod ui;
mod vault_flow;
mod window;
mod wizard;
mod words;
