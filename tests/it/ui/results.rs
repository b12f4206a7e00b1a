//! The results screen: map and panel, questions, overview, locked.

use egui::Key;
use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use frontline::analysis::{Comparisons, FigurePlace, FigureSubject, Yardstick};
use frontline::domain::{Audience, Lang, WaveState};
use frontline::i18n::message;
use frontline::phrases;
use frontline::ui::screens::ScreenId;

use super::fixture;
use super::stage::{demo, draws_everywhere, findings, usual, without_findings};

const SCREEN: ScreenId = ScreenId::Results;

#[test]
fn the_map_draws_everywhere() {
    draws_everywhere(SCREEN, &|_, _| {});
}

#[test]
fn the_questions_draw_everywhere() {
    draws_everywhere(SCREEN, &|harness, lang| {
        let label = message(lang, "results-tab-questions");
        harness
            .get_by_role_and_label(Role::RadioButton, &label)
            .click();
        harness.run_steps(2);
    });
}

#[test]
fn the_overview_draws_everywhere() {
    draws_everywhere(SCREEN, &|harness, lang| {
        let label = message(lang, "results-tab-overview");
        harness
            .get_by_role_and_label(Role::RadioButton, &label)
            .click();
        harness.run_steps(2);
    });
}

#[test]
fn arrow_keys_move_the_cell_and_the_panel_follows() {
    let mut harness = usual(demo(SCREEN, Lang::En));
    let found = findings(Lang::En);
    let wave = found.waves.last().expect("a wave");
    let all = &wave.audiences[0];
    let titles: Vec<&str> = found
        .dimensions
        .iter()
        .map(|dimension| dimension.title.get(Lang::En))
        .collect();
    let weakest = all.weakest[0];
    assert!(harness.query_all_by_label(titles[weakest]).count() > 0);
    let map = message(Lang::En, "results-heat");
    harness.get_by_role_and_label(Role::Grid, &map).focus();
    harness.run_steps(2);
    harness.key_press(Key::End);
    harness.run_steps(2);
    let last = titles.last().expect("a dimension");
    let panels = harness
        .query_all_by_role(Role::Label)
        .filter(|node| node.value().as_deref() == Some(*last))
        .count();
    assert!(panels > 0, "the panel speaks of {last}");
    for _ in 0..40 {
        harness.key_press(Key::ArrowUp);
    }
    harness.run_steps(2);
    let company = message(Lang::En, "company");
    let staff = message(Lang::En, "audience-inside-all");
    assert!(
        harness
            .query_by_value(&format!("{company} · {staff}"))
            .is_some()
    );
}

#[test]
fn differences_to_what_is_chosen_draw_everywhere() {
    draws_everywhere(SCREEN, &|harness, lang| {
        let label = message(lang, "results-change");
        harness
            .get_by_role_and_label(Role::RadioButton, &label)
            .click();
        harness.run_steps(2);
    });
}

#[test]
fn questions_stand_beside_what_is_chosen() {
    let mut harness = usual(demo(SCREEN, Lang::En));
    let tab = message(Lang::En, "results-tab-questions");
    harness
        .get_by_role_and_label(Role::RadioButton, &tab)
        .click();
    harness.run_steps(2);
    let against = message(Lang::En, "results-against");
    let choice = harness.get_by_role_and_label(Role::ComboBox, &against);
    assert_eq!(
        choice.value().as_deref(),
        Some(message(Lang::En, "yardstick-wave").as_str())
    );
    choice.click();
    harness.run_steps(3);
    let best = message(Lang::En, "yardstick-best");
    harness
        .get_by_role_and_label(Role::ListBoxOption, &best)
        .click();
    harness.run_steps(3);
    let found = findings(Lang::En);
    let place = FigurePlace {
        wave: found.waves.len() - 1,
        audience: Audience::All,
        branch: None,
        subject: FigureSubject::Item(0),
    };
    let comparisons = Comparisons {
        findings: &found,
        outside: &[],
    };
    let shown = comparisons
        .one(place, &Yardstick::BestBranch)
        .expect("there is a best branch");
    let text = phrases::difference_marked(Lang::En, &shown.change);
    let starts = format!("{text} (");
    let is_shown = harness
        .query_all_by_role(Role::Cell)
        .chain(harness.query_all_by_role(Role::Label))
        .any(|node| {
            let node = node.accesskit_node();
            let label = node.value().or_else(|| node.label());
            label.is_some_and(|label| label.starts_with(&starts))
        });
    assert!(is_shown, "{starts}");
}

#[test]
fn all_questions_of_a_branch_open_from_its_panel() {
    let mut harness = usual(demo(SCREEN, Lang::En));
    // The link may lie below the fold of the panel; a screen reader presses it there too.
    harness
        .get_by_label(&message(Lang::En, "results-all-items"))
        .click_accesskit();
    harness.run_steps(2);
    let found = findings(Lang::En);
    let branches = (0..found.branches.len()).map(|branch| phrases::branch_title(&found, branch));
    let label = message(Lang::En, "branch");
    let scope = harness.get_by_role_and_label(Role::ComboBox, &label);
    let chosen = scope.value().expect("a branch is chosen");
    assert!(
        branches.into_iter().any(|title| title == chosen),
        "{chosen}"
    );
}

#[test]
fn excel_leads_to_the_reports() {
    let mut harness = usual(demo(SCREEN, Lang::Ru));
    harness
        .get_by_label(&message(Lang::Ru, "results-to-excel"))
        .click();
    harness.run_steps(2);
    assert_eq!(harness.state().shell.screen(), ScreenId::Reports);
}

#[test]
fn results_are_locked_while_no_wave_is_closed() {
    let mut overview = fixture::with_wave(Lang::En, WaveState::Open);
    overview
        .waves
        .retain(|info| info.wave.state == WaveState::Open);
    let mut harness = usual(without_findings(overview, SCREEN, Lang::En));
    assert!(
        harness
            .query_by_label(&message(Lang::En, "results-heat"))
            .is_none()
    );
    harness
        .get_by_label(&message(Lang::En, "locked-deed"))
        .click();
    harness.run_steps(2);
    assert_eq!(harness.state().shell.screen(), ScreenId::Waves);
}
