//! Own collection as screens see it: the design of a wave, its stations, witnesses and where the
//! sealed answers are; and what the witness sees.

use std::path::PathBuf;

use crate::disclosure::{PoolFault, Published};
use crate::domain::{Date, Lang, SheetClass, StationDesign, WaveCode, WaveDesign};
use crate::error::Error;
use crate::seal::container::{Passphrase, RecoveryWords};

/// The collection of a wave.
#[derive(Debug, Clone, PartialEq)]
pub struct Collection {
    /// What HR decided, or may still decide.
    pub design: WaveDesign,
    /// The classes that the design makes, in the order of its pools.
    pub classes: Vec<SheetClass>,
    /// Why the design cannot open yet.
    pub fault: Option<PoolFault>,
    /// Did branches pool as in the wave before; none where there is none before.
    pub is_as_before: Option<bool>,
    /// Stations in the order of the design.
    pub stations: Vec<Station>,
    /// Witnesses whose cards were taken.
    pub witnesses: Vec<WitnessInfo>,
    /// Where the sealed answers are.
    pub answers: SealedState,
    /// The day on which sealed records and the wave key are destroyed.
    pub destroy_on: Option<Date>,
}

/// Where the sealed answers of a wave are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SealedState {
    /// Nothing was collected yet.
    None,
    /// Collecting, or closed and not opened yet.
    Sealed,
    /// Closed; the witness has to release them.
    AwaitsRelease,
    /// Opened into results; the records are still kept.
    Opened,
    /// Opened, and the records and the key destroyed.
    Destroyed,
}

/// A station with its counts.
#[derive(Debug, Clone, PartialEq)]
pub struct Station {
    /// Name and branches.
    pub design: StationDesign,
    /// People who are invited there.
    pub invited: u32,
    /// Codes made; none before they are.
    pub issued: Option<u32>,
    /// Sheets that have come in, or why that is not said.
    pub returned: Published<()>,
    /// Codes not used by the last bundle; said where `returned` is.
    pub unused: Option<u32>,
    /// The six fingerprint words of its pack, Russian and English.
    pub words: Option<(String, String)>,
}

/// A witness, by card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WitnessInfo {
    /// Name on the card.
    pub name: String,
    /// The fingerprint words of the card, Russian and English.
    pub words: (String, String),
}

/// A change of a draft's design.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DesignChange {
    /// Collect with the program: the proposed design.
    Propose,
    /// The design as HR has changed it.
    Set(WaveDesign),
    /// Take a witness's card from a file.
    AddWitness(PathBuf),
    /// Give a witness up, by position.
    RemoveWitness(usize),
    /// Do not collect with the program: answers will be imported.
    Drop,
}

/// Codes to make for stations of an open wave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodesRequest {
    /// The wave.
    pub wave: WaveCode,
    /// Names of the stations; empty for all that have none yet.
    pub stations: Vec<String>,
    /// Folder that gets a folder per station: pack, slips, poster, paper form.
    pub folder: PathBuf,
    /// What lets the operator leave the kiosk.
    pub exit_password: Passphrase,
    /// Languages of slips and posters; both where none is named.
    pub langs: Vec<Lang>,
}

/// What became of one file of a merge.
#[derive(Debug, Clone, PartialEq)]
pub struct MergedFile {
    /// Name of the file.
    pub file: String,
    /// Its station and how many new sheets it brought, or why it was refused whole.
    pub outcome: Result<(String, u32), Error>,
}

/// What the witness has open: the own key and, once one was read, a batch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WitnessView {
    /// Name on the card.
    pub name: String,
    /// The fingerprint words of the card, Russian and English.
    pub words: (String, String),
    /// The key file.
    pub path: PathBuf,
    /// The recovery words, right after the key was made.
    pub recovery: Option<RecoveryWords>,
    /// The batch that was read last.
    pub batch: Option<BatchView>,
    /// The file that was written last: the card or a release.
    pub saved: Option<PathBuf>,
}

/// What the witness sees of a batch: counts, never an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BatchView {
    /// Name of the company.
    pub company: String,
    /// Title of the wave.
    pub wave: String,
    /// Smallest group.
    pub min_group: u32,
    /// Per group of classes that will be released together: labels and sheets.
    pub groups: Vec<(Vec<String>, u32)>,
    /// Classes with too few sheets that were merged.
    pub merged: usize,
    /// The first characters of the batch's fingerprint: two witnesses compare them.
    pub digest: String,
    /// Was this wave released before?
    pub is_released: bool,
}

/// Sealed records and the wave key are destroyed so many days after the last day of collection.
pub const DAYS_KEPT: i64 = 60;

/// What the verification of a file found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified {
    /// Name of the file.
    pub file: String,
    /// Fluent key of its kind.
    pub kind: &'static str,
    /// Does every statement hold?
    pub holds: bool,
    /// Fluent key of each statement, and whether it holds.
    pub statements: Vec<(&'static str, bool)>,
    /// Fluent key of each figure, and the figure.
    pub figures: Vec<(&'static str, u64)>,
}

impl Verified {
    /// Is it a sealed file whose signature could not be checked, since no pack lay beside it?
    #[must_use]
    pub fn needs_pack(&self) -> bool {
        let is_sealed = matches!(self.kind, "verify-kind-bundle" | "verify-kind-release");
        is_sealed
            && self
                .statements
                .iter()
                .all(|(key, _)| *key != "verify-signed")
    }
}
