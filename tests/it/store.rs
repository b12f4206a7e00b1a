//! The workspace file: migrations, locks, refusals, transactions.

use std::path::{Path, PathBuf};

use frontline::domain::{
    Branch, BranchCode, MinGroup, SheetBlock, SheetClass, StaffGroup, StoredAnswers, Wave,
    WaveCode, WaveState,
};
use frontline::error::{Error, Kind, VaultFault};
use frontline::seal::container::{SectionKind, Vault};
use frontline::store::Workspace;

use crate::keyring;

fn place() -> (tempfile::TempDir, PathBuf) {
    let dir = tempfile::tempdir().expect("a temporary folder");
    let path = dir.path().join("chain.frontline");
    (dir, path)
}

fn branch(code: &str) -> Branch {
    Branch::from_code(BranchCode::new(code).expect("a valid code"))
}

fn wave(code: &str) -> Wave {
    Wave {
        code: WaveCode::new(code).expect("a valid code"),
        name: code.to_owned(),
        state: WaveState::Draft,
        questionnaire: "pulse".to_owned(),
        opens: None,
        closes: None,
        customers: None,
        min_group: MinGroup::default(),
    }
}

fn kind_of(result: Result<Workspace, Error>) -> Kind {
    result.expect_err("refused").kind().clone()
}

#[test]
fn what_was_changed_is_there_after_opening_again() {
    let (_dir, path) = place();
    let mut workspace = keyring::create(&path).expect("created");
    workspace
        .change("test", |tx| {
            Workspace::put_branches(tx, &[branch("02"), branch("01")])
        })
        .expect("changed");
    drop(workspace);
    let codes: Vec<_> = keyring::open(&path)
        .expect("opened")
        .branches()
        .expect("branches");
    assert_eq!(codes, [branch("01"), branch("02")]);
}

#[test]
fn a_failed_change_leaves_file_and_memory_as_before() {
    let (_dir, path) = place();
    let mut workspace = keyring::create(&path).expect("created");
    let before = std::fs::read(&path).expect("the file");
    let failed = workspace.change("test", |tx| {
        Workspace::put_branches(tx, &[branch("01")])?;
        Err::<(), _>(Kind::NoData.into())
    });
    assert!(failed.is_err());
    assert!(workspace.branches().expect("branches").is_empty());
    assert_eq!(std::fs::read(&path).expect("the file"), before);
}

#[cfg(unix)]
#[test]
fn a_change_that_cannot_be_saved_is_undone_in_memory() {
    let (dir, path) = place();
    let mut workspace = keyring::create(&path).expect("created");
    let before = std::fs::read(&path).expect("the file");
    // The name of the file is taken by a folder that is not empty: replacing it must fail.
    std::fs::remove_file(&path).expect("removed");
    std::fs::create_dir_all(path.join("in the way")).expect("a folder");
    let failed = workspace.change("test", |tx| Workspace::put_branches(tx, &[branch("01")]));
    assert!(matches!(
        failed.expect_err("refused").kind(),
        Kind::FileUnwritable(_)
    ));
    assert!(workspace.branches().expect("branches").is_empty());
    std::fs::remove_dir_all(&path).expect("removed");
    std::fs::write(&path, before).expect("the file again");
    workspace
        .change("test", |tx| Workspace::put_branches(tx, &[branch("01")]))
        .expect("saved once the way is free");
    drop((workspace, dir));
}

#[test]
fn a_workspace_opens_in_one_window_only() {
    let (_dir, path) = place();
    let first = keyring::create(&path).expect("created");
    assert_eq!(kind_of(keyring::open(&path)), Kind::WorkspaceInUse);
    drop(first);
    assert!(keyring::open(&path).is_ok());
}

#[test]
fn creating_never_replaces_a_file() {
    let (_dir, path) = place();
    std::fs::write(&path, "precious").expect("a file");
    assert!(matches!(
        kind_of(keyring::create(&path)),
        Kind::Exists { .. }
    ));
    assert_eq!(std::fs::read(&path).expect("the file"), b"precious");
}

#[test]
fn what_is_no_workspace_is_refused_by_name() {
    let (dir, path) = place();
    assert!(matches!(
        kind_of(keyring::open(&path)),
        Kind::FileMissing(_)
    ));
    std::fs::write(&path, "branch,name\n1,A\n").expect("a file");
    assert_eq!(kind_of(keyring::open(&path)), Kind::NotAWorkspace);
    std::fs::write(&path, "").expect("a file");
    assert_eq!(kind_of(keyring::open(&path)), Kind::NotAWorkspace);
    let other = dir.path().join("other.frontline");
    let foreign = rusqlite::Connection::open(&other).expect("a foreign database");
    foreign
        .execute_batch("create table t (x); pragma user_version = 1;")
        .expect("foreign");
    drop(foreign);
    let image = std::fs::read(&other).expect("the foreign database");
    seal(&other, &image);
    assert_eq!(kind_of(keyring::open(&other)), Kind::NotAWorkspace);
}

/// Puts any bytes into a container that opens.
fn seal(path: &Path, image: &[u8]) {
    let bytes = keyring::vault().seal(&[(SectionKind::Main, image)]);
    std::fs::write(path, bytes.expect("sealed")).expect("a file");
}

/// The database in a workspace file.
fn image(path: &Path) -> Vec<u8> {
    let bytes = std::fs::read(path).expect("the file");
    let unlock = frontline::seal::container::Unlock::Words(keyring::words().clone());
    let mut opened = Vault::open(&bytes, &unlock).expect("it opens");
    let main = opened.sections.remove(&SectionKind::Main);
    main.expect("the database").to_vec()
}

#[test]
fn a_newer_workspace_is_refused_and_not_touched() {
    let (_dir, path) = place();
    drop(keyring::create(&path).expect("created"));
    set_version(&path, 999);
    let before = std::fs::read(&path).expect("the file");
    assert_eq!(
        kind_of(keyring::open(&path)),
        Kind::NewerWorkspace {
            found: 999,
            known: 5
        }
    );
    assert_eq!(std::fs::read(&path).expect("the file"), before);
}

/// Writes the version field of the database (bytes 60 to 63 of its head).
fn set_version(path: &Path, version: u32) {
    let mut image = image(path);
    image[60..64].copy_from_slice(&version.to_be_bytes());
    seal(path, &image);
}

#[test]
fn a_database_cut_at_any_place_is_refused_though_its_container_opens() {
    let (dir, path) = place();
    let mut workspace = keyring::create(&path).expect("created");
    workspace
        .change("test", |tx| Workspace::put_branches(tx, &[branch("01")]))
        .expect("changed");
    drop(workspace);
    let image = image(&path);
    let cut = dir.path().join("cut.frontline");
    for length in (0..image.len()).step_by(4093) {
        seal(&cut, &image[..length]);
        assert!(
            keyring::open(&cut).is_err(),
            "a database cut at {length} was taken for whole"
        );
    }
}

#[test]
fn a_workspace_cut_at_any_place_is_refused() {
    let (dir, path) = place();
    drop(keyring::create(&path).expect("created"));
    let bytes = std::fs::read(&path).expect("the file");
    let cut = dir.path().join("cut.frontline");
    for length in (8..bytes.len()).step_by(20_021) {
        std::fs::write(&cut, &bytes[..length]).expect("a cut file");
        let refused = kind_of(keyring::open(&cut));
        assert_eq!(refused, Kind::Vault(VaultFault::CutOff), "cut at {length}");
    }
}

#[test]
fn waves_only_move_forward() {
    let (_dir, path) = place();
    let mut workspace = keyring::create(&path).expect("created");
    let draft = wave("1");
    workspace
        .change("test", |tx| Workspace::add_wave(tx, &draft, ""))
        .expect("added");
    let mut to =
        |state| workspace.change("test", |tx| Workspace::move_wave(tx, &draft.code, state));
    assert_eq!(
        to(WaveState::Closed).expect_err("skips a step").kind(),
        &Kind::WaveState
    );
    to(WaveState::Open).expect("opened");
    assert_eq!(
        to(WaveState::Draft).expect_err("goes back").kind(),
        &Kind::WaveState
    );
    to(WaveState::Closed).expect("closed");
    assert_eq!(
        to(WaveState::Open).expect_err("goes back").kind(),
        &Kind::WaveState
    );
}

#[test]
fn threshold_is_frozen_when_a_wave_opens() {
    let (_dir, path) = place();
    let mut workspace = keyring::create(&path).expect("created");
    let draft = wave("1");
    workspace
        .change("test", |tx| Workspace::add_wave(tx, &draft, ""))
        .expect("added");
    workspace
        .change("test", |tx| {
            Workspace::move_wave(tx, &draft.code, WaveState::Open)
        })
        .expect("opened");
    let stricter = Wave {
        min_group: MinGroup::new(7).expect("allowed"),
        ..draft.clone()
    };
    let changed = workspace.change("test", |tx| Workspace::update_wave(tx, &stricter));
    assert_eq!(changed.expect_err("refused").kind(), &Kind::WaveState);
    let renamed = Wave {
        name: "Spring".to_owned(),
        ..draft
    };
    workspace
        .change("test", |tx| Workspace::update_wave(tx, &renamed))
        .expect("renamed");
}

#[test]
fn answers_come_back_as_they_were_put() {
    let (_dir, path) = place();
    let mut workspace = keyring::create(&path).expect("created");
    let draft = wave("1");
    let class = |group| SheetClass {
        branches: vec![BranchCode::new("01").expect("a valid code")],
        group: Some(group),
        invited_contact: Some(9),
        invited_back_office: None,
    };
    let answers = StoredAnswers {
        classes: vec![class(StaffGroup::Contact), class(StaffGroup::BackOffice)],
        blocks: vec![SheetBlock {
            dimension: "pay".to_owned(),
            items: vec!["pay_1".to_owned(), "pay_2".to_owned()],
            class: vec![0, 1, 0].into(),
            columns: vec![vec![1, 2, 3], vec![5, 255, 4]],
        }],
        is_linked: true,
        company_view: None,
    };
    workspace
        .change("test", |tx| {
            Workspace::add_wave(tx, &draft, "")?;
            Workspace::put_answers(tx, &draft.code, &answers)
        })
        .expect("put");
    drop(workspace);
    let workspace = keyring::open(&path).expect("opened");
    assert_eq!(workspace.answers(&draft.code).expect("answers"), answers);
    let other = WaveCode::new("other").expect("a valid code");
    assert!(
        workspace
            .answers(&other)
            .expect("answers")
            .blocks
            .is_empty()
    );
}
