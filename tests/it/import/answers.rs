//! Survey answers: whole sheets, dropped persons, shuffled order.

use std::collections::BTreeMap;

use frontline::domain::{ItemKind, MISSING, Position, StaffGroup};
use frontline::import::{
    Accepted, Checked, Context, ImportKind, ImportedAnswers, Note, UnknownBranches,
    infer_questionnaire, infer_questionnaire_from,
};

use super::make::{branches, dropped, refusals, table, take};

pub(super) fn answers(checked: &Checked) -> &ImportedAnswers {
    let Accepted::Answers(answers) = &checked.accepted else {
        panic!("answers were asked for")
    };
    answers
}

/// Sheets as `branch group a b c`, sorted, because their order is not kept.
pub(super) fn sheets(answers: &ImportedAnswers) -> Vec<String> {
    let mut lines = Vec::new();
    for sheets in &answers.sheets {
        for (row, class) in sheets.class.iter().enumerate() {
            let class = &sheets.classes[usize::from(*class)];
            let group = class.group.map_or("-", StaffGroup::code);
            let values: Vec<String> = sheets
                .columns
                .iter()
                .map(|column| {
                    if column[row] == MISSING {
                        ".".to_owned()
                    } else {
                        column[row].to_string()
                    }
                })
                .collect();
            lines.push(format!(
                "{} {group} {}",
                class.branch.as_str(),
                values.join(" ")
            ));
        }
    }
    lines.sort();
    lines
}

fn free() -> Context<'static> {
    Context {
        unknown_branches: UnknownBranches::Accept,
        ..Context::new(&[])
    }
}

#[test]
fn heads_of_the_one_shot_file_make_dimensions() {
    let text = "id,wave,branch,role,contact,pay_1,pay_2,team_1,enps\n0,1,B1,R1,1,3,4,,9\n1,1,B1,R2,0,5,,2,0\n2,2,B2,R1,1,1,1,1,10\n";
    let checked = take(&table(text), ImportKind::Answers, &free());
    let found = answers(&checked);
    assert_eq!(found.items, ["pay_1", "pay_2", "team_1", "enps"]);
    let dimensions: Vec<&str> = found
        .questionnaire
        .dimensions
        .iter()
        .map(|d| d.id.as_str())
        .collect();
    assert_eq!(dimensions, ["pay", "team"]);
    assert_eq!(
        found.questionnaire.item("enps").map(|item| item.kind),
        Some(ItemKind::Recommend)
    );
    assert_eq!(
        sheets(found),
        [
            "B1 back_office 5 . 2 0",
            "B1 contact 3 4 . 9",
            "B2 contact 1 1 1 10"
        ]
    );
    let waves: Vec<_> = found
        .sheets
        .iter()
        .map(|s| s.wave.as_ref().map(|w| w.as_str().to_owned()))
        .collect();
    assert_eq!(waves, [Some("1".to_owned()), Some("2".to_owned())]);
    assert_eq!(dropped(&checked), ["id: token"]);
}

#[test]
fn letters_with_digits_make_a_dimension_and_means_of_it_do_not() {
    let text = "branch,LEAD01,LEAD02,LEAD11,LEAD,Q7,AGE1,AGE2\n2,2,3,4,3.36,5,41,42\n3,1,5,5,3.1,4,35,36\n";
    let questionnaire = infer_questionnaire_from(&table(text));
    let ids: Vec<&str> = questionnaire
        .items
        .iter()
        .map(|item| item.id.as_str())
        .collect();
    assert_eq!(ids, ["lead01", "lead02", "lead11"]);
    assert_eq!(questionnaire.dimensions[0].title.en, "LEAD");
    let by_heads = infer_questionnaire(&["engagement_1".to_owned(), "x".to_owned()]);
    assert!(by_heads.dimensions[0].is_outcome);
}

#[test]
fn bad_answers_refuse_the_whole_sheet() {
    let text = "branch,pay_1,pay_2,enps\nB1,3,4,9\nB1,6,4,9\nB1,3,4,11\nB1,maybe,4,9\nB1,2.5,4,9\n,3,4,9\nB1,,,\nB9,1,1,1\n";
    let context = Context::new(&[]);
    let known = branches(&["B1"]);
    let context = Context {
        branches: &known,
        ..context
    };
    let checked = take(&table(text), ImportKind::Answers, &context);
    assert_eq!(sheets(answers(&checked)), ["B1 - 3 4 9"]);
    assert_eq!(
        refusals(&checked),
        [
            "3 pay_1 6 answer-range",
            "4 enps 11 answer-range",
            "5 pay_1 maybe unknown-answer",
            "6 pay_1 2.5 answer-range",
            "7 branch  empty-cell",
            "9 branch B9 unknown-branch",
        ]
    );
    let summary = &checked.summary;
    assert_eq!(
        (summary.rows, summary.ready, summary.refused, summary.blank),
        (8, 1, 6, 1)
    );
    assert_eq!(
        checked.notes,
        [Note::NoGroup, Note::EmptySheets, Note::Shuffled]
    );
}

#[test]
fn the_order_of_the_file_does_not_survive_but_the_sheets_do() {
    let mut text = String::from("branch,pay_1,pay_2\n");
    for row in 0..500 {
        text.push_str(&format!("B1,{},{}\n", row % 5 + 1, row / 100 + 1));
    }
    let with_seed = |seed: u64| {
        let checked = take(
            &table(&text),
            ImportKind::Answers,
            &Context { seed, ..free() },
        );
        answers(&checked).clone()
    };
    let first = with_seed(1);
    let column = &first.sheets[0].columns[1];
    assert!(!column.is_sorted(), "the file was sorted by this column");
    assert_eq!(first, with_seed(1), "the same seed gives the same order");
    assert_ne!(first.sheets[0].columns, with_seed(2).sheets[0].columns);
    let mut pairs: BTreeMap<(u8, u8), usize> = BTreeMap::new();
    for pair in first.sheets[0].columns[0].iter().zip(column) {
        *pairs.entry((*pair.0, *pair.1)).or_default() += 1;
    }
    assert_eq!(pairs.len(), 25);
    assert!(
        pairs.values().all(|count| *count == 20),
        "answers of one sheet stay together"
    );
}

#[test]
fn a_position_tells_the_group_where_the_file_does_not() {
    let positions = [
        Position {
            title: "Бариста".to_owned(),
            group: StaffGroup::Contact,
        },
        Position {
            title: "Бухгалтер".to_owned(),
            group: StaffGroup::BackOffice,
        },
    ];
    let text = "Филиал,Должность,pay_1\nМира,бариста,5\nМира,Бухгалтер,4\nМира,Грузчик,3\n";
    let checked = take(
        &table(text),
        ImportKind::Answers,
        &Context {
            positions: &positions,
            ..free()
        },
    );
    assert_eq!(
        sheets(answers(&checked)),
        ["Мира - 3", "Мира back_office 4", "Мира contact 5"]
    );
    assert!(checked.notes.contains(&Note::GroupFromPosition));
}

#[test]
fn stored_answers_have_one_linked_block_per_dimension() {
    let mut known = branches(&["B1", "B2"]);
    known[0].contact = 12;
    let text = "branch,contact,pay_1,team_1,pay_2,enps\nB1,1,3,4,5,9\nB2,0,1,2,3,4\n";
    let checked = take(&table(text), ImportKind::Answers, &Context::new(&known));
    let stored = answers(&checked).clone().into_stored(&known);
    let (wave, stored) = &stored[0];
    assert_eq!(wave, &None);
    assert!(stored.is_linked);
    let blocks: Vec<_> = stored
        .blocks
        .iter()
        .map(|block| (block.dimension.as_str(), block.items.len()))
        .collect();
    assert_eq!(blocks, [("pay", 2), ("team", 1), ("", 1)]);
    assert_eq!(stored.classes[0].invited_contact, Some(12));
    assert_eq!(
        stored.classes[1].invited_contact, None,
        "nobody counted is not known"
    );
}
