//! The first screen: three ways to begin.

use egui::accesskit::Role;
use frontline::app::{Command, Settings};
use frontline::domain::Lang;
use frontline::ui::action::Pick;
use frontline::ui::screens::ScreenId;
use frontline::ui::shell::{Outward, Shell};

use super::fixture;
use super::harness::{Desk, draws_everywhere};

fn welcome() -> Desk {
    Desk::new(fixture::shell(None, None, Lang::En), ScreenId::Welcome)
}

#[test]
fn the_example_opens_in_the_language_of_the_window() {
    let mut desk = welcome();
    desk.button("Open the example");
    let wishes = desk.wishes();
    let demo = Command::OpenDemo {
        dir: None,
        lang: Lang::En,
        seed: 7,
    };
    assert_eq!(wishes, [Outward::Run(demo)]);
}

#[test]
fn a_new_workspace_asks_for_the_company_first() {
    let mut desk = welcome();
    desk.button("Make a workspace…");
    assert_eq!(desk.wishes(), []);
    assert!(desk.shows("Give the company a name"));
    desk.type_into("Name of the company", "Bright Day")
        .button("Make a workspace…");
    let pick = Pick::NewWorkspace {
        company: "Bright Day".to_owned(),
    };
    assert_eq!(desk.wishes(), [Outward::Pick(pick)]);
}

#[test]
fn a_recent_workspace_is_opened_by_its_name() {
    let recent = vec!["/data/cafes.frontline".into()];
    let settings = Settings {
        lang: Some(Lang::En),
        recent,
        ..Settings::default()
    };
    let mut desk = Desk::new(Shell::new(settings, Lang::En), ScreenId::Welcome);
    desk.button("cafes");
    let open = Command::OpenWorkspace("/data/cafes.frontline".into());
    assert_eq!(desk.wishes(), [Outward::Run(open)]);
}

#[test]
fn the_language_is_switched_before_anything_is_open() {
    let mut desk = welcome();
    desk.press(Role::RadioButton, "Русский");
    assert!(desk.shows("Открыть пример"));
}

#[test]
fn welcome_draws_in_every_language_theme_and_size() {
    draws_everywhere(&|lang| fixture::shell(None, None, lang), ScreenId::Welcome);
}
