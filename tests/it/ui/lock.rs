//! The lock: asked for, by itself, and what is left readable behind it.

use std::sync::Arc;

use egui::{Key, Modifiers};
use frontline::app::{Command, Event, Passphrase, Reply, Settings, Ticket, Unlock};
use frontline::domain::Lang;
use frontline::error::VaultFault;
use frontline::ui::screens::ScreenId;
use frontline::ui::shell::{Outward, Shell};

use super::fixture;
use super::harness::{Desk, draws_everywhere};

fn open() -> Shell {
    let findings = Some(fixture::findings(Lang::En));
    fixture::shell(Some(fixture::demo(Lang::En)), findings, Lang::En)
}

fn locked() -> Desk {
    let mut shell = fixture::shell(None, None, Lang::En);
    fixture::is_locked(&mut shell, false);
    Desk::new(shell, ScreenId::Unlock)
}

fn unlock_with(text: &str, accepts_older: bool) -> Outward {
    Outward::Run(Command::Unlock {
        path: "/data/chain.frontline".into(),
        unlock: Unlock::Passphrase(Passphrase::new(text)),
        accepts_older,
    })
}

#[test]
fn the_lock_falls_at_once_and_leaves_nothing_to_read() {
    let mut desk = Desk::new(open(), ScreenId::Results);
    let company = fixture::demo(Lang::En).company;
    assert!(desk.heard().contains("Sadovaya") || desk.heard().len() > 2_000);
    desk.wishes();
    desk.key(Modifiers::COMMAND, Key::L);
    assert_eq!(desk.wishes(), [Outward::Run(Command::Lock)]);
    assert_eq!(desk.shell().screen(), ScreenId::Unlock);
    let heard = desk.heard();
    assert!(!heard.contains(&company) && heard.len() < 1_500, "{heard}");
    // Neither keys nor an answer that was on its way bring anything back.
    desk.key(Modifiers::COMMAND, Key::Num5);
    let late = Event::Done {
        ticket: Ticket(77),
        reply: Reply::Overview(Arc::new(fixture::demo(Lang::En))),
    };
    drop(desk.shell().on_event(late));
    desk.draw();
    assert_eq!(desk.shell().screen(), ScreenId::Unlock);
    assert!(!desk.heard().contains(&company), "{}", desk.heard());
    desk.shell().go(ScreenId::Home);
    assert_eq!(desk.shell().screen(), ScreenId::Unlock);
}

#[test]
fn nobody_there_for_fifteen_minutes_locks_and_anybody_there_does_not() {
    let mut shell = open();
    assert_eq!(shell.tick(1_000_000.0), []);
    assert_eq!(shell.tick(1_000_000.0 + 899.0), []);
    let mut desk = Desk::new(shell, ScreenId::Home);
    // Something was pressed at 899 seconds.
    desk.key(Modifiers::NONE, Key::Tab);
    assert_eq!(desk.shell().tick(1_000_000.0 + 901.0), []);
    let wishes = desk.shell().tick(1_000_000.0 + 899.0 + 900.0);
    assert_eq!(wishes, [Outward::Run(Command::Lock)]);
    assert_eq!(desk.shell().screen(), ScreenId::Unlock);
    assert_eq!(desk.shell().tick(1_000_000.0 + 9_000.0), [], "once");
}

#[test]
fn the_time_until_the_lock_is_the_users_choice_and_work_is_not_cut_off() {
    let settings = Settings {
        lang: Some(Lang::En),
        auto_lock: 5,
        ..Settings::default()
    };
    let mut shell = Shell::new(settings, Lang::En);
    let overview = Reply::Overview(Arc::new(fixture::empty(Lang::En)));
    drop(fixture::answer(&mut shell, Command::RenewWords, overview));
    assert_eq!(shell.tick(10.0), []);
    shell.on_sent(Ticket(5), Command::Analyze);
    assert_eq!(shell.tick(10.0 + 301.0), [], "something runs");
    let quiet = Event::Done {
        ticket: Ticket(5),
        reply: Reply::Quiet,
    };
    drop(shell.on_event(quiet));
    assert_eq!(shell.tick(10.0 + 302.0), [Outward::Run(Command::Lock)]);
}

#[test]
fn without_a_workspace_there_is_nothing_to_lock() {
    let mut shell = fixture::shell(None, None, Lang::En);
    assert_eq!(shell.tick(10.0), []);
    assert_eq!(shell.tick(100_000.0), []);
    assert_eq!(shell.screen(), ScreenId::Welcome);
}

#[test]
fn a_passphrase_is_typed_and_a_refusal_stands_where_it_was_typed() {
    let mut desk = locked();
    desk.button("Open");
    assert_eq!(desk.wishes(), []);
    assert!(desk.shows("Type the passphrase"));
    desk.type_secret("Passphrase", "seven quiet walnuts")
        .button("Open");
    assert_eq!(desk.wishes(), [unlock_with("seven quiet walnuts", false)]);
    assert!(!desk.heard().contains("walnuts"), "{}", desk.heard());
    fixture::is_refused(desk.shell());
    desk.draw();
    assert!(desk.shows("The passphrase does not fit"));
    assert!(
        !desk.shows("Try again"),
        "the same passphrase would fail again"
    );
    desk.type_secret("Passphrase", " travel north")
        .key(Modifiers::NONE, Key::Enter);
    let whole = unlock_with("seven quiet walnuts travel north", false);
    assert_eq!(desk.wishes(), [whole]);
}

#[test]
fn an_older_file_opens_only_by_a_button_that_says_so() {
    let mut desk = locked();
    desk.type_secret("Passphrase", "seven quiet walnuts")
        .button("Open");
    desk.wishes();
    fixture::refuse(desk.shell(), VaultFault::Older { found: 4, seen: 9 });
    desk.draw();
    assert!(desk.shows("older than what this computer has opened"));
    desk.button("Open this file all the same");
    assert_eq!(desk.wishes(), [unlock_with("seven quiet walnuts", true)]);
}

#[test]
fn recovery_words_are_checked_before_anybody_waits() {
    let mut desk = locked();
    desk.button("Open with recovery words");
    let field = egui::accesskit::Role::MultilineTextInput;
    desk.type_role(field, "Recovery words", "abandon abandon frontline");
    desk.button("Open");
    assert_eq!(desk.wishes(), []);
    assert!(desk.shows("Word 3 is not in the list"));
}

#[test]
fn a_damaged_workspace_offers_its_backups() {
    let mut shell = fixture::shell(None, None, Lang::En);
    fixture::is_locked(&mut shell, true);
    let mut desk = Desk::new(shell, ScreenId::Unlock);
    assert!(desk.shows("breaks off"));
    desk.type_secret("Passphrase", "seven quiet walnuts");
    desk.first_button("Restore…");
    desk.button("Restore this backup");
    let wishes = desk.wishes();
    let [Outward::Run(Command::RestoreBackup { backup, unlock, .. })] = wishes.as_slice() else {
        panic!("one deed, not {wishes:?}");
    };
    assert!(backup.ends_with("118.frontline"), "{}", backup.display());
    assert!(unlock.is_some());
}

#[test]
fn pages_before_the_workspace_draw_everywhere() {
    type Page = (ScreenId, fn(&mut Shell));
    let pages: [Page; 2] = [
        (ScreenId::NewKeys, |shell| {
            drop(fixture::asks_new_keys(shell));
        }),
        (ScreenId::Unlock, |shell| {
            fixture::is_locked(shell, true);
            fixture::is_refused(shell);
        }),
    ];
    for (screen, open) in pages {
        draws_everywhere(
            &|lang| {
                let mut shell = fixture::shell(None, None, lang);
                open(&mut shell);
                shell
            },
            screen,
        );
    }
    draws_everywhere(
        &|lang| {
            let mut shell = fixture::shell(None, None, lang);
            fixture::shows_words(&mut shell, lang);
            shell
        },
        ScreenId::Words,
    );
}
