//! The library of proposals: what the program brings along, and files that are refused.

use std::collections::BTreeSet;

use frontline::domain::Lang;
use frontline::domain::action::Fits;
use frontline::error::{ActionFault, Kind};
use frontline::i18n::error_sentence;
use frontline::import::questionnaire::embedded;
use frontline::import::{ACTIONS, action_library, customer_orientation, parse_actions};

fn fault(text: &str) -> ActionFault {
    let error = parse_actions(text).expect_err("refused");
    for lang in Lang::ALL {
        let sentence = error_sentence(lang, &error);
        assert!(!sentence.contains("action-library"), "{sentence}");
    }
    let Kind::Action(fault) = error.kind().clone() else {
        panic!("another refusal: {error:?}");
    };
    fault
}

/// A library of one action that is right, with something in it replaced.
fn with(from: &str, to: &str) -> String {
    let right = r#"
format = "frontline-actions"
version = 1
[[action]]
id = "one"
for = ["dimension:empowerment"]
title = { ru = "Раз", en = "One" }
why = { ru = "Так", en = "So" }
steps = [{ ru = "а", en = "a" }, { ru = "б", en = "b" }, { ru = "в", en = "c" }]
check = { ru = "Видно", en = "Seen" }
weeks = 4
"#;
    assert!(right.contains(from), "{from}");
    right.replacen(from, to, 1)
}

#[test]
fn every_dimension_sin_and_competency_of_ours_has_a_proposal_and_no_other_is_named() {
    let library = action_library();
    assert_eq!(library.actions.len(), 41);
    let model = customer_orientation();
    let dimensions = embedded().iter().flat_map(|it| &it.dimensions);
    let known: BTreeSet<Fits> = dimensions
        .map(|it| Fits::Dimension(it.id.clone()))
        .chain(model.sins.iter().map(|it| Fits::Sin(it.id.clone())))
        .chain(
            model
                .competencies
                .iter()
                .map(|it| Fits::Competency(it.id.clone())),
        )
        .collect();
    for theme in library.themes() {
        assert!(known.contains(&theme), "{theme:?} is nothing of ours");
    }
    for sin in &model.sins {
        let fits = Fits::Sin(sin.id.clone());
        assert!(library.suiting(&fits).next().is_some(), "{fits:?}");
    }
    for competency in &model.competencies {
        let fits = Fits::Competency(competency.id.clone());
        assert!(library.suiting(&fits).next().is_some(), "{fits:?}");
    }
    let engagement = embedded().iter().find(|it| it.id == "engagement").unwrap();
    for dimension in &engagement.dimensions {
        let fits = Fits::Dimension(dimension.id.clone());
        assert!(library.suiting(&fits).next().is_some(), "{fits:?}");
    }
}

#[test]
fn a_library_with_a_fault_is_refused_by_name() {
    assert!(parse_actions(&with("one", "one")).is_ok());
    let id = || "one".to_owned();
    assert_eq!(
        fault(&with("dimension:empowerment", "theme:empowerment")),
        ActionFault::Fits(id())
    );
    assert_eq!(
        fault(&with("[\"dimension:empowerment\"]", "[]")),
        ActionFault::Fits(id())
    );
    assert_eq!(
        fault(&with(", { ru = \"в\", en = \"c\" }", "")),
        ActionFault::Steps(id())
    );
    assert_eq!(
        fault(&with("weeks = 4", "weeks = 0")),
        ActionFault::Weeks(id())
    );
    assert_eq!(
        fault(&with("en = \"Seen\"", "en = \" \"")),
        ActionFault::Language(id())
    );
    assert!(matches!(
        fault(&with("weeks = 4", "weeks = 4\nowner = \"x\"")),
        ActionFault::Format(_)
    ));
    assert!(matches!(
        fault(&with("frontline-actions", "something")),
        ActionFault::Format(_)
    ));
    assert!(matches!(
        fault(&with("version = 1", "version = 2")),
        ActionFault::Format(_)
    ));
    let twice = with("one", "one");
    let second = twice.split_once("[[action]]").unwrap().1;
    let twice = format!("{twice}\n[[action]]{second}");
    assert_eq!(fault(&twice), ActionFault::IdTwice(id()));
}

#[test]
fn a_typing_error_names_its_line() {
    let text = ACTIONS.replacen("weeks = 6", "weks = 6", 1);
    let error = parse_actions(&text).expect_err("refused");
    assert!(!error.places().is_empty(), "no line");
}
