//! SQLite: the only SQL of the program.
