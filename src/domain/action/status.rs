//! Where an action stands in Plan–Do–Check–Act.

/// Where an action stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Status {
    /// Agreed, not begun.
    Planned,
    /// Being done.
    Doing,
    /// Done; the next wave is looked at.
    Checked,
    /// It helped and stays.
    Kept,
    /// It goes on in another way.
    Changed,
    /// Given up.
    Dropped,
}

impl Status {
    /// All of them, in the order of the board.
    pub const ALL: [Self; 6] = [
        Self::Planned,
        Self::Doing,
        Self::Checked,
        Self::Kept,
        Self::Changed,
        Self::Dropped,
    ];

    /// The word of files.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Doing => "doing",
            Self::Checked => "checked",
            Self::Kept => "kept",
            Self::Changed => "changed",
            Self::Dropped => "dropped",
        }
    }

    /// The status of a word of files.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.code() == code)
    }

    /// The Fluent key of its name.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Planned => "action-status-planned",
            Self::Doing => "action-status-doing",
            Self::Checked => "action-status-checked",
            Self::Kept => "action-status-kept",
            Self::Changed => "action-status-changed",
            Self::Dropped => "action-status-dropped",
        }
    }

    /// Is the work itself still to be done?
    #[must_use]
    pub const fn is_open(self) -> bool {
        match self {
            Self::Planned | Self::Doing => true,
            Self::Checked | Self::Kept | Self::Changed | Self::Dropped => false,
        }
    }

    /// Is it decided what becomes of it?
    #[must_use]
    pub const fn is_decided(self) -> bool {
        match self {
            Self::Planned | Self::Doing | Self::Checked => false,
            Self::Kept | Self::Changed | Self::Dropped => true,
        }
    }
}
