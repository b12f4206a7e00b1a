//! Comments: where they may be shown, what is marked in them, and what HR hides.

mod flow;
mod marks;
mod places;
