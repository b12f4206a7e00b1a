//! The wizard of a draft: every click is one command, what follows is said before it is done, and
//! nothing opens that could not be kept.

use egui::accesskit::Role;
use egui::{Key, Theme, Vec2};
use frontline::app::{Command, DesignChange, Overview};
use frontline::disclosure::{PoolFault, propose_pools};
use frontline::domain::{
    BranchCode, Lang, MinGroup, ProtectionLevel, WaveCode, WaveDesign, WaveState,
};
use frontline::ui::action::Pick;
use frontline::ui::screens::ScreenId;
use frontline::ui::shell::{Outward, Shell};

use super::fixture;
use super::harness::{Desk, draws_everywhere};

fn winter() -> WaveCode {
    WaveCode::new("2026-winter").expect("a code")
}

fn shell(overview: Overview, lang: Lang) -> Shell {
    let mut shell = fixture::shell(Some(overview), None, lang);
    shell.show_wave(winter());
    shell
}

fn wizard(overview: Overview) -> Desk {
    let mut desk = Desk::new(shell(overview, Lang::En), ScreenId::Design);
    desk.wishes();
    desk
}

fn design(overview: &Overview) -> WaveDesign {
    let wave = overview.waves.last().expect("a wave");
    let collection = wave.collection.as_ref().expect("collected here");
    collection.design.clone()
}

fn set(design: WaveDesign) -> Outward {
    Outward::Run(Command::DesignWave {
        wave: winter(),
        change: DesignChange::Set(design),
    })
}

fn code(text: &str) -> BranchCode {
    BranchCode::new(text).expect("a code")
}

fn to_check(desk: &mut Desk) {
    desk.button("Next: keys and stations")
        .button("Next: days")
        .button("Next: check");
}

#[test]
fn a_draft_shows_which_branches_report_together_and_what_another_threshold_would_do() {
    let desk = wizard(fixture::designed(Lang::En));
    assert!(desk.shows("4 branches are reported with their neighbours"));
    assert!(desk.shows("20 branches get rows of their own"));
    assert!(desk.shows("With 10, 9 branches go together."));
    assert!(desk.shows("As in “Autumn 2026”: waves compare"));
}

#[test]
fn a_pool_is_taken_apart_only_where_nobody_is_left_too_small() {
    let overview = fixture::designed(Lang::En);
    let mut desk = wizard(overview.clone());
    desk.button("Change… Ozyornaya, Gorny");
    desk.press(Role::ComboBox, "17 Ozyornaya, 4 people");
    desk.press(Role::ListBoxOption, "with Lesnaya");
    assert!(desk.shows("Gorny — 4 people"));
    desk.button("Apply");
    assert_eq!(desk.wishes(), [], "Gorny alone has four people");
    desk.press(Role::ComboBox, "24 Gorny, 4 people");
    desk.press(Role::ListBoxOption, "with Lesnaya, Ozyornaya");
    desk.button("Apply");
    let wishes = desk.wishes();
    let [
        Outward::Run(Command::DesignWave {
            wave,
            change: DesignChange::Set(after),
        }),
    ] = wishes.as_slice()
    else {
        panic!("one deed, not {wishes:?}");
    };
    assert_eq!(*wave, winter());
    assert!(
        after
            .pools
            .contains(&vec![code("04"), code("17"), code("24")])
    );
    assert_eq!(after.pools.len(), design(&overview).pools.len() - 1);
    // The deed can be taken back.
    desk.button("Undo");
    assert_eq!(desk.wishes(), [set(design(&overview))]);
}

#[test]
fn a_threshold_brings_its_own_pools() {
    let overview = fixture::designed(Lang::En);
    let mut desk = wizard(overview.clone());
    desk.press(Role::RadioButton, "10");
    let ten = MinGroup::new(10).expect("offered");
    let mut wave = overview.waves.last().expect("a wave").wave.clone();
    wave.min_group = ten;
    let before = design(&overview);
    let pools = propose_pools(&overview.branches, ten, &before.pools).expect("large enough");
    let after = WaveDesign { pools, ..before };
    assert_eq!(
        desk.wishes(),
        [Outward::Run(Command::UpdateWave(wave)), set(after)]
    );
}

#[test]
fn one_key_is_a_choice_with_its_price_in_words() {
    let overview = fixture::designed(Lang::En);
    let mut desk = wizard(overview.clone());
    desk.press(Role::RadioButton, "One key");
    let after = WaveDesign {
        level: ProtectionLevel::OneKey,
        ..design(&overview)
    };
    assert_eq!(desk.wishes(), [set(after)]);
}

#[test]
fn stations_and_the_company_view_are_chosen_with_the_keyboard_too() {
    let overview = fixture::designed(Lang::En);
    let mut desk = wizard(overview.clone());
    desk.key_on(Role::Button, "Next: keys and stations", Key::Enter);
    desk.key_on(Role::RadioButton, "One computer here", Key::Space);
    let wishes = desk.wishes();
    let [
        Outward::Run(Command::DesignWave {
            change: DesignChange::Set(after),
            ..
        }),
    ] = wishes.as_slice()
    else {
        panic!("one deed, not {wishes:?}");
    };
    assert_eq!(after.stations.len(), 1);
    assert_eq!(after.stations[0].branches.len(), overview.branches.len());
    desk.press(Role::CheckBox, "Collect the company view");
    let after = WaveDesign {
        has_company_view: false,
        ..design(&overview)
    };
    assert_eq!(desk.wishes(), [set(after)]);
}

#[test]
fn own_groups_put_branches_together_and_forget_nobody() {
    let overview = fixture::designed(Lang::En);
    let mut desk = wizard(overview.clone());
    desk.button("Next: keys and stations");
    desk.press(Role::RadioButton, "Your own groups");
    assert_eq!(desk.wishes(), []);
    desk.button("Put branches together…");
    desk.type_into("Name of the station", "Office");
    desk.press(Role::CheckBox, "01 Tsentralnaya, 40 people");
    desk.press(Role::CheckBox, "02 Vokzal, 34 people");
    desk.button("Save the station");
    let wishes = desk.wishes();
    let [
        Outward::Run(Command::DesignWave {
            change: DesignChange::Set(after),
            ..
        }),
    ] = wishes.as_slice()
    else {
        panic!("one deed, not {wishes:?}");
    };
    let office = after.stations.last().expect("a station");
    assert_eq!(office.name, "Office");
    assert_eq!(office.branches, [code("01"), code("02")]);
    let mut all: Vec<BranchCode> = after
        .stations
        .iter()
        .flat_map(|station| station.branches.clone())
        .collect();
    all.sort();
    let known: Vec<BranchCode> = overview.branches.iter().map(|it| it.code.clone()).collect();
    assert_eq!(all, known);
}

#[test]
fn cards_come_by_button_and_by_drop_and_can_be_given_up() {
    let mut desk = wizard(fixture::designed(Lang::En));
    desk.button("Next: keys and stations");
    for word in ["pine", "guitar", "lamp"] {
        assert!(desk.shows(word), "the words to compare");
    }
    desk.button("A second witness…");
    assert_eq!(desk.wishes(), [Outward::Pick(Pick::WitnessCard(winter()))]);
    desk.button("Remove the card of Anna Orlova, works council");
    let remove = Command::DesignWave {
        wave: winter(),
        change: DesignChange::RemoveWitness(0),
    };
    assert_eq!(desk.wishes(), [Outward::Run(remove)]);
    let add = Command::DesignWave {
        wave: winter(),
        change: DesignChange::AddWitness("/stick/anna.flcard".into()),
    };
    let dropped = desk.shell().on_dropped(vec!["/stick/anna.flcard".into()]);
    assert_eq!(dropped, [Outward::Run(add)]);
}

#[test]
fn a_wave_with_two_keys_does_not_open_without_a_witness() {
    let bare = fixture::collected(Lang::En, WaveState::Draft, |it| it.witnesses.clear());
    let mut desk = wizard(bare);
    to_check(&mut desk);
    assert!(desk.shows("With two keys, a witness’s card is needed."));
    desk.button("Open the wave…");
    assert!(!desk.shows("Open wave “Winter 2026” for answers?"));
    assert_eq!(desk.wishes(), []);
}

#[test]
fn opening_names_what_freezes_and_asks_first() {
    let mut desk = wizard(fixture::designed(Lang::En));
    to_check(&mut desk);
    assert!(desk.shows("All is ready to open"));
    assert!(desk.shows("Ozyornaya + Gorny"));
    assert!(desk.shows("from 10 answers"));
    desk.button("Open the wave…");
    assert_eq!(desk.wishes(), []);
    assert!(desk.shows("Two keys: HR and Anna Orlova, works council"));
    desk.button("Open the wave");
    assert_eq!(desk.wishes(), [Outward::Run(Command::OpenWave(winter()))]);
}

#[test]
fn wrong_days_keep_the_step() {
    let mut desk = wizard(fixture::designed(Lang::En));
    desk.button("Next: keys and stations").button("Next: days");
    desk.type_into("Last day", "x").button("Next: check");
    assert!(desk.shows("A date is needed"));
    assert_eq!(desk.wishes(), []);
}

#[test]
fn a_fault_is_said_and_the_proposal_can_be_returned() {
    let broken = fixture::collected(Lang::En, WaveState::Draft, |collection| {
        let pools = &mut collection.design.pools;
        let at = pools.iter().position(|pool| pool.len() > 1).expect("one");
        let pool = pools.remove(at);
        pools.extend(pool.into_iter().map(|code| vec![code]));
        pools.sort();
        collection.fault = Some(PoolFault::TooSmall {
            branch: collection.design.pools[16][0].clone(),
            invited: 4,
        });
    });
    let mut desk = wizard(broken);
    assert!(desk.shows("This cannot open"));
    assert!(desk.shows("4 people, and a class needs 8"));
    desk.button("Return the proposal");
    assert_eq!(desk.wishes(), [set(design(&fixture::designed(Lang::En)))]);
}

#[test]
fn a_draft_without_a_design_asks_where_answers_come_from() {
    let mut desk = wizard(fixture::with_wave(Lang::En, WaveState::Draft));
    desk.press(Role::RadioButton, "Collect with Frontline");
    let propose = Command::DesignWave {
        wave: winter(),
        change: DesignChange::Propose,
    };
    assert_eq!(desk.wishes(), [Outward::Run(propose)]);
    let overview = fixture::designed(Lang::En);
    let mut desk = wizard(overview);
    desk.button("Back")
        .press(Role::RadioButton, "Import answers");
    let drop = Command::DesignWave {
        wave: winter(),
        change: DesignChange::Drop,
    };
    assert_eq!(desk.wishes(), [Outward::Run(drop)]);
}

#[test]
fn home_and_the_list_lead_to_the_wizard() {
    let overview = fixture::designed(Lang::En);
    let mut desk = Desk::new(
        fixture::shell(Some(overview.clone()), None, Lang::En),
        ScreenId::Home,
    );
    desk.button("Check and open");
    assert_eq!(desk.shell().screen(), ScreenId::Design);
    let mut desk = Desk::new(
        fixture::shell(Some(overview), None, Lang::En),
        ScreenId::Waves,
    );
    desk.button("Go on preparing");
    assert_eq!(desk.shell().screen(), ScreenId::Design);
}

#[test]
fn every_step_draws_in_every_language_theme_and_size_and_stays_in_the_window() {
    draws_everywhere(
        &|lang| shell(fixture::designed(lang), lang),
        ScreenId::Design,
    );
    let steps = ["Next: keys and stations", "Next: days", "Next: check"];
    for size in [(820.0, 560.0), (853.0, 533.0), (1280.0, 800.0)] {
        let size = Vec2::new(size.0, size.1);
        let own = shell(fixture::designed(Lang::En), Lang::En);
        let mut desk = Desk::sized(own, ScreenId::Design, Theme::Light, size);
        for step in steps {
            assert_eq!(
                desk.overflows(),
                Vec::<String>::new(),
                "{size} before {step}"
            );
            assert!(!desk.has_id_clash(), "{size} before {step}");
            desk.key_on(Role::Button, step, Key::Enter);
        }
        assert_eq!(desk.overflows(), Vec::<String>::new(), "{size} at the end");
        assert!(!desk.has_id_clash(), "{size} at the end");
    }
}
