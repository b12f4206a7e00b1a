//! An open wave with its stations, and a closed one with its keys: what can be done, in words and
//! commands; small counts are never a number.

use egui::accesskit::Role;
use egui::{Theme, Vec2};
use frontline::app::{CodesRequest, Command, Overview, Passphrase, Reply, SealedState};
use frontline::domain::{Lang, WaveCode};
use frontline::ui::action::Pick;
use frontline::ui::screens::ScreenId;
use frontline::ui::shell::{Outward, Shell};
use std::sync::Arc;

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

fn desk(overview: Overview) -> Desk {
    let mut desk = Desk::new(shell(overview, Lang::En), ScreenId::Collection);
    desk.wishes();
    desk
}

fn codes(stations: &[&str]) -> Command {
    Command::MakeCodes(CodesRequest {
        wave: winter(),
        stations: stations.iter().map(|name| (*name).to_owned()).collect(),
        folder: "/data/reports".into(),
        exit_password: Passphrase::new("open sesame"),
        langs: vec![Lang::Ru, Lang::En],
    })
}

#[test]
fn codes_are_made_for_all_stations_once_the_password_is_good() {
    let mut desk = desk(fixture::without_codes(Lang::En));
    assert!(desk.shows("Make codes: without them nobody can answer"));
    desk.button("Make codes for 24 stations…");
    desk.button("Make codes for 24 stations");
    assert!(desk.shows("At least 6 characters are needed"));
    desk.type_secret("Exit password", "open sesame");
    desk.button("Make codes for 24 stations");
    assert!(desk.shows("The passwords differ"));
    assert_eq!(desk.wishes(), []);
    desk.type_secret("Exit password once more", "open sesame");
    desk.button("Make codes for 24 stations");
    assert_eq!(desk.wishes(), [Outward::Run(codes(&[]))]);
}

#[test]
fn the_folder_of_codes_can_be_chosen() {
    let mut desk = desk(fixture::without_codes(Lang::En));
    desk.button("Make codes for 24 stations…")
        .button("Another folder…");
    assert_eq!(desk.wishes(), [Outward::Pick(Pick::CodesFolder)]);
    let more = desk
        .shell()
        .on_picked(Pick::CodesFolder, vec!["/stick".into()]);
    assert_eq!(more, []);
    desk.draw();
    assert!(desk.shows("/stick"));
}

#[test]
fn codes_anew_warn_that_old_slips_become_worthless() {
    let mut desk = desk(fixture::collecting(Lang::En));
    desk.press(Role::Row, "Vokzal").button("Codes anew…");
    assert!(desk.shows("Earlier slips of this station become worthless"));
    desk.type_secret("Exit password", "open sesame")
        .type_secret("Exit password once more", "open sesame");
    desk.button("Make the codes anew");
    assert_eq!(desk.wishes(), []);
    assert!(desk.shows("Make codes anew: “Vokzal”?"));
    desk.button("Make the codes anew");
    assert_eq!(desk.wishes(), [Outward::Run(codes(&["Vokzal"]))]);
}

#[test]
fn small_counts_are_hidden_and_so_is_what_would_give_them_away() {
    let desk = desk(fixture::collecting(Lang::En));
    let heard = desk.heard();
    assert!(heard.contains("Answers are coming in"), "{heard}");
    let text = heard.as_str();
    assert!(
        !text.contains("“3”"),
        "three answers are never said:\n{text}"
    );
}

#[test]
fn bundles_come_by_button_and_by_drop_all_at_once() {
    let mut desk = desk(fixture::collecting(Lang::En));
    desk.button("Take in answers…");
    assert_eq!(desk.wishes(), [Outward::Pick(Pick::Bundles)]);
    let files = ["/stick/08.flbundle", "/stick/10.FLBUNDLE"].map(Into::into);
    let merge = Outward::Run(Command::MergeBundles(files.to_vec()));
    let picked = desk.shell().on_picked(Pick::Bundles, files.to_vec());
    assert_eq!(picked, std::slice::from_ref(&merge));
    let dropped = desk.shell().on_dropped(files.to_vec());
    assert_eq!(dropped, [merge]);
}

#[test]
fn each_file_is_listed_with_its_outcome_even_when_it_was_dropped_elsewhere() {
    let overview = fixture::collecting(Lang::En);
    let mut shell = fixture::shell(Some(overview.clone()), None, Lang::En);
    shell.go(ScreenId::Home);
    let reply = Reply::Merged {
        overview: Arc::new(overview),
        files: fixture::merged(Lang::En),
    };
    fixture::answer(&mut shell, Command::MergeBundles(Vec::new()), reply);
    assert_eq!(shell.screen(), ScreenId::Collection);
    let mut desk = Desk::new(shell, ScreenId::Collection);
    assert!(
        !desk.shows("12 new answers"),
        "going there again forgets it"
    );
    let reply = Reply::Merged {
        overview: Arc::new(fixture::collecting(Lang::En)),
        files: fixture::merged(Lang::En),
    };
    fixture::answer(desk.shell(), Command::MergeBundles(Vec::new()), reply);
    desk.draw();
    assert!(desk.shows("Garden Street: 12 new answers"));
    assert!(desk.shows("Mira: no new answers"));
    assert!(desk.shows("17.flbundle"));
}

#[test]
fn a_kiosk_starts_here_only_after_the_workspace_is_closed() {
    let mut desk = desk(fixture::collecting(Lang::En));
    desk.press(Role::Row, "Tsentralnaya")
        .button("Start collecting on this computer…");
    assert!(desk.shows("The workspace closes, so that nobody sees it."));
    desk.button("Close the workspace and start");
    let start = Command::StartKiosk {
        wave: winter(),
        station: "Tsentralnaya".to_owned(),
    };
    assert_eq!(desk.wishes(), [Outward::Run(start.clone())]);
    let pack = "/local/01.flpack";
    let wishes = fixture::answer(desk.shell(), start, Reply::Kiosk(pack.into()));
    assert_eq!(wishes, [Outward::Kiosk(pack.into())]);
    assert_eq!(desk.shell().screen(), ScreenId::Welcome);
}

#[test]
fn closing_says_that_the_witness_comes_next() {
    let mut desk = desk(fixture::collecting(Lang::En));
    desk.button("Close the wave…");
    assert!(desk.shows("Results open once the witness releases them."));
    desk.button("Close the wave");
    assert_eq!(desk.wishes(), [Outward::Run(Command::CloseWave(winter()))]);
}

#[test]
fn a_closed_wave_goes_to_the_witness_and_back() {
    let mut desk = desk(fixture::closed_with(Lang::En, SealedState::AwaitsRelease));
    assert!(desk.shows("The answers wait for the witness"));
    assert!(desk.shows("Anna Orlova, works council"));
    desk.button("Write the file for the witness…");
    assert_eq!(desk.wishes(), [Outward::Pick(Pick::Batch(winter()))]);
    let path = std::path::PathBuf::from("/stick/winter.flrelease");
    let dropped = desk.shell().on_dropped(vec![path.clone()]);
    assert_eq!(dropped, [Outward::Run(Command::ImportRelease(path))]);
}

#[test]
fn records_are_destroyed_after_a_question_and_not_twice() {
    let mut desk = desk(fixture::closed_with(Lang::En, SealedState::Opened));
    assert!(desk.shows("Destroyed on 27"));
    desk.button("Destroy now…");
    assert_eq!(desk.wishes(), []);
    desk.button("Destroy records and key");
    let destroy = Command::DestroyRecords(winter());
    assert_eq!(desk.wishes(), [Outward::Run(destroy)]);
    let desk = self::desk(fixture::closed_with(Lang::En, SealedState::Destroyed));
    assert!(desk.shows("Records and key are destroyed"));
    assert!(!desk.shows("Destroy now…"));
}

#[test]
fn home_says_what_comes_next() {
    let home = |overview| {
        Desk::new(
            fixture::shell(Some(overview), None, Lang::En),
            ScreenId::Home,
        )
    };
    let mut desk = home(fixture::without_codes(Lang::En));
    desk.button("Make codes");
    assert_eq!(desk.shell().screen(), ScreenId::Collection);
    let mut desk = home(fixture::closed_with(Lang::En, SealedState::AwaitsRelease));
    desk.button("Pass on to the witness");
    assert_eq!(desk.shell().screen(), ScreenId::Collection);
    let mut desk = home(fixture::collecting(Lang::En));
    desk.wishes();
    desk.button("Take in answers…");
    assert_eq!(desk.wishes(), [Outward::Pick(Pick::Bundles)]);
}

#[test]
fn every_state_draws_in_every_language_theme_and_size_and_stays_in_the_window() {
    let states: [fn(Lang) -> Overview; 6] = [
        fixture::without_codes,
        fixture::collecting,
        |lang| fixture::closed_with(lang, SealedState::None),
        |lang| fixture::closed_with(lang, SealedState::AwaitsRelease),
        |lang| fixture::closed_with(lang, SealedState::Opened),
        |lang| fixture::closed_with(lang, SealedState::Destroyed),
    ];
    for state in states {
        draws_everywhere(&|lang| shell(state(lang), lang), ScreenId::Collection);
        for size in [Vec2::new(820.0, 560.0), Vec2::new(853.0, 533.0)] {
            let own = shell(state(Lang::Ru), Lang::Ru);
            let desk = Desk::sized(own, ScreenId::Collection, Theme::Light, size);
            assert_eq!(desk.overflows(), Vec::<String>::new(), "{size}");
        }
    }
}
