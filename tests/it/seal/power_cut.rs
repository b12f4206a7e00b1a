//! Power cuts and kills: nothing acknowledged is ever lost, and no code is spent without its records.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use frontline::seal::code::Code;
use frontline::seal::pack::PackFile;
use frontline::seal::station::Station;
use frontline::seal::station_file::StationFile;
use frontline::seal::storage::Storage;

use super::disk::{Call, LoggedDisk, Unflushed, acknowledged, crash_states};
use super::kit::{FastHash, LEVEL_ONE, OPEN, Seeded, World, codes_of, day, sheet};

const PATH: &str = "dir/a.flstation";

/// One respondent from code to "stored".
fn answer<S: Storage>(station: &mut Station<S>, code: &Code, who: &str) -> bool {
    let Ok(ticket) = station.check_code(code, day(OPEN)) else {
        return false;
    };
    let given = sheet(&station.pack().plan().layout, who);
    station
        .commit(&ticket, &given, &mut Seeded::new(who))
        .is_ok()
}

fn work<S: Storage>(disk: &LoggedDisk, storage: S, file: &PackFile, codes: &[Code]) {
    let station = Station::create(storage, Path::new(PATH), file).unwrap();
    let mut station = station.with_hash(Box::new(FastHash));
    disk.acknowledge(0);
    for (number, code) in codes.iter().enumerate() {
        assert!(answer(&mut station, code, &number.to_string()));
        disk.acknowledge(station.sessions());
    }
}

/// Walks through all crash states of a log; says in how many an acknowledged sheet is gone, or a code
/// is spent without its records, or the station cannot be opened at all.
fn losses(calls: &[Call], file: &PackFile) -> (usize, usize) {
    let mut random = Seeded::new("tears");
    let mut states = 0;
    let mut lost = 0;
    for length in 0..=calls.len() {
        let told = acknowledged(&calls[..length]);
        let is_made = calls[..length]
            .iter()
            .any(|c| matches!(c, Call::Acknowledged(_)));
        for files in crash_states(&calls[..length], &mut random) {
            states += 1;
            if is_made && !is_whole(&files, told, file) {
                lost += 1;
            }
        }
    }
    (states, lost)
}

fn is_whole(files: &BTreeMap<PathBuf, Vec<u8>>, told: u32, file: &PackFile) -> bool {
    let disk = LoggedDisk::of(files.clone());
    let Ok(station) = Station::open(disk.clone(), Path::new(PATH)) else {
        return false;
    };
    let sessions = station.sessions();
    let content = StationFile::decode(&disk.file(PATH)).unwrap();
    let blocks = file.pack.plan().layout.blocks().len();
    let records = content.small.len() / blocks;
    // The one that was being stored may be there or not; nothing else may be different.
    (told..=told + 1).contains(&sessions)
        && usize::try_from(sessions).unwrap() == records
        && disk
            .calls()
            .iter()
            .all(|call| matches!(call, Call::Remove(_)))
}

#[test]
fn no_power_cut_loses_what_was_acknowledged() {
    let world = World::new("power", &LEVEL_ONE);
    let (file, codes) = world.issue("Café 1", &[(0, 8)]);
    let codes = codes_of(codes, 0);
    let disk = LoggedDisk::default();
    work(&disk, disk.clone(), &file, &codes);
    let (states, lost) = losses(&disk.calls(), &file);
    println!("{states} crash states");
    assert!(states > 300, "{states}");
    assert_eq!(lost, 0);
}

#[test]
fn without_flushing_a_power_cut_loses_answers() {
    let world = World::new("power", &LEVEL_ONE);
    let (file, codes) = world.issue("Café 1", &[(0, 8)]);
    let codes = codes_of(codes, 0);
    let disk = LoggedDisk::default();
    work(&disk, Unflushed(disk.clone()), &file, &codes[..2]);
    let (states, lost) = losses(&disk.calls(), &file);
    println!("{lost} of {states} crash states lose answers");
    assert!(
        lost > 0,
        "the enumeration must find what a missing flush costs"
    );
}

/// Sabotage: the code is spent in one rename and the records are added in the next.
#[test]
fn spending_before_storing_leaves_a_spent_code_without_records() {
    let world = World::new("power", &LEVEL_ONE);
    let (file, _) = world.issue("Café 1", &[(0, 8)]);
    let disk = LoggedDisk::default();
    drop(Station::create(disk.clone(), Path::new(PATH), &file).unwrap());
    disk.acknowledge(0);
    let mut spent = StationFile::decode(&disk.file(PATH)).unwrap();
    let verifier = spent.unspent[0].iter().next().unwrap().to_vec();
    assert!(spent.unspent[0].remove(&verifier));
    let temporary = Path::new("dir/a.flstation.tmp");
    disk.write(temporary, &spent.encode().unwrap()).unwrap();
    disk.sync(temporary).unwrap();
    disk.rename(temporary, Path::new(PATH)).unwrap();
    disk.sync_dir(Path::new("dir")).unwrap();
    let (_, lost) = losses(&disk.calls(), &file);
    assert!(
        lost > 0,
        "the enumeration must see a spent code without records"
    );
}

#[test]
fn a_thousand_kills_lose_nothing_acknowledged() {
    let world = World::new("kills", &LEVEL_ONE);
    let mut random = Seeded::new("kills");
    let mut kills = 0;
    let mut stored = 0;
    for round in 0.. {
        if kills >= 1000 {
            break;
        }
        let (file, codes) = world.issue(&format!("Café {round}"), &[(0, 40)]);
        let codes = codes_of(codes, 0);
        let first = LoggedDisk::default();
        drop(Station::create(first.clone(), Path::new(PATH), &file).unwrap());
        let mut files = BTreeMap::from([(PathBuf::from(PATH), first.file(PATH))]);
        let mut told = Vec::new();
        let mut next = 0;
        while next < codes.len() && kills < 1000 {
            let disk = LoggedDisk::of(files.clone());
            // What is on the disk now is certain; the log starts from there.
            let base = prepare(&files);
            let station = Station::open(disk.clone(), Path::new(PATH)).unwrap();
            let mut station = station.with_hash(Box::new(FastHash));
            for code in &told {
                let spent = station.check_code(&codes[*code], day(OPEN));
                assert!(spent.is_err(), "an acknowledged code came back");
            }
            disk.cut_after(random.index(12) + 1);
            while next < codes.len() && !disk.is_cut() {
                if answer(&mut station, &codes[next], &format!("{round} {next}")) {
                    told.push(next);
                    stored += 1;
                    disk.acknowledge(station.sessions());
                }
                next += 1;
            }
            kills += 1;
            let calls = [base, disk.calls()].concat();
            let mut states = crash_states(&calls, &mut random);
            let choice = random.index(states.len());
            files = states.swap_remove(choice);
            let content = StationFile::decode(&files[Path::new(PATH)]).unwrap();
            assert!(
                content.sessions() as usize >= told.len(),
                "an acknowledged sheet is gone"
            );
        }
    }
    println!("{kills} kills, {stored} sheets acknowledged");
    assert!(stored > 1000, "{stored}");
}

/// The calls that make a disk certain.
fn prepare(files: &BTreeMap<PathBuf, Vec<u8>>) -> Vec<Call> {
    let mut calls = Vec::new();
    for (path, bytes) in files {
        calls.push(Call::Write(path.clone(), bytes.clone()));
        calls.push(Call::Sync(path.clone()));
    }
    calls.push(Call::SyncDir);
    calls
}
