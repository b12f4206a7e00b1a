//! Heat map: the company row first, then branches × dimensions, for everybody, contact staff and
//! the back office; below it the differences to what they are compared with. One head serves both.

use rust_xlsxwriter::{ConditionalFormatCell, ConditionalFormatCellRule, ConditionalFormatFormula};
use rust_xlsxwriter::{Format, FormatAlign, Worksheet};

use super::context::Context;
use super::page::{Col, FIRST, Page, Row};
use super::style;
use crate::analysis::{AudienceFindings, Row as ScoreRow};
use crate::error::Result;
use crate::phrases;

/// Group, code, branch, n, response rate.
const FIXED: [f64; 5] = [11.0, 6.0, 24.0, 7.5, 10.0];
pub(super) const SCORES: Col = 6;

pub(super) fn build(context: &Context<'_>, sheet: &mut Worksheet) -> Result<()> {
    let dimensions = context.findings.dimensions.len();
    let mut widths = FIXED.to_vec();
    widths.extend(std::iter::repeat_n(8.4, dimensions));
    widths.push(9.0);
    let mut page = Page::new(context, sheet, &widths)?;
    page.title(
        &context.text("heat-map-title"),
        &context.text("heat-map-lead"),
    )?;
    page.row -= 1;
    legend(context, &mut page)?;
    let head = page.row;
    heads(context, &mut page)?;
    page.sheet.set_freeze_panes(page.row, SCORES - 2)?;
    let first = page.row;
    for audience in &context.wave.audiences {
        if page.row > first && is_long(context) {
            page.break_here();
        }
        means(context, &mut page, audience)?;
    }
    let last_column = page.last();
    if page.row > first {
        let last = page.row - 1;
        page.sheet.autofilter(head, FIRST, last, last_column)?;
        heat_rules(&mut page, (first, SCORES, last, last_column - 1))?;
    }
    page.row += 1;
    page.note(&context.text("heat-map-note"))?;
    super::compared::differences(context, &mut page)?;
    page.finish(Some((head, head)))
}

/// Does each group fill a printed page of its own?
pub(super) fn is_long(context: &Context<'_>) -> bool {
    context.branches().len() > 12
}

fn legend(context: &Context<'_>, page: &mut Page<'_>) -> Result<()> {
    let label = style::body().set_font_size(9).set_font_color(style::WEAK);
    page.text((page.row, FIRST), &context.text("heat-map-legend"), &label)?;
    let number = |value: f64| crate::i18n::number::decimal(context.lang, value, 1);
    for (position, column) in (SCORES..).take(style::HEAT.len()).enumerate() {
        let (low, color) = style::HEAT[position];
        let text = match style::HEAT.get(position + 1) {
            _ if position == 0 => format!("< {}", number(style::HEAT[1].0)),
            Some(_) => number(low),
            None => format!("≥ {}", number(low)),
        };
        let mut format = style::heat("@")
            .set_background_color(color)
            .set_font_size(9);
        if position == 0 {
            format = format.set_bold();
        }
        page.text((page.row, column), &text, &format)?;
    }
    page.row += 2;
    Ok(())
}

fn heads(context: &Context<'_>, page: &mut Page<'_>) -> Result<()> {
    let mut heads = vec![
        (context.text("book-column-group"), style::head()),
        (context.text("branch-code"), style::head()),
        (context.text("branch"), style::head()),
        (context.text("book-column-n"), style::head_number()),
        (context.text("book-column-response"), style::head_number()),
    ];
    for dimension in &context.findings.dimensions {
        heads.push((
            dimension.title.get(context.lang).to_owned(),
            style::head_upright(),
        ));
    }
    heads.push((context.text("book-column-enps"), style::head_upright()));
    let names = heads.iter().skip(FIXED.len());
    let longest = names.map(|(name, _)| name.chars().count()).max();
    page.sheet
        .set_row_height(page.row, upright(longest.unwrap_or(0)))?;
    page.heads(&heads)
}

/// Height of a row of heads that stand on end, the longest of so many letters.
fn upright(letters: usize) -> f64 {
    let letters = u32::try_from(letters).unwrap_or(u32::MAX);
    (f64::from(letters) * 5.4 + 12.0).clamp(60.0, 118.0)
}

fn means(context: &Context<'_>, page: &mut Page<'_>, found: &AudienceFindings) -> Result<()> {
    let heat = style::heat(style::MEAN);
    let look = |branch| lined(branch, style::cell());
    each_row(context, page, (found, &look), |page, row, branch| {
        let strong = |format: &Format| lined(branch, format.clone());
        let at = page.row;
        page.n(
            context,
            (at, 4),
            &row.sheets,
            &strong(&style::number(style::COUNT)),
        )?;
        page.response_rate(
            context,
            (at, 5),
            row,
            &strong(&style::number(style::PERCENT)),
        )?;
        for (column, score) in (SCORES..).zip(&row.scores) {
            page.mean(context, (at, column), score, &strong(&heat))?;
        }
        let enps = row.enps.map(|enps| enps.value);
        page.published(
            context,
            (at, page.last()),
            &enps,
            &strong(&style::number(style::NPS).set_align(FormatAlign::Center)),
        )
    })
}

/// Company first, then each branch the workbook may name; group, code and name are written here, as
/// `look` has it.
pub(super) fn each_row(
    context: &Context<'_>,
    page: &mut Page<'_>,
    (found, look): (&AudienceFindings, &dyn Fn(Option<usize>) -> Format),
    mut write: impl FnMut(&mut Page<'_>, &ScoreRow, Option<usize>) -> Result<()>,
) -> Result<()> {
    let group = phrases::audience_short(context.lang, found.audience);
    let strong = look(None);
    page.text((page.row, 1), &group, &strong)?;
    page.text((page.row, 2), "", &strong)?;
    page.text((page.row, 3), &context.text("company"), &strong)?;
    write(page, &found.company, None)?;
    page.row += 1;
    for branch in context.branches() {
        let (Some(row), Some(about)) = (
            found.branches.get(branch),
            context.findings.branches.get(branch),
        ) else {
            continue;
        };
        let cell = look(Some(branch));
        page.text(
            (page.row, 1),
            &group,
            &cell.clone().set_font_color(style::WEAK),
        )?;
        page.text((page.row, 2), about.code.as_str(), &cell)?;
        page.text((page.row, 3), &about.name, &cell)?;
        write(page, row, Some(branch))?;
        page.row += 1;
    }
    Ok(())
}

/// A cell of the company's row, or of a branch's.
pub(super) fn lined(branch: Option<usize>, format: Format) -> Format {
    match branch {
        None => style::strong(format),
        Some(_) => format,
    }
}

/// The absolute scale as conditional formats, so that figures typed later keep their colours.
/// Text (a hidden value) comes first: Excel counts any text as larger than any number.
pub(super) fn heat_rules(page: &mut Page<'_>, range: (Row, Col, Row, Col)) -> Result<()> {
    let (top, left, bottom, right) = range;
    let corner = rust_xlsxwriter::utility::row_col_to_cell(top, left);
    let hidden = Format::new()
        .set_background_color(style::HIDDEN)
        .set_font_color(style::WEAK);
    let is_text = ConditionalFormatFormula::new()
        .set_rule(format!("=ISTEXT({corner})").as_str())
        .set_format(hidden)
        .set_stop_if_true(true);
    page.sheet
        .add_conditional_format(top, left, bottom, right, &is_text)?;
    for (position, (low, color)) in style::HEAT.iter().enumerate().rev() {
        let fill = Format::new().set_background_color(*color);
        let rule = if position == 0 {
            ConditionalFormatCell::new()
                .set_rule(ConditionalFormatCellRule::LessThan(style::HEAT[1].0))
                .set_format(fill.set_bold())
        } else {
            ConditionalFormatCell::new()
                .set_rule(ConditionalFormatCellRule::GreaterThanOrEqualTo(*low))
                .set_format(fill)
        };
        page.sheet.add_conditional_format(
            top,
            left,
            bottom,
            right,
            &rule.set_stop_if_true(true),
        )?;
    }
    Ok(())
}
