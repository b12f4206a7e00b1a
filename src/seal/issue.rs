//! Issuing a station: its key, its codes, its pack. The codes go to the printer; nothing keeps them.

use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use super::Watch;
use super::bag::Bag;
use super::code::{Checking, Code, CodeHash, VERIFIER_BYTES};
use super::keys::SigningKey;
use super::marks::NameMarks;
use super::pack::{Pack, PackClass, PackFile, PackParts};
use super::plan::FrozenPlan;
use super::secret::{Cost, Entropy, Secret, random, shuffle};
use crate::error::{Kind, PlanFault, Result};

const MOST_CODES: u32 = 100_000;

/// A code on its way to the printer.
#[derive(Debug)]
pub struct IssuedCode {
    /// The class that it votes in.
    pub class: u16,
    /// The code.
    pub code: Code,
}

/// What a station is to be. Holds the exit password, so it has no `Debug`.
pub struct StationOrder<'a> {
    /// Its name.
    pub name: &'a str,
    /// Classes and how many codes each gets.
    pub codes: &'a [(u16, u32)],
    /// What leaves the kiosk.
    pub exit_password: &'a str,
    /// Names of staff, for the comment warning; may be empty.
    pub staff: &'a [String],
    /// What a guess costs; [`Cost::FLOOR`] unless the company wants more.
    pub cost: Cost,
}

/// Issues the stations of a wave.
#[derive(Clone, Copy)]
pub struct Issuer<'a> {
    /// The wave.
    pub plan: &'a FrozenPlan,
    /// Signs the packs.
    pub company: &'a SigningKey,
    /// [`super::code::Argon2idHash`], but in tests.
    pub hash: &'a dyn CodeHash,
}

impl Issuer<'_> {
    /// Makes a station. The codes come shuffled over all classes, so that the order of slips tells
    /// nothing. Hashing runs on all cores; `watch` hears of every code done.
    ///
    /// # Errors
    /// When there is no randomness or memory, the order is empty or too large, or `watch` cancels.
    pub fn issue(
        &self,
        order: &StationOrder<'_>,
        entropy: &mut dyn Entropy,
        watch: Watch<'_>,
    ) -> Result<(PackFile, Vec<IssuedCode>)> {
        let total = order
            .codes
            .iter()
            .map(|(_, count)| u64::from(*count))
            .sum::<u64>();
        if total == 0 || total > u64::from(MOST_CODES) {
            return Err(PlanFault::Count.into());
        }
        let seed = Secret::random(entropy)?;
        let salt = random(entropy)?;
        let checking = Checking {
            hash: self.hash,
            salt,
            cost: order.cost,
        };
        let mut codes = Vec::new();
        for (class, count) in order.codes {
            for _ in 0..*count {
                let code = Code::random(entropy)?;
                codes.push(IssuedCode {
                    class: *class,
                    code,
                });
            }
        }
        let parts = PackParts {
            station: order.name.to_owned(),
            station_key: SigningKey::from_seed(&seed).verify_key(),
            salt,
            cost: order.cost,
            exit: checking.exit(order.exit_password)?,
            marks: NameMarks::of(salt, order.staff.iter().map(String::as_str)),
            classes: classes_of(&codes, checking, watch)?,
        };
        let pack = Pack::sign(self.plan, parts, self.company)?;
        shuffle(&mut codes, entropy)?;
        Ok((PackFile { pack, seed }, codes))
    }
}

fn classes_of(
    codes: &[IssuedCode],
    checking: Checking<'_>,
    watch: Watch<'_>,
) -> Result<Vec<PackClass>> {
    let done = AtomicUsize::new(0);
    let hashed = codes
        .par_iter()
        .map(|issued| {
            let verifier = checking.code(&issued.code)?;
            let so_far = done.fetch_add(1, Ordering::Relaxed) + 1;
            if watch(so_far, codes.len()) {
                Ok((issued.class, verifier.to_vec()))
            } else {
                Err(Kind::Cancelled.into())
            }
        })
        .collect::<Result<Vec<_>>>()?;
    let mut numbers = hashed.iter().map(|(class, _)| *class).collect::<Vec<_>>();
    numbers.sort_unstable();
    numbers.dedup();
    numbers
        .into_iter()
        .map(|class| {
            let own = hashed.iter().filter(|(other, _)| *other == class);
            let verifiers = Bag::of(VERIFIER_BYTES, own.map(|(_, v)| v.clone()))?;
            Ok(PackClass { class, verifiers })
        })
        .collect()
}
