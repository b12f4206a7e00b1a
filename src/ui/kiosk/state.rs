//! The kiosk as a whole: which page is shown, what is asked of the desk, and when everything of a
//! visit is thrown away.

use std::path::PathBuf;

use egui::Ui;

use super::exit::ExitDialog;
use super::idle::Idle;
use super::paper::PaperStep;
use super::visit::{CodeState, Sealing, Visit};
use super::{keys, wipe};
use crate::app::kiosk::{
    CodeRefusal, DayCheck, Draft, Event, KioskFacts, Request, SecretText, Session, Stored,
    scrub_freed_memory,
};
use crate::domain::{ItemKind, Lang};
use crate::error::Error;

/// A page of the kiosk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    /// The station is being opened.
    Opening,
    /// The station could not be opened.
    Broken,
    /// The survey is not open today.
    Closed,
    /// Choose a language.
    Start,
    /// What happens to my answers.
    Trust,
    /// The code of the slip.
    Code,
    /// The question at this position.
    Question(usize),
    /// All answers.
    Review,
    /// What is stored about me.
    Stored,
    /// Sealed, thank you.
    Thanks,
    /// For whoever looks after the computer, after the exit password.
    Operator,
    /// A paper form is being typed in, by the same person.
    Paper(PaperStep),
}

/// What the kiosk wants of its window.
#[derive(Debug)]
pub enum Wish {
    /// Ask the desk.
    Ask(Request),
    /// Let the user choose a folder for the bundle.
    PickFolder,
    /// End the kiosk.
    Close,
}

/// What an export came to.
#[derive(Debug, Default)]
pub(super) enum Exporting {
    /// Nothing was asked.
    #[default]
    Not,
    /// On its way.
    Running,
    /// The file lies here.
    Done(PathBuf),
    /// It could not be written.
    Failed(Error),
}

/// The kiosk.
pub struct Kiosk {
    pub(super) lang: Lang,
    /// The language of the first page, which every visit starts with.
    first_lang: Lang,
    pub(super) page: Page,
    /// The page that “what is stored about me” goes back to.
    pub(super) back_to: Page,
    pub(super) facts: Option<KioskFacts>,
    pub(super) failure: Option<Error>,
    pub(super) day: DayCheck,
    pub(super) visit: Visit,
    pub(super) exit: Option<ExitDialog>,
    pub(super) stored: Option<Stored>,
    pub(super) exporting: Exporting,
    pub(super) idle: Idle,
    wishes: Vec<Wish>,
    wipe_due: bool,
    /// Frames after a wipe in which the toolkit still gives back what it drew.
    scrubs_due: u8,
    shown: Option<Page>,
    /// Pages shown so far, so that a control knows a page that comes back from one that stayed.
    pub(super) turned: u64,
}

impl Kiosk {
    /// A kiosk that waits for its station.
    #[must_use]
    pub fn new(lang: Lang) -> Self {
        Self {
            lang,
            first_lang: lang,
            page: Page::Opening,
            back_to: Page::Start,
            facts: None,
            failure: None,
            day: DayCheck::Open,
            visit: Visit::new(Session::default(), None),
            exit: None,
            stored: None,
            exporting: Exporting::Not,
            idle: Idle::default(),
            wishes: Vec::new(),
            wipe_due: false,
            scrubs_due: 0,
            shown: None,
            turned: 0,
        }
    }

    /// The page on show.
    #[must_use]
    pub fn page(&self) -> Page {
        self.page
    }

    /// The language on show.
    #[must_use]
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// Is the operator's page open, so that the window may behave like any other?
    #[must_use]
    pub fn is_operator(&self) -> bool {
        self.page == Page::Operator
    }

    /// May the window be closed without the password? Only where there is no station to guard.
    #[must_use]
    pub fn is_free_to_close(&self) -> bool {
        matches!(self.page, Page::Broken | Page::Opening) || self.is_operator()
    }

    /// Draws a frame and gives back what is wanted of the window.
    pub fn ui(&mut self, ui: &mut Ui) -> Vec<Wish> {
        if std::mem::take(&mut self.wipe_due) {
            wipe::forget(ui.ctx());
            self.scrubs_due = wipe::SCRUBS;
        } else if let Some(left) = self.scrubs_due.checked_sub(1) {
            scrub_freed_memory();
            self.scrubs_due = left;
        }
        keys::bar_clipboard(ui);
        self.watch(ui);
        self.turn_the_page(ui);
        self.frame_ui(ui);
        keys::drop_outgoing(ui);
        if self.wipe_due || self.scrubs_due > 0 {
            ui.ctx().request_repaint();
        }
        std::mem::take(&mut self.wishes)
    }

    /// Takes in what the desk says.
    pub fn on_event(&mut self, event: Event) {
        match event {
            Event::Opened(facts, day) => self.opened(*facts, day),
            Event::NotOpened(error) => self.broken(Some(error)),
            Event::Broken => self.stumbled(),
            Event::Day(day) => self.on_day(day),
            Event::CodeTaken(session, class) if session == self.visit.session => {
                self.visit.code.clear();
                self.visit.code_state = CodeState::Typing;
                self.visit.class = Some(class);
                self.go(if self.visit.paper.is_some() {
                    Page::Paper(PaperStep::First)
                } else {
                    Page::Question(0)
                });
            }
            Event::CodeRefused(session, refusal) if session == self.visit.session => {
                self.visit.code_state = CodeState::Refused(refusal);
            }
            Event::Previewed(session, records) if session == self.visit.session => {
                self.visit.records = Some(records);
            }
            Event::Sealed(session) if session == self.visit.session => self.sealed(),
            Event::NotSealed(session, error) if session == self.visit.session => {
                self.visit.sealing = Sealing::Failed;
                self.failure = Some(error);
            }
            // A visit that is over hears nothing.
            Event::CodeTaken(..)
            | Event::CodeRefused(..)
            | Event::Previewed(..)
            | Event::Sealed(_)
            | Event::NotSealed(..) => {}
            Event::ExitChecked(is_right) => self.on_exit(is_right),
            Event::Counted(stored) => self.stored = Some(stored),
            Event::Exported(path) => self.exporting = Exporting::Done(path),
            Event::NotExported(error) => self.exporting = Exporting::Failed(error),
        }
    }

    /// Takes in the folder that was chosen for the bundle.
    pub fn on_folder(&mut self, folder: PathBuf) {
        if self.is_operator() {
            self.exporting = Exporting::Running;
            self.ask(Request::Export(folder));
        }
    }

    /// Asks the desk.
    pub(super) fn ask(&mut self, request: Request) {
        self.wishes.push(Wish::Ask(request));
    }

    /// Wants something of the window.
    pub(super) fn wish(&mut self, wish: Wish) {
        self.wishes.push(wish);
    }

    /// Shows another page.
    pub(super) fn go(&mut self, page: Page) {
        self.page = page;
        self.visit.is_answer_missing = false;
        self.visit.one_at = None;
        self.visit.shows_limits = false;
    }

    /// Ends the visit: everything of it is thrown away, and the first page waits for the next person.
    pub(super) fn leave(&mut self) {
        self.start_over();
        self.exit = None;
        self.stored = None;
        self.exporting = Exporting::Not;
        self.lang = self.first_lang;
        self.back_to = Page::Start;
        self.go(Page::Start);
        self.ask(Request::Day);
        self.on_day(self.day);
    }

    /// Throws everything of the visit away and begins another, which hears nothing of the last one.
    pub(super) fn start_over(&mut self) {
        let session = Session(self.visit.session.0 + 1);
        let questionnaire = self.facts.as_ref().map(|facts| &*facts.questionnaire);
        self.visit = Visit::new(session, questionnaire);
        self.failure = None;
        self.wipe_due = true;
        self.ask(Request::Forget);
    }

    /// Opens the operator's page with nothing of a visit left.
    pub(super) fn show_operator(&mut self) {
        let lang = self.lang;
        self.leave();
        self.lang = lang;
        self.page = Page::Operator;
        self.ask(Request::Count);
    }

    /// Chooses the language of the rest of the visit; answers stay.
    pub(super) fn speak(&mut self, lang: Lang) {
        self.lang = lang;
    }

    /// A copy of the sheet for the desk; none before the station is open.
    pub(super) fn sheet(&self) -> Option<Draft> {
        self.visit.draft.as_ref().map(Draft::duplicate)
    }

    /// Shows the exact records, and remembers the page to come back to.
    pub(super) fn show_stored(&mut self) {
        if let Some(sheet) = self.sheet() {
            self.visit.records = None;
            self.ask(Request::Preview(self.visit.session, sheet));
            if self.page != Page::Stored {
                self.back_to = self.page;
            }
            self.go(Page::Stored);
        }
    }

    /// Is there a whole code that was not refused yet, or could not be checked?
    pub(super) fn may_check_code(&self) -> bool {
        let is_new = matches!(
            self.visit.code_state,
            CodeState::Typing | CodeState::Refused(CodeRefusal::NotChecked)
        );
        is_new && self.visit.code.is_whole()
    }

    /// Asks for the code to be looked at.
    pub(super) fn check_code(&mut self) {
        if self.may_check_code() {
            let code = self.visit.code.duplicate();
            self.visit.code_state = CodeState::Checking;
            self.ask(Request::CheckCode(self.visit.session, code));
        }
    }

    /// Asks for the sheet to be sealed and stored.
    pub(super) fn seal(&mut self) {
        let is_ready = self.visit.sealing != Sealing::Running && self.visit.class.is_some();
        if let Some(sheet) = self.sheet().filter(|_| is_ready) {
            self.visit.sealing = Sealing::Running;
            self.failure = None;
            self.ask(Request::Seal(self.visit.session, sheet));
        }
    }

    /// Asks whether this is the exit password.
    pub(super) fn check_exit(&mut self, password: SecretText) {
        self.ask(Request::CheckExit(password));
    }

    /// The number of the page since the start.
    pub(super) fn page_number(&self) -> u64 {
        self.turned
    }

    /// Is the item at this position free text?
    pub(super) fn is_open_item(&self, item: usize) -> bool {
        let facts = self.facts.as_ref();
        let asked = facts.and_then(|facts| facts.questionnaire.items.get(item));
        asked.is_some_and(|asked| asked.kind == ItemKind::Open)
    }

    fn opened(&mut self, facts: KioskFacts, day: DayCheck) {
        self.facts = Some(facts);
        self.day = day;
        self.leave();
    }

    fn broken(&mut self, error: Option<Error>) {
        self.failure = error;
        self.go(Page::Broken);
    }

    /// The desk fell over one request; nothing was stored by it.
    fn stumbled(&mut self) {
        if self.facts.is_none() {
            self.broken(None);
        } else if self.visit.sealing == Sealing::Running {
            self.visit.sealing = Sealing::Failed;
        } else {
            self.leave();
        }
    }

    fn on_day(&mut self, day: DayCheck) {
        self.day = day;
        match (day, self.page) {
            (DayCheck::Open, Page::Closed) => self.page = Page::Start,
            (DayCheck::Before(_) | DayCheck::After(_), Page::Start) => self.page = Page::Closed,
            (DayCheck::Open | DayCheck::Before(_) | DayCheck::After(_), _) => {}
        }
    }

    fn sealed(&mut self) {
        let session = self.visit.session;
        let questionnaire = self.facts.as_ref().map(|facts| &*facts.questionnaire);
        // The answers go before the thanks are drawn; the number of the visit stays for the thanks.
        let was_paper = self.visit.paper.is_some();
        self.visit = Visit::new(session, questionnaire);
        self.wipe_due = true;
        self.go(if was_paper {
            Page::Paper(PaperStep::Sealed)
        } else {
            Page::Thanks
        });
    }

    fn on_exit(&mut self, is_right: bool) {
        let Some(exit) = &mut self.exit else { return };
        if is_right {
            self.show_operator();
        } else {
            exit.refuse();
        }
    }

    /// On a new page no control holds the keyboard, so that its keys work at once.
    fn turn_the_page(&mut self, ui: &Ui) {
        if self.shown != Some(self.page) {
            self.shown = Some(self.page);
            self.turned += 1;
            ui.memory_mut(|memory| {
                if let Some(focused) = memory.focused() {
                    memory.surrender_focus(focused);
                }
            });
        }
    }
}
