//! Access codes: reading what people type, and what guessing one costs.

use std::time::Instant;

use frontline::error::SealFault;
use frontline::seal::code::{Argon2idHash, CODE_LENGTH, Checking, Code, CodeHash};
use frontline::seal::secret::Cost;
use rayon::prelude::*;

use super::kit::{FastHash, Seeded, fault};

const ALPHABET: &str = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

fn some_codes() -> Vec<String> {
    let mut entropy = Seeded::new("codes");
    let codes = (0..40).map(|_| Code::random(&mut entropy).unwrap().shown().replace('-', ""));
    codes.collect()
}

#[test]
fn every_wrong_letter_is_caught() {
    for code in some_codes() {
        assert!(Code::parse(&code).is_ok());
        for place in 0..CODE_LENGTH {
            for wrong in ALPHABET.chars() {
                let mut letters = code.chars().collect::<Vec<_>>();
                if letters[place] != wrong {
                    letters[place] = wrong;
                    let typed = letters.into_iter().collect::<String>();
                    assert_eq!(
                        fault(Code::parse(&typed)),
                        SealFault::CodeMisread,
                        "{typed}"
                    );
                }
            }
        }
    }
}

#[test]
fn every_swap_of_two_letters_is_caught() {
    for code in some_codes() {
        for left in 0..CODE_LENGTH {
            for right in left + 1..CODE_LENGTH {
                let mut letters = code.chars().collect::<Vec<_>>();
                letters.swap(left, right);
                let typed = letters.into_iter().collect::<String>();
                assert_eq!(Code::parse(&typed).is_ok(), typed == code, "{typed}");
            }
        }
    }
}

#[test]
fn what_people_type_is_understood() {
    let shown = Code::from_values(&[10, 11, 14, 19, 20, 17, 0, 22, 12, 1, 29]).shown();
    let letters = shown.replace('-', "");
    assert!(letters.starts_with("ABEKMH0PC1X"), "{letters}");
    let check = letters.chars().last().unwrap();
    for typed in [
        format!("abek-mh0p-c1x{check}"),
        format!("  ABEK MHOP CIX{check} "),
        format!("abek–mhop—clx{check}"),
        format!("АВЕКМНОРСlХ{check}"),
        format!("авекмнорсiх{}", check.to_lowercase()),
    ] {
        let code = Code::parse(&typed).unwrap_or_else(|_| panic!("{typed}"));
        assert_eq!(*code.shown(), *shown, "{typed}");
    }
    for typed in [
        "",
        "ABEK",
        "ABEK-MH0P-C1X",
        "ABEK-MH0P-C1XU",
        "ABEK-MH0P-C1X00",
        "ЖЖЖЖ-ЖЖЖЖ-ЖЖЖЖ",
    ] {
        assert_eq!(fault(Code::parse(typed)), SealFault::CodeMisread, "{typed}");
    }
}

#[test]
fn nothing_secret_shows_itself() {
    let code = Code::from_values(&[5; 11]);
    assert_eq!(format!("{code:?}"), "Code(…)");
    let secret = frontline::seal::secret::Secret::<4>::take(&mut [1, 2, 3, 4]);
    assert_eq!(format!("{secret:?}"), "Secret<4>(…)");
}

/// Sabotage: codes of so few random bits that all can be tried.
fn short_code(value: u32) -> Code {
    let mut values = [0; CODE_LENGTH - 1];
    for (place, five) in values.iter_mut().enumerate().take(6) {
        *five = (value >> (5 * place) & 31) as u8;
    }
    Code::from_values(&values)
}

/// Bits of the sabotaged codes: `FRONTLINE_CODE_BITS=30` is the full run, some minutes.
fn short_bits() -> u32 {
    let asked = std::env::var("FRONTLINE_CODE_BITS").ok();
    asked.and_then(|bits| bits.parse().ok()).unwrap_or(20)
}

#[test]
fn a_short_code_is_recovered_and_one_of_fifty_five_bits_would_take_ages() {
    let salt = [3; 16];
    let fast = Checking {
        hash: &FastHash,
        salt,
        cost: Cost::FLOOR,
    };
    // The attack wins where codes are short and hashing is cheap.
    let codes = 1_u32 << short_bits();
    let secret = 0x3F0B_EEF5 % codes;
    let stored = fast.code(&short_code(secret)).unwrap();
    let is_it = |guess: &u32| fast.code(&short_code(*guess)).unwrap() == stored;
    let found = (0..codes).into_par_iter().find_any(is_it);
    assert_eq!(found, Some(secret));
    // The same attack on real codes: measured cost of one guess, times 2^55 codes over those unspent.
    let start = Instant::now();
    Argon2idHash
        .verifier(b"one guess", &salt, Cost::FLOOR)
        .unwrap();
    let guess = start.elapsed().as_secs_f64().max(0.005);
    let years = |bits: i32| guess * f64::from(2).powi(bits) / 1000.0 / 3.15e7;
    println!(
        "one guess {:.0} ms; a code among 1,000: 30 bits {:.4} core years, 55 bits {:.0} core years",
        guess * 1e3,
        years(30),
        years(55)
    );
    assert!(
        years(30) < 10.0,
        "30 bits fall to one machine in months at most"
    );
    assert!(years(55) > 5_000.0, "55 bits do not");
}
