//! The kiosk without a display: keys, fingers, the clock, and two people one after the other.

mod booth;
mod canaries;
mod double;
mod flow;
mod paper;
mod refusals;
mod sizes;
mod station;
mod wipe;
