//! Secrets, where randomness comes from, and how passphrases and codes are stretched. A secret wipes
//! itself, is never copied in silence and never shows itself in `Debug`.

use std::fmt;

use argon2::{Algorithm, Argon2, Block, Params, Version};
use zeroize::{Zeroize, ZeroizeOnDrop};

use super::bytes::{Reader, Writer};
use crate::error::{Result, SealFault};

/// Where random bytes come from. The program uses [`SystemEntropy`]; tests bring a source whose
/// bytes they know.
pub trait Entropy {
    /// Fills `out` with bytes that nobody can foresee.
    ///
    /// # Errors
    /// When the system has none to give.
    fn fill(&mut self, out: &mut [u8]) -> Result<()>;
}

/// The operating system's randomness.
#[derive(Debug, Default, Clone, Copy)]
pub struct SystemEntropy;

impl Entropy for SystemEntropy {
    fn fill(&mut self, out: &mut [u8]) -> Result<()> {
        getrandom::fill(out).map_err(|_| SealFault::NoRandomness.into())
    }
}

/// Random bytes that are no secret: salts, nonces.
///
/// # Errors
/// When the source fails.
pub fn random<const N: usize>(entropy: &mut dyn Entropy) -> Result<[u8; N]> {
    let mut bytes = [0; N];
    entropy.fill(&mut bytes)?;
    Ok(bytes)
}

/// A number from 0 to `below` − 1, each equally likely.
///
/// # Errors
/// When the source fails.
///
/// # Panics
/// When `below` is 0.
pub fn random_below(entropy: &mut dyn Entropy, below: u32) -> Result<u32> {
    // Draws past the last whole multiple are thrown away, so that no rest is favoured.
    let limit = u32::MAX - u32::MAX % below;
    loop {
        let drawn = u32::from_le_bytes(random(entropy)?);
        if drawn < limit {
            return Ok(drawn % below);
        }
    }
}

/// Brings things into an order that says nothing about where they came from (Fisher and Yates).
///
/// # Errors
/// When the source fails or there are 2³² things.
pub fn shuffle<T>(things: &mut [T], entropy: &mut dyn Entropy) -> Result<()> {
    for last in (1..things.len()).rev() {
        let below = u32::try_from(last + 1).map_err(|_| SealFault::TooLarge)?;
        let other = usize::try_from(random_below(entropy, below)?).expect("below a usize");
        things.swap(last, other);
    }
    Ok(())
}

/// `N` secret bytes on the heap, so that moving the value leaves no copy behind.
pub struct Secret<const N: usize>(Box<[u8; N]>);

impl<const N: usize> Secret<N> {
    /// Fresh secret bytes.
    ///
    /// # Errors
    /// When the source fails.
    pub fn random(entropy: &mut dyn Entropy) -> Result<Self> {
        let mut secret = Self::zeroed();
        entropy.fill(secret.0.as_mut_slice())?;
        Ok(secret)
    }

    /// Takes the bytes over and wipes where they came from.
    pub fn take(from: &mut [u8; N]) -> Self {
        let mut secret = Self::zeroed();
        secret.0.copy_from_slice(from);
        from.zeroize();
        secret
    }

    /// Zeros to be filled by [`Self::expose_mut`].
    #[must_use]
    pub fn zeroed() -> Self {
        Self(Box::new([0; N]))
    }

    /// The bytes. Whoever copies them wipes the copy.
    #[must_use]
    pub const fn expose(&self) -> &[u8; N] {
        &self.0
    }

    /// The bytes, to be written.
    pub const fn expose_mut(&mut self) -> &mut [u8; N] {
        &mut self.0
    }

    /// A second copy, made knowingly.
    #[must_use]
    pub fn duplicate(&self) -> Self {
        Self(self.0.clone())
    }

    /// The same bytes? Takes the same time whatever they are.
    #[must_use]
    pub fn is_same(&self, other: &[u8; N]) -> bool {
        is_same(self.0.as_slice(), other)
    }
}

impl<const N: usize> Drop for Secret<N> {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

impl<const N: usize> ZeroizeOnDrop for Secret<N> {}

impl<const N: usize> fmt::Debug for Secret<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Secret<{N}>(…)")
    }
}

/// Are both equal? The time taken depends on the lengths alone.
#[must_use]
pub fn is_same(left: &[u8], right: &[u8]) -> bool {
    let differing = left
        .iter()
        .zip(right)
        .fold(0, |bits, (left, right)| bits | (left ^ right));
    // The black box keeps the compiler from stopping at the first difference.
    left.len() == right.len() && std::hint::black_box(differing) == 0
}

/// What one guess costs: Argon2id's memory, passes and lanes. Never below the floor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cost {
    kibibytes: u32,
    passes: u32,
    lanes: u32,
}

impl Cost {
    /// 64 MiB, three passes, one lane: what a code costs, and the least that anything may.
    pub const FLOOR: Self = Self {
        kibibytes: 64 * 1024,
        passes: 3,
        lanes: 1,
    };

    /// The most memory that a file may ask for: 1 GiB.
    pub const MOST_KIBIBYTES: u32 = 1024 * 1024;
    const MOST_PASSES: u32 = 32;
    const MOST_LANES: u32 = 8;

    /// A cost between the floor and what a file may ask for.
    ///
    /// # Errors
    /// [`SealFault::WeakCost`] below the floor, [`SealFault::TooLarge`] above the cap.
    pub fn new(kibibytes: u32, passes: u32, lanes: u32) -> Result<Self> {
        let floor = Self::FLOOR;
        if kibibytes < floor.kibibytes || passes < floor.passes || lanes < floor.lanes {
            return Err(SealFault::WeakCost.into());
        }
        if kibibytes > Self::MOST_KIBIBYTES
            || passes > Self::MOST_PASSES
            || lanes > Self::MOST_LANES
        {
            return Err(SealFault::TooLarge.into());
        }
        Ok(Self {
            kibibytes,
            passes,
            lanes,
        })
    }

    /// Memory in KiB.
    #[must_use]
    pub const fn kibibytes(self) -> u32 {
        self.kibibytes
    }

    /// Passes over the memory.
    #[must_use]
    pub const fn passes(self) -> u32 {
        self.passes
    }

    /// Lanes.
    #[must_use]
    pub const fn lanes(self) -> u32 {
        self.lanes
    }

    /// Three numbers of four bytes.
    pub fn write(self, writer: &mut Writer) {
        writer.u32(self.kibibytes);
        writer.u32(self.passes);
        writer.u32(self.lanes);
    }

    /// Reads what [`Self::write`] wrote, and refuses what is too cheap or too dear.
    ///
    /// # Errors
    /// As [`Self::new`], or at the end of the bytes.
    pub fn read(reader: &mut Reader<'_>) -> Result<Self> {
        Self::new(reader.u32()?, reader.u32()?, reader.u32()?)
    }

    /// Argon2id of `password` and `salt` (8 bytes or more) into `out` (4 bytes or more). The working
    /// memory is wiped.
    ///
    /// # Errors
    /// When the memory is not there.
    pub fn stretch(self, password: &[u8], salt: &[u8], out: &mut [u8]) -> Result<()> {
        let params = Params::new(self.kibibytes, self.passes, self.lanes, Some(out.len()))
            .map_err(|_| SealFault::WeakCost)?;
        let mut memory = Vec::new();
        let blocks = params.block_count();
        memory
            .try_reserve_exact(blocks)
            .map_err(|_| SealFault::NotEnoughMemory)?;
        memory.resize(blocks, Block::default());
        let done = Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
            .hash_password_into_with_memory(password, salt, out, memory.as_mut_slice());
        memory.zeroize();
        done.map_err(|_| SealFault::WeakCost.into())
    }
}
