//! Every kind of file, good and bad.

mod answers;
mod files;
mod guesses;
mod hostile;
mod lists;
mod make;
mod outcomes;
mod presets;
mod stream;
mod values;
mod words;
