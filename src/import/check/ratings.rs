//! Ratings and mystery shoppers' visits: a person a row with one column per competency, or a row per
//! competency. Rows of one rater and person become one sheet.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::columns::Columns;
use super::figures::{needed, optional};
use super::people::day_of;
use super::where_branch::Whereabouts;
use super::{Accepted, Collect, Context, Fault, Note, Summary, Taken, at};
use crate::domain::rating::{
    CompetencyModel, Level, Mark, Person, PersonId, Rater, RatingSheet, RoundCode, Source,
};
use crate::domain::{BranchCode, Date, Lang, StaffGroup};
use crate::error::Result;
use crate::import::kind::ImportKind;
use crate::import::normal::normal;
use crate::import::ratings::{
    PeopleFinder, PersonFound, RatingsKnown, RoundFound, level_word, source_word,
};
use crate::import::refusal::RefusalReason;
use crate::import::role::Role;
use crate::import::row::Row;
use crate::import::table::Cell;
use crate::import::values;

/// A sheet as a file gives it.
#[derive(Debug, Clone, PartialEq)]
pub struct ImportedRating {
    /// The round.
    pub round: RoundCode,
    /// Who is rated.
    pub ratee: PersonId,
    /// Who rates.
    pub rater: Rater,
    /// In which part.
    pub source: Source,
    /// The day of a visit.
    pub visit: Option<Date>,
    /// Competency → mark and evidence; competencies that the file lacks are not there.
    pub marks: BTreeMap<String, (Mark, String)>,
    /// Ids of the sins that were seen.
    pub sins: BTreeSet<String>,
}

/// Sheets of a file.
#[derive(Debug, Clone, PartialEq)]
pub struct ImportedRatings {
    /// People of the file and of the workspace; new ones only where those are accepted.
    pub people: Vec<Person>,
    /// Sheets by round, person, rater and visit.
    pub sheets: Vec<ImportedRating>,
}

/// What tells sheets apart.
type Key = (RoundCode, PersonId, Rater, Option<Date>);

/// Collects sheets.
pub(super) struct Ratings<'a> {
    columns: Columns,
    rated: Vec<(usize, String)>,
    known: &'a RatingsKnown,
    people: PeopleFinder,
    branches: Whereabouts,
    sheets: BTreeMap<Key, ImportedRating>,
    rows: HashMap<(Key, String), u32>,
    has_gaps: bool,
}

impl<'a> Ratings<'a> {
    pub(super) fn new(columns: Columns, context: &Context<'a>) -> Self {
        Self {
            rated: columns
                .rated()
                .map(|(column, id)| (column, id.to_owned()))
                .collect(),
            known: context.ratings,
            people: PeopleFinder::new(&context.ratings.people),
            branches: Whereabouts::new(context),
            columns,
            sheets: BTreeMap::new(),
            rows: HashMap::new(),
            has_gaps: false,
        }
    }

    fn column(&self, role: &Role) -> usize {
        self.columns.get(role).unwrap_or(0)
    }

    fn round(&self, row: Row<'_>) -> Result<RoundCode, Box<Fault>> {
        let text = optional(&self.columns, row, &Role::Round)?;
        let role = if self.columns.get(&Role::Round).is_some() {
            Role::Round
        } else {
            Role::Person
        };
        match self.known.round(&text) {
            RoundFound::Open(known) => Ok(known.round.code.clone()),
            RoundFound::NotOpen => Err(at(self.column(&role))(RefusalReason::RoundNotOpen)),
            RoundFound::Unknown => Err(at(self.column(&role))(RefusalReason::UnknownRound)),
        }
    }

    fn branch(&mut self, row: Row<'_>) -> Result<Option<BranchCode>, Box<Fault>> {
        let Some(column) = self.columns.get(&Role::Branch) else {
            return Ok(None);
        };
        if row.cell(column).is_empty() {
            return Ok(None);
        }
        let branch = self.branches.find(row.cell(column), column)?;
        self.branches.mark(branch);
        Ok(Some(self.branches.code(branch)))
    }

    /// The rated person: by name, told apart by branch and position.
    fn ratee(&mut self, row: Row<'_>, code: &RoundCode) -> Result<usize, Box<Fault>> {
        let column = self.column(&Role::Person);
        let name = needed(&self.columns, row, &Role::Person)?;
        let branch = self.branch(row)?;
        let position = optional(&self.columns, row, &Role::Position)?;
        let place = match self.people.find(&name, branch.as_ref(), &position) {
            PersonFound::One(place) => place,
            PersonFound::Several => return Err(at(column)(RefusalReason::AmbiguousPerson)),
            PersonFound::Nobody if self.known.accepts_people => self
                .accept(&name, branch, &position)
                .ok_or_else(|| at(column)(RefusalReason::TooLong))?,
            PersonFound::Nobody => return Err(at(column)(RefusalReason::UnknownPerson)),
        };
        let opens = self.known.round_of(code).map(|known| known.round.opens);
        if let (Some(day), Some(opens)) = (self.people.person(place).left, opens)
            && day < opens
        {
            return Err(at(column)(RefusalReason::PersonLeft { day }));
        }
        Ok(place)
    }

    /// Somebody whom only the file knows.
    fn accept(&mut self, name: &str, branch: Option<BranchCode>, position: &str) -> Option<usize> {
        let unknown = || BranchCode::new("-").expect("a sign is a code");
        let id = u32::try_from(self.people.len() + 1).ok()?;
        Some(self.people.add(Person {
            id: PersonId(id),
            name: Person::tidy_name(name).ok()?,
            position: position.to_owned(),
            branch: branch.unwrap_or_else(unknown),
            group: StaffGroup::Contact,
            manager: None,
            left: None,
        }))
    }

    fn source(&self, row: Row<'_>) -> Result<Option<Source>, Box<Fault>> {
        if self.columns.kind == ImportKind::Visits {
            return Ok(Some(Source::MysteryShopper));
        }
        let Some(column) = self.columns.get(&Role::RaterSource) else {
            return Ok(None);
        };
        let text = optional(&self.columns, row, &Role::RaterSource)?;
        if text.is_empty() {
            return Ok(None);
        }
        let source = source_word(&text);
        source
            .map(Some)
            .ok_or_else(|| at(column)(RefusalReason::UnknownSource))
    }

    /// Who rates, and in which part; the part follows from the two where no column says it.
    fn rater(&mut self, row: Row<'_>, ratee: usize) -> Result<(Rater, Source), Box<Fault>> {
        let source = self.source(row)?;
        let column = self
            .columns
            .get(&Role::Rater)
            .unwrap_or(self.column(&Role::Person));
        let name = optional(&self.columns, row, &Role::Rater)?;
        let person = self.people.person(ratee).clone();
        if source == Some(Source::MysteryShopper) {
            return Ok((Rater::Shopper(name), Source::MysteryShopper));
        }
        let is_own = normal(&name) == normal(&person.name);
        if name.is_empty() || is_own {
            return match source {
                Some(Source::Itself) => Ok((Rater::Person(person.id), Source::Itself)),
                None if is_own => Ok((Rater::Person(person.id), Source::Itself)),
                Some(Source::Manager | Source::Peer | Source::MysteryShopper) if is_own => {
                    Err(at(column)(RefusalReason::SelfOther))
                }
                Some(_) | None => Err(at(column)(RefusalReason::UnknownRater)),
            };
        }
        if source == Some(Source::Itself) {
            return Err(at(column)(RefusalReason::SelfOther));
        }
        let place = match self.people.find(&name, Some(&person.branch), "") {
            PersonFound::Nobody => self.people.find(&name, None, ""),
            found @ (PersonFound::One(_) | PersonFound::Several) => found,
        };
        let place = match place {
            PersonFound::One(place) => place,
            PersonFound::Several => return Err(at(column)(RefusalReason::AmbiguousPerson)),
            PersonFound::Nobody if self.known.accepts_people => self
                .accept(&name, Some(person.branch.clone()), "")
                .ok_or_else(|| at(column)(RefusalReason::TooLong))?,
            PersonFound::Nobody => return Err(at(column)(RefusalReason::UnknownRater)),
        };
        let rater = self.people.person(place).id;
        let by_place = if person.manager == Some(rater) {
            Source::Manager
        } else {
            Source::Peer
        };
        Ok((Rater::Person(rater), source.unwrap_or(by_place)))
    }

    /// The marks of a row: one column each, or the one of the row.
    fn marks(
        &self,
        row: Row<'_>,
        model: &CompetencyModel,
    ) -> Result<Vec<(usize, String, Mark)>, Box<Fault>> {
        if self.rated.is_empty() {
            let column = self.column(&Role::Competency);
            let text = needed(&self.columns, row, &Role::Competency)?;
            let id = competency(model, &text);
            let id = id.ok_or_else(|| at(column)(RefusalReason::UnknownCompetency))?;
            let column = self.column(&Role::Level);
            return Ok(vec![(
                column,
                id,
                level(row.cell(column)).map_err(at(column))?,
            )]);
        }
        let mark = |(column, id): &(usize, String)| {
            let mark = level(row.cell(*column)).map_err(at(*column))?;
            if model.position(id).is_none() {
                return Err(at(*column)(RefusalReason::UnknownCompetency));
            }
            Ok((*column, id.clone(), mark))
        };
        let marks: Vec<_> = self
            .rated
            .iter()
            .map(mark)
            .collect::<Result<_, Box<Fault>>>()?;
        if marks.iter().all(|(_, _, mark)| mark.level().is_none()) {
            return Err(at(self.rated[0].0)(RefusalReason::NothingRated));
        }
        Ok(marks)
    }

    fn sins(&self, row: Row<'_>, model: &CompetencyModel) -> Result<BTreeSet<String>, Box<Fault>> {
        let text = optional(&self.columns, row, &Role::Sins)?;
        let mut sins = BTreeSet::new();
        for word in text
            .split([',', ';', '\n'])
            .map(str::trim)
            .filter(|word| !word.is_empty())
        {
            let call = normal(word);
            let is_called = |sin: &&crate::domain::rating::Sin| {
                let names = Lang::ALL.map(|lang| normal(sin.name.get(lang)));
                names.contains(&call) || normal(&sin.id) == call
            };
            let sin = model.sins.iter().find(is_called);
            let sin = sin.ok_or_else(|| at(self.column(&Role::Sins))(RefusalReason::UnknownSin))?;
            sins.insert(sin.id.clone());
        }
        Ok(sins)
    }

    /// Evidence may be longer than other texts.
    fn evidence(&self, row: Row<'_>) -> Result<String, Box<Fault>> {
        let Some(column) = self.columns.get(&Role::Evidence) else {
            return Ok(String::new());
        };
        let text = row.cell(column).to_text();
        if text.chars().count() > RatingSheet::MAX_EVIDENCE {
            return Err(at(column)(RefusalReason::TooLong));
        }
        Ok(text.into_owned())
    }
}

/// The id of the competency that is called so in either language.
fn competency(model: &CompetencyModel, text: &str) -> Option<String> {
    let call = normal(text);
    let found = model.competencies.iter().find(|competency| {
        let names = Lang::ALL.map(|lang| normal(competency.name.get(lang)));
        names.contains(&call) || normal(&competency.id) == call
    });
    found.map(|competency| competency.id.clone())
}

/// A level: a whole number from 1 to 5 or its name; nothing is "not observed".
fn level(cell: Cell<'_>) -> Result<Mark, RefusalReason> {
    let number = match cell {
        Cell::Empty => return Ok(Mark::NotObserved),
        Cell::Fault => return Err(RefusalReason::CellFault),
        Cell::Number(number) => number,
        // Excel turns 3.5 into the third of May; nobody means a day here.
        Cell::Day(_) | Cell::Bool(_) => return Err(RefusalReason::LevelWord),
        Cell::Text(text) => match (level_word(text), values::parse_number(text)) {
            (Some(mark), _) => return Ok(mark),
            (None, Some(number)) => number,
            (None, None) => return Err(RefusalReason::LevelWord),
        },
    };
    if !(1.0..=5.0).contains(&number) {
        return Err(RefusalReason::LevelRange);
    }
    let whole = values::whole(number).and_then(|whole| u8::try_from(whole).ok());
    let whole = whole.ok_or(RefusalReason::LevelHalf)?;
    Level::new(whole)
        .map(Mark::Level)
        .map_err(|_| RefusalReason::LevelRange)
}

impl Collect for Ratings<'_> {
    fn row(&mut self, row: Row<'_>) -> Result<Taken, Box<Fault>> {
        let round = self.round(row)?;
        let known = self.known.round_of(&round).expect("found just above");
        let ratee = self.ratee(row, &round)?;
        let (rater, source) = self.rater(row, ratee)?;
        let ratee = self.people.person(ratee).id;
        let visit = day_of(&self.columns, row, &Role::Date)?;
        if self.columns.kind == ImportKind::Visits && visit.is_none() {
            return Err(at(self.column(&Role::Date))(RefusalReason::EmptyCell));
        }
        let marks = self.marks(row, &known.model)?;
        let sins = self.sins(row, &known.model)?;
        let evidence = self.evidence(row)?;
        let key: Key = (round.clone(), ratee, rater.clone(), visit);
        let part = match (self.rated.is_empty(), marks.first()) {
            (true, Some((_, competency, _))) => competency.clone(),
            (true | false, _) => String::new(),
        };
        let place = (key.clone(), part);
        if let Some(first_row) = self.rows.get(&place) {
            let first_row = *first_row;
            let column = self
                .columns
                .get(&Role::Rater)
                .unwrap_or(self.column(&Role::Person));
            return Err(at(column)(RefusalReason::DuplicateRating { first_row }));
        }
        self.rows.insert(place, row.number());
        self.has_gaps |= marks.iter().any(|(_, _, mark)| *mark == Mark::NotObserved);
        let is_known = known.pairs.contains(&(ratee, rater.clone(), visit));
        let sheet = self.sheets.entry(key).or_insert_with(|| ImportedRating {
            round,
            ratee,
            rater,
            source,
            visit,
            marks: BTreeMap::new(),
            sins: BTreeSet::new(),
        });
        sheet.sins.extend(sins);
        // Evidence of a whole sheet stands with its first competency that has a level.
        let first = marks.iter().position(|(_, _, mark)| mark.level().is_some());
        for (place, (_, competency, mark)) in marks.into_iter().enumerate() {
            let own = if Some(place) == first {
                evidence.clone()
            } else {
                String::new()
            };
            sheet.marks.insert(competency, (mark, own));
        }
        Ok(if is_known {
            Taken::Existing
        } else {
            Taken::New
        })
    }

    fn finish(
        self: Box<Self>,
        summary: &mut Summary,
        notes: &mut BTreeSet<Note>,
    ) -> Result<Accepted> {
        summary.branches_seen = self.branches.count_seen();
        if self.has_gaps {
            notes.insert(Note::NotObserved);
        }
        Ok(Accepted::Ratings(Box::new(ImportedRatings {
            people: self.people.into_people(),
            sheets: self.sheets.into_values().collect(),
        })))
    }
}
