//! Answers per class and question, counted straight from the data set.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::domain::{
    Answers, Block, BlockContent, Class, Dataset, Item, ItemKind, Lever, Motive, StaffGroup,
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
        let tallies = tallies(dataset, &wave.answers);
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
            answered: tallies.iter().map(|it| it.answered[at]).collect(),
        };
        let classes = wave.answers.classes.iter().enumerate();
        let per_class = 0..wave.answers.classes.len();
        let levels = per_class
            .clone()
            .map(|at| tallies.iter().map(|it| it.levels[at].clone()).collect());
        truth.levels.push(levels.collect());
        let sums = per_class.map(|at| tallies.iter().map(|it| it.sums[at]).collect());
        truth.sums.push(sums.collect());
        tables.push(WaveTable {
            wave: wave.wave.code.as_str().to_owned(),
            min_group: wave.wave.min_group.get(),
            classes: classes.map(class).collect(),
            parts: tallies.iter().map(|it| it.parts.clone()).collect(),
            questions: tallies.into_iter().map(|it| it.question).collect(),
        });
    }
    (tables, truth)
}

/// The questions of a wave in order, each counted on its own.
fn tallies(dataset: &Dataset, answers: &Answers) -> Vec<Tally> {
    let asked = asked(dataset, answers);
    let classes = answers.classes.len();
    let counted = asked.par_iter().map(|asked| asked.count(answers, classes));
    let mut tallies: Vec<Tally> = counted.collect();
    let at: BTreeMap<Question, usize> = tallies
        .iter()
        .enumerate()
        .rev()
        .map(|(at, tally)| (tally.question.clone(), at))
        .collect();
    for (position, asked) in asked.iter().enumerate() {
        let (Count::Composed(columns) | Count::Pooled(columns)) = &asked.count else {
            continue;
        };
        let items = columns
            .iter()
            .map(|column| Question::Of(Subject::Item(column.item.id.as_str().into())));
        let parts: Vec<usize> = items.filter_map(|item| at.get(&item).copied()).collect();
        if matches!(asked.count, Count::Pooled(_)) {
            let answered = |class: usize| {
                let counts = parts.iter().map(|part| tallies[*part].answered[class]);
                counts.filter(|n| *n > 0).min().unwrap_or(0)
            };
            tallies[position].answered = (0..classes).map(answered).collect();
        }
        let parts = parts.iter().filter_map(|part| u16::try_from(*part).ok());
        tallies[position].parts = parts.collect();
    }
    tallies
}

/// What was asked in a wave; sheets come first.
fn asked<'a>(dataset: &'a Dataset, answers: &'a Answers) -> Vec<Asked<'a>> {
    let mut asked = vec![Asked::new(Subject::Sheets, Count::Sheets)];
    for block in &answers.blocks {
        match block.content {
            BlockContent::Enps => asked.push(Asked::new(Subject::Enps, Count::Enps(block))),
            BlockContent::Dimension(at) => {
                let columns = columns(dataset, block);
                asked.extend(columns.iter().map(|column| {
                    let item = Subject::Item(column.item.id.as_str().into());
                    Asked::new(item, Count::Item(column.clone()))
                }));
                let Some(about) = dataset.dimensions.get(at) else {
                    continue;
                };
                let subject = Subject::Dimension(about.id.as_str().into());
                asked.push(Asked::new(subject, Count::Composed(columns.clone())));
                if about.is_outcome {
                    asked.push(Asked {
                        question: Question::Segments(about.id.clone()),
                        count: Count::Segments(columns),
                    });
                }
            }
        }
    }
    asked.extend(tags(dataset, answers));
    asked
}

/// Conditions and levers: items of several blocks. Where nothing may look across blocks, their
/// answers are joined question by question, and the fewest answers count.
fn tags<'a>(dataset: &'a Dataset, answers: &'a Answers) -> Vec<Asked<'a>> {
    let blocks = answers.blocks.iter();
    let blocks = blocks.filter(|block| block.content != BlockContent::Enps);
    let blocks: Vec<&Block> = blocks.collect();
    let rows = blocks.first().map_or(0, |block| block.rows());
    let is_linked = answers.is_linked;
    let whole = blocks
        .iter()
        .filter(|block| !is_linked || block.rows() == rows);
    let all: Vec<Column<'_>> = whole.flat_map(|block| columns(dataset, block)).collect();
    let tagged = |subject: Subject, has: &dyn Fn(&Item) -> bool| {
        let of = all.iter().filter(|column| has(column.item));
        let columns: Vec<Column<'_>> = of.cloned().collect();
        let count = if is_linked {
            Count::Composed
        } else {
            Count::Pooled
        };
        (!columns.is_empty()).then(|| Asked::new(subject, count(columns)))
    };
    let motives = Motive::ALL
        .into_iter()
        .map(|it| tagged(Subject::Motive(it), &|item| item.motive == Some(it)));
    let levers = Lever::ALL
        .into_iter()
        .map(|it| tagged(Subject::Lever(it), &|item| item.lever == Some(it)));
    motives.chain(levers).flatten().collect()
}

/// The agreement items of a block that have an answer of every row.
fn columns<'a>(dataset: &'a Dataset, block: &'a Block) -> Vec<Column<'a>> {
    let columns = block.items.iter().zip(&block.columns);
    let known = columns.filter_map(|(item, answers)| {
        let item = dataset.items.get(*item)?;
        let is_whole = answers.len() == block.rows();
        (item.kind == ItemKind::Agreement && is_whole).then_some(Column {
            item,
            answers,
            class: &block.class,
        })
    });
    known.collect()
}

/// An agreement item with its answers.
#[derive(Clone)]
struct Column<'a> {
    item: &'a Item,
    answers: &'a [u8],
    class: &'a [u16],
}

impl Column<'_> {
    /// The level of each row after recoding; 0 without a valid answer.
    fn levels(&self) -> impl Iterator<Item = u8> {
        let is_reversed = self.item.is_reversed;
        self.answers.iter().map(move |answer| {
            let level = if is_reversed {
                6_u8.wrapping_sub(*answer)
            } else {
                *answer
            };
            if (1..=5).contains(&level) { level } else { 0 }
        })
    }
}

/// How a question is counted.
enum Count<'a> {
    /// The rows of whichever block has most of them.
    Sheets,
    Enps(&'a Block),
    Item(Column<'a>),
    /// A score of several items: of whoever answered at least half of them.
    Composed(Vec<Column<'a>>),
    Segments(Vec<Column<'a>>),
    /// Items that nobody may look across.
    Pooled(Vec<Column<'a>>),
}

struct Asked<'a> {
    question: Question,
    count: Count<'a>,
}

impl<'a> Asked<'a> {
    const fn new(subject: Subject, count: Count<'a>) -> Self {
        Self {
            question: Question::Of(subject),
            count,
        }
    }

    fn count(&self, answers: &Answers, classes: usize) -> Tally {
        let mut tally = Tally::new(self.question.clone(), classes);
        match &self.count {
            Count::Sheets => tally.sheets(&answers.blocks),
            Count::Enps(block) => {
                tally.keep_levels(11);
                let column = block.columns.first().map_or(&[][..], Vec::as_slice);
                for (class, answer) in block.class.iter().zip(column) {
                    if *answer <= 10 {
                        tally.add_level(*class, *answer, *answer);
                    }
                }
            }
            Count::Item(column) => {
                tally.keep_levels(5);
                for (class, level) in column.class.iter().zip(column.levels()) {
                    if level > 0 {
                        tally.add_level(*class, level, level - 1);
                    }
                }
            }
            Count::Composed(columns) => {
                for (class, score) in scores(columns) {
                    tally.add(class, score);
                }
            }
            Count::Segments(columns) => {
                tally.keep_levels(3);
                for (class, score) in scores(columns) {
                    let level = segment_level(segment_of(score));
                    tally.add_level(class, level, level - 1);
                }
            }
            Count::Pooled(_) => {}
        }
        tally
    }
}

/// Counters of one question; all lists are per class.
struct Tally {
    question: Question,
    parts: Vec<u16>,
    answered: Vec<u32>,
    levels: Vec<Vec<u32>>,
    sums: Vec<f64>,
}

impl Tally {
    fn new(question: Question, classes: usize) -> Self {
        Self {
            question,
            parts: Vec::new(),
            answered: vec![0; classes],
            levels: vec![Vec::new(); classes],
            sums: vec![0.0; classes],
        }
    }

    /// So many values are counted apart.
    fn keep_levels(&mut self, levels: usize) {
        self.levels.fill(vec![0; levels]);
    }

    fn sheets(&mut self, blocks: &[Block]) {
        for block in blocks {
            let mut rows = vec![0_u32; self.answered.len()];
            for class in block.class.iter() {
                if let Some(n) = rows.get_mut(usize::from(*class)) {
                    *n += 1;
                }
            }
            let most = self.answered.iter_mut();
            most.zip(rows).for_each(|(most, n)| *most = n.max(*most));
        }
    }

    fn add(&mut self, class: u16, value: f64) {
        let class = usize::from(class);
        if let Some(n) = self.answered.get_mut(class) {
            *n += 1;
            self.sums[class] += value;
        }
    }

    /// A whole value, which is counted apart at a position.
    fn add_level(&mut self, class: u16, value: u8, at: u8) {
        self.add(class, f64::from(value));
        let levels = self.levels.get_mut(usize::from(class));
        if let Some(n) = levels.and_then(|levels| levels.get_mut(usize::from(at))) {
            *n += 1;
        }
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

/// Values rise: the least engaged come first.
fn segment_of(score: f64) -> Segment {
    match score {
        score if score >= 4.0 => Segment::Engaged,
        score if score > 2.0 => Segment::NotEngaged,
        _ => Segment::Disengaged,
    }
}

/// The mean of each row's answers with the row's class, where at least half of them are there.
fn scores(columns: &[Column<'_>]) -> impl Iterator<Item = (u16, f64)> {
    let class = columns.first().map_or(&[][..], |column| column.class);
    let mut rows = vec![(0_u16, 0_u16); class.len()];
    for column in columns {
        for ((sum, n), level) in rows.iter_mut().zip(column.levels()) {
            *sum += u16::from(level);
            *n += u16::from(level > 0);
        }
    }
    let all = columns.len();
    let scored = class.iter().zip(rows).filter(move |(_, (_, n))| {
        let n = usize::from(*n);
        n > 0 && n * 2 >= all
    });
    scored.map(|(class, (sum, n))| (*class, f64::from(sum) / f64::from(n)))
}
