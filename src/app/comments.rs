//! Comments as the window sees them, and what HR may do with them.

use std::ops::Range;

use crate::disclosure::Told;
use crate::disclosure::marks::Mark;
use crate::domain::{Text, WaveCode};

/// What HR does with the comments of a wave. Comments are named by their number in the wave, passages
/// by characters of the stored comment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CommentDeed {
    /// Reads them.
    Read,
    /// Hides passages.
    Hide {
        /// The comment.
        comment: usize,
        /// The passages.
        ranges: Vec<Range<usize>>,
    },
    /// Takes back what was hidden, while no comments of the wave have left the program.
    Restore {
        /// The comment.
        comment: usize,
        /// The passages; every mask that lies in one of them comes back.
        ranges: Vec<Range<usize>>,
    },
    /// Destroys the text under all masks of a comment.
    Destroy {
        /// The comment.
        comment: usize,
    },
}

/// Why comments are shown or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CommentsState {
    /// They are shown.
    Shown,
    /// Nobody wrote any.
    Nobody,
    /// There are too few answers to show any.
    Withheld,
    /// The answers of the wave are still sealed.
    Sealed,
    /// The wave was not collected by the program, and imports take no free text.
    NotCollected,
}

/// The comments of a wave.
#[derive(Debug, Clone, PartialEq)]
pub struct CommentsView {
    /// The wave.
    pub wave: WaveCode,
    /// Why they are shown or not.
    pub state: CommentsState,
    /// What may be read, by place.
    pub told: Told,
    /// Passages that may give somebody away, by the number of the comment; nothing that is hidden.
    pub marks: Vec<Vec<Mark>>,
    /// Open questions of the wave: id and text, in the order they were asked.
    pub questions: Vec<(String, Text)>,
    /// Have comments of the wave left the program? Then nothing hidden comes back.
    pub is_exported: bool,
    /// The answers that a place needs.
    pub least: u32,
}
