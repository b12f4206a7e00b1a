//! People to rate. Names of managers are looked up once the whole file is known.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::columns::Columns;
use super::figures::{needed, optional};
use super::where_branch::Whereabouts;
use super::{Accepted, Collect, Context, Fault, LateRefusal, Summary, Taken, at};
use crate::domain::rating::Person;
use crate::domain::{Audience, BranchCode, Date, Position, StaffGroup};
use crate::error::Result;
use crate::import::check::Note;
use crate::import::dates::{When, parse_when};
use crate::import::normal::normal;
use crate::import::ratings::{PeopleFinder, PersonFound};
use crate::import::refusal::RefusalReason;
use crate::import::role::Role;
use crate::import::row::Row;
use crate::import::values;

/// A person as a file names them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportedPerson {
    /// Name.
    pub name: String,
    /// Position.
    pub position: String,
    /// Branch.
    pub branch: BranchCode,
    /// Staff group.
    pub group: StaffGroup,
    /// Who manages them: name, branch and position, of the file or of the workspace.
    pub manager: Option<(String, BranchCode, String)>,
    /// Last working day.
    pub left: Option<Date>,
}

/// A row that may be taken if its manager is found.
struct Read {
    person: ImportedPerson,
    manager: String,
    row: u32,
}

/// Collects people.
pub(super) struct People {
    columns: Columns,
    branches: Whereabouts,
    positions: BTreeMap<String, StaffGroup>,
    known: Vec<Person>,
    calls: BTreeSet<Call>,
    rows: HashMap<(String, usize, String), u32>,
    read: Vec<Read>,
    late: Vec<LateRefusal>,
}

impl People {
    pub(super) fn new(columns: Columns, context: &Context<'_>) -> Self {
        let group = |position: &Position| (normal(&position.title), position.group);
        Self {
            columns,
            branches: Whereabouts::new(context),
            positions: context.positions.iter().map(group).collect(),
            known: context.ratings.people.clone(),
            calls: context.ratings.people.iter().map(call).collect(),
            rows: HashMap::new(),
            read: Vec::new(),
            late: Vec::new(),
        }
    }

    /// The group of the column, else of the position, else contact staff.
    fn group(&self, row: Row<'_>, position: &str) -> Result<StaffGroup, Box<Fault>> {
        let known = || self.positions.get(&normal(position)).copied();
        let Some(column) = self.columns.get(&Role::Group) else {
            return Ok(known().unwrap_or(StaffGroup::Contact));
        };
        if row.cell(column).is_empty() {
            return Ok(known().unwrap_or(StaffGroup::Contact));
        }
        match values::group(row.cell(column), self.columns.is_group_flag).map_err(at(column))? {
            Audience::Contact => Ok(StaffGroup::Contact),
            Audience::BackOffice => Ok(StaffGroup::BackOffice),
            Audience::All => Err(at(column)(RefusalReason::UnknownGroup)),
        }
    }

    fn left(&self, row: Row<'_>) -> Result<Option<Date>, Box<Fault>> {
        day_of(&self.columns, row, &Role::Left)
    }

    /// Everybody of the file and of the workspace, the file's words counting.
    fn everybody(&self) -> PeopleFinder {
        let mut finder = PeopleFinder::new(&[]);
        let read: BTreeSet<Call> = self.read.iter().map(|read| call_of(&read.person)).collect();
        for person in &self.known {
            if !read.contains(&call(person)) {
                finder.add(person.clone());
            }
        }
        for read in &self.read {
            let id = crate::domain::rating::PersonId(u32::MAX);
            finder.add(Person {
                id,
                name: read.person.name.clone(),
                position: read.person.position.clone(),
                branch: read.person.branch.clone(),
                group: read.person.group,
                manager: None,
                left: read.person.left,
            });
        }
        finder
    }

    /// The manager of a row: in the same branch first.
    fn manager_of(finder: &PeopleFinder, read: &Read) -> Result<usize, RefusalReason> {
        match finder.find(&read.manager, Some(&read.person.branch), "") {
            PersonFound::One(place) => Ok(place),
            PersonFound::Several => Err(RefusalReason::AmbiguousPerson),
            PersonFound::Nobody => match finder.find(&read.manager, None, "") {
                PersonFound::One(place) => Ok(place),
                PersonFound::Several => Err(RefusalReason::AmbiguousPerson),
                PersonFound::Nobody => Err(RefusalReason::UnknownManager),
            },
        }
    }

    /// Finds managers, and refuses rows whose manager is unknown or in a circle.
    fn settle(&mut self) {
        let finder = self.everybody();
        let own: HashMap<Call, usize> = (0..finder.len())
            .map(|place| (call(finder.person(place)), place))
            .collect();
        let mut above: HashMap<usize, usize> = HashMap::new();
        let mut refused = BTreeSet::new();
        for (index, read) in self.read.iter_mut().enumerate() {
            if read.manager.is_empty() {
                continue;
            }
            let place = own.get(&call_of(&read.person));
            let found = Self::manager_of(&finder, read);
            let found = found.and_then(|manager| match place {
                Some(place) if is_above(&above, manager, *place) => Err(RefusalReason::ManagerLoop),
                Some(_) | None => Ok(manager),
            });
            match found {
                Ok(manager) => {
                    above.extend(place.map(|place| (*place, manager)));
                    let person = finder.person(manager);
                    read.person.manager = Some((
                        person.name.clone(),
                        person.branch.clone(),
                        person.position.clone(),
                    ));
                }
                Err(reason) => {
                    refused.insert(index);
                    self.late.push(LateRefusal {
                        row: read.row,
                        column: self.columns.get(&Role::Manager).unwrap_or(0),
                        value: read.manager.clone(),
                        reason,
                    });
                }
            }
        }
        let mut index = 0;
        self.read.retain(|_| {
            index += 1;
            !refused.contains(&(index - 1))
        });
    }
}

/// What tells people apart: name, branch, position.
type Call = (String, BranchCode, String);

fn call(person: &Person) -> Call {
    (
        normal(&person.name),
        person.branch.clone(),
        normal(&person.position),
    )
}

fn call_of(person: &ImportedPerson) -> Call {
    (
        normal(&person.name),
        person.branch.clone(),
        normal(&person.position),
    )
}

/// Does the person stand above the manager already, or is it the same?
fn is_above(above: &HashMap<usize, usize>, manager: usize, person: usize) -> bool {
    let mut at = Some(manager);
    for _ in 0..above.len() + 2 {
        match at {
            Some(place) if place == person => return true,
            Some(place) => at = above.get(&place).copied(),
            None => return false,
        }
    }
    true
}

/// The day of a cell that may be empty.
pub(super) fn day_of(
    columns: &Columns,
    row: Row<'_>,
    role: &Role,
) -> Result<Option<Date>, Box<Fault>> {
    let Some(column) = columns.get(role) else {
        return Ok(None);
    };
    if row.cell(column).is_empty() {
        return Ok(None);
    }
    match parse_when(row.cell(column), columns.day_order).map_err(at(column))? {
        When::Day(day) => Ok(Some(day)),
        When::Months(..) => Err(at(column)(RefusalReason::NotADate)),
    }
}

impl Collect for People {
    fn row(&mut self, row: Row<'_>) -> Result<Taken, Box<Fault>> {
        let column = self.columns.get(&Role::Person).unwrap_or(0);
        let name = needed(&self.columns, row, &Role::Person)?;
        let name = Person::tidy_name(&name).map_err(|_| at(column)(RefusalReason::TooLong))?;
        let position = needed(&self.columns, row, &Role::Position)?;
        let place = self.columns.get(&Role::Branch).unwrap_or(0);
        let branch = self.branches.find(row.cell(place), place)?;
        let group = self.group(row, &position)?;
        let left = self.left(row)?;
        let manager = optional(&self.columns, row, &Role::Manager)?;
        if normal(&manager) == normal(&name) {
            let place = self.columns.get(&Role::Manager).unwrap_or(0);
            return Err(at(place)(RefusalReason::ManagerLoop));
        }
        let key = (normal(&name), branch, normal(&position));
        if let Some(first_row) = self.rows.get(&key) {
            let first_row = *first_row;
            return Err(at(column)(RefusalReason::DuplicatePerson { first_row }));
        }
        self.rows.insert(key, row.number());
        self.branches.mark(branch);
        let person = ImportedPerson {
            name,
            position,
            branch: self.branches.code(branch),
            group,
            manager: None,
            left,
        };
        let is_known = self.calls.contains(&call_of(&person));
        let row = row.number();
        self.read.push(Read {
            person,
            manager,
            row,
        });
        Ok(if is_known {
            Taken::Existing
        } else {
            Taken::New
        })
    }

    fn late(&mut self) -> Vec<LateRefusal> {
        self.settle();
        std::mem::take(&mut self.late)
    }

    fn finish(
        self: Box<Self>,
        summary: &mut Summary,
        _notes: &mut BTreeSet<Note>,
    ) -> Result<Accepted> {
        summary.branches_seen = self.branches.count_seen();
        let people = self.read.into_iter().map(|read| read.person);
        Ok(Accepted::People(people.collect()))
    }
}
