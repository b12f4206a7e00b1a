//! The house: layers, sizes, languages.
