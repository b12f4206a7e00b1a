//! The paper twin: every question of every staff questionnaire, in both languages, on whole pages.

use frontline::domain::{Item, ItemKind, Lang, Questionnaire, QuestionnaireKind, Text};
use frontline::export::print::{Langs, Pages, PaperForm, Sheet, pages};
use frontline::import::questionnaire::{MAX_TEXT, embedded};

use super::{joined, two_keys, wave};

fn print(questionnaire: &Questionnaire, lang: Lang) -> Pages {
    let form = PaperForm {
        wave: wave(two_keys()),
        questionnaire: questionnaire.clone(),
    };
    pages(Sheet::Form(&form), Langs::One(lang)).expect("printable")
}

#[test]
fn every_question_stands_on_the_form_once_and_in_order() {
    let mut checked = 0;
    for questionnaire in embedded() {
        for lang in Lang::ALL {
            let said = joined(&print(questionnaire, lang).texts());
            let mut rest = said.as_str();
            for (item, number) in questionnaire.items.iter().zip(1..) {
                let wanted = format!("{number} {}", item.text.get(lang));
                let (_, after) = rest
                    .split_once(&wanted)
                    .unwrap_or_else(|| panic!("{}: no «{wanted}»", questionnaire.id));
                rest = after;
                checked += 1;
            }
        }
    }
    assert!(checked > 150, "{checked}");
}

#[test]
fn every_answer_of_the_scale_has_its_circle() {
    for questionnaire in embedded() {
        if questionnaire.kind != QuestionnaireKind::Staff {
            continue;
        }
        let of = |kind| {
            questionnaire
                .items
                .iter()
                .filter(|item| item.kind == kind)
                .count()
        };
        for lang in Lang::ALL {
            let texts = print(questionnaire, lang).texts();
            for digit in 0..=10_usize {
                let circles = texts
                    .iter()
                    .filter(|text| text.text == digit.to_string() && text.size < 9.0)
                    .count();
                let agreement = if (1..=5).contains(&digit) {
                    of(ItemKind::Agreement)
                } else {
                    0
                };
                assert_eq!(circles, agreement + of(ItemKind::Recommend), "{digit}");
            }
            let said = joined(&texts);
            for label in &questionnaire.scale {
                let words: Vec<&str> = label.get(lang).split(' ').collect();
                assert!(words.iter().all(|word| said.contains(word)), "{label:?}");
            }
        }
    }
}

#[test]
fn pages_are_numbered_and_say_how_many_there_are() {
    for questionnaire in embedded() {
        let print = print(questionnaire, Lang::En);
        let of = print.count();
        for page in 0..of {
            let wanted = format!("Form – page {} of {of}", page + 1);
            let found = print
                .texts()
                .iter()
                .filter(|text| text.page == page && text.text == wanted)
                .count();
            assert_eq!(found, 1, "{}: {wanted}", questionnaire.id);
        }
    }
}

#[test]
fn the_full_survey_takes_three_pages_and_the_pulse_one() {
    for lang in Lang::ALL {
        let pages: Vec<(&str, usize)> = embedded()
            .iter()
            .filter(|questionnaire| questionnaire.kind == QuestionnaireKind::Staff)
            .map(|questionnaire| {
                (
                    questionnaire.id.as_str(),
                    print(questionnaire, lang).count(),
                )
            })
            .collect();
        assert_eq!(pages, [("engagement", 3), ("pulse", 1)], "{lang:?}");
    }
}

#[test]
fn labels_of_the_scale_stand_on_every_page_with_circles() {
    for questionnaire in embedded() {
        let label = questionnaire.scale[0].get(Lang::En);
        let first = label.split(' ').next().expect("a label has words");
        let print = print(questionnaire, Lang::En);
        let texts = print.texts();
        for page in 0..print.count() {
            let on = |text: &str, small: bool| {
                texts
                    .iter()
                    .any(|t| t.page == page && t.text.starts_with(text) && (t.size < 9.0) == small)
            };
            let has_row = ["2", "4"].iter().all(|digit| on(digit, true)) && !on("10", true);
            assert!(
                !has_row || on(first, true),
                "{}: page {page}",
                questionnaire.id
            );
        }
    }
}

fn item(id: &str, dimension: &str, kind: ItemKind, text: &str) -> Item {
    Item {
        id: id.into(),
        dimension: dimension.into(),
        kind,
        text: Text::same(text),
        short: Text::same(id),
        is_reversed: false,
        motive: None,
        lever: None,
    }
}

#[test]
fn the_longest_questions_wrap_and_stay_on_their_page() {
    let words = "обслуживать ".repeat(MAX_TEXT / 12);
    let unbroken = "Щ".repeat(MAX_TEXT);
    let mut questionnaire = embedded()[0].clone();
    questionnaire.title = Text::same(&words);
    questionnaire.scale =
        std::array::from_fn(|_| Text::same("Совершенно и безоговорочно согласен"));
    let kinds = [
        ItemKind::Agreement,
        ItemKind::Observed,
        ItemKind::Recommend,
        ItemKind::Open,
    ];
    questionnaire.items = (0..40_usize)
        .map(|number| {
            let text = if number % 2 == 0 {
                words.trim()
            } else {
                &unbroken
            };
            let dimension = if number < 30 { "voice" } else { "" };
            item(
                &format!("i{number}"),
                dimension,
                kinds[number / 2 % 4],
                text,
            )
        })
        .collect();
    let print = print(&questionnaire, Lang::Ru);
    let texts = print.texts();
    let mut letters = 0;
    for text in &texts {
        let (width, height) = print.size(text.page).expect("the page exists");
        assert!(
            text.place.right() <= width - 14.9 * super::MM,
            "«{}»",
            text.text
        );
        assert!(
            text.place.bottom() <= height - 8.0 * super::MM,
            "«{}»",
            text.text
        );
        assert!(
            text.place.right() <= text.frame.right() + 0.05,
            "«{}»",
            text.text
        );
        letters += text.text.chars().filter(|c| *c == 'Щ').count();
    }
    assert_eq!(letters, 20 * MAX_TEXT, "not a letter of a question is lost");
}

#[test]
fn a_form_warns_of_names_and_of_what_paper_cannot_do() {
    for (lang, words) in [
        (Lang::Ru, ["Без имён", "почерк", "Код с вашего талона"]),
        (
            Lang::En,
            ["No names", "handwriting", "The code on your slip"],
        ),
    ] {
        for questionnaire in embedded() {
            let has_open = questionnaire
                .items
                .iter()
                .any(|item| item.kind == ItemKind::Open);
            let said = joined(&print(questionnaire, lang).texts());
            let wanted = words.into_iter().skip(usize::from(!has_open));
            for word in wanted {
                assert!(said.contains(word), "{}: {word}", questionnaire.id);
            }
        }
    }
}
