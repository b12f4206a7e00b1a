//! From what is printed to what a reader knows: bounds that rounding and clipping leave open.

use super::spread::{from_spread, level_counts, net_counts};
use crate::disclosure::audit::Fact;
use crate::import::released::{Says, Segment, Subject};

/// From so many answers means stand in full; below they are rounded to tenths.
pub(super) const EXACT_FROM: u32 = 10;

/// Means of few answers are kept inside.
pub(super) const KEPT: (f64, f64) = (1.5, 4.5);

/// Ends of the scale of answers.
const SCALE: (f64, f64) = (1.0, 5.0);

/// How far inside a bound is given that is not reached.
const INSIDE: f64 = 1e-9;

/// From so many answers the distribution is published anyway.
const DISTRIBUTION_FROM: u32 = 30;

/// The people whose answers a figure is of.
#[derive(Debug, Clone, Copy)]
pub(super) struct Crowd {
    /// How many of them answered.
    pub(super) people: u32,
    /// How many of them were invited, where known.
    pub(super) invited: Option<u32>,
    /// The mean that the file prints in full beside the figure.
    pub(super) mean: Option<f64>,
    /// The NPS that the file prints in full beside the figure, −1 to 1.
    pub(super) net: Option<f64>,
    /// Does the figure follow from what is printed anyway?
    pub(super) is_explained: bool,
}

/// What a mean may be that is printed so.
pub(super) fn mean_bounds(value: f64, step: f64, people: u32) -> (f64, f64) {
    let is_tenth = (value * 10.0 - (value * 10.0).round()).abs() < 1e-6;
    let is_rounded = people < EXACT_FROM && is_tenth;
    let step = if is_rounded { step.max(0.1) } else { step };
    if step <= 0.0 {
        return (value, value);
    }
    let (mut low, mut high) = (value - step / 2.0, value + step / 2.0 - INSIDE);
    if is_rounded && value <= KEPT.0 + INSIDE {
        low = SCALE.0;
    }
    if is_rounded && value >= KEPT.1 - INSIDE {
        high = SCALE.1;
    }
    (low.max(SCALE.0), high.min(SCALE.1))
}

/// The facts of a figure; none where it says nothing that a fact can hold. Differences are resolved
/// before.
pub(super) fn facts(subject: &Subject, says: &Says, crowd: Crowd) -> Vec<Fact> {
    match *says {
        _ if crowd.is_explained => Vec::new(),
        Says::Count { low, high } => vec![Fact::Count { low, high }],
        Says::Rate { value, step } => rate(value, step, crowd).into_iter().collect(),
        Says::Mean { value, step } => {
            let (low, high) = mean_bounds(value, step, crowd.people);
            vec![Fact::Mean { low, high }]
        }
        Says::Share {
            from,
            to,
            low,
            high,
        } => {
            vec![share((f64::from(from), f64::from(to)), band(low, high))]
        }
        Says::Segment { segment, low, high } => {
            let value = f64::from(super::table::segment_level(segment));
            vec![share((value, value), band(low, high))]
        }
        Says::Net { value, step } => {
            let (low, high) = ((value - step / 2.0) / 100.0, (value + step / 2.0) / 100.0);
            let (low, high) = (low.max(-1.0), high.min(1.0));
            vec![Fact::Net { low, high }]
        }
        Says::NetInterval { low, high, step } => behind_net((low, high), step, crowd),
        Says::Interval { low, high, step } => match subject {
            Subject::Item(_) if step <= 0.0 => behind_mean((low, high), crowd),
            Subject::Item(_)
            | Subject::Sheets
            | Subject::Dimension(_)
            | Subject::Motive(_)
            | Subject::Lever(_)
            | Subject::Enps => Vec::new(),
        },
        Says::Difference { .. } => Vec::new(),
    }
}

fn share((from, to): (f64, f64), (low, high): (f64, f64)) -> Fact {
    Fact::Share {
        from,
        to,
        low,
        high,
    }
}

/// A band of a share: its upper end belongs to the next one, and 20 % to the lowest.
fn band(low: f64, high: f64) -> (f64, f64) {
    if high - low < 1e-12 {
        return (low, high);
    }
    let low = if low > 0.2 - INSIDE && low < 0.2 + INSIDE {
        low + INSIDE
    } else {
        low
    };
    let is_open = high > 0.2 + INSIDE && high < 1.0 - INSIDE;
    (low, if is_open { high - INSIDE } else { high })
}

/// How many answered, from their share of those invited.
fn rate(value: f64, step: f64, crowd: Crowd) -> Option<Fact> {
    let invited = f64::from(crowd.invited.filter(|n| *n > 0)?);
    let printed = if crowd.people < EXACT_FROM { 0.1 } else { 0.01 };
    let step = step.max(printed);
    let is_printed = (value / printed - (value / printed).round()).abs() < 1e-6;
    let step = if is_printed { step } else { 0.0 };
    let low = ((value - step / 2.0) * invited - 1e-6).ceil().max(0.0);
    let high = if value >= 1.0 {
        invited.max(f64::from(crowd.people))
    } else {
        ((value + step / 2.0) * invited + 1e-6).floor()
    };
    (low <= high).then(|| Fact::Count {
        low: count(low),
        high: count(high),
    })
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a share of a head count, or cut off at its ends"
)]
fn count(value: f64) -> u32 {
    value.clamp(0.0, 4e9) as u32
}

/// Promoters and detractors, from the interval of the NPS.
fn behind_net((low, high): (f64, f64), step: f64, crowd: Crowd) -> Vec<Fact> {
    let is_few = crowd.people <= 400 || crowd.net.is_some();
    if crowd.people == 0 || !is_few {
        return Vec::new();
    }
    let slack = step / 200.0 + 1e-9;
    let interval = (low / 100.0, high / 100.0);
    let Some([promoters, detractors]) = net_counts(crowd.people, crowd.net, interval, slack) else {
        return Vec::new();
    };
    let n = f64::from(crowd.people);
    let of = |(low, high): (u32, u32)| (f64::from(low) / n, f64::from(high) / n);
    vec![
        share((9.0, 10.0), of(promoters)),
        share((0.0, 6.0), of(detractors)),
    ]
}

/// What the interval of a mean tells: the squares of the answers, which leave those of a third group
/// where two are known, and how many gave each level, where that follows.
fn behind_mean((low, high): (f64, f64), crowd: Crowd) -> Vec<Fact> {
    let Some(squares) = squares(low, high, crowd) else {
        return Vec::new();
    };
    let n = f64::from(crowd.people);
    let value = squares / n;
    let mut facts = vec![Fact::Squares {
        low: value,
        high: value,
    }];
    let is_few = crowd.people < DISTRIBUTION_FROM;
    let sum = crowd.mean.filter(|_| is_few).map(|mean| mean * n);
    let levels = sum.and_then(|sum| level_counts(crowd.people, sum, squares));
    let shares = (1_u32..).zip(levels.into_iter().flatten());
    facts.extend(shares.map(|(level, (low, high))| {
        let level = f64::from(level);
        share((level, level), (f64::from(low) / n, f64::from(high) / n))
    }));
    facts
}

/// The sum of the squares of the answers, which are whole numbers.
fn squares(low: f64, high: f64, crowd: Crowd) -> Option<f64> {
    let mean = crowd.mean?;
    let n = f64::from(crowd.people);
    let variance = from_spread::variance(mean, (low, high), crowd.people)?;
    let squares = variance * (n - 1.0) + n * mean * mean;
    let is_whole = (squares - squares.round()).abs() < 1e-3;
    is_whole.then_some(squares.round())
}

/// Is the figure about the segment rather than about the score?
pub(super) const fn segment(says: &Says) -> Option<Segment> {
    match says {
        Says::Segment { segment, .. } => Some(*segment),
        Says::Count { .. }
        | Says::Rate { .. }
        | Says::Mean { .. }
        | Says::Interval { .. }
        | Says::Share { .. }
        | Says::Net { .. }
        | Says::NetInterval { .. }
        | Says::Difference { .. } => None,
    }
}
