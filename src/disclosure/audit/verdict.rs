//! What an audit finds. Facts for sentences, no words.

/// The outcome of an audit.
#[derive(Debug, Clone, PartialEq)]
pub enum Verdict {
    /// No small group can be computed and no small group's answer can be proven.
    Proven(Certificate),
    /// Something can; never empty.
    Broken(Vec<Breach>),
}

/// What an audit found, and what it looked at.
#[derive(Debug, Clone, PartialEq)]
pub struct Audited {
    /// What can be found out; empty where the case is proven.
    pub breaches: Vec<Breach>,
    /// How much was looked at.
    pub certificate: Certificate,
}

/// What was proven, and how much was looked at.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Certificate {
    /// No set of 1 to one less than so many people can be computed.
    pub min_group: u32,
    /// Figures that were read.
    pub statements: usize,
    /// Questions, counted once per wave.
    pub questions: usize,
    /// Different sets of people that figures were published for, once per wave.
    pub sets: usize,
    /// Systems of equations and programs that were solved.
    pub systems_solved: usize,
    /// What is told and not prevented: large groups that all but agree.
    pub residual: Vec<Residual>,
}

/// A large group whose published mean proves that all but one of its people agree.
#[derive(Debug, Clone, PartialEq)]
pub struct Residual {
    /// Position in [`super::Case::populations`].
    pub wave: usize,
    /// Position in [`super::Population::questions`].
    pub question: usize,
    /// Position in [`super::Case::statements`].
    pub statement: usize,
    /// How many people.
    pub people: u32,
    /// Do they agree with the question (else they disagree)?
    pub is_high: bool,
}

/// Something that a reader can find out and must not.
#[derive(Debug, Clone, PartialEq)]
pub struct Breach {
    /// Position in [`super::Case::populations`]; of a change, the later wave.
    pub wave: usize,
    /// Position in [`super::Population::questions`].
    pub question: usize,
    /// Positions in [`super::Population::atoms`]: about whom.
    pub atoms: Vec<usize>,
    /// How many people they are.
    pub people: u32,
    /// What can be found out.
    pub kind: BreachKind,
    /// Positions in [`super::Case::statements`] of the figures that it rests on; withdrawing one of
    /// the first helps most.
    pub statements: Vec<usize>,
    /// How a reader computes it: statements and how often each one's sum over its people is taken.
    /// Empty where it follows from bounds.
    pub combination: Vec<(usize, f64)>,
}

/// What can be found out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BreachKind {
    /// The sum over fewer people than the threshold.
    SmallSet,
    /// How many answered in a group below the threshold.
    Count,
    /// Somebody of a group below the threshold gave a certain answer.
    Answer,
    /// Everybody of a small group is on one side.
    Side,
    /// Everybody of a small group gave the same answer.
    Unanimous,
    /// Exactly how many of a small group gave a certain answer.
    ExactCount,
    /// What a few people answered who left or joined between two waves.
    Changed,
    /// Figures that no answers could give together, or whose safety could not be shown. Nothing is
    /// proven of them, so they count as unsafe.
    Undecided,
}

/// Why there is no verdict.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stopped {
    /// It was called off.
    Cancelled,
    /// A population does not fit together: its position.
    UnfitPopulation(usize),
    /// A statement does not fit its population: its position.
    UnfitStatement(usize),
}

/// Hears how far an audit is, and may call it off.
pub trait Watch: Sync {
    /// The share that is done, 0 to 1. Called from several threads.
    fn progress(&self, done: f32);
    /// Shall it stop?
    fn is_cancelled(&self) -> bool;
}

/// Nobody watches.
impl Watch for () {
    fn progress(&self, _done: f32) {}

    fn is_cancelled(&self) -> bool {
        false
    }
}
