//! People, ratings and visits out of files into the ratings' own image: one transaction.

use std::collections::BTreeMap;

use super::ratings::model_of;
use crate::domain::rating::{
    Assignment, AssignmentId, Mark, Person, PersonId, Rater, RatingSheet, RoundCode, RoundState,
    SheetState,
};
use crate::domain::{BranchCode, Date, Lang};
use crate::error::{Kind, Result};
use crate::import::{
    Accepted, ImportKind, ImportedPerson, ImportedRating, RatingsKnown, RoundKnown,
};
use crate::store::{Change, Ratings, Workspace};

/// People and rounds, where a file may speak of them; every file of unknown kind may.
pub(super) fn known(workspace: &Workspace, kind: Option<ImportKind>) -> Result<RatingsKnown> {
    let may_speak = match kind {
        None => workspace.has_ratings(),
        Some(ImportKind::People | ImportKind::Ratings | ImportKind::Visits) => true,
        Some(
            ImportKind::Branches
            | ImportKind::Outcomes
            | ImportKind::Answers
            | ImportKind::StaffScores
            | ImportKind::Benchmarks
            | ImportKind::Positions,
        ) => false,
    };
    if !may_speak {
        return Ok(RatingsKnown::default());
    }
    let stored = workspace.ratings()?;
    let mut rounds = Vec::new();
    for kept in stored.rounds()? {
        let is_open = kept.round.state == RoundState::Open;
        let assignments = stored.assignments(Some(&kept.round.code).filter(|_| is_open))?;
        let model = model_of(&stored, &kept)?;
        let pairs = assignments
            .into_iter()
            .filter(|assignment| assignment.round == kept.round.code)
            .map(|assignment| (assignment.ratee, assignment.rater, assignment.visit));
        rounds.push(RoundKnown {
            pairs: if is_open {
                pairs.collect()
            } else {
                Default::default()
            },
            model,
            round: kept.round,
        });
    }
    Ok(RatingsKnown {
        people: stored.people()?,
        rounds,
        accepts_people: false,
    })
}

/// Competencies that a column can hold: id and name.
pub(super) fn competencies(known: &RatingsKnown, lang: Lang) -> Vec<(String, String)> {
    let mut found: BTreeMap<&str, &str> = BTreeMap::new();
    for competency in known
        .rounds
        .iter()
        .flat_map(|known| &known.model.competencies)
    {
        found.insert(&competency.id, competency.name.get(lang));
    }
    let owned = |(id, name): (&str, &str)| (id.to_owned(), name.to_owned());
    found.into_iter().map(owned).collect()
}

/// Takes people or ratings in, all or nothing.
pub(super) fn commit(workspace: &mut Workspace, accepted: Accepted) -> Result<()> {
    match accepted {
        Accepted::People(people) => {
            let known = workspace.ratings()?.people()?;
            workspace.change_ratings("import people", |tx| put_people(tx, &known, &people))
        }
        Accepted::Ratings(ratings) => {
            let writer = Writer::of(workspace, &ratings.sheets)?;
            workspace.change_ratings("import ratings", |tx| {
                ratings
                    .sheets
                    .iter()
                    .try_for_each(|sheet| writer.put(tx, sheet))
            })
        }
        Accepted::Branches(_)
        | Accepted::Outcomes(_)
        | Accepted::Answers(_)
        | Accepted::StaffScores(_)
        | Accepted::Benchmarks(_)
        | Accepted::Positions(_) => Err(Kind::Internal("kind".to_owned()).into()),
    }
}

/// What tells people apart.
type Call = (BranchCode, String, String);

fn call(branch: &BranchCode, name: &str, position: &str) -> Call {
    (branch.clone(), name.to_lowercase(), position.to_lowercase())
}

/// People first, then who manages them: a manager may stand below in the file.
pub(super) fn put_people(
    tx: &Change<'_>,
    known: &[Person],
    people: &[ImportedPerson],
) -> Result<()> {
    let mut numbers: BTreeMap<Call, PersonId> = known
        .iter()
        .map(|person| {
            (
                call(&person.branch, &person.name, &person.position),
                person.id,
            )
        })
        .collect();
    for person in people {
        let key = call(&person.branch, &person.name, &person.position);
        let id = numbers.get(&key).copied();
        let stored = Person {
            id: id.unwrap_or(PersonId(0)),
            name: person.name.clone(),
            position: person.position.clone(),
            branch: person.branch.clone(),
            group: person.group,
            manager: None,
            left: person.left,
        };
        let id = Ratings::put_person(tx, &stored, id.is_none())?;
        numbers.insert(key, id);
    }
    for person in people {
        if let Some((name, branch, position)) = &person.manager {
            let own = numbers.get(&call(&person.branch, &person.name, &person.position));
            let manager = numbers.get(&call(branch, name, position));
            if let Some(own) = own {
                Ratings::set_manager(tx, *own, manager.copied())?;
            }
        }
    }
    Ok(())
}

/// Puts sheets where they belong.
struct Writer {
    /// Competencies of each round.
    competencies: BTreeMap<RoundCode, Vec<String>>,
    assignments: BTreeMap<Key, AssignmentId>,
}

/// What tells sheets apart.
type Key = (RoundCode, PersonId, Rater, Option<Date>);

impl Writer {
    fn of(workspace: &Workspace, sheets: &[ImportedRating]) -> Result<Self> {
        let stored = workspace.ratings()?;
        let mut competencies = BTreeMap::new();
        for sheet in sheets {
            if !competencies.contains_key(&sheet.round) {
                let model = model_of(&stored, &stored.round(&sheet.round)?)?;
                let ids = model.competencies.iter().map(|it| it.id.clone()).collect();
                competencies.insert(sheet.round.clone(), ids);
            }
        }
        Ok(Self {
            competencies,
            assignments: stored
                .assignments(None)?
                .into_iter()
                .map(|it| ((it.round, it.ratee, it.rater, it.visit), it.id))
                .collect(),
        })
    }

    /// A sheet of a file is complete: what it does not name was not observed.
    fn put(&self, tx: &Change<'_>, rating: &ImportedRating) -> Result<()> {
        let key = (
            rating.round.clone(),
            rating.ratee,
            rating.rater.clone(),
            rating.visit,
        );
        let id = match self.assignments.get(&key) {
            Some(id) => {
                Ratings::set_source(tx, *id, rating.source)?;
                Ratings::set_sheet_state(tx, *id, SheetState::HandedIn)?;
                *id
            }
            None => Ratings::add_assignment(
                tx,
                &Assignment {
                    id: AssignmentId(0),
                    round: rating.round.clone(),
                    ratee: rating.ratee,
                    rater: rating.rater.clone(),
                    source: rating.source,
                    visit: rating.visit,
                    state: SheetState::HandedIn,
                },
            )?,
        };
        let competencies = self.competencies.get(&rating.round);
        let competencies: Vec<&str> = competencies
            .map(|ids| ids.iter().map(String::as_str).collect())
            .unwrap_or_default();
        let sheet = sheet_of(id, rating, &competencies);
        Ratings::put_sheet(tx, &sheet, &competencies)
    }
}

/// The sheet that a file gives, marks in the order of these competencies.
pub(in crate::app) fn sheet_of(
    id: AssignmentId,
    rating: &ImportedRating,
    competencies: &[&str],
) -> RatingSheet {
    let mut sheet = RatingSheet::blank(id, competencies.len());
    for (place, competency) in competencies.iter().enumerate() {
        sheet.marks[place] = Mark::NotObserved;
        if let Some((mark, evidence)) = rating.marks.get(*competency) {
            sheet.marks[place] = *mark;
            sheet.evidence[place].clone_from(evidence);
        }
    }
    sheet.sins = rating.sins.iter().cloned().collect();
    sheet
}
