//! The workspace file on the disk: encrypted, saved whole, with backups; and what replaces it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use frontline::domain::{Branch, BranchCode, Date};
use frontline::error::{Error, Kind, VaultFault};
use frontline::seal::container::{Holder, Passphrase, Unlock, Vault};
use frontline::seal::secret::Cost;
use frontline::store::{BACKUPS_KEPT, FileKind, Opening, Workspace, backups, look_at};

use crate::keyring::{self, TODAY};

const CANARY: &str = "Canary Quay 4711";

fn place() -> (tempfile::TempDir, PathBuf) {
    let dir = tempfile::tempdir().expect("a temporary folder");
    let path = dir.path().join("chain.frontline");
    (dir, path)
}

fn branch(code: &str) -> Branch {
    let mut branch = Branch::from_code(BranchCode::new(code).expect("a valid code"));
    branch.name = CANARY.to_owned();
    branch
}

fn put(workspace: &mut Workspace, code: &str) -> Result<(), Error> {
    workspace.change("test", |tx| Workspace::put_branches(tx, &[branch(code)]))
}

fn codes(workspace: &Workspace) -> Vec<String> {
    let branches = workspace.branches().expect("branches");
    let code = |branch: Branch| branch.code.as_str().to_owned();
    branches.into_iter().map(code).collect()
}

fn fault<T: std::fmt::Debug>(result: Result<T, Error>) -> Kind {
    result.expect_err("refused").kind().clone()
}

fn day(day: i8) -> Date {
    Date::constant(2026, 11, day)
}

/// All files below a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            found.push(path);
        }
    }
    found
}

#[test]
fn nothing_readable_is_ever_written() {
    let (dir, path) = place();
    let mut workspace = keyring::create(&path).expect("created");
    for number in 10..40 {
        workspace.set_today(day(number % 20 + 1));
        put(&mut workspace, &number.to_string()).expect("saved");
        for file in files(dir.path()) {
            let bytes = std::fs::read(&file).expect("a file");
            for needle in [CANARY.as_bytes(), b"SQLite format", b"create table"] {
                let is_there = bytes.windows(needle.len()).any(|window| window == needle);
                assert!(!is_there, "readable in {}", file.display());
            }
        }
    }
    let names: Vec<_> = std::fs::read_dir(dir.path())
        .expect("a folder")
        .map(|entry| entry.expect("an entry").file_name())
        .collect();
    assert_eq!(names.len(), 3, "file, lock and backups: {names:?}");
}

#[test]
fn a_backup_is_kept_for_each_day_of_change_and_seven_of_them() {
    let (_dir, path) = place();
    drop(keyring::create(&path).expect("created"));
    assert_eq!(backups(&path), []);
    for number in 1..=10 {
        let mut workspace = keyring::open_on(&path, day(number), &BTreeMap::new()).expect("opened");
        put(&mut workspace, &format!("{number}a")).expect("saved");
        put(&mut workspace, &format!("{number}b")).expect("saved");
    }
    let kept = backups(&path);
    let days: Vec<Date> = kept.iter().map(|backup| backup.day).collect();
    assert_eq!(days, (4..=10).rev().map(day).collect::<Vec<_>>());
    assert_eq!(kept.len(), BACKUPS_KEPT);
    // The backup of a day is the state before its first change.
    let mut workspace = keyring::open_on(&path, day(10), &BTreeMap::new()).expect("opened");
    workspace.restore(&kept[0].path, None).expect("restored");
    let codes = codes(&workspace);
    assert!(
        codes.contains(&"9b".to_owned()) && !codes.contains(&"10a".to_owned()),
        "{codes:?}"
    );
}

#[test]
fn a_restore_is_tried_first_and_can_itself_be_undone() {
    let (_dir, path) = place();
    drop(keyring::create(&path).expect("created"));
    let mut workspace = keyring::open_on(&path, day(1), &BTreeMap::new()).expect("opened");
    put(&mut workspace, "01").expect("saved");
    workspace.set_today(day(2));
    put(&mut workspace, "02").expect("saved");
    let (_, number) = workspace.save_number();
    let before = std::fs::read(&path).expect("the file");

    let backup = backups(&path)[0].path.clone();
    let whole = std::fs::read(&backup).expect("a backup");
    let mut damaged = whole.clone();
    damaged[70_000] ^= 1;
    std::fs::write(&backup, &damaged).expect("written");
    assert_eq!(
        fault(workspace.restore(&backup, None)),
        Kind::Vault(VaultFault::Damaged)
    );
    assert_eq!(
        std::fs::read(&path).expect("the file"),
        before,
        "nothing was replaced"
    );
    assert_eq!(codes(&workspace), ["01", "02"]);

    std::fs::write(&backup, &whole).expect("written");
    workspace.restore(&backup, None).expect("restored");
    assert_eq!(codes(&workspace), ["01"]);
    assert!(
        workspace.save_number().1 > number,
        "a restore is a new save"
    );
    let undo = backups(&path)
        .into_iter()
        .find(|backup| backup.generation == number);
    workspace
        .restore(&undo.expect("put aside").path, None)
        .expect("restored");
    assert_eq!(codes(&workspace), ["01", "02"]);
}

#[test]
fn a_backup_under_earlier_keys_opens_with_the_earlier_passphrase_only() {
    let (_dir, path) = place();
    let first = Passphrase::new("the first phrase of all");
    let (vault, _) = Vault::create(&first, Cost::FLOOR).expect("keys");
    let mut workspace = Workspace::create(&path, vault, day(1)).expect("created");
    put(&mut workspace, "01").expect("saved");
    workspace.set_today(day(2));
    let words = workspace
        .change_keys(|vault| vault.rotate(std::slice::from_ref(&first), Cost::FLOOR))
        .expect("rotated");
    put(&mut workspace, "02").expect("saved");
    let backup = backups(&path)[0].path.clone();
    let refused = fault(workspace.restore(&backup, None));
    assert_eq!(refused, Kind::Vault(VaultFault::OtherKeys));
    workspace
        .restore(&backup, Some(&Unlock::Passphrase(first)))
        .expect("restored with its own passphrase");
    assert_eq!(codes(&workspace), ["01"]);
    drop((workspace, words));
}

#[test]
fn a_damaged_workspace_is_restored_without_being_opened() {
    let (_dir, path) = place();
    drop(keyring::create(&path).expect("created"));
    let mut workspace = keyring::open_on(&path, day(1), &BTreeMap::new()).expect("opened");
    put(&mut workspace, "01").expect("saved");
    workspace.set_today(day(2));
    put(&mut workspace, "02").expect("saved");
    let (id, number) = workspace.save_number();
    drop(workspace);
    let mut bytes = std::fs::read(&path).expect("the file");
    bytes[100] ^= 1;
    std::fs::write(&path, &bytes).expect("damaged");
    assert_eq!(
        fault(keyring::open(&path)),
        Kind::Vault(VaultFault::Damaged)
    );
    let seen = BTreeMap::from([(id, number)]);
    let opening = Opening {
        unlock: &Unlock::Words(keyring::words().clone()),
        seen: &seen,
        accepts_older: true,
        today: day(3),
    };
    let backup = backups(&path)[0].path.clone();
    let workspace = Workspace::restore_at(&path, &backup, &opening).expect("restored");
    assert_eq!(codes(&workspace), ["01"]);
    drop(workspace);
    assert!(
        keyring::open_on(&path, day(3), &seen).is_ok(),
        "no downgrade is suspected"
    );
    let aside = files(&path.with_extension("backups"));
    let kept = aside
        .iter()
        .any(|file| std::fs::read(file).expect("a file") == bytes);
    assert!(kept, "the damaged file was put aside: {aside:?}");
}

#[test]
fn an_older_file_in_its_place_is_noticed_and_can_be_taken_knowingly() {
    let (_dir, path) = place();
    let mut workspace = keyring::create(&path).expect("created");
    put(&mut workspace, "01").expect("saved");
    let old = std::fs::read(&path).expect("the file");
    put(&mut workspace, "02").expect("saved");
    let (id, seen) = workspace.save_number();
    drop(workspace);
    std::fs::write(&path, old).expect("an old copy");
    let seen = BTreeMap::from([(id, seen)]);
    let refused = fault(keyring::open_on(&path, TODAY, &seen));
    assert_eq!(
        refused,
        Kind::Vault(VaultFault::Older { found: 2, seen: 3 })
    );
    let opening = Opening {
        unlock: &Unlock::Words(keyring::words().clone()),
        seen: &seen,
        accepts_older: true,
        today: TODAY,
    };
    let workspace = Workspace::open(&path, &opening).expect("taken knowingly");
    assert_eq!(codes(&workspace), ["01"]);
    drop(workspace);
    assert!(keyring::open_on(&path, TODAY, &seen).is_ok(), "asked once");
}

#[test]
fn keys_that_cannot_be_saved_stay_as_they_were() {
    let (_dir, path) = place();
    let mut workspace = keyring::create(&path).expect("created");
    let before = workspace.slots().expect("slots");
    let refused = workspace.change_keys(|vault| {
        vault.add_passphrase(&Holder::new("B"), &keyring::passphrase(), Cost::FLOOR)?;
        Err::<(), _>(Kind::NoData.into())
    });
    assert_eq!(fault(refused), Kind::NoData);
    assert_eq!(workspace.slots().expect("slots"), before);
}

/// A preview version's file: the bare database.
fn preview_file(path: &Path) {
    let made = path.with_extension("made");
    let mut workspace = keyring::create(&made).expect("created");
    put(&mut workspace, "01").expect("saved");
    drop(workspace);
    let bytes = std::fs::read(&made).expect("the file");
    let opened = Vault::open(&bytes, &Unlock::Words(keyring::words().clone())).expect("opened");
    let image = opened.sections.into_values().next().expect("the database");
    std::fs::write(path, &*image).expect("a bare database");
    std::fs::remove_file(made).expect("removed");
}

#[test]
fn a_preview_file_is_recognised_and_encrypted_in_its_place() {
    let (dir, path) = place();
    preview_file(&path);
    assert_eq!(look_at(&path), Ok(FileKind::Unencrypted));
    assert_eq!(
        fault(keyring::open(&path)),
        Kind::Vault(VaultFault::Unencrypted)
    );
    let workspace = Workspace::convert(&path, keyring::vault(), TODAY).expect("encrypted");
    assert_eq!(codes(&workspace), ["01"]);
    drop(workspace);
    assert!(matches!(look_at(&path), Ok(FileKind::Sealed(_))));
    assert_eq!(codes(&keyring::open(&path).expect("opened")), ["01"]);
    for file in files(dir.path()) {
        let bytes = std::fs::read(&file).expect("a file");
        assert!(
            !bytes.starts_with(b"SQLite"),
            "{} lies open",
            file.display()
        );
    }
}

#[test]
fn a_kill_during_a_save_leaves_the_old_or_the_new_file_whole() {
    const CHILD: &str = "FRONTLINE_TEST_SAVES";
    if let Some(path) = std::env::var_os(CHILD) {
        let words = std::env::var("FRONTLINE_TEST_WORDS").expect("given");
        let words = frontline::seal::container::RecoveryWords::parse(&words).expect("words");
        let opening = Opening {
            unlock: &Unlock::Words(words),
            seen: &BTreeMap::new(),
            accepts_older: false,
            today: TODAY,
        };
        let mut workspace = Workspace::open(Path::new(&path), &opening).expect("opened");
        for number in 0_u64.. {
            put(&mut workspace, &format!("B{}", number % 400)).expect("saved");
        }
    }
    let (dir, path) = place();
    drop(keyring::create(&path).expect("created"));
    let mut last = 0;
    for round in 0..25_u64 {
        let mut child = Command::new(std::env::current_exe().expect("this test"))
            .args([
                "--exact",
                "store_keys::a_kill_during_a_save_leaves_the_old_or_the_new_file_whole",
            ])
            .env(CHILD, &path)
            .env("FRONTLINE_TEST_WORDS", keyring::words().words().join(" "))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("a child");
        // From within the first save to somewhere in the tenth.
        std::thread::sleep(Duration::from_millis(60 + round * 7));
        child.kill().expect("our own child");
        child.wait().expect("our own child");
        let workspace = keyring::open(&path).expect("the file is whole");
        let (_, number) = workspace.save_number();
        assert!(number >= last, "save {number} after {last}");
        last = number;
    }
    assert!(last > 10, "the children saved {last} times in all");
    let left: Vec<_> = files(dir.path())
        .into_iter()
        .filter(|file| file.extension().is_some_and(|found| found == "saving"))
        .collect();
    assert_eq!(
        left,
        Vec::<PathBuf>::new(),
        "what a kill left behind is cleared at opening"
    );
}
