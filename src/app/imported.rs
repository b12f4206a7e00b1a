//! From what a file said to what the workspace keeps.

use std::sync::Arc;

use rand::SeedableRng;
use rand::seq::SliceRandom;
use rand_chacha::ChaCha8Rng;

use crate::domain::{MISSING, Questionnaire, SheetBlock, StoredAnswers, WaveCode};
use crate::import::{ImportedAnswers, ImportedScore};
use crate::store::StoredScore;

/// What a file asked, and the answers of each of its waves. A wave is none where the file has no
/// such column. Head counts are looked up when they are needed, for they change.
#[must_use]
pub(super) fn stored_answers(
    imported: ImportedAnswers,
) -> (Questionnaire, Vec<(Option<WaveCode>, StoredAnswers)>) {
    let questionnaire = imported.questionnaire.clone();
    (questionnaire, imported.into_stored(&[]))
}

/// Both sets of whole sheets together, shuffled anew so that it cannot be told which came later.
#[must_use]
pub(super) fn joined(first: StoredAnswers, second: StoredAnswers, seed: u64) -> StoredAnswers {
    if first.blocks.is_empty() {
        return second;
    }
    let offset = u16::try_from(first.classes.len()).unwrap_or(u16::MAX);
    let mut classes = first.classes;
    classes.extend(second.classes);
    let rows = |blocks: &[SheetBlock]| blocks.first().map_or(0, |block| block.class.len());
    let (before, after) = (rows(&first.blocks), rows(&second.blocks));
    let mut order: Vec<usize> = (0..before + after).collect();
    order.shuffle(&mut ChaCha8Rng::seed_from_u64(seed));
    let first_class = first.blocks.first().map(|block| Arc::clone(&block.class));
    let second_class = second.blocks.first().map(|block| Arc::clone(&block.class));
    let class_of = |row: usize| -> u16 {
        let earlier = first_class
            .as_ref()
            .and_then(|class| class.get(row))
            .copied();
        let later = second_class
            .as_ref()
            .and_then(|class| class.get(row.wrapping_sub(before)));
        earlier
            .or_else(|| later.map(|class| class + offset))
            .unwrap_or(0)
    };
    let class: Arc<[u16]> = order.iter().map(|row| class_of(*row)).collect();
    let mut blocks: Vec<SheetBlock> = Vec::new();
    for block in first.blocks.iter().chain(&second.blocks) {
        if blocks
            .iter()
            .any(|known| known.dimension == block.dimension)
        {
            continue;
        }
        blocks.push(joined_block(
            &block.dimension,
            (&first.blocks, &second.blocks),
            (before, after),
            (&order, &class),
        ));
    }
    StoredAnswers {
        classes,
        blocks,
        is_linked: true,
        company_view: None,
    }
}

fn joined_block(
    dimension: &str,
    (first, second): (&[SheetBlock], &[SheetBlock]),
    (before, after): (usize, usize),
    (order, class): (&[usize], &Arc<[u16]>),
) -> SheetBlock {
    let of = |blocks: &[SheetBlock], item: &str| -> Option<Vec<u8>> {
        let block = blocks.iter().find(|block| block.dimension == dimension)?;
        let position = block.items.iter().position(|known| known == item)?;
        block.columns.get(position).cloned()
    };
    let mut items: Vec<String> = Vec::new();
    for block in first
        .iter()
        .chain(second)
        .filter(|block| block.dimension == dimension)
    {
        for item in &block.items {
            if !items.contains(item) {
                items.push(item.clone());
            }
        }
    }
    let columns = items.iter().map(|item| {
        let mut column = of(first, item).unwrap_or_else(|| vec![MISSING; before]);
        column.extend(of(second, item).unwrap_or_else(|| vec![MISSING; after]));
        order
            .iter()
            .map(|row| column.get(*row).copied().unwrap_or(MISSING))
            .collect()
    });
    let columns = columns.collect();
    SheetBlock {
        dimension: dimension.to_owned(),
        items,
        class: Arc::clone(class),
        columns,
    }
}

/// Means of a former vendor; `wave` where the file names none.
#[must_use]
pub(super) fn stored_scores(scores: Vec<ImportedScore>, wave: &WaveCode) -> Vec<StoredScore> {
    let stored = |score: ImportedScore| {
        let ImportedScore {
            branch,
            audience,
            wave: named,
            dimension,
            value,
            n,
        } = score;
        let wave = named.unwrap_or_else(|| wave.clone());
        StoredScore {
            branch,
            audience,
            wave,
            title: dimension.clone(),
            dimension,
            value,
            n,
        }
    };
    scores.into_iter().map(stored).collect()
}
