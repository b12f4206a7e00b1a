//! Every way to hand over something that is not what was sealed.

use frontline::error::{Kind, SealFault, VaultFault};
use frontline::seal::container::{Head, RecoveryWords, SectionKind, Unlock, Vault};

use rayon::prelude::*;

use super::{content, fault_of, open, sample};

pub(super) const HEADER: usize = 4096;
const SEALED_CHUNK: usize = 65_536 + 16;

/// Recomputes the header's plain hash, as a forger could.
pub(super) fn mend_hash(bytes: &mut [u8]) {
    let hash = *blake3::hash(&bytes[..HEADER - 64]).as_bytes();
    bytes[HEADER - 64..HEADER - 32].copy_from_slice(&hash);
}

#[test]
fn a_file_cut_at_any_byte_is_refused_as_cut_off() {
    let sample = sample();
    (1..sample.bytes.len()).into_par_iter().for_each(|length| {
        let cut = &sample.bytes[..length];
        let found = fault_of(Head::read(cut));
        assert_eq!(found, Kind::Vault(VaultFault::CutOff), "cut at {length}");
        // Opening begins with the same look at the head; a few are enough to see it.
        if length % 4_099 == 0 {
            assert_eq!(
                fault_of(open(cut)),
                Kind::Vault(VaultFault::CutOff),
                "cut at {length}"
            );
        }
    });
    assert_eq!(fault_of(Head::read(&[])), Kind::Seal(SealFault::OtherKind));
}

#[test]
fn bytes_after_the_end_are_refused() {
    let mut bytes = sample().bytes.clone();
    bytes.push(0);
    assert_eq!(
        fault_of(open(&bytes)),
        Kind::Vault(VaultFault::TrailingBytes)
    );
    bytes.extend_from_slice(&[7; SEALED_CHUNK]);
    assert_eq!(
        fault_of(open(&bytes)),
        Kind::Vault(VaultFault::TrailingBytes)
    );
}

#[test]
fn another_kind_of_file_and_a_newer_version_are_told_apart() {
    let sample = sample();
    assert_eq!(
        fault_of(Head::read(b"branch,name\n")),
        Kind::Seal(SealFault::OtherKind)
    );
    let mut newer = sample.bytes.clone();
    newer[8] = 2;
    assert_eq!(
        fault_of(open(&newer)),
        Kind::Seal(SealFault::NewerFormat(2))
    );
    let mut none = sample.bytes.clone();
    none[8] = 0;
    assert_eq!(fault_of(open(&none)), Kind::Seal(SealFault::Damaged));
}

#[test]
fn every_flipped_bit_of_the_header_is_noticed() {
    let sample = sample();
    let mut bytes = sample.bytes.clone();
    for place in 0..HEADER * 8 {
        let bit = 1 << (place % 8);
        bytes[place / 8] ^= bit;
        assert!(open(&bytes).is_err(), "bit {place} went unnoticed");
        bytes[place / 8] ^= bit;
    }
    assert!(open(&bytes).is_ok(), "the file is whole again");
}

#[test]
fn a_forged_header_with_a_right_hash_opens_nothing() {
    let sample = sample();
    for place in 10..HEADER - 64 {
        let mut bytes = sample.bytes[..HEADER].to_vec();
        bytes[place] ^= 0x10;
        mend_hash(&mut bytes);
        bytes.extend_from_slice(&sample.bytes[HEADER..]);
        assert!(open(&bytes).is_err(), "byte {place} was forged unnoticed");
    }
}

#[test]
fn a_flipped_bit_in_any_chunk_is_noticed() {
    let sample = sample();
    let mut bytes = sample.bytes.clone();
    let chunks = (bytes.len() - HEADER) / SEALED_CHUNK;
    for chunk in 0..chunks {
        for inside in [0, 9, 40_000, SEALED_CHUNK - 17, SEALED_CHUNK - 1] {
            let place = HEADER + chunk * SEALED_CHUNK + inside;
            bytes[place] ^= 1;
            assert_eq!(
                fault_of(open(&bytes)),
                Kind::Seal(SealFault::Damaged),
                "byte {place}"
            );
            bytes[place] ^= 1;
        }
    }
}

/// The sealed chunks of the sample, to be put together wrongly.
fn chunks() -> Vec<Vec<u8>> {
    let rest = &sample().bytes[HEADER..];
    rest.chunks(SEALED_CHUNK).map(<[u8]>::to_vec).collect()
}

fn with_chunks(chunks: &[Vec<u8>]) -> Vec<u8> {
    let mut bytes = sample().bytes[..HEADER].to_vec();
    chunks
        .iter()
        .for_each(|chunk| bytes.extend_from_slice(chunk));
    bytes
}

#[test]
fn chunks_cannot_be_swapped_doubled_or_dropped() {
    assert!(open(&with_chunks(&chunks())).is_ok());
    let mut swapped = chunks();
    swapped.swap(0, 1);
    assert_eq!(
        fault_of(open(&with_chunks(&swapped))),
        Kind::Seal(SealFault::Damaged)
    );
    let mut doubled = chunks();
    doubled[2] = doubled[1].clone();
    assert_eq!(
        fault_of(open(&with_chunks(&doubled))),
        Kind::Seal(SealFault::Damaged)
    );
    let mut dropped = chunks();
    dropped.remove(3);
    assert_eq!(
        fault_of(open(&with_chunks(&dropped))),
        Kind::Vault(VaultFault::CutOff)
    );
    let mut last_moved = chunks();
    let last = last_moved.pop().expect("chunks");
    last_moved.insert(5, last);
    assert_eq!(
        fault_of(open(&with_chunks(&last_moved))),
        Kind::Seal(SealFault::Damaged)
    );
}

#[test]
fn chunks_of_another_save_do_not_fit() {
    let sample = sample();
    let mut vault = sample.vault.clone();
    let older = vault
        .seal(&[(SectionKind::Main, &sample.content)])
        .expect("sealed");
    let newer = vault
        .seal(&[(SectionKind::Main, &sample.content)])
        .expect("sealed");
    assert_eq!(older.len(), newer.len());
    for chunk in 0..(older.len() - HEADER) / SEALED_CHUNK {
        let mut mixed = newer.clone();
        let place = HEADER + chunk * SEALED_CHUNK;
        mixed[place..place + SEALED_CHUNK].copy_from_slice(&older[place..place + SEALED_CHUNK]);
        assert_eq!(
            fault_of(open(&mixed)),
            Kind::Seal(SealFault::Damaged),
            "chunk {chunk}"
        );
    }
    let mut old_body = newer[..HEADER].to_vec();
    old_body.extend_from_slice(&older[HEADER..]);
    assert_eq!(fault_of(open(&old_body)), Kind::Seal(SealFault::Damaged));
}

#[test]
fn one_section_cannot_stand_in_for_another() {
    let mut vault = sample().vault.clone();
    let (main, ratings) = (content(50), content(60));
    let sections = [
        (SectionKind::Main, &*main),
        (SectionKind::Ratings, &*ratings),
    ];
    let bytes = vault.seal(&sections).expect("sealed");
    let half = (bytes.len() - HEADER) / 2;
    let mut swapped = bytes[..HEADER].to_vec();
    swapped.extend_from_slice(&bytes[HEADER + half..]);
    swapped.extend_from_slice(&bytes[HEADER..HEADER + half]);
    assert_eq!(fault_of(open(&swapped)), Kind::Seal(SealFault::Damaged));
}

#[test]
fn a_file_that_asks_for_too_much_or_too_little_work_is_refused_before_any_is_done() {
    let sample = sample();
    // Memory of the first slot, in KiB: after magic, version, id, generation, count, number, kind,
    // salt.
    let memory = 8 + 2 + 16 + 8 + 1 + 1 + 1 + 16;
    for (kib, fault) in [
        (u32::MAX, Kind::Seal(SealFault::TooLarge)),
        ((1 << 20) + 1, Kind::Seal(SealFault::TooLarge)),
        ((64 << 10) - 1, Kind::Seal(SealFault::WeakCost)),
        (0, Kind::Seal(SealFault::WeakCost)),
    ] {
        let mut bytes = sample.bytes.clone();
        bytes[memory..memory + 4].copy_from_slice(&kib.to_le_bytes());
        mend_hash(&mut bytes);
        assert_eq!(fault_of(open(&bytes)), fault, "{kib} KiB");
    }
}

#[test]
fn a_lie_about_the_size_costs_no_memory() {
    let sample = sample();
    // The padded length of the section: after one slot, the count of sections and its kind.
    let length = 8 + 2 + 16 + 8 + 1 + 191 + 1 + 2;
    for lie in [0, 1, 1 << 20, 1 << 40, 1_u64 << 63, u64::MAX << 20] {
        let mut bytes = sample.bytes.clone();
        bytes[length..length + 8].copy_from_slice(&lie.to_le_bytes());
        mend_hash(&mut bytes);
        let found = fault_of(open(&bytes));
        let expected = [
            Kind::Seal(SealFault::Damaged),
            Kind::Vault(VaultFault::CutOff),
            Kind::Vault(VaultFault::TrailingBytes),
        ];
        assert!(expected.contains(&found), "{lie}: {found:?}");
    }
}

#[test]
fn other_words_open_nothing() {
    let other = RecoveryWords::generate().expect("randomness");
    let opened = Vault::open(&sample().bytes, &Unlock::Words(other));
    assert_eq!(fault_of(opened), Kind::Vault(VaultFault::WrongWords));
}
