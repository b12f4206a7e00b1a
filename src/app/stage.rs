//! What a long command is doing, for its progress bar.

/// What a long command is doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Reading a file.
    Reading,
    /// Checking rows.
    Checking,
    /// Computing findings.
    Computing,
    /// Proving that no small group follows.
    Proving,
    /// Writing reports.
    Writing,
    /// Saving the workspace.
    Saving,
    /// Making codes.
    Codes,
    /// Opening sealed answers.
    Unsealing,
    /// Making a key of a passphrase, which is slow by design.
    Unlocking,
}

impl Stage {
    /// The Fluent key of its words.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Reading => "stage-reading",
            Self::Checking => "stage-checking",
            Self::Computing => "stage-computing",
            Self::Proving => "stage-proving",
            Self::Writing => "stage-writing",
            Self::Saving => "stage-saving",
            Self::Codes => "stage-codes",
            Self::Unsealing => "stage-unsealing",
            Self::Unlocking => "stage-unlocking",
        }
    }
}
