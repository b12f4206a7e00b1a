//! The encrypted container as bytes: what opens it, what is refused, and what nobody can do to it.
//! Recovery words open most of them here, since a passphrase is slow by design.

mod fuzz;
mod golden;
mod hostile;
mod slots;

use std::sync::OnceLock;

use frontline::error::{Error, Kind};
use frontline::seal::container::{Opened, Passphrase, RecoveryWords, SectionKind, Unlock, Vault};
use frontline::seal::secret::Cost;

/// Something that is easy to find in a file.
const CANARY: &[u8] = b"canary: Anna Petrova, branch 07, waiter";

/// A container with words that open it; its content is a megabyte and a bit.
struct Sample {
    words: RecoveryWords,
    vault: Vault,
    content: Vec<u8>,
    bytes: Vec<u8>,
}

fn sample() -> &'static Sample {
    static SAMPLE: OnceLock<Sample> = OnceLock::new();
    SAMPLE.get_or_init(|| {
        let words = RecoveryWords::generate().expect("randomness");
        let mut vault = Vault::for_words(&words).expect("a vault");
        let content = content(1_200_000);
        let bytes = vault
            .seal(&[(SectionKind::Main, &content)])
            .expect("sealed");
        Sample {
            words,
            vault,
            content,
            bytes,
        }
    })
}

/// A content of this length with canaries in it and no two chunks alike.
fn content(length: usize) -> Vec<u8> {
    let mut content = Vec::with_capacity(length + CANARY.len());
    let mut number = 0_u32;
    while content.len() < length {
        content.extend_from_slice(CANARY);
        content.extend_from_slice(&number.to_le_bytes());
        number += 1;
    }
    content.truncate(length);
    content
}

fn open(bytes: &[u8]) -> Result<Opened, Error> {
    Vault::open(bytes, &Unlock::Words(sample().words.clone()))
}

/// Why it was refused.
fn fault_of<T: std::fmt::Debug>(result: Result<T, Error>) -> Kind {
    result.expect_err("refused").kind().clone()
}

/// The least cost that is allowed, so that tests stay quick.
fn cost() -> Cost {
    Cost::FLOOR
}

fn passphrase(text: &str) -> Passphrase {
    Passphrase::new(text)
}

#[test]
fn what_was_sealed_comes_back_byte_for_byte() {
    let sample = sample();
    let mut vault = sample.vault.clone();
    for length in [
        0, 1, 65_527, 65_528, 65_529, 131_064, 1_048_567, 1_048_568, 1_048_569, 3_000_000,
    ] {
        let content = content(length);
        let bytes = vault
            .seal(&[(SectionKind::Main, &content)])
            .expect("sealed");
        let opened = open(&bytes).expect("opened");
        assert_eq!(*opened.sections[&SectionKind::Main], content, "{length}");
        assert_eq!(opened.vault.generation(), vault.generation());
        assert_eq!(opened.vault.id(), sample.vault.id());
    }
}

#[test]
fn sections_come_back_each_in_its_place() {
    let sample = sample();
    let mut vault = sample.vault.clone();
    let (main, ratings) = (content(70_000), content(5));
    let sections = [
        (SectionKind::Main, &*main),
        (SectionKind::Ratings, &*ratings),
    ];
    let bytes = vault.seal(&sections).expect("sealed");
    let opened = open(&bytes).expect("opened");
    assert_eq!(*opened.sections[&SectionKind::Main], main);
    assert_eq!(*opened.sections[&SectionKind::Ratings], ratings);
}

#[test]
fn size_tells_no_more_than_whole_megabytes() {
    let mut vault = sample().vault.clone();
    let mut size = |length| {
        let content = content(length);
        vault
            .seal(&[(SectionKind::Main, &content)])
            .expect("sealed")
            .len()
    };
    assert_eq!(size(10), size(900_000));
    assert_eq!(size(1_200_000), size(2_000_000));
    let step = 1_048_576 + 16 * 16;
    assert_eq!(size(2_000_000) - size(10), step);
}

#[test]
fn the_same_content_never_gives_the_same_bytes() {
    let mut vault = sample().vault.clone();
    let content = content(100_000);
    let first = vault
        .seal(&[(SectionKind::Main, &content)])
        .expect("sealed");
    let second = vault
        .seal(&[(SectionKind::Main, &content)])
        .expect("sealed");
    assert_eq!(first.len(), second.len());
    let same = first[4096..]
        .iter()
        .zip(&second[4096..])
        .filter(|(first, second)| first == second)
        .count();
    // One byte in 256 is the same by chance: about 4,100 of a million.
    assert!(
        (3_000..5_500).contains(&same),
        "{same} bytes stayed the same"
    );
}

#[test]
fn nothing_of_the_content_and_of_the_words_is_in_the_file() {
    let sample = sample();
    let holds = |needle: &[u8]| {
        sample
            .bytes
            .windows(needle.len())
            .any(|window| window == needle)
    };
    assert!(!holds(&CANARY[..12]), "the content is readable");
    assert!(
        sample
            .content
            .windows(12)
            .any(|window| window == &CANARY[..12])
    );
    for word in sample.words.words() {
        assert!(
            word.len() < 6 || !holds(word.as_bytes()),
            "{word} is readable"
        );
    }
}

#[test]
fn secrets_do_not_show_themselves() {
    let sample = sample();
    let said = format!(
        "{:?} {:?} {:?} {:?}",
        sample.vault,
        sample.words,
        passphrase("open sesame"),
        Unlock::Passphrase(passphrase("open sesame")),
    );
    assert!(!said.contains("sesame"), "{said}");
    for word in sample.words.words() {
        assert!(!said.contains(&format!("\"{word}\"")), "{said}");
    }
}
