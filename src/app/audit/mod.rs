//! From a finished file to what the auditor looks at: names to people, printed numbers to bounds.
//!
//! Decides again, from the classes of the data set alone, who stands behind each figure, and counts
//! the answers itself: nothing here asks the analysis or the publisher. The words of a finding are
//! made elsewhere.

mod asked;
mod atoms;
mod counted;
mod facts;
mod names;
mod printed;
mod said;
mod sets;
mod spread;
mod statements;
mod stored;
mod stored_input;
mod table;
mod translate;

pub use counted::Counted;
pub use names::released_names;
pub use said::Of;
pub use stored::Told;
pub use table::{ClassCount, Question, Truth, WaveTable, count_answers};
pub use translate::{Misfit, MisfitKind, Translated, translate};
