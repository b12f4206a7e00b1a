//! From the ratings of a round to what may be shown of it: pure, no files, no words for users.
//!
//! Peers are protected in one place: `peers` turns handed-in sheets into shielded levels, in
//! which peers stand as a mean of at least three or not at all. Everything else is computed from
//! those, so that no number holds more than they do. Nothing here may know a survey.

mod agreement;
mod calibration_findings;
mod findings;
mod group_findings;
mod groups;
mod input;
mod peers;
mod profile;
mod raters;
mod run;
mod succession;
mod team;

pub use calibration_findings::{
    Agreement, AgreementWord, Calibration, Coefficient, Halo, RangeUse, RaterLine, Severity,
    SeverityVerdict,
};
pub use findings::{
    Change, CompetencyLine, Evidence, Figure, Gap, GapVerdict, Insight, Mean, PersonProfile, Rated,
    RoundFindings, SelfGap, SinCount, SourceCount, Why,
};
pub use group_findings::{
    BranchCoverage, BranchLevels, GroupLevels, LevelCell, Need, NeedPlace, PostLine, Share,
    Succession, SuccessorLine,
};
pub use input::{HandedIn, RoundInput};
pub use peers::PEERS_MIN;
pub use run::analyze_round;
pub use succession::{SuccessionInput, succession};
pub use team::{OTHERS_MIN, TeamFindings, team_findings, team_of};
