//! The answers of one respondent while the kiosk holds them, and the records they become. Lives in
//! memory only; wipes itself.

use std::fmt;

use zeroize::{Zeroize, Zeroizing};

use super::layout::{
    BlockKind, COMMENT_BYTES, COMMENT_CODE, Column, MOST_COMMENT_BYTES, NO_ANSWER, RECORD_HEAD,
    RecordBlock, RecordLayout, SMALL_BYTES,
};
use crate::error::{Result, SealFault};

/// One respondent's answers. Its size in memory does not depend on what was answered.
pub struct SheetAnswers {
    /// Item ids and answers, in the order of the layout.
    answers: Vec<(Column, u8)>,
    comments: Vec<(String, Zeroizing<[u8; COMMENT_BYTES]>)>,
}

impl SheetAnswers {
    /// An empty sheet.
    #[must_use]
    pub fn new(layout: &RecordLayout) -> Self {
        let columns = layout.class_blocks().iter().flat_map(|b| &b.columns);
        let comments = layout.comments().iter().enumerate();
        Self {
            answers: columns.map(|c| (c.clone(), NO_ANSWER)).collect(),
            comments: comments
                .map(|(index, id)| (id.clone(), comment_record(index, "")))
                .collect(),
        }
    }

    /// Answers an item, or takes the answer back.
    ///
    /// # Errors
    /// [`SealFault::SheetUnfit`] when there is no such item or answer.
    pub fn set(&mut self, item: &str, answer: Option<u8>) -> Result<()> {
        let found = self.answers.iter_mut().find(|(c, _)| c.id == item);
        let (column, slot) = found.ok_or(SealFault::SheetUnfit)?;
        let is_valid = answer.is_none_or(|a| (column.lowest..=column.highest).contains(&a));
        if !is_valid {
            return Err(SealFault::SheetUnfit.into());
        }
        *slot = answer.unwrap_or(NO_ANSWER);
        Ok(())
    }

    /// The answer to an item.
    #[must_use]
    pub fn answer(&self, item: &str) -> Option<u8> {
        let found = self.answers.iter().find(|(column, _)| column.id == item);
        found
            .map(|(_, answer)| *answer)
            .filter(|answer| *answer != NO_ANSWER)
    }

    /// Writes the comment to an open item; empty text is no comment.
    ///
    /// # Errors
    /// [`SealFault::CommentTooLong`], [`SealFault::SheetUnfit`].
    pub fn set_comment(&mut self, item: &str, text: &str) -> Result<()> {
        if text.len() > MOST_COMMENT_BYTES {
            return Err(SealFault::CommentTooLong(MOST_COMMENT_BYTES).into());
        }
        let found = self.comments.iter().position(|(id, _)| id == item);
        let index = found.ok_or(SealFault::SheetUnfit)?;
        self.comments[index].1 = comment_record(index, text);
        Ok(())
    }

    /// The comment to an open item; empty where there is none.
    #[must_use]
    pub fn comment(&self, item: &str) -> &str {
        let found = self.comments.iter().find(|(id, _)| id == item);
        found
            .and_then(|(_, record)| comment_text(record.as_slice()))
            .unwrap_or("")
    }

    /// The records of this sheet before sealing, in the order of the layout: exactly what is stored,
    /// and for the kiosk's page "what is stored about me".
    ///
    /// # Errors
    /// [`SealFault::SheetUnfit`] when the sheet was made for another layout.
    pub fn records(&self, layout: &RecordLayout) -> Result<Records> {
        let columns = layout.class_blocks().iter().flat_map(|b| &b.columns);
        let is_fit = columns.eq(self.answers.iter().map(|(column, _)| column))
            && layout
                .comments()
                .iter()
                .eq(self.comments.iter().map(|(id, _)| id));
        if !is_fit {
            return Err(SealFault::SheetUnfit.into());
        }
        let mut rest = self.answers.as_slice();
        let mut small = Vec::new();
        let mut bands = Vec::new();
        for (index, block) in layout.class_blocks().iter().enumerate() {
            let (own, others) = rest
                .split_at_checked(block.columns.len())
                .ok_or(SealFault::SheetUnfit)?;
            rest = others;
            if block.kind == BlockKind::Dimension {
                bands.push(band(own));
            }
            let answers = Zeroizing::new(own.iter().map(|(_, a)| *a).collect::<Vec<_>>());
            small.push(stored(block, index, &answers));
        }
        let bands = Zeroizing::new(bands);
        for (index, block) in layout.blocks().iter().enumerate() {
            if block.kind == BlockKind::CompanyView {
                small.push(stored(block, index, &bands));
            }
        }
        Ok(Records {
            small,
            comments: self.comments.iter().map(|(_, c)| c.clone()).collect(),
        })
    }
}

impl Drop for SheetAnswers {
    fn drop(&mut self) {
        for (_, answer) in &mut self.answers {
            answer.zeroize();
        }
    }
}

impl fmt::Debug for SheetAnswers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SheetAnswers(…)")
    }
}

/// A small record before sealing, with what its bytes mean.
pub struct SmallRecord {
    /// What it holds.
    pub kind: BlockKind,
    /// Dimension id, item id, or empty for the company view.
    pub id: String,
    /// The 64 bytes.
    pub bytes: Zeroizing<[u8; SMALL_BYTES]>,
}

impl fmt::Debug for SmallRecord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SmallRecord({:?} {}, …)", self.kind, self.id)
    }
}

/// All records of a sheet before sealing.
pub struct Records {
    /// One per block of the layout.
    pub small: Vec<SmallRecord>,
    /// One per open item, 2,048 bytes each.
    pub comments: Vec<Zeroizing<[u8; COMMENT_BYTES]>>,
}

impl fmt::Debug for Records {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "Records({} + {}, …)",
            self.small.len(),
            self.comments.len()
        )
    }
}

/// Reads a small record: its block's index and its answers.
///
/// # Errors
/// [`SealFault::Damaged`] when it is no record of this layout.
pub fn small_content<'a>(layout: &RecordLayout, record: &'a [u8]) -> Result<(usize, &'a [u8])> {
    let damaged = SealFault::Damaged;
    let (head, content) = record
        .split_first_chunk::<RECORD_HEAD>()
        .ok_or(damaged.clone())?;
    let index = usize::from(u16::from_le_bytes([head[1], head[2]]));
    let block = layout.blocks().get(index).ok_or(damaged.clone())?;
    let (answers, padding) = content
        .split_at_checked(block.columns.len())
        .ok_or(damaged.clone())?;
    let is_valid = record.len() == SMALL_BYTES
        && head[0] == block.kind.code()
        && usize::from(head[3]) == answers.len()
        && head[4..] == [0; 4]
        && padding.iter().all(|byte| *byte == 0)
        && block
            .columns
            .iter()
            .zip(answers)
            .all(|(c, a)| *a == NO_ANSWER || (c.lowest..=c.highest).contains(a));
    if is_valid {
        Ok((index, answers))
    } else {
        Err(damaged.into())
    }
}

/// Reads a comment record: its item's position among the open items and its text.
///
/// # Errors
/// [`SealFault::Damaged`] when it is no comment of this layout.
pub fn comment_content<'a>(layout: &RecordLayout, record: &'a [u8]) -> Result<(usize, &'a str)> {
    let index = match record {
        [COMMENT_CODE, low, high, ..] => usize::from(u16::from_le_bytes([*low, *high])),
        _ => return Err(SealFault::Damaged.into()),
    };
    if index >= layout.comments().len() {
        return Err(SealFault::Damaged.into());
    }
    let text = comment_text(record).ok_or(SealFault::Damaged)?;
    Ok((index, text))
}

fn stored(block: &RecordBlock, index: usize, answers: &[u8]) -> SmallRecord {
    let mut bytes = Zeroizing::new([0; SMALL_BYTES]);
    let [low, high] = u16::try_from(index)
        .expect("a layout has at most 500 blocks")
        .to_le_bytes();
    let count = u8::try_from(answers.len()).expect("a layout has at most 56 columns");
    bytes[..4].copy_from_slice(&[block.kind.code(), low, high, count]);
    bytes[RECORD_HEAD..RECORD_HEAD + answers.len()].copy_from_slice(answers);
    SmallRecord {
        kind: block.kind,
        id: block.id.clone(),
        bytes,
    }
}

fn comment_record(index: usize, text: &str) -> Zeroizing<[u8; COMMENT_BYTES]> {
    let mut bytes = Zeroizing::new([0; COMMENT_BYTES]);
    let index = u16::try_from(index).expect("a layout has at most 500 comments");
    let length = u16::try_from(text.len()).expect("a comment was measured before");
    bytes[0] = COMMENT_CODE;
    bytes[1..3].copy_from_slice(&index.to_le_bytes());
    bytes[3..5].copy_from_slice(&length.to_le_bytes());
    bytes[RECORD_HEAD..RECORD_HEAD + text.len()].copy_from_slice(text.as_bytes());
    bytes
}

fn comment_text(record: &[u8]) -> Option<&str> {
    let (head, content) = record.split_first_chunk::<RECORD_HEAD>()?;
    let length = usize::from(u16::from_le_bytes([head[3], head[4]]));
    let (text, padding) = content.split_at_checked(length)?;
    let is_valid = record.len() == COMMENT_BYTES
        && head[5..] == [0; 3]
        && padding.iter().all(|byte| *byte == 0);
    std::str::from_utf8(text).ok().filter(|_| is_valid)
}

/// The band of a dimension's score: 0 up to 2.5, 1 between, 2 from 3.5; none where fewer than half of
/// the items were answered.
fn band(items: &[(Column, u8)]) -> u8 {
    let answered = items.iter().filter(|(_, answer)| *answer != NO_ANSWER);
    let recoded = answered.map(|(column, answer)| {
        let kept = if column.is_reversed {
            column.lowest + column.highest - answer
        } else {
            *answer
        };
        u32::from(kept)
    });
    let (sum, count) = recoded.fold((0, 0_u32), |(sum, count), a| (sum + a, count + 1));
    let needed = u32::try_from(items.len()).unwrap_or(u32::MAX).div_ceil(2);
    if count == 0 || count < needed {
        return NO_ANSWER;
    }
    // sum / count ≤ 2.5 and ≥ 3.5, without fractions.
    match (2 * sum <= 5 * count, 2 * sum >= 7 * count) {
        (true, _) => 0,
        (_, true) => 2,
        _ => 1,
    }
}
