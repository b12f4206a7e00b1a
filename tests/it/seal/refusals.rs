//! Files that break off, were altered, are newer, or carry something more: refused, never a panic, and
//! the report of `verify` names what is wrong.

use std::path::Path;

use frontline::error::SealFault;
use frontline::seal::batch::Batch;
use frontline::seal::merge::RecordSet;
use frontline::seal::pack::{Pack, PackFile};
use frontline::seal::plan::FrozenPlan;
use frontline::seal::release::open_release;
use frontline::seal::station::Station;
use frontline::seal::station_file::StationFile;
use frontline::seal::verify::{FileKind, Invariant, verify};

use super::disk::LoggedDisk;
use super::kit::{FastHash, LEVEL_TWO, OPEN, OVER, Seeded, World, day, fault, go_on, sheet};

/// One file of every kind, from one small wave.
pub(crate) struct Files {
    pub(crate) world: World,
    pub(crate) pack: Vec<u8>,
    pub(crate) station: Vec<u8>,
    pub(crate) bundle: Vec<u8>,
    pub(crate) records: Vec<u8>,
    pub(crate) batch: Vec<u8>,
    pub(crate) release: Vec<u8>,
}

pub(crate) fn files(seed: &str) -> Files {
    let mut world = World::new(seed, &LEVEL_TWO);
    let (file, codes) = world.issue("Café 1", &[(0, 8), (1, 2)]);
    let disk = LoggedDisk::default();
    let station = Station::create(disk.clone(), Path::new("a"), &file).unwrap();
    let mut station = station.with_hash(Box::new(FastHash));
    for (number, issued) in codes.iter().take(6).enumerate() {
        let ticket = station.check_code(&issued.code, day(OPEN)).unwrap();
        let given = sheet(&world.plan.layout, &number.to_string());
        let mut entropy = Seeded::new(&format!("{seed} {number}"));
        station.commit(&ticket, &given, &mut entropy).unwrap();
    }
    let bundle = station.export_bundle(day(OVER)).unwrap();
    let mut set = RecordSet::empty(&file.pack);
    world.merge(&mut set, &bundle, &file.pack).unwrap();
    let batch = Batch::seal(&world.plan, &[(&file.pack, &set)], &world.company).unwrap();
    let reading = world.witnesses[0].read(&batch, &go_on).unwrap();
    let release = world.witnesses[0].release(reading).unwrap();
    Files {
        pack: file.encode().unwrap(),
        station: disk.file("a"),
        bundle,
        records: set.encode().unwrap(),
        batch,
        release,
        world,
    }
}

type Opens<'a> = Box<dyn Fn(&[u8]) -> bool + 'a>;

/// Every kind of file with its reader.
pub(crate) fn readers(files: &Files) -> Vec<(&'static str, &[u8], Opens<'_>)> {
    let pack = PackFile::decode(&files.pack).unwrap().pack;
    let (own, plan, wave) = (pack.clone(), &files.world.plan, &files.world.wave);
    let bundle =
        move |bytes: &[u8]| frontline::seal::bundle::open_bundle(bytes, &own, wave).is_ok();
    vec![
        (
            "pack",
            &files.pack,
            Box::new(|bytes| PackFile::decode(bytes).is_ok()),
        ),
        (
            "station",
            &files.station,
            Box::new(|bytes| StationFile::decode(bytes).is_ok()),
        ),
        ("bundle", &files.bundle, Box::new(bundle)),
        (
            "records",
            &files.records,
            Box::new(move |b| RecordSet::decode(b, &pack).is_ok()),
        ),
        (
            "batch",
            &files.batch,
            Box::new(|bytes| Batch::decode(bytes).is_ok()),
        ),
        (
            "release",
            &files.release,
            Box::new(move |bytes| open_release(bytes, plan, wave, &go_on).is_ok()),
        ),
        (
            "plan",
            plan.bytes(),
            Box::new(|bytes| FrozenPlan::decode(bytes).is_ok()),
        ),
    ]
}

#[test]
fn a_file_cut_short_at_any_byte_is_refused() {
    let files = files("cut");
    for (kind, bytes, opens) in readers(&files) {
        assert!(opens(bytes), "{kind} is whole");
        for length in 0..bytes.len() {
            assert!(!opens(&bytes[..length]), "{kind} cut to {length}");
        }
        let longer = [bytes, &[0]].concat();
        assert!(!opens(&longer), "{kind} with a byte more");
    }
}

#[test]
fn a_file_with_any_byte_flipped_is_refused() {
    let files = files("flip");
    for (kind, bytes, opens) in readers(&files) {
        // A plan and HR's own record set carry no signature; a flipped text there is another text.
        if matches!(kind, "plan" | "records") {
            continue;
        }
        // Bundle and release are large, and a signature over the whole stands before everything
        // inside: past the head and before the end one place is like another.
        for place in 0..bytes.len() {
            if bytes.len() < 40_000 || place < 3000 || bytes.len() - place < 300 || place % 61 == 0
            {
                let mut flipped = bytes.to_vec();
                flipped[place] ^= 1 << (place % 8);
                assert!(!opens(&flipped), "{kind} flipped at {place}");
            }
        }
    }
}

#[test]
fn a_newer_version_is_refused_by_name() {
    let files = files("newer");
    let newer = |bytes: &[u8]| {
        let mut newer = bytes.to_vec();
        newer[8] = 2;
        newer
    };
    let said = SealFault::NewerFormat(2);
    assert_eq!(fault(PackFile::decode(&newer(&files.pack))), said);
    assert_eq!(fault(StationFile::decode(&newer(&files.station))), said);
    assert_eq!(fault(Batch::decode(&newer(&files.batch))), said);
    assert_eq!(
        fault(FrozenPlan::decode(&newer(files.world.plan.bytes()))),
        said
    );
    let bundle = frontline::seal::bundle::pack_of(&newer(&files.bundle));
    assert_eq!(fault(bundle), said);
    let release = frontline::seal::release::head_of(&newer(&files.release));
    assert_eq!(fault(release), said);
    assert_eq!(
        fault(PackFile::decode(b"PK\x03\x04 a workbook")),
        SealFault::OtherKind
    );
    assert_eq!(
        fault(PackFile::decode(&files.station)),
        SealFault::OtherKind
    );
}

#[test]
fn a_pack_that_asks_for_cheap_guesses_is_refused() {
    let files = files("cheap");
    let pack = PackFile::decode(&files.pack).unwrap().pack;
    let bytes = pack.bytes();
    // 64 MiB stands as 65,536 KiB, three passes, one lane.
    let cost = [0, 0, 1, 0, 3, 0, 0, 0, 1, 0, 0, 0];
    let at = bytes.windows(12).position(|w| w == cost).unwrap();
    let mut cheap = bytes[..bytes.len() - 64].to_vec();
    cheap[at + 2] = 0;
    cheap[at] = 8;
    let signature = files.world.company.sign(&cheap);
    cheap.extend_from_slice(&signature);
    assert_eq!(fault(Pack::decode(&cheap)), SealFault::WeakCost);
}

#[test]
fn a_lie_about_a_length_asks_for_no_memory() {
    let mut bytes = b"FL-PACK\0\x01\0".to_vec();
    bytes.extend_from_slice(&u32::MAX.to_le_bytes());
    assert_eq!(fault(PackFile::decode(&bytes)), SealFault::Damaged);
    let large = vec![0; (4 << 20) + 1];
    assert_eq!(fault(PackFile::decode(&large)), SealFault::TooLarge);
}

#[test]
fn verify_holds_for_every_kind_of_file() {
    let files = files("verify");
    for (bytes, kind) in [
        (&files.pack, FileKind::Pack),
        (&files.station, FileKind::Station),
        (&files.bundle, FileKind::Bundle),
        (&files.batch, FileKind::Batch),
        (&files.release, FileKind::Release),
    ] {
        let report = verify(bytes, Some(&files.pack)).unwrap();
        assert_eq!(report.kind, kind);
        assert!(report.holds(), "{report:?}");
        let is_signed = report.checks.contains(&(Invariant::Signed, true));
        assert!(is_signed, "{report:?}");
    }
    assert_eq!(fault(verify(b"something else", None)), SealFault::OtherKind);
}

#[test]
fn a_file_of_a_newer_program_is_not_called_broken() {
    let files = files("newer");
    for bytes in [
        &files.pack,
        &files.station,
        &files.bundle,
        &files.batch,
        &files.release,
    ] {
        let mut newer = bytes.clone();
        newer[8] = 0xEE;
        let found = fault(verify(&newer, None));
        assert!(matches!(found, SealFault::NewerFormat(_)), "{found:?}");
    }
}

#[test]
fn verify_names_what_is_wrong_with_a_station_file() {
    let files = files("named");
    let broken = |change: &dyn Fn(&mut Vec<u8>)| {
        let mut bytes = files.station[..files.station.len() - 32].to_vec();
        change(&mut bytes);
        let sum = *blake3::hash(&bytes).as_bytes();
        bytes.extend_from_slice(&sum);
        let report = verify(&bytes, None).unwrap();
        let broken = report.checks.iter().filter(|(_, holds)| !holds);
        broken.map(|(invariant, _)| *invariant).collect::<Vec<_>>()
    };
    assert_eq!(broken(&|_| {}), []);
    let size = files.world.plan.comment_sealed();
    // Comments swapped: somebody keeps them in order of arrival.
    let swapped = broken(&|bytes| {
        let end = bytes.len();
        let (left, right) = bytes.split_at_mut(end - size);
        left[end - 2 * size..].swap_with_slice(right);
    });
    assert_eq!(swapped, [Invariant::Sorted, Invariant::OneSpelling]);
    // Something behind the records.
    let more = broken(&|bytes| bytes.extend_from_slice(b"2026-04-10 12:31"));
    assert_eq!(more, [Invariant::ReadsToTheEnd, Invariant::OneSpelling]);
    // A record taken out.
    let fewer = broken(&|bytes| {
        let at = bytes.len() - 12 * size - 4;
        bytes[at] -= 1;
        let end = bytes.len();
        bytes.truncate(end - size);
    });
    assert_eq!(
        fewer,
        [Invariant::RecordsMatchCodes, Invariant::OneSpelling]
    );
    let mut flipped = files.station.clone();
    let last = flipped.len() - 1;
    flipped[last] ^= 1;
    let report = verify(&flipped, None).unwrap();
    assert!(report.checks.contains(&(Invariant::ChecksumRight, false)));
}
