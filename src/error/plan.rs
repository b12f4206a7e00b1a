//! What is wrong with the plan of a wave, as data.

/// What is wrong with the plan of a wave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PlanFault {
    /// A class has fewer invited than may be: its label, and how many are needed.
    ClassTooSmall(String, u32),
    /// Two classes carry the same label, or a branch and group stands in two classes.
    ClassTwice(String),
    /// A dimension has more items than a record holds; its id.
    BlockTooLong(String),
    /// More classes, stations, questions, codes, or witnesses than the format holds, or none.
    Count,
    /// Level 2 needs one or two witnesses, level 1 none; two witnesses must differ.
    Witnesses,
    /// The last day lies before the first.
    Days,
    /// A name or text is empty or too long.
    Text,
}
