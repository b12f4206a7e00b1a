//! The reports screen: what is asked of the worker, what is shown of its work.

use std::path::PathBuf;
use std::sync::Arc;

use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use frontline::analysis::{Findings, Yardstick};
use frontline::app::{Command, ExportRequest, ExportScope, ReleaseInfo, Reply};
use frontline::disclosure::Proof;
use frontline::domain::{Audience, Lang};
use frontline::i18n::message;
use frontline::tr;
use frontline::ui::action::Pick;
use frontline::ui::screens::ScreenId;
use frontline::ui::shell::Outward;
use frontline::ui::theme::ThemeChoice;

use super::fixture;
use super::stage::{Stage, demo, draws_everywhere, findings, stage, usual};

const SCREEN: ScreenId = ScreenId::Reports;

fn request(wishes: &[Outward]) -> ExportRequest {
    let found = wishes.iter().find_map(|wish| match wish {
        Outward::Run(Command::Export(request)) => Some(request.clone()),
        Outward::Run(_)
        | Outward::Cancel(_)
        | Outward::Pick(_)
        | Outward::OpenPath(_)
        | Outward::Kiosk(_) => None,
    });
    found.unwrap_or_else(|| panic!("an export was asked for: {wishes:?}"))
}

fn shown(found: &Findings) -> Vec<String> {
    let wave = found.waves.last().expect("a wave");
    let all = wave.audience(Audience::All).expect("everybody");
    let rows = found.branches.iter().zip(&all.branches);
    let shown = rows.filter(|(_, row)| row.sheets.value().is_some());
    shown
        .map(|(branch, _)| branch.code.as_str().to_owned())
        .collect()
}

#[test]
fn reports_draw_everywhere() {
    draws_everywhere(SCREEN, &|_, _| {});
}

#[test]
fn cuts_draw_everywhere() {
    draws_everywhere(SCREEN, &|harness, lang| {
        harness.get_by_label(&message(lang, "reports-cuts")).click();
        harness.run_steps(2);
    });
}

#[test]
fn the_full_report_asks_for_one_file_with_all_sheets() {
    let mut harness = usual(demo(SCREEN, Lang::En));
    harness
        .get_by_label(&tr!(Lang::En, "reports-export", n = 1))
        .click();
    harness.run_steps(2);
    let request = request(&harness.state().wishes);
    assert_eq!(request.scope, ExportScope::Full);
    assert_eq!(request.sheets, Vec::<String>::new());
    assert_eq!(request.folder, PathBuf::from("/data/reports"));
    let found = findings(Lang::En);
    assert_eq!(request.wave, found.waves.last().expect("a wave").wave.code);
}

#[test]
fn a_cut_is_offered_nothing_that_is_made_of_other_branches() {
    let mut harness = usual(demo(SCREEN, Lang::En));
    let against = message(Lang::En, "reports-against");
    let best = message(Lang::En, "yardstick-best");
    let press = |harness: &mut Harness<'_, Stage>, role: Role, label: &str| {
        harness.get_by_role_and_label(role, label).click();
        harness.run_steps(3);
    };
    press(&mut harness, Role::ComboBox, &against);
    press(&mut harness, Role::ListBoxOption, &best);
    let deed = tr!(Lang::En, "reports-export", n = 1);
    press(&mut harness, Role::Button, &deed);
    let full = request(&harness.state().wishes);
    assert_eq!(full.compare, Yardstick::BestBranch);
    harness.state_mut().wishes.clear();
    let cuts = message(Lang::En, "reports-cuts");
    harness.get_by_label(&cuts).click();
    harness.run_steps(2);
    press(&mut harness, Role::ComboBox, &against);
    let is_offered = harness
        .query_by_role_and_label(Role::ListBoxOption, &best)
        .is_some();
    assert!(!is_offered);
    let company = message(Lang::En, "yardstick-company");
    press(&mut harness, Role::ListBoxOption, &company);
    let deed = tr!(
        Lang::En,
        "reports-export",
        n = shown(&findings(Lang::En)).len()
    );
    press(&mut harness, Role::Button, &deed);
    let cut = request(&harness.state().wishes);
    assert_eq!(cut.compare, Yardstick::Company);
}

#[test]
fn each_kind_without_sheets_asks_for_its_own_file() {
    for (key, scope) in [
        ("reports-short", ExportScope::Short),
        ("reports-staff", ExportScope::Staff),
        ("reports-csv", ExportScope::Csv),
        ("reports-sav", ExportScope::Sav),
    ] {
        for lang in Lang::ALL {
            let mut harness = usual(demo(SCREEN, lang));
            harness.get_by_label(&message(lang, key)).click();
            harness.run_steps(2);
            harness
                .get_by_label(&tr!(lang, "reports-export", n = 1))
                .click();
            harness.run_steps(2);
            let request = request(&harness.state().wishes);
            assert_eq!(request.scope, scope);
            assert_eq!(request.sheets, Vec::<String>::new());
        }
    }
}

#[test]
fn cuts_go_only_to_branches_with_a_row_of_their_own() {
    let found = findings(Lang::En);
    let shown = shown(&found);
    assert!(
        shown.len() < found.branches.len(),
        "the demo chain has hidden branches"
    );
    let mut harness = usual(demo(SCREEN, Lang::En));
    harness
        .get_by_label(&message(Lang::En, "reports-cuts"))
        .click();
    harness.run_steps(2);
    harness
        .get_by_label(&tr!(Lang::En, "reports-export", n = shown.len()))
        .click();
    harness.run_steps(2);
    let request = request(&harness.state().wishes);
    let ExportScope::Branches(codes) = request.scope else {
        panic!("cuts")
    };
    let codes: Vec<String> = codes.iter().map(|code| code.as_str().to_owned()).collect();
    assert_eq!(codes, shown);
}

#[test]
fn without_recipients_nothing_can_be_released() {
    let mut harness = usual(demo(SCREEN, Lang::En));
    harness
        .get_by_label(&message(Lang::En, "reports-cuts"))
        .click();
    harness.run_steps(2);
    harness
        .get_by_label(&message(Lang::En, "reports-show-list"))
        .click();
    harness.run_steps(2);
    harness
        .get_by_label(&message(Lang::En, "reports-nobody-deed"))
        .click();
    harness.run_steps(2);
    let label = tr!(Lang::En, "reports-export", n = 0);
    let button = harness.get_by_label(&label);
    assert!(button.accesskit_node().is_disabled());
}

#[test]
fn a_sheet_that_is_not_ticked_is_not_asked_for() {
    let sheets = frontline::app::report_sheets(Lang::En);
    let (id, title) = sheets.get(1).expect("sheets").clone();
    let mut harness = usual(demo(SCREEN, Lang::En));
    harness
        .get_by_label(&message(Lang::En, "reports-show-sheets"))
        .click();
    harness.run_steps(2);
    harness.get_by_label(&title).click();
    harness.run_steps(2);
    harness
        .get_by_label(&tr!(Lang::En, "reports-export", n = 1))
        .click();
    harness.run_steps(2);
    let request = request(&harness.state().wishes);
    assert_eq!(request.sheets.len(), sheets.len() - 1);
    assert!(request.sheets.iter().all(|sheet| sheet != id));
}

#[test]
fn the_folder_can_be_chosen() {
    let mut harness = usual(demo(SCREEN, Lang::En));
    harness
        .get_by_label(&message(Lang::En, "reports-folder-choose"))
        .click();
    harness.run_steps(2);
    assert!(
        harness
            .state()
            .wishes
            .contains(&Outward::Pick(Pick::ReportFolder))
    );
}

#[test]
fn files_just_written_can_be_opened_and_stand_in_the_ledger() {
    let mut shell = demo(SCREEN, Lang::En);
    let file = PathBuf::from("/data/reports/Autumn.xlsx");
    let mut overview = fixture::demo(Lang::En);
    overview.releases.push(ReleaseInfo {
        number: 1,
        day: fixture::TODAY,
        wave: "Autumn".to_owned(),
        scope: "full".to_owned(),
        branch: String::new(),
        file: "Autumn.xlsx".to_owned(),
        fingerprint: "4f2a91c0".to_owned(),
    });
    let reply = Reply::Exported {
        overview: Arc::new(overview),
        files: vec![file.clone()],
    };
    let _next = fixture::answer(&mut shell, Command::Analyze, reply);
    // A high window: the ledger stands below the list of what is hidden.
    let mut harness = stage(shell, ThemeChoice::Light, egui::vec2(1280.0, 1800.0));
    assert!(harness.query_all_by_label_contains("4f2a91c0").count() > 0);
    harness
        .get_by_label(&message(Lang::En, "reports-open-folder"))
        .click();
    harness.run_steps(2);
    let folder = file.parent().expect("a folder").to_path_buf();
    assert!(harness.state().wishes.contains(&Outward::OpenPath(folder)));
}

#[test]
fn what_had_to_be_hidden_names_the_earlier_report_that_is_the_cause() {
    for lang in Lang::ALL {
        let mut found = findings(lang);
        found.proof = Some(Proof {
            figures: 1200,
            causes: vec![2],
            ..Proof::default()
        });
        let mut overview = fixture::demo(lang);
        let release = |number, file: &str| ReleaseInfo {
            number,
            day: fixture::TODAY,
            wave: "Autumn".to_owned(),
            scope: "full".to_owned(),
            branch: String::new(),
            file: file.to_owned(),
            fingerprint: "4f2a91c0".to_owned(),
        };
        overview.releases = vec![release(2, "Second.xlsx"), release(1, "First.xlsx")];
        let mut shell = fixture::shell(Some(overview), Some(found), lang);
        shell.go(SCREEN);
        let harness = stage(shell, ThemeChoice::Light, egui::vec2(1280.0, 1800.0));
        let day = frontline::i18n::number::day(lang, fixture::TODAY);
        let one = tr!(lang, "reports-cause-one", file = "Second.xlsx", day = day);
        let cause = tr!(lang, "reports-cause", n = 1, list = one);
        assert_eq!(harness.query_all_by_label_contains(&cause).count(), 1);
    }
}
