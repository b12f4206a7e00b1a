//! The CSV of tidy figures, line by line.

use super::data_rows::{COLUMNS, DataRow, DataWords, Field, HEADS};
use super::names::Names;
use super::{Fault, Released};
use crate::domain::Lang;
use crate::error::{Error, Kind, Limit, Result};
use crate::import::limits::{ReadLimits, within};

/// The first column that may hold a number.
const FIGURES: usize = 7;

/// Everything that a CSV of figures says.
///
/// # Errors
/// When the bytes are no CSV of this program, or break a limit.
pub fn read_csv(bytes: &[u8], names: &Names, limits: &ReadLimits) -> Result<Released> {
    let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    within(Limit::FileBytes, size, limits.file_bytes)?;
    let text = std::str::from_utf8(bytes).map_err(|_| Error::from(Kind::UnknownEncoding))?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let first = text.lines().next().unwrap_or_default();
    let lang = Lang::ALL.into_iter().find(|lang| {
        let heads = HEADS.map(|key| names.word(*lang, key));
        first == heads.join(separator(*lang))
    });
    let lang = lang.ok_or_else(|| Error::from(Kind::FileDamaged("unknown heads".to_owned())))?;
    let words = DataWords::new(names, lang);
    let mut out = Released::default();
    let mut reader = csv::ReaderBuilder::new();
    reader.flexible(true);
    reader.delimiter(separator(lang).bytes().next().unwrap_or(b','));
    let mut reader = reader.from_reader(text.as_bytes());
    for (line, record) in (2_u32..).zip(reader.records()) {
        within(Limit::Rows, u64::from(line), u64::from(limits.rows))?;
        let record = record.map_err(|error| Error::from(Kind::FileDamaged(error.to_string())))?;
        let fields: Vec<Field> = (0..)
            .zip(&record)
            .map(|(at, text)| field(lang, line, (at, text)))
            .collect();
        for extra in fields.iter().skip(COLUMNS) {
            out.unknown(extra.cell.clone(), &extra.text, Fault::Number);
        }
        let fields = fields.get(..COLUMNS).unwrap_or(&fields);
        DataRow {
            names,
            words: &words,
            fields,
        }
        .read(&mut out);
    }
    Ok(out)
}

const fn separator(lang: Lang) -> &'static str {
    match lang {
        Lang::Ru => ";",
        Lang::En => ",",
    }
}

fn field(lang: Lang, line: u32, (at, text): (usize, &str)) -> Field {
    let plain = match lang {
        Lang::Ru => text.replace(',', "."),
        Lang::En => text.to_owned(),
    };
    let number = (at >= FIGURES).then(|| plain.parse::<f64>().ok()).flatten();
    // What a spreadsheet would run stands behind a quote.
    let quoted = text
        .strip_prefix('\'')
        .filter(|rest| rest.starts_with(['=', '+', '-', '@']));
    Field {
        text: quoted.unwrap_or(text).to_owned(),
        number,
        cell: format!("line {line}, column {}", at + 1),
    }
}
