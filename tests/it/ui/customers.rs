//! The customers screen: figures, import, removal, empty.

use egui_kittest::kittest::Queryable as _;
use frontline::app::Command;
use frontline::domain::{Lang, Measure};
use frontline::i18n::message;
use frontline::phrases;
use frontline::ui::action::Pick;
use frontline::ui::screens::ScreenId;
use frontline::ui::shell::Outward;

use super::fixture;
use super::stage::{demo, draws_everywhere, findings, usual, without_findings};

const SCREEN: ScreenId = ScreenId::Customers;

fn import() -> Outward {
    Outward::Pick(Pick::Import {
        kind: Some("outcomes".to_owned()),
        wave: None,
    })
}

#[test]
fn customers_draw_everywhere() {
    draws_everywhere(SCREEN, &|_, _| {});
}

#[test]
fn the_company_stands_first_with_its_figure() {
    let harness = usual(demo(SCREEN, Lang::En));
    let found = findings(Lang::En);
    let wave = found.waves.last().expect("a wave");
    let company = wave.customers[0].company.expect("the company has an NPS");
    let value = phrases::outcome_value(Lang::En, &found.outcomes[0], company.value);
    assert!(
        harness.query_all_by_label_contains(&value).count() > 0,
        "{value}"
    );
}

#[test]
fn scores_are_loaded_from_the_head_and_from_the_empty_screen() {
    let label = message(Lang::Ru, "customers-import");
    let full = demo(SCREEN, Lang::Ru);
    let empty = without_findings(fixture::without_customers(Lang::Ru), SCREEN, Lang::Ru);
    for shell in [full, empty] {
        let mut harness = usual(shell);
        harness.get_by_label(&label).click();
        harness.run_steps(2);
        assert!(
            harness.state().wishes.contains(&import()),
            "{:?}",
            harness.state().wishes
        );
    }
}

#[test]
fn a_measure_is_removed_only_after_the_deed_is_named() {
    let mut harness = usual(demo(SCREEN, Lang::En));
    harness
        .get_by_label(&message(Lang::En, "customers-remove"))
        .click();
    harness.run_steps(3);
    assert_eq!(harness.state().wishes, Vec::new());
    harness
        .get_by_label(&message(Lang::En, "customers-remove-deed"))
        .click();
    harness.run_steps(3);
    let removal = Outward::Run(Command::RemoveMeasure(Measure::nps()));
    assert!(
        harness.state().wishes.contains(&removal),
        "{:?}",
        harness.state().wishes
    );
}

#[test]
fn the_empty_screen_says_which_columns_a_file_needs() {
    let shell = without_findings(fixture::without_customers(Lang::En), SCREEN, Lang::En);
    let harness = usual(shell);
    for key in ["customers-example-branch", "customers-example-score"] {
        let head = message(Lang::En, key);
        assert!(
            harness.query_all_by_label_contains(&head).count() > 0,
            "{head}"
        );
    }
}
