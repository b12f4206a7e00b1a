//! Settings apply at once; the company is renamed by a button.

use egui::accesskit::Role;
use frontline::app::{Command, Settings, ThemeChoice};
use frontline::domain::Lang;
use frontline::ui::screens::ScreenId;
use frontline::ui::shell::Outward;

use super::fixture;
use super::harness::{Desk, draws_everywhere};

fn settings() -> Desk {
    let shell = fixture::shell(Some(fixture::demo(Lang::En)), None, Lang::En);
    let mut desk = Desk::new(shell, ScreenId::Settings);
    desk.wishes();
    desk
}

#[test]
fn theme_and_zoom_are_remembered() {
    let mut desk = settings();
    desk.press(Role::RadioButton, "Dark");
    let known = Settings {
        lang: Some(Lang::En),
        ..Settings::default()
    };
    let dark = Settings {
        theme: ThemeChoice::Dark,
        ..known
    };
    assert_eq!(
        desk.wishes(),
        [Outward::Run(Command::SaveSettings(dark.clone()))]
    );
    desk.press(Role::ComboBox, "Zoom")
        .press(Role::ListBoxOption, "150%");
    let large = Settings { zoom: 150, ..dark };
    assert_eq!(desk.wishes(), [Outward::Run(Command::SaveSettings(large))]);
}

#[test]
fn the_language_changes_the_window_at_once() {
    let mut desk = settings();
    desk.press(Role::RadioButton, "Русский");
    assert_eq!(desk.shell().lang(), Lang::Ru);
    assert!(desk.shows("Настройки"));
}

#[test]
fn the_workspace_can_be_renamed_and_closed() {
    let mut desk = settings();
    desk.type_into("Company", " and Night")
        .button("Save the name");
    let wishes = desk.wishes();
    let [Outward::Run(Command::RenameCompany(name))] = wishes.as_slice() else {
        panic!("one deed, not {wishes:?}");
    };
    assert!(name.contains("and Night"), "{name}");
    desk.button("Close the workspace");
    assert_eq!(desk.wishes(), [Outward::Run(Command::CloseWorkspace)]);
}

#[test]
fn settings_draw_in_every_language_theme_and_size() {
    draws_everywhere(
        &|lang| fixture::shell(Some(fixture::demo(lang)), None, lang),
        ScreenId::Settings,
    );
    draws_everywhere(&|lang| fixture::shell(None, None, lang), ScreenId::Settings);
}
