//! A finished workbook: its language and wave, then sheet by sheet, then its other parts.

use std::sync::OnceLock;

use super::data_rows::{COLUMNS, DataRow, DataWords, Field, HEADS};
use super::known::Known;
use super::names::Names;
use super::page::{Book, Page};
use super::pattern::Pattern;
use super::raw::{RawSheet, Value, address};
use super::{
    Fault, OtherKind, Released, drivers_sheet, heat_sheet, linkage_sheet, parts, questions_sheet,
    raw, summary_sheet, trend_sheet,
};
use crate::domain::Lang;
use crate::domain::action::Status;
use crate::error::{Error, Kind, Result};
use crate::import::formats::archive;
use crate::import::limits::ReadLimits;

type Reader = fn(&mut Page<'_>);

/// The sheets whose cells hold figures, and what reads them.
const SHEETS: [(&str, Reader); 11] = [
    ("sheet-read-me", read_me),
    ("sheet-summary", summary_sheet::read),
    ("sheet-heat-map", heat_sheet::read),
    ("sheet-questions", questions_sheet::read),
    ("sheet-drivers", drivers_sheet::read),
    ("sheet-trend", trend_sheet::read),
    ("sheet-comments", comments),
    ("sheet-customers", linkage_sheet::customers),
    ("sheet-linkage", linkage_sheet::linkage),
    ("sheet-actions", actions),
    ("sheet-method", linkage_sheet::method),
];

/// Everything that a workbook says, in hidden places as well.
///
/// # Errors
/// When the bytes are no workbook, break a limit, or are no report of this program.
pub fn read_workbook(bytes: &[u8], names: &Names, limits: &ReadLimits) -> Result<Released> {
    BookReader::new(names).read(bytes, limits)
}

/// Reads many workbooks: the sentences that they may hold are gathered once.
pub struct BookReader<'a> {
    names: &'a Names,
    known: [OnceLock<Known>; Lang::ALL.len()],
}

impl<'a> BookReader<'a> {
    /// A reader of workbooks that use these names.
    #[must_use]
    pub fn new(names: &'a Names) -> Self {
        let known = Default::default();
        Self { names, known }
    }

    /// See [`read_workbook`].
    ///
    /// # Errors
    /// As there.
    pub fn read(&self, bytes: &[u8], limits: &ReadLimits) -> Result<Released> {
        read(bytes, (self.names, limits), &|lang| {
            let at = Lang::ALL.iter().position(|it| *it == lang).unwrap_or(0);
            self.known[at].get_or_init(|| Known::new(self.names, lang))
        })
    }
}

fn read<'a>(
    bytes: &[u8],
    (names, limits): (&Names, &ReadLimits),
    known: &dyn Fn(Lang) -> &'a Known,
) -> Result<Released> {
    archive::check(bytes, limits)?;
    let sheets = raw::sheets(bytes, limits)?;
    let mut out = Released::default();
    let lang = lang(&sheets, names).ok_or_else(foreign)?;
    let word = |key: &str| names.word(lang, key);
    let named = |key: &str| sheets.iter().find(|sheet| sheet.name == word(key));
    let front = match named("sheet-read-me") {
        Some(sheet) => front(sheet, names, lang),
        // The short form begins with the summary.
        None => named("sheet-summary").and_then(|sheet| short_front(sheet, names, lang)),
    };
    let front = front.ok_or_else(foreign)?;
    let known = known(lang);
    let book = Book {
        names,
        lang,
        known,
        wave: front.wave.into(),
        own: front.own,
    };
    for sheet in &sheets {
        if sheet.is_hidden {
            out.unknown(sheet.name.clone(), &sheet.name, Fault::Hidden);
        }
        if sheet.name == word("sheet-data") {
            data(&book, sheet, &mut out);
            continue;
        }
        let mut page = Page::new(&book, sheet, &mut out);
        // A sheet that no report has is left as it is: each of its numbers is noticed.
        if let Some((_, read)) = SHEETS.iter().find(|(key, _)| word(key) == sheet.name) {
            read(&mut page);
        }
        page.finish();
    }
    let statuses = Status::ALL.map(|status| word(status.key()));
    let footer = names.word(lang, "page-footer");
    let expected = parts::Expected {
        known,
        sheets: &sheets,
        title: &front.title,
        wave: &front.wave_name,
        footer: &Pattern::new(&footer),
        statuses: &statuses,
    };
    parts::check(bytes, &expected, &mut out)?;
    Ok(out)
}

fn foreign() -> Error {
    Kind::FileDamaged("no report of this program".to_owned()).into()
}

/// The language in which most sheets have their names.
fn lang(sheets: &[RawSheet], names: &Names) -> Option<Lang> {
    let known = |lang: Lang| {
        let is_known = |sheet: &&RawSheet| {
            let mut keys = SHEETS.iter().map(|(key, _)| *key);
            keys.any(|key| names.word(lang, key) == sheet.name)
        };
        sheets.iter().filter(is_known).count()
    };
    let most = Lang::ALL.into_iter().max_by_key(|lang| known(*lang))?;
    (known(most) > 0).then_some(most)
}

/// What the first sheet says of the file.
struct Front {
    title: String,
    wave: String,
    wave_name: String,
    own: Option<String>,
}

fn front(sheet: &RawSheet, names: &Names, lang: Lang) -> Option<Front> {
    let text = |at| match sheet.cells.get(&at) {
        Some(Value::Text(text)) => text.as_str(),
        Some(Value::Number(_) | Value::Odd(_)) | None => "",
    };
    let title = text((0, 1)).to_owned();
    let wave = names.word(lang, "wave");
    let rows = sheet.cells.keys().map(|(row, _)| *row);
    let wave_name = rows
        .filter(|row| text((*row, 1)) == wave)
        .map(|row| text((row, 2)).to_owned())
        .next()?;
    let is_cut = text((1, 1)) == names.word(lang, "read-me-lead-branch");
    let own = if is_cut {
        let pattern = Pattern::new(&names.word(lang, "book-title-branch"));
        let branch = pattern.read(&title)?.first().copied()?.to_owned();
        Some(names.branch_of_title(&branch)?.to_owned())
    } else {
        None
    };
    Some(Front {
        wave: names.wave(&wave_name)?.to_owned(),
        title,
        wave_name,
        own,
    })
}

/// The short form names company and wave in its title, and is never a cut.
fn short_front(sheet: &RawSheet, names: &Names, lang: Lang) -> Option<Front> {
    let title = match sheet.cells.get(&(0, 1)) {
        Some(Value::Text(title)) => title.clone(),
        Some(Value::Number(_) | Value::Odd(_)) | None => return None,
    };
    let pattern = Pattern::new(&names.word(lang, "book-title"));
    // The company may be called anything, so the wave is looked for at the end.
    let is_of = |name: &&str| pattern.read(&title).is_some() && title.ends_with(name);
    let waves = names.waves.iter().map(|(_, name)| name.as_str());
    let wave_name = waves
        .filter(is_of)
        .max_by_key(|name| name.len())?
        .to_owned();
    Some(Front {
        wave: names.wave(&wave_name)?.to_owned(),
        title,
        wave_name,
        own: None,
    })
}

/// The first sheet holds days and names, and no figure.
fn read_me(page: &mut Page<'_>) {
    let keys = [
        "read-me-days",
        "read-me-customers",
        "read-me-questionnaires",
        "read-me-made",
    ];
    let labels = keys.map(|key| page.book.word(key));
    for row in page.rows() {
        let label = page.text((row, 1));
        if labels.iter().any(|known| known == label) && page.number((row, 2)).is_none() {
            page.other((row, 2), OtherKind::Parameter);
        }
    }
    page.other((0, 1), OtherKind::Parameter);
}

/// The sheet of comments holds words and no figure: a cell that is a number is noticed, and so is
/// whatever stands beside place, question and comment.
fn comments(page: &mut Page<'_>) {
    for row in page.rows() {
        for column in 1..=3 {
            page.words((row, column));
        }
    }
}

/// The sheet of actions holds words and days. Its figures are those of the other sheets, as words; a
/// number outside the two places of days is noticed.
fn actions(page: &mut Page<'_>) {
    let as_of = page.book.word("actions-book-as-of");
    for row in page.rows() {
        if page.text((row, 1)) == as_of {
            page.other((row, 2), OtherKind::Parameter);
        }
        for column in 1..=9 {
            if column == 5 {
                page.other((row, column), OtherKind::Parameter);
            } else {
                page.words((row, column));
            }
        }
    }
}

/// The sheet of data: rows below the heads, nothing beside them.
fn data(book: &Book<'_>, sheet: &RawSheet, out: &mut Released) {
    let heads = HEADS.map(|key| book.word(key));
    let text = |at| match sheet.cells.get(&at) {
        Some(Value::Text(text)) => text.as_str(),
        Some(Value::Number(_) | Value::Odd(_)) | None => "",
    };
    let mut rows: Vec<u32> = sheet.cells.keys().map(|(row, _)| *row).collect();
    rows.dedup();
    let is_head = |row: &u32| {
        (1_u32..)
            .zip(&heads)
            .all(|(at, head)| text((*row, at)) == head)
    };
    let Some(head) = rows.iter().copied().find(is_head) else {
        Page::new(book, sheet, out).finish();
        return;
    };
    let words = DataWords::new(book.names, book.lang);
    let columns = u32::try_from(COLUMNS).unwrap_or(u32::MAX);
    for row in rows.into_iter().filter(|row| *row > head) {
        let field = |column: u32| {
            let at = (row, column);
            let number = match sheet.cells.get(&at) {
                Some(Value::Number(value)) => Some(*value),
                Some(Value::Text(_) | Value::Odd(_)) | None => None,
            };
            Field {
                text: text(at).to_owned(),
                number,
                cell: format!("{}!{}", sheet.name, address(at)),
            }
        };
        let fields: Vec<Field> = (1..=columns).map(field).collect();
        DataRow {
            names: book.names,
            words: &words,
            fields: &fields,
        }
        .read(out);
    }
    // Above the heads and beside the columns stand words alone.
    let is_outside = |(row, column): &(u32, u32)| *row < head || *column < 1 || *column > columns;
    let outside = sheet.cells.iter().filter(|(at, _)| is_outside(at));
    let rest = RawSheet {
        name: sheet.name.clone(),
        is_hidden: sheet.is_hidden,
        cells: outside.map(|(at, value)| (*at, value.clone())).collect(),
    };
    Page::new(book, &rest, out).finish();
}
