//! From HR's click to sealed answers and back into results, through the use cases: two stations, two
//! staff groups, both levels of protection.

mod cuts;
mod kills;

mod kit;
mod named;
mod proof;

use std::path::Path;

use frontline::app::{
    Command, DesignChange, Reply, SealedState, Service, Surroundings, WitnessDeed,
};
use frontline::disclosure::{Published, Reason, ShownCount};
use frontline::domain::{Lang, ProtectionLevel, WaveState};
use frontline::error::{Kind, SealFault};
use frontline::seal::container::{Passphrase, Unlock};

use kit::{Desk, TODAY, collect, designed, held, stored};

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
    // Branches that answered together have a row together, and none of their own.
    let rows = &findings.waves[0].audiences[0].branches;
    let codes: Vec<&str> = findings
        .branches
        .iter()
        .map(|it| it.code.as_str())
        .collect();
    assert_eq!(codes, ["01", "02", "03", "02+03"]);
    assert_eq!(findings.branches[3].name, "Cafe 02, Cafe 03");
    assert_eq!(findings.branches[3].region, "South");
    assert_eq!(findings.branches[3].head_count(), 13);
    let sheets: Vec<_> = rows.iter().map(|row| row.sheets).collect();
    let merged = Published::Hidden(Reason::Merged);
    assert_eq!(sheets[1..3], [merged, merged]);
    assert_eq!(sheets[3].n(), Some(ShownCount::Exact(10)));
    assert!(rows[3].scores[0].value().is_some());
    // Destroyed on request; results stay.
    let destroyed = desk.overview(Command::DestroyRecords(wave.clone()));
    let collection = destroyed.waves[0].collection.clone().unwrap();
    assert_eq!(collection.answers, SealedState::Destroyed);
    assert_eq!(held(&stored(&mut desk, &wave).0), given);
}

#[test]
fn on_the_set_day_records_and_key_are_destroyed_when_the_workspace_is_opened() {
    let mut desk = Desk::new(TODAY);
    let wave = designed(&mut desk, ProtectionLevel::OneKey);
    let given = collect(&mut desk, &wave);
    let closed = desk.overview(Command::CloseWave(wave.clone()));
    let day = closed.waves[0].collection.clone().unwrap().destroy_on;
    // Sixty days after 14 October.
    assert_eq!(day, Some("2026-12-13".parse().unwrap()));
    let mut opened_on = |day: &str| {
        desk.service.run(Command::CloseWorkspace).unwrap();
        let surroundings = Surroundings::fixed(day.parse().unwrap(), 7, desk.folder.path());
        desk.service = Service::without_memory(surroundings, Lang::En);
        let overview = desk.overview(Command::Unlock {
            path: desk.path("company.frontline"),
            unlock: Unlock::Words(crate::keyring::words().clone()),
            accepts_older: false,
        });
        overview.waves[0].collection.clone().unwrap().answers
    };
    assert_eq!(opened_on("2026-12-12"), SealedState::Opened, "a day before");
    assert_eq!(opened_on("2026-12-13"), SealedState::Destroyed);
    assert_eq!(held(&stored(&mut desk, &wave).0), given, "results stay");
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
        wave,
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
    let entries = std::fs::read_dir(folder).expect("a folder that was just written");
    let mut names: Vec<String> = entries
        .map(|entry| {
            entry
                .expect("a folder that was just written")
                .file_name()
                .to_string_lossy()
                .into_owned()
        })
        .collect();
    names.sort();
    names
}
