//! A disk in memory that remembers every call, and the states a power cut can leave it in.

use std::collections::BTreeMap;
use std::io::{Error, ErrorKind, Result};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use frontline::seal::storage::Storage;

use super::kit::Seeded;

#[derive(Debug, Clone)]
pub(crate) enum Call {
    Write(PathBuf, Vec<u8>),
    Sync(PathBuf),
    Rename(PathBuf, PathBuf),
    SyncDir,
    Remove(PathBuf),
    /// Not a call: the station has told somebody "stored", so many in all.
    Acknowledged(u32),
}

#[derive(Debug, Default)]
struct State {
    files: BTreeMap<PathBuf, Vec<u8>>,
    calls: Vec<Call>,
    /// Calls until the power goes; none for never.
    left: Option<usize>,
}

/// The disk. Clones share it.
#[derive(Debug, Clone, Default)]
pub(crate) struct LoggedDisk(Arc<Mutex<State>>);

impl LoggedDisk {
    pub(crate) fn of(files: BTreeMap<PathBuf, Vec<u8>>) -> Self {
        let disk = Self::default();
        disk.0.lock().unwrap().files = files;
        disk
    }

    pub(crate) fn calls(&self) -> Vec<Call> {
        self.0.lock().unwrap().calls.clone()
    }

    pub(crate) fn file(&self, path: &str) -> Vec<u8> {
        self.0.lock().unwrap().files[Path::new(path)].clone()
    }

    pub(crate) fn acknowledge(&self, sessions: u32) {
        self.0
            .lock()
            .unwrap()
            .calls
            .push(Call::Acknowledged(sessions));
    }

    /// Cuts the power after so many more calls.
    pub(crate) fn cut_after(&self, calls: usize) {
        self.0.lock().unwrap().left = Some(calls);
    }

    pub(crate) fn is_cut(&self) -> bool {
        self.0.lock().unwrap().left == Some(0)
    }

    fn run(&self, call: Call) -> Result<()> {
        let state = &mut *self.0.lock().unwrap();
        match &mut state.left {
            Some(0) => return Err(Error::from(ErrorKind::BrokenPipe)),
            Some(left) => *left -= 1,
            None => {}
        }
        match &call {
            Call::Write(path, bytes) => {
                state.files.insert(path.clone(), bytes.clone());
            }
            Call::Rename(from, to) => {
                let bytes = state.files.remove(from).ok_or(ErrorKind::NotFound)?;
                state.files.insert(to.clone(), bytes);
            }
            Call::Remove(path) => {
                state.files.remove(path);
            }
            Call::Sync(_) | Call::SyncDir | Call::Acknowledged(_) => {}
        }
        state.calls.push(call);
        Ok(())
    }
}

impl Storage for LoggedDisk {
    fn read(&self, path: &Path) -> Result<Vec<u8>> {
        let state = self.0.lock().unwrap();
        if state.left == Some(0) {
            return Err(Error::from(ErrorKind::BrokenPipe));
        }
        state
            .files
            .get(path)
            .cloned()
            .ok_or(ErrorKind::NotFound.into())
    }

    fn write(&self, path: &Path, bytes: &[u8]) -> Result<()> {
        self.run(Call::Write(path.to_owned(), bytes.to_vec()))
    }

    fn sync(&self, path: &Path) -> Result<()> {
        self.run(Call::Sync(path.to_owned()))
    }

    fn rename(&self, from: &Path, to: &Path) -> Result<()> {
        self.run(Call::Rename(from.to_owned(), to.to_owned()))
    }

    fn sync_dir(&self, _: &Path) -> Result<()> {
        self.run(Call::SyncDir)
    }

    fn remove(&self, path: &Path) -> Result<()> {
        self.run(Call::Remove(path.to_owned()))
    }

    fn lock(&self, _: &Path) -> Result<Box<dyn Send>> {
        Ok(Box::new(()))
    }
}

/// Sabotage: a disk whose flushes do nothing, as if the program never asked for them.
#[derive(Debug, Clone, Default)]
pub(crate) struct Unflushed(pub(crate) LoggedDisk);

impl Storage for Unflushed {
    fn read(&self, path: &Path) -> Result<Vec<u8>> {
        self.0.read(path)
    }

    fn write(&self, path: &Path, bytes: &[u8]) -> Result<()> {
        self.0.write(path, bytes)
    }

    fn sync(&self, _: &Path) -> Result<()> {
        Ok(())
    }

    fn rename(&self, from: &Path, to: &Path) -> Result<()> {
        self.0.rename(from, to)
    }

    fn sync_dir(&self, _: &Path) -> Result<()> {
        Ok(())
    }

    fn remove(&self, path: &Path) -> Result<()> {
        self.0.remove(path)
    }

    fn lock(&self, path: &Path) -> Result<Box<dyn Send>> {
        self.0.lock(path)
    }
}

/// A change of names that may not have reached the disk.
#[derive(Debug, Clone)]
enum Naming {
    Put(PathBuf, usize),
    Gone(PathBuf),
    Move(PathBuf, PathBuf, usize),
}

/// What is on the disk for certain, and what may or may not be.
#[derive(Debug, Default, Clone)]
struct Platter {
    /// Contents of each file ever made: certain, and written but not flushed.
    contents: Vec<(Vec<u8>, Option<Vec<u8>>)>,
    names: BTreeMap<PathBuf, usize>,
    certain: BTreeMap<PathBuf, usize>,
    pending: Vec<Naming>,
}

impl Platter {
    fn after(calls: &[Call]) -> Self {
        let mut platter = Self::default();
        for call in calls {
            platter.apply(call);
        }
        platter
    }

    fn apply(&mut self, call: &Call) {
        match call {
            Call::Write(path, bytes) => {
                let known = self.names.get(path).copied();
                let file = known.unwrap_or_else(|| {
                    self.contents.push((Vec::new(), None));
                    let file = self.contents.len() - 1;
                    self.names.insert(path.clone(), file);
                    self.pending.push(Naming::Put(path.clone(), file));
                    file
                });
                self.contents[file].1 = Some(bytes.clone());
            }
            Call::Sync(path) => {
                let file = self.names[path];
                if let Some(bytes) = self.contents[file].1.take() {
                    self.contents[file].0 = bytes;
                }
            }
            Call::Rename(from, to) => {
                let file = self.names.remove(from).unwrap();
                self.names.insert(to.clone(), file);
                self.pending
                    .push(Naming::Move(from.clone(), to.clone(), file));
            }
            Call::SyncDir => {
                self.certain = self.names.clone();
                self.pending.clear();
            }
            Call::Remove(path) => {
                if self.names.remove(path).is_some() {
                    self.pending.push(Naming::Gone(path.clone()));
                }
            }
            Call::Acknowledged(_) => {}
        }
    }

    /// Names if just the changes in `chosen` (a bit each) reached the disk.
    fn named(&self, chosen: usize) -> BTreeMap<PathBuf, usize> {
        let mut names = self.certain.clone();
        let reached = self.pending.iter().enumerate();
        for (_, change) in reached.filter(|(bit, _)| chosen >> bit & 1 == 1) {
            match change {
                Naming::Put(path, file) => {
                    names.insert(path.clone(), *file);
                }
                Naming::Gone(path) => {
                    names.remove(path);
                }
                Naming::Move(from, to, file) => {
                    names.remove(from);
                    names.insert(to.clone(), *file);
                }
            }
        }
        names
    }
}

const SECTOR: usize = 512;
/// How many ways an unflushed write can have gone.
const TEARS: usize = 40;

/// One of the ways: not at all, whole, cut short, or with any sectors missing.
fn torn(certain: &[u8], written: &[u8], way: usize, random: &mut Seeded) -> Vec<u8> {
    let sectors = written.len().div_ceil(SECTOR);
    match way {
        0 => certain.to_vec(),
        1 => written.to_vec(),
        2 => Vec::new(),
        3 => written[..(sectors / 2 * SECTOR).min(written.len())].to_vec(),
        4 => vec![0; written.len()],
        _ => {
            let mut bytes = vec![0; written.len()];
            for (to, from) in bytes.chunks_mut(SECTOR).zip(written.chunks(SECTOR)) {
                if random.below(2) == 0 {
                    to.copy_from_slice(from);
                }
            }
            bytes
        }
    }
}

/// All states that a power cut after these calls can leave: every subset of unflushed names, every way
/// in which unflushed bytes can be torn.
pub(crate) fn crash_states(calls: &[Call], random: &mut Seeded) -> Vec<BTreeMap<PathBuf, Vec<u8>>> {
    let platter = Platter::after(calls);
    assert!(
        platter.pending.len() < 12,
        "too many subsets to walk through"
    );
    let mut states = Vec::new();
    for chosen in 0..1_usize << platter.pending.len() {
        let names = platter.named(chosen);
        let is_open = names
            .values()
            .any(|file| platter.contents[*file].1.is_some());
        for way in 0..if is_open { TEARS } else { 1 } {
            let files = names.iter().map(|(path, file)| {
                let (certain, written) = &platter.contents[*file];
                let bytes = written
                    .as_ref()
                    .map_or_else(|| certain.clone(), |w| torn(certain, w, way, random));
                (path.clone(), bytes)
            });
            states.push(files.collect());
        }
    }
    states.dedup();
    states
}

/// How many sessions had been acknowledged.
pub(crate) fn acknowledged(calls: &[Call]) -> u32 {
    let told = calls.iter().filter_map(|call| match call {
        Call::Acknowledged(sessions) => Some(*sessions),
        Call::Write(..) | Call::Sync(_) | Call::Rename(..) | Call::SyncDir | Call::Remove(_) => {
            None
        }
    });
    told.max().unwrap_or(0)
}
