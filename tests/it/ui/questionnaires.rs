//! Questionnaires: the list, the preview in both languages, an own file.

use egui::accesskit::Role;
use frontline::domain::Lang;
use frontline::ui::action::Pick;
use frontline::ui::screens::ScreenId;
use frontline::ui::shell::Outward;

use super::fixture;
use super::harness::{Desk, draws_everywhere};

#[test]
fn the_preview_walks_through_the_questions_and_speaks_both_languages() {
    let overview = fixture::empty(Lang::En);
    let first = overview.questionnaires[0].questionnaire.clone();
    let shell = fixture::shell(Some(overview), None, Lang::En);
    let mut desk = Desk::new(shell, ScreenId::Questionnaires);
    desk.button("Next");
    assert!(desk.shows("Question 2 of"));
    assert!(desk.shows(&first.items[1].text.en));
    desk.press(Role::RadioButton, "Русский");
    assert!(desk.shows(&first.items[1].text.ru));
    assert!(desk.shows(&first.scale[4].ru));
}

#[test]
fn an_own_questionnaire_is_a_file_to_choose() {
    let shell = fixture::shell(Some(fixture::empty(Lang::En)), None, Lang::En);
    let mut desk = Desk::new(shell, ScreenId::Questionnaires);
    desk.wishes();
    desk.button("Add your own…");
    assert_eq!(desk.wishes(), [Outward::Pick(Pick::Questionnaire)]);
}

#[test]
fn questionnaires_draw_in_every_language_theme_and_size() {
    let make = |lang| fixture::shell(Some(fixture::empty(lang)), None, lang);
    draws_everywhere(&make, ScreenId::Questionnaires);
}
