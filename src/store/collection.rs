//! Own collection: designs of waves, packs of stations, sealed records, and what was opened of
//! them. The bytes of packs, keys and records are `seal`'s; here they are only kept.

use rusqlite::{OptionalExtension, params};

use super::{Change, Workspace, damaged, store_error};
use crate::domain::{BranchCode, Date, Pool, ProtectionLevel, StationDesign, WaveCode, WaveDesign};
use crate::error::{Error, Field, Kind, Result};

/// The design of a wave with what opening made of it.
#[derive(Clone, PartialEq, Eq)]
pub struct StoredDesign {
    /// What HR decided.
    pub design: WaveDesign,
    /// Witnesses.
    pub witnesses: Vec<StoredWitness>,
    /// The signed plan; none before the wave opens.
    pub plan: Option<Vec<u8>>,
    /// The wave's private key; none before opening and after its destruction.
    pub wave_key: Option<Vec<u8>>,
    /// The day on which records and key are destroyed.
    pub destroy_on: Option<Date>,
}

impl std::fmt::Debug for StoredDesign {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("StoredDesign")
            .field("design", &self.design)
            .finish_non_exhaustive()
    }
}

/// A witness of a wave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredWitness {
    /// The card as delivered.
    pub card: Vec<u8>,
    /// Its fingerprint words, Russian and English; they are slow to make.
    pub words: (String, String),
}

/// What a station has: its pack file once codes were made, its records once bundles came.
#[derive(Clone, PartialEq, Eq)]
pub struct StoredStation {
    /// Name and branches.
    pub design: StationDesign,
    /// The pack file; none before codes were made.
    pub pack: Option<Vec<u8>>,
    /// The fingerprint words of its pack, Russian and English; they are slow to make.
    pub words: Option<(String, String)>,
    /// The canonical set of records; none before the first bundle.
    pub records: Option<Vec<u8>>,
}

impl std::fmt::Debug for StoredStation {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("StoredStation")
            .field("design", &self.design)
            .finish_non_exhaustive()
    }
}

fn pools_text(pools: &[Pool]) -> String {
    let line = |pool: &Pool| {
        let codes: Vec<&str> = pool.iter().map(BranchCode::as_str).collect();
        codes.join("\t")
    };
    pools.iter().map(line).collect::<Vec<_>>().join("\n")
}

fn codes_of(text: &str) -> Result<Vec<BranchCode>> {
    text.split('\t').map(BranchCode::new).collect()
}

impl Workspace {
    /// A key of the company.
    ///
    /// # Errors
    /// When the file is damaged.
    pub fn secret(&self, name: &str) -> Result<Option<Vec<u8>>> {
        let sql = "select value from secret where name = ?1";
        let found = self.connection.query_row(sql, [name], |row| row.get(0));
        found.optional().map_err(store_error)
    }

    /// Keeps a key of the company.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn put_secret(tx: &Change<'_>, name: &str, value: &[u8]) -> Result<()> {
        let sql = "insert or replace into secret (name, value) values (?1, ?2)";
        tx.execute(sql, params![name, value])
            .map(drop)
            .map_err(store_error)
    }

    /// The design of a wave; none where it is not collected by the program.
    ///
    /// # Errors
    /// When the file is damaged.
    pub fn design(&self, wave: &WaveCode) -> Result<Option<StoredDesign>> {
        let sql = "select level, company_view, pools, plan, wave_key, destroy_on
                   from wave_design where wave = ?1";
        let found = self.connection.query_row(sql, [wave.as_str()], |row| {
            Ok((
                row.get::<_, u8>(0)?,
                row.get::<_, bool>(1)?,
                row.get::<_, String>(2)?,
                row.get::<_, Option<Vec<u8>>>(3)?,
                row.get::<_, Option<Vec<u8>>>(4)?,
                row.get::<_, Option<String>>(5)?,
            ))
        });
        let Some((level, has_company_view, pools, plan, wave_key, destroy_on)) =
            found.optional().map_err(store_error)?
        else {
            return Ok(None);
        };
        let pools = pools.lines().map(codes_of).collect::<Result<_>>()?;
        let stations = self.stations_in_brief(wave, 0)?;
        let design = WaveDesign {
            level: ProtectionLevel::from_number(level).ok_or_else(|| damaged("level"))?,
            has_company_view,
            pools,
            stations: stations.into_iter().map(|station| station.design).collect(),
        };
        let day = |text: String| text.parse().map_err(|_| damaged("day"));
        Ok(Some(StoredDesign {
            design,
            witnesses: self.witnesses(wave)?,
            plan,
            wave_key,
            destroy_on: destroy_on.map(day).transpose()?,
        }))
    }

    fn witnesses(&self, wave: &WaveCode) -> Result<Vec<StoredWitness>> {
        let sql = "select card, words from wave_witness where wave = ?1 order by ordinal";
        let mut statement = self.connection.prepare(sql).map_err(store_error)?;
        let rows = statement.query_map([wave.as_str()], |row| {
            Ok((row.get(0)?, row.get::<_, String>(1)?))
        });
        let witness = |(card, words): (Vec<u8>, String)| {
            let words = two_spellings(&words)?;
            Ok(StoredWitness { card, words })
        };
        let rows = rows.map_err(store_error)?;
        rows.map(|row| witness(row.map_err(store_error)?)).collect()
    }

    /// The stations of a wave in their order.
    ///
    /// # Errors
    /// When the file is damaged.
    pub fn stations(&self, wave: &WaveCode) -> Result<Vec<StoredStation>> {
        self.stations_with(wave, "records")
    }

    /// The same with no more than the first `bytes` of the records, which is enough to count them.
    ///
    /// # Errors
    /// When the file is damaged.
    pub fn stations_in_brief(&self, wave: &WaveCode, bytes: usize) -> Result<Vec<StoredStation>> {
        self.stations_with(wave, &format!("substr(records, 1, {bytes})"))
    }

    fn stations_with(&self, wave: &WaveCode, records: &str) -> Result<Vec<StoredStation>> {
        let sql = format!(
            "select name, branches, pack, words, {records} from station
             where wave = ?1 order by ordinal"
        );
        let mut statement = self.connection.prepare(&sql).map_err(store_error)?;
        let rows = statement.query_map([wave.as_str()], |row| {
            Ok((
                row.get::<_, String>(0)?,
                row.get::<_, String>(1)?,
                row.get(2)?,
                row.get::<_, Option<String>>(3)?,
                row.get(4)?,
            ))
        });
        let station = |(name, branches, pack, words, records): StationRow| {
            let design = StationDesign::new(&name, codes_of(&branches)?)?;
            Ok(StoredStation {
                design,
                pack,
                words: words.as_deref().map(two_spellings).transpose()?,
                records,
            })
        };
        let rows = rows.map_err(store_error)?;
        rows.map(|row| station(row.map_err(store_error)?)).collect()
    }

    /// Writes the design of a draft with the cards of its witnesses.
    ///
    /// # Errors
    /// When the wave is no draft.
    pub fn put_design(
        tx: &Change<'_>,
        wave: &WaveCode,
        design: &WaveDesign,
        witnesses: &[StoredWitness],
    ) -> Result<()> {
        if Self::wave_state(tx, wave)? != crate::domain::WaveState::Draft {
            return Err(Kind::WaveState.into());
        }
        let code = wave.as_str();
        tx.execute("delete from wave_design where wave = ?1", [code])
            .map_err(store_error)?;
        tx.execute(
            "insert into wave_design (wave, level, company_view, pools) values (?1, ?2, ?3, ?4)",
            params![
                code,
                design.level.number(),
                design.has_company_view,
                pools_text(&design.pools)
            ],
        )
        .map_err(store_error)?;
        for (ordinal, witness) in (0_i64..).zip(witnesses) {
            let words = [witness.words.0.as_str(), &witness.words.1].join("\n");
            tx.execute(
                "insert into wave_witness (wave, ordinal, card, words) values (?1, ?2, ?3, ?4)",
                params![code, ordinal, witness.card, words],
            )
            .map_err(store_error)?;
        }
        for (ordinal, station) in (0_i64..).zip(&design.stations) {
            let codes: Vec<&str> = station.branches.iter().map(BranchCode::as_str).collect();
            tx.execute(
                "insert into station (wave, ordinal, name, branches) values (?1, ?2, ?3, ?4)",
                params![code, ordinal, station.name, codes.join("\t")],
            )
            .map_err(store_error)?;
        }
        Ok(())
    }

    /// Removes the design of a draft.
    ///
    /// # Errors
    /// When the wave is no draft.
    pub fn remove_design(tx: &Change<'_>, wave: &WaveCode) -> Result<()> {
        if Self::wave_state(tx, wave)? != crate::domain::WaveState::Draft {
            return Err(Kind::WaveState.into());
        }
        tx.execute("delete from wave_design where wave = ?1", [wave.as_str()])
            .map(drop)
            .map_err(store_error)
    }

    /// Freezes the design of a wave that opens: the signed plan, its key, and the day on which
    /// records and key are destroyed.
    ///
    /// # Errors
    /// When the wave has no design.
    pub fn freeze_design(
        tx: &Change<'_>,
        wave: &WaveCode,
        (plan, wave_key): (&[u8], &[u8]),
        destroy_on: Date,
    ) -> Result<()> {
        let sql = "update wave_design set plan = ?2, wave_key = ?3, destroy_on = ?4
                   where wave = ?1 and plan is null";
        let values = params![wave.as_str(), plan, wave_key, destroy_on.to_string()];
        one(tx.execute(sql, values), wave.as_str())
    }

    /// Keeps the pack file of a station; its earlier pack, if any, is replaced.
    ///
    /// # Errors
    /// When there is no such station, or records of the earlier pack have come in.
    pub fn put_pack(
        tx: &Change<'_>,
        wave: &WaveCode,
        station: &str,
        (pack, words): (&[u8], &(String, String)),
    ) -> Result<()> {
        let sql = "update station set pack = ?3, words = ?4
                   where wave = ?1 and name = ?2 and records is null";
        let words = [words.0.as_str(), &words.1].join("\n");
        one(
            tx.execute(sql, params![wave.as_str(), station, pack, words]),
            station,
        )
    }

    /// Keeps the canonical set of records of a station.
    ///
    /// # Errors
    /// When there is no such station.
    pub fn put_records(
        tx: &Change<'_>,
        wave: &WaveCode,
        station: &str,
        records: &[u8],
    ) -> Result<()> {
        let sql = "update station set records = ?3 where wave = ?1 and name = ?2";
        one(
            tx.execute(sql, params![wave.as_str(), station, records]),
            station,
        )
    }

    /// Destroys the sealed records and the key of a wave.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn destroy_records(tx: &Change<'_>, wave: &WaveCode) -> Result<()> {
        for sql in [
            "update station set records = null, pack = null where wave = ?1",
            "update wave_design set wave_key = null where wave = ?1",
        ] {
            tx.execute(sql, [wave.as_str()]).map_err(store_error)?;
        }
        Ok(())
    }
}

/// Name, branches, pack, words, records.
type StationRow = (
    String,
    String,
    Option<Vec<u8>>,
    Option<String>,
    Option<Vec<u8>>,
);

/// Fingerprint words as they are kept: a line in Russian, a line in English.
fn two_spellings(words: &str) -> Result<(String, String)> {
    let lines = words.split_once('\n').ok_or_else(|| damaged("words"))?;
    Ok((lines.0.to_owned(), lines.1.to_owned()))
}

fn one(changed: rusqlite::Result<usize>, name: &str) -> Result<()> {
    match changed.map_err(store_error)? {
        0 => Err(Error::from(Kind::NotFound {
            field: Field::Name,
            name: name.to_owned(),
        })),
        _ => Ok(()),
    }
}
