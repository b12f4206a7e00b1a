//! What the prints are made of: owned words and domain values, nothing secret but the codes of a
//! [`SlipSheet`] and the words of a [`RecoverySheet`], whose `Debug` is silent about them.

use std::fmt;

use crate::domain::{Date, Lang, MinGroup, Questionnaire};

/// In which languages a sheet is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Langs {
    /// One language.
    One(Lang),
    /// Russian and English: side by side on slips, one sheet after the other elsewhere.
    Both,
}

impl Langs {
    /// The languages in order.
    #[must_use]
    pub const fn list(self) -> &'static [Lang] {
        match self {
            Self::One(Lang::Ru) => &[Lang::Ru],
            Self::One(Lang::En) => &[Lang::En],
            Self::Both => &Lang::ALL,
        }
    }
}

/// Who has to act together before an answer can be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Protection {
    /// Level 1: HR's key alone.
    OneKey,
    /// Level 2: HR's key and a witness's key; the names of the witnesses, one or two.
    TwoKeys(Vec<String>),
}

impl Protection {
    /// The number of the level, 1 or 2.
    #[must_use]
    pub const fn level(&self) -> u8 {
        match self {
            Self::OneKey => 1,
            Self::TwoKeys(_) => 2,
        }
    }
}

/// What all prints of a wave say alike.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrintedWave {
    /// The company's name.
    pub company: String,
    /// The title that the staff see: «Опрос осени 2026».
    pub title: String,
    /// The last day on which answers are taken.
    pub closes: Date,
    /// The smallest number of answers that is shown.
    pub min_group: MinGroup,
    /// The smallest number of people invited in a class; classes are merged until they have it.
    pub min_invited: u32,
    /// Who opens the answers.
    pub protection: Protection,
}

/// The six words of a pack's fingerprint, in both spellings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SixWords {
    /// Russian spelling.
    pub ru: [String; 6],
    /// English spelling.
    pub en: [String; 6],
}

impl SixWords {
    /// The words in a language.
    #[must_use]
    pub const fn get(&self, lang: Lang) -> &[String; 6] {
        match lang {
            Lang::Ru => &self.ru,
            Lang::En => &self.en,
        }
    }

    /// The words on one line.
    pub(super) fn joined(&self, lang: Lang) -> String {
        self.get(lang).join(" · ")
    }
}

/// A station: the computer on which people answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrintedStation {
    /// Its name: «Садовая, комната отдыха».
    pub name: String,
    /// The fingerprint of its pack.
    pub words: SixWords,
}

/// The slips of one box: one class at one station. The class is not among the fields on purpose; a
/// slip must not say more of a person than the station does.
#[derive(Clone, PartialEq, Eq)]
pub struct SlipSheet {
    /// The wave.
    pub wave: PrintedWave,
    /// Where the codes work.
    pub station: PrintedStation,
    /// The codes, `ABCD-EFGH-JKMN`, shuffled by the caller: they are printed in this order.
    pub codes: Vec<String>,
}

impl fmt::Debug for SlipSheet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SlipSheet")
            .field("wave", &self.wave)
            .field("station", &self.station)
            .field("codes", &self.codes.len())
            .finish()
    }
}

/// The sheet that lies on a box of slips and names its class.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BoxCover {
    /// The wave.
    pub wave: PrintedWave,
    /// The class whose people draw from this box.
    pub class: String,
    /// How many people are invited.
    pub invited: u32,
    /// Slips per station.
    pub stations: Vec<(String, u32)>,
}

/// The poster beside a station.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Poster {
    /// The wave.
    pub wave: PrintedWave,
    /// The station that the poster hangs beside.
    pub station: PrintedStation,
    /// Minutes that answering takes.
    pub minutes: u32,
}

/// The questionnaire on paper, the same for everybody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaperForm {
    /// The wave.
    pub wave: PrintedWave,
    /// What is asked.
    pub questionnaire: Questionnaire,
}

/// Whose file a recovery sheet opens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Holder {
    /// HR's workspace.
    Workspace,
    /// The file of a witness, by name.
    Witness(String),
}

/// The sheet that opens a file when its passphrase is lost.
#[derive(Clone, PartialEq, Eq)]
pub struct RecoverySheet {
    /// The company's name.
    pub company: String,
    /// The file that it opens, without its folder.
    pub file_name: String,
    /// Whose file it is.
    pub holder: Holder,
    /// The 24 words in order.
    pub words: Vec<String>,
}

impl fmt::Debug for RecoverySheet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RecoverySheet")
            .field("company", &self.company)
            .field("file_name", &self.file_name)
            .field("holder", &self.holder)
            .finish_non_exhaustive()
    }
}
