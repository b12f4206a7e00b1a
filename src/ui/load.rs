//! A value that arrives from the worker, and its four faces.

use crate::error::Error;

/// Something that is loaded: empty, waiting, ready or failed.
#[derive(Debug, Clone, Default)]
pub enum Load<T> {
    /// Nothing was asked for.
    #[default]
    Empty,
    /// Asked for; the old value stays visible, dimmed.
    Waiting(Option<T>),
    /// Here.
    Ready(T),
    /// Could not be had.
    Failed(Error),
}

impl<T> Load<T> {
    /// The value, where it is here (also while a new one is on its way).
    #[must_use]
    pub fn ready(&self) -> Option<&T> {
        match self {
            Self::Ready(value) | Self::Waiting(Some(value)) => Some(value),
            Self::Empty | Self::Waiting(None) | Self::Failed(_) => None,
        }
    }

    /// Waits for a new value, keeping the old one in sight.
    pub fn wait(&mut self) {
        *self = match std::mem::take(self) {
            Self::Ready(value) | Self::Waiting(Some(value)) => Self::Waiting(Some(value)),
            Self::Empty | Self::Waiting(None) | Self::Failed(_) => Self::Waiting(None),
        };
    }

    /// No new value will come; the old one stands again.
    pub fn stop_waiting(&mut self) {
        if let Self::Waiting(old) = self {
            *self = old.take().map_or(Self::Empty, Self::Ready);
        }
    }

    /// Is it on its way?
    #[must_use]
    pub fn is_waiting(&self) -> bool {
        matches!(self, Self::Waiting(_))
    }
}
