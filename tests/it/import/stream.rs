//! Streams give what tables give.

use encoding_rs::WINDOWS_1251;
use frontline::error::{Kind, Limit};
use frontline::import::{
    Checked, Context, CsvStream, ImportKind, ReadLimits, UnknownBranches, guess,
};

use super::make::{read, refusals, take};

fn stream(bytes: &[u8], kind: ImportKind) -> Checked {
    let context = Context {
        unknown_branches: UnknownBranches::Accept,
        seed: 7,
        ..Context::new(&[])
    };
    let stream = CsvStream::open("r.csv", bytes, &ReadLimits::for_analyze()).expect("a text file");
    let mapping = guess(stream.sample(), Some(kind), &context).mapping;
    stream
        .check(&mapping, &context, &mut |_, _| Ok(()))
        .expect("the mapping fits")
}

fn in_memory(bytes: &[u8], kind: ImportKind) -> Checked {
    let context = Context {
        unknown_branches: UnknownBranches::Accept,
        seed: 7,
        ..Context::new(&[])
    };
    take(&read("r.csv", bytes).expect("a text file"), kind, &context)
}

fn answers_file(rows: usize, end: &str) -> String {
    let mut text = format!("id,wave,branch,role,contact,pay_1,pay_2,team_1,enps{end}");
    for row in 0..rows {
        let answer = if row % 97 == 0 { 9 } else { row % 5 + 1 };
        let gap = if row % 11 == 0 {
            String::new()
        } else {
            (row % 4 + 1).to_string()
        };
        text.push_str(&format!(
            "{row},{},B{:03},R1,{},{answer},{gap},3,{}{end}",
            row % 2 + 1,
            row % 30,
            row % 2,
            row % 11
        ));
    }
    text
}

#[test]
fn a_stream_finds_the_same_as_a_table() {
    for end in ["\n", "\r\n"] {
        let text = answers_file(12_000, end);
        assert!(
            text.len() > 270_000,
            "longer than what is looked at first: {}",
            text.len()
        );
        let (a, b) = (
            stream(text.as_bytes(), ImportKind::Answers),
            in_memory(text.as_bytes(), ImportKind::Answers),
        );
        assert_eq!(a.accepted, b.accepted, "{end:?}");
        assert_eq!(a.summary, b.summary);
        assert_eq!(refusals(&a), refusals(&b), "row numbers agree, {end:?}");
        assert_eq!(a.refused[1].row, 99);
    }
    let mut scores = String::from("branch,wave,score\n");
    for row in 0..5_000 {
        scores.push_str(&format!("B{},{},{}\n", row % 40, row % 3, row % 12));
    }
    let (a, b) = (
        stream(scores.as_bytes(), ImportKind::Outcomes),
        in_memory(scores.as_bytes(), ImportKind::Outcomes),
    );
    assert_eq!((a.accepted, a.summary), (b.accepted, b.summary));
}

#[test]
fn a_stream_reads_marks_other_encodings_and_the_separator_line() {
    let text = "sep=;\nфилиал;оценка\nМира;9\nПорт;11\n";
    let marked = format!("\u{feff}{text}");
    let wide: Vec<u8> = marked.encode_utf16().flat_map(u16::to_le_bytes).collect();
    for bytes in [
        text.as_bytes().to_vec(),
        marked.into_bytes(),
        wide,
        WINDOWS_1251.encode(text).0.into_owned(),
    ] {
        let checked = stream(&bytes, ImportKind::Outcomes);
        assert_eq!(refusals(&checked), ["4 оценка 11 score-range"]);
        assert_eq!(checked.summary.ready, 1);
    }
}

#[test]
fn row_numbers_of_a_stream_count_blank_lines_and_not_lines_inside_quotes() {
    for end in ["\n", "\r\n"] {
        let text = [
            "branch,score,note",
            "A,9,\"two|lines\"",
            "A,11,x",
            "",
            "A,12,x",
        ]
        .join(end)
        .replace('|', "\n");
        let checked = stream(text.as_bytes(), ImportKind::Outcomes);
        assert_eq!(
            refusals(&checked),
            refusals(&in_memory(text.as_bytes(), ImportKind::Outcomes)),
            "{end:?}"
        );
        assert_eq!(checked.refused[0].row, 3, "{end:?}");
    }
}

#[test]
fn a_stream_refuses_what_is_no_text_and_too_many_rows() {
    let limits = ReadLimits::for_analyze();
    let kind = |bytes: &[u8]| {
        CsvStream::open("r", bytes, &limits)
            .err()
            .map(|error| error.kind().clone())
    };
    assert_eq!(kind(b""), Some(Kind::FileEmpty));
    assert_eq!(kind(b"PK\x03\x04"), Some(Kind::UnknownFileType));
    let few = ReadLimits {
        rows: 100,
        ..limits
    };
    let text = answers_file(200, "\n");
    let small = ReadLimits { rows: 300, ..few };
    let context = Context {
        unknown_branches: UnknownBranches::Accept,
        ..Context::new(&[])
    };
    let open = CsvStream::open("r", text.as_bytes(), &small).expect("fits");
    let mapping = guess(open.sample(), Some(ImportKind::Answers), &context).mapping;
    assert!(open.check(&mapping, &context, &mut |_, _| Ok(())).is_ok());
    let long = answers_file(400, "\n");
    let open = CsvStream::open("r", long.as_bytes(), &small).expect("the sample fits");
    let error = open
        .check(&mapping, &context, &mut |_, _| Ok(()))
        .expect_err("too many rows");
    assert!(matches!(
        error.kind(),
        Kind::FileTooLarge {
            what: Limit::Rows,
            limit: 300
        }
    ));
}

#[test]
fn a_long_stream_that_is_not_plain_everywhere_finds_the_same_as_a_table() {
    let note = "x".repeat(200);
    let odd_lines = [
        ("B1,\"9\",\"a \"\"word\"\"\"", "\n"),
        ("B1,12,\"two\nlines\"", "\r\n"),
        ("", "\n"),
        (",,", "\r\n"),
    ];
    for (odd, end) in odd_lines {
        let mut text = format!("branch,score,note{end}");
        for row in 0..30_000 {
            if row % 7_000 == 6_999 {
                text.push_str(odd);
                text.push_str(end);
            }
            let score = if row % 991 == 0 { 12 } else { row % 11 };
            text.push_str(&format!("B{},{score},{note}{end}", row % 40));
        }
        text.push_str("B1,11,no end");
        assert!(text.len() > 5 << 20, "more than is cut at a time");
        let (a, b) = (
            stream(text.as_bytes(), ImportKind::Outcomes),
            in_memory(text.as_bytes(), ImportKind::Outcomes),
        );
        assert_eq!(a.accepted, b.accepted, "{odd:?}");
        assert_eq!(a.summary, b.summary, "{odd:?}");
        assert_eq!(refusals(&a), refusals(&b), "{odd:?}");
        assert!(a.summary.refused > 31, "{odd:?}");
    }
}
