//! Any bytes: refused or read, never a panic, never more memory than the limits allow.
#![no_main]

use frontline::seal::station_file::StationFile;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    if let Ok(file) = StationFile::decode(data) {
        assert_eq!(file.encode().expect("it was read"), data, "one spelling only");
    }
});
