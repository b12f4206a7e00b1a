//! Making keys: the passphrase of a new workspace, its recovery words, and Settings → Keys.

use egui::accesskit::Role;
use frontline::app::{Command, Passphrase, Settings, Unlock};
use frontline::domain::{Lang, strength};
use frontline::error::VaultFault;
use frontline::ui::action::Pick;
use frontline::ui::screens::ScreenId;
use frontline::ui::shell::Outward;

use super::fixture;
use super::harness::Desk;

const GOOD: &str = "seven quiet walnuts travel north";

fn new_keys() -> Desk {
    let mut shell = fixture::shell(None, None, Lang::En);
    drop(fixture::asks_new_keys(&mut shell));
    Desk::new(shell, ScreenId::NewKeys)
}

fn settings() -> Desk {
    let shell = fixture::shell(Some(fixture::demo(Lang::En)), None, Lang::En);
    // High enough that no form lies below the edge.
    let size = egui::Vec2::new(1280.0, 1700.0);
    let mut desk = Desk::sized(shell, ScreenId::Settings, egui::Theme::Light, size);
    desk.wishes();
    desk
}

#[test]
fn a_new_workspace_takes_a_good_passphrase_typed_twice() {
    let mut desk = new_keys();
    desk.type_secret("Passphrase", "summer")
        .button("Make the workspace");
    assert_eq!(desk.wishes(), []);
    assert!(desk.shows("Too easy to guess") && desk.shows("weak, it will be guessed"));
    let mut desk = new_keys();
    desk.type_secret("Passphrase", GOOD);
    assert!(desk.shows("excellent") || desk.shows("good"));
    desk.type_secret("Passphrase again", "seven quiet")
        .button("Make the workspace");
    assert_eq!(desk.wishes(), []);
    assert!(desk.shows("The passphrases differ"));
    desk.type_secret("Passphrase again", " walnuts travel north")
        .button("Make the workspace");
    let create = Command::CreateWorkspace {
        path: "/data/Bright Day.frontline".into(),
        company: "Bright Day".to_owned(),
        passphrase: Passphrase::new(GOOD),
    };
    assert_eq!(desk.wishes(), [Outward::Run(create)]);
}

#[test]
fn an_offered_phrase_is_shown_and_taken_as_it_is() {
    let mut desk = new_keys();
    desk.button("Offer me a phrase")
        .button("Make the workspace");
    let wishes = desk.wishes();
    let [Outward::Run(Command::CreateWorkspace { passphrase, .. })] = wishes.as_slice() else {
        panic!("one deed, not {wishes:?}");
    };
    let phrase = passphrase.reveal();
    assert_eq!(phrase.split(' ').count(), 5, "{phrase}");
    assert!(strength::estimate(phrase).grade >= strength::Grade::Good);
    assert!(
        desk.heard().contains(phrase),
        "it is shown to be written down"
    );
}

#[test]
fn the_words_must_be_kept_before_the_workspace_is_seen() {
    let mut shell = fixture::shell(None, None, Lang::En);
    fixture::shows_words(&mut shell, Lang::En);
    let mut desk = Desk::new(shell, ScreenId::Words);
    assert!(desk.heard().contains("24. art"), "{}", desk.heard());
    desk.button("Go to the workspace");
    assert_eq!(desk.shell().screen(), ScreenId::Words);
    desk.shell().go(ScreenId::Settings);
    assert_eq!(desk.shell().screen(), ScreenId::Words);
    desk.wishes();
    desk.button("Print the sheet…");
    assert_eq!(desk.wishes(), [Outward::Pick(Pick::RecoverySheet)]);
    let asked = desk
        .shell()
        .on_picked(Pick::RecoverySheet, vec!["/data/sheet.pdf".into()]);
    let print = Command::PrintWords {
        path: "/data/sheet.pdf".into(),
        words: fixture::recovery_words(),
    };
    assert_eq!(asked, [Outward::Run(print)]);
    desk.press(Role::CheckBox, "The words are written down or printed")
        .button("Go to the workspace");
    assert_eq!(desk.shell().screen(), ScreenId::Home);
    assert!(!desk.heard().contains("abandon"), "the words are gone");
}

#[test]
fn the_passphrase_is_changed_in_the_settings() {
    let mut desk = settings();
    desk.button("Change passphrase…")
        .type_secret("Present passphrase", "frontline demo")
        .type_secret("Passphrase", GOOD)
        .type_secret("Passphrase again", GOOD)
        .button("Change passphrase");
    let change = Command::ChangePassphrase {
        current: Unlock::Passphrase(Passphrase::new("frontline demo")),
        new: Passphrase::new(GOOD),
    };
    assert_eq!(desk.wishes(), [Outward::Run(change)]);
}

#[test]
fn a_refused_change_stays_open_with_what_was_typed_and_says_why() {
    let mut desk = settings();
    desk.button("Change passphrase…")
        .type_secret("Present passphrase", "frontline dem")
        .type_secret("Passphrase", GOOD)
        .type_secret("Passphrase again", GOOD)
        .button("Change passphrase");
    let change = |current: &str| Command::ChangePassphrase {
        current: Unlock::Passphrase(Passphrase::new(current)),
        new: Passphrase::new(GOOD),
    };
    assert_eq!(desk.wishes(), [Outward::Run(change("frontline dem"))]);
    let wrong = VaultFault::WrongPassphrase.into();
    fixture::fail(desk.shell(), change("frontline dem"), wrong);
    desk.draw();
    assert!(desk.shows("The passphrase does not fit"));
    assert!(!desk.shows("That did not work"), "it is said in one place");
    // One letter more, and nothing else has to be typed again.
    desk.type_secret("Present passphrase", "o")
        .button("Change passphrase");
    assert_eq!(desk.wishes(), [Outward::Run(change("frontline demo"))]);
}

#[test]
fn a_forgotten_passphrase_is_changed_with_the_recovery_words() {
    let words = fixture::recovery_words();
    let list = words.words();
    let mut desk = settings();
    desk.button("Change passphrase…")
        .type_secret("Present passphrase", &list[..23].join(" "))
        .type_secret("Passphrase", GOOD)
        .type_secret("Passphrase again", GOOD)
        .button("Change passphrase");
    assert_eq!(desk.wishes(), [], "a word is missing");
    assert!(desk.shows("23 words"), "{}", desk.heard());
    desk.type_secret("Present passphrase", &format!(" {}", list[23]))
        .button("Change passphrase");
    let change = Command::ChangePassphrase {
        current: Unlock::Words(words),
        new: Passphrase::new(GOOD),
    };
    assert_eq!(desk.wishes(), [Outward::Run(change)]);
}

#[test]
fn a_second_officer_needs_a_name_and_can_be_removed_after_a_question() {
    let mut desk = settings();
    desk.button("Add a second officer…")
        .type_secret("Passphrase", GOOD)
        .type_secret("Passphrase again", GOOD)
        .button("Add the officer");
    assert_eq!(desk.wishes(), []);
    assert!(desk.shows("Say whose passphrase it is"));
    desk.type_into("Name of the officer", "Ivan")
        .button("Add the officer");
    let add = Command::AddOfficer {
        name: "Ivan".to_owned(),
        passphrase: Passphrase::new(GOOD),
    };
    assert_eq!(desk.wishes(), [Outward::Run(add)]);
    desk.button("Remove").button("Remove the passphrase");
    assert_eq!(desk.wishes(), [Outward::Run(Command::RemoveOfficer(3))]);
}

#[test]
fn key_sheet_and_backups_ask_before_they_change_anything() {
    let mut desk = settings();
    desk.button("New recovery sheet…")
        .button("Make a new sheet");
    assert_eq!(desk.wishes(), [Outward::Run(Command::RenewWords)]);
    desk.button("Rotate the encryption key…")
        .type_secret("Present passphrase", "frontline demo")
        .button("Rotate the key");
    let kept = vec![Passphrase::new("frontline demo")];
    assert_eq!(desk.wishes(), [Outward::Run(Command::RotateKey(kept))]);
    desk.first_button("Restore…").button("Restore this backup");
    let restore = Command::RestoreBackup {
        path: "/data/chain.frontline".into(),
        backup: "/data/chain.backups/118.frontline".into(),
        unlock: None,
    };
    assert_eq!(desk.wishes(), [Outward::Run(restore)]);
}

#[test]
fn the_time_until_the_lock_is_chosen_and_the_lock_falls_on_demand() {
    let mut desk = settings();
    desk.press(Role::ComboBox, "Lock when nobody is there")
        .press(Role::ListBoxOption, "after 30 minutes");
    let wanted = Settings {
        lang: Some(Lang::En),
        auto_lock: 30,
        ..Settings::default()
    };
    assert_eq!(desk.wishes(), [Outward::Run(Command::SaveSettings(wanted))]);
    desk.button("Lock now");
    assert_eq!(desk.wishes(), [Outward::Run(Command::Lock)]);
}
