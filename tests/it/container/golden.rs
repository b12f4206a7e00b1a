//! Version 1 of the workspace file, frozen: every key of its time opens it for ever, and what lies in it
//! is brought up to date.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use frontline::domain::{
    Branch, BranchCode, MinGroup, SheetBlock, SheetClass, StaffGroup, StoredAnswers, Wave,
    WaveCode, WaveState,
};
use frontline::import::embedded_source;
use frontline::seal::container::{
    Head, Holder, Passphrase, RecoveryWords, SlotKind, Unlock, Vault,
};
use frontline::store::{Opening, Workspace};

use super::cost;
use crate::keyring::TODAY;

const FIRST: &str = "тихий чайник поёт у моря";
const SECOND: &str = "seven quiet walnuts travel north";

fn frozen(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/data/seal")
        .join(name)
}

fn passphrase(text: &str) -> Unlock {
    Unlock::Passphrase(Passphrase::new(text))
}

/// What was asked and answered in it.
fn fill(workspace: &mut Workspace) {
    let code = WaveCode::new("2026-autumn").expect("a code");
    let branch = BranchCode::new("08").expect("a code");
    let mut cafe = Branch::from_code(branch.clone());
    cafe.name = "Садовая".to_owned();
    cafe.contact = 18;
    let wave = Wave {
        code: code.clone(),
        name: "Осень 2026".to_owned(),
        state: WaveState::Closed,
        questionnaire: "pulse".to_owned(),
        opens: None,
        closes: None,
        customers: None,
        min_group: MinGroup::default(),
    };
    let answers = StoredAnswers {
        classes: vec![SheetClass {
            branches: vec![branch],
            group: Some(StaffGroup::Contact),
            invited_contact: Some(18),
            invited_back_office: None,
        }],
        blocks: vec![SheetBlock {
            dimension: "voice".to_owned(),
            items: vec!["voice_1".to_owned()],
            class: vec![0; 6].into(),
            columns: vec![vec![5, 4, 3, 4, 2, 1]],
        }],
        is_linked: false,
        company_view: None,
    };
    let source = embedded_source("pulse").expect("ours");
    workspace
        .change("fill", |tx| {
            Workspace::put_branches(tx, &[cafe])?;
            Workspace::add_wave(tx, &wave, source)?;
            Workspace::put_answers(tx, &code, &answers)
        })
        .expect("saved");
}

/// Only where there is no such file yet: a frozen one is never replaced.
fn freeze(path: &Path) {
    let (mut vault, words) = Vault::create(&Passphrase::new(FIRST), cost()).expect("made");
    vault
        .add_passphrase(&Holder::new("Мария"), &Passphrase::new(SECOND), cost())
        .expect("room");
    let folder = tempfile::tempdir().expect("a temporary folder");
    let made = folder.path().join("made.frontline");
    let mut workspace = Workspace::create(&made, vault, TODAY).expect("created");
    fill(&mut workspace);
    drop(workspace);
    std::fs::copy(&made, path).expect("the data folder");
    let words = format!("{}\n", words.words().join(" "));
    std::fs::write(frozen("v1.words.txt"), words).expect("the data folder");
}

#[test]
fn the_frozen_workspace_of_version_one_opens_with_every_key() {
    let path = frozen("v1.frontline");
    if std::env::var_os("FREEZE_SEAL_V1").is_some() && !path.exists() {
        freeze(&path);
    }
    let bytes = std::fs::read(&path).expect("the frozen file");
    let words = std::fs::read_to_string(frozen("v1.words.txt")).expect("its words");
    let words = RecoveryWords::parse(&words).expect("24 words");
    let head = Head::read(&bytes).expect("a head");
    assert_eq!(
        head.slots,
        [SlotKind::Passphrase, SlotKind::Words, SlotKind::Passphrase]
    );
    assert_eq!(bytes.len(), 4096 + (1 << 20) + 16 * 16);
    let keys = [passphrase(FIRST), Unlock::Words(words), passphrase(SECOND)];
    let images: Vec<_> = keys
        .iter()
        .map(|key| Vault::open(&bytes, key).expect("it opens").sections)
        .collect();
    assert!(images.iter().all(|image| *image == images[0]));
    assert!(Vault::open(&bytes, &passphrase("another phrase")).is_err());

    // What lies in it is read as well.
    let folder = tempfile::tempdir().expect("a temporary folder");
    let copy = folder.path().join("copy.frontline");
    std::fs::write(&copy, &bytes).expect("a temporary folder");
    let opening = Opening {
        unlock: &keys[1],
        seen: &BTreeMap::new(),
        accepts_older: false,
        today: TODAY,
    };
    let workspace = Workspace::open(&copy, &opening).expect("it opens");
    let branches = workspace.branches().expect("branches");
    assert_eq!(
        (branches[0].name.as_str(), branches[0].contact),
        ("Садовая", 18)
    );
    let (wave, source) = workspace.waves().expect("waves").remove(0);
    assert_eq!(wave.name, "Осень 2026");
    frontline::import::parse_questionnaire(&source).expect("what it asked");
    let answers = workspace.answers(&wave.code).expect("answers");
    assert_eq!(answers.blocks[0].columns, [[5, 4, 3, 4, 2, 1]]);
}
