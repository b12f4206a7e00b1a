//! Attacks on order and on single sessions, with every file and HR's key in hand. Each is run on a
//! sabotaged stand-in as well, where it must win.

use std::collections::BTreeSet;
use std::path::Path;

use frontline::seal::bag::Bag;
use frontline::seal::keys::PrivateKey;
use frontline::seal::pack::PackHash;
use frontline::seal::plan::FrozenPlan;
use frontline::seal::record::{ClassOpener, Sealer, open_inner};
use frontline::seal::sheet::{comment_content, small_content};
use frontline::seal::station::Station;
use frontline::seal::station_file::StationFile;

use super::disk::LoggedDisk;
use super::kit::{
    FastHash, LEVEL_ONE, LEVEL_TWO, OPEN, Seeded, Shape, World, codes_of, day, sheet,
};

const PEOPLE: usize = 24;

/// The station's file after each of many sessions.
fn history(world: &World) -> (PackHash, Vec<Vec<u8>>) {
    let (file, codes) = world.issue("Café 1", &[(0, 30)]);
    let codes = codes_of(codes, 0);
    let disk = LoggedDisk::default();
    let station = Station::create(disk.clone(), Path::new("a"), &file).unwrap();
    let mut station = station.with_hash(Box::new(FastHash));
    let mut states = vec![disk.file("a")];
    for (person, code) in codes.iter().take(PEOPLE).enumerate() {
        let ticket = station.check_code(code, day(OPEN)).unwrap();
        let given = sheet(&world.plan.layout, &person.to_string());
        let mut entropy = Seeded::new(&format!("person {person}"));
        station.commit(&ticket, &given, &mut entropy).unwrap();
        states.push(disk.file("a"));
    }
    (file.pack.hash(), states)
}

/// When each record of the last file came, known to the test alone.
fn arrivals(states: &[Vec<u8>], records: &[Vec<u8>]) -> Vec<usize> {
    let bags = states
        .iter()
        .map(|state| StationFile::decode(state).unwrap().small);
    let bags = bags.collect::<Vec<Bag>>();
    let came = records
        .iter()
        .map(|r| bags.iter().position(|bag| bag.contains(r)).unwrap());
    came.collect()
}

/// The order attack: what share of pairs stands in the file in the order in which they came.
fn read_order(arrivals: &[usize]) -> f64 {
    let (mut right, mut all) = (0.0, 0.0);
    for (place, late) in arrivals.iter().enumerate() {
        for early in arrivals[..place].iter().filter(|early| *early != late) {
            all += 1.0;
            right += f64::from(u8::from(early < late));
        }
    }
    right / all
}

#[test]
fn the_file_does_not_say_who_came_first() {
    let world = World::new("order", &LEVEL_ONE);
    let (_, states) = history(&world);
    let last = StationFile::decode(states.last().unwrap()).unwrap();
    let stored = last.small.iter().map(<[u8]>::to_vec).collect::<Vec<_>>();
    let honest = read_order(&arrivals(&states, &stored));
    // Sabotage: a station that appends.
    let mut appended = Vec::new();
    for state in &states[1..] {
        let now = StationFile::decode(state).unwrap().small;
        let new = now
            .iter()
            .filter(|record| !appended.iter().any(|old: &Vec<u8>| old == record));
        let new = new.map(<[u8]>::to_vec).collect::<Vec<_>>();
        appended.extend(new);
    }
    let sabotaged = read_order(&arrivals(&states, &appended));
    println!("order read back: {honest:.3} sorted, {sabotaged:.3} appended");
    assert!(
        sabotaged > 0.999,
        "the attack wins where records are appended"
    );
    // 24 people in 120 records: one standard deviation of chance is about 0.06.
    assert!((honest - 0.5).abs() < 0.2, "{honest}");
}

/// What HR's key makes of records that appeared between two copies of the disk.
fn readable(plan: &FrozenPlan, pack: PackHash, hr: &PrivateKey, new: &[Vec<u8>]) -> usize {
    let recipients = plan.class_keys().len();
    let opened = new.iter().filter(|record| {
        (0..recipients).any(|slot| {
            let opener = ClassOpener {
                wave: plan.id(),
                pack,
                recipients,
                slot,
                key: hr,
            };
            opener
                .open(record)
                .is_ok_and(|(_, inner)| open_inner(hr, plan.id(), &inner).is_ok())
        }) || holds_inner(plan, hr, record)
    });
    opened.count()
}

/// Tries every stretch of a record as an inner record.
fn holds_inner(plan: &FrozenPlan, hr: &PrivateKey, record: &[u8]) -> bool {
    (0..record.len()).any(|from| open_inner(hr, plan.id(), &record[from..]).is_ok())
        || (0..record.len()).any(|to| open_inner(hr, plan.id(), &record[..to]).is_ok())
}

#[test]
fn two_copies_of_the_disk_around_one_session_show_nothing_at_level_two() {
    let count = |shape: &Shape| {
        let world = World::new("snapshot", shape);
        let (pack, states) = history(&world);
        let before = StationFile::decode(&states[11]).unwrap();
        let after = StationFile::decode(&states[12]).unwrap();
        let new = after
            .small
            .iter()
            .filter(|record| !before.small.contains(record));
        let mut new = new.map(<[u8]>::to_vec).collect::<Vec<_>>();
        new.truncate(2);
        readable(&world.plan, pack, &world.wave, &new)
    };
    assert_eq!(count(&LEVEL_TWO), 0, "HR's key opens something at level 2");
    // Level 1 has no second layer to speak of, and says so: there the attack wins.
    assert_eq!(
        count(&LEVEL_ONE),
        2,
        "the attack wins without the witness's layer"
    );
}

#[test]
fn a_witness_alone_reads_no_answer() {
    let world = World::new("witness alone", &LEVEL_TWO);
    let (pack, states) = history(&world);
    let last = StationFile::decode(states.last().unwrap()).unwrap();
    let secret = world.witnesses[0].encode().unwrap();
    // The witness's opening key stands behind magic word, version and name.
    let name = 10 + 4 + "Witness 0".len();
    let mut bytes: [u8; 32] = secret[name..name + 32].try_into().unwrap();
    let key = PrivateKey::from_secret(frontline::seal::secret::Secret::take(&mut bytes));
    assert_eq!(key.public(), world.witnesses[0].card().seal_key);
    for record in last.small.iter().take(10) {
        let opener = ClassOpener {
            wave: world.plan.id(),
            pack,
            recipients: 1,
            slot: 0,
            key: &key,
        };
        let (_, inner) = opener.open(record).expect("the witness sees the class");
        assert!(open_inner(&key, world.plan.id(), &inner).is_err());
        assert!(open_inner(&world.wave, world.plan.id(), &inner).is_ok());
    }
}

/// Words that stand in no file unless an answer leaks.
const CANARY: &str = "Канарейка поёт в шахте 7f3a";

#[test]
fn no_comment_shows_in_any_file_before_opening() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("a.flstation");
    let world = World::new("canary", &LEVEL_TWO);
    let (file, codes) = world.issue("Café 1", &[(0, 9)]);
    let station = Station::create(frontline::seal::storage::Disk, &path, &file).unwrap();
    let mut station = station.with_hash(Box::new(FastHash));
    let mut given = sheet(&world.plan.layout, "canary");
    given.set_comment("better", CANARY).unwrap();
    let ticket = station.check_code(&codes[0].code, day(OPEN)).unwrap();
    station
        .commit(&ticket, &given, &mut Seeded::new("canary"))
        .unwrap();
    std::fs::write(
        dir.path().join("b.flbundle"),
        station.export_bundle(day(super::kit::OVER)).unwrap(),
    )
    .unwrap();
    let shown = codes[0].code.shown();
    let plain = shown.replace('-', "");
    let records = given.records(&world.plan.layout).unwrap();
    let rows = records
        .small
        .iter()
        .map(|record| record.bytes.to_vec())
        .collect::<Vec<_>>();
    let mut needles = vec![
        CANARY.as_bytes().to_vec(),
        shown.as_bytes().to_vec(),
        plain.into_bytes(),
    ];
    needles.extend(rows.iter().cloned());
    let found = |bytes: &[u8]| {
        needles
            .iter()
            .any(|n| bytes.windows(n.len()).any(|w| w == n.as_slice()))
    };
    let mut files = 0;
    for entry in std::fs::read_dir(dir.path()).unwrap() {
        let entry = entry.unwrap();
        files += 1;
        assert!(
            !found(&std::fs::read(entry.path()).unwrap()),
            "{:?}",
            entry.file_name()
        );
    }
    assert_eq!(files, 3, "station, lock and bundle");
    // Sabotage: records stored before they are sealed.
    assert!(
        found(&rows.concat()) && found(records.comments[0].as_slice()),
        "the search finds a leak"
    );
    for text in [
        format!("{given:?}"),
        format!("{records:?}"),
        format!("{station:?}"),
        format!("{ticket:?}"),
    ] {
        assert!(!found(text.as_bytes()), "{text}");
    }
}

#[test]
fn equal_answers_of_two_people_are_sealed_differently() {
    let world = World::new("equal", &LEVEL_TWO);
    let (file, _) = world.issue("Café 1", &[(0, 9)]);
    let sealer = Sealer {
        plan: &world.plan,
        pack: file.pack.hash(),
    };
    let records = sheet(&world.plan.layout, "same")
        .records(&world.plan.layout)
        .unwrap();
    let mut entropy = Seeded::new("equal");
    let mut stretches = BTreeSet::new();
    let mut all = 0;
    for _ in 0..20 {
        let sealed = sealer.sheet(0, &records, &mut entropy).unwrap();
        for record in sealed.small.iter().chain(&sealed.comments) {
            // No 16 bytes of any record come back in any other.
            for stretch in record.chunks_exact(16) {
                stretches.insert(stretch.to_vec());
                all += 1;
            }
        }
    }
    assert_eq!(stretches.len(), all);
    // What opens is still what was given.
    assert!(small_content(&world.plan.layout, records.small[0].bytes.as_slice()).is_ok());
    assert!(comment_content(&world.plan.layout, records.comments[0].as_slice()).is_ok());
}
