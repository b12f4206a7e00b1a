//! Any bytes: refused or read, never a panic, never more memory than the file is long. Heads that read are
//! opened with the words of the frozen container, so that damage behind the head is reached as well.
#![no_main]

use frontline::seal::container::{Head, RecoveryWords, Unlock, Vault};
use libfuzzer_sys::fuzz_target;

const WORDS: &str = include_str!("../../data/seal/v1.words.txt");

fuzz_target!(|data: &[u8]| {
    if Head::read(data).is_ok() {
        let words = RecoveryWords::parse(WORDS).expect("frozen");
        drop(Vault::open(data, &Unlock::Words(words)));
    }
});
