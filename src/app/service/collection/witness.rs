//! The witness: an own key file, a batch in, counts seen, one release out. Needs no workspace.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use crate::app::service::Service;
use crate::app::service::keys::refuse_weak;
use crate::app::{BatchView, Reply, Stage, Watch, WitnessDeed, WitnessView, files};
use crate::domain::Lang;
use crate::error::{Error, Field, Kind, Result, SealFault};
use crate::export::print::{Holder, Langs, RecoverySheet, recovery};
use crate::seal::container::{Passphrase, RecoveryWords, SectionKind, Unlock, Vault, usual_cost};
use crate::seal::plan::WitnessCard;
use crate::seal::secret::{Cost, SystemEntropy};
use crate::seal::witness::{Reading, Witness};

/// A witness whose key file is open.
pub(in crate::app::service) struct WitnessDesk {
    path: PathBuf,
    vault: Vault,
    witness: Witness,
    reading: Option<Reading>,
    saved: Option<PathBuf>,
}

impl Service {
    pub(in crate::app::service) fn witness(
        &mut self,
        deed: WitnessDeed,
        watch: &mut Watch,
    ) -> Result<Reply> {
        match deed {
            WitnessDeed::Create {
                path,
                name,
                passphrase,
            } => self.create_witness(path, &name, &passphrase),
            WitnessDeed::Open { path, unlock } => self.open_witness(path, &unlock),
            WitnessDeed::SaveCard(path) => {
                let desk = self.desk()?;
                files::write(&path, &desk.witness.card().encode()?)?;
                desk.saved = Some(path);
                desk.reply(None)
            }
            WitnessDeed::PrintWords { path, words } => self.print_witness_words(path, &words),
            WitnessDeed::ReadBatch(path) => self.read_batch(&path, watch),
            WitnessDeed::Release(path) => self.hand_over(&path),
            WitnessDeed::Close => {
                self.witness = None;
                Ok(Reply::Quiet)
            }
            WitnessDeed::Destroy => self.destroy_witness(),
        }
    }

    fn desk(&mut self) -> Result<&mut WitnessDesk> {
        self.witness
            .as_mut()
            .ok_or_else(|| SealFault::NotTheWitness.into())
    }

    fn create_witness(
        &mut self,
        path: PathBuf,
        name: &str,
        passphrase: &Passphrase,
    ) -> Result<Reply> {
        let name = name.trim();
        if name.is_empty() || name.chars().count() > 60 {
            return Err(Error::invalid(Field::Name, name));
        }
        if path.exists() {
            let name = files::name_of(&path);
            return Err(Kind::Exists {
                field: Field::Name,
                name,
            }
            .into());
        }
        refuse_weak(passphrase)?;
        let (vault, words) = Vault::create(passphrase, self.witness_cost()?)?;
        let mut desk = WitnessDesk {
            path,
            vault,
            witness: Witness::random(name, &mut SystemEntropy)?,
            reading: None,
            saved: None,
        };
        desk.save()?;
        let reply = desk.reply(Some(words))?;
        self.witness = Some(desk);
        Ok(reply)
    }

    /// Writes the recovery sheet as PDF: it belongs into an envelope, not on the disk.
    fn print_witness_words(&mut self, path: PathBuf, words: &RecoveryWords) -> Result<Reply> {
        let lang = self.lang();
        let desk = self.desk()?;
        let sheet = RecoverySheet {
            company: String::new(),
            file_name: files::name_of(&desk.path),
            holder: Holder::Witness(desk.witness.card().name),
            words: words.words().into_iter().map(str::to_owned).collect(),
        };
        let pdf = zeroize::Zeroizing::new(recovery(&sheet, Langs::One(lang))?);
        files::write_private(&path, &pdf)?;
        Ok(Reply::Saved(path))
    }

    /// Floor cost where tests fix the surroundings: the file is theirs.
    fn witness_cost(&self) -> Result<Cost> {
        if self.surroundings.is_fixed() {
            Ok(Cost::FLOOR)
        } else {
            usual_cost()
        }
    }

    fn open_witness(&mut self, path: PathBuf, unlock: &Unlock) -> Result<Reply> {
        let opened = Vault::open(&files::read(&path)?, unlock)?;
        let content = opened.sections.get(&SectionKind::Main);
        let content = content.ok_or_else(|| Error::from(SealFault::OtherKind))?;
        let desk = WitnessDesk {
            path,
            vault: opened.vault,
            witness: Witness::decode(content)?,
            reading: None,
            saved: None,
        };
        let reply = desk.reply(None)?;
        self.witness = Some(desk);
        Ok(reply)
    }

    fn read_batch(&mut self, path: &Path, watch: &mut Watch) -> Result<Reply> {
        let bytes = files::read(path)?;
        let desk = self.desk()?;
        let shared = Mutex::new(watch);
        let reading = desk.witness.read(&bytes, &|done, all| {
            let share = super::codes::precise(done) / super::codes::precise(all.max(1));
            let watch = shared.lock();
            watch.is_ok_and(|mut watch| watch.step(Stage::Unsealing, Some(share)).is_ok())
        })?;
        desk.reading = Some(reading);
        desk.reply(None)
    }

    /// The key file remembers the release before the release leaves: two different ones of a wave
    /// can never exist.
    fn hand_over(&mut self, path: &Path) -> Result<Reply> {
        let desk = self.desk()?;
        let reading = desk
            .reading
            .take()
            .ok_or_else(|| Error::from(Kind::NoData))?;
        let bytes = desk.witness.release(reading)?;
        desk.save()?;
        files::write(path, &bytes)?;
        desk.saved = Some(path.to_owned());
        desk.reply(None)
    }

    /// The file is overwritten before it is removed; what the disk keeps of it opens only with the
    /// passphrase.
    fn destroy_witness(&mut self) -> Result<Reply> {
        let path = self.desk()?.path.clone();
        let length = std::fs::metadata(&path).map_or(0, |known| known.len());
        let zeros = vec![0; usize::try_from(length).unwrap_or(0)];
        files::write_private(&path, &zeros)?;
        std::fs::remove_file(&path)
            .map_err(|_| Error::from(Kind::FileUnwritable(path.display().to_string())))?;
        self.witness = None;
        Ok(Reply::Quiet)
    }
}

impl WitnessDesk {
    fn save(&mut self) -> Result<()> {
        let content = self.witness.encode()?;
        let bytes = self.vault.seal(&[(SectionKind::Main, &content)])?;
        files::write_private(&self.path, &bytes)
    }

    fn reply(&self, recovery: Option<RecoveryWords>) -> Result<Reply> {
        Ok(Reply::Witness(Arc::new(self.view(recovery)?)))
    }

    fn view(&self, recovery: Option<RecoveryWords>) -> Result<WitnessView> {
        let card = self.witness.card();
        Ok(WitnessView {
            name: card.name.clone(),
            words: words_of(&card)?,
            path: self.path.clone(),
            recovery,
            saved: self.saved.clone(),
            batch: self
                .reading
                .as_ref()
                .map(|reading| self.batch_view(reading)),
        })
    }

    fn batch_view(&self, reading: &Reading) -> BatchView {
        let plan = reading.plan();
        let label = |class: &u16| {
            let class = plan.classes.get(usize::from(*class));
            class.map_or_else(String::new, |class| class.label.clone())
        };
        let sheets = |classes: &[u16]| {
            let own = classes
                .iter()
                .filter_map(|class| reading.sessions().get(usize::from(*class)));
            own.sum()
        };
        let groups: Vec<(Vec<String>, u32)> = reading
            .groups()
            .iter()
            .map(|classes| (classes.iter().map(label).collect(), sheets(classes)))
            .collect();
        BatchView {
            company: plan.company_name.clone(),
            wave: plan.title.clone(),
            min_group: plan.policy.min_group.get(),
            merged: groups
                .iter()
                .filter(|(labels, _)| labels.len() > 1)
                .map(|(labels, _)| labels.len())
                .sum(),
            digest: blake3::Hash::from_bytes(reading.digest())
                .to_hex()
                .chars()
                .take(16)
                .collect(),
            is_released: self.witness.has_released(plan.id()),
            groups,
        }
    }
}

/// The words of a card in both spellings.
pub(super) fn words_of(card: &WitnessCard) -> Result<(String, String)> {
    let words = card.fingerprint()?;
    Ok((
        words.words(Lang::Ru).join(" "),
        words.words(Lang::En).join(" "),
    ))
}
