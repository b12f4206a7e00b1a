//! Any bytes: refused or read, never a panic, never more memory than the limits allow.
#![no_main]

use frontline::seal::code::Code;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    if let Ok(text) = std::str::from_utf8(data)
        && let Ok(code) = Code::parse(text)
    {
        let shown = code.shown();
        assert_eq!(*Code::parse(&shown).expect("as printed").shown(), *shown);
    }
});
