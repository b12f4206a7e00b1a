//! Nothing leaves its box or the printer's reach, nothing covers anything; the PDF is whole, holds
//! its fonts and says nothing of who made it when.

use std::collections::BTreeSet;

use frontline::domain::Lang;
use frontline::export::print::{Langs, Sheet, pages};

use super::{EVERY, MM, Samples, print_name, prints};

/// Rounding, in points.
const SLACK: f32 = 0.05;

#[test]
fn every_line_stays_in_its_box_and_every_box_within_the_printers_reach() {
    let mut lines = 0;
    for (name, print, _) in prints() {
        for text in print.texts() {
            let (place, frame) = (text.place, text.frame);
            let inside = place.x >= frame.x - SLACK
                && place.right() <= frame.right() + SLACK
                && place.y >= frame.y - SLACK
                && place.bottom() <= frame.bottom() + SLACK;
            assert!(inside, "{name}: «{}» leaves its box", text.text);
            let (width, height) = print.size(text.page).expect("the page exists");
            let margin = 8.0 * MM - SLACK;
            let printable = place.x >= margin
                && place.y >= margin
                && place.right() <= width - margin
                && place.bottom() <= height - margin;
            assert!(printable, "{name}: «{}» is out of reach", text.text);
            lines += 1;
        }
    }
    assert!(lines > 3_000, "{lines} lines");
}

#[test]
fn no_two_lines_and_no_line_and_symbol_lie_on_each_other() {
    for (name, print, _) in prints() {
        let texts = print.texts();
        let symbols = print.symbols();
        for (index, one) in texts.iter().enumerate() {
            let others = texts
                .iter()
                .skip(index + 1)
                .map(|other| (other.page, other.place, other.text.as_str()))
                .chain(
                    symbols
                        .iter()
                        .map(|symbol| (symbol.page, symbol.place, "QR")),
                );
            for (page, other, said) in others {
                let apart = page != one.page
                    || one.place.right() <= other.x + SLACK
                    || other.right() <= one.place.x + SLACK
                    || one.place.bottom() <= other.y + SLACK
                    || other.bottom() <= one.place.y + SLACK;
                assert!(apart, "{name}: «{}» and «{said}» overlap", one.text);
            }
        }
    }
}

#[test]
fn type_stays_readable() {
    for (name, print, _) in prints() {
        let least = if name.starts_with("long") { 5.0 } else { 6.0 };
        for text in print.texts() {
            assert!(
                text.size >= least,
                "{name}: «{}» in {} points",
                text.text,
                text.size
            );
        }
    }
}

#[test]
fn usual_names_are_never_cut_off() {
    for (name, print, _) in prints() {
        if name.starts_with("long") {
            continue;
        }
        for text in print.texts() {
            assert!(!text.text.contains('…'), "{name}: «{}»", text.text);
        }
    }
}

#[test]
fn every_message_is_said_whole_in_its_language() {
    for (name, print, _) in prints() {
        for text in print.texts() {
            let raw = text.text.contains("print-") || text.text.contains(['{', '}']);
            assert!(!raw, "{name}: «{}»", text.text);
        }
    }
}

#[test]
fn the_pdf_is_whole_and_has_every_page() {
    for (name, print, pdf) in prints() {
        assert!(pdf.starts_with(b"%PDF-1.7"), "{name}");
        assert!(pdf.trim_ascii_end().ends_with(b"%%EOF"), "{name}");
        let text = String::from_utf8_lossy(pdf);
        let found = text.matches("/Type/Page/").count();
        assert_eq!(found, print.count(), "{name}");
        assert!(
            text.contains(&format!("/Count {}", print.count())),
            "{name}"
        );
    }
}

#[test]
fn fonts_are_embedded_with_the_map_that_makes_text_searchable() {
    for (name, _, pdf) in prints() {
        let text = String::from_utf8_lossy(pdf);
        let fonts = text.matches("/Type/Font/").count();
        assert!(fonts > 0, "{name}");
        let files = text.matches("/FontFile2").count() + text.matches("/FontFile3").count();
        assert!(files >= 1, "{name}: {files} font files");
        assert!(text.contains("/ToUnicode"), "{name}");
        assert!(text.contains("+Inter"), "{name}: not a subset of Inter");
        assert!(!text.contains("Lucide"), "{name}: icons are drawn, not set");
    }
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let [_, sample, _] = Samples::all();
    let mut checked = 0;
    for (number, sheet) in sample.sheets().into_iter().enumerate() {
        for langs in EVERY {
            let name = print_name(&sample, number, langs);
            let again = pages(sheet, langs).and_then(|print| print.to_pdf());
            let first = prints().iter().find(|(other, _, _)| *other == name);
            let (_, _, pdf) = first.expect("it was printed before");
            assert!(again.as_ref() == Ok(pdf), "{name}");
            checked += 1;
        }
    }
    assert_eq!(checked, 21);
}

#[test]
fn the_document_says_nothing_of_who_made_it_and_when() {
    let words = [
        "Date", "Author", "Creator", "Producer", "/home", "/tmp", "Users",
    ];
    for (name, _, pdf) in prints() {
        let text = String::from_utf8_lossy(pdf);
        for word in words {
            assert!(!text.contains(word), "{name} says {word}");
        }
    }
}

#[test]
fn no_title_of_a_document_names_anything_but_its_kind() {
    let titles: BTreeSet<String> = prints()
        .iter()
        .map(|(_, _, pdf)| {
            let text = String::from_utf8_lossy(pdf);
            let (_, rest) = text.split_once("<dc:title>").expect("it has a title");
            let (title, _) = rest.split_once("</dc:title>").expect("which ends");
            title.to_owned()
        })
        .collect();
    // Six kinds of sheet in two languages.
    assert_eq!(titles.len(), 12, "{titles:?}");
}

#[test]
fn control_characters_and_marks_of_direction_are_not_printed() {
    let mut sample = Samples::all()
        .into_iter()
        .next()
        .expect("there are samples");
    sample.poster.station.name = "Са\u{202e}до\u{7}вая\u{200b} \u{feff}1".into();
    let print = pages(Sheet::Poster(&sample.poster), Langs::One(Lang::Ru)).expect("printable");
    assert!(print.texts().iter().any(|text| text.text == "Садовая 1"));
}
