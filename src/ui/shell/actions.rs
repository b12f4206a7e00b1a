//! What the shell does about actions: a finding on its way to the form, the board after a change, the
//! offer to take the change back.

use std::sync::Arc;

use super::Shell;
use crate::analysis::actions::tickler;
use crate::app::{ActionCommand, ActionDeed, ActionReply, Command};
use crate::domain::action::Finding;
use crate::i18n::message;
use crate::tr;
use crate::ui::screens::ScreenId;

impl Shell {
    /// The form opens with this finding.
    pub(super) fn make_action(&mut self, finding: Box<Finding>) {
        let count = self.proposed.as_ref().map_or(0, |(count, _)| *count);
        self.proposed = Some((count + 1, finding));
        self.go(ScreenId::Actions);
    }

    pub(super) fn on_actions(&mut self, reply: ActionReply) {
        let ActionReply { board, undo } = reply;
        if let Some(overview) = &mut self.overview {
            Arc::make_mut(overview).actions = board;
        }
        self.undo = None;
        if let Some((deed, undo)) = undo {
            let command = Command::Actions(ActionCommand::Undo(undo));
            self.offer_undo(self.deed_words(deed), command);
        }
    }

    fn deed_words(&self, deed: ActionDeed) -> String {
        let lang = self.lang;
        match deed {
            ActionDeed::Added => message(lang, "action-done-added"),
            ActionDeed::Changed => message(lang, "action-done-changed"),
            ActionDeed::Moved(status) => {
                tr!(
                    lang,
                    "action-done-moved",
                    status = message(lang, status.key())
                )
            }
            ActionDeed::Removed => message(lang, "action-done-removed"),
        }
    }

    /// How many days of actions are overdue or today; none where nothing is.
    pub(super) fn due_actions(&self) -> Option<String> {
        let overview = self.overview.as_ref()?;
        let due = tickler(&overview.actions.actions, overview.today);
        let count = due.overdue.len() + due.today.len();
        (count > 0).then(|| count.to_string())
    }
}
