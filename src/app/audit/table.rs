//! Answers per class and question, counted straight from the data set.

use std::sync::Arc;

use crate::domain::{
    Answers, BlockContent, Class, Dataset, Item, ItemKind, Lever, Motive, StaffGroup,
};
use crate::import::released::{Segment, Subject};

/// What is asked, as the auditor tells it apart.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Question {
    /// What reports speak of.
    Of(Subject),
    /// In which segment of engagement a person is, by the id of the dimension.
    Segments(String),
}

/// The people of a class and how many of them answered what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClassCount {
    /// Codes of its branches.
    pub branches: Vec<String>,
    /// The group; none where both stand together or the file does not say.
    pub group: Option<StaffGroup>,
    /// Contact staff invited, where known.
    pub invited_contact: Option<u32>,
    /// Back office invited, where known.
    pub invited_back_office: Option<u32>,
    /// Answers, parallel to [`WaveTable::questions`].
    pub answered: Vec<u32>,
}

/// The classes of a wave as they were at one time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WaveTable {
    /// Code of the wave.
    pub wave: String,
    /// Its threshold.
    pub min_group: u32,
    /// What was asked; sheets come first.
    pub questions: Vec<Question>,
    /// For each question, the positions of those that a person's value is the mean of.
    pub parts: Vec<Vec<u16>>,
    /// The classes as they came in.
    pub classes: Vec<ClassCount>,
}

/// What a class really answered; never leaves the program.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Truth {
    /// Per wave with answers, class and question: how many gave each value, where values are whole.
    pub levels: Vec<Vec<Vec<Vec<u32>>>>,
    /// The same: the sum over people of their values.
    pub sums: Vec<Vec<Vec<f64>>>,
}

/// The tables of all waves with answers, and what stands behind them.
#[must_use]
pub fn count_answers(dataset: &Dataset) -> (Vec<WaveTable>, Truth) {
    let (mut tables, mut truth) = (Vec::new(), Truth::default());
    for wave in &dataset.waves {
        if wave.answers.blocks.is_empty() {
            continue;
        }
        let mut count = Count::new(dataset, &wave.answers);
        count.sheets();
        count.blocks();
        count.tags();
        let class = |(at, class): (usize, &Class)| ClassCount {
            branches: class
                .branches
                .iter()
                .filter_map(|at| dataset.branches.get(*at))
                .map(|branch| branch.code.as_str().to_owned())
                .collect(),
            group: class.group,
            invited_contact: class.invited_contact,
            invited_back_office: class.invited_back_office,
            answered: count.answered.iter().map(|it| it[at]).collect(),
        };
        let classes = wave.answers.classes.iter().enumerate();
        let per_class = 0..wave.answers.classes.len();
        let levels = per_class
            .clone()
            .map(|at| count.levels.iter().map(|it| it[at].clone()).collect());
        truth.levels.push(levels.collect());
        let sums = per_class.map(|at| count.sums.iter().map(|it| it[at]).collect());
        truth.sums.push(sums.collect());
        tables.push(WaveTable {
            wave: wave.wave.code.as_str().to_owned(),
            min_group: wave.wave.min_group.get(),
            classes: classes.map(class).collect(),
            questions: count.questions,
            parts: count.parts,
        });
    }
    (tables, truth)
}

/// An agreement item with its answers.
#[derive(Clone)]
struct Column<'a> {
    item: &'a Item,
    answers: &'a [u8],
    class: Arc<[u16]>,
}

impl Column<'_> {
    /// The level that a row gave after recoding; none without a valid answer.
    fn level(&self, row: usize) -> Option<u8> {
        let answer = self.answers.get(row).copied()?;
        let is_valid = (1..=5).contains(&answer);
        let level = || {
            if self.item.is_reversed {
                6 - answer
            } else {
                answer
            }
        };
        is_valid.then(level)
    }
}

/// Counters of one wave; all lists are per question, then per class.
struct Count<'a> {
    dataset: &'a Dataset,
    answers: &'a Answers,
    questions: Vec<Question>,
    parts: Vec<Vec<u16>>,
    answered: Vec<Vec<u32>>,
    levels: Vec<Vec<Vec<u32>>>,
    sums: Vec<Vec<f64>>,
}

impl<'a> Count<'a> {
    fn new(dataset: &'a Dataset, answers: &'a Answers) -> Self {
        Self {
            dataset,
            answers,
            questions: Vec::new(),
            parts: Vec::new(),
            answered: Vec::new(),
            levels: Vec::new(),
            sums: Vec::new(),
        }
    }

    /// A question that nobody has answered yet; values from 0 to `highest` are counted apart.
    fn open(&mut self, question: Question, highest: usize) -> usize {
        let classes = self.answers.classes.len();
        self.questions.push(question);
        self.parts.push(Vec::new());
        self.answered.push(vec![0; classes]);
        self.levels.push(vec![vec![0; highest]; classes]);
        self.sums.push(vec![0.0; classes]);
        self.questions.len() - 1
    }

    fn add(&mut self, question: usize, class: u16, value: f64, level: Option<usize>) {
        let class = usize::from(class);
        if let Some(n) = self.answered[question].get_mut(class) {
            *n += 1;
            self.sums[question][class] += value;
            let levels = &mut self.levels[question][class];
            if let Some(n) = level.and_then(|level| levels.get_mut(level)) {
                *n += 1;
            }
        }
    }

    /// Sheets: the rows of whichever block has most of them.
    fn sheets(&mut self) {
        let at = self.open(Question::Of(Subject::Sheets), 0);
        for block in &self.answers.blocks {
            let mut rows = vec![0_u32; self.answers.classes.len()];
            for class in block.class.iter() {
                if let Some(n) = rows.get_mut(usize::from(*class)) {
                    *n += 1;
                }
            }
            let most = self.answered[at].iter_mut();
            most.zip(rows).for_each(|(most, n)| *most = n.max(*most));
        }
    }

    fn columns(&self, block: &'a crate::domain::Block) -> Vec<Column<'a>> {
        let columns = block.items.iter().zip(&block.columns);
        let known = columns.filter_map(|(item, answers)| {
            let item = self.dataset.items.get(*item)?;
            let is_whole = answers.len() == block.rows();
            (item.kind == ItemKind::Agreement && is_whole).then_some(Column {
                item,
                answers,
                class: Arc::clone(&block.class),
            })
        });
        known.collect()
    }

    fn blocks(&mut self) {
        for block in &self.answers.blocks {
            match block.content {
                BlockContent::Enps => self.enps(block),
                BlockContent::Dimension(at) => {
                    let columns = self.columns(block);
                    self.items(&columns);
                    if let Some(about) = self.dataset.dimensions.get(at) {
                        let subject = Subject::Dimension(about.id.clone());
                        self.composed(subject, &columns);
                        if about.is_outcome {
                            self.segments(&about.id, &columns);
                        }
                    }
                }
            }
        }
    }

    fn enps(&mut self, block: &crate::domain::Block) {
        let at = self.open(Question::Of(Subject::Enps), 11);
        let Some(column) = block.columns.first() else {
            return;
        };
        for (class, answer) in block.class.iter().zip(column) {
            if *answer <= 10 {
                self.add(at, *class, f64::from(*answer), Some(usize::from(*answer)));
            }
        }
    }

    fn items(&mut self, columns: &[Column<'_>]) {
        for column in columns {
            let at = self.open(Question::Of(Subject::Item(column.item.id.clone())), 5);
            for (row, class) in column.class.iter().enumerate() {
                if let Some(level) = column.level(row) {
                    self.add(at, *class, f64::from(level), Some(usize::from(level) - 1));
                }
            }
        }
    }

    /// A score of several items: of whoever answered at least half of them.
    fn composed(&mut self, subject: Subject, columns: &[Column<'_>]) {
        let at = self.open(Question::Of(subject), 0);
        self.parts[at] = self.positions(columns);
        for (row, class) in scored(columns) {
            if let Some(score) = score(columns, row) {
                self.add(at, class, score, None);
            }
        }
    }

    fn segments(&mut self, dimension: &str, columns: &[Column<'_>]) {
        let at = self.open(Question::Segments(dimension.to_owned()), 3);
        for (row, class) in scored(columns) {
            let Some(score) = score(columns, row) else {
                continue;
            };
            // Values rise: the least engaged come first.
            let segment = match score {
                score if score >= 4.0 => Segment::Engaged,
                score if score > 2.0 => Segment::NotEngaged,
                _ => Segment::Disengaged,
            };
            let level = segment_level(segment);
            self.add(at, class, f64::from(level), Some(usize::from(level) - 1));
        }
    }

    /// Positions of the items of some columns.
    fn positions(&self, columns: &[Column<'_>]) -> Vec<u16> {
        let position = |column: &Column<'_>| {
            let wanted = Question::Of(Subject::Item(column.item.id.clone()));
            let at = self.questions.iter().position(|it| *it == wanted)?;
            u16::try_from(at).ok()
        };
        columns.iter().filter_map(position).collect()
    }

    /// Conditions and levers: items of several blocks. Where nothing may look across blocks, their
    /// answers are joined question by question, and the fewest answers count.
    fn tags(&mut self) {
        let blocks = self.answers.blocks.iter();
        let blocks = blocks.filter(|block| block.content != BlockContent::Enps);
        let blocks: Vec<_> = blocks.collect();
        let rows = blocks.first().map_or(0, |block| block.rows());
        let is_linked = self.answers.is_linked;
        let whole = blocks
            .iter()
            .filter(|block| !is_linked || block.rows() == rows);
        let all: Vec<Column<'_>> = whole.flat_map(|block| self.columns(block)).collect();
        let of = |has: &dyn Fn(&Item) -> bool| -> Vec<Column<'_>> {
            all.iter()
                .filter(|column| has(column.item))
                .cloned()
                .collect()
        };
        let motives = Motive::ALL.map(|it| {
            (
                Subject::Motive(it),
                of(&|item: &Item| item.motive == Some(it)),
            )
        });
        let levers = Lever::ALL.map(|it| {
            (
                Subject::Lever(it),
                of(&|item: &Item| item.lever == Some(it)),
            )
        });
        for (subject, columns) in motives.into_iter().chain(levers) {
            if columns.is_empty() {
                continue;
            }
            if is_linked {
                self.composed(subject, &columns);
            } else {
                self.pooled(subject, &columns);
            }
        }
    }

    fn pooled(&mut self, subject: Subject, columns: &[Column<'_>]) {
        let at = self.open(Question::Of(subject), 0);
        let parts = self.positions(columns);
        for class in 0..self.answers.classes.len() {
            let counts = parts
                .iter()
                .map(|part| self.answered[usize::from(*part)][class]);
            self.answered[at][class] = counts.filter(|n| *n > 0).min().unwrap_or(0);
        }
        self.parts[at] = parts;
    }
}

/// The value that stands for a segment, 1 to 3.
pub(super) const fn segment_level(segment: Segment) -> u8 {
    match segment {
        Segment::Disengaged => 1,
        Segment::NotEngaged => 2,
        Segment::Engaged => 3,
    }
}

/// Rows of some columns and their classes.
fn scored(columns: &[Column<'_>]) -> Vec<(usize, u16)> {
    let class = columns.first().map(|column| Arc::clone(&column.class));
    class.map_or_else(Vec::new, |class| {
        class.iter().copied().enumerate().collect()
    })
}

/// The mean of a row's answers, where at least half are there.
fn score(columns: &[Column<'_>], row: usize) -> Option<f64> {
    let levels: Vec<u32> = columns
        .iter()
        .filter_map(|column| column.level(row).map(u32::from))
        .collect();
    let n = levels.len();
    let is_scored = n > 0 && n * 2 >= columns.len();
    let n = u32::try_from(n).ok()?;
    is_scored.then(|| f64::from(levels.iter().sum::<u32>()) / f64::from(n))
}
