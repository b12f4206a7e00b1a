//! Actions: the figure they start from, whether they worked, and what is due when.
//!
//! Looks at published findings only: an action can tell nothing that the findings hide. Today is
//! handed in; there is no clock here.

mod check;
mod evidence;
mod tickler;

pub use check::{Check, Measured, Place, Promise, Unmeasured, Verdict, check};
pub use evidence::{Evidence, LevelFigure, published_figure};
pub use tickler::{Due, DueKind, Tickler, tickler};
