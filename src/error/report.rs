//! Why a report does not leave, or does not pass when it comes back.

use super::{Error, Kind};

/// What is wrong with a report. A place is a sheet and a cell, or a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReportFault {
    /// It was read back before it left and holds a number that nobody knows the meaning of; where.
    Misread(String),
    /// With what was released before, it would give a small group away; where.
    Unsafe(String),
    /// Taking figures back led to no proof.
    Unproven,
    /// It came back with a number that the program does not print there; where.
    Foreign(String),
    /// It came back and gives a small group away, with what was released; where.
    Revealing(String),
}

impl ReportFault {
    /// The same of a report that had left before.
    fn come_back(self) -> Self {
        match self {
            Self::Misread(place) => Self::Foreign(place),
            Self::Unsafe(place) => Self::Revealing(place),
            Self::Unproven | Self::Foreign(_) | Self::Revealing(_) => self,
        }
    }
}

impl Error {
    /// The same where the report had left before and came back.
    #[must_use]
    pub fn of_what_came_back(mut self) -> Self {
        if let Kind::Report(fault) = self.kind.as_mut() {
            *fault = fault.clone().come_back();
        }
        self
    }
}
