//! Any bytes as CSV, XLSX, XLS or ODS: refused or read, never a panic, never more than the limits.
#![no_main]

use frontline::import::{ReadLimits, read_table};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    for name in ["a.csv", "a.xlsx", "a.xls", "a.ods"] {
        drop(read_table(
            name,
            data,
            &ReadLimits::default(),
            None,
            &mut |_, _| Ok(()),
        ));
    }
});
