//! Bad questionnaires: every fault is named with its line.

use frontline::domain::ItemKind;
use frontline::error::{Error, Kind, Place, QuestionnaireFault as Fault};
use frontline::import::questionnaire::{
    MAX_ITEMS, MAX_TEXT, parse_questionnaire, questionnaire_faults,
};

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
