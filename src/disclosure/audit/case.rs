//! What an audit is about: people, questions, and what was said about them.

/// Everything that a reader holds: all releases of all waves together.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Case {
    /// The smallest group of people that may be told about.
    pub min_group: u32,
    /// One for each wave, in order of time.
    pub populations: Vec<Population>,
    /// What was published, in this release and in every earlier one.
    pub statements: Vec<Statement>,
}

/// The people of one wave, in the smallest groups that published sets are made of.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Population {
    /// The wave's code, for words.
    pub wave: String,
    /// What was asked.
    pub questions: Vec<Question>,
    /// The groups; they do not overlap.
    pub atoms: Vec<Atom>,
}

/// People who stand together in every published set of a wave.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Atom {
    /// Its name, the same for the same group of people in every wave.
    pub name: String,
    /// How many were invited; none where head counts are unknown.
    pub invited: Option<u32>,
    /// How many answered each question, parallel to [`Population::questions`].
    pub answered: Vec<u32>,
    /// One set of answers that could stand behind the figures, the program's own best of all: for
    /// each question how many gave each value. A start of the search and no more: it counts only
    /// where it agrees with every figure, and the verdict does not rest on its being true. May be
    /// empty, and so may its parts; questions made of several answers need none.
    pub example: Vec<Vec<u32>>,
}

/// Something that every person of an atom has at most one value of.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Question {
    /// Its key, the same in every wave: an item, a dimension, the recommendation question.
    pub key: String,
    /// The values that an answer can take, rising. A question whose value is made of several
    /// answers of a person takes any value between the first and the last.
    pub values: Vec<f64>,
    /// Is a person's value made of several answers? A share then counts answers, not people.
    pub is_composed: bool,
    /// The questions that a person's value is the mean of, as positions in
    /// [`Population::questions`]; empty where they are not asked singly. Their figures are then
    /// looked at together.
    pub parts: Vec<usize>,
}

/// One published figure.
#[derive(Debug, Clone, PartialEq)]
pub struct Statement {
    /// Position in [`Case::populations`].
    pub wave: usize,
    /// Position in [`Population::questions`].
    pub question: usize,
    /// Positions in [`Population::atoms`], rising: whose answers the figure sums up.
    pub atoms: Vec<usize>,
    /// What it says.
    pub fact: Fact,
    /// Where it stands, for words: a file, a sheet and a cell.
    pub place: String,
}

/// What a figure says about the answers of its people. Bounds hold what rounding and clipping
/// leave open; a bound that the figure does not reach is given a little inside it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Fact {
    /// So many people answered.
    Count {
        /// At least.
        low: u32,
        /// At most.
        high: u32,
    },
    /// Their mean lies between.
    Mean {
        /// At least.
        low: f64,
        /// At most.
        high: f64,
    },
    /// The share of those whose value lies from `from` to `to` lies between.
    Share {
        /// Smallest value that counts.
        from: f64,
        /// Largest value that counts.
        to: f64,
        /// At least, 0–1.
        low: f64,
        /// At most, 0–1.
        high: f64,
    },
    /// The mean of the squares of their values lies between: what an interval, a standard error or a
    /// standard deviation tells beside a mean.
    Squares {
        /// At least.
        low: f64,
        /// At most.
        high: f64,
    },
    /// The share of 9 and 10 less the share of 0 to 6 lies between.
    Net {
        /// At least, −1 to 1.
        low: f64,
        /// At most, −1 to 1.
        high: f64,
    },
}
