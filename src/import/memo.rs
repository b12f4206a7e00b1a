//! What short texts were found to mean: the cells of a column of a million rows repeat a few hundred
//! of them. A shortcut only: what it does not know is looked up as ever.

/// A few thousand texts and what they mean. A later text may take the place of an earlier one.
pub(super) struct Memo<T> {
    /// Key and meaning; 0 is no key.
    slots: Vec<(u64, T)>,
}

/// The slots are so many bits' worth.
const BITS: u32 = 12;

impl<T: Copy + Default> Memo<T> {
    pub(super) fn new() -> Self {
        Self {
            slots: vec![(0, T::default()); 1 << BITS],
        }
    }

    /// What the key was found to mean.
    pub(super) fn get(&self, key: u64) -> Option<T> {
        let (known, meaning) = *self.slots.get(slot(key))?;
        (known == key && key != 0).then_some(meaning)
    }

    /// Remembers it.
    pub(super) fn put(&mut self, key: u64, meaning: T) {
        if let Some(slot) = self.slots.get_mut(slot(key)) {
            *slot = (key, meaning);
        }
    }
}

fn slot(key: u64) -> usize {
    // The upper bits of the product are well mixed.
    (key.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (u64::BITS - BITS)) as usize
}

/// A short text as a key, no other text has the same; 0 for an empty or longer one.
pub(super) fn short(text: &[u8]) -> u64 {
    match text.len() {
        length @ 1..=7 => text
            .iter()
            .fold(length as u64, |key, byte| (key << 8) | u64::from(*byte)),
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_belongs_to_one_text() {
        let texts: [&[u8]; 6] = [b"a", b"\0a", b"a\0", b"ab", b"1234567", "ул".as_bytes()];
        let mut keys: Vec<u64> = texts.into_iter().map(short).collect();
        keys.sort_unstable();
        keys.dedup();
        assert_eq!(keys.len(), texts.len());
        assert_eq!([short(b""), short(b"12345678")], [0, 0]);
    }

    #[test]
    fn only_what_was_put_is_known() {
        let mut memo = Memo::new();
        assert_eq!(memo.get(0), None);
        (1..100_000_u64).for_each(|key| memo.put(key, key + 1));
        let known: Vec<u64> = (0..200_000)
            .filter_map(|key| memo.get(key).map(|v| v - key))
            .collect();
        assert!(known.len() > 2_000 && known.iter().all(|gap| *gap == 1));
    }
}
