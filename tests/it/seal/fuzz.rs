//! Random damage to every kind of file: a refusal or a valid file, never a panic, never more memory than
//! the file is long. The corpus is one good file of each kind; checksums and signatures are made good
//! again, so that the damage reaches the inner readers.

use frontline::seal::code::Code;
use frontline::seal::marks::NameMarks;
use frontline::seal::pack::Pack;
use frontline::seal::sheet::{comment_content, small_content};
use frontline::seal::station_file::StationFile;
use frontline::seal::verify::verify;
use frontline::seal::witness::Witness;
use proptest::prelude::*;

use super::kit::{LEVEL_TWO, Seeded, World};
use super::refusals::{Files, files, readers};

/// Cuts, flips, repeats, and puts numbers that break counters into a few places.
pub(crate) fn damaged(bytes: &[u8], random: &mut Seeded) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..=random.below(3) {
        if bytes.is_empty() {
            break;
        }
        let at = random.index(bytes.len());
        match random.below(6) {
            0 => bytes[at] ^= 1 << random.below(8),
            1 => bytes.truncate(at),
            2 => {
                let count = random.index(40).min(bytes.len() - at);
                let piece = bytes[at..at + count].to_vec();
                bytes.splice(at..at, piece);
            }
            3 => {
                let count = random.index(40).min(bytes.len() - at);
                bytes.drain(at..at + count);
            }
            4 => {
                let number = [0, 1, 0x7FFF_FFFF, u32::MAX, 1 << 24][random.index(5)].to_le_bytes();
                let room = number.len().min(bytes.len() - at);
                bytes[at..at + room].copy_from_slice(&number[..room]);
            }
            _ => bytes[at] = u8::try_from(random.below(256)).unwrap(),
        }
    }
    bytes
}

/// Where the structure is: most damage goes to the first kilobytes.
fn front(bytes: &[u8], random: &mut Seeded) -> Vec<u8> {
    let split = bytes.len().min(600 + random.index(3000));
    let (front, rest) = bytes.split_at(split);
    [damaged(front, random).as_slice(), rest].concat()
}

#[test]
fn damaged_files_never_panic() {
    let files = files("fuzz");
    let mut random = Seeded::new("fuzz");
    for (kind, bytes, opens) in readers(&files) {
        let mut opened = 0;
        for _ in 0..300 {
            opened += usize::from(opens(&front(bytes, &mut random)));
            opened += usize::from(opens(&damaged(bytes, &mut random)));
        }
        // Of unsigned kinds a changed text may still be a text; signed kinds give nothing away.
        let most = if matches!(kind, "plan" | "records") {
            600
        } else {
            40
        };
        assert!(
            opened <= most,
            "{kind}: {opened} damaged files were taken for good ones"
        );
    }
}

#[test]
fn damage_under_a_good_signature_never_panics() {
    let files = files("fuzz signed");
    let mut random = Seeded::new("fuzz signed");
    let pack = frontline::seal::pack::PackFile::decode(&files.pack)
        .unwrap()
        .pack;
    let (mut packs, mut stations, mut batches) = (0, 0, 0);
    for _ in 0..600 {
        packs += usize::from(Pack::decode(&signed(&files, pack.bytes(), &mut random)).is_ok());
        let batch = signed(&files, &files.batch, &mut random);
        batches += usize::from(frontline::seal::batch::Batch::decode(&batch).is_ok());
        let body = &files.station[..files.station.len() - 32];
        let mut station = damaged(body, &mut random);
        let sum = *blake3::hash(&station).as_bytes();
        station.extend_from_slice(&sum);
        stations += usize::from(StationFile::decode(&station).is_ok());
        drop(verify(&station, None));
        drop(verify(&batch, Some(&files.pack)));
    }
    println!("taken for good: {packs} packs, {stations} stations, {batches} batches");
    assert!(packs < 600 && stations < 600 && batches < 600);
}

fn signed(files: &Files, bytes: &[u8], random: &mut Seeded) -> Vec<u8> {
    let mut changed = front(&bytes[..bytes.len() - 64], random);
    let signature = files.world.company.sign(&changed);
    changed.extend_from_slice(&signature);
    changed
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn anything_typed_is_a_code_or_a_misreading(text in "\\PC{0,20}") {
        if let Ok(code) = Code::parse(&text) {
            let again = Code::parse(&code.shown()).unwrap();
            prop_assert_eq!(&*again.shown(), &*code.shown());
        }
    }

    #[test]
    fn any_comment_can_be_checked(text in "\\PC{0,200}") {
        let marks = NameMarks::of([1; 16], ["Иванова Мария", "O’Neil"]);
        for found in marks.check(&text) {
            prop_assert!(text.get(found.range).is_some());
        }
    }

    #[test]
    fn any_bytes_are_a_record_or_none(bytes in proptest::collection::vec(any::<u8>(), 0..100)) {
        let world = World::new("records", &LEVEL_TWO);
        let layout = &world.plan.layout;
        let mut small = bytes.clone();
        small.resize(64, 0);
        prop_assert!(small_content(layout, &bytes).is_err() || bytes.len() == 64);
        if let Ok((index, answers)) = small_content(layout, &small) {
            prop_assert_eq!(layout.blocks()[index].columns.len(), answers.len());
        }
        let mut comment = bytes.clone();
        comment.resize(2048, 0);
        if let Ok((index, _)) = comment_content(layout, &comment) {
            prop_assert!(index < layout.comments().len());
        }
        prop_assert!(Witness::decode(&bytes).is_err());
        prop_assert!(verify(&bytes, None).is_err());
    }
}
