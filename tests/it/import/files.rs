//! Good files of every type, encoding and separator.

use encoding_rs::{IBM866, KOI8_R, WINDOWS_1251};
use frontline::import::{
    Accepted, Cell, Context, FileType, ImportKind, ReadLimits, file_type, read_table,
};
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};

use super::make::{branches, data, ods, read, table, take, xlsx};

const LIST: &str = "Код;Филиал;Регион\n01;Садовая;Центр\n02;Вокзал;Центр\n";

fn utf16(text: &str, big: bool, mark: bool) -> Vec<u8> {
    let units = if mark {
        "\u{feff}"
            .encode_utf16()
            .chain(text.encode_utf16())
            .collect::<Vec<_>>()
    } else {
        text.encode_utf16().collect()
    };
    units
        .into_iter()
        .flat_map(|unit| {
            if big {
                unit.to_be_bytes()
            } else {
                unit.to_le_bytes()
            }
        })
        .collect()
}

#[test]
fn text_is_read_in_every_encoding_it_comes_in() {
    let with_mark = format!("\u{feff}{LIST}");
    let files: [(&str, Vec<u8>); 8] = [
        ("UTF-8", LIST.as_bytes().to_vec()),
        ("UTF-8", with_mark.into_bytes()),
        ("UTF-16LE", utf16(LIST, false, true)),
        ("UTF-16BE", utf16(LIST, true, true)),
        ("UTF-16LE", utf16(LIST, false, false)),
        ("windows-1251", WINDOWS_1251.encode(LIST).0.into_owned()),
        ("IBM866", IBM866.encode(LIST).0.into_owned()),
        ("KOI8-U", KOI8_R.encode(LIST).0.into_owned()),
    ];
    for (encoding, bytes) in files {
        let table = read("list.csv", &bytes).expect(encoding);
        assert_eq!(table.encoding(), Some(encoding));
        assert_eq!(table.heads(), ["Код", "Филиал", "Регион"], "{encoding}");
        assert_eq!(table.cell(1, 1), Cell::Text("Вокзал"), "{encoding}");
        assert_eq!(table.separator(), Some(';'), "{encoding}");
    }
}

#[test]
fn a_very_short_russian_text_in_the_windows_table_is_not_taken_for_western() {
    for text in [
        "филиал,оценка\nМира,9\n",
        "Точка;NPS\nЮг;7\n",
        "branch,score\nЮг,9\n",
        "branch;score\n№5;9\n",
    ] {
        let bytes = WINDOWS_1251.encode(text).0.into_owned();
        let table = read("s.csv", &bytes).expect(text);
        assert_eq!(table.encoding(), Some("windows-1251"), "{text}");
        let expected: Vec<&str> = text.lines().next().unwrap().split([',', ';']).collect();
        assert_eq!(table.heads(), expected);
    }
}

#[test]
fn western_accents_stay_western() {
    let bytes = encoding_rs::WINDOWS_1252
        .encode("branch,score\nCafé Zürich,9\nOpéra,8\n")
        .0
        .into_owned();
    let table = read("s.csv", &bytes).expect("western text");
    assert_eq!(table.cell(0, 0), Cell::Text("Café Zürich"));
}

#[test]
fn separators_quotes_and_decimal_commas_are_told_apart() {
    let cases = [
        ("a,b,c\n1,2,3\n", ',', 3),
        ("a;b;c\n1,5;2,5;3,5\n", ';', 3),
        ("a\tb\tc\n1,5\t2\t3\n", '\t', 3),
        ("sep=;\na;b\n1,5;2\n", ';', 2),
        ("sep=,\na,b\n1,2\n", ',', 2),
        ("\"a,x\";b\n\"1;2\";3\n", ';', 2),
    ];
    for (text, separator, width) in cases {
        let table = table(text);
        assert_eq!(table.separator(), Some(separator), "{text:?}");
        assert_eq!(table.heads().len(), width, "{text:?}");
        assert_eq!(table.row_count(), 1, "{text:?}");
    }
}

#[test]
fn row_numbers_are_those_of_excel() {
    for end in ["\n", "\r\n"] {
        let text = [
            "Выгрузка за июнь",
            "",
            "филиал;текст",
            "А;\"два|ряда\"",
            "",
            "Б;в",
        ]
        .join(end)
        .replace('|', "\n");
        let table = table(&text);
        assert_eq!(table.head_row(), 3, "{end:?}");
        assert_eq!(
            (table.row_number(0), table.row_number(1)),
            (4, 6),
            "{end:?}"
        );
    }
    let with_sep = table("sep=;\na;b\n1;x\n");
    assert_eq!(with_sep.row_number(0), 3);
}

#[test]
fn heads_are_found_below_a_title_and_made_different() {
    let table = table("Отчёт по точкам;;\n;;\nФилиал;;Филиал\nА;1;2\nБ;3;4\n");
    assert_eq!(table.heads(), ["Филиал", "B", "Филиал (2)"]);
    assert_eq!(table.row_count(), 2);
}

#[test]
fn a_workbook_gives_numbers_days_cached_formulas_and_errors() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name("Выгрузка").unwrap();
    let day = Format::new().set_num_format("dd.mm.yyyy");
    for (column, head) in (0..).zip(["Точка", "Дата", "Оценка", "Доля", "Да"])
    {
        sheet.write_string(0, column, head).unwrap();
    }
    sheet.write_string(1, 0, " Мира ").unwrap();
    sheet
        .write_datetime_with_format(1, 1, ExcelDateTime::from_ymd(2026, 6, 3).unwrap(), &day)
        .unwrap();
    sheet.write_number(1, 2, 9.0).unwrap();
    sheet
        .write_formula(1, 3, Formula::new("=1/4").set_result("0.25"))
        .unwrap();
    sheet.write_boolean(1, 4, true).unwrap();
    let bytes = book.save_to_buffer().unwrap();
    let table = read("nps.xlsx", &bytes).expect("a good workbook");
    assert_eq!(table.sheet(), Some("Выгрузка"));
    assert_eq!(table.cell(0, 0), Cell::Text("Мира"));
    assert_eq!(table.cell(0, 1), Cell::Day(jiff::civil::date(2026, 6, 3)));
    assert_eq!(table.cell(0, 2), Cell::Number(9.0));
    assert_eq!(table.cell(0, 3), Cell::Number(0.25));
    assert_eq!(table.cell(0, 4), Cell::Bool(true));
}

#[test]
fn the_sheet_is_the_one_asked_for_else_the_first_that_holds_something() {
    let mut book = Workbook::new();
    book.add_worksheet().set_name("Пустой").unwrap();
    for name in ["Первый", "Второй"] {
        let sheet = book.add_worksheet().set_name(name).unwrap();
        sheet.write_string(0, 0, "branch").unwrap();
        sheet.write_string(1, 0, name).unwrap();
    }
    let bytes = book.save_to_buffer().unwrap();
    let first = read("b.xlsx", &bytes).unwrap();
    assert_eq!((first.sheet(), first.sheets().len()), (Some("Первый"), 3));
    let limits = ReadLimits::default();
    let second = read_table(
        "b.xlsx",
        &bytes,
        &limits,
        Some("Второй"),
        &mut |_, _| Ok(()),
    )
    .unwrap();
    assert_eq!(second.cell(0, 0), Cell::Text("Второй"));
    let none = read_table(
        "b.xlsx",
        &bytes,
        &limits,
        Some("Третий"),
        &mut |_, _| Ok(()),
    );
    assert!(none.is_err());
}

#[test]
fn the_same_list_reads_the_same_from_every_type_of_file() {
    let text = "Код,Название,Регион,Формат,Контактный персонал,Бэк-офис\n01,Садовая,Центр,зал,18,4\n02,Вокзал,Центр,навынос,12,2\n03,Речной порт,Юг,зал,15,3\n";
    let rows: Vec<Vec<&str>> = text.lines().map(|line| line.split(',').collect()).collect();
    let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
    let files = [
        (FileType::Text, text.as_bytes().to_vec()),
        (FileType::Xlsx, xlsx(&rows)),
        (FileType::Xls, data("branches.xls")),
        (FileType::Ods, data("branches.ods")),
    ];
    let mut lists = Vec::new();
    for (kind, bytes) in files {
        assert_eq!(file_type(&bytes), kind);
        let table = read("branches", &bytes).expect("a good file");
        let checked = take(&table, ImportKind::Branches, &Context::new(&[]));
        assert!(
            checked.refused.is_empty(),
            "{kind:?}: {:?}",
            checked.refused
        );
        let Accepted::Branches(list) = checked.accepted else {
            panic!("branches were asked for")
        };
        assert_eq!(
            (list[0].name.as_str(), list[0].contact, list[0].back_office),
            ("Садовая", 18, 4),
            "{kind:?}"
        );
        lists.push(
            list.into_iter()
                .map(|branch| (branch.name, branch.region, branch.format, branch.contact))
                .collect::<Vec<_>>(),
        );
    }
    assert!(lists.windows(2).all(|two| two[0] == two[1]), "{lists:?}");
}

#[test]
fn a_hand_made_opendocument_sheet_with_repeats_is_read() {
    let cell = |text: &str| {
        format!(
            r#"<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>"#
        )
    };
    let rows = format!(
        r#"<table:table-row>{}{}</table:table-row><table:table-row table:number-rows-repeated="2">{}<table:table-cell office:value-type="float" office:value="4"><text:p>4</text:p></table:table-cell><table:table-cell table:number-columns-repeated="16000"/></table:table-row><table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>"#,
        cell("branch"),
        cell("score"),
        cell("A"),
    );
    let table = read("a.ods", &ods(&rows)).expect("a good sheet");
    assert_eq!(table.row_count(), 2);
    assert_eq!(table.cell(1, 1), Cell::Number(4.0));
}

#[test]
fn a_hundred_thousand_rows_by_fifty_columns_are_read_and_checked() {
    let mut text = String::from("branch,contact");
    for item in 1..=48 {
        text.push_str(&format!(",pay_{item}"));
    }
    text.push('\n');
    let line = format!(",1{}\n", ",4".repeat(48));
    for row in 0..100_000 {
        text.push('B');
        text.push_str(&(row % 24).to_string());
        text.push_str(&line);
    }
    let table = table(&text);
    assert_eq!(table.row_count(), 100_000);
    let lines: Vec<String> = (0..24).map(|branch| format!("B{branch}")).collect();
    let known = branches(&lines.iter().map(String::as_str).collect::<Vec<_>>());
    let checked = take(&table, ImportKind::Answers, &Context::new(&known));
    assert_eq!(
        (checked.summary.ready, checked.summary.branches_seen),
        (100_000, 24)
    );
    // One row more than the limit is refused before it is kept.
    text.push_str("B0");
    text.push_str(&line);
    let error = read("big.csv", text.as_bytes()).expect_err("over the limit");
    assert!(
        matches!(
            error.kind(),
            frontline::error::Kind::FileTooLarge { limit: 100_000, .. }
        ),
        "{error}"
    );
    let wider = ReadLimits::default().with_rows(200_000);
    assert!(read_table("big.csv", text.as_bytes(), &wider, None, &mut |_, _| Ok(())).is_ok());
}

#[test]
fn reading_stops_when_the_user_cancels() {
    let text = "branch,score\n".to_owned() + &"A,9\n".repeat(20_000);
    let mut calls = 0;
    let mut tick = |done: u64, _| {
        calls += 1;
        if done > 0 {
            Err(frontline::error::Kind::Cancelled.into())
        } else {
            Ok(())
        }
    };
    let error = read_table(
        "a.csv",
        text.as_bytes(),
        &ReadLimits::default(),
        None,
        &mut tick,
    )
    .expect_err("cancelled");
    assert!(error.is_cancelled());
    assert!(calls >= 2);
}
