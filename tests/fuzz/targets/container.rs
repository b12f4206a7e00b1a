//! Any bytes: refused or read, never a panic, never more memory than the limits allow.
#![no_main]

use frontline::seal::container::Head;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    drop(Head::read(data));
});
