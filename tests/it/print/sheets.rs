//! Poster, covers, recovery sheets, leaflet: what must stand on them, and what must not.

use frontline::domain::Lang;
use frontline::export::print::{
    BoxCover, Langs, Pages, Protection, Sheet, covers, pages, recovery,
};
use frontline::i18n::{FILES, message};

use super::{EVERY, Samples, is_code, joined, recovery_words, two_keys, wave};

fn said(print: &Pages) -> String {
    joined(&print.texts())
}

#[test]
fn no_code_stands_on_anything_but_slips() {
    for sample in &Samples::all() {
        for sheet in sample.sheets().into_iter().skip(1) {
            for langs in EVERY {
                let print = pages(sheet, langs).expect("printable");
                assert!(print.symbols().is_empty(), "{}", sample.name);
                for text in print.texts() {
                    assert!(!is_code(&text.text), "{}: «{}»", sample.name, text.text);
                }
            }
        }
    }
}

#[test]
fn the_class_is_named_on_the_cover_and_on_no_slip() {
    let sample = Samples::new("level 2", &wave(two_keys()), "Садовая");
    for langs in EVERY {
        let cover = pages(Sheet::Covers(&sample.covers), langs).expect("printable");
        assert!(said(&cover).contains("контактный персонал"));
        let slips = pages(Sheet::Slips(&sample.slips), langs).expect("printable");
        assert!(!said(&slips).contains("контактный"));
    }
}

#[test]
fn a_cover_counts_slips_in_all_and_per_station_and_tells_to_let_people_draw() {
    let cover = BoxCover {
        wave: wave(two_keys()),
        class: "Садовая".into(),
        invited: 18,
        stations: vec![("Комната отдыха".into(), 12), ("Офис".into(), 7)],
    };
    for (lang, draw) in [
        (Lang::Ru, "вытянет один талон"),
        (Lang::En, "draw one slip"),
    ] {
        let boxes = [cover.clone()];
        let print = pages(Sheet::Covers(&boxes), Langs::One(lang)).expect("printable");
        assert_eq!(print.count(), 1);
        let texts = print.texts();
        for figure in ["19", "18", "12", "7"] {
            assert!(texts.iter().any(|text| text.text == figure), "{figure}");
        }
        assert!(said(&print).contains(draw));
    }
    assert!(covers(&[], Langs::Both).is_err());
}

#[test]
fn more_stations_than_a_page_holds_go_to_the_next_one() {
    let sample = Samples::new("level 1", &wave(Protection::OneKey), "Садовая");
    let print = pages(Sheet::Covers(&sample.covers), Langs::One(Lang::Ru)).expect("printable");
    assert_eq!(print.count(), 2);
    let texts = print.texts();
    for number in 1..=11 {
        let name = format!("Садовая {number}");
        assert!(texts.iter().any(|text| text.text == name), "{name}");
    }
}

#[test]
fn poster_and_leaflet_promise_and_warn_as_the_level_allows() {
    let common = [
        "print-risk-style",
        "print-risk-unanimous",
        "print-risk-program",
        "print-risk-camera",
        "print-promise-stored",
        "print-promise-apart",
        "print-promise-wiped",
    ];
    for (protection, own, other) in [
        (
            Protection::OneKey,
            ["print-risk-keys-one", "print-level-one-means"],
            "print-risk-keys-two",
        ),
        (
            two_keys(),
            ["print-risk-keys-two", "print-level-two-means"],
            "print-risk-keys-one",
        ),
    ] {
        let sample = Samples::new("a level", &wave(protection), "Садовая");
        for lang in Lang::ALL {
            for sheet in [
                Sheet::Poster(&sample.poster),
                Sheet::Leaflet(&sample.poster.wave),
            ] {
                let said = said(&pages(sheet, Langs::One(lang)).expect("printable"));
                for key in common.into_iter().chain(own) {
                    assert!(said.contains(&message(lang, key)), "{lang:?}: {key}");
                }
                assert!(!said.contains(&message(lang, other)), "{lang:?}: {other}");
            }
        }
    }
}

#[test]
fn the_poster_shows_each_word_in_large_type() {
    for sample in &Samples::all() {
        for lang in Lang::ALL {
            let print = pages(Sheet::Poster(&sample.poster), Langs::One(lang)).expect("printable");
            for word in sample.poster.station.words.get(lang) {
                let shown = print.texts().into_iter().find(|text| text.text == *word);
                let size = shown.map_or(0.0, |text| text.size);
                assert!(size > 18.0, "{word} in {size} points");
            }
        }
    }
}

#[test]
fn nothing_is_called_fully_anonymous() {
    let banned = [
        "fully anonymous",
        "completely anonymous",
        "100%",
        "100 %",
        "полностью аноним",
        "полная аноним",
        "абсолютно аноним",
        "гарантир",
        "guarantee",
    ];
    let (_, ru, en) = FILES
        .iter()
        .find(|(name, _, _)| *name == "print.ftl")
        .expect("the file is listed");
    for text in [ru, en] {
        for words in banned {
            assert!(!text.to_lowercase().contains(words), "{words}");
        }
    }
}

#[test]
fn a_recovery_sheet_has_24_numbered_words_read_downwards() {
    for sample in &Samples::all() {
        for sheet in [&sample.workspace, &sample.witness] {
            let print = pages(Sheet::Recovery(sheet), Langs::One(Lang::Ru)).expect("printable");
            let texts = print.texts();
            for (number, word) in (1..).zip(recovery_words()) {
                let at = texts
                    .iter()
                    .position(|text| text.text == word)
                    .expect("printed");
                let label = &texts[at - 1];
                assert_eq!(label.text, format!("{number}"));
                assert!(label.place.right() < texts[at].place.x);
                assert!((label.place.y - texts[at].place.y).abs() < 5.0);
            }
        }
    }
}

#[test]
fn a_recovery_sheet_with_a_word_too_few_is_refused_and_debug_is_silent() {
    let sample = Samples::new("level 1", &wave(Protection::OneKey), "Садовая");
    let mut sheet = sample.workspace;
    let shown = format!("{sheet:?}");
    assert!(shown.contains("frontline") && !shown.contains("word01x"));
    sheet.words.pop();
    let error = recovery(&sheet, Langs::Both).expect_err("23 words open nothing");
    assert!(!format!("{error:?}").contains("word01x"));
}

#[test]
fn a_leaflet_stands_twice_on_a_lying_page() {
    let sample = Samples::new("level 2", &wave(two_keys()), "Садовая");
    let print = pages(Sheet::Leaflet(&sample.poster.wave), Langs::Both).expect("printable");
    assert_eq!(print.count(), 2);
    let (width, height) = print.size(0).expect("there is a page");
    assert!(width > height);
    let texts = print.texts();
    let half = texts.iter().filter(|text| text.place.right() < width / 2.0);
    assert_eq!(half.count() * 2, texts.len());
}
