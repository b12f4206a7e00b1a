//! The same answers leave the same bytes, whoever gave them, in whatever order, with whatever code, at
//! whatever time.

use std::path::Path;

use frontline::seal::code::Code;
use frontline::seal::pack::PackFile;
use frontline::seal::sheet::SheetAnswers;
use frontline::seal::station::Station;
use frontline::seal::station_file::StationFile;
use frontline::seal::storage::Disk;

use super::disk::LoggedDisk;
use super::kit::{FastHash, LEVEL_TWO, OPEN, OVER, Seeded, World, codes_of, day, sheet};

const PEOPLE: usize = 12;

/// What a run leaves behind.
struct Left {
    station: Vec<u8>,
    bundle: Vec<u8>,
    /// The records of a sabotaged stand-in, which appends them as they come.
    appended: Vec<Vec<u8>>,
}

/// Runs a station: in this order, person `order[i]` answers with code `codes[i]` on this day. The
/// randomness of a sheet belongs to the person, as the system's belongs to nobody.
fn run(world: &World, file: &PackFile, codes: &[&Code], order: &[usize], today: &str) -> Left {
    let mut appended: Vec<Vec<u8>> = Vec::new();
    let disk = LoggedDisk::default();
    let station = Station::create(disk.clone(), Path::new("a"), file).unwrap();
    let mut station = station.with_hash(Box::new(FastHash));
    for (code, person) in codes.iter().zip(order) {
        let ticket = station.check_code(code, day(today)).unwrap();
        let given = sheet(&world.plan.layout, &person.to_string());
        let mut entropy = Seeded::new(&format!("person {person}"));
        station.commit(&ticket, &given, &mut entropy).unwrap();
        let now = StationFile::decode(&disk.file("a")).unwrap().small;
        let new = now.iter().map(<[u8]>::to_vec);
        let new: Vec<Vec<u8>> = new.filter(|it| !appended.contains(it)).collect();
        appended.extend(new);
    }
    let bundle = station.export_bundle(day(OVER)).unwrap();
    Left {
        station: disk.file("a"),
        bundle,
        appended,
    }
}

#[test]
fn order_code_and_clock_leave_no_trace() {
    let world = World::new("same", &LEVEL_TWO);
    let (file, codes) = world.issue("Café 1", &[(0, 30)]);
    let codes = codes_of(codes, 0);
    let used = codes.iter().take(PEOPLE).collect::<Vec<_>>();
    let straight = (0..PEOPLE).collect::<Vec<_>>();
    let Left {
        station,
        bundle,
        appended,
    } = run(&world, &file, &used, &straight, OPEN);
    let mut random = Seeded::new("orders");
    for round in 0..8 {
        let mut order = straight.clone();
        let mut drawn = used.clone();
        random.shuffle(&mut order);
        random.shuffle(&mut drawn);
        let today = format!("2026-04-{:02}", 1 + 3 * round);
        let other = run(&world, &file, &drawn, &order, &today);
        assert!(
            other.station == station,
            "the station file differs in round {round}"
        );
        assert!(
            other.bundle == bundle,
            "the bundle differs in round {round}"
        );
        // The same comparison tells apart what a station leaves that appends; the records are the same.
        assert!(
            other.appended != appended,
            "the order of round {round} is not noticed"
        );
        let sorted = |mut records: Vec<Vec<u8>>| {
            records.sort();
            records
        };
        assert!(sorted(other.appended) == sorted(appended.clone()));
    }
    // Other codes leave other codes unspent, and nothing else: HR's bundle is the same.
    let others = codes.iter().skip(PEOPLE).take(PEOPLE).collect::<Vec<_>>();
    let other = run(&world, &file, &others, &straight, OPEN);
    assert!(
        other.station != station,
        "unspent codes are part of the file"
    );
    assert_eq!(other.station.len(), station.len());
    assert!(other.bundle == bundle, "which codes were used reaches HR");
}

#[test]
fn an_empty_and_a_full_sheet_take_the_same_room() {
    let world = World::new("sizes", &LEVEL_TWO);
    let layout = &world.plan.layout;
    let (file, codes) = world.issue("Café 1", &[(0, 9)]);
    let run = |sheet: &SheetAnswers| {
        let disk = LoggedDisk::default();
        let station = Station::create(disk.clone(), Path::new("a"), &file).unwrap();
        let mut station = station.with_hash(Box::new(FastHash));
        let ticket = station.check_code(&codes[0].code, day(OPEN)).unwrap();
        station
            .commit(&ticket, sheet, &mut Seeded::new("x"))
            .unwrap();
        let bundle = station.export_bundle(day(OVER)).unwrap();
        (disk.file("a").len(), bundle.len())
    };
    let mut full = sheet(layout, "full");
    for comment in layout.comments() {
        full.set_comment(comment, &"ж".repeat(1000)).unwrap();
    }
    assert_eq!(run(&SheetAnswers::new(layout)), run(&full));
}

#[test]
fn neither_folder_nor_user_is_in_a_file_on_a_real_disk() {
    let world = World::new("folder", &LEVEL_TWO);
    let (file, codes) = world.issue("Café 1", &[(0, 9)]);
    let run = |folder: &str| {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join(folder);
        std::fs::create_dir(&path).unwrap();
        let path = path.join("a.flstation");
        let station = Station::create(Disk, &path, &file).unwrap();
        let mut station = station.with_hash(Box::new(FastHash));
        let ticket = station.check_code(&codes[0].code, day(OPEN)).unwrap();
        let given = sheet(&world.plan.layout, "one");
        station
            .commit(&ticket, &given, &mut Seeded::new("x"))
            .unwrap();
        let left = std::fs::read_dir(path.parent().unwrap()).unwrap();
        let mut names = left
            .map(|entry| entry.unwrap().file_name())
            .collect::<Vec<_>>();
        names.sort();
        (std::fs::read(&path).unwrap(), names)
    };
    let (first, names) = run("C-Users-Мария");
    assert_eq!(
        names,
        ["a.flstation", "a.flstation.lock"],
        "nothing else is left"
    );
    assert!(first == run("другая папка").0);
}
