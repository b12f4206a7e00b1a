//! Which kind a file is and what its columns mean.

use frontline::import::{Context, ImportKind, Role, guess};

use super::make::{branches, table};

fn kind(text: &str) -> ImportKind {
    guess(&table(text), None, &Context::new(&branches(&["B1", "B2"])))
        .mapping
        .kind
}

#[test]
fn the_kind_of_a_file_is_told_by_its_heads() {
    let cases = [
        ("branch,region,size\nB1,North,40\n", ImportKind::Branches),
        (
            "Код;Название;Регион;Контактный персонал;Бэк-офис\n01;А;Б;1;2\n",
            ImportKind::Branches,
        ),
        ("branch,wave,score\nB1,1,9\n", ImportKind::Outcomes),
        (
            "Точка;Дата визита;Оценка 0-10;Источник\nB1;03.06.2026;9;СМС\n",
            ImportKind::Outcomes,
        ),
        (
            "branch,period,promoters,passives,detractors\nB1,2026-06,5,2,1\n",
            ImportKind::Outcomes,
        ),
        (
            "branch,period,measure,value,n\nB1,2026-06,CSAT,80,10\n",
            ImportKind::Outcomes,
        ),
        (
            "id,wave,branch,role,contact,pay_1,pay_2,team_1,enps\n1,1,B1,R1,1,3,4,5,9\n",
            ImportKind::Answers,
        ),
        (
            "branch,group,wave,dimension,value,n\nB1,contact,1,pay,3.5,12\n",
            ImportKind::StaffScores,
        ),
        (
            "Показатель;Значение;Источник;Период\neNPS;21;Обзор;2025\n",
            ImportKind::Benchmarks,
        ),
        (
            "Должность;Группа\nБариста;контактный\n",
            ImportKind::Positions,
        ),
    ];
    for (text, expected) in cases {
        assert_eq!(kind(text), expected, "{text}");
    }
}

#[test]
fn columns_of_the_picture_are_guessed() {
    let table = table(
        "Точка;Дата визита;Оценка 0-10;Источник;ФИО гостя;Комментарий\nB1;03.06.2026;9;СМС;Анна;вкусно\n",
    );
    let guess = guess(
        &table,
        Some(ImportKind::Outcomes),
        &Context::new(&branches(&["B1"])),
    );
    let roles: Vec<&Role> = guess.columns.iter().map(|column| &column.role).collect();
    assert_eq!(
        roles,
        [
            &Role::Branch,
            &Role::Date,
            &Role::Score,
            &Role::Channel,
            &Role::Skip,
            &Role::Skip
        ]
    );
    assert!(guess.mapping.missing().is_empty());
}

#[test]
fn a_branch_column_is_told_by_its_values_where_the_head_says_nothing() {
    let table = table("Где,Сколько баллов вы поставите\nB1,9\nB2,7\nB1,10\n");
    let guess = guess(
        &table,
        Some(ImportKind::Outcomes),
        &Context::new(&branches(&["B1", "B2"])),
    );
    assert_eq!(guess.mapping.role("Где"), &Role::Branch);
    assert_eq!(
        guess.mapping.role("Сколько баллов вы поставите"),
        &Role::Score
    );
}

#[test]
fn a_file_without_a_branch_leaves_the_choice_open() {
    let table = table("date,score\n2026-06-01,9\n");
    let guess = guess(&table, Some(ImportKind::Outcomes), &Context::new(&[]));
    assert_eq!(guess.mapping.missing(), [Role::Branch]);
}
