//! What can be asked for about people and their ratings, and what is heard back. Personal data: a
//! command or reply of these is the only way to them, and none of them carries a survey answer.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::files;
use super::ratings_files::{RaterPair, RatingFile};
use crate::analysis::ratings::{RoundFindings, Succession};
use crate::domain::rating::{
    AppraisalAnswer, Assignment, AssignmentId, CompetencyModel, DevelopmentGoal, GoalId, Person,
    PersonId, Post, RaterCode, RatingSheet, RoleProfile, Round, RoundCode, Source, Successor,
    Weights,
};
use crate::domain::{Branch, BranchCode, Date, StaffGroup};
use crate::error::Result;
use crate::export::{RatedRound, ratings_to_json};

/// What can be asked for about people and ratings.
#[derive(Debug, Clone, PartialEq)]
pub enum RatingCommand {
    /// People, rounds, models: opens the ratings' own image.
    Open,
    /// Add a person or change one.
    SavePerson(PersonDraft),
    /// Erase everything about a person. What stays: sheets that they filled for others, without
    /// the name; what was exported before; backups until newer ones replace them.
    ErasePerson(PersonId),
    /// Which role profile a position has; none to take it away.
    LinkPosition {
        /// Position as in the staff list.
        position: String,
        /// Id of the profile.
        profile: Option<String>,
    },
    /// Add or change a role profile of a model.
    SaveProfile {
        /// Id of the model.
        model: String,
        /// The profile.
        profile: RoleProfile,
    },
    /// Read a file with a model of competencies.
    AddModel(PathBuf),
    /// Make a round; it begins as a draft.
    CreateRound(RoundDraft),
    /// Change name, days, weights or retention: everything in a draft, the last day and retention
    /// later.
    UpdateRound(Round),
    /// One more rater, in a draft or while the round is open.
    AddRater(RaterPair),
    /// A visit of a mystery shopper in an open round; its sheet is opened.
    AddVisit {
        /// The round.
        round: RoundCode,
        /// Who served the shopper.
        ratee: PersonId,
        /// The shopper, as the agency calls them.
        shopper: String,
        /// The day of the visit.
        day: Date,
    },
    /// Take a rater out on whose sheet nothing is written.
    RemoveRater(AssignmentId),
    /// Write a file about people.
    Write(RatingFile),
    /// Who is rated by whom, in a draft: replaces what was planned.
    PlanRound {
        /// The round.
        round: RoundCode,
        /// Ratee, rater, part.
        pairs: Vec<(PersonId, PersonId, Source)>,
    },
    /// Plan a round for these people: self, manager and up to four peers of branch and group.
    ProposeRaters {
        /// The round.
        round: RoundCode,
        /// Who is rated; nobody for everybody who is here.
        ratees: Vec<PersonId>,
    },
    /// Open a draft; competencies, sources and weights are frozen.
    OpenRound(RoundCode),
    /// Close a round; results open.
    CloseRound(RoundCode),
    /// Erase all ratings, evidence and talks of a round.
    EraseRound(RoundCode),
    /// New codes for all raters of an open round; the old ones open nothing from then on.
    MakeCodes(RoundCode),
    /// The list of whoever has this code, on a shared computer.
    FindRater(RaterCode),
    /// Everything of a round but results.
    Round(RoundCode),
    /// A sheet to fill.
    OpenSheet(AssignmentId),
    /// Keep a draft, or hand in.
    SaveSheet {
        /// The sheet.
        sheet: RatingSheet,
        /// Hand it in: every competency needs a level or "not observed".
        is_handed_in: bool,
    },
    /// Give a handed-in sheet back to its rater, while the round is open.
    ReturnSheet(AssignmentId),
    /// Findings of a closed round.
    Results(RoundCode),
    /// Answers of the yearly talk; an empty answer is removed.
    SaveAppraisal(Vec<AppraisalAnswer>),
    /// Add or change a goal.
    SaveGoal(DevelopmentGoal),
    /// Remove a goal.
    RemoveGoal(GoalId),
    /// Name a successor, or change readiness.
    SaveSuccessor(Successor),
    /// Take a named successor away.
    RemoveSuccessor {
        /// The post.
        post: Post,
        /// Who.
        person: PersonId,
    },
}

/// The answer to a rating command.
#[derive(Debug, Clone)]
pub enum RatingReply {
    /// People and rounds as they are now; after opening and after every change.
    Overview(Arc<RatingOverview>),
    /// A round and who rates whom.
    Round(Arc<RoundView>),
    /// A rater's own list.
    RaterList(Arc<RaterList>),
    /// A sheet to fill.
    Sheet(Arc<SheetView>),
    /// A sheet was kept or handed in: what is left of the rater's list.
    Kept(Arc<RaterList>),
    /// Findings of a round.
    Results(Arc<RoundResults>),
    /// Codes, shown and printed once: rater and code, in order of name.
    Codes {
        /// People and rounds now.
        overview: Arc<RatingOverview>,
        /// The codes.
        codes: Vec<(PersonId, RaterCode)>,
    },
}

/// A person to add or to change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonDraft {
    /// Who, where they are known.
    pub id: Option<PersonId>,
    /// Name.
    pub name: String,
    /// Position.
    pub position: String,
    /// Branch.
    pub branch: BranchCode,
    /// Staff group.
    pub group: StaffGroup,
    /// Who manages them.
    pub manager: Option<PersonId>,
    /// Last working day, for who has left.
    pub left: Option<Date>,
}

/// A round to make.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoundDraft {
    /// Name.
    pub name: String,
    /// Id of the model.
    pub model: String,
    /// First day.
    pub opens: Date,
    /// Last day.
    pub closes: Date,
    /// Kept until; none for two years after the last day.
    pub keep_until: Option<Date>,
    /// How sources weigh.
    pub weights: Weights,
}

/// People and rounds as screens see them.
#[derive(Debug, Clone, PartialEq)]
pub struct RatingOverview {
    /// People in order of name.
    pub people: Vec<Person>,
    /// Branches in order of code.
    pub branches: Vec<Branch>,
    /// Models: ours first.
    pub models: Vec<Arc<CompetencyModel>>,
    /// Position as in the staff list → id of its role profile.
    pub roles: BTreeMap<String, String>,
    /// Rounds, newest first.
    pub rounds: Vec<RoundInfo>,
    /// Goals of all development plans, by person and due day.
    pub goals: Vec<DevelopmentGoal>,
    /// Posts and successors; gaps come from the newest closed round.
    pub succession: Arc<Succession>,
    /// Today.
    pub today: Date,
}

impl RatingOverview {
    /// The person of a number.
    #[must_use]
    pub fn person(&self, id: PersonId) -> Option<&Person> {
        self.people.iter().find(|person| person.id == id)
    }

    /// The model with this id.
    #[must_use]
    pub fn model(&self, id: &str) -> Option<&Arc<CompetencyModel>> {
        self.models.iter().find(|model| model.id == id)
    }
}

/// A round in the list.
#[derive(Debug, Clone, PartialEq)]
pub struct RoundInfo {
    /// The round.
    pub round: Round,
    /// People rated.
    pub ratees: usize,
    /// Sheets handed in, of all.
    pub handed_in: (usize, usize),
    /// Raters who have not handed in everything, and how many sheets are to go; the most first.
    pub missing: Vec<(PersonId, usize)>,
    /// People with fewer than three peers: their peers will not be shown.
    pub few_peers: usize,
    /// People without a manager among their raters.
    pub no_manager: usize,
    /// Where the retention date stands.
    pub retention: Retention,
    /// Have raters codes?
    pub has_codes: bool,
}

/// Where a retention date stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Retention {
    /// More than a month away.
    Kept,
    /// Within a month.
    Soon,
    /// Reached: erase, or extend with a reason.
    Over,
}

/// A round and who rates whom.
#[derive(Debug, Clone, PartialEq)]
pub struct RoundView {
    /// The round as in the list.
    pub info: RoundInfo,
    /// Its model.
    pub model: Arc<CompetencyModel>,
    /// Who rates whom, by ratee and part.
    pub assignments: Vec<Assignment>,
}

/// A rater's own list.
#[derive(Debug, Clone, PartialEq)]
pub struct RaterList {
    /// The rater; none for a mystery shopper.
    pub rater: Option<PersonId>,
    /// The round.
    pub round: Round,
    /// Whom they rate: those to go first, then by name.
    pub lines: Vec<RaterListLine>,
}

/// A line of a rater's list.
#[derive(Debug, Clone, PartialEq)]
pub struct RaterListLine {
    /// The assignment.
    pub assignment: Assignment,
    /// Who is rated.
    pub ratee: Person,
    /// Competencies that have a mark, of all.
    pub marked: (usize, usize),
}

/// A sheet to fill.
#[derive(Debug, Clone, PartialEq)]
pub struct SheetView {
    /// The assignment.
    pub assignment: Assignment,
    /// Who is rated.
    pub ratee: Person,
    /// The model of the round.
    pub model: Arc<CompetencyModel>,
    /// The sheet as kept.
    pub sheet: RatingSheet,
    /// May it be changed: is the round open and the sheet not handed in?
    pub is_open: bool,
}

/// Findings of a round, with the people they speak of.
#[derive(Debug, Clone, PartialEq)]
pub struct RoundResults {
    /// People and rounds now.
    pub overview: Arc<RatingOverview>,
    /// The findings.
    pub findings: Arc<RoundFindings>,
    /// Answers of the yearly talk of this round.
    pub appraisal: Vec<AppraisalAnswer>,
    /// Competency level beside engagement and NPS, per branch.
    pub bridge: Vec<BridgeLine>,
}

/// One branch as a whole: competencies, engagement, customers.
#[derive(Debug, Clone, PartialEq)]
pub struct BridgeLine {
    /// The branch.
    pub branch: BranchCode,
    /// Mean level and people, everybody rated; from the smallest group that is shown.
    pub all: Option<(f64, usize)>,
    /// Mean level and people, contact staff.
    pub contact: Option<(f64, usize)>,
    /// Published engagement, everybody and contact staff, of the newest closed wave.
    pub engagement: (Option<f64>, Option<f64>),
    /// NPS of the newest closed wave.
    pub nps: Option<f64>,
}

/// The findings of a round as JSON: personal data, with names.
#[must_use]
pub fn round_json(results: &RoundResults) -> String {
    ratings_to_json(&RatedRound {
        findings: &results.findings,
        people: &results.overview.people,
    })
}

/// Writes the findings of a round as JSON.
///
/// # Errors
/// When the file cannot be written.
pub fn write_round_json(results: &RoundResults, path: &Path) -> Result<()> {
    files::write_private(path, round_json(results).as_bytes())
}
