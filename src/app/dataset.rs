//! From names to positions: the workspace, or files of the one-shot mode, as one `Dataset`.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::domain::{
    Answers, Block, BlockContent, Branch, BranchCode, Class, CompanyBands, CompanyView, Dataset,
    Dimension, Item, ItemKind, Outcome, Questionnaire, SheetBlock, SheetClass, StaffGroup,
    StaffScore, StoredAnswers, Text, Wave, WaveData,
};
use crate::error::{Kind, Result};
use crate::store::StoredScore;

/// A wave with what it asked and what was answered.
#[derive(Debug, Clone)]
pub struct WaveInput {
    /// The wave.
    pub wave: Wave,
    /// What it asked.
    pub questionnaire: Arc<Questionnaire>,
    /// What was answered.
    pub answers: StoredAnswers,
}

/// Builds the data set. Branches that only answers or scores name are added by their code.
///
/// # Errors
/// When there are more classes than a column can point to.
pub fn build_dataset(
    branches: Vec<Branch>,
    waves: Vec<WaveInput>,
    scores: Vec<StoredScore>,
    outcomes: Vec<Outcome>,
) -> Result<Dataset> {
    let mut builder = Builder::new(branches, &waves, &scores);
    for input in waves {
        builder.add_wave(input)?;
    }
    for score in scores {
        builder.add_score(score);
    }
    Ok(Dataset {
        outcomes,
        ..builder.dataset
    })
}

struct Builder {
    dataset: Dataset,
    branch_at: BTreeMap<BranchCode, usize>,
    pool_at: BTreeMap<Vec<usize>, usize>,
    dimension_at: BTreeMap<String, usize>,
    item_at: BTreeMap<String, usize>,
}

impl Builder {
    fn new(mut branches: Vec<Branch>, waves: &[WaveInput], scores: &[StoredScore]) -> Self {
        let answered = waves.iter().flat_map(|wave| &wave.answers.classes);
        let named = answered
            .flat_map(|class| &class.branches)
            .chain(scores.iter().map(|s| &s.branch));
        let mut unknown: Vec<&BranchCode> = named.collect();
        unknown.sort();
        unknown.dedup();
        unknown.retain(|code| !branches.iter().any(|branch| branch.code == **code));
        branches.extend(unknown.into_iter().cloned().map(Branch::from_code));
        branches.sort_by(|a, b| a.code.cmp(&b.code));
        let branch_at = branches.iter().map(|b| b.code.clone()).zip(0..).collect();
        let mut builder = Self {
            dataset: Dataset {
                branches,
                ..Dataset::default()
            },
            branch_at,
            pool_at: BTreeMap::new(),
            dimension_at: BTreeMap::new(),
            item_at: BTreeMap::new(),
        };
        for class in waves.iter().flat_map(|wave| &wave.answers.classes) {
            builder.add_pool(&class.branches);
        }
        builder
    }

    /// Branches that answer together stand as one more branch, the same in every wave.
    fn add_pool(&mut self, codes: &[BranchCode]) {
        let members = self.positions(codes);
        if members.len() < 2 || self.pool_at.contains_key(&members) {
            return;
        }
        let position = self.dataset.branches.len();
        let pool = joint_branch(&self.dataset.branches, &members);
        self.dataset.branches.push(pool);
        self.dataset.pools.insert(position, members.clone());
        self.pool_at.insert(members, position);
    }

    /// Where branches stand, each once, in order.
    fn positions(&self, codes: &[BranchCode]) -> Vec<usize> {
        let known = codes.iter().filter_map(|code| self.branch_at.get(code));
        let known: BTreeSet<usize> = known.copied().collect();
        known.into_iter().collect()
    }

    fn add_wave(&mut self, input: WaveInput) -> Result<()> {
        self.add_questions(&input.questionnaire);
        let StoredAnswers {
            classes,
            blocks,
            is_linked,
            company_view,
        } = input.answers;
        if u16::try_from(classes.len()).is_err() {
            return Err(Kind::Internal("more than 65,535 classes".to_owned()).into());
        }
        let classes = classes.iter().map(|class| self.class(class)).collect();
        let blocks = blocks
            .into_iter()
            .filter_map(|block| self.block(block))
            .collect();
        let company_view = company_view.map(|view| self.company_view(view));
        let answers = Answers {
            classes,
            blocks,
            is_linked,
            company_view,
        };
        self.dataset.waves.push(WaveData {
            wave: input.wave,
            answers,
        });
        Ok(())
    }

    /// Questionnaires of several waves share dimensions and items of the same id.
    fn add_questions(&mut self, questionnaire: &Questionnaire) {
        for dimension in &questionnaire.dimensions {
            let position = self.dimension(&dimension.id, &dimension.title);
            self.dataset.dimensions[position].is_outcome = dimension.is_outcome;
            for item in questionnaire.items_of(&dimension.id) {
                let is_new = !self.item_at.contains_key(&item.id);
                if item.kind == ItemKind::Agreement && is_new {
                    self.item_at
                        .insert(item.id.clone(), self.dataset.items.len());
                    self.dataset.dimensions[position]
                        .items
                        .push(self.dataset.items.len());
                    self.dataset.items.push(Item::clone(item));
                }
            }
        }
    }

    fn dimension(&mut self, id: &str, title: &Text) -> usize {
        if let Some(position) = self.dimension_at.get(id) {
            return *position;
        }
        let position = self.dataset.dimensions.len();
        self.dimension_at.insert(id.to_owned(), position);
        self.dataset.dimensions.push(Dimension {
            id: id.to_owned(),
            title: title.clone(),
            items: Vec::new(),
            is_outcome: false,
        });
        position
    }

    fn class(&self, class: &SheetClass) -> Class {
        let SheetClass {
            branches,
            group,
            invited_contact,
            invited_back_office,
        } = class;
        let members = self.positions(branches);
        let branches = match self.pool_at.get(&members) {
            Some(pool) => vec![*pool],
            None => members,
        };
        let head_counts = |count: fn(&Branch) -> u32| -> Option<u32> {
            let sum: u32 = branches
                .iter()
                .map(|at| count(&self.dataset.branches[*at]))
                .sum();
            let all: u32 = branches
                .iter()
                .map(|at| self.dataset.branches[*at].head_count())
                .sum();
            (all > 0).then_some(sum)
        };
        let of = |wanted, given: Option<u32>, count: fn(&Branch) -> u32| match group {
            Some(group) if *group != wanted => Some(0),
            _ => given.or_else(|| head_counts(count)),
        };
        Class {
            group: *group,
            invited_contact: of(StaffGroup::Contact, *invited_contact, |b| b.contact),
            invited_back_office: of(StaffGroup::BackOffice, *invited_back_office, |b| {
                b.back_office
            }),
            branches: branches.clone(),
        }
    }

    fn block(&self, block: SheetBlock) -> Option<Block> {
        let SheetBlock {
            dimension,
            items,
            class,
            columns,
        } = block;
        if dimension.is_empty() {
            return Some(Block {
                content: BlockContent::Enps,
                items: Vec::new(),
                class,
                columns,
            });
        }
        let position = *self.dimension_at.get(&dimension)?;
        let known = items.iter().zip(columns).filter_map(|(item, column)| {
            self.item_at.get(item).map(|position| (*position, column))
        });
        let (items, columns): (Vec<usize>, Vec<Vec<u8>>) = known.unzip();
        Some(Block {
            content: BlockContent::Dimension(position),
            items,
            class,
            columns,
        })
    }

    /// Columns of dimensions that nobody knows any more are left out.
    fn company_view(&self, (dimensions, bands): CompanyBands) -> CompanyView {
        let known = dimensions.iter().zip(bands);
        let known = known.filter_map(|(id, column)| Some((*self.dimension_at.get(id)?, column)));
        let (dimensions, bands) = known.unzip();
        CompanyView { dimensions, bands }
    }

    fn add_score(&mut self, score: StoredScore) {
        let StoredScore {
            branch,
            audience,
            wave,
            dimension,
            title,
            value,
            n,
        } = score;
        let title = if title.is_empty() { &dimension } else { &title };
        let dimension = self.dimension(&dimension, &Text::same(title));
        let Some(branch) = self.branch_at.get(&branch).copied() else {
            return;
        };
        self.dataset.staff_scores.push(StaffScore {
            branch,
            audience,
            wave,
            dimension,
            value,
            n,
        });
    }
}

/// What stands for several branches: their names side by side, their people together.
fn joint_branch(branches: &[Branch], members: &[usize]) -> Branch {
    let of = |part: fn(&Branch) -> &str| -> Vec<&str> {
        members.iter().map(|at| part(&branches[*at])).collect()
    };
    let alike = |parts: Vec<&str>| {
        let first = parts.first().copied().unwrap_or_default();
        let is_same = parts.iter().all(|part| *part == first);
        if is_same {
            first.to_owned()
        } else {
            String::new()
        }
    };
    let people = |count: fn(&Branch) -> u32| {
        let counts = members.iter().map(|at| count(&branches[*at]));
        counts.fold(0_u32, u32::saturating_add)
    };
    Branch {
        code: joint_code(
            &branches.iter().map(|it| &it.code).collect(),
            &of(|it| it.code.as_str()),
        ),
        name: of(|it| &it.name).join(", "),
        region: alike(of(|it| &it.region)),
        format: alike(of(|it| &it.format)),
        contact: people(|it| it.contact),
        back_office: people(|it| it.back_office),
    }
}

/// The codes with a plus between, cut to the length of a code, and unlike every other one.
fn joint_code(taken: &BTreeSet<&BranchCode>, codes: &[&str]) -> BranchCode {
    let whole = codes.join("+");
    let tries = (0_u32..).map(|number| {
        let tail = match number {
            0 if whole.chars().count() <= BranchCode::MAX_CHARS => String::new(),
            number => format!("+…{number}"),
        };
        let room = BranchCode::MAX_CHARS - tail.chars().count();
        let head: String = whole.chars().take(room).collect();
        BranchCode::new(&format!("{head}{tail}")).ok()
    });
    let mut free = tries.flatten().filter(|code| !taken.contains(code));
    free.next()
        .expect("numbers do not run out before branches do")
}
