//! The list of branches.

use std::collections::{BTreeSet, HashMap};

use super::columns::Columns;
use super::{Accepted, Collect, Context, Fault, Note, Summary, Taken, at};
use crate::domain::{Branch, BranchCode};
use crate::error::Result;
use crate::import::normal::normal;
use crate::import::refusal::RefusalReason;
use crate::import::role::Role;
use crate::import::row::Row;
use crate::import::table::Cell;
use crate::import::values;

const LONGEST_NAME: usize = 120;

pub(super) struct Branches {
    columns: Columns,
    known: BTreeSet<BranchCode>,
    /// Normalised code → row.
    rows: HashMap<String, u32>,
    branches: Vec<Branch>,
    has_unsplit: bool,
}

impl Branches {
    pub(super) fn new(columns: Columns, context: &Context<'_>) -> Self {
        Self {
            columns,
            known: context
                .branches
                .iter()
                .map(|branch| branch.code.clone())
                .collect(),
            rows: HashMap::new(),
            branches: Vec::new(),
            has_unsplit: false,
        }
    }

    /// A text, empty where the column or the cell is.
    fn text(&self, row: Row<'_>, role: &Role) -> Result<String, Box<Fault>> {
        let Some(column) = self.columns.get(role) else {
            return Ok(String::new());
        };
        let cell = row.cell(column);
        if cell == Cell::Fault {
            return Err(at(column)(RefusalReason::CellFault));
        }
        let text = cell.to_text();
        if text.chars().count() > LONGEST_NAME {
            return Err(at(column)(RefusalReason::TooLong));
        }
        Ok(text.into_owned())
    }

    /// A head count, none where the column or the cell is empty.
    fn count(&self, row: Row<'_>, role: &Role) -> Result<Option<u32>, Box<Fault>> {
        let Some(column) = self.columns.get(role) else {
            return Ok(None);
        };
        let cell = row.cell(column);
        if cell.is_empty() && !row.is_merged(column) {
            return Ok(None);
        }
        let count = values::count(cell).map_err(at(column))?;
        u32::try_from(count)
            .map(Some)
            .map_err(|_| at(column)(RefusalReason::CountRange))
    }

    /// Contact staff and back office, from what the list gives of the three counts.
    fn heads(&mut self, row: Row<'_>) -> Result<(u32, u32), Box<Fault>> {
        let contact = self.count(row, &Role::Contact)?;
        let back = self.count(row, &Role::BackOffice)?;
        let all = self.count(row, &Role::HeadCount)?;
        let column = self.columns.get(&Role::HeadCount).unwrap_or(0);
        let rest = |all: u32, part: u32| {
            all.checked_sub(part)
                .ok_or_else(|| at(column)(RefusalReason::CountRange))
        };
        Ok(match (contact, back, all) {
            (Some(contact), Some(back), _) => (contact, back),
            (Some(contact), None, Some(all)) => (contact, rest(all, contact)?),
            (None, Some(back), Some(all)) => (rest(all, back)?, back),
            (None, None, Some(all)) => {
                self.has_unsplit = true;
                (0, all)
            }
            (contact, back, None) => (contact.unwrap_or(0), back.unwrap_or(0)),
        })
    }
}

impl Collect for Branches {
    fn row(&mut self, row: Row<'_>) -> Result<Taken, Box<Fault>> {
        let code_column = self
            .columns
            .get(&Role::Branch)
            .or_else(|| self.columns.get(&Role::Name))
            .unwrap_or(0);
        let mut call = row.cell(code_column);
        if call == Cell::Fault {
            return Err(at(code_column)(RefusalReason::CellFault));
        }
        if call.is_empty() && row.is_merged(code_column) {
            call = Cell::Empty;
        }
        let text = call.to_text();
        if text.is_empty() {
            return Err(at(code_column)(RefusalReason::EmptyCell));
        }
        let code = BranchCode::new(&text).map_err(|_| at(code_column)(RefusalReason::TooLong))?;
        let key = normal(&text);
        if let Some(first_row) = self.rows.get(&key) {
            return Err(at(code_column)(RefusalReason::DuplicateBranch {
                first_row: *first_row,
            }));
        }
        let name = self.text(row, &Role::Name)?;
        let (contact, back_office) = self.heads(row)?;
        let branch = Branch {
            name: if name.is_empty() {
                code.as_str().to_owned()
            } else {
                name
            },
            region: self.text(row, &Role::Region)?,
            format: self.text(row, &Role::Format)?,
            contact,
            back_office,
            code,
        };
        let taken = if self.known.contains(&branch.code) {
            Taken::Existing
        } else {
            Taken::New
        };
        self.rows.insert(key, row.number());
        self.branches.push(branch);
        Ok(taken)
    }

    fn finish(
        self: Box<Self>,
        summary: &mut Summary,
        notes: &mut BTreeSet<Note>,
    ) -> Result<Accepted> {
        summary.branches_seen = self.branches.len();
        if self.has_unsplit {
            notes.insert(Note::HeadCountNotSplit);
        }
        if self.columns.get(&Role::Branch).is_none() {
            notes.insert(Note::CodesFromNames);
        }
        Ok(Accepted::Branches(self.branches))
    }
}
