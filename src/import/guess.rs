//! What a file is and what its columns mean, from the heads and the first 200 rows. A guess is only
//! a start: the user checks it, and `check` does not trust it.

use super::branch_finder::BranchFinder;
use super::check::Context;
use super::dates::{DayOrder, parse_when};
use super::infer::infer_questionnaire_from;
use super::items::ItemFinder;
use super::kind::{ImportKind, Need, RoleSpec};
use super::mapping::Mapping;
use super::normal::{best_fit, normal};
use super::personal::{self, DropReason};
use super::preset::Preset;
use super::role::Role;
use super::table::{Cell, RawTable};
use super::values;
use crate::domain::Questionnaire;

const ROWS: usize = 200;
/// Below this a guess is worse than none.
const LEAST: i32 = 50;

/// What is guessed of one column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnGuess {
    /// Its head.
    pub head: String,
    /// Its meaning.
    pub role: Role,
    /// Why it is dropped, where it is.
    pub dropped: Option<DropReason>,
}

/// What is guessed of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guess {
    /// The program that wrote it, where known.
    pub preset: Option<Preset>,
    /// The meaning of the columns, ready to edit; complete when [`Mapping::missing`] is empty.
    pub mapping: Mapping,
    /// The columns in the order of the file.
    pub columns: Vec<ColumnGuess>,
}

/// Guesses the meaning of columns; `kind` where the screen knows it already.
#[must_use]
pub fn guess(table: &RawTable, kind: Option<ImportKind>, context: &Context<'_>) -> Guess {
    let preset = Preset::of(table);
    if let Some(kind) = kind {
        return guess_kind(table, kind, preset, context).0;
    }
    // The first of the best: kinds that need much stand before those that need little.
    const ORDER: [ImportKind; 9] = [
        ImportKind::StaffScores,
        ImportKind::Answers,
        ImportKind::Outcomes,
        ImportKind::Benchmarks,
        ImportKind::Positions,
        ImportKind::Ratings,
        ImportKind::Visits,
        ImportKind::People,
        ImportKind::Branches,
    ];
    let mut best: Option<(Guess, i32)> = None;
    for kind in ORDER {
        let (guess, score) = guess_kind(table, kind, preset, context);
        let is_better = best.as_ref().is_none_or(|(_, other)| score > *other);
        if is_better {
            best = Some((guess, score));
        }
    }
    best.expect("there are kinds").0
}

/// The guess, and how well it fits: complete mappings far above others.
fn guess_kind(
    table: &RawTable,
    kind: ImportKind,
    preset: Option<Preset>,
    context: &Context<'_>,
) -> (Guess, i32) {
    let mut guesser = Guesser::new(table, kind, context);
    guesser.find_items();
    guesser.find_competencies(context);
    guesser.find_roles();
    guesser.find_named();
    let taken = i32::try_from(guesser.roles.iter().filter(|r| **r != Role::Skip).count())
        .unwrap_or(i32::MAX);
    let columns: Vec<ColumnGuess> = table
        .heads()
        .iter()
        .zip(&guesser.roles)
        .zip(&guesser.personal)
        .map(|((head, role), personal)| ColumnGuess {
            head: head.clone(),
            role: role.clone(),
            dropped: (*role == Role::Skip).then(|| personal.unwrap_or(DropReason::NotTaken)),
        })
        .collect();
    let mapping = Mapping {
        kind,
        columns: columns
            .iter()
            .map(|column| (column.head.clone(), column.role.clone()))
            .collect(),
    };
    let complete = if mapping.missing().is_empty() {
        10_000
    } else {
        0
    };
    let preset_bonus = if preset.is_some() && kind == ImportKind::Answers {
        500
    } else {
        0
    };
    let score = complete + preset_bonus + guesser.score + 20 * taken;
    (
        Guess {
            preset,
            mapping,
            columns,
        },
        score,
    )
}

struct Guesser<'a> {
    table: &'a RawTable,
    kind: ImportKind,
    questionnaire: Option<&'a Questionnaire>,
    branches: BranchFinder,
    heads: Vec<String>,
    personal: Vec<Option<DropReason>>,
    roles: Vec<Role>,
    score: i32,
}

impl<'a> Guesser<'a> {
    fn new(table: &'a RawTable, kind: ImportKind, context: &Context<'a>) -> Self {
        let heads = table.heads();
        let personal = heads
            .iter()
            .enumerate()
            .map(|(column, head)| {
                personal::of_head(kind, head).or_else(|| personal::of_content(table, column))
            })
            .collect();
        Self {
            table,
            kind,
            questionnaire: context.questionnaire,
            branches: BranchFinder::new(context.branches),
            heads: heads.iter().map(|head| normal(head)).collect(),
            personal,
            roles: vec![Role::Skip; heads.len()],
            score: 0,
        }
    }

    /// Question columns first: a question may hold any word.
    fn find_items(&mut self) {
        if self.kind != ImportKind::Answers {
            return;
        }
        let inferred;
        let questionnaire = match self.questionnaire {
            Some(questionnaire) => questionnaire,
            None => {
                inferred = infer_questionnaire_from(self.table);
                &inferred
            }
        };
        let finder = ItemFinder::new(questionnaire);
        for (column, head) in self.table.heads().iter().enumerate() {
            let Some(id) = finder.find(head) else {
                continue;
            };
            let role = Role::Item(id.to_owned());
            if !self.roles.contains(&role) {
                self.score += 30;
                self.personal[column] = None;
                self.roles[column] = role;
            }
        }
    }

    /// Columns that are called as competencies are, in either language or by id.
    fn find_competencies(&mut self, context: &Context<'_>) {
        if !self.kind.is_rating() {
            return;
        }
        for (column, head) in self.heads.iter().enumerate() {
            if let Some(id) = context.ratings.competency(head) {
                let role = Role::Rated(id.to_owned());
                if !self.roles.contains(&role) {
                    self.score += 30;
                    self.personal[column] = None;
                    self.roles[column] = role;
                }
            }
        }
    }

    /// The best pair of column and meaning again and again, until none is good enough.
    fn find_roles(&mut self) {
        let specs = self.kind.roles();
        let mut pairs: Vec<(i32, usize, &RoleSpec)> = Vec::new();
        for column in 0..self.heads.len() {
            if self.roles[column] != Role::Skip {
                continue;
            }
            for spec in specs {
                let score = self.fit(column, spec);
                if score >= LEAST {
                    pairs.push((score, column, spec));
                }
            }
        }
        pairs.sort_by_key(|(score, column, _)| (-score, *column));
        for (score, column, spec) in pairs {
            if self.roles[column] == Role::Skip && !self.roles.contains(spec.role) {
                self.roles[column] = spec.role.clone();
                let weight = if spec.need == Need::Optional { 3 } else { 1 };
                self.score += score / weight;
            }
        }
    }

    fn fit(&self, column: usize, spec: &RoleSpec) -> i32 {
        let head = &self.heads[column];
        let by_head = i32::try_from(best_fit(head, spec.words)).unwrap_or(0);
        let is_hidden = self.personal[column].is_some_and(|why| {
            // A time is a date of customers; anything else personal needs the very word.
            why != DropReason::Time && by_head < 95
        });
        if is_hidden {
            return 0;
        }
        by_head + self.by_content(column, spec.role, by_head)
    }

    /// What the first rows say for or against a meaning.
    fn by_content(&self, column: usize, role: &Role, by_head: i32) -> i32 {
        match role {
            Role::Branch if self.kind != ImportKind::Branches => {
                self.branch_content(column, by_head)
            }
            // “Autumn 2025” says when as well as a month does.
            Role::Period if self.kind == ImportKind::Benchmarks => 0,
            Role::Date | Role::Period | Role::Left => {
                let share = self.share(column, |cell| {
                    !matches!(cell, Cell::Number(_)) && is_when(cell) || is_serial(cell)
                });
                match (share, by_head) {
                    (70.., 0) if *role == Role::Date => 60,
                    (70.., _) => 20,
                    (0..30, _) => -60,
                    _ => 0,
                }
            }
            Role::Score => {
                let share = self.share(column, |cell| values::score(cell).is_ok());
                // A column of 0 to 10 that reaches above 5 and has no name of its own.
                let is_wide = self.share(column, |cell| {
                    values::score(cell).is_ok_and(|s| s.get() > 5)
                }) >= 10;
                match share {
                    50.. if by_head > 0 => 20,
                    95.. if is_wide && self.heads[column].len() > 12 => 50,
                    // The very word stays: the rows then say what is wrong.
                    0..50 if by_head < 95 => -60,
                    _ => 0,
                }
            }
            Role::Contact
            | Role::BackOffice
            | Role::HeadCount
            | Role::Promoters
            | Role::Passives
            | Role::Detractors
            | Role::Count
            | Role::Value => match self.share(column, |cell| values::number(cell).is_ok()) {
                80.. if by_head > 0 => 10,
                0..50 => -80,
                _ => 0,
            },
            Role::Group => {
                let is_flag = is_contact_flag(&self.heads[column]);
                match self.share(column, |cell| values::group(cell, is_flag).is_ok()) {
                    70.. if by_head > 0 => 30,
                    90.. => 55,
                    0..30 => -80,
                    _ => 0,
                }
            }
            Role::Skip
            | Role::Branch
            | Role::Name
            | Role::Region
            | Role::Format
            | Role::Position
            | Role::Wave
            | Role::Channel
            | Role::Measure
            | Role::Dimension
            | Role::Subject
            | Role::Source
            | Role::Title
            | Role::Person
            | Role::Rater
            | Role::RaterSource
            | Role::Competency
            | Role::Level
            | Role::Evidence
            | Role::Sins
            | Role::Round
            | Role::Manager
            | Role::Rated(_)
            | Role::Item(_)
            | Role::Named(_) => 0,
        }
    }

    fn branch_content(&self, column: usize, by_head: i32) -> i32 {
        let known = self.share(column, |cell| self.branches.find(&cell.to_text()).is_some());
        let is_question = self.heads[column].split(' ').count() > 6;
        let is_scale = self.share(column, |cell| {
            values::leading_number(&cell.to_text()).is_some_and(|n| n <= 10)
        }) >= 90;
        match known {
            50.. => 60,
            _ if is_question || (is_scale && by_head < 95) => -40,
            _ => 0,
        }
    }

    /// Every other column of numbers is a measure of its own, where nothing else gives a result.
    fn find_named(&mut self) {
        let has_result = self.roles.iter().any(|role| {
            matches!(
                role,
                Role::Score | Role::Value | Role::Promoters | Role::Detractors
            )
        });
        if self.kind != ImportKind::Outcomes || has_result || !self.roles.contains(&Role::Branch) {
            return;
        }
        for (column, head) in self.table.heads().iter().enumerate() {
            let is_free = self.roles[column] == Role::Skip && self.personal[column].is_none();
            if is_free && self.share(column, |cell| values::number(cell).is_ok()) >= 90 {
                self.roles[column] = Role::Named(head.clone());
            }
        }
    }

    /// Of a hundred filled cells of the first rows, how many pass; 40 where all are empty, which
    /// speaks neither for nor against.
    fn share(&self, column: usize, passes: impl Fn(Cell<'_>) -> bool) -> usize {
        let (mut all, mut good) = (0_usize, 0_usize);
        for cell in self.table.sample(column, ROWS) {
            all += 1;
            good += usize::from(passes(cell));
        }
        (good * 100).checked_div(all).unwrap_or(40)
    }
}

fn is_when(cell: Cell<'_>) -> bool {
    use super::refusal::RefusalReason as Reason;
    matches!(
        parse_when(cell, DayOrder::Unknown),
        Ok(_) | Err(Reason::AmbiguousDate | Reason::NoSuchDate)
    )
}

fn is_serial(cell: Cell<'_>) -> bool {
    matches!(cell, Cell::Number(number) if number >= 1_990.0) && is_when(cell)
}

/// Does the head ask "contact, yes or no"?
pub(super) fn is_contact_flag(head: &str) -> bool {
    matches!(
        head,
        "contact"
            | "is contact"
            | "contact staff"
            | "контактный"
            | "контакт"
            | "контактный персонал"
            | "front"
            | "frontline"
    )
}
