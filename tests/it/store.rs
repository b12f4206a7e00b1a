//! The workspace file: migrations, locks, refusals, transactions.
