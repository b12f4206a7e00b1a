//! Waves and the questionnaire each of them was asked.

use rusqlite::{Row, Transaction, params};

use super::{Workspace, damaged, store_error};
use crate::domain::{Date, MinGroup, Month, Wave, WaveCode, WaveState};
use crate::error::{Field, Kind, Result};

const COLUMNS: &str = "code, name, state, questionnaire, opens, closes, customers_from, \
                       customers_to, min_group, questionnaire_source";

impl Workspace {
    /// Waves in order of time, each with the source of its questionnaire.
    ///
    /// # Errors
    /// When the file is damaged.
    pub fn waves(&self) -> Result<Vec<(Wave, String)>> {
        let sql = format!("select {COLUMNS} from wave order by coalesce(opens, ''), ordinal");
        let mut statement = self.connection.prepare(&sql).map_err(store_error)?;
        let rows = statement
            .query_map([], |row| Ok(wave(row)))
            .map_err(store_error)?;
        rows.map(|row| row.map_err(store_error)?).collect()
    }

    /// Adds a wave at the end.
    ///
    /// # Errors
    /// When one of that code exists.
    pub fn add_wave(tx: &Transaction<'_>, wave: &Wave, questionnaire_source: &str) -> Result<()> {
        let exists: bool = tx
            .query_row(
                "select exists (select 1 from wave where code = ?1)",
                [wave.code.as_str()],
                |row| row.get(0),
            )
            .map_err(store_error)?;
        if exists {
            let name = wave.code.as_str().to_owned();
            return Err(Kind::Exists {
                field: Field::Wave,
                name,
            }
            .into());
        }
        let sql = format!(
            "insert into wave ({COLUMNS}, ordinal) values
             (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, (select count(*) from wave))"
        );
        let values = params![
            wave.code.as_str(),
            wave.name,
            wave.state.code(),
            wave.questionnaire,
            wave.opens.map(|day| day.to_string()),
            wave.closes.map(|day| day.to_string()),
            wave.customers.map(|(from, _)| from.to_string()),
            wave.customers.map(|(_, to)| to.to_string()),
            wave.min_group.get(),
            questionnaire_source,
        ];
        tx.execute(&sql, values).map(drop).map_err(store_error)
    }

    /// Changes name, days and customer months of a wave; and, in a draft, the threshold.
    ///
    /// # Errors
    /// When there is no such wave, or the threshold would change after opening.
    pub fn update_wave(tx: &Transaction<'_>, wave: &Wave) -> Result<()> {
        let sql = "update wave set name = ?2, opens = ?3, closes = ?4, customers_from = ?5,
                   customers_to = ?6, min_group = ?7
                   where code = ?1 and (state = 'draft' or min_group = ?7)";
        let values = params![
            wave.code.as_str(),
            wave.name,
            wave.opens.map(|day| day.to_string()),
            wave.closes.map(|day| day.to_string()),
            wave.customers.map(|(from, _)| from.to_string()),
            wave.customers.map(|(_, to)| to.to_string()),
            wave.min_group.get(),
        ];
        match tx.execute(sql, values).map_err(store_error)? {
            0 => Err(Kind::WaveState.into()),
            _ => Ok(()),
        }
    }

    /// Replaces the text of a draft's questionnaire.
    ///
    /// # Errors
    /// When there is no such draft.
    pub fn put_wave_source(tx: &Transaction<'_>, code: &WaveCode, source: &str) -> Result<()> {
        let sql = "update wave set questionnaire_source = ?2 where code = ?1 and state = 'draft'";
        match tx
            .execute(sql, [code.as_str(), source])
            .map_err(store_error)?
        {
            0 => Err(Kind::WaveState.into()),
            _ => Ok(()),
        }
    }

    /// Moves a wave from one state to the next.
    ///
    /// # Errors
    /// When it is not in the state it should leave, or the step is not one forward.
    pub fn move_wave(tx: &Transaction<'_>, code: &WaveCode, to: WaveState) -> Result<()> {
        let from = match to {
            WaveState::Draft => return Err(Kind::WaveState.into()),
            WaveState::Open => WaveState::Draft,
            WaveState::Closed => WaveState::Open,
        };
        let sql = "update wave set state = ?3 where code = ?1 and state = ?2";
        match tx
            .execute(sql, [code.as_str(), from.code(), to.code()])
            .map_err(store_error)?
        {
            0 => Err(Kind::WaveState.into()),
            _ => Ok(()),
        }
    }

    /// Deletes a wave with its answers.
    ///
    /// # Errors
    /// When there is none of that code.
    pub fn remove_wave(tx: &Transaction<'_>, code: &WaveCode) -> Result<()> {
        match tx
            .execute("delete from wave where code = ?1", [code.as_str()])
            .map_err(store_error)?
        {
            0 => Err(Kind::NotFound {
                field: Field::Wave,
                name: code.as_str().to_owned(),
            }
            .into()),
            _ => Ok(()),
        }
    }

    /// The state of a wave.
    ///
    /// # Errors
    /// When there is none of that code.
    pub fn wave_state(tx: &Transaction<'_>, code: &WaveCode) -> Result<WaveState> {
        let found = tx.query_row(
            "select state from wave where code = ?1",
            [code.as_str()],
            |row| row.get::<_, String>(0),
        );
        match found {
            Ok(state) => wave_state(&state),
            Err(rusqlite::Error::QueryReturnedNoRows) => Err(Kind::NotFound {
                field: Field::Wave,
                name: code.as_str().to_owned(),
            }
            .into()),
            Err(fault) => Err(store_error(fault)),
        }
    }
}

fn wave(row: &Row<'_>) -> Result<(Wave, String)> {
    let text = |index: usize| row.get::<_, String>(index).map_err(store_error);
    let maybe = |index: usize| row.get::<_, Option<String>>(index).map_err(store_error);
    let day = |index: usize| -> Result<Option<Date>> {
        maybe(index)?
            .map(|day| day.parse().map_err(|_| damaged("day")))
            .transpose()
    };
    let month = |index: usize| -> Result<Option<Month>> {
        maybe(index)?.map(|month| month.parse()).transpose()
    };
    let wave = Wave {
        code: WaveCode::new(&text(0)?)?,
        name: text(1)?,
        state: wave_state(&text(2)?)?,
        questionnaire: text(3)?,
        opens: day(4)?,
        closes: day(5)?,
        customers: month(6)?.zip(month(7)?),
        min_group: MinGroup::new(row.get(8).map_err(store_error)?)?,
    };
    Ok((wave, text(9)?))
}

fn wave_state(word: &str) -> Result<WaveState> {
    [WaveState::Draft, WaveState::Open, WaveState::Closed]
        .into_iter()
        .find(|state| state.code() == word)
        .ok_or_else(|| damaged("wave state"))
}
