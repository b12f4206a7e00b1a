//! Random damage to a container: refused or the same content, never a panic, never more memory than the
//! file is long. The header's plain hash is made good again, so that the damage reaches the fields.

use frontline::seal::container::Head;

use super::hostile::{HEADER, mend_hash};
use super::{open, sample};
use crate::seal::fuzz::damaged;
use crate::seal::kit::Seeded;

/// Rounds of each kind.
const ROUNDS: usize = 400;

#[test]
fn a_damaged_container_opens_to_its_content_or_not_at_all() {
    let sample = sample();
    let mut random = Seeded::new("container");
    let (mut heads, mut opened) = (0, 0);
    for round in 0..ROUNDS {
        // The slots and sections stand in the first half kilobyte, zeros after them.
        let split = if round % 2 == 0 { 300 } else { HEADER - 64 };
        let (front, rest) = sample.bytes.split_at(split);
        let mut bytes = damaged(front, &mut random);
        bytes.extend_from_slice(rest);
        if bytes.len() >= HEADER {
            mend_hash(&mut bytes);
        }
        heads += usize::from(Head::read(&bytes).is_ok());
        if let Ok(whole) = open(&bytes) {
            opened += 1;
            let content = whole.sections.values().next().expect("one section");
            assert_eq!(**content, sample.content, "another content was taken");
        }
    }
    println!("{ROUNDS} damaged headers: {heads} heads read, {opened} files opened");
    // Who holds no key can still write a head that reads; only the damage that changed nothing opens.
    assert!(opened < ROUNDS / 10, "{opened}");
}

#[test]
fn damage_in_the_sealed_part_never_opens() {
    let sample = sample();
    let mut random = Seeded::new("chunks");
    let (header, body) = sample.bytes.split_at(HEADER);
    for _ in 0..ROUNDS / 4 {
        let changed = damaged(body, &mut random);
        if changed != body {
            assert!(open(&[header, &changed].concat()).is_err());
        }
    }
}

#[test]
fn any_bytes_are_no_container() {
    let mut random = Seeded::new("bytes");
    for length in (0..600).chain([4095, 4096, 4097, 70_000]) {
        let mut bytes: Vec<u8> = (0..length)
            .map(|_| u8::try_from(random.below(256)).expect("a byte"))
            .collect();
        assert!(Head::read(&bytes).is_err() && open(&bytes).is_err());
        for (to, from) in bytes.iter_mut().zip(&sample().bytes[..10]) {
            *to = *from;
        }
        if bytes.len() >= HEADER {
            mend_hash(&mut bytes);
        }
        assert!(Head::read(&bytes).is_err() && open(&bytes).is_err());
    }
}
