//! Code slips: every code once, with its symbol, and nothing else that tells two slips apart.

use std::collections::BTreeSet;

use frontline::domain::Lang;
use frontline::error::Kind;
use frontline::export::print::{Area, Langs, Sheet, SlipSheet, pages, slips};

use super::{EVERY, codes, is_code, joined, qr, station, two_keys, wave};

fn sheet(codes: Vec<String>) -> SlipSheet {
    SlipSheet {
        wave: wave(two_keys()),
        station: station("Садовая, комната отдыха"),
        codes,
    }
}

#[test]
fn a_thousand_slips_hold_every_code_once_and_in_the_callers_order() {
    let given = codes(1_000, 3);
    for (langs, per_page) in EVERY.into_iter().zip([10, 10, 8]) {
        let print = pages(Sheet::Slips(&sheet(given.clone())), langs).expect("printable");
        assert_eq!(print.count(), 1_000_usize.div_ceil(per_page));
        let printed: Vec<String> = print
            .texts()
            .into_iter()
            .map(|text| text.text)
            .filter(|text| is_code(text))
            .collect();
        assert_eq!(printed, given);
    }
    let pdf = slips(&sheet(given), Langs::Both).expect("the sheet can be written");
    assert!(pdf.len() < 4_000_000, "{} bytes", pdf.len());
}

#[test]
fn the_symbol_beside_a_code_reads_as_that_code() {
    let given = codes(60, 11);
    for langs in EVERY {
        let print = pages(Sheet::Slips(&sheet(given.clone())), langs).expect("printable");
        let read: Vec<String> = print
            .symbols()
            .iter()
            .map(|symbol| qr::read(&symbol.rows))
            .collect();
        assert_eq!(read, given);
        let texts = print.texts();
        for (symbol, code) in print.symbols().iter().zip(&given) {
            let line = texts
                .iter()
                .find(|text| text.text == *code)
                .expect("printed");
            let beside = line.page == symbol.page
                && line.place.right() < symbol.place.x
                && line.place.y > symbol.place.y
                && line.place.bottom() < symbol.place.bottom();
            assert!(beside, "the symbol of {code} stands elsewhere");
        }
    }
}

#[test]
fn a_symbol_has_four_light_modules_around_it() {
    let print = pages(Sheet::Slips(&sheet(codes(10, 5))), Langs::Both).expect("printable");
    let texts = print.texts();
    for symbol in print.symbols() {
        let side = symbol.place.width / 21.0;
        let quiet = Area::new(
            symbol.place.x - 3.9 * side,
            symbol.place.y - 3.9 * side,
            symbol.place.width + 7.8 * side,
            symbol.place.height + 7.8 * side,
        );
        for text in texts.iter().filter(|text| text.page == symbol.page) {
            let apart = text.place.right() <= quiet.x
                || text.place.x >= quiet.right()
                || text.place.bottom() <= quiet.y
                || text.place.y >= quiet.bottom();
            assert!(apart, "«{}» is too near", text.text);
        }
    }
}

#[test]
fn other_codes_change_the_codes_and_nothing_else() {
    for langs in EVERY {
        let one = pages(Sheet::Slips(&sheet(codes(23, 1))), langs).expect("printable");
        let two = pages(Sheet::Slips(&sheet(codes(23, 2))), langs).expect("printable");
        let (one, two) = (one.texts(), two.texts());
        assert_eq!(one.len(), two.len());
        let mut changed = 0;
        for (a, b) in one.iter().zip(&two) {
            assert!(a.place == b.place && a.frame == b.frame && a.page == b.page);
            if a.text != b.text {
                assert!(is_code(&a.text) && is_code(&b.text), "«{}»", a.text);
                changed += 1;
            }
        }
        assert_eq!(changed, 23);
    }
}

#[test]
fn slips_differ_in_nothing_but_the_code() {
    for (langs, per_page) in EVERY.into_iter().zip([10, 10, 8]) {
        let print = pages(Sheet::Slips(&sheet(codes(per_page, 4))), langs).expect("printable");
        // The two lines in the margin come first; then every slip says the same.
        let texts: Vec<String> = print.texts().into_iter().skip(2).map(|t| t.text).collect();
        assert_eq!(texts.len() % per_page, 0);
        let faces: BTreeSet<Vec<String>> = texts
            .chunks(texts.len() / per_page)
            .map(|slip| slip.iter().filter(|text| !is_code(text)).cloned().collect())
            .collect();
        assert_eq!(faces.len(), 1, "{faces:?}");
    }
}

#[test]
fn a_slip_says_where_until_when_how_and_with_which_words() {
    for (langs, wanted) in EVERY.into_iter().zip([
        vec![
            "До 23\u{a0}октября 2026 включительно",
            "берег · лампа · окно · сахар · туча · якорь",
            "Уровень защиты 2",
        ],
        vec![
            "Open through 23\u{a0}October 2026",
            "shore · lantern · window · sugar · cloud · anchor",
            "Protection level 2",
        ],
        vec![
            "До 23\u{a0}октября 2026 включительно",
            "Open through 23\u{a0}October 2026",
            "берег · лампа · окно · сахар · туча · якорь",
            "shore · lantern · window · sugar · cloud · anchor",
            "Уровень защиты 2",
            "Protection level 2",
        ],
    ]) {
        let print = pages(Sheet::Slips(&sheet(codes(1, 9))), langs).expect("printable");
        let said = joined(&print.texts());
        for words in wanted.into_iter().chain([
            "Кофейни «Бодрый день»",
            "Опрос осени 2026",
            "Садовая, комната отдыха",
        ]) {
            assert!(said.contains(words), "{langs:?}: no {words}");
        }
    }
}

#[test]
fn what_is_not_a_code_is_refused_without_being_quoted() {
    for wrong in [
        "",
        "ABCD-EFGH-JKM",
        "abcd-efgh-jkmn",
        "ABCD EFGH JKMN",
        "АBCD-EFGH-JKM",
    ] {
        let refused = slips(&sheet(vec![wrong.to_owned()]), Langs::One(Lang::Ru));
        let error = refused.expect_err("it has not the shape of a code");
        let quotes = !wrong.is_empty() && format!("{error:?}").contains(wrong);
        assert!(!quotes, "{error:?}");
    }
    let nothing = slips(&sheet(Vec::new()), Langs::Both).expect_err("nothing to print");
    assert_eq!(*nothing.kind(), Kind::NoData);
}

#[test]
fn debug_output_of_a_sheet_is_silent_about_codes() {
    let given = codes(3, 8);
    let shown = format!("{:?}", sheet(given.clone()));
    assert!(shown.contains("codes: 3"));
    for code in given {
        assert!(!shown.contains(&code));
    }
}
