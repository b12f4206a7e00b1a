//! The sheet of actions: read back without a number that nobody knows, in full and in a cut; its choice
//! of status and its red are the only ones of their kind.

use std::io::Cursor;

use calamine::{Data, Reader as _, Xlsx};
use frontline::domain::{Date, Lang};
use frontline::export::Scope;
use frontline::i18n::message;

use super::{demo, left};

const TODAY: Date = Date::constant(2026, 11, 21);

/// The texts of the sheet of actions.
fn sheet(bytes: &[u8], lang: Lang) -> Vec<Vec<String>> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).expect("a workbook");
    let range = book.worksheet_range(&message(lang, "sheet-actions"));
    let rows = range.expect("a sheet of actions");
    let text = |cell: &Data| cell.to_string();
    rows.rows()
        .map(|row| row.iter().map(text).collect())
        .collect()
}

#[test]
fn every_number_of_the_sheet_of_actions_is_known() {
    for lang in Lang::ALL {
        let demo = demo(lang);
        for scope in [Scope::Full, Scope::Branch(6), Scope::Branch(0)] {
            let bytes = demo.acting(demo.last(), scope, TODAY);
            let read = demo.book(&bytes);
            assert!(read.other.unknown.is_empty(), "{scope:?}\n{}", left(&read));
        }
    }
}

#[test]
fn a_cut_holds_the_own_actions_and_those_of_the_company_and_no_other() {
    let demo = demo(Lang::En);
    let owner = "Branch manager";
    let has = |scope| {
        let rows = sheet(&demo.acting(demo.last(), scope, TODAY), Lang::En);
        let all = rows.concat();
        let has = |word: &str| all.iter().any(|text| text.contains(word));
        (
            has(owner),
            has("Operations director"),
            has("Head of service"),
        )
    };
    assert_eq!(has(Scope::Full), (true, true, true));
    // Branch 07 stands at position 6, branch 08 after it.
    assert_eq!(has(Scope::Branch(6)), (false, true, true));
    assert_eq!(has(Scope::Branch(7)), (true, false, true));
    assert_eq!(has(Scope::Branch(0)), (false, false, true));
}

#[test]
fn overdue_is_said_in_a_word_and_the_check_in_a_sentence() {
    let demo = demo(Lang::En);
    let rows = sheet(&demo.acting(demo.last(), Scope::Full, TODAY), Lang::En).concat();
    let has = |word: &str| rows.iter().any(|text| text.contains(word));
    assert!(has("overdue by 3 days"));
    assert!(has("Empowerment · "));
    assert!(has("Wave “"), "the wave that was looked at is named");
    let again = demo.acting(demo.last(), Scope::Full, TODAY);
    assert_eq!(
        again,
        demo.acting(demo.last(), Scope::Full, TODAY),
        "same bytes"
    );
}

#[test]
fn a_choice_with_other_words_is_noticed() {
    let demo = demo(Lang::En);
    let bytes = demo.acting(demo.last(), Scope::Full, TODAY);
    // The ninth sheet: this workbook has no comments.
    let spoilt = super::planted::changed(&bytes, "xl/worksheets/sheet9.xml", |text| {
        text.replace("Planned,Doing,Checking", "Planned,Doing,31")
    });
    assert_ne!(spoilt, bytes);
    let read = demo.book(&spoilt);
    assert!(!read.other.unknown.is_empty());
}
