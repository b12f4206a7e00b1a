//! Rounds and the codes of their raters.

use rusqlite::{Row, Transaction, params};

use super::{Ratings, day, get, worded};
use crate::domain::rating::{PersonId, Round, RoundCode, RoundState, Weights};
use crate::error::{Field, Kind, Result};
use crate::store::{damaged, store_error};

/// A round as it is kept.
#[derive(Debug, Clone, PartialEq)]
pub struct StoredRound {
    /// The round.
    pub round: Round,
    /// The text of its model, as it stood when the round was made.
    pub model_source: String,
    /// What codes of raters are hashed with.
    pub salt: [u8; 16],
}

/// The hash of a rater's code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredCode {
    /// The round.
    pub round: RoundCode,
    /// Whose.
    pub rater: PersonId,
    /// The hash.
    pub hash: [u8; 32],
}

const COLUMNS: &str = "code, name, model, opens, closes, keep_until, kept_because, \
     weight_manager, weight_peer, weight_shopper, state, model_source, salt";

impl Ratings {
    /// Rounds, oldest first.
    ///
    /// # Errors
    /// When the image is damaged.
    pub fn rounds(&self) -> Result<Vec<StoredRound>> {
        let sql = format!("select {COLUMNS} from round order by closes, opens, rowid");
        self.all(&sql, [], stored)
    }

    /// The round of this code.
    ///
    /// # Errors
    /// When there is none.
    pub fn round(&self, code: &RoundCode) -> Result<StoredRound> {
        let found = self
            .rounds()?
            .into_iter()
            .find(|stored| stored.round.code == *code);
        found.ok_or_else(|| {
            let name = code.as_str().to_owned();
            let field = Field::Round;
            Kind::NotFound { field, name }.into()
        })
    }

    /// Codes of raters.
    ///
    /// # Errors
    /// When the image is damaged.
    pub fn codes(&self) -> Result<Vec<StoredCode>> {
        self.all("select round, rater, hash from rater_code", [], |row| {
            Ok(StoredCode {
                round: RoundCode::new(&get::<String>(row, 0)?)?,
                rater: PersonId(get(row, 1)?),
                hash: get(row, 2)?,
            })
        })
    }

    /// Keeps a round: a new one, or what changed of one.
    ///
    /// # Errors
    /// When the image cannot be written.
    pub fn put_round(tx: &Transaction<'_>, stored: &StoredRound) -> Result<()> {
        let Round {
            code,
            name,
            model,
            opens,
            closes,
            keep_until,
            kept_because,
            weights,
            state,
        } = &stored.round;
        let sql = format!(
            "insert into round ({COLUMNS})
             values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
             on conflict (code) do update set name = excluded.name, opens = excluded.opens,
               closes = excluded.closes, keep_until = excluded.keep_until,
               kept_because = excluded.kept_because, weight_manager = excluded.weight_manager,
               weight_peer = excluded.weight_peer, weight_shopper = excluded.weight_shopper,
               state = excluded.state"
        );
        let [manager, peer, shopper] =
            crate::domain::rating::Source::OTHERS.map(|source| weights.of(source));
        let values = params![
            code.as_str(),
            name,
            model,
            opens.to_string(),
            closes.to_string(),
            keep_until.to_string(),
            kept_because,
            manager,
            peer,
            shopper,
            state.code(),
            stored.model_source,
            stored.salt,
        ];
        tx.execute(&sql, values).map(drop).map_err(store_error)
    }

    /// Erases a round with all its ratings, evidence, talks and codes.
    ///
    /// # Errors
    /// When the image cannot be written.
    pub fn erase_round(tx: &Transaction<'_>, code: &RoundCode) -> Result<()> {
        tx.execute("delete from round where code = ?1", [code.as_str()])
            .map(drop)
            .map_err(store_error)
    }

    /// Replaces the codes of a round.
    ///
    /// # Errors
    /// When the image cannot be written.
    pub fn put_codes(tx: &Transaction<'_>, round: &RoundCode, codes: &[StoredCode]) -> Result<()> {
        tx.execute("delete from rater_code where round = ?1", [round.as_str()])
            .map_err(store_error)?;
        let sql = "insert into rater_code (round, rater, hash) values (?1, ?2, ?3)";
        let mut statement = tx.prepare(sql).map_err(store_error)?;
        for code in codes {
            statement
                .execute(params![round.as_str(), code.rater.0, code.hash])
                .map_err(store_error)?;
        }
        Ok(())
    }
}

fn stored(row: &Row<'_>) -> Result<StoredRound> {
    let state: String = get(row, 10)?;
    let round = Round {
        code: RoundCode::new(&get::<String>(row, 0)?)?,
        name: get(row, 1)?,
        model: get(row, 2)?,
        opens: day(row, 3)?,
        closes: day(row, 4)?,
        keep_until: day(row, 5)?,
        kept_because: get(row, 6)?,
        weights: Weights::new(get(row, 7)?, get(row, 8)?, get(row, 9)?)
            .map_err(|_| damaged("weight"))?,
        state: worded(&RoundState::ALL, RoundState::code, &state)?,
    };
    Ok(StoredRound {
        round,
        model_source: get(row, 11)?,
        salt: get(row, 12)?,
    })
}
