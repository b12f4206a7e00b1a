//! One reader per kind of file. What a file is, its first bytes say, not its name. No meaning of
//! columns here.

pub(super) mod archive;
pub(super) mod encoding;
mod ods;
mod ole;
pub(super) mod text;
mod workbook;
mod xls;
mod xlsx;

use super::limits::{ReadLimits, Tick, within};
use super::table::{Origin, RawTable};
use crate::error::{Kind, Limit, Result};

/// What a file is, by its content.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileType {
    /// An Excel workbook since 2007.
    Xlsx,
    /// An Excel workbook before 2007.
    Xls,
    /// An OpenDocument spreadsheet.
    Ods,
    /// Text with separators.
    Text,
    /// A protected workbook: an OLE container with an encrypted package.
    Protected,
    /// Nothing that is read here.
    Unknown,
}

/// What a file is, from its first bytes (the whole file, where an archive is to be told from
/// another).
#[must_use]
pub fn file_type(bytes: &[u8]) -> FileType {
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return archive::archive_type(bytes);
    }
    if bytes.starts_with(&ole::MAGIC) {
        return ole::ole_type(bytes);
    }
    if encoding::is_text(bytes) {
        FileType::Text
    } else {
        FileType::Unknown
    }
}

pub(super) fn read(
    name: &str,
    bytes: &[u8],
    limits: &ReadLimits,
    sheet: Option<&str>,
    tick: &mut Tick<'_>,
) -> Result<RawTable> {
    within(
        Limit::FileBytes,
        u64::try_from(bytes.len()).unwrap_or(u64::MAX),
        limits.file_bytes,
    )?;
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(Kind::FileEmpty.into());
    }
    tick(0, 1)?;
    let origin = Origin {
        name: name.to_owned(),
        ..Origin::default()
    };
    match file_type(bytes) {
        FileType::Xlsx => xlsx::read(bytes, limits, &Wanted { origin, sheet }, tick),
        FileType::Xls => xls::read(bytes, limits, &Wanted { origin, sheet }, tick),
        FileType::Ods => ods::read(bytes, limits, &Wanted { origin, sheet }, tick),
        FileType::Text => text::read(bytes, limits, origin, tick),
        FileType::Protected => Err(Kind::PasswordProtected.into()),
        FileType::Unknown => Err(Kind::UnknownFileType.into()),
    }
}

/// What is asked of a workbook.
struct Wanted<'a> {
    origin: Origin,
    sheet: Option<&'a str>,
}
