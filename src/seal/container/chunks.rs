//! A section as chunks of 64 KiB, each sealed on its own, all of them bound to their place.

use rayon::prelude::*;
use zeroize::{Zeroize as _, Zeroizing};

use super::header::Entry;
use super::keys::{self, Key, NONCE, TAG};
use crate::error::{Result, SealFault};

/// Plain bytes of a chunk.
pub(super) const CHUNK: usize = 64 << 10;
/// Contents are padded to whole multiples of this.
pub(super) const PAD: usize = 1 << 20;
/// Bytes of a section's nonce prefix; the number of the chunk and "last" fill the rest.
pub(super) const PREFIX: usize = NONCE - 5;
/// Bytes of the length before the content.
const LENGTH: usize = 8;

/// Bytes of a padded content once it is sealed; nothing where that is more than can be counted.
pub(super) fn sealed_bytes(padded: usize) -> Option<usize> {
    padded.checked_add((padded / CHUNK).checked_mul(TAG)?)
}

/// The padded size of a content.
pub(super) fn padded_bytes(content: usize) -> Option<usize> {
    content.checked_add(LENGTH)?.checked_next_multiple_of(PAD)
}

/// Everything that a chunk is bound to.
pub(super) struct Binding<'a> {
    pub(super) header_hash: &'a [u8; 32],
    pub(super) generation: u64,
    pub(super) entry: &'a Entry,
}

impl Binding<'_> {
    fn chunks(&self) -> usize {
        self.entry.padded / CHUNK
    }

    fn nonce(&self, index: u32, is_last: bool) -> [u8; NONCE] {
        let mut nonce = [0; NONCE];
        nonce[..PREFIX].copy_from_slice(&self.entry.prefix);
        nonce[PREFIX..NONCE - 1].copy_from_slice(&index.to_le_bytes());
        nonce[NONCE - 1] = u8::from(is_last);
        nonce
    }

    fn bound(&self, index: u32, is_last: bool) -> [u8; 64] {
        let mut bound = [0; 64];
        bound[..16].copy_from_slice(b"frontline chunk\0");
        bound[16..48].copy_from_slice(self.header_hash);
        bound[48..56].copy_from_slice(&self.generation.to_le_bytes());
        bound[56..58].copy_from_slice(&self.entry.kind.to_le_bytes());
        bound[58..62].copy_from_slice(&index.to_le_bytes());
        bound[62] = u8::from(is_last);
        bound
    }
}

/// Seals a content into `out`, which has exactly the sealed size and is all zero.
pub(super) fn seal(key: &Key, binding: &Binding<'_>, content: &[u8], out: &mut [u8]) {
    let cipher = key.cipher();
    let last = binding.chunks() - 1;
    out.par_chunks_mut(CHUNK + TAG)
        .enumerate()
        .for_each(|(index, out)| {
            let (plain, tag) = out.split_at_mut(CHUNK);
            fill(plain, index, content);
            let (index, is_last) = (number(index), index == last);
            let bound = binding.bound(index, is_last);
            let sealed = keys::seal(&cipher, binding.nonce(index, is_last), &bound, plain);
            tag.copy_from_slice(&sealed);
        });
}

/// The plain bytes of a chunk: the length stands before the content, zeros after it.
fn fill(plain: &mut [u8], index: usize, content: &[u8]) {
    let start = index * CHUNK;
    if start == 0 {
        let length = u64::try_from(content.len()).expect("a usize has at most 64 bits");
        plain[..LENGTH].copy_from_slice(&length.to_le_bytes());
    }
    let (at, from) = if start == 0 {
        (LENGTH, 0)
    } else {
        (0, start - LENGTH)
    };
    let rest = content.get(from..).unwrap_or_default();
    let taken = rest.len().min(CHUNK - at);
    plain[at..at + taken].copy_from_slice(&rest[..taken]);
}

/// Opens a section whole, or not at all.
pub(super) fn open(key: &Key, binding: &Binding<'_>, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>> {
    let cipher = key.cipher();
    let last = binding.chunks() - 1;
    // The length of `sealed` was checked against the header, so this is no more than the file.
    let mut plain = Zeroizing::new(vec![0; binding.entry.padded]);
    let is_whole = plain
        .par_chunks_mut(CHUNK)
        .zip(sealed.par_chunks(CHUNK + TAG))
        .enumerate()
        .map(|(index, (plain, sealed))| {
            let (bytes, tag) = sealed.split_at(CHUNK);
            plain.copy_from_slice(bytes);
            let tag = *tag.first_chunk().expect("the length was checked");
            let (index, is_last) = (number(index), index == last);
            let bound = binding.bound(index, is_last);
            keys::open(&cipher, binding.nonce(index, is_last), &bound, (plain, tag))
        })
        .reduce(|| true, |left, right| left && right);
    if !is_whole {
        return Err(SealFault::Damaged.into());
    }
    unpad(&mut plain)?;
    Ok(plain)
}

/// Takes the length off the front and the zeros off the end, in place.
fn unpad(plain: &mut Vec<u8>) -> Result<()> {
    let length = plain.first_chunk().copied().map(u64::from_le_bytes);
    let length = length.and_then(|length| usize::try_from(length).ok());
    let length = length.ok_or(SealFault::Damaged)?;
    if padded_bytes(length) != Some(plain.len()) {
        return Err(SealFault::Damaged.into());
    }
    let end = LENGTH + length;
    if plain[end..].iter().any(|byte| *byte != 0) {
        return Err(SealFault::Damaged.into());
    }
    plain.copy_within(LENGTH..end, 0);
    // `truncate` leaves the bytes behind; what moved forward must not stay twice.
    plain[length..end].zeroize();
    plain.truncate(length);
    Ok(())
}

fn number(index: usize) -> u32 {
    u32::try_from(index).expect("2^32 chunks are 256 TiB")
}
