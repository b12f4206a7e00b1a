//! Languages: Fluent messages from `assets/locales/{ru,en}`, numbers and dates, error sentences.
//!
//! Never decides what is said, only how. A key that is missing in a language is a fault that
//! `tests/it/tidy.rs` finds by comparing the files with every `tr!` in the sources.

mod error;
mod message;
mod method;
pub mod number;
mod rating;
mod vault;
mod verdict;

pub use error::{error_details, error_sentence};
pub use fluent_bundle::FluentValue;
pub use message::{FILES, has_message, message, message_with};
pub use method::{METHODS, method_text};
pub use verdict::hidden_sentence;

/// A message in a language: `tr!(lang, "rows-ready", count = 1231)`. Whole numbers choose the
/// plural form and are printed with the language's thousands separator.
#[macro_export]
macro_rules! tr {
    ($lang:expr, $key:expr) => { $crate::i18n::message($lang, $key) };
    ($lang:expr, $key:expr, $($name:ident = $value:expr),+ $(,)?) => {
        $crate::i18n::message_with(
            $lang,
            $key,
            &[$((stringify!($name), $crate::i18n::FluentValue::from($value))),+],
        )
    };
}
