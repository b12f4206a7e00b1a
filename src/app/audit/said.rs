//! Figures by what they say, borrowed: compared and looked up without a copy.

use crate::domain::Audience;
use crate::import::released::{About, Figure, Place, Says, Segment, Subject};

/// What a figure is about, borrowed: looked up a million times and never kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Of<'a> {
    /// Code of the wave.
    pub wave: &'a str,
    /// What was asked.
    pub subject: &'a Subject,
    /// Where.
    pub place: &'a Place,
    /// Of whom.
    pub audience: Audience,
}

impl<'a> From<&'a About> for Of<'a> {
    fn from(about: &'a About) -> Self {
        let About {
            wave,
            subject,
            place,
            audience,
        } = about;
        Self {
            wave,
            subject,
            place,
            audience: *audience,
        }
    }
}

impl Of<'_> {
    /// The same of the whole company.
    pub(super) fn everybody(self) -> Self {
        Self {
            place: &Place::Company,
            audience: Audience::All,
            ..self
        }
    }
}

/// What a figure says, to the last bit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Said<'a> {
    of: Of<'a>,
    kind: u8,
    numbers: [u64; 3],
    levels: (u8, u8),
    segment: Option<Segment>,
    before: &'a str,
}

impl<'a> From<&'a Figure> for Said<'a> {
    fn from(figure: &'a Figure) -> Self {
        let plain = |kind, numbers: [f64; 3]| Self {
            of: Of::from(&figure.about),
            kind,
            numbers: numbers.map(f64::to_bits),
            levels: (0, 0),
            segment: None,
            before: "",
        };
        match &figure.says {
            Says::Count { low, high } => plain(0, [f64::from(*low), f64::from(*high), 0.0]),
            Says::Rate { value, step } => plain(1, [*value, *step, 0.0]),
            Says::Mean { value, step } => plain(2, [*value, *step, 0.0]),
            Says::Interval { low, high, step } => plain(3, [*low, *high, *step]),
            Says::Share {
                from,
                to,
                low,
                high,
            } => Self {
                levels: (*from, *to),
                ..plain(4, [*low, *high, 0.0])
            },
            Says::Segment { segment, low, high } => Self {
                segment: Some(*segment),
                ..plain(5, [*low, *high, 0.0])
            },
            Says::Net { value, step } => plain(6, [*value, *step, 0.0]),
            Says::NetInterval { low, high, step } => plain(7, [*low, *high, *step]),
            Says::Difference {
                before,
                value,
                step,
            } => Self {
                before,
                ..plain(8, [*value, *step, 0.0])
            },
        }
    }
}
