//! The layout of the JSON text: every key of the document and every entry of its lists on a line of
//! its own, the inside of an entry on one line. Half the size of a fully indented text.

use std::io::{Result, Write};

use serde_json::ser::Formatter;

/// Entries deeper than this stay on one line.
const LINES_TO: usize = 2;

/// See the module.
pub(super) struct Lines {
    depth: usize,
    has_entries: bool,
}

impl Lines {
    /// The layout of a value that stands so deep in the document.
    pub(super) fn inside(depth: usize) -> Self {
        Self {
            depth,
            has_entries: false,
        }
    }

    fn open<W: Write + ?Sized>(&mut self, writer: &mut W, bracket: &[u8]) -> Result<()> {
        self.depth += 1;
        self.has_entries = false;
        writer.write_all(bracket)
    }

    fn close<W: Write + ?Sized>(&mut self, writer: &mut W, bracket: &[u8]) -> Result<()> {
        self.depth = self.depth.saturating_sub(1);
        if self.has_entries && self.depth < LINES_TO {
            self.new_line(writer)?;
        }
        writer.write_all(bracket)
    }

    fn next<W: Write + ?Sized>(&self, writer: &mut W, is_first: bool) -> Result<()> {
        if self.depth <= LINES_TO {
            if !is_first {
                writer.write_all(b",")?;
            }
            self.new_line(writer)
        } else if is_first {
            Ok(())
        } else {
            writer.write_all(b", ")
        }
    }

    fn new_line<W: Write + ?Sized>(&self, writer: &mut W) -> Result<()> {
        writer.write_all(b"\n")?;
        (0..self.depth).try_for_each(|_| writer.write_all(b"  "))
    }
}

impl Formatter for Lines {
    fn begin_array<W: Write + ?Sized>(&mut self, writer: &mut W) -> Result<()> {
        self.open(writer, b"[")
    }

    fn end_array<W: Write + ?Sized>(&mut self, writer: &mut W) -> Result<()> {
        self.close(writer, b"]")
    }

    fn begin_array_value<W: Write + ?Sized>(&mut self, writer: &mut W, first: bool) -> Result<()> {
        self.next(writer, first)
    }

    fn end_array_value<W: Write + ?Sized>(&mut self, _: &mut W) -> Result<()> {
        self.has_entries = true;
        Ok(())
    }

    fn begin_object<W: Write + ?Sized>(&mut self, writer: &mut W) -> Result<()> {
        self.open(writer, b"{")
    }

    fn end_object<W: Write + ?Sized>(&mut self, writer: &mut W) -> Result<()> {
        self.close(writer, b"}")
    }

    fn begin_object_key<W: Write + ?Sized>(&mut self, writer: &mut W, first: bool) -> Result<()> {
        self.next(writer, first)
    }

    fn begin_object_value<W: Write + ?Sized>(&mut self, writer: &mut W) -> Result<()> {
        writer.write_all(b": ")
    }

    fn end_object_value<W: Write + ?Sized>(&mut self, _: &mut W) -> Result<()> {
        self.has_entries = true;
        Ok(())
    }
}
