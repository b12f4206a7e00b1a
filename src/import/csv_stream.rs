//! Text files of millions of rows: the same checks as for a table, but rows are never all in
//! memory. Only the first rows become a [`RawTable`], for the guess.

use std::io::{Cursor, Read};

use csv::ByteRecord;
use encoding_rs::{CoderResult, Decoder, UTF_8};
use rayon::prelude::*;

use super::check::{Checked, Checker, Context};
use super::formats::encoding;
use super::formats::text::{Dialect, dialect, fault, read_decoded};
use super::formats::{FileType, file_type};
use super::limits::{ReadLimits, Tick, within};
use super::mapping::Mapping;
use super::plain::PlainLines;
use super::row::Row;
use super::table::{Origin, RawTable};
use crate::error::{Error, Kind, Limit, Place, Result};

/// A text file that is read once, row by row.
pub struct CsvStream<R> {
    name: String,
    head: Vec<u8>,
    rest: R,
    dialect: Dialect,
    sample: RawTable,
    limits: ReadLimits,
}

impl<R: Read> CsvStream<R> {
    /// Opens a text file and reads its first rows. Archives and workbooks are refused: give them to
    /// [`super::read_table`].
    ///
    /// # Errors
    /// When it is empty, no text, or in no known encoding.
    pub fn open(name: &str, mut reader: R, limits: &ReadLimits) -> Result<Self> {
        let in_file = |error: Error| error.at(Place::File(name.to_owned()));
        let mut head = Vec::new();
        let most = u64::try_from(encoding::LOOK_AT).unwrap_or(u64::MAX);
        let read = reader.by_ref().take(most).read_to_end(&mut head);
        read.map_err(|error| in_file(Kind::FileUnreadable(error.to_string()).into()))?;
        if head.iter().all(u8::is_ascii_whitespace) {
            return Err(in_file(Kind::FileEmpty.into()));
        }
        if file_type(&head) != FileType::Text {
            return Err(in_file(Kind::UnknownFileType.into()));
        }
        let (dialect, sample) = look(name, &head, limits).map_err(in_file)?;
        Ok(Self {
            name: name.to_owned(),
            head,
            rest: reader,
            dialect,
            sample,
            limits: *limits,
        })
    }

    /// Heads and the first rows, for [`super::guess()`] and [`super::infer_questionnaire_from`].
    #[must_use]
    pub fn sample(&self) -> &RawTable {
        &self.sample
    }

    /// Checks all rows. Progress is told in bytes; the whole is not known here and told as 0.
    ///
    /// # Errors
    /// When the mapping does not fit, the text turns to another encoding, or the user cancels.
    pub fn check(
        self,
        mapping: &Mapping,
        context: &Context<'_>,
        tick: &mut Tick<'_>,
    ) -> Result<Checked> {
        let name = self.name.clone();
        self.check_rows(mapping, context, tick)
            .map_err(|error| error.at(Place::File(name)))
    }

    fn check_rows(
        self,
        mapping: &Mapping,
        context: &Context<'_>,
        tick: &mut Tick<'_>,
    ) -> Result<Checked> {
        let Self {
            name: _,
            head,
            rest,
            dialect,
            sample,
            limits,
        } = self;
        let mut feed = Feed {
            checker: Checker::new(&sample, mapping, context)?,
            last_head: sample.head_row() + sample.head_rows() - 1,
            lines: 0,
            rows: 0,
            limits,
            tick,
        };
        let mut lines = Lines::new(&head);
        let bytes = Cursor::new(head).chain(rest);
        let text: Box<dyn Read + '_> = if dialect.encoding == UTF_8 {
            let mut bytes = WithoutMark::new(bytes);
            let left = feed.plain_lines(&mut bytes, dialect.separator)?;
            lines.before = feed.lines;
            Box::new(Cursor::new(left).chain(bytes))
        } else {
            Box::new(Decoding::new(
                bytes,
                dialect.encoding.new_decoder_with_bom_removal(),
            ))
        };
        feed.records(dialect, lines, text)?;
        feed.finish()
    }
}

/// Rows on their way to the checks.
struct Feed<'a, 't, 'f> {
    checker: Checker<'a>,
    /// Number of the last row of heads.
    last_head: u32,
    /// Plain lines so far, blank ones too.
    lines: u64,
    rows: u64,
    limits: ReadLimits,
    tick: &'t mut Tick<'f>,
}

impl Feed<'_, '_, '_> {
    /// Takes plain lines: while some are checked, the next are cut on another core. Gives back the
    /// text from where it is not plain any more, or the last line without an end.
    fn plain_lines(&mut self, reader: &mut impl Read, separator: u8) -> Result<Vec<u8>> {
        let cut = |texts: Vec<Vec<u8>>| -> Vec<Cut> {
            let texts = texts.into_par_iter();
            texts.map(|text| PlainLines::cut(text, separator)).collect()
        };
        let mut blocks = Blocks {
            reader,
            rest: Vec::new(),
        };
        let mut ready = cut(blocks.next()?);
        while !ready.is_empty() {
            let (texts, mut next) = (blocks.next()?, Vec::new());
            let left = rayon::in_place_scope(|scope| {
                scope.spawn(|_| next = cut(texts));
                self.blocks(ready)
            })?;
            if let Some(mut left) = left {
                left.extend(next.into_iter().flat_map(text_of));
                left.append(&mut blocks.rest);
                return Ok(left);
            }
            ready = next;
        }
        Ok(blocks.rest)
    }

    /// Takes blocks up to the first that is not plain; its text and that of the others are left.
    fn blocks(&mut self, blocks: Vec<Cut>) -> Result<Option<Vec<u8>>> {
        let mut blocks = blocks.into_iter();
        while let Some(block) = blocks.next() {
            let lines = match block {
                Ok(lines) => lines,
                Err(text) => {
                    let others = blocks.map(text_of);
                    return Ok(Some([text].into_iter().chain(others).flatten().collect()));
                }
            };
            for line in lines.lines() {
                let number = self.lines + u64::from(line.before) + 1;
                let number = u32::try_from(number).unwrap_or(u32::MAX);
                if number > self.last_head && !line.is_empty() {
                    self.row(Row::Plain { line, number }, u64::from(number))?;
                }
            }
            self.lines += lines.count;
        }
        Ok(None)
    }

    /// Takes what is not plain, record by record.
    fn records(&mut self, dialect: Dialect, mut lines: Lines, text: impl Read) -> Result<()> {
        // A last line without an end would be counted differently.
        let mut reader = dialect.reader(text.chain(lines.end()));
        let mut record = ByteRecord::new();
        while reader
            .read_byte_record(&mut record)
            .map_err(|error| fault(&error))?
        {
            let number = lines.number(&record, reader.position().line());
            if number <= self.last_head || record.iter().all(<[u8]>::is_empty) {
                continue;
            }
            let byte = record.position().map_or(0, csv::Position::byte);
            let record = &record;
            self.row(Row::Record { record, number }, byte)?;
        }
        Ok(())
    }

    fn row(&mut self, row: Row<'_>, done: u64) -> Result<()> {
        self.rows += 1;
        if self.rows.is_multiple_of(8_192) {
            within(Limit::Rows, self.rows, u64::from(self.limits.rows))?;
            (self.tick)(done, 0)?;
        }
        self.checker.row(row);
        Ok(())
    }

    fn finish(self) -> Result<Checked> {
        within(Limit::Rows, self.rows, u64::from(self.limits.rows))?;
        self.checker.finish()
    }
}

/// A block of whole lines that was cut, or its text where it is not plain.
type Cut = std::result::Result<PlainLines, Vec<u8>>;

fn text_of(block: Cut) -> Vec<u8> {
    block.map_or_else(|text| text, PlainLines::into_text)
}

/// A text in blocks of whole lines.
struct Blocks<'r, R> {
    reader: &'r mut R,
    /// The start of a line whose end was not read yet.
    rest: Vec<u8>,
}

impl<R: Read> Blocks<'_, R> {
    /// The next few blocks; none at the end, or where a line is as long as all of them.
    fn next(&mut self) -> Result<Vec<Vec<u8>>> {
        const BLOCK: u64 = 1 << 20;
        const TOGETHER: usize = 4;
        let mut blocks = Vec::new();
        for _ in 0..TOGETHER {
            let mut text = std::mem::take(&mut self.rest);
            let read = self.reader.by_ref().take(BLOCK).read_to_end(&mut text);
            read.map_err(|error| Error::from(Kind::FileUnreadable(error.to_string())))?;
            match text.iter().rposition(|byte| *byte == b'\n') {
                None => self.rest = text,
                Some(end) => {
                    self.rest = text.split_off(end + 1);
                    blocks.push(text);
                }
            }
        }
        Ok(blocks)
    }
}

/// The dialect and the first rows.
fn look(name: &str, head: &[u8], limits: &ReadLimits) -> Result<(Dialect, RawTable)> {
    const SAMPLE_ROWS: usize = 260;
    let is_all = head.len() < encoding::LOOK_AT;
    let encoding = encoding::guess(head, is_all)?;
    let (text, _) = encoding.decode_with_bom_removal(head);
    // The last line may be cut.
    let whole = if is_all {
        text.len()
    } else {
        text.rfind('\n').map_or(text.len(), |end| end + 1)
    };
    let text = text.get(..whole).unwrap_or(&text);
    let dialect = dialect(text, encoding);
    let some_lines = text
        .match_indices('\n')
        .nth(SAMPLE_ROWS)
        .map_or(text.len(), |(end, _)| end + 1);
    let start = text.get(..some_lines).unwrap_or(text);
    let origin = Origin {
        name: name.to_owned(),
        ..Origin::default()
    };
    let sample = read_decoded(start, dialect, limits, origin, &mut |_, _| Ok(()))?;
    Ok((dialect, sample))
}

/// Row numbers of a stream as Excel counts: blank lines count, line ends inside quotes do not.
#[derive(Debug)]
struct Lines {
    /// The reader leaves the second half of `\r\n` for the next record.
    is_crlf: bool,
    /// Lines before the first that this counts.
    before: u64,
    inner: u64,
}

impl Lines {
    fn new(head: &[u8]) -> Self {
        let end = head.iter().position(|byte| *byte == b'\n');
        let before = end
            .and_then(|end| end.checked_sub(1))
            .and_then(|at| head.get(at));
        Self {
            is_crlf: before == Some(&b'\r'),
            before: 0,
            inner: 0,
        }
    }

    /// The end of a line in this file.
    fn end(&self) -> &'static [u8] {
        if self.is_crlf { b"\r\n" } else { b"\n" }
    }

    /// `line` is where the reader stands after the record.
    fn number(&mut self, record: &ByteRecord, line: u64) -> u32 {
        let inner = record
            .iter()
            .flatten()
            .filter(|byte| **byte == b'\n')
            .count();
        self.inner += u64::try_from(inner).unwrap_or(0);
        let number = (self.before + line)
            .saturating_sub(self.inner)
            .saturating_sub(u64::from(!self.is_crlf));
        u32::try_from(number).unwrap_or(u32::MAX)
    }
}

/// Leaves out the mark at the start of UTF-8.
struct WithoutMark<R> {
    inner: R,
    is_start: bool,
}

impl<R: Read> WithoutMark<R> {
    fn new(inner: R) -> Self {
        Self {
            inner,
            is_start: true,
        }
    }
}

impl<R: Read> Read for WithoutMark<R> {
    fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
        let count = self.inner.read(out)?;
        if std::mem::take(&mut self.is_start) && out.starts_with(&[0xef, 0xbb, 0xbf]) && count >= 3
        {
            out.copy_within(3..count, 0);
            if count == 3 {
                return self.inner.read(out);
            }
            return Ok(count - 3);
        }
        Ok(count)
    }
}

/// Turns another encoding into UTF-8 on the way. A byte that means nothing stops the reading.
struct Decoding<R> {
    inner: R,
    decoder: Decoder,
    raw: Vec<u8>,
    from: usize,
    is_end: bool,
    is_finished: bool,
}

impl<R: Read> Decoding<R> {
    fn new(inner: R, decoder: Decoder) -> Self {
        Self {
            inner,
            decoder,
            raw: Vec::new(),
            from: 0,
            is_end: false,
            is_finished: false,
        }
    }

    fn fill(&mut self) -> std::io::Result<()> {
        if self.from < self.raw.len() || self.is_end {
            return Ok(());
        }
        self.raw.resize(64 << 10, 0);
        let count = self.inner.read(&mut self.raw)?;
        self.raw.truncate(count);
        self.from = 0;
        self.is_end = count == 0;
        Ok(())
    }
}

impl<R: Read> Read for Decoding<R> {
    fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
        while !self.is_finished {
            self.fill()?;
            let source = self.raw.get(self.from..).unwrap_or(&[]);
            let (result, read, written, has_faults) =
                self.decoder.decode_to_utf8(source, out, self.is_end);
            self.from += read;
            if has_faults {
                return Err(std::io::Error::new(
                    std::io::ErrorKind::InvalidData,
                    "not in this encoding",
                ));
            }
            self.is_finished = self.is_end && result == CoderResult::InputEmpty;
            if written > 0 {
                return Ok(written);
            }
        }
        Ok(0)
    }
}
