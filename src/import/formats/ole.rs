//! The container of old Office files, as far as needed to tell what is in it and to read one
//! stream. Every offset and chain is checked; nothing is allocated on the file's word.

use super::FileType;

/// The first eight bytes.
pub(super) const MAGIC: [u8; 8] = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

const END: u32 = 0xffff_fffa;

/// A workbook, a protected one, or something else in the container.
pub(super) fn ole_type(bytes: &[u8]) -> FileType {
    let Some(container) = Container::open(bytes) else {
        // Broken off: the reader says so with the right words.
        return FileType::Xls;
    };
    if container.has("EncryptedPackage") || container.has("EncryptionInfo") {
        return FileType::Protected;
    }
    if container.has("Workbook") || container.has("Book") {
        FileType::Xls
    } else {
        FileType::Unknown
    }
}

/// The stream of the workbook; none where the container is damaged or ambiguous.
pub(super) fn workbook_stream(bytes: &[u8]) -> Option<Vec<u8>> {
    let container = Container::open(bytes)?;
    let mut found = container
        .entries
        .iter()
        .filter(|entry| entry.name == "Workbook");
    let entry = match found.next() {
        Some(entry) => entry,
        None => container
            .entries
            .iter()
            .find(|entry| entry.name == "Book")?,
    };
    // Two of one name: another reader might take the other.
    if container
        .entries
        .iter()
        .filter(|other| other.name == entry.name)
        .count()
        > 1
    {
        return None;
    }
    container.stream(entry)
}

struct Entry {
    name: String,
    start: u32,
    size: u64,
}

struct Container<'a> {
    bytes: &'a [u8],
    sector: usize,
    fat: Vec<u32>,
    mini_fat_start: u32,
    mini_cutoff: u64,
    root: Option<(u32, u64)>,
    entries: Vec<Entry>,
}

impl<'a> Container<'a> {
    fn open(bytes: &'a [u8]) -> Option<Self> {
        if !bytes.starts_with(&MAGIC) {
            return None;
        }
        let shift = read_u16(bytes, 30)?;
        let sector = match shift {
            9 => 512,
            12 => 4_096,
            _ => return None,
        };
        let mut container = Self {
            bytes,
            sector,
            fat: Vec::new(),
            mini_fat_start: read_u32(bytes, 60)?,
            mini_cutoff: u64::from(read_u32(bytes, 56)?),
            root: None,
            entries: Vec::new(),
        };
        container.read_fat()?;
        container.read_directory(read_u32(bytes, 48)?)?;
        Some(container)
    }

    fn has(&self, name: &str) -> bool {
        self.entries.iter().any(|entry| entry.name == name)
    }

    fn sector(&self, id: u32) -> Option<&'a [u8]> {
        let start = usize::try_from(id)
            .ok()?
            .checked_add(1)?
            .checked_mul(self.sector)?;
        let rest = self.bytes.get(start..)?;
        // The last sector may be cut.
        Some(rest.get(..self.sector).unwrap_or(rest))
    }

    fn most_sectors(&self) -> usize {
        self.bytes.len() / self.sector + 1
    }

    fn read_fat(&mut self) -> Option<()> {
        let mut places: Vec<u32> = (0..109)
            .filter_map(|i| read_u32(self.bytes, 76 + i * 4))
            .collect();
        let mut next = read_u32(self.bytes, 68)?;
        let per_sector = self.sector / 4 - 1;
        for _ in 0..self.most_sectors() {
            if next >= END {
                break;
            }
            let sector = self.sector(next)?;
            places.extend((0..per_sector).filter_map(|i| read_u32(sector, i * 4)));
            next = read_u32(sector, per_sector * 4)?;
        }
        let most = self.most_sectors();
        for id in places.into_iter().filter(|id| *id < END).take(most) {
            let sector = self.sector(id)?;
            let ids = (0..self.sector / 4).map_while(|i| read_u32(sector, i * 4));
            self.fat.extend(ids);
        }
        Some(())
    }

    /// The bytes of a chain of sectors, at most `size`.
    fn chain(&self, start: u32, size: u64) -> Option<Vec<u8>> {
        let mut out = Vec::new();
        let mut id = start;
        for _ in 0..self.most_sectors() {
            if id >= END || u64::try_from(out.len()).ok()? >= size {
                break;
            }
            out.extend_from_slice(self.sector(id)?);
            id = *self.fat.get(usize::try_from(id).ok()?)?;
        }
        out.truncate(usize::try_from(size).unwrap_or(usize::MAX));
        Some(out)
    }

    fn read_directory(&mut self, start: u32) -> Option<()> {
        let directory = self.chain(start, u64::MAX)?;
        for slot in directory.chunks_exact(128) {
            let length = usize::from(read_u16(slot, 64)?).min(64);
            let units: Vec<u16> = (0..(length / 2).saturating_sub(1))
                .filter_map(|i| read_u16(slot, i * 2))
                .collect();
            let name = String::from_utf16_lossy(&units);
            let start = read_u32(slot, 116)?;
            let size = u64::from(read_u32(slot, 120)?);
            match slot.get(66)? {
                5 => self.root = Some((start, size)),
                2 => self.entries.push(Entry { name, start, size }),
                _ => {}
            }
        }
        Some(())
    }

    fn stream(&self, entry: &Entry) -> Option<Vec<u8>> {
        if entry.size >= self.mini_cutoff {
            return self.chain(entry.start, entry.size);
        }
        let (root_start, root_size) = self.root?;
        let mini = self.chain(root_start, root_size)?;
        let mini_fat = self.chain(self.mini_fat_start, u64::MAX)?;
        let mut out = Vec::new();
        let mut id = entry.start;
        for _ in 0..mini.len() / 64 + 1 {
            if id >= END {
                break;
            }
            let at = usize::try_from(id).ok()?.checked_mul(64)?;
            out.extend_from_slice(mini.get(at..at.checked_add(64)?.min(mini.len()))?);
            id = read_u32(&mini_fat, usize::try_from(id).ok()?.checked_mul(4)?)?;
        }
        out.truncate(usize::try_from(entry.size).ok()?);
        Some(out)
    }
}

pub(super) fn read_u16(bytes: &[u8], at: usize) -> Option<u16> {
    let two = bytes.get(at..at.checked_add(2)?)?;
    Some(u16::from_le_bytes(two.try_into().ok()?))
}

pub(super) fn read_u32(bytes: &[u8], at: usize) -> Option<u32> {
    let four = bytes.get(at..at.checked_add(4)?)?;
    Some(u32::from_le_bytes(four.try_into().ok()?))
}
