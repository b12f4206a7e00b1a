//! The bytes of a system file: header, variables, labels of values, further records in ascending
//! order, rows. After the description of the format in the developers' guide of GNU PSPP.

use super::columns::{Cells, Column, Level};
use super::pack::{BIAS, Pack};
use crate::domain::{Date, Lang};
use crate::error::{Error, Kind, Result};
use crate::i18n::message;

const PRODUCT: &str = "@(#) SPSS DATA FILE - Frontline";
const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];
/// The widest text that is one variable; wider ones are pieces of this width.
const SEGMENT: usize = 255;
/// How much of the width each piece but the last counts for.
const COUNTED: usize = 252;
/// The widest text of all.
const WIDEST: usize = 32_767;
/// The longest label of a variable or value, in bytes.
const LABEL: usize = 250;

/// How a column lies in the file.
struct Laid<'a> {
    column: &'a Column,
    /// Width of a text in bytes; none for numbers.
    width: Option<usize>,
    /// Place of its first element, from 1.
    index: i32,
}

pub(super) fn write(columns: &[Column], (lang, made_on): (Lang, Date)) -> Result<Vec<u8>> {
    let mut laid = Vec::new();
    let mut next = 1;
    for column in columns {
        let width = width(column);
        laid.push(Laid {
            column,
            width,
            index: next,
        });
        next += small(elements(width))?;
    }
    let rows = columns.first().map_or(0, |column| column.cells.len());
    let mut out = Vec::new();
    header(&mut out, (next - 1, small(rows)?), (lang, made_on));
    for place in &laid {
        variable(&mut out, place)?;
    }
    for place in &laid {
        value_labels(&mut out, place)?;
    }
    extensions(&mut out, &laid)?;
    whole(&mut out, 999);
    whole(&mut out, 0);
    out.extend(data(&laid, rows));
    Ok(out)
}

fn header(out: &mut Vec<u8>, (elements, rows): (i32, i32), (lang, made_on): (Lang, Date)) {
    out.extend(b"$FL2");
    padded(out, PRODUCT, 60);
    // Layout, elements of a row, compression, no weights, rows.
    for value in [2, elements, 1, 0, rows] {
        whole(out, value);
    }
    real(out, BIAS);
    let month = usize::from(made_on.month().unsigned_abs()).saturating_sub(1);
    let month = MONTHS.get(month).copied().unwrap_or("Jan");
    let year = made_on.year().rem_euclid(100);
    padded(out, &format!("{:02} {month} {year:02}", made_on.day()), 9);
    padded(out, "00:00:00", 8);
    padded(out, &message(lang, "sav-label"), 64);
    out.extend([0; 3]);
}

fn variable(out: &mut Vec<u8>, place: &Laid<'_>) -> Result<()> {
    let Laid { column, width, .. } = place;
    let label = cut(&column.label, LABEL);
    let Some(width) = *width else {
        let decimals = match column.cells {
            Cells::Numbers { decimals, .. } => decimals,
            Cells::Texts(_) => 0,
        };
        let format = 5 << 16 | 8 << 8 | i32::from(decimals);
        return record(out, (0, format), (column.short, label));
    };
    for (at, width) in segments(width).into_iter().enumerate() {
        let format = 1 << 16 | small(width)? << 8;
        let (name, label) = match at {
            0 => (column.short.to_owned(), label),
            _ => (segment_name(column, at), ""),
        };
        record(out, (small(width)?, format), (&name, label))?;
        for _ in 1..width.div_ceil(8) {
            record(out, (-1, 0), ("", ""))?;
        }
    }
    Ok(())
}

fn record(
    out: &mut Vec<u8>,
    (kind, format): (i32, i32),
    (name, label): (&str, &str),
) -> Result<()> {
    let has_label = i32::from(!label.is_empty());
    for value in [2, kind, has_label, 0, format, format] {
        whole(out, value);
    }
    padded(out, name, 8);
    if !label.is_empty() {
        whole(out, small(label.len())?);
        padded(out, label, label.len().next_multiple_of(4));
    }
    Ok(())
}

fn value_labels(out: &mut Vec<u8>, place: &Laid<'_>) -> Result<()> {
    let Cells::Numbers { labels, .. } = &place.column.cells else {
        return Ok(());
    };
    if labels.is_empty() {
        return Ok(());
    }
    whole(out, 3);
    whole(out, small(labels.len())?);
    for (value, label) in labels {
        let label = cut(label, LABEL);
        real(out, *value);
        out.push(u8::try_from(label.len()).unwrap_or(u8::MAX));
        padded(out, label, (label.len() + 1).next_multiple_of(8) - 1);
    }
    for value in [4, 1, place.index] {
        whole(out, value);
    }
    Ok(())
}

fn extensions(out: &mut Vec<u8>, laid: &[Laid<'_>]) -> Result<()> {
    // Version, no machine, IEEE numbers, compressed, little end first, UTF-8.
    let machine = [1, 0, 0, -1, 1, 1, 2, 65_001];
    let machine = machine.map(i32::to_le_bytes).concat();
    extension(out, (3, 4), &machine)?;
    let numbers = [-f64::MAX, f64::MAX, (-f64::MAX).next_up()];
    extension(out, (4, 8), &numbers.map(f64::to_le_bytes).concat())?;
    let mut shown = Vec::new();
    for place in laid {
        let (measure, columns, align) = match (place.column.level, &place.column.cells) {
            (Level::Nominal, Cells::Texts(_)) => (1, 16, 0),
            (Level::Nominal, Cells::Numbers { .. }) => (1, 16, 1),
            (Level::Ordinal, _) => (2, 16, 1),
            (Level::Scale, _) => (3, 10, 1),
        };
        // Each piece of a wide text has its own.
        let pieces = place.width.map_or(1, |width| segments(width).len());
        for _ in 0..pieces {
            shown.extend([measure, columns, align].map(i32::to_le_bytes).concat());
        }
    }
    extension(out, (11, 4), &shown)?;
    let pair = |place: &Laid<'_>| format!("{}={}", place.column.short, place.column.name);
    let names: Vec<String> = laid.iter().map(pair).collect();
    extension(out, (13, 1), names.join("\t").as_bytes())?;
    let mut wide = String::new();
    for place in laid {
        if let Some(width) = place.width.filter(|width| *width > SEGMENT) {
            wide.push_str(&format!("{}={width:05}\0\t", place.column.short));
        }
    }
    if !wide.is_empty() {
        extension(out, (14, 1), wide.as_bytes())?;
    }
    extension(out, (20, 1), b"UTF-8")
}

fn extension(out: &mut Vec<u8>, (kind, size): (i32, i32), bytes: &[u8]) -> Result<()> {
    for value in [7, kind, size, small(bytes.len())? / size] {
        whole(out, value);
    }
    out.extend(bytes);
    Ok(())
}

fn data(laid: &[Laid<'_>], rows: usize) -> Vec<u8> {
    let mut pack = Pack::default();
    for row in 0..rows {
        for place in laid {
            match &place.column.cells {
                Cells::Numbers { values, .. } => {
                    pack.number(values.get(row).copied().flatten());
                }
                Cells::Texts(texts) => {
                    let text = texts.get(row).map_or("", String::as_str);
                    wide_text(&mut pack, text, place.width.unwrap_or(1));
                }
            }
        }
    }
    pack.finish()
}

/// A text in its pieces, each of them padded to eights.
fn wide_text(pack: &mut Pack, text: &str, width: usize) {
    let mut rest = cut(text, width).bytes();
    for segment in segments(width) {
        let mut bytes: Vec<u8> = rest.by_ref().take(segment).collect();
        bytes.resize(segment.next_multiple_of(8), b' ');
        for eight in bytes.as_chunks().0 {
            pack.text(*eight);
        }
    }
}

impl Cells {
    fn len(&self) -> usize {
        match self {
            Self::Numbers { values, .. } => values.len(),
            Self::Texts(texts) => texts.len(),
        }
    }
}

/// The width of a column of text: that of its longest cell in bytes.
fn width(column: &Column) -> Option<usize> {
    match &column.cells {
        Cells::Numbers { .. } => None,
        Cells::Texts(texts) => {
            let longest = texts.iter().map(String::len).max().unwrap_or(0);
            Some(longest.clamp(1, WIDEST))
        }
    }
}

/// The widths of the variables that a text of this width is kept in.
fn segments(width: usize) -> Vec<usize> {
    if width <= SEGMENT {
        return vec![width];
    }
    let count = width.div_ceil(COUNTED);
    let mut all = vec![SEGMENT; count - 1];
    all.push(width - (count - 1) * COUNTED);
    all
}

fn elements(width: Option<usize>) -> usize {
    width.map_or(1, |width| {
        segments(width).into_iter().map(|it| it.div_ceil(8)).sum()
    })
}

/// The old name of a further piece.
fn segment_name(column: &Column, at: usize) -> String {
    let first: String = column.short.chars().take(5).collect();
    format!("{first}{at:03}")
}

/// As many whole letters as fit.
fn cut(text: &str, bytes: usize) -> &str {
    text.get(..text.floor_char_boundary(bytes)).unwrap_or("")
}

/// Text of exactly so many bytes.
fn padded(out: &mut Vec<u8>, text: &str, bytes: usize) {
    let text = cut(text, bytes);
    out.extend(text.bytes());
    out.extend(std::iter::repeat_n(b' ', bytes - text.len()));
}

fn whole(out: &mut Vec<u8>, value: i32) {
    out.extend(value.to_le_bytes());
}

fn real(out: &mut Vec<u8>, value: f64) {
    out.extend(value.to_le_bytes());
}

fn small(value: usize) -> Result<i32> {
    i32::try_from(value).map_err(|_| Error::from(Kind::Internal("sav: too long".to_owned())))
}
