//! The branch of a row, with a memory of what was asked before.

use std::collections::HashMap;

use super::{Context, Fault, UnknownBranches, at};
use crate::domain::BranchCode;
use crate::import::branch_finder::BranchFinder;
use crate::import::memo::Memo;
use crate::import::normal::normal;
use crate::import::refusal::RefusalReason;
use crate::import::row::Row;
use crate::import::table::Cell;

/// Finds branches and counts which were seen.
pub(super) struct Whereabouts {
    finder: BranchFinder,
    codes: Vec<BranchCode>,
    fixes: HashMap<String, BranchCode>,
    unknown: UnknownBranches,
    /// Branches that only the file knows: their codes in lower case.
    accepted: HashMap<String, usize>,
    /// What the file calls a branch → position, or the suggestion.
    asked: HashMap<String, Result<usize, RefusalReason>>,
    /// Short ones among them.
    memo: Memo<usize>,
    seen: Vec<bool>,
}

impl Whereabouts {
    pub(super) fn new(context: &Context<'_>) -> Self {
        Self {
            finder: BranchFinder::new(context.branches),
            codes: context
                .branches
                .iter()
                .map(|branch| branch.code.clone())
                .collect(),
            fixes: context
                .fixes
                .iter()
                .map(|(call, code)| (normal(call), code.clone()))
                .collect(),
            unknown: context.unknown_branches,
            accepted: HashMap::new(),
            asked: HashMap::new(),
            memo: Memo::new(),
            seen: vec![false; context.branches.len()],
        }
    }

    /// Position of the branch of a row.
    pub(super) fn find_in(&mut self, row: Row<'_>, column: usize) -> Result<usize, Box<Fault>> {
        let short = row.short(column);
        if let Some(branch) = self.memo.get(short) {
            return Ok(branch);
        }
        let branch = self.find(row.cell(column), column)?;
        self.memo.put(short, branch);
        Ok(branch)
    }

    /// Position of the branch of a cell.
    pub(super) fn find(&mut self, cell: Cell<'_>, column: usize) -> Result<usize, Box<Fault>> {
        if cell == Cell::Empty {
            return Err(at(column)(RefusalReason::EmptyCell));
        }
        if cell == Cell::Fault {
            return Err(at(column)(RefusalReason::CellFault));
        }
        let text = cell.to_text();
        if let Some(answer) = self.asked.get(text.as_ref()) {
            return answer.clone().map_err(at(column));
        }
        let answer = self.look_up(&text);
        self.asked.insert(text.into_owned(), answer.clone());
        answer.map_err(at(column))
    }

    /// The branch counts as seen: called once the whole row is good.
    pub(super) fn mark(&mut self, branch: usize) {
        if let Some(seen) = self.seen.get_mut(branch) {
            *seen = true;
        }
    }

    pub(super) fn code(&self, branch: usize) -> BranchCode {
        self.codes
            .get(branch)
            .cloned()
            .expect("positions come from `find`")
    }

    pub(super) fn count_seen(&self) -> usize {
        self.seen.iter().filter(|seen| **seen).count()
    }

    fn look_up(&mut self, text: &str) -> Result<usize, RefusalReason> {
        let fixed = self
            .fixes
            .get(&normal(text))
            .and_then(|code| self.codes.iter().position(|known| known == code));
        if let Some(found) = fixed.or_else(|| self.finder.find(text)) {
            return Ok(found);
        }
        match self.unknown {
            UnknownBranches::Accept => self.accept(text),
            UnknownBranches::Refuse => {
                let close = self.finder.nearest(text).map(|branch| self.code(branch));
                Err(RefusalReason::UnknownBranch { close })
            }
        }
    }

    fn accept(&mut self, text: &str) -> Result<usize, RefusalReason> {
        let code = BranchCode::new(text).map_err(|_| RefusalReason::TooLong)?;
        let call = code.as_str().to_lowercase();
        if let Some(index) = self.accepted.get(&call) {
            return Ok(*index);
        }
        let index = self.codes.len();
        self.accepted.insert(call, index);
        self.codes.push(code);
        self.seen.push(false);
        Ok(index)
    }
}
