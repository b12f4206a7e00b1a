//! Competency assessment: people, levels, models of competencies, rounds, ratings, development and
//! succession. Nothing here may know a survey: no type joins a person with an answer.

mod development;
mod level;
mod model;
mod person;
mod round;
mod sheet;

pub use development::{
    AppraisalAnswer, DevelopmentGoal, GoalId, GoalState, Post, Readiness, Successor,
};
pub use level::Level;
pub use model::{AppraisalQuestion, Competency, CompetencyModel, RoleProfile, Sin};
pub use person::{Person, PersonId};
pub use round::{RaterCode, Round, RoundCode, RoundState, Source, Weights};
pub use sheet::{Assignment, AssignmentId, Mark, Rater, RatingSheet, SheetState};
