//! The search for canaries: in every file below a folder, and in the memory of a child process.

use std::collections::BTreeMap;
use std::io::{Read as _, Seek as _, SeekFrom};
use std::path::Path;

/// Something that must not be found, in one or more spellings.
pub(crate) struct Needle {
    name: &'static str,
    spellings: Vec<Vec<u8>>,
}

impl Needle {
    /// A text, as files and as the two usual forms of letters in memory hold it.
    pub(crate) fn text(name: &'static str, text: &str) -> Self {
        let wide = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let letters = text.chars().flat_map(|c| u32::from(c).to_le_bytes());
        let spellings = vec![text.as_bytes().to_vec(), wide, letters.collect()];
        Self { name, spellings }
    }

    /// Every stretch of so many letters, so that nothing longer can hide.
    pub(crate) fn pieces(name: &'static str, text: &str, length: usize) -> Self {
        let letters: Vec<char> = text.chars().collect();
        let pieces = letters.windows(length);
        let spellings = pieces.flat_map(|piece| {
            let piece: String = piece.iter().collect();
            Self::text(name, &piece).spellings
        });
        Self {
            name,
            spellings: spellings.collect(),
        }
    }

    pub(crate) fn bytes(name: &'static str, bytes: &[u8]) -> Self {
        let spellings = vec![bytes.to_vec()];
        Self { name, spellings }
    }

    fn is_in(&self, hay: &[u8]) -> bool {
        self.spellings
            .iter()
            .any(|spelling| contains(hay, spelling))
    }
}

/// Where needles were found: name of the needle → places.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Found(BTreeMap<&'static str, Vec<String>>);

impl Found {
    pub(crate) fn nothing() -> Self {
        Self::default()
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    fn look(&mut self, needles: &[Needle], hay: &[u8], place: &dyn Fn() -> String) {
        for needle in needles.iter().filter(|needle| needle.is_in(hay)) {
            self.0.entry(needle.name).or_default().push(place());
        }
    }
}

/// Looks for the first byte pair, then compares: fast enough for a few hundred megabytes.
fn contains(hay: &[u8], needle: &[u8]) -> bool {
    let Some((first, rest)) = needle.split_first() else {
        return false;
    };
    let mut from = 0;
    while let Some(step) = hay[from..].iter().position(|byte| byte == first) {
        let next = from + step + 1;
        if hay[next..].starts_with(rest) {
            return true;
        }
        from = next;
    }
    false
}

/// Every file below a folder, its name too.
pub(crate) fn files_with(folder: &Path, needles: &[Needle]) -> Found {
    let mut found = Found::default();
    let mut folders = vec![folder.to_owned()];
    let mut files = 0;
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).expect("a folder of this test") {
            let path = entry.expect("an entry").path();
            let shown = || path.display().to_string();
            found.look(needles, shown().as_bytes(), &shown);
            if path.is_dir() {
                folders.push(path);
            } else {
                files += 1;
                let bytes = std::fs::read(&path).expect("a file of this test");
                found.look(needles, &bytes, &shown);
            }
        }
    }
    assert!(files > 0, "there was nothing to look at");
    found
}

/// The memory of an own child that it can write to; none where the system does not let us look.
pub(crate) fn memory_with(process: u32, needles: &[Needle]) -> Option<Found> {
    let maps = std::fs::read_to_string(format!("/proc/{process}/maps")).ok()?;
    let mut memory = std::fs::File::open(format!("/proc/{process}/mem")).ok()?;
    let mut found = Found::default();
    let mut read = 0;
    for line in maps.lines() {
        let mut words = line.split_whitespace();
        let (range, rights) = (words.next()?, words.next()?);
        let name = words.nth(3).unwrap_or("anonymous");
        if !rights.starts_with("rw") {
            continue;
        }
        let (from, to) = range.split_once('-')?;
        let from = u64::from_str_radix(from, 16).ok()?;
        let length = u64::from_str_radix(to, 16).ok()? - from;
        let mut bytes = vec![0; usize::try_from(length).ok()?];
        memory.seek(SeekFrom::Start(from)).ok()?;
        // Some areas belong to the kernel and cannot be read.
        if memory.read_exact(&mut bytes).is_ok() {
            read += bytes.len();
            found.look(needles, &bytes, &|| name.to_owned());
        }
    }
    (read > 1 << 20).then_some(found)
}
