//! Fixed layouts: writing them, and reading them without trust. Lengths are checked before anything
//! is allocated; what is left over is refused. Knows nothing of keys or of what the bytes mean.

use std::ops::RangeInclusive;

use zeroize::Zeroize;

use crate::error::{Result, SealFault};

/// Builds a little-endian layout.
#[derive(Default)]
pub struct Writer {
    bytes: Vec<u8>,
}

impl Writer {
    /// An empty layout.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// A layout that starts with a magic word and a version.
    #[must_use]
    pub fn of_kind(magic: &[u8; 8], version: u16) -> Self {
        let mut writer = Self::new();
        writer.raw(magic);
        writer.u16(version);
        writer
    }

    /// One byte.
    pub fn u8(&mut self, value: u8) {
        self.bytes.push(value);
    }

    /// Two bytes.
    pub fn u16(&mut self, value: u16) {
        self.raw(&value.to_le_bytes());
    }

    /// Four bytes.
    pub fn u32(&mut self, value: u32) {
        self.raw(&value.to_le_bytes());
    }

    /// Eight bytes.
    pub fn u64(&mut self, value: u64) {
        self.raw(&value.to_le_bytes());
    }

    /// Bytes as they are.
    pub fn raw(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
    }

    /// A count or length as four bytes.
    ///
    /// # Errors
    /// When it does not fit.
    pub fn count(&mut self, count: usize) -> Result<()> {
        self.u32(u32::try_from(count).map_err(|_| SealFault::TooLarge)?);
        Ok(())
    }

    /// A length as four bytes, then the bytes.
    ///
    /// # Errors
    /// When there are 4 GiB or more.
    pub fn block(&mut self, bytes: &[u8]) -> Result<()> {
        self.count(bytes.len())?;
        self.raw(bytes);
        Ok(())
    }

    /// A text: its length in bytes, then UTF-8.
    ///
    /// # Errors
    /// When there are 4 GiB or more.
    pub fn text(&mut self, text: &str) -> Result<()> {
        self.block(text.as_bytes())
    }

    /// A number that may be missing: a byte 0 or 1, then four bytes.
    pub fn optional_u32(&mut self, value: Option<u32>) {
        self.u8(u8::from(value.is_some()));
        self.u32(value.unwrap_or(0));
    }

    /// What has been written so far.
    #[must_use]
    pub fn written(&self) -> &[u8] {
        &self.bytes
    }

    /// The finished layout.
    #[must_use]
    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }

    /// Overwrites and forgets what was written: for layouts that hold secrets.
    pub fn wipe(&mut self) {
        self.bytes.zeroize();
    }
}

/// Reads a layout front to back. Every failure is [`SealFault::Damaged`] unless stated.
#[derive(Clone)]
pub struct Reader<'a> {
    rest: &'a [u8],
}

impl<'a> Reader<'a> {
    /// Reads all of `bytes`.
    #[must_use]
    pub const fn new(bytes: &'a [u8]) -> Self {
        Self { rest: bytes }
    }

    /// Reads a file that must start with the magic word and a known version, within a cap.
    ///
    /// # Errors
    /// [`SealFault::TooLarge`], [`SealFault::OtherKind`], or [`SealFault::NewerFormat`].
    pub fn of_kind(bytes: &'a [u8], magic: &[u8; 8], version: u16, cap: usize) -> Result<Self> {
        Self::of_versions(bytes, magic, version..=version, cap)
    }

    /// The same for a kind of file whose earlier versions are read too.
    ///
    /// # Errors
    /// As [`Self::of_kind`].
    pub fn of_versions(
        bytes: &'a [u8],
        magic: &[u8; 8],
        versions: RangeInclusive<u16>,
        cap: usize,
    ) -> Result<Self> {
        if bytes.len() > cap {
            return Err(SealFault::TooLarge.into());
        }
        if bytes.get(..magic.len()) != Some(magic.as_slice()) {
            return Err(SealFault::OtherKind.into());
        }
        let mut reader = Self::new(bytes);
        reader.take(magic.len())?;
        let found = reader.u16()?;
        if versions.contains(&found) {
            Ok(reader)
        } else if found > *versions.end() {
            Err(SealFault::NewerFormat(found).into())
        } else {
            Err(SealFault::Damaged.into())
        }
    }

    /// How many bytes are left.
    #[must_use]
    pub const fn left(&self) -> usize {
        self.rest.len()
    }

    /// What is left, unread.
    #[must_use]
    pub const fn rest(&self) -> &'a [u8] {
        self.rest
    }

    /// The next `count` bytes.
    ///
    /// # Errors
    /// When fewer are left.
    pub fn take(&mut self, count: usize) -> Result<&'a [u8]> {
        let (taken, rest) = self.rest.split_at_checked(count).ok_or_else(damaged)?;
        self.rest = rest;
        Ok(taken)
    }

    /// The next `N` bytes.
    ///
    /// # Errors
    /// When fewer are left.
    pub fn array<const N: usize>(&mut self) -> Result<[u8; N]> {
        let (taken, rest) = self.rest.split_first_chunk::<N>().ok_or_else(damaged)?;
        self.rest = rest;
        Ok(*taken)
    }

    /// One byte.
    ///
    /// # Errors
    /// At the end.
    pub fn u8(&mut self) -> Result<u8> {
        self.array::<1>().map(|[byte]| byte)
    }

    /// Two bytes.
    ///
    /// # Errors
    /// At the end.
    pub fn u16(&mut self) -> Result<u16> {
        self.array().map(u16::from_le_bytes)
    }

    /// Four bytes.
    ///
    /// # Errors
    /// At the end.
    pub fn u32(&mut self) -> Result<u32> {
        self.array().map(u32::from_le_bytes)
    }

    /// Eight bytes.
    ///
    /// # Errors
    /// At the end.
    pub fn u64(&mut self) -> Result<u64> {
        self.array().map(u64::from_le_bytes)
    }

    /// A truth as one byte, 0 or 1.
    ///
    /// # Errors
    /// On any other byte.
    pub fn flag(&mut self) -> Result<bool> {
        match self.u8()? {
            0 => Ok(false),
            1 => Ok(true),
            _ => Err(damaged()),
        }
    }

    /// A count of things that take at least `size` bytes each, so that a lie about the count cannot
    /// ask for more memory than the file has bytes.
    ///
    /// # Errors
    /// When the rest cannot hold that many.
    pub fn count(&mut self, size: usize) -> Result<usize> {
        let count = usize::try_from(self.u32()?).map_err(|_| damaged())?;
        let needed = count.checked_mul(size.max(1)).ok_or_else(damaged)?;
        if needed > self.left() {
            return Err(damaged());
        }
        Ok(count)
    }

    /// A length, then so many bytes, at most `most`.
    ///
    /// # Errors
    /// When it is longer than `most` or than the rest.
    pub fn block(&mut self, most: usize) -> Result<&'a [u8]> {
        let length = self.count(1)?;
        if length > most {
            return Err(damaged());
        }
        self.take(length)
    }

    /// A text of at most `most` bytes.
    ///
    /// # Errors
    /// When it is longer or no UTF-8.
    pub fn text(&mut self, most: usize) -> Result<&'a str> {
        std::str::from_utf8(self.block(most)?).map_err(|_| damaged())
    }

    /// A number that may be missing; a missing one is written as zero.
    ///
    /// # Errors
    /// When it is marked as missing and is not zero.
    pub fn optional_u32(&mut self) -> Result<Option<u32>> {
        match (self.flag()?, self.u32()?) {
            (true, value) => Ok(Some(value)),
            (false, 0) => Ok(None),
            (false, _) => Err(damaged()),
        }
    }

    /// The next `count` bytes, all of which must be zero.
    ///
    /// # Errors
    /// When one is not, or fewer are left.
    pub fn zeros(&mut self, count: usize) -> Result<()> {
        if self.take(count)?.iter().any(|byte| *byte != 0) {
            return Err(damaged());
        }
        Ok(())
    }

    /// The end: nothing may follow.
    ///
    /// # Errors
    /// When bytes are left.
    pub fn end(self) -> Result<()> {
        if self.rest.is_empty() {
            Ok(())
        } else {
            Err(damaged())
        }
    }
}

fn damaged() -> crate::error::Error {
    SealFault::Damaged.into()
}
