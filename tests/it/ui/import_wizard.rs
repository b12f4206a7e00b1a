//! The import wizard: every choice becomes a plan to check, and the button takes what was checked.

use std::sync::Arc;

use egui::accesskit::Role;
use frontline::app::{
    AskedOrigin, AskedView, Command, ImportPlan, ImportReport, ImportStart, ImportView, Reply,
};
use frontline::domain::{BranchCode, Lang, Text, WaveCode, WaveState};
use frontline::ui::action::Pick;
use frontline::ui::screens::ScreenId;
use frontline::ui::shell::{Outward, Shell};

use super::fixture;
use super::harness::{Desk, draws_everywhere};

fn importing(lang: Lang, view: ImportView) -> Shell {
    let mut shell = fixture::shell(Some(fixture::with_wave(lang, WaveState::Open)), None, lang);
    let start = ImportStart {
        path: "/data/nps.xlsx".into(),
        kind: None,
        sheet: None,
        wave: None,
    };
    fixture::answer(
        &mut shell,
        Command::StartImport(start),
        Reply::Import(Arc::new(view)),
    );
    shell
}

fn wizard() -> Desk {
    let mut desk = Desk::new(
        importing(Lang::En, fixture::import_view(Lang::En)),
        ScreenId::Import,
    );
    desk.wishes();
    desk
}

fn plan() -> ImportPlan {
    fixture::import_view(Lang::En).plan
}

#[test]
fn the_button_names_the_amount_and_takes_it() {
    let mut desk = wizard();
    desk.button("Take 1,231 rows");
    assert_eq!(desk.wishes(), [Outward::Run(Command::CommitImport(plan()))]);
}

#[test]
fn a_suggested_branch_mends_all_rows_at_once() {
    let mut desk = wizard();
    desk.press(Role::Link, "Is it “02 Vokzal”?");
    let code = BranchCode::new("02").expect("a code");
    let fixes = [("Vokzal no. 2".to_owned(), code)].into();
    let wanted = ImportPlan { fixes, ..plan() };
    assert_eq!(desk.wishes(), [Outward::Run(Command::CheckImport(wanted))]);
}

#[test]
fn all_or_nothing_is_checked_anew_and_forgotten_mappings_too() {
    let mut desk = wizard();
    desk.press(Role::RadioButton, "All or nothing");
    let strict = ImportPlan {
        accept_good_rows: false,
        ..plan()
    };
    assert_eq!(desk.wishes(), [Outward::Run(Command::CheckImport(strict))]);
    desk.press(Role::CheckBox, "Remember what columns mean");
    let forgetful = ImportPlan {
        accept_good_rows: false,
        remember: false,
        ..plan()
    };
    assert_eq!(
        desk.wishes(),
        [Outward::Run(Command::CheckImport(forgetful))]
    );
}

#[test]
fn a_column_given_another_role_takes_it_from_the_one_before() {
    let mut desk = wizard();
    desk.press(Role::ComboBox, "Source");
    desk.press(Role::ListBoxOption, "Date");
    let roles = ["branch", "", "score", "date", "", ""]
        .map(str::to_owned)
        .to_vec();
    let wanted = ImportPlan { roles, ..plan() };
    assert_eq!(desk.wishes(), [Outward::Run(Command::CheckImport(wanted))]);
}

#[test]
fn another_kind_reads_the_same_file_again() {
    let mut desk = wizard();
    desk.press(Role::ComboBox, "What is in the file");
    desk.press(Role::ListBoxOption, "Staff answers");
    let wishes = desk.wishes();
    let [Outward::Run(Command::StartImport(start))] = wishes.as_slice() else {
        panic!("one question, not {wishes:?}");
    };
    assert_eq!(start.kind.as_deref(), Some("answers"));
    assert_eq!(start.path.to_str(), Some("/data/nps.xlsx"));
}

#[test]
fn refused_rows_can_be_saved_and_seen_one_by_one() {
    let mut desk = wizard();
    desk.button("Save the list…");
    assert_eq!(desk.wishes(), [Outward::Pick(Pick::Refusals)]);
    desk.button("Show all 17");
    assert!(desk.shows("One for each reason"));
}

#[test]
fn cancelling_forgets_the_file_and_goes_home_to_its_screen() {
    let mut desk = wizard();
    desk.button("Cancel");
    assert_eq!(desk.wishes(), [Outward::Run(Command::CancelImport)]);
    assert_eq!(desk.shell().screen(), ScreenId::Customers);
}

#[test]
fn a_missing_column_disables_the_button_and_says_so() {
    let view = ImportView {
        missing_roles: vec!["column-branch"],
        ..fixture::import_view(Lang::En)
    };
    let mut desk = Desk::new(importing(Lang::En, view), ScreenId::Import);
    desk.wishes();
    desk.button("Take 1,231 rows");
    assert_eq!(desk.wishes(), []);
}

#[test]
fn answers_can_replace_or_join_the_earlier_ones() {
    let mut desk = Desk::new(
        importing(Lang::En, fixture::answers_view(Lang::En)),
        ScreenId::Import,
    );
    desk.wishes();
    desk.press(Role::RadioButton, "Replace earlier answers");
    let before = fixture::answers_view(Lang::En).plan;
    let wanted = ImportPlan {
        replace_answers: true,
        ..before
    };
    assert_eq!(desk.wishes(), [Outward::Run(Command::CheckImport(wanted))]);
}

#[test]
fn answers_collected_elsewhere_can_make_a_wave_of_their_own() {
    let view = ImportView {
        asked: Some(AskedView {
            origin: AskedOrigin::Inferred,
            title: Text::default(),
            dimensions: 3,
            items: 12,
        }),
        ..fixture::answers_view(Lang::En)
    };
    let mut desk = Desk::new(importing(Lang::En, view), ScreenId::Import);
    desk.wishes();
    assert!(desk.shows("12 questions, 3 topics"));
    assert!(desk.shows("Replace earlier answers"));
    desk.press(Role::ComboBox, "Wave");
    desk.press(Role::ListBoxOption, "New closed wave “nps_october_2026”");
    let wishes = desk.wishes();
    let [Outward::Run(Command::StartImport(start))] = wishes.as_slice() else {
        panic!("the file is not read anew: {wishes:?}");
    };
    assert_eq!(start.wave, WaveCode::new("nps_october_2026").ok());
}

#[test]
fn answers_that_name_their_waves_need_no_choice() {
    let view = |roles: &[&str]| {
        let view = fixture::answers_view(Lang::En);
        let mut plan = ImportPlan {
            wave: None,
            ..view.plan.clone()
        };
        for (known, role) in plan.roles.iter_mut().zip(roles) {
            *known = (*role).to_owned();
        }
        ImportView {
            wave: None,
            plan,
            ..view
        }
    };
    let wishes = |roles: &[&str]| {
        let shell = importing(Lang::En, view(roles));
        // High enough that the button is not below the edge.
        let size = egui::Vec2::new(1280.0, 1700.0);
        let mut desk = Desk::sized(shell, ScreenId::Import, egui::Theme::Light, size);
        desk.wishes();
        desk.button("Take 1,231 rows");
        desk.wishes()
    };
    assert_eq!(wishes(&["branch", "group"]), []);
    assert_eq!(wishes(&["branch", "wave"]).len(), 1);
}

#[test]
fn the_result_says_what_was_taken_and_leads_on() {
    let mut desk = wizard();
    let report = ImportReport {
        kind: "outcomes",
        file: "nps.xlsx".to_owned(),
        taken: 1231,
        refused: 17,
        dropped: vec!["Guest name".to_owned()],
    };
    let overview = Arc::new(fixture::demo(Lang::En));
    let reply = Reply::Imported { overview, report };
    fixture::answer(desk.shell(), Command::CommitImport(plan()), reply);
    desk.draw();
    assert!(desk.shows("1,231 rows taken"));
    assert!(desk.shows("17 more rows were refused"));
    desk.button("See the linkage");
    assert_eq!(desk.shell().screen(), ScreenId::Linkage);
}

#[test]
fn the_wizard_draws_in_every_language_theme_and_size() {
    draws_everywhere(
        &|lang| importing(lang, fixture::import_view(lang)),
        ScreenId::Import,
    );
    draws_everywhere(
        &|lang| importing(lang, fixture::answers_view(lang)),
        ScreenId::Import,
    );
}
