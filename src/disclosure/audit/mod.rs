//! The auditor: proves on what a finished file says that no small group can be computed from it and
//! that no small group's answer can be proven.
//!
//! It shares nothing with the publisher, on purpose: a mistake in the rules of publishing must not
//! hide itself here. Its input is what a reader of all files holds ([`Statement`]s, read back from
//! the files) and what the program knows about the people behind them ([`Population`]).

mod case;

pub use case::{Atom, Case, Fact, Population, Question, Statement};
