//! The dictionary of a system file: header, variables, labels, further records. Every length is
//! checked before memory is taken, and no record is passed over.

use crate::error::{Error, Kind, Result};

/// The most elements of eight bytes that a case may have.
const ELEMENTS: usize = 100_000;
/// The most labels of values.
const LABELS: i32 = 10_000;
/// The widest variable, and how much of the width each piece of a wide text counts for.
const SEGMENT: usize = 255;
const COUNTED: usize = 252;

/// A value of a case.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Cell {
    /// A number; none is missing.
    Number(Option<f64>),
    /// Text without the spaces behind it.
    Text(String),
}

/// A variable.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Variable {
    /// The long name.
    pub(super) name: String,
    short: String,
    /// What a reader sees.
    pub(super) label: String,
    /// Widths of the pieces of a text; none for numbers.
    pub(super) widths: Vec<usize>,
    /// How many bytes of them belong to the text.
    pub(super) width: usize,
    index: usize,
    /// Labels of values.
    pub(super) labels: Vec<(f64, String)>,
}

/// See the module.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Dictionary {
    /// What the file says of itself.
    pub(super) label: String,
    /// How many cases it says that there are.
    pub(super) rows: u64,
    /// Variables in order.
    pub(super) variables: Vec<Variable>,
}

pub(super) fn bad(what: &str) -> Error {
    Kind::FileDamaged(format!("system file: {what}")).into()
}

/// Bytes not yet read.
struct Input<'a>(&'a [u8]);

impl<'a> Input<'a> {
    fn take(&mut self, count: usize) -> Result<&'a [u8]> {
        let (taken, rest) = self
            .0
            .split_at_checked(count)
            .ok_or_else(|| bad("breaks off"))?;
        self.0 = rest;
        Ok(taken)
    }

    fn whole(&mut self) -> Result<i32> {
        let bytes = self.0.first_chunk().ok_or_else(|| bad("breaks off"))?;
        self.take(4)?;
        Ok(i32::from_le_bytes(*bytes))
    }

    fn wholes<const N: usize>(&mut self) -> Result<[i32; N]> {
        let mut all = [0; N];
        for value in &mut all {
            *value = self.whole()?;
        }
        Ok(all)
    }

    fn real(&mut self) -> Result<f64> {
        let bytes = self.0.first_chunk().ok_or_else(|| bad("breaks off"))?;
        self.take(8)?;
        Ok(f64::from_le_bytes(*bytes))
    }

    /// Text of so many bytes, without the spaces behind it.
    fn text(&mut self, count: usize) -> Result<String> {
        plain(self.take(count)?)
    }

    fn size(&mut self) -> Result<usize> {
        usize::try_from(self.whole()?).map_err(|_| bad("a length"))
    }
}

/// UTF-8 without the spaces behind it.
pub(super) fn plain(bytes: &[u8]) -> Result<String> {
    let text = std::str::from_utf8(bytes).map_err(|_| bad("no UTF-8"))?;
    Ok(text.trim_end_matches(' ').to_owned())
}

impl Dictionary {
    /// The dictionary, and the bytes behind it.
    pub(super) fn read(bytes: &[u8]) -> Result<(Self, &[u8])> {
        let mut input = Input(bytes);
        let mut found = Self::default();
        let elements = found.header(&mut input)?;
        let mut read = 0;
        // Variables, labels, further records each once and in ascending order.
        let mut order = 2;
        loop {
            match input.whole()? {
                2 if order == 2 => read += found.variable(&mut input, read)?,
                3 if order <= 3 => {
                    found.value_labels(&mut input)?;
                    order = 3;
                }
                7 => {
                    let subtype = input.whole()?;
                    let place = subtype.saturating_add(100);
                    if place <= order {
                        return Err(bad("an order"));
                    }
                    found.extension(&mut input, subtype)?;
                    order = place;
                }
                999 => break,
                _ => return Err(bad("a record that reports do not have")),
            }
        }
        if input.whole()? != 0 || read != elements {
            return Err(bad("its size"));
        }
        Ok((found, input.0))
    }

    /// Gives the number of elements of a case.
    fn header(&mut self, input: &mut Input<'_>) -> Result<usize> {
        let is_ours =
            input.take(4)? == b"$FL2" && input.text(60)?.starts_with("@(#) SPSS DATA FILE");
        let [layout, elements, compression, weight, rows] = input.wholes()?;
        let is_plain = (layout, compression, weight) == (2, 1, 0);
        let bias = input.real()?;
        if !is_ours || !is_plain || bias.total_cmp(&100.0).is_ne() {
            return Err(bad("another kind"));
        }
        // The day of the report; the hour is never told.
        input.text(9)?;
        if input.take(8)? != b"00:00:00" {
            return Err(bad("an hour"));
        }
        self.label = input.text(64)?;
        if input.take(3)? != [0; 3] {
            return Err(bad("padding"));
        }
        self.rows = u64::try_from(rows).map_err(|_| bad("a number of cases"))?;
        let elements = usize::try_from(elements).map_err(|_| bad("a width"))?;
        if elements > ELEMENTS {
            return Err(bad("too wide"));
        }
        Ok(elements)
    }

    /// A variable with the records that go on with it; gives their number.
    fn variable(&mut self, input: &mut Input<'_>, read: usize) -> Result<usize> {
        let [kind, has_label, missing, _, _] = input.wholes()?;
        let short = input.text(8)?;
        if missing != 0 || !(0..=1).contains(&has_label) {
            return Err(bad("missing values of its own"));
        }
        let mut label = String::new();
        if has_label == 1 {
            let length = input.size()?;
            label = padded(input, length, length.next_multiple_of(4))?;
        }
        let width = usize::try_from(kind).map_err(|_| bad("a variable"))?;
        if width > SEGMENT || read >= ELEMENTS {
            return Err(bad("too wide"));
        }
        let count = width.div_ceil(8).max(1);
        for _ in 1..count {
            let empty = input.wholes::<6>()? == [2, -1, 0, 0, 0, 0];
            if !empty || !input.text(8)?.is_empty() {
                return Err(bad("a variable that goes on"));
            }
        }
        self.variables.push(Variable {
            name: short.clone(),
            short,
            label,
            widths: (width > 0).then_some(width).into_iter().collect(),
            width,
            index: read + 1,
            labels: Vec::new(),
        });
        Ok(count)
    }

    /// Labels of the values of one variable.
    fn value_labels(&mut self, input: &mut Input<'_>) -> Result<()> {
        let count = input.whole()?;
        if !(1..=LABELS).contains(&count) {
            return Err(bad("labels"));
        }
        let mut labels = Vec::new();
        for _ in 0..count {
            let value = input.real()?;
            let length = usize::from(input.take(1)?.first().copied().unwrap_or(0));
            let label = padded(input, length, (length + 1).next_multiple_of(8) - 1)?;
            labels.push((value, label));
        }
        let [kind, count, index] = input.wholes()?;
        let index = usize::try_from(index).map_err(|_| bad("labels"))?;
        let mut variables = self.variables.iter_mut();
        let variable = variables.find(|it| it.index == index && it.widths.is_empty());
        match variable {
            Some(it) if (kind, count) == (4, 1) && it.labels.is_empty() => it.labels = labels,
            Some(_) | None => return Err(bad("labels")),
        }
        Ok(())
    }

    fn extension(&mut self, input: &mut Input<'_>, subtype: i32) -> Result<()> {
        let (size, count) = (input.size()?, input.size()?);
        let length = size.checked_mul(count).ok_or_else(|| bad("a length"))?;
        let bytes = input.take(length)?;
        match subtype {
            // What the machine is like says nothing of people; what it must be is checked.
            3 if bytes.ends_with(&65_001_i32.to_le_bytes()) && length == 32 => Ok(()),
            4 if bytes.starts_with(&(-f64::MAX).to_le_bytes()) && length == 24 => Ok(()),
            11 if length == self.variables.len() * 12 => measures(bytes),
            13 => self.long_names(&plain(bytes)?),
            14 => self.wide_texts(&plain(bytes)?),
            20 if bytes == b"UTF-8" => Ok(()),
            _ => Err(bad("a record that reports do not have")),
        }
    }

    fn long_names(&mut self, text: &str) -> Result<()> {
        for pair in text.split('\t') {
            let (short, name) = pair.split_once('=').ok_or_else(|| bad("names"))?;
            let mut variables = self.variables.iter_mut();
            let found = variables.find(|it| it.short == short && it.name == short);
            found.ok_or_else(|| bad("names"))?.name = name.to_owned();
        }
        Ok(())
    }

    /// Puts the pieces of wide texts together.
    fn wide_texts(&mut self, text: &str) -> Result<()> {
        for pair in text.split_terminator("\0\t") {
            let (short, width) = pair.split_once('=').ok_or_else(|| bad("wide texts"))?;
            let width: usize = width.parse().map_err(|_| bad("wide texts"))?;
            let mut variables = self.variables.iter();
            let first = variables.position(|it| it.short == short);
            let first = first.ok_or_else(|| bad("wide texts"))?;
            if width <= SEGMENT {
                return Err(bad("wide texts"));
            }
            let count = width.div_ceil(COUNTED);
            let last = width - (count - 1) * COUNTED;
            let end = first + count;
            let pieces = self.variables.get(first..end);
            let widths: Vec<usize> = pieces
                .ok_or_else(|| bad("wide texts"))?
                .iter()
                .flat_map(|it| it.widths.iter().copied())
                .collect();
            let (tail, heads) = widths.split_last().ok_or_else(|| bad("wide texts"))?;
            let is_whole = heads.len() == count - 1 && heads.iter().all(|it| *it == SEGMENT);
            if !is_whole || *tail != last {
                return Err(bad("wide texts"));
            }
            let others = self.variables.drain(first + 1..end);
            if others.into_iter().any(|it| !it.label.is_empty()) {
                return Err(bad("a label"));
            }
            if let Some(variable) = self.variables.get_mut(first) {
                (variable.widths, variable.width) = (widths, width);
            }
        }
        Ok(())
    }
}

/// Text of so many bytes, with spaces up to another length.
fn padded(input: &mut Input<'_>, length: usize, room: usize) -> Result<String> {
    let bytes = input.take(room)?;
    let (text, rest) = bytes
        .split_at_checked(length)
        .ok_or_else(|| bad("a length"))?;
    if rest.iter().any(|byte| *byte != b' ') {
        return Err(bad("padding"));
    }
    plain(text)
}

/// Level, width and side of each variable: small numbers.
fn measures(bytes: &[u8]) -> Result<()> {
    let mut input = Input(bytes);
    while !input.0.is_empty() {
        let [measure, width, side] = input.wholes()?;
        let is_plain = (1..=3).contains(&measure) && [10, 16].contains(&width);
        if !is_plain || !(0..=1).contains(&side) {
            return Err(bad("levels"));
        }
    }
    Ok(())
}
