//! Answers to tallies: one pass over the byte columns of each block, nothing kept per person.
//!
//! Everything is counted per class. What may be shown, and of whom together, is decided later.

use rayon::prelude::*;

use super::column::Column;
use super::spread::{Spread, part_of};
use crate::disclosure::{ClassPlan, Tally, merge_small_groups};
use crate::domain::{
    Answers, Block, BlockContent, Class, Dataset, Item, ItemKind, Lever, MISSING, MinGroup, Motive,
    NpsCounts, NpsScore,
};
use crate::stats::reliability::CrossSums;

/// How many rows are added up column by column at a time; small enough for the nearest cache.
const CHUNK: usize = 1024;

/// The tallies of one wave.
#[derive(Debug, Clone)]
pub(super) struct Scores {
    /// Classes after merging of small groups.
    pub(super) classes: Vec<Class>,
    /// The classes as delivered, for their head counts.
    pub(super) delivered: Vec<Class>,
    /// The class after merging of each delivered one.
    pub(super) of: Vec<u16>,
    /// Branches that are reported together in this wave.
    pub(super) pools: Vec<Vec<usize>>,
    /// Sheets per class.
    pub(super) sheets: Vec<u32>,
    /// Per dimension; none where it was not asked.
    pub(super) dimensions: Vec<Option<Column>>,
    /// Per item; none where it was not asked.
    pub(super) items: Vec<Option<Column>>,
    /// Parallel to [`Motive::ALL`].
    pub(super) motives: Vec<Option<Column>>,
    /// Parallel to [`Lever::ALL`].
    pub(super) levers: Vec<Option<Column>>,
    /// Per class; none where it was not asked.
    pub(super) enps: Option<Vec<NpsCounts>>,
    /// Per dimension and class, sums over complete rows, with the items they are of.
    pub(super) sums: Vec<Option<CompleteRows>>,
    /// Per dimension: how many people have which score; none where it was not asked.
    pub(super) spreads: Vec<Option<Spread>>,
}

/// Sums over the complete rows of a dimension.
#[derive(Debug, Clone)]
pub(super) struct CompleteRows {
    /// Positions of the items.
    pub(super) items: Vec<usize>,
    /// Per class.
    pub(super) sums: Vec<CrossSums>,
}

/// The members of those that stand for several branches in some classes.
fn pools(dataset: &Dataset, classes: &[Class]) -> Vec<Vec<usize>> {
    let is_asked = |pool: &usize| classes.iter().any(|class| class.branches.contains(pool));
    let pools = dataset.pools.iter().filter(|(pool, _)| is_asked(pool));
    pools.map(|(_, members)| members.clone()).collect()
}

/// Counts the answers of a wave.
pub(super) fn score(dataset: &Dataset, answers: &Answers, min_group: MinGroup) -> Scores {
    let raw = rows_per_class(answers);
    let ClassPlan { classes, of } = merge_small_groups(&answers.classes, &raw, min_group);
    let mut sheets = vec![0; classes.len()];
    for (class, n) in of.iter().zip(&raw) {
        sheets[usize::from(*class)] += n;
    }
    let parts: Vec<usize> = classes.iter().map(part_of).collect();
    let pass = Pass {
        items: &dataset.items,
        of: &of,
        parts: &parts,
        classes: classes.len(),
    };
    let mut scores = Scores {
        delivered: answers.classes.clone(),
        pools: pools(dataset, &answers.classes),
        sheets,
        dimensions: vec![None; dataset.dimensions.len()],
        items: vec![None; dataset.items.len()],
        motives: Vec::new(),
        levers: Vec::new(),
        enps: None,
        sums: vec![None; dataset.dimensions.len()],
        spreads: vec![None; dataset.dimensions.len()],
        of: of.clone(),
        classes,
    };
    let found: Vec<BlockScores> = answers
        .blocks
        .par_iter()
        .map(|block| pass.block(block))
        .collect();
    for block in found {
        block.put(&mut scores);
    }
    let has = |motive: Option<Motive>, lever: Option<Lever>| {
        move |item: &Item| {
            motive.is_some_and(|m| item.motive == Some(m))
                || lever.is_some_and(|l| item.lever == Some(l))
        }
    };
    let motives = Motive::ALL
        .par_iter()
        .map(|m| pass.tag(answers, &scores, has(Some(*m), None)));
    let motives: Vec<_> = motives.collect();
    let levers = Lever::ALL
        .par_iter()
        .map(|l| pass.tag(answers, &scores, has(None, Some(*l))));
    scores.levers = levers.collect();
    scores.motives = motives;
    scores
}

/// Sheets per class: the rows of the block that has most of them.
fn rows_per_class(answers: &Answers) -> Vec<u32> {
    let mut most = vec![0; answers.classes.len()];
    let mut counted: Option<&Block> = None;
    for block in &answers.blocks {
        if counted.is_some_and(|other| std::sync::Arc::ptr_eq(&other.class, &block.class)) {
            continue;
        }
        counted = Some(block);
        let mut rows = vec![0_u32; answers.classes.len()];
        for class in block.class.iter() {
            if let Some(n) = rows.get_mut(usize::from(*class)) {
                *n += 1;
            }
        }
        most.iter_mut()
            .zip(rows)
            .for_each(|(most, n)| *most = n.max(*most));
    }
    most
}

/// Answer byte to level after recoding; 0 where there is no valid answer.
pub(super) fn recode(item: Option<&Item>) -> [u8; 256] {
    let mut table = [0; 256];
    let Some(item) = item.filter(|item| item.kind == ItemKind::Agreement) else {
        return table;
    };
    for level in 1..=5_u8 {
        table[usize::from(level)] = if item.is_reversed { 6 - level } else { level };
    }
    table[usize::from(MISSING)] = 0;
    table
}

/// What all blocks of a wave share.
struct Pass<'a> {
    items: &'a [Item],
    of: &'a [u16],
    /// The part of staff that each class counts for.
    parts: &'a [usize],
    classes: usize,
}

/// An agreement item with its answers.
struct Question<'a> {
    item: usize,
    table: [u8; 256],
    column: &'a [u8],
}

/// What one block gives.
enum BlockScores {
    Enps(Vec<NpsCounts>),
    Dimension {
        dimension: usize,
        column: Column,
        items: Vec<(usize, Column)>,
        rows: CompleteRows,
        spread: Spread,
    },
    /// The block points to nothing known.
    Nothing,
}

impl Pass<'_> {
    fn block(&self, block: &Block) -> BlockScores {
        match block.content {
            BlockContent::Enps => self.enps(block),
            BlockContent::Dimension(dimension) => self.dimension(dimension, block),
        }
    }

    fn class(&self, raw: u16) -> Option<usize> {
        self.of
            .get(usize::from(raw))
            .map(|class| usize::from(*class))
    }

    fn enps(&self, block: &Block) -> BlockScores {
        let mut counts = vec![NpsCounts::default(); self.classes];
        let Some(column) = block.columns.first() else {
            return BlockScores::Nothing;
        };
        for (raw, answer) in block.class.iter().zip(column) {
            if let (Some(class), Ok(score)) = (self.class(*raw), NpsScore::new(*answer)) {
                counts[class].add(score);
            }
        }
        BlockScores::Enps(counts)
    }

    fn questions<'b>(&self, block: &'b Block) -> Vec<Question<'b>> {
        let is_agreement = |item: usize| {
            self.items
                .get(item)
                .is_some_and(|item| item.kind == ItemKind::Agreement)
        };
        let columns = block.items.iter().zip(&block.columns);
        columns
            .filter(|(item, column)| is_agreement(**item) && column.len() == block.rows())
            .map(|(item, column)| Question {
                item: *item,
                table: recode(self.items.get(*item)),
                column,
            })
            .collect()
    }

    fn dimension(&self, dimension: usize, block: &Block) -> BlockScores {
        let questions = self.questions(block);
        let k = questions.len();
        let mut levels = vec![[0_u32; 5]; self.classes * k];
        let mut tallies = vec![Tally::default(); self.classes];
        let mut sums = vec![CrossSums::new(k); self.classes];
        let mut spread = Spread::new(k);
        let mut row = vec![0_u8; k];
        for (place, raw) in block.class.iter().enumerate() {
            let Some(class) = self.class(*raw) else {
                continue;
            };
            let (mut sum, mut answered) = (0_u32, 0);
            for (j, question) in questions.iter().enumerate() {
                let level = question.table[usize::from(question.column[place])];
                row[j] = level;
                if level > 0 {
                    levels[class * k + j][usize::from(level) - 1] += 1;
                    sum += u32::from(level);
                    answered += 1;
                }
            }
            if answered > 0 && answered * 2 >= k {
                add_score(&mut tallies[class], sum, answered);
                spread.add(self.parts[class], sum, answered);
            }
            if answered == k && k > 0 {
                sums[class].add(&row);
            }
        }
        pool_levels(&mut tallies, &levels, k);
        let item = |j: usize| {
            let of_class = |class: usize| Tally::of_levels(levels[class * k + j]);
            Column::Joined((0..self.classes).map(of_class).collect())
        };
        BlockScores::Dimension {
            dimension,
            column: Column::Joined(tallies),
            items: questions
                .iter()
                .enumerate()
                .map(|(j, q)| (q.item, item(j)))
                .collect(),
            rows: CompleteRows {
                items: questions.iter().map(|q| q.item).collect(),
                sums,
            },
            spread,
        }
    }

    /// The score over all items with a tag: per person where rows are whole sheets, else question
    /// by question.
    fn tag(
        &self,
        answers: &Answers,
        scores: &Scores,
        has: impl Fn(&Item) -> bool,
    ) -> Option<Column> {
        if !answers.is_linked {
            let tagged = self
                .items
                .iter()
                .zip(&scores.items)
                .filter(|(item, _)| has(item));
            let questions = tagged.filter_map(|(_, column)| match column {
                Some(Column::Joined(tallies)) => Some(tallies.clone()),
                Some(Column::Pooled(_)) | None => None,
            });
            let questions: Vec<_> = questions.collect();
            return (!questions.is_empty()).then_some(Column::Pooled(questions));
        }
        let blocks = || {
            answers
                .blocks
                .iter()
                .filter(|b| b.content != BlockContent::Enps)
        };
        let class = &blocks().next()?.class;
        let questions: Vec<Question<'_>> = blocks()
            .filter(|block| block.rows() == class.len())
            .flat_map(|block| self.questions(block))
            .filter(|question| self.items.get(question.item).is_some_and(&has))
            .collect();
        (!questions.is_empty()).then(|| Column::Joined(self.joined(class, &questions)))
    }

    /// Person-level means over questions of several blocks, chunk by chunk.
    fn joined(&self, class: &[u16], questions: &[Question<'_>]) -> Vec<Tally> {
        let mut tallies = vec![Tally::default(); self.classes];
        let mut levels = vec![[0_u32; 5]; self.classes];
        let (mut sums, mut answered) = ([0_u16; CHUNK], [0_u16; CHUNK]);
        for (chunk, raws) in class.chunks(CHUNK).enumerate() {
            let start = chunk * CHUNK;
            sums.fill(0);
            answered.fill(0);
            for question in questions {
                let column = &question.column[start..start + raws.len()];
                for ((sum, n), answer) in sums.iter_mut().zip(&mut answered).zip(column) {
                    let level = question.table[usize::from(*answer)];
                    *sum += u16::from(level);
                    *n += u16::from(level > 0);
                }
                for (raw, answer) in raws.iter().zip(column) {
                    let level = question.table[usize::from(*answer)];
                    if let (Some(class), true) = (self.class(*raw), level > 0) {
                        levels[class][usize::from(level) - 1] += 1;
                    }
                }
            }
            for ((raw, sum), n) in raws.iter().zip(&sums).zip(&answered) {
                let n = usize::from(*n);
                if let (Some(class), true) = (self.class(*raw), n > 0 && n * 2 >= questions.len()) {
                    add_score(&mut tallies[class], u32::from(*sum), n);
                }
            }
        }
        pool_levels(&mut tallies, &levels, 1);
        tallies
    }
}

impl BlockScores {
    fn put(self, scores: &mut Scores) {
        match self {
            Self::Nothing => {}
            Self::Enps(counts) => scores.enps = Some(counts),
            Self::Dimension {
                dimension,
                column,
                items,
                rows,
                spread,
            } => {
                for (item, column) in items {
                    if let Some(slot) = scores.items.get_mut(item) {
                        *slot = Some(column);
                    }
                }
                if let Some(slot) = scores.dimensions.get_mut(dimension) {
                    *slot = Some(column);
                }
                if let Some(slot) = scores.sums.get_mut(dimension) {
                    *slot = Some(rows);
                }
                if let Some(slot) = scores.spreads.get_mut(dimension) {
                    *slot = Some(spread);
                }
            }
        }
    }
}

/// Counts a person whose answers add up to `sum`.
fn add_score(tally: &mut Tally, sum: u32, answered: usize) {
    let answered = u32::try_from(answered).unwrap_or(u32::MAX);
    let score = f64::from(sum) / f64::from(answered);
    tally.n += 1;
    tally.sum += score;
    tally.sum_squares += score * score;
}

/// Adds the level counts of `k` questions a class to the tallies.
fn pool_levels(tallies: &mut [Tally], levels: &[[u32; 5]], k: usize) {
    if k == 0 {
        return;
    }
    for (tally, questions) in tallies.iter_mut().zip(levels.chunks(k)) {
        for counts in questions {
            tally
                .levels
                .iter_mut()
                .zip(counts)
                .for_each(|(all, n)| *all += n);
        }
    }
}
