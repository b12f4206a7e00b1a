//! Bundles of stations: each taken whole or refused with its reason, in any order and as often as
//! somebody likes.

use std::path::PathBuf;

use crate::app::service::Service;
use crate::app::{MergedFile, Reply, Stage, Watch, files};
use crate::domain::{WaveCode, WaveState};
use crate::error::{Error, Kind, Place, Result, SealFault};
use crate::seal::bundle::{self, open_bundle};
use crate::seal::keys::PrivateKey;
use crate::seal::merge::RecordSet;
use crate::seal::pack::{Pack, PackHash};
use crate::store::Workspace;

use super::codes::pack_of;
use super::freeze::secret;

/// A station that a bundle may belong to.
struct Home {
    wave: WaveCode,
    station: String,
    pack: Pack,
    records: Option<Vec<u8>>,
}

impl Service {
    pub(in crate::app::service) fn merge_bundles(
        &mut self,
        paths: &[PathBuf],
        watch: &mut Watch,
    ) -> Result<Reply> {
        let mut merged = Vec::new();
        for (at, path) in paths.iter().enumerate() {
            let share = f64::from(u32::try_from(at).unwrap_or(u32::MAX))
                / f64::from(u32::try_from(paths.len().max(1)).unwrap_or(u32::MAX));
            #[expect(clippy::cast_possible_truncation, reason = "a share of progress")]
            watch.step(Stage::Reading, Some(share as f32))?;
            let file = files::name_of(path);
            let outcome = files::read(path)
                .and_then(|bytes| self.merge_bundle(&bytes))
                .map_err(|error| error.at(Place::File(file.clone())));
            merged.push(MergedFile { file, outcome });
        }
        let Reply::Overview(overview) = self.changed()? else {
            return Err(Kind::Internal("overview".to_owned()).into());
        };
        Ok(Reply::Merged {
            overview,
            files: merged,
        })
    }

    /// Takes one bundle in; the station and how many sheets are new.
    fn merge_bundle(&mut self, bytes: &[u8]) -> Result<(String, u32)> {
        let home = self.home(bundle::pack_of(bytes)?)?;
        let stored = self.workspace()?.design(&home.wave)?;
        let key = stored.and_then(|stored| stored.wave_key);
        let key = key.ok_or_else(|| Error::from(Kind::WaveState))?;
        let key = PrivateKey::from_secret(secret(key)?);
        let content = open_bundle(bytes, &home.pack, &key)?;
        let mut records = match &home.records {
            Some(known) => RecordSet::decode(known, &home.pack)?,
            None => RecordSet::empty(&home.pack),
        };
        let done = records.merge(&content, &home.pack)?;
        if done.added > 0 || home.records.is_none() {
            let bytes = records.encode()?;
            self.workspace_mut()?.change("merge bundle", |tx| {
                Workspace::put_records(tx, &home.wave, &home.station, &bytes)
            })?;
        }
        Ok((home.station, done.added))
    }

    /// The station of an open wave that has this pack.
    fn home(&self, hash: PackHash) -> Result<Home> {
        let workspace = self.workspace()?;
        for (wave, _) in workspace.waves()? {
            for station in workspace.stations(&wave.code)? {
                let Some(bytes) = &station.pack else {
                    continue;
                };
                let pack = pack_of(bytes)?.pack;
                if pack.hash() != hash {
                    continue;
                }
                // Once answers are opened, one answer more could be told by comparing results.
                if wave.state != WaveState::Open {
                    return Err(Kind::WaveState.into());
                }
                return Ok(Home {
                    wave: wave.code,
                    station: station.design.name,
                    pack,
                    records: station.records,
                });
            }
        }
        Err(SealFault::OtherWave.into())
    }
}
