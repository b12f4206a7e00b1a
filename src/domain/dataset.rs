//! Everything that the analysis reads, in columns.
//!
//! Two kinds of answers share one shape. *Whole sheets* (imports) keep the rows of all blocks in the
//! same order, so a statistic may look across blocks. *Block records* (own collection) come as
//! separate, shuffled blocks, each with its own rows; nothing may look across them. The flag
//! [`Answers::is_linked`] says which, and statistics ask it before they look.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Audience, Branch, BranchCode, Item, Outcome, StaffGroup, Text, Wave, WaveCode};

/// The byte that stands for "no answer" in a column.
pub const MISSING: u8 = u8::MAX;

/// The share of contact staff among the invited from which a mixed class counts as contact staff.
pub const CONTACT_SHARE_MIN: f64 = 0.8;

/// A dimension of the analysis: one title, the items of all waves that carry it.
#[derive(Debug, Clone, PartialEq)]
pub struct Dimension {
    /// Id.
    pub id: String,
    /// Title.
    pub title: Text,
    /// Positions in [`Dataset::items`]; empty where only means were delivered.
    pub items: Vec<usize>,
    /// Is it the outcome that the others are meant to explain (engagement)?
    pub is_outcome: bool,
}

/// The people whose answers cannot be told apart: branches and, where it is kept, a staff group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Class {
    /// Positions in [`Dataset::branches`], ascending, at least one.
    pub branches: Vec<usize>,
    /// The group; none where both were merged or the file does not say.
    pub group: Option<StaffGroup>,
    /// Contact staff invited, where known.
    pub invited_contact: Option<u32>,
    /// Back office invited, where known.
    pub invited_back_office: Option<u32>,
}

impl Class {
    /// Do answers of this class count for an audience? A merged class counts for contact staff
    /// where at least 80 % of those invited are contact staff.
    #[must_use]
    pub fn counts_for(&self, audience: Audience) -> bool {
        match (audience, self.group) {
            (Audience::All, _) => true,
            (Audience::Contact, Some(group)) => group == StaffGroup::Contact,
            (Audience::BackOffice, Some(group)) => group == StaffGroup::BackOffice,
            (Audience::BackOffice, None) => false,
            (Audience::Contact, None) => self.is_mostly_contact(),
        }
    }

    fn is_mostly_contact(&self) -> bool {
        let (Some(contact), Some(back)) = (self.invited_contact, self.invited_back_office) else {
            return false;
        };
        let all = f64::from(contact) + f64::from(back);
        all > 0.0 && f64::from(contact) >= CONTACT_SHARE_MIN * all
    }
}

/// What the columns of a block are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BlockContent {
    /// The items of a dimension, by position in [`Dataset::dimensions`].
    Dimension(usize),
    /// The one eNPS item, 0 to 10.
    Enps,
}

/// The answers to the items of one dimension: a matrix in columns, one byte an answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Block {
    /// What it holds.
    pub content: BlockContent,
    /// Positions in [`Dataset::items`], one per column; empty for eNPS.
    pub items: Vec<usize>,
    /// Class of each row, by position in [`Answers::classes`].
    pub class: Arc<[u16]>,
    /// Columns of equal length; [`MISSING`] where nothing was answered. Raw answers: reversed items
    /// are not yet recoded.
    pub columns: Vec<Vec<u8>>,
}

impl Block {
    /// How many rows.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.class.len()
    }
}

/// The answers of one wave.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Answers {
    /// The classes that rows point to.
    pub classes: Vec<Class>,
    /// One block per dimension, and one for eNPS.
    pub blocks: Vec<Block>,
    /// Is row `i` of every block the same person (whole sheets)?
    pub is_linked: bool,
    /// The company view of block records, where it was collected.
    pub company_view: Option<CompanyView>,
}

/// Dimension scores of whole sheets in three bands, with neither branch nor group: what block
/// records leave of a sheet, for drivers only. Rows carry no order.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct CompanyView {
    /// Positions in [`Dataset::dimensions`], one per column.
    pub dimensions: Vec<usize>,
    /// Columns of equal length: 0 low, 1 middle, 2 high, [`MISSING`] for none.
    pub bands: Vec<Vec<u8>>,
}

impl Answers {
    /// How many sheets: the rows of the longest block.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.blocks.iter().map(Block::rows).max().unwrap_or(0)
    }
}

/// A wave and its answers.
#[derive(Debug, Clone, PartialEq)]
pub struct WaveData {
    /// The wave.
    pub wave: Wave,
    /// Its answers; empty where only means were delivered.
    pub answers: Answers,
}

/// A branch mean that somebody else computed and published.
#[derive(Debug, Clone, PartialEq)]
pub struct StaffScore {
    /// Position in [`Dataset::branches`].
    pub branch: usize,
    /// Whose answers.
    pub audience: Audience,
    /// The wave.
    pub wave: WaveCode,
    /// Position in [`Dataset::dimensions`].
    pub dimension: usize,
    /// The mean, as delivered.
    pub value: f64,
    /// How many answers, where the vendor says.
    pub n: Option<u32>,
}

/// The mean competency level of a branch: of the whole branch, from the smallest group that is shown.
#[derive(Debug, Clone, PartialEq)]
pub struct BranchLevel {
    /// Branch.
    pub branch: BranchCode,
    /// Everybody rated, or contact staff.
    pub audience: Audience,
    /// The mean over people, 1 to 5.
    pub value: f64,
    /// People rated.
    pub n: usize,
}

/// Everything that the analysis reads.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Dataset {
    /// Branches in order of code, then those that stand for several.
    pub branches: Vec<Branch>,
    /// Branches that are reported together: where they stand as one, and where each of them does.
    pub pools: BTreeMap<usize, Vec<usize>>,
    /// Dimensions in the order they are asked.
    pub dimensions: Vec<Dimension>,
    /// Items of all dimensions.
    pub items: Vec<Item>,
    /// Waves in order of time.
    pub waves: Vec<WaveData>,
    /// Means from a former vendor.
    pub staff_scores: Vec<StaffScore>,
    /// Customer outcomes; branches that are not in `branches` are ignored.
    pub outcomes: Vec<Outcome>,
    /// Competency levels of branches in the newest closed round: one more inside measure.
    pub levels: Vec<BranchLevel>,
}

/// The people whose answers cannot be told apart, by codes: the form that files and the workspace
/// hold, before a [`Dataset`] gives positions.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct SheetClass {
    /// Branches, at least one.
    pub branches: Vec<BranchCode>,
    /// The group; none where both were merged or the file does not say.
    pub group: Option<StaffGroup>,
    /// Contact staff invited, where known.
    pub invited_contact: Option<u32>,
    /// Back office invited, where known.
    pub invited_back_office: Option<u32>,
}

/// A company view by ids: dimensions, and their columns of bands.
pub type CompanyBands = (Vec<String>, Vec<Vec<u8>>);

/// A block by ids.
#[derive(Debug, Clone, PartialEq)]
pub struct SheetBlock {
    /// Dimension id; empty for eNPS.
    pub dimension: String,
    /// Item ids, one per column.
    pub items: Vec<String>,
    /// Class of each row, by position in [`StoredAnswers::classes`].
    pub class: Arc<[u16]>,
    /// Columns of equal length; [`MISSING`] where nothing was answered.
    pub columns: Vec<Vec<u8>>,
}

/// The answers of one wave by codes and ids, in no order.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct StoredAnswers {
    /// The classes that rows point to.
    pub classes: Vec<SheetClass>,
    /// One block per dimension, and one for eNPS.
    pub blocks: Vec<SheetBlock>,
    /// Is row `i` of every block the same person (whole sheets)?
    pub is_linked: bool,
    /// The company view by ids, where it was collected.
    pub company_view: Option<CompanyBands>,
}
