//! The small lists: branch means of a former vendor, benchmarks, positions.

use std::collections::{BTreeSet, HashMap};

use super::columns::Columns;
use super::where_branch::Whereabouts;
use super::{Accepted, Collect, Context, Fault, ImportedScore, Note, Summary, Taken, at};
use crate::domain::{Audience, Benchmark, Position, StaffGroup, WaveCode};
use crate::error::Result;
use crate::import::normal::normal;
use crate::import::refusal::RefusalReason;
use crate::import::role::Role;
use crate::import::row::Row;
use crate::import::table::Cell;
use crate::import::values;

const LONGEST: usize = 120;

/// The text of a needed column.
pub(super) fn needed(columns: &Columns, row: Row<'_>, role: &Role) -> Result<String, Box<Fault>> {
    let column = columns.get(role).unwrap_or(0);
    let text = optional(columns, row, role)?;
    if text.is_empty() {
        Err(at(column)(RefusalReason::EmptyCell))
    } else {
        Ok(text)
    }
}

/// The text of a column that may be empty.
pub(super) fn optional(columns: &Columns, row: Row<'_>, role: &Role) -> Result<String, Box<Fault>> {
    let Some(column) = columns.get(role) else {
        return Ok(String::new());
    };
    let cell = row.cell(column);
    if cell == Cell::Fault {
        return Err(at(column)(RefusalReason::CellFault));
    }
    let text = cell.to_text();
    if text.chars().count() > LONGEST {
        return Err(at(column)(RefusalReason::TooLong));
    }
    Ok(text.into_owned())
}

fn value(columns: &Columns, row: Row<'_>) -> Result<f64, Box<Fault>> {
    let column = columns.get(&Role::Value).unwrap_or(0);
    values::number(row.cell(column)).map_err(at(column))
}

/// Refuses what stood there before.
fn once<K: std::hash::Hash + Eq>(
    rows: &mut HashMap<K, u32>,
    key: K,
    row: Row<'_>,
    column: usize,
) -> Result<(), Box<Fault>> {
    if let Some(first_row) = rows.get(&key) {
        return Err(at(column)(RefusalReason::DuplicateRow {
            first_row: *first_row,
        }));
    }
    rows.insert(key, row.number());
    Ok(())
}

/// Branch means.
pub(super) struct Scores {
    columns: Columns,
    branches: Whereabouts,
    rows: HashMap<(usize, Audience, Option<WaveCode>, String), u32>,
    scores: Vec<ImportedScore>,
}

impl Scores {
    pub(super) fn new(columns: Columns, context: &Context<'_>) -> Self {
        Self {
            columns,
            branches: Whereabouts::new(context),
            rows: HashMap::new(),
            scores: Vec::new(),
        }
    }

    fn audience(&self, row: Row<'_>) -> Result<Audience, Box<Fault>> {
        let Some(column) = self.columns.get(&Role::Group) else {
            return Ok(Audience::All);
        };
        let cell = row.cell(column);
        if cell.is_empty() {
            return Ok(Audience::All);
        }
        values::group(cell, self.columns.is_group_flag).map_err(at(column))
    }

    fn wave(&self, row: Row<'_>) -> Result<Option<WaveCode>, Box<Fault>> {
        let Some(column) = self.columns.get(&Role::Wave) else {
            return Ok(None);
        };
        let text = needed(&self.columns, row, &Role::Wave)?;
        WaveCode::new(&text)
            .map(Some)
            .map_err(|_| at(column)(RefusalReason::TooLong))
    }

    fn n(&self, row: Row<'_>) -> Result<Option<u32>, Box<Fault>> {
        let Some(column) = self.columns.get(&Role::Count) else {
            return Ok(None);
        };
        let cell = row.cell(column);
        if cell.is_empty() {
            return Ok(None);
        }
        let count = values::count(cell).map_err(at(column))?;
        u32::try_from(count)
            .map(Some)
            .map_err(|_| at(column)(RefusalReason::CountRange))
    }
}

impl Collect for Scores {
    fn row(&mut self, row: Row<'_>) -> Result<Taken, Box<Fault>> {
        let column = self.columns.get(&Role::Branch).unwrap_or(0);
        let branch = self.branches.find(row.cell(column), column)?;
        let audience = self.audience(row)?;
        let wave = self.wave(row)?;
        let dimension = needed(&self.columns, row, &Role::Dimension)?;
        let value = value(&self.columns, row)?;
        let n = self.n(row)?;
        let key = (branch, audience, wave.clone(), normal(&dimension));
        once(&mut self.rows, key, row, column)?;
        self.branches.mark(branch);
        self.scores.push(ImportedScore {
            branch: self.branches.code(branch),
            audience,
            wave,
            dimension,
            value,
            n,
        });
        Ok(Taken::New)
    }

    fn finish(
        self: Box<Self>,
        summary: &mut Summary,
        _notes: &mut BTreeSet<Note>,
    ) -> Result<Accepted> {
        summary.branches_seen = self.branches.count_seen();
        Ok(Accepted::StaffScores(self.scores))
    }
}

/// Figures to compare with.
pub(super) struct Benchmarks {
    columns: Columns,
    rows: HashMap<(String, String, String), u32>,
    found: Vec<Benchmark>,
}

impl Benchmarks {
    pub(super) fn new(columns: Columns) -> Self {
        Self {
            columns,
            rows: HashMap::new(),
            found: Vec::new(),
        }
    }
}

impl Collect for Benchmarks {
    fn row(&mut self, row: Row<'_>) -> Result<Taken, Box<Fault>> {
        let column = self.columns.get(&Role::Subject).unwrap_or(0);
        let benchmark = Benchmark {
            subject: needed(&self.columns, row, &Role::Subject)?,
            value: value(&self.columns, row)?,
            source: optional(&self.columns, row, &Role::Source)?,
            period: optional(&self.columns, row, &Role::Period)?,
        };
        let key = (
            normal(&benchmark.subject),
            normal(&benchmark.source),
            normal(&benchmark.period),
        );
        once(&mut self.rows, key, row, column)?;
        self.found.push(benchmark);
        Ok(Taken::New)
    }

    fn finish(
        self: Box<Self>,
        _summary: &mut Summary,
        _notes: &mut BTreeSet<Note>,
    ) -> Result<Accepted> {
        Ok(Accepted::Benchmarks(self.found))
    }
}

/// Positions and their groups.
pub(super) struct Positions {
    columns: Columns,
    rows: HashMap<String, u32>,
    found: Vec<Position>,
}

impl Positions {
    pub(super) fn new(columns: Columns) -> Self {
        Self {
            columns,
            rows: HashMap::new(),
            found: Vec::new(),
        }
    }
}

impl Collect for Positions {
    fn row(&mut self, row: Row<'_>) -> Result<Taken, Box<Fault>> {
        let title = needed(&self.columns, row, &Role::Title)?;
        let column = self.columns.get(&Role::Group).unwrap_or(0);
        let group = match values::group(row.cell(column), self.columns.is_group_flag)
            .map_err(at(column))?
        {
            Audience::Contact => StaffGroup::Contact,
            Audience::BackOffice => StaffGroup::BackOffice,
            Audience::All => return Err(at(column)(RefusalReason::UnknownGroup)),
        };
        let title_column = self.columns.get(&Role::Title).unwrap_or(0);
        once(&mut self.rows, normal(&title), row, title_column)?;
        self.found.push(Position { title, group });
        Ok(Taken::New)
    }

    fn finish(
        self: Box<Self>,
        _summary: &mut Summary,
        _notes: &mut BTreeSet<Note>,
    ) -> Result<Accepted> {
        Ok(Accepted::Positions(self.found))
    }
}
