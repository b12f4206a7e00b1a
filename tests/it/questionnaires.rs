//! Our own questionnaires and the checker.

use std::collections::{BTreeMap, BTreeSet};

use frontline::domain::{ItemKind, Lang, Lever, Motive, Questionnaire, QuestionnaireKind};
use frontline::error::{Error, Kind, Place, QuestionnaireFault as Fault};
use frontline::import::questionnaire::{
    EMBEDDED, MAX_ITEMS, MAX_TEXT, embedded, embedded_by_id, parse_questionnaire,
    questionnaire_faults,
};

fn ours(id: &str) -> &'static Questionnaire {
    embedded_by_id(id).unwrap_or_else(|| panic!("{id} is not embedded"))
}

fn count(questionnaire: &Questionnaire, kind: ItemKind) -> usize {
    questionnaire
        .items
        .iter()
        .filter(|item| item.kind == kind)
        .count()
}

#[test]
fn every_embedded_questionnaire_has_no_fault() {
    for (file, text) in EMBEDDED {
        assert_eq!(questionnaire_faults(text), [], "{file}");
    }
    let ids: Vec<&str> = embedded()
        .iter()
        .map(|questionnaire| questionnaire.id.as_str())
        .collect();
    assert_eq!(
        ids,
        ["engagement", "pulse", "customer-nps", "mystery-shopping"]
    );
}

#[test]
fn the_engagement_survey_has_the_twelve_dimensions() {
    let engagement = ours("engagement");
    let ids: Vec<&str> = engagement
        .dimensions
        .iter()
        .map(|d| d.id.as_str())
        .collect();
    assert_eq!(
        ids,
        [
            "empowerment",
            "voice",
            "conditions",
            "rest",
            "pay",
            "recognition",
            "growth",
            "manager",
            "team",
            "standards",
            "focus",
            "engagement"
        ]
    );
    assert_eq!(count(engagement, ItemKind::Agreement), 45);
    assert_eq!(count(engagement, ItemKind::Recommend), 1);
    assert_eq!(count(engagement, ItemKind::Open), 2);
    assert_eq!(
        engagement.item("enps").map(|item| item.kind),
        Some(ItemKind::Recommend)
    );
    let outcomes: Vec<&str> = engagement
        .dimensions
        .iter()
        .filter(|d| d.is_outcome)
        .map(|d| d.id.as_str())
        .collect();
    assert_eq!(outcomes, ["engagement"]);
    for dimension in &engagement.dimensions {
        let items = engagement.items_of(&dimension.id).count();
        assert!((3..=5).contains(&items), "{}: {items} items", dimension.id);
    }
}

#[test]
fn every_motive_and_every_lever_is_carried_by_several_items() {
    let engagement = ours("engagement");
    let rated: Vec<_> = engagement
        .items
        .iter()
        .filter(|item| item.kind == ItemKind::Agreement)
        .collect();
    for motive in Motive::ALL {
        let items = rated
            .iter()
            .filter(|item| item.motive == Some(motive))
            .count();
        assert!(items >= 3, "{motive:?}: {items}");
    }
    for questionnaire in [engagement, ours("mystery-shopping")] {
        for lever in Lever::ALL {
            let items = questionnaire
                .items
                .iter()
                .filter(|i| i.lever == Some(lever))
                .count();
            assert!(items >= 3, "{}, {lever:?}: {items}", questionnaire.id);
        }
    }
    for item in rated {
        assert!(
            item.motive.is_some() && item.lever.is_some(),
            "{} lacks a tag",
            item.id
        );
    }
}

#[test]
fn the_pulse_repeats_one_item_of_each_dimension_word_for_word() {
    let (engagement, pulse) = (ours("engagement"), ours("pulse"));
    assert_eq!(pulse.dimensions, engagement.dimensions);
    assert_eq!(pulse.scale, engagement.scale);
    assert_eq!(count(pulse, ItemKind::Agreement), 12);
    assert_eq!(count(pulse, ItemKind::Recommend), 1);
    for item in &pulse.items {
        assert_eq!(engagement.item(&item.id), Some(item));
        assert!(
            !item.is_reversed,
            "{} stands alone and is reversed",
            item.id
        );
    }
    let asked: BTreeSet<&str> = pulse
        .items
        .iter()
        .map(|item| item.dimension.as_str())
        .filter(|id| !id.is_empty())
        .collect();
    assert_eq!(asked.len(), 12);
}

#[test]
fn customers_are_asked_the_nps_question_the_reason_and_touchpoints() {
    let customer = ours("customer-nps");
    assert_eq!(customer.kind, QuestionnaireKind::Customer);
    let kinds: Vec<ItemKind> = customer
        .items
        .iter()
        .map(|item| item.kind)
        .take(2)
        .collect();
    assert_eq!(kinds, [ItemKind::Recommend, ItemKind::Open]);
    assert_eq!(customer.items_of("touchpoint").count(), 6);
}

#[test]
fn the_mystery_shopper_ticks_24_behaviours_and_seven_sins() {
    let mystery = ours("mystery-shopping");
    assert_eq!(mystery.kind, QuestionnaireKind::MysteryShopping);
    assert_eq!(count(mystery, ItemKind::Observed), mystery.items.len());
    let (sins, standards): (Vec<_>, Vec<_>) = mystery
        .items
        .iter()
        .partition(|item| item.dimension == "sins");
    assert_eq!((standards.len(), sins.len()), (24, 7));
    assert!(sins.iter().all(|item| item.is_reversed));
    assert!(standards.iter().all(|item| !item.is_reversed));
}

#[test]
fn item_ids_are_the_dimension_and_a_number() {
    for questionnaire in embedded() {
        for dimension in &questionnaire.dimensions {
            let numbers: Vec<u32> = questionnaire
                .items_of(&dimension.id)
                .map(|item| {
                    let number = item.id.strip_prefix(&format!("{}_", dimension.id));
                    number
                        .and_then(|n| n.parse().ok())
                        .unwrap_or_else(|| panic!("{}", item.id))
                })
                .collect();
            assert!(numbers.is_sorted(), "{}: {numbers:?}", dimension.id);
            if questionnaire.id != "pulse" {
                let last = u32::try_from(numbers.len()).expect("few items");
                assert_eq!(numbers, (1..=last).collect::<Vec<_>>(), "{}", dimension.id);
            }
        }
    }
}

#[test]
fn at_most_one_item_of_a_dimension_of_four_or_more_is_reversed() {
    for questionnaire in [ours("engagement"), ours("pulse"), ours("customer-nps")] {
        for dimension in &questionnaire.dimensions {
            let items = questionnaire.items_of(&dimension.id).count();
            let reversed = questionnaire
                .items_of(&dimension.id)
                .filter(|item| item.is_reversed)
                .count();
            assert!(
                reversed <= usize::from(items >= 4),
                "{}: {reversed}",
                dimension.id
            );
        }
    }
    let reversed = ours("engagement")
        .items
        .iter()
        .filter(|item| item.is_reversed)
        .count();
    assert!(
        (3..=8).contains(&reversed),
        "{reversed} reversed items in all"
    );
}

#[test]
fn every_text_is_short_and_in_its_own_language() {
    for questionnaire in embedded() {
        for item in &questionnaire.items {
            for (text, limit) in [(&item.text, 90), (&item.short, 28)] {
                for lang in Lang::ALL {
                    let words = text.get(lang);
                    let length = words.chars().count();
                    assert!(
                        length > 1 && length <= limit,
                        "{} {lang:?}: {length}",
                        item.id
                    );
                    let has_cyrillic = words.chars().any(|c| ('а'..='я').contains(&c));
                    assert_eq!(
                        has_cyrillic,
                        lang == Lang::Ru,
                        "{} {lang:?}: {words}",
                        item.id
                    );
                }
            }
        }
        let mut texts = BTreeMap::new();
        for item in &questionnaire.items {
            for lang in Lang::ALL {
                let earlier = texts.insert(item.text.get(lang), &item.id);
                assert_eq!(earlier, None, "{} repeats another item", item.id);
                let earlier = texts.insert(item.short.get(lang), &item.id);
                assert_eq!(earlier, None, "{} repeats another label", item.id);
            }
        }
    }
}

/// Words that deny: two of them in one statement are a riddle.
fn denials(text: &str) -> usize {
    const DENIALS: [&str; 14] = [
        "не",
        "ни",
        "нет",
        "нельзя",
        "никто",
        "никогда",
        "ничего",
        "not",
        "no",
        "never",
        "nobody",
        "nothing",
        "without",
        "cannot",
    ];
    text.to_lowercase()
        .split(|c: char| !c.is_alphabetic() && c != '’')
        .filter(|word| DENIALS.contains(word) || word.ends_with("n’t"))
        .count()
}

#[test]
fn no_item_denies_twice_and_no_reversed_item_denies_at_all() {
    assert_eq!(denials("Я не могу не согласиться"), 2);
    assert_eq!(denials("I don’t do nothing"), 2);
    for questionnaire in embedded() {
        for item in &questionnaire.items {
            let most = usize::from(!item.is_reversed);
            for lang in Lang::ALL {
                assert!(
                    denials(item.text.get(lang)) <= most,
                    "{}",
                    item.text.get(lang)
                );
            }
        }
    }
}

#[test]
fn russian_items_suit_women_and_men() {
    // First-person past and short adjectives show a gender: "я пришёл", "я уверен".
    for questionnaire in embedded() {
        for item in &questionnaire.items {
            let text = format!(" {} ", item.text.ru.to_lowercase());
            for word in [
                " согласен ",
                " уверен ",
                " готов ",
                " доволен ",
                " сам ",
                " рад ",
            ] {
                let is_mine = text.contains(" я ") && text.contains(word);
                assert!(!is_mine, "{}", item.text.ru);
            }
        }
    }
}

/// A questionnaire of one dimension, to be broken in one place. The line numbers of the tests count
/// from its first line.
const GOOD: &str = r#"id = "good"
kind = "staff"
title.ru = "Хорошая"
title.en = "Good"
scale = [
  { ru = "1", en = "1" }, { ru = "2", en = "2" }, { ru = "3", en = "3" },
  { ru = "4", en = "4" }, { ru = "5", en = "5" },
]
[[dimension]]
id = "pay"
title.ru = "Оплата"
title.en = "Pay"
[[item]]
id = "pay_1"
dimension = "pay"
text.ru = "Мне платят справедливо"
text.en = "My pay is fair"
[[item]]
id = "enps"
kind = "recommend"
text.ru = "Порекомендуете нас?"
text.en = "Would you recommend us?"
"#;

fn line_and_fault(error: &Error) -> (u32, Fault) {
    let line = match error.places() {
        [Place::Line(line)] => *line,
        places => panic!("{places:?}"),
    };
    let Kind::Questionnaire(fault) = error.kind() else {
        panic!("{:?}", error.kind());
    };
    (line, fault.clone())
}

fn missing(place: &str, lang: &str) -> Fault {
    Fault::TextMissing {
        place: place.to_owned(),
        lang: lang.to_owned(),
    }
}

fn too_long(place: &str) -> Fault {
    Fault::TextTooLong {
        place: place.to_owned(),
        limit: MAX_TEXT,
    }
}

#[test]
fn a_small_questionnaire_gets_the_defaults() {
    let good = parse_questionnaire(&format!("\u{feff}{GOOD}")).expect("good");
    assert_eq!((good.version, good.items.len()), (1, 2));
    assert_eq!(good.items[0].kind, ItemKind::Agreement);
    assert_eq!(
        good.items[0].short, good.items[0].text,
        "without a label the text stands for it"
    );
    assert_eq!(parse_questionnaire(&GOOD.replace('\n', "\r\n")), Ok(good));
}

/// Replaced text, its replacement, the line, the fault.
type Case<'a> = (&'a str, &'a str, u32, Fault);

fn check_bad_files(cases: Vec<Case<'_>>) {
    for (from, to, line, fault) in cases {
        let text = GOOD.replacen(from, to, 1);
        assert_ne!(text, GOOD, "{from} is not in the good file");
        let error = parse_questionnaire(&text).expect_err(to);
        assert_eq!(line_and_fault(&error), (line, fault), "{from} → {to}");
        assert_eq!(questionnaire_faults(&text).first(), Some(&error));
    }
}

#[test]
fn a_bad_text_names_its_line_and_fault() {
    let long = "ж".repeat(MAX_TEXT + 1);
    let long = long.as_str();
    check_bad_files(vec![
        ("title.en = \"Good\"\n", "", 1, missing("title", "en")),
        (
            "title.ru = \"Оплата\"",
            "title.ru = \" \"",
            11,
            missing("dimension pay", "ru"),
        ),
        (
            "text.en = \"My pay is fair\"\n",
            "",
            14,
            missing("item pay_1", "en"),
        ),
        (
            "{ ru = \"4\", en = \"4\" }",
            "{ ru = \"4\" }",
            1,
            missing("scale 4", "en"),
        ),
        ("Мне платят справедливо", long, 16, too_long("item pay_1")),
        ("Хорошая", long, 3, too_long("title")),
    ]);
}

#[test]
fn a_bad_id_names_its_line_and_fault() {
    check_bad_files(vec![
        (
            "id = \"enps\"",
            "id = \"pay_1\"",
            19,
            Fault::IdTwice("pay_1".into()),
        ),
        (
            "id = \"pay_1\"",
            "id = \"Pay-1\"",
            14,
            Fault::IdShape("Pay-1".into()),
        ),
        (
            "id = \"good\"",
            "id = \"\"",
            1,
            Fault::IdShape(String::new()),
        ),
        (
            "dimension = \"pay\"",
            "dimension = \"rest\"",
            10,
            Fault::DimensionEmpty("pay".into()),
        ),
        (
            "id = \"enps\"\nkind = \"recommend\"",
            "id = \"rest_1\"\ndimension = \"rest\"",
            20,
            Fault::UnknownDimension("rest".into()),
        ),
    ]);
}

#[test]
fn a_bad_kind_names_its_line_and_fault() {
    let unfit = |id: &str| Fault::KindUnfit(id.to_owned());
    check_bad_files(vec![
        (
            "dimension = \"pay\"",
            "dimension = \"pay\"\nreversed = true",
            10,
            Fault::AllReversed("pay".into()),
        ),
        (
            "kind = \"recommend\"",
            "kind = \"observed\"",
            19,
            unfit("enps"),
        ),
        ("kind = \"recommend\"", "", 19, unfit("enps")),
        (
            "kind = \"recommend\"",
            "kind = \"recommend\"\nreversed = true",
            19,
            unfit("enps"),
        ),
        (
            "kind = \"recommend\"",
            "kind = \"recommend\"\ndimension = \"pay\"",
            19,
            unfit("enps"),
        ),
        (
            "kind = \"staff\"",
            "kind = \"mystery_shopping\"",
            14,
            unfit("pay_1"),
        ),
    ]);
}

#[test]
fn text_that_is_no_questionnaire_names_the_line() {
    let cases = [
        ("kind = \"staff\"", "kind = \"stuff\"", 2),
        ("dimension = \"pay\"", "dimenson = \"pay\"", 15),
        ("title.en = \"Pay\"", "title.en = Pay", 12),
        ("[[item]]\nid = \"pay_1\"", "[[item]\nid = \"pay_1\"", 13),
    ];
    for (from, to, line) in cases {
        let error = parse_questionnaire(&GOOD.replacen(from, to, 1)).expect_err(to);
        match line_and_fault(&error) {
            (at, Fault::Syntax(said)) => assert_eq!((at, said.is_empty()), (line, false), "{to}"),
            other => panic!("{to}: {other:?}"),
        }
    }
    for empty in [
        "",
        " \n\n",
        "id = \"x\"\nkind = \"staff\"\ntitle = { ru = \"a\", en = \"b\" }\nitem = []",
    ] {
        let error = parse_questionnaire(empty).expect_err("nothing in it");
        assert_eq!(error.kind(), &Kind::FileEmpty);
    }
}

#[test]
fn all_faults_are_listed_in_the_order_of_their_lines() {
    let text = GOOD
        .replacen("title.en = \"Pay\"", "title.en = \"\"", 1)
        .replacen("id = \"enps\"", "id = \"eNPS\"", 1)
        .replacen("dimension = \"pay\"", "dimension = \"play\"", 1);
    let faults: Vec<(u32, Fault)> = questionnaire_faults(&text)
        .iter()
        .map(line_and_fault)
        .collect();
    let lines: Vec<u32> = faults.iter().map(|(line, _)| *line).collect();
    assert_eq!(lines, [10, 12, 15, 19]);
    assert_eq!(faults[3].1, Fault::IdShape("eNPS".into()));
}

#[test]
fn more_than_500_questions_are_refused_at_the_first_too_many() {
    let mut text = GOOD.to_owned();
    for number in 2..=MAX_ITEMS {
        text.push_str(&format!(
            "[[item]]\nid = \"pay_{number}\"\ndimension = \"pay\"\ntext = {{ ru = \"а\", en = \"a\" }}\n"
        ));
    }
    assert_eq!(questionnaire_faults(&text).len(), 1);
    let error = parse_questionnaire(&text).expect_err("501 items");
    let last_line = u32::try_from(text.lines().count()).expect("few lines");
    assert_eq!(
        line_and_fault(&error),
        (last_line - 2, Fault::TooManyItems(MAX_ITEMS + 1))
    );
}
