//! Survey answers collected elsewhere: one byte an answer, shuffled, nothing else kept of a sheet
//! but its branch, staff group and wave.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use rand::SeedableRng;
use rand::seq::SliceRandom;
use rand_chacha::ChaCha8Rng;
use rayon::prelude::*;

use super::columns::{Columns, kind_of_unknown};
use super::sheets::{ImportedAnswers, ImportedClass, ImportedSheets};
use super::where_branch::Whereabouts;
use super::{Accepted, Collect, Context, Fault, Note, Summary, Taken, at};
use crate::domain::{Audience, Item, ItemKind, MISSING, Questionnaire, StaffGroup, Text, WaveCode};
use crate::error::{Error, Field, Kind, Result};
use crate::import::infer::infer_questionnaire;
use crate::import::items::AnswerWords;
use crate::import::memo::Memo;
use crate::import::normal::normal;
use crate::import::refusal::RefusalReason;
use crate::import::role::Role;
use crate::import::row::Row;
use crate::import::values;

struct ItemColumn {
    column: usize,
    id: String,
    kind: ItemKind,
    range: (u8, u8),
}

pub(super) struct Answers {
    items: Vec<ItemColumn>,
    questionnaire: Questionnaire,
    words: AnswerWords,
    branches: Whereabouts,
    branch_column: usize,
    group_column: Option<usize>,
    is_group_flag: bool,
    position_column: Option<usize>,
    wave_column: Option<usize>,
    groups: HashMap<String, Result<Option<StaffGroup>, RefusalReason>>,
    group_memo: Memo<Option<StaffGroup>>,
    positions: HashMap<String, StaffGroup>,
    /// Per branch: the class of all its staff, of contact staff, of the back office.
    classes: Vec<[Option<u16>; 3]>,
    class_list: Vec<(usize, Option<StaffGroup>)>,
    waves: HashMap<String, u16>,
    wave_memo: Memo<u16>,
    wave_list: Vec<Option<WaveCode>>,
    row_class: Vec<u16>,
    row_wave: Vec<u16>,
    data: Vec<Vec<u8>>,
    scratch: Vec<u8>,
    seed: u64,
    notes: BTreeSet<Note>,
}

impl Answers {
    pub(super) fn new(columns: &Columns, context: &Context<'_>) -> Result<Self> {
        let questionnaire = match context.questionnaire {
            Some(questionnaire) => questionnaire.clone(),
            None => inferred(columns),
        };
        let mut items = Vec::new();
        for (column, id) in columns.items() {
            let item = questionnaire.item(id);
            let not_found = || {
                Error::from(Kind::NotFound {
                    field: Field::Item,
                    name: id.to_owned(),
                })
            };
            let kind = item.ok_or_else(not_found)?.kind;
            // Free text never comes in.
            if let Some(range) = kind.range() {
                items.push(ItemColumn {
                    column,
                    id: id.to_owned(),
                    kind,
                    range,
                });
            }
        }
        let words = AnswerWords::new(Some(&questionnaire));
        Ok(Self {
            data: vec![Vec::new(); items.len()],
            scratch: Vec::with_capacity(items.len()),
            items,
            questionnaire,
            words,
            branches: Whereabouts::new(context),
            branch_column: columns.get(&Role::Branch).unwrap_or(0),
            group_column: columns.get(&Role::Group),
            is_group_flag: columns.is_group_flag,
            position_column: columns.get(&Role::Position),
            wave_column: columns.get(&Role::Wave),
            groups: HashMap::new(),
            group_memo: Memo::new(),
            positions: context
                .positions
                .iter()
                .map(|position| (normal(&position.title), position.group))
                .collect(),
            classes: Vec::new(),
            class_list: Vec::new(),
            waves: HashMap::new(),
            wave_memo: Memo::new(),
            wave_list: Vec::new(),
            row_class: Vec::new(),
            row_wave: Vec::new(),
            seed: context.seed,
            notes: BTreeSet::new(),
        })
    }

    /// Reads the answers of a row into the scratch row; says whether there is one.
    fn read_answers(&mut self, row: Row<'_>) -> Result<bool, Box<Fault>> {
        self.scratch.clear();
        let mut has_answer = false;
        for item in &self.items {
            let (lo, hi) = item.range;
            let answer = match row.digit(item.column) {
                Some(digit) if (lo..=hi).contains(&digit) => digit,
                Some(_) | None => self
                    .words
                    .answer(row.cell(item.column), item.kind)
                    .map_err(at(item.column))?,
            };
            has_answer |= answer != MISSING;
            self.scratch.push(answer);
        }
        Ok(has_answer)
    }

    fn group(&mut self, row: Row<'_>) -> Result<Option<StaffGroup>, Box<Fault>> {
        if let Some(column) = self.group_column {
            let short = row.short(column);
            if let Some(group) = self.group_memo.get(short) {
                return Ok(group);
            }
            let cell = row.cell(column);
            if !cell.is_empty() {
                let text = cell.to_text();
                if let Some(known) = self.groups.get(text.as_ref()) {
                    return known.clone().map_err(at(column));
                }
                let group =
                    values::group(cell, self.is_group_flag).map(|audience| match audience {
                        Audience::All => None,
                        Audience::Contact => Some(StaffGroup::Contact),
                        Audience::BackOffice => Some(StaffGroup::BackOffice),
                    });
                self.groups.insert(text.into_owned(), group.clone());
                if let Ok(group) = &group {
                    self.group_memo.put(short, *group);
                }
                return group.map_err(at(column));
            }
        }
        let position = self.position_column.filter(|_| !self.positions.is_empty());
        let group = position.and_then(|column| {
            self.positions
                .get(&normal(&row.cell(column).to_text()))
                .copied()
        });
        if group.is_some() {
            self.notes.insert(Note::GroupFromPosition);
        }
        Ok(group)
    }

    fn wave(&mut self, row: Row<'_>) -> Result<u16, Box<Fault>> {
        let short = self.wave_column.map_or(0, |column| row.short(column));
        if let Some(wave) = self.wave_memo.get(short) {
            return Ok(wave);
        }
        let (column, text) = match self.wave_column {
            Some(column) => (column, row.cell(column).to_text()),
            None => (0, std::borrow::Cow::Borrowed("")),
        };
        if let Some(wave) = self.waves.get(text.as_ref()) {
            return Ok(*wave);
        }
        if text.is_empty() && self.wave_column.is_some() {
            return Err(at(column)(RefusalReason::EmptyCell));
        }
        let code = if text.is_empty() {
            None
        } else {
            Some(WaveCode::new(&text).map_err(|_| at(column)(RefusalReason::TooLong))?)
        };
        let wave =
            u16::try_from(self.wave_list.len()).map_err(|_| at(column)(RefusalReason::TooLong))?;
        self.wave_list.push(code);
        self.waves.insert(text.into_owned(), wave);
        self.wave_memo.put(short, wave);
        Ok(wave)
    }

    fn class(&mut self, branch: usize, group: Option<StaffGroup>) -> Result<u16, Box<Fault>> {
        let place = match group {
            None => 0,
            Some(StaffGroup::Contact) => 1,
            Some(StaffGroup::BackOffice) => 2,
        };
        if self.classes.len() <= branch {
            self.classes.resize(branch + 1, [None; 3]);
        }
        if let Some(class) = self.classes[branch][place] {
            return Ok(class);
        }
        let unknown = |_| at(self.branch_column)(RefusalReason::UnknownBranch { close: None });
        let class = u16::try_from(self.class_list.len()).map_err(unknown)?;
        self.class_list.push((branch, group));
        self.classes[branch][place] = Some(class);
        Ok(class)
    }

    /// The sheets of one wave, shuffled; classes in an order that says nothing of the file's.
    fn sheets_of(&self, wave: u16, code: Option<WaveCode>) -> ImportedSheets {
        let mut rows: Vec<u32> = (0_u32..)
            .zip(&self.row_wave)
            .filter(|(_, of)| **of == wave)
            .map(|(row, _)| row)
            .collect();
        let mut random = ChaCha8Rng::seed_from_u64(self.seed ^ (u64::from(wave) << 48));
        rows.shuffle(&mut random);
        let order: BTreeMap<ImportedClass, u16> = (0_u16..)
            .zip(&self.class_list)
            .map(|(class, (branch, group))| {
                (
                    ImportedClass {
                        branch: self.branches.code(*branch),
                        group: *group,
                    },
                    class,
                )
            })
            .collect();
        let old = pick(&self.row_class, &rows);
        let used: BTreeSet<u16> = old.iter().copied().collect();
        let mut place: HashMap<u16, u16> = HashMap::new();
        let mut classes = Vec::new();
        for (class, number) in order
            .into_iter()
            .filter(|(_, number)| used.contains(number))
        {
            place.insert(
                number,
                u16::try_from(classes.len()).expect("not more than before"),
            );
            classes.push(class);
        }
        let new = |class: &u16| {
            place
                .get(class)
                .copied()
                .expect("every used class has a place")
        };
        ImportedSheets {
            wave: code,
            classes,
            class: old.iter().map(new).collect(),
            columns: self
                .data
                .par_iter()
                .map(|column| pick(column, &rows))
                .collect(),
        }
    }
}

/// The values at these rows.
fn pick<T: Copy>(values: &[T], rows: &[u32]) -> Vec<T> {
    rows.iter().map(|row| values[*row as usize]).collect()
}

/// A questionnaire from the items that the mapping names.
fn inferred(columns: &Columns) -> Questionnaire {
    let spelt = |column: usize, id: &str| {
        let head = columns.head(column);
        // The head keeps its capitals for the title.
        if head.trim().to_lowercase() == id {
            head.to_owned()
        } else {
            id.to_owned()
        }
    };
    let heads: Vec<String> = columns
        .items()
        .map(|(column, id)| spelt(column, id))
        .collect();
    let mut questionnaire = infer_questionnaire(&heads);
    for (_, id) in columns.items() {
        if questionnaire.item(id).is_none() {
            questionnaire.items.push(Item {
                id: id.to_owned(),
                dimension: String::new(),
                kind: kind_of_unknown(id),
                text: Text::same(id),
                short: Text::same(id),
                is_reversed: false,
                motive: None,
                lever: None,
            });
        }
    }
    questionnaire
}

impl Collect for Answers {
    fn row(&mut self, row: Row<'_>) -> Result<Taken, Box<Fault>> {
        let branch = self.branches.find_in(row, self.branch_column)?;
        let has_answer = self.read_answers(row)?;
        let group = self.group(row)?;
        let wave = self.wave(row)?;
        if !has_answer {
            self.notes.insert(Note::EmptySheets);
            return Ok(Taken::Blank);
        }
        let class = self.class(branch, group)?;
        self.branches.mark(branch);
        self.row_class.push(class);
        self.row_wave.push(wave);
        for (column, answer) in self.data.iter_mut().zip(&self.scratch) {
            column.push(*answer);
        }
        Ok(Taken::New)
    }

    fn finish(
        mut self: Box<Self>,
        summary: &mut Summary,
        notes: &mut BTreeSet<Note>,
    ) -> Result<Accepted> {
        summary.branches_seen = self.branches.count_seen();
        notes.append(&mut self.notes);
        notes.insert(Note::Shuffled);
        if self.class_list.iter().all(|(_, group)| group.is_none()) {
            notes.insert(Note::NoGroup);
        }
        let waves: Vec<(u16, &Option<WaveCode>)> = (0_u16..).zip(&self.wave_list).collect();
        let mut sheets: Vec<ImportedSheets> = waves
            .into_par_iter()
            .map(|(wave, code)| self.sheets_of(wave, code.clone()))
            .filter(|sheets| !sheets.class.is_empty())
            .collect();
        sheets.sort_by(|a, b| a.wave.cmp(&b.wave));
        Ok(Accepted::Answers(Box::new(ImportedAnswers {
            questionnaire: self.questionnaire,
            items: self.items.into_iter().map(|item| item.id).collect(),
            sheets,
        })))
    }
}
