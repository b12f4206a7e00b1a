//! Any bytes: refused or read, never a panic, never more memory than the limits allow.
#![no_main]

use frontline::import::parse_questionnaire;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    if let Ok(text) = std::str::from_utf8(data) {
        drop(parse_questionnaire(text));
    }
});
