//! The answers of one respondent while they are being given. Lives in memory only, and is
//! overwritten when it goes out of use.

use std::fmt;

use zeroize::Zeroize as _;

use super::{COMMENT_BYTES, SecretText};
use crate::domain::{ItemKind, Questionnaire};

/// What was given to one item.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Given {
    /// Not answered yet.
    Nothing,
    /// The respondent does not want to answer.
    Declined,
    /// The chosen value.
    Value(u8),
}

impl fmt::Debug for Given {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Given(…)")
    }
}

/// Marks of a byte that is no answer.
const NOTHING: u8 = 255;
const DECLINED: u8 = 254;

/// A sheet that is being filled in.
pub struct Draft {
    /// A byte an item.
    given: Vec<u8>,
    /// A text an item; without room where the item is not open.
    comments: Vec<SecretText>,
}

impl Draft {
    /// An empty sheet for a questionnaire.
    #[must_use]
    pub fn new(questionnaire: &Questionnaire) -> Self {
        let room = |kind: ItemKind| match kind {
            ItemKind::Open => COMMENT_BYTES,
            ItemKind::Agreement | ItemKind::Recommend | ItemKind::Observed => 0,
        };
        let items = &questionnaire.items;
        Self {
            given: vec![NOTHING; items.len()],
            comments: items
                .iter()
                .map(|item| SecretText::new(room(item.kind)))
                .collect(),
        }
    }

    /// How many items the sheet has.
    #[must_use]
    pub fn items(&self) -> usize {
        self.given.len()
    }

    /// What was given to the item at this position.
    #[must_use]
    pub fn given(&self, item: usize) -> Given {
        match self.given.get(item).copied() {
            None | Some(NOTHING) => Given::Nothing,
            Some(DECLINED) => Given::Declined,
            Some(value) => Given::Value(value),
        }
    }

    /// The chosen value, where one was chosen.
    #[must_use]
    pub fn value(&self, item: usize) -> Option<u8> {
        match self.given(item) {
            Given::Value(value) => Some(value),
            Given::Nothing | Given::Declined => None,
        }
    }

    /// Chooses a value.
    pub fn choose(&mut self, item: usize, value: u8) {
        if let Some(given) = self.given.get_mut(item) {
            *given = value.min(DECLINED - 1);
        }
    }

    /// Leaves the item unanswered on purpose.
    pub fn decline(&mut self, item: usize) {
        if let Some(given) = self.given.get_mut(item) {
            *given = DECLINED;
        }
        if let Some(comment) = self.comments.get_mut(item) {
            comment.clear_keeping_room();
        }
    }

    /// Makes the item as if it had never been answered.
    pub fn reopen(&mut self, item: usize) {
        self.decline(item);
        self.undecline(item);
    }

    /// Takes back that the item was declined, because something is being written.
    pub fn undecline(&mut self, item: usize) {
        if let Some(given) = self.given.get_mut(item)
            && *given == DECLINED
        {
            *given = NOTHING;
        }
    }

    /// The comment to the item at this position.
    #[must_use]
    pub fn comment(&self, item: usize) -> Option<&SecretText> {
        self.comments.get(item)
    }

    /// The comment, to be written.
    pub fn comment_mut(&mut self, item: usize) -> Option<&mut SecretText> {
        self.comments.get_mut(item)
    }

    /// Was the item answered, declined or commented?
    #[must_use]
    pub fn is_done(&self, item: usize) -> bool {
        let is_written = self.comment(item).is_some_and(|text| !text.is_blank());
        is_written || self.given(item) != Given::Nothing
    }

    /// A second sheet with the same answers, for the thread that seals.
    #[must_use]
    pub fn duplicate(&self) -> Self {
        Self {
            given: self.given.clone(),
            comments: self.comments.iter().map(SecretText::duplicate).collect(),
        }
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        self.given.zeroize();
    }
}

impl fmt::Debug for Draft {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Draft(…)")
    }
}
