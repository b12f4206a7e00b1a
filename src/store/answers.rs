//! Answers of staff, as columns per wave: no times, no order, no person. Nothing outside this file
//! knows how they are kept.

use std::sync::Arc;

use rusqlite::{Transaction, params};

use super::{Workspace, damaged, lists, store_error};
use crate::domain::{
    Audience, BranchCode, CompanyBands, SheetBlock, SheetClass, StoredAnswers, WaveCode,
};
use crate::error::Result;

/// A branch mean from a former vendor, by names.
#[derive(Debug, Clone, PartialEq)]
pub struct StoredScore {
    /// Branch.
    pub branch: BranchCode,
    /// Whose answers.
    pub audience: Audience,
    /// Wave.
    pub wave: WaveCode,
    /// Dimension id.
    pub dimension: String,
    /// Dimension title as delivered.
    pub title: String,
    /// The mean.
    pub value: f64,
    /// Answers, where delivered.
    pub n: Option<u32>,
}

impl Workspace {
    /// The answers of a wave; empty where there are none.
    ///
    /// # Errors
    /// When the file is damaged.
    pub fn answers(&self, wave: &WaveCode) -> Result<StoredAnswers> {
        let classes = self.classes(wave)?;
        let sql = "select ordinal, dimension, is_linked, classes from answer_block
                   where wave = ?1 order by ordinal";
        let mut statement = self.connection.prepare(sql).map_err(store_error)?;
        let blocks = statement
            .query_map([wave.as_str()], |row| {
                Ok((
                    row.get::<_, i64>(0)?,
                    row.get::<_, String>(1)?,
                    row.get::<_, bool>(2)?,
                    row.get::<_, Vec<u8>>(3)?,
                ))
            })
            .map_err(store_error)?
            .collect::<rusqlite::Result<Vec<_>>>()
            .map_err(store_error)?;
        let mut answers = StoredAnswers {
            classes,
            blocks: Vec::new(),
            is_linked: true,
            company_view: self.company_view(wave)?,
        };
        let mut last: (Vec<u8>, Arc<[u16]>) = (Vec::new(), Arc::default());
        for (ordinal, dimension, is_linked, class_bytes) in blocks {
            // The rows of whole sheets are the same in every block.
            if class_bytes != last.0 {
                let class = read_classes(&class_bytes, answers.classes.len())?;
                last = (class_bytes, class.into());
            }
            let class = Arc::clone(&last.1);
            let (items, columns) = self.columns(wave, ordinal, class.len())?;
            answers.is_linked &= is_linked;
            answers.blocks.push(SheetBlock {
                dimension,
                items,
                class,
                columns,
            });
        }
        Ok(answers)
    }

    /// The classes of a wave, and how many rows of each its blocks hold. Reads no answer.
    ///
    /// # Errors
    /// When the file is damaged.
    pub fn class_rows(&self, wave: &WaveCode) -> Result<(Vec<SheetClass>, Vec<Vec<u32>>)> {
        let classes = self.classes(wave)?;
        let sql = "select classes from answer_block where wave = ?1 order by ordinal";
        let mut statement = self.connection.prepare(sql).map_err(store_error)?;
        let mut blocks = statement.query([wave.as_str()]).map_err(store_error)?;
        let mut rows = Vec::new();
        while let Some(block) = blocks.next().map_err(store_error)? {
            let bytes = block.get_ref(0).and_then(|it| Ok(it.as_blob()?));
            let mut counts = vec![0_u32; classes.len()];
            for class in read_classes(bytes.map_err(store_error)?, classes.len())? {
                counts[usize::from(class)] += 1;
            }
            rows.push(counts);
        }
        Ok((classes, rows))
    }

    /// Dimension ids and bands; none where no company view was collected.
    fn company_view(&self, wave: &WaveCode) -> Result<Option<CompanyBands>> {
        let sql = "select dimension, bands from company_view where wave = ?1 order by ordinal";
        let mut statement = self.connection.prepare(sql).map_err(store_error)?;
        let rows = statement
            .query_map([wave.as_str()], |row| Ok((row.get(0)?, row.get(1)?)))
            .map_err(store_error)?;
        let (dimensions, bands): CompanyBands = rows
            .collect::<rusqlite::Result<Vec<_>>>()
            .map_err(store_error)?
            .into_iter()
            .unzip();
        let rows = bands.first().map_or(0, Vec::len);
        if bands.iter().any(|column| column.len() != rows) {
            return Err(damaged("column length"));
        }
        Ok((!dimensions.is_empty()).then_some((dimensions, bands)))
    }

    fn classes(&self, wave: &WaveCode) -> Result<Vec<SheetClass>> {
        let sql = "select branches, staff_group, invited_contact, invited_back_office
                   from answer_class where wave = ?1 order by ordinal";
        let mut statement = self.connection.prepare(sql).map_err(store_error)?;
        let rows = statement
            .query_map([wave.as_str()], |row| {
                Ok((
                    row.get::<_, String>(0)?,
                    row.get::<_, Option<String>>(1)?,
                    row.get::<_, Option<u32>>(2)?,
                    row.get::<_, Option<u32>>(3)?,
                ))
            })
            .map_err(store_error)?;
        rows.map(|row| {
            let (branches, group, invited_contact, invited_back_office) =
                row.map_err(store_error)?;
            Ok(SheetClass {
                branches: branches
                    .split('\n')
                    .map(BranchCode::new)
                    .collect::<Result<_>>()?,
                group: group.as_deref().map(lists::staff_group).transpose()?,
                invited_contact,
                invited_back_office,
            })
        })
        .collect()
    }

    fn columns(
        &self,
        wave: &WaveCode,
        block: i64,
        rows: usize,
    ) -> Result<(Vec<String>, Vec<Vec<u8>>)> {
        let sql = "select item, answers from answer_column where wave = ?1 and block = ?2
                   order by ordinal";
        let mut statement = self.connection.prepare(sql).map_err(store_error)?;
        let found = statement
            .query_map(params![wave.as_str(), block], |row| {
                Ok((row.get::<_, String>(0)?, row.get::<_, Vec<u8>>(1)?))
            })
            .map_err(store_error)?
            .collect::<rusqlite::Result<Vec<_>>>()
            .map_err(store_error)?;
        if found.iter().any(|(_, column)| column.len() != rows) {
            return Err(damaged("column length"));
        }
        Ok(found.into_iter().unzip())
    }

    /// Replaces the answers of a wave.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn put_answers(
        tx: &Transaction<'_>,
        wave: &WaveCode,
        answers: &StoredAnswers,
    ) -> Result<()> {
        for table in [
            "answer_column",
            "answer_block",
            "answer_class",
            "company_view",
        ] {
            tx.execute(
                &format!("delete from {table} where wave = ?1"),
                [wave.as_str()],
            )
            .map_err(store_error)?;
        }
        for (ordinal, class) in (0_i64..).zip(&answers.classes) {
            let branches: Vec<&str> = class.branches.iter().map(BranchCode::as_str).collect();
            let values = params![
                wave.as_str(),
                ordinal,
                branches.join("\n"),
                class.group.map(crate::domain::StaffGroup::code),
                class.invited_contact,
                class.invited_back_office,
            ];
            tx.execute(
                "insert into answer_class values (?1, ?2, ?3, ?4, ?5, ?6)",
                values,
            )
            .map_err(store_error)?;
        }
        for (ordinal, block) in (0_i64..).zip(&answers.blocks) {
            put_block(tx, wave, ordinal, block, answers.is_linked)?;
        }
        let (dimensions, bands) = answers.company_view.clone().unwrap_or_default();
        for (ordinal, (dimension, bands)) in (0_i64..).zip(dimensions.iter().zip(&bands)) {
            tx.execute(
                "insert into company_view (wave, ordinal, dimension, bands) values (?1, ?2, ?3, ?4)",
                params![wave.as_str(), ordinal, dimension, bands],
            )
            .map_err(store_error)?;
        }
        Ok(())
    }

    /// Was a file with this fingerprint taken into the wave before?
    ///
    /// # Errors
    /// When the file is damaged.
    pub fn has_imported(&self, wave: &WaveCode, fingerprint: &str) -> Result<bool> {
        let sql =
            "select exists (select 1 from imported_file where wave = ?1 and fingerprint = ?2)";
        self.connection
            .query_row(sql, [wave.as_str(), fingerprint], |row| row.get(0))
            .map_err(store_error)
    }

    /// Remembers the fingerprint of a file of answers; `replace` forgets the earlier ones.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn put_imported(
        tx: &Transaction<'_>,
        wave: &WaveCode,
        fingerprint: &str,
        replace: bool,
    ) -> Result<()> {
        if replace {
            tx.execute("delete from imported_file where wave = ?1", [wave.as_str()])
                .map_err(store_error)?;
        }
        let sql = "insert or ignore into imported_file (wave, fingerprint) values (?1, ?2)";
        tx.execute(sql, [wave.as_str(), fingerprint])
            .map(drop)
            .map_err(store_error)
    }

    /// All means from former vendors, ordered by wave, dimension and branch.
    ///
    /// # Errors
    /// When the file is damaged.
    pub fn staff_scores(&self) -> Result<Vec<StoredScore>> {
        let sql = "select branch, audience, wave, dimension, title, value, n from staff_score
                   order by wave, dimension, branch, audience";
        let mut statement = self.connection.prepare(sql).map_err(store_error)?;
        let mut rows = statement.query([]).map_err(store_error)?;
        let mut scores = Vec::new();
        while let Some(row) = rows.next().map_err(store_error)? {
            let text = |index: usize| row.get::<_, String>(index).map_err(store_error);
            let audience = text(1)?;
            scores.push(StoredScore {
                branch: BranchCode::new(&text(0)?)?,
                audience: Audience::ALL
                    .into_iter()
                    .find(|known| known.code() == audience)
                    .ok_or_else(|| damaged("audience"))?,
                wave: WaveCode::new(&text(2)?)?,
                dimension: text(3)?,
                title: text(4)?,
                value: row.get(5).map_err(store_error)?,
                n: row.get(6).map_err(store_error)?,
            });
        }
        Ok(scores)
    }

    /// Adds means; the same branch, audience, wave and dimension is replaced.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn put_staff_scores(tx: &Transaction<'_>, scores: &[StoredScore]) -> Result<()> {
        let sql = "insert or replace into staff_score
                   (branch, audience, wave, dimension, title, value, n)
                   values (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
        let mut statement = tx.prepare(sql).map_err(store_error)?;
        for StoredScore {
            branch,
            audience,
            wave,
            dimension,
            title,
            value,
            n,
        } in scores
        {
            let values = params![
                branch.as_str(),
                audience.code(),
                wave.as_str(),
                dimension,
                title,
                value,
                n
            ];
            statement.execute(values).map_err(store_error)?;
        }
        Ok(())
    }
}

fn read_classes(bytes: &[u8], classes: usize) -> Result<Vec<u16>> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let class: Vec<u16> = pairs.iter().map(|pair| u16::from_le_bytes(*pair)).collect();
    if rest.is_empty() && class.iter().all(|class| usize::from(*class) < classes) {
        Ok(class)
    } else {
        Err(damaged("class column"))
    }
}

fn put_block(
    tx: &Transaction<'_>,
    wave: &WaveCode,
    ordinal: i64,
    block: &SheetBlock,
    is_linked: bool,
) -> Result<()> {
    let classes: Vec<u8> = block
        .class
        .iter()
        .flat_map(|class| class.to_le_bytes())
        .collect();
    tx.execute(
        "insert into answer_block (wave, ordinal, dimension, is_linked, classes)
         values (?1, ?2, ?3, ?4, ?5)",
        params![wave.as_str(), ordinal, block.dimension, is_linked, classes],
    )
    .map_err(store_error)?;
    for (position, (item, column)) in (0_i64..).zip(block.items.iter().zip(&block.columns)) {
        tx.execute(
            "insert into answer_column (wave, block, ordinal, item, answers)
             values (?1, ?2, ?3, ?4, ?5)",
            params![wave.as_str(), ordinal, position, item, column],
        )
        .map_err(store_error)?;
    }
    Ok(())
}
