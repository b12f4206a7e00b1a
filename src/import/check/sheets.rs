//! Imported answers as they leave the importer, and the form in which they are stored. Nothing here
//! knows rows or the order of a file.

use std::sync::Arc;

use crate::domain::{
    Branch, BranchCode, Item, ItemKind, Questionnaire, SheetBlock, SheetClass, StaffGroup,
    StoredAnswers, WaveCode,
};

/// Who answered, as far as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct ImportedClass {
    /// Branch.
    pub branch: BranchCode,
    /// Staff group, where the file says.
    pub group: Option<StaffGroup>,
}

/// The sheets of one wave, in columns, shuffled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportedSheets {
    /// The wave that the file names; none where it has no such column.
    pub wave: Option<WaveCode>,
    /// Classes in order of branch code and group.
    pub classes: Vec<ImportedClass>,
    /// Class of each sheet, by position in `classes`.
    pub class: Vec<u16>,
    /// One column per item of [`ImportedAnswers::items`]; [`MISSING`](crate::domain::MISSING) where
    /// nothing was answered.
    /// Raw answers: reversed items are not recoded.
    pub columns: Vec<Vec<u8>>,
}

/// Answers of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportedAnswers {
    /// The questionnaire they answer: given, or inferred from the heads.
    pub questionnaire: Questionnaire,
    /// Ids of the items that the file has, in the order of its columns.
    pub items: Vec<String>,
    /// The waves in order of their code.
    pub sheets: Vec<ImportedSheets>,
}

impl ImportedAnswers {
    /// The answers as the workspace and the analysis hold them: one linked block per dimension and
    /// one for eNPS, classes with the head counts of these branches.
    #[must_use]
    pub fn into_stored(self, branches: &[Branch]) -> Vec<(Option<WaveCode>, StoredAnswers)> {
        let Self {
            questionnaire,
            items,
            sheets,
        } = self;
        let stored = |sheets: ImportedSheets| {
            (
                sheets.wave.clone(),
                sheets.into_stored(&questionnaire, &items, branches),
            )
        };
        sheets.into_iter().map(stored).collect()
    }
}

impl ImportedSheets {
    fn into_stored(
        self,
        questionnaire: &Questionnaire,
        ids: &[String],
        branches: &[Branch],
    ) -> StoredAnswers {
        let Self {
            wave: _,
            classes,
            class,
            columns,
        } = self;
        let class: Arc<[u16]> = class.into();
        // Dimensions in the order of the questionnaire, eNPS last.
        let order = questionnaire
            .dimensions
            .iter()
            .map(|dimension| dimension.id.as_str())
            .chain([""]);
        let mut columns: Vec<Option<Vec<u8>>> = columns.into_iter().map(Some).collect();
        let mut blocks = Vec::new();
        for dimension in order {
            let (mut items, mut taken) = (Vec::new(), Vec::new());
            for (id, column) in ids.iter().zip(&mut columns) {
                let is_of = questionnaire
                    .item(id)
                    .is_some_and(|item| is_of(item, dimension));
                if let Some(column) = column.take_if(|_| is_of) {
                    items.push(id.clone());
                    taken.push(column);
                }
            }
            if !items.is_empty() {
                let dimension = dimension.to_owned();
                blocks.push(SheetBlock {
                    dimension,
                    items,
                    class: Arc::clone(&class),
                    columns: taken,
                });
            }
        }
        let classes = classes
            .into_iter()
            .map(|class| class.into_stored(branches))
            .collect();
        StoredAnswers {
            classes,
            blocks,
            is_linked: true,
            company_view: None,
        }
    }
}

/// Does an item belong to the block of this dimension, the empty one for eNPS?
fn is_of(item: &Item, dimension: &str) -> bool {
    if dimension.is_empty() {
        item.kind == ItemKind::Recommend
    } else {
        item.dimension == dimension
    }
}

impl ImportedClass {
    fn into_stored(self, branches: &[Branch]) -> SheetClass {
        let Self { branch, group } = self;
        // A head count of nobody is a head count that is not known.
        let known = branches
            .iter()
            .find(|known| known.code == branch && known.head_count() > 0);
        SheetClass {
            branches: vec![branch],
            group,
            invited_contact: known.map(|branch| branch.contact),
            invited_back_office: known.map(|branch| branch.back_office),
        }
    }
}
