//! Opening sealed answers once a wave is closed, and destroying what is no longer needed.

use std::path::Path;
use std::sync::Mutex;

use crate::app::service::Service;
use crate::app::{Reply, Stage, Watch, files};
use crate::domain::{ProtectionLevel, StoredAnswers, WaveCode, WaveState};
use crate::error::{Error, Kind, Result, SealFault};
use crate::seal::batch::Batch;
use crate::seal::keys::PrivateKey;
use crate::seal::merge::RecordSet;
use crate::seal::opened::{OpenedAnswers, open_level_one};
use crate::seal::pack::Pack;
use crate::seal::plan::FrozenPlan;
use crate::seal::release::{head_of, open_release};
use crate::store::{StoredComment, Workspace};

use super::codes::pack_of;
use super::freeze::secret;

impl Service {
    /// Closes a wave that the program collects. At level 1 its answers are opened at once; at level
    /// 2 they wait for the witness.
    pub(in crate::app::service) fn close_collecting(
        &mut self,
        wave: &WaveCode,
        watch: &mut Watch,
    ) -> Result<Reply> {
        let stored = self.workspace()?.design(wave)?;
        let level = stored.map(|stored| stored.design.level);
        let opened = match level {
            Some(ProtectionLevel::OneKey) => Some(self.opened_alone(wave, watch)?),
            Some(ProtectionLevel::TwoKeys) | None => None,
        };
        self.workspace_mut()?.change("close wave", |tx| {
            Workspace::move_wave(tx, wave, WaveState::Closed)?;
            match &opened {
                Some((answers, comments)) => put(tx, wave, answers, comments.clone()),
                None => Ok(()),
            }
        })?;
        self.changed()
    }

    /// The sealed answers of a closed wave as one file, for its witness.
    pub(in crate::app::service) fn export_batch(
        &mut self,
        wave: &WaveCode,
        path: &Path,
    ) -> Result<Reply> {
        // Before the last bundle is in, a second batch would have to differ from the first.
        if self.wave(wave)?.state != WaveState::Closed {
            return Err(Kind::WaveState.into());
        }
        let bytes = self.batch(wave)?;
        files::write(path, &bytes)?;
        Ok(Reply::Saved(path.to_owned()))
    }

    fn batch(&mut self, wave: &WaveCode) -> Result<Vec<u8>> {
        let plan = self.plan(wave)?;
        let company = self.company_key()?;
        let mut stations: Vec<(Pack, RecordSet)> = Vec::new();
        for station in self.workspace()?.stations(wave)? {
            if let (Some(pack), Some(records)) = (&station.pack, &station.records) {
                let pack = pack_of(pack)?.pack;
                let records = RecordSet::decode(records, &pack)?;
                stations.push((pack, records));
            }
        }
        let pairs: Vec<(&Pack, &RecordSet)> = stations
            .iter()
            .map(|(pack, records)| (pack, records))
            .collect();
        Batch::seal(&plan, &pairs, &company)
    }

    fn opened_alone(
        &mut self,
        wave: &WaveCode,
        watch: &mut Watch,
    ) -> Result<(StoredAnswers, Vec<StoredComment>)> {
        let plan = self.plan(wave)?;
        let batch = Batch::decode(&self.batch(wave)?)?;
        if batch.stations().is_empty() {
            return Ok((StoredAnswers::default(), Vec::new()));
        }
        let key = self.wave_key(wave)?;
        let opened = watched(watch, |goes_on| open_level_one(&batch, &key, goes_on))?;
        columns(&opened, &plan)
    }

    /// Takes a witness's release in: the answers open into columns.
    pub(in crate::app::service) fn import_release(
        &mut self,
        path: &Path,
        watch: &mut Watch,
    ) -> Result<Reply> {
        let bytes = files::read(path)?;
        let head = head_of(&bytes)?;
        let (wave, plan) = self.wave_of(head.wave.0)?;
        if self.wave(&wave)?.state != WaveState::Closed {
            return Err(Kind::WaveState.into());
        }
        // Another set of answers than the one that was handed out would show the difference.
        if *blake3::hash(&self.batch(&wave)?).as_bytes() != head.batch {
            return Err(SealFault::OtherWave.into());
        }
        let key = self.wave_key(&wave)?;
        let opened = watched(watch, |goes_on| open_release(&bytes, &plan, &key, goes_on))?;
        let (answers, comments) = columns(&opened, &plan)?;
        self.workspace_mut()?
            .change("take release", |tx| put(tx, &wave, &answers, comments))?;
        self.changed()
    }

    /// The wave whose plan has this identity.
    fn wave_of(&self, id: [u8; 32]) -> Result<(WaveCode, FrozenPlan)> {
        for (wave, _) in self.workspace()?.waves()? {
            let stored = self.workspace()?.design(&wave.code)?;
            if let Some(bytes) = stored.and_then(|stored| stored.plan) {
                let plan = FrozenPlan::decode(&bytes)?;
                if plan.id().0 == id {
                    return Ok((wave.code, plan));
                }
            }
        }
        Err(SealFault::OtherWave.into())
    }

    fn wave_key(&self, wave: &WaveCode) -> Result<PrivateKey> {
        let stored = self.workspace()?.design(wave)?;
        let key = stored.and_then(|stored| stored.wave_key);
        let key = key.ok_or_else(|| Error::from(Kind::WaveState))?;
        Ok(PrivateKey::from_secret(secret(key)?))
    }

    /// Destroys the records and the key of a wave whose answers were opened.
    pub(in crate::app::service) fn destroy_records(&mut self, wave: &WaveCode) -> Result<Reply> {
        if self.workspace()?.answers(wave)?.classes.is_empty() {
            return Err(Kind::WaveState.into());
        }
        self.workspace_mut()?
            .change("destroy records", |tx| Workspace::destroy_records(tx, wave))?;
        self.changed()
    }

    /// Destroys what the plan said would be destroyed by today.
    pub(in crate::app::service) fn destroy_due(&mut self) -> Result<()> {
        let today = self.surroundings.today();
        for (wave, _) in self.workspace()?.waves()? {
            let due = self.workspace()?.design(&wave.code)?.is_some_and(|stored| {
                stored.wave_key.is_some() && stored.destroy_on.is_some_and(|day| day <= today)
            });
            if due && !self.workspace()?.class_rows(&wave.code)?.0.is_empty() {
                self.workspace_mut()?.change("destroy records", |tx| {
                    Workspace::destroy_records(tx, &wave.code)
                })?;
            }
        }
        Ok(())
    }
}

/// Runs slow work of `seal` under the eyes of the watch.
fn watched<T>(
    watch: &mut Watch,
    work: impl FnOnce(&(dyn Fn(usize, usize) -> bool + Sync)) -> Result<T>,
) -> Result<T> {
    let shared = Mutex::new(watch);
    work(&|done, all| {
        let share = super::codes::precise(done) / super::codes::precise(all.max(1));
        let watch = shared.lock();
        watch.is_ok_and(|mut watch| watch.step(Stage::Unsealing, Some(share)).is_ok())
    })
}

/// Columns for the analysis, and comments by class.
fn columns(
    opened: &OpenedAnswers,
    plan: &FrozenPlan,
) -> Result<(StoredAnswers, Vec<StoredComment>)> {
    let answers = opened.stored(plan)?;
    let items = plan.layout.comments();
    let mut comments = Vec::new();
    for (class, group) in (0..).zip(&opened.groups) {
        for (item, words) in &group.comments {
            comments.push(StoredComment {
                class,
                item: items.get(*item).cloned().unwrap_or_default(),
                words: words.clone(),
            });
        }
    }
    Ok((answers, comments))
}

fn put(
    tx: &crate::store::Change<'_>,
    wave: &WaveCode,
    answers: &StoredAnswers,
    comments: Vec<StoredComment>,
) -> Result<()> {
    Workspace::put_answers(tx, wave, answers)?;
    Workspace::put_comments(tx, wave, comments)
}
