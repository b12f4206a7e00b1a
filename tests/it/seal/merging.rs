//! Bundles on their way: forged, altered, replayed, reordered, stuffed.

use std::path::Path;

use frontline::error::SealFault;
use frontline::seal::bundle::{BundleContent, open_bundle};
use frontline::seal::code::Code;
use frontline::seal::keys::{PrivateKey, SigningKey};
use frontline::seal::merge::{RecordSet, counts};
use frontline::seal::pack::PackFile;
use frontline::seal::record::Sealer;
use frontline::seal::station::Station;
use frontline::seal::station_file::StationFile;

use super::disk::LoggedDisk;
use super::kit::{
    FastHash, LEVEL_ONE, LEVEL_TWO, OPEN, OVER, Seeded, World, codes_of, day, fault, sheet,
};

/// A station that answers `people` and exports after each five.
fn bundles(world: &World, file: &PackFile, codes: &[Code], disk: &LoggedDisk) -> Vec<Vec<u8>> {
    let path = Path::new("a");
    let station = Station::open(disk.clone(), path)
        .or_else(|_| Station::create(disk.clone(), path, file))
        .unwrap();
    let mut station = station.with_hash(Box::new(FastHash));
    let mut exported = Vec::new();
    for (number, code) in codes.iter().enumerate() {
        let ticket = station.check_code(code, day(OPEN)).unwrap();
        let who = format!("{} {number}", *code.shown());
        let given = sheet(&world.plan.layout, &who);
        station
            .commit(&ticket, &given, &mut Seeded::new(&who))
            .unwrap();
        if number % 5 == 4 {
            exported.push(station.export_bundle(day(OPEN)).unwrap());
        }
    }
    exported
}

#[test]
fn merging_forgets_order_and_repetition() {
    let world = World::new("merge", &LEVEL_TWO);
    let (file, codes) = world.issue("Café 1", &[(0, 20)]);
    let codes = codes_of(codes, 0);
    let sent = bundles(&world, &file, &codes, &LoggedDisk::default());
    assert_eq!(sent.len(), 4);
    let merged = |order: &[usize]| {
        let mut set = RecordSet::empty(&file.pack);
        for number in order {
            world.merge(&mut set, &sent[*number], &file.pack).unwrap();
        }
        set.encode().unwrap()
    };
    let straight = merged(&[0, 1, 2, 3]);
    for order in [
        &[3][..],
        &[3, 2, 1, 0],
        &[0, 0, 3, 1, 3],
        &[2, 3, 2, 0, 1, 1],
    ] {
        assert!(merged(order) == straight, "{order:?}");
    }
    let mut set = RecordSet::empty(&file.pack);
    assert_eq!(world.merge(&mut set, &sent[3], &file.pack).unwrap(), 20);
    assert_eq!(
        world.merge(&mut set, &sent[0], &file.pack).unwrap(),
        0,
        "a replay adds nothing"
    );
}

#[test]
fn a_forged_or_altered_bundle_changes_nothing() {
    let world = World::new("forged", &LEVEL_TWO);
    let (file, codes) = world.issue("Café 1", &[(0, 10)]);
    let codes = codes_of(codes, 0);
    let sent = bundles(&world, &file, &codes[..5], &LoggedDisk::default());
    let bundle = &sent[0];
    let pack = &file.pack;
    let mut random = Seeded::new("flips");
    for _ in 0..400 {
        let mut altered = bundle.clone();
        altered[random.index(bundle.len())] ^= 1 << random.below(8);
        assert!(open_bundle(&altered, pack, &world.wave).is_err());
    }
    for length in (0..bundle.len()).step_by(997).chain([bundle.len() - 1]) {
        assert!(open_bundle(&bundle[..length], pack, &world.wave).is_err());
    }
    let longer = [bundle.as_slice(), &[0]].concat();
    assert!(open_bundle(&longer, pack, &world.wave).is_err());
    // Signed by somebody else.
    let body = &bundle[..bundle.len() - 64];
    let forger = SigningKey::random(&mut random).unwrap();
    let forged = [body, &forger.sign(body)].concat();
    assert_eq!(
        fault(open_bundle(&forged, pack, &world.wave)),
        SealFault::SignatureWrong
    );
    // Another station's pack, another key.
    let (other, _) = world.issue("Café 2", &[(0, 10)]);
    assert_eq!(
        fault(open_bundle(bundle, &other.pack, &world.wave)),
        SealFault::OtherWave
    );
    let stranger = PrivateKey::random(&mut random).unwrap();
    assert_eq!(
        fault(open_bundle(bundle, pack, &stranger)),
        SealFault::CannotOpen
    );
}

/// A manager with the station file: makes records without codes.
fn stuffed(file: &StationFile, sheets: usize) -> StationFile {
    let mut stuffed = StationFile::decode(&file.encode().unwrap()).unwrap();
    let plan = stuffed.pack.plan().clone();
    let sealer = Sealer {
        plan: &plan,
        pack: stuffed.pack.hash(),
    };
    let mut entropy = Seeded::new("stuffer");
    for number in 0..sheets {
        let records = sheet(&plan.layout, &format!("stuffed {number}"));
        let records = records.records(&plan.layout).unwrap();
        let sealed = sealer.sheet(0, &records, &mut entropy).unwrap();
        stuffed.small = stuffed.small.with(&sealed.small).unwrap();
        stuffed.comments = stuffed.comments.with(&sealed.comments).unwrap();
    }
    stuffed
}

#[test]
fn answers_without_codes_are_refused() {
    let world = World::new("stuffing", &LEVEL_ONE);
    let (file, codes) = world.issue("Café 1", &[(0, 10)]);
    let codes = codes_of(codes, 0);
    let disk = LoggedDisk::default();
    bundles(&world, &file, &codes[..5], &disk);
    let honest = StationFile::decode(&disk.file("a")).unwrap();
    // More records than spent codes: the station file itself is refused.
    let stuffed = stuffed(&honest, 3);
    assert_eq!(
        fault(StationFile::decode(&stuffed.encode().unwrap())),
        SealFault::Damaged
    );
    // A bundle made by hand with more sheets than codes is refused when merged.
    let mut set = RecordSet::empty(&file.pack);
    let content = BundleContent {
        pack: file.pack.hash(),
        unspent: vec![0],
        small: stuffed.small,
        comments: stuffed.comments,
    };
    set.merge(&content, &file.pack).unwrap();
    let (before, station) = (set.clone(), file.pack.parts().station.clone());
    let more = self::stuffed(&honest, 11);
    let content = BundleContent {
        pack: file.pack.hash(),
        unspent: vec![0],
        small: more.small,
        comments: more.comments,
    };
    assert_eq!(
        fault(set.merge(&content, &file.pack)),
        SealFault::CountsDisagree(station)
    );
    assert_eq!(set, before, "a refused bundle leaves nothing behind");
}

#[test]
fn a_station_put_back_to_an_old_copy_cannot_vote_twice_unseen() {
    let world = World::new("rollback", &LEVEL_ONE);
    let (file, codes) = world.issue("Café 1", &[(0, 10)]);
    let codes = codes_of(codes, 0);
    let disk = LoggedDisk::default();
    drop(Station::create(disk.clone(), Path::new("a"), &file).unwrap());
    let old = disk.file("a");
    let first = bundles(&world, &file, &codes, &disk).pop().unwrap();
    let rolled = LoggedDisk::of([(Path::new("a").to_owned(), old)].into());
    let mut set = RecordSet::empty(&file.pack);
    world.merge(&mut set, &first, &file.pack).unwrap();
    // The same ten codes answer again, otherwise.
    let mut station = Station::open(rolled, Path::new("a"))
        .unwrap()
        .with_hash(Box::new(FastHash));
    for (number, code) in codes.iter().enumerate() {
        let ticket = station.check_code(code, day(OPEN)).unwrap();
        let given = sheet(&world.plan.layout, "again");
        let mut entropy = Seeded::new(&format!("again {number}"));
        station.commit(&ticket, &given, &mut entropy).unwrap();
    }
    let second = station.export_bundle(day(OVER)).unwrap();
    let content = open_bundle(&second, &file.pack, &world.wave).unwrap();
    let station = file.pack.parts().station.clone();
    assert_eq!(
        fault(set.merge(&content, &file.pack)),
        SealFault::CountsDisagree(station)
    );
}

#[test]
fn two_lines_of_one_station_are_reported() {
    let world = World::new("fork", &LEVEL_ONE);
    let (file, codes) = world.issue("Café 1", &[(0, 10)]);
    let codes = codes_of(codes, 0);
    let one = bundles(&world, &file, &codes[..5], &LoggedDisk::default());
    let two = bundles(&world, &file, &codes[5..], &LoggedDisk::default());
    let mut set = RecordSet::empty(&file.pack);
    let content = |bytes: &[u8]| open_bundle(bytes, &file.pack, &world.wave).unwrap();
    assert!(!set.merge(&content(&one[0]), &file.pack).unwrap().is_fork);
    let merged = set.merge(&content(&two[0]), &file.pack).unwrap();
    assert_eq!((merged.added, merged.is_fork), (5, true));
}

#[test]
fn a_station_is_counted_by_the_head_of_its_records() {
    let files = super::refusals::files("counts");
    let pack = PackFile::decode(&files.pack).unwrap().pack;
    let set = RecordSet::decode(&files.records, &pack).unwrap();
    let start = &files.records[..200];
    let found = counts(start, &pack).unwrap();
    assert_eq!(found.sessions, set.sessions(&pack));
    assert_eq!(found.unused, set.unspent().iter().sum::<u32>());
    assert_eq!((found.sessions, found.unused), (6, 4));
    // What breaks off before the counts, or belongs to another station, is refused.
    let head = 8 + 2 + 32 + 4 + 4 * pack.parts().classes.len() + 4;
    assert!((0..head).all(|length| counts(&start[..length], &pack).is_err()));
    assert!(counts(&start[..head], &pack).is_ok());
    let other = PackFile::decode(&super::refusals::files("other").pack).unwrap();
    assert_eq!(fault(counts(start, &other.pack)), SealFault::OtherWave);
}
