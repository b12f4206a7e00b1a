//! Text with separators: which one, the line `sep=`, quotes, and row numbers as Excel shows them.

use encoding_rs::Encoding;

use super::encoding;
use crate::error::{Error, Kind, Result};
use crate::import::limits::{ReadLimits, Tick};
use crate::import::table::{Cell, Origin, RawTable, TableBuilder};

/// How a text file is written.
#[derive(Debug, Clone, Copy)]
pub(in crate::import) struct Dialect {
    pub(in crate::import) encoding: &'static Encoding,
    pub(in crate::import) separator: u8,
    /// Does the first line only name the separator?
    pub(in crate::import) has_sep_line: bool,
}

impl Dialect {
    pub(in crate::import) fn origin(&self, origin: Origin) -> Origin {
        Origin {
            encoding: Some(self.encoding.name()),
            separator: Some(char::from(self.separator)),
            ..origin
        }
    }

    pub(in crate::import) fn reader<R: std::io::Read>(&self, text: R) -> csv::Reader<R> {
        csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(self.separator)
            .buffer_capacity(256 << 10)
            .from_reader(text)
    }
}

/// The dialect of a decoded text.
pub(in crate::import) fn dialect(text: &str, encoding: &'static Encoding) -> Dialect {
    let first = text.lines().next().unwrap_or("").trim().trim_matches('"');
    let named = first
        .strip_prefix("sep=")
        .or_else(|| first.strip_prefix("SEP="));
    // A tab at the end of the line was trimmed away.
    let named = named.map(|rest| rest.bytes().next().unwrap_or(b'\t'));
    if let Some(separator) = named {
        return Dialect {
            encoding,
            separator,
            has_sep_line: true,
        };
    }
    Dialect {
        encoding,
        separator: separator(text),
        has_sep_line: false,
    }
}

/// The separator that cuts the first lines into most columns, the same number in most of them.
fn separator(text: &str) -> u8 {
    let mut best = (b',', 0_usize);
    for candidate in [b';', b'\t', b',', b'|'] {
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(candidate)
            .from_reader(text.as_bytes());
        let counts: Vec<usize> = reader
            .byte_records()
            .take(40)
            .map_while(std::result::Result::ok)
            .map(|record| record.len())
            .collect();
        let most = counts.iter().copied().max().unwrap_or(0);
        let alike = |width: usize| counts.iter().filter(|count| **count == width).count();
        let Some(common) = counts
            .iter()
            .copied()
            .filter(|w| *w > 1)
            .max_by_key(|w| (alike(*w), *w))
        else {
            continue;
        };
        // Lines alike count most; then how many columns there are.
        let score = alike(common) * 10_000 / counts.len().max(1) * 100 + common.min(most).min(99);
        if score > best.1 {
            best = (candidate, score);
        }
    }
    best.0
}

pub(super) fn read(
    bytes: &[u8],
    limits: &ReadLimits,
    origin: Origin,
    tick: &mut Tick<'_>,
) -> Result<RawTable> {
    let head = bytes
        .get(..encoding::LOOK_AT.min(bytes.len()))
        .unwrap_or(bytes);
    // A long file may turn to another encoding's letters late: then all of it is looked at.
    let encoding = encoding::guess(head, head.len() == bytes.len())?;
    let text = encoding::decode(bytes, encoding)
        .or_else(|_| encoding::decode(bytes, encoding::guess(bytes, true)?))?;
    let dialect = dialect(&text, encoding);
    read_decoded(&text, dialect, limits, origin, tick)
}

/// Reads a decoded text into a table.
pub(in crate::import) fn read_decoded(
    text: &str,
    dialect: Dialect,
    limits: &ReadLimits,
    origin: Origin,
    tick: &mut Tick<'_>,
) -> Result<RawTable> {
    let mut builder = TableBuilder::new(limits);
    let mut reader = dialect.reader(text.as_bytes());
    let mut record = csv::ByteRecord::new();
    let mut lines = LineCounter::default();
    let total = u64::try_from(text.len()).unwrap_or(u64::MAX);
    let mut is_first = true;
    let mut count = 0_u64;
    while reader
        .read_byte_record(&mut record)
        .map_err(|error| fault(&error))?
    {
        let number = lines.number(&record, |byte| text.as_bytes().get(byte..).unwrap_or(&[]));
        let is_sep_line = std::mem::take(&mut is_first) && dialect.has_sep_line;
        if is_sep_line {
            continue;
        }
        count += 1;
        if count.is_multiple_of(4_096) {
            tick(record.position().map_or(0, csv::Position::byte), total)?;
        }
        builder.begin_row(number)?;
        for (column, field) in record.iter().enumerate() {
            let field =
                std::str::from_utf8(field).map_err(|_| Error::from(Kind::UnknownEncoding))?;
            builder.put(column, Cell::of_text(field))?;
        }
    }
    tick(total, total)?;
    builder.finish(dialect.origin(origin))
}

/// Excel's row numbers of records: blank lines count, line ends inside quotes do not.
#[derive(Debug, Default)]
pub(in crate::import) struct LineCounter {
    inner: u64,
}

impl LineCounter {
    /// The number of a record, given the text from a byte on. The reader skips line ends before a
    /// record without counting them into its start, so they are counted here.
    pub(in crate::import) fn number<'t>(
        &mut self,
        record: &csv::ByteRecord,
        from: impl Fn(usize) -> &'t [u8],
    ) -> u32 {
        let Some(position) = record.position() else {
            return 0;
        };
        let start = usize::try_from(position.byte()).unwrap_or(usize::MAX);
        let ends = from(start)
            .iter()
            .take_while(|b| matches!(b, b'\n' | b'\r'));
        let skipped = u64::try_from(ends.filter(|b| **b == b'\n').count()).unwrap_or(0);
        let number = position.line() + skipped - self.inner.min(position.line());
        let inner = record.iter().flatten().filter(|b| **b == b'\n').count();
        self.inner += u64::try_from(inner).unwrap_or(0);
        u32::try_from(number).unwrap_or(u32::MAX)
    }
}

pub(in crate::import) fn fault(error: &csv::Error) -> Error {
    Kind::FileDamaged(error.to_string()).into()
}
