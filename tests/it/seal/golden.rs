//! Every kind of file of every version, frozen. These files are opened for ever: a change that cannot
//! read them, or writes others from the same randomness, must be a new version. Version 2 of signed
//! packs cuts the marks of names; every file that goes back to a pack was frozen with it once more.

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
        ("v2.flpack", &made.pack),
        ("v2.flstation", &made.station),
        ("v2.flbundle", &made.bundle),
        ("v2.records", &made.records),
        ("v2.flbatch", &made.batch),
        ("v2.flrelease", &made.release),
        ("v1.witness", &witness),
    ];
    // Only for a file that is not there yet: a frozen one is never replaced.
    if std::env::var_os("FREEZE_SEAL").is_some() {
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
    open_all("v1");
}

#[test]
fn the_frozen_files_of_version_two_open() {
    open_all("v2");
}

fn open_all(version: &str) {
    let frozen = |name: &str| frozen(&format!("{version}.{name}"));
    let world = World::new("golden v1", &LEVEL_TWO);
    let file = PackFile::decode(&frozen("flpack")).expect("a frozen file opens");
    let pack = &file.pack;
    assert_eq!(pack.parts().station, "Café 1");
    assert_eq!(pack.plan().company_name, "Кофе и Ко");
    // Uncut or cut, the marks find who is meant.
    let named = pack.parts().marks.check("спасибо Ивановой и кофе");
    assert_eq!(named.len(), 1, "{named:?}");
    let words = pack.fingerprint().expect("a frozen file opens");
    assert_eq!(words.words(Lang::Ru).len(), 6);
    assert_eq!(words.words(Lang::En).len(), 6);
    let station = StationFile::decode(&frozen("flstation")).expect("a frozen file opens");
    assert_eq!(
        (
            station.sessions(),
            station.small.len(),
            station.comments.len()
        ),
        (6, 30, 12)
    );
    let content = open_bundle(&frozen("flbundle"), pack, &world.wave).expect("a frozen file opens");
    assert_eq!(content.small, station.small);
    let records = RecordSet::decode(&frozen("records"), pack).expect("a frozen file opens");
    assert_eq!(records.small(), &station.small);
    let batch = frozen("flbatch");
    assert_eq!(
        Batch::decode(&batch)
            .expect("a frozen file opens")
            .stations()
            .len(),
        1
    );
    let witness =
        Witness::decode(&super::golden::frozen("v1.witness")).expect("a frozen file opens");
    assert_eq!(
        witness
            .read(&batch, &go_on)
            .expect("a frozen file opens")
            .sessions()
            .iter()
            .sum::<u32>(),
        6
    );
    let release = frozen("flrelease");
    let opened =
        open_release(&release, pack.plan(), &world.wave, &go_on).expect("a frozen file opens");
    assert_eq!((opened.groups.len(), opened.refused), (1, 0));
    let comments = &opened.groups[0].comments;
    assert!(
        comments
            .iter()
            .any(|(_, text)| text.starts_with("Комментарий ")),
        "{comments:?}"
    );
}
