//! The linkage screen: verdict, choice of a pair, divergences, method.

use egui::OutputCommand;
use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;
use frontline::domain::{Audience, Lang};
use frontline::i18n::message;
use frontline::phrases;
use frontline::tr;
use frontline::ui::screens::ScreenId;

use super::stage::{demo, draws_everywhere, findings, usual};

const SCREEN: ScreenId = ScreenId::Linkage;

fn divergences(lang: Lang) -> String {
    let found = findings(lang);
    let last = found.waves.last().expect("a wave");
    let count = last.divergences.iter().filter(|it| it.is_certain).count();
    tr!(lang, "linkage-view-divergences", n = count)
}

#[test]
fn the_link_draws_everywhere() {
    draws_everywhere(SCREEN, &|_, _| {});
}

#[test]
fn the_divergences_draw_everywhere() {
    draws_everywhere(SCREEN, &|harness, lang| {
        harness
            .get_by_role_and_label(Role::RadioButton, &divergences(lang))
            .click();
        harness.run_steps(2);
    });
}

#[test]
fn the_verdict_of_the_headline_stands_first_and_can_be_copied() {
    let mut harness = usual(demo(SCREEN, Lang::Ru));
    let found = findings(Lang::Ru);
    let wave = found.waves.last().expect("a wave");
    let link = &wave.links[wave.headline.expect("a headline")];
    let verdict = phrases::verdict(Lang::Ru, &found, link, wave.pairs);
    assert!(
        harness.query_by_value(&verdict.headline).is_some(),
        "{}",
        verdict.headline
    );
    harness
        .get_by_label(&message(Lang::Ru, "linkage-copy"))
        .click();
    // The click lands in one of the next frames; its command is in that frame's output only.
    let mut copied = None;
    for _ in 0..4 {
        harness.step();
        for command in &harness.output().platform_output.commands {
            if let OutputCommand::CopyText(text) = command {
                copied = Some(text.clone());
            }
        }
    }
    let copied = copied.expect("something was copied");
    assert!(copied.starts_with(&verdict.headline), "{copied}");
}

#[test]
fn choosing_an_audience_changes_the_verdict() {
    let mut harness = usual(demo(SCREEN, Lang::En));
    let found = findings(Lang::En);
    let wave = found.waves.last().expect("a wave");
    let link = &wave.links[wave.headline.expect("a headline")];
    let label = phrases::audience_short(Lang::En, Audience::BackOffice);
    harness
        .get_by_role_and_label(Role::RadioButton, &label)
        .click();
    harness.run_steps(2);
    let other = wave
        .link(Audience::BackOffice, link.dimension, link.outcome)
        .expect("the pair of the back office");
    let verdict = phrases::verdict(Lang::En, &found, other, wave.pairs);
    assert!(
        harness.query_by_value(&verdict.headline).is_some(),
        "{}",
        verdict.headline
    );
}

#[test]
fn every_flagged_branch_is_listed_with_its_word() {
    let mut harness = usual(demo(SCREEN, Lang::En));
    harness
        .get_by_role_and_label(Role::RadioButton, &divergences(Lang::En))
        .click();
    harness.run_steps(2);
    let found = findings(Lang::En);
    let wave = found.waves.last().expect("a wave");
    assert!(
        !wave.divergences.is_empty(),
        "the demo chain has a planted divergence"
    );
    for divergence in &wave.divergences {
        let title = phrases::branch_title(&found, divergence.branch);
        assert!(
            harness.query_all_by_label_contains(&title).count() > 0,
            "{title}"
        );
    }
}

#[test]
fn the_method_unfolds() {
    let mut harness = usual(demo(SCREEN, Lang::En));
    harness
        .get_by_label(&message(Lang::En, "linkage-method-show"))
        .click_accesskit();
    harness.run_steps(3);
    assert!(
        harness
            .query_by_label(&message(Lang::En, "linkage-method-hide"))
            .is_some()
    );
    assert!(
        harness
            .query_by_value(&message(Lang::En, "method-unit-title"))
            .is_some()
    );
}
