//! Any bytes: refused or read, never a panic, never more memory than the limits allow.
#![no_main]

use frontline::seal::bundle;
use frontline::seal::verify::verify;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    drop(bundle::pack_of(data));
    drop(verify(data, None));
});
