//! Tables of the linkage sheet: contact staff against the back office, and every pair.

use super::context::Context;
use super::page::{FIRST, Page, Row};
use super::style;
use crate::analysis::{Coefficient, GroupComparison, Link};
use crate::error::Result;
use crate::phrases;
use crate::stats::Undefined;
use crate::tr;

/// Comparisons of the outcome that the headline speaks of.
pub(super) fn comparisons(context: &Context<'_>, page: &mut Page<'_>) -> Result<()> {
    let outcome = super::linkage::headline(context).map(|link| link.outcome);
    let shown: Vec<&GroupComparison> = context
        .wave
        .comparisons
        .iter()
        .filter(|found| Some(found.outcome) == outcome)
        .collect();
    if shown.is_empty() {
        return Ok(());
    }
    page.section(&context.text("book-linkage-groups"))?;
    page.note(&context.text("book-linkage-groups-note"))?;
    let number = |key: &str| (context.text(key), style::head_number());
    page.sheet.set_row_height(page.row, 40)?;
    page.heads(&[
        (context.text("book-column-dimension"), style::head()),
        (context.text("book-column-outcome"), style::head()),
        (String::new(), style::head()),
        number("book-column-n"),
        number("book-column-rho-contact"),
        number("book-column-low"),
        number("book-column-high"),
        number("book-column-rho-back"),
        number("book-column-low"),
        number("book-column-high"),
        number("book-column-difference"),
        number("book-column-low"),
        number("book-column-high"),
        number("book-column-steiger"),
        (context.text("book-column-word"), style::head_word()),
    ])?;
    for found in shown {
        comparison_row(context, page, found)?;
    }
    page.row += 1;
    Ok(())
}

fn comparison_row(
    context: &Context<'_>,
    page: &mut Page<'_>,
    found: &GroupComparison,
) -> Result<()> {
    let at = page.row;
    let outcome = context.findings.outcomes.get(found.outcome);
    let outcome = outcome.map_or_else(String::new, |it| phrases::outcome_title(context.lang, it));
    page.text(
        (at, 1),
        context.dimension(found.dimension),
        &style::cell_text(),
    )?;
    page.across((2, 3), &outcome, &style::cell_text())?;
    let word = phrases::comparison_word(context.lang, found);
    let cell = style::cell_text().set_indent(1);
    let cell = if found.is_settled {
        cell.set_bold()
    } else {
        cell
    };
    page.text((at, 15), &word, &cell)?;
    page.sheet
        .set_row_height(at, page.height((15, 15), &word, 10.0).max(17.0))?;
    page.number((at, 4), whole(found.n), &style::number(style::COUNT))?;
    three(context, page, (at, 5), found.contact.map(ends))?;
    three(context, page, (at, 8), found.back_office.map(ends))?;
    three(context, page, (at, 11), found.difference)?;
    let p = found.steiger.map(|(_, p)| p);
    page.statistic(context, (at, 14), p, &style::number(style::P_VALUE))?;
    page.row += 1;
    Ok(())
}

fn ends(found: Coefficient) -> (f64, f64, f64) {
    (found.value, found.low, found.high)
}

/// A coefficient in bold and its interval.
fn three(
    context: &Context<'_>,
    page: &mut Page<'_>,
    at: (Row, u16),
    found: Result<(f64, f64, f64), Undefined>,
) -> Result<()> {
    let number = style::number(style::COEFFICIENT);
    page.statistic(
        context,
        at,
        found.map(|found| found.0),
        &number.clone().set_bold(),
    )?;
    page.statistic(
        context,
        (at.0, at.1 + 1),
        found.map(|found| found.1),
        &number,
    )?;
    page.statistic(
        context,
        (at.0, at.1 + 2),
        found.map(|found| found.2),
        &number,
    )
}

/// Every pair, strongest first; returns the row of the heads.
pub(super) fn pairs(context: &Context<'_>, page: &mut Page<'_>) -> Result<Row> {
    page.break_here();
    page.section(&tr!(
        context.lang,
        "book-linkage-pairs",
        m = context.wave.pairs
    ))?;
    page.note(&context.text("book-linkage-pairs-note"))?;
    let head = page.row;
    let number = |key: &str| (context.text(key), style::head_number());
    page.sheet.set_row_height(head, 40)?;
    page.heads(&[
        (context.text("book-column-dimension"), style::head()),
        (context.text("book-column-outcome"), style::head()),
        (context.text("book-column-group"), style::head()),
        number("book-column-n"),
        number("book-column-rho"),
        number("book-column-low"),
        number("book-column-high"),
        number("book-column-r"),
        number("book-column-low"),
        number("book-column-high"),
        number("book-column-holm"),
        number("book-column-bh"),
        number("book-column-loo-min"),
        number("book-column-loo-max"),
        (context.text("book-column-verdict"), style::head_word()),
    ])?;
    let strength = |link: &Link| link.spearman.map_or(-1.0, |rho| rho.value.abs());
    let mut links: Vec<&Link> = context.wave.links.iter().collect();
    links.sort_by(|a, b| strength(b).total_cmp(&strength(a)));
    for link in &links {
        pair_row(context, page, link)?;
    }
    if !links.is_empty() {
        let (last, last_column) = (page.row - 1, page.last());
        page.sheet.autofilter(head, FIRST, last, last_column)?;
    }
    Ok(head)
}

fn pair_row(context: &Context<'_>, page: &mut Page<'_>, link: &Link) -> Result<()> {
    let at = page.row;
    let outcome = context.findings.outcomes.get(link.outcome);
    let outcome = outcome.map_or_else(String::new, |it| phrases::outcome_title(context.lang, it));
    page.text(
        (at, 1),
        context.dimension(link.dimension),
        &style::cell_text(),
    )?;
    page.text((at, 2), &outcome, &style::cell_text())?;
    let group = phrases::audience_short(context.lang, link.audience);
    page.text((at, 3), &group, &style::cell())?;
    page.sheet
        .set_row_height(at, page.height((2, 2), &outcome, 10.0).max(17.0))?;
    page.number(
        (at, 4),
        whole(link.points.len()),
        &style::number(style::COUNT),
    )?;
    three(context, page, (at, 5), link.spearman.map(ends))?;
    three(context, page, (at, 8), link.pearson.map(ends))?;
    let p = style::number(style::P_VALUE);
    for (column, value) in [(11, link.holm_p), (12, link.bh_p)] {
        match value {
            Some(value) => page.number((at, column), value, &p)?,
            None => page.text((at, column), &context.text("not-applicable"), &p)?,
        }
    }
    let number = style::number(style::COEFFICIENT);
    let influence = link.influence.as_ref().map_err(|reason| *reason);
    page.statistic(context, (at, 13), influence.map(|found| found.min), &number)?;
    page.statistic(context, (at, 14), influence.map(|found| found.max), &number)?;
    let word = phrases::verdict_word(context.lang, link);
    let cell = style::cell().set_indent(1);
    let cell = if phrases::is_corrected(link) {
        cell.set_bold()
    } else {
        cell
    };
    page.text((at, 15), &word, &cell)?;
    page.row += 1;
    Ok(())
}

#[expect(
    clippy::cast_precision_loss,
    reason = "branches are far fewer than 2^53"
)]
pub(super) fn whole(n: usize) -> f64 {
    n as f64
}
