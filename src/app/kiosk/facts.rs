//! What the kiosk shows and what it can ask for. Data only.

use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;

use super::{Draft, SecretText};
use crate::domain::{Date, Lang, Questionnaire};
use crate::error::Error;

/// Something in a comment that points at a person.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    /// A word of the staff list, as it was typed.
    Name(String),
    /// A phone number.
    Phone,
    /// An e-mail address or the name of an account.
    Address,
}

/// From a text to what in it points at a person.
type Check = dyn Fn(&str) -> Vec<Mark> + Send + Sync;

/// Finds what in a comment points at a person. Looks only here; nothing is kept or forbidden.
#[derive(Clone)]
pub struct CommentCheck(Arc<Check>);

impl CommentCheck {
    /// A check.
    #[must_use]
    pub fn new(check: impl Fn(&str) -> Vec<Mark> + Send + Sync + 'static) -> Self {
        Self(Arc::new(check))
    }

    /// What points at a person, each once.
    #[must_use]
    pub fn marks(&self, text: &str) -> Vec<Mark> {
        (self.0)(text)
    }
}

impl fmt::Debug for CommentCheck {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("CommentCheck")
    }
}

/// Everything about the survey that an employee may know before answering.
#[derive(Debug, Clone)]
pub struct KioskFacts {
    /// The company.
    pub company: String,
    /// The survey, as HR called it.
    pub wave: String,
    /// This computer, as HR called it.
    pub station: String,
    /// What is asked.
    pub questionnaire: Arc<Questionnaire>,
    /// The six words of the pack's fingerprint, Russian.
    pub words_ru: Vec<String>,
    /// The same in English.
    pub words_en: Vec<String>,
    /// Who holds a second key; nobody at protection level 1.
    pub witnesses: Vec<String>,
    /// Fewest answers that are shown together.
    pub min_group: u32,
    /// First day.
    pub opens: Option<Date>,
    /// Last day.
    pub closes: Option<Date>,
    /// The check of comments against the staff list.
    pub comments: CommentCheck,
}

impl KioskFacts {
    /// The words of the fingerprint in a language.
    #[must_use]
    pub fn words(&self, lang: Lang) -> &[String] {
        match lang {
            Lang::Ru => &self.words_ru,
            Lang::En => &self.words_en,
        }
    }
}

/// The reporting group of a code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClassFacts {
    /// Its name.
    pub label: String,
    /// How many people were invited in it.
    pub people: u32,
}

/// Why a code was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CodeRefusal {
    /// The check character does not fit; the group of four with the slip, from 1, where it is known.
    Mistyped(Option<u8>),
    /// Somebody answered with it already.
    Spent,
    /// It is of another computer or of another survey.
    Foreign,
    /// The survey is not open today.
    NotToday,
    /// The computer could not check it; it is still good.
    NotChecked,
}

/// Is the survey open today?
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayCheck {
    /// It is.
    Open,
    /// It opens on this day.
    Before(Date),
    /// This was its last day.
    After(Date),
}

/// What a record is about; positions in the questionnaire.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RecordAbout {
    /// The rated items of a dimension.
    Dimension(usize),
    /// One item that stands alone.
    Item(usize),
    /// The dimensions in three bands, for the whole company and of no group.
    Company,
    /// A comment.
    Comment(usize),
}

/// One record exactly as it will be sealed.
#[derive(Debug)]
pub struct RecordView {
    /// What it is about.
    pub about: RecordAbout,
    /// The answers in it; none is “no answer”. In the company view 0, 1, 2 are low, middle, high.
    pub values: Vec<Option<u8>>,
    /// The comment in it.
    pub comment: SecretText,
    /// Bytes before sealing, the same for everybody.
    pub plain_bytes: usize,
    /// Bytes in the station file, the same for everybody.
    pub stored_bytes: usize,
}

/// The number of a visit; answers to an earlier visit are dropped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, PartialOrd, Ord)]
pub struct Session(pub u64);

/// How many sheets lie in the station, in steps, since the exact number at a moment says who.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stored {
    /// At least this many; 0 below the first step.
    pub at_least: u32,
    /// The step: fewer than `at_least + step`.
    pub step: u32,
}

impl Stored {
    /// Rounds a count down to its step.
    #[must_use]
    pub fn rounded(sheets: u32, step: u32) -> Self {
        let step = step.max(1);
        Self {
            at_least: sheets / step * step,
            step,
        }
    }
}

/// What the screens ask for.
#[derive(Debug)]
pub enum Request {
    /// Is the survey open today?
    Day,
    /// Is this code good? It is overwritten after the look.
    CheckCode(Session, SecretText),
    /// Which records would be made of this sheet?
    Preview(Session, Draft),
    /// Seal and store.
    Seal(Session, Draft),
    /// The visit is over: forget the code.
    Forget,
    /// Is this the exit password?
    CheckExit(SecretText),
    /// How many sheets are stored, in steps?
    Count,
    /// Write a bundle into this folder.
    Export(PathBuf),
}

/// What the desk answers.
#[derive(Debug)]
pub enum Event {
    /// The station is open.
    Opened(Box<KioskFacts>, DayCheck),
    /// The station could not be opened.
    NotOpened(Error),
    /// The day was looked at.
    Day(DayCheck),
    /// The code is good.
    CodeTaken(Session, ClassFacts),
    /// The code is not.
    CodeRefused(Session, CodeRefusal),
    /// The records as they would be sealed.
    Previewed(Session, Vec<RecordView>),
    /// The sheet lies in the station file, and the code is spent.
    Sealed(Session),
    /// Nothing was stored, and the code is still good.
    NotSealed(Session, Error),
    /// Was it the exit password?
    ExitChecked(bool),
    /// The count.
    Counted(Stored),
    /// The bundle lies here.
    Exported(PathBuf),
    /// The bundle could not be written.
    NotExported(Error),
    /// The desk failed; nothing was stored.
    Broken,
}
