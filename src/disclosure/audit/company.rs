//! Cells of a question that the same wide figures are about: whoever changes an answer in one of them
//! can be made up for in another, and those figures stay as they were.

use std::collections::HashMap;

use super::table::{Table, Weight};

/// Cells of a figure that is about many.
const WIDE: usize = 16;

/// The companies of a table, numbered, and the company of each cell.
pub(super) struct Companies {
    of: Vec<usize>,
    members: Vec<Vec<usize>>,
    own: Vec<Vec<usize>>,
}

impl Companies {
    pub(super) fn new(table: &Table) -> Self {
        let mut numbers: HashMap<(usize, Vec<usize>), usize> = HashMap::new();
        let mut members: Vec<Vec<usize>> = Vec::new();
        let mut of = Vec::with_capacity(table.cells.len());
        for (position, cell) in table.cells.iter().enumerate() {
            let rows = table.rows_of[position].iter().copied();
            let joining = rows.filter(|row| is_joining(table, *row)).collect();
            let next = members.len();
            let company = *numbers.entry((cell.item, joining)).or_insert(next);
            if company == next {
                members.push(Vec::new());
            }
            members[company].push(position);
            of.push(company);
        }
        let mut own = table.rows_of.clone();
        for cells in &members {
            let mut shared = table.rows_of[cells[0]].clone();
            for cell in cells {
                shared.retain(|row| table.rows_of[*cell].binary_search(row).is_ok());
            }
            for cell in cells {
                own[*cell].retain(|row| shared.binary_search(row).is_err());
            }
        }
        Self { of, members, own }
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.members.len()
    }

    /// The company of a cell.
    pub(super) fn of(&self, cell: usize) -> usize {
        self.of[cell]
    }

    /// The cells of a company.
    pub(super) fn members(&self, company: usize) -> &[usize] {
        &self.members[company]
    }

    /// The figures about a cell that are not about its whole company.
    pub(super) fn own(&self, cell: usize) -> &[usize] {
        &self.own[cell]
    }
}

/// Is it an exact share, of one answer or of many people, which a change in one cell moves and the
/// reverse one in another restores?
fn is_joining(table: &Table, row: usize) -> bool {
    let row = &table.rows[row];
    let is_wide = row.cells.len() > WIDE;
    let is_meant = |mask: u32| is_wide || mask.count_ones() == 1;
    row.is_known && matches!(row.weight, Weight::Within(mask) if is_meant(mask))
}
