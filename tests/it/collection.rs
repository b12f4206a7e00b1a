//! From HR's click to sealed answers and back into results, through the use cases: two stations, two
//! staff groups, both levels of protection.

use std::path::{Path, PathBuf};

use frontline::app::{
    Command, DesignChange, Overview, Reply, SealedState, Service, Surroundings, WaveDraft,
    WitnessDeed,
};
use frontline::domain::{
    Branch, BranchCode, Date, Lang, MinGroup, ProtectionLevel, StoredAnswers, WaveCode, WaveState,
};
use frontline::error::{Kind, Result, SealFault};
use frontline::seal::code::{Code, CodeHash, Verifier};
use frontline::seal::container::{Passphrase, Unlock};
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

const TODAY: &str = "2026-10-05";

/// A quick stand-in for Argon2id: this test is about what becomes of answers, not of guesses.
struct QuickHash;

impl CodeHash for QuickHash {
    fn verifier(&self, labelled: &[u8], salt: &[u8; 16], _: Cost) -> Result<Verifier> {
        let mut hasher = blake3::Hasher::new();
        hasher.update(salt).update(labelled);
        Ok(*hasher.finalize().as_bytes().first_chunk().unwrap())
    }
}

struct Desk {
    folder: tempfile::TempDir,
    service: Service,
}

impl Desk {
    fn new(day: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let surroundings = Surroundings::fixed(day.parse().unwrap(), 7, folder.path());
        Self {
            service: Service::without_memory(surroundings, Lang::En),
            folder,
        }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn overview(&mut self, command: Command) -> std::sync::Arc<Overview> {
        match self.service.run(command).unwrap() {
            Reply::Overview(overview)
            | Reply::Exported { overview, .. }
            | Reply::Merged { overview, .. } => overview,
            other => panic!("{other:?}"),
        }
    }
}

fn branch(code: &str, region: &str, contact: u32, back_office: u32) -> Branch {
    Branch {
        name: format!("Cafe {code}"),
        region: region.to_owned(),
        contact,
        back_office,
        ..Branch::from_code(BranchCode::new(code).unwrap())
    }
}

/// A company whose wave is designed: 01 has two classes, 02 and 03 answer together.
fn designed(desk: &mut Desk, level: ProtectionLevel) -> WaveCode {
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
        questionnaire: "pulse".to_owned(),
        opens: Some("2026-10-01".parse().unwrap()),
        closes: Some("2026-10-14".parse().unwrap()),
        customers: None,
        min_group: MinGroup::default(),
    }));
    let wave = made.waves[0].wave.code.clone();
    let proposed = desk.overview(Command::DesignWave {
        wave: wave.clone(),
        change: DesignChange::Propose,
    });
    let collection = proposed.waves[0].collection.clone().unwrap();
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
fn issue(
    desk: &mut Desk,
    wave: &WaveCode,
) -> Vec<(frontline::seal::pack::PackFile, Vec<(u16, Code)>)> {
    desk.service.run(Command::CloseWorkspace).unwrap();
    let mut workspace = open_store(desk);
    let seed = workspace.secret("company").unwrap().unwrap();
    let mut seed: [u8; 32] = seed.try_into().unwrap();
    let company = SigningKey::from_seed(&Secret::take(&mut seed));
    let plan = workspace.design(wave).unwrap().unwrap().plan.unwrap();
    let plan = FrozenPlan::decode(&plan).unwrap();
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
            .unwrap();
        let bytes = pack.encode().unwrap();
        let words = ("а".to_owned(), "a".to_owned());
        workspace
            .change("pack", |tx| {
                Workspace::put_pack(tx, wave, name, (&bytes, &words))
            })
            .unwrap();
        let codes = codes.into_iter().map(|issued| (issued.class, issued.code));
        issued.push((pack, codes.collect()));
    }
    drop(workspace);
    reopen(desk);
    issued
}

/// What was given: per class and item, the answers; in no order.
type Given = Vec<(u16, String, u8)>;

/// Answers at a station with all but `left` of its codes; the bundle goes to a file.
fn answer(
    desk: &Desk,
    (pack, codes): (&frontline::seal::pack::PackFile, &[(u16, Code)]),
    left: usize,
    dice: &mut Dice,
) -> (PathBuf, Given) {
    let name = pack.pack.parts().station.clone();
    let path = desk.path(&format!("{name}.flstation"));
    let mut station = Station::create(Disk, &path, pack)
        .unwrap()
        .with_hash(Box::new(QuickHash));
    let layout = station.pack().plan().layout.clone();
    let mut given = Vec::new();
    for (_, code) in &codes[left..] {
        let ticket = station.check_code(code, day(TODAY)).unwrap();
        let mut sheet = SheetAnswers::new(&layout);
        for block in layout.class_blocks() {
            for column in &block.columns {
                let span = u64::from(column.highest - column.lowest) + 1;
                let answer = column.lowest + u8::try_from(dice.below(span)).unwrap();
                sheet.set(&column.id, Some(answer)).unwrap();
                given.push((ticket.class(), column.id.clone(), answer));
            }
        }
        if let Some(open) = layout.comments().first() {
            sheet
                .set_comment(open, &format!("words {}", dice.below(1_000_000)))
                .unwrap();
        }
        station.commit(&ticket, &sheet, &mut SystemEntropy).unwrap();
    }
    let bundle = desk.path(&format!("{name}.flbundle"));
    std::fs::write(&bundle, station.export_bundle(day("2026-10-15")).unwrap()).unwrap();
    (bundle, given)
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn sorted(mut given: Given) -> Given {
    given.sort();
    given
}

/// What the workspace holds, in the form of [`Given`].
fn held(answers: &StoredAnswers) -> Given {
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

fn stored(desk: &mut Desk, wave: &WaveCode) -> (StoredAnswers, usize) {
    desk.service.run(Command::CloseWorkspace).unwrap();
    let workspace = open_store(desk);
    let answers = workspace.answers(wave).unwrap();
    let comments = workspace.comments(wave).unwrap().len();
    drop(workspace);
    reopen(desk);
    (answers, comments)
}

/// Opens the wave, answers at all stations, merges in odd order and twice; what was given.
fn collect(desk: &mut Desk, wave: &WaveCode) -> Given {
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
    let Reply::Merged { overview, files } =
        desk.service.run(Command::MergeBundles(bundles)).unwrap()
    else {
        panic!("merged");
    };
    let added: Vec<u32> = files
        .iter()
        .map(|file| file.outcome.as_ref().unwrap().1)
        .collect();
    assert_eq!(added, [4, 6, 21, 0], "the second time brings nothing");
    let collection = overview.waves[0].collection.clone().unwrap();
    assert_eq!(collection.answers, SealedState::Sealed);
    assert_eq!(collection.stations[0].issued, Some(21));
    assert_eq!(collection.stations[0].unused, Some(0));
    assert_eq!(
        collection.stations[2].unused, None,
        "four answers are not said"
    );
    sorted(all)
}

#[test]
fn at_level_one_closing_opens_what_was_given_and_nothing_else() {
    let mut desk = Desk::new(TODAY);
    let wave = designed(&mut desk, ProtectionLevel::OneKey);
    let given = collect(&mut desk, &wave);
    let closed = desk.overview(Command::CloseWave(wave.clone()));
    assert_eq!(closed.waves[0].wave.state, WaveState::Closed);
    let collection = closed.waves[0].collection.clone().unwrap();
    assert_eq!(collection.answers, SealedState::Opened);
    let (answers, comments) = stored(&mut desk, &wave);
    assert!(!answers.is_linked);
    assert_eq!(held(&answers), given);
    assert_eq!(comments, 31);
    // The analysis runs on block records.
    let Reply::Findings(findings) = desk.service.run(Command::Analyze).unwrap() else {
        panic!("findings");
    };
    assert!(
        findings.waves[0].audiences[0].company.scores[0]
            .value()
            .is_some()
    );
    // Destroyed on request; results stay.
    let destroyed = desk.overview(Command::DestroyRecords(wave.clone()));
    let collection = destroyed.waves[0].collection.clone().unwrap();
    assert_eq!(collection.answers, SealedState::Destroyed);
    assert_eq!(held(&stored(&mut desk, &wave).0), given);
}

#[test]
fn at_level_two_nothing_opens_before_the_witness_releases_it() {
    let mut desk = Desk::new(TODAY);
    let wave = designed(&mut desk, ProtectionLevel::TwoKeys);
    // Without a witness the wave does not open.
    let error = desk
        .service
        .run(Command::OpenWave(wave.clone()))
        .unwrap_err();
    assert!(
        matches!(error.kind(), Kind::Seal(SealFault::Plan(_))),
        "{error}"
    );

    let mut witness = Desk::new(TODAY);
    let key = witness.path("works council.flwitness");
    let passphrase = Passphrase::new("one two three four five");
    let create = WitnessDeed::Create {
        path: key.clone(),
        name: "Works council".to_owned(),
        passphrase: passphrase.clone(),
    };
    witness.service.run(Command::Witness(create)).unwrap();
    let card = witness.path("card.flcard");
    witness
        .service
        .run(Command::Witness(WitnessDeed::SaveCard(card.clone())))
        .unwrap();
    desk.overview(Command::DesignWave {
        wave: wave.clone(),
        change: DesignChange::AddWitness(card),
    });
    let given = collect(&mut desk, &wave);
    let closed = desk.overview(Command::CloseWave(wave.clone()));
    let collection = closed.waves[0].collection.clone().unwrap();
    assert_eq!(collection.answers, SealedState::AwaitsRelease);
    assert!(stored(&mut desk, &wave).0.blocks.is_empty());

    let batch = desk.path("batch.flbatch");
    desk.service
        .run(Command::ExportBatch {
            wave: wave.clone(),
            path: batch.clone(),
        })
        .unwrap();
    // The witness comes back another day.
    witness
        .service
        .run(Command::Witness(WitnessDeed::Close))
        .unwrap();
    let open = WitnessDeed::Open {
        path: key,
        unlock: Unlock::Passphrase(passphrase),
    };
    witness.service.run(Command::Witness(open)).unwrap();
    let read = Command::Witness(WitnessDeed::ReadBatch(batch));
    let Reply::Witness(view) = witness.service.run(read).unwrap() else {
        panic!("a view");
    };
    let seen = view.batch.clone().unwrap();
    let sheets: Vec<u32> = seen.groups.iter().map(|(_, sheets)| *sheets).collect();
    assert_eq!(sheets, [12, 9, 10]);
    let release = witness.path("release.flrelease");
    witness
        .service
        .run(Command::Witness(WitnessDeed::Release(release.clone())))
        .unwrap();

    let opened = desk.overview(Command::ImportRelease(release));
    let collection = opened.waves[0].collection.clone().unwrap();
    assert_eq!(collection.answers, SealedState::Opened);
    assert_eq!(held(&stored(&mut desk, &wave).0), given);
}

#[test]
fn a_closed_wave_takes_no_bundle_more() {
    let mut desk = Desk::new(TODAY);
    let wave = designed(&mut desk, ProtectionLevel::OneKey);
    collect(&mut desk, &wave);
    desk.overview(Command::CloseWave(wave));
    let late = desk.path("Cafe 01.flbundle");
    let Reply::Merged { files, .. } = desk.service.run(Command::MergeBundles(vec![late])).unwrap()
    else {
        panic!("merged");
    };
    assert_eq!(
        *files[0].outcome.clone().unwrap_err().kind(),
        Kind::WaveState
    );
}

#[test]
fn codes_come_with_pack_slips_covers_poster_and_form() {
    let mut desk = Desk::new(TODAY);
    let wave = designed(&mut desk, ProtectionLevel::OneKey);
    desk.overview(Command::OpenWave(wave.clone()));
    let folder = desk.path("codes");
    let request = frontline::app::CodesRequest {
        wave: wave.clone(),
        stations: vec!["Cafe 03".to_owned()],
        folder: folder.clone(),
        exit_password: Passphrase::new("leave"),
        langs: vec![Lang::Ru],
    };
    let overview = desk.overview(Command::MakeCodes(request));
    let collection = overview.waves[0].collection.clone().unwrap();
    assert_eq!(collection.stations[2].issued, Some(6));
    assert_eq!(collection.stations[0].issued, None);
    let (ru, en) = collection.stations[2].words.clone().unwrap();
    assert_eq!((ru.split(' ').count(), en.split(' ').count()), (6, 6));
    let names = names_of(&folder.join("Cafe 03"));
    assert_eq!(names.len(), 5, "{names:?}");
    let pdfs = names.iter().filter(|name| name.ends_with(".pdf")).count();
    assert_eq!(pdfs, 4, "{names:?}");
    for name in names.iter().filter(|name| name.ends_with(".pdf")) {
        let bytes = std::fs::read(folder.join("Cafe 03").join(name)).unwrap();
        assert!(bytes.starts_with(b"%PDF"), "{name}");
    }
    let pack = std::fs::read(folder.join("Cafe 03/Cafe 03.flpack")).unwrap();
    let pack = frontline::seal::pack::PackFile::decode(&pack).unwrap();
    assert_eq!(pack.pack.issued(), 6);
    // Codes are nowhere in the workspace: it holds only what Argon2id makes of them.
    assert!(
        pack.pack
            .check_exit("leave", &frontline::seal::code::Argon2idHash)
            .is_ok()
    );
    assert!(
        pack.pack
            .check_exit("stay", &frontline::seal::code::Argon2idHash)
            .is_err()
    );
}

fn names_of(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap();
    let mut names: Vec<String> = entries
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

fn create(desk: &mut Desk) {
    let path = desk.path("company.frontline");
    drop(keyring::create(&path).unwrap());
    reopen(desk);
}

fn open_store(desk: &Desk) -> Workspace {
    keyring::open(&desk.path("company.frontline")).unwrap()
}

fn reopen(desk: &mut Desk) {
    desk.overview(Command::Unlock {
        path: desk.path("company.frontline"),
        unlock: Unlock::Words(keyring::words().clone()),
        accepts_older: false,
    });
}
