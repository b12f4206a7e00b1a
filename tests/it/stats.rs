//! Statistics against reference values and by properties.
