//! The cases of a system file: command bytes, eight together, and what they could not say.

use super::sav_parts::{Cell, Dictionary, Variable, bad, plain};
use crate::error::Result;

const BIAS: f64 = 100.0;
const END: u8 = 252;
const LITERAL: u8 = 253;
const SPACES: u8 = 254;
const MISSING: u8 = 255;

/// An element of a case.
enum Element {
    Number(Option<f64>),
    Bytes([u8; 8]),
}

/// Cases being read.
pub(super) struct Rows<'a> {
    rest: &'a [u8],
    codes: [u8; 8],
    next: usize,
    left: u64,
    variables: &'a [Variable],
}

impl<'a> Rows<'a> {
    pub(super) fn new(data: &'a [u8], dictionary: &'a Dictionary) -> Self {
        Self {
            rest: data,
            codes: [0; 8],
            next: 8,
            left: dictionary.rows,
            variables: &dictionary.variables,
        }
    }

    /// The next case; none after the last, where nothing may follow.
    pub(super) fn next_row(&mut self) -> Result<Option<Vec<Cell>>> {
        let Some(left) = self.left.checked_sub(1) else {
            return self.end().map(|()| None);
        };
        self.left = left;
        let variables = self.variables;
        let cells = variables.iter().map(|variable| self.cell(variable));
        cells.collect::<Result<Vec<Cell>>>().map(Some)
    }

    fn cell(&mut self, variable: &Variable) -> Result<Cell> {
        if variable.widths.is_empty() {
            return match self.element()? {
                Element::Number(value) => Ok(Cell::Number(value)),
                Element::Bytes(bytes) => {
                    let value = f64::from_le_bytes(bytes);
                    if value.is_finite() && value > -f64::MAX {
                        Ok(Cell::Number(Some(value)))
                    } else {
                        Err(bad("a number"))
                    }
                }
            };
        }
        let mut text = Vec::new();
        for width in &variable.widths {
            let mut piece = Vec::new();
            for _ in 0..width.div_ceil(8) {
                match self.element()? {
                    Element::Bytes(bytes) => piece.extend(bytes),
                    Element::Number(_) => return Err(bad("a text")),
                }
            }
            let beyond = piece.split_off((*width).min(piece.len()));
            text.extend(piece);
            only_spaces(&beyond)?;
        }
        let beyond = text.split_off(variable.width.min(text.len()));
        only_spaces(&beyond)?;
        Ok(Cell::Text(plain(&text)?))
    }

    fn element(&mut self) -> Result<Element> {
        match self.code()? {
            0 | END => Err(bad("cases break off")),
            LITERAL => {
                let bytes = self.rest.split_first_chunk();
                let (bytes, rest) = bytes.ok_or_else(|| bad("breaks off"))?;
                self.rest = rest;
                Ok(Element::Bytes(*bytes))
            }
            SPACES => Ok(Element::Bytes([b' '; 8])),
            MISSING => Ok(Element::Number(None)),
            code => Ok(Element::Number(Some(f64::from(code) - BIAS))),
        }
    }

    fn code(&mut self) -> Result<u8> {
        if self.next >= self.codes.len() {
            let codes = self.rest.split_first_chunk();
            let (codes, rest) = codes.ok_or_else(|| bad("breaks off"))?;
            (self.codes, self.rest, self.next) = (*codes, rest, 0);
        }
        let code = self.codes.get(self.next).copied().unwrap_or(0);
        self.next += 1;
        Ok(code)
    }

    /// After the last case: the end, and nothing behind it.
    fn end(&mut self) -> Result<()> {
        if self.code()? != END {
            return Err(bad("more cases"));
        }
        let behind = self.codes.get(self.next..).unwrap_or_default();
        if behind.iter().any(|code| *code != 0) || !self.rest.is_empty() {
            return Err(bad("more behind the end"));
        }
        Ok(())
    }
}

fn only_spaces(bytes: &[u8]) -> Result<()> {
    if bytes.iter().all(|byte| *byte == b' ') {
        Ok(())
    } else {
        Err(bad("padding"))
    }
}
