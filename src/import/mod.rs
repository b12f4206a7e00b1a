//! Files into values, and a list of what was refused and why. Never the store: `app` commits.

pub mod questionnaire;
