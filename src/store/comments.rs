//! Comments of closed waves and what HR has hidden of them. Which of them may be shown, and where, is
//! not decided here.

use std::collections::BTreeMap;
use std::ops::Range;

use rusqlite::{OptionalExtension, params};

use super::{Change, Workspace, damaged, store_error};
use crate::domain::WaveCode;
use crate::error::{Error, Field, Kind, Result};

/// A comment of a closed wave.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct StoredComment {
    /// Position of the class in the wave's answers.
    pub class: u32,
    /// Id of the open question.
    pub item: String,
    /// The words.
    pub words: String,
}

impl std::fmt::Debug for StoredComment {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "StoredComment({})", self.item)
    }
}

/// A passage that HR has hidden, in characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredMask {
    /// Where.
    pub range: Range<usize>,
    /// Is the text under it gone for good?
    pub is_destroyed: bool,
}

/// How the comments of a wave are kept beside their words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CommentKeeping {
    /// Seed of their order.
    pub seed: u64,
    /// Have comments of the wave left the program?
    pub is_exported: bool,
}

impl Workspace {
    /// The comments of a closed wave, by class and text.
    ///
    /// # Errors
    /// When the file is damaged.
    pub fn comments(&self, wave: &WaveCode) -> Result<Vec<StoredComment>> {
        let sql = "select class, item, words from comment where wave = ?1 order by ordinal";
        let mut statement = self.connection.prepare(sql).map_err(store_error)?;
        let rows = statement.query_map([wave.as_str()], |row| {
            Ok(StoredComment {
                class: row.get(0)?,
                item: row.get(1)?,
                words: row.get(2)?,
            })
        });
        let rows = rows.map_err(store_error)?;
        rows.collect::<Result<_, _>>().map_err(store_error)
    }

    /// Replaces the comments of a wave; they are sorted first, so that no order is kept.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn put_comments(
        tx: &Change<'_>,
        wave: &WaveCode,
        mut comments: Vec<StoredComment>,
    ) -> Result<()> {
        for sql in [
            "delete from comment where wave = ?1",
            "insert or replace into comment_wave (wave, seed) values (?1, random())",
        ] {
            tx.execute(sql, [wave.as_str()]).map_err(store_error)?;
        }
        comments.sort();
        let sql = "insert into comment (wave, ordinal, class, item, words)
                   values (?1, ?2, ?3, ?4, ?5)";
        let mut statement = tx.prepare(sql).map_err(store_error)?;
        for (ordinal, comment) in (0_i64..).zip(&comments) {
            let values = params![
                wave.as_str(),
                ordinal,
                comment.class,
                comment.item,
                comment.words
            ];
            statement.execute(values).map_err(store_error)?;
        }
        Ok(())
    }

    /// Sets the seed of the order instead of a secret one: for the example, which is the same each time.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn seed_comments(tx: &Change<'_>, wave: &WaveCode, seed: u64) -> Result<()> {
        let sql = "update comment_wave set seed = ?2 where wave = ?1";
        tx.execute(sql, params![wave.as_str(), seed.cast_signed()])
            .map(drop)
            .map_err(store_error)
    }

    /// Seed of the order, and whether comments have left; none where the wave has no comments.
    ///
    /// # Errors
    /// When the file is damaged.
    pub fn comment_keeping(&self, wave: &WaveCode) -> Result<Option<CommentKeeping>> {
        let sql = "select seed, is_exported from comment_wave where wave = ?1";
        let found = self.connection.query_row(sql, [wave.as_str()], |row| {
            Ok(CommentKeeping {
                seed: row.get::<_, i64>(0)?.cast_unsigned(),
                is_exported: row.get(1)?,
            })
        });
        found.optional().map_err(store_error)
    }

    /// What is hidden, by the position of the comment; ascending, none over another.
    ///
    /// # Errors
    /// When the file is damaged.
    pub fn comment_masks(&self, wave: &WaveCode) -> Result<BTreeMap<usize, Vec<StoredMask>>> {
        let sql = "select comment, first, past, is_destroyed from comment_mask
                   where wave = ?1 order by comment, first";
        let mut statement = self.connection.prepare(sql).map_err(store_error)?;
        let rows = statement.query_map([wave.as_str()], |row| {
            let (first, past) = (row.get::<_, u32>(1)?, row.get::<_, u32>(2)?);
            let mask = StoredMask {
                range: first as usize..past as usize,
                is_destroyed: row.get(3)?,
            };
            Ok((row.get::<_, u32>(0)?, mask))
        });
        let mut masks: BTreeMap<usize, Vec<StoredMask>> = BTreeMap::new();
        for row in rows.map_err(store_error)? {
            let (comment, mask) = row.map_err(store_error)?;
            let list = masks.entry(comment as usize).or_default();
            if list
                .last()
                .is_some_and(|last| mask.range.start < last.range.end)
            {
                return Err(damaged("mask"));
            }
            list.push(mask);
        }
        Ok(masks)
    }

    /// Replaces what is hidden of a comment.
    ///
    /// # Errors
    /// When there is no such comment.
    pub fn put_masks(
        tx: &Change<'_>,
        wave: &WaveCode,
        comment: usize,
        masks: &[StoredMask],
    ) -> Result<()> {
        let comment = whole(comment)?;
        tx.execute(
            "delete from comment_mask where wave = ?1 and comment = ?2",
            params![wave.as_str(), comment],
        )
        .map_err(store_error)?;
        for mask in masks {
            let (first, past) = (whole(mask.range.start)?, whole(mask.range.end)?);
            tx.execute(
                "insert into comment_mask (wave, comment, first, past, is_destroyed)
                 values (?1, ?2, ?3, ?4, ?5)",
                params![wave.as_str(), comment, first, past, mask.is_destroyed],
            )
            .map_err(store_error)?;
        }
        Ok(())
    }

    /// Puts other words in the place of a comment's.
    ///
    /// # Errors
    /// When there is no such comment.
    pub fn replace_words(
        tx: &Change<'_>,
        wave: &WaveCode,
        comment: usize,
        words: &str,
    ) -> Result<()> {
        let sql = "update comment set words = ?3 where wave = ?1 and ordinal = ?2";
        let changed = tx.execute(sql, params![wave.as_str(), whole(comment)?, words]);
        match changed.map_err(store_error)? {
            0 => Err(missing(comment)),
            _ => Ok(()),
        }
    }

    /// Notes that comments of the wave have left the program. A wave without comments has nothing to
    /// note.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn note_comments_exported(tx: &Change<'_>, wave: &WaveCode) -> Result<()> {
        let sql = "update comment_wave set is_exported = 1
                   where wave = ?1 and exists (select 1 from comment where wave = ?1)";
        tx.execute(sql, [wave.as_str()])
            .map(drop)
            .map_err(store_error)
    }
}

fn whole(number: usize) -> Result<u32> {
    u32::try_from(number).map_err(|_| missing(number))
}

fn missing(comment: usize) -> Error {
    Kind::NotFound {
        field: Field::Answer,
        name: comment.to_string(),
    }
    .into()
}
