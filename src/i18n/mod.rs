//! Languages: Fluent messages from `assets/locales/{ru,en}`, numbers and dates, error sentences.
