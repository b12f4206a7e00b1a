//! A company with three cafés, its stations and its respondents.

use std::path::PathBuf;

use frontline::app::{
    Command, DesignChange, Overview, Reply, SealedState, Service, Surroundings, WaveDraft,
};
use frontline::domain::{
    Branch, BranchCode, Date, Lang, MinGroup, ProtectionLevel, StoredAnswers, WaveCode,
};
use frontline::error::Result;
use frontline::seal::code::{Code, CodeHash, Verifier};
use frontline::seal::container::Unlock;
use frontline::seal::issue::{Issuer, StationOrder};
use frontline::seal::keys::SigningKey;
use frontline::seal::plan::FrozenPlan;
use frontline::seal::secret::{Cost, Secret, SystemEntropy};
use frontline::seal::sheet::SheetAnswers;
use frontline::seal::station::Station;
use frontline::seal::storage::Disk;
use frontline::store::Workspace;

use crate::fixtures::Dice;
use crate::keyring;

pub(super) const TODAY: &str = "2026-10-05";
/// How every comment begins: easy to find where it should not be.
pub(super) const COMMENT: &str = "Канарейка про ночную смену 7431";

/// A quick stand-in for Argon2id: this test is about what becomes of answers, not of guesses.
pub(super) struct QuickHash;

impl CodeHash for QuickHash {
    fn verifier(&self, labelled: &[u8], salt: &[u8; 16], _: Cost) -> Result<Verifier> {
        let mut hasher = blake3::Hasher::new();
        hasher.update(salt).update(labelled);
        Ok(*hasher
            .finalize()
            .as_bytes()
            .first_chunk()
            .expect("set up for this test"))
    }
}

pub(super) struct Desk {
    pub(super) folder: tempfile::TempDir,
    pub(super) service: Service,
}

impl Desk {
    pub(super) fn new(day: &str) -> Self {
        let folder = tempfile::tempdir().expect("set up for this test");
        let surroundings =
            Surroundings::fixed(day.parse().expect("set up for this test"), 7, folder.path());
        Self {
            service: Service::without_memory(surroundings, Lang::En),
            folder,
        }
    }

    pub(super) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(super) fn overview(&mut self, command: Command) -> std::sync::Arc<Overview> {
        let reply = self.service.run(command).expect("set up for this test");
        let (Reply::Overview(overview)
        | Reply::Exported { overview, .. }
        | Reply::Merged { overview, .. }) = reply
        else {
            panic!("{reply:?}");
        };
        overview
    }
}

pub(super) fn branch(code: &str, region: &str, contact: u32, back_office: u32) -> Branch {
    Branch {
        name: format!("Cafe {code}"),
        region: region.to_owned(),
        contact,
        back_office,
        ..Branch::from_code(BranchCode::new(code).expect("set up for this test"))
    }
}

/// A company whose wave is designed: 01 has two classes, 02 and 03 answer together.
pub(super) fn designed(desk: &mut Desk, level: ProtectionLevel) -> WaveCode {
    create(desk);
    for branch in [
        branch("01", "North", 12, 9),
        branch("02", "South", 5, 2),
        branch("03", "South", 4, 2),
    ] {
        desk.overview(Command::SaveBranch {
            branch,
            previous: None,
        });
    }
    let made = desk.overview(Command::CreateWave(WaveDraft {
        name: "Autumn".to_owned(),
        questionnaire: "engagement".to_owned(),
        opens: Some("2026-10-01".parse().expect("set up for this test")),
        closes: Some("2026-10-14".parse().expect("set up for this test")),
        customers: None,
        min_group: MinGroup::default(),
    }));
    let wave = made.waves[0].wave.code.clone();
    let proposed = desk.overview(Command::DesignWave {
        wave: wave.clone(),
        change: DesignChange::Propose,
    });
    let collection = proposed.waves[0]
        .collection
        .clone()
        .expect("set up for this test");
    assert_eq!(collection.fault, None);
    assert_eq!(collection.classes.len(), 3, "{:?}", collection.classes);
    assert_eq!(collection.stations.len(), 3);
    let mut design = collection.design.clone();
    design.level = level;
    desk.overview(Command::DesignWave {
        wave: wave.clone(),
        change: DesignChange::Set(design),
    });
    wave
}

/// Issues codes as `MakeCodes` does, but keeps them, and takes the packs into the workspace.
pub(super) fn issue(
    desk: &mut Desk,
    wave: &WaveCode,
) -> Vec<(frontline::seal::pack::PackFile, Vec<(u16, Code)>)> {
    desk.service
        .run(Command::CloseWorkspace)
        .expect("set up for this test");
    let mut workspace = open_store(desk);
    let seed = workspace
        .secret("company")
        .expect("set up for this test")
        .expect("set up for this test");
    let mut seed: [u8; 32] = seed.try_into().expect("set up for this test");
    let company = SigningKey::from_seed(&Secret::take(&mut seed));
    let plan = workspace
        .design(wave)
        .expect("set up for this test")
        .expect("set up for this test")
        .plan
        .expect("set up for this test");
    let plan = FrozenPlan::decode(&plan).expect("set up for this test");
    let issuer = Issuer {
        plan: &plan,
        company: &company,
        hash: &QuickHash,
    };
    let orders: [(&str, &[(u16, u32)]); 3] = [
        ("Cafe 01", &[(0, 12), (1, 9)]),
        ("Cafe 02", &[(2, 7)]),
        ("Cafe 03", &[(2, 6)]),
    ];
    let mut issued = Vec::new();
    for (name, codes) in orders {
        let order = StationOrder {
            name,
            codes,
            exit_password: "exit",
            staff: &[],
            cost: Cost::FLOOR,
        };
        let (pack, codes) = issuer
            .issue(&order, &mut SystemEntropy, &|_, _| true)
            .expect("set up for this test");
        let bytes = pack.encode().expect("set up for this test");
        let words = ("а".to_owned(), "a".to_owned());
        workspace
            .change("pack", |tx| {
                Workspace::put_pack(tx, wave, name, (&bytes, &words))
            })
            .expect("set up for this test");
        let codes = codes.into_iter().map(|issued| (issued.class, issued.code));
        issued.push((pack, codes.collect()));
    }
    drop(workspace);
    reopen(desk);
    issued
}

/// What was given: per class and item, the answers; in no order.
pub(super) type Given = Vec<(u16, String, u8)>;

/// Answers at a station with all but `left` of its codes; the bundle goes to a file.
pub(super) fn answer(
    desk: &Desk,
    (pack, codes): (&frontline::seal::pack::PackFile, &[(u16, Code)]),
    left: usize,
    dice: &mut Dice,
) -> (PathBuf, Given) {
    let name = pack.pack.parts().station.clone();
    let path = desk.path(&format!("{name}.flstation"));
    let mut station = Station::create(Disk, &path, pack)
        .expect("set up for this test")
        .with_hash(Box::new(QuickHash));
    let layout = station.pack().plan().layout.clone();
    let mut given = Vec::new();
    for (_, code) in &codes[left..] {
        let ticket = station
            .check_code(code, day(TODAY))
            .expect("set up for this test");
        let mut sheet = SheetAnswers::new(&layout);
        for block in layout.class_blocks() {
            for column in &block.columns {
                let span = u64::from(column.highest - column.lowest) + 1;
                let answer =
                    column.lowest + u8::try_from(dice.below(span)).expect("set up for this test");
                sheet
                    .set(&column.id, Some(answer))
                    .expect("set up for this test");
                given.push((ticket.class(), column.id.clone(), answer));
            }
        }
        if let Some(open) = layout.comments().first() {
            sheet
                .set_comment(open, &format!("{COMMENT} {}", dice.below(1_000_000)))
                .expect("set up for this test");
        }
        station
            .commit(&ticket, &sheet, &mut SystemEntropy)
            .expect("set up for this test");
    }
    let bundle = desk.path(&format!("{name}.flbundle"));
    std::fs::write(
        &bundle,
        station
            .export_bundle(day("2026-10-15"))
            .expect("set up for this test"),
    )
    .expect("set up for this test");
    (bundle, given)
}

pub(super) fn day(text: &str) -> Date {
    text.parse().expect("set up for this test")
}

pub(super) fn sorted(mut given: Given) -> Given {
    given.sort();
    given
}

/// What the workspace holds, in the form of [`Given`].
pub(super) fn held(answers: &StoredAnswers) -> Given {
    let mut held = Vec::new();
    for block in &answers.blocks {
        for (item, column) in block.items.iter().zip(&block.columns) {
            for (class, answer) in block.class.iter().zip(column) {
                held.push((*class, item.clone(), *answer));
            }
        }
    }
    sorted(held)
}

pub(super) fn stored(desk: &mut Desk, wave: &WaveCode) -> (StoredAnswers, usize) {
    desk.service
        .run(Command::CloseWorkspace)
        .expect("set up for this test");
    let workspace = open_store(desk);
    let answers = workspace.answers(wave).expect("set up for this test");
    let comments = workspace
        .comments(wave)
        .expect("set up for this test")
        .len();
    drop(workspace);
    reopen(desk);
    (answers, comments)
}

/// Opens the wave, answers at all stations, merges in odd order and twice; what was given.
pub(super) fn collect(desk: &mut Desk, wave: &WaveCode) -> Given {
    desk.overview(Command::OpenWave(wave.clone()));
    let issued = issue(desk, wave);
    let mut dice = Dice::new(11);
    let mut bundles = Vec::new();
    let mut all = Vec::new();
    for (left, (pack, codes)) in issued.iter().enumerate() {
        let (bundle, given) = answer(desk, (pack, codes), left, &mut dice);
        bundles.push(bundle);
        all.extend(given);
    }
    bundles.reverse();
    bundles.push(bundles[0].clone());
    let Reply::Merged { overview, files } = desk
        .service
        .run(Command::MergeBundles(bundles))
        .expect("set up for this test")
    else {
        panic!("merged");
    };
    let added: Vec<u32> = files
        .iter()
        .map(|file| file.outcome.as_ref().expect("set up for this test").1)
        .collect();
    assert_eq!(added, [4, 6, 21, 0], "the second time brings nothing");
    let collection = overview.waves[0]
        .collection
        .clone()
        .expect("set up for this test");
    assert_eq!(collection.answers, SealedState::Sealed);
    assert_eq!(collection.stations[0].issued, Some(21));
    assert_eq!(collection.stations[0].unused, Some(0));
    assert_eq!(
        collection.stations[2].unused, None,
        "four answers are not said"
    );
    sorted(all)
}

pub(super) fn create(desk: &mut Desk) {
    let path = desk.path("company.frontline");
    drop(keyring::create(&path).expect("set up for this test"));
    reopen(desk);
    desk.overview(Command::RenameCompany("Good Day".to_owned()));
}

pub(super) fn open_store(desk: &Desk) -> Workspace {
    keyring::open(&desk.path("company.frontline")).expect("set up for this test")
}

pub(super) fn reopen(desk: &mut Desk) {
    desk.overview(Command::Unlock {
        path: desk.path("company.frontline"),
        unlock: Unlock::Words(keyring::words().clone()),
        accepts_older: false,
    });
}

/// A collected wave of one key that is closed.
pub(super) fn closed() -> (Desk, WaveCode) {
    let mut desk = Desk::new(TODAY);
    let wave = designed(&mut desk, ProtectionLevel::OneKey);
    collect(&mut desk, &wave);
    desk.overview(Command::CloseWave(wave.clone()));
    (desk, wave)
}
