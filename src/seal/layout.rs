//! Which records a sheet becomes. Every respondent of a wave gives exactly one record per block of
//! the layout, answered or not; the layout stands in the plan, so no questionnaire is parsed here.

use super::bytes::{Reader, Writer};
use crate::domain::{ItemKind, Questionnaire};
use crate::error::{Error, PlanFault, Result, SealFault};

/// Bytes of a small record before it is sealed.
pub const SMALL_BYTES: usize = 64;
/// Bytes of a comment record before it is sealed.
pub const COMMENT_BYTES: usize = 2048;
/// Bytes in front of a record's content.
pub const RECORD_HEAD: usize = 8;
/// The most items of a block.
pub const MOST_COLUMNS: usize = SMALL_BYTES - RECORD_HEAD;
/// The most bytes of a comment.
pub const MOST_COMMENT_BYTES: usize = COMMENT_BYTES - RECORD_HEAD;
/// The byte for "no answer".
pub const NO_ANSWER: u8 = u8::MAX;

const MOST_BLOCKS: usize = 500;
const MOST_ID: usize = 256;

/// What a block holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum BlockKind {
    /// The items of one dimension.
    Dimension,
    /// One numeric item that stands alone (eNPS).
    Single,
    /// The dimension scores of the sheet in three bands, with no class.
    CompanyView,
}

impl BlockKind {
    /// The byte in files and records.
    #[must_use]
    pub const fn code(self) -> u8 {
        match self {
            Self::Dimension => 1,
            Self::Single => 2,
            Self::CompanyView => 3,
        }
    }

    fn from_code(code: u8) -> Result<Self> {
        match code {
            1 => Ok(Self::Dimension),
            2 => Ok(Self::Single),
            3 => Ok(Self::CompanyView),
            _ => Err(SealFault::Damaged.into()),
        }
    }
}

/// The first byte of a comment record.
pub const COMMENT_CODE: u8 = 4;

/// One byte of a block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Item id; in the company view a dimension id.
    pub id: String,
    /// Lowest valid answer.
    pub lowest: u8,
    /// Highest valid answer.
    pub highest: u8,
    /// Does agreement mean dissatisfaction?
    pub is_reversed: bool,
}

/// One small record of every sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordBlock {
    /// What it holds.
    pub kind: BlockKind,
    /// Dimension id, item id, or empty for the company view.
    pub id: String,
    /// Its bytes.
    pub columns: Vec<Column>,
}

/// The records of every sheet of a wave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordLayout {
    blocks: Vec<RecordBlock>,
    comments: Vec<String>,
}

impl RecordLayout {
    /// The layout of a questionnaire.
    ///
    /// # Errors
    /// [`PlanFault::BlockTooLong`], or [`PlanFault::Count`] when there is nothing to answer.
    pub fn of(questionnaire: &Questionnaire, company_view: bool) -> Result<Self> {
        let mut blocks = Vec::new();
        for dimension in &questionnaire.dimensions {
            let columns = questionnaire
                .items_of(&dimension.id)
                .filter_map(|item| Some(column(&item.id, item.kind.range()?, item.is_reversed)))
                .collect::<Vec<_>>();
            if !columns.is_empty() {
                blocks.push(block(BlockKind::Dimension, &dimension.id, columns));
            }
        }
        let view = company_view.then(|| {
            let ids = blocks.iter().map(|block| column(&block.id, (0, 2), false));
            block(BlockKind::CompanyView, "", ids.collect())
        });
        let alone = questionnaire
            .items
            .iter()
            .filter(|item| item.dimension.is_empty());
        for item in alone.clone() {
            if let Some(range) = item.kind.range() {
                let columns = vec![column(&item.id, range, item.is_reversed)];
                blocks.push(block(BlockKind::Single, &item.id, columns));
            }
        }
        blocks.extend(view.filter(|view| !view.columns.is_empty()));
        let comments = questionnaire
            .items
            .iter()
            .filter(|item| item.kind == ItemKind::Open)
            .map(|item| item.id.clone())
            .collect();
        let layout = Self { blocks, comments };
        layout.check()?;
        Ok(layout)
    }

    /// The small records, in order; the company view last.
    #[must_use]
    pub fn blocks(&self) -> &[RecordBlock] {
        &self.blocks
    }

    /// Ids of the open items, in order.
    #[must_use]
    pub fn comments(&self) -> &[String] {
        &self.comments
    }

    /// The blocks that carry a class: all but the company view.
    #[must_use]
    pub fn class_blocks(&self) -> &[RecordBlock] {
        match self.blocks.split_last() {
            Some((last, others)) if last.kind == BlockKind::CompanyView => others,
            _ => &self.blocks,
        }
    }

    /// Is there a company view?
    #[must_use]
    pub fn has_company_view(&self) -> bool {
        self.class_blocks().len() < self.blocks.len()
    }

    fn check(&self) -> Result<()> {
        if let Some(long) = self.blocks.iter().find(|b| b.columns.len() > MOST_COLUMNS) {
            return Err(PlanFault::BlockTooLong(long.id.clone()).into());
        }
        let is_counted = !self.class_blocks().is_empty()
            && self.blocks.len() <= MOST_BLOCKS
            && self.comments.len() <= MOST_BLOCKS;
        if !is_counted {
            return Err(PlanFault::Count.into());
        }
        Ok(())
    }

    pub(super) fn write(&self, writer: &mut Writer) -> Result<()> {
        writer.count(self.blocks.len())?;
        for block in &self.blocks {
            writer.u8(block.kind.code());
            writer.text(&block.id)?;
            writer.count(block.columns.len())?;
            for column in &block.columns {
                writer.text(&column.id)?;
                writer.u8(column.lowest);
                writer.u8(column.highest);
                writer.u8(u8::from(column.is_reversed));
            }
        }
        writer.count(self.comments.len())?;
        for comment in &self.comments {
            writer.text(comment)?;
        }
        Ok(())
    }

    pub(super) fn read(reader: &mut Reader<'_>) -> Result<Self> {
        let mut blocks = Vec::new();
        for _ in 0..reader.count(9)? {
            blocks.push(read_block(reader)?);
        }
        let mut comments = Vec::new();
        for _ in 0..reader.count(4)? {
            comments.push(reader.text(MOST_ID)?.to_owned());
        }
        let views = blocks.iter().filter(|b| b.kind == BlockKind::CompanyView);
        let layout = Self {
            comments,
            blocks: blocks.clone(),
        };
        if views.count() != usize::from(layout.has_company_view()) {
            return Err(SealFault::Damaged.into());
        }
        layout
            .check()
            .map_err(|_| Error::from(SealFault::Damaged))?;
        Ok(layout)
    }
}

fn read_block(reader: &mut Reader<'_>) -> Result<RecordBlock> {
    let kind = BlockKind::from_code(reader.u8()?)?;
    let id = reader.text(MOST_ID)?.to_owned();
    let mut columns = Vec::new();
    for _ in 0..reader.count(7)? {
        let id = reader.text(MOST_ID)?.to_owned();
        let (lowest, highest) = (reader.u8()?, reader.u8()?);
        if lowest > highest || highest == NO_ANSWER {
            return Err(SealFault::Damaged.into());
        }
        columns.push(Column {
            id,
            lowest,
            highest,
            is_reversed: reader.flag()?,
        });
    }
    if columns.is_empty() {
        return Err(SealFault::Damaged.into());
    }
    Ok(RecordBlock { kind, id, columns })
}

fn block(kind: BlockKind, id: &str, columns: Vec<Column>) -> RecordBlock {
    RecordBlock {
        kind,
        id: id.to_owned(),
        columns,
    }
}

fn column(id: &str, (lowest, highest): (u8, u8), is_reversed: bool) -> Column {
    Column {
        id: id.to_owned(),
        lowest,
        highest,
        is_reversed,
    }
}
