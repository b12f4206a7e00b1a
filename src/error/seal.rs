//! Why a key, a code, or a sealed file was refused.

use super::{Error, Kind, PlanFault};

/// Why a key, a code, or a sealed file was refused. Nothing secret stands in a variant.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum SealFault {
    /// The system gave no randomness.
    NoRandomness,
    /// The memory that a passphrase or code costs is not there.
    NotEnoughMemory,
    /// The file is of another kind.
    OtherKind,
    /// The file was written by a newer program; its version.
    NewerFormat(u16),
    /// The file breaks off, was altered, or breaks a rule of its format.
    Damaged,
    /// The file, or a part of it, is larger than its kind may be.
    TooLarge,
    /// A signature is not by the key that should have made it.
    SignatureWrong,
    /// A passphrase or code would be too cheap to guess.
    WeakCost,
    /// A public key that must not be used.
    KeyRefused,
    /// It cannot be opened with this key.
    CannotOpen,
    /// A code was misread: a wrong letter, or letters swapped.
    CodeMisread,
    /// A code of another station, wave, or nobody.
    CodeUnknown,
    /// The code was used before.
    CodeSpent,
    /// The exit password is wrong.
    ExitRefused,
    /// A wave cannot be made like this; what is wrong with it.
    Plan(PlanFault),
    /// The pack, bundle, or release belongs to another wave or station.
    OtherWave,
    /// Not open on this day.
    NotOpen,
    /// The sheet does not fit the questionnaire.
    SheetUnfit,
    /// A comment is longer than its record; the most bytes.
    CommentTooLong(usize),
    /// Another window runs this station.
    StationInUse,
    /// The system refused to store the answers; nothing was acknowledged.
    NotStored(String),
    /// Fewer new answers than a bundle must hold; how many are needed.
    TooFewNew(u32),
    /// A station delivers more answers than it had codes, or counts that disagree; its name.
    CountsDisagree(String),
    /// All classes together have fewer answers than may be shown.
    TooFewAnswers,
    /// The witness released this wave before, with other answers.
    ReleasedBefore,
    /// This witness has no part in the wave.
    NotTheWitness,
    /// Not everything that is promised of a file holds.
    NotAsPromised,
}

impl From<SealFault> for Error {
    fn from(fault: SealFault) -> Self {
        Kind::Seal(fault).into()
    }
}

impl From<PlanFault> for Error {
    fn from(fault: PlanFault) -> Self {
        SealFault::Plan(fault).into()
    }
}
