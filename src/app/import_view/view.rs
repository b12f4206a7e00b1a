//! Makes the wizard's view of a file.

use std::collections::BTreeSet;

use super::{
    AskedOrigin, AskedView, ImportColumn, ImportKindView, ImportRow, ImportView, RefusalGroupView,
    RefusalView, RoleView,
};
use crate::app::ImportPlan;
use crate::domain::{Lang, Questionnaire};
use crate::i18n::{FluentValue, message_with};
use crate::import::{
    Accepted, Cell, Checked, DropReason, Guess, ImportKind, Mapping, Need, RawTable, Refusal,
    RefusalReason, Role, infer_questionnaire_from,
};

/// Rows of the preview.
const PREVIEW: usize = 200;
/// Refusals that are sent to the window.
const MAX_REFUSALS: usize = 10_000;

/// What a view is made from.
pub(in crate::app) struct Parts<'a> {
    pub(in crate::app) table: &'a RawTable,
    pub(in crate::app) mapping: &'a Mapping,
    pub(in crate::app) guess: &'a Guess,
    pub(in crate::app) checked: Option<&'a Checked>,
    pub(in crate::app) questionnaire: Option<&'a Questionnaire>,
    pub(in crate::app) origin: AskedOrigin,
    pub(in crate::app) competencies: &'a [(String, String)],
    pub(in crate::app) branches_known: usize,
    pub(in crate::app) is_known_file: bool,
    pub(in crate::app) kind: ImportKind,
    pub(in crate::app) lang: Lang,
}

/// The view under a plan.
pub(in crate::app) fn import_view(parts: &Parts<'_>, plan: ImportPlan) -> ImportView {
    let Parts { table, checked, .. } = parts;
    let summary = checked
        .map(|checked| checked.summary.clone())
        .unwrap_or_default();
    let columns = columns(parts);
    let dropped = columns.iter().filter(|column| column.is_personal);
    let dropped = dropped.map(|column| column.head.clone()).collect();
    let refused: &[Refusal] = checked.map_or(&[], |checked| &checked.refused);
    ImportView {
        file: table.name().to_owned(),
        sheets: table.sheets().to_vec(),
        sheet: table.sheet().map(str::to_owned),
        format_note: format_note(table),
        kind: kind_view(parts.kind, parts),
        kinds: ImportKind::ALL
            .into_iter()
            .map(|kind| kind_view(kind, parts))
            .collect(),
        preset_key: parts.guess.preset.map(|preset| preset.key()),
        rows: rows(table, &columns, refused),
        columns,
        row_count: table.row_count(),
        missing_roles: parts.mapping.missing().iter().map(Role::key).collect(),
        ready: summary.ready,
        refused: summary.refused,
        known: summary.existing,
        span: summary.span,
        branches_seen: summary.branches_seen,
        branches_known: parts.branches_known,
        dropped,
        groups: groups(*checked),
        refusals: refused
            .iter()
            .take(MAX_REFUSALS)
            .map(refusal_view)
            .collect(),
        asked: asked(*checked, parts.origin),
        wave: plan.wave.clone(),
        is_known_file: parts.is_known_file,
        plan,
    }
}

/// What the answers are answers to, as far as the file was understood.
fn asked(checked: Option<&Checked>, origin: AskedOrigin) -> Option<AskedView> {
    let Accepted::Answers(answers) = &checked?.accepted else {
        return None;
    };
    let questionnaire = &answers.questionnaire;
    let items = answers.items.iter().filter_map(|id| questionnaire.item(id));
    let dimensions: BTreeSet<&str> = items
        .map(|item| item.dimension.as_str())
        .filter(|dimension| !dimension.is_empty())
        .collect();
    Some(AskedView {
        origin,
        title: questionnaire.title.clone(),
        dimensions: dimensions.len(),
        items: answers.items.len(),
    })
}

fn format_note(table: &RawTable) -> String {
    let separator = table.separator().map(|separator| match separator {
        '\t' => "Tab".to_owned(),
        other => format!("«{other}»"),
    });
    let notes = [table.encoding().map(str::to_owned), separator];
    notes.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn columns(parts: &Parts<'_>) -> Vec<ImportColumn> {
    let column = |(position, head): (usize, &String)| {
        let role = parts.mapping.code_of(head);
        let guessed = parts
            .guess
            .columns
            .get(position)
            .and_then(|guess| guess.dropped);
        let mut sample = parts
            .table
            .sample(position, PREVIEW)
            .filter(|cell| !cell.is_empty());
        let first = sample.next();
        let is_number = |cell: &Cell<'_>| matches!(cell, Cell::Number(_));
        ImportColumn {
            head: head.clone(),
            role,
            is_personal: guessed.is_some_and(DropReason::is_personal),
            is_numeric: first.is_some_and(|cell| is_number(&cell))
                && sample.all(|cell| is_number(&cell)),
        }
    };
    parts.table.heads().iter().enumerate().map(column).collect()
}

fn rows(table: &RawTable, columns: &[ImportColumn], refused: &[Refusal]) -> Vec<ImportRow> {
    let row = |row: usize| {
        let number = table.row_number(row);
        let cell = |(position, column): (usize, &ImportColumn)| {
            let is_read = !column.role.is_empty();
            if is_read {
                table.cell(row, position).to_text().into_owned()
            } else {
                String::new()
            }
        };
        let own = refused.partition_point(|refusal| refusal.row < number);
        let of_row = &refused[own..];
        let is_bad = |column: &ImportColumn| {
            let mut of_row = of_row.iter().take_while(|refusal| refusal.row == number);
            of_row.any(|refusal| *refusal.column == *column.head)
        };
        let bad = columns
            .iter()
            .enumerate()
            .filter(|(_, column)| is_bad(column));
        ImportRow {
            number,
            cells: columns.iter().enumerate().map(cell).collect(),
            bad: bad.map(|(position, _)| position).collect(),
        }
    };
    (0..table.row_count().min(PREVIEW)).map(row).collect()
}

fn kind_view(kind: ImportKind, parts: &Parts<'_>) -> ImportKindView {
    let plain = kind.roles().iter().map(|spec| RoleView {
        key: spec.role.code(),
        title: spec.role.key().to_owned(),
        is_message: true,
        is_required: spec.need == Need::Required,
    });
    let mut roles: Vec<RoleView> = plain.collect();
    let named = |key: String, title: &str| RoleView {
        key,
        title: title.to_owned(),
        is_message: false,
        is_required: false,
    };
    match kind {
        ImportKind::Answers => {
            let inferred = parts
                .questionnaire
                .is_none()
                .then(|| infer_questionnaire_from(parts.table));
            let asked = parts.questionnaire.or(inferred.as_ref());
            roles.extend(
                asked
                    .into_iter()
                    .flat_map(|asked| &asked.items)
                    .map(|item| {
                        named(
                            Role::Item(item.id.clone()).code(),
                            item.text.get(parts.lang),
                        )
                    }),
            );
        }
        ImportKind::Outcomes => {
            let heads = parts.table.heads().iter();
            roles.extend(heads.map(|head| named(Role::Named(head.clone()).code(), head)));
        }
        ImportKind::Ratings | ImportKind::Visits => {
            let named_as = |(id, name): (String, String)| named(Role::Rated(id).code(), &name);
            roles.extend(parts.competencies.iter().cloned().map(named_as));
        }
        ImportKind::Branches
        | ImportKind::People
        | ImportKind::StaffScores
        | ImportKind::Benchmarks
        | ImportKind::Positions => {}
    }
    ImportKindView {
        key: kind.code(),
        title_key: kind.key(),
        roles,
    }
}

fn groups(checked: Option<&Checked>) -> Vec<RefusalGroupView> {
    let group = |group: &crate::import::RefusalGroup| {
        let (unknown_branch, suggestion) =
            if let RefusalReason::UnknownBranch { close } = &group.first.reason {
                (Some(group.first.value.clone()), close.clone())
            } else {
                (None, None)
            };
        let first = refusal_view(&group.first);
        RefusalGroupView {
            first,
            count: group.count,
            unknown_branch,
            suggestion,
        }
    };
    let mut groups: Vec<_> = checked
        .into_iter()
        .flat_map(|checked| &checked.groups)
        .map(group)
        .collect();
    groups.sort_by(|a, b| b.count.cmp(&a.count).then(a.first.row.cmp(&b.first.row)));
    groups
}

fn refusal_view(refusal: &Refusal) -> RefusalView {
    RefusalView {
        row: refusal.row,
        column: refusal.column.to_string(),
        value: refusal.value.clone(),
        reason_key: refusal.reason.key(),
        reason_values: reason_values(&refusal.reason),
    }
}

/// The variables of the reason's sentence.
fn reason_values(reason: &RefusalReason) -> Vec<(&'static str, String)> {
    match reason {
        RefusalReason::DuplicateBranch { first_row }
        | RefusalReason::DuplicatePerson { first_row }
        | RefusalReason::DuplicateRating { first_row }
        | RefusalReason::DuplicateRow { first_row } => {
            vec![("row", first_row.to_string())]
        }
        RefusalReason::AnswerRange { lo, hi } => {
            vec![("lo", lo.to_string()), ("hi", hi.to_string())]
        }
        RefusalReason::PersonLeft { day } => vec![("day", day.to_string())],
        RefusalReason::UnknownBranch { .. }
        | RefusalReason::LevelRange
        | RefusalReason::LevelHalf
        | RefusalReason::LevelWord
        | RefusalReason::UnknownPerson
        | RefusalReason::AmbiguousPerson
        | RefusalReason::UnknownRater
        | RefusalReason::UnknownCompetency
        | RefusalReason::UnknownSource
        | RefusalReason::SelfOther
        | RefusalReason::UnknownManager
        | RefusalReason::ManagerLoop
        | RefusalReason::UnknownRound
        | RefusalReason::RoundNotOpen
        | RefusalReason::UnknownSin
        | RefusalReason::NothingRated
        | RefusalReason::EmptyCell
        | RefusalReason::ScoreRange
        | RefusalReason::NotANumber
        | RefusalReason::TextWhereNumber
        | RefusalReason::NotWhole
        | RefusalReason::CountRange
        | RefusalReason::NotADate
        | RefusalReason::NoSuchDate
        | RefusalReason::AmbiguousDate
        | RefusalReason::NotAPeriod
        | RefusalReason::UnknownAnswer
        | RefusalReason::UnknownGroup
        | RefusalReason::MergedCell
        | RefusalReason::CountsMissing
        | RefusalReason::CellFault
        | RefusalReason::TooLong => Vec::new(),
    }
}

/// The reason as a sentence.
pub(in crate::app) fn reason_sentence(lang: Lang, reason: &RefusalReason) -> String {
    let values = reason_values(reason);
    let values: Vec<(&str, FluentValue<'_>)> = values
        .into_iter()
        .map(|(name, value)| (name, FluentValue::from(value)))
        .collect();
    message_with(lang, reason.key(), &values)
}
