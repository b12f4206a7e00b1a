//! What can be asked for about actions, and what is heard back.

use std::sync::Arc;

use crate::analysis::actions::LevelFigure;
use crate::domain::action::{Action, ActionId, Library, Status};
use crate::domain::rating::CompetencyModel;
use crate::import;

/// What can be asked for about actions.
#[derive(Debug, Clone, PartialEq)]
pub enum ActionCommand {
    /// Add an action (number 0) or change one; its revision says which state the change starts from.
    /// A new status is noted in the history with the day.
    Save(Box<Action>),
    /// Remove an action.
    Remove {
        /// Which.
        action: ActionId,
        /// The state that the removal starts from.
        revision: u32,
    },
    /// Take the last deed back.
    Undo(ActionUndo),
}

/// What takes a deed back.
#[derive(Debug, Clone, PartialEq)]
pub enum ActionUndo {
    /// Remove what was added.
    Remove {
        /// Which.
        action: ActionId,
        /// The state it must be in.
        revision: u32,
    },
    /// Put the former content back; its revision is the one that the action must be in.
    Restore(Box<Action>),
    /// Put back what was removed.
    PutBack(Box<Action>),
}

/// What was done, for the sentence beside “Undo”.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ActionDeed {
    /// Added.
    Added,
    /// Changed.
    Changed,
    /// Moved on the board.
    Moved(Status),
    /// Removed.
    Removed,
}

/// The answer to a command about actions.
#[derive(Debug, Clone)]
pub struct ActionReply {
    /// Actions now.
    pub board: Arc<ActionBoard>,
    /// What was done and what takes it back; none after taking back.
    pub undo: Option<(ActionDeed, ActionUndo)>,
}

/// Actions as screens see them.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ActionBoard {
    /// Actions by number.
    pub actions: Vec<Action>,
    /// Mean levels of competencies, oldest round first; read only where an action needs them.
    pub levels: Vec<LevelFigure>,
}

/// The model of competencies that the program brings along, for the names of what proposals suit.
#[must_use]
pub fn known_model() -> Arc<CompetencyModel> {
    import::customer_orientation()
}

/// The proposals that the program brings along.
#[must_use]
pub fn action_library() -> Arc<Library> {
    import::action_library()
}
