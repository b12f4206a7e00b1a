//! Version 1 of every kind of file, frozen. These files are opened for ever: a change that cannot read
//! them, or writes others from the same randomness, must be a new version.

use std::path::PathBuf;

use frontline::domain::Lang;
use frontline::seal::batch::Batch;
use frontline::seal::bundle::open_bundle;
use frontline::seal::merge::RecordSet;
use frontline::seal::pack::PackFile;
use frontline::seal::release::open_release;
use frontline::seal::station_file::StationFile;
use frontline::seal::witness::Witness;

use super::kit::{LEVEL_TWO, World, go_on};
use super::refusals::files;

fn folder() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/seal"))
}

fn frozen(name: &str) -> Vec<u8> {
    std::fs::read(folder().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

#[test]
fn the_same_randomness_still_writes_the_frozen_files() {
    let made = files("golden v1");
    let witness = World::new("golden v1", &LEVEL_TWO).witnesses.remove(0);
    let witness = witness.encode().unwrap();
    let kinds: [(&str, &[u8]); 7] = [
        ("v1.flpack", &made.pack),
        ("v1.flstation", &made.station),
        ("v1.flbundle", &made.bundle),
        ("v1.records", &made.records),
        ("v1.flbatch", &made.batch),
        ("v1.flrelease", &made.release),
        ("v1.witness", &witness),
    ];
    // Only for a file that is not there yet: a frozen one is never replaced.
    if std::env::var_os("FREEZE_SEAL_V1").is_some() {
        for (name, bytes) in &kinds {
            if !folder().join(name).exists() {
                std::fs::write(folder().join(name), bytes).unwrap();
            }
        }
    }
    for (name, bytes) in kinds {
        assert!(frozen(name) == bytes, "{name} is written differently now");
    }
}

#[test]
fn the_frozen_files_of_version_one_open() {
    let world = World::new("golden v1", &LEVEL_TWO);
    let file = PackFile::decode(&frozen("v1.flpack")).unwrap();
    let pack = &file.pack;
    assert_eq!(pack.parts().station, "Café 1");
    assert_eq!(pack.plan().company_name, "Кофе и Ко");
    let words = pack.fingerprint().unwrap();
    println!("{:?} {:?}", words.words(Lang::Ru), words.words(Lang::En));
    let station = StationFile::decode(&frozen("v1.flstation")).unwrap();
    assert_eq!(
        (
            station.sessions(),
            station.small.len(),
            station.comments.len()
        ),
        (6, 30, 12)
    );
    let content = open_bundle(&frozen("v1.flbundle"), pack, &world.wave).unwrap();
    assert_eq!(content.small, station.small);
    let records = RecordSet::decode(&frozen("v1.records"), pack).unwrap();
    assert_eq!(records.small(), &station.small);
    let batch = frozen("v1.flbatch");
    assert_eq!(Batch::decode(&batch).unwrap().stations().len(), 1);
    let witness = Witness::decode(&frozen("v1.witness")).unwrap();
    assert_eq!(
        witness
            .read(&batch, &go_on)
            .unwrap()
            .sessions()
            .iter()
            .sum::<u32>(),
        6
    );
    let release = frozen("v1.flrelease");
    let opened = open_release(&release, pack.plan(), &world.wave, &go_on).unwrap();
    assert_eq!((opened.groups.len(), opened.refused), (1, 0));
    let comments = &opened.groups[0].comments;
    assert!(
        comments
            .iter()
            .any(|(_, text)| text.starts_with("Комментарий ")),
        "{comments:?}"
    );
}
