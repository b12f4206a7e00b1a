//! Branch lists, positions, benchmarks and ready-made means.

use frontline::domain::{Audience, StaffGroup};
use frontline::error::Kind;
use frontline::import::{Accepted, Context, ImportKind, Mapping, Note, Role, check};

use super::make::{branches, dropped, read, refusals, table, take, xlsx};

#[test]
fn a_branch_list_splits_head_counts_as_far_as_the_file_does() {
    let table = table(
        "Код;Название;Регион;Численность;Контактный персонал;Директор\n01;Садовая;Центр;22;18;Иванов И. И.\n02;Вокзал;;;12;Петров\n",
    );
    let checked = take(&table, ImportKind::Branches, &Context::new(&[]));
    let Accepted::Branches(list) = &checked.accepted else {
        panic!("branches")
    };
    assert_eq!((list[0].contact, list[0].back_office), (18, 4));
    assert_eq!((list[1].contact, list[1].back_office), (12, 0));
    assert_eq!(dropped(&checked), ["Директор: name"]);
    assert!(checked.notes.is_empty());
}

#[test]
fn the_short_english_list_of_the_command_line_is_read() {
    let table = table("branch,region,size\nB001,North,40\nB002,South,1 200\n");
    let checked = take(&table, ImportKind::Branches, &Context::new(&[]));
    let Accepted::Branches(list) = &checked.accepted else {
        panic!("branches")
    };
    assert_eq!(
        (
            list[1].code.as_str(),
            list[1].region.as_str(),
            list[1].head_count()
        ),
        ("B002", "South", 1200)
    );
    assert_eq!(checked.notes, [Note::HeadCountNotSplit]);
}

#[test]
fn bad_branch_rows_are_refused_one_by_one() {
    let text = "Код,Название,Всего,Контактный персонал\n01,Садовая,20,10\n 01 ,Мира,20,10\n,Порт,3,1\n04,Юг,много,1\n05,Юг,10,2.5\n06,Юг,5,9\n07,Юг,-3,\n";
    let checked = take(
        &table(text),
        ImportKind::Branches,
        &Context::new(&branches(&["01 Садовая"])),
    );
    assert_eq!(
        refusals(&checked),
        [
            "3 Код 01 duplicate-branch",
            "4 Код  empty-cell",
            "5 Всего много text-where-number",
            "6 Контактный персонал 2.5 not-whole",
            "7 Всего 5 count-range",
            "8 Всего -3 count-range",
        ]
    );
    let summary = &checked.summary;
    assert_eq!(
        (
            summary.rows,
            summary.ready,
            summary.refused,
            summary.existing
        ),
        (7, 1, 6, 1)
    );
}

#[test]
fn merged_cells_are_refused_as_such() {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (column, head) in (0..).zip(["Филиал", "Волна", "Тема", "Значение"])
    {
        sheet.write_string(0, column, head).unwrap();
    }
    let plain = rust_xlsxwriter::Format::new();
    sheet.merge_range(1, 0, 2, 0, "Садовая", &plain).unwrap();
    for row in 1..=2 {
        sheet.write_string(row, 1, "1").unwrap();
        sheet
            .write_string(
                row,
                2,
                if row == 1 {
                    "Оплата"
                } else {
                    "Команда"
                },
            )
            .unwrap();
        sheet.write_number(row, 3, 3.5).unwrap();
    }
    let table = read("merged.xlsx", &book.save_to_buffer().unwrap()).unwrap();
    assert_eq!(table.merged().len(), 1);
    let checked = take(
        &table,
        ImportKind::StaffScores,
        &Context::new(&branches(&["01 Садовая"])),
    );
    assert_eq!(refusals(&checked), ["3 Филиал  merged-cell"]);
    assert_eq!(checked.summary.ready, 1);
}

#[test]
fn vendor_means_keep_group_wave_and_n_where_given() {
    let text = "branch,group,wave,dimension,value,n\nB1,contact,2,pay,\"3,25\",14\nB1,back_office,2,pay,4.5,\nB1,,2,pay,3.6,30\nB1,contact,2,Pay,1,1\nB1,boss,2,pay,1,1\nB1,contact,2,,1,1\n";
    let checked = take(
        &table(text),
        ImportKind::StaffScores,
        &Context::new(&branches(&["B1"])),
    );
    let Accepted::StaffScores(scores) = &checked.accepted else {
        panic!("scores")
    };
    let brief: Vec<_> = scores.iter().map(|s| (s.audience, s.value, s.n)).collect();
    assert_eq!(
        brief,
        [
            (Audience::Contact, 3.25, Some(14)),
            (Audience::BackOffice, 4.5, None),
            (Audience::All, 3.6, Some(30))
        ]
    );
    assert_eq!(scores[0].wave.as_ref().map(|wave| wave.as_str()), Some("2"));
    assert_eq!(
        refusals(&checked),
        [
            "5 branch B1 duplicate-row",
            "6 group boss unknown-group",
            "7 dimension  empty-cell"
        ]
    );
}

#[test]
fn benchmarks_and_positions_are_read() {
    let table_one = table("Показатель;Значение;Источник;Период\neNPS;21,5;Отраслевой обзор;2025\n");
    let Accepted::Benchmarks(figures) =
        take(&table_one, ImportKind::Benchmarks, &Context::new(&[])).accepted
    else {
        panic!("benchmarks")
    };
    assert_eq!(
        (
            figures[0].subject.as_str(),
            figures[0].value,
            figures[0].period.as_str()
        ),
        ("eNPS", 21.5, "2025")
    );
    // When is what the source says, in whatever words.
    for (head, when) in [
        ("Период", "осень 2025"),
        ("Дата", "осень 2025"),
        ("Дата", "14.10.2025"),
        ("year", "2025"),
        ("Period", "autumn 2025"),
    ] {
        let text = format!("Тема;Значение;Источник;{head}\nПолномочия;3,1;Обзор;{when}\n");
        let checked = take(&table(&text), ImportKind::Benchmarks, &Context::new(&[]));
        assert_eq!(dropped(&checked), Vec::<String>::new(), "{head}");
        let Accepted::Benchmarks(figures) = checked.accepted else {
            panic!("benchmarks")
        };
        assert_eq!(figures[0].period, when, "{head}");
    }
    let table_two =
        table("Должность,Группа\nБариста,контактный\nБухгалтер,бэк-офис\nДиректор,неясно\n");
    let checked = take(&table_two, ImportKind::Positions, &Context::new(&[]));
    let Accepted::Positions(positions) = &checked.accepted else {
        panic!("positions")
    };
    assert_eq!(
        (positions[0].group, positions[1].group),
        (StaffGroup::Contact, StaffGroup::BackOffice)
    );
    assert_eq!(refusals(&checked), ["4 Группа неясно unknown-group"]);
}

#[test]
fn a_missing_column_says_what_it_may_be_called() {
    let table = table("date,score\n2026-06-01,9\n");
    let mut mapping = Mapping::new(ImportKind::Outcomes);
    mapping.set("score", Role::Score);
    assert_eq!(mapping.missing(), [Role::Branch]);
    let error =
        check(&table, &mapping, &Context::new(&[]), &mut |_, _| Ok(())).expect_err("no branch");
    assert_eq!(
        error.kind(),
        &Kind::ColumnMissing("branch, филиал, точк".to_owned())
    );
    mapping.set("nowhere", Role::Branch);
    let error =
        check(&table, &mapping, &Context::new(&[]), &mut |_, _| Ok(())).expect_err("no such head");
    assert_eq!(error.kind(), &Kind::ColumnMissing("nowhere".to_owned()));
}

#[test]
fn a_meaning_given_twice_or_unfit_is_refused() {
    let table = table("a,b,c\nA,1,2\n");
    let mut mapping = Mapping::new(ImportKind::Outcomes);
    mapping.columns.insert("a".to_owned(), Role::Branch);
    mapping.columns.insert("b".to_owned(), Role::Score);
    mapping.columns.insert("c".to_owned(), Role::Score);
    let error = check(&table, &mapping, &Context::new(&[]), &mut |_, _| Ok(())).expect_err("twice");
    assert_eq!(error.kind(), &Kind::ColumnTwice("score".to_owned()));
    mapping.columns.insert("c".to_owned(), Role::Region);
    let error = check(&table, &mapping, &Context::new(&[]), &mut |_, _| Ok(())).expect_err("unfit");
    assert!(matches!(error.kind(), Kind::Invalid { .. }));
}

#[test]
fn a_mapping_survives_its_file_and_names_its_heads() {
    let mut mapping = Mapping::new(ImportKind::Answers);
    mapping.set("Точка", Role::Branch);
    mapping.set("Мне платят честно", Role::Item("pay_1".to_owned()));
    mapping.set("ФИО", Role::Skip);
    assert_eq!(Mapping::from_toml(&mapping.to_toml()), Ok(mapping.clone()));
    mapping.set("Филиал", Role::Branch);
    assert_eq!(mapping.role("Точка"), &Role::Skip);
    assert!(Mapping::from_toml("kind = \"answers\"\n[columns]\na = \"king\"\n").is_err());
    let spelt = |heads: &[&str]| {
        Mapping::heads_key(&heads.iter().map(|h| (*h).to_owned()).collect::<Vec<_>>())
    };
    assert_eq!(
        spelt(&["Дата  визита", "Оценка"]),
        spelt(&["дата визита", "ОЦЕНКА "])
    );
    assert_ne!(spelt(&["Дата", "Оценка"]), spelt(&["Оценка", "Дата"]));
}

#[test]
fn a_workbook_of_strings_gives_numbers_too() {
    let bytes = xlsx(&[&["branch", "dimension", "value"], &["B1", "pay", "3,5"]]);
    let checked = take(
        &read("s.xlsx", &bytes).unwrap(),
        ImportKind::StaffScores,
        &Context::new(&branches(&["B1"])),
    );
    assert!(
        matches!(&checked.accepted, Accepted::StaffScores(scores) if (scores[0].value - 3.5).abs() < 1e-12)
    );
}
