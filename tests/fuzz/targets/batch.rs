//! Any bytes: refused or read, never a panic, never more memory than the limits allow.
#![no_main]

use frontline::seal::batch::Batch;
use frontline::seal::release::head_of;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    drop(Batch::decode(data));
    drop(head_of(data));
});
