//! Our own questionnaires and the checker.

mod checker;

use std::collections::{BTreeMap, BTreeSet};

use frontline::domain::{ItemKind, Lang, Lever, Motive, Questionnaire, QuestionnaireKind};
use frontline::import::questionnaire::{EMBEDDED, embedded, embedded_by_id, questionnaire_faults};

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
