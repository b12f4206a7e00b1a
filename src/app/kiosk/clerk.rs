//! One request after another, here and now: what the desk's thread does, and tests without a thread.

use std::path::{Path, PathBuf};

use super::{
    ClassFacts, CodeRefusal, DayCheck, Draft, Event, KioskFacts, RecordView, Request, Stored,
};
use crate::app::Surroundings;
use crate::error::Result;

/// What collects: the station file, or a stand-in in tests.
pub trait Collector: Send {
    /// What may be known about the survey.
    fn facts(&self) -> KioskFacts;

    /// Looks at a code and keeps its right to answer until [`Self::seal`] or [`Self::forget`].
    ///
    /// # Errors
    /// When it gives no right to answer, with the reason.
    fn check_code(&mut self, code: &str) -> std::result::Result<ClassFacts, CodeRefusal>;

    /// The records that would be made of this sheet.
    fn preview(&self, draft: &Draft) -> Vec<RecordView>;

    /// Seals, stores, and spends the code, all or nothing.
    ///
    /// # Errors
    /// When nothing was stored; the code is still good then.
    fn seal(&mut self, draft: &Draft) -> Result<()>;

    /// Forgets the code that was looked at.
    fn forget(&mut self);

    /// Is this the exit password?
    fn is_exit_password(&self, password: &str) -> bool;

    /// How many sheets are stored, in steps.
    fn stored(&self) -> Stored;

    /// Writes a bundle into a folder.
    ///
    /// # Errors
    /// When it may not be exported yet, or cannot be written.
    fn export(&mut self, folder: &Path) -> Result<PathBuf>;
}

/// Whoever answers requests over a station.
pub struct Clerk {
    collector: Box<dyn Collector>,
    surroundings: Surroundings,
}

impl Clerk {
    /// A clerk over what collects.
    #[must_use]
    pub fn new(collector: Box<dyn Collector>, surroundings: Surroundings) -> Self {
        Self {
            collector,
            surroundings,
        }
    }

    /// The first thing the screens hear.
    #[must_use]
    pub fn greeting(&self) -> Event {
        let facts = self.collector.facts();
        let day = self.day(&facts);
        Event::Opened(Box::new(facts), day)
    }

    /// Answers one request; none where nobody waits for an answer.
    pub fn answer(&mut self, request: Request) -> Option<Event> {
        let event = match request {
            Request::Day => Event::Day(self.day(&self.collector.facts())),
            Request::CheckCode(session, code) => match self.collector.check_code(code.as_str()) {
                Ok(class) => Event::CodeTaken(session, class),
                Err(refusal) => Event::CodeRefused(session, refusal),
            },
            Request::Preview(session, draft) => {
                Event::Previewed(session, self.collector.preview(&draft))
            }
            Request::Seal(session, draft) => match self.collector.seal(&draft) {
                Ok(()) => Event::Sealed(session),
                Err(error) => Event::NotSealed(session, error),
            },
            Request::Forget => {
                self.collector.forget();
                super::scrub_freed_memory();
                return None;
            }
            Request::CheckExit(password) => {
                Event::ExitChecked(self.collector.is_exit_password(password.as_str()))
            }
            Request::Count => Event::Counted(self.collector.stored()),
            Request::Export(folder) => match self.collector.export(&folder) {
                Ok(path) => Event::Exported(path),
                Err(error) => Event::NotExported(error),
            },
        };
        Some(event)
    }

    fn day(&self, facts: &KioskFacts) -> DayCheck {
        let today = self.surroundings.today();
        match (facts.opens, facts.closes) {
            (Some(opens), _) if today < opens => DayCheck::Before(opens),
            (_, Some(closes)) if today > closes => DayCheck::After(closes),
            (Some(_) | None, Some(_) | None) => DayCheck::Open,
        }
    }
}
