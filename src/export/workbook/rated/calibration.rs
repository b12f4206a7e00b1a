//! How raters rate: severity, use of the levels, halo, equal answers, agreement in words. Peers are
//! in no line. In a manager's cut: the manager alone, nothing of the round.

use rust_xlsxwriter::Worksheet;

use super::super::charts::{self, Cells};
use super::super::page::{Col, FIRST, Page, Row};
use super::super::style;
use super::context::{RatedContext, count};
use crate::analysis::ratings::{Coefficient, Rated, RaterLine, SelfGap, Severity, SeverityVerdict};
use crate::domain::rating::{Level, Source};
use crate::error::Result;
use crate::i18n::number;
use crate::tr;

const WIDTHS: [f64; 15] = [
    27.0, 17.0, 9.0, 9.0, 9.0, 9.0, 9.0, 9.0, 9.0, 9.0, 9.0, 9.0, 9.0, 9.0, 9.0,
];
/// So many raters stand on one page with everything that is said of them.
const FEW: usize = 8;
/// Bars in one picture.
const BARS: Row = 40;
/// Signed, and never a zero below zero.
const APART: &str = "[>=0.005]+0.00;[<=-0.005]\"\u{2212}\"0.00;0.00";

pub(super) fn build(context: &RatedContext<'_>, sheet: &mut Worksheet) -> Result<()> {
    let mut page = context.page(sheet, &WIDTHS)?;
    page.title(
        &context.text("calibration-title"),
        &context.text("calibration-lead"),
    )?;
    page.row -= 1;
    page.note(&context.text("calibration-not-corrected"))?;
    page.row += 1;
    if context.findings.calibration.raters.is_empty() {
        page.note(&context.text("rated-no-raters"))?;
        return page.finish(None);
    }
    severity(context, &mut page)?;
    page.row += 1;
    turn(context, &mut page);
    scale(context, &mut page)?;
    if context.book.cut.is_none() {
        page.row += 1;
        turn(context, &mut page);
        agreement(context, &mut page)?;
    }
    page.finish(None)
}

/// Parts of many raters begin on pages of their own.
fn turn(context: &RatedContext<'_>, page: &mut Page<'_>) {
    if context.findings.calibration.raters.len() > FEW {
        page.break_here();
    }
}

fn severity(context: &RatedContext<'_>, page: &mut Page<'_>) -> Result<()> {
    page.section(&context.text("calibration-severity"))?;
    page.note(&context.text("rated-severity-note"))?;
    let number = |key: &str| (context.text(key), style::head_number());
    page.heads(&[
        (context.text("calibration-rater"), style::head()),
        (context.text("rated-part"), style::head()),
        number("calibration-rated"),
        number("calibration-severity"),
        number("book-column-low"),
        number("book-column-high"),
        number("calibration-common"),
        number("book-column-bh"),
        number("rated-adjusted"),
        number("rated-r"),
    ])?;
    let (head, last) = (page.row - 1, page.last());
    page.row = head;
    page.across(
        (11, last),
        &context.text("calibration-verdict"),
        &style::head_word(),
    )?;
    page.sheet.set_row_height(head, 44)?;
    page.row += 1;
    for line in &context.findings.calibration.raters {
        let at = page.row;
        who(context, page, line)?;
        let apart = style::number(APART);
        let found = line.severity;
        page.number((at, 3), count(line.rated), &style::number(style::COUNT))?;
        let difference = found.map(|it| it.difference);
        page.rated(context, (at, 4), difference, &apart.clone().set_bold())?;
        page.rated_ends(context, (at, 5), found.and_then(|it| it.interval), &apart)?;
        let common = found.map(|it| count(it.common));
        page.rated(context, (at, 7), common, &style::number(style::COUNT))?;
        let p = found.and_then(|it| it.p);
        page.rated(context, (at, 8), p, &style::number(style::P_VALUE))?;
        page.rated(context, (at, 9), line.adjusted, &apart)?;
        let r = style::number(style::COEFFICIENT);
        page.rated(context, (at, 10), line.r_with_others, &r)?;
        page.across(
            (11, last),
            &verdict(context, &found),
            &style::cell().set_indent(1),
        )?;
        page.row += 1;
    }
    Ok(())
}

fn who(context: &RatedContext<'_>, page: &mut Page<'_>, line: &RaterLine) -> Result<()> {
    let at = page.row;
    let is_flagged = line.severity.is_ok_and(|it| match it.verdict {
        SeverityVerdict::Strict | SeverityVerdict::Lenient => true,
        SeverityVerdict::Even => false,
    });
    let name = context.rater(&line.rater);
    let name = if is_flagged {
        format!("◆ {name}")
    } else {
        name
    };
    page.text((at, FIRST), &name, &style::cell().set_bold())?;
    let part = context.text(Source::key(line.source));
    page.text((at, 2), &part, &style::cell().set_font_color(style::WEAK))
}

fn verdict(context: &RatedContext<'_>, found: &Rated<Severity>) -> String {
    let lang = context.lang;
    match found {
        Err(why) => crate::phrases::rating_why(lang, *why),
        Ok(found) => {
            let difference = number::decimal(lang, found.difference.abs(), 1);
            match found.verdict {
                SeverityVerdict::Strict => {
                    tr!(lang, "calibration-strict", difference = difference)
                }
                SeverityVerdict::Lenient => {
                    tr!(lang, "calibration-lenient", difference = difference)
                }
                SeverityVerdict::Even => context.text("calibration-even"),
            }
        }
    }
}

fn scale(context: &RatedContext<'_>, page: &mut Page<'_>) -> Result<()> {
    page.section(&context.text("rated-scale"))?;
    page.note(&context.text("rated-scale-note"))?;
    let number = |key: &str| (context.text(key), style::head_number());
    let mut heads = vec![
        (context.text("calibration-rater"), style::head()),
        (context.text("rated-part"), style::head()),
    ];
    for level in Level::all() {
        let head = tr!(context.lang, "rated-level", level = i64::from(level.get()));
        heads.push((head, style::head_number()));
    }
    heads.extend([
        number("rated-lowest"),
        number("rated-highest"),
        number("rated-sd"),
        number("rated-narrow"),
        number("rated-halo-sd"),
        number("calibration-halo-short"),
        number("calibration-straight"),
        number("rated-of-sheets"),
    ]);
    page.sheet.set_row_height(page.row, 58)?;
    page.heads(&heads)?;
    let first = page.row;
    for line in &context.findings.calibration.raters {
        used(context, page, line)?;
    }
    let last = page.row - 1;
    if last - first < BARS {
        picture(context, page, (first, last))?;
    }
    Ok(())
}

fn used(context: &RatedContext<'_>, page: &mut Page<'_>, line: &RaterLine) -> Result<()> {
    let at = page.row;
    who(context, page, line)?;
    let whole = style::number(style::COUNT);
    for (column, n) in (3..).zip(line.distribution) {
        page.number((at, column), count(n), &whole)?;
    }
    let level = |level: Level| f64::from(level.get());
    page.rated(context, (at, 8), line.range.map(|it| level(it.low)), &whole)?;
    page.rated(
        context,
        (at, 9),
        line.range.map(|it| level(it.high)),
        &whole,
    )?;
    let two = style::number(style::COEFFICIENT);
    page.rated(context, (at, 10), line.range.map(|it| it.sd), &two)?;
    yes(context, page, 11, line.range.map(|it| it.is_narrow))?;
    page.rated(context, (at, 12), line.halo.map(|it| it.within_sd), &two)?;
    yes(context, page, 13, line.halo.map(|it| it.is_high))?;
    page.number((at, 14), count(line.straight.0), &whole)?;
    page.number((at, 15), count(line.straight.1), &whole)?;
    page.row += 1;
    Ok(())
}

/// Yes with a mark, no without.
fn yes(
    context: &RatedContext<'_>,
    page: &mut Page<'_>,
    column: Col,
    it: Rated<bool>,
) -> Result<()> {
    let text = match it {
        Ok(true) => context.text("rated-yes"),
        Ok(false) => context.text("rated-no"),
        Err(why) => context.short(why),
    };
    page.text((page.row, column), &text, &style::number("@"))
}

/// Levels given, a bar per rater.
fn picture(context: &RatedContext<'_>, page: &mut Page<'_>, rows: (Row, Row)) -> Result<()> {
    page.row += 1;
    turn(context, page);
    page.section(&context.text("calibration-distribution"))?;
    let sheet = page.sheet.name();
    let cells = Cells {
        sheet: &sheet,
        rows,
    };
    let mut chart = charts::levels(&cells, (FIRST, 3), |level| {
        tr!(context.lang, "rated-level", level = level)
    });
    let height = 90 + (rows.1 - rows.0 + 1) * 26;
    charts::sized(&mut chart, 1060, height);
    chart.set_alt_text(context.text("calibration-distribution"));
    let name = context.text("rated-levels-share");
    charts::axis(chart.x_axis(), &name, style::PERCENT);
    // A little below the rule, which it would cover.
    page.sheet
        .insert_chart_with_offset(page.row, FIRST, &chart, 0, 6)?;
    page.row += height / 20 + 2;
    Ok(())
}

fn agreement(context: &RatedContext<'_>, page: &mut Page<'_>) -> Result<()> {
    page.section(&context.text("calibration-agreement"))?;
    let number = |key: &str| (context.text(key), style::head_number());
    page.heads(&[
        (context.text("calibration-coefficient"), style::head()),
        (context.text("calibration-word"), style::head()),
        number("calibration-value"),
        number("book-column-low"),
        number("book-column-high"),
        number("book-column-n"),
    ])?;
    let found = &context.findings.calibration;
    let all = &found.agreement;
    for (key, value) in [
        ("agreement-kappa", &all.kappa),
        ("agreement-alpha", &all.alpha),
        ("agreement-ac2", &all.ac2),
        ("agreement-icc-one", &all.icc1k),
        ("agreement-icc-a", &all.icc_ak),
        ("agreement-rwg", &all.rwg),
    ] {
        coefficient(context, page, &context.text(key), value)?;
    }
    own(context, page, &found.self_gap)
}

fn coefficient(
    context: &RatedContext<'_>,
    page: &mut Page<'_>,
    name: &str,
    found: &Rated<Coefficient>,
) -> Result<()> {
    let at = page.row;
    let two = style::number(style::COEFFICIENT);
    page.text((at, FIRST), name, &style::cell())?;
    let word = match found {
        Ok(found) => context.text(found.word.key()),
        Err(why) => crate::phrases::rating_why(context.lang, *why),
    };
    page.text((at, 2), &word, &style::cell_text())?;
    page.sheet
        .set_row_height(at, page.height((2, 2), &word, 10.0))?;
    page.rated(
        context,
        (at, 3),
        found.map(|it| it.value),
        &two.clone().set_bold(),
    )?;
    page.rated_ends(context, (at, 4), found.and_then(|it| it.interval), &two)?;
    let n = found.map(|it| count(it.n));
    page.rated(context, (at, 6), n, &style::number(style::COUNT))?;
    page.row += 1;
    Ok(())
}

/// Self minus others, over everybody.
fn own(context: &RatedContext<'_>, page: &mut Page<'_>, found: &Rated<SelfGap>) -> Result<()> {
    let at = page.row;
    let two = style::number(style::COEFFICIENT);
    page.text((at, FIRST), &context.text("rated-self-gap"), &style::cell())?;
    page.text((at, 2), "", &style::cell())?;
    let difference = found.map(|it| it.difference);
    page.rated(context, (at, 3), difference, &two.clone().set_bold())?;
    page.rated_ends(context, (at, 4), found.and_then(|it| it.interval), &two)?;
    let n = found.map(|it| count(it.n));
    page.rated(context, (at, 6), n, &style::number(style::COUNT))?;
    page.row += 1;
    Ok(())
}
