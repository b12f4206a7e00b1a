//! Files that are empty, broken, protected, of another kind, or made to hurt.

use frontline::error::{Kind, Limit};
use frontline::import::ReadLimits;
use frontline::import::read_table;

use super::make::{data, fault, ods, raw_xlsx, read, xlsx, zip};

#[test]
fn an_empty_file_says_so_whatever_its_type() {
    assert_eq!(fault(b""), Kind::FileEmpty);
    assert_eq!(fault(b" \r\n\n"), Kind::FileEmpty);
    assert_eq!(fault(&[0xef, 0xbb, 0xbf]), Kind::FileEmpty);
    assert_eq!(fault(b"\xff\xfe"), Kind::FileEmpty);
    assert_eq!(fault(&xlsx(&[])), Kind::FileEmpty);
    assert_eq!(
        fault(&ods(
            "<table:table-row><table:table-cell/></table:table-row>"
        )),
        Kind::FileEmpty
    );
}

#[test]
fn a_protected_workbook_asks_for_a_copy_without_password() {
    for name in ["protected.xlsx", "protected.xls", "protected.ods"] {
        assert_eq!(fault(&data(name)), Kind::PasswordProtected, "{name}");
    }
}

#[test]
fn a_file_of_another_kind_is_told_by_its_content() {
    let picture = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01".to_vec();
    let page = "<html><table><tr><td>branch</td></tr></table></html>"
        .as_bytes()
        .to_vec();
    let document = zip(&[("word/document.xml", b"<x/>")]);
    for bytes in [
        picture,
        page,
        document,
        b"%PDF-1.7 text".to_vec(),
        vec![0; 4096],
    ] {
        assert_eq!(fault(&bytes), Kind::UnknownFileType);
    }
}

#[test]
fn bytes_in_no_encoding_are_refused_not_guessed() {
    let japanese = encoding_rs::SHIFT_JIS
        .encode("支店,点数\n東京,9\n大阪支店の名前,8\n")
        .0
        .into_owned();
    assert_eq!(fault(&japanese), Kind::UnknownEncoding);
}

#[test]
fn a_workbook_cut_anywhere_is_damaged_and_never_a_crash() {
    let rows: Vec<[&str; 3]> = (0..300).map(|_| ["Садовая", "9", "СМС"]).collect();
    let rows: Vec<&[&str]> = rows.iter().map(<[&str; 3]>::as_slice).collect();
    for (name, bytes) in [("xlsx", xlsx(&rows)), ("ods", data("branches.ods"))] {
        for part in 1..20 {
            let cut = &bytes[..bytes.len() * part / 20];
            assert!(
                matches!(fault(cut), Kind::FileDamaged(_)),
                "{name} at {part}: {:?}",
                fault(cut)
            );
        }
    }
}

#[test]
fn an_old_workbook_cut_or_spoilt_anywhere_never_ends_the_program() {
    let bytes = data("branches.xls");
    for part in 1..40 {
        // A cut behind the last used sector may leave a whole workbook.
        let cut = read("cut.xls", &bytes[..bytes.len() * part / 40]);
        assert!(
            cut.is_err() || cut.is_ok_and(|table| table.row_count() == 3),
            "at {part}"
        );
    }
    let mut faults = 0;
    for at in (0..bytes.len()).step_by(37) {
        let mut spoilt = bytes.clone();
        for byte in spoilt.iter_mut().skip(at).take(4) {
            *byte = 0xff;
        }
        faults += usize::from(read("spoilt.xls", &spoilt).is_err());
    }
    assert!(
        faults > 10,
        "spoiling the directory must be noticed: {faults}"
    );
}

#[test]
fn a_small_bomb_is_stopped_by_what_it_really_unpacks_to() {
    let zeros = vec![b' '; 60 << 20];
    let bomb = zip(&[
        ("xl/workbook.xml", b"<workbook/>"),
        ("xl/worksheets/sheet1.xml", &zeros),
    ]);
    assert!(bomb.len() < 200_000);
    let Kind::FileTooLarge {
        what: Limit::UnpackedBytes,
        ..
    } = fault(&bomb)
    else {
        panic!("the bomb was not noticed: {:?}", fault(&bomb))
    };
}

#[test]
fn an_archive_with_too_many_entries_or_paths_outside_is_refused() {
    let names: Vec<String> = (0..300).map(|number| format!("xl/{number}.xml")).collect();
    let mut entries: Vec<(&str, &[u8])> =
        names.iter().map(|name| (name.as_str(), &b""[..])).collect();
    entries.push(("xl/workbook.xml", b"<workbook/>"));
    assert!(matches!(
        fault(&zip(&entries)),
        Kind::FileTooLarge {
            what: Limit::Entries,
            ..
        }
    ));
    let outside = zip(&[
        ("xl/workbook.xml", b"<workbook/>"),
        ("../../evil.xml", b"x"),
    ]);
    assert!(matches!(fault(&outside), Kind::FileDamaged(_)));
}

#[test]
fn the_size_that_a_sheet_states_is_not_believed() {
    let sheet = r#"<dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>branch</t></is></c></row><row r="1048576"><c r="A1048576" t="inlineStr"><is><t>A</t></is></c></row></sheetData>"#;
    let table = read("a.xlsx", &raw_xlsx(sheet)).expect("two cells are two cells");
    assert_eq!((table.row_count(), table.row_number(0)), (1, 1_048_576));
    let wide = r#"<sheetData><row r="1"><c r="XFD1" t="inlineStr"><is><t>branch</t></is></c></row></sheetData>"#;
    assert!(matches!(
        fault(&raw_xlsx(wide)),
        Kind::FileTooLarge {
            what: Limit::Columns,
            ..
        }
    ));
}

#[test]
fn repeats_of_a_spreadsheet_are_added_up_before_they_are_written_out() {
    let cell = r#"<table:table-cell table:number-columns-repeated="200" office:value-type="string"><text:p>x</text:p></table:table-cell>"#;
    let tall = format!(
        r#"<table:table-row table:number-rows-repeated="1000000">{cell}</table:table-row>"#
    );
    assert!(matches!(
        fault(&ods(&tall)),
        Kind::FileTooLarge {
            what: Limit::Rows,
            ..
        }
    ));
    let wide = r#"<table:table-row><table:table-cell table:number-columns-repeated="16384" office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row>"#;
    assert!(matches!(
        fault(&ods(wide)),
        Kind::FileTooLarge {
            what: Limit::Columns,
            ..
        }
    ));
    let tricky = r#"<table:table-row table:number-rows-repeated="&#57;999999"><table:table-cell/></table:table-row>"#;
    assert!(matches!(fault(&ods(tricky)), Kind::FileDamaged(_)));
}

#[test]
fn limits_hold_for_text_too() {
    let small = ReadLimits {
        cells: 10,
        ..ReadLimits::default()
    };
    let text = "a,b\n".to_owned() + &"1,2\n".repeat(10);
    let error = read_table("a.csv", text.as_bytes(), &small, None, &mut |_, _| Ok(()))
        .expect_err("too many cells");
    assert!(matches!(
        error.kind(),
        Kind::FileTooLarge {
            what: Limit::Cells,
            limit: 10
        }
    ));
    let wide = vec!["h"; 300].join(",");
    assert!(matches!(
        fault(wide.as_bytes()),
        Kind::FileTooLarge {
            what: Limit::Columns,
            limit: 256
        }
    ));
}

#[test]
fn an_error_names_the_file() {
    let error = read("nps.xlsx", b"PK\x03\x04 and nothing else").expect_err("no archive");
    assert_eq!(
        error.places(),
        [frontline::error::Place::File("nps.xlsx".to_owned())]
    );
}
