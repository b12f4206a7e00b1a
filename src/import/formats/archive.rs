//! The guard before any reader of archives: what the entries really unpack to, how many they are,
//! and that their names stay inside. Nothing is kept of what is unpacked here.

use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::FileType;
use crate::error::{Error, Kind, Limit, Result};
use crate::import::limits::{ReadLimits, within};

/// Is the archive a workbook, and of which family?
pub(super) fn archive_type(bytes: &[u8]) -> FileType {
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else {
        // Broken off: the reader says so with the right words.
        return FileType::Xlsx;
    };
    if archive.index_for_name("xl/workbook.xml").is_some() {
        return FileType::Xlsx;
    }
    let mut mime = Vec::new();
    if let Ok(entry) = archive.by_name("mimetype") {
        // A read fault leaves the text short, which then is no known type.
        let _read = entry.take(100).read_to_end(&mut mime);
    }
    if mime.starts_with(b"application/vnd.oasis.opendocument.spreadsheet") {
        return FileType::Ods;
    }
    FileType::Unknown
}

/// Unpacks everything once, counting.
pub(in crate::import) fn check(bytes: &[u8], limits: &ReadLimits) -> Result<()> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| fault(&error))?;
    let entries = u64::try_from(archive.len()).unwrap_or(u64::MAX);
    within(
        Limit::Entries,
        entries,
        u64::try_from(limits.entries).unwrap_or(u64::MAX),
    )?;
    if archive.has_duplicate_names() {
        return Err(damaged("two entries of one name"));
    }
    let mut total = 0_u64;
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).map_err(|error| fault(&error))?;
        let name = entry.name().map_err(|error| fault(&error))?.into_owned();
        if !is_inside(&name) {
            return Err(damaged("an entry points outside"));
        }
        let most = limits
            .entry_bytes
            .min(limits.unpacked_bytes.saturating_sub(total));
        let count = count_bytes(&mut entry, most)?;
        within(Limit::UnpackedBytes, count, most)?;
        total += count;
    }
    Ok(())
}

/// Reads one entry; only after [`check`].
pub(super) fn entry(bytes: &[u8], name: &str) -> Result<Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| fault(&error))?;
    let mut out = Vec::new();
    archive
        .by_name(name)
        .map_err(|error| fault(&error))?
        .read_to_end(&mut out)
        .map_err(|error| damaged(&error.to_string()))?;
    Ok(out)
}

fn count_bytes(entry: &mut impl Read, most: u64) -> Result<u64> {
    let mut buffer = vec![0_u8; 64 << 10];
    let mut count = 0_u64;
    loop {
        let read = entry
            .read(&mut buffer)
            .map_err(|error| damaged(&error.to_string()))?;
        if read == 0 {
            return Ok(count);
        }
        count += u64::try_from(read).unwrap_or(u64::MAX);
        if count > most {
            return Ok(count);
        }
    }
}

fn is_inside(name: &str) -> bool {
    let is_absolute =
        name.starts_with('/') || name.contains('\\') || name.contains(':') || name.contains('\0');
    !is_absolute && name.split('/').all(|part| part != "..")
}

fn damaged(what: &str) -> Error {
    Kind::FileDamaged(what.to_owned()).into()
}

fn fault(error: &ZipError) -> Error {
    if let ZipError::UnsupportedArchive(text) = error
        && *text == ZipError::PASSWORD_REQUIRED
    {
        return Kind::PasswordProtected.into();
    }
    damaged(&error.to_string())
}
