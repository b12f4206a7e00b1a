//! Packs: everything one station needs for one wave, signed by the company; and pack files, which
//! carry the station's own key beside it.

use super::bag::Bag;
use super::bytes::{Reader, Writer};
use super::code::{Checking, CodeHash, VERIFIER_BYTES, Verifier};
use super::keys::{SIGNATURE_BYTES, SigningKey, VerifyKey};
use super::marks::NameMarks;
use super::plan::{self, FrozenPlan};
use super::secret::{Cost, Secret, is_same};
use super::words::Fingerprint;
use crate::error::{Result, SealFault};

const MAGIC: &[u8; 8] = b"FL-SPACK";
const FILE_MAGIC: &[u8; 8] = b"FL-PACK\0";
/// The version of pack files.
const VERSION: u16 = 1;
/// The version of signed packs: the first kept marks of names uncut.
const PACK_VERSION: u16 = 2;
/// The most bytes of a pack or pack file.
pub const MOST_BYTES: usize = 4 << 20;
const MOST_TEXT: usize = 512;

/// The identity of a pack: BLAKE3 of its signed bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct PackHash(pub [u8; 32]);

/// The codes of one class at a station.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackClass {
    /// The class's position in the plan.
    pub class: u16,
    /// What is kept of its codes.
    pub verifiers: Bag,
}

impl PackClass {
    /// How many codes were issued.
    #[must_use]
    pub fn issued(&self) -> u32 {
        u32::try_from(self.verifiers.len()).unwrap_or(u32::MAX)
    }
}

/// What goes into a pack beside the plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackParts {
    /// The station's name.
    pub station: String,
    /// What its bundles are signed with.
    pub station_key: VerifyKey,
    /// The salt of codes.
    pub salt: [u8; 16],
    /// What a guess costs.
    pub cost: Cost,
    /// What is kept of the exit password.
    pub exit: Verifier,
    /// Stems of staff names.
    pub marks: NameMarks,
    /// The classes that use this station, ascending.
    pub classes: Vec<PackClass>,
}

/// A pack whose signature holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pack {
    plan: FrozenPlan,
    parts: PackParts,
    bytes: Vec<u8>,
    hash: PackHash,
}

impl Pack {
    /// Signs a pack.
    ///
    /// # Errors
    /// When the key is not the plan's, the pack grows too large or breaks a rule.
    pub fn sign(plan: &FrozenPlan, parts: PackParts, company: &SigningKey) -> Result<Self> {
        if company.verify_key() != plan.company_key {
            return Err(SealFault::SignatureWrong.into());
        }
        check(plan, &parts)?;
        let mut out = Writer::of_kind(MAGIC, PACK_VERSION);
        out.block(plan.bytes())?;
        out.text(&parts.station)?;
        out.raw(parts.station_key.as_bytes());
        out.raw(&parts.salt);
        parts.cost.write(&mut out);
        out.raw(&parts.exit);
        parts.marks.write(&mut out)?;
        out.count(parts.classes.len())?;
        for class in &parts.classes {
            out.u16(class.class);
            class.verifiers.write(&mut out)?;
        }
        let signature = company.sign(out.written());
        out.raw(&signature);
        let bytes = out.into_bytes();
        if bytes.len() > MOST_BYTES {
            return Err(SealFault::TooLarge.into());
        }
        Ok(Self {
            plan: plan.clone(),
            parts,
            hash: PackHash(*blake3::hash(&bytes).as_bytes()),
            bytes,
        })
    }

    /// Reads a signed pack. The signature is checked before anything but the company key is
    /// believed; whose key that is, people compare by the fingerprint words.
    ///
    /// # Errors
    /// When it is no pack, altered, too cheap to guess, or breaks a rule.
    pub fn decode(bytes: &[u8]) -> Result<Self> {
        let mut from = Reader::of_versions(bytes, MAGIC, 1..=PACK_VERSION, MOST_BYTES)?;
        let plan_bytes = from.block(MOST_BYTES)?;
        plan::company_key_of(plan_bytes)?.open(bytes)?;
        let plan = FrozenPlan::decode(plan_bytes)?;
        let station = from.text(MOST_TEXT)?.to_owned();
        let station_key = VerifyKey::from_bytes(&from.array()?)?;
        let salt = from.array()?;
        let cost = Cost::read(&mut from)?;
        let exit = from.array()?;
        let marks = NameMarks::read(&mut from, salt)?;
        let mut classes = Vec::new();
        for _ in 0..from.count(6)? {
            classes.push(PackClass {
                class: from.u16()?,
                verifiers: Bag::read(&mut from, VERIFIER_BYTES)?,
            });
        }
        from.take(SIGNATURE_BYTES)?;
        from.end()?;
        let parts = PackParts {
            station,
            station_key,
            salt,
            cost,
            exit,
            marks,
            classes,
        };
        check(&plan, &parts)?;
        Ok(Self {
            plan,
            parts,
            hash: PackHash(*blake3::hash(bytes).as_bytes()),
            bytes: bytes.to_vec(),
        })
    }

    /// The wave's plan.
    #[must_use]
    pub const fn plan(&self) -> &FrozenPlan {
        &self.plan
    }

    /// The station's own part.
    #[must_use]
    pub const fn parts(&self) -> &PackParts {
        &self.parts
    }

    /// The signed bytes.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The identity.
    #[must_use]
    pub const fn hash(&self) -> PackHash {
        self.hash
    }

    /// How many codes were issued for this station.
    #[must_use]
    pub fn issued(&self) -> u32 {
        let issued = self.parts.classes.iter().map(PackClass::issued);
        issued.fold(0, u32::saturating_add)
    }

    /// The six words of slips, poster and kiosk. Takes as long as checking a code.
    ///
    /// # Errors
    /// When the memory is not there.
    pub fn fingerprint(&self) -> Result<Fingerprint> {
        Fingerprint::of(&self.hash.0)
    }

    /// Does the exit password fit?
    ///
    /// # Errors
    /// [`SealFault::ExitRefused`], or when the memory is not there.
    pub fn check_exit(&self, password: &str, hash: &dyn CodeHash) -> Result<()> {
        let verifier = self.checking(hash).exit(password)?;
        if is_same(&verifier, &self.parts.exit) {
            Ok(())
        } else {
            Err(SealFault::ExitRefused.into())
        }
    }

    /// How this pack turns codes into verifiers.
    #[must_use]
    pub fn checking<'a>(&self, hash: &'a dyn CodeHash) -> Checking<'a> {
        Checking {
            hash,
            salt: self.parts.salt,
            cost: self.parts.cost,
        }
    }
}

/// A pack and the station's private key: what HR hands to a station (`.flpack`).
#[derive(Debug)]
pub struct PackFile {
    /// The signed pack.
    pub pack: Pack,
    /// The seed of the station's signing key.
    pub seed: Secret<32>,
}

impl PackFile {
    /// The file.
    ///
    /// # Errors
    /// When it grows too large.
    pub fn encode(&self) -> Result<Vec<u8>> {
        let mut out = Writer::of_kind(FILE_MAGIC, VERSION);
        out.block(self.pack.bytes())?;
        out.raw(self.seed.expose());
        Ok(out.into_bytes())
    }

    /// Reads a pack file.
    ///
    /// # Errors
    /// When it is none, altered, or the key is not the one that the pack names.
    pub fn decode(bytes: &[u8]) -> Result<Self> {
        let mut from = Reader::of_kind(bytes, FILE_MAGIC, VERSION, MOST_BYTES)?;
        let pack = Pack::decode(from.block(MOST_BYTES)?)?;
        let seed = Secret::take(&mut from.array()?);
        from.end()?;
        if SigningKey::from_seed(&seed).verify_key() != pack.parts.station_key {
            return Err(SealFault::Damaged.into());
        }
        Ok(Self { pack, seed })
    }
}

fn check(plan: &FrozenPlan, parts: &PackParts) -> Result<()> {
    let classes = &parts.classes;
    let known = plan.classes.len();
    let is_right = !parts.station.trim().is_empty()
        && parts.station.len() <= MOST_TEXT
        && !classes.is_empty()
        && classes.is_sorted_by(|left, right| left.class < right.class)
        && classes
            .iter()
            .all(|c| usize::from(c.class) < known && !c.verifiers.is_empty());
    // A verifier of two classes would let one code vote in either.
    let all = classes.iter().fold(Bag::new(VERIFIER_BYTES), |all, class| {
        all.union(&class.verifiers)
    });
    let count = classes.iter().map(|c| c.verifiers.len()).sum::<usize>();
    if is_right && all.len() == count {
        Ok(())
    } else {
        Err(SealFault::Damaged.into())
    }
}
