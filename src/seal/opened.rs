//! Opened answers: per group of classes and block, rows in an order that says nothing. No row of one
//! block belongs to a row of another.

use rayon::prelude::*;

use super::Watch;
use super::bag::Bag;
use super::batch::Batch;
use super::keys::PrivateKey;
use super::layout::BlockKind;
use super::plan::{FrozenPlan, PlanClass};
use super::record::open_inner;
use super::sheet::{comment_content, small_content};
use super::sorting::{Piles, Sorted};
use crate::domain::{CompanyBands, ProtectionLevel, SheetBlock, SheetClass, StoredAnswers};
use crate::error::{Error, Kind, Result, SealFault};

/// The answers of classes that are reported together.
#[derive(Clone, PartialEq, Eq)]
pub struct OpenedGroup {
    /// Positions in the plan, ascending.
    pub classes: Vec<u16>,
    /// How many answered.
    pub sessions: u32,
    /// Per block of the layout (the company view left out): rows, sorted.
    pub blocks: Vec<Vec<Vec<u8>>>,
    /// Comments: position among the open items, and text; sorted. Empty ones are left out.
    pub comments: Vec<(usize, String)>,
}

impl std::fmt::Debug for OpenedGroup {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "OpenedGroup({:?}, {} answers)",
            self.classes, self.sessions
        )
    }
}

/// All answers of a wave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenedAnswers {
    /// The groups, by their first class.
    pub groups: Vec<OpenedGroup>,
    /// Rows of the company view, sorted; one band per dimension.
    pub company_view: Vec<Vec<u8>>,
    /// Records that opened but were no answers to this questionnaire: somebody tampered with a
    /// station.
    pub refused: usize,
}

/// Opens a wave of level 1 with HR's key alone.
///
/// # Errors
/// [`SealFault::NotTheWitness`] at level 2; else as [`Piles::open`].
pub fn open_level_one(batch: &Batch, wave: &PrivateKey, watch: Watch<'_>) -> Result<OpenedAnswers> {
    if batch.plan().policy.level != ProtectionLevel::OneKey {
        return Err(SealFault::NotTheWitness.into());
    }
    let sorted = Piles::open(batch, wave, 0, watch)?.into_groups(batch.plan())?;
    open_sorted(&sorted, batch.plan(), wave, watch)
}

/// Opens the inner records.
pub(super) fn open_sorted(
    sorted: &Sorted,
    plan: &FrozenPlan,
    wave: &PrivateKey,
    watch: Watch<'_>,
) -> Result<OpenedAnswers> {
    let mut answers = OpenedAnswers {
        groups: Vec::new(),
        company_view: Vec::new(),
        refused: 0,
    };
    let layout = &plan.layout;
    let all = sorted.groups.len();
    for (done, group) in sorted.groups.iter().enumerate() {
        if !watch(done, all) {
            return Err(Kind::Cancelled.into());
        }
        let mut opened = OpenedGroup {
            classes: group.classes.clone(),
            sessions: group.sessions,
            blocks: vec![Vec::new(); layout.class_blocks().len()],
            comments: Vec::new(),
        };
        let small = open_each(&group.small, plan, wave, |record| {
            small_content(layout, record).map(|(index, row)| (index, row.to_vec()))
        });
        for record in small {
            match record.and_then(|(index, row)| Some((opened.blocks.get_mut(index)?, row))) {
                Some((rows, row)) => rows.push(row),
                None => answers.refused += 1,
            }
        }
        let comments = open_each(&group.comments, plan, wave, |record| {
            comment_content(layout, record).map(|(index, text)| (index, text.to_owned()))
        });
        for record in comments {
            match record {
                Some((_, text)) if text.is_empty() => {}
                Some(comment) => opened.comments.push(comment),
                None => answers.refused += 1,
            }
        }
        opened
            .blocks
            .iter_mut()
            .for_each(|rows| rows.sort_unstable());
        opened.comments.sort_unstable();
        answers.groups.push(opened);
    }
    let views = open_each(&sorted.company, plan, wave, |record| {
        small_content(layout, record).map(|(index, row)| (index, row.to_vec()))
    });
    for record in views {
        match record.filter(|(index, _)| *index >= layout.class_blocks().len()) {
            Some((_, row)) => answers.company_view.push(row),
            None => answers.refused += 1,
        }
    }
    answers.company_view.sort_unstable();
    Ok(answers)
}

fn open_each<T: Send>(
    bag: &Bag,
    plan: &FrozenPlan,
    wave: &PrivateKey,
    read: impl Fn(&[u8]) -> Result<T> + Sync,
) -> Vec<Option<T>> {
    let records = bag.iter().collect::<Vec<_>>();
    records
        .par_iter()
        .map(|record| {
            let plain = open_inner(wave, plan.id(), record).ok()?;
            read(&plain).ok()
        })
        .collect()
}

impl OpenedAnswers {
    /// The answers as the workspace holds them: one class per group, columns per block.
    ///
    /// # Errors
    /// When a group names a class that the plan does not have.
    pub fn stored(&self, plan: &FrozenPlan) -> Result<StoredAnswers> {
        let mut classes = Vec::new();
        for group in &self.groups {
            let own = group.classes.iter().map(|class| {
                let found = plan.classes.get(usize::from(*class));
                found.ok_or_else(|| Error::from(SealFault::Damaged))
            });
            classes.push(merged_class(&own.collect::<Result<Vec<_>>>()?));
        }
        let mut blocks = Vec::new();
        for (index, block) in plan.layout.class_blocks().iter().enumerate() {
            let rows = self.groups.iter().enumerate().flat_map(|(class, group)| {
                let own = group.blocks.get(index).into_iter().flatten();
                own.map(move |row| (u16::try_from(class).unwrap_or(u16::MAX), row))
            });
            let (class, rows): (Vec<_>, Vec<_>) = rows.unzip();
            let columns = (0..block.columns.len()).map(|column| {
                let answers = rows.iter().filter_map(|row| row.get(column).copied());
                answers.collect()
            });
            blocks.push(SheetBlock {
                dimension: match block.kind {
                    BlockKind::Dimension => block.id.clone(),
                    BlockKind::Single | BlockKind::CompanyView => String::new(),
                },
                items: block.columns.iter().map(|c| c.id.clone()).collect(),
                class: class.into(),
                columns: columns.collect(),
            });
        }
        Ok(StoredAnswers {
            classes,
            blocks,
            is_linked: false,
            company_view: self.company_columns(plan),
        })
    }

    /// The company view in columns; none where the plan has none.
    fn company_columns(&self, plan: &FrozenPlan) -> Option<CompanyBands> {
        let blocks = plan.layout.blocks().iter();
        let mut views = blocks.filter(|block| block.kind == BlockKind::CompanyView);
        let view = views.next()?;
        let column = |place: usize| -> Vec<u8> {
            let rows = self.company_view.iter();
            rows.filter_map(|row| row.get(place).copied()).collect()
        };
        let ids = view.columns.iter().map(|column| column.id.clone());
        let bands = (0..view.columns.len()).map(column);
        Some((ids.collect(), bands.collect()))
    }
}

/// One class of many: all branches; a group only where all have the same.
fn merged_class(classes: &[&PlanClass]) -> SheetClass {
    let mut branches = classes
        .iter()
        .flat_map(|class| class.branches.iter().cloned())
        .collect::<Vec<_>>();
    branches.sort_unstable();
    branches.dedup();
    let group = classes.first().and_then(|class| class.group);
    let sum = |invited: fn(&PlanClass) -> Option<u32>| {
        let all = classes.iter().map(|class| invited(class));
        all.flatten().reduce(u32::saturating_add)
    };
    SheetClass {
        branches,
        group: group.filter(|group| classes.iter().all(|class| class.group == Some(*group))),
        invited_contact: sum(|class| class.invited_contact),
        invited_back_office: sum(|class| class.invited_back_office),
    }
}
