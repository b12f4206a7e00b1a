//! The five levels, and the model that the program brings along.

use frontline::domain::Lang;
use frontline::domain::rating::{Level, RaterCode};
use frontline::i18n::message;
use frontline::import::{CUSTOMER_ORIENTATION, customer_orientation, parse_competencies};

/// Names from the practice notes, level 1 first.
const NAMES: [(&str, &str); 5] = [
    ("Негативный", "Negative"),
    ("Ограниченный", "Limited"),
    ("Базовый", "Basic"),
    ("Сильный", "Strong"),
    ("Стратегический", "Strategic"),
];

/// What a level's meaning must speak of, in both languages.
const MEANINGS: [(&[&str], &[&str]); 5] = [
    (&["не развита"], &["not developed"]),
    (&["отдельные", "пассив"], &["single elements", "passive"]),
    (&["стандартных"], &["standard working situations"]),
    (
        &["нестандартных", "помога"],
        &["non-standard", "helps others"],
    ),
    (&["развива", "долгосрочн"], &["develops", "long-term"]),
];

#[test]
fn five_levels_keep_names_order_and_meaning_in_both_languages() {
    assert_eq!(Level::all().map(Level::get), [1, 2, 3, 4, 5]);
    for ((level, (ru, en)), (ru_words, en_words)) in
        Level::all().into_iter().zip(NAMES).zip(MEANINGS)
    {
        assert_eq!(message(Lang::Ru, level.key()), ru);
        assert_eq!(message(Lang::En, level.key()), en);
        for (lang, words) in [(Lang::Ru, ru_words), (Lang::En, en_words)] {
            let said = message(lang, level.meaning_key()).to_lowercase();
            for word in words {
                assert!(said.contains(word), "{lang:?} {}: {said}", level.get());
            }
        }
    }
    assert!(Level::new(0).is_err() && Level::new(6).is_err());
}

#[test]
fn the_model_has_eight_competencies_seven_sins_and_seven_roles() {
    let model = customer_orientation();
    let ids: Vec<&str> = model.competencies.iter().map(|it| it.id.as_str()).collect();
    let expected = "customer_first positive_attitude professionalism people_orientation availability \
                    personal_response respect reliability";
    assert_eq!(ids, expected.split_whitespace().collect::<Vec<_>>());
    assert_eq!((model.sins.len(), model.profiles.len()), (7, 7));
    assert_eq!(model.appraisal.len(), 4);
    for competency in &model.competencies {
        for lang in Lang::ALL {
            let mut anchors: Vec<&str> = Level::all()
                .iter()
                .map(|level| competency.anchor(*level).get(lang))
                .collect();
            anchors.sort_unstable();
            anchors.dedup();
            assert_eq!(anchors.len(), 5, "{}: anchors differ", competency.id);
        }
    }
}

#[test]
fn a_broken_model_is_refused_by_what_is_wrong() {
    let broken = [
        ("frontline-competencies", "other", "no model"),
        (
            "customer_first = 3",
            "customer_first = 6",
            "a level outside 1 to 5",
        ),
        ("customer_first = 3, ", "", "a profile without a competency"),
        ("id = \"respect\"", "id = \"reliability\"", "an id twice"),
        ("evidence = {", "evidnce = {", "a key that is misspelt"),
    ];
    for (from, to, what) in broken {
        let text = CUSTOMER_ORIENTATION.replacen(from, to, 1);
        assert_ne!(text, CUSTOMER_ORIENTATION, "{what}");
        assert!(parse_competencies(&text).is_err(), "{what}");
    }
}

#[test]
fn a_rater_code_forgives_case_spaces_and_look_alikes() {
    let code = RaterCode::from_bits([0x12, 0x34, 0x56, 0x78, 0x9a]);
    assert_eq!(code.shown().chars().count(), 9);
    let typed = code
        .shown()
        .to_lowercase()
        .replace('-', " ")
        .replace('1', "l")
        .replace('0', "o");
    assert_eq!(RaterCode::parse(&typed).unwrap(), code);
    assert!(RaterCode::parse("ABC").is_err());
    assert_eq!(format!("{code:?}"), "RaterCode");
}
