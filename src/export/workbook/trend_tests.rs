//! The company against the wave before in other ways: people as two groups, size of the change, ranks,
//! branches each against itself, and the share that agrees. The columns of change stand under those of the main table.

use super::context::Context;
use super::page::{Col, FIRST, Page, Row};
use super::style;
use crate::analysis::{AudienceFindings, ShareChange, Tested, WaveTests};
use crate::disclosure::{Favourable, Published, Reason};
use crate::domain::Audience;
use crate::error::Result;
use crate::i18n::number;
use crate::phrases;
use crate::stats::Undefined;
use crate::tr;

/// A change of a share in percentage points.
const POINTS: &str = "[>=0.005]+0%;[<=-0.005]\"\u{2212}\"0%;0%";
/// A change or an effect with two places and its sign.
const TWO: &str = "[>=0.005]+0.00;[<=-0.005]\"\u{2212}\"0.00;0.00";

pub(super) fn tables(context: &Context<'_>, page: &mut Page<'_>) -> Result<()> {
    let Some(found) = context.wave.audience(Audience::All) else {
        return Ok(());
    };
    page.row += 1;
    page.break_here();
    let number = |key: &str| (context.text(key), style::head_number());
    page.section(&context.text("book-trend-people"))?;
    page.note(&context.text("book-trend-people-note"))?;
    let two = [
        number("book-column-welch-p"),
        number("book-column-cluster-p"),
    ];
    heads(context, page, two, "book-column-change")?;
    for (position, tests) in found.tests.iter().enumerate() {
        people_row(context, page, position, tests)?;
    }
    page.row += 1;
    page.break_here();
    page.section(&context.text("book-trend-tests"))?;
    page.note(&context.text("book-trend-tests-note"))?;
    let two = [number("book-column-hedges"), number("book-column-cliff")];
    heads(context, page, two, "book-column-matched")?;
    for (position, tests) in found.tests.iter().enumerate() {
        branches_row(context, page, position, tests)?;
    }
    page.row += 1;
    // A table that runs on to the next page would lose its heads.
    if found.tests.len() > 4 {
        page.break_here();
    }
    page.section(&context.text("book-trend-shares"))?;
    page.note(&context.text("book-trend-shares-note"))?;
    let waves = context.waves();
    let named = |back: usize| {
        let wave = waves.len().checked_sub(back).and_then(|at| waves.get(at));
        let name = wave.map_or_else(String::new, |wave| wave.wave.name.clone());
        (name, style::head_number())
    };
    heads(context, page, [named(2), named(1)], "book-column-change")?;
    let before = context
        .previous()
        .and_then(|wave| wave.audience(Audience::All));
    for (position, tests) in found.tests.iter().enumerate() {
        share_row(
            context,
            page,
            (position, tests.favourable),
            [before, Some(found)],
        )?;
    }
    Ok(())
}

/// The first of the three columns of the change.
fn change_column(page: &Page<'_>) -> Col {
    page.last() - 3
}

fn heads(
    context: &Context<'_>,
    page: &mut Page<'_>,
    two: [(String, rust_xlsxwriter::Format); 2],
    change: &str,
) -> Result<()> {
    let mut heads = vec![(context.text("book-column-dimension"), style::head())];
    heads.extend(two);
    // With more waves there are columns between.
    let between = usize::from(change_column(page)).saturating_sub(heads.len() + usize::from(FIRST));
    heads.extend((0..between).map(|_| (String::new(), style::head())));
    for key in [change, "book-column-low", "book-column-high"] {
        heads.push((context.text(key), style::head_number()));
    }
    heads.push((context.text("book-column-word"), style::head_word()));
    page.sheet.set_row_height(page.row, 40)?;
    page.heads(&heads)
}

/// People of both waves as two groups.
fn people_row(
    context: &Context<'_>,
    page: &mut Page<'_>,
    position: usize,
    found: &WaveTests,
) -> Result<()> {
    let at = first_cell(context, page, position)?;
    let p = style::number(style::P_VALUE);
    page.statistic(context, (at, FIRST + 1), found.welch.map(|it| it.p), &p)?;
    page.statistic(context, (at, FIRST + 2), found.clustered.map(|it| it.p), &p)?;
    tested_cells(context, page, found.welch)?;
    let text = found.hedges.map_or_else(
        |reason| phrases::undefined(context.lang, reason),
        |g| phrases::effect_word(context.lang, g),
    );
    word(page, &text)
}

/// Sizes of the change, and branches against themselves.
fn branches_row(
    context: &Context<'_>,
    page: &mut Page<'_>,
    position: usize,
    found: &WaveTests,
) -> Result<()> {
    let at = first_cell(context, page, position)?;
    let two = style::number(TWO);
    page.statistic(context, (at, FIRST + 1), found.hedges, &two)?;
    page.statistic(context, (at, FIRST + 2), found.cliff, &two)?;
    tested_cells(context, page, found.matched.map(|(matched, _)| matched))?;
    word(page, &phrases::matched(context.lang, found))
}

/// The dimension in front of a row; the row.
fn first_cell(context: &Context<'_>, page: &mut Page<'_>, position: usize) -> Result<Row> {
    let at = page.row;
    let name = context.dimension(position);
    page.text((at, FIRST), name, &style::cell_text())?;
    Ok(at)
}

/// Difference and interval, in bold where zero is left out.
fn change_cells(
    context: &Context<'_>,
    page: &mut Page<'_>,
    found: Result<[f64; 3], Undefined>,
    format: &str,
) -> Result<()> {
    let (at, column) = (page.row, change_column(page));
    let plain = style::number(format);
    let is_settled = found.is_ok_and(|[_, low, high]| low > 0.0 || high < 0.0);
    let strong = if is_settled {
        plain.clone().set_bold()
    } else {
        plain.clone()
    };
    page.statistic(context, (at, column), found.map(|it| it[0]), &strong)?;
    page.statistic(context, (at, column + 1), found.map(|it| it[1]), &plain)?;
    page.statistic(context, (at, column + 2), found.map(|it| it[2]), &plain)
}

fn tested_cells(
    context: &Context<'_>,
    page: &mut Page<'_>,
    found: Result<Tested, Undefined>,
) -> Result<()> {
    let found = found.map(|it| [it.difference, it.low, it.high]);
    change_cells(context, page, found, TWO)
}

fn word(page: &mut Page<'_>, text: &str) -> Result<()> {
    let last = page.last();
    let format = style::cell_text().set_indent(1).set_font_size(9);
    // With more waves there are columns between.
    for column in FIRST + 3..change_column(page) {
        let between = style::cell();
        page.sheet.write_blank(page.row, column, &between)?;
    }
    page.text((page.row, last), text, &format)?;
    let height = page.height((last, last), text, 9.5).max(17.0);
    page.sheet.set_row_height(page.row, height)?;
    page.row += 1;
    Ok(())
}

fn share_row(
    context: &Context<'_>,
    page: &mut Page<'_>,
    (position, found): (usize, Result<ShareChange, Undefined>),
    waves: [Option<&AudienceFindings>; 2],
) -> Result<()> {
    let at = first_cell(context, page, position)?;
    let share = style::number(style::PERCENT);
    for (column, wave) in (FIRST + 1..).zip(waves) {
        let score = wave.and_then(|wave| wave.company.scores.get(position));
        match score.map(Published::value) {
            Some(Some(value)) => match value.favourable {
                Some(Favourable::Exact { favourable, .. }) => {
                    page.number((at, column), favourable, &share)?;
                }
                Some(Favourable::Band { .. }) | None => {
                    page.hidden(context, (at, column), Reason::DetailTooFine, &share)?;
                }
            },
            Some(None) | None => {
                let reason = score.and_then(Published::reason);
                let reason = reason.unwrap_or(Reason::NoAnswers);
                page.hidden(context, (at, column), reason, &share)?;
            }
        }
    }
    let cells = found.map(|it| [it.difference, it.low, it.high]);
    change_cells(context, page, cells, POINTS)?;
    let text = match found {
        Err(reason) => phrases::undefined(context.lang, reason),
        Ok(found) => {
            let is_settled = found.low > 0.0 || found.high < 0.0;
            let key = match (is_settled, found.difference > 0.0) {
                (true, true) => "change-up",
                (true, false) => "change-down",
                (false, _) => "change-open",
            };
            let word = context.text(key);
            match found.fisher {
                Some(p) => {
                    let p = number::p_statement(context.lang, p);
                    tr!(context.lang, "book-trend-fisher", word = word, p = p)
                }
                None => word,
            }
        }
    };
    word(page, &text)
}
