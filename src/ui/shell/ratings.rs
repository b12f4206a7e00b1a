//! What the shell does with questions about people and ratings, and with raters at this computer.

use super::Shell;
use crate::app::{Command, RatingCommand, RatingReply};
use crate::domain::rating::RoundCode;
use crate::error::Error;
use crate::ui::load::Load;
use crate::ui::screens::ScreenId;

impl Shell {
    /// The ratings' own image is opened when somebody looks at it, and not before.
    pub(super) fn open_ratings(&mut self) {
        if matches!(self.ratings.overview, Load::Empty | Load::Failed(_)) {
            self.ratings.overview = Load::Waiting(None);
            self.run(Command::Ratings(RatingCommand::Open));
        }
    }

    pub(super) fn on_ratings(&mut self, reply: RatingReply, asked: Option<&Command>) {
        let asked = asked.and_then(rating_of);
        let next = self.ratings.on_reply(reply, asked);
        for command in next {
            self.outward
                .push(super::Outward::Run(Command::Ratings(command)));
        }
    }

    /// True where the failure has its place on the screen already.
    pub(super) fn on_ratings_failed(&mut self, command: &Command, error: &Error) -> bool {
        rating_of(command).is_some_and(|command| self.ratings.on_failed(command, error))
    }

    pub(super) fn choose_round(&mut self, code: RoundCode) {
        self.ratings.chosen = Some(code);
        self.ratings.codes.clear();
        for command in self.ratings.needed() {
            self.run(Command::Ratings(command));
        }
        self.is_stale = true;
    }

    /// Raters sit down at this computer: from now on nothing else of the workspace is shown.
    pub fn share_desk(&mut self) {
        self.ratings.forget_rater();
        self.ratings.codes.clear();
        self.ratings.is_shared = true;
        self.undo = None;
        self.failure = None;
        self.go(ScreenId::RaterDesk);
    }

    pub(super) fn leave_sheet(&mut self) {
        self.ratings.sheet = None;
        self.is_stale = true;
        if self.ratings.is_shared {
            return;
        }
        // A visit that was just added stands in the list now, written on or not.
        let current = self.ratings.current().map(|it| it.round.code.clone());
        if let Some(code) = current {
            self.run(Command::Ratings(RatingCommand::Round(code)));
        }
    }

    pub(super) fn forget_rater(&mut self) {
        self.ratings.forget_rater();
        self.failure = None;
        self.idle.forgets_memory = true;
        self.is_stale = true;
    }
}

/// The question about ratings in a command.
pub(super) fn rating_of(command: &Command) -> Option<&RatingCommand> {
    if let Command::Ratings(command) = command {
        Some(command)
    } else {
        None
    }
}
