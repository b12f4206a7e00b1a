//! Keys through the service and the command line, as a user meets them.

use std::path::{Path, PathBuf};
use std::process::{Command as Process, Output};
use std::sync::Arc;

use frontline::app::{
    Command, LockedInfo, LockedKind, Overview, Passphrase, RecoveryWords, Reply, Service, Settings,
    SlotKind, Surroundings, Unlock,
};
use frontline::domain::{Lang, strength};
use frontline::error::{Kind, VaultFault};

use crate::keyring::{TODAY, passphrase};

const PASSPHRASE: &str = "seven quiet walnuts travel north";

fn unlock(path: &Path, unlock: Unlock) -> Command {
    Command::Unlock {
        path: path.to_owned(),
        unlock,
        accepts_older: false,
    }
}

fn overview(reply: Reply) -> Arc<Overview> {
    let Reply::Overview(overview) = reply else {
        panic!("another answer: {reply:?}");
    };
    overview
}

fn words_of(reply: Reply) -> RecoveryWords {
    let Reply::Words { words, .. } = reply else {
        panic!("another answer: {reply:?}");
    };
    words
}

fn locked(reply: Reply) -> Arc<LockedInfo> {
    let Reply::Locked(info) = reply else {
        panic!("another answer: {reply:?}");
    };
    info
}

struct Desk {
    folder: tempfile::TempDir,
    service: Service,
    path: PathBuf,
    words: RecoveryWords,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let surroundings = Surroundings::fixed(TODAY, 1, folder.path());
        let mut service = Service::new(surroundings).with_quick_keys();
        let path = folder.path().join("own.frontline");
        let made = service.run(Command::CreateWorkspace {
            path: path.clone(),
            company: "Own".to_owned(),
            passphrase: passphrase(),
        });
        let words = words_of(made.expect("created"));
        Self {
            folder,
            service,
            path,
            words,
        }
    }

    fn fault(&mut self, command: Command) -> Kind {
        let refused = self.service.run(command).expect_err("refused");
        refused.kind().clone()
    }
}

#[test]
fn a_locked_workspace_answers_nothing_until_its_key_is_given() {
    let mut desk = Desk::new();
    let path = desk.path.clone();
    let info = locked(desk.service.run(Command::Lock).expect("locked"));
    assert_eq!(info.kind, LockedKind::Sealed { has_words: true });
    for command in [
        Command::Analyze,
        Command::RenameCompany("x".to_owned()),
        Command::RenewWords,
    ] {
        assert!(desk.service.run(command).is_err());
    }
    let wrong = Unlock::Passphrase(Passphrase::new("seven quiet walnuts"));
    assert_eq!(
        desk.fault(unlock(&path, wrong)),
        Kind::Vault(VaultFault::WrongPassphrase)
    );
    let reply = desk
        .service
        .run(unlock(&path, Unlock::Passphrase(passphrase())));
    assert_eq!(overview(reply.expect("opened")).company, "Own");
    desk.service.run(Command::Lock).expect("locked");
    let words = desk.words.clone();
    let reply = desk.service.run(unlock(&path, Unlock::Words(words)));
    assert_eq!(overview(reply.expect("opened with words")).company, "Own");
}

#[test]
fn keys_are_changed_one_after_another() {
    let mut desk = Desk::new();
    let new = Passphrase::new("eleven green bicycles dream slowly");
    let weak = Command::ChangePassphrase {
        current: Unlock::Passphrase(passphrase()),
        new: Passphrase::new("summer2026"),
    };
    assert_eq!(desk.fault(weak), Kind::Vault(VaultFault::WeakPassphrase));
    desk.service
        .run(Command::ChangePassphrase {
            current: Unlock::Passphrase(passphrase()),
            new: new.clone(),
        })
        .expect("changed");
    let second = Passphrase::new("nine tired lanterns cross the river");
    let reply = desk.service.run(Command::AddOfficer {
        name: " Maria Orlova ".to_owned(),
        passphrase: second,
    });
    let keys = overview(reply.expect("added")).keys.clone();
    let names: Vec<_> = keys.slots.iter().map(|slot| slot.holder.as_str()).collect();
    assert_eq!(names, ["", "", "Maria Orlova"]);
    let reply = desk
        .service
        .run(Command::RemoveOfficer(keys.slots[2].number));
    assert_eq!(overview(reply.expect("removed")).keys.slots.len(), 2);
    let first = Command::RemoveOfficer(keys.slots[0].number);
    assert_eq!(desk.fault(first), Kind::Vault(VaultFault::LastSlot));

    let fresh = words_of(desk.service.run(Command::RenewWords).expect("renewed"));
    assert_ne!(fresh, desk.words);
    let rotated = desk
        .service
        .run(Command::RotateKey(vec![new.clone()]))
        .expect("rotated");
    let last = words_of(rotated);
    desk.service.run(Command::Lock).expect("locked");
    let path = desk.path.clone();
    for gone in [desk.words.clone(), fresh] {
        let refused = desk.fault(unlock(&path, Unlock::Words(gone)));
        assert_eq!(refused, Kind::Vault(VaultFault::WrongWords));
    }
    desk.service
        .run(unlock(&path, Unlock::Words(last.clone())))
        .expect("opened");
    // Who came in by words sets a passphrase without knowing the old one.
    let forgotten = Passphrase::new("six warm pebbles sing at noon");
    desk.service
        .run(Command::ChangePassphrase {
            current: Unlock::Words(last),
            new: forgotten.clone(),
        })
        .expect("set");
    desk.service.run(Command::Lock).expect("locked");
    assert!(
        desk.service
            .run(unlock(&path, Unlock::Passphrase(new)))
            .is_err()
    );
    let reply = desk
        .service
        .run(unlock(&path, Unlock::Passphrase(forgotten)));
    let slots = overview(reply.expect("opened")).keys.slots.clone();
    assert_eq!(
        slots
            .iter()
            .filter(|slot| slot.kind == SlotKind::Words)
            .count(),
        1
    );
}

#[test]
fn an_older_file_is_noticed_across_two_runs_of_the_program() {
    let mut desk = Desk::new();
    let old = std::fs::read(&desk.path).expect("the file");
    desk.service
        .run(Command::RenameCompany("New".to_owned()))
        .expect("renamed");
    // A choice of the window must not make the program forget what it has seen.
    let choice = Settings {
        zoom: 110,
        ..Settings::default()
    };
    desk.service
        .run(Command::SaveSettings(choice))
        .expect("remembered");
    desk.service.run(Command::CloseWorkspace).expect("closed");
    std::fs::write(&desk.path, old).expect("an old copy");
    let path = desk.path.clone();
    let mut later = Service::new(Surroundings::fixed(TODAY, 1, desk.folder.path()));
    let key = Unlock::Passphrase(passphrase());
    let refused = later.run(unlock(&path, key.clone())).expect_err("older");
    assert!(
        matches!(refused.kind(), Kind::Vault(VaultFault::Older { .. })),
        "{refused}"
    );
    let anyway = Command::Unlock {
        path,
        unlock: key,
        accepts_older: true,
    };
    assert_eq!(
        overview(later.run(anyway).expect("taken knowingly")).company,
        "Own"
    );
}

#[test]
fn commands_with_keys_do_not_show_them() {
    let words = RecoveryWords::generate().expect("randomness");
    let commands = [
        unlock(Path::new("a"), Unlock::Passphrase(passphrase())),
        unlock(Path::new("a"), Unlock::Words(words.clone())),
        Command::RotateKey(vec![passphrase()]),
        Command::PrintWords {
            path: PathBuf::from("a"),
            words: words.clone(),
        },
    ];
    let said = format!("{commands:?}");
    assert!(!said.contains("walnuts"), "{said}");
    for word in words.words() {
        assert!(!said.contains(&format!("{word} ")), "{word} in {said}");
    }
}

#[test]
fn strength_follows_what_people_really_choose() {
    let grade = |text: &str| strength::estimate(text).grade;
    for weak in [
        "",
        "12345678901234",
        "qwertyuiop",
        "Summer2026!",
        "пароль123",
        "Москва2024",
        "anna1985",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        "abcabcabcabcabc",
    ] {
        assert_eq!(grade(weak), strength::Grade::Weak, "{weak}");
    }
    assert!(grade("тестовая фраза для книги") >= strength::Grade::Good);
    assert!(grade("x7$Kq9!mB2zW") >= strength::Grade::Good);
    for lang in Lang::ALL {
        for _ in 0..200 {
            let offered = frontline::app::offered_passphrase(lang).expect("randomness");
            let text = offered.reveal();
            assert_eq!(text.split(' ').count(), 5, "{text}");
            assert!(grade(text) >= strength::Grade::Good, "{text}");
        }
    }
}

fn frontline(dir: &Path, arguments: &[&str], variable: Option<&str>) -> Output {
    let mut process = Process::new(env!("CARGO_BIN_EXE_frontline"));
    process
        .args(["--lang", "en"])
        .args(arguments)
        .current_dir(dir)
        .env_remove("DISPLAY")
        .env_remove("FRONTLINE_PASSPHRASE")
        .env("XDG_CONFIG_HOME", dir)
        .env("XDG_DATA_HOME", dir)
        .env("HOME", dir)
        .stdin(std::process::Stdio::null());
    if let Some(variable) = variable {
        process.env("FRONTLINE_PASSPHRASE", variable);
    }
    process
        .output()
        .expect("the program was built for this test")
}

fn said(output: &Output) -> (String, String) {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (text(&output.stdout), text(&output.stderr))
}

#[test]
fn the_command_line_takes_the_passphrase_from_a_file_or_the_environment() {
    let dir = tempfile::tempdir().expect("a temporary folder");
    let at = dir.path();
    std::fs::write(at.join("key.txt"), format!("{PASSPHRASE}\r\nsecond line\n")).expect("a file");
    let new = ["new", "own.frontline", "--quick-key"];
    let (_, nobody) = said(&frontline(at, &new, None));
    assert!(nobody.contains("--passphrase-file"), "{nobody}");
    let (_, weak) = said(&frontline(at, &new, Some("qwerty123")));
    assert!(weak.contains("guessed"), "{weak}");
    assert!(!at.join("own.frontline").exists());
    let by_file = [
        "new",
        "own.frontline",
        "--quick-key",
        "--passphrase-file",
        "key.txt",
    ];
    let output = frontline(at, &by_file, None);
    let (shown, refused) = said(&output);
    assert_eq!(output.status.code(), Some(0), "{refused}");
    let words: Vec<&str> = shown
        .lines()
        .filter_map(|line| line.split_once(". "))
        .map(|(_, word)| word)
        .collect();
    assert_eq!(words.len(), 25, "a sentence and 24 words: {shown}");
    let words = words[1..].join(" ");
    assert!(RecoveryWords::parse(&words).is_ok(), "{words}");

    let list = ["wave", "own.frontline", "list"];
    for given in [PASSPHRASE, words.as_str()] {
        let output = frontline(at, &list, Some(given));
        assert_eq!(output.status.code(), Some(0), "{:?}", said(&output));
    }
    let wrong = frontline(at, &list, Some("seven quiet walnuts"));
    assert_eq!(wrong.status.code(), Some(1));
    assert!(
        said(&wrong).1.contains("does not fit"),
        "{:?}",
        said(&wrong)
    );
    let missing = frontline(
        at,
        &[
            "wave",
            "own.frontline",
            "--passphrase-file",
            "no.txt",
            "list",
        ],
        None,
    );
    assert!(said(&missing).1.contains("no file"), "{:?}", said(&missing));
    let argument = frontline(
        at,
        &["wave", "own.frontline", "--passphrase", PASSPHRASE, "list"],
        None,
    );
    assert_eq!(argument.status.code(), Some(2), "never an argument");
    let (help, _) = said(&frontline(at, &["--help"], None));
    assert!(help.contains("FRONTLINE_PASSPHRASE"), "{help}");
}

#[test]
fn the_example_says_its_passphrase() {
    let dir = tempfile::tempdir().expect("a temporary folder");
    let output = frontline(dir.path(), &["demo", "--no-window", "--dir", "demo"], None);
    let (shown, refused) = said(&output);
    assert_eq!(output.status.code(), Some(0), "{refused}");
    assert!(shown.contains(frontline::app::DEMO_PASSPHRASE), "{shown}");
    let list = ["wave", "demo/chain.frontline", "list"];
    let output = frontline(dir.path(), &list, Some(frontline::app::DEMO_PASSPHRASE));
    assert_eq!(output.status.code(), Some(0), "{:?}", said(&output));
}
