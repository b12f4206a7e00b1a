//! What somebody puts into a finished workbook by hand is noticed.

use std::io::{Cursor, Read, Write};

use frontline::domain::{Audience, Lang};
use frontline::export::Scope;
use frontline::import::ReadLimits;
use frontline::import::released::{
    Fault, Place, Released, Says, Subject, read_csv, read_json, read_workbook,
};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::{Demo, demo};

/// The workbook with one part changed, or added where it was not there.
pub(super) fn changed(bytes: &[u8], part: &str, change: impl Fn(&str) -> String) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let mut is_there = false;
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).expect("an entry");
        let name = file.name().expect("a name").into_owned();
        let mut text = String::new();
        file.read_to_string(&mut text).expect("text");
        if name == part {
            is_there = true;
            text = change(&text);
        }
        writer
            .start_file(name, SimpleFileOptions::default())
            .expect("written");
        writer.write_all(text.as_bytes()).expect("written");
    }
    if !is_there {
        writer
            .start_file(part, SimpleFileOptions::default())
            .expect("written");
        writer.write_all(change("").as_bytes()).expect("written");
    }
    writer.finish().expect("written").into_inner()
}

fn read(demo: &Demo, part: &str, change: impl Fn(&str) -> String) -> Released {
    let bytes = demo.bytes(demo.last(), Scope::Full);
    demo.book(&changed(&bytes, part, change))
}

/// The faults that were noticed.
fn faults(released: &Released) -> Vec<Fault> {
    let mut faults: Vec<Fault> = released.other.unknown.iter().map(|it| it.fault).collect();
    faults.sort_unstable();
    faults.dedup();
    faults
}

const HEAT_MAP: &str = "xl/worksheets/sheet3.xml";

/// The address of the first cell of a row of the heat map whose text is there, as Excel counts.
fn hidden_row(demo: &Demo) -> (usize, String) {
    use calamine::Reader;
    let bytes = demo.bytes(demo.last(), Scope::Full);
    let mut book: calamine::Xlsx<_> = calamine::Xlsx::new(Cursor::new(bytes)).expect("a workbook");
    let range = book.worksheet_range("Heat map").expect("a sheet");
    let top = range.start().expect("cells").0;
    let at = range.rows().position(|row| {
        row.iter()
            .any(|cell| *cell == calamine::Data::String("< 5".to_owned()))
    });
    let at = at.expect("a hidden row");
    let code = range.rows().nth(at).expect("the row")[1].to_string();
    (at + 1 + usize::try_from(top).expect("small"), code)
}

#[test]
fn a_mean_in_an_empty_place_is_noticed() {
    for (part, value) in [
        (HEAT_MAP, "3.4"),
        ("xl/worksheets/sheet1.xml", "4"),
        ("xl/worksheets/sheet9.xml", "2.5"),
        ("xl/worksheets/sheet10.xml", "2.5"),
    ] {
        let demo = demo(Lang::En);
        let cell = format!("<c r=\"AZ1\"><v>{value}</v></c></row>");
        let released = read(demo, part, |text| text.replacen("</row>", &cell, 1));
        assert_eq!(faults(&released), [Fault::Number], "{part}");
        assert!(released.other.unknown[0].cell.ends_with("!AZ1"));
    }
}

#[test]
fn the_count_of_a_hidden_row_becomes_a_figure() {
    let demo = demo(Lang::En);
    let (row, code) = hidden_row(demo);
    let released = read(demo, HEAT_MAP, |text| {
        let open = format!("<c r=\"E{row}\"");
        let (before, rest) = text.split_once(&open).expect("the cell");
        let (_, after) = rest.split_once("</c>").expect("its end");
        format!("{before}{open}><v>3</v></c>{after}")
    });
    let found = released.figures.iter().find(|figure| {
        figure.about.place == Place::Branch(code.as_str().into())
            && figure.about.subject == Subject::Sheets
            && figure.about.audience == Audience::All
            && figure.says == Says::Count { low: 3, high: 3 }
    });
    assert_eq!(
        found.expect("it is a figure").cell,
        format!("Heat map!E{row}")
    );
}

#[test]
fn hidden_rows_columns_and_sheets_are_noticed() {
    let demo = demo(Lang::Ru);
    let row = "<row r=\"900\" hidden=\"1\"><c r=\"B900\"><v>4.1</v></c></row></sheetData>";
    let released = read(demo, HEAT_MAP, |text| text.replacen("</sheetData>", row, 1));
    assert_eq!(faults(&released), [Fault::Number, Fault::Hidden]);
    let released = read(demo, "xl/worksheets/sheet6.xml", |text| {
        text.replacen("<col ", "<col hidden=\"1\" ", 1)
    });
    assert_eq!(faults(&released), [Fault::Hidden]);
    let released = read(demo, "xl/workbook.xml", |text| {
        text.replacen(" sheetId=\"10\"", " sheetId=\"10\" state=\"hidden\"", 1)
    });
    assert_eq!(faults(&released), [Fault::Hidden]);
    let released = read(demo, "xl/workbook.xml", |text| {
        let text = text.replacen(" sheetId=\"10\"", " sheetId=\"10\" state=\"veryHidden\"", 1);
        text.replacen("name=\"Данные\"", "name=\"Sheet1\"", 1)
    });
    let faults = faults(&released);
    assert!(
        faults.contains(&Fault::Hidden) && faults.contains(&Fault::Number),
        "{faults:?}"
    );
}

#[test]
fn properties_notes_and_footers_are_noticed() {
    let demo = demo(Lang::En);
    let core = "docProps/core.xml";
    let more = "<dc:description>04: 2, 3, 5</dc:description></cp:coreProperties>";
    let released = read(demo, core, |text| {
        text.replacen("</cp:coreProperties>", more, 1)
    });
    assert_eq!(faults(&released), [Fault::Property]);
    let released = read(demo, core, |text| {
        text.replacen("<dc:title>", "<dc:title>4.2 ", 1)
    });
    assert_eq!(faults(&released), [Fault::Property]);
    for part in [
        "xl/comments1.xml",
        "docProps/custom.xml",
        "xl/media/image1.png",
        "xl/pivotCache/x.xml",
    ] {
        let released = read(demo, part, |_| "<x/>".to_owned());
        assert_eq!(faults(&released), [Fault::Part], "{part}");
    }
    let released = read(demo, HEAT_MAP, |text| {
        text.replacen("<oddFooter>", "<oddFooter>04: n = 3 ", 1)
    });
    assert_eq!(faults(&released), [Fault::Text]);
}

#[test]
fn numbers_in_pictures_formulas_and_texts_are_noticed() {
    let demo = demo(Lang::En);
    let released = read(demo, "xl/charts/chart1.xml", |text| {
        text.replacen("</c:plotArea>", "<c:v>4.4321</c:v></c:plotArea>", 1)
    });
    assert_eq!(faults(&released), [Fault::Chart]);
    let released = read(demo, "xl/worksheets/sheet7.xml", |text| {
        text.replacen("<f>", "<f>4.25+", 1)
    });
    assert_eq!(faults(&released), [Fault::Number]);
    let released = read(demo, "xl/sharedStrings.xml", |text| {
        text.replacen("</sst>", "<si><t>04: n = 3</t></si></sst>", 1)
    });
    assert_eq!(faults(&released), [Fault::Part]);
    let released = read(demo, HEAT_MAP, |text| {
        let cell = "<c r=\"AZ1\" t=\"inlineStr\"><is><t>cafe 17: three people, mean 4.2</t></is></c></row>";
        text.replacen("</row>", cell, 1)
    });
    assert_eq!(faults(&released), [Fault::Text]);
}

#[test]
fn a_row_more_or_a_key_more_is_noticed_in_csv_and_json() {
    let demo = demo(Lang::En);
    let limits = ReadLimits::default();
    let csv = frontline::export::to_csv(&demo.findings, Lang::En, None);
    let with = format!("{csv}Wave 9,Everyone,17,,dimension,x,X,3,4.1,,,,\r\n");
    let released = read_csv(with.as_bytes(), &demo.names, &limits).expect("it can be read");
    assert_eq!(faults(&released), [Fault::Name]);
    let with = csv
        .replacen("\r\n", ",14\r\n", 2)
        .replacen(",14\r\n", "\r\n", 1);
    let released = read_csv(with.as_bytes(), &demo.names, &limits).expect("it can be read");
    assert_eq!(faults(&released), [Fault::Number]);
    let json = frontline::export::to_json(&demo.findings, None);
    for with in [
        json.replacen("\"is_merged\"", "\"people\": 3, \"is_merged\"", 1),
        json.replacen("\"enps\"", "\"extra\": [4.5], \"enps\"", 1),
    ] {
        let released = read_json(with.as_bytes(), &demo.names, &limits).expect("it can be read");
        assert_eq!(faults(&released), [Fault::Number]);
    }
}

#[test]
fn a_file_that_is_no_report_is_refused() {
    let demo = demo(Lang::En);
    let limits = ReadLimits::default();
    assert!(read_workbook(b"no workbook", &demo.names, &limits).is_err());
    assert!(read_csv(b"a,b\n1,2\n", &demo.names, &limits).is_err());
    assert!(read_json(b"{\"version\": 2}", &demo.names, &limits).is_err());
    assert!(read_json(b"[", &demo.names, &limits).is_err());
    let bytes = demo.bytes(0, Scope::Full);
    let small = ReadLimits {
        cells: 100,
        ..limits
    };
    assert!(read_workbook(&bytes, &demo.names, &small).is_err());
    for cut in [10, bytes.len() / 2, bytes.len() - 1] {
        assert!(read_workbook(&bytes[..cut], &demo.names, &limits).is_err());
    }
}
