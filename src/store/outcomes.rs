//! Customer outcomes.

use rusqlite::{Row, Transaction, params};

use super::{Workspace, damaged, store_error};
use crate::domain::{BranchCode, Channel, CustomerValue, Measure, NpsCounts, Outcome, Period};
use crate::error::Result;

impl Workspace {
    /// All outcomes, ordered by branch, period, channel and measure.
    ///
    /// # Errors
    /// When the file is damaged.
    pub fn outcomes(&self) -> Result<Vec<Outcome>> {
        let sql =
            "select branch, period, channel, measure, promoters, passives, detractors, value, n
                   from outcome order by branch, period, channel, measure";
        let mut statement = self.connection.prepare(sql).map_err(store_error)?;
        let rows = statement
            .query_map([], |row| Ok(outcome(row)))
            .map_err(store_error)?;
        rows.map(|row| row.map_err(store_error)?).collect()
    }

    /// Adds outcomes; the same branch, period, channel and measure is replaced, so that a second
    /// import of a file changes nothing.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn put_outcomes(tx: &Transaction<'_>, outcomes: &[Outcome]) -> Result<()> {
        let sql = "insert or replace into outcome
                   (branch, period, channel, measure, promoters, passives, detractors, value, n)
                   values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
        let mut statement = tx.prepare(sql).map_err(store_error)?;
        for outcome in outcomes {
            let (counts, value, n) = match outcome.value {
                CustomerValue::Counts(counts) => (Some(counts), None, None),
                CustomerValue::Value { value, n } => (None, Some(value), n),
            };
            let count =
                |part: fn(NpsCounts) -> u64| counts.map(|counts| part(counts).cast_signed());
            statement
                .execute(params![
                    outcome.branch.as_str(),
                    outcome.period.code(),
                    outcome.channel.as_str(),
                    outcome.measure.as_str(),
                    count(|counts| counts.promoters),
                    count(|counts| counts.passives),
                    count(|counts| counts.detractors),
                    value,
                    n.map(u64::cast_signed),
                ])
                .map_err(store_error)?;
        }
        Ok(())
    }

    /// Removes every outcome of a measure; the way back from a wrong import.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn remove_measure(tx: &Transaction<'_>, measure: &Measure) -> Result<usize> {
        tx.execute("delete from outcome where measure = ?1", [measure.as_str()])
            .map_err(store_error)
    }
}

fn outcome(row: &Row<'_>) -> Result<Outcome> {
    let text = |index: usize| row.get::<_, String>(index).map_err(store_error);
    let number = |index: usize| -> Result<Option<u64>> {
        let number: Option<i64> = row.get(index).map_err(store_error)?;
        number
            .map(|n| u64::try_from(n).map_err(|_| damaged("count")))
            .transpose()
    };
    let value = match (number(4)?, number(5)?, number(6)?) {
        (Some(promoters), Some(passives), Some(detractors)) => CustomerValue::Counts(NpsCounts {
            promoters,
            passives,
            detractors,
        }),
        _ => CustomerValue::Value {
            value: row.get(7).map_err(store_error)?,
            n: number(8)?,
        },
    };
    Ok(Outcome {
        branch: BranchCode::new(&text(0)?)?,
        period: Period::from_code(&text(1)?)?,
        channel: Channel::new(&text(2)?),
        measure: Measure::new(&text(3)?)?,
        value,
    })
}
