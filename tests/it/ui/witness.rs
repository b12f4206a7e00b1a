//! The witness: a key of their own, counts and never an answer, one release, and the check of files.

use egui::accesskit::Role;
use egui::{Theme, Vec2};
use frontline::app::{Command, Passphrase, Reply, WitnessDeed, WitnessView};
use frontline::domain::Lang;
use frontline::error::Kind;
use frontline::ui::action::Pick;
use frontline::ui::screens::ScreenId;
use frontline::ui::shell::{Outward, Shell};
use std::sync::Arc;

use super::fixture;
use super::harness::{Desk, draws_everywhere};

fn with(view: Option<WitnessView>, lang: Lang) -> Shell {
    let mut shell = fixture::shell(None, None, lang);
    shell.go(ScreenId::Witness);
    if let Some(view) = view {
        let open = Command::Witness(WitnessDeed::ReadBatch("/stick/x.flbatch".into()));
        fixture::answer(&mut shell, open, Reply::Witness(Arc::new(view)));
    }
    shell
}

fn desk(view: Option<WitnessView>) -> Desk {
    let mut desk = Desk::new(with(view, Lang::En), ScreenId::Witness);
    desk.wishes();
    desk
}

#[test]
fn a_witness_begins_on_the_first_screen_without_a_workspace() {
    let shell = fixture::shell(None, None, Lang::En);
    let mut desk = Desk::new(shell, ScreenId::Welcome);
    desk.button("I am a witness");
    assert_eq!(desk.shell().screen(), ScreenId::Witness);
    assert!(desk.shows("Without you HR cannot open the answers"));
    desk.button("To the first screen");
    assert_eq!(desk.shell().screen(), ScreenId::Welcome);
}

#[test]
fn a_key_is_made_from_a_name_and_a_long_phrase_typed_twice() {
    let mut desk = desk(None);
    desk.button("Make a key…");
    assert!(desk.shows("Give your name"));
    assert!(desk.shows("Too easy to guess"));
    desk.type_into("Your name on the card", "Anna Orlova");
    desk.type_secret("Passphrase", "shore");
    assert!(desk.shows("weak, it will be guessed"));
    desk.type_secret("Passphrase", " lamp pine kettle");
    assert!(desk.shows("excellent") || desk.shows("good"));
    desk.button("Make a key…");
    assert!(
        desk.shows("Type the passphrase a second time") || desk.shows("The passphrases differ")
    );
    assert_eq!(desk.wishes(), []);
    desk.type_secret("Passphrase again", "shore lamp pine kettle");
    desk.button("Make a key…");
    let passphrase = Passphrase::new("shore lamp pine kettle");
    let pick = Pick::NewWitnessKey {
        name: "Anna Orlova".to_owned(),
        passphrase: passphrase.clone(),
    };
    assert_eq!(desk.wishes(), [Outward::Pick(pick.clone())]);
    assert!(!format!("{pick:?}").contains("lamp"), "never in a log");
    let path = std::path::PathBuf::from("/stick/anna.flwitness");
    let create = WitnessDeed::Create {
        path: path.clone(),
        name: "Anna Orlova".to_owned(),
        passphrase,
    };
    assert_eq!(
        desk.shell().on_picked(pick, vec![path]),
        [Outward::Run(Command::Witness(create))]
    );
}

#[test]
fn an_offered_phrase_is_shown_to_be_written_down_and_is_good_enough() {
    let mut desk = desk(None);
    desk.type_into("Your name on the card", "Anna");
    desk.button("Offer me a phrase");
    assert!(desk.shows("Five random words"));
    desk.button("Make a key…");
    let wishes = desk.wishes();
    let [Outward::Pick(Pick::NewWitnessKey { passphrase, .. })] = wishes.as_slice() else {
        panic!("one wish, not {wishes:?}");
    };
    assert_eq!(passphrase.reveal().split(' ').count(), 5);
}

#[test]
fn a_dropped_key_file_waits_for_its_passphrase() {
    let mut desk = desk(None);
    let path = std::path::PathBuf::from("/stick/anna.flwitness");
    assert_eq!(desk.shell().on_dropped(vec![path]), []);
    desk.draw();
    assert!(desk.shows("anna.flwitness"));
    desk.button("Open the key");
    assert_eq!(desk.wishes(), [], "an empty passphrase opens nothing");
}

#[test]
fn recovery_words_are_shown_until_they_are_on_paper() {
    let mut desk = desk(Some(fixture::new_witness(Lang::En)));
    assert!(desk.shows("Write these words down on paper"));
    assert!(!desk.shows("Close the key"));
    desk.button("Go on");
    assert!(desk.shows("Recovery words"), "not before the tick");
    desk.press(
        Role::CheckBox,
        "I have written down all the words and compared them",
    );
    desk.button("Go on");
    assert!(desk.shows("Your card"));
    assert!(!desk.shows("Recovery words"));
}

#[test]
fn the_recovery_sheet_is_printed_while_its_words_are_shown() {
    let view = fixture::new_witness(Lang::En);
    let words = view.recovery.clone().expect("new words");
    let mut desk = desk(Some(view));
    desk.button("Print the sheet…");
    assert_eq!(desk.wishes(), [Outward::Pick(Pick::WitnessSheet)]);
    let path = std::path::PathBuf::from("/stick/sheet.pdf");
    let asked = desk
        .shell()
        .on_picked(Pick::WitnessSheet, vec![path.clone()]);
    let print = Command::Witness(WitnessDeed::PrintWords {
        path: path.clone(),
        words,
    });
    assert_eq!(asked, [Outward::Run(print.clone())]);
    fixture::answer(desk.shell(), print, Reply::Saved(path));
    desk.draw();
    assert!(
        desk.shows("Recovery words"),
        "they stay until they are kept"
    );
}

#[test]
fn a_deed_that_failed_says_so_where_it_was_asked_for() {
    let fails = |desk: &mut Desk, deed: WitnessDeed| {
        fixture::fail(
            desk.shell(),
            Command::Witness(deed),
            Kind::FileUnwritable("/nowhere".to_owned()).into(),
        );
        desk.draw();
        // Once, and not a second time over the whole window with a button to try again.
        assert_eq!(
            desk.heard().matches("/nowhere").count(),
            1,
            "{}",
            desk.heard()
        );
        assert!(!desk.shows("Try again"));
    };
    let mut with_batch = desk(Some(fixture::witness_with_batch(Lang::En, false)));
    fails(
        &mut with_batch,
        WitnessDeed::Release("/stick/x.flrelease".into()),
    );
    with_batch.button("Save the card…");
    let mut with_card = desk(Some(fixture::witness(Lang::En)));
    fails(
        &mut with_card,
        WitnessDeed::SaveCard("/stick/x.flcard".into()),
    );
    let mut start = desk(None);
    let create = WitnessDeed::Create {
        path: "/stick/anna.flwitness".into(),
        name: "Anna".to_owned(),
        passphrase: Passphrase::new("shore lamp pine kettle"),
    };
    fails(&mut start, create);
    // What is done next takes the sentence away.
    drop(
        start
            .shell()
            .on_picked(Pick::Verify, vec!["/a.flpack".into()]),
    );
    start.draw();
    assert!(!start.heard().contains("/nowhere"));
}

#[test]
fn the_card_is_saved_for_hr() {
    let mut desk = desk(Some(fixture::witness(Lang::En)));
    desk.button("Save the card…");
    assert_eq!(desk.wishes(), [Outward::Pick(Pick::SaveCard)]);
    desk.button("Read the file from HR…");
    assert_eq!(desk.wishes(), [Outward::Pick(Pick::ReadBatch)]);
    let path = std::path::PathBuf::from("/stick/winter.flbatch");
    let read = Command::Witness(WitnessDeed::ReadBatch(path.clone()));
    assert_eq!(desk.shell().on_dropped(vec![path]), [Outward::Run(read)]);
}

#[test]
fn a_batch_shows_counts_and_is_released_once_after_a_question() {
    let mut desk = desk(Some(fixture::witness_with_batch(Lang::En, false)));
    assert!(desk.shows("the answers wait for you"));
    assert!(desk.shows("2 classes stand together with others"));
    desk.button("Release the answers…");
    assert_eq!(desk.wishes(), [Outward::Pick(Pick::SaveRelease)]);
    let path = std::path::PathBuf::from("/stick/winter.flrelease");
    let asked = desk
        .shell()
        .on_picked(Pick::SaveRelease, vec![path.clone()]);
    assert_eq!(asked, [], "the question comes first");
    desk.draw();
    desk.button("Release the answers");
    let release = Command::Witness(WitnessDeed::Release(path));
    assert_eq!(desk.wishes(), [Outward::Run(release)]);
    let desk = self::desk(Some(fixture::witness_with_batch(Lang::En, true)));
    assert!(desk.shows("the answers are released"));
    assert!(!desk.shows("Release the answers…"));
}

#[test]
fn a_key_is_destroyed_after_a_question_and_the_start_comes_back() {
    let mut desk = desk(Some(fixture::witness(Lang::En)));
    desk.button("Destroy the key…").button("Destroy the key");
    let destroy = Command::Witness(WitnessDeed::Destroy);
    assert_eq!(desk.wishes(), [Outward::Run(destroy.clone())]);
    fixture::answer(desk.shell(), destroy, Reply::Quiet);
    desk.draw();
    assert!(desk.shows("Without you HR cannot open the answers"));
    // It is said that it is done, until something else is.
    let gone = "The key “orlova.flwitness” is destroyed";
    assert!(desk.shows(gone), "{}", desk.heard());
    desk.button("To the first screen").button("I am a witness");
    assert!(!desk.shows(gone), "{}", desk.heard());
}

#[test]
fn a_key_that_was_only_closed_is_not_called_destroyed() {
    let mut desk = desk(Some(fixture::witness(Lang::En)));
    desk.button("Close the key");
    let close = Command::Witness(WitnessDeed::Close);
    assert_eq!(desk.wishes(), [Outward::Run(close.clone())]);
    fixture::answer(desk.shell(), close, Reply::Quiet);
    desk.draw();
    assert!(desk.shows("Without you HR cannot open the answers"));
    assert!(!desk.shows("destroyed"), "{}", desk.heard());
}

#[test]
fn a_file_is_checked_statement_by_statement() {
    let shell = fixture::shell(None, None, Lang::En);
    let mut desk = Desk::new(shell, ScreenId::Settings);
    desk.button("Check a file…");
    assert_eq!(desk.wishes(), [Outward::Pick(Pick::Verify)]);
    let check = Command::VerifyFile("/stick/08.flstation".into());
    let dropped = desk.shell().on_dropped(vec!["/stick/08.flstation".into()]);
    assert_eq!(dropped, [Outward::Run(check.clone())]);
    let reply = Reply::Verified(fixture::verified(false));
    fixture::answer(desk.shell(), check, reply);
    desk.draw();
    assert!(desk.shows("1 statement does not hold"));
    assert!(desk.shows("There are as many records as codes used"));
}

#[test]
fn every_face_draws_in_every_language_theme_and_size_and_stays_in_the_window() {
    let faces: [fn(Lang) -> Option<WitnessView>; 5] = [
        |_| None,
        |lang| Some(fixture::new_witness(lang)),
        |lang| Some(fixture::witness(lang)),
        |lang| Some(fixture::witness_with_batch(lang, false)),
        |lang| Some(fixture::witness_with_batch(lang, true)),
    ];
    for face in faces {
        draws_everywhere(&|lang| with(face(lang), lang), ScreenId::Witness);
        for size in [Vec2::new(820.0, 560.0), Vec2::new(853.0, 533.0)] {
            let own = with(face(Lang::Ru), Lang::Ru);
            let desk = Desk::sized(own, ScreenId::Witness, Theme::Light, size);
            assert_eq!(desk.overflows(), Vec::<String>::new(), "{size}");
        }
    }
}
