//! A station at work: checks codes, stores sealed sheets, exports bundles. What it has acknowledged
//! survives a power cut; a code is spent and its records are there in the same instant.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use super::bundle;
use super::code::{Argon2idHash, Code, CodeHash, Verifier};
use super::pack::{Pack, PackFile};
use super::record::Sealer;
use super::secret::Entropy;
use super::sheet::SheetAnswers;
use super::station_file::StationFile;
use super::storage::{Disk, Storage};
use crate::domain::Date;
use crate::error::{Error, Kind, Result, SealFault};

/// The right to store one sheet: a code that was checked and is not spent.
pub struct Ticket {
    place: usize,
    class: u16,
    verifier: Verifier,
}

impl Ticket {
    /// The class that the sheet counts in, for "what is stored about me".
    #[must_use]
    pub const fn class(&self) -> u16 {
        self.class
    }
}

impl fmt::Debug for Ticket {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Ticket(class {}, …)", self.class)
    }
}

/// How many codes of a class there are and were used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ClassCount {
    /// The class's position in the plan.
    pub class: u16,
    /// Codes issued.
    pub issued: u32,
    /// Codes not used.
    pub unspent: u32,
}

/// A station file that is open for collecting; no other window can open it.
pub struct Station<S: Storage = Disk> {
    storage: S,
    path: PathBuf,
    file: StationFile,
    hash: Box<dyn CodeHash + Send>,
    _lock: Box<dyn Send>,
}

impl<S: Storage> fmt::Debug for Station<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Station({})", self.path.display())
    }
}

impl<S: Storage> Station<S> {
    /// Makes a station file of a pack file; an existing one is never replaced.
    ///
    /// # Errors
    /// When there is a file already, or it cannot be stored.
    pub fn create(storage: S, path: &Path, pack: &PackFile) -> Result<Self> {
        let lock = lock(&storage, path)?;
        match storage.read(path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            _ => return Err(Kind::FileUnwritable(path.display().to_string()).into()),
        }
        let mut station = Self {
            storage,
            path: path.to_owned(),
            file: StationFile::fresh(pack),
            hash: Box::new(Argon2idHash),
            _lock: lock,
        };
        let bytes = station.file.encode()?;
        station.put(&bytes)?;
        Ok(station)
    }

    /// Opens a station file and removes what a power cut left beside it.
    ///
    /// # Errors
    /// When it is not there, damaged, or another window has it.
    pub fn open(storage: S, path: &Path) -> Result<Self> {
        let lock = lock(&storage, path)?;
        let file = load(&storage, path)?;
        storage.remove(&temporary(path)).map_err(not_stored)?;
        Ok(Self {
            storage,
            path: path.to_owned(),
            file,
            hash: Box::new(Argon2idHash),
            _lock: lock,
        })
    }

    /// The same station with another way to check codes: for tests, where Argon2id takes too long.
    #[must_use]
    pub fn with_hash(mut self, hash: Box<dyn CodeHash + Send>) -> Self {
        self.hash = hash;
        self
    }

    /// The pack.
    #[must_use]
    pub const fn pack(&self) -> &Pack {
        &self.file.pack
    }

    /// How many have answered.
    #[must_use]
    pub fn sessions(&self) -> u32 {
        self.file.sessions()
    }

    /// Codes issued and unused, per class.
    #[must_use]
    pub fn counts(&self) -> Vec<ClassCount> {
        let classes = self.file.pack.parts().classes.iter();
        let counts = classes
            .zip(&self.file.unspent)
            .map(|(class, left)| ClassCount {
                class: class.class,
                issued: class.issued(),
                unspent: u32::try_from(left.len()).unwrap_or(u32::MAX),
            });
        counts.collect()
    }

    /// Checks a code on a day. Takes as long as Argon2id does, so not on the drawing thread.
    ///
    /// # Errors
    /// [`SealFault::NotOpen`], [`SealFault::CodeSpent`], [`SealFault::CodeUnknown`].
    pub fn check_code(&self, code: &Code, today: Date) -> Result<Ticket> {
        let policy = &self.file.pack.plan().policy;
        if !(policy.opens..=policy.closes).contains(&today) {
            return Err(SealFault::NotOpen.into());
        }
        let verifier = self.file.pack.checking(&*self.hash).code(code)?;
        let classes = &self.file.pack.parts().classes;
        let found = classes
            .iter()
            .position(|class| class.verifiers.contains(&verifier));
        let place = found.ok_or(SealFault::CodeUnknown)?;
        let is_left = self.file.unspent.get(place);
        if !is_left.is_some_and(|left| left.contains(&verifier)) {
            return Err(SealFault::CodeSpent.into());
        }
        Ok(Ticket {
            place,
            class: classes[place].class,
            verifier,
        })
    }

    /// Seals a sheet and stores it. Only when this returns `Ok` may "stored" be shown.
    ///
    /// # Errors
    /// [`SealFault::NotStored`] when the disk refuses, [`SealFault::CodeSpent`] when the ticket was
    /// used, [`SealFault::SheetUnfit`]. After `NotStored` the same ticket may be tried again.
    pub fn commit(
        &mut self,
        ticket: &Ticket,
        sheet: &SheetAnswers,
        entropy: &mut dyn Entropy,
    ) -> Result<()> {
        let plan = self.file.pack.plan();
        let records = sheet.records(&plan.layout)?;
        let sealer = Sealer {
            plan,
            pack: self.file.pack.hash(),
        };
        let sealed = sealer.sheet(ticket.class, &records, entropy)?;
        let next = self.file.after(ticket.place, &ticket.verifier, &sealed)?;
        self.replace(next.ok_or(SealFault::CodeSpent)?)
    }

    /// The bundle for HR. Before the last day is over it must hold nothing new, or as many new
    /// answers as may be shown together, so that two bundles never single out a few people.
    ///
    /// # Errors
    /// [`SealFault::TooFewNew`], or when the count cannot be stored.
    pub fn export_bundle(&mut self, today: Date) -> Result<Vec<u8>> {
        let policy = &self.file.pack.plan().policy;
        let needed = policy.min_group.get();
        let sessions = self.sessions();
        let added = sessions - self.file.exported;
        let is_over = today > policy.closes;
        let is_again = added == 0 && sessions > 0;
        if !is_over && !is_again && added < needed {
            return Err(SealFault::TooFewNew(needed - added).into());
        }
        let bytes = bundle::seal(&self.file)?;
        if added > 0 {
            let next = self.file.after_export();
            self.replace(next)?;
        }
        Ok(bytes)
    }

    fn replace(&mut self, next: StationFile) -> Result<()> {
        let bytes = next.encode()?;
        match self.put(&bytes) {
            Ok(()) => {
                self.file = next;
                Ok(())
            }
            Err(error) => {
                // Whatever the disk holds now is the truth; nothing was acknowledged.
                if let Ok(found) = load(&self.storage, &self.path) {
                    self.file = found;
                }
                Err(error)
            }
        }
    }

    /// Temporary file, its bytes durable, renamed, the name durable: in this order.
    fn put(&mut self, bytes: &[u8]) -> Result<()> {
        let temporary = temporary(&self.path);
        let dir = match self.path.parent() {
            Some(dir) if !dir.as_os_str().is_empty() => dir,
            _ => Path::new("."),
        };
        let storage = &self.storage;
        storage
            .write(&temporary, bytes)
            .and_then(|()| storage.sync(&temporary))
            .and_then(|()| storage.rename(&temporary, &self.path))
            .and_then(|()| storage.sync_dir(dir))
            .map_err(not_stored)
    }
}

fn load<S: Storage>(storage: &S, path: &Path) -> Result<StationFile> {
    let bytes = storage.read(path).map_err(|error| {
        let name = path.display().to_string();
        Error::from(if error.kind() == io::ErrorKind::NotFound {
            Kind::FileMissing(name)
        } else {
            Kind::FileUnreadable(name)
        })
    })?;
    StationFile::decode(&bytes)
}

fn lock<S: Storage>(storage: &S, path: &Path) -> Result<Box<dyn Send>> {
    storage.lock(&beside(path, "lock")).map_err(|error| {
        if error.kind() == io::ErrorKind::WouldBlock {
            SealFault::StationInUse.into()
        } else {
            not_stored(error)
        }
    })
}

fn temporary(path: &Path) -> PathBuf {
    beside(path, "tmp")
}

fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    name.into()
}

#[expect(clippy::needless_pass_by_value, reason = "map_err hands it over")]
fn not_stored(error: io::Error) -> Error {
    SealFault::NotStored(error.kind().to_string()).into()
}
