//! # Frontline: the architecture page
//!
//! Frontline serves HR of companies with many branches: staff answer anonymously, customers' scores
//! come in per branch, and the program shows how the two go together and writes the Excel report.
//! One process, one workspace file, no server.
//!
//! ## Bird's-eye view
//!
//! ```text
//!   files ──► import ──► app ──► store (the workspace: one file, saved whole)
//!                         │
//!                         ▼
//!            Dataset (columns of bytes) ──► analysis ◄── disclosure (what may be said)
//!                                              │           stats (numbers on slices)
//!                                              ▼
//!                                          Findings ──► phrases ──► ui · export · cli
//! ```
//!
//! A report flows one way. [`store`] (or [`import`], for `analyze`) fills a columnar
//! [`domain::Dataset`]; [`analysis::analyze`] makes [`analysis::Findings`] of it, with every number a
//! reader could see inside [`disclosure::Published`]; [`phrases`] says them in words; [`ui`] and
//! [`export`] show the same findings and compute nothing.
//!
//! ## Entry points
//!
//! - [`cli::run`]: the command line, and from it the window.
//! - [`app::Command`] and [`app::Event`]: the closed lists of what can be asked and heard. A click
//!   becomes a command with a ticket; the worker thread answers with exactly one
//!   [`app::Event::Done`] or [`app::Event::Failed`].
//! - [`analysis::Findings`]: the contract between everything that computes and everything that shows.
//! - `export::SHEETS`, `import::ImportKind`, `ui::screens::NAVIGATION`: registries that menus, help
//!   and tests walk.
//!
//! ## Code map: who may use whom
//!
//! | layer | what it is | may use | never |
//! | --- | --- | --- | --- |
//! | [`domain`] | nouns and rules, checked at construction | — | clock, files, SQL, words for users |
//! | [`stats`] | numeric methods on slices, one file per family | — | domain nouns, I/O |
//! | [`disclosure`] | what may be published: classes, detail, publisher | domain, stats | I/O, words |
//! | [`analysis`] | data set → findings | disclosure, domain, stats | I/O, store, words |
//! | [`i18n`] | languages, numbers, days, error sentences | domain | what to say |
//! | [`phrases`] | findings in words | analysis, disclosure, domain, i18n, stats | files, egui |
//! | [`seal`] | keys, codes, packs, stations, sealed records, bundles, releases | domain | store, ui, words |
//! | [`store`] | SQLite: the only SQL; the encrypted file and its backups | domain, seal | analysis, ui |
//! | [`import`] | files → values and refusals | domain | the store |
//! | [`export`] | findings → Excel, CSV, JSON; slips, posters and forms to print | analysis, disclosure, phrases, i18n | the store, computing |
//! | [`app`] | use cases, worker thread, clock, randomness | all above | egui |
//! | [`ui`], [`cli`] | the window, the command line | app, findings, phrases, i18n | store, import, export, SQL, `std::fs` |
//!
//! Every layer may use [`error`]. `tests/it/tidy` holds the table, and that each outside package has
//! one home: rusqlite in [`store`], rust_xlsxwriter and krilla in [`export`], egui in [`ui`], calamine and csv
//! in [`import`], Fluent in [`i18n`].
//!
//! ## Invariants, mostly absences
//!
//! - No number reaches a screen, a cell or JSON except through [`disclosure::Published`], and only
//!   [`disclosure::Publisher`] makes a shown one.
//! - Answers have no name, time or order: columns of bytes per wave, shuffled before they are stored.
//! - People and their ratings lie in an image of their own ([`store::Ratings`]); no module of theirs
//!   names a survey, and no module of answers names a person (a tidy test).
//! - A peer's level leaves `analysis::ratings::peers` only inside a mean over at least three.
//! - Nothing looks across the blocks of answers that are not whole sheets
//!   ([`domain::Answers::is_linked`]).
//! - A statistic that is undefined is a reason, never NaN.
//! - The workspace file is encrypted ([`seal::container`]) and replaced whole or not at all; nothing
//!   readable, no journal and no temporary file is ever beside it.
//! - Passphrases and recovery words travel as types that wipe themselves and do not show themselves.
//! - Drawing has no side effects; screens push actions and never see the worker.
//! - The same input gives the same bytes: seeds are fixed and printed, dates are passed in.
//! - User text lives in the Fluent files and questionnaires, in both languages.

pub mod analysis;
pub mod app;
pub mod cli;
pub mod disclosure;
pub mod domain;
pub mod error;
pub mod export;
pub mod i18n;
pub mod import;
pub mod phrases;
pub mod seal;
pub mod stats;
pub mod store;
pub mod ui;
